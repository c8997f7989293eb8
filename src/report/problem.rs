//! Problems in a text that a person wrote, as they are shown.

use super::{Wordbook, clean};
use crate::diagnostic::Problem;

/// Shows a problem as `file:line:column: message` with its hint below; without a place or a file only what is known.
#[must_use]
pub fn render_problem(words: &Wordbook, file: &str, source: &str, problem: &Problem) -> String {
    let cleaned: Vec<(&str, String)> = problem.arguments.iter().map(|(name, value)| (*name, clean(value))).collect();
    let arguments: Vec<(&str, &str)> = cleaned.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let before = problem.place.as_ref().and_then(|place| source.get(..place.start));
    let place = match (file, before) {
        ("", _) => String::new(),
        (file, None) => format!("{}: ", clean(file)),
        (file, Some(before)) => {
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
            format!("{}:{line}:{column}: ", clean(file))
        }
    };
    let mut text = format!("{place}{}\n", words.say(problem.code.key(), &arguments));
    if let Some(hint) = words.attribute(problem.code.key(), "hint", &arguments) {
        text += &(words.say("hint-line", &[("message", &hint)]) + "\n");
    }
    text
}
