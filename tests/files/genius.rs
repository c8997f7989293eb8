//! Importing files of GENIUS: what is refused and why, what is read with a warning, and what is written.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::program::{self, Ran};
use crate::support::random::Random;
use serde_json::Value;
use tafel::cli::Exit;
use tafel::diagnostic::{Code, Problem, Severity};
use tafel::domain::{Count, IssueKind, Language, Rational, Scale, integer, parse_exact};
use tafel::report::{Wordbook, clean, render_problem};
use tafel::table_file::{GeniusFile, GeniusOptions, Imported, import_genius, open_genius, read};

/// The sample: a domain and the profiles of Ann and Ben.
const GARDEN: [&str; 3] = [
    include_str!("../genius/garden.xml"),
    include_str!("../genius/garden-ann.xml"),
    include_str!("../genius/garden-ben.xml"),
];
const NAMES: [&str; 3] = ["garden.xml", "garden-ann.xml", "garden-ben.xml"];

/// Where in the sample something stands.
const DOMAIN: usize = 0;
const ANN: usize = 1;
const BEN: usize = 2;

fn import(files: &[Vec<u8>], options: GeniusOptions) -> Imported {
    let files = files.iter().zip(NAMES);
    let files: Vec<GeniusFile> =
        files.map(|(bytes, name)| GeniusFile { path: name.to_owned(), bytes: bytes.clone() }).collect();
    import_genius(&files[0], &files[1..], options)
}

