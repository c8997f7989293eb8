//! The table as linear forms: what each alternative of each issue adds to every gain and every requirement.
//!
//! The model is built by walking named reasons, so that an explanation and the mathematics can't drift apart. Interests
//! are flattened into one coefficient per alternative here, and only here.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;
use num_traits::{One as _, Zero as _};
use typed_index_collections::TiVec;

use super::{Question, Reason};
use crate::domain::{
    Attendance, AttributeSum, Comparison, Condition, Curve, Decision, InterestId, IssueId, IssueKind, Limit, OptionId,
    Package, PartyId, Quantity, Rational, RuleForm, integer,
};
use crate::valuation::Circumstances;

/// Everything an engine needs: issues and alternatives in canonical order, gains and requirements as linear forms.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// What can be decided, by issue name.
    pub(crate) decisions: Vec<Alternatives>,
    /// The parties that aren't indifferent, by name.
    pub(crate) stakes: Vec<Stake>,
    /// Gains by ideal gains, of those who can gain; empty unless the objective asks for them.
    pub(crate) ratios: Vec<Ratio>,
    /// The stakes that the product of gains is over; empty unless the objective asks for it.
    pub(crate) product: Vec<usize>,
    /// What a package must keep besides the no-deals, by reason.
    pub(crate) requirements: Vec<Requirement>,
}

/// A gain as a part of the most that the party can gain, in percent.
#[derive(Clone, Debug)]
pub(crate) struct Ratio {
    /// Which of the stakes it is of.
    pub(crate) stake: usize,
    /// What the gain is multiplied by.
    pub(crate) factor: Rational,
    pub(crate) form: Linear,
}

/// The alternatives of one issue, by option name or by size.
#[derive(Clone, Debug)]
pub(crate) struct Alternatives {
    pub(crate) issue: IssueId,
    pub(crate) pieces: Vec<Piece>,
}

/// One alternative: a decision, or a stretch of amounts on which every curve is straight.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Point(Decision),
    Stretch { from: Rational, to: Rational },
}

/// A party's gain; its no-deal counts as 0 where it is unknown.
#[derive(Clone, Debug)]
pub(crate) struct Stake {
    pub(crate) party: PartyId,
    pub(crate) gain: Linear,
    /// Whether the party must not fall below its no-deal.
    pub(crate) has_floor: bool,
}

/// Something a package must keep: `slack >= 0`.
#[derive(Clone, Debug)]
pub(crate) struct Requirement {
    pub(crate) reason: Reason,
    pub(crate) slack: Linear,
}

/// `constant` plus, per decision, the part of the alternative taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Linear {
    pub(crate) constant: Rational,
    pub(crate) parts: Vec<Vec<Part>>,
}

/// What an alternative adds: at its start and at its end, in between in proportion. Both are one for a point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub(crate) start: Rational,
    pub(crate) end: Rational,
}

impl Model {
    /// Builds the model of a question. Of alternatives that nobody and no rule can tell apart it has only the first.
    pub(crate) fn new(circumstances: &Circumstances<'_>, question: &Question) -> Self {
        let mut model = Self::with_every_alternative(circumstances, question);
        model.merge_equal_alternatives();
        model
    }

    /// Builds the model of a question with all alternatives, for counting.
    pub(crate) fn with_every_alternative(circumstances: &Circumstances<'_>, question: &Question) -> Self {
        let issues = circumstances.table.issues_by_name();
        let decisions = issues.into_iter().map(|issue| alternatives(circumstances, issue)).collect();
        let none = (Vec::new(), Vec::new(), Vec::new());
        let mut model = Self { decisions, stakes: Vec::new(), ratios: none.0, product: none.1, requirements: none.2 };
        model.stakes = stakes(circumstances, question, &model.decisions);
        model.requirements = requirements(circumstances, question, &model.decisions);
        model
    }

    /// Whether some amount is continuous.
    pub(crate) fn is_continuous(&self) -> bool {
        self.decisions.iter().flat_map(|decision| &decision.pieces).any(|piece| matches!(piece, Piece::Stretch { .. }))
    }

