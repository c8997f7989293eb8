//! What must be kept, and what may come true: rules and worlds.

use super::effects::cells;
use super::{Deed, Desk, Outcome, Recorded, field, key, set_text};
use crate::diagnostic::{Code, Problem};
use crate::domain::{
    AttributeSum, Comparison, Limit, OptionId, Rational, RuleForm, RuleId, Table, WorldId, integer, write_exact,
};
use crate::session::command::{RuleArguments, WorldArguments};
use crate::session::grammar::joined;
use crate::session::number::{number, with_points};
use crate::session::quote;
use crate::table_file::{Edit, Step, Value};

/// The forms a rule can have in the file; setting one takes the others away.
const FORMS: [&str; 7] = ["limit", "forbid", "requires", "excludes", "at_most", "at_least", "red_line"];

/// Adds a rule, or changes what is said of it.
pub(super) fn rule(desk: &Desk<'_>, arguments: &RuleArguments) -> Outcome {
    let known = desk.lookup().rule(&arguments.rule).ok();
    let id = known.map_or(arguments.rule.clone(), |known| desk.table().rules[known].id.clone());
    let at = |part: &'static str| vec![field("rules"), key(&id), field(part)];
    let mut edits = Vec::new();
    if !arguments.demand.is_empty() {
        let (form, parts) = demand(desk, &arguments.demand)?;
        let value = match &parts[..] {
            [only] => only.clone(),
            parts => Value::tuple(parts),
        };
        if known.is_some() {
            edits.extend(FORMS.into_iter().filter(|other| *other != form).map(|other| Edit::Unset { path: at(other) }));
        }
        edits.push(Edit::Set { path: at(form), value });
    } else if known.is_none() {
        return Err(vec![Problem::new(Code::DemandUnclear).with("name", "")]);
    }
    for (part, text) in [("owner", &arguments.owner), ("reason", &arguments.reason)] {
        edits.extend(text.iter().map(|text| set_text(at(part), text)));
    }
    let document = desk.edit(&edits)?;
    let before = known.map(|known| rule_text(desk.table(), known, arguments));
    let after = document.table().rules.position(|rule| rule.id == id);
    let after = after.map(|rule| rule_text(document.table(), rule, arguments)).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("rule", &*id).before(before).after(after), document })
}

/// What a rule demands, from what was typed: the field that says it, and the parts of its value.
pub(super) fn demand(desk: &Desk<'_>, words: &[String]) -> Result<(&'static str, Vec<Value>), Vec<Problem>> {
    let texts: Vec<&str> = words.iter().map(String::as_str).collect();
    let choice = |text: &str| -> Result<Value, Vec<Problem>> {
        desk.lookup().option(text).map_err(|problem| vec![problem])?;
        Ok(Value::Text(text.to_owned()))
    };
    let pair =
        |first: &str, second: &str| -> Result<Vec<Value>, Vec<Problem>> { Ok(vec![choice(first)?, choice(second)?]) };
    match texts[..] {
        ["forbid", option] => Ok(("forbid", vec![choice(option)?])),
        [first, "requires", second] => Ok(("requires", pair(first, second)?)),
        [first, "excludes", second] => Ok(("excludes", pair(first, second)?)),
        ["at", most @ ("most" | "least"), count, "of", ref options @ ..] if !options.is_empty() => {
            let choices = options.iter().map(|option| choice(option)).collect::<Result<Vec<Value>, _>>()?;
            let count = number(count).map_err(|problem| vec![desk.typed.at(problem, count)])?;
            let form = if most == "most" { "at_most" } else { "at_least" };
            Ok((form, vec![Value::Word(count), Value::list(&choices)]))
        }
        [party, interest, ">=" | "≥", least] if desk.lookup().party(party).is_ok() => {
            let interest = desk.lookup().interest(interest).map_err(|problem| vec![problem])?;
            let interest = desk.table().interests[interest].id.clone();
            let least = number(least).map_err(|problem| vec![desk.typed.at(problem, least)])?;
            Ok(("red_line", vec![Value::Text(party.to_owned()), Value::Text(interest), Value::Word(least)]))
        }
        _ => {
            let text = joined(words);
            if !text.contains(['<', '>', '=', '≤', '≥']) {
                return Err(vec![desk.typed.at(Problem::new(Code::DemandUnclear).with("name", &*text), &text)]);
            }
            Ok(("limit", vec![Value::Text(with_points(&text))]))
        }
    }
}

