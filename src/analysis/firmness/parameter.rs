//! The numbers of a table that may be otherwise: where each stands, and how to put another in its place.

use std::collections::BTreeMap;

use crate::domain::{
    AttributeId, Curve, InterestId, IssueId, IssueKind, OptionId, PartyId, Rational, RuleForm, RuleId, Scale, Table,
    Weights, WorldId, integer,
};
use crate::domain::{NoDeal, NoDealValue};

/// A number of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parameter {
    /// What a party has without an agreement, on the scale of its score.
    NoDeal {
        /// The party.
        party: PartyId,
        /// Where it is stated: by the table or by a world.
        holder: Holder,
    },
    /// The part of a limit that doesn't depend on the package, in the unit of the limit.
    Limit {
        /// The rule.
        rule: RuleId,
        /// Where it is stated: by the table or by a world.
        holder: Holder,
    },
    /// What an interest weighs for a party, as it is entered; in percent where only a ranking is known.
    Weight {
        /// The party.
        party: PartyId,
        /// The interest.
        interest: InterestId,
    },
    /// An effect on an interest.
    Effect {
        /// Of what.
        spot: Spot,
        /// On which interest.
        interest: InterestId,
        /// By whose judgement.
        holder: Holder,
    },
    /// What something carries of an attribute, in the unit of the attribute.
    Attribute {
        /// Of what.
        spot: Spot,
        /// Which attribute.
        attribute: AttributeId,
        /// Where it is stated: by the table or by a world.
        holder: Holder,
    },
}

/// What a number of an issue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// An option.
    Option(OptionId),
    /// A point of a curve over amounts.
    Point {
        /// The issue that is decided by an amount.
        issue: IssueId,
        /// The position of the point on the curve.
        at: usize,
    },
    /// A pair of options that do something together: its position among the interactions of the table.
    Pair(usize),
}

/// Who states a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// The table.
    Table,
    /// A party that reads an effect its own way.
    Party(PartyId),
    /// A world in which it is otherwise.
    World(WorldId),
}

impl Spot {
    /// The issue that it belongs to; `None` for a pair, which belongs to two.
    #[must_use]
    pub fn issue(self) -> Option<IssueId> {
        match self {
            Self::Option(option) => Some(option.issue),
            Self::Point { issue, .. } => Some(issue),
            Self::Pair(_) => None,
        }
    }
}

impl Parameter {
    /// The party whose number it is: only that party can say how sure it is.
    #[must_use]
    pub fn owner(self) -> Option<PartyId> {
        match self {
            Self::NoDeal { party, .. }
            | Self::Weight { party, .. }
            | Self::Effect { holder: Holder::Party(party), .. } => Some(party),
            _ => None,
        }
    }

    /// Whether the scale of a party may be made of it.
    #[must_use]
    pub fn moves_scale_of(self, table: &Table, party: PartyId) -> bool {
        match self {
            Self::NoDeal { .. } | Self::Limit { .. } | Self::Attribute { .. } => false,
            Self::Weight { party: of, .. } => of == party,
            Self::Effect { interest, .. } => table.parties[party].weights.values().contains_key(&interest),
        }
    }

    /// The amount that it is about, if it is a point of a curve.
    #[must_use]
    pub fn amount(self, table: &Table) -> Option<Rational> {
        match self {
            Self::Effect { spot: Spot::Point { at, .. }, .. }
            | Self::Attribute { spot: Spot::Point { at, .. }, .. } => {
                Some(self.curve(table)?.points().get(at)?.0.clone())
            }
            _ => None,
        }
    }

    /// The number as it is entered; `None` for no-deals, whose score isn't a number of the table itself.
    #[must_use]
    pub fn get(self, table: &Table) -> Option<Rational> {
        match self {
            Self::NoDeal { .. } => None,
            Self::Limit { rule, holder } => Some(constant(limit(table, rule, holder)?).clone()),
            Self::Weight { party, interest } => weights(table, party).remove(&interest),
            Self::Effect { spot: Spot::Option(option), interest, holder } => match holder {
                Holder::Party(party) => table.parties[party].readings.options.get(&(option, interest)).cloned(),
                Holder::Table => table.option(option).does.effects.get(&interest).cloned(),
                Holder::World(world) => {
                    table.worlds[world].options.get(&option)?.effects.as_ref()?.get(&interest).cloned()
                }
            },
            Self::Attribute { spot: Spot::Option(option), attribute, holder } => match holder {
                Holder::World(world) => {
                    table.worlds[world].options.get(&option)?.attributes.as_ref()?.get(&attribute).cloned()
                }
                _ => table.option(option).does.attributes.get(&attribute).cloned(),
            },
            Self::Effect { spot: Spot::Point { at, .. }, .. }
            | Self::Attribute { spot: Spot::Point { at, .. }, .. } => {
                Some(self.curve(table)?.points().get(at)?.1.clone())
            }
            Self::Effect { spot: Spot::Pair(at), interest, .. } => {
                table.interactions.get(at)?.does.effects.get(&interest).cloned()
            }
            Self::Attribute { spot: Spot::Pair(at), attribute, .. } => {
                table.interactions.get(at)?.does.attributes.get(&attribute).cloned()
            }
        }
    }

