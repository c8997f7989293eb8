//! From a question to an answer: the stages of an objective, ties, and the check of everything that leaves.

use std::sync::atomic::AtomicBool;

use dashu_int::IBig;
use itertools::Itertools as _;
use num_traits::{Signed as _, Zero as _};

use super::conflict::conflict;
use super::enumerate::{MOST_PACKAGES, enumerate, walk};
use super::goal::{Goal, Group, Groups, Measure, Over, Primary};
use super::model::Model;
use super::search::{logarithm, search};
use super::space::{Space, Whole, Width, width};
use super::staged::PATIENT;
use super::task::{Aim, Ground, Leaf, Task};
use super::views::views;
use super::{Answer, BestFound, Conflict, Engine, Found, How, Objective, Question, Refusal, RestsOnFloors, Stop, Ties};
use crate::domain::{Attendance, Package, PartyId, Rational, nearest_f64};
use crate::valuation::{Assessment, Circumstances, RatificationAssessment, RatificationStatus, assess, meets};

/// How many seconds the integer programme gets where it answers alone and no time limit is set.
const ALONE: f64 = 60.0;
/// How many nodes it takes at most to find something at once.
const AT_ONCE: u64 = 100;
/// What makes packages differ: how far one is from the nearest of those chosen before.
const FARTHEST: Measure = Measure::Smallest(Group::Distances, 1);

/// Answers `question` about the table seen in `circumstances`; ends early when `flag` is set.
///
/// The question's world must be that of `circumstances`.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn solve(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Result<Answer, Refusal> {
    solve_with(circumstances, question, flag, Engine::Best)
}

/// Answers like [`solve`], by the given method. Enumeration takes tables without continuous amounts.
///
/// # Errors
/// As [`solve`].
pub fn solve_with(
    circumstances: &Circumstances<'_>,
    question: &Question,
    flag: &AtomicBool,
    engine: Engine,
) -> Result<Answer, Refusal> {
    check(circumstances, question)?;
    let mut model = Model::new(circumstances, question);
    let stop = Stop::new(flag, question.deadline);
    if !matches!(question.objective, Objective::Nash | Objective::KalaiSmorodinsky) {
        return Solver { engine, ..Solver::new(circumstances, question, &model, stop) }.run();
    }
    let ideals = Solver { engine, ..Solver::new(circumstances, question, &model, stop) }.ideals();
    let ideals = match ideals {
        Ok(ideals) => ideals,
        Err(answer) => return Ok(*answer),
    };
    model.compare_with(question.objective, &ideals);
    let nobody_gains = !ideals.iter().any(Rational::is_positive);
    let solver = Solver::new(circumstances, question, &model, stop);
    let solver = Solver { engine, is_fallback: nobody_gains, ..solver };
    let answer = solver.run()?;
    if question.objective == Objective::Nash && matches!(answer, Answer::Infeasible(_)) {
        // No package leaves everybody who can gain above no deal: every product is 0.
        return Solver { is_fallback: true, ..solver }.run();
    }
    Ok(answer)
}

/// Refuses what has no answer.
fn check(circumstances: &Circumstances<'_>, question: &Question) -> Result<(), Refusal> {
    let parties = circumstances.table.parties_by_name();
    let cares = |party: &PartyId| !circumstances.yardsticks[*party].is_indifferent();
    let caring = parties.into_iter().filter(|party| question.without != Some(*party)).filter(cares).collect_vec();
    let views = views(circumstances, question);
    let is_known = |party: &PartyId| views.iter().all(|view| view.no_deal_score(*party).is_some());
    let unknown = caring.iter().copied().filter(|party| !is_known(party)).collect_vec();
    if let Some(party) =
        question.without.filter(|party| circumstances.table.parties[*party].attendance == Attendance::Needed)
    {
        return Err(Refusal::Needed(party));
    }
    match question.objective {
        Objective::Best(party) if question.without == Some(party) => Err(Refusal::StaysOut(party)),
        Objective::Best(party) if !caring.contains(&party) => Err(Refusal::Indifferent(party)),
        objective if objective.needs_gains() && caring.is_empty() => Err(Refusal::NobodyCares),
        objective if objective.needs_gains() && !unknown.is_empty() => Err(Refusal::NoDealUnknown(unknown)),
        Objective::Nash | Objective::KalaiSmorodinsky if !question.floors && !question.robust => {
            Err(Refusal::NeedsFloors)
        }
        _ if question.robust && !question.floors => Err(Refusal::RestsOnFloors(RestsOnFloors::EveryWorld)),
        _ => Ok(()),
    }
}

