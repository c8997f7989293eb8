//! One step further, told: what step, improve and whynot say, in both languages and in JSON.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::bundled;

use bundled::{base, never, package, scenario};
use itertools::Itertools as _;
use tafel::analysis::*;
use tafel::domain::*;
use tafel::optimize::{Answer, BestFound, Objective, Question, solve};
use tafel::report::*;
use tafel::table_file::parse_choice;
use unicode_width::UnicodeWidthStr as _;

const MIDDLE: &str = "loon=3% looptijd=15m rooster=stabiel instroom=orient stage=nu scholing=budget financiers=brief";

fn squeezed(text: &str) -> String {
    text.split_whitespace().join(" ")
}

/// What is said to `why not CHOICE?` against the package that lifts the smallest gain most.
fn asked_why(scenario_name: &str, choice: &str, question: &Question) -> String {
    let table = scenario(scenario_name);
    let circumstances = base(&table);
    let (issue, decision) = parse_choice(&table, choice).unwrap();
    let told = whynot(&circumstances, question, issue, &decision, &never()).unwrap();
    let asked =
        Asked { circumstances: &circumstances, question, file: Some(scenario_name), concepts: &[], suggestions: &[] };
    squeezed(&whynot_text(asked, &told, &Wordbook::new(Language::En), 100))
}

/// Every text of this kind about a table and a package, in one language.
fn texts(table: &Table, package: &Package, language: Language, width: usize) -> Vec<String> {
    let circumstances = base(table);
    let words = Wordbook::new(language);
    let given = Given { circumstances: &circumstances, package, floors: true, file: Some(&table.id) };
    let mut texts = vec![step_text(
        given,
        &step(&circumstances, package, &Question::new(Objective::Fair), &never()).unwrap(),
        &words,
        width,
    )];
    for objective in [Objective::Fair, Objective::Joint] {
        let question = Question::new(objective);
        let improvement = improve(&circumstances, package, &question, &never()).unwrap();
        texts.push(improve_text(given, &improvement, &words, width));
        let asked = Asked {
            circumstances: &circumstances,
            question: &question,
            file: Some(&table.id),
            concepts: &[],
            suggestions: &[],
        };
        for (option, _) in table.options().filter(|(option, _)| option.index != 1) {
            let decision = Decision::Option(option.index);
            let told = whynot(&circumstances, &question, option.issue, &decision, &never()).unwrap();
            texts.push(whynot_text(asked, &told, &words, width));
        }
    }
    texts
}

#[test]
fn no_line_is_wider_than_the_page_and_no_sentence_is_missing() {
    let missing = ["whynot-", "step-", "improve-", "price-", "changed-issue", "reason-asked"];
    for scenario_name in ["vvt-cao-2018", "sinaasappel", "cz-breburg-wachtlijsten"] {
        let table = scenario(scenario_name);
        let naive = table.narrative.packages.iter().find(|known| known.id == "naive").unwrap().package.clone();
        for (language, width) in [Language::En, Language::Nl].into_iter().cartesian_product([40, 80, 120]) {
            for text in texts(&table, &naive, language, width) {
                let typed = |line: &&str| line.chars().filter(|c| *c == '=').count() > 1;
                let wide = text.lines().filter(|line| !typed(line)).find(|line| line.width() > width);
                assert_eq!(wide, None, "{scenario_name} {language:?} {width}\n{text}");
                let hole = missing.iter().find(|key| text.contains(**key));
                assert!(hole.is_none() && !text.contains("{$"), "{hole:?} {text}");
            }
        }
    }
}

#[test]
fn the_step_of_the_handbook_reads_as_it_should() {
    let table = scenario("vvt-cao-2018");
    let middle = package(&table, MIDDLE);
    let [stepped, improved] = [0, 1].map(|at| texts(&table, &middle, Language::En, 120).swap_remove(at));
    assert!(squeezed(&stepped).contains("Everybody whose agreement is needed gains."), "{stepped}");
    assert!(
        squeezed(&improved).contains("146 packages within the rules are at least as good for everyone"),
        "{improved}"
    );
}

#[test]
fn the_json_holds_what_the_text_tells() {
    let table = scenario("vvt-cao-2018");
    let circumstances = base(&table);
    let middle = package(&table, MIDDLE);
    let given = Given { circumstances: &circumstances, package: &middle, floors: true, file: Some("vvt-cao-2018") };
    let read = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let stepped = read(
        step_json(given, &step(&circumstances, &middle, &Question::new(Objective::Fair), &never()).unwrap()).unwrap(),
    );
    assert_eq!(stepped["step"]["issue"], "financiers");
    assert_eq!((&stepped["step"]["from"], &stepped["step"]["to"]), (&"brief".into(), &"plan".into()));
    assert_eq!(stepped["step"]["help"], "all_gain");
    assert!(stepped["step"]["changes"]["FNV"].as_f64().unwrap() > 0.0);
    assert_eq!(stepped["next"].as_array().unwrap().len(), 2);

    let question = Question::new(Objective::Fair);
    let improvement = improve(&circumstances, &middle, &question, &never()).unwrap();
    let improved = read(improve_json(given, &improvement).unwrap());
    assert_eq!((&improved["better"], &improved["efficient"]), (&146.into(), &false.into()));
    assert_eq!(improved["fewest_changes"]["changed"][0]["to"], "plan");
    assert_eq!(improved["best"]["package"]["choices"]["looptijd"], "24m");

    let issue = table.issue_named("loon").unwrap();
    let told = whynot(&circumstances, &question, issue, &Decision::Option(0), &never()).unwrap();
    let asked = Asked {
        circumstances: &circumstances,
        question: &question,
        file: Some("vvt-cao-2018"),
        concepts: &[],
        suggestions: &[],
    };
    let json = read(whynot_json(asked, &told).unwrap());
    assert_eq!((&json["verdict"], &json["issue"]), (&"forced".into(), &"loon".into()));
    assert_eq!(json["answer"]["package"]["choices"]["loon"], "4%");
}

