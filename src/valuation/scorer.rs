//! Scores of many packages: what each decision is worth is looked up once.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::Circumstances;
use crate::domain::{Decision, IssueId, Package, PartyId, Rational};

/// Scores packages as [`Circumstances::score`] does, and remembers what each decision adds.
#[derive(Clone, Debug)]
pub struct Scorer<'a> {
    circumstances: &'a Circumstances<'a>,
    /// The score of nothing, per party; `None` if the party is indifferent.
    bases: TiVec<PartyId, Option<Rational>>,
    /// What each decision adds to each score.
    known: TiVec<IssueId, BTreeMap<Decision, TiVec<PartyId, Rational>>>,
}

impl<'a> Scorer<'a> {
    /// A scorer that remembers nothing yet.
    #[must_use]
    pub fn new(circumstances: &'a Circumstances<'a>) -> Self {
        let yardsticks = circumstances.yardsticks.iter();
        let bases = yardsticks.map(|yardstick| (!yardstick.is_indifferent()).then(|| yardstick.score_of_nothing()));
        let known = circumstances.table.issues.iter().map(|_| BTreeMap::new()).collect();
        Self { circumstances, bases: bases.collect(), known }
    }

    /// The score of a package for each party; `None` if the party is indifferent.
    pub fn scores(&mut self, package: &Package) -> TiVec<PartyId, Option<Rational>> {
        // What pairs of options do together isn't in any one decision.
        if !self.circumstances.table.interactions.is_empty() {
            return self.bases.keys().map(|party| self.circumstances.score(party, package)).collect();
        }
        let mut scores = self.bases.clone();
        for (issue, decision) in package.decisions.iter_enumerated() {
            if !self.known[issue].contains_key(decision) {
                let worth = self.worth(issue, decision);
                self.known[issue].insert(decision.clone(), worth);
            }
            for (score, worth) in scores.iter_mut().zip(&self.known[issue][decision]) {
                if let Some(score) = score {
                    *score += worth;
                }
            }
        }
        scores
    }

    fn worth(&self, issue: IssueId, decision: &Decision) -> TiVec<PartyId, Rational> {
        let points = |party: PartyId| {
            let raw = self.circumstances.raw_of(party, issue, decision);
            raw * self.circumstances.yardsticks[party].points_per_raw()
        };
        self.bases.keys().map(points).collect()
    }
}
