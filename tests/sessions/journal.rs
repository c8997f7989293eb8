//! The journal on a disk that fails: what was answered is there again, and nothing else ever is.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::support::failing_disk::{FailingDisk, Fault, Mistake};
use crate::support::long_session::{LINES, line, table};
use crate::support::random::{Random, cases};
use tafel::diagnostic::{Code, Problem};
use tafel::session::{Failure, Keeping, Response, Session};

const DRAFTS: &str = "/drafts";

/// A session on a table, and what it was told when it began.
fn session(disk: &FailingDisk, file: &Path) -> (Session, Vec<Problem>) {
    let mut session = Session::new(true);
    session.set_keeping(Keeping::Writing(Arc::new(disk.clone()), Some(DRAFTS.into())));
    let notices = session.take_in_hand(file.to_str().unwrap()).unwrap();
    (session, notices)
}

fn type_in(session: &mut Session, line: &str) -> Result<Response, Failure> {
    session.turn(line, &AtomicBool::new(false))
}

fn text(session: &Session) -> String {
    session.document().map(|document| document.source().to_owned()).unwrap_or_default()
}

/// The table behind each of the first lines, without any journal; the first is that of the file.
fn texts(file: &Path, count: usize) -> Vec<String> {
    let mut session = Session::new(true);
    session.take_in_hand(file.to_str().unwrap()).unwrap();
    let mut texts = vec![text(&session)];
    for at in 0..count {
        type_in(&mut session, &line(at)).unwrap_or_else(|failure| panic!("{}: {failure:?}", line(at)));
        texts.push(text(&session));
    }
    texts
}

fn journal(file: &Path) -> PathBuf {
    let mut name = fs::canonicalize(file).unwrap().into_os_string();
    name.push(".journal");
    name.into()
}

/// Everything that a session does, as lines; `Err` with the problem of a line that was refused.
fn codes(failure: &Failure) -> Vec<Code> {
    match failure {
        Failure::Line(problems) => problems.iter().map(|problem| problem.code).collect(),
        other => panic!("{other:?}"),
    }
}

/// Types lines until one is refused or they are over; how many were answered.
fn type_all(session: &mut Session, from: usize, to: usize) -> (usize, Option<Vec<Code>>) {
    for at in from..to {
        if let Err(failure) = type_in(session, &line(at)) {
            return (at, Some(codes(&failure)));
        }
    }
    (to, None)
}

/// What went wrong with one fault at one operation, if anything.
fn violation(
    expected: &[String],
    file: &Path,
    disk: &FailingDisk,
    at: usize,
    fault: Fault,
    power: bool,
) -> Option<String> {
    let last = expected.len() - 1;
    let (mut session, _) = session(disk, file);
    disk.fail_at(at, fault);
    let (answered, refused) = type_all(&mut session, 0, last);
    let mut acknowledged = answered;
    if text(&session) != expected[answered] {
        return Some(format!("a refused line changed the table in hand, at {answered}"));
    }
    // A line that was refused can be typed again; if it is taken then, it must be there as any other.
    if refused.is_some() && fault != Fault::Stops {
        acknowledged = type_all(&mut session, answered, (answered + 3).min(last)).0;
    }
    drop(session);
    let mut dice = Random::new(at as u64);
    if power {
        disk.restart_without_power(&mut dice);
    } else {
        disk.restart();
    }
    let (again, notices) = self::session(disk, file);
    let found = text(&again);
    let possible = &expected[acknowledged..=(acknowledged + 1).min(last)];
    // What was refused may stand there after all, but then as the next line, and nothing of a later one.
    if !possible.contains(&found) {
        let known = expected.iter().position(|text| *text == found);
        return Some(format!("answered {acknowledged}, found {known:?}, {notices:?}"));
    }
    None
}

fn violations(mistake: Option<Mistake>, lines: usize, step: usize) -> (usize, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let expected = texts(&file, lines);
    let faults = [
        (Fault::Fails(ErrorKind::Other), false),
        (Fault::Half(ErrorKind::StorageFull), false),
        (Fault::Half(ErrorKind::QuotaExceeded), true),
        (Fault::Fails(ErrorKind::ReadOnlyFilesystem), true),
        (Fault::Stops, false),
        (Fault::Stops, true),
        (Fault::Stops, true),
    ];
    let (mut struck, mut found) = (0, Vec::new());
    for (kind, (fault, power)) in faults.into_iter().enumerate() {
        for at in (kind % step..).step_by(step) {
            let disk = FailingDisk::with(mistake);
            if let Some(violation) = violation(&expected, &file, &disk, at, fault, power) {
                found.push(format!("{fault:?} at operation {at}, power cut {power}: {violation}"));
            }
            if !disk.has_struck() {
                break;
            }
            struck += 1;
        }
    }
    (struck, found)
}

