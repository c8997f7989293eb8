//! Packages side by side, where scores come from, bills, and the table itself: the sums are exact, nothing is wider than
//! the page, and what is printed can be typed back.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled::{base, package, scenario};
use crate::support::random_table::{Dice, package as random_package, random_table, ready_table};
use serde_json::Value;
use tafel::domain::*;
use tafel::explain::{Subject, account, bills, side_by_side};
use tafel::report::{
    Wordbook, bill_json, bill_text, compare_json, compare_text, show_json, show_text, typed, why_json, why_text,
};
use tafel::table_file::{parse_choice, parse_package, read};
use tafel::valuation::{Circumstances, assess};
use unicode_width::UnicodeWidthStr as _;

const WIDTHS: [usize; 3] = [40, 80, 120];
const LANGUAGES: [Language; 2] = [Language::En, Language::Nl];
/// The package of most joint gain on the bundled agreement.
const JOINT: &str = "loon=4% looptijd=24m rooster=stabiel instroom=orient+ stage=400 scholing=budget financiers=plan";

fn english() -> Wordbook {
    Wordbook::new(Language::En)
}

fn named(table: &Table) -> Vec<(String, Package)> {
    table.narrative.packages.iter().map(|known| (known.id.clone(), known.package.clone())).collect()
}

/// The bundled agreement with its two named packages and one more.
fn three(table: &Table) -> Vec<(String, Package)> {
    let mut packages = named(table);
    packages.push(("P1".to_owned(), package(table, JOINT)));
    packages
}

/// The bundled agreement half-built: an empty party, an empty issue, one without `today`, no-deals missing.
fn half_built() -> Table {
    let mut table = scenario("vvt-cao-2018");
    table.narrative.packages.clear();
    table.rules.clear();
    table.worlds.truncate(1);
    table.parties.truncate(2);
    table.parties.push(Party::named("gemeente Breburg"));
    table.parties[PartyId::from(0)].no_deal = None;
    let issue = table.issue_named("stage").unwrap();
    table.issues[issue].kind = IssueKind::Choice(Vec::new());
    table.issues[issue].today = None;
    let parked = table.issue_named("rooster").unwrap();
    table.issues[parked].parked = true;
    table.issues[parked].today = None;
    table
}

/// Everything of a table that can be shown.
fn subjects(table: &Table) -> Vec<Subject> {
    let mut all = vec![Subject::Table];
    all.extend(table.parties.keys().map(Subject::Party));
    all.extend(table.interests.keys().map(Subject::Interest));
    all.extend(table.attributes.keys().map(Subject::Attribute));
    all.extend(table.issues.keys().map(Subject::Issue));
    all.extend(table.options().map(|(id, _)| Subject::Option(id)));
    all.extend(table.rules.keys().map(Subject::Rule));
    all.extend(table.worlds.keys().map(Subject::World));
    all.extend((0..table.narrative.facts.len()).map(Subject::Fact));
    all.extend((0..table.narrative.packages.len()).map(Subject::Package));
    all
}

#[track_caller]
fn fits(text: &str, width: usize) {
    for line in text.lines() {
        assert!(line.width() <= width, "{} columns on a page of {width}:\n{line}\n\n{text}", line.width());
        assert_eq!(line.trim_end(), line);
    }
}

#[test]
fn packages_read_well_side_by_side() {
    let table = scenario("vvt-cao-2018");
    for width in WIDTHS {
        let text = compare_text(&base(&table), &three(&table), &english(), width);
        insta::assert_snapshot!(format!("compare_{width}"), text);
    }
    let dutch = Wordbook::new(Language::Nl);
    insta::assert_snapshot!("compare_dutch", compare_text(&base(&table), &three(&table), &dutch, 80));
}

#[test]
fn the_source_of_scores_reads_well() {
    let table = scenario("vvt-cao-2018");
    let historic = &named(&table)[1].1;
    for width in WIDTHS {
        let text = why_text(&base(&table), historic, "historic", None, &english(), width);
        insta::assert_snapshot!(format!("why_{width}"), text);
        let text = why_text(&base(&table), historic, "historic", table.party_named("BTN"), &english(), width);
        insta::assert_snapshot!(format!("why_one_{width}"), text);
    }
}

#[test]
fn a_bill_reads_well() {
    let table = scenario("vvt-cao-2018");
    let circumstances = base(&table);
    let dear = package(&table, &JOINT.replace("scholing=budget", "scholing=budget+"));
    for width in WIDTHS {
        insta::assert_snapshot!(
            format!("bill_{width}"),
            bill_text(&circumstances, &named(&table)[1].1, "historic", &english(), width)
        );
    }
    insta::assert_snapshot!("bill_broken", bill_text(&circumstances, &dear, "too dear", &english(), 80));
}

