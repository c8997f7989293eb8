//! Whether a package is a point of the frontier: whoever leaves nobody with less gives nobody more, and it is the first by
//! names that gives just so much.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::Stop;
use super::goal::{Group, Measure};
use super::search::{first_giving, search};
use super::space::Whole;
use super::task::{Aim, Ground, Leaf, Outcome, Task};
use crate::domain::{Package, Rational};

/// After how many nodes it is left open whether a package is a point.
const DOUBT: u64 = 50_000;

/// What is known of packages as points of the frontier.
#[derive(Debug)]
pub(crate) struct Judge<N> {
    /// Packages that aren't looked for, though they may be points.
    passed_over: Vec<Package>,
    /// Whether packages are points, by choices.
    judged: RefCell<BTreeMap<Vec<usize>, bool>>,
    /// The gains that others were found to fall short of.
    better: RefCell<Vec<Vec<N>>>,
    has_doubts: Cell<bool>,
    /// How many nodes judging took since this was last asked for.
    nodes: Cell<u64>,
}

impl<N> Judge<N> {
    /// A judge who takes these packages for no points.
    pub(crate) fn passing_over(packages: &[Package]) -> Self {
        Self {
            passed_over: packages.to_vec(),
            judged: RefCell::default(),
            better: RefCell::default(),
            has_doubts: Cell::new(false),
            nodes: Cell::new(0),
        }
    }

    /// Whether some package was taken for no point because it couldn't be told in time.
    pub(crate) fn has_doubts(&self) -> bool {
        self.has_doubts.get()
    }

    /// How many nodes judging took since the last call.
    pub(crate) fn take_nodes(&self) -> u64 {
        self.nodes.take()
    }

    fn counted(&self, outcome: Outcome) -> Outcome {
        self.nodes.set(self.nodes.get() + outcome.nodes);
        outcome
    }
}

impl<N: Whole> Ground<'_, N> {
    /// Whether a package of points of the model is one of the frontier. What can't be told in time is taken for none, and
    /// noted as a doubt.
    pub(crate) fn is_point(&self, choice: &[usize], gains: &[Rational], stop: &Stop<'_>) -> bool {
        if let Some(known) = self.judge.judged.borrow().get(choice) {
            return *known;
        }
        let is_passed_over = self.judge.passed_over.contains(&self.model.package(choice, &[]));
        let verdict = if is_passed_over { Some(false) } else { self.verdict(choice, gains, stop) };
        if verdict.is_none() {
            self.judge.has_doubts.set(true);
        }
        self.judge.judged.borrow_mut().insert(choice.to_vec(), verdict == Some(true));
        verdict == Some(true)
    }

    /// Whether a package is a point; `None` if it can't be told in time.
    fn verdict(&self, choice: &[usize], gains: &[Rational], stop: &Stop<'_>) -> Option<bool> {
        let own = self.space.values(Group::Gains, choice);
        let is_behind = |other: &Vec<N>| own != *other && own.iter().zip(other).all(|(own, other)| own <= other);
        if self.judge.better.borrow().iter().any(is_behind) {
            return Some(false);
        }
        let floors = self.space.floors(own.into_iter().map(Some));
        let value: Rational = gains.iter().sum();
        let itself = Leaf {
            choice: choice.to_vec(),
            amounts: vec![None; choice.len()],
            value: value.clone(),
            gains: gains.to_vec(),
        };
        let better = Task {
            aim: Aim::Better,
            measure: Measure::Sum,
            floors: floors.clone(),
            nodes: Some(DOUBT),
            ..Task::default()
        };
        let found = self.judge.counted(search(self, better, Some(itself), stop));
        if let Some(better) = found.leaf.filter(|leaf| value < leaf.value) {
            self.judge.better.borrow_mut().push(self.space.values(Group::Gains, &better.choice));
            return Some(false);
        }
        if found.open.is_some() {
            return None;
        }
        let first = self.judge.counted(first_giving(self, gains, floors, DOUBT, stop)).leaf?;
        Some(first.choice == choice)
    }
}
