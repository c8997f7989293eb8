//! What is negotiated: parties, interests, issues, options, rules, worlds and packages.
//!
//! Pure data without input or output. A [`Table`] in hand holds legal numbers and names that resolve; it may be
//! half-built. A [`Ready`] table has everything that scoring and solving need.

mod count;
mod disclosure;
mod index;
mod interest;
mod issue;
mod narrative;
mod number;
mod openness;
mod package;
mod party;
mod process;
mod rational;
mod reaction;
mod rule;
mod table;
mod text;
mod world;

pub use count::Count;
pub use disclosure::{Content, Disclosure, Part, ShownPackage};
pub use index::{AttributeId, InterestId, IssueId, OptionId, PartyId, RuleId, WorldId};
pub use interest::{Attribute, Interest, Remark, Status, Subject};
pub use issue::{Curve, Division, Does, Issue, IssueKind, IssueOption, Provision, Quantity, Recipient, Reference};
pub use narrative::{Clause, Criterion, Fact, HomeText, ImpactNode, Inject, Level, Narrative, Neutral, SpokenAnswer};
pub use number::{NumberError, integer, nearest_f64, parse_exact, sum_of_products, write_exact, write_range};
pub use openness::{Audience, Datum, Openness};
pub use package::{Decision, NamedPackage, Package};
pub use party::{Attendance, Heard, NoDeal, NoDealRange, NoDealValue, Party, Reading, Said, Weights};
pub use process::{CheckId, Phase, Silenced};
pub use rational::Rational;
pub use reaction::{Reaction, Support};
pub use rule::{AttributeSum, Comparison, Condition, Limit, RatifyingBody, Rule, RuleForm};
pub use table::{Interaction, Missing, Ready, Scale, Table};
pub use text::{Language, Text, free_name};
pub use world::{Change, World};
