//! The five-step scale as it is typed, in either language.

use crate::domain::{Language, Support};

/// Each step, warmest first: what it is called in English and in Dutch, then what else it may be called.
const SCALE: [(Support, &str, &str, &[&str]); 5] = [
    (Support::FullYes, "full yes", "voluit ja", &["5", "wholehearted yes", "wholeheartedly yes", "van harte ja"]),
    (Support::Yes, "yes", "ja", &["4"]),
    (Support::YesWithQuestion, "yes with a question", "ja met vraag", &["3", "yes with question", "ja met een vraag"]),
    (Support::NoUnless, "no unless", "nee tenzij", &["2"]),
    (Support::No, "no", "nee", &["1"]),
];

/// What a step is called; nothing where nothing was said.
#[must_use]
pub fn step_word(support: Support, language: Language) -> &'static str {
    let step = SCALE.iter().find(|(step, ..)| *step == support);
    step.map_or("", |(_, english, dutch, _)| if language == Language::Nl { dutch } else { english })
}

/// Every step, warmest first, as it is typed in a language.
pub(super) fn steps(language: Language) -> impl Iterator<Item = &'static str> {
    SCALE.iter().map(move |(step, ..)| step_word(*step, language))
}

/// The step that a text starts with, and what is said besides. The longest name goes first: `no unless` isn't a `no`.
pub(super) fn read_step(text: &str) -> Option<(Support, &str)> {
    let text = text.trim();
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).chain([text.len()]);
    let mut found = ends.filter_map(|end| Some((step_called(&text[..end])?, text[end..].trim())));
    found.next_back()
}

/// The step of exactly this name, whatever stands between its words.
fn step_called(name: &str) -> Option<Support> {
    let words = name.split_whitespace().map(|word| word.trim_matches([',', '.', ':', ';', '!', '?']).to_lowercase());
    let name = words.collect::<Vec<_>>().join(" ");
    let is_called = |(_, english, dutch, others): &&(Support, &str, &str, &[&str])| {
        name == *english || name == *dutch || others.contains(&name.as_str())
    };
    SCALE.iter().find(is_called).map(|(step, ..)| *step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_read_by_its_longest_name_and_the_rest_is_what_was_said() {
        for (text, step, rest) in [
            ("nee tenzij", Support::NoUnless, ""),
            ("Nee, tenzij de roosters rust geven", Support::NoUnless, "de roosters rust geven"),
            ("nee te duur", Support::No, "te duur"),
            ("no: too little", Support::No, "too little"),
            ("yes with a question who keeps the time?", Support::YesWithQuestion, "who keeps the time?"),
            ("yes with all my heart", Support::Yes, "with all my heart"),
            ("VOLUIT JA", Support::FullYes, ""),
            ("5", Support::FullYes, ""),
            ("1 50% is te veel", Support::No, "50% is te veel"),
        ] {
            assert_eq!(read_step(text), Some((step, rest)), "{text}");
        }
        assert_eq!(read_step("misschien"), None);
        assert_eq!(read_step("noot"), None);
        assert_eq!(read_step(""), None);
    }

    #[test]
    fn what_a_step_is_called_is_read_as_that_step() {
        for language in [Language::En, Language::Nl] {
            for (name, (step, ..)) in steps(language).zip(SCALE) {
                assert_eq!(read_step(name), Some((step, "")));
            }
        }
    }
}
