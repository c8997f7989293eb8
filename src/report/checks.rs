//! The questions of the checks: what was seen, of what, and the one question to ask.

use itertools::Itertools as _;

use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, clean, typed};
use crate::domain::{CheckId, Phase, Table};
use crate::practice::{About, CATALOGUE, Finding, Grade, Slots, Told, check_of, is_for};
use crate::session::Checkup;

/// How many questions are told unless all are asked for.
const FIRST: usize = 3;

/// Tells the questions that the checks ask: the first of the phase, or all of them.
#[must_use]
pub fn checkup_text(table: &Table, checkup: &Checkup, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    if checkup.is_whole {
        tell_all(&mut page, checkup, voice);
    } else {
        tell_first(&mut page, checkup, voice);
    }
    page.lay_out(width)
}

/// The first questions of the phase, one per check.
fn tell_first(page: &mut Page, checkup: &Checkup, voice: Voice<'_>) {
    let phase = voice.table.narrative.phase;
    let now: Vec<&Finding> = checkup.findings.iter().filter(|finding| is_for(phase, finding)).collect();
    page.heading(voice.say("checks-now", &[("phase", &name(phase, voice))]));
    if now.is_empty() {
        page.paragraph(voice.say("checks-none", &[]));
    }
    let by_check: Vec<(CheckId, Vec<&Finding>)> = grouped(&now);
    for (check, findings) in by_check.iter().take(FIRST) {
        let Some(first) = findings.first() else { continue };
        page.item(seen_text(first, voice));
        let others: Vec<String> = findings[1..].iter().filter_map(|other| about(&other.about, voice)).dedup().collect();
        if !others.is_empty() {
            page.detail(voice.say("checks-also", &[("names", &voice.list(&others))]));
        }
        page.detail(voice.say("checks-ask", &[("question", &attribute(voice, *check, "ask", &[]))]));
    }
    let told: usize = by_check.iter().take(FIRST).map(|(_, findings)| findings.len()).sum();
    let more = checkup.findings.len() - told;
    if more > 0 {
        page.paragraph(voice.say("checks-more", &[("count", &more.to_string())]));
    }
}

/// Findings of one check next to each other, checks in the order of their first.
fn grouped<'f>(findings: &[&'f Finding]) -> Vec<(CheckId, Vec<&'f Finding>)> {
    let mut groups: Vec<(CheckId, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|(check, _)| *check == finding.check) {
            Some((_, all)) => all.push(finding),
            None => groups.push((finding.check, vec![finding])),
        }
    }
    groups
}

/// Every finding with the fields that were read, what was set aside, and what can never be found.
fn tell_all(page: &mut Page, checkup: &Checkup, voice: Voice<'_>) {
    let phase = voice.table.narrative.phase;
    let (now, later): (Vec<&Finding>, Vec<&Finding>) =
        checkup.findings.iter().partition(|finding| is_for(phase, finding));
    page.heading(voice.say("checks-now", &[("phase", &name(phase, voice))]));
    if now.is_empty() {
        page.paragraph(voice.say("checks-none", &[]));
    }
    now.iter().for_each(|finding| tell_whole(page, finding, voice));
    if !later.is_empty() {
        page.heading(voice.say("checks-later", &[]));
        later.iter().for_each(|finding| tell_whole(page, finding, voice));
    }
    let silenced = &voice.table.narrative.silenced;
    if !silenced.is_empty() {
        page.heading(voice.say("checks-silenced", &[]));
    }
    for one in silenced {
        let what = one
            .about
            .as_ref()
            .map_or(one.check.word().to_owned(), |about| format!("{} {}", one.check.word(), typed(about)));
        page.item(voice.say("checks-because", &[("what", &what), ("because", &voice.text(&one.because))]));
    }
    page.heading(voice.say("checks-never", &[]));
    for check in CATALOGUE.iter().filter(|check| !check.can_fire()) {
        let title = voice.say(&key(check.id), &[]);
        let needs = attribute(voice, check.id, "needs", &[]);
        page.item(voice.say("checks-needs", &[("check", check.id.word()), ("title", &title), ("needs", &needs)]));
        page.detail(voice.say("checks-ask", &[("question", &attribute(voice, check.id, "ask", &[]))]));
    }
}

fn tell_whole(page: &mut Page, finding: &Finding, voice: Voice<'_>) {
    page.item(seen_text(finding, voice));
    page.detail(voice.say("checks-ask", &[("question", &attribute(voice, finding.check, "ask", &[]))]));
    page.detail(voice.say("checks-reads", &[("fields", &fields(finding.check, voice))]));
}

