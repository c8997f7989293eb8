//! Packages of a table with the sums that their gains and slacks are made of, in floating point, and which number of the
//! table each summand is.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::parameter::Parameter;
use crate::domain::{Decision, InterestId, IssueId, Package, PartyId};
use crate::optimize::Question;
use crate::valuation::Circumstances;

/// Up to how many packages are listed.
const MOST_PACKAGES: u128 = 50_000;
/// Up to how many sums are kept, at eight bytes each.
const MOST_SUMS: u128 = 4_000_000;
/// How far below 0 a sum of whole numbers that must not be negative may be told to be.
const ROUNDING: f64 = 1e-6;

/// Packages of a table, with what they are made of; what hangs on no package is shared with its clones.
#[derive(Clone)]
pub(super) struct Ledger {
    /// Whether scores run from 0 to 100.
    pub(super) percent: bool,
    /// The issues by name.
    pub(super) issues: Vec<IssueId>,
    /// What can be decided on each, in canonical order.
    pub(super) alternatives: Rc<[Vec<Decision>]>,
    /// The pairs of options that do something together.
    pub(super) pairs: Vec<Pair>,
    /// Per issue and package, which alternative it takes; then per pair 1 where it takes both, else 0. Packages are in
    /// canonical order.
    pub(super) chosen: Vec<Vec<u16>>,
    /// The parties by name.
    pub(super) people: Vec<Person>,
    /// What a package must keep that hangs on numbers.
    pub(super) requirements: Vec<Requirement>,
    /// What it must keep that doesn't.
    pub(super) counts: Vec<Count>,
    /// Per package, whether it keeps all of that.
    pub(super) allowed: Vec<bool>,
    /// The numbers that count, as candidates of which sources are positions; each is in force somewhere.
    pub(super) candidates: Rc<[Parameter]>,
    /// Whether every package is listed.
    pub(super) is_whole: bool,
}

/// A number, and of which candidates it is made: each with its factor.
#[derive(Clone, Debug, Default)]
pub(super) struct Figure {
    pub(super) value: f64,
    pub(super) sources: Vec<(usize, f64)>,
}

/// A pair of options that do something together: as if one more issue were decided by whether both are taken.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Its position among the interactions of the table.
    pub(super) interaction: usize,
    /// Of each of the two: the position of its issue, and which of its alternatives count as the option.
    pub(super) taken: [(usize, Vec<bool>); 2],
}

/// A party: what it weighs, and what everything does for it.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) party: PartyId,
    pub(super) has_floor: bool,
    pub(super) no_deal: Option<Alternative>,
    pub(super) interests: Vec<InterestId>,
    pub(super) weights: Vec<f64>,
    /// Per issue or pair, alternative and interest.
    pub(super) figures: Rc<[Vec<Vec<Figure>>]>,
    /// Per issue or pair, reference decision and interest: what the scale is measured on.
    pub(super) reference: Rc<[Vec<Vec<Figure>>]>,
    /// Per issue or pair and alternative, what it adds to raw values.
    pub(super) added: Vec<Vec<f64>>,
    /// The least and the most that the reference decisions add up to.
    pub(super) ends: (f64, f64),
    /// The candidates that any of this is made of.
    pub(super) sources: Rc<BTreeSet<usize>>,
    /// Per interest and package, the sum of effects; empty unless every package is listed.
    pub(super) sums: Vec<Vec<f64>>,
    /// Per package, the weighted sum.
    pub(super) raw: Vec<f64>,
}

/// What a party has without an agreement.
#[derive(Clone)]
pub(super) enum Alternative {
    /// A bare score, of one candidate.
    Score(Figure),
    /// What it does for each interest.
    Effects(Vec<Figure>),
}

/// A whole number that must not be negative: a constant and what each alternative on each issue adds.
#[derive(Clone)]
pub(super) struct Count {
    pub(super) constant: f64,
    pub(super) figures: Vec<Vec<f64>>,
}

/// Something that must not be negative; where `is_equal`, neither may its opposite.
#[derive(Clone)]
pub(super) struct Requirement {
    pub(super) form: Form,
    pub(super) is_equal: bool,
}

