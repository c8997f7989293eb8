//! The prompt without a terminal: lines through a pipe, a script or `-c` mean the same, stop at the first error, and
//! fit the page.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;

use tafel::cli::{Exit, Terminal};
use tafel::domain::Language;
use tafel::report::{Wordbook, examples};
use tafel::session::{TASKS, dutch_word};
use unicode_width::UnicodeWidthStr as _;

use crate::support::program::{Ran, ran, ran_in};

/// Runs the program in this process with `input` in the pipe, on a page of `width` columns.
fn ran_at(width: usize, arguments: &[&str], input: &[u8]) -> Ran {
    ran_in(Terminal::Pipe, width, arguments, input)
}

/// What the agreement answers to these lines; none of them may fail.
fn told(lines: &str) -> String {
    let Ran { stdout, stderr, exit } = ran(&["vvt-cao-2018"], lines);
    assert!(stderr.is_empty() && !matches!(exit, Exit::BadInput | Exit::Internal), "{lines}: {stderr}");
    stdout
}

/// Commands that look at a table, on the agreement. Each also stands on the command line, with the table before it.
const LOOKING: [&str; 25] = [
    "show",
    "show FNV",
    "show rooster",
    "show rule loonruimte",
    "show loon=4%",
    "matrix",
    "matrix --issues",
    "zopa",
    "zopa --world tarieven-niet-dekkend",
    "solve",
    "solve --objective fair",
    "solve --objective best:FNV --ratifiable",
    "score naive",
    "bill historic",
    "why historic --party CNV",
    "trades naive",
    "compare naive historic",
    "step naive",
    "improve naive --joint",
    "firm naive",
    "what-matters",
    "facts",
    "ratify naive",
    "stress naive",
    "explain FNV naive",
];

/// And two that don't come through a package that has a name.
const MORE_LOOKING: [&str; 2] = ["whynot rooster=veto", "score fair"];

fn looking() -> impl Iterator<Item = &'static str> {
    LOOKING.into_iter().chain(MORE_LOOKING)
}

/// A folder for the files of a test.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn binary() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
    command.env("COLUMNS", "80").env_remove("NO_COLOR");
    command
}

/// Runs the real program with `input` in its pipe.
fn real(mut command: Command, input: &str) -> (Option<i32>, Vec<u8>, Vec<u8>) {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_bytes().to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    (output.status.code(), output.stdout, output.stderr)
}

#[test]
fn through_a_pipe_nothing_is_said_but_answers() {
    let ran = ran(&[], "quit\n");
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str(), ran.exit), ("", "", Exit::Answered));
    assert_eq!(real(binary(), "quit\n"), (Some(0), Vec::new(), Vec::new()));
    assert_eq!(real(binary(), ""), (Some(0), Vec::new(), Vec::new()));
}

