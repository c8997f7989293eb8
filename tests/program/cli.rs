//! The command line: what it says on which stream, with which exit code, at which width.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::process::{Command, Stdio};

use serde_json::Value;
use tafel::cli::{Exit, Terminal};

use crate::support::program::{Ran, ran_in};

/// Runs the words of `command` in this process, on a page of `width` columns.
fn ran_at(width: usize, command: &str) -> Ran {
    ran_in(Terminal::Pipe, width, &command.split_whitespace().collect::<Vec<_>>(), b"")
}

fn ran(command: &str) -> Ran {
    ran_at(80, command)
}

/// The JSON that a command says.
fn json(command: &str) -> Value {
    let ran = ran(command);
    assert_eq!(ran.stderr, "");
    assert_eq!(ran.stdout.matches('\n').count(), 1, "one line");
    serde_json::from_str(&ran.stdout).unwrap()
}

/// A table on which nothing is acceptable: an owner and a tenant who both have something better.
const CONFLICT: &str = "tests/tables/room-for-rent.ron";

const HISTORIC: &str = "loon=4% looptijd=15m rooster=stabiel instroom=orient+ stage=400 scholing=nu financiers=plan";

#[test]
fn help_says_of_every_word_and_option_what_it_is_for() {
    let commands = ran("--help").stdout;
    let commands = commands.split("Commands:").nth(1).unwrap().split("Arguments:").next().unwrap();
    let name =
        |line: &str| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()).map(str::to_owned);
    let commands: Vec<String> = commands.lines().filter_map(name).collect();
    assert!(commands.len() > 30, "{commands:?}");
    for (command, language) in commands.iter().flat_map(|command| [(command, "en"), (command, "nl")]) {
        let help = ran(&format!("{command} --help --lang {language}")).stdout;
        let lines: Vec<&str> = help.lines().collect();
        let is_argument = |line: &str| ["  <", "  [", "      --", "  -"].iter().any(|start| line.starts_with(start));
        for at in (0..lines.len()).filter(|at| is_argument(lines[*at])) {
            let said = lines.get(at + 1).copied().unwrap_or_default();
            assert!(!said.trim().is_empty() || lines[at].trim().contains("  "), "{command}: {:?}", lines[at]);
        }
    }
    let of_packages = ran("compare --help").stdout;
    assert!(of_packages.contains("a name, an objective, or a choice for every issue"), "{of_packages}");
}

#[test]
fn exit_codes_tell_how_it_ended() {
    for (command, exit) in [
        ("check vvt-cao-2018", Exit::Answered),
        ("scenarios", Exit::Answered),
        ("--help", Exit::Answered),
        ("--version", Exit::Answered),
        ("solve sinaasappel", Exit::Answered),
        ("score sinaasappel naive", Exit::Answered),
        ("", Exit::Answered),
        ("solve", Exit::BadInput),
        ("solve no-such-table", Exit::BadInput),
        ("solve sinaasappel --objective nash", Exit::Answered),
        ("solve sinaasappel --objective ks", Exit::Answered),
        ("solve sinaasappel --objective ks --all", Exit::BadInput),
        ("solve sinaasappel --objective nasj", Exit::BadInput),
        ("solve sinaasappel --objective best:Nobody", Exit::BadInput),
        ("solve sinaasappel --world none", Exit::BadInput),
        ("solve sinaasappel --time-limit soon", Exit::BadInput),
        ("solve sinaasappel --time-limit -1", Exit::BadInput),
        ("solve sinaasappel --time-limit NaN", Exit::BadInput),
        ("score sinaasappel vrucht=A", Exit::BadInput),
        ("score sinaasappel unheard-of", Exit::BadInput),
        ("check no-such-table", Exit::BadInput),
        ("train sinaasappel", Exit::BadInput),
    ] {
        assert_eq!(ran(command).exit, exit, "{command}");
    }
    assert_eq!(ran(&format!("solve {CONFLICT}")).exit, Exit::NothingAcceptable);
    assert_eq!([Exit::OutOfTime, Exit::Interrupted, Exit::Internal].map(Exit::code), [4, 130, 1]);
}

#[test]
fn answers_and_problems_go_to_their_own_streams() {
    let answered = ran("solve sinaasappel");
    assert!(!answered.stdout.is_empty() && answered.stderr.is_empty());
    let refused = ran("solve sinaasapel");
    assert!(refused.stdout.is_empty());
    insta::assert_snapshot!(refused.stderr);
}

