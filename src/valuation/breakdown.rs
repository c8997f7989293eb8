//! Where a score comes from: which decision serves which interest of a party by how many points.

use std::collections::BTreeMap;

use super::Circumstances;
use crate::domain::{InterestId, IssueId, Package, PartyId, Rational, integer};

/// A score taken apart. `base` plus all cells is the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// The score if nothing changed for any interest.
    pub base: Rational,
    /// What each decision adds to each interest, in points of the score; cells of 0 are left out. What two options do
    /// together is added half to the one and half to the other.
    pub cells: BTreeMap<(IssueId, InterestId), Rational>,
}

/// Takes the score of `package` for `party` apart; `None` if the party is indifferent.
#[must_use]
pub fn breakdown(circumstances: &Circumstances<'_>, party: PartyId, package: &Package) -> Option<Breakdown> {
    let yardstick = &circumstances.yardsticks[party];
    if yardstick.is_indifferent() {
        return None;
    }
    let factor = yardstick.points_per_raw();
    let points = |interest: InterestId, effect: &Rational| -> Rational {
        yardstick.shares.get(&interest).map(|share| share * effect * &factor).unwrap_or_default()
    };
    let mut cells: BTreeMap<(IssueId, InterestId), Rational> = BTreeMap::new();
    for (issue, decision) in package.decisions.iter_enumerated() {
        for (interest, effect) in circumstances.effects(party, issue, decision) {
            *cells.entry((issue, interest)).or_default() += points(interest, &effect);
        }
    }
    for together in circumstances.interactions(package) {
        for (interest, effect) in &together.does.effects {
            let half = points(*interest, effect) / integer(2);
            for option in [together.first, together.second] {
                *cells.entry((option.issue, *interest)).or_default() += &half;
            }
        }
    }
    cells.retain(|_, points| *points != Rational::default());
    Some(Breakdown { base: yardstick.score_of_nothing(), cells })
}
