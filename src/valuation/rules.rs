//! Whether a package keeps a rule, and what a limit's bill comes to.

use std::borrow::Cow;

use super::Circumstances;
use crate::domain::{
    AttributeSum, Comparison, Decision, InterestId, IssueId, Limit, OptionId, Package, PartyId, Rational, RuleForm,
};

/// How a package stands against one hard rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleAssessment {
    /// Whether the package keeps it.
    pub kept: bool,
    /// The bill, if the rule is a limit.
    pub bill: Option<Bill>,
}

/// What a package uses of a limit. In the unit of the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// What the package uses.
    pub used: Rational,
    /// What there is, with the room that the package makes.
    pub limit: Rational,
    /// What is left; below zero when the limit is broken.
    pub left: Rational,
}

impl Bill {
    fn new(limit: &Limit, used: Rational, room: Rational) -> Self {
        let left = match limit.comparison {
            Comparison::AtMost => &room - &used,
            Comparison::AtLeast => &used - &room,
            Comparison::Equal => -num_traits::abs(&room - &used),
        };
        Self { used, limit: room, left }
    }

    /// How a package stands against `limit` that decides one issue otherwise than the package of this bill, where options
    /// do nothing together.
    pub(super) fn moved(
        &self,
        circumstances: &Circumstances<'_>,
        limit: &Limit,
        issue: IssueId,
        [old, new]: [&Decision; 2],
    ) -> RuleAssessment {
        let rise = |sum: &AttributeSum| {
            let [old, new] = [old, new].map(|decision| carried(circumstances, sum, issue, decision));
            new - old
        };
        let bill = Self::new(limit, &self.used + rise(&limit.used), &self.limit + rise(&limit.room));
        RuleAssessment { kept: limit.comparison.holds(&bill.used, &bill.limit), bill: Some(bill) }
    }
}

/// Weighs a package against one rule.
#[must_use]
pub fn assess_rule(circumstances: &Circumstances<'_>, form: &RuleForm, package: &Package) -> RuleAssessment {
    let bill = match form {
        RuleForm::Limit(limit) => Some(bill(circumstances, limit, package)),
        _ => None,
    };
    RuleAssessment { kept: holds(circumstances, form, package), bill }
}

/// Whether a package keeps what a rule demands.
#[must_use]
pub fn holds(circumstances: &Circumstances<'_>, form: &RuleForm, package: &Package) -> bool {
    let takes = |option: &OptionId| package.decisions[option.issue] == Decision::Option(option.index);
    let count = |options: &[OptionId]| options.iter().filter(|option| takes(option)).count();
    match form {
        RuleForm::Limit(limit) => {
            let bill = bill(circumstances, limit, package);
            limit.comparison.holds(&bill.used, &bill.limit)
        }
        RuleForm::Forbid(option) => !takes(option),
        RuleForm::Requires(option, other) => !takes(option) || takes(other),
        RuleForm::Excludes(option, other) => !(takes(option) && takes(other)),
        RuleForm::AtMost(most, options) => count(options) <= *most as usize,
        RuleForm::AtLeast(least, options) => *least as usize <= count(options),
        RuleForm::RedLine { party, interest, at_least } => {
            *at_least <= on_interest(circumstances, *party, *interest, package)
        }
    }
}

/// The sum of the effects of a package on an interest, as `party` reads them.
#[must_use]
pub fn on_interest(
    circumstances: &Circumstances<'_>,
    party: PartyId,
    interest: InterestId,
    package: &Package,
) -> Rational {
    let effect = |(issue, decision)| circumstances.effect(party, issue, decision, interest);
    let alone: Rational = package.decisions.iter_enumerated().filter_map(effect).map(Cow::into_owned).sum();
    let together = circumstances.interactions(package).filter_map(|of| of.does.effects.get(&interest));
    alone + together.sum::<Rational>()
}

fn bill(circumstances: &Circumstances<'_>, limit: &Limit, package: &Package) -> Bill {
    let used = sum(circumstances, &limit.used, package);
    let room = sum(circumstances, &limit.room, package);
    Bill::new(limit, used, room)
}

/// What a decision adds to a sum of attributes.
fn carried(circumstances: &Circumstances<'_>, sum: &AttributeSum, issue: IssueId, decision: &Decision) -> Rational {
    let terms = sum.terms.iter();
    let worth = terms.filter_map(|(of, factor)| Some(factor * &*circumstances.attribute(issue, decision, *of)?));
    worth.sum()
}

fn sum(circumstances: &Circumstances<'_>, sum: &AttributeSum, package: &Package) -> Rational {
    let mut total = sum.constant.clone();
    for (issue, decision) in package.decisions.iter_enumerated() {
        total += carried(circumstances, sum, issue, decision);
    }
    for together in circumstances.interactions(package) {
        let carried = &together.does.attributes;
        total += sum.terms.iter().filter_map(|(of, factor)| Some(factor * carried.get(of)?)).sum::<Rational>();
    }
    total
}
