//! What the checks look at: the table, and what is known of its packages.

use std::collections::BTreeMap;

use crate::analysis::ZoneCounts;
use crate::domain::{InterestId, OptionId, PartyId, Rational, Table, WorldId};
use crate::valuation::{Assessment, Circumstances, assess, breakdown};

/// A table, and what is known of it.
#[derive(Debug)]
pub struct Seen<'a> {
    /// The table.
    pub table: &'a Table,
    /// How many packages work for whom, where that was counted.
    pub zone: Option<&'a ZoneCounts>,
    /// The parties whose weights or effects changed since they said what they have without an agreement, as far as it is
    /// known what was there before.
    pub no_deals_to_ask: Vec<PartyId>,
    circumstances: Option<Circumstances<'a>>,
    assessments: Vec<Assessment>,
}

impl<'a> Seen<'a> {
    /// Looks at a table, in its base world.
    #[must_use]
    pub fn new(table: &'a Table, zone: Option<&'a ZoneCounts>) -> Self {
        let circumstances = table.ready().ok().map(|ready| Circumstances::new(ready, WorldId::BASE));
        let assessments = circumstances.iter().flat_map(|circumstances| {
            table.narrative.packages.iter().map(move |named| assess(circumstances, &named.package))
        });
        let assessments = assessments.collect();
        Self { table, zone, no_deals_to_ask: Vec::new(), circumstances, assessments }
    }

    /// The packages with a name, by position, and how each stands; none while the table can't be scored.
    pub(super) fn packages(&self) -> impl Iterator<Item = (usize, &Assessment)> {
        self.assessments.iter().enumerate()
    }

    /// What the package at a position adds to each interest of a party, in points of its score.
    pub(super) fn by_interest(&self, at: usize, party: PartyId) -> BTreeMap<InterestId, Rational> {
        let package = &self.table.narrative.packages[at].package;
        let cells = self.circumstances.as_ref().and_then(|known| breakdown(known, party, package));
        let mut sums: BTreeMap<InterestId, Rational> = BTreeMap::new();
        for ((_, interest), points) in cells.into_iter().flat_map(|breakdown| breakdown.cells) {
            *sums.entry(interest).or_default() += points;
        }
        sums
    }

    /// Whether some decision of the package at a position does harm to what somebody weighs.
    pub(super) fn costs_anybody(&self, at: usize) -> bool {
        let package = &self.table.narrative.packages[at].package;
        let harms = |party: PartyId| {
            let cells = self.circumstances.as_ref().and_then(|known| breakdown(known, party, package));
            cells.is_some_and(|cells| cells.cells.values().any(|points| *points < Rational::default()))
        };
        self.table.parties.keys().any(harms)
    }

    /// The effect of an option on an interest, as a party reads it.
    pub(super) fn effect(&self, party: PartyId, option: OptionId, interest: InterestId) -> Rational {
        let own = self.table.parties[party].readings.options.get(&(option, interest));
        own.or_else(|| self.table.option(option).does.effects.get(&interest)).cloned().unwrap_or_default()
    }

    /// The share of each interest in what a party weighs; only those that weigh anything.
    pub(super) fn shares(&self, party: PartyId) -> BTreeMap<InterestId, Rational> {
        let weights = self.table.parties[party].weights.values();
        let zero = Rational::default();
        let total: Rational = weights.values().sum();
        let weighed = weights.into_iter().filter(|(_, weight)| *weight > zero);
        weighed.map(|(interest, weight)| (interest, weight / &total)).collect()
    }
}
