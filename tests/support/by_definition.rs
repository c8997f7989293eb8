//! Steps and improvements straight from their definitions, by looking at every package.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use itertools::Itertools as _;
use tafel::analysis::Help;
use tafel::domain::*;
use tafel::optimize::{Objective, Question, Reason};

use crate::support::oracle::Oracle;

/// Whether a question has no answer, whatever the packages: nobody who takes part can tell one from another, or somebody
/// who can doesn't say what no deal is worth, in one of the worlds that count.
pub(crate) fn has_no_answer(worlds: &[Oracle<'_>], question: &Question) -> bool {
    let caring = worlds[0].caring();
    let is_unknown = |party: &PartyId| worlds.iter().any(|oracle| oracle.no_deal(*party).is_none());
    match question.objective {
        Objective::Best(party) => !caring.contains(&party),
        _ => caring.is_empty() || caring.iter().any(is_unknown),
    }
}

/// Whether nobody has a score, or somebody with a score has no known no-deal.
pub(crate) fn is_refused(oracle: &Oracle<'_>, table: &Table) -> bool {
    let scored = table.parties.keys().filter(|party| oracle.score(*party, &oracle.packages[0]).is_some()).collect_vec();
    scored.is_empty() || scored.iter().any(|party| oracle.no_deal(*party).is_none())
}

/// The gains of a package, the smallest first.
pub(crate) fn leximin(oracle: &Oracle<'_>, package: &Package) -> Vec<Rational> {
    oracle.gains(package).into_iter().sorted().collect()
}

/// What stands in the way of a package.
pub(crate) fn faults(oracle: &Oracle<'_>, question: &Question, package: &Package) -> BTreeSet<Reason> {
    let reasons = oracle.reasons(&Question { ratifiable: false, also: Vec::new(), ..question.clone() });
    reasons.into_iter().filter(|reason| !oracle.keeps(*reason, package)).collect()
}

/// On how many issues two packages differ.
pub(crate) fn changed(one: &Package, other: &Package) -> usize {
    one.decisions.iter().zip(&other.decisions).filter(|(a, b)| a != b).count()
}

/// Every helpful single change with its help, the best first, straight from the definition.
pub(crate) fn steps_by_definition(
    oracle: &Oracle<'_>,
    table: &Table,
    question: &Question,
    from: &Package,
) -> Vec<(Help, Package)> {
    let before = faults(oracle, question, from);
    let joint = |package: &Package| oracle.gains(package).iter().sum::<Rational>();
    let needed = table.parties.iter_enumerated().filter(|(_, party)| party.attendance == Attendance::Needed);
    let needed = needed.filter(|(party, _)| oracle.score(*party, from).is_some()).map(|(id, _)| id).collect_vec();
    let help = |to: &Package| -> Option<Help> {
        let after = faults(oracle, question, to);
        let keeps_rules = !after.iter().any(|fault| matches!(fault, Reason::Rule(_)));
        let rises = |party: &PartyId| oracle.score(*party, to) > oracle.score(*party, from);
        match () {
            () if !after.is_subset(&before) => None,
            () if keeps_rules && !needed.is_empty() && needed.iter().all(rises) => Some(Help::AllGain),
            () if after != before => Some(Help::Repairs),
            () if !keeps_rules => None,
            () if leximin(oracle, to) > leximin(oracle, from) => Some(Help::LiftsSmallest),
            () if joint(to) > joint(from) => Some(Help::AddsUp),
            () => None,
        }
    };
    let near = oracle.packages.iter().filter(|to| changed(from, to) == 1);
    let helpful = near.filter_map(|to| Some((help(to)?, to)));
    let rank = |(help, to): &(Help, &Package)| {
        let first = if *help == Help::AddsUp { vec![joint(to)] } else { Vec::new() };
        let left = faults(oracle, question, to).len();
        (*help, left, Reverse(first), Reverse(leximin(oracle, to)), oracle.names(to))
    };
    helpful.sorted_by_cached_key(rank).map(|(help, to)| (help, to.clone())).collect()
}

/// The best improvement, how many there are, and the one with the fewest changes, straight from the definition.
pub(crate) struct Improvements {
    pub(crate) best: Option<Package>,
    pub(crate) count: usize,
    pub(crate) fewest: Option<Package>,
}

pub(crate) fn improvements_by_definition(
    oracle: &Oracle<'_>,
    table: &Table,
    question: &Question,
    from: &Package,
) -> Improvements {
    let reasons = oracle.reasons(&Question { floors: false, ..question.clone() });
    let not_worse =
        |to: &&Package| table.parties.keys().all(|party| oracle.score(party, to) >= oracle.score(party, from));
    let candidates = oracle.allowed(&reasons).filter(not_worse).collect_vec();
    let floors = oracle.reasons(&Question { floors: true, ..question.clone() });
    let acceptable = |to: &&&Package| question.floors && floors.iter().all(|reason| oracle.keeps(*reason, to));
    let rank = |to: &&&Package| {
        let first = match question.objective {
            Objective::Joint => vec![oracle.gains(to).iter().sum::<Rational>()],
            _ => Vec::new(),
        };
        (Reverse(first), Reverse(leximin(oracle, to)), oracle.names(to))
    };
    let best = candidates.iter().filter(acceptable).min_by_key(rank).or_else(|| candidates.iter().min_by_key(rank));
    let better = candidates.iter().filter(|to| oracle.gains(to) != oracle.gains(from)).collect_vec();
    let fewest = better.iter().min_by_key(|to| (changed(from, to), Reverse(leximin(oracle, to)), oracle.names(to)));
    Improvements { best: best.map(|to| (*to).clone()), count: better.len(), fewest: fewest.map(|to| (**to).clone()) }
}
