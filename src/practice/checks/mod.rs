//! The checks of the catalogue: what makes somebody at the table ask a question. None stands in anybody's way.
//!
//! Each reads what the table file holds, and nothing else:
//!
//! | check | fires when | reads |
//! | --- | --- | --- |
//! | C01 | a clause lacks two of what, how much, when, who, owner | `clauses` |
//! | C02 | a package costs nobody anything, or nothing that can be decided does | `packages`, `effects` |
//! | C03 | an objective lacks its measure, target or owner (its date has no field) | `impact` |
//! | C04 | a party weighs money 70% or more, or only money is there for it | `weights`, `interests`, `effects` |
//! | C05 | an option serves a party's money and harms what it shares | `effects`, `weights` |
//! | C06 | an issue is decided by somebody else | `outside` |
//! | C07 | a party never confirmed an interest | `said` |
//! | C08 | an interest sounds like a demand | `interests` |
//! | C09 | a package breaks a limit; something is asked that no limit speaks of | `packages`, `rules`, `attributes` |
//! | C10 | without one party at least twice as many packages would do | `no_deal`, counted |
//! | C13 | who must say yes is unknown, or would say no to a package | `ratification`, `packages` |
//! | C14 | a mandate says that it isn't theirs to decide | `mandates` |
//! | C17 | a no-deal is missing, or was set before weights or effects changed | `no_deal`, the session's changes |
//! | C18 | three packages in a row each move one issue, to and fro | `packages` |
//! | C20 | a package costs a party what nothing makes up for | `packages`, `effects`, `weights` |
//! | C21 | a measure has no start | `impact` |
//! | C22 | a term of three years or more, and no clause to correct | `options`, `clauses` |
//! | C25 | a rule or effect rests on a disputed fact | `facts`, `status` |
//! | C27 | an option hangs on somebody outside and isn't conditional | `outside`, `worlds`, `only_if` |
//! | C28 | a trial, and no clause that says when it is a success | `options`, `clauses` |
//! | C30 | a level of a party hasn't said yes | `levels` |
//! | C31 | one party gains over four times what another does | `packages`, `no_deal` |
//!
//! C11, C12, C15, C16, C19 and C24 need what no field holds, so they never fire and say so.

mod facts;
mod money;
mod outside;
mod packages;
mod people;
mod seen;
mod slots;
mod terms;
mod words;

pub use seen::Seen;
pub use slots::{Grade, Slot, Slots, slots};

use crate::domain::{
    AttributeId, CheckId, ImpactNode, InterestId, IssueId, OptionId, PartyId, Phase, Rational, RuleId, Table, Text,
    WorldId,
};

/// How soon a question should be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Before anything else: it can't be carried out as it stands.
    Stop,
    /// Answers and packages rest on it.
    First,
    /// What follows hangs on it.
    Soon,
    /// When there is room for it.
    Later,
}

/// A check of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Which one.
    pub id: CheckId,
    /// The phases in which it asks.
    pub phases: &'static [Phase],
    /// How soon it should be asked.
    pub urgency: Urgency,
    /// The fields of the table file that it reads; none where no field holds what it needs.
    pub reads: &'static [&'static str],
    run: Option<fn(&Seen<'_>) -> Vec<Finding>>,
}

