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

use std::collections::BTreeMap;

use itertools::Itertools as _;

use super::super::dice::Dice;
use super::super::steadiness;
use super::ledger::{Alternative, Figure, Form, Ledger, Person};
use super::shaken::Moved;
use super::snapshot::{Order, TOLERANCE};
use crate::domain::{InterestId, Package, PartyId, Rational, Table, Weights, nearest_f64};

/// How many weightings are drawn.
const DRAWS: u32 = 200;
/// How many packages are named at most.
const NAMED: usize = 20;

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
    /// The first by names of those that are acceptable whatever weights fit, 20 at most.
    pub certain: Vec<Package>,
    /// In how many of the drawn weightings the package is the answer.
    pub stood: u32,
    /// Every answer to the drawn weightings, with in how many it is that; the most frequent first, then by names.
    pub answers: Vec<(Package, u32)>,
    /// How many weightings were drawn.
    pub draws: u32,
    /// Whose weights change the answer most: in how many draws of one party's weights alone the package isn't the answer;
    /// nothing if it always is. Of equals the first by name.
    pub most_open: Option<(PartyId, u32)>,
}

/// What holds of the packages of `ledger` whatever weights fit; `None` if nobody gave just a ranking.
pub(super) fn rankings(ledger: &Ledger, table: &Table, order: Option<Order>, package: usize) -> Option<Rankings> {
    let is_open = |at: &usize| table.parties[ledger.people[*at].party].weights.is_open();
    let ranked: Vec<usize> = (0..ledger.people.len()).filter(is_open).collect();
    if ranked.is_empty() {
        return None;
    }
    let drawn = Drawn::new(ledger, table, &ranked, order, package);
    let fails_alone = |at: &usize| DRAWS - Drawn::new(ledger, table, &[*at], order, package).stood;
    let fails_alone =
        ranked.iter().filter(|_| drawn.stood < DRAWS).map(|at| (fails_alone(at), ledger.people[*at].party));
    let most_open = fails_alone.rev().max_by_key(|(times, _)| *times).filter(|(times, _)| *times > 0);
    let most_open = most_open.map(|(times, party)| (party, times));
    let is_exact = ranked.iter().all(|at| is_straight(ledger, *at));
    let (certain, possible) = if is_exact { by_corners(ledger, table, &ranked) } else { (drawn.always, drawn.ever) };
    let count = |which: &[bool]| which.iter().filter(|holds| **holds).count();
    let mut answers: Vec<(usize, u32)> = drawn.answers.into_iter().collect();
    answers.sort_by_key(|(_, times)| std::cmp::Reverse(*times)); // Of equals the first by names comes first.
    Some(Rankings {
        parties: ranked.iter().map(|at| ledger.people[*at].party).collect(),
        certainly: count(&certain),
        possibly: count(&possible),
        is_certain: certain[package],
        is_exact,
        certain: certain.iter().positions(|holds| *holds).take(NAMED).map(|at| ledger.package(at)).collect(),
        stood: drawn.stood,
        answers: answers.into_iter().map(|(at, times)| (ledger.package(at), times)).collect(),
        draws: DRAWS,
        most_open,
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

/// Weights in ranges as weights of the person's interests: each at the end that `at` names, and if it is either, all at
/// their least and then one by one at their most. What is straight in the weights and 0 at all of these is 0 between.
fn ends(person: &Person, ranges: &BTreeMap<InterestId, [Rational; 2]>, at: impl Fn(usize) -> End) -> Vec<Vec<f64>> {
    let range = |interest| ranges.get(interest).map_or([0.0; 2], |range| range.each_ref().map(nearest_f64));
    let ranges: Vec<[f64; 2]> = person.interests.iter().map(range).collect();
    let least: Vec<f64> = (0..ranges.len()).map(|i| ranges[i][usize::from(matches!(at(i), End::Most))]).collect();
    let one_up = |i: usize| {
        let mut weights = least.clone();
        weights[i] = ranges[i][1];
        weights
    };
    let either = (0..ranges.len()).filter(|i| matches!(at(*i), End::Either));
    either.map(one_up).chain([least.clone()]).collect()
}

/// Where in its range a weight is.
enum End {
    Least,
    Most,
    Either,
}

/// By how much a package is above the no-deal of a person, per unit of weight of each interest, and what is taken off.
struct Above {
    each: Vec<f64>,
    level: f64,
}

impl Above {
    /// `None` without a no-deal.
    fn new(person: &Person, package: usize) -> Option<Self> {
        let (level, row): (f64, &[Figure]) = match person.no_deal.as_ref()? {
            Alternative::Score(figure) => (figure.value, &[]),
            Alternative::Effects(row) => (0.0, row),
        };
        let no_deal = |at: usize| row.get(at).map_or(0.0, |figure| figure.value);
        let each = (0..person.interests.len()).map(|at| person.sums[at][package] - no_deal(at)).collect();
        Some(Self { each, level })
    }

    fn with(&self, weights: &[f64]) -> f64 {
        weights.iter().zip(&self.each).map(|(weight, above)| weight * above).sum::<f64>() - self.level
    }

    /// Weights that fit at which it is least.
    fn lowest(&self, person: &Person, weights: &Weights) -> Vec<Vec<f64>> {
        let at = |at: usize| if 0.0 < self.each[at] { End::Least } else { End::Most };
        match weights {
            Weights::Ranges(ranges) => ends(person, ranges, at),
            weights => spanning(person, weights),
        }
    }

    /// Weights that fit at which it is largest, and between which it is so.
    fn highest(&self, person: &Person, weights: &Weights) -> Vec<Vec<f64>> {
        let at = |at: usize| match self.each[at] {
            each if 0.0 < each => End::Most,
            each if each < 0.0 => End::Least,
            _ => End::Either,
        };
        match weights {
            Weights::Ranges(ranges) => ends(person, ranges, at),
            weights => spanning(person, weights),
        }
    }
}

/// Weights that fit, so many and so placed that what is straight in the weights and 0 at all of them is 0 everywhere.
fn spanning(person: &Person, weights: &Weights) -> Vec<Vec<f64>> {
    match weights {
        Weights::Numbers(_) => vec![person.weights.clone()],
        Weights::Ranking(ranks) => corners(person, ranks),
        Weights::Ranges(ranges) => ends(person, ranges, |_| End::Either),
    }
}

/// Which packages are acceptable with all weights that fit, and which with some.
///
/// One who tells no decision from another whatever weights fit sets no floor. Weights that only happen to cancel out have
/// others beside them that don't, so that they make nothing acceptable.
fn by_corners(ledger: &Ledger, table: &Table, ranked: &[usize]) -> (Vec<bool>, Vec<bool>) {
    let others = Moved::nothing(ledger).snapshot(&without_floors(ledger, ranked));
    let mut certain = vec![false; ledger.len()];
    others.packages().iter().for_each(|package| certain[*package] = true);
    let mut possible = certain.clone();
    for at in ranked.iter().filter(|at| ledger.people[**at].has_floor) {
        let person = &ledger.people[*at];
        let weights = &table.parties[person.party].weights;
        let has_say = |weights: Vec<f64>| Moved::nothing(ledger).cares(ledger, *at, weights);
        if !spanning(person, weights).into_iter().any(has_say) {
            continue;
        }
        for package in (0..ledger.len()).filter(|package| possible[*package]).collect::<Vec<_>>() {
            let Some(above) = Above::new(person, package) else { continue };
            let holds = |weights: Vec<f64>| match above.with(&weights) {
                above if TOLERANCE < above => true,
                above => -TOLERANCE <= above && has_say(weights),
            };
            certain[package] &= above.lowest(person, weights).iter().all(|weights| -TOLERANCE <= above.with(weights));
            possible[package] = above.highest(person, weights).into_iter().any(holds);
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
    /// In how many weightings each package is the answer, by position.
    answers: BTreeMap<usize, u32>,
}

impl Drawn {
    fn new(ledger: &Ledger, table: &Table, ranked: &[usize], order: Option<Order>, package: usize) -> Self {
        let mut drawn = Self {
            always: vec![true; ledger.len()],
            ever: vec![false; ledger.len()],
            stood: 0,
            answers: BTreeMap::new(),
        };
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
            let answer = order.and_then(|order| snapshot.choice(order));
            if let Some(answer) = answer {
                *drawn.answers.entry(answer).or_default() += 1;
            }
            let stands = if order.is_some() { answer == Some(package) } else { accepted[package] };
            drawn.stood += u32::from(stands);
            for (at, accepted) in accepted.into_iter().enumerate() {
                drawn.always[at] &= accepted;
                drawn.ever[at] |= accepted;
            }
        }
        drawn
    }
}
