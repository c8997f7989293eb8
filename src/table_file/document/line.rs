//! One entry of an effect line or a text of weights, or of the `{ .. }` in its place.

use std::ops::Range;

use super::draft::Draft;
use super::edit::{Found, follow, is_line_of_effects, put, unset};
use super::tree::{Node, scan};
use super::{Step, Value};
use crate::diagnostic::{Code, Problem};
use crate::table_file::lines::{self, Entry};
use crate::table_file::raw::{Shape, quote};
use crate::table_file::reader::shown;

/// The entry that is to be there: a name and what follows it, or `None` for no entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'v> {
    pub(super) name: &'v str,
    pub(super) value: Option<&'v str>,
    /// Whether it is an attribute, where that is known without a value.
    pub(super) is_attribute: Option<bool>,
}

/// A part of a line: where the name and the value stand, and whether it is an attribute.
type Part = (Range<usize>, Range<usize>, bool);

/// How a line is taken apart.
enum Grammar<I> {
    /// `KO+7 cost=4`; tells whether a name is that of an interest.
    Effects(I),
    /// `KO 40, WA 20`
    Weights,
}

/// Sets one entry of what `path` leads to.
pub(super) fn set_in_line(
    draft: &mut Draft,
    path: &[Step],
    item: Item<'_>,
    is_interest: impl Fn(&str) -> bool,
) -> Result<(), Problem> {
    let text = draft.text().to_owned();
    let tree = scan(&text).ok_or_else(|| Problem::new(Code::Syntax))?;
    let grammar = match path.last() {
        Some(Step::Field("weights")) => Grammar::Weights,
        _ => Grammar::Effects(|name: &str| name == item.name || is_interest(name)),
    };
    let Some(path) = target(&text, &tree, path, item, &grammar) else { return Ok(()) };
    match follow(&text, &tree, &path) {
        Found::Value(node) if node.shape == Shape::Text => in_text(draft, node, item, &grammar),
        Found::Value(node) if node.shape == Shape::Map => in_map(draft, node, path, item),
        Found::Value(_) | Found::Missing(..) => new_line(draft, &path, item, &grammar),
    }
}

/// An effect line without one entry.
pub(super) fn without_effect(line: &str, item: Item<'_>, is_interest: impl Fn(&str) -> bool) -> String {
    Grammar::Effects(is_interest).changed(line, item).0
}

/// A text of weights, or a ranking, without one entry.
pub(super) fn without_weight(line: &str, item: Item<'_>) -> String {
    match lines::ranking(line) {
        Some(_) => without_rank(line, item.name),
        None => Grammar::<fn(&str) -> bool>::Weights.changed(line, item).0,
    }
}

/// The one line in which the entry is, or should be.
fn target<I: Fn(&str) -> bool>(
    text: &str,
    tree: &Node,
    path: &[Step],
    item: Item<'_>,
    grammar: &Grammar<I>,
) -> Option<Vec<Step>> {
    let Grammar::Effects(_) = grammar else { return Some(path.to_vec()) };
    let (base, stated) = match path.split_last() {
        Some((Step::Field(field @ ("effects" | "attributes")), base)) => (base, Some(*field)),
        _ => (path, None),
    };
    let node = match follow(text, tree, base) {
        Found::Value(node) if node.shape == Shape::Record => node,
        // A text, or a map of effects, is the line itself.
        Found::Value(node) if is_line_of_effects(base, base.len()) && node.shape == Shape::Text => {
            return Some(base.to_vec());
        }
        _ => return Some(path.to_vec()),
    };
    let holds = |field: &&'static str| {
        let Some(line) = node.get(text, field) else { return false };
        let in_text = line.text(text).is_some_and(|line| grammar.part(&line, item).is_some());
        in_text || line.position(text, item.name).is_some()
    };
    let held = ["effects", "attributes"].into_iter().find(holds);
    let is_attribute = item.value.is_some_and(|value| value.starts_with('='));
    let is_line = node.get(text, "effects").is_some_and(|line| line.shape == Shape::Text);
    let new =
        if is_attribute && (node.get(text, "attributes").is_some() || !is_line) { "attributes" } else { "effects" };
    let field = held.or(item.value.map(|_| if is_attribute { new } else { stated.unwrap_or(new) }))?;
    Some([base, &[Step::Field(field)]].concat())
}

