//! Marks in everything that a party keeps to itself, looked for in every byte that others are shown, in twelve forms.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tafel::domain::{Datum, PartyId, Table};
use tafel::session::{Session, quote};
use tafel::table_file::Document;

use super::screens::{TABLES, all_lines, releases, said, type_in};
use crate::support::edits::{ron, set};
use crate::support::typing::{session, table};

/// The text in each field that a party keeps to itself begins with this; no text of a table or a program does.
const TEXT: &str = "QZJXWK";
/// The numbers in those fields: of points, of a share of one, of a weight.
const NUMBERS: [&str; 4] = ["73.19", "61.83", "0.2963", "8137"];

/// How a text or a number could leave, however it is written.
fn forms() -> Vec<(&'static str, String)> {
    let bytes = TEXT.as_bytes();
    let written = |one: &dyn Fn(u8) -> String| bytes.iter().map(|byte| one(*byte)).collect::<String>();
    let mut forms = vec![
        ("as it is", TEXT.to_owned()),
        ("in small letters", TEXT.to_lowercase()),
        ("as entities", written(&|byte| format!("&#{byte};"))),
        ("in per cents", written(&|byte| format!("%{byte:02X}"))),
        ("escaped as JSON", written(&|byte| format!("\\u{byte:04x}"))),
        ("in hexadecimal", written(&|byte| format!("{byte:02x}"))),
        ("in base 64", base64(bytes)),
        ("backwards", TEXT.chars().rev().collect()),
    ];
    for number in NUMBERS {
        let value: f64 = number.parse().unwrap();
        forms.push(("as a number", number.to_owned()));
        forms.push(("with a decimal comma", number.replace('.', ",")));
        if number.contains('.') && 1.0 < value {
            forms.push(("rounded", format!("{value:.1}")));
        }
        if value < 1.0 {
            forms.push(("in hundredths", format!("{:.2}", value * 100.0)));
        }
    }
    forms
}

/// Six bytes in base 64, which need no padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let triples = bytes.chunks_exact(3).map(|three| three.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)));
    let digits = triples.flat_map(|triple| [18, 12, 6, 0].map(|shift| triple >> shift & 63));
    digits.map(|digit| char::from(DIGITS[digit as usize])).collect()
}

/// The forms of marks that are found in a text; a number counts where it stands by itself.
fn leaks(text: &str) -> Vec<(&'static str, String)> {
    let is_there = |form: &str| {
        let is_number = form.starts_with(|c: char| c.is_ascii_digit());
        let part_of = |c: Option<char>| is_number && c.is_some_and(|c| c.is_ascii_alphanumeric());
        text.match_indices(form)
            .any(|(at, _)| !part_of(text[..at].chars().next_back()) && !part_of(text[at + form.len()..].chars().next()))
    };
    forms().into_iter().filter(|(_, form)| is_there(form)).collect()
}

/// Marks every field that a party keeps to itself; how many were taken.
fn mark(session: &mut Session, party: PartyId) -> usize {
    let known: &Table = table(session);
    let name = quote(&known.parties[party].id);
    let interest = quote(&known.interests.first().unwrap().id);
    let mut lines = vec![
        format!("position {name} \"{TEXT} position\""),
        format!("interest {name} {TEXT}1 \"{TEXT} interest\" --weight 8137"),
        format!("no-deal {name} 73.19 --because \"{TEXT} reason\""),
        format!("ratification {name} \"{TEXT} body\" score {name} >= 61.83"),
        format!("explain {name} today --say \"{TEXT} at home\""),
        format!("interview {name} fear"),
        format!("{TEXT} fear"),
        "stop".to_owned(),
        format!("react {name} eerste nee --because \"{TEXT} reaction\""),
    ];
    if let Some((id, issue)) = known.issues.iter_enumerated().find(|(_, issue)| !issue.options().is_empty()) {
        lines.push(format!("mandate {name} {} \"{TEXT} mandate\"", quote(&known.issues[id].id)));
        let choice = quote(&format!("{}={}", issue.id, issue.options()[0].id));
        lines.push(format!(
            "reading {name} {choice} {}+73.19",
            known.interests[known.interests.keys().next().unwrap()].id
        ));
    }
    if let Some(world) = known.worlds.iter().nth(1) {
        lines.push(format!("probability {name} {} 0.2963", quote(&world.id)));
    }
    lines.push(format!("weights {name} {interest} 8137"));
    let taken = lines.iter().filter(|line| session.turn(line, &false.into()).is_ok()).count();
    for datum in Datum::WORDS.iter().map(|(word, _)| word).filter(|word| **word != "positions") {
        type_in(session, &format!("openness {name} {datum} own"));
    }
    taken
}

