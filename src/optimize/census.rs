//! The zone of possible agreement, counted package by package.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use dashu_int::IBig;

use super::enumerate::walk;
use super::frontier::maxima::{Points, efficient};
use super::goal::Group;
use super::model::{Matter, Model, Piece, Stake};
use super::space::{Space, Whole, Width, width};
use super::{FrontierPoint, Objective, Question, Stop};
use crate::domain::{Count, Decision, IssueId, Package, PartyId, Rational};
use crate::valuation::Circumstances;

/// Up to how many packages are counted.
pub(super) const MOST_PACKAGES: u128 = 2_000_000;

/// What a table's packages come to, in one world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Census {
    /// How many packages there are.
    pub packages: u64,
    /// How many keep every hard rule.
    pub within_rules: u64,
    /// How many keep every hard rule and leave no needed party below its no-deal.
    pub acceptable: u64,
    /// Per decision of each issue, in how many acceptable packages it occurs.
    pub occurrences: BTreeMap<(IssueId, Decision), u64>,
    /// The most that each party gains in an acceptable package, in the base world where all worlds are asked about; a
    /// party without a score or no-deal isn't listed.
    pub ideals: BTreeMap<PartyId, Rational>,
    /// The efficient acceptable packages: one point per distinct gain vector.
    pub frontier: Vec<FrontierPoint>,
}

/// Counts the packages of a table; `None` if they are too many, endlessly many, or the time ran out.
#[must_use]
pub fn census(circumstances: &Circumstances<'_>, flag: &AtomicBool) -> Option<Census> {
    census_of(circumstances, &Question { world: circumstances.world, ..Question::new(Objective::Joint) }, flag)
}

