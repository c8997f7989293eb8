//! Whether a package is nearly self-enforcing: who would rather leave once a world has come true.

use num_traits::Zero as _;

use super::InWorld;
use crate::domain::{PartyId, Rational, Table};

/// Who has less from a package in a world than without any, by name, and by how much; also those who may stay out.
#[must_use]
pub fn leaving(table: &Table, of: &InWorld) -> Vec<(PartyId, Rational)> {
    let short = |party: PartyId| {
        let gain = of.assessment.parties[party].gain()?;
        (gain < Rational::zero()).then_some((party, -gain))
    };
    table.parties_by_name().into_iter().filter_map(short).collect()
}
