//! Recording: each command that changes the table, as edits of its text.

mod alike;
mod effects;
mod home;
mod issues;
mod parties;
mod process;
mod reactions;
mod rules;
mod screens;
mod things;

use super::command::{Command, PhaseArguments};
use super::grammar::joined;
use super::lookup::Lookup;
use super::quote;
use super::typed::Typed;
use crate::diagnostic::Problem;
use crate::domain::{
    Datum, InterestId, NoDeal, NoDealValue, OptionId, Package, PartyId, Table, Weights, write_exact, write_range,
};
use crate::table_file::{Document, Edit, Pruned, Refused, Step, Value, write_choice};

/// What a command did to the table, told by before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The kind of thing, as the wordbook calls it.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What of it, as the wordbook calls it; nothing: the thing itself.
    pub part: Option<&'static str>,
    /// What was there.
    pub before: Option<String>,
    /// What is there now.
    pub after: Option<String>,
    /// What went along.
    pub pruned: Vec<Pruned>,
    /// What the person should know besides, as the wordbook calls it.
    pub note: Option<&'static str>,
}

/// A change that was made.
pub(super) struct Recorded {
    pub(super) document: Document,
    pub(super) deed: Deed,
}

/// What can come of a command that changes the table.
pub(super) type Outcome = Result<Recorded, Vec<Problem>>;

impl Deed {
    pub(super) fn new(kind: &'static str, name: impl Into<String>) -> Self {
        Self { kind, name: name.into(), part: None, before: None, after: None, pruned: Vec::new(), note: None }
    }

    /// Whether it changes anything that scores come from; where the talks are, who sees what and what isn't judged yet
    /// don't.
    pub(super) fn touches_scores(&self) -> bool {
        let of_the_talks = ["phase", "openness", "was-shown", "on-screen", "dark", "lit"];
        !matches!(self.kind, "idea" | "check") && !self.part.is_some_and(|part| of_the_talks.contains(&part))
    }

    /// The datum of a party that it changes, if it changes one.
    fn datum(&self) -> Option<Datum> {
        match (self.kind, self.part?) {
            ("party", "position") => Some(Datum::Positions),
            ("party", "interests") => Some(Datum::Interests),
            ("party", "weights") => Some(Datum::Weights),
            ("party", "reading") => Some(Datum::Readings),
            ("party", "no-deal") => Some(Datum::NoDeal),
            ("party", "ratification" | "mandate") => Some(Datum::Ratification),
            ("party", "reaction") => Some(Datum::Reactions),
            _ => None,
        }
    }

    /// The same without what was there before, where that was for a party's own eyes.
    pub(super) fn without_own(self, table: &Table) -> Self {
        let party = table.party_named(&self.name);
        let is_own = |datum| party.is_some_and(|party| table.parties[party].openness.is_own(datum));
        if self.datum().is_some_and(is_own) { Self { before: None, ..self } } else { self }
    }

    pub(super) fn part(self, part: &'static str) -> Self {
        Self { part: Some(part), ..self }
    }

    pub(super) fn before(self, before: Option<String>) -> Self {
        Self { before, ..self }
    }

    pub(super) fn after(self, after: impl Into<String>) -> Self {
        Self { after: Some(after.into()), ..self }
    }
}

/// A table in hand, and the line that asks to change it.
pub(super) struct Desk<'a> {
    pub(super) document: &'a Document,
    pub(super) typed: &'a Typed<'a>,
    /// Whether options that are added stay out of the reference set.
    pub(super) is_frozen: bool,
}

impl<'a> Desk<'a> {
    pub(super) fn table(&self) -> &'a Table {
        self.document.table()
    }

    pub(super) fn lookup(&self) -> Lookup<'_> {
        Lookup { table: self.table(), typed: self.typed }
    }

    /// Makes all edits or none; problems inside what was typed stand where it was typed.
    pub(super) fn edit(&self, edits: &[Edit]) -> Result<Document, Vec<Problem>> {
        self.document.edit(edits).map_err(|refused| self.refused(&refused, edits))
    }

    pub(super) fn refused(&self, refused: &Refused, edits: &[Edit]) -> Vec<Problem> {
        let placed = refused.problems.iter().map(|(problem, inside)| {
            let nowhere = Problem { place: None, ..problem.clone() };
            let text = inside.as_ref().and_then(|inside| match edits.get(inside.edit)? {
                Edit::Set { value: Value::Text(text), .. } => text.get(inside.place.clone()),
                // What was typed may lack the sign that was written.
                Edit::SetInLine { value, .. } => value.as_deref().map(|value| value.trim_start_matches(['+', '='])),
                _ => None,
            });
            // What isn't inside a text that was typed may still name what was.
            let part = text.or_else(|| problem.arguments.get("name").map(String::as_str)).unwrap_or_default();
            self.typed.at(nowhere, part)
        });
        placed.collect()
    }
}

