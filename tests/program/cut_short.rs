//! A search that is cut short: whatever the command, the exit code, the words and the JSON tell so.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use serde_json::Value;
use tafel::cli::{Exit, Terminal};
use tafel::table_file::write;

use crate::support::made_tables::{Recipe, table};
use crate::support::program::{Ran, ran_in, ran_until};

/// Far too large for any proof within the limit.
const LARGE: Recipe = Recipe { parties: 10, issues: 50, options: 8, seed: 1, rules: true, opposed: false };
/// Too short for anything.
const AT_ONCE: &str = "0.001";

/// Every command that searches, with what it searches for.
const SEARCHING: [&str; 21] = [
    "zopa",
    "solve --objective fair",
    "solve --objective nash",
    "solve --objective joint --packages 3",
    "propose",
    "frontier",
    "frontier --parties p0,p1",
    "meso p0",
    "whynot i0=o1",
    "firm --objective fair",
    "what-matters --objective fair",
    "compare fair joint",
    "score fair",
    "bill fair",
    "why fair",
    "test fair",
    "step fair",
    "improve fair",
    "stress fair",
    "ratify fair",
    "trades fair",
];

/// A file of its own for each test, gone when the test ends.
struct LargeFile(PathBuf);

impl LargeFile {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tafel-cut-{name}-{}.ron", std::process::id()));
        fs::write(&path, write(&table(LARGE))).unwrap();
        Self(path)
    }

    /// Runs a command on the table, with more words behind it.
    fn ran(&self, command: &str, more: &[&str], is_stopped: bool) -> Ran {
        let (first, rest) = command.split_once(' ').unwrap_or((command, ""));
        let mut words = vec![first, self.0.to_str().unwrap()];
        words.extend(rest.split_whitespace().chain(more.iter().copied()));
        ran_until(&AtomicBool::new(is_stopped), Terminal::Pipe, 80, &words, b"")
    }

    /// Carries out lines, for somebody who says stop at once.
    fn script(&self, lines: &str) -> Ran {
        let words = ["run", self.0.to_str().unwrap(), "-", "--no-journal", "--lang", "en"];
        ran_until(&AtomicBool::new(true), Terminal::Pipe, 80, &words, lines.as_bytes())
    }
}

