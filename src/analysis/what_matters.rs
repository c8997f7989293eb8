//! What an answer hangs on: the smallest changes, the disputes that matter and those that don't, and the one question
//! that settles most.

use std::sync::atomic::AtomicBool;

use num_traits::Signed as _;

use super::firmness::exact::{is_acceptable, is_same};
use super::firmness::{Claim, Firmness, Holder, Parameter, Spot, firmness};
use crate::domain::{
    Fact, InterestId, IssueId, IssueKind, NoDealRange, OptionId, Package, PartyId, Rational, Remark, RuleForm, Status,
    Subject, Table, WorldId,
};
use crate::optimize::{Answer, Question, solve};
use crate::valuation::{Circumstances, assess};

/// What an answer hangs on.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatMatters {
    /// How firm the answer is.
    pub firmness: Firmness,
    /// Everything in dispute, in this order: numbers, readings, no-deals, worlds; each by name.
    pub disputes: Vec<Dispute>,
    /// The facts in dispute that no number of the table is tied to, as positions among the facts.
    pub untied: Vec<usize>,
    /// What to ask first; nothing if nothing in its range changes the answer.
    pub ask: Option<Ask>,
}

/// Something that isn't agreed or isn't known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dispute {
    /// A number that somebody disputes or nobody has confirmed. [`Firmness::reach`] has how far it can go.
    Number {
        /// The number.
        parameter: Parameter,
        /// Whether it is disputed or assumed.
        status: Status,
        /// The fact that it is tied to, as a position among the facts, if it is one.
        fact: Option<usize>,
    },
    /// A party reads an effect otherwise than the table does.
    Reading {
        /// The party.
        party: PartyId,
        /// What it reads.
        subject: (ReadOf, InterestId),
        /// The answer if the party took the table's effect.
        as_table: Outcome,
        /// The answer if everybody took the party's; nothing where the table has no such number to change.
        as_party: Option<Outcome>,
    },
    /// A party isn't sure what it has without an agreement.
    NoDeal {
        /// The party.
        party: PartyId,
        /// The answers at its worst, likely and best no-deal.
        outcomes: Vec<(Rational, Outcome)>,
    },
    /// A world may come true.
    World {
        /// The world.
        world: WorldId,
        /// The answer there.
        outcome: Outcome,
    },
}

/// What a party reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOf {
    /// An option: the table's effect and the party's are numbers.
    Option(OptionId),
    /// An amount: both are curves.
    Amount(IssueId),
}

/// The answer if a dispute is settled one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It stays the same.
    Same,
    /// It is another.
    Other {
        /// The answer; nothing if no package is acceptable.
        package: Option<Package>,
        /// By how much the smallest gain of the present package falls short of that of the other; nothing if the present
        /// package can't be agreed then.
        loss: Option<Rational>,
    },
    /// It isn't known in time, or the question has no answer.
    Unknown,
}

/// A question that settles something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// How a dispute is settled: the position among the disputes.
    Dispute(usize),
    /// Whether a number is really so: its position among the reaches.
    Number(usize),
    /// What exactly each interest weighs for a party that gave just a ranking or ranges.
    Weights(PartyId),
}

impl Outcome {
    /// Whether the answer is another.
    #[must_use]
    pub fn differs(&self) -> bool {
        matches!(self, Self::Other { .. })
    }
}

impl Dispute {
    /// Everything that it may come to, as far as that isn't a matter of how far a number goes.
    #[must_use]
    pub fn outcomes(&self) -> Vec<&Outcome> {
        match self {
            Self::Number { .. } => Vec::new(),
            Self::Reading { as_table, as_party, .. } => [as_table].into_iter().chain(as_party).collect(),
            Self::NoDeal { outcomes, .. } => outcomes.iter().map(|(_, outcome)| outcome).collect(),
            Self::World { outcome, .. } => vec![outcome],
        }
    }

