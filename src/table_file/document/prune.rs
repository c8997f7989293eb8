//! Taking something away, with every mention that can go with it.

use std::ops::Range;

use super::draft::Draft;
use super::layout::extent;
use super::line::{self, Item};
use super::rename::{chain, words};
use super::tree::{Node, scan};
use super::{Document, Pruned, Refused, Step, edit};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::Table;
use crate::table_file::names::Names;
use crate::table_file::raw::{Shape, quote};
use crate::table_file::reader::shown;
use crate::table_file::{Reading, lines};

/// What goes because of a name that nothing carries any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    /// One part of the line.
    Part(Line),
    /// The entry at this depth of the way to it.
    Entry(usize),
}

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Effects,
    Weights,
    Package,
}

impl Document {
    /// Takes away what is at `path`, and with it every mention that can go with it: an entry of a line, a condition, a
    /// whole rule, a named package. Returns what went besides. Nothing happens if nothing is there.
    ///
    /// # Errors
    /// Something can't do without it: it is the only option of an issue, `today`, what counts otherwise, a party's
    /// no-deal.
    pub fn remove(&self, path: &[Step]) -> Result<(Self, Vec<Pruned>), Refused> {
        self.check_last_option(path)?;
        let mut draft = Draft::new(self.source());
        if edit::unset(&mut draft, path).is_none() {
            return Ok((self.clone(), Vec::new()));
        }
        let mut pruned = Vec::new();
        loop {
            let reading = match Self::open(draft.text().to_owned()) {
                Ok(next) => return Ok(self.without_silenced(next, draft, pruned)),
                Err(reading) => reading,
            };
            let round = prune(&mut draft, &reading, self.table());
            if round.is_empty() {
                return Err(Refused::of(draft.text().to_owned(), reading.problems));
            }
            pruned.extend(round.into_iter().rev());
        }
    }

    /// The same without what was said about checks of something that is gone.
    fn without_silenced(&self, next: Self, mut draft: Draft, mut pruned: Vec<Pruned>) -> (Self, Vec<Pruned>) {
        let (before, after) = (Names::of(self.table()), Names::of(next.table()));
        let has = |names: &Names, about: &str| {
            names.rosters().iter().any(|roster| roster.contains(about)) || names.has_option(about)
        };
        let silenced = &next.table().narrative.silenced;
        for (at, one) in silenced.iter().enumerate().rev() {
            let is_gone = |about: &&str| has(&before, about) && !has(&after, about);
            if let Some(about) = one.about.as_deref().filter(is_gone) {
                edit::unset(&mut draft, &[Step::Field("silenced"), Step::Item(at)]);
                let path = vec!["silenced".to_owned(), (at + 1).to_string()];
                pruned.push(Pruned { path, text: shown(&format!("{} {about}", one.check.word())) });
            }
        }
        let shorter = Self::open(draft.text().to_owned()).unwrap_or(next);
        (shorter, pruned)
    }

    fn check_last_option(&self, path: &[Step]) -> Result<(), Refused> {
        let [Step::Field("issues"), Step::Key(issue), Step::Field("options"), Step::Key(option)] = path else {
            return Ok(());
        };
        let found = self.table().issues.iter().find(|other| other.id == *issue);
        let is_last = found.is_some_and(|issue| issue.options().len() == 1 && issue.options()[0].id == *option);
        if !is_last {
            return Ok(());
        }
        let problem = Problem::new(Code::OptionsMissing).with("name", shown(issue));
        Err(Refused { source: self.source().to_owned(), problems: vec![(problem, None)] })
    }
}

/// Cuts what the errors of a reading are in, from the end of the text to its start.
fn prune(draft: &mut Draft, reading: &Reading, table: &Table) -> Vec<Pruned> {
    let mut pruned = Vec::new();
    // What was cut hides the errors in it, and moves those behind it.
    let mut limit = usize::MAX;
    let errors = reading.problems.iter().rev().filter(|problem| problem.severity() == Severity::Error);
    for problem in errors.filter(|problem| problem.code == Code::UnknownName) {
        let Some(place) = problem.place.clone().filter(|place| place.end <= limit) else { continue };
        if let Some((range, cut)) = cut(draft, problem, &place, table) {
            limit = range.start;
            pruned.push(cut);
        }
    }
    pruned
}