    /// How many packages there are; stretches count as one alternative each.
    pub(crate) fn size(&self) -> u128 {
        self.decisions.iter().fold(1, |size: u128, decision| size.saturating_mul(decision.pieces.len() as u128))
    }

    /// The package that takes alternative `choice[d]` of decision `d`, at `amounts[d]` where that is a stretch.
    pub(crate) fn package(&self, choice: &[usize], amounts: &[Option<Rational>]) -> Package {
        let mut decisions: TiVec<IssueId, Decision> = self.decisions.iter().map(|_| Decision::Option(0)).collect();
        for (at, (decision, taken)) in self.decisions.iter().zip(choice).enumerate() {
            decisions[decision.issue] = match (&decision.pieces[*taken], amounts.get(at)) {
                (Piece::Point(decision), _) => decision.clone(),
                (Piece::Stretch { .. }, Some(Some(amount))) => Decision::Amount(amount.clone()),
                (Piece::Stretch { from, .. }, _) => Decision::Amount(from.clone()),
            };
        }
        Package { decisions }
    }

    /// Compares everybody with their ideal gain from here on; who can't gain is left out.
    pub(crate) fn compare_with_ideals(&mut self, ideals: &[Rational]) {
        let gaining = self.stakes.iter().zip(ideals).enumerate().filter(|(_, (_, ideal))| Rational::zero() < **ideal);
        let ratio = |(stake, (content, ideal)): (usize, (&Stake, &Rational))| {
            let factor = integer(100) / ideal;
            Ratio { stake, form: content.gain.times(&factor), factor }
        };
        self.ratios = gaining.map(ratio).collect();
    }

    /// The gains, ratios and slacks, in this order: what engines look at.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Linear> {
        let gains = self.stakes.iter().map(|stake| &stake.gain);
        gains.chain(self.ratios.iter().map(|ratio| &ratio.form)).chain(self.requirements.iter().map(|row| &row.slack))
    }

    /// Keeps of alternatives that no gain and no requirement tells apart only the first by name: the canonical one.
    fn merge_equal_alternatives(&mut self) {
        for at in 0..self.decisions.len() {
            let column = |taken: usize| -> Vec<&Part> { self.forms().map(|form| &form.parts[at][taken]).collect() };
            let is_first = |taken: &usize| !(0..*taken).any(|earlier| column(earlier) == column(*taken));
            let kept: Vec<usize> = (0..self.decisions[at].pieces.len()).filter(is_first).collect();
            self.decisions[at].pieces = pick(&self.decisions[at].pieces, &kept);
            let stakes = self.stakes.iter_mut().map(|stake| &mut stake.gain);
            for form in stakes.chain(self.requirements.iter_mut().map(|row| &mut row.slack)) {
                form.parts[at] = pick(&form.parts[at], &kept);
            }
        }
    }
}

impl Linear {
    /// Adds up what `part` gives for every alternative.
    fn new(decisions: &[Alternatives], constant: Rational, part: impl Fn(IssueId, &Decision) -> Rational) -> Self {
        let of_piece = |issue: IssueId, piece: &Piece| match piece {
            Piece::Point(decision) => Part::constant(part(issue, decision)),
            Piece::Stretch { from, to } => Part {
                start: part(issue, &Decision::Amount(from.clone())),
                end: part(issue, &Decision::Amount(to.clone())),
            },
        };
        let parts = decisions
            .iter()
            .map(|decision| decision.pieces.iter().map(|piece| of_piece(decision.issue, piece)).collect());
        Self { constant, parts: parts.collect() }
    }

    fn negated(self) -> Self {
        self.times(&-Rational::one())
    }

    fn times(&self, factor: &Rational) -> Self {
        let part = |part: &Part| Part { start: &part.start * factor, end: &part.end * factor };
        let parts = self.parts.iter().map(|parts| parts.iter().map(part).collect()).collect();
        Self { constant: &self.constant * factor, parts }
    }
}

impl Part {
    fn constant(value: Rational) -> Self {
        Self { start: value.clone(), end: value }
    }
}

fn pick<T: Clone>(items: &[T], kept: &[usize]) -> Vec<T> {
    kept.iter().map(|at| items[*at].clone()).collect()
}

