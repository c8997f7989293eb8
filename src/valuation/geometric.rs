//! The geometric mean of gains as a float: the nearest one, whatever logarithms make of it.

use std::cmp::Ordering;

use num_traits::{Zero as _, pow};

use crate::domain::{Rational, nearest_f64};

/// The float nearest to the geometric mean of the gains: 0 if one is 0, `None` if one is negative or none is known.
#[must_use]
pub fn nash(gains: &[Rational]) -> Option<f64> {
    let zero = Rational::zero();
    if gains.is_empty() || gains.iter().any(|gain| *gain < zero) {
        return None;
    }
    if gains.iter().any(Rational::is_zero) {
        return Some(0.0);
    }
    Some(Root { of: gains.iter().product(), degree: gains.len() }.nearest(estimate(gains)))
}

/// The geometric mean by logarithms, which strays by a few floats.
fn estimate(gains: &[Rational]) -> f64 {
    let logarithms: f64 = gains.iter().map(|gain| nearest_f64(gain).ln()).sum();
    let estimate = (logarithms / gains.len() as f64).exp();
    if estimate.is_nan() { 1.0 } else { estimate.min(f64::MAX) }
}

/// A root of a number above 0, which need not be a fraction.
struct Root {
    of: Rational,
    degree: usize,
}

impl Root {
    /// The nearest float, which is looked for from `start` on.
    ///
    /// The bits of floats from 0 up, read as whole numbers, are in the order of the floats.
    fn nearest(&self, start: f64) -> f64 {
        let (mut reached, mut stride) = (start.to_bits(), 1);
        while !self.reaches(reached) {
            (reached, stride) = (reached.saturating_sub(stride), 2 * stride);
        }
        let most = f64::MAX.to_bits();
        let (mut beyond, mut stride) = (reached + 1, 1);
        while beyond <= most && self.reaches(beyond) {
            (reached, beyond, stride) = (beyond, (beyond + stride).min(most + 1), 2 * stride);
        }
        while reached + 1 < beyond {
            let middle = reached.midpoint(beyond);
            if self.reaches(middle) {
                reached = middle;
            } else {
                beyond = middle;
            }
        }
        f64::from_bits(reached)
    }

    /// Whether the nearest float is the one of these bits or a larger one; halfway between two it is the even one.
    fn reaches(&self, bits: u64) -> bool {
        let Some(before) = bits.checked_sub(1) else { return true };
        let exact = |bits| Rational::from_float(f64::from_bits(bits)).unwrap_or_default();
        let halfway = (exact(before) + exact(bits)) / Rational::from_integer(2.into());
        match self.compare(&halfway) {
            Ordering::Greater => true,
            Ordering::Equal => bits.is_multiple_of(2),
            Ordering::Less => false,
        }
    }

    /// How the root compares to `value`, which isn't below 0.
    fn compare(&self, value: &Rational) -> Ordering {
        self.of.cmp(&pow(value.clone(), self.degree))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::integer;

    fn whole(gains: &[i64]) -> Option<f64> {
        nash(&gains.iter().map(|gain| integer(*gain)).collect::<Vec<_>>())
    }

    /// Whole numbers from 1 to `most` without an order to see in them.
    fn numbers(most: u64) -> impl Iterator<Item = u64> {
        let mut state = 1_u64;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            1 + (state >> 20) % most
        })
    }

    #[test]
    fn means_that_are_whole_come_out_whole() {
        assert_eq!(whole(&[25, 25]), Some(25.0));
        assert_eq!(whole(&[16, 25]), Some(20.0));
        assert_eq!(whole(&[9, 9, 9]), Some(9.0));
        for gain in 1..5_000 {
            assert_eq!(whole(&[gain]), Some(gain as f64));
            assert_eq!(whole(&[gain; 7]), Some(gain as f64));
            assert_eq!(whole(&[gain * gain, gain, 1]), Some(gain as f64));
        }
    }

    #[test]
    fn no_gain_makes_it_nothing_and_a_loss_undoes_it() {
        assert_eq!([whole(&[0, 9]), whole(&[-1, 9]), whole(&[-1, 0]), whole(&[])], [Some(0.0), None, None, None]);
    }

    /// Square roots of floats are exact to the last bit on every machine.
    #[test]
    fn of_two_gains_it_is_the_square_root_of_the_product() {
        let mut numbers = numbers(1 << 26);
        for _ in 0..20_000 {
            let (one, other) = (numbers.next().unwrap(), numbers.next().unwrap());
            assert_eq!(whole(&[one as i64, other as i64]), Some(((one * other) as f64).sqrt()), "{one} {other}");
        }
    }

    #[test]
    fn of_one_gain_or_equal_ones_it_is_the_nearest_float() {
        let mut numbers = numbers(1 << 60);
        for _ in 0..2_000 {
            let gain = Rational::new(numbers.next().unwrap().into(), numbers.next().unwrap().into());
            let nearest = Some(nearest_f64(&gain));
            assert_eq!([nash(std::slice::from_ref(&gain)), nash(&vec![gain.clone(); 5])], [nearest; 2], "{gain}");
        }
    }

    #[test]
    fn a_bad_start_makes_no_difference() {
        let root = Root { of: integer(2), degree: 2 };
        for start in [0.0, 1e-300, 1.0, 1.5, 1e300, f64::MAX] {
            assert_eq!(root.nearest(start), 2_f64.sqrt(), "{start}");
        }
    }

    /// What no float holds is as near as floats go: no infinity is ever told.
    #[test]
    fn gains_beyond_every_float_have_a_mean() {
        let huge = Rational::power_of_ten(600);
        assert_eq!(nash(&[huge.clone(), huge.recip()]), Some(1.0));
        assert_eq!(nash(&[huge.clone(), integer(1)]), Some(1e300));
        assert_eq!(nash(&[huge]), Some(f64::MAX));
    }
}
