//! What is said to a line that can't be carried out: every kind of problem, in both languages, with a caret under the
//! word and a way out.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use tafel::diagnostic::{Code, Problem};
use tafel::domain::Language;
use tafel::report::{Place, Wordbook, failure_text};
use tafel::session::{Failure, Session, open_script};

/// Where lines are typed: on the bundled agreement, on one with numbers of every kind, or on nothing.
#[derive(Clone, Copy)]
enum Table {
    Nothing,
    Agreement,
    /// A file of this text.
    Own(&'static str),
    Points,
}

/// Each problem, the table, the lines typed before (which succeed), and the line that has it.
const LINES: &[(Code, Table, &[&str], &str)] = {
    use Code::*;
    use Table::*;
    &[
        (QuoteOpen, Agreement, &[], "party \"de bond"),
        (UnknownCommand, Agreement, &[], "slove --objective fair"),
        (AmbiguousCommand, Agreement, &[], "re"),
        (UnknownOption, Agreement, &[], "solve --objektive fair"),
        (TooManyWords, Agreement, &[], "park loon rooster"),
        (ValueMissing, Agreement, &[], "solve --objective"),
        (BadValue, Agreement, &[], "solve --format jsn"),
        (OptionsConflict, Agreement, &[], "party FNV --may-stay-out --needed"),
        (WordsMissing, Agreement, &[], "weights FNV"),
        (NoTable, Nothing, &[], "zopa"),
        (AmbiguousNumber, Agreement, &[], "issue toeslag --from 0 --to 1.234"),
        (NotATypedNumber, Agreement, &[], "issue toeslag --from 0 --to veel"),
        (PartyNamedTwice, Agreement, &[], "frontier --parties FNV,FNV"),
        (AmountNotOption, Agreement, &["issue toeslag --from 0 --to 50 --today 0"], "option toeslag=10 KO+1"),
        (AmbiguousName, Agreement, &["attribute FNV staff"], "show FNV"),
        (CurveUnclear, Agreement, &["issue toeslag --from 0 --to 50 --today 0"], "effect toeslag KO veel"),
        (ReadingOfAttribute, Agreement, &[], "reading FNV loon=4% cost=3"),
        (EffectsUnclear, Agreement, &[], "effect loon=4% KO+1 beter"),
        (NoDealOfAttribute, Agreement, &[], "no-deal FNV cost=3"),
        (NoPosition, Agreement, &[], "position FNV --number 7"),
        (WeightNeeded, Agreement, &[], "interest CNV thuis"),
        (WeightsAreRanking, Agreement, &["weights CNV KO > RU"], "interest CNV thuis --weight 5"),
        (IssueWithoutOptions, Agreement, &[], "issue reiskosten"),
        (TodayNeeded, Own(HALF), &[], "park price"),
        (AlreadyParked, Agreement, &["park loon"], "park loon"),
        (NotParked, Agreement, &[], "open loon"),
        (DemandUnclear, Agreement, &[], "rule samen altijd samen"),
        (ColonNeeded, Agreement, &[], "world recessie --limit \"loonruimte cost\""),
        (FrozenOption, Agreement, &[], "remove loon=4%"),
        (AlreadyFrozen, Agreement, &[], "freeze"),
        (NeedsYes, Agreement, &[], "remove RU"),
        (NothingToUndo, Agreement, &[], "undo"),
        (InventFirst, Agreement, &["invent on"], "maar dat kan niet"),
        (NoIdea, Agreement, &["invent \"veto alleen bij kort dag\""], "option rooster=kortdag RU+3 --idea 2"),
        (IdeaNeedsEffects, Agreement, &["invent \"veto alleen bij kort dag\""], "option rooster=kortdag --idea 1"),
        (ReasonNeeded, Agreement, &[], "check --silence C07 FNV"),
        (NotSilenced, Agreement, &["check --silence C07 FNV --because gevraagd"], "check --unsilence C07 CNV"),
        (NothingToUndo, Agreement, &["park loon"], "undo 3"),
        (NothingToRedo, Agreement, &[], "redo"),
        (BadSetting, Agreement, &[], "set lang de"),
        (NotAChange, Agreement, &[], "whatif zopa"),
        (NothingToKeep, Agreement, &[], "keep"),
        (TodayUnknown, Own(HALF), &["no-deal a 10", "no-deal b 10", "remove quiet --yes"], "score today"),
        (NoAnswer, Own(CONFLICT), &[], "score fair"),
        (NotShown, Agreement, &["score naive"], "why #3"),
        (PackageName, Agreement, &[], "package fair naive"),
        (PackageUnnamed, Agreement, &["solve"], "react FNV _ nee"),
        (NotAStep, Agreement, &[], "react FNV naive misschien"),
        (NoPackages, Own(CONFLICT), &[], "compare"),
        (TitleNeeded, Nothing, &["new"], ""),
        (InterestNeeded, Nothing, &["new Fence", "Ann, Ben"], ""),
        (SwingOrder, Agreement, &["weights FNV --swing"], "KO > WA"),
        (SwingSizes, Agreement, &["weights FNV --swing", "KO > WA = RU > IN > DU"], "40 60 10"),
        (SwingNothing, Agreement, &["party OR", "interest OR thuis"], "weights OR --swing"),
        (TooManyInterests, Nothing, &["new Fence", "Ann, Ben"], "a > b > c > d"),
        (IssueNeeded, Nothing, &["new Fence", "Ann, Ben", "light", "quiet"], ""),
        (PartiesNeeded, Nothing, &["new Fence"], "Ann"),
        (IssueShape, Nothing, &["new Fence", "Ann, Ben", "light", "quiet"], "a high fence"),
        (
            NoDealShape,
            Nothing,
            &["new Fence", "Ann, Ben", "light", "quiet", "fence: none, high", "quiet ++", ""],
            "Ann strikes",
        ),
        // Names that nothing carries are the kind that is seen most.
        (UnknownName, Agreement, &[], "weights FVN KO 3"),
        (UnknownName, Agreement, &[], "effect loon=4% KOO+3"),
        (UnknownName, Agreement, &[], "score naive loon=9%"),
        (UnknownName, Agreement, &[], "show roosters"),
        (UnknownName, Agreement, &[], "solve --world recessie"),
        (UnknownName, Agreement, &[], "solve --objective fiar"),
        (NotAChoice, Agreement, &[], "whynot loon"),
        (EffectOutOfRange, Agreement, &[], "effect loon=4% KO+11"),
        (NegativeWeight, Agreement, &[], "weights FNV KO -3, WA 4"),
        (UnknownName, Agreement, &[], "rule n1 kosten <= 3"),
        (BadNameCharacter, Agreement, &[], "rename interest KO a+b"),
        (NothingToRelease, Agreement, &[], "release"),
        (BandsNeedPercent, Points, &["package eerste fair"], "release eerste --bands"),
        (NotOnThisScreen, Agreement, &["view shared"], "weights FNV KO 5"),
    ]
};

/// Nothing is acceptable, and no package has a name.
const CONFLICT: &str = include_str!("../tables/room-for-rent.ron");

/// One issue has no today.
const HALF: &str = r#"(version: 1, id: "half", title: "Half", interests: {"money": "money", "quiet": "quiet"},
    parties: {"a": (weights: "money 1"), "b": (weights: "money 1, quiet 1")},
    issues: {"price": (options: {"low": "money-3", "high": "money+3"})})"#;

