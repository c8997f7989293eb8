//! The Pareto frontier against brute force that shares no code with it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod support;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use support::oracle::Oracle;
use support::random::{Random, cases};
use support::small_tables::{Amounts, demand, question, table};
use tafel::domain::{Package, PartyId, Rational, Table};
use tafel::optimize::{Frontier, MOST_STATES, Question, Refusal, frontier};
use tafel::valuation::Circumstances;

fn ask(table: &Table, question: &Question, among: Option<&[PartyId]>, cap: usize) -> Result<Frontier, Refusal> {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    frontier(&circumstances, question, among, cap, &AtomicBool::new(false))
}

/// Per outcome the first package by names, and how many there are.
type Outcomes = BTreeMap<Vec<Rational>, (Package, u128)>;

/// The parties that have a score, by name.
fn caring(table: &Table, oracle: &Oracle<'_>) -> Vec<PartyId> {
    let parties = table.parties_by_name().into_iter();
    parties.filter(|party| oracle.score(*party, &oracle.packages[0]).is_some()).collect()
}

/// What the allowed packages come to for `parties`.
fn outcomes(oracle: &Oracle<'_>, question: &Question, parties: &[PartyId]) -> Outcomes {
    let mut outcomes = Outcomes::new();
    for package in oracle.allowed(&oracle.reasons(question)) {
        let gain =
            |party: &PartyId| oracle.score(*party, package).unwrap() - oracle.no_deal(*party).unwrap_or_default();
        let known = outcomes.entry(parties.iter().map(gain).collect()).or_insert((package.clone(), 0));
        known.1 += 1;
        if oracle.names(package) < oracle.names(&known.0) {
            known.0 = package.clone();
        }
    }
    outcomes
}

/// Those that no other dominates, falling.
fn efficient(outcomes: &Outcomes) -> Vec<(&Vec<Rational>, &(Package, u128))> {
    let dominated = |gains: &Vec<Rational>| {
        outcomes.keys().any(|other| other != gains && gains.iter().zip(other).all(|(gain, other)| gain <= other))
    };
    outcomes.iter().rev().filter(|(gains, _)| !dominated(gains)).collect()
}

/// A question, and among whom to compare.
fn case(seed: u64) -> (Table, Question, Option<Vec<PartyId>>) {
    let table = table(seed, Amounts::Stepped);
    let mut random = Random::new(seed + 1);
    let also = (0..random.below(3) / 2).map(|_| demand(&mut random, &table)).collect();
    let question = Question { also, ..question(&mut random, &table) };
    let count = 1 + random.below(table.parties.len());
    let among: Vec<PartyId> = (0..count).map(|_| PartyId::from(random.below(table.parties.len()))).collect();
    let among = random.one_in(2).then_some(among);
    (table, question, among)
}

/// The parties that are compared; `None` if the question is to be refused.
fn compared(table: &Table, oracle: &Oracle<'_>, among: Option<&[PartyId]>) -> Option<Vec<PartyId>> {
    let caring = caring(table, oracle);
    let all_care = among.is_none_or(|among| among.iter().all(|party| caring.contains(party)));
    let compared: Vec<PartyId> =
        caring.into_iter().filter(|party| among.is_none_or(|among| among.contains(party))).collect();
    (all_care && !compared.is_empty()).then_some(compared)
}

#[test]
fn the_frontier_is_what_looking_at_every_package_says() {
    let (mut several, mut at_zero, all) = (0, 0, cases(1_000, 20));
    for seed in 0..all {
        let (table, question, among) = case(seed);
        let oracle = Oracle::asked(&table, &question);
        let context = format!("seed {seed}, {question:?}, {among:?}");
        let found = ask(&table, &question, among.as_deref(), MOST_STATES);
        let Some(parties) = compared(&table, &oracle, among.as_deref()) else {
            assert!(matches!(found, Err(Refusal::NobodyCares | Refusal::Indifferent(_))), "{context}: {found:?}");
            continue;
        };
        let found = found.unwrap();
        let outcomes = outcomes(&oracle, &question, &parties);
        let expected = efficient(&outcomes);
        assert_eq!((&found.parties, found.complete, &found.gap), (&parties, true, &Some(Rational::default())));
        let points: Vec<_> = found.points.iter().map(|point| (&point.gains, &point.package, point.packages)).collect();
        let expected: Vec<_> =
            expected.into_iter().map(|(gains, (package, count))| (gains, package, Some(*count))).collect();
        assert_eq!(points, expected, "{context}");
        several += u64::from(points.len() > 1);
        at_zero += u64::from(points.iter().any(|(gains, ..)| gains.contains(&Rational::default())));
    }
    assert!(6 * several >= all && 12 * at_zero >= all, "{several} and {at_zero} of {all}");
}
