//! A table file that is being worked on: every change is an edit of its text.
//!
//! The text is the state. What an edit makes is read again from scratch, so that every check of reading holds for it;
//! comments, order and layout by hand stay wherever nothing changed, and going back is keeping the former text.

mod draft;
mod edit;
mod layout;
mod line;
mod packages;
mod prune;
mod rename;
mod tree;

use std::ops::Range;
use std::sync::Arc;

use draft::Draft;

use super::raw::quote;
use super::read::{LANGUAGES, Reading, VERSION, read};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{Language, Table};

/// The text of a sound table that is being worked on. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Document {
    content: Arc<Content>,
}

#[derive(Debug)]
struct Content {
    source: String,
    table: Table,
    reading: Reading,
}

/// One step of the way to a value in a table file, as in `parties` / `FNV` / `weights`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of a `( .. )`.
    Field(&'static str),
    /// A name in a `{ .. }`.
    Key(String),
    /// The value at this position of a `[ .. ]` or of a `( .. )` without names, from 0.
    Item(usize),
    /// A new value at the end of a `[ .. ]`.
    Append,
}

/// A value to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text as it is meant; it is quoted and escaped where it is written.
    Text(String),
    /// A word or number as files have it: `true`, `nl`, `Contested`, `3.5`.
    Word(String),
    /// A piece of RON.
    Ron(String),
}

/// One change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets the value at `path`, making what is missing on the way.
    ///
    /// Where a text stands and a field is wanted, the text becomes the field `text` of a record; for options and for
    /// changes of a world, `effects`.
    Set {
        /// Where.
        path: Vec<Step>,
        /// What.
        value: Value,
    },
    /// Puts what stands at `from` at `to` as well. Nothing if it isn't there.
    Copy {
        /// Where it stands.
        from: Vec<Step>,
        /// Where it goes.
        to: Vec<Step>,
    },
    /// Takes away the entry or field at `path`, with the comments on its own lines. Nothing if it isn't there.
    Unset {
        /// Where.
        path: Vec<Step>,
    },
    /// Sets one entry of an effect line or a text of weights, or of the `{ .. }` in its place.
    SetInLine {
        /// Where the line is: its field, or the option or change that has it.
        path: Vec<Step>,
        /// Whose entry.
        name: String,
        /// What follows the name, such as `+7`, `++` or `=4`, or for weights `40`; `None` takes the entry out.
        value: Option<String>,
    },
    /// Gives every package in the file a decision on an issue that is new. A package that has one keeps it.
    ExtendPackages {
        /// The name of the issue.
        issue: String,
        /// The decision, as in `issue=decision`.
        decision: String,
    },
}

/// Something in a table that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A party.
    Party(String),
    /// An interest.
    Interest(String),
    /// An attribute.
    Attribute(String),
    /// An issue.
    Issue(String),
    /// An option of an issue.
    Option {
        /// The name of the issue.
        issue: String,
        /// The name of the option.
        option: String,
    },
    /// A hard rule.
    Rule(String),
    /// A world.
    World(String),
    /// A fact.
    Fact(String),
    /// An outside standard of what is fair.
    Criterion(String),
    /// A package with a name.
    Package(String),
}

/// A part of the table that mentions something by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The way to it, such as `parties`, `FNV`; in a list its position from 1.
    pub path: Vec<String>,
    /// How often.
    pub count: usize,
}

/// What went along with something that was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pruned {
    /// The way to it, such as `rules`, `money`; in a list its position from 1.
    pub path: Vec<String>,
    /// What stood there, short enough for a line.
    pub text: String,
}

/// Why edits were refused: what would be wrong with the text that they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The text that the places are in.
    pub source: String,
    /// Every error, with its place in a value that was set if it is in one.
    pub problems: Vec<(Problem, Option<Inside>)>,
}

