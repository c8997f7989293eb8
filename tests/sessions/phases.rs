//! The phases guide and never lock, and ideas wait unjudged until somebody gives them effects.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::sync::atomic::AtomicBool;

use tafel::cli::Terminal;
use tafel::diagnostic::Code;
use tafel::domain::{Language, Phase, Table};
use tafel::practice::{Lacking, lacking};
use tafel::report::{Wordbook, response_text};
use tafel::session::{Response, Session};
use tafel::table_file::read;

use crate::support::program::{ran_in, told};

/// A session on the collective agreement, which is frozen.
fn agreement() -> Session {
    let mut session = Session::new(false);
    session.take_in_hand("vvt-cao-2018").unwrap();
    session
}

/// A session on a table that was just begun in a file.
fn begun(folder: &tempfile::TempDir) -> (Session, String) {
    let path = folder.path().join("t.ron").to_str().unwrap().to_owned();
    std::fs::write(&path, BEGUN).unwrap();
    let mut session = Session::new(false);
    session.take_in_hand(&path).unwrap();
    (session, path)
}

const BEGUN: &str = r#"(
    version: 1,
    id: "t",
    interests: {"R": "rest", "S": "care"},
    parties: {"A": (weights: {"R": 1, "S": 1}), "B": (weights: {"S": 1})},
    issues: {"i": (today: "a", options: {"a": "", "b": "R+2 S-1"})},
)
"#;

fn respond(session: &mut Session, line: &str) -> Response {
    session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}"))
}

fn say(session: &mut Session, line: &str) -> String {
    let response = respond(session, line);
    response_text(&response, &Wordbook::new(Language::En), 200)
}

fn source(session: &Session) -> String {
    session.document().unwrap().source().to_owned()
}

fn table(session: &Session) -> &Table {
    session.document().unwrap().table()
}

#[test]
fn leaving_the_preparation_fixes_the_scale_and_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, path) = begun(&folder);
    let said = say(&mut session, "phase");
    assert!(said.starts_with("[prepare] → create → distribute → follow\n"), "{said}");
    for missing in ["`ambition`", "of A and B; `interview`", "what A and B would have", "at home of A and B"] {
        assert!(said.contains(missing), "{missing}: {said}");
    }
    let said = say(&mut session, "phase next");
    assert!(said.contains("Behind in prepare, still missing") && said.contains("fixes the scale"), "{said}");
    assert!(source(&session).contains("phase: create") && table(&session).frozen);
    say(&mut session, "save");
    let again = read(&std::fs::read_to_string(&path).unwrap()).table.unwrap();
    assert_eq!((again.narrative.phase, again.frozen), (Phase::Create, true));
    let mut second = Session::new(false);
    second.take_in_hand(&path).unwrap();
    assert!(say(&mut second, "phase").contains("[create]"));
    say(&mut session, "undo");
    assert_eq!(source(&session), BEGUN, "one step back takes both away");
}

#[test]
fn phases_lock_nobody_in_or_out() {
    let mut session = agreement();
    let before = source(&session);
    for (line, phase) in [
        ("phase follow", Phase::Follow),
        ("phase next", Phase::Follow),
        ("phase prepare", Phase::Prepare),
        ("fase verdelen", Phase::Distribute),
        ("phase volgende", Phase::Follow),
    ] {
        respond(&mut session, line);
        assert_eq!(table(&session).narrative.phase, phase, "{line}");
        assert!(!say(&mut session, "solve").is_empty());
    }
    respond(&mut session, "phase prepare");
    assert_eq!(source(&session), before, "the first phase needs no word");
    assert!(matches!(respond(&mut session, "phase"), Response::Phase(_)));
    // Everything that was skipped is named, phase by phase; nothing on the way back.
    let said = say(&mut session, "phase distribute");
    assert!(said.contains("Behind in prepare") && said.contains("Behind in create"), "{said}");
    assert!(!said.contains("fixes the scale"), "it was fixed already: {said}");
    assert!(!say(&mut session, "phase create").contains("Behind"));
    assert!(!say(&mut session, "whatif phase follow").is_empty());
}

/// What is missing of a table with these parts, before a phase is left.
fn missing(phase: Phase, parts: &str) -> Vec<Lacking> {
    let source = format!("(version: 1, id: \"t\", {parts})");
    let reading = read(&source);
    lacking(&reading.table.unwrap_or_else(|| panic!("{parts}: {:?}", reading.problems)), phase)
}

