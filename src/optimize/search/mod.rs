//! Exact branch and bound.
//!
//! Each node narrows what is still possible in two ways: an alternative goes if some floor is out of reach with it
//! (whole numbers, exact), and if a proven bound says that nothing with it measures enough (floats, rounding on the
//! safe side). What can't be ruled out is looked at, and values are compared exactly.

mod by_walk;
mod look;

use std::collections::BTreeSet;

use dashu_int::IBig;
use dashu_int::ops::BitTest as _;
use num_traits::Signed as _;

use super::Stop;
use super::bound::{Bound, Domains, Multipliers};
use super::exchange::Exchange;
use super::goal::{Group, Measure};
use super::space::Whole;
use super::task::{Aim, Ground, Leaf, Outcome, Task, as_floors};
use crate::domain::{Rational, nearest_f64};
use by_walk::Reach;

/// How often multipliers are moved at the root and at every other node.
const STEPS: (usize, usize) = (250, 14);
/// After how many steps without a better bound the steps are halved.
const IMPATIENCE: usize = 6;
/// What counts as nothing in floats of the relaxation; only where being wrong costs time, never an answer.
const FLAT: f64 = 1e-9;

/// Runs `task`. `start` is a package known to be allowed, if any; only better ones are then looked for.
pub(crate) fn search<N: Whole>(ground: &Ground<'_, N>, task: Task<N>, start: Option<Leaf>, stop: &Stop<'_>) -> Outcome {
    let mut search = Search::new(ground, task, stop);
    if let Some(start) = start {
        let choice = start.choice.clone();
        search.take(start);
        if search.task.aim == Aim::Better {
            search.look_around(choice);
        }
    }
    let start = |test: &Test| ground.relaxation().start(search.measure(*test));
    let multipliers: Vec<Multipliers> = search.tests.iter().map(start).collect();
    let domains: Domains = ground.space.sizes.iter().map(|size| (0..*size).collect()).collect();
    let is_settled = !search.needs_bound() && search.is_settled_by_walk(&domains, &multipliers);
    let root = Node { domains, multipliers, depth: 0, bound: f64::INFINITY };
    let open = if is_settled { f64::NEG_INFINITY } else { search.explore(root) };
    Outcome { open: search.cut.then_some(open), leaf: search.leaf, nodes: search.nodes, vectors: search.vectors }
}

/// Looks for the first package by names that gives just these gains, for so many nodes at most.
pub(crate) fn first_giving<N: Whole>(
    ground: &Ground<'_, N>,
    gains: &[Rational],
    floors: Vec<Option<N>>,
    nodes: u64,
    stop: &Stop<'_>,
) -> Outcome {
    let task = Task { exactly: Some(gains.to_vec()), floors, nodes: Some(nodes), ..Task::default() };
    search(ground, task, None, stop)
}

/// Looks at one package: the leaf if the task allows it.
pub(crate) fn examine<N: Whole>(
    ground: &Ground<'_, N>,
    task: Task<N>,
    choice: &[usize],
    stop: &Stop<'_>,
) -> Option<Leaf> {
    let mut search = Search::new(ground, task, stop);
    search.look(choice.to_vec());
    search.leaf
}

/// By what a node is ruled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    /// It doesn't measure more than what is known.
    Measure,
    /// It doesn't reach the guard at this position.
    Guard(usize),
    /// It doesn't keep the floors together.
    Floors,
}

struct Search<'a, N> {
    ground: &'a Ground<'a, N>,
    task: Task<N>,
    /// The floors as floats of the relaxation.
    floors: Vec<Option<f64>>,
    leaf: Option<Leaf>,
    /// Whether the leaf is better than the first one.
    is_improved: bool,
    vectors: BTreeSet<Vec<Rational>>,
    nodes: u64,
    /// Whether something was left out.
    cut: bool,
    stop: &'a Stop<'a>,
    tests: Vec<Test>,
    /// The packages with amounts left to choose that have been looked into: a second look would find nothing new.
    settled: BTreeSet<Vec<usize>>,
    /// Which forms the task demands to be at least 0; floors that were raised for speed are no demands.
    demanded: Vec<bool>,
    reach: Reach,
}

struct Node {
    domains: Domains,
    /// Multipliers per test, as good as the parent's.
    multipliers: Vec<Multipliers>,
    depth: usize,
    /// The parent's bound.
    bound: f64,
}

