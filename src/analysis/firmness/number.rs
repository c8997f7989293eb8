//! The numbers that an answer may hang on, each with the range in which it could be.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::{in_force, no_deals};
use super::ledger::Ledger;
use super::parameter::{Holder, Parameter, Spot, is_on_the_other_side, stated, weights};
use crate::domain::{
    AttributeId, Decision, IssueId, IssueKind, Limit, PartyId, Rational, RuleForm, RuleId, Scale, Table, integer,
};
use crate::valuation::{Circumstances, notable_amounts, options};

/// The largest effect on a scale from 0 to 100, either way.
const LARGEST_EFFECT: i64 = 10;

/// A number of the table, and the range in which it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Which number.
    pub parameter: Parameter,
    /// What it is.
    pub value: Rational,
    /// The least that it could be, in the same unit.
    pub low: Rational,
    /// The most that it could be.
    pub high: Rational,
}

impl Number {
    /// The width of its range; above 0.
    #[must_use]
    pub fn range(&self) -> Rational {
        &self.high - &self.low
    }

    /// The number itself, or the end of its range where it lies outside.
    #[must_use]
    pub fn clamp(&self, value: Rational) -> Rational {
        value.clamp(self.low.clone(), self.high.clone())
    }
}

/// Every number that counts in these circumstances and could be otherwise, by kind and then by name.
///
/// A weight could be anything from nothing to the sum of all weights of its party; an effect -10..+10, or what effects
/// there are on a points scale, and a tenth of that more or less than it is; an attribute what the decisions on the issue
/// carry, and half of that more or less than it is; a limit anything that some package needs; a no-deal 0..100, or what packages are worth on a points scale. What rules ask for in other
/// ways (a red line, a count, a score that a body at home wants to see) stays as it is. `ledger` knows which cells count; without
/// one every cell of the table and of this world is looked at.
pub(super) fn numbers(circumstances: &Circumstances<'_>, ledger: Option<&Ledger>) -> Vec<Number> {
    let table = circumstances.table.table();
    let is_elsewhere = |parameter: &Parameter| match parameter {
        Parameter::NoDeal { .. } => true, // These are found by what counts.
        Parameter::Limit { holder: Holder::World(world), .. }
        | Parameter::Effect { holder: Holder::World(world), .. }
        | Parameter::Attribute { holder: Holder::World(world), .. } => *world != circumstances.world,
        _ => false,
    };
    let mut parameters = match ledger {
        Some(ledger) => in_force(ledger, circumstances),
        None => {
            let stated = stated(table).into_iter().filter(|parameter| !is_elsewhere(parameter));
            stated.chain(no_deals(circumstances)).collect()
        }
    };
    for party in table.parties.keys().filter(|party| !circumstances.yardsticks[*party].is_indifferent()) {
        parameters.extend(weights(table, party).into_keys().map(|interest| Parameter::Weight { party, interest }));
    }
    parameters.sort_by_cached_key(|parameter| parameter.sorted_names(table));
    let ranges = Ranges::new(circumstances);
    let numbers = parameters.into_iter().filter_map(|parameter| ranges.number(parameter));
    numbers.filter(|number| number.low < number.high).collect()
}

/// What numbers of each kind could be.
struct Ranges<'a> {
    circumstances: &'a Circumstances<'a>,
    table: &'a Table,
    effects: (Rational, Rational),
}

impl<'a> Ranges<'a> {
    fn new(circumstances: &'a Circumstances<'a>) -> Self {
        let table = circumstances.table.table();
        let effects = match table.scale {
            Scale::Percent => (integer(-LARGEST_EFFECT), integer(LARGEST_EFFECT)),
            Scale::Points => {
                let is_effect = |parameter: &Parameter| matches!(parameter, Parameter::Effect { .. });
                let known = stated(table).into_iter().filter(is_effect).filter_map(|parameter| parameter.get(table));
                extent(known.chain([integer(0)]))
            }
        };
        Self { circumstances, table, effects }
    }

    /// The number with its range; `None` if nothing is known of it.
    fn number(&self, parameter: Parameter) -> Option<Number> {
        let value = match parameter {
            Parameter::NoDeal { party, .. } => self.circumstances.no_deal_score(party)?,
            _ => parameter.get(self.table)?,
        };
        let (low, high) = match parameter {
            Parameter::NoDeal { party, .. } => self.no_deal(party),
            Parameter::Limit { rule, .. } => self.limit(rule)?,
            Parameter::Weight { party, .. } => self.weight(party, &value)?,
            Parameter::Effect { .. } if self.table.scale == Scale::Percent => self.effects.clone(),
            Parameter::Effect { .. } => around(&value, self.effects.clone(), &(integer(1) / integer(10))),
            Parameter::Attribute { spot, attribute, .. } => {
                around(&value, self.attribute(&value, spot, attribute), &(integer(1) / integer(2)))
            }
        };
        let (low, high) = (low.min(value.clone()), high.max(value.clone()));
        Some(Number { parameter, value, low, high })
    }