#[test]
fn what_forbids_a_decision_is_named_with_its_way_out() {
    let text = asked_why("oncologie-drie-ziekenhuizen", "hpb=3x", &Question::new(Objective::Fair));
    assert!(text.contains("With this decision no package is acceptable"), "{text}");
    assert!(text.contains("and you ask for `hpb=3x`, no package is acceptable."), "{text}");
    assert!(text.contains("Let `volumenorm` give 2"), "{text}");
    assert!(!text.contains("What a limit costs here"), "one unit isn't enough, so it has no price: {text}");
}

#[test]
fn the_json_of_a_conflict_says_what_was_asked() {
    let table = scenario("oncologie-drie-ziekenhuizen");
    let circumstances = base(&table);
    let question = Question::new(Objective::Fair);
    let (issue, decision) = parse_choice(&table, "hpb=3x").unwrap();
    let told = whynot(&circumstances, &question, issue, &decision, &never()).unwrap();
    let asked = Asked {
        circumstances: &circumstances,
        question: &question,
        file: Some("oncologie"),
        concepts: &[],
        suggestions: &[],
    };
    let json: serde_json::Value = serde_json::from_str(&whynot_json(asked, &told).unwrap()).unwrap();
    assert_eq!(json["otherwise"]["status"], "infeasible");
    let reasons = json["otherwise"]["conflict"].as_array().unwrap();
    let told: Vec<&str> = reasons.iter().map(|reason| reason["kind"].as_str().unwrap()).collect();
    assert_eq!(told, ["rule", "asked"]);
    assert_eq!((&reasons[0]["rule"], &reasons[1]["choice"]), (&"volumenorm".into(), &"hpb=3x".into()));
    assert_eq!(json["prices"][0]["rule"], "volumenorm");
}

#[test]
fn who_passes_it_at_home_only_after_the_change_is_told() {
    let table = scenario("vvt-cao-2018");
    let stepped = squeezed(&texts(&table, &package(&table, MIDDLE), Language::En, 120)[1]);
    assert!(stepped.contains("Then this finds what it needs at home, and not before:"), "{stepped}");
    assert!(stepped.contains("of FNV"), "{stepped}");
}

#[test]
fn the_price_of_a_limit_is_told_in_both_directions() {
    let text = asked_why("vvt-cao-2018", "financiers=brief", &Question::new(Objective::Fair));
    let price = "`loonruimte` +1 (% of the wage bill): together +109.5, the smallest +12.5; -1: no package.";
    assert!(text.contains(price), "{text}");
    assert!(text.contains("Other issues that move along: - wages: from “+4%, lasting” to “+3%, lasting”"), "{text}");
}

#[test]
fn a_decision_that_is_in_the_answer_is_told_with_what_forbidding_it_costs() {
    let text = asked_why("vvt-cao-2018", "loon=4%", &Question::new(Objective::Fair));
    assert!(
        text.contains("It is in that package") && text.contains("The best package without this decision"),
        "{text}"
    );
    assert!(text.contains("the smallest from +31.0 to +22.4."), "{text}");
}

#[test]
fn what_was_asked_besides_stands_above_the_answer_and_in_the_conflict() {
    let table = scenario("vvt-cao-2018");
    let circumstances = base(&table);
    let option = |choice: &str| match parse_choice(&table, choice).unwrap() {
        (issue, Decision::Option(index)) => OptionId { issue, index },
        other => panic!("{other:?}"),
    };
    let fnv = table.party_named("FNV").unwrap();
    let demands = [
        Condition::Rule(RuleForm::AtLeast(1, vec![option("loon=2%")])),
        Condition::Score { party: fnv, at_least: integer(80) },
    ];
    let question = Question { also: demands.to_vec(), ..Question::new(Objective::Fair) };
    let answer = solve(&circumstances, &question, &never()).unwrap();
    assert!(matches!(answer, Answer::Infeasible(_)), "{answer:?}");
    let asked = Asked {
        circumstances: &circumstances,
        question: &question,
        file: Some("vvt-cao-2018"),
        concepts: &[],
        suggestions: &[],
    };
    let text = squeezed(&answer_text(asked, &answer, &Wordbook::new(Language::En), 100));
    assert!(text.contains("Only packages with `loon=2%` and a score of at least 80 for FNV were asked for."), "{text}");
    assert!(text.contains("you ask for `loon=2%` and you ask for a score of at least 80 for FNV"), "{text}");
}

#[test]
fn a_bound_is_told_with_how_far_it_is_above_what_was_found() {
    let table = scenario("sinaasappel");
    let circumstances = base(&table);
    let question = Question::new(Objective::Fair);
    let Ok(Answer::Proven(found)) = solve(&circumstances, &question, &never()) else { panic!("there is an answer") };
    let asked =
        Asked { circumstances: &circumstances, question: &question, file: None, concepts: &[], suggestions: &[] };
    for (gap, told) in [
        (2.0, "more than 57.2 by the measure asked for, which is 2.0 above it."),
        (0.01, "which is less than 0.1 above it."),
        (0.0, "which it comes to; which goes first of all that do, isn't settled."),
    ] {
        let best = BestFound { found: found.clone(), bound: 55.2 + gap, gap };
        let text = squeezed(&answer_text(asked, &Answer::BestFound(best), &Wordbook::new(Language::En), 100));
        assert!(text.contains(told), "{text}");
    }
}
