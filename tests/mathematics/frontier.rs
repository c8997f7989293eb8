//! The Pareto frontier against brute force that shares no code with it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support;
use crate::support::made_tables;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::atomic::AtomicBool;

use crate::support::bundled::{never, scenario};
use crate::support::oracle::Oracle;
use crate::support::permute::Shuffle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question};
use made_tables::Recipe;
use tafel::analysis::{diverse, far_apart, meso, outlook};
use tafel::domain::*;
use tafel::optimize::{
    Answer, Frontier, FrontierPoint, MOST_STATES, Objective, Question, Refusal, Scope, census, frontier, solve,
};
use tafel::valuation::{Circumstances, assess};

fn ask(table: &Table, question: &Question, among: Option<&[PartyId]>, cap: usize) -> Result<Frontier, Refusal> {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    let scope = Scope { among: among.map(<[PartyId]>::to_vec), ceiling: None };
    frontier(&circumstances, question, &scope, cap, &AtomicBool::new(false))
}

/// Per outcome the first package by names, and how many there are.
type Outcomes = BTreeMap<Vec<Rational>, (Package, u64)>;

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
fn efficient(outcomes: &Outcomes) -> Vec<(&Vec<Rational>, &(Package, u64))> {
    let dominated = |gains: &Vec<Rational>| {
        outcomes.keys().any(|other| other != gains && gains.iter().zip(other).all(|(gain, other)| gain <= other))
    };
    outcomes.iter().rev().filter(|(gains, _)| !dominated(gains)).collect()
}

/// A question, and among whom to compare.
fn case(seed: u64) -> (Table, Question, Option<Vec<PartyId>>) {
    let table = entangled(seed, Amounts::Stepped);
    let mut random = Random::new(seed + 1);
    let also = (0..random.below(3) / 2).map(|_| demand(&mut random, &table)).collect();
    let question = Question { also, ..question(&mut random, &table) };
    let count = 1 + random.below(table.parties.len());
    let among: Vec<PartyId> = (0..count).map(|_| PartyId::from(random.below(table.parties.len()))).collect();
    let among = random.one_in(2).then_some(among);
    (table, question, among)
}

/// The parties that are compared; `None` if the question is to be refused.
pub(crate) fn compared(oracle: &Oracle<'_>, among: Option<&[PartyId]>) -> Option<Vec<PartyId>> {
    let caring = oracle.caring();
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
        let Some(parties) = compared(&oracle, among.as_deref()) else {
            assert!(matches!(found, Err(Refusal::NobodyCares | Refusal::Indifferent(_))), "{context}: {found:?}");
            continue;
        };
        let found = found.unwrap();
        let outcomes = outcomes(&oracle, &question, &parties);
        let expected = efficient(&outcomes);
        assert_eq!((&found.parties, found.complete, &found.gap), (&parties, true, &Some(Rational::default())));
        let points: Vec<_> =
            found.points.iter().map(|point| (&point.gains, &point.package, point.packages.clone())).collect();
        let expected: Vec<_> =
            expected.into_iter().map(|(gains, (package, count))| (gains, package, Some(Count::from(*count)))).collect();
        assert_eq!(points, expected, "{context}");
        several += u64::from(points.len() > 1);
        at_zero += u64::from(points.iter().any(|(gains, ..)| gains.contains(&Rational::default())));
    }
    assert!(6 * several >= all && 20 * at_zero >= all, "{several} and {at_zero} of {all}");
}

/// With room for next to nothing the answer says so: what it lists is efficient, and no allowed package is better than
/// the nearest point by more than the gap.
#[test]
fn a_frontier_with_a_cap_keeps_its_word() {
    let (mut incomplete, mut partial, all) = (0, 0, cases(1_000, 20));
    for seed in 0..all {
        let (table, question, among) = case(seed);
        let oracle = Oracle::asked(&table, &question);
        let Some(parties) = compared(&oracle, among.as_deref()) else { continue };
        let context = format!("seed {seed}, {question:?}, {among:?}");
        let found = ask(&table, &question, among.as_deref(), 1 + seed as usize % 2).unwrap();
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
        partial += u64::from(!found.points.is_empty() && found.points.len() < efficient.len());
    }
    assert!(30 * incomplete >= all && 60 * partial >= all, "{incomplete} and {partial} of {all}");
}