fn session(table: Table) -> Session {
    let mut session = Session::new(false);
    match table {
        Table::Nothing => {}
        Table::Points => drop(session.take_in_hand("ruil-bill-en-jack").unwrap()),
        Table::Agreement => drop(session.take_in_hand("vvt-cao-2018").unwrap()),
        Table::Own(text) => {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("own.ron");
            std::fs::write(&path, text).unwrap();
            session.take_in_hand(path.to_str().unwrap()).unwrap();
        }
    }
    session
}

/// Why `line` isn't carried out.
fn failure(table: Table, before: &[&str], line: &str) -> Failure {
    let stop = AtomicBool::new(false);
    let mut session = session(table);
    for line in before {
        if let Err(failure) = session.turn(line, &stop) {
            panic!("`{line}`: {}", told(&failure, line, Language::En));
        }
    }
    match session.turn(line, &stop) {
        Err(failure) => failure,
        Ok(_) => panic!("`{line}` was carried out"),
    }
}

fn told(failure: &Failure, line: &str, language: Language) -> String {
    failure_text(failure, line, Place::Typed, &Wordbook::new(language), 80)
}

fn codes(failure: &Failure) -> Vec<Code> {
    match failure {
        Failure::Line(problems) | Failure::File { problems, .. } => problems.iter().map(|p| p.code).collect(),
        Failure::Refused(..) | Failure::Stopped => Vec::new(),
    }
}

