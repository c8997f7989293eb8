//! The package of which a row is largest.

use std::ops::ControlFlow;

use super::{CARE, Order, Row, Walk, Walked, largest, reach};
use crate::optimize::Stop;

/// How far below its level a row of what is found may be told to be.
const ROUNDED: f64 = 1e-9;

/// What is highest among packages.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Highest {
    /// The alternatives that a package takes.
    Found(Vec<usize>),
    /// No package is above it.
    Nothing,
    /// It took too many nodes, or too long.
    GivenUp,
}

impl Walk<'_> {
    /// The package that is furthest above the level of the first row, of all that keep the others. There is one group. What
    /// has a hundred-millionth more than what is found may be overlooked. It is no worse than `known`, which keeps them.
    ///
    /// Mixtures are made for a level, so that it is begun anew behind the first package that is found; from there on more is
    /// asked for as it comes.
    pub(crate) fn highest(self, known: Option<Vec<usize>>, nodes: &mut u64, stop: &Stop<'_>) -> Highest {
        let Some((first, others)) = self.rows.split_first() else { return Highest::Nothing };
        let sum =
            |row: &Row, taken: &[usize]| row.figures.iter().zip(taken).map(|(row, taken)| row[*taken]).sum::<f64>();
        let keeps = |taken: &[usize]| others.iter().all(|row| row.least - ROUNDED <= sum(row, taken));
        // What a walk leaves to rounding.
        let care = CARE * first.least.abs().max(largest(first)).max(reach(first).abs());
        let mut rows: Vec<Row> = self.rows.to_vec();
        if let Some(known) = &known {
            rows[0].least = sum(first, known) + 2.0 * care;
        }
        let mut best = known;
        loop {
            let is_first = best.is_none();
            let mut level = rows[0].least;
            let walk = Walk { rows: &rows, order: Order::Likely, ..self };
            let walked = walk.climb(nodes, stop, &mut |taken, _| {
                let found = sum(first, taken);
                if found < level - ROUNDED || !keeps(taken) {
                    return ControlFlow::Continue(0.0);
                }
                best = Some(taken.to_vec());
                let more = found + 2.0 * care - level;
                level += more;
                if is_first { ControlFlow::Break(()) } else { ControlFlow::Continue(more) }
            });
            match walked {
                Walked::Enough => rows[0].least = level,
                Walked::GivenUp => return Highest::GivenUp,
                Walked::Whole => break,
            }
        }
        best.map_or(Highest::Nothing, Highest::Found)
    }
}
