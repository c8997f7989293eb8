//! Weights by swings, in words: what could get how much better, and what the answers mean for the issues.

use num_traits::Zero as _;

use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{Wordbook, card, clean, typed};
use crate::domain::{InterestId, Rational, integer};
use crate::session::{Mirror, SwingStep, Swung};

/// Tells what came of the last answer, and asks the next question.
#[must_use]
pub fn swung_text(swung: &Swung, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: swung.document.table() };
    let party = typed(&voice.table.parties[swung.party].id);
    let mut page = Page::default();
    match &swung.step {
        SwingStep::Order(swings) => {
            page.line(voice.say("swing-order-ask", &[("party", &voice.full_name(swung.party))]));
            let heads = ["", "column-interest", "swing-worst", "swing-best"];
            let head = heads.map(|key| if key.is_empty() { String::new() } else { voice.say(key, &[]) });
            let columns = vec![Column::Whole, Column::Words, Column::Number, Column::Number];
            let mut grid = Grid { header: head.to_vec(), columns, rows: Vec::new() };
            for swing in swings {
                let content = &voice.table.interests[swing.interest];
                let ends = [&swing.worst, &swing.best].map(|end| voice.signed(end));
                grid.rows.push([vec![typed(&content.id), voice.text(&content.text)], ends.to_vec()].concat());
            }
            page.grid(grid);
            let able: Vec<String> = swings
                .iter()
                .filter(|swing| !swing.range().is_zero())
                .map(|swing| typed(&voice.table.interests[swing.interest].id))
                .collect();
            page.paragraph(voice.say("swing-order-like", &[("known", &able.join(" > "))]));
        }
        SwingStep::Sizes(order) => {
            let first = order.first().map(|rank| names(rank, voice)).unwrap_or_default();
            let others = order.iter().skip(1).map(|rank| names(rank, voice)).collect::<Vec<_>>().join(", ");
            let key = if others.is_empty() { "swing-sizes-one" } else { "swing-sizes-ask" };
            page.line(voice.say(key, &[("first", &first), ("others", &others)]));
        }
        SwingStep::Mirror(mirror) => {
            if let Some(card) = &swung.card {
                card::tell(&mut page, voice, card, None);
                page.gap();
            }
            tell_mirror(&mut page, mirror, &party, voice);
        }
        SwingStep::Recognised(true) => page.line(voice.say("swing-confirmed", &[("party", &party)])),
        SwingStep::Recognised(false) => page.line(voice.say("swing-denied", &[("party", &party)])),
        SwingStep::Left => page.line(voice.say("swing-left", &[("party", &party)])),
    }
    page.lay_out(width)
}

fn names(rank: &[InterestId], voice: Voice<'_>) -> String {
    rank.iter().map(|id| typed(&voice.table.interests[*id].id)).collect::<Vec<_>>().join(" = ")
}

fn tell_mirror(page: &mut Page, mirror: &Mirror, party: &str, voice: Voice<'_>) {
    page.paragraph(voice.say("swing-weights", &[("party", party), ("weights", &clean(&mirror.weights))]));
    if !mirror.untouched.is_empty() {
        let all: Vec<String> = mirror.untouched.iter().map(|id| typed(&voice.table.interests[*id].id)).collect();
        page.paragraph(voice.say("swing-untouched", &[("interests", &voice.list(&all))]));
    }
    let shares = mirror.shares.iter().filter(|(_, share)| !share.is_zero());
    let told: Vec<String> = shares
        .map(|(issue, share)| format!("{} {}", clean(&voice.table.issues[*issue].id), voice.words.number(share, 0)))
        .collect();
    if !told.is_empty() {
        page.paragraph(voice.say("swing-implied", &[("shares", &told.join(" · "))]));
    }
    page.line(match mirror.shares.as_slice() {
        [(first, large), (second, small), ..] if !small.is_zero() => {
            let [first, second] = [first, second].map(|issue| clean(&voice.table.issues[*issue].id));
            let times = times(large, small);
            let key = if times == integer(1) { "swing-mirror-equal" } else { "swing-mirror" };
            let times = voice.words.number(&times, u32::from(!times.is_integer()));
            voice.say(key, &[("first", &first), ("second", &second), ("times", &times)])
        }
        _ => voice.say("swing-mirror-plain", &[]),
    });
}

/// How many times as large, to the nearest half.
fn times(large: &Rational, small: &Rational) -> Rational {
    (large / small * integer(2)).round() / integer(2)
}
