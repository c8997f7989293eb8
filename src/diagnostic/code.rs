//! The kinds of problems. Each has its words in the wordbook and a broken example that shows it.

use super::Severity;

macro_rules! codes {
    (
        files { $($(#[$doc:meta])* $name:ident = $key:literal, $severity:ident;)* }
        typed { $($(#[$typed_doc:meta])* $typed:ident = $typed_key:literal, $typed_severity:ident;)* }
        kept { $($(#[$kept_doc:meta])* $kept:ident = $kept_key:literal, $kept_severity:ident;)* }
        imported { $($(#[$imported_doc:meta])* $imported:ident = $imported_key:literal, $imported_severity:ident;)* }
    ) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
            $($(#[$typed_doc])* $typed,)*
            $($(#[$kept_doc])* $kept,)*
            $($(#[$imported_doc])* $imported,)*
        }

        impl Code {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)* $(Self::$typed,)* $(Self::$kept,)* $(Self::$imported,)*];

            /// Those that only a typed line can have.
            pub const TYPED: &[Self] = &[$(Self::$typed,)*];

            /// Those that only a session that is kept can have.
            pub const KEPT: &[Self] = &[$(Self::$kept,)*];

            /// Those that only files of other programs can have.
            pub const IMPORTED: &[Self] = &[$(Self::$imported,)*];

            /// The key of its words in the wordbook.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                    $(Self::$typed => $typed_key,)*
                    $(Self::$kept => $kept_key,)*
                    $(Self::$imported => $imported_key,)*
                }
            }

            /// Whether it stands in the way.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)*
                    $(Self::$typed => Severity::$typed_severity,)*
                    $(Self::$kept => Severity::$kept_severity,)*
                    $(Self::$imported => Severity::$imported_severity,)*
                }
            }
        }
    };
}

codes! {
files {
    // The file as a whole.
    /// There is no such file, nor a bundled scenario of that name. Arguments: `name`, perhaps `near`.
    FileMissing = "file-missing", Error;
    /// A folder stands where a file was asked for. Arguments: `name`.
    FileIsFolder = "file-is-folder", Error;
    /// The file can't be read. Arguments: `name`, `reason`.
    FileUnreadable = "file-unreadable", Error;
    /// The file is larger than any table. Arguments: `most`.
    FileTooLarge = "file-too-large", Error;
    /// The file is in another encoding than UTF-8. Arguments: `encoding`.
    WrongEncoding = "wrong-encoding", Error;
    /// Some bytes are no UTF-8. Arguments: `line`.
    NotUtf8 = "not-utf8", Error;
    /// The file holds a zero byte, so it isn't a text. Arguments: `line`.
    ZeroByte = "zero-byte", Error;
    /// A carriage return without a line feed.
    LoneCarriageReturn = "lone-carriage-return", Error;
    /// The version isn't stated.
    VersionMissing = "version-missing", Error;
    /// The version is later than this program. Arguments: `version`.
    VersionNewer = "version-newer", Error;
    /// There never was such a version. Arguments: `version`.
    VersionUnknown = "version-unknown", Error;
    /// More of a kind than a table can hold. Arguments: `kinds`, `count`, `most`.
    TooMany = "too-many", Error;
    /// There are more problems than are listed.
    FurtherProblems = "further-problems", Warning;

    // How it is written.
    /// Something other than expected. Arguments: perhaps `expected`.
    Syntax = "syntax", Error;
    /// A comma is missing before the place.
    CommaMissing = "comma-missing", Error;
    /// A colon is missing before the place.
    ColonMissing = "colon-missing", Error;
    /// Typographic quotation marks around a text. Arguments: `found`.
    CurlyQuotes = "curly-quotes", Error;
    /// The file ends before a bracket is closed.
    EndTooSoon = "end-too-soon", Error;
    /// A text isn't closed.
    TextUnclosed = "text-unclosed", Error;
    /// A block comment isn't closed.
    CommentUnclosed = "comment-unclosed", Error;
    /// A backslash with something that it can't be followed by.
    BadEscape = "bad-escape", Error;
    /// Something behind the last bracket.
    TextBehindEnd = "text-behind-end", Error;
    /// Brackets within brackets, too deep.
    TooDeep = "too-deep", Error;
    /// A field that the record doesn't have. Arguments: `kind`, `name`, `known`, perhaps `near`.
    UnknownField = "unknown-field", Error;
    /// A field that the record must have. Arguments: `kind`, `name`, `field`.
    MissingField = "missing-field", Error;
    /// A field that is there twice. Arguments: `kind`, `field`.
    DuplicateField = "duplicate-field", Error;
    /// A value of another sort. Arguments: `expected`.
    WrongShape = "wrong-shape", Error;
    /// A word that isn't one of those allowed. Arguments: `name`, `known`, perhaps `near`.
    UnknownWord = "unknown-word", Error;

    // Names and texts.
    /// A name that nothing carries. Arguments: `kind`, `name`, perhaps `near`.
    UnknownName = "unknown-name", Error;
    /// Two things of one kind with the same name. Arguments: `kind`, `name`.
    DuplicateName = "duplicate-name", Error;
    /// Names that only differ in case or in how characters are stored. Arguments: `kind`, `name`, `other`.
    NamesTooClose = "names-too-close", Error;
    /// Names that look alike. Arguments: `kind`, `name`, `other`.
    LookAlikeNames = "look-alike-names", Warning;
    /// A name without characters. Arguments: `kind`.
    EmptyName = "empty-name", Error;
    /// A character that a name can't have. Arguments: `kind`, `name`, `character`.
    BadNameCharacter = "bad-name-character", Error;
    /// Space at the start or end of a name. Arguments: `kind`, `name`.
    SpaceAroundName = "space-around-name", Error;
    /// A name that reads as a number. Arguments: `kind`, `name`.
    NumberAsName = "number-as-name", Error;
    /// A name that is too long. Arguments: `kind`, `most`.
    NameTooLong = "name-too-long", Error;
    /// A text that is too long. Arguments: `most`.
    TextTooLong = "text-too-long", Error;
    /// A character that steers a terminal or the direction of text. Arguments: `character`.
    ControlCharacter = "control-character", Error;

    // Numbers.
    /// A comma in a number. Arguments: perhaps `name`, what was written, and `better`.
    DecimalComma = "decimal-comma", Error;
    /// Not a number. Arguments: `name`.
    NotANumber = "not-a-number", Error;
    /// A number with too many digits. Arguments: `name`.
    NumberTooLong = "number-too-long", Error;
    /// A number too large or too fine. Arguments: `name`.
    NumberOutOfRange = "number-out-of-range", Error;
    /// Infinite, or no number at all. Arguments: `name`.
    NumberNotFinite = "number-not-finite", Error;
    /// A fraction with nothing below the line. Arguments: `name`.
    DivisionByZero = "division-by-zero", Error;
    /// Not a whole number from zero up. Arguments: `name`.
    NotACount = "not-a-count", Error;

    // Weights and effects.
    /// A weight below zero. Arguments: `name`.
    NegativeWeight = "negative-weight", Error;
    /// Every weight is zero.
    AllWeightsZero = "all-weights-zero", Error;
    /// Part of a line of weights can't be understood. Arguments: `name`.
    BadWeights = "bad-weights", Error;
    /// Part of an effect line can't be understood. Arguments: `name`.
    BadEffectLine = "bad-effect-line", Error;
    /// An effect outside -10..10. Arguments: `name`.
    EffectOutOfRange = "effect-out-of-range", Error;
    /// The same effect, attribute or weight twice. Arguments: `kind`, `name`.
    StatedTwice = "stated-twice", Error;
    /// A source or status where the table has no place for one.
    RemarkNotHere = "remark-not-here", Error;

    // Issues.
    /// None of the forms that something must have. Arguments: `kind`, `forms`.
    FormMissing = "form-missing", Error;
    /// Several forms where there can be one. Arguments: `kind`, `forms`.
    SeveralForms = "several-forms", Error;
    /// A smallest amount that isn't below the largest. Arguments: `from`, `to`.
    BoundsReversed = "bounds-reversed", Error;
    /// A step of zero or less.
    StepNotPositive = "step-not-positive", Error;
    /// Steps that don't end at the largest amount. Arguments: `step`, `from`, `to`.
    StepDoesNotFit = "step-does-not-fit", Error;
    /// Too many steps. Arguments: `most`.
    TooManySteps = "too-many-steps", Error;
    /// A curve without points.
    CurveEmpty = "curve-empty", Error;
    /// Points of a curve that don't rise.
    CurveNotRising = "curve-not-rising", Error;
    /// A curve that leaves out part of the amounts. Arguments: `from`, `to`.
    CurveTooShort = "curve-too-short", Error;
    /// A total of zero or less.
    TotalNotPositive = "total-not-positive", Error;
    /// An `only_if` without `otherwise`, or the other way round. Arguments: `field`, `other`.
    ConditionIncomplete = "condition-incomplete", Error;
    /// Conditional options that fall back on each other in a circle. Arguments: `name`.
    FallbackCircle = "fallback-circle", Error;
    /// Two options of one issue where they can't both be chosen. Arguments: `name`.
    SameIssue = "same-issue", Warning;

    // Decisions and packages.
    /// Not of the form `issue=option`. Arguments: `name`.
    NotAChoice = "not-a-choice", Error;
    /// An option is asked for where the issue has none. Arguments: `name`.
    NotAnOption = "not-an-option", Error;
    /// A decision of another sort than the issue needs. Arguments: `name`, `way`: `option`, `amount` or `division`.
    OtherDecision = "other-decision", Error;
    /// An amount that can't be agreed. Arguments: `name`, `amount`, `from`, `to`, perhaps `step`.
    AmountNotAllowed = "amount-not-allowed", Error;
    /// A share below zero. Arguments: `name`.
    NegativeShare = "negative-share", Error;
    /// Shares that don't add up as they must. Arguments: `name`, `sum`, `total`.
    SharesDoNotAddUp = "shares-do-not-add-up", Error;
    /// A package that leaves an issue open. Arguments: `name`.
    IssueUndecided = "issue-undecided", Error;
    /// A package that decides an issue twice. Arguments: `name`.
    IssueDecidedTwice = "issue-decided-twice", Error;

    // Rules, worlds and parties.
    /// A limit that can't be understood. Arguments: `name`.
    BadLimit = "bad-limit", Error;
    /// A rule about an attribute that nothing carries. Arguments: `name`.
    AttributeNotCarried = "attribute-not-carried", Error;
    /// Another limit for a rule that is none. Arguments: `name`.
    NotALimit = "not-a-limit", Error;
    /// At least more options than are listed. Arguments: `count`, `listed`.
    SetTooSmall = "set-too-small", Error;
    /// Worlds based on each other in a circle. Arguments: `name`.
    WorldCircle = "world-circle", Error;
    /// The base world can't change anything. Arguments: `name`.
    BaseWorldChanges = "base-world-changes", Error;
    /// A probability outside 0..1. Arguments: `name`.
    ProbabilityOutOfRange = "probability-out-of-range", Error;
    /// Probabilities of one party that add up to more than 1. Arguments: `name`, `sum`.
    ProbabilitiesTooMuch = "probabilities-too-much", Error;
    /// Something that was shown is neither a line, a part nor a package. Arguments: `name`.
    DisclosureUnclear = "disclosure-unclear", Error;
    /// A range of which the three numbers don't rise.
    RangeNotOrdered = "range-not-ordered", Error;
    /// A range of weights goes down.
    WeightsTurned = "weights-turned", Error;

    // What may not say what was meant.
    /// An effect on an interest that no party weighs. Arguments: `name`.
    InterestNotWeighed = "interest-not-weighed", Warning;
    /// An interest that nothing on the table serves. Arguments: `name`.
    InterestNotServed = "interest-not-served", Warning;
    /// A no-deal score outside 0..100. Arguments: `name`.
    NoDealOffScale = "no-deal-off-scale", Warning;

    // What is missing before anything can be scored.
    /// No party.
    PartiesMissing = "parties-missing", Error;
    /// No issue.
    IssuesMissing = "issues-missing", Error;
    /// A party without weights. Arguments: `name`.
    WeightsMissing = "weights-missing", Error;
    /// An issue without options. Arguments: `name`.
    OptionsMissing = "options-missing", Error;
    /// An issue without what holds today. Arguments: `name`.
    TodayMissing = "today-missing", Error;
    /// A division without recipients. Arguments: `name`.
    RecipientsMissing = "recipients-missing", Error;
    /// A name that no new table can have. Arguments: `name`.
    StarterName = "starter-name", Error;
    /// A file that is there already. Arguments: `name`.
    FileExists = "file-exists", Error;
    /// A file that can't be written. Arguments: `name`.
    FileNotWritten = "file-not-written", Error;

}
typed {
    /// There is no such script. Arguments: `name`.
    ScriptMissing = "script-missing", Error;
    /// The line is longer than any command. Arguments: `most`.
    LineTooLong = "line-too-long", Error;
    /// A quote is opened and not closed.
    QuoteOpen = "quote-open", Error;
    /// The line holds bytes that are no text.
    NotText = "not-text", Error;
    /// No command is called so. Arguments: `name`, perhaps `near`.
    UnknownCommand = "unknown-command", Error;
    /// Several commands start so. Arguments: `name`, `known`.
    AmbiguousCommand = "ambiguous-command", Error;
    /// The command has no such option. Arguments: `name`, `command`, perhaps `near`.
    UnknownOption = "unknown-option", Error;
    /// The command takes fewer words. Arguments: `name`, `command`.
    TooManyWords = "too-many-words", Error;
    /// An option has no value. Arguments: `option`, `command`.
    ValueMissing = "value-missing", Error;
    /// A value that an option can't have. Arguments: `name`, `option`, `command`, perhaps `known` and `near`, or
    /// `least` and `most`.
    BadValue = "bad-value", Error;
    /// Two options that exclude each other. Arguments: `option`, `other`, `command`.
    OptionsConflict = "options-conflict", Error;
    /// The command needs more words. Arguments: `known`, `command`.
    WordsMissing = "words-missing", Error;
    /// No table is in hand.
    NoTable = "no-table", Error;
    /// A mark that may stand between thousands or before decimals. Arguments: `name`, `whole`, `decimals`.
    AmbiguousNumber = "ambiguous-number", Error;
    /// No number where one is needed. Arguments: `name`.
    NotATypedNumber = "not-a-typed-number", Error;
    /// A party that a list names twice. Arguments: `name`.
    PartyNamedTwice = "party-named-twice", Error;
    /// An issue on which an amount is decided has no options. Arguments: `name`.
    AmountNotOption = "amount-not-option", Error;
    /// Several things are called so. Arguments: `name`, `known`.
    AmbiguousName = "ambiguous-name", Error;
    /// No curve where one is needed. Arguments: `name`.
    CurveUnclear = "curve-unclear", Error;
    /// A reading of an attribute. Arguments: `name`.
    ReadingOfAttribute = "reading-of-attribute", Error;
    /// No effect where one is needed. Arguments: `name`.
    EffectsUnclear = "effects-unclear", Error;
    /// A no-deal told by an attribute. Arguments: `name`.
    NoDealOfAttribute = "no-deal-of-attribute", Error;
    /// A position that a party doesn't have. Arguments: `name`, `count`.
    NoPosition = "no-position", Error;
    /// A party's weights are numbers, and the new one isn't given. Arguments: `name`.
    WeightNeeded = "weight-needed", Error;
    /// A party's weights are a ranking, and a number is given. Arguments: `name`.
    WeightsAreRanking = "weights-are-ranking", Error;
    /// A new issue without anything to choose. Arguments: `name`.
    IssueWithoutOptions = "issue-without-options", Error;
    /// What holds today is needed and not known. Arguments: `name`.
    TodayNeeded = "today-needed", Error;
    /// An issue that is parked already. Arguments: `name`.
    AlreadyParked = "already-parked", Error;
    /// An issue that isn't parked. Arguments: `name`.
    NotParked = "not-parked", Error;
    /// No rule where one is needed. Arguments: `name`.
    DemandUnclear = "demand-unclear", Error;
    /// No colon between a name and what holds. Arguments: `name`.
    ColonNeeded = "colon-needed", Error;
    /// An option that the frozen scale rests on. Arguments: `name`.
    FrozenOption = "frozen-option", Error;
    /// The scale is frozen already.
    AlreadyFrozen = "already-frozen", Error;
    /// More would go along than was named, and nobody is there to be asked. Arguments: `name`, `count`.
    NeedsYes = "needs-yes", Error;
    /// Fewer changes than are to be taken back. Arguments: `count`.
    NothingToUndo = "nothing-to-undo", Error;
    /// Fewer changes than are to be made again. Arguments: `count`.
    NothingToRedo = "nothing-to-redo", Error;
    /// A value that a setting can't have. Arguments: `name`, `known`.
    BadSetting = "bad-setting", Error;
    /// Something that changes nothing can't be tried. Arguments: `name`.
    NotAChange = "not-a-change", Error;
    /// Nothing was tried since the last change.
    NothingToKeep = "nothing-to-keep", Error;
    /// Not every issue has a today.
    TodayUnknown = "today-unknown", Error;
    /// No package is acceptable, so an objective names none. Arguments: `name`.
    NoAnswer = "no-answer", Error;
    /// The search for the package that an objective names was cut short before there was any. Arguments: `name`.
    NothingFoundYet = "nothing-found-yet", Error;
    /// The search for a package to be kept was cut short before it was proven. Arguments: `name`.
    NotProvenYet = "not-proven-yet", Error;
    /// A package that wasn't shown, or no longer fits. Arguments: `name`, `count`.
    NotShown = "not-shown", Error;
    /// A name that a package can't have. Arguments: `name`.
    PackageName = "package-name", Error;
    /// A package without a name was said something of. Arguments: `name`.
    PackageUnnamed = "package-unnamed", Error;
    /// What isn't a step of the scale of support. Arguments: `name`, `known`.
    NotAStep = "not-a-step", Error;
    /// No package has a name.
    NoPackages = "no-packages", Error;
    /// Another file would be replaced. Arguments: `name`.
    FileThere = "file-there", Error;
    /// Somebody changed the file since it was read. Arguments: `name`.
    FileChanged = "file-changed", Error;
    /// A table without a title.
    TitleNeeded = "title-needed", Error;
    /// An order of swings that leaves some out. Arguments: `known`.
    SwingOrder = "swing-order", Error;
    /// Not a size between 0 and 100 for each swing. Arguments: `known`.
    SwingSizes = "swing-sizes", Error;
    /// Nothing that can be decided does anything for the interests of a party. Arguments: `name`.
    SwingNothing = "swing-nothing", Error;
    /// A party without interests. Arguments: `name`.
    InterestNeeded = "interest-needed", Error;
    /// More interests than the quick start takes. Arguments: `most`.
    TooManyInterests = "too-many-interests", Error;
    /// A table without issues.
    IssueNeeded = "issue-needed", Error;
    /// Fewer than two parties.
    PartiesNeeded = "parties-needed", Error;
    /// Not an issue with options.
    IssueShape = "issue-shape", Error;
    /// Nothing to show, or several things at once.
    NothingToRelease = "nothing-to-release", Error;
    /// Bands on a table that counts in points.
    BandsNeedPercent = "bands-need-percent", Error;
    /// A command that would show more than the screen may. Arguments: `name`.
    NotOnThisScreen = "not-on-this-screen", Error;
    /// Not a party and what it has without a deal.
    NoDealShape = "no-deal-shape", Error;
    /// An objection while ideas are thought of.
    InventFirst = "invent-first", Error;
    /// No idea has that number. Arguments: `name`, `count`.
    NoIdea = "no-idea", Error;
    /// An idea without effects isn't an option yet. Arguments: `name`.
    IdeaNeedsEffects = "idea-needs-effects", Error;
    /// A check is set aside with a reason only. Arguments: `name`.
    ReasonNeeded = "reason-needed", Error;
    /// A check that isn't set aside. Arguments: `name`.
    NotSilenced = "not-silenced", Error;
}
kept {
    // What a journal brings back.
    /// There are changes that aren't in the file yet. Arguments: `count`.
    JournalGoesOn = "journal-goes-on", Warning;
    /// The end of a journal was never finished. Arguments: `file`.
    JournalTorn = "journal-torn", Warning;
    /// Somebody changed the file since it was saved; there were changes that weren't in it. Arguments: `count`.
    FileTaken = "file-taken", Warning;
    /// Somebody changed the file since it was saved.
    FileTakenQuietly = "file-taken-quietly", Warning;
    /// The journal can't be written. Arguments: `reason`, `at`.
    OnlyLooking = "only-looking", Warning;

    // Why nothing is done.
    /// A change couldn't be written. Arguments: `reason`, perhaps `file`.
    ChangeNotKept = "change-not-kept", Error;
    /// No change can be written any more. Arguments: `reason`, perhaps `file`.
    NoMoreChanges = "no-more-changes", Error;
    /// No table was left unsaved.
    NoDrafts = "no-drafts", Error;
    /// There are fewer tables that were left unsaved. Arguments: `name`, `count`.
    NoDraft = "no-draft", Error;
}
imported {
    // How a file is written.
    /// There is no such file. Arguments: `name`.
    ImportMissing = "import-missing", Error;
    /// What is made of files of another program is larger than a table file may be.
    ImportTooLarge = "import-too-large", Error;
    /// Bytes that are no UTF-8, read as Windows-1252.
    XmlWindows1252 = "xml-windows-1252", Warning;
    /// Something stands before the XML declaration.
    XmlBeforeDeclaration = "xml-before-declaration", Warning;
    /// A `&` that stands for itself. Arguments: `count`.
    XmlBareAmpersand = "xml-bare-ampersand", Warning;
    /// No space between two attributes. Arguments: `count`.
    XmlNoSpace = "xml-no-space", Warning;
    /// No XML. Arguments: `reason`.
    XmlBroken = "xml-broken", Error;
    /// The end of another element than the one that is open. Arguments: `name`, `other`.
    XmlOtherEnd = "xml-other-end", Error;
    /// An element without an end. Arguments: `name`.
    XmlUnclosed = "xml-unclosed", Error;
    /// An attribute that is there twice.
    XmlAttributeTwice = "xml-attribute-twice", Error;
    /// A document type, which could define entities.
    XmlDoctype = "xml-doctype", Error;
    /// Elements within elements, too deep. Arguments: `most`.
    XmlTooDeep = "xml-too-deep", Error;

    // What kind of file it is.
    /// Neither a domain nor a profile. Arguments: `name`.
    GeniusRoot = "genius-root", Error;
    /// A profile where the domain was expected.
    GeniusProfileFirst = "genius-profile-first", Error;
    /// A domain where a profile was expected.
    GeniusDomainTwice = "genius-domain-twice", Error;
    /// Utility by hyper-rectangles. Arguments: `name`.
    GeniusNonlinear = "genius-nonlinear", Error;
    /// Utility by constraints. Arguments: `name`.
    GeniusConstraints = "genius-constraints", Error;

    // Elements and attributes.
    /// An element without an attribute that it must have. Arguments: `name`, `field`.
    GeniusAttributeMissing = "genius-attribute-missing", Error;
    /// An index that is no whole number. Arguments: `name`.
    GeniusIndex = "genius-index", Error;
    /// An index that two issues have. Arguments: `name`.
    GeniusIndexTwice = "genius-index-twice", Error;
    /// No number. Arguments: `name`, `reason`.
    GeniusNumber = "genius-number", Error;
    /// A number with more digits than are kept. Arguments: `name`, `better`, `count`.
    GeniusRounded = "genius-rounded", Warning;
    /// Results that had to be rounded to be written. Arguments: `name`, `count`, `most`.
    GeniusNearly = "genius-nearly", Warning;
    /// A result that can't be written, not even rounded. Arguments: `name`.
    GeniusTooExact = "genius-too-exact", Error;
    /// Steps between amounts that can't be written exactly. Arguments: `name`.
    GeniusStepTooExact = "genius-step-too-exact", Error;

    // Issues.
    /// A domain without issues.
    GeniusNoIssues = "genius-no-issues", Error;
    /// A type that isn't imported. Arguments: `name`, `other`.
    GeniusType = "genius-type", Error;
    /// An issue of another type in the domain. Arguments: `name`, `type`, `other`.
    GeniusTypeDiffers = "genius-type-differs", Error;
    /// An issue without values. Arguments: `name`.
    GeniusNoValues = "genius-no-values", Error;
    /// A value that an issue has twice. Arguments: `name`, `other`.
    GeniusValueTwice = "genius-value-twice", Warning;
    /// A bound of whole amounts that is no whole number. Arguments: `name`.
    GeniusBoundNotWhole = "genius-bound-not-whole", Error;
    /// More amounts than an issue can have. Arguments: `name`, `count`, `most`.
    GeniusTooManyAmounts = "genius-too-many-amounts", Error;
    /// Bounds that differ from those of the domain. Arguments: `name`.
    GeniusBoundsDiffer = "genius-bounds-differ", Warning;
    /// Issues on which any amount can be agreed. Arguments: `count`.
    GeniusContinuous = "genius-continuous", Warning;

    // Profiles.
    /// An issue that the domain doesn't have. Arguments: `name`.
    GeniusUnknownIssue = "genius-unknown-issue", Error;
    /// A value that the issue doesn't have. Arguments: `name`, `other`, perhaps `near`.
    GeniusUnknownValue = "genius-unknown-value", Error;
    /// An issue that the profile leaves out. Arguments: `name`.
    GeniusIssueMissing = "genius-issue-missing", Error;
    /// A value that the profile leaves out. Arguments: `name`, `other`.
    GeniusValueMissing = "genius-value-missing", Error;
    /// A value without evaluation. Arguments: `name`.
    GeniusEvaluationMissing = "genius-evaluation-missing", Error;
    /// An issue without a weight. Arguments: `name`.
    GeniusWeightMissing = "genius-weight-missing", Error;
    /// A weight that is there twice. Arguments: `name`.
    GeniusTwice = "genius-twice", Warning;
    /// A value with two evaluations. Arguments: `name`, `other`.
    GeniusEvaluationTwice = "genius-evaluation-twice", Warning;
    /// What a profile states once, stated twice. Arguments: `name`.
    GeniusStatedTwice = "genius-stated-twice", Warning;
    /// A weight of nothing. Arguments: `name`.
    GeniusWeightUnused = "genius-weight-unused", Warning;
    /// Weights that don't add up to 1. Arguments: `sum`.
    GeniusWeightSum = "genius-weight-sum", Warning;
    /// A utility above 1. Arguments: `utility`.
    GeniusAboveOne = "genius-above-one", Warning;
    /// A discount factor. Arguments: `factor`.
    GeniusDiscount = "genius-discount", Warning;
    /// A numeric issue without evaluator. Arguments: `name`.
    GeniusEvaluatorMissing = "genius-evaluator-missing", Error;
    /// An evaluator that isn't imported. Arguments: `name`.
    GeniusEvaluator = "genius-evaluator", Error;
    /// A triangle of which the parameters aren't in order. Arguments: `name`.
    GeniusTriangle = "genius-triangle", Error;
    /// A triangle with an upright side within the amounts. Arguments: `name`.
    GeniusJump = "genius-jump", Error;
    /// A triangle with its top at its end. Arguments: `name`.
    GeniusTopAtEnd = "genius-top-at-end", Warning;
}
}
