//! Merging issue by issue: after each decision only what some completion can still make efficient is kept.
//!
//! A partial package goes when another gives everybody at least as much and somebody more, and leaves every requirement
//! at least as much slack: whatever completes the one then completes the other better (Henig 1985, on dynamic programming
//! over vectors). Partial packages with the same gains and slacks are one state, which knows how many there are and which
//! comes first by names.

use super::coarse::{Grain, coarsen};
use super::course::{Course, Row};
use super::maxima::{Points, efficient};
use super::plane;
use super::states::States;
use crate::optimize::Stop;
use crate::optimize::space::Whole;

/// How many comparisons are spent on one layer. What they leave is kept, so this costs time later and never an answer.
const EFFORT: u64 = 1 << 26;

/// How much shorter lists are kept once something was given up: many states more make the gap little smaller.
const SPARSER: usize = 4;

/// What is left after the last decision.
#[derive(Clone, Debug)]
pub(super) struct Merged<N, C> {
    /// The states, falling.
    pub(super) states: States<N, C>,
    /// What was given up per row to keep the lists short, in whole numbers: every allowed package has a state that is at
    /// most so much less in every row.
    pub(super) given: Vec<N>,
    /// Whether no state ever stood for others; else its count and its first package say nothing.
    pub(super) is_exact: bool,
}

/// Takes every decision of `course`, with at most `cap` states after each; `None` if the time ran out.
pub(super) fn merge<N: Whole, C: Whole>(course: &Course<N, C>, cap: usize, stop: &Stop<'_>) -> Option<Merged<N, C>> {
    let mut states = States::none(course.rows.len());
    states.values = course.rows.iter().map(|row| row.start.clone()).collect();
    states.seal(C::zero(), 1);
    let mut merged = Merged { states, given: vec![N::zero(); course.rows.len()], is_exact: true };
    let mut grain = Grain::finest();
    for step in 0..course.order.len() {
        if stop.is_due() {
            return None;
        }
        let is_last = step + 1 == course.order.len();
        merged.states = if course.rows.len() == 2 && course.gains == 2 {
            plane::merge(course, step, &merged)
        } else {
            // What stands for others needn't be efficient itself.
            let effort = if is_last && merged.is_exact { u64::MAX } else { EFFORT };
            sift(&expand(course, step, &merged), course.gains, effort, stop)?
        };
        let most = if merged.is_exact { cap } else { cap / SPARSER };
        if most < merged.states.len() && !is_last {
            coarsen(course, &mut merged, cap / SPARSER, &mut grain);
        }
    }
    Some(merged)
}

/// Every state with every alternative of a step that may still lead to an allowed package.
fn expand<N: Whole, C: Whole>(course: &Course<N, C>, step: usize, merged: &Merged<N, C>) -> States<N, C> {
    let mut wider = States::none(course.rows.len());
    let mut code = C::zero();
    for taken in 0..course.alternatives(step) {
        for at in 0..merged.states.len() {
            let before = wider.values.len();
            let values = merged.states.get(at);
            let mut within_reach = true;
            for ((row, value), given) in course.rows.iter().zip(values).zip(&merged.given) {
                let after = value.clone() + row.parts[step][taken].clone();
                within_reach &= row.is_within_reach(&after, step, given);
                wider.values.push(after);
            }
            if within_reach {
                for value in &mut wider.values[before + course.gains..] {
                    // What is kept can't be broken any more: no part is below 0.
                    if value.is_positive() {
                        *value = N::zero();
                    }
                }
                wider.seal(merged.states.codes[at].clone() + code.clone(), merged.states.counts[at]);
            } else {
                wider.values.truncate(before);
            }
        }
        code += &course.places[step];
    }
    wider
}

impl<N: Whole> Row<N> {
    /// Whether a value after `step` can still reach the floor, where `given` may be missing.
    pub(super) fn is_within_reach(&self, value: &N, step: usize, given: &N) -> bool {
        !self.has_floor || !(value.clone() + self.room[step + 1].clone() + given.clone()).is_negative()
    }
}

/// The states that no other makes superfluous, falling.
pub(super) fn sift<N: Whole, C: Whole>(
    states: &States<N, C>,
    gains: usize,
    effort: u64,
    stop: &Stop<'_>,
) -> Option<States<N, C>> {
    let sorted = states.sorted();
    let values: Vec<&[N]> = (0..sorted.len()).map(|at| sorted.get(at)).collect();
    let points = Points::of(&values, gains);
    let stays = efficient(&points, effort, &|| stop.is_due())?;
    Some(sorted.kept(&stays))
}