impl Check {
    /// Whether the table file can hold what it needs.
    #[must_use]
    pub fn can_fire(&self) -> bool {
        self.run.is_some()
    }
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// By which check.
    pub check: CheckId,
    /// Of what.
    pub about: About,
    /// Which of the things that the check looks for, as the wordbook calls it.
    pub saw: &'static str,
    /// What it saw, by the names that the wordbook has for it.
    pub evidence: Vec<(&'static str, Told)>,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The table as a whole.
    Table,
    /// A party.
    Party(PartyId),
    /// An interest.
    Interest(InterestId),
    /// An issue.
    Issue(IssueId),
    /// An option.
    Option(OptionId),
    /// An attribute.
    Attribute(AttributeId),
    /// The fact at this position.
    Fact(usize),
    /// The package with a name at this position.
    Package(usize),
    /// The clause at this position.
    Clause(usize),
    /// The node of the impact tree at the end of this way.
    Objective(Vec<usize>),
}

/// Something that a finding tells of.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Parties.
    Parties(Vec<PartyId>),
    /// Interests.
    Interests(Vec<InterestId>),
    /// Worlds.
    Worlds(Vec<WorldId>),
    /// Options.
    Options(Vec<OptionId>),
    /// A rule.
    Rule(RuleId),
    /// An issue.
    Issue(IssueId),
    /// Texts of the table.
    Texts(Vec<Text>),
    /// A number.
    Number(Rational),
    /// How many.
    Count(u64),
    /// Words that the wordbook has, each under `found-WORD`.
    Words(Vec<&'static str>),
}

impl Finding {
    fn new(check: CheckId, about: About) -> Self {
        Self { check, about, saw: "saw", evidence: Vec::new() }
    }

    /// Another of the things that the check looks for.
    fn saw(self, saw: &'static str) -> Self {
        Self { saw, ..self }
    }

    /// How soon its question should be asked.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        match (self.check, self.saw) {
            // Nothing is broken where there is no limit yet.
            (CheckId::C09, "unlimited") => Urgency::Later,
            (check, _) => check_of(check).urgency,
        }
    }

    /// The phases in which its question is asked.
    #[must_use]
    pub fn phases(&self) -> &'static [Phase] {
        match (self.check, self.saw) {
            // Which package it will be isn't the question before there is one to choose.
            (CheckId::C13, "fails") => CHOOSING,
            (check, _) => check_of(check).phases,
        }
    }

    fn with(mut self, name: &'static str, told: Told) -> Self {
        self.evidence.push((name, told));
        self
    }
}

impl About {
    /// The name as it is typed, nothing for the table as a whole.
    #[must_use]
    pub fn name(&self, table: &Table) -> Option<String> {
        let narrative = &table.narrative;
        Some(match self {
            Self::Table => return None,
            Self::Party(id) => table.parties[*id].id.clone(),
            Self::Interest(id) => table.interests[*id].id.clone(),
            Self::Issue(id) => table.issues[*id].id.clone(),
            Self::Option(id) => table.choice(*id),
            Self::Attribute(id) => table.attributes[*id].id.clone(),
            Self::Fact(at) => narrative.facts.get(*at)?.id.clone(),
            Self::Package(at) => narrative.packages.get(*at)?.id.clone(),
            Self::Clause(at) => narrative.clauses.get(*at)?.id.clone(),
            Self::Objective(way) => objective(table, way)?.text.get(table.language).to_owned(),
        })
    }
}

/// The node of the impact tree at the end of a way.
fn objective<'t>(table: &'t Table, way: &[usize]) -> Option<&'t ImpactNode> {
    let (first, rest) = way.split_first()?;
    let first = table.narrative.impact.get(*first)?;
    rest.iter().try_fold(first, |node, at| node.causes.get(*at))
}

const PREPARE: &[Phase] = &[Phase::Prepare];
const CREATE: &[Phase] = &[Phase::Create];
const PACKAGES: &[Phase] = &[Phase::Create, Phase::Distribute];
const CHOOSING: &[Phase] = &[Phase::Distribute];
const FOLLOW: &[Phase] = &[Phase::Follow];
const NOT_LAST: &[Phase] = &[Phase::Prepare, Phase::Create, Phase::Distribute];
const YES: &[Phase] = &[Phase::Distribute, Phase::Follow];

