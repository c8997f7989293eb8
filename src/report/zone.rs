//! The zone of possible agreement in words: the headline first, then the counts.

use super::answer::{numbers_grid, proof, so_far, tell_banner};
use super::notes::{self, notes as all_notes};
use super::page::{Column, Page};
use super::voice::Voice;
use super::{Wordbook, bar, clean, conflict, refusal, said};
use crate::analysis::{Floor, Zone, ZoneCounts, percent};
use crate::domain::{Attendance, IssueId, PartyId, Rational, integer};
use crate::optimize::{Answer, Uncounted};
use crate::valuation::{Assessment, Circumstances, assess};

/// How long the bar of all packages is.
const LONGEST_BAR: usize = 20;

/// Tells the zone in words, in lines of at most `width` columns.
///
/// The last part is for the moderator only, and says so.
#[must_use]
pub fn zone_text(circumstances: &Circumstances<'_>, zone: &Zone, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, true);
    tell_room(&mut page, voice, circumstances, zone);
    if let Ok(Answer::Proven(found)) = &zone.best {
        page.paragraph(proof(voice, found));
    }
    if let Ok(counts) = &zone.counts {
        tell_counts(&mut page, voice, zone, counts);
    }
    notes::tell(&mut page, voice, &all_notes(circumstances));
    page.lay_out(width)
}

/// Adds the headline: how good it can get, how many packages work, and why if none does.
pub(super) fn tell_room(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, zone: &Zone) {
    page.heading(voice.say("zone", &[]));
    tell_best(page, voice, circumstances, zone);
    page.paragraph(match &zone.counts {
        Ok(counts) => share(voice, counts),
        Err(uncounted) => uncounted_text(voice, uncounted),
    });
    tell_parked(page, voice);
    tell_conflict(page, voice, circumstances, zone);
}

/// Adds how good it can get for whoever gains least.
fn tell_best(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, zone: &Zone) {
    match &zone.best {
        Ok(Answer::Infeasible(_)) => page.paragraph(voice.say("zone-none", &[])),
        Ok(Answer::Unknown) => page.paragraph(voice.say("zone-unknown", &[])),
        Err(refused) => {
            let (key, name, value) = refusal::message(voice, refused);
            page.paragraph(voice.say("zone-refused", &[("reason", &voice.say(key, &[(name, &value)]))]));
        }
        Ok(Answer::Proven(_) | Answer::BestFound(_)) => {}
    }
    let (Some(found), Some(gain)) = (zone.found(), zone.smallest_gain(circumstances)) else { return };
    tell_smallest(page, voice, &assess(circumstances, &found.package), &gain);
    page.paragraph(voice.say("zone-package", &[("choices", &voice.assignments(&found.package).join(" "))]));
    said::tell_no(page, voice, circumstances, &found.package);
    if let Ok(Answer::BestFound(best)) = &zone.best {
        page.paragraph(so_far(voice, best));
    }
}

/// Adds what whoever gains least comes to; who may stay out and is below no deal is told apart.
fn tell_smallest(page: &mut Page, voice: Voice<'_>, assessment: &Assessment, smallest: &Rational) {
    let zero = Rational::default();
    let gains = assessment.parties.iter_enumerated().filter_map(|(party, content)| Some((party, content.gain()?)));
    let is_needed = |party: PartyId| voice.table.parties[party].attendance == Attendance::Needed;
    let (needed, others): (Vec<_>, Vec<_>) = gains.partition(|(party, _)| is_needed(*party));
    let below: Vec<String> = others
        .iter()
        .filter(|(_, gain)| *gain < zero)
        .map(|(party, gain)| voice.say("party-gain", &[("party", &voice.party(*party)), ("gain", &voice.signed(gain))]))
        .collect();
    let least = needed.into_iter().map(|(_, gain)| gain).min();
    match least.filter(|_| !below.is_empty()) {
        Some(least) => {
            let key = if least > zero { "zone-best-needed" } else { "zone-best-needed-just" };
            let arguments = [("gain", &*voice.signed(&least)), ("outside", &voice.list(&below))];
            page.paragraph(voice.say(key, &arguments));
        }
        None => {
            let key = if *smallest > zero { "zone-best" } else { "zone-best-just" };
            page.paragraph(voice.say(key, &[("gain", &voice.signed(smallest))]));
        }
    }
}

