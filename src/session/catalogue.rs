//! The table of commands: what there is, for which task, and how it is typed. Feeds help, completion and the README.
//!
//! What each is for and an example of it stand in the wordbook under `command-NAME`.

use super::grammar::Grammar;

/// The commands by task, both as the wordbook calls them, in the order in which they are shown.
pub const TASKS: [(&str, &[&str]); 7] = [
    ("start", &["new", "load", "scenarios", "tour", "save", "help", "set", "quit"]),
    (
        "who",
        &[
            "interview",
            "questions",
            "sheet",
            "party",
            "interest",
            "weights",
            "position",
            "no-deal",
            "ratification",
            "mandate",
            "probability",
        ],
    ),
    (
        "what",
        &[
            "issue",
            "option",
            "effect",
            "reading",
            "attribute",
            "rule",
            "world",
            "fact",
            "criterion",
            "ambition",
            "title",
            "freeze",
        ],
    ),
    ("screen", &["view", "openness", "release", "blank", "disclosed"]),
    ("change", &["rename", "remove", "park", "open", "undo", "redo", "log", "resume"]),
    (
        "look",
        &[
            "show", "matrix", "check", "zopa", "propose", "test", "solve", "frontier", "score", "bill", "why",
            "trades", "meso", "facts", "ratify", "stress", "explain",
        ],
    ),
    ("try", &["package", "react", "compare", "whatif", "keep", "step", "improve", "whynot", "firm", "what-matters"]),
];

/// How a command is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Its name.
    pub name: String,
    /// What comes behind the name, such as `PARTY [TEXT]`.
    pub words: String,
    /// Its own options, such as `--world WORLD`, by their names in the wordbook.
    pub options: Vec<(String, String)>,
}

impl Grammar {
    /// How the command called `name` is typed.
    #[must_use]
    pub fn usage(&self, name: &str) -> Option<Usage> {
        let command = self.commands().find(|command| command.get_name() == name)?;
        let words: Vec<String> = command.get_positionals().map(|word| typed(word, &value_name(word))).collect();
        let own = command.get_arguments().filter(|argument| !argument.is_global_set() && argument.get_id() != "help");
        let options = own.filter_map(|argument| {
            let long = argument.get_long()?;
            let takes_value = argument.get_action().takes_values();
            let shown = if takes_value { format!("--{long} {}", value_name(argument)) } else { format!("--{long}") };
            Some((long.to_owned(), shown))
        });
        Some(Usage { name: name.to_owned(), words: words.join(" "), options: options.collect() })
    }
}

fn typed(word: &clap::Arg, name: &str) -> String {
    let many = word.get_num_args().is_some_and(|range| range.max_values() > 1);
    let name = if many { format!("{name}...") } else { name.to_owned() };
    if word.is_required_set() { name } else { format!("[{name}]") }
}

/// What stands for the value of an argument in a usage line.
pub(super) fn value_name(argument: &clap::Arg) -> String {
    let possible = argument.get_possible_values();
    if !possible.is_empty() {
        return possible.iter().map(clap::builder::PossibleValue::get_name).collect::<Vec<_>>().join("|");
    }
    argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_has_its_task() {
        let grammar = Grammar::default();
        let listed: Vec<&str> = TASKS.iter().flat_map(|(_, commands)| commands.iter().copied()).collect();
        let known: BTreeSet<&str> =
            grammar.commands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name).collect();
        assert_eq!(listed.iter().copied().collect::<BTreeSet<&str>>(), known);
        assert_eq!(listed.len(), known.len(), "a command stands there twice");
        assert!(listed.iter().all(|name| grammar.usage(name).is_some()));
    }
}
