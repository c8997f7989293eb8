//! What there is to say besides of an answer that a search was cut short for, and of packages that were searched for.

use serde::Serialize;

use super::super::answer::{above, in_points};
use super::super::json::{bound, gap, how, status};
use super::super::page::Page;
use super::super::{Wordbook, clean};
use crate::optimize::{Answer, BestFound};
use crate::session::{Called, GoesOn, Response};

/// What goes before the answer, unless the answer says it itself.
pub(super) fn cut_short_text(response: &Response, words: &Wordbook, width: usize) -> String {
    let sentences = sentences(response, words);
    if sentences.is_empty() {
        return String::new();
    }
    let mut page = Page::default();
    page.heading(words.say("sure", &[]));
    sentences.into_iter().for_each(|sentence| page.paragraph(sentence));
    page.lay_out(width) + "\n"
}

fn sentences(response: &Response, words: &Wordbook) -> Vec<String> {
    let called: Vec<String> = response.called().into_iter().filter_map(|called| of_called(called, words)).collect();
    if !called.is_empty() {
        return called;
    }
    let key = match response {
        Response::Solved { instead_of: Some(GoesOn::Firm), .. } => "cut-before-firm",
        Response::Solved { instead_of: Some(GoesOn::WhatMatters), .. } => "cut-before-matters",
        _ if says_so_itself(response) => return Vec::new(),
        _ => "cut-short",
    };
    vec![words.say(key, &[])]
}

fn of_called(called: &Called, words: &Wordbook) -> Option<String> {
    let Some(Answer::BestFound(BestFound { bound, gap, .. })) = called.search.as_deref() else { return None };
    let (bound, above) = (in_points(words, *bound), above(words, *gap));
    Some(words.say("cut-called", &[("name", &clean(&called.name)), ("bound", &bound), ("above", &above)]))
}

/// Whether the answer tells by itself that the search was cut short.
fn says_so_itself(response: &Response) -> bool {
    match response {
        Response::Solved { .. } | Response::Zone(..) => true,
        Response::Varied { answer, .. } => !answer.is_settled(),
        Response::Improved(_, _, improvement) => !improvement.best.is_settled(),
        _ => false,
    }
}

/// What is added to the JSON of every response.
#[derive(Serialize)]
pub(super) struct MoreJson {
    /// The searches for packages that were named by an objective.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    searches: Vec<SearchJson>,
    /// The command that the answer of `solve` takes the place of.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead_of: Option<&'static str>,
    /// Whether the person or the time limit stopped a search.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    cut_short: bool,
}

#[derive(Serialize)]
struct SearchJson {
    name: String,
    status: &'static str,
    how: Option<&'static str>,
    gap: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<f64>,
}

/// What is added to the JSON of `response`.
pub(super) fn more(response: &Response, cut_short: bool) -> MoreJson {
    let instead_of = match response {
        Response::Solved { instead_of: Some(GoesOn::Firm), .. } => Some("firm"),
        Response::Solved { instead_of: Some(GoesOn::WhatMatters), .. } => Some("what-matters"),
        _ => None,
    };
    MoreJson { searches: response.called().into_iter().filter_map(search).collect(), instead_of, cut_short }
}

fn search(called: &Called) -> Option<SearchJson> {
    let answer = called.search.as_deref()?;
    let how = answer.found().map(|found| how(found.how));
    let (gap, bound) = (gap(answer), bound(answer));
    Some(SearchJson { name: called.name.clone(), status: status(answer), how, gap, bound })
}

/// Adds the keys of `more` to an object on one line.
pub(super) fn with_more(object: String, more: &MoreJson) -> Result<String, serde_json::Error> {
    let more = serde_json::to_string(more)?;
    let inner = more.strip_prefix('{').and_then(|more| more.strip_suffix('}')).filter(|inner| !inner.is_empty());
    Ok(match (object.strip_suffix("}\n"), inner) {
        (Some(start), Some(inner)) => format!("{start},{inner}}}\n"),
        _ => object,
    })
}
