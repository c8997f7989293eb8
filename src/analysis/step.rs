//! The single change after which all gain, else the one that helps most.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::standing::{caring, check, compare_names, faults};
use crate::domain::{Attendance, Decision, IssueId, IssueKind, Package, PartyId, Quantity, Rational};
use crate::optimize::{Reason, Refusal};
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
    /// How many steps help in all.
    pub helpful: usize,
    /// How many single changes were looked at.
    pub looked_at: usize,
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
    /// It takes away something that stands in the way of agreeing on the package, and puts nothing in its place.
    Repairs,
    /// Every needed party gains.
    AllGain,
    /// It lifts the smallest gain, or else the second smallest, and so on (leximin).
    LiftsSmallest,
    /// The gains add up to more.
    AddsUp,
}

/// Looks for the steps that help `package` on. Parked issues stay as they are.
///
/// Where rules are broken or, with `floors`, a needed party is below its no-deal, a step that repairs goes first. The
/// others keep every rule and bring nobody who isn't there yet below no deal. Of steps that repair, those after which
/// least stands in the way go first; then and of steps after which all gain or that lift the smallest gain the
/// leximin-best, of the others those that add most up; then the first by names.
///
/// # Errors
/// A [`Refusal`] if gains can't be counted.
pub fn step(circumstances: &Circumstances<'_>, package: &Package, floors: bool) -> Result<Steps, Refusal> {
    check(circumstances)?;
    let start = Standing::new(assess(circumstances, package), floors);
    let changes = changes(circumstances, package);
    let looked_at = changes.len();
    let mut helpful: Vec<(Step, Standing)> = Vec::new();
    for (issue, to) in changes {
        let mut changed = package.clone();
        changed.decisions[issue] = to.clone();
        let after = assess_change(circumstances, (package, &start.assessment), issue, &changed);
        let after = Standing::new(after, floors);
        if let Some(help) = help(circumstances, &start, &after) {
            helpful.push((Step { issue, to, package: changed, help }, after));
        }
    }
    helpful.sort_by(|one, other| compare(circumstances, one, other));
    let count = helpful.len();
    let mut steps = helpful.into_iter().map(|(step, _)| step);
    Ok(Steps { best: steps.next(), next: steps.take(NEXT).collect(), helpful: count, looked_at })
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
    if after.faults.len() < before.faults.len() {
        return Some(Help::Repairs);
    }
    if !after.assessment.keeps_rules() {
        return None;
    }
    if all_gain(circumstances, before, after) {
        return Some(Help::AllGain);
    }
    if before.leximin < after.leximin {
        return Some(Help::LiftsSmallest);
    }
    (before.joint < after.joint).then_some(Help::AddsUp)
}

/// Whether the score of every needed party rises, and there is one.
fn all_gain(circumstances: &Circumstances<'_>, before: &Standing, after: &Standing) -> bool {
    let needed = |party: &PartyId| circumstances.table.parties[*party].attendance == Attendance::Needed;
    let mut needed = caring(circumstances).into_iter().filter(needed).peekable();
    let score = |standing: &Standing, party: PartyId| standing.assessment.parties[party].score.clone();
    needed.peek().is_some() && needed.all(|party| score(before, party) < score(after, party))
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

/// Every single change: any other option, any other step, the bounds and bends of a continuous amount.
fn changes(circumstances: &Circumstances<'_>, package: &Package) -> Vec<(IssueId, Decision)> {
    let table = circumstances.table.table();
    let open = table.issues_by_name().into_iter().filter(|issue| !table.issues[*issue].parked);
    open.flat_map(|issue| {
        let to = match &table.issues[issue].kind {
            IssueKind::Choice(_) => options(&table.issues[issue]),
            IssueKind::Quantity(quantity) => amounts(circumstances, issue, quantity),
            IssueKind::Division(_) => notable_splits(&table.issues[issue]),
        };
        to.into_iter().filter(|to| *to != package.decisions[issue]).map(move |to| (issue, to)).collect::<Vec<_>>()
    })
    .collect()
}

fn amounts(circumstances: &Circumstances<'_>, issue: IssueId, quantity: &Quantity) -> Vec<Decision> {
    let amounts: Vec<Rational> = match quantity.amounts() {
        Some(amounts) => amounts.collect(),
        None => notable_amounts(circumstances, issue).into_iter().collect(),
    };
    amounts.into_iter().map(Decision::Amount).collect()
}
