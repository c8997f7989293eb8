//! The projector: a screen that isn't the moderator's, alone in a terminal, as it is now or as it changes.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use super::arguments::ViewFile;
use super::{Ending, Setup, Surroundings, Terminal, front};
use crate::repl::{Exit, Said};
use crate::report::Place;
use crate::session::{Command, Keeping, OwnDisk, Request, ViewArguments};

/// How often to look whether something was released.
const EVERY: Duration = Duration::from_millis(200);
/// Makes a terminal empty, also of what scrolled away.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Shows a screen; with `--follow` until somebody stops it.
pub(super) fn project(
    arguments: &ViewFile,
    setup: &Setup,
    surroundings: &mut Surroundings<'_>,
) -> Result<Exit, Ending> {
    let said = page(arguments, setup, surroundings)?;
    if said.exit != Exit::Answered || !arguments.follow {
        return Err(Ending::Said(said));
    }
    let mut shown = said.answer;
    show(&shown, surroundings)?;
    while !surroundings.stop.load(Ordering::Relaxed) {
        thread::sleep(EVERY);
        // A file that can't be read for a moment is no news.
        let Ok(Said { answer, exit: Exit::Answered, .. }) = page(arguments, setup, surroundings) else { continue };
        if answer != shown {
            show(&answer, surroundings)?;
            shown = answer;
        }
    }
    Ok(Exit::Answered)
}

/// The screen as it is now. How many changes a journal brought back is nothing for those who see it.
fn page(arguments: &ViewFile, setup: &Setup, surroundings: &Surroundings<'_>) -> Result<Said, Ending> {
    let keeping = Keeping::Reading(Arc::new(OwnDisk));
    let mut front = front(&arguments.file, keeping, setup, surroundings).map_err(Ending::Said)?;
    front.session.set_attended(false);
    let command = Command::View(ViewArguments { screen: arguments.screen.clone() });
    let request = Request { command, everywhere: setup.everywhere.clone() };
    let line = format!("view {} {}", arguments.screen, arguments.file);
    Ok(front.execute(&request, &line, Place::Typed, surroundings.stop))
}

fn show(page: &str, surroundings: &mut Surroundings<'_>) -> io::Result<()> {
    if surroundings.terminal != Terminal::Pipe {
        surroundings.stdout.write_all(CLEAR.as_bytes())?;
    }
    surroundings.stdout.write_all(page.as_bytes())?;
    surroundings.stdout.flush()
}
