//! What is told about a table and never computed with: story, facts, roles, events, texts.

use super::{
    Disclosure, NamedPackage, OptionId, Package, PartyId, Phase, Reaction, RuleId, Silenced, Status, Support, Text,
    WorldId,
};

/// Everything around the numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Narrative {
    /// Whether preferences are made up; every answer then says so.
    pub fictional: bool,
    /// Its place in the order in which tables are best trained with, from 1.
    pub order: Option<u32>,
    /// Where the case comes from.
    pub source: Option<Text>,
    /// What is going on.
    pub story: Option<Text>,
    /// The one thing the case teaches.
    pub lesson: Option<Text>,
    /// What is fact and what is invented.
    pub provenance: Option<Text>,
    /// Where the parties want to end up together.
    pub ambition: Option<Text>,
    /// What is known, and how well.
    pub facts: Vec<Fact>,
    /// Outside standards of what is fair.
    pub criteria: Vec<Criterion>,
    /// Takes part without weights or vote.
    pub neutrals: Vec<Neutral>,
    /// Events that may be played during the talks.
    pub injects: Vec<Inject>,
    /// Terms that make an agreement hold.
    pub clauses: Vec<Clause>,
    /// From impact to effects to drivers.
    pub impact: Vec<ImpactNode>,
    /// What parties said of packages, the latest last: of one package a party's last word counts.
    pub reactions: Vec<Reaction>,
    /// What parties will say of packages at home.
    pub explanations: Vec<HomeText>,
    /// Packages known by name, such as `naive` and `historic`.
    pub packages: Vec<NamedPackage>,
    /// What to discuss afterwards.
    pub debrief: Vec<Text>,
    /// What was shown to whom, the first first.
    pub disclosed: Vec<Disclosure>,
    /// Whether the shared screen is dark.
    pub blank: bool,
    /// How far the talks are.
    pub phase: Phase,
    /// What was thought of, without author, score or criticism; no options yet.
    pub ideas: Vec<Text>,
    /// Checks that were set aside, with the reason.
    pub silenced: Vec<Silenced>,
}

/// Something known, and how well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// A short name.
    pub id: String,
    /// The fact in words.
    pub text: Text,
    /// How well it is established.
    pub status: Status,
    /// Who or what says so.
    pub source: Option<Text>,
    /// The question that would settle it.
    pub question: Option<Text>,
    /// Who finds out.
    pub finder: Option<Text>,
    /// The parties that say so.
    pub claimed_by: Vec<PartyId>,
    /// The parties that dispute it.
    pub contested_by: Vec<PartyId>,
    /// The hard rules that rest on it.
    pub rules: Vec<RuleId>,
    /// The options whose effects rest on it.
    pub options: Vec<OptionId>,
}

/// An outside standard of what is fair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// A short name.
    pub id: String,
    /// The standard in words.
    pub text: Text,
}

/// Someone who takes part without weights or vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neutral {
    /// A short name.
    pub id: String,
    /// The name and role for people.
    pub text: Text,
}

/// An event that may be played during the talks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inject {
    /// A short name.
    pub id: String,
    /// What happens.
    pub text: Text,
    /// The world that it opens.
    pub world: Option<WorldId>,
}

/// A term that makes an agreement hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// A short name.
    pub id: String,
    /// The term in words.
    pub text: Text,
}

/// An impact, effect or driver, with what leads to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpactNode {
    /// The node in words.
    pub text: Text,
    /// What is measured.
    pub unit: Option<Text>,
    /// Where it stands.
    pub baseline: Option<Text>,
    /// Where it should get.
    pub target: Option<Text>,
    /// Who is called about it.
    pub owner: Option<Text>,
    /// What leads to it.
    pub causes: Vec<Self>,
}

/// What a party will say of a package at home, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeText {
    /// Who says it.
    pub party: PartyId,
    /// Of which package.
    pub package: Package,
    /// Word for word.
    pub text: Text,
}

/// A level of a party (board, management, professionals); its answer is shown, never computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The level in words.
    pub text: Text,
    /// What it says.
    pub support: Support,
}

/// What a party answers when asked, in training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenAnswer {
    /// The kind of question, such as `why` or `fear`.
    pub question: String,
    /// What it is about: an issue or an interest, by name.
    pub about: Option<String>,
    /// The answer.
    pub text: Text,
}
