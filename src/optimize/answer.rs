//! Questions to the optimiser and its answers, as data.

use std::collections::BTreeMap;
use std::time::Instant;

use crate::domain::{Condition, Count, IssueId, OptionId, Package, PartyId, Rational, RuleForm, RuleId, WorldId};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// The most joint gain: the sum of all gains.
    Joint,
    /// The smallest gain as large as possible, then the second smallest, and so on (leximin).
    Fair,
    /// The largest product of gains, over the parties that can gain at all (Nash 1950).
    Nash,
    /// Leximin of each party's gain by the most that it could gain (Kalai and Smorodinsky 1975).
    KalaiSmorodinsky,
    /// The best package for one party that is acceptable to everybody else.
    Best(PartyId),
}

impl Objective {
    /// Whether the answer hangs on gains, and so on every no-deal.
    #[must_use]
    pub fn needs_gains(self) -> bool {
        !matches!(self, Self::Best(_))
    }
}

/// A question about packages.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is asked for.
    pub objective: Objective,
    /// In which world, unless it is asked about all of them.
    pub world: WorldId,
    /// Whether a package must hold in every world: what is asked for is then the smallest over the worlds (of `Fair` and
    /// `KalaiSmorodinsky`: leximin over all parties and worlds), then what it is in the base world.
    pub robust: bool,
    /// A party that may stay out, and does.
    pub without: Option<PartyId>,
    /// Whether every ratifying body must pass the package.
    pub ratifiable: bool,
    /// Whether no needed party may be below its no-deal.
    pub floors: bool,
    /// What the person who asks demands besides, for this question only.
    pub also: Vec<Condition>,
    /// When to stop looking and say what was found so far.
    pub deadline: Option<Instant>,
}

impl Question {
    /// Asks for `objective` in the base world, with the parties' no-deals as floors and no time limit.
    #[must_use]
    pub fn new(objective: Objective) -> Self {
        Self {
            objective,
            world: WorldId::BASE,
            robust: false,
            without: None,
            ratifiable: false,
            floors: true,
            also: Vec::new(),
            deadline: None,
        }
    }

    /// The same question with one more demand.
    #[must_use]
    pub fn demanding(&self, form: RuleForm) -> Self {
        let mut question = self.clone();
        question.also.push(Condition::Rule(form));
        question
    }

    /// The same question, of packages that take an option.
    #[must_use]
    pub fn taking(&self, option: OptionId) -> Self {
        self.demanding(RuleForm::AtLeast(1, vec![option]))
    }
}

/// Why a question can't be answered at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The answer needs gains, and these parties' no-deals are unknown.
    NoDealUnknown(Vec<PartyId>),
    /// Every party is indifferent, so no package is better than another.
    NobodyCares,
    /// The party whose best is asked for is indifferent.
    Indifferent(PartyId),
    /// Gains are measured from the no-deals, so these can't be set aside.
    NeedsFloors,
    /// What is asked rests on the no-deals, so they can't be set aside.
    RestsOnFloors(RestsOnFloors),
    /// The party whose best is asked for stays out.
    StaysOut(PartyId),
    /// No agreement can do without this party.
    Needed(PartyId),
    /// A package came out otherwise when it was scored again. A defect of the program: no answer is given.
    Mismatch(Box<Package>),
}

/// What rests on the no-deals whatever the objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestsOnFloors {
    /// Whether a package holds in every world.
    EveryWorld,
    /// Offers that are acceptable to the others.
    Offers,
    /// The zone of possible agreement.
    Zone,
    /// Trades: no-deals have no part in them.
    Trades,
}

/// By which method an answer was established.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Every package was looked at.
    Enumerated,
    /// Exact branch and bound: every package was looked at or ruled out by a proven bound.
    BranchAndBound,
    /// Issue by issue, keeping every partial package that some completion could still make efficient.
    Merged,
    /// Proposed by an integer programme and verified; nothing is proven about better ones but the bound.
    Programme,
}

/// An answer to a [`Question`].
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The best package there is.
    Proven(Found),
    /// The best package found before the time ran out.
    BestFound(BestFound),
    /// No package is acceptable, and why.
    Infeasible(Conflict),
    /// The time ran out before anything was found or ruled out.
    Unknown,
}

impl Answer {
    /// Whether the search came to its end: nothing more is to be known by going on.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Proven(_) | Self::Infeasible(_))
    }

    /// What was found, proven or not.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        match self {
            Self::Proven(found) => Some(found),
            Self::BestFound(best) => Some(&best.found),
            Self::Infeasible(_) | Self::Unknown => None,
        }
    }
}