    /// Only proportions count where scores run from 0 to 100, so that a lone weight is none that could be otherwise; and
    /// a party needs some weight.
    fn weight(&self, party: PartyId, value: &Rational) -> Option<(Rational, Rational)> {
        let sum: Rational = weights(self.table, party).into_values().sum();
        match (sum == *value, self.table.scale) {
            (true, Scale::Percent) => None,
            (true, Scale::Points) => Some((value / integer(100), sum)),
            (false, _) => Some((integer(0), sum)),
        }
    }

    fn no_deal(&self, party: PartyId) -> (Rational, Rational) {
        let yardstick = &self.circumstances.yardsticks[party];
        match self.table.scale {
            Scale::Percent => (integer(0), integer(100)),
            Scale::Points => (yardstick.worst.clone(), yardstick.best.clone()),
        }
    }

    /// What the number of a limit would have to be for each package, from the least to the most.
    fn limit(&self, rule: RuleId) -> Option<(Rational, Rational)> {
        let form = self.circumstances.rule(rule);
        let RuleForm::Limit(limit) = &*form else { return None };
        let turned = is_on_the_other_side(limit);
        let fixed = if turned { &limit.room.constant } else { &limit.used.constant };
        let (mut low, mut high) = (fixed.clone(), fixed.clone());
        for issue in self.table.issues.keys() {
            let decisions = self.decisions(issue).into_iter();
            let needs = decisions.map(|decision| need(limit, &self.circumstances.attributes(issue, &decision)));
            let needs: Vec<Rational> = needs.map(|need| if turned { -need } else { need }).collect();
            if !needs.is_empty() {
                let (least, most) = extent(needs.into_iter());
                low += least;
                high += most;
            }
        }
        for together in &self.table.interactions {
            let need = need(limit, &together.does.attributes);
            let (least, most) = extent([integer(0), if turned { -need } else { need }].into_iter());
            low += least;
            high += most;
        }
        Some((low, high))
    }

    fn decisions(&self, issue: IssueId) -> Vec<Decision> {
        let content = &self.table.issues[issue];
        match (&content.kind, &content.today) {
            (_, Some(today)) if content.parked => vec![today.clone()],
            (IssueKind::Choice(_), _) => options(content),
            _ => notable_amounts(self.circumstances, issue).into_iter().map(Decision::Amount).collect(),
        }
    }

    /// What the decisions on the issue carry; with 0, if that is all the same.
    fn attribute(&self, value: &Rational, spot: Spot, attribute: AttributeId) -> (Rational, Rational) {
        let Some(issue) = spot.issue() else {
            return extent([value.clone(), integer(0)].into_iter());
        };
        let content = &self.table.issues[issue];
        let decisions: BTreeSet<Decision> = match &content.kind {
            IssueKind::Choice(_) => options(content).into_iter().collect(),
            _ => self.decisions(issue).into_iter().collect(),
        };
        let carried =
            |decision: &Decision| self.circumstances.attributes(issue, decision).remove(&attribute).unwrap_or_default();
        let (low, high) = extent(decisions.iter().map(carried));
        if low == high { extent([low, high, integer(0)].into_iter()) } else { (low, high) }
    }
}

/// What something that carries these attributes takes of a limit, less the room that it makes.
fn need(limit: &Limit, carried: &BTreeMap<AttributeId, Rational>) -> Rational {
    let sum = |terms: &BTreeMap<AttributeId, Rational>| -> Rational {
        terms.iter().filter_map(|(attribute, factor)| Some(factor * carried.get(attribute)?)).sum()
    };
    sum(&limit.used.terms) - sum(&limit.room.terms)
}

/// The range, or as much more as it takes for the value to move either way by a part of it: what is largest now may turn out
/// to be larger. Never across 0: what is never negative stays so.
fn around(value: &Rational, (low, high): (Rational, Rational), part: &Rational) -> (Rational, Rational) {
    let (more, nothing) = ((&high - &low) * part, integer(0));
    let (down, up) = ((value - &more).min(low.clone()), (value + &more).max(high.clone()));
    (if nothing <= low { down.max(nothing.clone()) } else { down }, if high <= nothing { up.min(nothing) } else { up })
}

/// The least and the most of some numbers; 0 of none.
fn extent(numbers: impl Iterator<Item = Rational>) -> (Rational, Rational) {
    let numbers: Vec<Rational> = numbers.collect();
    let least = numbers.iter().min().cloned().unwrap_or_default();
    (least, numbers.into_iter().max().unwrap_or_default())
}

/// The table with another number in place of one of its own.
pub(super) fn changed(table: &Table, parameter: Parameter, value: &Rational) -> Table {
    let mut changed = table.clone();
    parameter.set(&mut changed, value.clone());
    changed
}

/// Looks at the table after a number of it, which is seen in `before`, has changed; `None` if it can't be scored.
pub(super) fn seen<'t>(
    changed: &'t Table,
    before: &Circumstances<'_>,
    parameter: Parameter,
) -> Option<Circumstances<'t>> {
    let is_same = |party: PartyId| !parameter.moves_scale_of(changed, party);
    changed.ready().ok().map(|ready| Circumstances::beside(before, ready, is_same))
}
