//! Evaluators of numeric issues as exact curves.

use num_traits::{One as _, Zero as _};

use crate::domain::{Curve, Rational};

/// How an amount is evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Evaluator {
    /// `slope * x + intercept`, at least 0 and at most 1.
    Linear {
        /// What one more adds.
        slope: Rational,
        /// The value at 0.
        intercept: Rational,
    },
    /// 0 outside `low..high`, 1 at the top, straight in between.
    Triangular {
        /// Where it begins to rise.
        low: Rational,
        /// Where it has fallen to 0.
        high: Rational,
        /// Where it is 1.
        top: Rational,
    },
    /// The same everywhere.
    Constant(Rational),
}

impl Evaluator {
    /// The curve over `from..=to`, which aren't the same.
    ///
    /// The bounds 0 and 1 of a straight line are bends of the curve. A triangle with an upright side within the amounts
    /// is followed from one `step` to the next, which is exact for all that can be agreed; `None` without steps, since
    /// no curve follows it everywhere.
    pub(super) fn curve(&self, from: &Rational, to: &Rational, step: Option<&Rational>) -> Option<Curve> {
        if self.is_upright(from, to) {
            return self.stepped(from, to, step?);
        }
        let mut amounts = vec![from.clone(), to.clone()];
        amounts.extend(self.bends().into_iter().filter(|bend| from < bend && bend < to));
        amounts.sort();
        amounts.dedup();
        Curve::new(amounts.into_iter().map(|amount| (amount.clone(), self.at(&amount))).collect())
    }

    /// The curve from one `step` to the next, which is exact for all that can be agreed.
    pub(super) fn stepped(&self, from: &Rational, to: &Rational, step: &Rational) -> Option<Curve> {
        Curve::new(self.corners(from, to, step))
    }

    /// The points at `from`, `to` and every step at which a curve through the steps bends.
    fn corners(&self, from: &Rational, to: &Rational, step: &Rational) -> Vec<(Rational, Rational)> {
        let mut corners: Vec<(Rational, Rational)> = Vec::new();
        let mut amount = from.clone();
        while amount <= *to {
            let value = self.at(&amount);
            if let [.., (before, low), (last, high)] = corners.as_slice()
                && (high - low) * (&amount - last) == (&value - high) * (last - before)
            {
                corners.pop();
            }
            corners.push((amount.clone(), value));
            amount += step;
        }
        corners
    }

    /// The amounts at which the curve bends.
    fn bends(&self) -> Vec<Rational> {
        match self {
            Self::Linear { slope, intercept } if !slope.is_zero() => {
                [Rational::zero(), Rational::one()].map(|value| (value - intercept) / slope).to_vec()
            }
            Self::Linear { .. } | Self::Constant(_) => Vec::new(),
            Self::Triangular { low, high, top } => vec![low.clone(), top.clone(), high.clone()],
        }
    }

    /// Whether the value jumps between two amounts of `from..=to`.
    fn is_upright(&self, from: &Rational, to: &Rational) -> bool {
        match self {
            Self::Triangular { low, high, top } => {
                (low == top && from < low && low <= to) || (high == top && from <= high && high < to)
            }
            Self::Linear { .. } | Self::Constant(_) => false,
        }
    }

    /// The value at an amount.
    pub(super) fn at(&self, amount: &Rational) -> Rational {
        match self {
            Self::Constant(value) => value.clone(),
            Self::Linear { slope, intercept } => (slope * amount + intercept).clamp(Rational::zero(), Rational::one()),
            Self::Triangular { low, high, top } => triangle(amount, low, high, top),
        }
    }
}

/// The value of a triangle: at its top always 1, also where the top is one of its ends.
fn triangle(x: &Rational, low: &Rational, high: &Rational, top: &Rational) -> Rational {
    if x == top {
        Rational::one()
    } else if x <= low || high <= x {
        Rational::zero()
    } else if x < top {
        (x - low) / (top - low)
    } else {
        (high - x) / (high - top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{integer, parse_exact};

    fn points(evaluator: &Evaluator, from: i64, to: i64) -> Option<String> {
        let curve = evaluator.curve(&integer(from), &integer(to), None)?;
        Some(curve.points().iter().map(|(x, y)| format!("{x}:{y}")).collect::<Vec<_>>().join(" "))
    }

    fn linear(slope: &str, intercept: &str) -> Evaluator {
        Evaluator::Linear { slope: parse_exact(slope).unwrap(), intercept: parse_exact(intercept).unwrap() }
    }

    fn triangular(low: i64, high: i64, top: i64) -> Evaluator {
        Evaluator::Triangular { low: integer(low), high: integer(high), top: integer(top) }
    }

    #[test]
    fn the_bounds_of_a_line_are_bends() {
        assert_eq!(points(&linear("0.1", "0"), 0, 10).as_deref(), Some("0:0 10:1"));
        assert_eq!(points(&linear("0.3", "-0.5"), 0, 10).as_deref(), Some("0:0 5/3:0 5:1 10:1"));
        assert_eq!(points(&linear("-1", "3"), 0, 10).as_deref(), Some("0:1 2:1 3:0 10:0"));
        assert_eq!(points(&linear("0", "0.4"), 0, 10).as_deref(), Some("0:2/5 10:2/5"));
        assert_eq!(points(&linear("0", "7"), 0, 10).as_deref(), Some("0:1 10:1"));
    }

    #[test]
    fn triangles_rise_to_their_top_and_fall() {
        assert_eq!(points(&triangular(0, 10, 4), 0, 10).as_deref(), Some("0:0 4:1 10:0"));
        assert_eq!(points(&triangular(2, 6, 4), 0, 10).as_deref(), Some("0:0 2:0 4:1 6:0 10:0"));
        assert_eq!(points(&triangular(-5, 15, 5), 0, 10).as_deref(), Some("0:1/2 5:1 10:1/2"));
        assert_eq!(points(&triangular(0, 10, 10), 0, 10).as_deref(), Some("0:0 10:1"));
        assert_eq!(points(&triangular(0, 10, 0), 0, 10).as_deref(), Some("0:1 10:0"));
        for upright in [triangular(0, 5, 5), triangular(5, 9, 5), triangular(-5, 0, 0), triangular(10, 12, 10)] {
            assert_eq!(points(&upright, 0, 10), None, "{upright:?}");
        }
        assert_eq!(points(&triangular(20, 30, 25), 0, 10).as_deref(), Some("0:0 10:0"));
    }

    #[test]
    fn upright_sides_are_followed_from_step_to_step() {
        for upright in [triangular(0, 5, 5), triangular(5, 9, 5), triangular(-5, 0, 0), triangular(3, 10, 3)] {
            for parts in [1, 2, 3, 4] {
                let step = Rational::new(1.into(), parts.into());
                let curve = upright.curve(&integer(0), &integer(10), Some(&step)).unwrap();
                for at in 0..=10 * parts {
                    let amount = integer(at) * &step;
                    assert_eq!(curve.at(&amount), upright.at(&amount), "{upright:?} {amount}");
                }
                assert!(curve.points().len() <= 6, "{curve:?}");
            }
        }
    }

    #[test]
    fn a_curve_is_its_evaluator_everywhere() {
        let evaluators = [linear("0.3", "-0.5"), linear("-1", "3"), triangular(2, 6, 4), triangular(-5, 15, 5)];
        for evaluator in evaluators {
            let curve = evaluator.curve(&integer(0), &integer(10), None).unwrap();
            for at in 0..=70 {
                let amount = integer(at) / integer(7);
                assert_eq!(curve.at(&amount), evaluator.at(&amount), "{evaluator:?} {amount}");
            }
        }
    }
}
