//! Who may see what of a party.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::text::word_of;
use super::{PartyId, Reading, Table, Weights};

/// What of a party is opened or kept as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Datum {
    /// What it demands.
    Positions,
    /// What it needs.
    Interests,
    /// How much each interest weighs.
    Weights,
    /// Where it judges an effect otherwise than the table does.
    Readings,
    /// What it has without an agreement.
    NoDeal,
    /// Who at home must say yes to what.
    Ratification,
    /// What it said of packages.
    Reactions,
}

/// Who may see a datum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Everybody at the table.
    Open,
    /// The party itself and who leads the talks.
    #[default]
    Moderator,
    /// The party itself, on its own screen and sheet; who leads the talks has it computed with, and doesn't read it.
    Own,
}

/// Who may see each datum of a party; what isn't named is for the party and who leads the talks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// Who may see it, per datum.
    pub audiences: BTreeMap<Datum, Audience>,
}

impl Datum {
    /// As files and commands call them.
    pub const WORDS: [(&str, Self); 7] = [
        ("positions", Self::Positions),
        ("interests", Self::Interests),
        ("weights", Self::Weights),
        ("readings", Self::Readings),
        ("no-deal", Self::NoDeal),
        ("ratification", Self::Ratification),
        ("reactions", Self::Reactions),
    ];

    /// As files and commands call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }
}

impl Audience {
    /// As files and commands call them.
    pub const WORDS: [(&str, Self); 3] = [("open", Self::Open), ("moderator", Self::Moderator), ("own", Self::Own)];

    /// As files and commands call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }
}

impl Openness {
    /// Who may see a datum.
    #[must_use]
    pub fn of(&self, datum: Datum) -> Audience {
        self.audiences.get(&datum).copied().unwrap_or_default()
    }

    /// Whether everybody may see a datum.
    #[must_use]
    pub fn is_open(&self, datum: Datum) -> bool {
        self.of(datum) == Audience::Open
    }

    /// Whether a datum is for the party's own eyes.
    #[must_use]
    pub fn is_own(&self, datum: Datum) -> bool {
        self.of(datum) == Audience::Own
    }

    /// What is for the party's own eyes.
    pub fn own(&self) -> impl Iterator<Item = Datum> {
        self.audiences.iter().filter(|(_, to)| **to == Audience::Own).map(|(datum, _)| *datum)
    }
}

impl Table {
    /// The table as a party is read from it by who leads the talks: without what is for that party's own eyes.
    ///
    /// Good for listing what is recorded, not for computing: what is left out is missing.
    #[must_use]
    pub fn without_own(&self, party: PartyId) -> Cow<'_, Self> {
        let own: Vec<Datum> = self.parties[party].openness.own().collect();
        if own.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut table = self.clone();
        let content = &mut table.parties[party];
        for datum in own {
            match datum {
                Datum::Positions => content.positions.clear(),
                Datum::Interests => {
                    content.weights = Weights::Numbers(BTreeMap::new());
                    content.said.clear();
                    content.interview.clear();
                }
                Datum::Weights => content.weights = Weights::Numbers(BTreeMap::new()),
                Datum::Readings => content.readings = Reading::default(),
                Datum::NoDeal => {
                    content.no_deal = None;
                    table.worlds.iter_mut().for_each(|world| drop(world.no_deals.remove(&party)));
                }
                Datum::Ratification => {
                    content.ratification.clear();
                    content.mandates.clear();
                    content.levels.clear();
                }
                Datum::Reactions => table.narrative.reactions.retain(|said| said.party != party),
            }
        }
        Cow::Owned(table)
    }
}
