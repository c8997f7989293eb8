//! What packages come to when only some issues are decided, many side by side.

use std::cmp::Ordering;

use crate::optimize::space::Whole;

/// Partial packages: what each has come to, and the first by names that comes to it.
#[derive(Clone, Debug)]
pub(super) struct States<N, C> {
    /// How many values a state has: gains, then slacks.
    pub(super) width: usize,
    /// The values, state by state.
    pub(super) values: Vec<N>,
    /// The place, in canonical order, of the first partial package with these values.
    pub(super) codes: Vec<C>,
    /// How many partial packages have them: never more than there are places.
    pub(super) counts: Vec<C>,
}

impl<N: Whole, C: Whole> States<N, C> {
    pub(super) fn none(width: usize) -> Self {
        Self { width, values: Vec::new(), codes: Vec::new(), counts: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    pub(super) fn get(&self, at: usize) -> &[N] {
        &self.values[at * self.width..(at + 1) * self.width]
    }

    /// Adds a state; its values have been pushed already.
    pub(super) fn seal(&mut self, code: C, count: C) {
        self.codes.push(code);
        self.counts.push(count);
    }

    /// Adds state `at` of `other`.
    pub(super) fn take(&mut self, other: &Self, at: usize) {
        self.values.extend_from_slice(other.get(at));
        self.seal(other.codes[at].clone(), other.counts[at].clone());
    }

    /// Adds what is known of another way to the values of the last state.
    pub(super) fn meet(&mut self, code: &C, count: &C) {
        let last = self.counts.len() - 1;
        self.counts[last] += count;
        if *code < self.codes[last] {
            self.codes[last] = code.clone();
        }
    }

    /// The states in falling order of their values, those with equal values as one.
    pub(super) fn sorted(&self) -> Self {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_unstable_by(|a, b| self.compare(*b, *a));
        let mut sorted = Self::none(self.width);
        sorted.values.reserve(self.values.len());
        for at in order {
            let count = sorted.len();
            if count > 0 && sorted.get(count - 1) == self.get(at) {
                sorted.meet(&self.codes[at], &self.counts[at]);
            } else {
                sorted.take(self, at);
            }
        }
        sorted
    }

    /// The states that `stays` says.
    pub(super) fn kept(&self, stays: &[bool]) -> Self {
        let mut kept = Self::none(self.width);
        for at in (0..self.len()).filter(|at| stays[*at]) {
            kept.take(self, at);
        }
        kept
    }

    fn compare(&self, a: usize, b: usize) -> Ordering {
        self.get(a).cmp(self.get(b))
    }
}
