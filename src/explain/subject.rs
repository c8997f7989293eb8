//! What of a table somebody wants to look at.

use crate::domain::{AttributeId, InterestId, IssueId, OptionId, PartyId, RuleId, WorldId};

/// A part of a table that can be shown by itself. Not to be mixed up with what a remark is about, which is a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The whole table on one screen.
    Table,
    /// A party.
    Party(PartyId),
    /// An interest.
    Interest(InterestId),
    /// An attribute.
    Attribute(AttributeId),
    /// An issue.
    Issue(IssueId),
    /// An option of a choice.
    Option(OptionId),
    /// A hard rule.
    Rule(RuleId),
    /// A world.
    World(WorldId),
    /// The position of a fact among those of the table.
    Fact(usize),
    /// The position of an outside standard among those of the table.
    Criterion(usize),
    /// The position of a named package among those of the table.
    Package(usize),
}
