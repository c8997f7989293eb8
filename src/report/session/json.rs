//! What a session says as JSON, one line per response, the same in every language.

use serde::Serialize;

use super::super::json::{CardJson, ReactedJson, card, left_json, line, reacted};
use super::super::{
    Checked, bank_json, check_explained_json, check_json, disclosed_json, facts_json, ideas_json, interview_json,
    phase_json, reactions_json, scenarios_json, screen_json, sheet_json, show_json, swung_json,
};
use super::cut_short::{more, with_more};
use super::kept::{SaidJson, said_json};
use super::settings_words;
use super::view::view_json;
use crate::domain::{Language, nearest_f64};
use crate::session::{Begun, Changed, Deed, Pulse, Response, Settings, StartQuestion};

#[derive(Serialize)]
struct DeedJson<'a> {
    kind: &'static str,
    name: &'a str,
    part: Option<&'static str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
    removed: Vec<&'a str>,
}

#[derive(Serialize)]
struct ChangedJson<'a> {
    changed: DeedJson<'a>,
    /// Whether the table is as it would be, and nothing was changed.
    tried: bool,
    /// The best reachable smallest gain; `null` if there is none or it takes long to know.
    smallest_gain: [Option<f64>; 2],
    /// What follows what a party said of a package.
    #[serde(skip_serializing_if = "Option::is_none")]
    reacted: Option<ReactedJson>,
    /// What the change makes of the packages on the table, for the moderator only; not there if there is nothing to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<CardJson>,
    /// What each phase lacked that was left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct SettingsJson {
    format: &'static str,
    lang: &'static str,
    names: &'static str,
    color: &'static str,
}

#[derive(Serialize)]
struct Lines<'a> {
    done: &'static str,
    lines: Vec<&'a str>,
}

#[derive(Serialize)]
struct MovedJson<'a> {
    done: &'static str,
    lines: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<CardJson>,
}

#[derive(Serialize)]
struct LogJson<'a> {
    done: &'static str,
    lines: Vec<&'a str>,
    entries: Vec<SaidJson<'a>>,
}

/// What a session says as one line of JSON; empty if there is nothing to say.
///
/// # Errors
/// Only if serialising fails, which no response makes it do.
pub fn response_json(response: &Response) -> Result<String, serde_json::Error> {
    match response {
        Response::CutShort(cut) => with_more(told(cut)?, &more(cut, true)),
        _ => with_more(told(response)?, &more(response, false)),
    }
}

fn told(response: &Response) -> Result<String, serde_json::Error> {
    match response {
        Response::Nothing | Response::Left { .. } => Ok(String::new()),
        Response::Changed(changed) => line(&changed_json(changed, false)),
        Response::Tried(tried) => line(&changed_json(&tried.changed, true)),
        Response::Reactions(document, of) => reactions_json(document.table(), *of),
        Response::Facts(document) => facts_json(document.table()),
        Response::Shown(document, subject) => show_json(document.table(), *subject),
        Response::Scenarios(tables) => scenarios_json(tables),
        Response::Checked { document, name, problems, lesson, checkup } => check_json(&[Checked {
            file: name,
            source: document.source(),
            table: Some(document.table()),
            problems,
            lesson: lesson.as_ref().and_then(|lesson| lesson.as_deref()),
            checkup: Some(checkup),
        }]),
        Response::CheckExplained { check, slots, .. } => check_explained_json(*check, slots.as_ref()),
        Response::Phase(document) => phase_json(document.table()),
        Response::Ideas { document, is_inventing, .. } => ideas_json(document.table(), *is_inventing),
        Response::Begun(begun) => begun_json(begun),
        Response::Interviewed(said) => interview_json(said),
        Response::Bank(questions) => bank_json(questions),
        Response::Swung(swung) => swung_json(swung),
        Response::Screen(document, screen) => screen_json(document.table(), screen),
        Response::Disclosed { document, party, .. } => disclosed_json(document.table(), *party),
        Response::Sheet { document, party, is_own } => sheet_json(document.table(), *party, *is_own),
        Response::Settings(settings) => line(&settings_json(*settings)),
        Response::Logged(changes, _) => line(&LogJson {
            done: "log",
            lines: changes.iter().map(|said| said.line.as_str()).collect(),
            entries: changes.iter().map(|said| said_json(None, said)).collect(),
        }),
        Response::Chronicle(entries) => line(&LogJson {
            done: "log",
            lines: entries.iter().map(|entry| entry.said.line.as_str()).collect(),
            entries: entries.iter().map(|entry| said_json(Some(&entry.what), &entry.said)).collect(),
        }),
        Response::Moved { lines, back, card: found } => line(&MovedJson {
            done: if *back { "undone" } else { "redone" },
            lines: lines.iter().map(String::as_str).collect(),
            card: found.as_deref().map(|(found, document)| card(document.table(), found)),
        }),
        other => view_json(other).unwrap_or_else(|| line(&lines(other))),
    }
}

