//! Names for the table from whatever stands in the files: legal, different from each other, and always the same.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::{Text, parse_exact};
use crate::table_file::lines::LONGEST_NAME;
use crate::table_file::names::{Spelling, is_barred};
use crate::table_file::reader::steers;

/// How many characters of a text are kept.
const LONGEST_TEXT: usize = 1000;
/// How many characters of a name are left for what tells it from others.
const ROOM: usize = 8;

/// Names of one kind that are taken.
#[derive(Debug)]
pub(super) struct Names {
    spelling: Spelling,
    /// What something is called that has no name of its own.
    fallback: &'static str,
    taken: HashSet<String>,
    /// How often a name was asked for, so that many equal ones don't take long.
    asked: HashMap<String, usize>,
}

impl Names {
    /// No names yet.
    pub(super) fn new(spelling: Spelling, fallback: &'static str) -> Self {
        Self { spelling, fallback, taken: HashSet::new(), asked: HashMap::new() }
    }

    /// A name like `original` that nothing else has: itself where that is legal and free, else with what can't stand
    /// in a name as `-`, and with a number behind it.
    pub(super) fn name(&mut self, original: &str) -> String {
        let base = self.legal(original);
        let asked = self.asked.entry(folded(&base)).or_default();
        loop {
            *asked += 1;
            let name = if *asked == 1 { base.clone() } else { format!("{base}-{asked}") };
            if self.taken.insert(folded(&name)) {
                return name;
            }
        }
    }

    fn legal(&self, original: &str) -> String {
        let legal = |c| if is_barred(self.spelling, c) { '-' } else { c };
        let name: String = original.trim().chars().map(legal).take(LONGEST_NAME - ROOM).collect();
        let name = match self.spelling {
            Spelling::InSums => name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"),
            Spelling::InChoices | Spelling::Free => name.trim().to_owned(),
        };
        if name.is_empty() {
            self.fallback.to_owned()
        } else if self.spelling == Spelling::InSums && parse_exact(&name).is_ok() {
            format!("{}-{name}", self.fallback)
        } else {
            name
        }
    }
}

/// What two names have in common that people would confuse, as the reader of table files sees it.
fn folded(name: &str) -> String {
    name.nfkc().collect::<String>().to_lowercase().nfkc().collect()
}

/// `original` as a text for people: without what steers a terminal, and not endless.
pub(super) fn text(original: &str) -> Text {
    let shown = |c| if steers(c) { '\u{fffd}' } else { c };
    Text::Plain(original.chars().map(shown).take(LONGEST_TEXT).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(spelling: Spelling, originals: &[&str]) -> Vec<String> {
        let mut names = Names::new(spelling, "option");
        originals.iter().map(|original| names.name(original)).collect()
    }

    #[test]
    fn what_is_legal_stays_and_what_collides_gets_a_number() {
        let originals = ["$4.37", "60 days", "a=b", " x ", "", "Yes", "yes", "Yes", "yes-2", "\u{202e}"];
        let expected = ["$4.37", "60 days", "a-b", "x", "option", "Yes", "yes-2", "Yes-3", "yes-2-2", "-"];
        assert_eq!(names(Spelling::InChoices, &originals), expected);
        let sums = ["A.Price (net)", "1.2", "-", "a+b", "1.2"];
        assert_eq!(names(Spelling::InSums, &sums), ["A.Price-net", "option-1.2", "option", "a-b", "option-1.2-2"]);
    }

    #[test]
    fn many_equal_names_are_told_apart() {
        let all = names(Spelling::Free, &["n".repeat(200).as_str(); 1000]);
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 1000);
        assert!(all.iter().all(|name| name.chars().count() <= LONGEST_NAME));
    }
}
