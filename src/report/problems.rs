//! Problems in words: where, what, the line itself with a caret, a way out.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthStr as _;

use super::page::Page;
use super::{Wordbook, clean};
use crate::diagnostic::{Problem, Severity};

/// How long a line may be to be shown whole.
const WHOLE_LINE: usize = 120;
/// How many characters of a longer line are shown on either side of the place at most.
const CONTEXT: usize = 50;
/// How many characters are underlined at most.
const LONGEST_MARK: usize = 80;

/// The arguments whose values are themselves looked up: `kind` with the value `rule` is the message `kind-rule`.
const LOOKED_UP: [&str; 5] = ["kind", "kinds", "expected", "way", "reason"];

/// The arguments that are decimal numbers to be read: nobody types them back, so that they are written as the language
/// does.
const DECIMAL: [&str; 3] = ["sum", "utility", "factor"];

/// Lays a problem out: `path:line:column: message`, the line with a caret, and the way out.
///
/// Lines and columns count from 1, columns in characters. `source` is the text that the problem's place is about;
/// without a place the first line is `path: message`.
#[must_use]
pub fn render_problem(wordbook: &Wordbook, path: &str, source: &str, problem: &Problem) -> String {
    render_line(wordbook, path, 1, source, problem)
}

/// Lays a problem out like [`render_problem`], where `source` begins at line `first` of what is called `path`.
#[must_use]
pub fn render_line(wordbook: &Wordbook, path: &str, first: usize, source: &str, problem: &Problem) -> String {
    let place = place(source, problem);
    let mut text = clean(path);
    if let Some(place) = &place {
        let (line, column) = line_and_column(source, place.start);
        text.push_str(&format!(":{}:{column}", line + first - 1));
    }
    text.push_str(": ");
    if problem.severity() == Severity::Warning {
        text.push_str(&wordbook.say("problem-warning", &[]));
        text.push_str(": ");
    }
    let (message, hints) = in_words(wordbook, problem);
    text.push_str(&message);
    text.push('\n');
    if let Some(place) = place {
        text.push_str(&excerpt(source, place, first));
    }
    for hint in hints {
        text.push_str(&wordbook.say("problem-hint", &[("hint", &hint)]));
        text.push('\n');
    }
    text
}

/// Lays a problem of a typed line out: what is wrong, the line with a caret under the word, and the way out; words in
/// lines of at most `width` columns.
#[must_use]
pub fn render_typed(wordbook: &Wordbook, line: &str, problem: &Problem, width: usize) -> String {
    let (message, hints) = in_words(wordbook, problem);
    let mut text = folded(wordbook.say("error-line", &[("message", &message)]), width);
    if let Some(place) = place(line, problem) {
        let Window { before, marked, after } = window(line, place);
        let indent = " ".repeat(2 + before.width());
        let caret = "^".repeat(marked.width().max(1));
        text += &format!("  {before}{marked}{after}\n{indent}{caret}\n");
    }
    for hint in hints {
        text += &folded(wordbook.say("hint-line", &[("message", &hint)]), width);
    }
    text
}

fn folded(line: String, width: usize) -> String {
    let mut page = Page::default();
    page.line(line);
    page.lay_out(width)
}

/// What is wrong, and the ways out.
pub(super) fn in_words(wordbook: &Wordbook, problem: &Problem) -> (String, Vec<String>) {
    let arguments = arguments(wordbook, problem);
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (wordbook.say(problem.code.key(), &arguments), hints(wordbook, problem.code.key(), &arguments))
}

/// What the message mentions, with keys of the wordbook put in words.
fn arguments(wordbook: &Wordbook, problem: &Problem) -> Vec<(&'static str, String)> {
    let values = problem.arguments.iter().map(|(name, value)| {
        let value = match *name {
            name if LOOKED_UP.contains(&name) => wordbook.say(&format!("{name}-{value}"), &[]),
            name if DECIMAL.contains(&name) => wordbook.decimal(value),
            _ => clean(value),
        };
        (*name, value)
    });
    values.collect()
}

/// The ways out. One that mentions something that isn't known here is left out.
fn hints(wordbook: &Wordbook, key: &str, arguments: &[(&str, &str)]) -> Vec<String> {
    // With every known value empty, what is left over between braces is unknown.
    let blanks: Vec<(&str, &str)> = arguments.iter().map(|(name, _)| (*name, "")).collect();
    let is_whole = |hint: &str| wordbook.attribute(key, hint, &blanks).is_some_and(|text| !text.contains("{$"));
    let first = if is_whole("hint") { "hint" } else { "otherwise" };
    let hints = [first, "also"].into_iter().filter(|hint| is_whole(hint));
    hints.filter_map(|hint| wordbook.attribute(key, hint, arguments)).collect()
}

