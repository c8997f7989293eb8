//! What else could be decided on one issue.

use std::collections::BTreeSet;

use itertools::Itertools as _;
use num_traits::Signed as _;

use crate::domain::{Decision, IssueId, IssueKind, Package, Rational, RuleForm};
use crate::valuation::{Circumstances, assess_rule, notable_amounts, notable_splits, on_interest, options};

/// The other decisions that one step from `package` leads to on an issue: any option; the neighbouring steps; the ends
/// and bends of any curve, and the amounts at which a rule would bind.
pub(super) fn steps_from(circumstances: &Circumstances<'_>, issue: IssueId, package: &Package) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    let from = &package.decisions[issue];
    let all = match (&content.kind, from) {
        (IssueKind::Quantity(quantity), Decision::Amount(amount)) => match &quantity.step {
            Some(step) => amounts(BTreeSet::from([amount - step, amount + step])),
            None => {
                let mut reached = notable_amounts(circumstances, issue);
                reached.extend(binding(circumstances, issue, package, &reached));
                amounts(reached)
            }
        },
        (IssueKind::Division(_), _) => notable_splits(content),
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
        return Some(at_least - on_interest(circumstances, *party, *interest, package));
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

fn amounts(amounts: BTreeSet<Rational>) -> Vec<Decision> {
    amounts.into_iter().map(Decision::Amount).collect()
}
