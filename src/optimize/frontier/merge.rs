//! Merging issue by issue: after each decision only what some completion can still make efficient is kept.
//!
//! A partial package goes when another gives everybody at least as much and somebody more, and leaves every requirement
//! at least as much slack: whatever completes the one then completes the other better (Henig 1985, on dynamic programming
//! over vectors). Partial packages with the same gains and slacks are one state, which knows how many there are and which
//! comes first by names.

use std::ops::Range;

use super::Keep;
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

/// How many states are kept where not even many times as many would do.
const SHORT: usize = 12_000;
/// How many times as many there must be in sight for that; growth slows down, so the forecast is high.
const HOPELESS: usize = 30;

/// How many states are kept once the time is up: few enough to come to the end at once.
const HURRIED: usize = 300;

/// How many states are at hand at once at most, if one alternative doesn't make more.
const AT_HAND: usize = 1 << 20;
/// How many numbers these hold at most: some 270 MB of the widest.
const NUMBERS: usize = 1 << 24;
/// How much longer the list after the last decision may be: nothing comes of it any more.
const LAST: usize = 10;

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
    /// Whether lists were kept short since the time ran out.
    pub(super) is_hurried: bool,
}

/// Alternatives of one decision that are taken at once.
#[derive(Clone, Debug)]
pub(super) struct Batch {
    /// Which step takes the decision.
    pub(super) step: usize,
    /// Which of its alternatives.
    pub(super) alternatives: Range<usize>,
}

/// Takes every decision of `course`, and keeps so many states after each; `None` if there are too many to keep all, or if
/// the time ran out before that was known. Where states may stand for others, the time that runs out makes lists so short
/// that the end is near.
pub(super) fn merge<N: Whole, C: Whole>(course: &Course<N, C>, keep: Keep, stop: &Stop<'_>) -> Option<Merged<N, C>> {
    let width = course.rows.len();
    let mut states = States::none(width);
    states.values = course.rows.iter().map(|row| row.start.clone()).collect();
    states.seal(C::zero(), C::one());
    let merged = Merged { states, given: vec![N::zero(); width], is_exact: true, is_hurried: false };
    let mut merging = Merging { course, keep, cap: keep.most(), merged, grain: Grain::finest(), stop: *stop };
    let mut lengths = Vec::new();
    for step in 0..course.order.len() {
        lengths.push(merging.merged.states.len());
        let cap = merging.cap;
        if merging.merged.is_exact && forecast(&lengths, course.order.len()) > cap.saturating_mul(HOPELESS) as f64 {
            if matches!(keep, Keep::AllOrNothing(_)) {
                return None;
            }
            merging.shorten(SHORT);
        }
        merging.take(step)?;
    }
    Some(merging.merged)
}

impl Keep {
    /// How many states are kept.
    fn most(self) -> usize {
        let (Self::AtMost(most) | Self::AllOrNothing(most)) = self;
        most
    }
}

/// What merging has come to.
struct Merging<'a, N, C> {
    course: &'a Course<N, C>,
    keep: Keep,
    /// How many states are kept as long as none stands for others.
    cap: usize,
    merged: Merged<N, C>,
    grain: Grain<N>,
    stop: Stop<'a>,
}

