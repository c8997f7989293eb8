//! Why a decision isn't in the answer: what it would cost whom, or what forbids it.

use std::sync::atomic::AtomicBool;

use num_traits::One as _;

use super::improve::{hold, restrict};
use super::standing::compare_names;
use crate::domain::{
    Decision, IssueId, IssueKind, Limit, OptionId, Package, Rational, RuleForm, RuleId, Table, WorldId,
};
use crate::optimize::{Answer, Conflict, Objective, Question, Reason, Refusal, Repair, after_part, is_possible, solve};
use crate::valuation::{Assessment, Circumstances, assess};

/// What there is to say about a decision that somebody would like.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyNot {
    /// The issue.
    pub issue: IssueId,
    /// The decision that was asked about.
    pub decision: Decision,
    /// What the objective answers when nothing is said about the issue.
    pub answer: Answer,
    /// What becomes of the answer.
    pub verdict: Verdict,
    /// The limits that stand in the way or are nearly used up, by name, and what moving them by one unit would do.
    pub prices: Vec<Price>,
}

/// What becomes of an answer when a decision is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// There is no answer to hold it against.
    NoAnswer,
    /// The issue is parked at another decision.
    Parked,
    /// The decision is in the answer; with the answer when it is forbidden. `None` for a continuous amount, since there
    /// is always another as near as one likes, and for a stepped one under `nash` and `ks`, where it isn't computed.
    Chosen(Option<Box<Asking>>),
    /// The answer with the decision.
    Forced(Box<Asking>),
}

/// A question with a demand for or against a decision, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The question.
    pub question: Question,
    /// The amount or the shares that are demanded besides. In a conflict they are the demand after those of the question.
    pub held: Option<Decision>,
    /// Its answer.
    pub answer: Answer,
}

/// What a limit is worth: the answer with the decision when the limit is one unit higher, and one lower.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// The limit.
    pub rule: RuleId,
    /// With one unit more on the side of the limit.
    pub higher: Shifted,
    /// With one unit less.
    pub lower: Shifted,
}

/// What a question comes to under another limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shifted {
    /// The best package there.
    Package(Box<Package>),
    /// No package is allowed there.
    Nothing,
    /// The time ran out.
    Unknown,
}

/// Asks why `decision` isn't what the answer of `question` decides on `issue`.
///
/// # Errors
/// A [`Refusal`] if the question has no answer, whatever the packages.
pub fn whynot(
    circumstances: &Circumstances<'_>,
    question: &Question,
    issue: IssueId,
    decision: &Decision,
    flag: &AtomicBool,
) -> Result<WhyNot, Refusal> {
    // Each of the searches needs time, or there is nothing to hold against one another.
    let early = |part: f64| Question { deadline: after_part(question.deadline, part), ..question.clone() };
    let answer = solve(circumstances, &early(1.0 / 3.0), flag)?;
    let why = Why { circumstances, question: &early(0.5), issue, decision, flag };
    let content = &circumstances.table.table().issues[issue];
    let verdict = match package_of(&answer) {
        None => Verdict::NoAnswer,
        Some(package) if package.decisions[issue] == *decision => Verdict::Chosen(why.without()?.map(Box::new)),
        Some(_) if content.parked => Verdict::Parked,
        Some(_) => Verdict::Forced(Box::new(why.with()?)),
    };
    let prices = match &verdict {
        Verdict::Forced(asking) => Why { question, ..why }.prices(asking)?,
        _ => Vec::new(),
    };
    Ok(WhyNot { issue, decision: decision.clone(), answer, verdict, prices })
}

/// The package of an answer, proven or not.
#[must_use]
pub fn package_of(answer: &Answer) -> Option<&Package> {
    match answer {
        Answer::Proven(found) => Some(&found.package),
        Answer::BestFound(best) => Some(&best.found.package),
        Answer::Infeasible(_) | Answer::Unknown => None,
    }
}

