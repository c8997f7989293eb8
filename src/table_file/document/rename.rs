//! A new name, everywhere; and every place where a name stands.

use std::ops::Range;

use super::draft::Draft;
use super::tree::{Entry, Node, scan};
use super::{Document, Mention, Named, Refused, Step, edit};
use crate::diagnostic::{Code, Problem};
use crate::domain::{IssueKind, Table};
use crate::table_file::names::Mention as Place;
use crate::table_file::raw::quote;
use crate::table_file::reader::{near, shown};

/// What is named, found in the table: its kind and positions, as mentions have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    kind: &'static str,
    issue: usize,
    position: usize,
}

impl Document {
    /// Gives something a new name, everywhere it is mentioned.
    ///
    /// # Errors
    /// Nothing is called so, the new name can't be one, or it can't be told from what stands around it.
    pub fn rename(&self, what: &Named, to: &str) -> Result<Self, Refused> {
        let found = self.found(what)?;
        if what.name() == to {
            return Ok(self.clone());
        }
        if let Some(unfolded) = self.unfolded(found, to) {
            return unfolded.renamed(what, found, to);
        }
        self.renamed(what, found, to)
    }

    fn renamed(&self, what: &Named, found: Found, to: &str) -> Result<Self, Refused> {
        let attempts = [false, true].map(|is_apart| self.with_name(what, found, to, is_apart));
        let mut refused = None;
        for source in attempts {
            match Self::open(source.clone()) {
                Ok(next) if is_renamed(self.table(), next.table(), what, found, to) => return Ok(next),
                Ok(_) => {
                    let problem = Problem::new(unclear(found.kind)).with("name", shown(to));
                    refused.get_or_insert(Refused { source, problems: vec![(problem, None)] });
                }
                Err(reading) => {
                    refused.get_or_insert(Refused::of(source, reading.problems));
                }
            }
        }
        Err(refused.unwrap_or_else(|| Refused::of(String::new(), Vec::new())))
    }

    /// The text with the new name in every place, with space around it where it could run into what is next to it.
    fn with_name(&self, what: &Named, found: Found, to: &str, is_apart: bool) -> String {
        let source = self.source();
        let escaped = quote(to);
        let inner = &escaped[1..escaped.len() - 1];
        let mut places: Vec<(Range<usize>, String)> = Vec::new();
        for mention in self.mentions_of(found) {
            let is_raw = source[mention.text.clone()].starts_with('r');
            let name = if is_raw { to } else { inner };
            places.push((mention.place.clone(), if is_apart { apart(source, mention, name) } else { name.to_owned() }));
        }
        let tree = scan(source);
        let keys = tree.iter().filter_map(|tree| definition(source, tree, what)).filter_map(|entry| entry.key.clone());
        places.extend(keys.map(|key| (key, escaped.clone())));
        let mut base = String::new();
        if matches!(what, Named::World(_)) && found.position == 0 {
            match tree.as_ref().and_then(|tree| tree.get(source, "base_world")) {
                Some(value) => places.push((value.place.clone(), escaped.clone())),
                None => base = to.to_owned(),
            }
        }
        places.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        let mut text = source.to_owned();
        places.into_iter().for_each(|(place, with)| text.replace_range(place, &with));
        if base.is_empty() { text } else { with_base_world(text, &base) }
    }

    /// Every place, but for its own, where it is mentioned.
    fn mentions_of(&self, found: Found) -> impl Iterator<Item = &Place> {
        let is_it = move |mention: &&Place| {
            (mention.kind, mention.issue, mention.position) == (found.kind, found.issue, found.position)
        };
        self.reading().mentions.iter().filter(is_it)
    }

    /// The same with every text in which escapes, or those that the new name needs, hide a mention written without any.
    fn unfolded(&self, found: Found, to: &str) -> Option<Self> {
        let source = self.source();
        let is_hidden = |mention: &&Place| {
            let text = &source[mention.text.clone()];
            mention.place == mention.text || text.starts_with('r') && to.contains('"')
        };
        let mut texts: Vec<Range<usize>> =
            self.mentions_of(found).filter(is_hidden).map(|mention| mention.text.clone()).collect();
        texts.dedup();
        let mut changed = source.to_owned();
        for place in texts.iter().rev() {
            let leaf = scan(&source[place.clone()])?;
            changed.replace_range(place.clone(), &raw_text(&leaf.text(&source[place.clone()])?, to));
        }
        (!texts.is_empty()).then(|| Self::open(changed).ok()).flatten()
    }

