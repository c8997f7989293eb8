//! The small languages inside texts: effect lines, weights and rankings, limits, choices. Pure: text in, parts out.

use crate::domain::Comparison;

/// How many characters a name may have.
pub(super) const LONGEST_NAME: usize = 100;

/// One part of an effect line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'t> {
    /// An interest and what happens to it.
    Effect(&'t str, &'t str),
    /// An attribute and how much of it.
    Attribute(&'t str, &'t str),
    /// Something else.
    Unclear(&'t str),
}

/// One part of a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// An attribute.
    Name(&'t str),
    /// A number without sign.
    Number(&'t str),
    /// `+`, `-` or `*`
    Operator(char, &'t str),
    /// `<=`, `>=` or `=`
    Comparison(Comparison, &'t str),
    /// Something else.
    Unclear(&'t str),
}

/// Whether `c` can't stand in the name of an interest or attribute.
pub(super) fn is_operator(c: char) -> bool {
    matches!(c, '=' | '<' | '>' | '≤' | '≥' | '+' | '−' | '*' | ',' | ';' | ':' | '(' | ')' | '·')
}

/// Splits `text` at space, and at commas that aren't decimal commas.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let is_digit_next = rest.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_whitespace() || c == ',' && !(before.is_ascii_digit() && is_digit_next) {
            words.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        before = c;
    }
    words.push(&text[start..]);
    words.retain(|word| !word.is_empty());
    words
}

/// Takes an effect line apart. `is_interest` settles what a `-` inside a name means.
#[must_use]
pub fn effect_line<'t>(line: &'t str, is_interest: impl Fn(&str) -> bool) -> Vec<Entry<'t>> {
    let mut entries = Vec::new();
    let mut words = words(line).into_iter().filter(|word| *word != "·").peekable();
    if line.trim() == "0" {
        return entries;
    }
    while let Some(word) = words.next() {
        if let Some((name, value)) = word.split_once('=') {
            let is_whole = !name.is_empty() && !value.is_empty();
            entries.push(if is_whole { Entry::Attribute(name, value) } else { Entry::Unclear(word) });
            continue;
        }
        let split = split_effect(word, &is_interest);
        let followed = words.peek().is_some_and(|next| is_value(next));
        entries.push(match split {
            Some((name, value)) if !followed || !is_interest(word) => Entry::Effect(name, value),
            _ if followed => words.next().map_or(Entry::Unclear(word), |value| Entry::Effect(word, value)),
            _ => Entry::Unclear(word),
        });
    }
    entries
}

/// Splits `KO+7` before its sign.
fn split_effect<'t>(word: &'t str, is_interest: &impl Fn(&str) -> bool) -> Option<(&'t str, &'t str)> {
    let at = word.find(['+', '−', '·']).or_else(|| {
        let dashes = || word.match_indices('-').map(|(at, _)| at).filter(|at| is_value(&word[*at..]));
        let known = dashes().take_while(|at| *at <= 4 * LONGEST_NAME).find(|at| is_interest(&word[..*at]));
        known.or_else(|| dashes().next())
    })?;
    (at > 0).then(|| word.split_at(at))
}

/// Whether `word` reads as an effect of its own.
fn is_value(word: &str) -> bool {
    matches!(word, "+" | "++" | "-" | "--" | "−" | "−−")
        || word.trim_start_matches(['+', '-', '−']).starts_with(|c: char| c.is_ascii_digit() || c == '.')
}

/// The number of a word such as `++`; `None` if `value` is no such word.
pub(super) fn effect_word(value: &str) -> Option<i64> {
    Some(match value {
        "++" => 6,
        "+" => 3,
        "0" | "·" => 0,
        "-" | "−" => -3,
        "--" | "−−" => -6,
        _ => return None,
    })
}

/// The ranks of `KO > WA = RU`, the most important first; `None` if `text` is no ranking.
pub(super) fn ranking(text: &str) -> Option<Vec<Vec<&str>>> {
    let is_single = words(text).len() == 1;
    if !is_single && !text.contains(['>', '=']) {
        return None;
    }
    Some(text.split('>').map(|rank| rank.split('=').map(str::trim).collect()).collect())
}

/// Takes a limit apart. A whole word that `is_attribute` knows is a name, whatever it looks like.
pub(super) fn limit<'t>(text: &'t str, is_attribute: impl Fn(&str) -> bool) -> Vec<Token<'t>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(next) = rest.chars().next() else { return tokens };
        let (token, length) = comparison(rest).unwrap_or_else(|| match next {
            '+' | '-' | '*' | '−' => {
                let operator = &rest[..next.len_utf8()];
                (Token::Operator(if next == '−' { '-' } else { next }, operator), operator.len())
            }
            c if is_operator(c) => (Token::Unclear(&rest[..c.len_utf8()]), c.len_utf8()),
            _ => name_or_number(rest, &is_attribute),
        });
        tokens.push(token);
        rest = &rest[length..];
    }
}

