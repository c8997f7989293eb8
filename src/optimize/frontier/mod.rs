//! The Pareto frontier: every outcome in which nobody can have more without somebody else having less.

mod coarse;
mod continuous;
mod course;
mod court;
mod lift;
pub(super) mod maxima;
mod merge;
mod plane;
mod states;
mod sweep;

use std::sync::atomic::AtomicBool;

use dashu_int::IBig;
use num_traits::Zero as _;

use self::course::Course;
use self::court::Court;
use self::lift::lift;
use self::merge::{Merged, merge};
use self::sweep::sweep;
use super::model::{Linear, Model, Part, Requirement, Stake};
use super::space::{Space, Whole, Width, width};
use super::{How, Question, Reason, Refusal, Stop};
use crate::domain::{Count, Package, PartyId, Rational};
use crate::valuation::Circumstances;

/// How many partial packages are kept after each decision, unless asked otherwise: at 8 parties some 20 MB, and a
/// second or two per decision.
pub const MOST_STATES: usize = 100_000;
/// How many are kept where another way is open if these aren't enough.
pub const FEW_STATES: usize = 10_000;

/// Which part of the time is for merging, where others may come of it than all points.
const MERGING: f64 = 0.6;

/// The efficient outcomes among the packages that a question allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Among whom outcomes are compared, by name.
    pub parties: Vec<PartyId>,
    /// One point per distinct outcome, falling in the score of the first party, then of the second, and so on.
    pub points: Vec<FrontierPoint>,
    /// With continuous amounts: what lies between points, of one kind of package each, in the order of the points. Among
    /// more than two parties only those of which every part is efficient.
    pub segments: Vec<Segment>,
    /// Whether these are all.
    pub complete: bool,
    /// Whether the time ran out, or the person said stop, before it was known how complete these could be.
    pub is_cut_short: bool,
    /// By how many points of its score some party could at most have more in an allowed package than in one of the
    /// points, with nobody else having still more: 0 if the points are all there are; `None` if nothing is known.
    pub gap: Option<Rational>,
    /// By which method it was established.
    pub how: How,
    /// How many packages keep the parked issues where they are, allowed or not; `None` with continuous amounts.
    pub packages: Option<Count>,
}

/// A point of the Pareto frontier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontierPoint {
    /// The first package by names with this outcome.
    pub package: Package,
    /// The gain of each of the parties that are compared, in points of score; an unknown no-deal counts as 0.
    pub gains: Vec<Rational>,
    /// How many packages have this outcome; `None` if they weren't counted.
    pub packages: Option<Count>,
}

/// A segment of the frontier: every mixture of its ends is efficient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its ends: first the one that is best for the first party.
    pub ends: [SegmentEnd; 2],
}

/// An end of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentEnd {
    /// The gain of each of the parties that are compared.
    pub gains: Vec<Rational>,
    /// A package with these gains.
    pub package: Package,
    /// Whether the end isn't efficient itself, though everything next to it on the segment is: another package is as good
    /// for one party and better for the other.
    pub is_open: bool,
}

impl SegmentEnd {
    fn point(&self) -> FrontierPoint {
        FrontierPoint { package: self.package.clone(), gains: self.gains.clone(), packages: None }
    }
}

/// Which packages a frontier is of, besides what a question allows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Only these parties are compared; everybody else's floor still holds. Everybody without it.
    pub among: Option<Vec<PartyId>>,
    /// The most that a package may be worth to a party, as a score.
    pub ceiling: Option<(PartyId, Rational)>,
}

/// The frontier of the packages that `question` allows, whatever its objective; ends early when `flag` is set.
///
/// After each decision at most `cap` partial packages are kept; if that isn't enough, the frontier is incomplete and says
/// what gap is left. A frontier that is complete and has no points says that no package is allowed.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn frontier(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    cap: usize,
    flag: &AtomicBool,
) -> Result<Frontier, Refusal> {
    let model = within(Model::with_every_alternative(circumstances, question), circumstances, scope)?;
    let stop = Stop::new(flag, question.deadline);
    let found = match two_parties(&model, cap, &stop) {
        Some(found) => Some(found),
        None => listed(&model, Keep::AtMost(cap), &stop),
    };
    told(circumstances, question, scope, &model, found.unwrap_or_default(), &stop)
}

/// The whole frontier as [`frontier`] tells it, if at most `cap` partial packages have to be kept after each decision;
/// with continuous amounts whatever is known of it.
///
/// # Errors
/// As [`frontier`].
pub fn whole_frontier(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    cap: usize,
    flag: &AtomicBool,
) -> Result<Option<Frontier>, Refusal> {
    let model = within(Model::with_every_alternative(circumstances, question), circumstances, scope)?;
    let stop = Stop::new(flag, question.deadline);
    let found = listed(&model, Keep::AllOrNothing(cap), &stop);
    found.map(|found| told(circumstances, question, scope, &model, found, &stop)).transpose()
}

/// The whole frontier of two parties, merged if that takes few partial packages, else point by point; `None` of others,
/// and where it takes too long. Where nothing but gains counts, merging is quick however many there are.
fn two_parties(model: &Model, cap: usize, stop: &Stop<'_>) -> Option<Found> {
    if model.stakes.len() != 2 || model.is_continuous() {
        return None;
    }
    let swept = || {
        let points = match width(model) {
            Width::I64 => sweep::<i64>(model, stop),
            Width::I128 => sweep::<i128>(model, stop),
            Width::Big => sweep::<IBig>(model, stop),
        };
        Some(Found { points: points?, gap: Some(Rational::zero()), is_searched: true, ..Found::default() })
    };
    let is_plain = model.requirements.is_empty() && model.links.is_empty();
    let few = if is_plain { cap } else { cap.min(FEW_STATES) };
    listed(model, Keep::AllOrNothing(few), stop).or_else(swept)
}

