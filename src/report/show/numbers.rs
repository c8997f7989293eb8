//! Effects, attributes and decisions as they are written in a table file, so that they can be typed back.

use std::collections::BTreeMap;

use super::Screen;
use crate::domain::{
    AttributeId, Curve, Decision, Does, InterestId, Issue, IssueId, IssueKind, NoDeal, NoDealValue, OptionId, Package,
    Rational, write_exact,
};
use crate::report::{clean, typed};

/// A number of an effect line: with its sign, exact.
pub(in crate::report) fn signed(value: &Rational) -> String {
    let written = write_exact(value);
    if *value < Rational::default() { written } else { format!("+{written}") }
}

impl Screen<'_> {
    /// What an option does, as an effect line.
    pub(super) fn does(&self, does: &Does<Rational>) -> String {
        self.line(Some(&does.effects), Some(&does.attributes))
    }

    /// Effects and attributes as an effect line; `·` if there are none.
    pub(super) fn line(
        &self,
        effects: Option<&BTreeMap<InterestId, Rational>>,
        attributes: Option<&BTreeMap<AttributeId, Rational>>,
    ) -> String {
        let effects = effects.into_iter().flatten();
        let effects = effects.map(|(id, value)| format!("{}{}", clean(&self.table.interests[*id].id), signed(value)));
        let attributes = attributes
            .into_iter()
            .flatten()
            .map(|(id, value)| format!("{}={}", clean(&self.table.attributes[*id].id), write_exact(value)));
        let parts: Vec<String> = effects.chain(attributes).collect();
        if parts.is_empty() { "·".to_owned() } else { parts.join(" ") }
    }

    /// What an amount does, curve by curve.
    pub(super) fn curves(&self, does: &Does<Curve>) -> Vec<String> {
        let effects = does.effects.iter().map(|(id, curve)| (&self.table.interests[*id].id, curve));
        let attributes = does.attributes.iter().map(|(id, curve)| (&self.table.attributes[*id].id, curve));
        effects.chain(attributes).map(|(id, curve)| format!("{} {}", clean(id), points(curve))).collect()
    }

    /// An option as it is typed.
    pub(super) fn reference(&self, option: OptionId) -> String {
        typed(&self.table.choice(option))
    }

    /// A decision as it is typed behind the name of its issue.
    pub(super) fn short(&self, issue: IssueId, decision: &Decision) -> String {
        match decision {
            Decision::Option(index) => typed(&self.table.option(OptionId { issue, index: *index }).id),
            Decision::Amount(amount) => write_exact(amount),
            Decision::Shares(shares) => {
                let parts = shares.iter().map(|(name, share)| format!("{name}:{}", write_exact(share)));
                typed(&parts.collect::<Vec<_>>().join(","))
            }
        }
    }

    /// A package as it is typed.
    pub(super) fn choices(&self, package: &Package) -> String {
        let assignments = self.voice.assignments(package);
        assignments.iter().map(|assignment| typed(assignment)).collect::<Vec<_>>().join(" ")
    }

    /// What can be decided on an issue and what holds today, in a few words.
    pub(super) fn range(&self, id: IssueId, issue: &Issue) -> String {
        let today = issue.today.as_ref().filter(|_| issue.options().is_empty());
        let today = today.map(|today| self.say("show-today-is", &[("today", &self.short(id, today))]));
        let parked = issue.parked.then(|| self.say("show-parked", &[]));
        [Some(self.decidable(id, issue)), today, parked].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// What can be decided on an issue, in a few words.
    pub(super) fn decidable(&self, id: IssueId, issue: &Issue) -> String {
        match &issue.kind {
            IssueKind::Choice(options) if options.is_empty() => self.say("show-no-options", &[]),
            IssueKind::Choice(options) => {
                let option = |at: usize| self.with_mark(issue, &Decision::Option(OptionId::new(id, at).index), id);
                (0..options.len()).map(option).collect::<Vec<_>>().join(" · ")
            }
            IssueKind::Quantity(quantity) => {
                let [from, to] = [&quantity.from, &quantity.to].map(write_exact);
                let unit = quantity.unit.as_ref().map_or_else(String::new, |unit| self.voice.text(unit));
                match quantity.step.as_ref().map(write_exact) {
                    Some(step) => {
                        self.say("show-steps", &[("from", &from), ("to", &to), ("step", &step), ("unit", &unit)])
                    }
                    None => self.say("show-amount", &[("from", &from), ("to", &to), ("unit", &unit)]),
                }
            }
            IssueKind::Division(division) => {
                let names: Vec<String> = division.recipients.iter().map(|recipient| typed(&recipient.id)).collect();
                let total = write_exact(&division.total);
                self.say("show-division", &[("total", &total), ("recipients", &self.voice.list(&names))])
            }
        }
    }

    /// An option as it is typed, with a mark if it holds today.
    pub(super) fn with_mark(&self, issue: &Issue, decision: &Decision, id: IssueId) -> String {
        let name = self.short(id, decision);
        if issue.today.as_ref() == Some(decision) { self.say("show-today", &[("option", &name)]) } else { name }
    }

    /// What no deal is, in words.
    pub(super) fn no_deal(&self, no_deal: &NoDeal) -> String {
        match &no_deal.value {
            NoDealValue::Score(score) => self.say("show-no-deal-score", &[("score", &self.voice.amount(score))]),
            NoDealValue::Effects(effects) => {
                self.say("show-no-deal-effects", &[("effects", &self.line(Some(effects), None))])
            }
            NoDealValue::Package(package) => self.say("show-no-deal-package", &[("choices", &self.choices(package))]),
            NoDealValue::Today => self.say("show-no-deal-today", &[]),
        }
    }
}

/// The points of a curve as a file writes them.
pub(super) fn points(curve: &Curve) -> String {
    let one = |(amount, value): &(Rational, Rational)| format!("({}, {})", write_exact(amount), write_exact(value));
    curve.points().iter().map(one).collect::<Vec<_>>().join(" ")
}
