//! A first table: from nothing to a first answer by a few questions, in few lines, and the same by commands.
//!
//! `transcripts/cz-breburg.txt` is what somebody types who tells the story of the bundled table
//! `cz-breburg-wachtlijsten` in short. It runs as it stands: `tafel < tests/transcripts/cz-breburg.txt`.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs::File;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;
use tafel::domain::{Decision, IssueId, OptionId, Package, PartyId, Rational, Table};
use tafel::optimize::Answer;
use tafel::session::{Begun, Response, Session, StartQuestion};
use tafel::valuation::{Assessment, Circumstances, assess};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts/cz-breburg.txt");
const TRANSCRIPT: &str = include_str!("../transcripts/cz-breburg.txt");

/// How many lines a newcomer may have to type; an empty line counts, since Enter is typed too.
const MOST_LINES: usize = 60;

/// The same table by commands, in an order of its own.
const RECORDED: &str = r#"
new No waiting lists in mental health care within two years
stop
party clinicians --group professionals
party "GGz Breburg" --group provider
party CZ --group insurer
interest clinicians joy-in-work "joy in work"
interest clinicians quality-of-care "quality of care"
position clinicians never another project on top
interest CZ access
interest CZ cost-control "cost control"
interest CZ able-to-correct "able to correct"
interest "GGz Breburg" certainty
interest "GGz Breburg" access
interest "GGz Breburg" room-to-change "room to change"
position "GGz Breburg" money for 3 years
weights "GGz Breburg" certainty > room-to-change = access
issue work: no agreement, time set free
effect "work=time set free" joy-in-work ++, cost-control -1
issue contract: one year, three years, five years
effect "contract=three years" certainty+3 room-to-change+3 able-to-correct-1
effect "contract=five years" certainty+6 room-to-change+3 able-to-correct-6
issue "exploratory talks:" none, at two places, everywhere
effect "exploratory talks=at two places" access + quality-of-care + cost-control+1
effect "exploratory talks=everywhere" access ++, quality-of-care +, cost-control +, room-to-change -1
issue goal: as vague as it is, waiting list halved, no waiting list
effect "goal=waiting list halved" able-to-correct+3 access+6
effect "goal=no waiting list" access+8 joy-in-work-6 able-to-correct+3
no-deal "GGz Breburg" certainty -
no-deal CZ today
no-deal clinicians today
"#;

fn lines() -> Vec<&'static str> {
    TRANSCRIPT.lines().collect()
}

#[track_caller]
fn turn(session: &mut Session, line: &str) -> Response {
    session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}"))
}

#[track_caller]
fn typed(session: &mut Session, lines: &[&str]) -> Response {
    lines.iter().map(|line| turn(session, line)).last().unwrap()
}

#[track_caller]
fn begun(response: Response) -> Begun {
    let Response::Begun(begun) = response else { panic!("no first answer: {response:?}") };
    *begun
}

/// The session after the whole transcript, and its first answer.
fn first() -> (Session, Begun) {
    let mut session = Session::new(true);
    let response = typed(&mut session, &lines());
    (session, begun(response))
}

fn source(session: &Session) -> String {
    session.document().unwrap().source().to_owned()
}

/// What is decided, by names in code-point order.
fn named(table: &Table, package: &Package) -> Vec<String> {
    let choice = |(issue, decision): (IssueId, &Decision)| {
        let Decision::Option(index) = decision else { panic!("an amount") };
        format!("{}={}", table.issues[issue].id, table.option(OptionId { issue, index: *index }).id)
    };
    package.decisions.iter_enumerated().map(choice).sorted().collect()
}

/// Every package of a table with options only, by looking at all of them.
fn every_package(circumstances: &Circumstances<'_>) -> Vec<Assessment> {
    let issues = &circumstances.table.table().issues;
    let options = issues.iter().map(|issue| 0..u16::try_from(issue.options().len()).unwrap());
    let decided = options.multi_cartesian_product();
    let package = |decisions: Vec<_>| Package { decisions: decisions.into_iter().map(Decision::Option).collect() };
    decided.map(|decisions| assess(circumstances, &package(decisions))).collect()
}

/// The best package of an objective by names, and what each party gains.
fn answered(session: &mut Session, objective: &str) -> (Vec<String>, Vec<(String, Rational)>) {
    let response = turn(session, &format!("solve --objective {objective}"));
    let Response::Solved { view, answer, .. } = response else { panic!("{response:?}") };
    let Answer::Proven(found) = *answer else { panic!("{answer:?}") };
    let table = view.table();
    let assessment = assess(&view.circumstances().unwrap(), &found.package);
    let gain = |party: PartyId| (table.parties[party].id.clone(), assessment.parties[party].gain().unwrap());
    (named(table, &found.package), table.parties_by_name().into_iter().map(gain).collect())
}

#[test]
fn a_first_answer_takes_no_more_than_sixty_lines() {
    let lines = lines();
    assert!(lines.len() <= MOST_LINES, "{} lines", lines.len());
    let mut session = Session::new(true);
    let (last, before) = lines.split_last().unwrap();
    for line in before {
        assert!(matches!(turn(&mut session, line), Response::Asked(_)), "{line} was the last");
    }
    begun(turn(&mut session, last));
    let table = session.document().unwrap().table();
    assert_eq!((table.parties.len(), table.issues.len()), (3, 4));
}

