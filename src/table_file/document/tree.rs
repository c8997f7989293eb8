//! The text of a table file as a tree of places: what stands where, down to the commas.
//!
//! RON tells where a value is only while it reads it, so the places are found again here. The scanner takes every text
//! that RON accepts; of one that RON refuses it may say nothing, or something useless, but it always comes to an end.

use std::ops::Range;

use crate::table_file::raw::{Raw, Shape, comment_length, text_length};

/// Brackets within brackets, deeper than RON itself goes.
const DEEPEST: usize = 200;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// The value, without the space and comments around it.
    pub(super) place: Range<usize>,
    /// What it looks like.
    pub(super) shape: Shape,
    /// The place of its opening bracket; the start of the value if it has none.
    pub(super) open: usize,
    /// What stands between its brackets.
    pub(super) entries: Vec<Entry>,
}

/// A value between brackets, with its name if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The name of a field, or the quoted name in a `{ .. }`.
    pub(super) key: Option<Range<usize>>,
    /// The value.
    pub(super) value: Node,
    /// The place of the comma behind it.
    pub(super) comma: Option<usize>,
}

impl Entry {
    /// Where the entry starts.
    pub(super) fn start(&self) -> usize {
        self.key.as_ref().map_or(self.value.place.start, |key| key.start)
    }

    /// Where the entry ends, with its comma.
    pub(super) fn end(&self) -> usize {
        self.comma.map_or(self.value.place.end, |comma| comma + 1)
    }

    /// The name as it is meant: without quotes, escapes unfolded.
    pub(super) fn name(&self, source: &str) -> Option<String> {
        let written = &source[self.key.clone()?];
        let quoted = Raw(written).quoted();
        Some(quoted.map_or_else(|| written.strip_prefix("r#").unwrap_or(written).to_owned(), String::from))
    }
}

impl Node {
    /// What stands between the brackets.
    pub(super) fn inside(&self) -> Range<usize> {
        self.open + 1..self.place.end.saturating_sub(1).max(self.open + 1)
    }

    /// The position of the entry that is called `name`.
    pub(super) fn position(&self, source: &str, name: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.name(source).as_deref() == Some(name))
    }

    /// The entry that is called `name`.
    pub(super) fn entry(&self, source: &str, name: &str) -> Option<&Entry> {
        self.entries.get(self.position(source, name)?)
    }

    /// The value of the entry that is called `name`.
    pub(super) fn get(&self, source: &str, name: &str) -> Option<&Self> {
        Some(&self.entry(source, name)?.value)
    }

    /// The text that the value is, escapes unfolded.
    pub(super) fn text(&self, source: &str) -> Option<String> {
        Raw(&source[self.place.clone()]).quoted().map(String::from)
    }
}

/// Finds the one value of `source` with everything in it.
pub(super) fn scan(source: &str) -> Option<Node> {
    let mut scanner = Scanner { source, at: 0 };
    scanner.skip();
    while scanner.rest().starts_with('#') {
        scanner.at += scanner.rest().find(']')? + 1;
        scanner.skip();
    }
    let node = scanner.value(0)?;
    scanner.skip();
    scanner.rest().is_empty().then_some(node)
}

struct Scanner<'s> {
    source: &'s str,
    at: usize,
}

