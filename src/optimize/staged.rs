//! Branch and bound, stage by stage: each settles one measure for good; of what is left the first by names answers.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::goal::{Goal, Group, Measure};
use super::search::{examine, search};
use super::solve::Solver;
use super::space::Whole;
use super::task::{Aim, Ground, Leaf, Outcome, Task};
use super::{Answer, How, Refusal, Ties, milp};
use crate::domain::Rational;

/// How many distinct gain vectors, and nodes, are worth collecting before the next stage is settled instead.
const COLLECTION: (usize, u64) = (200, 5_000);
/// After how many nodes a search for points of the frontier gives up, whether for one or for all.
pub(super) const PATIENT: u64 = 100_000;
/// After how many nodes without a package the integer programme is asked for one.
const PATIENCE: u64 = 1_000;
/// How many seconds a proposal for branch and bound may take: it is a head start, not the answer.
const HEAD_START: f64 = 1.0;

/// The best packages before ties are told apart by name.
struct Settled {
    /// The best package known.
    leaf: Leaf,
    /// What the optimum must reach, measure by measure.
    guards: Vec<(Measure, Rational)>,
    /// Gain vectors that the objective can't tell from the best; `None` if not all could be collected.
    vectors: Option<BTreeSet<Vec<Rational>>>,
}

