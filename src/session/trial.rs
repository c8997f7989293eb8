//! Trying: one change, answers before and after, nothing kept unless asked.

use std::sync::atomic::AtomicBool;

use super::record::{self, Desk, Recorded};
use super::response::{Changed, Failure, Response, Tried, View};
use super::typed::Typed;
use super::words::quote;
use super::{Outcome, Session, pulse};
use crate::analysis::package_of;
use crate::diagnostic::{Code, Problem};
use crate::domain::WorldId;
use crate::optimize::Objective;

impl Session {
    /// Tells what a change would do.
    pub(super) fn try_out(&mut self, words: &[String], line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let inner = inner_line(words);
        let request = match self.grammar.read(&inner) {
            Ok(Some(request)) => request,
            Ok(None) => return Ok(Response::Nothing),
            // Places in the inner line are found again in the outer one.
            Err(problem) => {
                let part = problem.place.clone().and_then(|place| inner.get(place)).unwrap_or_default().to_owned();
                return Err(Typed::new(line).at(problem, part.trim_matches('"')).into());
            }
        };
        if !request.command.changes_table() {
            let problem = Problem::new(Code::NotAChange).with("name", words.first().map_or("", String::as_str));
            return Err(Typed::new(line).at(problem, words.first().map_or("", String::as_str)).into());
        }
        let typed = Typed::new(line);
        // The scale stays where it is while something is only tried.
        let desk = Desk { document: &document, typed: &typed, is_frozen: true };
        let Some(recorded) = record::record(&desk, &request.command) else { return Ok(Response::Nothing) };
        let Recorded { document: then, deed } = recorded.map_err(Failure::Line)?;
        let deed = deed.without_own(document.table());
        // Where there is no answer there is no package, whatever the reason.
        let mut is_unfinished = false;
        let mut best = |document, objective| {
            let answer = self.answer_to(document, objective, WorldId::BASE, stop).ok()?;
            is_unfinished |= !answer.is_settled();
            package_of(&answer).cloned()
        };
        let answers = [Objective::Joint, Objective::Fair]
            .map(|objective| (objective, best(&document, objective), best(&then, objective)));
        self.trial = Some(inner);
        let (before, after) = (pulse(document.table(), stop), pulse(then.table(), stop));
        let (now, view) = (View::of(&document), View::of(&then));
        let changed = Changed {
            deed,
            document: then,
            before,
            after,
            card: None,
            reacted: None,
            left: Vec::new(),
            question: None,
        };
        Ok(Response::Tried(Box::new(Tried { changed, now, then: view, answers: answers.to_vec(), is_unfinished })))
    }

    /// Makes the change that was tried last.
    pub(super) fn keep(&mut self, stop: &AtomicBool) -> Outcome {
        let Some(trial) = self.trial.take() else { return Err(Problem::new(Code::NothingToKeep).into()) };
        // Made anew, so that on a table that isn't frozen an option counts like any other.
        let outcome = self.turn(&trial, stop);
        if outcome.is_err() {
            self.trial = Some(trial);
        }
        outcome
    }
}

/// The line that is tried.
pub(super) fn inner_line(words: &[String]) -> String {
    words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ")
}
