//! Options of the commands that look at the table or try something.

use std::num::NonZeroUsize;

use clap::Args;

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

/// What a package must keep besides the rules and the no-deals.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct Demands {
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
    /// Only packages that hold in every world.
    #[arg(long, conflicts_with = "world")]
    pub robust: bool,
    /// Only packages that every ratifying body passes.
    #[arg(long)]
    pub ratifiable: bool,
    /// Without a party that may stay out.
    #[arg(long, value_name = "PARTY")]
    pub without: Option<String>,
}

/// Options of `solve`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct SolveArguments {
    /// What to look for.
    #[arg(long, default_value = "joint", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub objective: String,
    /// What a package must keep.
    #[command(flatten)]
    pub demands: Demands,
    /// How many packages of different shape.
    #[arg(long = "packages", value_name = "NUMBER")]
    pub number: Option<NonZeroUsize>,
}

/// Options of `propose`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct ProposeArguments {
    /// What a package must keep.
    #[command(flatten)]
    pub demands: Demands,
}

/// Options of `frontier`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct FrontierArguments {
    /// Compare only these parties.
    #[arg(long, value_name = "PARTY,PARTY")]
    pub parties: Option<String>,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
    /// Only packages that every ratifying body passes.
    #[arg(long)]
    pub ratifiable: bool,
}

/// Options of `meso`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct MesoArguments {
    /// Who makes the offers.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// What each is worth to it; by default what the package that lifts the smallest gain most is.
    #[arg(long, value_name = "SCORE")]
    pub level: Option<String>,
    /// By how many points that may differ; by default 1.
    #[arg(long, value_name = "POINTS")]
    pub within: Option<String>,
    /// How many offers; by default three.
    #[arg(long = "packages", value_name = "NUMBER")]
    pub number: Option<NonZeroUsize>,
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

/// Options of `firm`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct FirmArguments {
    /// Which package; by default the answer itself.
    #[arg(value_name = "PACKAGE")]
    pub package: Vec<String>,
    /// The answer to what.
    #[arg(long, default_value = "fair", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub objective: String,
    /// In which world.
    #[command(flatten)]
    pub world: WorldName,
    /// Only packages that every ratifying body passes.
    #[arg(long)]
    pub ratifiable: bool,
}

/// Options of `what-matters`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WhatMattersArguments {
    /// The answer to what.
    #[arg(long, default_value = "fair", value_name = "joint|fair|nash|ks|best:PARTY")]
    pub objective: String,
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
