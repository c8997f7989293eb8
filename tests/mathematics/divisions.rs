//! Totals that are split: published cases, and splits told as one amount, which other tests check.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use crate::support::plain_table::{Spec, table};
use crate::support::random::{Random, cases};
use itertools::Itertools as _;
use serde_json::Value;
use tafel::domain::{
    Curve, Decision, Division, Does, InterestId, IssueId, IssueKind, Package, PartyId, Quantity, Rational, Recipient,
    Reference, Table, WorldId, integer, parse_exact,
};
use tafel::optimize::{Answer, Objective, Question, solve};
use tafel::valuation::{Circumstances, assess};

fn case(id: &str) -> Value {
    let cases: Value = serde_json::from_str(include_str!("../published/cases.json")).unwrap();
    cases.as_array().unwrap().iter().find(|case| case["id"] == id).unwrap().clone()
}

fn exact(value: &Value) -> Rational {
    value.as_str().map_or_else(|| parse_exact(&value.to_string()), parse_exact).unwrap()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn line(to: i64, height: Rational) -> Curve {
    Curve::new(vec![(integer(0), integer(0)), (integer(to), height)]).unwrap()
}

/// A table in which `worth[party][item]` is what the whole of an item is worth to whoever gets it.
fn goods(parties: &[String], items: &[String], worth: &[Vec<Rational>]) -> Table {
    let no_deals = vec![integer(0); parties.len()];
    let issues = items.iter().map(|item| (item.clone(), Vec::new())).collect();
    let mut table = table(&Spec { parties: parties.to_vec(), no_deals, issues });
    for (item, issue) in table.issues.iter_mut().enumerate() {
        let recipient = |(at, id): (usize, &String)| Recipient {
            id: id.clone(),
            does: Does {
                effects: BTreeMap::from([(InterestId::from(at), line(1, worth[at][item].clone()))]),
                attributes: BTreeMap::new(),
            },
        };
        let recipients = parties.iter().enumerate().map(recipient).collect();
        issue.today = None;
        issue.kind = IssueKind::Division(Division { total: integer(1), unit: None, exactly: true, recipients });
    }
    table
}

fn ask(table: &Table, objective: Objective) -> Package {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    match solve(&circumstances, &Question::new(objective), &AtomicBool::new(false)).unwrap() {
        Answer::Proven(found) => found.package,
        other => panic!("{objective:?}: {other:?}"),
    }
}

fn gains(table: &Table, package: &Package) -> Vec<Rational> {
    assess(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), package).gains()
}

/// Adjusted winner (Brams and Taylor 1996) is the split that lifts the smallest number of own points most.
#[test]
fn adjusted_winner_is_leximin_over_what_is_split() {
    for id in ["aw-trump", "aw-mike-phil", "aw-ann-bob"] {
        let case = case(id);
        let (parties, items) = (texts(&case["input"]["parties"]), texts(&case["input"]["items"]));
        let points = |party: &String| case["input"]["points"][party].as_array().unwrap().iter().map(exact).collect();
        let table = goods(&parties, &items, &parties.iter().map(points).collect_vec());
        let package = ask(&table, Objective::Fair);
        let equitable = exact(&case["expected"]["equitable_points"]);
        assert_eq!(gains(&table, &package), [equitable.clone(), equitable], "{id}");
        for (item, decision) in items.iter().zip(&package.decisions) {
            let Decision::Shares(shares) = decision else { panic!("{id}: {decision:?}") };
            assert_eq!(shares[&parties[0]], exact(&case["expected"]["share_of_first_party"][item]), "{id} {item}");
        }
    }
}

