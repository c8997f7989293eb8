//! The program itself, killed at any instant, with a disk that fails, and several at once: nothing that was answered is
//! lost.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::long_session::{LINES, line, table};
use crate::support::random::{Random, cases};
use tafel::session::{Keeping, OwnDisk, Session};

/// How often one session is killed.
const KILLS: usize = 4;

/// The program on a table, fed through pipes; before it perhaps another that starts it.
fn program(before: &[&str], file: &Path) -> Child {
    let mut words = before.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    words.push(env!("CARGO_BIN_EXE_tafel").to_owned());
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).arg(file).args(["--format", "json", "--keep-going"]).env_remove("TAFEL_LONG_TESTS");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Feeds it the lines from one on.
fn feed(stdin: Option<ChildStdin>, start: usize) {
    let lines: String = (start..LINES).map(|at| line(at) + "\n").collect();
    // It may be dead before it has read them all.
    let _ = stdin.unwrap().write_all(lines.as_bytes());
}

/// The table behind each line; the first is that of the file.
fn texts() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = table(folder.path());
    let mut session = Session::new(false);
    session.take_in_hand(file.to_str().unwrap()).unwrap();
    let text = |session: &Session| session.document().unwrap().source().to_owned();
    let mut texts = vec![text(&session)];
    for at in 0..LINES {
        session.turn(&line(at), &AtomicBool::new(false)).unwrap();
        texts.push(text(&session));
    }
    texts
}

/// The table that the next session finds, once as one that looks and once as one that may change it.
fn found(file: &Path) -> String {
    let open = |keeping| {
        let mut session = Session::new(false);
        session.set_keeping(keeping);
        session.take_in_hand(file.to_str().unwrap()).unwrap();
        session.document().unwrap().source().to_owned()
    };
    let looked = open(Keeping::Reading(Arc::new(OwnDisk)));
    let taken = open(Keeping::Writing(Arc::new(OwnDisk), None));
    assert_eq!(looked, taken, "who looks sees what who changes sees");
    taken
}

/// Runs work on so many cases, on as many threads as there are cores; the cases that failed, with why.
fn all_of(count: usize, work: impl Fn(usize) -> Result<(), String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let numbers = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)));
                    let mine = numbers.take_while(|number| *number < count);
                    mine.filter_map(|number| work(number).err().map(|why| format!("{number}: {why}")))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

/// What is found after a session in which so many lines were answered: those, and perhaps the one that was being done. The
/// number of lines that were.
fn check(expected: &[String], file: &Path, answered: usize) -> Result<usize, String> {
    let found = found(file);
    let done = [answered, answered + 1].into_iter().find(|done| expected.get(*done) == Some(&found));
    if let Some(done) = done {
        return Ok(done);
    }
    let known = expected.iter().position(|text| *text == found);
    Err(format!("{answered} lines were answered, the table is that behind {known:?}"))
}

/// Starts the program at a line, kills it after a while, and tells how many lines it answered.
fn killed(file: &Path, start: usize, dice: &mut Random) -> usize {
    let mut child = program(&[], file);
    let stdin = child.stdin.take();
    let stdout = child.stdout.take().unwrap();
    let feeder = thread::spawn(move || feed(stdin, start));
    let heard = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&heard);
    let reader = thread::spawn(move || {
        let lines = BufReader::new(stdout).split(b'\n').map_while(Result::ok);
        lines.inspect(|_| _ = count.fetch_add(1, Ordering::Relaxed)).count()
    });
    // Somewhere on the way to the next kill, however fast the machine is, and there at any instant.
    let (from, wait) = (dice.below(2 * LINES / KILLS), dice.below(5000));
    while heard.load(Ordering::Relaxed) < from && !reader.is_finished() {
        thread::sleep(Duration::from_micros(200));
    }
    thread::sleep(Duration::from_micros(wait as u64));
    child.kill().unwrap();
    child.wait().unwrap();
    feeder.join().unwrap();
    reader.join().unwrap()
}

/// Each session is killed several times, each time after it has taken up again what was left of it.
#[test]
fn a_killed_session_keeps_all_that_it_answered() {
    let expected = texts();
    let kills = cases(60, 17) as usize;
    let midway = AtomicUsize::new(0);
    let failed = all_of(kills / KILLS, |number| {
        let folder = tempfile::tempdir().unwrap();
        let file = table(folder.path());
        let mut dice = Random::new(number as u64);
        let mut start = 0;
        for _ in 0..KILLS {
            let answered = killed(&file, start, &mut dice);
            midway.fetch_add(usize::from(0 < answered && start + answered < LINES), Ordering::Relaxed);
            start = check(&expected, &file, start + answered)?;
        }
        Ok(())
    });
    let midway = midway.into_inner();
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(2 * midway >= kills, "only {midway} of {kills} were killed midway");
}

/// The lines that were refused, by their places, as the problems name them.
fn refused(problems: &str) -> Vec<usize> {
    let numbers = problems.lines().filter_map(|line| line.strip_prefix("stdin:")?.split(':').next()?.parse().ok());
    numbers.map(|number: usize| number - 1).collect()
}

