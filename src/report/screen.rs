//! What is on a screen that isn't the moderator's, and what was shown to whom.
//!
//! Reads nothing of a table but what is public, what its parties opened, and what was released.

use std::collections::BTreeSet;

use num_traits::Signed as _;
use serde_json::{Value, json};

use super::json::line;
use super::page::Page;
use super::said::{self, step};
use super::sheet::{body_at_home, worth};
use super::show::readings_of;
use super::voice::Voice;
use super::{Wordbook, clean};
use crate::domain::{
    Content, Datum, Decision, Disclosure, IssueId, IssueKind, Part, PartyId, ShownPackage, Table, integer, nearest_f64,
};
use crate::session::{Screen, package_shown};

/// What is on a screen, in lines of at most `width` columns; nothing if it is dark.
#[must_use]
pub fn screen_text(table: &Table, screen: &Screen, words: &Wordbook, width: usize) -> String {
    if table.narrative.blank && *screen == Screen::Shared {
        return String::new();
    }
    let voice = Voice { words, table };
    let party = screen.party(table);
    let mut page = Page::default();
    page.heading(voice.text(&table.title));
    if table.narrative.fictional {
        page.paragraph(voice.say("fictional", &[]));
    }
    if let Some(ambition) = &table.narrative.ambition {
        page.paragraph(voice.text(ambition));
    }
    if let Some(party) = party {
        page.line(voice.say("screen-of", &[("party", &voice.full_name(party))]));
    }
    let seen: Vec<&Disclosure> = seen_by(table, party).collect();
    if seen.is_empty() {
        page.paragraph(voice.say("screen-nothing", &[]));
    }
    // What came last is what is talked about now; a part that was shown again stands there once.
    let mut parts = BTreeSet::new();
    let is_new = |shown: &&Disclosure| match shown.content {
        Content::Part(part) => parts.insert(part),
        _ => true,
    };
    for (at, shown) in seen.into_iter().rev().filter(is_new).enumerate() {
        tell(&mut page, shown, at == 0, voice);
    }
    page.lay_out(width)
}

/// What a party saw: what was shown to everybody and to itself; of everybody if it is nobody's own.
fn seen_by(table: &Table, party: Option<PartyId>) -> impl Iterator<Item = &Disclosure> {
    table.narrative.disclosed.iter().filter(move |shown| shown.to.is_none() || shown.to == party)
}

fn tell(page: &mut Page, shown: &Disclosure, is_last: bool, voice: Voice<'_>) {
    match &shown.content {
        Content::Line(text) => page.paragraph(clean(text)),
        Content::Part(part) => tell_part(page, *part, voice),
        Content::Package(package) => {
            let name = clean(&package.name);
            page.line(voice.say("screen-package", &[("name", &name)]));
            let decided = if is_last { in_words(package, voice) } else { None };
            match decided {
                Some(lines) => lines.into_iter().for_each(|line| page.item(line)),
                None => page.item(clean(&package.choices)),
            }
            said_of(package, voice).into_iter().for_each(|sentence| page.paragraph(sentence));
        }
    }
}

/// A package issue by issue; `None` if the table has changed too much to know it.
fn in_words(package: &ShownPackage, voice: Voice<'_>) -> Option<Vec<String>> {
    let package = package_shown(voice.table, package)?;
    let told = |(issue, decision): (IssueId, &Decision)| {
        format!("{}: {}", voice.issue(issue), voice.decision(issue, decision))
    };
    Some(package.decisions.iter_enumerated().map(told).collect())
}

/// What was said of a package when it was shown.
fn said_of(package: &ShownPackage, voice: Voice<'_>) -> Vec<String> {
    let verdict = package.verdict.map(|verdict| if verdict { "screen-yes" } else { "screen-not-yet" });
    let verdict = verdict.map(|key| voice.say(key, &[]));
    let bands = package.bands.map(|counts| {
        let [ample, just, below] = counts.map(|count| count.to_string());
        voice.say("screen-bands", &[("ample", &ample), ("just", &just), ("below", &below)])
    });
    let score = package.score.as_ref().map(|score| voice.say("screen-score", &[("score", &voice.points(score))]));
    [verdict, bands, score].into_iter().flatten().collect()
}

fn tell_part(page: &mut Page, part: Part, voice: Voice<'_>) {
    let table = voice.table;
    page.line(voice.say(&format!("screen-{}", part.word()), &[]));
    match part {
        Part::Issues => {
            for (id, issue) in table.issues.iter_enumerated() {
                let options = match &issue.kind {
                    IssueKind::Choice(options) => options.iter().map(|option| voice.text(&option.text)).collect(),
                    IssueKind::Quantity(quantity) => {
                        vec![format!("{} – {}", voice.amount(&quantity.from), voice.amount(&quantity.to))]
                    }
                    IssueKind::Division(division) => {
                        division.recipients.iter().map(|recipient| clean(&recipient.id)).collect()
                    }
                };
                page.item(format!("{}: {}", voice.issue(id), options.join(" · ")));
            }
        }
        Part::Interests => tell_opened(page, Datum::Interests, interests, voice),
        Part::Positions => tell_opened(page, Datum::Positions, positions, voice),
        Part::NoDeals => tell_opened(page, Datum::NoDeal, no_deals, voice),
        Part::Readings => tell_opened(page, Datum::Readings, readings_of, voice),
        Part::Ratification => tell_opened(page, Datum::Ratification, ratification, voice),
        Part::Reactions => tell_opened(page, Datum::Reactions, reactions, voice),
        Part::Facts => {
            for fact in &table.narrative.facts {
                page.item(voice.text(&fact.text));
            }
        }
        Part::Criteria => table.narrative.criteria.iter().for_each(|criterion| page.item(voice.text(&criterion.text))),
        Part::Rules => {
            for rule in &table.rules {
                let owner = rule.owner.as_ref().map(|owner| format!("{}: ", voice.text(owner))).unwrap_or_default();
                let reason = rule.reason.as_ref().map_or_else(|| clean(&rule.id), |reason| voice.text(reason));
                page.item(owner + &reason);
            }
        }
        Part::Worlds => {
            let texts = table.worlds.iter().filter_map(|world| world.text.as_ref());
            texts.for_each(|text| page.item(voice.text(text)));
        }
    }
}