/// Nobody's place in the file counts: names do, and these stay.
#[test]
fn entering_a_table_in_another_order_changes_no_point() {
    let (mut several, all) = (0, cases(200, 4));
    for seed in 0..all {
        let (table, question, _) = case(seed);
        let question = Question { also: Vec::new(), ..question };
        let shuffle = Shuffle::new(&mut Random::new(seed + 2), &table);
        let shuffled = shuffle.table(&table);
        let (found, moved) = match [&table, &shuffled].map(|table| ask(table, &question, None, MOST_STATES)) {
            [Ok(found), Ok(moved)] => (found, moved),
            [found, moved] => {
                let refused = [found.err(), moved.err()];
                assert_eq!(refused, [Some(Refusal::NobodyCares), Some(Refusal::NobodyCares)], "seed {seed}");
                continue;
            }
        };
        let points = |found: &Frontier, to: &dyn Fn(&Package) -> Package| -> Vec<_> {
            found.points.iter().map(|point| (point.gains.clone(), to(&point.package), point.packages.clone())).collect()
        };
        assert_eq!(points(&found, &|package| shuffle.package(package)), points(&moved, &Package::clone), "seed {seed}");
        several += u64::from(found.points.len() > 1);
    }
    assert!(6 * several >= all, "{several} of {all}");
}

/// The counts of a table far too large for brute force add up: every package on a frontier of one party is best for it.
#[test]
fn packages_beyond_counting_are_counted() {
    let recipe = Recipe { parties: 2, issues: 40, options: 10, seed: 1, rules: false, opposed: true };
    let table = made_tables::table(recipe);
    let question = Question::new(Objective::Joint);
    let found = ask(&table, &question, None, MOST_STATES).unwrap();
    assert!(found.complete);
    assert_eq!(found.packages.unwrap().to_string(), format!("1{}", "0".repeat(40)));

    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let Ok(Answer::Proven(joint)) = solve(&circumstances, &question, &AtomicBool::new(false)) else { panic!() };
    let best = assess(&circumstances, &joint.package).joint_gain().unwrap();
    let sum = |point: &FrontierPoint| point.gains.iter().sum::<Rational>();
    assert_eq!(found.points.iter().map(sum).max(), Some(best));
    assert!(found.points.is_sorted_by(|a, b| a.gains[0] > b.gains[0] && a.gains[1] < b.gains[1]));
}

#[test]
fn a_frontier_that_is_stopped_claims_no_more_than_it_knows() {
    let table = made_tables::table(Recipe { parties: 8, issues: 12, options: 5, seed: 1, rules: true, opposed: false });
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let question = Question::new(Objective::Joint);
    let found = frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &AtomicBool::new(true)).unwrap();
    assert!(!found.points.is_empty() && !found.complete && found.is_cut_short, "{found:?}");
    assert!(found.gap.is_some_and(|gap| gap > integer(0)));
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

/// How far two packages are apart by the definition: per issue that differs the swing, averaged over the parties. An issue
/// swings by itself: what its options do together with others is no part of it.
fn distance(table: &Table, oracle: &Oracle<'_>, one: &Package, other: &Package) -> Rational {
    let parties = oracle.caring();
    let mut sum = Rational::default();
    for (issue, content) in table.issues.iter_enumerated() {
        let pair = [&one.decisions[issue], &other.decisions[issue]];
        if pair[0] == pair[1] {
            continue;
        }
        let all: Vec<Decision> = match &content.kind {
            IssueKind::Choice(options) => (0..options.len()).map(|at| Decision::Option(at as u16)).collect(),
            _ => pair.map(Clone::clone).into(),
        };
        for party in &parties {
            let worth = || all.iter().map(|decision| oracle.alone(*party, issue, decision));
            sum += worth().max().unwrap() - worth().min().unwrap();
        }
    }
    sum / integer(parties.len() as i64)
}

/// Chooses by the definition among efficient packages, `first` or else the best one first.
fn chosen(
    table: &Table,
    oracle: &Oracle<'_>,
    question: &Question,
    efficient: &[Package],
    first: Option<&Package>,
    count: usize,
) -> Vec<Package> {
    let smallest = |package: &Package| oracle.gains(package).into_iter().min().unwrap();
    let Some(best) = efficient.iter().map(&smallest).max() else { return first.into_iter().cloned().collect() };
    let half = if best < Rational::default() { best } else { best / integer(2) };
    let ideals: Vec<Rational> = {
        let gains: Vec<Vec<Rational>> = efficient.iter().map(|package| oracle.gains(package)).collect();
        (0..gains[0].len()).map(|at| gains.iter().map(|gains| gains[at].clone()).max().unwrap()).collect()
    };
    let mut packages: Vec<Package> = first.into_iter().cloned().collect();
    while packages.len() < count {
        let open = efficient.iter().filter(|package| smallest(package) >= half && !packages.contains(package));
        let key = |package: &Package| {
            let near = packages.iter().map(|chosen| distance(table, oracle, package, chosen)).min();
            let mut leximin = oracle.gains(package);
            leximin.sort();
            (near, oracle.objective(question, package, &ideals), leximin, Reverse(oracle.names(package)))
        };
        let Some(next) = open.max_by_key(|package| key(package)) else { break };
        packages.push(next.clone());
    }
    packages
}

