//! The exact place of a change, and the answer there by the optimiser itself, or by a list that surely holds it.
//!
//! The search knows a place to a billionth of the range. There some difference that decides (a gain of the package, a
//! slack, or how much more a rival has) passes through zero, and on so short a stretch it is a ratio of straight lines:
//! times the width of one party's scale it is straight, so that its zero follows exactly from its values at both ends.
//! Whether it really is the zero is checked in exact arithmetic; if it isn't, the place is only told as near.

use std::sync::atomic::AtomicBool;

use num_traits::{One as _, Signed as _, Zero as _};

use super::exact::{Top, differences, is_acceptable, is_same, widths};
use super::number::{Number, changed, seen};
use super::search::Bracket;
use super::{Claim, Edge, Shift};
use crate::domain::{Comparison, Package, Rational, RuleForm, RuleId, integer};
use crate::optimize::{Answer, Objective, Question, solve};
use crate::valuation::Circumstances;

/// By what part of the range the place of a change is moved outward to a short number.
const MARGIN: i64 = 10_000_000;
/// How often the margin is made wider if the answer is still the same there.
const TRIES: usize = 4;
/// How many times as wide it is made: what two tries come to is less than a millionth of the range.
const WIDER: i64 = 8;

/// What is asked, and of which package.
#[derive(Clone, Copy)]
pub(super) struct Court<'a> {
    pub(super) circumstances: &'a Circumstances<'a>,
    pub(super) question: &'a Question,
    pub(super) claim: Claim,
    pub(super) package: &'a Package,
    pub(super) flag: &'a AtomicBool,
    /// Who may know better than the optimiser has to find out.
    pub(super) rivals: Option<&'a dyn Beside>,
}

/// Something that knows what becomes of a claim without asking the optimiser.
pub(super) trait Beside {
    /// What becomes of it with another number in place; `None` if that isn't certain.
    fn verdict(&self, number: &Number, value: &Rational) -> Option<Verdict>;

    /// With another number in place, packages among which is the best for everybody; `None` if these aren't known.
    fn tops(&self, number: &Number, value: &Rational) -> Option<Vec<Top>>;
}

/// What becomes of the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    /// The claim fails; with what the answer is instead, if there is one.
    Other(Option<Package>),
    /// Not established: there is no answer, or not in time.
    Unknown,
}

