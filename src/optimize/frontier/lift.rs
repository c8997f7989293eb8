//! From states that stand for others to efficient packages: a few of them far apart, each made as good as it can be.

use super::course::Course;
use super::merge::Merged;
use super::{Found, FrontierPoint};
use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::goal::{Group, Measure};
use crate::optimize::model::Model;
use crate::optimize::search::search;
use crate::optimize::space::{Space, Whole, smallest_sum};
use crate::optimize::task::{Aim, Ground, Leaf, Task};

/// How many points are listed where not all can be: each is made efficient by a search of its own.
const MOST_LISTED: usize = 200;
/// After how many nodes such a search gives up; the point isn't listed then.
const NODES: u64 = 3_000;

/// Lists some efficient packages, with the proven gap that they leave.
pub(super) fn lift<N: Whole, C: Whole>(
    model: &Model,
    space: &Space<N>,
    course: &Course<N, C>,
    merged: &Merged<N, C>,
    stop: &Stop<'_>,
) -> Found {
    let states = &merged.states;
    let gains = |at: usize| &states.get(at)[..course.gains];
    let is_allowed =
        |at: &usize| course.rows.iter().zip(states.get(*at)).all(|(row, value)| !row.has_floor || !value.is_negative());
    let allowed: Vec<usize> = (0..states.len()).filter(is_allowed).collect();
    let ground: Ground<'_, N> = Ground::new(model);
    let mut listed: Vec<(Vec<N>, FrontierPoint)> = Vec::new();
    // How far each state lies above the nearest point that is listed.
    let mut above: Vec<Option<N>> = vec![None; states.len()];
    let mut tried = vec![false; states.len()];
    for _ in 0..MOST_LISTED {
        let open = allowed.iter().copied().filter(|at| !tried[*at]);
        let farthest = open.max_by(|a, b| farther(&above[*a], &above[*b]).then(b.cmp(a)));
        let Some(at) = farthest.filter(|at| above[*at].as_ref().is_none_or(|above| !above.is_zero())) else { break };
        if stop.is_due() {
            break;
        }
        tried[at] = true;
        let Some((found, point)) = efficient(model, &ground, course.choice(&states.codes[at]), stop) else { continue };
        if listed.iter().all(|(known, _)| *known != found) {
            for (state, above) in above.iter_mut().enumerate() {
                let distance = distance(gains(state), &found);
                if above.as_ref().is_none_or(|above| distance < *above) {
                    *above = Some(distance);
                }
            }
            listed.push((found, point));
        }
    }
    let given = merged.given[..course.gains].iter().max().cloned().unwrap_or_else(N::zero);
    let farthest = above.into_iter().collect::<Option<Vec<N>>>().and_then(|above| above.into_iter().max());
    let gap = farthest.map(|farthest| space.points(&(farthest + given)));
    listed.sort_by(|(a, _), (b, _)| b.cmp(a));
    Found { points: listed.into_iter().map(|(_, point)| point).collect(), gap }
}

/// Unknown is farther than any distance.
fn farther<N: Whole>(a: &Option<N>, b: &Option<N>) -> std::cmp::Ordering {
    match (a, b) {
        (None, None) => std::cmp::Ordering::Equal,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (Some(_), None) => std::cmp::Ordering::Less,
        (Some(a), Some(b)) => a.cmp(b),
    }
}

/// By how much a state has more than a point, for whom that is most; 0 if for nobody.
fn distance<N: Whole>(state: &[N], point: &[N]) -> N {
    let more = state.iter().zip(point).map(|(state, point)| state.clone() - point.clone());
    more.max().unwrap_or_else(N::zero).max(N::zero())
}

/// An efficient package that leaves nobody worse off than `choice` does, with its gains; `None` if the search gave up.
fn efficient<N: Whole>(
    model: &Model,
    ground: &Ground<'_, N>,
    choice: Vec<usize>,
    stop: &Stop<'_>,
) -> Option<(Vec<N>, FrontierPoint)> {
    let space = &ground.space;
    let points = |gains: &[N]| -> Vec<Rational> { gains.iter().map(|gain| space.points(gain)).collect() };
    let gains = space.values(Group::Gains, &choice);
    let slacks = model.requirements.iter().map(|_| Some(N::zero()));
    let floors: Vec<Option<N>> = gains.iter().cloned().map(Some).chain(slacks).collect();
    let value = space.points(&smallest_sum(&gains, gains.len()));
    let start = Leaf { amounts: vec![None; choice.len()], value, gains: points(&gains), choice };
    let best = Task { aim: Aim::Best, measure: Measure::Sum, floors, nodes: Some(NODES), ..Task::default() };
    let outcome = search(ground, best, Some(start), stop);
    let leaf = outcome.leaf.filter(|_| outcome.open.is_none())?;
    let gains = space.values(Group::Gains, &leaf.choice);
    let floors = gains.iter().cloned().map(Some).chain(model.requirements.iter().map(|_| Some(N::zero()))).collect();
    let first = Task { exactly: Some(points(&gains)), floors, nodes: Some(NODES), ..Task::default() };
    let canonical = search(ground, first, None, stop).leaf.unwrap_or(leaf);
    let package = model.package(&canonical.choice, &[]);
    Some((gains.clone(), FrontierPoint { package, gains: points(&gains), packages: None }))
}
