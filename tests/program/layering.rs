//! The house keeps its floors: layers import downward only, and each outside crate has one home.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer may use those before it. The last are the front ends.
const LAYERS: [&str; 14] = [
    "domain",
    "diagnostic",
    "table_file",
    "valuation",
    "optimize",
    "analysis",
    "explain",
    "practice",
    "session",
    "training",
    "report",
    "repl",
    "cli",
    "main",
];

/// What only some layers may mention.
const HOMES: [(&str, &[&str]); 12] = [
    ("dashu_ratio", &["domain"]),
    ("dashu_int", &["domain", "optimize"]),
    ("good_lp", &["optimize"]),
    ("rustyline", &["repl"]),
    ("ron::", &["table_file"]),
    ("quick_xml", &["table_file"]),
    ("serde", &["table_file", "report"]),
    ("fluent_bundle", &["report"]),
    ("std::fs", &["table_file", "session", "main"]),
    ("clap", &["session", "cli"]),
    ("println!", &["repl", "main"]),
    ("eprintln!", &["repl", "main"]),
];

struct Source {
    path: PathBuf,
    layer: usize,
    /// The code without comments and without tests.
    code: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap().to_owned();
                let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
                let name = first.trim_end_matches(".rs");
                if name == "lib" {
                    continue; // The front door names every layer.
                }
                let layer = LAYERS.iter().position(|layer| *layer == name);
                let layer = layer.unwrap_or_else(|| panic!("{} belongs to no layer", inside.display()));
                found.push(Source { code: code(&fs::read_to_string(&path).unwrap()), path: inside, layer });
            }
        }
    }
    found
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn layers_import_downward_only() {
    let mut broken = Vec::new();
    for source in sources() {
        for (at, layer) in LAYERS.iter().enumerate().skip(source.layer + 1) {
            let names = [format!("crate::{layer}"), format!("tafel::{layer}")];
            // The binary reaches the library by its name; it comes last, so nothing is above it.
            if names.iter().any(|name| source.code.contains(name.as_str())) {
                broken.push(format!("{} uses {}, which stands above it", source.path.display(), LAYERS[at]));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn each_outside_crate_has_its_home() {
    let mut broken = Vec::new();
    for source in sources() {
        for (what, homes) in HOMES {
            if source.code.contains(what) && !homes.contains(&LAYERS[source.layer]) {
                broken.push(format!("{} mentions {what}", source.path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// A test that finds no file would never fail.
#[test]
fn the_sources_are_found() {
    let sources = sources();
    for layer in ["domain", "valuation", "optimize", "report", "main"] {
        assert!(sources.iter().any(|source| LAYERS[source.layer] == layer), "no file of {layer}");
    }
    assert!(sources.iter().any(|source| source.code.contains("use good_lp")));
}
