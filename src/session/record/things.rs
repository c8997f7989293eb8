//! Everything else that has a name, and giving names and taking things away.

use std::collections::BTreeSet;

use super::{Deed, Desk, Outcome, Recorded, field, key, package_text, set_text, set_word};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Fact, Package, PartyId, RuleId, Status, Table};
use crate::session::command::{
    AttributeArguments, CriterionArguments, FactArguments, FactStatus, RemoveArguments, RenameArguments,
};
use crate::session::grammar::joined;
use crate::session::quote;
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
    let stated = if arguments.agreed { Some(FactStatus::Agreed) } else { arguments.status };
    let disputed = (!arguments.contested_by.is_empty()).then_some(FactStatus::Contested);
    let status = stated.or(disputed).or(is_new.then_some(FactStatus::Assumed));
    edits.extend(status.map(|status| set_word(at("status"), status_word(status))));
    let texts = [("source", &arguments.source), ("question", &arguments.question), ("finder", &arguments.finder)];
    for (part, text) in texts {
        edits.extend(text.iter().map(|text| set_text(at(part), text)));
    }
    if arguments.agreed {
        edits.push(Edit::Unset { path: at("contested_by") });
    }
    edits.extend(fact_lists(desk, arguments)?.into_iter().map(|(part, names)| {
        let names: Vec<Value> = names.into_iter().map(Value::Text).collect();
        Edit::Set { path: at(part), value: Value::list(&names) }
    }));
    let document = desk.edit(&edits)?;
    let told = |table: &Table| {
        let found = table.narrative.facts.iter().find(|fact| fact.id == *id)?;
        Some(fact_text(table, found))
    };
    let after = told(document.table()).unwrap_or_default();
    Ok(Recorded { deed: Deed::new("fact", &**id).before(told(desk.table())).after(after), document })
}

/// The lists of a fact that were typed, with what stood there first, by name.
fn fact_lists(
    desk: &Desk<'_>,
    arguments: &FactArguments,
) -> Result<Vec<(&'static str, BTreeSet<String>)>, Vec<Problem>> {
    let (table, lookup) = (desk.table(), desk.lookup());
    let known = table.narrative.facts.iter().find(|fact| fact.id == arguments.fact);
    let party = |id: PartyId| table.parties[id].id.clone();
    let parties = |typed: &[String], known: Option<&Vec<PartyId>>| -> Result<BTreeSet<String>, Problem> {
        let typed = typed.iter().map(|name| lookup.party(name).map(party)).collect::<Result<Vec<_>, _>>()?;
        Ok(known.into_iter().flatten().map(|id| party(*id)).chain(typed).collect())
    };
    let rule = |id: RuleId| table.rules[id].id.clone();
    let rules = arguments.rule.iter().map(|name| lookup.rule(name).map(rule)).collect::<Result<Vec<_>, _>>();
    let options = arguments.option.iter().map(|name| lookup.option(name).map(|option| table.choice(option)));
    let options = options.collect::<Result<Vec<_>, _>>();
    let one = |problem: Problem| vec![problem];
    let known_rules = known.into_iter().flat_map(|fact| &fact.rules).map(|id| rule(*id));
    let known_options = known.into_iter().flat_map(|fact| &fact.options).map(|id| table.choice(*id));
    let lists = [
        (
            "claimed_by",
            parties(&arguments.claimed_by, known.map(|fact| &fact.claimed_by)).map_err(one)?,
            arguments.claimed_by.is_empty(),
        ),
        (
            "contested_by",
            parties(&arguments.contested_by, known.map(|fact| &fact.contested_by)).map_err(one)?,
            arguments.contested_by.is_empty(),
        ),
        ("rules", known_rules.chain(rules.map_err(one)?).collect(), arguments.rule.is_empty()),
        ("options", known_options.chain(options.map_err(one)?).collect(), arguments.option.is_empty()),
    ];
    Ok(lists.into_iter().filter(|(.., is_untyped)| !is_untyped).map(|(part, names, _)| (part, names)).collect())
}

/// A fact as it is told back: its text, how well it is established, and who says what of it.
fn fact_text(table: &Table, fact: &Fact) -> String {
    let names = |option: &str, parties: &[PartyId]| {
        let names: Vec<String> = parties.iter().map(|party| table.parties[*party].id.clone()).collect();
        names.iter().map(|name| format!(" --{option} {}", quote(name))).collect::<String>()
    };
    let by = names("claimed-by", &fact.claimed_by) + &names("contested-by", &fact.contested_by);
    format!("{} ({}){by}", fact.text.get(table.language), status_text(fact.status))
}

/// Adds an outside standard of what is fair, or changes its words; `add` takes several at once.
pub(super) fn criterion(desk: &Desk<'_>, arguments: &CriterionArguments) -> Outcome {
    let known = |document: &Document, id: &str| {
        let table = document.table();
        let found = table.narrative.criteria.iter().find(|criterion| criterion.id == *id)?;
        Some(found.text.get(table.language).to_owned())
    };
    let at = |id: &str| vec![field("criteria"), key(id)];
    if arguments.criterion == "add" && !arguments.text.is_empty() {
        let is_new = |id: &&String| known(desk.document, id).is_none();
        let edits: Vec<Edit> = arguments.text.iter().filter(is_new).map(|id| set_text(at(id), &**id)).collect();
        let document = desk.edit(&edits)?;
        let deed = Deed::new("table", &*desk.table().id).part("criteria").after(arguments.text.join(", "));
        return Ok(Recorded { document, deed });
    }
    let id = &arguments.criterion;
    let text = joined(&arguments.text);
    let text = if text.is_empty() { known(desk.document, id).unwrap_or_else(|| id.clone()) } else { text };
    let document = desk.edit(&[set_text(at(id), &*text)])?;
    let deed = Deed::new("criterion", &**id).before(known(desk.document, id));
    Ok(Recorded { document, deed: deed.after(text) })
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
        Named::Criterion(id) => vec![field("criteria"), key(id)],
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
