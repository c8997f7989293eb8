//! Typed positions: an id of one kind can't be used where another is meant.

use std::fmt::Debug;

macro_rules! typed_index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl From<usize> for $name {
            /// Positions stay below the caps that the table file enforces, far under 65,536.
            fn from(position: usize) -> Self {
                Self(u16::try_from(position).unwrap_or(u16::MAX))
            }
        }

        impl From<$name> for usize {
            fn from(id: $name) -> Self {
                Self::from(id.0)
            }
        }
    )*};
}

typed_index! {
    /// The position of a party in [`Table::parties`](super::Table::parties).
    PartyId;
    /// The position of an interest in [`Table::interests`](super::Table::interests).
    InterestId;
    /// The position of an attribute in [`Table::attributes`](super::Table::attributes).
    AttributeId;
    /// The position of an issue in [`Table::issues`](super::Table::issues).
    IssueId;
    /// The position of a hard rule in [`Table::rules`](super::Table::rules).
    RuleId;
    /// The position of a world in [`Table::worlds`](super::Table::worlds); the base world is [`WorldId::BASE`].
    WorldId;
}

impl WorldId {
    /// The table's own world: what the file says without any override.
    pub const BASE: Self = Self(0);
}

/// One option of one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId {
    /// The issue that the option decides.
    pub issue: IssueId,
    /// The position of the option among those of its issue, in the order of the file.
    pub index: u16,
}

impl OptionId {
    /// Names the option at `position` of `issue`.
    #[must_use]
    pub fn new(issue: IssueId, position: usize) -> Self {
        Self { issue, index: u16::try_from(position).unwrap_or(u16::MAX) }
    }

    /// The position of the option among those of its issue.
    #[must_use]
    pub fn position(self) -> usize {
        usize::from(self.index)
    }
}
