//! Packages when an issue is added: each gets a decision on it.

use super::Step;
use super::draft::Draft;
use super::layout::{New, insert};
use super::tree::{Node, scan};
use crate::diagnostic::{Code, Problem};
use crate::table_file::lines;
use crate::table_file::raw::{Shape, quote};

/// Gives every package a decision on `issue`, unless it has one.
pub(super) fn extend(draft: &mut Draft, issue: &str, decision: &str) -> Result<(), Problem> {
    let text = draft.text().to_owned();
    let tree = scan(&text).ok_or_else(|| Problem::new(Code::Syntax))?;
    let mut packages = packages(&text, &tree);
    // From the end, so that the places of those before stay true.
    packages.sort_by_key(|package| std::cmp::Reverse(package.place.start));
    for package in packages {
        match package.shape {
            Shape::Map if package.position(&text, issue).is_none() => {
                let path = [Step::Key(issue.to_owned())];
                insert(draft, package, New { path: &path, depth: 0, value: &quote(decision) });
            }
            Shape::Text => {
                let line = package.text(&text).unwrap_or_default();
                if let Some(line) = extended(&line, issue, decision) {
                    draft.splice(package.place.clone(), &quote(&line));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Every package of the file.
pub(super) fn packages<'n>(text: &str, tree: &'n Node) -> Vec<&'n Node> {
    let values = |node: Option<&'n Node>| node.map(|node| node.entries.as_slice()).unwrap_or_default().iter();
    let parties = values(tree.get(text, "parties")).filter_map(|party| party.value.get(text, "no_deal"));
    let worlds = values(tree.get(text, "worlds")).flat_map(|world| values(world.value.get(text, "no_deals")));
    let no_deals = parties.chain(worlds.map(|no_deal| &no_deal.value));
    let reactions = values(tree.get(text, "reactions")).map(|reaction| &reaction.value);
    let named = values(tree.get(text, "packages")).filter_map(|package| package.value.get(text, "choices"));
    let explanations = values(tree.get(text, "explanations")).map(|explanation| &explanation.value);
    no_deals.chain(reactions).chain(explanations).filter_map(|owner| owner.get(text, "package")).chain(named).collect()
}

fn extended(line: &str, issue: &str, decision: &str) -> Option<String> {
    let choices = lines::choices(line, |name| name == issue);
    if choices.iter().any(|choice| choice.split_once('=').is_some_and(|(name, _)| name.trim() == issue)) {
        return None;
    }
    let separator = match line.trim() {
        "" => "",
        _ if line.contains(" · ") => " · ",
        _ if line.contains(", ") => ", ",
        _ => " ",
    };
    Some(format!("{}{separator}{issue}={decision}", line.trim_end()))
}