impl<'a, N: Whole> Search<'a, N> {
    fn new(ground: &'a Ground<'a, N>, mut task: Task<N>, stop: &'a Stop<'a>) -> Self {
        let scaled = |(form, floor): (usize, &Option<N>)| Some(ground.relaxation().scaled(form, floor.as_ref()?));
        let demanded = task.floors.iter().map(Option::is_some).collect();
        task.raise_floors(&ground.space);
        let floors = task.floors.iter().enumerate().map(scaled).collect();
        let measure = (task.measure != Measure::Nothing).then_some(Test::Measure);
        // What the floors see to needs no test of its own.
        let guards = (0..task.guards.len()).filter(|at| as_floors(&task.guards[*at].0, &ground.space).is_none());
        let guards = guards.map(Test::Guard);
        let tests = measure.into_iter().chain(guards).chain([Test::Floors]).collect();
        Self {
            ground,
            floors,
            leaf: None,
            is_improved: false,
            vectors: BTreeSet::new(),
            nodes: 0,
            cut: false,
            stop,
            tests,
            demanded,
            settled: BTreeSet::new(),
            reach: Reach::UNKNOWN,
            task,
        }
    }

    /// Explores a node; returns how much something that was left out below it may measure.
    fn explore(&mut self, mut node: Node) -> f64 {
        if self.is_done() {
            self.cut = true;
            return node.bound;
        }
        self.nodes += 1;
        if !self.propagate(&mut node.domains) {
            return f64::NEG_INFINITY;
        }
        let mut flips = vec![Vec::new(); node.domains.len()];
        let mut bound = None;
        for at in 0..self.tests.len() {
            if self.is_worthwhile(self.tests[at]) {
                let Some(found) = self.tighten(at, &mut node, &mut flips) else { return f64::NEG_INFINITY };
                bound.get_or_insert(found);
            }
        }
        if node.domains.iter().all(|domain| domain.len() == 1) {
            let choice = node.domains.iter().map(|domain| domain[0]).collect();
            self.look(choice);
            return f64::NEG_INFINITY;
        }
        if self.is_settled_by_walk(&node.domains, &node.multipliers) {
            return f64::NEG_INFINITY;
        }
        let value = bound.as_ref().map_or(node.bound, |bound| bound.value.min(node.bound));
        self.branch(&node, value, bound.as_ref(), &flips)
    }

    /// Whether a walk needs a bound at first: it tells what is good, and with which multipliers a guard is hard to pass.
    fn needs_bound(&self) -> bool {
        self.task.aim == Aim::Best || self.tests.iter().any(|test| matches!(test, Test::Guard(_)))
    }

    /// Whether what was found will do.
    fn has_enough(&self) -> bool {
        match self.task.aim {
            Aim::Best => false,
            Aim::Better => self.is_improved,
            Aim::First => self.leaf.is_some(),
            Aim::Collect(vectors) => vectors < self.vectors.len(),
        }
    }

    fn is_done(&self) -> bool {
        let is_in_doubt = self.task.only_points && self.ground.judge.has_doubts();
        is_in_doubt
            || self.has_enough()
            || self.task.nodes.is_some_and(|nodes| nodes <= self.nodes)
            || self.stop.is_due()
    }

    fn branch(&mut self, node: &Node, value: f64, bound: Option<&Bound>, flips: &[Vec<u32>]) -> f64 {
        let undecided = (0..node.domains.len()).filter(|at| node.domains[*at].len() > 1);
        let at = if self.task.aim == Aim::First { undecided.min() } else { most_contested(undecided, flips) };
        let Some(at) = at else { return f64::NEG_INFINITY };
        let mut order: Vec<usize> = node.domains[at].clone();
        if let (Some(bound), true) = (bound, self.task.aim != Aim::First) {
            let worth = |taken: &usize| {
                bound.penalties[at].get(node.domains[at].iter().position(|other| other == taken).unwrap_or(0)).copied()
            };
            order.sort_by(|a, b| worth(a).unwrap_or(0.0).total_cmp(&worth(b).unwrap_or(0.0)));
        }
        let mut open = f64::NEG_INFINITY;
        for taken in order {
            let mut domains = node.domains.clone();
            domains[at] = vec![taken];
            let multipliers = node.multipliers.clone();
            open = open.max(self.explore(Node { domains, multipliers, depth: node.depth + 1, bound: value }));
        }
        open
    }

