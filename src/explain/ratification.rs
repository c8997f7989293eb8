//! Who at home would say yes to a package: every body and every condition, in every world.

use crate::domain::{Condition, Package, PartyId, Rational, RuleForm, WorldId};
use crate::valuation::{Circumstances, RatificationStatus, assess, assess_rule, meets, on_interest};

/// Whether a body says yes, over all worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In every world.
    Everywhere,
    /// In some worlds.
    Somewhere,
    /// In no world.
    Nowhere,
    /// What it asks for isn't known.
    Unknown,
}

/// What a body finds in a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyFinds {
    /// Whose body it is.
    pub party: PartyId,
    /// The position of the body among those of its party.
    pub body: usize,
    /// Whether it says yes, over all worlds.
    pub standing: Standing,
    /// What it finds in each world, the base world first, then by name.
    pub worlds: Vec<(WorldId, RatificationStatus)>,
    /// What becomes of each condition, in the same worlds.
    pub conditions: Vec<Vec<Finding>>,
}

/// What becomes of a condition in a world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The world.
    pub world: WorldId,
    /// Whether it is met; `None` if it asks for a score of someone who has none.
    pub met: Option<bool>,
    /// How much there is to spare, below 0 how much is missing; where that can be counted.
    pub left: Option<Rational>,
}

/// What every body finds in `package`, by name of the party.
#[must_use]
pub fn ratification(circumstances: &Circumstances<'_>, package: &Package) -> Vec<BodyFinds> {
    let table = circumstances.table.table();
    let worlds: Vec<Circumstances<'_>> =
        table.worlds_by_name().into_iter().map(|world| circumstances.in_world(world)).collect();
    let assessments: Vec<_> = worlds.iter().map(|seen| (seen.world, assess(seen, package))).collect();
    let mut found = Vec::new();
    for party in table.parties_by_name() {
        for (body, content) in table.parties[party].ratification.iter().enumerate() {
            let status = |(world, assessment): &(WorldId, crate::valuation::Assessment)| {
                let of = assessment.ratifications.iter().find(|of| of.party == party && of.body == body)?;
                Some((*world, of.status))
            };
            let statuses: Vec<_> = assessments.iter().filter_map(status).collect();
            let of_condition = |condition| worlds.iter().map(|seen| finding(seen, condition, package)).collect();
            found.push(BodyFinds {
                party,
                body,
                standing: standing(&statuses),
                worlds: statuses,
                conditions: content.conditions.iter().map(of_condition).collect(),
            });
        }
    }
    found
}

fn standing(statuses: &[(WorldId, RatificationStatus)]) -> Standing {
    let is = |wanted: RatificationStatus| move |(_, status): &(WorldId, RatificationStatus)| *status == wanted;
    if statuses.iter().all(is(RatificationStatus::Passed)) {
        Standing::Everywhere
    } else if statuses.iter().any(is(RatificationStatus::Passed)) {
        Standing::Somewhere
    } else if statuses.iter().any(is(RatificationStatus::Failed)) {
        Standing::Nowhere
    } else {
        Standing::Unknown
    }
}

fn finding(seen: &Circumstances<'_>, condition: &Condition, package: &Package) -> Finding {
    Finding { world: seen.world, met: meets(seen, condition, package), left: left(seen, condition, package) }
}

/// How much a package has to spare on a condition that compares numbers.
fn left(seen: &Circumstances<'_>, condition: &Condition, package: &Package) -> Option<Rational> {
    match condition {
        Condition::Score { party, at_least } => Some(seen.score(*party, package)? - at_least),
        Condition::Rule(RuleForm::RedLine { party, interest, at_least }) => {
            Some(on_interest(seen, *party, *interest, package) - at_least)
        }
        Condition::Rule(form) => assess_rule(seen, form, package).bill.map(|bill| bill.left),
    }
}
