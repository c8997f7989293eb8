//! A text in the making, which knows where the values ended up that were set in it.

use std::ops::Range;

use super::{Edit, Inside, Value};
use crate::table_file::raw::Raw;

/// A text that is being changed.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    text: String,
    marks: Vec<Mark>,
    edit: usize,
}

/// A value that was set, and where it stands now.
#[derive(Clone, Debug)]
struct Mark {
    edit: usize,
    place: Range<usize>,
    /// How long the value is as it was given.
    length: usize,
}

impl Draft {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new(), edit: 0 }
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What follows belongs to the edit at this position.
    pub(super) fn begin(&mut self, edit: usize) {
        self.edit = edit;
    }

    /// Puts `with` in the place of `range`.
    pub(super) fn splice(&mut self, range: Range<usize>, with: &str) {
        self.text.replace_range(range.clone(), with);
        let moved = |at: usize| at - range.len() + with.len();
        self.marks.retain_mut(|mark| {
            if range.end <= mark.place.start {
                mark.place = moved(mark.place.start)..moved(mark.place.end);
                true
            } else {
                mark.place.end <= range.start
            }
        });
    }

    /// Puts `with` at `at`.
    pub(super) fn insert(&mut self, at: usize, with: &str) {
        self.splice(at..at, with);
    }

    /// Remembers that the value of this edit, `length` bytes as it was given, stands at `place`.
    pub(super) fn mark(&mut self, place: Range<usize>, length: usize) {
        self.marks.push(Mark { edit: self.edit, place, length });
    }

    /// Where in the value of which edit `place` is.
    pub(super) fn inside(&self, place: &Range<usize>, edits: &[Edit]) -> Option<Inside> {
        let holds = |mark: &&Mark| mark.place.start <= place.start && place.end <= mark.place.end;
        let mark = self.marks.iter().rev().find(holds)?;
        let written = &self.text[mark.place.clone()];
        // A quoted text without escapes is the value with something around it.
        let is_quoted = matches!(edits.get(mark.edit), Some(Edit::Set { value: Value::Text(_), .. }));
        let lead = match Raw(written).quoted() {
            Some(text) if is_quoted => written.find(&*text).filter(|_| !written.contains('\\')),
            _ => Some(0),
        };
        // Space and comments around a piece of RON are left out.
        let skipped = match edits.get(mark.edit) {
            Some(Edit::Set { value: Value::Word(given) | Value::Ron(given), .. }) => given.find(written).unwrap_or(0),
            _ => 0,
        };
        let within = |at: usize, lead: usize| (skipped + at - mark.place.start).saturating_sub(lead).min(mark.length);
        let place = lead.map(|lead| within(place.start, lead)..within(place.end, lead));
        Some(Inside { edit: mark.edit, place: place.unwrap_or(0..mark.length) })
    }
}
