//! The single change that helps most, and those behind it.

use super::answer::tell_banner;
use super::notes::{self, notes as all_notes};
use super::package::{Violation, headline, retype, violations};
use super::page::Page;
use super::trying::{Change, tell_start};
use super::voice::Voice;
use super::{Given, Wordbook, said, worlds};
use crate::analysis::{Help, Step, Steps};

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
            page.paragraph(voice.say("step-none", &[("count", &steps.looked_at.to_string())]));
            page.paragraph(words.attribute("step-none", "hint", &[]).unwrap_or_default());
        }
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

fn tell_best(page: &mut Page, voice: Voice<'_>, given: Given<'_>, step: &Step) {
    let change = Change::new(given.circumstances, given.package, &step.package);
    let told = change.issue(voice, step.issue);
    page.paragraph(match step.help {
        Help::Repairs => {
            voice.say("step-repairs", &[("change", &told), ("repaired", &repaired(voice, given, &change))])
        }
        Help::AllGain => voice.say("step-all-gain", &[("change", &told)]),
        Help::LiftsSmallest => voice.say("step-lifts", &[("change", &told)]),
        Help::AddsUp => voice.say("step-adds-up", &[("change", &told)]),
    });
    change.tell_gains(page, voice);
    let left = violations(&change.stands, given.floors);
    if !left.is_empty() {
        page.paragraph(voice.say("step-leaves", &[("left", &in_words(voice, &left))]));
    }
    said::tell_no(page, voice, given.circumstances, &step.package);
    page.paragraph(retype(voice, given.file, given.circumstances.world, &step.package));
}

/// What no longer stands in the way after a change.
fn repaired(voice: Voice<'_>, given: Given<'_>, change: &Change<'_>) -> String {
    let after = violations(&change.stands, given.floors);
    let before = violations(&change.stood, given.floors);
    in_words(voice, &before.into_iter().filter(|violation| !after.contains(violation)).collect::<Vec<_>>())
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
    let key = match step.help {
        Help::Repairs => "step-next-repairs",
        Help::AllGain => "step-next-all-gain",
        Help::LiftsSmallest | Help::AddsUp => "step-next",
    };
    voice.say(key, &[("change", &change.issue(voice, step.issue)), ("parties", &change.in_short(voice))])
}
