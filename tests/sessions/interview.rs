//! The interview through a pipe, in both languages: nothing is asked twice, every answer is kept word for word and can be
//! taken back; weights by swings; the preparation sheet.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;
use proptest::prelude::*;
use tafel::domain::{Heard, Language, Party, Rational, Table};
use tafel::practice::BANK;
use tafel::report::{Wordbook, response_json, response_text, sheet_json, sheet_text};
use tafel::session::{InterviewStep, Interviewed, Response, Session, SwingStep, Taken};
use tafel::table_file::{Document, bundled};

const NEW: &str = r#"(version: 1, id: "fence", title: "A fence", language: nl,
    interests: {"privacy": "privacy"},
    parties: {"Ann": (weights: "privacy"), "Ben": (weights: "privacy")},
    issues: {"fence": (today: "none", options: {"none": "", "high": "privacy++"})},
)"#;

fn opened(source: &str) -> (Session, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("table.ron");
    std::fs::write(&file, source).unwrap();
    let mut session = Session::new(false);
    session.take_in_hand(file.to_str().unwrap()).unwrap();
    (session, folder)
}

fn agreement() -> (Session, tempfile::TempDir) {
    opened(bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap().1)
}

#[track_caller]
fn turn(session: &mut Session, line: &str) -> Response {
    session.turn(line, &AtomicBool::new(false)).unwrap_or_else(|failure| panic!("{line}: {failure:?}"))
}

#[track_caller]
fn said(response: Response) -> Interviewed {
    let Response::Interviewed(said) = response else { panic!("no interview: {response:?}") };
    *said
}

/// The name of the question that is asked, if one is.
fn asked(said: &Interviewed) -> Option<String> {
    match said.step {
        InterviewStep::Ask(ask, _) => Some(ask.key()),
        _ => None,
    }
}

fn table(session: &Session) -> &Table {
    session.document().unwrap().table()
}

fn party<'a>(session: &'a Session, name: &str) -> &'a Party {
    let table = table(session);
    &table.parties[table.party_named(name).unwrap()]
}

fn answer(session: &Session, name: &str, question: &str) -> Option<String> {
    party(session, name).interview.get(question).map(|text| text.get(Language::Nl).to_owned())
}

#[test]
fn an_interview_opens_with_five_questions_and_leads_a_demand_to_an_interest() {
    let (mut session, _folder) = opened(NEW);
    let mut questions = vec![asked(&said(turn(&mut session, "interview Ann"))).unwrap()];
    for line in ["5%, anders actie", "nooit meer dit", "we willen rust thuis", "de tuin", "we bouwen zelf", "privacy +"]
    {
        questions.extend(asked(&said(turn(&mut session, line))));
    }
    assert_eq!(questions, ["open", "why", "why/why", "only-that", "no-deal", "no-deal/worth", "who"]);
    let last = said(turn(&mut session, "leden: een verhaal; bestuur"));
    assert_eq!(last.step, InterviewStep::Opened);
    let ann = party(&session, "Ann");
    let positions: Vec<&str> = ann.positions.iter().map(|text| text.get(Language::Nl)).collect();
    assert_eq!(positions, ["5%, anders actie", "nooit meer dit"]);
    let names = ann.interests().into_iter().map(|id| table(&session).interests[id].id.as_str());
    assert_eq!(names.collect::<BTreeSet<_>>(), BTreeSet::from(["privacy", "rust-thuis", "tuin"]));
    assert!(ann.said.values().all(|said| said.status == Heard::Assumed) && ann.said.len() == 2);
    assert_eq!(ann.no_deal.as_ref().unwrap().reason.as_ref().unwrap().get(Language::Nl), "we bouwen zelf");
    let bodies: Vec<&str> = ann.ratification.iter().map(|body| body.body.get(Language::Nl)).collect();
    assert_eq!(bodies, ["leden", "bestuur"]);
    assert!(ann.ratification.iter().all(|body| body.conditions.is_empty()));
    // Yes confirms what was heard.
    turn(&mut session, "stop");
    turn(&mut session, "interview Ann reflect --speaker \"Ann zelf\"");
    turn(&mut session, "ja, dat klopt");
    assert_eq!(party(&session, "Ann").interests().len(), 3);
    assert!(party(&session, "Ann").said.values().all(|said| said.status == Heard::Confirmed && said.by.is_some()));
}

