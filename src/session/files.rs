//! Tables from files and back.

use std::fs::File;
use std::io::ErrorKind;
use std::sync::Arc;

use super::command::SaveArguments;
use super::response::{Failure, Response};
use super::state::{Origin, State};
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
        let before = self.state.snapshot();
        self.state = State { document: Some(document.clone()), origin: Some(Arc::new(origin)), quick_start: None };
        self.shown.packages.clear();
        self.is_inventing = false;
        self.commit(before, line);
        Ok(Response::Loaded { document, name: name.to_owned() })
    }

    /// Writes the table to its file.
    pub(super) fn save(&mut self, arguments: &SaveArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let origin = self.state.origin.clone();
        let own = origin.as_ref().and_then(|origin| origin.path.clone());
        let path = match (&arguments.file, own) {
            (Some(file), _) if file.ends_with(".ron") => file.clone(),
            (Some(file), _) => format!("{file}.ron"),
            (None, Some(path)) => path,
            (None, None) => format!("{}.ron", document.table().id),
        };
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
        self.state.origin = Some(Arc::new(Origin { name, path: Some(path.clone()), text }));
        Ok(Response::Saved { path, changes })
    }

    /// How many changes were made since the table was read or written.
    fn changes_since_saved(&self) -> usize {
        let Some(origin) = &self.state.origin else { return self.history.past.len() };
        let sources = self.history.past.iter().rev().map(|past| past.before.source.as_deref());
        let differing = sources.take_while(|source| source.is_some_and(|source| source != origin.text));
        let count = differing.count();
        if self.is_unsaved() { count + 1 } else { 0 }
    }
}