impl Drop for LargeFile {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

/// A text with single spaces between its words.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The time limit holds for all searches of a command together, and what wasn't found in time isn't denied.
#[test]
fn every_command_that_was_cut_short_says_so() {
    let file = LargeFile::new("every");
    for command in SEARCHING {
        let limited = file.ran(command, &["--time-limit", AT_ONCE, "--format", "json"], false);
        let stopped = file.ran(command, &["--lang", "en"], true);
        assert_eq!((limited.exit, stopped.exit), (Exit::OutOfTime, Exit::Interrupted), "{command}: {stopped:?}");
        if limited.stdout.is_empty() {
            assert!(flowing(&limited.stderr).contains("was cut short before any"), "{command}: {limited:?}");
        } else {
            let json: Value = serde_json::from_str(&limited.stdout).unwrap();
            assert_eq!(json["cut_short"], true, "{command}");
            has_bounds(&json, command);
        }
        let told = flowing(&format!("{}{}", stopped.stdout, stopped.stderr));
        assert!(told.contains("cut short") && !told.contains("could stand for"), "{command}: {told}");
    }
}

/// Whatever isn't proven is told with a bound that is: it used to be infinite where the time was up at once.
fn has_bounds(json: &Value, command: &str) {
    if json["status"] == "best_found" {
        assert!(json["gap"].is_number() && json["bound"].is_number(), "{command}: {json}");
    }
    let parts: Vec<&Value> = match json {
        Value::Array(parts) => parts.iter().collect(),
        Value::Object(parts) => parts.values().collect(),
        _ => Vec::new(),
    };
    parts.into_iter().for_each(|part| has_bounds(part, command));
}

#[test]
fn what_was_found_at_once_has_a_bound() {
    for seed in 1..=3 {
        let path = std::env::temp_dir().join(format!("tafel-cut-at-once-{seed}-{}.ron", std::process::id()));
        fs::write(&path, write(&table(Recipe { parties: 8, issues: 20, options: 6, seed, ..LARGE }))).unwrap();
        let file = LargeFile(path);
        for command in ["zopa", "solve --objective fair", "solve --objective nash", "score fair", "whynot i0=o1"] {
            let ran = file.ran(command, &["--format", "json"], true);
            has_bounds(&serde_json::from_str(&ran.stdout).unwrap_or_default(), command);
            let told = file.ran(command, &["--lang", "en"], true).stdout;
            assert!(!told.contains("inf"), "{command}: {told}");
        }
    }
}

/// The first package used to take all the time, so that the second one was an error.
#[test]
fn packages_that_are_searched_for_share_the_time() {
    let file = LargeFile::new("share");
    let ran = file.ran("compare fair joint", &["--time-limit", "1", "--format", "json"], false);
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let names: Vec<&Value> = json["searches"].as_array().unwrap().iter().map(|search| &search["name"]).collect();
    assert_eq!((ran.exit, names), (Exit::OutOfTime, vec![&Value::from("fair"), &Value::from("joint")]));
}

/// As `solve` ends where no package is acceptable.
#[test]
fn where_nothing_is_acceptable_the_conflict_is_the_answer() {
    let table = "tests/tables/room-for-rent.ron";
    for command in ["solve", "propose", "zopa", "whynot rent=600", "frontier", "firm", "what-matters"] {
        let (first, rest) = command.split_once(' ').unwrap_or((command, ""));
        for format in ["text", "json"] {
            let words: Vec<&str> = [first, table].into_iter().chain(rest.split_whitespace()).collect();
            let ran = ran_in(Terminal::Pipe, 80, &[&words, &["--format", format][..]].concat(), b"");
            assert_eq!((ran.exit, ran.stderr.as_str()), (Exit::NothingAcceptable, ""), "{command}: {}", ran.stdout);
        }
    }
    let ran = ran_in(Terminal::Pipe, 80, &["zopa", "sinaasappel"], b"");
    assert_eq!(ran.exit, Exit::Answered);
}

#[test]
fn what_needs_no_search_is_not_cut_short() {
    for command in ["score sinaasappel naive", "bill vvt-cao-2018 historic", "matrix vvt-cao-2018", "show vvt-cao-2018"]
    {
        let words: Vec<&str> = command.split(' ').collect();
        let ran = ran_until(&AtomicBool::new(true), Terminal::Pipe, 80, &words, b"");
        assert_eq!((ran.exit, ran.stderr.as_str()), (Exit::Answered, ""), "{command}");
    }
}

/// Ctrl-C in `firm` or `propose` used to go on with the next line.
#[test]
fn a_script_ends_where_a_search_was_cut_short_by_the_person() {
    let file = LargeFile::new("script");
    for line in ["firm", "propose", "solve", "score fair", "frontier", "what-matters", "zopa", "whatif park i0"] {
        let ran = file.script(&format!("{line}\nmatrix\n"));
        assert_eq!(ran.exit, Exit::Interrupted, "{line}: {ran:?}");
        assert!(!ran.stdout.contains("What each party cares about"), "{line}");
    }
}

#[test]
fn what_is_not_proven_is_not_recorded() {
    let file = LargeFile::new("record");
    let ran = file.script("package mine fair\n");
    assert_eq!(ran.exit, Exit::Interrupted);
    assert!(flowing(&ran.stderr).contains("cut short"), "{ran:?}");
    assert_eq!(ran.stdout, "");
}

#[test]
fn firmness_that_was_not_looked_at_is_not_kept_quiet() {
    let file = LargeFile::new("firm");
    for (command, said) in [
        ("firm --lang en", "so how firm it is isn't known"),
        ("firm --lang nl", "dus hoe stevig het staat is niet bekend"),
        ("what-matters --lang en", "so what it hangs on isn't known"),
        ("what-matters --lang nl", "dus waar het van afhangt is niet bekend"),
    ] {
        let ran = file.ran(command, &["--time-limit", AT_ONCE], false);
        assert!(flowing(&ran.stdout).contains(said), "{command}: {}", ran.stdout);
    }
    let ran = file.ran("firm", &["--time-limit", AT_ONCE, "--format", "json"], false);
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&json["instead_of"], &json["cut_short"]), (&Value::from("firm"), &Value::from(true)));
}

