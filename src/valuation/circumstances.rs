//! What holds in one world: what options and amounts do there, for whom, which limits and which no-deals.

use std::borrow::Cow;
use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::Yardstick;
use crate::domain::{
    AttributeId, Change, Curve, Decision, Does, Interaction, InterestId, IssueId, IssueKind, Limit, NoDeal,
    NoDealValue, OptionId, Package, PartyId, Rational, Ready, RuleForm, RuleId, WorldId, sum_of_products,
};

/// A ready table seen in one world, with the yardstick of each party.
#[derive(Clone, Debug)]
pub struct Circumstances<'a> {
    /// The table.
    pub table: Ready<'a>,
    /// The world.
    pub world: WorldId,
    /// How each party's raw value becomes its score. The same in every world.
    pub yardsticks: TiVec<PartyId, Yardstick>,
    /// A party that may stay out, and does: it doesn't count.
    pub absent: Option<PartyId>,
    options: BTreeMap<OptionId, InForce<'a, Rational>>,
    amounts: BTreeMap<IssueId, InForce<'a, Curve>>,
}

/// What an option or amount does in a world.
#[derive(Clone, Debug)]
struct InForce<'a, V: Clone> {
    does: Cow<'a, Does<V>>,
    /// The option whose effects these are: another one where a condition isn't met. Readings are looked up by it.
    option: Option<OptionId>,
    /// Whether the world states these effects: then they count for everybody, whatever the reading.
    stated_by_world: bool,
}

impl<'a> Circumstances<'a> {
    /// Looks at `table` in `world`.
    #[must_use]
    pub fn new(table: Ready<'a>, world: WorldId) -> Self {
        let base = Self::without_yardsticks(table, WorldId::BASE);
        let yardsticks = table.parties.keys().map(|party| Yardstick::new(&base, party)).collect();
        Self { yardsticks, ..Self::without_yardsticks(table, world) }
    }

    /// Looks at a table that is much like another, seen in `before`, in the same world: the scales of those parties are taken
    /// over that are known to be the same.
    #[must_use]
    pub fn beside(before: &Circumstances<'_>, table: Ready<'a>, is_same: impl Fn(PartyId) -> bool) -> Self {
        let base = Self::without_yardsticks(table, WorldId::BASE);
        let yardstick = |party: PartyId| {
            if is_same(party) { before.yardsticks[party].clone() } else { Yardstick::new(&base, party) }
        };
        let yardsticks = table.parties.keys().map(yardstick).collect();
        Self { yardsticks, ..Self::without_yardsticks(table, before.world) }
    }

    /// Looks at the same table in another world.
    #[must_use]
    pub fn in_world(&self, world: WorldId) -> Self {
        let (yardsticks, absent) = (self.yardsticks.clone(), self.absent);
        Self { yardsticks, absent, ..Self::without_yardsticks(self.table, world) }
    }

    /// Looks at the same table with a party out of it, if one stays out.
    #[must_use]
    pub fn without(self, absent: Option<PartyId>) -> Self {
        Self { absent, ..self }
    }

    fn without_yardsticks(table: Ready<'a>, world: WorldId) -> Self {
        let lineage = lineage(table, world);
        let options =
            table.table().options().map(|(id, _)| (id, option_in_force(table, world, &lineage, id))).collect();
        let mut amounts = BTreeMap::new();
        for (id, issue) in table.table().issues.iter_enumerated() {
            if let IssueKind::Quantity(quantity) = &issue.kind {
                let changes = lineage.iter().filter_map(|world| table.table().worlds[*world].amounts.get(&id));
                amounts.insert(id, InForce::new(&quantity.does, None, changes));
            }
        }
        Self { table, world, yardsticks: TiVec::new(), absent: None, options, amounts }
    }

