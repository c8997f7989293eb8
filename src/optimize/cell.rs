//! Packages whose discrete part is fixed: one stretch or point per issue, with only amounts left to choose.
//!
//! Every form is then linear in how far along its stretch each amount lies, and so is the sum of the k smallest gains
//! once each has a level and a shortfall per party (Ogryczak and Sliwinski 2006). All of it is solved exactly.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use num_traits::{One as _, Zero as _};

use super::exact_lp::{Optimum, Polytope, Program, Row};
use super::goal::{Groups, Measure};
use super::model::{Linear, Model, Piece};
use crate::domain::{Rational, integer};

/// The amounts that are left when every decision has its stretch or point.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    pub(super) model: &'a Model,
    pub(super) choice: &'a [usize],
    /// The largest products that are known, by choices.
    pub(super) peaks: Option<&'a Peaks>,
    /// The decisions that are stretches; the variables say how far along each is, from 0 to 1.
    stretches: Vec<usize>,
    /// Every form: gains first, then requirements.
    pub(super) forms: Vec<Affine>,
}

/// `constant` plus `slopes . x`.
#[derive(Clone, Debug)]
pub(super) struct Affine {
    pub(super) constant: Rational,
    pub(super) slopes: Vec<Rational>,
}

/// The best amounts in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    /// The measure.
    pub(crate) value: Rational,
    /// The gains, in points.
    pub(crate) gains: Vec<Rational>,
    /// The amount of each decision that is a stretch.
    pub(crate) amounts: Vec<Option<Rational>>,
}

/// The amounts with the largest product in every cell that was looked into; nothing where there are none.
pub(crate) type Peaks = RefCell<BTreeMap<Vec<usize>, Option<Settled>>>;

/// The corners of a cell and which of them have an edge between them.
#[derive(Clone, Debug)]
pub(super) struct CellShape {
    pub(super) corners: Vec<Settled>,
    pub(super) edges: BTreeSet<(usize, usize)>,
}

impl<'a> Cell<'a> {
    /// The cell of `model` with alternative `choice[d]` of each decision.
    pub(crate) fn new(model: &'a Model, choice: &'a [usize]) -> Self {
        let is_stretch = |at: &usize| matches!(model.decisions[*at].pieces[choice[*at]], Piece::Stretch { .. });
        let stretches: Vec<usize> = (0..choice.len()).filter(is_stretch).collect();
        let forms = model.forms().map(|form| Affine::new(form, choice, &stretches)).collect();
        Self { model, choice, peaks: None, stretches, forms }
    }

    /// The same, with the largest products that are known.
    pub(crate) fn remembering(self, peaks: &'a Peaks) -> Self {
        Self { peaks: Some(peaks), ..self }
    }

    /// The amounts with the largest `measure` among those that keep the floors (0 for each form in `floors`) and reach
    /// every guard; `None` if no amounts do.
    pub(crate) fn maximise(
        &self,
        measure: &Measure,
        floors: &[bool],
        guards: &[(Measure, Rational)],
    ) -> Option<Settled> {
        if let Measure::Product(over) = measure {
            return self.largest_product(*over, floors, guards);
        }
        let mut program = self.program(floors, guards);
        let objective = self.express(&mut program, measure);
        program.objective = padded(objective.slopes, width(&program));
        let optimum = program.maximise()?;
        Some(self.settle(objective.constant + &optimum.value, &optimum))
    }

    /// The amounts with the largest sum of gains, each times its weight, among those that keep the floors.
    pub(super) fn toward(&self, weights: &[Rational], floors: &[bool]) -> Option<Settled> {
        let mut program = self.program(floors, &[]);
        let weighed = |weight: &Rational, gain: &Affine| Affine {
            constant: weight * &gain.constant,
            slopes: gain.slopes.iter().map(|slope| weight * slope).collect(),
        };
        let sum = weights.iter().zip(&self.forms).map(|(weight, gain)| weighed(weight, gain));
        let objective = sum.fold(Affine::zero(), |sum, gain| sum.plus(&gain));
        program.objective = padded(objective.slopes, width(&program));
        let optimum = program.maximise()?;
        Some(self.settle(objective.constant + &optimum.value, &optimum))
    }

    /// The corners of what keeps the floors, each with its gains, and the edges between them; of cells with more than
    /// `most` bases only some.
    pub(super) fn shape(&self, floors: &[bool], most: usize) -> CellShape {
        let program = self.program(floors, &[]);
        let Polytope { points, edges } = program.polytope(most);
        let corner = |point: Vec<Rational>| self.settle(Rational::zero(), &Optimum { value: Rational::zero(), point });
        CellShape { corners: points.into_iter().map(corner).collect(), edges }
    }

    /// The smallest amounts that keep the floors and reach every guard: the first issue's first, then the second's.
    pub(crate) fn first_amounts(&self, floors: &[bool], guards: &[(Measure, Rational)]) -> Option<Settled> {
        let mut program = self.program(floors, guards);
        let width = width(&program);
        let mut settled = None;
        for variable in 0..self.stretches.len() {
            program.objective = vec![Rational::zero(); width];
            program.objective[variable] = -Rational::one();
            let optimum = program.maximise()?;
            let mut coefficients = vec![Rational::zero(); width];
            coefficients[variable] = Rational::one();
            program.rows.push(Row { coefficients, limit: optimum.point[variable].clone() });
            settled = Some(optimum);
        }
        program.objective = vec![Rational::zero(); width];
        let optimum = settled.map_or_else(|| program.maximise(), Some)?;
        Some(self.settle(Rational::zero(), &optimum))
    }

