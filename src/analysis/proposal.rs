//! Several packages of different shape to talk about, never one: what each solution concept chooses, which of them agree,
//! what holds in every world, what could be agreed on condition, and where something in between is worth inventing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use super::conditional::{Conditional, MOST_SUGGESTED, conditionals, leximin_over_worlds};
use super::packages::diverse;
use super::standing::fails_elsewhere;
use crate::domain::{Condition, Decision, IssueId, OptionId, Package, Rational, RuleForm, WorldId};
use crate::optimize::{Answer, Conflict, Objective, Question, Reason, Refusal, between, census_of, is_possible, solve};
use crate::valuation::{Circumstances, assess};

/// Up to how many packages those that hold in every world are counted in passing.
const MOST_COUNTED: u128 = 200_000;

/// How many packages are proposed at least, where there are so many.
const TO_CHOOSE_FROM: usize = 3;

/// Packages to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The distinct packages that solution concepts choose: that of `joint` first, then `fair`, `nash`, `ks`; then efficient
    /// ones of other shapes, so that there are several to choose from.
    pub answers: Vec<Proposed>,
    /// Why there are none.
    pub conflict: Option<Conflict>,
    /// Where worlds split the table: what holds in all of them. Nothing on a table with one world.
    pub worlds: Option<InEveryWorld>,
    /// Per issue, the options between which something is worth inventing.
    pub between: BTreeMap<IssueId, Vec<OptionId>>,
}

/// A package that some solution concepts choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// Which concepts choose it; none choose one of another shape.
    pub objectives: Vec<Objective>,
    /// The package.
    pub package: Package,
    /// Whether each of these is proven.
    pub is_proven: bool,
    /// In which other worlds something stands in its way, and what.
    pub fails: Vec<(WorldId, BTreeSet<Reason>)>,
}

/// What holds in every world.
#[derive(Clone, Debug, PartialEq)]
pub struct InEveryWorld {
    /// Whether some package does; `None` if the time ran out.
    pub is_possible: Option<bool>,
    /// How many packages do; `None` where they aren't counted in passing.
    pub packages: Option<u64>,
    /// The package among them that lifts the smallest gain over all worlds most, and its smallest gain.
    pub best: Option<(Package, Rational)>,
    /// Options that the answers take and that no package takes which holds in every world.
    pub split: Vec<OptionId>,
    /// What could be agreed on condition instead, where that is better in some world.
    pub suggestions: Vec<Conditional>,
}

