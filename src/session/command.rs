//! Every command, as clap reads it: one grammar for the command line, scripts and the prompt.
//!
//! Help texts stand in the wordbook, not here: see [`super::catalogue`].

use std::time::{Duration, Instant};

use clap::{Args, Subcommand, ValueEnum};

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
    /// What one whole package is worth to everybody.
    Score(PackageArguments),
    /// What a package uses of each limit.
    Bill(PackageArguments),
    /// Where each party's gain comes from.
    Why(WhyArguments),
    /// What two parties could exchange.
    Trades(TradesArguments),
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
    /// Takes changes back.
    Undo(CountArguments),
    /// Makes changes again that were taken back.
    Redo(CountArguments),
    /// The changes so far.
    Log,
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

/// Options of `party`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct PartyArguments {
    /// Its name.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Its name for people.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// With whom it speaks.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Whether there is an agreement without it.
    #[arg(long, conflicts_with = "needed")]
    pub may_stay_out: bool,
    /// Whether there is none without it.
    #[arg(long)]
    pub needed: bool,
}

/// Options of `interest`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct InterestArguments {
    /// Whose interest.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Its short name; one word, or more between quotes.
    #[arg(value_name = "INTEREST")]
    pub interest: String,
    /// The interest in the party's own words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// How much it weighs, where the party's weights are numbers.
    #[arg(long, value_name = "NUMBER")]
    pub weight: Option<String>,
}

/// Options of `weights`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WeightsArguments {
    /// Whose weights.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Numbers (`KO 40, WA 20`) or a ranking (`KO > WA = RU`).
    #[arg(value_name = "WEIGHTS", required = true)]
    pub weights: Vec<String>,
}

/// Options of `position`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct PositionArguments {
    /// Whose position.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// What it demands, word for word.
    #[arg(value_name = "TEXT", required = true)]
    pub text: Vec<String>,
}

/// Options of `no-deal`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct NoDealArguments {
    /// Who would have no deal.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// `today`, effects on interests, a package, a bare score, or `unknown`.
    #[arg(value_name = "WORTH", required = true)]
    pub worth: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// Options of `issue`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct IssueArguments {
    /// Its name; with a colon behind it, options follow: `loon: 2%, 3%, 4%`, today's first.
    #[arg(value_name = "ISSUE")]
    pub issue: String,
    /// Its options behind the colon, or else the issue in words.
    #[arg(value_name = "OPTIONS")]
    pub words: Vec<String>,
    /// What holds if nothing changes.
    #[arg(long, value_name = "OPTION")]
    pub today: Option<String>,
    /// The smallest amount, where an amount is decided.
    #[arg(long, value_name = "NUMBER", requires = "to")]
    pub from: Option<String>,
    /// The largest amount.
    #[arg(long, value_name = "NUMBER", requires = "from")]
    pub to: Option<String>,
    /// The distance between amounts.
    #[arg(long, value_name = "NUMBER", requires = "from")]
    pub step: Option<String>,
    /// What one of the amount is.
    #[arg(long, value_name = "TEXT", requires = "from")]
    pub unit: Option<String>,
    /// With which issues it is talked about.
    #[arg(long, value_name = "NAME")]
    pub bundle: Option<String>,
}

/// Options of `option`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct OptionArguments {
    /// The issue and the new option.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does: `KO+6, WA ++, cost=3`.
    #[arg(value_name = "EFFECTS")]
    pub effects: Vec<String>,
    /// The option in words.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// It holds only if this world comes true.
    #[arg(long, value_name = "WORLD", requires = "otherwise")]
    pub only_if: Vec<String>,
    /// What counts otherwise.
    #[arg(long, value_name = "OPTION", requires = "only_if")]
    pub otherwise: Option<String>,
}

/// Options of `effect`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct EffectArguments {
    /// The option, or an issue that is an amount.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does: `KO+6, WA ++, cost=3`; of an amount `KO 0:0 10:5`.
    #[arg(value_name = "EFFECTS", required = true)]
    pub effects: Vec<String>,
}

/// Options of `reading`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ReadingArguments {
    /// Who judges.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// The option.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does in the party's judgement.
    #[arg(value_name = "EFFECTS", required = true)]
    pub effects: Vec<String>,
}

/// Options of `attribute`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct AttributeArguments {
    /// Its name.
    #[arg(value_name = "ATTRIBUTE")]
    pub attribute: String,
    /// The attribute in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// What one of it is.
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
}

