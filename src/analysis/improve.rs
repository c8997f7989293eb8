//! Post-settlement settlement: what is better for some and worse for nobody, with the package as the fallback
//! (Raiffa 1985).

use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;

use super::standing::{caring, check, compare_names};
use crate::domain::{
    Condition, Decision, IssueId, IssueKind, NoDealValue, OptionId, Package, Rational, Reference, RuleForm, Table,
};
use crate::optimize::{Answer, Conflict, Objective, Question, Refusal, count_better, is_possible, solve};
use crate::valuation::{Circumstances, assess};

/// Over how many amounts the fewest changes are looked for: each may stay or move, so every one doubles the work.
const MOST_AMOUNTS: usize = 6;

/// What is better than a package for some and worse for nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct Improvement {
    /// What was asked, with everybody's present score as a demand.
    pub question: Question,
    /// The best package that leaves nobody below its present score.
    pub best: Answer,
    /// Whether it is proven that no package that may be chosen is better for some and worse for nobody, and the package
    /// itself may be chosen.
    pub is_efficient: bool,
    /// How many packages are within the rules, worse for nobody and better for some; `None` if they can't be counted.
    pub count: Option<u64>,
    /// Of the packages that are worse for nobody and better for some, one that changes the fewest issues: of these the
    /// leximin-best, then the first by names. `None` if there is none or the time ran out.
    pub fewest: Option<Package>,
}

/// Looks for improvements of `package`, by the objective, world, demands and deadline of `question`.
///
/// Nobody may fall below its present score, whatever its no-deal. With floors, a package that is acceptable goes before
/// one that isn't.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn improve(
    circumstances: &Circumstances<'_>,
    package: &Package,
    question: &Question,
    flag: &AtomicBool,
) -> Result<Improvement, Refusal> {
    check(circumstances)?;
    let question = nobody_worse(circumstances, package, question);
    let anyhow = Question { floors: false, ..question.clone() };
    let search = Search { circumstances, package, question: &anyhow, flag };
    let best = search.best(&question)?;
    let may_be_chosen = search.may_be_chosen();
    let is_efficient = match &best {
        Answer::Proven(found) => may_be_chosen && !search.is_better(&found.package),
        _ => false,
    };
    let fewest = if is_efficient { None } else { search.fewest()? };
    let count = count_better(circumstances, &anyhow, package, flag);
    Ok(Improvement { question, best, is_efficient, count, fewest })
}

/// The question with everybody's present score as a demand.
fn nobody_worse(circumstances: &Circumstances<'_>, package: &Package, question: &Question) -> Question {
    let score = |party| Some(Condition::Score { party, at_least: circumstances.score(party, package)? });
    let scores = caring(circumstances).into_iter().filter_map(score);
    Question { also: question.also.iter().cloned().chain(scores).collect(), ..question.clone() }
}

struct Search<'a> {
    circumstances: &'a Circumstances<'a>,
    package: &'a Package,
    /// Without floors: present scores take their place.
    question: &'a Question,
    flag: &'a AtomicBool,
}