#[test]
fn each_phase_names_what_it_needs_before_it_is_left() {
    let party = "no_deal: (today: true), ratification: [(body: \"members\", needs: [Score(\"A\", 1)])]";
    let whole = |said: &str, status: &str| {
        format!(
            "ambition: \"care\", interests: {{\"R\": \"rest\", \"S\": \"care\"}}, parties: {{\"A\": (weights: {{\"R\": 1, \"S\": 1}}, \
             said: {said}, {party})}}, attributes: {{\"h\": \"h\"}}, issues: {{\"i\": (options: {{\"a\": \"h=1\"}})}},
             rules: {{\"r\": (limit: \"h <= 2\")}}, facts: {{\"f\": (text: \"x\", status: {status}, rules: [\"r\"])}}"
        )
    };
    let [one, two] = ["{\"R\": (status: Confirmed)}", "{\"R\": (status: Confirmed), \"S\": (status: Confirmed)}"];
    let a = tafel::domain::PartyId::from(0);
    assert_eq!(missing(Phase::Prepare, &whole(two, "Agreed")), []);
    assert_eq!(missing(Phase::Prepare, &whole(one, "Agreed")), [Lacking::Interests(vec![a])]);
    assert_eq!(missing(Phase::Prepare, &whole(two, "Assumed")), [Lacking::Facts(vec![0])]);
    let bare = missing(Phase::Prepare, "parties: {\"A\": ()}");
    let all =
        [Lacking::Ambition, Lacking::Interests(vec![a]), Lacking::NoDeal(vec![a]), Lacking::Ratification(vec![a])];
    assert_eq!(bare, all);
    assert_eq!(missing(Phase::Prepare, ""), [Lacking::People, Lacking::Ambition]);
    assert_eq!(missing(Phase::Follow, "parties: {\"A\": ()}"), [], "it is never left");
}

/// Three packages count only if they differ in two decisions, and everybody can accept them.
#[test]
fn packages_of_one_shape_are_counted_once() {
    let with = |packages: &str| {
        let issue =
            |id: &str| format!("\"{id}\": (today: \"a\", options: {{\"a\": \"\", \"b\": \"R+1\", \"c\": \"R-9\"}})");
        format!(
            "interests: {{\"R\": \"rest\"}}, parties: {{\"A\": (weights: {{\"R\": 1}}, no_deal: (today: true))}},
             issues: {{{}, {}, {}}}, packages: {{{packages}}}",
            issue("i"),
            issue("j"),
            issue("k")
        )
    };
    let apart = r#""p": (choices: "i=a j=a k=a"), "q": (choices: "i=b j=b k=a"), "r": (choices: "i=b j=a k=b")"#;
    assert_eq!(missing(Phase::Create, &with(apart)), []);
    let alike = r#""p": (choices: "i=a j=a k=a"), "q": (choices: "i=b j=b k=a"), "r": (choices: "i=b j=b k=b")"#;
    assert_eq!(missing(Phase::Create, &with(alike)), [Lacking::Packages(2)]);
    let refused = r#""p": (choices: "i=a j=a k=a"), "q": (choices: "i=b j=b k=a"), "r": (choices: "i=c j=c k=b")"#;
    assert_eq!(missing(Phase::Create, &with(refused)), [Lacking::Packages(2)]);
    assert_eq!(missing(Phase::Distribute, &with("")), [Lacking::Agreement]);
    let a = tafel::domain::PartyId::from(0);
    // Nothing is told yet: it is about the one with the largest smallest gain, of which the first of the file.
    let untold = [Lacking::Explanations(1, vec![a]), Lacking::Route(1, vec![a])];
    assert_eq!(missing(Phase::Distribute, &with(apart)), untold);
    // The one that is told at home is the one.
    let told = with(apart) + ", explanations: [(party: \"A\", package: \"i=a j=a k=a\", text: \"rest at last\")]";
    assert_eq!(missing(Phase::Distribute, &told), [Lacking::Route(0, vec![a])]);
}

#[test]
fn an_idea_has_no_author_no_score_and_no_place_among_the_options_until_it_has_effects() {
    let mut session = agreement();
    let before = source(&session);
    let packages = table(&session).count_packages();
    say(&mut session, "invent on");
    assert!(session.is_inventing());
    for line in ["invent veto alleen bij kort dag", "+ een gezamenlijk rooster", "\"drie procent nu, één later\""] {
        let said = say(&mut session, line);
        assert!(!said.contains("gain") && !said.contains("question"), "{said}");
    }
    let ideas: Vec<&str> = table(&session).narrative.ideas.iter().map(|idea| idea.get(Language::Nl)).collect();
    assert_eq!(ideas, ["veto alleen bij kort dag", "een gezamenlijk rooster", "drie procent nu, één later"]);
    assert_eq!(table(&session).count_packages(), packages, "an idea is no option");
    for line in ["solve", "zopa", "score naive", "propose", "test naive", "whatif park loon", "firm", "why naive"] {
        assert!(matches!(respond(&mut session, line), Response::JudgingWaits), "{line}");
    }
    for line in ["maar dat kan niet", "nee", "+ maar dat is te duur", "but who pays"] {
        assert!(session.turn(line, &AtomicBool::new(false)).is_err(), "{line}");
    }
    assert_eq!(table(&session).narrative.ideas.len(), 3);
    say(&mut session, "invent --drop 2");
    say(&mut session, "invent off");
    assert!(!session.is_inventing());
    assert!(!matches!(respond(&mut session, "zopa"), Response::JudgingWaits));
    assert!(say(&mut session, "invent").contains("2 drie procent nu, één later"));

    respond(&mut session, "option rooster=kortdag RU+3 BE-1 --idea 1");
    let issue = table(&session).issue_named("rooster").unwrap();
    let option = table(&session).issues[issue].options().last().unwrap();
    assert_eq!((option.id.as_str(), option.text.get(Language::Nl)), ("kortdag", "veto alleen bij kort dag"));
    assert_eq!(table(&session).narrative.ideas.len(), 1);
    assert!(table(&session).count_packages() > packages);
    say(&mut session, "undo");
    assert_eq!(table(&session).narrative.ideas.len(), 2, "one step back makes it an idea again");
    say(&mut session, "undo 4");
    assert_eq!(source(&session), before);
}

/// A word that only begins like an objection is none.
#[test]
fn an_idea_may_begin_like_an_objection() {
    let mut session = agreement();
    respond(&mut session, "invent on");
    for line in ["+ maartregeling voor stagiairs", "+ neem samen een roosteraar aan", "+ button for swapping shifts"] {
        assert!(matches!(respond(&mut session, line), Response::Changed(_)), "{line}");
    }
}

/// Who typed it is told of every other change, and never of an idea.
#[test]
fn an_idea_has_no_author_in_the_log_either() {
    let mut session = agreement();
    respond(&mut session, "title Anders --said-by Kim");
    assert!(say(&mut session, "log").contains("Kim"));
    respond(&mut session, "undo");
    respond(&mut session, "invent \"een speelstraat\" --said-by Kim");
    let log = say(&mut session, "log");
    assert!(log.contains("speelstraat") && !log.contains("Kim"), "{log}");
}

#[test]
fn what_a_file_says_of_the_talks_is_checked() {
    let codes = |parts: &str| -> Vec<Code> {
        let reading = read(&format!("(version: 1, id: \"t\", {parts})"));
        reading.problems.iter().map(|problem| problem.code).collect()
    };
    for (parts, code) in [
        ("phase: creating", Code::UnknownWord),
        ("silenced: [(check: \"C99\", because: \"x\")]", Code::UnknownWord),
        ("silenced: [(check: \"C07\")]", Code::MissingField),
        ("silenced: [(because: \"x\")]", Code::MissingField),
        ("silenced: [\"C07\"]", Code::WrongShape),
        ("ideas: [3]", Code::WrongShape),
    ] {
        assert_eq!(codes(parts), [code], "{parts}");
    }
    assert_eq!(codes("silenced: [(check: \"C07\", about: \"gone\", because: \"x\")]"), []);
}

/// Somebody at a terminal sees that lines are ideas.
#[test]
fn the_prompt_says_that_lines_are_ideas() {
    let typed = b"invent on\n+ een taart\ninvent off\n";
    let said = ran_in(Terminal::Dumb, 80, &["sinaasappel"], typed).stdout;
    let prompts =
        ["tafel:sinaasappel> ", "tafel:sinaasappel:invent> ", "tafel:sinaasappel*:invent> ", "tafel:sinaasappel*> "];
    let places: Vec<usize> =
        prompts.iter().map(|prompt| said.find(prompt).unwrap_or_else(|| panic!("{prompt}: {said}"))).collect();
    assert!(places.is_sorted(), "{said}");
}

/// Judging waits only while inventing is on, also on another table.
#[test]
fn another_table_is_not_invented_on() {
    let mut session = agreement();
    respond(&mut session, "invent on");
    respond(&mut session, "load sinaasappel");
    assert!(!session.is_inventing());
    assert!(matches!(respond(&mut session, "zopa"), Response::Zone(..)));
}

const JOURNEY: &str = "phase\nphase next\ninvent on\n+ veto alleen bij kort dag\nsolve\ninvent\ninvent off\n\
                       option rooster=kortdag RU+3 BE-1 --idea 1\nphase distribute\ncheck\nphase next\nphase\nshow\n";

#[test]
fn the_course_of_the_talks_reads_as_it_should() {
    for lang in ["en", "nl"] {
        insta::assert_snapshot!(format!("journey_{lang}"), told(&["vvt-cao-2018", "--lang", lang], JOURNEY));
    }
    for line in told(&["vvt-cao-2018", "--format", "json"], JOURNEY).lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
    let json = told(&["vvt-cao-2018", "--format", "json"], "phase create\nphase\n");
    let lines: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["left"][0]["phase"], "prepare");
    assert_eq!((&lines[1]["phase"], &lines[1]["next"]), (&"create".into(), &"distribute".into()));
}
