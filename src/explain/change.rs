//! What one change to a package would bring one party, and who would pay for it.

use num_traits::Zero as _;

use super::alternatives;
use crate::domain::{Decision, IssueId, Package, PartyId, Rational};
use crate::valuation::{Assessment, Circumstances, RatificationStatus, assess_change};

/// One issue decided otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SingleChange {
    /// Which issue.
    pub issue: IssueId,
    /// How it would be decided.
    pub to: Decision,
    /// What it would bring, in points of the party's score; above 0.
    pub more: Rational,
    /// Who would pay for it, by name. With nobody here, the change is free.
    pub payers: Vec<Payer>,
    /// The bodies that would pass the package as it is but not after the change: the party and the position of its
    /// body.
    pub unratified: Vec<(PartyId, usize)>,
}

/// Someone who would pay for a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Who.
    pub party: PartyId,
    /// How much, in points of its own score; above 0.
    pub points: Rational,
    /// Whether it would rather have no deal than the changed package.
    pub objects: bool,
}

/// A change that keeps every rule, and how the changed package stands.
pub(super) struct Reachable {
    issue: IssueId,
    to: Decision,
    after: Assessment,
}

/// Every single change that keeps the rules; parked issues stay. By issue name, then option name or amount.
pub(super) fn reachable(circumstances: &Circumstances<'_>, package: &Package, before: &Assessment) -> Vec<Reachable> {
    let table = circumstances.table.table();
    let mut changes = Vec::new();
    for issue in table.issues_by_name().into_iter().filter(|issue| !table.issues[*issue].parked) {
        for to in alternatives::steps_from(circumstances, issue, package) {
            let mut changed = package.clone();
            changed.decisions[issue] = to.clone();
            let after = assess_change(circumstances, (package, before), issue, &changed);
            if after.keeps_rules() {
                changes.push(Reachable { issue, to, after });
            }
        }
    }
    changes
}

/// The change that raises `party` most; `None` if none raises it. Of equal ones the first.
pub(super) fn best_for(
    circumstances: &Circumstances<'_>,
    party: PartyId,
    before: &Assessment,
    changes: &[Reachable],
) -> Option<SingleChange> {
    let mut best: Option<(&Reachable, Rational)> = None;
    for change in changes {
        let Some(more) = rise(before, &change.after, party) else { continue };
        if more > best.as_ref().map_or_else(Rational::zero, |(_, best)| best.clone()) {
            best = Some((change, more));
        }
    }
    let (change, more) = best?;
    Some(SingleChange {
        issue: change.issue,
        to: change.to.clone(),
        more,
        payers: payers(circumstances, before, &change.after),
        unratified: unratified(before, &change.after),
    })
}

fn rise(before: &Assessment, after: &Assessment, party: PartyId) -> Option<Rational> {
    Some(after.parties[party].score.as_ref()? - before.parties[party].score.as_ref()?)
}

fn payers(circumstances: &Circumstances<'_>, before: &Assessment, after: &Assessment) -> Vec<Payer> {
    let by_name = circumstances.table.parties_by_name().into_iter();
    let by_name = by_name.filter(|party| circumstances.absent != Some(*party));
    let fall = |party| Some((party, -rise(before, after, party)?));
    let falls = by_name.filter_map(fall).filter(|(_, points)| *points > Rational::zero());
    falls.map(|(party, points)| Payer { party, points, objects: after.parties[party].objects() }).collect()
}

fn unratified(before: &Assessment, after: &Assessment) -> Vec<(PartyId, usize)> {
    let pairs = before.ratifications.iter().zip(&after.ratifications);
    let lost = pairs.filter(|(before, after)| {
        before.status == RatificationStatus::Passed && after.status != RatificationStatus::Passed
    });
    let lost = lost.filter(|(_, lost)| !after.parties[lost.party].absent);
    lost.map(|(_, after)| (after.party, after.body)).collect()
}
