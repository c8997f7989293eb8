//! Help and complaints of the command line, in the words of the wordbook.

use std::ffi::OsString;

use clap::CommandFactory as _;

use super::arguments::Arguments;
use super::{Exit, Said};
use crate::diagnostic::Problem;
use crate::domain::Language;
use crate::report::{Wordbook, clean, render_typed};
use crate::session::{
    Everywhere, Grammar, misused as misused_line, quote, tokenize, unknown_command, with_dutch_words,
};

/// The grammar of the command line, with what everything is for.
pub(super) fn grammar(arguments: &[OsString], width: usize) -> clap::Command {
    let words = words(arguments);
    let mut grammar = with_dutch_words(Arguments::command()).term_width(width).about(words.say("about", &[]));
    grammar = grammar.mut_args(|argument| described(argument, "program", &words));
    let names: Vec<String> = grammar.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for name in names {
        grammar = grammar.mut_subcommand(&name, |command| {
            let key = if words.has(&format!("program-{name}")) { "program" } else { "command" };
            let command = command.about(words.say(&format!("{key}-{name}"), &[]));
            command.mut_args(|argument| described(argument, "option", &words))
        });
    }
    grammar
}

/// An argument with what it is for, instead of what the code says of it.
fn described(argument: clap::Arg, kind: &str, words: &Wordbook) -> clap::Arg {
    let id = argument.get_long().map_or_else(|| argument.get_id().to_string(), str::to_owned);
    // A number below 0 behind an option is its value, not another option.
    let takes_number = argument.get_long().is_some() && argument.get_action().takes_values();
    let argument = argument.allow_negative_numbers(takes_number);
    // What stands for itself may be called as some option is.
    let keys = match argument.get_value_names() {
        Some([value]) if argument.is_positional() && kind == "option" => {
            [format!("word-{id}"), format!("word-{}", value.to_lowercase().replace('=', "-"))]
        }
        _ => [format!("{kind}-{id}"), format!("option-{id}")],
    };
    match keys.iter().find(|key| words.has(key)) {
        Some(key) => argument.help(words.say(key, &[])),
        None => argument.help(None::<&str>),
    }
}

/// The wordbook of the language that is asked for.
fn words(arguments: &[OsString]) -> Wordbook {
    let mut asked = arguments
        .iter()
        .map(|word| word.to_string_lossy())
        .skip_while(|word| *word != "--lang" && *word != "--lang=nl");
    let is_dutch =
        asked.next().is_some_and(|word| word == "--lang=nl") || asked.next().is_some_and(|word| word == "nl");
    Wordbook::new(if is_dutch { Language::Nl } else { Language::En })
}

/// Help on a command that only makes sense outside the prompt; nothing for any other.
pub(super) fn help(name: &str, arguments: &[OsString], width: usize) -> Option<Said> {
    let mut grammar = grammar(arguments, width);
    let outside = Grammar::default().command_named(name).is_err();
    let command = grammar.find_subcommand_mut(name).filter(|_| outside)?;
    let bin = format!("tafel {}", command.get_name());
    Some(Said::answer(shown(&command.clone().bin_name(bin).render_long_help().to_string()), Exit::Answered))
}

/// Text of clap, fit for a terminal.
fn shown(text: &str) -> String {
    text.lines().map(|line| clean(line) + "\n").collect()
}

/// Says that what was taken for a file may be a slip in a command; nothing if no command is like it.
pub(super) fn misspelt(name: &str, everywhere: &Everywhere, width: usize) -> Option<Said> {
    let problem = unknown(&with_dutch_words(Arguments::command()), name);
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    let is_slip = problem.arguments.contains_key("near");
    is_slip.then(|| Said::problem(render_typed(&words, &quote(name), &problem, width)))
}

/// That no command is called `name`, at the start of the line.
fn unknown(root: &clap::Command, name: &str) -> Problem {
    let known: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
    unknown_command(name, &known).at(0..quote(name).len())
}

/// Help and version are answers; anything else is a problem, shown where it stands in the line.
pub(super) fn misused(error: &clap::Error, arguments: &[OsString], line: &str, width: usize) -> Said {
    if !error.use_stderr() {
        return Said::answer(shown(&error.render().to_string()), Exit::Answered);
    }
    let root = grammar(arguments, width);
    if let Some(first) = arguments.get(1).map(|first| first.to_string_lossy().into_owned())
        && !first.starts_with('-')
        && root.find_subcommand(&first).is_none()
    {
        return Said::problem(render_typed(&words(arguments), line, &unknown(&root, &first), width));
    }
    let name = arguments.get(1).map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let problem = misused_line(&root, &name, error, &tokenize(line));
    Said::problem(render_typed(&words(arguments), line, &problem, width))
}
