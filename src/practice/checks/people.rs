//! Checks of who is at the table: what they said, what they may decide, who stands behind them.

use super::words::phrases;
use super::{About, Finding, Seen, Told};
use crate::domain::{CheckId, InterestId, IssueId, PartyId, RatifyingBody, Support, Text};
use crate::practice::{Sign, sounds_like_demand};
use crate::valuation::RatificationStatus;

/// How many times as many packages must do without a party before it sets the pace.
const PACE: u64 = 2;

/// What a mandate says where it isn't theirs to decide.
const NOT_THEIRS: &str = "\
    geen mandaat | terug naar | niet zonder | mag niet | mogen niet | eerst naar | achterban beslist | niets | \
    no mandate | back to | not without | may not | first to | must ask | members decide | nothing";

/// C07: interests that a party never confirmed.
pub(super) fn assumed(seen: &Seen<'_>) -> Vec<Finding> {
    let table = seen.table;
    let found = table.parties.iter_enumerated().filter_map(|(id, party)| {
        let interests: Vec<InterestId> = table.interests_by_name();
        let own = party.interests();
        let open = interests.into_iter().filter(|interest| own.contains(interest) && !party.confirmed(*interest));
        let open: Vec<InterestId> = open.collect();
        let finding = Finding::new(CheckId::C07, About::Party(id));
        let count = Told::Count(open.len() as u64);
        (!open.is_empty()).then(|| finding.with("count", count).with("interests", Told::Interests(open)))
    });
    found.collect()
}

/// C08: an interest that sounds like a demand.
pub(super) fn position_as_interest(seen: &Seen<'_>) -> Vec<Finding> {
    let table = seen.table;
    let found = table.interests.iter_enumerated().filter_map(|(id, interest)| {
        let saw = match sounds_like_demand(interest.text.get(table.language), table)? {
            Sign::Word => "saw",
            Sign::Number => "number",
            Sign::Option => "option",
        };
        let finding = Finding::new(CheckId::C08, About::Interest(id)).saw(saw);
        Some(finding.with("text", Told::Texts(vec![interest.text.clone()])))
    });
    found.collect()
}

/// C10: one party without which far more packages would do.
pub(super) fn slowest(seen: &Seen<'_>) -> Vec<Finding> {
    let Some(zone) = seen.zone else { return Vec::new() };
    let Some((parties, blocked)) = zone.blocks_most() else { return Vec::new() };
    let [party] = parties[..] else { return Vec::new() };
    let without = zone.acceptable + blocked;
    if without < PACE * zone.acceptable {
        return Vec::new();
    }
    let finding = Finding::new(CheckId::C10, About::Party(party));
    vec![finding.with("now", Told::Count(zone.acceptable)).with("without", Told::Count(without))]
}

/// C13: nobody knows who must say yes at home or what they must find, or they would say no to a package.
pub(super) fn ratification(seen: &Seen<'_>) -> Vec<Finding> {
    let unknown = seen.table.parties.iter_enumerated().filter_map(|(id, party)| {
        let finding = Finding::new(CheckId::C13, About::Party(id));
        let open: Vec<Text> =
            party.ratification.iter().filter(|body| is_open(body)).map(|body| body.body.clone()).collect();
        match (party.ratification.is_empty(), open.is_empty()) {
            (true, _) => Some(finding),
            (false, false) => Some(finding.saw("rule").with("bodies", Told::Texts(open))),
            (false, true) => None,
        }
    });
    unknown.chain(seen.packages().filter_map(|(at, _)| failing(seen, at))).collect()
}

fn is_open(body: &RatifyingBody) -> bool {
    body.conditions.is_empty()
}

/// A package that everybody at the table can accept, and that somebody at home would turn down.
fn failing(seen: &Seen<'_>, at: usize) -> Option<Finding> {
    let (_, assessment) = seen.packages().nth(at)?;
    let failed = |id: &PartyId| {
        let mut bodies = assessment.ratifications.iter().filter(|body| body.party == *id);
        bodies.any(|body| body.status == RatificationStatus::Failed)
    };
    let parties: Vec<PartyId> = seen.table.parties_by_name().into_iter().filter(failed).collect();
    let is_worth_asking = assessment.is_acceptable() && !parties.is_empty();
    let finding = Finding::new(CheckId::C13, About::Package(at)).saw("fails");
    is_worth_asking.then(|| finding.with("parties", Told::Parties(parties)))
}

/// C14: a mandate that says that it isn't theirs to decide.
pub(super) fn mandate(seen: &Seen<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (id, party) in seen.table.parties.iter_enumerated() {
        for (issue, text) in &party.mandates {
            let lowered = text.get(seen.table.language).to_lowercase();
            if phrases(NOT_THEIRS).any(|words| lowered.contains(words)) {
                found.push(unmandated(id, *issue, text));
            }
        }
    }
    found
}

fn unmandated(party: PartyId, issue: IssueId, text: &Text) -> Finding {
    let finding = Finding::new(CheckId::C14, About::Party(party));
    finding.with("issue", Told::Issue(issue)).with("text", Told::Texts(vec![text.clone()]))
}

/// C17: what a party has without an agreement is unknown, or was said before what it is measured by changed.
pub(super) fn no_deal(seen: &Seen<'_>) -> Vec<Finding> {
    let of = |id: PartyId| Finding::new(CheckId::C17, About::Party(id));
    let unknown = seen.table.parties.iter_enumerated().filter(|(_, party)| party.no_deal.is_none());
    let stale = seen.no_deals_to_ask.iter().map(|id| of(*id).saw("stale"));
    unknown.map(|(id, _)| of(id)).chain(stale).collect()
}

/// C30: a level of a party that hasn't said yes.
pub(super) fn levels(seen: &Seen<'_>) -> Vec<Finding> {
    let found = seen.table.parties.iter_enumerated().filter_map(|(id, party)| {
        let silent = party.levels.iter().filter(|level| level.support < Support::YesWithQuestion);
        let silent: Vec<Text> = silent.map(|level| level.text.clone()).collect();
        let finding = Finding::new(CheckId::C30, About::Party(id));
        (!silent.is_empty()).then(|| finding.with("levels", Told::Texts(silent)))
    });
    found.collect()
}
