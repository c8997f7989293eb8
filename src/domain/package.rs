//! Packages: a decision on every issue.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::{IssueId, OptionId, Rational, Text};

/// What is decided on one issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// The position of the chosen option.
    Option(u16),
    /// The agreed amount.
    Amount(Rational),
    /// The share of each recipient.
    Shares(BTreeMap<String, Rational>),
}

/// A decision on every issue, in the order of the table's issues.
///
/// Its order is that of the file, not the canonical one: ties are decided by names, in `optimize`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Package {
    /// The decision per issue.
    pub decisions: TiVec<IssueId, Decision>,
}

impl Package {
    /// The options that are taken, in the order of the table's issues.
    pub fn options(&self) -> impl Iterator<Item = OptionId> {
        self.decisions.iter_enumerated().filter_map(|(issue, decision)| match decision {
            Decision::Option(index) => Some(OptionId { issue, index: *index }),
            Decision::Amount(_) | Decision::Shares(_) => None,
        })
    }
}

/// A package that the table knows by name: frozen choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPackage {
    /// The name, such as `naive` or `historic`.
    pub id: String,
    /// What it is, in words.
    pub text: Option<Text>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// The choices.
    pub package: Package,
}
