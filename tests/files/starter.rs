//! `new --scenario` writes a table that can be changed at once, and never overwrites one.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::fs;
use std::process::{Command, Output};

#[test]
fn a_new_table_is_sound_and_is_never_overwritten() {
    let folder = std::env::temp_dir().join(format!("tafel-new-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let run = |arguments: &[&str]| -> Output {
        Command::new(env!("CARGO_BIN_EXE_tafel")).args(arguments).current_dir(&folder).output().unwrap()
    };
    assert_eq!(run(&["new", "--scenario", "my-table"]).status.code(), Some(0));
    let checked = run(&["check", "my-table.ron"]);
    assert_eq!((checked.status.code(), checked.stderr.as_slice()), (Some(0), b"".as_slice()));
    assert_eq!(run(&["solve", "my-table.ron", "--objective", "fair", "--ratifiable"]).status.code(), Some(0));

    fs::write(folder.join("my-table.ron"), "mine").unwrap();
    let again = run(&["new", "--scenario", "my-table"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("my-table.ron"));
    assert_eq!(fs::read_to_string(folder.join("my-table.ron")).unwrap(), "mine");

    assert_eq!(run(&["new", "--scenario", "../outside"]).status.code(), Some(2));
    assert!(!folder.join("../outside.ron").exists());
    fs::remove_dir_all(&folder).unwrap();
}
