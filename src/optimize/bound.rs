//! Proven upper bounds on a measure by Lagrangian relaxation.
//!
//! Take any multipliers `>= 0` on the gains and on the slacks above their floors. Where every floor holds, adding the
//! multiplied slacks can only raise a sum, and what remains falls apart into one small choice per issue (Geoffrion
//! 1974). For the sum of the k smallest gains any weights between 0 and 1 that add up to k give such a bound; for the
//! sum of all gains every weight is 1. Good multipliers make the bound tight, bad ones only loose: never wrong.

use std::ops::Range;

use super::goal::{Group, Groups, Measure};
use super::model::{Model, Part};
use super::space::{Space, Whole, float};
use super::walk::Row;
use crate::domain::{Rational, nearest_f64};

/// How far a float may be off, relative to the numbers that went into it: 1e-12 of these, with some thousand additions
/// at 1e-16 each, leaves a wide margin. The numbers, not their sum: where they cancel out, what is left is rounding, and
/// a part of it would be no margin at all.
const ROUNDING: f64 = 1e-12;
/// The smallest gain at which a tangent to a logarithm is started.
const FLOOR: f64 = 1e-6;

/// The forms as floats. Gains in points of score; each slack divided by its largest part, so that steps are alike.
#[derive(Clone, Debug)]
pub(crate) struct Relaxation {
    /// How many forms there are.
    pub(crate) forms: usize,
    groups: Groups,
    /// Which gains a product is over; of several the first over anybody, which is never smaller than the smallest.
    product: Vec<usize>,
    constants: Vec<f64>,
    /// Per form, the most that the numbers which are added up for it can come to, signs aside.
    sizes: Vec<f64>,
    /// What one unit of each form's whole numbers is here.
    units: Vec<f64>,
    decisions: Vec<Vec<Column>>,
}

/// What an alternative adds to each form, at its start and, for a stretch, at its end.
#[derive(Clone, Debug)]
struct Column {
    start: Vec<f64>,
    end: Option<Vec<f64>>,
}

/// Multipliers, one per form: on the measure and on the floors.
#[derive(Clone, Debug)]
pub(crate) struct Multipliers {
    /// How much each form counts in the measure.
    pub(crate) measure: Vec<f64>,
    /// How much each form counts above its floor; 0 for a form without one.
    pub(crate) floors: Vec<f64>,
}

/// A bound, and what attains it.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    /// Nothing below this node measures more, rounding included.
    pub(crate) value: f64,
    /// Per decision, the alternative that attains the bound (an index into the space, not the domain).
    pub(crate) choice: Vec<usize>,
    /// Per decision and alternative of its domain, how far the bound falls if it is taken.
    pub(crate) penalties: Vec<Vec<f64>>,
    /// Per form, its value at `choice` above its floor: the direction in which its multiplier should fall.
    pub(crate) surplus: Vec<f64>,
}

/// The alternatives that are still possible, per decision.
pub(crate) type Domains = Vec<Vec<usize>>;

impl Relaxation {
    /// Turns the forms of `model` into floats.
    pub(crate) fn new<N: Whole>(model: &Model, space: &Space<N>) -> Self {
        let compared = space.compared();
        let largest = |form: usize| space.forms[form].most.iter().flatten().map(|n| float(n).abs()).fold(0.0, f64::max);
        let factor = |form: usize| -> f64 {
            let points = nearest_f64(&space.units[form]);
            if form < compared || largest(form) == 0.0 { points } else { 1.0 / largest(form) }
        };
        let units: Vec<f64> = (0..space.forms.len()).map(factor).collect();
        let exact = |form: usize, value: &Rational| nearest_f64(&(value / &space.units[form])) * units[form];
        let column = |at: usize, taken: usize| {
            let parts: Vec<&Part> = model.forms().map(|form| &form.parts[at][taken]).collect();
            let side = |end: bool| -> Vec<f64> {
                let side = |part: &&Part| if end { part.end.clone() } else { part.start.clone() };
                parts.iter().enumerate().map(|(form, part)| exact(form, &side(part))).collect()
            };
            let is_point = parts.iter().all(|part| part.start == part.end);
            Column { start: side(false), end: (!is_point).then(|| side(true)) }
        };
        let constants: Vec<f64> = model.forms().enumerate().map(|(form, of)| exact(form, &of.constant)).collect();
        let decisions: Vec<Vec<Column>> =
            space.sizes.iter().enumerate().map(|(at, n)| (0..*n).map(|a| column(at, a)).collect()).collect();
        let largest_part = |columns: &Vec<Column>, form| columns.iter().map(|c| c.size(form)).fold(0.0, f64::max);
        let size = |form: usize| decisions.iter().map(|columns| largest_part(columns, form)).sum::<f64>();
        Self {
            forms: space.forms.len(),
            groups: Groups::of(model),
            product: model.products.iter().find(|factors| !factors.is_empty()).cloned().unwrap_or_default(),
            sizes: constants.iter().enumerate().map(|(form, constant)| constant.abs() + size(form)).collect(),
            constants,
            decisions,
            units,
        }
    }

