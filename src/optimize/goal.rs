//! What is compared: the stages of each objective, and packages by where they leave everybody.
//!
//! Where a package leaves everybody is its *standing*: all gains, then all ratios (gain by the most that the party can
//! gain), then what the objective comes to in each world, in whole numbers or in points.

use std::cmp::Ordering;
use std::ops::Range;

use num_traits::Zero as _;

use super::model::Model;
use super::space::{Whole, float, gains_unit, smallest_sum};
use crate::domain::{Rational, nearest_f64};

/// Forms that are compared with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Everybody's gain.
    Gains,
    /// Gain by ideal gain, of those who can gain at all.
    Ratios,
    /// What the objective comes to in each world.
    Worlds,
    /// How far a package is from each of those chosen before.
    Distances,
}

/// How many forms each group has; in every list of forms they come first, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Groups {
    pub(crate) gains: usize,
    pub(crate) ratios: usize,
    pub(crate) worlds: usize,
    pub(crate) distances: usize,
}

impl Groups {
    pub(crate) fn of(model: &Model) -> Self {
        Self {
            gains: model.stakes.len(),
            ratios: model.ratios.len(),
            worlds: model.worlds.len(),
            distances: model.distances.len(),
        }
    }

    /// Where a group stands in a list of forms.
    pub(crate) fn range(self, group: Group) -> Range<usize> {
        let worlds = self.gains + self.ratios;
        let distances = worlds + self.worlds;
        match group {
            Group::Gains => 0..self.gains,
            Group::Ratios => self.gains..worlds,
            Group::Worlds => worlds..distances,
            Group::Distances => distances..self.compared(),
        }
    }

    /// How many forms objectives compare: all groups together.
    pub(crate) fn compared(self) -> usize {
        self.gains + self.ratios + self.worlds + self.distances
    }
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
    Product(Over),
    /// Nothing: any package will do.
    Nothing,
}

/// Which product of gains, where there is one per world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Over {
    /// The smallest one; the only one where there is one.
    Worst,
    /// That of the base world.
    Base,
}

/// What comes first in an objective; ties go on to leximin of the gains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Primary {
    /// One measure after the other.
    Measures(Vec<Measure>),
    /// All of leximin over a group.
    Leximin(Group),
}

/// An objective over packages of a certain shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Goal {
    pub(crate) primary: Primary,
    groups: Groups,
    /// Of which gains each ratio and then each world is the sum, by what each gain is multiplied, and what is added.
    derived: Vec<(Vec<(usize, Rational)>, Rational)>,
    /// Which gains each product is over.
    products: Vec<Vec<usize>>,
    /// What 1 of the gains' whole numbers is in points: products over more gains have more of it.
    unit: Rational,
}

impl Goal {
    /// The goal that starts with `primary`, over the packages of `model`.
    pub(crate) fn new(primary: Primary, model: &Model) -> Self {
        let derived = model.ratios.iter().chain(&model.worlds);
        Self {
            primary,
            groups: Groups::of(model),
            derived: derived.map(|derived| (derived.of.clone(), derived.plus.clone())).collect(),
            products: model.products.clone(),
            unit: gains_unit(model),
        }
    }

    /// The measures in order of importance.
    pub(crate) fn stages(&self) -> Vec<Measure> {
        let leximin = |group: Group, count: usize| (1..=count).map(move |k| Measure::Smallest(group, k));
        let first: Vec<Measure> = match &self.primary {
            Primary::Measures(measures) => measures.clone(),
            Primary::Leximin(Group::Gains) => Vec::new(),
            Primary::Leximin(group) => leximin(*group, self.groups.range(*group).len()).collect(),
        };
        first.into_iter().chain(leximin(Group::Gains, self.groups.gains)).collect()
    }

    /// How many of the stages are the objective's own; the others only decide between its ties.
    pub(crate) fn own_stages(&self) -> usize {
        match &self.primary {
            Primary::Measures(measures) => measures.len(),
            Primary::Leximin(group) => self.groups.range(*group).len(),
        }
    }

    /// The measure that comes before all others.
    pub(crate) fn first_measure(&self) -> Measure {
        self.stages().into_iter().next().unwrap_or(Measure::Nothing)
    }

    /// The standing of a package with these gains, in points.
    pub(crate) fn standing(&self, gains: &[Rational]) -> Vec<Rational> {
        let sum = |of: &[(usize, Rational)]| -> Rational { of.iter().map(|(at, factor)| &gains[*at] * factor).sum() };
        let derived = self.derived.iter().map(|(of, plus)| sum(of) + plus);
        gains.iter().cloned().chain(derived).collect()
    }

