//! Which file is meant, and the scenarios that come with the program.

use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::Path;

use include_dir::{Dir, include_dir};
use thiserror::Error;

use super::decode::{MOST_MEBIBYTES, decode};
use super::reader::{near, shown};
use super::starter::starter;
use crate::diagnostic::{Code, Problem};

static SCENARIOS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// A table file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What problems call it.
    pub path: String,
    /// Its text.
    pub source: String,
}

/// Why a table file couldn't be opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{path} can't be opened")]
pub struct OpenError {
    /// What was asked for.
    pub path: String,
    /// What is wrong; it has no place in a text.
    pub problem: Problem,
}

/// The scenarios that come with the program, as `(id, source)`, by id.
pub fn bundled() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut scenarios: Vec<(&str, &str)> = SCENARIOS
        .files()
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "ron"))
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .collect();
    scenarios.sort_unstable();
    scenarios.into_iter()
}

/// Opens the bundled scenario called `name`, or else the file at that path.
///
/// A bundled name goes before a file of the same name in this folder, so that a command means the same everywhere.
///
/// # Errors
/// There is neither, it can't be read, or it is no text that [`decode`] takes.
pub fn open(name: &str) -> Result<Opened, OpenError> {
    if let Some((id, source)) = bundled().find(|(id, _)| *id == name) {
        return Ok(Opened { path: format!("{id}.ron"), source: source.to_owned() });
    }
    let source = read_file(Path::new(name), name).and_then(|bytes| decode(&bytes));
    match source {
        Ok(source) => Ok(Opened { path: name.to_owned(), source }),
        Err(problem) => Err(OpenError { path: name.to_owned(), problem }),
    }
}

/// Writes a new file `NAME.ron` in this folder with a commented table to start from, and returns its path.
///
/// # Errors
/// The name is no name, there is such a file already, or it can't be written.
pub fn create(name: &str) -> Result<String, OpenError> {
    let path = format!("{name}.ron");
    let written = starter(name).and_then(|text| {
        let file = File::options().write(true).create_new(true).open(&path);
        file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
            let exists = error.kind() == ErrorKind::AlreadyExists;
            let code = if exists { Code::FileExists } else { Code::FileNotWritten };
            Problem::new(code).with("name", shown(&path))
        })
    });
    match written {
        Ok(()) => Ok(path),
        Err(problem) => Err(OpenError { path: name.to_owned(), problem }),
    }
}

pub(super) fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Problem> {
    if path.is_dir() {
        return Err(Problem::new(Code::FileIsFolder).with("name", shown(name)));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed shows that a file is too large, without reading all of it.
    let most = (MOST_MEBIBYTES * 1024 * 1024 + 1) as u64;
    let result = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    match result {
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let problem = Problem::new(Code::FileMissing).with("name", shown(name));
            Err(near(problem, name, bundled().map(|(id, _)| id)))
        }
        Err(error) => {
            let reason = match error.kind() {
                ErrorKind::PermissionDenied => "permission",
                _ => "other",
            };
            Err(Problem::new(Code::FileUnreadable).with("name", shown(name)).with("reason", reason))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_neither_file_nor_scenario_is_missing() {
        let error = open("no-such-table").unwrap_err();
        assert_eq!((error.path.as_str(), error.problem.code), ("no-such-table", Code::FileMissing));
        assert_eq!(open(env!("CARGO_MANIFEST_DIR")).unwrap_err().problem.code, Code::FileIsFolder);
        assert_eq!(open("a\0b").unwrap_err().problem.code, Code::FileUnreadable);
    }

    #[test]
    fn bundled_scenarios_open_by_name_from_any_folder() {
        for (id, source) in bundled() {
            assert_eq!(open(id).map(|opened| opened.source).as_deref(), Ok(source));
        }
    }
}
