//! Which solution concepts that need no comparison between people choose a package too.
//!
//! Adding gains up, or lifting the smallest, compares points of one person with points of another. The Nash solution and
//! that of Kalai and Smorodinsky don't: multiplying somebody's points by any number leaves them where they are. Where
//! these choose the same package, its choice doesn't hang on the comparison.

use std::sync::atomic::AtomicBool;

use crate::domain::Package;
use crate::optimize::{Answer, Found, Objective, Question, solve};
use crate::valuation::Circumstances;

/// Up to how many packages the other concepts are asked too: then they answer in the time of a breath.
const MOST_PACKAGES: u128 = 200_000;

/// A solution concept that needs no comparison between people, and whether it chooses the package in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concept {
    /// [`Objective::Nash`] or [`Objective::KalaiSmorodinsky`].
    pub objective: Objective,
    /// Whether it chooses the same package.
    pub agrees: bool,
}

/// Asks the concepts that need no comparison about the package that answers `question`.
///
/// Says nothing of questions that need no such comparison themselves, nor where floors are set aside, nor of tables too
/// large to ask twice more in passing.
#[must_use]
pub fn agreeing(
    circumstances: &Circumstances<'_>,
    question: &Question,
    found: &Found,
    flag: &AtomicBool,
) -> Vec<Concept> {
    let compares = matches!(question.objective, Objective::Joint | Objective::Fair);
    let is_small = found.packages.as_ref().is_some_and(|packages| *packages <= MOST_PACKAGES);
    if !compares || !question.floors || !is_small {
        return Vec::new();
    }
    let concept = |objective| {
        let choice = choice(circumstances, &Question { objective, ..question.clone() }, flag)?;
        Some(Concept { objective, agrees: choice == found.package })
    };
    [Objective::Nash, Objective::KalaiSmorodinsky].into_iter().filter_map(concept).collect()
}

/// The package that a concept chooses, where it has one of its own.
fn choice(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Option<Package> {
    match solve(circumstances, question, flag) {
        Ok(Answer::Proven(found)) if !found.is_fallback => Some(found.package),
        _ => None,
    }
}