#[test]
fn what_was_answered_survives_every_fault_at_every_operation() {
    let (lines, step) = if cases(1, 2) > 1 { (LINES, 24) } else { (20, 1) };
    let (struck, found) = violations(None, lines, step);
    assert!(found.is_empty(), "{} of {struck}: {:#?}", found.len(), &found[..found.len().min(5)]);
    assert!(struck >= 7 * 2 * lines / step, "{struck} faults");
}

/// These tests bite: a program that makes one of these mistakes is caught.
#[test]
fn each_planted_mistake_is_caught() {
    for mistake in [Mistake::NoSync, Mistake::NoFolderSync, Mistake::NoCut, Mistake::SyncAgain, Mistake::LastLeftOut] {
        let (struck, found) = violations(Some(mistake), 12, 1);
        assert!(!found.is_empty(), "{mistake:?} went unnoticed in {struck} faults");
    }
    let rewrites = only_adds(&FailingDisk::with(Some(Mistake::UndoCuts)), 12);
    assert!(rewrites.is_err(), "taking back by cutting went unnoticed");
    let two_write = only_one_writes(&FailingDisk::with(Some(Mistake::LockElsewhere)));
    assert!(two_write.is_err(), "two sessions that write went unnoticed");
}

/// A journal of these lines, in the order of the records.
fn records(lines: usize) -> (tempfile::TempDir, PathBuf, Vec<String>, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut session, _) = session(&disk, &file);
    assert_eq!(type_all(&mut session, 0, lines), (lines, None));
    let expected = texts(&file, lines);
    let bytes = disk.bytes(&journal(&file));
    (folder, file, expected, bytes)
}

/// What a session finds in these bytes: the table, and what it is told.
fn opened(file: &Path, bytes: &[u8]) -> (Session, String, Vec<Code>) {
    let disk = FailingDisk::default();
    disk.put(&journal(file), bytes);
    let (session, notices) = session(&disk, file);
    let found = text(&session);
    (session, found, notices.iter().map(|notice| notice.code).collect())
}

#[test]
fn a_journal_cut_off_anywhere_opens_at_the_last_whole_record() {
    let (_folder, file, expected, bytes) = records(20);
    let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'\n').map(|at| at + 1).collect();
    for length in 0..=bytes.len() {
        // The first line is the header, the second tells on what the journal was begun.
        let whole = ends.iter().filter(|end| **end <= length).count().saturating_sub(2);
        let (mut session, found, codes) = opened(&file, &bytes[..length]);
        assert_eq!(found, expected[whole], "cut off at {length}");
        let is_torn = length > 0 && !ends.contains(&length);
        assert_eq!(codes.contains(&Code::JournalTorn), is_torn, "cut off at {length}: {codes:?}");
        if length % 97 == 0 {
            type_in(&mut session, "title \"Verder\"").unwrap();
        }
    }
}

