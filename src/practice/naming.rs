//! From a party's own words to a short name, and back to an interest that is already there.

use crate::domain::{InterestId, Table};

/// How long a name made from words may be.
const LONGEST: usize = 24;
/// How many words a name is made from.
const MOST_WORDS: usize = 3;

/// Words that say nothing by themselves, in the languages of the tables.
const EMPTY: [&str; 62] = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "with", "that", "this", "we", "they", "i", "it",
    "is", "are", "be", "was", "not", "no", "our", "their", "my", "at", "so", "de", "het", "een", "en", "of", "van",
    "te", "op", "voor", "met", "dat", "die", "dit", "wij", "ze", "zij", "ik", "er", "zijn", "niet", "geen", "ons",
    "onze", "hun", "mijn", "je", "kunt", "kan", "zich", "als", "om", "wil", "willen", "aan",
];

/// A short name made from the words of a party; empty if there is no letter in them.
#[must_use]
pub fn name_from_words(words: &str) -> String {
    let lowered = words.to_lowercase();
    let all: Vec<&str> = lowered.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !EMPTY.contains(word)).collect();
    let mut name = String::new();
    for word in if telling.is_empty() { all } else { telling }.into_iter().take(MOST_WORDS) {
        let longer = if name.is_empty() { word.to_owned() } else { format!("{name}-{word}") };
        if longer.chars().count() > LONGEST {
            break;
        }
        name = longer;
    }
    if name.chars().any(char::is_alphabetic) { name } else { String::new() }
}

/// The interests of the table that words name, by name or by text, in the order of the table.
#[must_use]
pub fn named_interests(table: &Table, words: &str) -> Vec<InterestId> {
    let lowered = words.to_lowercase();
    let is_named = |id: &InterestId| {
        let interest = &table.interests[*id];
        let text = interest.text.get(table.language).to_lowercase();
        // A name of a few letters is meant only if it is typed as it is, or stands alone.
        let is_short = interest.id.chars().count() < 4;
        let by_name = if is_short {
            lowered.trim() == interest.id.to_lowercase() || holds(words, &interest.id)
        } else {
            holds(&lowered, &interest.id.to_lowercase())
        };
        by_name || holds(&lowered, &text)
    };
    table.interests.keys().filter(is_named).collect()
}

/// Whether `part` stands in `text` between ends of words.
fn holds(text: &str, part: &str) -> bool {
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let around = |(at, found): (usize, &str)| {
        is_end(text[..at].chars().next_back()) && is_end(text[at + found.len()..].chars().next())
    };
    !part.is_empty() && text.match_indices(part).any(around)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_file::{bundled, read};

    #[test]
    fn a_name_is_made_of_the_words_that_say_something() {
        assert_eq!(name_from_words("de roosters, je kunt thuis niets plannen"), "roosters-thuis-niets");
        assert_eq!(name_from_words("Members can't make ends meet"), "members-can-t");
        assert_eq!(name_from_words("de"), "de");
        assert_eq!(name_from_words("?! 12"), "");
        assert_eq!(name_from_words(&"x".repeat(60)), "");
    }

    #[test]
    fn an_interest_of_the_table_is_recognised_in_a_sentence() {
        let (_, source) = bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap();
        let table = read(source).table.unwrap();
        let names = |words: &str| -> Vec<String> {
            named_interests(&table, words).into_iter().map(|id| table.interests[id].id.clone()).collect()
        };
        assert_eq!(names("koopkracht en waardering"), ["KO", "WA"]);
        assert_eq!(names("het gaat om KO"), ["KO"]);
        assert_eq!(names("ko"), ["KO"]);
        assert_eq!(names("we gaan in mei"), Vec::<String>::new());
        assert_eq!(names("koopkrachtig"), Vec::<String>::new());
    }
}
