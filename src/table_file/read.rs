//! From a source to a table: the order in which a file is understood.

use super::names::{Mention, Names, Roster, Spelling};
use super::places::Places;
use super::raw::{Entries, Raw, bare};
use super::reader::{Reader, shown};
use super::shapes::TableRecord;
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{Language, Missing, Scale, Table, Text};

/// The version of the format that is read and written.
pub(super) const VERSION: &str = "1";

/// How many parties a table may have.
pub(super) const MOST_PARTIES: usize = 100;
/// How many interests, attributes, issues, rules and worlds a table may have, each.
pub(super) const MOST_OF_A_KIND: usize = 1000;

/// What came of reading a source.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The table; `None` if there is any error.
    pub table: Option<Table>,
    /// Everything that is wrong or doubtful, by place in the source.
    pub problems: Vec<Problem>,
    places: Places,
    /// Every place where something is mentioned by name, by place.
    pub(super) mentions: Vec<Mention>,
}

impl Reading {
    /// Everything that is wrong or doubtful, then what is missing before anything can be scored.
    #[must_use]
    pub fn findings(&self) -> Vec<Problem> {
        let missing = self.table.as_ref().and_then(|table| table.ready().err()).unwrap_or_default();
        let unready = missing.iter().map(|missing| self.unready(missing));
        self.problems.iter().cloned().chain(unready).collect()
    }

    /// Turns what a table lacks before it can be scored into a problem, with its place in the source.
    #[must_use]
    pub fn unready(&self, missing: &Missing) -> Problem {
        self.places.unready(missing)
    }
}

/// Reads a table from the text of its file, and finds every problem in one go.
///
/// Only of the way it is written (brackets, commas, fields) each part tells its first problem.
#[must_use]
pub fn read(source: &str) -> Reading {
    let mut reader = Reader::new(source);
    let mut places = Places::default();
    let table = reader.table(&mut places);
    let mut mentions = reader.mentions.take();
    mentions.sort_by_key(|mention| (mention.place.start, mention.place.end));
    mentions.dedup();
    let problems = reader.into_problems();
    let is_sound = problems.iter().all(|problem| problem.severity() == Severity::Warning);
    Reading { table: table.filter(|_| is_sound), problems, places, mentions }
}

impl<'a> Reader<'a> {
    fn table(&mut self, places: &mut Places) -> Option<Table> {
        self.check_line_ends()?;
        let file: TableRecord<'a> = self.record(Raw(self.source()))?;
        let whole = Raw(bare(self.source()));
        self.check_version(&file, whole)?;
        self.check_counts(&file)?;
        self.scale = file.scale.and_then(|raw| self.word(raw, SCALES)).unwrap_or_default();
        self.names = self.names_of(&file);
        let (open, decidable) = self.open_issues(&file.issues);
        self.names.decidable = decidable;
        *places = self.places_of(&file);

        let issues = self.issues(&open);
        let rules = self.rules(&self.names.rules, &file.rules);
        let id = self.required(file.id, whole, "table", "id").and_then(|raw| self.id(raw)).unwrap_or_default();
        let table = Table {
            title: self.optional_text(file.title).unwrap_or_else(|| Text::from(id.as_str())),
            id,
            language: file.language.and_then(|raw| self.word(raw, LANGUAGES)).unwrap_or_default(),
            scale: self.scale,
            frozen: file.frozen,
            narrative: self.narrative(&file, &issues),
            interests: self.interests(&file.interests),
            attributes: self.attributes_list(&file.attributes),
            parties: self.parties(&file.parties, &issues),
            interactions: file.interactions.map(|raw| self.interactions(raw)).unwrap_or_default(),
            worlds: self.worlds(&file.worlds, &issues, &rules),
            issues,
            rules,
        };
        self.check_table(&table, &file);
        Some(table)
    }

    /// Old line ends would make a comment swallow the rest of the file.
    fn check_line_ends(&self) -> Option<()> {
        let source = self.source();
        let is_lone = |at: &usize| !source[at + 1..].starts_with('\n');
        let lone = source.match_indices('\r').map(|(at, _)| at).find(is_lone);
        if let Some(at) = lone {
            self.report(Problem::new(Code::LoneCarriageReturn).at(at..at + 1));
        }
        lone.is_none().then_some(())
    }

    fn check_version(&self, file: &TableRecord<'a>, whole: Raw<'a>) -> Option<()> {
        let Some(raw) = file.version else {
            let start = self.place(whole.0, whole).start;
            self.report(Problem::new(Code::VersionMissing).at(start..start + 1));
            return Some(());
        };
        if raw.0 == VERSION {
            return Some(());
        }
        let is_newer = raw.0.parse::<u32>().is_ok_and(|version| version > 1);
        let code = if is_newer { Code::VersionNewer } else { Code::VersionUnknown };
        let problem = Problem::new(code).at(self.place(raw.0, raw));
        self.report(problem.with("version", shown(raw.0)));
        // What another version says, this one can't judge.
        None
    }

    fn check_counts(&self, file: &TableRecord<'a>) -> Option<()> {
        let counts = [
            ("party", &file.parties, MOST_PARTIES),
            ("interest", &file.interests, MOST_OF_A_KIND),
            ("attribute", &file.attributes, MOST_OF_A_KIND),
            ("issue", &file.issues, MOST_OF_A_KIND),
            ("rule", &file.rules, MOST_OF_A_KIND),
            ("world", &file.worlds, MOST_OF_A_KIND),
        ];
        let fits = counts.into_iter().map(|(kind, entries, most)| {
            let place = entries.0.get(most).map_or(Raw(self.source()), |(key, _)| *key);
            self.check_count(kind, entries.0.len(), most, place)
        });
        // Every count is checked, also behind one that doesn't fit.
        let fits: Vec<bool> = fits.collect();
        fits.into_iter().all(|fits| fits).then_some(())
    }

    /// Reports more of a kind than a table can hold.
    pub(super) fn check_count(&self, kind: &str, count: usize, most: usize, place: Raw<'_>) -> bool {
        if count > most {
            let problem = Problem::new(Code::TooMany).at(self.place(place.0, place)).with("kinds", kind);
            self.report(problem.with("count", count.to_string()).with("most", most.to_string()));
        }
        count <= most
    }

    fn id(&self, raw: Raw<'a>) -> Option<String> {
        let entries = Entries(vec![(raw, ())]);
        self.roster("table", Spelling::Free, &entries).ids.pop()
    }

    fn names_of(&self, file: &TableRecord<'a>) -> Names {
        let roster = |kind, spelling, entries| -> Roster { self.roster(kind, spelling, entries) };
        Names {
            interests: roster("interest", Spelling::InSums, &file.interests),
            attributes: roster("attribute", Spelling::InSums, &file.attributes),
            parties: roster("party", Spelling::Free, &file.parties),
            issues: roster("issue", Spelling::InChoices, &file.issues),
            rules: roster("rule", Spelling::Free, &file.rules),
            worlds: self.world_names(file),
            decidable: Vec::new(),
        }
    }
}

const SCALES: &[(&str, Scale)] = &[("Percent", Scale::Percent), ("Points", Scale::Points)];

/// The languages, as files say them.
pub(super) const LANGUAGES: &[(&str, Language)] = &[("en", Language::En), ("nl", Language::Nl)];
