//! What was shown to whom.

use super::text::word_of;
use super::{PartyId, Rational};

/// Something that somebody was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Who saw it; nothing: everybody, on the shared screen.
    pub to: Option<PartyId>,
    /// What it was.
    pub content: Content,
}

/// What can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A sentence.
    Line(String),
    /// A part of the table: as far as it is open, and as it is whenever somebody looks.
    Part(Part),
    /// A package, as it was then.
    Package(ShownPackage),
}

/// A part of the table that can be on the shared screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What can be decided.
    Issues,
    /// What parties need, of those who opened that.
    Interests,
    /// What parties demand, of those who opened that.
    Positions,
    /// What parties have without an agreement, of those who opened that.
    NoDeals,
    /// Where parties judge effects otherwise, of those who opened that.
    Readings,
    /// Who must say yes at home, of those who opened that.
    Ratification,
    /// What parties said of packages, of those who opened that.
    Reactions,
    /// What is known.
    Facts,
    /// Standards of what is fair.
    Criteria,
    /// Hard rules and who holds to them.
    Rules,
    /// What may come.
    Worlds,
}

impl Part {
    /// As files and commands call them.
    pub const WORDS: [(&str, Self); 11] = [
        ("issues", Self::Issues),
        ("interests", Self::Interests),
        ("positions", Self::Positions),
        ("no-deals", Self::NoDeals),
        ("readings", Self::Readings),
        ("ratification", Self::Ratification),
        ("reactions", Self::Reactions),
        ("facts", Self::Facts),
        ("criteria", Self::Criteria),
        ("rules", Self::Rules),
        ("worlds", Self::Worlds),
    ];

    /// As files and commands call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        word_of(&Self::WORDS, self)
    }
}

/// A package as it was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPackage {
    /// What it was called.
    pub name: String,
    /// Its choices, as they are typed.
    pub choices: String,
    /// Whether it was told that everybody can live with it; nothing if that was kept.
    pub verdict: Option<bool>,
    /// For how many it was told to be ample, just enough, and below no deal; without names.
    pub bands: Option<[usize; 3]>,
    /// The score of the party that saw it alone.
    pub score: Option<Rational>,
}
