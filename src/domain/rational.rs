//! The exact number itself: a fraction in lowest terms of any size, quick as long as both parts fit in 128 bits.
//!
//! The arithmetic is that of `dashu-ratio`. It is wrapped so that one type stands for every figure of a table, with the
//! operations and rounding that the rest relies on, and nothing that is inexact.

use std::fmt;
use std::iter::{Product, Sum};
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, Sub, SubAssign};

use dashu_int::IBig;
use dashu_ratio::RBig;
use num_traits::{Num, One, Signed, ToPrimitive, Zero};

/// An exact number. Every figure of a table and every score is one of these.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rational(RBig);

impl Rational {
    /// Returns `above / below` in lowest terms.
    ///
    /// # Panics
    /// If `below` is 0.
    #[must_use]
    pub fn new(above: IBig, below: IBig) -> Self {
        Self(RBig::from_parts_signed(above, below))
    }

    /// Returns `value`, any whole number.
    #[must_use]
    pub fn from_integer(value: IBig) -> Self {
        Self(RBig::from(value))
    }

    /// Returns exactly what a float stands for; `None` if it is infinite or no number.
    #[must_use]
    pub fn from_float(value: f64) -> Option<Self> {
        RBig::try_from(value).ok().map(Self)
    }

    /// The part above the line, with the sign.
    #[must_use]
    pub fn numer(&self) -> &IBig {
        self.0.numerator()
    }

    /// The part below the line, never 0.
    #[must_use]
    pub fn denom(&self) -> IBig {
        self.0.denominator().clone().into()
    }

    /// Returns 1 with so many zeros behind it.
    #[must_use]
    pub fn power_of_ten(zeros: u32) -> Self {
        Self::from_integer(IBig::from(10).pow(zeros as usize))
    }

    /// Whether it is a whole number.
    #[must_use]
    pub const fn is_integer(&self) -> bool {
        self.0.is_int()
    }

    /// The whole number that is left without what is behind the point.
    #[must_use]
    pub fn to_integer(&self) -> IBig {
        self.0.trunc()
    }

    /// The largest whole number that isn't above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self::from_integer(self.0.floor())
    }

    /// The smallest whole number that isn't below it.
    #[must_use]
    pub fn ceil(&self) -> Self {
        Self::from_integer(self.0.ceil())
    }

    /// The nearest whole number; of two, the one further from 0.
    #[must_use]
    pub fn round(&self) -> Self {
        Self::from_integer(self.0.round())
    }

    /// One divided by it.
    ///
    /// # Panics
    /// If it is 0.
    #[must_use]
    pub fn recip(&self) -> Self {
        Self(RBig::ONE / &self.0)
    }
}

impl From<IBig> for Rational {
    fn from(value: IBig) -> Self {
        Self::from_integer(value)
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// An operation on numbers and on references to numbers, in every combination, and in place.
macro_rules! operation {
    ($trait:ident $operation:ident, $in_place_trait:ident $in_place:ident) => {
        impl $trait for Rational {
            type Output = Self;
            fn $operation(self, other: Self) -> Self {
                Self(self.0.$operation(other.0))
            }
        }

        impl $trait<&Self> for Rational {
            type Output = Self;
            fn $operation(self, other: &Self) -> Self {
                Self(self.0.$operation(&other.0))
            }
        }

        impl $trait<Rational> for &Rational {
            type Output = Rational;
            fn $operation(self, other: Rational) -> Rational {
                Rational((&self.0).$operation(other.0))
            }
        }

        impl $trait for &Rational {
            type Output = Rational;
            fn $operation(self, other: Self) -> Rational {
                Rational((&self.0).$operation(&other.0))
            }
        }

        impl $in_place_trait for Rational {
            fn $in_place(&mut self, other: Self) {
                self.0.$in_place(other.0);
            }
        }

        impl $in_place_trait<&Self> for Rational {
            fn $in_place(&mut self, other: &Self) {
                self.0.$in_place(&other.0);
            }
        }
    };
}

operation!(Add add, AddAssign add_assign);
operation!(Sub sub, SubAssign sub_assign);
operation!(Mul mul, MulAssign mul_assign);
operation!(Div div, DivAssign div_assign);

impl Rem for Rational {
    type Output = Self;
    fn rem(self, other: Self) -> Self {
        Self(self.0.rem(other.0))
    }
}

impl Neg for Rational {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Neg for &Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        Rational(-&self.0)
    }
}

impl Sum for Rational {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::default(), |sum, number| sum + number)
    }
}

impl<'a> Sum<&'a Self> for Rational {
    fn sum<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        numbers.fold(Self::default(), |sum, number| sum + number)
    }
}

impl Product for Rational {
    fn product<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::one(), |product, number| product * number)
    }
}

impl<'a> Product<&'a Self> for Rational {
    fn product<I: Iterator<Item = &'a Self>>(numbers: I) -> Self {
        numbers.fold(Self::one(), |product, number| product * number)
    }
}

impl Zero for Rational {
    fn zero() -> Self {
        Self(RBig::ZERO)
    }

    fn is_zero(&self) -> bool {
        self.0.is_zero()
    }
}

impl One for Rational {
    fn one() -> Self {
        Self(RBig::ONE)
    }
}

impl Num for Rational {
    type FromStrRadixErr = <RBig as Num>::FromStrRadixErr;

    fn from_str_radix(text: &str, radix: u32) -> Result<Self, Self::FromStrRadixErr> {
        <RBig as Num>::from_str_radix(text, radix).map(Self)
    }
}

impl Signed for Rational {
    fn abs(&self) -> Self {
        Self(Signed::abs(&self.0))
    }

    fn abs_sub(&self, other: &Self) -> Self {
        if self <= other { Self::zero() } else { self - other }
    }

    fn signum(&self) -> Self {
        Self(self.0.signum())
    }

    fn is_positive(&self) -> bool {
        Signed::is_positive(self.0.numerator())
    }

    fn is_negative(&self) -> bool {
        Signed::is_negative(self.0.numerator())
    }
}

impl ToPrimitive for Rational {
    fn to_i64(&self) -> Option<i64> {
        self.to_integer().to_i64()
    }

    fn to_u64(&self) -> Option<u64> {
        self.to_integer().to_u64()
    }

    /// The nearest float.
    fn to_f64(&self) -> Option<f64> {
        Some(self.0.to_f64().value())
    }
}
