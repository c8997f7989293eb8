//! Two gains and nothing else: a list that falls in one gain and rises in the other, merged in one sweep.

use super::course::Course;
use super::merge::Batch;
use super::states::States;
use crate::optimize::space::Whole;

/// The efficient ones of every state with every alternative of a batch, falling.
pub(super) fn merge<N: Whole, C: Whole>(
    course: &Course<N, C>,
    before: &States<N, C>,
    batch: &Batch,
    given: &[N],
) -> States<N, C> {
    let shifted = |taken: usize| shift(course, before, batch.step, taken, given);
    let mut all: Vec<States<N, C>> = batch.alternatives.clone().map(shifted).collect();
    // In pairs, so that each state is looked at few times.
    while all.len() > 1 {
        let merged = all.chunks(2).map(|pair| match pair {
            [one, other] => zip(one, other),
            single => single[0].clone(),
        });
        all = merged.collect();
    }
    all.pop().unwrap_or_else(|| States::none(2))
}

/// Every state with one alternative, where no floor is out of reach.
fn shift<N: Whole, C: Whole>(
    course: &Course<N, C>,
    before: &States<N, C>,
    step: usize,
    taken: usize,
    given: &[N],
) -> States<N, C> {
    let code = course.code(step, taken);
    let mut shifted = States::none(2);
    for at in 0..before.len() {
        let mut within_reach = true;
        let values = [0, 1].map(|row| {
            let after = before.get(at)[row].clone() + course.rows[row].parts[step][taken].clone();
            within_reach &= course.rows[row].is_within_reach(&after, step, &given[row]);
            after
        });
        if within_reach {
            shifted.values.extend(values);
            shifted.seal(before.codes[at].clone() + code.clone(), before.counts[at].clone());
        }
    }
    shifted
}

/// What is efficient of two falling lists together.
pub(super) fn zip<N: Whole, C: Whole>(one: &States<N, C>, other: &States<N, C>) -> States<N, C> {
    let mut all = States::none(2);
    let (mut a, mut b) = (0, 0);
    while a < one.len() || b < other.len() {
        let is_first = b == other.len() || (a < one.len() && other.get(b) <= one.get(a));
        let (from, at) = if is_first { (one, &mut a) } else { (other, &mut b) };
        let last = all.len().checked_sub(1).map(|last| all.get(last));
        match last {
            Some(last) if last == from.get(*at) => all.meet(&from.codes[*at], &from.counts[*at]),
            // The list rises in the second gain, so the last one has the most of it so far.
            Some(last) if from.get(*at)[1] <= last[1] => {}
            _ => all.take(from, *at),
        }
        *at += 1;
    }
    all
}
