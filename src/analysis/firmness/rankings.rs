//! What holds for every weight that a ranking or ranges allow.
//!
//! The weights that respect a ranking are the mixtures of its corners: equal weights for the first of the ranked
//! interests, the first two, and so on, ranks going together. Whether a party can live with a package against a no-deal
//! that is made of effects hangs on a sum that is straight in the weights, so that it holds for every mixture if it holds
//! at all corners, and for none if it fails at all of them. Against a bare score the scale moves too, and what is best
//! hangs on more than straight lines: there only weights that are drawn can speak.
//!
//! Of weights in ranges each moves by itself, so that such a sum is least where each stands at the end that makes its own
//! part least, and largest where each stands at the other.

use super::super::dice::Dice;
use super::super::steadiness;
use super::ledger::{Alternative, Figure, Form, Ledger, Person};
use super::shaken::Moved;
use super::snapshot::{Order, TOLERANCE};
use crate::domain::{InterestId, PartyId, Table, Weights, nearest_f64};

/// How many weightings are drawn.
const DRAWS: u32 = 200;

/// What holds whatever weights fit the rankings and ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rankings {
    /// The parties that left open how much something weighs, by name.
    pub parties: Vec<PartyId>,
    /// How many packages are acceptable whatever weights fit.
    pub certainly: usize,
    /// How many are acceptable with some weights that fit.
    pub possibly: usize,
    /// Whether the package in question is acceptable whatever weights fit.
    pub is_certain: bool,
    /// Whether that was decided for every weighting at once; if not, only for those that were drawn.
    pub is_exact: bool,
    /// In how many of the drawn weightings the package is the answer.
    pub stood: u32,
    /// How many weightings were drawn.
    pub draws: u32,
}

/// What holds of the packages of `ledger` whatever weights fit; `None` if nobody gave just a ranking.
pub(super) fn rankings(ledger: &Ledger, table: &Table, order: Option<Order>, package: usize) -> Option<Rankings> {
    let is_open = |at: &usize| table.parties[ledger.people[*at].party].weights.is_open();
    let ranked: Vec<usize> = (0..ledger.people.len()).filter(is_open).collect();
    if ranked.is_empty() {
        return None;
    }
    let drawn = Drawn::new(ledger, table, &ranked, order, package);
    let is_exact = ranked.iter().all(|at| is_straight(ledger, *at));
    let (certain, possible) = if is_exact { by_corners(ledger, table, &ranked) } else { (drawn.always, drawn.ever) };
    let count = |which: &[bool]| which.iter().filter(|holds| **holds).count();
    Some(Rankings {
        parties: ranked.iter().map(|at| ledger.people[*at].party).collect(),
        certainly: count(&certain),
        possibly: count(&possible),
        is_certain: certain[package],
        is_exact,
        stood: drawn.stood,
        draws: DRAWS,
    })
}

/// Whether nothing that is asked of this person's score hangs on its scale.
fn is_straight(ledger: &Ledger, at: usize) -> bool {
    let person = &ledger.people[at];
    let asked = |form: &Form| matches!(form, Form::Score { person, .. } if *person == at);
    let is_bare = ledger.percent && person.has_floor && matches!(person.no_deal, Some(Alternative::Score(_)));
    !is_bare && !ledger.requirements.iter().any(|requirement| asked(&requirement.form))
}

/// The corners of the weights that fit a ranking, as weights of the person's interests.
fn corners(person: &Person, ranks: &[Vec<InterestId>]) -> Vec<Vec<f64>> {
    let corner = |first: usize| {
        let named: Vec<_> = ranks[..first].iter().flatten().collect();
        let share = 1.0 / named.len().max(1) as f64;
        person.interests.iter().map(|interest| if named.contains(&interest) { share } else { 0.0 }).collect()
    };
    (1..=ranks.len()).map(corner).collect()
}