impl Solver<'_> {
    /// Settles the stages of the objective one after the other, then names.
    pub(super) fn by_branch_and_bound<N: Whole>(
        &self,
        ground: &Ground<'_, N>,
        floors: &[Option<N>],
    ) -> Result<Answer, Refusal> {
        let goal = self.goal();
        let stages = goal.stages();
        let mut settled: Option<Settled> = None;
        for (stage, measure) in stages.iter().enumerate() {
            let guards = settled.as_ref().map(|settled| settled.guards.clone()).unwrap_or_default();
            let start = match &settled {
                Some(settled) => {
                    let value = goal.value(measure, &goal.standing(&settled.leaf.gains));
                    Some(Leaf { value, ..settled.leaf.clone() })
                }
                None => self.proposal(ground, measure, floors),
            };
            let task = Task { measure: measure.clone(), guards: guards.clone(), ..self.task(Aim::Best, floors) };
            let Outcome { leaf, open, .. } = search(ground, task, start, &self.stop);
            let Some(leaf) = leaf else {
                return Ok(if open.is_some() { Answer::Unknown } else { self.infeasible(ground) });
            };
            if let Some(open) = open {
                let open = if open.is_finite() { open } else { ground.loose_bound(measure) };
                return self.cut_short(leaf, settled.as_ref().map(|_| &stages[0]), open);
            }
            let mut guards = [guards, vec![(measure.clone(), leaf.value.clone())]].concat();
            if self.model.is_continuous() && is_last_product(&stages, stage) {
                if self.model.products.iter().filter(|factors| !factors.is_empty()).count() < 2 {
                    // Whoever reaches the largest product gives everybody the same gains: nothing is left to decide.
                    return self.proven(&leaf, Ties::Continuous);
                }
                // Products over several worlds may leave some gains open: those are lifted, and none is given up for it.
                let kept = leaf.gains.iter().enumerate().map(|(stake, gain)| (Measure::Form(stake), gain.clone()));
                guards = kept.collect();
            }
            let is_farthest = matches!(measure, Measure::Smallest(Group::Distances, _));
            // Many are as far away, and each would have to be judged.
            let vectors = if is_farthest {
                None
            } else if stage == 0 || settled.as_ref().is_some_and(|settled| settled.vectors.is_none()) {
                self.collect(ground, floors, &guards)
            } else {
                None
            };
            let done = vectors.is_some();
            settled = Some(Settled { leaf, guards, vectors });
            if done {
                break;
            }
        }
        let Some(settled) = settled else { return Err(Refusal::NobodyCares) };
        self.first_by_name(ground, floors, &goal, settled)
    }

    /// All gain vectors that reach the guards, if these are few enough to collect.
    fn collect<N: Whole>(
        &self,
        ground: &Ground<'_, N>,
        floors: &[Option<N>],
        guards: &[(Measure, Rational)],
    ) -> Option<BTreeSet<Vec<Rational>>> {
        if self.model.is_continuous() {
            return None;
        }
        let (vectors, nodes) = COLLECTION;
        // What isn't a point is found out package by package, in each stage anew: it is collected at once.
        let nodes = if self.only_points { PATIENT } else { nodes };
        let task = self.task(Aim::Collect(vectors), floors);
        let task = Task { guards: guards.to_vec(), nodes: Some(nodes), ..task };
        let outcome = search(ground, task, None, &self.stop);
        outcome.open.is_none().then_some(outcome.vectors)
    }

    /// Of the best packages the first by names, and the tied ones.
    fn first_by_name<N: Whole>(
        &self,
        ground: &Ground<'_, N>,
        floors: &[Option<N>],
        goal: &Goal,
        settled: Settled,
    ) -> Result<Answer, Refusal> {
        let first = |task: Task<N>| search(ground, task, None, &self.stop).leaf;
        let with_gains = |gains: &[Rational]| {
            let guards = settled.guards.clone();
            first(Task { guards, exactly: Some(gains.to_vec()), ..self.task(Aim::First, floors) })
        };
        let Some(vectors) = &settled.vectors else {
            let task = Task { guards: settled.guards.clone(), ..self.task(Aim::First, floors) };
            let leaf = first(task).unwrap_or(settled.leaf);
            let objective = &settled.guards[..goal.own_stages().min(settled.guards.len())];
            let ties = self.ties_of_many(ground, floors, objective, &leaf);
            return self.proven(&leaf, ties);
        };
        let best =
            vectors.iter().max_by(|a, b| goal.compare_points(a, b)).cloned().unwrap_or(settled.leaf.gains.clone());
        let equals = vectors.iter().filter(|gains| goal.compare_points(gains, &best).is_eq());
        let leaves = equals.filter_map(|gains| with_gains(gains));
        let leaf = leaves.min_by(|a, b| a.choice.cmp(&b.choice)).unwrap_or(settled.leaf.clone());
        let tied =
            vectors.iter().filter(|gains| goal.compare_objective_points(gains, &best).is_eq() && **gains != leaf.gains);
        let tied = tied.sorted_by(|a, b| goal.compare_points(b, a)).collect_vec();
        let complete = tied.len() < Ties::MOST;
        let others = tied.into_iter().take(Ties::MOST - 1).filter_map(|gains| with_gains(gains));
        let others =
            others.sorted_by(|a, b| goal.compare_points(&b.gains, &a.gains).then_with(|| a.choice.cmp(&b.choice)));
        let packages = [leaf.clone()].into_iter().chain(others).map(|leaf| self.package(&leaf)).collect();
        self.proven(&leaf, Ties::Listed { packages, complete })
    }

    /// Ties where the gain vectors are too many to collect: some of them.
    fn ties_of_many<N: Whole>(
        &self,
        ground: &Ground<'_, N>,
        floors: &[Option<N>],
        objective: &[(Measure, Rational)],
        leaf: &Leaf,
    ) -> Ties {
        if self.model.is_continuous() {
            return Ties::Continuous;
        }
        let task = self.task(Aim::Collect(Ties::MOST), floors);
        let task = Task { guards: objective.to_vec(), nodes: Some(COLLECTION.1), ..task };
        let vectors = search(ground, task, None, &self.stop).vectors;
        let with_gains = |gains: Vec<Rational>| {
            let task = Task { guards: objective.to_vec(), exactly: Some(gains), ..self.task(Aim::First, floors) };
            search(ground, task, None, &self.stop).leaf
        };
        let others = vectors.into_iter().filter(|gains| *gains != leaf.gains).take(Ties::MOST - 1);
        let packages = [leaf.clone()].into_iter().chain(others.filter_map(with_gains)).map(|leaf| self.package(&leaf));
        Ties::Listed { packages: packages.collect(), complete: false }
    }

    /// A package to start from: what a short search finds, else what the integer programme proposes.
    fn proposal<N: Whole>(&self, ground: &Ground<'_, N>, measure: &Measure, floors: &[Option<N>]) -> Option<Leaf> {
        let task = Task { measure: measure.clone(), ..self.task(Aim::Best, floors) };
        let quick = search(ground, Task { nodes: Some(PATIENCE), ..task.clone() }, None, &self.stop);
        if quick.leaf.is_some() || quick.open.is_none() || self.only_points {
            return quick.leaf;
        }
        self.propose(ground, measure, HEAD_START)
    }

    pub(super) fn propose<N: Whole>(&self, ground: &Ground<'_, N>, measure: &Measure, seconds: f64) -> Option<Leaf> {
        let task = Task { measure: measure.clone(), ..self.task(Aim::Best, &self.floors(&ground.space)) };
        let examine = |choice: &[usize]| examine(ground, task.clone(), choice, &self.stop);
        let check = |choice: &[usize]| examine(choice).is_some();
        examine(&milp::propose(self.model, measure, &self.stop, seconds, check)?)
    }

    /// What is known when the time ran out: a proven bound on the objective's first measure.
    fn cut_short(&self, leaf: Leaf, settled: Option<&Measure>, open: f64) -> Result<Answer, Refusal> {
        self.verify(&self.package(&leaf), &leaf.gains)?;
        let found = self.found(self.package(&leaf), self.alone(&leaf), How::BranchAndBound);
        let goal = self.goal();
        let value =
            settled.map_or_else(|| leaf.value.clone(), |measure| goal.value(measure, &goal.standing(&leaf.gains)));
        let bound = if settled.is_some() { f64::NEG_INFINITY } else { open };
        Ok(self.best_found(found, &value, bound))
    }
}

/// Whether a stage is the last one that is about a product.
fn is_last_product(stages: &[Measure], stage: usize) -> bool {
    let is_product = |at: usize| matches!(stages.get(at), Some(Measure::Product(_)));
    is_product(stage) && !is_product(stage + 1)
}
