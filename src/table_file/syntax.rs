//! RON's own complaints in plain words: what a moderator can act on, at the place where it went wrong.

use ron::error::{Error, Position, SpannedError};

use super::reader::{near, shown};
use crate::diagnostic::{Code, Problem};

/// Turns what RON says about `text`, which starts at byte `start` of the source, into a problem.
pub(super) fn reword(error: &SpannedError, text: &str, start: usize) -> Problem {
    let (from, to) = (offset(text, error.span.start), offset(text, error.span.end));
    let at = skip_space(text, to);
    let place = |from: usize, to: usize| start + from..start + to;
    if let Some((from, to)) = decimal_comma(text, at) {
        let number = &text[from..to];
        let problem = Problem::new(Code::DecimalComma).at(place(from, to)).with("name", number);
        return problem.with("better", number.replace(',', "."));
    }
    if let Some(found) = text[at..].chars().next().filter(|c| "“”„‟«»‘’‚".contains(*c)) {
        let problem = Problem::new(Code::CurlyQuotes).at(place(at, at + found.len_utf8()));
        return problem.with("found", found.to_string());
    }
    let problem = adjust(words_for(&error.code), text, at);
    let (from, to) = match (&error.code, named(&error.code)) {
        (_, Some(name)) => locate(text, name, from, to),
        (Error::UnclosedBlockComment, _) => text.rfind("/*").map_or((at, at), |from| (from, from + 2)),
        (Error::Eof | Error::ExpectedStringEnd, _) => (from.min(text.len()), next_end(text, from)),
        (Error::InvalidValueForType { .. } | Error::ExpectedDifferentLength { .. }, _) if from < to => {
            (skip_space(text, from).min(to), to)
        }
        _ => (at, next_end(text, at)),
    };
    problem.at(place(from, to))
}

/// Says it better where the next character tells what went wrong.
fn adjust(problem: Problem, text: &str, at: usize) -> Problem {
    let rest = &text[at..];
    let is_vague = matches!(problem.code, Code::CommaMissing | Code::ColonMissing | Code::Syntax | Code::WrongShape);
    match problem.code {
        _ if is_vague && rest.is_empty() && text.contains('(') => Problem::new(Code::EndTooSoon),
        Code::CommaMissing if rest.starts_with([')', ']', '}']) => {
            Problem::new(Code::Syntax).with("expected", "closing")
        }
        Code::Syntax if rest.starts_with(',') => problem.with("expected", "no-comma"),
        _ => problem,
    }
}

fn words_for(error: &Error) -> Problem {
    let expected = |what: &str| Problem::new(Code::Syntax).with("expected", what);
    match error {
        Error::ExpectedComma => Problem::new(Code::CommaMissing),
        Error::ExpectedMapColon => Problem::new(Code::ColonMissing),
        Error::Eof => Problem::new(Code::EndTooSoon),
        Error::ExpectedStringEnd => Problem::new(Code::TextUnclosed),
        Error::UnclosedBlockComment => Problem::new(Code::CommentUnclosed),
        Error::InvalidEscape(_) => Problem::new(Code::BadEscape),
        Error::TrailingCharacters => Problem::new(Code::TextBehindEnd),
        Error::ExceededRecursionLimit => Problem::new(Code::TooDeep),
        Error::NoSuchStructField { expected, found, outer } => {
            let problem = Problem::new(Code::UnknownField).with("kind", kind(outer.as_deref()));
            unknown(problem, found, expected)
        }
        Error::NoSuchEnumVariant { expected, found, .. } => unknown(Problem::new(Code::UnknownWord), found, expected),
        Error::DuplicateStructField { field, outer } => {
            Problem::new(Code::DuplicateField).with("kind", kind(outer.as_deref())).with("field", *field)
        }
        Error::ExpectedBoolean => Problem::new(Code::WrongShape).with("expected", "yes-or-no"),
        Error::ExpectedArray => Problem::new(Code::WrongShape).with("expected", "list"),
        Error::ExpectedMap => Problem::new(Code::WrongShape).with("expected", "map"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedDifferentStructName { .. } => {
            Problem::new(Code::WrongShape).with("expected", "record")
        }
        Error::InvalidValueForType { .. } | Error::ExpectedDifferentLength { .. } => {
            Problem::new(Code::WrongShape).with("expected", "other")
        }
        Error::ExpectedArrayEnd => expected("list-end"),
        Error::ExpectedMapEnd => expected("map-end"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => expected("record-end"),
        Error::ExpectedIdentifier | Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => expected("field"),
        Error::ExpectedString => expected("text"),
        Error::IntegerOutOfBounds | Error::ExpectedInteger | Error::ExpectedFloat => expected("number"),
        // RON may come to say other things; the place says most of it.
        _ => expected("otherwise"),
    }
}

fn unknown(problem: Problem, found: &str, expected: &[&str]) -> Problem {
    let known: Vec<String> = expected.iter().map(|word| format!("`{word}`")).collect();
    let problem = problem.with("name", shown(found)).with("known", known.join(", "));
    near(problem, found, expected.iter().copied())
}

/// The wordbook's word for the record that a field is missing from.
fn kind(outer: Option<&str>) -> String {
    outer.unwrap_or("table").to_owned()
}

/// The word in the text that an error is about.
fn named(error: &Error) -> Option<&str> {
    match error {
        Error::NoSuchStructField { found, .. } | Error::NoSuchEnumVariant { found, .. } => Some(found),
        Error::DuplicateStructField { field, .. } => Some(field),
        _ => None,
    }
}

/// Where `name` stands last before `to`.
fn locate(text: &str, name: &str, from: usize, to: usize) -> (usize, usize) {
    let to = to.min(text.len());
    match text[..to].rfind(name).or_else(|| text[from..].find(name).map(|at| from + at)) {
        Some(at) => (at, at + name.len()),
        None => (from, next_end(text, from)),
    }
}

/// The byte position of a line and column; columns count characters.
fn offset(text: &str, position: Position) -> usize {
    let mut start = 0;
    for _ in 1..position.line {
        start += text[start..].find('\n').map_or(0, |end| end + 1);
    }
    let column = text[start..].char_indices().map(|(at, _)| at).nth(position.col.saturating_sub(1));
    column.map_or(text.len(), |at| start + at)
}

fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

/// The end of the character at `at`.
fn next_end(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Where the first number with a decimal comma stands in `text`.
pub(super) fn first_decimal_comma(text: &str) -> Option<(usize, usize)> {
    text.match_indices(',').find_map(|(at, _)| decimal_comma(text, at))
}

/// Where a number with a decimal comma stands, if `at` is within one or right behind it.
fn decimal_comma(text: &str, at: usize) -> Option<(usize, usize)> {
    let is_number = |c: char| c.is_ascii_digit() || c == ',';
    let before = text[..at].trim_end_matches(is_number).len();
    let after = at + text[at..].find(|c| !is_number(c)).unwrap_or(text.len() - at);
    let number = text[before..after].trim_end_matches(',');
    let (whole, fraction) = number.split_once(',')?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    (is_digits(whole) && is_digits(fraction)).then_some((before, before + number.len()))
}