/// Adds a world, or changes what holds in it.
pub(super) fn world(desk: &Desk<'_>, arguments: &WorldArguments) -> Outcome {
    let table = desk.table();
    let known = desk.lookup().world(Some(&arguments.world)).ok();
    let id = known.map_or(arguments.world.clone(), |known| table.worlds[known].id.clone());
    let at = |rest: Vec<Step>| [vec![field("worlds"), key(&id)], rest].concat();
    let mut edits = Vec::new();
    if known.is_none() {
        edits.push(Edit::Set { path: at(Vec::new()), value: Value::Ron("()".to_owned()) });
    }
    let text = joined(&arguments.text);
    if !text.is_empty() {
        edits.push(set_text(at(vec![field("text")]), text));
    }
    for change in &arguments.change {
        let (choice, line) = halves(desk, change)?;
        desk.lookup().option(&choice).map_err(|problem| vec![problem])?;
        let cells = cells(desk, &line)?;
        let line: Vec<String> = cells
            .iter()
            .map(|cell| {
                if cell.is_attribute {
                    format!("{}={}", cell.name, cell.value)
                } else {
                    super::effect_text(&cell.name, &cell.value)
                }
            })
            .collect();
        edits.push(set_text(at(vec![field("changes"), key(&choice)]), line.join(" ")));
    }
    for limit in &arguments.limit {
        let (rule, demand) = halves(desk, limit)?;
        let rule = desk.lookup().rule(&rule).map_err(|problem| vec![problem])?;
        edits.push(set_text(at(vec![field("limits"), key(&table.rules[rule].id)]), with_points(&demand)));
    }
    let document = desk.edit(&edits)?;
    let before = known.map(|known| world_text(table, known)).filter(|text| !text.is_empty());
    let after = document.table().world_named(&id).map(|world| world_text(document.table(), world)).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("world", &*id).before(before).after(after), document })
}

/// What stands before and behind the first colon.
fn halves(desk: &Desk<'_>, text: &str) -> Result<(String, String), Vec<Problem>> {
    match text.split_once(':') {
        Some((name, rest)) => Ok((name.trim().to_owned(), rest.trim().to_owned())),
        None => Err(vec![desk.typed.at(Problem::new(Code::ColonNeeded).with("name", text), text)]),
    }
}

/// A rule as it is typed, with what else `arguments` say of it.
fn rule_text(table: &Table, rule: RuleId, arguments: &RuleArguments) -> String {
    let content = &table.rules[rule];
    let mut text = form_text(table, &content.form);
    let (owner, reason) = (arguments.owner.is_some(), arguments.reason.is_some());
    for (option, said, is_asked) in [("owner", &content.owner, owner), ("reason", &content.reason, reason)] {
        if let (Some(said), true) = (said, is_asked) {
            text += &format!(" --{option} {}", quote(said.get(table.language)));
        }
    }
    text
}

pub(super) fn form_text(table: &Table, form: &RuleForm) -> String {
    let name = |option: &OptionId| format!("{}={}", table.issues[option.issue].id, table.option(*option).id);
    let names = |options: &[OptionId]| options.iter().map(|option| quote(&name(option))).collect::<Vec<_>>().join(" ");
    match form {
        RuleForm::Limit(limit) => limit_text(table, limit),
        RuleForm::Forbid(option) => format!("forbid {}", quote(&name(option))),
        RuleForm::Requires(first, second) => format!("{} requires {}", quote(&name(first)), quote(&name(second))),
        RuleForm::Excludes(first, second) => format!("{} excludes {}", quote(&name(first)), quote(&name(second))),
        RuleForm::AtMost(count, options) => format!("at most {count} of {}", names(options)),
        RuleForm::AtLeast(count, options) => format!("at least {count} of {}", names(options)),
        RuleForm::RedLine { party, interest, at_least } => {
            let (party, interest) = (&table.parties[*party].id, &table.interests[*interest].id);
            format!("{} {interest} >= {}", quote(party), write_exact(at_least))
        }
    }
}

