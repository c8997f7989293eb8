//! Every point before the court: scored again and held against every rule, in code that knows no solver.

use super::{FrontierPoint, Scope};
use crate::domain::{Attendance, Package, PartyId, Rational, RuleForm};
use crate::optimize::model::Model;
use crate::optimize::views::views;
use crate::optimize::{Question, Refusal};
use crate::valuation::{Circumstances, RatificationStatus, Scorer, assess, holds, meets};

/// What points are held against: a bench per world that the question is about.
pub(super) struct Court<'a> {
    question: &'a Question,
    scope: &'a Scope,
    benches: Vec<Bench<'a>>,
}

/// What points are held against in one world.
struct Bench<'a> {
    circumstances: Circumstances<'a>,
    /// The parties whose gains a point tells, with their place among these and the score that they are counted from.
    compared: Vec<(usize, PartyId, Rational)>,
    /// The parties that a package must not leave below a score, with that score.
    floors: Vec<(PartyId, Rational)>,
    rules: Vec<RuleForm>,
}

impl<'a> Court<'a> {
    pub(super) fn new(
        circumstances: &Circumstances<'a>,
        question: &'a Question,
        scope: &'a Scope,
        model: &Model,
    ) -> Self {
        let benches = views(circumstances, question).into_iter().map(|seen| Bench::new(seen, question, model));
        Self { question, scope, benches: benches.collect() }
    }

    /// Refuses points that come out otherwise, or that are not allowed.
    pub(super) fn check(&self, points: &[FrontierPoint]) -> Result<(), Refusal> {
        for bench in &self.benches {
            let mut scorer = Scorer::new(&bench.circumstances);
            let wrong = points.iter().find(|point| !bench.passes(&mut scorer, point, self.question, self.scope));
            if let Some(point) = wrong {
                return Err(Refusal::Mismatch(Box::new(point.package.clone())));
            }
        }
        Ok(())
    }
}

impl<'a> Bench<'a> {
    fn new(circumstances: Circumstances<'a>, question: &Question, model: &Model) -> Self {
        let table = circumstances.table;
        let no_deal = |party: PartyId| circumstances.no_deal_score(party);
        let here = model.stakes.iter().enumerate().filter(|(_, stake)| stake.world == circumstances.world);
        let compared = here.map(|(at, stake)| (at, stake.party, no_deal(stake.party).unwrap_or_default())).collect();
        let needed = table.parties.keys().filter(|party| table.parties[*party].attendance == Attendance::Needed);
        let floors = needed.filter(|_| question.floors).filter_map(|party| Some((party, no_deal(party)?))).collect();
        let rules = table.rules.keys().map(|rule| circumstances.rule(rule).into_owned()).collect();
        Self { compared, floors, rules, circumstances }
    }

    fn passes(&self, scorer: &mut Scorer<'_>, point: &FrontierPoint, question: &Question, scope: &Scope) -> bool {
        let package = &point.package;
        let scores = scorer.scores(package);
        let is_told = |(at, party, level): &(usize, PartyId, Rational)| {
            scores[*party].as_ref().is_some_and(|score| score - level == point.gains[*at])
        };
        let is_below =
            |(party, level): &(PartyId, Rational)| scores[*party].as_ref().is_some_and(|score| score < level);
        let is_above = |(party, most): &(PartyId, Rational)| scores[*party].as_ref().is_some_and(|score| most < score);
        self.compared.iter().all(is_told)
            && !self.floors.iter().any(is_below)
            && !scope.ceiling.iter().any(is_above)
            && self.rules.iter().all(|rule| holds(&self.circumstances, rule, package))
            && (!question.ratifiable || self.is_ratifiable(question, package))
            && question.also.iter().all(|demand| meets(&self.circumstances, demand, package) == Some(true))
    }

    /// Whether everybody who is asked at home finds what they need.
    fn is_ratifiable(&self, question: &Question, package: &Package) -> bool {
        let bodies = assess(&self.circumstances, package).ratifications;
        let mut asked = bodies.iter().filter(|body| question.without != Some(body.party));
        asked.all(|body| body.status == RatificationStatus::Passed)
    }
}
