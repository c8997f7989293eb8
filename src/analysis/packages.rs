//! Several packages of different shape, so that people choose between answers instead of against one.

use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;
use num_traits::{Signed as _, Zero as _};
use typed_index_collections::TiVec;

use super::far_apart::far_apart;
use super::matrix::swing;
use super::standing::compare_names;
use crate::domain::{Decision, IssueId, Package, PartyId, Rational, integer};
use crate::optimize::{
    FEW_STATES, Frontier, FrontierPoint, How, MOST_STATES, Objective, Question, Refusal, Scope, Segment, frontier,
    whole_frontier,
};
use crate::valuation::Circumstances;

/// Packages of different shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Diverse {
    /// The packages in the order in which they were chosen; one stands for all that are worth the same to everybody.
    pub packages: Vec<Package>,
    /// Among how many efficient outcomes they were chosen; `None` where each was searched for by itself.
    pub among: Option<usize>,
    /// Whether these are all that there are; else others might have been chosen.
    pub complete: bool,
    /// Whether amounts are continuous, so that only corner points were looked at and not what lies between them.
    pub corners: bool,
    /// Whether the time ran out, or the person said stop, before all could be looked at.
    pub is_cut_short: bool,
    /// By how many points some package may be better than each of the outcomes; `None` if nothing is known.
    pub gap: Option<Rational>,
    /// By which method the outcomes were established; `None` if none were looked for.
    pub how: Option<How>,
}

impl Diverse {
    /// That there is nothing to choose from, as it was established.
    pub(super) fn nothing(how: Option<How>) -> Self {
        let gap = Some(Rational::zero());
        Self { packages: Vec::new(), among: None, complete: true, corners: false, is_cut_short: false, gap, how }
    }
}

/// Chooses up to `count` packages: `first`, the answer to `question`; then one after the other the efficient package that
/// differs most from those chosen. The smallest gain of each is at least half the largest smallest gain that there is.
///
/// Two packages are as far apart as the swing of the issues that they decide otherwise, averaged over the parties: the
/// points of score between the best and the worst decision on an issue. Of an amount not the whole swing counts but the
/// difference in worth. A package counts by its smallest distance to those chosen; ties go by the objective, then by
/// names. Gains that aren't known don't count.
///
/// # Errors
/// A [`Refusal`] if there is no frontier to choose from.
pub fn diverse(
    circumstances: &Circumstances<'_>,
    question: &Question,
    first: &Package,
    count: usize,
    flag: &AtomicBool,
) -> Result<Diverse, Refusal> {
    if count <= 1 {
        return Ok(Diverse { packages: vec![first.clone()], among: Some(1), ..Diverse::nothing(None) });
    }
    choose(circumstances, question, &Scope::default(), Some(first), count, flag)
}

/// Chooses from the frontier of what `question` and `scope` allow: from the whole of it where it is small enough to be
/// listed quickly, else by a search for each package, else from as much of it as can be listed.
pub(super) fn choose(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    first: Option<&Package>,
    count: usize,
    flag: &AtomicBool,
) -> Result<Diverse, Refusal> {
    // Whom the question leaves out has no say in how far packages are apart either.
    let circumstances = &circumstances.clone().without(question.without);
    let spread = |found: &Frontier| spread(circumstances, found, question.objective, first, count);
    if let Some(found) = whole_frontier(circumstances, question, scope, FEW_STATES, flag)? {
        return Ok(spread(&found));
    }
    if let Some(found) = far_apart(circumstances, question, scope, first, count, flag)? {
        return Ok(found);
    }
    Ok(spread(&frontier(circumstances, question, scope, MOST_STATES, flag)?))
}

/// Chooses up to `count` points of a frontier, as [`diverse`] does; without `first` the best one comes first.
pub(super) fn spread(
    circumstances: &Circumstances<'_>,
    frontier: &Frontier,
    objective: Objective,
    first: Option<&Package>,
    count: usize,
) -> Diverse {
    let ranking = Ranking::new(circumstances, frontier, objective);
    let half = ranking.half(first.and_then(|first| ranking.smallest_of(circumstances, first)));
    let mut open: Vec<Candidate<'_>> = frontier
        .points
        .iter()
        .filter(|point| ranking.smallest(point) >= half)
        .map(|point| Candidate { point, merit: ranking.merit(&point.gains), distance: None })
        .collect();
    let map = Map::new(circumstances);
    let mut packages: Vec<Package> = first.into_iter().cloned().collect();
    let mut measured = 0;
    while packages.len() < count {
        for chosen in &packages[measured..] {
            open.retain(|candidate| candidate.point.package != *chosen);
            open.iter_mut().for_each(|candidate| candidate.come_near(map.distance(&candidate.point.package, chosen)));
        }
        measured = packages.len();
        let best = open.iter().max_by(|a, b| {
            let names = || compare_names(&circumstances.table, &b.point.package, &a.point.package);
            a.distance.cmp(&b.distance).then_with(|| a.merit.cmp(&b.merit)).then_with(names)
        });
        let Some(best) = best else { break };
        packages.push(best.point.package.clone());
    }
    Diverse {
        packages,
        among: Some(frontier.points.len()),
        complete: frontier.complete,
        corners: circumstances.table.count_packages().is_none(),
        is_cut_short: frontier.is_cut_short,
        gap: frontier.gap.clone(),
        how: Some(frontier.how),
    }
}

/// A package that may be chosen.
struct Candidate<'a> {
    point: &'a FrontierPoint,
    merit: Vec<Rational>,
    /// The smallest distance to those chosen; `None` before the first.
    distance: Option<Rational>,
}

impl Candidate<'_> {
    fn come_near(&mut self, distance: Rational) {
        if self.distance.as_ref().is_none_or(|known| distance < *known) {
            self.distance = Some(distance);
        }
    }
}

