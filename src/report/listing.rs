//! Short descriptions of tables: how large they are, what they teach.

use serde::Serialize;

use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, clean};
use crate::domain::{Count, Table};

/// How large a table is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Size {
    /// How many parties.
    pub parties: usize,
    /// How many issues.
    pub issues: usize,
    /// How many packages, acceptable or not, with parked issues where they are; `None` with continuous amounts.
    #[serde(serialize_with = "super::json::as_number")]
    pub packages: Option<Count>,
}

impl Size {
    /// The size of `table`.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        Self { parties: table.parties.len(), issues: table.issues.len(), packages: table.count_packages() }
    }
}

#[derive(Debug, Serialize)]
struct ScenarioJson<'a> {
    id: &'a str,
    title: &'a str,
    parties: usize,
    issues: usize,
    #[serde(serialize_with = "super::json::as_number")]
    packages: Option<Count>,
    order: Option<u32>,
    lesson: Option<&'a str>,
}

/// Lists the bundled scenarios in words.
#[must_use]
pub fn scenarios_text(tables: &[Table], words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    page.heading(words.say("scenarios", &[]));
    for table in tables {
        let voice = Voice { words, table };
        page.heading(format!("{}: {}", clean(&table.id), voice.text(&table.title)));
        page.paragraph(size_text(voice));
        if let Some(lesson) = &table.narrative.lesson {
            page.paragraph(words.say("scenario-lesson", &[("lesson", &voice.text(lesson))]));
        }
    }
    page.heading(words.say("scenarios-hint", &[]));
    page.lay_out(width)
}

/// Lists the bundled scenarios as one line of JSON, each in its own language.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn scenarios_json(tables: &[Table]) -> Result<String, serde_json::Error> {
    let all: Vec<ScenarioJson<'_>> = tables.iter().map(scenario).collect();
    super::json::line(&all)
}

fn scenario(table: &Table) -> ScenarioJson<'_> {
    let language = table.language;
    let Size { parties, issues, packages } = Size::of(table);
    ScenarioJson {
        id: &table.id,
        title: table.title.get(language),
        parties,
        issues,
        packages,
        order: table.narrative.order,
        lesson: table.narrative.lesson.as_ref().map(|lesson| lesson.get(language)),
    }
}

/// One line that says how large a table is that was checked. `file` is what the person called it.
#[must_use]
pub fn check_summary(table: &Table, file: &str, words: &Wordbook) -> String {
    let [parties, issues, packages] = size_words(Voice { words, table }, Size::of(table));
    let arguments = [("file", &*clean(file)), ("parties", &*parties), ("issues", &*issues), ("packages", &*packages)];
    words.say("check-summary", &arguments) + "\n"
}

/// One line that says how many errors keep a file from being a table.
#[must_use]
pub fn check_failure(file: &str, errors: usize, words: &Wordbook) -> String {
    words.say("check-failed", &[("file", &clean(file)), ("errors", &errors.to_string())]) + "\n"
}

/// How large a table is, in words.
pub(super) fn size_text(voice: Voice<'_>) -> String {
    let [parties, issues, packages] = size_words(voice, Size::of(voice.table));
    voice.say("scenario-size", &[("parties", &parties), ("issues", &issues), ("packages", &packages)])
}

fn size_words(voice: Voice<'_>, size: Size) -> [String; 3] {
    [
        voice.say("count-parties", &[("count", &size.parties.to_string())]),
        voice.say("count-issues", &[("count", &size.issues.to_string())]),
        voice.packages(size.packages.as_ref()),
    ]
}
