//! From a typed line to a command, or to what is wrong with the line.

use std::convert::Infallible;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _, Parser};
use itertools::Itertools as _;

use super::command::{Command, Everywhere, HelpArguments};
use super::synonyms::{dutch_word, with_dutch_words};
use super::words::{Words, tokenize};
use crate::diagnostic::{Code, Problem};
use crate::table_file::STEPS;

/// How many bytes a typed line may have. The longest that a person types is some thousand times shorter.
pub const LONGEST_LINE: usize = 64 * 1024;

/// Stands before a word that starts with `-` and isn't an option: an effect such as `--`, a number, a text.
const NO_OPTION: char = '\u{e000}';

#[derive(Debug, Parser)]
#[command(name = "tafel", no_binary_name = true, disable_help_subcommand = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    everywhere: Everywhere,
}

/// The language of commands, ready to read lines.
#[derive(Clone, Debug)]
pub struct Grammar {
    line: clap::Command,
}

/// A line that was understood.
#[derive(Clone, Debug)]
pub struct Request {
    /// What is asked for.
    pub command: Command,
    /// How to answer.
    pub everywhere: Everywhere,
}

impl Default for Grammar {
    fn default() -> Self {
        let names: Vec<String> =
            Line::command().get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let line = names
            .into_iter()
            .fold(Line::command(), |line, name| line.mut_subcommand(name, |command| command.mut_args(with_any_start)));
        Self { line: with_dutch_words(line) }
    }
}

impl Grammar {
    /// Reads a line; `None` if there is nothing on it.
    ///
    /// # Errors
    /// What is wrong with it, placed in the line.
    pub fn read(&mut self, line: &str) -> Result<Option<Request>, Problem> {
        if line.len() > LONGEST_LINE {
            return Err(Problem::new(Code::LineTooLong).with("most", (LONGEST_LINE / 1024).to_string()));
        }
        let words = tokenize(line);
        if words.open_quote {
            let start = words.words.last().map_or(0, |word| word.place.start);
            return Err(Problem::new(Code::QuoteOpen).at(start..line.len()));
        }
        let Some(first) = words.words.first() else { return Ok(None) };
        let name = self.command_named(&first.text).map_err(|problem| problem.at(first.place.clone()))?;
        let rest = words.words[1..].iter().map(|word| masked(&word.text, &name));
        let result = self.line.try_get_matches_from_mut([name.clone()].into_iter().chain(rest));
        match result.and_then(|matches| Line::from_arg_matches(&matches)) {
            Ok(Line { command, everywhere }) => Ok(Some(Request { command, everywhere })),
            Err(error) if error.kind() == ErrorKind::DisplayHelp => {
                let command = Command::Help(HelpArguments { command: Some(name) });
                Ok(Some(Request { command, everywhere: Everywhere::default() }))
            }
            Err(error) => Err(misused(&self.line, &name, &error, &words)),
        }
    }

    /// The command that a word stands for: its name, another name of it, or the start of just one.
    ///
    /// # Errors
    /// There is none, or several start like that.
    pub fn command_named(&self, word: &str) -> Result<String, Problem> {
        let word = word.to_lowercase();
        let names = |command: &clap::Command| -> Vec<String> {
            [command.get_name()].into_iter().chain(command.get_all_aliases()).map(str::to_owned).collect()
        };
        let commands = || self.line.get_subcommands();
        if let Some(exact) = commands().find(|command| names(command).contains(&word)) {
            return Ok(exact.get_name().to_owned());
        }
        let starts = |command: &&clap::Command| !command.is_hide_set() && command.get_name().starts_with(&word);
        // Only what starts no command itself may start the Dutch word of one.
        let starts_dutch = |command: &&clap::Command| {
            !command.is_hide_set() && dutch_word(command.get_name()).is_some_and(|dutch| dutch.starts_with(&word))
        };
        let mut starting: Vec<&str> = commands().filter(starts).map(clap::Command::get_name).collect();
        if starting.is_empty() {
            starting = commands().filter(starts_dutch).map(clap::Command::get_name).collect();
        }
        match starting[..] {
            [only] => Ok(only.to_owned()),
            [] => {
                let known = commands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name);
                Err(unknown_command(&shown(&word), &known.collect::<Vec<_>>()))
            }
            _ => {
                let known = starting.iter().map(|name| format!("`{name}`")).join(", ");
                Err(Problem::new(Code::AmbiguousCommand).with("name", word).with("known", known))
            }
        }
    }

    /// The commands, as clap knows them; with their arguments.
    pub(super) fn commands(&self) -> impl Iterator<Item = &clap::Command> {
        self.line.get_subcommands()
    }

    /// The options that a command takes, with their dashes.
    pub(super) fn options(&self, name: &str) -> Vec<String> {
        options(&self.line, name)
    }
}