#[test]
fn a_table_and_its_parts_read_well() {
    let table = scenario("vvt-cao-2018");
    let (party, issue) = (table.party_named("FNV").unwrap(), table.issue_named("loon").unwrap());
    for width in WIDTHS {
        insta::assert_snapshot!(format!("table_{width}"), show_text(&table, Subject::Table, &english(), width));
    }
    for (name, subject) in [
        ("party", Subject::Party(party)),
        ("issue", Subject::Issue(issue)),
        ("option", Subject::Option(OptionId::new(issue, 2))),
        ("interest", Subject::Interest(InterestId::from(0))),
        ("attribute", Subject::Attribute(AttributeId::from(1))),
        ("rule", Subject::Rule(RuleId::from(0))),
        ("world", Subject::World(WorldId::from(1))),
        ("fact", Subject::Fact(4)),
        ("package", Subject::Package(1)),
    ] {
        insta::assert_snapshot!(format!("show_{name}"), show_text(&table, subject, &english(), 80));
    }
    insta::assert_snapshot!("table_dutch", show_text(&table, Subject::Table, &Wordbook::new(Language::Nl), 80));
}

#[test]
fn a_half_built_table_shows_what_it_lacks() {
    let table = half_built();
    assert!(table.ready().is_err());
    for width in WIDTHS {
        insta::assert_snapshot!(format!("half_built_{width}"), show_text(&table, Subject::Table, &english(), width));
    }
    let party = table.party_named("gemeente Breburg").unwrap();
    insta::assert_snapshot!("half_built_party", show_text(&table, Subject::Party(party), &english(), 80));
}

/// A table that uses every field of the format: readings, rankings, curves, conditions, divisions, worlds.
#[test]
fn everything_that_can_be_recorded_can_be_shown() {
    let table = read(include_str!("../support/whole.ron")).table.unwrap();
    let shown = |subject| show_text(&table, subject, &english(), 80);
    let all: Vec<String> = subjects(&table).into_iter().map(shown).collect();
    insta::assert_snapshot!("whole", all.join("\n----\n"));
}

/// The scores of practice.md for the two named packages, and what follows from them.
#[test]
fn both_better_packages_beat_the_naive_one_for_all() {
    let table = scenario("vvt-cao-2018");
    let json: Value = serde_json::from_str(&compare_json(&base(&table), &three(&table)).unwrap()).unwrap();
    let pairs: Vec<(&str, &str)> = json["better_for_all"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| (pair["better"].as_str().unwrap(), pair["worse"].as_str().unwrap()))
        .collect();
    assert_eq!(pairs, [("historic", "naive"), ("P1", "naive")]);
    assert_eq!(json["same"], serde_json::json!(["rooster"]));
    assert_eq!(json["people_choose"], true);
    assert_eq!(json["packages"][2]["parties"]["FNV"]["gain"], 31.0);
    assert_eq!(json["packages"][0]["ratified"]["FNV"][0]["status"], "failed");
}

/// Several random packages of a random table, small enough to compare by hand.
fn random_packages(seed: u64, table: &Table) -> Vec<Package> {
    let mut dice = Dice::new(seed);
    (0..5).filter_map(|_| random_package(&mut dice, table)).collect()
}

#[test]
fn a_package_is_called_better_for_all_exactly_if_nobody_loses_and_somebody_wins() {
    let (mut better, mut not) = (0, 0);
    for seed in 0..60 {
        let table = ready_table(seed);
        let circumstances = base(&table);
        let packages = random_packages(seed, &table);
        let found = side_by_side(&circumstances, &packages.iter().collect::<Vec<_>>());
        for (one, first) in packages.iter().enumerate() {
            for (other, second) in packages.iter().enumerate() {
                let rises = table.parties.keys().map(|party| {
                    let score = |package| circumstances.score(party, package).unwrap_or_default();
                    score(first) - score(second)
                });
                let rises: Vec<Rational> = rises.collect();
                let zero = Rational::default();
                let expected = rises.iter().all(|rise| *rise >= zero) && rises.iter().any(|rise| *rise > zero);
                assert_eq!(found.better_for_all.contains(&(one, other)), expected, "{seed} {one} {other}");
                *(if expected { &mut better } else { &mut not }) += 1;
            }
        }
        for issue in table.issues.keys() {
            let alike = packages.iter().all(|package| package.decisions[issue] == packages[0].decisions[issue]);
            assert_eq!(found.same.contains(&issue), alike && packages.len() > 1);
            assert_ne!(found.same.contains(&issue), found.differing.contains(&issue));
        }
    }
    assert!(better > 50 && not > 50, "{better} {not}");
}

