//! The sentences of one language, and how numbers are written in it.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::{Language, Rational, nearest_f64};

/// The Fluent files of each language.
const ENGLISH: &[&str] = &[include_str!("words/en/problems.ftl"), include_str!("words/en/answers.ftl")];

/// The sentences of one language.
pub struct Wordbook {
    /// The language that texts of the table are shown in.
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wordbook {
    /// Opens the wordbook of `language`. English sentences stand in for a language that has none yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec!["en".parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Without this, invisible direction marks end up around every value in the terminal.
        bundle.set_use_isolating(false);
        for text in ENGLISH {
            // A broken file still yields the messages that can be read; a test finds it.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
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

    /// Returns `value` with `decimals` places, ties away from zero, never `-0`.
    #[must_use]
    pub fn number(&self, value: &Rational, decimals: u32) -> String {
        let scale = Rational::from_integer(num_bigint::BigInt::from(10).pow(decimals));
        let rounded = (value * &scale).round() / scale;
        format!("{:.*}", decimals as usize, nearest_f64(&rounded))
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
