//! A commented table to start one's own from.

use crate::diagnostic::{Code, Problem};

/// How long a name may be.
const LONGEST_NAME: usize = 60;

/// Returns a commented table called `name`, ready to be changed.
///
/// # Errors
/// A name must be made of letters, digits and `-`, so that it can also name a file on every system.
pub(super) fn starter(name: &str) -> Result<String, Problem> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(is_plain);
    if !is_name || name.len() > LONGEST_NAME {
        return Err(Problem::new(Code::StarterName).at(0..name.len()).with("name", name));
    }
    Ok(include_str!("starter.ron").replace("{name}", name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_file::read;

    #[test]
    fn the_starter_is_a_sound_table() {
        let reading = read(&starter("my-table").unwrap());
        assert_eq!(reading.problems, []);
        let table = reading.table.unwrap();
        assert_eq!(table.id, "my-table");
        assert!(table.ready().is_ok());
    }

    #[test]
    fn a_name_never_becomes_a_path() {
        for name in ["", "../up", "a/b", "a.b", "-a", "a b", "\u{202e}a", "é", &"a".repeat(61)] {
            assert!(starter(name).is_err(), "{name:?}");
        }
    }
}
