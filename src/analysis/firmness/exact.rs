//! Packages compared in exact arithmetic, as an objective compares them.

use std::collections::BTreeMap;

use itertools::Itertools as _;
use num_traits::{One as _, Signed as _, Zero as _};

use super::ledger::Ledger;
use crate::domain::{Attendance, Condition, Decision, Limit, Package, PartyId, Rational, RuleForm, Scale, integer};
use crate::optimize::{Objective, Question};
use crate::valuation::{Assessment, Circumstances, RatificationStatus, assess, meets, notable_amounts, on_interest};

/// The best of some packages, given in canonical order, that can be agreed as `question` asks; `None` if none can. Where it
/// counts how much everybody could gain, `tops` hold what brings that.
pub(super) fn best(
    circumstances: &Circumstances<'_>,
    question: &Question,
    packages: impl IntoIterator<Item = Package>,
    tops: &[Top],
) -> Option<Package> {
    let ideals = ideals(circumstances, tops, |package| is_acceptable(circumstances, question, package));
    let mut best: Option<(Vec<Rational>, Package)> = None;
    for package in packages {
        let Some(assessment) = accepted(circumstances, question, &package) else { continue };
        let keys = keys(question.objective, &ideals, &assessment)?;
        if best.as_ref().is_none_or(|(known, _)| *known < keys) {
            best = Some((keys, package));
        }
    }
    best.map(|(_, package)| package)
}

/// What is compared of a package, one after the other; `None` if not all of it is known.
fn keys(objective: Objective, ideals: &[Rational], assessment: &Assessment) -> Option<Vec<Rational>> {
    let gains = assessment.gains();
    let first = match objective {
        Objective::Joint => vec![assessment.joint_gain()?],
        Objective::Best(party) => vec![assessment.parties[party].score.clone()?],
        Objective::Nash if gains.iter().any(|gain| !gain.is_positive()) => vec![Rational::zero()],
        Objective::Nash => vec![gains.iter().product()],
        Objective::Fair => Vec::new(),
        Objective::KalaiSmorodinsky if ideals.len() != gains.len() => return None,
        Objective::KalaiSmorodinsky => {
            smallest_parts(&gains, ideals).into_iter().map(|at| &gains[at] / &ideals[at]).collect()
        }
    };
    Some([first, assessment.leximin()].concat())
}

/// A party, and a package among which is the best for it.
pub(super) type Top = (PartyId, Package);

/// Packages among which is the best for people of a ledger, by their positions.
pub(super) fn tops(ledger: &Ledger, tops: &[(usize, usize)]) -> Vec<Top> {
    tops.iter().map(|(person, at)| (ledger.people[*person].party, ledger.package(*at))).collect()
}

/// The most that any of the packages that count brings to everybody, in the order of their gains.
fn ideals(circumstances: &Circumstances<'_>, tops: &[Top], counts: impl Fn(&Package) -> bool) -> Vec<Rational> {
    let gain = |(party, package): &Top| {
        let (score, no_deal) = circumstances.score(*party, package).zip(circumstances.no_deal_score(*party))?;
        Some((*party, score - no_deal))
    };
    let gains = tops.iter().filter(|(_, package)| counts(package)).filter_map(gain);
    let most: BTreeMap<PartyId, Rational> = gains.sorted().collect(); // Of a party the last stays, which is the largest.
    most.into_values().collect()
}

/// The positions of those who could gain at all, the one who gets the smallest part of that first.
fn smallest_parts(gains: &[Rational], ideals: &[Rational]) -> Vec<usize> {
    let part = |at: &usize| &gains[*at] / &ideals[*at];
    let both = gains.iter().zip(ideals);
    both.positions(|(_, ideal)| ideal.is_positive()).sorted_by_cached_key(part).collect()
}

