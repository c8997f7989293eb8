//! A typed line, and where in it something stands.

use std::ops::Range;

use itertools::Itertools as _;

use super::words::{Words, tokenize};
use crate::diagnostic::{Code, Problem, did_you_mean};

/// How many names are listed at most where none of them is like the one that was typed.
const MOST_LISTED: usize = 12;

/// A line as it was typed.
#[derive(Clone, Debug)]
pub(super) struct Typed<'a> {
    line: &'a str,
    words: Words,
    /// How many words come before what is spoken about: the command.
    before: usize,
}

impl<'a> Typed<'a> {
    /// The first word.
    pub(super) fn first(&self) -> &str {
        self.words.words.first().map_or("", |word| word.text.as_str())
    }

    pub(super) fn new(line: &'a str) -> Self {
        Self { line, words: tokenize(line), before: 1 }
    }

    /// A line that answers a question: there is no command before it.
    pub(super) fn answer(line: &'a str) -> Self {
        Self { before: 0, ..Self::new(line) }
    }

    /// The line.
    pub(super) fn line(&self) -> &'a str {
        self.line
    }

    /// Where `part` stands: a whole word if there is one, else inside a word, else anywhere behind the command.
    pub(super) fn place_of(&self, part: &str) -> Option<Range<usize>> {
        if part.is_empty() {
            return None;
        }
        let behind = || self.words.words.iter().skip(self.before);
        if let Some(word) = behind().find(|word| word.text == part) {
            return Some(word.place.clone());
        }
        let start = behind().next()?.place.start;
        let found = self.line[start..].find(part).map(|at| start + at);
        // Decimal commas were made points.
        let found = found.or_else(|| self.line[start..].replace(',', ".").find(part).map(|at| start + at));
        found.map(|at| at..at + part.len()).filter(|place| self.line.get(place.clone()).is_some())
    }

    /// Puts a problem where `part` stands.
    pub(super) fn at(&self, problem: Problem, part: &str) -> Problem {
        match self.place_of(part) {
            Some(place) => problem.at(place),
            None => Problem { place: None, ..problem },
        }
    }

    /// Says that nothing of `kind` is called `name`, and what may have been meant.
    pub(super) fn unknown<'n>(
        &self,
        kind: &'static str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) -> Problem {
        let short: String = name.chars().take(60).collect();
        let known: Vec<&str> = known.into_iter().unique().collect();
        let problem = Problem::new(Code::UnknownName).with("kind", kind).with("name", &*short);
        let starting = || known.iter().copied().filter(|known| short.len() > 2 && known.starts_with(&short));
        let problem = match (did_you_mean(&short, known.iter().copied()), starting().exactly_one().ok()) {
            (Some(near), _) | (None, Some(near)) => problem.with("near", near),
            (None, None) if known.is_empty() || known.len() > MOST_LISTED => problem,
            (None, None) => problem.with("known", known.iter().map(|known| format!("`{known}`")).join(", ")),
        };
        self.at(problem, name)
    }
}
