//! From a typed line to its words, each with its place.

use std::ops::Range;

/// A word of a typed line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word without the quotes around it.
    pub text: String,
    /// Where it stands in the line, quotes included: a byte range.
    pub place: Range<usize>,
}

/// A typed line, cut into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words, in order.
    pub words: Vec<Word>,
    /// Whether a quote is still open at the end.
    pub open_quote: bool,
}

/// Cuts a line into words: space separates, `"` quotes (and `""` inside quotes stands for `"`), `#` at the start of a
/// word before a space or another `#` begins a comment that runs to the end of the line.
///
/// Nothing else is special, so that `'s avonds` and `C:\temp` stay what they are. A `#` that touches what follows is
/// part of a word: `#3` is the third package that was shown.
#[must_use]
pub fn tokenize(line: &str) -> Words {
    let mut found = Words::default();
    let mut rest = line.char_indices().peekable();
    while let Some((start, first)) = rest.next_if(|_| true) {
        if first.is_whitespace() {
            continue;
        }
        if first == '#' && is_comment(&line[start..]) {
            break;
        }
        let mut word = Word { text: String::new(), place: start..line.len() };
        let mut is_quoted = first == '"';
        if !is_quoted {
            word.text.push(first);
        }
        while let Some((at, c)) = rest.next() {
            let doubled = is_quoted && c == '"' && rest.peek().is_some_and(|(_, next)| *next == '"');
            if doubled {
                rest.next();
                word.text.push('"');
            } else if c == '"' {
                is_quoted = !is_quoted;
            } else if c.is_whitespace() && !is_quoted {
                word.place.end = at;
                break;
            } else {
                word.text.push(c);
            }
        }
        found.open_quote = is_quoted;
        found.words.push(word);
    }
    found
}

/// Whether what starts with `#` is said to nobody.
fn is_comment(text: &str) -> bool {
    text[1..].chars().next().is_none_or(|next| next.is_whitespace() || next == '#')
}

/// Returns a name as it must be typed to be one word.
#[must_use]
pub fn quote(name: &str) -> String {
    let is_plain =
        !name.is_empty() && !name.starts_with('#') && !name.contains(|c: char| c.is_whitespace() || c == '"');
    if is_plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// Returns a line without these options and their values.
#[must_use]
pub(super) fn without_options(line: &str, options: &[&str]) -> String {
    let mut kept = String::new();
    let mut from = 0;
    let mut words = tokenize(line).words.into_iter();
    while let Some(word) = words.next() {
        let is_joined = word.text.split_once('=').is_some_and(|(name, _)| options.contains(&name));
        if !is_joined && !options.contains(&word.text.as_str()) {
            continue;
        }
        kept += line[from..word.place.start].trim_end();
        from = if is_joined { word.place.end } else { words.next().map_or(line.len(), |value| value.place.end) };
    }
    kept += &line[from..];
    kept.trim().to_owned()
}

/// Returns what a person meant by a pasted line: without a prompt before it, a byte-order mark or a line end, and with
/// straight quotes for typographic double ones.
#[must_use]
pub fn as_meant(line: &str) -> String {
    let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    let straight: String = line.chars().map(|c| if "“”„‟".contains(c) { '"' } else { c }).collect();
    match straight.trim_start().strip_prefix("tafel") {
        // A prompt is `tafel> ` or `tafel:name> `, and no command starts like that.
        Some(rest) if rest.starts_with(['>', ':']) => match rest.split_once("> ") {
            Some((_, command)) => command.to_owned(),
            None => straight,
        },
        _ => straight,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(line: &str) -> Vec<String> {
        tokenize(line).words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn options_go_with_their_values() {
        let without = |line| without_options(line, &["--by", "--note"]);
        assert_eq!(without("party A --by \"de bond\" B --note=x"), "party A B");
        assert_eq!(without("  party  A"), "party  A");
        assert_eq!(without("party A --note"), "party A");
    }

    #[test]
    fn only_the_double_quote_is_special() {
        assert_eq!(
            texts("note bewoners kunnen 's avonds niet"),
            ["note", "bewoners", "kunnen", "'s", "avonds", "niet"]
        );
        assert_eq!(texts(r"load C:\temp\a.ron"), ["load", r"C:\temp\a.ron"]);
        assert_eq!(texts(r#"party "de ""vrije"" bond" x"#), ["party", "de \"vrije\" bond", "x"]);
        assert_eq!(texts("loon=\"3 nu\" \"\""), ["loon=3 nu", ""]);
    }

    #[test]
    fn a_comment_runs_to_the_end_but_a_number_sign_names() {
        assert_eq!(texts("undo # that was wrong"), ["undo"]);
        assert_eq!(texts("# nothing"), [""; 0]);
        assert_eq!(texts("## nothing"), [""; 0]);
        assert_eq!(texts("why #3"), ["why", "#3"]);
    }

    #[test]
    fn an_open_quote_is_noticed() {
        assert!(tokenize("party \"de bond").open_quote);
        assert!(!tokenize("party \"de bond\"").open_quote);
    }

    #[test]
    fn pasted_lines_lose_what_isnt_meant() {
        assert_eq!(as_meant("tafel> zopa\r"), "zopa");
        assert_eq!(as_meant("  tafel:vvt-cao-2018*> zopa"), "zopa");
        assert_eq!(as_meant("\u{feff}party “de bond”"), "party \"de bond\"");
        assert_eq!(as_meant("weights FNV KO > WA"), "weights FNV KO > WA");
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_one_word_again(name in "\\PC*", before in "[a-z]*") {
            let line = format!("{before} {} after", quote(&name));
            prop_assert!(texts(&line).contains(&name), "{line}");
        }

        #[test]
        fn places_are_where_the_words_stand(line in "\\PC*") {
            for word in tokenize(&line).words {
                let there = &line[word.place];
                prop_assert!(there.contains('"') || there == word.text);
            }
        }
    }
}
