//! What is better than a package for some and worse for nobody.

use super::answer::{proof, so_far, tell_banner};
use super::notes::{self, notes as all_notes};
use super::package::{headline, retype, violations};
use super::page::Page;
use super::step::in_words;
use super::trying::{Change, tell_start};
use super::voice::Voice;
use super::{Given, Wordbook, conflict, said, worlds};
use crate::analysis::{Improvement, package_of};
use crate::domain::Package;
use crate::optimize::{Answer, Objective};
use crate::valuation::assess;

/// Tells what is better than a package for some and worse for nobody, in lines of at most `width` columns.
#[must_use]
pub fn improve_text(given: Given<'_>, improvement: &Improvement, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, given.circumstances.world, given.floors);
    if improvement.question.ratifiable {
        page.paragraph(voice.say("only-ratifiable", &[]));
    }
    page.heading(headline(voice, given.package));
    tell_start(&mut page, voice, given);
    match &improvement.best {
        Answer::Proven(found) if improvement.is_efficient => {
            page.heading(voice.say("improve-efficient", &[]));
            if violations(&assess(given.circumstances, given.package), given.floors).is_empty() {
                page.paragraph(voice.say("improve-efficient-meaning", &[]));
            } else {
                page.paragraph(voice.say("improve-efficient-unacceptable", &[]));
                page.paragraph(voice.say("next-repair", &[]));
            }
            page.paragraph(proof(voice, found));
        }
        Answer::Proven(found) => tell_better(&mut page, voice, given, improvement, &found.package),
        Answer::BestFound(best) => tell_better(&mut page, voice, given, improvement, &best.found.package),
        Answer::Infeasible(found) => {
            page.heading(voice.say("improve-impossible", &[]));
            conflict::tell_kept(&mut page, voice, given.circumstances, &improvement.question.also, found);
        }
        Answer::Unknown => page.paragraph(voice.say("improve-unknown", &[])),
    }
    notes::tell(&mut page, voice, &all_notes(given.circumstances));
    page.lay_out(width)
}

fn tell_better(page: &mut Page, voice: Voice<'_>, given: Given<'_>, improvement: &Improvement, best: &Package) {
    let key = if improvement.question.objective == Objective::Joint { "improve-joint" } else { "improve-fair" };
    page.heading(voice.say(key, &[]));
    if let Some(count) = improvement.count {
        let written = voice.count(count);
        page.paragraph(voice.say("improve-count", &[("count", &count.to_string()), ("written", &written)]));
    }
    tell_change(page, voice, given, best);
    match &improvement.best {
        Answer::Proven(found) => page.paragraph(proof(voice, found)),
        Answer::BestFound(best) => page.paragraph(so_far(voice, best)),
        Answer::Infeasible(_) | Answer::Unknown => {}
    }
    match &improvement.fewest {
        Some(fewest) if Some(fewest) == package_of(&improvement.best) => {
            page.paragraph(voice.say("improve-fewest-same", &[]));
        }
        Some(fewest) => {
            page.heading(voice.say("improve-fewest", &[]));
            tell_change(page, voice, given, fewest);
        }
        None => {}
    }
}

fn tell_change(page: &mut Page, voice: Voice<'_>, given: Given<'_>, after: &Package) {
    let change = Change::new(given.circumstances, given.package, after);
    change.tell_issues(page, voice);
    change.tell_gains(page, voice);
    let left = violations(&change.stands, given.floors);
    if !left.is_empty() {
        page.paragraph(voice.say("step-leaves", &[("left", &in_words(voice, &left))]));
    }
    said::tell_no(page, voice, given.circumstances, after);
    worlds::tell_short(page, voice, given.circumstances, after);
    worlds::tell_fails(page, voice, given.circumstances, after);
    page.paragraph(retype(voice, given.file, given.circumstances.world, after));
}
