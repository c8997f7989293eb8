//! Problems as data: what is wrong, where, and what may have been meant. Laying one out in words is `report`'s work.

mod code;
mod suggestion;

use std::collections::BTreeMap;
use std::ops::Range;

pub use code::Code;
pub use suggestion::did_you_mean;

/// Something wrong, or doubtful, in a text that a person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where, as a byte range of the text.
    pub place: Option<Range<usize>>,
    /// What the message mentions, such as `name` or `near`, by the names that the wordbook uses.
    pub arguments: BTreeMap<&'static str, String>,
}

/// Whether a problem stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The text can't be used as it is.
    Error,
    /// It can, but it may not say what was meant.
    Warning,
}

impl Problem {
    /// A problem with nothing but its kind.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, place: None, arguments: BTreeMap::new() }
    }

    /// Adds the place: a byte range of the text.
    #[must_use]
    pub fn at(mut self, place: Range<usize>) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds something that the message mentions.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.insert(name, value.into());
        self
    }

    /// Adds the candidate most like `name`, if any is, as what may have been meant.
    #[must_use]
    pub fn near<'a>(self, name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match did_you_mean(name, candidates) {
            Some(near) => self.with("near", near),
            None => self,
        }
    }

    /// Whether the problem stands in the way.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