/// How good packages are by an objective.
struct Ranking<'a> {
    frontier: &'a Frontier,
    objective: Objective,
    /// Which of the gains count: those of parties with a known no-deal.
    known: Vec<usize>,
    /// The most that each of the parties can gain.
    ideals: Vec<Rational>,
}

impl<'a> Ranking<'a> {
    fn new(circumstances: &Circumstances<'_>, frontier: &'a Frontier, objective: Objective) -> Self {
        let places = 0..frontier.parties.len();
        let known = places.clone().filter(|at| circumstances.no_deal_score(frontier.parties[*at]).is_some());
        let gains = |at: usize| frontier.points.iter().map(move |point| point.gains[at].clone());
        let ideals = places.map(|at| gains(at).max().unwrap_or_default());
        Self { frontier, objective, known: known.collect(), ideals: ideals.collect() }
    }

    fn smallest(&self, point: &FrontierPoint) -> Option<Rational> {
        self.known.iter().map(|at| point.gains[*at].clone()).min()
    }

    /// The smallest gain of a package.
    fn smallest_of(&self, circumstances: &Circumstances<'_>, package: &Package) -> Option<Rational> {
        let parties = self.known.iter().map(|at| self.frontier.parties[*at]);
        let gains =
            parties.map(|party| Some(circumstances.score(party, package)? - circumstances.no_deal_score(party)?));
        gains.collect::<Option<Vec<Rational>>>()?.into_iter().min()
    }

    /// The largest smallest gain along a segment: at an end, or where two gains are equal.
    fn smallest_along(&self, segment: &Segment) -> Option<Rational> {
        let lines = self.known.iter().map(|at| (&segment.ends[0].gains[*at], &segment.ends[1].gains[*at]));
        let lines: Vec<(&Rational, Rational)> = lines.map(|(from, to)| (from, to - from)).collect();
        let crossings = lines.iter().array_combinations().filter(|[(_, one), (_, other)]| one != other);
        let crossings = crossings.map(|[(from, one), (start, other)]| (*start - *from) / (one - other));
        let parts = [integer(0), integer(1)].into_iter().chain(crossings);
        let within = parts.filter(|part| !part.is_negative() && *part <= integer(1));
        within.filter_map(|part| lines.iter().map(|(from, rise)| *from + rise * &part).min()).max()
    }

    /// Half the largest smallest gain that is known, among others of a package with `other`; all of it where that is below
    /// 0, since half of it would be more.
    fn half(&self, other: Option<Rational>) -> Option<Rational> {
        let points = self.frontier.points.iter().filter_map(|point| self.smallest(point));
        let between = self.frontier.segments.iter().filter_map(|segment| self.smallest_along(segment));
        let best = points.chain(between).chain(other).max()?;
        Some(if best.is_negative() { best } else { best / integer(2) })
    }

    /// What the objective compares, the most important first; then leximin of the gains.
    fn merit(&self, gains: &[Rational]) -> Vec<Rational> {
        let known = || self.known.iter().map(|at| gains[*at].clone());
        let sorted = |mut values: Vec<Rational>| -> Vec<Rational> {
            values.sort();
            values
        };
        let gaining = || self.known.iter().filter(|at| self.ideals[**at].is_positive());
        let first: Vec<Rational> = match self.objective {
            Objective::Joint => vec![known().sum()],
            Objective::Fair => Vec::new(),
            Objective::Nash => vec![gaining().map(|at| &gains[*at]).product()],
            Objective::KalaiSmorodinsky => sorted(gaining().map(|at| &gains[*at] / &self.ideals[*at]).collect()),
            Objective::Best(party) => {
                let place = self.frontier.parties.iter().position(|known| *known == party);
                place.map(|at| gains[at].clone()).into_iter().collect()
            }
        };
        first.into_iter().chain(sorted(known().collect())).collect()
    }
}

/// How far packages are apart.
pub(super) struct Map<'a> {
    circumstances: &'a Circumstances<'a>,
    /// The parties that take part and have a score.
    parties: Vec<PartyId>,
    /// The swing of each issue in points of score, averaged over the parties.
    swings: TiVec<IssueId, Rational>,
}

impl<'a> Map<'a> {
    pub(super) fn new(circumstances: &'a Circumstances<'a>) -> Self {
        let parties = super::standing::caring(circumstances);
        let points = |party: PartyId| circumstances.yardsticks[party].points_per_raw();
        let mean = |issue: IssueId| {
            let swings = parties.iter().map(|party| swing(circumstances, *party, issue) * points(*party));
            swings.sum::<Rational>() / integer(parties.len().max(1) as i64)
        };
        let swings = circumstances.table.issues.keys().map(mean).collect();
        Self { circumstances, parties, swings }
    }

    fn distance(&self, one: &Package, other: &Package) -> Rational {
        let issues = one.decisions.iter_enumerated().zip(&other.decisions);
        let differing = issues.filter(|((_, one), other)| one != other);
        differing.fold(Rational::zero(), |sum, ((issue, one), other)| sum + self.between(issue, one, other))
    }

    /// How far two different decisions on an issue are apart.
    pub(super) fn between(&self, issue: IssueId, one: &Decision, other: &Decision) -> Rational {
        if matches!(one, Decision::Option(_)) {
            return self.swings[issue].clone();
        }
        let worth = |party: PartyId, decision: &Decision| self.circumstances.raw_of(party, issue, decision);
        let apart = |party: &PartyId| {
            let points = self.circumstances.yardsticks[*party].points_per_raw();
            (worth(*party, one) - worth(*party, other)).abs() * points
        };
        self.parties.iter().map(apart).sum::<Rational>() / integer(self.parties.len().max(1) as i64)
    }
}