/// Proposes packages.
///
/// # Errors
/// A [`Refusal`] if gains can't be counted.
pub fn propose(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Result<Proposal, Refusal> {
    let mut proposal = Proposal { answers: Vec::new(), conflict: None, worlds: None, between: BTreeMap::new() };
    for objective in [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky] {
        let question = Question { objective, ..question.clone() };
        match solve(circumstances, &question, flag) {
            Ok(Answer::Proven(found)) if found.is_fallback => {}
            Ok(Answer::Proven(found)) => proposal.add(circumstances, &question, objective, found.package, true),
            Ok(Answer::BestFound(best)) => {
                proposal.add(circumstances, &question, objective, best.found.package, false);
            }
            Ok(Answer::Infeasible(conflict)) => {
                proposal.conflict = Some(conflict);
                break;
            }
            Ok(Answer::Unknown) | Err(Refusal::ContinuousProduct) => {}
            // Without no-deals, products and ideals have nothing to start from; the other rules still answer.
            Err(Refusal::NeedsFloors) if !question.robust => {}
            Err(refusal) => return Err(refusal),
        }
    }
    proposal.add_other_shapes(circumstances, question, flag);
    proposal.worlds = in_every_world(circumstances, question, &proposal.answers, flag);
    if proposal.conflict.is_none() {
        let question = Question { objective: Objective::Fair, ..question.clone() };
        proposal.between = between(circumstances, &question, flag);
    }
    Ok(proposal)
}

impl Proposal {
    /// Adds efficient packages that differ most from the first, until there are so many to choose from.
    fn add_other_shapes(&mut self, circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) {
        let few = circumstances.table.count_packages().is_some_and(|packages| packages <= MOST_COUNTED);
        let Some(first) = self.answers.first().map(|answer| answer.package.clone()).filter(|_| few) else { return };
        let question = Question { objective: Objective::Fair, ..question.clone() };
        let Ok(found) = diverse(circumstances, &question, &first, TO_CHOOSE_FROM + self.answers.len(), flag) else {
            return;
        };
        for package in found.packages {
            if self.answers.len() < TO_CHOOSE_FROM && self.answers.iter().all(|known| known.package != package) {
                let fails = if question.robust { Vec::new() } else { fails_elsewhere(circumstances, &package) };
                self.answers.push(Proposed { objectives: Vec::new(), package, is_proven: true, fails });
            }
        }
    }

    fn add(
        &mut self,
        circumstances: &Circumstances<'_>,
        question: &Question,
        objective: Objective,
        package: Package,
        is_proven: bool,
    ) {
        if let Some(known) = self.answers.iter_mut().find(|known| known.package == package) {
            known.objectives.push(objective);
            known.is_proven &= is_proven;
            return;
        }
        let fails = if question.robust { Vec::new() } else { fails_elsewhere(circumstances, &package) };
        self.answers.push(Proposed { objectives: vec![objective], package, is_proven, fails });
    }
}

fn in_every_world(
    circumstances: &Circumstances<'_>,
    question: &Question,
    answers: &[Proposed],
    flag: &AtomicBool,
) -> Option<InEveryWorld> {
    let table = circumstances.table.table();
    if table.worlds.len() < 2 || !question.floors {
        return None;
    }
    let question = Question { objective: Objective::Fair, robust: true, ..question.clone() };
    let base = Circumstances::new(circumstances.table, WorldId::BASE);
    let is_possible = is_possible(&base, &question, flag);
    let best = (is_possible == Some(true)).then(|| best_in_every_world(&base, &question, flag)).flatten();
    let few = table.count_packages().is_some_and(|packages| packages <= MOST_COUNTED);
    let packages = if few { census_of(&base, &question, flag).map(|census| census.acceptable) } else { None };
    let mut split = wanted(circumstances, answers, best.as_ref().map(|(package, _)| package));
    split.retain(|option| never_holds(&base, &question, *option, flag));
    let mut suggestions = conditionals(&base, &question, &split, flag);
    suggestions.retain(|of| best.as_ref().is_none_or(|(package, _)| is_better_somewhere(&base, of, package)));
    suggestions.truncate(MOST_SUGGESTED);
    let best = best.map(|(package, leximin)| (package, leximin.first().cloned().unwrap_or_default()));
    Some(InEveryWorld { is_possible, packages, best, split, suggestions })
}

/// Whether in some world a conditional package lifts the smallest gain or the sum of gains above those of `package`.
fn is_better_somewhere(base: &Circumstances<'_>, of: &Conditional, package: &Package) -> bool {
    let Ok(ready) = of.table.ready() else { return false };
    base.table.table().worlds.keys().any(|world| {
        let before = assess(&Circumstances::new(base.table, world), package);
        let after = assess(&Circumstances::new(ready, world), &of.package);
        before.smallest_gain() < after.smallest_gain() || before.joint_gain() < after.joint_gain()
    })
}

/// The package that holds in every world and lifts the smallest gain most, with its gains, the smallest first.
fn best_in_every_world(
    base: &Circumstances<'_>,
    question: &Question,
    flag: &AtomicBool,
) -> Option<(Package, Vec<Rational>)> {
    match solve(base, question, flag) {
        Ok(Answer::Proven(found)) => {
            let leximin = leximin_over_worlds(base, question.without, &found.package);
            Some((found.package, leximin))
        }
        _ => None,
    }
}

/// Whether no package that `question` allows takes the option.
fn never_holds(base: &Circumstances<'_>, question: &Question, option: OptionId, flag: &AtomicBool) -> bool {
    let mut question = question.clone();
    question.also.push(Condition::Rule(RuleForm::AtLeast(1, vec![option])));
    is_possible(base, &question, flag) == Some(false)
}

/// The options that the answers take and the package that holds in every world doesn't, by issue name.
fn wanted(circumstances: &Circumstances<'_>, answers: &[Proposed], robust: Option<&Package>) -> Vec<OptionId> {
    let mut wanted = Vec::new();
    for issue in circumstances.table.issues_by_name() {
        let taken = answers.iter().map(|answer| &answer.package.decisions[issue]);
        let others = taken.filter(|decision| robust.is_none_or(|robust| robust.decisions[issue] != **decision));
        for decision in others {
            if let Decision::Option(index) = decision {
                let option = OptionId { issue, index: *index };
                if !wanted.contains(&option) {
                    wanted.push(option);
                }
            }
        }
    }
    wanted
}
