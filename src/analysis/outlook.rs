//! The frontier as people look at it: where the best-known packages lie, and a handful of different shape.

use std::sync::atomic::AtomicBool;

use super::packages::spread;
use super::whynot::package_of;
use crate::domain::{Package, PartyId};
use crate::optimize::{Answer, Conflict, Frontier, MOST_STATES, Objective, Question, Refusal, Scope, frontier, solve};
use crate::valuation::Circumstances;

/// How many packages of different shape are shown.
const HANDFUL: usize = 4;
/// Up to how many packages the objectives are asked too: then they answer in the time of a breath.
const MOST_PACKAGES: u128 = 200_000;

/// A frontier, and what helps to read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The frontier.
    pub frontier: Frontier,
    /// The packages of the objectives, where these answer in passing.
    pub marks: Vec<(Objective, Package)>,
    /// A few points of different shape, the one that lifts the smallest gain most first.
    pub handful: Vec<Package>,
    /// Why there is no package, if there is none.
    pub conflict: Option<Conflict>,
}

/// Looks at the frontier of what `question` allows, among some parties or all.
///
/// # Errors
/// A [`Refusal`] if there is no frontier, whatever the packages.
pub fn outlook(
    circumstances: &Circumstances<'_>,
    question: &Question,
    among: Option<Vec<PartyId>>,
    flag: &AtomicBool,
) -> Result<Outlook, Refusal> {
    let frontier = frontier(circumstances, question, &Scope { among, ceiling: None }, MOST_STATES, flag)?;
    let conflict = match frontier.parties.first() {
        Some(party) if frontier.complete && frontier.points.is_empty() => {
            conflict(circumstances, question, *party, flag)?
        }
        _ => None,
    };
    let handful = spread(circumstances, &frontier, Objective::Fair, None, HANDFUL).packages;
    let marks = if conflict.is_none() { marks(circumstances, question, &frontier, flag) } else { Vec::new() };
    Ok(Outlook { frontier, marks, handful, conflict })
}

/// Why no package is allowed. Asked of one party's best package: that needs nobody's gain.
fn conflict(
    circumstances: &Circumstances<'_>,
    question: &Question,
    party: PartyId,
    flag: &AtomicBool,
) -> Result<Option<Conflict>, Refusal> {
    let question = Question { objective: Objective::Best(party), ..question.clone() };
    Ok(match solve(circumstances, &question, flag)? {
        Answer::Infeasible(conflict) => Some(conflict),
        _ => None,
    })
}

fn marks(
    circumstances: &Circumstances<'_>,
    question: &Question,
    frontier: &Frontier,
    flag: &AtomicBool,
) -> Vec<(Objective, Package)> {
    if frontier.packages.as_ref().is_none_or(|packages| *packages > MOST_PACKAGES) {
        return Vec::new();
    }
    let mark = |objective: Objective| {
        let answer = solve(circumstances, &Question { objective, ..question.clone() }, flag).ok()?;
        let is_own = !matches!(&answer, Answer::Proven(found) if found.is_fallback);
        package_of(&answer).filter(|_| is_own).map(|package| (objective, package.clone()))
    };
    [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky]
        .into_iter()
        .filter_map(mark)
        .collect()
}