/// A package, and how it stands among its equals.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The canonical package: of the best ones the leximin-best, then the first by names.
    pub package: Package,
    /// How many packages keep the parked issues where they are, acceptable or not; `None` with continuous amounts.
    pub packages: Option<Count>,
    /// Which gains the best packages give.
    pub ties: Ties,
    /// By which method it was established.
    pub how: How,
    /// The parties that can't gain in any package, so that `nash` and `ks` leave them out.
    pub left_out: Vec<PartyId>,
    /// Whether this is the answer of [`Objective::Fair`]: nobody can gain, or every product of gains is 0.
    pub is_fallback: bool,
}

/// The distinct gain vectors that the objective can't tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ties {
    /// These vectors; each with its canonical package, the answer's first.
    Listed {
        /// At most [`Ties::MOST`] packages with distinct gains.
        packages: Vec<Package>,
        /// Whether these are all.
        complete: bool,
    },
    /// Not counted: with continuous amounts there may be endlessly many.
    Continuous,
}

impl Ties {
    /// How many tied gain vectors are listed.
    pub const MOST: usize = 20;
}

/// A package found in time, and what is known of better ones.
#[derive(Clone, Debug, PartialEq)]
pub struct BestFound {
    /// The package.
    pub found: Found,
    /// Proven: no package is better than this. In the unit of the objective: the sum of gains, the smallest gain, the
    /// geometric mean of gains, the smallest part of an ideal gain in percent, or the score.
    pub bound: f64,
    /// The distance between the bound and the package, in the same unit.
    pub gap: f64,
}

/// Why no package is acceptable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What can't hold together, though the rest of these can without any one of them. By kind, then by name.
    pub reasons: Vec<Reason>,
    /// Whether leaving out any one of these, and keeping everything else that is demanded, leaves a package: `false`
    /// where something else stands in the way as well, `None` where the time ran out before that was settled.
    pub any_one_suffices: Option<bool>,
    /// Ways out, gentlest first.
    pub repairs: Vec<Repair>,
}

impl Conflict {
    /// That nothing is acceptable, for an answer of which nobody reads the reasons.
    #[must_use]
    pub(crate) fn unexplained() -> Self {
        Self { reasons: Vec::new(), any_one_suffices: None, repairs: Vec::new() }
    }

    /// How many of the repairs, the first ones, ask nobody to give.
    #[must_use]
    pub fn gentle(&self) -> usize {
        let asks_nobody =
            |repair: &&Repair| matches!(repair, Repair::OpenIssue(_) | Repair::World(_) | Repair::Between { .. });
        self.repairs.iter().take_while(asks_nobody).count()
    }
}

/// Something that a package must keep, as its owner would name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A hard rule.
    Rule(RuleId),
    /// What a body at a party's home must find.
    Ratification {
        /// The party at home.
        party: PartyId,
        /// The position of the body among those of its party.
        body: usize,
    },
    /// What the person who asks demands besides: the position among [`Question::also`].
    Asked(usize),
    /// A party would rather have no deal.
    NoDeal(PartyId),
}

/// A way out of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Talk about an issue that was parked.
    OpenIssue(IssueId),
    /// In this world there are acceptable packages: bring it about, or agree on condition of it.
    World(WorldId),
    /// Invent something between two options of one issue: with parts of options the table has a solution.
    Between {
        /// The options of which the solution takes parts, per issue.
        options: BTreeMap<IssueId, Vec<OptionId>>,
    },
    /// What a rule alone would have to give, in the unit of its limit.
    RuleGives {
        /// The rule.
        rule: RuleId,
        /// How much.
        amount: Rational,
        /// Whether less of what it counts would have to do; else there would have to be more than it allows.
        less: bool,
    },
    /// A rule that isn't a limit would have to go.
    RuleGoes {
        /// The rule.
        rule: RuleId,
    },
    /// A ratifying body's demand would have to go.
    RatificationGives {
        /// The party at home.
        party: PartyId,
        /// The position of the body among those of its party.
        body: usize,
    },
    /// What a party alone would have to come down by, in points of its score. For the moderator only.
    NoDealGives {
        /// The party.
        party: PartyId,
        /// How much.
        amount: Rational,
    },
}

/// Which method answers; for tests and measurements. [`Engine::Best`] takes what suits the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Enumeration where the table is small, else branch and bound.
    #[default]
    Best,
    /// Look at every package.
    Enumeration,
    /// Exact branch and bound, with walks below its nodes.
    BranchAndBound,
    /// The same with nothing but a bound at every node; where nothing is allowed, the conflict is still told by walks.
    Bounds,
    /// The integer programme alone, by good_lp. Its package is verified, its optimality is one solver's word: the answer
    /// is at most [`Answer::BestFound`], with a bound that doesn't come from the solver.
    Programme,
}
