//! Whether a rival may be chosen before the package in question, somewhere on a stretch.
//!
//! What is compared is bounded by its values at both ends. A gain rises or falls throughout. So does the quotient of two
//! gains of the same person where the lower one stays above 0: both are straight lines over the width of the same scale,
//! which cancels, and a quotient of straight lines rises or falls throughout. Nash compares products, so that the
//! quotient of two products, person by person, can't be more than the product of the larger ends; Kalai-Smorodinsky
//! divides by the most that the person can gain ([`Ideals`]), which is one package's gain where the same package brings
//! it at both ends: the largest of straight lines lies nowhere above the line between its ends.

use std::cmp::Ordering;

use super::course::View;
use super::field::Field;
use super::ideals::Ideals;
use super::snapshot::{Order, TOLERANCE, compare, sorted};
use super::stretch::{Ends, Stretch};

/// From which halving on it is checked whether functions are the same ones with names changed.
const DEEP: u32 = 8;

/// A contest on one stretch between the package in question and its rivals.
pub(super) struct Contest<'s> {
    field: &'s Field<'s>,
    stretch: &'s Stretch<'s>,
    order: Order,
    /// What a rival brings to one of those who care is nowhere below this, or the rival is out.
    least: f64,
    is_straight: bool,
    /// For Nash and Kalai-Smorodinsky, what those who care can gain at most.
    ideals: Option<Ideals>,
    /// Those who can gain at all, as positions among those who care; `None` where that isn't certain of somebody.
    counted: Option<Vec<usize>>,
    /// The smallest part of what there is to gain that the package in question brings to anybody.
    least_part: f64,
    /// What the rival that is looked at brings, per person who cares.
    theirs: Vec<Ends>,
}

impl<'s> Contest<'s> {
    /// `able` are the packages that may bring somebody the most there is to gain.
    pub(super) fn new(field: &'s Field<'s>, stretch: &'s Stretch<'s>, order: Order, able: &[usize]) -> Self {
        let all = || Ideals::new(field, stretch, able);
        let ideals = match order {
            Order::Nash => Some(Ideals::of_own(stretch, able).unwrap_or_else(all)),
            Order::KalaiSmorodinsky => Some(all()),
            _ => None,
        };
        let counted = ideals.as_ref().and_then(Ideals::gaining);
        let part =
            |at: &usize| ideals.as_ref().map_or(f64::NEG_INFINITY, |ideals| ideals.part(*at, stretch.own[*at]).0);
        let least_part = counted.iter().flatten().map(part).fold(f64::INFINITY, f64::min);
        let least = if order == Order::Fair { stretch.least() } else { f64::NEG_INFINITY };
        let (is_straight, theirs) = (stretch.is_straight(), Vec::with_capacity(stretch.people.len()));
        Self { field, stretch, order, least, is_straight, ideals, counted, least_part, theirs }
    }

    /// Whether a rival may be acceptable and better somewhere on the stretch.
    pub(super) fn may_win(&mut self, rival: usize) -> bool {
        self.theirs.clear();
        for person in &self.stretch.people {
            let ends = self.field.ends(*person, rival, self.stretch);
            let most = ends.0.max(ends.1) + TOLERANCE;
            // Nearly all rivals end here.
            if most < self.least || (self.field.has_floor(*person) && most < 0.0) {
                return false;
            }
            self.theirs.push(ends);
        }
        self.field.may_keep(rival, self.stretch)
            && match self.order {
                Order::Joint => self.may_add_up(rival, None),
                Order::Best(person) => self.may_add_up(rival, Some(person)),
                Order::Fair => self.may_lift(rival),
                Order::Nash => self.may_multiply(rival),
                Order::KalaiSmorodinsky => self.may_share(rival),
            }
    }

    /// Those packages that may bring somebody the most there is to gain, on this stretch.
    pub(super) fn into_able(self) -> Vec<usize> {
        self.ideals.map_or_else(Vec::new, |ideals| ideals.able)
    }

    /// Both packages' gains of everybody who cares: theirs, then those of the package in question.
    fn pairs(&self) -> impl Iterator<Item = (Ends, Ends)> {
        self.theirs.iter().copied().zip(self.stretch.own.iter().copied())
    }

