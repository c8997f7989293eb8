//! What is decided: issues, options, parking.

use super::alike::{Alike, said_of};
use super::effects::{Cell, cells, is_nothing, set_cell, signed};
use super::process::idea_off;
use super::{Deed, Desk, Outcome, Recorded, effects_text, field, key, set_text, set_word};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Issue, IssueId, IssueKind, OptionId, Table, write_exact};
use crate::session::command::{IssueArguments, OptionArguments};
use crate::session::grammar::joined;
use crate::session::number::number;
use crate::table_file::{Document, Edit, Step, Value, write_choice};

fn at(issue: &str, part: &'static str) -> Vec<Step> {
    vec![field("issues"), key(issue), field(part)]
}

/// Adds an issue, or changes what is said of it.
pub(super) fn issue(desk: &Desk<'_>, arguments: &IssueArguments) -> Outcome {
    let (name, words, has_options) = named(desk, arguments);
    let name = name.as_str();
    let known = desk.lookup().issue(name).ok();
    let id = known.map_or(name.to_owned(), |known| desk.table().issues[known].id.clone());
    let mut edits = Vec::new();
    if has_options {
        edits.extend(options(desk, &id, &words, known.is_none())?);
    } else if !words.is_empty() {
        edits.push(set_text(at(&id, "text"), words));
    }
    if let (Some(from), Some(to)) = (&arguments.from, &arguments.to) {
        edits.extend(amount(desk, &id, arguments, from, to)?);
    }
    if let Some(today) = &arguments.today {
        edits.retain(|edit| !matches!(edit, Edit::Set { path, .. } if path.last() == Some(&field("today"))));
        edits.push(today_of(desk, &id, known.map(|known| &desk.table().issues[known]), arguments, today)?);
    }
    if let Some(bundle) = &arguments.bundle {
        edits.push(set_text(at(&id, "bundle"), bundle));
    }
    if known.is_none() && !has_options && arguments.from.is_none() {
        return Err(vec![desk.typed.at(Problem::new(Code::IssueWithoutOptions).with("name", &*id), name)]);
    }
    if known.is_none() {
        edits.extend(extend_packages(desk, &id, &edits)?);
    }
    let document = desk.edit(&edits)?;
    let told = |document: &Document| {
        let table = document.table();
        table.issue_named(&id).map(|issue| issue_text(table, &table.issues[issue]))
    };
    let after = told(&document).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("issue", &*id).before(told(desk.document)).after(after), document })
}

/// The name of the issue, what is typed behind it, and whether that is options. A new name may be of several words.
fn named(desk: &Desk<'_>, arguments: &IssueArguments) -> (String, String, bool) {
    let words = joined(&arguments.words);
    if let Some(name) = arguments.issue.strip_suffix(':') {
        return (name.to_owned(), words, true);
    }
    let is_known = desk.lookup().issue(&arguments.issue).is_ok();
    match words.split_once(':') {
        Some((rest, options)) if !is_known => {
            (format!("{} {}", arguments.issue, rest.trim()), options.trim().to_owned(), true)
        }
        _ => (arguments.issue.clone(), words, false),
    }
}

/// Options typed with commas between them: new ones are added, and the first is today's where the issue is new.
fn options(desk: &Desk<'_>, issue: &str, typed: &str, is_new: bool) -> Result<Vec<Edit>, Vec<Problem>> {
    let names: Vec<&str> = split_options(typed);
    if names.is_empty() {
        return Err(vec![desk.typed.at(Problem::new(Code::IssueWithoutOptions).with("name", issue), issue)]);
    }
    let known = desk.table().issue_named(issue).map(|known| desk.table().issues[known].options()).unwrap_or_default();
    let is_known = |name: &str| known.iter().any(|option| option.id == name);
    let added = names.iter().filter(|name| !is_known(name));
    let mut edits: Vec<Edit> = added.map(|name| new_option(desk, issue, name, "")).collect();
    if is_new && let Some(first) = names.first() {
        edits.push(set_text(at(issue, "today"), *first));
    }
    Ok(edits)
}

