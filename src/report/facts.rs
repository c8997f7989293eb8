//! Facts: the disputed ones first, with the question to look into together, and what rests on each.

use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, typed};
use crate::domain::{Fact, Status, Subject, Table};
use crate::explain::{Resting, disputed_cells, facts_by_need, resting as resting_on};
use crate::session::quote;

/// Tells the facts of a table, in lines of at most `width` columns.
#[must_use]
pub fn facts_text(table: &Table, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    if table.narrative.facts.is_empty() {
        page.paragraph(voice.say("facts-none", &[]));
    }
    for (status, facts) in facts_by_need(table) {
        if !facts.is_empty() {
            page.heading(voice.say(heading(status), &[]));
        }
        for position in facts {
            tell_fact(&mut page, voice, position);
        }
    }
    let disputed = disputed_cells(table);
    if !disputed.is_empty() {
        page.heading(voice.say("facts-disputed-cells", &[]));
        for (option, subject) in disputed {
            let what = match subject {
                Subject::Effect(interest) => voice.text(&table.interests[interest].text),
                Subject::Attribute(attribute) => voice.text(&table.attributes[attribute].text),
            };
            page.item(voice.say("facts-cell", &[("option", &voice.option_reference(option)), ("what", &what)]));
        }
    }
    page.lay_out(width)
}

fn heading(status: Status) -> &'static str {
    match status {
        Status::Contested => "facts-contested",
        Status::Assumed => "facts-assumed",
        Status::Invented => "facts-invented",
        Status::Agreed => "facts-agreed",
    }
}

fn tell_fact(page: &mut Page, voice: Voice<'_>, position: usize) {
    let fact = &voice.table.narrative.facts[position];
    page.item(voice.say("facts-fact", &[("name", &typed(&fact.id)), ("text", &voice.text(&fact.text))]));
    for (key, parties) in [("facts-claimed", &fact.claimed_by), ("facts-contested-by", &fact.contested_by)] {
        if !parties.is_empty() {
            page.detail(voice.say(key, &[("parties", &voice.parties(parties))]));
        }
    }
    for (key, text) in [("facts-source", &fact.source), ("facts-finder", &fact.finder)] {
        if let Some(text) = text {
            page.detail(voice.say(key, &[("text", &voice.phrase(text))]));
        }
    }
    let rests = resting(voice, position);
    if !rests.is_empty() {
        page.detail(voice.say("facts-rests", &[("things", &voice.list(&rests))]));
    }
    tell_question(page, voice, fact);
}

/// Adds the question that would settle a fact; of a disputed one without a question, and of who finds out, it asks.
fn tell_question(page: &mut Page, voice: Voice<'_>, fact: &Fact) {
    let is_open = matches!(fact.status, Status::Contested | Status::Assumed);
    let name = quote(&typed(&fact.id));
    match &fact.question {
        Some(question) => page.detail(voice.say("facts-question", &[("question", &voice.text(question))])),
        None if fact.status == Status::Contested => page.detail(voice.say("facts-ask-question", &[("name", &name)])),
        None => {}
    }
    if is_open && fact.finder.is_none() && fact.question.is_some() {
        page.detail(voice.say("facts-ask-finder", &[("name", &name)]));
    }
}

/// What rests on the fact at a position, by names as they are typed.
pub(super) fn resting(voice: Voice<'_>, position: usize) -> Vec<String> {
    let table = voice.table;
    let Some(fact) = table.narrative.facts.get(position) else { return Vec::new() };
    let Resting { rules, options, attributes } = resting_on(table, fact);
    let rules = rules.iter().map(|rule| voice.say("facts-rule", &[("rule", &voice.rule(*rule))]));
    let attributes = attributes
        .iter()
        .map(|id| voice.say("facts-attribute", &[("attribute", &voice.text(&table.attributes[*id].text))]));
    let options = options.iter().map(|option| voice.option_reference(*option));
    rules.chain(attributes).chain(options).collect()
}