/// Options of `rule`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RuleArguments {
    /// Its name.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// What it demands: `cost <= 3.6`, `forbid a=b`, `a=b requires c=d`, `a=b excludes c=d`, `at most 1 of a=b c=d`,
    /// `FNV RU >= 2`.
    #[arg(value_name = "DEMAND")]
    pub demand: Vec<String>,
    /// Whose rule it is.
    #[arg(long, value_name = "TEXT")]
    pub owner: Option<String>,
    /// Why it holds.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// Options of `world`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WorldArguments {
    /// Its name.
    #[arg(value_name = "WORLD")]
    pub world: String,
    /// The world in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// What an option does in it: `"financiers=plan: DU+1 ruimte=0"`.
    #[arg(long, value_name = "CHANGE")]
    pub change: Vec<String>,
    /// A limit that holds in it: `"loonruimte: cost <= 3"`.
    #[arg(long, value_name = "LIMIT")]
    pub limit: Vec<String>,
}

/// Options of `fact`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct FactArguments {
    /// Its name.
    #[arg(value_name = "FACT")]
    pub fact: String,
    /// The fact in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// How well it is established.
    #[arg(long, value_enum)]
    pub status: Option<FactStatus>,
    /// Where it comes from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// What would settle it.
    #[arg(long, value_name = "TEXT")]
    pub question: Option<String>,
}

/// How well a fact is established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FactStatus {
    /// Everybody takes it as given.
    Agreed,
    /// Somebody disputes it.
    Contested,
    /// Nobody has confirmed it yet.
    Assumed,
}

/// Options of `rename`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RenameArguments {
    /// What kind of thing, if its name doesn't tell; then its name.
    #[arg(value_name = "NAME", required = true, num_args = 2..=3)]
    pub words: Vec<String>,
}

/// Options of `remove`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RemoveArguments {
    /// What kind of thing, if its name doesn't tell; then its name.
    #[arg(value_name = "NAME", required = true, num_args = 1..=2)]
    pub words: Vec<String>,
    /// Whether what hangs on it may go along without asking.
    #[arg(long)]
    pub yes: bool,
}

/// A command about an issue.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct IssueName {
    /// The issue.
    #[arg(value_name = "ISSUE")]
    pub issue: String,
}

/// A command that looks at a world.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct WorldName {
    /// Which one; by default the base world of the table.
    #[arg(long, value_name = "WORLD")]
    pub world: Option<String>,
}

/// Options of `show`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct ShowArguments {
    /// What kind of thing, if its name doesn't tell; then its name. Nothing: the whole table.
    #[arg(value_name = "NAME", num_args = 0..=2)]
    pub words: Vec<String>,
}

/// Options of `matrix`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct MatrixArguments {
    /// Who has how much at stake on each issue, instead of who weighs what.
    #[arg(long)]
    pub issues: bool,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `solve`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct SolveArguments {
    /// What to look for.
    #[arg(long, default_value = "joint", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub objective: String,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
    /// Only packages that every ratifying body passes.
    #[arg(long)]
    pub ratifiable: bool,
}

/// A command about a package.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct PackageArguments {
    /// A choice for every issue; or a package that has a name, and what to change in it.
    #[arg(value_name = "PACKAGE", required = true)]
    pub package: Vec<String>,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `why`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WhyArguments {
    /// Which package; by default the one that was shown last.
    #[arg(value_name = "PACKAGE")]
    pub package: Vec<String>,
    /// Only this party, in full.
    #[arg(long, value_name = "PARTY")]
    pub party: Option<String>,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `trades`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct TradesArguments {
    /// From which package; by default from today.
    #[arg(value_name = "PACKAGE")]
    pub package: Vec<String>,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `package`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct NamedPackageArguments {
    /// Its name; nothing: list the named packages.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// A choice for every issue; or a package that has a name, and what to change in it.
    #[arg(value_name = "PACKAGE", requires = "name")]
    pub package: Vec<String>,
}

/// Options of `compare`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct CompareArguments {
    /// Names of packages, or objectives; nothing: all named ones.
    #[arg(value_name = "PACKAGE")]
    pub packages: Vec<String>,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `whatif`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WhatifArguments {
    /// A command that changes the table.
    #[arg(value_name = "COMMAND", required = true)]
    pub line: Vec<String>,
}

/// Options of `improve`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ImproveArguments {
    /// Which package.
    #[arg(value_name = "PACKAGE", required = true)]
    pub package: Vec<String>,
    /// For the most joint gain, instead of lifting the smallest gain most.
    #[arg(long)]
    pub joint: bool,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `whynot`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WhynotArguments {
    /// The decision that is asked about.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// Against the answer of which objective.
    #[arg(long, default_value = "fair", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub objective: String,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
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
