//! What was shown to whom, as files tell it.

use super::raw::Raw;
use super::reader::Reader;
use super::shapes::DisclosedRecord;
use crate::diagnostic::Code;
use crate::domain::{Content, Disclosure, Part, ShownPackage};

impl<'a> Reader<'a> {
    /// Reads `(to: "FNV", line: "..")`, `(part: "issues")` or `(package: "P1", choices: "..", acceptable: true)`.
    pub(super) fn disclosed(&self, raw: Raw<'a>) -> Option<Disclosure> {
        let record: DisclosedRecord<'a> = self.record_of(raw, "disclosed")?;
        let to = match record.to {
            Some(to) => Some(self.party_at(to)?),
            None => None,
        };
        let content = match (record.line, record.part, record.package) {
            (Some(line), None, None) => Content::Line(self.string(line)?),
            (None, Some(part), None) => Content::Part(self.word(part, &Part::WORDS)?),
            (None, None, Some(package)) => {
                let choices = self.required(record.choices, raw, "disclosed", "choices");
                let truth = [("true", true), ("false", false)];
                Content::Package(ShownPackage {
                    name: self.string(package)?,
                    choices: choices.and_then(|choices| self.string(choices))?,
                    verdict: record.acceptable.and_then(|raw| self.word(raw, &truth)),
                    bands: self.bands(&record.bands),
                    score: record.score.and_then(|raw| self.number(raw)),
                })
            }
            _ => {
                self.refuse_part(Code::DisclosureUnclear, raw.0, raw);
                return None;
            }
        };
        Some(Disclosure { to, content })
    }

    fn bands(&self, bands: &[Raw<'a>]) -> Option<[usize; 3]> {
        let counts: Vec<usize> = bands.iter().filter_map(|raw| Some(self.count(*raw)? as usize)).collect();
        counts.try_into().ok()
    }
}