/// That no command is called `name`, and which of these may have been meant: by its own name, or else by its Dutch word.
#[must_use]
pub fn unknown_command(name: &str, known: &[&str]) -> Problem {
    let problem = Problem::new(Code::UnknownCommand).with("name", name).near(name, known.iter().copied());
    if problem.arguments.contains_key("near") {
        problem
    } else {
        problem.near(name, known.iter().filter_map(|name| dutch_word(name)))
    }
}

/// What clap complains of in a line with these words, as a problem of the line. `root` has the command called `name`.
#[must_use]
pub fn misused(root: &clap::Command, name: &str, error: &clap::Error, words: &Words) -> Problem {
    let texts = |kind: ContextKind| -> Vec<String> {
        match error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.replace(NO_OPTION, "")],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| text.replace(NO_OPTION, "")).collect(),
            _ => Vec::new(),
        }
    };
    let option = texts(ContextKind::InvalidArg);
    let first = option.first().map(String::as_str).unwrap_or_default();
    let value = texts(ContextKind::InvalidValue).into_iter().next().unwrap_or_default();
    let problem = match error.kind() {
        ErrorKind::UnknownArgument if first.starts_with('-') => {
            let known = options(root, name);
            Problem::new(Code::UnknownOption).with("name", shown(first)).near(&shown(first), known.iter().map(|k| &**k))
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            let extra = if value.is_empty() { first } else { &value };
            Problem::new(Code::TooManyWords).with("name", shown(extra))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            Problem::new(Code::ValueMissing).with("option", option_name(first))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = texts(ContextKind::ValidValue);
            let problem = Problem::new(Code::BadValue).with("name", shown(&value)).with("option", option_name(first));
            let problem = problem.near(&shown(&value), known.iter().map(|k| &**k));
            if name == "import" && first.starts_with("--steps") {
                let [least, most] = [STEPS.start(), STEPS.end()].map(ToString::to_string);
                problem.with("least", least).with("most", most)
            } else if known.is_empty() {
                problem
            } else {
                problem.with("known", known.iter().map(|k| format!("`{k}`")).join(", "))
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = texts(ContextKind::PriorArg).into_iter().next().unwrap_or_default();
            Problem::new(Code::OptionsConflict).with("option", option_name(first)).with("other", option_name(&other))
        }
        _ => Problem::new(Code::WordsMissing).with("known", option.iter().map(|o| format!("`{}`", bare(o))).join(", ")),
    };
    let wrong = if value.is_empty() { first } else { &value };
    let at = words.words.iter().find(|word| word.text == wrong || word.text.starts_with(&format!("{wrong}=")));
    let problem = problem.with("command", name);
    match at.or(words.words.last()) {
        Some(word) if !wrong.is_empty() => problem.at(word.place.clone()),
        _ => problem,
    }
}

/// The options that a command takes, with their dashes.
fn options(root: &clap::Command, name: &str) -> Vec<String> {
    let command = root.find_subcommand(name).unwrap_or(root);
    let options = command.get_arguments().filter_map(clap::Arg::get_long);
    options.map(|long| format!("--{long}")).collect()
}

/// Returns the words of a text as the person typed it.
pub(super) fn joined(words: &[String]) -> String {
    words.iter().join(" ")
}

/// A word behind `command` as clap gets it: only what looks like an option of that command starts with `-`.
fn masked(word: &str, command: &str) -> String {
    let is_option = match command {
        // What is tried is a line of its own, with options of its own; how to answer is said to both at once.
        "whatif" => ["--format", "--lang", "--time-limit", "--all"].contains(&word.split('=').next().unwrap_or(word)),
        "complete" => false,
        _ => word.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())),
    };
    let is_help = word == "-h" && command != "whatif" && command != "complete";
    // Behind it come choices only, whatever they start with; elsewhere it is an effect.
    let is_sign = word == "--" && command == "score";
    let is_plain = !word.starts_with('-') || is_option || is_help || is_sign;
    if is_plain { word.to_owned() } else { format!("{NO_OPTION}{word}") }
}

/// An argument that takes words whatever they start with.
fn with_any_start(argument: clap::Arg) -> clap::Arg {
    let is_number = ["count", "number", "time_limit", "idea", "drop"].contains(&argument.get_id().as_str());
    let is_text = argument.get_action().takes_values() && argument.get_possible_values().is_empty() && !is_number;
    if is_text { argument.value_parser(unmasked as fn(&str) -> Result<String, Infallible>) } else { argument }
}

fn unmasked(word: &str) -> Result<String, Infallible> {
    Ok(word.strip_prefix(NO_OPTION).unwrap_or(word).to_owned())
}

/// `--world <WORLD>` is called `--world`, and `[NUMBER]` `NUMBER`.
fn option_name(shown: &str) -> String {
    bare(shown.split_whitespace().next().unwrap_or_default())
}

/// `<ISSUE=OPTION>...` is called `ISSUE=OPTION`.
fn bare(shown: &str) -> String {
    shown.chars().filter(|c| !"<>[].".contains(*c)).collect()
}

/// The start of a word, short enough for a message.
fn shown(word: &str) -> String {
    match word.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}
