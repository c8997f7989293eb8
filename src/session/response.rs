//! What a session has to say, as data; `report` puts it in words.

use super::catalogue::Usage;
use super::command::Setting;
use super::complete::Candidate;
use super::interview::Interviewed;
use super::journal::Said;
use super::keeping::{Draft, Entry};
use super::pulse::Pulse;
use super::quick_start::{Asked, Begun};
use super::reacting::{Card, Reacted, ReactionsOf};
use super::record::Deed;
use super::screen::Screen;
use super::swing::Swung;
use crate::analysis::{
    Concept, Conditional, Diverse, Firmness, Improvement, InEveryWorld, Lesson, Matrix, Meso, Outlook, PackageTest,
    Proposal, Steps, Trades, WhatMatters, WhyNot, Zone,
};
use crate::diagnostic::Problem;
use crate::domain::{CheckId, Language, Package, PartyId, Phase, Table, WorldId};
use crate::explain::Subject;
use crate::optimize::{Answer, Question, Refusal};
use crate::practice::{BankQuestion, Finding, Lacking, Slots};
use crate::table_file::{Document, Mention};
use crate::valuation::Circumstances;

/// A table, seen in a world.
#[derive(Clone, Debug)]
pub struct View {
    /// The table.
    pub document: Document,
    /// The world.
    pub world: WorldId,
    /// How the person called the table on the command line; nothing at the prompt.
    pub file: Option<String>,
    /// Whether no-deals count.
    pub floors: bool,
}

impl View {
    /// The table.
    #[must_use]
    pub fn table(&self) -> &Table {
        self.document.table()
    }

    /// A table in its base world, as the prompt sees it.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self { document: document.clone(), world: WorldId::BASE, file: None, floors: true }
    }

    /// The table in its world; `None` if it can't be scored yet.
    #[must_use]
    pub fn circumstances(&self) -> Option<Circumstances<'_>> {
        self.table().ready().ok().map(|ready| Circumstances::new(ready, self.world))
    }
}

/// A package and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    /// How the person named it: a name, an objective, or its choices.
    pub name: String,
    /// The package.
    pub package: Package,
    /// The answer that the package is of, where an objective stood for it.
    pub search: Option<Box<Answer>>,
}

impl Called {
    /// A package that nothing was searched for.
    #[must_use]
    pub fn known(name: String, package: Package) -> Self {
        Self { name, package, search: None }
    }

    /// Whether it is only the best package found before a search was cut short.
    #[must_use]
    pub fn is_unproven(&self) -> bool {
        self.search.as_deref().is_some_and(|answer| !answer.is_settled())
    }
}

/// A command that first asks what `solve` answers, and goes on from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoesOn {
    /// `firm`: how firm the answer is.
    Firm,
    /// `what-matters`: what the answer hangs on.
    WhatMatters,
}