    /// A measure of a standing in points.
    pub(crate) fn value(&self, measure: &Measure, standing: &[Rational]) -> Rational {
        let smallest = |group: Group, count: usize| {
            let mut values = standing[self.groups.range(group)].to_vec();
            values.sort();
            values.into_iter().take(count).sum()
        };
        match measure {
            // Gains don't tell it: it comes first, and what is compared has reached the same.
            Measure::Smallest(Group::Distances, _) => Rational::zero(),
            Measure::Sum => smallest(Group::Gains, self.groups.gains),
            Measure::Form(form) => standing.get(*form).cloned().unwrap_or_default(),
            Measure::Smallest(group, count) => smallest(*group, *count),
            Measure::Product(over) => {
                smallest_product(&self.products, *over, |factors| product(factors.iter().map(|at| &standing[*at])))
            }
            Measure::Nothing => Rational::zero(),
        }
    }

    /// Compares what the objective itself tells apart: packages that are equal here are tied.
    pub(crate) fn compare_objective<N: Whole>(&self, standing: &[N], other: &[N]) -> Ordering {
        match &self.primary {
            Primary::Leximin(group) => {
                compare_leximin(&standing[self.groups.range(*group)], &other[self.groups.range(*group)])
            }
            Primary::Measures(measures) => {
                let mut compared = measures.iter().map(|measure| self.compare_measure(measure, standing, other));
                compared.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
            }
        }
    }

    fn compare_measure<N: Whole>(&self, measure: &Measure, standing: &[N], other: &[N]) -> Ordering {
        let smallest = |standing: &[N], group, count| smallest_sum(&standing[self.groups.range(group)], count);
        let compare = |group, count| smallest(standing, group, count).cmp(&smallest(other, group, count));
        match measure {
            Measure::Form(form) => standing[*form].cmp(&other[*form]),
            Measure::Product(over) => self.compare_products(*over, standing, other),
            Measure::Smallest(group, count) => compare(*group, *count),
            Measure::Sum => compare(Group::Gains, self.groups.gains),
            Measure::Nothing => Ordering::Equal,
        }
    }

    /// Compares objective first, then leximin of the gains.
    pub(crate) fn compare<N: Whole>(&self, standing: &[N], other: &[N]) -> Ordering {
        let leximin = || compare_leximin(&standing[..self.groups.gains], &other[..self.groups.gains]);
        self.compare_objective(standing, other).then_with(leximin)
    }

    /// As [`Goal::compare_objective`], of gains in points.
    pub(crate) fn compare_objective_points(&self, gains: &[Rational], others: &[Rational]) -> Ordering {
        let (standing, other) = (self.standing(gains), self.standing(others));
        match &self.primary {
            Primary::Leximin(group) => {
                compare_leximin(&standing[self.groups.range(*group)], &other[self.groups.range(*group)])
            }
            Primary::Measures(measures) => {
                let value = |standing: &[Rational]| -> Vec<Rational> {
                    measures.iter().map(|measure| self.value(measure, standing)).collect()
                };
                value(&standing).cmp(&value(&other))
            }
        }
    }

    /// As [`Goal::compare`], of gains in points.
    pub(crate) fn compare_points(&self, gains: &[Rational], others: &[Rational]) -> Ordering {
        self.compare_objective_points(gains, others).then_with(|| compare_leximin(gains, others))
    }

    /// Compares products by their logarithms where these are clearly apart, else exactly.
    fn compare_products<N: Whole>(&self, over: Over, standing: &[N], other: &[N]) -> Ordering {
        let unit = nearest_f64(&self.unit);
        let logarithm = |standing: &[N]| -> f64 {
            let of = |factors: &[usize]| factors.iter().map(|at| (float(&standing[*at]) * unit).ln()).sum::<f64>();
            chosen(&self.products, over).map(|factors| of(factors)).fold(f64::INFINITY, f64::min)
        };
        let (one, two) = (logarithm(standing), logarithm(other));
        if (one - two).abs() > 1e-9 * (1.0 + one.abs()) {
            return one.total_cmp(&two);
        }
        let points = |standing: &[N], at: &usize| &self.unit * Rational::from_integer(standing[*at].clone().into());
        let exact = |standing: &[N]| -> Rational {
            smallest_product(&self.products, over, |factors| {
                let factors: Vec<Rational> = factors.iter().map(|at| points(standing, at)).collect();
                product(factors.iter())
            })
        };
        exact(standing).cmp(&exact(other))
    }
}

/// The products that count: those over somebody.
pub(crate) fn chosen(products: &[Vec<usize>], over: Over) -> impl Iterator<Item = &Vec<usize>> {
    products.iter().take(if over == Over::Base { 1 } else { products.len() }).filter(|factors| !factors.is_empty())
}

/// The smallest of the products that count; 0 where there is none.
pub(crate) fn smallest_product(products: &[Vec<usize>], over: Over, value: impl Fn(&[usize]) -> Rational) -> Rational {
    chosen(products, over).map(|factors| value(factors)).min().unwrap_or_default()
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
