//! The checks of the catalogue: for each a table on which it asks and one on which it doesn't, what a sentence promises,
//! setting a check aside, and the one question behind a change.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::{bundled, program};

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use tafel::domain::{CheckId, Language, Phase, Table};
use tafel::practice::{CATALOGUE, Grade, Slot, is_for, is_silenced, slots};
use tafel::report::{Wordbook, response_text};
use tafel::session::{Checkup, Response, Session};
use tafel::table_file::{bundled as all_bundled, read};

/// A table of two parties with these parts besides.
fn table(parts: &str) -> Table {
    let source = format!("(version: 1, id: \"t\", scale: Points, {parts})");
    let reading = read(&source);
    reading.table.unwrap_or_else(|| panic!("{parts}: {:?}", reading.problems))
}

/// What a check finds: about what, and which of the things that it looks for.
fn found(table: &Table, check: CheckId) -> Vec<(Option<String>, &'static str)> {
    let checkup = Checkup::of(table, Vec::new(), true, &AtomicBool::new(false));
    let own = checkup.findings.iter().filter(|finding| finding.check == check);
    own.map(|finding| (finding.about.name(table), finding.saw)).collect()
}

/// Two parties that weigh what is theirs; money is `G`, rest is `R`.
const TWO: &str = r#"interests: {"G": "enough income", "R": "rest at home", "S": "good care"},
    parties: {"A": (weights: {"R": 1, "S": 1}, no_deal: (today: true)),
              "B": (weights: {"S": 1}, no_deal: (today: true))},"#;

/// The check, what it is about, which thing it saw; the parts of a table on which it asks, and of one on which it doesn't.
type Case = (CheckId, Option<&'static str>, &'static str, &'static str, &'static str);

