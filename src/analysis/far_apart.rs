//! Packages of different shape where the frontier is too large to choose from: each is searched for by itself.

use std::sync::atomic::AtomicBool;

use num_traits::Signed as _;

use super::packages::{Diverse, Map};
use super::standing::caring;
use crate::domain::{Decision, IssueId, Package, PartyId, Rational, integer};
use crate::optimize::{Farthest, How, Objective, Question, Refusal, Scope, farthest};
use crate::valuation::Circumstances;

/// Chooses as [`super::diverse`] does, from the packages that `question` and `scope` allow; without `first` the best one
/// comes first. `None` if it can't be told in this way: where some no-deal is unknown, amounts are continuous, all worlds
/// count together, or a search takes too long.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn far_apart(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    first: Option<&Package>,
    count: usize,
    flag: &AtomicBool,
) -> Result<Option<Diverse>, Refusal> {
    let circumstances = &circumstances.clone().without(question.without);
    let parties = caring(circumstances);
    if parties.iter().any(|party| circumstances.no_deal_score(*party).is_none()) {
        return Ok(None);
    }
    let map = Map::new(circumstances);
    let between = |issue: IssueId, one: &Decision, other: &Decision| map.between(issue, one, other);
    let find = |question: &Question, chosen: &[Package], at_least: Option<&Rational>| {
        farthest(circumstances, question, scope, chosen, at_least, &between, flag)
    };
    let fair = Question { objective: Objective::Fair, ..question.clone() };
    let chosen: Vec<Package> = first.into_iter().cloned().collect();
    let lifted = match find(&fair, &[], None)? {
        Farthest::Package(package) => package,
        Farthest::Nothing => return Ok(Some(searched(chosen))),
        Farthest::Unsettled => return Ok(None),
    };
    let gains = chosen.iter().chain([&lifted]).map(|package| smallest_gain(circumstances, &parties, package));
    let best = gains.max().flatten().unwrap_or_default();
    // Half of what is below 0 would be more.
    let half = if best.is_negative() { best } else { best / integer(2) };
    let is_first = chosen.is_empty() && question.objective == Objective::Fair;
    let mut packages = if is_first { vec![lifted] } else { chosen };
    while packages.len() < count {
        match find(question, &packages, Some(&half))? {
            Farthest::Package(package) => packages.push(package),
            Farthest::Nothing => break,
            Farthest::Unsettled => return Ok(None),
        }
    }
    Ok(Some(searched(packages)))
}

fn searched(packages: Vec<Package>) -> Diverse {
    Diverse { packages, ..Diverse::nothing(Some(How::BranchAndBound)) }
}

fn smallest_gain(circumstances: &Circumstances<'_>, parties: &[PartyId], package: &Package) -> Option<Rational> {
    let gain = |party: &PartyId| Some(circumstances.score(*party, package)? - circumstances.no_deal_score(*party)?);
    parties.iter().filter_map(gain).min()
}
