//! How the table stands, in the time of a breath: told with every change.

use std::sync::atomic::AtomicBool;

use crate::domain::{Missing, Package, Rational, Table, WorldId};
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

impl Pulse {
    /// The package that lifts the smallest gain most, where there is one.
    #[must_use]
    pub fn package(&self) -> Option<&Package> {
        match self {
            Self::Room { package, .. } => Some(package),
            Self::Unready(_) | Self::Unknown | Self::Nothing => None,
        }
    }
}

/// Whether two packages decide alike; an issue that was added since comes last.
#[must_use]
pub fn is_same(before: &Package, after: &Package) -> bool {
    let pairs = before.decisions.iter().zip(&after.decisions);
    before.decisions.len() <= after.decisions.len() && pairs.into_iter().all(|(before, after)| before == after)
}

/// How `table` stands in its base world; `None` where that takes longer than a breath.
#[must_use]
pub fn pulse(table: &Table, stop: &AtomicBool) -> Option<Pulse> {
    let ready = match table.ready() {
        Ok(ready) => ready,
        Err(missing) => return Some(Pulse::Unready(missing)),
    };
    if table.count_packages().is_none_or(|count| count > MOST_PACKAGES) {
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