const CASES: &[Case] = {
    use CheckId::*;
    &[
        (
            C01,
            Some("c"),
            "saw",
            r#"clauses: {"c": "We commit to more digitalisation"}"#,
            r#"clauses: {"c": "No more waiting lists for patients within two years, owner: the chair"}"#,
        ),
        (C01, Some("c"), "almost", r#"clauses: {"c": "No more waiting lists within two years"}"#, ""),
        (
            C02,
            Some("p"),
            "saw",
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+2", "c": "S-1"})},
               packages: {"p": (choices: "i=b")}"#,
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+2 S-1"})}, packages: {"p": (choices: "i=b")}"#,
        ),
        (
            C02,
            None,
            "table",
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+2"})}"#,
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+2 S-1"})}"#,
        ),
        (
            C03,
            Some("talk"),
            "saw",
            r#"impact: [(text: "care", causes: [(text: "talk", unit: "days", target: "10")])]"#,
            r#"impact: [(text: "care", causes: [(text: "talk", unit: "days", target: "10", owner: "Kim")])]"#,
        ),
        (
            C04,
            Some("A"),
            "saw",
            r#"interests: {"G": "enough income", "R": "rest"}, parties: {"A": (weights: {"G": 70, "R": 30})}"#,
            r#"interests: {"G": "enough income", "R": "rest"}, parties: {"A": (weights: {"G": 69, "R": 31})}"#,
        ),
        (
            C04,
            Some("A"),
            "only",
            r#"interests: {"G": "enough income", "R": "rest"}, parties: {"A": (weights: {"G": 50, "R": 50})},
               issues: {"i": (options: {"a": "", "b": "G+2 R-1"})}"#,
            r#"interests: {"G": "enough income", "R": "rest"}, parties: {"A": (weights: {"G": 50, "R": 50})},
               issues: {"i": (options: {"a": "", "b": "G+2 R+1"})}"#,
        ),
        (
            C05,
            Some("i=b"),
            "saw",
            r#"interests: {"G": "enough income", "S": "good care"},
               parties: {"A": (weights: {"G": 1, "S": 1}), "B": (weights: {"S": 1})},
               issues: {"i": (options: {"a": "", "b": "G+2 S-1"})}"#,
            r#"interests: {"G": "enough income", "S": "good care"},
               parties: {"A": (weights: {"G": 1, "S": 1}), "B": (weights: {"G": 1})},
               issues: {"i": (options: {"a": "", "b": "G+2 S-1"})}"#,
        ),
        (
            C06,
            Some("i"),
            "saw",
            r#"issues: {"i": (outside: true, options: {"a": ""})}"#,
            r#"issues: {"i": (options: {"a": ""})}"#,
        ),
        (
            C07,
            Some("A"),
            "saw",
            r#"interests: {"R": "rest"}, parties: {"A": (weights: {"R": 1})}"#,
            r#"interests: {"R": "rest"}, parties: {"A": (weights: {"R": 1}, said: {"R": (status: Confirmed)})}"#,
        ),
        (C08, Some("R"), "number", r#"interests: {"R": "5% more"}"#, r#"interests: {"R": "making ends meet"}"#),
        (C08, Some("R"), "saw", r#"interests: {"R": "pay must rise"}"#, r#"interests: {"R": "making ends meet"}"#),
        (
            C08,
            Some("R"),
            "option",
            r#"interests: {"R": "stable hours"}, issues: {"i": (options: {"stable": ""})}"#,
            r#"interests: {"R": "stable hours"}, issues: {"i": (options: {"steady": ""})}"#,
        ),
        (
            C09,
            Some("p"),
            "saw",
            r#"TWO attributes: {"h": "hours"}, issues: {"i": (today: "a", options: {"a": "h=3"})}, rules: {"r": (limit: "h <= 2")},
               packages: {"p": (choices: "i=a")}"#,
            r#"TWO attributes: {"h": "hours"}, issues: {"i": (today: "a", options: {"a": "h=3"})},
               rules: {"r": (limit: "h <= 3")}, packages: {"p": (choices: "i=a")}"#,
        ),
        (
            C09,
            Some("h"),
            "unlimited",
            r#"attributes: {"h": "hours"}, issues: {"i": (options: {"a": "h=3"})}"#,
            r#"attributes: {"h": "hours"}, issues: {"i": (options: {"a": "h=3"})}, rules: {"r": (limit: "h <= 9")}"#,
        ),
        (
            C10,
            Some("B"),
            "saw",
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+1 S-1", "c": "R+2 S-1"})}"#,
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+1", "c": "R+1 S-1"})}"#,
        ),
        (
            C13,
            Some("A"),
            "saw",
            r#"parties: {"A": ()}"#,
            r#"interests: {"R": "rest"}, parties: {"A": (ratification: [(body: "members", needs: [Score("A", 1)])])}"#,
        ),
        (
            C13,
            Some("A"),
            "rule",
            r#"parties: {"A": (ratification: [(body: "members")])}"#,
            r#"parties: {"A": (ratification: [(body: "members", needs: [Score("A", 1)])])}"#,
        ),
        (
            C13,
            Some("p"),
            "fails",
            r#"interests: {"R": "rest"}, issues: {"i": (today: "a", options: {"a": "", "b": "R+2"})},
               parties: {"A": (weights: {"R": 1}, no_deal: (today: true),
                               ratification: [(body: "members", needs: [Score("A", 3)])])},
               packages: {"p": (choices: "i=b")}"#,
            r#"interests: {"R": "rest"}, issues: {"i": (today: "a", options: {"a": "", "b": "R+2"})},
               parties: {"A": (weights: {"R": 1}, no_deal: (today: true),
                               ratification: [(body: "members", needs: [Score("A", 2)])])},
               packages: {"p": (choices: "i=b")}"#,
        ),
        (
            C14,
            Some("A"),
            "saw",
            r#"parties: {"A": (mandates: {"i": "back to the members first"})}, issues: {"i": (options: {"a": ""})}"#,
            r#"parties: {"A": (mandates: {"i": "up to 3%"})}, issues: {"i": (options: {"a": ""})}"#,
        ),
        (C17, Some("A"), "saw", r#"parties: {"A": ()}"#, r#"parties: {"A": (no_deal: (score: 3))}"#),
        (
            C18,
            Some("4"),
            "saw",
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+3 S-1", "c": "R+6 S-2", "d": "R+9 S-3"})},
               packages: {"1": (choices: "i=a"), "2": (choices: "i=b"), "3": (choices: "i=c"), "4": (choices: "i=d")}"#,
            r#"TWO issues: {"i": (today: "a", options: {"a": "", "b": "R+3 S-1", "c": "R+6 S-2", "d": "R+9 S+3"})},
               packages: {"1": (choices: "i=a"), "2": (choices: "i=b"), "3": (choices: "i=c"), "4": (choices: "i=d")}"#,
        ),
        (
            C20,
            Some("p"),
            "saw",
            r#"interests: {"R": "rest", "S": "care"}, parties: {"A": (weights: {"R": 80, "S": 20})},
               issues: {"i": (options: {"a": "R-3 S+4", "b": ""})}, packages: {"p": (choices: "i=a")}"#,
            r#"interests: {"R": "rest", "S": "care"}, parties: {"A": (weights: {"R": 80, "S": 20})},
               issues: {"i": (options: {"a": "R-1 S+4", "b": ""})}, packages: {"p": (choices: "i=a")}"#,
        ),
        (
            C20,
            Some("p"),
            "saw",
            r#"interests: {"R": "rest", "S": "care"}, parties: {"A": (weights: {"R": 15, "S": 85})},
               issues: {"i": (options: {"a": "R-9 S+1", "b": ""})}, packages: {"p": (choices: "i=a")}"#,
            r#"interests: {"R": "rest", "S": "care"}, parties: {"A": (weights: {"R": 14, "S": 86})},
               issues: {"i": (options: {"a": "R-9 S+1", "b": ""})}, packages: {"p": (choices: "i=a")}"#,
        ),
        (
            C21,
            Some("talk"),
            "saw",
            r#"impact: [(text: "talk", target: "10")]"#,
            r#"impact: [(text: "talk", target: "10", baseline: "4")]"#,
        ),
        (
            C22,
            Some("i"),
            "saw",
            r#"issues: {"i": (options: {"a": (text: "a contract for three years")})}"#,
            r#"issues: {"i": (options: {"a": (text: "a contract for three years")})},
               clauses: {"c": "Either side may play a yellow card"}"#,
        ),
        (C22, Some("i"), "saw", r#"issues: {"i": (options: {"36m": ""})}"#, r#"issues: {"i": (options: {"24m": ""})}"#),
        (
            C25,
            Some("f"),
            "rule",
            r#"attributes: {"h": "hours"}, issues: {"i": (options: {"a": "h=3"})}, rules: {"r": (limit: "h <= 2")},
               facts: {"f": (text: "room", status: Contested, rules: ["r"])}"#,
            r#"attributes: {"h": "hours"}, issues: {"i": (options: {"a": "h=3"})}, rules: {"r": (limit: "h <= 2")},
               facts: {"f": (text: "room", status: Agreed, rules: ["r"])}"#,
        ),
        (
            C25,
            Some("f"),
            "saw",
            r#"issues: {"i": (options: {"a": ""})}, facts: {"f": (text: "x", status: Contested, options: ["i=a"])}"#,
            r#"issues: {"i": (options: {"a": ""})}, facts: {"f": (text: "x", status: Contested)}"#,
        ),
        (
            C25,
            Some("h"),
            "attribute",
            r#"attributes: {"h": "hours"}, facts: {"h": (text: "x", status: Contested)}"#,
            r#"attributes: {"h": "hours"}, facts: {"g": (text: "x", status: Contested)}"#,
        ),
        (
            C25,
            Some("i=a"),
            "cell",
            r#"interests: {"R": "rest"}, issues: {"i": (options: {"a": (effects: {"R": (value: 2, status: Contested)})})}"#,
            r#"interests: {"R": "rest"}, issues: {"i": (options: {"a": (effects: {"R": (value: 2, status: Agreed)})})}"#,
        ),
        (
            C25,
            Some("i=a"),
            "carries",
            r#"attributes: {"h": "hours"},
               issues: {"i": (options: {"a": (attributes: {"h": (value: 2, status: Contested)})})}"#,
            r#"attributes: {"h": "hours"}, issues: {"i": (options: {"a": (attributes: {"h": (value: 2)})})}"#,
        ),
        (
            C27,
            Some("i=b"),
            "saw",
            r#"interests: {"R": "rest"}, issues: {"i": (today: "a", options: {"a": "", "b": "R+2"})},
               worlds: {"w": (changes: {"i=b": "R+1"})}"#,
            r#"interests: {"R": "rest"}, worlds: {"w": (changes: {"i=b": "R+1"})}, base_world: "now",
               issues: {"i": (today: "a", options: {"a": "", "b": (effects: "R+2", only_if: ["now"], otherwise: "a")})}"#,
        ),
        (
            C27,
            Some("i=b"),
            "outside",
            r#"issues: {"i": (outside: true, today: "a", options: {"a": "", "b": ""})}"#,
            r#"issues: {"i": (outside: true, today: "b", options: {"b": ""})}"#,
        ),
        (
            C28,
            Some("i"),
            "saw",
            r#"issues: {"i": (options: {"a": (text: "a pilot in one ward")})}"#,
            r#"issues: {"i": (options: {"a": (text: "a pilot in one ward")})},
               clauses: {"c": "After a year the four say go or no-go"}"#,
        ),
        (
            C30,
            Some("A"),
            "saw",
            r#"parties: {"A": (levels: [(text: "board", says: Yes), (text: "staff", says: NoUnless)])}"#,
            r#"parties: {"A": (levels: [(text: "board", says: Yes), (text: "staff", says: YesWithQuestion)])}"#,
        ),
        (
            C31,
            Some("p"),
            "saw",
            r#"interests: {"R": "rest", "S": "care"}, issues: {"i": (today: "a", options: {"a": "", "b": "R+9 S+2"})},
               parties: {"A": (weights: {"R": 1}, no_deal: (today: true)), "B": (weights: {"S": 1}, no_deal: (today: true))},
               packages: {"p": (choices: "i=b")}"#,
            r#"interests: {"R": "rest", "S": "care"}, issues: {"i": (today: "a", options: {"a": "", "b": "R+8 S+2"})},
               parties: {"A": (weights: {"R": 1}, no_deal: (today: true)), "B": (weights: {"S": 1}, no_deal: (today: true))},
               packages: {"p": (choices: "i=b")}"#,
        ),
    ]
};

#[test]
fn each_check_asks_where_it_should_and_is_quiet_where_it_shouldnt() {
    for (check, about, saw, firing, quiet) in CASES {
        let [firing, quiet] = [firing, quiet].map(|parts| table(&parts.replace("TWO", TWO)));
        let wanted = (about.map(str::to_owned), *saw);
        assert!(found(&firing, *check).contains(&wanted), "{check:?} {saw}: {:?}", found(&firing, *check));
        assert!(!found(&quiet, *check).contains(&wanted), "{check:?} {saw} asks on a quiet table");
    }
}

/// Each thing that a check looks for is shown by a table above, and has its words.
#[test]
fn every_check_that_can_ask_has_its_tables_and_its_words() {
    let shown: BTreeSet<CheckId> = CASES.iter().map(|(check, ..)| *check).collect();
    for check in &CATALOGUE {
        assert_eq!(check.can_fire(), shown.contains(&check.id), "{:?}", check.id);
        assert_eq!(check.can_fire(), !check.reads.is_empty() && !check.phases.is_empty(), "{:?}", check.id);
        for language in [Language::En, Language::Nl] {
            let words = Wordbook::new(language);
            let key = format!("finding-{}", check.id.word());
            let says = |part: &str| words.attribute(&key, part, &[]).is_some();
            assert!(says("ask") && says("fires") && says("needs") != check.can_fire(), "{key}");
            let saw = CASES.iter().filter(|(id, ..)| *id == check.id).map(|(_, _, saw, ..)| saw);
            saw.for_each(|saw| assert!(says(saw), "{key}.{saw}"));
        }
    }
    assert_eq!(CATALOGUE.map(|check| check.id).to_vec(), CheckId::ALL);
}

/// The parts that a sentence has, and how much of a promise it is.
fn promise(text: &str) -> (usize, Vec<Slot>, Grade) {
    let slots = slots(text, &["ActiZ"]);
    (slots.count(), slots.missing(), slots.grade())
}

#[test]
fn a_sentence_says_what_could_not_be_found_in_it() {
    use Slot::*;
    for text in [
        "alle inwoners van de Achterhoek leven gezond en gelukkig",
        "all inhabitants of the Achterhoek live healthily and happily",
    ] {
        assert_eq!(promise(text), (2, vec![HowMuch, When, Owner], Grade::Wide), "{text}");
    }
    for text in ["Binnen twee jaar geen wachtlijsten meer", "No more waiting lists within two years"] {
        assert_eq!(promise(text), (3, vec![Who, Owner], Grade::Almost), "{text}");
    }
    for text in [
        "Eén medische bereikbaarheidsdienst voor de ouderenzorg in heel Friesland",
        "One medical on-call service for elderly care in the whole of Friesland",
    ] {
        assert_eq!(promise(text), (3, vec![When, Owner], Grade::Almost), "{text}");
    }
    for text in ["Wij zetten in op meer digitalisering", "We commit to more digitalisation"] {
        assert_eq!(promise(text), (1, vec![HowMuch, When, Who, Owner], Grade::Wide), "{text}");
    }
    for text in ["Betere toegang voor iedereen", "Better access for everyone"] {
        assert_eq!(promise(text), (1, vec![HowMuch, When, Who, Owner], Grade::Wide), "{text}");
    }
    let whole = "ActiZ leidt per 1 januari 2027 twintig stagiairs op";
    assert_eq!(promise(whole), (5, vec![], Grade::Whole));
    // Three parts, but with a word of comfort and no number only two of them count.
    assert_eq!(promise("Betere zorg voor ouderen in 2030"), (2, vec![HowMuch, Owner], Grade::Wide));
}

/// The sentence is tried, and nobody is told that it is vague.
#[test]
fn a_sentence_can_be_tried_at_the_prompt() {
    for (lang, sentence, found) in [
        ("nl", "Binnen twee jaar geen wachtlijsten meer", "Niet gevonden: voor wie en wie u erover mag bellen."),
        ("en", "No more waiting lists within two years", "Not found: who it is for and whom to call about it."),
    ] {
        let told = told(&["vvt-cao-2018", "--lang", lang, "-c", &format!("check C01 \"{sentence}\"")]);
        assert!(told.contains(found), "{told}");
        assert!(!told.to_lowercase().contains("vague") && !told.to_lowercase().contains("vaag"), "{told}");
    }
}

/// What the program says on standard output; nothing may be wrong.
fn told(arguments: &[&str]) -> String {
    program::told(arguments, "")
}

#[test]
fn every_bundled_table_is_asked_its_questions() {
    let mut names: Vec<&str> = all_bundled().map(|(id, _)| id).collect();
    names.sort_unstable();
    for lang in ["en", "nl"] {
        let checked = told(&[&["check"], &names[..], &["--lang", lang]].concat());
        insta::assert_snapshot!(format!("bundled_{lang}"), checked);
        let whole = told(&["vvt-cao-2018", "--lang", lang, "-c", "check --all", "-c", "check C17", "-c", "check C11"]);
        insta::assert_snapshot!(format!("whole_{lang}"), whole);
    }
}

#[test]
fn the_questions_come_as_json_as_well() {
    let told = told(&["check", "vvt-cao-2018", "--format", "json"]);
    let all: serde_json::Value = serde_json::from_str(&told).unwrap();
    let of = &all[0];
    assert_eq!(of["phase"], "prepare");
    let outside = of["findings"].as_array().unwrap().iter().find(|finding| finding["check"] == "C06").unwrap();
    assert_eq!(outside["about"], "financiers");
    assert_eq!((outside["now"].as_bool(), &outside["reads"][0]), (Some(true), &"issues.outside".into()));
    assert_eq!(of["never"].as_array().unwrap().len(), 6);
    let explained =
        self::told(&["vvt-cao-2018", "--format", "json", "-c", "check C01 \"Betere toegang voor iedereen\""]);
    let explained: serde_json::Value = serde_json::from_str(&explained).unwrap();
    assert_eq!(explained["sentence"]["count"], 1);
}

/// A session on the collective agreement.
fn session() -> Session {
    let mut session = Session::new(false);
    session.take_in_hand("vvt-cao-2018").unwrap();
    session
}

fn turn(session: &mut Session, line: &str) -> String {
    let response = session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}"));
    response_text(&response, &Wordbook::new(Language::En), 200)
}

#[test]
fn a_check_is_set_aside_with_a_reason_and_may_ask_again() {
    let mut session = session();
    let source = |session: &Session| session.document().unwrap().source().to_owned();
    let before = source(&session);
    assert!(turn(&mut session, "check --all").contains("C07 FNV: 5 interests"));
    assert!(session.turn("check --silence C07 FNV", &AtomicBool::new(false)).is_err(), "no reason was given");
    assert!(session.turn("check --silence C07 FNV --because \"\"", &AtomicBool::new(false)).is_err());
    assert_eq!(source(&session), before);

    turn(&mut session, "check --silence c07 fnv --because \"said on the phone\"");
    let whole = turn(&mut session, "check --all");
    assert!(!whole.contains("C07 FNV: 5 interests") && whole.contains("C07 BTN: 4 interests"), "{whole}");
    assert!(whole.contains("- C07 FNV: \"said on the phone\""), "{whole}");
    turn(&mut session, "rename FNV bond");
    assert!(!turn(&mut session, "check --all").contains("C07 bond: 5"), "a new name changes nothing");
    turn(&mut session, "undo");
    turn(&mut session, "check --silence C07 --because \"all of them were asked\"");
    assert!(!turn(&mut session, "check --all").contains("never confirmed"));
    turn(&mut session, "check --unsilence C07");
    turn(&mut session, "check --unsilence C07 FNV");
    assert!(turn(&mut session, "check --all").contains("C07 FNV: 5"));
    turn(&mut session, "undo 4");
    assert_eq!(source(&session), before);
}

/// The question behind a change, if it brings one up.
fn question(session: &mut Session, line: &str) -> Option<(CheckId, Option<String>)> {
    match session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}")) {
        Response::Changed(changed) => {
            let table = changed.document.table();
            changed.question.as_ref().map(|finding| (finding.check, finding.about.name(table)))
        }
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn a_change_brings_up_one_question_at_most_and_each_only_once() {
    let mut session = session();
    let about = |check, name: &str| Some((check, Some(name.to_owned())));
    assert_eq!(question(&mut session, "title Anders"), None, "what was open before isn't asked because of this");
    assert_eq!(question(&mut session, "rename BTN thuiszorg"), None, "another name asks nothing new");
    turn(&mut session, "undo");
    assert_eq!(question(&mut session, "no-deal FNV unknown"), about(CheckId::C17, "FNV"));
    assert_eq!(question(&mut session, "no-deal FNV today"), None);
    assert_eq!(question(&mut session, "no-deal FNV unknown"), None, "it was asked before");
    assert_eq!(question(&mut session, "fact loonruimte 3,6% --contested-by FNV"), about(CheckId::C25, "loonruimte"));
    turn(&mut session, "check --silence C14 --because later");
    assert_eq!(question(&mut session, "mandate BTN rooster back to the members"), None, "it was set aside");
    // A disputed fact isn't for the last phase, and levels aren't for the first.
    turn(&mut session, "phase follow");
    assert_eq!(question(&mut session, "no-deal CNV unknown"), None, "it is for another phase");
    let line = "question: FNV: What will you do without an agreement";
    let said = |format: &str| told(&["vvt-cao-2018", "--lang", "en", "--format", format, "-c", "no-deal FNV unknown"]);
    assert_eq!(said("text").matches(line).count(), 1, "{}", said("text"));
    assert!(!said("json").contains("question"), "{}", said("json"));
}

/// The no-deals that the checks call stale, by party.
fn stale(session: &mut Session) -> Vec<String> {
    let Ok(Response::Checked { document, checkup, .. }) = session.turn("check", &AtomicBool::new(false)) else {
        panic!("nothing checked")
    };
    let stale = checkup.findings.iter().filter(|finding| (finding.check, finding.saw) == (CheckId::C17, "stale"));
    stale.filter_map(|finding| finding.about.name(document.table())).collect()
}

#[test]
fn a_no_deal_is_stale_once_weights_or_effects_changed_and_fresh_once_it_is_given_again() {
    let mut session = session();
    assert_eq!(stale(&mut session), [""; 0]);
    turn(&mut session, "weights FNV KO 30, WA 15, RU 35, IN 10, DU 10");
    assert_eq!(stale(&mut session), ["FNV"]);
    // Nothing that others say, and no other change, makes it fresh.
    turn(&mut session, "title Anders");
    turn(&mut session, "no-deal CNV 44");
    assert_eq!(stale(&mut session), ["FNV"]);
    turn(&mut session, "no-deal FNV 46 --because \"asked again\"");
    assert_eq!(stale(&mut session), [""; 0]);
    turn(&mut session, "undo");
    assert_eq!(stale(&mut session), ["FNV"]);
    turn(&mut session, "undo 3");
    assert_eq!(stale(&mut session), [""; 0]);
    // An effect counts for whoever weighs it; what was set behind it is fresh.
    turn(&mut session, "effect loon=4% BE -10");
    assert_eq!(stale(&mut session), ["ActiZ", "BTN"]);
    turn(&mut session, "no-deal BTN 45");
    assert_eq!(stale(&mut session), ["ActiZ"]);
    assert!(turn(&mut session, "check").contains("changed since it said what it has without an agreement"));
}

#[test]
fn the_first_questions_are_those_of_the_phase_one_per_check() {
    for (_, source) in all_bundled() {
        for phase in Phase::ALL {
            let mut table = read(source).table.unwrap();
            table.narrative.phase = phase;
            let checkup = Checkup::of(&table, Vec::new(), false, &AtomicBool::new(false));
            assert!(checkup.findings.is_sorted_by_key(|finding| finding.urgency()));
            assert!(checkup.findings.iter().all(|finding| !is_silenced(&table, finding)));
            let now = checkup.findings.iter().filter(|finding| is_for(phase, finding));
            let checks: BTreeSet<&str> = now.map(|finding| finding.check.word()).collect();
            let words = Wordbook::new(Language::En);
            let text = tafel::report::checkup_text(&table, &checkup, &words, 200);
            let asked: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("- ")).collect();
            assert_eq!(asked.len(), checks.len().min(3), "{text}");
            assert!(asked.iter().all(|line| checks.contains(&line[..3])), "{text}");
        }
    }
}

/// Whoever stands first in the file is asked the same as whoever stands last.
#[test]
fn the_order_of_the_file_changes_no_question() {
    let mut table = bundled::scenario("vvt-cao-2018");
    let told = |table: &Table| {
        let checkup = Checkup::of(table, Vec::new(), true, &AtomicBool::new(false));
        let words = Wordbook::new(Language::En);
        tafel::report::checkup_text(table, &checkup, &words, 200)
    };
    let before = told(&table);
    table.narrative.packages.reverse();
    table.narrative.facts.reverse();
    assert_eq!(told(&table), before);
}
