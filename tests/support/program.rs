//! The program in this process: what it says on which stream, and how it ended.

use std::ffi::OsString;
use std::sync::atomic::AtomicBool;

use tafel::cli::{Exit, Places, Surroundings, Terminal, run};

/// What a run said and how it ended.
#[derive(Debug, PartialEq)]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub exit: Exit,
}

/// Runs the program with `input` in the pipe, or typed at a terminal that knows nothing, on a page of `width` columns.
pub fn ran_in(terminal: Terminal, width: usize, arguments: &[&str], input: &[u8]) -> Ran {
    ran_until(&AtomicBool::new(false), terminal, width, arguments, input)
}

/// Runs the program for somebody who says by `stop` when it is enough.
pub fn ran_until(stop: &AtomicBool, terminal: Terminal, width: usize, arguments: &[&str], input: &[u8]) -> Ran {
    let arguments = std::iter::once("tafel").chain(arguments.iter().copied()).map(OsString::from);
    let (mut stdin, mut stdout, mut stderr) = (input, Vec::new(), Vec::new());
    let mut surroundings = Surroundings {
        stdin: &mut stdin,
        stdout: &mut stdout,
        stderr: &mut stderr,
        width,
        stop,
        terminal,
        places: Places::default(),
    };
    let exit = run(arguments, &mut surroundings);
    Ran { stdout: String::from_utf8(stdout).unwrap(), stderr: String::from_utf8(stderr).unwrap(), exit }
}

/// Runs the program with `input` in the pipe.
pub fn ran(arguments: &[&str], input: &str) -> Ran {
    ran_in(Terminal::Pipe, 80, arguments, input.as_bytes())
}

/// What the program answers; nothing may be wrong.
#[track_caller]
pub fn told(arguments: &[&str], input: &str) -> String {
    let Ran { stdout, stderr, exit } = ran(arguments, input);
    assert_eq!((stderr.as_str(), exit), ("", Exit::Answered), "{arguments:?}");
    stdout
}
