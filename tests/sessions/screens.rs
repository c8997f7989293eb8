//! Screens: what others see hangs on nothing that a party keeps to itself.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::support::random::{Random, cases};
use crate::support::typing::{session, table};
use tafel::diagnostic::Code;
use tafel::domain::{Datum, Language, Part, PartyId, Table};
use tafel::report::{Place, Wordbook, examples, failure_text, response_json, response_text};
use tafel::session::{Response, Session, TASKS, quote};
use tafel::table_file::read;

/// Tables with many parties and with few.
pub(crate) const TABLES: [&str; 4] =
    ["vvt-cao-2018", "mijnstreek-shared-savings", "zoetermeer-eerstelijn", "sinaasappel"];

/// Everything that is said to a line: text and JSON, answers and problems.
pub(crate) fn said(session: &mut Session, line: &str) -> String {
    let words = Wordbook::new(session.language());
    match session.turn(line, &AtomicBool::new(false)) {
        Ok(response) => response_text(&response, &words, 90) + &response_json(&response).unwrap(),
        Err(failure) => failure_text(&failure, line, Place::Typed, &words, 90),
    }
}

pub(crate) fn type_in(session: &mut Session, line: &str) {
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
pub(crate) fn releases(session: &mut Session) -> Vec<String> {
    let party = quote(&table(session).parties.first().unwrap().id);
    let mut lines: Vec<String> = Part::WORDS.iter().map(|(word, _)| format!("release {word}")).collect();
    lines.push("release --line \"Een pauze.\"".to_owned());
    if session.turn("package eerste fair", &AtomicBool::new(false)).is_ok() {
        lines.extend(["release eerste --bands".to_owned(), format!("release eerste --for {party}")]);
    }
    lines.iter().for_each(|line| type_in(session, line));
    lines
}

/// Every example line of every command, and some that are wrong.
pub(crate) fn all_lines() -> Vec<String> {
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

/// A session in which FNV said something recognisable of every datum.
fn with_everything_said() -> Session {
    let mut session = session("vvt-cao-2018");
    for line in [
        "position FNV \"vijf QZA\"",
        "interest FNV QZB \"rust QZB\" --weight 37",
        "reading FNV loon=4% KO+9",
        "no-deal FNV 41 --because \"staken QZD\"",
        "ratification FNV \"ledenraad QZE\" score FNV >= 43",
        "package P2 fair",
        "react FNV P2 nee",
    ] {
        type_in(&mut session, line);
    }
    session
}

/// What each datum shows of FNV on the shared screen, and the part under which.
const OPENED: [(&str, &str, &str); 7] = [
    ("positions", "positions", "vijf QZA"),
    ("interests", "interests", "rust QZB"),
    ("weights", "interests", "rust QZB 27%"),
    ("readings", "readings", "+9"),
    ("no-deal", "no-deals", "staken QZD"),
    ("ratification", "ratification", "ledenraad QZE"),
    ("reactions", "reactions", "P2 – nee"),
];

#[test]
fn every_datum_is_on_the_shared_screen_when_its_party_opened_it_and_only_then() {
    assert_eq!(OPENED.map(|(datum, ..)| datum), Datum::WORDS.map(|(word, _)| word));
    for (datum, part, shown) in OPENED {
        let mut session = with_everything_said();
        type_in(&mut session, &format!("release {part}"));
        if datum == "weights" {
            type_in(&mut session, "openness FNV interests open");
        }
        let before = said(&mut session, "view shared");
        assert!(!before.contains(shown), "{datum}: {before}");
        type_in(&mut session, "view moderator");
        for (to, is_shown) in [("open", true), ("own", false), ("open", true), ("moderator", false)] {
            type_in(&mut session, &format!("openness FNV {datum} {to}"));
            let page = said(&mut session, "view shared");
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(page.contains(shown), is_shown, "{datum} is {to}: {page}");
            assert!(!page.contains("ActiZ:"), "nobody else opened anything: {page}");
            type_in(&mut session, "view moderator");
        }
    }
}

#[test]
fn what_is_for_a_partys_own_eyes_is_on_its_screen_alone_and_counts_all_the_same() {
    let mut session = with_everything_said();
    let scored = |session: &mut Session| said(session, "test P2");
    let before = scored(&mut session);
    let marks = ["QZA", "QZB", "+9", "QZD", "QZE"];
    let pages = |session: &mut Session| said(session, "show FNV") + &said(session, "sheet FNV");
    let open = pages(&mut session);
    assert!(marks.iter().all(|mark| open.contains(mark)) && !open.contains("voor de ogen van"), "{open}");
    for (datum, _) in Datum::WORDS {
        type_in(&mut session, &format!("openness FNV {datum} own"));
    }
    let kept = pages(&mut session);
    assert!(marks.iter().all(|mark| !kept.contains(mark)), "{kept}");
    assert!(kept.contains("Alleen voor de ogen van FNV: wat zij eist, wat zij nodig heeft, wat zij weegt"), "{kept}");
    assert!(!kept.contains("Zonder akkoord") && !kept.contains("Onbekend"), "kept isn't unknown: {kept}");
    assert!(!said(&mut session, "show").contains("QZD"));
    assert_eq!(scored(&mut session), before, "what isn't listed still counts");
    let changed = said(&mut session, "no-deal FNV 42");
    assert!(changed.contains("zonder akkoord: 42 ·") && !changed.contains("QZD"), "{changed}");
    type_in(&mut session, "undo");
    type_in(&mut session, "view FNV");
    let own = said(&mut session, "sheet FNV");
    assert!(["QZA", "QZB", "QZD", "QZE"].iter().all(|mark| own.contains(mark)), "{own}");
    assert!(!own.contains("voor de ogen van"));
}

#[test]
fn who_may_see_what_is_a_word_that_is_known() {
    let mut session = session("vvt-cao-2018");
    for line in ["openness FNV secrets open", "openness FNV weights everybody"] {
        let told = said(&mut session, line);
        assert!(told.contains("weights") || told.contains("moderator"), "{line}: {told}");
    }
    let text = include_str!("../support/whole.ron").replace("openness: { \"weights\"", "openness: { \"secrets\"");
    let problems = read(&text).problems;
    assert!(problems.iter().any(|problem| problem.code == Code::UnknownWord), "{problems:?}");
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
