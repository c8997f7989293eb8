//! From states that stand for others to efficient packages: a few of them far apart, each made as good as it can be.

use std::time::Duration;

use super::course::Course;
use super::merge::Merged;
use super::states::States;
use super::{Found, FrontierPoint};
use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::goal::{Group, Measure};
use crate::optimize::model::Model;
use crate::optimize::search::{first_giving, search};
use crate::optimize::space::{Whole, smallest_sum};
use crate::optimize::task::{Aim, Ground, Leaf, Task};

/// How many points are listed where not all can be: each is made efficient by a search of its own.
const MOST_LISTED: usize = 200;
/// After how many nodes such a search gives up; the point isn't listed then.
const NODES: u64 = 3_000;
/// How long points are looked for in any case, also when the time is up.
const GRACE: Duration = Duration::from_millis(500);

/// Lists some efficient packages, with the proven gap that they leave; when the time is up, those that are found at once.
pub(super) fn lift<N: Whole, C: Whole>(
    model: &Model,
    course: &Course<N, C>,
    merged: &Merged<N, C>,
    stop: &Stop<'_>,
) -> Found {
    let ground: Ground<'_, N> = Ground::new(model);
    let is_late = stop.is_due();
    let stop = &stop.leaving(GRACE);
    let lift = Lift { model, ground: &ground, stop };
    let ideals = (0..course.gains).map(|gain| if is_late { None } else { lift.ideal(gain) }).collect::<Vec<_>>();
    let mut cover = Cover::new(reach(merged, &ideals));
    let mut open: Vec<usize> = (0..merged.states.len()).filter(|at| course.allows(merged.states.get(*at))).collect();
    let mut listed: Vec<(Vec<N>, FrontierPoint)> = Vec::new();
    while listed.len() < MOST_LISTED && !stop.is_due() {
        let Some(place) = (0..open.len()).max_by(|a, b| cover.compare(open[*a], open[*b])) else { break };
        let at = open.swap_remove(place);
        let Some((gains, point)) = lift.efficient(course.choice(&merged.states.codes[at])) else { continue };
        if listed.iter().all(|(known, _)| *known != gains) {
            cover.add(&gains);
            listed.push((gains, point));
        }
        // What the points reach already needs no point of its own.
        open.retain(|at| !cover.is_reached(*at));
    }
    // At least one, however late it is: that takes so many nodes at most.
    let never = Stop::never();
    let lift = Lift { stop: &never, ..lift };
    if listed.is_empty()
        && let Some((gains, point)) = lift.any().and_then(|choice| lift.efficient(choice))
    {
        cover.add(&gains);
        listed.push((gains, point));
    }
    listed.sort_by(|(a, _), (b, _)| b.cmp(a));
    let gap = cover.farthest().map(|farthest| ground.space.points(&farthest));
    let points = listed.into_iter().map(|(_, point)| point).collect();
    Found { points, gap, is_hurried: merged.is_hurried, ..Found::default() }
}

/// How far what can't be ruled out lies above the nearest point that is listed.
struct Cover<N> {
    /// No allowed package gives more than one of these to everybody.
    reach: Vec<Vec<N>>,
    /// By how much each of these is above some point, for whom that is most; the least over all points.
    above: Vec<Option<N>>,
}

impl<N: Whole> Cover<N> {
    fn new(reach: Vec<Vec<N>>) -> Self {
        Self { above: vec![None; reach.len()], reach }
    }

    fn add(&mut self, point: &[N]) {
        for (reach, above) in self.reach.iter().zip(&mut self.above) {
            let more = reach.iter().zip(point).map(|(reach, point)| reach.clone() - point.clone());
            let distance = more.max().unwrap_or_else(N::zero).max(N::zero());
            if above.as_ref().is_none_or(|above| distance < *above) {
                *above = Some(distance);
            }
        }
    }

