//! The largest product of gains where amounts are continuous, to within a billionth part of it.
//!
//! The logarithm of a product is a sum of concave functions of the gains, and each of these lies below all its tangents.
//! So a linear programme over tangents bounds it, and where it bends the next tangents are taken (Kelley 1960), until the
//! bound and the product at hand agree. The amounts are exact numbers, and so are the gains that are told.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::LN_2;

use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use super::cell::{Cell, Settled, padded, width};
use super::exact_lp::Row;
use super::goal::{Measure, Over, chosen, product};
use super::search::logarithm;
use crate::domain::{Rational, integer};

/// How near the bound on the logarithm must come.
const NEAR: f64 = 1e-9;
/// After how many rounds to give up; each halves the distance at least, as measured.
const ROUNDS: usize = 60;
/// For how many rounds tangents that don't lie near what was found are left out again: the programme stays small, but
/// could go in circles.
const FORGETFUL: usize = 30;
/// By how much a logarithm is rounded up, to be a bound: well above the last digit of a float.
const UPWARDS: f64 = 1e-13;
/// Up to how many decimals amounts are rounded to.
const DECIMALS: u32 = 7;
/// In what parts of one the points are told where tangents are taken: coarse numbers keep the exact programme small.
const GRAIN: i64 = 1 << 30;
/// In what parts of one the height of a tangent is told.
const FINE: i64 = 1 << 44;
/// How often the way back from amounts that don't keep everything is halved.
const HALVINGS: u32 = 30;
/// By what part of it a world's product may be above the smallest one for the world to be one that may decide.
const BINDING: i64 = 1_000_000;
/// By what part of it the smallest product must be larger without a world, for that world to decide.
const RAISED: i64 = 10_000_000;

impl Cell<'_> {
    /// The amounts with the largest product of gains; `None` if no amounts keep the floors, reach every guard and leave
    /// everybody who can gain above no deal.
    ///
    /// Over several worlds the smallest of their products counts. Where that is guarded, the base world's product is made
    /// as large as it can be among amounts that don't give it up.
    pub(crate) fn largest_product(
        &self,
        over: Over,
        floors: &[bool],
        guards: &[(Measure, Rational)],
    ) -> Option<Settled> {
        let products: Vec<&[usize]> = chosen(&self.model.products, over).map(Vec::as_slice).collect();
        let is_product = |(measure, _): &&(Measure, Rational)| matches!(measure, Measure::Product(_));
        let level = guards.iter().find(is_product).map(|(_, level)| level);
        let straight: Vec<(Measure, Rational)> = guards.iter().filter(|guard| !is_product(guard)).cloned().collect();
        let peak = Peak { cell: self, floors, guards: straight, products, kept: Vec::new(), start: None };
        let Some(level) = level else { return self.remembered(&peak) };
        let worst: Vec<&[usize]> = chosen(&self.model.products, Over::Worst).map(Vec::as_slice).collect();
        let worst = Peak { products: worst, ..peak.clone() };
        let start = self.remembered(&worst).filter(|start| *level <= start.value)?;
        let settled = worst.deciding(&start);
        let open = worst.products.iter().filter(|factors| !settled.contains(factors));
        let kept = open.map(|factors| (*factors, level.clone())).collect();
        // In the worlds that decide, everybody's gain is the same wherever the smallest product is largest.
        let same = settled.iter().copied().flatten().map(|stake| (Measure::Form(*stake), start.gains[*stake].clone()));
        let guards = peak.guards.iter().cloned().chain(same).collect();
        let value = peak.value(&start.gains);
        Peak { guards, kept, start: Some(Settled { value, ..start }), ..peak }.find_short()
    }

    /// What a search finds, looked up if it was done before: the stages of an objective come back to the same cells.
    fn remembered(&self, peak: &Peak<'_>) -> Option<Settled> {
        let Some(peaks) = self.peaks.filter(|_| peak.guards.is_empty()) else { return peak.find_short() };
        if let Some(known) = peaks.borrow().get(self.choice) {
            return known.clone();
        }
        let found = peak.find_short();
        peaks.borrow_mut().insert(self.choice.to_vec(), found.clone());
        found
    }
}