/// The canonical packages of the efficient outcomes.
fn efficient_packages(outcomes: &Outcomes) -> Vec<Package> {
    efficient(outcomes).into_iter().map(|(_, (package, _))| package.clone()).collect()
}

#[test]
fn packages_of_different_shape_are_those_of_the_definition() {
    let (mut several, mut moved, mut by_search, all) = (0, 0, 0, cases(1_000, 10));
    for seed in 0..all {
        let (table, question, _) = case(seed);
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let Ok(Answer::Proven(first)) = solve(&circumstances, &question, &never()) else { continue };
        let oracle = Oracle::asked(&table, &question);
        let caring = oracle.caring();
        if caring.iter().any(|party| oracle.no_deal(*party).is_none()) || first.is_fallback {
            continue;
        }
        let count = 2 + seed as usize % 4;
        let found = diverse(&circumstances, &question, &first.package, count, &never()).unwrap();
        let efficient = efficient_packages(&outcomes(&oracle, &question, &caring));
        let expected = chosen(&table, &oracle, &question, &efficient, Some(&first.package), count);
        assert_eq!(found.packages, expected, "seed {seed}, {question:?}");
        let scope = Scope::default();
        let searched = far_apart(&circumstances, &question, &scope, Some(&first.package), count, &never()).unwrap();
        if let Some(searched) = searched {
            assert_eq!(searched.packages, expected, "searched, seed {seed}, {question:?}");
            by_search += 1;
        }
        assert!(found.complete && found.among == Some(efficient.len()), "seed {seed}");
        several += u64::from(found.packages.len() > 1);
        moved += u64::from(found.packages.len() > 2);
    }
    assert!(10 * several >= all && 25 * moved >= all, "{several} and {moved} of {all}");
    assert!(2 * by_search >= all, "{by_search} of {all} by search");
}

/// A party that stays out doesn't count, not in how far packages are apart either, whichever way these are found.
#[test]
fn without_a_party_packages_of_different_shape_are_those_of_the_definition() {
    let (mut several, all) = (0, cases(1_000, 4));
    for seed in 0..all {
        let (mut table, question, _) = case(seed);
        let out = PartyId::from(Random::new(seed + 5).below(table.parties.len()));
        table.parties[out].attendance = Attendance::MayStayOut;
        let question = Question { without: Some(out), ..question };
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let Ok(Answer::Proven(first)) = solve(&circumstances, &question, &never()) else { continue };
        if first.is_fallback {
            continue;
        }
        let oracle = Oracle::asked(&table, &question);
        let caring = oracle.caring();
        if caring.iter().any(|party| oracle.no_deal(*party).is_none()) {
            continue;
        }
        let listed = diverse(&circumstances, &question, &first.package, 3, &never()).unwrap();
        let efficient = efficient_packages(&outcomes(&oracle, &question, &caring));
        let expected = chosen(&table, &oracle, &question, &efficient, Some(&first.package), 3);
        assert_eq!(listed.packages, expected, "seed {seed}, {question:?}");
        assert_eq!(listed.among, Some(efficient.len()), "seed {seed}");
        let scope = Scope::default();
        let searched = far_apart(&circumstances, &question, &scope, Some(&first.package), 3, &never()).unwrap();
        let Some(searched) = searched else { continue };
        assert_eq!(searched.packages, expected, "searched, seed {seed}, {question:?}");
        several += u64::from(listed.packages.len() > 1);
    }
    assert!(15 * several >= all, "{several} of {all}");
}

/// What the definition says about offers of one worth: near the level, efficient among those near it.
fn offers(
    table: &Table,
    oracle: &Oracle<'_>,
    question: &Question,
    party: PartyId,
    band: [Rational; 2],
) -> Vec<Package> {
    let mut near = outcomes(oracle, question, &oracle.caring());
    let score = |package: &Package| oracle.score(party, package).unwrap();
    near.retain(|_, (package, _)| band[0] <= score(package) && score(package) <= band[1]);
    chosen(table, oracle, question, &efficient_packages(&near), None, 3)
}

