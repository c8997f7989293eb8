//! The reader: collects problems while texts, numbers and records are taken from the source.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;

use ron::error::SpannedError;
use serde::Deserialize;

use super::lines::LONGEST_NAME;
use super::names::{Mention, Names};
use super::raw::{Raw, Shape, options};
use super::read::MOST_OF_A_KIND;
use super::shapes::TextRecord;
use super::syntax;
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{AttributeId, NumberError, Rational, Scale, Text, parse_exact, write_exact};

/// How many errors, and how many warnings, are listed at most: looking for what was meant takes time.
const MOST_PROBLEMS: usize = 100;
/// How many characters a text may have.
const MOST_CHARACTERS: usize = 10_000;
/// How many characters a list of names with numbers may have: as many as all interests and attributes that a table can
/// have, each with the longest name and the longest number, since whatever is written must be read back.
const MOST_CHARACTERS_OF_A_LIST: usize = 2 * MOST_OF_A_KIND * (LONGEST_NAME + LONGEST_NUMBER);
/// How many characters a number takes at most, with the signs around it: a sign, and 16 digits on either side of a line.
const LONGEST_NUMBER: usize = 40;
/// How much of a name is repeated in a message.
const SHOWN_CHARACTERS: usize = 60;
/// The longest name that similar ones are looked for: comparing takes long.
const LONGEST_COMPARED: usize = 40;