#[test]
fn leximin_over_goods_gives_the_published_utilities() {
    let case = case("leximin-fairpy-small");
    let instances = case["input"]["instances"].as_array().unwrap();
    for (instance, utilities) in instances.iter().zip(case["expected"]["utilities"].as_array().unwrap()) {
        let worth = instance["values"].as_array().unwrap().iter();
        let worth = worth.map(|row| row.as_array().unwrap().iter().map(exact).collect_vec()).collect_vec();
        let names = |count: usize, kind: &str| (0..count).map(|at| format!("{kind} {at}")).collect_vec();
        let mut table = goods(&names(worth.len(), "party"), &names(worth[0].len(), "good"), &worth);
        // A party to which a good is worth nothing still may get it: nobody is indifferent to all.
        table.frozen = true;
        let found = gains(&table, &ask(&table, Objective::Fair));
        assert_eq!(found, utilities.as_array().unwrap().iter().map(exact).collect_vec());
    }
}

/// Whoever needs little gets it all, and the rest is shared alike: what exceeds a demand is worth nothing.
#[test]
fn the_max_min_fair_share_of_a_capacity_is_leximin() {
    let case = case("maxmin-keshav");
    let capacity = case["input"]["capacity"].as_i64().unwrap();
    let demands = case["input"]["demands"].as_array().unwrap().iter().map(exact).collect_vec();
    let names = (1..=demands.len()).map(|at| format!("user {at}")).collect_vec();
    let issues = vec![("capacity".to_owned(), Vec::new())];
    let mut table = table(&Spec { parties: names.clone(), no_deals: vec![integer(0); demands.len()], issues });
    let recipients = names.iter().zip(&demands).enumerate().map(|(at, (id, demand))| {
        let points =
            [integer(0), demand.clone(), integer(capacity)].map(|share| (share.clone(), share.min(demand.clone())));
        let effects = BTreeMap::from([(InterestId::from(at), Curve::new(points.into()).unwrap())]);
        Recipient { id: id.clone(), does: Does { effects, attributes: BTreeMap::new() } }
    });
    let division = Division { total: integer(capacity), unit: None, exactly: false, recipients: recipients.collect() };
    table.issues[IssueId::from(0)].kind = IssueKind::Division(division);
    table.issues[IssueId::from(0)].today = None;
    let found = gains(&table, &ask(&table, Objective::Fair));
    assert_eq!(found, case["expected"]["allocation"].as_array().unwrap().iter().map(exact).collect_vec());
}

/// Time split between outcomes: half of one and half of the other beats every single outcome.
#[test]
fn a_mixture_is_a_division_of_time() {
    let case = case("mixture-hull");
    let outcomes = case["input"]["outcomes"].as_object().unwrap();
    let spec = Spec {
        parties: vec!["one".to_owned(), "two".to_owned()],
        no_deals: vec![integer(0), integer(0)],
        issues: vec![("time".to_owned(), Vec::new())],
    };
    let mut table = table(&spec);
    let recipients = outcomes.iter().map(|(id, worth)| {
        let worth = worth.as_array().unwrap().iter().map(exact).enumerate();
        let effects = worth.map(|(at, worth)| (InterestId::from(at), line(1, worth))).collect();
        Recipient { id: id.clone(), does: Does { effects, attributes: BTreeMap::new() } }
    });
    let division = Division { total: integer(1), unit: None, exactly: true, recipients: recipients.collect() };
    table.issues[IssueId::from(0)].kind = IssueKind::Division(division);
    let published = case["expected"]["mixture_kalai"].as_array().unwrap().iter().map(exact).collect_vec();
    for objective in [Objective::Fair, Objective::KalaiSmorodinsky, Objective::Nash] {
        assert_eq!(gains(&table, &ask(&table, objective)), published, "{objective:?}");
    }
}

