//! Tables with many columns, folded to the width of the page: blocks of columns below each other, nothing cut off.

use unicode_width::UnicodeWidthStr as _;

use super::page::{Column, GAP, Grid, INDENT, Page};

/// The widest that a column of numbers gets; longer headers are broken over lines.
const WIDEST: usize = 12;

/// A table whose columns may be more than the page is wide.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// What the rows are called.
    pub(super) rows: Vec<String>,
    /// The header above what the rows are called.
    pub(super) header: String,
    /// Each column: its header and one number per row.
    pub(super) columns: Vec<(String, Vec<String>)>,
}

impl Folded {
    /// Adds the table to a page of `width` columns, in as many blocks as it takes.
    pub(super) fn tell(&self, page: &mut Page, width: usize) {
        let (gap, indent) = (usize::from(GAP), usize::from(INDENT));
        let names = self.rows.iter().chain([&self.header]).map(|name| name.width()).max().unwrap_or(0);
        let first = names.min((width / 3).max(6));
        let room = width.saturating_sub(indent + first + gap);
        let widest = WIDEST.min(room.saturating_sub(gap)).max(1);
        for (at, block) in self.blocks(room, widest, gap).into_iter().enumerate() {
            if at > 0 {
                page.paragraph("");
            }
            page.grid(self.grid(block, first, widest));
        }
    }

    /// The columns in blocks of at most `room` columns of text.
    fn blocks(&self, room: usize, widest: usize, gap: usize) -> Vec<&[(String, Vec<String>)]> {
        let mut blocks = Vec::new();
        let (mut start, mut used) = (0, 0);
        for (at, (header, cells)) in self.columns.iter().enumerate() {
            let needs = cells.iter().chain([header]).map(|cell| cell.width()).max().unwrap_or(0).min(widest) + gap;
            if at > start && used + needs > room {
                blocks.push(&self.columns[start..at]);
                (start, used) = (at, 0);
            }
            used += needs;
        }
        blocks.push(&self.columns[start..]);
        blocks
    }

    fn grid(&self, block: &[(String, Vec<String>)], first: usize, widest: usize) -> Grid {
        let most = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        let header = [self.header.clone()].into_iter().chain(block.iter().map(|(header, _)| header.clone()));
        let row = |(at, name): (usize, &String)| {
            let cells = block.iter().map(|(_, cells)| cells.get(at).cloned().unwrap_or_default());
            [name.clone()].into_iter().chain(cells).collect()
        };
        let narrow = block.iter().map(|_| Column::Narrow(most(widest)));
        Grid {
            header: header.collect(),
            columns: [Column::Short(most(first))].into_iter().chain(narrow).collect(),
            rows: self.rows.iter().enumerate().map(row).collect(),
        }
    }
}
