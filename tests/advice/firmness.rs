//! How firm an answer is and what it hangs on, against brute force on random small tables.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use crate::support::bundled::{base, never, scenario};
use crate::support::oracle::Oracle;
use crate::support::permute::Shuffle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, entangled, question, table};
use itertools::Itertools as _;
use tafel::analysis::{
    Ask, Claim, Dispute, Edge, Firmness, Holder, Method, Outcome, Parameter, Reach, ReadOf, Shift, claim, firmness,
    what_matters,
};
use tafel::domain::*;
use tafel::optimize::{Answer, Objective, Question, solve};
use tafel::report::{Wordbook, firm_json, firm_text, what_matters_json, what_matters_text};
use tafel::valuation::Circumstances;

/// The firmness of the answer to a question, if there is one.
pub(crate) fn firm(table: &Table, question: &Question) -> Option<Firmness> {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    let flag = AtomicBool::new(false);
    let Ok(Answer::Proven(found)) = solve(&circumstances, question, &flag) else { return None };
    Some(firmness(&circumstances, question, &found.package, Claim::Advice, &[], &flag))
}

/// What brute force answers with another number in place: `None` if the question has no answer then.
pub(crate) fn answer_with(
    table: &Table,
    question: &Question,
    reach: &Reach,
    value: &Rational,
) -> Option<Option<Package>> {
    let mut changed = table.clone();
    reach.number.parameter.set(&mut changed, value.clone());
    changed.ready().ok()?;
    let oracle = Oracle::asked(&changed, question);
    let scored: Vec<_> = changed.parties.keys().filter(|p| oracle.score(*p, &oracle.packages[0]).is_some()).collect();
    let refused = match question.objective {
        Objective::Best(party) => !scored.contains(&party),
        _ => scored.is_empty() || scored.iter().any(|party| oracle.no_deal(*party).is_none()),
    };
    (!refused).then(|| oracle.answer(question).map(|verdict| verdict.package))
}

/// Checks one direction of one number against the answers of brute force.
#[track_caller]
fn check_side(
    table: &Table,
    question: &Question,
    firm: &Firmness,
    reach: &Reach,
    side: Option<&Shift>,
    end: &Rational,
) {
    let number = &reach.number;
    let answer = |value: &Rational| answer_with(table, question, reach, value);
    let is_same = |answer: Option<Option<Package>>| answer.is_none_or(|found| found.as_ref() == Some(&firm.package));
    let context = |value: &Rational| format!("{:?} at {value} of {number:?}, {question:?}: {side:?}", number.parameter);
    // A five millionth of the range: changes that are told as near are so within half of that.
    let beside = num_traits::abs(number.range() / integer(5_000_000)) * num_traits::signum(end - &number.value);
    let ends_at = match side {
        None => end.clone(),
        Some(Shift { to, edge: Edge::About, .. }) => to - &beside,
        Some(Shift { to, .. }) => to.clone(),
    };
    let is_apart = num_traits::signum(&ends_at - &number.value) == num_traits::signum(beside.clone());
    for part in (1..=3).filter(|_| is_apart) {
        let value = &number.value + (&ends_at - &number.value) * integer(part) / integer(4);
        assert!(is_same(answer(&value)), "{}", context(&value));
    }
    let Some(shift) = side else { return assert!(is_same(answer(end)), "{}", context(end)) };
    match shift.edge {
        Edge::At | Edge::Only => {
            assert_eq!(answer(&shift.to), Some(shift.package.clone()), "{}", context(&shift.to));
        }
        Edge::About | Edge::Latest => {
            assert_eq!(answer(&shift.to), Some(shift.package.clone()), "{}", context(&shift.to));
            assert!(!is_apart || is_same(answer(&ends_at)), "{}", context(&ends_at));
        }
        Edge::Beyond => {
            let behind = &shift.to + beside;
            assert!(is_same(answer(&shift.to)), "{}", context(&shift.to));
            assert_ne!(answer(&behind), Some(Some(firm.package.clone())), "{}", context(&behind));
        }
    }
}

