//! Text for people, once or in both languages.

/// A language that tables and answers come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

/// A text for people: the same in every language, or one per language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// One text for every language.
    Plain(String),
    /// A text per language.
    PerLanguage {
        /// The English text.
        en: String,
        /// The Dutch text.
        nl: String,
    },
}

impl Text {
    /// Returns the text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Plain(text), _)
            | (Self::PerLanguage { en: text, .. }, Language::En)
            | (Self::PerLanguage { nl: text, .. }, Language::Nl) => text,
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

/// The word that stands for a value in files and commands.
pub(super) fn word_of<T: PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

/// The first name that is free: `stem`, or else that with a number from 2 on behind it.
#[must_use]
pub fn free_name(stem: &str, separator: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut name = stem.to_owned();
    let mut number = 2_u64;
    while !is_free(&name) {
        name = format!("{stem}{separator}{number}");
        number += 1;
    }
    name
}