#[test]
fn the_same_line_gives_the_same_bytes_whichever_way_it_comes() {
    let folder = folder();
    let script = folder.path().join("script");
    let script = script.to_str().unwrap();
    for line in looking() {
        std::fs::write(script, format!("{line}\n")).unwrap();
        let piped = ran(&["vvt-cao-2018"], &format!("{line}\n"));
        assert_eq!(piped.stderr, "", "{line}");
        let same = |ran: Ran, way: &str| assert_eq!(ran.stdout, piped.stdout, "{line} {way}");
        same(ran(&["run", "vvt-cao-2018", script], ""), "from a file");
        same(ran(&["run", "vvt-cao-2018", "-"], &format!("{line}\n")), "from standard input");
        same(ran(&["vvt-cao-2018", "-c", line], ""), "from -c");
        same(ran(&[], &format!("load vvt-cao-2018\n{line}\n")).without_first_answer(&piped.stdout), "behind load");
        let words: Vec<&str> = line.split(' ').collect();
        let outside = [&[words[0], "vvt-cao-2018"], &words[1..]].concat();
        let outside = ran(&outside, "");
        assert_eq!(outside.stderr, "", "{line}");
        // From outside, commands to type next name the table as well.
        let bare = |text: &str| {
            text.replace(" vvt-cao-2018", "").replace("tafel ", "").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(bare(&outside.stdout), bare(&piped.stdout), "{line} from the command line");
    }
}

impl Ran {
    /// What was said at the end, as long as `other`.
    fn without_first_answer(self, other: &str) -> Self {
        let start = self.stdout.len().saturating_sub(other.len());
        Self { stdout: self.stdout[start..].to_owned(), ..self }
    }
}

#[test]
fn there_are_no_escape_codes_unless_they_are_asked_for() {
    let lines = "solve --objective fair\nslove\n";
    let plain = ran(&["vvt-cao-2018", "--keep-going"], lines);
    assert!(!plain.stdout.contains('\u{1b}') && !plain.stderr.contains('\u{1b}'));
    assert!(plain.stdout.contains("NU91") && !plain.stdout.contains("slove"), "{}", plain.stdout);
    assert!(plain.stderr.contains("slove") && !plain.stderr.contains("NU91"), "{}", plain.stderr);
    let painted = ran(&["vvt-cao-2018", "--keep-going", "--color", "always"], lines);
    assert!(painted.stdout.contains('\u{1b}'));
    let never = ran(&["vvt-cao-2018", "--keep-going", "--color", "never"], lines);
    assert_eq!((never.stdout, never.stderr), (plain.stdout.clone(), plain.stderr));
    let set = ran(&["vvt-cao-2018"], "set color always\nsolve --objective fair\nset color never\nzopa\n");
    assert!(set.stdout.contains('\u{1b}'));
    assert!(set.stdout.ends_with(&format!("\n{}", told("zopa\n"))));
    let json = ran(&["vvt-cao-2018", "--color", "always", "--format", "json"], "zopa\n");
    assert!(!json.stdout.contains('\u{1b}'));
}

#[test]
fn a_script_stops_at_its_first_error_and_says_where() {
    let folder = folder();
    std::fs::write(folder.path().join("script"), "show FNV\nscore  naivee\nzopa\n").unwrap();
    let run = |more: &[&str]| {
        let mut command = binary();
        command.current_dir(folder.path()).args(["run", "vvt-cao-2018", "script"]).args(more);
        let (code, stdout, stderr) = real(command, "");
        (code, String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
    };
    let (code, stdout, stderr) = run(&[]);
    assert_eq!(code, Some(2));
    assert!(stderr.starts_with("script:2:8: "), "{stderr}");
    assert_eq!(stdout, told("show FNV\n"), "the line behind the error isn't carried out");
    let (code, stdout, _) = run(&["--keep-going"]);
    assert_eq!(code, Some(2), "going on doesn't make it right");
    assert_eq!(stdout, told("show FNV\n") + &told("zopa\n"));
    // Whatever is wrong, the place is told.
    for (line, place) in [
        ("slove", "stdin:2:1: "),
        ("undo", "stdin:2:1: "),
        ("solve --objective nash --all", "stdin:2:1: "),
        ("   weights FVN KO 3", "stdin:2:12: "),
        ("remove RU", "stdin:2:1: "),
    ] {
        let ran = ran(&["vvt-cao-2018"], &format!("# a comment\n{line}\nzopa\n"));
        assert!(ran.stderr.starts_with(place), "{line}: {}", ran.stderr);
        assert_eq!((ran.stdout.as_str(), ran.exit), ("", Exit::BadInput), "{line}");
    }
}

#[test]
fn exit_codes_tell_how_it_ended() {
    let conflict = "tests/tables/room-for-rent.ron";
    for (arguments, input, exit) in [
        (&["vvt-cao-2018"][..], "zopa\n", Exit::Answered),
        (&["vvt-cao-2018"], "", Exit::Answered),
        (&["vvt-cao-2018"], "slove\n", Exit::BadInput),
        (&["--sloow"], "", Exit::BadInput),
        (&["no such table"], "zopa\n", Exit::BadInput),
        (&["run", "vvt-cao-2018", "no such script"], "", Exit::BadInput),
        (&["run", "vvt-cao-2018", "."], "", Exit::BadInput),
        (&[conflict], "solve\n", Exit::NothingAcceptable),
        (&[conflict], "solve\nshow\n", Exit::Answered),
        (&[conflict, "-c", "solve", "-c", "slove"], "", Exit::BadInput),
    ] {
        assert_eq!(ran(arguments, input).exit, exit, "{arguments:?} {input}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut command = binary();
    command.arg("vvt-cao-2018").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all("show\n".repeat(200).as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

fn commands() -> Vec<&'static str> {
    TASKS.iter().flat_map(|(_, commands)| commands.iter().copied()).collect()
}

#[test]
fn help_fits_on_a_screen_and_its_examples_work() {
    for lang in ["en", "nl"] {
        let help = told(&format!("help --lang {lang}\n"));
        assert!(help.lines().count() <= 23 && help.lines().all(|line| line.width() <= 80), "{help}");
    }
    let folder = folder();
    for language in [Language::En, Language::Nl] {
        let words = Wordbook::new(language);
        for command in commands() {
            let lines = examples(command, &words);
            assert!(!lines.is_empty(), "{command} has no example");
            let shown =
                told(&format!("help {command} --lang {}\n", if language == Language::En { "en" } else { "nl" }));
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(lines.iter().all(|line| flat(&shown).contains(&flat(line))), "{shown}");
            let mut program = binary();
            // The agreement's scale is frozen already.
            let own = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/room-for-rent.ron");
            program.current_dir(folder.path()).arg("--no-journal");
            program.arg(if command == "freeze" { own } else { "vvt-cao-2018" });
            let (code, _, stderr) = real(program, &(lines.join("\n") + "\n"));
            if command == "resume" {
                // Nothing is left unsaved here; tests/journal.rs goes on with what is.
                assert_eq!(code, Some(2), "{lines:?}");
                continue;
            }
            assert_eq!((code, String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""), "{command}: {lines:?}");
        }
    }
    let asked = ran(&["vvt-cao-2018"], "help slove\n");
    assert!(
        asked.stderr.contains("did you mean `solve`") || asked.stderr.contains("bedoelt u `solve`"),
        "{}",
        asked.stderr
    );
}

/// Every word that is one slip away: a letter left out, doubled, exchanged with the next, or another in its place.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for at in 0..letters.len() {
        let without: String = letters.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| *c).collect();
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        let mut other = letters.clone();
        other[at] = 'x';
        slips.extend([without, doubled.into_iter().collect(), other.into_iter().collect()]);
        if at + 1 < letters.len() {
            let mut turned = letters.clone();
            turned.swap(at, at + 1);
            slips.push(turned.into_iter().collect());
        }
    }
    slips.retain(|slip| slip != word);
    slips.sort();
    slips.dedup();
    slips
}

/// How far two words are apart, in slips.
fn apart(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

/// Checks that a slip in each of `names` is answered with the name; `line` makes a line of a slip.
fn assert_suggested(names: &[String], known: &[String], line: impl Fn(&str) -> String) {
    let mut lines = String::new();
    let mut expected = Vec::new();
    for name in names.iter().filter(|name| name.chars().count() >= 3) {
        for slip in slips(name) {
            let is_other = known.iter().any(|known| known.to_lowercase() == slip.to_lowercase());
            let near = known.iter().filter(|known| apart(known, &slip) <= 1).count();
            if !is_other && near == 1 && !slip.starts_with(['#', '-']) {
                lines += &format!("{}\n", line(&slip));
                expected.push((name.clone(), slip));
            }
        }
    }
    assert!(!expected.is_empty());
    let ran = ran(&["vvt-cao-2018", "--keep-going", "--lang", "en"], &lines);
    let mut told = ran.stderr.split("stdin:").skip(1);
    for (name, slip) in expected {
        let text = told.next().unwrap_or_else(|| panic!("nothing is said of {slip}"));
        assert!(text.contains(&format!("did you mean `{name}`")), "`{slip}` isn't taken for `{name}`: {text}");
    }
    assert_eq!(told.next(), None);
}

fn agreement() -> tafel::domain::Table {
    tafel::table_file::read(include_str!("../../scenarios/vvt-cao-2018.ron")).table.unwrap()
}

#[test]
fn a_slip_in_a_command_or_a_name_gets_the_right_suggestion() {
    let table = agreement();
    let names = |all: Vec<&String>| -> Vec<String> { all.into_iter().cloned().collect() };
    let parties = names(table.parties.iter().map(|party| &party.id).collect());
    assert_suggested(&parties, &parties, |slip| format!("weights {slip} KO 3"));
    let issues = names(table.issues.iter().map(|issue| &issue.id).collect());
    assert_suggested(&issues, &issues, |slip| format!("park {slip}"));
    for issue in &table.issues {
        let options = names(issue.options().iter().map(|option| &option.id).collect());
        if options.iter().any(|option| option.chars().count() >= 3) {
            assert_suggested(&options, &options, |slip| format!("effect {}={slip} KO+1", issue.id));
        }
    }
    let options: Vec<String> =
        ["--objective", "--world", "--ratifiable", "--format", "--time-limit", "--all", "--lang"]
            .map(str::to_owned)
            .to_vec();
    // A slip in the dashes makes a word of it.
    let names: Vec<String> = options.iter().map(|option| option[2..].to_owned()).collect();
    for (option, name) in options.iter().zip(&names) {
        for slip in slips(name).iter().filter(|slip| !option[2..].starts_with(slip.as_str())) {
            let text = ran(&["vvt-cao-2018", "--lang", "en"], &format!("solve --{slip} 1\n")).stderr;
            let near = names.iter().filter(|known| apart(known, slip) <= 1).count();
            assert!(near > 1 || text.contains(&format!("did you mean `{option}`")), "--{slip}: {text}");
        }
    }
    let commands: Vec<String> = commands().into_iter().map(str::to_owned).collect();
    // What starts a command or its Dutch word means it.
    let dutch: Vec<&str> = commands.iter().filter_map(|command| dutch_word(command)).collect();
    let is_start = |slip: &str| {
        commands.iter().map(String::as_str).chain(dutch.iter().copied()).any(|command| command.starts_with(slip))
    };
    let unclear = ["q", "exit", "stop", "bye", "?"];
    for command in commands.iter().filter(|command| command.len() >= 3) {
        for slip in slips(command) {
            let near = commands.iter().filter(|known| apart(known, &slip) <= 1).count();
            if near != 1 || is_start(&slip) || unclear.contains(&slip.as_str()) {
                continue;
            }
            let text = ran(&["--lang", "en"], &format!("{slip}\n")).stderr;
            assert!(text.contains(&format!("did you mean `{command}`")), "{slip}: {text}");
        }
    }
}

fn completed(line: &str) -> Vec<String> {
    let told = told(&format!("complete {line}\n"));
    let first = |line: &str| {
        let text = line.split("  ").next().unwrap().trim_end();
        text.to_owned()
    };
    told.lines().map(first).collect()
}

#[test]
fn what_could_come_next_is_listed() {
    let list = |line: &str, expected: &[&str]| {
        let found = completed(line);
        assert_eq!(found, expected.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), "{line}");
    };
    list("sol", &["solve"]);
    list("\"weights F\"", &["FNV", "FBZ"]);
    list("\"weights FNV K\"", &["KO"]);
    list("\"solve --rat\"", &["--ratifiable"]);
    list("\"solve --objective f\"", &["fair"]);
    list("\"solve --objective best:N\"", &["best:NU91"]);
    list("\"solve --objective joint --world tarieven-n\"", &["tarieven-niet-dekkend"]);
    list("\"score naive roo\"", &["rooster="]);
    list("\"whynot rooster=v\"", &["rooster=veto"]);
    list("\"score na\"", &["naive", "nash"]);
    list("\"load vvt-cao\"", &["vvt-cao-2018"]);
    list("\"show party C\"", &["CNV"]);
    list("\"whatif park fin\"", &["financiers"]);
    list("\"whatif wei\"", &["weights"]);
    list("\"set f\"", &["format"]);
    list("\"set format j\"", &["json"]);
    list("\"help whatif x\"", &[]);
    list("\"help wha\"", &["what-matters", "whatif"]);
    list("\"rule loonr\"", &["loonruimte"]);
    let told = told("party \"de vrije bond\"\ncomplete \"weights de\"\n");
    assert!(told.ends_with("\"de vrije bond\"\n"), "{told}");
    // Everything that is offered at the start of a line is a command.
    assert_eq!(completed("\"\"").len(), commands().len());
}

#[test]
fn the_start_of_a_command_will_do() {
    let commands = commands();
    for command in &commands {
        for end in 1..=command.len() {
            let start = &command[..end];
            let candidates: Vec<&&str> = commands.iter().filter(|known| known.starts_with(start)).collect();
            let ran = ran(&["vvt-cao-2018", "--lang", "en"], &format!("help {start}\n"));
            let is_whole = commands.contains(&start) || start == "q";
            if candidates.len() == 1 || is_whole {
                // `q` is a word of its own, whatever else begins with it.
                let meant = if start == "q" {
                    "quit"
                } else if is_whole {
                    start
                } else {
                    command
                };
                assert!(ran.stderr.is_empty() && ran.stdout.contains(meant), "{start}: {}{}", ran.stdout, ran.stderr);
            } else {
                for candidate in candidates {
                    assert!(ran.stderr.contains(&format!("`{candidate}`")), "{start}: {}", ran.stderr);
                }
            }
        }
    }
}

#[test]
fn there_are_five_words_to_leave_with() {
    for word in ["quit", "exit", "q", "stop", "bye", "QUIT", "  exit  # enough"] {
        let ran = ran(&["vvt-cao-2018"], &format!("{word}\nslove\n"));
        assert_eq!((ran.stdout.as_str(), ran.stderr.as_str(), ran.exit), ("", "", Exit::Answered), "{word}");
        // Through a pipe nobody can be asked whether to save.
        let ran = self::ran(&["vvt-cao-2018"], &format!("park loon\n{word}\nslove\n"));
        assert_eq!((ran.stderr.as_str(), ran.exit), ("", Exit::Answered), "{word}");
    }
}

#[test]
fn what_hangs_on_something_goes_along_only_when_that_is_meant() {
    let refused = ran(&["vvt-cao-2018", "--lang", "en", "--keep-going"], "remove RU\nlog\n");
    assert!(refused.stderr.contains("`--yes`"), "{}", refused.stderr);
    assert_eq!(refused.exit, Exit::BadInput);
    assert_eq!(refused.stdout, ran(&["vvt-cao-2018", "--lang", "en"], "log\n").stdout);
    assert!(told("remove RU --yes\nlog\n").contains("remove RU --yes"));

    let stop = AtomicBool::new(false);
    let mut session = tafel::session::Session::new(true);
    session.take_in_hand("vvt-cao-2018").unwrap();
    let text = |session: &tafel::session::Session| session.document().unwrap().source().to_owned();
    let whole = text(&session);
    for answer in ["", "no", "zopa"] {
        let asked = session.turn("remove RU", &stop).unwrap();
        let words = Wordbook::new(Language::En);
        let shown = tafel::report::response_text(&asked, &words, 80);
        assert!(session.is_asking() && shown.contains("CNV") && shown.contains("rooster"), "{shown}");
        session.turn(answer, &stop).unwrap();
        assert_eq!((text(&session), session.is_asking()), (whole.clone(), false), "`{answer}` isn't yes");
    }
    session.turn("remove RU", &stop).unwrap();
    session.turn("yes", &stop).unwrap();
    assert!(text(&session) != whole);
    session.turn("undo", &stop).unwrap();
    assert_eq!(text(&session), whole);
}

#[test]
fn every_change_is_told_in_a_line_with_before_and_after() {
    let lines = [
        "title Something else",
        "ambition all better off",
        "party FNV the union --group unions --may-stay-out",
        "party ZKN clinics",
        "interest ZKN KO",
        "interest CNV PR --weight 10",
        "weights FNV KO 30, WA 15, RU 35, IN 10, DU 10",
        "position FNV 5%, or we strike",
        "no-deal FNV KO+2 RU-1 --because strikes",
        "no-deal ZKN today",
        "issue reiskosten: nu, hoger",
        "option loon=3,5% KO+5 BE-4 cost=3,5",
        "effect loon=4% KO+8, BE --",
        "reading FNV loon=4% KO+5",
        "attribute fte staff --unit fte",
        "rule loonruimte cost <= 3,4 + ruimte",
        "rule samen rooster=veto requires financiers=plan --owner BTN",
        "world recessie \"the tariffs go down\" --limit \"loonruimte: cost <= 3\"",
        "fact verzuim \"sick leave is 7%\"",
        "package midden naive loon=3%",
        "rename FNV Bond",
        "park financiers",
        "open financiers",
        "remove reiskosten --yes",
        "remove fact verzuim",
        "undo",
        "redo",
    ];
    for lang in ["en", "nl"] {
        let mut text = String::new();
        let mut all = String::new();
        for line in lines {
            all += &format!("{line}\n");
            let before = text.len();
            let ran = ran(&["vvt-cao-2018", "--lang", lang], &all);
            assert_eq!(ran.stderr, "", "{line}");
            text = ran.stdout;
            assert!(text.len() > before, "nothing is said of {line}");
        }
        let shown: Vec<String> = {
            let mut shown = Vec::new();
            let mut typed = String::new();
            let mut length = 0;
            for line in lines {
                typed += &format!("{line}\n");
                let said = ran(&["vvt-cao-2018", "--lang", lang], &typed).stdout;
                shown.push(format!("> {line}\n{}", &said[length..]));
                length = said.len();
            }
            shown
        };
        insta::assert_snapshot!(format!("changes_{lang}"), shown.concat());
    }
}

#[test]
fn what_was_shown_can_be_named_by_number() {
    let lines = "solve --objective fair\nscore naive\nscore _ --format json\nscore #1 --format json\n";
    let text = told(lines);
    let json: Vec<serde_json::Value> =
        text.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap()).collect();
    let choices = |line: &str| -> serde_json::Value {
        let json: serde_json::Value = serde_json::from_str(told(line).trim()).unwrap();
        json["choices"].clone()
    };
    assert_eq!(json[0]["choices"], choices("score naive --format json\n"));
    assert_eq!(json[1]["choices"], choices("score fair --format json\n"));
}

/// A table of which every name is hard to type.
const ODD: &str = r##"(version: 1, id: "odd", title: "Odd names", interests: {"KO": "rest", "'s-rust": "rest at night"},
    parties: {"'s-Gravenhage": (weights: "KO 1, 's-rust 2", no_deal: (score: 0)),
        "de \"vrije\" bond": (weights: "KO 2", no_deal: (score: 0)), "👩‍⚕️ zorg": (weights: "KO 1", no_deal: (score: 0))},
    issues: {"loon nu": (today: "2 %", options: {"2 %": "KO+1", "3,5 % \"nu\"": "KO+2 's-rust-1", "#1": "KO+3"}),
        "#tijd": (today: "kort", options: {"kort": "0", "lang": "KO+1 's-rust+4"})},
    rules: {"niet zo": (owner: "allen", reason: "om het even", forbid: "loon nu=#1")},
    packages: {"'t eerste": (choices: {"loon nu": "3,5 % \"nu\"", "#tijd": "kort"})},
    worlds: {"straks, misschien": (text: "later")})"##;