impl<N: Whole, C: Whole> Merging<'_, N, C> {
    /// Keeps shorter lists from here on.
    fn shorten(&mut self, cap: usize) {
        self.cap = cap;
        coarsen(self.course, &mut self.merged, cap / SPARSER, &mut self.grain);
    }

    /// Takes a decision; where the time runs out meanwhile, takes it again with a short list.
    fn take(&mut self, step: usize) -> Option<()> {
        let none = States::none(self.course.rows.len());
        let before = std::mem::replace(&mut self.merged.states, none);
        let taken = self.take_from(&before, step);
        if taken.is_some() || matches!(self.keep, Keep::AllOrNothing(_)) {
            return taken;
        }
        // What was given up since is counted, though it is there again.
        (self.merged.states, self.merged.is_hurried) = (before, true);
        self.stop = Stop::never();
        self.shorten(HURRIED * SPARSER);
        let none = States::none(self.course.rows.len());
        let before = std::mem::replace(&mut self.merged.states, none);
        self.take_from(&before, step)
    }

    fn take_from(&mut self, before: &States<N, C>, step: usize) -> Option<()> {
        let is_last = step + 1 == self.course.order.len();
        for batch in batches(step, self.course.alternatives(step), before.len(), self.course.rows.len()) {
            if self.stop.is_due() {
                return None;
            }
            add(self.course, before, &batch, &mut self.merged, is_last, &self.stop)?;
            let most = if self.merged.is_exact { self.cap } else { self.cap / SPARSER };
            let most = if is_last { most.saturating_mul(LAST) } else { most };
            if most < self.merged.states.len() {
                if matches!(self.keep, Keep::AllOrNothing(_)) {
                    return None;
                }
                coarsen(self.course, &mut self.merged, most.min(self.cap / SPARSER), &mut self.grain);
            }
        }
        Some(())
    }
}

/// How many states are left after the last of `steps`, if lists of these lengths go on to grow as they did over the last
/// two steps; nothing as long as they are short. Where that is hopeless, short lists tell as much in a fraction of the
/// time: it is the steps behind the first that stands for others from which the gap comes.
fn forecast(lengths: &[usize], steps: usize) -> f64 {
    match lengths {
        [.., before, _, now] if SHORT <= *now => {
            let growth = (*now as f64 / *before as f64).sqrt();
            let left = steps + 1 - lengths.len();
            *now as f64 * growth.powf(left as f64)
        }
        _ => 0.0,
    }
}

/// The alternatives of a step in parts, so that no more than so many states of so many rows are at hand at once.
fn batches(step: usize, alternatives: usize, states: usize, rows: usize) -> impl Iterator<Item = Batch> {
    let size = (AT_HAND.min(NUMBERS / rows.max(1)) / states.max(1)).max(1);
    let starts = (0..alternatives).step_by(size);
    starts.map(move |start| Batch { step, alternatives: start..(start + size).min(alternatives) })
}

/// Adds to what a step has come to so far what is worth keeping of some more alternatives.
fn add<N: Whole, C: Whole>(
    course: &Course<N, C>,
    before: &States<N, C>,
    batch: &Batch,
    merged: &mut Merged<N, C>,
    is_last: bool,
    stop: &Stop<'_>,
) -> Option<()> {
    if course.rows.len() == 2 && course.gains == 2 {
        merged.states = plane::zip(&merged.states, &plane::merge(course, before, batch, &merged.given));
        return Some(());
    }
    let wider = expand(course, before, batch, merged);
    // What stands for others needn't be efficient itself.
    let effort = if is_last && merged.is_exact { u64::MAX } else { EFFORT };
    merged.states = sift(&wider, course.gains, effort, stop)?;
    Some(())
}

/// What is there, and every state with every alternative that may still lead to an allowed package.
fn expand<N: Whole, C: Whole>(
    course: &Course<N, C>,
    before: &States<N, C>,
    batch: &Batch,
    merged: &Merged<N, C>,
) -> States<N, C> {
    let mut wider = merged.states.clone();
    for taken in batch.alternatives.clone() {
        let code = course.code(batch.step, taken);
        for at in 0..before.len() {
            let start = wider.values.len();
            let mut within_reach = true;
            for ((row, value), given) in course.rows.iter().zip(before.get(at)).zip(&merged.given) {
                let after = value.clone() + row.parts[batch.step][taken].clone();
                within_reach &= row.is_within_reach(&after, batch.step, given);
                wider.values.push(after);
            }
            if !within_reach {
                wider.values.truncate(start);
                continue;
            }
            for value in &mut wider.values[start + course.gains..] {
                // What is kept can't be broken any more: no part is below 0.
                if value.is_positive() {
                    *value = N::zero();
                }
            }
            wider.seal(before.codes[at].clone() + code.clone(), before.counts[at].clone());
        }
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
