//! Two tables to look at before talking: what each party cares about, and which issues matter to whom.

use itertools::Itertools as _;
use num_traits::Zero as _;
use typed_index_collections::TiVec;

use crate::domain::{InterestId, IssueId, PartyId, Rational, Table, Weights, integer};
use crate::valuation::{Circumstances, extremes};

/// One of the two tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matrix {
    /// Party by interest.
    Interests(InterestMatrix),
    /// Issue by party.
    Issues(IssueMatrix),
}

/// How the weight of each party is spread over the interests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestMatrix {
    /// Per party and interest, its part of the party's weight in percent; `None` for a party that weighs nothing yet.
    pub shares: TiVec<PartyId, Option<TiVec<InterestId, Rational>>>,
    /// The parties whose weights come from a ranking, as rank-order centroids (ROC), in the order of the table.
    pub ranked: Vec<PartyId>,
}

/// How the swing of each party is spread over the issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueMatrix {
    /// Per party and issue, its part of the party's swing in percent; `None` for a party to which every decision is worth
    /// the same.
    pub shares: TiVec<PartyId, Option<TiVec<IssueId, Rational>>>,
}

impl InterestMatrix {
    /// Who carries an interest: the sum of all parties' percentages. Interests that nobody weighs come to 0.
    #[must_use]
    pub fn carried(&self, interest: InterestId) -> Rational {
        self.shares.iter().flatten().map(|shares| &shares[interest]).sum()
    }
}

/// Spreads the weights of every party over the interests. The table need not be ready.
#[must_use]
pub fn interest_matrix(table: &Table) -> InterestMatrix {
    let ranked = |weights: &Weights| matches!(weights, Weights::Ranking(_)) && weights.total() > Rational::zero();
    let shares = |weights: &Weights| {
        let values = weights.values();
        in_percent(table.interests.keys().map(|interest| values.get(&interest).cloned().unwrap_or_default()).collect())
    };
    InterestMatrix {
        shares: table.parties.iter().map(|party| shares(&party.weights)).collect(),
        ranked: table.parties.iter_enumerated().filter(|(_, p)| ranked(&p.weights)).map(|(id, _)| id).collect(),
    }
}

/// Spreads the swing of every party over the issues.
///
/// The swing of an issue is the distance between what its best and its worst decision add to the party's value in this
/// world, whatever the rules say; options that were added later and parked issues count like the others.
#[must_use]
pub fn issue_matrix(circumstances: &Circumstances<'_>) -> IssueMatrix {
    let issues = || circumstances.table.issues.keys();
    let shares = |party| in_percent(issues().map(|issue| swing(circumstances, party, issue)).collect());
    IssueMatrix { shares: circumstances.table.parties.keys().map(shares).collect() }
}

/// The distance between what the best and the worst decision on an issue add to the raw value of a party.
pub(super) fn swing(circumstances: &Circumstances<'_>, party: PartyId, issue: IssueId) -> Rational {
    let decisions = extremes(circumstances, party, issue);
    let values = decisions.iter().map(|decision| circumstances.raw_of(party, issue, decision));
    values.minmax().into_option().map(|(worst, best)| best - worst).unwrap_or_default()
}

fn in_percent<K>(parts: TiVec<K, Rational>) -> Option<TiVec<K, Rational>> {
    let total: Rational = parts.iter().sum();
    let one = |part: Rational| part * integer(100) / &total;
    (!total.is_zero()).then(|| parts.into_iter().map(one).collect())
}
