//! How often a claim stands when all numbers of the table move at once.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::super::dice::Dice;
use super::ledger::Ledger;
use super::number::Number;
use super::search::Holds;
use super::settle::{Court, Verdict};
use super::shaken::Movable;
use crate::domain::integer;
use crate::optimize::Stop;
use crate::valuation::Circumstances;

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
        let next = || part(dice.between(-PARTS, PARTS));
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

/// Draws until `deadline` as long as it `goes_on`, in each of which every number moves by some parts of its most. Where it isn't
/// known of these whether the claim `stands`, the optimiser is asked.
pub(super) fn drawn(
    court: Court<'_>,
    numbers: &[Number],
    deadline: Instant,
    stands: impl Fn(&[i64]) -> Option<bool>,
    goes_on: impl Fn() -> bool,
) -> Draws {
    let mut dice = Dice::new();
    let mut draws = Draws::default();
    while draws.of < DRAWS && goes_on() && Instant::now() < deadline && !court.flag.load(Ordering::Relaxed) {
        let parts: Vec<i64> = numbers.iter().map(|_| dice.between(-PARTS, PARTS)).collect();
        let Some(stands) = stands(&parts).or_else(|| is_solved(court, numbers, &parts)) else { return draws };
        draws.of += 1;
        draws.stood += u32::from(stands);
    }
    draws
}

/// Whether the optimiser says that the claim stands; `None` if it can't tell.
fn is_solved(court: Court<'_>, numbers: &[Number], parts: &[i64]) -> Option<bool> {
    let mut table = court.circumstances.table.table().clone();
    for (number, part) in numbers.iter().zip(parts) {
        let part = integer(PERCENT * part) / integer(100 * PARTS);
        number.parameter.set(&mut table, number.clamp(&number.value + part * number.range()));
    }
    match court.verdict_in(&Circumstances::new(table.ready().ok()?, court.circumstances.world)) {
        Verdict::Same => Some(true),
        Verdict::Other(_) => Some(false),
        Verdict::Unknown => None,
    }
}

/// What part of its range a number moves by in a draw.
pub(super) fn part(of_most: i64) -> f64 {
    (PERCENT * of_most) as f64 / (100 * PARTS) as f64
}
