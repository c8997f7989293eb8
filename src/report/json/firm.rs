//! The JSON of `firm` and `what-matters`.

use serde::Serialize;

use super::answer::{WarningJson, warnings};
use super::package::{Choice, choices};
use super::said::spoken_no;
use super::{Ordered, line};
use crate::analysis::{
    Ask, Claim, Dispute, Edge, Firmness, Holder, Method, Outcome, Parameter, Rankings, Reach, ReadOf, Shift, Spot,
    WhatMatters,
};
use crate::domain::{InterestId, IssueId, OptionId, Package, Status, Table, nearest_f64};
use crate::optimize::Question;
use crate::session::objective_word;
use crate::valuation::Circumstances;

#[derive(Debug, Serialize)]
struct FirmJson {
    table: String,
    world: String,
    objective: String,
    ratifiable: bool,
    claim: &'static str,
    choices: Ordered<Choice>,
    /// Who said no to exactly these choices, which counts above an acceptable that is claimed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spoken_no: Vec<String>,
    method: &'static str,
    /// How many numbers weren't looked at everywhere.
    left: usize,
    draws: DrawsJson,
    numbers: Vec<NumberJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rankings: Option<RankingsJson>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct DrawsJson {
    stood: u32,
    of: u32,
}

#[derive(Debug, Serialize)]
struct NumberJson {
    #[serde(flatten)]
    which: WhichJson,
    value: f64,
    low: f64,
    high: f64,
    down: Option<ShiftJson>,
    up: Option<ShiftJson>,
    /// Whether every value in its range was looked at, up to these changes.
    known: bool,
}

/// Which number it is.
#[derive(Debug, Default, Serialize)]
struct WhichJson {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    party: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<String>,
    /// The two of an interaction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    world: Option<String>,
}

#[derive(Debug, Serialize)]
struct ShiftJson {
    to: f64,
    edge: &'static str,
    choices: Option<Ordered<Choice>>,
}

#[derive(Debug, Serialize)]
struct RankingsJson {
    parties: Vec<String>,
    certainly_acceptable: usize,
    possibly_acceptable: usize,
    certain: bool,
    exact: bool,
    draws: DrawsJson,
    /// Some of those that are certainly acceptable, by name.
    packages: Vec<Ordered<Choice>>,
    /// The answers to the drawn weightings, the most frequent first.
    answers: Vec<DrawnJson>,
}

#[derive(Debug, Serialize)]
struct DrawnJson {
    choices: Ordered<Choice>,
    draws: u32,
}

#[derive(Debug, Serialize)]
struct MattersJson {
    #[serde(flatten)]
    firmness: FirmJson,
    disputes: Vec<DisputeJson>,
    untied: Vec<String>,
    ask: Option<AskJson>,
}

#[derive(Debug, Serialize)]
struct DisputeJson {
    #[serde(flatten)]
    about: WhichJson,
    status: Option<&'static str>,
    matters: bool,
    outcomes: Vec<OutcomeJson>,
}

#[derive(Debug, Serialize)]
struct OutcomeJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    answer: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Ordered<Choice>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    loss: Option<f64>,
}

/// What to ask: the position of a dispute or of a number, or the party whose weights are open.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum AskJson {
    Dispute(usize),
    Number(usize),
    Weights(String),
}

/// How firm an answer is, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn firm_json(
    circumstances: &Circumstances<'_>,
    question: &Question,
    firmness: &Firmness,
) -> Result<String, serde_json::Error> {
    line(&firm(circumstances, question, firmness))
}

/// What an answer hangs on, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no answer makes it do.
pub fn what_matters_json(
    circumstances: &Circumstances<'_>,
    question: &Question,
    matters: &WhatMatters,
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let facts = &table.narrative.facts;
    line(&MattersJson {
        firmness: firm(circumstances, question, &matters.firmness),
        disputes: matters.disputes.iter().map(|found| dispute(table, matters, found)).collect(),
        untied: matters.untied.iter().map(|at| facts[*at].id.clone()).collect(),
        ask: matters.ask.map(|ask| match ask {
            Ask::Dispute(at) => AskJson::Dispute(at),
            Ask::Number(at) => AskJson::Number(at),
            Ask::Weights(party) => AskJson::Weights(table.parties[party].id.clone()),
        }),
    })
}

