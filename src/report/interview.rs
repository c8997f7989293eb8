//! The interview: what an answer was taken for, and the next question; and the question bank.

use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, card, clean, typed};
use crate::domain::{InterestId, Weights};
use crate::practice::{Ask, BankQuestion, Follow};
use crate::session::{InterviewStep, Interviewed, Taken};

/// Tells what the last answer became, and asks the next question.
#[must_use]
pub fn interview_text(said: &Interviewed, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: said.document.table() };
    let mut page = Page::default();
    for line in &said.undone {
        let key = if line.trim().is_empty() { "interview-undone" } else { "undone" };
        page.paragraph(voice.say(key, &[("line", &clean(line))]));
    }
    let told = said.taken.iter().map(|taken| taken_text(taken, said, voice));
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        page.paragraph(told.join(" "));
    }
    let new = said.taken.iter().any(|taken| matches!(taken, Taken::New(_)));
    if new && !matches!(voice.table.parties[said.party].weights, Weights::Ranking(_)) {
        page.paragraph(voice.say("taken-unweighed", &[("party", &typed(&voice.table.parties[said.party].id))]));
    }
    if let Some(card) = &said.card {
        card::tell(&mut page, voice, card, None);
    }
    let party = typed(&voice.table.parties[said.party].id);
    match said.step {
        InterviewStep::Ask(ask, is_first) => {
            if is_first {
                page.paragraph(voice.say("interview-why", &[("party", &voice.full_name(said.party))]));
            }
            page.line(question(ask, said, voice));
            if let Some(like) = words.attribute(&bank_key(ask), "like", &[]) {
                page.paragraph(like);
            }
        }
        InterviewStep::Opened => page.line(voice.say("interview-opened", &[("party", &party)])),
        InterviewStep::Done => page.line(voice.say("interview-done", &[("party", &party)])),
        InterviewStep::Paused => page.line(voice.say("interview-paused", &[("party", &party)])),
    }
    page.lay_out(width)
}

fn taken_text(taken: &Taken, said: &Interviewed, voice: Voice<'_>) -> String {
    let interest = |id: InterestId| {
        let content = &voice.table.interests[id];
        (typed(&content.id), voice.phrase(&content.text))
    };
    match taken {
        Taken::Position(text) => voice.say("taken-position", &[("text", &clean(text))]),
        Taken::Known(id) => {
            let (name, text) = interest(*id);
            voice.say("taken-known", &[("interest", &name), ("text", &text), ("party", &voice.party(said.party))])
        }
        Taken::New(id) => {
            let (name, text) = interest(*id);
            voice.say("taken-new", &[("interest", &name), ("text", &text)])
        }
        Taken::Confirmed(all) => {
            let names: Vec<String> = all.iter().map(|id| interest(*id).0).collect();
            voice.say("taken-confirmed", &[("interests", &voice.list(&names))])
        }
        Taken::NoDeal(worth) => voice.say("taken-no-deal", &[("worth", &clean(worth))]),
        Taken::NoDealInWords => {
            let party = &voice.table.parties[said.party];
            let key = if party.no_deal.is_some() { "taken-no-deal-stands" } else { "taken-no-deal-words" };
            voice.say(key, &[("party", &typed(&party.id))])
        }
        Taken::Body(body) => voice.say("taken-body", &[("body", &clean(body))]),
        Taken::Criterion(name) => voice.say("taken-criterion", &[("name", &clean(name))]),
        Taken::Denied => voice.say("taken-denied", &[("party", &typed(&voice.table.parties[said.party].id))]),
        Taken::Words => voice.say("taken-words", &[]),
        Taken::Passed => voice.say("taken-passed", &[]),
    }
}

fn bank_key(ask: Ask) -> String {
    match ask.follow {
        None => format!("bank-{}", ask.question.id),
        Some(Follow::Why) => "bank-follow-why".to_owned(),
        Some(Follow::Worth) => "bank-follow-worth".to_owned(),
    }
}

/// The question as it is asked, about what was said or heard.
fn question(ask: Ask, said: &Interviewed, voice: Voice<'_>) -> String {
    let party = &voice.table.parties[said.party];
    let own = party.interests();
    let name = |id: &InterestId| voice.phrase(&voice.table.interests[*id].text);
    let answer = party.interview.get(ask.question.id).map(|text| voice.text(text)).unwrap_or_default();
    let (key, about) = match (ask.follow, ask.question.id) {
        (Some(Follow::Why), _) => ("bank-follow-why", answer),
        (Some(Follow::Worth), _) => {
            let names: Vec<String> = own.iter().map(|id| typed(&voice.table.interests[*id].id)).collect();
            ("bank-follow-worth", names.join(", "))
        }
        (None, "why") => match party.interview.get("open").or(party.positions.last()) {
            Some(position) if !voice.text(position).is_empty() => ("bank-why-that", voice.phrase(position)),
            _ => ("bank-why", String::new()),
        },
        (None, "shared") => {
            let others = voice.table.interests_by_name().into_iter().filter(|id| !own.contains(id));
            ("bank-shared-which", others.map(|id| name(&id)).collect::<Vec<_>>().join("; "))
        }
        (None, "reflect") => return reflection(said, voice),
        _ => return voice.say(&bank_key(ask), &[]),
    };
    voice.say(key, &[("about", &about)])
}

/// What was heard, the heaviest first, given back to be confirmed.
fn reflection(said: &Interviewed, voice: Voice<'_>) -> String {
    let party = &voice.table.parties[said.party];
    let weights = party.weights.values();
    let mut heard: Vec<InterestId> = party.interests().into_iter().collect();
    heard.sort_by_key(|id| (std::cmp::Reverse(weights.get(id).cloned().unwrap_or_default()), id.to_owned()));
    let heard: Vec<String> = heard.iter().map(|id| voice.phrase(&voice.table.interests[*id].text)).collect();
    let Some((first, others)) = heard.split_first() else { return voice.say("bank-reflect", &[]) };
    let key = if others.is_empty() { "bank-reflect-one" } else { "bank-reflect-more" };
    voice.say(key, &[("first", first), ("others", &others.join("; "))])
}

/// Lists questions of the bank: when they are asked, and what an answer becomes.
#[must_use]
pub fn bank_text(questions: &[&BankQuestion], words: &Wordbook, width: usize) -> String {
    let mut page = Page::default();
    for opens in [true, false] {
        let some: Vec<_> = questions.iter().filter(|question| question.opens == opens).collect();
        if !some.is_empty() {
            page.heading(words.say(if opens { "bank-opening" } else { "bank-more" }, &[]));
        }
        for question in some {
            let asked = words.say(&format!("bank-{}", question.id), &[]);
            let becomes = words.say(&format!("becomes-{}", question.becomes.word()), &[]);
            page.item(format!("{}: {asked} ({becomes})", question.id));
        }
    }
    page.lay_out(width)
}
