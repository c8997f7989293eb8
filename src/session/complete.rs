//! What could stand at the end of a line: commands, options, and the table's own names.

use clap::ValueEnum as _;

use super::catalogue::value_name;
use super::command::Setting;
use super::grammar::Grammar;
use super::lookup::{KINDS, Lookup};
use super::packages::STAND_INS;
use super::scale::steps;
use super::synonyms::dutch_word;
use super::typed::Typed;
use super::words::{Word, quote, tokenize};
use crate::domain::{CheckId, Table};
use crate::practice::BANK;
use crate::table_file::bundled;

/// How many candidates are offered.
const MOST: usize = 200;

/// Something that could stand at the end of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is typed, with quotes where it needs them.
    pub text: String,
    /// What it is, as the wordbook calls it: the help of a command, or nothing.
    pub key: Option<String>,
    /// Whether a space follows: nothing more belongs to the word.
    pub is_whole: bool,
}

impl Candidate {
    fn whole(text: &str) -> Self {
        Self { text: quote(text), key: None, is_whole: true }
    }

    fn start(text: &str) -> Self {
        let whole = quote(text);
        // The quote stays open for what follows.
        let text = if whole == text { whole } else { whole.trim_end_matches('"').to_owned() };
        Self { text, key: None, is_whole: false }
    }
}

/// What could stand at the end of the first `end` bytes of `line`: where it starts, and the candidates.
pub(super) fn complete(grammar: &Grammar, table: Option<&Table>, line: &str, end: usize) -> (usize, Vec<Candidate>) {
    let before = line.get(..end).unwrap_or(line);
    let words = tokenize(before);
    let is_new = !words.open_quote && before.ends_with(char::is_whitespace) || words.words.is_empty();
    let (done, current) = match words.words.split_last() {
        Some((last, done)) if !is_new => (done, last.clone()),
        _ => (&words.words[..], Word { text: String::new(), place: before.len()..before.len() }),
    };
    let typed = current.text.as_str();
    let start = current.place.start;
    let candidates = match done {
        [] => commands(grammar, typed),
        [command, rest @ ..] => match grammar.command_named(&command.text) {
            Ok(name) => arguments(grammar, table, &name, rest, typed),
            Err(_) => Vec::new(),
        },
    };
    let wanted = typed.to_lowercase();
    let is_match = |candidate: &Candidate| {
        let plain = candidate.text.trim_start_matches('"').to_lowercase();
        plain.starts_with(&wanted)
    };
    let mut found: Vec<Candidate> = candidates.into_iter().filter(is_match).collect();
    found.truncate(MOST);
    (start, found)
}

/// The commands; their Dutch words once what is typed starts none of them.
fn commands(grammar: &Grammar, typed: &str) -> Vec<Candidate> {
    let shown = grammar.commands().filter(|command| !command.is_hide_set());
    let mut names: Vec<&str> = shown.map(clap::Command::get_name).collect();
    names.sort_unstable();
    let one = |name: &str, word: &str| Candidate { key: Some(format!("command-{name}")), ..Candidate::whole(word) };
    let wanted = typed.to_lowercase();
    if names.iter().any(|name| name.starts_with(&wanted)) {
        return names.into_iter().map(|name| one(name, name)).collect();
    }
    names.into_iter().filter_map(|name| Some(one(name, dutch_word(name)?))).collect()
}

fn arguments(grammar: &Grammar, table: Option<&Table>, name: &str, done: &[Word], typed: &str) -> Vec<Candidate> {
    let Some(command) = grammar.commands().find(|command| command.get_name() == name) else { return Vec::new() };
    if let ("whatif", [inner, rest @ ..]) = (name, done) {
        let inner = grammar.command_named(&inner.text);
        return inner.map(|inner| arguments(grammar, table, &inner, rest, typed)).unwrap_or_default();
    }
    let option_of = |word: &Word| {
        let long = word.text.strip_prefix("--")?;
        command.get_arguments().find(|argument| argument.get_long() == Some(long))
    };
    let takes_value = |argument: &&clap::Arg| argument.get_action().takes_values();
    if let Some(option) = done.last().and_then(option_of).filter(takes_value) {
        return values(grammar, table, option, &[], typed);
    }
    if typed.starts_with('-') {
        let used: Vec<&str> = done.iter().map(|word| word.text.as_str()).collect();
        let unused = grammar.options(name).into_iter().filter(|option| !used.contains(&option.as_str()));
        return unused
            .map(|option| Candidate { key: Some(format!("option-{}", &option[2..])), ..Candidate::whole(&option) })
            .collect();
    }
    let mut plain = Vec::new();
    let mut words = done.iter();
    while let Some(word) = words.next() {
        match option_of(word) {
            Some(option) if option.get_action().takes_values() => drop(words.next()),
            Some(_) => {}
            None => plain.push(word),
        }
    }
    let positionals: Vec<&clap::Arg> = command.get_positionals().collect();
    let is_many = |argument: &clap::Arg| argument.get_num_args().is_some_and(|range| range.max_values() > 1);
    let at = positionals.get(plain.len()).or(positionals.last().filter(|last| is_many(last)));
    at.map(|argument| values(grammar, table, argument, &plain, typed)).unwrap_or_default()
}

