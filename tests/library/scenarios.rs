//! The bundled scenarios teach what they are meant to teach: their facts, by looking at every package.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled;
use crate::support::list;

use std::collections::BTreeMap;

use bundled::{base, package, scenario, source};
use itertools::Itertools as _;
use list::{Row, list};
use tafel::domain::{Decision, Package, Rational, Table, integer, parse_exact};
use tafel::table_file::read;
use tafel::valuation::{Circumstances, assess};

/// How many packages there are, how many keep the rules, how many of these everybody can accept, how many of those can
/// also be ratified, and how many of the acceptable ones no other acceptable one dominates.
fn counts(rows: &[Row]) -> [usize; 5] {
    let acceptable = acceptable(rows);
    let efficient = acceptable.iter().filter(|row| !acceptable.iter().any(|other| other.dominates(row))).count();
    let ratifiable = acceptable.iter().filter(|row| row.ratifiable).count();
    [rows.len(), rows.iter().filter(|row| row.keeps_rules).count(), acceptable.len(), ratifiable, efficient]
}

fn acceptable(rows: &[Row]) -> Vec<&Row> {
    rows.iter().filter(|row| row.is_acceptable()).collect()
}

fn rows(table: &Table) -> Vec<Row> {
    list(&base(table))
}

fn find<'a>(rows: &'a [Row], package: &Package) -> &'a Row {
    rows.iter().find(|row| row.package == *package).unwrap()
}

fn named<'a>(table: &'a Table, name: &str) -> &'a Package {
    &table.narrative.packages.iter().find(|known| known.id == name).unwrap().package
}

/// Score and gain per party, rounded as in `scenarios.md`.
fn rounded(table: &Table, package: &Package) -> Vec<(String, i64, i64)> {
    let circumstances = base(table);
    let assessment = assess(&circumstances, package);
    let parties = assessment.parties.iter_enumerated();
    let round = |number: Rational| i64::try_from(number.round().to_integer()).unwrap();
    parties
        .map(|(id, party)| {
            (table.parties[id].id.clone(), round(party.score.clone().unwrap()), round(party.gain().unwrap()))
        })
        .collect()
}

#[track_caller]
fn assert_worth(table: &Table, package: &Package, expected: &[(&str, i64, i64)]) {
    let expected: Vec<(String, i64, i64)> =
        expected.iter().map(|(party, score, gain)| ((*party).to_owned(), *score, *gain)).collect();
    assert_eq!(rounded(table, package), expected);
}

/// How many packages that keep the rules are at least as good for everybody and better for somebody.
fn improvements(rows: &[Row], package: &Package) -> usize {
    let row = find(rows, package);
    rows.iter().filter(|other| other.keeps_rules && other.dominates(row)).count()
}

/// The acceptable packages per option of an issue.
fn per_option(table: &Table, rows: &[Row], issue: &str) -> BTreeMap<String, usize> {
    let issue = table.issue_named(issue).unwrap();
    let taken = acceptable(rows).into_iter().map(|row| match &row.package.decisions[issue] {
        Decision::Option(index) => table.issues[issue].options()[usize::from(*index)].id.clone(),
        other => panic!("{other:?}"),
    });
    taken.counts().into_iter().collect()
}

fn map(counts: &[(&str, usize)]) -> BTreeMap<String, usize> {
    counts.iter().map(|(option, count)| ((*option).to_owned(), *count)).collect()
}

/// The one package with the largest value.
fn best<K: Ord>(rows: &[Row], value: impl Fn(&Row) -> K) -> &Package {
    let best = acceptable(rows).into_iter().max_set_by_key(|row| value(row));
    assert_eq!(best.len(), 1, "one best package");
    &best[0].package
}

fn tenths(number: &Rational) -> Rational {
    (number * integer(10)).round() / integer(10)
}

fn decimal(text: &str) -> Rational {
    parse_exact(text).unwrap()
}

#[test]
fn a_listed_gain_is_that_of_the_court() {
    for name in ["sinaasappel", "vvt-cao-2018", "cz-breburg-wachtlijsten"] {
        let table = scenario(name);
        let circumstances = base(&table);
        for row in list(&circumstances).iter().step_by(97) {
            let assessment = assess(&circumstances, &row.package);
            assert_eq!(row.gains, assessment.gains());
            assert_eq!(row.is_acceptable(), assessment.is_acceptable());
        }
    }
}

