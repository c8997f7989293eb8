//! How wide the columns of a grid are: those that don't fit go below in blocks, each row under its own name again.

use unicode_width::UnicodeWidthStr as _;

use super::page::{Column, GAP, Grid, INDENT, NARROWEST, Page};

/// How wide a single word may make its column at first; a longer one may be broken over lines.
const LONGEST_WORD: usize = 16;

/// Rows and columns that both have names; as many columns as there may be.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    /// What stands above the names of the rows.
    pub(super) corner: String,
    /// The names of the columns.
    pub(super) heads: Vec<String>,
    /// The name of each row, with one cell per column.
    pub(super) rows: Vec<(String, Vec<String>)>,
    /// Whether the cells are numbers or words.
    pub(super) numbers: bool,
}

impl Blocks {
    /// A grid of numbers with these columns.
    pub(super) fn of_numbers(corner: String, heads: Vec<String>) -> Self {
        Self { corner, heads, rows: Vec::new(), numbers: true }
    }

    /// A grid of words with these columns.
    pub(super) fn of_words(corner: String, heads: Vec<String>) -> Self {
        Self { corner, heads, rows: Vec::new(), numbers: false }
    }

    /// Adds a row.
    pub(super) fn row(&mut self, name: impl Into<String>, cells: Vec<String>) {
        self.rows.push((name.into(), cells));
    }

    /// Adds the blocks to a page of `width` columns.
    pub(super) fn add_to(&self, page: &mut Page, width: usize) {
        let room = width.max(NARROWEST) - INDENT;
        let names = self.rows.iter().map(|(name, _)| name.as_str()).chain([self.corner.as_str()]);
        let names = names.map(|name| name.width()).max().unwrap_or_default();
        let name_words = self.rows.iter().map(|(name, _)| longest_word(name)).max().unwrap_or_default();
        let first = names.min((room / 3).max(name_words.min(room / 2)).max(1));
        let mut from = 0;
        while from < self.heads.len() && !self.rows.is_empty() {
            if from > 0 {
                page.gap();
            }
            let mut widths = self.fitting(from, room - first);
            let mut name = first;
            let used = first + widths.iter().map(|width| width + GAP).sum::<usize>();
            self.widen(from, names, room.saturating_sub(used), &mut name, &mut widths);
            page.grid(self.block(from, name, &widths));
            from += widths.len();
        }
    }

    /// The widths of the columns from the one at `from` that fit beside each other; at least one.
    fn fitting(&self, from: usize, room: usize) -> Vec<usize> {
        let mut widths = Vec::new();
        let mut left = room;
        for at in from..self.heads.len() {
            let words = self.cells(at).chain([self.heads[at].as_str()]).map(longest_word).max().unwrap_or_default();
            let words = words.min(LONGEST_WORD);
            let wanted = if self.numbers { words.max(self.natural(at).1) } else { words };
            if wanted + GAP > left && !widths.is_empty() {
                break;
            }
            let width = wanted.max(1).min(left.saturating_sub(GAP).max(1));
            left = left.saturating_sub(width + GAP);
            widths.push(width);
        }
        widths
    }

    /// Gives what room is left to what would otherwise be broken over lines.
    fn widen(&self, from: usize, names: usize, left: usize, name: &mut usize, widths: &mut [usize]) {
        let natural = |at: usize| self.natural(from + at);
        let columns = widths.iter_mut().enumerate().map(|(at, width)| (width, natural(at).0.max(natural(at).1)));
        let mut growing: Vec<(&mut usize, usize)> = [(name, names)].into_iter().chain(columns).collect();
        grow(&mut growing, left);
    }

    /// How wide the head and the widest cell of a column are.
    fn natural(&self, at: usize) -> (usize, usize) {
        (self.heads[at].width(), self.cells(at).map(|cell| cell.width()).max().unwrap_or_default())
    }

    fn cells(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |(_, cells)| cells.get(at)).map(String::as_str)
    }

    fn block(&self, from: usize, name: usize, widths: &[usize]) -> Grid {
        let column = |width: &usize| if self.numbers { Column::NumberIn(*width) } else { Column::WordsIn(*width) };
        let part = |cells: &[String]| cells.iter().skip(from).take(widths.len()).cloned().collect::<Vec<_>>();
        let row = |name: &String, cells: &[String]| [name.clone()].into_iter().chain(part(cells)).collect();
        Grid {
            header: row(&self.corner, &self.heads),
            columns: [Column::WordsIn(name)].into_iter().chain(widths.iter().map(column)).collect(),
            rows: self.rows.iter().map(|(name, cells)| row(name, cells)).collect(),
        }
    }
}

/// Gives `left` columns one by one to those that are not yet as wide as they would like.
fn grow(columns: &mut [(&mut usize, usize)], mut left: usize) {
    let mut has_grown = true;
    while left > 0 && has_grown {
        has_grown = false;
        for (width, wanted) in columns.iter_mut() {
            if left > 0 && **width < *wanted {
                **width += 1;
                left -= 1;
                has_grown = true;
            }
        }
    }
}

/// How wide to make columns of words on a page of `width` columns so that no word is broken, nor any name in the first
/// column where that can be; `None` if they don't fit.
pub(super) fn widths_of_words(rows: &[&Vec<String>], width: usize) -> Option<Vec<usize>> {
    let count = rows.first()?.len();
    let room = (width.max(NARROWEST) - INDENT).checked_sub(count.saturating_sub(1) * GAP)?;
    let cells = |at: usize| rows.iter().filter_map(move |row| row.get(at));
    let whole: Vec<usize> = (0..count).map(|at| cells(at).map(|cell| cell.width()).max().unwrap_or_default()).collect();
    let mut widths: Vec<usize> =
        (0..count).map(|at| cells(at).map(|cell| longest_word(cell)).max().unwrap_or_default().max(1)).collect();
    let left = room.checked_sub(widths.iter().sum())?;
    let mut columns: Vec<(&mut usize, usize)> = widths.iter_mut().zip(whole).collect();
    let names = columns.first_mut().map_or(0, |(name, wanted)| {
        let more = wanted.saturating_sub(**name).min(left);
        **name += more;
        more
    });
    grow(&mut columns, left - names);
    Some(widths)
}

/// How wide the longest word of a text is.
fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.width()).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_do_not_fit_go_below_and_none_is_lost() {
        let heads: Vec<String> = (1..=9).map(|at| format!("column-{at}")).collect();
        let mut blocks = Blocks::of_numbers("row".into(), heads.clone());
        blocks.row("one", (1..=9).map(|at| format!("{at}.0")).collect());
        blocks.row("a row with a very long name that is broken", (1..=9).map(|at| format!("-{at}.5")).collect());
        for width in [20, 30, 40, 80, 120] {
            let mut page = Page::default();
            blocks.add_to(&mut page, width);
            let text = page.lay_out(width);
            assert!(text.lines().all(|line| line.width() <= width), "{width}\n{text}");
            for at in 1..=9 {
                assert!(text.contains(&format!("-{at}.5")), "{width} {at}\n{text}");
            }
            if width > 20 {
                assert!(heads.iter().all(|head| text.contains(head.as_str())), "{width}\n{text}");
            }
        }
    }
}
