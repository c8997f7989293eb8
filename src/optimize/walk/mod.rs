//! Every package that keeps rows of sums, by branch and bound.
//!
//! A row is a sum over the decisions that must reach a level, for some groups of whoever asks: where it can't be reached
//! any more, those groups have no use for the package. A branch ends when no group is left. Beside the rows, each group
//! has the mixture of all of its rows that is hardest to keep.
//!
//! Rows are floats, with levels a little lower than asked for: what is found must be looked at exactly, and nothing is
//! left out.

mod highest;
mod mixture;

use std::ops::{ControlFlow, Range};

use itertools::izip;

use super::Stop;
pub(crate) use highest::Highest;
use mixture::{Mixture, hardest};

/// A sum over the decisions that must not be below a level.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Per decision, what each alternative adds.
    pub(crate) figures: Vec<Vec<f64>>,
    pub(crate) least: f64,
    /// The groups it counts for, as bits.
    pub(crate) groups: u64,
}

/// A product that has to reach 1 for a group, of what rows are above their levels; they count for that group.
#[derive(Clone, Debug, Default)]
pub(crate) struct Product {
    /// The positions of its factors among the rows, each with what it is multiplied by.
    pub(crate) factors: Vec<(usize, f64)>,
    /// Factors that may become larger.
    pub(crate) raised: Vec<(usize, f64)>,
    /// By how much these may, all together.
    pub(crate) raise: f64,
}

/// How far below 1 a product may be told to be.
const ROUNDING: f64 = 1e-7;
/// How far below its level something still counts as on it, as a part of the largest figure.
const CARE: f64 = 1e-8;
/// How often the watch is looked at, in nodes.
const GLANCE: u64 = 4_096;

/// How a walk ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Walked {
    /// Everything was visited.
    Whole,
    /// Whoever was called had enough.
    Enough,
    /// It took too many nodes, or too long.
    GivenUp,
}

/// In which order packages are visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Those that keep mixtures best come first, more or less.
    Likely,
    /// As the decisions and their alternatives are given.
    Given,
}

/// What packages must keep, for so many groups, fewer than 64.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk<'a> {
    /// How many alternatives each decision has.
    pub(crate) sizes: &'a [usize],
    pub(crate) rows: &'a [Row],
    /// None, or one per group.
    pub(crate) products: &'a [Product],
    pub(crate) groups: u32,
    pub(crate) order: Order,
}

impl Walk<'_> {
    /// Calls `visit` for every package that keeps every row for some group, and its product: with the alternatives taken,
    /// and these groups as bits. Each node is taken off `nodes`; it gives up when none is left.
    pub(crate) fn visit(
        self,
        nodes: &mut u64,
        stop: &Stop<'_>,
        mut visit: impl FnMut(&[usize], u64) -> ControlFlow<()>,
    ) -> Walked {
        self.climb(nodes, stop, &mut |taken, groups| match visit(taken, groups) {
            ControlFlow::Continue(()) => ControlFlow::Continue(0.0),
            ControlFlow::Break(()) => ControlFlow::Break(()),
        })
    }

    /// The same, but `visit` tells by how much more than before the first row must be above its level from there on.
    fn climb(self, nodes: &mut u64, stop: &Stop<'_>, visit: Visit<'_>) -> Walked {
        let mut rows: Vec<Row> = self.rows.to_vec();
        for row in &mut rows {
            row.least -= CARE * row.least.abs().max(largest(row));
        }
        let mut of_first: Vec<f64> = (0..rows.len()).map(|row| f64::from(u8::from(row == 0))).collect();
        let mixtures: Vec<Mixture> = (0..self.groups).filter_map(|group| hardest(&rows, group)).collect();
        of_first.extend(mixtures.iter().map(|mixture| mixture.of_first));
        rows.extend(mixtures.into_iter().map(|mixture| mixture.row));
        let above: Vec<f64> = rows.iter().map(|row| reach(row) - row.least).collect();
        let of_row: Vec<u64> = rows.iter().map(|row| row.groups).collect();
        let left = open(&above, (1 << self.groups) - 1, &of_row);
        let is_hopeful = |step: &Step| {
            let above: Vec<f64> = above.iter().zip(&step.losses).map(|(above, loss)| above - loss).collect();
            open(&above, left, &of_row) != 0
        };
        let decisions = match self.order {
            Order::Likely => self.by_spread(&rows),
            Order::Given => (0..self.sizes.len()).collect(),
        };
        let level = |decision: &usize| self.steps(&rows, *decision).into_iter().filter(is_hopeful).collect();
        let mut walker = Walker {
            levels: decisions.iter().map(level).collect(),
            above: above.repeat(decisions.len() + 1),
            mixtures: self.rows.len()..of_row.len(),
            of_row,
            of_first,
            products: self.products,
            taken: vec![0; decisions.len()],
            decisions,
            nodes,
            stop,
            visit,
        };
        match if left == 0 { ControlFlow::Continue(()) } else { walker.descend(0, left) } {
            ControlFlow::Continue(()) => Walked::Whole,
            ControlFlow::Break(ended) => ended,
        }
    }

    /// The decisions, those first that decide most of what the rows come to.
    fn by_spread(&self, rows: &[Row]) -> Vec<usize> {
        let widths: Vec<f64> = rows.iter().map(|row| width(row).max(f64::MIN_POSITIVE)).collect();
        let part = |(row, width): (&Row, &f64), decision: usize| spread(&row.figures[decision]) / width;
        let of_decision = |decision: usize| rows.iter().zip(&widths).map(|of_row| part(of_row, decision)).sum::<f64>();
        let mut order: Vec<(f64, usize)> =
            (0..self.sizes.len()).map(|decision| (of_decision(decision), decision)).collect();
        order.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        order.into_iter().map(|(_, decision)| decision).collect()
    }

    /// The steps that a decision offers. After the own rows come mixtures.
    fn steps(&self, rows: &[Row], decision: usize) -> Vec<Step> {
        let most: Vec<f64> = rows.iter().map(|row| most(&row.figures[decision])).collect();
        let losses =
            |taken: usize| rows.iter().zip(&most).map(|(row, most)| most - row.figures[decision][taken]).collect();
        let mut steps: Vec<Step> =
            (0..self.sizes[decision]).map(|taken| Step { taken, losses: losses(taken) }).collect();
        if self.order == Order::Likely {
            let cost = |step: &Step| step.losses[self.rows.len()..].iter().sum::<f64>();
            steps.sort_by(|one, other| cost(one).total_cmp(&cost(other)));
        }
        steps
    }
}

