//! What a package must keep: hard rules, red lines, and what a constituency must find.

use std::collections::BTreeMap;

use super::{AttributeId, InterestId, OptionId, PartyId, Rational, Text};

/// A hard rule, with whose it is and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name used in answers.
    pub id: String,
    /// Whose rule it is.
    pub owner: Option<Text>,
    /// Why it holds, in words.
    pub reason: Option<Text>,
    /// What it demands.
    pub form: RuleForm,
}

/// What a rule demands. Every form is linear in the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleForm {
    /// Sums of attributes compared.
    Limit(Limit),
    /// An option that can't be taken.
    Forbid(OptionId),
    /// The first option only together with the second.
    Requires(OptionId, OptionId),
    /// Not both options.
    Excludes(OptionId, OptionId),
    /// At most so many of the options.
    AtMost(u32, Vec<OptionId>),
    /// At least so many of the options.
    AtLeast(u32, Vec<OptionId>),
    /// The sum of the effects on an interest, as the party reads them, not below a number.
    RedLine {
        /// Whose red line it is.
        party: PartyId,
        /// On which interest.
        interest: InterestId,
        /// The smallest sum of effects.
        at_least: Rational,
    },
}

/// Two sums of attributes and how they must compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is used.
    pub used: AttributeSum,
    /// How they compare.
    pub comparison: Comparison,
    /// What there is.
    pub room: AttributeSum,
}

/// A constant plus multiples of attributes, summed over the decisions of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributeSum {
    /// The part that doesn't depend on the package.
    pub constant: Rational,
    /// The factor of each attribute.
    pub terms: BTreeMap<AttributeId, Rational>,
}

/// How two sums must compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
}

impl Comparison {
    /// Whether `used` and `room` compare as demanded.
    #[must_use]
    pub fn holds(self, used: &Rational, room: &Rational) -> bool {
        match self {
            Self::AtMost => used <= room,
            Self::AtLeast => room <= used,
            Self::Equal => used == room,
        }
    }
}

/// Someone at a party's home who must say yes, and what they must find in the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatifyingBody {
    /// Its name.
    pub body: Text,
    /// What it must find; empty while its rule is unknown, which never counts as passed.
    pub conditions: Vec<Condition>,
}

/// What a ratifying body must find in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The score of some party at least so much.
    Score {
        /// Whose score.
        party: PartyId,
        /// The smallest score.
        at_least: Rational,
    },
    /// What a hard rule may demand.
    Rule(RuleForm),
}
