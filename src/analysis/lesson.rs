//! What a training table teaches, measured: is there room, is it wasted by the obvious package, does it hang on a hair?

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use super::dice::Dice;
use crate::domain::{Decision, InterestId, IssueId, Package, PartyId, Rational, Ready, Weights, WorldId, integer};
use crate::optimize::{Answer, Census, Found, Objective, Question, census, solve};
use crate::valuation::{Circumstances, assess};

/// In how many draws the weights are shaken.
const DRAWS: u32 = 100;
/// By how many percent each weight may move.
const SHAKE: i64 = 5;
/// A party whose ideal gain is below this has little to win at the table, in points.
const LITTLE: i64 = 10;

/// A training table, measured in its base world.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The zone, counted.
    pub census: Census,
    /// The packages that the table knows by name, against what could be.
    pub named: Vec<Measured>,
    /// Decisions that occur in no acceptable package, by issue and option name.
    pub unused: Vec<(IssueId, Decision)>,
    /// Parties whose best acceptable package is less than ten points above no deal, by name.
    pub gain_little: Vec<PartyId>,
    /// How often the advice stands when every weight moves by up to five percent.
    pub firmness: Vec<Shaken>,
}

/// A named package against what could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Its name.
    pub id: String,
    /// Whether it can be agreed.
    pub acceptable: bool,
    /// The sum of the gains.
    pub joint_gain: Option<Rational>,
    /// The smallest gain.
    pub smallest_gain: Option<Rational>,
    /// How many efficient acceptable packages are at least as good for all and better for one.
    pub improved_by: usize,
}

/// How often a package stays the answer when weights move a little.
#[derive(Clone, Debug, PartialEq)]
pub struct Shaken {
    /// The objective.
    pub objective: Objective,
    /// The answer.
    pub found: Found,
    /// In how many draws it stays the answer.
    pub stands: u32,
    /// Of how many.
    pub draws: u32,
}

/// Measures a table; `None` if its packages are too many to count or endlessly many.
#[must_use]
pub fn lesson(table: Ready<'_>, flag: &AtomicBool) -> Option<Lesson> {
    let circumstances = Circumstances::new(table, WorldId::BASE);
    let census = census(&circumstances, flag)?;
    let named = table
        .narrative
        .packages
        .iter()
        .map(|named| Measured { id: named.id.clone(), ..measure(&circumstances, &census, &named.package) });
    let unused = census.occurrences.iter().filter(|(_, count)| **count == 0).map(|(decision, _)| decision.clone());
    let little = |party: &PartyId| census.ideals.get(party).is_some_and(|ideal| *ideal < integer(LITTLE));
    let firmness = [Objective::Joint, Objective::Fair].into_iter();
    Some(Lesson {
        named: named.collect(),
        unused: unused.collect(),
        gain_little: table.parties_by_name().into_iter().filter(little).collect(),
        firmness: firmness.filter_map(|objective| firm(&circumstances, objective, flag)).collect(),
        census,
    })
}

fn measure(circumstances: &Circumstances<'_>, census: &Census, package: &Package) -> Measured {
    let assessment = assess(circumstances, package);
    let gains = assessment.gains();
    let dominates = |other: &Package| {
        let others = assess(circumstances, other).gains();
        others != gains && others.iter().zip(&gains).all(|(other, gain)| gain <= other)
    };
    Measured {
        id: String::new(),
        acceptable: assessment.is_acceptable(),
        joint_gain: assessment.joint_gain(),
        smallest_gain: assessment.smallest_gain(),
        improved_by: census.frontier.iter().filter(|point| dominates(&point.package)).count(),
    }
}

fn firm(circumstances: &Circumstances<'_>, objective: Objective, flag: &AtomicBool) -> Option<Shaken> {
    let question = Question::new(objective);
    let Ok(Answer::Proven(found)) = solve(circumstances, &question, flag) else { return None };
    let mut dice = Dice::new();
    let mut stands = 0;
    for _ in 0..DRAWS {
        let mut shaken = circumstances.table.table().clone();
        for party in &mut shaken.parties {
            party.weights = shake(&party.weights.values(), &mut dice);
        }
        let ready = shaken.ready().ok()?;
        let answer = solve(&Circumstances::new(ready, WorldId::BASE), &question, flag);
        stands += u32::from(matches!(answer, Ok(Answer::Proven(other)) if other.package == found.package));
    }
    Some(Shaken { objective, found, stands, draws: DRAWS })
}

/// Each weight times a number between 0.95 and 1.05.
fn shake(weights: &BTreeMap<InterestId, Rational>, dice: &mut Dice) -> Weights {
    let factor = |dice: &mut Dice| integer(1000 + dice.between(-10 * SHAKE, 10 * SHAKE)) / integer(1000);
    Weights::Numbers(weights.iter().map(|(interest, weight)| (*interest, weight * factor(dice))).collect())
}
