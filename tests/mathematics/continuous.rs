//! Continuous amounts against the geometry of the problem.
//!
//! With the choices fixed and each amount on a straight stretch, every gain and every rule is a plane over the amounts.
//! The best package then lies where some of these meet: bounds of stretches, rules that are just kept, and pairs of
//! parties with equal gains. With one or two amounts all such points can be listed and scored.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::robust::Worlds;
use crate::support::by_definition::has_no_answer;
use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question};
use itertools::Itertools as _;
use tafel::domain::{
    Attendance, Decision, IssueId, IssueKind, Package, Rational, Table, WorldId, integer, nearest_f64,
};
use tafel::optimize::{Answer, How, Objective, Question, Ties, solve};
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

/// Values that are planes over the amounts and 0 wherever something may settle: what a rule leaves in each world, and by
/// how much two values differ that one answer weighs against each other.
fn planes(worlds: &Worlds<'_>, question: &Question, package: &Package, ideals: &[Vec<Rational>]) -> Vec<Rational> {
    let reasons = worlds.reasons();
    let slacks = worlds.oracles().iter().flat_map(|oracle| {
        reasons.iter().flat_map(|reason| oracle.slacks(*reason, package)).collect_vec() // In this world.
    });
    let gains = worlds.gains(package);
    let shares = || {
        let both = gains.iter().flatten().zip(ideals.iter().flatten());
        both.filter(|(_, ideal)| **ideal > integer(0)).map(|(gain, ideal)| gain / ideal).collect()
    };
    let in_worlds: Vec<Rational> = match question.objective {
        Objective::Joint => gains.iter().map(|gains| gains.iter().sum()).collect(),
        Objective::Best(party) => worlds.oracles().iter().filter_map(|of| of.score(party, package)).collect(),
        Objective::KalaiSmorodinsky => shares(),
        Objective::Fair | Objective::Nash => Vec::new(),
    };
    let differences =
        |values: Vec<Rational>| values.iter().array_combinations().map(|[one, other]| one - other).collect_vec();
    slacks.chain(differences(in_worlds)).chain(differences(gains.concat())).collect()
}

/// All packages at which an optimum can lie.
fn candidates(table: &Table, worlds: &Worlds<'_>, question: &Question, ideals: &[Vec<Rational>]) -> Vec<Package> {
    let amounts = continuous(table);
    let mut found = Vec::new();
    // The oracle's packages stand on corners; each corner that isn't the last starts a stretch.
    for corner in worlds.packages() {
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
        let lines = lines(amounts.len(), |along| planes(worlds, question, &at(along), ideals));
        found.extend(meetings(&lines, amounts.len()).into_iter().map(|along| at(&along)));
    }
    found
}

/// Values that are 0 on a line, as a constant and a slope per amount: the ends of the stretch, and those that `planes`
/// tells along it.
fn lines(amounts: usize, planes: impl Fn(&[Rational]) -> Vec<Rational>) -> BTreeSet<Line> {
    let origin = vec![integer(0); amounts];
    let unit = |axis: usize| {
        let mut unit = origin.clone();
        unit[axis] = integer(1);
        unit
    };
    let ends = (0..amounts).flat_map(|axis| [(integer(0), unit(axis)), (integer(-1), unit(axis))]);
    let start = planes(&origin);
    let along: Vec<Vec<Rational>> = (0..amounts).map(|axis| planes(&unit(axis))).collect();
    let slope = |row: usize| along.iter().map(|values| &values[row] - &start[row]).collect();
    ends.chain((0..start.len()).map(|row| (start[row].clone(), slope(row)))).map(normal).collect()
}

type Line = (Rational, Vec<Rational>);

/// The same line told in one way: the first slope that isn't 0 is 1.
fn normal((base, slopes): Line) -> Line {
    let Some(first) = slopes.iter().find(|slope| **slope != integer(0)).cloned() else { return (integer(0), slopes) };
    (base / &first, slopes.into_iter().map(|slope| slope / &first).collect())
}

/// Where as many lines meet as there are amounts, within the stretch.
fn meetings(lines: &BTreeSet<Line>, amounts: usize) -> Vec<Vec<Rational>> {
    let zero = integer(0);
    let points: Vec<Vec<Rational>> = match amounts {
        0 => vec![Vec::new()],
        1 => lines.iter().filter(|(_, s)| s[0] != zero).map(|(base, s)| vec![-base / &s[0]]).collect(),
        _ => {
            let meet = |[(a, s), (b, t)]: [&Line; 2]| {
                let determinant = &s[0] * &t[1] - &s[1] * &t[0];
                (determinant != zero)
                    .then(|| vec![(&s[1] * b - &t[1] * a) / &determinant, (&t[0] * a - &s[0] * b) / &determinant])
            };
            lines.iter().array_combinations().filter_map(meet).collect()
        }
    };
    points.into_iter().filter(|point| point.iter().all(|x| zero <= *x && *x <= integer(1))).collect()
}

