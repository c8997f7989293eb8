//! `check`: everything that is wrong or doubtful in table files.

use super::arguments::{CheckArguments, Everywhere, Format};
use super::library::{self, Opened};
use super::{Exit, Said, Surroundings};
use crate::diagnostic::{Problem, Severity};
use crate::report::{Checked, Wordbook, check_failure, check_json, check_summary};

pub(super) fn check(
    arguments: &CheckArguments,
    everywhere: &Everywhere,
    surroundings: &Surroundings<'_>,
) -> Result<Said, Said> {
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    let mut said = Said::answer(String::new(), Exit::Answered);
    let mut checked = Vec::new();
    for name in &arguments.files {
        match library::open(name, everywhere, surroundings) {
            Err(unread) => {
                said.problems += &unread.problems;
                said.exit = Exit::BadInput;
            }
            Ok(opened) => {
                let problems = problems(&opened);
                if problems.iter().any(|problem| problem.severity() == Severity::Error) {
                    said.exit = Exit::BadInput;
                }
                checked.push((opened, problems));
            }
        }
    }
    match everywhere.format {
        Format::Text => tell(&mut said, &checked, &words),
        Format::Json => {
            let all: Vec<Checked<'_>> = checked.iter().map(|(opened, problems)| described(opened, problems)).collect();
            said.answer = check_json(&all, &words).map_err(|error| Said::internal(&error))?;
        }
    }
    Ok(said)
}

/// Everything found while reading, then what is missing before anything can be scored.
fn problems(opened: &Opened) -> Vec<Problem> {
    let missing = opened.reading.table.as_ref().and_then(|table| table.ready().err()).unwrap_or_default();
    let unready = missing.iter().map(|missing| opened.reading.unready(missing));
    opened.reading.problems.iter().cloned().chain(unready).collect()
}

fn tell(said: &mut Said, checked: &[(Opened, Vec<Problem>)], words: &Wordbook) {
    for (opened, problems) in checked {
        said.problems += &opened.problems_text(problems, words);
        let errors = problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
        said.answer += &match &opened.reading.table {
            Some(table) if errors == 0 => check_summary(table, &opened.name, words),
            _ => check_failure(&opened.name, errors, words),
        };
    }
}

fn described<'a>(opened: &'a Opened, problems: &'a [Problem]) -> Checked<'a> {
    Checked { file: &opened.name, source: &opened.source, table: opened.reading.table.as_ref(), problems }
}
