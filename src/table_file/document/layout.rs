//! Where an entry goes, and what goes with it: commas, line ends and comments around the entries of a value.

use std::ops::Range;

use super::Step;
use super::draft::Draft;
use super::tree::{Entry, Node, scan};
use crate::table_file::raw::{Shape, comment_length, quote};

/// How long a line may get before a new record is broken.
const WIDTH: usize = 100;
const INDENT: &str = "    ";

/// An entry that is to be written: the part of the path that is missing, and the value at its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct New<'p> {
    /// The whole path of the value.
    pub(super) path: &'p [Step],
    /// How many of its steps are there already.
    pub(super) depth: usize,
    /// The value as it is written.
    pub(super) value: &'p str,
}

/// Writes a new entry behind the last one of `node`, in the manner of its neighbours. Returns where its value stands.
pub(super) fn insert(draft: &mut Draft, node: &Node, new: New<'_>) -> Range<usize> {
    let end = line_end(draft.text());
    match node.entries.last() {
        Some(last) => insert_behind(draft, node, last, new, end),
        None => insert_first(draft, node, new, end),
    }
}

fn insert_behind(draft: &mut Draft, node: &Node, last: &Entry, new: New<'_>, line_end: &str) -> Range<usize> {
    let text = draft.text();
    let stands_alone = starts_line(text, last.start());
    let indent = indentation(text, last.start()).to_owned();
    let (label, before, after) = new.written(&indent, stands_alone, line_end);
    // Without a comma behind the last value, the one between the two is written, and none behind the new one.
    let comma = if last.comma.is_some() { "," } else { "" };
    let (at, lead) = if stands_alone {
        let limit = node.place.end.saturating_sub(1);
        (behind_comments(text, last.end(), limit), format!("{line_end}{indent}"))
    } else if last.comma.is_some() {
        (last.end(), " ".to_owned())
    } else {
        (last.end(), ", ".to_owned())
    };
    let place = put(draft, at, &format!("{lead}{label}{before}"), &format!("{after}{comma}"), new);
    if !stands_alone || last.comma.is_some() {
        return place;
    }
    draft.insert(last.end(), ",");
    place.start + 1..place.end + 1
}

fn insert_first(draft: &mut Draft, node: &Node, new: New<'_>, line_end: &str) -> Range<usize> {
    let text = draft.text();
    let inside = node.inside();
    let comments = text[inside.clone()].trim();
    let by_lines = is_by_lines(text) && (node.shape == Shape::Map || is_open(&new.path[..new.depth]));
    // A comment may reach to the end of its line.
    let by_lines = by_lines || !comments.is_empty();
    let indent = indentation_of_line(text, node.open).to_owned();
    let (lead, close) = if by_lines {
        (format!("{line_end}{indent}{INDENT}"), format!(",{line_end}{indent}"))
    } else {
        (String::new(), String::new())
    };
    let (label, before, after) = new.written(&format!("{indent}{INDENT}"), by_lines, line_end);
    let at = inside.start + text[inside.clone()].trim_end().len();
    draft.splice(at..inside.end, "");
    put(draft, at, &format!("{lead}{label}{before}"), &format!("{after}{close}"), new)
}

fn put(draft: &mut Draft, at: usize, before: &str, after: &str, new: New<'_>) -> Range<usize> {
    draft.insert(at, &format!("{before}{}{after}", new.value));
    let start = at + before.len();
    start..start + new.value.len()
}

