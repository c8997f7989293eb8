//! The packages of a ledger after all its numbers have moved at once.

use std::collections::BTreeMap;

use super::ledger::{Alternative, Figure, Form, Ledger, Person, Requirement};
use super::number::Number;
use super::parameter::Parameter;
use super::snapshot::{Snapshot, TOLERANCE};
use crate::domain::{PartyId, nearest_f64};

/// Where all numbers of a ledger are.
pub(super) struct Moved {
    /// By how much each candidate moves.
    candidates: Vec<f64>,
    /// Every person's weights.
    pub(super) weights: Vec<Vec<f64>>,
    /// By how much every no-deal moves, in points of score.
    no_deals: Vec<f64>,
}

/// A person's scale after the move: what a raw value of 0 scores, and the points for one of raw value.
struct Scale {
    cares: bool,
    origin: f64,
    unit: f64,
    no_deal: f64,
}

/// The numbers of a ledger, and what each moves.
pub(super) struct Movable {
    numbers: Vec<(Target, Range)>,
}

/// What a number moves.
enum Target {
    Candidate(usize),
    /// A person's weight on one of its interests.
    Weight(usize, usize),
    /// A person's no-deal.
    NoDeal(usize),
}

/// Where a number is, and between what and what it can be.
#[derive(Clone, Copy)]
struct Range {
    value: f64,
    low: f64,
    high: f64,
}

impl Movable {
    pub(super) fn new(ledger: &Ledger, numbers: &[Number]) -> Self {
        let candidates: BTreeMap<Parameter, usize> =
            ledger.candidates.iter().enumerate().map(|(at, candidate)| (*candidate, at)).collect();
        let person = |party: PartyId| ledger.people.iter().position(|person| person.party == party);
        let target = |parameter: Parameter| match parameter {
            Parameter::NoDeal { party, .. } => person(party).map(Target::NoDeal),
            Parameter::Weight { party, interest } => {
                let at = person(party)?;
                let interest = ledger.people[at].interests.iter().position(|known| *known == interest)?;
                Some(Target::Weight(at, interest))
            }
            parameter => candidates.get(&parameter).copied().map(Target::Candidate),
        };
        let movable = |number: &Number| {
            let [value, low, high] = [&number.value, &number.low, &number.high].map(nearest_f64);
            Some((target(number.parameter)?, Range { value, low, high }))
        };
        Self { numbers: numbers.iter().filter_map(movable).collect() }
    }

    /// Everything elsewhere: each number by the `next` part of its range, but never beyond it.
    pub(super) fn moved(&self, ledger: &Ledger, mut next: impl FnMut() -> f64) -> Moved {
        let mut moved = Moved::nothing(ledger);
        for (target, range) in &self.numbers {
            let to = (range.value + next() * (range.high - range.low)).clamp(range.low, range.high);
            let by = to - range.value;
            match target {
                Target::Candidate(at) => moved.candidates[*at] = by,
                Target::Weight(person, at) => moved.weights[*person][*at] += by,
                Target::NoDeal(person) => moved.no_deals[*person] = by,
            }
        }
        moved
    }
}

impl Moved {
    /// Everything where it is.
    pub(super) fn nothing(ledger: &Ledger) -> Self {
        Self {
            candidates: vec![0.0; ledger.candidates.len()],
            weights: ledger.people.iter().map(|person| person.weights.clone()).collect(),
            no_deals: vec![0.0; ledger.people.len()],
        }
    }

    fn value(&self, figure: &Figure) -> f64 {
        figure.value + figure.sources.iter().map(|(source, factor)| self.candidates[*source] * factor).sum::<f64>()
    }

    fn raw(&self, weights: &[f64], row: &[Figure]) -> f64 {
        row.iter().zip(weights).map(|(figure, weight)| self.value(figure) * weight).sum()
    }

    /// Whether this person tells any reference decision from another if these are its weights.
    pub(super) fn cares(mut self, ledger: &Ledger, at: usize, weights: Vec<f64>) -> bool {
        self.weights[at] = weights;
        self.scale(ledger, at).cares
    }

