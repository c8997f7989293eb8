//! Several packages of different shape to talk about, never one: what each solution concept chooses, which of them agree,
//! what holds in every world, what could be agreed on condition, and where something in between is worth inventing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use itertools::Itertools as _;

use super::clear::{Clear, clear_of, keeping_clear};
use super::conditional::{Conditional, MOST_SUGGESTED, conditionals, leximin_over_worlds, on_condition, suggestions};
use super::packages::diverse;
use super::standing::fails_elsewhere;
use crate::domain::{Condition, IssueId, OptionId, Package, Rational, WorldId};
use crate::optimize::{
    Answer, Conflict, Found, How, Objective, Question, Reason, Refusal, Stop, between, census_of, is_possible, solve,
};
use crate::valuation::{Circumstances, assess};

/// Up to how many packages those that hold in every world are counted in passing.
const MOST_COUNTED: u128 = 200_000;

/// How many packages are proposed at least, where there are so many.
const TO_CHOOSE_FROM: usize = 3;
/// How long packages of other shapes are looked for at most.
const LOOKING: Duration = Duration::from_secs(4);

/// Packages to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The distinct packages that solution concepts choose: that of `joint` first, then `fair`, `nash`, `ks`; then efficient
    /// ones of other shapes, so that there are several to choose from.
    pub answers: Vec<Proposed>,
    /// Every no that the packages keep clear of: none repeats what was refused, and each gives more of what it was
    /// refused for.
    pub clear: Vec<Clear>,
    /// Whether some weren't kept, since they repeat what was refused.
    pub has_left_out: bool,
    /// What was asked of packages besides, with what keeps them clear of every no.
    pub demands: Vec<Condition>,
    /// What is known of packages of other shapes.
    pub others: Others,
    /// Why there are none.
    pub conflict: Option<Conflict>,
    /// What could be agreed on condition where none holds in every world and that was asked for.
    pub suggestions: Vec<Conditional>,
    /// Where worlds split the table: what holds in all of them. Nothing on a table with one world.
    pub worlds: Option<InEveryWorld>,
    /// Per issue, the options between which something is worth inventing.
    pub between: BTreeMap<IssueId, Vec<OptionId>>,
}

/// What is known of efficient packages of other shapes, besides those that solution concepts choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// There are enough packages to choose from.
    Enough,
    /// There is no other: whatever else is efficient leaves somebody less than half the largest smallest gain.
    NoOther,
    /// There is no other: nothing else is efficient, but for what is worth the same to everybody.
    NoOtherEfficient,
    /// As `NoOther`, but amounts are continuous, and only corner points were looked at.
    NoOtherCorner,
    /// Whether there are others isn't known.
    Unknown,
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
    /// By which method it was established; `None` if packages of other shapes weren't looked for.
    pub how: Option<How>,
    /// What is known of better packages by the measure of each concept that isn't proven: none comes to more than the
    /// first number, which is the second above this package.
    pub bounds: Vec<(Objective, f64, f64)>,
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
    /// Options that do on some condition what one of these does, and that such a package takes.
    pub on_condition: Vec<OptionId>,
    /// What could be agreed on condition instead, where that is better in some world.
    pub suggestions: Vec<Conditional>,
}