/// The least and the most by which a package is above the no-deal of a person over all weights that fit, times something
/// positive; `None` without a no-deal.
fn reach(person: &Person, weights: &Weights, package: usize) -> Option<(f64, f64)> {
    let (level, row): (f64, &[Figure]) = match person.no_deal.as_ref()? {
        Alternative::Score(figure) => (figure.value, &[]),
        Alternative::Effects(row) => (0.0, row),
    };
    let no_deal = |at: usize| row.get(at).map_or(0.0, |figure| figure.value);
    let above: Vec<f64> = (0..person.interests.len()).map(|at| person.sums[at][package] - no_deal(at)).collect();
    let sum = |weights: &[f64]| weights.iter().zip(&above).map(|(weight, above)| weight * above).sum::<f64>() - level;
    let ends = match weights {
        Weights::Numbers(_) => vec![sum(&person.weights)],
        Weights::Ranking(ranks) => corners(person, ranks).iter().map(|corner| sum(corner)).collect(),
        Weights::Ranges(ranges) => {
            let range =
                |at: usize| ranges.get(&person.interests[at]).map_or([0.0; 2], |ends| ends.each_ref().map(nearest_f64));
            let at_end = |most: bool| -> f64 {
                let parts = (0..above.len()).map(|at| range(at).map(|weight| weight * above[at]));
                parts.map(|[a, b]| if most { a.max(b) } else { a.min(b) }).sum::<f64>() - level
            };
            vec![at_end(false), at_end(true)]
        }
    };
    let least = ends.iter().copied().fold(f64::INFINITY, f64::min);
    Some((least, ends.into_iter().fold(f64::NEG_INFINITY, f64::max)))
}

/// Which packages are acceptable with all weights that fit, and which with some.
fn by_corners(ledger: &Ledger, table: &Table, ranked: &[usize]) -> (Vec<bool>, Vec<bool>) {
    let others = Moved::nothing(ledger).snapshot(&without_floors(ledger, ranked));
    let mut certain = vec![false; ledger.len()];
    others.packages().iter().for_each(|package| certain[*package] = true);
    let mut possible = certain.clone();
    for person in ranked.iter().map(|at| &ledger.people[*at]).filter(|person| person.has_floor) {
        let weights = &table.parties[person.party].weights;
        for package in 0..ledger.len() {
            let Some((least, most)) = reach(person, weights, package) else { continue };
            certain[package] = certain[package] && -TOLERANCE <= least;
            possible[package] = possible[package] && -TOLERANCE <= most;
        }
    }
    (certain, possible)
}

/// A ledger in which these people can't object, for as far as acceptance is asked.
fn without_floors(ledger: &Ledger, ranked: &[usize]) -> Ledger {
    let mut eased = ledger.clone();
    ranked.iter().for_each(|at| eased.people[*at].has_floor = false);
    eased
}

/// What drawn weightings say.
struct Drawn {
    always: Vec<bool>,
    ever: Vec<bool>,
    stood: u32,
}

impl Drawn {
    fn new(ledger: &Ledger, table: &Table, ranked: &[usize], order: Option<Order>, package: usize) -> Self {
        let mut drawn = Self { always: vec![true; ledger.len()], ever: vec![false; ledger.len()], stood: 0 };
        let mut dice = Dice::new();
        for _ in 0..DRAWS {
            let mut moved = Moved::nothing(ledger);
            for at in ranked {
                let person = &ledger.people[*at];
                let weights = steadiness::draw(&table.parties[person.party].weights, &mut dice);
                // Only proportions count where scores run from 0 to 100, and of a ranking there is nothing but proportions.
                let is_whole = !ledger.percent && matches!(table.parties[person.party].weights, Weights::Ranges(_));
                let sum: f64 = if is_whole { 1.0 } else { weights.values().map(nearest_f64).sum() };
                let weight = |interest| weights.get(interest).map(nearest_f64).unwrap_or_default() / sum;
                moved.weights[*at] = person.interests.iter().map(weight).collect();
            }
            let snapshot = moved.snapshot(ledger);
            let mut accepted = vec![false; ledger.len()];
            snapshot.packages().iter().for_each(|package| accepted[*package] = true);
            let stands = match order {
                Some(order) => snapshot.choice(order) == Some(package),
                None => accepted[package],
            };
            drawn.stood += u32::from(stands);
            for (at, accepted) in accepted.into_iter().enumerate() {
                drawn.always[at] &= accepted;
                drawn.ever[at] |= accepted;
            }
        }
        drawn
    }
}
