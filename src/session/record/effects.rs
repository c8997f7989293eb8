//! What options do, in the table's judgement or a party's own.

use super::{Deed, Desk, Outcome, Recorded, effects_text, field, key};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Curve, IssueId, IssueKind, Table, write_exact};
use crate::session::command::{EffectArguments, ReadingArguments};
use crate::session::grammar::joined;
use crate::session::number::{number, with_points};
use crate::table_file::{Edit, Entry, Value, effect_line};

/// One entry of an effect line, with a name that the table knows.
pub(super) struct Cell {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) is_attribute: bool,
}

/// Changes what an option does: only the interests and attributes that are named.
pub(super) fn effect(desk: &Desk<'_>, arguments: &EffectArguments) -> Outcome {
    let (issue, _) = match arguments.choice.split_once('=') {
        Some(_) => desk.lookup().split(&arguments.choice).map_err(|problem| vec![problem])?,
        None => (desk.lookup().issue(&arguments.choice).map_err(|problem| vec![problem])?, String::new()),
    };
    if matches!(desk.table().issues[issue].kind, IssueKind::Quantity(_)) {
        return curve(desk, issue, &arguments.effects);
    }
    let option = desk.lookup().option(&arguments.choice).map_err(|problem| vec![problem])?;
    let table = desk.table();
    let cells = cells(desk, &joined(&arguments.effects))?;
    let (issue_id, option_id) = (&table.issues[option.issue].id, &table.option(option).id);
    let path = || vec![field("issues"), key(issue_id), field("options"), key(option_id), field("effects")];
    let edits: Vec<Edit> = cells.iter().map(|cell| set_cell(path(), cell)).collect();
    let document = desk.edit(&edits)?;
    let after = effects_text(document.table(), option);
    let deed = Deed::new("option", format!("{issue_id}={option_id}")).part("effects");
    let deed = deed.before(Some(effects_text(table, option))).after(after);
    Ok(Recorded { document, deed })
}

/// Changes what an option does in one party's judgement.
pub(super) fn reading(desk: &Desk<'_>, arguments: &ReadingArguments) -> Outcome {
    let table = desk.table();
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let option = desk.lookup().option(&arguments.choice).map_err(|problem| vec![problem])?;
    let is_none = arguments.effects == ["none"];
    let cells = if is_none { Vec::new() } else { cells(desk, &joined(&arguments.effects))? };
    if let Some(cell) = cells.iter().find(|cell| cell.is_attribute) {
        let problem = Problem::new(Code::ReadingOfAttribute).with("name", &*cell.name);
        return Err(vec![desk.typed.at(problem, &cell.name)]);
    }
    let choice = table.choice(option);
    let id = &table.parties[party].id;
    let path = || vec![field("parties"), key(id), field("readings"), key(&choice)];
    let edits: Vec<Edit> = match is_none {
        true => vec![Edit::Unset { path: path() }],
        false => cells.iter().map(|cell| set_reading(path(), cell)).collect(),
    };
    let document = desk.edit(&edits)?;
    let told = |table: &Table| -> String {
        let own = table.parties[party].readings.options.iter().filter(|((read, _), _)| *read == option);
        let own =
            own.map(|((_, interest), value)| super::effect_text(&table.interests[*interest].id, &write_exact(value)));
        own.collect::<Vec<_>>().join(" ")
    };
    let before = Some(told(table)).filter(|text| !text.is_empty());
    let of_option = |text: String| format!("{choice}: {text}");
    let deed = Deed::new("party", &**id).part("reading").before(before.map(of_option));
    let after = told(document.table());
    Ok(Recorded { deed: if after.is_empty() { deed } else { deed.after(of_option(after)) }, document })
}

/// The entries of a typed effect line, with the names that the table knows.
pub(super) fn cells(desk: &Desk<'_>, text: &str) -> Result<Vec<Cell>, Vec<Problem>> {
    let table = desk.table();
    let line = with_names(table, &with_points(text));
    let knows = |name: &str| interest_like(table, name).is_some();
    let mut cells = Vec::new();
    let mut problems = Vec::new();
    for entry in effect_line(&line, knows) {
        match cell(desk, entry) {
            Ok(cell) => cells.push(cell),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(cells) } else { Err(problems) }
}

fn cell(desk: &Desk<'_>, entry: Entry<'_>) -> Result<Cell, Problem> {
    let table = desk.table();
    match entry {
        Entry::Effect(name, value) => match interest_like(table, name) {
            Some(known) => Ok(Cell { name: known.to_owned(), value: value.to_owned(), is_attribute: false }),
            None => Err(desk.typed.unknown("interest", name, table.interests.iter().map(|interest| &*interest.id))),
        },
        Entry::Attribute(name, value) => {
            let known = || table.attributes.iter().map(|attribute| &*attribute.id);
            match alike(known(), name) {
                Some(known) => Ok(Cell { name: known.to_owned(), value: value.to_owned(), is_attribute: true }),
                None => Err(desk.typed.unknown("attribute", name, known())),
            }
        }
        Entry::Unclear(text) => Err(desk.typed.at(Problem::new(Code::EffectsUnclear).with("name", text), text)),
    }
}

/// Replaces interests in their own words by their short names, so that both can be typed.
fn with_names(table: &Table, line: &str) -> String {
    let mut line = line.to_owned();
    for interest in &table.interests {
        let text = interest.text.get(table.language);
        if text.contains(' ') && text.is_ascii() {
            while let Some(at) = line.to_ascii_lowercase().find(&text.to_ascii_lowercase()) {
                line.replace_range(at..at + text.len(), &interest.id);
                if interest.id.to_ascii_lowercase().contains(&text.to_ascii_lowercase()) {
                    break;
                }
            }
        }
    }
    line
}

fn interest_like<'a>(table: &'a Table, name: &str) -> Option<&'a str> {
    alike(table.interests.iter().map(|interest| &*interest.id), name)
}

