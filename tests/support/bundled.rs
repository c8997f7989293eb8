//! Bundled scenarios, and packages of them by the words that make them.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::sync::atomic::AtomicBool;

use tafel::domain::{Package, Table, WorldId};
use tafel::table_file::{parse_package, read};
use tafel::valuation::Circumstances;

/// The text of a bundled scenario.
pub fn source(name: &str) -> String {
    std::fs::read_to_string(format!("{}/scenarios/{name}.ron", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Reads a bundled scenario.
pub fn scenario(name: &str) -> Table {
    read(&source(name)).table.unwrap()
}

/// A table as it is seen in its base world.
pub fn base(table: &Table) -> Circumstances<'_> {
    Circumstances::new(table.ready().unwrap(), WorldId::BASE)
}

/// The package that the words make.
pub fn package(table: &Table, words: &str) -> Package {
    parse_package(table, &words.split(' ').collect::<Vec<_>>()).unwrap()
}

/// The package of the file that has this name.
pub fn named(table: &Table, name: &str) -> Package {
    table.narrative.packages.iter().find(|known| known.id == name).unwrap().package.clone()
}

/// What nobody sets to cut a search short.
pub fn never() -> AtomicBool {
    AtomicBool::new(false)
}
