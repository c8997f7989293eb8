//! Dividing what there is, as JSON: facts, who must say yes at home, packages in every world, what to say at home.

use serde::Serialize;
use serde_json::{Value, json};

use super::package::{PackageJson, choices, package, ratification_word};
use super::proposal::{EveryWorldJson, every_world};
use super::said::{self, SaidJson};
use super::show::{fact_value, support};
use super::{Ordered, line};
use crate::domain::{Condition, PartyId, Table, nearest_f64};
use crate::explain::{BodyFinds, Finding, Standing, disputed_cells, facts_by_need, leaving, ratification, resting};
use crate::report::home::{said as said_at_home, sentences};
use crate::report::stress::seen;
use crate::report::voice::Voice;
use crate::report::{Given, Stressed, Wordbook};

/// The facts of a table as one line of JSON, those that need attention first.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn facts_json(table: &Table) -> Result<String, serde_json::Error> {
    let one = |position: usize| {
        let rests = resting(table, &table.narrative.facts[position]);
        let mut told = fact_value(table, position);
        told["rules"] = json!(rests.rules.iter().map(|rule| &table.rules[*rule].id).collect::<Vec<_>>());
        told["options"] = json!(rests.options.iter().map(|option| table.choice(*option)).collect::<Vec<_>>());
        told["attributes"] = json!(rests.attributes.iter().map(|id| &table.attributes[*id].id).collect::<Vec<_>>());
        told
    };
    let facts = facts_by_need(table).into_iter().flat_map(|(_, facts)| facts);
    let mut disputed: Vec<String> = disputed_cells(table).into_iter().map(|(option, _)| table.choice(option)).collect();
    disputed.dedup();
    line(&json!({
        "table": table.id,
        "facts": facts.map(one).collect::<Vec<_>>(),
        "disputed_options": disputed,
    }))
}

#[derive(Serialize)]
struct RatifyJson {
    table: String,
    choices: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    said: Vec<SaidJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoken_no: Vec<String>,
    parties: Ordered<RoadJson>,
    /// Bodies whose rule is unknown.
    ask_rule: Vec<Value>,
    /// Parties of which nobody is known who must say yes.
    ask_who: Vec<String>,
    fictional: bool,
}

#[derive(Serialize)]
struct RoadJson {
    bodies: Vec<BodyJson>,
    levels: Vec<Value>,
}

#[derive(Serialize)]
struct BodyJson {
    body: String,
    standing: &'static str,
    worlds: Ordered<&'static str>,
    conditions: Vec<Value>,
}

/// Who at home would say yes to a package, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn ratify_json(given: Given<'_>) -> Result<String, serde_json::Error> {
    let table = given.circumstances.table.table();
    let found = ratification(given.circumstances, given.package);
    let road = |party: PartyId| {
        let content = &table.parties[party];
        let levels = content
            .levels
            .iter()
            .map(|level| json!({"level": level.text.get(table.language), "says": support(level.support)}));
        let bodies = found.iter().filter(|of| of.party == party).map(|of| body(table, of));
        (content.id.clone(), RoadJson { bodies: bodies.collect(), levels: levels.collect() })
    };
    let unknown = |of: &&BodyFinds| table.parties[of.party].ratification[of.body].conditions.is_empty();
    let ask = |of: &BodyFinds| {
        let party = &table.parties[of.party];
        json!({"party": party.id, "body": party.ratification[of.body].body.get(table.language)})
    };
    let parties = table.parties_by_name();
    let nobody = parties.iter().map(|party| &table.parties[*party]).filter(|party| party.ratification.is_empty());
    line(&RatifyJson {
        table: table.id.clone(),
        choices: json!(choices(table, given.package)),
        said: said::said(table, given.package),
        spoken_no: said::spoken_no(table, given.package),
        ask_rule: found.iter().filter(unknown).map(ask).collect(),
        ask_who: nobody.map(|party| party.id.clone()).collect(),
        parties: Ordered(parties.into_iter().map(road).collect()),
        fictional: table.narrative.fictional,
    })
}

