//! Every name that can be referred to, known before anything is resolved.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

use super::lines::{LONGEST_NAME, is_operator};
use super::raw::{Entries, Raw};
use super::reader::{Reader, code_point, near, shown, steers};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{
    AttributeId, InterestId, IssueId, IssueKind, OptionId, PartyId, RuleId, Table, WorldId, parse_exact,
};

/// The names of one kind, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Roster {
    /// What is named, as the wordbook calls it.
    pub(super) kind: &'static str,
    /// The names.
    pub(super) ids: Vec<String>,
    /// The position of the issue that the options or recipients are of; 0 for other kinds.
    pub(super) issue: usize,
    positions: HashMap<String, usize>,
}

/// A place where something is mentioned by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// What is mentioned, as the wordbook calls it.
    pub(super) kind: &'static str,
    /// The position of the issue that an option or recipient is of; 0 for other kinds.
    pub(super) issue: usize,
    /// Its position among those of its kind.
    pub(super) position: usize,
    /// The name in the source; the whole text that it is in where escapes hide it.
    pub(super) place: Range<usize>,
    /// The whole text that it is in.
    pub(super) text: Range<usize>,
}

/// What a name may look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Anything on one line.
    Free,
    /// No `=`: it stands in `issue=option`.
    InChoices,
    /// One word without operators: it stands in effect lines and sums.
    InSums,
}

/// What can be decided on an issue, by name.
#[derive(Clone, Debug)]
pub(super) enum Decidable {
    /// One of these options.
    Choice(Roster),
    /// An amount.
    Amount,
    /// Shares for these recipients.
    Division(Roster),
    /// The issue couldn't be read: nothing is said about references to it.
    Unread,
}

/// Every name that can be referred to.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) interests: Roster,
    pub(super) attributes: Roster,
    pub(super) parties: Roster,
    pub(super) issues: Roster,
    pub(super) worlds: Roster,
    pub(super) rules: Roster,
    /// What can be decided, in the order of the issues.
    pub(super) decidable: Vec<Decidable>,
}

impl Roster {
    /// Takes names that are known to be right.
    pub(super) fn new(kind: &'static str, ids: impl IntoIterator<Item = String>) -> Self {
        let mut roster = Self { kind, ..Self::default() };
        ids.into_iter().for_each(|id| roster.push(id));
        roster
    }

    /// Adds a name. Of two that are the same, the first one is found.
    pub(super) fn push(&mut self, id: String) {
        self.positions.entry(id.clone()).or_insert(self.ids.len());
        self.ids.push(id);
    }

    /// The position of `name`.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// Whether `name` is one of them.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.positions.contains_key(name)
    }
}

impl Names {
    /// The names of a table that was read before.
    pub(super) fn of(table: &Table) -> Self {
        let decidable = table.issues.iter().map(|issue| match &issue.kind {
            IssueKind::Choice(options) => {
                Decidable::Choice(Roster::new("option", options.iter().map(|option| option.id.clone())))
            }
            IssueKind::Quantity(_) => Decidable::Amount,
            IssueKind::Division(division) => {
                Decidable::Division(Roster::new("recipient", division.recipients.iter().map(|r| r.id.clone())))
            }
        });
        Self {
            interests: Roster::new("interest", table.interests.iter().map(|interest| interest.id.clone())),
            attributes: Roster::new("attribute", table.attributes.iter().map(|attribute| attribute.id.clone())),
            parties: Roster::new("party", table.parties.iter().map(|party| party.id.clone())),
            issues: Roster::new("issue", table.issues.iter().map(|issue| issue.id.clone())),
            worlds: Roster::new("world", table.worlds.iter().map(|world| world.id.clone())),
            rules: Roster::new("rule", table.rules.iter().map(|rule| rule.id.clone())),
            decidable: decidable.collect(),
        }
    }

    /// The names by themselves: those of everything but options and recipients.
    pub(super) fn rosters(&self) -> [&Roster; 6] {
        [&self.parties, &self.interests, &self.issues, &self.rules, &self.worlds, &self.attributes]
    }

