//! Why parties care, and the facts that options carry.

use super::{AttributeId, InterestId, Text};

/// A reason why parties care. Shared by name: two parties with the same interest weigh the same row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// The short name used in effect lines, such as `KO`.
    pub id: String,
    /// The interest in words.
    pub text: Text,
}

/// A fact with a unit that options and amounts carry; hard rules speak about these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The short name used in rules, such as `cost`.
    pub id: String,
    /// The attribute in words.
    pub text: Text,
    /// What one of it is.
    pub unit: Option<Text>,
}

/// How well a fact or a judgement is established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everybody at the table takes it as given.
    Agreed,
    /// Somebody disputes it.
    Contested,
    /// Nobody has confirmed it yet.
    Assumed,
    /// Made up for training.
    Invented,
}

/// Which cell of an option or amount a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The effect on an interest.
    Effect(InterestId),
    /// An attribute.
    Attribute(AttributeId),
}

/// Where a cell comes from and how well it is established.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Who or what says so.
    pub source: Option<Text>,
    /// How well it is established.
    pub status: Option<Status>,
}