#[test]
fn an_interview_goes_on_after_a_stop_and_a_new_start_and_asks_nothing_twice() {
    let (mut session, folder) = opened(NEW);
    let file = folder.path().join("table.ron").to_str().unwrap().to_owned();
    let mut questions = Vec::new();
    let mut next = said(turn(&mut session, "interview Ben more"));
    for number in 0.. {
        let Some(question) = asked(&next) else { break };
        questions.push(question);
        assert!(number < 60, "{questions:?}");
        // Stop behind every answer; behind every other one the session starts anew from the file.
        turn(&mut session, &format!("antwoord nummer zoveel {}", "i".repeat(number % 7 + 1)));
        turn(&mut session, "stop");
        if number % 2 == 0 {
            turn(&mut session, "save");
            session = Session::new(true);
            session.take_in_hand(&file).unwrap();
        }
        next = said(turn(&mut session, "interview Ben more"));
    }
    assert!(questions.iter().all_unique(), "{questions:?}");
    let expected: BTreeSet<String> = BANK.iter().map(|question| question.id.to_owned()).collect();
    let found: BTreeSet<String> = questions.into_iter().filter(|question| !question.contains('/')).collect();
    assert!(found.is_subset(&expected) && found.len() >= expected.len() - 1, "{found:?}");
    assert_eq!(next.step, InterviewStep::Done);
}

#[test]
fn every_answer_can_be_taken_back() {
    let (mut session, _folder) = agreement();
    let first = said(turn(&mut session, "interview FNV more"));
    let mut before = vec![(asked(&first), session.document().unwrap().source().to_owned())];
    for line in
        ["5%", "waardering; iets anders thuis", "", "KO -2, omdat het moet", "niemand", "3% meer", "rust en vrede"]
    {
        let next = said(turn(&mut session, line));
        before.push((asked(&next), session.document().unwrap().source().to_owned()));
    }
    before.pop();
    for (question, source) in before.into_iter().rev() {
        let back = said(turn(&mut session, "undo"));
        assert_eq!(asked(&back), question);
        assert_eq!(session.document().unwrap().source(), source);
    }
}

#[test]
fn both_languages_ask_the_same_one_in_the_words_of_the_bank() {
    for (language, first, why) in [
        (Language::En, "What do you want from this table?", "something that is better for everybody"),
        (Language::Nl, "Wat wilt u van deze tafel?", "iets te vinden dat voor iedereen beter is"),
    ] {
        let (mut session, _folder) = agreement();
        let word = if language == Language::En { "en" } else { "nl" };
        let response = turn(&mut session, &format!("interview FNV --lang {word}"));
        assert_eq!(session.language(), language);
        let text = response_text(&response, &Wordbook::new(language), 200);
        assert!(text.contains(first) && text.contains(why), "{text}");
        turn(&mut session, "5%");
        assert_eq!(session.language(), language, "the next question comes in the same language");
        let mut keys = BANK.iter().map(|question| format!("bank-{}", question.id));
        let words = Wordbook::new(language);
        assert!(keys.all(|key| words.has(&key)));
        assert!(BANK.iter().all(|question| words.has(&format!("becomes-{}", question.becomes.word()))));
    }
}

#[test]
fn more_goes_on_and_other_lines_are_commands_again() {
    let (mut session, _folder) = opened(NEW);
    turn(&mut session, "interview Ann");
    while session.is_asking() {
        turn(&mut session, "");
    }
    assert!(matches!(turn(&mut session, "show Ann"), Response::Shown(..)));
    assert_eq!(asked(&said(turn(&mut session, "more"))).as_deref(), Some("deeper"));
}

