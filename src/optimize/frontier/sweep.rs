//! The frontier of two parties where partial packages are too many to merge: from the best point for the first party on,
//! each next one gives the second a grain more at least (the method of constraints, Haimes, Lasdon and Wismer 1971).

use std::cell::Cell;

use super::FrontierPoint;
use crate::optimize::Stop;
use crate::optimize::goal::{Group, Measure};
use crate::optimize::model::Model;
use crate::optimize::search::{first_giving, search};
use crate::optimize::space::Whole;
use crate::optimize::task::{Aim, Ground, Leaf, Outcome, Task};

/// After how many nodes of all its searches together a sweep gives up: a few seconds.
const NODES: u64 = 200_000;

/// Every point of the frontier of a model with two stakes, falling in the first one's gain; `None` if that takes too long.
pub(super) fn sweep<N: Whole>(model: &Model, stop: &Stop<'_>) -> Option<Vec<FrontierPoint>> {
    let sweep: Sweep<'_, N> = Sweep { ground: Ground::new(model), stop, left: Cell::new(NODES) };
    let space = &sweep.ground.space;
    let mut points = Vec::new();
    let mut floors = space.floors(model.stakes.iter().map(|stake| stake.has_floor.then(N::zero)));
    loop {
        let Some(leaf) = sweep.farthest(0, &floors, None)? else { return Some(points) };
        let own = floors[0].replace(space.value(0, &leaf.choice));
        let leaf = sweep.farthest(1, &floors, Some(leaf))??;
        let first = first_giving(&sweep.ground, &leaf.gains, floors.clone(), sweep.left.get(), stop);
        let package = model.package(&sweep.counted(first).leaf?.choice, &[]);
        floors[0] = own;
        floors[1] = Some(space.value(1, &leaf.choice) + space.grain(Group::Gains).clone());
        points.push(FrontierPoint { package, gains: leaf.gains, packages: None });
    }
}

struct Sweep<'a, N> {
    ground: Ground<'a, N>,
    stop: &'a Stop<'a>,
    /// How many nodes are left to explore.
    left: Cell<u64>,
}

impl<N: Whole> Sweep<'_, N> {
    /// The package with the most for one stake, if there is one at all; `None` if that can't be told in time.
    #[expect(clippy::option_option, reason = "no package is an answer, no time is none")]
    fn farthest(&self, stake: usize, floors: &[Option<N>], start: Option<Leaf>) -> Option<Option<Leaf>> {
        let start = start.map(|leaf| Leaf { value: leaf.gains[stake].clone(), ..leaf });
        let (measure, floors, nodes) = (Measure::Form(stake), floors.to_vec(), Some(self.left.get()));
        let task = Task { aim: Aim::Best, measure, floors, nodes, ..Task::default() };
        let outcome = self.counted(search(&self.ground, task, start, self.stop));
        outcome.open.is_none().then_some(outcome.leaf)
    }

    fn counted(&self, outcome: Outcome) -> Outcome {
        self.left.set(self.left.get().saturating_sub(outcome.nodes));
        outcome
    }
}
