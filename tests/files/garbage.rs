//! Rubbish on the line: no panic, no change unless the line asks for one, and always something short to say.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::typist;

use std::sync::atomic::AtomicBool;

use crate::support::random::{Random, cases};
use tafel::repl::{Exit, Front, Lines, Script, run_lines};
use tafel::report::Place;
use tafel::session::{LONGEST_LINE, Session};
use typist::{Typist, number, seen};

/// The most that is said to a line; the longest listing of the table that is used is some four times shorter.
const MOST_SAID: usize = 60_000;

/// Bytes of any kind, without a line end.
fn bytes(dice: &mut Random, most: usize) -> Vec<u8> {
    let count = dice.below(most);
    (0..count).map(|_| dice.below(256) as u8).filter(|byte| *byte != b'\n').collect()
}

/// Text of letters that are hard on a program.
fn letters(dice: &mut Random) -> String {
    let hard = [
        "\"",
        "\"\"",
        "'",
        "#",
        "=",
        ",",
        ":",
        ">",
        "--",
        "-",
        "\u{202e}",
        "\u{200d}",
        "é",
        "👩‍⚕️",
        "\t",
        "\u{0}",
        "\u{1b}[31m",
        "{",
        "}",
        "(",
        "\\",
        "//",
        "/*",
        "%",
        "loon",
        "FNV",
        "a",
        " ",
        " ",
        "\u{feff}",
        "９",
        "½",
    ];
    (0..dice.below(40)).map(|_| dice.pick(&hard)).collect()
}

/// A line of rubbish, or of a command with rubbish behind it.
fn rubbish(dice: &mut Random, table: &tafel::domain::Table) -> Vec<u8> {
    let commands: Vec<&str> = tafel::session::TASKS.iter().flat_map(|(_, all)| all.iter().copied()).collect();
    // Whoever leaves types no more.
    let commands: Vec<&str> = commands.into_iter().filter(|name| !["quit", "save", "new"].contains(name)).collect();
    match dice.below(8) {
        0 => bytes(dice, 200),
        1 => letters(dice).into_bytes(),
        2 => format!("{} {}", dice.pick(&commands), letters(dice)).into_bytes(),
        3 => [dice.pick(&commands).as_bytes(), b" ", &bytes(dice, 60)].concat(),
        4 => format!("{} {} {}", dice.pick(&commands), number(dice), "9".repeat(dice.below(400))).into_bytes(),
        5 => dice.pick(&["x", "\"", "show a", "weights FNV KO 1, ", "- "]).repeat(dice.below(3000)).into_bytes(),
        6 => format!("whatif {} {}", dice.pick(&commands), letters(dice)).into_bytes(),
        _ => {
            let line = Typist { dice, table }.change();
            let mut line = line.into_bytes();
            let at = dice.below(line.len());
            line[at] = dice.below(128) as u8;
            line.retain(|byte| *byte != b'\n');
            line
        }
    }
}

#[test]
fn whatever_is_typed_nothing_breaks() {
    let stop = AtomicBool::new(false);
    let mut dice = Random::new(7);
    let (mut refused, mut longest) = (0, 0);
    let mut front = Front::new(Session::new(false), 80, false);
    for at in 0..cases(1_000, 10) {
        if at % 50 == 0 {
            let mut session = Session::new(false);
            session.take_in_hand("ruil-bill-en-jack").unwrap();
            front = Front::new(session, 80, false);
        }
        let Some(document) = front.session.document() else { panic!("the table is gone") };
        let mut line = rubbish(&mut dice, document.table());
        line.push(b'\n');
        let mut reader = line.as_slice();
        let read = Lines::new(&mut reader).next_line().unwrap().unwrap();
        let before = seen(&mut front.session);
        let said = front.read(&read, Place::Script { path: "script", number: 1 }, &stop);
        let shown = String::from_utf8_lossy(&line);
        longest = longest.max(said.answer.len() + said.problems.len());
        assert!(said.exit != Exit::Internal && !said.left, "{shown}");
        if said.exit == Exit::BadInput && !said.problems.is_empty() {
            refused += 1;
            assert_eq!(seen(&mut front.session), before, "{shown}");
            assert!(said.problems.starts_with("script:1:") || said.answer.is_empty(), "{}", said.problems);
        }
        assert!(said.exit != Exit::BadInput || !(said.problems.is_empty() && said.answer.is_empty()), "{shown}");
        let told = said.answer + &said.problems;
        assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "{shown}: {told}");
        for word in ["Option<", "Some(", "panicked", "{$", "\u{e000}"] {
            assert!(!told.contains(word), "{shown}: {told}");
        }
    }
    assert!(refused > 300, "only {refused} lines were refused");
    assert!(longest < MOST_SAID, "{longest}");
}

#[test]
fn a_script_of_rubbish_comes_to_its_end() {
    let mut dice = Random::new(11);
    let mut session = Session::new(false);
    session.take_in_hand("ruil-bill-en-jack").unwrap();
    let whole = session.document().unwrap().source().to_owned();
    let mut text = Vec::new();
    let count = cases(500, 10);
    for _ in 0..count {
        text.extend(bytes(&mut dice, 300));
        text.push(b'\n');
    }
    text.extend(vec![b'"'; 3 * LONGEST_LINE]);
    let mut front = Front::new(session, 80, false);
    let mut reader = text.as_slice();
    let script = Script { path: "script", lines: Lines::new(&mut reader), keep_going: true, is_prompted: false };
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exit = run_lines(&mut front, script, &mut stdout, &mut stderr, &AtomicBool::new(false)).unwrap();
    assert_eq!(exit, Exit::BadInput);
    assert_eq!(front.session.document().unwrap().source(), whole);
    let stderr = String::from_utf8(stderr).unwrap();
    assert!(stderr.contains(&format!("script:{}:", count + 1)), "the last line is read as well");
    assert!(stderr.len() < 1_000 * (count as usize + 1));
}
