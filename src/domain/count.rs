//! How many there are of something: a whole number of any size, since packages soon outnumber what a machine word holds.

use std::cmp::Ordering;
use std::fmt;
use std::iter::{Product, Sum};
use std::ops::Mul;

use dashu_int::{IBig, UBig};

use super::number::nearest_f64;
use super::rational::Rational;

/// A whole number from 0 up, however large.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(UBig);

impl Count {
    /// Returns the float nearest to it; `None` if it is larger than every float.
    #[must_use]
    pub fn to_f64(&self) -> Option<f64> {
        Some(nearest_f64(&Rational::from(IBig::from(self.0.clone())))).filter(|nearest| nearest.is_finite())
    }

    /// Returns it as a machine number; `None` if it is too large for one.
    #[must_use]
    pub fn to_u64(&self) -> Option<u64> {
        u64::try_from(&self.0).ok()
    }
}

impl From<u64> for Count {
    fn from(count: u64) -> Self {
        Self(count.into())
    }
}

impl From<u128> for Count {
    fn from(count: u128) -> Self {
        Self(count.into())
    }
}

impl From<usize> for Count {
    fn from(count: usize) -> Self {
        Self(count.into())
    }
}

impl TryFrom<IBig> for Count {
    type Error = <UBig as TryFrom<IBig>>::Error;

    fn try_from(count: IBig) -> Result<Self, Self::Error> {
        UBig::try_from(count).map(Self)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl PartialEq<u128> for Count {
    fn eq(&self, other: &u128) -> bool {
        self.0 == UBig::from(*other)
    }
}

impl PartialOrd<u128> for Count {
    fn partial_cmp(&self, other: &u128) -> Option<Ordering> {
        Some(self.0.cmp(&UBig::from(*other)))
    }
}

impl Mul for Count {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Product for Count {
    fn product<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self(UBig::ONE), Mul::mul)
    }
}

impl<'a> Sum<&'a Self> for Count {
    fn sum<I: Iterator<Item = &'a Self>>(counts: I) -> Self {
        Self(counts.fold(UBig::ZERO, |sum, count| sum + &count.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ten_to_the(zeros: usize) -> Count {
        vec![10_usize; zeros].into_iter().map(Count::from).product()
    }

    #[test]
    fn a_count_never_ends_at_what_a_machine_number_holds() {
        assert_eq!(ten_to_the(50).to_string(), format!("1{}", "0".repeat(50)));
        assert!(ten_to_the(50) > u128::MAX && ten_to_the(3) == 1000_u128);
        let both: Count = [ten_to_the(50), ten_to_the(0)].iter().sum();
        assert_eq!(both.to_string(), format!("1{}1", "0".repeat(49)));
        assert_eq!([ten_to_the(19), ten_to_the(20)].map(|count| count.to_u64()), [Some(10_u64.pow(19)), None]);
    }

    #[test]
    fn the_nearest_float_is_told_as_long_as_there_is_one() {
        assert_eq!([0, 50, 308].map(|zeros| ten_to_the(zeros).to_f64()), [Some(1.0), Some(1e50), Some(1e308)]);
        assert_eq!(Count::from((1_u64 << 53) + 1).to_f64(), Some((1_u64 << 53) as f64));
        assert_eq!(ten_to_the(309).to_f64(), None);
    }
}
