//! The kinds of problems. Each has its words in the wordbook and a broken example that shows it.

use super::Severity;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $severity:ident;)*) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The key of its words in the wordbook.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// Whether it stands in the way.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A name that nothing carries. Arguments: `kind`, `name`, perhaps `near`.
    UnknownName = "unknown-name", Error;
    /// Two things of one kind with the same name. Arguments: `kind`, `name`.
    DuplicateName = "duplicate-name", Error;
}