/// Everything whose sign it hangs on that `package` is what `question` asks for, and not a `rival`.
pub(super) fn differences(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    rival: Option<&Package>,
    tops: &[Top],
) -> Vec<Rational> {
    let margins_of = |package: &Package| {
        let assessment = assess(circumstances, package);
        (margins(circumstances, question, package, &assessment), assessment)
    };
    let (mut found, own) = margins_of(package);
    let Some(rival) = rival else { return found };
    let (more, theirs) = margins_of(rival);
    found.extend(more);
    match question.objective {
        Objective::Best(party) => {
            let score = |of: &Assessment| of.parties[party].score.clone().unwrap_or_default();
            found.push(score(&theirs) - score(&own));
        }
        // Whose gains are the same is left out, so that the product moves with as few as may be.
        Objective::Nash => {
            let apart = theirs.gains().into_iter().zip(own.gains()).filter(|(theirs, own)| theirs != own);
            let (theirs, own): (Vec<Rational>, Vec<Rational>) = apart.unzip();
            found.push(theirs.iter().product::<Rational>() - own.iter().product::<Rational>());
        }
        Objective::KalaiSmorodinsky => {
            // Whether these can be agreed is asked when the place is known.
            let ideals = ideals(circumstances, tops, |_| true);
            let (theirs, own) = (theirs.gains(), own.gains());
            found.extend(smallest_parts(&theirs, &ideals).into_iter().zip(smallest_parts(&own, &ideals)).map(
                |(one, other)| match one == other {
                    true => &theirs[one] - &own[one],
                    // Each part times both ideals is straight where one of both people moves.
                    false => &theirs[one] * &ideals[other] - &own[other] * &ideals[one],
                },
            ));
        }
        _ => found.push(theirs.joint_gain().unwrap_or_default() - own.joint_gain().unwrap_or_default()),
    }
    found.extend(theirs.leximin().iter().zip(own.leximin()).map(|(theirs, own)| theirs - own));
    found
}

/// Whether a package can be agreed as `question` asks.
pub(in crate::analysis) fn is_acceptable(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
) -> bool {
    accepted(circumstances, question, package).is_some()
}

/// What a package comes to if it can be agreed as `question` asks.
fn accepted(circumstances: &Circumstances<'_>, question: &Question, package: &Package) -> Option<Assessment> {
    let assessment = assess(circumstances, package);
    let lives = !question.floors || assessment.is_acceptable();
    let asked = question.also.iter().all(|demand| meets(circumstances, demand, package) == Some(true));
    let ratified = assessment.ratifications.iter().all(|body| body.status == RatificationStatus::Passed);
    let is_accepted = assessment.keeps_rules() && lives && asked && (ratified || !question.ratifiable);
    is_accepted.then_some(assessment)
}

/// Whether two packages are the same: the same choices, and amounts within a millionth of their range.
pub(in crate::analysis) fn is_same(circumstances: &Circumstances<'_>, one: &Package, other: &Package) -> bool {
    one.decisions.iter_enumerated().zip(&other.decisions).all(|((issue, one), other)| match (one, other) {
        (Decision::Amount(one), Decision::Amount(other)) => {
            let amounts = notable_amounts(circumstances, issue);
            let range = amounts.last().zip(amounts.first()).map(|(last, first)| last - first).unwrap_or_default();
            (one - other).abs() * integer(1_000_000) <= range
        }
        _ => one == other,
    })
}

/// How far a package is from being refused by each party and each rule, below 0 where it is.
fn margins(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    assessment: &Assessment,
) -> Vec<Rational> {
    let table = circumstances.table.table();
    let needed = |party: &PartyId| question.floors && table.parties[*party].attendance == Attendance::Needed;
    let gain = |party: PartyId| assessment.parties[party].gain().filter(|_| needed(&party)).unwrap_or_default();
    let mut margins: Vec<Rational> = table.parties.keys().map(gain).collect();
    let form = |form: &RuleForm| match form {
        RuleForm::Limit(limit) => left(circumstances, limit, package),
        RuleForm::RedLine { party, interest, at_least } => {
            on_interest(circumstances, *party, *interest, package) - at_least
        }
        _ => Rational::zero(),
    };
    margins.extend(table.rules.keys().map(|rule| form(&circumstances.rule(rule))));
    let bodies = table.parties.iter().flat_map(|party| &party.ratification).filter(|_| question.ratifiable);
    for condition in bodies.flat_map(|body| &body.conditions).chain(&question.also) {
        margins.push(match condition {
            Condition::Rule(rule) => form(rule),
            Condition::Score { party, at_least } => {
                assessment.parties[*party].score.as_ref().map(|score| score - at_least).unwrap_or_default()
            }
        });
    }
    margins
}

fn left(circumstances: &Circumstances<'_>, limit: &Limit, package: &Package) -> Rational {
    let form = RuleForm::Limit(limit.clone());
    let bill = crate::valuation::assess_rule(circumstances, &form, package).bill;
    bill.map(|bill| bill.limit - bill.used).unwrap_or_default()
}

/// What differences are to be multiplied by to be straight: nothing, or the width of some party's scale.
pub(super) fn widths(circumstances: &Circumstances<'_>) -> Vec<Rational> {
    let table = circumstances.table.table();
    let width = |party: PartyId| {
        let yardstick = &circumstances.yardsticks[party];
        (&yardstick.best - &yardstick.worst) * table.parties[party].weights.total()
    };
    let widths = table.parties_by_name().into_iter().filter(|_| table.scale == Scale::Percent).map(width);
    [Rational::one()].into_iter().chain(widths).collect()
}
