//! How `check` gets from a name to a table.

use super::Said;
use crate::diagnostic::Problem;
use crate::report::{Wordbook, render_problem};
use crate::session::Everywhere;
use crate::table_file::{self, Reading, read};

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

    /// Every problem as it is shown.
    pub(super) fn problems_text(&self, problems: &[Problem], words: &Wordbook) -> String {
        problems.iter().map(|problem| render_problem(words, &self.path, &self.source, problem)).collect()
    }
}
