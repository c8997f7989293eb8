//! Roles in place of names: who prefers to see roles sees no name of a real organisation in an answer.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::sync::atomic::AtomicBool;

use tafel::domain::{Language, Party};
use tafel::report::{Wordbook, response_text};
use tafel::session::{Names, Session};
use tafel::table_file::bundled;

const QUESTIONS: [&str; 8] =
    ["solve", "solve --objective joint", "propose", "zopa", "matrix --issues", "trades", "why fair", "frontier"];

fn told(name: &str, line: &str, names: Names) -> String {
    let mut session = Session::new(false);
    session.take_in_hand(name).unwrap();
    let response = session.turn(line, &AtomicBool::new(false)).unwrap();
    let text = response_text(&response, &Wordbook::new(Language::Nl).calling(names), 80);
    // What the case is called stays what it is called.
    text.replacen(session.document().unwrap().table().title.get(Language::Nl), "", 1)
}

/// Whether `text` has `name` as words of their own.
fn mentions(text: &str, name: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '=' || c == '`');
    text.match_indices(name)
        .any(|(at, _)| !is_part(text[..at].chars().next_back()) && !is_part(text[at + name.len()..].chars().next()))
}

/// Whether an interest or an option speaks of a party itself, as of the site of a hospital: its words stay what they are.
fn is_spoken_of(name: &str, party: &Party) -> bool {
    let mut session = Session::new(false);
    session.take_in_hand(name).unwrap();
    let table = session.document().unwrap().table();
    let interests = table.interests.iter().map(|interest| &interest.text);
    interests.chain(table.options().map(|(_, option)| &option.text)).any(|text| {
        let text = text.get(Language::Nl);
        [&party.id, party.name.get(Language::Nl)].iter().any(|name| mentions(text, name))
    })
}

fn parties(name: &str) -> Vec<Party> {
    let mut session = Session::new(false);
    session.take_in_hand(name).unwrap();
    session.document().unwrap().table().parties.iter().cloned().collect()
}

#[test]
fn who_asks_for_roles_sees_no_real_names() {
    let mut counted = 0;
    for (name, _) in bundled() {
        let real: Vec<Party> = parties(name).into_iter().filter(|party| party.role.is_some()).collect();
        for line in QUESTIONS.iter().filter(|_| !real.is_empty()) {
            let (by_role, by_id) = (told(name, line, Names::Roles), told(name, line, Names::Ids));
            for party in real.iter().filter(|party| !is_spoken_of(name, party)) {
                let role = party.role.as_ref().unwrap().get(Language::Nl);
                for real in [&party.id, party.name.get(Language::Nl)] {
                    assert!(!mentions(&by_role, real), "{name}, {line}, {real}:\n{by_role}");
                }
                // The other way round the test would prove nothing.
                counted += usize::from(mentions(&by_id, &party.id) && !mentions(&by_id, role));
            }
        }
    }
    assert!(counted > 80, "{counted}");
}

#[test]
fn parties_of_real_organisations_have_roles_and_the_banner() {
    for (name, party) in [("vvt-cao-2018", "FNV"), ("cz-breburg-wachtlijsten", "CZ"), ("zoetermeer-eerstelijn", "SGZ")]
    {
        assert!(parties(name).iter().any(|known| known.id == party && known.role.is_some()), "{name}");
    }
    for (name, text) in bundled() {
        assert!(!text.contains(" role: (") || text.contains("fictional: true"), "{name}");
    }
}
