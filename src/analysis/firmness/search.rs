//! Where an answer first changes when one number moves.
//!
//! Over a stretch on which every gain rises or falls throughout, a rival gets at most the larger of its gains at both
//! ends, and the package in question at least the smaller of its own. A rival that isn't better even so is out for the
//! whole stretch; where some are left, the stretch is halved, the nearer half first. What is left in the end is narrower
//! than a billionth of the range: everything nearer is ruled out, all of it and not only points of it.
//!
//! Nash and Kalai-Smorodinsky compare with the most that everybody could gain, which itself moves: for these, places at
//! equal distances are looked at, and a change between two places where the answer is the same would be missed.

use std::cell::Cell;

use itertools::Itertools as _;

use super::along::{Along, View};
use super::snapshot::{Candidates, Order, Snapshot, TOLERANCE, compare, keeps, sorted};

/// To what part of the range the place of a change is narrowed down.
const NARROW: f64 = 1e-9;
/// How far from a place where somebody's scale has no width it is looked, as a part of the range.
const ASIDE: f64 = 1e-7;
/// How many stretches are looked at before the search gives up.
const MOST_STRETCHES: u32 = 20_000;
/// From which halving on it is checked whether functions are the same ones with names changed.
const DEEP: u32 = 8;
/// How many places are looked at in each direction where only places can be.
pub(super) const PLACES: u32 = 32;

/// What is held of the package in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// It is what the objective chooses.
    Chosen(Order),
    /// It is acceptable.
    Acceptable,
    /// It isn't acceptable.
    Refused,
}

/// Where the answer changes: how far the number has moved where it last is the same, and first another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bracket {
    pub(super) same: f64,
    pub(super) other: f64,
}

/// A search along one number.
pub(super) struct Search<'a> {
    along: &'a Along<'a>,
    holds: Holds,
    package: usize,
    narrow: f64,
    aside: f64,
    rivals: Vec<usize>,
    /// For Nash and Kalai-Smorodinsky the packages that are compared.
    candidates: Candidates,
    left: Cell<u32>,
}

/// A stretch, with everybody's scale at both ends, and what the package gains there.
struct Stretch {
    near: View,
    far: View,
    depth: u32,
    /// Those who care.
    people: Vec<usize>,
    /// What the package gains at both ends, per person who cares.
    own: Vec<(f64, f64)>,
    /// The smallest of all that.
    least: f64,
}

/// A gain at both ends of a stretch.
type Ends = (f64, f64);

impl<'a> Search<'a> {
    pub(super) fn new(along: &'a Along<'a>, holds: Holds, package: usize) -> Self {
        let range = along.reach.1 - along.reach.0;
        let here = along.view(0.0);
        let requirements = along.ledger.requirements.len();
        let still: Vec<usize> = (0..requirements).filter(|requirement| along.is_still(*requirement)).collect();
        let is_rival = |rival: &usize| {
            *rival != package && along.ledger.allowed[*rival] && still.iter().all(|at| keeps(along, *at, *rival, &here))
        };
        let rivals: Vec<usize> = match holds {
            Holds::Chosen(_) => (0..along.ledger.len()).filter(is_rival).collect(),
            Holds::Acceptable | Holds::Refused => Vec::new(),
        };
        let candidates = match holds {
            Holds::Chosen(Order::Nash | Order::KalaiSmorodinsky) => candidates(along, package, &rivals),
            _ => Candidates::default(),
        };
        let left = Cell::new(MOST_STRETCHES);
        Self { along, holds, package, narrow: NARROW * range, aside: ASIDE * range, rivals, candidates, left }
    }