/// Checks some numbers of an answer in both directions: the one with the smallest change, and one at random.
#[track_caller]
fn check_numbers(random: &mut Random, table: &Table, question: &Question, firm: &Firmness, most: usize) -> (u64, u64) {
    let picked = [0, random.below(firm.reaches.len().max(1))];
    let (mut changes, mut exact) = (0, 0);
    for reach in picked.into_iter().take(most).filter_map(|at| firm.reaches.get(at)) {
        let number = &reach.number;
        if number.low < number.value {
            check_side(table, question, firm, reach, reach.down.as_ref(), &number.low);
        }
        if number.value < number.high {
            check_side(table, question, firm, reach, reach.up.as_ref(), &number.high);
        }
        for shift in reach.up.iter().chain(&reach.down) {
            changes += 1;
            exact += u64::from(shift.edge != Edge::About);
        }
    }
    (changes, exact)
}

/// What `check_changes` has seen.
#[derive(Debug, Default)]
struct Seen {
    told: u64,
    changes: u64,
    exact: u64,
    given_up: u64,
}

/// Every value that is told to change the answer changes it, and three values nearer don't; where a number is told to
/// change nothing, three values and the end of its range don't.
#[track_caller]
fn check_changes(seeds: impl Iterator<Item = u64>, ask: impl Fn(&mut Random, &Table) -> Question) -> Seen {
    check_changes_on(|seed| table(seed, Amounts::Stepped), seeds, ask)
}

fn check_changes_on(
    table: impl Fn(u64) -> Table,
    seeds: impl Iterator<Item = u64>,
    ask: impl Fn(&mut Random, &Table) -> Question,
) -> Seen {
    let mut seen = Seen::default();
    for seed in seeds {
        let table = table(seed);
        let mut random = Random::new(seed + 1);
        let question = ask(&mut random, &table);
        let Some(firm) = firm(&table, &question) else { continue };
        assert_eq!(firm.claim, Claim::Advice);
        if firm.method != (Method::Everywhere { given_up: 0 }) {
            seen.given_up += 1;
            continue;
        }
        seen.told += 1;
        let (more, more_exact) = check_numbers(&mut random, &table, &question, &firm, if seed < 1_000 { 2 } else { 1 });
        seen.changes += more;
        seen.exact += more_exact;
    }
    seen
}

#[track_caller]
fn check_half(odd: u64) {
    let cases = cases(500, 20);
    let objective = |seed: &u64| question(&mut Random::new(seed + 1), &table(*seed, Amounts::Stepped)).objective;
    let by_ideals = |seed: &u64| matches!(objective(seed), Objective::Nash | Objective::KalaiSmorodinsky);
    let (others, seeds): (Vec<u64>, Vec<u64>) = (0..cases).map(|at| 2 * at + odd).partition(by_ideals);
    let seen = check_changes(seeds.into_iter(), question);
    assert!(3 * seen.told >= cases && 5 * seen.changes >= 2 * cases, "of {cases}: {seen:?}");
    assert!(3 * seen.exact >= 2 * seen.changes, "{seen:?}");
    assert!(100 * seen.given_up <= cases, "{seen:?}");
    let seen = check_changes(others.into_iter(), question);
    assert!(6 * seen.told >= cases && 100 * seen.given_up <= cases, "of {cases}: {seen:?}");
}

#[test]
fn the_answer_changes_where_it_is_told_and_nowhere_nearer() {
    check_half(0);
}

/// What two options do together is a number as well, and moves scores, scales and slacks with them.
#[test]
fn what_options_do_together_changes_the_answer_where_it_is_told() {
    let cases = cases(500, 4);
    let seen = check_changes_on(|seed| entangled(seed, Amounts::Stepped), 0..cases, question);
    assert!(3 * seen.told >= cases && 3 * seen.changes >= cases, "of {cases}: {seen:?}");
    assert!(2 * seen.exact >= seen.changes && 50 * seen.given_up <= cases, "{seen:?}");
}