fn firm(circumstances: &Circumstances<'_>, question: &Question, firmness: &Firmness) -> FirmJson {
    let table = circumstances.table.table();
    let (method, left) = match firmness.method {
        Method::Everywhere { given_up } => ("everywhere", given_up),
        Method::Sampled { looked, of } => ("sampled", of - looked),
    };
    FirmJson {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        objective: objective_word(table, question.objective),
        ratifiable: question.ratifiable,
        claim: match firmness.claim {
            Claim::Advice => "advice",
            Claim::Acceptable => "acceptable",
            Claim::Unacceptable => "unacceptable",
        },
        choices: choices(table, &firmness.package),
        spoken_no: spoken_no(table, &firmness.package),
        method,
        left,
        draws: DrawsJson { stood: firmness.draws.stood, of: firmness.draws.of },
        numbers: firmness.reaches.iter().map(|reach| number(table, reach)).collect(),
        rankings: firmness.rankings.as_ref().map(|found| rankings(table, found)),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    }
}

fn number(table: &Table, reach: &Reach) -> NumberJson {
    let [value, low, high] = [&reach.number.value, &reach.number.low, &reach.number.high].map(nearest_f64);
    let shift = |found: &Option<Shift>| found.as_ref().map(|found| shift(table, found));
    let which = which(table, reach.number.parameter);
    NumberJson { which, value, low, high, down: shift(&reach.down), up: shift(&reach.up), known: reach.is_known }
}

fn shift(table: &Table, shift: &Shift) -> ShiftJson {
    let edge = match shift.edge {
        Edge::At => "at",
        Edge::Only => "only",
        Edge::Beyond => "beyond",
        Edge::Latest => "latest",
        Edge::About => "about",
    };
    let choices = shift.package.as_ref().map(|package| choices(table, package));
    ShiftJson { to: nearest_f64(&shift.to), edge, choices }
}

fn which(table: &Table, parameter: Parameter) -> WhichJson {
    let kind = match parameter {
        Parameter::NoDeal { .. } => "no_deal",
        Parameter::Limit { .. } => "limit",
        Parameter::Weight { .. } => "weight",
        Parameter::Effect { .. } => "effect",
        Parameter::Attribute { .. } => "attribute",
    };
    let mut which =
        WhichJson { kind, amount: parameter.amount(table).as_ref().map(nearest_f64), ..about_holder(table, parameter) };
    match parameter {
        Parameter::NoDeal { party, .. } => which.party = Some(table.parties[party].id.clone()),
        Parameter::Limit { rule, .. } => which.rule = Some(table.rules[rule].id.clone()),
        Parameter::Weight { party, interest } => {
            which.party = Some(table.parties[party].id.clone());
            which.interest = Some(table.interests[interest].id.clone());
        }
        Parameter::Effect { spot, interest, .. } => {
            which.at(table, spot);
            which.interest = Some(table.interests[interest].id.clone());
        }
        Parameter::Attribute { spot, attribute, .. } => {
            which.at(table, spot);
            which.attribute = Some(table.attributes[attribute].id.clone());
        }
    }
    which
}

/// Who states the number, where that isn't the table.
fn about_holder(table: &Table, parameter: Parameter) -> WhichJson {
    let holder = match parameter {
        Parameter::NoDeal { holder, .. }
        | Parameter::Limit { holder, .. }
        | Parameter::Effect { holder, .. }
        | Parameter::Attribute { holder, .. } => holder,
        Parameter::Weight { .. } => Holder::Table,
    };
    match holder {
        Holder::Table => WhichJson::default(),
        Holder::Party(party) => WhichJson { party: Some(table.parties[party].id.clone()), ..WhichJson::default() },
        Holder::World(world) => WhichJson { world: Some(table.worlds[world].id.clone()), ..WhichJson::default() },
    }
}

