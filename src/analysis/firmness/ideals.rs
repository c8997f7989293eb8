//! The most that everybody can gain on a stretch.

use itertools::Itertools as _;

use super::field::Field;
use super::snapshot::TOLERANCE;
use super::stretch::{Ends, Stretch};

/// The most that those who care can gain, person by person.
pub(super) struct Ideals {
    people: Vec<Ideal>,
    /// The packages that may be it for somebody, somewhere on the stretch.
    pub(super) able: Vec<usize>,
}

/// The most that one person can gain, over all packages that everybody accepts.
#[derive(Clone, Copy)]
struct Ideal {
    /// It is nowhere below this.
    least: f64,
    /// At the ends it is nowhere above these, and between them nowhere above both.
    most: Ends,
    /// A package that surely is acceptable, and what it brings at the ends.
    best: Option<(usize, Ends)>,
}

impl Ideal {
    const UNKNOWN: Self = Self { least: f64::NEG_INFINITY, most: (f64::NEG_INFINITY, f64::NEG_INFINITY), best: None };

    /// Whether the best package brings all there is to gain, everywhere: the largest of straight lines lies nowhere above
    /// the line between its ends.
    fn is_one_package(&self) -> bool {
        self.best.is_some_and(|(_, ends)| ends.0 >= self.most.0 && ends.1 >= self.most.1)
    }
}

impl Ideals {
    /// Looks at these packages, by their positions.
    pub(super) fn new(field: &Field<'_>, stretch: &Stretch<'_>, packages: &[usize]) -> Self {
        let people = vec![Ideal::UNKNOWN; stretch.people.len()];
        let mut seen: Vec<Ends> = Vec::with_capacity(packages.len() * people.len());
        let mut found = Self { people, able: Vec::with_capacity(packages.len()) };
        for at in packages.iter().copied() {
            let start = seen.len();
            match found.look(field, stretch, at, &mut seen) {
                true => found.able.push(at),
                false => seen.truncate(start),
            }
        }
        let people = &found.people;
        let may_be_best =
            |gains: &[Ends]| people.iter().zip(gains).any(|(ideal, ends)| ideal.least <= ends.0.max(ends.1));
        let mut rows = seen.chunks(people.len().max(1));
        found.able.retain(|_| rows.next().is_some_and(may_be_best));
        found
    }

    /// Takes a package into account that may be acceptable; whether it may be. What it brings is added to `seen`.
    fn look(&mut self, field: &Field<'_>, stretch: &Stretch<'_>, at: usize, seen: &mut Vec<Ends>) -> bool {
        let start = seen.len();
        let mut is_sure = true;
        for person in &stretch.people {
            let ends = field.ends(*person, at, stretch);
            if field.has_floor(*person) {
                if ends.0.max(ends.1) < -TOLERANCE {
                    return false;
                }
                is_sure = is_sure && -TOLERANCE <= ends.0.min(ends.1);
            }
            seen.push(ends);
        }
        if !field.may_keep(at, stretch) {
            return false;
        }
        is_sure = is_sure && field.surely_keeps(at, stretch);
        for (ideal, ends) in self.people.iter_mut().zip(&seen[start..]) {
            ideal.most = (ideal.most.0.max(ends.0), ideal.most.1.max(ends.1));
            if is_sure {
                ideal.least = ideal.least.max(ends.0.min(ends.1));
                if ideal.best.is_none_or(|(_, best)| best.0 + best.1 < ends.0 + ends.1) {
                    ideal.best = Some((at, *ends));
                }
            }
        }
        true
    }

    /// What is surely so where the package in question is acceptable and brings something to everybody; `None` where it
    /// may not.
    pub(super) fn of_own(stretch: &Stretch<'_>, packages: &[usize]) -> Option<Self> {
        let ideal = |(a, b): &Ends| (a.min(*b) > TOLERANCE).then(|| Ideal { least: a.min(*b), ..Ideal::UNKNOWN });
        Some(Self { people: stretch.own.iter().map(ideal).collect::<Option<_>>()?, able: packages.to_vec() })
    }

    /// Those who can gain at all; `None` where that isn't certain of somebody, or not so everywhere.
    pub(super) fn gaining(&self) -> Option<Vec<usize>> {
        let can_gain = |ideal: &Ideal| match (ideal.least > TOLERANCE, ideal.most.0.max(ideal.most.1) > TOLERANCE) {
            (true, _) => Some(true),
            (false, false) => Some(false),
            (false, true) => None,
        };
        let each: Vec<bool> = self.people.iter().map(can_gain).collect::<Option<_>>()?;
        Some(each.into_iter().positions(|gains| gains).collect())
    }

    /// Whether one package brings the most there is to gain for a person everywhere.
    pub(super) fn is_one_package(&self, at: usize) -> bool {
        self.people[at].is_one_package()
    }

    /// The package that surely is acceptable and brings a person most; where there is none, the first.
    pub(super) fn package(&self, at: usize) -> usize {
        self.people[at].best.map_or(0, |(package, _)| package)
    }

    /// Gains as parts of the most there is to gain, at both ends, where one package brings that.
    pub(super) fn shares(&self, at: usize, gains: Ends) -> Ends {
        let most = self.people[at].most;
        (gains.0 / most.0, gains.1 / most.1)
    }

    /// Between what and what gains are, as parts of the most there is to gain, for somebody who can gain.
    pub(super) fn part(&self, at: usize, gains: Ends) -> Ends {
        let ideal = &self.people[at];
        if ideal.is_one_package() {
            let (near, far) = self.shares(at, gains);
            return (near.min(far), near.max(far));
        }
        let most = ideal.most.0.max(ideal.most.1);
        let (low, high) = (gains.0.min(gains.1), gains.0.max(gains.1));
        let over = |gain: f64, is_low: bool| if (gain < 0.0) == is_low { gain / ideal.least } else { gain / most };
        (over(low, true), over(high, false))
    }
}
