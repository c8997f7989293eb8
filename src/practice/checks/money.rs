//! Checks of what money does to the talks.

use std::collections::BTreeMap;

use super::words::{starts, words};
use super::{About, Finding, Seen, Told};
use crate::domain::{CheckId, InterestId, OptionId, PartyId, Rational, Table, integer};

/// From how many percent of a party's weights money is all it looks at.
const MOSTLY: i64 = 70;

/// Starts of words for money, in the languages of the tables.
const MONEY: &str = "\
    geld inkom loon lonen salaris koopkracht budget kosten omzet opbrengst winst prijs financ money income wage \
    salar cost revenue profit price purchasing cash earning";

fn is_money(table: &Table, interest: InterestId) -> bool {
    let text = table.interests[interest].text.get(table.language).to_lowercase();
    words(&text).into_iter().any(|word| starts(MONEY, word))
}

/// C04: a party weighs money for most, or the table has nothing but money for it.
pub(super) fn bag_of_money(seen: &Seen<'_>) -> Vec<Finding> {
    seen.table.parties.keys().filter_map(|party| looks_at_money(seen, party)).collect()
}

fn looks_at_money(seen: &Seen<'_>, party: PartyId) -> Option<Finding> {
    let shares = seen.shares(party);
    let of_money = |interest: &InterestId| is_money(seen.table, *interest);
    let money: Rational = shares.iter().filter(|(interest, _)| of_money(interest)).map(|(_, share)| share).sum();
    let finding = Finding::new(CheckId::C04, About::Party(party));
    let percent = money * integer(100);
    if percent >= integer(MOSTLY) {
        return Some(finding.with("percent", Told::Number(percent)));
    }
    let gains = |interest: &InterestId| {
        seen.table.options().any(|(option, _)| seen.effect(party, option, *interest) > Rational::default())
    };
    let (of_coin, others): (Vec<InterestId>, Vec<InterestId>) = shares.keys().copied().partition(of_money);
    let is_paid_off = of_coin.iter().any(gains) && !others.is_empty() && !others.iter().any(gains);
    is_paid_off.then(|| finding.saw("only").with("interests", Told::Interests(others)))
}

/// C05: an option that serves a party's money and harms an interest that it shares with another.
pub(super) fn perverse(seen: &Seen<'_>) -> Vec<Finding> {
    let table = seen.table;
    let mut weighing: BTreeMap<InterestId, Vec<PartyId>> = BTreeMap::new();
    for party in table.parties_by_name() {
        seen.shares(party).into_keys().for_each(|interest| weighing.entry(interest).or_default().push(party));
    }
    table.options().filter_map(|(option, _)| pays_for_harm(seen, option, &weighing)).collect()
}

fn pays_for_harm(seen: &Seen<'_>, option: OptionId, weighing: &BTreeMap<InterestId, Vec<PartyId>>) -> Option<Finding> {
    let zero = Rational::default();
    let harmed = |party: PartyId| {
        let mut shared = weighing.iter().filter(|(_, parties)| parties.len() > 1 && parties.contains(&party));
        let is_harmed =
            |interest: InterestId| !is_money(seen.table, interest) && seen.effect(party, option, interest) < zero;
        shared.find(|(interest, _)| is_harmed(**interest)).map(|(interest, _)| *interest)
    };
    let is_paid = |party: PartyId| {
        let mut own = weighing.iter().filter(|(_, parties)| parties.contains(&party)).map(|(interest, _)| *interest);
        own.any(|interest| is_money(seen.table, interest) && seen.effect(party, option, interest) > zero)
    };
    let paid: Vec<(PartyId, InterestId)> = seen
        .table
        .parties_by_name()
        .into_iter()
        .filter(|party| is_paid(*party))
        .filter_map(|party| Some((party, harmed(party)?)))
        .collect();
    let (_, interest) = *paid.first()?;
    let parties = paid.into_iter().filter(|(_, harmed)| *harmed == interest).map(|(party, _)| party).collect();
    let finding = Finding::new(CheckId::C05, About::Option(option));
    Some(finding.with("parties", Told::Parties(parties)).with("interests", Told::Interests(vec![interest])))
}
