//! The prompt on a real terminal: editing, history, completion, hints.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::{FileHistory, SearchDirection};
use rustyline::validate::Validator;
use rustyline::{
    Behavior, Cmd, CompletionType, ConditionalEventHandler, Config, Context, Editor, Event, EventContext, EventHandler,
    Helper, KeyCode, KeyEvent, Modifiers, RepeatCount,
};

use super::front::{Exit, Front};
use super::lines::Line;
use super::patience::patiently;
use super::plain::prompt;
use crate::report::{Place, clean};
use crate::session::{Everywhere, Session, tokenize};

/// How many lines are remembered.
const MOST_LINES: usize = 10_000;

/// The commands that record what parties say in confidence.
const CONFIDENTIAL: [&str; 8] =
    ["weights", "no-deal", "reading", "ratification", "mandate", "probability", "interview", "react"];

/// How the prompt begins.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Where typed lines are remembered; nothing to leave no trace.
    pub history: Option<PathBuf>,
    /// Lines to carry out first, with the file they come from.
    pub settings: Option<(String, String)>,
}

/// Talks with somebody at a terminal until they leave.
///
/// # Errors
/// The terminal can't be read or written.
pub fn edit(front: Front, start: &Start, stop: &AtomicBool) -> io::Result<Exit> {
    let mut stdout = io::stdout();
    let front = Rc::new(RefCell::new(front));
    banner(&front, &mut stdout)?;
    if let Some((path, text)) = &start.settings {
        settle(&front, path, text, &mut stdout, stop)?;
    }
    let mut editor = editor(&front, start).map_err(other)?;
    let darken = Darken::default();
    editor.bind_sequence(KeyEvent(KeyCode::F(9), Modifiers::NONE), EventHandler::Conditional(Box::new(darken.clone())));
    let mut begun = String::new();
    loop {
        let before = prompt(&front.borrow());
        let line = match editor.readline_with_initial(&before, (&begun, "")) {
            Ok(line) => line,
            // The line that was begun comes back behind the key that darkens the screen.
            Err(ReadlineError::Interrupted) if darken.was_pressed(&mut begun) => "blank".to_owned(),
            Err(ReadlineError::Interrupted) => {
                begun.clear();
                interrupted(&front, &mut stdout)?;
                continue;
            }
            Err(ReadlineError::Eof) if leaves(&front, &mut stdout)? => break,
            Err(ReadlineError::Eof) => continue,
            Err(error) => return Err(other(error)),
        };
        if line != "blank" {
            begun.clear();
        }
        let is_own = front.borrow().session.screen().is_none();
        remember(&mut editor, &line, start, &front.borrow().session);
        // A pasted block arrives as one text.
        for line in line.split('\n') {
            stop.store(false, Ordering::Relaxed);
            let mut turn = front.borrow_mut();
            let notice = turn.words(&Everywhere::default()).say("still-looking", &[]);
            let said = patiently(&notice, || turn.read(&Line::Text(line.to_owned()), Place::Typed, stop));
            drop(turn);
            stdout.write_all(said.problems.as_bytes())?;
            stdout.write_all(said.answer.as_bytes())?;
            stdout.flush()?;
            if said.left {
                return Ok(Exit::Answered);
            }
        }
        // What was typed before mustn't come up on a screen that others see.
        match (is_own, front.borrow().session.screen().is_none()) {
            (true, false) => editor.clear_history().map_err(other)?,
            (false, true) => start.history.iter().for_each(|path| drop(editor.load_history(path))),
            _ => {}
        }
    }
    Ok(Exit::Answered)
}

fn editor(front: &Rc<RefCell<Front>>, start: &Start) -> rustyline::Result<Editor<Prompter, FileHistory>> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .max_history_size(MOST_LINES)?
        .history_ignore_dups(true)?
        .history_ignore_space(true)
        .auto_add_history(false)
        .behavior(Behavior::Stdio)
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_helper(Some(Prompter { front: Rc::clone(front) }));
    if let Some(path) = &start.history {
        // Without a history the prompt works as well.
        let _ = editor.load_history(path);
    }
    Ok(editor)
}

/// Remembers a line for the next time as well; one that starts with a space, that answers a question, or that records
/// what a party says in confidence, for no time.
fn remember(editor: &mut Editor<Prompter, FileHistory>, line: &str, start: &Start, session: &Session) {
    let is_blank = line.trim().is_empty() || line.starts_with(' ');
    if is_blank || session.is_asking() || session.screen().is_some() || is_confidential(session, line) {
        return;
    }
    let is_new = editor.add_history_entry(line).unwrap_or(false);
    if let (Some(path), true) = (&start.history, is_new) {
        let _ = editor.append_history(path);
    }
}

/// Whether a line records what a party keeps to itself.
fn is_confidential(session: &Session, line: &str) -> bool {
    line.split('\n').any(|line| {
        let words = tokenize(line).words;
        let named = words.iter().filter_map(|word| session.grammar().command_named(&word.text).ok());
        // What is tried is a line of its own.
        let named: Vec<String> = named.take(2).collect();
        let command = match &named[..] {
            [first, second] if first == "whatif" => second,
            [first, ..] => first,
            [] => return false,
        };
        CONFIDENTIAL.contains(&command.as_str())
    })
}

fn banner(front: &Rc<RefCell<Front>>, stdout: &mut dyn Write) -> io::Result<()> {
    let mut front = front.borrow_mut();
    let name = front.session.table_name().map(clean);
    let notices = std::mem::take(&mut front.notices);
    let drafts = front.session.drafts().len();
    let words = front.words(&Everywhere::default());
    let first = words.say("banner", &[("version", env!("CARGO_PKG_VERSION"))]);
    let second = match name {
        Some(name) => words.say("banner-table", &[("name", &name)]),
        None => words.say("banner-start", &[]),
    };
    writeln!(stdout, "{first}\n{second}")?;
    if drafts > 0 {
        writeln!(stdout, "{}", words.say("banner-drafts", &[("count", &drafts.to_string())]))?;
    }
    write!(stdout, "{notices}")
}

