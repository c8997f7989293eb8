//! The bundled scenarios, and how a command gets from a name to a table.

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::arguments::Everywhere;
use super::{Said, Surroundings};
use crate::diagnostic::{Code, Problem, did_you_mean};
use crate::domain::{Ready, Table, WorldId};
use crate::report::{Unreadable, Wordbook, render_problem, unreadable_text};
use crate::table_file::{Reading, decode, read};

/// One file per scenario. Folders below it hold other things.
static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// A table that was read, with what it was read from.
pub(super) struct Opened {
    /// What the person called it.
    pub(super) name: String,
    /// The text of the file.
    pub(super) source: String,
    /// What came of reading it.
    pub(super) reading: Reading,
}

/// The bundled tables, by name. A test keeps them free of errors.
pub(super) fn tables() -> Vec<Table> {
    let mut tables: Vec<Table> = bundled().filter_map(|(_, source)| read(source).table).collect();
    tables.sort_by(|a, b| a.id.cmp(&b.id));
    tables
}

/// Reads the bundled scenario or the file called `name`.
///
/// A bundled name goes before a file of the same name in this folder, so that a command means the same everywhere.
pub(super) fn open(name: &str, everywhere: &Everywhere, surroundings: &Surroundings<'_>) -> Result<Opened, Said> {
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    let source = match bundled().find(|(bundled, _)| *bundled == name) {
        Some((_, source)) => source.to_owned(),
        None => {
            let bytes = (surroundings.read)(Path::new(name)).map_err(|error| unreadable(name, &error, &words))?;
            decode(&bytes).map_err(|problem| Said::problem(render_problem(&words, name, "", &problem)))?
        }
    };
    Ok(Opened { name: name.to_owned(), reading: read(&source), source })
}

impl Opened {
    /// The table and the language to tell it in; or everything that is wrong with it.
    pub(super) fn table(&self, everywhere: &Everywhere) -> Result<(Ready<'_>, Wordbook), Said> {
        let asked = everywhere.language();
        let Some(table) = &self.reading.table else {
            let words = Wordbook::new(asked.unwrap_or_default());
            return Err(Said::problem(self.problems_text(&self.reading.problems, &words)));
        };
        let words = Wordbook::new(asked.unwrap_or(table.language));
        match table.ready() {
            Ok(ready) => Ok((ready, words)),
            Err(missing) => {
                let problems: Vec<Problem> = missing.iter().map(|missing| self.reading.unready(missing)).collect();
                Err(Said::problem(self.problems_text(&problems, &words)))
            }
        }
    }

    /// Every problem as it is shown.
    pub(super) fn problems_text(&self, problems: &[Problem], words: &Wordbook) -> String {
        problems.iter().map(|problem| render_problem(words, &self.name, &self.source, problem)).collect()
    }
}

/// The world called `name`; the base world without a name.
pub(super) fn world(table: &Table, name: Option<&str>, words: &Wordbook) -> Result<WorldId, Said> {
    let Some(name) = name else { return Ok(WorldId::BASE) };
    let known = || table.worlds.iter().map(|world| world.id.as_str());
    table.world_named(name).ok_or_else(|| unknown("--world", "world", name, known(), words))
}

/// Says that nothing is called `name`, where that was asked for, and what may have been meant.
pub(super) fn unknown<'a>(
    place: &str,
    kind: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
    words: &Wordbook,
) -> Said {
    let problem = Problem::new(Code::UnknownName).with("kind", kind).with("name", name).near(name, known);
    Said::problem(render_problem(words, place, "", &problem))
}

fn bundled() -> impl Iterator<Item = (&'static str, &'static str)> {
    SCENARIOS.files().filter_map(|file| {
        let name = file.path().file_name()?.to_str()?.strip_suffix(".ron")?;
        Some((name, file.contents_utf8()?))
    })
}

fn unreadable(name: &str, error: &io::Error, words: &Wordbook) -> Said {
    let why = match error.kind() {
        io::ErrorKind::NotFound => {
            let near = did_you_mean(name, bundled().map(|(name, _)| name));
            Unreadable::NotFound { near: near.map(str::to_owned) }
        }
        kind => Unreadable::Other(kind.to_string()),
    };
    Said::problem(unreadable_text(name, &why, words))
}
