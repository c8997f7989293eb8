//! One package as JSON.

use serde::Serialize;

use super::Ordered;
use super::said::{SaidJson, said, spoken_no};
use super::worlds::{WorldsJson, told_worlds, worlds};
use crate::domain::{Decision, IssueId, OptionId, Package, Party, PartyId, Rational, Table, nearest_f64};
use crate::explain::{InWorlds, is_conditional};
use crate::valuation::{Assessment, Circumstances, PartyAssessment, RatificationStatus, assess, nash};

/// A package and how it stands with everybody and everything.
#[derive(Debug, Serialize)]
pub(super) struct PackageJson {
    /// `P1`, or the name under which the table knows it; `null` for one that a person gave.
    name: Option<String>,
    choices: Ordered<Choice>,
    parties: Ordered<PartyJson>,
    joint_gain: Option<f64>,
    smallest_gain: Option<f64>,
    nash: Option<f64>,
    acceptable: bool,
    /// What parties said of exactly these choices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    said: Vec<SaidJson>,
    /// Who said no to exactly these choices, which counts above `acceptable`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoken_no: Vec<String>,
    rules: Vec<RuleJson>,
    ratified: Ordered<Vec<BodyJson>>,
    /// Of packages that hold in every world, or that take conditional options.
    #[serde(flatten)]
    in_worlds: Option<WorldsJson>,
}

/// What is decided on an issue.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Choice {
    Option(String),
    Amount(f64),
    Shares(Ordered<f64>),
}

#[derive(Debug, Serialize)]
pub(super) struct PartyJson {
    score: Option<f64>,
    no_deal: Option<f64>,
    gain: Option<f64>,
    /// Whether the party stays out, so that its gain isn't in any sum.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    absent: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct RuleJson {
    rule: String,
    kept: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    used: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<f64>,
}

#[derive(Debug, Serialize)]
pub(super) struct BodyJson {
    body: String,
    status: &'static str,
}

/// The choices of a package, in the order of the table's issues.
pub(super) fn choices(table: &Table, package: &Package) -> Ordered<Choice> {
    let one =
        |(issue, decision): (IssueId, &Decision)| (table.issues[issue].id.clone(), choice(table, issue, decision));
    Ordered(package.decisions.iter_enumerated().map(one).collect())
}

pub(super) fn choice(table: &Table, issue: IssueId, decision: &Decision) -> Choice {
    match decision {
        Decision::Option(index) => Choice::Option(table.option(OptionId { issue, index: *index }).id.clone()),
        Decision::Amount(amount) => Choice::Amount(nearest_f64(amount)),
        Decision::Shares(shares) => {
            Choice::Shares(Ordered(shares.iter().map(|(name, share)| (name.clone(), nearest_f64(share))).collect()))
        }
    }
}

/// Everything about one package.
pub(super) fn package(circumstances: &Circumstances<'_>, package: &Package, name: Option<String>) -> PackageJson {
    let table = circumstances.table.table();
    let assessment = assess(circumstances, package);
    PackageJson {
        name,
        choices: choices(table, package),
        parties: parties(table, &assessment),
        joint_gain: number(assessment.joint_gain().as_ref()),
        smallest_gain: number(assessment.smallest_gain().as_ref()),
        nash: nash(&assessment.gains()),
        acceptable: assessment.is_acceptable(),
        said: said(table, package),
        spoken_no: spoken_no(table, package),
        rules: rules(table, &assessment),
        ratified: ratified(table, &assessment),
        in_worlds: is_conditional(table, package).then(|| worlds(circumstances, package)),
    }
}

impl PackageJson {
    /// Adds what the package comes to in the worlds that were looked at.
    pub(super) fn seen_in(mut self, table: &Table, told: &InWorlds) -> Self {
        self.in_worlds = Some(told_worlds(table, told));
        self
    }

    /// Adds what the package comes to in every world.
    pub(super) fn in_every_world(mut self, circumstances: &Circumstances<'_>, package: &Package) -> Self {
        self.in_worlds = Some(worlds(circumstances, package));
        self
    }
}

/// What a package is worth to each party.
pub(super) fn parties(table: &Table, assessment: &Assessment) -> Ordered<PartyJson> {
    let one = |(id, party): (PartyId, &PartyAssessment)| {
        let json = PartyJson {
            score: number(party.score.as_ref()),
            no_deal: number(party.no_deal.as_ref()),
            gain: number(party.gain().as_ref()),
            absent: party.absent,
        };
        (table.parties[id].id.clone(), json)
    };
    Ordered(assessment.parties.iter_enumerated().map(one).collect())
}

/// How a package stands against each rule.
pub(super) fn rules(table: &Table, assessment: &Assessment) -> Vec<RuleJson> {
    let rules = assessment.rules.iter_enumerated().map(|(id, rule)| RuleJson {
        rule: table.rules[id].id.clone(),
        kept: rule.kept,
        used: number(rule.bill.as_ref().map(|bill| &bill.used)),
        limit: number(rule.bill.as_ref().map(|bill| &bill.limit)),
        left: number(rule.bill.as_ref().map(|bill| &bill.left)),
    });
    rules.collect()
}

/// What each ratifying body finds.
pub(super) fn ratified(table: &Table, assessment: &Assessment) -> Ordered<Vec<BodyJson>> {
    let of_party = |(id, party): (PartyId, &Party)| {
        let bodies = assessment.ratifications.iter().filter(|found| found.party == id).map(|found| BodyJson {
            body: party.ratification[found.body].body.get(table.language).to_owned(),
            status: ratification_word(found.status),
        });
        (party.id.clone(), bodies.collect::<Vec<_>>())
    };
    let all = table.parties.iter_enumerated().map(of_party);
    Ordered(all.filter(|(_, bodies)| !bodies.is_empty()).collect())
}

/// What a ratifying body finds, in a word.
pub(super) fn ratification_word(status: RatificationStatus) -> &'static str {
    match status {
        RatificationStatus::Passed => "passed",
        RatificationStatus::Failed => "failed",
        RatificationStatus::Unknown => "unknown",
    }
}

fn number(value: Option<&Rational>) -> Option<f64> {
    value.map(nearest_f64)
}