    /// The rows of the floors, of the guards and of every stretch's end.
    pub(super) fn program(&self, floors: &[bool], guards: &[(Measure, Rational)]) -> Program {
        let mut program = Program { objective: vec![Rational::zero(); self.stretches.len()], rows: Vec::new() };
        for variable in 0..self.stretches.len() {
            let mut coefficients = vec![Rational::zero(); self.stretches.len()];
            coefficients[variable] = Rational::one();
            program.rows.push(Row { coefficients, limit: Rational::one() });
        }
        for (form, _) in self.forms.iter().zip(floors).filter(|(_, has_floor)| **has_floor) {
            program.rows.push(form.at_least(&Rational::zero()));
        }
        for (measure, value) in guards {
            let expressed = self.express(&mut program, measure);
            program.rows.push(expressed.at_least(value));
        }
        program
    }

    /// A linear expression that is at most the measure, and equal to it where it is made as large as it can be.
    fn express(&self, program: &mut Program, measure: &Measure) -> Affine {
        let gains = &self.forms[..self.model.stakes.len()];
        match measure {
            // Products aren't linear: they have a method of their own.
            Measure::Nothing | Measure::Product(_) => Affine::zero(),
            Measure::Form(form) => self.forms[*form].clone(),
            Measure::Sum => gains.iter().fold(Affine::zero(), |sum, gain| sum.plus(gain)),
            Measure::Smallest(group, count) => {
                let gains = &self.forms[Groups::of(self.model).range(*group)];
                // count * level - shortfalls, shortfall >= level - gain; the level is a difference, to be of any sign.
                let level = width(program);
                program.objective.extend(vec![Rational::zero(); 2 + gains.len()]);
                let mut slopes = vec![Rational::zero(); level + 2 + gains.len()];
                slopes[level] = integer(*count as i64);
                slopes[level + 1] = -integer(*count as i64);
                for (party, gain) in gains.iter().enumerate() {
                    let shortfall = level + 2 + party;
                    slopes[shortfall] = -Rational::one();
                    let mut coefficients = padded(gain.slopes.iter().map(|slope| -slope).collect(), shortfall + 1);
                    coefficients[level] = Rational::one();
                    coefficients[level + 1] = -Rational::one();
                    coefficients[shortfall] = -Rational::one();
                    program.rows.push(Row { coefficients, limit: gain.constant.clone() });
                }
                Affine { constant: Rational::zero(), slopes }
            }
        }
    }

    /// How far along its stretch each amount lies; `None` if one lies outside.
    pub(super) fn along(&self, amounts: &[Option<Rational>]) -> Option<Vec<Rational>> {
        let along = |at: &usize| match (&self.model.decisions[*at].pieces[self.choice[*at]], &amounts[*at]) {
            (Piece::Stretch { from, to }, Some(amount)) if from <= amount && amount <= to => {
                Some((amount - from) / (to - from))
            }
            _ => None,
        };
        self.stretches.iter().map(along).collect()
    }

    pub(super) fn settle(&self, value: Rational, optimum: &Optimum) -> Settled {
        let along = &optimum.point[..self.stretches.len()];
        let mut amounts = vec![None; self.choice.len()];
        for (at, along) in self.stretches.iter().zip(along) {
            if let Piece::Stretch { from, to } = &self.model.decisions[*at].pieces[self.choice[*at]] {
                amounts[*at] = Some(from + (to - from) * along);
            }
        }
        let gains = self.forms[..self.model.stakes.len()].iter().map(|gain| gain.at(along)).collect();
        Settled { value, gains, amounts }
    }
}

impl Affine {
    fn new(form: &Linear, choice: &[usize], stretches: &[usize]) -> Self {
        let starts = form.parts.iter().zip(choice).map(|(parts, taken)| &parts[*taken].start);
        let slope = |at: &usize| {
            let part = &form.parts[*at][choice[*at]];
            &part.end - &part.start
        };
        Self { constant: &form.constant + starts.sum::<Rational>(), slopes: stretches.iter().map(slope).collect() }
    }

    fn zero() -> Self {
        Self { constant: Rational::zero(), slopes: Vec::new() }
    }

    fn plus(self, other: &Self) -> Self {
        let length = self.slopes.len().max(other.slopes.len());
        let slopes = padded(self.slopes, length);
        let others = padded(other.slopes.clone(), length);
        Self {
            constant: self.constant + &other.constant,
            slopes: slopes.into_iter().zip(others).map(|(a, b)| a + b).collect(),
        }
    }

    fn at_least(&self, floor: &Rational) -> Row {
        Row { coefficients: self.slopes.iter().map(|slope| -slope).collect(), limit: &self.constant - floor }
    }

    pub(super) fn at(&self, along: &[Rational]) -> Rational {
        &self.constant + self.slopes.iter().zip(along).map(|(slope, along)| slope * along).sum::<Rational>()
    }
}

pub(super) fn width(program: &Program) -> usize {
    program.objective.len()
}

pub(super) fn padded(mut values: Vec<Rational>, length: usize) -> Vec<Rational> {
    values.resize(length.max(values.len()), Rational::zero());
    values
}
