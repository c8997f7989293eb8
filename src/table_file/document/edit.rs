//! One edit of the text: setting a value, taking one away.

use std::ops::Range;

use super::draft::Draft;
use super::layout::{New, extent, insert};
use super::tree::{Node, scan};
use super::{Step, Value};
use crate::diagnostic::{Code, Problem};
use crate::table_file::raw::{Raw, Shape, bare, options, quote};
use crate::table_file::syntax;

use ron::value::RawValue;

/// How far a path leads.
#[derive(Clone, Copy, Debug)]
pub(super) enum Found<'n> {
    /// To a value.
    Value(&'n Node),
    /// To a value that has nothing for the step at this depth.
    Missing(&'n Node, usize),
}

/// Follows `path` as far as it leads.
pub(super) fn follow<'n>(text: &str, tree: &'n Node, path: &[Step]) -> Found<'n> {
    let mut node = tree;
    for (depth, step) in path.iter().enumerate() {
        match position(text, node, step) {
            Some(at) => node = &node.entries[at].value,
            None => return Found::Missing(node, depth),
        }
    }
    Found::Value(node)
}

/// Which entry of `node` a step leads to.
pub(super) fn position(text: &str, node: &Node, step: &Step) -> Option<usize> {
    let fits = fits(node, step);
    match step {
        Step::Field(name) => node.position(text, name).filter(|_| fits),
        Step::Key(name) => node.position(text, name).filter(|_| fits),
        Step::Item(at) => (*at < node.entries.len() && fits).then_some(*at),
        Step::Append => None,
    }
}

/// Whether `node` can have something for the step.
fn fits(node: &Node, step: &Step) -> bool {
    let has_names = node.entries.iter().all(|entry| entry.key.is_some());
    match step {
        Step::Field(_) => matches!(node.shape, Shape::Record | Shape::Call) && has_names,
        Step::Key(_) => node.shape == Shape::Map,
        Step::Item(_) => matches!(node.shape, Shape::Record | Shape::Call | Shape::List),
        Step::Append => node.shape == Shape::List,
    }
}

/// Sets the value at `path`.
pub(super) fn set(draft: &mut Draft, path: &[Step], value: &Value) -> Result<(), Problem> {
    let written = value.written();
    let place = put(draft, path, &written)?;
    draft.mark(place.clone(), value.given().len());
    match value.problem() {
        // The text can't be read then: the problem is told where the value stands.
        Some(problem) => Err(shift(problem, &place)),
        None => Ok(()),
    }
}

/// Puts a written value at `path`. Returns where it stands.
pub(super) fn put(draft: &mut Draft, path: &[Step], written: &str) -> Result<Range<usize>, Problem> {
    let text = draft.text().to_owned();
    let tree = scan(&text).ok_or_else(|| Problem::new(Code::Syntax))?;
    let (node, depth) = match follow(&text, &tree, path) {
        Found::Value(node) => return Ok(replace(draft, node, written)),
        Found::Missing(node, depth) => (node, depth),
    };
    if let Some(shorter) = shortcut(&text, node, path, depth, written) {
        return put(draft, &shorter, written);
    }
    if let Some(wrapped) = wrapped(&text, node, path, depth) {
        draft.splice(node.place.clone(), &wrapped);
        return put(draft, path, written);
    }
    let has_room = match &path[depth] {
        Step::Item(at) => node.shape == Shape::List && *at == node.entries.len(),
        step => fits(node, step),
    };
    if !has_room {
        return Err(refusal(node, &path[depth]));
    }
    Ok(insert(draft, node, New { path, depth, value: written }))
}

/// Puts what stands at `from` at `to` as well.
pub(super) fn copy(draft: &mut Draft, from: &[Step], to: &[Step]) -> Result<(), Problem> {
    let text = draft.text().to_owned();
    let tree = scan(&text).ok_or_else(|| Problem::new(Code::Syntax))?;
    let Found::Value(node) = follow(&text, &tree, from) else { return Ok(()) };
    let written = text[node.place.clone()].to_owned();
    put(draft, to, &written).map(|_| ())
}

fn replace(draft: &mut Draft, node: &Node, written: &str) -> Range<usize> {
    let before = Raw(&draft.text()[node.place.clone()]);
    if before.quoted().is_some_and(|text| Raw(written).quoted() == Some(text)) {
        return node.place.clone();
    }
    draft.splice(node.place.clone(), written);
    node.place.start..node.place.start + written.len()
}

/// The path without a step that leads to where it is already: the text of what is nothing but a text.
fn shortcut(text: &str, node: &Node, path: &[Step], depth: usize, written: &str) -> Option<Vec<Step>> {
    let Step::Field(field) = path[depth] else { return None };
    let is_line = is_option(path, depth) && Raw(written).shape() == Shape::Text && depth + 1 == path.len();
    let is_text = node.shape == Shape::Text || is_per_language(text, node);
    let is_short = match field {
        "text" => is_text && !is_line_of_effects(path, depth),
        "effects" => node.shape == Shape::Text && is_line,
        _ => false,
    };
    is_short.then(|| [&path[..depth], &path[depth + 1..]].concat())
}

