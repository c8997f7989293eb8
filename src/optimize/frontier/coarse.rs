//! Keeping lists short where there are too many states to keep: one stands for all in a box around it, and what that
//! gives up is counted.

use std::collections::HashMap;

use super::course::{Course, Row};
use super::merge::Merged;
use super::states::States;
use crate::optimize::space::Whole;

/// How long the sides of boxes are.
#[derive(Clone, Debug)]
pub(super) struct Grain<N> {
    /// Of a gain, in whole numbers.
    side: N,
}

impl<N: Whole> Grain<N> {
    pub(super) fn finest() -> Self {
        Self { side: N::one() }
    }

    /// Somewhat longer sides: by a quarter, and by 1 at least.
    fn grow(&mut self) {
        let four = N::one() + N::one() + N::one() + N::one();
        self.side = self.side.clone() + self.side.clone() / four + N::one();
    }

    /// The side per row: the same for all gains, as large a part of what can be added for the slacks.
    fn sides<C: Whole>(&self, course: &Course<N, C>) -> Vec<N> {
        let cells = (course.widest_gain() / self.side.clone()).max(N::one());
        let of = |(at, row): (usize, &Row<N>)| {
            if at < course.gains { self.side.clone() } else { row.room[0].clone() / cells.clone() + N::one() }
        };
        course.rows.iter().enumerate().map(of).collect()
    }
}

/// Lets one state stand for all in the same box, with boxes just large enough that at most `cap` are left.
///
/// Whatever completes a state that went completes the one that stands for it, and what is lost by that is counted.
/// Boxes stay as they were as long as that is enough: finer ones would be tried in vain.
pub(super) fn coarsen<N: Whole, C: Whole>(
    course: &Course<N, C>,
    merged: &mut Merged<N, C>,
    cap: usize,
    grain: &mut Grain<N>,
) {
    while !stand_in(course, merged, &grain.sides(course), cap.max(1)) {
        grain.grow();
    }
}

/// Leaves one state per box, the one with the most slack; false if there are more than `cap` boxes.
fn stand_in<N: Whole, C: Whole>(course: &Course<N, C>, merged: &mut Merged<N, C>, sides: &[N], cap: usize) -> bool {
    let states = &merged.states;
    let mut boxes: HashMap<Vec<N>, usize> = HashMap::new();
    let mut places = Vec::with_capacity(states.len());
    let mut chosen: Vec<usize> = Vec::new();
    let spare: Vec<f64> = (0..states.len()).map(|at| spare(course, states.get(at))).collect();
    for at in 0..states.len() {
        // From the least that a row can come to, so that boxes as large as everything are one.
        let values = states.get(at).iter().zip(&course.rows).zip(sides);
        let corner = values.map(|((value, row), side)| (value.clone() - row.start.clone()).div_floor(side)).collect();
        let place = *boxes.entry(corner).or_insert(chosen.len());
        places.push(place);
        if place == chosen.len() {
            chosen.push(at);
        } else if spare[chosen[place]] < spare[at] {
            chosen[place] = at;
        }
        if cap < chosen.len() {
            return false;
        }
    }
    let mut lost = vec![N::zero(); states.width];
    for (at, place) in places.into_iter().enumerate() {
        for ((lost, mine), other) in lost.iter_mut().zip(states.get(at)).zip(states.get(chosen[place])) {
            if other < mine && *lost < mine.clone() - other.clone() {
                *lost = mine.clone() - other.clone();
            }
        }
    }
    chosen.sort_unstable();
    let mut stands = States::none(states.width);
    chosen.into_iter().for_each(|at| stands.take(states, at));
    merged.states = stands;
    merged.is_exact = false;
    merged.given.iter_mut().zip(&lost).for_each(|(given, lost)| *given += lost);
    true
}

/// How far a state is from breaking something, as parts of what each row can add; only to choose among equals.
fn spare<N: Whole, C: Whole>(course: &Course<N, C>, values: &[N]) -> f64 {
    let part = |row: usize| {
        let span = course.rows[row].room[0].to_f64().unwrap_or(f64::MAX).max(1.0);
        values[row].to_f64().unwrap_or(0.0) / span
    };
    let slacks: f64 = (course.gains..values.len()).map(part).sum();
    slacks + 1e-3 * (0..course.gains).map(part).sum::<f64>()
}
