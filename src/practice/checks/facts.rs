//! The check of what rests on disputed facts.

use std::collections::BTreeMap;

use super::{About, Finding, Seen, Told};
use crate::domain::{CheckId, InterestId, OptionId, PartyId, Status, Subject, Table};
use crate::explain::{disputed_cells, resting};

/// C25: a rule or effect rests on a contested fact, or is disputed where it stands.
pub(super) fn contested(seen: &Seen<'_>) -> Vec<Finding> {
    of_facts(seen.table).chain(of_cells(seen.table)).collect()
}

fn of_facts(table: &Table) -> impl Iterator<Item = Finding> {
    let disputed = table.narrative.facts.iter().enumerate().filter(|(_, fact)| fact.status == Status::Contested);
    disputed.filter_map(move |(at, fact)| {
        let rests = resting(table, fact);
        let finding = Finding::new(CheckId::C25, About::Fact(at));
        let by: Vec<PartyId> = fact.contested_by.clone();
        let finding = finding.with("parties", Told::Parties(by));
        match (rests.rules.first(), rests.options.is_empty(), rests.attributes.is_empty()) {
            (Some(rule), ..) => Some(finding.saw("rule").with("rule", Told::Rule(*rule))),
            (None, false, _) => Some(finding.with("options", Told::Options(rests.options))),
            // Every limit that counts the attribute rests on the fact that is called as it is.
            (None, true, false) => Some(finding.saw("attribute")),
            (None, true, true) => None,
        }
    })
}

fn of_cells(table: &Table) -> impl Iterator<Item = Finding> {
    let mut cells: BTreeMap<OptionId, Vec<InterestId>> = BTreeMap::new();
    for (option, subject) in disputed_cells(table) {
        let interests = cells.entry(option).or_default();
        if let Subject::Effect(interest) = subject {
            interests.push(interest);
        }
    }
    cells.into_iter().map(|(option, interests)| {
        let finding = Finding::new(CheckId::C25, About::Option(option));
        if interests.is_empty() {
            finding.saw("carries")
        } else {
            finding.saw("cell").with("interests", Told::Interests(interests))
        }
    })
}
