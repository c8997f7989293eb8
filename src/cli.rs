//! The command line: from arguments to what is said on the two streams and the exit code.

mod arguments;
mod check;
mod described;
mod import;
mod library;
mod projector;

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::FromArgMatches as _;

use arguments::{Arguments, Color, NewFile, Program, RunArguments, StartArguments};

use crate::domain::Language;
use crate::repl::{Front, Lines, Script, Start, edit, run_lines};
use crate::report::{Place, Wordbook, clean, failure_text, notices_text, render_problem, undelivered_text};
use crate::session::{self, Command, Everywhere, Failure, Keeping, OwnDisk, Request, Session, Settings, quote};
use crate::table_file::create;

pub use crate::repl::{Exit, Said};

/// What the program runs in.
pub struct Surroundings<'a> {
    /// Where lines come from.
    pub stdin: &'a mut dyn BufRead,
    /// Where answers go.
    pub stdout: &'a mut dyn Write,
    /// Where problems go.
    pub stderr: &'a mut dyn Write,
    /// How many columns a line may have.
    pub width: usize,
    /// Set when the person wants the answer found so far.
    pub stop: &'a AtomicBool,
    /// Who is there.
    pub terminal: Terminal,
    /// Where the prompt remembers lines, and the file with lines for every start.
    pub places: Places,
}

/// Who is at the other end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Terminal {
    /// Nobody: a pipe or a file, at one end at least.
    #[default]
    Pipe,
    /// Somebody at a terminal that can only show lines.
    Dumb,
    /// Somebody at a terminal that can do everything.
    Full {
        /// Whether colours are welcome.
        color: bool,
    },
}

/// Files of the person's own.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Where typed lines are remembered.
    pub history: Option<std::path::PathBuf>,
    /// Lines to carry out at every start, with the file they come from.
    pub settings: Option<(String, String)>,
    /// The folder for journals of tables that were never saved.
    pub drafts: Option<std::path::PathBuf>,
}

/// Runs the program. The first argument is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, surroundings: &mut Surroundings<'_>) -> Exit {
    let outcome = perform(arguments, surroundings);
    let result = match outcome {
        Ok(exit) => return exit,
        Err(Ending::Said(said)) => deliver(&said, surroundings).map(|()| said.exit),
        Err(Ending::Stream(error)) => Err(error),
    };
    match result {
        Ok(exit) => exit,
        // Whoever reads the answer has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Answered,
        Err(error) => {
            let problem = undelivered_text(&error.to_string(), &Wordbook::new(Language::En));
            // If this can't be said either, the exit code still tells it.
            let _ = surroundings.stderr.write_all(problem.as_bytes());
            Exit::Internal
        }
    }
}

/// How a run ends before its commands do.
enum Ending {
    /// With something to say.
    Said(Said),
    /// A stream broke.
    Stream(io::Error),
}

impl From<io::Error> for Ending {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}

fn deliver(said: &Said, surroundings: &mut Surroundings<'_>) -> io::Result<()> {
    surroundings.stderr.write_all(said.problems.as_bytes())?;
    surroundings.stderr.flush()?;
    surroundings.stdout.write_all(said.answer.as_bytes())?;
    surroundings.stdout.flush()
}

fn perform(arguments: impl IntoIterator<Item = OsString>, surroundings: &mut Surroundings<'_>) -> Result<Exit, Ending> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let line = typed(&arguments);
    let found = described::grammar(&arguments, surroundings.width).try_get_matches_from_mut(&arguments);
    let parsed = found.and_then(|found| Arguments::from_arg_matches(&found));
    let Arguments { program, start, everywhere, color } =
        parsed.map_err(|error| Ending::Said(described::misused(&error, &arguments, &line, surroundings.width)))?;
    let setup = Setup { everywhere, color };
    let Some(program) = program else { return talk(&start, setup, surroundings) };
    let said = match program.on_table() {
        Ok((file, command)) => {
            let keeping = Keeping::Reading(Arc::new(OwnDisk));
            let mut front = front(&file, keeping, &setup, surroundings).map_err(Ending::Said)?;
            front.session.set_file(&file);
            let request = Request { command, everywhere: setup.everywhere };
            let said = front.execute(&request, &line, Place::Typed, surroundings.stop);
            Said { problems: front.notices + &said.problems, ..said }
        }
        Err(Program::Check(files)) => check::check(&files, &setup.everywhere, surroundings).unwrap_or_else(|said| said),
        Err(Program::View(view)) => return projector::project(&view, &setup, surroundings),
        Err(Program::Run(run)) => return script(&run, setup, surroundings),
        Err(Program::Import(files)) => import::import(&files, &setup.everywhere).unwrap_or_else(|said| said),
        Err(Program::New(new)) => write_new(&new, &setup.everywhere),
        Err(Program::Help(help)) => {
            let outside = help.command.as_deref();
            let told = outside.and_then(|name| described::help(name, &arguments, surroundings.width));
            told.unwrap_or_else(|| without_table(Command::Help(help), &line, setup, surroundings))
        }
        Err(_) => without_table(Command::Scenarios, &line, setup, surroundings),
    };
    Err(Ending::Said(said))
}

/// A command of the prompt that needs no table.
fn without_table(command: Command, line: &str, setup: Setup, surroundings: &Surroundings<'_>) -> Said {
    let mut front = Front::new(Session::new(false), surroundings.width, setup.can_color(surroundings.terminal));
    let request = Request { command, everywhere: setup.everywhere };
    front.execute(&request, line, Place::Typed, surroundings.stop)
}

