//! What can be decided on one issue: every option, or the amounts that matter.

use std::collections::BTreeSet;

use num_traits::Zero as _;

use super::Circumstances;
use crate::domain::{
    Curve, Decision, Division, Does, Issue, IssueId, IssueKind, OptionId, PartyId, Quantity, Rational, Recipient,
    Reference,
};

/// The decisions among which an issue is best and worst for a party: every option by name, or the ends and bends of its
/// curves, on the steps next to these where an amount has steps. Whatever the rules say.
#[must_use]
pub fn extremes(circumstances: &Circumstances<'_>, party: PartyId, issue: IssueId) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    match &content.kind {
        IssueKind::Choice(_) => options(content),
        IssueKind::Quantity(quantity) => {
            let curves = circumstances.amount_effects(party, issue);
            notable(quantity, curves.values()).into_iter().map(Decision::Amount).collect()
        }
        IssueKind::Division(division) => splits(division, |does| does.effects.values().cloned().collect()),
    }
}

/// The decisions that a party's scale is measured on: the reference options, or the ends and bends of its curves over the
/// reference amounts or shares. `base` is the table in its base world.
#[must_use]
pub fn reference(base: &Circumstances<'_>, party: PartyId, issue: IssueId) -> Vec<Decision> {
    match &base.table.issues[issue].kind {
        IssueKind::Choice(options) => {
            let reference = options.iter().enumerate().filter(|(_, option)| option.in_reference);
            reference.map(|(at, _)| Decision::Option(OptionId::new(issue, at).index)).collect()
        }
        IssueKind::Quantity(quantity) => {
            let (from, to) = match &quantity.reference {
                Reference::Whole => (&quantity.from, &quantity.to),
                Reference::Range(from, to) => (from, to),
                Reference::Outside => return Vec::new(),
            };
            let curves = base.amount_effects(party, issue);
            let bends = curves.values().flat_map(Curve::points).map(|(amount, _)| amount);
            let within = bends.filter(|amount| from < *amount && *amount < to);
            [from, to].into_iter().chain(within).cloned().map(Decision::Amount).collect()
        }
        IssueKind::Division(division) => splits(division, |does| does.effects.values().cloned().collect()),
    }
}

/// The ways to divide a total that matter to anybody or to a rule; empty for an issue that isn't a division.
#[must_use]
pub fn notable_splits(issue: &Issue) -> Vec<Decision> {
    let curves = |does: &Does<Curve>| does.effects.values().chain(does.attributes.values()).cloned().collect();
    match &issue.kind {
        IssueKind::Division(division) => splits(division, curves),
        IssueKind::Choice(_) | IssueKind::Quantity(_) => Vec::new(),
    }
}

/// The splits in which every share but one lies at 0, at the total or at a bend of one of its curves.
///
/// A sum of curves, one per share, is largest and smallest at one of these: with two shares strictly between bends,
/// moving a little from the one to the other changes the sum in a straight line.
fn splits(division: &Division, curves: impl Fn(&Does<Curve>) -> Vec<Curve>) -> Vec<Decision> {
    let bends = |recipient: &Recipient| -> BTreeSet<Rational> {
        let curves = curves(&recipient.does);
        let within = curves.iter().flat_map(Curve::points).map(|(amount, _)| amount.clone());
        let within = within.filter(|amount| Rational::zero() < *amount && *amount < division.total);
        within.chain([Rational::zero(), division.total.clone()]).collect()
    };
    let bends: Vec<BTreeSet<Rational>> = division.recipients.iter().map(bends).collect();
    let mut found = BTreeSet::new();
    add_splits(&bends, &mut Vec::new(), division.total.clone(), None, division.exactly, &mut found);
    let named = |shares: Vec<Rational>| {
        let names = division.recipients.iter().map(|recipient| recipient.id.clone());
        Decision::Shares(names.zip(shares).collect())
    };
    found.into_iter().map(named).collect()
}

/// Adds every split that begins with `taken` and leaves `rest`; `open` is the position of the share that gets what is
/// left over, once there is one.
fn add_splits(
    bends: &[BTreeSet<Rational>],
    taken: &mut Vec<Rational>,
    rest: Rational,
    open: Option<usize>,
    exactly: bool,
    found: &mut BTreeSet<Vec<Rational>>,
) {
    let Some(next) = bends.get(taken.len()) else {
        let mut shares = taken.clone();
        match open {
            Some(open) => shares[open] = rest,
            None if exactly && !rest.is_zero() => return,
            None => {}
        }
        found.insert(shares);
        return;
    };
    for share in next.iter().filter(|share| **share <= rest) {
        taken.push(share.clone());
        add_splits(bends, taken, &rest - share, open, exactly, found);
        taken.pop();
    }
    if open.is_none() {
        taken.push(Rational::zero());
        add_splits(bends, taken, rest, Some(taken.len() - 1), exactly, found);
        taken.pop();
    }
}

/// The amounts of an issue that matter to anybody or to a rule: the ends and the bends of every curve, on the steps next
/// to these where the amount has steps. Empty for an issue that isn't an amount.
#[must_use]
pub fn notable_amounts(circumstances: &Circumstances<'_>, issue: IssueId) -> BTreeSet<Rational> {
    match &circumstances.table.issues[issue].kind {
        IssueKind::Quantity(quantity) => notable(quantity, every_curve(circumstances, issue).iter()),
        IssueKind::Choice(_) | IssueKind::Division(_) => BTreeSet::new(),
    }
}

/// Every option of an issue, by name, so that of equals the first in code-point order is found first.
#[must_use]
pub fn options(issue: &Issue) -> Vec<Decision> {
    let mut positions: Vec<usize> = (0..issue.options().len()).collect();
    positions.sort_by(|a, b| issue.options()[*a].id.cmp(&issue.options()[*b].id));
    positions.into_iter().filter_map(|position| u16::try_from(position).ok()).map(Decision::Option).collect()
}

fn every_curve(circumstances: &Circumstances<'_>, issue: IssueId) -> Vec<Curve> {
    let parties = circumstances.table.parties.keys();
    let mut curves: Vec<Curve> =
        parties.flat_map(|party| circumstances.amount_effects(party, issue).into_values()).collect();
    curves.extend(circumstances.amount_attributes(issue).values().cloned());
    curves
}

/// The ends of a quantity and the amounts at which a curve bends, or the steps around them.
fn notable<'a>(quantity: &Quantity, curves: impl Iterator<Item = &'a Curve>) -> BTreeSet<Rational> {
    let bends = curves.flat_map(Curve::points).map(|(amount, _)| amount);
    let within = bends.filter(|amount| quantity.from <= **amount && **amount <= quantity.to);
    let exact = [&quantity.from, &quantity.to].into_iter().chain(within);
    exact.flat_map(|amount| agreeable_around(quantity, amount)).collect()
}

fn agreeable_around(quantity: &Quantity, amount: &Rational) -> Vec<Rational> {
    let Some(step) = quantity.step.as_ref().filter(|step| !step.is_zero()) else { return vec![amount.clone()] };
    let steps = (amount - &quantity.from) / step;
    let around = [steps.floor(), steps.ceil()].map(|count| &quantity.from + count * step);
    around.into_iter().filter(|amount| quantity.allows(amount)).collect()
}
