//! Options of `react`.

use clap::Args;

/// Options of `react`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct ReactArguments {
    /// Who says it; nothing: list what was said.
    #[arg(value_name = "PARTY")]
    pub party: Option<String>,
    /// Of which named package; nothing: list what the party said.
    #[arg(value_name = "PACKAGE")]
    pub package: Option<String>,
    /// The step of the scale, then what was said in words; nothing: show what was said of the package.
    #[arg(value_name = "STEP")]
    pub words: Vec<String>,
    /// The interest that it is said for.
    #[arg(long, value_name = "INTEREST")]
    pub because: Option<String>,
}
