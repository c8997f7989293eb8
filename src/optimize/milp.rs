//! The model as a (mixed-integer) linear programme for good_lp. What comes out is a proposal, never an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, variable};

use self::solver::limited;

use super::Stop;
use super::goal::{Group, Measure};
use super::model::{Linear, Matter, Model, Piece};
use crate::domain::{Decision, IssueId, OptionId, Rational, nearest_f64};

/// Coefficients are scaled to at most this: beyond it, solvers were seen to fail outright.
const LARGEST_COEFFICIENT: f64 = 1e6;
/// By how much floors are relaxed for the solver, after scaling: its own tolerance. A gain of exactly 0 is acceptable.
const TOLERANCE: f64 = 1e-7;
/// How many seconds the relaxed problem gets if nothing else is said.
const PATIENCE: f64 = 1.0;
/// How often a proposal that fails the exact check is cut off before giving up.
const PROPOSALS: usize = 5;
/// What counts as a part of an option.
const PART: f64 = 1e-6;
/// By how much the smallest gain must rise, as scaled for the solver, for that to be worth a word: more than its tolerance.
const CLEARLY: f64 = 1e-3;
/// How often leaving out options is tried at most so that parts are taken of neighbours.
const NARROWINGS: usize = 10;

/// Proposes a package with a large `measure` that passes `check`, within `seconds` a try; a stretch is proposed without
/// its amount.
pub(crate) fn propose(
    model: &Model,
    measure: &Measure,
    stop: &Stop<'_>,
    seconds: f64,
    check: impl Fn(&[usize]) -> bool,
) -> Option<Vec<usize>> {
    let mut refused: Vec<Vec<usize>> = Vec::new();
    while refused.len() < PROPOSALS && !stop.is_due() {
        let seconds = stop.seconds_left().map_or(seconds, |left| seconds.min(left));
        let (values, _) = Programme::new(model, measure, Kind::Whole).solve(&refused, seconds)?;
        let choice: Vec<usize> = values.iter().map(|parts| largest(parts)).collect();
        if check(&choice) {
            return Some(choice);
        }
        refused.push(choice);
    }
    None
}

/// Per choice issue, the options of which parts must be taken for the smallest gain to come above `whole`, the most that
/// whole packages reach, or for there to be a solution at all; `None` where parts don't bring that either.
///
/// Parts are taken of neighbours where that will do: an option is left out as long as another one lies between it and
/// those that are taken with it.
pub(crate) fn parts_of_options(
    model: &Model,
    whole: Option<&Rational>,
    stop: &Stop<'_>,
) -> Option<BTreeMap<IssueId, Vec<OptionId>>> {
    let measure = Measure::Smallest(Group::Gains, 1);
    let solve = |refused: &[(usize, usize)]| {
        let seconds = stop.seconds_left().unwrap_or(PATIENCE).min(PATIENCE);
        let mut programme = Programme::new(model, &measure, Kind::Relaxed);
        programme.leave_out(refused);
        let (parts, level) = programme.solve(&[], seconds)?;
        let level = level / scale(model);
        whole.is_none_or(|whole| level > nearest_f64(whole) + CLEARLY / scale(model)).then_some(parts)
    };
    let mut parts = solve(&[])?;
    let (mut refused, mut tried) = (Vec::new(), BTreeSet::new());
    while tried.len() < NARROWINGS && !stop.is_due() {
        let Some(piece) = stretched(model, &parts).into_iter().find(|piece| !tried.contains(piece)) else { break };
        tried.insert(piece);
        refused.push(piece);
        match solve(&refused) {
            Some(narrower) => parts = narrower,
            None => _ = refused.pop(),
        }
    }
    let mut mixed = BTreeMap::new();
    for (decision, values) in model.decisions.iter().zip(parts) {
        let taken = decision.pieces.iter().zip(values).filter(|(_, part)| PART < *part);
        let options: Vec<OptionId> = taken.filter_map(|(piece, _)| option(decision.matter, piece)).collect();
        if let (Matter::Issue(issue), true) = (decision.matter, options.len() > 1) {
            mixed.insert(issue, options);
        }
    }
    Some(mixed)
}