/// The same, and what no command writes: briefings, answers of whoever plays the party, levels.
fn marked(source: &str, party: &str) -> String {
    let at = |field: &str| format!("parties/'{party}'/{field}");
    let edits = [
        set(&at("briefing"), &format!("{TEXT} briefing")),
        ron(&at("answers"), &format!("[(question: \"why\", text: \"{TEXT} answer\")]")),
        ron(&at("levels"), &format!("[(text: \"{TEXT} level\", says: No)]")),
    ];
    let document = Document::open(source.to_owned()).unwrap();
    document.edit(&edits).unwrap().source().to_owned()
}

/// Every form is found where it was put, so that finding none means that there is none.
#[test]
fn the_scan_finds_each_form_of_a_planted_leak() {
    for (what, form) in forms() {
        let text = format!("Iedereen kan hiermee leven ({form}).");
        assert!(leaks(&text).iter().any(|(found, _)| *found == what), "{what}: {text}");
    }
    let kinds: std::collections::BTreeSet<_> = forms().into_iter().map(|(what, _)| what).collect();
    assert_eq!(kinds.len(), 12, "{kinds:?}");
    assert!(leaks("173.195 en 81370").is_empty());
}

/// The moderator's answers hold marks of every field, so the scan finds what is there; other screens hold none.
#[test]
fn marks_in_what_is_kept_are_on_no_screen() {
    for name in TABLES {
        let mut session = session(name);
        releases(&mut session);
        type_in(&mut session, "package eerste today");
        let parties = table(&session).parties_by_name();
        let keeper = *parties.last().unwrap();
        let id = table(&session).parties[keeper].id.clone();
        let before = session.document().unwrap().source().to_owned();
        assert_eq!(leaks(&before), [], "{name} has no marks of itself");
        assert!(mark(&mut session, keeper) >= 10, "{name}");
        let source = marked(session.document().unwrap().source(), &id);
        let kept: Vec<&str> = leaks(&source).into_iter().map(|(what, _)| what).collect();
        assert!(source.matches(TEXT).count() >= 11 && kept.contains(&"as a number"), "{name}: {kept:?}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, source).unwrap();
        let mut session = self::session(path.to_str().unwrap());
        let moderator = said(&mut session, &format!("explain {} today", quote(&id)));
        assert!(moderator.contains(TEXT), "{name}: {moderator}");
        let others = parties.iter().filter(|party| **party != keeper);
        let names: Vec<String> = others.map(|party| quote(&table(&session).parties[*party].id)).collect();
        for viewer in names.iter().map(String::as_str).chain(["shared"]) {
            let mut seen = said(&mut session, &format!("view {viewer}"));
            for line in all_lines() {
                seen += &said(&mut session, &line);
                seen += &format!("{:?}", session.complete(&line, line.len()));
            }
            assert_eq!(leaks(&seen), [], "{name}: {viewer} sees a mark");
            said(&mut session, "view moderator");
        }
        projector_shows_no_mark(&path);
    }
}

/// What another process shows everybody, with everything that it writes anywhere.
fn projector_shows_no_mark(file: &Path) {
    for arguments in
        [vec!["view", "shared"], vec!["view", "shared", "--format", "json"], vec!["view", "shared", "--lang", "en"]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
        let home = tempfile::tempdir().unwrap();
        command.args(&arguments).arg(file).env("HOME", home.path()).env("XDG_STATE_HOME", home.path());
        let output = command.output().unwrap();
        assert!(output.status.success());
        let mut written = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(!written.is_empty());
        let mut folders = vec![home.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                written += &entry.to_string_lossy();
                if entry.is_dir() {
                    folders.push(entry);
                } else {
                    written += &String::from_utf8_lossy(&fs::read(entry).unwrap());
                }
            }
        }
        assert_eq!(leaks(&written), [], "{arguments:?}");
    }
}