fn alternatives(circumstances: &Circumstances<'_>, issue: IssueId) -> Alternatives {
    let content = &circumstances.table.table().issues[issue];
    let pieces = match (&content.kind, &content.today) {
        (_, Some(today)) if content.parked => vec![Piece::Point(today.clone())],
        (IssueKind::Choice(options), _) => {
            let by_name = (0..options.len()).sorted_by(|a, b| options[*a].id.cmp(&options[*b].id));
            by_name.map(|at| Piece::Point(Decision::Option(OptionId::new(issue, at).index))).collect()
        }
        (IssueKind::Quantity(quantity), _) => amounts(circumstances, issue, quantity),
        (IssueKind::Division(_), _) => Vec::new(), // `Table::ready` refuses divisions.
    };
    Alternatives { issue, pieces }
}

fn amounts(circumstances: &Circumstances<'_>, issue: IssueId, quantity: &Quantity) -> Vec<Piece> {
    let point = |amount: Rational| Piece::Point(Decision::Amount(amount));
    if let (Some(step), Some(steps)) = (&quantity.step, quantity.steps()) {
        let nth = |n: i64| &quantity.from + step * integer(n);
        return (0..).map(nth).take_while(|amount| *amount <= quantity.to).take(count(&steps)).map(point).collect();
    }
    let ends = [quantity.from.clone(), quantity.to.clone()];
    let bends = bends(circumstances, issue).into_iter().filter(|at| quantity.from < *at && *at < quantity.to);
    let turns: BTreeSet<Rational> = ends.into_iter().chain(bends).collect();
    if turns.len() == 1 {
        return turns.into_iter().map(point).collect();
    }
    turns.into_iter().tuple_windows().map(|(from, to)| Piece::Stretch { from, to }).collect()
}

fn count(steps: &Rational) -> usize {
    usize::try_from(steps.to_integer()).unwrap_or(usize::MAX)
}

/// The amounts at which some curve of the issue bends, in anybody's reading.
fn bends(circumstances: &Circumstances<'_>, issue: IssueId) -> BTreeSet<Rational> {
    let of = |curve: &Curve| curve.points().iter().map(|(amount, _)| amount.clone()).collect_vec();
    let effects = circumstances.table.parties.keys().flat_map(|party| circumstances.amount_effects(party, issue));
    let mut bends: BTreeSet<Rational> = effects.flat_map(|(_, curve)| of(&curve)).collect();
    bends.extend(circumstances.amount_attributes(issue).values().flat_map(of));
    bends
}

fn stakes(circumstances: &Circumstances<'_>, question: &Question, decisions: &[Alternatives]) -> Vec<Stake> {
    let table = circumstances.table;
    let cares = |party: &PartyId| !circumstances.yardsticks[*party].is_indifferent();
    let stake = |party: PartyId| {
        let no_deal = circumstances.no_deal_score(party);
        let needed = table.parties[party].attendance == Attendance::Needed;
        Stake {
            party,
            has_floor: question.floors && needed && no_deal.is_some(),
            gain: score(circumstances, decisions, party, &no_deal.unwrap_or_default()),
        }
    };
    table.parties_by_name().into_iter().filter(cares).map(stake).collect()
}

/// The score of `party` above `level`.
fn score(circumstances: &Circumstances<'_>, decisions: &[Alternatives], party: PartyId, level: &Rational) -> Linear {
    let yardstick = &circumstances.yardsticks[party];
    let factor = yardstick.points_per_raw();
    let worth = |effects: &BTreeMap<InterestId, Rational>| -> Rational {
        let weighed = effects.iter().filter_map(|(interest, effect)| Some(yardstick.shares.get(interest)? * effect));
        weighed.sum::<Rational>() * &factor
    };
    Linear::new(decisions, yardstick.score_of_nothing() - level, |issue, decision| {
        worth(&circumstances.effects(party, issue, decision))
    })
}

