//! A GENIUS profile: what each issue weighs for one party, and how it evaluates what can be agreed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use num_traits::{One as _, Zero as _};

use super::curves::Evaluator;
use super::desk::{Desk, PROGRAM, Type, gather, named};
use super::domain::{Domain, DomainIssue, Kind, objectives};
use super::xml::Element;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Rational, nearest_f64};
use crate::table_file::reader::{near, shown};

/// How far the weights may be from 1 together, as one over this: no further than floats stray.
const SUM_TOLERANCE: i64 = 1_000_000_000;

/// What one party's file says, of every issue of the domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// What each issue weighs, by its index; `>= 0`.
    pub(super) weights: BTreeMap<i64, Rational>,
    /// How each issue is evaluated, by its index.
    pub(super) evaluations: BTreeMap<i64, Evaluated>,
    /// The utility of no agreement.
    pub(super) reservation: Option<Rational>,
    /// What is left of a utility at the end, between 0 and 1.
    pub(super) discount: Option<Rational>,
}

/// What a profile says by the indices of issues.
#[derive(Debug)]
struct Stated<T> {
    held: BTreeMap<i64, T>,
    /// Whether something has no index that can be read, so that nobody knows which issue it is about.
    has_gaps: bool,
}

impl<T> Default for Stated<T> {
    fn default() -> Self {
        Self { held: BTreeMap::new(), has_gaps: false }
    }
}

/// How an issue is evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Evaluated {
    /// Where the issue stands in the profile.
    pub(super) place: Range<usize>,
    /// How.
    pub(super) how: How,
}

/// How an issue is evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// A number per value of the domain, in its order.
    Values(Vec<Rational>),
    /// By a formula.
    Amounts(Evaluator),
}