/// Adds why nothing is acceptable, where nothing is.
fn tell_conflict(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, zone: &Zone) {
    if let Ok(Answer::Infeasible(found)) = &zone.best {
        page.heading(voice.say("zone-why-none", &[]));
        conflict::tell(page, voice, circumstances, &[], found);
    }
}

fn share(voice: Voice<'_>, counts: &ZoneCounts) -> String {
    let is_tiny = counts.acceptable > 0 && counts.share() < integer(1) / integer(20);
    let (all, count) = (voice.count(counts.packages), voice.count(counts.acceptable));
    if is_tiny {
        return voice.say("zone-share-tiny", &[("count", &count), ("all", &all)]);
    }
    voice.say("zone-share", &[("share", &in_percent(voice, &counts.share())), ("count", &count), ("all", &all)])
}

fn uncounted_text(voice: Voice<'_>, uncounted: &Uncounted) -> String {
    match uncounted {
        Uncounted::TooMany(packages) => voice.say("zone-too-many", &[("packages", &voice.packages(Some(packages)))]),
        Uncounted::Endless => voice.say("zone-endless", &[]),
        Uncounted::Stopped => voice.say("zone-stopped", &[]),
    }
}

fn tell_parked(page: &mut Page, voice: Voice<'_>) {
    let parked = voice.table.issues.iter_enumerated().filter(|(_, issue)| issue.parked);
    let parked: Vec<String> = parked.map(|(issue, _): (IssueId, _)| voice.issue(issue)).collect();
    if !parked.is_empty() {
        page.paragraph(voice.say("zone-parked", &[("issues", &voice.list(&parked))]));
    }
}

fn tell_counts(page: &mut Page, voice: Voice<'_>, zone: &Zone, counts: &ZoneCounts) {
    let all = [("zone-all", counts.packages), ("zone-within", counts.within_rules), ("zone-needed", counts.acceptable)];
    let all = all.map(|(key, count)| (voice.say(key, &[]), count));
    tell_rows(page, voice, "zone-counts", &all, counts.packages);
    let groups: Vec<(String, u64)> = counts.groups.iter().map(|(name, count)| (clean(name), *count)).collect();
    tell_rows(page, voice, "zone-groups", &groups, counts.packages);
    let name = |party| match zone.floors.iter().find(|(other, _)| *other == party) {
        Some((_, Floor::MayStayOut)) => voice.say("zone-stays-out", &[("party", &voice.party(party))]),
        _ => voice.party(party),
    };
    let parties: Vec<(String, u64)> = counts.parties.iter().map(|(party, count)| (name(*party), *count)).collect();
    tell_rows(page, voice, "zone-parties", &parties, counts.packages);
    let without: Vec<(String, u64)> =
        counts.without.iter().map(|(party, count)| (voice.party(*party), *count)).collect();
    tell_rows(page, voice, "zone-without", &without, counts.packages);
    if let Some((parties, count)) = counts.blocks_most() {
        let count = voice.packages(Some(&count.into()));
        page.paragraph(voice.say("zone-blocks", &[("parties", &voice.parties(&parties)), ("count", &count)]));
    }
}

/// Adds counts under a heading, each with its part of all packages as a number and a bar; nothing if there are none.
fn tell_rows(page: &mut Page, voice: Voice<'_>, heading: &str, rows: &[(String, u64)], all: u64) {
    if rows.is_empty() {
        return;
    }
    page.heading(voice.say(heading, &[]));
    let mut grid = numbers_grid(voice, &[], &[Column::Words, Column::Number, Column::Number, Column::Bar]);
    for (name, count) in rows {
        let share = percent(*count, all);
        let bar = bar(&share, &integer(100), LONGEST_BAR, voice.words.strokes);
        grid.rows.push(vec![name.clone(), voice.count(*count), in_percent(voice, &share), bar]);
    }
    page.grid(grid);
}

fn in_percent(voice: Voice<'_>, share: &Rational) -> String {
    format!("{}%", voice.words.number(share, 1))
}
