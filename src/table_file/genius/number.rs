//! Numbers as GENIUS writes them: decimals of Java, with a point and perhaps an exponent.

use crate::domain::{NumberError, Rational, parse_exact};

/// How many significant digits are kept: what a 64-bit float surely tells apart.
const KEPT_DIGITS: usize = 15;
/// How long a number may be written; no float needs as much.
const LONGEST: usize = 400;

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    /// Its value.
    pub(super) value: Rational,
    /// How it is written with the digits that are kept, if there were more.
    pub(super) rounded: Option<String>,
}

/// Reads a number. Up to 15 significant digits are exact; behind them stands only what a float can't tell apart, and the
/// number is rounded.
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
    // Fractions, underscores and the like are numbers in a table file, and none in Java.
    if text.len() > LONGEST || !text.bytes().all(|byte| byte.is_ascii_digit() || b".+-eE".contains(&byte)) {
        return Err("genius-not-a-number");
    }
    match parse_exact(text) {
        Ok(value) => Ok(Read { value, rounded: None }),
        Err(NumberError::TooLong) => {
            let rounded = rounded(text).ok_or("genius-not-a-number")?;
            let value = parse_exact(&rounded).map_err(|_| "genius-out-of-range")?;
            Ok(Read { value, rounded: Some(rounded) })
        }
        Err(NumberError::OutOfRange) => Err("genius-out-of-range"),
        Err(_) => Err("genius-not-a-number"),
    }
}

/// `text`, a decimal with too many digits, with as many as are kept; halves away from zero.
fn rounded(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().ok()?;
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let unsigned = mantissa.trim_start_matches(['-', '+']);
    let (whole, places) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{places}");
    let significant = digits.trim_start_matches('0');
    let (kept, dropped) = significant.split_at_checked(KEPT_DIGITS)?;
    let kept = kept.parse::<u64>().ok()? + u64::from(dropped.as_bytes().first().is_some_and(|digit| *digit >= b'5'));
    let exponent = exponent + i64::try_from(dropped.len()).ok()? - i64::try_from(places.len()).ok()?;
    Some(plain(sign, kept, exponent))
}

/// `kept` times ten to the power of `exponent`, without an exponent where that is short.
fn plain(sign: &str, kept: u64, exponent: i64) -> String {
    let digits = kept.to_string();
    match usize::try_from(-exponent) {
        Ok(places) if places <= 2 * KEPT_DIGITS => {
            let padded = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = padded.split_at(padded.len() - places);
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
        }
        _ => format!("{sign}{digits}e{exponent}"),
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
