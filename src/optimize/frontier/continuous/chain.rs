//! The efficient side of one cell between two parties: a chain of segments.
//!
//! Its ends are the best for the one party and for the other. Between two known points of it a linear programme looks
//! outward, at right angles to the line between them: it finds another corner, or proves that the line is all there is
//! (Aneja and Nair 1979, on problems with two criteria).

use super::front::{Piece, Spot};
use crate::domain::Rational;
use crate::optimize::cell::{Cell, Settled};
use crate::optimize::goal::Measure;

/// The chain of a cell from left to right: falling segments, or a single point; nothing if the cell is empty.
pub(super) fn chain(cell: &Cell<'_>, choice: &[usize], floors: &[bool]) -> Vec<Piece> {
    let spot = |settled: Settled| {
        let [across, up] = [settled.gains[0].clone(), settled.gains[1].clone()];
        Spot { gains: [across, up], choice: choice.to_vec(), amounts: settled.amounts }
    };
    let best = |first: usize, then: usize| {
        let most = cell.maximise(&Measure::Form(first), floors, &[])?;
        cell.maximise(&Measure::Form(then), floors, &[(Measure::Form(first), most.value)]).map(spot)
    };
    let (Some(left), Some(right)) = (best(1, 0), best(0, 1)) else { return Vec::new() };
    if left.gains == right.gains {
        return vec![Piece::point(left)];
    }
    let outward = |weights: &[Rational; 2]| cell.toward(weights, floors).map(spot);
    let mut corners = vec![left.clone()];
    add_between(&left, &right, &outward, &mut corners);
    corners.push(right);
    let corners = without_straight_ones(corners);
    corners.windows(2).map(|ends| Piece::segment(ends[0].clone(), ends[1].clone())).collect()
}

/// Adds the corners between two points of the chain, from left to right.
fn add_between(left: &Spot, right: &Spot, outward: &impl Fn(&[Rational; 2]) -> Option<Spot>, corners: &mut Vec<Spot>) {
    let weights = [&left.gains[1] - &right.gains[1], &right.gains[0] - &left.gains[0]];
    let height = |spot: &Spot| &weights[0] * &spot.gains[0] + &weights[1] * &spot.gains[1];
    let Some(further) = outward(&weights).filter(|further| height(left) < height(further)) else { return };
    add_between(left, &further, outward, corners);
    corners.push(further.clone());
    add_between(&further, right, outward, corners);
}

/// Leaves out corners that lie on a straight line between their neighbours.
fn without_straight_ones(corners: Vec<Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for corner in corners {
        while let [.., before, last] = &kept[..]
            && is_straight(before, last, &corner)
        {
            kept.pop();
        }
        kept.push(corner);
    }
    kept
}

fn is_straight(a: &Spot, b: &Spot, c: &Spot) -> bool {
    let [ab, ac] = [b, c].map(|to| [&to.gains[0] - &a.gains[0], &to.gains[1] - &a.gains[1]]);
    &ab[0] * &ac[1] == &ab[1] * &ac[0]
}