/// What makes one allowed package better than another, by the definitions.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Merit {
    objective: Vec<Rational>,
    leximin: Vec<Rational>,
}

/// How good `package` is, and how good the best of all.
fn merits(
    table: &Table,
    worlds: &Worlds<'_>,
    question: &Question,
    package: Option<&Package>,
) -> (Option<Merit>, Option<Merit>) {
    let allowed = |ideals: &[Vec<Rational>]| -> Vec<Package> {
        let all = candidates(table, worlds, question, ideals);
        all.into_iter().filter(|package| worlds.allows(package)).collect()
    };
    let compares = question.objective == Objective::KalaiSmorodinsky;
    let ideals = if compares { worlds.ideals(&allowed(&[]).iter().collect_vec()) } else { Vec::new() };
    // Where nobody can gain, shares of nothing are all alike, and leximin decides.
    let merit =
        |package: &Package| Merit { objective: worlds.objective(package, &ideals), leximin: worlds.leximin(package) };
    (package.map(merit), allowed(&ideals).iter().map(merit).max())
}

/// What [`check`] has seen.
#[derive(Debug, Default)]
struct Seen {
    answered: u64,
    by_ideals: u64,
    infeasible: u64,
}

#[track_caller]
fn check(seed: u64, table: &Table, question: &Question, seen: &mut Seen) {
    let stepped = on_corners(table);
    let worlds = Worlds::new(&stepped, question);
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    let context = format!("seed {seed}, {question:?}");
    let answer = match solve(&circumstances, question, &AtomicBool::new(false)) {
        Ok(answer) => answer,
        Err(refusal) => return assert!(has_no_answer(worlds.oracles(), question), "{context}: {refusal:?}"),
    };
    assert!(!has_no_answer(worlds.oracles(), question), "{context}");
    match answer {
        Answer::Proven(found) => {
            assert!(worlds.allows(&found.package), "{context}");
            let (reached, best) = merits(table, &worlds, question, Some(&found.package));
            assert_eq!(reached, best, "{context}");
            assert_eq!((found.ties, found.how), (Ties::Continuous, How::BranchAndBound), "{context}");
            seen.answered += 1;
            seen.by_ideals += u64::from(question.objective == Objective::KalaiSmorodinsky && !found.is_fallback);
        }
        Answer::Infeasible(_) => {
            assert_eq!(merits(table, &worlds, question, None).1, None, "{context}");
            seen.infeasible += 1;
        }
        other => panic!("{context}: {other:?}"),
    }
}

/// All objectives but `nash`, whose product is no plane, with what is asked besides.
#[test]
fn continuous_amounts_settle_where_the_planes_meet() {
    let (mut seen, cases) = (Seen::default(), cases(1_000, 5));
    for seed in 0..cases {
        let table = entangled(seed, Amounts::Continuous);
        let mut random = Random::new(seed + 1);
        let question = question(&mut random, &table);
        if !(1..=2).contains(&continuous(&table).len()) || question.objective == Objective::Nash {
            continue;
        }
        let also = (0..random.below(3) / 2).map(|_| demand(&mut random, &table)).collect();
        check(seed, &table, &Question { also, ..question }, &mut seen);
    }
    assert!(5 * seen.answered >= cases && 25 * seen.infeasible >= cases, "{seen:?}");
    assert!(50 * seen.by_ideals >= cases, "{seen:?}");
}

/// What must hold in every world settles where planes of any world meet.
#[test]
fn in_every_world_amounts_settle_where_the_planes_of_all_worlds_meet() {
    let (mut seen, cases) = (Seen::default(), cases(300, 2));
    for seed in 0..cases {
        let table = entangled(seed, Amounts::Continuous);
        let asked = question(&mut Random::new(seed + 1), &table);
        if continuous(&table).len() != 1 || table.worlds.len() == 1 || asked.objective == Objective::Nash {
            continue;
        }
        let question = Question { robust: true, floors: true, world: WorldId::BASE, ..asked };
        check(seed, &table, &question, &mut seen);
    }
    assert!(15 * seen.answered >= cases && 25 * seen.infeasible >= cases, "{seen:?}");
    assert!(100 * seen.by_ideals >= cases, "{seen:?}");
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
        let mut table = entangled(seed, Amounts::Continuous);
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
