//! Trying: one change, answers before and after, nothing kept unless asked.

use std::sync::atomic::AtomicBool;

use super::record::{self, Desk, Recorded};
use super::response::{Changed, Failure, Response, Tried, View};
use super::typed::Typed;
use super::words::quote;
use super::{Outcome, Session, pulse};
use crate::analysis::package_of;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Package, Table, WorldId};
use crate::optimize::{Objective, Question, solve};
use crate::valuation::Circumstances;

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
        let answers = [Objective::Joint, Objective::Fair]
            .map(|objective| (objective, best(document.table(), objective, stop), best(then.table(), objective, stop)));
        self.trial = Some((then.clone(), inner));
        let view = |document: &crate::table_file::Document| View {
            document: document.clone(),
            world: WorldId::BASE,
            file: None,
            floors: true,
        };
        let changed = Changed {
            deed,
            before: pulse(document.table(), stop),
            after: pulse(then.table(), stop),
            document: then.clone(),
        };
        let (now, then) = (view(&document), view(&then));
        Ok(Response::Tried(Box::new(Tried { changed, now, then, answers: answers.to_vec() })))
    }

    /// Makes the change that was tried last.
    pub(super) fn keep(&mut self, stop: &AtomicBool) -> Outcome {
        let Some(trial) = self.trial.take() else { return Err(Problem::new(Code::NothingToKeep).into()) };
        // Made anew, so that on a table that isn't frozen an option counts like any other.
        let outcome = self.turn(&trial.1, stop);
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

fn best(table: &Table, objective: Objective, stop: &AtomicBool) -> Option<Package> {
    let circumstances = Circumstances::new(table.ready().ok()?, WorldId::BASE);
    let answer = solve(&circumstances, &Question::new(objective), stop).ok()?;
    package_of(&answer).cloned()
}