impl Court<'_> {
    /// What becomes of the claim with another number in place.
    pub(super) fn verdict(&self, number: &Number, value: &Rational) -> Verdict {
        if let Some(known) = self.rivals.and_then(|rivals| rivals.verdict(number, value)) {
            return known;
        }
        let table = changed(self.circumstances.table.table(), number.parameter, value);
        seen(&table, self.circumstances, number.parameter).map_or(Verdict::Unknown, |seen| self.verdict_in(&seen))
    }

    /// What becomes of the claim in other circumstances.
    pub(super) fn verdict_in(&self, circumstances: &Circumstances<'_>) -> Verdict {
        if self.claim != Claim::Advice {
            let was = self.claim == Claim::Acceptable;
            let holds = is_acceptable(circumstances, self.question, self.package) == was;
            return if holds { Verdict::Same } else { Verdict::Other(None) };
        }
        match solve(circumstances, self.question, self.flag) {
            Ok(Answer::Proven(found)) if is_same(circumstances, &found.package, self.package) => Verdict::Same,
            Ok(Answer::Proven(found)) => Verdict::Other(Some(found.package)),
            Ok(Answer::Infeasible(_)) => Verdict::Other(None),
            Ok(Answer::BestFound(_) | Answer::Unknown) | Err(_) => Verdict::Unknown,
        }
    }

    /// The change that the search found, with its exact place if that can be told; `None` if the optimiser says that
    /// nothing changes.
    pub(super) fn settle(&self, number: &Number, bracket: Bracket) -> Option<Shift> {
        let same = toward(number, bracket.same);
        let (other, package) = self.beyond(number, bracket.other)?;
        let shift = |to: Rational, edge: Edge, package: Option<Package>| Shift { to, edge, package };
        let Some(place) = self.zero(number, &same, &other, package.as_ref()) else {
            return Some(shift(other, Edge::About, package));
        };
        match self.verdict(number, &place) {
            Verdict::Other(package) if self.holds_up_to(number, &same, &place) => {
                let edge = if self.holds_behind(number, &same, &place) { Edge::Only } else { Edge::At };
                Some(shift(place, edge, package))
            }
            Verdict::Same if self.fails_behind(number, &place, &other) => Some(shift(place, Edge::Beyond, package)),
            _ => Some(shift(other, Edge::About, package)),
        }
    }

    /// Whether the claim still holds right before `place`: another difference may have passed through zero earlier.
    fn holds_up_to(&self, number: &Number, same: &Rational, place: &Rational) -> bool {
        let before = same + (place - same) * integer(9) / integer(10);
        before == *place || self.verdict(number, &before) == Verdict::Same
    }

    /// Whether the claim holds again right behind `place`. Somebody who is indifferent at one value has no scale and no
    /// floor there, and sums that must be equal are so at one value.
    fn holds_behind(&self, number: &Number, same: &Rational, place: &Rational) -> bool {
        if self.claim == Claim::Advice && !self.is_lonely(number, same, place) {
            return false; // Each look may take a whole search, so none is taken where nothing makes a value stand alone.
        }
        let outward = number.range() / integer(MARGIN);
        let behind = if *place < number.value { place - outward } else { place + outward };
        let behind = number.clamp(behind);
        behind != *place && self.verdict(number, &behind) == Verdict::Same
    }

    /// Whether something holds at `place` that doesn't around it.
    fn is_lonely(&self, number: &Number, same: &Rational, place: &Rational) -> bool {
        let table = self.circumstances.table.table();
        let indifferent = |value: &Rational| {
            let table = changed(table, number.parameter, value);
            let seen = seen(&table, self.circumstances, number.parameter)?;
            Some(seen.yardsticks.iter().filter(|yardstick| yardstick.is_indifferent()).count())
        };
        let is_equal = |rule: RuleId| match &*self.circumstances.rule(rule) {
            RuleForm::Limit(limit) => limit.comparison == Comparison::Equal,
            _ => false,
        };
        table.rules.keys().any(is_equal) || indifferent(same) != indifferent(place)
    }

    /// Whether the claim fails right behind `place`: where packages tie it may fail at one value only.
    fn fails_behind(&self, number: &Number, place: &Rational, other: &Rational) -> bool {
        let behind = place + (other - place) / integer(10);
        matches!(self.verdict(number, &behind), Verdict::Other(_))
    }

    /// A short number at which the answer is another, as near to where the search found it as it will be.
    fn beyond(&self, number: &Number, by: f64) -> Option<(Rational, Option<Package>)> {
        let (mut near, mut far) = (Rational::zero(), number.range() / integer(MARGIN));
        for _ in 0..TRIES {
            let value = away(number, by, &near, &far);
            if let Verdict::Other(package) = self.verdict(number, &value) {
                return Some((value, package));
            }
            (near, far) = (far.clone(), far * integer(WIDER));
        }
        None
    }

    /// Where between two values some difference that decides is exactly zero: of several places the nearest to what the
    /// number is.
    fn zero(&self, number: &Number, same: &Rational, other: &Rational, rival: Option<&Package>) -> Option<Rational> {
        let table = self.circumstances.table.table();
        let differences = |value: &Rational| {
            let table = changed(table, number.parameter, value);
            let seen = seen(&table, self.circumstances, number.parameter)?;
            let tops = match self.question.objective {
                Objective::KalaiSmorodinsky => self.rivals?.tops(number, value)?,
                _ => Vec::new(),
            };
            Some((differences(&seen, self.question, self.package, rival, &tops), widths(&seen)))
        };
        let (near, far) = (differences(same)?, differences(other)?);
        let mut places: Vec<(usize, Rational)> = Vec::new();
        for (at, (a, b)) in near.0.iter().zip(&far.0).enumerate() {
            if a == b || (a * b).is_positive() {
                continue;
            }
            for (before, after) in near.1.iter().zip(&far.1) {
                let (a, b) = (a * before, b * after);
                if a != b {
                    places.push((at, same + (other - same) * &a / (&a - &b)));
                }
            }
        }
        places.sort_by_key(|(_, place)| (place - same).abs());
        places.dedup();
        let is_zero = |(at, place): &(usize, Rational)| {
            differences(place).is_some_and(|(differences, _)| differences.get(*at).is_some_and(Rational::is_zero))
        };
        let straight = places.into_iter().find(is_zero).map(|(_, place)| place);
        // What turns right there, as scales do where an effect is 0, isn't straight.
        let short = || {
            let place = simplest_between(same, other);
            let (here, _) = differences(&place)?;
            let mut signs = near.0.iter().zip(&far.0).zip(here);
            let passes = |((near, far), here): ((&Rational, &Rational), Rational)| {
                here.is_zero() && !(near.is_zero() && far.is_zero())
            };
            signs.any(passes).then_some(place)
        };
        straight.or_else(short)
    }
}

