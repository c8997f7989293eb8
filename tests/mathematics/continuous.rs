//! Continuous amounts against the geometry of the problem.
//!
//! With the choices fixed and each amount on a straight stretch, every gain and every rule is a plane over the amounts.
//! The best package then lies where some of these meet: bounds of stretches, rules that are just kept, and pairs of
//! parties with equal gains. With one or two amounts all such points can be listed and scored.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, question, table};
use itertools::Itertools as _;
use tafel::domain::{
    Attendance, Decision, IssueId, IssueKind, Package, Rational, Table, WorldId, integer, nearest_f64,
};
use tafel::optimize::{Answer, How, Objective, Question, Reason, Ties, solve};
use tafel::valuation::Circumstances;

/// The issues with an amount that isn't on a step and isn't parked.
pub(crate) fn continuous(table: &Table) -> Vec<IssueId> {
    let free = table.issues.iter_enumerated().filter(|(_, issue)| !issue.parked);
    free.filter(|(_, issue)| matches!(&issue.kind, IssueKind::Quantity(quantity) if quantity.step.is_none()))
        .map(|(id, _)| id)
        .collect()
}

/// The table with its continuous amounts on steps of 2, where the generator's curves bend.
pub(crate) fn on_corners(table: &Table) -> Table {
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

/// The largest product of gains on one stretch of the only continuous amount, by ternary search: its logarithm is concave
/// there.
fn best_product(oracle: &Oracle<'_>, factors: &[bool], at: impl Fn(f64) -> Package) -> f64 {
    let product = |along: f64| -> f64 {
        let gains = oracle.gains(&at(along));
        let counted = gains.iter().zip(factors).filter(|(_, counts)| **counts);
        counted.map(|(gain, _)| nearest_f64(gain).max(0.0)).product()
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let (left, right) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if product(left) < product(right) { low = left } else { high = right }
    }
    product((low + high) / 2.0)
}

/// With one amount, no rules on it and nobody below no deal, the product is found as a search along each stretch finds it.
#[test]
fn the_largest_product_with_an_amount_is_that_of_a_search_along_it() {
    let (mut answered, cases) = (0, cases(300, 2));
    for seed in 0..cases {
        let mut table = table(seed, Amounts::Continuous);
        let amounts = continuous(&table);
        if amounts.len() != 1 || table.worlds.len() > 1 {
            continue;
        }
        // Floors are part of a product; rules would cut stretches short.
        table.rules = Default::default();
        let question = Question::new(Objective::Nash);
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &AtomicBool::new(false)) else { continue };
        if found.is_fallback || !table.parties.iter().all(|party| party.attendance == Attendance::Needed) {
            continue;
        }
        let stepped = on_corners(&table);
        let oracle = Oracle::new(&stepped, WorldId::BASE);
        let named =
            table.parties_by_name().into_iter().filter(|party| oracle.score(*party, &oracle.packages[0]).is_some());
        let factors: Vec<bool> = named.map(|party| !found.left_out.contains(&party)).collect();
        let stays = |package: &Package| {
            oracle.gains(package).iter().zip(&factors).all(|(gain, counts)| *counts || *gain >= integer(0))
        };
        if factors.contains(&false) || !stays(&found.package) {
            continue; // Who can't gain sets a floor, which cuts stretches short.
        }
        let best = oracle.packages.iter().filter_map(|corner| {
            let Decision::Amount(start) = &corner.decisions[amounts[0]] else { return None };
            let start = nearest_f64(start);
            let at = |along: f64| {
                let mut package = corner.clone();
                let grid = 1_000_000_000.0;
                let amount = Rational::new((((start + 2.0 * along) * grid) as i64).into(), (grid as i64).into());
                package.decisions[amounts[0]] = Decision::Amount(amount);
                package
            };
            (start < 4.0).then(|| best_product(&oracle, &factors, at))
        });
        let best = best.fold(0.0, f64::max);
        let reached: f64 = oracle.gains(&found.package).iter().map(nearest_f64).product();
        assert!((reached - best).abs() <= 1e-6 * best.max(1.0), "seed {seed}: {reached} against {best}");
        answered += 1;
    }
    assert!(20 * answered >= cases, "{answered} of {cases}");
}
