//! Scripts, pipes, and terminals that can do nothing but show lines.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use super::front::{Exit, Front};
use super::lines::{Line, Lines};
use crate::report::Place;
use crate::session::Screen;

/// Lines to carry out, and how.
pub struct Script<'a> {
    /// What the script is called in problems.
    pub path: &'a str,
    /// Its lines.
    pub lines: Lines<'a>,
    /// Whether to go on behind an error.
    pub keep_going: bool,
    /// Whether somebody types the lines: then a prompt goes before each, and errors never end it.
    pub is_prompted: bool,
}

/// Carries out lines to the end, to the first error, or until one of them leaves. The exit is that of the first error,
/// else of the last line.
///
/// # Errors
/// A stream can't be read or written.
pub fn run_lines(
    front: &mut Front,
    mut script: Script<'_>,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
    stop: &AtomicBool,
) -> io::Result<Exit> {
    let mut exit = Exit::Answered;
    let mut worst = None;
    let mut number = 0;
    stderr.write_all(std::mem::take(&mut front.notices).as_bytes())?;
    loop {
        if script.is_prompted {
            write!(stdout, "{}", prompt(front))?;
            stdout.flush()?;
            stop.store(false, Ordering::Relaxed);
        }
        let Some(line) = script.lines.next_line()? else { break };
        number += 1;
        let place = if script.is_prompted { Place::Typed } else { Place::Script { path: script.path, number } };
        let said = front.read(&line, place, stop);
        stderr.write_all(said.problems.as_bytes())?;
        stderr.flush()?;
        stdout.write_all(said.answer.as_bytes())?;
        stdout.flush()?;
        let is_blank = matches!(&line, Line::Text(text) if text.trim().is_empty());
        if !is_blank {
            exit = said.exit;
        }
        if matches!(exit, Exit::BadInput | Exit::Internal | Exit::Interrupted) && !script.is_prompted {
            worst.get_or_insert(exit);
            if !script.keep_going || exit == Exit::Interrupted {
                break;
            }
        }
        if said.left {
            break;
        }
    }
    Ok(if script.is_prompted { Exit::Answered } else { worst.unwrap_or(exit) })
}

/// What stands before a line that is typed.
pub(super) fn prompt(front: &Front) -> String {
    if front.session.is_asking() {
        return "> ".to_owned();
    }
    match front.session.screen() {
        Some(Screen::Shared) => return "tafel@shared> ".to_owned(),
        Some(Screen::Party(name)) => return format!("tafel@{}> ", crate::report::clean(name)),
        None => {}
    }
    let mark = if front.session.is_unsaved() { "*" } else { "" };
    match front.session.table_name() {
        Some(name) => {
            let name = crate::report::clean(name.rsplit('/').next().unwrap_or(name));
            format!("tafel:{}{mark}> ", name.trim_end_matches(".ron"))
        }
        None => "tafel> ".to_owned(),
    }
}