/// The other half of the tables, so that two can be checked side by side.
#[test]
fn the_answer_changes_where_it_is_told_on_other_tables_too() {
    check_half(1);
}

/// Nash and Kalai-Smorodinsky compare with the most that everybody could gain, which moves with the number as well.
#[test]
fn objectives_that_compare_with_ideals_change_where_it_is_told() {
    for (objective, exact) in [(Objective::Nash, 67), (Objective::KalaiSmorodinsky, 40)] {
        let cases = cases(250, 4);
        let seen = check_changes(0..cases, |_, _| Question::new(objective));
        assert!(3 * seen.told >= cases && 5 * seen.changes >= 2 * cases, "{objective:?} of {cases}: {seen:?}");
        assert!(100 * seen.exact >= exact * seen.changes, "{objective:?}: {seen:?}");
        assert!(100 * seen.given_up <= cases, "{objective:?}: {seen:?}");
    }
}

/// A scale that a number isn't part of stays as it is, whatever the number is: what is taken over is what would be measured.
#[test]
fn a_number_moves_no_scale_but_those_it_is_part_of() {
    let (mut kept, mut moved) = (0, 0);
    for seed in 0..cases(200, 5) {
        let (table, mut random) = (entangled(seed, Amounts::Stepped), Random::new(seed));
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let Some(firm) = firm(&table, &question(&mut random, &table)) else { continue };
        for number in firm.reaches.iter().map(|reach| &reach.number) {
            let mut changed = table.clone();
            number.parameter.set(&mut changed, random.pick(&[number.low.clone(), number.high.clone()]));
            let Ok(ready) = changed.ready() else { continue };
            let is_same = |party: PartyId| !number.parameter.moves_scale_of(&changed, party);
            let beside = Circumstances::beside(&circumstances, ready, is_same);
            assert_eq!(beside.yardsticks, Circumstances::new(ready, WorldId::BASE).yardsticks, "{seed}: {number:?}");
            kept += table.parties.keys().filter(|party| is_same(*party)).count();
            moved += usize::from(beside.yardsticks != circumstances.yardsticks);
        }
    }
    assert!(kept >= 1_000 && moved >= 500, "{kept} {moved}");
}

/// Of a package that isn't the answer it is told where it starts or stops being acceptable.
#[test]
fn any_package_starts_or_stops_being_acceptable_where_it_is_told() {
    let (mut changes, flag, cases) = (0, never(), cases(300, 2));
    for seed in 0..cases {
        let table = table(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 3);
        let question = Question { floors: true, ..Question::new(Objective::Fair) };
        let oracle = Oracle::asked(&table, &question);
        let package = random.pick(&oracle.packages);
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let answer = match solve(&circumstances, &question, &flag) {
            Ok(Answer::Proven(found)) => Some(found.package),
            _ => None,
        };
        let claimed = claim(&circumstances, &question, &package, answer.as_ref());
        let firm = firmness(&circumstances, &question, &package, claimed, &[], &flag);
        let accepted = |table: &Table| {
            let oracle = Oracle::asked(table, &question);
            let reasons = oracle.reasons(&question);
            reasons.iter().all(|reason| oracle.keeps(*reason, &package))
        };
        let now = accepted(&table);
        let Some(reach) = firm.reaches.first().filter(|_| firm.claim != Claim::Advice) else { continue };
        assert_eq!(now, firm.claim == Claim::Acceptable, "seed {seed}");
        let Some(shift) = reach.nearest() else { continue };
        changes += 1;
        let with = |value: &Rational| {
            let mut changed = table.clone();
            reach.number.parameter.set(&mut changed, value.clone());
            changed.ready().is_err() || accepted(&changed)
        };
        let halfway = (&reach.number.value + &shift.to) / integer(2);
        assert!(shift.to == reach.number.value || with(&halfway) == now, "seed {seed}: {reach:?}");
        if shift.edge == Edge::Beyond {
            assert_eq!(with(&shift.to), now, "seed {seed}: {reach:?}");
        } else {
            assert_ne!(with(&shift.to), now, "seed {seed}: {reach:?}");
        }
    }
    assert!(5 * changes >= cases, "{changes} of {cases}");
}

