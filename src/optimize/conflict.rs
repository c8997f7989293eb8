//! Why no package is acceptable, and the ways out.
//!
//! A conflict is minimal by inclusion (an irreducible infeasible set): it is found by leaving out one reason after the
//! other and keeping it out while the rest is still without a package. Each of these verdicts is exact.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;
use num_traits::Signed as _;

use super::goal::Measure;
use super::milp;
use super::model::Model;
use super::search::search;
use super::space::{Whole, Width, width};
use super::task::{Aim, Ground, Leaf, Task};
use super::{Conflict, Question, Reason, Repair, Stop};
use crate::domain::{IssueId, Rational, RuleForm, WorldId, integer};
use crate::valuation::Circumstances;

/// The reasons for which `ground` has no package, and the ways out; `None` if the time ran out.
pub(crate) fn conflict<N: Whole>(
    circumstances: &Circumstances<'_>,
    question: &Question,
    ground: &Ground<'_, N>,
    stop: &Stop<'_>,
) -> Option<Conflict> {
    let court = Court { ground, stop };
    let reasons = court.reduce(court.reasons())?;
    let frees: Vec<Option<bool>> = reasons.iter().map(|reason| court.is_possible(&court.all_but(*reason))).collect();
    let mut repairs = open_issues(circumstances, question, stop);
    repairs.extend(worlds(circumstances, question, stop));
    repairs.extend(between(ground.model, stop));
    let freeing = reasons.iter().zip(&frees).filter(|(_, frees)| **frees == Some(true));
    repairs.extend(freeing.filter_map(|(reason, _)| court.concession(circumstances, *reason)));
    Some(Conflict { reasons, any_one_suffices: all(&frees), repairs })
}

/// Whether all are true; `None` if that isn't known.
fn all(verdicts: &[Option<bool>]) -> Option<bool> {
    match verdicts.contains(&Some(false)) {
        true => Some(false),
        false if verdicts.contains(&None) => None,
        false => Some(true),
    }
}

struct Court<'a, N> {
    ground: &'a Ground<'a, N>,
    stop: &'a Stop<'a>,
}

