//! Whether leaving out any one reason of a conflict is enough, against brute force.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, entangled, question};
use tafel::domain::WorldId;
use tafel::optimize::{Answer, Engine, Objective, Question, Reason, solve, solve_with};
use tafel::table_file::read;
use tafel::valuation::Circumstances;

#[test]
fn that_any_one_reason_could_be_left_out_is_said_only_where_it_is_so() {
    let (mut enough, mut further) = (0, 0);
    for seed in 0..cases(1_000, 20) {
        let table = entangled(seed, Amounts::Stepped);
        let asked = question(&mut Random::new(seed + 1), &table);
        let circumstances = Circumstances::new(table.ready().unwrap(), asked.world);
        let oracle = Oracle::asked(&table, &asked);
        for engine in [Engine::Enumeration, Engine::BranchAndBound] {
            let answer = solve_with(&circumstances, &asked, &AtomicBool::new(false), engine);
            let Ok(Answer::Infeasible(conflict)) = answer else { continue };
            let all = oracle.reasons(&asked);
            let frees = |reason: &Reason| {
                let others: BTreeSet<Reason> = all.iter().copied().filter(|other| other != reason).collect();
                oracle.allowed(&others).next().is_some()
            };
            let each = conflict.reasons.iter().all(frees);
            assert_eq!(conflict.any_one_suffices, Some(each), "seed {seed}, {engine:?}: {:?}", conflict.reasons);
            *(if each { &mut enough } else { &mut further }) += 1;
        }
    }
    assert!(enough > 0 && further > 0, "{enough} where any one will do, {further} where none need do");
}

#[test]
fn of_two_separate_conflicts_no_single_reason_is_enough() {
    let text = r#"(version: 1, id: "two", title: "Two", frozen: true,
        interests: {"a": "a", "b": "b", "c": "c", "d": "d"},
        parties: {
            "A": (weights: "a 1", no_deal: (score: 60)), "B": (weights: "b 1", no_deal: (score: 60)),
            "C": (weights: "c 1", no_deal: (score: 60)), "D": (weights: "d 1", no_deal: (score: 60)),
        },
        issues: {
            "x": (today: "l", options: {"l": "a+4", "r": "b+4"}),
            "y": (today: "l", options: {"l": "c+4", "r": "d+4"}),
        })"#;
    let table = read(text).table.unwrap();
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let Ok(Answer::Infeasible(conflict)) =
        solve(&circumstances, &Question::new(Objective::Joint), &AtomicBool::new(false))
    else {
        panic!("there is no package");
    };
    assert_eq!((conflict.reasons.len(), conflict.any_one_suffices), (2, Some(false)));
    assert_eq!(conflict.repairs, []);
}
