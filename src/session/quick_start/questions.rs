//! Which question comes next.

use super::{Pending, QuickStart, StartQuestion};
use crate::domain::{Decision, Interest, OptionId, Table};
use crate::practice::{Sign, sounds_like_demand};
use crate::session::record::short_name;

/// How many issues of the table are asked for.
const MOST_ISSUES: usize = 4;

/// The next thing that is not known yet.
pub(super) fn next(table: &Table, progress: &QuickStart) -> Option<StartQuestion> {
    if let Some(pending) = &progress.pending
        && let Some((demand, sign)) = doubtful(table, pending)
    {
        return Some(StartQuestion::WhatFor { party: pending.party.clone(), demand, sign });
    }
    if table.parties.is_empty() {
        return Some(StartQuestion::Parties);
    }
    let silent = table.parties.iter().find(|party| party.weights.values().is_empty());
    if let Some(party) = silent {
        return Some(StartQuestion::Interests { party: party.id.clone() });
    }
    if let Some(question) = unasked(table, progress) {
        return Some(question);
    }
    if !progress.has_all_issues && table.issues.len() < MOST_ISSUES {
        return Some(StartQuestion::Issue { known: table.issues.len() });
    }
    let is_open = !progress.has_all_no_deals && table.parties.iter().any(|party| party.no_deal.is_none());
    is_open.then_some(StartQuestion::NoDeal)
}

/// The first option of which nobody said what it does.
fn unasked(table: &Table, progress: &QuickStart) -> Option<StartQuestion> {
    table.options().find_map(|(id, option)| {
        let issue = &table.issues[id.issue];
        let is_today = issue.today == Some(Decision::Option(id.index));
        let was_asked = progress.asked.contains(&(issue.id.clone(), option.id.clone()));
        if is_today || was_asked || !option.does.effects.is_empty() {
            return None;
        }
        let today = match issue.today {
            Some(Decision::Option(index)) => table.option(OptionId { issue: id.issue, index }).id.clone(),
            _ => String::new(),
        };
        Some(StartQuestion::Effects { issue: issue.id.clone(), option: option.id.clone(), today })
    })
}

/// The first of the typed interests that sounds like a demand.
pub(super) fn doubtful(table: &Table, pending: &Pending) -> Option<(String, Sign)> {
    let open = pending.ranks.iter().flatten().filter(|phrase| !pending.settled.contains(*phrase));
    let is_known = |phrase: &str| known_interest(table, phrase).is_some();
    open.filter(|phrase| !is_known(phrase))
        .find_map(|phrase| Some((phrase.clone(), sounds_like_demand(phrase, table)?)))
}

/// The interest of the table that a phrase is, by its name or its text.
pub(super) fn known_interest<'a>(table: &'a Table, phrase: &str) -> Option<&'a str> {
    let lowered = phrase.to_lowercase();
    let short = short_name(phrase).to_lowercase();
    let is_it = |interest: &&Interest| {
        let id = interest.id.to_lowercase();
        id == lowered || id == short || interest.text.get(table.language).to_lowercase() == lowered
    };
    table.interests.iter().find(is_it).map(|interest| interest.id.as_str())
}