    /// Whether settling it may change the answer.
    #[must_use]
    pub fn matters(&self, firmness: &Firmness) -> bool {
        match self {
            Self::Number { parameter, .. } => firmness.reach(*parameter).is_some_and(|reach| reach.nearest().is_some()),
            _ => self.outcomes().into_iter().any(Outcome::differs),
        }
    }
}

/// What the answer to `question`, which is `package`, hangs on. Setting `flag` ends it early, with what is known.
#[must_use]
pub fn what_matters(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    flag: &AtomicBool,
) -> WhatMatters {
    let table = circumstances.table.table();
    let (numbers, untied) = numbers(table);
    let parameters: Vec<Parameter> = numbers.iter().map(|(parameter, ..)| *parameter).collect();
    let firmness = firmness(circumstances, question, package, Claim::Advice, &parameters, flag);
    let counts = |parameter: &Parameter| firmness.reach(*parameter).is_some();
    let numbers = numbers.into_iter().filter(|(parameter, ..)| counts(parameter));
    let mut disputes: Vec<Dispute> =
        numbers.map(|(parameter, status, fact)| Dispute::Number { parameter, status, fact }).collect();
    let court = Court { circumstances, question, package, flag };
    disputes.extend(court.readings());
    disputes.extend(court.no_deals());
    disputes.extend(court.worlds());
    let ask = ask(&firmness, &disputes);
    WhatMatters { firmness, disputes, untied, ask }
}

/// A number that isn't agreed, how well it is established, and the fact that says so.
type Open = (Parameter, Status, Option<usize>);

/// The numbers that are disputed or assumed: by a fact that has the name of a limit, or on which rules or options rest, or
/// by a remark. Then the facts that are tied to none.
fn numbers(table: &Table) -> (Vec<Open>, Vec<usize>) {
    let mut found: Vec<Open> = Vec::new();
    let mut untied = Vec::new();
    let is_open = |status: Status| matches!(status, Status::Contested | Status::Assumed);
    let facts = table.narrative.facts.iter().enumerate().filter(|(_, fact): &(usize, &Fact)| is_open(fact.status));
    for (at, fact) in facts {
        let resting = resting_on(table, fact);
        if resting.is_empty() {
            untied.push(at);
        }
        for parameter in resting {
            if !found.iter().any(|(known, ..)| *known == parameter) {
                found.push((parameter, fact.status, Some(at)));
            }
        }
    }
    let open = |remark: &Remark| remark.status.filter(|status| is_open(*status));
    let mut cells = Vec::new();
    for (option, content) in table.options() {
        for (subject, remark) in &content.remarks {
            cells.extend(open(remark).map(|status| (cell(*subject, Spot::Option(option)), status, None)));
        }
    }
    for (issue, content) in table.issues.iter_enumerated() {
        let IssueKind::Quantity(quantity) = &content.kind else { continue };
        for (subject, remark) in &quantity.remarks {
            let points = match subject {
                Subject::Effect(interest) => quantity.does.effects.get(interest),
                Subject::Attribute(attribute) => quantity.does.attributes.get(attribute),
            };
            let spots = (0..points.map_or(0, |curve| curve.points().len())).map(|at| Spot::Point { issue, at });
            cells.extend(
                open(remark)
                    .into_iter()
                    .flat_map(|status| spots.clone().map(move |spot| (cell(*subject, spot), status, None))),
            );
        }
    }
    cells.sort_by_cached_key(|(parameter, ..)| parameter.sorted_names(table));
    cells.retain(|(cell, ..)| !found.iter().any(|(known, ..)| known == cell));
    found.extend(cells);
    (found, untied)
}

