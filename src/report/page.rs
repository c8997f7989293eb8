//! A page of text: headings, paragraphs, items and grids, laid out for a given width.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};

/// The narrowest page that is laid out; anything narrower is laid out as this.
pub(super) const NARROWEST: usize = 20;
/// The narrowest page that has room for bars.
const NARROWEST_WITH_BARS: u16 = 60;
/// How many columns are left free behind each column of a grid.
pub(super) const GAP: usize = 2;
/// How far a grid is indented.
pub(super) const INDENT: usize = 2;

/// Blocks of text, one below the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// A line that stands at the margin, after an empty line.
    Heading(String),
    /// A line that stands at the margin, right below what is before it.
    Line(String),
    /// Running text, indented.
    Paragraph(String),
    /// Running text behind a dash.
    Item(String),
    /// Running text below an item, indented as that is.
    Detail(String),
    /// Rows of cells.
    Grid(Grid),
    /// Lines that are set as they are, indented.
    Picture(Vec<String>),
    /// An empty line.
    Gap,
}

/// Rows of cells under a header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// The header; empty for none.
    pub(super) header: Vec<String>,
    /// What each column holds.
    pub(super) columns: Vec<Column>,
    /// The rows, each with one cell per column.
    pub(super) rows: Vec<Vec<String>>,
}

/// What a column holds, which decides how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Words, that may be broken over lines.
    Words,
    /// Something short that stays whole.
    Whole,
    /// A bar; left out of pages that have no room for it.
    Bar,
    /// A number: whole, and set to the right.
    Number,
    /// Words in a column of a given width.
    WordsIn(usize),
    /// Numbers in a column of a given width, set to the right.
    NumberIn(usize),
}

impl Page {
    /// Adds a heading.
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a line at the margin.
    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(text.into()));
    }

    /// Adds running text.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds running text behind a dash.
    pub(super) fn item(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Item(text.into()));
    }

    /// Adds running text below an item.
    pub(super) fn detail(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Detail(text.into()));
    }

    /// Adds rows of cells; nothing if there are none.
    pub(super) fn grid(&mut self, grid: Grid) {
        if !grid.rows.is_empty() {
            self.blocks.push(Block::Grid(grid));
        }
    }

    /// Adds lines that are set as they are; they must fit the page.
    pub(super) fn picture(&mut self, lines: Vec<String>) {
        self.blocks.push(Block::Picture(lines));
    }

    /// Adds an empty line.
    pub(super) fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// The page as lines of at most `width` columns, each ended by a line break, with nothing trailing.
    pub(super) fn lay_out(&self, width: usize) -> String {
        let width = columns_wide(width.max(NARROWEST));
        let mut lines: Vec<String> = Vec::new();
        for block in &self.blocks {
            if matches!(block, Block::Heading(_)) && !lines.is_empty() {
                lines.push(String::new());
            }
            if let Block::Picture(drawn) = block {
                let indented = drawn.iter().map(|line| format!("{}{line}", " ".repeat(INDENT)).trim_end().to_owned());
                lines.extend(indented);
                continue;
            }
            match block.table(width) {
                Some(table) => lines.extend(table.lines().map(|line| line.trim_end().to_owned())),
                None => lines.push(String::new()),
            }
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

impl Block {
    /// What lays the block out; `None` for an empty line.
    fn table(&self, width: u16) -> Option<Table> {
        Some(match self {
            Self::Heading(text) | Self::Line(text) => prose(&[], text, width),
            Self::Paragraph(text) => prose(&[" "], text, width),
            Self::Item(text) => prose(&[" ", "-"], text, width),
            Self::Detail(text) => prose(&[" ", " "], text, width),
            Self::Grid(grid) => grid.table(width),
            Self::Picture(_) | Self::Gap => return None,
        })
    }
}

impl Grid {
    fn table(&self, width: u16) -> Table {
        let mut table = bare(width);
        let fits = |at: &usize| self.columns.get(*at) != Some(&Column::Bar) || width >= NARROWEST_WITH_BARS;
        let kept = |cells: &[String]| -> Vec<String> {
            let cells = cells.iter().enumerate().filter(|(at, _)| fits(at)).map(|(_, cell)| cell.clone());
            [" ".to_owned()].into_iter().chain(cells).collect()
        };
        if !self.header.is_empty() {
            table.set_header(kept(&self.header));
        }
        for row in &self.rows {
            table.add_row(kept(row));
        }
        margin(&mut table, 0, columns_wide(INDENT - 1));
        let columns = self.columns.iter().enumerate().filter(|(at, _)| fits(at)).map(|(_, column)| *column);
        for (at, column) in columns.enumerate() {
            column.set(&mut table, at + 1);
        }
        table
    }
}

impl Column {
    /// Sets column `at` of a table as one of this kind.
    fn set(self, table: &mut Table, at: usize) {
        let Some(set) = table.column_mut(at) else { return };
        set.set_padding((0, columns_wide(GAP)));
        match self {
            Self::Words => {}
            Self::Whole | Self::Bar | Self::Number => _ = set.set_constraint(ColumnConstraint::ContentWidth),
            Self::WordsIn(width) | Self::NumberIn(width) => {
                set.set_constraint(ColumnConstraint::Absolute(Width::Fixed(columns_wide(width + GAP))));
            }
        }
        if matches!(self, Self::Number | Self::NumberIn(_)) {
            set.set_cell_alignment(CellAlignment::Right);
        }
    }
}

/// Running text behind narrow columns that make its indent.
fn prose(indent: &[&str], text: &str, width: u16) -> Table {
    let mut table = bare(width);
    table.add_row(indent.iter().copied().chain([text]));
    for at in 0..indent.len() {
        margin(&mut table, at, 1);
    }
    if let Some(column) = table.column_mut(indent.len()) {
        column.set_padding((0, 0));
    }
    table
}

fn margin(table: &mut Table, at: usize, padding: u16) {
    if let Some(column) = table.column_mut(at) {
        column.set_padding((0, padding)).set_constraint(ColumnConstraint::ContentWidth);
    }
}

/// A width as the library that lays out takes it.
fn columns_wide(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

fn bare(width: u16) -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::none()));
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Page {
        let mut page = Page::default();
        page.heading("What it is worth");
        page.paragraph("Scores of different people can't be added or compared by nature.");
        page.item("Talk about the parked issue again, because it would open the zone.");
        page.grid(Grid {
            header: vec!["party".into(), "gain".into()],
            columns: vec![Column::Words, Column::Number],
            rows: vec![vec!["a party with a very long name indeed".into(), "+12.5".into()]],
        });
        page
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        for width in [20, 30, 60, 80] {
            let text = sample().lay_out(width);
            assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
        }
    }

    #[test]
    fn a_narrow_page_has_no_room_for_bars() {
        let mut page = Page::default();
        page.grid(Grid {
            header: vec!["party".into(), "gain".into(), String::new()],
            columns: vec![Column::Words, Column::Number, Column::Bar],
            rows: vec![vec!["A".into(), "+1".into(), "███".into()]],
        });
        assert_eq!(page.lay_out(60), "  party  gain\n  A        +1  ███\n");
        assert_eq!(page.lay_out(59), "  party  gain\n  A        +1\n");
    }

    #[test]
    fn a_page_is_set_with_indents_and_no_trailing_space() {
        insta::assert_snapshot!(sample().lay_out(40), @r"
        What it is worth
          Scores of different people can't be
          added or compared by nature.
          - Talk about the parked issue again,
            because it would open the zone.
          party                           gain
          a party with a very long name  +12.5
          indeed
        ");
    }
}