    /// The forms of a group.
    pub(crate) fn range(&self, group: Group) -> Range<usize> {
        self.groups.range(group)
    }

    /// The gains that a product is over.
    pub(crate) fn product(&self) -> impl Iterator<Item = usize> {
        self.product.iter().copied()
    }

    /// How many alternatives each decision has.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = usize> {
        self.decisions.iter().map(Vec::len)
    }

    /// `value`, in whole numbers of form `form`, as a float of this relaxation.
    pub(crate) fn scaled<N: Whole>(&self, form: usize, value: &N) -> f64 {
        float(value) * self.units[form]
    }

    /// The forms at a package, each stretch at its start.
    pub(crate) fn values(&self, choice: &[usize]) -> Vec<f64> {
        let mut values = self.constants.clone();
        for (columns, taken) in self.decisions.iter().zip(choice) {
            values.iter_mut().zip(&columns[*taken].start).for_each(|(value, part)| *value += part);
        }
        values
    }

    /// Turns the forms at a package into those with `new` in place of `old` for decision `at`.
    pub(crate) fn exchange(&self, values: &mut [f64], at: usize, old: usize, new: usize) {
        let columns = &self.decisions[at];
        let parts = columns[old].start.iter().zip(&columns[new].start);
        values.iter_mut().zip(parts).for_each(|(value, (old, new))| *value += new - old);
    }

    /// A form over `domains` as a row that must reach a floor.
    pub(crate) fn floor_row(&self, form: usize, domains: &Domains, floor: f64) -> Row {
        let rounding = ROUNDING * (self.sizes[form] + floor.abs());
        self.row(domains, |column| column.most(form), floor - self.constants[form] - rounding)
    }

    /// A form of points over `domains` as a row that must not be above a ceiling.
    pub(crate) fn ceiling_row(&self, form: usize, domains: &Domains, ceiling: f64) -> Row {
        let rounding = ROUNDING * (self.sizes[form] + ceiling.abs());
        self.row(domains, |column| -column.start[form], self.constants[form] - ceiling - rounding)
    }

    /// The weighted sum of all forms over `domains` that bounds a measure, as a row: what measures `target` and keeps the
    /// floors is at least so much.
    pub(crate) fn target_row(
        &self,
        measure: &Measure,
        domains: &Domains,
        floors: &[Option<f64>],
        multipliers: &Multipliers,
        target: f64,
    ) -> Row {
        let weights = multipliers.weights();
        let least =
            target + multipliers.of_floors(floors).sum::<f64>() - self.tangents(measure, multipliers).sum::<f64>();
        let rounding = self.rounding(measure, floors, multipliers) + ROUNDING * target.abs();
        self.row(domains, |column| column.worth(&weights).0, least - dot(&weights, &self.constants) - rounding)
    }

    fn row(&self, domains: &Domains, figure: impl Fn(&Column) -> f64, least: f64) -> Row {
        let figures = |(columns, domain): (&Vec<Column>, &Vec<usize>)| {
            domain.iter().map(|taken| figure(&columns[*taken])).collect()
        };
        Row { figures: self.decisions.iter().zip(domains).map(figures).collect(), least, groups: 1 }
    }

    /// Multipliers to start from: equal weights on the measure, none on the floors.
    pub(crate) fn start(&self, measure: &Measure) -> Multipliers {
        let mut weights = vec![0.0; self.forms];
        match measure {
            Measure::Sum => weights[self.range(Group::Gains)].fill(1.0),
            Measure::Form(form) => weights[*form] = 1.0,
            Measure::Smallest(group, count) => {
                let range = self.range(*group);
                let share = *count as f64 / range.len() as f64;
                weights[range].fill(share);
            }
            // The tangent at half of what each could gain.
            Measure::Product(_) => {
                self.product().for_each(|stake| weights[stake] = 2.0 / self.largest(stake).max(FLOOR))
            }
            Measure::Nothing => {}
        }
        Multipliers { measure: weights, floors: vec![0.0; self.forms] }
    }

    /// Bounds the measure over `domains` with the given multipliers.
    pub(crate) fn bound(
        &self,
        measure: &Measure,
        domains: &Domains,
        floors: &[Option<f64>],
        multipliers: &Multipliers,
    ) -> Bound {
        let weights = multipliers.weights();
        let mut surplus = self.constants.clone();
        let mut value = dot(&weights, &surplus) + self.tangents(measure, multipliers).sum::<f64>();
        for ((multiplier, floor), above) in multipliers.floors.iter().zip(floors).zip(&mut surplus) {
            let floor = floor.unwrap_or(0.0);
            value -= multiplier * floor;
            *above -= floor;
        }
        let mut choice = Vec::with_capacity(domains.len());
        let mut penalties = Vec::with_capacity(domains.len());
        for (columns, domain) in self.decisions.iter().zip(domains) {
            let worth: Vec<(f64, bool)> = domain.iter().map(|taken| columns[*taken].worth(&weights)).collect();
            let (best, (most, at_end)) = first_largest(&worth);
            value += most;
            let column = &columns[domain[best]];
            let side = if at_end { column.end.as_ref().unwrap_or(&column.start) } else { &column.start };
            surplus.iter_mut().zip(side).for_each(|(sum, part)| *sum += part);
            choice.push(domain[best]);
            penalties.push(worth.into_iter().map(|(worth, _)| most - worth).collect());
        }
        let value = value + self.rounding(measure, floors, multipliers);
        Bound { value, choice, penalties, surplus }
    }

    /// The parts of a bound that the weights alone make. For a product, the bound is on its logarithm: the sum of the
    /// tangents to each logarithm, at 1 over the weight.
    fn tangents(&self, measure: &Measure, multipliers: &Multipliers) -> impl Iterator<Item = f64> {
        let is_product = matches!(measure, Measure::Product(_));
        self.product().filter(move |_| is_product).map(|stake| -multipliers.measure[stake].ln() - 1.0)
    }

    /// How far the sums that make a bound may be off: a package that is just good enough must not be lost to it.
    fn rounding(&self, measure: &Measure, floors: &[Option<f64>], multipliers: &Multipliers) -> f64 {
        let added = multipliers.of_floors(floors).chain(self.tangents(measure, multipliers)).map(f64::abs).sum::<f64>();
        ROUNDING * (dot(&multipliers.weights(), &self.sizes) + added)
    }

    /// The most that a form can come to.
    fn largest(&self, form: usize) -> f64 {
        let most =
            |columns: &Vec<Column>| columns.iter().map(|column| column.most(form)).fold(f64::NEG_INFINITY, f64::max);
        self.constants[form] + self.decisions.iter().map(most).sum::<f64>()
    }

    /// Moves the multipliers by `step` along the subgradient and back to where they are allowed.
    pub(crate) fn step(
        &self,
        measure: &Measure,
        floors: &[Option<f64>],
        multipliers: &mut Multipliers,
        bound: &Bound,
        step: f64,
    ) {
        for (form, floor) in floors.iter().enumerate() {
            if floor.is_some() {
                let moved = multipliers.floors[form] - step * bound.surplus[form];
                multipliers.floors[form] = moved.max(0.0);
            }
        }
        let value = |form: usize| bound.surplus[form] + floors[form].unwrap_or(0.0);
        if let Measure::Smallest(group, count) = measure {
            let range = self.range(*group);
            let moved = range.clone().map(|form| multipliers.measure[form] - step * value(form)).collect();
            multipliers.measure[range].copy_from_slice(&onto_capped_simplex(moved, *count as f64));
        }
        if matches!(measure, Measure::Product(_)) {
            for stake in self.product() {
                let weight = &mut multipliers.measure[stake];
                // Near 0 the logarithm is steep; no step may more than halve or double a weight.
                let moved = *weight - step * (value(stake) - 1.0 / *weight);
                *weight = moved.clamp(*weight / 2.0, *weight * 2.0);
            }
        }
        if matches!(measure, Measure::Nothing) {
            let total: f64 = multipliers.floors.iter().sum();
            if total > 1.0 {
                multipliers.floors.iter_mut().for_each(|multiplier| *multiplier /= total);
            }
        }
    }

    /// The squared length of the direction that [`Relaxation::step`] moves in.
    pub(crate) fn steepness(&self, measure: &Measure, floors: &[Option<f64>], m: &Multipliers, bound: &Bound) -> f64 {
        let of_floors = (0..self.forms).filter(|form| floors[*form].is_some());
        // A multiplier at 0 that would fall further doesn't move.
        let moving = of_floors.filter(|form| m.floors[*form] > 0.0 || bound.surplus[*form] < 0.0);
        let mut sum: f64 = moving.map(|form| bound.surplus[form].powi(2)).sum();
        let value = |form: usize| bound.surplus[form] + floors[form].unwrap_or(0.0);
        if let Measure::Smallest(group, _) = measure {
            let values = self.range(*group).map(value);
            let mean = values.clone().sum::<f64>() / values.len() as f64;
            sum += values.map(|value| (value - mean).powi(2)).sum::<f64>();
        }
        if matches!(measure, Measure::Product(_)) {
            sum += self.product().map(|stake| (value(stake) - 1.0 / m.measure[stake]).powi(2)).sum::<f64>();
        }
        sum
    }
}

