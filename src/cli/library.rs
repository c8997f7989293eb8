//! The bundled scenarios, and how a command gets from a name to a table.

use super::Said;
use super::arguments::Everywhere;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Ready, Table, WorldId};
use crate::report::{Wordbook, render_problem};
use crate::table_file::{self, Reading, bundled, read};

/// A table that was read, with what it was read from.
pub(super) struct Opened {
    /// What the person called it.
    pub(super) name: String,
    /// What problems call it.
    path: String,
    /// The text of the file.
    pub(super) source: String,
    /// What came of reading it.
    pub(super) reading: Reading,
}

/// The bundled tables, in the order in which they are best trained with. A test keeps them free of errors.
pub(super) fn tables() -> Vec<Table> {
    let mut tables: Vec<Table> = bundled().filter_map(|(_, source)| read(source).table).collect();
    tables.sort_by_key(|table| table.narrative.order.unwrap_or(u32::MAX));
    tables
}

/// Reads the bundled scenario or the file called `name`.
pub(super) fn open(name: &str, everywhere: &Everywhere) -> Result<Opened, Said> {
    match table_file::open(name) {
        Ok(table_file::Opened { path, source }) => {
            Ok(Opened { name: name.to_owned(), path, reading: read(&source), source })
        }
        Err(error) => {
            let words = Wordbook::new(everywhere.language().unwrap_or_default());
            Err(Said::problem(render_problem(&words, &error.path, "", &error.problem)))
        }
    }
}

impl Opened {
    /// The sentences to tell it in: those that were asked for, or else the table's own; English without a table.
    pub(super) fn words(&self, everywhere: &Everywhere) -> Wordbook {
        let own = || self.reading.table.as_ref().map(|table| table.language).unwrap_or_default();
        Wordbook::new(everywhere.language().unwrap_or_else(own))
    }

    /// The table and the sentences to tell it in; or everything that is wrong with it.
    pub(super) fn table(&self, everywhere: &Everywhere) -> Result<(Ready<'_>, Wordbook), Said> {
        let words = self.words(everywhere);
        let Some(table) = &self.reading.table else {
            return Err(Said::problem(self.problems_text(&self.reading.problems, &words)));
        };
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
        problems.iter().map(|problem| render_problem(words, &self.path, &self.source, problem)).collect()
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
