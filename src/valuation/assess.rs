//! A whole package before the court: every party, every rule, every ratifying body.

use itertools::Itertools as _;
use num_traits::Zero as _;
use typed_index_collections::TiVec;

use super::{Circumstances, RuleAssessment, assess_rule, holds};
use crate::domain::{Attendance, Condition, IssueId, NoDealValue, Package, PartyId, Rational, RuleForm, RuleId};

/// How a package stands with everybody and everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What it is worth to each party.
    pub parties: TiVec<PartyId, PartyAssessment>,
    /// How it stands against each hard rule.
    pub rules: TiVec<RuleId, RuleAssessment>,
    /// What each ratifying body will find.
    pub ratifications: Vec<RatificationAssessment>,
}

/// What a package is worth to one party, in points of its score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyAssessment {
    /// Whether an agreement needs the party.
    pub attendance: Attendance,
    /// Whether the party stays out: then its gain isn't counted.
    pub absent: bool,
    /// The score; `None` if the party is indifferent.
    pub score: Option<Rational>,
    /// What no deal is worth; `None` if unknown or the party is indifferent.
    pub no_deal: Option<Rational>,
    /// Whether the no-deal is a bare score.
    pub rough: bool,
}

/// Whether a ratifying body finds what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatificationAssessment {
    /// The party at home.
    pub party: PartyId,
    /// The position of the body among those of its party.
    pub body: usize,
    /// What it finds.
    pub status: RatificationStatus,
}

/// What a ratifying body finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatificationStatus {
    /// All it asks for.
    Passed,
    /// Something it asks for is missing.
    Failed,
    /// What it asks for isn't known; this never counts as passed.
    Unknown,
}

impl PartyAssessment {
    /// Score minus no-deal; `None` if either is unknown.
    #[must_use]
    pub fn gain(&self) -> Option<Rational> {
        Some(self.score.as_ref()? - self.no_deal.as_ref()?)
    }

    /// Whether the party would rather have no deal than this package, and its agreement is needed.
    #[must_use]
    pub fn objects(&self) -> bool {
        self.attendance == Attendance::Needed && !self.absent && self.gain().is_some_and(|gain| gain < Rational::zero())
    }
}

impl Assessment {
    /// Whether every hard rule holds and no needed party is below its no-deal.
    #[must_use]
    pub fn is_acceptable(&self) -> bool {
        self.keeps_rules() && !self.parties.iter().any(PartyAssessment::objects)
    }

    /// Whether every hard rule holds.
    #[must_use]
    pub fn keeps_rules(&self) -> bool {
        self.rules.iter().all(|rule| rule.kept)
    }

    /// Whether every ratifying body finds what it needs.
    #[must_use]
    pub fn is_ratifiable(&self) -> bool {
        let counts = |body: &&RatificationAssessment| !self.parties[body.party].absent;
        self.ratifications.iter().filter(counts).all(|body| body.status == RatificationStatus::Passed)
    }

    /// The gains that are known and count, in the order of the parties.
    #[must_use]
    pub fn gains(&self) -> Vec<Rational> {
        self.parties.iter().filter(|party| !party.absent).filter_map(PartyAssessment::gain).collect()
    }

    /// The sum of the known gains; `None` if none is known.
    #[must_use]
    pub fn joint_gain(&self) -> Option<Rational> {
        let gains = self.gains();
        (!gains.is_empty()).then(|| gains.into_iter().sum())
    }

    /// The smallest known gain.
    #[must_use]
    pub fn smallest_gain(&self) -> Option<Rational> {
        self.gains().into_iter().min()
    }

    /// The known gains, smallest first: what leximin compares.
    #[must_use]
    pub fn leximin(&self) -> Vec<Rational> {
        self.gains().into_iter().sorted().collect()
    }
}

/// Weighs a package: every party, every rule, every ratifying body.
#[must_use]
pub fn assess(circumstances: &Circumstances<'_>, package: &Package) -> Assessment {
    let table = circumstances.table;
    let parties = table.parties.iter_enumerated().map(|(id, party)| PartyAssessment {
        attendance: party.attendance,
        absent: circumstances.absent == Some(id),
        score: circumstances.score(id, package),
        no_deal: circumstances.no_deal_score(id),
        rough: circumstances.no_deal(id).is_some_and(|no_deal| matches!(no_deal.value, NoDealValue::Score(_))),
    });
    let rules = table.rules.keys().map(|rule| assess_rule(circumstances, &circumstances.rule(rule), package));
    let ratifications = table.parties.iter_enumerated().flat_map(|(party, content)| {
        let bodies = content.ratification.iter().enumerate();
        bodies.map(move |(body, content)| RatificationAssessment {
            party,
            body,
            status: ratify(circumstances, &content.conditions, package),
        })
    });
    Assessment { parties: parties.collect(), rules: rules.collect(), ratifications: ratifications.collect() }
}

/// Weighs `package`, which decides nothing but `issue` otherwise than `from`, of which `before` says how it stands: the
/// same as [`assess`], only that what stays isn't looked at again.
#[must_use]
pub fn assess_change(
    circumstances: &Circumstances<'_>,
    (from, before): (&Package, &Assessment),
    issue: IssueId,
    package: &Package,
) -> Assessment {
    let table = circumstances.table;
    if !table.interactions.is_empty() {
        return assess(circumstances, package);
    }
    let (old, new) = (&from.decisions[issue], &package.decisions[issue]);
    let parties = before.parties.iter_enumerated().map(|(id, before)| {
        let rise = || {
            let [old, new] = [old, new].map(|decision| circumstances.raw_of(id, issue, decision));
            (new - old) * circumstances.yardsticks[id].points_per_raw()
        };
        PartyAssessment { score: before.score.as_ref().map(|score| score + rise()), ..before.clone() }
    });
    let rules = before.rules.iter_enumerated().map(|(id, before)| {
        let form = circumstances.rule(id);
        match (&*form, &before.bill) {
            (RuleForm::Limit(limit), Some(bill)) => bill.moved(circumstances, limit, issue, [old, new]),
            _ => assess_rule(circumstances, &form, package),
        }
    });
    let ratifications = before.ratifications.iter().map(|body| {
        let conditions = &table.table().parties[body.party].ratification[body.body].conditions;
        RatificationAssessment { status: ratify(circumstances, conditions, package), ..*body }
    });
    Assessment { parties: parties.collect(), rules: rules.collect(), ratifications: ratifications.collect() }
}

/// Whether a package meets a condition; `None` if it asks for a score of someone who has none.
#[must_use]
pub fn meets(circumstances: &Circumstances<'_>, condition: &Condition, package: &Package) -> Option<bool> {
    match condition {
        Condition::Rule(form) => Some(holds(circumstances, form, package)),
        Condition::Score { party, at_least } => circumstances.score(*party, package).map(|score| *at_least <= score),
    }
}

fn ratify(circumstances: &Circumstances<'_>, conditions: &[Condition], package: &Package) -> RatificationStatus {
    let mut status = if conditions.is_empty() { RatificationStatus::Unknown } else { RatificationStatus::Passed };
    for condition in conditions {
        match meets(circumstances, condition, package) {
            Some(true) => {}
            Some(false) => return RatificationStatus::Failed,
            None => status = RatificationStatus::Unknown,
        }
    }
    status
}