/// Where the problem is in the source.
pub(super) fn place(source: &str, problem: &Problem) -> Option<Range<usize>> {
    problem.place.clone().map(|place| legal(source, place))
}

/// The place, moved to where the source has characters.
fn legal(source: &str, place: Range<usize>) -> Range<usize> {
    let boundary = |mut at: usize| {
        while !source.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(place.start.min(source.len()));
    start..boundary(place.end.clamp(start, source.len()))
}

/// Line and column of a byte of the source, both from 1, columns in characters.
pub(super) fn line_and_column(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (1 + before.matches('\n').count(), 1 + before[start..].chars().count())
}

/// The line of the place, with the place underlined.
fn excerpt(source: &str, place: Range<usize>, first: usize) -> String {
    let (number, _) = line_and_column(source, place.start);
    let Window { before, marked, after } = window(source, place);
    let mark = before.len()..before.len() + marked.len();
    let line = format!("{before}{marked}{after}");
    let snippet = Snippet::source(line).line_start(number + first - 1).annotation(AnnotationKind::Primary.span(mark));
    let excerpt =
        Renderer::plain().term_width(4 * WHOLE_LINE).render(&[Group::with_level(Level::ERROR).element(snippet)]);
    excerpt.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// As much of a line around a place as is shown.
struct Window {
    before: String,
    marked: String,
    after: String,
}

fn window(source: &str, place: Range<usize>) -> Window {
    let start = source[..place.start].rfind('\n').map_or(0, |end| end + 1);
    let end = source[place.start..].find('\n').map_or(source.len(), |end| place.start + end);
    let before = &source[start..place.start];
    let marked = first(&source[place.start..place.end.min(end)], LONGEST_MARK);
    let after = source[place.start + marked.len()..end].trim_end_matches('\r');

    let context = if source[start..end].chars().nth(WHOLE_LINE).is_some() { CONTEXT } else { WHOLE_LINE };
    let before = last(before, context);
    let is_cut = place.start - start > before.len();
    let shown = first(after, context);
    Window {
        before: format!("{}{}", if is_cut { "…" } else { "" }, clean_line(before)),
        marked: clean_line(marked.trim_end_matches('\r')),
        after: format!("{}{}", clean_line(shown), if shown.len() < after.len() { "…" } else { "" }),
    }
}

/// A line without anything that steers a terminal, and with tabs as spaces.
fn clean_line(text: &str) -> String {
    clean(&text.replace('\t', "    "))
}

fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str, count: usize) -> &str {
    match count.checked_sub(1).and_then(|count| text.char_indices().rev().nth(count)) {
        Some((start, _)) => &text[start..],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::domain::Language;

    fn render(source: &str, place: Range<usize>) -> String {
        let problem = Problem::new(Code::UnknownName).at(place).with("kind", "interest").with("name", "KOO");
        render_problem(&Wordbook::new(Language::En), "a.ron", source, &problem)
    }

    #[test]
    fn the_first_line_is_path_line_column_and_message() {
        let text = render("(\n  é \"KOO\"\r\n)", 8..11);
        assert_eq!(text, "a.ron:2:6: unknown interest `KOO`\n  |\n2 |   é \"KOO\"\n  |      ^^^\n");
    }

    #[test]
    fn a_hint_is_given_only_if_it_is_known() {
        let problem = Problem::new(Code::UnknownName).with("kind", "interest").with("name", "KOO");
        let wordbook = Wordbook::new(Language::En);
        assert_eq!(render_problem(&wordbook, "a.ron", "", &problem), "a.ron: unknown interest `KOO`\n");
        let text = render_problem(&wordbook, "a.ron", "", &problem.with("near", "KO"));
        assert_eq!(text, "a.ron: unknown interest `KOO`\nhint: did you mean `KO`?\n");
    }

    #[test]
    fn any_place_in_any_text_can_be_shown() {
        let source = "\t😀\u{202e}\u{1b}[31m\u{0}日本\r\nx\n\n".repeat(3) + &"y".repeat(500);
        for start in 0..source.len() + 3 {
            for length in [0, 1, 7, 400] {
                let text = render(&source, start..start + length);
                assert!(text.chars().all(|c| c == '\n' || clean(&c.to_string()) == c.to_string()), "{text:?}");
                assert!(text.lines().all(|line| line.chars().count() < 300), "{text}");
            }
        }
    }

    #[test]
    fn every_kind_of_problem_has_words() {
        let wordbook = Wordbook::new(Language::En);
        for code in Code::ALL {
            assert_ne!(wordbook.say(code.key(), &[]), code.key(), "{code:?}");
        }
    }
}
