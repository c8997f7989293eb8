//! Lines typed at a session, and what is said to them.

use std::sync::atomic::AtomicBool;

use serde_json::Value;
use tafel::domain::{Language, Table};
use tafel::report::{Place, Wordbook, failure_text, response_json, response_text};
use tafel::session::Session;

/// A session that nobody attends, with a bundled table or one from a file in hand.
pub fn session(table: &str) -> Session {
    let mut session = Session::new(false);
    session.take_in_hand(table).unwrap();
    session
}

/// The table in hand.
pub fn table(session: &Session) -> &Table {
    session.document().unwrap().table()
}

/// What is said to a line that must be carried out.
#[track_caller]
pub fn told(session: &mut Session, line: &str, language: Language, width: usize) -> String {
    let words = Wordbook::new(language);
    match session.turn(line, &AtomicBool::new(false)) {
        Ok(response) => response_text(&response, &words, width),
        Err(failure) => panic!("{line}: {}", failure_text(&failure, line, Place::Typed, &words, width)),
    }
}

/// The same as JSON.
#[track_caller]
pub fn json_of(session: &mut Session, line: &str) -> Value {
    let response = session.turn(line, &AtomicBool::new(false)).unwrap();
    serde_json::from_str(&response_json(&response).unwrap()).unwrap()
}

/// What is said to a line that must be refused.
#[track_caller]
pub fn refused(session: &mut Session, line: &str, width: usize) -> String {
    let failure = session.turn(line, &AtomicBool::new(false)).unwrap_err();
    failure_text(&failure, line, Place::Typed, &Wordbook::new(Language::En), width)
}
