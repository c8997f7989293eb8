//! The frontier where amounts are continuous: corner points, and the segments between them.
//!
//! With every discrete decision taken and every amount kept to a stretch on which all curves are straight, what can be
//! reached is a polytope: a *cell*. Cells are walked in canonical order; those whose best conceivable gains are reached
//! already are passed over, with all that are alike. Between two parties the efficient side of each cell is a chain of
//! segments, and the frontier is what no chain beats ([`chain`], [`front`]). Among more parties corners and edges are told
//! of which exact linear programmes say that no cell beats them anywhere ([`corners`]).

mod chain;
mod corners;
mod front;
mod walk;

use num_traits::Zero as _;

use self::chain::chain;
use self::corners::Corners;
use self::front::{Front, Spot};
use self::walk::Walk;
use super::{Found, FrontierPoint, Segment, SegmentEnd};
use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::cell::Cell;
use crate::optimize::goal::Measure;
use crate::optimize::model::Model;

/// How many cells are looked into between two parties, and among more, before the answer says what is left.
const MOST_CELLS: [usize; 2] = [20_000, 2_000];

/// The corner points and segments of the frontier of `model`.
pub(super) fn found(model: &Model, stop: &Stop<'_>) -> Found {
    if model.stakes.len() == 2 { in_the_plane(model, stop) } else { in_space(model, stop) }
}

/// Which forms of a model must not fall below 0: the floors of who is compared, requirements and links.
fn floors(model: &Model) -> Vec<bool> {
    let derived = model.ratios.len() + model.worlds.len();
    let stakes = model.stakes.iter().map(|stake| stake.has_floor).chain(std::iter::repeat_n(false, derived));
    let rows = model.requirements.len() + model.links.len();
    stakes.chain(std::iter::repeat_n(true, rows)).collect()
}

fn in_the_plane(model: &Model, stop: &Stop<'_>) -> Found {
    let floors = floors(model);
    let mut front = Front::default();
    let mut walk = Walk::new(model, &floors, MOST_CELLS[0], stop);
    while let Some(choice) = walk.next(|ideal| front.reaches(ideal)) {
        let pieces = chain(&Cell::new(model, &choice), &choice, &floors);
        front = front.merged(pieces);
    }
    let point = |spot: &Spot| {
        let gains = spot.gains.to_vec();
        let package = model.package(&spot.choice, &first_amounts(model, &floors, spot));
        FrontierPoint { package, gains, packages: None }
    };
    let corners: Vec<Spot> = front.corners();
    let points: Vec<FrontierPoint> = corners.iter().map(point).collect();
    let end = |spot: &Spot, is_open: bool| {
        let known = corners.iter().position(|corner| !is_open && corner.gains == spot.gains);
        let package = match known {
            Some(at) if corners[at].choice == spot.choice => points[at].package.clone(),
            _ => model.package(&spot.choice, &spot.amounts),
        };
        SegmentEnd { gains: spot.gains.to_vec(), package, is_open }
    };
    let segments = front.segments();
    let segments = segments
        .map(|piece| Segment { ends: [end(&piece.right, piece.is_open[1]), end(&piece.left, piece.is_open[0])] });
    let segments = segments.collect();
    let gap = gap(&points, walk.left());
    Found { points, segments, gap, is_searched: true, is_hurried: false }
}

fn in_space(model: &Model, stop: &Stop<'_>) -> Found {
    let floors = floors(model);
    let mut corners = Corners::new(model, &floors);
    let mut walk = Walk::new(model, &floors, MOST_CELLS[1], stop);
    while let Some(choice) = walk.next(|ideal| corners.reach(ideal)) {
        corners.add(choice);
    }
    let (points, segments) = corners.certified(stop);
    let gap = gap(&points, &[walk.left(), &corners.ideals()].concat());
    Found { points, segments, gap, is_searched: true, is_hurried: false }
}

/// The smallest amounts that lead to a corner, the first issue's first.
fn first_amounts(model: &Model, floors: &[bool], spot: &Spot) -> Vec<Option<Rational>> {
    let guards: Vec<(Measure, Rational)> =
        spot.gains.iter().enumerate().map(|(form, gain)| (Measure::Form(form), gain.clone())).collect();
    let first = Cell::new(model, &spot.choice).first_amounts(floors, &guards);
    first.map_or_else(|| spot.amounts.clone(), |settled| settled.amounts)
}

/// By how much the best conceivable gains in `ideals` are above the nearest of `points`, for whom that is most.
fn gap(points: &[FrontierPoint], ideals: &[Vec<Rational>]) -> Option<Rational> {
    let above = |ideal: &Vec<Rational>| {
        let over = |point: &FrontierPoint| ideal.iter().zip(&point.gains).map(|(ideal, gain)| ideal - gain).max();
        points.iter().filter_map(over).min()
    };
    let gaps: Option<Vec<Rational>> = ideals.iter().map(above).collect();
    gaps.map(|gaps| gaps.into_iter().fold(Rational::zero(), Rational::max))
}
