//! The single change after which all gain, else the one that helps most.

mod tune;

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use self::tune::Tuner;
use super::standing::{caring, check, compare_names, faults};
use crate::domain::{Attendance, Decision, IssueId, IssueKind, Package, PartyId, Rational};
use crate::optimize::{Question, Reason, Refusal};
use crate::valuation::{Assessment, Circumstances, assess, assess_change, notable_amounts, notable_splits, options};

/// How many steps are told behind the best one.
const NEXT: usize = 5;

/// The steps that help a package on, best first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The step to take; `None` if no single change helps.
    pub best: Option<Step>,
    /// At most five steps behind it.
    pub next: Vec<Step>,
    /// How many steps help in all. Of an issue with endlessly many amounts only the best step counts.
    pub helpful: usize,
    /// How many single changes there are; `None` where an amount or a division leaves endlessly many.
    pub looked_at: Option<usize>,
    /// Whether every search for the best amount came to its end.
    pub is_settled: bool,
}

/// One issue decided otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which issue.
    pub issue: IssueId,
    /// How it would be decided.
    pub to: Decision,
    /// The package after the step.
    pub package: Package,
    /// In what way it helps.
    pub help: Help,
}

/// In what way a step helps, the better ways first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// Every needed party gains.
    AllGain,
    /// It takes away something that stands in the way of agreeing on the package, and puts nothing in its place.
    Repairs,
    /// It lifts the smallest gain, or else the second smallest, and so on (leximin).
    LiftsSmallest,
    /// The gains add up to more.
    AddsUp,
}

/// Looks for the steps that help `package` on, until the deadline of `question`, which says whether no-deals are floors.
/// Parked issues stay as they are.
///
/// Steps after which all gain go first. Where rules are broken or, with floors, a needed party is below its no-deal, steps
/// that repair come next. All others keep every rule, and none brings anybody who isn't there yet below no deal. Of steps
/// that help in the same way, those after which least stands in the way go first; then the leximin-best, of steps with
/// which gains add up those that add most up; then the first by names. Of an issue with endlessly many amounts the best
/// is the one step.
///
/// # Errors
/// A [`Refusal`] if gains can't be counted.
pub fn step(
    circumstances: &Circumstances<'_>,
    package: &Package,
    question: &Question,
    flag: &AtomicBool,
) -> Result<Steps, Refusal> {
    check(circumstances)?;
    let start = Standing::new(assess(circumstances, package), question.floors);
    let search = Search { circumstances, package, question, start: &start, flag };
    let (mut helpful, mut looked_at, mut is_settled) = (Vec::new(), Some(0), true);
    let table = circumstances.table.table();
    for issue in table.issues_by_name().into_iter().filter(|issue| !table.issues[*issue].parked) {
        match choices(circumstances, issue) {
            Some(choices) => {
                let others = search.changed(issue, choices);
                looked_at = looked_at.map(|count| count + others.len());
                helpful.extend(others.into_iter().filter_map(|changed| search.weigh(issue, changed)));
            }
            None => {
                let (best, settled) = search.best_amount(issue)?;
                (looked_at, is_settled) = (None, is_settled && settled);
                helpful.extend(best);
            }
        }
    }
    helpful.sort_by(|one, other| compare(circumstances, one, other));
    let count = helpful.len();
    let mut steps = helpful.into_iter().map(|(step, _)| step);
    Ok(Steps { best: steps.next(), next: steps.take(NEXT).collect(), helpful: count, looked_at, is_settled })
}

struct Search<'a> {
    circumstances: &'a Circumstances<'a>,
    package: &'a Package,
    question: &'a Question,
    start: &'a Standing,
    flag: &'a AtomicBool,
}

