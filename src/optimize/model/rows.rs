//! Gains and requirements as linear forms, view by view, and the links between decisions.

use std::collections::BTreeMap;

use itertools::Itertools as _;
use num_traits::{One as _, Zero as _};

use super::decisions::{Alternatives, Matter, Pair, TOGETHER, pair};
use super::{Linear, Requirement, Stake};
use crate::domain::{
    Attendance, AttributeId, AttributeSum, Comparison, Condition, Curve, Decision, Division, Interaction, InterestId,
    IssueKind, Limit, OptionId, PartyId, Rational, RuleForm, Table, integer, sum_of_products,
};
use crate::optimize::{Question, Reason};
use crate::valuation::Circumstances;

/// The table in one world, with the decisions of the model.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) circumstances: &'a Circumstances<'a>,
    pub(super) decisions: &'a [Alternatives],
    pub(super) pairs: &'a [Pair],
}

impl View<'_> {
    fn form(self, constant: Rational, part: impl Fn(Matter, &Decision) -> Rational) -> Linear {
        Linear::new(self.decisions, constant, part)
    }

    /// What an alternative adds to each interest in the reading of `party`.
    fn effects(self, party: PartyId, matter: Matter, decision: &Decision) -> BTreeMap<InterestId, Rational> {
        match (matter, decision) {
            (Matter::Issue(issue), _) => self.circumstances.effects(party, issue, decision),
            (Matter::Share(issue, recipient), Decision::Amount(share)) => {
                at(&self.circumstances.table.issues[issue].recipients()[recipient].does.effects, share)
            }
            (Matter::Pair(of), taken) => self.together(of, taken, |interaction| &interaction.does.effects),
            (Matter::Share(..), _) => BTreeMap::new(),
        }
    }

    /// What an alternative carries of each attribute.
    fn attributes(self, matter: Matter, decision: &Decision) -> BTreeMap<AttributeId, Rational> {
        match (matter, decision) {
            (Matter::Issue(issue), _) => self.circumstances.attributes(issue, decision),
            (Matter::Share(issue, recipient), Decision::Amount(share)) => {
                at(&self.circumstances.table.issues[issue].recipients()[recipient].does.attributes, share)
            }
            (Matter::Pair(of), taken) => self.together(of, taken, |interaction| &interaction.does.attributes),
            (Matter::Share(..), _) => BTreeMap::new(),
        }
    }

    /// What the interactions to which a pair leads here do.
    fn together<K: Copy + Ord>(
        self,
        of: usize,
        taken: &Decision,
        does: impl Fn(&Interaction) -> &BTreeMap<K, Rational>,
    ) -> BTreeMap<K, Rational> {
        let mut sums: BTreeMap<K, Rational> = BTreeMap::new();
        if *taken != TOGETHER {
            return sums;
        }
        for (at, interaction) in self.circumstances.table.table().interactions.iter().enumerate() {
            if pair(self.circumstances, at).as_ref() == Some(&self.pairs[of]) {
                for (key, value) in does(interaction) {
                    *sums.entry(*key).or_default() += value;
                }
            }
        }
        sums
    }

    /// The gain of `party` here.
    pub(super) fn stake(self, party: PartyId, question: &Question) -> Stake {
        let no_deal = self.circumstances.no_deal_score(party);
        let needed = self.circumstances.table.parties[party].attendance == Attendance::Needed;
        Stake {
            party,
            world: self.circumstances.world,
            has_floor: question.floors && needed && no_deal.is_some(),
            gain: self.score(party, &no_deal.unwrap_or_default()),
        }
    }

    /// The score of `party` above `level`.
    fn score(self, party: PartyId, level: &Rational) -> Linear {
        let yardstick = &self.circumstances.yardsticks[party];
        let factor = yardstick.points_per_raw();
        let worth = |effects: &BTreeMap<InterestId, Rational>| -> Rational {
            let shares =
                effects.iter().filter_map(|(interest, effect)| Some((yardstick.shares.get(interest)?, effect)));
            sum_of_products(shares) * &factor
        };
        self.form(yardstick.score_of_nothing() - level, |matter, decision| {
            worth(&self.effects(party, matter, decision))
        })
    }

    /// What a body must find; unknown demands can't be met, since unknown never counts as passed.
    fn ratification(self, conditions: &[Condition]) -> Vec<Linear> {
        if conditions.is_empty() {
            return self.never();
        }
        conditions.iter().flat_map(|demand| self.condition(demand)).collect()
    }

    /// The linear forms that must not be negative for a condition to be met.
    fn condition(self, condition: &Condition) -> Vec<Linear> {
        match condition {
            Condition::Rule(form) => self.slacks(form),
            Condition::Score { party, .. } if self.circumstances.yardsticks[*party].is_indifferent() => self.never(),
            Condition::Score { party, at_least } => vec![self.score(*party, at_least)],
        }
    }

    /// What no package meets.
    fn never(self) -> Vec<Linear> {
        vec![self.form(-Rational::one(), |_, _| Rational::zero())]
    }

    /// The linear forms that must not be negative for the rule to hold.
    fn slacks(self, form: &RuleForm) -> Vec<Linear> {
        let all = |options: &[OptionId], weight: i64| options.iter().map(|option| (*option, weight)).collect_vec();
        match form {
            RuleForm::Limit(limit) => self.limit_slacks(limit),
            RuleForm::Forbid(option) => vec![self.counted(0, &[(*option, -1)])],
            RuleForm::Requires(option, other) => vec![self.counted(0, &[(*option, -1), (*other, 1)])],
            RuleForm::Excludes(option, other) => vec![self.counted(1, &[(*option, -1), (*other, -1)])],
            RuleForm::AtMost(most, options) => vec![self.counted(i64::from(*most), &all(options, -1))],
            RuleForm::AtLeast(least, options) => vec![self.counted(-i64::from(*least), &all(options, 1))],
            RuleForm::RedLine { party, interest, at_least } => {
                vec![self.form(-at_least, |matter, decision| {
                    self.effects(*party, matter, decision).remove(interest).unwrap_or_default()
                })]
            }
        }
    }

    /// `constant` plus the weights of the options that are taken.
    fn counted(self, constant: i64, weights: &[(OptionId, i64)]) -> Linear {
        self.form(integer(constant), |matter, decision| count(weights, matter, decision))
    }

    fn limit_slacks(self, limit: &Limit) -> Vec<Linear> {
        let worth = |sum: &AttributeSum, matter: Matter, decision: &Decision| -> Rational {
            let carried = self.attributes(matter, decision);
            sum.terms.iter().filter_map(|(attribute, factor)| Some(factor * carried.get(attribute)?)).sum()
        };
        let left = self.form(&limit.room.constant - &limit.used.constant, |matter, decision| {
            worth(&limit.room, matter, decision) - worth(&limit.used, matter, decision)
        });
        match limit.comparison {
            Comparison::AtMost => vec![left],
            Comparison::AtLeast => vec![left.negated()],
            Comparison::Equal => vec![left.clone(), left.negated()],
        }
    }
}

