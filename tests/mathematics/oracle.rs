//! The optimiser against brute force that shares no code with it, on random small tables.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::oracle::{Oracle, Verdict};
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question, table};
use tafel::domain::{Table, nearest_f64};
use tafel::optimize::{Answer, Engine, Objective, Question, Reason, Refusal, Repair, Ties, solve_with};
use tafel::valuation::Circumstances;

fn ask(table: &Table, question: &Question, engine: Engine) -> Result<Answer, Refusal> {
    let ready = table.ready().expect("generated tables are complete");
    solve_with(&Circumstances::new(ready, question.world), question, &AtomicBool::new(false), engine)
}

/// Why there is no answer, by the definitions.
fn is_refused(oracle: &Oracle<'_>, table: &Table, question: &Question) -> bool {
    let scored: Vec<_> = table.parties.keys().filter(|p| oracle.score(*p, &oracle.packages[0]).is_some()).collect();
    match question.objective {
        Objective::Best(party) => !scored.contains(&party),
        _ => scored.is_empty() || scored.iter().any(|party| oracle.no_deal(*party).is_none()),
    }
}

/// Checks every engine on the table of `seed`; says whether it is infeasible and whether it is tied.
#[track_caller]
fn check(seed: u64, demands: usize) -> (bool, bool) {
    let table = entangled(seed, Amounts::Stepped);
    let mut random = Random::new(seed + 1);
    let question = question(&mut random, &table);
    let also = (0..demands).map(|_| demand(&mut random, &table)).collect();
    let question = Question { also, ..question };
    let oracle = Oracle::asked(&table, &question);
    let refused = is_refused(&oracle, &table, &question);
    let verdict = if refused { None } else { oracle.answer(&question) };
    for engine in [Engine::Enumeration, Engine::BranchAndBound, Engine::Bounds] {
        let context = format!("seed {seed}, {question:?}, {engine:?}");
        match (ask(&table, &question, engine), &verdict) {
            (Err(refusal), _) => assert!(refused, "{context}: {refusal:?}"),
            (Ok(Answer::Proven(found)), Some(verdict)) => {
                assert_eq!(oracle.gains(&found.package), verdict.gains, "{context}");
                assert_eq!(found.package, verdict.package, "{context}");
                let Ties::Listed { packages, complete } = found.ties else { panic!("{context}: no ties") };
                assert_same_ties(&oracle, &packages, complete, verdict, &context);
            }
            (Ok(Answer::Infeasible(conflict)), None) if !refused => {
                let reasons: BTreeSet<_> = conflict.reasons.iter().copied().collect();
                assert!(reasons.is_subset(&oracle.reasons(&question)), "{context}");
                assert!(oracle.is_minimal_conflict(&reasons), "{context}: {reasons:?}");
                assert_repairs_work(&table, &question, &oracle, &conflict.repairs, &context);
            }
            (answer, verdict) => panic!("{context}: {answer:?} against {verdict:?}"),
        }
    }
    (!refused && verdict.is_none(), verdict.is_some_and(|verdict| verdict.tied.len() > 1))
}

#[track_caller]
fn assert_same_ties(
    oracle: &Oracle<'_>,
    packages: &[tafel::domain::Package],
    complete: bool,
    verdict: &Verdict,
    context: &str,
) {
    let vectors: BTreeSet<_> = packages.iter().map(|package| oracle.gains(package)).collect();
    assert_eq!(vectors.len(), packages.len(), "{context}: a gain vector twice");
    assert_eq!(packages[0], verdict.package, "{context}: the answer comes first");
    assert_eq!(complete, verdict.tied.len() <= Ties::MOST, "{context}");
    assert_eq!(vectors.len(), verdict.tied.len().min(Ties::MOST), "{context}");
    assert!(vectors.is_subset(&verdict.tied), "{context}");
}

/// Each repair, carried out, leaves a package, and the least concession is named where there is one.
#[track_caller]
fn assert_repairs_work(table: &Table, question: &Question, oracle: &Oracle<'_>, repairs: &[Repair], context: &str) {
    for repair in repairs {
        let mut mended = table.clone();
        let mut question = question.clone();
        let (reason, amount) = match repair {
            Repair::Between { .. } => continue,
            Repair::OpenIssue(issue) => {
                mended.issues[*issue].parked = false;
                (None, None)
            }
            Repair::World(world) => {
                question.world = *world;
                (None, None)
            }
            Repair::RuleGives { rule, amount, .. } => (Some(Reason::Rule(*rule)), Some(amount)),
            Repair::RuleGoes { rule } => (Some(Reason::Rule(*rule)), None),
            Repair::RatificationGives { party, body } => {
                (Some(Reason::Ratification { party: *party, body: *body }), None)
            }
            Repair::NoDealGives { party, amount } => (Some(Reason::NoDeal(*party)), Some(amount)),
        };
        let Some(reason) = reason else {
            let oracle = Oracle::asked(&mended, &question);
            assert!(oracle.allowed(&oracle.reasons(&question)).next().is_some(), "{context}: {repair:?}");
            continue;
        };
        let others = oracle.reasons(&question).into_iter().filter(|other| *other != reason).collect();
        let mut allowed = oracle.allowed(&others).peekable();
        assert!(allowed.peek().is_some(), "{context}: {repair:?}");
        if let Some(amount) = amount {
            let least = allowed.filter_map(|package| oracle.shortfall(reason, package)).min();
            assert_eq!(least.as_ref(), Some(amount), "{context}: {repair:?}");
        }
    }
}

/// What is asked besides is as hard as a rule in both engines, and named where it leaves no package.
#[test]
fn what_is_asked_besides_is_kept_or_named_in_the_conflict() {
    let (mut infeasible, cases) = (0, cases(300, 20));
    for seed in 0..cases {
        let (is_infeasible, _) = check(seed, 1 + seed as usize % 2);
        infeasible += u64::from(is_infeasible);
    }
    assert!(10 * infeasible >= cases && 10 * infeasible <= 9 * cases, "{infeasible} of {cases} are infeasible");
}

/// The integer programme alone reaches the best value, as far as its tolerance goes, and never more.
#[track_caller]
fn check_programme(seed: u64) -> bool {
    let table = table(seed, Amounts::Stepped);
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
    let (mut infeasible, mut tied, cases) = (0, 0, cases(1_000, 20));
    for seed in 0..cases {
        let (is_infeasible, is_tied) = check(seed, 0);
        infeasible += u64::from(is_infeasible);
        tied += u64::from(is_tied);
    }
    // A generator that makes nothing hard proves nothing.
    assert!(10 * infeasible >= cases, "{infeasible} of {cases} tables are infeasible");
    assert!(10 * tied >= cases, "{tied} of {cases} tables are tied");
}

/// Where everybody's gains come to the same sum whatever is chosen, a mixture of what must be kept has no use for that sum.
#[test]
fn sums_that_are_always_the_same_rule_nothing_out() {
    check(1_359, 0);
}
