//! Where a party's score comes from, added up both ways: by interest and by issue.

use std::collections::BTreeMap;

use crate::domain::{InterestId, IssueId, NoDealValue, Package, PartyId, Rational};
use crate::valuation::{Breakdown, Circumstances, breakdown};

/// A score taken apart. `base` plus the sum over interests is the score, and so is `base` plus the sum over issues. All
/// numbers are points of the party's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The score if nothing changed for any interest.
    pub base: Rational,
    /// What each decision adds to each interest; cells of 0 are left out.
    pub cells: BTreeMap<(IssueId, InterestId), Rational>,
    /// The score of the package.
    pub score: Rational,
    /// What no deal is worth; `None` if unknown.
    pub no_deal: Option<Rational>,
    /// What no deal adds to each interest, from the same base; `None` if unknown or a bare score.
    pub no_deal_parts: Option<BTreeMap<InterestId, Rational>>,
}

impl Account {
    /// What the package adds to an interest, over all issues.
    #[must_use]
    pub fn on_interest(&self, interest: InterestId) -> Rational {
        self.sum(|(_, of)| of == interest)
    }

    /// What an issue adds, over all interests.
    #[must_use]
    pub fn by_issue(&self, issue: IssueId) -> Rational {
        self.sum(|(of, _)| of == issue)
    }

    /// What an issue adds to an interest.
    #[must_use]
    pub fn cell(&self, issue: IssueId, interest: InterestId) -> Rational {
        self.cells.get(&(issue, interest)).cloned().unwrap_or_default()
    }

    /// The score minus the no-deal; `None` if that is unknown.
    #[must_use]
    pub fn gain(&self) -> Option<Rational> {
        self.no_deal.as_ref().map(|no_deal| &self.score - no_deal)
    }

    fn sum(&self, wanted: impl Fn((IssueId, InterestId)) -> bool) -> Rational {
        self.cells.iter().filter(|(cell, _)| wanted(**cell)).map(|(_, points)| points).sum()
    }
}

/// Takes apart what `package` is worth to `party`; `None` if the party is indifferent.
#[must_use]
pub fn account(circumstances: &Circumstances<'_>, party: PartyId, package: &Package) -> Option<Account> {
    let Breakdown { base, cells } = breakdown(circumstances, party, package)?;
    Some(Account {
        base,
        cells,
        score: circumstances.score(party, package)?,
        no_deal: circumstances.no_deal_score(party),
        no_deal_parts: no_deal_parts(circumstances, party),
    })
}

fn no_deal_parts(circumstances: &Circumstances<'_>, party: PartyId) -> Option<BTreeMap<InterestId, Rational>> {
    let of_package = |package: &Package| {
        let mut parts: BTreeMap<InterestId, Rational> = BTreeMap::new();
        for ((_, interest), points) in breakdown(circumstances, party, package)?.cells {
            *parts.entry(interest).or_default() += points;
        }
        Some(parts)
    };
    match &circumstances.no_deal(party)?.value {
        NoDealValue::Score(_) => None,
        NoDealValue::Package(package) => of_package(package),
        NoDealValue::Today => of_package(&circumstances.table.table().today()?),
        NoDealValue::Effects(effects) => {
            let yardstick = &circumstances.yardsticks[party];
            let factor = yardstick.points_per_raw();
            let share = |(interest, effect): (&InterestId, &Rational)| {
                Some((*interest, yardstick.shares.get(interest)? * effect * &factor))
            };
            Some(effects.iter().filter_map(share).collect())
        }
    }
}
