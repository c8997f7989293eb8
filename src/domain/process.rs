//! How far the talks are, what was thought of, and which checks the table has set aside.

use super::Text;

/// A phase of the talks. It guides and never locks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Everybody looks into its own interests, its no-deal, and the facts.
    #[default]
    Prepare,
    /// Ideas and packages, without committing.
    Create,
    /// One package, by standards that can be explained at home.
    Distribute,
    /// Keeping what was agreed.
    Follow,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 4] = [Self::Prepare, Self::Create, Self::Distribute, Self::Follow];

    /// As files and commands call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Create => "create",
            Self::Distribute => "distribute",
            Self::Follow => "follow",
        }
    }

    /// The phase behind this one; the last stays what it is.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Prepare => Self::Create,
            Self::Create => Self::Distribute,
            Self::Distribute | Self::Follow => Self::Follow,
        }
    }
}

/// A check that the table has set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// Which check.
    pub check: CheckId,
    /// Of what only, by the name that is typed; nothing: whatever it is about.
    pub about: Option<String>,
    /// Why.
    pub because: Text,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A check of the catalogue: what makes somebody at the table ask a question.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CheckId {
            $($(#[$doc])* $name,)*
        }

        impl CheckId {
            /// Every check, in the order of the catalogue.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// As files and commands call it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// The check that `word` names, in whatever letters.
            #[must_use]
            pub fn named(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|check| check.word().eq_ignore_ascii_case(word))
            }
        }
    };
}

checks! {
    /// An agreement so wide that nobody can be held to it.
    C01,
    /// Nobody gives anything.
    C02,
    /// An objective without a measure, a target or an owner.
    C03,
    /// A party that only looks at money.
    C04,
    /// Somebody is paid more when what is shared gets worse.
    C05,
    /// Somebody who decides isn't at the table.
    C06,
    /// An interest that its party never confirmed.
    C07,
    /// A demand that stands as an interest.
    C08,
    /// More is asked than there is.
    C09,
    /// One party sets the pace for all.
    C10,
    /// A no behind a yes.
    C11,
    /// A line in nobody's year plan.
    C12,
    /// Whoever must say yes at home is unknown, or would say no.
    C13,
    /// Who sits at the table may not decide.
    C14,
    /// Money that ends with the project.
    C15,
    /// More than a party can carry at once.
    C16,
    /// A no-deal that is unknown or out of date.
    C17,
    /// One issue at a time, over and over.
    C18,
    /// An issue that is closed before the package.
    C19,
    /// A loss that nothing makes up for.
    C20,
    /// A measure without a start.
    C21,
    /// A long term without a way to correct.
    C22,
    /// Savings to be shared without the terms for it.
    C24,
    /// Something rests on a disputed fact.
    C25,
    /// Something hangs on somebody outside.
    C27,
    /// A trial without a measure of success.
    C28,
    /// A level of a party that hasn't said yes.
    C30,
    /// One gains far more than another.
    C31,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_follow_one_another_and_the_last_stays() {
        let walk: Vec<Phase> = Phase::ALL.iter().map(|phase| phase.next()).collect();
        assert_eq!(walk, [Phase::Create, Phase::Distribute, Phase::Follow, Phase::Follow]);
    }

    #[test]
    fn a_check_is_found_in_whatever_letters() {
        assert_eq!(CheckId::named("c07"), Some(CheckId::C07));
        assert_eq!(CheckId::named("C23"), None);
        assert!(CheckId::ALL.iter().all(|check| CheckId::named(check.word()) == Some(*check)));
    }
}
