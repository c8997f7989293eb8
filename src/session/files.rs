//! Tables from files and back.

use std::fs::File;
use std::io::ErrorKind;
use std::sync::Arc;

use super::command::SaveArguments;
use super::keeping::{Book, TakenUp};
use super::response::{Failure, Response};
use super::state::Origin;
use super::typed::Typed;
use super::{Outcome, Session};
use crate::diagnostic::{Code, Problem};
use crate::table_file::{self, Document, OpenError, Opened, Reading, SaveError, bundled};

/// Opens a file of commands.
///
/// # Errors
/// There is none, or it can't be read.
pub fn open_script(path: &str) -> Result<File, Failure> {
    let problem = |code| Failure::File {
        path: path.to_owned(),
        source: String::new(),
        problems: vec![Problem::new(code).with("name", path).with("reason", "other")],
    };
    match File::open(path) {
        Ok(file) if file.metadata().is_ok_and(|data| data.is_dir()) => Err(problem(Code::FileIsFolder)),
        Ok(file) => Ok(file),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(problem(Code::ScriptMissing)),
        Err(_) => Err(problem(Code::FileUnreadable)),
    }
}

/// A table from a file or a bundled one; its warnings don't stand in the way.
pub(super) fn open(name: &str) -> Result<(Document, Origin), Failure> {
    let opened = table_file::open(name);
    let Opened { path, source } = opened.map_err(|OpenError { path, problem }| Failure::File {
        path,
        source: String::new(),
        problems: vec![problem],
    })?;
    let is_bundled = bundled().any(|(id, _)| id == name);
    let text = source.clone();
    match Document::open(source) {
        Ok(document) => {
            let origin = Origin { name: name.to_owned(), path: (!is_bundled).then_some(path), text };
            Ok((document, origin))
        }
        Err(Reading { problems, .. }) => Err(Failure::File { path, source: text, problems }),
    }
}

impl Session {
    /// Takes a table in hand.
    ///
    /// # Errors
    /// It can't be opened, or something in it is wrong.
    pub(super) fn load(&mut self, name: &str, line: &str) -> Outcome {
        let (document, origin) = open(name)?;
        let was_kept = self.keeper.keeps();
        // It may be the table in hand, whose journal can't be opened twice.
        self.keeper.hold(Book::default());
        let notices = self.take(self.keeper.take_up(origin, document), was_kept, line)?;
        let document = self.table()?.clone();
        Ok(Response::Loaded { document, name: name.to_owned(), notices })
    }

    /// Takes another table in hand than the one there is.
    pub(super) fn take(&mut self, taken: TakenUp, was_kept: bool, line: &str) -> Result<Vec<Problem>, Failure> {
        let (state, history, notices, book) = taken.into_parts();
        self.keeper.hold(book);
        let before = self.state.snapshot();
        self.state = state;
        self.shown.packages.clear();
        self.is_inventing = false;
        // What is kept has a history of its own; else the table before can be taken back to.
        if was_kept || self.keeper.keeps() || !history.past.is_empty() {
            self.history = history;
            self.trial = None;
        } else {
            self.commit(before, line)?;
        }
        Ok(notices)
    }

    /// Writes the table to its file.
    pub(super) fn save(&mut self, arguments: &SaveArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let origin = self.state.origin.clone();
        let own = origin.as_ref().and_then(|origin| origin.path.clone());
        let path = match (&arguments.file, own.clone()) {
            (Some(file), _) if file.ends_with(".ron") => file.clone(),
            (Some(file), _) => format!("{file}.ron"),
            (None, Some(path)) => path,
            (None, None) => format!("{}.ron", document.table().id),
        };
        self.keeper.may_save_to(&path, own.as_deref())?;
        let reached = self.keeper.reach(&path)?;
        // What is there may be replaced only if it is what was read, or what the person says yes to.
        let known = origin.as_ref().filter(|origin| origin.path.as_deref() == Some(&path)).map(|origin| &*origin.text);
        let result = table_file::save(&path, document.source(), known, arguments.yes);
        result.map_err(|error| {
            let code = match error {
                SaveError::Exists => Code::FileThere,
                SaveError::ChangedMeanwhile => Code::FileChanged,
                SaveError::NotWritten => Code::FileNotWritten,
            };
            let problem = Problem::new(code).with("name", &*path);
            Failure::from(Typed::new(line).at(problem, arguments.file.as_deref().unwrap_or_default()))
        })?;
        let changes = self.changes_since_saved();
        let name = origin
            .filter(|origin| origin.path.as_deref() == Some(&path))
            .map_or_else(|| path.clone(), |origin| origin.name.clone());
        let text = document.source().to_owned();
        let mut said = self.said(line);
        self.keeper.saved(&path, reached, &mut said, &text);
        self.state.origin = Some(Arc::new(Origin { name, path: Some(path.clone()), text }));
        Ok(Response::Saved { path, changes })
    }

    /// How many changes were made since the table was read or written.
    pub(super) fn changes_since_saved(&self) -> usize {
        match &self.state.origin {
            None => self.history.past.len(),
            Some(_) if !self.is_unsaved() => 0,
            Some(origin) => self.history.since(&origin.text),
        }
    }
}