/// Which of the slacks of a rule say how much there must be at least.
fn are_least(form: &RuleForm) -> [bool; 2] {
    match form {
        RuleForm::Limit(limit) => match limit.comparison {
            Comparison::AtMost => [false; 2],
            Comparison::AtLeast => [true; 2],
            Comparison::Equal => [false, true],
        },
        RuleForm::AtLeast(..) | RuleForm::RedLine { .. } => [true; 2],
        RuleForm::Forbid(_) | RuleForm::Requires(..) | RuleForm::Excludes(..) | RuleForm::AtMost(..) => [false; 2],
    }
}

/// What a package must keep, by reason; what every view demands alike stands there once.
pub(super) fn requirements(views: &[View<'_>], question: &Question) -> Vec<Requirement> {
    let Some(table) = views.first().map(|view| view.circumstances.table) else { return Vec::new() };
    let mut rows: Vec<Requirement> = Vec::new();
    let mut add = |reason: Reason, slacks: &dyn Fn(View<'_>) -> Vec<(bool, Linear)>| {
        let before = rows.len();
        for (is_least, slack) in views.iter().flat_map(|view| slacks(*view)) {
            if !rows[before..].iter().any(|row| row.slack == slack) {
                rows.push(Requirement { reason, is_least, slack });
            }
        }
    };
    let least = |slacks: Vec<Linear>| slacks.into_iter().map(|slack| (true, slack)).collect();
    for rule in table.rules_by_name() {
        add(Reason::Rule(rule), &|view| {
            let form = view.circumstances.rule(rule);
            are_least(&form).into_iter().zip(view.slacks(&form)).collect()
        });
    }
    if question.ratifiable {
        for party in table.parties_by_name().into_iter().filter(|party| question.without != Some(*party)) {
            for (body, content) in table.parties[party].ratification.iter().enumerate() {
                add(Reason::Ratification { party, body }, &|view| least(view.ratification(&content.conditions)));
            }
        }
    }
    for (at, demand) in question.also.iter().enumerate() {
        add(Reason::Asked(at), &|view| least(view.condition(demand)));
    }
    rows
}

/// What ties decisions together, whatever anybody demands: shares add up, and a pair is taken when both options are.
pub(super) fn links(table: &Table, decisions: &[Alternatives], pairs: &[Pair]) -> Vec<Linear> {
    let mut links = Vec::new();
    for (issue, content) in table.issues.iter_enumerated().filter(|(_, content)| !content.parked) {
        if let IssueKind::Division(Division { total, exactly, .. }) = &content.kind {
            let left = Linear::new(decisions, total.clone(), |matter, decision| match (matter, decision) {
                (Matter::Share(of, _), Decision::Amount(share)) if of == issue => -share,
                _ => Rational::zero(),
            });
            links.extend(exactly.then(|| left.clone().negated()));
            links.push(left);
        }
    }
    for (at, Pair { first, second }) in pairs.iter().enumerate() {
        let weighed = |constant: i64, options: &[&[OptionId]], weight: i64| {
            let weights = options.iter().copied().flatten().map(|option| (*option, weight)).collect_vec();
            Linear::new(decisions, integer(constant), |matter, decision| match matter {
                Matter::Pair(of) if of == at && *decision == TOGETHER => integer(-weight),
                _ => count(&weights, matter, decision),
            })
        };
        links.extend([weighed(0, &[first], 1), weighed(0, &[second], 1), weighed(1, &[first, second], -1)]);
    }
    links
}

/// The sum of the weights of the options that an alternative is.
fn count(weights: &[(OptionId, i64)], matter: Matter, decision: &Decision) -> Rational {
    let is = |option: &OptionId| Matter::Issue(option.issue) == matter && *decision == Decision::Option(option.index);
    integer(weights.iter().filter(|(option, _)| is(option)).map(|(_, weight)| weight).sum())
}

fn at<K: Copy + Ord>(curves: &BTreeMap<K, Curve>, amount: &Rational) -> BTreeMap<K, Rational> {
    curves.iter().map(|(key, curve)| (*key, curve.at(amount))).collect()
}
