//! Who negotiates and why: parties, interests, weights, positions, no-deals.

use super::effects::{cells, is_nothing, signed};
use super::{Deed, Desk, Outcome, Recorded, field, key, no_deal_text, set_text, set_word, weights_text};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Attendance, PartyId, Weights};
use crate::session::command::{
    InterestArguments, NoDealArguments, PartyArguments, PositionArguments, WeightsArguments,
};
use crate::session::grammar::joined;
use crate::session::number::{number, with_points};
use crate::session::quote;
use crate::table_file::{Document, Edit, Step, Value, parse_package};

fn at(party: &str, part: &'static str) -> Vec<Step> {
    vec![field("parties"), key(party), field(part)]
}

/// Adds a party, or changes what is said of it.
pub(super) fn party(desk: &Desk<'_>, arguments: &PartyArguments) -> Outcome {
    let known = desk.lookup().party(&arguments.party).ok();
    let id = known.map_or(arguments.party.clone(), |known| desk.table().parties[known].id.clone());
    let mut edits = Vec::new();
    if known.is_none() {
        edits.push(Edit::Set { path: vec![field("parties"), key(&id)], value: Value::Ron("()".to_owned()) });
    }
    let name = joined(&arguments.text);
    if !name.is_empty() {
        edits.push(set_text(at(&id, "name"), name));
    }
    for (part, words) in [("role", &arguments.role), ("group", &arguments.group)] {
        match words.as_deref() {
            Some("") => edits.push(Edit::Unset { path: at(&id, part) }),
            Some(words) => edits.push(set_text(at(&id, part), words)),
            None => {}
        }
    }
    if arguments.may_stay_out {
        edits.push(set_word(at(&id, "may_stay_out"), "true"));
    } else if arguments.needed {
        edits.push(Edit::Unset { path: at(&id, "may_stay_out") });
    }
    let document = desk.edit(&edits)?;
    let told = |document: &Document| {
        let party = document.table().party_named(&id).map(|party| &document.table().parties[party])?;
        let name = party.name.get(document.table().language).to_owned();
        let role = party.role.as_ref().map(|role| role.get(document.table().language));
        let role = role.map(|role| format!("--role {}", quote(role)));
        let group = party.group.as_ref().map(|group| format!("--group {}", quote(group)));
        let attendance = (party.attendance == Attendance::MayStayOut).then(|| "--may-stay-out".to_owned());
        Some([Some(name), role, group, attendance].into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    let deed = Deed::new("party", &*id).before(told(desk.document));
    let after = told(&document).unwrap_or_default();
    Ok(Recorded { deed: deed.after(after), document })
}

/// Adds an interest to a party: to the table as well, if it is new there.
pub(super) fn interest(desk: &Desk<'_>, arguments: &InterestArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let known = desk.lookup().interest(&arguments.interest).ok();
    let id = known.map_or_else(|| short_name(&arguments.interest), |known| table.interests[known].id.clone());
    let text = joined(&arguments.text);
    let text = if text.is_empty() && id != arguments.interest { arguments.interest.clone() } else { text };
    let mut edits = Vec::new();
    if known.is_none() || !text.is_empty() {
        let text = if text.is_empty() { id.clone() } else { text };
        edits.push(set_text(vec![field("interests"), key(&id)], text));
    }
    let weighed = known.is_some_and(|known| table.parties[party].weights.values().contains_key(&known));
    let mut deed = Deed::new("party", &*table.parties[party].id).part("interests");
    if !weighed || arguments.weight.is_some() {
        let (weights, is_ranked) = with_interest(desk, party, &id, arguments.weight.as_deref())?;
        edits.push(set_text(at(&table.parties[party].id, "weights"), weights));
        edits.push(Edit::Unset { path: at(&table.parties[party].id, "weights_confirmed") });
        deed.note = is_ranked.then_some("ranked-last");
    }
    let document = desk.edit(&edits)?;
    let told = |document: &Document| weights_text(document.table(), &document.table().parties[party].weights);
    let deed = deed.before(Some(told(desk.document)).filter(|text| !text.is_empty()));
    Ok(Recorded { deed: deed.after(told(&document)), document })
}

/// The weights of a party with one interest more, and whether it was ranked last.
fn with_interest(
    desk: &Desk<'_>,
    party: PartyId,
    interest: &str,
    weight: Option<&str>,
) -> Result<(String, bool), Vec<Problem>> {
    let table = desk.table();
    let weights = &table.parties[party].weights;
    let written = weights_text(table, weights);
    let is_ranking = matches!(weights, Weights::Ranking(_)) || written.is_empty();
    match weight {
        None if written.is_empty() => Ok((interest.to_owned(), false)),
        None if is_ranking => Ok((format!("{written} > {interest}"), true)),
        None => {
            let problem = Problem::new(Code::WeightNeeded).with("name", &*table.parties[party].id);
            Err(vec![problem])
        }
        Some(weight) if is_ranking && !written.is_empty() => {
            let problem = Problem::new(Code::WeightsAreRanking).with("name", &*table.parties[party].id);
            Err(vec![desk.typed.at(problem, weight)])
        }
        Some(weight) => {
            let number = number(weight).map_err(|problem| vec![desk.typed.at(problem, weight)])?;
            let mut others = weights.clone();
            match &mut others {
                Weights::Numbers(numbers) => numbers.retain(|id, _| table.interests[*id].id != interest),
                Weights::Ranges(ranges) => ranges.retain(|id, _| table.interests[*id].id != interest),
                Weights::Ranking(_) => return Ok((format!("{interest} {number}"), false)),
            }
            let others = weights_text(table, &others);
            Ok((
                if others.is_empty() {
                    format!("{interest} {number}")
                } else {
                    format!("{others}, {interest} {number}")
                },
                false,
            ))
        }
    }
}

/// Makes one word of what was typed: it stands in effect lines.
pub(in crate::session) fn short_name(text: &str) -> String {
    let is_kept = |c: char| c.is_alphanumeric();
    text.split(|c: char| !is_kept(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Sets all weights of a party: numbers or a ranking.
pub(super) fn weights(desk: &Desk<'_>, arguments: &WeightsArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    if arguments.swing {
        return Err(vec![Problem::new(Code::NotAChange).with("name", "weights --swing")]);
    }
    let text = with_points(&joined(&arguments.weights));
    let document = desk.edit(&[
        set_text(at(&table.parties[party].id, "weights"), text),
        Edit::Unset { path: at(&table.parties[party].id, "weights_confirmed") },
    ])?;
    let told = |document: &Document| weights_text(document.table(), &document.table().parties[party].weights);
    let deed = Deed::new("party", &*table.parties[party].id).part("weights");
    let mut deed = deed.before(Some(told(desk.document)).filter(|text| !text.is_empty()));
    // What no deal is worth is judged by the weights.
    deed.note = table.parties[party].no_deal.is_some().then_some("ask-no-deal-again");
    Ok(Recorded { deed: deed.after(told(&document)), document })
}

/// Keeps what a party demands, word for word.
pub(super) fn position(desk: &Desk<'_>, arguments: &PositionArguments) -> Outcome {
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let text = joined(&arguments.text);
    let content = &desk.table().parties[party];
    let deed = Deed::new("party", &*content.id).part("position");
    let Some(number) = arguments.number else {
        let document = desk.edit(&[set_position(&content.id, &text)])?;
        return Ok(Recorded { deed: deed.after(text), document });
    };
    let Some(before) = number.checked_sub(1).and_then(|at| content.positions.get(at)) else {
        let problem = Problem::new(Code::NoPosition).with("name", &*content.id);
        let problem = problem.with("count", content.positions.len().to_string());
        return Err(vec![desk.typed.at(problem, &number.to_string())]);
    };
    let path = [at(&content.id, "positions"), vec![Step::Item(number - 1)]].concat();
    let edit = if text.is_empty() { Edit::Unset { path } } else { set_text(path, &*text) };
    let document = desk.edit(&[edit])?;
    let deed = deed.before(Some(before.get(desk.table().language).to_owned()));
    Ok(Recorded { deed: if text.is_empty() { deed } else { deed.after(text) }, document })
}

/// The edit that keeps a position of a party.
pub(in crate::session) fn set_position(party: &str, text: &str) -> Edit {
    set_text(vec![field("parties"), key(party), field("positions"), Step::Append], text)
}

/// What no deal is worth, and behind `because` the reason.
pub(in crate::session) fn split_reason(text: &str) -> (&str, Option<String>) {
    let parts = [" because ", " omdat ", " want "].iter().find_map(|word| text.split_once(word));
    let (worth, because) = parts.map_or((text, None), |(worth, because)| (worth, Some(because.trim().to_owned())));
    (worth.trim().trim_end_matches(','), because)
}

/// Sets what a party has without an agreement.
pub(super) fn no_deal(desk: &Desk<'_>, arguments: &NoDealArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let id = table.parties[party].id.clone();
    let mut edits = vec![Edit::Unset { path: at(&id, "no_deal") }];
    let worth = joined(&arguments.worth);
    let within = |part: &'static str| [at(&id, "no_deal"), vec![field(part)]].concat();
    let mut deed = Deed::new("party", &*id).part("no-deal").before(no_deal_text(table, party));
    match worth.as_str() {
        "unknown" => {}
        "today" => edits.push(set_word(within("today"), "true")),
        _ => {
            edits.push(worth_of(desk, &arguments.worth, &within)?);
            let is_score = matches!(edits.last(), Some(Edit::Set { value: Value::Word(_), .. }));
            deed.note = is_score.then_some("rough-score");
        }
    }
    if let (Some(because), true) = (&arguments.because, worth != "unknown") {
        edits.push(set_text(within("because"), because));
    }
    let document = desk.edit(&edits)?;
    let after = no_deal_text(document.table(), party).unwrap_or_else(|| "unknown".to_owned());
    Ok(Recorded { deed: deed.after(after), document })
}

/// A score, a package, or what happens to interests.
fn worth_of(
    desk: &Desk<'_>,
    words: &[String],
    within: &dyn Fn(&'static str) -> Vec<Step>,
) -> Result<Edit, Vec<Problem>> {
    let text = joined(words);
    if let Ok(score) = number(&text) {
        return Ok(set_word(within("score"), score));
    }
    let is_choice =
        |word: &String| word.split_once('=').is_some_and(|(issue, _)| desk.table().issue_named(issue).is_some());
    if words.iter().any(is_choice) {
        let package = parse_package(desk.table(), words);
        package.map_err(|problems| {
            problems
                .into_iter()
                .map(|problem| desk.typed.at(problem.clone(), problem.arguments.get("name").map_or("", |name| name)))
                .collect::<Vec<_>>()
        })?;
        return Ok(set_text(within("package"), text));
    }
    let cells = cells(desk, &text)?;
    if let Some(cell) = cells.iter().find(|cell| cell.is_attribute) {
        let problem = Problem::new(Code::NoDealOfAttribute).with("name", &*cell.name);
        return Err(vec![desk.typed.at(problem, &cell.name)]);
    }
    let line: Vec<String> = cells
        .iter()
        .filter(|cell| !is_nothing(&cell.value))
        .map(|cell| format!("{}{}", cell.name, signed(&cell.value)))
        .collect();
    Ok(set_text(within("effects"), line.join(" ")))
}
