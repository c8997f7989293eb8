//! Continuous amounts against the geometry of the problem.
//!
//! With the choices fixed and each amount on a straight stretch, every gain and every rule is a plane over the amounts.
//! The best package then lies where some of these meet: bounds of stretches, rules that are just kept, and pairs of
//! parties with equal gains. With one or two amounts all such points can be listed and scored.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod support;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;
use support::oracle::Oracle;
use support::random::{Random, cases};
use support::small_tables::{Amounts, question, table};
use tafel::domain::{Decision, IssueId, IssueKind, Package, Rational, Table, integer};
use tafel::optimize::{Answer, How, Objective, Question, Reason, Ties, solve};
use tafel::valuation::Circumstances;

/// The issues with an amount that isn't on a step and isn't parked.
fn continuous(table: &Table) -> Vec<IssueId> {
    let free = table.issues.iter_enumerated().filter(|(_, issue)| !issue.parked);
    free.filter(|(_, issue)| matches!(&issue.kind, IssueKind::Quantity(quantity) if quantity.step.is_none()))
        .map(|(id, _)| id)
        .collect()
}

/// The table with its continuous amounts on steps of 2, where the generator's curves bend.
fn on_corners(table: &Table) -> Table {
    let mut stepped = table.clone();
    for id in continuous(table) {
        if let IssueKind::Quantity(quantity) = &mut stepped.issues[id].kind {
            quantity.step = Some(integer(2));
        }
    }
    stepped
}

/// Values that are planes over the amounts: gains, and what must not be negative.
fn planes(oracle: &Oracle<'_>, reasons: &BTreeSet<Reason>, package: &Package) -> (Vec<Rational>, Vec<Rational>) {
    let gains = oracle.gains(package);
    let slacks = reasons.iter().flat_map(|reason| oracle.slacks(*reason, package)).collect();
    (gains, slacks)
}

/// All packages at which an optimum can lie.
fn candidates(table: &Table, oracle: &Oracle<'_>, reasons: &BTreeSet<Reason>) -> Vec<Package> {
    let amounts = continuous(table);
    let mut found = Vec::new();
    // The oracle's packages stand on corners; each corner that isn't the last starts a stretch.
    for corner in &oracle.packages {
        let starts: Option<Vec<Rational>> = amounts
            .iter()
            .map(|issue| match &corner.decisions[*issue] {
                Decision::Amount(amount) if *amount < integer(4) => Some(amount.clone()),
                _ => None,
            })
            .collect();
        let Some(starts) = starts else { continue };
        let at = |along: &[Rational]| {
            let mut package = corner.clone();
            for ((issue, start), along) in amounts.iter().zip(&starts).zip(along) {
                package.decisions[*issue] = Decision::Amount(start + along * integer(2));
            }
            package
        };
        let origin = vec![integer(0); amounts.len()];
        let (gains, slacks) = planes(oracle, reasons, &at(&origin));
        let slopes = (0..amounts.len()).map(|axis| {
            let mut unit = origin.clone();
            unit[axis] = integer(1);
            planes(oracle, reasons, &at(&unit))
        });
        let slopes: Vec<_> = slopes.collect();
        let line = |base: &Rational, ends: Vec<&Rational>| -> (Rational, Vec<Rational>) {
            (base.clone(), ends.into_iter().map(|end| end - base).collect())
        };
        let mut lines: Vec<(Rational, Vec<Rational>)> = Vec::new();
        for axis in 0..amounts.len() {
            let mut unit = origin.clone();
            unit[axis] = integer(1);
            lines.push((integer(0), unit.clone()));
            lines.push((integer(-1), unit));
        }
        for (row, slack) in slacks.iter().enumerate() {
            lines.push(line(slack, slopes.iter().map(|(_, slacks)| &slacks[row]).collect()));
        }
        for [a, b] in (0..gains.len()).array_combinations() {
            let base = &gains[a] - &gains[b];
            let slope = slopes.iter().map(|(gains, _)| &gains[a] - &gains[b] - &base).collect();
            lines.push((base, slope));
        }
        found.extend(meetings(&lines, amounts.len()).into_iter().map(|along| at(&along)));
    }
    found
}

/// Where as many lines meet as there are amounts, within the stretch.
fn meetings(lines: &[(Rational, Vec<Rational>)], amounts: usize) -> Vec<Vec<Rational>> {
    let zero = integer(0);
    let points: Vec<Vec<Rational>> = match amounts {
        0 => vec![Vec::new()],
        1 => lines.iter().filter(|(_, s)| s[0] != zero).map(|(base, s)| vec![-base / &s[0]]).collect(),
        _ => {
            let meet = |[(a, s), (b, t)]: [&(Rational, Vec<Rational>); 2]| {
                let determinant = &s[0] * &t[1] - &s[1] * &t[0];
                (determinant != zero)
                    .then(|| vec![(&s[1] * b - &t[1] * a) / &determinant, (&t[0] * a - &s[0] * b) / &determinant])
            };
            lines.iter().array_combinations().filter_map(meet).collect()
        }
    };
    points.into_iter().filter(|point| point.iter().all(|x| zero <= *x && *x <= integer(1))).collect()
}

fn objective(oracle: &Oracle<'_>, question: &Question, package: &Package) -> (Rational, Vec<Rational>) {
    let leximin: Vec<Rational> = oracle.gains(package).into_iter().sorted().collect();
    let first = match question.objective {
        Objective::Joint => leximin.iter().sum(),
        Objective::Fair => integer(0),
        Objective::Best(party) => oracle.score(party, package).unwrap_or_default(),
        Objective::KalaiSmorodinsky | Objective::Nash => unreachable!("not asked here"),
    };
    (first, leximin)
}

#[test]
fn continuous_amounts_settle_where_the_planes_meet() {
    let (mut answered, mut infeasible, cases) = (0, 0, cases(1_000, 5));
    for seed in 0..cases {
        let table = table(seed, Amounts::Continuous);
        if !(1..=2).contains(&continuous(&table).len()) {
            continue;
        }
        let question = question(&mut Random::new(seed + 1), &table);
        if matches!(question.objective, Objective::KalaiSmorodinsky | Objective::Nash) {
            continue;
        }
        let stepped = on_corners(&table);
        let oracle = Oracle::new(&stepped, question.world);
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let Ok(answer) = solve(&circumstances, &question, &AtomicBool::new(false)) else { continue };
        let reasons = oracle.reasons(&question);
        let candidates = candidates(&table, &oracle, &reasons);
        let allowed = |package: &&Package| reasons.iter().all(|reason| oracle.keeps(*reason, package));
        let best = candidates.iter().filter(allowed).map(|package| objective(&oracle, &question, package)).max();
        match answer {
            Answer::Proven(found) => {
                assert!(allowed(&&found.package), "seed {seed}");
                assert_eq!(Some(objective(&oracle, &question, &found.package)), best, "seed {seed} {question:?}");
                assert_eq!((found.ties, found.how), (Ties::Continuous, How::BranchAndBound), "seed {seed}");
                answered += 1;
            }
            Answer::Infeasible(_) => {
                assert_eq!(best, None, "seed {seed}");
                infeasible += 1;
            }
            other => panic!("seed {seed}: {other:?}"),
        }
    }
    assert!(5 * answered >= cases && 25 * infeasible >= cases, "{answered} answered, {infeasible} infeasible");
}
