//! How new offers keep clear of a spoken no: not the same choices again, and more of what the party said no for.

use num_traits::{Signed as _, Zero as _};

use super::Kept;
use crate::domain::{
    Condition, Decision, InterestId, IssueId, IssueKind, Package, PartyId, Rational, Reaction, RuleForm, Scale, integer,
};
use crate::optimize::Question;
use crate::valuation::{Circumstances, assess, notable_amounts, notable_splits, on_interest, options};

/// Which part of a range counts as more where amounts are decided, and there is no smallest difference.
const NOTABLE_PART: i64 = 100;

/// A no that new offers keep clear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clear {
    /// What was said.
    pub no: Reaction,
    /// What new offers must keep; `None` where nothing but the choices themselves can be kept clear of.
    pub condition: Option<Condition>,
}

impl Clear {
    /// What `package` does for the interest that the no was said for, and what the refused one does, as the party reads
    /// them; `None` if it named none.
    #[must_use]
    pub fn on_interest(&self, circumstances: &Circumstances<'_>, package: &Package) -> Option<[Rational; 2]> {
        let interest = self.no.interest?;
        Some([&self.no.package, package].map(|of| on_interest(circumstances, self.no.party, interest, of)))
    }

    /// What everybody else gains from the refused package, and from `package`; of whom no gain is known, nothing.
    #[must_use]
    pub fn kept_for_others(&self, circumstances: &Circumstances<'_>, package: &Package) -> Vec<Kept> {
        let [before, after] = [&self.no.package, package].map(|of| assess(circumstances, of));
        let others = circumstances.table.parties_by_name().into_iter().filter(|party| *party != self.no.party);
        let kept = |party: PartyId| {
            let gains = [before.parties[party].gain()?, after.parties[party].gain()?];
            Some(Kept { party, gains })
        };
        others.filter_map(kept).collect()
    }
}

/// Every no that new offers keep clear of, with what that asks of them; not that of a party that stays out.
///
/// Whoever named an interest must get **strictly more** on it than the refused package gives, summed over all issues and as
/// the party reads the effects. Whoever named none isn't offered the same choices again. Where amounts are decided, more is
/// at least a hundredth of what the interest can differ by at this table; and since a hair's breadth from the same amounts
/// is the same offer, whoever named no interest must score more there, by at least a hundredth of its own range.
#[must_use]
pub fn clear_of(circumstances: &Circumstances<'_>, without: Option<PartyId>) -> Vec<Clear> {
    let said = circumstances.table.table().narrative.last_words().into_iter();
    let counts = said.filter(|said| said.support.is_no() && without != Some(said.party));
    counts.map(|no| Clear { condition: condition(circumstances, no), no: no.clone() }).collect()
}

/// The question with what keeps its answers clear of every no.
#[must_use]
pub fn keeping_clear(question: &Question, clear: &[Clear]) -> Question {
    let conditions = clear.iter().filter_map(|clear| clear.condition.clone());
    Question { also: question.also.iter().cloned().chain(conditions).collect(), ..question.clone() }
}

fn condition(circumstances: &Circumstances<'_>, no: &Reaction) -> Option<Condition> {
    if let Some(interest) = no.interest {
        let refused = on_interest(circumstances, no.party, interest, &no.package);
        let at_least = refused + smallest_more(circumstances, no.party, interest);
        return Some(Condition::Rule(RuleForm::RedLine { party: no.party, interest, at_least }));
    }
    if is_of_choices(circumstances) {
        let options: Vec<_> = no.package.options().collect();
        let most = u32::try_from(options.len().checked_sub(1)?).ok()?;
        return Some(Condition::Rule(RuleForm::AtMost(most, options)));
    }
    let yardstick = &circumstances.yardsticks[no.party];
    let range = match circumstances.table.scale {
        Scale::Percent => integer(100),
        Scale::Points => (&yardstick.best - &yardstick.worst).abs(),
    };
    let at_least = circumstances.score(no.party, &no.package)? + range / integer(NOTABLE_PART);
    Some(Condition::Score { party: no.party, at_least })
}

fn is_of_choices(circumstances: &Circumstances<'_>) -> bool {
    circumstances.table.issues.iter().all(|issue| matches!(issue.kind, IssueKind::Choice(_)))
}

/// By how much sums of effects on an interest differ at least where they differ, in any world; a hundredth of the range
/// where amounts are decided.
fn smallest_more(circumstances: &Circumstances<'_>, party: PartyId, interest: InterestId) -> Rational {
    if !is_of_choices(circumstances) {
        let range: Rational =
            circumstances.table.issues.keys().map(|issue| range(circumstances, party, interest, issue)).sum();
        // Where nothing touches the interest nothing gives more of it, however little is asked.
        return if range.is_zero() { integer(1) } else { range / integer(NOTABLE_PART) };
    }
    let table = circumstances.table.table();
    let mut common = integer(1);
    let mut divide = |effect: &Rational| {
        let below = (effect * &common).denom();
        common *= Rational::from_integer(below);
    };
    for seen in table.worlds.keys().map(|world| circumstances.in_world(world)) {
        for issue in table.issues.keys() {
            let all = decisions(&seen, issue).into_iter();
            let effects = all.filter_map(|decision| seen.effects(party, issue, &decision).remove(&interest));
            effects.for_each(|effect| divide(&effect));
        }
    }
    table.interactions.iter().filter_map(|of| of.does.effects.get(&interest)).for_each(divide);
    common.recip()
}

/// How far the effects of an issue on an interest lie apart.
fn range(circumstances: &Circumstances<'_>, party: PartyId, interest: InterestId, issue: IssueId) -> Rational {
    let of = |decision: Decision| circumstances.effects(party, issue, &decision).remove(&interest).unwrap_or_default();
    let effects: Vec<Rational> = decisions(circumstances, issue).into_iter().map(of).collect();
    match (effects.iter().min(), effects.iter().max()) {
        (Some(least), Some(most)) => most - least,
        _ => Rational::zero(),
    }
}

fn decisions(circumstances: &Circumstances<'_>, issue: IssueId) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    match &content.kind {
        IssueKind::Choice(_) => options(content),
        IssueKind::Quantity(_) => notable_amounts(circumstances, issue).into_iter().map(Decision::Amount).collect(),
        IssueKind::Division(_) => notable_splits(content),
    }
}
