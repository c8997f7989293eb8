//! How often a claim stands when all numbers of the table move at once.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::super::dice::Dice;
use super::ledger::Ledger;
use super::number::{Number, seen};
use super::search::Holds;
use super::settle::{Court, Verdict};
use super::shaken::Movable;
use super::snapshot::Order;
use crate::domain::integer;
use crate::optimize::Stop;

/// How many draws there are, if there is time.
const DRAWS: u32 = 200;
/// By how many percent of its range each number may move.
pub(super) const PERCENT: i64 = 5;
/// Into how many parts of the move a draw is cut, each way.
const PARTS: i64 = 10_000;

/// Draws of all numbers, and in how many the claim stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draws {
    /// In how many the claim stands.
    pub stood: u32,
    /// How many draws there were; 0 if there was no time for any.
    pub of: u32,
}

impl Draws {
    /// By how many percent of its range each number moves at most.
    pub const PERCENT: i64 = PERCENT;
}

/// Draws over a ledger. Every number moves evenly by up to five percent of its range either way, and stays within it.
pub(super) fn listed(ledger: &Ledger, numbers: &[Number], holds: Holds, package: usize, stop: &Stop<'_>) -> Draws {
    let mut dice = Dice::new();
    let mut draws = Draws::default();
    let movable = Movable::new(ledger, numbers);
    while draws.of < DRAWS && !stop.is_due() {
        let next = || (PERCENT * dice.between(-PARTS, PARTS)) as f64 / (100 * PARTS) as f64;
        let snapshot = movable.moved(ledger, next).snapshot(ledger);
        let stands = match holds {
            Holds::Chosen(order) => snapshot.choice(order) == Some(package),
            Holds::Acceptable => snapshot.accepts(package),
            Holds::Refused => !snapshot.accepts(package),
        };
        draws.of += 1;
        draws.stood += u32::from(stands);
    }
    draws
}

/// Draws until `deadline`: a rival that is listed in `close` may beat the package in question; where none does, the
/// optimiser is asked.
pub(super) fn near(court: Court<'_>, close: &Ledger, order: Order, numbers: &[Number], deadline: Instant) -> Draws {
    let own = close.position(court.package);
    let movable = Movable::new(close, numbers);
    drawn(court, numbers, deadline, |parts| {
        let mut parts = parts.iter().map(|part| (PERCENT * part) as f64 / (100 * PARTS) as f64);
        let snapshot = movable.moved(close, || parts.next().unwrap_or_default()).snapshot(close);
        let chosen = snapshot.choice(order);
        chosen.is_some() && chosen != own
    })
}

/// Draws by asking the optimiser anew, until `deadline`.
pub(super) fn solved(court: Court<'_>, numbers: &[Number], deadline: Instant) -> Draws {
    drawn(court, numbers, deadline, |_| false)
}

/// Draws until `deadline`, in each of which every number moves by some ten thousandths of its most; the optimiser is asked
/// where these don't tell that the package `is_beaten`.
fn drawn(court: Court<'_>, numbers: &[Number], deadline: Instant, is_beaten: impl Fn(&[i64]) -> bool) -> Draws {
    let mut dice = Dice::new();
    let mut draws = Draws::default();
    while draws.of < DRAWS && Instant::now() < deadline && !court.flag.load(Ordering::Relaxed) {
        let parts: Vec<i64> = numbers.iter().map(|_| dice.between(-PARTS, PARTS)).collect();
        if is_beaten(&parts) {
            draws.of += 1;
            continue;
        }
        let mut table = court.circumstances.table.table().clone();
        for (number, part) in numbers.iter().zip(&parts) {
            let part = integer(PERCENT * part) / integer(100 * PARTS);
            number.parameter.set(&mut table, number.clamp(&number.value + part * number.range()));
        }
        let verdict = seen(&table, court.circumstances.world).map(|seen| court.verdict_in(&seen));
        match verdict {
            Some(Verdict::Same) => draws.stood += 1,
            Some(Verdict::Other(_)) => {}
            Some(Verdict::Unknown) | None => return draws,
        }
        draws.of += 1;
    }
    draws
}
