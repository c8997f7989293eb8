//! What the packages of a table are made of: every summand of gains and slacks, and which number of the table it is.
//!
//! Which cell counts for whom hangs on readings, worlds and conditions. The frame doesn't know these rules: it asks
//! `valuation` twice, once about the table and once about a copy in which every number is a tag, and reads off the tags.

use std::collections::BTreeMap;

use super::ledger::{Count, Figure, Form, Ledger, Pair, Person, Requirement};
use super::parameter::{Holder, Parameter, stated, weights};
use super::reader::{Reader, pick};
use crate::domain::{
    Attendance, Comparison, Condition, Decision, Interaction, InterestId, IssueId, IssueKind, OptionId, PartyId,
    RuleForm, Scale, Table, WorldId, integer, nearest_f64,
};
use crate::optimize::Question;
use crate::valuation::{Circumstances, is_reference, options, reference};

/// Up to how many alternatives an issue may have.
const MOST_ALTERNATIVES: usize = 50_000;

impl Ledger {
    /// Without any package yet; `None` if packages are endlessly many.
    pub(super) fn frame(circumstances: &Circumstances<'_>, question: &Question) -> Option<Self> {
        let table = circumstances.table.table();
        if question.robust || question.without.is_some() {
            return None; // What counts there is not one column per party.
        }
        let candidates = stated(table);
        let mut tagged = table.clone();
        for (at, candidate) in candidates.iter().enumerate() {
            candidate.set(&mut tagged, integer(at as i64 + 1));
        }
        let tagged = Circumstances::new(tagged.ready().ok()?, circumstances.world);
        let reader = Reader { real: circumstances, tagged: &tagged };
        let base = [circumstances, &tagged].map(|of| Circumstances::new(of.table, WorldId::BASE));
        let base = Reader { real: &base[0], tagged: &base[1] };
        let issues = table.issues_by_name();
        let alternatives: Vec<_> =
            issues.iter().map(|issue| alternatives(table, *issue)).collect::<Option<Vec<_>>>()?;
        let pairs = pairs(circumstances, &issues, &alternatives);
        let mut ledger = Self {
            percent: table.scale == Scale::Percent,
            issues,
            alternatives: alternatives.into(),
            pairs,
            chosen: Vec::new(),
            people: Vec::new(),
            requirements: Vec::new(),
            counts: Vec::new(),
            allowed: Vec::new(),
            candidates: candidates.into(),
            is_whole: false,
        };
        let people = table.parties_by_name().into_iter();
        ledger.people = people.map(|party| ledger.person(&reader, &base, question, party)).collect();
        ledger.require(&reader, question);
        Some(ledger)
    }

