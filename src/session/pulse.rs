//! How the table stands, in the time of a breath: told with every change.

use std::sync::atomic::AtomicBool;

use num_traits::ToPrimitive as _;

use crate::domain::{IssueKind, Missing, Package, Rational, Table, WorldId};
use crate::optimize::{Answer, Objective, Question, solve};
use crate::valuation::{Circumstances, assess};

/// Up to how many packages the pulse is felt: a person waits for it at every change.
const MOST_PACKAGES: u128 = 200_000;

/// How a table stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Pulse {
    /// It can't be scored yet.
    Unready(Vec<Missing>),
    /// Without a no-deal that is known, nothing can be gained.
    Unknown,
    /// No package is acceptable.
    Nothing,
    /// The package that lifts the smallest gain most.
    Room {
        /// The smallest gain, in points.
        smallest: Rational,
        /// The package.
        package: Package,
    },
}

/// How `table` stands in its base world; `None` where that takes longer than a breath.
#[must_use]
pub fn pulse(table: &Table, stop: &AtomicBool) -> Option<Pulse> {
    let ready = match table.ready() {
        Ok(ready) => ready,
        Err(missing) => return Some(Pulse::Unready(missing)),
    };
    if size(table).is_none_or(|size| size > MOST_PACKAGES) {
        return None;
    }
    let circumstances = Circumstances::new(ready, WorldId::BASE);
    match solve(&circumstances, &Question::new(Objective::Fair), stop) {
        Ok(Answer::Proven(found)) => {
            let smallest = assess(&circumstances, &found.package).smallest_gain()?;
            Some(Pulse::Room { smallest, package: found.package })
        }
        Ok(Answer::Infeasible(_)) => Some(Pulse::Nothing),
        Ok(_) => None,
        Err(_) => Some(Pulse::Unknown),
    }
}

/// How many packages there are; `None` with continuous amounts or divisions.
fn size(table: &Table) -> Option<u128> {
    let mut decisions = table.issues.iter().map(|issue| match &issue.kind {
        _ if issue.parked => Some(1),
        IssueKind::Choice(options) => u128::try_from(options.len()).ok(),
        IssueKind::Quantity(quantity) => quantity.steps().as_ref().and_then(Rational::to_u128),
        IssueKind::Division(_) => None,
    });
    decisions.try_fold(1_u128, |product, factor| Some(product.saturating_mul(factor?)))
}