    /// Whether `choice` is `issue=option` of an option that is there.
    pub(super) fn has_option(&self, choice: &str) -> bool {
        let Some((issue, option)) = choice.split_once('=') else { return false };
        let decidable = self.issues.position(issue).map(|at| &self.decidable[at]);
        matches!(decidable, Some(Decidable::Choice(options)) if options.contains(option))
    }
}

impl<'a> Reader<'a> {
    /// Reads the keys of a `{ .. }` that gives names to things of `kind`, and checks them.
    pub(super) fn roster<V>(&self, kind: &'static str, spelling: Spelling, entries: &Entries<'a, V>) -> Roster {
        let mut roster = Roster { kind, ..Roster::default() };
        let mut folded: HashMap<String, String> = HashMap::new();
        let mut looks: HashMap<String, String> = HashMap::new();
        for (key, _) in &entries.0 {
            let name = key.quoted().map(Cow::into_owned);
            match &name {
                None => self.refuse_shape(*key, "text"),
                Some(name) if self.check_spelling(kind, spelling, name, *key) => {
                    self.check_neighbours(&roster, name, *key, &mut folded, &mut looks);
                }
                Some(_) => {}
            }
            roster.push(name.unwrap_or_default());
        }
        roster
    }

    /// Reports the first thing that is wrong with the characters of a name.
    fn check_spelling(&self, kind: &str, spelling: Spelling, name: &str, key: Raw<'_>) -> bool {
        let problem = |code| Problem::new(code).at(self.place(key.0, key)).with("kind", kind);
        let named = |code| problem(code).with("name", shown(name));
        let barred = name.chars().find(|c| is_barred(spelling, *c)).or_else(|| {
            let at_edge = spelling == Spelling::InSums && (name.starts_with('-') || name.ends_with('-'));
            at_edge.then_some('-')
        });
        let found = if name.is_empty() {
            problem(Code::EmptyName)
        } else if name.trim() != name {
            named(Code::SpaceAroundName)
        } else if name.chars().nth(LONGEST_NAME).is_some() {
            problem(Code::NameTooLong).with("most", LONGEST_NAME.to_string())
        } else if let Some(c) = barred {
            let is_visible = !steers(c) && !is_invisible(c) && !c.is_whitespace();
            let character = if is_visible { format!("`{c}`") } else { code_point(c) };
            named(Code::BadNameCharacter).with("character", if c == ' ' { "space".to_owned() } else { character })
        } else if spelling == Spelling::InSums && parse_exact(name).is_ok() {
            named(Code::NumberAsName)
        } else {
            return true;
        };
        self.report(found);
        false
    }

    fn check_neighbours(
        &self,
        roster: &Roster,
        name: &str,
        key: Raw<'_>,
        folded: &mut HashMap<String, String>,
        looks: &mut HashMap<String, String>,
    ) {
        let problem =
            |code| Problem::new(code).at(self.place(key.0, key)).with("kind", roster.kind).with("name", shown(name));
        let fold: String = name.nfkc().collect::<String>().to_lowercase().nfkc().collect();
        let look: String = skeleton(name).collect();
        if roster.contains(name) {
            self.report(problem(Code::DuplicateName));
        } else if let Some(other) = folded.get(&fold) {
            self.report(problem(Code::NamesTooClose).with("other", shown(other)));
        } else if let Some(other) = looks.get(&look) {
            self.report(problem(Code::LookAlikeNames).with("other", shown(other)));
        }
        folded.entry(fold).or_insert_with(|| name.to_owned());
        looks.entry(look).or_insert_with(|| name.to_owned());
    }

    /// Finds `name` in `roster`, or reports that nothing is called so.
    pub(super) fn find(&self, roster: &Roster, name: &str, raw: Raw<'_>) -> Option<usize> {
        let position = roster.position(name);
        if position.is_none() && self.has_room(Severity::Error) {
            let problem = Problem::new(Code::UnknownName).at(self.place(name, raw));
            let problem = problem.with("kind", roster.kind).with("name", shown(name));
            self.report(near(problem, name, roster.ids.iter().map(String::as_str)));
        }
        if let Some(position) = position {
            self.mention(roster, position, name, raw);
        }
        position
    }