    /// Whether a rival's gains, or those of one person, may add up to more; or to as much, and be better by the rest.
    fn may_add_up(&self, rival: usize, only: Option<usize>) -> bool {
        let counts = |person: &usize| only.is_none_or(|only| only == *person);
        let counted = || self.stretch.people.iter().zip(self.pairs()).filter(|(person, _)| counts(person));
        let more = || counted().map(|(_, (theirs, own))| (theirs.0 - own.0, theirs.1 - own.1));
        let sum = |part: fn(Ends) -> f64| more().map(part).sum::<f64>();
        let (near, far) = (sum(|ends| ends.0), sum(|ends| ends.1));
        let bounds = if self.is_straight {
            (near.min(far), near.max(far))
        } else {
            (sum(|ends| ends.0.min(ends.1)), sum(|ends| ends.0.max(ends.1)))
        };
        let halfway = |view: &View| {
            let gain = |person: usize, at: usize| self.field.gain(person, at, view);
            counted().map(|(person, _)| gain(*person, rival) - gain(*person, self.field.own)).sum()
        };
        self.may_exceed(rival, bounds, (near, far), halfway)
    }

    /// Whether a rival's product of gains may be larger; or as large, and be better by the rest.
    fn may_multiply(&self, rival: usize) -> bool {
        // Who can gain at all isn't certain yet.
        let Some(counted) = &self.counted else { return true };
        if counted.iter().any(|at| least(self.stretch.own[*at]) <= TOLERANCE) {
            // The package's product may be 0. A rival whose product surely is can only win by its smallest gains.
            return counted.iter().all(|at| most(self.theirs[*at]) > TOLERANCE) || self.may_lift(rival);
        }
        let quotient = |at: &usize| {
            let (theirs, own) = (self.theirs[*at], self.stretch.own[*at]);
            (theirs.0.max(0.0) / own.0, theirs.1.max(0.0) / own.1)
        };
        let product = |part: fn(Ends) -> f64| counted.iter().map(|at| part(quotient(at))).product::<f64>() - 1.0;
        let bounds = (product(least), product(most));
        let halfway = |view: &View| {
            let gain = |at: &usize, package: usize| self.field.gain(self.stretch.people[*at], package, view);
            let quotient = |at: &usize| gain(at, rival).max(0.0) / gain(at, self.field.own);
            counted.iter().map(quotient).product::<f64>() - 1.0
        };
        self.may_exceed(rival, bounds, (product(|ends| ends.0), product(|ends| ends.1)), halfway)
    }

    /// Whether something may be above 0 somewhere, or always 0 with the rival better by the rest: by its bounds, its
    /// values at both ends and the one in the middle.
    fn may_exceed(&self, rival: usize, bounds: Ends, ends: Ends, halfway: impl Fn(&View) -> f64) -> bool {
        let is_tie = |value: f64| value.abs() <= TOLERANCE;
        if bounds.1 < -TOLERANCE {
            return false;
        }
        let is_tied = (is_tie(bounds.0) && is_tie(bounds.1))
            || (self.stretch.depth >= DEEP
                && is_tie(ends.0)
                && is_tie(ends.1)
                && is_tie(halfway(&self.stretch.middle(self.field))));
        !is_tied || self.may_lift(rival)
    }

    /// Whether a rival's gains as parts of the most there is to gain may be larger, the smallest first; or the same, and
    /// the rival better by the rest.
    fn may_share(&self, rival: usize) -> bool {
        let (Some(counted), Some(ideals)) = (&self.counted, &self.ideals) else { return true };
        let part = |at: &usize| ideals.part(*at, self.theirs[*at]).1;
        if counted.iter().any(|at| part(at) < self.least_part - TOLERANCE) {
            return false;
        }
        if !counted.iter().all(|at| ideals.is_one_package(*at)) {
            return true;
        }
        let apart: Vec<usize> = counted.iter().copied().filter(|at| self.is_apart(*at, rival)).collect();
        let share = |at: usize, package: usize, view: &View| {
            let gain = |package: usize| self.field.gain(self.stretch.people[at], package, view);
            gain(package) / gain(ideals.package(at))
        };
        self.compare(rival, &apart, |at, gains| ideals.shares(at, gains), share).unwrap_or_else(|| self.may_lift(rival))
    }