/// Carries out the lines that a person wants at every start; a bad one is told, and doesn't stand in the way.
fn settle(
    front: &Rc<RefCell<Front>>,
    path: &str,
    text: &str,
    stdout: &mut dyn Write,
    stop: &AtomicBool,
) -> io::Result<()> {
    for (at, line) in text.lines().enumerate() {
        let place = Place::Script { path, number: at + 1 };
        let said = front.borrow_mut().read(&Line::Text(line.to_owned()), place, stop);
        stdout.write_all(said.problems.as_bytes())?;
    }
    Ok(())
}

/// Ctrl-C at the prompt: leaves a question, or tells how to leave the program.
fn interrupted(front: &Rc<RefCell<Front>>, stdout: &mut dyn Write) -> io::Result<()> {
    let mut front = front.borrow_mut();
    let key = if front.session.drop_question() { "paused" } else { "how-to-leave" };
    let text = front.words(&Everywhere::default()).say(key, &[]);
    writeln!(stdout, "{text}")
}

/// Ctrl-D: leaves, after asking once if something isn't saved.
fn leaves(front: &Rc<RefCell<Front>>, stdout: &mut dyn Write) -> io::Result<bool> {
    let said = front.borrow_mut().read(&Line::Text("quit".to_owned()), Place::Typed, &AtomicBool::new(false));
    writeln!(stdout)?;
    stdout.write_all(said.answer.as_bytes())?;
    Ok(said.left)
}

fn other(error: ReadlineError) -> io::Error {
    match error {
        ReadlineError::Io(error) => error,
        error => io::Error::other(error.to_string()),
    }
}

/// The key that darkens the shared screen, whatever stands in the line.
#[derive(Clone, Default)]
struct Darken(Arc<Mutex<Option<String>>>);

impl ConditionalEventHandler for Darken {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        if let Ok(mut pressed) = self.0.lock() {
            *pressed = Some(context.line().to_owned());
        }
        Some(Cmd::Interrupt)
    }
}

impl Darken {
    /// Whether the key was what ended the last line; `begun` becomes what stood there.
    fn was_pressed(&self, begun: &mut String) -> bool {
        let pressed = self.0.lock().ok().and_then(|mut pressed| pressed.take());
        let was_pressed = pressed.is_some();
        *begun = pressed.unwrap_or_default();
        was_pressed
    }
}

/// What the editor asks of the session while a line is typed.
struct Prompter {
    front: Rc<RefCell<Front>>,
}

impl Helper for Prompter {}

impl Completer for Prompter {
    type Candidate = Pair;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let mut front = self.front.borrow_mut();
        let (start, candidates) = front.session.complete(line, position);
        let words = front.words(&Everywhere::default());
        let only = candidates.len() == 1;
        let pairs = candidates.into_iter().map(|candidate| {
            let text = clean(&candidate.text);
            let display = match &candidate.key {
                Some(key) => format!("{text:<14} {}", words.say(key, &[])),
                None => text.clone(),
            };
            let space = if only && candidate.is_whole { " " } else { "" };
            Pair { display, replacement: format!("{text}{space}") }
        });
        Ok((start, pairs.collect()))
    }
}

impl Hinter for Prompter {
    type Hint = String;

    /// The rest of the last line that began so, or else of the only word that fits.
    fn hint(&self, line: &str, position: usize, context: &Context<'_>) -> Option<String> {
        if position < line.len() || line.trim().is_empty() {
            return None;
        }
        let last = context.history().len().checked_sub(1);
        let found =
            last.and_then(|last| context.history().starts_with(line, last, SearchDirection::Reverse).ok().flatten());
        if let Some(found) = found
            && let Some(rest) = found.entry.get(line.len()..).filter(|rest| !rest.is_empty())
        {
            return Some(rest.to_owned());
        }
        let (start, candidates) = self.front.borrow().session.complete(line, position);
        let typed = line.get(start..)?;
        match &candidates[..] {
            [only] if !typed.is_empty() => only.text.strip_prefix(typed).map(clean),
            _ => None,
        }
    }
}

impl Highlighter for Prompter {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        let front = self.front.borrow();
        if front.session.is_asking() || !colored(&front) {
            return Cow::Borrowed(line);
        }
        let Some(first) = tokenize(line).words.into_iter().next() else { return Cow::Borrowed(line) };
        let color = if front.session.grammar().command_named(&first.text).is_ok() { "1" } else { "31" };
        let (word, rest) = (&line[first.place.clone()], &line[first.place.end..]);
        Cow::Owned(format!("{}\u{1b}[{color}m{word}\u{1b}[0m{rest}", &line[..first.place.start]))
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        if colored(&self.front.borrow()) {
            return Cow::Owned(format!("\u{1b}[36m{prompt}\u{1b}[0m"));
        }
        Cow::Borrowed(prompt)
    }

    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        // Without colour a hint would look typed.
        Cow::Owned(format!("\u{1b}[2m{hint}\u{1b}[0m"))
    }

    fn highlight_char(&self, _: &str, _: usize, _: CmdKind) -> bool {
        colored(&self.front.borrow())
    }
}

fn colored(front: &Front) -> bool {
    front.session.settings().color.unwrap_or(front.can_color)
}

/// Every line is whole: nobody is ever kept in one.
impl Validator for Prompter {}