/// What holds for the whole run.
struct Setup {
    everywhere: Everywhere,
    color: Color,
}

impl Setup {
    fn can_color(&self, terminal: Terminal) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => matches!(terminal, Terminal::Full { color: true }),
        }
    }

    fn settings(&self) -> Settings {
        let language = self.everywhere.language();
        Settings {
            language,
            names: self.everywhere.names.unwrap_or_default(),
            format: self.everywhere.format.unwrap_or_default(),
            color: None,
        }
    }
}

/// The arguments as one line, as they would be typed at the prompt.
fn typed(arguments: &[OsString]) -> String {
    let words = arguments.iter().skip(1).map(|word| quote(&word.to_string_lossy()));
    words.collect::<Vec<_>>().join(" ")
}

/// A session with a table in hand.
fn front(file: &str, keeping: Keeping, setup: &Setup, surroundings: &Surroundings<'_>) -> Result<Front, Said> {
    let mut front = front_without_table(keeping, setup, surroundings);
    match front.session.take_in_hand(file) {
        Ok(notices) => front.notices = notices_text(&notices, file, front.words(&setup.everywhere)),
        Err(failure) => return Err(unopened(&failure, setup, surroundings.width)),
    }
    Ok(front)
}

fn front_without_table(keeping: Keeping, setup: &Setup, surroundings: &Surroundings<'_>) -> Front {
    let mut session = Session::new(surroundings.terminal != Terminal::Pipe);
    session.set_settings(setup.settings());
    session.set_keeping(keeping);
    Front::new(session, surroundings.width, setup.can_color(surroundings.terminal))
}

/// What is kept of a session in which somebody, or a script, may change the table.
fn keeping(no_journal: bool, surroundings: &Surroundings<'_>) -> Keeping {
    // Nobody would look for what a script left of a table that has no file.
    let drafts = surroundings.places.drafts.clone().filter(|_| surroundings.terminal != Terminal::Pipe);
    if no_journal { Keeping::Nothing } else { Keeping::Writing(Arc::new(OwnDisk), drafts) }
}

fn unopened(failure: &Failure, setup: &Setup, width: usize) -> Said {
    let words = Wordbook::new(setup.everywhere.language().unwrap_or_default());
    Said::problem(failure_text(failure, "", Place::Typed, &words, width))
}

/// The prompt, or what comes through a pipe instead.
fn talk(start: &StartArguments, setup: Setup, surroundings: &mut Surroundings<'_>) -> Result<Exit, Ending> {
    let keeping = keeping(start.no_journal, surroundings);
    let mut front = match &start.file {
        Some(file) => front(file, keeping, &setup, surroundings).map_err(|said| {
            let slip = described::misspelt(file, &setup.everywhere, surroundings.width);
            Ending::Said(slip.unwrap_or(said))
        })?,
        None => front_without_table(keeping, &setup, surroundings),
    };
    if !start.lines.is_empty() {
        front.session.set_attended(false);
        let text = start.lines.join("\n");
        let mut reader = text.as_bytes();
        return lines(&mut front, &mut reader, "-c", start.keep_going, surroundings);
    }
    match surroundings.terminal {
        Terminal::Full { .. } => {
            let places = std::mem::take(&mut surroundings.places);
            let begin = Start {
                history: places.history.filter(|_| !start.no_history),
                settings: places.settings.filter(|_| !start.no_config),
            };
            Ok(edit(front, &begin, surroundings.stop)?)
        }
        terminal => {
            let Surroundings { stdin, stdout, stderr, stop, .. } = surroundings;
            let is_prompted = terminal == Terminal::Dumb;
            let script = Script { path: "stdin", lines: Lines::new(*stdin), keep_going: start.keep_going, is_prompted };
            Ok(run_lines(&mut front, script, *stdout, *stderr, stop)?)
        }
    }
}

/// A file of commands.
fn script(run: &RunArguments, setup: Setup, surroundings: &mut Surroundings<'_>) -> Result<Exit, Ending> {
    let keeping = keeping(run.no_journal, surroundings);
    let mut front = front(&run.file, keeping, &setup, surroundings).map_err(Ending::Said)?;
    front.session.set_attended(false);
    if run.script == "-" {
        let Surroundings { stdin, stdout, stderr, stop, .. } = surroundings;
        let script =
            Script { path: "stdin", lines: Lines::new(*stdin), keep_going: run.keep_going, is_prompted: false };
        return Ok(run_lines(&mut front, script, *stdout, *stderr, stop)?);
    }
    let opened = session::open_script(&run.script);
    let file = opened.map_err(|failure| Ending::Said(unopened(&failure, &setup, surroundings.width)))?;
    lines(&mut front, &mut BufReader::new(file), &run.script, run.keep_going, surroundings)
}

fn lines(
    front: &mut Front,
    reader: &mut dyn BufRead,
    path: &str,
    keep_going: bool,
    surroundings: &mut Surroundings<'_>,
) -> Result<Exit, Ending> {
    let script = Script { path, lines: Lines::new(reader), keep_going, is_prompted: false };
    Ok(run_lines(front, script, surroundings.stdout, surroundings.stderr, surroundings.stop)?)
}

/// Writes a table to start from.
fn write_new(arguments: &NewFile, everywhere: &Everywhere) -> Said {
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    match create(&arguments.name) {
        Ok(path) => Said::answer(words.say("created", &[("file", &clean(&path))]) + "\n", Exit::Answered),
        Err(error) => Said::problem(render_problem(&words, &error.path, &error.path, &error.problem)),
    }
}
