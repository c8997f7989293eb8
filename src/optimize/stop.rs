//! When to stop looking: the person said so, or the time is up.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The flag of whoever can't be stopped.
static NEVER: AtomicBool = AtomicBool::new(false);

/// When `part` of the time until `deadline` is over: for a search that others follow, which need time as well.
#[must_use]
pub fn after_part(deadline: Option<Instant>, part: f64) -> Option<Instant> {
    let deadline = deadline?;
    let left = deadline.saturating_duration_since(Instant::now()).mul_f64(part);
    Some(Instant::now().checked_add(left).map_or(deadline, |earlier| earlier.min(deadline)))
}

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

    /// Never says so: for work that is short by itself.
    #[must_use]
    pub(super) fn never() -> Self {
        Self { flag: &NEVER, deadline: None }
    }

    /// Says so earlier: after `part` of the time that is left, so that the rest is there for what follows.
    #[must_use]
    pub(super) fn after_part(&self, part: f64) -> Self {
        Self { deadline: after_part(self.deadline, part), ..*self }
    }

    /// Leaves `time` in any case, also where it is due already: for the little that makes an answer of what is there.
    #[must_use]
    pub(super) fn leaving(&self, time: Duration) -> Self {
        let least = Instant::now().checked_add(time);
        if self.is_due() {
            return Self { flag: &NEVER, deadline: least };
        }
        Self { deadline: self.deadline.zip(least).map(|(deadline, least)| deadline.max(least)), ..*self }
    }

    /// The time that is left, if there is a limit.
    #[must_use]
    pub fn seconds_left(&self) -> Option<f64> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()).as_secs_f64())
    }
}
