//! Values as they stand in the text: parts of the source that remember where they are.
//!
//! RON gives no place to a value that it has read, so every leaf is kept as a slice of the source; its place is then
//! the distance between the two.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::reader::steers;

/// A value as it stands in the source, without the space and comments around it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Raw<'a>(pub(super) &'a str);

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `"text"`
    Text,
    /// `3.5`, also what RON calls a number and we don't
    Number,
    /// `Percent`
    Word,
    /// `Score("A", 3)`
    Call,
    /// `( .. )`
    Record,
    /// `[ .. ]`
    List,
    /// `{ .. }`
    Map,
}

/// A `{ .. }` with every key and value in the order of the file, repeated keys included.
#[derive(Clone, Debug)]
pub(super) struct Entries<'a, V>(pub(super) Vec<(Raw<'a>, V)>);

impl<V> Default for Entries<'_, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// How table files are read: `Some( .. )` is never needed.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Returns `text` between quotes, with escapes where it needs them.
pub(super) fn quote(text: &str) -> String {
    if !text.contains(|c| c == '"' || c == '\\' || steers(c)) {
        return format!("\"{text}\"");
    }
    // Rust's own escapes are legal RON; they stand in should RON ever refuse to write a text.
    ron::to_string(text).unwrap_or_else(|_| format!("{text:?}"))
}

impl<'a> Raw<'a> {
    /// What the value looks like, by its first character.
    pub(super) fn shape(self) -> Shape {
        match self.0.chars().next() {
            Some('"') => Shape::Text,
            Some('(') => Shape::Record,
            Some('[') => Shape::List,
            Some('{') => Shape::Map,
            Some('r') if self.0[1..].starts_with(['"', '#']) && self.0.ends_with(['"', '#']) => Shape::Text,
            Some(first) if first.is_alphabetic() || first == '_' => {
                if self.0.ends_with(')') {
                    Shape::Call
                } else {
                    Shape::Word
                }
            }
            _ => Shape::Number,
        }
    }

    /// The text between the quotes: part of the source unless it holds escapes. `None` if it isn't a text.
    pub(super) fn quoted(self) -> Option<Cow<'a, str>> {
        if self.shape() != Shape::Text {
            return None;
        }
        let inner = self.0.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match inner {
            Some(inner) if !inner.contains('\\') => Some(Cow::Borrowed(inner)),
            _ => match options().from_str::<&'a str>(self.0) {
                Ok(text) => Some(Cow::Borrowed(text)),
                Err(_) => options().from_str::<String>(self.0).ok().map(Cow::Owned),
            },
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Raw<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'a RawValue>::deserialize(deserializer).map(|raw| Self(bare(raw.get_ron())))
    }
}

impl<'de: 'a, 'a, V: Deserialize<'de>> Deserialize<'de> for Entries<'a, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<'a, V>(PhantomData<(&'a str, V)>);

impl<'de: 'a, 'a, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<'a, V> {
    type Value = Entries<'a, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("{ .. }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// Returns `text` without the space and comments around the one value in it.
pub(super) fn bare(text: &str) -> &str {
    let text = skip_space(text);
    if !text.contains("//") && !text.contains("/*") {
        return text.trim_end();
    }
    &text[..value_end(text)]
}

/// Returns `text` from its first character that is neither space nor comment.
fn skip_space(text: &str) -> &str {
    let mut rest = text.trim_start();
    while let Some(length) = comment_length(rest) {
        rest = rest[length..].trim_start();
    }
    rest
}

/// The length of the comment that `text` starts with.
pub(super) fn comment_length(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').map_or(text.len(), |end| end + 1));
    }
    let mut rest = text.strip_prefix("/*")?;
    let mut depth = 1;
    while depth > 0 {
        let at = rest.find(['/', '*'])?;
        rest = &rest[at..];
        let (change, length) = match rest.get(..2) {
            Some("/*") => (1, 2),
            Some("*/") => (-1, 2),
            _ => (0, 1),
        };
        depth += change;
        rest = &rest[length..];
    }
    Some(text.len() - rest.len())
}

/// The length of the value that `text` starts with.
fn value_end(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    let mut depth = 0_usize;
    while at < text.len() {
        let rest = &text[at..];
        let Some(next) = rest.chars().next() else { break };
        let is_comment = comment_length(rest);
        let length = is_comment.or_else(|| text_length(rest)).unwrap_or(next.len_utf8());
        match next {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += length;
        if is_comment.is_none() && !next.is_whitespace() {
            end = at;
        }
    }
    if depth == 0 { end } else { text.trim_end().len() }
}

/// The length of the quoted text that `text` starts with.
pub(super) fn text_length(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('r') {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let inner = rest[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        return Some(2 + hashes + inner.find(&close)? + close.len());
    }
    let mut escaped = false;
    for (at, c) in text.strip_prefix('"')?.char_indices() {
        match c {
            '"' if !escaped => return Some(at + 2),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_sheds_the_space_and_comments_around_it() {
        for (text, value) in [
            ("  \"a // b\"  ", "\"a // b\""),
            ("/* x /* y */ */ (1, \")\" /* in */) // out )", "(1, \")\" /* in */)"),
            ("// first\n 3.5 // last", "3.5"),
            ("r#\"a\"b // \"# /* z */", "r#\"a\"b // \"#"),
            ("\"a\\\" // b\" // c", "\"a\\\" // b\""),
        ] {
            assert_eq!(bare(text), value);
        }
    }

    #[test]
    fn a_text_is_part_of_the_source_unless_it_holds_escapes() {
        assert!(matches!(Raw("\"a\"").quoted(), Some(Cow::Borrowed("a"))));
        assert!(matches!(Raw("r#\"a\"b\"#").quoted(), Some(Cow::Borrowed("a\"b"))));
        assert!(matches!(Raw("\"a\\n\"").quoted(), Some(Cow::Owned(text)) if text == "a\n"));
        assert!(Raw("3").quoted().is_none());
    }
}
