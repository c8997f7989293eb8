//! The records of a table file, field by field, with every leaf still raw.
//!
//! Every field may be left out here; what can't be missed is asked for where it is read, so that the message can say
//! whose it is.

use serde::Deserialize;

use super::raw::{Entries, Raw};

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident = $word:literal { $($field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(rename = $word, default, deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        pub(super) struct $name<'a> {
            $(pub(super) $field: $kind,)*
        }
    )*};
}

records! {
    /// The whole file.
    TableRecord = "table" {
        version: Option<Raw<'a>>, id: Option<Raw<'a>>, title: Option<Raw<'a>>, language: Option<Raw<'a>>,
        fictional: bool, order: Option<Raw<'a>>, frozen: bool, scale: Option<Raw<'a>>,
        source: Option<Raw<'a>>, story: Option<Raw<'a>>, lesson: Option<Raw<'a>>, provenance: Option<Raw<'a>>,
        ambition: Option<Raw<'a>>,
        interests: Entries<'a, Raw<'a>>, attributes: Entries<'a, Raw<'a>>, facts: Entries<'a, Raw<'a>>,
        parties: Entries<'a, Raw<'a>>, neutrals: Entries<'a, Raw<'a>>, issues: Entries<'a, Raw<'a>>,
        interactions: Option<Raw<'a>>, rules: Entries<'a, Raw<'a>>,
        base_world: Option<Raw<'a>>, worlds: Entries<'a, Raw<'a>>,
        criteria: Entries<'a, Raw<'a>>, clauses: Entries<'a, Raw<'a>>, injects: Entries<'a, Raw<'a>>,
        impact: Vec<Raw<'a>>, reactions: Vec<Raw<'a>>, explanations: Vec<Raw<'a>>,
        packages: Entries<'a, Raw<'a>>, debrief: Vec<Raw<'a>>,
        disclosed: Vec<Raw<'a>>, blank: bool,
    }
    /// A text per language.
    TextRecord = "text" { en: Option<Raw<'a>>, nl: Option<Raw<'a>>, }
    /// An attribute.
    AttributeRecord = "attribute" { text: Option<Raw<'a>>, unit: Option<Raw<'a>>, }
    /// A fact.
    FactRecord = "fact" {
        text: Option<Raw<'a>>, status: Option<Raw<'a>>, source: Option<Raw<'a>>, question: Option<Raw<'a>>,
        finder: Option<Raw<'a>>, claimed_by: Vec<Raw<'a>>, contested_by: Vec<Raw<'a>>, rules: Vec<Raw<'a>>,
        options: Vec<Raw<'a>>,
    }
    /// A party.
    PartyRecord = "party" {
        name: Option<Raw<'a>>, role: Option<Raw<'a>>, group: Option<Raw<'a>>, may_stay_out: bool,
        positions: Vec<Raw<'a>>, weights: Option<Raw<'a>>, readings: Entries<'a, Raw<'a>>, no_deal: Option<Raw<'a>>,
        ratification: Vec<Raw<'a>>, mandates: Entries<'a, Raw<'a>>, levels: Vec<Raw<'a>>,
        legal_form: Option<Raw<'a>>, probabilities: Entries<'a, Raw<'a>>, openness: Entries<'a, Raw<'a>>,
        briefing: Option<Raw<'a>>, answers: Vec<Raw<'a>>, said: Entries<'a, Raw<'a>>,
        interview: Entries<'a, Raw<'a>>, weights_confirmed: bool,
    }
    /// Whether a party was heard to have an interest.
    SaidRecord = "said" { status: Option<Raw<'a>>, by: Option<Raw<'a>>, }
    /// What a party has without an agreement.
    NoDealRecord = "no_deal" {
        score: Option<Raw<'a>>, effects: Option<Raw<'a>>, package: Option<Raw<'a>>, today: bool,
        because: Option<Raw<'a>>, range: Option<Raw<'a>>,
    }
    /// A ratifying body.
    BodyRecord = "ratification" { body: Option<Raw<'a>>, needs: Vec<Raw<'a>>, }
    /// A level of a party.
    LevelRecord = "level" { text: Option<Raw<'a>>, says: Option<Raw<'a>>, }
    /// A spoken answer.
    AnswerRecord = "answer" { question: Option<Raw<'a>>, about: Option<Raw<'a>>, text: Option<Raw<'a>>, }
    /// An issue.
    IssueRecord = "issue" {
        text: Option<Raw<'a>>, today: Option<Raw<'a>>, outside: bool, bundle: Option<Raw<'a>>, parked: bool,
        options: Option<Entries<'a, Raw<'a>>>, amount: Option<Raw<'a>>, division: Option<Raw<'a>>,
    }
    /// An option.
    OptionRecord = "option" {
        text: Option<Raw<'a>>, effects: Option<Raw<'a>>, attributes: Option<Raw<'a>>,
        only_if: Option<Vec<Raw<'a>>>, otherwise: Option<Raw<'a>>, event: Option<Raw<'a>>, by: Option<Raw<'a>>,
        added_later: bool,
    }
    /// A cell with a remark.
    CellRecord = "effect" {
        value: Option<Raw<'a>>, curve: Option<Raw<'a>>, status: Option<Raw<'a>>, source: Option<Raw<'a>>,
    }
    /// An amount.
    AmountRecord = "amount" {
        from: Option<Raw<'a>>, to: Option<Raw<'a>>, step: Option<Raw<'a>>, unit: Option<Raw<'a>>,
        effects: Option<Raw<'a>>, attributes: Option<Raw<'a>>, reference: Option<Raw<'a>>, added_later: bool,
    }
    /// A division.
    DivisionRecord = "division" {
        total: Option<Raw<'a>>, unit: Option<Raw<'a>>, exactly: bool, recipients: Entries<'a, Raw<'a>>,
    }
    /// Effects and attributes, of a recipient or in a world.
    DoesRecord = "change" { effects: Option<Raw<'a>>, attributes: Option<Raw<'a>>, }
    /// What a pair of options does together.
    InteractionRecord = "interaction" {
        options: Option<Raw<'a>>, effects: Option<Raw<'a>>, attributes: Option<Raw<'a>>,
    }
    /// A hard rule.
    RuleRecord = "rule" {
        owner: Option<Raw<'a>>, reason: Option<Raw<'a>>, limit: Option<Raw<'a>>, forbid: Option<Raw<'a>>,
        requires: Option<Raw<'a>>, excludes: Option<Raw<'a>>, at_most: Option<Raw<'a>>, at_least: Option<Raw<'a>>,
        red_line: Option<Raw<'a>>,
    }
    /// A world.
    WorldRecord = "world" {
        text: Option<Raw<'a>>, based_on: Option<Raw<'a>>, changes: Entries<'a, Raw<'a>>,
        limits: Entries<'a, Raw<'a>>, no_deals: Entries<'a, Raw<'a>>,
    }
    /// An event.
    InjectRecord = "inject" { text: Option<Raw<'a>>, world: Option<Raw<'a>>, }
    /// A node of the impact tree.
    ImpactRecord = "impact" {
        text: Option<Raw<'a>>, unit: Option<Raw<'a>>, baseline: Option<Raw<'a>>, target: Option<Raw<'a>>,
        owner: Option<Raw<'a>>, causes: Vec<ImpactRecord<'a>>,
    }
    /// What a party said of a package.
    ReactionRecord = "reaction" {
        party: Option<Raw<'a>>, package: Option<Raw<'a>>, says: Option<Raw<'a>>, interest: Option<Raw<'a>>,
        because: Option<Raw<'a>>,
    }
    /// What a party will say of a package at home.
    HomeTextRecord = "explanation" { party: Option<Raw<'a>>, package: Option<Raw<'a>>, text: Option<Raw<'a>>, }
    /// Something that was shown.
    DisclosedRecord = "disclosed" {
        to: Option<Raw<'a>>, line: Option<Raw<'a>>, part: Option<Raw<'a>>, package: Option<Raw<'a>>,
        choices: Option<Raw<'a>>, acceptable: Option<Raw<'a>>, bands: Vec<Raw<'a>>, score: Option<Raw<'a>>,
    }
    /// A package with a name.
    PackageRecord = "package" { text: Option<Raw<'a>>, source: Option<Raw<'a>>, choices: Option<Raw<'a>>, }
}

/// What a ratifying body needs, each in its own form.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "condition", bound(deserialize = "'de: 'a"))]
pub(super) enum ConditionForm<'a> {
    /// The score of a party at least so much.
    Score(Raw<'a>, Raw<'a>),
    /// A limit.
    Limit(Raw<'a>),
    /// An option that can't be taken.
    Forbid(Raw<'a>),
    /// The first only with the second.
    Requires(Raw<'a>, Raw<'a>),
    /// Not both.
    Excludes(Raw<'a>, Raw<'a>),
    /// At most so many of a set.
    AtMost(Raw<'a>, Vec<Raw<'a>>),
    /// At least so many of a set.
    AtLeast(Raw<'a>, Vec<Raw<'a>>),
    /// A floor on an interest.
    RedLine(Raw<'a>, Raw<'a>, Raw<'a>),
}
