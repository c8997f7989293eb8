//! Published cases whose answers others have found, as `published/cases.json` tells with its sources.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::atomic::AtomicBool;

use crate::support;
use crate::support::oracle::Oracle;
use crate::support::plain_table::{Spec, table};
use serde_json::Value;
use tafel::domain::{
    AttributeId, AttributeSum, Comparison, Count, Curve, Decision, Does, InterestId, IssueId, IssueKind, Limit,
    Package, PartyId, Quantity, Rational, Reference, Rule, RuleForm, Table, WorldId, integer, nearest_f64, parse_exact,
};
use tafel::optimize::{self, Answer, Found, MOST_STATES, Objective, Question, Scope, Ties, census, solve};
use tafel::valuation::{Circumstances, assess};

fn case(id: &str) -> Value {
    let cases: Value = serde_json::from_str(include_str!("../published/cases.json")).unwrap();
    cases.as_array().unwrap().iter().find(|case| case["id"] == id).unwrap().clone()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// A published number; one with more digits than a table may hold is cut behind the twelfth place.
fn exact(value: &Value) -> Rational {
    parse_exact(&value.to_string()).or_else(|_| parse_exact(&format!("{:.12}", value.as_f64().unwrap()))).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn ask(table: &Table, objective: Objective) -> Found {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    match solve(&circumstances, &Question::new(objective), &AtomicBool::new(false)).unwrap() {
        Answer::Proven(found) => found,
        other => panic!("{objective:?}: {other:?}"),
    }
}

fn gains(table: &Table, found: &Found) -> Vec<f64> {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    assess(&circumstances, &found.package).gains().iter().map(nearest_f64).collect()
}

/// The chosen options, in the order of the issues.
fn chosen(table: &Table, found: &Found) -> Vec<String> {
    let decisions = found.package.decisions.iter_enumerated();
    let option = |(issue, decision): (IssueId, &Decision)| match decision {
        Decision::Option(index) => table.issues[issue].options()[usize::from(*index)].id.clone(),
        other => panic!("{other:?}"),
    };
    decisions.map(option).collect()
}

#[track_caller]
fn assert_near(found: &[f64], published: &[f64], tolerance: f64) {
    let near = found.iter().zip(published).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(found.len() == published.len() && near, "{found:?} against {published:?}");
}

/// A case told by weights and evaluations: each is divided by the largest of its issue.
fn weighted(id: &str) -> (Table, Value) {
    let case = case(id);
    let input = &case["input"];
    let parties = texts(&input["parties"]);
    let total = |party: &str| -> Rational { input["weights"][party].as_object().unwrap().values().map(exact).sum() };
    let issues = texts(&input["issues"]).into_iter().map(|issue| {
        let worth = |party: &String, at: usize| {
            let evaluations = input["evaluations"][party][&issue].as_array().unwrap();
            let largest = evaluations.iter().map(exact).max().unwrap();
            exact(&input["weights"][party][&issue]) / total(party) * exact(&evaluations[at]) / largest
        };
        let options = texts(&input["options"][&issue]).into_iter().enumerate();
        let options = options.map(|(at, option)| (option, parties.iter().map(|party| worth(party, at)).collect()));
        (issue.clone(), options.collect())
    });
    let spec = Spec { no_deals: vec![integer(0); parties.len()], issues: issues.collect(), parties };
    (table(&spec), case["expected"].clone())
}

#[test]
fn the_research_domains_have_their_known_optima() {
    for id in ["itex-cypress", "jobs-de-jonge", "sporthal-3", "genius-party-2"] {
        let (table, expected) = weighted(id);
        assert_eq!(frontier(&table).len() as u64, expected["n_efficient_utility_points"].as_u64().unwrap(), "{id}");
        for (objective, name) in [
            (Objective::Nash, "nash"),
            (Objective::Fair, "leximin"),
            (Objective::Joint, "max_sum"),
            (Objective::KalaiSmorodinsky, "ks_discrete"),
        ] {
            let found = ask(&table, objective);
            assert_eq!(
                found.packages.as_ref().unwrap(),
                &Count::from(expected["n_packages"].as_u64().unwrap()),
                "{id}"
            );
            assert_near(&gains(&table, &found), &numbers(&expected[name]["utilities"]), 1e-5);
            if expected[name]["n_packages_with_these_utilities"] == 1 {
                let package = expected[name]["package"].as_object().unwrap();
                let published: Vec<String> =
                    table.issues.iter().map(|issue| package[&issue.id].as_str().unwrap().to_owned()).collect();
                assert_eq!(chosen(&table, &found), published, "{id} {name}");
            }
        }
    }
}

#[test]
fn two_mirrored_parties_meet_in_the_middle() {
    let case = case("negolog-0");
    let input = &case["input"];
    let parties = texts(&input["parties"]);
    let issues = ["A", "B", "C"].into_iter().map(|issue| {
        let worth = |party: &String, value: &str| {
            exact(&input["weights"][party][issue]) * exact(&input["values"][party][issue][value])
        };
        let options = ["valueA", "valueB", "valueC"].into_iter();
        let options = options.map(|value| (value.to_owned(), parties.iter().map(|p| worth(p, value)).collect()));
        (issue.to_owned(), options.collect())
    });
    let spec = Spec { no_deals: vec![integer(0); 2], issues: issues.collect(), parties: parties.clone() };
    let table = table(&spec);
    for objective in [Objective::Nash, Objective::Joint, Objective::Fair] {
        let found = ask(&table, objective);
        assert_near(&gains(&table, &found), &numbers(&case["expected"]["published"]["nash"]), 1e-9);
        assert_eq!(chosen(&table, &found), texts(&case["expected"]["leximin"]["package"]));
    }
    assert_eq!(frontier(&table).len() as u64, case["expected"]["n_efficient_utility_points"].as_u64().unwrap());
}

/// Nash's own example of 1950: nine things change hands or not; everybody keeps what they own if there is no deal.
#[test]
fn bill_and_jack_barter_as_nash_said() {
    let case = case("nash-bill-jack");
    let input = &case["input"];
    let mut issues = Vec::new();
    for (owns, giver) in [("bill_owns", 0), ("jack_owns", 1)] {
        for (thing, worth) in input[owns].as_object().unwrap() {
            let mut gains = vec![exact(&worth["Bill"]), exact(&worth["Jack"])];
            gains[giver] = -gains[giver].clone();
            let options = vec![("keep".to_owned(), vec![integer(0); 2]), ("give".to_owned(), gains)];
            issues.push((thing.clone(), options));
        }
    }
    let table = table(&Spec { parties: texts(&input["parties"]), no_deals: vec![integer(0); 2], issues });
    let nash = ask(&table, Objective::Nash);
    assert_eq!(nash.packages, Some(Count::from(512_u64)));
    assert_near(&gains(&table, &nash), &[12.0, 5.0], 0.0);
    let given: Vec<String> = table
        .issues
        .iter()
        .zip(chosen(&table, &nash))
        .filter(|(_, o)| o == "give")
        .map(|(i, _)| i.id.clone())
        .collect();
    let trade = &case["expected"]["nash_trade"];
    let mut published = [texts(&trade["bill_gives"]), texts(&trade["jack_gives"])].concat();
    published.sort();
    let mut given = given;
    given.sort();
    assert_eq!(given, published);
    // Three trades tie on the largest sum; leximin takes 14 and 4.
    let joint = ask(&table, Objective::Joint);
    assert_near(&gains(&table, &joint), &[14.0, 4.0], 0.0);
    let Ties::Listed { packages, complete: true } = &joint.ties else { panic!("{:?}", joint.ties) };
    assert_eq!(packages.len(), 3);
    assert_near(&gains(&table, &ask(&table, Objective::Fair)), &[8.0, 6.0], 0.0);
}

#[test]
fn the_recruiter_and_the_candidate_find_the_whole_pie() {
    let case = case("new-recruit-textarena");
    let parties = texts(&case["input"]["parties"]);
    let issues = case["input"]["option_points"].as_object().unwrap().iter().map(|(issue, options)| {
        let option = |option: &Value| {
            (option["option"].as_str().unwrap().to_owned(), parties.iter().map(|party| exact(&option[party])).collect())
        };
        (issue.clone(), options.as_array().unwrap().iter().map(option).collect())
    });
    // Points may be negative, and no no-deal is told: one far below every package.
    let spec = Spec { no_deals: vec![integer(-100_000); 2], issues: issues.collect(), parties: parties.clone() };
    let table = table(&spec);
    let expected = &case["expected"];
    let joint = ask(&table, Objective::Joint);
    assert_eq!(joint.packages, Some(Count::from(390_625_u64)));
    let total: f64 = gains(&table, &joint).iter().sum();
    assert_near(&[total - 200_000.0], &[expected["max_joint_points"].as_f64().unwrap()], 0.0);
    let forced = expected["forced_in_every_max_joint_package"].as_object().unwrap();
    for (issue, option) in table.issues.iter().zip(chosen(&table, &joint)) {
        if let Some(published) = forced.get(&issue.id) {
            assert_eq!(option, published.as_str().unwrap(), "{}", issue.id);
        }
    }
    let fair = ask(&table, Objective::Fair);
    let points: Vec<f64> = gains(&table, &fair).iter().map(|gain| gain - 100_000.0).collect();
    assert_near(&points, &numbers(&expected["leximin_points"]), 0.0);
}

#[test]
fn six_parties_find_the_packages_that_all_accept() {
    for id in ["llm-base", "llm-airport"] {
        let case = case(id);
        let input = &case["input"];
        let parties = texts(&input["parties"]);
        let issues = input["n_options_per_issue"].as_object().unwrap().iter().map(|(issue, count)| {
            let worth = |at: usize| parties.iter().map(|party| exact(&input["scores"][party][issue][at])).collect();
            let options = (0..count.as_u64().unwrap() as usize).map(|at| (format!("{issue}{}", at + 1), worth(at)));
            (issue.clone(), options.collect())
        });
        let no_deals = parties.iter().map(|party| exact(&input["minimum_score"][party])).collect();
        let table = table(&Spec { no_deals, issues: issues.collect(), parties: parties.clone() });
        let expected = &case["expected"];
        let joint = ask(&table, Objective::Joint);
        assert_eq!(
            chosen(&table, &joint),
            texts(&expected["max_total_score_among_accepted_by_all"]["package"]),
            "{id}"
        );
        let fair = ask(&table, Objective::Fair);
        let published = &expected["leximin_of_margin_above_threshold"];
        assert_eq!(chosen(&table, &fair), texts(&published["package"]), "{id}");
        let margins: Vec<f64> = parties.iter().map(|party| published["margins"][party].as_f64().unwrap()).collect();
        assert_near(&gains(&table, &fair), &margins, 0.0);
        // All that all accept, counted by the scorer.
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let all = Oracle::new(&table, WorldId::BASE).packages;
        let accepted = all.iter().filter(|package| assess(&circumstances, package).is_acceptable()).count();
        assert_eq!(accepted as u64, expected["n_accepted_by_all"].as_u64().unwrap(), "{id}");
        let efficient = expected["n_efficient_among_accepted_by_all"].as_u64().unwrap();
        assert_eq!(frontier(&table).len() as u64, efficient, "{id}");
    }
}

/// Things that can be taken or left within one budget, worth something else to each party.
fn knapsack(gains: &[&Value], cost: &Value, budget: &Value) -> Table {
    let parties: Vec<String> = (1..=gains.len()).map(|party| format!("party {party}")).collect();
    let issues = (0..cost.as_array().unwrap().len()).map(|thing| {
        let worth = gains.iter().map(|gains| exact(&gains[thing])).collect();
        let options = vec![("leave".to_owned(), vec![integer(0); gains.len()]), ("take".to_owned(), worth)];
        (format!("thing {thing}"), options)
    });
    let mut table = table(&Spec { no_deals: vec![integer(0); gains.len()], issues: issues.collect(), parties });
    let used = support::plain_table::add_attribute(&mut table, "cost", |issue, option| {
        if option == 1 { exact(&cost[issue]) } else { integer(0) }
    });
    table.rules.push(limit("budget", used, Comparison::AtMost, exact(budget)));
    table
}

/// The rule that an attribute keeps to a number.
fn limit(id: &str, attribute: AttributeId, comparison: Comparison, number: Rational) -> Rule {
    let used = AttributeSum { constant: integer(0), terms: [(attribute, integer(1))].into() };
    let room = AttributeSum { constant: number, terms: Default::default() };
    let form = RuleForm::Limit(Limit { used, comparison, room });
    Rule { id: id.to_owned(), owner: None, reason: None, form }
}

/// Every efficient point, sorted.
fn frontier(table: &Table) -> Vec<Vec<f64>> {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let census = census(&circumstances, &AtomicBool::new(false)).unwrap();
    let gains = census.frontier.iter().map(|point| assess(&circumstances, &point.package).gains());
    let mut points: Vec<Vec<f64>> = gains.map(|gains| gains.iter().map(nearest_f64).collect()).collect();
    points.sort_by(|a, b| a.partial_cmp(b).unwrap());
    points
}

#[test]
fn shared_budgets_have_their_published_frontiers() {
    let three = case("knapsack-3-parties");
    let input = &three["input"];
    let gains: Vec<&Value> = input["gains"].as_array().unwrap().iter().collect();
    let table = knapsack(&gains, &input["cost"], &input["budget"]);
    let published: Vec<Vec<f64>> =
        three["expected"]["efficient_points"].as_array().unwrap().iter().map(numbers).collect();
    assert_eq!(frontier(&table), published);
    for (at, ideal) in numbers(&three["expected"]["ideal"]).into_iter().enumerate() {
        let found = gains_of(&table, Objective::Best(PartyId::from(at)));
        assert_near(&[found[at]], &[ideal], 0.0);
        assert!(published.contains(&found));
    }
    for objective in [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky] {
        assert!(published.contains(&gains_of(&table, objective)), "{objective:?}");
    }

    let two = case("ehrgott-knapsack");
    let input = &two["input"];
    let table = knapsack(&[&input["gain_party_1"], &input["gain_party_2"]], &input["cost"], &input["budget"]);
    let published: Vec<Vec<f64>> =
        two["expected"]["efficient_points"].as_array().unwrap().iter().map(numbers).collect();
    assert_eq!(frontier(&table), published);
}

fn gains_of(table: &Table, objective: Objective) -> Vec<f64> {
    gains(table, &ask(table, objective))
}

/// A table with one continuous amount per issue, from 0 to `most`: what each party gains and each attribute takes per
/// unit.
fn amounts(per_unit: &[Vec<Rational>], no_deals: &[Rational], most: i64, taken: &[Vec<Rational>]) -> Table {
    let line =
        |slope: &Rational| Curve::new(vec![(integer(0), integer(0)), (integer(most), slope * integer(most))]).unwrap();
    let parties: Vec<String> = (0..no_deals.len()).map(|party| format!("party {party}")).collect();
    let issues = per_unit.iter().enumerate().map(|(at, _)| (format!("amount {at}"), Vec::new()));
    let mut table = table(&Spec { parties, no_deals: no_deals.to_vec(), issues: issues.collect() });
    for attribute in 0..taken.first().map_or(0, Vec::len) {
        support::plain_table::add_attribute(&mut table, &format!("row {attribute}"), |_, _| integer(0));
    }
    for (issue, (worth, taken)) in table.issues.iter_mut().zip(per_unit.iter().zip(taken)) {
        let effects = worth.iter().enumerate().map(|(party, slope)| (InterestId::from(party), line(slope))).collect();
        let attributes = taken.iter().enumerate().map(|(row, slope)| (AttributeId::from(row), line(slope))).collect();
        issue.today = Some(Decision::Amount(integer(0)));
        issue.kind = IssueKind::Quantity(Box::new(Quantity {
            from: integer(0),
            to: integer(most),
            step: None,
            unit: None,
            does: Does { effects, attributes },
            reference: Reference::Whole,
            remarks: Default::default(),
        }));
    }
    table
}

#[test]
fn textbook_programmes_are_solved_to_the_last_digit() {
    for (id, most) in [("wyndor-lp", 10), ("galaxy-lp", 1000)] {
        let case = case(id);
        let rows = case["input"]["constraints"].as_array().unwrap();
        let per_unit: Vec<Vec<Rational>> =
            case["input"]["maximise"].as_array().unwrap().iter().map(|slope| vec![exact(slope)]).collect();
        let taken: Vec<Vec<Rational>> =
            (0..per_unit.len()).map(|at| rows.iter().map(|row| exact(&row["coef"][at])).collect()).collect();
        let mut table = amounts(&per_unit, &[integer(0)], most, &taken);
        for (at, row) in rows.iter().enumerate() {
            let name = row["name"].as_str().unwrap_or("row").replace(' ', "_");
            table.rules.push(limit(&name, AttributeId::from(at), Comparison::AtMost, exact(&row["max"])));
        }
        let found = ask(&table, Objective::Joint);
        let optimum = found.package.decisions.iter().map(|decision| match decision {
            Decision::Amount(amount) => nearest_f64(amount),
            other => panic!("{other:?}"),
        });
        assert_eq!(optimum.collect::<Vec<f64>>(), numbers(&case["expected"]["optimum"]), "{id}");
        assert_eq!(gains(&table, &found), [case["expected"]["value"].as_f64().unwrap()], "{id}");
        if id == "galaxy-lp" {
            assert_room_and_rise(&table, &found, &case);
        }
    }
}

/// What each limit leaves, what the present plan brings and how much more the best one does.
#[track_caller]
fn assert_room_and_rise(table: &Table, found: &Found, case: &Value) {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let best = assess(&circumstances, &found.package);
    let expected = &case["expected"];
    for (rule, content) in table.rules.iter_enumerated() {
        let slack = expected["slack"].get(&content.id).map_or_else(|| integer(0), exact);
        assert_eq!(best.rules[rule].bill.as_ref().unwrap().left, slack, "{}", content.id);
    }
    let amounts = case["input"]["status_quo"].as_array().unwrap().iter();
    let present = Package { decisions: amounts.map(|amount| Decision::Amount(exact(amount))).collect() };
    let present = assess(&circumstances, &present);
    assert!(present.is_acceptable());
    assert_eq!(present.gains(), [exact(&expected["status_quo_value"])]);
    assert_eq!(&best.gains()[0] - &present.gains()[0], exact(&expected["gain"]));
}

/// Amounts that go from each source to each destination. Per unit every total in `per_unit` rises, which its party
/// doesn't like; sources give what they have at most, and destinations get what they need at least.
fn transport(per_unit: &[&Value], sources: &Value, destinations: &Value) -> (Table, i64) {
    let [supply, demand] = [sources, destinations].map(|of| of.as_array().unwrap().iter().map(exact).collect());
    let (supply, demand): (Vec<Rational>, Vec<Rational>) = (supply, demand);
    let ways: Vec<(usize, usize)> = (0..supply.len()).flat_map(|i| (0..demand.len()).map(move |j| (i, j))).collect();
    let costs = ways.iter().map(|(i, j)| per_unit.iter().map(|cost| -exact(&cost[*i][*j])).collect());
    let costs: Vec<Vec<Rational>> = costs.collect();
    let passes = |way: &(usize, usize), row: usize| way.0 == row || supply.len() + way.1 == row;
    let rows = supply.len() + demand.len();
    let taken = ways.iter().map(|way| (0..rows).map(|row| integer(i64::from(passes(way, row)))).collect());
    let taken: Vec<Vec<Rational>> = taken.collect();
    // No plan costs as much.
    let far_below = -100_000;
    let mut table = amounts(&costs, &vec![integer(far_below); per_unit.len()], 20, &taken);
    let limits = supply.into_iter().map(|has| (Comparison::AtMost, has));
    for (row, (comparison, number)) in
        limits.chain(demand.into_iter().map(|needs| (Comparison::AtLeast, needs))).enumerate()
    {
        table.rules.push(limit(&format!("row {row}"), AttributeId::from(row), comparison, number));
    }
    (table, far_below)
}

/// The totals of every corner of the frontier, the first party's best first.
fn corner_totals(table: &Table, no_deal: i64) -> Vec<Vec<Rational>> {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let (question, flag) = (Question::new(Objective::Joint), AtomicBool::new(false));
    let found = optimize::frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &flag).unwrap();
    assert!(found.complete);
    found.points.iter().map(|point| point.gains.iter().map(|gain| -(gain + integer(no_deal))).collect()).collect()
}

fn published_points(points: &Value) -> Vec<Vec<Rational>> {
    points.as_array().unwrap().iter().map(|point| point.as_array().unwrap().iter().map(exact).collect()).collect()
}

/// Cost against time, in any amounts.
#[test]
fn transport_has_its_published_corners() {
    let case = case("transport-2");
    let input = &case["input"];
    let (table, no_deal) = transport(&[&input["cost"], &input["time"]], &input["supply"], &input["demand"]);
    assert_eq!(corner_totals(&table, no_deal), published_points(&case["expected"]["efficient_corner_points"]));
}

/// Cost against time in whole units, beside a total that is the same for every plan.
#[test]
fn a_total_that_never_changes_leaves_the_published_frontier() {
    let case = case("transport-int");
    let input = &case["input"];
    let units = serde_json::json!(vec![vec![1; 3]; 2]);
    let totals = [&input["cost_per_unit"], &input["time_per_unit"], &units];
    let (mut table, no_deal) = transport(&totals, &input["capacity"], &input["demand"]);
    for issue in &mut table.issues {
        if let IssueKind::Quantity(quantity) = &mut issue.kind {
            quantity.step = Some(integer(1));
        }
    }
    assert_eq!(corner_totals(&table, no_deal), published_points(&case["expected"]["efficient_points"]));
}

/// Two divide a hundred, with something to fall back on: each gets that and half of what remains.
#[test]
fn what_is_over_is_halved() {
    let case = case("nash-chefs");
    let no_deals: Vec<Rational> = case["input"]["disagreement"].as_array().unwrap().iter().map(exact).collect();
    let total = case["input"]["total"].as_i64().unwrap();
    // The second party loses what the first gets; its points are counted from the whole.
    let floor = [no_deals[0].clone(), &no_deals[1] - integer(total)];
    let table = amounts(&[vec![integer(1), integer(-1)]], &floor, total, &[Vec::new()]);
    for objective in [Objective::Fair, Objective::KalaiSmorodinsky, Objective::Nash] {
        let found = ask(&table, objective);
        let each = case["expected"]["egalitarian_gain"].as_f64().unwrap();
        assert_eq!(gains(&table, &found), [each, each], "{objective:?}");
        let first = numbers(&case["expected"]["kalai_smorodinsky"])[0];
        assert_eq!(found.package.decisions.first(), Some(&Decision::Amount(parse_exact(&first.to_string()).unwrap())));
    }
}