/// Counts the packages that `question` is about, whatever it asks for: what it demands counts as a rule, and over all
/// worlds a package must hold in each, with a gain per party and world. `None` as for [`census`].
#[must_use]
pub fn census_of(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Option<Census> {
    let question = Question { objective: Objective::Fair, ..question.clone() };
    let model = Model::with_every_alternative(circumstances, &question);
    if model.is_continuous() || model.size() > MOST_PACKAGES {
        return None;
    }
    let stop = Stop::new(flag, question.deadline);
    match width(&model) {
        Width::I64 => count::<i64>(&model, &stop),
        Width::I128 => count::<i128>(&model, &stop),
        Width::Big => count::<IBig>(&model, &stop),
    }
}

/// Counts the packages that are allowed as `question` says, leave no party with a lower score than `package` does and
/// some party with a higher one; `None` if the packages are too many, endlessly many, or the time ran out.
#[must_use]
pub fn count_better(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    flag: &AtomicBool,
) -> Option<u64> {
    let model = Model::with_every_alternative(circumstances, question);
    if model.is_continuous() || model.size() > MOST_PACKAGES {
        return None;
    }
    let gain = |stake: &Stake| {
        let no_deal = circumstances.no_deal_score(stake.party).unwrap_or_default();
        circumstances.score(stake.party, package).unwrap_or_default() - no_deal
    };
    let gains: Vec<Rational> = model.stakes.iter().map(gain).collect();
    let stop = Stop::new(flag, question.deadline);
    match width(&model) {
        Width::I64 => count_above::<i64>(&model, &gains, &stop),
        Width::I128 => count_above::<i128>(&model, &gains, &stop),
        Width::Big => count_above::<IBig>(&model, &gains, &stop),
    }
}

/// Counts the packages that keep all floors and requirements and dominate `gains`.
fn count_above<N: Whole>(model: &Model, gains: &[Rational], stop: &Stop<'_>) -> Option<u64> {
    let space: Space<N> = Space::new(model);
    let unit = space.unit(Group::Gains);
    // In the gains' unit; a package from elsewhere may lie between whole numbers.
    let level = |gain: &Rational, has_floor: bool| {
        let least = if has_floor { gain.clone().max(Rational::default()) } else { gain.clone() };
        N::try_from((least / &unit).ceil().to_integer()).ok()
    };
    let floors = model.stakes.iter().zip(gains).map(|(stake, gain)| level(gain, stake.has_floor));
    let floors = space.floors(floors);
    let mut count = 0;
    let finished = walk(&space, &floors, stop, &mut |_, values| {
        let above = |(value, gain): (&N, &Rational)| *gain < space.points(value);
        count += u64::from(values.iter().zip(gains).any(above));
    });
    finished.then_some(count)
}

fn count<N: Whole>(model: &Model, stop: &Stop<'_>) -> Option<Census> {
    let space: Space<N> = Space::new(model);
    let mut tally = Tally { packages: 0, within_rules: 0, acceptable: 0, taken: Vec::new(), points: BTreeMap::new() };
    tally.taken = space.sizes.iter().map(|size| vec![0; *size]).collect();
    let finished = walk(&space, &space.links_only(), stop, &mut |choice, values| tally.look(model, choice, values));
    finished.then(|| tally.census(model, &space))
}

struct Tally<N> {
    packages: u64,
    within_rules: u64,
    acceptable: u64,
    /// Per decision and alternative, in how many acceptable packages it occurs.
    taken: Vec<Vec<u64>>,
    /// The gain vectors of acceptable packages, with the first such package and how many there are.
    points: BTreeMap<Vec<N>, Found>,
}

/// The first package by names with some gains, and how many packages have them.
type Found = (Vec<usize>, u64);

impl<N: Whole> Tally<N> {
    fn look(&mut self, model: &Model, choice: &[usize], values: &[N]) {
        let (gains, slacks) = values.split_at(model.stakes.len());
        self.packages += 1;
        if slacks.iter().any(|slack| *slack < N::zero()) {
            return;
        }
        self.within_rules += 1;
        if model.stakes.iter().zip(gains).any(|(stake, gain)| stake.has_floor && *gain < N::zero()) {
            return;
        }
        self.acceptable += 1;
        for (taken, at) in self.taken.iter_mut().zip(choice) {
            taken[*at] += 1;
        }
        self.points.entry(gains.to_vec()).or_insert_with(|| (choice.to_vec(), 0)).1 += 1;
    }

    fn census(self, model: &Model, space: &Space<N>) -> Census {
        let occurrences = model.decisions.iter().zip(&self.taken).flat_map(|(decision, taken)| {
            let pieces = decision.pieces.iter().zip(taken);
            pieces.filter_map(|(piece, count)| match (decision.matter, piece) {
                (Matter::Issue(issue), Piece::Point(taken)) => Some(((issue, taken.clone()), *count)),
                _ => None,
            })
        });
        let ideal = |at: usize| self.points.keys().map(|gains| &gains[at]).max().map(|gain| space.points(gain));
        let stakes = model.stakes.iter().enumerate();
        Census {
            packages: self.packages,
            within_rules: self.within_rules,
            acceptable: self.acceptable,
            occurrences: occurrences.collect(),
            // Of several worlds the base world comes first, and overwrites what later ones would say.
            ideals: stakes.rev().filter_map(|(at, stake)| Some((stake.party, ideal(at)?))).collect(),
            frontier: frontier(&self.points)
                .into_iter()
                .map(|(gains, found)| point(model, space, gains, found))
                .collect(),
        }
    }
}

fn point<N: Whole>(model: &Model, space: &Space<N>, gains: &[N], (choice, packages): &Found) -> FrontierPoint {
    FrontierPoint {
        package: model.package(choice, &[]),
        gains: gains.iter().map(|gain| space.points(gain)).collect(),
        packages: Some(Count::from(*packages)),
    }
}

/// The points that no other dominates: at least as good for all and better for one. Falling.
fn frontier<N: Whole>(points: &BTreeMap<Vec<N>, Found>) -> Vec<(&[N], &Found)> {
    let falling: Vec<(&[N], &Found)> = points.iter().rev().map(|(gains, found)| (gains.as_slice(), found)).collect();
    let gains: Vec<&[N]> = falling.iter().map(|(gains, _)| *gains).collect();
    let ranked = Points::of(&gains, gains.first().map_or(0, |gains| gains.len()));
    let stays = efficient(&ranked, u64::MAX, &|| false).unwrap_or_default();
    falling.into_iter().zip(stays).filter_map(|(point, stays)| stays.then_some(point)).collect()
}