#[test]
fn offers_of_one_worth_are_those_of_the_definition() {
    let (mut several, mut none, all) = (0, 0, cases(1_000, 10));
    for seed in 0..all {
        let (table, question, _) = case(seed);
        let question = Question { objective: Objective::Fair, floors: true, ..question };
        let oracle = Oracle::asked(&table, &question);
        let caring = oracle.caring();
        if caring.is_empty() || caring.iter().any(|party| oracle.no_deal(*party).is_none()) {
            continue;
        }
        let mut random = Random::new(seed + 3);
        let party = random.pick(&caring);
        let typed = random.one_in(2).then(|| oracle.score(party, &random.pick(&oracle.packages)).unwrap());
        let within = if table.scale == Scale::Percent { integer(12) } else { integer(1) };
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let found = meso(&circumstances, &question, party, typed.clone(), within.clone(), 3, &never()).unwrap();
        let fair = oracle.answer(&question).map(|fair| oracle.score(party, &fair.package).unwrap());
        let level = typed.or(fair);
        assert_eq!(found.level, level, "seed {seed}");
        let Some(level) = level else {
            assert!(matches!(found.instead.as_deref(), Some(Answer::Infeasible(_))), "seed {seed}");
            continue;
        };
        let expected = offers(&table, &oracle, &question, party, [&level - &within, &level + &within]);
        assert_eq!(found.offers.packages, expected, "seed {seed}");
        let scope = Scope { among: None, ceiling: Some((party, &level + &within)) };
        let mut near = question.clone();
        near.also.push(Condition::Score { party, at_least: &level - &within });
        if let Some(searched) = far_apart(&circumstances, &near, &scope, None, 3, &never()).unwrap() {
            assert_eq!(searched.packages, expected, "searched, seed {seed}");
        }
        assert_eq!(found.instead.is_some(), expected.is_empty(), "seed {seed}");
        several += u64::from(expected.len() > 1);
        none += u64::from(expected.is_empty());
    }
    assert!(10 * several >= all && 25 * none >= all, "{several} and {none} of {all}");
}

#[test]
fn offers_on_the_collective_agreement_are_worth_the_same_to_the_employers() {
    let table = scenario("vvt-cao-2018");
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let oracle = Oracle::new(&table, WorldId::BASE);
    let actiz = table.party_named("ActiZ").unwrap();
    let question = Question::new(Objective::Fair);
    for level in [None, Some(integer(77)), Some(integer(70))] {
        let found = meso(&circumstances, &question, actiz, level, integer(1), 3, &never()).unwrap();
        let level = found.level.unwrap();
        let expected = offers(&table, &oracle, &question, actiz, [&level - integer(1), &level + integer(1)]);
        assert_eq!(found.offers.packages, expected, "{level}");
        assert!(expected.len() > 1, "{level}");
    }
    // The first of the three that practitioners wrote down, worth 77 to the employers.
    let found = meso(&circumstances, &question, actiz, Some(integer(77)), integer(1), 3, &never()).unwrap();
    let words = "loon=4% looptijd=15m rooster=stabiel instroom=orient+ stage=400 scholing=budget financiers=plan";
    assert_eq!(found.offers.packages[0], support::bundled::package(&table, words));
}

/// The trainee's table whose debrief says: on the frontier (15 packages).
#[test]
fn the_waiting_lists_have_their_known_frontier() {
    let found = ask(&scenario("cz-breburg-wachtlijsten"), &Question::new(Objective::Joint), None, MOST_STATES).unwrap();
    let packages: Count = found.points.iter().filter_map(|point| point.packages.as_ref()).sum();
    assert!(found.complete && packages == 15_u128);
}

/// Issues that nobody cares about make packages alike: every point stands for more than machine numbers can tell.
#[test]
fn packages_that_share_an_outcome_are_counted_however_many_they_are() {
    let table = made_tables::table(Recipe { parties: 2, issues: 2, options: 3, seed: 1, rules: false, opposed: true });
    let few = ask(&table, &Question::new(Objective::Joint), None, MOST_STATES).unwrap();
    let mut wide = table.clone();
    for number in 0..50 {
        let mut issue = wide.issues[IssueId::from(0)].clone();
        issue.id = format!("idle{number}");
        let IssueKind::Choice(options) = &mut issue.kind else { panic!() };
        options.iter_mut().for_each(|option| option.does = Does::default());
        *options = (0..10).map(|at| IssueOption { id: format!("o{at}"), ..options[0].clone() }).collect();
        wide.issues.push(issue);
    }
    let many = ask(&wide, &Question::new(Objective::Joint), None, MOST_STATES).unwrap();
    let told = |found: &Frontier, zeros: &str| -> Vec<_> {
        let count = |point: &FrontierPoint| format!("{}{zeros}", point.packages.as_ref().unwrap());
        found.points.iter().map(|point| (point.gains.clone(), count(point))).collect()
    };
    assert_eq!(told(&many, ""), told(&few, &"0".repeat(50)));
    assert!(many.complete && many.packages.unwrap() > u128::MAX);
}