/// A place in a value that was to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The position of the edit among those asked for.
    pub edit: usize,
    /// The bytes of the value as it was given; all of them where escapes stand in the way.
    pub place: Range<usize>,
}

impl Document {
    /// A table with nothing in it but a name, a title and a language.
    ///
    /// # Errors
    /// The name or the title is none. The problem has no place.
    pub fn empty(id: &str, title: &str, language: Language) -> Result<Self, Problem> {
        let word = LANGUAGES.iter().find(|(_, meaning)| *meaning == language).map_or("en", |(word, _)| word);
        let (id, title) = (quote(id), quote(title));
        let source =
            format!("(\n    version: {VERSION},\n    id: {id},\n    title: {title},\n    language: {word},\n)\n");
        Self::open(source).map_err(|reading| {
            let error = reading.problems.into_iter().find(|problem| problem.severity() == Severity::Error);
            Problem { place: None, ..error.unwrap_or_else(|| Problem::new(Code::Syntax)) }
        })
    }

    /// Takes the text of a table file.
    ///
    /// # Errors
    /// Any error in the text, in the reading of it.
    #[allow(clippy::result_large_err, reason = "whoever opens a file wants the reading, and asks for it once")]
    pub fn open(source: String) -> Result<Self, Reading> {
        let reading = read(&source);
        match reading.table.clone() {
            Some(table) => Ok(Self { content: Arc::new(Content { source, table, reading }) }),
            None => Err(reading),
        }
    }

    /// The text.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.content.source
    }

    /// The table that the text tells of.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.content.table
    }

    /// What may not say what was meant, by place.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.content.reading.problems
    }

    /// What came of reading the text: the table and its warnings.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.content.reading
    }

    /// Makes all the edits, one after the other, or none.
    ///
    /// # Errors
    /// What they make isn't the text of a sound table.
    pub fn edit(&self, edits: &[Edit]) -> Result<Self, Refused> {
        let mut draft = Draft::new(self.source());
        for (at, edit) in edits.iter().enumerate() {
            draft.begin(at);
            if let Err(problem) = self.make(&mut draft, edit) {
                return Err(refuse(&draft, vec![problem], edits));
            }
        }
        finish(draft, edits)
    }

    fn make(&self, draft: &mut Draft, change: &Edit) -> Result<(), Problem> {
        match change {
            Edit::Set { path, value } => edit::set(draft, path, value),
            Edit::Unset { path } => {
                edit::unset(draft, path);
                Ok(())
            }
            Edit::Copy { from, to } => edit::copy(draft, from, to),
            Edit::SetInLine { path, name, value } => {
                let is_interest = |name: &str| self.table().interests.iter().any(|interest| interest.id == name);
                line::set_in_line(
                    draft,
                    path,
                    line::Item { name, value: value.as_deref(), is_attribute: None },
                    is_interest,
                )
            }
            Edit::ExtendPackages { issue, decision } => packages::extend(draft, issue, decision),
        }
    }
}

/// Reads what the edits have made.
fn finish(draft: Draft, edits: &[Edit]) -> Result<Document, Refused> {
    Document::open(draft.text().to_owned()).map_err(|reading| refuse(&draft, errors(reading.problems), edits))
}

fn errors(problems: Vec<Problem>) -> Vec<Problem> {
    problems.into_iter().filter(|problem| problem.severity() == Severity::Error).collect()
}

impl Refused {
    /// The errors of a text that no value was set in.
    fn of(source: String, problems: Vec<Problem>) -> Self {
        Self { source, problems: errors(problems).into_iter().map(|problem| (problem, None)).collect() }
    }
}

fn refuse(draft: &Draft, problems: Vec<Problem>, edits: &[Edit]) -> Refused {
    let placed = problems.into_iter().map(|problem| {
        let inside = problem.place.as_ref().and_then(|place| draft.inside(place, edits));
        (problem, inside)
    });
    Refused { problems: placed.collect(), source: draft.text().to_owned() }
}