#[test]
fn the_orange_is_worth_more_when_somebody_asks_why() {
    let table = scenario("sinaasappel");
    let rows = rows(&table);
    assert_eq!(counts(&rows), [18, 18, 8, 8, 2]);
    let together = package(&table, "vrucht=A schil=B wanneer=samen");
    assert_worth(&table, &together, &[("Anna", 100, 60), ("Bram", 97, 57)]);
    assert_eq!(best(&rows, Row::joint_gain), &together);
    assert_eq!(best(&rows, Row::leximin), &together);
    assert_eq!(tenths(&find(&rows, &together).leximin()[0]), decimal("57.2"));
    let naive = named(&table, "naive");
    assert_worth(&table, naive, &[("Anna", 47, 7), ("Bram", 51, 11)]);
    assert!(find(&rows, naive).is_acceptable());
    assert_eq!(improvements(&rows, naive), 5);
}

#[test]
fn the_collective_agreement_has_the_zone_that_its_lesson_needs() {
    let table = scenario("vvt-cao-2018");
    let rows = rows(&table);
    assert_eq!(counts(&rows), [1458, 1008, 221, 141, 19]);
    assert_eq!(per_option(&table, &rows, "financiers"), map(&[("nee", 4), ("brief", 14), ("plan", 203)]));
    assert_eq!(per_option(&table, &rows, "loon"), map(&[("2%", 19), ("3%", 95), ("4%", 107)]));
}

#[test]
fn without_the_financiers_the_zone_of_the_collective_agreement_is_nearly_empty() {
    let mut table = scenario("vvt-cao-2018");
    let issue = table.issue_named("financiers").unwrap();
    table.issues[issue].parked = true;
    let rows: Vec<Row> = rows(&table)
        .into_iter()
        .filter(|row| Some(&row.package.decisions[issue]) == table.issues[issue].today.as_ref())
        .collect();
    assert_eq!(counts(&rows)[..3], [486, 258, 4]);
    let groups = table.groups();
    let live_with = |group: &str| {
        let parties = &groups[group];
        let content = |row: &&Row| {
            row.keeps_rules && parties.iter().all(|party| row.gains[usize::from(*party)] >= Rational::default())
        };
        rows.iter().filter(content).count()
    };
    // In one of the 16 the FNV gains exactly 0, which floating point would lose.
    assert_eq!([live_with("employers"), live_with("unions")], [94, 16]);
}

#[test]
fn the_best_collective_agreements_are_the_known_ones() {
    let table = scenario("vvt-cao-2018");
    let rows = rows(&table);
    let joint = package(
        &table,
        "loon=4% looptijd=15m rooster=stabiel instroom=orient+ stage=400 scholing=budget financiers=plan",
    );
    let worth =
        [("ActiZ", 77, 31), ("BTN", 68, 22), ("FNV", 92, 42), ("CNV", 91, 43), ("NU91", 87, 42), ("FBZ", 89, 47)];
    assert_worth(&table, &joint, &worth);
    assert_eq!(best(&rows, Row::joint_gain), &joint);
    assert_eq!(tenths(&find(&rows, &joint).leximin()[0]), decimal("22.4"));
    assert_eq!(find(&rows, &joint).joint_gain().round(), integer(227));

    let fair = package(
        &table,
        "loon=4% looptijd=24m rooster=stabiel instroom=orient+ stage=400 scholing=budget financiers=plan",
    );
    let worth =
        [("ActiZ", 87, 41), ("BTN", 78, 32), ("FNV", 81, 31), ("CNV", 85, 37), ("NU91", 81, 36), ("FBZ", 82, 40)];
    assert_worth(&table, &fair, &worth);
    assert_eq!(best(&rows, Row::leximin), &fair);
    assert_eq!(tenths(&find(&rows, &fair).leximin()[0]), decimal("31"));
    assert_eq!(find(&rows, &fair).joint_gain().round(), integer(217));
}

#[test]
fn the_middle_of_every_issue_is_accepted_and_worse_for_all() {
    let table = scenario("vvt-cao-2018");
    let rows = rows(&table);
    let naive = named(&table, "naive");
    let worth = [("ActiZ", 48, 2), ("BTN", 53, 7), ("FNV", 52, 2), ("CNV", 51, 3), ("NU91", 51, 6), ("FBZ", 52, 10)];
    assert_worth(&table, naive, &worth);
    let row = find(&rows, naive);
    assert!(row.is_acceptable() && !row.ratifiable);
    assert_eq!(row.joint_gain().round(), integer(31));
    assert_eq!(improvements(&rows, naive), 146);
}