/// A table entered in another order has the same firmness, number by number and draw by draw, every time.
#[test]
fn another_order_of_entry_changes_no_number() {
    let (mut told, cases) = (0, cases(150, 2));
    for seed in 0..cases {
        let table = table(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 4);
        let objective = random.pick(&[Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky]);
        let question = Question::new(objective);
        let Some(one) = firm(&table, &question) else { continue };
        told += 1;
        assert_eq!(firm(&table, &question).as_ref(), Some(&one), "seed {seed}");
        let shuffle = Shuffle::new(&mut random, &table);
        let other = firm(&shuffle.table(&table), &question).unwrap();
        assert_eq!(shuffle.package(&one.package), other.package, "seed {seed}");
        assert_eq!((one.draws, one.method), (other.draws, other.method), "seed {seed}");
        assert_eq!(one.reaches.len(), other.reaches.len(), "seed {seed}");
        for (one, other) in one.reaches.iter().zip(&other.reaches) {
            assert_eq!(side(one.up.as_ref(), &shuffle), side_as_is(other.up.as_ref()), "seed {seed}");
            assert_eq!(side(one.down.as_ref(), &shuffle), side_as_is(other.down.as_ref()), "seed {seed}");
            let range =
                |reach: &Reach| (reach.number.low.clone(), reach.number.value.clone(), reach.number.high.clone());
            assert_eq!(range(one), range(other), "seed {seed}");
        }
        let counts =
            |firm: &Firmness| firm.rankings.as_ref().map(|found| (found.certainly, found.possibly, found.stood));
        assert_eq!(counts(&one), counts(&other), "seed {seed}");
    }
    assert!(4 * told >= cases, "{told} of {cases}");
}

/// A change without names.
type Bare = Option<(Rational, Edge, Option<Package>)>;

fn side(shift: Option<&Shift>, shuffle: &Shuffle) -> Bare {
    let moved = |shift: &Shift| shift.package.as_ref().map(|package| shuffle.package(package));
    shift.map(|shift| (shift.to.clone(), shift.edge, moved(shift)))
}

fn side_as_is(shift: Option<&Shift>) -> Bare {
    shift.map(|shift| (shift.to.clone(), shift.edge, shift.package.clone()))
}

/// Twelve parts over the ranks, the first at least as much as the second and so on: all corners are among them.
fn weightings(ranks: usize, most: i64, left: i64) -> Vec<Vec<i64>> {
    if ranks == 0 {
        return if left == 0 { vec![Vec::new()] } else { Vec::new() };
    }
    let mut found = Vec::new();
    for first in 0..=most.min(left) {
        for rest in weightings(ranks - 1, first, left - first) {
            found.push([vec![first], rest].concat());
        }
    }
    found
}

/// What is told to be acceptable for every weight, or for some, is so for a fine grid of weights that holds all corners.
#[test]
fn what_holds_for_every_ranking_holds_for_a_grid_of_weights() {
    let (mut told, mut uncertain, cases) = (0, 0, cases(60, 2));
    for seed in 0..cases {
        let mut table = table(seed, Amounts::Stepped);
        let interests: Vec<InterestId> = table.interests.keys().collect();
        for party in &mut table.parties {
            party.weights = Weights::Ranking(interests.iter().map(|interest| vec![*interest]).collect());
            let is_bare = matches!(party.no_deal.as_ref().map(|no_deal| &no_deal.value), Some(NoDealValue::Score(_)));
            party.no_deal = party.no_deal.take().filter(|_| !is_bare).or_else(|| {
                let effects = interests.iter().map(|interest| (*interest, integer(1))).collect();
                Some(NoDeal { value: NoDealValue::Effects(effects), reason: None, range: None })
            });
        }
        let question = Question::new(Objective::Fair);
        let Some(firm) = firm(&table, &question).filter(|_| interests.len() > 1) else { continue };
        let rankings = firm.rankings.unwrap();
        assert!(rankings.is_exact, "seed {seed}");
        let all: Vec<Vec<Rational>> = weightings(interests.len(), 12, 12)
            .into_iter()
            .map(|weighting| weighting.into_iter().map(integer).collect())
            .collect();
        let (certainly, possibly) = by_weightings(&table, &question, &interests, |_| all.clone());
        assert_eq!(rankings.certainly, certainly.iter().filter(|holds| **holds).count(), "seed {seed}");
        assert_eq!(rankings.possibly, possibly.iter().filter(|holds| **holds).count(), "seed {seed}");
        let at = Oracle::new(&table, question.world).packages.iter().position(|known| *known == firm.package).unwrap();
        assert_eq!(rankings.is_certain, certainly[at], "seed {seed}");
        told += 1;
        uncertain += u64::from(rankings.certainly != rankings.possibly);
    }
    assert!(4 * told >= cases && 12 * uncertain >= cases, "{told} told, {uncertain} of them uncertain, of {cases}");
}

