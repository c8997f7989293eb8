//! The command line: from arguments to what is said on the two streams and the exit code. Never prints itself.

mod arguments;
mod check;
mod library;
mod score;
mod solve;

use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::atomic::AtomicBool;

use clap::{CommandFactory as _, FromArgMatches as _};

use arguments::{Arguments, Command, Everywhere, Format, NewArguments};

use crate::domain::Language;
use crate::report::{Wordbook, clean, internal_text, render_problem, scenarios_json, scenarios_text, undelivered_text};
use crate::table_file::create;

/// What the program runs in.
pub struct Surroundings<'a> {
    /// Where answers go.
    pub stdout: &'a mut dyn Write,
    /// Where problems go.
    pub stderr: &'a mut dyn Write,
    /// How many columns a line may have.
    pub width: usize,
    /// Set when the person wants the answer found so far.
    pub stop: &'a AtomicBool,
}

/// How a run ended, as scripts see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// There is an answer.
    Answered,
    /// Something went wrong inside the program.
    Internal,
    /// The command or a file is wrong.
    BadInput,
    /// No package is acceptable; the conflict is the answer.
    NothingAcceptable,
    /// The time ran out before a proof.
    OutOfTime,
    /// The person broke it off.
    Interrupted,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Answered => 0,
            Self::Internal => 1,
            Self::BadInput => 2,
            Self::NothingAcceptable => 3,
            Self::OutOfTime => 4,
            Self::Interrupted => 130,
        }
    }
}

/// What a command has to say.
#[derive(Debug)]
struct Said {
    answer: String,
    problems: String,
    exit: Exit,
}

impl Said {
    fn answer(answer: String, exit: Exit) -> Self {
        Self { answer, problems: String::new(), exit }
    }

    fn problem(problems: String) -> Self {
        Self { answer: String::new(), problems, exit: Exit::BadInput }
    }

    fn internal(error: &dyn std::error::Error) -> Self {
        let problems = internal_text(&error.to_string(), &Wordbook::new(Language::En));
        Self { answer: String::new(), problems, exit: Exit::Internal }
    }
}

/// Runs one command. The first argument is the name of the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>, surroundings: &mut Surroundings<'_>) -> Exit {
    let said = perform(arguments, surroundings);
    match deliver(&said, surroundings) {
        Ok(()) => said.exit,
        // Whoever reads the answer has seen enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => said.exit,
        Err(error) => {
            let problem = undelivered_text(&error.to_string(), &Wordbook::new(Language::En));
            // If this can't be said either, the exit code still tells it.
            let _ = surroundings.stderr.write_all(problem.as_bytes());
            Exit::Internal
        }
    }
}

fn deliver(said: &Said, surroundings: &mut Surroundings<'_>) -> io::Result<()> {
    surroundings.stderr.write_all(said.problems.as_bytes())?;
    surroundings.stderr.flush()?;
    surroundings.stdout.write_all(said.answer.as_bytes())?;
    surroundings.stdout.flush()
}

fn perform(arguments: impl IntoIterator<Item = OsString>, surroundings: &Surroundings<'_>) -> Said {
    let command = Arguments::command().term_width(surroundings.width);
    let parsed = command.try_get_matches_from(arguments).and_then(|found| Arguments::from_arg_matches(&found));
    let result = match parsed {
        Err(error) => Err(usage(&error)),
        Ok(Arguments { command, everywhere }) => match command {
            Command::Check(check) => check::check(&check, &everywhere, surroundings),
            Command::Solve(solve) => solve::solve(&solve, &everywhere, surroundings),
            Command::Score(score) => score::score(&score, &everywhere, surroundings),
            Command::New(new) => start(&new, &everywhere),
            Command::Scenarios => scenarios(&everywhere, surroundings),
        },
    };
    result.unwrap_or_else(|said| said)
}

/// Help and version are answers; anything else is a problem.
fn usage(error: &clap::Error) -> Said {
    // What was typed is quoted in the message, and may hold anything.
    let text: String = error.render().to_string().lines().map(|line| clean(line) + "\n").collect();
    if error.use_stderr() { Said::problem(text) } else { Said::answer(text, Exit::Answered) }
}

/// Writes a table to start from.
fn start(arguments: &NewArguments, everywhere: &Everywhere) -> Result<Said, Said> {
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    match create(&arguments.name) {
        Ok(path) => Ok(Said::answer(words.say("created", &[("file", &path)]) + "\n", Exit::Answered)),
        Err(error) => Err(Said::problem(render_problem(&words, &error.path, &error.path, &error.problem))),
    }
}

fn scenarios(everywhere: &Everywhere, surroundings: &Surroundings<'_>) -> Result<Said, Said> {
    let tables = library::tables();
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    let answer = match everywhere.format {
        Format::Text => scenarios_text(&tables, &words, surroundings.width),
        Format::Json => scenarios_json(&tables).map_err(|error| Said::internal(&error))?,
    };
    Ok(Said::answer(answer, Exit::Answered))
}