/// Reads values from a source and keeps every problem that it meets.
///
/// Its methods report what is wrong and return `None`, or a harmless value; a table with errors is never handed out.
pub(super) struct Reader<'a> {
    source: &'a str,
    problems: RefCell<Vec<Problem>>,
    errors: Cell<usize>,
    warnings: Cell<usize>,
    /// Whether some part couldn't be read at all, so that what it says isn't known.
    pub(super) has_gaps: Cell<bool>,
    /// Every name that can be referred to.
    pub(super) names: Names,
    /// How scores are counted: it bounds the effects.
    pub(super) scale: Scale,
    /// Every place where something is mentioned by name.
    pub(super) mentions: RefCell<Vec<Mention>>,
    /// Every attribute that a limit speaks of, with the place.
    pub(super) mentioned: RefCell<Vec<(AttributeId, Range<usize>)>>,
    /// Every attribute that something on the table carries.
    pub(super) carried: RefCell<BTreeSet<AttributeId>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            problems: RefCell::default(),
            errors: Cell::new(0),
            warnings: Cell::new(0),
            has_gaps: Cell::new(false),
            names: Names::default(),
            scale: Scale::default(),
            mentions: RefCell::default(),
            mentioned: RefCell::default(),
            carried: RefCell::default(),
        }
    }

    /// The text that is read.
    pub(super) fn source(&self) -> &'a str {
        self.source
    }

    /// Every problem so far, by place, those without one first.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        let is_last = |problem: &Problem| problem.code == Code::FurtherProblems;
        problems.sort_by_key(|p| (is_last(p), p.place.as_ref().map(|place| (place.start, place.end))));
        problems.dedup();
        problems
    }

    /// Whether more problems of this severity are still listed.
    pub(super) fn has_room(&self, severity: Severity) -> bool {
        self.count_of_problems(severity).get() < MOST_PROBLEMS
    }

    fn count_of_problems(&self, severity: Severity) -> &Cell<usize> {
        match severity {
            Severity::Error => &self.errors,
            Severity::Warning => &self.warnings,
        }
    }

    /// Whether anything stands in the way so far.
    pub(super) fn has_errors(&self) -> bool {
        self.errors.get() > 0
    }

    /// Keeps a problem. Beyond the most that are listed, only says that there are more.
    pub(super) fn report(&self, problem: Problem) {
        let count = self.count_of_problems(problem.severity());
        match count.get() {
            listed if listed < MOST_PROBLEMS => self.problems.borrow_mut().push(problem),
            MOST_PROBLEMS => self.problems.borrow_mut().push(Problem::new(Code::FurtherProblems)),
            _ => return,
        }
        count.set(count.get() + 1);
    }

    /// Reports a problem of a value as a whole.
    pub(super) fn refuse(&self, code: Code, raw: Raw<'_>) {
        self.report(Problem::new(code).at(self.place(raw.0, raw)));
    }

    /// Reports that a value has another form than `expected`, a key of the wordbook.
    pub(super) fn refuse_shape(&self, raw: Raw<'_>, expected: &str) {
        self.has_gaps.set(true);
        self.report(Problem::new(Code::WrongShape).at(self.place(raw.0, raw)).with("expected", expected));
    }

    /// Reports a problem that repeats what was written.
    pub(super) fn refuse_part(&self, code: Code, part: &str, raw: Raw<'_>) {
        self.report(Problem::new(code).at(self.place(part, raw)).with("name", shown(part)));
    }

    /// Where `part` stands in the source; where `raw` does if `part` was unescaped.
    pub(super) fn place(&self, part: &str, raw: Raw<'_>) -> Range<usize> {
        self.offset(part).or_else(|| self.offset(raw.0)).unwrap_or(0..0)
    }

    fn offset(&self, part: &str) -> Option<Range<usize>> {
        let start = (part.as_ptr() as usize).checked_sub(self.source.as_ptr() as usize)?;
        let end = start.checked_add(part.len())?;
        (end <= self.source.len()).then_some(start..end)
    }

    /// Reads a record, or reports the first thing that is wrong with the way it is written.
    pub(super) fn record<T: Deserialize<'a>>(&self, raw: Raw<'a>) -> Option<T> {
        match options().from_str(raw.0) {
            Ok(record) => Some(record),
            Err(error) => {
                self.report(self.reword(&error, raw));
                None
            }
        }
    }

    fn reword(&self, error: &SpannedError, raw: Raw<'_>) -> Problem {
        self.has_gaps.set(true);
        let start = self.offset(raw.0).map_or(0, |place| place.start);
        syntax::reword(error, raw.0, start)
    }

    /// Reads `(a, b)` and the like.
    pub(super) fn tuple<T: Deserialize<'a>>(&self, raw: Raw<'a>, what: &str) -> Option<T> {
        self.parts(raw, Shape::Record, what)
    }

    /// Reads something with a fixed number of parts; with more or fewer it is of another form than `what`.
    pub(super) fn parts<T: Deserialize<'a>>(&self, raw: Raw<'a>, shape: Shape, what: &str) -> Option<T> {
        let error = match options().from_str(raw.0) {
            Ok(parts) if raw.shape() == shape => return Some(parts),
            Ok(_) => None,
            Err(error) => Some(self.reword(&error, raw)),
        };
        match (syntax::first_decimal_comma(raw.0), error.filter(|problem| problem.code == Code::UnknownWord)) {
            (_, Some(problem)) => self.report(problem),
            (Some((from, to)), None) => self.report_number(NumberError::DecimalComma, &raw.0[from..to], raw),
            (None, None) => self.refuse_shape(raw, what),
        }
        None
    }

    /// Reads a record that must be written as one: `what` says what else was expected.
    pub(super) fn record_of<T: Deserialize<'a>>(&self, raw: Raw<'a>, what: &str) -> Option<T> {
        if raw.shape() != Shape::Record {
            self.refuse_shape(raw, what);
            return None;
        }
        self.record(raw)
    }

    /// Reads the text between quotes.
    pub(super) fn quoted(&self, raw: Raw<'a>) -> Option<Cow<'a, str>> {
        self.quoted_up_to(MOST_CHARACTERS, raw)
    }

    /// Reads a list of names with numbers between quotes, which may be longer than what people write to each other.
    pub(super) fn quoted_list(&self, raw: Raw<'a>) -> Option<Cow<'a, str>> {
        self.quoted_up_to(MOST_CHARACTERS_OF_A_LIST, raw)
    }

    fn quoted_up_to(&self, most: usize, raw: Raw<'a>) -> Option<Cow<'a, str>> {
        let Some(text) = raw.quoted() else {
            self.refuse_shape(raw, "text");
            return None;
        };
        self.check_characters(&text, most, raw).then_some(text)
    }

    /// Reads a text that is the same in every language.
    pub(super) fn string(&self, raw: Raw<'a>) -> Option<String> {
        Some(self.quoted(raw)?.into_owned())
    }

    /// Reads a text for people.
    pub(super) fn text(&self, raw: Raw<'a>) -> Option<Text> {
        if raw.shape() != Shape::Record {
            return self.string(raw).map(Text::Plain);
        }
        let record: TextRecord<'a> = self.record(raw)?;
        let en = self.required(record.en, raw, "text", "en")?;
        let nl = self.required(record.nl, raw, "text", "nl")?;
        Some(Text::PerLanguage { en: self.string(en)?, nl: self.string(nl)? })
    }

    /// Reads a text that may be left out.
    pub(super) fn optional_text(&self, raw: Option<Raw<'a>>) -> Option<Text> {
        self.text(raw?)
    }

    /// Reads a text that must be there in a record of `kind`, at `place`.
    pub(super) fn required_text(&self, raw: Option<Raw<'a>>, place: Raw<'_>, kind: &str) -> Text {
        let text = self.required(raw, place, kind, "text").and_then(|raw| self.text(raw));
        text.unwrap_or_else(|| Text::from(""))
    }

    /// Returns the value of a field, or reports that a record of `kind` must have it.
    pub(super) fn required<T>(&self, value: Option<T>, place: Raw<'_>, kind: &str, field: &str) -> Option<T> {
        if value.is_none() {
            let problem = Problem::new(Code::MissingField).at(self.place(first_line(place.0), place));
            self.report(problem.with("kind", kind).with("field", field));
        }
        value
    }

    /// Reports what a text can't have; `false` if it is too long to be looked into.
    fn check_characters(&self, text: &str, most: usize, raw: Raw<'_>) -> bool {
        if text.chars().nth(most).is_some() {
            let problem = Problem::new(Code::TextTooLong).at(self.place(first_line(raw.0), raw));
            self.report(problem.with("most", most.to_string()));
            return false;
        }
        let line_ends = text.replace("\r\n", "\n");
        let Some(harmful) = line_ends.chars().find(|c| steers(*c) && !matches!(c, '\n' | '\t')) else { return true };
        let at = text.find(harmful).unwrap_or(0);
        let part = &text[at..at + harmful.len_utf8()];
        let problem = Problem::new(Code::ControlCharacter).at(self.place(part, raw));
        self.report(problem.with("character", code_point(harmful)));
        true
    }

    /// Reads a number exactly as written.
    pub(super) fn number(&self, raw: Raw<'a>) -> Option<Rational> {
        match (raw.shape(), raw.quoted()) {
            (Shape::Text, Some(text)) => self.parse_number(&text, raw),
            (Shape::Number, _) => self.parse_number(raw.0, raw),
            (Shape::Word, _) if matches!(raw.0, "NaN" | "inf") => self.parse_number(raw.0, raw),
            _ => {
                self.refuse_shape(raw, "number");
                None
            }
        }
    }

    /// Reads a number from `part` of a value.
    pub(super) fn parse_number(&self, part: &str, raw: Raw<'_>) -> Option<Rational> {
        let result = parse_exact(part).and_then(|value| {
            // A fraction can be legal above and below the line and still have no way to be written back.
            let is_writable = !part.contains('/') || parse_exact(&written(&value)) == Ok(value.clone());
            if is_writable { Ok(value) } else { Err(NumberError::TooLong) }
        });
        result.map_err(|error| self.report_number(error, part, raw)).ok()
    }

    fn report_number(&self, error: NumberError, part: &str, raw: Raw<'_>) {
        let code = match error {
            NumberError::DecimalComma => Code::DecimalComma,
            NumberError::TooLong => Code::NumberTooLong,
            NumberError::OutOfRange => Code::NumberOutOfRange,
            NumberError::NotFinite => Code::NumberNotFinite,
            NumberError::DivisionByZero => Code::DivisionByZero,
            NumberError::NotANumber => Code::NotANumber,
        };
        let problem = Problem::new(code).at(self.place(part, raw)).with("name", shown(part));
        let is_comma = code == Code::DecimalComma;
        self.report(if is_comma { problem.with("better", shown(&part.replace(',', "."))) } else { problem });
    }

    /// Reads a whole number from zero up.
    pub(super) fn count(&self, raw: Raw<'a>) -> Option<u32> {
        let count = raw.0.parse().ok();
        if count.is_none() {
            self.refuse_part(Code::NotACount, raw.0, raw);
        }
        count
    }

    /// Reads one of a few words.
    pub(super) fn word<T: Copy>(&self, raw: Raw<'a>, words: &[(&str, T)]) -> Option<T> {
        let written = raw.quoted().unwrap_or(Cow::Borrowed(raw.0));
        let found = words.iter().find(|(word, _)| *word == written);
        if found.is_none() {
            let known: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            let problem = Problem::new(Code::UnknownWord).at(self.place(raw.0, raw)).with("name", shown(&written));
            let problem = problem.with("known", known.join(", "));
            self.report(near(problem, &written, words.iter().map(|(word, _)| *word)));
        }
        found.map(|(_, value)| *value)
    }
}

/// Returns `value` written so that it is read back, also where its decimals would be too many.
pub(super) fn written(value: &Rational) -> String {
    let text = write_exact(value);
    if parse_exact(&text).as_ref() == Ok(value) { text } else { format!("{}/{}", value.numer(), value.denom()) }
}

/// Returns `text` short enough for a message, without line ends.
pub(super) fn shown(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// Adds what may have been meant. A very long name is no slip of the finger, and comparing it would take long.
pub(super) fn near<'n>(problem: Problem, name: &str, candidates: impl IntoIterator<Item = &'n str>) -> Problem {
    if name.chars().nth(LONGEST_COMPARED).is_some() { problem } else { problem.near(name, candidates) }
}

/// Whether `c` steers a terminal or the direction of text.
pub(super) fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The name of a character that can't be shown.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}
