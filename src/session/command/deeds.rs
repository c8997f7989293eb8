//! What commands do: change the table, or judge what is on it.

use super::Command;

impl Command {
    /// Whether it changes the table, and nothing else.
    #[must_use]
    pub fn changes_table(&self) -> bool {
        match self {
            Self::Phase(arguments) => return arguments.phase.is_some(),
            Self::Invent(arguments) => return arguments.drop.is_some() || arguments.has_idea(),
            Self::Check(arguments) => return arguments.silence.is_some() || arguments.unsilence.is_some(),
            _ => {}
        }
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

    /// Whether it scores or judges: that waits while ideas are thought of.
    #[must_use]
    pub fn judges(&self) -> bool {
        matches!(
            self,
            Self::Zopa(_)
                | Self::Solve(_)
                | Self::Propose(_)
                | Self::Test(_)
                | Self::Frontier(_)
                | Self::Score(_)
                | Self::Bill(_)
                | Self::Why(_)
                | Self::Trades(_)
                | Self::Meso(_)
                | Self::Ratify(_)
                | Self::Stress(_)
                | Self::Explain(_)
                | Self::Compare(_)
                | Self::React(_)
                | Self::Whatif(_)
                | Self::Step(_)
                | Self::Improve(_)
                | Self::Whynot(_)
                | Self::Firm(_)
                | Self::WhatMatters(_)
        )
    }
}
