//! A session over random lines: what fails changes nothing, what changes can be taken back, and the table is always that
//! of its text.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::typist;

use std::sync::atomic::AtomicBool;

use crate::support::random::{Random, cases};
use tafel::domain::Table;
use tafel::session::{Command, CountArguments, Response, Session};
use tafel::table_file::{Document, read};
use typist::{Seen, Typist, command, seen};

/// Tables to begin with; the last is none.
const TABLES: [&str; 5] =
    ["vvt-cao-2018", "sportpark-haven", "ruil-bill-en-jack", "tests/tables/room-for-rent.ron", ""];

fn session(table: &str, is_attended: bool) -> Session {
    let mut session = Session::new(is_attended);
    if !table.is_empty() {
        session.take_in_hand(table).unwrap();
    }
    session
}

fn empty() -> Table {
    Document::empty("empty", "Empty", tafel::domain::Language::En).unwrap().table().clone()
}

/// The next line that somebody types at this session.
fn next_line(session: &Session, dice: &mut Random) -> String {
    let none = empty();
    let table = session.document().map_or(&none, Document::table);
    let is_asking = session.is_asking() && !dice.one_in(5);
    let mut typist = Typist { dice, table };
    let line = if is_asking { typist.answer() } else { typist.line() };
    // Interests such as SA are short for a command that would write beside the sources.
    if writes_a_file(&line) { String::new() } else { line }
}

/// Whether a line is `save`, however short.
fn writes_a_file(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default().to_lowercase();
    !first.is_empty() && "save".starts_with(&first)
}

fn back(count: usize) -> Command {
    Command::Undo(CountArguments { count: Some(count) })
}

fn forth(count: usize) -> Command {
    Command::Redo(CountArguments { count: Some(count) })
}

/// The table in hand is the one that its text says.
fn assert_true_to_its_text(session: &Session) {
    let Some(document) = session.document() else { return };
    let read = read(document.source()).table;
    assert_eq!(read.as_ref(), Some(document.table()), "the text says otherwise");
}

/// Types lines at a session and checks each turn; calls `more` with what was typed and seen.
fn play(seed: u64, is_attended: bool, lines: usize, mut more: impl FnMut(&mut Session, &str, &Seen, &Seen)) -> Session {
    let stop = AtomicBool::new(false);
    let mut dice = Random::new(seed);
    let mut session = session(TABLES[seed as usize % TABLES.len()], is_attended);
    let mut typed = Vec::new();
    for _ in 0..lines {
        let line = next_line(&session, &mut dice);
        typed.push(line.clone());
        let before = seen(&mut session);
        let outcome = session.turn(&line, &stop);
        let after = seen(&mut session);
        if outcome.is_err() {
            assert_eq!(before, after, "a line that failed left a trace: {typed:#?}");
        }
        assert_true_to_its_text(&session);
        more(&mut session, &line, &before, &after);
    }
    session
}

#[test]
fn what_fails_changes_nothing_and_what_changes_can_be_taken_back() {
    let (mut changed, mut failed) = (0, 0);
    for seed in 0..cases(30, 20) {
        play(seed, seed % 2 == 0, 25, |session, line, before, after| {
            let is_changed = (&before.text, &before.name) != (&after.text, &after.name);
            failed += usize::from(before == after);
            if !is_changed || after.changes.len() != before.changes.len() + 1 {
                return;
            }
            changed += 1;
            command(session, back(1)).unwrap();
            let undone = seen(session);
            assert_eq!((&undone.text, &undone.name), (&before.text, &before.name), "undo of {line}");
            assert_eq!(undone.changes, before.changes, "undo of {line}");
            command(session, forth(1)).unwrap();
            let redone = seen(session);
            assert_eq!((redone.text, redone.name), (after.text.clone(), after.name.clone()), "redo of {line}");
            assert_eq!(redone.changes, after.changes);
        });
    }
    assert!(changed > 200 && failed > 200, "{changed} lines changed something, {failed} nothing");
}

#[test]
fn all_the_way_back_and_forth_is_no_way_at_all() {
    let mut longest = 0;
    for seed in 0..cases(30, 10) {
        let mut session = play(seed + 1000, false, 20, |_, _, _, _| {});
        let end = seen(&mut session);
        longest = longest.max(end.changes.len());
        let mut texts = vec![end.text.clone()];
        for _ in 0..end.changes.len() {
            command(&mut session, back(1)).unwrap();
            texts.push(seen(&mut session).text);
        }
        for text in texts.iter().rev().skip(1) {
            command(&mut session, forth(1)).unwrap();
            assert_eq!(&seen(&mut session).text, text);
        }
        if end.changes.is_empty() {
            continue;
        }
        command(&mut session, back(end.changes.len())).unwrap();
        assert_eq!(&seen(&mut session).text, texts.last().unwrap());
        command(&mut session, forth(end.changes.len())).unwrap();
        assert_eq!(seen(&mut session).text, end.text);
    }
    assert!(longest >= 5, "the longest history had {longest} changes");
}

#[test]
fn trying_changes_nothing_and_keeping_is_typing_it() {
    let stop = AtomicBool::new(false);
    let mut kept = 0;
    for seed in 0..cases(30, 20) {
        let mut dice = Random::new(seed + 2000);
        let mut session = session(TABLES[seed as usize % 4], false);
        for _ in 0..8 {
            let line = Typist { dice: &mut dice, table: session.document().unwrap().table() }.change();
            let before = seen(&mut session);
            let tried = session.turn(&format!("whatif {line}"), &stop);
            assert_eq!(seen(&mut session), before, "whatif {line}");
            if tried.is_err() {
                continue;
            }
            let outcome = session.turn("keep", &stop);
            let after = seen(&mut session);
            if outcome.is_err() {
                assert_eq!(after, before, "keep of {line}");
                assert!(session.turn(&line, &stop).is_err(), "{line}");
                continue;
            }
            if after.changes.len() > before.changes.len() {
                command(&mut session, back(1)).unwrap();
            }
            session.turn(&line, &stop).unwrap();
            assert_eq!(seen(&mut session).text, after.text, "{line}");
            kept += 1;
        }
    }
    assert!(kept > 40, "only {kept} were kept");
}

#[test]
fn what_was_tried_can_still_be_kept_when_keeping_it_was_refused() {
    let stop = AtomicBool::new(false);
    let mut session = session("vvt-cao-2018", false);
    session.turn("whatif remove RU", &stop).unwrap();
    let first = session.turn("keep", &stop).unwrap_err();
    let second = session.turn("keep", &stop).unwrap_err();
    assert_eq!(format!("{first:?}"), format!("{second:?}"), "the same refusal, not that nothing was tried");
}

#[test]
fn saving_and_loading_gives_the_same_table() {
    let stop = AtomicBool::new(false);
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..cases(25, 10) {
        let mut one = play(seed + 3000, false, 12, |_, _, _, _| {});
        if one.document().is_none() {
            continue;
        }
        one.drop_question();
        let path = folder.path().join(format!("{seed}.ron"));
        let path = path.to_str().unwrap();
        one.turn(&format!("save {}", tafel::session::quote(path)), &stop).unwrap();
        assert!(!one.is_unsaved());
        let mut other = Session::new(false);
        let loaded = other.turn(&format!("load {}", tafel::session::quote(path)), &stop);
        assert!(matches!(loaded, Ok(Response::Loaded { .. })));
        assert_eq!(one.document().unwrap().table(), other.document().unwrap().table());
        assert_eq!(one.document().unwrap().source(), other.document().unwrap().source());
    }
}
