//! Where an answer first changes when one number moves.
//!
//! Over a stretch on which every gain rises or falls throughout, a rival gets at most the larger of its gains at both
//! ends, and the package in question at least the smaller of its own. A rival that isn't better even so ([`Contest`]) is
//! out for the whole stretch; where some are left, the stretch is halved, the nearer half first. What is left in the end
//! is narrower than a billionth of the range: everything nearer is ruled out, all of it and not only points of it.

use std::cell::Cell;

use itertools::Itertools as _;

use super::along::Along;
use super::contest::Contest;
use super::course::View;
use super::field::Field;
use super::snapshot::Order;
use super::stretch::{Place, Stretch};

/// To what part of the range the place of a change is narrowed down.
const NARROW: f64 = 1e-9;
/// How far from a place where somebody's scale has no width it is looked, as a part of the range.
const ASIDE: f64 = 1e-7;
/// How many stretches are looked at before the search gives up.
const MOST_STRETCHES: u32 = 20_000;

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
    narrow: f64,
    aside: f64,
    field: Field<'a>,
    /// How many more stretches are looked at.
    patience: Cell<u32>,
}

impl<'a> Search<'a> {
    /// Of a package against `rivals`, in canonical order; the range of the number is so wide.
    pub(super) fn new(
        along: &'a Along<'a>,
        holds: Holds,
        package: usize,
        rivals: impl Iterator<Item = usize>,
        range: f64,
    ) -> Self {
        let has_rivals = matches!(holds, Holds::Chosen(_));
        let field = Field::new(along, package, rivals.filter(|_| has_rivals));
        Self { along, holds, narrow: NARROW * range, aside: ASIDE * range, field, patience: Cell::new(MOST_STRETCHES) }
    }

    /// Whether the search gave up.
    pub(super) fn is_exhausted(&self) -> bool {
        self.patience.get() == 0
    }

    /// Where the answer first changes upwards or downwards, further away than `from`; `None` if nowhere within reach.
    pub(super) fn first(&self, up: bool, from: f64) -> Option<Bracket> {
        let outward = outward(self.along.turns(), up, from);
        for (near, far) in outward.iter().tuple_windows() {
            match self.piece(*near, *far) {
                Ok(None) => {}
                Ok(found) => return found,
                Err(Unanswerable) => return None,
            }
        }
        None
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
        let [start, end] = [start, end].map(|at| Place::new(&self.field, at));
        let found = first.or_else(|| self.halve(&start, &end, &self.everything(), 0));
        Ok(found.or_else(|| if far_flat { self.at_flat(end.view.at, far) } else { None }))
    }

    /// Whether the answer is another at `far`, looked at by itself.
    fn point(&self, near: f64, far: f64) -> Option<Bracket> {
        (!self.stands(&Place::new(&self.field, far), &self.everything())).then_some(Bracket { same: near, other: far })
    }

    fn at_flat(&self, near: f64, far: f64) -> Option<Bracket> {
        if self.is_unanswerable(&self.along.view(far)) { None } else { self.point(near, far) }
    }

    fn halve(&self, near: &Place, far: &Place, left: &Left, depth: u32) -> Option<Bracket> {
        if self.patience.get() == 0 {
            return None;
        }
        self.patience.set(self.patience.get() - 1);
        let (left, settled) = self.looked(&Stretch::new(&self.field, near, far, depth), left);
        if left.rivals.is_empty() && settled {
            return None;
        }
        let (same, other) = (near.view.at, far.view.at);
        if (other - same).abs() <= self.narrow {
            return (!self.stands(far, &left)).then_some(Bracket { same, other });
        }
        let middle = Place::new(&self.field, f64::midpoint(same, other));
        self.halve(near, &middle, &left, depth + 1).or_else(|| self.halve(&middle, far, &left, depth + 1))
    }

    /// Whether the answer is the same with the number at one place, as far as these packages go.
    fn stands(&self, place: &Place, left: &Left) -> bool {
        let (left, settled) = self.looked(&Stretch::new(&self.field, place, place, 0), left);
        left.rivals.is_empty() && settled
    }

    /// What isn't ruled out on a stretch, and whether all of it agrees with what is held of the package itself.
    fn looked(&self, stretch: &Stretch<'_>, left: &Left) -> (Left, bool) {
        let settled = match self.holds {
            Holds::Refused => !stretch.may_accept_own(&self.field),
            Holds::Chosen(_) | Holds::Acceptable => stretch.surely_accepts_own(&self.field),
        };
        let Holds::Chosen(order) = self.holds else { return (Left::default(), settled) };
        let mut contest = Contest::new(&self.field, stretch, order, &left.able);
        let rivals = left.rivals.iter().copied().filter(|rival| contest.may_win(*rival)).collect();
        (Left { rivals, able: contest.into_able() }, settled)
    }

    /// Nothing is ruled out yet.
    fn everything(&self) -> Left {
        Left { rivals: self.field.rivals().collect(), able: self.field.all().collect() }
    }
}

/// Where to begin, and the turns beyond, on the way up or down.
pub(super) fn outward(turns: Vec<f64>, up: bool, from: f64) -> Vec<f64> {
    let mut beyond: Vec<f64> = turns.into_iter().filter(|at| if up { from < *at } else { *at < from }).collect();
    if !up {
        beyond.reverse();
    }
    [vec![from], beyond].concat()
}

/// What isn't ruled out on a stretch, by positions in the field.
#[derive(Default)]
struct Left {
    /// The rivals that may be chosen.
    rivals: Vec<usize>,
    /// The packages that may bring somebody the most there is to gain.
    able: Vec<usize>,
}

/// From here on the question has no answer.
struct Unanswerable;