impl Multipliers {
    /// How much each form counts, in the measure and above its floor together; never below 0.
    fn weights(&self) -> Vec<f64> {
        self.measure.iter().zip(&self.floors).map(|(measure, floor)| measure + floor).collect()
    }

    /// What each floor counts for.
    fn of_floors(&self, floors: &[Option<f64>]) -> impl Iterator<Item = f64> {
        self.floors.iter().zip(floors).map(|(multiplier, floor)| multiplier * floor.unwrap_or(0.0))
    }
}

impl Column {
    /// The largest number that it adds to a form, signs aside.
    fn size(&self, form: usize) -> f64 {
        self.end.as_ref().map_or(0.0, |end| end[form].abs()).max(self.start[form].abs())
    }

    /// The most that it adds to a form.
    fn most(&self, form: usize) -> f64 {
        self.end.as_ref().map_or(self.start[form], |end| self.start[form].max(end[form]))
    }

    /// The weighted sum at the better end, and whether that is the end of a stretch.
    fn worth(&self, weights: &[f64]) -> (f64, bool) {
        let start = dot(weights, &self.start);
        match self.end.as_ref().map(|end| dot(weights, end)) {
            Some(end) if start < end => (end, true),
            _ => (start, false),
        }
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn first_largest(worth: &[(f64, bool)]) -> (usize, (f64, bool)) {
    let mut best = (0, (f64::NEG_INFINITY, false));
    for (at, candidate) in worth.iter().enumerate() {
        if best.1.0 < candidate.0 {
            best = (at, *candidate);
        }
    }
    best
}

/// The nearest point whose entries lie in 0..1 and add up to `total`, by bisection on the shift.
fn onto_capped_simplex(mut values: Vec<f64>, total: f64) -> Vec<f64> {
    let sum_at = |shift: f64| -> f64 { values.iter().map(|value| (value - shift).clamp(0.0, 1.0)).sum() };
    let (mut low, mut high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value - 1.0), high.max(*value)));
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if sum_at(middle) < total { high = middle } else { low = middle }
    }
    values.iter_mut().for_each(|value| *value = (*value - low).clamp(0.0, 1.0));
    // The bound needs the sum to be `total` to the last bit that matters: spread what bisection left over.
    let left_over = total - values.iter().sum::<f64>();
    let inner: Vec<usize> = (0..values.len()).filter(|at| 0.0 < values[*at] && values[*at] < 1.0).collect();
    for at in &inner {
        values[*at] = (values[*at] + left_over / inner.len() as f64).clamp(0.0, 1.0);
    }
    values
}
