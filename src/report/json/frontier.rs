//! The JSON of `frontier` and `meso`.

use serde::Serialize;

use super::answer::{WarningJson, how, warnings};
use super::conflict::{ReasonJson, RepairJson, Teller};
use super::package::{Choice, PackageJson, choices, package};
use super::said::spoken_no;
use super::{Ordered, line};
use crate::analysis::{Meso, Outlook};
use crate::domain::{Count, Package, PartyId, Table, nearest_f64};
use crate::optimize::{Answer, Conflict, FrontierPoint, Question, Segment, SegmentEnd};
use crate::session::objective_word;
use crate::valuation::{Circumstances, Scorer};

#[derive(Debug, Serialize)]
struct FrontierJson {
    table: String,
    world: String,
    /// Among whom outcomes are compared.
    parties: Vec<String>,
    complete: bool,
    /// How many points of score an acceptable package can at most be better than the nearest point; `null` if unknown.
    gap: Option<f64>,
    how: &'static str,
    points: Vec<PointJson>,
    /// With continuous amounts: what lies between points. Every mixture of both ends is efficient.
    segments: Vec<[EndJson; 2]>,
    /// The packages of the objectives, where these are known.
    marks: Ordered<Ordered<Choice>>,
    #[serde(flatten)]
    conflict: ConflictJson,
    ratifiable: bool,
    floors: bool,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct PointJson {
    scores: Ordered<Option<f64>>,
    choices: Ordered<Choice>,
    /// How many packages have this outcome; `null` if they weren't counted.
    #[serde(serialize_with = "super::as_number")]
    packages: Option<Count>,
    /// Who said no to exactly these choices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoken_no: Vec<String>,
}

#[derive(Debug, Serialize)]
struct EndJson {
    scores: Ordered<Option<f64>>,
    choices: Ordered<Choice>,
    /// Whether the end itself isn't efficient, though everything next to it on the segment is.
    open: bool,
}

#[derive(Debug, Default, Serialize)]
struct ConflictJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<Vec<ReasonJson>>,
    /// Whether leaving out any one of the conflict leaves a package; null where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_one_suffices: Option<Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<Vec<RepairJson>>,
}

#[derive(Debug, Serialize)]
struct MesoJson {
    table: String,
    world: String,
    party: String,
    level: Option<f64>,
    within: f64,
    /// Whether the offers were chosen among all efficient packages near the level.
    complete: bool,
    /// Among how many efficient outcomes; null where each offer was searched for by itself.
    chosen_among: Option<usize>,
    /// How many points of score a package near the level can at most be better than the nearest outcome; `null` if unknown.
    gap: Option<f64>,
    how: Option<&'static str>,
    packages: Vec<PackageJson>,
    /// What the best package for the party is worth to it, where there is no offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    best_score: Option<f64>,
    #[serde(flatten)]
    conflict: ConflictJson,
    ratifiable: bool,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

/// The frontier as one line of JSON: every point, with the scores of all parties.
///
/// # Errors
/// Only if serialising fails, which no frontier makes it do.
pub fn frontier_json(
    circumstances: &Circumstances<'_>,
    question: &Question,
    outlook: &Outlook,
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let frontier = &outlook.frontier;
    let mut scorer = Scorer::new(circumstances);
    let name = |party: &PartyId| table.parties[*party].id.clone();
    let marks =
        outlook.marks.iter().map(|(objective, found)| (objective_word(table, *objective), choices(table, found)));
    line(&FrontierJson {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        parties: frontier.parties.iter().map(name).collect(),
        complete: frontier.complete,
        gap: frontier.gap.as_ref().map(nearest_f64),
        how: how(frontier.how),
        points: frontier.points.iter().map(|found| point(table, &mut scorer, found)).collect(),
        segments: frontier.segments.iter().map(|found| segment(table, &mut scorer, found)).collect(),
        marks: Ordered(marks.collect()),
        conflict: outlook.conflict.as_ref().map(|found| conflict(circumstances, question, found)).unwrap_or_default(),
        ratifiable: question.ratifiable,
        floors: question.floors,
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}

/// Offers as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no offer makes it do.
pub fn meso_json(
    circumstances: &Circumstances<'_>,
    question: &Question,
    meso: &Meso,
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let offers = meso.offers.packages.iter().enumerate();
    let best = match meso.instead.as_deref() {
        Some(Answer::Proven(found)) if meso.level.is_some() => circumstances.score(meso.party, &found.package),
        _ => None,
    };
    let found = match meso.instead.as_deref() {
        Some(Answer::Infeasible(found)) => conflict(circumstances, question, found),
        _ => ConflictJson::default(),
    };
    line(&MesoJson {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        party: table.parties[meso.party].id.clone(),
        level: meso.level.as_ref().map(nearest_f64),
        within: nearest_f64(&meso.within),
        complete: meso.offers.complete,
        chosen_among: meso.offers.among,
        gap: meso.offers.gap.as_ref().map(nearest_f64),
        how: meso.offers.how.map(how),
        packages: offers.map(|(at, found)| package(circumstances, found, Some(format!("M{}", at + 1)))).collect(),
        best_score: best.as_ref().map(nearest_f64),
        conflict: found,
        ratifiable: question.ratifiable,
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}

fn point(table: &Table, scorer: &mut Scorer<'_>, point: &FrontierPoint) -> PointJson {
    let scores = scores(table, scorer, &point.package);
    let spoken_no = spoken_no(table, &point.package);
    PointJson { scores, choices: choices(table, &point.package), packages: point.packages.clone(), spoken_no }
}

fn segment(table: &Table, scorer: &mut Scorer<'_>, segment: &Segment) -> [EndJson; 2] {
    let mut end = |end: &SegmentEnd| EndJson {
        scores: scores(table, scorer, &end.package),
        choices: choices(table, &end.package),
        open: end.is_open,
    };
    let [from, to] = &segment.ends;
    [end(from), end(to)]
}

fn scores(table: &Table, scorer: &mut Scorer<'_>, package: &Package) -> Ordered<Option<f64>> {
    let scores = scorer.scores(package);
    let scores = scores.iter_enumerated();
    Ordered(scores.map(|(party, score)| (table.parties[party].id.clone(), score.as_ref().map(nearest_f64))).collect())
}

fn conflict(circumstances: &Circumstances<'_>, question: &Question, found: &Conflict) -> ConflictJson {
    let teller = Teller { circumstances, also: &question.also };
    ConflictJson {
        conflict: Some(found.reasons.iter().map(|reason| teller.reason(reason)).collect()),
        any_one_suffices: Some(found.any_one_suffices),
        repairs: Some(found.repairs.iter().map(|repair| teller.repair(repair)).collect()),
    }
}
