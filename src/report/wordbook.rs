//! The sentences of one language, and how numbers are written in it.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Strokes;
use crate::domain::{Count, Language, Rational, nearest_f64};
use crate::session::Names;

/// How many digits a count has at most that is written in full.
const MOST_DIGITS: usize = 15;

/// The Fluent files in English.
const ENGLISH: &[&str] = &[
    include_str!("words/en/problems.ftl"),
    include_str!("words/en/answers.ftl"),
    include_str!("words/en/looking.ftl"),
    include_str!("words/en/trying.ftl"),
    include_str!("words/en/proposing.ftl"),
    include_str!("words/en/screens.ftl"),
    include_str!("words/en/firmness.ftl"),
    include_str!("words/en/packages.ftl"),
    include_str!("words/en/showing.ftl"),
    include_str!("words/en/session.ftl"),
    include_str!("words/en/import.ftl"),
    include_str!("words/en/interview.ftl"),
    include_str!("words/en/distributing.ftl"),
    include_str!("words/en/reacting.ftl"),
    include_str!("words/en/process.ftl"),
    include_str!("words/en/checks.ftl"),
];
/// The Fluent files in Dutch.
const DUTCH: &[&str] = &[
    include_str!("words/nl/problems.ftl"),
    include_str!("words/nl/answers.ftl"),
    include_str!("words/nl/looking.ftl"),
    include_str!("words/nl/trying.ftl"),
    include_str!("words/nl/proposing.ftl"),
    include_str!("words/nl/screens.ftl"),
    include_str!("words/nl/firmness.ftl"),
    include_str!("words/nl/packages.ftl"),
    include_str!("words/nl/showing.ftl"),
    include_str!("words/nl/session.ftl"),
    include_str!("words/nl/import.ftl"),
    include_str!("words/nl/interview.ftl"),
    include_str!("words/nl/distributing.ftl"),
    include_str!("words/nl/reacting.ftl"),
    include_str!("words/nl/process.ftl"),
    include_str!("words/nl/checks.ftl"),
];

/// The sentences of one language.
pub struct Wordbook {
    /// The language that texts of the table are shown in.
    pub language: Language,
    /// How parties are called.
    pub names: Names,
    /// What bars are drawn with.
    pub(super) strokes: Strokes,
    bundle: FluentBundle<FluentResource>,
}

impl Wordbook {
    /// Opens the wordbook of `language`. An English sentence stands in for one that a language lacks.
    #[must_use]
    pub fn new(language: Language) -> Self {
        match language {
            Language::En => Self::open(language, &["en"], &[ENGLISH]),
            Language::Nl => Self::open(language, &["nl", "en"], &[ENGLISH, DUTCH]),
        }
    }

    /// Opens a wordbook in which later texts go before earlier ones, and plurals follow the first of `locales`.
    fn open(language: Language, locales: &[&str], texts: &[&[&str]]) -> Self {
        let locales = locales.iter().map(|locale| locale.parse::<LanguageIdentifier>().unwrap_or_default());
        let mut bundle = FluentBundle::new(locales.collect());
        // Without this, invisible direction marks end up around every value in the terminal.
        bundle.set_use_isolating(false);
        for text in texts.iter().copied().flatten() {
            // A broken file still yields the messages that can be read; a test finds it.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, names: Names::Ids, strokes: Strokes::Blocks, bundle }
    }

    /// Calls parties by `names` from here on.
    #[must_use]
    pub fn calling(self, names: Names) -> Self {
        Self { names, ..self }
    }

    /// Draws bars with `strokes` from here on.
    #[must_use]
    pub fn drawing(self, strokes: Strokes) -> Self {
        Self { strokes, ..self }
    }

    /// Whether there is a message called `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Returns the sentence called `key`, with `arguments` filled in.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else { return key.to_owned() };
        self.bundle.format_pattern(pattern, Some(&values(arguments)), &mut Vec::new()).into_owned()
    }