/// Kalai and Smorodinsky's monotonicity (1975), between two and over a set without gaps: where each thing is worth as much
/// to the first as before or more, it can have at least as much whatever the other is to get, and the other's ideal is the
/// same; so the first gets no less. Both get the same share of their ideal, which is everything.
#[test]
fn what_things_are_worth_more_never_lowers_a_kalai_smorodinsky_gain() {
    let (mut risen, cases) = (0, cases(60, 2));
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let count = 1 + random.below(4);
        let mut worth = || (0..count).map(|_| integer(random.between(1, 9))).collect_vec();
        let (mut first, second) = (worth(), worth());
        let names = |kind: &str, count: usize| (0..count).map(|at| format!("{kind} {at}")).collect_vec();
        let split = |first: &[Rational]| {
            let table = goods(&names("party", 2), &names("good", count), &[first.to_vec(), second.clone()]);
            let gains = gains(&table, &ask(&table, Objective::KalaiSmorodinsky));
            let share = |at: usize, worth: &[Rational]| &gains[at] / worth.iter().sum::<Rational>();
            assert_eq!(share(0, first), share(1, &second), "seed {seed}");
            gains[0].clone()
        };
        let before = split(&first);
        first[random.below(count)] += integer(random.between(1, 5));
        let after = split(&first);
        assert!(before <= after, "seed {seed}: {before} before, {after} after");
        risen += u64::from(before < after);
    }
    assert!(2 * risen >= cases, "{risen} of {cases}");
}

/// A random curve with points at `0, 1, ..., total`: often neither concave nor convex.
fn curve(random: &mut Random, total: i64) -> Curve {
    let point = |at: i64, random: &mut Random| (integer(at), integer(random.between(-4, 6)));
    let inner: Vec<i64> = (1..total).filter(|_| random.one_in(3)).collect();
    let ends = [0].into_iter().chain(inner).chain([total]).collect_vec();
    Curve::new(ends.into_iter().map(|at| point(at, random)).collect()).unwrap()
}

/// Parties with one interest each, some of which may stay out, and issues that are still to be filled in.
fn skeleton(random: &mut Random, issues: usize) -> Table {
    let parties = 2 + random.below(2);
    let no_deals = (0..parties).map(|_| integer(random.between(-6, 1))).collect();
    let parties = (0..parties).map(|at| format!("party {at}")).collect();
    let issues = (0..issues).map(|at| (format!("issue {at}"), Vec::new())).collect();
    table(&Spec { parties, no_deals, issues })
}

fn curves(random: &mut Random, table: &Table, total: i64) -> Does<Curve> {
    let effects = (0..table.parties.len()).map(|at| (InterestId::from(at), curve(random, total))).collect();
    Does { effects, attributes: BTreeMap::new() }
}

/// `one` at the amount plus `other` at what is left of the total.
fn together(one: &Curve, other: &Curve, total: i64) -> Curve {
    let total = integer(total);
    let turns = one.points().iter().map(|(at, _)| at.clone());
    let turns: BTreeSet<Rational> = turns.chain(other.points().iter().map(|(at, _)| &total - at)).collect();
    Curve::new(turns.into_iter().map(|at| (at.clone(), one.at(&at) + other.at(&(&total - &at)))).collect()).unwrap()
}

