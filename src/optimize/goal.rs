//! What is compared: the stages of each objective, and packages by where they leave everybody.
//!
//! Where a package leaves everybody is its *standing*: all gains, then all ratios (gain by the most that the party can
//! gain), in whole numbers or in points.

use std::cmp::Ordering;
use std::ops::Range;

use num_traits::Zero as _;

use super::model::Model;
use super::space::{Whole, float, smallest_sum};
use crate::domain::Rational;

/// Forms that are compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Everybody's gain.
    Gains,
    /// Gain by ideal gain, of those who can gain at all.
    Ratios,
}

/// Something about a package that can be made as large as possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The sum of all gains.
    Sum,
    /// One form: a party's gain, or the slack of a requirement.
    Form(usize),
    /// The sum of the `k` smallest of a group. Leximin compares these for k = 1, 2, ... (Ogryczak and Sliwinski 2006).
    Smallest(Group, usize),
    /// The product of the gains of those who can gain (Nash 1950).
    Product,
    /// Nothing: any package will do.
    Nothing,
}

/// What comes first in an objective; ties go on to leximin of the gains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Primary {
    /// One measure.
    Measure(Measure),
    /// All of leximin over a group.
    Leximin(Group),
}

/// An objective over packages of a certain shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Goal {
    pub(crate) primary: Primary,
    /// How many gains there are.
    pub(crate) gains: usize,
    /// Of which gain each ratio is, and by what it is multiplied.
    pub(crate) ratios: Vec<(usize, Rational)>,
    /// Which gains the product is over.
    pub(crate) product: Vec<usize>,
}

impl Goal {
    /// The goal that starts with `primary`, over the packages of `model`.
    pub(crate) fn new(primary: Primary, model: &Model) -> Self {
        let ratios = model.ratios.iter().map(|ratio| (ratio.stake, ratio.factor.clone())).collect();
        Self { primary, gains: model.stakes.len(), ratios, product: model.product.clone() }
    }

    /// The measures in order of importance.
    pub(crate) fn stages(&self) -> Vec<Measure> {
        let leximin = |group: Group, count: usize| (1..=count).map(move |k| Measure::Smallest(group, k));
        let first: Vec<Measure> = match &self.primary {
            Primary::Measure(measure) => vec![measure.clone()],
            Primary::Leximin(Group::Gains) => Vec::new(),
            Primary::Leximin(Group::Ratios) => leximin(Group::Ratios, self.ratios.len()).collect(),
        };
        first.into_iter().chain(leximin(Group::Gains, self.gains)).collect()
    }

    /// The measure that comes before all others.
    pub(crate) fn first_measure(&self) -> Measure {
        self.stages().into_iter().next().unwrap_or(Measure::Nothing)
    }

    /// The standing of a package with these gains, in points.
    pub(crate) fn standing(&self, gains: &[Rational]) -> Vec<Rational> {
        let ratios = self.ratios.iter().map(|(stake, factor)| &gains[*stake] * factor);
        gains.iter().cloned().chain(ratios).collect()
    }

    /// A measure of a standing in points.
    pub(crate) fn value(&self, measure: &Measure, standing: &[Rational]) -> Rational {
        let smallest = |group: Group, count: usize| {
            let mut values = standing[self.range(group)].to_vec();
            values.sort();
            values.into_iter().take(count).sum()
        };
        match measure {
            Measure::Sum => smallest(Group::Gains, self.gains),
            Measure::Form(form) => standing.get(*form).cloned().unwrap_or_default(),
            Measure::Smallest(group, count) => smallest(*group, *count),
            Measure::Product => product(self.product.iter().map(|stake| &standing[*stake])),
            Measure::Nothing => Rational::zero(),
        }
    }

    /// Compares what the objective itself tells apart: packages that are equal here are tied.
    pub(crate) fn compare_objective<N: Whole>(&self, standing: &[N], other: &[N]) -> Ordering {
        let sum = |standing: &[N]| smallest_sum(&standing[..self.gains], self.gains);
        match &self.primary {
            Primary::Leximin(group) => compare_leximin(&standing[self.range(*group)], &other[self.range(*group)]),
            Primary::Measure(Measure::Form(form)) => standing[*form].cmp(&other[*form]),
            Primary::Measure(Measure::Product) => self.compare_products(standing, other),
            Primary::Measure(_) => sum(standing).cmp(&sum(other)),
        }
    }

    /// Compares objective first, then leximin of the gains.
    pub(crate) fn compare<N: Whole>(&self, standing: &[N], other: &[N]) -> Ordering {
        let leximin = || compare_leximin(&standing[..self.gains], &other[..self.gains]);
        self.compare_objective(standing, other).then_with(leximin)
    }

    /// As [`Goal::compare_objective`], of gains in points.
    pub(crate) fn compare_objective_points(&self, gains: &[Rational], others: &[Rational]) -> Ordering {
        let (standing, other) = (self.standing(gains), self.standing(others));
        match &self.primary {
            Primary::Leximin(group) => compare_leximin(&standing[self.range(*group)], &other[self.range(*group)]),
            Primary::Measure(measure) => self.value(measure, &standing).cmp(&self.value(measure, &other)),
        }
    }

    /// As [`Goal::compare`], of gains in points.
    pub(crate) fn compare_points(&self, gains: &[Rational], others: &[Rational]) -> Ordering {
        self.compare_objective_points(gains, others).then_with(|| compare_leximin(gains, others))
    }

    fn range(&self, group: Group) -> Range<usize> {
        match group {
            Group::Gains => 0..self.gains,
            Group::Ratios => self.gains..self.gains + self.ratios.len(),
        }
    }

    /// Compares products by their logarithms where these are clearly apart, else exactly.
    fn compare_products<N: Whole>(&self, standing: &[N], other: &[N]) -> Ordering {
        let logarithm = |standing: &[N]| -> f64 { self.product.iter().map(|at| float(&standing[*at]).ln()).sum() };
        let (one, two) = (logarithm(standing), logarithm(other));
        if (one - two).abs() > 1e-9 * (1.0 + one.abs()) {
            return one.total_cmp(&two);
        }
        let exact = |standing: &[N]| -> Rational {
            let factors: Vec<Rational> =
                self.product.iter().map(|at| Rational::from_integer(standing[*at].clone().into())).collect();
            product(factors.iter())
        };
        exact(standing).cmp(&exact(other))
    }
}

/// The product, or -1 if a factor is negative: worse than any package that leaves nobody below no deal.
pub(crate) fn product<'a>(factors: impl Iterator<Item = &'a Rational> + Clone) -> Rational {
    if factors.clone().any(|factor| *factor < Rational::zero()) {
        return Rational::from_integer((-1).into());
    }
    factors.product()
}

/// Compares the smallest, then the second smallest, and so on.
fn compare_leximin<T: Clone + Ord>(values: &[T], others: &[T]) -> Ordering {
    let sorted = |values: &[T]| -> Vec<T> {
        let mut values = values.to_vec();
        values.sort();
        values
    };
    sorted(values).cmp(&sorted(others))
}
