//! Two hundred lines that change a small table, taken back and made again in between.

use std::fs;
use std::path::{Path, PathBuf};

/// How many lines a session has.
pub const LINES: usize = 200;

/// The line at a place: each changes the table, whatever was typed before it.
pub fn line(at: usize) -> String {
    match at % 10 {
        0 => format!("weights Tenant GE {}", 20 + at),
        1 => format!("position Owner \"{at}: at least 700\" --said-by Owner"),
        2 => format!("title \"Een kamer, versie {at} – 'élan'\""),
        3 => "undo".to_owned(),
        4 => "redo".to_owned(),
        5 => format!("no-deal Tenant {} --because \"nummer {at}\"", at % 50),
        6 => format!("interest Tenant K{at} \"iets nieuws\" --weight 3 --note \"kwam \\\"ineens\\\" op\""),
        7 => "undo 2".to_owned(),
        8 => format!("fact f{at} \"gehoord op dag {at}\" --status contested"),
        _ => format!("ambition \"{}\"", "samen wonen ".repeat(1 + at % 7)),
    }
}

/// A table file of its own in a folder.
pub fn table(folder: &Path) -> PathBuf {
    let path = folder.join("room.ron");
    fs::copy("tests/tables/room-for-rent.ron", &path).unwrap();
    path
}
