//! What a session holds: the table in hand, where it came from, and the changes before and after.

use super::quick_start::QuickStart;
use crate::domain::Package;
use crate::table_file::Document;

/// Where a table came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// How the person called it.
    pub name: String,
    /// Where `save` writes to; nothing for a bundled table or one that was never written.
    pub path: Option<String>,
    /// The text that is there.
    pub text: String,
}

/// What `undo` brings back.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// The table in hand.
    pub(super) document: Option<Document>,
    /// Where it came from.
    pub(super) origin: Option<Origin>,
    /// The quick start, from `new` until its last question is answered.
    pub(super) quick_start: Option<QuickStart>,
}

/// A change that was made.
#[derive(Clone, Debug)]
pub(super) struct Past {
    /// The line that asked for it.
    pub(super) line: String,
    /// How things were before.
    pub(super) before: State,
}

/// The changes of a session, back and forth.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) past: Vec<Past>,
    /// What was taken back, the latest last; `before` is how things were with it.
    pub(super) future: Vec<Past>,
}

impl State {
    /// Whether the table differs from what its file holds.
    pub(super) fn is_unsaved(&self) -> bool {
        match (&self.document, &self.origin) {
            (Some(document), Some(origin)) => document.source() != origin.text,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// Whether nothing tells the two apart.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let source = |state: &Self| state.document.as_ref().map(|document| document.source().to_owned());
        source(self) == source(other) && self.origin == other.origin
    }
}

impl History {
    /// Remembers how things were before `line`; what was taken back is forgotten.
    pub(super) fn push(&mut self, line: &str, before: State) {
        self.past.push(Past { line: line.trim().to_owned(), before });
        self.future.clear();
    }

    /// Takes back the last change: how things were before it, and the line that made it.
    pub(super) fn back(&mut self, now: State) -> Option<(State, String)> {
        let Past { line, before } = self.past.pop()?;
        self.future.push(Past { line: line.clone(), before: now });
        Some((before, line))
    }

    /// Makes the last change again that was taken back.
    pub(super) fn forth(&mut self, now: State) -> Option<(State, String)> {
        let Past { line, before: after } = self.future.pop()?;
        self.past.push(Past { line: line.clone(), before: now });
        Some((after, line))
    }
}

/// Packages that were shown, to be named by number: `#1` is the first, `_` the last.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) packages: Vec<Package>,
}