#[test]
fn what_interests_and_issues_add_is_exactly_the_score() {
    let (mut counted, mut with_no_deal) = (0, 0);
    for seed in 0..60 {
        let table = ready_table(seed);
        let circumstances = base(&table);
        for package in random_packages(seed, &table) {
            for party in table.parties.keys() {
                let Some(account) = account(&circumstances, party, &package) else {
                    assert!(circumstances.yardsticks[party].is_indifferent());
                    continue;
                };
                let by_interest: Rational = table.interests.keys().map(|interest| account.on_interest(interest)).sum();
                let by_issue: Rational = table.issues.keys().map(|issue| account.by_issue(issue)).sum();
                let raw = circumstances.raw(party, &package) * circumstances.yardsticks[party].points_per_raw();
                assert_eq!((&by_interest, &by_issue), (&raw, &raw), "{seed}");
                assert_eq!(Some(&account.base + by_issue), circumstances.score(party, &package));
                if let (Some(parts), Some(no_deal)) = (&account.no_deal_parts, &account.no_deal) {
                    assert_eq!(&(&account.base + parts.values().sum::<Rational>()), no_deal, "{seed}");
                    with_no_deal += 1;
                }
                counted += 1;
            }
        }
    }
    assert!(counted > 100 && with_no_deal > 20, "{counted} {with_no_deal}");
}

#[test]
fn the_parts_of_a_bill_are_exactly_the_bill() {
    let (mut counted, mut broken) = (0, 0);
    for seed in 0..120 {
        let table = ready_table(seed);
        for world in table.worlds.keys() {
            let circumstances = Circumstances::new(table.ready().unwrap(), world);
            for package in random_packages(seed, &table) {
                let assessment = assess(&circumstances, &package);
                let found = bills(&circumstances, &package);
                assert_eq!(found.len(), assessment.rules.iter().filter(|rule| rule.bill.is_some()).count());
                for bill in found {
                    let used: Rational = bill.parts.iter().map(|part| &part.used).sum();
                    let room: Rational = bill.parts.iter().map(|part| &part.room).sum();
                    let expected = assessment.rules[bill.rule].bill.clone().unwrap();
                    assert_eq!(used + &bill.limit.used.constant, expected.used, "{seed}");
                    assert_eq!(room + &bill.limit.room.constant, expected.limit, "{seed}");
                    assert_eq!(bill.kept, assessment.rules[bill.rule].kept);
                    counted += 1;
                    broken += usize::from(!bill.kept);
                }
            }
        }
    }
    assert!(counted > 100 && broken > 10 && broken < counted, "{broken} of {counted}");
}

/// Names that people type: spaces, quotes, an apostrophe in front, emoji, words longer than a page.
const ODD: [&str; 6] = [
    "the big town",
    "the \"old\" town",
    "'s-Gravenhage",
    "👩‍⚕️👩‍⚕️",
    "#1",
    "Verantwoordelijkheidsbesefverbeteringsmaatregelencommissielid",
];

/// The bundled agreement with an odd name for everything.
fn odd() -> Table {
    let mut table = scenario("vvt-cao-2018");
    let name =
        |at: usize| format!("{}{}", ODD[at % ODD.len()], if at < ODD.len() { String::new() } else { at.to_string() });
    for (at, party) in table.parties.iter_mut().enumerate() {
        party.id = name(at);
        party.name = ODD[at % ODD.len()].into();
    }
    for (at, issue) in table.issues.iter_mut().enumerate() {
        issue.id = name(at);
        let IssueKind::Choice(options) = &mut issue.kind else { continue };
        for (at, option) in options.iter_mut().enumerate() {
            option.id = name(at + 2);
            option.text = ODD[5 - at].into();
        }
    }
    for (at, interest) in table.interests.iter_mut().enumerate() {
        interest.text = ODD[(at + 3) % ODD.len()].into();
    }
    table.rules[RuleId::from(0)].id = ODD[5].to_owned();
    table.worlds[WorldId::from(1)].id = ODD[0].to_owned();
    table
}

#[test]
fn nothing_is_wider_than_the_page() {
    let whole = read(include_str!("../support/whole.ron")).table.unwrap();
    for table in [scenario("vvt-cao-2018"), odd(), half_built(), whole] {
        for (width, language) in WIDTHS.into_iter().flat_map(|width| LANGUAGES.map(|language| (width, language))) {
            let words = Wordbook::new(language);
            for subject in subjects(&table) {
                fits(&show_text(&table, subject, &words, width), width);
            }
            if table.ready().is_err() {
                continue;
            }
            let circumstances = base(&table);
            let names = three_odd(&table);
            fits(&compare_text(&circumstances, &names, &words, width), width);
            for (name, package) in &names {
                fits(&bill_text(&circumstances, package, name, &words, width), width);
                for party in table.parties.keys().map(Some).chain([None]) {
                    fits(&why_text(&circumstances, package, name, party, &words, width), width);
                }
            }
        }
    }
}