fn sample() -> Vec<Vec<u8>> {
    GARDEN.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// The sample with `from` replaced in one file.
#[track_caller]
fn changed(which: usize, from: &str, to: &str) -> Vec<Vec<u8>> {
    assert!(GARDEN[which].contains(from), "{from}");
    let mut files = sample();
    files[which] = GARDEN[which].replacen(from, to, 1).into_bytes();
    files
}

/// Checks what can be checked of any import: every problem has its place and words, and something is always said.
#[track_caller]
fn assert_sound(imported: &Imported) -> Vec<(usize, Problem)> {
    let mut all = Vec::new();
    for (at, file) in imported.files.iter().enumerate() {
        for problem in &file.problems {
            if let Some(place) = &problem.place {
                assert!(file.source.get(place.clone()).is_some(), "{problem:?}");
            } else {
                let without = [Code::FileTooLarge, Code::WrongEncoding, Code::NotUtf8, Code::ZeroByte];
                assert!(without.contains(&problem.code) || problem.code == Code::FurtherProblems, "{problem:?}");
            }
            for language in [Language::En, Language::Nl] {
                let told = render_problem(&Wordbook::new(language), &file.path, &file.source, problem);
                assert!(!told.contains("{$") && !told.contains("reason-") && !told.contains("kind-"), "{told}");
                assert!(!told.contains("kinds-"), "{told}");
                assert!(told.chars().all(|c| c == '\n' || clean(&c.to_string()) == c.to_string()), "{told:?}");
            }
            all.push((at, problem.clone()));
        }
    }
    let has_error = all.iter().any(|(_, problem)| problem.severity() == Severity::Error);
    assert_eq!(imported.table.is_none(), has_error, "refused without a word, or taken in spite of one: {all:?}");
    assert_eq!(imported.origins.len(), imported.table.as_ref().map_or(0, |table| table.parties.len()));
    all
}

/// A change of the sample: the file, what is replaced by what, the problem that shows, and the text at its place.
type Change = (usize, &'static str, &'static str, Code, &'static str);

const REFUSED: &[Change] = &[
    (ANN, "<agent name=\"somebody\"/>", "<agent name=somebody/>", Code::XmlBroken, "s"),
    (ANN, "<agent name=\"somebody\"/>", "<agent name/>", Code::XmlBroken, "/"),
    (ANN, "<agent name=\"somebody\"/>", "</agent>", Code::XmlOtherEnd, "<"),
    (ANN, "</utility_space>", "", Code::XmlUnclosed, "utility_space"),
    (ANN, "</utility_space>", "</utility_space><more/>", Code::XmlBroken, "more"),
    (ANN, "</utility_space>", "</utility_space> Pareto", Code::XmlBroken, "P"),
    (ANN, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "0.1, 0.2, 0.3", Code::XmlBroken, "0"),
    (ANN, "<reservation value=\"0.35\"", "<reservation value=\"0.35", Code::XmlBroken, "<"),
    (ANN, "index=\"4\" value=\"0.2\"", "index=\"4\" value=\"0.2\" value=\"1\"", Code::XmlAttributeTwice, "v"),
    (DOMAIN, "<negotiation_template>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;", Code::XmlDoctype, "<"),
    (DOMAIN, "<negotiation_template>", "<html>", Code::XmlOtherEnd, "<"),
    (
        ANN,
        "<agent name=\"somebody\"/>",
        "<utility_function><ufun/></utility_function>",
        Code::GeniusNonlinear,
        "utility_function",
    ),
    (ANN, "number_of_issues=\"0\"", "type=\"nonlinear\"", Code::GeniusNonlinear, "nonlinear"),
    (ANN, "<agent name=\"somebody\"/>", "<rules><constraints/></rules>", Code::GeniusConstraints, "rules"),
    (DOMAIN, "number_of_issues=\"4\"", "type=\"constraint\"", Code::GeniusConstraints, "constraint"),
    (
        ANN,
        "<agent name=\"somebody\"/>",
        "<utility><rules><constraint/></rules></utility>",
        Code::GeniusConstraints,
        "rules",
    ),
    (ANN, "<agent name=\"somebody\"/>", "<utility><hyperRectangle/></utility>", Code::GeniusNonlinear, "utility"),
    (DOMAIN, "lowerbound=\"2\" ", "", Code::GeniusAttributeMissing, "issue"),
    (DOMAIN, " value=\"low hedge\"", "", Code::GeniusAttributeMissing, "item"),
    (DOMAIN, "index=\"1\" name=\"Fence\"", "index=\"one\" name=\"Fence\"", Code::GeniusIndex, "one"),
    (DOMAIN, "index=\"2\" name=\"Tree\"", "index=\"1\" name=\"Tree\"", Code::GeniusIndexTwice, "issue"),
    (ANN, "index=\"2\" name=\"Tree\"", "index=\"1\" name=\"Tree\"", Code::GeniusIndexTwice, "issue"),
    (ANN, "evaluation=\"20\"", "evaluation=\"NaN\"", Code::GeniusNumber, "NaN"),
    (ANN, "evaluation=\"20\"", "evaluation=\"-inf\"", Code::GeniusNumber, "-inf"),
    (ANN, "evaluation=\"20\"", "evaluation=\"2,5\"", Code::GeniusNumber, "2,5"),
    (ANN, "evaluation=\"20\"", "evaluation=\"1/3\"", Code::GeniusNumber, "1/3"),
    (ANN, "evaluation=\"20\"", "evaluation=\"\"", Code::GeniusNumber, ""),
    (ANN, "<discount_factor value=\"0.9\"", "<discount_factor value=\"1e99\"", Code::GeniusNumber, "1e99"),
    (ANN, "<reservation value=\"0.35\"", "<reservation value=\"much\"", Code::GeniusNumber, "much"),
    (DOMAIN, "upperbound=\"2.5\"", "upperbound=\"2.5.1\"", Code::GeniusNumber, "2.5.1"),
    (DOMAIN, "type=\"discrete\" etype", "type=\"price\" etype", Code::GeniusType, "price"),
    (ANN, "name=\"Tree\" type=\"discrete\"", "name=\"Tree\" type=\"integer\"", Code::GeniusTypeDiffers, "issue"),
    (DOMAIN, "name=\"Evenings of music\" etype=\"integer\"", "name=\"Evenings\"", Code::GeniusNoValues, "issue"),
    (DOMAIN, "lowerbound=\"2\"", "lowerbound=\"2.5\"", Code::GeniusBoundNotWhole, "2.5"),
    (DOMAIN, "lowerbound=\"2\"", "lowerbound=\"13\"", Code::BoundsReversed, "issue"),
    (DOMAIN, "upperbound=\"12\"", "upperbound=\"12000\"", Code::GeniusTooManyAmounts, "issue"),
    (ANN, "<issue index=\"3\"", "<issue index=\"7\"", Code::GeniusUnknownIssue, "issue"),
    (ANN, "<issue index=\"3\"", "<issue index=\"7\"", Code::GeniusIssueMissing, "utility_space"),
    (ANN, "value=\"high wall\"", "value=\"high Wall\"", Code::GeniusUnknownValue, "high Wall"),
    (ANN, "value=\"high wall\"", "value=\"high Wall\"", Code::GeniusValueMissing, "issue"),
    (ANN, " evaluation=\"20\"", "", Code::GeniusEvaluationMissing, "item"),
    (ANN, " evaluation=\"20\"", " evaluation=\"null\"", Code::GeniusEvaluationMissing, "item"),
    (ANN, "<weight index=\"3\" value=\"0.15\"/>", "", Code::GeniusWeightMissing, "issue"),
    (ANN, "value=\"0.15\"", "value=\"-0.15\"", Code::NegativeWeight, "weight"),
    (ANN, "<evaluator ftype=\"linear\" slope=\"-0.15\" offset=\"1.1\"/>", "", Code::GeniusEvaluatorMissing, "issue"),
    (ANN, "slope=\"-0.15\" ", "", Code::GeniusAttributeMissing, "evaluator"),
    (
        ANN,
        "slope=\"-0.15\" offset=\"1.1\"",
        "parameter0=\"0\" parameter1=\"1\"",
        Code::GeniusAttributeMissing,
        "evaluator",
    ),
    (BEN, "ftype=\"triangular\"", "ftype=\"faratin\"", Code::GeniusEvaluator, "evaluator"),
    (BEN, "parameter2=\"0.7\"", "parameter2=\"7\"", Code::GeniusTriangle, "evaluator"),
    (BEN, "parameter2=\"0.7\"", "parameter2=\"2\"", Code::GeniusJump, "evaluator"),
    (
        ANN,
        "parameter0=\"1.2\" parameter1=\"-0.6\"",
        "parameter0=\"1e16\" parameter1=\"-1e16\"",
        Code::GeniusTooExact,
        "issue",
    ),
    (ANN, "value=\"0.15\"", "value=\"1e20\"", Code::GeniusNumber, "1e20"),
    (ANN, "<reservation value=\"0.35\"", "<reservation value=\"1e14\"", Code::GeniusNumber, "1e14"),
    (DOMAIN, "upperbound=\"2.5\"", "upperbound=\"1e15\"", Code::GeniusNumber, "1e15"),
];

const DOUBTFUL: &[Change] = &[
    (ANN, "<?xml", "\n<!-- Ann's -->\n<?xml", Code::XmlBeforeDeclaration, "<"),
    (ANN, "name=\"somebody\"", "name=\"Ann & Ben & Co\"", Code::XmlBareAmpersand, "&"),
    (ANN, "index=\"4\" value=\"0.2\"", "index=\"4\"value=\"0.2\"", Code::XmlNoSpace, "v"),
    (ANN, "value=\"0.4\"", "value=\"0.40000000000000002\"", Code::GeniusRounded, "0.40000000000000002"),
    (
        ANN,
        "parameter0=\"1.2\" parameter1=\"-0.6\"",
        "parameter0=\"0.123456789012347\" parameter1=\"-0.0777777777777779\"",
        Code::GeniusNearly,
        "issue",
    ),
    (ANN, "evaluation=\"20\"", "evaluation=\"5.551115123125783E-17\"", Code::GeniusRounded, "5.551115123125783E-17"),
    (ANN, "evaluation=\"20\"", "evaluation=\"4.9E-324\"", Code::GeniusNearly, "issue"),
    (ANN, "value=\"0.15\"", "value=\"1.0E-18\"", Code::GeniusRounded, "1.0E-18"),
    (
        DOMAIN,
        "lowerbound=\"0\" upperbound=\"2.5\"",
        "lowerbound=\"-1.0E-17\" upperbound=\"2.5\"",
        Code::GeniusRounded,
        "-1.0E-17",
    ),
    (
        ANN,
        "<reservation value=\"0.35\"/>",
        "<reservation value=\"0.35\"/><reservation value=\"0.7\"/>",
        Code::GeniusStatedTwice,
        "reservation",
    ),
    (
        ANN,
        "index=\"4\" value=\"0.2\"/>",
        "index=\"4\" value=\"0.2\"/><weight index=\"4\" value=\"0.2\"/>",
        Code::GeniusTwice,
        "weight",
    ),
    (
        ANN,
        "<item index=\"3\" value=\"high wall\" evaluation=\"30\"/>",
        "<item value=\"high wall\" evaluation=\"7\"/><item value=\"high wall\" evaluation=\"30\"/>",
        Code::GeniusEvaluationTwice,
        "high wall",
    ),
    (ANN, "<weight index=\"0\"", "<weight index=\"9\"", Code::GeniusWeightUnused, "weight"),
    (ANN, "value=\"0.15\"", "value=\"0.05\"", Code::GeniusWeightSum, "utility_space"),
    (ANN, "value=\"0.15\"", "value=\"0.85\"", Code::GeniusAboveOne, "utility_space"),
    (ANN, "lowerbound=\"2\"", "lowerbound=\"0\"", Code::GeniusBoundsDiffer, "issue"),
    (ANN, "version", "version", Code::GeniusDiscount, "discount_factor"),
    (
        BEN,
        "parameter1=\"2\" parameter2=\"0.7\"",
        "parameter1=\"2.5\" parameter2=\"2.5\"",
        Code::GeniusTopAtEnd,
        "evaluator",
    ),
    (DOMAIN, "name=\"Tree\"", "name=\"Tree\"", Code::GeniusContinuous, "issue"),
    (
        DOMAIN,
        "<item index=\"3\" value=\"high wall\"/>",
        "<item index=\"3\" value=\"high wall\"/><item value=\"high wall\"/>",
        Code::GeniusValueTwice,
        "high wall",
    ),
];

fn shows(imported: &Imported, change: &Change) -> bool {
    let (which, _, _, code, at) = change;
    let problems = assert_sound(imported);
    let source = &imported.files[*which].source;
    let text = |problem: &Problem| problem.place.clone().map(|place| source[place].to_owned());
    problems.iter().any(|(file, found)| file == which && found.code == *code && text(found).as_deref() == Some(at))
}

#[test]
fn what_cant_be_imported_is_refused_by_name_at_its_place() {
    for change in REFUSED {
        let imported = import(&changed(change.0, change.1, change.2), GeniusOptions::default());
        let problems: Vec<&Vec<Problem>> = imported.files.iter().map(|file| &file.problems).collect();
        assert!(shows(&imported, change) && imported.table.is_none(), "{change:?}: {problems:?}");
    }
}

#[test]
fn what_is_doubtful_is_told_once_and_taken() {
    for change in DOUBTFUL {
        let imported = import(&changed(change.0, change.1, change.2), GeniusOptions::default());
        let problems: Vec<&Problem> = imported.files.iter().flat_map(|file| &file.problems).collect();
        assert!(shows(&imported, change) && imported.table.is_some(), "{change:?}: {problems:?}");
        assert_eq!(problems.iter().filter(|problem| problem.code == change.3).count(), 1, "{problems:?}");
    }
}

/// The codes of the problems of some files.
fn codes(files: &[Vec<u8>]) -> Vec<Code> {
    assert_sound(&import(files, GeniusOptions::default())).into_iter().map(|(_, problem)| problem.code).collect()
}

#[test]
fn files_in_the_wrong_place_or_of_another_kind_are_told_apart() {
    let [domain, ann, _] = GARDEN.map(|text| text.as_bytes().to_vec());
    assert_eq!(codes(&[ann.clone(), domain.clone()]), [Code::GeniusProfileFirst, Code::GeniusDomainTwice]);
    assert_eq!(codes(&[domain.clone(), b"<pareto/>".to_vec()]), [Code::GeniusContinuous, Code::GeniusRoot]);
    assert_eq!(codes(&[b"<negotiation_template/>".to_vec(), ann.clone()]), [Code::GeniusNoIssues]);
    assert_eq!(codes(&[domain.clone(), Vec::new()]), [Code::GeniusContinuous, Code::XmlBroken]);
    assert_eq!(codes(&[domain, b"<a>\0</a>".to_vec()]), [Code::GeniusContinuous, Code::ZeroByte]);
    let missing = open_genius("no-such-file.xml").unwrap_err();
    assert_eq!(missing.problem.code, Code::ImportMissing);
    let nobody = changed(ANN, "", "");
    let nobody = String::from_utf8(nobody[ANN].clone()).unwrap();
    let nobody = ["0.2", "0.4", "0.25", "0.15"]
        .iter()
        .fold(nobody, |text, weight| text.replace(&format!("value=\"{weight}\""), "value=\"0\""));
    assert!(codes(&[sample()[0].clone(), nobody.into_bytes()]).contains(&Code::AllWeightsZero));
}

#[test]
fn a_small_file_can_take_neither_memory_nor_the_stack() {
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>";
    assert_eq!(codes(&[laughs.into(), sample()[1].clone()]), [Code::XmlDoctype]);
    assert_eq!(codes(&["<a>".repeat(1_000_000).into_bytes()]), [Code::XmlTooDeep]);
    assert_eq!(codes(&[vec![b' '; 5_000_000]]), [Code::FileTooLarge]);
    assert_eq!(codes(&[format!("<a>{}", "<b/>".repeat(400_000)).into_bytes()]), [Code::TooMany]);
    let many = |count: usize| -> String { (0..count).map(|at| format!("<item value=\"{at}\"/>")).collect() };
    let issue =
        |index: usize, items: usize| format!("<issue index=\"{index}\" name=\"{index}\">{}</issue>", many(items));
    let domain = |issues: String| format!("<negotiation_template>{issues}</negotiation_template>").into_bytes();
    assert_eq!(codes(&[domain(issue(1, 2001))]), [Code::TooMany]);
    assert_eq!(codes(&[domain((0..1001).map(|index| issue(index, 1)).collect())]), [Code::TooMany]);
    let listed = codes(&[domain("<issue/>".repeat(5_000))]);
    assert_eq!((listed.len(), listed.last()), (101, Some(&Code::FurtherProblems)));
}

#[test]
fn every_kind_of_problem_of_an_import_is_shown_here() {
    let rows = REFUSED.iter().chain(DOUBTFUL).map(|change| change.3);
    let elsewhere = [
        Code::ImportMissing,
        Code::ImportTooLarge,
        Code::XmlWindows1252,
        Code::XmlTooDeep,
        Code::GeniusRoot,
        Code::GeniusProfileFirst,
        Code::GeniusDomainTwice,
        Code::GeniusNoIssues,
        Code::GeniusStepTooExact,
    ];
    let shown: BTreeSet<Code> = rows.chain(elsewhere).collect();
    let hidden: Vec<&Code> = Code::IMPORTED.iter().filter(|code| !shown.contains(code)).collect();
    assert_eq!(hidden, [&Code::ImportMissing; 0]);
}

#[test]
fn sloppy_and_foreign_ways_of_writing_change_nothing() {
    let plain = import(&sample(), GeniusOptions::default());
    let as_told = |files: &[Vec<u8>]| import(files, GeniusOptions::default()).table;
    let with_returns: Vec<Vec<u8>> =
        GARDEN.iter().map(|text| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()).collect();
    assert_eq!(as_told(&with_returns), plain.table);
    let quiet = |imported: &Imported| -> Vec<Code> {
        imported.files.iter().flat_map(|file| file.problems.iter().map(|problem| problem.code)).collect()
    };
    let marked = import(&with_returns, GeniusOptions::default());
    assert_eq!(quiet(&marked), quiet(&plain), "a mark and line ends of Windows are good XML");
    for change in [
        (ANN, "<?xml", "\n\n<!-- & -->\n<?xml"),
        (ANN, "index=\"4\" value=\"0.2\"", "index=\"4\"value='0.2'"),
        (
            DOMAIN,
            "<objective index=\"0\" name=\"Garden\" type=\"objective\" etype=\"objective\" description=\"\">",
            "<objective>",
        ),
        (DOMAIN, "number_of_issues=\"4\"", "number_of_issues=\"0\" cost='&amp;&lt;'"),
        (ANN, "<agent name=\"somebody\"/>", "<similarity_function><item value='x'/></similarity_function>text"),
    ] {
        assert_eq!(as_told(&changed(change.0, change.1, change.2)), plain.table, "{change:?}");
    }
}

#[test]
fn bytes_of_windows_are_read_as_such() {
    let euro = |text: &str| -> Vec<u8> {
        let bytes = text.replace("Share of the costs", "Share (€)").replace("low hedge", "haie é");
        let bytes = bytes.chars().map(|c| match c {
            '€' => 0x80,
            other => u8::try_from(u32::from(other)).unwrap(),
        });
        bytes.collect()
    };
    let imported = import(&GARDEN.map(euro), GeniusOptions::default());
    let warned = assert_sound(&imported).into_iter().filter(|(_, problem)| problem.code == Code::XmlWindows1252);
    assert_eq!(warned.map(|(file, _)| file).collect::<Vec<_>>(), [0, 1, 2]);
    let table = imported.table.unwrap();
    assert!(table.issue_named("Share (€)").is_some());
    assert_eq!(table.issues[table.issue_named("Fence").unwrap()].options()[1].id, "haie é");
}

#[test]
fn hard_names_become_legal_ones_and_stay_as_texts() {
    let mut files = sample();
    for file in &mut files {
        let text = String::from_utf8(file.clone()).unwrap();
        let text = text.replace("\"Fence\"", "\"a=b &amp; '' $4.37 + 10%\"").replace("\"stays\"", "\"\"");
        let text =
            text.replace("\"low hedge\"", "\"60 days, x=1\"").replace("\"Tree\"", "\"A=b &amp; '' $4.37 + 10%\"");
        *file = text.into_bytes();
    }
    let imported = import(&files, GeniusOptions::default());
    assert_sound(&imported);
    let table = imported.table.unwrap();
    let issues: Vec<&str> = table.issues.iter().map(|issue| issue.id.as_str()).collect();
    assert_eq!(issues[..2], ["a-b & '' $4.37 + 10%", "A-b & '' $4.37 + 10%-2"]);
    assert_eq!(table.issues.first().unwrap().text.get(Language::En), "a=b & '' $4.37 + 10%");
    let options = |at: usize| -> Vec<&str> {
        table.issues.iter().nth(at).unwrap().options().iter().map(|option| option.id.as_str()).collect()
    };
    assert_eq!(options(0), ["none", "60 days, x-1", "high wall"]);
    assert_eq!(options(1), ["option", "goes"]);
    assert_eq!(table.interests.first().unwrap().id, "ann.a-b-&-''-$4.37-10%");
    assert_eq!(read(&tafel::table_file::write(&table)).table, Some(table));
}

#[test]
fn values_that_are_there_twice_are_both_kept_as_genius_counts() {
    let twice =
        changed(DOMAIN, "<item index=\"1\" value=\"stays\"/>", "<item value=\"stays\"/><item value=\"stays\"/>");
    let table = import(&twice, GeniusOptions { steps: Some(2), ..GeniusOptions::default() }).table.unwrap();
    assert_eq!(table.count_packages(), Some(Count::from(3 * 3 * 11 * 2_u64)));
    let tree = &table.issues[table.issue_named("Tree").unwrap()];
    let options: Vec<&str> = tree.options().iter().map(|option| option.id.as_str()).collect();
    assert_eq!(options, ["stays", "stays-2", "goes"]);
    assert_eq!(tree.options()[0].does, tree.options()[1].does);
}

#[test]
fn one_amount_is_an_option_and_small_evaluations_are_nothing() {
    let mut files = changed(DOMAIN, "upperbound=\"2.5\"", "upperbound=\"0\"");
    files[ANN] = GARDEN[ANN]
        .replace("evaluation=\"4\"", "evaluation=\"0\"")
        .replace("evaluation=\"1\"", "evaluation=\"1e-6\"")
        .into();
    let imported = import(&files, GeniusOptions::default());
    assert_sound(&imported);
    let table = imported.table.unwrap();
    let costs = &table.issues[table.issue_named("Share of the costs").unwrap()];
    assert!(matches!(&costs.kind, IssueKind::Choice(options) if options.len() == 1 && options[0].id == "0"));
    // GENIUS takes evaluations for 0 where the largest is below 0.00001, so Tree serves Ben alone.
    let tree = &table.issues[table.issue_named("Tree").unwrap()];
    assert!(tree.options().iter().all(|option| option.does.effects.len() == 1));
}

/// A side that no curve can follow everywhere is followed from amount to amount, where these are counted.
#[test]
fn a_triangle_with_an_upright_side_is_exact_at_the_amounts_of_steps() {
    let upright = changed(BEN, "parameter2=\"0.7\"", "parameter2=\"2\"");
    let refused = assert_sound(&import(&upright, GeniusOptions::default()));
    assert!(refused.iter().any(|(file, problem)| (*file, problem.code) == (BEN, Code::GeniusJump)), "{refused:?}");
    let imported = import(&upright, GeniusOptions { steps: Some(21), ..GeniusOptions::default() });
    assert_sound(&imported);
    let table = imported.table.unwrap();
    assert_eq!(read(&tafel::table_file::write(&table)).table.as_ref(), Some(&table));
    let interest = table.interests.iter_enumerated().find(|(_, interest)| interest.id == "ben.Share-of-the-costs");
    let interest = interest.unwrap().0;
    let IssueKind::Quantity(costs) = &table.issues[table.issue_named("Share of the costs").unwrap()].kind else {
        panic!()
    };
    let curve = &costs.does.effects[&interest];
    let amounts: Vec<Rational> = costs.amounts().unwrap().collect();
    assert_eq!(amounts.len(), 21);
    let [low, top] = [parse_exact("-0.5").unwrap(), integer(2)];
    for amount in amounts {
        let expected = if amount <= top { (&amount - &low) / (&top - &low) } else { integer(0) };
        assert_eq!(curve.at(&amount), expected, "{amount}");
    }
}

/// Whole amounts are steps of 1 whatever is asked.
#[test]
fn a_triangle_of_whole_amounts_may_have_an_upright_side() {
    let upright = changed(
        BEN,
        "<evaluator slope=\"0.1\" offset=\"0\"/>",
        "<evaluator ftype=\"triangular\" parameter0=\"2\" parameter1=\"7\" parameter2=\"7\"/>",
    );
    let imported = import(&upright, GeniusOptions::default());
    assert_sound(&imported);
    let table = imported.table.unwrap();
    let IssueKind::Quantity(music) = &table.issues[table.issue_named("Evenings of music").unwrap()].kind else {
        panic!()
    };
    let curve = music.does.effects.values().last().unwrap();
    let values: Vec<Rational> = music.amounts().unwrap().map(|amount| curve.at(&amount) * integer(5)).collect();
    assert_eq!(values, [0, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0].map(integer));
}

#[test]
fn no_mutation_of_a_file_is_beyond_words() {
    let tokens: Vec<&str> = GARDEN.iter().flat_map(|text| text.split_inclusive([' ', '"', '<', '>', '='])).collect();
    let (mut taken, mut refused) = (0, 0);
    for seed in 0..2_000 {
        let mut dice = Random::new(seed);
        let mut files = sample();
        for _ in 0..1 + dice.below(3) {
            let which = dice.below(3);
            mutate(&mut files[which], &mut dice, &tokens);
        }
        let steps = dice.pick(&[None, Some(2), Some(21)]);
        let imported = import(&files, GeniusOptions { steps, ..GeniusOptions::default() });
        assert_sound(&imported);
        match imported.table {
            Some(table) => {
                taken += 1;
                assert_eq!(read(&tafel::table_file::write(&table)).table, Some(table), "seed {seed}");
            }
            None => refused += 1,
        }
    }
    assert!(taken > 100 && refused > 500, "{taken} taken, {refused} refused");
}

fn mutate(bytes: &mut Vec<u8>, dice: &mut Random, tokens: &[&str]) {
    if bytes.is_empty() {
        return;
    }
    let at = dice.below(bytes.len());
    let end = (at + 1 + dice.below(12)).min(bytes.len());
    match dice.below(6) {
        0 => bytes[at] = b" \"'<>&;/=!?-.019eE\r\n\t\x1b\x80\xe9\x00"[dice.below(25)],
        1 => drop(bytes.drain(at..end)),
        2 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
        3 => drop(bytes.splice(at..end, dice.pick(tokens).bytes())),
        4 => bytes.truncate(at),
        _ => {
            let hard =
                ["é", "NaN", "\u{202e}", "1e999", "&#0;", "&x;", "<![CDATA[", "<!--", "<?xml ", "]]>", "</issue>"];
            drop(bytes.splice(at..at, dice.pick(&hard).bytes()));
        }
    }
}

// The command.

fn ran(words: &[&str]) -> Ran {
    program::ran(words, "")
}

const FILES: [&str; 3] = ["tests/genius/garden.xml", "tests/genius/garden-ann.xml", "tests/genius/garden-ben.xml"];

fn command(options: &[&str]) -> Ran {
    ran(&[&["import", "genius"], &FILES[..], options].concat())
}

#[test]
fn the_table_goes_to_standard_output_and_warnings_beside_it() {
    let told = command(&[]);
    assert_eq!(told.exit, Exit::Answered);
    let reading = read(&told.stdout);
    assert_eq!(reading.findings(), []);
    let table = reading.table.unwrap();
    assert_eq!((table.id.as_str(), table.scale, table.frozen), ("garden", Scale::Points, true));
    let provenance = table.narrative.provenance.unwrap();
    assert!(provenance.get(Language::En).contains("ann 0.9."), "{provenance:?}");
    assert!(provenance.get(Language::Nl).contains("ann 0,9."), "{provenance:?}");
    assert!(!told.stdout.contains("tests/"), "the table names no folders");
    let reasons: Vec<&str> =
        table.parties.iter().map(|p| p.no_deal.as_ref().unwrap().reason.as_ref().unwrap().get(Language::En)).collect();
    assert_eq!(reasons[0], "the reservation value in the file");
    assert!(reasons[1].contains("a convention, not an estimate"));
    insta::assert_snapshot!(told.stderr, @r#"
    tests/genius/garden.xml:14:8: warning: any amount can be agreed on this issue
       |
    14 |       <issue index="4" name="Share of the costs" vtype="real">
       |        ^^^^^
    hint: GENIUS itself looks at 21 amounts of each; `--steps 21` does the same.
    tests/genius/garden-ann.xml:27:4: warning: the discount factor 0.9 is noted in the table; nothing is computed with it
       |
    27 |   <discount_factor value="0.9"/>
       |    ^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn a_table_is_written_to_a_new_file_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("garden.ron");
    let output = path.to_str().unwrap();
    let told = command(&["--steps", "21", "-o", output]);
    assert_eq!(told.exit, Exit::Answered, "{}", told.stderr);
    assert!(told.stdout.contains("2 parties, 4 issues, 1,386 packages"), "{}", told.stdout);
    let text = fs::read_to_string(&path).unwrap();
    let refused = command(&["--reading", "raw", "-o", output]);
    assert_eq!((refused.exit, refused.stdout.as_str()), (Exit::BadInput, ""));
    assert!(refused.stderr.contains("already"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    let nowhere = folder.path().join("no/such/folder.ron");
    assert_eq!(command(&["-o", nowhere.to_str().unwrap()]).exit, Exit::BadInput);
}

#[test]
fn a_script_gets_problems_as_check_tells_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("garden.ron");
    let told: Value = serde_json::from_str(&command(&["--format", "json"]).stdout).unwrap();
    assert_eq!((&told["ok"], &told["table"], &told["written"]), (&true.into(), &"garden".into(), &Value::Null));
    assert!(read(told["text"].as_str().unwrap()).table.is_some());
    assert_eq!(told["files"][1]["problems"][0]["kind"], "genius-discount");
    assert_eq!(told["files"][1]["problems"][0]["line"], 27);
    let output = path.to_str().unwrap();
    let told: Value = serde_json::from_str(&command(&["--format", "json", "-o", output]).stdout).unwrap();
    assert_eq!((&told["written"], &told["text"]), (&output.into(), &Value::Null));
    let swapped = ran(&["import", "genius", FILES[1], FILES[0], "--format", "json"]);
    let told: Value = serde_json::from_str(&swapped.stdout).unwrap();
    assert_eq!((swapped.exit, &told["ok"], &told["table"]), (Exit::BadInput, &false.into(), &Value::Null));
    assert_eq!(told["files"][0]["ok"], false);
}

/// Writes files into a folder; returns where they are.
fn laid(folder: &Path, files: &[(String, String)]) -> Vec<String> {
    let write = |(name, text): &(String, String)| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    files.iter().map(write).collect()
}

#[test]
fn a_table_that_no_file_could_hold_is_not_blamed_on_the_domain() {
    let folder = tempfile::tempdir().unwrap();
    let issues = |of: &dyn Fn(usize) -> String| -> String {
        let issue = |at: usize| {
            let items: String = (0..1000).map(|value| format!("<item value=\"v{value}\"{}/>", of(value))).collect();
            format!("<issue index=\"{at}\" name=\"{at}{}\">{items}</issue>", "n".repeat(80))
        };
        (1..=3).map(issue).collect()
    };
    let weights: String = (1..=3).map(|at| format!("<weight index=\"{at}\" value=\"0.25\"/>")).collect();
    let domain = issues(&|_| String::new());
    let profile = issues(&|value| format!(" evaluation=\"{}\"", 1 + value % 7));
    let mut files = vec![("bd.xml".to_owned(), format!("<negotiation_template>{domain}</negotiation_template>"))];
    let one = |at: usize| (format!("p{at}.xml"), format!("<utility_space>{profile}{weights}</utility_space>"));
    files.extend((0..16).map(one));
    let paths = laid(folder.path(), &files);
    let words: Vec<&str> = ["import", "genius"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let told = ran(&words);
    assert_eq!((told.exit, told.stdout.as_str()), (Exit::BadInput, ""));
    assert!(told.stderr.contains("the table that comes of this would be larger than 4 MiB"), "{}", told.stderr);
    assert!(told.stderr.contains("hint: Import fewer profiles"), "{}", told.stderr);
    let dutch = ran(&[&words[..], &["--lang", "nl"]].concat());
    assert!(dutch.stderr.contains("de tafel die hieruit komt zou groter zijn dan 4 MiB"), "{}", dutch.stderr);
    assert!(!dutch.stderr.contains("het bestand"), "{}", dutch.stderr);
}

/// A count that no machine number holds is still the right one, everywhere that it is told.
#[test]
fn ten_to_the_fifty_packages_are_told_as_that_many() {
    let folder = tempfile::tempdir().unwrap();
    let issues = |of: &dyn Fn(usize) -> String| -> String {
        let items = |_| (0..10).map(|value| format!("<item value=\"v{value}\"{}/>", of(value))).collect::<String>();
        (1..=50).map(|at| format!("<issue index=\"{at}\" name=\"i{at}\">{}</issue>", items(at))).collect()
    };
    let weights: String = (1..=50).map(|at| format!("<weight index=\"{at}\" value=\"0.02\"/>")).collect();
    let domain = format!("<negotiation_template>{}</negotiation_template>", issues(&|_| String::new()));
    let profile = |evaluation: &dyn Fn(usize) -> usize| {
        let issues = issues(&|value| format!(" evaluation=\"{}\"", evaluation(value)));
        format!("<utility_space>{issues}{weights}</utility_space>")
    };
    let files = [("d.xml", domain), ("a.xml", profile(&|value| value)), ("b.xml", profile(&|value| 9 - value))];
    let paths = laid(folder.path(), &files.map(|(name, text)| (name.to_owned(), text)));
    let table = folder.path().join("wide.ron");
    let table = table.to_str().unwrap();
    let words: Vec<&str> = ["import", "genius"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let imported = ran(&[&words[..], &["-o", table]].concat());
    assert!(imported.stdout.contains("50 issues, about 10^50 packages"), "{}{}", imported.stdout, imported.stderr);
    let flat = |words: &[&str]| ran(words).stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for (words, told) in [
        (&["check", table][..], "about 10^50 packages"),
        (&["check", table, "--lang", "nl"], "ongeveer 10^50 pakketten"),
        (&["check", table, "--format", "json"], "\"packages\":1e+50,"),
        (&["zopa", table], "There are about 10^50 packages: too many to count"),
        (&["solve", table], "of about 10^50 packages"),
    ] {
        let said = flat(words);
        assert!(said.contains(told) && !said.contains("340,282"), "{words:?}: {said}");
    }
}

/// Issues may be called what options, stand-ins and objectives are: what is printed can be typed back.
#[test]
fn a_printed_command_works_whatever_the_names() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<(String, String)> = FILES
        .iter()
        .zip(GARDEN)
        .map(|(path, text)| {
            let text = text.replace("\"Fence\"", "\"-3\"").replace("\"Tree\"", "\"best:A\"");
            let text = text.replace("\"Evenings of music\"", "\"--all\"").replace("\"low hedge\"", "\"-\"");
            (path.rsplit_once('/').unwrap().1.to_owned(), text)
        })
        .collect();
    let paths = laid(folder.path(), &files);
    let table = folder.path().join("hard.ron");
    let table = table.to_str().unwrap();
    let words: Vec<&str> = ["import", "genius"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let told = ran(&[&words[..], &["--steps", "21", "-o", table]].concat());
    assert_eq!(told.exit, Exit::Answered, "{}", told.stderr);

    let package = ["-3=none", "best:A=goes", "--all=5", "Share of the costs=0.5"];
    let told = ran(&[&["score", table, "--"][..], &package].concat());
    assert_eq!((told.exit, told.stderr.as_str()), (Exit::Answered, ""));
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = " -- -3=none best:A=goes --all=5 'Share of the costs=0.5'";
    assert!(flat(&told.stdout).contains(shown), "{}", told.stdout);

    let first = ran(&["score", table, "best:A=goes", "--", "-3=none", "--all=5", "Share of the costs=0.5"]);
    assert_eq!((first.exit, &first.stdout), (told.exit, &told.stdout), "{}", first.stderr);

    let script = "score -- -3=none best:A=goes --all=5 \"Share of the costs=0.5\"\nscore best:A=goes -- -3=none --all=5 \"Share of the costs=0.5\"\nscore best:ann\n";
    let prompt = program::ran(&["run", table, "-"], script);
    assert_eq!((prompt.exit, prompt.stderr.as_str()), (Exit::Answered, ""), "{}", prompt.stdout);
    let shown = "score -- -3=none best:A=goes --all=5 \"Share of the costs=0.5\"";
    assert!(flat(&prompt.stdout).contains(shown), "{}", prompt.stdout);
}

#[test]
fn slips_on_the_command_line_are_told() {
    for (words, said) in [
        (&["import", "genius", FILES[0]][..], "PROFILE"),
        (&["import", "geniuz", FILES[0], FILES[1]], "did you mean `genius`?"),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "1"], "`1` can't be the value of `--steps`"),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "0"], "hint: It can be a whole number from 2 to 10000."),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "10001"], "a whole number from 2 to 10000."),
        (&["import", "genius", FILES[0], FILES[1], "--steps=-1"], "a whole number from 2 to 10000."),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "-1"], "a whole number from 2 to 10000."),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "abc"], "a whole number from 2 to 10000."),
        (&["import", "genius", FILES[0], FILES[1], "--steps", "abc", "--lang", "nl"], "van 2 tot en met 10000"),
        (&["import", "genius", FILES[0], "no-such.xml"], "no-such.xml: there is no file `no-such.xml`"),
        (&["import", "genius", FILES[0], "tests"], "tests: `tests` is a folder"),
    ] {
        let told = ran(words);
        assert_eq!((told.exit, told.stdout.as_str()), (Exit::BadInput, ""), "{words:?}");
        assert!(told.stderr.contains(said), "{words:?}: {}", told.stderr);
    }
}

