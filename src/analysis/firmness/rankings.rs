//! What holds for every weight that a ranking allows.
//!
//! The weights that respect a ranking are the mixtures of its corners: equal weights for the first of the ranked
//! interests, the first two, and so on, ranks going together. Whether a party can live with a package against a no-deal
//! that is made of effects hangs on a sum that is straight in the weights, so that it holds for every mixture if it holds
//! at all corners, and for none if it fails at all of them. Against a bare score the scale moves too, and what is best
//! hangs on more than straight lines: there only weights that are drawn can speak.

use super::super::dice::Dice;
use super::super::steadiness;
use super::ledger::{Alternative, Form, Ledger};
use super::shaken::Moved;
use super::snapshot::{Order, TOLERANCE};
use crate::domain::{PartyId, Table, Weights, nearest_f64};

/// How many weightings are drawn.
const DRAWS: u32 = 200;

/// What holds whatever weights fit the rankings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rankings {
    /// The parties that gave a ranking of two ranks or more, by name.
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
    let is_open = |weights: &Weights| matches!(weights, Weights::Ranking(ranks) if ranks.len() > 1);
    let ranked: Vec<usize> =
        (0..ledger.people.len()).filter(|at| is_open(&table.parties[ledger.people[*at].party].weights)).collect();
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
fn corners(ledger: &Ledger, table: &Table, at: usize) -> Vec<Vec<f64>> {
    let person = &ledger.people[at];
    let Weights::Ranking(ranks) = &table.parties[person.party].weights else { return vec![person.weights.clone()] };
    let corner = |first: usize| {
        let named: Vec<_> = ranks[..first].iter().flatten().collect();
        let share = 1.0 / named.len().max(1) as f64;
        person.interests.iter().map(|interest| if named.contains(&interest) { share } else { 0.0 }).collect()
    };
    (1..=ranks.len()).map(corner).collect()
}

/// Which packages are acceptable at all corners of everybody, and which at some.
fn by_corners(ledger: &Ledger, table: &Table, ranked: &[usize]) -> (Vec<bool>, Vec<bool>) {
    let others = Moved::nothing(ledger).snapshot(&without_floors(ledger, ranked));
    let mut certain = vec![false; ledger.len()];
    others.packages().iter().for_each(|package| certain[*package] = true);
    let mut possible = certain.clone();
    for at in ranked.iter().filter(|at| ledger.people[**at].has_floor) {
        let corners = corners(ledger, table, *at);
        for package in 0..ledger.len() {
            let lives = |weights: &Vec<f64>| lives(ledger, *at, weights, package);
            certain[package] = certain[package] && corners.iter().all(lives);
            possible[package] = possible[package] && corners.iter().any(lives);
        }
    }
    (certain, possible)
}

/// Whether a person can live with a package if it weighs like this.
fn lives(ledger: &Ledger, at: usize, weights: &[f64], package: usize) -> bool {
    let person = &ledger.people[at];
    let raw: f64 = weights.iter().zip(&person.sums).map(|(weight, sums)| weight * sums[package]).sum();
    let no_deal = match &person.no_deal {
        None => return true,
        Some(Alternative::Score(figure)) => figure.value,
        Some(Alternative::Effects(row)) => row.iter().zip(weights).map(|(figure, weight)| figure.value * weight).sum(),
    };
    no_deal - TOLERANCE <= raw
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
                let Weights::Ranking(ranks) = &table.parties[person.party].weights else { continue };
                let weights = steadiness::draw(ranks, &mut dice);
                let sum: f64 = weights.values().map(nearest_f64).sum();
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