    /// Puts `value` in its place. A ranking becomes the weights that stand for it; a no-deal becomes a bare score.
    pub fn set(self, table: &mut Table, value: Rational) {
        match self {
            Self::NoDeal { party, holder } => {
                if let Some(no_deal) = no_deal_mut(table, party, holder) {
                    no_deal.value = NoDealValue::Score(value);
                }
            }
            Self::Limit { rule, holder } => {
                if let Some(limit) = limit_mut(table, rule, holder) {
                    *constant_mut(limit) = value;
                }
            }
            Self::Weight { party, interest } => {
                let mut weights = weights(table, party);
                weights.insert(interest, value);
                table.parties[party].weights = Weights::Numbers(weights);
            }
            Self::Effect { spot: Spot::Option(option), interest, holder } => {
                set_effect(table, option, interest, holder, value);
            }
            Self::Attribute { spot: Spot::Option(option), attribute, holder } => {
                if let Some(attributes) = attributes_mut(table, option, holder) {
                    attributes.insert(attribute, value);
                }
            }
            Self::Effect { spot: Spot::Point { at, .. }, .. }
            | Self::Attribute { spot: Spot::Point { at, .. }, .. } => {
                self.bend(table, at, value);
            }
            Self::Effect { spot: Spot::Pair(at), interest, .. } => {
                if let Some(together) = table.interactions.get_mut(at) {
                    together.does.effects.insert(interest, value);
                }
            }
            Self::Attribute { spot: Spot::Pair(at), attribute, .. } => {
                if let Some(together) = table.interactions.get_mut(at) {
                    together.does.attributes.insert(attribute, value);
                }
            }
        }
    }

    fn bend(self, table: &mut Table, at: usize, value: Rational) {
        let Some(curve) = self.curve_mut(table) else { return };
        let mut points = curve.points().to_vec();
        if let Some(point) = points.get_mut(at) {
            point.1 = value;
        }
        if let Some(bent) = Curve::new(points) {
            *curve = bent;
        }
    }