/// The value in a record that has room for the step at `depth`.
fn wrapped(text: &str, node: &Node, path: &[Step], depth: usize) -> Option<String> {
    let Step::Field(field) = path[depth] else { return None };
    let written = &text[node.place.clone()];
    let is_language = matches!(field, "en" | "nl");
    match node.shape {
        Shape::Text if is_line_of_effects(path, depth) => Some(format!("(effects: {written})")),
        Shape::Text if is_language => Some(format!("(en: {written}, nl: {written})")),
        Shape::Text => Some(format!("(text: {written})")),
        _ if is_per_language(text, node) && !is_language => Some(format!("(text: {written})")),
        _ => None,
    }
}

fn is_per_language(text: &str, node: &Node) -> bool {
    let is_language = |name: Option<String>| matches!(name.as_deref(), Some("en" | "nl"));
    let mut names = node.entries.iter().map(|entry| entry.name(text));
    node.shape == Shape::Record && !node.entries.is_empty() && names.all(is_language)
}

/// Whether the first `depth` steps lead to an option of an issue.
fn is_option(path: &[Step], depth: usize) -> bool {
    matches!(path[..depth], [Step::Field("issues"), Step::Key(_), Step::Field("options"), Step::Key(_)])
}

/// Whether the first `depth` steps lead to where a text is an effect line.
pub(super) fn is_line_of_effects(path: &[Step], depth: usize) -> bool {
    let is_change =
        matches!(path[..depth], [Step::Field("worlds"), Step::Key(_), Step::Field("changes"), Step::Key(_)]);
    is_change || is_option(path, depth)
}

/// Takes away what is at `path`. Tells whether there was anything.
pub(super) fn unset(draft: &mut Draft, path: &[Step]) -> Option<Range<usize>> {
    let text = draft.text().to_owned();
    let tree = scan(&text)?;
    let (step, before) = path.split_last()?;
    let Found::Value(node) = follow(&text, &tree, before) else { return None };
    let range = extent(&text, node, position(&text, node, step)?);
    draft.splice(range.clone(), "");
    Some(range)
}

/// Why a step can't be taken from `node`.
pub(super) fn refusal(node: &Node, step: &Step) -> Problem {
    let expected = match step {
        Step::Field(_) => "record",
        Step::Key(_) => "map",
        Step::Item(_) | Step::Append => "list",
    };
    Problem::new(Code::WrongShape).at(node.place.clone()).with("expected", expected)
}

/// Puts a problem of a value where that value stands.
fn shift(problem: Problem, value: &Range<usize>) -> Problem {
    let at = |at: usize| (value.start + at).min(value.end);
    let place = problem.place.clone().map_or_else(|| value.clone(), |place| at(place.start)..at(place.end));
    problem.at(place)
}

impl Value {
    /// A `[ .. ]` of values.
    #[must_use]
    pub fn list(values: &[Self]) -> Self {
        let written: Vec<String> = values.iter().map(Self::written).collect();
        Self::Ron(format!("[{}]", written.join(", ")))
    }

    /// A `( .. )` of values without names.
    #[must_use]
    pub fn tuple(values: &[Self]) -> Self {
        let written: Vec<String> = values.iter().map(Self::written).collect();
        Self::Ron(format!("({})", written.join(", ")))
    }

    /// A `Name( .. )` of values, such as `Score("FNV", 60)`.
    #[must_use]
    pub fn call(name: &'static str, values: &[Self]) -> Self {
        let written: Vec<String> = values.iter().map(Self::written).collect();
        Self::Ron(format!("{name}({})", written.join(", ")))
    }

    /// A `( .. )` of fields.
    #[must_use]
    pub fn record(fields: &[(&'static str, Self)]) -> Self {
        let written: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {}", value.written())).collect();
        Self::Ron(format!("({})", written.join(", ")))
    }

    /// The value as it was given.
    fn given(&self) -> &str {
        let (Self::Text(given) | Self::Word(given) | Self::Ron(given)) = self;
        given
    }

    /// The value as it is written.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Text(text) => quote(text),
            Self::Word(word) | Self::Ron(word) => bare(word).to_owned(),
        }
    }

    /// What is wrong with the way the value is written; nothing may reach out of its place.
    fn problem(&self) -> Option<Problem> {
        let written = self.written();
        let error = options().from_str::<&RawValue>(&written).err();
        let problem = error.map(|error| syntax::reword(&error, &written, 0));
        problem.or_else(|| scan(&written).is_none().then(|| Problem::new(Code::Syntax).at(0..written.len())))
    }
}
