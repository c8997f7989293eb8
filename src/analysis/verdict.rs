//! A package put to the test: who can live with it, what is better for all, what home and other worlds make of it.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use super::standing::fails_elsewhere;
use crate::domain::{Package, WorldId};
use crate::optimize::{Question, Reason, count_better};
use crate::valuation::{Assessment, Circumstances, RatificationAssessment, RatificationStatus, assess};

/// How a package stands the test.
#[derive(Clone, Debug, PartialEq)]
pub struct PackageTest {
    /// How it stands with everybody and everything.
    pub assessment: Assessment,
    /// How many packages within the rules are at least as good for everyone and better for some, acceptable or not: of an
    /// acceptable package all of these are. `None` where they aren't counted.
    pub better: Option<u64>,
    /// Bodies at home that don't find what they need.
    pub refusing: Vec<RatificationAssessment>,
    /// Bodies of which nobody knows what they need.
    pub unknown: Vec<RatificationAssessment>,
    /// In which other worlds something stands in the way of the package, and what.
    pub fails: Vec<(WorldId, BTreeSet<Reason>)>,
}

/// Puts `package` to the test. `question` says what must be kept besides the rules.
#[must_use]
pub fn test_package(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    flag: &AtomicBool,
) -> PackageTest {
    let assessment = assess(circumstances, package);
    let bodies = |status: RatificationStatus| -> Vec<RatificationAssessment> {
        assessment.ratifications.iter().copied().filter(|body| body.status == status).collect()
    };
    PackageTest {
        better: count_better(circumstances, &Question { floors: false, ..question.clone() }, package, flag),
        refusing: bodies(RatificationStatus::Failed),
        unknown: bodies(RatificationStatus::Unknown),
        fails: fails_elsewhere(circumstances, package),
        assessment,
    }
}
