//! Keeping lists short where there are too many states to keep: one stands for all in a box around it, and what that
//! gives up is counted.

use std::collections::HashMap;

use super::course::Course;
use super::merge::Merged;
use super::states::States;
use crate::optimize::space::Whole;

/// How long the sides of boxes are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Grain {
    /// Of a gain, in whole numbers, as a power of two.
    doublings: u32,
}

/// Lets one state stand for all in the same box, with boxes just large enough that at most `cap` are left; `None` if no
/// size of boxes does it.
///
/// Whatever completes a state that went completes the one that stands for it, to at most a box less of every gain and of
/// every slack.
pub(super) fn coarsen<N: Whole, C: Whole>(
    course: &Course<N, C>,
    merged: &mut Merged<N, C>,
    cap: usize,
    grain: &mut Grain,
) -> Option<()> {
    // Boxes stay as they were as long as that is enough: finer ones would be tried in vain.
    loop {
        let sides = sides(course, *grain);
        if let Some(stands) = stand_in(course, &merged.states, &sides, cap) {
            merged.states = stands;
            for (given, side) in merged.given.iter_mut().zip(&sides) {
                *given += &(side.clone() - N::one());
            }
            return Some(());
        }
        grain.doublings += 1;
        if grain.doublings > 120 {
            return None;
        }
    }
}

/// The side of a box per row: the same for all gains, as large a part of what can be added for the slacks.
fn sides<N: Whole, C: Whole>(course: &Course<N, C>, grain: Grain) -> Vec<N> {
    let two = N::one() + N::one();
    let side = (0..grain.doublings).fold(N::one(), |side, _| side * two.clone());
    let spans = course.rows.iter().map(|row| row.room[0].clone());
    let widest = spans.clone().take(course.gains).max().unwrap_or_else(N::one).max(N::one());
    let of = |(row, span): (usize, N)| {
        if row < course.gains { side.clone() } else { (side.clone() * span / widest.clone()).max(N::one()) }
    };
    spans.enumerate().map(of).collect()
}

/// One state per box: the one with the most slack. `None` if there are more than `cap` boxes.
fn stand_in<N: Whole, C: Whole>(
    course: &Course<N, C>,
    states: &States<N, C>,
    sides: &[N],
    cap: usize,
) -> Option<States<N, C>> {
    let mut boxes: HashMap<Vec<N>, usize> = HashMap::new();
    let mut chosen: Vec<usize> = Vec::new();
    let slack: Vec<f64> = (0..states.len()).map(|at| spare(course, states.get(at))).collect();
    for at in 0..states.len() {
        let corner = states.get(at).iter().zip(sides).map(|(value, side)| value.div_floor(side)).collect();
        let place = *boxes.entry(corner).or_insert(chosen.len());
        if place == chosen.len() {
            chosen.push(at);
        } else if slack[chosen[place]] < slack[at] {
            chosen[place] = at;
        }
        if cap < chosen.len() {
            return None;
        }
    }
    chosen.sort_unstable();
    let mut stands = States::none(states.width);
    chosen.into_iter().for_each(|at| stands.take(states, at));
    Some(stands)
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