/// The numbers that rest on a fact, by name: limits, and what options carry and do.
fn resting_on(table: &Table, fact: &Fact) -> Vec<Parameter> {
    let named = table.rules.iter_enumerated().filter(|(_, rule)| rule.id == fact.id).map(|(rule, _)| rule);
    let rules = named.chain(fact.rules.iter().copied());
    let limits = rules.filter(|rule| matches!(table.rules[*rule].form, RuleForm::Limit(_)));
    let mut found: Vec<Parameter> = limits.map(|rule| Parameter::Limit { rule, holder: Holder::Table }).collect();
    for option in &fact.options {
        let (does, spot) = (&table.option(*option).does, Spot::Option(*option));
        found.extend(does.effects.keys().map(|interest| cell(Subject::Effect(*interest), spot)));
        found.extend(does.attributes.keys().map(|attribute| cell(Subject::Attribute(*attribute), spot)));
    }
    found.sort_by_cached_key(|parameter| parameter.sorted_names(table));
    found.dedup();
    found
}

fn cell(subject: Subject, spot: Spot) -> Parameter {
    match subject {
        Subject::Effect(interest) => Parameter::Effect { spot, interest, holder: Holder::Table },
        Subject::Attribute(attribute) => Parameter::Attribute { spot, attribute, holder: Holder::Table },
    }
}

/// The question, and the package that answers it now.
struct Court<'a> {
    circumstances: &'a Circumstances<'a>,
    question: &'a Question,
    package: &'a Package,
    flag: &'a AtomicBool,
}

impl Court<'_> {
    fn table(&self) -> &Table {
        self.circumstances.table.table()
    }

    /// The answer on a changed table, in a world.
    fn outcome(&self, table: &Table, world: WorldId) -> Outcome {
        let Ok(ready) = table.ready() else { return Outcome::Unknown };
        let circumstances = Circumstances::new(ready, world);
        let question = Question { world, ..self.question.clone() };
        match solve(&circumstances, &question, self.flag) {
            Ok(Answer::Proven(found)) if is_same(&circumstances, &found.package, self.package) => Outcome::Same,
            Ok(Answer::Proven(found)) => {
                let smallest = |package: &Package| assess(&circumstances, package).smallest_gain().unwrap_or_default();
                let loss = is_acceptable(&circumstances, &question, self.package)
                    .then(|| smallest(&found.package) - smallest(self.package));
                Outcome::Other { package: Some(found.package), loss }
            }
            Ok(Answer::Infeasible(_)) => Outcome::Other { package: None, loss: None },
            Ok(Answer::BestFound(_) | Answer::Unknown) | Err(_) => Outcome::Unknown,
        }
    }

    /// The readings that differ from the table's, by party and then by what is read.
    fn readings(&self) -> Vec<Dispute> {
        let table = self.table();
        let mut found = Vec::new();
        for party in table.parties_by_name() {
            let readings = &table.parties[party].readings;
            let differs = |(option, interest): &(OptionId, InterestId), own: &Rational| {
                table.option(*option).does.effects.get(interest).cloned().unwrap_or_default() != *own
            };
            let options = readings.options.iter().filter(|(cell, own)| differs(cell, own));
            let mut subjects: Vec<(ReadOf, InterestId)> =
                options.map(|((option, interest), _)| (ReadOf::Option(*option), *interest)).collect();
            subjects.extend(readings.amounts.keys().map(|(issue, interest)| (ReadOf::Amount(*issue), *interest)));
            subjects.sort_by_cached_key(|(of, interest)| of.names(table, *interest));
            found.extend(subjects.into_iter().map(|subject| self.reading(party, subject)));
        }
        found
    }

    fn reading(&self, party: PartyId, subject: (ReadOf, InterestId)) -> Dispute {
        let world = self.circumstances.world;
        let (of, interest) = subject;
        let mut without = self.table().clone();
        let readings = &mut without.parties[party].readings;
        let own = match of {
            ReadOf::Option(option) => readings.options.remove(&(option, interest)),
            ReadOf::Amount(issue) => {
                readings.amounts.remove(&(issue, interest));
                None
            }
        };
        let as_party = match (of, own) {
            (ReadOf::Option(option), Some(own)) => {
                let parameter = Parameter::Effect { spot: Spot::Option(option), interest, holder: Holder::Table };
                let mut shared = self.table().clone();
                parameter.set(&mut shared, own);
                Some(self.outcome(&shared, world))
            }
            _ => None,
        };
        Dispute::Reading { party, subject, as_table: self.outcome(&without, world), as_party }
    }

    /// The no-deals that have a range, by party.
    fn no_deals(&self) -> Vec<Dispute> {
        let table = self.table();
        let ranged = table.parties_by_name().into_iter().filter_map(|party| {
            let range = self.circumstances.no_deal(party)?.range.as_ref()?;
            let holder = super::firmness::no_deal_holder(self.circumstances, party)?;
            Some((Parameter::NoDeal { party, holder }, party, range))
        });
        let outcomes = |parameter: Parameter, range: &NoDealRange| {
            let outcome = |score: &Rational| {
                let mut changed = table.clone();
                parameter.set(&mut changed, score.clone());
                (score.clone(), self.outcome(&changed, self.circumstances.world))
            };
            [&range.low, &range.likely, &range.high].map(outcome).to_vec()
        };
        ranged
            .map(|(parameter, party, range)| Dispute::NoDeal { party, outcomes: outcomes(parameter, range) })
            .collect()
    }

    /// The other worlds, by name.
    fn worlds(&self) -> Vec<Dispute> {
        let table = self.table();
        let mut worlds: Vec<WorldId> = table.worlds.keys().filter(|world| *world != self.circumstances.world).collect();
        worlds.sort_by_key(|world| &table.worlds[*world].id);
        worlds.into_iter().map(|world| Dispute::World { world, outcome: self.outcome(table, world) }).collect()
    }
}