/// The one that is called `name`: exactly, in other letters, or else the only one that starts so.
fn alike<'a>(known: impl Iterator<Item = &'a str> + Clone, name: &str) -> Option<&'a str> {
    if let Some(exact) = known.clone().find(|known| *known == name) {
        return Some(exact);
    }
    let lowered = name.to_lowercase();
    let only = |mut found: Box<dyn Iterator<Item = &'a str> + '_>| match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    only(Box::new(known.clone().filter(|known| known.to_lowercase() == lowered))).or_else(|| {
        let is_long = name.chars().count() >= 3;
        only(Box::new(known.filter(|known| is_long && known.to_lowercase().starts_with(&lowered))))
    })
}

pub(super) fn set_cell(path: Vec<crate::table_file::Step>, cell: &Cell) -> Edit {
    let value = if cell.is_attribute { format!("={}", cell.value) } else { signed(&cell.value) };
    // An effect of nothing is no entry; an attribute of nothing is a fact.
    let value = (cell.is_attribute || !is_nothing(&cell.value)).then_some(value);
    Edit::SetInLine { path, name: cell.name.clone(), value }
}

/// A party's own judgement "nothing" differs from the table's, so it is written.
fn set_reading(path: Vec<crate::table_file::Step>, cell: &Cell) -> Edit {
    let value = if is_nothing(&cell.value) { "+0".to_owned() } else { signed(&cell.value) };
    Edit::SetInLine { path, name: cell.name.clone(), value: Some(value) }
}

pub(super) fn is_nothing(value: &str) -> bool {
    matches!(value.trim_start_matches(['+', '-', '−']), "0" | "·" | "0.0") && value != "+" && value != "-"
}

pub(super) fn signed(value: &str) -> String {
    let value = value.replace('−', "-");
    if value.starts_with(['+', '-']) { value } else { format!("+{value}") }
}

/// Changes the curve of an amount: `KO 0:0 10:5`.
fn curve(desk: &Desk<'_>, issue: IssueId, words: &[String]) -> Outcome {
    let table = desk.table();
    let shape = || vec![unclear(table, issue)];
    let [name, points @ ..] = words else { return Err(shape()) };
    let interest = interest_like(table, name);
    let attribute = alike(table.attributes.iter().map(|attribute| &*attribute.id), name);
    let known = || table.interests.iter().map(|interest| &*interest.id);
    let Some(known) = interest.or(attribute) else { return Err(vec![desk.typed.unknown("interest", name, known())]) };
    let mut written = Vec::new();
    for point in points {
        let Some((amount, value)) = point.split_once(':') else {
            return Err(vec![desk.typed.at(unclear(table, issue), point)]);
        };
        let [amount, value] = [number(amount), number(value)];
        let point = |problem: Problem| vec![desk.typed.at(problem, point)];
        written.push(Value::tuple(&[Value::Word(amount.map_err(point)?), Value::Word(value.map_err(point)?)]));
    }
    if written.is_empty() {
        return Err(shape());
    }
    let part = if interest.is_some() { "effects" } else { "attributes" };
    let id = &table.issues[issue].id;
    let path = vec![field("issues"), key(id), field("amount"), field(part), key(known)];
    let document = desk.edit(&[Edit::Set { path, value: Value::list(&written) }])?;
    let told = |table: &Table| curve_text(table, issue, known);
    let deed = Deed::new("issue", format!("{id} {known}")).part("curve").before(told(table));
    let after = told(document.table()).unwrap_or_default();
    Ok(Recorded { document, deed: deed.after(after) })
}

fn unclear(table: &Table, issue: IssueId) -> Problem {
    Problem::new(Code::CurveUnclear).with("name", &*table.issues[issue].id)
}

fn curve_text(table: &Table, issue: IssueId, name: &str) -> Option<String> {
    let IssueKind::Quantity(quantity) = &table.issues[issue].kind else { return None };
    let effects = quantity.does.effects.iter().map(|(id, curve)| (&table.interests[*id].id, curve));
    let attributes = quantity.does.attributes.iter().map(|(id, curve)| (&table.attributes[*id].id, curve));
    let curve: &Curve = effects.chain(attributes).find(|(id, _)| *id == name)?.1;
    let points = curve.points().iter().map(|(amount, value)| format!("{}:{}", write_exact(amount), write_exact(value)));
    Some(points.collect::<Vec<_>>().join(" "))
}
