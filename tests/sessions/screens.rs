//! Screens: what others see hangs on nothing that a party keeps to itself.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use support::random::{Random, cases};
use tafel::domain::{Language, PartyId, Table};
use tafel::report::{Place, Wordbook, examples, failure_text, response_json, response_text};
use tafel::session::{Response, Session, TASKS, quote};

/// Tables with many parties and with few.
const TABLES: [&str; 4] = ["vvt-cao-2018", "mijnstreek-shared-savings", "zoetermeer-eerstelijn", "sinaasappel"];

fn session(table: &str) -> Session {
    let mut session = Session::new(false);
    session.take_in_hand(table).unwrap();
    session
}

fn table(session: &Session) -> &Table {
    session.document().unwrap().table()
}

/// Everything that is said to a line: text and JSON, answers and problems.
fn said(session: &mut Session, line: &str) -> String {
    let words = Wordbook::new(session.language());
    match session.turn(line, &AtomicBool::new(false)) {
        Ok(response) => response_text(&response, &words, 90) + &response_json(&response).unwrap(),
        Err(failure) => failure_text(&failure, line, Place::Typed, &words, 90),
    }
}

fn type_in(session: &mut Session, line: &str) {
    session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}"));
}

/// Lines that record what a party keeps to itself; all texts and numbers in them are `mark` and `number`.
fn secrets(table: &Table, party: PartyId, mark: &str, number: i64) -> Vec<String> {
    let name = quote(&table.parties[party].id);
    let interest = quote(&table.interests.first().unwrap().id);
    let issue = table.issues.iter_enumerated().find(|(_, issue)| !issue.options().is_empty());
    let mut lines = vec![
        format!("no-deal {name} {number} --because \"{mark}\""),
        format!("position {name} \"{mark}\""),
        format!("interest {name} X{mark} \"{mark}\" --weight {number}"),
        format!("weights {name} {interest} {number}"),
        format!("ratification {name} \"{mark}\" score {name} >= {number}"),
    ];
    if let Some((id, issue)) = issue {
        lines.push(format!("mandate {name} {} \"{mark}\"", quote(&table.issues[id].id)));
        let choice = quote(&format!("{}={}", issue.id, issue.options()[0].id));
        lines.push(format!("reading {name} {choice} {}{:+}", table.interests.first().unwrap().id, number % 10));
    }
    if let Some(world) = table.worlds.iter().nth(1) {
        lines.push(format!("probability {name} {} 0.{number}", quote(&world.id)));
    }
    lines.push(format!("explain {name} today --say \"{mark}\""));
    lines
}

/// What everybody is shown before anybody has secrets.
fn releases(session: &mut Session) -> Vec<String> {
    let party = quote(&table(session).parties.first().unwrap().id);
    let mut lines: Vec<String> = ["issues", "interests", "positions", "facts", "criteria", "rules", "worlds"]
        .iter()
        .map(|part| format!("release {part}"))
        .collect();
    lines.push("release --line \"Een pauze.\"".to_owned());
    if session.turn("package eerste fair", &AtomicBool::new(false)).is_ok() {
        lines.extend(["release eerste --bands".to_owned(), format!("release eerste --for {party}")]);
    }
    lines.iter().for_each(|line| type_in(session, line));
    lines
}

/// Every example line of every command, and some that are wrong.
fn all_lines() -> Vec<String> {
    let words = Wordbook::new(Language::Nl);
    let commands = TASKS.iter().flat_map(|(_, names)| names.iter());
    let lines = commands.flat_map(|name| examples(name, &words)).filter(|line| !line.starts_with("view"));
    let wrong =
        ["", "weights", "score", "show nonsense", "complete \"weights \"", "complete \"score \"", "slove", "sheet"];
    let lines: BTreeSet<String> = lines.chain(wrong.map(str::to_owned)).collect();
    lines.into_iter().filter(|line| !line.starts_with("blank")).collect()
}

