//! What parties are bound to at home: who must say yes, what their negotiators may decide, how likely they hold worlds to
//! be, and what they will say.

use super::rules::{demand, form_text};
use super::{Deed, Desk, Outcome, Recorded, field, key, package_text, set_text, set_word};
use crate::diagnostic::{Code, Problem};
use crate::domain::{
    Condition, IssueId, IssueKind, Package, PartyId, Rational, Table, integer, parse_exact, write_exact,
};
use crate::session::command::{MandateArguments, ProbabilityArguments, RatificationArguments};
use crate::session::grammar::joined;
use crate::session::number::number;
use crate::session::quote;
use crate::table_file::{Edit, Step, Value};

/// Adds a body that must say yes, changes what it must find, or takes it away.
pub(super) fn ratification(desk: &Desk<'_>, arguments: &RatificationArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let at = |step: Step| vec![field("parties"), key(&table.parties[party].id), field("ratification"), step];
    let lowered = arguments.body.to_lowercase();
    let bodies = &table.parties[party].ratification;
    let known = bodies.iter().position(|body| body.body.get(table.language).to_lowercase() == lowered);
    let needs = conditions(desk, &arguments.conditions)?;
    let path = known.map(|known| at(Step::Item(known)));
    let needs_at = |path: Vec<Step>| [path, vec![field("needs")]].concat();
    let edit = match (path, arguments.remove) {
        (None, true) => return Err(vec![unknown_body(desk, party, &arguments.body)]),
        (Some(path), true) => Edit::Unset { path },
        (Some(path), false) if needs.is_empty() => Edit::Unset { path: needs_at(path) },
        (Some(path), false) => Edit::Set { path: needs_at(path), value: Value::list(&needs) },
        (None, false) => {
            let body = ("body", Value::Text(arguments.body.clone()));
            let needs = (!needs.is_empty()).then(|| ("needs", Value::list(&needs)));
            let fields: Vec<(&'static str, Value)> = [body].into_iter().chain(needs).collect();
            Edit::Set { path: at(Step::Append), value: Value::record(&fields) }
        }
    };
    let document = desk.edit(&[edit])?;
    let told = |table: &Table, at: usize| {
        let body = table.parties[party].ratification.get(at)?;
        Some(format!("{}: {}", body.body.get(table.language), conditions_text(table, &body.conditions)))
    };
    let deed = Deed::new("party", &*table.parties[party].id).part("ratification");
    let deed = deed.before(known.and_then(|at| told(table, at)));
    if arguments.remove {
        return Ok(Recorded { document, deed });
    }
    let after = told(document.table(), known.unwrap_or(bodies.len())).unwrap_or_default();
    Ok(Recorded { document, deed: deed.after(after) })
}

fn unknown_body(desk: &Desk<'_>, party: PartyId, body: &str) -> Problem {
    let table = desk.table();
    let known = table.parties[party].ratification.iter().map(|body| body.body.get(table.language));
    desk.typed.unknown("body", body, known)
}

/// Conditions as files write them, from words with commas between.
fn conditions(desk: &Desk<'_>, words: &[String]) -> Result<Vec<Value>, Vec<Problem>> {
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    for word in words {
        let bare = word.trim_end_matches([',', ';']);
        if let (Some(last), false) = (parts.last_mut(), bare.is_empty()) {
            last.push(bare.to_owned());
        }
        if bare.len() < word.len() {
            parts.push(Vec::new());
        }
    }
    parts.iter().filter(|part| !part.is_empty()).map(|part| condition(desk, part)).collect()
}

/// One condition: the score of a party, an issue decided at a number at least or at most, or what a rule can demand.
fn condition(desk: &Desk<'_>, words: &[String]) -> Result<Value, Vec<Problem>> {
    let one = |problem: Problem| vec![problem];
    let texts: Vec<&str> = words.iter().map(String::as_str).collect();
    if let ["score", party, ">=" | "≥", least] = texts[..] {
        let party = desk.lookup().party(party).map_err(one)?;
        let least = number(least).map_err(|problem| vec![desk.typed.at(problem, least)])?;
        return Ok(Value::call("Score", &[Value::Text(desk.table().parties[party].id.clone()), Value::Word(least)]));
    }
    if let Some(value) = at_a_number(desk, &joined(words))? {
        return Ok(value);
    }
    let (form, parts) = demand(desk, words)?;
    Ok(Value::call(form_name(form), &parts))
}

/// How files call a condition that a rule calls so.
pub(super) fn form_name(form: &str) -> &'static str {
    match form {
        "forbid" => "Forbid",
        "requires" => "Requires",
        "excludes" => "Excludes",
        "at_most" => "AtMost",
        "at_least" => "AtLeast",
        "red_line" => "RedLine",
        _ => "Limit",
    }
}

/// `loon>=3%` as the options of `loon` whose names start with 3 or more; nothing if no issue is called so.
fn at_a_number(desk: &Desk<'_>, text: &str) -> Result<Option<Value>, Vec<Problem>> {
    let signs = [(">=", true), ("≥", true), ("<=", false), ("≤", false)];
    let found = signs.into_iter().find_map(|(sign, is_least)| Some((text.split_once(sign)?, is_least)));
    let Some(((name, bound), is_least)) = found else { return Ok(None) };
    let table = desk.table();
    let Some(issue) = table.issue_named(name.trim()).filter(|issue| is_choice(table, *issue)) else { return Ok(None) };
    let typed = number(bound.trim()).map_err(|problem| vec![desk.typed.at(problem, bound.trim())])?;
    let Ok(bound) = parse_exact(&typed) else { return Ok(None) };
    let is_meant = |name: &str| {
        leading_number(name).is_some_and(|number| if is_least { bound <= number } else { number <= bound })
    };
    let options = table.issues[issue].options().iter().filter(|option| is_meant(&option.id));
    let options: Vec<Value> =
        options.map(|option| Value::Text(format!("{}={}", table.issues[issue].id, option.id))).collect();
    if options.is_empty() {
        return Err(vec![desk.typed.at(Problem::new(Code::DemandUnclear).with("name", text), text)]);
    }
    Ok(Some(Value::call("AtLeast", &[Value::Word("1".to_owned()), Value::list(&options)])))
}

