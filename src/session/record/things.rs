//! Everything else that has a name, and giving names and taking things away.

use super::{Deed, Desk, Outcome, Recorded, field, key, package_text, set_text, set_word};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Package, Status, Table};
use crate::session::command::{AttributeArguments, FactArguments, FactStatus, RemoveArguments, RenameArguments};
use crate::session::grammar::joined;
use crate::table_file::{Document, Edit, Mention, Named, Step, Value};

pub(super) fn ambition(desk: &Desk<'_>, text: &str) -> Outcome {
    let told = |table: &Table| table.narrative.ambition.as_ref().map(|text| text.get(table.language).to_owned());
    whole_text(desk, "ambition", text, told)
}

pub(super) fn title(desk: &Desk<'_>, text: &str) -> Outcome {
    whole_text(desk, "title", text, |table| Some(table.title.get(table.language).to_owned()))
}

fn whole_text(desk: &Desk<'_>, part: &'static str, text: &str, told: impl Fn(&Table) -> Option<String>) -> Outcome {
    if text.is_empty() {
        return Err(vec![Problem::new(Code::WordsMissing).with("known", "`TEXT`").with("command", part)]);
    }
    let document = desk.edit(&[set_text(vec![field(part)], text)])?;
    let deed = Deed::new("table", &*desk.table().id).part(part).before(told(desk.table())).after(text);
    Ok(Recorded { document, deed })
}

/// Adds an attribute, or changes what is said of it.
pub(super) fn attribute(desk: &Desk<'_>, arguments: &AttributeArguments) -> Outcome {
    let id = &arguments.attribute;
    let at = |part: &'static str| vec![field("attributes"), key(id), field(part)];
    let is_known = |document: &Document| document.table().attributes.iter().any(|attribute| attribute.id == *id);
    let text = joined(&arguments.text);
    let mut edits = Vec::new();
    if !is_known(desk.document) {
        edits.push(set_text(vec![field("attributes"), key(id)], if text.is_empty() { id } else { &text }));
    } else if !text.is_empty() {
        edits.push(set_text(at("text"), text));
    }
    edits.extend(arguments.unit.iter().map(|unit| set_text(at("unit"), unit)));
    let document = desk.edit(&edits)?;
    let told = |table: &Table| {
        let found = table.attributes.iter().find(|attribute| attribute.id == *id)?;
        let unit = found.unit.as_ref().map(|unit| format!(" ({})", unit.get(table.language))).unwrap_or_default();
        Some(format!("{}{unit}", found.text.get(table.language)))
    };
    let after = told(document.table()).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("attribute", &**id).before(told(desk.table())).after(after), document })
}

/// Adds a fact, or changes what is said of it.
pub(super) fn fact(desk: &Desk<'_>, arguments: &FactArguments) -> Outcome {
    let id = &arguments.fact;
    let at = |part: &'static str| vec![field("facts"), key(id), field(part)];
    let is_new = desk.table().narrative.facts.iter().all(|fact| fact.id != *id);
    let text = joined(&arguments.text);
    if is_new && text.is_empty() {
        return Err(vec![Problem::new(Code::WordsMissing).with("known", "`TEXT`").with("command", "fact")]);
    }
    let mut edits = Vec::new();
    if !text.is_empty() {
        edits.push(set_text(at("text"), text));
    }
    let status = arguments.status.or(is_new.then_some(FactStatus::Assumed));
    edits.extend(status.map(|status| set_word(at("status"), status_word(status))));
    for (part, text) in [("source", &arguments.source), ("question", &arguments.question)] {
        edits.extend(text.iter().map(|text| set_text(at(part), text)));
    }
    let document = desk.edit(&edits)?;
    let told = |table: &Table| {
        let found = table.narrative.facts.iter().find(|fact| fact.id == *id)?;
        Some(format!("{} ({})", found.text.get(table.language), status_text(found.status)))
    };
    let after = told(document.table()).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("fact", &**id).before(told(desk.table())).after(after), document })
}

fn status_word(status: FactStatus) -> &'static str {
    match status {
        FactStatus::Agreed => "Agreed",
        FactStatus::Contested => "Contested",
        FactStatus::Assumed => "Assumed",
    }
}

fn status_text(status: Status) -> &'static str {
    match status {
        Status::Agreed => "agreed",
        Status::Contested => "contested",
        Status::Assumed => "assumed",
        Status::Invented => "invented",
    }
}

