//! Two journeys as they are typed and read: a moderator prepares a table, and six parties talk with a projector.
//!
//! The figures are those that the agreement's table is known for; the transcripts are what the moderator reads, and for
//! the talks also what everybody sees.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::sync::atomic::AtomicBool;

use tafel::domain::Language;
use tafel::report::{Place, Wordbook, failure_text, response_text, screen_text};
use tafel::session::{Screen, Session};

const PREPARING: &str = include_str!("../transcripts/preparing.txt");
const LIVE: &str = include_str!("../transcripts/live.txt");
const WIDTH: usize = 100;

/// What the moderator reads, each line with its answer; and each page of the shared screen that differs from the last.
fn told(transcript: &str) -> (String, Vec<String>) {
    let words = Wordbook::new(Language::Nl);
    let stop = AtomicBool::new(false);
    let mut session = Session::new(true);
    session.take_in_hand("vvt-cao-2018").unwrap();
    let (mut read, mut pages) = (String::new(), Vec::<String>::new());
    for line in transcript.lines() {
        let answer = match session.turn(line, &stop) {
            Ok(response) => response_text(&response, &words, WIDTH),
            Err(failure) => panic!("{line}: {}", failure_text(&failure, line, Place::Typed, &words, WIDTH)),
        };
        read += &format!("> {line}\n{answer}");
        let table = session.document().unwrap().table();
        let page = screen_text(table, &Screen::Shared, &words, WIDTH);
        if pages.last() != Some(&page) {
            pages.push(page);
        }
    }
    (read, pages)
}

/// These stand there in this order.
fn assert_in_order(text: &str, parts: &[&str]) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = flat.as_str();
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` doesn't stand there, or not here"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_moderator_prepares_a_table() {
    let (read, _) = told(PREPARING);
    assert_in_order(
        &read,
        &[
            "Woord voor woord bewaard als standpunt",
            "loon 13 19 39 31 30 32",
            "4 van 486",
            "binnen de regels 258",
            "employers 94",
            "unions 16",
            "221 van 1.458",
            "binnen de regels 1.008",
        ],
    );
    insta::assert_snapshot!("preparing", read);
}

#[test]
fn six_parties_talk_live() {
    let (read, pages) = told(LIVE);
    assert_in_order(
        &read,
        &[
            "Samen +30,6; wie het minst wint, komt op +2,0",
            "146 pakketten binnen de regels zijn voor iedereen minstens zo goed",
            "van “gezamenlijke brief” naar “gezamenlijk actieplan",
            "van +30,6 naar +99,9, voor de partij die het minst wint van +2,0 naar +7,0",
            "Samen +224,6, minst +22,4",
            "Samen +217,6, minst +31,2",
            "45 pakketten houden in elke wereld stand.",
            "67 pakketten houden in elke wereld stand.",
            "samen +174,0 +56,8",
        ],
    );
    insta::assert_snapshot!("live", read);
    let shared = pages.join("\n————\n");
    // No name of a party, no number of a scale, and nothing that wasn't released.
    for secret in ["FNV", "ActiZ", "BTN", "CNV", "NU91", "FBZ", "+30,6", "+2,0", "leden", "veto"] {
        assert!(!shared.contains(secret), "everybody sees {secret}:\n{shared}");
    }
    insta::assert_snapshot!("live_shared", shared);
}
