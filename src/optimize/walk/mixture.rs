//! Mixtures of rows: what keeps all of them keeps every mixture, and a mixture sees that two rows can't be kept together
//! where each could be by itself.

use itertools::izip;

use super::{CARE, Row, largest, width};

/// How often the weights of a mixture are made better.
const ROUNDS: u32 = 30;

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
    let sizes: Vec<usize> = rows.first()?.figures.iter().map(Vec::len).collect();
    // A row counts by the part of its whole width that it is above its level.
    let widths: Vec<f64> = rows.iter().map(|row| width(row)).collect();
    let flat = |(row, width): (&&Row, &f64)| row.figures.iter().flatten().map(|figure| figure / width).collect();
    let figures: Vec<Vec<f64>> = rows.iter().zip(&widths).map(flat).collect();
    let mut mixed = vec![0.0; sizes.iter().sum()];
    let mut weights = vec![1.0 / rows.len() as f64; rows.len()];
    let mut best = (f64::INFINITY, weights.clone());
    for round in 0..ROUNDS {
        mix(&figures, &weights, &mut mixed);
        let likely = best_of_each(&mixed, &sizes);
        let above: Vec<f64> = izip!(&rows, &widths, &figures)
            .map(|(row, width, figures)| likely.iter().map(|at| figures[*at]).sum::<f64>() - row.least / width)
            .collect();
        let bound: f64 = above.iter().zip(&weights).map(|(above, weight)| above * weight).sum();
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
    let least: f64 = rows.iter().zip(&factors).map(|(row, factor)| factor * row.least).sum();
    // Rounding must not take out what keeps every row.
    let least = least - CARE * (1.0 + least.abs());
    let own: Vec<Vec<f64>> = rows.iter().map(|row| row.figures.concat()).collect();
    mix(&own, &factors, &mut mixed);
    let mut mixed = mixed.into_iter();
    let figures = sizes.iter().map(|size| mixed.by_ref().take(*size).collect()).collect();
    let row = Row { figures, least, groups: bit };
    Some(Mixture { row, of_first: if is_first_in { factors[0] } else { 0.0 } })
}

/// What rows come to with these weights, figure by figure.
fn mix(rows: &[Vec<f64>], weights: &[f64], mixed: &mut [f64]) {
    mixed.fill(0.0);
    for (row, weight) in rows.iter().zip(weights) {
        mixed.iter_mut().zip(row).for_each(|(sum, figure)| *sum += figure * weight);
    }
}

/// The position of each decision's largest figure among all of them; decisions have so many figures each.
fn best_of_each(figures: &[f64], sizes: &[usize]) -> Vec<usize> {
    let mut start = 0;
    let best = |size: &usize| {
        let range = start..start + size;
        start = range.end;
        range.max_by(|one, other| figures[*one].total_cmp(&figures[*other]))
    };
    sizes.iter().filter_map(best).collect()
}

/// Whether a row comes to more with some alternatives than with others, rounding aside: the part of such a width that a
/// row is above its level says something.
fn depends_on_choice(row: &Row) -> bool {
    width(row) > CARE * largest(row)
}
