//! The JSON of `step`, `improve` and `whynot`.

use serde::Serialize;

use super::answer::{WarningJson, bound, gap, how, status, warnings};
use super::conflict::{ReasonJson, RepairJson, Teller};
use super::package::{Choice, PackageJson, choice, package};
use super::proposal::fails;
use super::{Ordered, line};
use crate::analysis::{
    Asking, Help, Improvement, Price, Shifted, Step, Steps, Verdict, WhyNot, fails_elsewhere, package_of,
};
use crate::domain::{IssueId, Package, nearest_f64};
use crate::optimize::{Answer, Question, Reason};
use crate::report::{Asked, Given, violations};
use crate::session::objective_word;
use crate::table_file::write_choice;
use crate::valuation::{Circumstances, assess};

/// What stands above every answer about a package.
#[derive(Debug, Serialize)]
struct About {
    table: String,
    world: String,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct StepsJson {
    #[serde(flatten)]
    about: About,
    from: PackageJson,
    violations: Vec<ReasonJson>,
    step: Option<StepJson>,
    next: Vec<StepJson>,
    helpful: usize,
    /// Null where an amount or a division leaves endlessly many.
    looked_at: Option<usize>,
    /// Whether every search for the best amount came to its end.
    complete: bool,
}

#[derive(Debug, Serialize)]
struct StepJson {
    #[serde(flatten)]
    change: DecisionChangeJson,
    help: &'static str,
    repaired: Vec<ReasonJson>,
    changes: Ordered<Option<f64>>,
    package: PackageJson,
    /// In which other worlds it doesn't hold, and why.
    #[serde(skip_serializing_if = "Ordered::is_empty")]
    fails: Ordered<Vec<ReasonJson>>,
}

/// One issue that changes.
#[derive(Debug, Serialize)]
struct DecisionChangeJson {
    issue: String,
    from: Choice,
    to: Choice,
}

/// A package that another is held against.
#[derive(Debug, Serialize)]
struct ChangedJson {
    changed: Vec<DecisionChangeJson>,
    changes: Ordered<Option<f64>>,
    package: PackageJson,
    /// In which other worlds it doesn't hold, and why.
    #[serde(skip_serializing_if = "Ordered::is_empty")]
    fails: Ordered<Vec<ReasonJson>>,
}

#[derive(Debug, Serialize)]
struct ImproveJson {
    #[serde(flatten)]
    about: About,
    objective: String,
    status: &'static str,
    how: Option<&'static str>,
    gap: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<f64>,
    from: PackageJson,
    violations: Vec<ReasonJson>,
    efficient: bool,
    better: Option<u64>,
    best: Option<ChangedJson>,
    fewest_changes: Option<ChangedJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<ConflictJson>,
}

#[derive(Debug, Serialize)]
struct WhyNotJson {
    #[serde(flatten)]
    about: About,
    objective: String,
    issue: String,
    decision: Choice,
    answer: AnsweredJson,
    verdict: &'static str,
    /// The answer with the decision, or without it where the decision is in the answer.
    otherwise: Option<AnsweredJson>,
    prices: Vec<PriceJson>,
}

#[derive(Debug, Serialize)]
struct AnsweredJson {
    status: &'static str,
    how: Option<&'static str>,
    gap: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<f64>,
    #[serde(flatten)]
    package: Option<ChangedJson>,
    #[serde(flatten)]
    conflict: Option<ConflictJson>,
}

#[derive(Debug, Serialize)]
struct ConflictJson {
    conflict: Vec<ReasonJson>,
    /// Whether leaving out any one of the conflict leaves a package; null where nobody knows.
    any_one_suffices: Option<bool>,
    repairs: Vec<RepairJson>,
}

#[derive(Debug, Serialize)]
struct PriceJson {
    rule: String,
    higher: ShiftedJson,
    lower: ShiftedJson,
}

#[derive(Debug, Serialize)]
struct ShiftedJson {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    package: Option<PackageJson>,
}

/// The steps that help a package on as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn step_json(given: Given<'_>, steps: &Steps) -> Result<String, serde_json::Error> {
    let step = |step: &Step| self::step(given, step);
    line(&StepsJson {
        about: about(given.circumstances),
        from: package(given.circumstances, given.package, name(given)),
        violations: in_the_way(given),
        step: steps.best.as_ref().map(step),
        next: steps.next.iter().map(step).collect(),
        helpful: steps.helpful,
        looked_at: steps.looked_at,
        complete: steps.is_settled,
    })
}

