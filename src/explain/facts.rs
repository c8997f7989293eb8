//! What rests on a fact: rules, options and attributes, as far as the file says so.

use std::collections::BTreeSet;

use crate::domain::{AttributeId, Fact, OptionId, RuleId, Status, Subject, Table};

/// What rests on a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resting {
    /// The hard rules that it names, or that are called as it is; by name.
    pub rules: Vec<RuleId>,
    /// The options that it names; by name.
    pub options: Vec<OptionId>,
    /// The attributes that are called as it is.
    pub attributes: Vec<AttributeId>,
}

/// What rests on `fact`.
#[must_use]
pub fn resting(table: &Table, fact: &Fact) -> Resting {
    let alike = table.rules.iter_enumerated().filter(|(_, rule)| rule.id == fact.id).map(|(id, _)| id);
    let rules: BTreeSet<RuleId> = fact.rules.iter().copied().chain(alike).collect();
    let mut rules: Vec<RuleId> = rules.into_iter().collect();
    rules.sort_by_key(|rule| &table.rules[*rule].id);
    let mut options = fact.options.clone();
    options.sort_by_key(|option| table.choice(*option));
    options.dedup();
    let attributes = table.attributes.iter_enumerated().filter(|(_, attribute)| attribute.id == fact.id);
    Resting { rules, options, attributes: attributes.map(|(id, _)| id).collect() }
}

/// The facts in the order in which they need attention: disputed, assumed, made up, agreed; each by name.
#[must_use]
pub fn facts_by_need(table: &Table) -> Vec<(Status, Vec<usize>)> {
    let facts = &table.narrative.facts;
    let of = |status: Status| {
        let mut found: Vec<usize> = (0..facts.len()).filter(|at| facts[*at].status == status).collect();
        found.sort_by_key(|at| &facts[*at].id);
        (status, found)
    };
    [Status::Contested, Status::Assumed, Status::Invented, Status::Agreed].map(of).into()
}

/// The cells of options that are disputed where they stand; by name of the option.
#[must_use]
pub fn disputed_cells(table: &Table) -> Vec<(OptionId, Subject)> {
    let cells = table.options().flat_map(|(id, option)| {
        let disputed = option.remarks.iter().filter(|(_, remark)| remark.status == Some(Status::Contested));
        disputed.map(move |(subject, _)| (id, *subject))
    });
    let mut cells: Vec<(OptionId, Subject)> = cells.collect();
    let name = |subject: &Subject| match subject {
        Subject::Effect(interest) => &table.interests[*interest].id,
        Subject::Attribute(attribute) => &table.attributes[*attribute].id,
    };
    cells.sort_by_key(|(option, subject)| (table.choice(*option), name(subject).clone()));
    cells
}
