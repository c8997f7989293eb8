//! Every package that keeps rows of sums, found by branch and bound.
//!
//! A row is a sum over the decisions that must reach a level, for some groups of numbers: where it can't be reached any
//! more, those groups have no use for the package. A branch ends when no group is left. Beside the rows, each group has
//! one mixture of all of its rows that is hardest to keep: what satisfies all satisfies every mixture, and a mixture sees
//! that two rows can't be reached together where each could be by itself.

use crate::optimize::Stop;

/// A sum over the decisions that must not be below a level.
#[derive(Clone)]
pub(super) struct Row {
    /// Per issue, what each alternative adds.
    pub(super) figures: Vec<Vec<f64>>,
    pub(super) least: f64,
    /// The groups it counts for, as bits.
    pub(super) groups: u64,
}

/// A product that has to reach 1 for a group, of what rows are above their levels.
#[derive(Clone, Debug, Default)]
pub(super) struct Product {
    /// The positions of its factors among the rows, each with what it is divided by.
    pub(super) factors: Vec<(usize, f64)>,
    /// Factors that may become larger.
    pub(super) raised: Vec<(usize, f64)>,
    /// By how much these may, all together.
    pub(super) raise: f64,
}

impl Product {
    /// Whether it may: raised together, factors come to no more than where each is their mean with its part of the raise.
    fn may_do(&self, above: &[f64]) -> bool {
        let factor = |(row, by): &(usize, f64)| above[*row] / by;
        let times = |product: f64, factor: f64| if factor > 0.0 { product * factor } else { 0.0 };
        let others = self.factors.iter().map(factor).fold(1.0, times);
        let count = self.raised.len() as f64;
        let mean = (self.raised.iter().map(factor).sum::<f64>() + self.raise) / count.max(1.0);
        let most = if self.raised.is_empty() { 1.0 } else { mean.max(0.0).powf(count) };
        others * most >= 1.0 - ROUNDING
    }
}

/// How far below 1 a product may be told to be.
const ROUNDING: f64 = 1e-7;

/// A package, and the groups for which it keeps every row, as bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    pub(super) chosen: Vec<u16>,
    pub(super) groups: u64,
}

/// How much is looked at before it is given up.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    pub(super) nodes: u64,
    pub(super) packages: usize,
}

/// How far below its level something still counts as on it, as a part of the largest figure.
const CARE: f64 = 1e-8;
/// How often the weights of a mixture are made better.
const ROUNDS: u32 = 60;
/// How often the watch is looked at, in nodes.
const GLANCE: u64 = 4_096;

/// What a walk came upon.
pub(super) struct Collected {
    /// In canonical order.
    pub(super) packages: Vec<Kept>,
    /// Whether that is all there is; if not there were too many, or it took too long.
    pub(super) is_all: bool,
}

/// The packages that keep every row for some of so many groups, fewer than 64, and its product if `products` has one for each.
pub(super) fn collect(
    rows: &[Row],
    products: &[Product],
    groups: u32,
    patience: Patience,
    stop: &Stop<'_>,
) -> Collected {
    let mut rows: Vec<Row> = rows.to_vec();
    for row in &mut rows {
        let scale = row.figures.iter().flatten().fold(row.least.abs(), |most, figure| most.max(figure.abs()));
        row.least -= CARE * scale;
    }
    let everybody = (1 << groups) - 1;
    let mixtures = (0..groups).filter_map(|group| hardest(&rows, group));
    rows.extend(mixtures.collect::<Vec<Row>>());
    let issues = by_spread(&rows);
    let mut walk = Walk {
        columns: columns(&rows, &issues),
        products,
        taken: vec![0; issues.len()],
        issues,
        patience,
        stop,
        found: Vec::new(),
    };
    let start: Vec<f64> = rows.iter().zip(&walk.columns.most).map(|(row, most)| most - row.least).collect();
    let left = open(&start, everybody, &walk.columns.groups);
    let is_all = left == 0 || walk.visit(0, &start, left);
    walk.found.sort_unstable();
    Collected { packages: walk.found, is_all }
}

