//! The JSON of `solve` and `score`.

use serde::Serialize;

use super::conflict::{ReasonJson, RepairJson, Teller};
use super::package::{Choice, PackageJson, choices, package};
use super::proposal::{SuggestionJson, fails, suggestion};
use super::{Ordered, line};
use crate::analysis::{Diverse, fails_elsewhere};
use crate::domain::{Package, PartyId, nearest_f64};
use crate::optimize::{Answer, Found, How, Ties};
use crate::report::{Asked, Given, notes, violations};
use crate::session::objective_word;
use crate::valuation::{Circumstances, assess};

#[derive(Debug, Serialize)]
struct AnswerJson {
    table: String,
    objective: String,
    status: &'static str,
    how: Option<&'static str>,
    gap: Option<f64>,
    tied: usize,
    tied_complete: Option<bool>,
    packages: Vec<PackageJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<Vec<ReasonJson>>,
    /// Whether leaving out any one of the conflict leaves a package; null where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_one_suffices: Option<Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<Vec<RepairJson>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<SuggestionJson>,
    /// In which other worlds the first package doesn't hold, and why.
    #[serde(skip_serializing_if = "Ordered::is_empty")]
    fails: Ordered<Vec<ReasonJson>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tied_packages: Vec<TiedJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<f64>,
    world: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    robust: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    without: Option<String>,
    ratifiable: bool,
    floors: bool,
    fictional: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    fallback: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_package: Option<Ordered<bool>>,
    /// Among how many efficient outcomes packages of other shapes were chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen_among: Option<usize>,
    /// Whether these are all efficient outcomes.
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen_among_all: Option<bool>,
    /// Whether amounts are continuous, so that only corner points were looked at.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    chosen_among_corners: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct TiedJson {
    choices: Ordered<Choice>,
    gains: Ordered<Option<f64>>,
}

/// Something to keep in mind with an answer.
#[derive(Debug, Serialize)]
pub(super) struct WarningJson {
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parties: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ScoreJson {
    table: String,
    world: String,
    #[serde(flatten)]
    package: PackageJson,
    violations: Vec<ReasonJson>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

/// The answer to a question as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn answer_json(asked: Asked<'_>, answer: &Answer) -> Result<String, serde_json::Error> {
    line(&told(asked, answer))
}

/// As [`answer_json`], with packages of other shapes behind that of the answer.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn varied_json(asked: Asked<'_>, answer: &Answer, diverse: &Diverse) -> Result<String, serde_json::Error> {
    let mut json = told(asked, answer);
    for (at, other) in diverse.packages.iter().enumerate().skip(1) {
        let told = package(asked.circumstances, other, Some(format!("P{}", at + 1)));
        let robust = asked.question.robust;
        json.packages.push(if robust { told.in_every_world(asked.circumstances, other) } else { told });
    }
    json.chosen_among = diverse.among;
    json.chosen_among_corners = diverse.corners;
    json.chosen_among_all = Some(diverse.complete);
    line(&json)
}

fn told(asked: Asked<'_>, answer: &Answer) -> AnswerJson {
    let mut json = empty(asked, answer);
    match answer {
        Answer::Proven(found) => fill(&mut json, asked, found),
        Answer::BestFound(best) => {
            fill(&mut json, asked, &best.found);
            json.bound = Some(best.bound + 0.0);
            json.gap = Some(best.gap + 0.0);
        }
        Answer::Infeasible(conflict) => {
            let teller = Teller { circumstances: asked.circumstances, also: &asked.question.also };
            json.conflict = Some(conflict.reasons.iter().map(|reason| teller.reason(reason)).collect());
            json.any_one_suffices = Some(conflict.any_one_suffices);
            json.repairs = Some(teller.repairs(conflict, asked.suggestions));
            json.tied_complete = Some(true);
        }
        Answer::Unknown => {}
    }
    json
}

/// What a package is worth as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn score_json(given: Given<'_>) -> Result<String, serde_json::Error> {
    let table = given.circumstances.table.table();
    let teller = Teller { circumstances: given.circumstances, also: &[] };
    let known = table.narrative.packages.iter().find(|known| known.package == *given.package);
    let found = violations(&assess(given.circumstances, given.package), given.floors);
    line(&ScoreJson {
        table: table.id.clone(),
        world: table.worlds[given.circumstances.world].id.clone(),
        package: package(given.circumstances, given.package, known.map(|known| known.id.clone())),
        violations: found.into_iter().map(|violation| teller.violation(violation)).collect(),
        fictional: table.narrative.fictional,
        warnings: warnings(given.circumstances),
    })
}