    /// Whether the search gave up.
    pub(super) fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }

    /// Where the answer first changes upwards or downwards; `None` if nowhere within reach.
    pub(super) fn first(&self, up: bool) -> Option<Bracket> {
        let turns = self.along.turns();
        let mut outward: Vec<f64> = turns.into_iter().filter(|at| if up { 0.0 <= *at } else { *at <= 0.0 }).collect();
        if !up {
            outward.reverse();
        }
        if matches!(self.holds, Holds::Chosen(Order::Nash | Order::KalaiSmorodinsky)) {
            return self.first_place(*outward.last()?);
        }
        for (near, far) in outward.iter().tuple_windows() {
            match self.piece(*near, *far) {
                Ok(None) => {}
                Ok(found) => return found,
                Err(Unanswerable) => return None,
            }
        }
        None
    }

    /// Looks at places at equal distances up to `end`, then between the last that is the same and the first that isn't.
    fn first_place(&self, end: f64) -> Option<Bracket> {
        let place = |nth: u32| end * f64::from(nth) / f64::from(PLACES);
        let mut same = 0.0;
        let mut other = (1..=PLACES).map(place).find(|at| {
            let stands = self.is_chosen(*at);
            if stands {
                same = *at;
            }
            !stands
        })?;
        while (other - same).abs() > self.narrow {
            let middle = f64::midpoint(same, other);
            if self.is_chosen(middle) { same = middle } else { other = middle }
        }
        Some(Bracket { same, other })
    }

    /// Whether the objective chooses the package, by looking at all of them.
    fn is_chosen(&self, at: f64) -> bool {
        let Holds::Chosen(order) = self.holds else { return true };
        let view = self.along.view(at);
        if self.is_unanswerable(&view) {
            return true;
        }
        Snapshot::among(self.along, &view, &self.candidates).choice(order) == Some(self.package)
    }

    /// Where nobody cares, or somebody cares whose no-deal is unknown, there is no answer that could be another.
    fn is_unanswerable(&self, view: &View) -> bool {
        let needs_gains = !matches!(self.holds, Holds::Chosen(Order::Best(_)) | Holds::Acceptable | Holds::Refused);
        let cares = view.people.iter().any(|standing| standing.cares);
        let best = match self.holds {
            Holds::Chosen(Order::Best(person)) => !view.people[person].cares,
            _ => false,
        };
        best || (needs_gains && (!cares || view.people.iter().any(|standing| standing.cares && !standing.knows)))
    }

    /// Searches between two turns. Where somebody's scale has no width at one of these, it is looked at by itself.
    fn piece(&self, near: f64, far: f64) -> Result<Option<Bracket>, Unanswerable> {
        let views = [near, f64::midpoint(near, far), far].map(|at| self.along.view(at));
        let flat = |end: &View| end.people.iter().zip(&views[1].people).any(|(end, middle)| end.cares != middle.cares);
        let [near_flat, far_flat] = [flat(&views[0]), flat(&views[2])];
        if self.is_unanswerable(&views[1]) {
            return Err(Unanswerable);
        }
        let aside = if near < far { self.aside } else { -self.aside };
        if (far - near).abs() <= 2.0 * self.aside && (near_flat || far_flat) {
            return Ok(self.point(near, far));
        }
        let start = if near_flat { near + aside } else { near };
        let end = if far_flat { far - aside } else { far };
        let first = if near_flat { self.point(near, start) } else { None };
        let found = first.or_else(|| self.halve(start, end, &self.rivals, 0));
        Ok(found.or_else(|| if far_flat { self.at_flat(end, far) } else { None }))
    }

    /// Whether the answer is another at `far`, looked at by itself.
    fn point(&self, near: f64, far: f64) -> Option<Bracket> {
        (!self.stands(far, &self.rivals)).then_some(Bracket { same: near, other: far })
    }

    fn at_flat(&self, near: f64, far: f64) -> Option<Bracket> {
        if self.is_unanswerable(&self.along.view(far)) { None } else { self.point(near, far) }
    }

    fn halve(&self, near: f64, far: f64, rivals: &[usize], depth: u32) -> Option<Bracket> {
        if self.left.get() == 0 {
            return None;
        }
        self.left.set(self.left.get() - 1);
        let stretch = self.stretch(near, far, depth);
        let left: Vec<usize> = rivals.iter().copied().filter(|rival| self.may_beat(&stretch, *rival)).collect();
        let settled = match self.holds {
            Holds::Refused => !self.may_be_accepted(&stretch),
            Holds::Chosen(_) | Holds::Acceptable => self.surely_accepted(&stretch),
        };
        if left.is_empty() && settled {
            return None;
        }
        if (far - near).abs() <= self.narrow {
            return (!self.stands(far, &left)).then_some(Bracket { same: near, other: far });
        }
        let middle = f64::midpoint(near, far);
        self.halve(near, middle, &left, depth + 1).or_else(|| self.halve(middle, far, &left, depth + 1))
    }

    /// Whether the answer is the same with the number at one place, against these rivals.
    fn stands(&self, at: f64, rivals: &[usize]) -> bool {
        let point = self.stretch(at, at, 0);
        match self.holds {
            Holds::Refused => !self.may_be_accepted(&point),
            Holds::Acceptable => self.surely_accepted(&point),
            Holds::Chosen(_) => {
                self.surely_accepted(&point) && !rivals.iter().any(|rival| self.may_beat(&point, *rival))
            }
        }
    }

    fn stretch(&self, near: f64, far: f64, depth: u32) -> Stretch {
        let (near, far) = (self.along.view(near), self.along.view(far));
        let cares = |person: &usize| near.people[*person].cares && far.people[*person].cares;
        let people: Vec<usize> = (0..near.people.len()).filter(cares).collect();
        let gain = |person: usize, view: &View| self.along.gain(person, self.package, view);
        let own: Vec<Ends> = people.iter().map(|person| (gain(*person, &near), gain(*person, &far))).collect();
        let least = own.iter().map(|(a, b)| a.min(*b)).fold(f64::INFINITY, f64::min);
        Stretch { near, far, depth, people, own, least }
    }

    /// Whether the package is acceptable all along a stretch.
    fn surely_accepted(&self, stretch: &Stretch) -> bool {
        let has_floor = |person: &usize| self.along.ledger.people[*person].has_floor;
        let floors = stretch.people.iter().zip(&stretch.own).filter(|(person, _)| has_floor(person));
        let keeps =
            |at: usize| [&stretch.near, &stretch.far].into_iter().all(|view| keeps(self.along, at, self.package, view));
        self.along.ledger.allowed[self.package]
            && floors.into_iter().all(|(_, (a, b))| -TOLERANCE <= a.min(*b))
            && (0..self.along.ledger.requirements.len()).all(keeps)
    }

    /// Whether the package may be acceptable somewhere on a stretch.
    fn may_be_accepted(&self, stretch: &Stretch) -> bool {
        let has_floor = |person: &usize| self.along.ledger.people[*person].has_floor;
        let floors = stretch.people.iter().zip(&stretch.own).filter(|(person, _)| has_floor(person));
        self.along.ledger.allowed[self.package]
            && floors.into_iter().all(|(_, (a, b))| -TOLERANCE <= a.max(*b))
            && self.may_keep(stretch, self.package)
    }

    fn may_keep(&self, stretch: &Stretch, package: usize) -> bool {
        self.along.ledger.requirements.iter().enumerate().all(|(at, requirement)| {
            let [a, b] = [&stretch.near, &stretch.far].map(|view| self.along.slack(at, package, view));
            -TOLERANCE <= a.max(b) && (!requirement.is_equal || a.min(b) <= TOLERANCE)
        })
    }

    /// Whether a rival may be acceptable and better somewhere on a stretch.
    fn may_beat(&self, stretch: &Stretch, rival: usize) -> bool {
        let Holds::Chosen(order) = self.holds else { return false };
        let ends = |person: &usize| {
            let gain = |view: &View| self.along.gain(*person, rival, view);
            (gain(&stretch.near), gain(&stretch.far))
        };
        let is_low = |person: &usize| {
            let (near, far) = ends(person);
            let most = near.max(far);
            let has_floor = self.along.ledger.people[*person].has_floor;
            (has_floor && most < -TOLERANCE) || (order == Order::Fair && most < stretch.least - TOLERANCE)
        };
        // Nearly all rivals end here, so nothing is kept of them.
        if stretch.people.iter().any(is_low) {
            return false;
        }
        let theirs: Vec<Ends> = stretch.people.iter().map(ends).collect();
        self.may_keep(stretch, rival)
            && match order {
                Order::Joint => self.may_add_up(stretch, rival, &theirs, None),
                Order::Best(person) => self.may_add_up(stretch, rival, &theirs, Some(person)),
                _ => self.may_lift(stretch, rival, &theirs),
            }
    }

    /// Whether a rival's gains, or those of one person, may add up to more; or to as much, and be better by the rest.
    fn may_add_up(&self, stretch: &Stretch, rival: usize, theirs: &[Ends], only: Option<usize>) -> bool {
        let counts = |person: &usize| only.is_none_or(|only| only == *person);
        let of = |(_, (theirs, own)): (&usize, (&Ends, &Ends))| (theirs.0 - own.0, theirs.1 - own.1);
        let more = stretch.people.iter().zip(theirs.iter().zip(&stretch.own)).filter(|(person, _)| counts(person));
        let more: Vec<Ends> = more.map(of).collect();
        let is_straight = stretch.near.people.iter().zip(&stretch.far.people).all(|(a, b)| a.unit == b.unit);
        let sum = |part: &dyn Fn(&Ends) -> f64| more.iter().map(part).sum::<f64>();
        let (near, far) = (sum(&|ends| ends.0), sum(&|ends| ends.1));
        let (low, high) = if is_straight {
            (near.min(far), near.max(far))
        } else {
            (sum(&|ends| ends.0.min(ends.1)), sum(&|ends| ends.0.max(ends.1)))
        };
        let is_tie = |sum: f64| sum.abs() <= TOLERANCE;
        if high < -TOLERANCE {
            return false;
        }
        let is_tied = (-TOLERANCE <= low && high <= TOLERANCE)
            || (stretch.depth >= DEEP
                && is_tie(near)
                && is_tie(far)
                && is_tie(self.more_halfway(stretch, rival, only)));
        if is_tied { self.may_lift(stretch, rival, theirs) } else { true }
    }

    /// How much more a rival's gains add up to in the middle of a stretch.
    fn more_halfway(&self, stretch: &Stretch, rival: usize, only: Option<usize>) -> f64 {
        let middle = self.along.view(f64::midpoint(stretch.near.at, stretch.far.at));
        let counted = stretch.people.iter().filter(|person| only.is_none_or(|only| only == **person));
        let gain = |person: usize, package: usize| self.along.gain(person, package, &middle);
        counted.map(|person| gain(*person, rival) - gain(*person, self.package)).sum()
    }

    /// Whether a rival's gains, the smallest first, may be larger; or the same, and the rival first by name.
    fn may_lift(&self, stretch: &Stretch, rival: usize, theirs: &[Ends]) -> bool {
        let apart = |at: &usize| !self.along.is_alike(stretch.people[*at], rival, self.package);
        let apart: Vec<usize> = (0..theirs.len()).filter(apart).collect();
        let ends = |ends: &[Ends]| apart.iter().map(|at| ends[*at]).collect::<Vec<Ends>>();
        let (theirs, own) = (ends(theirs), ends(&stretch.own));
        match self.by_bounds(&theirs, &own, rival) {
            Some(verdict) => verdict,
            None if stretch.depth < DEEP => true,
            None => self.by_same_functions(stretch, rival, &apart),
        }
    }

    /// Compares the most that a rival has with the least that the package has; `None` if that doesn't settle it.
    fn by_bounds(&self, theirs: &[Ends], own: &[Ends], rival: usize) -> Option<bool> {
        let most = sorted(theirs.iter().map(|(a, b)| a.max(*b)).collect());
        let least = sorted(own.iter().map(|(a, b)| a.min(*b)).collect());
        let is_still = |(a, b): &Ends| (a - b).abs() <= TOLERANCE;
        let all_still = theirs.iter().chain(own).all(is_still);
        match compare(&most, &least) {
            std::cmp::Ordering::Less => Some(false),
            std::cmp::Ordering::Equal if all_still => Some(rival < self.package),
            std::cmp::Ordering::Greater if all_still => Some(true),
            _ => None,
        }
    }

    /// Compares without the gains that are the same function of the number, whoever's they are.
    fn by_same_functions(&self, stretch: &Stretch, rival: usize, apart: &[usize]) -> bool {
        let middle = self.along.view(f64::midpoint(stretch.near.at, stretch.far.at));
        let views = [&stretch.near, &middle, &stretch.far];
        let of = |package: usize| -> Vec<[f64; 3]> {
            let gains = |at: &usize| views.map(|view| self.along.gain(stretch.people[*at], package, view));
            apart.iter().map(gains).collect()
        };
        let (mut theirs, own) = (of(rival), of(self.package));
        let mut rest: Vec<Ends> = Vec::new();
        for gains in own {
            let is_same = |other: &[f64; 3]| gains.iter().zip(other).all(|(a, b)| (a - b).abs() <= TOLERANCE / 10.0);
            match theirs.iter().position(is_same) {
                Some(same) => _ = theirs.remove(same),
                None => rest.push((gains[0], gains[2])),
            }
        }
        let theirs: Vec<Ends> = theirs.into_iter().map(|gains| (gains[0], gains[2])).collect();
        self.by_bounds(&theirs, &rest, rival).unwrap_or(true)
    }
}

/// The package, and those rivals that leave each person above its floor at some turn: between turns gains rise or fall
/// throughout, so that the others are refused everywhere.
/// Floors of those whose scale has no width at some turn don't count, since nothing is known of them beside it.
fn candidates(along: &Along<'_>, package: usize, rivals: &[usize]) -> Candidates {
    let views: Vec<View> = along.turns().into_iter().map(|at| along.view(at)).collect();
    let has_floor =
        |person: &usize| along.ledger.people[*person].has_floor && views.iter().all(|view| view.people[*person].cares);
    let people: Vec<usize> = (0..along.ledger.people.len()).filter(has_floor).collect();
    let may_live = |rival: usize, person: usize| views.iter().any(|view| -TOLERANCE <= along.gain(person, rival, view));
    let live = rivals.iter().copied().filter(|rival| people.iter().all(|person| may_live(*rival, *person)));
    let packages: Vec<usize> = live.chain([package]).sorted_unstable().collect();
    let everybody = 0..along.ledger.people.len();
    let raw = packages.iter().flat_map(|package| everybody.clone().map(|person| along.raw(person, *package))).collect();
    Candidates { packages, raw }
}

/// From here on the question has no answer.
struct Unanswerable;
