//! One record of a journal as one line of RON, and back.

use serde::{Deserialize, Serialize};

/// What a journal tells of one command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its place in the journal, from 0.
    pub number: u64,
    /// When, in seconds since 1970 began (UTC).
    pub at: i64,
    /// What was done.
    pub what: Act,
    /// The line that asked for it.
    pub line: String,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Why, or what else is good to know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What became of the text of the table.
    pub splice: Splice,
    /// The checksum of the text behind it.
    pub sum: u32,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// The journal was begun, on the text that its splice puts in.
    Begun {
        /// The version of the program.
        version: String,
        /// How the table was called; nothing for a new one.
        name: String,
    },
    /// The table was changed.
    Changed,
    /// So many changes were taken back.
    Undone(usize),
    /// So many changes were made again.
    Redone(usize),
    /// The table was written to its file.
    Saved,
    /// What somebody else wrote into the file was taken.
    Taken,
}

/// A part of a text that became another: `cut` bytes from the byte `at` made way for `put`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Splice {
    /// From which byte.
    pub at: usize,
    /// How many bytes.
    pub cut: usize,
    /// What stands there now.
    pub put: String,
}

impl Record {
    /// The record as one line, without the line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        // There is nothing in a record that RON can't write.
        ron::to_string(self).unwrap_or_default()
    }

    /// The record that stands on a line; `None` if it is none.
    #[must_use]
    pub fn from_line(line: &str) -> Option<Self> {
        ron::from_str(line).ok()
    }
}

impl Splice {
    /// What makes `after` of `before`, as short as it can be.
    #[must_use]
    pub fn between(before: &str, after: &str) -> Self {
        let pairs = || before.chars().zip(after.chars());
        let at: usize = pairs().take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (old, new) = (&before[at..], &after[at..]);
        let ends = old.chars().rev().zip(new.chars().rev());
        let end: usize = ends.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Self { at, cut: old.len() - end, put: new[..new.len() - end].to_owned() }
    }

    /// The text behind it; `None` if `text` has no such part.
    #[must_use]
    pub fn apply(&self, text: &str) -> Option<String> {
        let end = self.at.checked_add(self.cut)?;
        let (before, after) = (text.get(..self.at)?, text.get(end..)?);
        text.get(self.at..end)?;
        Some([before, &self.put, after].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_between_two_texts_makes_one_of_the_other(before in "[aé\n]{0,9}", after in "[aé\n]{0,9}") {
            let splice = Splice::between(&before, &after);
            prop_assert_eq!(splice.apply(&before), Some(after));
        }

        #[test]
        fn a_record_is_one_line(line in "\\PC*|[\n\r\t\"\\\\\u{85}]*", put in "\\PC*|[\n\r\t\"\\\\\u{2028}]*") {
            let splice = Splice { at: 3, cut: 1, put };
            let by = Some(line.clone());
            let record = Record { number: 7, at: -1, what: Act::Undone(2), line, by, note: None, splice, sum: 9 };
            prop_assert!(!record.to_line().contains('\n'));
            prop_assert_eq!(Record::from_line(&record.to_line()), Some(record));
        }
    }
}