    /// Remembers where something is mentioned.
    fn mention(&self, roster: &Roster, position: usize, name: &str, raw: Raw<'_>) {
        let (place, text) = (self.place(name, raw), self.place(raw.0, raw));
        let mention = Mention { kind: roster.kind, issue: roster.issue, position, place, text };
        self.mentions.borrow_mut().push(mention);
    }

    fn find_raw(&self, roster: &Roster, raw: Raw<'a>) -> Option<usize> {
        let quoted = self.quoted(raw)?;
        self.find(roster, &quoted, raw)
    }

    pub(super) fn interest(&self, name: &str, raw: Raw<'_>) -> Option<InterestId> {
        self.find(&self.names.interests, name, raw).map(InterestId::from)
    }

    pub(super) fn attribute(&self, name: &str, raw: Raw<'_>) -> Option<AttributeId> {
        self.find(&self.names.attributes, name, raw).map(AttributeId::from)
    }

    pub(super) fn interest_at(&self, raw: Raw<'a>) -> Option<InterestId> {
        self.find_raw(&self.names.interests, raw).map(InterestId::from)
    }

    pub(super) fn attribute_at(&self, raw: Raw<'a>) -> Option<AttributeId> {
        self.find_raw(&self.names.attributes, raw).map(AttributeId::from)
    }

    pub(super) fn party_at(&self, raw: Raw<'a>) -> Option<PartyId> {
        self.find_raw(&self.names.parties, raw).map(PartyId::from)
    }

    pub(super) fn issue_at(&self, raw: Raw<'a>) -> Option<IssueId> {
        self.find_raw(&self.names.issues, raw).map(IssueId::from)
    }

    pub(super) fn world_at(&self, raw: Raw<'a>) -> Option<WorldId> {
        self.find_raw(&self.names.worlds, raw).map(WorldId::from)
    }

    pub(super) fn rule_at(&self, raw: Raw<'a>) -> Option<RuleId> {
        self.find_raw(&self.names.rules, raw).map(RuleId::from)
    }

    /// Reads `"issue=option"`.
    pub(super) fn option_at(&self, raw: Raw<'a>) -> Option<OptionId> {
        let quoted = self.quoted(raw)?;
        let (issue, option) = self.split_choice(&quoted, raw)?;
        let issue = self.find(&self.names.issues, issue, raw)?;
        match &self.names.decidable[issue] {
            Decidable::Choice(options) => Some(OptionId::new(IssueId::from(issue), self.find(options, option, raw)?)),
            Decidable::Unread => None,
            Decidable::Amount | Decidable::Division(_) => {
                self.refuse_part(Code::NotAnOption, &quoted, raw);
                None
            }
        }
    }

    /// Splits `issue=option` at its first `=`.
    pub(super) fn split_choice<'t>(&self, text: &'t str, raw: Raw<'_>) -> Option<(&'t str, &'t str)> {
        let parts = text.split_once('=').map(|(issue, option)| (issue.trim(), option.trim()));
        if parts.is_none() {
            self.refuse_part(Code::NotAChoice, text, raw);
        }
        parts
    }

    /// Reports keys of a `{ .. }` that refer to the same thing.
    pub(super) fn check_repeats<V>(&self, kind: &str, entries: &Entries<'a, V>) {
        let mut seen: HashMap<String, ()> = HashMap::new();
        for (key, _) in &entries.0 {
            let Some(text) = key.quoted() else { continue };
            if seen.insert(text.to_string(), ()).is_some() {
                let problem = Problem::new(Code::StatedTwice).at(self.place(key.0, *key));
                self.report(problem.with("kind", kind).with("name", shown(&text)));
            }
        }
    }
}

pub(super) fn is_barred(spelling: Spelling, c: char) -> bool {
    let in_kind = match spelling {
        Spelling::Free => false,
        Spelling::InChoices => c == '=',
        Spelling::InSums => c.is_whitespace() || is_operator(c),
    };
    in_kind || steers(c) || is_invisible(c)
}

/// Whether `c` takes no room at all, so that two names that differ in it look the same. The joiner stays: emoji need it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}