/// The alternatives, each as decision and position, of which a part is taken though another option lies between it and
/// one that a part is taken of as well.
fn stretched(model: &Model, parts: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let mut stretched = Vec::new();
    for (at, (decision, values)) in model.decisions.iter().zip(parts).enumerate() {
        let is_taken = |piece: &usize| PART < values[*piece];
        let pieces = || 0..decision.pieces.len();
        for one in pieces().filter(is_taken) {
            let others = || pieces().filter(|other| *other != one);
            let spans =
                |other: usize| others().any(|middle| middle != other && is_between(model, at, one, middle, other));
            if others().filter(is_taken).any(spans) {
                stretched.push((at, one));
            }
        }
    }
    stretched
}

/// Whether to everybody and every demand an alternative of a decision counts no less than one of two others and no more
/// than the other one, and isn't the same as either.
fn is_between(model: &Model, decision: usize, one: usize, middle: usize, other: usize) -> bool {
    let mut differs = [false; 2];
    for form in model.forms() {
        let [one, middle, other] = [one, middle, other].map(|piece| &form.parts[decision][piece].start);
        if (middle < one && middle < other) || (one < middle && other < middle) {
            return false;
        }
        differs = [differs[0] | (one != middle), differs[1] | (other != middle)];
    }
    differs == [true; 2]
}

/// By what gains are multiplied for the solver, so that none of their parts is larger than it bears.
fn scale(model: &Model) -> f64 {
    1.0 / model.stakes.iter().map(|stake| largest_part(&stake.gain)).fold(1.0, f64::max)
}

fn option(matter: Matter, piece: &Piece) -> Option<OptionId> {
    match (matter, piece) {
        (Matter::Issue(issue), Piece::Point(Decision::Option(index))) => Some(OptionId { issue, index: *index }),
        _ => None,
    }
}

/// Whether options must be taken whole. Amounts, and what pairs of options do together, always are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Whole,
    Relaxed,
}

struct Programme {
    variables: ProblemVariables,
    /// Per decision, how much of each alternative is taken.
    taken: Vec<Vec<Variable>>,
    objective: Expression,
    /// Expressions that must be at least 0.
    rows: Vec<Expression>,
}

impl Programme {
    fn new(model: &Model, measure: &Measure, kind: Kind) -> Self {
        let mut variables = ProblemVariables::new();
        let part = || variable().min(0).max(1);
        let is_whole = |matter: Matter, piece: &Piece| kind == Kind::Whole || option(matter, piece).is_none();
        let share = |whole: bool| if whole { variable().binary() } else { part() };
        let taken: Vec<Vec<Variable>> = model
            .decisions
            .iter()
            .map(|d| d.pieces.iter().map(|piece| variables.add(share(is_whole(d.matter, piece)))).collect())
            .collect();
        // How much of a stretch lies behind the amount; never more than the stretch is taken.
        let along: Vec<Vec<Variable>> = model
            .decisions
            .iter()
            .map(|d| {
                d.pieces.iter().map(|piece| variables.add(part().max(f64::from(u8::from(is_stretch(piece)))))).collect()
            })
            .collect();
        let mut programme = Self { variables, taken, objective: Expression::from(0), rows: Vec::new() };
        for (taken, along) in programme.taken.iter().flatten().zip(along.iter().flatten()) {
            programme.rows.push(Expression::from(*taken) - *along);
        }
        programme.add_floors(model, &along);
        programme.add_objective(model, measure, &along);
        programme
    }

    fn add_floors(&mut self, model: &Model, along: &[Vec<Variable>]) {
        let gains = model.stakes.iter().filter(|stake| stake.has_floor).map(|stake| &stake.gain);
        for form in gains.chain(model.requirements.iter().map(|row| &row.slack)).chain(&model.links) {
            let row = self.expression(form, along, 1.0 / largest_part(form)) + TOLERANCE;
            self.rows.push(row);
        }
    }

    fn add_objective(&mut self, model: &Model, measure: &Measure, along: &[Vec<Variable>]) {
        let gains: Vec<&Linear> = model.stakes.iter().map(|stake| &stake.gain).collect();
        let scale = scale(model);
        match measure {
            Measure::Sum => {
                self.objective = gains.iter().map(|gain| self.expression(gain, along, scale)).sum();
            }
            Measure::Form(form) => {
                self.objective = model.forms().nth(*form).map_or(0.into(), |form| self.expression(form, along, scale));
            }
            // Good packages for a product or the sum of the k smallest have a large smallest part too: that will do for a
            // proposal.
            Measure::Smallest(..) | Measure::Product(_) => {
                let compared: Vec<&Linear> = match measure {
                    Measure::Smallest(Group::Ratios, _) => model.ratios.iter().map(|ratio| &ratio.form).collect(),
                    Measure::Smallest(Group::Distances, _) => model.distances.iter().collect(),
                    Measure::Smallest(Group::Worlds, _) => model.worlds.iter().map(|world| &world.form).collect(),
                    _ => gains,
                };
                let level = self.variables.add(variable().min(-LARGEST_COEFFICIENT).max(LARGEST_COEFFICIENT));
                for form in compared {
                    let row = self.expression(form, along, scale) - level;
                    self.rows.push(row);
                }
                self.objective = level.into();
            }
            Measure::Nothing => {}
        }
    }

