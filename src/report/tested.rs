//! A package put to the test, in words.

use super::answer::tell_banner;
use super::notes::{self, notes as all_notes};
use super::package::{headline, is_known, verdict, violations};
use super::page::Page;
use super::voice::Voice;
use super::{Given, Wordbook, said, worlds};
use crate::analysis::PackageTest;
use crate::valuation::RatificationAssessment;

/// Tells how a package stands the test, in lines of at most `width` columns.
#[must_use]
pub fn test_text(given: Given<'_>, test: &PackageTest, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, given.circumstances.world, given.floors);
    page.heading(headline(voice, given.package));
    match verdict(voice, given.circumstances, (given.package, &test.assessment), given.floors) {
        Ok(_) if given.floors => {
            page.paragraph(voice.say("test-all-live", &[]));
            said::tell_no(&mut page, voice, given.circumstances, given.package);
        }
        Ok(sentence) => page.paragraph(sentence),
        Err(obstacles) => {
            page.paragraph(voice.say("not-acceptable", &[]));
            obstacles.into_iter().for_each(|obstacle| page.item(obstacle));
        }
    }
    tell_sums(&mut page, voice, test);
    if let Some(better) = test.better {
        let arguments = [("count", &*better.to_string()), ("written", &voice.count(better))];
        page.paragraph(voice.say("improve-count", &arguments));
    }
    tell_bodies(&mut page, voice, "test-refusing", &test.refusing);
    tell_bodies(&mut page, voice, "test-unknown", &test.unknown);
    for sentence in worlds::fails(voice, &test.fails) {
        page.paragraph(sentence);
    }
    worlds::tell_if_conditional(&mut page, voice, given.circumstances, given.package, width);
    if test.better.is_some_and(|better| better > 0) {
        page.paragraph(voice.say("test-next", &[]));
    } else if !violations(&test.assessment, given.floors).is_empty() {
        page.paragraph(voice.say("next-repair", &[]));
    }
    notes::tell(&mut page, voice, &all_notes(given.circumstances));
    page.lay_out(width)
}

fn tell_sums(page: &mut Page, voice: Voice<'_>, test: &PackageTest) {
    let Some((joint, smallest)) = test.assessment.joint_gain().zip(test.assessment.smallest_gain()) else { return };
    let least = voice.parties(&worlds::least(&test.assessment));
    let [joint, smallest] = [joint, smallest].map(|points| voice.signed(&points));
    let key = if is_known(&test.assessment) { "test-sums" } else { "test-sums-known" };
    page.paragraph(voice.say(key, &[("joint", &joint), ("smallest", &smallest), ("least", &least)]));
}

fn tell_bodies(page: &mut Page, voice: Voice<'_>, key: &str, bodies: &[RatificationAssessment]) {
    if !bodies.is_empty() {
        let names: Vec<String> = bodies.iter().map(|body| voice.body(body.party, body.body)).collect();
        page.paragraph(voice.say(key, &[("bodies", &voice.list(&names))]));
    }
}