/// A domain with these issues, and a profile of its only party.
fn case(issues: &str, profile: &str) -> Vec<Vec<u8>> {
    let objective = format!("<objective index=\"0\" name=\"o\">{issues}</objective>");
    let domain = format!("<negotiation_template><utility_space>{objective}</utility_space></negotiation_template>");
    let profile = format!("<utility_space><objective index=\"0\" name=\"o\">{profile}</objective></utility_space>");
    vec![domain.into_bytes(), profile.into_bytes()]
}

/// Two issues with two values each, and a profile that weighs them like this.
fn weighed(weights: &str) -> Vec<Vec<u8>> {
    let issue = |index: usize, name: &str, evaluations: [&str; 2]| {
        let [x, y] = evaluations;
        format!("<issue index=\"{index}\" name=\"{name}\"><item value=\"x\"{x}/><item value=\"y\"{y}/></issue>")
    };
    let both = |evaluations| issue(1, "A", evaluations) + &issue(2, "B", evaluations);
    case(&both(["", ""]), &(weights.to_owned() + &both([" evaluation=\"1\"", " evaluation=\"2\""])))
}

/// What is told of an import, in a language.
fn told(imported: &Imported, language: Language) -> String {
    let words = Wordbook::new(language);
    let told = imported.files.iter().flat_map(|file| file.problems.iter().map(move |problem| (file, problem)));
    told.map(|(file, problem)| render_problem(&words, &file.path, &file.source, problem)).collect()
}

