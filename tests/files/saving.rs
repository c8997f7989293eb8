//! Saving: whoever reads a table file finds one whole text, however many save it at once.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::thread;

use tafel::table_file::save;

/// How often two writers meet.
const ROUNDS: usize = 100;

/// What two that save at the same time leave behind, if that isn't the whole text of one of them and nothing else.
fn violation(save: impl Fn(&Path, &str) -> Result<(), String> + Sync) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let texts = ["// een\n", "// twee, en langer\n"].map(|line| line.repeat(20_000));
    for round in 0..ROUNDS {
        let outcomes = thread::scope(|scope| {
            let writers = texts.each_ref().map(|text| scope.spawn(|| save(&path, text)));
            writers.map(|writer| writer.join().unwrap())
        });
        if let Some(why) = outcomes.into_iter().find_map(Result::err) {
            return Some(format!("round {round}: {why}"));
        }
        let found = fs::read_to_string(&path).unwrap();
        if !texts.contains(&found) {
            return Some(format!("round {round}: {} bytes of neither", found.len()));
        }
    }
    let left = fs::read_dir(folder.path()).unwrap().count();
    (left != 1).then(|| format!("{left} files are left"))
}

/// The mistake of writing beside the file under a name that everybody takes, at the moment when it shows: both have written
/// before either goes on.
fn save_by_a_fixed_name(path: &Path, text: &str, both: &Barrier) -> Result<(), String> {
    let beside = path.with_extension("tmp");
    let written = fs::write(&beside, text);
    both.wait();
    written.and_then(|()| fs::rename(&beside, path)).map_err(|error| error.to_string())
}

#[test]
fn who_saves_at_the_same_time_leaves_one_whole_text() {
    let own =
        |path: &Path, text: &str| save(path.to_str().unwrap(), text, None, true).map_err(|error| format!("{error:?}"));
    assert_eq!(violation(own), None);
    let both = Barrier::new(2);
    let mistaken = violation(|path, text| save_by_a_fixed_name(path, text, &both));
    assert!(mistaken.is_some(), "a fixed name went unnoticed");
}

/// Whatever lies beside the file is somebody else's.
#[test]
fn saving_touches_no_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let others = ["a.ron.tmp", ".a.ron.tmp", "a.ron~", "a.tmp", ".a.ron.swp", "a.ron.new", "tmp"];
    others.iter().for_each(|name| fs::write(folder.path().join(name), "mine").unwrap());
    let path = folder.path().join("a.ron");
    for text in ["// een\n", "// twee\n"] {
        save(path.to_str().unwrap(), text, None, true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    for name in others {
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), "mine", "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), others.len() + 1);
}
