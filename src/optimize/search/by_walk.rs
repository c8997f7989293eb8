//! Settling what is below a node by a walk: what the search is after as rows of sums. Each node of a walk takes a
//! hundredth of the time of one with a bound of its own, and where there aren't too many that is the sooner way.

use std::ops::ControlFlow;

use super::super::bound::{Domains, Multipliers};
use super::super::space::Whole;
use super::super::task::Aim;
use super::super::walk::{Order, Row, Walk, Walked};
use super::{Search, Test};
use crate::domain::nearest_f64;

/// After how many nodes a walk is given up.
const NODES: u64 = 100_000;
/// How many nodes of a walk count as one with a bound.
const AS_ONE: u64 = 100;

/// How many packages a walk is expected to cope with, as a logarithm: more after each that did, fewer after each that
/// didn't.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach(f64);

impl Reach {
    /// Nothing is known yet.
    pub(super) const UNKNOWN: Self = Self(f64::INFINITY);
    /// By how much it changes.
    const LONGER: f64 = 0.2;
    const SHORTER: f64 = 1.0;

    fn covers(self, size: f64) -> bool {
        size <= self.0
    }

    fn learn(&mut self, size: f64, is_settled: bool) {
        self.0 = if is_settled { self.0.max(size + Self::LONGER) } else { size - Self::SHORTER };
    }
}

impl<N: Whole> Search<'_, N> {
    /// Settles what is left in `domains` by a walk; whether it got there. Multipliers are per test.
    pub(super) fn is_settled_by_walk(&mut self, domains: &Domains, multipliers: &[Multipliers]) -> bool {
        let size = domains.iter().map(|domain| (domain.len() as f64).ln()).sum();
        if !self.task.walks || self.ground.model.is_continuous() || !self.reach.covers(size) {
            return false;
        }
        let left = self.task.nodes.map_or(u64::MAX, |nodes| nodes.saturating_sub(self.nodes));
        let limit = left.saturating_mul(AS_ONE).min(NODES);
        let mut patience = limit;
        let is_settled = self.walk(domains, multipliers, &mut patience);
        self.nodes += (limit - patience) / AS_ONE;
        self.reach.learn(size, is_settled);
        is_settled
    }

    fn walk(&mut self, domains: &Domains, multipliers: &[Multipliers], patience: &mut u64) -> bool {
        let order = if self.task.aim == Aim::First { Order::Given } else { Order::Likely };
        let sizes: Vec<usize> = domains.iter().map(Vec::len).collect();
        loop {
            let rows = self.rows(domains, multipliers);
            let stop = self.stop;
            let before = self.leaf.as_ref().map(|leaf| leaf.value.clone());
            let walk = Walk { sizes: &sizes, rows: &rows, products: &[], groups: 1, order };
            let walked = walk.visit(patience, stop, |taken, _| {
                self.look(domains.iter().zip(taken).map(|(domain, at)| domain[*at]).collect());
                let is_raised = before != self.leaf.as_ref().map(|leaf| leaf.value.clone());
                if is_raised || self.is_done() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            match walked {
                Walked::Whole => return true,
                // From here on more is asked for.
                Walked::Enough if !self.is_done() => {}
                // What is left out is told by the node, with its bound.
                Walked::Enough | Walked::GivenUp => return false,
            }
        }
    }

    /// What a package must keep: the floors, the gains that are asked for, and what each test demands.
    fn rows(&self, domains: &Domains, multipliers: &[Multipliers]) -> Vec<Row> {
        let relaxation = self.ground.relaxation();
        let floors = self.floors.iter().enumerate();
        let floors = floors.filter_map(|(form, floor)| Some(relaxation.floor_row(form, domains, (*floor)?)));
        let exactly = self.task.exactly.iter().flatten().enumerate();
        let ceilings = exactly.map(|(form, gain)| relaxation.ceiling_row(form, domains, nearest_f64(gain)));
        let tests = self.tests.iter().zip(multipliers);
        let tests = tests.filter_map(|(test, multipliers)| self.test_row(*test, domains, multipliers));
        floors.chain(ceilings).filter(Row::hangs_on_package).chain(tests).collect()
    }

    /// What passes a test and keeps the floors is at least this much of the weighted sum that bounds it.
    fn test_row(&self, test: Test, domains: &Domains, multipliers: &Multipliers) -> Option<Row> {
        let target = self.target(test).filter(|_| test != Test::Floors)?;
        let measure = self.measure(test);
        Some(self.ground.relaxation().target_row(measure, domains, &self.floors, multipliers, target))
    }
}
