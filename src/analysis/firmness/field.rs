//! The packages that may be acceptable somewhere along a number, with what moves of each.

use super::along::Along;
use super::course::{Line, View, on};
use super::snapshot::{TOLERANCE, keeps};
use super::stretch::{Ends, Stretch};

/// The package in question, and its rivals.
pub(super) struct Field<'a> {
    pub(super) along: &'a Along<'a>,
    /// In canonical order; all of them but perhaps the one in question are allowed.
    packages: Vec<usize>,
    /// Where the one in question stands among them.
    pub(super) own: usize,
    /// Whether the one in question keeps everything that never moves.
    pub(super) own_is_allowed: bool,
    /// Package by package, how each person's raw value moves.
    raw: Vec<Line>,
    /// The requirements that the number, or somebody's scale, moves.
    moving: Vec<usize>,
}

impl<'a> Field<'a> {
    /// The package, and of `rivals`, in canonical order, those that keep everything that never moves and leave each person
    /// above its floor at some turn: between turns gains rise or fall throughout, so that the others are refused
    /// everywhere.
    /// Floors of those whose scale has no width at some turn don't count, since nothing is known of them beside it.
    pub(super) fn new(along: &'a Along<'a>, package: usize, rivals: impl Iterator<Item = usize>) -> Self {
        let ledger = along.ledger;
        let views: Vec<View> = along.turns().into_iter().map(|at| along.view(at)).collect();
        let (still, moving): (Vec<usize>, Vec<usize>) =
            (0..ledger.requirements.len()).partition(|requirement| along.is_still(*requirement));
        let is_allowed =
            |package: usize| ledger.allowed[package] && still.iter().all(|at| keeps(along, *at, package, &views[0]));
        let has_floor =
            |person: &usize| ledger.people[*person].has_floor && views.iter().all(|view| view.people[*person].cares);
        let people: Vec<usize> = (0..ledger.people.len()).filter(has_floor).collect();
        let may_live = |rival: usize, person: usize| {
            let raw = along.raw(person, rival);
            views.iter().any(|view| -TOLERANCE <= view.people[person].gain(on(raw, view.at)))
        };
        let is_rival = |rival: &usize| {
            *rival != package && is_allowed(*rival) && people.iter().all(|person| may_live(*rival, *person))
        };
        let mut packages: Vec<usize> = rivals.filter(is_rival).collect();
        let own = packages.partition_point(|rival| *rival < package);
        packages.insert(own, package);
        let everybody = 0..ledger.people.len();
        let mut raw = Vec::with_capacity(packages.len() * everybody.len());
        for package in &packages {
            raw.extend(everybody.clone().map(|person| along.raw(person, *package)));
        }
        Self { along, own, own_is_allowed: is_allowed(package), raw, moving, packages }
    }

    /// The positions of the rivals, in canonical order.
    pub(super) fn rivals(&self) -> impl Iterator<Item = usize> {
        let own = self.own;
        (0..self.packages.len()).filter(move |at| *at != own)
    }

    /// The positions of all packages, in canonical order.
    pub(super) fn all(&self) -> std::ops::Range<usize> {
        0..self.packages.len()
    }

    /// What a package brings to a person, or the score where the no-deal is unknown.
    pub(super) fn gain(&self, person: usize, at: usize, view: &View) -> f64 {
        view.people[person].gain(on(self.line(person, at), view.at))
    }

    /// How a person's raw value of a package moves.
    fn line(&self, person: usize, at: usize) -> Line {
        self.raw[at * self.along.ledger.people.len() + person]
    }

    /// What a package brings to a person at both ends of a stretch.
    pub(super) fn ends(&self, person: usize, at: usize, stretch: &Stretch<'_>) -> Ends {
        (self.gain(person, at, &stretch.near.view), self.gain(person, at, &stretch.far.view))
    }

    /// Whether a person tells two packages apart alike wherever the number is.
    pub(super) fn is_alike(&self, person: usize, one: usize, other: usize) -> bool {
        let (one, other) = (self.line(person, one), self.line(person, other));
        (one.0 - other.0).abs() < 1e-12 && (one.1 - other.1).abs() < 1e-12
    }

    /// Whether a person doesn't agree to less than its no-deal.
    pub(super) fn has_floor(&self, person: usize) -> bool {
        self.along.ledger.people[person].has_floor
    }

    /// Whether a package may keep everything that moves, somewhere on a stretch.
    pub(super) fn may_keep(&self, at: usize, stretch: &Stretch<'_>) -> bool {
        self.keeps(at, stretch, f64::max, f64::min)
    }

    /// Whether a package keeps everything that moves all along a stretch.
    pub(super) fn surely_keeps(&self, at: usize, stretch: &Stretch<'_>) -> bool {
        self.keeps(at, stretch, f64::min, f64::max)
    }

    /// Whether the `upper` of the slacks at both ends is enough, and the `lower` not too much.
    fn keeps(&self, at: usize, stretch: &Stretch<'_>, upper: fn(f64, f64) -> f64, lower: fn(f64, f64) -> f64) -> bool {
        self.moving.iter().all(|requirement| {
            let slack = |view: &View| self.along.slack(*requirement, self.packages[at], view);
            let (near, far) = (slack(&stretch.near.view), slack(&stretch.far.view));
            let is_equal = self.along.ledger.requirements[*requirement].is_equal;
            -TOLERANCE <= upper(near, far) && (!is_equal || lower(near, far) <= TOLERANCE)
        })
    }
}
