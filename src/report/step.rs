//! The single change that helps most, and those behind it.

use num_traits::Signed as _;

use super::answer::tell_banner;
use super::notes::{self, notes as all_notes};
use super::package::{Violation, headline, retype, violations};
use super::page::Page;
use super::trying::{Change, tell_start};
use super::voice::Voice;
use super::{Given, Wordbook, said, worlds};
use crate::analysis::{Help, Step, Steps};
use crate::domain::PartyId;

/// Tells which single change helps a package on, in lines of at most `width` columns.
#[must_use]
pub fn step_text(given: Given<'_>, steps: &Steps, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, given.circumstances.world, given.floors);
    page.heading(headline(voice, given.package));
    tell_start(&mut page, voice, given);
    page.heading(voice.say("step", &[]));
    match &steps.best {
        Some(step) => tell_best(&mut page, voice, given, step),
        None => {
            page.paragraph(match steps.looked_at {
                Some(count) => voice.say("step-none", &[("count", &count.to_string())]),
                None => voice.say("step-none-of-amounts", &[]),
            });
            tell_further(&mut page, voice, given);
        }
    }
    if !steps.is_settled {
        page.paragraph(voice.say("step-cut-short", &[]));
    }
    if !steps.next.is_empty() {
        page.heading(voice.say("steps-next", &[]));
        for step in &steps.next {
            page.item(next(voice, given, step));
            said::spoken_no(voice, given.circumstances, &step.package).into_iter().for_each(|no| page.detail(no));
        }
    }
    let shown = steps.best.as_ref().map_or(given.package, |step| &step.package);
    worlds::tell_if_conditional(&mut page, voice, given.circumstances, shown, width);
    notes::tell(&mut page, voice, &all_notes(given.circumstances));
    page.lay_out(width)
}

/// Adds where to look on, if there are several issues to change at once.
fn tell_further(page: &mut Page, voice: Voice<'_>, given: Given<'_>) {
    let issues = given.circumstances.table.table().issues.iter();
    if issues.filter(|issue| !issue.parked && issue.options().len() != 1).count() > 1 {
        page.paragraph(voice.words.attribute("step-none", "hint", &[]).unwrap_or_default());
    }
}

fn tell_best(page: &mut Page, voice: Voice<'_>, given: Given<'_>, step: &Step) {
    let change = Change::new(given.circumstances, given.package, &step.package);
    let told = change.issue(voice, step.issue);
    let (repaired, left) = (repaired(given, &change), violations(&change.stands, given.floors));
    let key = match (step.help, repaired.is_empty(), left.is_empty()) {
        (Help::AllGain, true, _) => "step-all-gain",
        (Help::AllGain, false, true) => "step-all-gain-repairs",
        (Help::AllGain, false, false) => "step-all-gain-repairs-part",
        (Help::Repairs, _, true) => "step-repairs",
        (Help::Repairs, _, false) => "step-repairs-part",
        (Help::LiftsSmallest, ..) => "step-lifts",
        (Help::AddsUp, ..) => "step-adds-up",
    };
    let mut told = voice.say(key, &[("change", &told), ("repaired", &in_words(voice, &repaired))]);
    if let Some(payers) = losers(voice, step, &change) {
        told = format!("{told} {}", voice.say("step-losers", &[("payers", &payers)]));
    }
    page.paragraph(told);
    change.tell_gains(page, voice);
    if !left.is_empty() {
        page.paragraph(voice.say("step-leaves", &[("left", &in_words(voice, &left))]));
    }
    said::tell_no(page, voice, given.circumstances, &step.package);
    worlds::tell_fails(page, voice, given.circumstances, &step.package);
    page.paragraph(retype(voice, given.file, given.circumstances.world, &step.package));
}

/// Who loses by a step after which all whose agreement is needed gain, and how much.
fn losers(voice: Voice<'_>, step: &Step, change: &Change<'_>) -> Option<String> {
    let loses = |party: PartyId| Some((party, change.moves(party)?)).filter(|(_, points)| points.is_negative());
    let losers = voice.table.parties.keys().filter(|_| step.help == Help::AllGain).filter_map(loses);
    let losers: Vec<String> = losers
        .map(|(party, points)| {
            voice.say("payer", &[("party", &voice.party(party)), ("points", &voice.points(&points.abs()))])
        })
        .collect();
    (!losers.is_empty()).then(|| voice.list(&losers))
}

/// What no longer stands in the way after a change.
fn repaired(given: Given<'_>, change: &Change<'_>) -> Vec<Violation> {
    let after = violations(&change.stands, given.floors);
    let mut before = violations(&change.stood, given.floors);
    before.retain(|violation| !after.contains(violation));
    before
}

/// What stands in the way, in a list.
pub(super) fn in_words(voice: Voice<'_>, violations: &[Violation]) -> String {
    let one = |violation: &Violation| match violation {
        Violation::Rule(rule) => voice.say("fault-rule", &[("rule", &voice.rule(*rule))]),
        Violation::NoDeal(party) => voice.say("fault-no-deal", &[("party", &voice.party(*party))]),
    };
    voice.list(&violations.iter().map(one).collect::<Vec<_>>())
}

fn next(voice: Voice<'_>, given: Given<'_>, step: &Step) -> String {
    let change = Change::new(given.circumstances, given.package, &step.package);
    let losers = losers(voice, step, &change);
    let key = match step.help {
        Help::Repairs => "step-next-repairs",
        Help::AllGain if losers.is_some() => "step-next-all-gain-losers",
        Help::AllGain => "step-next-all-gain",
        Help::LiftsSmallest | Help::AddsUp => "step-next",
    };
    let (told, payers) = (change.issue(voice, step.issue), losers.unwrap_or_default());
    voice.say(key, &[("change", &told), ("payers", &payers), ("parties", &change.in_short(voice))])
}
