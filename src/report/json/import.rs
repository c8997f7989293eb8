//! The JSON of `import`.

use serde::Serialize;

use super::check::{Checked, CheckedJson, described};
use super::line;
use crate::domain::{Language, Table};
use crate::report::{Size, Wordbook};

/// What came of an import.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// The table; `None` if there was any error.
    pub table: Option<&'a Table>,
    /// The text of the table, if it wasn't written to a file.
    pub text: Option<&'a str>,
    /// The file that the table was written to.
    pub written: Option<&'a str>,
    /// The files that it was made of.
    pub files: &'a [Checked<'a>],
}

#[derive(Debug, Serialize)]
struct ImportJson<'a> {
    ok: bool,
    table: Option<&'a str>,
    #[serde(flatten)]
    size: Option<Size>,
    written: Option<&'a str>,
    text: Option<&'a str>,
    files: Vec<CheckedJson<'a>>,
}

/// What came of an import as one line of JSON; each file as `check` tells it, in English.
///
/// # Errors
/// Only if serialising fails, which no file makes it do.
pub fn import_json(import: &Import<'_>) -> Result<String, serde_json::Error> {
    let words = Wordbook::new(Language::En);
    line(&ImportJson {
        ok: import.table.is_some(),
        table: import.table.map(|table| table.id.as_str()),
        size: import.table.map(Size::of),
        written: import.written,
        text: import.text,
        files: import.files.iter().map(|file| described(file, &words)).collect(),
    })
}