    /// `form` times `scale`, with coefficients no larger than the solver bears.
    fn expression(&self, form: &Linear, along: &[Vec<Variable>], scale: f64) -> Expression {
        let number = |value: &Rational| nearest_f64(value) * scale;
        let mut expression = Expression::from(number(&form.constant));
        for ((parts, taken), along) in form.parts.iter().zip(&self.taken).zip(along) {
            for ((part, taken), along) in parts.iter().zip(taken).zip(along) {
                expression += number(&part.start) * *taken;
                expression += number(&(&part.end - &part.start)) * *along;
            }
        }
        expression
    }

    /// Takes nothing of these alternatives.
    fn leave_out(&mut self, refused: &[(usize, usize)]) {
        self.rows.extend(refused.iter().map(|(decision, piece)| -Expression::from(self.taken[*decision][*piece])));
    }

    /// How much of each alternative a solution takes, and its objective; `None` without one in time.
    fn solve(self, refused: &[Vec<usize>], seconds: f64) -> Option<(Vec<Vec<f64>>, f64)> {
        let Self { variables, taken, objective, rows } = self;
        let solved = catch_unwind(AssertUnwindSafe(|| {
            let mut problem = limited(variables.maximise(objective.clone()), seconds.max(0.01))?;
            for row in rows {
                problem.add_constraint(constraint!(row >= 0));
            }
            for decision in &taken {
                problem.add_constraint(constraint!(decision.iter().sum::<Expression>() == 1));
            }
            for choice in refused {
                let again: Expression = taken.iter().zip(choice).map(|(decision, at)| decision[*at]).sum();
                problem.add_constraint(constraint!(again <= choice.len() as f64 - 1.0));
            }
            problem.solve().ok().map(|solution| {
                let parts = taken.iter().map(|d| d.iter().map(|v| solution.value(*v)).collect::<Vec<f64>>());
                (parts.collect(), solution.eval(&objective))
            })
        }));
        solved.ok().flatten()
    }
}

fn is_stretch(piece: &Piece) -> bool {
    matches!(piece, Piece::Stretch { .. })
}

fn largest(parts: &[f64]) -> usize {
    (0..parts.len()).max_by(|a, b| parts[*a].total_cmp(&parts[*b])).unwrap_or(0)
}

/// The largest part of a form where it is beyond what the solver bears, as a divisor; else 1.
fn largest_part(form: &Linear) -> f64 {
    let parts = form.parts.iter().flatten().flat_map(|part| [&part.start, &part.end]);
    let largest = parts.map(|part| nearest_f64(part).abs()).fold(0.0, f64::max);
    (largest / LARGEST_COEFFICIENT).max(1.0)
}

/// The solver that comes with the program: small, and pure Rust.
#[cfg(not(feature = "highs"))]
mod solver {
    use good_lp::WithTimeLimit as _;
    use good_lp::solvers::microlp::{MicroLpProblem, microlp};
    use good_lp::variable::UnsolvedProblem;

    /// The problem, to be solved within `seconds`.
    #[allow(clippy::unnecessary_wraps, reason = "the other solver may refuse")]
    pub(super) fn limited(problem: UnsolvedProblem, seconds: f64) -> Option<MicroLpProblem> {
        Some(problem.using(microlp).with_time_limit(seconds))
    }
}

/// HiGHS: faster on large tables, written in C++.
#[cfg(feature = "highs")]
mod solver {
    use good_lp::solvers::highs::{HighsProblem, highs};
    use good_lp::variable::UnsolvedProblem;
    use good_lp::{WithMipGap as _, WithTimeLimit as _};

    /// The problem, to be solved within `seconds` and without any gap: by default HiGHS stops a little early. One thread,
    /// so that the same table gives the same proposal.
    pub(super) fn limited(problem: UnsolvedProblem, seconds: f64) -> Option<HighsProblem> {
        let mut problem = problem.using(highs).with_time_limit(seconds).set_threads(1);
        problem.set_verbose(false);
        problem.with_mip_gap(0.0).ok()
    }
}
