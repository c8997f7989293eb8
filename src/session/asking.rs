//! Asking before it is too late, and taking the answers: demands typed as interests, removals, leaving without saving.

use std::sync::atomic::AtomicBool;

use super::command::{Command, InterestArguments, RemoveArguments};
use super::interview::Talk;
use super::lookup::Lookup;
use super::record::{self, Desk};
use super::response::{Failure, Response};
use super::swing::Swing;
use super::synonyms::in_place_of_answer;
use super::typed::Typed;
use super::{Asked, Outcome, Session, StartQuestion, grammar, quote};
use crate::diagnostic::{Code, Problem};
use crate::practice::sounds_like_demand;

/// What the next line answers.
#[derive(Clone, Debug, Default)]
pub(super) enum Waiting {
    /// Nothing: it is a command.
    #[default]
    Command,
    /// A question of the quick start; whether it is the first of a new table.
    QuickStart {
        /// The table is still to be made.
        is_new: bool,
    },
    /// Whether what hangs on something may go along.
    Removal(RemoveArguments),
    /// What an interest that sounds like a demand is for.
    Demand(InterestArguments),
    /// A question of an interview.
    Interview(Box<Talk>),
    /// What a party would gain first.
    Swing(Box<Swing>),
    /// Whether to leave without saving.
    Leaving,
    /// That the screen is turned away.
    Turning,
}

impl Session {
    /// Leaves. Asks only where something would be lost and somebody is there to be asked: what is kept is never lost.
    pub(super) fn leave(&mut self) -> Response {
        let is_unsaved = self.is_attended && self.is_unsaved();
        let is_safe = self.state.document.as_ref().is_none_or(|document| self.keeper.is_safe(document.source()));
        if is_unsaved && !is_safe {
            self.waiting = Waiting::Leaving;
            return Response::Unsaved;
        }
        // How much was changed is nothing for a screen that others see.
        let is_told = is_unsaved && self.screen.is_none();
        Response::Left { kept: if is_told { self.changes_since_saved() } else { 0 } }
    }

    /// Takes the answer to what was asked.
    pub(super) fn answer(&mut self, waiting: &Waiting, line: &str, stop: &AtomicBool) -> Outcome {
        let word = in_place_of_answer(line);
        let is_yes = matches!(word.as_str(), "y" | "yes" | "j" | "ja");
        match waiting {
            Waiting::Command => Ok(Response::Nothing),
            Waiting::QuickStart { is_new } => self.answer_question(*is_new, line, stop),
            Waiting::Leaving => match word.as_str() {
                "quit" | "exit" | "q" | "stop" | "bye" => Ok(Response::Left { kept: 0 }),
                _ if is_yes => Ok(Response::Left { kept: 0 }),
                "" | "n" | "no" | "nee" => Ok(Response::Nothing),
                _ => self.turn(line, stop),
            },
            Waiting::Turning if matches!(word.as_str(), "quit" | "exit") => Ok(self.leave()),
            Waiting::Turning => Ok(self.turned()),
            Waiting::Removal(_) | Waiting::Demand(_) if matches!(word.as_str(), "quit" | "exit") => Ok(self.leave()),
            Waiting::Removal(arguments) if is_yes => {
                let sure = RemoveArguments { yes: true, ..arguments.clone() };
                let line =
                    format!("remove {} --yes", sure.words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" "));
                self.remove(&sure, &line, stop)
            }
            Waiting::Removal(_) => Ok(Response::Nothing),
            Waiting::Interview(talk) => self.answer_interview(talk, line, stop),
            Waiting::Swing(swing) => self.answer_swing(swing, line, stop),
            Waiting::Demand(arguments) => self.settle_demand(arguments, line, stop),
        }
    }

    /// Takes something away; first tells what hangs on it and would go along.
    pub(super) fn remove(&mut self, arguments: &RemoveArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        // What can't be taken away at all isn't asked about.
        if let Some(Err(problems)) = record::record(&desk, &Command::Remove(arguments.clone())) {
            return Err(Failure::Line(problems));
        }
        let mentions = record::hangs_on(&desk, &arguments.words);
        if !arguments.yes && !mentions.is_empty() {
            let what = arguments.words.join(" ");
            if !self.is_attended {
                let count = mentions.iter().map(|mention| mention.count).sum::<usize>().to_string();
                return Err(Problem::new(Code::NeedsYes).with("name", what).with("count", count).into());
            }
            self.waiting = Waiting::Removal(arguments.clone());
            return Ok(Response::Confirm { what, mentions });
        }
        self.record(&Command::Remove(arguments.clone()), line, stop)
    }

    /// Adds an interest; asks what it is for if it sounds like a demand.
    pub(super) fn interest(&mut self, arguments: &InterestArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let said = format!("{} {}", arguments.interest, grammar::joined(&arguments.text));
        let typed = Typed::new(line);
        let is_known = Lookup { table: document.table(), typed: &typed }.interest(&arguments.interest).is_ok();
        let sign = (!is_known).then(|| sounds_like_demand(&said, document.table())).flatten();
        // First everything else that may be wrong with it.
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        if let Some(Err(problems)) = record::record(&desk, &Command::Interest(arguments.clone())) {
            return Err(Failure::Line(problems));
        }
        match sign {
            Some(sign) if self.is_attended => {
                self.waiting = Waiting::Demand(arguments.clone());
                let question =
                    StartQuestion::WhatFor { party: arguments.party.clone(), demand: said.trim().to_owned(), sign };
                Ok(Response::Asked(Box::new(Asked { question, made: Vec::new(), known: None })))
            }
            _ => self.record_noting(
                &Command::Interest(arguments.clone()),
                sign.map(|_| "sounds-like-demand"),
                line,
                stop,
            ),
        }
    }

    fn record_noting(
        &mut self,
        command: &Command,
        note: Option<&'static str>,
        line: &str,
        stop: &AtomicBool,
    ) -> Outcome {
        match self.record(command, line, stop)? {
            Response::Changed(mut changed) => {
                changed.deed.note = note.or(changed.deed.note);
                Ok(Response::Changed(changed))
            }
            other => Ok(other),
        }
    }

    /// What a demand is for: that becomes the interest, the demand stays as a position.
    fn settle_demand(&mut self, arguments: &InterestArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let meant = line.trim();
        let party = quote(&arguments.party);
        if meant.is_empty() {
            let interest = quote(&arguments.interest);
            let typed = format!("interest {party} {interest} {}", grammar::joined(&arguments.text));
            return self.record(&Command::Interest(arguments.clone()), &typed, stop);
        }
        let demand =
            if arguments.text.is_empty() { arguments.interest.clone() } else { grammar::joined(&arguments.text) };
        let document = self.table()?.clone();
        let words = Typed::new(line);
        let desk = Desk { document: &document, typed: &words, is_frozen: document.table().frozen };
        let id = desk.lookup().party(&arguments.party)?;
        let id = &document.table().parties[id].id;
        let kept = desk.edit(&[record::set_position(id, &demand)]).map_err(Failure::Line)?;
        let desk = Desk { document: &kept, ..desk };
        let interest = InterestArguments { interest: meant.to_owned(), text: Vec::new(), ..arguments.clone() };
        let recorded = record::record(&desk, &Command::Interest(interest));
        let recorded = recorded.transpose().map_err(Failure::Line)?;
        let Some(mut recorded) = recorded else { return Ok(Response::Nothing) };
        recorded.deed.note = Some("demand-kept");
        self.changed(recorded, &format!("interest {party} {}", quote(meant)), stop)
    }
}