/// A mixture of the rows of a group of which the most that can be reached is as little above its level as may be, by
/// multiplicative weights; `None` if the group has no rows.
fn hardest(rows: &[Row], group: u32) -> Option<Row> {
    let bit = 1 << group;
    let rows: Vec<&Row> = rows.iter().filter(|row| row.groups & bit != 0).collect();
    let issues = rows.first()?.figures.len();
    // A row counts by the part of its whole width that it is above its level.
    let widths: Vec<f64> = rows.iter().map(|row| width(row).max(f64::MIN_POSITIVE)).collect();
    let column = |issue: usize, taken: usize| -> Vec<f64> {
        rows.iter().zip(&widths).map(|(row, width)| row.figures[issue][taken] / width).collect()
    };
    let columns: Vec<Vec<Vec<f64>>> = (0..issues)
        .map(|issue| (0..rows[0].figures[issue].len()).map(|taken| column(issue, taken)).collect())
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
    let mixed = |issue: usize| {
        let sum =
            |taken: usize| rows.iter().zip(&factors).map(|(row, factor)| factor * row.figures[issue][taken]).sum();
        (0..rows[0].figures[issue].len()).map(sum).collect()
    };
    let least: f64 = rows.iter().zip(&factors).map(|(row, factor)| factor * row.least).sum();
    // Rounding must not take out what keeps every row.
    Some(Row { figures: (0..issues).map(mixed).collect(), least: least - CARE * (1.0 + least.abs()), groups: bit })
}

/// Between the least and the most that a row can come to.
fn width(row: &Row) -> f64 {
    row.figures.iter().map(|figures| spread(figures)).sum()
}

fn spread(figures: &[f64]) -> f64 {
    most(figures) - figures.iter().copied().fold(f64::INFINITY, f64::min)
}

fn most(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// The issues, those first that decide most of what the rows come to.
fn by_spread(rows: &[Row]) -> Vec<usize> {
    let issues = rows.first().map_or(0, |row| row.figures.len());
    let part = |row: &Row, issue: usize| spread(&row.figures[issue]) / width(row).max(f64::MIN_POSITIVE);
    let of_issue = |issue: usize| rows.iter().map(|row| part(row, issue)).sum::<f64>();
    let mut order: Vec<(f64, usize)> = (0..issues).map(|issue| (of_issue(issue), issue)).collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    order.into_iter().map(|(_, issue)| issue).collect()
}

/// What is lost of each row, compared with the most that an issue can add, by each alternative.
struct Columns {
    /// Per issue in the order of the walk and per alternative, a loss per row.
    losses: Vec<Vec<Vec<f64>>>,
    most: Vec<f64>,
    groups: Vec<u64>,
}

fn columns(rows: &[Row], issues: &[usize]) -> Columns {
    let loss = |issue: usize, taken: usize| {
        rows.iter().map(|row| most(&row.figures[issue]) - row.figures[issue][taken]).collect()
    };
    let alternatives = |issue: usize| rows.first().map_or(0, |row| row.figures[issue].len());
    let of_issue = |issue: &usize| (0..alternatives(*issue)).map(|taken| loss(*issue, taken)).collect();
    Columns {
        losses: issues.iter().map(of_issue).collect(),
        most: rows.iter().map(|row| row.figures.iter().map(|figures| most(figures)).sum()).collect(),
        groups: rows.iter().map(|row| row.groups).collect(),
    }
}

/// The groups of `left` that have no row below its level.
fn open(above: &[f64], left: u64, groups: &[u64]) -> u64 {
    above.iter().zip(groups).fold(left, |left, (above, groups)| if *above < 0.0 { left & !groups } else { left })
}

struct Walk<'a> {
    columns: Columns,
    products: &'a [Product],
    issues: Vec<usize>,
    patience: Patience,
    stop: &'a Stop<'a>,
    taken: Vec<u16>,
    found: Vec<Kept>,
}

impl Walk<'_> {
    /// Tries every alternative from the issue at `depth` on, with what can still be reached `above` the level of each row;
    /// whether there was patience for all.
    fn visit(&mut self, depth: usize, above: &[f64], left: u64) -> bool {
        let Some(nodes) = self.patience.nodes.checked_sub(1) else { return false };
        self.patience.nodes = nodes;
        if nodes % GLANCE == 0 && self.stop.is_due() {
            return false;
        }
        if depth == self.issues.len() {
            self.found.push(Kept { chosen: self.taken.clone(), groups: left });
            return self.found.len() <= self.patience.packages;
        }
        let mut next = vec![0.0; above.len()];
        for taken in 0..self.columns.losses[depth].len() {
            let losses = &self.columns.losses[depth][taken];
            for ((next, above), loss) in next.iter_mut().zip(above).zip(losses) {
                *next = above - loss;
            }
            let mut still = open(&next, left, &self.columns.groups);
            for (group, product) in self.products.iter().enumerate() {
                if still >> group & 1 == 1 && !product.may_do(&next) {
                    still &= !(1 << group);
                }
            }
            if still != 0 {
                self.taken[self.issues[depth]] = taken as u16;
                if !self.visit(depth + 1, &next, still) {
                    return false;
                }
            }
        }
        true
    }
}