/// What is told of ranges is so at all corners of these and halfway between: a sum of weights times effects is least and
/// largest at corners.
#[test]
fn what_holds_for_every_range_holds_at_all_its_corners() {
    let (mut told, mut uncertain, cases) = (0, 0, cases(120, 3));
    for seed in 0..cases {
        let mut table = table(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 5);
        let interests: Vec<InterestId> = table.interests.keys().collect();
        for party in &mut table.parties {
            let mut range = || {
                let low = random.between(0, 3);
                [integer(low), integer(low + random.between(0, 3))]
            };
            let mut ranges: BTreeMap<InterestId, [Rational; 2]> =
                interests.iter().map(|interest| (*interest, range())).collect();
            ranges.insert(interests[0], [integer(1), integer(3)]);
            party.weights = Weights::Ranges(ranges);
            let effects = interests.iter().map(|interest| (*interest, integer(1))).collect();
            party.no_deal = Some(NoDeal { value: NoDealValue::Effects(effects), reason: None, range: None });
        }
        let question = Question::new(Objective::Fair);
        let Some(firm) = firm(&table, &question) else { continue };
        let rankings = firm.rankings.unwrap();
        assert!(rankings.is_exact, "seed {seed}");
        let corners = |party: PartyId| {
            let Weights::Ranges(ranges) = &table.parties[party].weights else { unreachable!() };
            let ends = ranges.values().map(|[low, high]| [low.clone(), high.clone(), (low + high) / integer(2)]);
            ends.multi_cartesian_product().collect()
        };
        let (certainly, possibly) = by_weightings(&table, &question, &interests, corners);
        assert_eq!(rankings.certainly, certainly.iter().filter(|holds| **holds).count(), "seed {seed}");
        assert_eq!(rankings.possibly, possibly.iter().filter(|holds| **holds).count(), "seed {seed}");
        told += 1;
        uncertain += u64::from(rankings.certainly != rankings.possibly);
    }
    assert!(4 * told >= cases && 12 * uncertain >= cases, "{told} told, {uncertain} of them uncertain, of {cases}");
}

