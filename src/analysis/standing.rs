//! What several answers about a package that is already there share: how packages rank, and what is wrong with one.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::domain::{Decision, IssueId, OptionId, Package, PartyId, Rational, Table, WorldId};
use crate::optimize::{Reason, Refusal};
use crate::valuation::{Assessment, Circumstances, assess};

/// Refuses tables of which gains can't be counted: nobody cares, or the no-deal of somebody who cares is unknown.
pub(super) fn check(circumstances: &Circumstances<'_>) -> Result<(), Refusal> {
    let caring = caring(circumstances);
    let unknown = |party: &PartyId| circumstances.no_deal_score(*party).is_none();
    let unknown: Vec<PartyId> = caring.iter().copied().filter(unknown).collect();
    match (caring.is_empty(), unknown.is_empty()) {
        (true, _) => Err(Refusal::NobodyCares),
        (false, true) => Ok(()),
        (false, false) => Err(Refusal::NoDealUnknown(unknown)),
    }
}

/// The parties that take part and aren't indifferent, by name.
pub(super) fn caring(circumstances: &Circumstances<'_>) -> Vec<PartyId> {
    let absent = circumstances.absent;
    let cares = |party: &PartyId| !circumstances.yardsticks[*party].is_indifferent() && absent != Some(*party);
    circumstances.table.parties_by_name().into_iter().filter(cares).collect()
}

/// What stands in the way of agreeing on a package: broken rules, and with `floors` the needed parties below no deal.
pub(super) fn faults(assessment: &Assessment, floors: bool) -> BTreeSet<Reason> {
    let rules = assessment.rules.iter_enumerated().filter(|(_, rule)| !rule.kept);
    let parties = assessment.parties.iter_enumerated().filter(|(_, party)| floors && party.objects());
    rules.map(|(rule, _)| Reason::Rule(rule)).chain(parties.map(|(party, _)| Reason::NoDeal(party))).collect()
}

/// In which other worlds a package breaks a rule or leaves somebody below no deal, by name of the world.
#[must_use]
pub fn fails_elsewhere(circumstances: &Circumstances<'_>, package: &Package) -> Vec<(WorldId, BTreeSet<Reason>)> {
    let table = circumstances.table.table();
    let mut others: Vec<WorldId> = table.worlds.keys().filter(|world| *world != circumstances.world).collect();
    others.sort_by(|a, b| table.worlds[*a].id.cmp(&table.worlds[*b].id));
    let in_world = |world: WorldId| {
        let seen = circumstances.in_world(world);
        (world, faults(&assess(&seen, package), true))
    };
    others.into_iter().map(in_world).filter(|(_, faults)| !faults.is_empty()).collect()
}

/// Compares packages by names: issue by issue in code-point order, options by name and amounts by size.
pub(super) fn compare_names(table: &Table, one: &Package, other: &Package) -> Ordering {
    let names = |package: &Package| -> Vec<Name> {
        table.issues_by_name().into_iter().map(|issue| name(table, issue, &package.decisions[issue])).collect()
    };
    names(one).cmp(&names(other))
}

/// By what a decision is sorted.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Option(String),
    Amount(Rational),
    Shares(Vec<(String, Rational)>),
}

fn name(table: &Table, issue: IssueId, decision: &Decision) -> Name {
    match decision {
        Decision::Option(index) => Name::Option(table.option(OptionId { issue, index: *index }).id.clone()),
        Decision::Amount(amount) => Name::Amount(amount.clone()),
        Decision::Shares(shares) => Name::Shares(shares.clone().into_iter().collect()),
    }
}
