//! Exact numbers: decimals and fractions as a person writes them, without rounding.

use dashu_int::IBig;
use num_integer::Integer as _;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use thiserror::Error;

use super::rational::Rational;

/// How many significant digits a number in a file may have: what a 64-bit float still tells apart.
const SIGNIFICANT_DIGITS: usize = 15;
/// The largest magnitude, as a power of ten, that a number in a file may have; also the finest place behind the point.
const LARGEST_EXPONENT: i64 = 15;

/// Why a text isn't a number that a table may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// A decimal comma, as in `0,5`.
    #[error("decimal comma")]
    DecimalComma,
    /// More than 15 significant digits.
    #[error("too many digits")]
    TooLong,
    /// Larger than 10^15 or finer than 10^-15.
    #[error("out of range")]
    OutOfRange,
    /// `NaN` or infinite.
    #[error("not finite")]
    NotFinite,
    /// A fraction with nothing below the line, as in `1/0`.
    #[error("division by zero")]
    DivisionByZero,
    /// Anything else.
    #[error("not a number")]
    NotANumber,
}

/// Returns `value` as an exact number.
#[must_use]
pub fn integer(value: i64) -> Rational {
    Rational::from_integer(IBig::from(value))
}

/// The sum of the products of pairs.
///
/// The same as multiplying and adding one after the other, only faster: as long as all is small, fractions are reduced
/// once, at the end.
#[must_use]
pub fn sum_of_products<'a>(pairs: impl Iterator<Item = (&'a Rational, &'a Rational)> + Clone) -> Rational {
    small_sum(pairs.clone()).unwrap_or_else(|| pairs.map(|(one, other)| one * other).sum())
}

/// The sum of products in machine numbers; `None` where something is too large for them.
fn small_sum<'a>(pairs: impl Iterator<Item = (&'a Rational, &'a Rational)>) -> Option<Rational> {
    let (mut above, mut below) = (0_i128, 1_i128);
    for (one, other) in pairs {
        let product = i128::from(one.numer().to_i64()?) * i128::from(other.numer().to_i64()?);
        let divisor = i128::from(one.denom().to_i64()?) * i128::from(other.denom().to_i64()?);
        if divisor == below {
            above = above.checked_add(product)?;
        } else {
            let common = below.gcd(&divisor);
            let (stretch, widen) = (divisor / common, below / common);
            above = above.checked_mul(stretch)?.checked_add(product.checked_mul(widen)?)?;
            below = below.checked_mul(stretch)?;
        }
    }
    Some(Rational::new(above.into(), below.into()))
}

/// Reads a decimal (`-0.5`, `3`, `1e3`) or a fraction (`1/3`) exactly.
///
/// The typographic minus sign `−` counts as `-`. Underscores between digits are allowed, as in RON.
///
/// # Errors
/// A [`NumberError`] says what is wrong with `text`; nothing is ever rounded to make it fit.
pub fn parse_exact(text: &str) -> Result<Rational, NumberError> {
    let text = text.trim().replace('−', "-");
    match text.split_once('/') {
        Some((above, below)) => {
            let below = parse_decimal(below.trim())?;
            if below.is_zero() {
                return Err(NumberError::DivisionByZero);
            }
            Ok(parse_decimal(above.trim())? / below)
        }
        None => parse_decimal(&text),
    }
}

/// Writes `value` so that [`parse_exact`] reads the same number: as a decimal if it has one that isn't too long, else as
/// a fraction.
#[must_use]
pub fn write_exact(value: &Rational) -> String {
    for places in 0..=u32::try_from(LARGEST_EXPONENT).unwrap_or(0) {
        let scaled = value * Rational::power_of_ten(places);
        let digits = scaled.numer().abs().to_string().len();
        if scaled.is_integer() && digits <= SIGNIFICANT_DIGITS {
            return place_point(&scaled.to_integer(), places as usize);
        }
    }
    format!("{}/{}", value.numer(), value.denom())
}

