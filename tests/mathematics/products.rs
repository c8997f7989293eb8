//! The largest product of gains over several worlds, where amounts are continuous: of the worlds' products the smallest
//! counts, then that of the base world, and nobody could have more without somebody having less.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::atomic::AtomicBool;

use crate::continuous::{continuous, on_corners};
use crate::robust::Worlds;
use crate::support::random::cases;
use crate::support::small_tables::{Amounts, entangled};
use itertools::Itertools as _;
use tafel::domain::{Decision, IssueId, Package, Rational, Table, WorldId, integer, nearest_f64};
use tafel::optimize::{Answer, Objective, Question, Ties, solve};
use tafel::table_file::read;
use tafel::valuation::Circumstances;

/// In how many parts a stretch is cut to look along it.
const PARTS: i64 = 24;

fn robust() -> Question {
    Question { robust: true, ..Question::new(Objective::Nash) }
}

/// The amount that `nash` chooses on a table of two parties and an amount from 0 to 10: what it does in the base world,
/// and in others.
#[track_caller]
fn chosen(base: [&str; 2], others: &[[&str; 2]]) -> Rational {
    let curves = |[a, b]: &[&str; 2]| format!(r#"{{"a": [{a}], "b": [{b}]}}"#);
    let world = |(at, of): (usize, &[&str; 2])| format!(r#""w{at}": (changes: {{"x": (effects: {})}}), "#, curves(of));
    let text = format!(
        r#"(
            version: 1, id: "worlds", title: "One amount", scale: Points, frozen: true,
            interests: {{ "a": "what Ann needs", "b": "what Ben needs" }},
            parties: {{
                "Ann": (weights: "a 1", no_deal: (score: 0, because: "nothing")),
                "Ben": (weights: "b 1", no_deal: (score: 0, because: "nothing")),
            }},
            issues: {{
                "x": (today: 0, amount: (from: 0, to: 10, effects: {})),
                "y": (today: "none", options: {{ "none": "", "much": "a+1 b+1" }}),
            }},
            rules: {{ "little": (owner: "all", reason: "so that both care whatever x does", forbid: "y=much") }},
            worlds: {{ "base": (text: "As it is"), {} }},
        )"#,
        curves(&base),
        others.iter().enumerate().map(world).join("")
    );
    let found = read(&text);
    let table = found.table.unwrap_or_else(|| panic!("{:?}", found.problems));
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let answer = solve(&circumstances, &robust(), &AtomicBool::new(false));
    let Ok(Answer::Proven(found)) = answer else { panic!("{answer:?}") };
    assert_eq!(found.ties, Ties::Continuous);
    let Decision::Amount(amount) = &found.package.decisions[IssueId::from(0)] else { panic!("no amount") };
    amount.clone()
}

/// 4x in one world and 6(10 - x) in the other are equal at 6.
#[test]
fn where_two_worlds_are_equal_neither_can_be_lifted() {
    assert_eq!(chosen(["(0, 0), (10, 10)", "(0, 4), (10, 4)"], &[["(0, 10), (10, 0)", "(0, 6), (10, 6)"]]), integer(6));
}

/// Where the smallest product is 1 whatever the amount, x(10 - x) of the base world decides.
#[test]
fn where_the_worst_world_leaves_amounts_open_the_base_world_decides() {
    let flat = ["(0, 1), (10, 1)", "(0, 1), (10, 1)"];
    assert_eq!(chosen(["(0, 0), (10, 10)", "(0, 10), (10, 0)"], &[flat]), integer(5));
    // Another world is in the way: with (10 - x) / 2 it falls below 1 beyond 8, where the base world would want 10.
    let falls = ["(0, 5), (10, 0)", "(0, 1), (10, 1)"];
    assert_eq!(chosen(["(0, 1), (10, 10)", "(0, 10), (10, 10)"], &[flat, falls]), integer(8));
}

/// Where neither the worst nor the base world tells amounts apart, what a third one would give up is taken.
#[test]
fn nobody_could_have_more_in_a_world_that_does_not_decide() {
    let [one, two] = [["(0, 1), (10, 1)", "(0, 1), (10, 1)"], ["(0, 2), (10, 2)", "(0, 2), (10, 2)"]];
    assert_eq!(chosen(two, &[one, ["(0, 5), (10, 10)", "(0, 9), (10, 9)"]]), integer(10));
}

/// What counts of a package, and everybody's gains: nothing where it isn't acceptable in every world.
fn worth(worlds: &Worlds<'_>, package: &Package, gaining: &[Vec<bool>]) -> Option<([f64; 2], Vec<Rational>)> {
    if !worlds.allows(package) {
        return None;
    }
    let gains = worlds.gains(package);
    let product = |world: usize| -> f64 {
        let factors = gains[world].iter().zip(&gaining[world]).filter(|(_, counts)| **counts).map(|(gain, _)| gain);
        // Two who are below no deal don't make a gain.
        if factors.clone().any(|gain| *gain < integer(0)) { -1.0 } else { factors.map(nearest_f64).product() }
    };
    let counting = (0..gains.len()).filter(|world| gaining[*world].contains(&true));
    let worst = counting.map(product).fold(f64::INFINITY, f64::min);
    Some(([worst, product(0)], gains.concat()))
}

/// Packages along every stretch of every amount, with all else on corners.
fn along(table: &Table, corners: &[Package]) -> Vec<Package> {
    let mut found = Vec::new();
    for corner in corners {
        for issue in continuous(table) {
            let Decision::Amount(start) = &corner.decisions[issue] else { continue };
            if *start < integer(4) {
                found.extend((0..=PARTS).map(|part| moved(corner, issue, start + integer(2 * part) / integer(PARTS))));
            }
        }
    }
    found
}

fn moved(package: &Package, issue: IssueId, amount: Rational) -> Package {
    let mut moved = package.clone();
    moved.decisions[issue] = Decision::Amount(amount);
    moved
}

/// On random tables no package along any stretch has a larger smallest product, or the same and a larger one in the base
/// world, or leaves nobody with less and somebody with more; nor has any a little beside the answer.
#[test]
fn no_package_along_any_stretch_is_better_in_the_worst_world() {
    let (mut answered, mut several, cases) = (0, 0, cases(200, 4));
    for seed in 0..cases {
        let table = entangled(seed, Amounts::Continuous);
        if table.worlds.len() < 2 || continuous(&table).is_empty() {
            continue;
        }
        let question = robust();
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &AtomicBool::new(false)) else { continue };
        if found.is_fallback {
            continue;
        }
        let stepped = on_corners(&table);
        let worlds = Worlds::new(&stepped, &question);
        let mut samples = along(&table, worlds.packages());
        for issue in continuous(&table) {
            let Decision::Amount(amount) = &found.package.decisions[issue] else { continue };
            for parts in [-1_000, -50, -1, 1, 50, 1_000] {
                let beside = amount + integer(parts) / integer(10_000);
                if integer(0) <= beside && beside <= integer(4) {
                    samples.push(moved(&found.package, issue, beside));
                }
            }
        }
        let can_gain = gaining(&worlds, &samples, &found.package);
        let Some((own, gains)) = worth(&worlds, &found.package, &can_gain) else { panic!("seed {seed}: not allowed") };
        for sample in &samples {
            let Some((theirs, others)) = worth(&worlds, sample, &can_gain) else { continue };
            let context = || format!("seed {seed}: {sample:?} {theirs:?} against {:?} {own:?}", found.package);
            assert!(theirs[0] <= own[0] * (1.0 + 1e-8) + 1e-12, "{}", context());
            assert!(theirs[0] < own[0] || theirs[1] <= own[1] * (1.0 + 1e-6) + 1e-12, "{}", context());
            let nobody_less = others.iter().zip(&gains).all(|(theirs, own)| own <= theirs);
            assert!(!nobody_less || others == gains, "{}", context());
        }
        answered += 1;
        several += u64::from(can_gain.iter().filter(|of| of.contains(&true)).count() > 1);
    }
    assert!(
        10 * answered >= cases && 2 * several >= answered,
        "{answered} of {cases} answered, {several} with products"
    );
}

/// Who can gain in which world, in some package that is acceptable in all.
fn gaining(worlds: &Worlds<'_>, samples: &[Package], answer: &Package) -> Vec<Vec<bool>> {
    let allowed = samples.iter().chain([answer]).filter(|package| worlds.allows(package));
    let gains = allowed.map(|package| worlds.gains(package));
    let positive =
        gains.map(|of| of.iter().map(|of| of.iter().map(|gain| *gain > integer(0)).collect_vec()).collect_vec());
    let either = |one: Vec<Vec<bool>>, other: Vec<Vec<bool>>| {
        one.into_iter().zip(other).map(|(a, b)| a.into_iter().zip(b).map(|(a, b)| a || b).collect()).collect()
    };
    positive.reduce(either).unwrap_or_default()
}
