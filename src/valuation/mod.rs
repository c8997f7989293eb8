//! What a package is worth: scores, gains, their breakdown, kept and broken rules, the bill, ratification.
//!
//! Everything is computed in exact arithmetic straight from the table, and knows nothing of any solver: this is the
//! court that every proposal of a solver has to pass.

mod alternatives;
mod assess;
mod breakdown;
mod circumstances;
mod geometric;
mod rules;
mod scorer;
mod yardstick;

pub use alternatives::{extremes, notable_amounts, notable_splits, options, reference};
pub use assess::{
    Assessment, PartyAssessment, RatificationAssessment, RatificationStatus, assess, assess_change, meets,
};
pub use breakdown::{Breakdown, breakdown};
pub use circumstances::Circumstances;
pub use geometric::nash;
pub use rules::{Bill, RuleAssessment, assess_rule, holds, on_interest};
pub use scorer::Scorer;
pub use yardstick::{Yardstick, is_reference};