    /// What the option adds to each interest in `party`'s reading; interests that aren't named get nothing.
    #[must_use]
    pub fn option_effects(&self, party: PartyId, option: OptionId) -> BTreeMap<InterestId, Rational> {
        let in_force = &self.options[&option];
        let mut effects = in_force.does.effects.clone();
        if let (false, Some(actual)) = (in_force.stated_by_world, in_force.option) {
            let own = self.table.parties[party].readings.options.iter().filter(|((read, _), _)| *read == actual);
            effects.extend(own.map(|((_, interest), effect)| (*interest, effect.clone())));
        }
        effects
    }

    /// What the option carries of each attribute.
    #[must_use]
    pub fn option_attributes(&self, option: OptionId) -> &BTreeMap<AttributeId, Rational> {
        &self.options[&option].does.attributes
    }

    /// The curve of an amount for each interest in `party`'s reading.
    #[must_use]
    pub fn amount_effects(&self, party: PartyId, issue: IssueId) -> BTreeMap<InterestId, Curve> {
        let in_force = &self.amounts[&issue];
        let mut effects = in_force.does.effects.clone();
        if !in_force.stated_by_world {
            let own = self.table.parties[party].readings.amounts.iter().filter(|((read, _), _)| *read == issue);
            effects.extend(own.map(|((_, interest), curve)| (*interest, curve.clone())));
        }
        effects
    }

    /// The curve of an amount for each attribute.
    #[must_use]
    pub fn amount_attributes(&self, issue: IssueId) -> &BTreeMap<AttributeId, Curve> {
        &self.amounts[&issue].does.attributes
    }

    /// What a decision adds to each interest in `party`'s reading.
    #[must_use]
    pub fn effects(&self, party: PartyId, issue: IssueId, decision: &Decision) -> BTreeMap<InterestId, Rational> {
        match decision {
            Decision::Option(index) => self.option_effects(party, OptionId { issue, index: *index }),
            Decision::Amount(amount) => at(&self.amount_effects(party, issue), amount),
            Decision::Shares(shares) => self.of_all_shares(issue, shares, |does| &does.effects),
        }
    }

