//! States of things outside the table that may come true.

use std::collections::BTreeMap;

use super::{
    AttributeId, Curve, Does, InterestId, IssueId, Limit, NoDeal, OptionId, PartyId, Rational, RuleId, Text, WorldId,
};

/// A state of things outside the table, told as what it changes.
///
/// The first world of a table is its base world: it has a name and changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The name used in files and commands.
    pub id: String,
    /// The world in words.
    pub text: Option<Text>,
    /// The world whose changes hold here too, unless restated.
    pub based_on: WorldId,
    /// What options do instead.
    pub options: BTreeMap<OptionId, Change<Rational>>,
    /// What amounts do instead.
    pub amounts: BTreeMap<IssueId, Change<Curve>>,
    /// Limits that hold instead.
    pub limits: BTreeMap<RuleId, Limit>,
    /// What parties have without an agreement instead.
    pub no_deals: BTreeMap<PartyId, NoDeal>,
}

impl World {
    /// A world that changes nothing.
    #[must_use]
    pub fn unchanged(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            text: None,
            based_on: WorldId::BASE,
            options: BTreeMap::new(),
            amounts: BTreeMap::new(),
            limits: BTreeMap::new(),
            no_deals: BTreeMap::new(),
        }
    }
}

/// What an option or amount does instead; a part that isn't stated stays as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<V> {
    /// All its effects in this world.
    pub effects: Option<BTreeMap<InterestId, V>>,
    /// All its attributes in this world.
    pub attributes: Option<BTreeMap<AttributeId, V>>,
}

impl<V: Clone> Change<V> {
    /// Returns `does` with this change applied.
    #[must_use]
    pub fn apply(&self, does: &Does<V>) -> Does<V> {
        Does {
            effects: self.effects.clone().unwrap_or_else(|| does.effects.clone()),
            attributes: self.attributes.clone().unwrap_or_else(|| does.attributes.clone()),
        }
    }
}
