//! What only shows when the whole table is seen: rules about nothing, interests that nobody weighs or nothing serves.

use std::collections::BTreeSet;

use num_traits::Zero as _;

use super::reader::{Reader, shown};
use super::shapes::TableRecord;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Curve, InterestId, IssueKind, Rational, Table};

impl<'a> Reader<'a> {
    /// Checks the table as a whole.
    pub(super) fn check_table(&self, table: &Table, file: &TableRecord<'a>) {
        // What can't be read may carry the attribute.
        if !self.has_gaps.get() {
            self.check_mentioned(table);
        }
        // With errors about, what they hide may well serve the interest.
        if !self.has_errors() {
            self.check_interests(table, file);
        }
    }

    /// Reports attributes in limits that no decision carries.
    fn check_mentioned(&self, table: &Table) {
        let carried = self.carried.borrow();
        for (attribute, place) in self.mentioned.borrow().iter() {
            if !carried.contains(attribute) {
                let name = &table.attributes[*attribute].id;
                self.report(Problem::new(Code::AttributeNotCarried).at(place.clone()).with("name", shown(name)));
            }
        }
    }

    fn check_interests(&self, table: &Table, file: &TableRecord<'a>) {
        let served = served(table);
        let weighed: BTreeSet<InterestId> =
            table.parties.iter().flat_map(|party| party.weights.values().into_keys()).collect();
        for (id, interest) in table.interests.iter_enumerated() {
            let key = file.interests.0[usize::from(id)].0;
            let code = match (weighed.contains(&id), served.contains(&id)) {
                // A table without weights or issues is half-built, not doubtful.
                (false, true) if !weighed.is_empty() => Code::InterestNotWeighed,
                (_, false) if !table.issues.is_empty() => Code::InterestNotServed,
                _ => continue,
            };
            self.report(Problem::new(code).at(self.place(key.0, key)).with("name", shown(&interest.id)));
        }
    }
}

/// The interests for which some decision does something, in some world or reading.
fn served(table: &Table) -> BTreeSet<InterestId> {
    let mut served = BTreeSet::new();
    let mut number = |interest: &InterestId, effect: &Rational| {
        if !effect.is_zero() {
            served.insert(*interest);
        }
    };
    for (_, option) in table.options() {
        option.does.effects.iter().for_each(|(interest, effect)| number(interest, effect));
    }
    for interaction in &table.interactions {
        interaction.does.effects.iter().for_each(|(interest, effect)| number(interest, effect));
    }
    for change in table.worlds.iter().flat_map(|world| world.options.values()) {
        change.effects.iter().flatten().for_each(|(interest, effect)| number(interest, effect));
    }
    for party in &table.parties {
        party.readings.options.iter().for_each(|((_, interest), effect)| number(interest, effect));
    }
    served.extend(served_by_amounts(table));
    served
}

fn served_by_amounts(table: &Table) -> BTreeSet<InterestId> {
    let mut served = BTreeSet::new();
    let mut curve = |interest: &InterestId, curve: &Curve| {
        if curve.points().iter().any(|(_, value)| !value.is_zero()) {
            served.insert(*interest);
        }
    };
    for issue in &table.issues {
        match &issue.kind {
            IssueKind::Choice(_) => {}
            IssueKind::Quantity(quantity) => quantity.does.effects.iter().for_each(|(id, value)| curve(id, value)),
            IssueKind::Division(division) => {
                let cells = division.recipients.iter().flat_map(|recipient| &recipient.does.effects);
                cells.for_each(|(id, value)| curve(id, value));
            }
        }
    }
    for change in table.worlds.iter().flat_map(|world| world.amounts.values()) {
        change.effects.iter().flatten().for_each(|(id, value)| curve(id, value));
    }
    for party in &table.parties {
        party.readings.amounts.iter().for_each(|((_, interest), value)| curve(interest, value));
    }
    served
}
