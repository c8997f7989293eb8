//! What parties say of packages: the five-step scale, and whose last word is a no.

use super::{Attendance, InterestId, Narrative, Package, PartyId, Table, Text};

/// What a party said of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// Who said it.
    pub party: PartyId,
    /// Of which choices, whatever they are called.
    pub package: Package,
    /// On the five-step scale.
    pub support: Support,
    /// The interest that it says it for.
    pub interest: Option<InterestId>,
    /// In its own words.
    pub because: Option<Text>,
}

/// The five-step scale of support for a package, and whether somebody said yes at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// No.
    No,
    /// No, unless something changes.
    NoUnless,
    /// Nothing was said.
    Unknown,
    /// Yes, with a question.
    YesWithQuestion,
    /// Yes.
    Yes,
    /// Wholeheartedly yes.
    FullYes,
}

impl Support {
    /// Whether it is a no, with or without a way out.
    #[must_use]
    pub fn is_no(self) -> bool {
        matches!(self, Self::No | Self::NoUnless)
    }
}

impl Narrative {
    /// The last word of every party on every package of which it said something, in the order in which they were said.
    #[must_use]
    pub fn last_words(&self) -> Vec<&Reaction> {
        let of_same = |one: &Reaction, other: &Reaction| one.party == other.party && one.package == other.package;
        let is_last = |(at, reaction): &(usize, &Reaction)| {
            self.reactions[at + 1..].iter().all(|later| !of_same(later, reaction))
        };
        self.reactions.iter().enumerate().filter(is_last).map(|(_, reaction)| reaction).collect()
    }

    /// What a party said last of exactly these choices.
    #[must_use]
    pub fn last_word(&self, party: PartyId, package: &Package) -> Option<&Reaction> {
        self.reactions.iter().rfind(|said| said.party == party && said.package == *package)
    }

    /// What was said last of exactly these choices, by each party that said something, in the order of the parties.
    #[must_use]
    pub fn said_of(&self, package: &Package) -> Vec<&Reaction> {
        let mut said = self.last_words();
        said.retain(|reaction| reaction.package == *package && reaction.support != Support::Unknown);
        said.sort_by_key(|reaction| reaction.party);
        said
    }

    /// The last words on exactly these choices that are a no.
    #[must_use]
    pub fn spoken_no(&self, package: &Package) -> Vec<&Reaction> {
        let mut said = self.said_of(package);
        said.retain(|reaction| reaction.support.is_no());
        said
    }

    /// What the table calls these choices; `None` if they have no name.
    #[must_use]
    pub fn name_of(&self, package: &Package) -> Option<&str> {
        self.packages.iter().find(|named| named.package == *package).map(|named| named.id.as_str())
    }
}

impl Table {
    /// Whether the last word on exactly these choices of somebody whose agreement is needed is a no. It counts above
    /// whatever the numbers say.
    #[must_use]
    pub fn is_refused(&self, package: &Package) -> bool {
        let is_needed = |party: PartyId| self.parties[party].attendance == Attendance::Needed;
        self.narrative.spoken_no(package).into_iter().any(|said| is_needed(said.party))
    }
}
