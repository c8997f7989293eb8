//! Every command, as clap reads it: one grammar for the command line, scripts and the prompt.
//!
//! Help texts stand in the wordbook, not here: see [`super::catalogue`].

mod distributing;
mod looking;
mod reacting;
mod recording;
mod screens;

use std::time::{Duration, Instant};

use clap::{Args, Subcommand, ValueEnum};

pub use distributing::*;
pub use looking::*;
pub use reacting::*;
pub use recording::*;
pub use screens::*;

use crate::domain::Language;

/// What a person can ask for.
#[derive(Clone, Debug, PartialEq, Subcommand)]
#[command(disable_help_subcommand = true)]
pub enum Command {
    /// Starts a new table by a few questions.
    New(NewArguments),
    /// Takes a table file or a bundled one in hand.
    Load(LoadArguments),
    /// Writes the table to its file.
    Save(SaveArguments),
    /// Lists the bundled tables.
    Scenarios,
    /// Everything doubtful or missing in the table.
    Check(CheckArguments),
    /// Where the parties want to end up together.
    Ambition(TextArguments),
    /// What the table is called for people.
    Title(TextArguments),
    /// Adds or changes a party.
    Party(PartyArguments),
    /// Adds an interest to a party.
    Interest(InterestArguments),
    /// How much each interest weighs for a party.
    Weights(WeightsArguments),
    /// What a party demands, word for word.
    Position(PositionArguments),
    /// What a party has without an agreement.
    NoDeal(NoDealArguments),
    /// Asks a party, one question at a time.
    Interview(InterviewArguments),
    /// The questions that can be asked.
    Questions(QuestionsArguments),
    /// What a party prepares with, for its own eyes.
    Sheet(SheetArguments),
    /// Adds or changes an issue.
    Issue(IssueArguments),
    /// Adds an option to an issue.
    Option(OptionArguments),
    /// What an option does for interests, and what it carries.
    Effect(EffectArguments),
    /// A party's own judgement of an effect.
    Reading(ReadingArguments),
    /// Adds or changes a fact with a unit that options carry.
    Attribute(AttributeArguments),
    /// Adds or changes a hard rule.
    Rule(RuleArguments),
    /// Adds or changes a world.
    World(WorldArguments),
    /// Adds or changes something known.
    Fact(FactArguments),
    /// Adds or changes an outside standard of what is fair.
    Criterion(CriterionArguments),
    /// Who at home must say yes, and what they must find.
    Ratification(RatificationArguments),
    /// What a party's negotiators may decide on an issue.
    Mandate(MandateArguments),
    /// How likely a party holds a world to be.
    Probability(ProbabilityArguments),
    /// Says who may see a datum of a party.
    Openness(OpennessArguments),
    /// Shows something to everybody, or to one party.
    Release(ReleaseArguments),
    /// Darkens the shared screen, or lights it again.
    Blank,
    /// Looks with the eyes of somebody.
    View(ViewArguments),
    /// What somebody was shown.
    Disclosed(DisclosedArguments),
    /// Gives something another name, everywhere.
    Rename(RenameArguments),
    /// Takes something away, with what hangs on it.
    Remove(RemoveArguments),
    /// Keeps an issue out of the talks: it stays as it is today.
    Park(IssueName),
    /// Takes a parked issue up again.
    Open(IssueName),
    /// Fixes the scale of scores at the options that are there now.
    Freeze,
    /// The table, or one thing of it.
    Show(ShowArguments),
    /// Who weighs what, and who has how much at stake on each issue.
    Matrix(MatrixArguments),
    /// How much room there is.
    Zopa(WorldName),
    /// The best package that everybody can accept.
    Solve(SolveArguments),
    /// Several packages of different shape to talk about.
    Propose(ProposeArguments),
    /// Whether all can live with a package, and what is better.
    Test(PackageArguments),
    /// Every outcome in which nobody can get more without somebody else giving up something.
    Frontier(FrontierArguments),
    /// What one whole package is worth to everybody.
    Score(PackageArguments),
    /// What a package uses of each limit.
    Bill(PackageArguments),
    /// Where each party's gain comes from.
    Why(WhyArguments),
    /// What two parties could exchange.
    Trades(TradesArguments),
    /// Several offers that are worth the same to one party.
    Meso(MesoArguments),
    /// What is known, what is disputed, and what rests on it.
    Facts,
    /// Who at home would say yes to a package, in every world.
    Ratify(RatifyArguments),
    /// What packages come to in every world.
    Stress(StressArguments),
    /// What a party can say of a package at home.
    Explain(ExplainArguments),
    /// What a party says of a package, or what was said.
    React(ReactArguments),
    /// Names a package, or lists the named ones.
    Package(NamedPackageArguments),
    /// Packages side by side.
    Compare(CompareArguments),
    /// What one change would do, without making it.
    Whatif(WhatifArguments),
    /// Makes the change that was tried last.
    Keep,
    /// The one change that helps most.
    Step(PackageArguments),
    /// A package that is better for all.
    Improve(ImproveArguments),
    /// What stands in the way of a decision.
    Whynot(WhynotArguments),
    /// How little must change before the advice changes.
    Firm(FirmArguments),
    /// What the advice hangs on, and what to ask next.
    WhatMatters(WhatMattersArguments),
    /// Takes changes back.
    Undo(CountArguments),
    /// Makes changes again that were taken back.
    Redo(CountArguments),
    /// The changes so far; with `--all` everything that was ever done.
    Log,
    /// Goes on with a table that was never saved.
    Resume(CountArguments),
    /// Sets the language or the form of answers.
    Set(SetArguments),
    /// Help by task, or on one command.
    #[command(visible_alias = "?")]
    Help(HelpArguments),
    /// Eight lines to type.
    Tour,
    /// What could stand at the end of a line.
    #[command(hide = true)]
    Complete(TextArguments),
    /// Leaves.
    #[command(aliases = ["exit", "q", "stop", "bye"])]
    Quit,
}

