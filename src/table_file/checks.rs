//! What only shows when the whole table is seen: rules about nothing, interests that nobody weighs or nothing serves.

use std::collections::BTreeSet;

use num_traits::Zero as _;

use super::reader::{Reader, shown};
use super::shapes::TableRecord;
use crate::diagnostic::{Code, Problem};
use crate::domain::{AttributeId, Curve, InterestId, IssueKind, Rational, Table};

impl<'a> Reader<'a> {
    /// Checks the table as a whole.
    pub(super) fn check_table(&self, table: &Table, file: &TableRecord<'a>) {
        let touched = Touched::by(table);
        let weighed: BTreeSet<InterestId> =
            table.parties.iter().flat_map(|party| party.weights.values().into_keys()).collect();
        for (id, interest) in table.interests.iter_enumerated() {
            let key = file.interests.0[usize::from(id)].0;
            let code = match (weighed.contains(&id), touched.interests.contains(&id)) {
                // A table without weights or issues is half-built, not doubtful.
                (false, true) if !weighed.is_empty() => Code::InterestNotWeighed,
                (_, false) if !table.issues.is_empty() => Code::InterestNotServed,
                _ => continue,
            };
            self.report(Problem::new(code).at(self.place(key.0, key)).with("name", shown(&interest.id)));
        }
        for (attribute, place) in self.mentioned.borrow().iter() {
            if !touched.attributes.contains(attribute) {
                let name = &table.attributes[*attribute].id;
                self.report(Problem::new(Code::AttributeNotCarried).at(place.clone()).with("name", shown(name)));
            }
        }
    }
}

/// The interests and attributes that some decision touches, in some world or reading.
#[derive(Debug, Default)]
struct Touched {
    interests: BTreeSet<InterestId>,
    attributes: BTreeSet<AttributeId>,
}

impl Touched {
    fn by(table: &Table) -> Self {
        let mut touched = Self::default();
        for issue in &table.issues {
            match &issue.kind {
                IssueKind::Choice(options) => options.iter().for_each(|option| {
                    touched.numbers(&option.does.effects);
                    touched.attributes.extend(option.does.attributes.keys());
                }),
                IssueKind::Quantity(quantity) => {
                    touched.curves(&quantity.does.effects);
                    touched.attributes.extend(quantity.does.attributes.keys());
                }
                IssueKind::Division(division) => division.recipients.iter().for_each(|recipient| {
                    touched.curves(&recipient.does.effects);
                    touched.attributes.extend(recipient.does.attributes.keys());
                }),
            }
        }
        for interaction in &table.interactions {
            touched.numbers(&interaction.does.effects);
            touched.attributes.extend(interaction.does.attributes.keys());
        }
        touched.otherwise(table);
        touched
    }

    /// What worlds and readings add.
    fn otherwise(&mut self, table: &Table) {
        for world in &table.worlds {
            for change in world.options.values() {
                change.effects.iter().for_each(|effects| self.numbers(effects));
                self.attributes.extend(change.attributes.iter().flat_map(|attributes| attributes.keys()));
            }
            for change in world.amounts.values() {
                change.effects.iter().for_each(|curves| self.curves(curves));
                self.attributes.extend(change.attributes.iter().flat_map(|attributes| attributes.keys()));
            }
        }
        for party in &table.parties {
            self.numbers(party.readings.options.iter().map(|((_, interest), effect)| (interest, effect)));
            self.curves(party.readings.amounts.iter().map(|((_, interest), curve)| (interest, curve)));
        }
    }

    fn numbers<'t>(&mut self, effects: impl IntoIterator<Item = (&'t InterestId, &'t Rational)>) {
        self.interests
            .extend(effects.into_iter().filter(|(_, effect)| !effect.is_zero()).map(|(interest, _)| *interest));
    }

    fn curves<'t>(&mut self, curves: impl IntoIterator<Item = (&'t InterestId, &'t Curve)>) {
        let moves = |curve: &Curve| curve.points().iter().any(|(_, value)| !value.is_zero());
        self.interests.extend(curves.into_iter().filter(|(_, curve)| moves(curve)).map(|(interest, _)| *interest));
    }
}
