//! The command line: the commands of the prompt that look at a table, with a file before their words, and a few that
//! only make sense outside.

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::session::{
    Command, CompareArguments, DisclosedArguments, Everywhere, ExplainArguments, FirmArguments, FrontierArguments,
    HelpArguments, HomeArguments, ImproveArguments, MatrixArguments, MesoArguments, PackageArguments, ProposeArguments,
    RatifyArguments, SheetArguments, ShowArguments, SolveArguments, StressArguments, TradesArguments,
    WhatMattersArguments, WhyArguments, WhynotArguments, WorldName,
};
use crate::table_file::STEPS;

/// What stands on the command line.
#[derive(Debug, Parser)]
#[command(name = "tafel", version, disable_help_subcommand = true, args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) program: Option<Program>,
    #[command(flatten)]
    pub(super) start: StartArguments,
    #[command(flatten)]
    pub(super) everywhere: Everywhere,
    /// Whether to paint.
    #[arg(long, value_enum, global = true, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

/// How the prompt starts.
#[derive(Args, Debug, Default)]
pub(super) struct StartArguments {
    /// The table to take in hand.
    #[arg(value_name = "FILE")]
    pub(super) file: Option<String>,
    /// Lines to carry out instead of asking for them.
    #[arg(short = 'c', long = "command", value_name = "LINE", allow_hyphen_values = true)]
    pub(super) lines: Vec<String>,
    /// Go on behind an error.
    #[arg(long)]
    pub(super) keep_going: bool,
    /// Keep no journal: changes that aren't saved are lost when the session ends.
    #[arg(long)]
    pub(super) no_journal: bool,
    /// Remember no lines.
    #[arg(long)]
    pub(super) no_history: bool,
    /// Leave the file with lines for every start alone.
    #[arg(long)]
    pub(super) no_config: bool,
}

/// When to paint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// If the terminal can, and nobody says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What can be done from outside.
#[derive(Debug, Subcommand)]
pub(super) enum Program {
    /// Reads table files and tells everything wrong or doubtful.
    Check(CheckFiles),
    /// Carries out a file of commands.
    Run(RunArguments),
    /// Writes a commented table to start from.
    New(NewFile),
    /// Makes a table of files of another program.
    Import(ImportFiles),
    /// Lists the bundled tables.
    Scenarios,
    /// Help by task, or on one command of the prompt.
    Help(HelpArguments),
    /// See [`Command::Solve`]; and so on.
    Solve(On<SolveArguments>),
    /// Several packages to talk about.
    Propose(On<ProposeArguments>),
    /// Whether all can live with a package.
    Test(On<PackageArguments>),
    /// The efficient outcomes.
    Frontier(On<FrontierArguments>),
    /// Facts, and what rests on them.
    Facts(On<Nothing>),
    /// Who at home would say yes.
    Ratify(On<RatifyArguments>),
    /// Packages in every world.
    Stress(On<StressArguments>),
    /// What a party can say at home.
    Explain(On<HomeArguments>),
    /// What a package is worth.
    Score(On<PackageArguments>),
    /// The room there is.
    Zopa(On<WorldName>),
    /// Who weighs what.
    Matrix(On<MatrixArguments>),
    /// The table, or one thing of it.
    Show(On<ShowArguments>),
    /// What a package uses of each limit.
    Bill(On<PackageArguments>),
    /// Where gains come from.
    Why(On<WhyArguments>),
    /// What could be exchanged.
    Trades(On<TradesArguments>),
    /// Offers of one worth.
    Meso(Box<On<MesoArguments>>),
    /// Packages side by side.
    Compare(On<CompareArguments>),
    /// The one change that helps most.
    Step(On<PackageArguments>),
    /// A package that is better for all.
    Improve(On<ImproveArguments>),
    /// What stands in the way.
    Whynot(On<WhynotArguments>),
    /// How little must change before the advice changes.
    Firm(On<FirmArguments>),
    /// What the advice hangs on.
    WhatMatters(On<WhatMattersArguments>),
    /// What a party prepares with.
    Sheet(On<SheetArguments>),
    /// What somebody may see.
    View(ViewFile),
    /// What was shown to whom.
    Disclosed(On<DisclosedArguments>),
}

/// A command of the prompt on a table file.
#[derive(Args, Debug)]
pub(super) struct On<A: Args> {
    /// A table file or a bundled name.
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    #[command(flatten)]
    pub(super) arguments: A,
}

/// A command without options of its own.
#[derive(Args, Debug)]
pub(super) struct Nothing {}

