//! What the README shows is what the program says.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use tafel::domain::Language;
use tafel::report::{Wordbook, command_table, dutch_words};
use tafel::session::{Grammar, TASKS, Usage};

const README: &str = include_str!("../../README.md");

/// The text of the `at`-th fenced block of a language.
fn block(language: &str, at: usize) -> &'static str {
    let opening = format!("```{language}\n");
    let text = README.split(opening.as_str()).nth(at + 1).unwrap();
    text.split("```").next().unwrap()
}

/// Runs the program beside a file `fence.ron` of this content; returns its exit code, output and problems.
fn run(folder: &str, content: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let folder = std::env::temp_dir().join(format!("tafel-readme-{}-{folder}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("fence.ron"), content).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
    let output = command.args(arguments).current_dir(&folder).env("COLUMNS", "80").output().unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_example_is_refused_as_shown() {
    let (code, stdout, stderr) = run("refused", block("ron", 0), &["solve", "fence.ron"]);
    assert_eq!((code, stderr.as_str()), (Some(3), ""));
    assert!(stdout.contains(block("text", 0)), "{stdout}");
}

#[test]
fn the_example_has_the_gains_that_are_told() {
    let opened = block("ron", 0).replace(" parked: true,", "");
    let (code, stdout, _) = run("opened", &opened, &["solve", "fence.ron", "--objective", "fair"]);
    assert_eq!(code, Some(0));
    for shown in ["low", "pruned", "+42.2", "+27.7"] {
        assert!(stdout.contains(shown), "{shown} is missing from {stdout}");
    }
    assert!(README.contains("Ann 42.2 and Ben 27.7"));
}

#[test]
fn a_slip_is_told_as_shown() {
    let slip = block("ron", 0).replace("privacy+6", "privcy+6");
    let (code, _, stderr) = run("slip", &slip, &["check", "fence.ron"]);
    assert_eq!(code, Some(2));
    assert_eq!(stderr, block("text", 2));
}

/// What is typed in a block that shows the prompt.
fn typed(block: &str) -> String {
    let lines = block.lines().map(|line| line.split_once('>').unwrap().1.trim_start());
    lines.map(|line| format!("{line}\n")).collect()
}

/// Runs the program in `folder` with these lines on its standard input.
fn piped(folder: &Path, lines: &str, arguments: &[&str]) -> String {
    fs::write(folder.join("lines"), lines).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
    command.args(arguments).current_dir(folder).env("COLUMNS", "80");
    let output = command.stdin(File::open(folder.join("lines")).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_first_table_comes_to_the_answer_as_shown_and_can_be_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = typed(block("console", 0));
    let text = piped(folder.path(), &first, &[]);
    assert!(text.contains(block("text", 1)), "{text}");
    let text = piped(folder.path(), &(first + &typed(block("console", 1))), &[]);
    let change = "+44.4 → +53.3, with the same package";
    assert!(text.contains(change) && README.contains(change), "{text}");
    assert!(text.contains("Where the scores of _ come from"), "{text}");
    assert!(text.contains("fence.ron is written"), "{text}");
    let again = piped(folder.path(), "show fence=low\n", &["fence.ron"]);
    assert!(again.contains("privacy+6 money-1 sun-1"), "{again}");
}

#[test]
fn the_table_of_commands_is_the_generated_one() {
    let grammar = Grammar::default();
    let usages: Vec<Usage> =
        TASKS.iter().flat_map(|(_, names)| names.iter()).map(|name| grammar.usage(name).unwrap()).collect();
    let table = command_table(&usages, &Wordbook::new(Language::En));
    let shown = README.split("| at the prompt | what it does |\n| --- | --- |\n").nth(1).unwrap();
    let shown: String = shown.lines().take_while(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect();
    assert!(shown == table, "README.md should have this table:\n{table}");
}

#[test]
fn the_dutch_words_are_the_generated_ones() {
    let words = dutch_words();
    assert!(README.contains(&format!("\n\n{words}\n")), "README.md should have these lines:\n{words}");
}

/// What the README says is the test command is what `.ci/run` runs, and so is the command of the main job.
#[test]
fn the_commands_are_those_that_are_run() {
    let ci = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/run")).unwrap();
    let (main, tests) = (block("sh", 0), block("sh", 1));
    // The tests build the program; an optimised build would take minutes and show nothing more.
    let (build, main) = main.trim().split_once(" -- ").unwrap();
    assert!(build.starts_with("cargo run"), "{build}");
    for command in [format!("step \"$tafel\" {main}"), format!("step {}", tests.trim())] {
        assert!(ci.lines().any(|line| line == command), "{command}");
    }
}
