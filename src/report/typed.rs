//! Names as they are typed in a command.

use super::clean;
use crate::session::quote;

/// Returns `name` as it must be typed in a command to be read as one word.
///
/// A name with spaces or `"` in it, or with `#` at its start, stands between `"`, and `""` inside stands for `"`. A
/// single quote is a letter like any other, as in `'s-Gravenhage`.
#[must_use]
pub fn typed(name: &str) -> String {
    quote(&clean(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_would_fall_apart_are_quoted() {
        for plain in ["FNV", "'s-Gravenhage", "loon=4%", "NU’91", "a#b", "👩‍⚕️", "C:\\temp"] {
            assert_eq!(typed(plain), plain);
        }
        for (name, expected) in [
            ("the town", "\"the town\""),
            ("a\u{a0}b", "\"a\u{a0}b\""),
            ("#1", "\"#1\""),
            ("the \"big\" one", "\"the \"\"big\"\" one\""),
            ("\"", "\"\"\"\""),
            ("", "\"\""),
        ] {
            assert_eq!(typed(name), expected);
        }
    }
}