    /// Compares how far two lie above all points, the later one first by place.
    fn compare(&self, a: usize, b: usize) -> std::cmp::Ordering {
        // `None` is farther than any distance.
        let known = (self.above[a].is_none(), &self.above[a]);
        known.cmp(&(self.above[b].is_none(), &self.above[b])).then(b.cmp(&a))
    }

    fn is_reached(&self, at: usize) -> bool {
        self.above[at].as_ref().is_some_and(N::is_zero)
    }

    /// The largest distance; `None` if there is no point.
    fn farthest(self) -> Option<N> {
        self.above.into_iter().collect::<Option<Vec<N>>>()?.into_iter().max()
    }
}

/// What no allowed package gives more than: per state its gains and what was given up, and to nobody more than the most
/// that it can gain, where that is known.
fn reach<N: Whole, C: Whole>(merged: &Merged<N, C>, ideals: &[Option<N>]) -> Vec<Vec<N>> {
    let states: &States<N, C> = &merged.states;
    let most = |at: usize| {
        let values = states.get(at).iter().zip(&merged.given).zip(ideals);
        values.map(|((value, given), ideal)| {
            let most = value.clone() + given.clone();
            ideal.iter().cloned().fold(most, N::min)
        })
    };
    (0..states.len()).map(|at| most(at).collect()).collect()
}

struct Lift<'a, N> {
    model: &'a Model,
    ground: &'a Ground<'a, N>,
    stop: &'a Stop<'a>,
}

impl<N: Whole> Lift<'_, N> {
    /// The most that one gain can be in an allowed package; `None` if the search gave up.
    fn ideal(&self, gain: usize) -> Option<N> {
        let floors = self.ground.space.floors(self.model.stakes.iter().map(|stake| stake.has_floor.then(N::zero)));
        let task = Task { aim: Aim::Best, measure: Measure::Form(gain), floors, nodes: Some(NODES), ..Task::default() };
        let outcome = search(self.ground, task, None, self.stop);
        let leaf = outcome.leaf.filter(|_| outcome.open.is_none())?;
        Some(self.ground.space.value(gain, &leaf.choice))
    }

    /// Some allowed package with a large smallest gain, if one is found at once.
    fn any(&self) -> Option<Vec<usize>> {
        let floors = self.ground.space.floors(self.model.stakes.iter().map(|stake| stake.has_floor.then(N::zero)));
        let measure = Measure::Smallest(Group::Gains, 1);
        let task = Task { aim: Aim::Best, measure, floors, nodes: Some(NODES), ..Task::default() };
        search(self.ground, task, None, self.stop).leaf.map(|leaf| leaf.choice)
    }

    /// An efficient package that leaves nobody worse off than `choice` does, with its gains; `None` if the search gave up.
    fn efficient(&self, choice: Vec<usize>) -> Option<(Vec<N>, FrontierPoint)> {
        let space = &self.ground.space;
        let points = |gains: &[N]| -> Vec<Rational> { gains.iter().map(|gain| space.points(gain)).collect() };
        let gains = space.values(Group::Gains, &choice);
        let floors = space.floors(gains.iter().cloned().map(Some));
        let value = space.points(&smallest_sum(&gains, gains.len()));
        let start = Leaf { amounts: vec![None; choice.len()], value, gains: points(&gains), choice };
        let best = Task { aim: Aim::Best, measure: Measure::Sum, floors, nodes: Some(NODES), ..Task::default() };
        let outcome = search(self.ground, best, Some(start), self.stop);
        let leaf = outcome.leaf.filter(|_| outcome.open.is_none())?;
        let gains = space.values(Group::Gains, &leaf.choice);
        let floors = space.floors(gains.iter().cloned().map(Some));
        let canonical = first_giving(self.ground, &points(&gains), floors, NODES, self.stop).leaf.unwrap_or(leaf);
        let package = self.model.package(&canonical.choice, &[]);
        Some((gains.clone(), FrontierPoint { package, gains: points(&gains), packages: None }))
    }
}