impl Command {
    /// Whether it changes the table, and nothing else.
    #[must_use]
    pub fn changes_table(&self) -> bool {
        matches!(
            self,
            Self::Ambition(_)
                | Self::Title(_)
                | Self::Party(_)
                | Self::Interest(_)
                | Self::Weights(_)
                | Self::Position(_)
                | Self::NoDeal(_)
                | Self::Issue(_)
                | Self::Option(_)
                | Self::Effect(_)
                | Self::Reading(_)
                | Self::Attribute(_)
                | Self::Rule(_)
                | Self::World(_)
                | Self::Fact(_)
                | Self::Criterion(_)
                | Self::Ratification(_)
                | Self::Mandate(_)
                | Self::Probability(_)
                | Self::Openness(_)
                | Self::Rename(_)
                | Self::Remove(_)
                | Self::Park(_)
                | Self::Open(_)
                | Self::Freeze
        )
    }
}

/// Options of every command.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct Everywhere {
    /// The form of the answer.
    #[arg(long, value_enum, global = true)]
    pub format: Option<Format>,
    /// After how long to stop looking.
    #[arg(long, value_name = "SECONDS", global = true, value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Whether to set the no-deals aside.
    #[arg(long, global = true)]
    pub all: bool,
    /// The language of the answer.
    #[arg(long, value_enum, global = true)]
    pub lang: Option<Lang>,
    /// How parties are called in the answer.
    #[arg(long, value_enum, global = true)]
    pub names: Option<Names>,
    /// Who said what is recorded.
    #[arg(long, value_name = "WHO", global = true, hide = true)]
    pub said_by: Option<String>,
    /// Why, or what else is good to know of it later.
    #[arg(long, value_name = "TEXT", global = true, hide = true)]
    pub note: Option<String>,
}

/// How parties are called in answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Names {
    /// By the short names that are typed.
    #[default]
    Ids,
    /// By their roles, or else by their names for people.
    Roles,
}

/// The form of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For scripts: one line of JSON.
    Json,
}

/// A language by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English.
    En,
    /// Dutch.
    Nl,
}

/// Options of `new`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct NewArguments {
    /// What it is about.
    #[arg(value_name = "TITLE")]
    pub title: Vec<String>,
}

/// Options of `load`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct LoadArguments {
    /// A table file or a bundled name.
    #[arg(value_name = "FILE")]
    pub file: String,
}

/// Options of `save`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct SaveArguments {
    /// The file; by default the one that the table came from.
    #[arg(value_name = "FILE")]
    pub file: Option<String>,
    /// Whether another file of that name may be replaced.
    #[arg(long)]
    pub yes: bool,
}

/// Options of `check`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct CheckArguments {
    /// Whether to tell what the table teaches.
    #[arg(long)]
    pub lesson: bool,
}

/// A command that takes a text.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct TextArguments {
    /// The text.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
}

/// How many changes.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct CountArguments {
    /// How many; by default one.
    #[arg(value_name = "NUMBER")]
    pub count: Option<usize>,
}

/// Options of `set`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct SetArguments {
    /// What to set; nothing: show all settings.
    #[arg(value_enum, value_name = "SETTING", requires = "value")]
    pub setting: Option<Setting>,
    /// To what.
    #[arg(value_name = "VALUE")]
    pub value: Option<String>,
}

/// What can be set for the answers that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Setting {
    /// `text` or `json`.
    Format,
    /// `en`, `nl`, or `table` for that of the table.
    Lang,
    /// `ids` or `roles`.
    Names,
    /// `always`, `never`, or `auto` for what the terminal can do.
    Color,
}

/// Options of `help`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct HelpArguments {
    /// On which command.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

impl Setting {
    /// What it can be set to.
    #[must_use]
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Self::Format => &["text", "json"],
            Self::Lang => &["en", "nl", "table"],
            Self::Names => &["ids", "roles"],
            Self::Color => &["always", "never", "auto"],
        }
    }
}

impl Everywhere {
    /// The language that the person asked for.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.lang.map(Lang::language)
    }

    /// When to stop looking, if the person set a limit.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        // A limit beyond what the clock can hold is none.
        self.time_limit.and_then(|limit| Instant::now().checked_add(limit))
    }
}

impl Lang {
    /// The language itself.
    #[must_use]
    pub fn language(self) -> Language {
        match self {
            Self::En => Language::En,
            Self::Nl => Language::Nl,
        }
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.replace(',', ".").parse::<f64>().ok().filter(|seconds| *seconds >= 0.0);
    let duration = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    duration.ok_or_else(String::new)
}