/// Options of `check`.
#[derive(Args, Debug)]
pub(super) struct CheckFiles {
    /// Table files or bundled names.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Also tell what a table teaches.
    #[arg(long)]
    pub(super) lesson: bool,
}

/// Options of `run`.
#[derive(Args, Debug)]
pub(super) struct RunArguments {
    /// A table file or a bundled name.
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    /// A file of commands; `-` for standard input.
    #[arg(value_name = "SCRIPT")]
    pub(super) script: String,
    /// Keep no journal: changes that aren't saved are lost when the script ends.
    #[arg(long)]
    pub(super) no_journal: bool,
    /// Go on behind an error.
    #[arg(long)]
    pub(super) keep_going: bool,
}

/// Options of `view`.
#[derive(Args, Debug)]
pub(super) struct ViewFile {
    /// `shared` or a party.
    #[arg(value_name = "SCREEN")]
    pub(super) screen: String,
    /// A table file or a bundled name.
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    /// Stay, and show what is released as it is released.
    #[arg(long)]
    pub(super) follow: bool,
}

/// Options of `new`.
#[derive(Args, Debug)]
pub(super) struct NewFile {
    /// The name of the table; the file is called NAME.ron.
    #[arg(long = "scenario", value_name = "NAME", required = true)]
    pub(super) name: String,
}

/// Options of `import`.
#[derive(Args, Debug)]
pub(super) struct ImportFiles {
    /// The program that the files come from.
    #[arg(value_enum, value_name = "PROGRAM")]
    pub(super) program: Source,
    /// The domain.
    #[arg(value_name = "DOMAIN")]
    pub(super) domain: String,
    /// The profiles, one per party.
    #[arg(required = true, value_name = "PROFILE")]
    pub(super) profiles: Vec<String>,
    /// Where to write the table.
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<String>,
    /// What evaluations mean.
    #[arg(long, value_enum, default_value_t = Meaning::Genius)]
    pub(super) reading: Meaning,
    /// How many amounts of a real issue can be agreed.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(STEPS))]
    pub(super) steps: Option<u32>,
}

/// A program that files come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Source {
    /// The negotiation environment GENIUS.
    Genius,
}

/// What evaluations mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Meaning {
    /// Divided by the largest of their issue.
    #[default]
    Genius,
    /// As they stand.
    Raw,
}

impl Program {
    /// The table and the command of the prompt that this is, if it is one.
    pub(super) fn on_table(self) -> Result<(String, Command), Self> {
        Ok(match self {
            Self::Solve(On { file, arguments }) => (file, Command::Solve(arguments)),
            Self::Propose(On { file, arguments }) => (file, Command::Propose(arguments)),
            Self::Test(On { file, arguments }) => (file, Command::Test(arguments)),
            Self::Frontier(On { file, arguments }) => (file, Command::Frontier(arguments)),
            Self::Facts(On { file, .. }) => (file, Command::Facts),
            Self::Ratify(On { file, arguments }) => (file, Command::Ratify(arguments)),
            Self::Stress(On { file, arguments }) => (file, Command::Stress(arguments)),
            Self::Explain(On { file, arguments }) => {
                (file, Command::Explain(ExplainArguments { home: arguments, say: None }))
            }
            Self::Meso(on) => (on.file, Command::Meso(on.arguments)),
            Self::Score(On { file, arguments }) => (file, Command::Score(arguments)),
            Self::Zopa(On { file, arguments }) => (file, Command::Zopa(arguments)),
            Self::Matrix(On { file, arguments }) => (file, Command::Matrix(arguments)),
            Self::Show(On { file, arguments }) => (file, Command::Show(arguments)),
            Self::Bill(On { file, arguments }) => (file, Command::Bill(arguments)),
            Self::Why(On { file, arguments }) => (file, Command::Why(arguments)),
            Self::Trades(On { file, arguments }) => (file, Command::Trades(arguments)),
            Self::Compare(On { file, arguments }) => (file, Command::Compare(arguments)),
            Self::Step(On { file, arguments }) => (file, Command::Step(arguments)),
            Self::Improve(On { file, arguments }) => (file, Command::Improve(arguments)),
            Self::Whynot(On { file, arguments }) => (file, Command::Whynot(arguments)),
            Self::Firm(On { file, arguments }) => (file, Command::Firm(arguments)),
            Self::WhatMatters(On { file, arguments }) => (file, Command::WhatMatters(arguments)),
            Self::Sheet(On { file, arguments }) => (file, Command::Sheet(arguments)),
            Self::Disclosed(On { file, arguments }) => (file, Command::Disclosed(arguments)),
            other => return Err(other),
        })
    }
}