/// Damage to a journal, as bytes; `None` where nothing would change.
type Damage = (&'static str, fn(&[&str], &mut Random) -> Vec<String>);

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// Ways in which records get lost or changed; the last of a journal stays what it is, so that it must be noticed.
const DAMAGES: [Damage; 5] = [
    ("a bit is flipped", |lines, dice| {
        let mut lines = owned(lines);
        let at = 1 + dice.below(lines.len() - 2);
        let mut bytes = std::mem::take(&mut lines[at]).into_bytes();
        let byte = dice.below(bytes.len());
        bytes[byte] ^= 1 << dice.below(7);
        // What is no text any more is damage of another kind.
        lines[at] = String::from_utf8(bytes).unwrap_or_default();
        lines
    }),
    ("a record is gone", |lines, dice| {
        let mut lines = owned(lines);
        lines.remove(1 + dice.below(lines.len() - 2));
        lines
    }),
    ("two records change places", |lines, dice| {
        let mut lines = owned(lines);
        let at = 1 + dice.below(lines.len() - 3);
        lines.swap(at, at + 1);
        lines
    }),
    ("a record stands there twice", |lines, dice| {
        let mut lines = owned(lines);
        let at = 1 + dice.below(lines.len() - 2);
        lines.insert(at, lines[at].clone());
        lines
    }),
    ("another session's record stands in between", |lines, dice| {
        let mut lines = owned(lines);
        let at = 1 + dice.below(lines.len() - 2);
        lines.insert(at, "00000000 (number:3)".to_owned());
        lines
    }),
];

#[test]
fn damage_is_never_read_as_something_else() {
    let (_folder, file, expected, bytes) = records(30);
    let whole = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    for (name, damage) in DAMAGES {
        for seed in 0..cases(60, 5) {
            let damaged = damage(&lines, &mut Random::new(seed)).join("\n") + "\n";
            let (mut session, found, codes) = opened(&file, damaged.as_bytes());
            assert!(expected.contains(&found), "{name}, seed {seed}: a table that never was");
            assert!(codes.contains(&Code::OnlyLooking), "{name}, seed {seed}: {codes:?}");
            let failure = type_in(&mut session, "title \"Verder\"").unwrap_err();
            assert_eq!(self::codes(&failure), [Code::NoMoreChanges], "{name}, seed {seed}");
            assert_eq!(text(&session), found, "{name}, seed {seed}");
        }
    }
}

/// The checksum covers the number of a record and every byte of it: a forger who knows the checksum still can't leave a
/// record out, since the numbers and the checksums of the texts tell.
#[test]
fn a_forged_record_is_caught_by_the_text_that_it_must_make() {
    let (_folder, file, expected, bytes) = records(30);
    let whole = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let sign = |record: &str| format!("{:08x} {record}", crc32fast::hash(record.as_bytes()));
    for at in 3..lines.len() - 1 {
        let mut forged = owned(&lines);
        forged.remove(at);
        for (number, line) in forged.iter_mut().enumerate().skip(at) {
            let record = line[9..].replacen(&format!("number:{number},"), &format!("number:{},", number - 1), 1);
            *line = sign(&record);
        }
        let (_, found, codes) = opened(&file, (forged.join("\n") + "\n").as_bytes());
        let is_seen = codes.contains(&Code::OnlyLooking) || codes.contains(&Code::JournalTorn);
        // Taking back and making again come to nothing together: without the pair's first the second makes no sense.
        assert!(is_seen || found == *expected.last().unwrap(), "record {at} was left out unnoticed");
        assert!(expected.contains(&found), "record {at}: a table that never was");
    }
}

#[test]
fn a_journal_of_a_later_version_is_left_alone() {
    let (_folder, file, expected, bytes) = records(3);
    let later = String::from_utf8(bytes).unwrap().replacen("tafel-journal 1", "tafel-journal 2", 1);
    let (mut session, found, codes) = opened(&file, later.as_bytes());
    assert_eq!((found, codes), (expected[0].clone(), vec![Code::OnlyLooking]));
    assert!(type_in(&mut session, "title \"Verder\"").is_err());
}

/// Whether lines, each in a session of its own, so that what `undo` and `redo` need comes out of the journal, do what they
/// do in one session, and never change what was written before.
fn only_adds(disk: &FailingDisk, lines: usize) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let path = journal(&file);
    let mut before = Vec::new();
    let expected = texts(&file, lines);
    for at in 0..lines {
        let (mut session, _) = session(disk, &file);
        type_in(&mut session, &line(at)).map_err(|failure| format!("line {at}: {failure:?}"))?;
        if text(&session) != expected[at + 1] {
            return Err(format!("line {at}: {}", line(at)));
        }
        drop(session);
        let now = disk.bytes(&path);
        if !now.starts_with(&before) || now.len() <= before.len() {
            return Err(format!("line {at} rewrote the journal"));
        }
        before = now;
    }
    Ok(())
}

#[test]
fn taking_back_goes_on_in_the_next_session_and_only_ever_adds() {
    only_adds(&FailingDisk::default(), LINES).unwrap();
}

/// Whether a session that comes while another writes is kept from writing.
fn only_one_writes(disk: &FailingDisk) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let (mut first, _) = session(disk, &file);
    type_in(&mut first, &line(0)).unwrap();
    let (mut second, _) = session(disk, &file);
    match type_in(&mut second, &line(2)) {
        Err(failure) if codes(&failure) == [Code::NoMoreChanges] => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

#[test]
fn the_second_session_may_only_look() {
    only_one_writes(&FailingDisk::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut first, _) = session(&disk, &file);
    let (mut early, notices) = session(&disk, &file);
    assert!(notices.is_empty());
    type_in(&mut first, &line(0)).unwrap();
    // One that was there before the first change finds out when it makes its own.
    assert_eq!(codes(&type_in(&mut early, &line(0)).unwrap_err()), [Code::NoMoreChanges]);
    let (mut late, notices) = session(&disk, &file);
    assert_eq!(notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), [Code::JournalGoesOn, Code::OnlyLooking]);
    assert_eq!(text(&late), text(&first), "it sees what the first one did");
    assert_eq!(codes(&type_in(&mut late, &line(2)).unwrap_err()), [Code::NoMoreChanges]);
    assert_eq!(codes(&type_in(&mut late, "save").unwrap_err()), [Code::NoMoreChanges]);
    let copy = folder.path().join("copy.ron");
    type_in(&mut late, &format!("save \"{}\"", copy.display())).unwrap();
    type_in(&mut late, "title \"Een kopie\"").unwrap();
    type_in(&mut first, &line(2)).unwrap();
    drop(first);
    let (mut next, _) = session(&disk, &file);
    type_in(&mut next, &line(0)).unwrap();
}

