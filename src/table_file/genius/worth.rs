//! What an issue is worth to one party: a weight and effects that a table file can hold exactly.
//!
//! Weights are in percent, 100 times those of the file, and effects go from 0 to 1, so that the score of a package is
//! 100 times GENIUS' utility of it.

use std::ops::Range;

use num_traits::Zero as _;

use super::GeniusReading;
use super::desk::{Desk, Type};
use super::domain::{Domain, DomainIssue, Kind};
use super::profile::{Evaluated, How};
use crate::diagnostic::Code;
use crate::domain::{Curve, Rational, integer, parse_exact};
use crate::table_file::reader::written;

/// Evaluations that are all below one over this GENIUS takes for 0.
const SMALLEST_MAXIMUM: i64 = 100_000;

/// What an issue is worth to one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// The weight in percent.
    pub(super) weight: Rational,
    /// The effects on the party's interest in the issue.
    pub(super) effects: Effects,
}

/// The effects of what can be agreed on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effects {
    /// Of each value.
    Values(Vec<Rational>),
    /// Of amounts.
    Amounts(Curve),
}

impl Worth {
    /// The largest utility that the issue can add, from 0 to 1 unless the weights are odd.
    pub(super) fn most(&self) -> Rational {
        let effects: Vec<&Rational> = match &self.effects {
            Effects::Values(values) => values.iter().collect(),
            Effects::Amounts(curve) => curve.points().iter().map(|(_, value)| value).collect(),
        };
        &self.weight / integer(100) * effects.into_iter().max().cloned().unwrap_or_default()
    }
}

impl Desk<'_> {
    /// What `issue` with this weight is worth; `None` with a problem if a table file can't hold it.
    pub(super) fn worth(
        &mut self,
        issue: &DomainIssue,
        weight: &Rational,
        evaluated: &Evaluated,
        reading: GeniusReading,
    ) -> Option<Worth> {
        let percent = weight * integer(100);
        let worth = match (&issue.kind, &evaluated.how) {
            (Kind::Discrete(_), How::Values(values)) => of_values(&percent, values, reading),
            (Kind::Numeric(from, to, _), How::Amounts(evaluator)) if from == to => {
                Some(Worth { weight: percent, effects: Effects::Values(vec![evaluator.at(from)]) })
            }
            (Kind::Numeric(from, to, _), How::Amounts(evaluator)) => {
                let curve = evaluator.curve(from, to, issue.step.as_ref());
                curve.map(|curve| Worth { weight: percent, effects: Effects::Amounts(curve) })
            }
            // A profile of other kinds than its domain was refused before.
            (Kind::Discrete(_), How::Amounts(_)) | (Kind::Numeric(..), How::Values(_)) => None,
        };
        let worth = worth.filter(is_writable);
        if worth.is_none() {
            self.refuse(Code::GeniusTooExact, &issue.name, &evaluated.place);
        }
        worth
    }

    /// The domain with the step between amounts of its numeric issues: 1 for whole ones, and what makes `steps` amounts
    /// of real ones.
    pub(super) fn stepped(&mut self, mut domain: Domain, steps: Option<u32>) -> Domain {
        for issue in &mut domain.issues {
            issue.step = self.step(issue, steps);
        }
        domain
    }

    fn step(&mut self, issue: &DomainIssue, steps: Option<u32>) -> Option<Rational> {
        let Kind::Numeric(from, to, kind) = &issue.kind else { return None };
        if *kind == Type::Integer {
            return Some(integer(1));
        }
        let step = (to - from) / integer(i64::from(steps?.max(2)) - 1);
        if !is_exact(&step) {
            self.refuse(Code::GeniusTooExact, &issue.name, &issue.place);
        }
        Some(step)
    }

    /// 100 times a reservation value, as the score of no agreement.
    pub(super) fn no_deal(&mut self, reservation: Option<&Rational>, place: &Range<usize>) -> Rational {
        let score = reservation.map(|value| value * integer(100)).unwrap_or_default();
        if !is_exact(&score) {
            self.refuse(Code::GeniusTooExact, "reservation", place);
        }
        score
    }
}

/// Evaluations divided by the largest. Where such a quotient has too many digits the weight is divided instead.
fn of_values(percent: &Rational, values: &[Rational], reading: GeniusReading) -> Option<Worth> {
    let largest = values.iter().max()?;
    let threshold = Rational::new(1.into(), SMALLEST_MAXIMUM.into());
    let worth = |weight: Rational, effects: Vec<Rational>| Worth { weight, effects: Effects::Values(effects) };
    match reading {
        GeniusReading::Raw => Some(worth(percent.clone(), values.to_vec())),
        GeniusReading::Genius if *largest < threshold => {
            Some(worth(percent.clone(), vec![Rational::zero(); values.len()]))
        }
        GeniusReading::Genius => {
            let divided = worth(percent.clone(), values.iter().map(|value| value / largest).collect());
            Some(if is_writable(&divided) { divided } else { worth(percent / largest, values.to_vec()) })
        }
    }
}

/// Whether a table file can hold every number of `worth`.
fn is_writable(worth: &Worth) -> bool {
    let effects = match &worth.effects {
        Effects::Values(values) => values.iter().all(is_exact),
        Effects::Amounts(curve) => curve.points().iter().all(|(amount, value)| is_exact(amount) && is_exact(value)),
    };
    is_exact(&worth.weight) && effects
}

/// Whether a table file can hold `value`.
fn is_exact(value: &Rational) -> bool {
    parse_exact(&written(value)).as_ref() == Ok(value)
}
