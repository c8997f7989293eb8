//! Whether a package is a point of the frontier: whoever leaves nobody with less gives nobody more, and it is the first by
//! names that gives just so much.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::Stop;
use super::goal::{Group, Measure};
use super::search::{first_giving, search};
use super::space::{Form, Whole, float, smallest_sum};
use super::task::{Aim, Ground, Leaf, Task};
use super::walk::{Row, Walked, walk};
use crate::domain::{Package, Rational};

/// After how many nodes it is left open whether a package is a point.
const DOUBT: u64 = 50_000;
/// Up to how many nodes a walk, with bounds that are quick and loose, takes less time than a search.
const WALK: u64 = 500_000;

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
}

impl<N> Judge<N> {
    /// A judge who takes these packages for no points.
    pub(crate) fn passing_over(packages: &[Package]) -> Self {
        Self {
            passed_over: packages.to_vec(),
            judged: RefCell::default(),
            better: RefCell::default(),
            has_doubts: Cell::new(false),
        }
    }

    /// Whether some package was taken for no point because it couldn't be told in time.
    pub(crate) fn has_doubts(&self) -> bool {
        self.has_doubts.get()
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
        let floors = self.space.floors(own.iter().cloned().map(Some));
        let better = match self.walk_to_better(&own, &floors, stop) {
            Some(better) => better,
            None => self.search_better(choice, gains, &floors, stop)?,
        };
        if let Some(better) = better {
            self.judge.better.borrow_mut().push(self.space.values(Group::Gains, &better));
            return Some(false);
        }
        let first = first_giving(self, gains, floors, DOUBT, stop).leaf?;
        Some(first.choice == choice)
    }

    /// Walks to a package that gives everybody what they have, and somebody more; `None` if that takes too long.
    fn walk_to_better(&self, own: &[N], floors: &[Option<N>], stop: &Stop<'_>) -> Option<Option<Vec<usize>>> {
        if self.model.is_continuous() {
            return None;
        }
        let space = &self.space;
        let all = |values: &[N]| smallest_sum(values, values.len());
        let kept = |(form, floor): (usize, &Option<N>)| Some(row(&space.forms[form], floor.as_ref()?));
        let mut rows: Vec<Row> = floors.iter().enumerate().filter_map(kept).filter(hangs_on_package).collect();
        let more = all(own) + space.grain(Group::Gains).clone();
        rows.push(row(&Form::sum(&space.forms[space.range(Group::Gains)]), &more));
        let mut better = None;
        let walked = walk(&rows, &[], 1, WALK, stop, |taken, _| {
            let choice: Vec<usize> = taken.iter().map(|taken| usize::from(*taken)).collect();
            let keeps = |(form, floor): (usize, &Option<N>)| {
                floor.as_ref().is_none_or(|floor| *floor <= space.value(form, &choice))
            };
            let gives_more = all(own) < all(&space.values(Group::Gains, &choice));
            if !gives_more || !floors.iter().enumerate().all(keeps) {
                return ControlFlow::Continue(()); // Rounding let it pass.
            }
            better = Some(choice);
            ControlFlow::Break(())
        });
        (walked != Walked::GivenUp).then_some(better)
    }

    /// The same by the search.
    fn search_better(
        &self,
        choice: &[usize],
        gains: &[Rational],
        floors: &[Option<N>],
        stop: &Stop<'_>,
    ) -> Option<Option<Vec<usize>>> {
        let value: Rational = gains.iter().sum();
        let itself = Leaf {
            choice: choice.to_vec(),
            amounts: vec![None; choice.len()],
            value: value.clone(),
            gains: gains.to_vec(),
        };
        let task = Task {
            aim: Aim::Better,
            measure: Measure::Sum,
            floors: floors.to_vec(),
            nodes: Some(DOUBT),
            ..Task::default()
        };
        let found = search(self, task, Some(itself), stop);
        match found.leaf.filter(|leaf| value < leaf.value) {
            Some(better) => Some(Some(better.choice)),
            None => found.open.is_none().then_some(None),
        }
    }
}

/// A form that must reach a floor.
fn row<N: Whole>(form: &Form<N>, floor: &N) -> Row {
    let figures = form.most.iter().map(|parts| parts.iter().map(float).collect()).collect();
    Row { figures, least: float(&(floor.clone() - form.constant.clone())), groups: 1 }
}

/// Whether some package may not reach a row's level.
fn hangs_on_package(row: &Row) -> bool {
    let least = |figures: &Vec<f64>| figures.iter().copied().fold(f64::INFINITY, f64::min);
    row.figures.iter().map(least).sum::<f64>() < row.least
}