#[test]
fn what_somebody_else_wrote_into_the_file_counts_and_can_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut session, _) = session(&disk, &file);
    type_in(&mut session, "title \"Ongered\"").unwrap();
    let unsaved = text(&session);
    drop(session);
    let other = fs::read_to_string(&file).unwrap().replace("another tenant waits", "two others wait");
    fs::write(&file, &other).unwrap();
    let (mut session, notices) = self::session(&disk, &file);
    assert_eq!(notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), [Code::FileTaken]);
    assert_eq!(text(&session), other);
    assert!(!session.is_unsaved());
    type_in(&mut session, "undo").unwrap();
    assert_eq!(text(&session), unsaved);
    drop(session);
    let (session, notices) = self::session(&disk, &file);
    assert_eq!(text(&session), unsaved);
    assert_eq!(notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), [Code::JournalGoesOn]);
}

#[test]
fn a_table_without_a_file_is_kept_until_it_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let disk = FailingDisk::default();
    let keeping = || Keeping::Writing(Arc::new(disk.clone()), Some(DRAFTS.into()));
    let mut first = Session::new(true);
    first.set_keeping(keeping());
    for line in ["new \"Een hek\"", "An, Bo", "uitzicht", "rust", "stop", "title \"Het hek\""] {
        type_in(&mut first, line).unwrap();
    }
    let begun = text(&first);
    assert!(matches!(type_in(&mut first, "quit").unwrap(), Response::Left { kept } if kept > 0));
    assert!(first.drafts().is_empty(), "its own table isn't offered");
    let mut second = Session::new(true);
    second.set_keeping(keeping());
    assert!(second.drafts().is_empty(), "the first session still has it in hand");
    assert_eq!(codes(&type_in(&mut second, "resume").unwrap_err()), [Code::NoDrafts]);
    drop(first);
    assert_eq!(second.drafts().len(), 1);
    assert_eq!(codes(&type_in(&mut second, "resume 2").unwrap_err()), [Code::NoDraft]);
    type_in(&mut second, "resume").unwrap();
    assert_eq!(text(&second), begun);
    type_in(&mut second, "undo").unwrap();
    let path = folder.path().join("hek.ron");
    type_in(&mut second, &format!("save \"{}\"", path.display())).unwrap();
    assert_eq!(disk.list_drafts(), 0, "what is saved is no draft any more");
    let saved = text(&second);
    drop(second);
    let (mut third, notices) = session(&disk, &path);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(text(&third), saved);
    type_in(&mut third, "redo").unwrap();
    assert_eq!(text(&third), begun, "what was taken back before it was saved can still be made again");
}

#[test]
fn a_bundled_table_stays_what_it_is_and_the_changes_to_it_are_a_draft() {
    let disk = FailingDisk::default();
    let (mut first, _) = session(&disk, Path::new("vvt-cao-2018"));
    type_in(&mut first, "park loon").unwrap();
    let changed = text(&first);
    drop(first);
    let (mut second, notices) = session(&disk, Path::new("vvt-cao-2018"));
    assert!(notices.is_empty() && text(&second) != changed);
    type_in(&mut second, "resume").unwrap();
    assert_eq!((text(&second), second.table_name()), (changed, Some("vvt-cao-2018")));
    type_in(&mut second, "undo").unwrap();
    assert!(!second.is_unsaved());
}

#[test]
fn a_journal_that_is_taken_away_ends_the_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut session, _) = session(&disk, &file);
    type_in(&mut session, &line(0)).unwrap();
    let before = text(&session);
    disk.take_away(&journal(&file));
    assert_eq!(codes(&type_in(&mut session, &line(1)).unwrap_err()), [Code::NoMoreChanges]);
    assert_eq!(text(&session), before);
}

