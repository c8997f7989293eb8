//! Commands about who sees what.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::domain::{Audience, Datum};

/// Options of `openness`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct OpennessArguments {
    /// Whose.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// What.
    #[arg(value_parser = words(&Datum::WORDS), value_name = "DATUM")]
    pub datum: Datum,
    /// Who may see it.
    #[arg(value_parser = words(&Audience::WORDS), value_name = "TO")]
    pub to: Audience,
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

/// Takes one of a few words for what it stands for.
fn words<T: Copy + Send + Sync + 'static>(
    words: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> + use<T> {
    let names = PossibleValuesParser::new(words.iter().map(|(word, _)| *word));
    names.try_map(move |name| {
        let found = words.iter().find(|(word, _)| *word == name);
        found.map(|(_, value)| *value).ok_or("not one of the words")
    })
}