/// Makes the change that `command` asks for; `None` if it doesn't ask to change the table.
pub(super) fn record(desk: &Desk<'_>, command: &Command) -> Option<Outcome> {
    Some(match command {
        Command::Openness(arguments) => screens::openness(desk, arguments),
        Command::Ambition(text) => things::ambition(desk, &joined(&text.text)),
        Command::Title(text) => things::title(desk, &joined(&text.text)),
        Command::Party(arguments) => parties::party(desk, arguments),
        Command::Interest(arguments) => parties::interest(desk, arguments),
        Command::Weights(arguments) => parties::weights(desk, arguments),
        Command::Position(arguments) => parties::position(desk, arguments),
        Command::NoDeal(arguments) => parties::no_deal(desk, arguments),
        Command::Issue(arguments) => issues::issue(desk, arguments),
        Command::Option(arguments) => issues::option(desk, arguments),
        Command::Effect(arguments) => effects::effect(desk, arguments),
        Command::Reading(arguments) => effects::reading(desk, arguments),
        Command::Attribute(arguments) => things::attribute(desk, arguments),
        Command::Rule(arguments) => rules::rule(desk, arguments),
        Command::World(arguments) => rules::world(desk, arguments),
        Command::Fact(arguments) => things::fact(desk, arguments),
        Command::Criterion(arguments) => things::criterion(desk, arguments),
        Command::Ratification(arguments) => home::ratification(desk, arguments),
        Command::Mandate(arguments) => home::mandate(desk, arguments),
        Command::Probability(arguments) => home::probability(desk, arguments),
        Command::Rename(arguments) => things::rename(desk, arguments),
        Command::Remove(arguments) => things::remove(desk, arguments),
        Command::Park(arguments) => issues::park(desk, &arguments.issue, true),
        Command::Open(arguments) => issues::park(desk, &arguments.issue, false),
        Command::Freeze => things::freeze(desk),
        Command::Phase(PhaseArguments { phase: Some(phase) }) => process::phase(desk, *phase),
        Command::Invent(arguments) if command.changes_table() => process::invent(desk, arguments),
        Command::Check(arguments) if command.changes_table() => process::silence(desk, arguments),
        _ => return None,
    })
}

pub(super) use home::said_at_home;
pub(super) use issues::split_options;
pub(super) use parties::{set_position, short_name, split_reason};
pub(super) use process::{is_objection, named as named_check};
pub(super) use reactions::{Says, reaction};
pub(super) use screens::{blank, disclosed};
pub(super) use things::{hangs_on, named_package};

/// A step to a field.
pub(super) fn field(name: &'static str) -> Step {
    Step::Field(name)
}

/// A step to an entry.
pub(super) fn key(name: &str) -> Step {
    Step::Key(name.to_owned())
}

/// Sets a text.
pub(super) fn set_text(path: Vec<Step>, text: impl Into<String>) -> Edit {
    Edit::Set { path, value: Value::Text(text.into()) }
}

/// Sets a number or one of a few words.
pub(super) fn set_word(path: Vec<Step>, word: impl Into<String>) -> Edit {
    Edit::Set { path, value: Value::Word(word.into()) }
}

/// Weights as files write them; empty if there are none.
pub(super) fn weights_text(table: &Table, weights: &Weights) -> String {
    let name = |id: InterestId| table.interests[id].id.as_str();
    match weights {
        Weights::Numbers(numbers) => {
            let written = numbers.iter().map(|(id, weight)| format!("{} {}", name(*id), write_exact(weight)));
            written.collect::<Vec<_>>().join(", ")
        }
        Weights::Ranges(ranges) => {
            let written = ranges.iter().map(|(id, range)| format!("{} {}", name(*id), write_range(range)));
            written.collect::<Vec<_>>().join(", ")
        }
        Weights::Ranking(ranks) => {
            let rank = |ids: &Vec<_>| ids.iter().map(|id| name(*id)).collect::<Vec<_>>().join(" = ");
            ranks.iter().map(rank).collect::<Vec<_>>().join(" > ")
        }
    }
}

/// What an option does, as an effect line.
pub(super) fn effects_text(table: &Table, option: OptionId) -> String {
    let does = &table.option(option).does;
    let effects = does.effects.iter().map(|(id, value)| effect_text(&table.interests[*id].id, &write_exact(value)));
    let carries = does.attributes.iter();
    let carries = carries.map(|(id, value)| format!("{}={}", table.attributes[*id].id, write_exact(value)));
    let text = effects.chain(carries).collect::<Vec<_>>().join(" ");
    if text.is_empty() { "0".to_owned() } else { text }
}

/// An effect as files write it.
pub(super) fn effect_text(interest: &str, value: &str) -> String {
    if value.starts_with(['-', '+']) { format!("{interest}{value}") } else { format!("{interest}+{value}") }
}

/// What a party has without an agreement, as it is typed.
pub(super) fn no_deal_text(table: &Table, party: PartyId) -> Option<String> {
    let NoDeal { value, reason, .. } = table.parties[party].no_deal.as_ref()?;
    let worth = match value {
        NoDealValue::Today => "today".to_owned(),
        NoDealValue::Score(score) => write_exact(score),
        NoDealValue::Package(package) => package_text(table, package),
        NoDealValue::Effects(effects) => {
            let texts = effects.iter().map(|(id, value)| effect_text(&table.interests[*id].id, &write_exact(value)));
            texts.collect::<Vec<_>>().join(" ")
        }
    };
    Some(match reason {
        Some(reason) => format!("{worth} ({})", reason.get(table.language)),
        None => worth,
    })
}

/// A package as files hold it.
pub(super) fn package_text(table: &Table, package: &Package) -> String {
    let choice = |(issue, decision)| write_choice(table, issue, decision);
    package.decisions.iter_enumerated().map(choice).collect::<Vec<_>>().join(" ")
}

/// A package as it is typed, each choice between quotes where it needs them.
pub(super) fn quoted_package(table: &Table, package: &Package) -> String {
    let choice = |(issue, decision)| quote(&write_choice(table, issue, decision));
    package.decisions.iter_enumerated().map(choice).collect::<Vec<_>>().join(" ")
}
