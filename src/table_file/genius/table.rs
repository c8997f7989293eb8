//! From a domain and its profiles to a table: a party per profile, an interest per party and issue.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::domain::{Domain, DomainIssue, Kind};
use super::names::{Names, text};
use super::worth::{Effects, Worth};
use crate::domain::{
    Does, Interest, InterestId, Issue, IssueKind, IssueOption, Language, Narrative, NoDeal, NoDealValue, Party,
    Quantity, Rational, Reference, Scale, Table, Text, Weights, World,
};
use crate::table_file::names::Spelling;
use crate::table_file::reader::written;
use crate::table_file::worlds::BASE_WORLD;

/// What one profile comes to.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// What its party is called, for people.
    pub(super) name: String,
    /// What each issue is worth to it, in the order of the domain.
    pub(super) worths: Vec<Worth>,
    /// The score of no agreement.
    pub(super) no_deal: Rational,
}

/// Puts a table together.
pub(super) fn table(name: &str, domain: &Domain, members: &[Member]) -> Table {
    let mut party_names = Names::new(Spelling::Free, "party");
    let mut issue_names = Names::new(Spelling::InChoices, "issue");
    let parties: Vec<String> = members.iter().map(|member| party_names.name(&member.name)).collect();
    let issues: Vec<String> = domain.issues.iter().map(|issue| issue_names.name(&issue.name)).collect();
    let interests = interests(&parties, &issues);
    let table_issues = domain.issues.iter().enumerate().map(|(at, issue)| {
        let worths = members.iter().map(|member| &member.worths[at]).enumerate();
        let worths = worths.map(|(party, worth)| (interest_at(party, at, issues.len()), worth)).collect();
        one_issue(&issues[at], issue, worths)
    });
    Table {
        id: Names::new(Spelling::Free, "table").name(name),
        title: text(name),
        language: Language::default(),
        scale: Scale::Points,
        frozen: true,
        narrative: Narrative::default(),
        issues: table_issues.collect(),
        interests,
        attributes: TiVec::new(),
        parties: members.iter().zip(&parties).enumerate().map(|(at, (member, id))| party(at, id, member)).collect(),
        interactions: Vec::new(),
        rules: TiVec::new(),
        worlds: [World::unchanged(BASE_WORLD)].into_iter().collect(),
    }
}

/// The interest of the party at one position in the issue at the other.
fn interest_at(party: usize, issue: usize, issues: usize) -> InterestId {
    InterestId::from(party * issues + issue)
}

fn interests(parties: &[String], issues: &[String]) -> TiVec<InterestId, Interest> {
    let mut names = Names::new(Spelling::InSums, "interest");
    let pairs = parties.iter().flat_map(|party| issues.iter().map(move |issue| (party, issue)));
    let interests =
        pairs.map(|(party, issue)| Interest { id: names.name(&format!("{party}.{issue}")), text: pair(party, issue) });
    interests.collect()
}

fn pair(party: &str, issue: &str) -> Text {
    Text::Plain(format!("{party}: {issue}"))
}

fn party(at: usize, id: &str, member: &Member) -> Party {
    let weights = member.worths.iter().enumerate();
    let weights = weights.map(|(issue, worth)| (interest_at(at, issue, member.worths.len()), worth.weight.clone()));
    let value = NoDealValue::Score(member.no_deal.clone());
    Party {
        name: text(&member.name),
        weights: Weights::Numbers(weights.collect()),
        no_deal: Some(NoDeal { value, reason: None, range: None }),
        ..Party::named(id)
    }
}

fn one_issue(id: &str, issue: &DomainIssue, worths: Vec<(InterestId, &Worth)>) -> Issue {
    let kind = match &issue.kind {
        Kind::Discrete(values) => IssueKind::Choice(options(values, &worths)),
        // One amount only is no range.
        Kind::Numeric(from, to, _) if from == to => IssueKind::Choice(options(&[written(from)], &worths)),
        Kind::Numeric(from, to, _) => IssueKind::Quantity(Box::new(quantity((from, to), issue.step.as_ref(), &worths))),
    };
    Issue { id: id.to_owned(), text: text(&issue.name), outside: false, bundle: None, today: None, parked: false, kind }
}

fn options(values: &[String], worths: &[(InterestId, &Worth)]) -> Vec<IssueOption> {
    let mut names = Names::new(Spelling::InChoices, "option");
    let options = values.iter().enumerate().map(|(at, value)| {
        let effects = worths.iter().filter_map(|(interest, worth)| match &worth.effects {
            Effects::Values(effects) => Some((*interest, effects[at].clone())),
            Effects::Amounts(_) => None,
        });
        // An interest that isn't named gets nothing anyway.
        let effects = effects.filter(|(_, effect)| *effect != Rational::default()).collect();
        IssueOption {
            id: names.name(value),
            text: text(value),
            does: Does { effects, attributes: BTreeMap::new() },
            provision: None,
            in_reference: true,
            remarks: BTreeMap::new(),
        }
    });
    options.collect()
}

fn quantity(bounds: (&Rational, &Rational), step: Option<&Rational>, worths: &[(InterestId, &Worth)]) -> Quantity {
    let effects = worths.iter().filter_map(|(interest, worth)| match &worth.effects {
        Effects::Amounts(curve) => Some((*interest, curve.clone())),
        Effects::Values(_) => None,
    });
    Quantity {
        from: bounds.0.clone(),
        to: bounds.1.clone(),
        step: step.cloned(),
        unit: None,
        does: Does { effects: effects.collect(), attributes: BTreeMap::new() },
        reference: Reference::Whole,
        remarks: BTreeMap::new(),
    }
}
