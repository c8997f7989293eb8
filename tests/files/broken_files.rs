//! Every kind of problem, shown by a small broken file and the words that a person gets for it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::random_table::Dice;
use tafel::diagnostic::{Code, Problem};
use tafel::domain::Language;
use tafel::report::{Wordbook, render_problem};
use tafel::table_file::{decode, open, parse_choice, parse_package, read};

const WHOLE: &str = include_str!("../support/whole.ron");
const MUTATIONS: u64 = 20_000;

/// What a file says about itself: its text as far as it has one, and its problems.
fn check(bytes: &[u8]) -> (String, Vec<Problem>) {
    let source = match decode(bytes) {
        Ok(source) => source,
        Err(problem) => return (String::new(), vec![problem]),
    };
    let reading = read(&source);
    let missing = reading.table.as_ref().and_then(|table| table.ready().err()).unwrap_or_default();
    let unready: Vec<Problem> = missing.iter().map(|missing| reading.unready(missing)).collect();
    let problems = reading.problems.into_iter().chain(unready).collect();
    (source, problems)
}

fn broken_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/broken");
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|e| e == "ron")).collect();
    files.sort();
    files
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).expect("broken files have plain names")
}

#[test]
fn every_broken_file_says_what_is_wrong_and_what_to_do() {
    let wordbook = Wordbook::new(Language::En);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/broken");
    for path in broken_files() {
        let (source, problems) = check(&fs::read(&path).unwrap());
        let name = stem(&path);
        let shown = format!("{name}.ron");
        let text: Vec<String> =
            problems.iter().map(|problem| render_problem(&wordbook, &shown, &source, problem)).collect();
        settings.bind(|| insta::assert_snapshot!(name, text.join("\n")));
    }
}

#[test]
fn every_kind_of_problem_has_a_broken_file_that_shows_it() {
    // These are about opening a file at all; the tests below show them.
    let opening = [
        Code::FileMissing,
        Code::FileIsFolder,
        Code::FileUnreadable,
        Code::FileTooLarge,
        Code::StarterName,
        Code::FileExists,
        Code::FileNotWritten,
    ];
    let mut shown: BTreeSet<Code> = opening.into();
    // What only a typed line can have, tests/typed_lines.rs shows.
    shown.extend(Code::TYPED);
    shown.extend(Code::KEPT);
    // What only files of other programs can have, tests/genius.rs.
    shown.extend(Code::IMPORTED);
    for path in broken_files() {
        let (_, problems) = check(&fs::read(&path).unwrap());
        let name = stem(&path);
        let own = problems.iter().map(|problem| problem.code).filter(|code| name.starts_with(code.key()));
        let own: Vec<Code> = own.collect();
        assert!(!own.is_empty(), "{name} doesn't show what it is named for: {problems:?}");
        shown.extend(own);
    }
    let hidden: Vec<Code> = Code::ALL.iter().copied().filter(|code| !shown.contains(code)).collect();
    assert_eq!(hidden, []);
}

