//! Numbers as GENIUS writes them: decimals of Java, with a point and perhaps an exponent.

use num_traits::{Signed as _, Zero as _};

use crate::domain::{Rational, integer, parse_exact};
use crate::table_file::reader::written;

/// How many significant digits are kept: what a 64-bit float surely tells apart. Also how many places behind the point
/// a table holds.
const KEPT_DIGITS: usize = 15;
/// How long a number may be written; no float needs as much.
const LONGEST: usize = 400;
/// Every number is below 1 with so many zeros. Evaluations may be on any scale, and none that means anything is larger.
const LARGEST_MAGNITUDE: i64 = 30;
/// What is below 1 with so many places behind the point even a float takes for 0.
const SMALLEST_MAGNITUDE: i64 = -323;

/// That a number is too large, as a key of the wordbook's reasons.
pub(super) const TOO_LARGE: &str = "genius-out-of-range";

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Its value.
    pub(super) value: Rational,
    /// How it is written with the digits that are kept, if there were more.
    pub(super) rounded: Option<String>,
}

/// Reads a number, however fine it is. Up to 15 significant digits are exact; behind them stands only what a float can't
/// tell apart, and the number is rounded.
///
/// # Errors
/// What is wrong, as a key of the wordbook's reasons.
pub(super) fn number(text: &str) -> Result<Read, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Err("genius-empty");
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if ["nan", "inf", "infinity"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) {
        return Err("genius-not-finite");
    }
    let decimal = Decimal::read(text, unsigned).ok_or("genius-not-a-number")?;
    let magnitude = decimal.magnitude();
    if decimal.digits.is_empty() {
        Ok(Read { value: Rational::zero(), rounded: None })
    } else if magnitude > LARGEST_MAGNITUDE {
        Err(TOO_LARGE)
    } else if magnitude < SMALLEST_MAGNITUDE {
        Ok(Read { value: Rational::zero(), rounded: Some("0".to_owned()) })
    } else {
        decimal.kept().ok_or("genius-not-a-number")
    }
}

/// The number nearest to `value` that a table file holds: `value` itself, or else a decimal of 15 digits with at most 15
/// behind the point, halves away from zero; `None` where it is too large for that.
pub(super) fn nearest(value: &Rational) -> Option<Rational> {
    if is_exact(value) {
        return Some(value.clone());
    }
    let whole = value.abs().to_integer();
    let digits = if whole.is_zero() { 0 } else { whole.to_string().len() };
    let scale = Rational::power_of_ten(u32::try_from(KEPT_DIGITS.checked_sub(digits)?).ok()?);
    Some((value * &scale).round() / scale).filter(is_exact)
}

/// Whether a table file holds `value` exactly.
pub(super) fn is_exact(value: &Rational) -> bool {
    parse_exact(&written(value)).as_ref() == Ok(value)
}

/// A decimal, taken apart.
struct Decimal {
    sign: &'static str,
    /// Its digits without zeros before the others.
    digits: String,
    /// How often they are to be multiplied by ten.
    exponent: i64,
}

impl Decimal {
    /// Takes `text` apart, which is `unsigned` without its sign; `None` if it is no decimal.
    fn read(text: &str, unsigned: &str) -> Option<Self> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if text.len() > LONGEST {
            return None;
        }
        let (mantissa, power) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
        let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{places}");
        let size = power.strip_prefix(['-', '+']).unwrap_or(power);
        if !is_number(&digits) || !is_number(size) {
            return None;
        }
        // Whatever isn't held is far beyond every bound.
        let size = size.parse::<i32>().map_or(i64::from(i32::MAX), i64::from);
        let power = if power.starts_with('-') { -size } else { size };
        Some(Self {
            sign: if text.starts_with('-') { "-" } else { "" },
            digits: digits.trim_start_matches('0').to_owned(),
            exponent: power - i64::try_from(places.len()).ok()?,
        })
    }

    /// The power of ten that it is below, unless it is 0, and not ten times as much.
    fn magnitude(&self) -> i64 {
        self.exponent.saturating_add(i64::try_from(self.digits.len()).unwrap_or(i64::MAX))
    }

    /// Its value with as many digits as are kept; halves away from zero.
    fn kept(&self) -> Option<Read> {
        let all = self.digits.trim_end_matches('0');
        let (kept, dropped) = all.split_at(all.len().min(KEPT_DIGITS));
        let up = dropped.as_bytes().first().is_some_and(|digit| *digit >= b'5');
        let kept = kept.parse::<u64>().ok()? + u64::from(up);
        let exponent = self.exponent + i64::try_from(self.digits.len() - all.len() + dropped.len()).ok()?;
        let power = Rational::power_of_ten(u32::try_from(exponent.unsigned_abs()).ok()?);
        let size = integer(i64::try_from(kept).ok()?);
        let size = if exponent < 0 { size / power } else { size * power };
        let value = if self.sign.is_empty() { size } else { -size };
        let rounded = (!dropped.is_empty()).then(|| plain(self.sign, kept, exponent));
        Some(Read { value, rounded })
    }
}

