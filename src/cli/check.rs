//! `check`: everything that is wrong or doubtful in table files.

use super::arguments::CheckFiles;
use super::library::{self, Opened};
use super::{Exit, Said, Surroundings};
use crate::analysis::{Lesson, lesson};
use crate::diagnostic::{Problem, Severity};
use crate::domain::Language;
use crate::report::{
    Checked, Wordbook, check_failure, check_json, check_summary, checkup_text, internal_text, lesson_text,
};
use crate::session::{Checkup, Everywhere, Format};

pub(super) fn check(
    arguments: &CheckFiles,
    everywhere: &Everywhere,
    surroundings: &Surroundings<'_>,
) -> Result<Said, Said> {
    let mut said = Said::answer(String::new(), Exit::Answered);
    let mut checked = Vec::new();
    for name in &arguments.files {
        match library::open(name, everywhere) {
            Err(unread) => {
                said.problems += &unread.problems;
                said.exit = Exit::BadInput;
            }
            Ok(opened) => {
                let problems = opened.reading.findings();
                if problems.iter().any(|problem| problem.severity() == Severity::Error) {
                    said.exit = Exit::BadInput;
                }
                let measured = if arguments.lesson { measured(&opened, surroundings) } else { None };
                let words = opened.words(everywhere);
                let table = opened.reading.table.as_ref();
                let checkup = table.map(|table| Checkup::of(table, Vec::new(), everywhere.all, surroundings.stop));
                checked.push(Seen { opened, words, problems, measured, checkup });
            }
        }
    }
    match everywhere.format.unwrap_or_default() {
        Format::Text => tell(&mut said, &checked, arguments.lesson, surroundings.width),
        Format::Json => {
            let all: Vec<Checked<'_>> = checked.iter().map(described).collect();
            said.answer = check_json(&all).map_err(|error| internal(&error))?;
        }
    }
    Ok(said)
}

/// A file that could be opened, and what came of it.
struct Seen {
    opened: Opened,
    words: Wordbook,
    problems: Vec<Problem>,
    /// What the table teaches, if that was asked for and can be counted.
    measured: Option<Lesson>,
    /// What the checks find, if there is a table.
    checkup: Option<Checkup>,
}

fn measured(opened: &Opened, surroundings: &Surroundings<'_>) -> Option<Lesson> {
    lesson(opened.reading.table.as_ref()?.ready().ok()?, surroundings.stop)
}

fn tell(said: &mut Said, checked: &[Seen], with_lesson: bool, width: usize) {
    for Seen { opened, words, problems, measured, checkup } in checked {
        said.problems += &opened.problems_text(problems, words);
        let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
        match &opened.reading.table {
            Some(table) if errors == 0 => {
                if !said.answer.is_empty() {
                    said.answer.push('\n');
                }
                said.answer += &check_summary(table, &opened.name, words);
                if with_lesson {
                    said.answer += &format!("\n{}", lesson_text(table, measured.as_ref(), words, width));
                }
                if let Some(checkup) = checkup {
                    said.answer += &format!("\n{}", checkup_text(table, checkup, words, width));
                }
            }
            _ => said.answer += &check_failure(&opened.name, errors, words),
        }
    }
}

fn described(seen: &Seen) -> Checked<'_> {
    let Seen { opened, problems, measured, checkup, .. } = seen;
    let table = opened.reading.table.as_ref();
    Checked {
        file: &opened.name,
        source: &opened.source,
        table,
        problems,
        lesson: measured.as_ref(),
        checkup: checkup.as_ref(),
    }
}

fn internal(error: &dyn std::error::Error) -> Said {
    let problems = internal_text(&error.to_string(), &Wordbook::new(Language::En));
    Said { problems, exit: Exit::Internal, ..Said::default() }
}
