//! Help: by task on one screen, and on one command with an example.

use super::super::page::Page;
use super::super::{Wordbook, clean};
use crate::session::{Candidate, TASKS, Usage, dutch_word};

/// The commands by task.
pub(super) fn tasks_text(words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    for (task, commands) in TASKS {
        page.line(words.say(&format!("task-{task}"), &[]));
        page.paragraph(commands.join("  "));
    }
    page.line(words.say("help-more", &[]));
    page.lay_out(width)
}

/// The commands by task, each with its Dutch word behind it.
pub(super) fn dutch_text(words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    for (task, commands) in TASKS {
        page.line(words.say(&format!("task-{task}"), &[]));
        let both = commands.iter().filter_map(|name| Some(format!("{name}\u{a0}({})", dutch_word(name)?)));
        page.paragraph(both.collect::<Vec<_>>().join("  "));
    }
    page.lay_out(width)
}

/// One command: what it is for, how it is typed, its options, and examples.
pub(super) fn help_text(usage: &Usage, words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    let name = &usage.name;
    page.line(words.say(&format!("command-{name}"), &[]));
    let options: Vec<String> = usage.options.iter().map(|(_, shown)| format!("[{shown}]")).collect();
    let parts = [name.clone(), usage.words.clone(), options.join(" ")];
    let typed = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    page.paragraph(typed);
    if let Some(dutch) = dutch_word(name) {
        page.item(words.say("help-dutch", &[("word", dutch)]));
    }
    for (key, shown) in &usage.options {
        page.item(format!("{shown}: {}", words.say(&format!("option-{key}"), &[])));
    }
    if let Some(more) = words.attribute(&format!("command-{name}"), "more", &[]) {
        page.paragraph(more);
    }
    page.line(words.say("help-example", &[]));
    for example in examples(name, words) {
        page.paragraph(example);
    }
    page.lay_out(width)
}

/// The examples of a command, as they are typed; they are about the table `vvt-cao-2018`.
#[must_use]
pub fn examples(command: &str, words: &Wordbook) -> Vec<String> {
    let text = words.attribute(&format!("command-{command}"), "example", &[]).unwrap_or_default();
    text.split(" ; ").map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Lines to type, one after the other.
pub(super) fn tour_text(words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    page.line(words.say("tour", &[]));
    for (line, key) in TOUR {
        page.paragraph(format!("{line:<44}{}", words.say(key, &[])));
    }
    page.lay_out(width)
}

/// The tour: what is typed, and what it shows.
pub const TOUR: [(&str, &str); 8] = [
    ("load sportpark-haven", "tour-load"),
    ("show", "tour-show"),
    ("zopa", "tour-zopa"),
    ("solve --objective fair", "tour-solve"),
    ("why _", "tour-why"),
    ("compare joint fair", "tour-compare"),
    ("step naive", "tour-step"),
    ("new", "tour-new"),
];

pub(super) fn candidates_text(candidates: &[Candidate], words: &Wordbook) -> String {
    let line = |candidate: &Candidate| match &candidate.key {
        Some(key) => format!("{:<16}{}\n", clean(&candidate.text), words.say(key, &[])),
        None => format!("{}\n", clean(&candidate.text)),
    };
    candidates.iter().map(line).collect()
}

/// The table of commands for the README: task by task, how each is typed, and what it is for.
#[must_use]
pub fn command_table(usages: &[Usage], words: &Wordbook) -> String {
    let mut text = String::new();
    for (task, commands) in TASKS {
        text += &format!("| **{}** | |\n", words.say(&format!("task-{task}"), &[]).trim_end_matches(':'));
        for usage in usages.iter().filter(|usage| commands.contains(&usage.name.as_str())) {
            let options: Vec<String> = usage.options.iter().map(|(_, shown)| format!("[{shown}]")).collect();
            let typed = format!("{} {} {}", usage.name, usage.words, options.join(" "));
            let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
            text += &format!("| `{typed}` | {} |\n", words.say(&format!("command-{}", usage.name), &[]));
        }
    }
    text
}

/// The Dutch word of every command for the README, task by task.
#[must_use]
pub fn dutch_words() -> String {
    let one = |name: &&str| dutch_word(name).map(|dutch| format!("`{name}` {dutch}"));
    let tasks = TASKS.iter().map(|(_, commands)| commands.iter().filter_map(one).collect::<Vec<_>>().join(", "));
    tasks.map(|line| format!("- {line}\n")).collect()
}