fn body(table: &Table, of: &BodyFinds) -> BodyJson {
    let content = &table.parties[of.party].ratification[of.body];
    let standing = match of.standing {
        Standing::Everywhere => "passed",
        Standing::Somewhere => "passed_in_some_worlds",
        Standing::Nowhere => "failed",
        Standing::Unknown => "unknown",
    };
    let worlds = of.worlds.iter().map(|(world, status)| (table.worlds[*world].id.clone(), ratification_word(*status)));
    let conditions = content.conditions.iter().zip(&of.conditions);
    BodyJson {
        body: content.body.get(table.language).to_owned(),
        standing,
        worlds: Ordered(worlds.collect()),
        conditions: conditions.map(|(condition, findings)| condition_value(table, condition, findings)).collect(),
    }
}

fn condition_value(table: &Table, condition: &Condition, findings: &[Finding]) -> Value {
    let words = Wordbook::new(table.language);
    let told = Voice { words: &words, table }.conditions(std::slice::from_ref(condition));
    let one = |of: &Finding| {
        let left = of.left.as_ref().map(nearest_f64);
        (table.worlds[of.world].id.clone(), json!({"met": of.met, "left": left}))
    };
    json!({"condition": told, "worlds": Ordered(findings.iter().map(one).collect())})
}

#[derive(Serialize)]
struct StressJson {
    table: String,
    packages: Vec<StressedJson>,
    every_world: Option<EveryWorldJson>,
    fictional: bool,
}

#[derive(Serialize)]
struct StressedJson {
    #[serde(flatten)]
    package: PackageJson,
    /// Whether nobody would rather leave and no rule breaks in the worlds that were looked at; `null` if gains are unknown.
    self_enforcing: Option<bool>,
    /// By world, who would rather leave, and by how many points.
    leaving: Ordered<Ordered<f64>>,
}

/// Packages in every world as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn stress_json(stressed: Stressed<'_>) -> Result<String, serde_json::Error> {
    let table = stressed.circumstances.table.table();
    let one = |called: &crate::session::Called| {
        let told = seen(stressed, called);
        let leavers = told.worlds.iter().map(|of| {
            let short = leaving(table, of).into_iter();
            let short = short.map(|(party, points)| (table.parties[party].id.clone(), nearest_f64(&points)));
            (table.worlds[of.world].id.clone(), Ordered(short.collect()))
        });
        let leavers: Vec<(String, Ordered<f64>)> = leavers.collect();
        let breaks = told.worlds.iter().any(|of| !of.assessment.keeps_rules());
        let is_unknown = told.worlds.iter().any(|of| of.assessment.parties.iter().any(|party| party.gain().is_none()));
        let fails = breaks || leavers.iter().any(|(_, short)| !short.0.is_empty());
        StressedJson {
            package: package(stressed.circumstances, &called.package, Some(called.name.clone())).seen_in(table, &told),
            self_enforcing: (fails || !is_unknown).then_some(!fails),
            leaving: Ordered(leavers),
        }
    };
    line(&StressJson {
        table: table.id.clone(),
        packages: stressed.packages.iter().map(one).collect(),
        every_world: stressed.every.map(|every| every_world(stressed.circumstances, every)),
        fictional: table.narrative.fictional,
    })
}

/// What a party can say at home as one line of JSON, in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn home_json(given: Given<'_>, party: PartyId) -> Result<String, serde_json::Error> {
    let table = given.circumstances.table.table();
    let words = Wordbook::new(table.language);
    let voice = Voice { words: &words, table };
    line(&json!({
        "table": table.id,
        "party": table.parties[party].id,
        "choices": choices(table, given.package),
        "sentences": sentences(voice, given.circumstances, party, given.package),
        "said": said_at_home(table, party, given.package).map(|text| text.get(table.language)),
        "fictional": table.narrative.fictional,
    }))
}
