//! How much of an answer stands when all that is known of some weights is a ranking or ranges.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use super::dice::Dice;
use crate::domain::{InterestId, IssueId, Package, Rational, Ready, Weights, WorldId, integer};
use crate::optimize::{Answer, Objective, Question, solve};
use crate::valuation::{Circumstances, assess};

/// In how many draws the rankings get other numbers.
const DRAWS: u32 = 100;
/// Into how many parts the whole weight of a party is cut.
const PARTS: i64 = 1000;

/// How much of a package stands, over draws of all weights that respect the rankings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steadiness {
    /// How many draws.
    pub draws: u32,
    /// In how many the package is acceptable.
    pub acceptable: u32,
    /// In how many it is still the one that lifts the smallest gain most.
    pub best: u32,
    /// Per issue, in how many the answer decides it alike.
    pub decisions: Vec<(IssueId, u32)>,
}

/// How much of `package` stands whatever weights fit the rankings; `None` where no party gave just a ranking of two
/// interests or more, or the time ran out. Draws are uniform over the weights that fit, with a fixed seed.
#[must_use]
pub fn steadiness(table: Ready<'_>, package: &Package, stop: &AtomicBool) -> Option<Steadiness> {
    if !table.parties.iter().any(|party| party.weights.is_open()) {
        return None;
    }
    let mut dice = Dice::new();
    let mut found = Steadiness { draws: DRAWS, acceptable: 0, best: 0, decisions: Vec::new() };
    let mut alike = vec![0; table.issues.len()];
    for _ in 0..DRAWS {
        let mut drawn = table.table().clone();
        for party in &mut drawn.parties {
            party.weights = Weights::Numbers(draw(&party.weights, &mut dice));
        }
        let circumstances = Circumstances::new(drawn.ready().ok()?, WorldId::BASE);
        found.acceptable += u32::from(assess(&circumstances, package).is_acceptable());
        match solve(&circumstances, &Question::new(Objective::Fair), stop) {
            Ok(Answer::Proven(answer)) => {
                found.best += u32::from(answer.package == *package);
                let pairs = answer.package.decisions.iter().zip(&package.decisions);
                alike.iter_mut().zip(pairs).for_each(|(count, (a, b))| *count += u32::from(a == b));
            }
            Ok(Answer::Infeasible(_)) => {}
            _ => return None,
        }
    }
    found.decisions = table.issues_by_name().into_iter().map(|issue| (issue, alike[usize::from(issue)])).collect();
    Some(found)
}

/// Weights that fit what is known of them; numbers are what they are, and of a range any part is as likely as another.
pub(super) fn draw(weights: &Weights, dice: &mut Dice) -> BTreeMap<InterestId, Rational> {
    match weights {
        Weights::Numbers(numbers) => numbers.clone(),
        Weights::Ranking(ranks) => ranked(ranks, dice),
        Weights::Ranges(ranges) => {
            let mut within = |[low, high]: &[Rational; 2]| {
                let part = integer(dice.between(0, PARTS)) / integer(PARTS);
                low + (high - low) * part
            };
            ranges.iter().map(|(interest, range)| (*interest, within(range))).collect()
        }
    }
}

/// Weights that respect a ranking: the gaps between random cuts of the whole, the largest first. Interests of one rank
/// share what their ranks get.
fn ranked(ranks: &[Vec<InterestId>], dice: &mut Dice) -> BTreeMap<InterestId, Rational> {
    let count = ranks.iter().map(Vec::len).sum::<usize>();
    let mut cuts: Vec<i64> = (1..count).map(|_| dice.between(0, PARTS)).chain([0, PARTS]).collect();
    cuts.sort_unstable();
    let mut gaps: Vec<i64> = cuts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable_by(|a, b| b.cmp(a));
    let mut weights = BTreeMap::new();
    let mut rest = gaps.into_iter();
    for rank in ranks {
        let sum: i64 = rest.by_ref().take(rank.len()).sum();
        let share = integer(sum) / integer(i64::try_from(rank.len().max(1)).unwrap_or(1));
        weights.extend(rank.iter().map(|interest| (*interest, share.clone())));
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_weights_respect_the_ranking_and_add_up() {
        let id = InterestId::from;
        let ranks = [vec![id(2)], vec![id(0), id(3)], vec![id(1)]];
        let mut dice = Dice::new();
        for _ in 0..200 {
            let weights = ranked(&ranks, &mut dice);
            assert!(weights[&id(2)] >= weights[&id(0)] && weights[&id(3)] >= weights[&id(1)]);
            assert_eq!(weights[&id(0)], weights[&id(3)]);
            assert_eq!(weights.values().sum::<Rational>(), integer(PARTS));
        }
    }
}
