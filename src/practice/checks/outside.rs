//! Checks of what is decided by somebody who isn't at the table.

use super::{About, Finding, Seen, Told};
use crate::domain::{CheckId, Decision, OptionId, Table, WorldId};

/// C06: an issue that somebody else decides on.
pub(super) fn missing_voice(seen: &Seen<'_>) -> Vec<Finding> {
    let issues = seen.table.issues.iter_enumerated().filter(|(_, issue)| issue.outside && !issue.parked);
    issues.map(|(id, _)| Finding::new(CheckId::C06, About::Issue(id))).collect()
}

/// C27: an option that hangs on somebody outside, with nothing that counts otherwise.
pub(super) fn depends(seen: &Seen<'_>) -> Vec<Finding> {
    let table = seen.table;
    let open = table.options().filter(|(id, option)| option.provision.is_none() && !is_settled(table, *id));
    let found = open.filter_map(|(id, _)| {
        let worlds = changing(table, id);
        let finding = Finding::new(CheckId::C27, About::Option(id));
        match (worlds.is_empty(), table.issues[id.issue].outside) {
            (false, _) => Some(finding.with("worlds", Told::Worlds(worlds))),
            (true, true) => Some(finding.saw("outside").with("issue", Told::Issue(id.issue))),
            (true, false) => None,
        }
    });
    found.collect()
}

/// Whether nobody needs to decide: the option is today's, or its issue is out of the talks.
fn is_settled(table: &Table, option: OptionId) -> bool {
    let issue = &table.issues[option.issue];
    issue.parked || issue.today == Some(Decision::Option(option.index))
}

/// The worlds in which an option does something else, by name.
fn changing(table: &Table, option: OptionId) -> Vec<WorldId> {
    let changes = |world: &WorldId| table.worlds[*world].options.contains_key(&option);
    table.worlds_by_name().into_iter().filter(changes).collect()
}