#[test]
fn a_slip_of_the_finger_gets_a_hint() {
    let said = [
        "solve vvt-cao-2018 --lang en --objective best:FVN",
        "solve vvt-cao-2018 --lang en --objective fiar",
        "solve vvt-cao-2018 --lang en --world tarieven-niet-deckend",
        "score vvt-cao-2018 --lang en naiv",
        "score vvt-cao-2018 --lang en naive loon=3",
        "score vvt-cao-2018 naive loon=3",
    ]
    .map(|command| format!("> {command}\n{}", ran(command).stderr));
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn the_joint_answer_reads_as_it_should() {
    insta::assert_snapshot!(ran("solve vvt-cao-2018 --lang en").stdout);
}

#[test]
fn the_answer_that_lifts_the_smallest_gain_reads_as_it_should() {
    insta::assert_snapshot!(ran("solve vvt-cao-2018 --objective fair --lang en").stdout);
}

#[test]
fn the_best_answer_for_one_party_reads_as_it_should() {
    let command = "solve vvt-cao-2018 --objective best:FNV --world tarieven-niet-dekkend --lang en";
    insta::assert_snapshot!(ran(command).stdout);
}

#[test]
fn a_conflict_is_one_explanation_with_its_ways_out() {
    insta::assert_snapshot!(ran(&format!("solve {CONFLICT}")).stdout);
}

#[test]
fn the_middle_of_every_issue_reads_as_it_should() {
    insta::assert_snapshot!(ran("score vvt-cao-2018 naive --lang en").stdout);
}

#[test]
fn a_refused_package_says_who_and_what_stands_in_the_way() {
    insta::assert_snapshot!(ran("score vvt-cao-2018 historic financiers=nee --lang en").stdout);
}

#[test]
fn a_dutch_table_is_answered_in_dutch() {
    let said = ran("solve vvt-cao-2018 --objective fair");
    assert_eq!(said.stdout, ran("solve vvt-cao-2018 --objective fair --lang nl").stdout);
    insta::assert_snapshot!(said.stdout);
}

#[test]
fn a_conflict_can_be_told_in_dutch() {
    insta::assert_snapshot!(ran(&format!("solve {CONFLICT} --lang nl")).stdout);
}

#[test]
fn a_table_is_answered_in_its_own_language_unless_another_is_asked_for() {
    for (command, telling) in [
        ("solve sinaasappel", "Wat het waard is"),
        ("score sinaasappel naive", "Wat het waard is"),
        ("check sinaasappel", "2 partijen"),
        ("check sinaasappel --lang en", "2 parties"),
        ("solve sinaasappel --lang en", "What it is worth"),
        ("solve tests/tables/ties.ron", "What it is worth"),
        ("scenarios", "The orange"),
        ("scenarios --lang nl", "De sinaasappel"),
    ] {
        let said = ran(command).stdout;
        assert!(said.contains(telling), "{command}\n{said}");
    }
    for (command, telling) in [
        ("solve no-such-table", "there is no file"),
        ("solve no-such-table --lang nl", "er is geen bestand"),
        ("solve sinaasappel --world none", "er is geen wereld"),
    ] {
        let said = ran(command).stderr;
        assert!(said.contains(telling), "{command}\n{said}");
    }
}

#[test]
fn no_english_words_leak_into_dutch_answers() {
    let english = "the and with would gain gains party parties package packages issue interest which nothing everybody";
    for command in [
        "solve sinaasappel",
        "solve sinaasappel --objective ks --all --lang nl",
        "solve sinaasappel --objective best:Anna --ratifiable",
        "score sinaasappel naive",
        "score sinaasappel naive vrucht=B schil=A",
        "score sinaasappel unheard-of",
        "score sinaasappel naive vrucht=none",
        "check sinaasappel",
        "check sinaasappel --lesson",
        "check scenarios/broken/bad-weights.ron --lang nl",
    ] {
        let Ran { stdout, stderr, .. } = ran(command);
        let said = (stdout + &stderr).to_lowercase();
        // What the file itself says stands behind a bar.
        let told = said.lines().filter(|line| !line.contains(" | "));
        let mut words = told.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
        let leaked = words.find(|word| english.split(' ').any(|telltale| telltale == *word));
        assert_eq!(leaked, None, "{command}\n{said}");
    }
}

#[test]
fn json_is_the_same_in_every_language() {
    for command in [
        "solve vvt-cao-2018 --objective fair".to_owned(),
        "score vvt-cao-2018 historic financiers=nee".to_owned(),
        "check scenarios/broken/bad-weights.ron vvt-cao-2018".to_owned(),
        "scenarios".to_owned(),
        format!("solve {CONFLICT}"),
    ] {
        let [own, english, dutch] =
            ["", "--lang en", "--lang nl"].map(|lang| ran(&format!("{command} --format json {lang}")).stdout);
        assert!(own.starts_with(['{', '[']), "{own}");
        assert_eq!((&own, &own), (&english, &dutch), "{command}");
    }
}

#[test]
fn what_is_read_has_a_decimal_comma_and_what_is_typed_a_point() {
    let amounts = "tests/tables/amounts.ron";
    let said = ran(&format!("solve {amounts}")).stdout;
    assert!(said.contains("2,5 uur") && said.contains("duur=2.5"), "{said}");
    let command = said.lines().find_map(|line| line.split_once("tafel ")).map(|(_, command)| command).unwrap();
    assert_eq!(ran(command).exit, Exit::Answered, "{command}");
}

#[test]
fn the_library_lists_what_each_scenario_teaches() {
    insta::assert_snapshot!(ran("scenarios --lang en").stdout);
}

#[test]
fn the_json_of_solve_is_that_of_the_contract() {
    let answer = json("solve vvt-cao-2018 --objective fair --format json");
    for (key, expected) in [
        ("table", "\"vvt-cao-2018\""),
        ("objective", "\"fair\""),
        ("status", "\"proven\""),
        ("how", "\"enumerated\""),
        ("gap", "0.0"),
        ("tied", "1"),
        ("tied_complete", "true"),
    ] {
        assert_eq!(answer[key].to_string(), expected, "{key}");
    }
    let package = &answer["packages"][0];
    assert_eq!(package["name"], "P1");
    assert_eq!(package["acceptable"], true);
    assert_eq!(package["parties"]["FNV"].to_string(), r#"{"gain":31.0,"no_deal":50.0,"score":81.0}"#);
    assert_eq!(package["smallest_gain"].to_string(), "31.0");
    let near = |value: &Value, expected: f64| (value.as_f64().unwrap() - expected).abs() < 0.05;
    assert!(near(&package["joint_gain"], 217.4) && near(&package["nash"], 36.1));
    let rule = &package["rules"][0];
    assert_eq!(rule["rule"], "loonruimte");
    assert_eq!([&rule["used"], &rule["limit"], &rule["left"]].map(Value::to_string), ["4.7", "4.8", "0.1"]);
    assert_eq!(package["ratified"]["FNV"].to_string(), r#"[{"body":"achterban","status":"passed"}]"#);
}

#[test]
fn choices_stand_in_the_order_of_the_issues() {
    let text = ran("solve vvt-cao-2018 --objective fair --format json").stdout;
    let expected = r#""choices":{"loon":"4%","looptijd":"24m","rooster":"stabiel","instroom":"orient+","stage":"400","scholing":"budget","financiers":"plan"}"#;
    assert!(text.contains(expected), "{text}");
}

#[test]
fn the_json_of_a_conflict_lists_the_minimal_set() {
    let answer = json(&format!("solve {CONFLICT} --format json"));
    assert_eq!(answer["status"], "infeasible");
    assert_eq!(answer["packages"].to_string(), "[]");
    insta::assert_snapshot!(serde_json::to_string_pretty(&[&answer["conflict"], &answer["repairs"]]).unwrap());
}

#[test]
fn the_json_of_score_is_one_package_and_what_it_breaks() {
    let command = format!("score vvt-cao-2018 {HISTORIC} --world tarieven-niet-dekkend --format json");
    let answer = json(&command);
    assert_eq!(answer["name"], "historic");
    assert_eq!(answer["choices"]["loon"], "4%");
    assert_eq!(answer["acceptable"], false);
    insta::assert_snapshot!(serde_json::to_string_pretty(&answer["violations"]).unwrap());
}

#[test]
fn the_json_of_check_says_what_was_read() {
    let answer = json("check sinaasappel --format json");
    assert_eq!(answer[0]["file"], "sinaasappel");
    assert_eq!(answer[0]["packages"], 18);
    assert_eq!(answer[0]["problems"].to_string(), "[]");
}

#[test]
fn check_says_how_large_each_table_is() {
    let ran = ran("check sinaasappel vvt-cao-2018 cz-breburg-wachtlijsten --lang en");
    insta::assert_snapshot!(ran.stdout);
    assert_eq!(ran.stderr, "");
}

#[test]
fn equals_are_listed_for_people_to_choose_from() {
    insta::assert_snapshot!(ran("solve tests/tables/ties.ron").stdout);
    let answer = json("solve tests/tables/ties.ron --format json");
    assert_eq!(answer["tied"], 2);
    assert_eq!(answer["tied_packages"][1]["gains"].to_string(), r#"{"Ann":0.6666666666666666,"Ben":2.0,"Cat":null}"#);
    assert_eq!(answer["packages"][0]["parties"]["Cat"]["score"], Value::Null);
}

#[test]
fn an_indifferent_party_has_no_best_package() {
    let refused = ran("solve tests/tables/ties.ron --objective best:Cat");
    assert_eq!(refused.exit, Exit::BadInput);
    insta::assert_snapshot!(refused.stderr);
}

#[test]
fn time_that_ran_out_is_said_and_told_by_the_exit_code() {
    let ran = ran("solve vvt-cao-2018 --time-limit 0 --lang en");
    assert!(matches!(ran.exit, Exit::Answered | Exit::OutOfTime), "{:?}", ran.exit);
    assert_eq!(ran.exit == Exit::Answered, ran.stdout.contains("Proven:"));
}

#[test]
fn floors_can_be_set_aside() {
    let conflict = ran(&format!("solve {CONFLICT} --all"));
    assert_eq!(conflict.exit, Exit::Answered);
    assert!(conflict.stdout.contains("No-deals were set aside"));
    let answer = json("score cz-breburg-wachtlijsten naive --all --format json");
    assert_eq!(answer["violations"].to_string(), "[]");
}

#[test]
fn no_line_is_wider_than_the_page() {
    for width in [40, 60, 80, 120] {
        for command in [
            "solve vvt-cao-2018",
            "solve vvt-cao-2018 --lang en",
            "solve cz-breburg-wachtlijsten --lang en --objective best:CZ",
            "score vvt-cao-2018 naive",
            "scenarios",
            "--help",
            "solve --help",
            "score vvt-cao-2018 naive --lang en",
            "check vvt-cao-2018 --lesson",
            "scenarios --lang nl",
            &format!("solve {CONFLICT}"),
            &format!("solve {CONFLICT} --lang nl"),
        ] {
            let is_answer = command.starts_with("solve ") || command.starts_with("score ");
            if width < 60 && (!is_answer || command.ends_with("--help")) {
                continue; // Only answers fold that far: help keeps an option and its value on one line.
            }
            let text = ran_at(width, command).stdout;
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(width), "{command} at {width}: {widest:?}\n{text}");
        }
    }
}

#[test]
fn no_control_character_reaches_the_terminal() {
    for command in
        ["solve vvt-cao-2018", "solve", "--help", "solve \u{1b}[31mred", "score sinaasappel vrucht=\u{202e}A"]
    {
        let ran = ran(command);
        let steers = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
        assert!(!ran.stdout.contains(steers) && !ran.stderr.contains(steers), "{command:?}: {:?}", ran.stderr);
    }
}

#[test]
fn the_same_question_gets_the_same_bytes() {
    for command in ["solve vvt-cao-2018 --objective fair", "solve cz-breburg-wachtlijsten --format json"] {
        assert_eq!(ran(command).stdout, ran(command).stdout);
    }
}

#[test]
fn the_program_answers_from_any_folder() {
    let output = Command::new(env!("CARGO_BIN_EXE_tafel"))
        .args(["solve", "vvt-cao-2018", "--objective", "fair"])
        .env("COLUMNS", "80")
        .current_dir(std::env::temp_dir())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), ran("solve vvt-cao-2018 --objective fair").stdout);
}

#[test]
fn the_program_refuses_with_its_exit_code() {
    let output = Command::new(env!("CARGO_BIN_EXE_tafel")).args(["solve", "nope"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_closed_pipe_ends_the_program_silently() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tafel"))
        .args(["solve", "vvt-cao-2018"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
