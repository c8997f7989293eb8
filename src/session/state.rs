//! What a session holds: the table in hand, where it came from, and the changes before and after.

use std::collections::VecDeque;
use std::sync::Arc;

use super::journal::Said;
use super::quick_start::QuickStart;
use crate::domain::Package;
use crate::table_file::Document;

/// How many bytes of former texts are kept for `undo`: thousands of changes of any table that is made by hand.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How many changes can be taken back whatever their size.
const FEWEST_CHANGES: usize = 20;

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

/// How things are.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    /// The table in hand.
    pub(super) document: Option<Document>,
    /// Where it came from.
    pub(super) origin: Option<Arc<Origin>>,
    /// The quick start, from `new` until its last question is answered.
    pub(super) quick_start: Option<QuickStart>,
}

/// How things were: the text of the table stands for all that can be read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snapshot {
    pub(super) source: Option<String>,
    origin: Option<Arc<Origin>>,
    quick_start: Option<QuickStart>,
}

/// A change that was made.
#[derive(Clone, Debug)]
pub(super) struct Past {
    /// The line that asked for it, and what was said with it.
    pub(super) said: Said,
    /// How things were before.
    pub(super) before: Snapshot,
}

/// The changes of a session, back and forth.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    pub(super) past: VecDeque<Past>,
    /// How large the texts of `past` are together.
    bytes: usize,
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

    /// How things are, to be kept.
    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            source: self.document.as_ref().map(|document| document.source().to_owned()),
            origin: self.origin.clone(),
            quick_start: self.quick_start.clone(),
        }
    }
}

impl Snapshot {
    /// A table that is told by a text alone; an empty one tells of none.
    pub(super) fn of_text(text: &str, origin: Option<&Arc<Origin>>) -> Self {
        let source = (!text.is_empty()).then(|| text.to_owned());
        Self { source, origin: origin.cloned(), quick_start: None }
    }

    /// The text of the table; empty without one.
    pub(super) fn text(&self) -> &str {
        self.source.as_deref().unwrap_or_default()
    }

    /// The table, read anew; nothing if there was none.
    pub(super) fn document(&self) -> Option<Document> {
        Document::open(self.source.clone()?).ok()
    }

    /// How things were, read anew.
    pub(super) fn restore(self) -> State {
        // The text was sound when it was kept.
        let document = self.source.and_then(|source| Document::open(source).ok());
        State { document, origin: self.origin, quick_start: self.quick_start }
    }

    /// Whether the same table from the same place is told of; what is asked next doesn't count.
    pub(super) fn tells_same(&self, other: &Self) -> bool {
        self.source == other.source && self.origin == other.origin
    }

    fn bytes(&self) -> usize {
        self.source.as_ref().map_or(0, String::len)
    }
}

impl History {
    /// Remembers how things were before a change; what was taken back is forgotten, and what is long past as well.
    pub(super) fn push(&mut self, said: Said, before: Snapshot) {
        self.future.clear();
        self.keep(Past { said, before });
        while self.bytes > MOST_BYTES && self.past.len() > FEWEST_CHANGES {
            self.bytes -= self.past.pop_front().map_or(0, |past| past.before.bytes());
        }
    }

    /// Takes back the last change: how things were before it, and the line that made it.
    fn back(&mut self, now: Snapshot) -> Option<(Snapshot, String)> {
        let Past { said, before } = self.past.pop_back()?;
        self.bytes -= before.bytes();
        let line = said.line.clone();
        self.future.push(Past { said, before: now });
        Some((before, line))
    }

    /// Makes the last change again that was taken back.
    fn forth(&mut self, now: Snapshot) -> Option<(Snapshot, String)> {
        let Past { said, before: after } = self.future.pop()?;
        let line = said.line.clone();
        self.keep(Past { said, before: now });
        Some((after, line))
    }

    /// How things are so many changes back or forth from `now`, and the lines of these.
    pub(super) fn walk(&mut self, mut now: Snapshot, count: usize, back: bool) -> (Snapshot, Vec<String>) {
        let mut lines = Vec::new();
        for _ in 0..count {
            let moved = if back { self.back(now.clone()) } else { self.forth(now.clone()) };
            let Some((state, line)) = moved else { break };
            now = state;
            lines.push(line);
        }
        (now, lines)
    }

    /// How many of the last changes were made since the table was told by `text`; all of them if it never was.
    pub(super) fn since(&self, text: &str) -> usize {
        let before = self.past.iter().rev().map(|past| past.before.text());
        let differing = before.take_while(|before| *before != text).count();
        (differing + 1).min(self.past.len())
    }

    fn keep(&mut self, past: Past) {
        self.bytes += past.before.bytes();
        self.past.push_back(past);
    }
}

/// Packages that were shown, to be named by number: `#1` is the first, `_` the last.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) packages: Vec<Package>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_past_is_forgotten() {
        let mut history = History::default();
        let large = || Snapshot { source: Some("x".repeat(MOST_BYTES / 4)), origin: None, quick_start: None };
        for _ in 0..FEWEST_CHANGES + 10 {
            history.push(Said::default(), large());
        }
        assert_eq!(history.past.len(), FEWEST_CHANGES);
        let mut history = History::default();
        let small = || Snapshot { source: Some("x".repeat(1024)), origin: None, quick_start: None };
        for _ in 0..1000 {
            history.push(Said::default(), small());
        }
        assert_eq!(history.past.len(), 1000);
    }
}
