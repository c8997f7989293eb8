//! Who at home would say yes to a package: every body, every condition, every world; and whom to ask.

use super::page::Page;
use super::show::support;
use super::voice::Voice;
use super::worlds::world_names;
use super::{Given, Wordbook, clean, said};
use crate::domain::{Condition, PartyId, Rational, WorldId};
use crate::explain::{BodyFinds, Finding, Standing, ratification};
use crate::session::quote;

/// Tells who at home would say yes to a package, in lines of at most `width` columns.
#[must_use]
pub fn ratify_text(given: Given<'_>, name: &str, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let found = ratification(given.circumstances, given.package);
    let mut page = Page::default();
    let name = if name.contains('=') || name == "_" { voice.say("ratify-this", &[]) } else { clean(name) };
    page.heading(voice.say("ratify-title", &[("name", &name)]));
    page.paragraph(voice.assignments(given.package).join(" "));
    said::tell_no(&mut page, voice, given.circumstances, given.package);
    for party in voice.table.parties_by_name() {
        let bodies = found.iter().filter(|of| of.party == party);
        bodies.for_each(|of| tell_body(&mut page, voice, of));
        tell_levels(&mut page, voice, party);
    }
    tell_questions(&mut page, voice, &found);
    page.lay_out(width)
}

fn tell_body(page: &mut Page, voice: Voice<'_>, of: &BodyFinds) {
    let is_alone = of.worlds.len() < 2;
    let key = match of.standing {
        Standing::Everywhere if is_alone => "ratify-yes",
        Standing::Everywhere => "ratify-yes-everywhere",
        Standing::Somewhere => "ratify-yes-somewhere",
        Standing::Nowhere => "ratify-no",
        Standing::Unknown => "ratify-unknown",
    };
    page.item(voice.say(key, &[("body", &voice.body(of.party, of.body))]));
    let conditions = &voice.table.parties[of.party].ratification[of.body].conditions;
    for (condition, findings) in conditions.iter().zip(&of.conditions) {
        tell_condition(page, voice, condition, findings);
    }
}

/// Adds where a condition is met, with what there is to spare at the tightest; and where it isn't, and by how much.
fn tell_condition(page: &mut Page, voice: Voice<'_>, condition: &Condition, findings: &[Finding]) {
    let told = voice.conditions(std::slice::from_ref(condition));
    let amount = |amount: &Rational| match condition {
        Condition::Score { .. } => voice.points(amount),
        Condition::Rule(_) => voice.amount(amount),
    };
    let met: Vec<&Finding> = findings.iter().filter(|of| of.met == Some(true)).collect();
    if !met.is_empty() {
        let worlds: Vec<WorldId> = met.iter().map(|of| of.world).collect();
        let least = met.iter().filter_map(|of| of.left.clone()).min();
        let by = least.map(|left| voice.say("ratify-to-spare", &[("left", &amount(&left))]));
        let place = place(voice, &worlds, findings.len());
        let arguments = [("condition", &*told), ("where", &place), ("by", &by.unwrap_or_default())];
        page.detail(voice.say("ratify-met", &arguments));
    }
    for of in findings.iter().filter(|of| of.met != Some(true)) {
        let place = place(voice, &[of.world], findings.len());
        let short = of.left.as_ref().filter(|_| of.met == Some(false));
        let by = short.map(|left| voice.say("ratify-short", &[("short", &amount(&-left.clone()))]));
        let key = if of.met.is_none() { "ratify-untold" } else { "ratify-missed" };
        let by = by.unwrap_or_default();
        page.detail(voice.say(key, &[("condition", &told), ("where", &place), ("by", &by)]));
    }
}

/// In which worlds; nothing on a table with one.
fn place(voice: Voice<'_>, worlds: &[WorldId], all: usize) -> String {
    match all {
        0 | 1 => String::new(),
        all if all == worlds.len() => voice.say("ratify-everywhere", &[]),
        _ => voice.say("ratify-in", &[("worlds", &world_names(voice, worlds))]),
    }
}

fn tell_levels(page: &mut Page, voice: Voice<'_>, party: PartyId) {
    for level in &voice.table.parties[party].levels {
        let says = voice.say(support(level.support), &[]);
        let arguments = [("party", &*voice.party(party)), ("level", &voice.text(&level.text)), ("says", &says)];
        page.item(voice.say("ratify-level", &arguments));
    }
}

/// Adds what to ask: what a body must find whose rule is unknown, and who must say yes where nobody is named.
fn tell_questions(page: &mut Page, voice: Voice<'_>, found: &[BodyFinds]) {
    let table = voice.table;
    let unknown = |of: &&BodyFinds| table.parties[of.party].ratification[of.body].conditions.is_empty();
    let unknown: Vec<&BodyFinds> = found.iter().filter(unknown).collect();
    let nobody: Vec<PartyId> =
        table.parties_by_name().into_iter().filter(|party| table.parties[*party].ratification.is_empty()).collect();
    if unknown.is_empty() && nobody.is_empty() {
        return;
    }
    page.heading(voice.say("ratify-ask", &[]));
    for of in unknown {
        let content = &table.parties[of.party];
        let body = clean(content.ratification[of.body].body.get(table.language));
        let command = format!("ratification {} {}", quote(&clean(&content.id)), quote(&body));
        let arguments = [("body", &*voice.body(of.party, of.body)), ("command", &command)];
        page.item(voice.say("ratify-ask-rule", &arguments));
    }
    if !nobody.is_empty() {
        page.item(voice.say("ratify-ask-who", &[("parties", &voice.parties(&nobody))]));
    }
}
