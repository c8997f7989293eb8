//! `score`: what one whole package is worth to everybody.

use super::arguments::{Everywhere, Format, ScoreArguments};
use super::library::{self, unknown};
use super::{Exit, Said, Surroundings};
use crate::diagnostic::Problem;
use crate::domain::{Package, Table};
use crate::report::{Given, Wordbook, render_problem, score_json, score_text};
use crate::table_file::{parse_choice, parse_package};
use crate::valuation::Circumstances;

pub(super) fn score(
    arguments: &ScoreArguments,
    everywhere: &Everywhere,
    surroundings: &Surroundings<'_>,
) -> Result<Said, Said> {
    let opened = library::open(&arguments.file, everywhere)?;
    let (table, words) = opened.table(everywhere)?;
    let world = library::world(table.table(), arguments.world.as_deref(), &words)?;
    let package = package(table.table(), &arguments.choices, &words)?;
    let circumstances = Circumstances::new(table, world);
    let given =
        Given { circumstances: &circumstances, package: &package, floors: !everywhere.all, file: &arguments.file };
    let text = match everywhere.format {
        Format::Text => score_text(given, &words, surroundings.width),
        Format::Json => score_json(given).map_err(|error| Said::internal(&error))?,
    };
    Ok(Said::answer(text, Exit::Answered))
}

/// The package that `words` make: a choice per issue, or a named package and what to change in it.
fn package(table: &Table, choices: &[String], words: &Wordbook) -> Result<Package, Said> {
    let known = &table.narrative.packages;
    let (name, changes) = match choices {
        [name, changes @ ..] if !name.contains('=') => (name, changes),
        _ => return parse_package(table, choices).map_err(|problems| tell(&choices.join(" "), &problems, words)),
    };
    let named = known.iter().find(|package| package.id == *name);
    let Some(named) = named else {
        return Err(unknown(&place(words), "package", name, known.iter().map(|package| package.id.as_str()), words));
    };
    let mut package = named.package.clone();
    for change in changes {
        let (issue, decision) = parse_choice(table, change).map_err(|problem| tell(change, &[problem], words))?;
        package.decisions[issue] = decision;
    }
    Ok(package)
}

/// Where a choice stands that something is wrong with.
fn place(words: &Wordbook) -> String {
    words.say("place-command-line", &[])
}

/// Problems of what stood on the command line.
fn tell(source: &str, problems: &[Problem], words: &Wordbook) -> Said {
    let place = place(words);
    Said::problem(problems.iter().map(|problem| render_problem(words, &place, source, problem)).collect())
}