#[test]
fn every_name_that_is_shown_can_be_typed_back() {
    let folder = folder();
    let path = folder.path().join("odd.ron");
    std::fs::write(&path, ODD).unwrap();
    let path = path.to_str().unwrap();
    let table = tafel::table_file::read(ODD).table.unwrap();
    let mut names: Vec<String> =
        table.parties.iter().map(|party| format!("party {}", tafel::report::typed(&party.id))).collect();
    names.extend(table.issues.iter().map(|issue| format!("issue {}", tafel::report::typed(&issue.id))));
    names.extend(
        table
            .options()
            .map(|(id, option)| tafel::report::typed(&format!("{}={}", table.issues[id.issue].id, option.id))),
    );
    names.extend(table.rules.iter().map(|rule| format!("rule {}", tafel::report::typed(&rule.id))));
    names.extend(table.narrative.packages.iter().map(|package| tafel::report::typed(&package.id)));
    names.extend(table.worlds.iter().map(|world| tafel::report::typed(&world.id)));
    for name in &names {
        let ran = ran(&[path], &format!("show {name}\n"));
        assert_eq!(ran.stderr, "", "{name}");
    }
    let shown = ran(&[path], "show\nshow 'sGravenhage\n");
    for party in &table.parties {
        assert!(
            shown.stdout.contains(&tafel::report::typed(&party.id)) || shown.stdout.contains(&party.id),
            "{}",
            shown.stdout
        );
    }
    // What is offered for completion is what can be typed.
    for line in ["weights ", "park ", "whynot \"loon nu=", "score ", "show party "] {
        let quoted = tafel::session::quote(line);
        let offered = ran(&[path], &format!("complete {quoted}\n"));
        for candidate in offered.stdout.lines() {
            let words = tafel::session::tokenize(candidate);
            // An issue is followed by its option, within the same quotes.
            assert!(
                words.open_quote == (candidate.starts_with('"') && candidate.ends_with('=')),
                "{line}: {candidate}"
            );
            assert_eq!(words.words.len(), 1, "{line}: {candidate}");
        }
    }
    // A package that is told in choices is a package that can be scored.
    let log = ran(&[path, "--no-journal"], "package tweede fair\nlog\n");
    let line =
        log.stdout.lines().find_map(|line| line.find("package tweede ").map(|at| line[at..].to_owned())).unwrap();
    let again = ran(&[path, "--no-journal"], &format!("{line}\n"));
    assert_eq!(again.stderr, "", "{line}");
}

