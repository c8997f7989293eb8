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
        "A package with it: loon=4%-if looptijd=",
        "In `tarieven-dekkend`: gains +188.2 together, smallest +24.5: ActiZ ",
        "To add it: option loon=4%-if --like 4% --only-if tarieven-dekkend --otherwise 3%",
        "something between “15 months” and “24 months”",
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

/// Answers and improvements say where else they don't hold, as the test of the same package does.
#[test]
fn an_answer_says_in_which_worlds_it_fails() {
    let there = "Doesn't hold in `tarieven-niet-dekkend`: the rule `loonruimte` is broken";
    for arguments in [&["solve", "vvt-cao-2018"][..], &["improve", "vvt-cao-2018", "naive"]] {
        let (text, _) = tafel(&[arguments, &["--lang", "en"]].concat());
        assert!(squeezed(&text).contains(there), "{text}");
    }
    let solved = json_of(&["solve", "vvt-cao-2018"]);
    let choices: Vec<String> = solved["packages"][0]["choices"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(issue, option)| format!("{issue}={}", option.as_str().unwrap()))
        .collect();
    let arguments: Vec<&str> = ["test", "vvt-cao-2018"].into_iter().chain(choices.iter().map(String::as_str)).collect();
    assert_eq!(solved["fails"], json_of(&arguments)["fails"]);
    let improved = json_of(&["improve", "vvt-cao-2018", "naive"]);
    assert_eq!(improved["best"]["fails"]["tarieven-niet-dekkend"][0]["rule"], "loonruimte");
    // What must hold everywhere fails nowhere.
    assert_eq!(json_of(&["solve", "vvt-cao-2018", "--robust"])["fails"], Value::Null);
}

