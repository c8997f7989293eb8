//! What can be decided: the alternatives of each issue, and what follows from these.

use std::collections::BTreeSet;

use itertools::Itertools as _;
use num_traits::Zero as _;

use crate::domain::{Curve, Decision, Division, Does, IssueId, IssueKind, OptionId, Quantity, Rational, Recipient};
use crate::valuation::Circumstances;

/// What a decision of the model is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Matter {
    /// An issue on which an option or an amount is decided.
    Issue(IssueId),
    /// The share of a division that goes to the recipient at this position.
    Share(IssueId, usize),
    /// Whether both options of the pair at this position are taken. This follows from the issues and comes after them.
    Pair(usize),
}

/// The alternatives of one decision, by option name or by size.
#[derive(Clone, Debug)]
pub(crate) struct Alternatives {
    pub(crate) matter: Matter,
    pub(crate) pieces: Vec<Piece>,
}

/// One alternative: a decision, or a stretch of amounts on which every curve is straight.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Point(Decision),
    Stretch { from: Rational, to: Rational },
}

/// Two sets of options; the pair is taken when one of each is. An interaction is of one pair in every world in which the
/// same options lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(super) first: Vec<OptionId>,
    pub(super) second: Vec<OptionId>,
}

/// The piece of a [`Matter::Pair`] that is not taken, and the one that is.
const APART: Decision = Decision::Option(0);
pub(super) const TOGETHER: Decision = Decision::Option(1);

/// The decisions of a table in canonical order, and the pairs at its end.
pub(super) fn decisions(views: &[Circumstances<'_>], pairs: &[Pair]) -> Vec<Alternatives> {
    let issues = views.iter().take(1).flat_map(|view| view.table.issues_by_name());
    let issues = issues.flat_map(|issue| alternatives(views, issue));
    let pieces = || vec![Piece::Point(APART), Piece::Point(TOGETHER)];
    let pairs = (0..pairs.len()).map(|at| Alternatives { matter: Matter::Pair(at), pieces: pieces() });
    issues.chain(pairs).collect()
}

/// The pairs of options that do something together in some view.
pub(super) fn pairs(views: &[Circumstances<'_>]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for view in views {
        for pair in (0..view.table.interactions.len()).filter_map(|at| pair(view, at)) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// The options that lead to an interaction here: with conditions about, others than it names may. `None` if none do.
pub(super) fn pair(view: &Circumstances<'_>, interaction: usize) -> Option<Pair> {
    let interaction = &view.table.interactions[interaction];
    let leading_to = |option: OptionId| -> Vec<OptionId> {
        let all = view.table.table().options().map(|(id, _)| id).filter(|id| id.issue == option.issue);
        all.filter(|id| view.option_that_counts(*id) == option).collect()
    };
    let pair = Pair { first: leading_to(interaction.first), second: leading_to(interaction.second) };
    (!pair.first.is_empty() && !pair.second.is_empty()).then_some(pair)
}

fn alternatives(views: &[Circumstances<'_>], issue: IssueId) -> Vec<Alternatives> {
    let Some(content) = views.first().map(|view| &view.table.table().issues[issue]) else { return Vec::new() };
    let pieces = match (&content.kind, &content.today) {
        (IssueKind::Division(division), today) => {
            let today = today.as_ref().filter(|_| content.parked);
            return shares(issue, division, today);
        }
        (_, Some(today)) if content.parked => vec![Piece::Point(today.clone())],
        (IssueKind::Choice(options), _) => {
            let by_name = (0..options.len()).sorted_by(|a, b| options[*a].id.cmp(&options[*b].id));
            by_name.map(|at| Piece::Point(Decision::Option(OptionId::new(issue, at).index))).collect()
        }
        (IssueKind::Quantity(quantity), _) => amounts(views, issue, quantity),
    };
    vec![Alternatives { matter: Matter::Issue(issue), pieces }]
}

fn amounts(views: &[Circumstances<'_>], issue: IssueId, quantity: &Quantity) -> Vec<Piece> {
    if let Some(amounts) = quantity.amounts() {
        return amounts.map(|amount| Piece::Point(Decision::Amount(amount))).collect();
    }
    stretches(&quantity.from, &quantity.to, bends(views, issue))
}

/// What lies between two amounts, cut at every bend.
fn stretches(from: &Rational, to: &Rational, bends: BTreeSet<Rational>) -> Vec<Piece> {
    let within = bends.into_iter().filter(|at| from < at && at < to);
    let turns: BTreeSet<Rational> = [from.clone(), to.clone()].into_iter().chain(within).collect();
    if turns.len() == 1 {
        return turns.into_iter().map(|amount| Piece::Point(Decision::Amount(amount))).collect();
    }
    turns.into_iter().tuple_windows().map(|(from, to)| Piece::Stretch { from, to }).collect()
}

/// The amounts at which some curve of the issue bends, in anybody's reading.
fn bends(views: &[Circumstances<'_>], issue: IssueId) -> BTreeSet<Rational> {
    let of = |curve: &Curve| curve.points().iter().map(|(amount, _)| amount.clone()).collect_vec();
    let mut bends = BTreeSet::new();
    for view in views {
        let effects = view.table.parties.keys().flat_map(|party| view.amount_effects(party, issue));
        bends.extend(effects.flat_map(|(_, curve)| of(&curve)));
        bends.extend(view.amount_attributes(issue).values().flat_map(of));
    }
    bends
}

/// The share of each recipient, by name; as they are today where the division is parked.
fn shares(issue: IssueId, division: &Division, today: Option<&Decision>) -> Vec<Alternatives> {
    let by_name = (0..division.recipients.len()).sorted_by_key(|at| &division.recipients[*at].id);
    let share = |at: usize| {
        let recipient = &division.recipients[at];
        let pieces = match today {
            Some(Decision::Shares(shares)) => {
                let share = shares.get(&recipient.id).cloned().unwrap_or_default();
                vec![Piece::Point(Decision::Amount(share))]
            }
            _ => stretches(&Rational::zero(), &division.total, bends_of(recipient)),
        };
        Alternatives { matter: Matter::Share(issue, at), pieces }
    };
    by_name.map(share).collect()
}

fn bends_of(recipient: &Recipient) -> BTreeSet<Rational> {
    let Does { effects, attributes } = &recipient.does;
    let curves = effects.values().chain(attributes.values());
    curves.flat_map(Curve::points).map(|(amount, _)| amount.clone()).collect()
}
