//! The JSON of `check`.

use serde::Serialize;

use super::lesson::LessonJson;
use super::line;
use super::process::CheckupJson;
use crate::analysis::Lesson;
use crate::diagnostic::{Problem, Severity};
use crate::domain::{Language, Table};
use crate::report::{Size, Wordbook, problems};
use crate::session::Checkup;

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
    /// What the table teaches, if that was asked for and could be counted.
    pub lesson: Option<&'a Lesson>,
    /// What the checks find, if there is a table.
    pub checkup: Option<&'a Checkup>,
}

#[derive(Debug, Serialize)]
pub(super) struct CheckedJson<'a> {
    file: &'a str,
    ok: bool,
    table: Option<&'a str>,
    #[serde(flatten)]
    size: Option<Size>,
    problems: Vec<ProblemJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lesson: Option<LessonJson>,
    #[serde(flatten)]
    checkup: Option<CheckupJson<'a>>,
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
    hints: Vec<String>,
}

/// What came of checking files as one line of JSON. Messages are in English, whatever the language of a table.
///
/// # Errors
/// Only if serialising fails, which no file makes it do.
pub fn check_json(checked: &[Checked<'_>]) -> Result<String, serde_json::Error> {
    let words = Wordbook::new(Language::En);
    let all: Vec<CheckedJson<'_>> = checked.iter().map(|checked| described(checked, &words)).collect();
    line(&all)
}

/// A file that was checked, as JSON.
pub(super) fn described<'a>(checked: &Checked<'a>, words: &Wordbook) -> CheckedJson<'a> {
    let problems = checked.problems.iter().map(|problem| self::problem(problem, checked.source, words));
    let has_errors = checked.problems.iter().any(|problem| problem.severity() == Severity::Error);
    CheckedJson {
        file: checked.file,
        ok: !has_errors,
        table: checked.table.map(|table| table.id.as_str()),
        size: checked.table.map(Size::of),
        problems: problems.collect(),
        lesson: checked.lesson.zip(checked.table).map(|(lesson, table)| LessonJson::new(table, lesson)),
        checkup: checked.checkup.zip(checked.table).map(|(checkup, table)| CheckupJson::new(table, checkup)),
    }
}

fn problem(problem: &Problem, source: &str, words: &Wordbook) -> ProblemJson {
    let place = problems::place(source, problem).map(|place| problems::line_and_column(source, place.start));
    let (message, hints) = problems::in_words(words, problem);
    ProblemJson {
        kind: problem.code.key(),
        severity: match problem.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        message,
        hints,
    }
}