impl<'s> Scanner<'s> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn skip(&mut self) {
        loop {
            let bare = self.rest().trim_start_matches(is_space);
            self.at = self.source.len() - bare.len();
            match comment_length(bare) {
                Some(length) => self.at += length,
                None => return,
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        let start = self.at;
        let rest = self.rest();
        if let Some(length) = text_length(rest) {
            self.at += length;
            return Some(leaf(start..self.at, Shape::Text));
        }
        let shape = match rest.chars().next()? {
            '(' => Shape::Record,
            '[' => Shape::List,
            '{' => Shape::Map,
            _ => return self.atom_or_call(depth),
        };
        self.brackets(start, shape, depth)
    }

    fn atom_or_call(&mut self, depth: usize) -> Option<Node> {
        let start = self.at;
        let length = atom_length(self.rest());
        self.at += length;
        let atom = &self.source[start..self.at];
        let (end, shape) = (self.at, Raw(atom).shape());
        self.skip();
        let is_call = shape == Shape::Word && self.rest().starts_with('(');
        if length == 0 {
            return None;
        }
        if !is_call {
            self.at = end;
            return Some(leaf(start..end, shape));
        }
        let node = self.brackets(start, Shape::Call, depth)?;
        // What is given is never wrapped in a file by hand; where it is, the value inside is what counts.
        match <[Entry; 1]>::try_from(node.entries.clone()) {
            Ok([only]) if atom == "Some" => Some(only.value),
            _ => Some(node),
        }
    }

    fn brackets(&mut self, start: usize, shape: Shape, depth: usize) -> Option<Node> {
        let close = match shape {
            Shape::List => ']',
            Shape::Map => '}',
            _ => ')',
        };
        let open = self.at;
        self.at += 1;
        let mut entries = Vec::new();
        loop {
            self.skip();
            if self.rest().starts_with(close) {
                self.at += 1;
                return Some(Node { place: start..self.at, shape, open, entries });
            }
            let is_next = entries.last().is_none_or(|entry: &Entry| entry.comma.is_some());
            if !is_next || depth >= DEEPEST {
                return None;
            }
            entries.push(self.entry(depth)?);
        }
    }

    fn entry(&mut self, depth: usize) -> Option<Entry> {
        let first = self.value(depth + 1)?;
        let end = self.at;
        self.skip();
        let (key, value) = if self.rest().starts_with(':') {
            self.at += 1;
            self.skip();
            (Some(first.place), self.value(depth + 1)?)
        } else {
            self.at = end;
            (None, first)
        };
        let end = self.at;
        self.skip();
        let comma = self.rest().starts_with(',').then_some(self.at);
        self.at = comma.map_or(end, |comma| comma + 1);
        Some(Entry { key, value, comma })
    }
}

fn leaf(place: Range<usize>, shape: Shape) -> Node {
    Node { open: place.start, place, shape, entries: Vec::new() }
}

/// The length of the number or word that `text` starts with.
fn atom_length(text: &str) -> usize {
    let is_comment = |at: usize| ["//", "/*"].iter().any(|start| text[at..].starts_with(start));
    let ends = |(at, c): (usize, char)| is_space(c) || ",:()[]{}\"".contains(c) || is_comment(at);
    text.char_indices().find(|next| ends(*next)).map_or(text.len(), |(at, _)| at)
}

/// What RON takes for space; it counts the marks of writing direction too.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found_where_it_stands() {
        let source = "// (\n(a: \"x // }\", /* , */ b: {r#\"k\"#: [1, Score(\"F\", 2),], \"l\\\"\": (en: -3.5)}, // )\n c: r\"\\)\"\n) // end";
        let tree = scan(source).unwrap();
        let at = |node: &Node| source[node.place.clone()].to_owned();
        assert_eq!(tree.entries.iter().map(|entry| entry.name(source).unwrap()).collect::<Vec<_>>(), ["a", "b", "c"]);
        let map = tree.get(source, "b").unwrap();
        assert_eq!(at(map.get(source, "k").unwrap()), "[1, Score(\"F\", 2),]");
        assert_eq!(map.get(source, "k").unwrap().entries[1].value.shape, Shape::Call);
        assert_eq!(at(&map.get(source, "k").unwrap().entries[1].value.entries[1].value), "2");
        assert_eq!(at(map.get(source, "l\"").unwrap().get(source, "en").unwrap()), "-3.5");
        assert_eq!(at(tree.get(source, "c").unwrap()), "r\"\\)\"");
        assert_eq!(&source[tree.entries[0].end() - 1..tree.entries[0].end()], ",");
        assert_eq!(tree.entries[2].comma, None);
    }

    #[test]
    fn what_is_no_ron_has_no_tree() {
        for source in ["", "(", "(a: 1", "(a: 1 b: 2)", "[1,,2]", "(a: 1) x", "{\"a: 1}", ":", "(a:)", "/*", "(a]", "#"]
        {
            assert_eq!(scan(source), None, "{source:?}");
        }
        assert_eq!(scan(&"[".repeat(100_000)), None);
    }
}