/// Per package, whether it is acceptable with all of these weights, and with some.
///
/// Weights that happen to cancel out, so that a party tells nothing from anything, stand for themselves only with one that
/// never does: for another, weights a hair's breadth beside them speak.
fn by_weightings(
    table: &Table,
    question: &Question,
    interests: &[InterestId],
    weightings: impl Fn(PartyId) -> Vec<Vec<Rational>>,
) -> (Vec<bool>, Vec<bool>) {
    let oracle = Oracle::asked(table, question);
    let fixed = oracle.reasons(&Question { floors: false, ..question.clone() });
    let keeps = |package: &Package| fixed.iter().all(|reason| oracle.keeps(*reason, package));
    let mut certainly: Vec<bool> = oracle.packages.iter().map(keeps).collect();
    let mut possibly = certainly.clone();
    for party in table.parties.keys() {
        let mut ever = vec![false; certainly.len()];
        let weighed = |weighting: Vec<Rational>| {
            let mut weighed = table.clone();
            let pairs = interests.iter().copied().zip(weighting);
            weighed.parties[party].weights = Weights::Numbers(pairs.collect::<BTreeMap<_, _>>());
            weighed
        };
        let all = weightings(party);
        let mean = (0..interests.len()).map(|at| all.iter().map(|weighting| weighting[at].clone()).sum::<Rational>());
        let mean: Vec<Rational> = mean.map(|sum| sum / integer(all.len() as i64)).collect();
        let beside = |weighting: &Vec<Rational>| {
            let near =
                weighting.iter().zip(&mean).map(|(weight, mean)| (weight * integer(99_999) + mean) / integer(100_000));
            weighed(near.collect())
        };
        let has_say = |table: &Table| {
            let oracle = Oracle::asked(table, question);
            oracle.score(party, &oracle.packages[0]).is_some()
        };
        let (with_say, without): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|weighting| has_say(&weighed(weighting.clone())));
        let beside = without.iter().map(beside).filter(|table| with_say.is_empty() || has_say(table));
        let tables: Vec<Table> = beside.chain(with_say.iter().cloned().map(&weighed)).collect();
        for weighed in &tables {
            let oracle = Oracle::asked(weighed, question);
            for (at, package) in oracle.packages.iter().enumerate() {
                let lives = oracle.keeps(tafel::optimize::Reason::NoDeal(party), package);
                certainly[at] &= lives;
                ever[at] |= lives;
            }
        }
        possibly.iter_mut().zip(&ever).for_each(|(possibly, ever)| *possibly &= ever);
    }
    (certainly, possibly)
}

/// Where packages are endless the optimiser is asked anew: a change that is told is one.
#[test]
fn tables_that_cannot_be_listed_are_answered_anew() {
    let mut changes = 0;
    for seed in 0..30 {
        let table = table(seed, Amounts::Continuous);
        let question = Question::new(Objective::Joint);
        if table.count_packages().is_some() {
            continue;
        }
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &never()) else { continue };
        let limited = Question { deadline: Some(Instant::now() + Duration::from_secs(2)), ..question.clone() };
        let firm = firmness(&circumstances, &limited, &found.package, Claim::Advice, &[], &never());
        assert!(matches!(firm.method, Method::Sampled { .. }), "seed {seed}");
        let Some(reach) = firm.reaches.first() else { continue };
        let Some(shift) = reach.nearest() else { continue };
        let mut changed = table.clone();
        reach.number.parameter.set(&mut changed, shift.to.clone());
        let circumstances = Circumstances::new(changed.ready().unwrap(), question.world);
        match solve(&circumstances, &question, &never()) {
            Ok(Answer::Proven(other)) => assert_eq!(Some(other.package), shift.package, "seed {seed}"),
            other => assert_eq!(shift.package, None, "seed {seed}: {other:?}"),
        }
        changes += 1;
    }
    assert!(changes >= 3, "{changes}");
}

/// What a difference in readings comes to is the answer of brute force on the table without it.
#[test]
fn a_reading_matters_if_the_answer_without_it_is_another() {
    let (mut same, mut other, cases) = (0, 0, cases(600, 2));
    for seed in 0..cases {
        let table = table(seed, Amounts::Stepped);
        let question = Question::new(Objective::Fair);
        let Some(firm) = firm(&table, &question) else { continue };
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let matters = what_matters(&circumstances, &question, &firm.package, &never());
        for dispute in &matters.disputes {
            let Dispute::Reading { party, subject: (ReadOf::Option(option), interest), as_table, .. } = dispute else {
                continue;
            };
            let mut without = table.clone();
            without.parties[*party].readings.options.remove(&(*option, *interest));
            let oracle = Oracle::asked(&without, &question);
            let expected = match oracle.answer(&question) {
                _ if *as_table == Outcome::Unknown => continue,
                Some(verdict) if verdict.package == firm.package => None,
                answer => Some(answer.map(|verdict| verdict.package)),
            };
            let told = match as_table {
                Outcome::Other { package, .. } => Some(package.clone()),
                Outcome::Same | Outcome::Unknown => None,
            };
            assert_eq!(told, expected, "seed {seed}");
            if told.is_some() { other += 1 } else { same += 1 }
        }
    }
    assert!(12 * same >= cases && 600 * other >= cases, "{same} the same, {other} another, of {cases}");
}

