//! The optimiser against brute force that shares no code with it, on random small tables.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::by_definition::has_no_answer;
use crate::support::oracle::{Oracle, Verdict};
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question, with_pairs};
use itertools::Itertools as _;
use tafel::domain::{IssueId, Package, PartyId, Rational, RuleId, Table, WorldId, nearest_f64};
use tafel::optimize::{Answer, Engine, Objective, Question, Reason, Refusal, Repair, Ties, solve_with};
use tafel::valuation::Circumstances;

fn ask(table: &Table, question: &Question, engine: Engine) -> Result<Answer, Refusal> {
    let ready = table.ready().expect("generated tables are complete");
    solve_with(&Circumstances::new(ready, question.world), question, &AtomicBool::new(false), engine)
}

/// What a case is good for.
#[derive(Default)]
struct Seen {
    infeasible: u64,
    answered: u64,
    tied: u64,
    /// How many ways out of a conflict.
    repairs: usize,
}

/// Checks every engine on the table of `seed`.
#[track_caller]
fn check(seed: u64, demands: usize, seen: &mut Seen) {
    let table = entangled(seed, Amounts::Stepped);
    let mut random = Random::new(seed + 1);
    let question = question(&mut random, &table);
    let also = (0..demands).map(|_| demand(&mut random, &table)).collect();
    check_engines(seed, &table, &Question { also, ..question }, seen);
}

#[track_caller]
fn check_engines(seed: u64, table: &Table, question: &Question, seen: &mut Seen) {
    let oracle = Oracle::asked(table, question);
    let refused = has_no_answer(std::slice::from_ref(&oracle), question);
    let verdict = if refused { None } else { oracle.answer(question) };
    let ways_out = if refused || verdict.is_some() { Vec::new() } else { ways_out(table, question, &oracle) };
    for engine in [Engine::Enumeration, Engine::BranchAndBound, Engine::Bounds] {
        let context = format!("seed {seed}, {question:?}, {engine:?}");
        match (ask(table, question, engine), &verdict) {
            (Err(refusal), _) => assert!(refused, "{context}: {refusal:?}"),
            (Ok(Answer::Proven(found)), Some(verdict)) => {
                assert_eq!(oracle.gains(&found.package), verdict.gains, "{context}");
                assert_eq!(found.package, verdict.package, "{context}");
                let Ties::Listed { packages, complete } = found.ties else { panic!("{context}: no ties") };
                assert_same_ties(&oracle, &packages, complete, verdict, &context);
            }
            (Ok(Answer::Infeasible(conflict)), None) if !refused => {
                let reasons: BTreeSet<_> = conflict.reasons.iter().copied().collect();
                assert!(reasons.is_subset(&oracle.reasons(question)), "{context}");
                assert!(oracle.is_minimal_conflict(&reasons), "{context}: {reasons:?}");
                let told = conflict.repairs.iter().filter_map(|repair| told(table, repair));
                assert_eq!(told.collect::<Vec<_>>(), ways_out, "{context}");
                assert_between_comes_before_people(&conflict.repairs, &context);
            }
            (answer, verdict) => panic!("{context}: {answer:?} against {verdict:?}"),
        }
    }
    seen.infeasible += u64::from(!refused && verdict.is_none());
    seen.answered += u64::from(verdict.is_some());
    seen.tied += u64::from(verdict.is_some_and(|verdict| verdict.tied.len() > 1));
    seen.repairs += ways_out.len();
}

#[track_caller]
fn assert_same_ties(oracle: &Oracle<'_>, packages: &[Package], complete: bool, verdict: &Verdict, context: &str) {
    let vectors: BTreeSet<_> = packages.iter().map(|package| oracle.gains(package)).collect();
    assert_eq!(vectors.len(), packages.len(), "{context}: a gain vector twice");
    assert_eq!(packages[0], verdict.package, "{context}: the answer comes first");
    assert_eq!(complete, verdict.tied.len() <= Ties::MOST, "{context}");
    assert_eq!(vectors.len(), verdict.tied.len().min(Ties::MOST), "{context}");
    assert!(vectors.is_subset(&verdict.tied), "{context}");
}

/// A way out of a conflict: where its kind stands, the name of what gives, which body at its home, how much, and whether
/// it is less of what a limit counts that would have to do.
type WayOut = (usize, String, usize, Option<Rational>, bool);

/// A repair that the definition finds as well: all but an option in between, which is a hint.
fn told(table: &Table, repair: &Repair) -> Option<WayOut> {
    let party = |party: PartyId| table.parties[party].id.clone();
    let rule = |rule: RuleId| table.rules[rule].id.clone();
    Some(match repair {
        Repair::OpenIssue(issue) => (0, table.issues[*issue].id.clone(), 0, None, false),
        Repair::World(world) => (1, table.worlds[*world].id.clone(), 0, None, false),
        Repair::Between { .. } => return None,
        Repair::RuleGives { rule: id, amount, less } => (2, rule(*id), 0, Some(amount.clone()), *less),
        Repair::RuleGoes { rule: id } => (2, rule(*id), 0, None, false),
        Repair::RatificationGives { party: id, body } => (3, party(*id), *body, None, false),
        Repair::NoDealGives { party: id, amount } => (4, party(*id), 0, Some(amount.clone()), false),
    })
}