/// What an argument can be, by what stands for it in the usage line.
fn values(
    grammar: &Grammar,
    table: Option<&Table>,
    argument: &clap::Arg,
    before: &[&Word],
    typed: &str,
) -> Vec<Candidate> {
    let possible = argument.get_possible_values();
    if !possible.is_empty() {
        return possible.iter().map(|value| Candidate::whole(value.get_name())).collect();
    }
    let name = value_name(argument);
    let objectives = ["joint", "fair", "nash", "ks"];
    match (name.as_str(), table) {
        ("COMMAND", _) => commands(grammar, typed),
        ("FILE", _) => files(typed),
        ("joint|fair|nash|ks|best:PARTY", table) => {
            let best = table.into_iter().flat_map(|table| &table.parties).map(|party| format!("best:{}", party.id));
            objectives.into_iter().map(str::to_owned).chain(best).map(|name| Candidate::whole(&name)).collect()
        }
        ("VALUE", _) => setting_values(before),
        ("CHECK", _) => CheckId::ALL.iter().map(|check| Candidate::whole(check.word())).collect(),
        ("QUESTION", _) => BANK.iter().map(|question| Candidate::whole(question.id)).collect(),
        (_, None) => Vec::new(),
        (name, Some(table)) => of_table(table, name, before, typed),
    }
}

fn of_table(table: &Table, name: &str, before: &[&Word], typed: &str) -> Vec<Candidate> {
    let nowhere = Typed::new("");
    let lookup = Lookup { table, typed: &nowhere };
    let all = |kind: &str| lookup.names(kind).iter().map(|name| Candidate::whole(name)).collect::<Vec<_>>();
    match name {
        "PARTY" => all("party"),
        "ISSUE" => all("issue"),
        "INTEREST" => all("interest"),
        "WORLD" => all("world"),
        "RULE" => all("rule"),
        "ATTRIBUTE" => all("attribute"),
        "FACT" => all("fact"),
        "CRITERION" => all("criterion"),
        "BODY" => {
            let party = before.first().and_then(|word| table.party_named(&word.text));
            let bodies = party.map(|party| table.parties[party].ratification.as_slice()).unwrap_or_default();
            bodies.iter().map(|body| Candidate::whole(body.body.get(table.language))).collect()
        }
        "CONDITIONS" => [vec![Candidate::whole("score")], all("attribute"), choices(table, typed)].concat(),
        "ISSUE=OPTION" => choices(table, typed),
        "OPTION" => {
            let issue = before.first().and_then(|word| table.issue_named(word.text.split('=').next()?));
            let options = issue.map(|issue| table.issues[issue].options()).unwrap_or_default();
            options.iter().map(|option| Candidate::whole(&option.id)).collect()
        }
        "STEP" => steps(table.language).map(Candidate::whole).collect(),
        "EFFECTS" => [all("interest"), all("attribute")].concat(),
        "WEIGHTS" => all("interest"),
        "DEMAND" => [all("attribute"), choices(table, typed)].concat(),
        "WORTH" => [vec![Candidate::whole("today"), Candidate::whole("unknown")], all("interest")].concat(),
        "PACKAGE" if typed.contains('=') => choices(table, typed),
        "PACKAGE" => {
            let stand_ins = STAND_INS.iter().map(|word| Candidate::whole(word));
            all("package").into_iter().chain(stand_ins).chain(choices(table, typed)).collect()
        }
        "GROUP" => table.groups().keys().map(|group| Candidate::whole(group)).collect(),
        "NAME" => match before {
            [kind] if KINDS.contains(&kind.text.as_str()) => all(&kind.text),
            [] => {
                let kinds = KINDS.iter().map(|kind| Candidate::whole(kind));
                kinds.chain(KINDS.iter().filter(|kind| **kind != "option").flat_map(|kind| all(kind))).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// `issue=` while the issue is typed, `issue=option` behind that.
fn choices(table: &Table, typed: &str) -> Vec<Candidate> {
    if typed.contains('=') {
        let options = table.options().map(|(id, _)| table.choice(id));
        return options.map(|choice| Candidate::whole(&choice)).collect();
    }
    table.issues.iter().map(|issue| Candidate::start(&format!("{}=", issue.id))).collect()
}

/// Bundled tables, and the table files and folders at the path that is typed.
fn files(typed: &str) -> Vec<Candidate> {
    let (folder, _) = typed
        .rsplit_once('/')
        .map_or((".", typed), |(folder, name)| (if folder.is_empty() { "/" } else { folder }, name));
    let shown =
        |name: &str| if folder == "." { name.to_owned() } else { format!("{}/{name}", folder.trim_end_matches('/')) };
    let mut there: Vec<Candidate> = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !name.starts_with('.') {
            there.push(Candidate::start(&format!("{}/", shown(&name))));
        } else if name.ends_with(".ron") {
            there.push(Candidate::whole(&shown(&name)));
        }
    }
    there.sort_by(|a, b| a.text.cmp(&b.text));
    bundled().map(|(id, _)| Candidate::whole(id)).chain(there).collect()
}

fn setting_values(before: &[&Word]) -> Vec<Candidate> {
    let setting = before.first().and_then(|word| Setting::from_str(&word.text, true).ok());
    setting.map(Setting::values).unwrap_or_default().iter().map(|value| Candidate::whole(value)).collect()
}
