//! Bars: a number seen beside others.

use num_traits::{Signed as _, ToPrimitive as _};

use crate::domain::{Rational, integer};

/// What bars are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strokes {
    /// Block characters, down to an eighth of a column.
    #[default]
    Blocks,
    /// `#`, for terminals that know nothing else.
    Ascii,
}

/// One to seven eighths of a column.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/// How finely a block character divides a column.
const PARTS: usize = 8;

/// A bar for `value`, `width` columns long where it is `most` or more, and empty for 0.
///
/// A number below 0 gets a bar of minus signs, as long as its distance from 0, so that a loss never looks like a gain.
/// What isn't 0 is always seen.
#[must_use]
pub fn bar(value: &Rational, most: &Rational, width: usize, strokes: Strokes) -> String {
    let parts = if value.is_negative() || strokes == Strokes::Ascii { 1 } else { PARTS };
    let length = length(&value.abs(), most, width * parts);
    if value.is_negative() {
        return "-".repeat(length);
    }
    match strokes {
        Strokes::Ascii => "#".repeat(length),
        Strokes::Blocks => {
            let rest = (length % PARTS).checked_sub(1).and_then(|at| EIGHTHS.get(at));
            "█".repeat(length / PARTS).chars().chain(rest.copied()).collect()
        }
    }
}

/// How many of `all` steps `value` fills of `most`: rounded, at least one where it isn't 0, and never more than all.
fn length(value: &Rational, most: &Rational, all: usize) -> usize {
    if !value.is_positive() || !most.is_positive() {
        return 0;
    }
    let steps = i64::try_from(all).unwrap_or(i64::MAX);
    let filled = (value / most * integer(steps)).round().to_usize();
    filled.unwrap_or(all).clamp(all.min(1), all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(value: i64, strokes: Strokes) -> String {
        bar(&integer(value), &integer(80), 10, strokes)
    }

    #[test]
    fn a_bar_is_as_long_as_its_part_of_the_most() {
        let blocks = [0, 1, 8, 44, 79, 80, 200].map(|value| drawn(value, Strokes::Blocks));
        assert_eq!(blocks, ["", "▏", "█", "█████▌", "█████████▉", "██████████", "██████████"]);
        let ascii = [0, 1, 8, 44, 80].map(|value| drawn(value, Strokes::Ascii));
        assert_eq!(ascii, ["", "#", "#", "######", "##########"]);
    }

    #[test]
    fn a_loss_looks_otherwise_than_a_gain() {
        for strokes in [Strokes::Blocks, Strokes::Ascii] {
            assert_eq!([-1, -40, -80].map(|value| drawn(value, strokes)), ["-", "-----", "----------"]);
        }
    }

    #[test]
    fn where_everything_is_nothing_there_is_no_bar() {
        assert_eq!(bar(&integer(0), &integer(0), 10, Strokes::Blocks), "");
        assert_eq!(bar(&integer(3), &integer(4), 0, Strokes::Blocks), "");
    }
}
