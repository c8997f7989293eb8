//! The card behind a change: every package on the table before and after, and whom to ask again.

use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{clean, said, typed};
use crate::analysis::{Kept, Live};
use crate::domain::{Content, Rational, integer};
use crate::session::{Card, quote};

/// Adds the card of a change. `asked` is who the change itself asks again whether its no-deal is still worth what it says.
pub(super) fn tell(page: &mut Page, voice: Voice<'_>, card: &Card, asked: Option<&str>) {
    page.heading(voice.say("card", &[]));
    tell_packages(page, voice, card);
    for live in &card.packages {
        live.crossed.iter().for_each(|crossed| page.item(crossing(voice, live, crossed)));
    }
    if let (Some(is_other), Some(package)) = (card.advises_another, &card.advice) {
        let choices = voice.assignments(package).join(" ");
        page.paragraph(match is_other {
            true => voice.say("card-advice-other", &[("choices", &choices)]),
            false => voice.say("card-advice-same", &[]),
        });
    }
    tell_questions(page, voice, card, asked);
}

fn tell_packages(page: &mut Page, voice: Voice<'_>, card: &Card) {
    if !card.packages.iter().any(Live::stands_otherwise) {
        let all: Vec<String> = card.packages.iter().map(|live| live_now(voice, live)).collect();
        return page.paragraph(voice.say("card-unmoved", &[("packages", &all.join("; "))]));
    }
    let header = ["column-package", "column-before", "column-after"].map(|key| voice.say(key, &[]));
    let columns = vec![Column::Words; header.len()];
    let mut grid = Grid { header: header.to_vec(), columns, rows: Vec::new() };
    for live in &card.packages {
        let [before, after] = [0, 1].map(|at| standing(voice, live, at));
        grid.rows.push(vec![typed(&live.name), before, after]);
    }
    page.grid(grid);
}

fn live_now(voice: Voice<'_>, live: &Live) -> String {
    voice.say("card-one", &[("package", &typed(&live.name)), ("standing", &standing(voice, live, 1))])
}

/// The smallest gain of a package, and whether it could be agreed: before at 0, after at 1. A spoken no counts above the
/// numbers.
fn standing(voice: Voice<'_>, live: &Live, at: usize) -> String {
    let smallest = live.smallest[at].as_ref().map_or_else(|| "–".to_owned(), |gain| voice.signed(gain));
    let refusing = said::refusing(voice, &live.package);
    let key = match (live.acceptable[at], refusing.is_empty()) {
        (true, true) if live.known[at] => "card-acceptable",
        (true, true) => "card-unknown",
        (true, false) => "card-refused",
        (false, _) => "card-unacceptable",
    };
    voice.say(key, &[("smallest", &smallest), ("parties", &voice.parties(&refusing))])
}

fn crossing(voice: Voice<'_>, live: &Live, crossed: &Kept) -> String {
    let [before, after] = &crossed.gains;
    let falls = *after < integer(0);
    let signed = |gain: &Rational| voice.signed(gain);
    let arguments = [
        ("package", &*typed(&live.name)),
        ("party", &voice.party(crossed.party)),
        ("before", &signed(before)),
        ("after", &signed(after)),
    ];
    voice.say(if falls { "card-falls" } else { "card-rises" }, &arguments)
}

/// Adds whose no-deal must be asked again, what was shown and no longer holds, and who said something of packages that are worth something else to it now.
fn tell_questions(page: &mut Page, voice: Voice<'_>, card: &Card, asked: Option<&str>) {
    let mut others = card.ask_again.clone();
    others.retain(|party| asked != Some(&*voice.table.parties[*party].id));
    if !others.is_empty() {
        page.item(voice.say("card-ask-again", &[("parties", &voice.parties(&others))]));
    }
    for shown in card.stale.iter().filter_map(|at| voice.table.narrative.disclosed.get(*at)) {
        let Content::Package(package) = &shown.content else { continue };
        let to = shown.to.map_or_else(|| voice.say("card-everybody", &[]), |party| voice.party(party));
        let key = if package.verdict == Some(true) { "card-stale-yes" } else { "card-stale-no" };
        page.item(voice.say(key, &[("package", &typed(&package.name)), ("to", &to)]));
    }
    for party in voice.table.parties_by_name() {
        let said = |live: &&Live| live.said_before.iter().any(|said| said.party == party);
        let packages: Vec<String> = card.packages.iter().filter(said).map(|live| typed(&live.name)).collect();
        if !packages.is_empty() {
            let command = format!("react {}", quote(&clean(&voice.table.parties[party].id)));
            let (party, packages) = (voice.party(party), voice.list(&packages));
            let arguments = [("party", &*party), ("packages", &packages), ("command", &command)];
            page.item(voice.say("card-said-before", &arguments));
        }
    }
}