    fn person(&self, reader: &Reader<'_>, base: &Reader<'_>, question: &Question, party: PartyId) -> Person {
        let table = reader.real.table.table();
        let weighed = weights(table, party);
        let interests: Vec<InterestId> =
            table.interests_by_name().into_iter().filter(|interest| weighed.contains_key(interest)).collect();
        let weights: Vec<f64> = interests.iter().map(|interest| nearest_f64(&weighed[interest])).collect();
        let row = |reader: &Reader<'_>, issue: IssueId, decision: &Decision| {
            pick(&reader.effects(party, issue, decision), &interests)
        };
        let issues = || self.issues.iter().zip(&*self.alternatives);
        let apart_or_both = |reader: &Reader<'_>, pair: &Pair| {
            let together = reader.together(pair.interaction, |does| &does.effects);
            vec![pick(&BTreeMap::new(), &interests), pick(&together, &interests)]
        };
        let of_issues = issues()
            .map(|(issue, alternatives)| alternatives.iter().map(|decision| row(reader, *issue, decision)).collect());
        let figures = of_issues.chain(self.pairs.iter().map(|pair| apart_or_both(reader, pair))).collect();
        let of_issues = issues().map(|(issue, _)| {
            let decisions = reference(base.real, party, *issue);
            decisions.iter().map(|decision| row(base, *issue, decision)).collect()
        });
        // The scale is measured on every pair of reference options, whether or not it can be taken here.
        let interactions = table.interactions.iter().enumerate();
        let of_pairs = interactions.filter(|(_, interaction)| is_reference(base.real, interaction)).map(|(at, _)| {
            let together = base.together(at, |does| &does.effects);
            vec![pick(&BTreeMap::new(), &interests), pick(&together, &interests)]
        });
        let reference = of_issues.chain(of_pairs).collect();
        let needed = table.parties[party].attendance == Attendance::Needed;
        let no_deal = reader.no_deal(party, &interests);
        let has_floor = question.floors && needed && no_deal.is_some();
        Person { has_floor, no_deal, ..Person::new(party, interests, weights, figures, reference) }
    }

    /// Notes what every package must keep.
    fn require(&mut self, reader: &Reader<'_>, question: &Question) {
        let table = reader.real.table.table();
        for rule in table.rules_by_name() {
            let (form, tagged) = (reader.real.rule(rule), reader.tagged.rule(rule));
            self.require_form(reader, &form, &tagged);
        }
        let bodies = table.parties.iter().flat_map(|party| &party.ratification);
        let bodies: Vec<&[Condition]> =
            bodies.filter(|_| question.ratifiable).map(|body| body.conditions.as_slice()).collect();
        if bodies.iter().any(|conditions| conditions.is_empty()) {
            self.require_count(-1, &[]); // What isn't known never counts as passed.
        }
        for condition in bodies.into_iter().flatten().chain(&question.also) {
            match condition {
                Condition::Rule(form) => self.require_form(reader, form, form),
                Condition::Score { party, at_least } => {
                    let person = self.people.iter().position(|person| person.party == *party).unwrap_or(0);
                    let form = Form::Score { person, level: nearest_f64(at_least) };
                    self.requirements.push(Requirement { form, is_equal: false });
                }
            }
        }
    }

    fn require_form(&mut self, reader: &Reader<'_>, form: &RuleForm, tagged: &RuleForm) {
        match form {
            RuleForm::Limit(limit) => {
                let RuleForm::Limit(tagged) = tagged else { return };
                let mut figures = self.figures(|issue, decision| reader.used(limit, issue, decision));
                let both =
                    |pair: &Pair| reader.left(limit, &reader.together(pair.interaction, |does| &does.attributes));
                figures.extend(self.pairs.iter().map(|pair| vec![Figure::default(), both(pair)]));
                self.require_sum(reader.constant(limit, tagged), figures, limit.comparison == Comparison::Equal);
            }
            RuleForm::RedLine { party, interest, at_least } => {
                let mut figures = self.figures(|issue, decision| {
                    reader.effects(*party, issue, decision).remove(interest).unwrap_or_default()
                });
                let both = |pair: &Pair| {
                    reader.together(pair.interaction, |does| &does.effects).remove(interest).unwrap_or_default()
                };
                figures.extend(self.pairs.iter().map(|pair| vec![Figure::default(), both(pair)]));
                self.require_sum(Figure::plain(-nearest_f64(at_least)), figures, false);
            }
            RuleForm::Forbid(option) => self.require_count(0, &[(*option, -1)]),
            RuleForm::Requires(option, other) => self.require_count(0, &[(*option, -1), (*other, 1)]),
            RuleForm::Excludes(option, other) => self.require_count(1, &[(*option, -1), (*other, -1)]),
            RuleForm::AtMost(most, options) => self.require_count(i64::from(*most), &all(options, -1)),
            RuleForm::AtLeast(least, options) => self.require_count(-i64::from(*least), &all(options, 1)),
        }
    }

    /// Adds a count of options to what a package must keep.
    fn require_count(&mut self, constant: i64, counted: &[(OptionId, i64)]) {
        let figure = |issue: IssueId, decision: &Decision| -> i64 {
            let is_it = |option: &OptionId| option.issue == issue && *decision == Decision::Option(option.index);
            counted.iter().filter(|(option, _)| is_it(option)).map(|(_, count)| count).sum()
        };
        let figures = self.figures(|issue, decision| figure(issue, decision) as f64);
        self.counts.push(Count { constant: constant as f64, figures });
    }

    /// Something per issue and alternative.
    fn figures<F>(&self, figure: impl Fn(IssueId, &Decision) -> F) -> Vec<Vec<F>> {
        let issues = self.issues.iter().zip(&*self.alternatives);
        let of_issue = |(issue, decisions): (&IssueId, &Vec<Decision>)| {
            decisions.iter().map(|decision| figure(*issue, decision)).collect()
        };
        issues.map(of_issue).collect()
    }

    fn require_sum(&mut self, constant: Figure, figures: Vec<Vec<Figure>>, is_equal: bool) {
        self.requirements
            .push(Requirement { form: Form::Sum { constant, figures: figures.into(), sums: Vec::new() }, is_equal });
    }
}