/// What a rule demands as files write it: the field that says it, and the parts of its value; `name` is how options are
/// called.
pub(super) fn form_parts(
    table: &Table,
    form: &RuleForm,
    name: impl Fn(OptionId) -> String,
) -> (&'static str, Vec<Value>) {
    let choice = |option: &OptionId| Value::Text(name(*option));
    let set = |count: &u32, options: &[OptionId]| {
        let choices: Vec<Value> = options.iter().map(choice).collect();
        vec![Value::Word(count.to_string()), Value::list(&choices)]
    };
    match form {
        RuleForm::Limit(limit) => ("limit", vec![Value::Text(limit_text(table, limit))]),
        RuleForm::Forbid(option) => ("forbid", vec![choice(option)]),
        RuleForm::Requires(first, second) => ("requires", vec![choice(first), choice(second)]),
        RuleForm::Excludes(first, second) => ("excludes", vec![choice(first), choice(second)]),
        RuleForm::AtMost(count, options) => ("at_most", set(count, options)),
        RuleForm::AtLeast(count, options) => ("at_least", set(count, options)),
        RuleForm::RedLine { party, interest, at_least } => {
            let [party, interest] = [&table.parties[*party].id, &table.interests[*interest].id];
            let names = [party, interest].map(|name| Value::Text(name.clone()));
            ("red_line", names.into_iter().chain([Value::Word(write_exact(at_least))]).collect())
        }
    }
}

fn limit_text(table: &Table, limit: &Limit) -> String {
    let sign = match limit.comparison {
        Comparison::AtMost => "<=",
        Comparison::AtLeast => ">=",
        Comparison::Equal => "=",
    };
    format!("{} {sign} {}", sum_text(table, &limit.used), sum_text(table, &limit.room))
}

fn sum_text(table: &Table, sum: &AttributeSum) -> String {
    let zero = Rational::default();
    let constant = (sum.constant != zero || sum.terms.is_empty()).then(|| write_exact(&sum.constant));
    let terms = sum.terms.iter().map(|(attribute, factor)| {
        let name = &table.attributes[*attribute].id;
        if *factor == integer(1) { name.clone() } else { format!("{}*{name}", write_exact(factor)) }
    });
    constant.into_iter().chain(terms).collect::<Vec<_>>().join(" + ").replace("+ -", "- ")
}

/// A world as it is typed.
fn world_text(table: &Table, world: WorldId) -> String {
    let content = &table.worlds[world];
    let mut parts: Vec<String> = content.text.iter().map(|text| text.get(table.language).to_owned()).collect();
    for (option, change) in &content.options {
        let effects = change.effects.iter().flatten();
        let effects = effects.map(|(id, value)| super::effect_text(&table.interests[*id].id, &write_exact(value)));
        let carries = change.attributes.iter().flatten();
        let carries = carries.map(|(id, value)| format!("{}={}", table.attributes[*id].id, write_exact(value)));
        let name = format!("{}={}", table.issues[option.issue].id, table.option(*option).id);
        let line = effects.chain(carries).collect::<Vec<_>>().join(" ");
        parts.push(format!("--change {}", quote(&format!("{name}: {line}"))));
    }
    for (rule, limit) in &content.limits {
        let limit = format!("{}: {}", table.rules[*rule].id, limit_text(table, limit));
        parts.push(format!("--limit {}", quote(&limit)));
    }
    parts.join(" ")
}
