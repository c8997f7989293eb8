//! Numbers as people type them.

use crate::diagnostic::{Code, Problem};
use crate::domain::parse_exact;

/// Returns a typed number as files write it: `0,5` means `0.5`, and `50%` in place of `50` is taken as well.
///
/// # Errors
/// It is no number; or it could be thousands as well as decimals, like `1.234`.
pub(super) fn number(typed: &str) -> Result<String, Problem> {
    let plain = typed.trim().trim_end_matches('%').replace('\u{2212}', "-");
    if is_ambiguous(&plain) {
        let together: String = plain.chars().filter(|c| *c != '.' && *c != ',').collect();
        let decimals = format!("{}0", plain.replace(',', "."));
        let problem = Problem::new(Code::AmbiguousNumber).with("name", typed);
        return Err(problem.with("whole", together).with("decimals", decimals));
    }
    let pointed = if plain.matches(',').count() == 1 && !plain.contains('.') { plain.replace(',', ".") } else { plain };
    let pointed = pointed.strip_prefix('+').map(str::to_owned).unwrap_or(pointed);
    match parse_exact(&pointed) {
        Ok(_) => Ok(pointed),
        Err(_) => Err(Problem::new(Code::NotATypedNumber).with("name", typed)),
    }
}

/// Whether the mark before three digits may stand between thousands.
fn is_ambiguous(plain: &str) -> bool {
    let digits = plain.trim_start_matches(['+', '-']);
    let Some((whole, part)) = digits.split_once(['.', ',']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    part.len() == 3 && is_number(part) && is_number(whole) && whole.len() <= 3 && !whole.starts_with('0')
}

/// Writes decimal commas in a typed line of effects, weights or limits as points; a comma that separates stays.
pub(super) fn with_points(line: &str) -> String {
    let characters: Vec<char> = line.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit);
    let pointed = characters.iter().enumerate().map(|(at, c)| {
        let is_decimal = *c == ',' && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        if is_decimal { '.' } else { *c }
    });
    pointed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_and_points_both_divide() {
        for (typed, written) in
            [("0,5", "0.5"), ("0.5", "0.5"), ("50%", "50"), ("-3", "-3"), ("+7", "7"), ("1/3", "1/3")]
        {
            assert_eq!(number(typed).as_deref(), Ok(written), "{typed}");
        }
        assert_eq!(number("−3").as_deref(), Ok("-3"));
    }

    #[test]
    fn thousands_are_asked_for() {
        for typed in ["1.234", "12,345", "-1.000"] {
            assert_eq!(number(typed).unwrap_err().code, Code::AmbiguousNumber, "{typed}");
        }
        for typed in ["0.125", "1.2345", "1234", "1.5"] {
            assert!(number(typed).is_ok(), "{typed}");
        }
        for typed in ["", "a", "1.2.3", "1,2,3", "--1", "NaN", "inf"] {
            assert!(number(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn commas_that_separate_stay() {
        assert_eq!(with_points("KO+0,5, WA 3, RU-1,25"), "KO+0.5, WA 3, RU-1.25");
    }
}
