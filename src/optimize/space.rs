//! The model in whole numbers: the same forms, scaled so that comparing is exact and fast.
//!
//! All gains share one unit, so that they can be added and compared across parties; each requirement has its own. The
//! engines are generic over the width of the numbers and take the narrowest that holds every sum.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::{NumAssignRef, Signed, ToPrimitive};

use super::model::{Linear, Model, Part};
use crate::domain::Rational;

/// A whole number of some width: `i64`, `i128` or [`BigInt`].
pub(crate) trait Whole:
    Integer + Signed + Clone + NumAssignRef + ToPrimitive + TryFrom<BigInt> + Into<BigInt> + std::fmt::Debug
{
}

impl Whole for i64 {}
impl Whole for i128 {}
impl Whole for BigInt {}

/// The model's forms in whole numbers: gains first, then requirements.
#[derive(Clone, Debug)]
pub(crate) struct Space<N> {
    /// How many alternatives each decision has.
    pub(crate) sizes: Vec<usize>,
    /// How many of the forms are gains.
    pub(crate) gains: usize,
    /// Every gain and every slack.
    pub(crate) forms: Vec<Form<N>>,
    /// What 1 is of each form.
    pub(crate) units: Vec<Rational>,
    /// The largest whole number that divides every possible difference between two gains.
    pub(crate) grain: N,
}

/// A linear form in whole numbers.
#[derive(Clone, Debug)]
pub(crate) struct Form<N> {
    /// The part that doesn't depend on the package.
    pub(crate) constant: N,
    /// What each alternative adds at most: exact for a point, the larger end of a stretch.
    pub(crate) most: Vec<Vec<N>>,
}

/// The narrowest width that holds every sum of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Width {
    I64,
    I128,
    Big,
}

/// The width that holds every sum of gains and every slack of `model`, with room for adding all gains up.
pub(crate) fn width(model: &Model) -> Width {
    let scales = scales(model);
    let largest = |(form, scale): (&Linear, &BigInt)| -> u64 {
        let sum: Rational =
            form.parts.iter().flatten().flat_map(|part| [&part.start, &part.end]).map(Signed::abs).sum();
        ((sum + form.constant.abs()) * Ratio::from_integer(scale.clone())).to_integer().bits()
    };
    let bits = model.forms().zip(&scales).map(largest).max().unwrap_or(0);
    // Sums of k gains and differences of sums: well under 2^10 times a gain with up to 500 parties.
    match bits {
        0..=50 => Width::I64,
        51..=114 => Width::I128,
        _ => Width::Big,
    }
}

impl<N: Whole> Space<N> {
    /// Scales the forms of `model`. `N` must be at least as wide as [`width`] says.
    pub(crate) fn new(model: &Model) -> Self {
        let scales = scales(model);
        let forms: Vec<Form<N>> = model.forms().zip(&scales).map(|(form, scale)| Form::new(form, scale)).collect();
        let gains = model.stakes.len();
        let numbers = forms[..gains].iter().flat_map(|form| form.most.iter().flatten().chain([&form.constant]));
        let grain = numbers.fold(N::zero(), |grain, number| grain.gcd(number));
        Self {
            sizes: model.decisions.iter().map(|decision| decision.pieces.len()).collect(),
            gains,
            forms,
            units: scales.into_iter().map(|scale| Rational::new(1.into(), scale)).collect(),
            grain: if grain.is_zero() || model.is_continuous() { N::one() } else { grain },
        }
    }

    /// The value of form `form` at a package of points.
    pub(crate) fn value(&self, form: usize, choice: &[usize]) -> N {
        let form = &self.forms[form];
        let mut sum = form.constant.clone();
        for (parts, taken) in form.most.iter().zip(choice) {
            sum += &parts[*taken];
        }
        sum
    }

    /// The gains at a package of points, in the common unit.
    pub(crate) fn gains_at(&self, choice: &[usize]) -> Vec<N> {
        (0..self.gains).map(|form| self.value(form, choice)).collect()
    }

    /// `value` of the gains' unit in points of score.
    pub(crate) fn points(&self, value: &N) -> Rational {
        let unit = self.units.first().cloned().unwrap_or_default();
        unit * Rational::from_integer(value.clone().into())
    }
}

impl<N: Whole> Form<N> {
    fn new(form: &Linear, scale: &BigInt) -> Self {
        let whole = |value: &Rational| -> N {
            let scaled = (value * Ratio::from_integer(scale.clone())).to_integer();
            N::try_from(scaled).unwrap_or_else(|_| N::zero()) // `width` has checked that it fits.
        };
        let larger = |part: &Part| whole((&part.start).max(&part.end));
        Self {
            constant: whole(&form.constant),
            most: form.parts.iter().map(|parts| parts.iter().map(larger).collect()).collect(),
        }
    }
}

/// What each form is multiplied by to become whole: one factor for all gains, one for each requirement.
fn scales(model: &Model) -> Vec<BigInt> {
    let gains = model.stakes.iter().map(|stake| &stake.gain);
    let common = gains.map(denominator).fold(BigInt::from(1), |common, own| common.lcm(&own));
    let own = model.requirements.iter().map(|row| denominator(&row.slack));
    model.stakes.iter().map(|_| common.clone()).chain(own).collect()
}

fn denominator(form: &Linear) -> BigInt {
    let numbers = form.parts.iter().flatten().flat_map(|part| [&part.start, &part.end]).chain([&form.constant]);
    numbers.fold(BigInt::from(1), |common, number| common.lcm(number.denom()))
}

/// `value` as a float; whole numbers too large for one are infinite.
pub(crate) fn float<N: Whole>(value: &N) -> f64 {
    value.to_f64().unwrap_or(f64::INFINITY)
}

/// The sum of the `count` smallest of `values`.
pub(crate) fn smallest_sum<N: Whole>(values: &[N], count: usize) -> N {
    let mut sorted: Vec<&N> = values.iter().collect();
    sorted.sort();
    let mut sum = N::zero();
    for value in sorted.into_iter().take(count) {
        sum += value;
    }
    sum
}