fn is_choice(table: &Table, issue: IssueId) -> bool {
    matches!(table.issues[issue].kind, IssueKind::Choice(_))
}

/// The number that a name starts with.
fn leading_number(name: &str) -> Option<Rational> {
    let end = name.find(|c: char| !c.is_ascii_digit() && !".,".contains(c)).unwrap_or(name.len());
    parse_exact(&name[..end].trim_end_matches(['.', ',']).replace(',', ".")).ok()
}

/// Conditions as they are typed; `unknown` if there are none.
fn conditions_text(table: &Table, conditions: &[Condition]) -> String {
    let one = |condition: &Condition| match condition {
        Condition::Score { party, at_least } => {
            format!("score {} >= {}", quote(&table.parties[*party].id), write_exact(at_least))
        }
        Condition::Rule(form) => form_text(table, form),
    };
    if conditions.is_empty() {
        return "unknown".to_owned();
    }
    conditions.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Says what a party's negotiators may decide on an issue.
pub(super) fn mandate(desk: &Desk<'_>, arguments: &MandateArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let issue = desk.lookup().issue(&arguments.issue).map_err(|problem| vec![problem])?;
    let (id, name) = (&table.parties[party].id, &table.issues[issue].id);
    let path = vec![field("parties"), key(id), field("mandates"), key(name)];
    let text = joined(&arguments.text);
    let edit = if arguments.remove { Edit::Unset { path } } else { set_text(path, &*text) };
    let document = desk.edit(&[edit])?;
    let told = |text: &str| format!("{name}: {text}");
    let before = table.parties[party].mandates.get(&issue).map(|text| told(text.get(table.language)));
    let deed = Deed::new("party", &**id).part("mandate").before(before);
    Ok(Recorded { document, deed: if arguments.remove { deed } else { deed.after(told(&text)) } })
}

/// Says how likely a party holds a world to be.
pub(super) fn probability(desk: &Desk<'_>, arguments: &ProbabilityArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let world = desk.lookup().world(Some(&arguments.world)).map_err(|problem| vec![problem])?;
    let (id, name) = (&table.parties[party].id, &table.worlds[world].id);
    let path = vec![field("parties"), key(id), field("probabilities"), key(name)];
    let told = |chance: &Rational| format!("{name}: {}%", write_exact(&(chance * integer(100))));
    let deed = Deed::new("party", &**id).part("probability");
    let deed = deed.before(table.parties[party].probabilities.get(&world).map(told));
    let Some(typed) = &arguments.chance else {
        let document = desk.edit(&[Edit::Unset { path }])?;
        return Ok(Recorded { document, deed });
    };
    let chance = chance(typed).map_err(|problem| vec![desk.typed.at(problem, typed)])?;
    let others = table.parties[party].probabilities.iter().filter(|(of, _)| **of != world);
    let sum = others.map(|(_, chance)| chance).sum::<Rational>() + &chance;
    if integer(1) < sum && chance <= integer(1) {
        let problem = Problem::new(Code::ProbabilitiesTooMuch).with("name", &**typed).with("sum", write_exact(&sum));
        return Err(vec![desk.typed.at(problem, typed)]);
    }
    let written = write_exact(&chance);
    let edit = if written.contains('/') { set_text(path, written) } else { set_word(path, written) };
    let document = desk.edit(&[edit])?;
    Ok(Recorded { document, deed: deed.after(told(&chance)) })
}

/// A chance; one with a percent sign is a hundredth of what it says.
fn chance(typed: &str) -> Result<Rational, Problem> {
    let exact = parse_exact(&number(typed)?).map_err(|_| Problem::new(Code::NotATypedNumber).with("name", typed))?;
    Ok(if typed.trim().ends_with('%') { exact / integer(100) } else { exact })
}

/// Keeps what a party will say of a package at home, word for word; an empty text takes it away.
pub(in crate::session) fn said_at_home(desk: &Desk<'_>, party: PartyId, package: &Package, text: &str) -> Outcome {
    let table = desk.table();
    let said = &table.narrative.explanations;
    let known = said.iter().position(|said| said.party == party && said.package == *package);
    let at = |step: Step| vec![field("explanations"), step];
    let edit = match (known, text.is_empty()) {
        (None, true) => None,
        (Some(known), true) => Some(Edit::Unset { path: at(Step::Item(known)) }),
        (Some(known), false) => Some(set_text([at(Step::Item(known)), vec![field("text")]].concat(), text)),
        (None, false) => {
            let id = Value::Text(table.parties[party].id.clone());
            let package = Value::Text(package_text(table, package));
            let fields = [("party", id), ("package", package), ("text", Value::Text(text.to_owned()))];
            Some(Edit::Set { path: at(Step::Append), value: Value::record(&fields) })
        }
    };
    let document = desk.edit(edit.as_slice())?;
    let before = known.map(|known| said[known].text.get(table.language).to_owned());
    let deed = Deed::new("party", &*table.parties[party].id).part("at-home").before(before);
    Ok(Recorded { document, deed: if text.is_empty() { deed } else { deed.after(text) } })
}