    /// The ledger as if nothing had ever been otherwise, with the same packages.
    pub(super) fn ledger(&self, ledger: &Ledger) -> Ledger {
        let plain = |figure: &Figure| Figure::plain(self.value(figure));
        let rows = |rows: &Vec<Vec<Figure>>| rows.iter().map(|row| row.iter().map(plain).collect()).collect();
        let person = |(at, person): (usize, &Person)| {
            let (figures, reference) = (person.figures.iter().map(rows), person.reference.iter().map(rows));
            let weights = self.weights[at].clone();
            let no_deal = person.no_deal.as_ref().map(|_| self.scale(ledger, at).no_deal);
            Person {
                has_floor: person.has_floor,
                no_deal: no_deal.map(|score| Alternative::Score(Figure::plain(score))),
                ..Person::new(person.party, person.interests.clone(), weights, figures.collect(), reference.collect())
            }
        };
        let requirement = |requirement: &Requirement| {
            let form = match &requirement.form {
                Form::Sum { constant, figures, .. } => {
                    let figures = figures.iter().map(|row| row.iter().map(plain).collect()).collect();
                    Form::Sum { constant: plain(constant), figures, sums: Vec::new() }
                }
                Form::Score { person, level } => Form::Score { person: *person, level: *level },
            };
            Requirement { form, is_equal: requirement.is_equal }
        };
        let moved = Ledger {
            people: ledger.people.iter().enumerate().map(person).collect(),
            requirements: ledger.requirements.iter().map(requirement).collect(),
            ..ledger.clone()
        };
        moved.listing(ledger.chosen[..ledger.issues.len()].to_vec(), ledger.len())
    }

    /// The packages that can be agreed then.
    pub(super) fn snapshot(&self, ledger: &Ledger) -> Snapshot {
        let scales: Vec<Scale> = (0..ledger.people.len()).map(|at| self.scale(ledger, at)).collect();
        let raw: Vec<Vec<f64>> = (0..ledger.people.len()).map(|at| self.raw_values(ledger, at)).collect();
        let slacks =
            ledger.requirements.iter().map(|requirement| self.slacks(ledger, &requirement.form, &scales, &raw));
        let slacks: Vec<Vec<f64>> = slacks.collect();
        let people = (0..scales.len()).filter(|at| scales[*at].cares).collect();
        let gains = scales
            .iter()
            .zip(&raw)
            .map(|(scale, raw)| raw.iter().map(|raw| (raw - scale.origin) * scale.unit - scale.no_deal).collect());
        Snapshot::of(ledger, people, &slacks, &gains.collect::<Vec<Vec<f64>>>())
    }

    fn raw_values(&self, ledger: &Ledger, at: usize) -> Vec<f64> {
        let (person, weights) = (&ledger.people[at], &self.weights[at]);
        let of_issues = person.figures.iter().map(|rows| rows.iter().map(|row| self.raw(weights, row)).collect());
        ledger.added_up(0.0, of_issues)
    }

    fn scale(&self, ledger: &Ledger, at: usize) -> Scale {
        let (person, weights): (&Person, &[f64]) = (&ledger.people[at], &self.weights[at]);
        let (mut worst, mut best) = (0.0, 0.0);
        for rows in person.reference.iter().filter(|rows| !rows.is_empty()) {
            let values = || rows.iter().map(|row| self.raw(weights, row));
            worst += values().fold(f64::INFINITY, f64::min);
            best += values().fold(f64::NEG_INFINITY, f64::max);
        }
        let width = best - worst;
        let (origin, unit) = if ledger.percent { (worst, 100.0 / width) } else { (0.0, 1.0) };
        let no_deal = match &person.no_deal {
            None => 0.0,
            Some(Alternative::Score(figure)) => figure.value,
            Some(Alternative::Effects(row)) => (self.raw(weights, row) - origin) * unit,
        };
        Scale { cares: width > TOLERANCE, origin, unit, no_deal: no_deal + self.no_deals[at] }
    }

    fn slacks(&self, ledger: &Ledger, form: &Form, scales: &[Scale], raw: &[Vec<f64>]) -> Vec<f64> {
        match form {
            Form::Sum { constant, figures, .. } => {
                let of_issues = figures.iter().map(|row| row.iter().map(|figure| self.value(figure)).collect());
                ledger.added_up(self.value(constant), of_issues)
            }
            Form::Score { person, level } => {
                let scale = &scales[*person];
                let slack = |raw: &f64| if scale.cares { (raw - scale.origin) * scale.unit - level } else { -1.0 };
                raw[*person].iter().map(slack).collect()
            }
        }
    }
}