/// What a party needs; with how much of the whole each weighs, if it opened that as well.
fn interests(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    let content = &voice.table.parties[party];
    let (weights, total) = (content.weights.values(), content.weights.total());
    let shows_weights = content.openness.is_open(Datum::Weights) && total.is_positive();
    let told = weights.iter().map(|(interest, weight)| {
        let text = voice.text(&voice.table.interests[*interest].text);
        let share = || voice.words.number(&(weight / &total * integer(100)), 0);
        if shows_weights { format!("{text} {}%", share()) } else { text }
    });
    told.collect()
}

fn positions(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    voice.table.parties[party].positions.iter().map(|position| voice.text(position)).collect()
}

fn no_deals(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    voice.table.parties[party].no_deal.iter().map(|no_deal| worth(voice, no_deal)).collect()
}

fn ratification(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    voice.table.parties[party].ratification.iter().map(|body| body_at_home(voice, body)).collect()
}

/// What a party said last of packages that have a name.
fn reactions(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    let narrative = &voice.table.narrative;
    let said = narrative.last_words().into_iter().filter(|said| said.party == party);
    let of_named = said.filter(|said| narrative.name_of(&said.package).is_some());
    of_named.map(|said| format!("{} – {}", said::named(voice, &said.package), step(voice, said.support))).collect()
}

/// A datum of every party that opened it to everybody.
fn tell_opened(page: &mut Page, datum: Datum, of: fn(PartyId, Voice<'_>) -> Vec<String>, voice: Voice<'_>) {
    for party in voice.table.parties_by_name() {
        let told = of(party, voice);
        if voice.table.parties[party].openness.is_open(datum) && !told.is_empty() {
            page.item(format!("{}: {}", voice.party(party), told.join(" · ")));
        }
    }
}

/// Tells what was shown to a party, or to whom anything was shown; `now` holds what verdicts would be now.
#[must_use]
pub fn disclosed_text(
    table: &Table,
    party: Option<PartyId>,
    now: &[Option<bool>],
    words: &Wordbook,
    width: usize,
) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    let shown = table.narrative.disclosed.iter().enumerate();
    let wanted: Vec<_> =
        shown.filter(|(_, shown)| party.is_none() || shown.to.is_none() || shown.to == party).collect();
    if wanted.is_empty() {
        page.paragraph(voice.say("disclosed-nothing", &[]));
    }
    for (at, shown) in wanted {
        let to = shown.to.map_or_else(|| voice.say("disclosed-to-all", &[]), |party| voice.party(party));
        let what = match &shown.content {
            Content::Line(text) => clean(text),
            Content::Part(part) => voice.say(&format!("screen-{}", part.word()), &[]),
            Content::Package(package) => {
                let said = said_of(package, voice).join(" ");
                format!("{}: {} {said}", clean(&package.name), clean(&package.choices)).trim_end().to_owned()
            }
        };
        page.item(format!("{to}: {what}"));
        if let (Content::Package(package), Some(Some(verdict))) = (&shown.content, now.get(at))
            && package.verdict != Some(*verdict)
        {
            let key = if *verdict { "disclosed-now-yes" } else { "disclosed-now-not" };
            page.paragraph(voice.say(key, &[]));
        }
    }
    page.lay_out(width)
}

/// What is on a screen as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn screen_json(table: &Table, screen: &Screen) -> Result<String, serde_json::Error> {
    let is_dark = table.narrative.blank && *screen == Screen::Shared;
    let seen = seen_by(table, screen.party(table)).map(|shown| content(shown, table));
    let seen: Vec<Value> = if is_dark { Vec::new() } else { seen.collect() };
    line(&json!({"kind": "screen", "table": table.id, "dark": is_dark, "shown": seen}))
}

/// What was shown to whom as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn disclosed_json(table: &Table, party: Option<PartyId>) -> Result<String, serde_json::Error> {
    let wanted = table.narrative.disclosed.iter();
    let wanted = wanted.filter(|shown| party.is_none() || shown.to.is_none() || shown.to == party);
    line(&json!({"kind": "disclosed", "shown": wanted.map(|shown| content(shown, table)).collect::<Vec<_>>()}))
}

fn content(shown: &Disclosure, table: &Table) -> Value {
    let to = shown.to.map(|party| &table.parties[party].id);
    match &shown.content {
        Content::Line(text) => json!({"to": to, "line": text}),
        Content::Part(part) => json!({"to": to, "part": part.word()}),
        Content::Package(package) => json!({
            "to": to, "package": package.name, "choices": package.choices, "acceptable": package.verdict,
            "bands": package.bands, "score": package.score.as_ref().map(nearest_f64),
        }),
    }
}