/// A search for the amounts of a cell with the largest product of gains.
#[derive(Clone)]
struct Peak<'c> {
    cell: &'c Cell<'c>,
    floors: &'c [bool],
    /// Straight measures that must reach a value.
    guards: Vec<(Measure, Rational)>,
    /// The factors of the products of which the smallest is made as large as it can be.
    products: Vec<&'c [usize]>,
    /// The factors of products that must reach a value.
    kept: Vec<(&'c [usize], Rational)>,
    /// Amounts that are known to keep everything.
    start: Option<Settled>,
}

/// Where a stake's logarithm stands among the columns of a programme: a logarithm may be of any sign, so that it is the
/// difference of two columns.
type Columns = (usize, usize);

impl Peak<'_> {
    /// The smallest of the products.
    fn value(&self, gains: &[Rational]) -> Rational {
        self.products
            .iter()
            .map(|factors| product(factors.iter().map(|stake| &gains[*stake])))
            .min()
            .unwrap_or_default()
    }

    /// Whether every product that must reach a value does.
    fn keeps(&self, gains: &[Rational]) -> bool {
        self.kept.iter().all(|(factors, level)| *level <= product(factors.iter().map(|stake| &gains[*stake])))
    }

    /// The best amounts, with as few decimals as do no worse.
    fn find_short(&self) -> Option<Settled> {
        let best = self.find()?;
        Some(self.rounded(&best).unwrap_or(best))
    }

    /// The best amounts, of several the first by size as far as the gains say that they are as good.
    fn find(&self) -> Option<Settled> {
        let first = self.first_tangents()?;
        let mut tangents = first.clone();
        let mut best = self.start.clone();
        for round in 0..ROUNDS {
            let (bound, beyond) = self.below_tangents(&tangents)?;
            let candidate = self.drawn_back(&beyond);
            if let Some(candidate) = &candidate {
                let value = self.value(&candidate.gains);
                if value.is_positive() && best.as_ref().is_none_or(|best| best.value < value) {
                    best = Some(Settled { value, ..candidate.clone() });
                }
            }
            if best.as_ref().is_some_and(|best| bound - logarithm(&best.value) <= NEAR) {
                break;
            }
            for (stake, tangents) in &mut tangents {
                let smallest = tangents.first().cloned().unwrap_or_else(Rational::one);
                let gains = [Some(&beyond), candidate.as_ref()].into_iter().flatten().map(|of| &of.gains[*stake]);
                // Where a gain is nothing there is no tangent: halfway to the smallest one so far will do.
                tangents.extend(
                    gains.map(|gain| if gain.is_positive() { coarse(gain) } else { coarse(&(&smallest / two())) }),
                );
                if round < FORGETFUL {
                    let near = [Some(&beyond), best.as_ref()].into_iter().flatten().map(|of| &of.gains[*stake]);
                    *tangents =
                        first[stake].iter().cloned().chain(near.flat_map(|gain| nearest(tangents, gain))).collect();
                }
            }
        }
        self.with_first_amounts(best?)
    }

    /// Per factor, the gains at which tangents are taken first; `None` if somebody can't gain.
    fn first_tangents(&self) -> Option<BTreeMap<usize, BTreeSet<Rational>>> {
        let factors = self.products.iter().copied().chain(self.kept.iter().map(|(factors, _)| *factors));
        let stakes: BTreeSet<usize> = factors.flatten().copied().collect();
        let points = |stake: usize| {
            let most = self.cell.maximise(&Measure::Form(stake), self.floors, &self.guards)?.value;
            let part = |part: u32| coarse(&(&most / Rational::from_integer((1_i64 << part).into())));
            most.is_positive().then(|| (stake, (0..4).map(part).collect()))
        };
        stakes.into_iter().map(points).collect()
    }

    /// The amounts themselves if they keep everything, else those as near to them as do, on the way from the start.
    fn drawn_back(&self, beyond: &Settled) -> Option<Settled> {
        if self.keeps(&beyond.gains) {
            return Some(beyond.clone());
        }
        let start = self.start.as_ref()?;
        let mut part = Rational::zero();
        for halving in 1..=HALVINGS {
            let further = &part + Rational::new(1.into(), (1_i64 << halving).into());
            if self.keeps(&between(start, beyond, &further).gains) {
                part = further;
            }
        }
        Some(between(start, beyond, &part))
    }

    /// The worlds' products without which the smallest one couldn't be larger than it is at `best`: the gains they are
    /// over are the same wherever it is largest, since a product is larger halfway between different gains.
    fn deciding(&self, best: &Settled) -> Vec<&[usize]> {
        let above = |margin: i64| &best.value * (Rational::one() + Rational::new(1.into(), margin.into()));
        let is_near = |factors: &&[usize]| product(factors.iter().map(|stake| &best.gains[*stake])) <= above(BINDING);
        let (mut deciding, others): (Vec<&[usize]>, Vec<&[usize]>) = self.products.iter().partition(|of| is_near(of));
        let mut at = 0;
        while at < deciding.len() && deciding.len() > 1 {
            let rest = deciding.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, factors)| *factors);
            let without = Peak { products: rest.chain(others.iter().copied()).collect(), ..self.clone() };
            match without.find() {
                Some(found) if found.value <= above(RAISED) => _ = deciding.remove(at),
                _ => at += 1,
            }
        }
        deciding
    }

    /// The same with amounts of as few decimals as do no worse: a search ends beside a round number, not on it.
    fn rounded(&self, best: &Settled) -> Option<Settled> {
        (0..DECIMALS).find_map(|decimals| {
            let scale = Rational::from_integer(10_i64.pow(decimals).into());
            let round = |amount: &Rational| (amount * &scale).round() / &scale;
            let amounts: Vec<Option<Rational>> = best.amounts.iter().map(|of| of.as_ref().map(round)).collect();
            let along = self.cell.along(&amounts)?;
            let (forms, stakes) = (&self.cell.forms, self.cell.model.stakes.len());
            let kept = forms.iter().zip(self.floors).all(|(form, floor)| !floor || !form.at(&along).is_negative());
            let gains: Vec<Rational> = forms[..stakes].iter().map(|of| of.at(&along)).collect();
            let value = self.value(&gains);
            let reached = |(measure, level): &(Measure, Rational)| match measure {
                Measure::Form(form) => *level <= forms[*form].at(&along),
                _ => false,
            };
            let is_as_good = kept && self.guards.iter().all(reached) && self.keeps(&gains) && best.value <= value;
            is_as_good.then_some(Settled { value, gains, amounts })
        })
    }

    /// A bound on the logarithm of the smallest product, and the amounts at which the tangents reach it.
    fn below_tangents(&self, tangents: &BTreeMap<usize, BTreeSet<Rational>>) -> Option<(f64, Settled)> {
        let mut program = self.cell.program(self.floors, &self.guards);
        let start = width(&program);
        let pair = |at: usize| (start + 2 * at, start + 2 * at + 1);
        let logarithms: BTreeMap<usize, Columns> =
            tangents.keys().enumerate().map(|(at, of)| (*of, pair(at))).collect();
        let smallest = pair(logarithms.len());
        let columns = smallest.1 + 1;
        for (stake, points) in tangents {
            program.rows.extend(points.iter().map(|point| self.tangent(*stake, point, logarithms[stake], columns)));
        }
        // What is at most the sum of a product's logarithms, with `factor` times the smallest product.
        let below = |factors: &[usize], factor: i64, limit: Rational| {
            let mut coefficients = vec![Rational::zero(); columns];
            add(&mut coefficients, smallest, factor);
            factors.iter().for_each(|stake| add(&mut coefficients, logarithms[stake], -1));
            Row { coefficients, limit }
        };
        program.rows.extend(self.products.iter().map(|factors| below(factors, 1, Rational::zero())));
        let level = |level: &Rational| upwards(-logarithm(level));
        program.rows.extend(self.kept.iter().map(|(factors, least)| below(factors, 0, level(least))));
        program.objective = vec![Rational::zero(); columns];
        add(&mut program.objective, smallest, 1);
        let optimum = program.maximise()?;
        Some((optimum.value.to_f64()?, self.cell.settle(Rational::zero(), &optimum)))
    }

    /// `logarithm <= ln(point) + (gain - point) / point`, with the logarithm told by two columns.
    fn tangent(&self, stake: usize, point: &Rational, logarithm_at: Columns, columns: usize) -> Row {
        let gain = &self.cell.forms[stake];
        let slopes = gain.slopes.iter().map(|slope| -(slope / point)).collect();
        let mut coefficients = padded(slopes, columns);
        add(&mut coefficients, logarithm_at, 1);
        let height = upwards(logarithm(point)) - Rational::one();
        Row { coefficients, limit: height + &gain.constant / point }
    }

    /// Of all amounts with these gains for the factors the smallest ones, the first issue's first. Where the factors of
    /// several worlds don't settle everybody's gains, it is left to others which amounts are first.
    fn with_first_amounts(&self, best: Settled) -> Option<Settled> {
        let ([factors], None) = (self.products.as_slice(), &self.start) else { return Some(best) };
        let kept = factors.iter().map(|stake| (Measure::Form(*stake), best.gains[*stake].clone()));
        let guards: Vec<(Measure, Rational)> = self.guards.iter().cloned().chain(kept).collect();
        let first = self.cell.first_amounts(self.floors, &guards)?;
        let value = self.value(&first.gains);
        Some(Settled { value, ..first })
    }
}

