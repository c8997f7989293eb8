//! How a party's raw value becomes its score.

use std::collections::BTreeMap;

use num_traits::{One as _, Zero as _};

use super::alternatives::reference;
use super::{Circumstances, circumstances::weigh};
use crate::domain::{Decision, Interaction, InterestId, PartyId, Rational, Scale, integer};

/// A party's scale: what each interest counts, and which raw values are its 0 and 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// What one point of effect on an interest adds to the raw value.
    pub shares: BTreeMap<InterestId, Rational>,
    /// The smallest raw value over the reference set, issue by issue, rules ignored.
    pub worst: Rational,
    /// The largest one.
    pub best: Rational,
    scale: Scale,
}

impl Yardstick {
    /// Measures the reference set for `party`. `base` is the table in its base world: worlds never move a scale.
    pub(super) fn new(base: &Circumstances<'_>, party: PartyId) -> Self {
        let scale = base.table.scale;
        let weights = &base.table.parties[party].weights;
        let divisor = if scale == Scale::Points { Rational::one() } else { weights.total() };
        let shares = weights.values().into_iter().map(|(interest, weight)| (interest, weight / &divisor)).collect();
        let mut yardstick = Self { shares, worst: Rational::zero(), best: Rational::zero(), scale };
        for issue in base.table.issues.keys() {
            let worth = |decision: &Decision| base.weighed(&yardstick.shares, party, issue, decision);
            let values: Vec<Rational> = reference(base, party, issue).iter().map(worth).collect();
            if let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) {
                yardstick.worst += least;
                yardstick.best += most;
            }
        }
        for together in base.table.interactions.iter().filter(|interaction| is_reference(base, interaction)) {
            let value = weigh(&yardstick.shares, &together.does.effects);
            let end = if value < Rational::zero() { &mut yardstick.worst } else { &mut yardstick.best };
            *end += value;
        }
        yardstick
    }

    /// Whether every reference package is worth the same to the party. It then has no score and sets no floor.
    #[must_use]
    pub fn is_indifferent(&self) -> bool {
        self.worst == self.best
    }

    /// The score of a raw value; `None` if the party is indifferent.
    #[must_use]
    pub fn score(&self, raw: &Rational) -> Option<Rational> {
        if self.is_indifferent() {
            return None;
        }
        Some(match self.scale {
            Scale::Points => raw.clone(),
            Scale::Percent => (raw - &self.worst) * self.points_per_raw(),
        })
    }

    /// How many points of score one point of raw value is; 1 for an indifferent party.
    #[must_use]
    pub fn points_per_raw(&self) -> Rational {
        match self.scale {
            Scale::Percent if !self.is_indifferent() => integer(100) / (&self.best - &self.worst),
            Scale::Percent | Scale::Points => Rational::one(),
        }
    }

    /// The score of the raw value 0; what effects are added to.
    #[must_use]
    pub fn score_of_nothing(&self) -> Rational {
        self.score(&Rational::zero()).unwrap_or_default()
    }
}

/// Whether both options of an interaction belong to the reference set. `base` is the table in its base world.
#[must_use]
pub fn is_reference(base: &Circumstances<'_>, interaction: &Interaction) -> bool {
    let is_in = |option| base.table.table().option(option).in_reference;
    is_in(interaction.first) && is_in(interaction.second)
}