    /// Drops alternatives with which some floor is out of reach; false if nothing is left of a domain.
    fn propagate(&self, domains: &mut Domains) -> bool {
        loop {
            let mut dropped = false;
            for (form, floor) in self.ground.space.forms.iter().zip(&self.task.floors) {
                let Some(floor) = floor else { continue };
                let most = |parts: &[N], domain: &[usize]| domain.iter().map(|taken| &parts[*taken]).max().cloned();
                let best: Option<Vec<N>> = form.most.iter().zip(&*domains).map(|(p, d)| most(p, d)).collect();
                let Some(best) = best else { return false };
                let mut spare = form.constant.clone() - floor.clone();
                for part in &best {
                    spare += part;
                }
                if spare.is_negative() {
                    return false;
                }
                for ((parts, domain), best) in form.most.iter().zip(domains.iter_mut()).zip(best) {
                    let before = domain.len();
                    domain.retain(|taken| best.clone() - parts[*taken].clone() <= spare);
                    dropped |= domain.len() < before;
                }
            }
            if !dropped {
                return domains.iter().all(|domain| !domain.is_empty());
            }
        }
    }

    /// The floors alone rule out nothing that a bound on the measure with a target wouldn't.
    fn is_worthwhile(&self, test: Test) -> bool {
        test != Test::Floors || self.tests[0] != Test::Measure || self.target(Test::Measure).is_none()
    }

    fn measure(&self, test: Test) -> &Measure {
        match test {
            Test::Measure => &self.task.measure,
            Test::Guard(at) => &self.task.guards[at].0,
            Test::Floors => &Measure::Nothing,
        }
    }

    /// What a package must measure to pass a test, as a float of the relaxation; `None` while anything will do.
    fn target(&self, test: Test) -> Option<f64> {
        match test {
            Test::Measure => self.leaf.as_ref().and_then(|leaf| self.strictly_better(&leaf.value)),
            Test::Guard(at) => Some(self.as_float(&self.task.guards[at].0, &self.task.guards[at].1)),
            Test::Floors => Some(0.0),
        }
    }

    /// The least that beats `value`: a grain more, or the value itself where amounts are continuous.
    fn strictly_better(&self, value: &Rational) -> Option<f64> {
        if !self.task.aim.is_upward() {
            return None;
        }
        let space = &self.ground.space;
        let grain = match self.task.measure {
            _ if self.ground.model.is_continuous() => Rational::default(),
            Measure::Sum => space.points(space.grain(Group::Gains)),
            Measure::Smallest(group, _) => {
                space.unit(group) * Rational::from_integer(space.grain(group).clone().into())
            }
            Measure::Product(_) => Rational::default(),
            Measure::Form(form) => space.units[form].clone(),
            Measure::Nothing => return None,
        };
        Some(self.as_float(&self.task.measure, &(value + grain)))
    }

    /// `value` of `measure`, in points or in the unit of its slack, as a float of the relaxation.
    fn as_float(&self, measure: &Measure, value: &Rational) -> f64 {
        match measure {
            Measure::Form(form) => nearest_f64(&(value / &self.ground.space.units[*form])) * self.unit(*form),
            Measure::Product(_) => logarithm(value),
            _ => nearest_f64(value),
        }
    }

    fn unit(&self, form: usize) -> f64 {
        self.ground.relaxation().scaled(form, &N::one())
    }

