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
    let mut listing = Listing { best: None, tied: BTreeMap::new(), complete: true, stopped: false };
    let compared = space.compared();
    listing.stopped = !walk(space, floors, stop, &mut |choice, values| {
        listing.look(goal, choice, &values[..compared]);
    });
    listing
}

/// Visits every package whose forms keep their `floors`, in canonical order, with the value of each form; false if the
/// time ran out.
pub(crate) fn walk<N: Whole>(
    space: &Space<N>,
    floors: &[Option<N>],
    stop: &Stop<'_>,
    visit: &mut impl FnMut(&[usize], &[N]),
) -> bool {
    let start: Vec<N> = space.forms.iter().map(|form| form.constant.clone()).collect();
    let mut walk = Walk {
        space,
        floors,
        stop,
        visit,
        room: room(space),
        values: vec![start; space.sizes.len() + 1],
        choice: vec![0; space.sizes.len()],
        looked: 0,
        stopped: false,
    };
    walk.decide(0);
    !walk.stopped
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

struct Walk<'a, N, V> {
    space: &'a Space<N>,
    floors: &'a [Option<N>],
    stop: &'a Stop<'a>,
    visit: &'a mut V,
    room: Vec<Vec<N>>,
    /// After the first so many decisions, the value of each form.
    values: Vec<Vec<N>>,
    choice: Vec<usize>,
    looked: u32,
    stopped: bool,
}

impl<N: Whole, V: FnMut(&[usize], &[N])> Walk<'_, N, V> {
    fn decide(&mut self, depth: usize) {
        if self.stopped {
            return;
        }
        if depth == self.choice.len() {
            self.looked += 1;
            self.stopped = self.looked.is_multiple_of(PATIENCE) && self.stop.is_due();
            return (self.visit)(&self.choice, &self.values[depth]);
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
        let (before, after) = self.values.split_at_mut(depth + 1);
        let (before, after) = (&before[depth], &mut after[0]);
        for (at, form) in self.space.forms.iter().enumerate() {
            after[at] = before[at].clone();
            after[at] += &form.most[depth][taken];
            if let Some(floor) = &self.floors[at] {
                within_reach &= *floor <= after[at].clone() + self.room[at][depth + 1].clone();
            }
        }
        within_reach
    }
}

impl<N: Whole> Listing<N> {
    fn look(&mut self, goal: &Goal, choice: &[usize], standing: &[N]) {
        let Some(best) = &self.best else { return self.lead(choice, standing) };
        match goal.compare_objective(standing, &best.standing) {
            Ordering::Less => {}
            Ordering::Greater => self.lead(choice, standing),
            Ordering::Equal => self.tie(goal, choice, standing),
        }
    }

    /// Takes the lead: nothing found so far is as good.
    fn lead(&mut self, choice: &[usize], standing: &[N]) {
        self.tied = BTreeMap::from([(standing.to_vec(), choice.to_vec())]);
        self.complete = true;
        self.best = Some(Candidate { choice: choice.to_vec(), standing: standing.to_vec() });
    }

    /// Packages come in canonical order, so the first with some standing is the canonical one for it.
    fn tie(&mut self, goal: &Goal, choice: &[usize], standing: &[N]) {
        let better = |best: &Candidate<N>| goal.compare(standing, &best.standing) == Ordering::Greater;
        if self.best.as_ref().is_some_and(better) {
            self.best = Some(Candidate { choice: choice.to_vec(), standing: standing.to_vec() });
        }
        if self.tied.contains_key(standing) {
            return;
        }
        if self.tied.len() < Ties::MOST {
            self.tied.insert(standing.to_vec(), choice.to_vec());
        } else {
            self.complete = false;
        }
    }
}
