//! What an answer records.

use std::collections::BTreeSet;

use super::questions::{doubtful, known_interest};
use super::{Pending, QuickStart, StartQuestion};
use crate::diagnostic::{Code, Problem};
use crate::session::Command;
use crate::session::command::{EffectArguments, IssueArguments, NoDealArguments};
use crate::session::record::{self, Deed, Desk, Recorded, short_name};
use crate::table_file::{Edit, Value};

/// How many interests are asked of a party.
const MOST_INTERESTS: usize = 3;

/// Records an answer; `None` if there is nothing to record.
pub(super) fn take(
    desk: &Desk<'_>,
    progress: &mut QuickStart,
    question: &StartQuestion,
    answer: &str,
) -> Result<Option<Recorded>, Vec<Problem>> {
    match question {
        StartQuestion::Title => Ok(None),
        StartQuestion::Parties => parties(desk, answer).map(Some),
        StartQuestion::Interests { party } => interests(desk, progress, party, answer),
        StartQuestion::WhatFor { demand, .. } => what_for(desk, progress, demand, answer),
        StartQuestion::Issue { known: 0 } if answer.is_empty() => Err(vec![Problem::new(Code::IssueNeeded)]),
        StartQuestion::Issue { .. } if answer.is_empty() => {
            progress.has_all_issues = true;
            Ok(None)
        }
        StartQuestion::Issue { .. } => issue(desk, answer).map(Some),
        StartQuestion::Effects { issue, option, .. } => {
            progress.asked.insert((issue.clone(), option.clone()));
            effects(desk, format!("{issue}={option}"), answer)
        }
        StartQuestion::NoDeal => no_deal(desk, progress, answer).map(Some),
    }
}

/// `a b > c = d`: what a party needs, the most important first.
fn interests(
    desk: &Desk<'_>,
    progress: &mut QuickStart,
    party: &str,
    answer: &str,
) -> Result<Option<Recorded>, Vec<Problem>> {
    if answer.is_empty() {
        return Err(vec![Problem::new(Code::InterestNeeded).with("name", party)]);
    }
    let ranks = ranked(answer);
    if ranks.iter().flatten().count() > MOST_INTERESTS {
        return Err(vec![Problem::new(Code::TooManyInterests).with("most", MOST_INTERESTS.to_string())]);
    }
    let pending = Pending { party: party.to_owned(), ranks, settled: BTreeSet::new(), positions: Vec::new() };
    settle(desk, progress, pending)
}

/// What a demand is for takes its place, and the demand is kept; without an answer it is an interest after all.
fn what_for(
    desk: &Desk<'_>,
    progress: &mut QuickStart,
    demand: &str,
    answer: &str,
) -> Result<Option<Recorded>, Vec<Problem>> {
    let Some(mut pending) = progress.pending.clone() else { return Ok(None) };
    let meant = if answer.is_empty() { demand } else { answer };
    if !answer.is_empty() {
        pending.positions.push(demand.to_owned());
        for phrase in pending.ranks.iter_mut().flatten().filter(|phrase| *phrase == demand) {
            meant.clone_into(phrase);
        }
    }
    pending.settled.insert(meant.to_owned());
    settle(desk, progress, pending)
}

/// `KO+5 WA-2`: what an option does; nothing if that isn't said.
fn effects(desk: &Desk<'_>, choice: String, answer: &str) -> Result<Option<Recorded>, Vec<Problem>> {
    if answer.is_empty() {
        return Ok(None);
    }
    let effects = answer.split_whitespace().map(str::to_owned).collect();
    record::record(desk, &Command::Effect(EffectArguments { choice, effects })).transpose()
}

/// Keeps what is settled of a party's interests; records them once all are.
fn settle(desk: &Desk<'_>, progress: &mut QuickStart, pending: Pending) -> Result<Option<Recorded>, Vec<Problem>> {
    if doubtful(desk.table(), &pending).is_some() {
        progress.pending = Some(pending);
        return Ok(None);
    }
    let table = desk.table();
    let mut edits = Vec::new();
    let mut weights = Vec::new();
    for rank in &pending.ranks {
        let mut names = Vec::new();
        for phrase in rank {
            let name = known_interest(table, phrase).map_or_else(|| short_name(phrase), str::to_owned);
            if known_interest(table, phrase).is_none() {
                edits.push(record::set_text(vec![record::field("interests"), record::key(&name)], phrase));
            }
            names.push(name);
        }
        weights.push(names.join(" = "));
    }
    let at = |part| vec![record::field("parties"), record::key(&pending.party), record::field(part)];
    edits.extend(pending.positions.iter().map(|text| record::set_position(&pending.party, text)));
    let ranking = weights.join(" > ");
    edits.push(record::set_text(at("weights"), &*ranking));
    let document = desk.edit(&edits)?;
    progress.pending = None;
    let mut deed = Deed::new("party", &*pending.party).part("interests").after(ranking);
    deed.note = (!pending.positions.is_empty()).then_some("demand-kept");
    Ok(Some(Recorded { document, deed }))
}