/// What a requirement is about.
#[derive(Clone)]
pub(super) enum Form {
    /// A sum over the decisions.
    Sum {
        /// The part that doesn't hang on the package.
        constant: Figure,
        /// Per issue or pair, and alternative.
        figures: Rc<[Vec<Figure>]>,
        /// Per package, the whole.
        sums: Vec<f64>,
    },
    /// A person's score above a level.
    Score { person: usize, level: f64 },
}

impl Figure {
    pub(super) fn plain(value: f64) -> Self {
        Self { value, sources: Vec::new() }
    }

    pub(super) fn add(&mut self, other: &Self, factor: f64) {
        self.value += other.value * factor;
        self.sources.extend(other.sources.iter().map(|(source, share)| (*source, share * factor)));
    }

    /// How much it moves when candidate `source` moves by one.
    pub(super) fn slope(&self, source: usize) -> f64 {
        self.sources.iter().filter(|(of, _)| *of == source).map(|(_, factor)| factor).sum()
    }
}

impl Person {
    /// With no package yet.
    pub(super) fn new(
        party: PartyId,
        interests: Vec<InterestId>,
        weights: Vec<f64>,
        figures: Rc<[Vec<Vec<Figure>>]>,
        reference: Rc<[Vec<Vec<Figure>>]>,
    ) -> Self {
        let added = |rows: &Vec<Vec<Figure>>| rows.iter().map(|row| weighed(row, &weights)).collect();
        let both = figures.iter().chain(&*reference).flatten().flatten();
        let sources: BTreeSet<usize> = both.flat_map(|figure| &figure.sources).map(|(source, _)| *source).collect();
        let mut ends = (0.0, 0.0);
        for values in reference.iter().map(added).filter(|values: &Vec<f64>| !values.is_empty()) {
            ends.0 += values.iter().copied().fold(f64::INFINITY, f64::min);
            ends.1 += values.into_iter().fold(f64::NEG_INFINITY, f64::max);
        }
        let added = figures.iter().map(added).collect();
        Self {
            party,
            has_floor: false,
            no_deal: None,
            interests,
            weights,
            figures,
            reference,
            added,
            ends,
            sources: sources.into(),
            sums: Vec::new(),
            raw: Vec::new(),
        }
    }
}

impl Ledger {
    /// Lists every package; `None` if these are too many or endlessly many, or more than one world or fewer parties count.
    pub(super) fn whole(circumstances: &Circumstances<'_>, question: &Question) -> Option<Self> {
        let table = circumstances.table.table();
        let packages = u128::from(table.count_packages()?.to_u64()?);
        let sums = (table.parties.len() * table.interests.len()).max(1) as u128;
        if packages > MOST_PACKAGES || packages * sums > MOST_SUMS {
            return None;
        }
        let frame = Self::frame(circumstances, question)?;
        let count: usize = frame.alternatives.iter().map(Vec::len).product();
        let mut block = count;
        let mut chosen: Vec<Vec<u16>> = Vec::new();
        // In canonical order the last issue by name changes first.
        for alternatives in frame.alternatives.iter() {
            block /= alternatives.len().max(1);
            let taken = |package: usize| ((package / block.max(1)) % alternatives.len().max(1)) as u16;
            chosen.push((0..count).map(taken).collect());
        }
        Some(Self { is_whole: true, ..frame }.listing(chosen, count))
    }

    /// The same with these packages, in canonical order: which alternative each takes, issue by issue.
    pub(super) fn listing(mut self, chosen: Vec<Vec<u16>>, count: usize) -> Self {
        let both = |pair: &Pair| {
            let takes = |(issue, counts): &(usize, Vec<bool>), at: usize| counts[usize::from(chosen[*issue][at])];
            (0..count).map(|at| u16::from(pair.taken.iter().all(|one| takes(one, at)))).collect()
        };
        let of_pairs: Vec<Vec<u16>> = self.pairs.iter().map(both).collect();
        self.chosen = chosen;
        self.chosen.extend(of_pairs);
        self.allowed = vec![true; count];
        for count in &self.counts {
            let sums = self.added_up(count.constant, count.figures.iter().cloned());
            self.allowed.iter_mut().zip(sums).for_each(|(allowed, sum)| *allowed = *allowed && -ROUNDING <= sum);
        }
        let mut people = std::mem::take(&mut self.people);
        for person in &mut people {
            if self.is_whole {
                let of_interest = |at: usize| self.added_up(0.0, figures_on(person, at));
                person.sums = (0..person.interests.len()).map(of_interest).collect();
            }
            person.raw = self.added_up(0.0, person.added.iter().cloned());
        }
        self.people = people;
        let mut requirements = std::mem::take(&mut self.requirements);
        for requirement in &mut requirements {
            if let Form::Sum { constant, figures, sums } = &mut requirement.form {
                let figures = figures.iter();
                let of_issues = figures.map(|row| row.iter().map(|figure| figure.value).collect());
                *sums = self.added_up(constant.value, of_issues);
            }
        }
        self.requirements = requirements;
        self
    }

