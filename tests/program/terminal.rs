//! The prompt on a real terminal: what is on the screen, never which bytes brought it there.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::made_tables;

use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use made_tables::{Recipe, table};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Tall enough that nothing scrolls away.
const ROWS: u16 = 600;
const COLUMNS: u16 = 100;
/// How long something may take to appear on the screen of a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);

const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";
const UP: &str = "\u{1b}[A";

/// A home of its own, so that nobody's history or settings are touched.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn history(&self) -> PathBuf {
        self.0.path().join("state/tafel/history")
    }

    /// Writes the lines for every start.
    fn set_start(&self, lines: &str) {
        fs::create_dir_all(self.0.path().join("config/tafel")).unwrap();
        fs::write(self.0.path().join("config/tafel/start"), lines).unwrap();
    }

    fn open(&self) -> Terminal {
        self.open_with(&[], &[])
    }

    fn open_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let size = PtySize { rows: ROWS, cols: COLUMNS, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tafel"));
        command.args(arguments);
        command.cwd(self.0.path());
        command.env_clear();
        for (name, folder) in [("HOME", "."), ("XDG_STATE_HOME", "state"), ("XDG_CONFIG_HOME", "config")] {
            command.env(name, self.0.path().join(folder));
        }
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8")].iter().chain(environment) {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of the program is an error on some systems and an end on others.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                shared.lock().unwrap().take(&bytes[..count]);
            }
        });
        Terminal { seen, writer, child, _master: pair.master }
    }
}

/// What came from the program: the screen, and whether anything ever steered it.
struct Seen {
    screen: vt100::Parser,
    has_escapes: bool,
}

impl Default for Seen {
    fn default() -> Self {
        let [rows, columns] = [ROWS, COLUMNS].map(|size| NonZeroU16::new(size).unwrap());
        Self { screen: vt100::Parser::new(rows, columns, 0), has_escapes: false }
    }
}

impl Seen {
    fn take(&mut self, bytes: &[u8]) {
        self.has_escapes |= bytes.contains(&0x1b);
        self.screen.process(bytes);
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The row with the cursor: what is being typed, hint included.
    fn row(&self) -> String {
        let (row, _) = self.screen.screen().cursor_position();
        self.screen.screen().rows(0, COLUMNS).nth(usize::from(row)).unwrap()
    }

    /// What stands before the cursor.
    fn typed(&self) -> String {
        let (_, column) = self.screen.screen().cursor_position();
        self.row().chars().chain(std::iter::repeat(' ')).take(usize::from(column)).collect()
    }

    fn prompts(&self) -> usize {
        self.text().lines().filter(|line| is_prompt(line)).count()
    }

    fn has_color(&self) -> bool {
        let screen = self.screen.screen();
        let cells = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
        cells.filter_map(|(row, column)| screen.cell(row, column)).any(|cell| {
            cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default || cell.bold()
        })
    }
}

/// Whether a line begins with a prompt: of the program, or of a question.
fn is_prompt(line: &str) -> bool {
    let of_table = line.strip_prefix("tafel").and_then(|rest| rest.split_once('>'));
    line.starts_with('>') || of_table.is_some_and(|(name, _)| name.is_empty() || name.starts_with(':'))
}

/// The program at a terminal.
struct Terminal {
    seen: Arc<Mutex<Seen>>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

impl Terminal {
    fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn see<T>(&self, look: impl Fn(&Seen) -> T) -> T {
        look(&self.seen.lock().unwrap())
    }

    fn text(&self) -> String {
        self.see(Seen::text)
    }

