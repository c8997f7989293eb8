//! The largest product of gains where amounts are continuous, to within a billionth part of it.
//!
//! The logarithm of a product is a sum of concave functions of the gains, and each of these lies below all its tangents.
//! So a linear programme over tangents bounds it, and where it bends the next tangents are taken (Kelley 1960), until the
//! bound and the product at hand agree. The amounts are exact numbers, and so are the gains that are told.

use std::f64::consts::LN_2;

use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use super::cell::{Cell, Settled, padded, width};
use super::exact_lp::Row;
use super::goal::{Measure, product};
use super::search::logarithm;
use crate::domain::Rational;

/// How near the bound on the logarithm must come.
const NEAR: f64 = 1e-9;
/// After how many rounds to give up; each halves the distance at least, as measured.
const ROUNDS: usize = 60;
/// By how much a logarithm is rounded up, to be a bound: well above the last digit of a float.
const UPWARDS: f64 = 1e-13;
/// Up to how many decimals amounts are rounded to.
const DECIMALS: u32 = 7;
/// In what parts of one the points are told where tangents are taken: coarse numbers keep the exact programme small.
const GRAIN: i64 = 1 << 30;
/// In what parts of one the height of a tangent is told.
const FINE: i64 = 1 << 44;

impl Cell<'_> {
    /// The amounts with the largest product of gains; `None` if no amounts keep the floors and leave everybody who can
    /// gain above no deal.
    pub(crate) fn largest_product(&self, floors: &[bool], guards: &[(Measure, Rational)]) -> Option<Settled> {
        let factors = self.model.products.iter().find(|factors| !factors.is_empty())?;
        let mut tangents: Vec<Vec<Rational>> = Vec::new();
        for stake in factors {
            let most = self.maximise(&Measure::Form(*stake), floors, guards)?.value;
            if !most.is_positive() {
                return None;
            }
            let parts = (0..4).map(|part| coarse(&(&most / Rational::from_integer((1_i64 << part).into()))));
            tangents.push(parts.collect());
        }
        let mut best: Option<Settled> = None;
        for _ in 0..ROUNDS {
            let (bound, settled) = self.below_tangents(factors, &tangents, floors, guards)?;
            let gains: Vec<&Rational> = factors.iter().map(|stake| &settled.gains[*stake]).collect();
            let value = product(gains.iter().copied());
            for (tangents, gain) in tangents.iter_mut().zip(&gains) {
                // Where a gain is nothing there is no tangent: halfway to the smallest one so far will do.
                let smallest = tangents.iter().min().cloned().unwrap_or_else(Rational::one);
                tangents.push(coarse(&if gain.is_positive() { (*gain).clone() } else { smallest / two() }));
            }
            let is_better = best.as_ref().is_none_or(|best| best.value < value);
            if value.is_positive() && is_better {
                best = Some(Settled { value, ..settled });
            }
            if best.as_ref().is_some_and(|best| bound - logarithm(&best.value) <= NEAR) {
                break;
            }
        }
        let best = self.with_first_amounts(best?, factors, floors, guards)?;
        let rounded = if guards.is_empty() { self.rounded(&best, factors, floors) } else { None };
        Some(rounded.unwrap_or(best))
    }

    /// The same with amounts of as few decimals as do no worse: a search ends beside a round number, not on it.
    fn rounded(&self, best: &Settled, factors: &[usize], floors: &[bool]) -> Option<Settled> {
        (0..DECIMALS).find_map(|decimals| {
            let scale = Rational::from_integer(10_i64.pow(decimals).into());
            let round = |amount: &Rational| (amount * &scale).round() / &scale;
            let amounts: Vec<Option<Rational>> = best.amounts.iter().map(|of| of.as_ref().map(round)).collect();
            let along = self.along(&amounts)?;
            let kept = self.forms.iter().zip(floors).all(|(form, floor)| !floor || !form.at(&along).is_negative());
            let gains: Vec<Rational> = self.forms[..self.model.stakes.len()].iter().map(|of| of.at(&along)).collect();
            let value = product(factors.iter().map(|stake| &gains[*stake]));
            (kept && best.value <= value).then_some(Settled { value, gains, amounts })
        })
    }

    /// A bound on the logarithm of the product, and the amounts at which the tangents reach it.
    fn below_tangents(
        &self,
        factors: &[usize],
        tangents: &[Vec<Rational>],
        floors: &[bool],
        guards: &[(Measure, Rational)],
    ) -> Option<(f64, Settled)> {
        let mut program = self.program(floors, guards);
        let start = width(&program);
        // A logarithm may be of any sign: each is a difference of two variables.
        let columns = start + 2 * factors.len();
        program.objective = vec![Rational::zero(); columns];
        for (at, (stake, tangents)) in factors.iter().zip(tangents).enumerate() {
            let (plus, minus) = (start + 2 * at, start + 2 * at + 1);
            program.objective[plus] = Rational::one();
            program.objective[minus] = -Rational::one();
            for point in tangents {
                program.rows.push(self.tangent(*stake, point, (plus, minus), columns));
            }
        }
        let optimum = program.maximise()?;
        let bound = optimum.value.to_f64()?;
        Some((bound, self.settle(Rational::zero(), &optimum)))
    }

    /// `logarithm <= ln(point) + (gain - point) / point`, with the logarithm told by two columns.
    fn tangent(&self, stake: usize, point: &Rational, (plus, minus): (usize, usize), columns: usize) -> Row {
        let gain = &self.forms[stake];
        let slopes = gain.slopes.iter().map(|slope| -(slope / point)).collect();
        let mut coefficients = padded(slopes, columns);
        coefficients[plus] = Rational::one();
        coefficients[minus] = -Rational::one();
        let height = upwards(logarithm(point)) - Rational::one();
        Row { coefficients, limit: height + &gain.constant / point }
    }

    /// Of all amounts with these gains the smallest ones, the first issue's first.
    fn with_first_amounts(
        &self,
        best: Settled,
        factors: &[usize],
        floors: &[bool],
        guards: &[(Measure, Rational)],
    ) -> Option<Settled> {
        let kept = factors.iter().map(|stake| (Measure::Form(*stake), best.gains[*stake].clone()));
        let guards: Vec<(Measure, Rational)> = guards.iter().cloned().chain(kept).collect();
        let first = self.first_amounts(floors, &guards)?;
        let value = product(factors.iter().map(|stake| &first.gains[*stake]));
        Some(Settled { value, ..first })
    }
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
