//! Linear forms over the decisions of a model.

use num_traits::One as _;

use super::decisions::{Alternatives, Matter, Piece};
use crate::domain::{Decision, Rational};

/// `constant` plus, per decision, the part of the alternative taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Linear {
    pub(crate) constant: Rational,
    pub(crate) parts: Vec<Vec<Part>>,
}

/// What an alternative adds: at its start and at its end, in between in proportion. Both are one for a point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) start: Rational,
    pub(crate) end: Rational,
}

impl Linear {
    /// Adds up what `part` gives for every alternative.
    pub(super) fn new(
        decisions: &[Alternatives],
        constant: Rational,
        part: impl Fn(Matter, &Decision) -> Rational,
    ) -> Self {
        let of_piece = |matter: Matter, piece: &Piece| match piece {
            Piece::Point(decision) => Part::constant(part(matter, decision)),
            Piece::Stretch { from, to } => Part {
                start: part(matter, &Decision::Amount(from.clone())),
                end: part(matter, &Decision::Amount(to.clone())),
            },
        };
        let parts = decisions
            .iter()
            .map(|decision| decision.pieces.iter().map(|piece| of_piece(decision.matter, piece)).collect());
        Self { constant, parts: parts.collect() }
    }

    pub(super) fn negated(self) -> Self {
        self.times(&-Rational::one())
    }

    pub(super) fn times(&self, factor: &Rational) -> Self {
        let part = |part: &Part| Part { start: &part.start * factor, end: &part.end * factor };
        let parts = self.parts.iter().map(|parts| parts.iter().map(part).collect()).collect();
        Self { constant: &self.constant * factor, parts }
    }

    /// The sum of two forms over the same decisions.
    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.constant += &other.constant;
        for (part, more) in self.parts.iter_mut().flatten().zip(other.parts.iter().flatten()) {
            part.start += &more.start;
            part.end += &more.end;
        }
        self
    }
}

impl Part {
    fn constant(value: Rational) -> Self {
        Self { start: value.clone(), end: value }
    }
}