/// The table behind so many lines that were answered, leaving out those that were refused; and what it may be as well:
/// with the first that was refused done after all, or with the first that wasn't answered.
fn texts_without(refused: &[usize], answered: usize) -> (String, Vec<String>) {
    let taken: Vec<usize> = (0..LINES).filter(|at| !refused.contains(at)).collect();
    let text = |lines: &[usize]| {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::new(false);
        session.take_in_hand(table(folder.path()).to_str().unwrap()).unwrap();
        for at in lines {
            session.turn(&line(*at), &AtomicBool::new(false)).unwrap();
        }
        session.document().unwrap().source().to_owned()
    };
    let done = &taken[..answered.min(taken.len())];
    let mut possible = vec![text(&taken[..(answered + 1).min(taken.len())])];
    if let Some(first) = refused.first() {
        let before: Vec<usize> = done.iter().copied().filter(|at| at < first).collect();
        // Behind one that nobody knows of nothing is taken any more, other than what changes nothing.
        if text(&before) == text(done) {
            possible.push(text(&[before, vec![*first]].concat()));
        }
    }
    (text(done), possible)
}

/// What the session says when one system call fails or kills it. Needs `strace`; the long run fails without.
#[test]
#[allow(clippy::print_stderr, reason = "nobody should think that this was tested")]
fn a_session_that_fails_or_dies_at_one_system_call_loses_nothing() {
    if Command::new("strace").arg("-V").output().is_err() {
        assert!(std::env::var_os("TAFEL_LONG_TESTS").is_none(), "strace is needed for the long run");
        eprintln!("skipped: there is no strace");
        return;
    }
    let expected = texts();
    let calls = ["write", "fdatasync", "fsync", "openat", "ftruncate"];
    let ends = ["signal=KILL", "error=EIO", "error=ENOSPC"];
    let midway = AtomicUsize::new(0);
    let count = cases(30, 3) as usize;
    let failed = all_of(count, |number| {
        let mut dice = Random::new(number as u64);
        let (call, end) = (calls[number % calls.len()], ends[number / calls.len() % ends.len()]);
        // What is opened and synced once is hit by small numbers, what comes with every line by any.
        let when = 1 + dice.below(if ["write", "fdatasync"].contains(&call) { 2 * LINES } else { 40 });
        let folder = tempfile::tempdir().unwrap();
        let file = table(folder.path());
        let inject = format!("inject={call}:{end}:when={when}");
        let trace = format!("trace={call}");
        let mut child = program(&["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject], &file);
        let stdin = child.stdin.take();
        let feeder = thread::spawn(|| feed(stdin, 0));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        let answers: Vec<&[u8]> = output.stdout.split_inclusive(|byte| *byte == b'\n').collect();
        let answered = answers.iter().filter(|line| line.ends_with(b"\n")).count();
        midway.fetch_add(usize::from(0 < answered && answered < LINES), Ordering::Relaxed);
        if end == "signal=KILL" {
            return check(&expected, &file, answered).map(drop);
        }
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let refused = refused(&told);
        let found = found(&file);
        let (certain, possible) = texts_without(&refused, answered);
        // What was refused because nobody knows whether it is written may be there, and so may what wasn't answered.
        if found == certain || possible.contains(&found) {
            return Ok(());
        }
        Err(format!("{inject}: {answered} answered, {refused:?} refused, and the table is another one"))
    });
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(5 * midway.into_inner() >= count, "hardly any was hit midway");
}

#[test]
fn of_several_at_once_just_one_changes_the_table() {
    let races = cases(12, 9) as usize;
    for race in 0..races {
        let folder = tempfile::tempdir().unwrap();
        let file = table(folder.path());
        let many = 2 + race % 4;
        let mut children: Vec<Child> = (0..many).map(|_| program(&[], &file)).collect();
        for (at, child) in children.iter_mut().enumerate() {
            child.stdin.as_mut().unwrap().write_all(format!("title \"van {at}\"\n").as_bytes()).unwrap();
        }
        // Each says something, on one stream or the other, before any of them ends.
        let mut winners = Vec::new();
        for (at, child) in children.iter_mut().enumerate() {
            let (stdout, stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
            let won = thread::spawn(move || BufReader::new(stdout).lines().map_while(Result::ok).count());
            let lost = thread::spawn(move || {
                let mut text = String::new();
                BufReader::new(stderr).read_to_string(&mut text).unwrap();
                text
            });
            winners.push((at, won, lost));
        }
        thread::sleep(Duration::from_millis(300));
        // As long as one holds the table, killing it is what frees it.
        for child in &mut children {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        let won: Vec<usize> = winners
            .into_iter()
            .filter_map(|(at, won, lost)| {
                let (won, lost) = (won.join().unwrap(), lost.join().unwrap());
                assert!(won == 1 || !lost.is_empty(), "race {race}: {at} heard nothing");
                (won == 1).then_some(at)
            })
            .collect();
        let [winner] = won[..] else { panic!("race {race}: {won:?} of {many} changed it") };
        assert!(found(&file).contains(&format!("title: \"van {winner}\"")), "race {race}");
        let journal = fs::read_to_string(folder.path().join("room.ron.journal")).unwrap();
        assert_eq!(journal.lines().count(), 3, "race {race}: the header, the beginning and one change");
    }
}