/// Two sessions that differ only in what one party keeps to itself say the same to everybody else, whatever is typed.
#[test]
fn others_see_nothing_of_what_a_party_keeps_to_itself() {
    let lines = all_lines();
    let mut compared = 0;
    for seed in 0..cases(50, 2) {
        let mut dice = Random::new(seed);
        let name = TABLES[seed as usize % TABLES.len()];
        let mut one = session(name);
        releases(&mut one);
        let source = one.document().unwrap().source().to_owned();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, source).unwrap();
        let mut other = session(path.to_str().unwrap());
        let mut one = session(path.to_str().unwrap());
        let parties = table(&one).parties_by_name();
        let keeper = dice.pick(&parties);
        let mut secrets = secrets(table(&one), keeper, "geheim", dice.between(11, 49));
        secrets.retain(|_| !dice.one_in(3));
        let changed = secrets.iter().filter(|line| other.turn(line, &AtomicBool::new(false)).is_ok()).count();
        assert!(changed > 0 || secrets.is_empty(), "seed {seed}: {secrets:?}");
        let viewers =
            parties.iter().filter(|party| **party != keeper).map(|party| quote(&table(&one).parties[*party].id));
        let viewers: Vec<String> = viewers.chain(["shared".to_owned()]).collect();
        let viewer = dice.pick(&viewers);
        let looking = format!("view {viewer}");
        let pairs = [looking.clone(), format!("sheet {viewer}"), format!("disclosed {viewer}"), looking];
        for line in pairs.iter().chain(&lines) {
            let (first, second) = (said(&mut one, line), said(&mut other, line));
            assert_eq!(first, second, "seed {seed}, {viewer} sees something of {secrets:?} with {line}");
            assert_eq!(one.complete(line, line.len()), other.complete(line, line.len()), "seed {seed}: {line}");
            compared += 1;
        }
    }
    assert!(compared >= 50 * lines.len(), "{compared}");
}

/// Marks in everything that is kept: the moderator's answers hold them, so the scan finds what is there; screens don't.
#[test]
fn marks_in_what_is_kept_are_on_no_screen() {
    for name in TABLES {
        let mut session = session(name);
        releases(&mut session);
        let parties = table(&session).parties_by_name();
        let keeper = *parties.last().unwrap();
        let lines = secrets(table(&session), keeper, "QZJX", 37);
        let kept: Vec<&String> =
            lines.iter().filter(|line| session.turn(line, &AtomicBool::new(false)).is_ok()).collect();
        let id = quote(&table(&session).parties[keeper].id);
        let moderator: String =
            [format!("show {id}"), format!("sheet {id}")].iter().map(|line| said(&mut session, line)).collect();
        assert!(moderator.matches("QZJX").count() >= 4 && moderator.contains("37"), "{name}: {kept:?}\n{moderator}");
        let others = parties.iter().filter(|party| **party != keeper);
        let names: Vec<String> = others.map(|party| quote(&table(&session).parties[*party].id)).collect();
        for viewer in names.iter().map(String::as_str).chain(["shared"]) {
            let mut seen = said(&mut session, &format!("view {viewer}"));
            for line in all_lines() {
                let answer = said(&mut session, &line);
                // What was typed may be shown back.
                seen += &answer.replace(&line, "");
            }
            assert!(!seen.contains("QZJX"), "{name}: {viewer} sees a mark");
            said(&mut session, "view moderator");
        }
    }
}

#[test]
fn what_is_shown_is_kept_and_a_verdict_that_no_longer_holds_is_told_to_the_moderator_alone() {
    let mut session = session("vvt-cao-2018");
    type_in(&mut session, "release naive");
    type_in(&mut session, "release naive --for ActiZ --bands");
    let page = said(&mut session, "view shared");
    assert!(page.contains("Iedereen kan hiermee leven.") && !page.contains("Ruim voor"), "{page}");
    let page = said(&mut session, "view ActiZ");
    assert!(page.contains("Ruim voor 1, net genoeg voor 5") && page.contains("Voor u is het"), "{page}");
    type_in(&mut session, "view moderator");
    type_in(&mut session, "no-deal FNV 90");
    let told = said(&mut session, "disclosed");
    assert_eq!(told.matches("Nu is het niet meer voor iedereen.").count(), 2, "{told}");
    let page = said(&mut session, "view shared");
    assert!(page.contains("Iedereen kan hiermee leven."), "what was said was said: {page}");
    assert!(!said(&mut session, "view ActiZ").contains("niet meer"));
    let told = said(&mut session, "disclosed ActiZ");
    assert!(told.contains("naive") && !told.contains("niet meer"), "{told}");
}

