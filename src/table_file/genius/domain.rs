//! A GENIUS domain: the issues, and what can be agreed on each.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::desk::{Desk, Type, gather, named};
use super::xml::Element;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Rational, integer};
use crate::table_file::issues::MOST_OPTIONS;
use crate::table_file::read::MOST_OF_A_KIND;
use crate::table_file::reader::written;

/// How many amounts an issue may have, as in a table.
pub(super) const MOST_AMOUNTS: i64 = 10_001;

/// A domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Domain {
    /// Its issues, in the order of the file; no two have the same index.
    pub(super) issues: Vec<DomainIssue>,
    /// The indices of its objectives, which weights may be about.
    pub(super) objectives: HashSet<i64>,
}

/// An issue of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DomainIssue {
    /// What profiles call it by.
    pub(super) index: i64,
    /// Its name.
    pub(super) name: String,
    /// Where it stands.
    pub(super) place: Range<usize>,
    /// What can be agreed.
    pub(super) kind: Kind,
    /// What is between two amounts; `None` without amounts, and where any amount can be agreed.
    pub(super) step: Option<Rational>,
}

/// What can be agreed on an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One of these values; one may be there twice.
    Discrete(Vec<String>),
    /// An amount from the first to the second, whole or any.
    Numeric(Rational, Rational, Type),
}

impl Kind {
    /// The type that a profile must state.
    pub(super) fn stated(&self) -> Type {
        match self {
            Self::Discrete(_) => Type::Discrete,
            Self::Numeric(_, _, kind) => *kind,
        }
    }
}

/// The indices of the objectives in the file of `root`, which weights may be about.
pub(super) fn objectives(root: &Element<'_>) -> HashSet<i64> {
    let objectives = gather(root, "objective").into_iter();
    let indices = objectives.filter_map(|objective| objective.attribute("index")?.value.trim().parse().ok());
    indices.collect()
}

impl Desk<'_> {
    /// Reads a domain from the root of its file.
    pub(super) fn domain(&mut self, root: &Element<'_>) -> Domain {
        let mut domain = Domain::default();
        let mut indices = BTreeMap::new();
        domain.objectives = objectives(root);
        for element in gather(root, "issue") {
            let Some(issue) = self.domain_issue(element) else { continue };
            match indices.entry(issue.index) {
                Entry::Vacant(entry) => {
                    entry.insert(());
                    domain.issues.push(issue);
                }
                Entry::Occupied(_) => self.refuse(Code::GeniusIndexTwice, &issue.index.to_string(), &element.place),
            }
        }
        if domain.issues.is_empty() && !self.findings.has_errors() {
            self.findings.report(Problem::new(Code::GeniusNoIssues).at(root.place.clone()));
        }
        self.at_most("issue", domain.issues.len(), MOST_OF_A_KIND, &root.place);
        domain
    }

    fn domain_issue(&mut self, element: &Element<'_>) -> Option<DomainIssue> {
        let index = self.index(element);
        let name = self.required(element, "name")?.value.to_string();
        let kind = match self.stated_type(element)?.unwrap_or(Type::Discrete) {
            Type::Discrete => Kind::Discrete(self.values(element, &name)?),
            numeric => self.amounts(element, &name, numeric)?,
        };
        Some(DomainIssue { index: index?, name, place: element.place.clone(), kind, step: None })
    }

    fn values(&mut self, issue: &Element<'_>, name: &str) -> Option<Vec<String>> {
        let mut values: Vec<String> = Vec::new();
        let mut seen = HashSet::new();
        for item in issue.children.iter().filter(|child| child.name == "item") {
            let attribute = self.required(item, "value")?;
            if !seen.insert(attribute.value.as_ref()) {
                let problem = named(Code::GeniusValueTwice, &attribute.value).with("other", name);
                self.findings.report(problem.at(attribute.place.clone()));
            }
            values.push(attribute.value.to_string());
        }
        if values.is_empty() {
            self.refuse(Code::GeniusNoValues, name, &issue.place);
        }
        self.at_most("option", values.len(), MOST_OPTIONS, &issue.place).then_some(values)
    }

    fn amounts(&mut self, issue: &Element<'_>, name: &str, kind: Type) -> Option<Kind> {
        let bounds = ["lowerbound", "upperbound"].map(|field| {
            let Some(attribute) = self.bound(issue, field) else {
                // The message is that of an attribute that is missing.
                return self.number(issue, field);
            };
            let bound = self.amount_in(attribute)?;
            if kind == Type::Integer && !bound.is_integer() {
                self.refuse(Code::GeniusBoundNotWhole, &attribute.value, &attribute.place);
            }
            Some(bound)
        });
        let [from, to] = bounds;
        let (from, to) = (from?, to?);
        if to < from {
            let problem = Problem::new(Code::BoundsReversed).with("from", written(&from)).with("to", written(&to));
            self.findings.report(problem.at(issue.place.clone()));
            return None;
        }
        let count = &to - &from + integer(1);
        if kind == Type::Integer && integer(MOST_AMOUNTS) < count {
            let problem = named(Code::GeniusTooManyAmounts, name).with("count", written(&count));
            self.findings.report(problem.with("most", MOST_AMOUNTS.to_string()).at(issue.place.clone()));
        }
        Some(Kind::Numeric(from, to, kind))
    }

    /// Reports more of a kind than a table can hold.
    pub(super) fn at_most(&mut self, kinds: &str, count: usize, most: usize, place: &Range<usize>) -> bool {
        if count > most {
            let problem = Problem::new(Code::TooMany).with("kinds", kinds).with("count", count.to_string());
            self.findings.report(problem.with("most", most.to_string()).at(place.clone()));
        }
        count <= most
    }
}
