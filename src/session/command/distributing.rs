//! Options of the commands that belong to dividing what there is: standards, facts, who must say yes, what to say at home.

use clap::Args;

use super::WorldName;

/// Options of `criterion`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct CriterionArguments {
    /// Its name; `add` for several at once, each between quotes.
    #[arg(value_name = "CRITERION")]
    pub criterion: String,
    /// The standard in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
}

/// Options of `ratification`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RatificationArguments {
    /// Whose constituency it is.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Who must say yes there.
    #[arg(value_name = "BODY")]
    pub body: String,
    /// What it must find, with commas between: `loon>=3%, score FNV >= 60, cost <= 3.6`; nothing: that isn't known.
    #[arg(value_name = "CONDITIONS", conflicts_with = "remove")]
    pub conditions: Vec<String>,
    /// Whether it need not say yes any more.
    #[arg(long)]
    pub remove: bool,
}

/// Options of `mandate`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct MandateArguments {
    /// Whose negotiators.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// On which issue.
    #[arg(value_name = "ISSUE")]
    pub issue: String,
    /// What they may decide there.
    #[arg(value_name = "TEXT", required_unless_present = "remove", conflicts_with = "remove")]
    pub text: Vec<String>,
    /// Whether nothing is known of it any more.
    #[arg(long)]
    pub remove: bool,
}

/// Options of `probability`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ProbabilityArguments {
    /// Who thinks so.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Of which world.
    #[arg(value_name = "WORLD")]
    pub world: String,
    /// How likely: `30%`, `0.3` or `1/3`.
    #[arg(value_name = "CHANCE", required_unless_present = "remove", conflicts_with = "remove")]
    pub chance: Option<String>,
    /// Whether it says nothing of it any more.
    #[arg(long)]
    pub remove: bool,
}

/// Options of `ratify`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RatifyArguments {
    /// Which package; by default the one that was shown last.
    #[arg(value_name = "PACKAGE")]
    pub package: Vec<String>,
}

/// Options of `stress`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct StressArguments {
    /// Which packages: names or objectives, or one as a choice for every issue; by default the one shown last.
    #[arg(value_name = "PACKAGE")]
    pub packages: Vec<String>,
    /// In which world besides the base world; by default in all.
    #[command(flatten)]
    pub world: WorldName,
}

/// Options of `explain`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ExplainArguments {
    /// Who explains what.
    #[command(flatten)]
    pub home: HomeArguments,
    /// What the party will say, word for word: it is kept; nothing between the quotes takes it away.
    #[arg(long, value_name = "TEXT")]
    pub say: Option<String>,
}

/// Who explains what at home.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct HomeArguments {
    /// Who has to explain it at home.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Which package; by default the one that was shown last.
    #[arg(value_name = "PACKAGE")]
    pub package: Vec<String>,
}
