//! Colours for terminals: they repeat what the words say, and are never needed.

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";
const PLAIN: &str = "\u{1b}[0m";

/// Paints text for a terminal: headings bold, gains green and losses red, errors red and hints cyan.
///
/// The text itself holds nothing that steers a terminal, so what is added here is all there is.
pub(super) fn paint(text: &str) -> String {
    text.lines().map(|line| paint_line(line) + "\n").collect()
}

fn paint_line(line: &str) -> String {
    for (starts, color) in [(["error:", "fout:"], RED), (["hint:", "tip:"], CYAN)] {
        if let Some(start) = starts.into_iter().find(|start| line.starts_with(start)) {
            return format!("{color}{start}{PLAIN}{}", &line[start.len()..]);
        }
    }
    if line.trim_start().starts_with('^') {
        return format!("{RED}{line}{PLAIN}");
    }
    if !line.is_empty() && !line.starts_with(' ') {
        return format!("{BOLD}{line}{PLAIN}");
    }
    let mut painted = String::new();
    for part in line.split_inclusive(' ') {
        let word = part.trim_end_matches(' ');
        match sign(word) {
            Some(color) => painted += &format!("{color}{word}{PLAIN}{}", &part[word.len()..]),
            None => painted += part,
        }
    }
    painted
}

/// The colour of a signed number.
fn sign(word: &str) -> Option<&'static str> {
    let color = match word.chars().next()? {
        '+' => GREEN,
        '-' => RED,
        _ => return None,
    };
    let number = word[1..].trim_end_matches([',', '.', ';', ')']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit());
    (is_number && number.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))).then_some(color)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_the_colours_away_leaves_the_text() {
        let text = "What it is worth\n  FNV  +12.5  -3,0\nerror: unknown\n  a b\n    ^\nhint: did you\n\n  3+1% - x\n";
        let painted = paint(text);
        let bare =
            [BOLD, RED, GREEN, CYAN, PLAIN].into_iter().fold(painted.clone(), |text, code| text.replace(code, ""));
        assert_eq!(bare, text);
        assert!(painted.contains("\u{1b}[32m+12.5\u{1b}[0m") && painted.contains("\u{1b}[31m-3,0\u{1b}[0m"));
        assert!(painted.contains("  3+1% - x"));
    }
}
