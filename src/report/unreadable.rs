//! Why a file can't be read at all.

use super::refusal::error;
use super::{Wordbook, clean};

/// Why a file can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is none of that name, and no bundled scenario either.
    NotFound {
        /// The bundled scenario that may have been meant.
        near: Option<String>,
    },
    /// The system says no, for this reason.
    Other(String),
}

/// Tells why the file that a person called `name` can't be read, and what to do.
#[must_use]
pub fn unreadable_text(name: &str, why: &Unreadable, words: &Wordbook) -> String {
    let name = clean(name);
    match why {
        Unreadable::NotFound { near: Some(near) } => {
            error(words, "file-not-found-near", &[("file", &name), ("near", &clean(near))])
        }
        Unreadable::NotFound { near: None } => error(words, "file-not-found", &[("file", &name)]),
        Unreadable::Other(reason) => error(words, "file-unreadable", &[("file", &name), ("reason", &clean(reason))]),
    }
}