fn in_map(draft: &mut Draft, node: &Node, mut path: Vec<Step>, item: Item<'_>) -> Result<(), Problem> {
    let cell = node.get(draft.text(), item.name).map(|cell| cell.shape);
    path.push(Step::Key(item.name.to_owned()));
    let Some(value) = item.value else {
        unset(draft, &path);
        return Ok(());
    };
    if cell == Some(Shape::Record) {
        path.push(Step::Field("value"));
    }
    let number = value.strip_prefix('=').unwrap_or(value);
    let plain = number.strip_prefix('+').unwrap_or(number);
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let is_plain = digits.starts_with(|c: char| c.is_ascii_digit()) && !digits.contains(['/', ',']);
    let written = if is_plain { Value::Word(plain.to_owned()).written() } else { quote(number) };
    let place = put(draft, &path, &written)?;
    draft.mark(place, value.len());
    Ok(())
}

fn new_line<I: Fn(&str) -> bool>(
    draft: &mut Draft,
    path: &[Step],
    item: Item<'_>,
    grammar: &Grammar<I>,
) -> Result<(), Problem> {
    if item.value.is_none() {
        return Ok(());
    }
    let (line, value) = grammar.changed("", item);
    let written = quote(&line);
    let place = put(draft, path, &written)?;
    mark(draft, place.start, &written, value);
    Ok(())
}

fn in_text<I: Fn(&str) -> bool>(
    draft: &mut Draft,
    node: &Node,
    item: Item<'_>,
    grammar: &Grammar<I>,
) -> Result<(), Problem> {
    let Some(line) = node.text(draft.text()) else { return Ok(()) };
    let is_ranking = matches!(grammar, Grammar::Weights) && lines::ranking(&line).is_some();
    let (changed, value) = match (is_ranking, item.value) {
        (true, Some(_)) => {
            let problem = Problem::new(Code::BadWeights).at(node.place.clone());
            return Err(problem.with("name", shown(&line)));
        }
        (true, None) => (without_rank(&line, item.name), None),
        (false, _) => grammar.changed(&line, item),
    };
    if changed != line {
        let written = quote(&changed);
        draft.splice(node.place.clone(), &written);
        mark(draft, node.place.start, &written, value);
    }
    Ok(())
}

/// Remembers where the value stands in a text that was written at `start`.
fn mark(draft: &mut Draft, start: usize, written: &str, value: Option<Range<usize>>) {
    if let Some(value) = value.filter(|_| !written.contains('\\')) {
        let length = value.len();
        draft.mark(start + 1 + value.start..start + 1 + value.end, length);
    }
}

impl<I: Fn(&str) -> bool> Grammar<I> {
    /// The parts of a line that have a name and a value.
    fn parts(&self, line: &str) -> Vec<Part> {
        let place = |part: &str| {
            let start = part.as_ptr() as usize - line.as_ptr() as usize;
            start..start + part.len()
        };
        match self {
            Self::Effects(is_interest) => {
                let entries = lines::effect_line(line, is_interest).into_iter();
                let parts = entries.filter_map(|entry| match entry {
                    Entry::Effect(name, value) => Some((place(name), place(value), false)),
                    Entry::Attribute(name, value) => Some((place(name), place(value), true)),
                    Entry::Unclear(_) => None,
                });
                parts.collect()
            }
            Self::Weights => {
                let words = lines::words(line);
                let pairs = words.chunks_exact(2);
                pairs.map(|pair| (place(pair[0]), place(pair[1]), false)).collect()
            }
        }
    }