#[test]
fn a_frontier_without_packages_says_why() {
    let mut table = scenario("vvt-cao-2018");
    for party in &mut table.parties {
        party.no_deal = Some(NoDeal { value: NoDealValue::Score(integer(95)), reason: None, range: None });
    }
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let found = outlook(&circumstances, &Question::new(Objective::Fair), None, &never()).unwrap();
    assert!(found.frontier.complete && found.frontier.points.is_empty());
    assert!(found.conflict.is_some_and(|conflict| !conflict.reasons.is_empty()));
}

/// Runs the program and reads its line of JSON.
fn json(arguments: &[&str]) -> (Option<i32>, serde_json::Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_tafel")).args(arguments).args(["--format", "json"]).output().unwrap();
    let read = serde_json::from_slice(&output.stdout);
    (output.status.code(), read.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr))))
}

#[test]
fn the_json_of_a_frontier_keeps_its_contract() {
    let (code, answer) = json(&["frontier", "vvt-cao-2018"]);
    assert_eq!((code, &answer["complete"], &answer["gap"]), (Some(0), &true.into(), &0.0.into()));
    let points = answer["points"].as_array().unwrap();
    assert_eq!(points.len(), 19);
    for point in points {
        assert!(point["scores"]["ActiZ"].is_f64() && point["choices"]["loon"].is_string(), "{point}");
        assert!(point["packages"].as_u64() >= Some(1));
    }
    let first: Vec<f64> = points.iter().map(|point| point["scores"]["ActiZ"].as_f64().unwrap()).collect();
    assert!(first.is_sorted_by(|a, b| a >= b), "{first:?}");
    let (_, pair) = json(&["frontier", "vvt-cao-2018", "--parties", "FNV,ActiZ"]);
    assert_eq!(pair["parties"], serde_json::json!(["ActiZ", "FNV"]));
    assert_eq!(pair["points"].as_array().unwrap().len(), 7);
}

#[test]
fn the_json_of_several_packages_lists_them_under_their_names() {
    let (code, answer) = json(&["solve", "vvt-cao-2018", "--objective", "fair", "--packages", "3"]);
    let names = |answer: &serde_json::Value| -> Vec<String> {
        let packages = answer["packages"].as_array().unwrap().iter();
        packages.map(|package| package["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((code, names(&answer)), (Some(0), ["P1", "P2", "P3"].map(String::from).into()));
    let (code, offers) = json(&["meso", "vvt-cao-2018", "ActiZ", "--level", "77"]);
    assert_eq!((code, names(&offers)), (Some(0), ["M1", "M2", "M3"].map(String::from).into()));
    for offer in offers["packages"].as_array().unwrap() {
        let score = offer["parties"]["ActiZ"]["score"].as_f64().unwrap();
        assert!((76.0..=78.0).contains(&score), "{score}");
    }
    let (code, nothing) = json(&["meso", "vvt-cao-2018", "ActiZ", "--level", "99"]);
    assert_eq!((code, names(&nothing)), (Some(3), Vec::new()));
    assert!((91.9..=92.0).contains(&nothing["best_score"].as_f64().unwrap()), "{nothing}");
}

/// Amounts of many steps make more partial packages than are at hand at once.
#[test]
fn amounts_of_many_steps_have_the_frontier_that_counting_finds() {
    let issue = "(text: \"i\", amount: (from: 0, to: 1400, step: 1, effects: {
        \"a\": [(0, 0), (700, 900), (1400, 1000)], \"b\": [(0, 1000), (700, 800), (1400, 0)]}))";
    let party = |interest: &str| format!("(weights: \"{interest} 1\", no_deal: (score: 300))");
    let source = format!(
        "(version: 1, id: \"steps\", title: \"steps\", scale: Points, frozen: true,
          interests: {{\"a\": \"a\", \"b\": \"b\"}}, parties: {{\"A\": {}, \"B\": {}}}, issues: {{\"x\": {issue}, \"y\": {issue}}})",
        party("a"),
        party("b"),
    );
    let table = tafel::table_file::read(&source).table.unwrap();
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let census = census(&circumstances, &never()).unwrap();
    let found = ask(&table, &Question::new(Objective::Joint), None, MOST_STATES).unwrap();
    assert!(found.complete && found.points.len() > 100, "{}", found.points.len());
    assert_eq!(found.points, census.frontier);
}
