//! What is kept of a session: the changes, the whole log, tables that were never saved, and what a journal brings back.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::super::page::{Column, Grid, Page};
use super::super::{Wordbook, clean, render_problem};
use crate::diagnostic::Problem;
use crate::session::{Draft, Entry, Said};
use crate::table_file::Act;

/// Tells what a journal brought back, or why a table can't be changed; `name` is what the table is called.
#[must_use]
pub fn notices_text(notices: &[Problem], name: &str, words: &Wordbook) -> String {
    notices.iter().map(|notice| render_problem(words, name, "", notice)).collect()
}

pub(super) fn log_text(changes: &[Said], redoable: usize, words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    if changes.is_empty() {
        page.paragraph(words.say("log-empty", &[]));
    }
    let rows = changes.iter().map(|said| (None, said));
    page.grid(grid(rows, words));
    if redoable > 0 {
        page.paragraph(words.say("log-redo", &[("count", &redoable.to_string())]));
    }
    page.lay_out(width)
}

pub(super) fn chronicle_text(entries: &[Entry], words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    page.grid(grid(entries.iter().map(|entry| (Some(&entry.what), &entry.said)), words));
    page.lay_out(width)
}

/// One row each: its number, when, and what.
fn grid<'a>(rows: impl Iterator<Item = (Option<&'a Act>, &'a Said)>, words: &Wordbook) -> Grid {
    let rows: Vec<_> = rows.collect();
    let is_timed = rows.iter().any(|(_, said)| said.at.is_some());
    let mut columns = vec![Column::Number, Column::Words];
    if is_timed {
        columns.insert(1, Column::Whole);
    }
    let mut grid = Grid { columns, ..Grid::default() };
    for (at, (act, said)) in rows.into_iter().enumerate() {
        let mut row = vec![(at + 1).to_string(), sentence(act, said, words)];
        if is_timed {
            row.insert(1, said.at.map(when).unwrap_or_default());
        }
        grid.rows.push(row);
    }
    grid
}

/// What was done, who said it and why.
fn sentence(act: Option<&Act>, said: &Said, words: &Wordbook) -> String {
    let line = clean(&said.line);
    let what = match act {
        Some(Act::Begun { name, .. }) if name.is_empty() => words.say("log-begun", &[]),
        Some(Act::Begun { name, .. }) => words.say("log-begun-on", &[("name", &clean(name))]),
        Some(Act::Undone(count)) => words.say("log-undone", &[("count", &count.to_string())]),
        Some(Act::Redone(count)) => words.say("log-redone", &[("count", &count.to_string())]),
        Some(Act::Saved) => words.say("log-saved", &[]),
        Some(Act::Taken) => words.say("log-taken", &[]),
        Some(Act::Changed) | None => line,
    };
    let by = said.by.as_ref().map(|by| words.say("log-by", &[("who", &clean(by))]));
    let note = said.note.as_ref().map(|note| words.say("log-note", &[("note", &clean(note))]));
    [Some(what), by, note].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A moment on the clock of this place.
fn when(at: i64) -> String {
    match Timestamp::from_second(at) {
        Ok(moment) => moment.to_zoned_datetime(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => String::new(),
    }
}

pub(super) fn drafts_text(drafts: &[Draft], words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    page.paragraph(words.say("drafts", &[]));
    let mut grid = Grid { columns: vec![Column::Number, Column::Whole, Column::Words], ..Grid::default() };
    for (at, draft) in drafts.iter().enumerate() {
        let count = draft.changes.to_string();
        let title = clean(draft.title.get(words.language));
        let told = words.say("draft", &[("title", &title), ("count", &count)]);
        grid.rows.push(vec![(at + 1).to_string(), when(draft.at), told]);
    }
    page.grid(grid);
    page.lay_out(width)
}

/// A change, as scripts read it.
#[derive(Serialize)]
pub(super) struct SaidJson<'a> {
    done: &'static str,
    line: &'a str,
    /// In seconds since 1970 began (UTC); `null` where no journal is kept.
    at: Option<i64>,
    by: Option<&'a str>,
    note: Option<&'a str>,
}

/// A change, or whatever else a journal tells.
pub(super) fn said_json<'a>(act: Option<&Act>, said: &'a Said) -> SaidJson<'a> {
    let done = match act {
        Some(Act::Begun { .. }) => "begun",
        Some(Act::Undone(_)) => "undone",
        Some(Act::Redone(_)) => "redone",
        Some(Act::Saved) => "saved",
        Some(Act::Taken) => "taken",
        Some(Act::Changed) | None => "changed",
    };
    SaidJson { done, line: &said.line, at: said.at, by: said.by.as_deref(), note: said.note.as_deref() }
}