#[test]
fn the_table_in_hand_can_be_loaded_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut session, _) = session(&disk, &file);
    type_in(&mut session, &line(0)).unwrap();
    let before = text(&session);
    type_in(&mut session, &format!("load \"{}\"", file.display())).unwrap();
    assert_eq!(text(&session), before, "its journal goes on");
    type_in(&mut session, "undo").unwrap();
    type_in(&mut session, &line(2)).unwrap();
}

#[test]
fn saving_and_then_taking_back_can_be_saved_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut session, _) = session(&disk, &file);
    let first = text(&session);
    for line in [&line(0), "save", "undo"] {
        type_in(&mut session, line).unwrap();
    }
    assert!(session.is_unsaved());
    type_in(&mut session, "save").unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), first);
}

#[test]
fn the_log_tells_who_said_what_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let disk = FailingDisk::default();
    let (mut first, _) = session(&disk, &file);
    type_in(&mut first, "weights Tenant GE 70 --said-by \"her sister\" --note \"in de gang\"").unwrap();
    let Response::Chronicle(entries) = type_in(&mut first, "log --all").unwrap() else { panic!("no log") };
    assert_eq!(entries.len(), 2, "begun, changed");
    drop(first);
    let (mut session, _) = session(&disk, &file);
    let Response::Logged(changes, 0) = type_in(&mut session, "log").unwrap() else { panic!("no log") };
    let [said] = &changes[..] else { panic!("{changes:?}") };
    assert_eq!(said.line, "weights Tenant GE 70");
    assert_eq!((said.by.as_deref(), said.note.as_deref()), (Some("her sister"), Some("in de gang")));
    assert!(said.at.is_some());
    type_in(&mut session, "undo").unwrap();
    let Response::Chronicle(entries) = type_in(&mut session, "log --all").unwrap() else { panic!("no log") };
    assert_eq!(entries.len(), 3, "begun, changed, taken back");
}

/// All states that there were, and where in them the session is: what taking back and making again mean.
struct AllStates {
    texts: Vec<String>,
    at: usize,
}

impl AllStates {
    /// Types a line at the session and does the same here; whether both agree.
    fn agrees(&mut self, session: &mut Session, line: &str) -> bool {
        let outcome = type_in(session, line);
        let count = |word: &str| line.strip_prefix(word).map(|count| count.trim().parse().unwrap_or(1));
        let target = match (count("undo"), count("redo")) {
            (Some(count), _) => self.at.checked_sub(count),
            (_, Some(count)) => Some(self.at + count).filter(|at: &usize| *at < self.texts.len()),
            _ => {
                let now = text(session);
                if outcome.is_ok() && now != self.texts[self.at] {
                    self.texts.truncate(self.at + 1);
                    self.texts.push(now);
                    self.at += 1;
                }
                return text(session) == self.texts[self.at];
            }
        };
        self.at = target.unwrap_or(self.at);
        outcome.is_ok() == target.is_some() && text(session) == self.texts[self.at]
    }
}

#[test]
fn undo_and_redo_are_those_of_keeping_all_states_across_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let (mut moved, mut reopened) = (0, 0);
    for seed in 0..cases(100, 20) {
        let mut dice = Random::new(seed);
        let disk = FailingDisk::default();
        let (mut session, _) = session(&disk, &file);
        let mut all = AllStates { texts: vec![text(&session)], at: 0 };
        for _ in 0..20 {
            let word = dice.pick(&["undo", "redo", "undo 2", "redo 2", "undo 5"]);
            let line = if dice.one_in(2) { line(dice.below(40) + 200 * dice.below(3)) } else { word.to_owned() };
            assert!(all.agrees(&mut session, &line), "seed {seed}: {line}");
            moved += usize::from(line.starts_with("undo") || line.starts_with("redo"));
            if dice.one_in(4) {
                drop(session);
                disk.restart();
                session = self::session(&disk, &file).0;
                assert_eq!(text(&session), all.texts[all.at], "seed {seed}: the next session");
                reopened += 1;
            }
        }
        // The same bytes make the same table, however often they are read.
        let bytes = disk.bytes(&journal(&file));
        drop(session);
        if !bytes.is_empty() {
            assert_eq!(opened(&file, &bytes).1, opened(&file, &bytes).1, "seed {seed}");
            assert_eq!(opened(&file, &bytes).1, all.texts[all.at], "seed {seed}: replayed");
        }
    }
    assert!(moved > 500 && reopened > 200, "{moved} moved, {reopened} reopened");
}