impl Search<'_> {
    /// The best package at which nobody is worse off: acceptable if that is asked and can be.
    fn best(&self, question: &Question) -> Result<Answer, Refusal> {
        if question.floors {
            let answer = solve(self.circumstances, question, self.flag)?;
            let needs_floors = matches!(question.objective, Objective::Nash | Objective::KalaiSmorodinsky);
            if needs_floors || !matches!(answer, Answer::Infeasible(_)) {
                return Ok(answer);
            }
        }
        solve(self.circumstances, self.question, self.flag)
    }

    /// Whether the package itself keeps what is asked.
    fn may_be_chosen(&self) -> bool {
        let assessment = assess(self.circumstances, self.package);
        assessment.keeps_rules() && (!self.question.ratifiable || assessment.is_ratifiable())
    }

    /// Whether `other`, which is worse for nobody, is better for somebody.
    fn is_better(&self, other: &Package) -> bool {
        assess(self.circumstances, other).gains() != assess(self.circumstances, self.package).gains()
    }

    /// The improvement with the fewest changed issues. Of packages with at most so many changes the leximin-best is an
    /// improvement if any is, so the first number of changes at which it is one is the fewest.
    fn fewest(&self) -> Result<Option<Package>, Refusal> {
        let (parked, amounts): (Vec<IssueId>, Vec<IssueId>) =
            self.amounts().into_iter().partition(|issue| self.circumstances.table.issues[*issue].parked);
        if amounts.len() > MOST_AMOUNTS {
            return Ok(None);
        }
        // A parked amount goes back to today whatever else changes.
        let back = parked.into_iter().filter(|issue| self.goes_back(*issue)).count();
        for changes in back + 1..=self.package.decisions.len() {
            let changes = changes - back;
            let mut best: Option<Package> = None;
            for moving in amounts.iter().copied().powerset().filter(|moving| moving.len() <= changes) {
                let found = match self.with_at_most(changes - moving.len(), &moving)? {
                    Some(Answer::Proven(found)) => found.package,
                    Some(Answer::Infeasible(_)) => continue,
                    _ => return Ok(None),
                };
                if self.is_better(&found) && best.as_ref().is_none_or(|best| self.goes_before(&found, best)) {
                    best = Some(found);
                }
            }
            if best.is_some() {
                return Ok(best);
            }
        }
        Ok(None)
    }

    /// Leximin, then names.
    fn goes_before(&self, package: &Package, best: &Package) -> bool {
        let leximin = |package: &Package| assess(self.circumstances, package).leximin();
        let names = || compare_names(&self.circumstances.table, best, package);
        leximin(package).cmp(&leximin(best)).then_with(names).is_gt()
    }

    /// The issues that are decided by an amount or by shares.
    fn amounts(&self) -> Vec<IssueId> {
        let table = self.circumstances.table.table();
        let is_amount = |issue: &IssueId| !matches!(table.issues[*issue].kind, IssueKind::Choice(_));
        table.issues_by_name().into_iter().filter(is_amount).collect()
    }

    /// Whether the package decides an issue otherwise than today.
    fn goes_back(&self, issue: IssueId) -> bool {
        self.circumstances.table.issues[issue].today.as_ref() != Some(&self.package.decisions[issue])
    }

    /// The leximin-best package that differs from this one on at most so many choices, and on no amount but those of
    /// `moving`; `None` if the time ran out.
    fn with_at_most(&self, choices: usize, moving: &[IssueId]) -> Result<Option<Answer>, Refusal> {
        let mut table = self.circumstances.table.table().clone();
        for issue in self.amounts().into_iter().filter(|issue| !moving.contains(issue)) {
            hold(&mut table, issue, &self.package.decisions[issue]);
        }
        let Ok(ready) = table.ready() else { return Ok(None) };
        let circumstances = Circumstances::new(ready, self.circumstances.world);
        let question = Question { objective: Objective::Fair, ..self.question.demanding(self.stay(choices)) };
        // Why there is none takes far longer to say, and nobody asks.
        match is_possible(&circumstances, &question, self.flag) {
            Some(true) => solve(&circumstances, &question, self.flag).map(Some),
            Some(false) => Ok(Some(Answer::Infeasible(Conflict::unexplained()))),
            None => Ok(None),
        }
    }

    /// All but so many choices as they are in the package.
    fn stay(&self, changes: usize) -> RuleForm {
        let options: Vec<OptionId> = self.package.options().collect();
        RuleForm::AtLeast(u32::try_from(options.len().saturating_sub(changes)).unwrap_or(u32::MAX), options)
    }
}

/// Leaves no amount or shares of an issue but those of `decision`; scores count from the same reference set as before.
pub(super) fn hold(table: &mut Table, issue: IssueId, decision: &Decision) {
    match decision {
        Decision::Amount(amount) => restrict(table, issue, amount.clone(), amount.clone()),
        Decision::Shares(_) => park_at(table, issue, decision.clone()),
        Decision::Option(_) => {}
    }
}

/// Parks an issue at `decision`, unless it is parked already.
fn park_at(table: &mut Table, issue: IssueId, decision: Decision) {
    if !table.issues[issue].parked {
        keep_no_deals(table);
        (table.issues[issue].today, table.issues[issue].parked) = (Some(decision), true);
    }
}

/// Parks every issue but one where a package has it.
pub(super) fn park_others(table: &mut Table, package: &Package, but: IssueId) {
    keep_no_deals(table);
    for (issue, decision) in package.decisions.iter_enumerated().filter(|(issue, _)| *issue != but) {
        (table.issues[issue].today, table.issues[issue].parked) = (Some(decision.clone()), true);
    }
}

/// Says what no deal is worth by the package of today, so that it stays so where another today is written.
fn keep_no_deals(table: &mut Table) {
    let Some(today) = table.today() else { return };
    let of_worlds = table.worlds.iter_mut().flat_map(|world| world.no_deals.values_mut());
    let no_deals = table.parties.iter_mut().filter_map(|party| party.no_deal.as_mut()).chain(of_worlds);
    for no_deal in no_deals.filter(|no_deal| no_deal.value == NoDealValue::Today) {
        no_deal.value = NoDealValue::Package(today.clone());
    }
}

/// Leaves the amounts of an issue between `from` and `to`; scores count from the same reference set as before.
pub(super) fn restrict(table: &mut Table, issue: IssueId, from: Rational, to: Rational) {
    let IssueKind::Quantity(quantity) = &mut table.issues[issue].kind else { return };
    if quantity.reference == Reference::Whole {
        quantity.reference = Reference::Range(quantity.from.clone(), quantity.to.clone());
    }
    (quantity.from, quantity.to) = (from, to);
}
