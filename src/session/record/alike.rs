//! An option that is judged like one that is there: wherever the table speaks of that one, it speaks of the new one too.

use super::rules::form_parts;
use super::{Desk, field, key};
use crate::analysis::{own_rule_name, said_alike};
use crate::domain::{OptionId, PartyId, RuleForm, Table};
use crate::session::record::home::form_name;
use crate::table_file::{Edit, Step, Value};

/// A new option, and what it is like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike<'a> {
    /// The option that is there.
    pub(super) like: OptionId,
    /// The option that counts where the new one's condition isn't met.
    pub(super) otherwise: OptionId,
    /// The name of the new option.
    pub(super) name: &'a str,
}

/// What makes readings, worlds, interactions, rules and ratifying bodies speak of the new option, which is added by the
/// edits before these.
pub(super) fn said_of(desk: &Desk<'_>, alike: Alike<'_>) -> Vec<Edit> {
    let table = desk.table();
    let issue = &table.issues[alike.like.issue];
    let (old, new) = (table.choice(alike.like), format!("{}={}", issue.id, alike.name));
    let copy = |way: &dyn Fn(&str) -> Vec<Step>| Edit::Copy { from: way(&old), to: way(&new) };
    let mut edits = Vec::new();
    for party in &table.parties {
        edits.push(copy(&|choice| vec![field("parties"), key(&party.id), field("readings"), key(choice)]));
    }
    for world in &table.worlds {
        edits.push(copy(&|choice| vec![field("worlds"), key(&world.id), field("changes"), key(choice)]));
    }
    edits.extend(interactions(table, alike.like, &new));
    edits.extend(demands(table, alike, &new));
    edits
}

/// What the new option does together with others.
fn interactions(table: &Table, like: OptionId, new: &str) -> Vec<Edit> {
    let at = |step: Step| vec![field("interactions"), step];
    let among = table.interactions.iter().enumerate().filter(|(_, of)| [of.first, of.second].contains(&like));
    let mut edits = Vec::new();
    for (count, (from, of)) in among.enumerate() {
        let name = |option| Value::Text(if option == like { new.to_owned() } else { table.choice(option) });
        let pair = Value::tuple(&[of.first, of.second].map(name));
        let to = Step::Item(table.interactions.len() + count);
        edits.push(Edit::Copy { from: at(Step::Item(from)), to: at(Step::Append) });
        edits.push(Edit::Set { path: [at(to), vec![field("options")]].concat(), value: pair });
    }
    edits
}

/// What rules and ratifying bodies demand of the new option.
fn demands(table: &Table, alike: Alike<'_>, new: &str) -> Vec<Edit> {
    let added = OptionId::new(alike.like.issue, table.issues[alike.like.issue].options().len());
    let said = said_alike(table, [alike.like, alike.otherwise], added);
    let name = |option: OptionId| if option == added { new.to_owned() } else { table.choice(option) };
    let counted = |path: Vec<Step>| {
        let path = [path, vec![Step::Item(1), Step::Append]].concat();
        Edit::Set { path, value: Value::Text(new.to_owned()) }
    };
    let needs = |party: PartyId, body: usize, step: Step| {
        let party: &str = &table.parties[party].id;
        vec![field("parties"), key(party), field("ratification"), Step::Item(body), field("needs"), step]
    };
    let mut edits = Vec::new();
    for rule in said.rules {
        let part = if matches!(table.rules[rule].form, RuleForm::AtMost(..)) { "at_most" } else { "at_least" };
        edits.push(counted(vec![field("rules"), key(&table.rules[rule].id), field(part)]));
    }
    for (rule, form) in said.own_rules {
        let at = |id: &str| vec![field("rules"), key(id)];
        let own = at(&own_rule_name(table, rule, alike.name));
        edits.push(Edit::Copy { from: at(&table.rules[rule].id), to: own.clone() });
        let (part, values) = form_parts(table, &form, name);
        let value = match &values[..] {
            [only] => only.clone(),
            values => Value::tuple(values),
        };
        edits.push(Edit::Set { path: [own, vec![field(part)]].concat(), value });
    }
    for (party, body, at) in said.conditions {
        edits.push(counted(needs(party, body, Step::Item(at))));
    }
    for (party, body, form) in said.own_conditions {
        let (part, values) = form_parts(table, &form, name);
        edits.push(Edit::Set { path: needs(party, body, Step::Append), value: Value::call(form_name(part), &values) });
    }
    edits
}