    /// The same, listing these packages, given in canonical order, and the first of its own.
    pub(super) fn with(&self, mut packages: Vec<Vec<u16>>) -> Cow<'_, Self> {
        let own = self.taken_at(0);
        if let Err(at) = packages.binary_search(&own) {
            packages.insert(at, own);
        }
        if packages.len() == 1 && self.len() == 1 {
            return Cow::Borrowed(self);
        }
        let column = |issue: usize| packages.iter().map(|chosen| chosen[issue]).collect();
        let columns = (0..self.issues.len()).map(column).collect();
        Cow::Owned(self.clone().listing(columns, packages.len()))
    }

    /// How many packages there are.
    pub(super) fn len(&self) -> usize {
        self.allowed.len()
    }

    /// The package at a position.
    pub(super) fn package(&self, at: usize) -> Package {
        let mut decisions = vec![Decision::Option(0); self.issues.len()];
        for ((issue, alternatives), chosen) in self.issues.iter().zip(&*self.alternatives).zip(&self.chosen) {
            decisions[usize::from(*issue)] = alternatives[usize::from(chosen[at])].clone();
        }
        Package { decisions: decisions.into() }
    }

    /// Which alternative a package takes, issue by issue; `None` if it takes one that isn't known.
    pub(super) fn taken(&self, package: &Package) -> Option<Vec<u16>> {
        let issues = self.issues.iter().zip(&*self.alternatives);
        let taken = |(issue, alternatives): (&IssueId, &Vec<Decision>)| {
            let at = alternatives.iter().position(|alternative| *alternative == package.decisions[*issue])?;
            u16::try_from(at).ok()
        };
        issues.map(taken).collect()
    }

    /// Which alternative the package at a position takes, issue by issue.
    pub(super) fn taken_at(&self, at: usize) -> Vec<u16> {
        self.chosen[..self.issues.len()].iter().map(|chosen| chosen[at]).collect()
    }

    /// Where a package stands; `None` if it isn't listed.
    pub(super) fn position(&self, package: &Package) -> Option<usize> {
        self.position_of(&self.taken(package)?)
    }

    /// Where the package stands that takes these alternatives, issue by issue; `None` if it isn't listed.
    pub(super) fn position_of(&self, taken: &[u16]) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.chosen[..taken.len()].iter().map(|chosen| chosen[middle]).cmp(taken.iter().copied()) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// What every package comes to: `start`, and what its alternative on each issue, and on each pair, adds.
    pub(super) fn added_up(&self, start: f64, columns: impl Iterator<Item = Vec<f64>>) -> Vec<f64> {
        let mut columns = columns.zip(&self.chosen);
        let mut sums = vec![start; self.len()];
        if self.is_whole {
            let of_issues: Vec<Vec<f64>> = columns.by_ref().take(self.issues.len()).map(|(column, _)| column).collect();
            // The last issue changes first: it is added up first, and each other one repeats what is known behind it.
            sums = of_issues.iter().rev().fold(vec![start], |sums, of_issue| {
                let mut longer = Vec::with_capacity(sums.len() * of_issue.len());
                of_issue.iter().for_each(|value| longer.extend(sums.iter().map(|sum| sum + value)));
                longer
            });
        }
        for (column, chosen) in columns {
            sums.iter_mut().zip(chosen).for_each(|(sum, taken)| *sum += column[usize::from(*taken)]);
        }
        sums
    }
}

/// What a row of effects brings to somebody with these weights.
pub(super) fn weighed(row: &[Figure], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(figure, weight)| figure.value * weight).sum()
}

/// What every alternative does for an interest of a person, issue by issue and pair by pair.
pub(super) fn figures_on(person: &Person, at: usize) -> impl Iterator<Item = Vec<f64>> {
    person.figures.iter().map(move |rows| rows.iter().map(|row| row[at].value).collect())
}
