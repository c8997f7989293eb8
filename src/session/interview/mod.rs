//! The interview: one question at a time, answers in the party's own words. What was asked and answered stands in the
//! table, so whoever stops anywhere goes on there, also after a new start.

mod answers;

use std::sync::atomic::AtomicBool;

use answers::take;

use super::command::InterviewArguments;
use super::lookup::Lookup;
use super::reacting::{Card, card_between};
use super::record::Desk;
use super::response::{Failure, Response};
use super::synonyms::in_place_of_answer;
use super::typed::Typed;
use super::{Outcome, Session, Waiting};
use crate::domain::{InterestId, PartyId};
use crate::practice::{Ask, BANK, BankQuestion, bank_question, next_question};
use crate::table_file::Document;

/// What an answer was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A position, in these words.
    Position(String),
    /// An interest that the table has already.
    Known(InterestId),
    /// A new interest.
    New(InterestId),
    /// Interests that the party says are its own.
    Confirmed(Vec<InterestId>),
    /// The party said otherwise than what was heard.
    Denied,
    /// What it has without an agreement, as it is typed.
    NoDeal(String),
    /// What it has without an agreement, in words that no worth can be read from.
    NoDealInWords,
    /// Someone at home who must say yes, by whatever rule.
    Body(String),
    /// An outside standard, by its short name.
    Criterion(String),
    /// Words that are kept.
    Words,
    /// Nothing: the question was passed over.
    Passed,
}

/// What comes now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterviewStep {
    /// A question; whether it is the first of this round.
    Ask(Ask, bool),
    /// The opening questions are done; there are more.
    Opened,
    /// Nothing: every question that fits was asked, or the one that was wanted.
    Done,
    /// The question stays open.
    Paused,
}

/// What the last answer became, and what comes now.
#[derive(Clone, Debug)]
pub struct Interviewed {
    /// The table as it is now.
    pub document: Document,
    /// Who is interviewed.
    pub party: PartyId,
    /// What the last answer was taken for.
    pub taken: Vec<Taken>,
    /// The answers that were taken back.
    pub undone: Vec<String>,
    /// What the answer makes of the packages on the table.
    pub card: Option<Card>,
    /// What comes now.
    pub step: InterviewStep,
}

/// An interview that waits for an answer.
#[derive(Clone, Debug)]
pub(super) struct Talk {
    party: String,
    /// Who speaks for the party, where that is said.
    by: Option<String>,
    /// Whether it goes on behind the opening questions.
    goes_on: bool,
    /// The one question that was wanted.
    only: Option<&'static BankQuestion>,
    /// What was asked; nothing between the opening questions and the rest.
    asked: Option<Ask>,
}

impl Talk {
    /// Whether a question is open, and not only the choice to go on.
    pub(super) fn is_asking(&self) -> bool {
        self.asked.is_some()
    }
}

/// What the last line did, to be told before the next question.
#[derive(Default)]
struct Told {
    taken: Vec<Taken>,
    undone: Vec<String>,
    card: Option<Card>,
    is_first: bool,
}

impl Session {
    /// Starts the interview of a party, or goes on where it was left.
    pub(super) fn interview(&mut self, arguments: &InterviewArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let party = Lookup { table: document.table(), typed: &typed }.party(&arguments.party)?;
        let word = arguments.question.as_deref();
        let is_more = word.is_some_and(is_more);
        let only = match word.filter(|_| !is_more) {
            Some(word) => {
                let unknown = || typed.unknown("question", word, BANK.iter().map(|question| question.id));
                Some(bank_question(word).ok_or_else(unknown)?)
            }
            None => None,
        };
        let talk = Talk {
            party: document.table().parties[party].id.clone(),
            by: arguments.speaker.clone(),
            goes_on: is_more || next_question(document.table(), party, false).is_none(),
            only,
            asked: None,
        };
        let told = Told { is_first: true, ..Told::default() };
        match only {
            Some(question) => self.put(talk, Ask { question, follow: None }, told),
            None => self.next_of(talk, told),
        }
    }

    /// Takes the answer to a question of an interview.
    pub(super) fn answer_interview(&mut self, talk: &Talk, line: &str, stop: &AtomicBool) -> Outcome {
        let word = in_place_of_answer(line);
        match word.as_str() {
            "stop" | "." | "pause" | "pauze" => return self.interviewed(talk, Told::default(), InterviewStep::Paused),
            "quit" | "exit" => return Ok(self.leave()),
            "undo" if !self.history.past.is_empty() => return self.take_back(talk, stop),
            _ => {}
        }
        let Some(ask) = talk.asked else {
            return self.next_of(Talk { goes_on: true, ..talk.clone() }, Told::default());
        };
        let document = self.table()?.clone();
        let typed = Typed::answer(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let party = desk.lookup().party(&talk.party)?;
        let (next, taken) = take(&desk, party, ask, talk.by.as_deref(), line.trim()).map_err(Failure::Line)?;
        // Answers are the party's own words.
        self.telling.by = talk.by.clone().or_else(|| Some(talk.party.clone()));
        let card = card_between(&document, &next, stop);
        self.replace(next, line)?;
        self.next_of(talk.clone(), Told { taken, card, ..Told::default() })
    }

    /// Takes the last change back and asks again.
    fn take_back(&mut self, talk: &Talk, stop: &AtomicBool) -> Outcome {
        let before = self.table()?.clone();
        let Response::Moved { lines: undone, .. } = self.undo()? else { return Ok(Response::Nothing) };
        let card = self.state.document.as_ref().and_then(|after| card_between(&before, after, stop));
        let told = Told { undone, card, ..Told::default() };
        match (talk.only, talk.asked) {
            (Some(question), _) => self.put(talk.clone(), Ask { question, follow: None }, told),
            _ => self.next_of(talk.clone(), told),
        }
    }

    fn next_of(&mut self, talk: Talk, told: Told) -> Outcome {
        let document = self.table()?;
        let table = document.table();
        // What was there when the interview was left may be gone by now.
        let Some(party) = table.party_named(&talk.party) else { return Ok(Response::Nothing) };
        let next = next_question(table, party, talk.goes_on || talk.only.is_some());
        match (next, talk.only) {
            (Some(ask), None) => self.put(talk, ask, told),
            (Some(ask), Some(only)) if ask.question == only => self.put(talk, ask, told),
            (None, None) if !talk.goes_on => {
                let opened = Talk { asked: None, ..talk };
                let outcome = self.interviewed(&opened, told, InterviewStep::Opened);
                self.waiting = Waiting::Interview(Box::new(opened));
                outcome
            }
            _ => self.interviewed(&talk, told, InterviewStep::Done),
        }
    }

    /// Asks a question and waits for its answer.
    fn put(&mut self, talk: Talk, ask: Ask, told: Told) -> Outcome {
        let step = InterviewStep::Ask(ask, told.is_first);
        let outcome = self.interviewed(&talk, told, step);
        self.waiting = Waiting::Interview(Box::new(Talk { asked: Some(ask), ..talk }));
        outcome
    }

    fn interviewed(&self, talk: &Talk, told: Told, step: InterviewStep) -> Outcome {
        let document = self.table()?.clone();
        let Some(party) = document.table().party_named(&talk.party) else { return Ok(Response::Nothing) };
        let Told { taken, undone, card, .. } = told;
        Ok(Response::Interviewed(Box::new(Interviewed { document, party, taken, undone, card, step })))
    }
}

/// The word that goes on behind the opening questions.
pub(super) fn is_more(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "more" | "meer" | "verder")
}