/// What lies `part` of the way from one to another: amounts, and gains, which are straight in them.
fn between(start: &Settled, end: &Settled, part: &Rational) -> Settled {
    let mix = |start: &Rational, end: &Rational| start + part * (end - start);
    let amount = |(start, end): (&Option<Rational>, &Option<Rational>)| Some(mix(start.as_ref()?, end.as_ref()?));
    Settled {
        value: Rational::zero(),
        gains: start.gains.iter().zip(&end.gains).map(|(start, end)| mix(start, end)).collect(),
        amounts: start.amounts.iter().zip(&end.amounts).map(amount).collect(),
    }
}

/// Adds `factor` times what two columns tell as their difference.
fn add(coefficients: &mut [Rational], (plus, minus): Columns, factor: i64) {
    coefficients[plus] += integer(factor);
    coefficients[minus] -= integer(factor);
}

/// The numbers nearest to `value`: two from below and two from above.
fn nearest(numbers: &BTreeSet<Rational>, value: &Rational) -> Vec<Rational> {
    let below = numbers.range(..value.clone()).rev().take(2);
    below.chain(numbers.range(value.clone()..).take(2)).cloned().collect()
}

fn two() -> Rational {
    Rational::from_integer(2.into())
}

/// A number near `value` with few digits; never 0 for a positive one.
fn coarse(value: &Rational) -> Rational {
    let grain = Rational::from_integer(GRAIN.into());
    let rounded = (value * &grain).round() / &grain;
    if rounded.is_positive() { rounded } else { value.clone() }
}

/// A number of few digits that isn't below `value`.
fn upwards(value: f64) -> Rational {
    let scaled = ((value + UPWARDS * (1.0 + value.abs() / LN_2)) * FINE as f64).ceil();
    Rational::new((scaled as i64).into(), FINE.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tangent_is_never_below_its_logarithm() {
        for part in 1..2_000_i64 {
            let value = Rational::new(part.into(), 7.into());
            assert!(upwards(logarithm(&value)).to_f64().unwrap() >= logarithm(&value));
        }
    }
}