/// Options with commas between them; a comma inside a number is part of it.
pub(in crate::session) fn split_options(typed: &str) -> Vec<&str> {
    let bytes = typed.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut start = 0;
    let mut parts = Vec::new();
    for (at, c) in typed.char_indices() {
        let is_decimal = c == ',' && at > 0 && is_digit(at - 1) && is_digit(at + 1);
        if (c == ',' && !is_decimal) || c == ';' {
            parts.push(&typed[start..at]);
            start = at + 1;
        }
    }
    parts.push(&typed[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn new_option(desk: &Desk<'_>, issue: &str, option: &str, effects: &str) -> Edit {
    let path = vec![field("issues"), key(issue), field("options"), key(option)];
    // On a frozen table, and while something is only tried, a new option doesn't move the scale.
    let is_late = desk.is_frozen && desk.table().issue_named(issue).is_some();
    if is_late {
        let fields = [("effects", Value::Text(effects.to_owned())), ("added_later", Value::Word("true".to_owned()))];
        return Edit::Set { path, value: Value::record(&fields) };
    }
    set_text(path, effects)
}

/// A new option that does what another one does. It leaves the scale as it is: nothing can come out that couldn't before.
fn like_another(desk: &Desk<'_>, like: OptionId, name: &str) -> Edit {
    let table = desk.table();
    let path = vec![field("issues"), key(&table.issues[like.issue].id), field("options"), key(name)];
    let does = &table.option(like).does;
    let line =
        if does.effects.is_empty() && does.attributes.is_empty() { "·".to_owned() } else { effects_text(table, like) };
    let fields = [("effects", Value::Text(line)), ("added_later", Value::Word("true".to_owned()))];
    Edit::Set { path, value: Value::record(&fields) }
}

/// An option of `issue`, by its name or as `issue=option`.
fn option_of(desk: &Desk<'_>, issue: IssueId, typed: &str) -> Result<OptionId, Vec<Problem>> {
    let content = &desk.table().issues[issue];
    match content.options().iter().position(|option| option.id == typed) {
        Some(at) => Ok(OptionId::new(issue, at)),
        None if typed.contains('=') => desk.lookup().option(typed).map_err(|problem| vec![problem]),
        None => {
            let known = content.options().iter().map(|option| &*option.id);
            Err(vec![desk.typed.unknown("option", typed, known)])
        }
    }
}

fn amount(
    desk: &Desk<'_>,
    id: &str,
    arguments: &IssueArguments,
    from: &str,
    to: &str,
) -> Result<Vec<Edit>, Vec<Problem>> {
    let within = |part: &'static str| [at(id, "amount"), vec![field(part)]].concat();
    let written = |typed: &str| number(typed).map_err(|problem| vec![desk.typed.at(problem, typed)]);
    let mut edits = vec![set_word(within("from"), written(from)?), set_word(within("to"), written(to)?)];
    if let Some(step) = &arguments.step {
        edits.push(set_word(within("step"), written(step)?));
    }
    if let Some(unit) = &arguments.unit {
        edits.push(set_text(within("unit"), unit));
    }
    Ok(edits)
}

fn today_of(
    desk: &Desk<'_>,
    id: &str,
    known: Option<&Issue>,
    arguments: &IssueArguments,
    today: &str,
) -> Result<Edit, Vec<Problem>> {
    let is_amount = arguments.from.is_some() || known.is_some_and(|known| matches!(known.kind, IssueKind::Quantity(_)));
    if is_amount {
        let amount = number(today).map_err(|problem| vec![desk.typed.at(problem, today)])?;
        return Ok(set_word(at(id, "today"), amount));
    }
    Ok(set_text(at(id, "today"), today))
}

/// Packages that are known by name were made before the issue: there it stays as it is today.
fn extend_packages(desk: &Desk<'_>, id: &str, edits: &[Edit]) -> Result<Vec<Edit>, Vec<Problem>> {
    let today = edits.iter().find_map(|edit| match edit {
        Edit::Set { path, value: Value::Text(today) | Value::Word(today) } if path.last() == Some(&field("today")) => {
            Some(today)
        }
        _ => None,
    });
    match today {
        Some(today) => Ok(vec![Edit::ExtendPackages { issue: id.to_owned(), decision: today.clone() }]),
        None if has_packages(desk.table()) => Err(vec![Problem::new(Code::TodayNeeded).with("name", id)]),
        None => Ok(Vec::new()),
    }
}

fn has_packages(table: &Table) -> bool {
    let of_party = |party: &crate::domain::Party| {
        matches!(party.no_deal.as_ref().map(|no_deal| &no_deal.value), Some(crate::domain::NoDealValue::Package(_)))
    };
    !table.narrative.packages.is_empty() || !table.narrative.reactions.is_empty() || table.parties.iter().any(of_party)
}

/// An issue in one line: its options, today's marked.
fn issue_text(table: &Table, issue: &Issue) -> String {
    match &issue.kind {
        IssueKind::Quantity(quantity) => {
            let step = quantity.step.as_ref().map(|step| format!(" step {}", write_exact(step))).unwrap_or_default();
            format!("{} to {}{step}", write_exact(&quantity.from), write_exact(&quantity.to))
        }
        _ => {
            let name = |at: usize| {
                let is_today = issue.today == u16::try_from(at).ok().map(crate::domain::Decision::Option);
                format!("{}{}", issue.options()[at].id, if is_today { "*" } else { "" })
            };
            let text = issue.text.get(table.language);
            let options = (0..issue.options().len()).map(name).collect::<Vec<_>>().join(", ");
            if text == issue.id { options } else { format!("{text}: {options}") }
        }
    }
}

/// What an option does as files write it; what does nothing is left out.
fn effects_line(cells: &[Cell]) -> String {
    let told = cells.iter().filter(|cell| cell.is_attribute || !is_nothing(&cell.value));
    let one = |cell: &Cell| match cell.is_attribute {
        true => format!("{}={}", cell.name, cell.value),
        false => format!("{}{}", cell.name, signed(&cell.value)),
    };
    told.map(one).collect::<Vec<String>>().join(" ")
}

/// Adds an option to an issue, with what it does.
pub(super) fn option(desk: &Desk<'_>, arguments: &OptionArguments) -> Outcome {
    let table = desk.table();
    let (issue, name) = desk.lookup().split(&arguments.choice).map_err(|problem| vec![problem])?;
    let id = &table.issues[issue].id;
    if matches!(table.issues[issue].kind, IssueKind::Quantity(_)) {
        return Err(vec![desk.typed.at(Problem::new(Code::AmountNotOption).with("name", &**id), &arguments.choice)]);
    }
    let known = table.issues[issue].options().iter().position(|option| option.id == name);
    let cells = cells(desk, &joined(&arguments.effects))?;
    let line = effects_line(&cells);
    let path = |part: &'static str| vec![field("issues"), key(id), field("options"), key(&name), field(part)];
    let like = arguments.like.as_ref().map(|like| option_of(desk, issue, like)).transpose()?;
    let mut edits = Vec::new();
    match (known, like) {
        (None, Some(like)) => {
            edits.push(like_another(desk, like, &name));
            edits.extend(cells.iter().map(|cell| set_cell(path("effects"), cell)));
        }
        (Some(_), Some(_)) => {
            let problem = Problem::new(Code::StatedTwice).with("kind", "option").with("name", &*arguments.choice);
            return Err(vec![desk.typed.at(problem, &arguments.choice)]);
        }
        (None, None) => edits.push(new_option(desk, id, &name, &line)),
        (Some(_), None) if !line.is_empty() => edits.push(set_text(path("effects"), &*line)),
        (Some(_), None) => {}
    }
    if let Some(text) = &arguments.text {
        edits.push(set_text(path("text"), text));
    }
    if let Some(otherwise) = &arguments.otherwise {
        let worlds = arguments.only_if.iter().map(|world| Value::Text(world.clone())).collect::<Vec<_>>();
        edits.push(Edit::Set { path: path("only_if"), value: Value::list(&worlds) });
        edits.push(set_text(path("otherwise"), otherwise));
    }
    if let Some(number) = arguments.idea {
        let (off, idea) = idea_off(desk, number)?;
        if line.is_empty() && like.is_none() {
            return Err(vec![
                desk.typed.at(Problem::new(Code::IdeaNeedsEffects).with("name", idea), &arguments.choice),
            ]);
        }
        if arguments.text.is_none() {
            edits.push(set_text(path("text"), idea));
        }
        edits.push(off);
    }
    for (field, value) in [("event", &arguments.event), ("by", &arguments.by)] {
        edits.extend(value.as_ref().map(|value| set_text(path(field), value)));
    }
    if let Some(like) = like {
        let otherwise = arguments.otherwise.as_ref().map(|otherwise| option_of(desk, issue, otherwise)).transpose()?;
        edits.extend(said_of(desk, Alike { like, otherwise: otherwise.unwrap_or(like), name: &name }));
    }
    let document = desk.edit(&edits)?;
    let told = |document: &Document| {
        let at = document.table().issues[issue].options().iter().position(|option| option.id == name)?;
        Some(effects_text(document.table(), OptionId::new(issue, at)))
    };
    let mut deed = Deed::new("option", format!("{id}={name}")).before(told(desk.document));
    deed.note = (known.is_none() && (desk.is_frozen || like.is_some())).then_some("added-later");
    let after = told(&document).unwrap_or_default();
    Ok(Recorded { deed: deed.after(after), document })
}

/// Parks an issue, or takes it up again.
pub(super) fn park(desk: &Desk<'_>, name: &str, parked: bool) -> Outcome {
    let table = desk.table();
    let issue = desk.lookup().issue(name).map_err(|problem| vec![problem])?;
    let content = &table.issues[issue];
    if content.parked == parked {
        let code = if parked { Code::AlreadyParked } else { Code::NotParked };
        return Err(vec![desk.typed.at(Problem::new(code).with("name", &*content.id), name)]);
    }
    let Some(today) = &content.today else {
        return Err(vec![desk.typed.at(Problem::new(Code::TodayNeeded).with("name", &*content.id), name)]);
    };
    let edit = if parked {
        set_word(at(&content.id, "parked"), "true")
    } else {
        Edit::Unset { path: at(&content.id, "parked") }
    };
    let document = desk.edit(&[edit])?;
    let stays = write_choice(table, issue, today);
    let deed = Deed::new("issue", &*content.id).part(if parked { "parked" } else { "opened" });
    Ok(Recorded { deed: deed.after(stays), document })
}
