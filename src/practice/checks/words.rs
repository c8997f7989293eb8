//! Lists of words, with space between them, or with `|` between phrases.

/// Whether a word is one of a list.
pub(super) fn is_listed(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

/// Whether a word begins like one of a list.
pub(super) fn starts(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|start| word.starts_with(start))
}

/// The phrases of a list.
pub(super) fn phrases(list: &str) -> impl Iterator<Item = &str> {
    list.split('|').map(str::trim)
}

/// The words of a text; hyphens and signs of money and share belong to them.
pub(super) fn words(text: &str) -> Vec<&str> {
    let is_edge = |c: char| !(c.is_alphanumeric() || "-%€$".contains(c));
    text.split(is_edge).filter(|word| !word.is_empty()).collect()
}