/// `kept` times ten to the power of `exponent`, without an exponent where that is short, else as Java writes it.
fn plain(sign: &str, kept: u64, exponent: i64) -> String {
    let digits = kept.to_string();
    match usize::try_from(-exponent) {
        Ok(places) if places <= 2 * KEPT_DIGITS => {
            let padded = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = padded.split_at(padded.len() - places);
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
        }
        _ => {
            let (first, others) = digits.split_at(1);
            let point = if others.is_empty() { "" } else { "." };
            format!("{sign}{first}{point}{others}E{}", exponent + others.len() as i64)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Result<(Rational, Option<String>), &'static str> {
        number(text).map(|read| (read.value, read.rounded))
    }

    #[test]
    fn decimals_are_exact_up_to_fifteen_digits() {
        for text in ["0.1", "+3", "-2.50", "1e-3", "1.5E2", " 7 ", "0.123456789012345", ".5", "5."] {
            assert_eq!(value(text), Ok((parse_exact(text).unwrap(), None)), "{text}");
        }
    }

    #[test]
    fn longer_ones_are_rounded_to_what_a_float_tells_apart() {
        for (text, kept) in [
            ("0.36363636363636365", "0.363636363636364"),
            ("-0.6666666666666666", "-0.666666666666667"),
            ("0.9999999999999999", "1"),
            ("12345678901234567e-5", "123456789012.346"),
            ("3.3333333333333335E1", "33.3333333333333"),
        ] {
            assert_eq!(value(text), Ok((parse_exact(kept).unwrap(), Some(kept.to_owned()))), "{text}");
        }
    }

    #[test]
    fn evaluations_may_be_on_any_scale() {
        let power = |zeros: u32| Rational::power_of_ten(zeros);
        for (text, expected) in [
            ("1e15", power(15)),
            ("-1e29", -power(29)),
            ("1.0E-17", power(17).recip()),
            ("4.9E-324", Rational::from_integer(49.into()) / power(325)),
            ("0e99", Rational::zero()),
            ("0.000e-999999999999999999999", Rational::zero()),
        ] {
            assert_eq!(value(text), Ok((expected, None)), "{text}");
        }
        assert_eq!(value("5.551115123125783E-17").unwrap().1.as_deref(), Some("5.55111512312578E-17"));
        for text in ["1e-999", "1e-999999999999999999999"] {
            assert_eq!(value(text), Ok((Rational::zero(), Some("0".to_owned()))), "{text}");
        }
    }

    #[test]
    fn what_a_table_cant_hold_is_rounded_to_what_it_can() {
        let fraction = |above: i64, below: i64| Rational::new(above.into(), below.into());
        for held in ["1/3", "0.1", "-2.5", "123456789012345", "999999999999999/7"] {
            assert_eq!(nearest(&parse_exact(held).unwrap()), parse_exact(held).ok(), "{held}");
        }
        let long = fraction(1, 3_000_000_000_000_000_001);
        assert_eq!(nearest(&long), Some(Rational::zero()));
        let near = &fraction(2, 3) - &long;
        assert_eq!(nearest(&near), parse_exact("0.666666666666667").ok());
        assert_eq!(nearest(&(integer(-20_000) - near)), parse_exact("-20000.6666666667").ok());
        assert_eq!(nearest(&parse_exact("9.99999999999999").unwrap()), parse_exact("9.99999999999999").ok());
        assert_eq!(nearest(&(Rational::power_of_ten(16) + fraction(1, 3))), None);
        assert_eq!(nearest(&Rational::power_of_ten(15)), None);
    }

    #[test]
    fn what_java_takes_for_no_number_is_refused_by_name() {
        for (text, reason) in [
            ("", "genius-empty"),
            ("  ", "genius-empty"),
            ("NaN", "genius-not-finite"),
            ("-Infinity", "genius-not-finite"),
            ("inf", "genius-not-finite"),
            ("0,5", "genius-not-a-number"),
            ("1/3", "genius-not-a-number"),
            ("1_000", "genius-not-a-number"),
            ("1.2.3", "genius-not-a-number"),
            ("--1", "genius-not-a-number"),
            ("1e", "genius-not-a-number"),
            ("null", "genius-not-a-number"),
            ("1e999", "genius-out-of-range"),
            ("1234567890123456789e999999999999999999999", "genius-out-of-range"),
        ] {
            assert_eq!(value(text), Err(reason), "{text}");
        }
        assert_eq!(value(&"9".repeat(1_000)), Err("genius-not-a-number"));
    }
}