/// One bad number says nothing about the others: what they add up to isn't known, and the weight is there.
#[test]
fn a_weight_that_cant_be_read_is_told_once() {
    for weights in [
        "<weight index=\"1\" value=\"0,4\"/><weight index=\"2\" value=\"0.6\"/>",
        "<weight index=\"1\" value=\"1e999\"/><weight index=\"2\" value=\"0.6\"/>",
        "<weight index=\"1\" value=\"0.4\"/><weight index=\"2\" value=\"NaN\"/>",
    ] {
        assert_eq!(codes(&weighed(weights)), [Code::GeniusNumber], "{weights}");
    }
    let without = "<weight index=\"1\"/><weight index=\"2\" value=\"0.6\"/>";
    assert_eq!(codes(&weighed(without)), [Code::GeniusAttributeMissing]);
    let nowhere = "<weight index=\"one\" value=\"0.4\"/><weight index=\"2\" value=\"0.6\"/>";
    assert_eq!(codes(&weighed(nowhere)), [Code::GeniusIndex]);
    let negative = "<weight index=\"1\" value=\"-0.4\"/><weight index=\"2\" value=\"0\"/>";
    assert_eq!(codes(&weighed(negative)), [Code::NegativeWeight]);
    assert_eq!(codes(&weighed("<weight index=\"2\" value=\"1\"/>")), [Code::GeniusWeightMissing]);
    let index = String::from_utf8(weighed(without)[1].clone()).unwrap().replace("<weight index=\"1\"/>", "");
    let index = index.replace("<issue index=\"1\"", "<issue index=\"one\"").into_bytes();
    assert_eq!(codes(&[weighed("")[0].clone(), index]), [Code::GeniusWeightSum, Code::GeniusIndex]);
}

