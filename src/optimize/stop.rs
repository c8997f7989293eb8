//! When to stop looking: the person said so, or the time is up.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Says when to stop. Engines ask it often and then return what they have.
#[derive(Clone, Copy, Debug)]
pub struct Stop<'a> {
    flag: &'a AtomicBool,
    deadline: Option<Instant>,
}

impl<'a> Stop<'a> {
    /// Stops when `flag` is set, or at `deadline`.
    #[must_use]
    pub fn new(flag: &'a AtomicBool, deadline: Option<Instant>) -> Self {
        Self { flag, deadline }
    }

    /// Whether it is time to stop.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.flag.load(Ordering::Relaxed) || self.deadline.is_some_and(|deadline| deadline <= Instant::now())
    }

    /// The time that is left, if there is a limit.
    #[must_use]
    pub fn seconds_left(&self) -> Option<f64> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()).as_secs_f64())
    }
}
