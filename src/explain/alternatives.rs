//! What else could be decided on one issue.

use std::collections::BTreeSet;

use itertools::Itertools as _;
use num_traits::{Signed as _, Zero as _};

use crate::domain::{Curve, Decision, Issue, IssueId, IssueKind, Package, PartyId, Quantity, Rational, RuleForm};
use crate::valuation::{Circumstances, assess_rule};

/// The decisions at which an issue can be best for a party: every option, or the ends and bends of its curves.
pub(super) fn candidates(circumstances: &Circumstances<'_>, party: PartyId, issue: IssueId) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    match &content.kind {
        IssueKind::Choice(_) => options(content),
        IssueKind::Quantity(quantity) => {
            let curves = circumstances.amount_effects(party, issue);
            amounts(notable(quantity, curves.values()))
        }
        IssueKind::Division(_) => Vec::new(), // `Table::ready` refuses divisions.
    }
}

/// The other decisions that one step from `package` leads to on an issue: any option; the neighbouring steps; the ends
/// and bends of any curve, and the amounts at which a rule would bind.
pub(super) fn steps_from(circumstances: &Circumstances<'_>, issue: IssueId, package: &Package) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    let from = &package.decisions[issue];
    let all = match (&content.kind, from) {
        (IssueKind::Quantity(quantity), Decision::Amount(amount)) => match &quantity.step {
            Some(step) => amounts(BTreeSet::from([amount - step, amount + step])),
            None => {
                let mut reached = notable(quantity, every_curve(circumstances, issue).iter());
                reached.extend(binding(circumstances, issue, package, &reached));
                amounts(reached)
            }
        },
        _ => options(content),
    };
    all.into_iter().filter(|decision| decision != from && can_be_agreed(&content.kind, decision)).collect()
}

/// The amounts at which a rule just holds. Between two neighbours of `bends` every rule is a straight line.
fn binding(
    circumstances: &Circumstances<'_>,
    issue: IssueId,
    package: &Package,
    bends: &BTreeSet<Rational>,
) -> Vec<Rational> {
    let at = |amount: &Rational| {
        let mut changed = package.clone();
        changed.decisions[issue] = Decision::Amount(amount.clone());
        changed
    };
    let mut amounts = Vec::new();
    for rule in circumstances.table.rules.keys() {
        let form = circumstances.rule(rule);
        let excess = bends.iter().filter_map(|amount| Some((amount, excess(circumstances, &form, &at(amount))?)));
        for ((low, below), (high, above)) in excess.tuple_windows() {
            if (&below * &above).is_negative() {
                amounts.push(low + (high - low) * &below / (&below - &above));
            }
        }
    }
    amounts
}

/// How far a package is beyond a rule that counts amounts; `None` for the other forms.
fn excess(circumstances: &Circumstances<'_>, form: &RuleForm, package: &Package) -> Option<Rational> {
    if let RuleForm::RedLine { party, interest, at_least } = form {
        let effect = |(issue, decision)| circumstances.effects(*party, issue, decision).remove(interest);
        let sum: Rational = package.decisions.iter_enumerated().filter_map(effect).sum();
        return Some(at_least - sum);
    }
    let bill = assess_rule(circumstances, form, package).bill?;
    Some(bill.used - bill.limit)
}

fn can_be_agreed(kind: &IssueKind, decision: &Decision) -> bool {
    match (kind, decision) {
        (IssueKind::Quantity(quantity), Decision::Amount(amount)) => quantity.allows(amount),
        _ => true,
    }
}

/// The options by name, so that of equals the first in code-point order is found first.
fn options(issue: &Issue) -> Vec<Decision> {
    let mut positions: Vec<usize> = (0..issue.options().len()).collect();
    positions.sort_by(|a, b| issue.options()[*a].id.cmp(&issue.options()[*b].id));
    positions.into_iter().filter_map(|position| u16::try_from(position).ok()).map(Decision::Option).collect()
}

fn amounts(amounts: BTreeSet<Rational>) -> Vec<Decision> {
    amounts.into_iter().map(Decision::Amount).collect()
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