impl WhichJson {
    fn at(&mut self, table: &Table, spot: Spot) {
        self.issue = spot.issue().map(|issue| table.issues[issue].id.clone());
        match spot {
            Spot::Option(option) => self.option = Some(table.option(option).id.clone()),
            Spot::Point { .. } => {}
            Spot::Pair(at) => {
                let options = [table.interactions[at].first, table.interactions[at].second];
                let typed = |of: OptionId| format!("{}={}", table.issues[of.issue].id, table.option(of).id);
                self.options = options.map(typed).to_vec();
            }
        }
    }
}

fn rankings(table: &Table, rankings: &Rankings) -> RankingsJson {
    RankingsJson {
        parties: rankings.parties.iter().map(|party| table.parties[*party].id.clone()).collect(),
        certainly_acceptable: rankings.certainly,
        possibly_acceptable: rankings.possibly,
        certain: rankings.is_certain,
        exact: rankings.is_exact,
        draws: DrawsJson { stood: rankings.stood, of: rankings.draws },
        packages: rankings.certain.iter().map(|package| choices(table, package)).collect(),
        answers: rankings
            .answers
            .iter()
            .map(|(package, draws)| DrawnJson { choices: choices(table, package), draws: *draws })
            .collect(),
    }
}

fn dispute(table: &Table, matters: &WhatMatters, dispute: &Dispute) -> DisputeJson {
    let plain = |found: &Outcome| outcome(table, None, found);
    let party = |party: crate::domain::PartyId| Some(table.parties[party].id.clone());
    let (about, status, outcomes) = match dispute {
        Dispute::Number { parameter, status, .. } => (which(table, *parameter), Some(status_name(*status)), Vec::new()),
        Dispute::Reading { party: who, subject, as_table, as_party } => {
            let about = WhichJson { kind: "reading", party: party(*who), ..read(table, *subject) };
            (about, None, [as_table].into_iter().chain(as_party).map(plain).collect())
        }
        Dispute::NoDeal { party: who, outcomes } => {
            let about = WhichJson { kind: "no_deal", party: party(*who), ..WhichJson::default() };
            let valued = outcomes.iter().map(|(value, found)| outcome(table, Some(nearest_f64(value)), found));
            (about, None, valued.collect())
        }
        Dispute::World { world, outcome } => {
            let about =
                WhichJson { kind: "world", world: Some(table.worlds[*world].id.clone()), ..WhichJson::default() };
            (about, None, vec![plain(outcome)])
        }
    };
    DisputeJson { about, status, matters: dispute.matters(&matters.firmness), outcomes }
}

fn read(table: &Table, (of, interest): (ReadOf, InterestId)) -> WhichJson {
    let issue = |issue: IssueId| Some(table.issues[issue].id.clone());
    let interest = Some(table.interests[interest].id.clone());
    match of {
        ReadOf::Option(option) => WhichJson {
            issue: issue(option.issue),
            option: Some(table.option(option).id.clone()),
            interest,
            ..WhichJson::default()
        },
        ReadOf::Amount(at) => WhichJson { issue: issue(at), interest, ..WhichJson::default() },
    }
}

fn outcome(table: &Table, value: Option<f64>, outcome: &Outcome) -> OutcomeJson {
    let told = |package: &Package| choices(table, package);
    match outcome {
        Outcome::Same => OutcomeJson { value, answer: "same", choices: None, loss: None },
        Outcome::Unknown => OutcomeJson { value, answer: "unknown", choices: None, loss: None },
        Outcome::Other { package: None, .. } => OutcomeJson { value, answer: "none", choices: None, loss: None },
        Outcome::Other { package: Some(package), loss } => OutcomeJson {
            value,
            answer: if loss.is_some() { "other" } else { "lost" },
            choices: Some(told(package)),
            loss: loss.as_ref().map(nearest_f64),
        },
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Agreed => "agreed",
        Status::Contested => "contested",
        Status::Assumed => "assumed",
        Status::Invented => "invented",
    }
}
