//! Explanations hold: what was got and given adds up, and no other single change brings a party more.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled;
use crate::support::list;

use bundled::{base, named, package, scenario};
use list::list;
use tafel::domain::{Decision, Package, PartyId, Rational, Table, integer};
use tafel::explain::{Explanation, Gave, SingleChange, explain};
use tafel::table_file::read;
use tafel::valuation::{Circumstances, assess, breakdown};

fn room(change: impl Fn(String) -> String) -> Table {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/room-for-rent.ron");
    read(&change(std::fs::read_to_string(path).unwrap())).table.unwrap()
}

/// The change that the party would like most, told by names.
fn told(table: &Table, explanation: &Explanation, party: &str) -> Option<String> {
    explanation.changes[table.party_named(party).unwrap()].as_ref().map(|change| words(table, change))
}

fn words(table: &Table, change: &SingleChange) -> String {
    let issue = &table.issues[change.issue];
    let to = match &change.to {
        Decision::Option(index) => issue.options()[usize::from(*index)].id.clone(),
        Decision::Amount(amount) => amount.to_string(),
        Decision::Shares(shares) => format!("{shares:?}"),
    };
    let payers = change.payers.iter().map(|payer| {
        let objects = if payer.objects { "!" } else { "" };
        format!(" {}{objects}", table.parties[payer.party].id)
    });
    format!("{}={to}:{}", issue.id, payers.collect::<String>())
}

#[test]
fn what_was_got_and_given_adds_up_to_the_score() {
    for name in ["sinaasappel", "vvt-cao-2018", "cz-breburg-wachtlijsten"] {
        let table = scenario(name);
        let circumstances = base(&table);
        for row in list(&circumstances).iter().step_by(131) {
            let explanation = explain(&circumstances, &row.package);
            for (party, reasons) in explanation.parties.iter_enumerated() {
                let got: Rational = reasons.got.iter().map(|served| &served.points).sum();
                let gave: Rational = match &reasons.gave {
                    Gave::Costs(costs) => costs.iter().map(|cost| &cost.points).sum(),
                    Gave::Missed(_) | Gave::Nothing => Rational::default(),
                };
                let start = breakdown(&circumstances, party, &row.package).unwrap().base;
                assert_eq!(Some(start + got + gave), circumstances.score(party, &row.package));
            }
        }
    }
}

#[test]
fn no_other_switch_within_the_rules_brings_a_party_more() {
    let table = scenario("vvt-cao-2018");
    let circumstances = base(&table);
    let package = named(&table, "historic");
    let explanation = explain(&circumstances, &package);
    for party in table.parties.keys() {
        let most = switches(&table, &package).into_iter().filter_map(|switched| {
            let assessment = assess(&circumstances, &switched);
            assessment.keeps_rules().then(|| gain(&circumstances, party, &switched))
        });
        let more = most.max().unwrap() - gain(&circumstances, party, &package);
        match &explanation.changes[party] {
            Some(change) => assert_eq!(change.more, more),
            None => assert!(more <= Rational::default()),
        }
    }
}

fn gain(circumstances: &Circumstances<'_>, party: PartyId, package: &Package) -> Rational {
    circumstances.score(party, package).unwrap()
}

/// Every package that differs on one issue.
fn switches(table: &Table, package: &Package) -> Vec<Package> {
    let mut all = Vec::new();
    for (option, _) in table.options() {
        let mut switched = package.clone();
        switched.decisions[option.issue] = Decision::Option(option.index);
        if switched != *package {
            all.push(switched);
        }
    }
    all
}

#[test]
fn who_would_pay_is_named_and_a_free_change_is_seen() {
    let table = scenario("vvt-cao-2018");
    let explanation = explain(&base(&table), &named(&table, "naive"));
    assert_eq!(told(&table, &explanation, "ActiZ").as_deref(), Some("financiers=plan:"));
    assert_eq!(told(&table, &explanation, "FBZ").as_deref(), Some("scholing=budget+: ActiZ! BTN!"));
}

#[test]
fn a_change_that_a_body_at_home_would_no_longer_pass_says_so() {
    let table = scenario("cz-breburg-wachtlijsten");
    let circumstances = base(&table);
    let lost = list(&circumstances).iter().filter(|row| row.is_acceptable() && row.ratifiable).find_map(|row| {
        let explanation = explain(&circumstances, &row.package);
        explanation.changes.into_iter().flatten().find(|change| !change.unratified.is_empty())
    });
    assert_eq!(lost.unwrap().unratified, [(table.party_named("Breburg").unwrap(), 0)]);
}

#[test]
fn a_party_that_gave_nothing_up_hears_what_it_let_go_of() {
    let table = scenario("sinaasappel");
    let explanation = explain(&base(&table), &package(&table, "vrucht=half schil=half wanneer=samen"));
    let anna = &explanation.parties[table.party_named("Anna").unwrap()];
    let Gave::Missed(missed) = &anna.gave else { panic!("{:?}", anna.gave) };
    let issues: Vec<&str> = missed.iter().map(|missed| table.issues[missed.issue].id.as_str()).collect();
    assert_eq!(issues, ["vrucht"]);
    assert!(anna.otherwise.rough && anna.otherwise.reason.is_some());
    assert_eq!(anna.otherwise.no_deal, Some(integer(40)));
}

#[test]
fn a_stepped_amount_moves_to_the_next_step_and_a_parked_issue_stays() {
    let table = room(|text| text);
    let explanation = explain(&base(&table), &package(&table, "rent=500 parties=yes"));
    assert_eq!(told(&table, &explanation, "Owner").as_deref(), Some("rent=550: Tenant"));
    assert_eq!(told(&table, &explanation, "Tenant").as_deref(), Some("rent=450: Owner!"));
    let explanation = explain(&base(&table), &package(&table, "rent=600 parties=yes"));
    assert_eq!(told(&table, &explanation, "Owner"), None, "the cap is in the way");
}

#[test]
fn a_continuous_amount_moves_as_far_as_the_rules_let_it() {
    let table = room(|text| text.replace("step: 50,", ""));
    let explanation = explain(&base(&table), &package(&table, "rent=600 parties=yes"));
    assert_eq!(told(&table, &explanation, "Owner").as_deref(), Some("rent=640: Tenant"));
    assert_eq!(told(&table, &explanation, "Tenant").as_deref(), Some("rent=400: Owner!"));
    let red_line = r#""calm": (red_line: ("Tenant", "GE", -4.5)), "cap""#;
    let table =
        room(|text| text.replace("step: 50,", "").replace(r#"rules: { "cap""#, &format!("rules: {{ {red_line}")));
    let explanation = explain(&base(&table), &package(&table, "rent=500 parties=yes"));
    assert_eq!(told(&table, &explanation, "Owner").as_deref(), Some("rent=580: Tenant"));
}