    /// Returns the sentence `attribute` of the message called `key`, such as its `hint`; `None` if it has none.
    #[must_use]
    pub fn attribute(&self, key: &str, attribute: &str, arguments: &[(&str, &str)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.get_attribute(attribute)?.value();
        Some(self.bundle.format_pattern(pattern, Some(&values(arguments)), &mut Vec::new()).into_owned())
    }

    /// Returns a decimal number, written with a point, as this language writes it.
    ///
    /// Only for what is read: what can be typed back has a point in every language.
    #[must_use]
    pub fn decimal(&self, written: &str) -> String {
        match self.language {
            Language::En => written.to_owned(),
            Language::Nl => written.replace('.', ","),
        }
    }

    /// Returns `count` with a mark between thousands; one of more than 15 digits as people read it, about so many.
    #[must_use]
    pub fn count(&self, count: &Count) -> String {
        let mark = match self.language {
            Language::En => ',',
            Language::Nl => '.',
        };
        let digits = count.to_string();
        if digits.len() > MOST_DIGITS {
            return self.say("count-about", &[("number", &self.about(&digits))]);
        }
        let mut grouped = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A whole number of many digits as a power of ten, with two of its digits unless these are a one and a zero.
    fn about(&self, digits: &str) -> String {
        let (first, behind) = digits.split_at(3);
        let tenths = (first.parse().unwrap_or(0) + 5) / 10;
        let (tenths, zeros) = if tenths < 100 { (tenths, behind.len() + 2) } else { (10, behind.len() + 3) };
        match (tenths / 10, tenths % 10) {
            (1, 0) => format!("10^{zeros}"),
            (whole, 0) => format!("{whole} × 10^{zeros}"),
            (whole, tenth) => format!("{} × 10^{zeros}", self.decimal(&format!("{whole}.{tenth}"))),
        }
    }

    /// Returns `value` with `decimals` places, ties away from zero, never `-0`.
    #[must_use]
    pub fn number(&self, value: &Rational, decimals: u32) -> String {
        let scale = Rational::power_of_ten(decimals);
        let rounded = (value * &scale).round() / scale;
        self.decimal(&format!("{:.*}", decimals as usize, nearest_f64(&rounded)))
    }

    /// Returns `value` like [`Wordbook::number`], with its sign, unless it rounds to zero.
    #[must_use]
    pub fn signed(&self, value: &Rational, decimals: u32) -> String {
        let text = self.number(value, decimals);
        let is_positive = text.chars().any(|c| ('1'..='9').contains(&c)) && !text.starts_with('-');
        if is_positive { format!("+{text}") } else { text }
    }
}

fn values<'a>(arguments: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    let mut values = FluentArgs::new();
    for (name, text) in arguments {
        // Whole numbers select plural forms; only those that are written back the same way, so not `007` or `+5`.
        let number = text.parse::<i64>().ok().filter(|number| number.to_string() == *text);
        values.set(*name, number.map_or_else(|| FluentValue::from(*text), FluentValue::from));
    }
    values
}

/// Returns `text` without anything that could steer a terminal: control and direction characters become `�`.
#[must_use]
pub fn clean(text: &str) -> String {
    let harmful = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if harmful(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_as_the_language_does() {
        let counts =
            |language| [999_u64, 1458, 1_234_567].map(|count| Wordbook::new(language).count(&Count::from(count)));
        assert_eq!(counts(Language::En), ["999", "1,458", "1,234,567"]);
        assert_eq!(counts(Language::Nl), ["999", "1.458", "1.234.567"]);
    }

    #[test]
    fn a_count_of_many_digits_is_told_as_a_power_of_ten() {
        for (count, en, nl) in [
            (999_999_999_999_999, "999,999,999,999,999", "999.999.999.999.999"),
            (1_000_000_000_000_000, "about 10^15", "ongeveer 10^15"),
            (2_000_000_000_000_000, "about 2 × 10^15", "ongeveer 2 × 10^15"),
            (9_949_999_999_999_999, "about 9.9 × 10^15", "ongeveer 9,9 × 10^15"),
            (9_950_000_000_000_000, "about 10^16", "ongeveer 10^16"),
            (u128::MAX, "about 3.4 × 10^38", "ongeveer 3,4 × 10^38"),
        ] {
            let told = [Language::En, Language::Nl].map(|language| Wordbook::new(language).count(&Count::from(count)));
            assert_eq!(told, [en, nl]);
        }
    }

    #[test]
    fn decimals_are_written_as_the_language_does() {
        let third = Rational::new((-1).into(), 3.into());
        for (language, expected) in [(Language::En, ["-0.3", "+0.33"]), (Language::Nl, ["-0,3", "+0,33"])] {
            let words = Wordbook::new(language);
            assert_eq!([words.number(&third, 1), words.signed(&-third.clone(), 2)], expected);
        }
    }

    #[test]
    fn an_english_sentence_stands_in_for_a_missing_one() {
        let english = "only-here = English\n    .hint = Do it.\nboth = English";
        let words = Wordbook::open(Language::Nl, &["nl", "en"], &[&[english], &["both = Nederlands"]]);
        assert_eq!([words.say("only-here", &[]), words.say("both", &[])], ["English", "Nederlands"]);
        assert_eq!(words.attribute("only-here", "hint", &[]).as_deref(), Some("Do it."));
    }

    #[test]
    fn plurals_follow_the_language() {
        let words = Wordbook::new(Language::Nl);
        let parties = ["1", "2"].map(|count| words.say("count-parties", &[("count", count)]));
        assert_eq!(parties, ["1 partij", "2 partijen"]);
    }
}
