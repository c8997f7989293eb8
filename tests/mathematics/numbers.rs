//! The arithmetic of exact numbers against another library for it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use tafel::domain::{Rational, integer, nearest_f64, sum_of_products};

use crate::support::random::{Random, cases};

/// The same number twice: small, around what fits in 64 and in 128 bits, or far beyond.
fn number(dice: &mut Random) -> (Rational, BigRational) {
    let mut whole = |least: i64| {
        let digits = [1, 2, 6, 18, 19, 20, 38, 39, 60][dice.below(9)];
        let text: String = (0..digits).map(|_| char::from(b'0' + dice.below(10) as u8)).collect();
        let negative = least < 0 && dice.one_in(2);
        let value: BigInt = text.parse().unwrap();
        (if negative { -value } else { value }).max(BigInt::from(least).max(-BigInt::from(10).pow(60)))
    };
    let (above, below) = (whole(i64::MIN), whole(1));
    let own = Rational::new(above.to_string().parse().unwrap(), below.to_string().parse().unwrap());
    (own, BigRational::new(above, below))
}

fn same(own: &Rational, other: &BigRational, what: &str) {
    assert_eq!(own.to_string(), other.to_string(), "{what}");
    assert_eq!(
        (own.is_zero(), own.is_positive(), own.is_integer()),
        (other.is_zero(), other.is_positive(), other.is_integer())
    );
}

#[test]
fn numbers_add_multiply_round_and_compare_as_those_of_another_library() {
    let mut dice = Random::new(7);
    for at in 0..cases(20_000, 10) {
        let (own, other): (Vec<_>, Vec<_>) = (0..4).map(|_| number(&mut dice)).unzip();
        let what = format!("{at}: {other:?}");
        let ([a, b, c, d], [p, q, r, s]) = ([0, 1, 2, 3].map(|i| &own[i]), [0, 1, 2, 3].map(|i| &other[i]));
        same(&(a + b), &(p + q), &what);
        same(&(a - b), &(p - q), &what);
        same(&(a * b), &(p * q), &what);
        same(&-a, &-p, &what);
        same(&num_traits::abs(a.clone()), &p.abs(), &what);
        if !b.is_zero() {
            same(&(a / b), &(p / q), &what);
            same(&b.recip(), &q.recip(), &what);
        }
        same(&a.floor(), &p.floor(), &what);
        same(&a.ceil(), &p.ceil(), &what);
        same(&a.round(), &p.round(), &what);
        assert_eq!(a.to_integer().to_string(), p.to_integer().to_string(), "{what}");
        same(&sum_of_products([(a, b), (c, d)].into_iter()), &(p * q + r * s), &what);
        same(&own.iter().sum(), &other.iter().sum(), &what);
        assert_eq!(a.cmp(b), p.cmp(q), "{what}");
        // Neighbours, which an estimate of the size doesn't tell apart.
        let near = [a + integer(1) / (b * b + integer(1)), a - integer(1) / (b * b + integer(1))];
        assert_eq!(near.each_ref().map(|near| near.cmp(a)), [Ordering::Greater, Ordering::Less], "{what}");
        assert_eq!((a * b == b * a, a == b), (true, p == q), "{what}");
        assert_eq!(nearest_f64(a), p.to_f64().unwrap() + 0.0, "{what}");
    }
}

/// Every float is the number that it stands for.
#[test]
fn floats_are_taken_as_what_they_stand_for() {
    let mut dice = Random::new(8);
    for _ in 0..cases(20_000, 10) {
        let float = f64::from_bits((dice.below(1 << 32) as u64) << 32 | dice.below(1 << 32) as u64);
        let own = Rational::from_float(float).map(|own| own.to_string());
        assert_eq!(own, BigRational::from_float(float).map(|other| other.to_string()), "{float:e}");
    }
}