#[test]
fn openness_is_set_per_datum_and_a_dark_screen_shows_nothing() {
    let mut session = session("vvt-cao-2018");
    type_in(&mut session, "release interests");
    assert!(!said(&mut session, "view shared").contains("koopkracht"));
    type_in(&mut session, "view moderator");
    type_in(&mut session, "openness FNV interests open");
    assert!(said(&mut session, "view shared").contains("koopkracht"));
    let dark = session.turn("blank", &AtomicBool::new(false)).unwrap();
    assert!(matches!(dark, Response::Screen(..)));
    assert_eq!(response_text(&dark, &Wordbook::new(Language::Nl), 80), "");
    type_in(&mut session, "blank");
    assert!(said(&mut session, "view shared").contains("koopkracht"));
    type_in(&mut session, "view moderator");
    type_in(&mut session, "openness FNV weights open");
    assert!(said(&mut session, "view shared").contains("koopkracht 40%"));
    type_in(&mut session, "view moderator");
    type_in(&mut session, "undo 3");
    type_in(&mut session, "openness FNV interests moderator");
    assert!(!said(&mut session, "view shared").contains("koopkracht"));
}

#[test]
fn whoever_sits_there_turns_the_screen_away_first() {
    let mut session = Session::new(true);
    session.take_in_hand("vvt-cao-2018").unwrap();
    type_in(&mut session, "view shared");
    assert!(matches!(session.turn("view moderator", &AtomicBool::new(false)), Ok(Response::TurnAway)));
    assert!(session.screen().is_some() && session.is_asking());
    assert!(matches!(session.turn("", &AtomicBool::new(false)), Ok(Response::Turned)));
    assert!(session.screen().is_none());
}

#[test]
fn an_interview_that_was_left_open_never_goes_on_before_everybody() {
    let mut session = session("vvt-cao-2018");
    type_in(&mut session, "interview FNV");
    while session.is_asking() {
        type_in(&mut session, "");
    }
    assert!(session.takes("more"));
    type_in(&mut session, "view shared");
    assert!(!session.takes("more"));
    assert!(session.turn("more", &AtomicBool::new(false)).is_err());
}

/// The projector is another process: it shows what is released as it is released, and never what is only recorded.
#[test]
fn the_projector_follows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::copy("scenarios/vvt-cao-2018.ron", &path).unwrap();
    let program = || Command::new(env!("CARGO_BIN_EXE_tafel"));
    let mut projector =
        program().args(["view", "shared"]).arg(&path).arg("--follow").stdout(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(600));
    for line in ["no-deal FNV 51 --because QZJX", "release --line \"Om twee uur verder.\"", "release naive", "blank"] {
        let ran = program().arg(&path).args(["-c", line]).output().unwrap();
        assert!(ran.status.success(), "{line}");
        std::thread::sleep(Duration::from_millis(600));
    }
    projector.kill().unwrap();
    projector.wait().unwrap();
    let mut shown = String::new();
    projector.stdout.take().unwrap().read_to_string(&mut shown).unwrap();
    let pages: Vec<&str> = shown.split("Cao VVT 2018").skip(1).collect();
    assert_eq!(pages.len(), 3, "{shown}");
    assert!(pages[0].contains("nog niets getoond") && pages[1].contains("Om twee uur verder."));
    assert!(pages[2].contains("Pakket naive") && pages[2].contains("Iedereen kan hiermee leven."));
    assert!(!shown.contains("QZJX"));
}
