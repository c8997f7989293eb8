//! The Dutch words of commands: read wherever commands are read, and never in the way of an English name.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::atomic::AtomicBool;

use tafel::cli::Exit;
use tafel::session::{Response, Session, TASKS, dutch_word};

use crate::support::program::ran;

/// What the program says on the command line, on either stream.
fn tafel(arguments: &[&str]) -> (String, Exit) {
    let ran = ran(arguments, "");
    (ran.stdout + &ran.stderr, ran.exit)
}

#[test]
fn the_dutch_word_of_a_command_says_what_the_command_says() {
    for name in TASKS.iter().flat_map(|(_, names)| names.iter().copied()) {
        let dutch = dutch_word(name).unwrap();
        let help = tafel(&["help", name]);
        assert!(help.0.contains(&format!("In Dutch: {dutch}")) && help.1 == Exit::Answered, "{}", help.0);
        assert_eq!(tafel(&["help", dutch]), help);
        assert_eq!(tafel(&["-c", &format!("hulp {dutch}")]), help);
    }
    for (dutch, name) in [("voorstel", "propose"), ("ruimte", "zopa"), ("toon", "show"), ("feiten", "facts")] {
        let own = tafel(&[name, "vvt-cao-2018"]);
        assert_eq!(own.1, Exit::Answered, "{}", own.0);
        assert_eq!(tafel(&[dutch, "vvt-cao-2018"]), own);
        assert_eq!(tafel(&["vvt-cao-2018", "-c", dutch]).0, tafel(&["vvt-cao-2018", "-c", name]).0);
    }
    assert_eq!(
        tafel(&["vvt-cao-2018", "-c", "stel-dat parkeer financiers", "-c", "behoud", "-c", "terug"]).0,
        tafel(&["vvt-cao-2018", "-c", "whatif park financiers", "-c", "keep", "-c", "undo"])
            .0
            .replace("park fin", "parkeer fin")
    );
    let listed = tafel(&["help", "nederlands", "--lang", "nl"]).0;
    assert_eq!(tafel(&["hulp", "dutch", "--lang", "nl"]).0, listed);
    assert!(TASKS.iter().flat_map(|(_, names)| names.iter()).all(|name| listed.contains(dutch_word(name).unwrap())));
    assert!(tafel(&["vorstel", "vvt-cao-2018"]).0.contains("`voorstel`"), "a slip in a Dutch word is noticed as well");
}

#[test]
fn a_question_can_be_left_and_an_answer_taken_back_in_dutch() {
    let stop = AtomicBool::new(false);
    let mut session = Session::new(true);
    for line in ["nieuw", "Schutting", "Ann, Ben", "licht", "terug"] {
        session.turn(line, &stop).unwrap();
    }
    assert!(session.is_asking());
    let asked = session.turn("sluit-af", &stop).unwrap();
    assert!(matches!(asked, Response::Unsaved), "{asked:?}");
    assert!(matches!(session.turn("sluit-af", &stop).unwrap(), Response::Left { .. }));
}

#[test]
fn completion_goes_on_behind_a_dutch_word() {
    let mut session = Session::new(false);
    session.take_in_hand("vvt-cao-2018").unwrap();
    let texts = |line: &str| -> Vec<String> {
        session.complete(line, line.len()).1.into_iter().map(|candidate| candidate.text).collect()
    };
    assert_eq!(texts("gewichten F"), texts("weights F"));
    assert_eq!(texts("leg-uit FNV na"), ["naive", "nash"]);
    assert_eq!(texts("stel-dat bekrachtiging FNV acht"), ["achterban"]);
    assert_eq!(texts("voors"), ["voorstel"]);
    assert_eq!(texts("sho"), ["show"], "an English start means the English name");
}