    fn curve(self, table: &Table) -> Option<&Curve> {
        match self {
            Self::Effect { spot: Spot::Point { issue, .. }, interest, holder } => match holder {
                Holder::Party(party) => table.parties[party].readings.amounts.get(&(issue, interest)),
                Holder::World(world) => table.worlds[world].amounts.get(&issue)?.effects.as_ref()?.get(&interest),
                Holder::Table => match &table.issues[issue].kind {
                    IssueKind::Quantity(quantity) => quantity.does.effects.get(&interest),
                    _ => None,
                },
            },
            Self::Attribute { spot: Spot::Point { issue, .. }, attribute, holder } => {
                match (holder, &table.issues[issue].kind) {
                    (Holder::World(world), _) => {
                        table.worlds[world].amounts.get(&issue)?.attributes.as_ref()?.get(&attribute)
                    }
                    (_, IssueKind::Quantity(quantity)) => quantity.does.attributes.get(&attribute),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn curve_mut(self, table: &mut Table) -> Option<&mut Curve> {
        match self {
            Self::Effect { spot: Spot::Point { issue, .. }, interest, holder } => match holder {
                Holder::Party(party) => table.parties[party].readings.amounts.get_mut(&(issue, interest)),
                Holder::World(world) => {
                    table.worlds[world].amounts.get_mut(&issue)?.effects.as_mut()?.get_mut(&interest)
                }
                Holder::Table => match &mut table.issues[issue].kind {
                    IssueKind::Quantity(quantity) => quantity.does.effects.get_mut(&interest),
                    _ => None,
                },
            },
            Self::Attribute { spot: Spot::Point { issue, .. }, attribute, holder } => {
                match (holder, &mut table.issues[issue].kind) {
                    (Holder::World(world), _) => {
                        table.worlds[world].amounts.get_mut(&issue)?.attributes.as_mut()?.get_mut(&attribute)
                    }
                    (_, IssueKind::Quantity(quantity)) => quantity.does.attributes.get_mut(&attribute),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// By what it is sorted, as text that can be kept.
    pub(in crate::analysis) fn sorted_names(self, table: &Table) -> (u8, Vec<String>, usize) {
        let (kind, names, at) = self.names(table);
        (kind, names.into_iter().map(str::to_owned).collect(), at)
    }

    /// By what it is sorted: kinds in the order of this type, then names, whatever the order of entry.
    fn names(self, table: &Table) -> (u8, Vec<&str>, usize) {
        let holder = |holder: Holder| match holder {
            Holder::Table => "",
            Holder::Party(party) => &*table.parties[party].id,
            Holder::World(world) => &*table.worlds[world].id,
        };
        let option = |option: OptionId| vec![&*table.issues[option.issue].id, &*table.option(option).id];
        let spot = |spot: Spot| match spot {
            Spot::Option(of) => (option(of), 0),
            Spot::Point { issue, at } => (vec![&*table.issues[issue].id, ""], at),
            Spot::Pair(at) => {
                let mut names = [table.interactions[at].first, table.interactions[at].second].map(option);
                names.sort_unstable();
                (names.concat(), 0)
            }
        };
        match self {
            Self::NoDeal { party, holder: by } => (0, vec![&*table.parties[party].id, holder(by)], 0),
            Self::Limit { rule, holder: by } => (1, vec![&*table.rules[rule].id, holder(by)], 0),
            Self::Weight { party, interest } => (2, vec![&*table.parties[party].id, &*table.interests[interest].id], 0),
            Self::Effect { spot: of, interest, holder: by } => {
                let (names, at) = spot(of);
                (3, [names, vec![&*table.interests[interest].id, holder(by)]].concat(), at)
            }
            Self::Attribute { spot: of, attribute, holder: by } => {
                let (names, at) = spot(of);
                (4, [names, vec![&*table.attributes[attribute].id, holder(by)]].concat(), at)
            }
        }
    }
}

/// Every number that is stated somewhere in the table but weights, whether or not it counts now.
pub(super) fn stated(table: &Table) -> Vec<Parameter> {
    let mut found = Vec::new();
    for (party, content) in table.parties.iter_enumerated() {
        found.extend(content.no_deal.iter().map(|_| Parameter::NoDeal { party, holder: Holder::Table }));
        let holder = Holder::Party(party);
        let own = content.readings.options.keys();
        found.extend(own.map(|(option, interest)| effect(Spot::Option(*option), *interest, holder)));
        for ((issue, interest), curve) in &content.readings.amounts {
            found.extend(spots(*issue, curve).map(|spot| effect(spot, *interest, holder)));
        }
    }
    for (rule, content) in table.rules.iter_enumerated() {
        let is_limit = matches!(content.form, RuleForm::Limit(_));
        found.extend(is_limit.then_some(Parameter::Limit { rule, holder: Holder::Table }));
    }
    for (option, content) in table.options() {
        add(&mut found, &content.does.effects, |interest| effect(Spot::Option(option), interest, Holder::Table));
        add(&mut found, &content.does.attributes, |attribute| carried(Spot::Option(option), attribute, Holder::Table));
    }
    for (issue, content) in table.issues.iter_enumerated() {
        if let IssueKind::Quantity(quantity) = &content.kind {
            stated_curves(
                &mut found,
                issue,
                Some(&quantity.does.effects),
                Some(&quantity.does.attributes),
                Holder::Table,
            );
        }
    }
    for (at, together) in table.interactions.iter().enumerate() {
        let spot = Spot::Pair(at);
        add(&mut found, &together.does.effects, |interest| effect(spot, interest, Holder::Table));
        add(&mut found, &together.does.attributes, |attribute| carried(spot, attribute, Holder::Table));
    }
    stated_by_worlds(table, &mut found);
    found
}

fn stated_by_worlds(table: &Table, found: &mut Vec<Parameter>) {
    for (world, content) in table.worlds.iter_enumerated() {
        let holder = Holder::World(world);
        found.extend(content.no_deals.keys().map(|party| Parameter::NoDeal { party: *party, holder }));
        found.extend(content.limits.keys().map(|rule| Parameter::Limit { rule: *rule, holder }));
        for (option, change) in &content.options {
            let spot = Spot::Option(*option);
            change.effects.iter().for_each(|effects| add(found, effects, |interest| effect(spot, interest, holder)));
            change.attributes.iter().for_each(|facts| add(found, facts, |attribute| carried(spot, attribute, holder)));
        }
        for (issue, change) in &content.amounts {
            stated_curves(found, *issue, change.effects.as_ref(), change.attributes.as_ref(), holder);
        }
    }
}

fn stated_curves(
    found: &mut Vec<Parameter>,
    issue: IssueId,
    effects: Option<&BTreeMap<InterestId, Curve>>,
    attributes: Option<&BTreeMap<AttributeId, Curve>>,
    holder: Holder,
) {
    for (interest, curve) in effects.into_iter().flatten() {
        found.extend(spots(issue, curve).map(|spot| effect(spot, *interest, holder)));
    }
    for (attribute, curve) in attributes.into_iter().flatten() {
        found.extend(spots(issue, curve).map(|spot| carried(spot, *attribute, holder)));
    }
}

fn add<K: Copy, V>(found: &mut Vec<Parameter>, cells: &BTreeMap<K, V>, parameter: impl Fn(K) -> Parameter) {
    found.extend(cells.keys().map(|key| parameter(*key)));
}

fn spots(issue: IssueId, curve: &Curve) -> impl Iterator<Item = Spot> + use<> {
    (0..curve.points().len()).map(move |at| Spot::Point { issue, at })
}

fn effect(spot: Spot, interest: InterestId, holder: Holder) -> Parameter {
    Parameter::Effect { spot, interest, holder }
}

fn carried(spot: Spot, attribute: AttributeId, holder: Holder) -> Parameter {
    Parameter::Attribute { spot, attribute, holder }
}

/// The weights of a party as they are entered; those that stand for a ranking add up to 100 where only their proportions
/// count.
pub(super) fn weights(table: &Table, party: PartyId) -> BTreeMap<InterestId, Rational> {
    let weights = &table.parties[party].weights;
    let factor = match (weights, table.scale) {
        (Weights::Ranking(_), Scale::Percent) => integer(100),
        _ => integer(1),
    };
    weights.values().into_iter().map(|(interest, weight)| (interest, weight * &factor)).collect()
}

fn no_deal_mut(table: &mut Table, party: PartyId, holder: Holder) -> Option<&mut NoDeal> {
    match holder {
        Holder::World(world) => table.worlds[world].no_deals.get_mut(&party),
        _ => table.parties[party].no_deal.as_mut(),
    }
}

fn limit(table: &Table, rule: RuleId, holder: Holder) -> Option<&crate::domain::Limit> {
    match (holder, &table.rules[rule].form) {
        (Holder::World(world), _) => table.worlds[world].limits.get(&rule),
        (_, RuleForm::Limit(limit)) => Some(limit),
        _ => None,
    }
}

fn limit_mut(table: &mut Table, rule: RuleId, holder: Holder) -> Option<&mut crate::domain::Limit> {
    match (holder, &mut table.rules[rule].form) {
        (Holder::World(world), _) => table.worlds[world].limits.get_mut(&rule),
        (_, RuleForm::Limit(limit)) => Some(limit),
        _ => None,
    }
}

/// The number of a limit: on the side of the room, unless it was written on the other side alone.
fn constant(limit: &crate::domain::Limit) -> &Rational {
    if is_on_the_other_side(limit) { &limit.used.constant } else { &limit.room.constant }
}

fn constant_mut(limit: &mut crate::domain::Limit) -> &mut Rational {
    if is_on_the_other_side(limit) { &mut limit.used.constant } else { &mut limit.room.constant }
}

/// Whether the number of a limit stands on the side of what is used, as in `100 - cost >= ruimte`.
pub(super) fn is_on_the_other_side(limit: &crate::domain::Limit) -> bool {
    let zero = Rational::default();
    limit.room.constant == zero && limit.used.constant != zero && !limit.room.terms.is_empty()
}

fn set_effect(table: &mut Table, option: OptionId, interest: InterestId, holder: Holder, value: Rational) {
    match holder {
        Holder::Party(party) => {
            table.parties[party].readings.options.insert((option, interest), value);
        }
        Holder::World(world) => {
            let change = table.worlds[world].options.get_mut(&option);
            if let Some(effects) = change.and_then(|change| change.effects.as_mut()) {
                effects.insert(interest, value);
            }
        }
        Holder::Table => {
            if let IssueKind::Choice(options) = &mut table.issues[option.issue].kind {
                options[option.position()].does.effects.insert(interest, value);
            }
        }
    }
}

fn attributes_mut(table: &mut Table, option: OptionId, holder: Holder) -> Option<&mut BTreeMap<AttributeId, Rational>> {
    match (holder, &mut table.issues[option.issue].kind) {
        (Holder::World(world), _) => table.worlds[world].options.get_mut(&option)?.attributes.as_mut(),
        (_, IssueKind::Choice(options)) => Some(&mut options[option.position()].does.attributes),
        _ => None,
    }
}
