//! What of a table belongs to a subject, as data.

use std::cmp::Reverse;

use num_traits::Signed as _;

use crate::domain::{
    AttributeId, AttributeSum, Curve, InterestId, IssueId, IssueKind, NoDeal, NoDealValue, OptionId, PartyId, Quantity,
    Rational, RuleForm, RuleId, Table,
};

/// Whether nothing says where the worth of a no-deal comes from.
pub(super) fn is_rough(no_deal: &NoDeal) -> bool {
    matches!(no_deal.value, NoDealValue::Score(_))
}

/// The interests that no party weighs, by name.
pub(super) fn unweighed(table: &Table) -> Vec<InterestId> {
    let weighed = |id: &InterestId| table.parties.iter().any(|party| party.weights.values().contains_key(id));
    table.interests_by_name().into_iter().filter(|id| !weighed(id)).collect()
}

/// A party's interests with their shares of all weight, heaviest first, then by name. Adds up to 1.
pub(super) fn shares(table: &Table, party: PartyId) -> Vec<(InterestId, Rational)> {
    let weights = &table.parties[party].weights;
    let total = weights.total();
    let share = |weight: Rational| if total.is_positive() { weight / &total } else { Rational::default() };
    let mut shares: Vec<(InterestId, Rational)> =
        weights.values().into_iter().map(|(interest, weight)| (interest, share(weight))).collect();
    shares.sort_by_key(|(interest, share)| (Reverse(share.clone()), table.interests[*interest].id.clone()));
    shares
}

/// Who weighs an interest, and its share for them, heaviest first, then by name.
pub(super) fn weighers(table: &Table, interest: InterestId) -> Vec<(PartyId, Rational)> {
    let mut weighers: Vec<(PartyId, Rational)> = Vec::new();
    for party in table.parties_by_name() {
        let share = shares(table, party).into_iter().find(|(of, _)| *of == interest);
        weighers.extend(share.map(|(_, share)| (party, share)));
    }
    weighers.sort_by_key(|(_, share)| Reverse(share.clone()));
    weighers
}

/// A decision that does something: an option, or an amount with its curve.
pub(super) enum Touch<'a> {
    Option(OptionId, &'a Rational),
    Amount(IssueId, &'a Curve),
}

impl Touch<'_> {
    /// How much it does at most, either way.
    fn strength(&self) -> Rational {
        match self {
            Self::Option(_, effect) => effect.abs(),
            Self::Amount(_, curve) => curve.points().iter().map(|(_, value)| value.abs()).max().unwrap_or_default(),
        }
    }

    fn name(&self, table: &Table) -> String {
        match self {
            Self::Option(option, _) => table.choice(*option),
            Self::Amount(issue, _) => table.issues[*issue].id.clone(),
        }
    }
}

/// Everything that touches an interest as the table reads it, strongest first, then by name.
pub(super) fn touching(table: &Table, interest: InterestId) -> Vec<Touch<'_>> {
    let options = table.options().filter_map(|(id, option)| Some((id, option.does.effects.get(&interest)?)));
    let amounts = quantities(table, |quantity| quantity.does.effects.get(&interest));
    sorted(table, options, amounts)
}

/// Everything that carries an attribute, most first, then by name.
pub(super) fn carrying(table: &Table, attribute: AttributeId) -> Vec<Touch<'_>> {
    let options = table.options().filter_map(|(id, option)| Some((id, option.does.attributes.get(&attribute)?)));
    let amounts = quantities(table, |quantity| quantity.does.attributes.get(&attribute));
    sorted(table, options, amounts)
}

fn quantities<'a>(
    table: &'a Table,
    curve: impl Fn(&'a Quantity) -> Option<&'a Curve>,
) -> impl Iterator<Item = (IssueId, &'a Curve)> {
    table.issues.iter_enumerated().filter_map(move |(id, issue)| match &issue.kind {
        IssueKind::Quantity(quantity) => Some((id, curve(quantity)?)),
        _ => None,
    })
}

fn sorted<'a>(
    table: &Table,
    options: impl Iterator<Item = (OptionId, &'a Rational)>,
    amounts: impl Iterator<Item = (IssueId, &'a Curve)>,
) -> Vec<Touch<'a>> {
    let options = options.map(|(id, value)| Touch::Option(id, value));
    let all = options.chain(amounts.map(|(id, curve)| Touch::Amount(id, curve)));
    let zero = Rational::default();
    let mut all: Vec<Touch<'a>> = all.filter(|touch| touch.strength() != zero).collect();
    all.sort_by_key(|touch| (Reverse(touch.strength()), touch.name(table)));
    all
}

/// The rules that name an attribute, by name.
pub(super) fn rules_on(table: &Table, attribute: AttributeId) -> Vec<RuleId> {
    rules(table, |form| match form {
        RuleForm::Limit(limit) => [&limit.used, &limit.room].iter().any(|sum| sum.terms.contains_key(&attribute)),
        _ => false,
    })
}

/// The rules that an option matters to, by name.
pub(super) fn rules_fed_by(table: &Table, option: OptionId) -> Vec<RuleId> {
    rules(table, |form| feeds(table, form, option).is_some())
}

fn rules(table: &Table, wanted: impl Fn(&RuleForm) -> bool) -> Vec<RuleId> {
    table.rules_by_name().into_iter().filter(|id| wanted(&table.rules[*id].form)).collect()
}

/// What an option puts into a rule.
pub(super) enum Feed {
    /// What it uses of a limit and how much room it makes.
    Bill { used: Rational, room: Rational },
    /// What it does for the interest of a red line.
    Effect(Rational),
    /// The rule names it.
    Named,
}

/// What an option puts into a rule; `None` if nothing.
pub(super) fn feeds(table: &Table, form: &RuleForm, option: OptionId) -> Option<Feed> {
    let named = |options: &[OptionId]| options.contains(&option).then_some(Feed::Named);
    match form {
        RuleForm::Limit(limit) => {
            let [used, room] = [&limit.used, &limit.room].map(|sum| carried(table, sum, option));
            let zero = Rational::default();
            (used != zero || room != zero).then_some(Feed::Bill { used, room })
        }
        RuleForm::Forbid(one) => named(&[*one]),
        RuleForm::Requires(one, other) | RuleForm::Excludes(one, other) => named(&[*one, *other]),
        RuleForm::AtMost(_, options) | RuleForm::AtLeast(_, options) => named(options),
        RuleForm::RedLine { party, interest, .. } => {
            let own = table.parties[*party].readings.options.get(&(option, *interest));
            let effect = own.or(table.option(option).does.effects.get(interest))?;
            Some(Feed::Effect(effect.clone()))
        }
    }
}

fn carried(table: &Table, sum: &AttributeSum, option: OptionId) -> Rational {
    let attributes = &table.option(option).does.attributes;
    sum.terms.iter().filter_map(|(attribute, factor)| Some(factor * attributes.get(attribute)?)).sum()
}