/// Every check, in the order of the catalogue.
pub static CATALOGUE: [Check; 28] = {
    use CheckId::*;
    use Urgency::*;
    [
        check(C01, FOLLOW, Later, &["clauses"], terms::world_peace),
        check(C02, PACKAGES, Later, &["packages", "issues.options.effects"], packages::nobody_gives),
        check(C03, FOLLOW, Soon, &["impact.unit", "impact.target", "impact.owner"], terms::unowned),
        check(C04, PREPARE, Later, &["parties.weights", "interests", "issues.options.effects"], money::bag_of_money),
        check(C05, CREATE, Later, &["issues.options.effects", "parties.weights"], money::perverse),
        check(C06, PREPARE, Soon, &["issues.outside"], outside::missing_voice),
        check(C07, PREPARE, Soon, &["parties.said"], people::assumed),
        check(C08, PREPARE, Later, &["interests"], people::position_as_interest),
        check(C09, PACKAGES, Stop, &["packages", "rules.limit", "attributes"], packages::over_limit),
        check(C10, PACKAGES, Later, &["parties.no_deal", "issues.options"], people::slowest),
        never(C11),
        never(C12),
        check(C13, NOT_LAST, Soon, &["parties.ratification", "packages"], people::ratification),
        check(C14, NOT_LAST, Soon, &["parties.mandates"], people::mandate),
        never(C15),
        never(C16),
        check(C17, NOT_LAST, First, &["parties.no_deal"], people::no_deal),
        check(C18, PACKAGES, Later, &["packages"], packages::issue_by_issue),
        never(C19),
        check(C20, CHOOSING, Soon, &["packages", "issues.options.effects", "parties.weights"], packages::loss),
        check(C21, FOLLOW, Later, &["impact.unit", "impact.target", "impact.baseline"], terms::no_baseline),
        check(C22, YES, Soon, &["issues.options", "clauses"], terms::no_correction),
        never(C24),
        check(C25, NOT_LAST, First, &["facts", "issues.options.effects.status"], facts::contested),
        check(C27, PACKAGES, Soon, &["issues.outside", "worlds.changes", "issues.options.only_if"], outside::depends),
        check(C28, YES, Later, &["issues.options", "clauses"], terms::trial),
        check(C30, YES, Soon, &["parties.levels"], people::levels),
        check(C31, CHOOSING, Later, &["packages", "parties.no_deal"], packages::uneven),
    ]
};

const fn check(
    id: CheckId,
    phases: &'static [Phase],
    urgency: Urgency,
    reads: &'static [&'static str],
    run: fn(&Seen<'_>) -> Vec<Finding>,
) -> Check {
    Check { id, phases, urgency, reads, run: Some(run) }
}

const fn never(id: CheckId) -> Check {
    Check { id, phases: &[], urgency: Urgency::Later, reads: &[], run: None }
}

/// The check that is called `id`.
#[must_use]
pub fn check_of(id: CheckId) -> &'static Check {
    CATALOGUE.iter().find(|check| check.id == id).unwrap_or(&CATALOGUE[0])
}

/// Everything that the checks find, silenced or not: the most urgent first, then by check, then by name.
#[must_use]
pub fn findings(seen: &Seen<'_>) -> Vec<Finding> {
    let runs = CATALOGUE.iter().filter_map(|check| check.run);
    let mut found: Vec<Finding> = runs.flat_map(|run| run(seen)).collect();
    found.sort_by_cached_key(|finding| (finding.urgency(), finding.check, finding.about.name(seen.table)));
    found
}

/// Whether the table has set a finding aside.
#[must_use]
pub fn is_silenced(table: &Table, finding: &Finding) -> bool {
    let name = finding.about.name(table);
    let is_it = |about: &Option<String>| about.is_none() || *about == name;
    table.narrative.silenced.iter().any(|silenced| silenced.check == finding.check && is_it(&silenced.about))
}

/// Whether a finding is for the phase that the talks are in.
#[must_use]
pub fn is_for(phase: Phase, finding: &Finding) -> bool {
    finding.phases().contains(&phase)
}