    /// Every thing that mentions something by name, in the order of the file; its own place doesn't count.
    #[must_use]
    pub fn mentions(&self, what: &Named) -> Vec<Mention> {
        let (Ok(found), Some(tree)) = (self.found(what), scan(self.source())) else { return Vec::new() };
        let own = definition(self.source(), &tree, what).map_or(0..0, |entry| entry.start()..entry.end());
        let mut mentions: Vec<Mention> = Vec::new();
        for place in self.mentions_of(found).map(|mention| &mention.place) {
            if own.contains(&place.start) {
                continue;
            }
            let path: Vec<String> = words(self.source(), &chain(&tree, place)).into_iter().take(2).collect();
            match mentions.last_mut().filter(|last| last.path == path) {
                Some(last) => last.count += 1,
                None => mentions.push(Mention { path, count: 1 }),
            }
        }
        mentions
    }

    fn found(&self, what: &Named) -> Result<Found, Refused> {
        let table = self.table();
        let name = what.name();
        let position = |ids: Vec<&str>| ids.iter().position(|id| *id == name);
        let mut issue = 0;
        let ids: Vec<&str> = match what {
            Named::Party(_) => table.parties.iter().map(|party| party.id.as_str()).collect(),
            Named::Interest(_) => table.interests.iter().map(|interest| interest.id.as_str()).collect(),
            Named::Attribute(_) => table.attributes.iter().map(|attribute| attribute.id.as_str()).collect(),
            Named::Issue(_) => table.issues.iter().map(|issue| issue.id.as_str()).collect(),
            Named::Option { issue: of, .. } => {
                let of = table.issues.iter().position(|issue| issue.id == *of);
                issue = of.unwrap_or(0);
                let options = of.map(|of| table.issues.raw[of].options()).unwrap_or_default();
                options.iter().map(|option| option.id.as_str()).collect()
            }
            Named::Rule(_) => table.rules.iter().map(|rule| rule.id.as_str()).collect(),
            Named::World(_) => table.worlds.iter().map(|world| world.id.as_str()).collect(),
            Named::Fact(_) => table.narrative.facts.iter().map(|fact| fact.id.as_str()).collect(),
            Named::Criterion(_) => table.narrative.criteria.iter().map(|criterion| criterion.id.as_str()).collect(),
            Named::Package(_) => table.narrative.packages.iter().map(|package| package.id.as_str()).collect(),
        };
        let (kind, found) = (what.kind(), position(ids.clone()));
        found.map(|position| Found { kind, issue, position }).ok_or_else(|| {
            let problem = Problem::new(Code::UnknownName).with("kind", kind).with("name", shown(name));
            let problem = near(problem, name, ids);
            Refused { source: self.source().to_owned(), problems: vec![(problem, None)] }
        })
    }
}

impl Named {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Party(name)
            | Self::Interest(name)
            | Self::Attribute(name)
            | Self::Issue(name)
            | Self::Option { option: name, .. }
            | Self::Rule(name)
            | Self::World(name)
            | Self::Fact(name)
            | Self::Criterion(name)
            | Self::Package(name) => name,
        }
    }

    /// What kind of thing it is, as the wordbook calls it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Party(_) => "party",
            Self::Interest(_) => "interest",
            Self::Attribute(_) => "attribute",
            Self::Issue(_) => "issue",
            Self::Option { .. } => "option",
            Self::Rule(_) => "rule",
            Self::World(_) => "world",
            Self::Fact(_) => "fact",
            Self::Criterion(_) => "criterion",
            Self::Package(_) => "package",
        }
    }
}

/// The entry of the file that gives something its name.
fn definition<'n>(source: &str, tree: &'n Node, what: &Named) -> Option<&'n Entry> {
    let entry = |field: &str| tree.get(source, field)?.entry(source, what.name());
    match what {
        Named::Party(_) => entry("parties"),
        Named::Interest(_) => entry("interests"),
        Named::Attribute(_) => entry("attributes"),
        Named::Issue(_) => entry("issues"),
        Named::Option { issue, option } => {
            tree.get(source, "issues")?.get(source, issue)?.get(source, "options")?.entry(source, option)
        }
        Named::Rule(_) => entry("rules"),
        Named::World(_) => entry("worlds"),
        Named::Fact(_) => entry("facts"),
        Named::Criterion(_) => entry("criteria"),
        Named::Package(_) => entry("packages"),
    }
}

/// The name with space where it would run into the number before or the effect behind it.
fn apart(source: &str, mention: &Place, name: &str) -> String {
    let before = source[..mention.place.start].chars().next_back();
    let behind = source[mention.place.end..].chars().next();
    let lead = if before.is_some_and(char::is_alphanumeric) { " " } else { "" };
    let is_effect = mention.kind == "interest" && behind.is_some_and(|c| matches!(c, '+' | '-' | '−' | '·'));
    format!("{lead}{name}{}", if is_effect { " " } else { "" })
}

