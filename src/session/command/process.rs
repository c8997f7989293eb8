//! Options of the commands that guide the talks: phases, ideas, checks.

use clap::{Args, ValueEnum};

use crate::domain::Phase;

/// Options of `phase`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct PhaseArguments {
    /// Which one to go to; nothing: tell where the talks are.
    #[arg(value_enum, value_name = "PHASE")]
    pub phase: Option<PhaseWord>,
}

/// A phase as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PhaseWord {
    /// The one behind the present one.
    #[value(alias = "volgende")]
    Next,
    /// See [`Phase::Prepare`].
    #[value(aliases = ["voorbereiden", "voorbereiding"])]
    Prepare,
    /// See [`Phase::Create`].
    #[value(aliases = ["bedenken", "creëren"])]
    Create,
    /// See [`Phase::Distribute`].
    #[value(alias = "verdelen")]
    Distribute,
    /// See [`Phase::Follow`].
    #[value(alias = "nakomen")]
    Follow,
}

impl PhaseWord {
    /// The phase that is meant where the talks are in `now`.
    #[must_use]
    pub fn phase(self, now: Phase) -> Phase {
        match self {
            Self::Next => now.next(),
            Self::Prepare => Phase::Prepare,
            Self::Create => Phase::Create,
            Self::Distribute => Phase::Distribute,
            Self::Follow => Phase::Follow,
        }
    }
}

/// Options of `invent`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct InventArguments {
    /// The idea; `on` or `off`; nothing: list the ideas.
    #[arg(value_name = "IDEA")]
    pub words: Vec<String>,
    /// Which idea goes, from 1.
    #[arg(long, value_name = "NUMBER", conflicts_with = "words")]
    pub drop: Option<usize>,
}

impl InventArguments {
    /// Whether inventing starts or ends: `on` or `off`.
    #[must_use]
    pub fn switch(&self) -> Option<bool> {
        match &self.words[..] {
            [word] if ["on", "aan"].contains(&word.to_lowercase().as_str()) => Some(true),
            [word] if ["off", "uit"].contains(&word.to_lowercase().as_str()) => Some(false),
            _ => None,
        }
    }

    /// Whether it holds an idea.
    #[must_use]
    pub fn has_idea(&self) -> bool {
        self.switch().is_none() && self.words.iter().any(|word| !word.trim().is_empty())
    }
}

/// Options of `check`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct CheckArguments {
    /// Which check to explain, and behind C01 a sentence to try it on; of what to silence one.
    #[arg(value_name = "CHECK")]
    pub words: Vec<String>,
    /// Whether to tell what the table teaches.
    #[arg(long, conflicts_with = "words")]
    pub lesson: bool,
    /// Which check to set aside.
    #[arg(long, value_name = "CHECK", conflicts_with = "lesson")]
    pub silence: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "silence")]
    pub because: Option<String>,
    /// Which check may ask again.
    #[arg(long, value_name = "CHECK", conflicts_with_all = ["silence", "lesson"])]
    pub unsilence: Option<String>,
}
