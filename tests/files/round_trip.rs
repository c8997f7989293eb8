//! Reading is the inverse of writing.

use crate::support::random_table::{random_table, ready_table};
use tafel::diagnostic::{Code, Severity};
use tafel::domain::IssueKind;
use tafel::table_file::{bundled, parse_choice, parse_package, read, write};

const WHOLE: &str = include_str!("../support/whole.ron");
const CASES: u64 = 1_000;

#[test]
fn every_field_of_the_format_is_read_and_survives_writing() {
    let reading = read(WHOLE);
    assert_eq!(reading.problems, []);
    let written = write(reading.table.as_ref().unwrap());
    let again = read(&written);
    assert_eq!(again.problems, [], "{written}");
    assert_eq!(again.table, reading.table, "{written}");
}

#[test]
fn what_is_written_reads_back_to_an_equal_table() {
    for seed in 0..CASES {
        let table = random_table(seed, true);
        let written = write(&table);
        let reading = read(&written);
        let errors: Vec<_> = reading.problems.iter().filter(|p| p.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "seed {seed}: {errors:#?}\n{written}");
        if reading.table.as_ref() != Some(&table) {
            let (before, after) = (format!("{table:#?}"), format!("{:#?}", reading.table.unwrap()));
            let differing = before.lines().zip(after.lines()).find(|(a, b)| a != b);
            panic!("seed {seed}: {differing:?}\n{written}");
        }
        assert_eq!(write(&table), written);
    }
}

#[test]
fn bundled_scenarios_read_without_errors_and_survive_writing() {
    for (id, source) in bundled() {
        let reading = read(source);
        let errors: Vec<_> = reading.problems.iter().filter(|p| p.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{id}: {errors:#?}");
        let table = reading.table.unwrap();
        assert_eq!(table.id, id);
        assert_eq!(read(&write(&table)).table, Some(table), "{id}");
    }
}

#[test]
fn random_tables_can_be_asked_to_be_ready() {
    for seed in 0..CASES / 10 {
        let table = ready_table(seed);
        assert!(read(&write(&table)).table.is_some_and(|table| table.ready().is_ok()));
    }
}

#[test]
fn random_tables_cover_the_model() {
    let tables: Vec<_> = (0..CASES).map(|seed| random_table(seed, true)).collect();
    let tenth = CASES as usize / 10;
    let count = |holds: &dyn Fn(&tafel::domain::Table) -> bool| tables.iter().filter(|table| holds(table)).count();
    assert!(count(&|table| !table.rules.is_empty()) > tenth);
    assert!(count(&|table| table.worlds.iter().any(|world| !world.options.is_empty())) > tenth);
    assert!(count(&|table| table.parties.iter().any(|party| !party.readings.options.is_empty())) > tenth);
    assert!(count(&|table| table.issues.iter().any(|i| matches!(i.kind, IssueKind::Quantity(_)))) > tenth);
    assert!(count(&|table| table.issues.iter().any(|i| matches!(i.kind, IssueKind::Division(_)))) > tenth);
    assert!(count(&|table| table.options().any(|(_, option)| option.provision.is_some())) > tenth);
}

#[test]
fn choices_on_a_command_line_are_read_like_those_in_a_file() {
    let table = read(WHOLE).table.unwrap();
    let words = ["loon=2%", "rooster=vast", "prijs=3.5", "pot=A:1/3 B:299/3"];
    let package = parse_package(&table, &words).unwrap();
    for word in words {
        let (issue, decision) = parse_choice(&table, word).unwrap();
        assert_eq!(package.decisions[issue], decision, "{word}");
    }
    assert_eq!(parse_package(&table, &[words.join(", ")]), Ok(package));
    let codes = |words: &[&str]| -> Vec<Code> {
        parse_package(&table, words).unwrap_err().into_iter().map(|problem| problem.code).collect()
    };
    use Code::{AmountNotAllowed, DecimalComma, IssueDecidedTwice, IssueUndecided, NotAChoice, UnknownName};
    assert_eq!(codes(&["loon=2%", "rooster=vast", "prijs=3,5", "pot=A:100"]), [DecimalComma]);
    assert_eq!(codes(&["loon=2%", "rooster=vast", "prijs=3.2", "pot=A:100"]), [AmountNotAllowed]);
    assert_eq!(
        codes(&["loon=9%", "rooster=vast", "rooster=vrij", "prijs=3", "pot=A:100"]),
        [UnknownName, IssueDecidedTwice]
    );
    assert_eq!(codes(&["loon=2%", "rooster=vast", "prijs=3"]), [IssueUndecided]);
    assert_eq!(parse_choice(&table, "loon").unwrap_err().code, NotAChoice);
    assert_eq!(parse_choice(&table, "prjs=3").unwrap_err().arguments["near"], "prijs");
}