/// Proposes packages that keep clear of every no that was said; see [`clear_of`].
///
/// # Errors
/// A [`Refusal`] if gains can't be counted.
pub fn propose(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Result<Proposal, Refusal> {
    let clear = clear_of(circumstances, question.without);
    let question = &keeping_clear(question, &clear);
    let mut proposal = Proposal {
        answers: Vec::new(),
        clear,
        has_left_out: false,
        demands: question.also.clone(),
        others: Others::Unknown,
        conflict: None,
        suggestions: Vec::new(),
        worlds: None,
        between: BTreeMap::new(),
    };
    for objective in [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky] {
        let question = Question { objective, ..question.clone() };
        let proposed = |found: Found, bound: Option<(f64, f64)>| {
            let new = Proposed::new(circumstances, &question, found.package, Some(found.how));
            let bounds = bound.iter().map(|(bound, gap)| (objective, *bound, *gap)).collect();
            Proposed { objectives: vec![objective], is_proven: bound.is_none(), bounds, ..new }
        };
        match solve(circumstances, &question, flag) {
            Ok(Answer::Proven(found)) if found.is_fallback => {}
            Ok(Answer::Proven(found)) => proposal.add(proposed(found, None)),
            Ok(Answer::BestFound(best)) => proposal.add(proposed(best.found, Some((best.bound, best.gap)))),
            Ok(Answer::Infeasible(conflict)) => {
                proposal.conflict = Some(conflict);
                break;
            }
            // The others have no more time than this one.
            Ok(Answer::Unknown) if Stop::new(flag, question.deadline).is_due() => break,
            Ok(Answer::Unknown) => {}
            // Without no-deals, products and ideals have nothing to start from; the other rules still answer.
            Err(Refusal::NeedsFloors) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    let is_fairest = |answer: &&Proposed| answer.objectives.contains(&Objective::Fair) && answer.is_proven;
    let fairest = proposal.answers.iter().find(is_fairest).map(|answer| answer.package.clone());
    proposal.add_other_shapes(circumstances, question, flag);
    // Where nothing could be demanded, as of a party without a score, the same choices may come up again.
    let refused: Vec<Package> = proposal.clear.iter().map(|clear| clear.no.package.clone()).collect();
    let count = proposal.answers.len();
    proposal.answers.retain(|answer| !refused.contains(&answer.package));
    proposal.has_left_out = proposal.answers.len() < count;
    let packages: Vec<Package> = proposal.answers.iter().map(|answer| answer.package.clone()).collect();
    proposal.worlds = in_every_world(circumstances, question, &packages, flag);
    if let Some(worlds) = &mut proposal.worlds {
        worlds.best.take_if(|(package, _)| refused.contains(package));
    }
    if proposal.conflict.is_some() && question.robust {
        proposal.suggestions = suggestions(circumstances, question, flag);
    }
    if let Some(best) = fairest {
        let question = Question { objective: Objective::Fair, ..question.clone() };
        proposal.between = between(circumstances, &question, &best, flag);
    }
    Ok(proposal)
}

impl Proposal {
    /// Adds efficient packages that differ most from the first, until there are so many to choose from.
    fn add_other_shapes(&mut self, circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) {
        let Some(first) = self.answers.first().map(|answer| answer.package.clone()) else { return };
        if self.answers.len() >= TO_CHOOSE_FROM {
            self.others = Others::Enough;
            return;
        }
        if Stop::new(flag, question.deadline).is_due() {
            return; // What is found in no time isn't worth the time that making packages of it takes.
        }
        let soon = Instant::now() + LOOKING;
        let deadline = Some(question.deadline.map_or(soon, |deadline| deadline.min(soon)));
        let question = Question { objective: Objective::Fair, deadline, ..question.clone() };
        let Ok(found) = diverse(circumstances, &question, &first, TO_CHOOSE_FROM + self.answers.len(), flag) else {
            return;
        };
        for package in found.packages {
            if self.answers.len() < TO_CHOOSE_FROM && self.answers.iter().all(|known| known.package != package) {
                self.answers.push(Proposed::new(circumstances, &question, package, found.how));
            }
        }
        self.others = match (self.answers.len() < TO_CHOOSE_FROM, found.complete, found.corners) {
            (false, ..) => Others::Enough,
            (true, true, false) if found.among == Some(1) => Others::NoOtherEfficient,
            (true, true, false) => Others::NoOther,
            (true, true, true) => Others::NoOtherCorner,
            (true, false, _) => Others::Unknown,
        };
    }

    /// Adds what a concept chooses.
    fn add(&mut self, proposed: Proposed) {
        match self.answers.iter_mut().find(|known| known.package == proposed.package) {
            Some(known) => {
                known.objectives.extend(proposed.objectives);
                known.is_proven &= proposed.is_proven;
                known.bounds.extend(proposed.bounds);
            }
            None => self.answers.push(proposed),
        }
    }
}

impl Proposed {
    /// A package that no concept chooses.
    fn new(circumstances: &Circumstances<'_>, question: &Question, package: Package, how: Option<How>) -> Self {
        let fails = if question.robust { Vec::new() } else { fails_elsewhere(circumstances, &package) };
        Self { objectives: Vec::new(), package, is_proven: true, how, bounds: Vec::new(), fails }
    }
}

/// What holds in every world, beside these packages; nothing on a table with one world or without no-deals.
#[must_use]
pub fn in_every_world(
    circumstances: &Circumstances<'_>,
    question: &Question,
    packages: &[Package],
    flag: &AtomicBool,
) -> Option<InEveryWorld> {
    let table = circumstances.table.table();
    if table.worlds.len() < 2 || !question.floors {
        return None;
    }
    let question = Question { objective: Objective::Fair, robust: true, ..question.clone() };
    let base = circumstances.in_world(WorldId::BASE);
    let possible = is_possible(&base, &question, flag);
    let best = (possible == Some(true)).then(|| best_in_every_world(&base, &question, flag)).flatten();
    let few = table.count_packages().is_some_and(|packages| packages <= MOST_COUNTED);
    let count = if few { census_of(&base, &question, flag).map(|census| census.acceptable) } else { None };
    let mut split = wanted(circumstances, packages, best.as_ref().map(|(package, _)| package));
    split.retain(|option| is_possible(&base, &question.taking(*option), flag) == Some(false));
    let mut taken: Vec<OptionId> = split.iter().flat_map(|option| on_condition(table, *option)).unique().collect();
    taken.retain(|option| is_possible(&base, &question.taking(*option), flag) == Some(true));
    let mut suggestions = conditionals(&base, &question, &split, flag);
    // What holds everywhere needs no condition, so one that brings no more than some such package isn't worth the trouble.
    let most = (possible == Some(true) && !suggestions.is_empty())
        .then(|| best_in_every_world(&base, &Question { objective: Objective::Joint, ..question.clone() }, flag));
    let flat: Vec<&Package> = best.iter().chain(most.iter().flatten()).map(|(package, _)| package).collect();
    suggestions.retain(|of| flat.iter().all(|package| is_better_somewhere(&base, of, package)));
    suggestions.truncate(MOST_SUGGESTED);
    let best = best.map(|(package, leximin)| (package, leximin.first().cloned().unwrap_or_default()));
    Some(InEveryWorld { is_possible: possible, packages: count, best, split, on_condition: taken, suggestions })
}

/// Whether in some world a conditional package lifts the smallest gain or the sum of gains above those of `package`.
fn is_better_somewhere(base: &Circumstances<'_>, of: &Conditional, package: &Package) -> bool {
    let Ok(ready) = of.table.ready() else { return false };
    base.table.table().worlds.keys().any(|world| {
        let before = assess(&base.in_world(world), package);
        let after = assess(&Circumstances::new(ready, world).without(base.absent), &of.package);
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

/// The options that the packages take and the package that holds in every world doesn't, by issue name.
fn wanted(circumstances: &Circumstances<'_>, packages: &[Package], robust: Option<&Package>) -> Vec<OptionId> {
    let held: Vec<OptionId> = robust.into_iter().flat_map(Package::options).collect();
    let taken = packages.iter().flat_map(Package::options);
    let mut wanted: Vec<OptionId> = taken.filter(|option| !held.contains(option)).unique().collect();
    wanted.sort_by_key(|option| &circumstances.table.table().issues[option.issue].id);
    wanted
}