impl Search<'_> {
    /// The package with an issue decided otherwise.
    fn changed(&self, issue: IssueId, decisions: Vec<Decision>) -> Vec<Package> {
        let others = decisions.into_iter().filter(|to| *to != self.package.decisions[issue]);
        let changed = |to| {
            let mut changed = self.package.clone();
            changed.decisions[issue] = to;
            changed
        };
        others.map(changed).collect()
    }

    /// The step to a package that differs on an issue, if it helps.
    fn weigh(&self, issue: IssueId, changed: Package) -> Option<(Step, Standing)> {
        let before = (self.package, &self.start.assessment);
        let after = assess_change(self.circumstances, before, issue, &changed);
        let after = Standing::new(after, self.question.floors);
        let help = help(self.circumstances, self.start, &after)?;
        let to = changed.decisions[issue].clone();
        Some((Step { issue, to, package: changed, help }, after))
    }

    /// The best step on an issue with endlessly many amounts, and whether it is known to be the best.
    fn best_amount(&self, issue: IssueId) -> Result<(Option<(Step, Standing)>, bool), Refusal> {
        let Self { circumstances, package, .. } = *self;
        let mut corners: Vec<Decision> = notable_splits(&circumstances.table.issues[issue]);
        corners.extend(notable_amounts(circumstances, issue).into_iter().map(Decision::Amount));
        let corners = self.changed(issue, corners);
        let mut tuner = Tuner { of: self, issue, corners: &corners, is_settled: true };
        let found = tuner.packages()?.into_iter().filter(|found| found != package);
        let is_settled = tuner.is_settled;
        let steps = found.chain(corners.iter().cloned()).filter_map(|changed| self.weigh(issue, changed));
        Ok((steps.min_by(|one, other| compare(circumstances, one, other)), is_settled))
    }
}

/// What steps are compared by.
struct Standing {
    assessment: Assessment,
    faults: BTreeSet<Reason>,
    leximin: Vec<Rational>,
    joint: Rational,
}

impl Standing {
    fn new(assessment: Assessment, floors: bool) -> Self {
        let (leximin, joint) = (assessment.leximin(), assessment.joint_gain().unwrap_or_default());
        Self { faults: faults(&assessment, floors), leximin, joint, assessment }
    }
}

fn help(circumstances: &Circumstances<'_>, before: &Standing, after: &Standing) -> Option<Help> {
    if !after.faults.is_subset(&before.faults) {
        return None;
    }
    if after.assessment.keeps_rules() && all_gain(circumstances, before, after) {
        return Some(Help::AllGain);
    }
    if after.faults.len() < before.faults.len() {
        return Some(Help::Repairs);
    }
    if !after.assessment.keeps_rules() {
        return None;
    }
    if before.leximin < after.leximin {
        return Some(Help::LiftsSmallest);
    }
    (before.joint < after.joint).then_some(Help::AddsUp)
}

/// Whether the score of every needed party rises, and there is one.
fn all_gain(circumstances: &Circumstances<'_>, before: &Standing, after: &Standing) -> bool {
    let needed = needed(circumstances);
    let score = |standing: &Standing, party: PartyId| standing.assessment.parties[party].score.clone();
    !needed.is_empty() && needed.into_iter().all(|party| score(before, party) < score(after, party))
}

/// The parties whose agreement is needed and that aren't indifferent.
fn needed(circumstances: &Circumstances<'_>) -> Vec<PartyId> {
    let is_needed = |party: &PartyId| circumstances.table.parties[*party].attendance == Attendance::Needed;
    caring(circumstances).into_iter().filter(is_needed).collect()
}

/// The better step first.
fn compare(circumstances: &Circumstances<'_>, one: &(Step, Standing), other: &(Step, Standing)) -> Ordering {
    let ((step, standing), (other_step, other_standing)) = (one, other);
    let kind = step.help.cmp(&other_step.help);
    let faults = standing.faults.len().cmp(&other_standing.faults.len());
    let leximin = || Reverse(&standing.leximin).cmp(&Reverse(&other_standing.leximin));
    let joint = || Reverse(&standing.joint).cmp(&Reverse(&other_standing.joint));
    let worth = || match step.help {
        Help::AddsUp => joint().then_with(leximin),
        _ => leximin().then_with(joint),
    };
    let names = || compare_names(&circumstances.table, &step.package, &other_step.package);
    kind.then(faults).then_with(worth).then_with(names)
}

/// Every decision on an issue; `None` where there are endlessly many.
fn choices(circumstances: &Circumstances<'_>, issue: IssueId) -> Option<Vec<Decision>> {
    let content = &circumstances.table.table().issues[issue];
    match &content.kind {
        IssueKind::Choice(_) => Some(options(content)),
        IssueKind::Quantity(quantity) => Some(quantity.amounts()?.map(Decision::Amount).collect()),
        IssueKind::Division(_) => None,
    }
}
