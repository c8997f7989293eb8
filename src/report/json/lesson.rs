//! The JSON of `check --lesson`.

use serde::Serialize;

use super::package::{Choice, choice};
use super::said::spoken_no;
use crate::analysis::Lesson;
use crate::domain::{PartyId, Rational, Table, nearest_f64};
use crate::optimize::Objective;

#[derive(Debug, Serialize)]
pub(super) struct LessonJson {
    packages: u64,
    within_rules: u64,
    acceptable: u64,
    frontier: usize,
    occurrences: Vec<OccurrenceJson>,
    named: Vec<NamedJson>,
    gain_little: Vec<String>,
    firmness: Vec<FirmnessJson>,
}

#[derive(Debug, Serialize)]
struct OccurrenceJson {
    issue: String,
    option: Choice,
    acceptable: u64,
}

#[derive(Debug, Serialize)]
struct NamedJson {
    name: String,
    acceptable: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoken_no: Vec<String>,
    joint_gain: Option<f64>,
    smallest_gain: Option<f64>,
    improved_by: usize,
}

#[derive(Debug, Serialize)]
struct FirmnessJson {
    objective: &'static str,
    stands: u32,
    draws: u32,
}

impl LessonJson {
    pub(super) fn new(table: &Table, lesson: &Lesson) -> Self {
        let census = &lesson.census;
        let number = |value: &Option<Rational>| value.as_ref().map(nearest_f64);
        let occurrences = census.occurrences.iter().map(|((issue, decision), count)| OccurrenceJson {
            issue: table.issues[*issue].id.clone(),
            option: choice(table, *issue, decision),
            acceptable: *count,
        });
        let refusing = |name: &str| {
            let known = table.narrative.packages.iter().find(|known| known.id == name);
            known.map(|known| spoken_no(table, &known.package)).unwrap_or_default()
        };
        let named = lesson.named.iter().map(|named| NamedJson {
            name: named.id.clone(),
            acceptable: named.acceptable,
            spoken_no: refusing(&named.id),
            joint_gain: number(&named.joint_gain),
            smallest_gain: number(&named.smallest_gain),
            improved_by: named.improved_by,
        });
        let firmness = lesson.firmness.iter().map(|firmness| FirmnessJson {
            objective: if firmness.objective == Objective::Joint { "joint" } else { "fair" },
            stands: firmness.stands,
            draws: firmness.draws,
        });
        let name = |party: &PartyId| table.parties[*party].id.clone();
        Self {
            packages: census.packages,
            within_rules: census.within_rules,
            acceptable: census.acceptable,
            frontier: census.frontier.len(),
            occurrences: occurrences.collect(),
            named: named.collect(),
            gain_little: lesson.gain_little.iter().map(name).collect(),
            firmness: firmness.collect(),
        }
    }
}