fn cut(draft: &mut Draft, problem: &Problem, place: &Range<usize>, table: &Table) -> Option<(Range<usize>, Pruned)> {
    let text = draft.text().to_owned();
    let tree = scan(&text)?;
    let chain = chain(&tree, place);
    let path = words(&text, &chain);
    let (node, at) = *chain.last()?;
    let is_key = node.entries[at].key.as_ref().is_some_and(|key| key.start <= place.start && place.end <= key.end);
    let kind = problem.arguments.get("kind").map_or("", String::as_str);
    let way: Vec<&str> = path.iter().map(String::as_str).collect();
    match which(&way, kind, is_key, node)? {
        Cut::Entry(depth) => {
            let (node, at) = *chain.get(depth)?;
            let entry = &node.entries[at];
            let gone = one_line(&text[entry.start()..entry.value.place.end]);
            let range = extent(&text, node, at);
            draft.splice(range.clone(), "");
            Some((range, Pruned { path: path[..=depth].to_vec(), text: gone }))
        }
        Cut::Part(line) => {
            let leaf = &node.entries[at].value;
            let whole = leaf.text(&text)?;
            let is_whole = *place == leaf.place;
            let name = if is_whole { problem.arguments.get("name")?.as_str() } else { &text[place.clone()] };
            let (rest, gone) = without(&whole, name, line, kind, table)?;
            draft.splice(leaf.place.clone(), &quote(&rest));
            Some((leaf.place.clone(), Pruned { path, text: gone }))
        }
    }
}

/// What goes with an unknown name of `kind` at the end of `way`, in an entry of `node`. `None` if nothing can.
fn which(way: &[&str], kind: &str, is_key: bool, node: &Node) -> Option<Cut> {
    let last = way.len() - 1;
    let several = node.shape == Shape::List && node.entries.len() > 1;
    let owner = way[last.saturating_sub(1)];
    let is_package = |field: &str| matches!(field, "package" | "choices");
    match way {
        [.., field] if is_package(field) && kind == "issue" && !is_key => Some(Cut::Part(Line::Package)),
        _ if is_key && is_package(owner) => Some(Cut::Entry(last)),
        // What was said stays said without the interest that it was said for.
        ["reactions", _, "interest"] => Some(Cut::Entry(last)),
        // Without its option or recipient a package isn't whole; a no-deal can't do without its package.
        ["packages" | "reactions" | "explanations" | "disclosed", ..] => Some(Cut::Entry(1)),
        ["facts", _, _, _] => Some(Cut::Entry(last)),
        [.., field] if is_package(field) || is_package(owner) => None,
        [_, _, "no_deal", "package", ..] | [_, _, "no_deals", _, "package", ..] | [_, _, "today", ..] => None,
        _ if is_key => Some(Cut::Entry(last)),
        // The options of a pair have no line of effects, as those of an issue do.
        ["interactions", _, "options", ..] => Some(Cut::Entry(1)),
        [_, _, "options" | "changes" | "readings", _] => Some(Cut::Part(Line::Effects)),
        ["parties", _, "weights"] => Some(Cut::Part(Line::Weights)),
        [.., "effects" | "attributes"] => Some(Cut::Part(Line::Effects)),
        [.., "about"] | ["injects", _, "world"] => Some(Cut::Entry(last)),
        [_, _, "limits", _] => Some(Cut::Entry(last)),
        ["rules", _, "at_most" | "at_least", ..] if several => Some(Cut::Entry(last)),
        ["rules" | "interactions", _, ..] => Some(Cut::Entry(1)),
        [_, _, "ratification", _, "needs", _, .., _] if several => Some(Cut::Entry(last)),
        [_, _, "ratification", _, "needs", ..] => Some(Cut::Entry(5)),
        [.., "only_if", _] if several => Some(Cut::Entry(last)),
        _ => None,
    }
}

/// A line without the part of this name, and that part.
fn without(whole: &str, name: &str, line: Line, kind: &str, table: &Table) -> Option<(String, String)> {
    let is_interest = |name: &str| table.interests.iter().any(|interest| interest.id == name);
    let item = Item { name, value: None, is_attribute: (line == Line::Effects).then_some(kind == "attribute") };
    let rest = match line {
        Line::Effects => line::without_effect(whole, item, is_interest),
        Line::Weights => line::without_weight(whole, item),
        Line::Package => {
            let choices = lines::choices(whole, |name| table.issues.iter().any(|issue| issue.id == name));
            let is_it = |choice: &&str| choice.split_once('=').is_some_and(|(issue, _)| issue.trim() == name);
            let at = choices.iter().position(is_it)?;
            let start = |choice: &str| choice.as_ptr() as usize - whole.as_ptr() as usize;
            let range = match (choices.get(at + 1), at.checked_sub(1)) {
                (Some(next), _) => start(choices[at])..start(next),
                (None, before) => {
                    let end = start(choices[at]) + choices[at].len();
                    before.map_or(start(choices[at]), |before| start(choices[before]) + choices[before].len())..end
                }
            };
            return Some((format!("{}{}", &whole[..range.start], &whole[range.end..]), choices[at].to_owned()));
        }
    };
    // A name that can't be found in its own line would be looked for again and again.
    (rest != whole).then(|| (rest, name.to_owned()))
}

fn one_line(text: &str) -> String {
    shown(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