/// A text without escapes, with marks around it that neither it nor the new name holds.
fn raw_text(text: &str, to: &str) -> String {
    let mut marks = "#".to_owned();
    while [text, to].iter().any(|part| part.contains(&format!("\"{marks}"))) {
        marks.push('#');
    }
    format!("r{marks}\"{text}\"{marks}")
}

/// The text with a name for the base world, which had none.
fn with_base_world(text: String, name: &str) -> String {
    let mut draft = Draft::new(&text);
    match edit::put(&mut draft, &[Step::Field("base_world")], &quote(name)) {
        Ok(_) => draft.text().to_owned(),
        Err(_) => text,
    }
}

/// Whether `after` is `before` with the new name and nothing else changed.
fn is_renamed(before: &Table, after: &Table, what: &Named, found: Found, to: &str) -> bool {
    let mut expected = before.clone();
    let Found { issue, position, .. } = found;
    let name = to.to_owned();
    // What has no text of its own is told by its name.
    match what {
        Named::Party(_) => {
            let party = &mut expected.parties.raw[position];
            (party.id, party.name) = (name, after.parties.raw[position].name.clone());
        }
        Named::Interest(_) => expected.interests.raw[position].id = name,
        Named::Attribute(_) => {
            let attribute = &mut expected.attributes.raw[position];
            (attribute.id, attribute.text) = (name, after.attributes.raw[position].text.clone());
        }
        Named::Issue(_) => {
            let issue = &mut expected.issues.raw[position];
            (issue.id, issue.text) = (name, after.issues.raw[position].text.clone());
        }
        Named::Option { .. } => {
            let kinds = (&mut expected.issues.raw[issue].kind, &after.issues.raw[issue].kind);
            let (IssueKind::Choice(options), IssueKind::Choice(others)) = kinds else { return false };
            let Some(other) = others.get(position) else { return false };
            (options[position].id, options[position].text) = (name, other.text.clone());
        }
        Named::Rule(_) => expected.rules.raw[position].id = name,
        Named::World(_) => expected.worlds.raw[position].id = name,
        Named::Fact(_) => expected.narrative.facts[position].id = name,
        Named::Criterion(_) => expected.narrative.criteria[position].id = name,
        Named::Package(_) => expected.narrative.packages[position].id = name,
    }
    let answers =
        expected.parties.iter_mut().zip(&after.parties).flat_map(|(p, q)| p.answers.iter_mut().zip(&q.answers));
    answers.filter(|(_, other)| other.about.as_deref() == Some(to)).for_each(|(answer, _)| {
        if answer.about.as_deref() == Some(what.name()) {
            answer.about = Some(to.to_owned());
        }
    });
    let silenced = expected.narrative.silenced.iter_mut().zip(&after.narrative.silenced);
    silenced.filter(|(one, _)| one.about.is_some()).for_each(|(one, other)| {
        let about = one.about.as_deref().and_then(|about| about_renamed(about, what, to));
        if about.is_some() && about == other.about {
            one.about = about;
        }
    });
    expected == *after
}

/// What a check is about, by the new name; `None` if it is about something else.
fn about_renamed(about: &str, what: &Named, to: &str) -> Option<String> {
    match what {
        Named::Option { issue, option } => (about == format!("{issue}={option}")).then(|| format!("{issue}={to}")),
        Named::Issue(issue) if about != issue => {
            let option = about.strip_prefix(issue.as_str())?.strip_prefix('=')?;
            Some(format!("{to}={option}"))
        }
        _ => (about == what.name()).then(|| to.to_owned()),
    }
}

/// What can't be understood where names of this kind stand.
fn unclear(kind: &str) -> Code {
    match kind {
        "interest" => Code::BadEffectLine,
        "attribute" => Code::BadLimit,
        _ => Code::NotAChoice,
    }
}

/// The way to `place`: every value with the position of its entry.
pub(super) fn chain<'n>(tree: &'n Node, place: &Range<usize>) -> Vec<(&'n Node, usize)> {
    let mut chain = Vec::new();
    let mut node = tree;
    loop {
        let holds = |entry: &Entry| entry.start() <= place.start && place.end <= entry.value.place.end;
        let Some(at) = node.entries.iter().position(holds) else { return chain };
        chain.push((node, at));
        node = &node.entries[at].value;
    }
}

/// The way in words: names, and positions from 1.
pub(super) fn words(source: &str, chain: &[(&Node, usize)]) -> Vec<String> {
    chain.iter().map(|(node, at)| node.entries[*at].name(source).unwrap_or_else(|| (at + 1).to_string())).collect()
}
