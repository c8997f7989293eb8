//! The best amount or division of one issue, with everything else of a package as it is.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::{Help, Search, Standing, help, needed};
use crate::analysis::standing::caring;
use crate::analysis::{improve, package_of};
use crate::domain::{Condition, IssueId, NoDeal, NoDealValue, Package, PartyId, Rational, RuleForm, Table};
use crate::optimize::{Answer, Objective, Question, Reason, Refusal, is_possible, solve};
use crate::valuation::{Circumstances, assess};

/// Looks for the best decision on one issue, in the order in which steps help.
///
/// Among endlessly many amounts the best may lie anywhere, so the optimiser is asked, with all other issues parked where
/// the package has them.
pub(super) struct Tuner<'a> {
    pub(super) of: &'a Search<'a>,
    pub(super) issue: IssueId,
    /// What the issue could be decided to at an end or a bend: sums of curves are largest and smallest at one of these.
    pub(super) corners: &'a [Package],
    /// Whether every search came to its end.
    pub(super) is_settled: bool,
}

impl Tuner<'_> {
    /// The packages among which the best step on the issue is: those that help in the best way that there is, with as
    /// little left in the way as can be.
    pub(super) fn packages(&mut self) -> Result<Vec<Package>, Refusal> {
        let repairable = self.repairable()?;
        let all_gain = self.all_gain(&repairable)?;
        if !all_gain.is_empty() {
            return Ok(all_gain);
        }
        let repairs = self.repairs(&repairable)?;
        if !repairs.is_empty() || !self.of.start.assessment.keeps_rules() {
            return Ok(repairs);
        }
        let lifts = self.ask(Objective::Fair, &BTreeSet::new(), Vec::new())?;
        if lifts.as_ref().is_some_and(|lifts| self.helps(lifts) == Some(Help::LiftsSmallest)) {
            return Ok(lifts.into_iter().collect());
        }
        Ok(self.ask(Objective::Joint, &BTreeSet::new(), Vec::new())?.into_iter().collect())
    }

    /// What stands in the way and can be taken away by this issue alone.
    fn repairable(&mut self) -> Result<BTreeSet<Reason>, Refusal> {
        let mut repairable = BTreeSet::new();
        for fault in &self.of.start.faults {
            let table = self.alone(&[*fault].into());
            if self.search(&table, Objective::Fair, self.floors_kept(&[*fault].into()))?.is_some() {
                repairable.insert(*fault);
            }
        }
        Ok(repairable)
    }

    /// The best packages after which every needed party gains. Where the leximin-best of those that leave none of them
    /// worse is none, nothing is best: the nearer to it the better. Then that package is taken whose smallest rise is
    /// largest.
    fn all_gain(&mut self, repairable: &BTreeSet<Reason>) -> Result<Vec<Package>, Refusal> {
        let broken: BTreeSet<Reason> =
            self.of.start.faults.iter().filter(|fault| matches!(fault, Reason::Rule(_))).copied().collect();
        if !broken.is_subset(repairable) || self.largest_rise(&broken)?.is_none() {
            return Ok(Vec::new());
        }
        let parts = largest_first(repairable).filter(|repaired| broken.is_subset(repaired));
        for (_, repaired) in &parts.chunk_by(BTreeSet::len) {
            let mut found = Vec::new();
            for repaired in repaired {
                let best = self.ask(Objective::Fair, &repaired, self.nobody_needed_falls())?;
                match best.filter(|best| self.helps(best) == Some(Help::AllGain)) {
                    Some(best) => found.push(best),
                    None => found.extend(self.largest_rise(&repaired)?),
                }
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    /// The best packages of those that take away as much as can be.
    fn repairs(&mut self, repairable: &BTreeSet<Reason>) -> Result<Vec<Package>, Refusal> {
        for (size, repaired) in &largest_first(repairable).chunk_by(BTreeSet::len) {
            let mut found = Vec::new();
            for repaired in repaired.filter(|_| size > 0) {
                found.extend(self.ask(Objective::Fair, &repaired, Vec::new())?);
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(Vec::new())
    }

    fn helps(&self, package: &Package) -> Option<Help> {
        help(
            self.of.circumstances,
            self.of.start,
            &Standing::new(assess(self.of.circumstances, package), self.of.question.floors),
        )
    }

    /// The best package that takes away `repaired`, and puts nothing in the way that wasn't there.
    fn ask(
        &mut self,
        objective: Objective,
        repaired: &BTreeSet<Reason>,
        also: Vec<Condition>,
    ) -> Result<Option<Package>, Refusal> {
        let table = self.alone(repaired);
        self.search(&table, objective, self.floors_kept(repaired).into_iter().chain(also).collect())
    }

    /// The package whose smallest rise of a needed party is largest, if all of them rise there.
    fn largest_rise(&mut self, repaired: &BTreeSet<Reason>) -> Result<Option<Package>, Refusal> {
        let mut table = self.alone(repaired);
        // Gains then count from where everybody is; those who may stay out never have the smallest.
        let needed = needed(self.of.circumstances);
        let score = |party: PartyId, package: &Package| self.of.circumstances.score(party, package).unwrap_or_default();
        let rises = needed.iter().cartesian_product(self.corners);
        let rises = rises.map(|(party, corner)| score(*party, corner) - score(*party, self.of.package));
        let most = rises.max().unwrap_or_default().max(Rational::default());
        for party in caring(self.of.circumstances) {
            let corners = self.corners.iter().chain([self.of.package]).map(|corner| score(party, corner));
            let from = match needed.contains(&party) {
                true => score(party, self.of.package),
                false => corners.min().unwrap_or_default() - &most,
            };
            table.worlds.iter_mut().for_each(|world| _ = world.no_deals.remove(&party));
            table.parties[party].no_deal = Some(NoDeal { value: NoDealValue::Score(from), reason: None, range: None });
        }
        let also = self.floors_kept(repaired).into_iter().chain(self.nobody_needed_falls()).collect();
        let found = self.search(&table, Objective::Fair, also)?;
        Ok(found.filter(|found| self.helps(found) == Some(Help::AllGain)))
    }

    /// That no needed party is below its no-deal that isn't there now, or that is to be brought up.
    fn floors_kept(&self, repaired: &BTreeSet<Reason>) -> Vec<Condition> {
        let stays = |party: &PartyId| {
            let below = Reason::NoDeal(*party);
            self.of.question.floors && (repaired.contains(&below) || !self.of.start.faults.contains(&below))
        };
        let floor = |party| {
            Some(Condition::Score { party, at_least: self.of.start.assessment.parties[party].no_deal.clone()? })
        };
        needed(self.of.circumstances).into_iter().filter(stays).filter_map(floor).collect()
    }

    fn nobody_needed_falls(&self) -> Vec<Condition> {
        let score =
            |party| Some(Condition::Score { party, at_least: self.of.start.assessment.parties[party].score.clone()? });
        needed(self.of.circumstances).into_iter().filter_map(score).collect()
    }

    /// The table with every other issue parked where the package has it, and without the rules that are broken and aren't
    /// `repaired`.
    fn alone(&self, repaired: &BTreeSet<Reason>) -> Table {
        let mut table = self.of.circumstances.table.table().clone();
        improve::park_others(&mut table, self.of.package, self.issue);
        for fault in self.of.start.faults.difference(repaired) {
            if let Reason::Rule(rule) = fault {
                table.rules[*rule].form = RuleForm::AtLeast(0, Vec::new());
                table.worlds.iter_mut().for_each(|world| _ = world.limits.remove(rule));
            }
        }
        table
    }

    fn search(
        &mut self,
        table: &Table,
        objective: Objective,
        also: Vec<Condition>,
    ) -> Result<Option<Package>, Refusal> {
        let Ok(ready) = table.ready() else { return Ok(None) }; // Nothing that makes a table ready was taken away.
        let circumstances =
            Circumstances::new(ready, self.of.circumstances.world).without(self.of.circumstances.absent);
        let without = self.of.circumstances.absent;
        let (world, deadline) = (self.of.circumstances.world, self.of.question.deadline);
        let question = Question { world, also, without, floors: false, deadline, ..Question::new(objective) };
        // Why there is none takes far longer to say, and nobody asks.
        match is_possible(&circumstances, &question, self.of.flag) {
            Some(true) => {}
            Some(false) => return Ok(None),
            None => {
                self.is_settled = false;
                return Ok(None);
            }
        }
        let answer = solve(&circumstances, &question, self.of.flag)?;
        self.is_settled &= matches!(answer, Answer::Proven(_));
        Ok(package_of(&answer).cloned())
    }
}

/// Every part of a set, the largest first.
fn largest_first(set: &BTreeSet<Reason>) -> impl Iterator<Item = BTreeSet<Reason>> {
    let of_size = |size: usize| set.iter().copied().combinations(size).map(BTreeSet::from_iter);
    (0..=set.len()).rev().flat_map(of_size)
}
