//! Weights by swings: not how important an interest is in the abstract, but how much better it can get at this table.

use std::collections::BTreeMap;

use itertools::Itertools as _;
use num_traits::Zero as _;

use crate::domain::{InterestId, PartyId, Rational, Table, Weights, WorldId, integer};
use crate::valuation::{Circumstances, extremes};

/// Up to which sum weights are written as whole numbers: a file has room for 15 digits.
const MOST: i64 = 1_000_000_000_000_000;
/// How fine weights are that have no such whole numbers, on a scale of 100.
const FINE: i64 = 1_000_000_000;

/// How far an interest can go at this table, from its worst to its best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// The interest.
    pub interest: InterestId,
    /// The sum of the worst effect on every issue.
    pub worst: Rational,
    /// The sum of the best effect on every issue.
    pub best: Rational,
}

impl Swing {
    /// The distance from worst to best.
    #[must_use]
    pub fn range(&self) -> Rational {
        &self.best - &self.worst
    }
}

/// The swing of each of a party's interests in its own reading, by name; interests that nothing touches swing by 0.
/// `None` while what can be decided isn't known.
#[must_use]
pub fn interest_swings(table: &Table, party: PartyId) -> Option<Vec<Swing>> {
    let mut swings = Vec::new();
    for interest in table.interests_by_name().into_iter().filter(|id| table.parties[party].interests().contains(id)) {
        // Weighing this interest alone, what is extreme for the party is extreme for the interest.
        let mut alone = table.clone();
        for (id, other) in alone.parties.iter_mut_enumerated() {
            if id == party || other.weights.total().is_zero() {
                other.weights = Weights::Numbers(BTreeMap::from([(interest, integer(1))]));
            }
        }
        let circumstances = Circumstances::new(alone.ready().ok()?, WorldId::BASE);
        let [mut worst, mut best] = [Rational::zero(), Rational::zero()];
        for issue in table.issues.keys() {
            let decisions = extremes(&circumstances, party, issue);
            let effects = decisions.iter().map(|decision| {
                circumstances.effects(party, issue, decision).get(&interest).cloned().unwrap_or_default()
            });
            if let Some((low, high)) = effects.minmax().into_option() {
                worst += low;
                best += high;
            }
        }
        swings.push(Swing { interest, worst, best });
    }
    Some(swings)
}

/// The weights under which the full swings are worth these sizes: the size of a swing divided by its range, in the smallest
/// whole numbers. Exact, or within a billionth of a percent where these would be longer than a file has room for; an interest that can't swing weighs 0. `None` if all sizes are zero.
#[must_use]
pub fn weights_of_swings(swings: &[Swing], sizes: &BTreeMap<InterestId, Rational>) -> Option<Weights> {
    let weight = |swing: &Swing| {
        let size = sizes.get(&swing.interest).cloned().unwrap_or_default();
        let weight = if swing.range().is_zero() { Rational::zero() } else { size / swing.range() };
        (swing.interest, weight)
    };
    let weights: BTreeMap<InterestId, Rational> = swings.iter().map(weight).collect();
    let unit = weights.values().find(|weight| !weight.is_zero())?.clone();
    let beside: BTreeMap<InterestId, Rational> = weights.into_iter().map(|(id, weight)| (id, weight / &unit)).collect();
    let whole = beside.values().fold(integer(1), |whole, ratio| {
        let below = (ratio * &whole).denom();
        whole * Rational::from_integer(below)
    });
    let total: Rational = beside.values().sum();
    let most = Rational::from_integer(MOST.into());
    let written = |ratio: Rational| match &total * &whole < most {
        true => ratio * &whole,
        false => (ratio * integer(100) / &total * integer(FINE)).round() / integer(FINE),
    };
    Some(Weights::Numbers(beside.into_iter().map(|(id, ratio)| (id, written(ratio))).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_give_back_the_sizes_of_the_swings() {
        let swing = |id: usize, range: i64| Swing {
            interest: InterestId::from(id),
            worst: integer(-1),
            best: integer(range - 1),
        };
        let swings = [swing(0, 10), swing(1, 15), swing(2, 0)];
        let sizes = BTreeMap::from([(InterestId::from(0), integer(100)), (InterestId::from(1), integer(60))]);
        let weights = weights_of_swings(&swings, &sizes).unwrap().values();
        // 100 / 10 beside 60 / 15: ten to four.
        let found: Vec<Rational> = weights.into_values().collect();
        assert_eq!(found, [integer(5), integer(2), integer(0)]);
        assert_eq!(weights_of_swings(&swings[2..], &sizes), None);
    }
}
