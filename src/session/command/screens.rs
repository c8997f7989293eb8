//! Commands about who sees what.

use clap::{Args, ValueEnum};

/// Options of `openness`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct OpennessArguments {
    /// Whose.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// What.
    #[arg(value_enum, value_name = "DATUM")]
    pub datum: Datum,
    /// Who may see it.
    #[arg(value_enum, value_name = "TO")]
    pub to: OpenTo,
}

/// What a party can open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Datum {
    /// What it demands.
    Positions,
    /// What it needs.
    Interests,
    /// How much each interest weighs.
    Weights,
}

/// Who may see a datum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OpenTo {
    /// Everybody.
    Open,
    /// The party itself and who leads the talks.
    Moderator,
}

/// Options of `release`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ReleaseArguments {
    /// A named package, or a part of the table.
    #[arg(value_name = "WHAT")]
    pub what: Option<String>,
    /// A sentence.
    #[arg(long, value_name = "TEXT")]
    pub line: Option<String>,
    /// Whom to show it, if not everybody.
    #[arg(long = "for", value_name = "PARTY")]
    pub party: Option<String>,
    /// Only the choices: not whether everybody can live with them.
    #[arg(long)]
    pub bare: bool,
    /// For how many it is ample, just enough, and below no deal.
    #[arg(long)]
    pub bands: bool,
}

/// Options of `view`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ViewArguments {
    /// `shared`, `moderator`, or a party.
    #[arg(value_name = "SCREEN")]
    pub screen: String,
}

/// Options of `disclosed`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct DisclosedArguments {
    /// Which party; by default all, and the shared screen.
    #[arg(value_name = "PARTY")]
    pub party: Option<String>,
}

impl Datum {
    /// As files call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Positions => "positions",
            Self::Interests => "interests",
            Self::Weights => "weights",
        }
    }
}

impl OpenTo {
    /// As files call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Moderator => "moderator",
        }
    }
}
