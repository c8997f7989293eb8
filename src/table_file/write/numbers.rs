//! Numbers, curves, effects and decisions as files write them.

use std::collections::BTreeMap;

use super::layout::{Fields, Node};
use super::{Writer, text, word};
use crate::domain::{
    AttributeId, Curve, Decision, Does, InterestId, IssueId, IssueKind, Package, Rational, Remark, Subject,
};
use crate::table_file::effects::STATUSES;
use crate::table_file::lines::{self, Entry};
use crate::table_file::reader::written;

/// A number: a decimal if it has one, else a fraction as text.
pub(super) fn number(value: &Rational) -> Node {
    let text = written(value);
    if text.contains('/') { Node::quoted(&text) } else { Node::Atom(text) }
}

/// A number without its sign.
pub(super) fn size(value: &Rational) -> String {
    let text = written(value);
    text.strip_prefix('-').map_or(text.clone(), str::to_owned)
}

/// A curve, point by point.
pub(super) fn curve(curve: &Curve) -> Node {
    let points = curve.points().iter();
    Node::List(points.map(|(amount, value)| Node::Call("", vec![number(amount), number(value)])).collect())
}

impl Writer<'_> {
    /// What something does as one effect line; `None` if it can't be read back from one.
    pub(super) fn line(self, does: &Does<Rational>) -> Option<String> {
        let zero = Rational::default();
        let effects = does.effects.iter().map(|(interest, value)| {
            let sign = if *value < zero { "-" } else { "+" };
            let value = if *value == zero { " 0".to_owned() } else { format!("{sign}{}", size(value)) };
            format!("{}{value}", self.interest_name(*interest))
        });
        let attributes = does.attributes.iter();
        let attributes = attributes.map(|(id, value)| format!("{}={}", self.attribute_name(*id), written(value)));
        let line = effects.chain(attributes).collect::<Vec<_>>().join(" ");
        self.reads_back(&line, does).then_some(line)
    }

    /// Whether the names on an effect line are taken apart as they were put together.
    fn reads_back(self, line: &str, does: &Does<Rational>) -> bool {
        let is_interest = |name: &str| self.table.interests.iter().any(|interest| interest.id == name);
        let effects = does.effects.keys().map(|id| (true, self.interest_name(*id)));
        let attributes = does.attributes.keys().map(|id| (false, self.attribute_name(*id)));
        let entries = lines::effect_line(line, is_interest).into_iter().map(|entry| match entry {
            Entry::Effect(name, _) => (true, name),
            Entry::Attribute(name, _) => (false, name),
            Entry::Unclear(word) => (false, word),
        });
        entries.eq(effects.chain(attributes))
    }

    fn interest_name(&self, id: InterestId) -> &str {
        &self.table.interests[id].id
    }

    fn attribute_name(&self, id: AttributeId) -> &str {
        &self.table.attributes[id].id
    }

    /// Effects alone: a line, or a map where a line can't be read back.
    pub(super) fn effects(self, effects: &BTreeMap<InterestId, Rational>) -> Node {
        let does = Does { effects: effects.clone(), attributes: BTreeMap::new() };
        self.line(&does).map_or_else(|| self.effect_map(effects, number), |line| Node::quoted(&line))
    }

    /// Attributes alone, likewise.
    pub(super) fn attributes(self, attributes: &BTreeMap<AttributeId, Rational>) -> Node {
        let does = Does { effects: BTreeMap::new(), attributes: attributes.clone() };
        self.line(&does).map_or_else(|| self.attribute_map(attributes, number), |line| Node::quoted(&line))
    }

    pub(super) fn effect_curves(self, curves: &BTreeMap<InterestId, Curve>) -> Node {
        self.effect_map(curves, curve)
    }

    pub(super) fn attribute_curves(self, curves: &BTreeMap<AttributeId, Curve>) -> Node {
        self.attribute_map(curves, curve)
    }

    fn effect_map<V>(self, values: &BTreeMap<InterestId, V>, write: fn(&V) -> Node) -> Node {
        Node::Map(values.iter().map(|(id, value)| (self.interest_name(*id).to_owned(), write(value))).collect())
    }

    fn attribute_map<V>(self, values: &BTreeMap<AttributeId, V>, write: fn(&V) -> Node) -> Node {
        Node::Map(values.iter().map(|(id, value)| (self.attribute_name(*id).to_owned(), write(value))).collect())
    }

    /// Adds effects and attributes cell by cell, each with its remark.
    pub(super) fn cells<V>(
        self,
        fields: Fields,
        does: &Does<V>,
        remarks: &BTreeMap<Subject, Remark>,
        write: fn(&V) -> Node,
        field: &'static str,
    ) -> Fields {
        let cell = |value: &V, subject: Subject| match remarks.get(&subject) {
            Some(remark) => Fields::default()
                .with(field, write(value))
                .maybe("status", remark.status.as_ref().map(|status| word(STATUSES, status)))
                .maybe("source", remark.source.as_ref().map(text))
                .done(),
            None => write(value),
        };
        let effects = does.effects.iter();
        let effects =
            effects.map(|(id, value)| (self.interest_name(*id).to_owned(), cell(value, Subject::Effect(*id))));
        let attributes = does
            .attributes
            .iter()
            .map(|(id, value)| (self.attribute_name(*id).to_owned(), cell(value, Subject::Attribute(*id))));
        fields.map("effects", effects).map("attributes", attributes)
    }

    pub(super) fn decision(self, issue: IssueId, decision: &Decision) -> Node {
        match decision {
            Decision::Option(_) => Node::quoted(&self.decision_text(issue, decision)),
            Decision::Amount(amount) => number(amount),
            Decision::Shares(shares) => {
                Node::Map(shares.iter().map(|(name, share)| (name.clone(), number(share))).collect())
            }
        }
    }

    fn decision_text(self, issue: IssueId, decision: &Decision) -> String {
        match (decision, &self.table.issues[issue].kind) {
            (Decision::Option(index), IssueKind::Choice(options)) => options[usize::from(*index)].id.clone(),
            (Decision::Option(_), _) => String::new(),
            (Decision::Amount(amount), _) => written(amount),
            (Decision::Shares(shares), _) => {
                let shares = shares.iter().map(|(name, share)| format!("{name}:{}", written(share)));
                shares.collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// A package as one text, or as a map where a text can't be read back.
    pub(super) fn package(self, package: &Package) -> Node {
        let choices = package.decisions.iter_enumerated();
        let choices: Vec<String> = choices
            .map(|(issue, decision)| format!("{}={}", self.table.issues[issue].id, self.decision_text(issue, decision)))
            .collect();
        let text = choices.join(" ");
        let is_issue = |name: &str| self.table.issues.iter().any(|issue| issue.id == name);
        if lines::choices(&text, is_issue) == choices {
            return Node::quoted(&text);
        }
        let decisions = package.decisions.iter_enumerated();
        let entries =
            decisions.map(|(issue, decision)| (self.table.issues[issue].id.clone(), self.decision(issue, decision)));
        Node::Map(entries.collect())
    }
}
