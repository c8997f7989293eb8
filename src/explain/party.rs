//! What one party can say of a package: what it got, what it gave, what it has otherwise.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use num_traits::{Signed as _, Zero as _};

use crate::domain::{Decision, InterestId, IssueId, NoDealValue, Package, PartyId, Rational, Table, Text};
use crate::valuation::{Breakdown, Circumstances, breakdown, extremes};

/// What one party can say of a package. Points are those of its own score, counted from "nothing changes".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyReasons {
    /// The interests that some decisions serve, most served first; empty for an indifferent party.
    ///
    /// What other decisions cost on the same interest stands under `gave`, so that the two add up to the score.
    pub got: Vec<Served>,
    /// What it costs the party.
    pub gave: Gave,
    /// What the party has without an agreement.
    pub otherwise: Otherwise,
}

/// An interest that some decisions serve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Which interest.
    pub interest: InterestId,
    /// What these decisions do for it together, above 0.
    pub points: Rational,
    /// The decisions that serve it, and by how much, most first.
    pub decisions: Vec<(IssueId, Rational)>,
}

/// What a package costs a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gave {
    /// Some decisions cost it points on these interests, most first.
    Costs(Vec<Cost>),
    /// No decision costs it anything, but on these issues another one was better for it; most missed first.
    Missed(Vec<Missed>),
    /// Every issue is decided as it likes best.
    Nothing,
}

/// An interest on which some decisions cost a party points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Which interest.
    pub interest: InterestId,
    /// How much these decisions cost together, below 0.
    pub points: Rational,
    /// The decisions that cost it points, and how many, most first.
    pub decisions: Vec<(IssueId, Rational)>,
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
    let serving = on_interests(table, breakdown, |points| *points > Rational::zero());
    let mut served: Vec<Served> = serving
        .into_iter()
        .map(|(interest, decisions)| Served { interest, points: sum(&decisions), decisions })
        .collect();
    served.sort_by_key(|served| (Reverse(served.points.clone()), table.interests[served.interest].id.clone()));
    served
}

fn gave(circumstances: &Circumstances<'_>, party: PartyId, package: &Package, breakdown: &Breakdown) -> Gave {
    let table = circumstances.table.table();
    let costing = on_interests(table, breakdown, |points| *points < Rational::zero());
    let mut costs: Vec<Cost> = costing
        .into_iter()
        .map(|(interest, decisions)| Cost { interest, points: sum(&decisions), decisions })
        .collect();
    costs.sort_by_key(|cost| (cost.points.clone(), table.interests[cost.interest].id.clone()));
    if !costs.is_empty() {
        return Gave::Costs(costs);
    }
    let mut missed: Vec<Missed> =
        table.issues.keys().filter_map(|issue| missed(circumstances, party, package, issue)).collect();
    missed.sort_by_key(|missed| (Reverse(missed.points.clone()), table.issues[missed.issue].id.clone()));
    if missed.is_empty() { Gave::Nothing } else { Gave::Missed(missed) }
}

/// The decisions of each interest whose points are `wanted`, the strongest first, equal ones by name.
fn on_interests(
    table: &Table,
    breakdown: &Breakdown,
    wanted: impl Fn(&Rational) -> bool,
) -> BTreeMap<InterestId, Vec<(IssueId, Rational)>> {
    let mut decisions: BTreeMap<InterestId, Vec<(IssueId, Rational)>> = BTreeMap::new();
    for ((issue, interest), points) in breakdown.cells.iter().filter(|(_, points)| wanted(points)) {
        decisions.entry(*interest).or_default().push((*issue, points.clone()));
    }
    for of_interest in decisions.values_mut() {
        of_interest.sort_by_key(|(issue, points)| (Reverse(points.abs()), table.issues[*issue].id.clone()));
    }
    decisions
}

fn sum(decisions: &[(IssueId, Rational)]) -> Rational {
    decisions.iter().map(|(_, points)| points).sum()
}

fn missed(circumstances: &Circumstances<'_>, party: PartyId, package: &Package, issue: IssueId) -> Option<Missed> {
    let yardstick = &circumstances.yardsticks[party];
    // Of the other decisions only what they do together with this one changes.
    let worth = |decision: &Decision| -> Rational {
        let alone = circumstances.raw_of(party, issue, decision);
        if circumstances.table.interactions.is_empty() {
            return alone;
        }
        let mut changed = package.clone();
        changed.decisions[issue] = decision.clone();
        alone + circumstances.raw_together(party, &changed)
    };
    let here = worth(&package.decisions[issue]);
    let mut best: Option<(Decision, Rational)> = None;
    for candidate in extremes(circumstances, party, issue) {
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
