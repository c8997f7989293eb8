//! Every package of a ledger with its gains, and which of them an objective chooses, in floating point.

use std::cmp::Ordering;

use itertools::Itertools as _;

use super::along::Along;
use super::course::View;
use super::ledger::{Form, Ledger, Requirement};

/// Two numbers nearer than this count as equal, in points of score and in the units of limits.
pub(super) const TOLERANCE: f64 = 1e-9;

/// What is nearer than this differs by rounding alone.
const NOISE: f64 = 1e-10;
/// What differs by more than this surely differs.
const DOUBT: f64 = 1e-6;
/// How many packages may be the best for somebody, to be compared exactly.
const MOST_TOPS: usize = 10;

/// What is compared before the gains, smallest first. Persons are positions in a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Joint,
    Fair,
    Nash,
    KalaiSmorodinsky,
    Best(usize),
}

/// The packages that can be agreed, with what each brings to everybody who cares.
#[derive(Debug, Default)]
pub(super) struct Snapshot {
    /// The persons who care.
    people: Vec<usize>,
    /// The acceptable packages in canonical order.
    packages: Vec<usize>,
    /// Package by package, a gain per person who cares.
    gains: Vec<f64>,
}

impl Snapshot {
    /// Looks at every package with the number where `view` has it.
    pub(super) fn new(along: &Along<'_>, view: &View) -> Self {
        let people = (0..view.people.len()).filter(|person| view.people[*person].cares).collect();
        let slacks: Vec<Vec<f64>> =
            (0..along.ledger.requirements.len()).map(|requirement| along.slacks(requirement, view)).collect();
        let gains: Vec<Vec<f64>> = (0..view.people.len()).map(|person| along.gains(person, view)).collect();
        Self::of(along.ledger, people, &slacks, &gains)
    }

    /// Looks at every package where nothing has moved.
    pub(super) fn still(ledger: &Ledger) -> Self {
        let view = View::of(ledger);
        let gains = ledger.people.iter().zip(&view.people);
        let gains = gains.map(|(person, standing)| person.raw.iter().map(|raw| standing.gain(*raw)).collect());
        let gains: Vec<Vec<f64>> = gains.collect();
        let slacks = |requirement: &Requirement| match &requirement.form {
            Form::Sum { sums, .. } => sums.clone(),
            Form::Score { person, level } => {
                gains[*person].iter().map(|gain| view.people[*person].above(*gain, *level)).collect()
            }
        };
        let slacks: Vec<Vec<f64>> = ledger.requirements.iter().map(slacks).collect();
        let people = (0..view.people.len()).filter(|person| view.people[*person].cares).collect();
        Self::of(ledger, people, &slacks, &gains)
    }

    /// Looks at some packages, in canonical order, and at those alone.
    pub(super) fn among(along: &Along<'_>, view: &View, packages: impl Iterator<Item = usize>) -> Self {
        let ledger = along.ledger;
        let people: Vec<usize> = (0..view.people.len()).filter(|person| view.people[*person].cares).collect();
        let mut found = Self { people, packages: Vec::new(), gains: Vec::new() };
        for package in packages.filter(|package| ledger.allowed[*package]) {
            let start = found.gains.len();
            found.gains.extend(found.people.iter().map(|person| along.gain(*person, package, view)));
            let lives = |(person, gain): (&usize, &f64)| !ledger.people[*person].has_floor || -TOLERANCE <= *gain;
            let is_accepted = found.people.iter().zip(&found.gains[start..]).all(lives)
                && (0..ledger.requirements.len()).all(|requirement| keeps(along, requirement, package, view));
            if is_accepted { found.packages.push(package) } else { found.gains.truncate(start) }
        }
        found
    }

    /// The packages that keep every requirement and leave nobody below a floor, by the slacks per requirement and package
    /// and the gains per person and package.
    pub(super) fn of(ledger: &Ledger, people: Vec<usize>, slacks: &[Vec<f64>], gains: &[Vec<f64>]) -> Self {
        let mut packages: Vec<usize> = (0..ledger.len()).filter(|package| ledger.allowed[*package]).collect();
        for (requirement, slacks) in ledger.requirements.iter().zip(slacks) {
            packages.retain(|package| is_kept(slacks[*package], requirement.is_equal));
        }
        for person in people.iter().filter(|person| ledger.people[**person].has_floor) {
            packages.retain(|package| -TOLERANCE <= gains[*person][*package]);
        }
        let gains = packages.iter().flat_map(|package| people.iter().map(|person| gains[*person][*package])).collect();
        Self { people, packages, gains }
    }

    /// The packages that can be agreed, in canonical order.
    pub(super) fn packages(&self) -> &[usize] {
        &self.packages
    }

    /// The persons who care.
    pub(super) fn people(&self) -> &[usize] {
        &self.people
    }

