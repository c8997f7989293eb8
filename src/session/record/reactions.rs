//! What parties say of packages: added behind what was said before, so that a change of mind can be read back.

use super::{Deed, Desk, Outcome, Recorded, field, package_text};
use crate::domain::{InterestId, PartyId, Reaction, Support, Table};
use crate::session::quote;
use crate::session::scale::step_word;
use crate::table_file::{Edit, Step, Value};

/// What a party says now.
pub(in crate::session) struct Says<'a> {
    pub(in crate::session) party: PartyId,
    /// The position of the package among the named ones.
    pub(in crate::session) package: usize,
    pub(in crate::session) support: Support,
    pub(in crate::session) interest: Option<InterestId>,
    /// In its own words; may be empty.
    pub(in crate::session) words: &'a str,
}

/// Adds what a party says of a named package. Its former word stays where it is; saying the same again adds nothing.
pub(in crate::session) fn reaction(desk: &Desk<'_>, says: &Says<'_>) -> Outcome {
    let table = desk.table();
    let named = &table.narrative.packages[says.package];
    let former = table.narrative.last_word(says.party, &named.package);
    let is_same = |said: &&Reaction| {
        let words = said.because.as_ref().map_or("", |text| text.get(table.language));
        (said.support, said.interest, words) == (says.support, says.interest, says.words)
    };
    let edits: Vec<Edit> = if former.filter(is_same).is_some() { Vec::new() } else { vec![added(table, says)] };
    let document = desk.edit(&edits)?;
    let told = |table: &Table, said: &Reaction| format!("{}: {}", named.id, reaction_text(table, said));
    let last = document.table().narrative.last_word(says.party, &named.package);
    let after = last.map(|said| told(document.table(), said)).unwrap_or_default();
    let deed = Deed::new("party", &*table.parties[says.party].id).part("reaction");
    Ok(Recorded { deed: deed.before(former.map(|said| told(table, said))).after(after), document })
}

fn added(table: &Table, says: &Says<'_>) -> Edit {
    let package = &table.narrative.packages[says.package].package;
    let mut fields = vec![
        ("party", Value::Text(table.parties[says.party].id.clone())),
        ("package", Value::Text(package_text(table, package))),
        ("says", Value::Word(file_word(says.support).to_owned())),
    ];
    fields.extend(says.interest.map(|interest| ("interest", Value::Text(table.interests[interest].id.clone()))));
    fields.extend((!says.words.is_empty()).then(|| ("because", Value::Text(says.words.to_owned()))));
    Edit::Set { path: vec![field("reactions"), Step::Append], value: Value::record(&fields) }
}

/// A step as files write it.
fn file_word(support: Support) -> &'static str {
    match support {
        Support::FullYes => "FullYes",
        Support::Yes => "Yes",
        Support::YesWithQuestion => "YesWithQuestion",
        Support::Unknown => "Unknown",
        Support::NoUnless => "NoUnless",
        Support::No => "No",
    }
}

/// What was said, as it is typed.
fn reaction_text(table: &Table, said: &Reaction) -> String {
    let step = step_word(said.support, table.language).to_owned();
    let interest = said.interest.map(|interest| format!("({})", table.interests[interest].id));
    let words = said.because.as_ref().map(|text| quote(text.get(table.language)));
    [Some(step), interest, words].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