impl Desk<'_> {
    /// Reads a profile of `domain` from the root of its file; `None` with any error.
    pub(super) fn profile(&mut self, root: &Element<'_>, domain: &Domain) -> Option<Profile> {
        let weights = self.weights(root, domain);
        let evaluations = self.evaluations(root, domain);
        self.check_complete(domain, &weights, &evaluations, root);
        let all: Option<BTreeMap<i64, Rational>> =
            weights.held.into_iter().map(|(index, weight)| Some((index, weight?))).collect();
        let weights = all.filter(|_| !weights.has_gaps);
        // What weights that can't be read add up to isn't known.
        if let Some(weights) = &weights {
            self.check_weights(weights, root);
        }
        let (reservation, discount) = (self.reservation(root), self.discount(root));
        let profile = Profile { weights: weights?, evaluations: evaluations.held, reservation, discount };
        (!self.findings.has_errors()).then_some(profile)
    }

    /// Reports what the profile doesn't say of the issues of the domain, as far as that is known.
    fn check_complete(
        &mut self,
        domain: &Domain,
        weights: &Stated<Option<Rational>>,
        evaluations: &Stated<Evaluated>,
        root: &Element<'_>,
    ) {
        for issue in &domain.issues {
            match evaluations.held.get(&issue.index) {
                None if evaluations.has_gaps => {}
                None => self.refuse(Code::GeniusIssueMissing, &issue.name, &root.place),
                Some(evaluated) if !weights.has_gaps && !weights.held.contains_key(&issue.index) => {
                    self.refuse(Code::GeniusWeightMissing, &issue.name, &evaluated.place);
                }
                Some(_) => {}
            }
        }
    }

    /// The weights of the issues; `None` for one that is there and can't be used, which was told.
    fn weights(&mut self, root: &Element<'_>, domain: &Domain) -> Stated<Option<Rational>> {
        let mut weights = Stated::default();
        let own = objectives(root);
        for element in gather(root, "weight") {
            let (index, value) = (self.index(element), self.hundredth(element, "value"));
            let Some(index) = index else {
                weights.has_gaps = true;
                continue;
            };
            if !domain.issues.iter().any(|issue| issue.index == index) {
                if !domain.objectives.contains(&index) && !own.contains(&index) {
                    self.refuse(Code::GeniusWeightUnused, &index.to_string(), &element.place);
                }
                continue;
            }
            let is_negative = value.as_ref().is_some_and(|value| *value < Rational::zero());
            if is_negative {
                let written = element.attribute("value").map_or("", |value| &value.value);
                let problem = named(Code::NegativeWeight, written).with("program", PROGRAM);
                self.findings.report(problem.at(element.place.clone()));
            }
            if weights.held.insert(index, value.filter(|_| !is_negative)).is_some() {
                self.refuse(Code::GeniusTwice, &index.to_string(), &element.place);
            }
        }
        weights
    }

    fn check_weights(&mut self, weights: &BTreeMap<i64, Rational>, root: &Element<'_>) {
        let sum: Rational = weights.values().sum();
        let tolerance = Rational::new(1.into(), SUM_TOLERANCE.into());
        if sum <= Rational::zero() {
            let problem = Problem::new(Code::AllWeightsZero).with("program", PROGRAM);
            self.findings.report(problem.at(root.place.clone()));
        } else if (&sum - Rational::one()) > tolerance || (Rational::one() - &sum) > tolerance {
            let problem = Problem::new(Code::GeniusWeightSum).with("sum", nearest_f64(&sum).to_string());
            self.findings.report(problem.at(root.place.clone()));
        }
    }

    fn evaluations(&mut self, root: &Element<'_>, domain: &Domain) -> Stated<Evaluated> {
        let mut evaluations = Stated::default();
        for element in gather(root, "issue") {
            let Some(index) = self.index(element) else {
                evaluations.has_gaps = true;
                continue;
            };
            let Some(issue) = domain.issues.iter().find(|issue| issue.index == index) else {
                let name = element.attribute("name").map_or_else(|| index.to_string(), |name| name.value.to_string());
                self.refuse(Code::GeniusUnknownIssue, &name, &element.place);
                continue;
            };
            if evaluations.held.contains_key(&index) {
                self.refuse(Code::GeniusIndexTwice, &index.to_string(), &element.place);
                continue;
            }
            // What can't be evaluated was told; that the issue is there counts all the same.
            let how = self.how(element, issue).unwrap_or(How::Values(Vec::new()));
            evaluations.held.insert(index, Evaluated { place: element.place.clone(), how });
        }
        evaluations
    }

    fn how(&mut self, element: &Element<'_>, issue: &DomainIssue) -> Option<How> {
        let known = issue.kind.stated();
        let stated = self.stated_type(element)?.unwrap_or(known);
        if stated != known {
            let problem = named(Code::GeniusTypeDiffers, &issue.name).with("type", stated.word());
            self.findings.report(problem.with("other", known.word()).at(element.place.clone()));
            return None;
        }
        match &issue.kind {
            Kind::Discrete(values) => self.values_of(element, issue, values).map(How::Values),
            Kind::Numeric(from, to, kind) => self.evaluator(element, issue, (from, to), *kind).map(How::Amounts),
        }
    }

    fn values_of(&mut self, element: &Element<'_>, issue: &DomainIssue, values: &[String]) -> Option<Vec<Rational>> {
        let known: HashSet<&str> = values.iter().map(String::as_str).collect();
        let mut evaluations: HashMap<&str, Option<Rational>> = HashMap::new();
        for item in element.children.iter().filter(|child| child.name == "item") {
            let Some(value) = self.required(item, "value") else { continue };
            if known.contains(&*value.value) {
                let evaluation = self.evaluation(item, &value.value);
                let earlier = evaluations.insert(&value.value, evaluation.clone());
                if earlier.is_some_and(|earlier| earlier != evaluation) {
                    let problem = named(Code::GeniusEvaluationTwice, &value.value).with("other", shown(&issue.name));
                    self.findings.report(problem.at(value.place.clone()));
                }
            } else {
                let problem = named(Code::GeniusUnknownValue, &value.value).with("other", shown(&issue.name));
                let candidates = if self.findings.has_room() { values } else { &[] };
                let problem = near(problem, &value.value, candidates.iter().map(String::as_str));
                self.findings.report(problem.at(value.place.clone()));
            }
        }
        for value in values.iter().filter(|value| !evaluations.contains_key(value.as_str())) {
            let problem = named(Code::GeniusValueMissing, value).with("other", shown(&issue.name));
            self.findings.report(problem.at(element.place.clone()));
        }
        values.iter().map(|value| evaluations.get(value.as_str()).cloned().flatten()).collect()
    }

    fn evaluation(&mut self, item: &Element<'_>, value: &str) -> Option<Rational> {
        // GENIUS itself writes `null` where nothing was filled in.
        match item.attribute("evaluation").filter(|evaluation| evaluation.value != "null") {
            Some(evaluation) => self.number_in(evaluation),
            None => {
                self.refuse(Code::GeniusEvaluationMissing, value, &item.place);
                None
            }
        }
    }

    /// Reads the evaluator of a numeric issue with these bounds in the domain.
    fn evaluator(
        &mut self,
        element: &Element<'_>,
        issue: &DomainIssue,
        (from, to): (&Rational, &Rational),
        kind: Type,
    ) -> Option<Evaluator> {
        let Some(evaluator) = element.child("evaluator") else {
            self.refuse(Code::GeniusEvaluatorMissing, &issue.name, &element.place);
            return None;
        };
        let own = ["lowerbound", "upperbound"].map(|field| {
            let attribute = self.bound(element, field)?;
            self.amount_in(attribute)
        });
        if own.iter().zip([from, to]).any(|(own, known)| own.as_ref().is_some_and(|own| own != known)) {
            self.refuse(Code::GeniusBoundsDiffer, &issue.name, &element.place);
        }
        let [lower, _] = own;
        let shape = evaluator.attribute("ftype").map_or("linear", |shape| shape.value.trim());
        match shape.to_ascii_lowercase().as_str() {
            "linear" => self.line(evaluator, &lower.unwrap_or_else(|| from.clone()), kind),
            "triangular" => self.triangle(evaluator, issue, (from, to)),
            "constant" => self.number(evaluator, "parameter0").map(Evaluator::Constant),
            _ => {
                self.refuse(Code::GeniusEvaluator, shape, &evaluator.place);
                None
            }
        }
    }

    /// A line by `slope` and `offset` starts at the lower bound; the older one of real issues, by parameters, at 0.
    fn line(&mut self, evaluator: &Element<'_>, lower: &Rational, kind: Type) -> Option<Evaluator> {
        let is_older = kind == Type::Real && evaluator.attribute("slope").is_none();
        if is_older && evaluator.attribute("parameter1").is_some() {
            let (intercept, slope) = (self.number(evaluator, "parameter0"), self.number(evaluator, "parameter1"));
            return Some(Evaluator::Linear { slope: slope?, intercept: intercept? });
        }
        let (slope, offset) = (self.number(evaluator, "slope"), self.number(evaluator, "offset"));
        let slope = slope?;
        Some(Evaluator::Linear { intercept: offset? - &slope * lower, slope })
    }

    fn triangle(
        &mut self,
        evaluator: &Element<'_>,
        issue: &DomainIssue,
        (from, to): (&Rational, &Rational),
    ) -> Option<Evaluator> {
        let [low, high, top] =
            ["parameter0", "parameter1", "parameter2"].map(|parameter| self.number(evaluator, parameter));
        let (low, high, top) = (low?, high?, top?);
        if high <= low || top < low || high < top {
            self.refuse(Code::GeniusTriangle, &issue.name, &evaluator.place);
            return None;
        }
        if top == high && *from <= top && top <= *to {
            self.refuse(Code::GeniusTopAtEnd, &issue.name, &evaluator.place);
        }
        let triangle = Evaluator::Triangular { low, high, top };
        if from < to && triangle.curve(from, to, issue.step.as_ref()).is_none() {
            self.refuse(Code::GeniusJump, &issue.name, &evaluator.place);
        }
        Some(triangle)
    }

    /// The first element called `name`, wherever it stands; GENIUS looks at no other.
    fn stated<'e, 's>(&mut self, root: &'e Element<'s>, name: &str) -> Option<&'e Element<'s>> {
        let own = gather(root, name);
        if let Some(second) = own.get(1) {
            self.refuse(Code::GeniusStatedTwice, name, &second.place);
        }
        own.first().copied()
    }

    fn reservation(&mut self, root: &Element<'_>) -> Option<Rational> {
        let element = self.stated(root, "reservation")?;
        self.hundredth(element, "value")
    }

    fn discount(&mut self, root: &Element<'_>) -> Option<Rational> {
        let element = self.stated(root, "discount_factor")?;
        let discount = self.number(element, "value")?;
        // GENIUS takes anything else for no discount, and 1 is none either.
        if discount <= Rational::zero() || Rational::one() <= discount {
            return None;
        }
        let problem = Problem::new(Code::GeniusDiscount).with("factor", nearest_f64(&discount).to_string());
        self.findings.report(problem.at(element.place.clone()));
        Some(discount)
    }
}