pub(super) struct Solver<'a> {
    pub(super) circumstances: &'a Circumstances<'a>,
    pub(super) question: &'a Question,
    pub(super) model: &'a Model,
    pub(super) stop: Stop<'a>,
    pub(super) engine: Engine,
    /// Whether leximin answers in place of the product.
    pub(super) is_fallback: bool,
    /// Whether only points of the frontier are looked for: efficient packages, each the first of its outcome by names.
    pub(super) only_points: bool,
}

impl<'a> Solver<'a> {
    pub(super) fn new(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question,
        model: &'a Model,
        stop: Stop<'a>,
    ) -> Self {
        Self { circumstances, question, model, stop, engine: Engine::Best, is_fallback: false, only_points: false }
    }
}

impl Solver<'_> {
    fn solve<N: Whole>(&self) -> Result<Answer, Refusal> {
        let ground: Ground<'_, N> = Ground::new(self.model);
        let floors = self.floors(&ground.space);
        if self.engine == Engine::Programme {
            return self.by_programme(&ground);
        }
        if self.enumerates() {
            self.by_enumeration(&ground, &floors)
        } else {
            self.by_branch_and_bound(&ground, &floors)
        }
    }

    /// Whether every package is looked at.
    fn enumerates(&self) -> bool {
        match self.engine {
            Engine::Best => !self.model.is_continuous() && self.model.size() <= MOST_PACKAGES,
            Engine::Enumeration => !self.model.is_continuous(),
            Engine::BranchAndBound | Engine::Bounds | Engine::Programme => false,
        }
    }

    pub(super) fn goal(&self) -> Goal {
        let position = |party| self.model.stakes.iter().position(|stake| stake.party == party).unwrap_or(0);
        let over_worlds = || {
            let base = Groups::of(self.model).range(Group::Worlds).start;
            Primary::Measures(vec![Measure::Smallest(Group::Worlds, 1), Measure::Form(base)])
        };
        let objective = match self.question.objective {
            Objective::Joint | Objective::Best(_) if self.question.robust => over_worlds(),
            Objective::Joint => Primary::Measures(vec![Measure::Sum]),
            Objective::Nash if !self.is_fallback => {
                let base = self.model.products.first().filter(|base| self.question.robust && !base.is_empty());
                let base = base.map(|_| Measure::Product(Over::Base));
                Primary::Measures([Measure::Product(Over::Worst)].into_iter().chain(base).collect())
            }
            Objective::KalaiSmorodinsky if !self.is_fallback => Primary::Leximin(Group::Ratios),
            Objective::Fair | Objective::Nash | Objective::KalaiSmorodinsky => Primary::Leximin(Group::Gains),
            Objective::Best(party) => Primary::Measures(vec![Measure::Form(position(party))]),
        };
        let primary = match objective {
            objective if self.model.distances.is_empty() => objective,
            // Leximin of the gains comes behind all measures anyhow.
            Primary::Leximin(Group::Gains) => Primary::Measures(vec![FARTHEST]),
            Primary::Leximin(group) => {
                let count = Groups::of(self.model).range(group).len();
                let smallest = (1..=count).map(|count| Measure::Smallest(group, count));
                Primary::Measures([FARTHEST].into_iter().chain(smallest).collect())
            }
            Primary::Measures(measures) => Primary::Measures([vec![FARTHEST], measures].concat()),
        };
        Goal::new(primary, self.model)
    }

    /// 0 for every gain that has a floor and for every slack; above 0 for gains that a product needs to be positive.
    pub(super) fn floors<N: Whole>(&self, space: &Space<N>) -> Vec<Option<N>> {
        let is_factor = |stake: &usize| !self.is_fallback && self.model.products.iter().flatten().contains(stake);
        let gains = self.model.stakes.iter().enumerate().map(|(at, stake)| match is_factor(&at) {
            // Between whole numbers a gain may still be above 0.
            true if self.model.is_continuous() => Some(N::zero()),
            true => Some(N::one()),
            false => stake.has_floor.then(N::zero),
        });
        space.floors(gains)
    }

    fn run(&self) -> Result<Answer, Refusal> {
        match width(self.model) {
            Width::I64 => self.solve::<i64>(),
            Width::I128 => self.solve::<i128>(),
            Width::Big => self.solve::<IBig>(),
        }
    }

    /// The most that each stake can gain in an allowed package; an answer if that is all there is to say. A product asks
    /// no more than who can gain at all, so that one package that leaves everybody above no-deal will do.
    pub(super) fn ideals(&self) -> Result<Vec<Rational>, Box<Answer>> {
        match width(self.model) {
            Width::I64 => self.ideals_in::<i64>(),
            Width::I128 => self.ideals_in::<i128>(),
            Width::Big => self.ideals_in::<IBig>(),
        }
    }

    fn ideals_in<N: Whole>(&self) -> Result<Vec<Rational>, Box<Answer>> {
        let ground: Ground<'_, N> = Ground::new(self.model);
        let floors = self.floors(&ground.space);
        if self.enumerates() {
            return self.ideals_by_enumeration(&ground, &floors);
        }
        if let Some(gains) = self.gains_for_all(&ground) {
            return Ok(gains);
        }
        let ideal = |stake: usize| {
            let task = Task { measure: Measure::Form(stake), ..self.task(Aim::Best, &floors) };
            let outcome = search(&ground, task, None, &self.stop);
            match (outcome.leaf, outcome.open) {
                (Some(leaf), None) => Ok(leaf.value),
                (None, None) => Err(Box::new(self.infeasible(&ground))),
                (_, Some(_)) => Err(Box::new(Answer::Unknown)),
            }
        };
        (0..self.model.stakes.len()).map(ideal).collect()
    }

    /// Gains of a package with which everybody has some, if products are compared and one is found at once.
    fn gains_for_all<N: Whole>(&self, ground: &Ground<'_, N>) -> Option<Vec<Rational>> {
        if self.question.objective != Objective::Nash || self.model.is_continuous() {
            return None;
        }
        let floors = ground.space.floors(self.model.stakes.iter().map(|_| Some(N::one())));
        let task = Task { nodes: Some(AT_ONCE), ..self.task(Aim::First, &floors) };
        search(ground, task, None, &self.stop).leaf.map(|leaf| leaf.gains)
    }

    fn ideals_by_enumeration<N: Whole>(
        &self,
        ground: &Ground<'_, N>,
        floors: &[Option<N>],
    ) -> Result<Vec<Rational>, Box<Answer>> {
        let mut most: Vec<Option<N>> = vec![None; self.model.stakes.len()];
        let finished = walk(&ground.space, floors, &self.stop, &mut |_, values| {
            for (most, value) in most.iter_mut().zip(values) {
                if most.as_ref().is_none_or(|most| most < value) {
                    *most = Some(value.clone());
                }
            }
        });
        if !finished {
            return Err(Box::new(Answer::Unknown));
        }
        let most: Option<Vec<N>> = most.into_iter().collect();
        let points = |most: Vec<N>| most.iter().map(|gain| ground.space.points(gain)).collect();
        most.map(points).ok_or_else(|| Box::new(self.infeasible(ground)))
    }

    fn by_enumeration<N: Whole>(&self, ground: &Ground<'_, N>, floors: &[Option<N>]) -> Result<Answer, Refusal> {
        let goal = self.goal();
        let listing = enumerate(&ground.space, floors, &goal, &self.stop);
        let Some(best) = listing.best else {
            return Ok(if listing.stopped { Answer::Unknown } else { self.infeasible(ground) });
        };
        let package = |choice: &[usize]| self.model.package(choice, &[]);
        let mut tied: Vec<(Vec<N>, Vec<usize>)> =
            listing.tied.into_iter().filter(|(s, _)| *s != best.standing).collect();
        tied.sort_by(|a, b| goal.compare(&b.0, &a.0).then_with(|| a.1.cmp(&b.1)));
        tied.insert(0, (best.standing.clone(), best.choice.clone()));
        tied.truncate(Ties::MOST);
        let packages = tied.iter().map(|(_, choice)| package(choice)).collect();
        let ties = Ties::Listed { packages, complete: listing.complete && !listing.stopped };
        let found = self.found(package(&best.choice), ties, How::Enumerated);
        let gains = &best.standing[ground.space.range(Group::Gains)];
        let gains: Vec<Rational> = gains.iter().map(|gain| ground.space.points(gain)).collect();
        self.verify(&found.package, &gains)?;
        if listing.stopped {
            let measure = goal.first_measure();
            let value = goal.value(&measure, &goal.standing(&gains));
            return Ok(self.best_found(found, &value, ground.loose_bound(&measure)));
        }
        Ok(Answer::Proven(found))
    }

    /// The integer programme's package, verified, with a bound that isn't the solver's.
    fn by_programme<N: Whole>(&self, ground: &Ground<'_, N>) -> Result<Answer, Refusal> {
        let measure = self.goal().first_measure();
        let Some(leaf) = self.propose(ground, &measure, ALONE) else { return Ok(Answer::Unknown) };
        self.verify(&self.package(&leaf), &leaf.gains)?;
        let found = self.found(self.package(&leaf), self.alone(&leaf), How::Programme);
        Ok(self.best_found(found, &leaf.value, ground.loose_bound(&measure)))
    }

    pub(super) fn task<N: Whole>(&self, aim: Aim, floors: &[Option<N>]) -> Task<N> {
        let nodes = (self.only_points && aim == Aim::Best).then_some(PATIENT);
        let walks = self.engine != Engine::Bounds;
        Task { aim, floors: floors.to_vec(), nodes, only_points: self.only_points, walks, ..Task::default() }
    }

    /// The ties of a package of which nothing more is known.
    pub(super) fn alone(&self, leaf: &Leaf) -> Ties {
        if self.model.is_continuous() {
            return Ties::Continuous;
        }
        Ties::Listed { packages: vec![self.package(leaf)], complete: false }
    }

    /// An answer with a bound. `value` and `bound` are of gains; where a score was asked for, both are told as scores.
    pub(super) fn best_found(&self, found: Found, value: &Rational, bound: f64) -> Answer {
        let level = match self.question.objective {
            Objective::Best(party) if !self.question.robust => {
                self.circumstances.no_deal_score(party).unwrap_or_default()
            }
            _ => Rational::zero(),
        };
        let (value, bound) = match self.model.products.iter().find(|factors| !factors.is_empty()).map_or(0, Vec::len) {
            0 => (nearest_f64(value), bound),
            // Bounds on a product are on its logarithm; both are told as geometric means.
            factors if !self.is_fallback => ((logarithm(value) / factors as f64).exp(), (bound / factors as f64).exp()),
            _ => (nearest_f64(value), bound),
        };
        let gap = (bound - value).max(0.0);
        Answer::BestFound(BestFound { found, bound: value + gap + nearest_f64(&level), gap })
    }

    pub(super) fn proven(&self, leaf: &Leaf, ties: Ties) -> Result<Answer, Refusal> {
        let package = self.package(leaf);
        self.verify(&package, &leaf.gains)?;
        Ok(Answer::Proven(self.found(package, ties, How::BranchAndBound)))
    }

    pub(super) fn found(&self, package: Package, ties: Ties, how: How) -> Found {
        let packages = self.model.packages();
        let gaining = |stake: &usize| {
            let ratios = self.model.ratios.iter().flat_map(|ratio| &ratio.of).map(|(of, _)| of);
            self.model.products.iter().flatten().chain(ratios).contains(stake)
        };
        let compares = matches!(self.question.objective, Objective::Nash | Objective::KalaiSmorodinsky);
        let left_out = (0..self.model.stakes.len()).filter(|stake| compares && !gaining(stake));
        let left_out = left_out.map(|stake| self.model.stakes[stake].party).dedup().collect();
        Found { package, packages, ties, how, left_out, is_fallback: self.is_fallback }
    }

    pub(super) fn package(&self, leaf: &Leaf) -> Package {
        self.model.package(&leaf.choice, &leaf.amounts)
    }

    pub(super) fn infeasible<N: Whole>(&self, ground: &Ground<'_, N>) -> Answer {
        if self.only_points || (!self.model.products.is_empty() && !self.is_fallback) {
            // Only that no point is left, or that a product is 0: nobody reads reasons.
            return Answer::Infeasible(Conflict::unexplained());
        }
        match conflict(self.circumstances, self.question, ground, &self.stop) {
            Some(conflict) => Answer::Infeasible(conflict),
            None => Answer::Unknown,
        }
    }

    /// Scores the package again, in code that knows no solver, and compares.
    pub(super) fn verify(&self, package: &Package, gains: &[Rational]) -> Result<(), Refusal> {
        let mut same = true;
        let mut allowed = true;
        for view in views(self.circumstances, self.question) {
            let assessment = assess(&view, package);
            let stakes = self.model.stakes.iter().zip(gains).filter(|(stake, _)| stake.world == view.world);
            same &= stakes.into_iter().all(|(stake, gain)| {
                let party = &assessment.parties[stake.party];
                let scored = party.score.as_ref().map(|score| score - party.no_deal.clone().unwrap_or_default());
                scored.as_ref() == Some(gain)
            });
            allowed &= is_allowed(&view, self.question, &assessment, package);
        }
        if same && allowed { Ok(()) } else { Err(Refusal::Mismatch(Box::new(package.clone()))) }
    }
}

/// Whether a package may be the answer to a question, as far as one world goes.
fn is_allowed(
    circumstances: &Circumstances<'_>,
    question: &Question,
    assessment: &Assessment,
    package: &Package,
) -> bool {
    let passed = |body: &RatificationAssessment| {
        question.without == Some(body.party) || body.status == RatificationStatus::Passed
    };
    assessment.keeps_rules()
        && (!question.floors || assessment.is_acceptable())
        && (!question.ratifiable || assessment.ratifications.iter().all(passed))
        && question.also.iter().all(|demand| meets(circumstances, demand, package) == Some(true))
}
