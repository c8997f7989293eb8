//! What an issue is worth to one party: a weight and effects that a table file can hold.
//!
//! Weights are in percent, 100 times those of the file, and effects go from 0 to 1, so that the score of a package is
//! 100 times GENIUS' utility of it. What is computed from the numbers of the files (quotients, bends, ends of curves) can
//! have more digits than a table holds; it is rounded then, and how far a score can be off for it goes along.

use num_traits::{Signed as _, Zero as _};

use super::GeniusReading;
use super::curves::Evaluator;
use super::desk::{Desk, Type};
use super::domain::{Domain, DomainIssue, Kind};
use super::number::{is_exact, nearest};
use super::profile::{Evaluated, How};
use crate::diagnostic::Code;
use crate::domain::{Curve, Rational, integer};

/// Evaluations that are all below one over this GENIUS takes for 0.
const SMALLEST_MAXIMUM: i64 = 100_000;
/// How far rounding may move a score, as one over this: far less than anybody sees.
const LARGEST_STRAY: i64 = 1_000_000;

/// What an issue is worth to one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Worth {
    /// The weight in percent.
    pub(super) weight: Rational,
    /// The effects on the party's interest in the issue.
    pub(super) effects: Effects,
    /// How far the score of a package can be off at most, as what is computed was rounded; 0 where all of it is exact.
    pub(super) stray: Rational,
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
    pub(super) fn most(&self, issue: &DomainIssue) -> Rational {
        let largest = match &self.effects {
            Effects::Values(values) => values.iter().max().cloned(),
            Effects::Amounts(curve) => decisive(issue, &[curve]).into_iter().map(|amount| curve.at(&amount)).max(),
        };
        &self.weight / integer(100) * largest.unwrap_or_default()
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
                of_effects(&percent, &[evaluator.at(from)])
            }
            (Kind::Numeric(from, to, _), How::Amounts(evaluator)) => of_amounts(&percent, evaluator, (from, to), issue),
            // A profile of other kinds than its domain was refused before.
            (Kind::Discrete(_), How::Amounts(_)) | (Kind::Numeric(..), How::Values(_)) => None,
        };
        let worth = worth.filter(is_close);
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
            self.refuse(Code::GeniusStepTooExact, &issue.name, &issue.place);
        }
        Some(step)
    }
}

/// Evaluations divided by the largest. Where such a quotient has too many digits the weight is divided instead, and
/// where that has too many as well the quotients are rounded.
fn of_values(percent: &Rational, values: &[Rational], reading: GeniusReading) -> Option<Worth> {
    let largest = values.iter().max()?;
    let threshold = Rational::new(1.into(), SMALLEST_MAXIMUM.into());
    match reading {
        GeniusReading::Raw => of_effects(percent, values),
        GeniusReading::Genius if *largest < threshold => of_effects(percent, &vec![Rational::zero(); values.len()]),
        GeniusReading::Genius => {
            let quotients: Vec<Rational> = values.iter().map(|value| value / largest).collect();
            let weight = percent / largest;
            if !quotients.iter().all(is_exact) && is_exact(&weight) && values.iter().all(is_exact) {
                of_effects(&weight, values)
            } else {
                of_effects(percent, &quotients)
            }
        }
    }
}

/// A weight and effects as near as a table file can hold them.
fn of_effects(weight: &Rational, effects: &[Rational]) -> Option<Worth> {
    let kept_weight = nearest(weight)?;
    let kept: Vec<Rational> = effects.iter().map(nearest).collect::<Option<_>>()?;
    let strays = effects.iter().zip(&kept).map(|(effect, kept)| (weight * effect - &kept_weight * kept).abs());
    let stray = strays.max().unwrap_or_default();
    Some(Worth { weight: kept_weight, effects: Effects::Values(kept), stray })
}

/// The curve of an evaluator over amounts that aren't all the same. One that is too steep to be rounded is followed
/// from step to step, where there are steps.
fn of_amounts(
    percent: &Rational,
    evaluator: &Evaluator,
    (from, to): (&Rational, &Rational),
    issue: &DomainIssue,
) -> Option<Worth> {
    let whole = evaluator.curve(from, to, issue.step.as_ref());
    let worth = whole.and_then(|curve| of_curve(percent, &curve, issue));
    worth.filter(is_close).or_else(|| {
        let stepped = evaluator.stepped(from, to, issue.step.as_ref()?)?;
        of_curve(percent, &stepped, issue)
    })
}

/// A weight and a curve as near as a table file can hold them.
fn of_curve(weight: &Rational, curve: &Curve, issue: &DomainIssue) -> Option<Worth> {
    let kept_weight = nearest(weight)?;
    let kept = nearest_curve(curve)?;
    let stray_at = |amount: Rational| (weight * curve.at(&amount) - &kept_weight * kept.at(&amount)).abs();
    let is_same = *curve == kept && *weight == kept_weight;
    let stray = if is_same { None } else { decisive(issue, &[curve, &kept]).into_iter().map(stray_at).max() };
    Some(Worth { weight: kept_weight, effects: Effects::Amounts(kept), stray: stray.unwrap_or_default() })
}

/// `curve` through points that a table file can hold. Where two of them become one, that at an end of the curve stays.
fn nearest_curve(curve: &Curve) -> Option<Curve> {
    let mut kept: Vec<(Rational, Rational)> = Vec::new();
    for (at, (amount, value)) in curve.points().iter().enumerate() {
        let point = (nearest(amount)?, nearest(value)?);
        let is_last = at + 1 == curve.points().len();
        while is_last && kept.len() > 1 && kept.last().is_some_and(|(before, _)| point.0 <= *before) {
            kept.pop();
        }
        if kept.last().is_none_or(|(before, _)| *before < point.0) {
            kept.push(point);
        }
    }
    Curve::new(kept)
}

/// The amounts that can be agreed of which one is where a sum of these curves is largest: all of their bends, or with
/// steps the amounts on either side of each, since curves are straight in between.
fn decisive(issue: &DomainIssue, curves: &[&Curve]) -> Vec<Rational> {
    let bends = curves.iter().flat_map(|curve| curve.points()).map(|(amount, _)| amount);
    match (&issue.kind, &issue.step) {
        (Kind::Numeric(from, to, _), Some(step)) => {
            let neighbours = bends.flat_map(|bend| {
                let steps = (bend - from) / step;
                [steps.floor(), steps.ceil()].map(|steps| from + steps * step)
            });
            neighbours.filter(|amount| from <= amount && amount <= to).collect()
        }
        _ => bends.cloned().collect(),
    }
}

/// Whether rounding moves no score further than anybody can see.
fn is_close(worth: &Worth) -> bool {
    &worth.stray * integer(LARGEST_STRAY) < integer(1)
}