/// What is better than a package for some and worse for nobody as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn improve_json(given: Given<'_>, improvement: &Improvement) -> Result<String, serde_json::Error> {
    let circumstances = given.circumstances;
    let changed = |to: &Package| changed(circumstances, given.package, to);
    line(&ImproveJson {
        about: about(circumstances),
        objective: objective_word(&given.circumstances.table, improvement.question.objective),
        status: status(&improvement.best),
        how: improvement.best.found().map(|found| how(found.how)),
        gap: gap(&improvement.best),
        bound: bound(&improvement.best),
        from: package(circumstances, given.package, name(given)),
        violations: in_the_way(given),
        efficient: improvement.is_efficient,
        better: improvement.count,
        best: package_of(&improvement.best).filter(|_| !improvement.is_efficient).map(changed),
        fewest_changes: improvement.fewest.as_ref().map(changed),
        conflict: conflict(circumstances, &improvement.question, None, &improvement.best),
    })
}

/// Why a decision isn't in the answer as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn whynot_json(asked: Asked<'_>, whynot: &WhyNot) -> Result<String, serde_json::Error> {
    let circumstances = asked.circumstances;
    let table = circumstances.table.table();
    let from = package_of(&whynot.answer);
    let held = |asking: &Asking| Some(write_choice(table, whynot.issue, asking.held.as_ref()?));
    let answered = |question: &Question, held: Option<String>, answer: &Answer| AnsweredJson {
        conflict: conflict(circumstances, question, held, answer),
        ..answered(circumstances, from, answer)
    };
    let (verdict, otherwise) = match &whynot.verdict {
        Verdict::NoAnswer => ("no_answer", None),
        Verdict::Parked => ("parked", None),
        Verdict::Chosen(without) => ("chosen", without.as_deref()),
        Verdict::Forced(with) => ("forced", Some(&**with)),
    };
    line(&WhyNotJson {
        about: about(circumstances),
        objective: objective_word(table, asked.question.objective),
        issue: table.issues[whynot.issue].id.clone(),
        decision: choice(table, whynot.issue, &whynot.decision),
        answer: answered(asked.question, None, &whynot.answer),
        verdict,
        otherwise: otherwise.map(|asking| answered(&asking.question, held(asking), &asking.answer)),
        prices: whynot.prices.iter().map(|price| self::price(circumstances, price)).collect(),
    })
}

fn about(circumstances: &Circumstances<'_>) -> About {
    let table = circumstances.table.table();
    About {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    }
}

/// The name under which the table knows the package.
fn name(given: Given<'_>) -> Option<String> {
    let known = &given.circumstances.table.table().narrative.packages;
    known.iter().find(|known| known.package == *given.package).map(|known| known.id.clone())
}

fn in_the_way(given: Given<'_>) -> Vec<ReasonJson> {
    let teller = Teller { circumstances: given.circumstances, also: &[] };
    let found = violations(&assess(given.circumstances, given.package), given.floors);
    found.into_iter().map(|violation| teller.violation(violation)).collect()
}