/// Writes a range as `30..50`, or as one number where both ends are the same.
#[must_use]
pub fn write_range([low, high]: &[Rational; 2]) -> String {
    let low_written = write_exact(low);
    if low == high { low_written } else { format!("{low_written}..{}", write_exact(high)) }
}

/// Returns the 64-bit float nearest to `value`, never `-0`.
#[must_use]
pub fn nearest_f64(value: &Rational) -> f64 {
    value.to_f64().unwrap_or(0.0) + 0.0
}

fn place_point(scaled: &IBig, places: usize) -> String {
    let digits = scaled.abs().to_string();
    let sign = if scaled < &IBig::zero() { "-" } else { "" };
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{sign}{whole}.{fraction}")
}

fn parse_decimal(text: &str) -> Result<Rational, NumberError> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned.to_ascii_lowercase().as_str(), "nan" | "inf" | "infinity") {
        return Err(NumberError::NotFinite);
    }
    let (mantissa, exponent) = split_exponent(unsigned)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = whole.chars().chain(fraction.chars()).filter(|c| *c != '_').collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        let comma = mantissa.split_once(',').is_some_and(|(a, b)| is_digits(a) && is_digits(b));
        return Err(if comma { NumberError::DecimalComma } else { NumberError::NotANumber });
    }
    let significant = digits.trim_start_matches('0');
    if significant.trim_end_matches('0').len() > SIGNIFICANT_DIGITS {
        return Err(NumberError::TooLong);
    }
    let places = fraction.chars().filter(|c| *c != '_').count() as i64;
    let shift = exponent - places;
    if !significant.is_empty() && !(-LARGEST_EXPONENT..=LARGEST_EXPONENT).contains(&(shift + significant.len() as i64))
    {
        return Err(NumberError::OutOfRange);
    }
    let value: IBig = digits.parse().map_err(|_| NumberError::NotANumber)?;
    let value = Rational::from_integer(if text.starts_with('-') { -value } else { value });
    let power = Rational::power_of_ten(u32::try_from(shift.unsigned_abs()).map_err(|_| NumberError::OutOfRange)?);
    Ok(if shift < 0 { value / power } else { value * power })
}

fn split_exponent(text: &str) -> Result<(&str, i64), NumberError> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return Ok((text, 0)) };
    let digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    if !is_digits(digits) {
        return Err(NumberError::NotANumber);
    }
    match exponent.parse::<i64>() {
        Ok(value) if value.abs() <= 4 * LARGEST_EXPONENT => Ok((mantissa, value)),
        _ => Err(NumberError::OutOfRange),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_and_fractions_are_read_without_rounding() {
        let tenth = Rational::new(1.into(), 10.into());
        assert_eq!(parse_exact("0.1"), Ok(tenth.clone()));
        assert_eq!(parse_exact("1e-1"), Ok(tenth.clone()));
        assert_eq!(parse_exact("−0.10"), Ok(-tenth));
        assert_eq!(parse_exact("1/3"), Ok(Rational::new(1.into(), 3.into())));
        assert_eq!(parse_exact("1_000"), Ok(integer(1000)));
    }

    #[test]
    fn what_is_no_number_is_refused_by_name() {
        for (text, error) in [
            ("0,5", NumberError::DecimalComma),
            ("NaN", NumberError::NotFinite),
            ("-inf", NumberError::NotFinite),
            ("1e999", NumberError::OutOfRange),
            ("1e-999", NumberError::OutOfRange),
            ("1234567890123456", NumberError::TooLong),
            ("1/0", NumberError::DivisionByZero),
            ("", NumberError::NotANumber),
            ("1.2.3", NumberError::NotANumber),
            ("4%", NumberError::NotANumber),
        ] {
            assert_eq!(parse_exact(text), Err(error), "{text}");
        }
    }

    #[test]
    fn writing_is_the_inverse_of_reading() {
        for text in ["0", "-0.05", "12.5", "1/3", "-7/9", "100", "123456789/32768"] {
            assert_eq!(write_exact(&parse_exact(text).unwrap()), text);
        }
    }
}
