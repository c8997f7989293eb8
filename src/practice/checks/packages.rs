//! Checks of packages that have a name: who gives, what is asked too much, who loses, who gains far more.

use std::collections::BTreeMap;

use super::{About, Finding, Seen, Told};
use crate::domain::{AttributeId, AttributeSum, CheckId, InterestId, PartyId, Rational, RuleForm, Table, integer};

/// From how many percent of a party's weights a loss asks to be made up for.
const HEAVY: i64 = 15;
/// How many times the smallest gain the largest may be.
const UNEVEN: i64 = 4;
/// How many single moves in a row make a habit.
const MOVES: usize = 3;

/// C02: nobody gives anything, in a package or on the whole table.
pub(super) fn nobody_gives(seen: &Seen<'_>) -> Vec<Finding> {
    let easy = seen.packages().filter(|(at, _)| !seen.costs_anybody(*at));
    let easy = easy.map(|(at, _)| Finding::new(CheckId::C02, About::Package(at)));
    let effects = || {
        let table = seen.table;
        let weighing = table.parties.keys().flat_map(|party| seen.shares(party).into_keys().map(move |k| (party, k)));
        weighing.flat_map(move |(party, k)| table.options().map(move |(option, _)| seen.effect(party, option, k)))
    };
    let zero = Rational::default();
    let all_good = effects().any(|effect| effect > zero) && !effects().any(|effect| effect < zero);
    let table = all_good.then(|| Finding::new(CheckId::C02, About::Table).saw("table"));
    table.into_iter().chain(easy).collect()
}

/// C09: a package that breaks a limit, and what is asked without any limit to it.
pub(super) fn over_limit(seen: &Seen<'_>) -> Vec<Finding> {
    let over = seen.packages().filter_map(|(at, assessment)| {
        let broken = assessment.rules.iter_enumerated().find(|(_, rule)| !rule.kept && rule.bill.is_some());
        let (rule, found) = broken?;
        let bill = found.bill.as_ref()?;
        let finding = Finding::new(CheckId::C09, About::Package(at)).with("rule", Told::Rule(rule));
        Some(finding.with("used", Told::Number(bill.used.clone())).with("limit", Told::Number(bill.limit.clone())))
    });
    let unlimited = seen.table.attributes.keys().filter(|id| is_asked(seen.table, *id) && !is_limited(seen.table, *id));
    let unlimited = unlimited.map(|id| Finding::new(CheckId::C09, About::Attribute(id)).saw("unlimited"));
    over.chain(unlimited).collect()
}

fn is_asked(table: &Table, attribute: AttributeId) -> bool {
    let zero = Rational::default();
    table.options().any(|(_, option)| option.does.attributes.get(&attribute).is_some_and(|amount| *amount > zero))
}

fn is_limited(table: &Table, attribute: AttributeId) -> bool {
    let has = |sum: &AttributeSum| sum.terms.contains_key(&attribute);
    table.rules.iter().any(|rule| match &rule.form {
        RuleForm::Limit(limit) => has(&limit.used) || has(&limit.room),
        _ => false,
    })
}

/// C18: the last packages each moved one issue, and each move took from one what it gave to another.
pub(super) fn issue_by_issue(seen: &Seen<'_>) -> Vec<Finding> {
    let packages = &seen.table.narrative.packages;
    let Some(first) = packages.len().checked_sub(MOVES + 1) else { return Vec::new() };
    let moves_one = |at: usize| {
        let (before, after) = (&packages[at].package.decisions, &packages[at + 1].package.decisions);
        before.iter().zip(after.iter()).filter(|(before, after)| before != after).count() == 1
    };
    let score = |at: usize, party: PartyId| seen.packages().nth(at).and_then(|(_, of)| of.parties[party].score.clone());
    let turns = |at: usize, is_better: bool| {
        seen.table.parties.keys().any(|party| match (score(at, party), score(at + 1, party)) {
            (Some(before), Some(after)) => {
                if is_better {
                    after > before
                } else {
                    after < before
                }
            }
            _ => false,
        })
    };
    let is_haggling = (first..first + MOVES).all(|at| moves_one(at) && turns(at, true) && turns(at, false));
    let last = packages.len() - 1;
    is_haggling.then(|| Finding::new(CheckId::C18, About::Package(last))).into_iter().collect()
}

/// C20: a package takes from a party on something heavy, and gives it nowhere as much.
pub(super) fn loss(seen: &Seen<'_>) -> Vec<Finding> {
    let lost = |at: usize| {
        let losing = |party: PartyId| Some((party, uncompensated(seen, at, party)?));
        let all: Vec<(PartyId, InterestId)> = seen.table.parties_by_name().into_iter().filter_map(losing).collect();
        let (party, interest) = *all.first()?;
        let finding = Finding::new(CheckId::C20, About::Package(at)).with("parties", Told::Parties(vec![party]));
        let others = Told::Count(all.len() as u64 - 1);
        Some(finding.with("interests", Told::Interests(vec![interest])).with("others", others))
    };
    seen.packages().filter_map(|(at, _)| lost(at)).collect()
}

/// The heavy interest on which a party loses most without gaining as much anywhere.
fn uncompensated(seen: &Seen<'_>, at: usize, party: PartyId) -> Option<InterestId> {
    let points: BTreeMap<InterestId, Rational> = seen.by_interest(at, party);
    let best = points.values().max().cloned().unwrap_or_default();
    let is_heavy = |interest: &InterestId| {
        seen.shares(party).get(interest).is_some_and(|share| share * integer(100) >= integer(HEAVY))
    };
    let losses = points.iter().filter(|(_, points)| **points < Rational::default() && -*points > best);
    let heavy = losses.filter(|(interest, _)| is_heavy(interest));
    heavy
        .min_by_key(|(interest, points)| (*points, &seen.table.interests[**interest].id))
        .map(|(interest, _)| *interest)
}

/// C31: a package that everybody can accept, and that gives one party far more than another.
pub(super) fn uneven(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.packages().filter(|(_, assessment)| assessment.is_acceptable()).filter_map(|(at, assessment)| {
        let gains = seen.table.parties_by_name().into_iter();
        let gains = gains.filter_map(|party| Some((assessment.parties[party].gain()?, party)));
        let gains: Vec<(Rational, PartyId)> = gains.collect();
        let (largest, most) = gains.iter().max_by_key(|(gain, _)| gain)?;
        let (smallest, least) = gains.iter().min_by_key(|(gain, _)| gain)?;
        let finding = Finding::new(CheckId::C31, About::Package(at)).with("most", Told::Parties(vec![*most]));
        let finding = finding.with("largest", Told::Number(largest.clone())).with("least", Told::Parties(vec![*least]));
        let is_uneven = *smallest >= Rational::default() && *largest > smallest * integer(UNEVEN);
        is_uneven.then(|| finding.with("smallest", Told::Number(smallest.clone())))
    });
    found.collect()
}