#[test]
fn nothing_is_better_for_all_than_the_historic_agreement() {
    let table = scenario("vvt-cao-2018");
    let rows = rows(&table);
    let historic = named(&table, "historic");
    let scores: Vec<i64> = rounded(&table, historic).into_iter().map(|(_, score, _)| score).collect();
    assert_eq!(scores, [75, 70, 89, 88, 73, 70]);
    assert_eq!(improvements(&rows, historic), 0);
}

#[test]
fn some_collective_agreements_stand_exactly_on_a_bound() {
    let table = scenario("vvt-cao-2018");
    let rows = rows(&table);
    let acceptable = acceptable(&rows);
    let on_the_edge = acceptable.iter().filter(|row| row.gains.contains(&Rational::default())).count();
    assert_eq!(on_the_edge, 5, "a gain of exactly 0 is acceptable");
    let fnv = usize::from(table.party_named("FNV").unwrap());
    let sixty = acceptable.iter().filter(|row| row.gains[fnv] == integer(10)).count();
    assert_eq!(sixty, 7, "a score of exactly 60 passes the constituency");
}

#[test]
fn tariffs_that_do_not_cover_break_the_best_collective_agreement() {
    let table = scenario("vvt-cao-2018");
    let world = table.world_named("tarieven-niet-dekkend").unwrap();
    let circumstances = Circumstances::new(table.ready().unwrap(), world);
    let joint = package(
        &table,
        "loon=4% looptijd=15m rooster=stabiel instroom=orient+ stage=400 scholing=budget financiers=plan",
    );
    let assessment = assess(&circumstances, &joint);
    let bill = assessment.rules[table.rules.keys().next().unwrap()].bill.clone().unwrap();
    assert_eq!((bill.used, bill.limit), (decimal("4.7"), decimal("3.6")));
    let btn = table.party_named("BTN").unwrap();
    assert_eq!(assessment.parties[btn].gain().unwrap().round(), integer(-4));
}

#[test]
fn the_coalition_needs_the_talks_that_give_people_back() {
    let table = scenario("cz-breburg-wachtlijsten");
    let rows = rows(&table);
    assert_eq!(counts(&rows), [972, 756, 273, 250, 15]);
    assert_eq!(per_option(&table, &rows, "verkennend"), map(&[("geen", 2), ("pilot", 72), ("alle", 199)]));
}

#[test]
fn the_best_coalitions_are_the_known_ones() {
    let table = scenario("cz-breburg-wachtlijsten");
    let rows = rows(&table);
    let rest = "bekostiging=aanneem+ werkplezier=ruimte kaarten=6m monitoring=drijvers";
    let joint = package(&table, &format!("doel=nul verkennend=alle duur=5j {rest}"));
    assert_worth(&table, &joint, &[("CZ", 88, 38), ("Breburg", 98, 50), ("Behandelaren", 90, 45)]);
    assert_eq!(best(&rows, Row::joint_gain), &joint);
    assert_eq!(find(&rows, &joint).joint_gain().round(), integer(133));
    assert_eq!(tenths(&find(&rows, &joint).leximin()[0]), decimal("38.4"));
    let fair = package(&table, &format!("doel=nul verkennend=alle duur=3j {rest}"));
    assert_worth(&table, &fair, &[("CZ", 93, 43), ("Breburg", 91, 43), ("Behandelaren", 88, 43)]);
    assert_eq!(best(&rows, Row::leximin), &fair);
    assert_eq!(find(&rows, &fair).joint_gain().round(), integer(128));
    assert_eq!(tenths(&find(&rows, &fair).leximin()[0]), decimal("42.5"));
}

#[test]
fn the_world_peace_deal_is_refused_by_the_one_who_must_account_for_it() {
    let table = scenario("cz-breburg-wachtlijsten");
    let rows = rows(&table);
    let naive = named(&table, "naive");
    assert_worth(&table, naive, &[("CZ", 41, -9), ("Breburg", 84, 36), ("Behandelaren", 99, 54)]);
    let row = find(&rows, naive);
    assert!(row.keeps_rules && !row.is_acceptable());
    assert_eq!(improvements(&rows, naive), 6);
}

#[test]
fn the_bundled_scenarios_have_no_problems_but_the_known_warnings() {
    let expected: [&str; 0] = [];
    for name in ["cz-breburg-wachtlijsten", "sinaasappel", "vvt-cao-2018"] {
        let reading = read(&source(name));
        let found: Vec<&str> = reading.problems.iter().map(|problem| problem.code.key()).collect();
        assert_eq!(found, expected, "{name}");
        assert_eq!(reading.table.unwrap().id, name, "a bundled file is called what the table is called");
    }
}
