//! The JSON of phases, ideas and checks: the same in every language.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::line;
use crate::domain::{CheckId, Phase, Table, nearest_f64};
use crate::practice::{CATALOGUE, Finding, Lacking, Slot, Slots, Told, check_of, is_for, lacking};
use crate::session::Checkup;

/// What the checks find, beside what is wrong with a file.
#[derive(Debug, Serialize)]
pub(super) struct CheckupJson<'a> {
    phase: &'static str,
    findings: Vec<FindingJson>,
    silenced: Vec<SilencedJson<'a>>,
    never: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct FindingJson {
    check: &'static str,
    /// By the name that is typed; `null` for the table as a whole.
    about: Option<String>,
    saw: &'static str,
    evidence: Map<String, Value>,
    reads: &'static [&'static str],
    /// Whether it is for the phase that the talks are in.
    now: bool,
}

#[derive(Debug, Serialize)]
struct SilencedJson<'a> {
    check: &'static str,
    about: Option<&'a str>,
    because: &'a str,
}

impl<'a> CheckupJson<'a> {
    pub(super) fn new(table: &'a Table, checkup: &Checkup) -> Self {
        let silenced = table.narrative.silenced.iter().map(|one| SilencedJson {
            check: one.check.word(),
            about: one.about.as_deref(),
            because: one.because.get(table.language),
        });
        Self {
            phase: table.narrative.phase.word(),
            findings: checkup.findings.iter().map(|one| finding(table, one)).collect(),
            silenced: silenced.collect(),
            never: CATALOGUE.iter().filter(|check| !check.can_fire()).map(|check| check.id.word()).collect(),
        }
    }
}

fn finding(table: &Table, finding: &Finding) -> FindingJson {
    FindingJson {
        check: finding.check.word(),
        about: finding.about.name(table),
        saw: finding.saw,
        evidence: finding.evidence.iter().map(|(name, told)| ((*name).to_owned(), evidence(table, told))).collect(),
        reads: check_of(finding.check).reads,
        now: is_for(table.narrative.phase, finding),
    }
}

fn evidence(table: &Table, told: &Told) -> Value {
    match told {
        Told::Parties(all) => all.iter().map(|id| table.parties[*id].id.as_str()).collect(),
        Told::Interests(all) => all.iter().map(|id| table.interests[*id].id.as_str()).collect(),
        Told::Worlds(all) => all.iter().map(|id| table.worlds[*id].id.as_str()).collect(),
        Told::Options(all) => all.iter().map(|id| table.choice(*id)).collect(),
        Told::Rule(id) => table.rules[*id].id.as_str().into(),
        Told::Issue(id) => table.issues[*id].id.as_str().into(),
        Told::Texts(all) => all.iter().map(|text| text.get(table.language)).collect(),
        Told::Number(number) => nearest_f64(number).into(),
        Told::Count(count) => (*count).into(),
        Told::Words(all) => all.iter().copied().collect(),
    }
}

/// What a check looks for, and what it finds in a sentence, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no check makes it do.
pub fn check_explained_json(check: CheckId, slots: Option<&Slots>) -> Result<String, serde_json::Error> {
    let content = check_of(check);
    let phases: Vec<&str> = content.phases.iter().map(|phase| phase.word()).collect();
    let words = |slots: &[Slot]| slots.iter().map(|slot| slot.word()).collect::<Vec<_>>();
    let sentence = slots.map(|slots| {
        json!({"count": slots.count(), "found": words(&slots.found), "missing": words(&slots.missing()),
            "comfort": slots.comfort})
    });
    line(&json!({"check": check.word(), "reads": content.reads, "phases": phases, "sentence": sentence}))
}

/// Where the talks are and what is missing before they go on, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn phase_json(table: &Table) -> Result<String, serde_json::Error> {
    let now = table.narrative.phase;
    line(&json!({"phase": now.word(), "next": now.next().word(), "missing": missing_json(table, &lacking(table, now))}))
}

/// What each phase lacked that was left.
pub(in crate::report) fn left_json(table: &Table, left: &[(Phase, Vec<Lacking>)]) -> Vec<Value> {
    left.iter().map(|(phase, all)| json!({"phase": phase.word(), "missing": missing_json(table, all)})).collect()
}

/// The ideas as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn ideas_json(table: &Table, is_inventing: bool) -> Result<String, serde_json::Error> {
    let ideas: Vec<&str> = table.narrative.ideas.iter().map(|idea| idea.get(table.language)).collect();
    line(&json!({"inventing": is_inventing, "ideas": ideas}))
}

fn missing_json(table: &Table, all: &[Lacking]) -> Vec<Value> {
    let parties =
        |ids: &[crate::domain::PartyId]| -> Vec<&str> { ids.iter().map(|id| table.parties[*id].id.as_str()).collect() };
    let package = |at: usize| table.narrative.packages.get(at).map(|named| named.id.as_str());
    let one = |lacking: &Lacking| match lacking {
        Lacking::People => json!({"what": "parties"}),
        Lacking::Ambition => json!({"what": "ambition"}),
        Lacking::Interests(ids) => json!({"what": "interests", "parties": parties(ids)}),
        Lacking::NoDeal(ids) => json!({"what": "no_deal", "parties": parties(ids)}),
        Lacking::Ratification(ids) => json!({"what": "ratification", "parties": parties(ids)}),
        Lacking::Facts(facts) => {
            let names = facts.iter().filter_map(|at| table.narrative.facts.get(*at)).map(|fact| fact.id.as_str());
            json!({"what": "facts", "facts": names.collect::<Vec<_>>()})
        }
        Lacking::Packages(found) => json!({"what": "packages", "found": found}),
        Lacking::Agreement => json!({"what": "agreement"}),
        Lacking::Explanations(at, ids) => {
            json!({"what": "explanations", "package": package(*at), "parties": parties(ids)})
        }
        Lacking::Route(at, ids) => json!({"what": "route", "package": package(*at), "parties": parties(ids)}),
    };
    all.iter().map(one).collect()
}