    /// Whether a rival's gains, the smallest first, may be larger; or the same, and the rival first by name.
    fn may_lift(&self, rival: usize) -> bool {
        let apart: Vec<usize> = (0..self.theirs.len()).filter(|at| self.is_apart(*at, rival)).collect();
        let gain = |at: usize, package: usize, view: &View| self.field.gain(self.stretch.people[at], package, view);
        self.compare(rival, &apart, |_, gains| gains, gain).unwrap_or(rival < self.field.own)
    }

    /// Whether somebody's gain from a rival is another function of the number than from the package in question.
    fn is_apart(&self, at: usize, rival: usize) -> bool {
        !self.field.is_alike(self.stretch.people[at], rival, self.field.own)
    }

    /// Whether a rival may have more for these people, the smallest first; `None` if it has the same throughout. What is
    /// compared is what `ends` makes of gains at both ends, and `value` of a package in a view.
    fn compare(
        &self,
        rival: usize,
        people: &[usize],
        ends: impl Fn(usize, Ends) -> Ends,
        value: impl Fn(usize, usize, &View) -> f64,
    ) -> Option<bool> {
        let theirs: Vec<Ends> = people.iter().map(|at| ends(*at, self.theirs[*at])).collect();
        let own: Vec<Ends> = people.iter().map(|at| ends(*at, self.stretch.own[*at])).collect();
        match by_bounds(&theirs, &own) {
            Compared::Open if self.stretch.depth < DEEP => Some(true),
            Compared::Open => {
                let middle = self.stretch.middle(self.field);
                let halfway = |package: usize| people.iter().map(|at| value(*at, package, &middle)).collect();
                let (theirs, own) = without_same(theirs, halfway(rival), own, halfway(self.field.own));
                by_bounds(&theirs, &own).verdict()
            }
            settled => settled.verdict(),
        }
    }
}

/// How a rival compares, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compared {
    /// It has less everywhere.
    Less,
    /// It has the same everywhere.
    Same,
    /// It has more everywhere.
    More,
    /// Bounds don't tell.
    Open,
}

impl Compared {
    /// Whether it may have more; `None` if it has the same.
    fn verdict(self) -> Option<bool> {
        match self {
            Self::Less => Some(false),
            Self::Same => None,
            Self::More | Self::Open => Some(true),
        }
    }
}

fn least(ends: Ends) -> f64 {
    ends.0.min(ends.1)
}

fn most(ends: Ends) -> f64 {
    ends.0.max(ends.1)
}

/// Compares the most that a rival has with the least that the package has.
fn by_bounds(theirs: &[Ends], own: &[Ends]) -> Compared {
    let upper = sorted(theirs.iter().copied().map(most).collect());
    let lower = sorted(own.iter().copied().map(least).collect());
    let is_still = |(a, b): &Ends| (a - b).abs() <= TOLERANCE;
    let all_still = theirs.iter().chain(own).all(is_still);
    match compare(&upper, &lower) {
        Ordering::Less => Compared::Less,
        Ordering::Equal if all_still => Compared::Same,
        Ordering::Greater if all_still => Compared::More,
        _ => Compared::Open,
    }
}

/// Leaves out what is the same function of the number on both sides, whoever's it is, going by both ends and the middle.
fn without_same(
    theirs: Vec<Ends>,
    their_middle: Vec<f64>,
    own: Vec<Ends>,
    own_middle: Vec<f64>,
) -> (Vec<Ends>, Vec<Ends>) {
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE / 10.0;
    let mut theirs: Vec<(Ends, f64)> = theirs.into_iter().zip(their_middle).collect();
    let mut rest: Vec<Ends> = Vec::new();
    for (ends, middle) in own.into_iter().zip(own_middle) {
        let is_same = |(other, at): &(Ends, f64)| near(other.0, ends.0) && near(*at, middle) && near(other.1, ends.1);
        match theirs.iter().position(is_same) {
            Some(same) => _ = theirs.swap_remove(same),
            None => rest.push(ends),
        }
    }
    (theirs.into_iter().map(|(ends, _)| ends).collect(), rest)
}