/// What a session says to a command.
#[derive(Clone, Debug)]
pub enum Response {
    /// Nothing to say: the line was empty.
    Nothing,
    /// The table was changed.
    Changed(Box<Changed>),
    /// A change was tried, and not made.
    Tried(Box<Tried>),
    /// A question that the next line answers.
    Asked(Box<Asked>),
    /// The first answer on a table that was just made.
    Begun(Box<Begun>),
    /// Going on asks first, since something else would go along.
    Confirm {
        /// What would be removed, as it was typed.
        what: String,
        /// What hangs on it.
        mentions: Vec<Mention>,
    },
    /// There are unsaved changes: once more leaves without them.
    Unsaved,
    /// What is known so far: the person or the time limit stopped a search, so that this needn't be all there is to say.
    CutShort(Box<Self>),
    /// The answer of the optimiser.
    Solved {
        /// The table.
        view: View,
        /// What was asked.
        question: Box<Question>,
        /// The answer.
        answer: Box<Answer>,
        /// The command that would have gone on from the answer, if this is all that it came to.
        instead_of: Option<GoesOn>,
        /// What concepts that need no comparison choose.
        concepts: Vec<Concept>,
        /// Where no package holds in every world: what could be agreed on condition.
        suggestions: Vec<Conditional>,
    },
    /// Several packages to talk about.
    Proposed(View, Box<Question>, Box<Proposal>),
    /// A package was put to the test.
    Tested(View, Called, Box<PackageTest>),
    /// The answer of the optimiser, with packages of other shapes.
    Varied {
        /// The table.
        view: View,
        /// What was asked.
        question: Box<Question>,
        /// The answer.
        answer: Box<Answer>,
        /// What concepts that need no comparison choose.
        concepts: Vec<Concept>,
        /// The answer's package and those of other shapes.
        diverse: Box<Diverse>,
    },
    /// The efficient outcomes.
    Frontier(View, Box<Question>, Box<Outlook>),
    /// Offers that are worth the same to one party.
    Offered(View, Box<Question>, Box<Meso>),
    /// Facts, and what rests on each.
    Facts(Document),
    /// Who at home would say yes.
    Ratified(View, Called),
    /// Packages in every world; in one besides the base world if it is named.
    Stressed {
        /// The table.
        view: View,
        /// The packages.
        packages: Vec<Called>,
        /// The world that is looked at.
        only: Option<WorldId>,
        /// What holds in every world besides.
        every: Box<Option<InEveryWorld>>,
    },
    /// What a party can say at home.
    Told(View, Called, PartyId),
    /// What parties said of packages.
    Reactions(Document, ReactionsOf),
    /// What a package is worth.
    Scored(View, Called),
    /// What a package uses of each limit.
    Billed(View, Called),
    /// Where gains come from; of one party only if it is named.
    Explained(View, Called, Option<PartyId>),
    /// Packages side by side.
    Compared(View, Vec<Called>),
    /// How much room there is.
    Zone(View, Box<Zone>),
    /// Who weighs what, or who has how much at stake.
    Matrix(View, Box<Matrix>),
    /// What two parties could exchange; from a package if one is named.
    Traded(View, Option<Called>, Box<Trades>),
    /// The one change that helps most.
    Stepped(View, Called, Box<Steps>),
    /// A package that is better for all.
    Improved(View, Called, Box<Improvement>),
    /// What stands in the way of a decision.
    WhyNot(View, Box<Question>, Box<WhyNot>),
    /// How firm an answer is.
    Firm(View, Box<Question>, Box<Firmness>),
    /// What an answer hangs on.
    Matters(View, Box<Question>, Box<WhatMatters>),
    /// An interview: what the last answer became, and what comes now.
    Interviewed(Box<Interviewed>),
    /// Questions of the bank.
    Bank(Vec<&'static BankQuestion>),
    /// Weights by swings: what was made of them, and what comes now.
    Swung(Box<Swung>),
    /// What a party prepares with.
    Sheet {
        /// The table.
        document: Document,
        /// Whose.
        party: PartyId,
        /// Whether it is on the party's own screen: with what is for its own eyes.
        is_own: bool,
    },
    /// The table, or one thing of it.
    Shown(Document, Subject),
    /// Everything doubtful or missing.
    Checked {
        /// The table.
        document: Document,
        /// How it is called.
        name: String,
        /// Everything doubtful, then what is missing.
        problems: Vec<Problem>,
        /// What the table teaches, if that was asked for: `None` inside if it can't be counted.
        lesson: Option<Option<Box<Lesson>>>,
        /// The questions that the checks ask.
        checkup: Checkup,
    },
    /// What one check looks for.
    CheckExplained {
        /// The table.
        document: Document,
        /// Which check.
        check: CheckId,
        /// What was found in a sentence, if one was typed.
        slots: Option<Slots>,
    },
    /// Where the talks are, and what is missing before they go on.
    Phase(Document),
    /// The ideas.
    Ideas {
        /// The table.
        document: Document,
        /// Whether lines are ideas.
        is_inventing: bool,
        /// Whether that started or ended just now.
        switched: Option<bool>,
    },
    /// Judging waits until all ideas are there.
    JudgingWaits,
    /// The bundled tables.
    Scenarios(Vec<Table>),
    /// A table was taken in hand.
    Loaded {
        /// The table.
        document: Document,
        /// How it is called.
        name: String,
        /// What its journal brought back, or why it can't be changed.
        notices: Vec<Problem>,
    },
    /// Tables of earlier sessions that were never saved, to choose from.
    Drafts(Vec<Draft>),
    /// The table was written.
    Saved {
        /// Where.
        path: String,
        /// How many changes since it was written last.
        changes: usize,
    },
    /// Changes were taken back or made again.
    Moved {
        /// The lines that had made them, in the order of moving.
        lines: Vec<String>,
        /// Whether taken back.
        back: bool,
        /// What that makes of the packages on the table, and the table as it is now.
        card: Option<Box<(Card, Document)>>,
    },
    /// A screen that isn't the moderator's.
    Screen(Document, Screen),
    /// What was shown to a party, or to whom anything was shown.
    Disclosed {
        /// The table.
        document: Document,
        /// Which party.
        party: Option<PartyId>,
        /// What verdicts would be now.
        now: Vec<Option<bool>>,
    },
    /// The screen must be turned away first.
    TurnAway,
    /// The screen is the moderator's again.
    Turned,
    /// The changes so far, the first first; and how many can be made again.
    Logged(Vec<Said>, usize),
    /// All that the journal tells, the first first.
    Chronicle(Vec<Entry>),
    /// Help by task.
    Tasks,
    /// The Dutch word of every command.
    DutchWords,
    /// Help on one command.
    Help(Usage),
    /// Lines to type.
    Tour,
    /// What is set.
    Settings(Settings),
    /// What could stand at the end of a line.
    Candidates(Vec<Candidate>),
    /// The questions were left; `new` goes on.
    Paused,
    /// The session ends.
    Left {
        /// How many changes aren't in the file yet, but kept for the next time.
        kept: usize,
    },
}

/// The table was changed.
#[derive(Clone, Debug)]
pub struct Changed {
    /// What was done.
    pub deed: Deed,
    /// The table as it is now.
    pub document: Document,
    /// What was known before; nothing where it takes too long to know.
    pub before: Option<Pulse>,
    /// What is known now.
    pub after: Option<Pulse>,
    /// What it makes of the packages that are on the table; nothing where there is nothing to tell.
    pub card: Option<Card>,
    /// What was said of a package, if that is the change.
    pub reacted: Option<Reacted>,
    /// What is missing of each phase that was left.
    pub left: Vec<(Phase, Vec<Lacking>)>,
    /// The one question that the change brings up.
    pub question: Option<Finding>,
}

/// What the checks find in a table.
#[derive(Clone, Debug)]
pub struct Checkup {
    /// What they find that wasn't set aside, the most urgent first.
    pub findings: Vec<Finding>,
    /// Whether all of it is told, not only the first questions of the phase.
    pub is_whole: bool,
}

/// A change that was tried.
#[derive(Clone, Debug)]
pub struct Tried {
    /// What would be done.
    pub changed: Changed,
    /// The table as it is.
    pub now: View,
    /// The table as it would be.
    pub then: View,
    /// For `joint` and `fair`: the packages now and then, where there are any.
    pub answers: Vec<(crate::optimize::Objective, Option<Package>, Option<Package>)>,
    /// Whether some of these searches didn't come to their end.
    pub is_unfinished: bool,
}

/// What a person has set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The form of answers.
    pub format: super::command::Format,
    /// The language; nothing: that of the table.
    pub language: Option<Language>,
    /// How parties are called.
    pub names: super::command::Names,
    /// Whether colours are wanted; nothing: if the terminal can.
    pub color: Option<bool>,
}

