//! Edits of a table in short, and the names that a table holds.

#![allow(dead_code, reason = "each test takes what it needs")]

use tafel::domain::Table;
use tafel::table_file::{Document, Edit, Named, Step, Value};

/// A table with every field that there is.
pub(crate) const WHOLE: &str = include_str!("whole.ron");

/// Reads a path such as `issues/loon/options/2%`: fields in letters, names in quotes, positions in digits, `+` for a
/// new one.
pub(crate) fn path(written: &str) -> Vec<Step> {
    let steps = written.split('/').map(|step| match step {
        "+" => Step::Append,
        _ if step.starts_with('\'') => Step::Key(step.trim_matches('\'').to_owned()),
        _ => step.parse().map_or_else(|_| Step::Field(step.to_owned().leak()), Step::Item),
    });
    steps.collect()
}

pub(crate) fn set(at: &str, text: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Text(text.to_owned()) }
}

pub(crate) fn word(at: &str, word: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Word(word.to_owned()) }
}

pub(crate) fn ron(at: &str, ron: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Ron(ron.to_owned()) }
}

pub(crate) fn unset(at: &str) -> Edit {
    Edit::Unset { path: path(at) }
}

pub(crate) fn in_line(at: &str, name: &str, value: Option<&str>) -> Edit {
    Edit::SetInLine { path: path(at), name: name.to_owned(), value: value.map(str::to_owned) }
}

pub(crate) fn extend(issue: &str, decision: &str) -> Edit {
    Edit::ExtendPackages { issue: issue.to_owned(), decision: decision.to_owned() }
}

pub(crate) fn open(source: &str) -> Document {
    Document::open(source.to_owned()).unwrap_or_else(|reading| panic!("{:#?}\n{source}", reading.problems))
}

#[track_caller]
pub(crate) fn edited(document: &Document, edits: &[Edit]) -> Document {
    document.edit(edits).unwrap_or_else(|refused| panic!("{:#?}\n{}", refused.problems, refused.source))
}

/// The text after the edits, from a file that holds `inside`.
#[track_caller]
pub(crate) fn after(inside: &str, edits: &[Edit]) -> String {
    edited(&open(inside), edits).source().to_owned()
}

/// Everything in the table that has a name of its own.
pub(crate) fn names(table: &Table) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    names.extend(table.parties.iter().map(|party| Named::Party(party.id.clone())));
    names.extend(table.interests.iter().map(|interest| Named::Interest(interest.id.clone())));
    names.extend(table.attributes.iter().map(|attribute| Named::Attribute(attribute.id.clone())));
    for issue in &table.issues {
        names.push(Named::Issue(issue.id.clone()));
        let options = issue.options().iter();
        names.extend(options.map(|option| Named::Option { issue: issue.id.clone(), option: option.id.clone() }));
    }
    names.extend(table.rules.iter().map(|rule| Named::Rule(rule.id.clone())));
    names.extend(table.worlds.iter().map(|world| Named::World(world.id.clone())));
    names.extend(table.narrative.facts.iter().map(|fact| Named::Fact(fact.id.clone())));
    names.extend(table.narrative.criteria.iter().map(|criterion| Named::Criterion(criterion.id.clone())));
    names.extend(table.narrative.packages.iter().map(|package| Named::Package(package.id.clone())));
    names
}

pub(crate) fn place_of(what: &Named) -> Vec<Step> {
    let field = match what {
        Named::Party(_) => "parties",
        Named::Interest(_) => "interests",
        Named::Attribute(_) => "attributes",
        Named::Issue(_) => "issues",
        Named::Option { issue, option } => {
            let (issue, option) = (Step::Key(issue.clone()), Step::Key(option.clone()));
            return vec![Step::Field("issues"), issue, Step::Field("options"), option];
        }
        Named::Rule(_) => "rules",
        Named::World(_) => "worlds",
        Named::Fact(_) => "facts",
        Named::Criterion(_) => "criteria",
        Named::Package(_) => "packages",
    };
    vec![Step::Field(field), Step::Key(what.name().to_owned())]
}

/// Whether `part` is `whole` with something left out.
pub(crate) fn is_left_of(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|other| other == c))
}
