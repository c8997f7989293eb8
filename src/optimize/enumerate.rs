//! Looking at every package. Knows no bound and no solver: what it finds best is best.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::goal::Goal;
use super::space::{Space, Whole};
use super::{Stop, Ties};

/// Up to how many packages every one is looked at.
pub(crate) const MOST_PACKAGES: u128 = 20_000_000;
/// After how many packages the clock is read.
const PATIENCE: u32 = 1 << 16;

/// What looking at every package found.
#[derive(Clone, Debug)]
pub(crate) struct Listing<N> {
    /// The best package; `None` if none keeps the floors.
    pub(crate) best: Option<Candidate<N>>,
    /// Standings that the objective can't tell from the best, each with its first package by names.
    pub(crate) tied: BTreeMap<Vec<N>, Vec<usize>>,
    /// Whether `tied` is complete.
    pub(crate) complete: bool,
    /// Whether the time ran out.
    pub(crate) stopped: bool,
}

/// A package of points with its gains and ratios in whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate<N> {
    pub(crate) choice: Vec<usize>,
    pub(crate) standing: Vec<N>,
}

/// Looks at every package whose forms keep their `floors`.
pub(crate) fn enumerate<N: Whole>(space: &Space<N>, floors: &[Option<N>], goal: &Goal, stop: &Stop<'_>) -> Listing<N> {
    let mut walk = Walk {
        space,
        floors,
        goal,
        stop,
        room: room(space),
        sums: space.forms.iter().map(|form| vec![form.constant.clone(); space.sizes.len() + 1]).collect(),
        choice: vec![0; space.sizes.len()],
        looked: 0,
        listing: Listing { best: None, tied: BTreeMap::new(), complete: true, stopped: false },
    };
    walk.decide(0);
    walk.listing
}

/// Per form and depth, the most that the decisions from there on can add.
fn room<N: Whole>(space: &Space<N>) -> Vec<Vec<N>> {
    let of = |parts: &[Vec<N>]| {
        let mut room = vec![N::zero()];
        for part in parts.iter().rev() {
            let most = part.iter().max().cloned().unwrap_or_else(N::zero);
            room.push(room[room.len() - 1].clone() + most);
        }
        room.reverse();
        room
    };
    space.forms.iter().map(|form| of(&form.most)).collect()
}

struct Walk<'a, N> {
    space: &'a Space<N>,
    floors: &'a [Option<N>],
    goal: &'a Goal,
    stop: &'a Stop<'a>,
    room: Vec<Vec<N>>,
    /// Per form, its value after the first so many decisions.
    sums: Vec<Vec<N>>,
    choice: Vec<usize>,
    looked: u32,
    listing: Listing<N>,
}

impl<N: Whole> Walk<'_, N> {
    fn decide(&mut self, depth: usize) {
        if self.listing.stopped {
            return;
        }
        if depth == self.choice.len() {
            return self.look();
        }
        for taken in 0..self.space.sizes[depth] {
            self.choice[depth] = taken;
            if self.take(depth, taken) {
                self.decide(depth + 1);
            }
        }
    }

    /// Adds alternative `taken` of decision `depth` up; false if some floor is out of reach then.
    fn take(&mut self, depth: usize, taken: usize) -> bool {
        let mut within_reach = true;
        for (at, form) in self.space.forms.iter().enumerate() {
            let sums = &mut self.sums[at];
            sums[depth + 1] = sums[depth].clone();
            sums[depth + 1] += &form.most[depth][taken];
            if let Some(floor) = &self.floors[at] {
                within_reach &= *floor <= sums[depth + 1].clone() + self.room[at][depth + 1].clone();
            }
        }
        within_reach
    }

    fn look(&mut self) {
        self.looked += 1;
        if self.looked.is_multiple_of(PATIENCE) && self.stop.is_due() {
            self.listing.stopped = true;
        }
        let depth = self.choice.len();
        let compared = self.space.gains + self.space.ratios;
        let standing: Vec<N> = self.sums[..compared].iter().map(|sums| sums[depth].clone()).collect();
        let Some(best) = &self.listing.best else { return self.lead(standing) };
        match self.goal.compare_objective(&standing, &best.standing) {
            Ordering::Less => {}
            Ordering::Greater => self.lead(standing),
            Ordering::Equal => self.tie(standing),
        }
    }

    /// Takes the lead: nothing found so far is as good.
    fn lead(&mut self, standing: Vec<N>) {
        self.listing.tied = BTreeMap::from([(standing.clone(), self.choice.clone())]);
        self.listing.complete = true;
        self.listing.best = Some(Candidate { choice: self.choice.clone(), standing });
    }

    /// Packages come in canonical order, so the first with some standing is the canonical one for it.
    fn tie(&mut self, standing: Vec<N>) {
        let better = |best: &Candidate<N>| self.goal.compare(&standing, &best.standing) == Ordering::Greater;
        if self.listing.best.as_ref().is_some_and(better) {
            self.listing.best = Some(Candidate { choice: self.choice.clone(), standing: standing.clone() });
        }
        if self.listing.tied.contains_key(&standing) {
            return;
        }
        if self.listing.tied.len() < Ties::MOST {
            self.listing.tied.insert(standing, self.choice.clone());
        } else {
            self.listing.complete = false;
        }
    }
}