/// Weights may be about objectives, which the domain or the profile itself declares.
#[test]
fn a_weight_of_an_objective_is_no_weight_too_many() {
    let weights =
        "<weight index=\"7\" value=\"1\"/><weight index=\"1\" value=\"0.5\"/><weight index=\"2\" value=\"0.5\"/>";
    let mut files = weighed(weights);
    assert_eq!(codes(&files), [Code::GeniusWeightUnused]);
    let profile = String::from_utf8(files[1].clone()).unwrap();
    files[1] = profile.replace("<objective index=\"0\"", "<objective index=\"7\"").into_bytes();
    assert_eq!(codes(&files), []);
}

/// With steps nothing is worth more than what is worth most of the amounts that are counted.
#[test]
fn the_most_that_a_package_is_worth_is_that_of_an_amount_that_can_be_agreed() {
    let files = case(
        "<issue index=\"1\" name=\"A\" type=\"real\"><range lowerbound=\"0\" upperbound=\"10\"/></issue>",
        "<weight index=\"1\" value=\"1.05\"/><issue index=\"1\" name=\"A\" type=\"real\">\
         <evaluator ftype=\"triangular\" parameter0=\"0\" parameter1=\"10\" parameter2=\"5\"/></issue>",
    );
    for (steps, is_above) in [(Some(2), false), (Some(3), true), (Some(4), false), (Some(21), true), (None, true)] {
        let imported = import(&files, GeniusOptions { steps, ..GeniusOptions::default() });
        let problems = assert_sound(&imported);
        let found = problems.iter().any(|(_, problem)| problem.code == Code::GeniusAboveOne);
        assert_eq!(found, is_above, "{steps:?}");
    }
}

