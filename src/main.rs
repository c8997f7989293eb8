//! The thin program around the library: streams, the terminal's width and Ctrl-C.

use std::io;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use tafel::cli::{Exit, Surroundings, run};

/// Set by the first Ctrl-C: tell what was found so far.
static STOP: AtomicBool = AtomicBool::new(false);

/// How many columns a line has when nothing says so.
const USUAL_WIDTH: usize = 80;
/// The narrowest and widest page that is laid out.
const WIDTHS: (usize, usize) = (40, 120);

fn main() -> ExitCode {
    // Without a handler Ctrl-C still ends the program, only with less of an answer.
    let _ = ctrlc::set_handler(|| {
        if STOP.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::Interrupted.code()));
        }
    });
    let mut surroundings = Surroundings {
        stdout: &mut io::stdout().lock(),
        stderr: &mut io::stderr().lock(),
        width: width(),
        stop: &STOP,
    };
    ExitCode::from(run(std::env::args_os(), &mut surroundings).code())
}

/// The width that the person set, or that the terminal has.
fn width() -> usize {
    let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    set.or_else(terminal).unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1)
}