impl<N: Whole> Court<'_, N> {
    /// Every reason by kind and name: rules, ratifying bodies, what was asked besides, no-deals.
    fn reasons(&self) -> Vec<Reason> {
        let model = self.ground.model;
        let rows = model.requirements.iter().map(|row| row.reason).dedup();
        let stakes = model.stakes.iter().filter(|stake| stake.has_floor).map(|stake| Reason::NoDeal(stake.party));
        rows.chain(stakes.dedup()).collect()
    }

    /// Leaves out what isn't needed for there being no package; no-deals first, so that rules are named before people.
    fn reduce(&self, mut reasons: Vec<Reason>) -> Option<Vec<Reason>> {
        for at in (0..reasons.len()).rev() {
            let mut rest = reasons.clone();
            rest.remove(at);
            if !self.is_possible(&rest)? {
                reasons = rest;
            }
        }
        Some(reasons)
    }

    /// Whether some package keeps all of `reasons`; `None` if the time ran out.
    fn is_possible(&self, reasons: &[Reason]) -> Option<bool> {
        let task = Task { aim: Aim::First, measure: Measure::Nothing, floors: self.floors(reasons), ..Task::default() };
        let outcome = search(self.ground, task, None, self.stop);
        match (outcome.leaf, outcome.open) {
            (Some(_), _) => Some(true),
            (None, None) => Some(false),
            (None, Some(_)) => None,
        }
    }

    /// 0 for each form that one of `reasons` demands, and for the links.
    fn floors(&self, reasons: &[Reason]) -> Vec<Option<N>> {
        let mut floors = self.ground.space.links_only();
        for (form, reason) in self.form_reasons() {
            if reasons.contains(&reason) {
                floors[form] = Some(N::zero());
            }
        }
        floors
    }

    /// Each form that has a reason, with it.
    fn form_reasons(&self) -> impl Iterator<Item = (usize, Reason)> {
        let model = self.ground.model;
        let stakes = model.stakes.iter().enumerate().filter(|(_, stake)| stake.has_floor);
        let gains = stakes.map(|(at, stake)| (at, Reason::NoDeal(stake.party)));
        let behind = self.ground.space.compared();
        gains.chain(model.requirements.iter().enumerate().map(move |(at, row)| (behind + at, row.reason)))
    }

    /// Everything that is demanded but for one reason.
    fn all_but(&self, reason: Reason) -> Vec<Reason> {
        self.reasons().into_iter().filter(|other| *other != reason).collect()
    }

    /// What a reason alone would have to give for there to be a package, given that there is one without it.
    fn concession(&self, circumstances: &Circumstances<'_>, reason: Reason) -> Option<Repair> {
        let others = self.all_but(reason);
        let forms = self.form_reasons().filter(|(_, other)| *other == reason);
        let forms: Vec<usize> = forms.map(|(form, _)| form).collect();
        match reason {
            Reason::NoDeal(party) => {
                Some(Repair::NoDealGives { party, amount: self.amount(self.floors(&others), &forms)? })
            }
            Reason::Rule(rule) => {
                if !matches!(*circumstances.rule(rule), RuleForm::Limit(_) | RuleForm::RedLine { .. }) {
                    return Some(Repair::RuleGoes { rule });
                }
                // What bounds both ways may give in one while it holds in the other, not both.
                let (less, more): (Vec<usize>, Vec<usize>) = forms.iter().partition(|form| self.is_least(**form));
                let ways = [(&more, &less, false), (&less, &more, true)];
                let amounts =
                    ways.into_iter().filter(|(give, ..)| !give.is_empty()).filter_map(|(give, hold, less)| {
                        let mut floors = self.floors(&others);
                        hold.iter().for_each(|form| floors[*form] = Some(N::zero()));
                        Some((self.amount(floors, give)?, less))
                    });
                let (amount, less) = amounts.min()?;
                Some(Repair::RuleGives { rule, amount, less })
            }
            Reason::Ratification { party, body } => Some(Repair::RatificationGives { party, body }),
            Reason::Asked(_) => None, // Whoever asks knows best what to ask instead.
        }
    }

    /// Whether a form with a requirement behind it says how much there must be at least.
    fn is_least(&self, form: usize) -> bool {
        self.ground.model.requirements[form - self.ground.space.compared()].is_least
    }

    /// By how much all `forms` of a reason must give, each by the same, for there to be a package that keeps `floors`.
    ///
    /// A reason has a form per world. With continuous amounts an amount over several isn't looked for.
    fn amount(&self, floors: Vec<Option<N>>, forms: &[usize]) -> Option<Rational> {
        if let [only] = *forms {
            return self.shortfall(floors, only);
        }
        if self.ground.model.is_continuous() {
            return None;
        }
        let mut too_little = Rational::default();
        let mut enough = self.given(&floors, forms, None)??;
        // Whatever is enough gets less in every round, or is proven the least; halving keeps the rounds few.
        while let Some(less) = self.given(&floors, forms, Some(Giving::Less(&enough)))? {
            enough = less;
            let middle = (&too_little + &enough) / integer(2);
            match self.given(&floors, forms, Some(Giving::AtMost(&middle)))? {
                Some(less) => enough = less,
                None => too_little = middle,
            }
        }
        enough.is_positive().then_some(enough)
    }

    /// How much `forms` give at some package that keeps `floors`, where they may give so much; nothing if there is none,
    /// `None` if the time ran out.
    fn given(&self, floors: &[Option<N>], forms: &[usize], giving: Option<Giving<'_>>) -> Option<Option<Rational>> {
        let space = &self.ground.space;
        let mut floors = floors.to_vec();
        for form in forms {
            let whole = |amount: &Rational| -amount / &space.units[*form];
            let least = match giving {
                Some(Giving::Less(amount)) => whole(amount).floor().to_integer() + 1,
                Some(Giving::AtMost(amount)) => whole(amount).ceil().to_integer(),
                None => continue,
            };
            // What doesn't fit lies below every value of the form.
            floors[*form] = N::try_from(least).ok();
        }
        let task = Task { aim: Aim::First, measure: Measure::Nothing, floors, ..Task::default() };
        let outcome = search(self.ground, task, None, self.stop);
        let Some(leaf) = outcome.leaf else { return outcome.open.is_none().then_some(None) };
        let gives =
            |form: &usize| -(&space.units[*form] * Rational::from_integer(space.value(*form, &leaf.choice).into()));
        Some(forms.iter().map(gives).max())
    }

    /// How far `form` stays below 0 at least at packages that keep `floors`.
    fn shortfall(&self, floors: Vec<Option<N>>, form: usize) -> Option<Rational> {
        let task = Task { aim: Aim::Best, measure: Measure::Form(form), floors, ..Task::default() };
        let outcome = search(self.ground, task, None, self.stop);
        let Leaf { value, .. } = outcome.open.is_none().then_some(outcome.leaf).flatten()?;
        value.is_negative().then(|| -value)
    }
}

