//! Where things stand in the source, for problems that show only when the whole table is seen.

use std::ops::Range;

use super::raw::{Entries, Raw, bare};
use super::reader::{Reader, shown};
use super::shapes::TableRecord;
use crate::diagnostic::{Code, Problem};
use crate::domain::Missing;

/// Where the parties and issues of a table stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    table: Range<usize>,
    parties: Vec<(String, Range<usize>)>,
    issues: Vec<(String, Range<usize>)>,
}

impl Places {
    pub(super) fn unready(&self, missing: &Missing) -> Problem {
        let (code, named) = match *missing {
            Missing::Parties => (Code::PartiesMissing, None),
            Missing::Issues => (Code::IssuesMissing, None),
            Missing::Weights(party) => (Code::WeightsMissing, self.parties.get(usize::from(party))),
            Missing::Options(issue) => (Code::OptionsMissing, self.issues.get(usize::from(issue))),
            Missing::Today(issue) => (Code::TodayMissing, self.issues.get(usize::from(issue))),
            Missing::Recipients(issue) => (Code::RecipientsMissing, self.issues.get(usize::from(issue))),
        };
        let problem = Problem::new(code);
        match named {
            Some((name, place)) => problem.with("name", name).at(place.clone()),
            None => problem.at(self.table.clone()),
        }
    }
}

impl<'a> Reader<'a> {
    /// Remembers where parties and issues stand.
    pub(super) fn places_of(&self, file: &TableRecord<'a>) -> Places {
        let places = |ids: &[String], entries: &Entries<'a, Raw<'a>>| {
            let named = ids.iter().zip(&entries.0);
            named.map(|(id, (key, _))| (shown(id), self.place(key.0, *key))).collect()
        };
        let whole = Raw(bare(self.source()));
        let start = self.place(whole.0, whole).start;
        Places {
            table: start..start + 1,
            parties: places(&self.names.parties.ids, &file.parties),
            issues: places(&self.names.issues.ids, &file.issues),
        }
    }
}