    /// Improves the bound of the test at `at` and drops alternatives that can't pass it; `None` if none can.
    fn tighten(&mut self, at: usize, node: &mut Node, flips: &mut [Vec<u32>]) -> Option<Bound> {
        let test = self.tests[at];
        let measure = self.measure(test).clone();
        let relaxation = self.ground.relaxation();
        let mut multipliers = node.multipliers[at].clone();
        let mut bound = relaxation.bound(&measure, &node.domains, &self.floors, &multipliers);
        let mut best = bound.clone();
        let (mut eagerness, mut since) = (1.0, 0);
        for step in 0..if node.depth == 0 { STEPS.0 } else { STEPS.1 } {
            if self.target(test).is_some_and(|target| best.value < target) {
                return None;
            }
            if self.stop.is_due() {
                break;
            }
            let steepness = relaxation.steepness(&measure, &self.floors, &multipliers, &bound);
            if steepness < FLAT {
                break;
            }
            let length = eagerness * (bound.value - self.ambition(test, best.value)) / steepness;
            relaxation.step(&measure, &self.floors, &mut multipliers, &bound, length);
            bound = relaxation.bound(&measure, &node.domains, &self.floors, &multipliers);
            count_flips(flips, &bound.choice);
            since += 1;
            if bound.value < best.value {
                (best, since) = (bound.clone(), 0);
                node.multipliers[at] = multipliers.clone();
            } else if since > IMPATIENCE {
                (eagerness, since) = (eagerness / 2.0, 0);
            }
            if test == Test::Measure && self.task.aim.is_upward() {
                self.try_out(&bound, node.depth, step);
            }
        }
        self.drop_hopeless(test, node, &mut best)?;
        Some(best)
    }

    /// The value that a bound is stepped towards (Polyak 1969): the target, if that is in reach.
    fn ambition(&self, test: Test, best: f64) -> f64 {
        match test {
            Test::Floors => best.min(0.0) - 0.1,
            _ => self.target(test).unwrap_or(f64::NEG_INFINITY).max(best - 0.05 * (1.0 + best.abs())).min(best - FLAT),
        }
    }

    /// Drops alternatives that the bound rules out, from the domains and from the bound's own lists.
    fn drop_hopeless(&self, test: Test, node: &mut Node, best: &mut Bound) -> Option<()> {
        let Some(target) = self.target(test) else { return Some(()) };
        if best.value < target {
            return None;
        }
        for (domain, penalties) in node.domains.iter_mut().zip(&mut best.penalties) {
            let keeps: Vec<bool> = penalties.iter().map(|penalty| target <= best.value - penalty).collect();
            retain(domain, &keeps);
            retain(penalties, &keeps);
        }
        Some(())
    }

    /// Looks at the package that attains a bound, or at one near it: it may well be allowed.
    fn try_out(&mut self, bound: &Bound, depth: usize, step: usize) {
        let is_seldom = step.is_multiple_of(8);
        if self.ground.model.is_continuous() && !is_seldom {
            return;
        }
        let within = bound.surplus.iter().zip(&self.floors).all(|(above, floor)| floor.is_none() || -FLAT <= *above);
        if within {
            self.look(bound.choice.clone());
        }
        if depth == 0 && is_seldom {
            self.look_around(bound.choice.clone());
        }
    }

    /// Looks at the best package that exchanging options leads to.
    fn look_around(&mut self, choice: Vec<usize>) {
        let exchange =
            Exchange { relaxation: self.ground.relaxation(), measure: &self.task.measure, floors: &self.floors };
        let better = exchange.improve(choice);
        self.look(better);
    }
}

/// The natural logarithm of a positive number, however large; minus infinity for others.
pub(crate) fn logarithm(value: &Rational) -> f64 {
    let of = |number: &IBig| {
        let shift = number.bit_len().saturating_sub(64);
        (number >> shift).to_f64().value().ln() + shift as f64 * std::f64::consts::LN_2
    };
    if value.is_positive() { of(value.numer()) - of(&value.denom()) } else { f64::NEG_INFINITY }
}

fn retain<T>(items: &mut Vec<T>, keeps: &[bool]) {
    let mut keeps = keeps.iter();
    items.retain(|_| keeps.next().copied().unwrap_or(true));
}

fn count_flips(flips: &mut [Vec<u32>], choice: &[usize]) {
    for (counts, taken) in flips.iter_mut().zip(choice) {
        if counts.len() <= *taken {
            counts.resize(taken + 1, 0);
        }
        counts[*taken] += 1;
    }
}

/// The decision on which the bounds' own packages agree least: there the relaxation would take parts of options.
fn most_contested(undecided: impl Iterator<Item = usize>, flips: &[Vec<u32>]) -> Option<usize> {
    let agreement = |at: &usize| {
        let total: u32 = flips[*at].iter().sum();
        let most = flips[*at].iter().max().copied().unwrap_or(0);
        (if total == 0 { 1000 } else { u64::from(most) * 1000 / u64::from(total) }, *at)
    };
    undecided.min_by_key(agreement)
}
