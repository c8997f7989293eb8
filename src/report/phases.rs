//! Where the talks are, what is missing before they go on, and the ideas that nobody judges yet.

use super::checks::name;
use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, typed};
use crate::domain::{PartyId, Phase, Table};
use crate::practice::{Lacking, PACKAGES, lacking};
use crate::session::quote;

/// Tells the phase, what it is for, and what is missing before it is left.
#[must_use]
pub fn phase_text(table: &Table, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let now = table.narrative.phase;
    let mut page = Page::default();
    let steps =
        Phase::ALL.map(|phase| if phase == now { format!("[{}]", name(phase, voice)) } else { name(phase, voice) });
    page.heading(steps.join(" → "));
    let what = words.attribute(&format!("phase-{}", now.word()), "what", &[]).unwrap_or_default();
    page.paragraph(what);
    let missing = lacking(table, now);
    match (now, missing.is_empty()) {
        (Phase::Follow, _) => page.paragraph(voice.say("phase-last", &[])),
        (_, true) => page.paragraph(voice.say("phase-ready", &[])),
        (_, false) => {
            page.line(voice.say("phase-missing", &[]));
            missing.iter().for_each(|lacking| page.item(lacking_text(lacking, voice)));
            page.line(voice.say("phase-guides", &[]));
        }
    }
    page.lay_out(width)
}

/// Tells what each phase lacked that was left.
pub(super) fn tell_left(page: &mut Page, left: &[(Phase, Vec<Lacking>)], voice: Voice<'_>) {
    for (phase, missing) in left.iter().filter(|(_, missing)| !missing.is_empty()) {
        page.line(voice.say("phase-left", &[("phase", &name(*phase, voice))]));
        missing.iter().for_each(|lacking| page.item(lacking_text(lacking, voice)));
    }
}

/// Tells the ideas, by number.
#[must_use]
pub fn ideas_text(table: &Table, is_inventing: bool, switched: Option<bool>, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    let ideas = &table.narrative.ideas;
    match switched {
        Some(true) => page.paragraph(voice.say("invent-on", &[])),
        Some(false) => page.paragraph(voice.say("invent-off", &[("count", &ideas.len().to_string())])),
        None if ideas.is_empty() => page.paragraph(voice.say("invent-none", &[])),
        None => {
            let numbered = ideas.iter().enumerate();
            numbered.for_each(|(at, idea)| page.item(format!("{} {}", at + 1, voice.text(idea))));
        }
    }
    if !ideas.is_empty() && !is_inventing {
        page.paragraph(voice.say("invent-next", &[]));
    }
    page.lay_out(width)
}

fn lacking_text(lacking: &Lacking, voice: Voice<'_>) -> String {
    let of = |key: &str, parties: &[PartyId]| voice.say(key, &[("parties", &voice.parties(parties))]);
    let of_package = |key: &str, at: usize, parties: &[PartyId]| {
        let package = voice.table.narrative.packages.get(at).map(|named| quote(&typed(&named.id))).unwrap_or_default();
        voice.say(key, &[("package", &package), ("parties", &voice.parties(parties))])
    };
    match lacking {
        Lacking::People => voice.say("lacking-people", &[]),
        Lacking::Ambition => voice.say("lacking-ambition", &[]),
        Lacking::Interests(parties) => of("lacking-interests", parties),
        Lacking::NoDeal(parties) => of("lacking-no-deal", parties),
        Lacking::Ratification(parties) => of("lacking-ratification", parties),
        Lacking::Facts(facts) => {
            let names: Vec<String> = facts
                .iter()
                .filter_map(|at| voice.table.narrative.facts.get(*at))
                .map(|fact| typed(&fact.id))
                .collect();
            voice.say("lacking-facts", &[("facts", &voice.list(&names))])
        }
        Lacking::Packages(found) => {
            voice.say("lacking-packages", &[("found", &found.to_string()), ("wanted", &PACKAGES.to_string())])
        }
        Lacking::Agreement => voice.say("lacking-agreement", &[]),
        Lacking::Explanations(at, parties) => of_package("lacking-explanations", *at, parties),
        Lacking::Route(at, parties) => of_package("lacking-route", *at, parties),
    }
}