impl ReadOf {
    fn names(self, table: &Table, interest: InterestId) -> [String; 3] {
        let (issue, option) = match self {
            Self::Option(option) => (option.issue, table.option(option).id.clone()),
            Self::Amount(issue) => (issue, String::new()),
        };
        [table.issues[issue].id.clone(), option, table.interests[interest].id.clone()]
    }
}

/// What to ask first: of the disputes that change the answer the one that costs most if it is settled otherwise, where a
/// package that can't be agreed any more costs most of all; else whether the disputed number with the smallest change is
/// right; else what weights are that were left open; else whether any number is right.
fn ask(firmness: &Firmness, disputes: &[Dispute]) -> Option<Ask> {
    let cost =
        |dispute: &Dispute| dispute.outcomes().into_iter().filter_map(|outcome| Cost::of(outcome, firmness)).max();
    let costly = disputes.iter().enumerate().filter_map(|(at, dispute)| Some((cost(dispute)?, at)));
    // Of equals the first.
    let settles_most = costly.max_by(|(one, a), (other, b)| one.cmp(other).then_with(|| b.cmp(a)));
    let size = |dispute: &Dispute| match dispute {
        Dispute::Number { parameter, .. } => firmness.reach(*parameter)?.size(),
        _ => None,
    };
    let nearest = || {
        let sized = disputes.iter().enumerate().filter_map(|(at, dispute)| Some((size(dispute)?, at)));
        sized.min().map(|(_, at)| Ask::Dispute(at))
    };
    let smallest = || firmness.reaches.iter().position(|reach| reach.nearest().is_some()).map(Ask::Number);
    let weights = || firmness.rankings.as_ref()?.most_open.map(|(party, _)| Ask::Weights(party));
    settles_most.map(|(_, at)| Ask::Dispute(at)).or_else(nearest).or_else(weights).or_else(smallest)
}

/// What it costs if a dispute is settled otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    cannot_be_agreed: bool,
    loss: Rational,
    changes: usize,
}

impl Cost {
    fn of(outcome: &Outcome, firmness: &Firmness) -> Option<Self> {
        let Outcome::Other { package, loss } = outcome else { return None };
        let pairs = package.iter().flat_map(|package| package.decisions.iter().zip(&firmness.package.decisions));
        let changes = pairs.filter(|(other, own)| other != own).count();
        let cost = loss.clone().map(|loss| loss.abs()).unwrap_or_default();
        Some(Self { cannot_be_agreed: loss.is_none(), loss: cost, changes })
    }
}
