//! What the README shows is what the program says.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::process::Command;

const README: &str = include_str!("../README.md");

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
    assert_eq!(stderr, block("text", 1));
}

/// What the README says is the test command is what `.ci/run` runs, and so is the command of the main job.
#[test]
fn the_commands_are_those_that_are_run() {
    let ci = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/run")).unwrap();
    for command in [block("sh", 0), block("sh", 1)] {
        let words = command.split_whitespace().filter(|word| *word != "--quiet");
        let shown: Vec<&str> = words.collect();
        let runs =
            |line: &str| line.split_whitespace().filter(|word| !["step", "--quiet"].contains(word)).eq(shown.clone());
        assert!(ci.lines().any(runs), "{command}");
    }
}