/// How much a reason may give.
#[derive(Clone, Copy)]
enum Giving<'a> {
    /// Less than this.
    Less(&'a Rational),
    /// This at most.
    AtMost(&'a Rational),
}

/// Parked issues that would make room.
fn open_issues(circumstances: &Circumstances<'_>, question: &Question, stop: &Stop<'_>) -> Vec<Repair> {
    let table = circumstances.table;
    let opens = |issue: &IssueId| {
        let mut opened = table.table().clone();
        opened.issues[*issue].parked = false;
        let ready = opened.ready().ok();
        ready.is_some_and(|ready| has_package(&Circumstances::new(ready, circumstances.world), question, stop))
    };
    let parked = table.issues_by_name().into_iter().filter(|issue| table.issues[*issue].parked);
    parked.filter(opens).map(Repair::OpenIssue).collect()
}

/// Worlds with acceptable packages.
fn worlds(circumstances: &Circumstances<'_>, question: &Question, stop: &Stop<'_>) -> Vec<Repair> {
    let table = circumstances.table;
    let others = table.table().worlds.keys().filter(|world| question.robust || *world != circumstances.world);
    let others: Vec<WorldId> = others.sorted_by_key(|world| &table.table().worlds[*world].id).collect();
    let open = |world: &WorldId| {
        let question = Question { world: *world, robust: false, ..question.clone() };
        has_package(&circumstances.in_world(*world), &question, stop)
    };
    others.into_iter().filter(open).map(Repair::World).collect()
}

/// Whether some package is allowed: the cheap part of an answer. `None` if the time ran out.
#[must_use]
pub fn is_possible(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Option<bool> {
    let stop = Stop::new(flag, question.deadline);
    if has_package(circumstances, question, &stop) {
        return Some(true);
    }
    (!stop.is_due()).then_some(false)
}

fn has_package(circumstances: &Circumstances<'_>, question: &Question, stop: &Stop<'_>) -> bool {
    let model = Model::new(circumstances, question);
    match width(&model) {
        Width::I64 => has_leaf::<i64>(&model, stop),
        Width::I128 => has_leaf::<i128>(&model, stop),
        Width::Big => has_leaf::<dashu_int::IBig>(&model, stop),
    }
}

fn has_leaf<N: Whole>(model: &Model, stop: &Stop<'_>) -> bool {
    let ground: Ground<'_, N> = Ground::new(model);
    let court = Court { ground: &ground, stop };
    court.is_possible(&court.reasons()) == Some(true)
}

/// Options of which the relaxed problem takes parts: something in between may be worth inventing.
fn between(model: &Model, stop: &Stop<'_>) -> Option<Repair> {
    let options: BTreeMap<_, _> = milp::parts_of_options(model, None, stop)?;
    (!options.is_empty()).then_some(Repair::Between { options })
}
