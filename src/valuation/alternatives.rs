//! What can be decided on one issue: every option, or the amounts that matter.

use std::collections::BTreeSet;

use num_traits::Zero as _;

use super::Circumstances;
use crate::domain::{Curve, Decision, Issue, IssueId, IssueKind, PartyId, Quantity, Rational};

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
        IssueKind::Division(_) => Vec::new(), // `Table::ready` refuses divisions.
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
