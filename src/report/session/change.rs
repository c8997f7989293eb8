//! Changes: what was before, what is after, and what it means for the room there is.

use super::super::checks::question_text;
use super::super::listing::size_text;
use super::super::page::{Column, Page};
use super::super::phases::tell_left;
use super::super::voice::Voice;
use super::super::{Wordbook, answer, card, clean, typed};
use super::reacted;
use crate::domain::{Missing, Package, Rational, Table};
use crate::optimize::Objective;
use crate::session::{Card, Changed, Deed, Pulse, Tried, is_same};
use crate::table_file::{Document, Mention};
use crate::valuation::{Circumstances, assess};

/// How many mentions are listed.
const MOST_MENTIONS: usize = 12;

pub(super) fn changed_text(changed: &Changed, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: changed.document.table() };
    let mut page = Page::default();
    let pulse = pulse_text(changed.before.as_ref(), changed.after.as_ref(), voice);
    let told = [Some(deed_text(&changed.deed, words)), pulse].into_iter().flatten();
    page.paragraph(told.collect::<Vec<_>>().join(" · "));
    tell_pruned(&mut page, &changed.deed, words);
    if let Some(note) = changed.deed.note {
        page.paragraph(words.say(&format!("note-{note}"), &[("name", &clean(&changed.deed.name))]));
    }
    reacted::tell(&mut page, voice, changed);
    if let Some(card) = &changed.card {
        let asked = changed.deed.note.filter(|note| *note == "ask-no-deal-again").map(|_| &*changed.deed.name);
        card::tell(&mut page, voice, card, asked);
    }
    tell_left(&mut page, &changed.left, voice);
    if let Some(question) = &changed.question {
        page.paragraph(question_text(question, voice));
    }
    page.lay_out(width)
}

/// One line: what, before, after.
pub(super) fn deed_text(deed: &Deed, words: &Wordbook) -> String {
    let kind = words.say(&format!("kind-{}", deed.kind), &[]);
    let name = typed(&deed.name);
    let what = match deed.part {
        Some(part) => {
            let part = words.say(&format!("part-{part}"), &[]);
            words.say("deed-part", &[("name", &name), ("part", &part)])
        }
        None => words.say("deed-thing", &[("kind", &kind), ("name", &name)]),
    };
    let [before, after] = [&deed.before, &deed.after].map(|text| text.as_deref().map(clean));
    match (before, after) {
        (Some(before), Some(after)) if before == after => words.say("deed-same", &[("what", &what), ("after", &after)]),
        (Some(before), Some(after)) => {
            words.say("deed-changed", &[("what", &what), ("before", &before), ("after", &after)])
        }
        (None, Some(after)) => words.say("deed-new", &[("what", &what), ("after", &after)]),
        (Some(_), None) => words.say("deed-gone", &[("what", &what)]),
        (None, None) => words.say("deed-done", &[("what", &what)]),
    }
}

fn tell_pruned(page: &mut Page, deed: &Deed, words: &Wordbook) {
    for pruned in &deed.pruned {
        let path = clean(&pruned.path.join(" / "));
        page.item(words.say("pruned", &[("path", &path), ("text", &clean(&pruned.text))]));
    }
}

/// How the room there is has changed; `None` where nothing is known of it.
pub(super) fn pulse_text(before: Option<&Pulse>, after: Option<&Pulse>, voice: Voice<'_>) -> Option<String> {
    let points = |gain: &Rational| voice.signed(gain);
    Some(match (before, after?) {
        (_, Pulse::Unready(missing)) => {
            let first = missing.first().map(|missing| missing_text(missing, voice)).unwrap_or_default();
            voice.say("pulse-unready", &[("missing", &first), ("count", &(missing.len() - 1).to_string())])
        }
        (_, Pulse::Unknown) => voice.say("pulse-unknown", &[]),
        (Some(Pulse::Nothing), Pulse::Nothing) => voice.say("pulse-still-nothing", &[]),
        (_, Pulse::Nothing) => voice.say("pulse-nothing", &[]),
        (Some(Pulse::Room { smallest: before, package: old }), Pulse::Room { smallest, package }) => {
            let is_same = is_same(old, package);
            if before == smallest && is_same {
                return Some(voice.say("pulse-same", &[("gain", &points(smallest))]));
            }
            let key = if is_same { "pulse-moved" } else { "pulse-other" };
            voice.say(key, &[("before", &points(before)), ("after", &points(smallest))])
        }
        (_, Pulse::Room { smallest, .. }) => voice.say("pulse-room", &[("gain", &points(smallest))]),
    })
}

fn missing_text(missing: &Missing, voice: Voice<'_>) -> String {
    let table = voice.table;
    match missing {
        Missing::Parties => voice.say("missing-parties", &[]),
        Missing::Issues => voice.say("missing-issues", &[]),
        Missing::Weights(party) => voice.say("missing-weights", &[("name", &voice.party(*party))]),
        Missing::Options(issue) => voice.say("missing-options", &[("name", &clean(&table.issues[*issue].id))]),
        Missing::Today(issue) => voice.say("missing-today", &[("name", &clean(&table.issues[*issue].id))]),
        Missing::Recipients(issue) => voice.say("missing-recipients", &[("name", &clean(&table.issues[*issue].id))]),
    }
}

