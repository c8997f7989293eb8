//! The JSON of `check`.

use serde::Serialize;

use super::line;
use crate::diagnostic::{Problem, Severity};
use crate::domain::Table;
use crate::report::{Size, Wordbook};

/// A file that was checked, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What the person called it.
    pub file: &'a str,
    /// Its text.
    pub source: &'a str,
    /// The table; `None` if there is any error.
    pub table: Option<&'a Table>,
    /// Everything that is wrong or doubtful.
    pub problems: &'a [Problem],
}

#[derive(Debug, Serialize)]
struct CheckedJson<'a> {
    file: &'a str,
    ok: bool,
    table: Option<&'a str>,
    #[serde(flatten)]
    size: Option<Size>,
    problems: Vec<ProblemJson>,
}

#[derive(Debug, Serialize)]
struct ProblemJson {
    kind: &'static str,
    severity: &'static str,
    /// Counted from 1; `null` if the problem has no place.
    line: Option<usize>,
    /// In characters, counted from 1.
    column: Option<usize>,
    message: String,
    hint: Option<String>,
}

/// What came of checking files as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no file makes it do.
pub fn check_json(checked: &[Checked<'_>], words: &Wordbook) -> Result<String, serde_json::Error> {
    let all: Vec<CheckedJson<'_>> = checked.iter().map(|checked| described(checked, words)).collect();
    line(&all)
}

fn described<'a>(checked: &Checked<'a>, words: &Wordbook) -> CheckedJson<'a> {
    let problems = checked.problems.iter().map(|problem| self::problem(problem, checked.source, words));
    let has_errors = checked.problems.iter().any(|problem| problem.severity() == Severity::Error);
    CheckedJson {
        file: checked.file,
        ok: !has_errors,
        table: checked.table.map(|table| table.id.as_str()),
        size: checked.table.map(Size::of),
        problems: problems.collect(),
    }
}

fn problem(problem: &Problem, source: &str, words: &Wordbook) -> ProblemJson {
    let place = problem.place.as_ref().and_then(|place| source.get(..place.start));
    let column = |before: &str| 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    let arguments: Vec<(&str, &str)> = problem.arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ProblemJson {
        kind: problem.code.key(),
        severity: match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        line: place.map(|before| 1 + before.matches('\n').count()),
        column: place.map(column),
        message: words.say(problem.code.key(), &arguments),
        hint: words.attribute(problem.code.key(), "hint", &arguments),
    }
}