    /// What a line says: names and values.
    fn meaning(&self, line: &str) -> Vec<(String, String)> {
        let parts = self.parts(line).into_iter();
        parts.map(|(name, value, _)| (line[name].to_owned(), line[value].to_owned())).collect()
    }

    /// The part that the entry is in.
    fn part(&self, line: &str, item: Item<'_>) -> Option<(usize, Part)> {
        let kind = item.value.map(|value| value.starts_with('=')).or(item.is_attribute);
        let fits = |part: &Part| line[part.0.clone()] == *item.name && kind.is_none_or(|kind| kind == part.2);
        self.parts(line).into_iter().enumerate().find(|(_, part)| fits(part))
    }

    /// The line with the entry as it is to be, and where its value stands then.
    fn changed(&self, line: &str, item: Item<'_>) -> (String, Option<Range<usize>>) {
        let part = self.part(line, item);
        let Some(value) = item.value else {
            let changed = part.map(|(at, _)| self.without(line, at));
            return (changed.unwrap_or_else(|| line.to_owned()), None);
        };
        let spellings = [format!("{}{value}", item.name), format!("{} {value}", item.name)];
        let spelled = |spelling: &String| match &part {
            Some((_, part)) => (splice(line, part.0.start..part.1.end, spelling), part.0.start + spelling.len()),
            None => appended(line, spelling, matches!(self, Self::Weights)),
        };
        let bare = value.strip_prefix('=').filter(|_| !matches!(self, Self::Weights)).unwrap_or(value);
        // The value alone first: it keeps the manner of the line.
        let kept = part.as_ref().map(|(_, part)| (splice(line, part.1.clone(), bare), part.1.start + bare.len()));
        let mut expected = self.meaning(line);
        let meant = (item.name.to_owned(), bare.to_owned());
        match &part {
            Some((at, _)) => expected[*at] = meant,
            None => expected.push(meant),
        }
        let is_read = |(line, _): &(String, usize)| self.meaning(line) == expected;
        let mut candidates = kept.into_iter().chain(spellings.iter().map(spelled));
        let found = candidates.find(is_read).unwrap_or_else(|| spelled(&spellings[1]));
        let value = found.1 - bare.len()..found.1;
        (found.0, Some(value))
    }

    /// The line without the part at this position, and without the space that set it apart.
    fn without(&self, line: &str, at: usize) -> String {
        let parts = self.parts(line);
        let range = match (parts.get(at + 1), at.checked_sub(1)) {
            (Some(next), _) => parts[at].0.start..next.0.start,
            (None, Some(before)) => parts[before].1.end..parts[at].1.end,
            (None, None) => parts[at].0.start..parts[at].1.end,
        };
        splice(line, range, "")
    }
}

/// A line with something behind it, in the manner of the line; and where that ends.
fn appended(line: &str, spelling: &str, is_weights: bool) -> (String, usize) {
    let is_blank = matches!(line.trim(), "" | "·" | "0");
    let head = if is_blank { "" } else { line.trim_end() };
    let separator = match head {
        "" => "",
        _ if head.contains(", ") => ", ",
        // A single weight says nothing of the manner; weights are told apart by commas.
        _ if is_weights && !head.contains(',') && lines::words(head).len() == 2 => ", ",
        _ => " ",
    };
    let text = format!("{head}{separator}{spelling}");
    let end = text.len();
    (text, end)
}

fn splice(line: &str, range: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &line[..range.start], &line[range.end..])
}

/// A ranking without a name: those that were equal to it stay where they are.
fn without_rank(line: &str, name: &str) -> String {
    let ranks = lines::ranking(line).unwrap_or_default().into_iter().map(|rank| {
        let rank: Vec<&str> = rank.into_iter().filter(|other| *other != name).collect();
        rank.join(" = ")
    });
    let ranks: Vec<String> = ranks.filter(|rank| !rank.is_empty()).collect();
    ranks.join(" > ")
}