fn step(given: Given<'_>, step: &Step) -> StepJson {
    let circumstances = given.circumstances;
    let left = violations(&assess(circumstances, &step.package), given.floors);
    let before = violations(&assess(circumstances, given.package), given.floors);
    let teller = Teller { circumstances, also: &[] };
    StepJson {
        change: decision_change(circumstances, step.issue, given.package, &step.package),
        help: match step.help {
            Help::Repairs => "repairs",
            Help::AllGain => "all_gain",
            Help::LiftsSmallest => "lifts_smallest",
            Help::AddsUp => "adds_up",
        },
        repaired: before.into_iter().filter(|v| !left.contains(v)).map(|v| teller.violation(v)).collect(),
        changes: changes(circumstances, given.package, &step.package),
        package: package(circumstances, &step.package, None),
        fails: fails(circumstances, &fails_elsewhere(circumstances, &step.package)),
    }
}

fn decision_change(
    circumstances: &Circumstances<'_>,
    issue: IssueId,
    from: &Package,
    to: &Package,
) -> DecisionChangeJson {
    let table = circumstances.table.table();
    let choice = |package: &Package| choice(table, issue, &package.decisions[issue]);
    DecisionChangeJson { issue: table.issues[issue].id.clone(), from: choice(from), to: choice(to) }
}

/// By how much everybody's score moves.
fn changes(circumstances: &Circumstances<'_>, from: &Package, to: &Package) -> Ordered<Option<f64>> {
    let moves = |party| Some(circumstances.score(party, to)? - circumstances.score(party, from)?);
    let parties = circumstances.table.table().parties.iter_enumerated();
    Ordered(parties.map(|(id, party)| (party.id.clone(), moves(id).as_ref().map(nearest_f64))).collect())
}

fn changed(circumstances: &Circumstances<'_>, from: &Package, to: &Package) -> ChangedJson {
    let issues = from.decisions.iter_enumerated().filter(|(issue, decision)| to.decisions[*issue] != **decision);
    ChangedJson {
        changed: issues.map(|(issue, _)| decision_change(circumstances, issue, from, to)).collect(),
        changes: changes(circumstances, from, to),
        package: package(circumstances, to, None),
        fails: fails(circumstances, &fails_elsewhere(circumstances, to)),
    }
}

/// A conflict; `held` is the amount or the shares that were asked for besides, as they are typed.
fn conflict(
    circumstances: &Circumstances<'_>,
    question: &Question,
    held: Option<String>,
    answer: &Answer,
) -> Option<ConflictJson> {
    let Answer::Infeasible(conflict) = answer else { return None };
    let teller = Teller { circumstances, also: &question.also };
    let reason = |reason: &Reason| match reason {
        Reason::Asked(demand) if *demand == question.also.len() => {
            ReasonJson::Asked { demand: *demand, choice: held.clone(), party: None, at_least: None }
        }
        _ => teller.reason(reason),
    };
    Some(ConflictJson {
        conflict: conflict.reasons.iter().map(reason).collect(),
        any_one_suffices: conflict.any_one_suffices,
        repairs: conflict.repairs.iter().map(|repair| teller.repair(repair)).collect(),
    })
}

/// An answer, held against `from` where there is one.
fn answered(circumstances: &Circumstances<'_>, from: Option<&Package>, answer: &Answer) -> AnsweredJson {
    let package = package_of(answer).map(|to| changed(circumstances, from.unwrap_or(to), to));
    AnsweredJson {
        status: status(answer),
        how: answer.found().map(|found| how(found.how)),
        gap: gap(answer),
        bound: bound(answer),
        package,
        conflict: None,
    }
}

fn price(circumstances: &Circumstances<'_>, price: &Price) -> PriceJson {
    let shifted = |shifted: &Shifted| match shifted {
        Shifted::Package(found) => {
            ShiftedJson { status: "package", package: Some(package(circumstances, found, None)) }
        }
        Shifted::Nothing => ShiftedJson { status: "infeasible", package: None },
        Shifted::Unknown => ShiftedJson { status: "unknown", package: None },
    };
    let rule = circumstances.table.rules[price.rule].id.clone();
    PriceJson { rule, higher: shifted(&price.higher), lower: shifted(&price.lower) }
}
