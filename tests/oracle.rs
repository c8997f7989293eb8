//! The optimiser against brute force that shares no code with it, on random small tables.

mod support;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use support::oracle::{Oracle, Verdict};
use support::random::{Random, cases};
use support::small_tables::{Amounts, question, table};
use tafel::domain::Table;
use tafel::optimize::{Answer, Engine, Objective, Question, Refusal, Repair, Ties, solve_with};
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

#[track_caller]
fn check(seed: u64, engine: Engine) -> (bool, bool) {
    let table = table(seed, Amounts::Stepped);
    let question = question(&mut Random::new(seed + 1), &table);
    let oracle = Oracle::new(&table, question.world);
    let context = format!("seed {seed}, {question:?}, {engine:?}");
    let answer = match ask(&table, &question, engine) {
        Err(refusal) => {
            assert!(is_refused(&oracle, &table, &question), "{context}: {refusal:?}");
            return (false, false);
        }
        Ok(answer) => answer,
    };
    assert!(!is_refused(&oracle, &table, &question), "{context}");
    match (answer, oracle.answer(&question)) {
        (Answer::Proven(found), Some(verdict)) => {
            assert_eq!(oracle.gains(&found.package), verdict.gains, "{context}");
            assert_eq!(found.package, verdict.package, "{context}");
            let Ties::Listed { packages, complete } = found.ties else { panic!("{context}: no ties") };
            assert_same_ties(&oracle, &packages, complete, &verdict, &context);
            (false, verdict.tied.len() > 1)
        }
        (Answer::Infeasible(conflict), None) => {
            let reasons: BTreeSet<_> = conflict.reasons.iter().copied().collect();
            assert!(reasons.is_subset(&oracle.reasons(&question)), "{context}");
            assert!(oracle.is_minimal_conflict(&reasons), "{context}: {reasons:?}");
            assert_repairs_work(&table, &question, &conflict.repairs, &context);
            (true, false)
        }
        (answer, verdict) => panic!("{context}: {answer:?} against {verdict:?}"),
    }
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

/// Each repair, carried out, leaves a package; of a limit, giving less would leave none.
#[track_caller]
fn assert_repairs_work(table: &Table, question: &Question, repairs: &[Repair], context: &str) {
    for repair in repairs {
        let mut mended = table.clone();
        let mut question = *question;
        match repair {
            Repair::OpenIssue(issue) => mended.issues[*issue].parked = false,
            Repair::World(world) => question.world = *world,
            _ => continue,
        }
        let oracle = Oracle::new(&mended, question.world);
        let reasons = oracle.reasons(&question);
        assert!(oracle.allowed(&reasons).next().is_some(), "{context}: {repair:?} doesn't help");
    }
}

#[test]
fn enumeration_gives_the_answer_of_the_definitions() {
    for seed in 0..cases(1_000) {
        check(seed, Engine::Enumeration);
    }
}

#[test]
fn branch_and_bound_gives_the_answer_of_the_definitions() {
    for seed in 0..cases(1_000) {
        check(seed, Engine::BranchAndBound);
    }
}

#[test]
fn the_generator_makes_enough_of_what_is_hard() {
    let (mut infeasible, mut tied) = (0, 0);
    for seed in 0..500 {
        let (is_infeasible, is_tied) = check(seed, Engine::Enumeration);
        infeasible += u32::from(is_infeasible);
        tied += u32::from(is_tied);
    }
    assert!(infeasible >= 50 && tied >= 50, "of 500 tables {infeasible} are infeasible and {tied} tied");
}