#[test]
fn the_file_runs_through_a_pipe_and_tells_what_is_certain_and_what_is_a_guess() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
    command.stdin(Stdio::from(File::open(PATH).unwrap())).env("COLUMNS", "80");
    let output = command.output().unwrap();
    let (text, problems) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!((output.status.code(), problems.as_str()), (Some(0), ""));
    let headings = [
        "“money for 3 years” sounds like a demand (a number).",
        "“never another project on top” sounds like a demand (no room left).",
        "\n\nIs there room for an agreement?\n  Yes.",
        "\n\nThe package that lifts the smallest gain most\n",
        "\n\nWhat it is worth\n",
        "\n\nTrades in which two parties both win\n",
        "\n\nWhat is certain\n",
        "\n\nWhat is still a guess\n",
    ];
    let mut rest = text.as_str();
    for heading in headings {
        rest = rest.split_once(heading).unwrap_or_else(|| panic!("{heading} is missing or too late:\n{text}")).1;
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn the_first_answer_is_what_looking_at_every_package_gives() {
    let (_, begun) = first();
    let circumstances = begun.view.circumstances().unwrap();
    let all = every_package(&circumstances);
    let acceptable: Vec<&Assessment> = all.iter().filter(|one| one.keeps_rules() && one.is_acceptable()).collect();
    let counts = begun.zone.counts.as_ref().unwrap();
    assert_eq!((counts.packages, counts.acceptable), (all.len() as u64, acceptable.len() as u64));
    assert!(acceptable.len() < all.len(), "a table on which everything works shows nothing");
    let package = assess(&circumstances, &begun.package.as_ref().unwrap().package);
    assert_eq!(package.leximin(), acceptable.iter().map(|one| one.leximin()).max().unwrap());
    assert!(!begun.trades.trades.is_empty() && begun.guesses.steadiness.is_some());
    assert_eq!((begun.guesses.ranked.len(), begun.guesses.today.len()), (3, 2));
}

#[test]
fn a_demand_is_asked_about_and_kept_word_for_word() {
    let mut session = Session::new(true);
    let asked = typed(&mut session, &lines()[..4]);
    let Response::Asked(asked) = asked else { panic!("{asked:?}") };
    assert!(matches!(&asked.question, StartQuestion::WhatFor { party, demand, .. }
        if party == "GGz Breburg" && demand == "money for 3 years"));
    let (session, _) = first();
    let table = session.document().unwrap().table();
    let party = &table.parties[table.party_named("GGz Breburg").unwrap()];
    assert!(party.positions.iter().any(|position| position.get(table.language) == "money for 3 years"));
    assert!(table.interests.iter().all(|interest| !interest.id.contains("money")));
}

#[test]
fn enter_keeps_a_demand_as_the_interest_that_it_was_typed_as() {
    let mut session = Session::new(true);
    typed(&mut session, &[&lines()[..4], &[""]].concat());
    let table = session.document().unwrap().table();
    assert!(table.interests.iter().any(|interest| interest.text.get(table.language) == "money for 3 years"));
    assert!(table.parties.iter().all(|party| party.positions.is_empty()));
}

#[test]
fn recording_by_commands_gives_the_same_answers() {
    let (mut by_questions, _) = first();
    let mut by_commands = Session::new(false);
    typed(&mut by_commands, &RECORDED.trim().lines().collect::<Vec<_>>());
    for objective in ["joint", "fair"] {
        assert_eq!(answered(&mut by_questions, objective), answered(&mut by_commands, objective), "{objective}");
    }
    // And the answers hang on what was typed: with another effect they differ.
    turn(&mut by_commands, "effect \"work=time set free\" joy-in-work 1");
    assert_ne!(answered(&mut by_questions, "fair"), answered(&mut by_commands, "fair"));
}

#[test]
fn stopping_anywhere_and_going_on_makes_the_same_table() {
    let (straight, answer) = first();
    let lines = lines();
    for stop in 1..lines.len() {
        let mut session = Session::new(true);
        typed(&mut session, &lines[..stop]);
        assert!(matches!(turn(&mut session, "stop"), Response::Paused), "line {stop}");
        assert!(!session.is_asking());
        turn(&mut session, "show");
        assert!(matches!(turn(&mut session, "new"), Response::Asked(_)), "line {stop}");
        let again = begun(typed(&mut session, &lines[stop..]));
        assert_eq!(source(&session), source(&straight), "line {stop}");
        assert_eq!(again.package, answer.package, "line {stop}");
    }
}

#[test]
fn undo_inside_the_questions_takes_the_last_answer_back() {
    let (straight, _) = first();
    let lines = lines();
    for at in 0..lines.len() - 1 {
        let mut session = Session::new(true);
        typed(&mut session, &lines[..=at]);
        turn(&mut session, "undo");
        let without = session.document().map(|document| document.source().to_owned());
        let mut before = Session::new(true);
        lines[..at].iter().for_each(|line| drop(turn(&mut before, line)));
        assert_eq!(without, before.document().map(|document| document.source().to_owned()), "{}", lines[at]);
        begun(typed(&mut session, &lines[at..]));
        assert_eq!(source(&session), source(&straight), "{}", lines[at]);
    }
}

#[test]
fn undo_behind_the_first_answer_goes_back_into_the_questions() {
    let (mut session, answer) = first();
    turn(&mut session, "undo");
    assert!(matches!(turn(&mut session, "new"), Response::Asked(asked) if asked.question == StartQuestion::NoDeal));
    assert_eq!(begun(turn(&mut session, "")).package, answer.package);
}

#[test]
fn a_wrong_answer_is_told_and_the_question_stays() {
    let lines = lines();
    let wrong = [(1, "CZ"), (2, ""), (2, "a, b, c, d"), (7, "goal"), (8, "acess +"), (18, "CZ -")];
    for (at, line) in wrong {
        let mut session = Session::new(true);
        typed(&mut session, &lines[..at]);
        let before = source(&session);
        assert!(session.turn(line, &AtomicBool::new(false)).is_err(), "{line}");
        assert!(session.is_asking() && source(&session) == before, "{line}");
        begun(typed(&mut session, &lines[at..]));
    }
}