/// Splitting a total between two is choosing what the first gets: the same gains, and the same share.
#[test]
fn a_split_between_two_is_an_amount() {
    let (mut answered, mut infeasible, cases) = (0, 0, cases(100, 1));
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let issues = 1 + random.below(2);
        let mut divided = skeleton(&mut random, issues);
        let mut amounts = divided.clone();
        for issue in divided.issues.keys().collect_vec() {
            let total = random.between(2, 4);
            let does = [curves(&mut random, &divided, total), curves(&mut random, &divided, total)];
            let keys = does[0].effects.keys();
            let effects = keys.map(|k| (*k, together(&does[0].effects[k], &does[1].effects[k], total))).collect();
            let recipients = ["a", "b"].into_iter().zip(does);
            let recipients = recipients.map(|(id, does)| Recipient { id: id.to_owned(), does }).collect();
            let division = Division { total: integer(total), unit: None, exactly: true, recipients };
            divided.issues[issue].today = None;
            divided.issues[issue].kind = IssueKind::Division(division);
            amounts.issues[issue].today = Some(Decision::Amount(integer(0)));
            amounts.issues[issue].kind = IssueKind::Quantity(Box::new(Quantity {
                from: integer(0),
                to: integer(total),
                step: None,
                unit: None,
                does: Does { effects, attributes: BTreeMap::new() },
                reference: Reference::Whole,
                remarks: BTreeMap::new(),
            }));
        }
        let flag = AtomicBool::new(false);
        for objective in
            [Objective::Joint, Objective::Fair, Objective::KalaiSmorodinsky, Objective::Best(PartyId::from(0))]
        {
            let answer = |table: &Table| {
                let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
                solve(&circumstances, &Question::new(objective), &flag)
            };
            let context = format!("seed {seed}, {objective:?}");
            match (answer(&divided), answer(&amounts)) {
                (Ok(Answer::Proven(one)), Ok(Answer::Proven(other))) => {
                    let (one, other) = (one.package, other.package);
                    assert_eq!(gains(&divided, &one), gains(&amounts, &other), "{context}");
                    answered += 1;
                }
                (Ok(Answer::Infeasible(one)), Ok(Answer::Infeasible(other))) => {
                    assert_eq!(one.reasons, other.reasons, "{context}");
                    infeasible += 1;
                }
                (Err(one), Err(other)) => assert_eq!(one, other, "{context}"),
                (one, other) => panic!("{context}: {one:?} against {other:?}"),
            }
        }
    }
    assert!(answered >= cases && 10 * infeasible >= cases, "{answered} answered, {infeasible} infeasible of {cases}");
}

/// Among three, with a rest that nobody gets: no split on a fine grid beats the answer, and the most joint gain lies on
/// the grid of the bends.
#[test]
fn no_split_on_a_grid_beats_the_answer() {
    let (mut answered, cases) = (0, cases(200, 4));
    for seed in 0..cases {
        let mut random = Random::new(seed);
        let mut table = skeleton(&mut random, 1);
        let total = 3;
        let exactly = random.one_in(2);
        let recipient = |id: &str, random: &mut Random, table: &Table| Recipient {
            id: id.to_owned(),
            does: curves(random, table, total),
        };
        let recipients = ["c", "a", "b"].into_iter().map(|id| recipient(id, &mut random, &table)).collect();
        let division = Division { total: integer(total), unit: None, exactly, recipients };
        let issue = table.issues.keys().next().unwrap();
        table.issues[issue].today = None;
        table.issues[issue].kind = IssueKind::Division(division);
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let flag = AtomicBool::new(false);
        let fineness = 4;
        let shares =
            (0..=total * fineness).cartesian_product(0..=total * fineness).cartesian_product(0..=total * fineness);
        let fits = |sum: i64| if exactly { sum == total * fineness } else { sum <= total * fineness };
        let splits = shares.filter(|((a, b), c)| fits(a + b + c)).map(|((a, b), c)| {
            let share = |id: &str, count: i64| (id.to_owned(), integer(count) / integer(fineness));
            Package {
                decisions: [Decision::Shares([share("a", a), share("b", b), share("c", c)].into())]
                    .into_iter()
                    .collect(),
            }
        });
        let splits = splits.collect_vec();
        for objective in [Objective::Joint, Objective::Fair] {
            let allowed = splits.iter().map(|split| assess(&circumstances, split)).filter(|of| of.is_acceptable());
            let key = |gains: Vec<Rational>| match objective {
                Objective::Joint => vec![gains.into_iter().sum()],
                _ => gains.into_iter().sorted().collect(),
            };
            let best = allowed.map(|of| key(of.gains())).max();
            match solve(&circumstances, &Question::new(objective), &flag).unwrap() {
                Answer::Proven(found) => {
                    let reached = key(gains(&table, &found.package));
                    assert!(best.is_none_or(|best| best <= reached), "seed {seed} {objective:?}");
                    answered += 1;
                }
                Answer::Infeasible(_) => assert_eq!(best, None, "seed {seed} {objective:?}"),
                other => panic!("{other:?}"),
            }
        }
    }
    assert!(2 * answered >= cases, "{answered} of {cases}");
}