pub(super) fn moved_text(
    lines: &[String],
    back: bool,
    card: Option<&(Card, Document)>,
    words: &Wordbook,
    width: usize,
) -> String {
    let mut page = Page::default();
    let key = if back { "undone" } else { "redone" };
    for line in lines {
        page.paragraph(words.say(key, &[("line", &clean(line))]));
    }
    if let Some((card, document)) = card {
        card::tell(&mut page, Voice { words, table: document.table() }, card, None);
    }
    page.lay_out(width)
}

pub(super) fn confirm_text(what: &str, mentions: &[Mention], words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    let count: usize = mentions.iter().map(|mention| mention.count).sum();
    page.paragraph(words.say("confirm-removal", &[("name", &clean(what)), ("count", &count.to_string())]));
    for mention in mentions.iter().take(MOST_MENTIONS) {
        page.item(clean(&mention.path.join(" / ")));
    }
    if let Some(more) = mentions.len().checked_sub(MOST_MENTIONS).filter(|more| *more > 0) {
        page.item(words.say("and-more", &[("count", &more.to_string())]));
    }
    page.paragraph(words.say("confirm-yes", &[]));
    page.lay_out(width)
}

pub(super) fn loaded_text(table: &Table, name: &str, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    page.heading(format!("{}: {}", clean(name), voice.text(&table.title)));
    page.paragraph(size_text(voice));
    if table.narrative.fictional {
        page.paragraph(words.say("fictional", &[]));
    }
    page.paragraph(words.say("loaded-next", &[]));
    page.lay_out(width)
}

/// What a change would do: to the answers, and to each party.
pub(super) fn tried_text(tried: &Tried, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: tried.then.table() };
    let mut page = Page::default();
    page.heading(words.say("tried", &[("deed", &deed_text(&tried.changed.deed, words))]));
    if let Some(text) = pulse_text(tried.changed.before.as_ref(), tried.changed.after.as_ref(), voice) {
        page.paragraph(text);
    }
    for (objective, before, after) in &tried.answers {
        tell_answers(&mut page, tried, *objective, before.as_ref(), after.as_ref(), words);
    }
    page.paragraph(words.say("tried-keep", &[]));
    page.lay_out(width)
}

/// The answer before and after, with what each party gains in both.
fn tell_answers(
    page: &mut Page,
    tried: &Tried,
    objective: Objective,
    before: Option<&Package>,
    after: Option<&Package>,
    words: &Wordbook,
) {
    let voice = Voice { words, table: tried.then.table() };
    page.heading(words.say(if objective == Objective::Joint { "package-joint" } else { "package-fair" }, &[]));
    let (Some(now), Some(then)) = (tried.now.circumstances(), tried.then.circumstances()) else {
        page.paragraph(words.say("tried-unready", &[]));
        return;
    };
    let choices = |circumstances: &Circumstances<'_>, package: &Package| {
        let voice = Voice { words, table: circumstances.table.table() };
        voice.assignments(package).join(" · ")
    };
    match (before, after) {
        (None, None) => page.paragraph(words.say("tried-none", &[])),
        (Some(_), None) => page.paragraph(words.say("tried-gone", &[])),
        (Some(before), Some(after)) if choices(&now, before) == choices(&then, after) => {
            page.paragraph(words.say("tried-same-package", &[("choices", &choices(&then, after))]));
        }
        (Some(before), Some(after)) => {
            page.paragraph(words.say("tried-before", &[("choices", &choices(&now, before))]));
            page.paragraph(words.say("tried-after", &[("choices", &choices(&then, after))]));
        }
        (None, Some(after)) => page.paragraph(words.say("tried-after", &[("choices", &choices(&then, after))])),
    }
    let gains = |circumstances: &Circumstances<'_>, package: Option<&Package>, name: &str| {
        let party = circumstances.table.table().party_named(name)?;
        package.and_then(|package| assess(circumstances, package).parties[party].gain())
    };
    let mut grid = answer::numbers_grid(
        voice,
        &["column-party", "column-before", "column-after", "column-change"],
        &[Column::Words, Column::Number, Column::Number, Column::Number],
    );
    for party in voice.table.parties_by_name() {
        let name = &voice.table.parties[party].id;
        let (was, is) = (gains(&now, before, name), gains(&then, after, name));
        let shown = |gain: &Option<Rational>| gain.as_ref().map_or_else(|| "–".to_owned(), |gain| voice.signed(gain));
        let change = was.as_ref().zip(is.as_ref()).map(|(was, is)| is - was);
        grid.rows.push(vec![voice.party(party), shown(&was), shown(&is), shown(&change)]);
    }
    page.grid(grid);
}