#[test]
fn numbers_that_are_read_have_a_comma_in_dutch() {
    let weights =
        "<weight index=\"1\" value=\"0.65\"/><weight index=\"2\" value=\"0.6\"/><discount_factor value=\"0.9\"/>";
    let imported = import(&weighed(weights), GeniusOptions::default());
    assert_sound(&imported);
    let dutch = told(&imported, Language::Nl);
    for said in ["de gewichten zijn samen 1,25, en", "een pakket kan hier 1,25 waard", "de discontofactor 0,9 is"] {
        assert!(dutch.contains(said), "{dutch}");
    }
    let english = told(&imported, Language::En);
    for said in ["the weights add up to 1.25, not", "a package can be worth 1.25 here", "the discount factor 0.9 is"] {
        assert!(english.contains(said), "{english}");
    }
}

#[test]
fn hints_of_an_import_are_about_its_files() {
    let [domain, _, _] = GARDEN.map(|text| text.as_bytes().to_vec());
    let negative = weighed("<weight index=\"1\" value=\"-0.4\"/><weight index=\"2\" value=\"0.6\"/>");
    let zero = weighed("<weight index=\"1\" value=\"0\"/><weight index=\"2\" value=\"0\"/>");
    for (files, english, dutch) in [
        (vec![vec![b' '; 10_000_000]], "Files of GENIUS are small", "Bestanden van GENIUS zijn klein"),
        (vec![domain, b"<a>\0</a>".to_vec()], "Those of GENIUS are XML", "Die van GENIUS zijn XML"),
        (negative, "gets a lower evaluation", "krijgt een lagere waardering"),
        (zero, "at least one issue needs a weight", "minstens één onderwerp een gewicht"),
    ] {
        let imported = import(&files, GeniusOptions::default());
        assert_sound(&imported);
        for (language, hint) in [(Language::En, english), (Language::Nl, dutch)] {
            let told = told(&imported, language);
            assert!(told.contains(hint), "{told}");
            for word in ["able", "afel", "effect", "interest", "belang"] {
                assert!(!told.contains(word), "{told}");
            }
        }
    }
}

