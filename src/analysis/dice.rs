//! Chance that falls alike every time.

/// A 64-bit linear congruential generator with a fixed seed: the same table, the same draws.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new() -> Self {
        Self(1)
    }

    /// A whole number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let range = (high - low + 1).unsigned_abs();
        low + i64::try_from((self.0 >> 33) % range).unwrap_or(0)
    }
}
