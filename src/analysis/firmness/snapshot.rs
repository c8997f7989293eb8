//! Every package of a ledger with its gains, and which of them an objective chooses, in floating point.

use std::cmp::Ordering;

use super::along::{Along, View};

/// Two numbers nearer than this count as equal, in points of score and in the units of limits.
pub(super) const TOLERANCE: f64 = 1e-9;

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
    pub(super) people: Vec<usize>,
    /// The acceptable packages in canonical order, each with a gain per person who cares.
    pub(super) packages: Vec<(usize, Vec<f64>)>,
}

impl Snapshot {
    /// Looks at every package with the number where `view` has it.
    pub(super) fn new(along: &Along<'_>, view: &View) -> Self {
        let people: Vec<usize> = (0..view.people.len()).filter(|person| view.people[*person].cares).collect();
        let packages = (0..along.ledger.len()).filter_map(|package| {
            let gains: Vec<f64> = people.iter().map(|person| along.gain(*person, package, view)).collect();
            let lives = |(person, gain): (&usize, &f64)| !along.ledger.people[*person].has_floor || -TOLERANCE <= *gain;
            let is_acceptable = along.ledger.allowed[package]
                && people.iter().zip(&gains).all(lives)
                && (0..along.ledger.requirements.len()).all(|at| keeps(along, at, package, view));
            is_acceptable.then_some((package, gains))
        });
        let packages = packages.collect();
        Self { people, packages }
    }

    /// The package that the objective chooses; `None` if none can be agreed.
    pub(super) fn choice(&self, order: Order) -> Option<usize> {
        let ideals = self.ideals();
        let gaining: Vec<usize> = (0..ideals.len()).filter(|at| ideals[*at] > TOLERANCE).collect();
        let key = |gains: &[f64]| -> Vec<f64> {
            match order {
                Order::Joint => vec![gains.iter().sum()],
                Order::Fair => Vec::new(),
                Order::Best(person) => {
                    let position = self.people.iter().position(|known| *known == person);
                    position.map(|position| gains[position]).into_iter().collect()
                }
                Order::Nash => vec![gaining.iter().map(|at| gains[*at]).product()],
                Order::KalaiSmorodinsky => sorted(gaining.iter().map(|at| gains[*at] / ideals[*at]).collect()),
            }
        };
        let ranked = self.packages.iter().map(|(package, gains)| (*package, key(gains), sorted(gains.clone())));
        let ranked: Vec<(usize, Vec<f64>, Vec<f64>)> = ranked.collect();
        let best = |first: bool| {
            ranked.iter().reduce(|best, next| {
                let by_key = if first { compare(&next.1, &best.1) } else { Ordering::Equal };
                if by_key.then_with(|| compare(&next.2, &best.2)).is_gt() { next } else { best }
            })
        };
        let found = best(true)?;
        // Where every product is 0, or nobody can gain, the smallest gains decide alone.
        let is_void = order == Order::Nash && (gaining.is_empty() || found.1[0] <= TOLERANCE);
        if is_void { best(false).map(|(package, ..)| *package) } else { Some(found.0) }
    }

    /// The most that everybody who cares can gain.
    fn ideals(&self) -> Vec<f64> {
        let most = |at: usize| self.packages.iter().map(|(_, gains)| gains[at]).fold(f64::NEG_INFINITY, f64::max);
        (0..self.people.len()).map(most).collect()
    }
}

/// Whether a package keeps a requirement.
pub(super) fn keeps(along: &Along<'_>, requirement: usize, package: usize, view: &View) -> bool {
    let slack = along.slack(requirement, package, view);
    -TOLERANCE <= slack && (!along.ledger.requirements[requirement].is_equal || slack <= TOLERANCE)
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
