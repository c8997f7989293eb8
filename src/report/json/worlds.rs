//! A package in every world, as JSON.

use itertools::Itertools as _;
use serde::Serialize;

use super::Ordered;
use super::package::{BodyJson, PartyJson, RuleJson, parties, ratified, rules};
use crate::domain::{OptionId, Package, PartyId, Table, WorldId, nearest_f64};
use crate::explain::{InWorld, InWorlds, fallbacks, in_worlds};
use crate::valuation::Circumstances;

/// A package in every world, by name of the world, the base world first.
#[derive(Debug, Serialize)]
pub(super) struct WorldsJson {
    worlds: Ordered<InWorldJson>,
    conditions: Vec<ConditionJson>,
    /// By each party's own probabilities; of parties that state them.
    expected_gain: Ordered<f64>,
    /// Those whose probabilities leave something over, which is counted for the base world.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    expected_left_to_base: Vec<String>,
    /// The same of every world that something is counted for.
    #[serde(skip_serializing_if = "Ordered::is_empty")]
    expected_left_to: Ordered<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct InWorldJson {
    parties: Ordered<PartyJson>,
    joint_gain: Option<f64>,
    smallest_gain: Option<f64>,
    acceptable: bool,
    rules: Vec<RuleJson>,
    ratified: Ordered<Vec<BodyJson>>,
    /// What counts here in place of conditional options.
    instead: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ConditionJson {
    option: String,
    only_if: Vec<String>,
    otherwise: String,
    event: Option<String>,
    by: Option<String>,
}

/// Everything about a package in every world.
pub(super) fn worlds(circumstances: &Circumstances<'_>, package: &Package) -> WorldsJson {
    told_worlds(circumstances.table.table(), &in_worlds(circumstances, package))
}

/// Everything about a package in the worlds that were looked at.
pub(super) fn told_worlds(table: &Table, told: &InWorlds) -> WorldsJson {
    let name = |of: &InWorld| table.worlds[of.world].id.clone();
    let expected = told.expected.iter().map(|(party, gain)| (table.parties[*party].id.clone(), nearest_f64(gain)));
    let names = |parties: &Vec<PartyId>| parties.iter().map(|party| table.parties[*party].id.clone()).collect();
    let left_to = |(world, parties): (&WorldId, &Vec<PartyId>)| (table.worlds[*world].id.clone(), names(parties));
    WorldsJson {
        worlds: Ordered(told.worlds.iter().map(|of| (name(of), in_world(table, of))).collect()),
        conditions: conditions(table, &told.conditional),
        expected_gain: Ordered(expected.collect()),
        expected_left_to_base: told.left_over.get(&WorldId::BASE).map_or_else(Vec::new, &names),
        expected_left_to: Ordered(told.left_over.iter().map(left_to).collect()),
    }
}

fn in_world(table: &Table, of: &InWorld) -> InWorldJson {
    let number = |points: Option<crate::domain::Rational>| points.as_ref().map(nearest_f64);
    InWorldJson {
        parties: parties(table, &of.assessment),
        joint_gain: number(of.assessment.joint_gain()),
        smallest_gain: number(of.assessment.smallest_gain()),
        acceptable: of.assessment.is_acceptable(),
        rules: rules(table, &of.assessment),
        ratified: ratified(table, &of.assessment),
        instead: of.instead.iter().map(|option| table.choice(*option)).collect(),
    }
}

/// What conditional options hang on, each followed by those that it falls back on.
fn conditions(table: &Table, options: &[OptionId]) -> Vec<ConditionJson> {
    let all = options.iter().flat_map(|option| fallbacks(table, *option)).unique();
    all.filter_map(|option| condition(table, option)).collect()
}

fn condition(table: &Table, option: OptionId) -> Option<ConditionJson> {
    let provision = table.option(option).provision.as_ref()?;
    let text = |text: &Option<crate::domain::Text>| text.as_ref().map(|text| text.get(table.language).to_owned());
    Some(ConditionJson {
        option: table.choice(option),
        only_if: provision.worlds.iter().map(|world| table.worlds[*world].id.clone()).collect(),
        otherwise: table.choice(provision.otherwise),
        event: text(&provision.event),
        by: text(&provision.by),
    })
}