/// `a > b = c` by rank; without `>`, commas rank as well.
fn ranked(answer: &str) -> Vec<Vec<String>> {
    let separators: &[char] = if answer.contains('>') { &['>'] } else { &[',', ';'] };
    let rank = |part: &str| -> Vec<String> {
        part.split('=').map(str::trim).filter(|phrase| !phrase.is_empty()).map(str::to_owned).collect()
    };
    answer.split(separators).map(rank).filter(|rank| !rank.is_empty()).collect()
}

/// `CZ, Breburg (providers)`: names, with their groups between brackets.
fn parties(desk: &Desk<'_>, answer: &str) -> Result<Recorded, Vec<Problem>> {
    let mut edits = Vec::new();
    let mut names = Vec::new();
    for part in answer.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, group) = match part.split_once('(') {
            Some((name, group)) => (name.trim(), Some(group.trim_end_matches(')').trim())),
            None => (part, None),
        };
        let path = vec![record::field("parties"), record::key(name)];
        edits.push(Edit::Set { path: path.clone(), value: Value::Ron("()".to_owned()) });
        edits.extend(group.map(|group| record::set_text([path, vec![record::field("group")]].concat(), group)));
        names.push(name.to_owned());
    }
    if names.len() < 2 {
        return Err(vec![Problem::new(Code::PartiesNeeded)]);
    }
    if let Some(twice) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        let problem = Problem::new(Code::DuplicateName).with("kind", "party").with("name", &**twice.1);
        return Err(vec![desk.typed.at(problem, twice.1)]);
    }
    let document = desk.edit(&edits)?;
    Ok(Recorded { document, deed: Deed::new("table", &*desk.table().id).part("parties").after(names.join(", ")) })
}

/// `loon: 2%, 3%, 4%`, today's first.
fn issue(desk: &Desk<'_>, answer: &str) -> Result<Recorded, Vec<Problem>> {
    let shape = || vec![Problem::new(Code::IssueShape)];
    let (name, options) = answer.split_once(':').ok_or_else(shape)?;
    if record::split_options(options).len() < 2 || name.trim().is_empty() {
        return Err(shape());
    }
    let arguments = IssueArguments {
        issue: format!("{}:", name.trim()),
        words: vec![options.trim().to_owned()],
        today: None,
        from: None,
        to: None,
        step: None,
        unit: None,
        bundle: None,
    };
    match record::record(desk, &Command::Issue(arguments)) {
        Some(outcome) => outcome,
        None => Err(shape()),
    }
}

/// `CZ: wachttijd -, because ..`; nothing: it stays as it is today for all others.
fn no_deal(desk: &Desk<'_>, progress: &mut QuickStart, answer: &str) -> Result<Recorded, Vec<Problem>> {
    if answer.is_empty() {
        progress.has_all_no_deals = true;
        let open = desk.table().parties.iter().filter(|party| party.no_deal.is_none());
        let path = |party: &str| {
            vec![record::field("parties"), record::key(party), record::field("no_deal"), record::field("today")]
        };
        let edits: Vec<Edit> = open.map(|party| record::set_word(path(&party.id), "true")).collect();
        let document = desk.edit(&edits)?;
        let deed = Deed::new("table", &*desk.table().id).part("no-deal").after("today");
        return Ok(Recorded { document, deed });
    }
    let Some((party, rest)) = answer.split_once(':') else { return Err(vec![Problem::new(Code::NoDealShape)]) };
    let (worth, because) = record::split_reason(rest);
    let worth: Vec<String> = worth.split_whitespace().map(str::to_owned).collect();
    if worth.is_empty() {
        return Err(vec![Problem::new(Code::NoDealShape)]);
    }
    let arguments = NoDealArguments { party: party.trim().to_owned(), worth, because };
    match record::record(desk, &Command::NoDeal(arguments)) {
        Some(outcome) => outcome,
        None => Err(vec![Problem::new(Code::NoDealShape)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interests_come_by_rank() {
        assert_eq!(ranked("a b > c = d"), [vec!["a b"], vec!["c", "d"]]);
        assert_eq!(ranked("a, b ; c"), [vec!["a"], vec!["b"], vec!["c"]]);
        assert_eq!(ranked(" > "), Vec::<Vec<String>>::new());
    }
}