impl New<'_> {
    /// The name of the entry, and what stands before and behind the value of it.
    fn written(self, indent: &str, by_lines: bool, line_end: &str) -> (String, String, String) {
        let label = label(&self.path[self.depth]);
        let (before, after) = self.around(self.depth + 1, indent, label.chars().count(), by_lines, line_end);
        (label, before, after)
    }

    /// The brackets around the value from step `at` on, in lines where they would be hard to read on one.
    fn around(self, at: usize, indent: &str, used: usize, by_lines: bool, line_end: &str) -> (String, String) {
        let Some(step) = self.path.get(at) else { return Default::default() };
        let (open, close) = match step {
            Step::Field(_) => ('(', ')'),
            Step::Key(_) => ('{', '}'),
            Step::Item(_) | Step::Append => ('[', ']'),
        };
        let label = label(step);
        let (before, after) = self.around(at + 1, "", 0, false, line_end);
        let length =
            [label.as_str(), &before, self.value, &after].iter().map(|part| part.chars().count()).sum::<usize>();
        let has_map = self.path[at..].iter().any(|step| matches!(step, Step::Key(_)));
        let is_long = WIDTH < indent.chars().count() + used + length + 3;
        if !by_lines || !(has_map || is_long || is_open(&self.path[..at])) {
            return (format!("{open}{label}{before}"), format!("{after}{close}"));
        }
        let inner = format!("{indent}{INDENT}");
        let (before, after) = self.around(at + 1, &inner, label.chars().count(), true, line_end);
        (format!("{open}{line_end}{inner}{label}{before}"), format!("{after},{line_end}{indent}{close}"))
    }
}

/// Whether the value at `path` is a record that grows: it gets a line per field from the start.
fn is_open(path: &[Step]) -> bool {
    matches!(path, [Step::Field("parties" | "issues" | "worlds"), Step::Key(_)])
}

fn label(step: &Step) -> String {
    match step {
        Step::Field(name) => format!("{name}: "),
        Step::Key(key) => format!("{}: ", quote(key)),
        Step::Item(_) | Step::Append => String::new(),
    }
}

/// Whether the file has a line per entry.
fn is_by_lines(text: &str) -> bool {
    let tree = scan(text);
    tree.and_then(|tree| Some(starts_line(text, tree.entries.first()?.start()))).unwrap_or(false)
}

/// How the lines of the file end.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn starts_line(text: &str, at: usize) -> bool {
    let start = line_start(text, at);
    start > 0 && text[start..at].trim().is_empty()
}

/// What stands before `at` on its line.
fn indentation(text: &str, at: usize) -> &str {
    &text[line_start(text, at)..at]
}

/// The space that the line starts with in which `at` is.
fn indentation_of_line(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..at];
    &line[..line.len() - line.trim_start().len()]
}

/// Where the comments end that follow `at` on its line.
fn behind_comments(text: &str, at: usize, limit: usize) -> usize {
    let mut end = at;
    loop {
        let rest = &text[end..limit];
        let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let Some(length) = comment_length(&rest[space..]) else { return end };
        let comment = &rest[space..space + length];
        end += space + comment.trim_end_matches(['\r', '\n']).len();
        if comment.ends_with('\n') {
            return end;
        }
    }
}

/// What goes when the entry at `position` of `node` is taken away.
pub(super) fn extent(text: &str, node: &Node, position: usize) -> Range<usize> {
    let entry = &node.entries[position];
    let limit = node.place.end.saturating_sub(1);
    let behind = behind_comments(text, entry.end(), limit);
    let rest = text[behind..].trim_start_matches([' ', '\t']);
    let line_end = ["\r\n", "\n"].into_iter().find(|end| rest.starts_with(end));
    if let (true, Some(line_end)) = (starts_line(text, entry.start()), line_end) {
        return line_start(text, entry.start())..text.len() - rest.len() + line_end.len();
    }
    if position + 1 < node.entries.len() {
        let spaces = text[entry.end()..].len() - text[entry.end()..].trim_start_matches([' ', '\t']).len();
        return entry.start()..entry.end() + spaces;
    }
    let comma = position.checked_sub(1).and_then(|before| node.entries[before].comma);
    match comma {
        Some(comma) if text[comma + 1..entry.start()].trim().is_empty() => {
            // The last entry keeps the comma behind it if it had one.
            comma + usize::from(entry.comma.is_some())..entry.end()
        }
        _ => entry.start()..entry.end(),
    }
}
