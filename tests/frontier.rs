//! The Pareto frontier against brute force that shares no code with it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "../benches/made_tables/mod.rs"]
mod made_tables;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use made_tables::Recipe;
use support::oracle::Oracle;
use support::permute::Shuffle;
use support::random::{Random, cases};
use support::small_tables::{Amounts, demand, question, table};
use tafel::domain::{Package, PartyId, Rational, Table, WorldId};
use tafel::optimize::{
    Answer, Frontier, FrontierPoint, MOST_STATES, Objective, Question, Refusal, Scope, frontier, solve,
};
use tafel::valuation::{Circumstances, assess};

fn ask(table: &Table, question: &Question, among: Option<&[PartyId]>, cap: usize) -> Result<Frontier, Refusal> {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    let scope = Scope { among: among.map(<[PartyId]>::to_vec), ceiling: None };
    frontier(&circumstances, question, &scope, cap, &AtomicBool::new(false))
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

/// With room for next to nothing the answer says so: what it lists is efficient, and no allowed package is better than
/// the nearest point by more than the gap.
#[test]
fn a_frontier_with_a_cap_keeps_its_word() {
    let (mut incomplete, mut partial, all) = (0, 0, cases(1_000, 20));
    for seed in 0..all {
        let (table, question, among) = case(seed);
        let oracle = Oracle::asked(&table, &question);
        let Some(parties) = compared(&table, &oracle, among.as_deref()) else { continue };
        let context = format!("seed {seed}, {question:?}, {among:?}");
        let found = ask(&table, &question, among.as_deref(), 1 + seed as usize % 8).unwrap();
        let outcomes = outcomes(&oracle, &question, &parties);
        let efficient = efficient(&outcomes);
        let is_efficient = |point: &Vec<Rational>| efficient.iter().any(|(gains, _)| *gains == point);
        for point in &found.points {
            assert!(is_efficient(&point.gains), "{context}: {point:?}");
            assert_eq!(outcomes[&point.gains].0, point.package, "{context}: not the first by names");
        }
        assert_eq!(found.complete, found.gap == Some(Rational::default()), "{context}");
        match &found.gap {
            Some(gap) => {
                let above = |gains: &Vec<Rational>, point: &Vec<Rational>| {
                    gains.iter().zip(point).map(|(gain, point)| gain - point).max().unwrap()
                };
                let near = |gains: &Vec<Rational>| found.points.iter().any(|point| above(gains, &point.gains) <= *gap);
                assert!(outcomes.keys().all(near), "{context}: {gap}");
            }
            None => assert!(found.points.is_empty(), "{context}"),
        }
        if found.complete {
            assert_eq!(found.points.len(), efficient.len(), "{context}");
        }
        incomplete += u64::from(!found.complete);
        partial += u64::from(0 < found.points.len() && found.points.len() < efficient.len());
    }
    assert!(5 * incomplete >= all && 25 * partial >= all, "{incomplete} and {partial} of {all}");
}

/// Nobody's place in the file counts: names do, and these stay.
#[test]
fn entering_a_table_in_another_order_changes_no_point() {
    for seed in 0..cases(200, 20) {
        let (table, question, _) = case(seed);
        let question = Question { also: Vec::new(), ..question };
        let shuffle = Shuffle::new(&mut Random::new(seed + 2), &table);
        let shuffled = shuffle.table(&table);
        let (Ok(found), Ok(moved)) =
            (ask(&table, &question, None, MOST_STATES), ask(&shuffled, &question, None, MOST_STATES))
        else {
            continue;
        };
        let points = |found: &Frontier, to: &dyn Fn(&Package) -> Package| -> Vec<_> {
            found.points.iter().map(|point| (point.gains.clone(), to(&point.package), point.packages)).collect()
        };
        assert_eq!(points(&found, &|package| shuffle.package(package)), points(&moved, &Package::clone), "seed {seed}");
    }
}

/// The counts of a table far too large for brute force add up: every package on a frontier of one party is best for it.
#[test]
fn packages_beyond_counting_are_counted() {
    let recipe = Recipe { parties: 2, issues: 40, options: 10, seed: 1, rules: false, opposed: true };
    let table = made_tables::table(recipe);
    let question = Question::new(Objective::Joint);
    let found = ask(&table, &question, None, MOST_STATES).unwrap();
    assert!(found.complete && found.packages == Some(u128::MAX), "{:?}", found.packages);
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let Ok(Answer::Proven(joint)) = solve(&circumstances, &question, &AtomicBool::new(false)) else { panic!() };
    let best = assess(&circumstances, &joint.package).joint_gain().unwrap();
    let sum = |point: &FrontierPoint| point.gains.iter().sum::<Rational>();
    assert_eq!(found.points.iter().map(sum).max(), Some(best));
    assert!(found.points.is_sorted_by(|a, b| a.gains[0] > b.gains[0] && a.gains[1] < b.gains[1]));
}

#[test]
fn a_frontier_that_is_stopped_claims_nothing() {
    let table = made_tables::table(Recipe { parties: 8, issues: 12, options: 5, seed: 1, rules: true, opposed: false });
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let question = Question::new(Objective::Joint);
    let found = frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &AtomicBool::new(true)).unwrap();
    assert_eq!((found.points.len(), found.complete, found.gap), (0, false, None));
}

/// Eight parties with rules: more outcomes than can be kept, and still some that are efficient, with a proven gap.
#[test]
fn a_frontier_that_is_too_large_lists_efficient_packages_with_a_gap() {
    let table = made_tables::table(Recipe { parties: 8, issues: 9, options: 5, seed: 1, rules: true, opposed: false });
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let question = Question::new(Objective::Joint);
    let found = frontier(&circumstances, &question, &Scope::default(), 400, &AtomicBool::new(false)).unwrap();
    let whole = frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &AtomicBool::new(false)).unwrap();
    assert!(whole.complete && !found.complete && found.points.len() > 50, "{}", found.points.len());
    let gap = found.gap.unwrap();
    let points: BTreeSet<_> = whole.points.iter().map(|point| &point.gains).collect();
    assert!(found.points.iter().all(|point| points.contains(&point.gains)));
    let above = |gains: &[Rational], point: &FrontierPoint| gains.iter().zip(&point.gains).map(|(a, b)| a - b).max();
    assert!(points.iter().all(|gains| found.points.iter().any(|point| above(gains, point).unwrap() <= gap)));
}