#[test]
fn json_is_one_line_and_the_same_in_every_language() {
    for line in looking() {
        let [en, nl] = ["en", "nl"].map(|lang| told(&format!("{line} --format json --lang {lang}\n")));
        assert_eq!(en, nl, "{line}");
        assert_eq!(en.matches('\n').count(), 1, "{line}");
        serde_json::from_str::<serde_json::Value>(&en).unwrap();
        assert_eq!(told(&format!("set format json\n{line}\n")).lines().last().unwrap(), en.trim_end(), "{line}");
        assert_eq!(ran(&["vvt-cao-2018", "--format", "json"], &format!("{line}\n")).stdout, en, "{line}");
    }
    for line in [
        "check",
        "scenarios",
        "help",
        "help solve",
        "log",
        "tour",
        "set",
        "park loon",
        "whatif park loon",
        "load sinaasappel",
    ] {
        let [en, nl] = ["en", "nl"].map(|lang| told(&format!("{line} --format json --lang {lang}\n")));
        serde_json::from_str::<serde_json::Value>(&en).unwrap_or_else(|error| panic!("{line}: {error} {en}"));
        assert_eq!(en, nl, "{line}");
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    let general = [
        "show",
        "matrix",
        "matrix --issues",
        "zopa",
        "solve --objective fair",
        "help",
        "help rule",
        "tour",
        "scenarios",
        "score fair",
        "bill fair",
        "why fair",
        "trades",
        "compare joint fair",
        "step fair",
        "set",
        "log",
    ];
    for table in ["vvt-cao-2018", "sportpark-haven", "salland-netwerk"] {
        let own = if table == "vvt-cao-2018" { looking().collect() } else { Vec::new() };
        for line in general.iter().copied().chain(own) {
            for width in [40, 80, 120] {
                for lang in ["en", "nl"] {
                    let ran = ran_at(width, &[table, "--lang", lang], format!("{line}\n").as_bytes());
                    assert_eq!(ran.stderr, "", "{table}: {line}");
                    for shown in ran.stdout.lines().filter(|shown| shown.width() > width) {
                        // What is typed again, and paths, can't be broken.
                        let is_one = shown.contains('`') || shown.split_whitespace().count() <= 2;
                        assert!(is_one, "{table} {line} at {width} ({lang}): {shown}");
                    }
                }
            }
        }
    }
    let nl = ran(&["vvt-cao-2018", "--lang", "nl"], "solve --objective fair\n").stdout;
    let en = ran(&["vvt-cao-2018", "--lang", "en"], "solve --objective fair\n").stdout;
    assert!(en.contains("4.7") && nl.contains("4,7") && !nl.contains("4.7"), "{nl}");
}

#[test]
fn what_is_pasted_is_read_as_it_is_meant() {
    let plain = "show FNV\nparty FNV \"de bond\"\npark loon\nzopa\n";
    let expected = told(plain);
    for pasted in [
        "tafel:vvt-cao-2018> show FNV\ntafel:vvt-cao-2018> party FNV \"de bond\"\ntafel:vvt-cao-2018*> park loon\ntafel> zopa\n",
        "\u{feff}show FNV\r\nparty FNV “de bond”\r\npark loon\r\nzopa\r\n",
        "# a story\nshow FNV # who\n\n   \nparty FNV \"de bond\"\n## more\n\tpark\tloon\nzopa",
        "  show   FNV  \nparty FNV „de bond”\npark loon\n\n\nzopa\n\n",
    ] {
        assert_eq!(told(pasted), expected, "{pasted:?}");
    }
}

#[test]
fn the_surroundings_dont_change_a_byte() {
    let lines = "show\nsolve --objective fair\nwhy _\nzopa\nmatrix\ntrades\n";
    let with = |settings: &[(&str, &str)]| {
        let mut command = binary();
        command.arg("vvt-cao-2018").envs(settings.iter().copied());
        real(command, lines)
    };
    let usual = with(&[]);
    assert_eq!(usual.0, Some(0));
    for settings in [
        &[("LC_ALL", "nl_NL.UTF-8"), ("TZ", "Asia/Tokyo")][..],
        &[("LC_ALL", "tr_TR.UTF-8"), ("TERM", "dumb")],
        &[("LC_ALL", "C"), ("LANG", "C"), ("TZ", "America/Caracas"), ("TERM", "xterm-256color")],
        &[("NO_COLOR", "1"), ("RAYON_NUM_THREADS", "1"), ("HOME", "/nonexistent")],
    ] {
        assert_eq!(with(settings), usual, "{settings:?}");
    }
}

#[test]
fn the_tour_can_be_walked() {
    let tour = ran(&[], "tour\n").stdout;
    let lines: Vec<&str> = tafel::report::TOUR.iter().map(|(line, _)| *line).collect();
    assert!(lines.iter().all(|line| tour.contains(line)), "{tour}");
    let ran = ran(&[], &(lines.join("\n") + "\nstop\n"));
    assert_eq!((ran.stderr.as_str(), ran.exit), ("", Exit::Answered));
}

#[test]
fn a_script_may_be_as_long_as_it_likes_but_a_line_may_not() {
    let start = std::time::Instant::now();
    let many = "# a comment\nlog\n\nset lang en\n".repeat(25_000);
    let ran = ran(&["sinaasappel"], &many);
    assert_eq!((ran.stderr.as_str(), ran.exit), ("", Exit::Answered));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());

    let mut long = vec![b'x'; 10_000_000];
    long.extend(b"\nlog\n");
    let ran = ran_at(80, &["sinaasappel", "--keep-going"], &long);
    assert_eq!(ran.exit, Exit::BadInput);
    assert!(ran.stderr.contains("64") && ran.stderr.len() < 400, "{}", ran.stderr);
    assert!(!ran.stdout.is_empty(), "the line behind it is carried out");
}