/// What one check looks for, and of the parts of a promise which were found in a sentence.
#[must_use]
pub fn check_text(table: &Table, check: CheckId, slots: Option<&Slots>, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    let content = check_of(check);
    page.heading(voice.say("checks-title", &[("check", check.word()), ("title", &voice.say(&key(check), &[]))]));
    if let Some(slots) = slots {
        tell_slots(&mut page, slots, voice);
        return page.lay_out(width);
    }
    page.paragraph(attribute(voice, check, "fires", &[]));
    page.paragraph(voice.say("checks-ask", &[("question", &attribute(voice, check, "ask", &[]))]));
    if content.can_fire() {
        page.paragraph(voice.say("checks-reads", &[("fields", &fields(check, voice))]));
        let phases: Vec<String> = content.phases.iter().map(|phase| name(*phase, voice)).collect();
        page.paragraph(voice.say("checks-phases", &[("phases", &voice.list(&phases))]));
    } else {
        page.paragraph(voice.say("checks-never-one", &[("needs", &attribute(voice, check, "needs", &[]))]));
    }
    page.lay_out(width)
}

fn tell_slots(page: &mut Page, slots: &Slots, voice: Voice<'_>) {
    let named = |all: &[crate::practice::Slot]| {
        let names: Vec<String> = all.iter().map(|slot| voice.say(&format!("found-{}", slot.word()), &[])).collect();
        voice.list(&names)
    };
    let count = slots.count().to_string();
    page.paragraph(voice.say("slots-count", &[("count", &count)]));
    if !slots.found.is_empty() {
        page.paragraph(voice.say("slots-found", &[("slots", &named(&slots.found))]));
    }
    let missing = slots.missing();
    if !missing.is_empty() {
        page.paragraph(voice.say("slots-missing", &[("slots", &named(&missing))]));
    }
    if slots.grade() != Grade::Whole && !slots.comfort.is_empty() {
        let comfort: Vec<String> = slots.comfort.iter().map(|word| format!("\"{}\"", clean(word))).collect();
        page.paragraph(voice.say("slots-comfort", &[("words", &voice.list(&comfort))]));
    }
}

/// The question that a change brings up, in one line.
pub(super) fn question_text(finding: &Finding, voice: Voice<'_>) -> String {
    let ask = attribute(voice, finding.check, "ask", &[]);
    let check = finding.check.word();
    match about(&finding.about, voice) {
        Some(about) => voice.say("checks-push", &[("about", &about), ("question", &ask), ("check", check)]),
        None => voice.say("checks-push-table", &[("question", &ask), ("check", check)]),
    }
}

/// What was seen, behind the check and what it is about.
fn seen_text(finding: &Finding, voice: Voice<'_>) -> String {
    let arguments: Vec<(&str, String)> =
        finding.evidence.iter().map(|(name, told)| (*name, told_text(told, voice))).collect();
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let seen = attribute(voice, finding.check, finding.saw, &arguments);
    let check = finding.check.word();
    match about(&finding.about, voice) {
        Some(about) => voice.say("checks-seen", &[("check", check), ("about", &about), ("seen", &seen)]),
        None => voice.say("checks-seen-table", &[("check", check), ("seen", &seen)]),
    }
}

/// What a finding is about, as it is called; nothing for the whole table.
fn about(about: &About, voice: Voice<'_>) -> Option<String> {
    match about {
        About::Party(id) => Some(voice.party(*id)),
        other => other.name(voice.table).map(|name| typed(&name)),
    }
}

fn told_text(told: &Told, voice: Voice<'_>) -> String {
    let table = voice.table;
    match told {
        Told::Parties(parties) => voice.parties(parties),
        Told::Interests(interests) => list(voice, interests, |id| typed(&table.interests[*id].id)),
        Told::Worlds(worlds) => list(voice, worlds, |id| typed(&table.worlds[*id].id)),
        Told::Options(options) => list(voice, options, |id| voice.option_reference(*id)),
        Told::Rule(rule) => voice.rule(*rule),
        Told::Issue(issue) => typed(&table.issues[*issue].id),
        Told::Texts(texts) => list(voice, texts, |text| voice.phrase(text)),
        Told::Number(number) => voice.words.number(number, 1),
        Told::Count(count) => count.to_string(),
        Told::Words(all) => list(voice, all, |word| voice.say(&format!("found-{word}"), &[])),
    }
}

fn list<T>(voice: Voice<'_>, things: &[T], name: impl Fn(&T) -> String) -> String {
    voice.list(&things.iter().map(name).collect::<Vec<_>>())
}

fn fields(check: CheckId, voice: Voice<'_>) -> String {
    list(voice, check_of(check).reads, |field| format!("`{field}`"))
}

/// The name of a phase.
pub(super) fn name(phase: Phase, voice: Voice<'_>) -> String {
    voice.say(&format!("phase-{}", phase.word()), &[])
}

fn key(check: CheckId) -> String {
    format!("finding-{}", check.word())
}

fn attribute(voice: Voice<'_>, check: CheckId, part: &str, arguments: &[(&str, &str)]) -> String {
    voice.words.attribute(&key(check), part, arguments).unwrap_or_default()
}