/// Of weights that were left open, those of a party are asked for with which alone the answer is another.
#[test]
fn open_weights_that_change_the_answer_are_asked_for() {
    let table = |ann: &str, ben: &str| {
        let text = format!(
            r#"(version: 1, id: "t", title: "T", frozen: true,
            interests: {{ "a": "rest", "b": "money", "c": "light" }},
            parties: {{
                "Ann": (weights: "{ann}", no_deal: (effects: "", because: "stays")),
                "Ben": (weights: "{ben}", no_deal: (effects: "", because: "stays")),
            }},
            issues: {{
                "x": (today: "n", options: {{ "n": "", "y": "a+5 b-3 c+1" }}),
                "w": (today: "n", options: {{ "n": "", "y": "a-2 b+7 c-3" }}),
                "v": (today: "n", options: {{ "n": "", "y": "c+4 b-2" }}),
            }})"#
        );
        tafel::table_file::read(&text).table.unwrap()
    };
    let question = Question::new(Objective::Fair);
    let answer = |table: &Table| match solve(&base(table), &question, &never()) {
        Ok(Answer::Proven(found)) => found.package,
        other => panic!("{other:?}"),
    };
    let (ann, ben) = ("a 30..60, b 20, c 10..40", "b 40..50, a 10..60, c 5");
    let open = table(ann, ben);
    let package = answer(&open);
    let matters = what_matters(&base(&open), &question, &package, &never());
    let asked = matters.firmness.rankings.as_ref().unwrap().most_open.unwrap();
    assert_eq!(matters.ask, Some(Ask::Weights(asked.0)));
    // Somewhere in the ranges of that party alone the answer is another.
    let of_ann = [("a 30, b 20, c 40", ben), ("a 60, b 20, c 10", ben)];
    let of_ben = [(ann, "b 40, a 60, c 5"), (ann, "b 50, a 10, c 5")];
    let ends = if open.parties[asked.0].id == "Ann" { of_ann } else { of_ben };
    assert!(ends.iter().any(|(ann, ben)| answer(&table(ann, ben)) != package), "{asked:?}");
    // Weights that are known aren't asked for.
    let known = table("a 45, b 20, c 25", "b 45, a 35, c 5");
    let matters = what_matters(&base(&known), &question, &answer(&known), &never());
    assert!(matches!(matters.ask, Some(Ask::Number(_))), "{:?}", matters.ask);
}

/// The vvt table with the room for wages in dispute.
fn disputed_room() -> Table {
    let mut table = scenario("vvt-cao-2018");
    let fact = table.narrative.facts.iter_mut().find(|fact| fact.id == "loonruimte").unwrap();
    fact.status = Status::Contested;
    table
}

#[test]
fn a_disputed_room_is_told_with_how_far_it_can_go() {
    let mut table = disputed_room();
    table.worlds.truncate(1);
    let question = Question::new(Objective::Fair);
    let circumstances = base(&table);
    let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &never()) else { panic!("no answer") };
    let matters = what_matters(&circumstances, &question, &found.package, &never());
    let room = Parameter::Limit { rule: RuleId::from(0), holder: Holder::Table };
    assert!(matches!(matters.disputes[..], [Dispute::Number { parameter, .. }] if parameter == room));
    assert_eq!(matters.ask, Some(Ask::Dispute(0)));
    let reach = matters.firmness.reach(room).unwrap();
    let down = reach.down.as_ref().unwrap();
    // The answer costs 4.7 of the 3.6 + 1.2 there are, so that 3.5 is just enough.
    assert_eq!((&down.to, down.edge), (&(integer(7) / integer(2)), Edge::Beyond));
    for (tenths, same) in [(36, true), (35, true), (34, false)] {
        let answer = answer_with(&table, &question, reach, &(integer(tenths) / integer(10)));
        assert_eq!(answer == Some(Some(found.package.clone())), same, "{tenths}");
    }
    let words = Wordbook::new(Language::En);
    let text = what_matters_text(&circumstances, &question, &matters, &words, 80);
    assert!(text.contains("What do the tariffs of this year and next pay for"), "{text}");
}