    /// What a package brings to everybody who cares, if it can be agreed.
    pub(super) fn gains_of(&self, package: usize) -> Option<&[f64]> {
        self.packages.binary_search(&package).ok().map(|at| self.row(at))
    }

    /// Whether a package can be agreed.
    pub(super) fn accepts(&self, package: usize) -> bool {
        self.packages.binary_search(&package).is_ok()
    }

    /// The package that the objective chooses; `None` if none can be agreed.
    pub(super) fn choice(&self, order: Order) -> Option<usize> {
        let ideals = self.ideals();
        let gaining: Vec<usize> = (0..ideals.len()).filter(|at| ideals[*at] > TOLERANCE).collect();
        let place = |person: usize| self.people.iter().position(|known| *known == person);
        let contest = |first: bool| match order {
            Order::Joint if first => self.best(|gains| gains.iter().sum(), |_, _| ()),
            Order::Nash if first => self.best(|gains| gaining.iter().map(|at| logarithm(gains[*at])).sum(), |_, _| ()),
            Order::Best(person) if first => {
                let place = place(person);
                self.best(|gains| place.map_or(0.0, |at| gains[at]), |_, _| ())
            }
            Order::KalaiSmorodinsky if first => {
                let ratio = |gains: &[f64], at: &usize| gains[*at] / ideals[*at];
                let smallest = |gains: &[f64]| gaining.iter().map(|at| ratio(gains, at)).reduce(f64::min);
                self.best(
                    |gains| smallest(gains).unwrap_or_default(),
                    |gains, ratios| ratios.extend(gaining.iter().map(|at| ratio(gains, at))),
                )
            }
            _ => self.best(|_| 0.0, |_, _| ()),
        };
        let (found, value) = contest(true)?;
        // Where every product is 0, or nobody can gain, the smallest gains decide alone.
        let is_void = order == Order::Nash && (gaining.is_empty() || value == f64::NEG_INFINITY);
        if is_void { contest(false).map(|(package, _)| package) } else { Some(found) }
    }

    /// As [`Snapshot::choice`]; `None` as well where it may be the tolerance alone that puts it before another package.
    pub(super) fn clear_choice(&self, order: Order) -> Option<usize> {
        let chosen = self.choice(order)?;
        let apart = self.apart(order, self.packages.binary_search(&chosen).ok()?);
        let comes_before = |at: usize| apart(at).is_some_and(|by| by > 0.0);
        (!(0..self.packages.len()).any(comes_before)).then_some(chosen)
    }

    /// The package that the objective chooses with all those of which floating point doesn't surely say that they come
    /// after it, in canonical order.
    pub(super) fn abreast(&self, order: Order) -> Vec<usize> {
        let Some(chosen) = self.choice(order).and_then(|chosen| self.packages.binary_search(&chosen).ok()) else {
            return Vec::new();
        };
        let apart = self.apart(order, chosen);
        let surely_after = |at: &usize| apart(*at).is_some_and(|by| by < -DOUBT);
        (0..self.packages.len()).filter(|at| !surely_after(at)).map(|at| self.packages[at]).collect()
    }

    /// By how much what is compared of a package first differs from that of the one at this position, by more than rounding.
    fn apart(&self, order: Order, position: usize) -> impl Fn(usize) -> Option<f64> {
        let ideals = self.ideals();
        let first = self.first_key(order, &ideals, position);
        let keys = self.keys(order, &ideals, position);
        move |at| {
            let by = self.first_key(order, &ideals, at) - first;
            if by < -DOUBT {
                return Some(by); // Nearly all end here.
            }
            let keys = self.keys(order, &ideals, at).into_iter().zip(&keys);
            keys.map(|(key, other)| key - other).find(|by| by.abs() > NOISE)
        }
    }

    /// People, each with a package among which is the best for them, as far as floating point can tell, of equals only the
    /// first; `None` if these are many.
    pub(super) fn tops(&self) -> Option<Vec<(usize, usize)>> {
        let ideals = self.ideals();
        let of_person = |person: usize| -> Option<Vec<(usize, usize)>> {
            let gain = |at: &usize| self.row(*at)[person];
            let nearly = (0..self.packages.len()).filter(|at| ideals[person] - DOUBT <= gain(at));
            let apart: Vec<usize> = nearly.unique_by(|at| gain(at).to_bits()).collect();
            let named = apart.iter().map(|at| (self.people[person], self.packages[*at])).collect();
            (apart.len() <= MOST_TOPS).then_some(named)
        };
        let tops = (0..self.people.len()).map(of_person).collect::<Option<Vec<Vec<(usize, usize)>>>>()?;
        Some(tops.into_iter().flatten().collect())
    }