/// These options, each counted so often.
fn all(options: &[OptionId], times: i64) -> Vec<(OptionId, i64)> {
    options.iter().map(|option| (*option, times)).collect()
}

/// What can be decided on an issue, by option name or by size; `None` if that is endless or too many.
fn alternatives(table: &Table, issue: IssueId) -> Option<Vec<Decision>> {
    let content = &table.issues[issue];
    let decisions = match (&content.kind, &content.today) {
        (_, Some(today)) if content.parked => vec![today.clone()],
        (IssueKind::Choice(_), _) => options(content),
        (IssueKind::Quantity(quantity), _) => {
            quantity.amounts()?.take(MOST_ALTERNATIVES + 1).map(Decision::Amount).collect()
        }
        (IssueKind::Division(_), _) => return None,
    };
    (decisions.len() <= MOST_ALTERNATIVES).then_some(decisions)
}

/// The pairs of options that do something together and can both be taken: where options hold on a condition, others than
/// an interaction names may count as its options.
fn pairs(circumstances: &Circumstances<'_>, issues: &[IssueId], alternatives: &[Vec<Decision>]) -> Vec<Pair> {
    let taken = |option: OptionId| {
        let at = issues.iter().position(|issue| *issue == option.issue)?;
        let counts = |decision: &Decision| match decision {
            Decision::Option(index) => {
                circumstances.option_that_counts(OptionId { issue: option.issue, index: *index }) == option
            }
            Decision::Amount(_) | Decision::Shares(_) => false,
        };
        let counts: Vec<bool> = alternatives[at].iter().map(counts).collect();
        counts.contains(&true).then_some((at, counts))
    };
    let interactions = circumstances.table.table().interactions.iter().enumerate();
    let pair = |(interaction, of): (usize, &Interaction)| {
        Some(Pair { interaction, taken: [taken(of.first)?, taken(of.second)?] })
    };
    interactions.filter_map(pair).collect()
}

/// Which of the candidates are in force, and where no-deals are stated.
pub(super) fn in_force(ledger: &Ledger, circumstances: &Circumstances<'_>) -> Vec<Parameter> {
    let mut seen = vec![false; ledger.candidates.len()];
    let mut note = |figure: &Figure| figure.sources.iter().for_each(|(source, _)| seen[*source] = true);
    for person in &ledger.people {
        person.figures.iter().chain(&*person.reference).flatten().flatten().for_each(&mut note);
    }
    for requirement in &ledger.requirements {
        if let Form::Sum { constant, figures, .. } = &requirement.form {
            note(constant);
            figures.iter().flatten().for_each(&mut note);
        }
    }
    let seen = ledger.candidates.iter().zip(&seen).filter(|(_, seen)| **seen).map(|(candidate, _)| *candidate);
    let seen = seen.filter(|candidate| !matches!(candidate, Parameter::NoDeal { .. }));
    seen.chain(no_deals(circumstances)).collect()
}

/// The no-deals that count in these circumstances, each where it is stated.
pub(super) fn no_deals(circumstances: &Circumstances<'_>) -> Vec<Parameter> {
    let table = circumstances.table.table();
    let stated = |party: PartyId| {
        let counts = circumstances.no_deal(party)?;
        let in_world = table.worlds.iter_enumerated().find_map(|(world, content)| {
            let stated = content.no_deals.get(&party)?;
            std::ptr::eq(stated, counts).then_some(Holder::World(world))
        });
        circumstances.no_deal_score(party)?;
        Some(Parameter::NoDeal { party, holder: in_world.unwrap_or(Holder::Table) })
    };
    table.parties_by_name().into_iter().filter_map(stated).collect()
}
