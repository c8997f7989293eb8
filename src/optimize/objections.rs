//! Who can live with which packages: the zone, tallied by the parties that would rather have no deal.

use std::collections::{BTreeMap, BTreeSet};

use dashu_int::IBig;

use super::census::MOST_PACKAGES;
use super::enumerate::walk;
use super::model::Model;
use super::space::{Space, Whole, Width, width};
use super::{Objective, Question, Stop};
use crate::domain::{Count, PartyId};
use crate::valuation::Circumstances;

/// The packages of a table in one world, tallied by who objects.
///
/// A party objects to a package that is worth less to it than no deal, whether or not an agreement needs it. One that is
/// indifferent, or whose no-deal is unknown, never objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objections {
    /// How many packages there are; parked issues stay as they are.
    pub packages: u64,
    /// How many keep every hard rule.
    pub within_rules: u64,
    /// Of those, to how many exactly these parties object.
    pub by: BTreeMap<BTreeSet<PartyId>, u64>,
}

/// Why packages aren't counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncounted {
    /// There are too many: this number.
    TooMany(Count),
    /// Some amount is continuous.
    Endless,
    /// The person said stop, or the time was up.
    Stopped,
}

impl Objections {
    /// To how many packages within the rules none of `parties` objects.
    #[must_use]
    pub fn all_can_live_with(&self, parties: &[PartyId]) -> u64 {
        self.by.iter().filter(|(by, _)| !parties.iter().any(|party| by.contains(party))).map(|(_, count)| count).sum()
    }
}

/// Tallies the packages of a table by who objects to them.
///
/// # Errors
/// Why they aren't counted.
pub fn objections(circumstances: &Circumstances<'_>, stop: &Stop<'_>) -> Result<Objections, Uncounted> {
    let question = Question { world: circumstances.world, ..Question::new(Objective::Joint) };
    let model = Model::with_every_alternative(circumstances, &question);
    if model.is_continuous() {
        return Err(Uncounted::Endless);
    }
    if model.size() > MOST_PACKAGES {
        return Err(Uncounted::TooMany(model.size()));
    }
    let tally = match width(&model) {
        Width::I64 => tally::<i64>(circumstances, &model, stop),
        Width::I128 => tally::<i128>(circumstances, &model, stop),
        Width::Big => tally::<IBig>(circumstances, &model, stop),
    };
    tally.ok_or(Uncounted::Stopped)
}

fn tally<N: Whole>(circumstances: &Circumstances<'_>, model: &Model, stop: &Stop<'_>) -> Option<Objections> {
    let space: Space<N> = Space::new(model);
    let mut tally = Tally { packages: 0, within_rules: 0, by: BTreeMap::new(), objecting: Vec::new() };
    let judges: Vec<bool> =
        model.stakes.iter().map(|stake| circumstances.no_deal_score(stake.party).is_some()).collect();
    let finished = walk(&space, &space.links_only(), stop, &mut |_, values| tally.look(&judges, values));
    finished.then(|| tally.objections(model))
}

struct Tally {
    packages: u64,
    within_rules: u64,
    /// Counts by the positions of the stakes that object.
    by: BTreeMap<Vec<u16>, u64>,
    /// Who objects to the package being looked at; kept so that only a new set takes new memory.
    objecting: Vec<u16>,
}

impl Tally {
    fn look<N: Whole>(&mut self, judges: &[bool], values: &[N]) {
        let (gains, slacks) = values.split_at(judges.len());
        self.packages += 1;
        if slacks.iter().any(|slack| *slack < N::zero()) {
            return;
        }
        self.within_rules += 1;
        self.objecting.clear();
        let stakes = (0_u16..).zip(judges).zip(gains);
        let objecting = stakes.filter(|((_, judges), gain)| **judges && **gain < N::zero());
        self.objecting.extend(objecting.map(|((at, _), _)| at));
        match self.by.get_mut(&self.objecting) {
            Some(count) => *count += 1,
            None => _ = self.by.insert(self.objecting.clone(), 1),
        }
    }

    fn objections(self, model: &Model) -> Objections {
        let named = |(by, count): (Vec<u16>, u64)| {
            (by.into_iter().map(|at| model.stakes[usize::from(at)].party).collect(), count)
        };
        Objections {
            packages: self.packages,
            within_rules: self.within_rules,
            by: self.by.into_iter().map(named).collect(),
        }
    }
}