/// Named packages under odd names, twice over, so that they need several blocks.
fn three_odd(table: &Table) -> Vec<(String, Package)> {
    let packages = named(table);
    ODD.iter().enumerate().map(|(at, name)| ((*name).to_owned(), packages[at % packages.len()].1.clone())).collect()
}

/// Splits a line into words as commands are read: only `"` quotes, and `""` inside stands for one.
fn tokens(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut letters = line.chars().peekable();
    while letters.peek().is_some() {
        let mut word = String::new();
        let mut quoted = false;
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => word.extend(letters.next()),
                '"' => quoted = !quoted,
                space if space.is_whitespace() && !quoted => break,
                other => word.push(other),
            }
        }
        words.push(word);
    }
    words
}

#[test]
fn every_name_can_be_typed_back() {
    for name in ODD.into_iter().chain(["a\"", "\"\"", "x y \"z\"", "€ 400"]) {
        assert_eq!(tokens(&format!("show {} end", typed(name))), ["show", name, "end"]);
    }
    let table = odd();
    let text = show_text(&table, Subject::Table, &english(), 2000);
    for (issue, content) in table.issues.iter_enumerated() {
        assert!(text.contains(&typed(&content.id)), "{}", content.id);
        for at in 0..content.options().len() {
            let option = OptionId::new(issue, at);
            let name = typed(&format!("{}={}", content.id, table.option(option).id));
            let shown = show_text(&table, Subject::Option(option), &english(), 2000);
            assert!(shown.contains(&name), "{name}\n{shown}");
            let back = parse_choice(&table, &tokens(&name)[0]).unwrap();
            assert_eq!(back, (issue, Decision::Option(option.index)));
        }
    }
    let shown = show_text(&table, Subject::Package(0), &english(), 2000);
    let line = shown.lines().find_map(|line| line.split_once("To type it: ")).unwrap().1;
    assert_eq!(parse_package(&table, &tokens(line)).unwrap(), named(&table)[0].1);
}

#[test]
fn every_answer_is_one_line_of_json() {
    #[track_caller]
    fn parsed(json: &str) -> Value {
        assert_eq!(json.matches('\n').count(), 1);
        serde_json::from_str(json).unwrap()
    }
    let whole = read(include_str!("../support/whole.ron")).table.unwrap();
    for table in [scenario("vvt-cao-2018"), odd(), half_built(), whole] {
        for subject in subjects(&table) {
            let json = parsed(&show_json(&table, subject).unwrap());
            assert!(json["kind"].is_string() && json["id"].is_string(), "{json}");
        }
    }
    let table = scenario("vvt-cao-2018");
    let (circumstances, historic) = (base(&table), &named(&table)[1].1);
    let why = parsed(&why_json(&circumstances, historic, "historic", None).unwrap());
    assert_eq!(why["parties"].as_object().unwrap().len(), 6);
    for (party, of) in why["parties"].as_object().unwrap() {
        let sum = |key: &str| of[key].as_object().unwrap().values().map(|points| points.as_f64().unwrap()).sum::<f64>();
        for key in ["by_interest", "by_issue"] {
            let added = of["score"].as_f64().unwrap() - of["base"].as_f64().unwrap();
            assert!((sum(key) - added).abs() < 1e-9, "{party} {key}");
        }
    }
    let one = parsed(&why_json(&circumstances, historic, "historic", table.party_named("FNV")).unwrap());
    assert_eq!(one["parties"].as_object().unwrap().keys().collect::<Vec<_>>(), ["FNV"]);
    assert_eq!(one["parties"]["FNV"]["gain"], 39.0);
    let bill = parsed(&bill_json(&circumstances, historic, "historic").unwrap());
    assert_eq!(bill["bills"][0]["used"], 4.5);
    assert_eq!(bill["bills"][0]["by_issue"]["financiers"]["limit"], 1.2);
}

#[test]
fn random_tables_can_be_shown_whatever_they_lack() {
    for seed in 0..12 {
        let table = random_table(seed, true);
        for subject in subjects(&table) {
            fits(&show_text(&table, subject, &english(), 60), 60);
            let json: Value = serde_json::from_str(&show_json(&table, subject).unwrap()).unwrap();
            assert!(json["kind"].is_string());
        }
    }
}
