//! What one party can say of a package: what it got, what it gave, what it has otherwise.

use std::cmp::Reverse;

use num_traits::Zero as _;

use super::alternatives;
use crate::domain::{Decision, InterestId, IssueId, NoDealValue, Package, PartyId, Rational, Table, Text};
use crate::valuation::{Breakdown, Circumstances, breakdown};

/// What one party can say of a package. Points are those of its own score, counted from "nothing changes".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyReasons {
    /// The interests that the package serves, most served first; empty for an indifferent party.
    pub got: Vec<Served>,
    /// What it costs the party.
    pub gave: Gave,
    /// What the party has without an agreement.
    pub otherwise: Otherwise,
}

/// An interest that a package serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Which interest.
    pub interest: InterestId,
    /// What the whole package does for it, above 0.
    pub points: Rational,
    /// The decisions that serve it, and by how much, most first.
    pub decisions: Vec<(IssueId, Rational)>,
}

/// What a package costs a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gave {
    /// These decisions cost it points, most first.
    Costs(Vec<Cost>),
    /// No decision costs it anything, but on these issues another one was better for it; most missed first.
    Missed(Vec<Missed>),
    /// Every issue is decided as it likes best.
    Nothing,
}

/// A decision that costs a party points on an interest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Which decision.
    pub issue: IssueId,
    /// On which interest.
    pub interest: InterestId,
    /// How much, below 0.
    pub points: Rational,
}

/// An issue on which a party didn't get what it likes best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Which issue.
    pub issue: IssueId,
    /// What it likes best.
    pub best: Decision,
    /// How much that would have added, above 0.
    pub points: Rational,
}

/// What a party has without an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// What that is worth; `None` if unknown or the party is indifferent.
    pub no_deal: Option<Rational>,
    /// Why, in its words.
    pub reason: Option<Text>,
    /// Whether the worth is a bare score.
    pub rough: bool,
}

/// What `party` can say of `package`.
pub(super) fn reasons(circumstances: &Circumstances<'_>, party: PartyId, package: &Package) -> PartyReasons {
    let otherwise = otherwise(circumstances, party);
    match breakdown(circumstances, party, package) {
        Some(breakdown) => PartyReasons {
            got: got(circumstances.table.table(), &breakdown),
            gave: gave(circumstances, party, package, &breakdown),
            otherwise,
        },
        None => PartyReasons { got: Vec::new(), gave: Gave::Nothing, otherwise },
    }
}

fn got(table: &Table, breakdown: &Breakdown) -> Vec<Served> {
    let sums = breakdown.by_interest();
    let mut served: Vec<Served> = sums
        .into_iter()
        .filter(|(_, points)| *points > Rational::zero())
        .map(|(interest, points)| Served { interest, points, decisions: serving(table, breakdown, interest) })
        .collect();
    served.sort_by_key(|served| (Reverse(served.points.clone()), table.interests[served.interest].id.clone()));
    served
}

fn serving(table: &Table, breakdown: &Breakdown, interest: InterestId) -> Vec<(IssueId, Rational)> {
    let on_interest = breakdown.cells.iter().filter(|((_, served), _)| *served == interest);
    let mut decisions: Vec<(IssueId, Rational)> = on_interest
        .filter(|(_, points)| **points > Rational::zero())
        .map(|((issue, _), points)| (*issue, points.clone()))
        .collect();
    decisions.sort_by_key(|(issue, points)| (Reverse(points.clone()), table.issues[*issue].id.clone()));
    decisions
}

fn gave(circumstances: &Circumstances<'_>, party: PartyId, package: &Package, breakdown: &Breakdown) -> Gave {
    let table = circumstances.table.table();
    let below = breakdown.cells.iter().filter(|(_, points)| **points < Rational::zero());
    let mut costs: Vec<Cost> = below
        .map(|((issue, interest), points)| Cost { issue: *issue, interest: *interest, points: points.clone() })
        .collect();
    costs.sort_by_key(|cost| {
        (cost.points.clone(), table.issues[cost.issue].id.clone(), table.interests[cost.interest].id.clone())
    });
    if !costs.is_empty() {
        return Gave::Costs(costs);
    }
    let mut missed: Vec<Missed> =
        table.issues.keys().filter_map(|issue| missed(circumstances, party, package, issue)).collect();
    missed.sort_by_key(|missed| (Reverse(missed.points.clone()), table.issues[missed.issue].id.clone()));
    if missed.is_empty() { Gave::Nothing } else { Gave::Missed(missed) }
}

fn missed(circumstances: &Circumstances<'_>, party: PartyId, package: &Package, issue: IssueId) -> Option<Missed> {
    let yardstick = &circumstances.yardsticks[party];
    let worth = |decision: &Decision| -> Rational {
        let effects = circumstances.effects(party, issue, decision);
        effects.iter().filter_map(|(interest, effect)| yardstick.shares.get(interest).map(|share| share * effect)).sum()
    };
    let here = worth(&package.decisions[issue]);
    let mut best: Option<(Decision, Rational)> = None;
    for candidate in alternatives::candidates(circumstances, party, issue) {
        let more = worth(&candidate) - &here;
        // Only what is strictly better replaces an earlier one, so that the first by name stays.
        if more > best.as_ref().map_or_else(Rational::zero, |(_, best)| best.clone()) {
            best = Some((candidate, more));
        }
    }
    best.map(|(best, more)| Missed { issue, best, points: more * yardstick.points_per_raw() })
}

fn otherwise(circumstances: &Circumstances<'_>, party: PartyId) -> Otherwise {
    let stated = circumstances.no_deal(party);
    Otherwise {
        no_deal: circumstances.no_deal_score(party),
        reason: stated.and_then(|no_deal| no_deal.reason.clone()),
        rough: stated.is_some_and(|no_deal| matches!(no_deal.value, NoDealValue::Score(_))),
    }
}