/// The value that is `by` away, or a shorter one that is a little nearer to what the number is.
fn toward(number: &Number, by: f64) -> Rational {
    let margin = number.range() / integer(MARGIN);
    let exact = Rational::from_float(by).unwrap_or_default();
    match by {
        by if by > 0.0 => {
            simplest(&(&number.value + &exact - margin).max(number.value.clone()), &(&number.value + exact))
        }
        by if by < 0.0 => {
            simplest(&(&number.value + &exact), &(&number.value + &exact + margin).min(number.value.clone()))
        }
        _ => number.value.clone(),
    }
}

/// A short value within the range that is from `near` to `far` further out than `by`.
fn away(number: &Number, by: f64, near: &Rational, far: &Rational) -> Rational {
    let exact = number.clamp(&number.value + Rational::from_float(by).unwrap_or_default());
    if by > 0.0 {
        simplest(&number.clamp(&exact + near), &number.clamp(&exact + far))
    } else {
        simplest(&number.clamp(&exact - far), &number.clamp(&exact - near))
    }
}

/// A short number a little further out than `by`, for changes that aren't settled exactly.
pub(super) fn near(number: &Number, by: f64) -> Rational {
    away(number, by, &Rational::zero(), &(number.range() / integer(MARGIN)))
}

/// The number with the smallest denominator between two numbers, these included.
fn simplest_between(one: &Rational, other: &Rational) -> Rational {
    if one < other { simplest(one, other) } else { simplest(other, one) }
}

/// The number with the smallest denominator from `low` to `high`.
fn simplest(low: &Rational, high: &Rational) -> Rational {
    if !low.is_positive() && !high.is_negative() {
        return Rational::zero();
    }
    if low.is_negative() {
        return -simplest(&-high, &-low);
    }
    let whole = low.floor();
    if whole == *low || &whole + Rational::one() <= *high {
        return if whole == *low { whole } else { whole + Rational::one() };
    }
    &whole + simplest(&(high - &whole).recip(), &(low - &whole).recip()).recip()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_simplest_number_has_the_smallest_denominator() {
        let fraction = |above: i64, below: i64| integer(above) / integer(below);
        for (low, high, simple) in [
            (fraction(31, 100), fraction(34, 100), fraction(1, 3)),
            (fraction(-7, 2), fraction(-10, 3), fraction(-7, 2)),
            (fraction(29, 10), fraction(31, 10), integer(3)),
            (fraction(-1, 10), fraction(1, 10), integer(0)),
            (fraction(5, 7), fraction(5, 7), fraction(5, 7)),
        ] {
            assert_eq!(simplest(&low, &high), simple, "{low} {high}");
        }
    }
}