fn comparison(text: &str) -> Option<(Token<'_>, usize)> {
    const SIGNS: [(&str, Comparison); 7] = [
        ("<=", Comparison::AtMost),
        ("=<", Comparison::AtMost),
        ("≤", Comparison::AtMost),
        (">=", Comparison::AtLeast),
        ("≥", Comparison::AtLeast),
        ("==", Comparison::Equal),
        ("=", Comparison::Equal),
    ];
    let (sign, comparison) = SIGNS.into_iter().find(|(sign, _)| text.starts_with(sign))?;
    Some((Token::Comparison(comparison, &text[..sign.len()]), sign.len()))
}

fn name_or_number<'t>(text: &'t str, is_attribute: &impl Fn(&str) -> bool) -> (Token<'t>, usize) {
    let ends_word = |c: char| c.is_whitespace() || is_operator(c) && c != ',';
    let starts_number = text.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    // Before a number only as far as a name can reach, lest a long row of numbers is looked through for each.
    let reach = text.char_indices().nth(LONGEST_NAME).filter(|_| starts_number).map_or(text.len(), |(at, _)| at);
    let word = &text[..text[..reach].find(ends_word).unwrap_or(reach)];
    if is_attribute(word) || !starts_number {
        return (Token::Name(word), word.len());
    }
    let number = word.find(|c: char| !(c.is_ascii_digit() || "._,/".contains(c))).unwrap_or(word.len());
    (Token::Number(&word[..number]), number)
}

/// Splits `loon=3% prijs=3.5` into its choices. A name of an issue with spaces is recognised by `is_issue`.
pub(super) fn choices(text: &str, is_issue: impl Fn(&str) -> bool) -> Vec<&str> {
    let is_separator = |c: char| c.is_whitespace() || c == ',' || c == '·';
    let mut starts: Vec<usize> = Vec::new();
    let mut behind_sign = 0;
    for (sign, _) in text.match_indices('=') {
        let name = text[behind_sign..sign].trim_end();
        let mut words: Vec<usize> = name
            .char_indices()
            .rev()
            .take(LONGEST_NAME)
            .filter(|(_, c)| is_separator(*c))
            .map(|(at, c)| at + c.len_utf8())
            .collect();
        if starts.is_empty() {
            words.push(0);
        }
        let known = words.iter().rev().find(|at| is_issue(&name[**at..])).or(words.first());
        starts.extend(known.map(|at| behind_sign + at));
        behind_sign = sign + 1;
    }
    let first = starts.first().copied().unwrap_or(text.len());
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let head = text[..first].trim_matches(is_separator);
    let choices = starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim_matches(is_separator));
    (!head.is_empty()).then_some(head).into_iter().chain(choices).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knows(name: &str) -> bool {
        ["KO", "WA", "co-op", "A-1", "A"].contains(&name)
    }

    #[test]
    fn an_effect_line_names_interests_and_attributes() {
        use Entry::{Attribute, Effect, Unclear};
        assert_eq!(
            effect_line("KO+7, WA ++ co-op-6 A-1 +3 A-1 cost=4 ·", knows),
            [
                Effect("KO", "+7"),
                Effect("WA", "++"),
                Effect("co-op", "-6"),
                Effect("A-1", "+3"),
                Effect("A", "-1"),
                Attribute("cost", "4")
            ]
        );
        assert_eq!(
            effect_line("KO−3 WA-- KO+0,5", knows),
            [Effect("KO", "−3"), Effect("WA", "--"), Effect("KO", "+0,5")]
        );
        assert_eq!(effect_line("KO WA+1", knows), [Unclear("KO"), Effect("WA", "+1")]);
        assert_eq!(effect_line("KO+1 cost= +", knows), [Effect("KO", "+1"), Unclear("cost="), Unclear("+")]);
        assert_eq!(effect_line("·", knows), []);
        assert_eq!(effect_line("", knows), []);
    }

    #[test]
    fn a_limit_is_two_sums_and_a_sign() {
        use Token::{Comparison as Sign, Name, Number, Operator};
        let known = |name: &str| name == "3x";
        assert_eq!(
            limit("2fte+3*co-op−x ≤ 1/2 + 3x", known),
            [
                Number("2"),
                Name("fte"),
                Operator('+', "+"),
                Number("3"),
                Operator('*', "*"),
                Name("co-op"),
                Operator('-', "−"),
                Name("x"),
                Sign(Comparison::AtMost, "≤"),
                Number("1/2"),
                Operator('+', "+"),
                Name("3x")
            ]
        );
    }

    #[test]
    fn choices_start_at_a_name_with_an_equals_sign() {
        let issue = |name: &str| name == "het loon";
        assert_eq!(choices("loon=3% a, b · het loon=4 x=1", issue), ["loon=3% a, b", "het loon=4", "x=1"]);
        assert_eq!(choices("pot=A:1/3,B:2/3", issue), ["pot=A:1/3,B:2/3"]);
        assert_eq!(choices("  loon , ", issue), ["loon"]);
        assert_eq!(choices("x y=1", issue), ["x", "y=1"]);
        assert_eq!(choices("", issue), Vec::<&str>::new());
        assert_eq!(choices("a==b", issue), ["a==b"]);
    }

    #[test]
    fn a_ranking_has_signs_or_a_single_name() {
        assert_eq!(ranking("KO > WA = RU"), Some(vec![vec!["KO"], vec!["WA", "RU"]]));
        assert_eq!(ranking("KO"), Some(vec![vec!["KO"]]));
        assert_eq!(ranking("KO 40"), None);
    }
}
