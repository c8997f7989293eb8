//! Mixtures of rows: what keeps all of them keeps every mixture, and a mixture sees that two rows can't be kept together
//! where each could be by itself.

use super::{CARE, Row, largest, width};

/// How often the weights of a mixture are made better.
const ROUNDS: u32 = 60;

/// A mixture of rows.
pub(super) struct Mixture {
    pub(super) row: Row,
    /// How much of the very first row is in it.
    pub(super) of_first: f64,
}

/// A mixture of the rows of a group of which the most that can be reached is as little above its level as may be, by
/// multiplicative weights; `None` if none of its rows depends on what is taken.
pub(super) fn hardest(rows: &[Row], group: u32) -> Option<Mixture> {
    let bit = 1 << group;
    let is_first_in = rows.first().is_some_and(|row| row.groups & bit != 0 && depends_on_choice(row));
    let rows: Vec<&Row> = rows.iter().filter(|row| row.groups & bit != 0 && depends_on_choice(row)).collect();
    let decisions = rows.first()?.figures.len();
    // A row counts by the part of its whole width that it is above its level.
    let widths: Vec<f64> = rows.iter().map(|row| width(row)).collect();
    let column = |decision: usize, taken: usize| -> Vec<f64> {
        rows.iter().zip(&widths).map(|(row, width)| row.figures[decision][taken] / width).collect()
    };
    let columns: Vec<Vec<Vec<f64>>> = (0..decisions)
        .map(|decision| (0..rows[0].figures[decision].len()).map(|taken| column(decision, taken)).collect())
        .collect();
    let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let mut weights = vec![1.0 / rows.len() as f64; rows.len()];
    let mut best = (f64::INFINITY, weights.clone());
    for round in 0..ROUNDS {
        let mut above: Vec<f64> = rows.iter().zip(&widths).map(|(row, width)| -row.least / width).collect();
        for columns in &columns {
            let valued = columns.iter().map(|column| (dot(column, &weights), column));
            if let Some((_, column)) = valued.max_by(|one, other| one.0.total_cmp(&other.0)) {
                above.iter_mut().zip(column).for_each(|(above, figure)| *above += figure);
            }
        }
        let bound = dot(&above, &weights);
        if bound < best.0 {
            best = (bound, weights.clone());
        }
        if bound < -CARE {
            break; // Nothing keeps them all.
        }
        let step = 8.0 / f64::from(1 + round).sqrt();
        weights.iter_mut().zip(&above).for_each(|(weight, above)| *weight *= (-step * above).exp());
        let sum: f64 = weights.iter().sum();
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    let factors: Vec<f64> = best.1.iter().zip(&widths).map(|(weight, width)| weight / width).collect();
    let mixed = |decision: usize| {
        let sum =
            |taken: usize| rows.iter().zip(&factors).map(|(row, factor)| factor * row.figures[decision][taken]).sum();
        (0..rows[0].figures[decision].len()).map(sum).collect()
    };
    let least: f64 = rows.iter().zip(&factors).map(|(row, factor)| factor * row.least).sum();
    // Rounding must not take out what keeps every row.
    let least = least - CARE * (1.0 + least.abs());
    let row = Row { figures: (0..decisions).map(mixed).collect(), least, groups: bit };
    Some(Mixture { row, of_first: if is_first_in { factors[0] } else { 0.0 } })
}

/// Whether a row comes to more with some alternatives than with others, rounding aside: the part of such a width that a
/// row is above its level says something.
fn depends_on_choice(row: &Row) -> bool {
    width(row) > CARE * largest(row)
}
