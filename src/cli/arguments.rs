//! The commands and options, as clap reads them.

use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::Language;

/// A mutual-gains negotiation assistant: finds whole packages that leave every party better off than no deal.
#[derive(Debug, Parser)]
#[command(name = "tafel", version, arg_required_else_help = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) everywhere: Everywhere,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read table files and tell everything that is wrong or doubtful in them
    Check(CheckArguments),
    /// Find the best package that everybody can accept
    Solve(SolveArguments),
    /// Tell what one whole package is worth to everybody
    Score(ScoreArguments),
    /// Write a commented table to start from
    New(NewArguments),
    /// List the bundled scenarios; every command takes their names where it takes a file
    Scenarios,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Everywhere {
    /// How to answer
    #[arg(long, value_enum, global = true, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Stop looking after so many seconds and tell what was found so far
    #[arg(long, value_name = "SECONDS", global = true, value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Set the no-deals aside: a party may end up worse off than without an agreement
    #[arg(long, global = true)]
    pub(super) all: bool,
    /// The language of the answer; by default that of the table. JSON is the same in every language
    #[arg(long, value_enum, global = true)]
    lang: Option<Lang>,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For scripts: one line of JSON
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Lang {
    /// English
    En,
    /// Dutch
    Nl,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Table files or bundled names
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Also tell what a table teaches: its zone, its obvious package, and what it hangs on
    #[arg(long)]
    pub(super) lesson: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The name of the table; the file is called NAME.ron
    #[arg(long = "scenario", value_name = "NAME", required = true)]
    pub(super) name: String,
}

/// Options of `solve`.
#[derive(Debug, Args)]
pub(super) struct SolveArguments {
    /// A table file or a bundled name
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    /// What to look for: joint (most joint gain), fair (lifts the smallest gain most) or best:PARTY
    #[arg(long, default_value = "joint", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub(super) objective: String,
    /// In which world; by default the base world of the table
    #[arg(long, value_name = "NAME")]
    pub(super) world: Option<String>,
    /// Only packages that every ratifying body passes
    #[arg(long)]
    pub(super) ratifiable: bool,
}

/// Options of `score`.
#[derive(Debug, Args)]
pub(super) struct ScoreArguments {
    /// A table file or a bundled name
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    /// A choice for every issue; or a named package of the table, and what to change in it
    #[arg(required = true, value_name = "ISSUE=OPTION")]
    pub(super) choices: Vec<String>,
    /// In which world; by default the base world of the table
    #[arg(long, value_name = "NAME")]
    pub(super) world: Option<String>,
}

impl Everywhere {
    /// The language that the person asked for.
    pub(super) fn language(&self) -> Option<Language> {
        self.lang.map(|lang| match lang {
            Lang::En => Language::En,
            Lang::Nl => Language::Nl,
        })
    }

    /// When to stop looking, if the person set a limit.
    pub(super) fn deadline(&self) -> Option<Instant> {
        // A limit beyond what the clock can hold is none.
        self.time_limit.and_then(|limit| Instant::now().checked_add(limit))
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().ok().filter(|seconds| *seconds >= 0.0);
    let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(|| "give a number of seconds, such as 10 or 0.5".to_owned())
}
