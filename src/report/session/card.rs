//! The card behind a change: every package on the table before and after, and whom to ask again.

use super::super::page::{Column, Grid, Page};
use super::super::said;
use super::super::voice::Voice;
use super::super::{clean, typed};
use crate::analysis::{Kept, Live};
use crate::domain::{Rational, integer};
use crate::session::{Card, Changed, quote};

/// Adds the card of a change, if there is one.
pub(super) fn tell(page: &mut Page, voice: Voice<'_>, changed: &Changed) {
    let Some(card) = &changed.card else { return };
    page.heading(voice.say("card", &[]));
    tell_packages(page, voice, card);
    for live in &card.packages {
        live.crossed.iter().for_each(|crossed| page.item(crossing(voice, live, crossed)));
    }
    if let (Some(is_other), Some(package)) = (card.advises_another, changed.after.as_ref().and_then(|of| of.package())) {
        let choices = voice.assignments(package).join(" ");
        page.paragraph(match is_other {
            true => voice.say("card-advice-other", &[("choices", &choices)]),
            false => voice.say("card-advice-same", &[]),
        });
    }
    tell_questions(page, voice, changed, card);
}

fn tell_packages(page: &mut Page, voice: Voice<'_>, card: &Card) {
    let header = ["column-package", "column-before", "column-after"].map(|key| voice.say(key, &[]));
    let columns = vec![Column::Words; header.len()];
    let mut grid = Grid { header: header.to_vec(), columns, rows: Vec::new() };
    for live in &card.packages {
        let [before, after] = [0, 1].map(|at| standing(voice, live, at));
        grid.rows.push(vec![typed(&live.name), before, after]);
    }
    page.grid(grid);
    for live in &card.packages {
        let parties = said::refusing(voice, &live.package);
        if !parties.is_empty() {
            let arguments = [("package", &*typed(&live.name)), ("parties", &voice.parties(&parties))];
            page.item(voice.say("card-no", &arguments));
        }
    }
}

/// The smallest gain of a package and whether it could be agreed by the numbers; before at 0, after at 1.
fn standing(voice: Voice<'_>, live: &Live, at: usize) -> String {
    let key = if live.acceptable[at] { "card-acceptable" } else { "card-unacceptable" };
    let smallest = live.smallest[at].as_ref().map_or_else(|| "–".to_owned(), |gain| voice.signed(gain));
    voice.say(key, &[("smallest", &smallest)])
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

/// Adds whose no-deal must be asked again, and what was said before this and may be said otherwise now.
fn tell_questions(page: &mut Page, voice: Voice<'_>, changed: &Changed, card: &Card) {
    for party in &card.ask_again {
        let id = &voice.table.parties[*party].id;
        // The note of the change itself asks it already.
        if changed.deed.note == Some("ask-no-deal-again") && changed.deed.name == *id {
            continue;
        }
        let command = format!("no-deal {}", quote(&clean(id)));
        page.item(voice.say("card-ask-again", &[("party", &voice.party(*party)), ("command", &command)]));
    }
    for live in &card.packages {
        for reaction in &live.said_before {
            let command = said::react_command(voice, reaction, "STEP");
            let arguments = [
                ("package", &*typed(&live.name)),
                ("party", &voice.party(reaction.party)),
                ("said", &said::what_was_said(voice, reaction)),
                ("command", &command),
            ];
            page.item(voice.say("card-said-before", &arguments));
        }
    }
}