    /// Waits until the screen is as expected.
    #[track_caller]
    fn wait(&self, what: &str, is_there: impl Fn(&Seen) -> bool) {
        let start = Instant::now();
        while !self.see(&is_there) {
            assert!(start.elapsed() < PATIENCE, "no {what} on the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[track_caller]
    fn wait_for(&self, text: &str) {
        self.wait(text, |seen| seen.text().contains(text));
    }

    /// Waits for `count` prompts in all, the last of them empty.
    #[track_caller]
    fn wait_for_prompt(&self, count: usize) {
        self.wait(&format!("prompt number {count}"), |seen| {
            let typed = seen.typed();
            seen.prompts() >= count
                && is_prompt(&typed)
                && typed.ends_with("> ")
                && seen.row().trim_end() == typed.trim_end()
        });
    }

    /// Waits for the first prompt.
    #[track_caller]
    fn begun(self) -> Self {
        self.wait_for_prompt(1);
        self
    }

    /// Types keys that bring a new prompt; returns what was said before it.
    #[track_caller]
    fn turn(&mut self, keys: &str) -> String {
        let (count, before) = self.see(|seen| (seen.prompts(), seen.text().lines().count()));
        self.send(keys);
        self.wait_for_prompt(count + 1);
        let text = self.text();
        let said: Vec<&str> = text.lines().skip(before).collect();
        said.split_last().map(|(_, said)| said.join("\n")).unwrap_or_default()
    }

    /// Types a line; returns what was said to it.
    #[track_caller]
    fn line(&mut self, line: &str) -> String {
        self.turn(&format!("{line}\r"))
    }

    /// Waits until the program has ended; returns its exit code.
    #[track_caller]
    fn ended(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "still there:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

#[test]
fn the_quick_start_comes_to_the_same_answer_as_through_a_pipe() {
    let transcript = include_str!("../transcripts/cz-breburg.txt");
    let mut terminal = Home::new().open().begun();
    let mut last = String::new();
    for line in transcript.lines() {
        last = terminal.line(line);
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_tafel"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts/cz-breburg.txt");
    command.stdin(Stdio::from(fs::File::open(path).unwrap())).env("COLUMNS", COLUMNS.to_string());
    let piped = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let answer = last.trim();
    assert!(answer.contains("Is there room") && answer.contains("What is still a guess"), "{last}");
    assert!(piped.trim().ends_with(answer), "{piped}\n---\n{answer}");
    assert_eq!(terminal.see(Seen::prompts), transcript.lines().count() + 1);
}

#[test]
fn it_begins_with_a_short_banner_and_a_prompt() {
    let terminal = Home::new().open().begun();
    let text = terminal.text();
    let banner: Vec<&str> = text.lines().take_while(|line| !is_prompt(line)).collect();
    assert!((1..=3).contains(&banner.len()), "{text}");
    assert!(banner[0].contains(env!("CARGO_PKG_VERSION")) && text.contains("`help`"));
    assert_eq!(terminal.see(Seen::row).trim_end(), "tafel>");
}

#[test]
fn tab_completes_a_command_and_a_name_with_spaces() {
    let mut terminal = Home::new().open().begun();
    terminal.line("new A clinic");
    terminal.line("CZ, GGz Breburg");
    terminal.line("stop");
    terminal.send("wei\t");
    terminal.wait("completed command", |seen| seen.typed() == "tafel:a-clinic*> weights ");
    terminal.send("GG\t");
    terminal.wait("completed name", |seen| seen.typed() == "tafel:a-clinic*> weights \"GGz Breburg\" ");
    let said = terminal.turn("access > rest\r");
    assert!(said.contains("access > rest") || said.contains("unknown interest"), "{said}");
}

#[test]
fn a_second_tab_lists_what_fits_with_what_it_is_for() {
    let mut terminal = Home::new().open().begun();
    terminal.send("s\t\t");
    terminal.wait_for("solve");
    terminal.wait("help with each command", |seen| {
        let text = seen.text();
        let has = |name: &str, help: &str| text.lines().any(|line| line.contains(name) && line.contains(help));
        has("solve", "the best package that everybody can accept") && has("scenarios", "list the bundled tables")
    });
    terminal.wait("the line that was typed", |seen| seen.typed() == "tafel> s");
}

#[test]
fn a_hint_shows_the_rest_and_is_not_typed() {
    let mut terminal = Home::new().open().begun();
    terminal.send("scen");
    terminal.wait("hint", |seen| seen.row().trim_end() == "tafel> scenarios" && seen.typed() == "tafel> scen");
    let is_dim = |seen: &Seen| {
        let (row, column) = seen.screen.screen().cursor_position();
        seen.screen.screen().cell(row, column).unwrap().dim()
    };
    assert!(terminal.see(is_dim), "a hint looks typed");
    terminal.turn(CTRL_C);
    terminal.line("load sinaasappel");
    terminal.send("lo");
    terminal
        .wait("hint from before", |seen| seen.row().contains("> load sinaasappel") && seen.typed().ends_with("> lo"));
}

#[test]
fn lines_are_remembered_for_the_next_time() {
    let home = Home::new();
    let mut terminal = home.open().begun();
    for line in ["help undo", "help redo", "help redo", " help save", "help load"] {
        terminal.line(line);
    }
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0);
    let text = fs::read_to_string(home.history()).unwrap();
    assert_eq!(
        text.lines().filter(|line| line.starts_with("help")).collect::<Vec<_>>(),
        ["help undo", "help redo", "help load"]
    );
    assert_eq!(fs::metadata(home.history()).unwrap().permissions().mode() & 0o777, 0o600);

    let mut again = home.open().begun();
    for line in ["help load", "help redo", "help undo"] {
        again.send(UP);
        again.wait(line, |seen| seen.typed() == format!("tafel> {line}"));
    }
    again.turn(CTRL_C);
    again.send(CTRL_D);
    again.ended();
    let mut none = home.open_with(&["--no-history"], &[]).begun();
    none.line("tour");
    none.send(CTRL_D);
    none.ended();
    assert_eq!(fs::read_to_string(home.history()).unwrap(), text);
}

#[test]
fn ctrl_c_clears_the_line_and_the_program_stays() {
    let mut terminal = Home::new().open().begun();
    terminal.send("no such line");
    terminal.wait("line", |seen| seen.typed() == "tafel> no such line");
    let said = terminal.turn(CTRL_C);
    assert!(said.contains("`quit` or Ctrl-D leaves."), "{said}");
    let said = terminal.line("help undo");
    assert!(said.contains("take the last change back") && !said.contains("unknown"), "{said}");
}

#[test]
fn ctrl_c_ends_a_search_with_the_best_so_far_and_the_session_goes_on() {
    let home = Home::new();
    // Far too large for a proof of `fair` within a second.
    let large = Recipe { parties: 10, issues: 30, options: 6, seed: 1, rules: true, opposed: false };
    let source = tafel::table_file::write(&table(large));
    let path = home.0.path().join("large.ron");
    fs::write(&path, &source).unwrap();
    let mut terminal = home.open_with(&["large.ron"], &[]).begun();
    terminal.send("solve --objective fair\r");
    terminal.wait_for("Still looking. Ctrl-C stops");
    let start = Instant::now();
    let said = terminal.turn(CTRL_C);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert!(said.contains("cut short"), "{said}");
    assert!(!terminal.text().contains("Still looking"), "{}", terminal.text());
    // The question is not asked again, nothing has changed, and what was found is there to be looked at.
    assert!(terminal.see(Seen::row).starts_with("tafel:large> "));
    assert!(terminal.line("log").contains("Nothing was changed."));
    let scored = terminal.line("score _");
    assert!(scored.contains("What it is worth"), "{scored}");
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), source);
}

#[test]
fn ctrl_c_leaves_a_question_and_new_goes_on_with_it() {
    let mut terminal = Home::new().open().begun();
    terminal.line("new A fence");
    assert_eq!(terminal.see(Seen::row).trim_end(), ">");
    let said = terminal.turn(CTRL_C);
    assert!(said.contains("The question is left open."), "{said}");
    assert_eq!(terminal.see(Seen::row).trim_end(), "tafel:a-fence*>");
    assert!(terminal.line("new").contains("Who is here?"));
}

#[test]
fn ctrl_d_leaves_and_asks_once_when_something_is_not_saved() {
    let mut terminal = Home::new().open().begun();
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0);
    let mut terminal = Home::new().open_with(&["sinaasappel", "--lang", "en"], &[]).begun();
    terminal.line("title Fruit");
    let said = terminal.turn(CTRL_D);
    assert!(said.contains("Not everything is saved."), "{said}");
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn ctrl_d_at_a_question_answers_nothing() {
    let mut terminal = Home::new().open().begun();
    for line in ["new A clinic", "CZ, GGz Breburg", "access", "rest", "stop"] {
        terminal.line(line);
    }
    let asked = terminal.line("interest CZ \"it must be free\"");
    assert!(asked.contains("What is it for?"), "{asked}");
    assert!(terminal.turn(CTRL_D).contains("Not everything is saved."));
    terminal.line("no");
    let log = terminal.line("log");
    assert!(log.contains("rest") && !log.contains("quit") && !log.contains("interest"), "{log}");
}

#[test]
fn a_table_that_was_never_saved_is_there_again() {
    let home = Home::new();
    let mut terminal = home.open().begun();
    for line in ["new A clinic", "CZ, GGz Breburg", "access", "rest", "stop"] {
        terminal.line(line);
    }
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0, "leaving asks nothing");
    let mut terminal = home.open().begun();
    assert!(terminal.text().contains("One table was left unsaved. `resume` goes on with it."), "{}", terminal.text());
    terminal.line("resume");
    let shown = terminal.line("show CZ");
    assert!(shown.contains("access"), "{shown}");
    let log = terminal.line("log --all");
    assert!(log.contains("a new table") && log.contains("new A clinic"), "{log}");
    assert!(terminal.line("save clinic").contains("clinic.ron is written"));
    terminal.send(CTRL_D);
    assert_eq!(terminal.ended(), 0);
    let terminal = home.open().begun();
    assert!(!terminal.text().contains("resume"), "{}", terminal.text());
}

#[test]
fn a_pasted_block_is_carried_out_line_by_line() {
    let mut terminal = Home::new().open().begun();
    let block = "tafel> load sinaasappel\n# a remark\n\n  tafel:sinaasappel> set lang en\nshow # another";
    terminal.send(&format!("\u{1b}[200~{block}\u{1b}[201~"));
    terminal.wait("pasted block", |seen| seen.text().contains("show # another"));
    terminal.send("\r");
    terminal.wait("new prompt", |seen| seen.typed() == "tafel:sinaasappel> ");
    let text = terminal.text();
    assert!(!text.contains("error:") && !text.contains("unknown"), "{text}");
    let after = text.split("show # another").last().unwrap();
    assert!(after.lines().filter(|line| !line.trim().is_empty()).count() > 15, "{text}");
}

#[test]
fn a_terminal_that_can_only_show_lines_will_do() {
    let mut terminal = Home::new().open_with(&[], &[("TERM", "dumb")]).begun();
    let said = terminal.line("load sinaasappel");
    assert!(said.contains("sinaasappel"), "{said}");
    let said = terminal.line("nonsense");
    assert!(said.contains("nonsense") && said.contains('^'), "{said}");
    assert!(terminal.line("solve --lang en").contains("What it is worth"));
    assert!(!terminal.see(|seen| seen.has_escapes), "something steered the terminal");
    terminal.send("quit\r");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn colours_are_there_unless_they_are_unwanted() {
    for (environment, arguments, is_colored) in
        [(&[][..], &[][..], true), (&[("NO_COLOR", "1")], &[], false), (&[], &["--color", "never"], false)]
    {
        let mut terminal = Home::new().open_with(&[arguments, &["sinaasappel"]].concat(), environment).begun();
        terminal.line("solve");
        terminal.line("nonsense");
        assert_eq!(terminal.see(Seen::has_color), is_colored, "{environment:?} {arguments:?}");
    }
}

#[test]
fn a_broken_start_file_is_told_and_stands_in_nobodys_way() {
    let home = Home::new();
    home.set_start("set lang nl\nnonsense\n");
    let mut terminal = home.open().begun();
    let text = terminal.text();
    assert!(text.contains("nonsense") && text.contains("start:2"), "{text}");
    assert!(terminal.line("set").contains("nl"), "the good line before it counts");
    let bare = home.open_with(&["--no-config"], &[]).begun();
    assert!(!bare.text().contains("nonsense"), "{}", bare.text());
}