fn requirements(
    circumstances: &Circumstances<'_>,
    question: &Question,
    decisions: &[Alternatives],
) -> Vec<Requirement> {
    let table = circumstances.table;
    let mut rows = Vec::new();
    for rule in table.rules_by_name() {
        let slacks = slacks(circumstances, decisions, &circumstances.rule(rule));
        rows.extend(slacks.into_iter().map(|slack| Requirement { reason: Reason::Rule(rule), slack }));
    }
    if question.ratifiable {
        for party in table.parties_by_name() {
            for (body, content) in table.parties[party].ratification.iter().enumerate() {
                let reason = Reason::Ratification { party, body };
                let slacks = ratification(circumstances, decisions, &content.conditions);
                rows.extend(slacks.into_iter().map(|slack| Requirement { reason, slack }));
            }
        }
    }
    for (at, demand) in question.also.iter().enumerate() {
        let slacks = condition(circumstances, decisions, demand);
        rows.extend(slacks.into_iter().map(|slack| Requirement { reason: Reason::Asked(at), slack }));
    }
    rows
}

/// What a body must find; unknown demands can't be met, since unknown never counts as passed.
fn ratification(
    circumstances: &Circumstances<'_>,
    decisions: &[Alternatives],
    conditions: &[Condition],
) -> Vec<Linear> {
    if conditions.is_empty() {
        return never(decisions);
    }
    conditions.iter().flat_map(|demand| condition(circumstances, decisions, demand)).collect()
}

/// The linear forms that must not be negative for a condition to be met.
fn condition(circumstances: &Circumstances<'_>, decisions: &[Alternatives], condition: &Condition) -> Vec<Linear> {
    match condition {
        Condition::Rule(form) => slacks(circumstances, decisions, form),
        Condition::Score { party, .. } if circumstances.yardsticks[*party].is_indifferent() => never(decisions),
        Condition::Score { party, at_least } => vec![score(circumstances, decisions, *party, at_least)],
    }
}

/// What no package meets.
fn never(decisions: &[Alternatives]) -> Vec<Linear> {
    vec![Linear::new(decisions, -Rational::one(), |_, _| Rational::zero())]
}

/// The linear forms that must not be negative for the rule to hold.
fn slacks(circumstances: &Circumstances<'_>, decisions: &[Alternatives], form: &RuleForm) -> Vec<Linear> {
    let counted = |constant: i64, weights: &[(OptionId, i64)]| {
        Linear::new(decisions, integer(constant), |issue, decision| {
            let takes = |option: &OptionId| option.issue == issue && *decision == Decision::Option(option.index);
            integer(weights.iter().filter(|(option, _)| takes(option)).map(|(_, weight)| weight).sum())
        })
    };
    let all = |options: &[OptionId], weight: i64| options.iter().map(|option| (*option, weight)).collect_vec();
    match form {
        RuleForm::Limit(limit) => limit_slacks(circumstances, decisions, limit),
        RuleForm::Forbid(option) => vec![counted(0, &[(*option, -1)])],
        RuleForm::Requires(option, other) => vec![counted(0, &[(*option, -1), (*other, 1)])],
        RuleForm::Excludes(option, other) => vec![counted(1, &[(*option, -1), (*other, -1)])],
        RuleForm::AtMost(most, options) => vec![counted(i64::from(*most), &all(options, -1))],
        RuleForm::AtLeast(least, options) => vec![counted(-i64::from(*least), &all(options, 1))],
        RuleForm::RedLine { party, interest, at_least } => {
            vec![Linear::new(decisions, -at_least, |issue, decision| {
                circumstances.effects(*party, issue, decision).remove(interest).unwrap_or_default()
            })]
        }
    }
}

fn limit_slacks(circumstances: &Circumstances<'_>, decisions: &[Alternatives], limit: &Limit) -> Vec<Linear> {
    let worth = |sum: &AttributeSum, issue: IssueId, decision: &Decision| -> Rational {
        let carried = circumstances.attributes(issue, decision);
        sum.terms.iter().filter_map(|(attribute, factor)| Some(factor * carried.get(attribute)?)).sum()
    };
    let left = Linear::new(decisions, &limit.room.constant - &limit.used.constant, |issue, decision| {
        worth(&limit.room, issue, decision) - worth(&limit.used, issue, decision)
    });
    match limit.comparison {
        Comparison::AtMost => vec![left],
        Comparison::AtLeast => vec![left.negated()],
        Comparison::Equal => vec![left.clone(), left.negated()],
    }
}
