//! A search that is cut short says what it has, and how good that is at least.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::made_tables;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use made_tables::{Recipe, table};
use tafel::domain::{Rational, WorldId, nearest_f64};
use tafel::optimize::{Answer, FrontierPoint, MOST_STATES, Objective, Question, Scope, frontier, solve};
use tafel::table_file::write;
use tafel::valuation::{Circumstances, assess};

/// Far too large for a proof of `fair` within a second.
const LARGE: Recipe = Recipe { parties: 10, issues: 50, options: 8, seed: 1, rules: true, opposed: false };

/// A file of its own for each test, gone when the test ends.
struct LargeFile(PathBuf);

impl LargeFile {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tafel-{name}-{}.ron", std::process::id()));
        fs::write(&path, write(&table(LARGE))).unwrap();
        Self(path)
    }

    fn solve(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
        command.arg("solve").arg(&self.0).args(["--objective", "fair"]).args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

impl Drop for LargeFile {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

#[track_caller]
fn assert_tells_a_bound(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["status"], "best_found");
    let smallest = answer["packages"][0]["smallest_gain"].as_f64().unwrap();
    let (bound, gap) = (answer["bound"].as_f64().unwrap(), answer["gap"].as_f64().unwrap());
    assert!(smallest >= 0.0 && gap > 0.0, "smallest gain {smallest}, gap {gap}");
    assert!((bound - smallest - gap).abs() < 1e-6, "bound {bound}, smallest gain {smallest}, gap {gap}");
}

/// What wasn't found in time isn't told not to be there.
#[test]
fn packages_and_offers_that_were_cut_short_are_not_denied() {
    let file = LargeFile::new("denied");
    let solved = file.solve(&["--packages", "3", "--time-limit", "0.5"]).output().unwrap();
    let path = file.0.to_str().unwrap();
    let offers = ["meso", path, "p0", "--level", "14000", "--time-limit", "0.2"];
    let offered = Command::new(env!("CARGO_BIN_EXE_tafel")).args(offers).output().unwrap();
    for (output, denial) in [(solved, "There is no other"), (offered, "No acceptable package is worth")] {
        let text = String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(output.status.code(), Some(4), "{text}");
        assert!(!text.contains(denial), "{text}");
    }
}

#[test]
fn a_time_limit_ends_with_the_best_so_far_and_a_bound() {
    let file = LargeFile::new("limit");
    let output = file.solve(&["--time-limit", "0.8", "--format", "json"]).output().unwrap();
    assert_tells_a_bound(&output, 4);
    let output = file.solve(&["--time-limit", "0.8", "--lang", "en"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("cut short") && text.contains("none can come to more than"), "{text}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_with_the_best_so_far_and_a_bound() {
    let file = LargeFile::new("interrupt");
    let child = file.solve(&["--format", "json"]).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_tells_a_bound(&child.wait_with_output().unwrap(), 130);
}

/// The optimum, known from a proof that takes some seconds: a smallest gain of 3184.
#[test]
fn a_bound_never_lies_below_the_optimum() {
    let table = table(Recipe { issues: 30, options: 6, ..LARGE });
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    for milliseconds in [100, 400, 900] {
        let deadline = Some(Instant::now() + Duration::from_millis(milliseconds));
        let question = Question { deadline, ..Question::new(Objective::Fair) };
        match solve(&circumstances, &question, &AtomicBool::new(false)).unwrap() {
            Answer::BestFound(best) => {
                let smallest = assess(&circumstances, &best.found.package).smallest_gain().unwrap();
                assert!(nearest_f64(&smallest) <= 3184.0 && 3184.0 <= best.bound, "{smallest} and {}", best.bound);
            }
            Answer::Unknown => {}
            other => panic!("{other:?}"),
        }
    }
}

/// What is listed when the time is up at once is efficient, and the gap holds for every point of the whole frontier.
#[test]
fn a_frontier_without_time_has_points_and_a_gap_that_holds() {
    let mut seen = 0;
    for seed in 1..=6 {
        let table = table(Recipe { parties: 4, issues: 8, options: 4, seed, rules: true, opposed: false });
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        let question = Question::new(Objective::Fair);
        let [whole, hurried] = [false, true].map(|is_stopped| {
            let stop = AtomicBool::new(is_stopped);
            frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &stop).unwrap()
        });
        assert!(whole.complete && !whole.is_cut_short, "seed {seed}");
        // What was listed in a hurry may be all that there is.
        assert_ne!(hurried.complete, hurried.is_cut_short, "seed {seed}");
        let gains: BTreeSet<&Vec<Rational>> = whole.points.iter().map(|point| &point.gains).collect();
        assert!(hurried.points.iter().all(|point| gains.contains(&point.gains)), "seed {seed}");
        assert_eq!(hurried.points.is_empty(), whole.points.is_empty(), "seed {seed}");
        let Some(gap) = &hurried.gap else { continue };
        for point in &whole.points {
            let above = |listed: &FrontierPoint| {
                let more = point.gains.iter().zip(&listed.gains).map(|(one, other)| one - other);
                more.max()
            };
            let nearest = hurried.points.iter().filter_map(above).min().unwrap();
            assert!(nearest <= *gap, "seed {seed}: {nearest} above the nearest point, and a gap of {gap}");
        }
        seen += 1;
    }
    assert!(seen > 3, "{seen}");
}
