//! The frontier of two parties where partial packages are too many to merge: from the best point for the first party on,
//! each next one gives the second a grain more at least (the method of constraints, Haimes, Lasdon and Wismer 1971).

use super::FrontierPoint;
use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::goal::{Group, Measure};
use crate::optimize::model::Model;
use crate::optimize::search::search;
use crate::optimize::space::Whole;
use crate::optimize::task::{Aim, Ground, Leaf, Task};

/// After how many nodes a search gives up, and with it the sweep.
const NODES: u64 = 50_000;
/// Up to how many points are listed.
const MOST_POINTS: usize = 1_000;

/// Every point of the frontier of a model with two stakes, falling in the first one's gain; `None` if that takes too long.
pub(super) fn sweep<N: Whole>(model: &Model, stop: &Stop<'_>) -> Option<Vec<FrontierPoint>> {
    let sweep: Sweep<'_, N> = Sweep { ground: Ground::new(model), stop };
    let mut points = Vec::new();
    let mut floors = sweep.ground.space.floors(model.stakes.iter().map(|stake| stake.has_floor.then(N::zero)));
    while points.len() < MOST_POINTS {
        let Some(leaf) = sweep.farthest(0, &floors, None)? else { return Some(points) };
        let most = sweep.ground.space.value(0, &leaf.choice);
        let own = floors[0].replace(most);
        let leaf = sweep.farthest(1, &floors, Some(leaf))??;
        points.push(sweep.first(model, &floors, &leaf)?);
        floors[0] = own;
        floors[1] = Some(sweep.ground.space.value(1, &leaf.choice) + sweep.ground.space.grain(Group::Gains).clone());
    }
    None
}

struct Sweep<'a, N> {
    ground: Ground<'a, N>,
    stop: &'a Stop<'a>,
}

impl<N: Whole> Sweep<'_, N> {
    /// The package with the most for one stake, if there is one at all; `None` if that can't be told in time.
    #[expect(clippy::option_option, reason = "no package is an answer, no time is none")]
    fn farthest(&self, stake: usize, floors: &[Option<N>], start: Option<Leaf>) -> Option<Option<Leaf>> {
        let start = start.map(|leaf| Leaf { value: leaf.gains[stake].clone(), ..leaf });
        let task = Task {
            aim: Aim::Best,
            measure: Measure::Form(stake),
            floors: floors.to_vec(),
            nodes: Some(NODES),
            ..Task::default()
        };
        let outcome = search(&self.ground, task, start, self.stop);
        outcome.open.is_none().then_some(outcome.leaf)
    }

    /// The first package by names with these gains.
    fn first(&self, model: &Model, floors: &[Option<N>], leaf: &Leaf) -> Option<FrontierPoint> {
        let task =
            Task { exactly: Some(leaf.gains.clone()), floors: floors.to_vec(), nodes: Some(NODES), ..Task::default() };
        let first = search(&self.ground, task, None, self.stop).leaf?;
        let gains: Vec<Rational> = first.gains;
        Some(FrontierPoint { package: model.package(&first.choice, &[]), gains, packages: None })
    }
}
