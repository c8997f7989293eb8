//! Three published exercises as bundled tables: the points are those of the publications, and so are the answers.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled;
use crate::support::lesson;
use crate::support::list;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use bundled::{named, package, scenario, source};
use lesson::Case;
use list::Row;
use serde_json::Value;
use tafel::domain::{
    Count, Decision, InterestId, IssueOption, Language, NoDealValue, Package, Rational, Scale, Table, WorldId, integer,
};
use tafel::optimize::{Answer, Census, Found, Objective, Question, Ties, census, solve};
use tafel::table_file::read;
use tafel::valuation::{Circumstances, assess};

const BARTER: &str = "ruil-bill-en-jack";
const PARK: &str = "sportpark-haven";
const RECRUIT: &str = "nieuwe-collega";

fn published(id: &str) -> Value {
    let cases: Value = serde_json::from_str(include_str!("../published/cases.json")).unwrap();
    cases.as_array().unwrap().iter().find(|case| case["id"] == id).unwrap().clone()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

fn wholes(value: &Value) -> Vec<i64> {
    value.as_array().unwrap().iter().map(whole).collect()
}

fn ask(table: &Table, objective: Objective) -> Found {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    match solve(&circumstances, &Question::new(objective), &AtomicBool::new(false)).unwrap() {
        Answer::Proven(found) => found,
        other => panic!("{objective:?}: {other:?}"),
    }
}

fn counted(table: &Table) -> Census {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    census(&circumstances, &AtomicBool::new(false)).unwrap()
}

/// The gains as whole numbers, in the order of the parties.
fn gains(table: &Table, package: &Package) -> Vec<i64> {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    wholly(&assess(&circumstances, package).gains())
}

fn wholly(gains: &[Rational]) -> Vec<i64> {
    gains.iter().map(|gain| i64::try_from(gain.to_integer()).unwrap()).collect()
}

/// Every point of the frontier as gains.
fn frontier(table: &Table) -> BTreeSet<Vec<i64>> {
    counted(table).frontier.iter().map(|point| gains(table, &point.package)).collect()
}

/// What an option is worth to each party: its effect on the one interest of each.
fn worth(table: &Table, option: &IssueOption) -> Vec<i64> {
    let effect = |party: usize| option.does.effects.get(&InterestId::from(party)).cloned().unwrap_or_default();
    (0..table.parties.len()).map(|party| i64::try_from(effect(party).to_integer()).unwrap()).collect()
}

/// What each option of each issue is worth to each party, in the order of the file.
fn worths(table: &Table) -> Vec<Vec<Vec<i64>>> {
    table.issues.iter().map(|issue| issue.options().iter().map(|option| worth(table, option)).collect()).collect()
}

#[test]
fn the_exercises_have_no_problems_and_speak_two_languages() {
    for name in [BARTER, PARK, RECRUIT] {
        let text = source(name);
        let reading = read(&text);
        assert_eq!(reading.problems, [], "{name}");
        let table = reading.table.unwrap();
        assert_eq!(table.id, name, "a bundled file is called what the table is called");
        assert!(table.frozen && table.narrative.fictional && table.scale == Scale::Points, "{name}");
        assert_eq!(text.matches("en: \"").count(), text.matches("nl: \"").count(), "{name}");
        assert_eq!(table.narrative.debrief.len(), 3, "{name}");
        // One interest per party, in the same order and with weight 1: a score is the sum of its points.
        for (party, interest) in table.parties.iter().zip(table.interests.iter_enumerated()) {
            assert_eq!(party.id, interest.1.id, "{name}");
            let weights: Vec<_> = party.weights.values().into_iter().collect();
            assert_eq!(weights, [(interest.0, integer(1))], "{name}");
        }
        assert_eq!(table.parties.len(), table.interests.len(), "{name}");
    }
}

#[test]
fn bill_and_jack_have_the_points_and_the_frontier_that_nash_published() {
    let table = scenario(BARTER);
    let case = published("nash-bill-jack");
    // What its owner gives up, and what the other gets.
    for (key, owner) in [("bill_owns", 0), ("jack_owns", 1)] {
        for (thing, worth) in case["input"][key].as_object().unwrap() {
            let mut points = vec![whole(&worth["Bill"]), whole(&worth["Jack"])];
            points[owner] = -points[owner];
            let issue = table.issue_named(thing).unwrap();
            assert_eq!(worths(&table)[usize::from(issue)], [vec![0, 0], points], "{thing}");
        }
    }
    assert_eq!(table.issues.len(), 9);
    let expected = &case["expected"];
    assert_eq!(counted(&table).packages, expected["n_trades"].as_u64().unwrap());
    let efficient = expected["efficient_and_rational_gain_pairs"].as_array().unwrap();
    assert_eq!(frontier(&table), efficient.iter().map(wholes).collect());
    assert_eq!(gains(&table, &table.today().unwrap()), [0, 0], "without a deal everybody keeps what they own");
}

#[test]
fn three_trades_make_the_largest_pie_and_jack_gets_four_points_of_it_at_most() {
    let table = scenario(BARTER);
    let expected = &published("nash-bill-jack")["expected"];
    let joint = ask(&table, Objective::Joint);
    let Ties::Listed { packages, complete: true } = &joint.ties else { panic!("{:?}", joint.ties) };
    let largest: BTreeSet<Vec<i64>> = packages.iter().map(|package| gains(&table, package)).collect();
    assert_eq!(largest, expected["trades_reaching_max_total"].as_array().unwrap().iter().map(wholes).collect());
    assert_eq!(packages.len(), 3);
    assert!(largest.iter().all(|gains| gains.iter().sum::<i64>() == 18 && gains[1] <= 4));
}

#[test]
fn nash_lifting_the_smallest_and_equal_gains_are_three_answers_for_bill_and_jack() {
    let table = scenario(BARTER);
    let expected = &published("nash-bill-jack")["expected"];
    let given = |package: &Package| -> BTreeSet<String> {
        let decisions = table.issues.iter().zip(&package.decisions);
        let given = decisions.filter(|(_, decision)| **decision == Decision::Option(1));
        given.map(|(issue, _)| issue.id.clone()).collect()
    };
    for (name, key) in [("nash", "nash_trade"), ("naive", "equal_gain_trade")] {
        let trade = &expected[key];
        let package = named(&table, name);
        let things = [texts(&trade["bill_gives"]), texts(&trade["jack_gives"])].concat();
        assert_eq!(given(&package), things.into_iter().map(str::to_owned).collect());
        assert_eq!(gains(&table, &package), wholes(&trade["gains"]));
    }
    assert_eq!(ask(&table, Objective::Nash).package, named(&table, "nash"));
    let fair = ask(&table, Objective::Fair);
    assert_eq!(gains(&table, &fair.package), wholes(&expected["leximin_gains"]));
    // Equal gains are no larger anywhere, and two efficient trades leave nobody worse.
    let case = Case::new(BARTER);
    let equal = case.rows.iter().filter(|row| row.gains[0] == row.gains[1]);
    assert_eq!(equal.map(Row::smallest).max().unwrap(), integer(6));
    let better: Vec<_> = frontier(&table).into_iter().filter(|gains| gains.iter().all(|gain| *gain >= 6)).collect();
    assert_eq!(better, [[6, 7], [8, 6]]);
}

#[test]
fn the_sports_park_has_the_published_scores() {
    let table = scenario(PARK);
    let input = &published("llm-base")["input"];
    let parties = texts(&input["parties"]);
    let names: Vec<&str> = table.parties.iter().map(|party| party.name.get(Language::En)).collect();
    assert_eq!(names, parties);
    for (issue, options) in table.issues.iter().zip(worths(&table)) {
        let count = input["n_options_per_issue"][&issue.id].as_u64().unwrap();
        let scores = |at: usize| parties.iter().map(|party| whole(&input["scores"][party][&issue.id][at])).collect();
        let published: Vec<Vec<i64>> = (0..usize::try_from(count).unwrap()).map(scores).collect();
        assert_eq!(options, published, "{}", issue.id);
        let ids: Vec<&str> = issue.options().iter().map(|option| option.id.as_str()).collect();
        let numbered: Vec<String> = (1..=count).map(|at| format!("{}{at}", issue.id)).collect();
        assert_eq!(ids, numbered);
    }
    // A gain counts from the minimum score.
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    for (party, name) in table.parties.keys().zip(&parties) {
        assert_eq!(circumstances.no_deal_score(party).unwrap(), integer(whole(&input["minimum_score"][name])));
    }
}

#[test]
fn twelve_of_720_packages_suit_all_six() {
    let case = Case::new(PARK);
    let expected = &published("llm-base")["expected"];
    assert_eq!(case.counts(), [720, 720, 12, 12, 12]);
    let suits = |row: &&Row| case.table.issues.iter().map(|issue| case.option(row, &issue.id).to_owned()).collect();
    let accepted: BTreeSet<Vec<String>> = case.acceptable().iter().map(suits).collect();
    let listed = expected["accepted_by_all"].as_array().unwrap().iter();
    assert_eq!(accepted, listed.map(|row| texts(row).into_iter().map(str::to_owned).collect()).collect());
    assert_eq!(case.per_option("E"), "E1 0, E2 0, E3 6, E4 6, E5 0");
    // With one left out, unless it has a veto: the larger number that its provenance tells.
    let vetoes = ["SportCo", "Tourism"].map(|party| usize::from(case.table.party_named(party).unwrap()));
    let all_but_one = |row: &&Row| {
        let short: Vec<usize> = (0..6).filter(|party| row.gains[*party] < Rational::default()).collect();
        short.len() <= 1 && !short.iter().any(|party| vetoes.contains(party))
    };
    let count = case.rows.iter().filter(all_but_one).count();
    assert_eq!(count as u64, expected["n_accepted_by_all_or_all_but_one_with_vetoes"].as_u64().unwrap());
}

#[test]
fn the_best_sports_parks_are_the_published_ones() {
    let case = Case::new(PARK);
    let expected = &published("llm-base")["expected"];
    let largest = &expected["max_total_score_among_accepted_by_all"];
    let fair = &expected["leximin_of_margin_above_threshold"];
    for (row, objective, published) in [(case.joint(), Objective::Joint, largest), (case.fair(), Objective::Fair, fair)]
    {
        let options: Vec<&str> = case.table.issues.iter().map(|issue| case.option(row, &issue.id)).collect();
        assert_eq!(options, texts(&published["package"]));
        assert_eq!(ask(&case.table, objective).package, row.package, "{objective:?}");
    }
    assert_eq!(
        case.worth(case.joint()),
        "Mayor 63 (+33), Cities 35 (+4), Union 83 (+33), SportCo 57 (+2), Tourism 76 (+11), League 77 (+22)",
    );
    assert_eq!(wholly(&case.fair().gains), [22, 3, 6, 15, 5, 22]);
    // Of all 720 the most points are elsewhere, and two parties leave.
    let most = case.rows.iter().max_by_key(|row| row.joint_gain()).unwrap();
    assert_eq!(most.package, case.named("points").package);
    let published = &expected["max_total_ignoring_thresholds"];
    let options: Vec<&str> = case.table.issues.iter().map(|issue| case.option(most, &issue.id)).collect();
    assert_eq!(options, texts(&published["package"]));
    assert_eq!(wholly(&most.gains), [42, 45, 44, -12, -15, 22]);
    let minimums: i64 = [30, 31, 50, 55, 65, 55].iter().sum();
    assert_eq!(wholly(&most.gains).iter().sum::<i64>() + minimums, whole(&published["total"]));
}

#[test]
fn the_middle_of_every_issue_loses_the_environmental_league_until_two_steps_mend_it() {
    let case = Case::new(PARK);
    // Two issues have two options in the middle: none of the four suits all.
    for jobs in ["C2", "C3"] {
        for loan in ["D2", "D3"] {
            let middle = case.with(case.named("naive"), &format!("C={jobs} D={loan}"));
            assert!(!middle.is_acceptable(), "{jobs} {loan}");
            assert_eq!(case.gain(middle, "League"), "-8.0");
        }
    }
    let middle = case.named("naive");
    assert_eq!(wholly(&middle.gains), [38, 19, 31, 4, 9, -8]);
    let nature = case.with(middle, "B=B3");
    assert_eq!(wholly(&nature.gains), [30, 19, 31, -3, 14, 22]);
    let less = case.with(nature, "E=E4");
    assert!(less.is_acceptable());
    assert_eq!(less.package, case.joint().package);
}

#[test]
fn the_recruiter_and_the_candidate_have_the_published_points() {
    let table = scenario(RECRUIT);
    let input = &published("new-recruit-textarena")["input"];
    let parties = texts(&input["parties"]);
    let issues = input["option_points"].as_object().unwrap();
    assert_eq!(table.issues.len(), issues.len());
    for (issue, id) in ISSUES {
        let at = table.issue_named(id).unwrap();
        let points = |option: &Value| parties.iter().map(|party| whole(&option[party])).collect::<Vec<i64>>();
        let published: Vec<_> = issues[issue].as_array().unwrap().iter().map(points).collect();
        assert_eq!(worths(&table)[usize::from(at)], published, "{issue}");
    }
}

/// The issues as they are published, and their ids.
const ISSUES: [(&str, &str); 8] = [
    ("Salary", "salary"),
    ("Signing bonus", "bonus"),
    ("Job assignment", "job"),
    ("Company car", "car"),
    ("Starting date", "start"),
    ("Vacation days", "vacation"),
    ("Moving expenses", "moving"),
    ("Insurance", "insurance"),
];

#[test]
fn the_whole_pie_is_14_800_points_and_can_be_cut_evenly() {
    let table = scenario(RECRUIT);
    let case = published("new-recruit-textarena");
    let expected = &case["expected"];
    let joint = ask(&table, Objective::Joint);
    assert_eq!(joint.packages, Some(Count::from(390_625_u64)));
    assert_eq!(gains(&table, &joint.package).iter().sum::<i64>(), whole(&expected["max_joint_points"]));
    for objective in [Objective::Fair, Objective::Nash] {
        let found = ask(&table, objective);
        assert_eq!(gains(&table, &found.package), wholes(&expected["leximin_points"]), "{objective:?}");
    }
    // Six of the eight issues are settled by it, two are free.
    // Six of the eight issues are settled by it, two are free.
    let forced = expected["forced_in_every_max_joint_package"].as_object().unwrap();
    assert_eq!(forced.len(), 6);
    for (issue, option) in forced {
        let options = case["input"]["option_points"][issue].as_array().unwrap();
        let at = options.iter().position(|known| known["option"] == *option).unwrap();
        let id = ISSUES.iter().find(|(name, _)| name == issue).unwrap().1;
        let chosen = &joint.package.decisions[table.issue_named(id).unwrap()];
        assert_eq!(*chosen, Decision::Option(u16::try_from(at).unwrap()), "{issue}");
    }
    let rest = "job=A car=LUX start=aug-1 vacation=10 moving=100% insurance=Alba";
    for (salary, bonus) in [("60k", "2%"), ("52k", "10%"), ("56k", "6%")] {
        let package = package(&table, &format!("salary={salary} bonus={bonus} {rest}"));
        assert_eq!(gains(&table, &package).iter().sum::<i64>(), 14_800);
    }
    assert_eq!(counted(&table).packages, expected["n_packages"].as_u64().unwrap());
}

/// The exercise knows no no-deal, so it counts the efficient points below ours too.
#[test]
fn our_no_deal_of_zero_keeps_29_of_the_45_efficient_points() {
    let mut table = scenario(RECRUIT);
    let ours = frontier(&table);
    for party in &mut table.parties {
        party.no_deal.as_mut().unwrap().value = NoDealValue::Score(integer(-100_000));
    }
    let points = |gains: Vec<i64>| -> Vec<i64> { gains.iter().map(|gain| gain - 100_000).collect() };
    let all: BTreeSet<Vec<i64>> = frontier(&table).into_iter().map(points).collect();
    let published = &published("new-recruit-textarena")["expected"]["n_efficient_point_pairs"];
    assert_eq!(all.len() as u64, published.as_u64().unwrap());
    assert_eq!(ours, all.into_iter().filter(|points| points.iter().all(|points| *points >= 0)).collect());
    assert_eq!(ours.len(), 29);
}

#[test]
fn splitting_every_difference_loses_more_than_half_of_the_pie() {
    let table = scenario(RECRUIT);
    let expected = &published("new-recruit-textarena")["expected"];
    let naive = named(&table, "naive");
    assert!(naive.decisions.iter().all(|decision| *decision == Decision::Option(2)), "the middle of five");
    let joint = |issues: &[&str]| -> (i64, i64) {
        let sums = issues.iter().map(|id| {
            let options = &worths(&table)[usize::from(table.issue_named(id).unwrap())];
            let sums: Vec<i64> = options.iter().map(|points| points.iter().sum()).collect();
            (sums[2], *sums.iter().max().unwrap())
        });
        sums.fold((0, 0), |total, sum| (total.0 + sum.0, total.1 + sum.1))
    };
    assert_eq!(gains(&table, &naive), [3200, 3200]);
    assert_eq!(6400, whole(&expected["fifty_fifty_compromise_on_all_issues_joint"]));
    let lost = |issues: &[&str]| {
        let (middle, best) = joint(issues);
        best - middle
    };
    assert_eq!(lost(&["job", "car"]), 3600, "what both want alike");
    assert_eq!(lost(&["start", "vacation", "moving", "insurance"]), 4800, "what one values more");
    // Salary and bonus only divide: any option is worth the same to the two together.
    for (id, sum) in [("salary", -6000), ("bonus", 4000)] {
        let options = &worths(&table)[usize::from(table.issue_named(id).unwrap())];
        assert!(options.iter().all(|points| points.iter().sum::<i64>() == sum), "{id}");
    }
}
