//! Every point before the court: scored again and held against every rule, in code that knows no solver.

use std::borrow::Cow;

use super::{FrontierPoint, Scope};
use crate::domain::{Attendance, PartyId, Rational, RuleForm};
use crate::optimize::model::Model;
use crate::optimize::{Question, Refusal};
use crate::valuation::{Circumstances, Ledger, assess, holds, meets};

/// What points are held against.
pub(super) struct Court<'a> {
    circumstances: &'a Circumstances<'a>,
    question: &'a Question,
    scope: &'a Scope,
    /// The parties whose gains a point tells, with the score that these are counted from.
    compared: Vec<(PartyId, Rational)>,
    /// The parties that a package must not leave below a score, with that score.
    floors: Vec<(PartyId, Rational)>,
    rules: Vec<Cow<'a, RuleForm>>,
}

impl<'a> Court<'a> {
    pub(super) fn new(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question,
        scope: &'a Scope,
        model: &Model,
    ) -> Self {
        let table = circumstances.table;
        let no_deal = |party: PartyId| circumstances.no_deal_score(party);
        let compared = model.stakes.iter().map(|stake| (stake.party, no_deal(stake.party).unwrap_or_default()));
        let needed = table.parties.keys().filter(|party| table.parties[*party].attendance == Attendance::Needed);
        let floors = needed.filter(|_| question.floors).filter_map(|party| Some((party, no_deal(party)?)));
        let rules = table.rules.keys().map(|rule| circumstances.rule(rule));
        Self {
            circumstances,
            question,
            scope,
            compared: compared.collect(),
            floors: floors.collect(),
            rules: rules.collect(),
        }
    }

    /// Refuses points that come out otherwise, or that are not allowed.
    pub(super) fn check(&self, points: &[FrontierPoint]) -> Result<(), Refusal> {
        let mut ledger = Ledger::new(self.circumstances);
        let wrong = points.iter().find(|point| !self.passes(&mut ledger, point));
        wrong.map_or(Ok(()), |point| Err(Refusal::Mismatch(Box::new(point.package.clone()))))
    }

    fn passes(&self, ledger: &mut Ledger<'_>, point: &FrontierPoint) -> bool {
        let package = &point.package;
        let scores = ledger.scores(package);
        let gain = |(party, level): &(PartyId, Rational)| scores[*party].as_ref().map(|score| score - level);
        let same = self.compared.iter().map(gain).eq(point.gains.iter().cloned().map(Some));
        let is_below =
            |(party, level): &(PartyId, Rational)| scores[*party].as_ref().is_some_and(|score| score < level);
        let is_above = |(party, most): &(PartyId, Rational)| scores[*party].as_ref().is_some_and(|score| most < score);
        same && !self.floors.iter().any(is_below)
            && !self.scope.ceiling.iter().any(is_above)
            && self.rules.iter().all(|rule| holds(self.circumstances, rule, package))
            && (!self.question.ratifiable || assess(self.circumstances, package).is_ratifiable())
            && self.question.also.iter().all(|demand| meets(self.circumstances, demand, package) == Some(true))
    }
}