fn empty(asked: Asked<'_>, answer: &Answer) -> AnswerJson {
    let table = asked.circumstances.table.table();
    AnswerJson {
        table: table.id.clone(),
        objective: objective_word(table, asked.question.objective),
        status: status(answer),
        how: None,
        gap: None,
        tied: 0,
        tied_complete: Some(false),
        packages: Vec::new(),
        conflict: None,
        any_one_suffices: None,
        repairs: None,
        suggestions: asked.suggestions.iter().filter_map(|of| suggestion(of, asked.circumstances.absent)).collect(),
        fails: Ordered(Vec::new()),
        tied_packages: Vec::new(),
        bound: None,
        world: table.worlds[asked.question.world].id.clone(),
        robust: asked.question.robust,
        without: asked.question.without.map(|party| table.parties[party].id.clone()),
        ratifiable: asked.question.ratifiable,
        floors: asked.question.floors,
        fictional: table.narrative.fictional,
        left_out: Vec::new(),
        fallback: false,
        same_package: None,
        chosen_among: None,
        chosen_among_all: None,
        chosen_among_corners: false,
        warnings: warnings(asked.circumstances),
    }
}

fn fill(json: &mut AnswerJson, asked: Asked<'_>, found: &Found) {
    json.how = Some(how(found.how));
    json.gap = Some(0.0);
    let name = |party: &PartyId| asked.circumstances.table.parties[*party].id.clone();
    json.left_out = found.left_out.iter().map(name).collect();
    json.fallback = found.is_fallback;
    let same = asked
        .concepts
        .iter()
        .map(|concept| (objective_word(&asked.circumstances.table, concept.objective), concept.agrees));
    json.same_package = (!asked.concepts.is_empty()).then(|| Ordered(same.collect()));
    let told = package(asked.circumstances, &found.package, Some("P1".to_owned()));
    let robust = asked.question.robust;
    if !robust && asked.question.floors {
        json.fails = fails(asked.circumstances, &fails_elsewhere(asked.circumstances, &found.package));
    }
    json.packages = vec![if robust { told.in_every_world(asked.circumstances, &found.package) } else { told }];
    match &found.ties {
        Ties::Listed { packages, complete } => {
            json.tied = packages.len();
            json.tied_complete = Some(*complete);
            if packages.len() > 1 {
                json.tied_packages = packages.iter().map(|package| tied(asked.circumstances, package)).collect();
            }
        }
        Ties::Continuous => {
            json.tied = 1;
            json.tied_complete = None;
        }
    }
}

fn tied(circumstances: &Circumstances<'_>, package: &Package) -> TiedJson {
    let table = circumstances.table.table();
    let assessment = assess(circumstances, package);
    let gains = assessment.parties.iter_enumerated();
    let gains = gains.map(|(id, party)| (table.parties[id].id.clone(), party.gain().as_ref().map(nearest_f64)));
    TiedJson { choices: choices(table, package), gains: Ordered(gains.collect()) }
}

/// What to keep in mind with every answer.
pub(super) fn warnings(circumstances: &Circumstances<'_>) -> Vec<WarningJson> {
    let name = |party: &PartyId| circumstances.table.parties[*party].id.clone();
    let all = notes(circumstances);
    all.iter()
        .map(|note| WarningJson { kind: note.kind(), parties: note.parties().iter().map(name).collect() })
        .collect()
}

/// How an answer was established.
pub(in crate::report) fn how(how: How) -> &'static str {
    match how {
        How::Enumerated => "enumerated",
        How::BranchAndBound => "branch_and_bound",
        How::Merged => "merged",
        How::Programme => "programme",
    }
}

/// How sure an answer is.
/// How far a better package may at most be above the one that was found.
pub(in crate::report) fn gap(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::Proven(_) => Some(0.0),
        Answer::BestFound(best) => Some(best.gap + 0.0),
        Answer::Infeasible(_) | Answer::Unknown => None,
    }
}

/// What no package exceeds, where that isn't what the package comes to that was found.
pub(in crate::report) fn bound(answer: &Answer) -> Option<f64> {
    match answer {
        Answer::BestFound(best) => Some(best.bound + 0.0),
        _ => None,
    }
}

pub(in crate::report) fn status(answer: &Answer) -> &'static str {
    match answer {
        Answer::Proven(_) => "proven",
        Answer::BestFound(_) => "best_found",
        Answer::Infeasible(_) => "infeasible",
        Answer::Unknown => "unknown",
    }
}