/// What the proposal says to type is taken, and then the conditional option is there to be asked about.
#[test]
fn the_suggested_option_can_be_typed_and_told_in_both_branches() {
    let lines = [
        "option loon=4%-if --like 4% --only-if tarieven-dekkend --otherwise 3%",
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

/// The bundled tables with more than one world.
const WITH_WORLDS: [&str; 5] = [
    "apeldoorn-nachtzorg",
    "contract-ziekenhuis-verzekeraar",
    "mijnstreek-shared-savings",
    "vvt-cao-2018",
    "zoetermeer-eerstelijn",
];

/// The JSON of the last of some lines.
fn last_of(table: &str, lines: &[&str]) -> Value {
    let typed: Vec<&str> = lines.iter().flat_map(|line| ["-c", line]).collect();
    let (text, _) = tafel(&[&[table, "--format", "json"][..], &typed].concat());
    serde_json::from_str(text.trim_end().lines().last().unwrap()).unwrap_or_else(|_| panic!("{text}"))
}

/// What is promised of a conditional option is what comes of typing the line that adds it; and it isn't promised again.
#[test]
fn typing_the_suggested_line_gives_what_was_promised() {
    let mut typed = 0;
    for table in WITH_WORLDS {
        for options in [&[][..], &["--ratifiable"], &["--robust"], &["--robust", "--ratifiable"]] {
            let told = json_of(&[&["propose", table], options].concat());
            let suggested = [&told["suggestions"], &told["every_world"]["suggestions"]].map(Value::as_array);
            for promised in suggested.into_iter().flatten().flatten() {
                typed += 1;
                let command = promised["command"].as_str().unwrap();
                let choices = promised["choices"].as_object().unwrap().iter();
                let choices = choices.map(|(issue, decision)| format!("'{issue}={}'", decision.as_str().unwrap()));
                let score = format!("score {}", choices.collect::<Vec<_>>().join(" ")).replace('\'', "\"");
                let given = last_of(table, &[command, &score]);
                assert_eq!(given["worlds"], promised["worlds"], "{table}: {command}");
                let again = last_of(table, &[command, &["propose", &options.join(" ")].join(" ")]);
                let again = [&again["suggestions"], &again["every_world"]["suggestions"]].map(Value::as_array);
                let again: Vec<&Value> = again.into_iter().flatten().flatten().collect();
                let same =
                    |other: &&&Value| ["option", "only_if", "otherwise"].iter().all(|key| other[key] == promised[key]);
                assert_eq!(again.iter().find(same), None, "{table}: {command}");
            }
        }
    }
    assert!(typed > 3, "{typed}");
}

/// FNV's members pass the 4% that falls back on 3%, for they asked for one of the two.
#[test]
fn what_was_promised_is_the_answer_once_it_is_there() {
    let line = "option loon=4%-if --like 4% --only-if tarieven-dekkend --otherwise 3%";
    let before = json_of(&["propose", "vvt-cao-2018", "--ratifiable"]);
    let told = last_of("vvt-cao-2018", &[line, "propose --ratifiable"]);
    let count = |told: &Value| told["every_world"]["packages"].as_u64();
    assert!(count(&before) < count(&told), "{told}");
    assert_eq!(told["every_world"]["on_condition"][0], "loon=4%-if", "{told}");
    let told = last_of("vvt-cao-2018", &[line, "propose"]);
    assert_eq!(told["every_world"]["on_condition"], json!(["loon=4%-if"]));
    let told = last_of("vvt-cao-2018", &[line, "undo", "score fair loon=4%"]);
    assert!(told["worlds"].is_null(), "{told}");
}

/// Where every world counts, no figure and no reason is of one world alone.
#[test]
fn a_robust_answer_is_told_in_every_world() {
    let (text, _) = tafel(&["solve", "vvt-cao-2018", "--robust", "--lang", "en"]);
    let text = squeezed(&text);
    assert!(!text.contains("it would cost nobody anything"), "{text}");
    assert!(text.contains("within the rules of every world"), "{text}");
    assert!(text.contains("These are the figures of `tarieven-dekkend`"), "{text}");
    let (text, _) = tafel(&["propose", "vvt-cao-2018", "--robust", "--ratifiable", "--lang", "en"]);
    let text = squeezed(&text);
    assert!(
        text.contains("Of another shape, and efficient too. Gains: in `tarieven-dekkend` +133.0 together"),
        "{text}"
    );
    assert!(text.contains("in `tarieven-niet-dekkend` +"), "{text}");
    let told = json_of(&["propose", "vvt-cao-2018", "--robust"]);
    for package in told["packages"].as_array().unwrap() {
        assert_eq!(package["worlds"].as_object().unwrap().len(), 2);
    }
}

/// Wherever a package with a conditional option is shown, both branches are, and what shows it is asked for.
#[test]
fn both_branches_are_told_wherever_a_package_is() {
    let line = "option loon=4%-if --like 4% --only-if tarieven-dekkend --otherwise 3%";
    let chance = "probability FNV tarieven-niet-dekkend 30%";
    let name = "package if fair loon=4%-if financiers=plan";
    for shown in ["score if", "test if", "why if", "why if --party FNV", "step if", "compare if naive"] {
        let lines = [line, chance, name, shown];
        let typed: Vec<&str> = lines.iter().flat_map(|line| ["-c", line]).collect();
        let (text, code) = tafel(&[&["vvt-cao-2018", "--lang", "en"][..], &typed].concat());
        assert_eq!(code, Some(0), "{text}");
        let text = squeezed(&text);
        assert!(text.contains("loon=4%-if counts in `tarieven-dekkend`; otherwise loon=3% counts."), "{shown}: {text}");
        assert!(text.contains("Still to be said: what shows it to everybody"), "{shown}: {text}");
        assert!(text.contains("What FNV left open is counted for `tarieven-dekkend`."), "{shown}: {text}");
    }
    let told = last_of("vvt-cao-2018", &[line, chance, name, "why if"]);
    assert_eq!(told["expected_left_to_base"], json!(["FNV"]), "{told}");
    assert_eq!(told["conditions"][0]["option"], "loon=4%-if");
}

#[test]
fn probabilities_above_one_are_refused() {
    let lines = ["probability FNV tarieven-niet-dekkend 60%", "probability FNV tarieven-dekkend 60%"];
    let typed: Vec<&str> = lines.iter().flat_map(|line| ["-c", line]).collect();
    let (text, code) = tafel(&[&["vvt-cao-2018", "--lang", "en"][..], &typed].concat());
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("with `60%` the probabilities of this party come to 1.2, more than 1"), "{text}");
}

/// One agreement is suggested once, among the repairs and before anybody has to give; amounts are for every world.
#[test]
fn a_conflict_over_worlds_has_every_repair_in_order() {
    let table = "tests/tables/wage-and-rain.ron";
    for command in ["solve", "propose"] {
        let told = json_of(&[command, table, "--robust"]);
        let repairs = told["repairs"].as_array().unwrap();
        let kinds: Vec<&str> = repairs.iter().map(|repair| repair["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["world", "world", "conditional", "rule_gives", "no_deal_gives"], "{told}");
        assert_eq!(repairs[2]["command"], "option wage=4-if --like 4 --only-if dry --otherwise 2");
        assert_eq!((&repairs[3]["amount"], &repairs[4]["amount"]), (&json!(2.0), &json!(40.0 / 9.0)));
    }
    let (text, _) = tafel(&["propose", table, "--robust", "--lang", "en"]);
    assert!(!squeezed(&text).contains("None of them"), "{text}");
    assert!(squeezed(&text).contains("Let `budget` give 2 k"), "{text}");
}

/// Options that fall back on each other in turn: each counts in worlds of its own.
#[test]
fn a_chain_of_fallbacks_is_told_world_by_world() {
    let (text, _) = tafel(&["score", "tests/tables/chain-of-conditions.ron", "x=cond", "y=n", "--lang", "en"]);
    let text = squeezed(&text);
    assert!(text.contains("x=cond counts in `w1` and `w2`; in `base` x=lo2 counts; in `w3` x=lo counts."), "{text}");
    assert!(text.contains("What shows whether x=cond counts: the decree, by 2027-01-01."), "{text}");
    assert!(text.contains("option x=lo2 --event TEXT --by DATE"), "{text}");
    assert!(!text.contains("whether all can live with it is not known"), "{text}");
}

#[test]
fn what_rests_on_no_deals_says_so() {
    for (arguments, reason) in [
        (&["solve", "vvt-cao-2018", "--all", "--robust"][..], "holds in every world is measured from the no-deals"),
        (&["meso", "vvt-cao-2018", "FNV", "--all"], "offers must be acceptable to the others"),
        (&["zopa", "vvt-cao-2018", "--all"], "the zone of possible agreement is what the no-deals leave"),
        (&["trades", "vvt-cao-2018", "--all"], "trades aren't measured from the no-deals"),
    ] {
        let (text, code) = tafel(&[arguments, &["--lang", "en"]].concat());
        assert_eq!(code, Some(2), "{text}");
        assert!(text.contains(reason), "{text}");
    }
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
