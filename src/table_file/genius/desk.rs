//! Reading elements and attributes, with a problem where one is missing or says something impossible.

use std::ops::Range;

use super::findings::Findings;
use super::number::{self, TOO_LARGE};
use super::xml::{Attribute, Element};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Rational, integer, write_exact};
use crate::table_file::reader::shown;

/// What hints call the program that the files come from.
pub(super) const PROGRAM: &str = "GENIUS";

/// What kind of amounts or values an issue has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Values by name.
    Discrete,
    /// Whole amounts.
    Integer,
    /// Any amount.
    Real,
}

impl Type {
    /// Its name in the files.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Discrete => "discrete",
            Self::Integer => "integer",
            Self::Real => "real",
        }
    }
}

/// Where one file is read: what is found goes with its text.
#[derive(Debug)]
pub(super) struct Desk<'f> {
    /// What was found so far.
    pub(super) findings: &'f mut Findings,
}

impl Desk<'_> {
    /// Reports a problem about `name` at `place`.
    pub(super) fn refuse(&mut self, code: Code, name: &str, place: &Range<usize>) {
        self.findings.report(named(code, name).at(place.clone()));
    }

    /// The attribute `field`, which `element` must have.
    pub(super) fn required<'e>(&mut self, element: &'e Element<'_>, field: &'static str) -> Option<&'e Attribute<'e>> {
        let attribute = element.attribute(field);
        if attribute.is_none() {
            let problem = named(Code::GeniusAttributeMissing, element.name).with("field", field);
            self.findings.report(problem.at(element.place.clone()));
        }
        attribute
    }

    /// The index of `element`.
    pub(super) fn index(&mut self, element: &Element<'_>) -> Option<i64> {
        let attribute = self.required(element, "index")?;
        let index = attribute.value.trim().parse().ok();
        if index.is_none() {
            self.refuse(Code::GeniusIndex, &attribute.value, &attribute.place);
        }
        index
    }

    /// The number in the attribute `field`, which `element` must have.
    pub(super) fn number(&mut self, element: &Element<'_>, field: &'static str) -> Option<Rational> {
        let attribute = self.required(element, field)?;
        self.number_in(attribute)
    }

    /// The number in an attribute, on any scale.
    pub(super) fn number_in(&mut self, attribute: &Attribute<'_>) -> Option<Rational> {
        match number::number(&attribute.value) {
            Ok(read) => {
                if let Some(better) = read.rounded {
                    self.round(attribute, &better);
                }
                Some(read.value)
            }
            Err(reason) => {
                self.refuse_number(attribute, reason);
                None
            }
        }
    }

    /// The number in an attribute that goes into the table as it stands, rounded to what a table holds.
    pub(super) fn amount_in(&mut self, attribute: &Attribute<'_>) -> Option<Rational> {
        self.nearest_in(attribute, &integer(1))
    }

    /// The number in the attribute `field`, which `element` must have, and 100 times which goes into the table.
    pub(super) fn hundredth(&mut self, element: &Element<'_>, field: &'static str) -> Option<Rational> {
        let attribute = self.required(element, field)?;
        self.nearest_in(attribute, &integer(100))
    }

    /// The number in an attribute, rounded so that a table holds `factor` times as much.
    fn nearest_in(&mut self, attribute: &Attribute<'_>, factor: &Rational) -> Option<Rational> {
        let value = self.number_in(attribute)?;
        let nearest = number::nearest(&(&value * factor)).map(|nearest| nearest / factor);
        match &nearest {
            Some(nearest) if *nearest == value => {}
            Some(nearest) => self.round(attribute, &write_exact(nearest)),
            None => self.refuse_number(attribute, TOO_LARGE),
        }
        nearest
    }

    fn round(&mut self, attribute: &Attribute<'_>, better: &str) {
        let problem = named(Code::GeniusRounded, attribute.value.trim()).with("better", better);
        self.findings.slip(problem.at(attribute.place.clone()));
    }

    fn refuse_number(&mut self, attribute: &Attribute<'_>, reason: &str) {
        let problem = named(Code::GeniusNumber, attribute.value.trim()).with("reason", reason);
        self.findings.report(problem.at(attribute.place.clone()));
    }

    /// The type that an issue states; `None` inside if it states none.
    pub(super) fn stated_type(&mut self, issue: &Element<'_>) -> Option<Option<Type>> {
        let Some(attribute) = ["type", "etype", "vtype"].iter().find_map(|name| issue.attribute(name)) else {
            return Some(None);
        };
        let types = [Type::Discrete, Type::Integer, Type::Real];
        let found = types.into_iter().find(|kind| attribute.value.trim().eq_ignore_ascii_case(kind.word()));
        if found.is_none() {
            let name = issue.attribute("name").map_or_else(String::new, |name| shown(&name.value));
            let problem = named(Code::GeniusType, &name).with("other", shown(&attribute.value));
            self.findings.report(problem.at(attribute.place.clone()));
        }
        found.map(Some)
    }

    /// A bound of a numeric issue: an attribute of it, or of the `<range>` in it.
    pub(super) fn bound<'e>(&mut self, issue: &'e Element<'_>, field: &str) -> Option<&'e Attribute<'e>> {
        issue.attribute(field).or_else(|| issue.child("range")?.attribute(field))
    }
}

/// A problem about `name`.
pub(super) fn named(code: Code, name: &str) -> Problem {
    Problem::new(code).with("name", shown(name))
}

/// Every element called `name` in `root`, at any depth of objectives.
pub(super) fn gather<'e, 's>(root: &'e Element<'s>, name: &str) -> Vec<&'e Element<'s>> {
    let mut found = Vec::new();
    for child in &root.children {
        if child.name == name {
            found.push(child);
        }
        if ["utility_space", "objective"].contains(&child.name) {
            found.extend(gather(child, name));
        }
    }
    found
}
