//! Every package of a table with the sums that its gains and slacks are made of, in floating point, and which number of
//! the table each summand is.
//!
//! Which cell counts for whom hangs on readings, worlds and conditions. The ledger doesn't know these rules: it asks
//! `valuation` twice, once about the table and once about a copy in which every number is a tag, and reads off the tags.

use super::parameter::{Holder, Parameter, stated, weights};
use super::reader::{Reader, pick};
use crate::domain::{
    Attendance, Comparison, Condition, Decision, InterestId, IssueId, IssueKind, Package, PartyId, RuleForm, Scale,
    Table, WorldId, integer, nearest_f64,
};
use crate::optimize::Question;
use crate::valuation::{Circumstances, holds, options, reference};

/// Up to how many packages are listed.
const MOST_PACKAGES: u128 = 50_000;
/// Up to how many sums are kept, at eight bytes each.
const MOST_SUMS: u128 = 4_000_000;

/// Every package of a table, with what it is made of.
#[derive(Clone)]
pub(super) struct Ledger {
    /// Whether scores run from 0 to 100.
    pub(super) percent: bool,
    /// The issues by name.
    pub(super) issues: Vec<IssueId>,
    /// What can be decided on each, in canonical order.
    pub(super) alternatives: Vec<Vec<Decision>>,
    /// Per issue and package, which alternative it takes. Packages are in canonical order.
    pub(super) chosen: Vec<Vec<u16>>,
    /// The parties by name.
    pub(super) people: Vec<Person>,
    /// What a package must keep that hangs on numbers.
    pub(super) requirements: Vec<Requirement>,
    /// Per package, whether it keeps everything that doesn't.
    pub(super) allowed: Vec<bool>,
    /// The numbers that count, as candidates of which sources are positions; each is in force somewhere.
    pub(super) candidates: Vec<Parameter>,
}

/// A number, and of which candidates it is made: each with its factor.
#[derive(Clone, Debug, Default)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) sources: Vec<(usize, f64)>,
}

/// A party: what it weighs, and what everything does for it.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) party: PartyId,
    pub(super) has_floor: bool,
    pub(super) no_deal: Option<Alternative>,
    pub(super) interests: Vec<InterestId>,
    pub(super) weights: Vec<f64>,
    /// Per issue, alternative and interest.
    pub(super) figures: Vec<Vec<Vec<Figure>>>,
    /// Per issue, reference decision and interest: what the scale is measured on.
    pub(super) reference: Vec<Vec<Vec<Figure>>>,
    /// Per interest and package, the sum of effects.
    pub(super) sums: Vec<Vec<f64>>,
    /// Per package, the weighted sum.
    pub(super) raw: Vec<f64>,
}

/// What a party has without an agreement.
#[derive(Clone)]
pub(super) enum Alternative {
    /// A bare score, of one candidate.
    Score(Figure),
    /// What it does for each interest.
    Effects(Vec<Figure>),
}

/// Something that must not be negative; where `is_equal`, neither may its opposite.
#[derive(Clone)]
pub(super) struct Requirement {
    pub(super) form: Form,
    pub(super) is_equal: bool,
}

/// What a requirement is about.
#[derive(Clone)]
pub(super) enum Form {
    /// A sum over the decisions.
    Sum {
        /// The part that doesn't hang on the package.
        constant: Figure,
        /// Per issue and alternative.
        figures: Vec<Vec<Figure>>,
        /// Per package, the whole.
        sums: Vec<f64>,
    },
    /// A person's score above a level.
    Score { person: usize, level: f64 },
}

impl Figure {
    pub(super) fn plain(value: f64) -> Self {
        Self { value, sources: Vec::new() }
    }

    pub(super) fn add(&mut self, other: &Self, factor: f64) {
        self.value += other.value * factor;
        self.sources.extend(other.sources.iter().map(|(source, share)| (*source, share * factor)));
    }

    /// How much it moves when candidate `source` moves by one.
    pub(super) fn slope(&self, source: usize) -> f64 {
        self.sources.iter().filter(|(of, _)| *of == source).map(|(_, factor)| factor).sum()
    }
}

