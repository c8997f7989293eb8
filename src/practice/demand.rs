//! Does what is called an interest sound like a demand? Then the question is what it is for.

use crate::domain::Table;

/// What makes it sound so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A number with a unit, such as `5%` or `3 weeks`.
    Number,
    /// An option of this table.
    Option,
    /// A word that leaves no room, such as `must` or `never`.
    Word,
}

/// Words that leave no room, in the languages of the tables.
const WORDS: [&str; 15] = [
    "must",
    "demand",
    "demands",
    "never",
    "insist",
    "insists",
    "non-negotiable",
    "eis",
    "eisen",
    "eist",
    "moet",
    "moeten",
    "nooit",
    "mits",
    "onbespreekbaar",
];

/// The same, of more than one word.
const PHRASES: [&str; 5] = ["only if", "not unless", "alleen als", "niet tenzij", "of anders"];

/// Returns what makes `text` sound like a demand, if anything does.
///
/// A sign, no verdict: people know better, so the program asks and never decides.
#[must_use]
pub fn sounds_like_demand(text: &str, table: &Table) -> Option<Sign> {
    let lowered = text.to_lowercase();
    let words: Vec<&str> =
        lowered.split(|c: char| c.is_whitespace() || ",;:!?".contains(c)).filter(|w| !w.is_empty()).collect();
    if words.iter().enumerate().any(|(at, word)| is_number_with_unit(word, words.get(at + 1).copied())) {
        return Some(Sign::Number);
    }
    if words.iter().any(|word| WORDS.contains(word)) || PHRASES.iter().any(|phrase| has_phrase(&words, phrase)) {
        return Some(Sign::Word);
    }
    let names = table.issues.iter().flat_map(|issue| issue.options()).map(|option| option.id.to_lowercase());
    // A short name such as `nu` or `plan` is an ordinary word as well.
    let is_telling = |name: &String| name.chars().count() > 5 || !name.chars().all(char::is_alphabetic);
    let mut telling = names.filter(is_telling);
    telling.any(|name| has_phrase(&words, &name)).then_some(Sign::Option)
}

fn has_phrase(words: &[&str], phrase: &str) -> bool {
    let parts: Vec<&str> = phrase.split_whitespace().collect();
    words.windows(parts.len().max(1)).any(|window| window == parts)
}

/// `5%`, `€300`, `36h` or `3` before another word; a year or an ordinal is no demand.
fn is_number_with_unit(word: &str, next: Option<&str>) -> bool {
    let starts = word.trim_start_matches(['€', '$', '+', '-']);
    let number: String = starts.chars().take_while(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    let unit = &starts[number.len()..];
    let has_digits = number.bytes().any(|byte| byte.is_ascii_digit());
    let is_year = number.len() == 4 && unit.is_empty() && (number.starts_with("19") || number.starts_with("20"));
    let is_ordinal = matches!(unit, "e" | "de" | "ste" | "st" | "nd" | "rd" | "th");
    let has_money = word.starts_with(['€', '$']);
    let has_unit = !unit.is_empty() || has_money || next.is_some_and(|next| next.chars().all(char::is_alphabetic));
    has_digits && has_unit && !is_year && !is_ordinal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_file::{bundled, read};

    fn sign(text: &str) -> Option<Sign> {
        let (_, source) = bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap();
        sounds_like_demand(text, &read(source).table.unwrap())
    }

    #[test]
    fn demands_are_heard() {
        for text in ["5% erbij", "€300 per maand", "3 weeks notice", "at least 36h"] {
            assert_eq!(sign(text), Some(Sign::Number), "{text}");
        }
        for text in
            ["wages must rise", "nooit meer nachtdiensten", "Alleen als het rooster verandert", "de EIS van 2018"]
        {
            assert_eq!(sign(text), Some(Sign::Word), "{text}");
        }
        assert_eq!(sign("orient+ voor iedereen"), Some(Sign::Option));
    }

    #[test]
    fn interests_are_left_alone() {
        for text in [
            "koopkracht",
            "members can't make ends meet",
            "rust en een voorspelbaar rooster",
            "ready for 2030",
            "the 21st century",
            "een plan dat werkt",
            "genoeg collega's, nu en straks",
        ] {
            assert_eq!(sign(text), None, "{text}");
        }
    }
}
