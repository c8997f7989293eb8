//! Every package of a table of choices, one by one: the plain way, to hold answers against.

use itertools::Itertools as _;
use tafel::domain::{Decision, InterestId, OptionId, Package, PartyId, Rational};
use tafel::valuation::{Circumstances, assess};

/// A package, and how it stands.
pub(crate) struct Row {
    pub(crate) package: Package,
    pub(crate) gains: Vec<Rational>,
    pub(crate) keeps_rules: bool,
    pub(crate) ratifiable: bool,
}

impl Row {
    /// Whether the rules hold and nobody is below its no-deal.
    pub(crate) fn is_acceptable(&self) -> bool {
        self.keeps_rules && self.gains.iter().all(|gain| *gain >= Rational::default())
    }

    /// Whether this is at least as good for everybody and better for somebody.
    pub(crate) fn dominates(&self, other: &Self) -> bool {
        self.gains != other.gains && self.gains.iter().zip(&other.gains).all(|(mine, theirs)| mine >= theirs)
    }

    pub(crate) fn joint_gain(&self) -> Rational {
        self.gains.iter().sum()
    }

    pub(crate) fn smallest(&self) -> Rational {
        self.gains.iter().min().cloned().unwrap()
    }

    pub(crate) fn leximin(&self) -> Vec<Rational> {
        self.gains.iter().cloned().sorted().collect()
    }
}

/// Every package of a table whose issues are all choices and whose parties all have a score and a no-deal.
///
/// What each option adds to each score is computed once; a score is their sum.
pub(crate) fn list(circumstances: &Circumstances<'_>) -> Vec<Row> {
    let table = circumstances.table.table();
    let parties: Vec<PartyId> = table.parties.keys().collect();
    let points: Vec<Vec<Vec<Rational>>> = table
        .issues
        .iter_enumerated()
        .map(|(issue, content)| {
            let options = (0..content.options().len()).map(|at| OptionId::new(issue, at));
            options.map(|option| parties.iter().map(|party| worth(circumstances, *party, option)).collect()).collect()
        })
        .collect();
    let start: Vec<Rational> = parties.iter().map(|party| start(circumstances, *party)).collect();
    let every = table.issues.iter().map(|issue| 0..issue.options().len()).multi_cartesian_product();
    every.map(|chosen| row(circumstances, &start, &points, &chosen)).collect()
}

fn row(circumstances: &Circumstances<'_>, start: &[Rational], points: &[Vec<Vec<Rational>>], chosen: &[usize]) -> Row {
    let mut gains = start.to_vec();
    for (issue, option) in chosen.iter().enumerate() {
        for (gain, points) in gains.iter_mut().zip(&points[issue][*option]) {
            *gain += points;
        }
    }
    let package = Package { decisions: chosen.iter().map(|option| Decision::Option(*option as u16)).collect() };
    let table = circumstances.table.table();
    let keeps_rules =
        table.rules.keys().all(|rule| tafel::valuation::holds(circumstances, &circumstances.rule(rule), &package));
    // Ratification is asked of the court itself, but only where it matters.
    let ratifiable = keeps_rules && assess(circumstances, &package).is_ratifiable();
    Row { package, gains, keeps_rules, ratifiable }
}

/// What an option adds to the score of a party.
fn worth(circumstances: &Circumstances<'_>, party: PartyId, option: OptionId) -> Rational {
    let yardstick = &circumstances.yardsticks[party];
    let weighed = |(interest, effect): (InterestId, Rational)| Some(yardstick.shares.get(&interest)? * effect);
    let raw: Rational = circumstances.option_effects(party, option).into_iter().filter_map(weighed).sum();
    raw * yardstick.points_per_raw()
}

/// The gain of a package that does nothing at all.
fn start(circumstances: &Circumstances<'_>, party: PartyId) -> Rational {
    circumstances.yardsticks[party].score_of_nothing() - circumstances.no_deal_score(party).unwrap()
}
