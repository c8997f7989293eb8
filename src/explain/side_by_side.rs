//! Several packages beside each other: what they share, which is better for whom, which is better for all.

use std::cmp::Ordering;

use itertools::Itertools as _;

use crate::domain::{IssueId, Package, PartyId, Rational};
use crate::valuation::{Assessment, Circumstances, assess};

/// Several packages beside each other. Packages are named by their position among those that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// How each package stands.
    pub assessments: Vec<Assessment>,
    /// The issues that all decide alike, by name; none for a single package.
    pub same: Vec<IssueId>,
    /// The other issues, by name.
    pub differing: Vec<IssueId>,
    /// Each pair of packages of which the first is at least as good for every party and better for some.
    pub better_for_all: Vec<(usize, usize)>,
    /// Each pair of packages that are worth the same to every party, though they differ.
    pub worth_the_same: Vec<(usize, usize)>,
    /// Which packages are best for each party, by name of the party; those to whom all are worth the same are left out.
    pub best_for: Vec<(PartyId, Vec<usize>)>,
}

impl SideBySide {
    /// Whether no package is best for every party, so that people have to choose.
    #[must_use]
    pub fn favours_differ(&self) -> bool {
        let all_like = |at: usize| self.best_for.iter().all(|(_, best)| best.contains(&at));
        !(0..self.assessments.len()).any(all_like)
    }
}

/// Puts packages beside each other.
#[must_use]
pub fn side_by_side(circumstances: &Circumstances<'_>, packages: &[&Package]) -> SideBySide {
    let assessments: Vec<Assessment> = packages.iter().map(|package| assess(circumstances, package)).collect();
    let alike = |issue: &IssueId| {
        let mut decisions = packages.iter().map(|package| &package.decisions[*issue]);
        packages.len() > 1 && decisions.all_equal()
    };
    let (same, differing) = circumstances.table.issues_by_name().into_iter().partition(alike);
    let (mut better_for_all, mut worth_the_same) = (Vec::new(), Vec::new());
    for one in 0..packages.len() {
        for other in 0..packages.len() {
            match compare(&assessments[one], &assessments[other]) {
                Some(Ordering::Greater) => better_for_all.push((one, other)),
                Some(Ordering::Equal) if one < other && packages[one] != packages[other] => {
                    worth_the_same.push((one, other));
                }
                _ => {}
            }
        }
    }
    let best_for = best_for(circumstances, &assessments);
    SideBySide { assessments, same, differing, better_for_all, worth_the_same, best_for }
}

/// How two packages compare for everybody at once; `None` if some prefer one and some the other.
fn compare(one: &Assessment, other: &Assessment) -> Option<Ordering> {
    let mut found = Ordering::Equal;
    for (one, other) in one.parties.iter().zip(&other.parties) {
        match (found, one.score.cmp(&other.score)) {
            (_, Ordering::Equal) => {}
            (Ordering::Equal, order) => found = order,
            (before, order) if before == order => {}
            _ => return None,
        }
    }
    Some(found)
}

fn best_for(circumstances: &Circumstances<'_>, assessments: &[Assessment]) -> Vec<(PartyId, Vec<usize>)> {
    let of_party = |party: PartyId| {
        let scores: Vec<Option<&Rational>> = assessments.iter().map(|one| one.parties[party].score.as_ref()).collect();
        let best = best(&scores);
        (!best.is_empty()).then_some((party, best))
    };
    circumstances.table.parties_by_name().into_iter().filter_map(of_party).collect()
}

/// The positions of the largest values; none if all are equal or none is known.
#[must_use]
pub fn best(values: &[Option<&Rational>]) -> Vec<usize> {
    let most = values.iter().flatten().max();
    let positions = values.iter().enumerate().filter(|(_, value)| value.is_some() && value.as_ref() == most);
    let best: Vec<usize> = positions.map(|(at, _)| at).collect();
    if best.len() == values.len() { Vec::new() } else { best }
}