fn told(table: &Table, language: Language) -> [String; 2] {
    let question = Question::new(Objective::Fair);
    let circumstances = base(table);
    let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &never()) else { panic!("no answer") };
    let matters = what_matters(&circumstances, &question, &found.package, &never());
    let words = Wordbook::new(language);
    [
        firm_text(&circumstances, &question, &matters.firmness, &words, 80),
        what_matters_text(&circumstances, &question, &matters, &words, 80),
    ]
}

#[test]
fn what_matters_fits_on_one_screen() {
    let table = scenario("vvt-cao-2018");
    for language in [Language::En, Language::Nl] {
        let [firm, matters] = told(&table, language);
        assert!(matters.lines().count() <= 24, "{matters}");
        assert!(matters.lines().chain(firm.lines()).all(|line| line.chars().count() <= 80), "{matters}");
        let name = if language == Language::En { "en" } else { "nl" };
        insta::assert_snapshot!(format!("what_matters_{name}"), matters);
        insta::assert_snapshot!(format!("firm_{name}"), firm);
    }
    let [_, disputed] = told(&disputed_room(), Language::En);
    insta::assert_snapshot!("what_matters_disputed", disputed);
}

#[test]
fn json_has_every_number_and_the_question() {
    let table = disputed_room();
    let question = Question::new(Objective::Fair);
    let circumstances = base(&table);
    let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &never()) else { panic!("no answer") };
    let matters = what_matters(&circumstances, &question, &found.package, &never());
    let read = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let firm = read(firm_json(&circumstances, &question, &matters.firmness).unwrap());
    assert_eq!(firm["numbers"].as_array().unwrap().len(), matters.firmness.reaches.len());
    assert_eq!((firm["claim"].as_str(), firm["method"].as_str()), (Some("advice"), Some("everywhere")));
    assert_eq!(firm["numbers"][0]["kind"], "limit");
    assert_eq!(firm["numbers"][0]["down"]["to"], 3.5);
    assert!(firm["numbers"].as_array().unwrap().iter().all(|number| number["known"] == true));
    let stopped = what_matters(&circumstances, &question, &found.package, &AtomicBool::new(true)).firmness;
    let stopped = read(firm_json(&circumstances, &question, &stopped).unwrap());
    assert!(stopped["numbers"].as_array().unwrap().iter().all(|number| number["known"] == false));
    assert_eq!(stopped["left"], firm["numbers"].as_array().unwrap().len());
    let matters = read(what_matters_json(&circumstances, &question, &matters).unwrap());
    assert_eq!(matters["disputes"][0]["status"], "contested");
    assert_eq!(matters["disputes"][1]["outcomes"][0]["answer"], "lost");
    assert_eq!(matters["ask"]["dispute"], 1);
}

#[test]
fn stopped_before_it_starts_it_says_what_it_knows() {
    let flag = AtomicBool::new(true);
    for name in ["vvt-cao-2018", "cz-breburg-wachtlijsten"] {
        let table = scenario(name);
        let question = Question::new(Objective::Fair);
        let circumstances = base(&table);
        let package = Oracle::new(&table, question.world).packages.swap_remove(0);
        let matters = what_matters(&circumstances, &question, &package, &flag);
        assert_eq!(matters.firmness.draws.of, 0);
        assert!(matters.firmness.shifting().next().is_none());
        let words = Wordbook::new(Language::Nl);
        assert!(!what_matters_text(&circumstances, &question, &matters, &words, 80).is_empty());
    }
}