/// The domain Pie of GENIUS has one issue with 1001 values.
#[test]
fn an_issue_may_have_a_thousand_values_and_more() {
    let items = |of: &dyn Fn(usize) -> String| -> String {
        let items = (0..=1000).map(|at| format!("<item index=\"{at}\" value=\"{at}\"{}/>", of(at)));
        format!("<issue index=\"1\" name=\"Pie\">{}</issue>", items.collect::<String>())
    };
    let profile = items(&|at| format!(" evaluation=\"{at}\"")) + "<weight index=\"1\" value=\"1\"/>";
    let imported = import(&case(&items(&|_| String::new()), &profile), GeniusOptions::default());
    assert_eq!(assert_sound(&imported), []);
    let table = imported.table.unwrap();
    assert_eq!(table.count_packages(), Some(Count::from(1001_u64)));
    assert_eq!(read(&tafel::table_file::write(&table)).table, Some(table));
    let many = |count: usize| (0..count).map(|at| format!("<item value=\"{at}\"/>")).collect::<String>();
    let issue = format!("<issue index=\"1\" name=\"Pie\">{}</issue>", many(2001));
    let refused = import(&case(&issue, ""), GeniusOptions::default());
    let (english, dutch) = (told(&refused, Language::En), told(&refused, Language::Nl));
    assert!(english.contains(": 2001 options, where a table holds 2000 at most\n"), "{english}");
    assert!(dutch.contains(": 2001 opties, en op een tafel passen er hoogstens 2000\n"), "{dutch}");
}

