//! The point of the frontier that is farthest from packages chosen before, without the frontier itself: where that is too
//! large to be listed, a search looks for the distance first and tells of each find whether it is efficient.

use std::sync::atomic::AtomicBool;

use dashu_int::IBig;

use super::frontier::within;
use super::goal::Group;
use super::model::{Model, Stake};
use super::solve::Solver;
use super::space::{Whole, Width, width};
use super::task::Ground;
use super::{Answer, Objective, Question, Refusal, Scope, Stop};
use crate::domain::{Decision, IssueId, Package, Rational};
use crate::valuation::Circumstances;

/// How far two different decisions on an issue are apart, in points of score; never below 0.
pub type Between<'a> = dyn Fn(IssueId, &Decision, &Decision) -> Rational + 'a;

/// What a search for the farthest point found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Farthest {
    /// This one.
    Package(Package),
    /// No other point is left.
    Nothing,
    /// It wasn't settled in time, or such tables aren't searched for it: the frontier may tell.
    Unsettled,
}

/// Of the efficient packages that `question` and `scope` allow, and that leave everybody `at_least` so much gain, the one
/// whose smallest distance to the `chosen` ones is largest; ties by the question's objective, then by leximin of gains,
/// then by names. Of packages with the same gains only the first by names counts. Without chosen ones, the best by the
/// objective.
///
/// Distances add up over the issues that are decided otherwise. Everybody's no-deal must be known.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn farthest(
    circumstances: &Circumstances<'_>,
    question: &Question,
    scope: &Scope,
    chosen: &[Package],
    at_least: Option<&Rational>,
    between: &Between<'_>,
    flag: &AtomicBool,
) -> Result<Farthest, Refusal> {
    let mut model = within(Model::new(circumstances, question), circumstances, scope)?;
    let needs_ideals = matches!(question.objective, Objective::Nash | Objective::KalaiSmorodinsky);
    if model.is_continuous() || question.robust || (needs_ideals && scope.ceiling.is_some()) {
        return Ok(Farthest::Unsettled);
    }
    let stop = Stop::new(flag, question.deadline);
    if needs_ideals {
        let ideals = Solver::new(circumstances, question, &model, stop).ideals();
        let Ok(ideals) = ideals else { return Ok(Farthest::Unsettled) };
        model.compare_with(question.objective, &ideals);
    }
    model.measure_distances(chosen, between);
    let solver = Solver { only_points: true, ..Solver::new(circumstances, question, &model, stop) };
    let answer = match width(&model) {
        Width::I64 => solve::<i64>(&solver, chosen, at_least),
        Width::I128 => solve::<i128>(&solver, chosen, at_least),
        Width::Big => solve::<IBig>(&solver, chosen, at_least),
    }?;
    let is_above = |package: &Package| {
        let ceiling = scope.ceiling.as_ref();
        ceiling.is_some_and(|(party, most)| circumstances.score(*party, package).is_none_or(|score| *most < score))
    };
    Ok(match answer {
        Answer::Proven(found) if is_above(&found.package) => {
            return Err(Refusal::Mismatch(Box::new(found.package)));
        }
        Answer::Proven(found) => Farthest::Package(found.package),
        Answer::Infeasible(_) => Farthest::Nothing,
        Answer::BestFound(_) | Answer::Unknown => Farthest::Unsettled,
    })
}

fn solve<N: Whole>(solver: &Solver<'_>, chosen: &[Package], at_least: Option<&Rational>) -> Result<Answer, Refusal> {
    let ground: Ground<'_, N> = Ground::new(solver.model).passing_over(chosen);
    let level =
        at_least.and_then(|gain| N::try_from((gain / ground.space.unit(Group::Gains)).ceil().to_integer()).ok());
    // A product of 0 will do as well.
    let floor = |stake: &Stake| stake.has_floor.then(N::zero).max(level.clone());
    let floors = ground.space.floors(solver.model.stakes.iter().map(floor));
    let answer = solver.by_branch_and_bound(&ground, &floors)?;
    Ok(if ground.judge.has_doubts() { Answer::Unknown } else { answer })
}
