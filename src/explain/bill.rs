//! What each decision of a package puts on the bill of a limit.

use std::collections::BTreeMap;

use crate::domain::{AttributeId, AttributeSum, IssueId, Limit, Package, Rational, RuleForm, RuleId, integer};
use crate::valuation::{Bill, Circumstances, assess_rule};

/// The bill of one limit, decision by decision. The parts and the constants add up to the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillAccount {
    /// Which rule.
    pub rule: RuleId,
    /// What it demands here.
    pub limit: Limit,
    /// Whether the package keeps it.
    pub kept: bool,
    /// What is used, what there is, what is left.
    pub bill: Bill,
    /// What each decision uses and how much room it makes, by name of the issue; those that do neither are left out. What
    /// two options carry together is on the bill half of the one and half of the other.
    pub parts: Vec<BillPart>,
}

/// What one decision puts on a bill, in the unit of the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillPart {
    /// Which issue.
    pub issue: IssueId,
    /// What its decision uses.
    pub used: Rational,
    /// How much room its decision makes.
    pub room: Rational,
}

/// The bill of every limit, by name of the rule.
#[must_use]
pub fn bills(circumstances: &Circumstances<'_>, package: &Package) -> Vec<BillAccount> {
    circumstances.table.rules_by_name().into_iter().filter_map(|rule| bill(circumstances, rule, package)).collect()
}

fn bill(circumstances: &Circumstances<'_>, rule: RuleId, package: &Package) -> Option<BillAccount> {
    let form = circumstances.rule(rule);
    let RuleForm::Limit(limit) = form.as_ref() else { return None };
    let assessment = assess_rule(circumstances, &form, package);
    let part = |issue: IssueId| {
        let [used, room] = [&limit.used, &limit.room].map(|sum| carried(circumstances, sum, issue, package));
        let zero = Rational::default();
        (used != zero || room != zero).then_some(BillPart { issue, used, room })
    };
    let parts = circumstances.table.issues_by_name().into_iter().filter_map(part).collect();
    Some(BillAccount { rule, limit: limit.clone(), kept: assessment.kept, bill: assessment.bill?, parts })
}

/// What a decision adds to a sum of attributes, with half of what it does together with another.
fn carried(circumstances: &Circumstances<'_>, sum: &AttributeSum, issue: IssueId, package: &Package) -> Rational {
    let count = |carried: &BTreeMap<AttributeId, Rational>| -> Rational {
        sum.terms.iter().filter_map(|(attribute, factor)| Some(factor * carried.get(attribute)?)).sum()
    };
    let shared = circumstances.interactions(package).filter(|of| [of.first.issue, of.second.issue].contains(&issue));
    let shared: Rational = shared.map(|of| count(&of.does.attributes)).sum();
    count(&circumstances.attributes(issue, &package.decisions[issue])) + shared / integer(2)
}
