//! The table and its parts, as they were recorded. Works on a half-built table.

mod issue;
pub(super) mod numbers;
mod others;
mod party;
mod table;
mod what;

pub(super) use party::{readings_of, support};

use std::borrow::Cow;

use super::Wordbook;
use super::blocks::widths_of_words;
use super::page::{Column, Grid, Page};
use super::voice::Voice;
use crate::domain::{Table, Text, WorldId};
use crate::explain::Subject;
use crate::valuation::Circumstances;

/// A page that is being filled, and what it is told from.
struct Screen<'a> {
    page: Page,
    voice: Voice<'a>,
    table: &'a Table,
    /// The table in its base world; `None` while it can't be scored.
    circumstances: Option<Circumstances<'a>>,
    width: usize,
}

/// Shows a part of a table in words, in lines of at most `width` columns.
#[must_use]
pub fn show_text(table: &Table, subject: Subject, words: &Wordbook, width: usize) -> String {
    let seen = match subject {
        Subject::Party(party) => table.without_own(party),
        _ => Cow::Borrowed(table),
    };
    let table = &*seen;
    let circumstances = table.ready().ok().map(|ready| Circumstances::new(ready, WorldId::BASE));
    let mut screen = Screen { page: Page::default(), voice: Voice { words, table }, table, circumstances, width };
    match subject {
        Subject::Table => screen.whole_table(),
        Subject::Party(party) => screen.party(party),
        Subject::Interest(interest) => screen.interest(interest),
        Subject::Attribute(attribute) => screen.attribute(attribute),
        Subject::Issue(issue) => screen.issue(issue),
        Subject::Option(option) => screen.option(option),
        Subject::Rule(rule) => screen.rule(rule),
        Subject::World(world) => screen.world(world),
        Subject::Fact(position) => screen.fact(position),
        Subject::Criterion(position) => screen.criterion(position),
        Subject::Package(position) => screen.package(position),
    }
    screen.page.lay_out(width)
}

impl Screen<'_> {
    fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.voice.say(key, arguments)
    }

    /// Adds the heading called `key`.
    fn heading(&mut self, key: &str) {
        let heading = self.say(key, &[]);
        self.page.heading(heading);
    }

    /// Adds a thing's own words as the heading, with the name to type behind them.
    fn title(&mut self, text: &Text, name: &str) {
        let (text, name) = (self.voice.text(text), super::typed(name));
        let heading = if text == name { name } else { self.say("show-title", &[("text", &text), ("name", &name)]) };
        self.page.heading(heading);
    }

    /// Adds a list under a heading; nothing if it is empty.
    fn items(&mut self, key: &str, items: Vec<String>) {
        if !items.is_empty() {
            self.heading(key);
            items.into_iter().for_each(|item| self.page.item(item));
        }
    }

    /// Adds rows of words under a heading; nothing if there are none. `header` is as long as a row, or empty.
    ///
    /// Where the page is too narrow for columns, each row becomes a sentence.
    fn rows(&mut self, key: &str, header: &[&str], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            return;
        }
        self.heading(key);
        let header = header.iter().map(|key| if key.is_empty() { String::new() } else { self.say(key, &[]) });
        let header: Vec<String> = header.collect();
        let all: Vec<&Vec<String>> = rows.iter().chain([&header]).collect();
        match widths_of_words(&all, self.width) {
            Some(widths) => {
                let columns = widths.into_iter().map(Column::WordsIn).collect();
                self.page.grid(Grid { header, columns, rows });
            }
            None => rows.iter().for_each(|row| {
                let folded = self.folded(&header, row);
                self.page.item(folded);
            }),
        }
    }

    /// A row as a sentence: its name, and every other cell behind the heading of its column.
    fn folded(&self, header: &[String], row: &[String]) -> String {
        let label = |at: usize| header.get(at).filter(|label| !label.is_empty()).map(|label| format!("{label} "));
        let cells = row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<String> = cells.map(|(at, cell)| label(at).unwrap_or_default() + cell).collect();
        let name = row.first().map(String::as_str).unwrap_or_default();
        self.say("show-folded", &[("name", name), ("cells", &cells.join("; "))])
    }

    /// Adds what is known of a thing, each with its label; what isn't known is left out.
    fn labelled(&mut self, pairs: Vec<(&str, Option<String>)>) {
        let known = pairs.into_iter().filter_map(|(key, text)| Some(vec![self.say(key, &[]), text?]));
        let rows = known.collect();
        self.page.grid(Grid { header: Vec::new(), columns: vec![Column::Words; 2], rows });
    }

    fn optional(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.voice.text(text))
    }
}