    /// What a decision adds to one interest in `party`'s reading: what [`Self::effects`] says of it, and no more is
    /// looked at; `None` if it isn't named.
    #[must_use]
    pub fn effect(
        &self,
        party: PartyId,
        issue: IssueId,
        decision: &Decision,
        interest: InterestId,
    ) -> Option<Cow<'_, Rational>> {
        match decision {
            Decision::Option(index) => {
                let in_force = &self.options[&OptionId { issue, index: *index }];
                let own = in_force.option.filter(|_| !in_force.stated_by_world);
                let own =
                    own.and_then(|actual| self.table.table().parties[party].readings.options.get(&(actual, interest)));
                own.or_else(|| in_force.does.effects.get(&interest)).map(Cow::Borrowed)
            }
            Decision::Amount(amount) => {
                let in_force = &self.amounts[&issue];
                let readings = &self.table.table().parties[party].readings.amounts;
                let own = (!in_force.stated_by_world).then(|| readings.get(&(issue, interest))).flatten();
                let curve = own.or_else(|| in_force.does.effects.get(&interest))?;
                Some(Cow::Owned(curve.at(amount)))
            }
            Decision::Shares(shares) => {
                self.of_shares(issue, shares, |does| does.effects.get(&interest)).map(Cow::Owned)
            }
        }
    }

    /// What a decision carries of one attribute; `None` if it isn't named.
    #[must_use]
    pub fn attribute(&self, issue: IssueId, decision: &Decision, attribute: AttributeId) -> Option<Cow<'_, Rational>> {
        match decision {
            Decision::Option(index) => {
                let carried = self.option_attributes(OptionId { issue, index: *index });
                carried.get(&attribute).map(Cow::Borrowed)
            }
            Decision::Amount(amount) => {
                let curve = self.amount_attributes(issue).get(&attribute)?;
                Some(Cow::Owned(curve.at(amount)))
            }
            Decision::Shares(shares) => {
                self.of_shares(issue, shares, |does| does.attributes.get(&attribute)).map(Cow::Owned)
            }
        }
    }

    /// What a decision carries of each attribute.
    #[must_use]
    pub fn attributes(&self, issue: IssueId, decision: &Decision) -> BTreeMap<AttributeId, Rational> {
        match decision {
            Decision::Option(index) => self.option_attributes(OptionId { issue, index: *index }).clone(),
            Decision::Amount(amount) => at(self.amount_attributes(issue), amount),
            Decision::Shares(shares) => self.of_all_shares(issue, shares, |does| &does.attributes),
        }
    }

    /// What the shares of a division do together by one curve of each; who isn't named has a share of 0.
    fn of_shares(
        &self,
        issue: IssueId,
        shares: &BTreeMap<String, Rational>,
        curve: impl Fn(&Does<Curve>) -> Option<&Curve>,
    ) -> Option<Rational> {
        let nothing = Rational::default();
        let recipients = self.table.table().issues[issue].recipients().iter();
        let worth = recipients
            .filter_map(|recipient| Some(curve(&recipient.does)?.at(shares.get(&recipient.id).unwrap_or(&nothing))));
        worth.reduce(|sum, worth| sum + worth)
    }

    /// What the shares of a division do together; who isn't named has a share of 0.
    fn of_all_shares<K: Copy + Ord>(
        &self,
        issue: IssueId,
        shares: &BTreeMap<String, Rational>,
        curves: impl Fn(&Does<Curve>) -> &BTreeMap<K, Curve>,
    ) -> BTreeMap<K, Rational> {
        let mut sums: BTreeMap<K, Rational> = BTreeMap::new();
        let nothing = Rational::default();
        for recipient in self.table.table().issues[issue].recipients() {
            let share = shares.get(&recipient.id).unwrap_or(&nothing);
            for (key, value) in at(curves(&recipient.does), share) {
                *sums.entry(key).or_default() += value;
            }
        }
        sums
    }

    /// The option whose effects count where `option` is taken: its fallback, if its condition isn't met here.
    #[must_use]
    pub fn option_that_counts(&self, option: OptionId) -> OptionId {
        self.options[&option].option.unwrap_or(option)
    }

    /// The interactions of which both options count in `package`.
    pub fn interactions(&self, package: &Package) -> impl Iterator<Item = &'a Interaction> {
        let counts = |option: OptionId| match package.decisions[option.issue] {
            Decision::Option(index) => self.option_that_counts(OptionId { issue: option.issue, index }) == option,
            Decision::Amount(_) | Decision::Shares(_) => false,
        };
        let all = self.table.table().interactions.iter();
        all.filter(move |interaction| counts(interaction.first) && counts(interaction.second))
    }

    /// What the rule demands here: a world may state another limit.
    #[must_use]
    pub fn rule(&self, rule: RuleId) -> Cow<'a, RuleForm> {
        let stated: Option<&Limit> = lineage(self.table, self.world)
            .iter()
            .find_map(|world| self.table.table().worlds[*world].limits.get(&rule));
        match stated {
            Some(limit) => Cow::Owned(RuleForm::Limit(limit.clone())),
            None => Cow::Borrowed(&self.table.table().rules[rule].form),
        }
    }

    /// What the party has without an agreement here; `None` if unknown.
    #[must_use]
    pub fn no_deal(&self, party: PartyId) -> Option<&'a NoDeal> {
        let worlds = &self.table.table().worlds;
        let stated = lineage(self.table, self.world).into_iter().find_map(|world| worlds[world].no_deals.get(&party));
        stated.or(self.table.table().parties[party].no_deal.as_ref())
    }

    /// The raw value of a package for a party: its weighted effects, interest by interest, and what its options do
    /// together.
    #[must_use]
    pub fn raw(&self, party: PartyId, package: &Package) -> Rational {
        let decisions = package.decisions.iter_enumerated();
        let alone: Rational = decisions.map(|(issue, decision)| self.raw_of(party, issue, decision)).sum();
        alone + self.raw_together(party, package)
    }

    /// What the options of a package do together, in the raw value of a party.
    #[must_use]
    pub fn raw_together(&self, party: PartyId, package: &Package) -> Rational {
        self.interactions(package).map(|of| weigh(&self.yardsticks[party].shares, &of.does.effects)).sum()
    }

    /// What one decision adds to the raw value of a party.
    #[must_use]
    pub fn raw_of(&self, party: PartyId, issue: IssueId, decision: &Decision) -> Rational {
        self.weighed(&self.yardsticks[party].shares, party, issue, decision)
    }

    /// What one decision does for `party`, each interest counted by its share.
    pub(super) fn weighed(
        &self,
        shares: &BTreeMap<InterestId, Rational>,
        party: PartyId,
        issue: IssueId,
        decision: &Decision,
    ) -> Rational {
        let effect = |interest| self.effect(party, issue, decision, interest);
        let pairs: Vec<(&Rational, Cow<'_, Rational>)> =
            shares.iter().filter_map(|(interest, share)| Some((share, effect(*interest)?))).collect();
        sum_of_products(pairs.iter().map(|(share, effect)| (*share, &**effect)))
    }

    /// The score of a package for a party; `None` if the party is indifferent.
    #[must_use]
    pub fn score(&self, party: PartyId, package: &Package) -> Option<Rational> {
        self.yardsticks[party].score(&self.raw(party, package))
    }

    /// What no deal is worth to a party, on the scale of its score; `None` if unknown or the party is indifferent.
    #[must_use]
    pub fn no_deal_score(&self, party: PartyId) -> Option<Rational> {
        let yardstick = &self.yardsticks[party];
        match &self.no_deal(party)?.value {
            NoDealValue::Score(score) => (!yardstick.is_indifferent()).then(|| score.clone()),
            NoDealValue::Effects(effects) => yardstick.score(&weigh(&yardstick.shares, effects)),
            NoDealValue::Package(package) => self.score(party, package),
            NoDealValue::Today => self.score(party, &self.table.table().today()?),
        }
    }
}