impl Ledger {
    /// Lists every package; `None` if these are too many or endlessly many, or hang on more than single decisions.
    pub(super) fn new(circumstances: &Circumstances<'_>, question: &Question) -> Option<Self> {
        let table = circumstances.table.table();
        if question.robust || question.without.is_some() {
            return None; // What counts there is not one column per party.
        }
        let packages = table.count_packages()?;
        let sums = (table.parties.len() * table.interests.len()).max(1) as u128;
        if packages > MOST_PACKAGES || packages * sums > MOST_SUMS || !table.interactions.is_empty() {
            return None;
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
        let mut ledger = Self::empty(table, candidates);
        ledger.list();
        let people = table.parties_by_name().into_iter();
        ledger.people = people.map(|party| ledger.person(&reader, &base, question, party)).collect();
        ledger.require(&reader, question);
        Some(ledger)
    }

    fn empty(table: &Table, candidates: Vec<Parameter>) -> Self {
        let issues = table.issues_by_name();
        let alternatives = issues.iter().map(|issue| alternatives(table, *issue)).collect();
        Self {
            percent: table.scale == Scale::Percent,
            issues,
            alternatives,
            chosen: Vec::new(),
            people: Vec::new(),
            requirements: Vec::new(),
            allowed: Vec::new(),
            candidates,
        }
    }

    /// Lists the packages in canonical order: the last issue by name changes first.
    fn list(&mut self) {
        let count: usize = self.alternatives.iter().map(Vec::len).product();
        let mut block = count;
        for alternatives in &self.alternatives {
            block /= alternatives.len().max(1);
            let taken = |package: usize| ((package / block.max(1)) % alternatives.len().max(1)) as u16;
            self.chosen.push((0..count).map(taken).collect());
        }
        self.allowed = vec![true; count];
    }

    /// How many packages there are.
    pub(super) fn len(&self) -> usize {
        self.allowed.len()
    }

    /// The package at a position.
    pub(super) fn package(&self, at: usize) -> Package {
        let mut decisions = vec![Decision::Option(0); self.issues.len()];
        for ((issue, alternatives), chosen) in self.issues.iter().zip(&self.alternatives).zip(&self.chosen) {
            decisions[usize::from(*issue)] = alternatives[usize::from(chosen[at])].clone();
        }
        Package { decisions: decisions.into() }
    }

    /// Where a package stands; `None` if it isn't listed.
    pub(super) fn position(&self, package: &Package) -> Option<usize> {
        let mut position = 0;
        for (issue, alternatives) in self.issues.iter().zip(&self.alternatives) {
            let taken = alternatives.iter().position(|alternative| *alternative == package.decisions[*issue])?;
            position = position * alternatives.len() + taken;
        }
        Some(position)
    }

    /// Adds up a figure per issue and alternative over every package.
    fn sums(&self, figures: &[Vec<Figure>], constant: f64) -> Vec<f64> {
        let mut sums = vec![constant; self.len()];
        for (of_issue, chosen) in figures.iter().zip(&self.chosen) {
            for (sum, taken) in sums.iter_mut().zip(chosen) {
                *sum += of_issue[usize::from(*taken)].value;
            }
        }
        sums
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
        let issues = || self.issues.iter().zip(&self.alternatives);
        let figures: Vec<Vec<Vec<Figure>>> = issues()
            .map(|(issue, alternatives)| alternatives.iter().map(|decision| row(reader, *issue, decision)).collect())
            .collect();
        let reference = issues()
            .map(|(issue, _)| {
                let decisions = reference(base.real, party, *issue);
                decisions.iter().map(|decision| row(base, *issue, decision)).collect()
            })
            .collect();
        let sums: Vec<Vec<f64>> = (0..interests.len())
            .map(|at| {
                let of_interest: Vec<Vec<Figure>> = figures
                    .iter()
                    .map(|alternatives| alternatives.iter().map(|row| row[at].clone()).collect())
                    .collect();
                self.sums(&of_interest, 0.0)
            })
            .collect();
        let raw = (0..self.len()).map(|at| weights.iter().zip(&sums).map(|(weight, sums)| weight * sums[at]).sum());
        let needed = table.parties[party].attendance == Attendance::Needed;
        let no_deal = reader.no_deal(party, &interests);
        Person {
            party,
            has_floor: question.floors && needed && no_deal.is_some(),
            no_deal,
            raw: raw.collect(),
            interests,
            weights,
            figures,
            reference,
            sums,
        }
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
            self.allowed.fill(false); // What isn't known never counts as passed.
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
                let figures = self.figures(|issue, decision| reader.used(limit, issue, decision));
                self.require_sum(reader.constant(limit, tagged), figures, limit.comparison == Comparison::Equal);
            }
            RuleForm::RedLine { party, interest, at_least } => {
                let figures = self.figures(|issue, decision| {
                    reader.effects(*party, issue, decision).remove(interest).unwrap_or_default()
                });
                self.require_sum(Figure::plain(-nearest_f64(at_least)), figures, false);
            }
            _ => {
                for at in 0..self.len() {
                    self.allowed[at] = self.allowed[at] && holds(reader.real, form, &self.package(at));
                }
            }
        }
    }

    fn figures(&self, figure: impl Fn(IssueId, &Decision) -> Figure) -> Vec<Vec<Figure>> {
        let issues = self.issues.iter().zip(&self.alternatives);
        let of_issue = |(issue, decisions): (&IssueId, &Vec<Decision>)| {
            decisions.iter().map(|decision| figure(*issue, decision)).collect()
        };
        issues.map(of_issue).collect()
    }

    fn require_sum(&mut self, constant: Figure, figures: Vec<Vec<Figure>>, is_equal: bool) {
        let sums = self.sums(&figures, constant.value);
        self.requirements.push(Requirement { form: Form::Sum { constant, figures, sums }, is_equal });
    }
}

/// What can be decided on an issue, by option name or by size.
fn alternatives(table: &Table, issue: IssueId) -> Vec<Decision> {
    let content = &table.issues[issue];
    match (&content.kind, &content.today) {
        (_, Some(today)) if content.parked => vec![today.clone()],
        (IssueKind::Quantity(quantity), _) => quantity.amounts().into_iter().flatten().map(Decision::Amount).collect(),
        _ => options(content),
    }
}

/// Which of the candidates are in force, and where no-deals are stated.
pub(super) fn in_force(ledger: &Ledger, circumstances: &Circumstances<'_>) -> Vec<Parameter> {
    let mut seen = vec![false; ledger.candidates.len()];
    let mut note = |figure: &Figure| figure.sources.iter().for_each(|(source, _)| seen[*source] = true);
    for person in &ledger.people {
        person.figures.iter().chain(&person.reference).flatten().flatten().for_each(&mut note);
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