/// Gives something another name, everywhere.
pub(super) fn rename(desk: &Desk<'_>, arguments: &RenameArguments) -> Outcome {
    let [what @ .., to] = &arguments.words[..] else { return Err(Vec::new()) };
    let (named, _) = desk.lookup().thing(what).map_err(|problem| vec![problem])?;
    // `rename loon=4% 4,5%` and `rename loon=4% loon=4,5%` mean the same.
    let to = match &named {
        Named::Option { issue, .. } => to.strip_prefix(&format!("{issue}=")).unwrap_or(to),
        _ => to,
    };
    let document = desk.document.rename(&named, to).map_err(|refused| {
        let problems =
            refused.problems.iter().map(|(problem, _)| desk.typed.at(Problem { place: None, ..problem.clone() }, to));
        // One slip shows at every mention; once is enough. Lines that can't be read with a name only follow from it.
        let mut problems: Vec<Problem> = problems.collect();
        if problems.iter().any(|problem| is_of_name(problem.code)) {
            problems.retain(|problem| is_of_name(problem.code));
        }
        problems.dedup();
        problems
    })?;
    let deed = Deed::new(named.kind(), to).part("name").before(Some(named.name().to_owned())).after(to);
    Ok(Recorded { document, deed })
}

/// Whether a problem is one of a name itself.
fn is_of_name(code: Code) -> bool {
    matches!(
        code,
        Code::DuplicateName
            | Code::NamesTooClose
            | Code::EmptyName
            | Code::BadNameCharacter
            | Code::SpaceAroundName
            | Code::NumberAsName
            | Code::NameTooLong
            | Code::ControlCharacter
    )
}

/// Takes something away, with what hangs on it.
pub(super) fn remove(desk: &Desk<'_>, arguments: &RemoveArguments) -> Outcome {
    let (named, _) = desk.lookup().thing(&arguments.words).map_err(|problem| vec![problem])?;
    if let (Named::Option { issue, option }, true) = (&named, desk.is_frozen) {
        let problem = Problem::new(Code::FrozenOption).with("name", format!("{issue}={option}"));
        return Err(vec![desk.typed.at(problem, option)]);
    }
    let removed = desk.document.remove(&path_of(&named));
    let (document, pruned) = removed.map_err(|refused| desk.refused(&refused, &[]))?;
    let deed = Deed::new(named.kind(), named.name()).before(Some(named.name().to_owned()));
    Ok(Recorded { document, deed: Deed { pruned, ..deed } })
}

/// What mentions the thing that `words` name: it would go along.
pub(in crate::session) fn hangs_on(desk: &Desk<'_>, words: &[String]) -> Vec<Mention> {
    let thing = desk.lookup().thing(words);
    thing.map(|(named, _)| desk.document.mentions(&named)).unwrap_or_default()
}

fn path_of(named: &Named) -> Vec<Step> {
    match named {
        Named::Party(id) => vec![field("parties"), key(id)],
        Named::Interest(id) => vec![field("interests"), key(id)],
        Named::Attribute(id) => vec![field("attributes"), key(id)],
        Named::Issue(id) => vec![field("issues"), key(id)],
        Named::Option { issue, option } => vec![field("issues"), key(issue), field("options"), key(option)],
        Named::Rule(id) => vec![field("rules"), key(id)],
        Named::World(id) => vec![field("worlds"), key(id)],
        Named::Fact(id) => vec![field("facts"), key(id)],
        Named::Package(id) => vec![field("packages"), key(id)],
    }
}

/// Fixes the scale at the options that are there.
pub(super) fn freeze(desk: &Desk<'_>) -> Outcome {
    if desk.table().frozen {
        return Err(vec![Problem::new(Code::AlreadyFrozen)]);
    }
    let document = desk.edit(&[set_word(vec![field("frozen")], "true")])?;
    Ok(Recorded { document, deed: Deed::new("table", &*desk.table().id).part("frozen") })
}

/// Gives a package a name, for ever the same choices.
pub(in crate::session) fn named_package(desk: &Desk<'_>, name: &str, package: &Package) -> Outcome {
    let path = vec![field("packages"), key(name)];
    let text = package_text(desk.table(), package);
    let is_new = desk.table().narrative.packages.iter().all(|package| package.id != name);
    let value = Value::record(&[("choices", Value::Text(text.clone()))]);
    let edit = if is_new {
        Edit::Set { path, value }
    } else {
        set_text([path, vec![field("choices")]].concat(), text.clone())
    };
    let document = desk.edit(&[edit])?;
    let known = desk.table().narrative.packages.iter().find(|package| package.id == name);
    let before = known.map(|known| package_text(desk.table(), &known.package));
    Ok(Recorded { document, deed: Deed::new("package", name).before(before).after(text) })
}