fn deed(deed: &Deed) -> DeedJson<'_> {
    DeedJson {
        kind: deed.kind,
        name: &deed.name,
        part: deed.part,
        before: deed.before.as_deref(),
        after: deed.after.as_deref(),
        removed: deed.pruned.iter().map(|pruned| pruned.text.as_str()).collect(),
    }
}

fn changed_json(changed: &Changed, tried: bool) -> ChangedJson<'_> {
    let smallest = |pulse: &Option<Pulse>| match pulse {
        Some(Pulse::Room { smallest, .. }) => Some(nearest_f64(smallest)),
        _ => None,
    };
    let table = changed.document.table();
    ChangedJson {
        changed: deed(&changed.deed),
        tried,
        smallest_gain: [&changed.before, &changed.after].map(smallest),
        reacted: changed.reacted.as_ref().and_then(|of| reacted(table, of)),
        card: changed.card.as_ref().map(|of| card(table, of)),
        left: left_json(changed.document.table(), &changed.left),
    }
}

fn settings_json(settings: Settings) -> SettingsJson {
    let [format, lang, names, color] = settings_words(settings);
    SettingsJson { format, lang, names, color }
}

/// The first answer is that of `zopa`; the package is a `score` away.
fn begun_json(begun: &Begun) -> Result<String, serde_json::Error> {
    match begun.view.circumstances() {
        Some(circumstances) => super::super::zone_json(&circumstances, &begun.zone),
        None => Ok(String::new()),
    }
}

/// What was done with what, for everything that isn't looked up.
fn lines(response: &Response) -> Lines<'_> {
    let one = |done, line| Lines { done, lines: vec![line] };
    match response {
        Response::Loaded { name, .. } => one("loaded", name.as_str()),
        Response::Saved { path, .. } => one("saved", path.as_str()),
        Response::Drafts(drafts) => {
            Lines { done: "drafts", lines: drafts.iter().map(|draft| draft.title.get(Language::En)).collect() }
        }
        Response::Candidates(candidates) => {
            Lines { done: "candidates", lines: candidates.iter().map(|candidate| candidate.text.as_str()).collect() }
        }
        Response::DutchWords => {
            let words = crate::session::TASKS.iter().flat_map(|(_, all)| all.iter().copied());
            Lines { done: "help", lines: words.filter_map(crate::session::dutch_word).collect() }
        }
        Response::Help(usage) => one("help", usage.name.as_str()),
        Response::Confirm { what, .. } => one("confirm", what.as_str()),
        Response::Asked(asked) => one("asked", question(&asked.question)),
        Response::JudgingWaits => one("waits", "invent off"),
        Response::Unsaved => Lines { done: "unsaved", lines: Vec::new() },
        Response::Paused => Lines { done: "paused", lines: Vec::new() },
        Response::TurnAway => Lines { done: "turn_away", lines: Vec::new() },
        Response::Turned => Lines { done: "turned", lines: Vec::new() },
        Response::Tasks => Lines {
            done: "help",
            lines: crate::session::TASKS.iter().flat_map(|(_, all)| all.iter().copied()).collect(),
        },
        Response::Tour => Lines { done: "tour", lines: super::TOUR.iter().map(|(line, _)| *line).collect() },
        _ => Lines { done: "nothing", lines: Vec::new() },
    }
}

fn question(question: &StartQuestion) -> &'static str {
    match question {
        StartQuestion::Title => "title",
        StartQuestion::Parties => "parties",
        StartQuestion::Interests { .. } => "interests",
        StartQuestion::WhatFor { .. } => "what_for",
        StartQuestion::Issue { .. } => "issue",
        StartQuestion::Effects { .. } => "effects",
        StartQuestion::NoDeal => "no_deal",
    }
}