impl<'a, V: Clone> InForce<'a, V> {
    /// `does`, changed by the nearest world that states effects and the nearest that states attributes.
    fn new(does: &'a Does<V>, option: Option<OptionId>, changes: impl Iterator<Item = &'a Change<V>> + Clone) -> Self {
        let effects = changes.clone().find_map(|change| change.effects.clone());
        let attributes = changes.into_iter().find_map(|change| change.attributes.clone());
        let stated_by_world = effects.is_some();
        let change = Change { effects, attributes };
        let unchanged = change.effects.is_none() && change.attributes.is_none();
        Self {
            does: if unchanged { Cow::Borrowed(does) } else { Cow::Owned(change.apply(does)) },
            option,
            stated_by_world,
        }
    }
}

/// Returns the sum of `effects` times the share of each interest.
#[must_use]
pub(super) fn weigh(shares: &BTreeMap<InterestId, Rational>, effects: &BTreeMap<InterestId, Rational>) -> Rational {
    sum_of_products(effects.iter().filter_map(|(interest, effect)| Some((shares.get(interest)?, effect))))
}

fn at<K: Copy + Ord>(curves: &BTreeMap<K, Curve>, amount: &Rational) -> BTreeMap<K, Rational> {
    curves.iter().map(|(key, curve)| (*key, curve.at(amount))).collect()
}

/// The world and those it builds on, nearest first. The table file refuses circles.
fn lineage(table: Ready<'_>, world: WorldId) -> Vec<WorldId> {
    let mut lineage = vec![world];
    let mut at = world;
    while at != WorldId::BASE {
        at = table.worlds[at].based_on;
        lineage.push(at);
    }
    lineage
}

/// What is in force where `option` is taken: what the option that counts does, with what `world` changes of that.
fn option_in_force<'a>(
    table: Ready<'a>,
    world: WorldId,
    lineage: &[WorldId],
    option: OptionId,
) -> InForce<'a, Rational> {
    let option = table.table().option_that_counts(option, world);
    let changes = lineage.iter().filter_map(move |world| table.table().worlds[*world].options.get(&option));
    InForce::new(&table.table().option(option).does, Some(option), changes)
}