#[test]
fn swings_of_interests_give_the_weights_and_mirror_the_issues() {
    // The sizes of the swings under the weights of the agreement: 40 x 11, 20 x 13, 10 x 17, 20 x 7, 10 x 7 of 100.
    for (weights, sizes, shares) in [
        ("KO 40, WA 20, RU 20, IN 10, DU 10", [440, 260, 170, 140, 70], "39 19 14 12 6 5 5"),
        ("KO 30, WA 15, RU 35, IN 10, DU 10", [330, 195, 170, 245, 70], "32 31 13 9 6 5 4"),
    ] {
        let (mut session, _folder) = agreement();
        turn(&mut session, "weights FNV --swing");
        let mut swings: Vec<(&str, i32)> = ["KO", "WA", "IN", "RU", "DU"].into_iter().zip(sizes).collect();
        swings.sort_by_key(|(_, size)| -size);
        turn(&mut session, &swings.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" > "));
        let largest = swings[0].1;
        let typed = swings.iter().skip(1).map(|(_, size)| format!("{}", f64::from(size * 100) / f64::from(largest)));
        let typed: Vec<String> = typed.map(|size| size.chars().take(15).collect()).collect();
        let Response::Swung(swung) = turn(&mut session, &typed.join(" ")) else { panic!() };
        let SwingStep::Mirror(mirror) = &swung.step else { panic!("{:?}", swung.step) };
        let rounded: Vec<String> = mirror.shares.iter().map(|(_, share)| share.round().to_string()).collect();
        assert_eq!(rounded.join(" "), shares);
        // Typed sizes are decimals: the weights come within a millionth of those that the swings came from.
        let values = party(&session, "FNV").weights.values();
        let total: Rational = values.values().sum();
        for part in weights.split(", ") {
            let (name, weight) = part.split_once(' ').unwrap();
            let id = table(&session).interests.iter_enumerated().find(|(_, one)| one.id == name).unwrap().0;
            let off = &values[&id] / &total - Rational::new(weight.parse::<i64>().unwrap().into(), 100.into());
            assert!(num_traits::Signed::abs(&off) < Rational::new(1.into(), 1_000_000.into()), "{name}: {off}");
        }
        assert!(!party(&session, "FNV").weights_confirmed);
        turn(&mut session, "ja");
        assert!(party(&session, "FNV").weights_confirmed);
        turn(&mut session, "weights FNV KO 1, WA 2");
        assert!(!party(&session, "FNV").weights_confirmed, "other weights are to be recognised anew");
    }
}

#[test]
fn a_sheet_holds_nothing_of_what_others_keep_to_themselves() {
    let secret = |own: &str, weight: u32| {
        format!(
            r#"(version: 1, id: "fence", title: "A fence",
            interests: {{"privacy": "privacy", "light": "light"}},
            parties: {{
                "Ann": (weights: "privacy 3, light 1", no_deal: (today: true)),
                "Ben": (weights: "privacy {weight}, light 7", positions: ["{own}"], interview: {{"fear": "{own}"}},
                    no_deal: (score: {weight}, because: "{own}"), readings: {{"fence=high": "light+{weight}"}},
                    ratification: [(body: "{own}")]),
            }},
            issues: {{"fence": (today: "none", options: {{"none": "", "high": "privacy++ light--"}})}})"#
        )
    };
    let told = |source: &str| {
        let document = Document::open(source.to_owned()).unwrap();
        let table = document.table();
        let ann = table.party_named("Ann").unwrap();
        let texts =
            [Language::En, Language::Nl].map(|language| sheet_text(table, ann, true, &Wordbook::new(language), 80));
        [texts.concat(), sheet_json(table, ann, true).unwrap()]
    };
    let [text, json] = told(&secret("canary", 9));
    assert!(!text.contains("canary") && !json.contains("canary"), "{text}{json}");
    assert_eq!([text, json], told(&secret("another bird", 4)));
}