/// The weights of a party are one text, and what a value does is one: both grow with the table.
#[test]
fn as_many_issues_and_parties_as_a_table_holds_are_written_so_that_they_are_read() {
    for (issues, parties, length) in [(600, 1, 1), (120, 1, 85), (1000, 1, 90), (10, 100, 90)] {
        let letters = "n".repeat(length);
        let issue = |of: [&str; 2]| -> String {
            let items = format!("<item value=\"x\"{}/><item value=\"y\"{}/>", of[0], of[1]);
            let issues = (1..=issues).map(|at| format!("<issue index=\"{at}\" name=\"{letters}{at}\">{items}</issue>"));
            issues.collect()
        };
        let weights = (1..=issues).map(|at| format!("<weight index=\"{at}\" value=\"0.00123456789012\"/>"));
        let profile = weights.collect::<String>() + &issue([" evaluation=\"0.123456789012345\"", " evaluation=\"1\""]);
        let [domain, profile] = case(&issue(["", ""]), &profile).try_into().unwrap();
        let one = |at: usize| GeniusFile { path: format!("{letters}{at}.xml"), bytes: profile.clone() };
        let profiles: Vec<GeniusFile> = (0..parties).map(one).collect();
        let domain = GeniusFile { path: "domain.xml".to_owned(), bytes: domain };
        let table = import_genius(&domain, &profiles, GeniusOptions::default()).table.unwrap();
        let reading = read(&tafel::table_file::write(&table));
        assert!(reading.table.as_ref() == Some(&table), "{issues} {parties}: {:?}", reading.problems.first());
    }
}

#[test]
fn steps_that_no_table_can_hold_are_told_apart_from_what_they_are_worth() {
    let files = changed(DOMAIN, "upperbound=\"2.5\"", "upperbound=\"2.12345678901234\"");
    let imported = import(&files, GeniusOptions { steps: Some(10_000), ..GeniusOptions::default() });
    let problems = assert_sound(&imported);
    assert_eq!(problems[0].1.code, Code::GeniusStepTooExact, "{problems:?}");
    let imported = import(&files, GeniusOptions { steps: Some(21), ..GeniusOptions::default() });
    assert!(imported.table.is_some(), "{:?}", imported.files);
}

/// What scores are is told by each reading in its own way.
#[test]
fn the_provenance_of_raw_evaluations_says_what_scores_are() {
    let provenance = |options: &[&str]| {
        let narrative = read(&command(options).stdout).table.unwrap().narrative.provenance.unwrap();
        [Language::En, Language::Nl].map(|language| narrative.get(language).to_owned())
    };
    let [english, dutch] = provenance(&["--reading", "raw"]);
    assert!(english.contains("as the evaluations stand. That isn't GENIUS' utility"), "{english}");
    assert!(!english.contains("100 times GENIUS"), "{english}");
    assert!(dutch.contains("Dat is niet het nut in GENIUS"), "{dutch}");
    assert!(!dutch.contains("100 keer het nut"), "{dutch}");
    let [english, dutch] = provenance(&[]);
    assert!(english.contains("Scores are 100 times GENIUS' utility: evaluations were divided"), "{english}");
    assert!(dutch.contains("Scores zijn 100 keer het nut in GENIUS: waarderingen zijn gedeeld"), "{dutch}");
}

#[test]
fn help_tells_how_an_import_is_typed() {
    for (words, told) in [
        (&["help", "import"][..], "Usage: tafel import [OPTIONS] <PROGRAM> <DOMAIN> <PROFILE>..."),
        (&["help", "import", "--lang", "nl"], "het domein: waarover besloten wordt"),
        (&["import", "--help"], "how many amounts of a real issue can be agreed, from 2 to"),
    ] {
        let help = ran(words);
        assert!(help.exit == Exit::Answered && help.stdout.contains(told), "{words:?}: {}{}", help.stdout, help.stderr);
    }
    assert!(ran(&["import", "genius", FILES[0]]).stderr.contains("`help import` shows how it is typed"));
}

/// The example of the README is typed as it stands there.
#[test]
fn the_readme_shows_an_import_that_works() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let line = readme.lines().find(|line| line.starts_with("tafel import genius tests/genius/")).unwrap();
    let words: Vec<&str> = line.split_whitespace().skip(1).take_while(|word| *word != ">").collect();
    let told = ran(&words);
    assert_eq!(told.exit, Exit::Answered, "{}", told.stderr);
    let table = read(&told.stdout).table.unwrap();
    assert!(readme.contains("1,386 packages") && table.count_packages().unwrap() == 1386_u128);
}
