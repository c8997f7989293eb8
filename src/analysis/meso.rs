//! Several offers at once that are worth the same to the party that makes them (multiple equivalent simultaneous offers):
//! which of them the others like tells what they care about.

use std::sync::atomic::AtomicBool;

use super::packages::{Diverse, choose};
use super::whynot::package_of;
use crate::domain::{Condition, PartyId, Rational};
use crate::optimize::{Answer, Objective, Question, Refusal, Scope, after_part, solve};
use crate::valuation::Circumstances;

/// How many offers are made unless asked otherwise: three are enough to choose from, and can be kept in mind.
pub const USUAL_OFFERS: usize = 3;

/// Offers that are worth about the same to one party.
#[derive(Clone, Debug, PartialEq)]
pub struct Meso {
    /// Who makes them.
    pub party: PartyId,
    /// About what they are worth to it, as a score; `None` if it was to be that of a package that isn't known.
    pub level: Option<Rational>,
    /// Whether the level was asked for, or is that of a package that is proven to lift the smallest gain most.
    pub is_level_settled: bool,
    /// By how much their worth may differ from that.
    pub within: Rational,
    /// The offers. Each is efficient among the packages near the level; of these the first lifts the smallest gain most,
    /// and the others are chosen as in [`super::diverse`].
    pub offers: Diverse,
    /// What is known where there is no offer: the package that the level should have come from, or the best package for
    /// the party.
    pub instead: Option<Box<Answer>>,
}

/// Looks for up to `count` packages that are acceptable as `question` says and worth `level` to `party`, give or take
/// `within` points; without a level what the package that lifts the smallest gain most is worth to it.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn meso(
    circumstances: &Circumstances<'_>,
    question: &Question,
    party: PartyId,
    level: Option<Rational>,
    within: Rational,
    count: usize,
    flag: &AtomicBool,
) -> Result<Meso, Refusal> {
    let mut is_level_settled = true;
    let level = match level {
        Some(level) => level,
        None => {
            let deadline = after_part(question.deadline, 0.5);
            let fair = Question { objective: Objective::Fair, deadline, ..question.clone() };
            let fair = solve(circumstances, &fair, flag)?;
            is_level_settled = fair.is_settled();
            let Some(package) = package_of(&fair) else {
                let (complete, is_cut_short) = (false, !fair.is_settled());
                let offers = Diverse { among: Some(0), complete, is_cut_short, gap: None, ..Diverse::nothing(None) };
                return Ok(Meso {
                    party,
                    level: None,
                    is_level_settled,
                    within,
                    offers,
                    instead: Some(Box::new(fair)),
                });
            };
            circumstances.score(party, package).ok_or(Refusal::Indifferent(party))?
        }
    };
    let mut question = question.clone();
    let mut near = Question { objective: Objective::Fair, ..question.clone() };
    near.also.push(Condition::Score { party, at_least: &level - &within });
    let scope = Scope { among: None, ceiling: Some((party, &level + &within)) };
    let offers = choose(circumstances, &near, &scope, None, count, flag)?;
    question.objective = Objective::Best(party);
    let instead = if offers.packages.is_empty() { Some(solve(circumstances, &question, flag)?) } else { None };
    Ok(Meso { party, level: Some(level), is_level_settled, within, offers, instead: instead.map(Box::new) })
}