impl Row {
    /// Whether some package may not reach the level.
    pub(crate) fn hangs_on_package(&self) -> bool {
        reach(self) - width(self) < self.least
    }
}

/// The most that a row can come to.
fn reach(row: &Row) -> f64 {
    row.figures.iter().map(|figures| most(figures)).sum()
}

/// The largest figure, whatever its sign.
fn largest(row: &Row) -> f64 {
    row.figures.iter().flatten().fold(0.0, |most, figure| most.max(figure.abs()))
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

/// An alternative, with what is lost by it of each row compared with the most that its decision can add.
struct Step {
    taken: usize,
    losses: Vec<f64>,
}

/// The groups of `left` that have no row below its level.
fn open(above: &[f64], left: u64, of_row: &[u64]) -> u64 {
    above.iter().zip(of_row).fold(left, |left, (above, groups)| if *above < 0.0 { left & !groups } else { left })
}

impl Product {
    /// Whether it may: raised together, factors come to no more than where each is their mean with its part of the raise.
    fn may_do(&self, above: &[f64]) -> bool {
        let factor = |(row, by): &(usize, f64)| above[*row] * by;
        // Two by two, multiplying waits half as often for what comes before.
        let others: f64 = self.factors.chunks(2).map(|pair| pair.iter().map(factor).product::<f64>()).product();
        let count = self.raised.len() as f64;
        let mean = (self.raised.iter().map(factor).sum::<f64>() + self.raise) / count.max(1.0);
        let most = if self.raised.is_empty() { 1.0 } else { mean.max(0.0).powf(count) };
        others * most >= 1.0 - ROUNDING
    }
}

/// What is called for every package.
type Visit<'a> = &'a mut dyn FnMut(&[usize], u64) -> ControlFlow<(), f64>;

struct Walker<'a> {
    /// Per decision in the order of the walk.
    levels: Vec<Vec<Step>>,
    /// Per depth, what can still be reached above the level of each row.
    above: Vec<f64>,
    /// Per row, the groups it counts for.
    of_row: Vec<u64>,
    /// Which rows are mixtures.
    mixtures: Range<usize>,
    /// Per row, how much of the first is in it.
    of_first: Vec<f64>,
    products: &'a [Product],
    /// The decisions in the order of the walk.
    decisions: Vec<usize>,
    nodes: &'a mut u64,
    stop: &'a Stop<'a>,
    taken: Vec<usize>,
    visit: Visit<'a>,
}

impl Walker<'_> {
    /// Tries every alternative from the decision at `depth` on.
    fn descend(&mut self, depth: usize, left: u64) -> ControlFlow<Walked> {
        let Some(nodes) = self.nodes.checked_sub(1) else { return ControlFlow::Break(Walked::GivenUp) };
        *self.nodes = nodes;
        if nodes % GLANCE == 0 && self.stop.is_due() {
            return ControlFlow::Break(Walked::GivenUp);
        }
        if depth == self.decisions.len() {
            return match (self.visit)(&self.taken, left) {
                ControlFlow::Continue(by) => {
                    self.raise(by);
                    ControlFlow::Continue(())
                }
                ControlFlow::Break(()) => ControlFlow::Break(Walked::Enough),
            };
        }
        for at in 0..self.levels[depth].len() {
            let still = self.step(depth, at, left);
            if still != 0 {
                self.taken[self.decisions[depth]] = self.levels[depth][at].taken;
                self.descend(depth + 1, still)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// Asks for so much more of the first row.
    fn raise(&mut self, by: f64) {
        if by > 0.0 {
            for above in self.above.chunks_mut(self.of_row.len()) {
                above.iter_mut().zip(&self.of_first).for_each(|(above, part)| *above -= part * by);
            }
        }
    }

    /// Takes a step; the groups that are left with it.
    fn step(&mut self, depth: usize, at: usize, left: u64) -> u64 {
        let rows = self.of_row.len();
        let (here, next) = self.above[depth * rows..(depth + 2) * rows].split_at_mut(rows);
        let losses = &self.levels[depth][at].losses;
        let mut still = left;
        // Where the mixtures close every group, the rows that they are made of needn't be looked at.
        for part in [self.mixtures.clone(), 0..self.mixtures.start] {
            let (here, losses, of_row) = (&here[part.clone()], &losses[part.clone()], &self.of_row[part.clone()]);
            let mut closed = 0;
            for (next, above, loss, groups) in izip!(&mut next[part], here, losses, of_row) {
                *next = above - loss;
                closed |= groups & u64::from(*next < 0.0).wrapping_neg();
            }
            still &= !closed;
            if still == 0 {
                return 0;
            }
        }
        let products = self.products;
        let fails = |group: &usize| still >> group & 1 == 1 && !products[*group].may_do(next);
        (0..products.len()).filter(fails).fold(still, |still, group| still & !(1 << group))
    }
}
