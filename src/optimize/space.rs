//! The model in whole numbers: the same forms, scaled so that comparing is exact and fast.
//!
//! All gains share one unit, so that they can be added and compared across parties, and so do all ratios, all worlds and
//! all distances; each requirement and link has its own. The engines are generic over the width of the numbers and take
//! the narrowest that holds every sum.

use std::hash::Hash;
use std::ops::Range;

use dashu_int::IBig;
use dashu_int::ops::BitTest as _;
use num_integer::Integer;
use num_traits::{NumAssignRef, Signed, ToPrimitive};

use super::goal::{Group, Groups};
use super::model::{Linear, Model, Part};
use crate::domain::Rational;

/// A whole number of some width: `i64`, `i128` or [`IBig`].
pub(crate) trait Whole:
    Integer + Signed + Clone + Hash + NumAssignRef + ToPrimitive + TryFrom<IBig> + Into<IBig> + std::fmt::Debug
{
}

impl Whole for i64 {}
impl Whole for i128 {}
impl Whole for IBig {}

/// The model's forms in whole numbers: gains, ratios, worlds, distances, requirements, links.
#[derive(Clone, Debug)]
pub(crate) struct Space<N> {
    /// How many alternatives each decision has.
    pub(crate) sizes: Vec<usize>,
    groups: Groups,
    /// How many of the forms are links; they come last, and hold in every package there is.
    pub(crate) links: usize,
    /// Every gain, ratio and slack.
    pub(crate) forms: Vec<Form<N>>,
    /// What 1 is of each form.
    pub(crate) units: Vec<Rational>,
    /// Per group, the largest whole number that divides every possible difference within it.
    grains: [N; 4],
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
    let largest = |(form, scale): (&Linear, &IBig)| -> usize {
        let numbers = form.parts.iter().flatten().flat_map(|part| [&part.start, &part.end]).chain([&form.constant]);
        numbers.map(|number| scaled(number, scale).abs()).sum::<IBig>().bit_len()
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
        let groups = Groups::of(model);
        let grain = |forms: &[Form<N>]| {
            let numbers = forms.iter().flat_map(|form| form.most.iter().flatten().chain([&form.constant]));
            // Of two zeros not every width knows a divisor.
            let grain = numbers.filter(|number| !number.is_zero()).fold(N::zero(), |grain, number| grain.gcd(number));
            if grain.is_zero() || model.is_continuous() { N::one() } else { grain }
        };
        let grains = [Group::Gains, Group::Ratios, Group::Worlds, Group::Distances]
            .map(|group| grain(&forms[groups.range(group)]));
        Self {
            sizes: model.decisions.iter().map(|decision| decision.pieces.len()).collect(),
            groups,
            links: model.links.len(),
            forms,
            units: scales.into_iter().map(|scale| Rational::new(1.into(), scale)).collect(),
            grains,
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

    /// The forms of a group.
    pub(crate) fn range(&self, group: Group) -> Range<usize> {
        self.groups.range(group)
    }

    /// How many of the forms objectives compare: gains, ratios and worlds.
    pub(crate) fn compared(&self) -> usize {
        self.groups.compared()
    }

    /// These floors of the gains, none of what is derived from them, and 0 for every requirement and link.
    pub(crate) fn floors(&self, gains: impl Iterator<Item = Option<N>>) -> Vec<Option<N>> {
        let derived = self.range(Group::Gains).end..self.compared();
        let rows = self.compared()..self.forms.len();
        gains.chain(derived.map(|_| None)).chain(rows.map(|_| Some(N::zero()))).collect()
    }

    /// The floors that every package there is keeps: 0 for the links.
    pub(crate) fn links_only(&self) -> Vec<Option<N>> {
        let free = self.forms.len() - self.links;
        (0..self.forms.len()).map(|form| (free <= form).then(N::zero)).collect()
    }

    /// The largest whole number that divides every possible difference within a group.
    pub(crate) fn grain(&self, group: Group) -> &N {
        &self.grains[group as usize]
    }

    /// The values of a group at a package of points, in the group's unit.
    pub(crate) fn values(&self, group: Group, choice: &[usize]) -> Vec<N> {
        self.range(group).map(|form| self.value(form, choice)).collect()
    }

    /// What 1 is of a group: points of score, or percent.
    pub(crate) fn unit(&self, group: Group) -> Rational {
        self.units.get(self.range(group).start).cloned().unwrap_or_default()
    }

    /// `value` of the gains' unit in points of score.
    pub(crate) fn points(&self, value: &N) -> Rational {
        self.unit(Group::Gains) * Rational::from_integer(value.clone().into())
    }
}

impl<N: Whole> Form<N> {
    fn new(form: &Linear, scale: &IBig) -> Self {
        let whole = |value: &Rational| -> N {
            N::try_from(scaled(value, scale)).unwrap_or_else(|_| N::zero()) // `width` has checked that it fits.
        };
        let larger = |part: &Part| whole((&part.start).max(&part.end));
        Self {
            constant: whole(&form.constant),
            most: form.parts.iter().map(|parts| parts.iter().map(larger).collect()).collect(),
        }
    }
}

/// `value` times a scale that its denominator divides.
fn scaled(value: &Rational, scale: &IBig) -> IBig {
    value.numer() * (scale / value.denom())
}

/// What each form is multiplied by to become whole: one factor per group, one per requirement and link.
fn scales(model: &Model) -> Vec<IBig> {
    let denominators: Vec<IBig> = model.forms().map(denominator).collect();
    let groups = Groups::of(model);
    let own = denominators[groups.compared()..].to_vec();
    let common = |group: &[IBig]| group.iter().fold(IBig::from(1), |common, own| common.lcm(own));
    let alike = |group: &[IBig]| vec![common(group); group.len()];
    let group = |group: Group| alike(&denominators[groups.range(group)]);
    let compared = [Group::Gains, Group::Ratios, Group::Worlds, Group::Distances].map(group);
    [compared.concat(), own].concat()
}

/// What 1 of the gains' whole numbers is in points.
pub(crate) fn gains_unit(model: &Model) -> Rational {
    let gains = model.stakes.iter().map(|stake| denominator(&stake.gain));
    Rational::new(1.into(), gains.fold(IBig::from(1), |common, own| common.lcm(&own)))
}

fn denominator(form: &Linear) -> IBig {
    let numbers = form.parts.iter().flatten().flat_map(|part| [&part.start, &part.end]).chain([&form.constant]);
    numbers.fold(IBig::from(1), |common, number| common.lcm(&number.denom()))
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