#[test]
fn every_message_has_all_that_it_mentions() {
    let wordbook = Wordbook::new(Language::En);
    for path in broken_files() {
        let (source, problems) = check(&fs::read(&path).unwrap());
        for problem in problems {
            let text = render_problem(&wordbook, "x", &source, &problem);
            assert!(!text.contains("{$"), "{text}");
            let arguments: Vec<_> = problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for hint in ["hint", "otherwise", "also"] {
                // What may have been meant isn't always known, nor are there always names that it could be, and not
                // every amount has steps. Of another program only what is imported comes.
                let hint = wordbook.attribute(problem.code.key(), hint, &arguments).unwrap_or_default();
                let known = ["{$near}", "{$known}", "{$step}", "{$program}"];
                let known = known.iter().fold(hint.clone(), |hint, name| hint.replace(name, ""));
                assert!(!known.contains("{$"), "{hint}");
            }
            for prefix in ["kind-", "kinds-", "expected-", "way-", "reason-"] {
                assert!(!text.lines().next().unwrap().contains(prefix), "{text}");
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_opened_says_why() {
    let wordbook = Wordbook::new(Language::En);
    let say = |name: &str| {
        let error = open(name).unwrap_err();
        render_problem(&wordbook, &error.path, "", &error.problem)
    };
    insta::assert_snapshot!(say("no-such-scenario"), @r"
    no-such-scenario: there is no file or bundled scenario `no-such-scenario`
    hint: `tafel scenarios` lists the bundled ones.
    ");
    insta::assert_snapshot!(say("tests"), @r"
    tests: `tests` is a folder
    hint: Name a file in it, such as `tests/table.ron`.
    ");
    let problem = decode(&vec![b' '; 5_000_000]).unwrap_err();
    insta::assert_snapshot!(render_problem(&wordbook, "large.ron", "", &problem), @r"
    large.ron: the file is larger than 4 MiB
    hint: Tables are small; is this the right file?
    ");
}

#[test]
fn a_byte_order_mark_is_harmless() {
    let with_mark = format!("\u{feff}{WHOLE}");
    assert_eq!(decode(with_mark.as_bytes()).as_deref(), Ok(WHOLE));
}

#[test]
fn windows_line_ends_change_nothing() {
    let with_returns = WHOLE.replace('\n', "\r\n");
    assert_eq!(read(&with_returns).problems, []);
    assert_eq!(read(&with_returns).table, read(WHOLE).table);
}

/// Reads a text and checks that every problem can be pointed at and told.
fn assert_sound(source: &str, wordbook: &Wordbook) {
    let reading = read(source);
    for problem in &reading.problems {
        if let Some(place) = &problem.place {
            assert!(place.start <= place.end && source.get(place.clone()).is_some(), "{problem:?}\n{source}");
        }
        let _ = render_problem(wordbook, "x", source, problem);
    }
    assert!(reading.table.is_some() || !reading.problems.is_empty(), "refused without a word:\n{source}");
}

#[test]
fn no_mutation_of_a_file_is_beyond_words() {
    let wordbook = Wordbook::new(Language::En);
    let tokens: Vec<&str> = WHOLE.split_inclusive([' ', ',', '"', '(', ')', '{', '}']).collect();
    for seed in 0..MUTATIONS {
        let mut dice = Dice::new(seed);
        let mut bytes = WHOLE.as_bytes().to_vec();
        for _ in 0..1 + dice.below(3) {
            mutate(&mut bytes, &mut dice, &tokens);
        }
        if let Ok(source) = decode(&bytes) {
            assert_sound(&source, &wordbook);
        }
    }
}

fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice, tokens: &[&str]) {
    let at = dice.below(bytes.len());
    let end = (at + 1 + dice.below(12)).min(bytes.len());
    match dice.below(5) {
        0 => bytes[at] = b" \"\\(){}[],:=+-./0159eK\r\n\t\x1b"[dice.below(26)],
        1 => drop(bytes.drain(at..end)),
        2 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
        3 => drop(bytes.splice(at..end, dice.pick(tokens).bytes())),
        _ => drop(bytes.splice(at..at, dice.pick(&["é", "NaN", "\u{202e}", "1e999", "0,5", "“", "/*", "🦀"]).bytes())),
    }
}

#[test]
fn no_words_on_a_command_line_are_beyond_words() {
    let table = read(WHOLE).table.unwrap();
    let wordbook = Wordbook::new(Language::En);
    let parts =
        ["loon", "=", "3%", " ", "prijs", "3.5", ",", "pot", "A:1", "A:50,B:50", "rooster", "vast", "é", "-", "1/0"];
    for seed in 0..MUTATIONS / 10 {
        let mut dice = Dice::new(seed);
        let text: String = (0..dice.below(12)).map(|_| *dice.pick(&parts)).collect();
        let _ = parse_choice(&table, &text).map_err(|problem| render_problem(&wordbook, "x", &text, &problem));
        for problem in parse_package(&table, &[text.as_str()]).err().unwrap_or_default() {
            let _ = render_problem(&wordbook, "x", &text, &problem);
        }
    }
}