/// Every way out in its order, by the definitions: issues that are parked, worlds, then whatever alone stands in the way,
/// rules before people at home before no-deals, each by name and with the least that it would have to give.
fn ways_out(table: &Table, question: &Question, oracle: &Oracle<'_>) -> Vec<WayOut> {
    let is_open = |table: &Table, question: &Question| {
        let oracle = Oracle::asked(table, question);
        oracle.allowed(&oracle.reasons(question)).next().is_some()
    };
    let opens = |issue: &IssueId| {
        let mut mended = table.clone();
        mended.issues[*issue].parked = false;
        table.issues[*issue].parked && is_open(&mended, question)
    };
    let other_world =
        |world: &WorldId| *world != question.world && is_open(table, &Question { world: *world, ..question.clone() });
    let issues = table.issues.keys().filter(opens).map(Repair::OpenIssue);
    let worlds = table.worlds.keys().filter(other_world).map(Repair::World);
    let reasons = oracle.reasons(question);
    let gives = reasons.iter().filter_map(|reason| {
        let others = reasons.iter().copied().filter(|other| other != reason).collect();
        let allowed: Vec<&Package> = oracle.allowed(&others).collect();
        let amount = allowed.iter().filter_map(|package| oracle.shortfall(*reason, package)).min();
        match (*reason, amount) {
            _ if allowed.is_empty() => None,
            (Reason::Rule(rule), Some(amount)) => {
                // Of packages as near on either side it is those with too much that are told of.
                let has_too_much = allowed.iter().any(|package| oracle.excess(rule, package).as_ref() == Some(&amount));
                Some(Repair::RuleGives { rule, amount, less: !has_too_much })
            }
            (Reason::Rule(rule), None) => Some(Repair::RuleGoes { rule }),
            (Reason::Ratification { party, body }, _) => Some(Repair::RatificationGives { party, body }),
            (Reason::NoDeal(party), amount) => Some(Repair::NoDealGives { party, amount: amount.unwrap() }),
            (Reason::Asked(_), _) => None, // Whoever asks knows best what to ask instead.
        }
    });
    let mut all: Vec<WayOut> = issues.chain(worlds).chain(gives).filter_map(|repair| told(table, &repair)).collect();
    all.sort();
    all
}

/// An option in between is thought of once issues and worlds are open, and before anybody gives.
#[track_caller]
fn assert_between_comes_before_people(repairs: &[Repair], context: &str) {
    let between = repairs.iter().positions(|repair| matches!(repair, Repair::Between { .. })).collect::<Vec<_>>();
    let opens = |repair: &Repair| matches!(repair, Repair::OpenIssue(_) | Repair::World(_));
    let opening = repairs.iter().filter(|repair| opens(repair)).count();
    assert!(between.is_empty() || between == [opening], "{context}: {repairs:?}");
}

/// What is asked besides is as hard as a rule in both engines, and named where it leaves no package.
#[test]
fn what_is_asked_besides_is_kept_or_named_in_the_conflict() {
    let (mut seen, cases) = (Seen::default(), cases(1_000, 20));
    for seed in 0..cases {
        check(seed, 1 + seed as usize % 2, &mut seen);
    }
    let infeasible = seen.infeasible;
    assert!(10 * infeasible >= cases && 10 * infeasible <= 9 * cases, "{infeasible} of {cases} are infeasible");
    assert!(7 * seen.repairs as u64 >= cases, "{} ways out of {infeasible} conflicts", seen.repairs);
}

/// The integer programme alone reaches the best value, as far as its tolerance goes, and never more.
#[track_caller]
fn check_programme(seed: u64) -> bool {
    let table = entangled(seed, Amounts::Stepped);
    let question = question(&mut Random::new(seed + 1), &table);
    let oracle = Oracle::new(&table, question.world);
    if matches!(question.objective, Objective::Nash | Objective::KalaiSmorodinsky) {
        return false; // Their optimum isn't that of a programme, or only after others have been solved.
    }
    let Ok(answer) = ask(&table, &question, Engine::Programme) else { return false };
    let value = |package| nearest_f64(&oracle.objective(&question, package, &[])[0]);
    match (answer, oracle.answer(&question)) {
        (Answer::Unknown, None) => false,
        (Answer::BestFound(best), Some(verdict)) => {
            let (proposed, exact) = (value(&best.found.package), value(&verdict.package));
            assert!((proposed - exact).abs() < 1e-6, "seed {seed}, {question:?}: {proposed} against {exact}");
            assert!(proposed <= best.bound + 1e-9 && exact <= best.bound + 1e-9, "seed {seed}, {question:?}");
            true
        }
        (answer, verdict) => panic!("seed {seed}, {question:?}: {answer:?} against {verdict:?}"),
    }
}

#[test]
fn the_integer_programme_reaches_the_same_values() {
    let answered = (0..cases(1_000, 20)).filter(|seed| check_programme(*seed)).count() as u64;
    assert!(4 * answered >= cases(1_000, 20), "{answered} answered");
}

#[test]
fn every_engine_gives_the_answer_of_the_definitions() {
    let (mut seen, cases) = (Seen::default(), cases(1_000, 20));
    for seed in 0..cases {
        check(seed, 0, &mut seen);
    }
    // A generator that makes nothing hard proves nothing.
    assert!(10 * seen.infeasible >= cases, "{} of {cases} tables are infeasible", seen.infeasible);
    assert!(10 * seen.tied >= seen.answered, "{} of {} answers are tied", seen.tied, seen.answered);
    assert!(20 * seen.repairs as u64 >= cases, "{} ways out of {} conflicts", seen.repairs, seen.infeasible);
}

/// Where everybody's gains come to the same sum whatever is chosen, a mixture of what must be kept has no use for that sum.
#[test]
fn sums_that_are_always_the_same_rule_nothing_out() {
    let table = with_pairs(1_359, Amounts::Stepped);
    let question = question(&mut Random::new(1_360), &table);
    check_engines(1_359, &table, &question, &mut Seen::default());
}

/// Where weights leave nothing of what an alternative adds but what rounding makes of it, a row has nothing to tell.
#[test]
fn what_rounding_leaves_of_a_sum_rules_nothing_out() {
    check(10_766, 1, &mut Seen::default());
}
