//! The quick start: its questions, and the first answer.

use super::super::page::Page;
use super::super::voice::Voice;
use super::super::{Wordbook, clean, package, trades, zone};
use super::change::deed_text;
use crate::practice::Sign;
use crate::session::{Asked, Begun, Guesses, StartQuestion};
use crate::valuation::assess;

/// Asks a question, after telling what the last answer did.
pub(super) fn question_text(asked: &Asked, words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    for deed in &asked.made {
        page.paragraph(deed_text(deed, words));
        if let Some(note) = deed.note {
            page.paragraph(words.say(&format!("note-{note}"), &[("name", &clean(&deed.name))]));
        }
    }
    let (question, example) = in_words(asked, words);
    page.line(question);
    if let Some(example) = example {
        page.paragraph(example);
    }
    page.lay_out(width)
}

fn in_words(asked: &Asked, words: &Wordbook) -> (String, Option<String>) {
    let known = asked.known.as_deref().map(clean);
    let with_known = |key: &str, otherwise: &str| match &known {
        Some(known) => words.attribute(key, "known", &[("known", known)]),
        None => words.attribute(key, otherwise, &[]),
    };
    match &asked.question {
        StartQuestion::Title => (words.say("ask-title", &[]), words.attribute("ask-title", "like", &[])),
        StartQuestion::Parties => (words.say("ask-parties", &[]), words.attribute("ask-parties", "like", &[])),
        StartQuestion::Interests { party } => {
            (words.say("ask-interests", &[("party", &clean(party))]), with_known("ask-interests", "like"))
        }
        StartQuestion::WhatFor { party, demand, sign } => {
            let sign = match sign {
                Sign::Number => "sign-number",
                Sign::Option => "sign-option",
                Sign::Word => "sign-word",
            };
            let arguments = [("party", &*clean(party)), ("demand", &*clean(demand)), ("sign", &*words.say(sign, &[]))];
            (words.say("ask-what-for", &arguments), words.attribute("ask-what-for", "like", &arguments))
        }
        StartQuestion::Issue { known: 0 } => (words.say("ask-issue", &[]), words.attribute("ask-issue", "like", &[])),
        StartQuestion::Issue { known } => (words.say("ask-next-issue", &[("count", &known.to_string())]), None),
        StartQuestion::Effects { issue, option, today } => {
            let arguments = [("issue", &*clean(issue)), ("option", &*clean(option)), ("today", &*clean(today))];
            (words.say("ask-effects", &arguments), with_known("ask-effects", "like"))
        }
        StartQuestion::NoDeal => (words.say("ask-no-deal", &[]), words.attribute("ask-no-deal", "like", &[])),
    }
}

/// The first answer: the zone, the first package, the first exchange, what is certain and what a guess.
pub(super) fn begun_text(begun: &Begun, words: &Wordbook, width: usize) -> String {
    let Some(circumstances) = begun.view.circumstances() else { return String::new() };
    let voice = Voice { words, table: begun.view.table() };
    let mut page = Page::default();
    page.heading(voice.text(&voice.table.title));
    zone::tell_room(&mut page, voice, &circumstances, &begun.zone);
    if let Some(called) = &begun.package {
        page.heading(words.say("package-fair", &[]));
        package::tell_choices(&mut page, voice, None, &circumstances, &called.package);
        package::tell_worth(&mut page, voice, &assess(&circumstances, &called.package));
    }
    trades::tell_trades(&mut page, voice, &begun.trades);
    tell_guesses(&mut page, &begun.guesses, voice);
    page.heading(words.say("begun-next", &[]));
    page.lay_out(width)
}

fn tell_guesses(page: &mut Page, guesses: &Guesses, voice: Voice<'_>) {
    page.heading(voice.say("certain", &[]));
    page.item(voice.say("certain-numbers", &[]));
    if let Some(steadiness) = &guesses.steadiness {
        let [draws, acceptable, best] =
            [steadiness.draws, steadiness.acceptable, steadiness.best].map(|count| count.to_string());
        page.item(voice.say("certain-acceptable", &[("count", &acceptable), ("draws", &draws)]));
        page.item(voice.say("certain-best", &[("count", &best), ("draws", &draws)]));
        let alike = |all: bool| -> Vec<String> {
            let wanted = steadiness.decisions.iter().filter(|(_, count)| (*count == steadiness.draws) == all);
            wanted.map(|(issue, _)| clean(&voice.table.issues[*issue].id)).collect()
        };
        for (key, issues) in [("certain-issues", alike(true)), ("guess-issues", alike(false))] {
            if !issues.is_empty() {
                page.item(voice.say(key, &[("issues", &voice.list(&issues))]));
            }
        }
    }
    page.heading(voice.say("guess", &[]));
    page.item(voice.say("guess-effects", &[("count", &guesses.effects.to_string())]));
    if !guesses.ranked.is_empty() {
        page.item(voice.say("guess-ranked", &[("parties", &voice.parties(&guesses.ranked))]));
    }
    if !guesses.today.is_empty() {
        page.item(voice.say("guess-today", &[("parties", &voice.parties(&guesses.today))]));
    }
}