struct Why<'a> {
    circumstances: &'a Circumstances<'a>,
    question: &'a Question,
    issue: IssueId,
    decision: &'a Decision,
    flag: &'a AtomicBool,
}

impl Why<'_> {
    /// The table and the question in which the decision is taken: an option is demanded, an amount the only one.
    fn forced(&self) -> (Table, Question) {
        let mut table = self.circumstances.table.table().clone();
        let question = match self.decision {
            Decision::Option(index) => {
                let option = OptionId { issue: self.issue, index: *index };
                self.question.taking(option)
            }
            Decision::Amount(_) | Decision::Shares(_) => {
                hold(&mut table, self.issue, self.decision);
                self.question.clone()
            }
        };
        (table, question)
    }

    fn with(&self) -> Result<Asking, Refusal> {
        let (table, question) = self.forced();
        let mut answer = self.solve(&table, &question)?;
        let held = (!matches!(self.decision, Decision::Option(_))).then(|| self.decision.clone());
        if let (Some(_), Answer::Infeasible(conflict)) = (&held, &mut answer) {
            self.blame_the_decision(&question, conflict);
        }
        Ok(Asking { question, held, answer })
    }

    /// Adds to a conflict that the amount or the shares were asked for: with any others there is a package. Nor is an issue
    /// parked that is held at what was asked.
    fn blame_the_decision(&self, question: &Question, conflict: &mut Conflict) {
        let place = conflict.reasons.iter().position(|reason| matches!(reason, Reason::NoDeal(_)));
        conflict.reasons.insert(place.unwrap_or(conflict.reasons.len()), Reason::Asked(question.also.len()));
        conflict.repairs.retain(|repair| *repair != Repair::OpenIssue(self.issue));
    }

    /// The answer when the decision is forbidden.
    fn without(&self) -> Result<Option<Asking>, Refusal> {
        let issue = &self.circumstances.table.table().issues[self.issue];
        match (self.decision, &issue.kind) {
            (Decision::Option(index), _) => {
                let question = self.question.demanding(RuleForm::Forbid(OptionId { issue: self.issue, index: *index }));
                let answer = solve(self.circumstances, &question, self.flag)?;
                Ok(Some(Asking { question, held: None, answer }))
            }
            (Decision::Amount(amount), IssueKind::Quantity(quantity)) => match &quantity.step {
                Some(step) if !self.compares_with_ideals() => {
                    let sides = [(&quantity.from, &(amount - step)), (&(amount + step), &quantity.to)];
                    let sides = sides.into_iter().filter(|(from, to)| !issue.parked && from <= to);
                    Ok(Some(Asking { question: self.question.clone(), held: None, answer: self.best_of(sides)? }))
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// Whether the answer hangs on what each could gain at best, which differs on both sides of an amount.
    fn compares_with_ideals(&self) -> bool {
        matches!(self.question.objective, Objective::Nash | Objective::KalaiSmorodinsky)
    }

    /// The best answer with an amount in one of some ranges.
    fn best_of<'r>(&self, ranges: impl Iterator<Item = (&'r Rational, &'r Rational)>) -> Result<Answer, Refusal> {
        let mut best = Answer::Infeasible(Conflict::unexplained());
        for (from, to) in ranges {
            let mut table = self.circumstances.table.table().clone();
            restrict(&mut table, self.issue, from.clone(), to.clone());
            if self.is_possible(&table, self.question) == Some(false) {
                continue;
            }
            let answer = self.solve(&table, self.question)?;
            if !matches!(answer, Answer::Proven(_)) {
                return Ok(Answer::Unknown);
            }
            if self.goes_before(&answer, &best) {
                best = answer;
            }
        }
        Ok(best)
    }

    /// Whether an answer is better than another by the objective, then leximin, then names.
    fn goes_before(&self, answer: &Answer, best: &Answer) -> bool {
        let (Some(package), Some(other)) = (package_of(answer), package_of(best)) else { return true };
        let [one, two] = [package, other].map(|package| assess(self.circumstances, package));
        let worth = self.worth(&one).cmp(&self.worth(&two));
        let names = || compare_names(&self.circumstances.table, other, package);
        worth.then_with(|| one.leximin().cmp(&two.leximin())).then_with(names).is_gt()
    }

    /// What the objective makes as large as possible before it looks at the smallest gains.
    fn worth(&self, assessment: &Assessment) -> Option<Rational> {
        match self.question.objective {
            Objective::Joint => assessment.joint_gain(),
            Objective::Best(party) => assessment.parties[party].score.clone(),
            Objective::Fair | Objective::Nash | Objective::KalaiSmorodinsky => None,
        }
    }

    fn solve(&self, table: &Table, question: &Question) -> Result<Answer, Refusal> {
        match table.ready() {
            Ok(ready) => solve(&Circumstances::new(ready, self.circumstances.world), question, self.flag),
            Err(_) => Ok(Answer::Unknown), // Only amounts and limits were moved, so that what was ready still is.
        }
    }

    fn is_possible(&self, table: &Table, question: &Question) -> Option<bool> {
        let ready = table.ready().ok()?;
        is_possible(&Circumstances::new(ready, self.circumstances.world), question, self.flag)
    }

    /// The limits that are in the conflict, or of which less than one unit is left.
    fn prices(&self, asking: &Asking) -> Result<Vec<Price>, Refusal> {
        let mut rules: Vec<RuleId> = match &asking.answer {
            Answer::Infeasible(conflict) => limits_of(conflict),
            answer => package_of(answer).map(|package| self.nearly_used_up(package)).unwrap_or_default(),
        };
        rules.sort_by(|a, b| self.circumstances.table.rules[*a].id.cmp(&self.circumstances.table.rules[*b].id));
        rules.into_iter().filter_map(|rule| self.price(rule).transpose()).collect()
    }

    fn nearly_used_up(&self, package: &Package) -> Vec<RuleId> {
        let assessment = assess(self.circumstances, package);
        let bills =
            assessment.rules.iter_enumerated().filter_map(|(rule, content)| Some((rule, content.bill.as_ref()?)));
        bills.filter(|(_, bill)| bill.left < Rational::one()).map(|(rule, _)| rule).collect()
    }

    /// What a limit one unit higher and one lower does; `None` if the rule isn't a limit.
    fn price(&self, rule: RuleId) -> Result<Option<Price>, Refusal> {
        let form = self.circumstances.rule(rule).into_owned();
        let RuleForm::Limit(limit) = form else { return Ok(None) };
        let [higher, lower] = [Rational::one(), -Rational::one()].map(|by| self.shifted(rule, &limit, &by));
        Ok(Some(Price { rule, higher: higher?, lower: lower? }))
    }

    fn shifted(&self, rule: RuleId, limit: &Limit, by: &Rational) -> Result<Shifted, Refusal> {
        let (mut table, question) = self.forced();
        let mut limit = limit.clone();
        limit.room.constant += by;
        match self.circumstances.world {
            WorldId::BASE => table.rules[rule].form = RuleForm::Limit(limit),
            world => {
                table.worlds[world].limits.insert(rule, limit);
            }
        }
        match self.is_possible(&table, &question) {
            Some(false) => return Ok(Shifted::Nothing),
            None => return Ok(Shifted::Unknown),
            Some(true) => {}
        }
        let answer = self.solve(&table, &question)?;
        Ok(match answer {
            Answer::Proven(found) => Shifted::Package(Box::new(found.package)),
            _ => Shifted::Unknown,
        })
    }
}

fn limits_of(conflict: &Conflict) -> Vec<RuleId> {
    let rule = |reason: &Reason| match reason {
        Reason::Rule(rule) => Some(*rule),
        _ => None,
    };
    conflict.reasons.iter().filter_map(rule).collect()
}