/// It used to say that packages were chosen among the 0 efficient outcomes that were found.
#[test]
fn packages_of_other_shapes_are_not_chosen_among_none() {
    let file = LargeFile::new("others");
    for (language, none) in [("en", "the 0 efficient"), ("nl", "de 0 efficiënte")] {
        let ran = file.ran("solve --packages 4", &["--time-limit", "0.3", "--lang", language], false);
        let text = flowing(&ran.stdout);
        assert!(ran.exit == Exit::OutOfTime && !text.contains(none), "{text}");
    }
}

#[test]
fn a_frontier_that_was_cut_short_has_points_and_a_gap() {
    let file = LargeFile::new("frontier");
    let limited = file.ran("frontier", &["--time-limit", "0.2", "--format", "json"], false);
    let json: Value = serde_json::from_str(&limited.stdout).unwrap();
    assert_eq!((limited.exit, &json["complete"]), (Exit::OutOfTime, &Value::from(false)));
    assert!(!json["points"].as_array().unwrap().is_empty() && json["gap"].as_f64().unwrap() > 0.0, "{json}");
}

/// A package whose search was cut short is told with what is known of better ones.
#[test]
fn a_package_that_was_not_proven_is_told_with_its_bound() {
    let file = LargeFile::new("bound");
    let ran = file.ran("score fair", &["--time-limit", "1", "--format", "json"], false);
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let search = &json["searches"][0];
    assert_eq!((&search["name"], &search["status"]), (&Value::from("fair"), &Value::from("best_found")));
    assert!(search["bound"].as_f64().unwrap() > search["gap"].as_f64().unwrap(), "{search}");
    let told = file.ran("score fair", &["--time-limit", "1", "--lang", "en"], false);
    assert!(flowing(&told.stdout).contains("The search for `fair` was cut short: it stands here for"), "{told:?}");
}

/// Every answer of the optimiser names the engine that gave it.
#[test]
fn the_engine_is_named() {
    let table = "vvt-cao-2018";
    for (command, place) in [
        (format!("zopa {table}"), "/how"),
        (format!("propose {table}"), "/packages/0/how"),
        (format!("meso {table} FNV"), "/how"),
        (format!("step {table} fair"), "/searches/0/how"),
        (format!("trades {table} fair"), "/searches/0/how"),
        (format!("score {table} fair"), "/searches/0/how"),
        (format!("compare {table} fair joint"), "/searches/1/how"),
        (format!("whynot {table} loon=3%"), "/answer/how"),
        (format!("test {table} historic"), "/how"),
        (format!("improve {table} historic"), "/how"),
    ] {
        let words: Vec<&str> = command.split(' ').chain(["--format", "json"]).collect();
        let ran = ran_in(Terminal::Pipe, 80, &words, b"");
        let json: Value = serde_json::from_str(&ran.stdout).unwrap_or_default();
        let how = json.pointer(place).and_then(Value::as_str).unwrap_or_default();
        assert!(["enumerated", "merged", "branch_and_bound"].contains(&how), "{command}: {ran:?}");
    }
    for command in ["zopa", "propose", "meso FNV", "whynot loon=3%"] {
        let (first, rest) = command.split_once(' ').unwrap_or((command, ""));
        let mut words = vec![first, table, "--lang", "en"];
        words.extend(rest.split_whitespace());
        let told = flowing(&ran_in(Terminal::Pipe, 80, &words, b"").stdout);
        assert!(told.contains("Proven: "), "{command}: {told}");
    }
}

/// With shares that go anywhere, the package with the largest smallest gain lies between two corner points.
#[test]
fn a_corner_point_is_not_told_to_be_best() {
    let table = "tests/tables/estate.ron";
    for (language, said) in [("en", "Of the corner points, F1 lifts"), ("nl", "Van de hoekpunten levert F1")] {
        let ran = ran_in(Terminal::Pipe, 80, &["frontier", table, "--lang", language], b"");
        assert!(flowing(&ran.stdout).contains(said), "{}", ran.stdout);
    }
}
