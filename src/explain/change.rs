//! What one change to a package would bring one party, and who would pay for it.

use num_traits::Zero as _;

use super::alternatives;
use crate::domain::{Decision, IssueId, Package, PartyId, Rational};
use crate::valuation::{Assessment, Circumstances, RatificationStatus, assess, assess_change};

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

/// The changes that can be made to a package, seen in one world or in several.
pub(super) struct Changes<'a> {
    views: &'a [Circumstances<'a>],
    /// How the package stands in each of the worlds.
    before: Vec<Assessment>,
    reachable: Vec<Reachable>,
}

/// A change that keeps every rule of every world, and how the changed package stands in each.
struct Reachable {
    issue: IssueId,
    to: Decision,
    after: Vec<Assessment>,
}

impl<'a> Changes<'a> {
    /// Every single change that keeps the rules of all `views`; parked issues stay. By issue name, then option name or
    /// amount.
    pub(super) fn of(views: &'a [Circumstances<'a>], package: &Package) -> Self {
        let before: Vec<Assessment> = views.iter().map(|view| assess(view, package)).collect();
        let table = views[0].table.table();
        let mut reachable = Vec::new();
        for issue in table.issues_by_name().into_iter().filter(|issue| !table.issues[*issue].parked) {
            for to in alternatives::steps_from(&views[0], issue, package) {
                let mut changed = package.clone();
                changed.decisions[issue] = to.clone();
                let worlds = views.iter().zip(&before);
                let after = worlds.map(|(view, before)| assess_change(view, (package, before), issue, &changed));
                let after: Vec<Assessment> = after.collect();
                if after.iter().all(Assessment::keeps_rules) {
                    reachable.push(Reachable { issue, to, after });
                }
            }
        }
        Self { views, before, reachable }
    }

    /// The change that raises `party` most where it raises it least; `None` if none raises it in every world. Of equal
    /// ones the first.
    pub(super) fn best_for(&self, party: PartyId) -> Option<SingleChange> {
        let mut best: Option<(&Reachable, Rational)> = None;
        for change in &self.reachable {
            let Some(more) = self.rises(&change.after, party).and_then(|rises| rises.into_iter().min()) else {
                continue;
            };
            if more > best.as_ref().map_or_else(Rational::zero, |(_, best)| best.clone()) {
                best = Some((change, more));
            }
        }
        let (change, more) = best?;
        Some(SingleChange {
            issue: change.issue,
            to: change.to.clone(),
            more,
            payers: self.payers(&change.after),
            unratified: self.unratified(&change.after),
        })
    }

    /// By how much a change raises a party, world by world.
    fn rises(&self, after: &[Assessment], party: PartyId) -> Option<Vec<Rational>> {
        let worlds = self.before.iter().zip(after);
        let rise = |(before, after): (&Assessment, &Assessment)| {
            Some(after.parties[party].score.as_ref()? - before.parties[party].score.as_ref()?)
        };
        worlds.map(rise).collect()
    }

    /// Who falls in some world, and by how much where it falls most.
    fn payers(&self, after: &[Assessment]) -> Vec<Payer> {
        let by_name = self.views[0].table.parties_by_name().into_iter();
        let by_name = by_name.filter(|party| self.views[0].absent != Some(*party));
        let fall = |party| Some((party, -self.rises(after, party)?.into_iter().min()?));
        let falls = by_name.filter_map(fall).filter(|(_, points)| *points > Rational::zero());
        let objects = |party: PartyId| after.iter().any(|after| after.parties[party].objects());
        falls.map(|(party, points)| Payer { party, points, objects: objects(party) }).collect()
    }

    /// The bodies that pass the package in some world, and not after the change.
    fn unratified(&self, after: &[Assessment]) -> Vec<(PartyId, usize)> {
        let mut bodies = Vec::new();
        for (before, after) in self.before.iter().zip(after) {
            let pairs = before.ratifications.iter().zip(&after.ratifications);
            let lost = pairs.filter(|(before, after)| {
                before.status == RatificationStatus::Passed && after.status != RatificationStatus::Passed
            });
            let lost = lost.filter(|(_, lost)| !after.parties[lost.party].absent);
            bodies.extend(lost.map(|(_, after)| (after.party, after.body)));
        }
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }
}
