//! Several packages at once, and a package put to the test, as they are told: in words, as JSON, on the command line.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::process::Command;

use serde_json::{Value, json};

/// What the program says to a command on the collective agreement.
fn tafel(arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tafel")).args(arguments).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (text, output.status.code())
}

fn json_of(arguments: &[&str]) -> Value {
    let (text, code) = tafel(&[arguments, &["--format", "json"]].concat());
    assert!(matches!(code, Some(0 | 3)), "{text}");
    serde_json::from_str(&text).unwrap()
}

/// One space for any white space, so that line breaks don't count.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_proposal_names_who_chooses_what_and_what_worlds_make_of_it() {
    let (text, code) = tafel(&["propose", "vvt-cao-2018", "--lang", "en"]);
    assert_eq!(code, Some(0));
    let text = squeezed(&text);
    for part in [
        "`joint`: the most joint gain and the largest product of gains (Nash)",
        "`fair`: lifts the smallest gain most and equal steps",
        "Doesn't hold in `tarieven-niet-dekkend`: the rule `loonruimte` is broken",
        "25 packages hold in every world. - None of them takes loon=4%.",
        "Agree on a condition: loon=4% if `tarieven-dekkend` comes true, else loon=3%.",
        "To add it: option loon=4%-if KO+7 WA+6 IN+3 BE-6 cost=4 --only-if tarieven-dekkend --otherwise 3%",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_same_proposal_is_there_for_scripts() {
    let told = json_of(&["propose", "vvt-cao-2018"]);
    assert_eq!(told["packages"][0]["objectives"], json!(["joint", "nash"]));
    assert_eq!(told["packages"][1]["objectives"], json!(["fair", "ks"]));
    assert_eq!((told["packages"].as_array().unwrap().len(), &told["packages"][2]["objectives"]), (3, &json!([])));
    assert_eq!(told["packages"][1]["fails"]["tarieven-niet-dekkend"][0]["rule"], "loonruimte");
    assert_eq!((&told["every_world"]["packages"], &told["every_world"]["never"]), (&json!(25), &json!(["loon=4%"])));
    let suggestion = &told["every_world"]["suggestions"][0];
    assert_eq!(suggestion["only_if"], json!(["tarieven-dekkend"]));
    assert_eq!(suggestion["worlds"]["tarieven-niet-dekkend"]["instead"], json!(["loon=3%"]));
}

/// What the proposal says to type is taken, and then the conditional option is there to be asked about.
#[test]
fn the_suggested_option_can_be_typed_and_told_in_both_branches() {
    let lines = [
        "option loon=4%-if KO+7 WA+6 IN+3 BE-6 cost=4 --only-if tarieven-dekkend --otherwise 3%",
        "score fair loon=4%-if financiers=plan",
        "option loon=4%-if --event \"het tariefbesluit staat in de Staatscourant\" --by 2019-01-01",
        "score fair loon=4%-if financiers=plan",
    ];
    let typed: Vec<&str> = lines.iter().flat_map(|line| ["-c", line]).collect();
    let (text, code) = tafel(&[&["vvt-cao-2018", "--lang", "en"][..], &typed].concat());
    assert_eq!(code, Some(0), "{text}");
    let text = squeezed(&text);
    assert!(text.contains("loon=4%-if counts in `tarieven-dekkend`; otherwise loon=3% counts."), "{text}");
    assert!(text.contains("Still to be said: what shows it to everybody, and by which date?"), "{text}");
    assert!(text.contains("What shows it: het tariefbesluit staat in de Staatscourant, by 2019-01-01."), "{text}");
}

#[test]
fn a_package_that_holds_in_every_world_shows_each() {
    let told = json_of(&["solve", "vvt-cao-2018", "--objective", "fair", "--robust"]);
    assert_eq!((&told["robust"], &told["status"]), (&json!(true), &json!("proven")));
    let worlds = &told["packages"][0]["worlds"];
    for world in ["tarieven-dekkend", "tarieven-niet-dekkend"] {
        assert_eq!(worlds[world]["acceptable"], true);
    }
    let plain = json_of(&["solve", "vvt-cao-2018", "--objective", "fair"]);
    assert!(plain.get("robust").is_none() && plain["packages"][0].get("worlds").is_none());
}

#[test]
fn what_cannot_be_asked_together_is_refused_by_name() {
    let (text, code) = tafel(&["solve", "vvt-cao-2018", "--robust", "--world", "tarieven-niet-dekkend"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("--robust") && text.contains("--world"), "{text}");
    let (text, code) = tafel(&["solve", "vvt-cao-2018", "--without", "FNV", "--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("no agreement can do without FNV"), "{text}");
    let (text, code) = tafel(&["solve", "vvt-cao-2018", "--robust", "--all", "--lang", "en"]);
    assert_eq!(code, Some(2), "{text}");
}

#[test]
fn the_middle_of_the_agreement_is_put_to_the_test() {
    let (text, code) = tafel(&["test", "vvt-cao-2018", "naive", "--lang", "en"]);
    assert_eq!(code, Some(0));
    let text = squeezed(&text);
    for part in [
        "All whose agreement is needed can live with it.",
        "146 packages within the rules are at least as good for everyone and better for some.",
        "This doesn't find what it needs at home: constituency of FNV.",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let told = json_of(&["test", "vvt-cao-2018", "naive"]);
    assert_eq!((&told["better"], &told["refusing"][0]["party"]), (&json!(146), &json!("FNV")));
}

/// With the no-deals set aside, the rules that need them are left out, and the others answer.
#[test]
fn a_proposal_without_floors_asks_only_who_can_answer() {
    let told = json_of(&["propose", "vvt-cao-2018", "--all"]);
    let rules =
        told["packages"].as_array().unwrap().iter().flat_map(|package| package["objectives"].as_array().unwrap());
    let rules: Vec<&Value> = rules.collect();
    assert_eq!(rules, [&json!("joint"), &json!("fair")]);
    assert!(told["every_world"].is_null());
}