    /// The first of what is compared of the package at a position.
    fn first_key(&self, order: Order, ideals: &[f64], at: usize) -> f64 {
        let row = self.row(at);
        match order {
            Order::Joint => row.iter().sum(),
            Order::Fair => row.iter().copied().fold(f64::INFINITY, f64::min),
            Order::Nash => gaining(row, ideals).map(|(gain, _)| logarithm(gain)).sum(),
            Order::KalaiSmorodinsky => shares(row, ideals).fold(f64::INFINITY, f64::min),
            Order::Best(person) => {
                self.people.iter().position(|known| *known == person).map_or(0.0, |place| row[place])
            }
        }
    }

    /// All that is compared of the package at a position, one after the other.
    fn keys(&self, order: Order, ideals: &[f64], at: usize) -> Vec<f64> {
        let row = self.row(at);
        let first = match order {
            Order::KalaiSmorodinsky => sorted(shares(row, ideals).collect()),
            _ => vec![self.first_key(order, ideals, at)],
        };
        [first, sorted(row.to_vec())].concat()
    }

    /// The package with the largest `first`; of equals the one whose `then`, smallest first, is largest, then its gains,
    /// smallest first; of those still equal the first in canonical order. With its `first`.
    fn best(&self, first: impl Fn(&[f64]) -> f64, then: impl Fn(&[f64], &mut Vec<f64>)) -> Option<(usize, f64)> {
        let mut best: Option<(usize, f64, [Vec<f64>; 2])> = None;
        let mut next = [Vec::new(), Vec::new()];
        for (at, package) in self.packages.iter().enumerate() {
            let gains = self.row(at);
            let value = first(gains);
            let by_value = best.as_ref().map(|(_, known, _)| compare(&[value], &[*known]));
            if by_value == Some(Ordering::Less) {
                continue;
            }
            next.iter_mut().for_each(Vec::clear);
            then(gains, &mut next[0]);
            next[1].extend(gains);
            if let (Some((_, _, known)), Some(Ordering::Equal)) = (&best, by_value) {
                let is_more = next.iter_mut().zip(known).map(|(next, known)| compare_smallest(next, known));
                if is_more.fold(Ordering::Equal, Ordering::then) != Ordering::Greater {
                    continue;
                }
            }
            let sorted = next.clone().map(sorted);
            best = Some((*package, value, sorted));
        }
        best.map(|(package, value, _)| (package, value))
    }

    /// What the package at a position brings to everybody who cares.
    fn row(&self, at: usize) -> &[f64] {
        let width = self.people.len();
        &self.gains[at * width..(at + 1) * width]
    }

    /// The most that everybody who cares can gain.
    pub(super) fn ideals(&self) -> Vec<f64> {
        let none = vec![f64::NEG_INFINITY; self.people.len()];
        (0..self.packages.len()).fold(none, |mut most, at| {
            most.iter_mut().zip(self.row(at)).for_each(|(most, gain)| *most = most.max(*gain));
            most
        })
    }
}

/// What those gain who can gain at all, with the most that they can.
fn gaining(row: &[f64], ideals: &[f64]) -> impl Iterator<Item = (f64, f64)> {
    row.iter().copied().zip(ideals.iter().copied()).filter(|(_, ideal)| *ideal > TOLERANCE)
}

/// What parts of what everybody could gain come to, each as a part of the smallest of these: in points, so that what counts
/// as rounding is the same.
fn shares(row: &[f64], ideals: &[f64]) -> impl Iterator<Item = f64> {
    let unit = gaining(row, ideals).map(|(_, ideal)| ideal).fold(f64::INFINITY, f64::min);
    gaining(row, ideals).map(move |(gain, ideal)| unit * (gain / ideal))
}

/// The logarithm of a factor: products are compared by the sums of these, so that the tolerance is a part of the product.
fn logarithm(gain: f64) -> f64 {
    if gain <= TOLERANCE { f64::NEG_INFINITY } else { gain.ln() }
}

/// Compares numbers, smallest first, with numbers in that order. They are only put in order where their smallest isn't
/// less.
fn compare_smallest(numbers: &mut [f64], sorted: &[f64]) -> Ordering {
    let smallest = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    if sorted.first().is_some_and(|known| smallest < known - TOLERANCE) {
        return Ordering::Less;
    }
    numbers.sort_by(f64::total_cmp);
    compare(numbers, sorted)
}

/// Whether a package keeps a requirement.
pub(super) fn keeps(along: &Along<'_>, requirement: usize, package: usize, view: &View) -> bool {
    is_kept(along.slack(requirement, package, view), along.ledger.requirements[requirement].is_equal)
}

fn is_kept(slack: f64, is_equal: bool) -> bool {
    -TOLERANCE <= slack && (!is_equal || slack <= TOLERANCE)
}

pub(super) fn sorted(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// Compares number by number; what is nearer than the tolerance is equal.
pub(super) fn compare(one: &[f64], other: &[f64]) -> Ordering {
    let apart = one.iter().zip(other).find(|(a, b)| (*a - *b).abs() > TOLERANCE);
    apart.map_or(Ordering::Equal, |(a, b)| a.total_cmp(b))
}
