//! How a party's raw value becomes its score.

use std::collections::BTreeMap;

use num_traits::{One as _, Zero as _};

use super::alternatives::splits;
use super::{Circumstances, circumstances::weigh};
use crate::domain::{
    Curve, Interaction, InterestId, IssueId, IssueKind, OptionId, PartyId, Rational, Reference, Scale, integer,
};

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
            let values = yardstick.reference_values(base, party, issue);
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

    /// The raw values at which an issue can be worst or best for the party.
    fn reference_values(&self, base: &Circumstances<'_>, party: PartyId, issue: IssueId) -> Vec<Rational> {
        match &base.table.issues[issue].kind {
            IssueKind::Choice(options) => {
                let reference = options.iter().enumerate().filter(|(_, option)| option.in_reference);
                let values = reference.map(|(at, _)| base.option_effects(party, OptionId::new(issue, at)));
                values.map(|effects| weigh(&self.shares, &effects)).collect()
            }
            IssueKind::Quantity(quantity) => {
                let (from, to) = match &quantity.reference {
                    Reference::Whole => (&quantity.from, &quantity.to),
                    Reference::Range(from, to) => (from, to),
                    Reference::Outside => return Vec::new(),
                };
                let curves = base.amount_effects(party, issue);
                turning_points(curves.values(), from, to).map(|amount| self.weigh_at(&curves, &amount)).collect()
            }
            IssueKind::Division(division) => {
                let splits = splits(division, |does| does.effects.values().cloned().collect());
                splits.iter().map(|split| weigh(&self.shares, &base.effects(party, issue, split))).collect()
            }
        }
    }

    fn weigh_at(&self, curves: &BTreeMap<InterestId, Curve>, amount: &Rational) -> Rational {
        weigh(&self.shares, &curves.iter().map(|(interest, curve)| (*interest, curve.at(amount))).collect())
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

/// Whether both options belong to the reference set.
fn is_reference(base: &Circumstances<'_>, interaction: &Interaction) -> bool {
    let is_in = |option| base.table.table().option(option).in_reference;
    is_in(interaction.first) && is_in(interaction.second)
}

/// The ends of `from..=to` and the amounts in between at which one of the curves bends.
fn turning_points<'a>(
    curves: impl Iterator<Item = &'a Curve>,
    from: &Rational,
    to: &Rational,
) -> impl Iterator<Item = Rational> {
    let bends = curves.flat_map(Curve::points).map(|(amount, _)| amount.clone());
    let within: Vec<Rational> = bends.filter(|amount| from < amount && amount < to).collect();
    [from.clone(), to.clone()].into_iter().chain(within)
}