/// How many partial packages are kept after each decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    /// So many; where there are more, some stand for others.
    AtMost(usize),
    /// All, but where there are more than so many it is given up.
    AllOrNothing(usize),
}

/// What is known of the frontier of a model; `None` if the time ran out, or it was given up.
fn listed(model: &Model, keep: Keep, stop: &Stop<'_>) -> Option<Found> {
    match width(model) {
        _ if model.is_continuous() => Some(continuous::found(model, stop)),
        Width::I64 => found::<i64>(model, keep, stop),
        Width::I128 => found::<i128>(model, keep, stop),
        Width::Big => found::<IBig>(model, keep, stop),
    }
}

/// The frontier as it is told, every point scored again.
fn told(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    model: &Model,
    found: Found,
    stop: &Stop<'_>,
) -> Result<Frontier, Refusal> {
    let parties = model.stakes.iter().map(|stake| stake.party).collect();
    let Found { points, segments, gap, is_searched, is_hurried } = found;
    let court = Court::new(circumstances, question, scope, model);
    court.check(&points)?;
    court.check(&segments.iter().flat_map(|segment| segment.ends.iter().map(SegmentEnd::point)).collect::<Vec<_>>())?;
    let complete = gap.as_ref().is_some_and(Rational::is_zero);
    let is_cut_short = !complete && (is_hurried || stop.is_due());
    let how = if is_searched { How::BranchAndBound } else { How::Merged };
    let packages = model.packages();
    Ok(Frontier { parties, points, segments, complete, is_cut_short, gap, how, packages })
}

/// The model with a ceiling as a requirement; and as gains only those of the parties that are compared, with the floors
/// of the others as requirements.
pub(super) fn within(mut model: Model, circumstances: &Circumstances<'_>, scope: &Scope) -> Result<Model, Refusal> {
    let named = scope.among.iter().flatten().chain(scope.ceiling.iter().map(|(party, _)| party));
    for party in named {
        if !model.stakes.iter().any(|stake| stake.party == *party) {
            return Err(Refusal::Indifferent(*party));
        }
    }
    if let Some((party, most)) = &scope.ceiling {
        let level = most - circumstances.no_deal_score(*party).unwrap_or_default();
        let stakes = model.stakes.iter().filter(|stake| stake.party == *party);
        let row = |stake: &Stake| Requirement {
            reason: Reason::NoDeal(*party),
            is_least: false,
            slack: below(&stake.gain, &level),
        };
        let rows = stakes.map(row);
        let rows: Vec<Requirement> = rows.collect();
        model.requirements.extend(rows);
    }
    if let Some(among) = &scope.among {
        let (stakes, others) = model.stakes.into_iter().partition(|stake| among.contains(&stake.party));
        model.stakes = stakes;
        let floors = others.into_iter().filter(|stake: &Stake| stake.has_floor);
        let row = |stake: Stake| Requirement { reason: Reason::NoDeal(stake.party), is_least: true, slack: stake.gain };
        let rows = floors.map(row);
        model.requirements.extend(rows);
    }
    if model.stakes.is_empty() { Err(Refusal::NobodyCares) } else { Ok(model) }
}

/// By how much a form is below `level`.
fn below(form: &Linear, level: &Rational) -> Linear {
    let part = |part: &Part| Part { start: -&part.start, end: -&part.end };
    let parts = form.parts.iter().map(|parts| parts.iter().map(part).collect()).collect();
    Linear { constant: level - &form.constant, parts }
}

/// Points, and what is left between them and the frontier.
#[derive(Default)]
struct Found {
    points: Vec<FrontierPoint>,
    segments: Vec<Segment>,
    gap: Option<Rational>,
    /// Whether branch and bound found them.
    is_searched: bool,
    /// Whether the time that ran out made lists short.
    is_hurried: bool,
}

fn found<N: Whole>(model: &Model, keep: Keep, stop: &Stop<'_>) -> Option<Found> {
    // The place of a package in canonical order needs as many bits as there are packages, and so does their number.
    let places = model.decisions.iter().map(|decision| decision.pieces.len() as u128);
    if places.fold(1, u128::saturating_mul) < 1 << 126 {
        found_by::<N, i128>(model, keep, stop)
    } else {
        found_by::<N, IBig>(model, keep, stop)
    }
}

fn found_by<N: Whole, C: Whole>(model: &Model, keep: Keep, stop: &Stop<'_>) -> Option<Found> {
    let space: Space<N> = Space::new(model);
    let course: Course<N, C> = Course::new(model, &space);
    // Making points of what was merged takes time as well.
    let merging = if matches!(keep, Keep::AtMost(_)) { stop.after_part(MERGING) } else { *stop };
    let merged = merge(&course, keep, &merging)?;
    if merged.is_exact {
        let points = points(model, &space, &course, &merged);
        return Some(Found { points, gap: Some(Rational::zero()), ..Found::default() });
    }
    Some(lift(model, &course, &merged, stop))
}

fn points<N: Whole, C: Whole>(
    model: &Model,
    space: &Space<N>,
    course: &Course<N, C>,
    merged: &Merged<N, C>,
) -> Vec<FrontierPoint> {
    let states = &merged.states;
    let point = |at: usize| FrontierPoint {
        package: model.package(&course.choice(&states.codes[at]), &[]),
        gains: states.get(at)[..course.gains].iter().map(|gain| space.points(gain)).collect(),
        packages: Count::try_from(states.counts[at].clone().into()).ok(),
    };
    (0..states.len()).map(point).collect()
}