/// Why a command wasn't carried out. Nothing was changed.
#[derive(Clone, Debug)]
pub enum Failure {
    /// Something in the line is wrong; places are byte ranges of the line.
    Line(Vec<Problem>),
    /// Something in a file is wrong; places are byte ranges of its text.
    File {
        /// What problems call it.
        path: String,
        /// Its text.
        source: String,
        /// What is wrong.
        problems: Vec<Problem>,
    },
    /// The optimiser refuses the question.
    Refused(Document, Refusal),
    /// The person broke it off.
    Stopped,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Line(vec![problem])
    }
}

/// A setting, read.
pub(super) fn setting(settings: Settings, setting: Setting, value: &str) -> Option<Settings> {
    use super::command::{Format, Names};
    Some(match (setting, value) {
        (Setting::Format, "text") => Settings { format: Format::Text, ..settings },
        (Setting::Format, "json") => Settings { format: Format::Json, ..settings },
        (Setting::Lang, "en") => Settings { language: Some(Language::En), ..settings },
        (Setting::Lang, "nl") => Settings { language: Some(Language::Nl), ..settings },
        (Setting::Lang, "table") => Settings { language: None, ..settings },
        (Setting::Names, "ids") => Settings { names: Names::Ids, ..settings },
        (Setting::Names, "roles") => Settings { names: Names::Roles, ..settings },
        (Setting::Color, "always") => Settings { color: Some(true), ..settings },
        (Setting::Color, "never") => Settings { color: Some(false), ..settings },
        (Setting::Color, "auto") => Settings { color: None, ..settings },
        _ => return None,
    })
}
