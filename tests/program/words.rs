//! The sentences: the same ones in every language, all of them sound.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::program;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use tafel::domain::Language;
use tafel::report::Wordbook;

/// The languages, English first.
const LANGUAGES: [&str; 2] = ["en", "nl"];

/// The texts of the Fluent files of `language`.
fn texts(language: &str) -> Vec<String> {
    let folder = format!("{}/src/report/words/{language}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// What a sentence is called, `key` or `key.attribute`, and the variables in it.
type Sentences = BTreeMap<String, BTreeSet<String>>;

/// The sentences of one language.
fn sentences(texts: &[String]) -> Sentences {
    let mut sentences = Sentences::new();
    let mut add = |name: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        of_pattern(pattern, &mut variables);
        assert!(sentences.insert(name.clone(), variables).is_none(), "{name} is there twice");
    };
    for text in texts {
        for entry in parser::parse(text.as_str()).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            if let Some(pattern) = &message.value {
                add(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    sentences
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => of_inline(inline, variables),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                of_inline(selector, variables);
                variants.iter().for_each(|variant| of_pattern(&variant.value, variables));
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    if let InlineExpression::VariableReference { id } = inline {
        variables.insert(id.name.to_owned());
    }
}

#[test]
fn every_language_has_the_same_sentences_with_the_same_variables() {
    let [english, dutch] = LANGUAGES.map(|language| sentences(&texts(language)));
    assert!(english.len() > 300, "{}", english.len());
    let names = |sentences: &Sentences| sentences.keys().cloned().collect::<BTreeSet<String>>();
    let differing: Vec<String> = names(&english).symmetric_difference(&names(&dutch)).cloned().collect();
    assert_eq!(differing, [""; 0], "in one language only");
    for (name, variables) in &english {
        assert_eq!(variables, &dutch[name], "{name}");
    }
}

#[test]
fn every_sentence_can_be_said() {
    for language in LANGUAGES {
        let texts = texts(language);
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        for text in &texts {
            bundle.add_resource(FluentResource::try_new(text.clone()).unwrap()).unwrap();
        }
        for (name, variables) in sentences(&texts) {
            let (key, attribute) = name.split_once('.').map_or((name.as_str(), None), |(key, rest)| (key, Some(rest)));
            let message = bundle.get_message(key).unwrap();
            let pattern = attribute.map_or(message.value(), |name| Some(message.get_attribute(name)?.value())).unwrap();
            for number in [None, Some(1), Some(7)] {
                let mut values = FluentArgs::new();
                for variable in &variables {
                    match number {
                        Some(number) => values.set(variable.as_str(), number),
                        None => values.set(variable.as_str(), "something"),
                    }
                }
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&values), &mut errors);
                assert!(errors.is_empty() && !said.is_empty() && !said.contains("{$"), "{language} {name}: {said}");
            }
        }
    }
}

/// What stands between backticks is typed or stands in a file, so it is no text to translate.
#[test]
fn what_can_be_typed_is_the_same_in_every_language() {
    let quoted = |texts: &[String]| -> BTreeMap<String, BTreeSet<String>> {
        let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
        let mut all = BTreeMap::<String, BTreeSet<String>>::new();
        let mut key = String::new();
        for line in lines {
            if let Some((name, _)) = line.split_once(" =").filter(|(name, _)| !name.starts_with(' ')) {
                key = name.to_owned();
            }
            let typed = line.split('`').skip(1).step_by(2).map(|typed| typed.replace("PARTIJ", "PARTY"));
            all.entry(key.clone()).or_default().extend(typed);
        }
        all
    };
    let [english, dutch] = LANGUAGES.map(|language| quoted(&texts(language)));
    for (key, typed) in &english {
        assert_eq!(typed, &dutch[key], "{key}");
    }
}

/// A file that the program doesn't know of says nothing.
#[test]
fn every_sentence_is_in_the_wordbook() {
    for language in [Language::En, Language::Nl] {
        let words = Wordbook::new(language);
        for name in sentences(&texts(LANGUAGES[usize::from(language == Language::Nl)])).keys() {
            let key = name.split('.').next().unwrap();
            assert!(words.has(key), "{language:?} {key}");
        }
    }
}

/// What a sentence's name may begin with when the rest of it is looked up by what a problem or a change holds.
const LOOKED_UP: [&str; 14] = [
    "kind", "kinds", "expected", "way", "reason", "part", "note", "bank", "becomes", "datum", "sheet", "phase",
    "found", "screen",
];
/// The same, where the rest is the name of a command, an argument or a setting in the code.
const DECLARED: [&str; 7] = ["command", "option", "program", "setting", "task", "word", "finding"];

/// The code of the program, without what it says.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { sources(&path) } else { source(&path) }).collect()
}

fn source(path: &Path) -> String {
    if path.extension().is_some_and(|end| end == "rs") { fs::read_to_string(path).unwrap() } else { String::new() }
}

/// `keep-going` as a variant: `KeepGoing`.
fn variant(name: &str) -> String {
    name.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

#[test]
fn every_sentence_is_said_somewhere() {
    let code = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let quoted: BTreeSet<&str> = code.split('"').collect();
    let is_inside = |c: char| c.is_alphanumeric() || c == '_';
    let declared: BTreeSet<&str> = code.split(|c| !is_inside(c)).collect();
    let is_said = |key: &str| match key.split_once('-') {
        _ if quoted.contains(key) => true,
        // What is wrong with a journal is told by a word of its own.
        Some((start, rest)) if LOOKED_UP.contains(&start) => {
            quoted.contains(rest) || rest.strip_prefix("journal-").is_some_and(|trouble| quoted.contains(trouble))
        }
        Some((start, rest)) if DECLARED.contains(&start) => {
            quoted.contains(rest)
                || declared.contains(&*rest.replace('-', "_"))
                || declared.contains(variant(rest).as_str())
        }
        _ => false,
    };
    let all = sentences(&texts("en"));
    let unsaid: Vec<&str> =
        all.keys().map(|name| name.split('.').next().unwrap()).filter(|key| !is_said(key)).collect();
    assert_eq!(unsaid, [""; 0], "nothing says these");
    assert!(!is_said("place-command-line") && !is_said("option-unheard-of"), "what nothing says is found");
}

/// A number that is asked for has its article, and its holder isn't named twice.
#[test]
fn questions_about_numbers_are_whole_sentences() {
    for (table, language, told) in [
        ("ruil-bill-en-jack", "nl", "Aan iedereen aan tafel: het effect van `ball=give` op waarde voor Bill is nu -2"),
        ("ruil-bill-en-jack", "en", "To everybody at the table: the effect of `ball=give` on worth to Bill is -2 now"),
        ("revalidatie-msr-grz", "nl", "de grens van regel `investering` (punten) is nu 5"),
        ("salland-netwerk", "nl", "het getal voor geld voor ondersteuning van `bureau=pm` (programmamanagers) is nu 1"),
    ] {
        let said = program::told(&["what-matters", table, "--lang", language], "");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(told), "{table}: {said}");
    }
    for (language, weight, reading) in [
        (Language::En, "your weight of rest", "the effect of `a=b` on rest, as you read it,"),
        (Language::Nl, "uw gewicht van rest", "het effect van `a=b` op rest, zoals u het ziet,"),
    ] {
        let words = Wordbook::new(language);
        let arguments = [("of", "a=b"), ("interest", "rest"), ("party", "Ann")];
        let own = ["number-weight", "number-reading"].map(|key| words.attribute(key, "own", &arguments));
        assert_eq!(own.map(Option::unwrap), [weight, reading]);
    }
}