/// Problems that need a file, a long line or broken bytes: how they are told, by code.
fn others() -> BTreeMap<Code, (Failure, String)> {
    let stop = AtomicBool::new(false);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let path = path.to_str().unwrap();
    let mut session = session(Table::Agreement);
    std::fs::write(path, "something else").unwrap();
    let save = format!("save {path}");
    let there = session.turn(&save, &stop).unwrap_err();
    session.turn(&format!("{save} --yes"), &stop).unwrap();
    std::fs::write(path, "changed by somebody").unwrap();
    session.turn("park loon", &stop).unwrap();
    let changed = session.turn("save", &stop).unwrap_err();
    let long = "x".repeat(70_000);
    let too_long = session.turn(&long, &stop).unwrap_err();
    let missing = open_script("no such script").unwrap_err();
    let not_text = Failure::Line(vec![Problem::new(Code::NotText)]);
    let hide = |failure: Failure| match failure {
        Failure::Line(problems) => Failure::Line(
            problems.into_iter().map(|problem| Problem { place: None, ..problem.with("name", "mine.ron") }).collect(),
        ),
        other => other,
    };
    let hidden = [(there, "save mine.ron"), (changed, "save"), (too_long, "xxx"), (missing, "run"), (not_text, "")]
        .into_iter()
        .map(|(failure, line)| (hide(failure), line));
    // How far a search comes before the time runs out hangs on the machine.
    let cut_short = |code: Code| Failure::Line(vec![Problem::new(code).with("name", "fair")]);
    let [nothing, unproven] = [Code::NothingFoundYet, Code::NotProvenYet].map(cut_short);
    hidden
        .chain([(nothing, "score fair"), (unproven, "package mine fair")])
        .map(|(failure, line)| (codes(&failure)[0], (failure, line.to_owned())))
        .collect()
}

#[test]
fn every_problem_of_a_typed_line_is_shown_by_one() {
    for (code, table, before, line) in LINES {
        assert_eq!(codes(&failure(*table, before, line)).first(), Some(code), "{line}");
    }
    let mut shown: Vec<Code> = LINES.iter().map(|(code, ..)| *code).collect();
    shown.extend(others().keys());
    let unseen: Vec<&Code> = Code::TYPED.iter().filter(|code| !shown.contains(code)).collect();
    assert!(unseen.is_empty(), "no line shows {unseen:?}");
}

/// Everything that is said, in one language, a line and its answer after the other.
fn all_told(language: Language) -> String {
    let typed = LINES.iter().map(|(_, table, before, line)| (failure(*table, before, line), (*line).to_owned()));
    let all = typed.chain(others().into_values());
    all.map(|(failure, line)| format!("> {line}\n{}\n", told(&failure, &line, language))).collect()
}

/// What no person should read.
const BANNED: [&str; 12] = [
    "Option<",
    "Some(",
    "None",
    "unwrap",
    "panicked",
    "invalid digit",
    "subcommand",
    "argument",
    "{$",
    "{ $",
    "\u{2068}",
    "\u{e000}",
];

#[test]
fn problems_are_told_in_both_languages_in_words_for_people() {
    for (language, name) in [(Language::En, "problems_en"), (Language::Nl, "problems_nl")] {
        let text = all_told(language);
        for word in BANNED {
            assert!(!text.contains(word), "`{word}` in {}", text.lines().find(|l| l.contains(word)).unwrap());
        }
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn each_problem_has_a_way_out() {
    for (_, table, before, line) in LINES {
        let failure = failure(*table, before, line);
        let text = told(&failure, line, Language::En);
        assert!(text.starts_with("error: "), "{text}");
        let fact = text.lines().next().unwrap();
        assert!(!fact.ends_with('.'), "{fact}");
        let is_listed = text.contains("\nhint: ");
        // Slips in numbers and names of the table file's own problems tell the way out in the fact itself.
        let is_file_problem = codes(&failure).iter().any(|code| !Code::TYPED.contains(code));
        assert!(is_listed || is_file_problem, "no way out of {text}");
    }
}

#[test]
fn the_caret_is_under_the_word() {
    for (table, before, line, word) in [
        (Table::Agreement, &[][..], "solve --objektive fair", "--objektive"),
        (Table::Agreement, &[], "slove", "slove"),
        (Table::Agreement, &[], "weights FVN KO 3", "FVN"),
        (Table::Agreement, &[], "effect loon=4% KOO+3", "KOO"),
        (Table::Agreement, &[], "  effect \"loon=4%\"   KO+1 beter", "beter"),
        (Table::Agreement, &[], "score naive loon=9%", "9%"),
        (Table::Agreement, &[], "solve --objective fiar", "fiar"),
        (Table::Agreement, &[], "issue toeslag --from 0 --to 1,234", "1,234"),
        (Table::Agreement, &[], "whatif weights FVN KO 3", "FVN"),
        (Table::Agreement, &[], "whatif slove", "slove"),
        (Table::Agreement, &[], "rule n1 kosten <= 3", "kosten"),
        (Table::Agreement, &[], "set lang de", "de"),
        (Table::Agreement, &[], "help slove", "slove"),
        (Table::Agreement, &[], "party \"de bond", "\"de bond"),
    ] {
        let text = told(&failure(table, before, line), line, Language::En);
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|line| line.trim_start().starts_with('^')).unwrap_or_else(|| panic!("{text}"));
        let column = lines[at].find('^').unwrap();
        assert_eq!(lines[at - 1].trim_start(), line.trim_start(), "{text}");
        assert!(lines[at - 1][column..].starts_with(word), "{text}");
        assert_eq!(lines[at].trim().len(), word.chars().count(), "{text}");
    }
}