#[test]
fn a_sheet_shows_what_was_said_and_asks_for_the_rest() {
    let (mut session, _folder) = opened(NEW);
    for line in
        ["interview Ann", "een schutting", "privacy", "", "", "", "interview Ann home", "het wordt rustig", "sheet Ann"]
    {
        turn(&mut session, line);
    }
    let ann = table(&session).party_named("Ann").unwrap();
    let text = sheet_text(table(&session), ann, true, &Wordbook::new(Language::Nl), 200);
    for part in ["privacy: 100 (aangenomen)", "een schutting", "het wordt rustig", "`interview Ann loss`"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let told: serde_json::Value = serde_json::from_str(&sheet_json(table(&session), ann, true).unwrap()).unwrap();
    assert_eq!(told["interests"][0]["id"], "privacy");
    assert_eq!(told["home"][0], "het wordt rustig");
}

#[test]
fn an_answer_that_moves_a_no_deal_tells_what_becomes_of_the_packages() {
    let (mut session, _folder) = agreement();
    turn(&mut session, "no-deal FNV unknown");
    let mut answered = said(turn(&mut session, "interview FNV"));
    while asked(&answered).is_some_and(|question| !question.starts_with("no-deal")) {
        answered = said(turn(&mut session, ""));
    }
    let answered = said(turn(&mut session, "we staken"));
    assert!(answered.card.is_none(), "words are worth nothing yet");
    assert_eq!(asked(&answered).as_deref(), Some("no-deal/worth"));
    let answered = said(turn(&mut session, "KO ++ RU ++ WA ++"));
    let card = answered.card.clone().unwrap();
    assert_eq!(card.packages.iter().map(|live| live.known).collect::<Vec<_>>(), [[false, true]; 2]);
    let response = Response::Interviewed(Box::new(answered));
    let text = response_text(&response, &Wordbook::new(Language::En), 200);
    assert!(text.contains("naive"), "{text}");
    let told: serde_json::Value = serde_json::from_str(&response_json(&response).unwrap()).unwrap();
    assert!(told["card"]["packages"].is_array());
}

#[test]
fn what_was_said_follows_a_rename_and_goes_with_its_interest() {
    let (mut session, _folder) = opened(NEW);
    for line in ["interview Ann", "", "zon in de tuin", "stop", "rename zon-tuin zon"] {
        turn(&mut session, line);
    }
    assert_eq!(party(&session, "Ann").said.len(), 1);
    turn(&mut session, "remove zon --yes");
    assert!(party(&session, "Ann").said.is_empty());
    assert_eq!(answer(&session, "Ann", "why").as_deref(), Some("zon in de tuin"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Rubbish, demands, empty lines, control characters: nothing panics, what is taken is kept word for word, and what
    /// isn't leaves the question open and the table as it was.
    #[test]
    fn every_answer_is_kept_word_for_word(
        lines in prop::collection::vec(
            prop_oneof![
                any::<String>(), "[a-zé ,;:=><+-]{0,40}", Just(String::new()), Just("3% erbij".to_owned()),
                Just("privacy".to_owned()), Just("a\u{1b}[31m".to_owned()), Just("ja".to_owned()),
                Just("privacy -".to_owned()), Just("12".to_owned()), Just("\"".to_owned()),
            ],
            0..30,
        ),
    ) {
        let (mut session, _folder) = opened(NEW);
        let mut now = said(turn(&mut session, "interview Ann more"));
        for line in lines {
            let Some(question) = asked(&now) else { break };
            let word = line.trim().to_lowercase();
            if ["stop", ".", "pause", "pauze", "undo", "quit", "exit"].contains(&&*word) {
                continue;
            }
            let before = session.document().unwrap().source().to_owned();
            match session.turn(&line, &AtomicBool::new(false)) {
                Ok(response) => {
                    response_json(&response).unwrap();
                    let told = response_text(&response, &Wordbook::new(Language::Nl), 80);
                    prop_assert!(!told.chars().any(|c| c.is_control() && c != '\n'));
                    now = said(response);
                    let kept = answer(&session, "Ann", &question);
                    prop_assert_eq!(kept.as_deref(), Some(line.trim()));
                    prop_assert!(!now.taken.is_empty());
                    prop_assert_eq!(line.trim().is_empty(), now.taken == [Taken::Passed]);
                }
                Err(_) => {
                    prop_assert!(line.chars().any(|c| c.is_control() || !c.is_ascii()), "{line:?} was refused");
                    prop_assert!(session.is_asking());
                    prop_assert_eq!(session.document().unwrap().source(), before);
                }
            }
        }
        let source = session.document().unwrap().source().to_owned();
        prop_assert!(Document::open(source).is_ok());
    }
}
