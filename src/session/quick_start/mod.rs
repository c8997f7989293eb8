//! The quick start: a handful of questions from nothing to a first answer.
//!
//! What comes next follows from the table, not from a script: whoever stops anywhere goes on with `new`.

mod answers;
mod questions;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use answers::take;
use questions::next;

use super::packages;
use super::record::{Deed, Desk, Recorded, short_name};
use super::response::{Called, Failure, Response, View};
use super::state::{Snapshot, State};
use super::synonyms::in_place_of_answer;
use super::typed::Typed;
use super::{Outcome, Session, Waiting};
use crate::analysis::{Steadiness, Trades, Zone, steadiness, trades, zone};
use crate::diagnostic::{Code, Problem};
use crate::domain::{NoDealValue, PartyId, Table, Weights, WorldId};
use crate::practice::Sign;
use crate::table_file::Document;
use crate::valuation::Circumstances;

/// How many characters of a title name the table.
const LONGEST_TABLE_NAME: usize = 32;

/// A question of the quick start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartQuestion {
    /// What it is about.
    Title,
    /// Who is here.
    Parties,
    /// What a party needs, the most important first.
    Interests {
        /// Which party.
        party: String,
    },
    /// What something is for that sounds like a demand.
    WhatFor {
        /// Whose.
        party: String,
        /// What sounds like one.
        demand: String,
        /// Why it sounds so.
        sign: Sign,
    },
    /// What could be decided.
    Issue {
        /// How many issues there are.
        known: usize,
    },
    /// What an option does, compared with today.
    Effects {
        /// The issue.
        issue: String,
        /// The option.
        option: String,
        /// What holds today.
        today: String,
    },
    /// Who has something else than today without a deal.
    NoDeal,
}

/// A question that is asked, and what the last answer did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: StartQuestion,
    /// What the answer before it recorded.
    pub made: Vec<Deed>,
    /// Interests of the table to choose from, as an example.
    pub known: Option<String>,
}

/// The first answer on a table that was just made.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The table.
    pub view: View,
    /// The room there is.
    pub zone: Box<Zone>,
    /// The first package: it lifts the smallest gain most.
    pub package: Option<Called>,
    /// The first exchange, starting from today.
    pub trades: Box<Trades>,
    /// What is certain and what is still a guess.
    pub guesses: Guesses,
}

/// What an answer rests on.
#[derive(Clone, Debug)]
pub struct Guesses {
    /// Parties whose weights are only a ranking.
    pub ranked: Vec<PartyId>,
    /// Parties whose no-deal is taken to be today.
    pub today: Vec<PartyId>,
    /// How many effects were put in.
    pub effects: usize,
    /// How much of the package stands whatever numbers fit the rankings.
    pub steadiness: Option<Steadiness>,
}

/// How far the questions have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QuickStart {
    /// Options that were asked about, as issue and option.
    asked: BTreeSet<(String, String)>,
    has_all_issues: bool,
    has_all_no_deals: bool,
    pending: Option<Pending>,
}

/// Interests of one party that are still looked at one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pending {
    party: String,
    /// What was typed, by rank.
    ranks: Vec<Vec<String>>,
    /// Which of them are settled.
    settled: BTreeSet<String>,
    /// Demands that became positions.
    positions: Vec<String>,
}

impl Session {
    /// Starts a new table, or goes on with one whose questions were left.
    pub(super) fn begin(&mut self, title: &[String], line: &str, stop: &AtomicBool) -> Outcome {
        let title = super::grammar::joined(title);
        if title.is_empty() && self.state.quick_start.is_some() && self.state.document.is_some() {
            return self.ask(Vec::new(), stop);
        }
        if title.is_empty() {
            self.waiting = Waiting::QuickStart { is_new: true };
            return Ok(asked(StartQuestion::Title, Vec::new(), None));
        }
        let document = self.empty_table(&title, line)?;
        self.start_afresh(document, line)?;
        self.ask(Vec::new(), stop)
    }

    /// Takes a new table in hand. What is kept has a history of its own; else the table before can be taken back to.
    fn start_afresh(&mut self, document: Document, line: &str) -> Result<(), Failure> {
        let was_kept = self.keeper.keeps();
        let before = self.state.snapshot();
        let book = self.keeper.begin_draft();
        let history = (was_kept || self.keeper.keeps()).then(|| std::mem::take(&mut self.history));
        let first = if history.is_some() { Snapshot::of_text("", None) } else { before.clone() };
        self.state = State { document: Some(document), origin: None, quick_start: Some(QuickStart::default()) };
        if let Err(failure) = self.commit(first, line) {
            self.keeper.hold(book);
            self.state = before.restore();
            self.history = history.unwrap_or_else(|| std::mem::take(&mut self.history));
            return Err(failure);
        }
        self.shown.packages.clear();
        Ok(())
    }

    fn empty_table(&self, title: &str, line: &str) -> Result<Document, Failure> {
        let id = table_name(title);
        let language = self.settings.language.unwrap_or_default();
        Document::empty(&id, title, language).map_err(|problem| Typed::new(line).at(problem, title).into())
    }

    /// Asks the next question; after the last one, gives the first answer.
    pub(super) fn ask(&mut self, made: Vec<Deed>, stop: &AtomicBool) -> Outcome {
        let (Some(document), Some(quick_start)) = (&self.state.document, &self.state.quick_start) else {
            return Ok(Response::Nothing);
        };
        let table = document.table();
        match next(table, quick_start) {
            Some(question) => {
                let known: Vec<&str> = table.interests.iter().map(|interest| &*interest.id).collect();
                let example = (!known.is_empty()).then(|| known.join(", "));
                self.waiting = Waiting::QuickStart { is_new: false };
                Ok(asked(question, made, example))
            }
            None => {
                let document = document.clone();
                packages::ready(&document)?;
                self.state.quick_start = None;
                self.first_answer(document, stop)
            }
        }
    }

    /// Takes the answer to a question.
    pub(super) fn answer_question(&mut self, is_new: bool, line: &str, stop: &AtomicBool) -> Outcome {
        match in_place_of_answer(line).as_str() {
            "stop" | "." | "pause" => return Ok(Response::Paused),
            "undo" if self.drop_pending() => return self.ask(Vec::new(), stop),
            "undo" if !self.history.past.is_empty() => {
                self.undo()?;
                return self.ask(Vec::new(), stop);
            }
            "quit" | "exit" => return Ok(self.leave()),
            _ => {}
        }
        if is_new {
            if line.trim().is_empty() {
                return Err(Problem::new(Code::TitleNeeded).into());
            }
            self.state.quick_start = None;
            return self.begin(&[line.trim().to_owned()], line, stop);
        }
        let (Some(document), Some(quick_start)) = (self.state.document.clone(), self.state.quick_start.clone()) else {
            return Ok(Response::Nothing);
        };
        let Some(question) = next(document.table(), &quick_start) else { return self.ask(Vec::new(), stop) };
        let typed = Typed::answer(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let mut progress = quick_start;
        let made = take(&desk, &mut progress, &question, line.trim()).map_err(Failure::Line)?;
        // What is still missing behind the last question was taken away in between: it is told before anything changes.
        let changed = made.as_ref().map_or(&document, |made| &made.document);
        if next(changed.table(), &progress).is_none() {
            packages::ready(changed)?;
        }
        let before = self.state.snapshot();
        let mut deeds = Vec::new();
        if let Some(Recorded { document, deed }) = made {
            self.state.document = Some(document);
            deeds.push(deed);
        }
        self.state.quick_start = Some(progress);
        self.commit(before, line)?;
        self.ask(deeds, stop)
    }

    /// Forgets interests that are still being asked about; whether there were any.
    fn drop_pending(&mut self) -> bool {
        self.state.quick_start.as_mut().and_then(|progress| progress.pending.take()).is_some()
    }

    fn first_answer(&mut self, document: Document, stop: &AtomicBool) -> Outcome {
        let ready = packages::ready(&document)?;
        let circumstances = Circumstances::new(ready, WorldId::BASE);
        let zone = zone(&circumstances, self.deadline, stop);
        let package = zone.found().map(|found| found.package.clone());
        if let Some(package) = &package {
            self.remember(package);
        }
        let steadiness = package.as_ref().and_then(|package| steadiness(ready, package, stop));
        let begun = Begun {
            zone: Box::new(zone),
            package: package.map(|package| Called { name: "fair".to_owned(), package, search: None }),
            trades: Box::new(trades(&circumstances, None, 1)),
            guesses: guesses(document.table(), steadiness),
            view: View::of(&document),
        };
        Ok(Response::Begun(Box::new(begun)))
    }
}

/// The name of a table: the first words of its title, as many as a prompt has room for.
fn table_name(title: &str) -> String {
    let name = short_name(&title.to_lowercase());
    let whole_words = name.match_indices('-').map(|(end, _)| end).chain([name.len()]);
    let fitting = whole_words.filter(|end| name[..*end].chars().count() <= LONGEST_TABLE_NAME).max();
    let cut: String = match fitting {
        Some(end) => name[..end].to_owned(),
        None => name.chars().take(LONGEST_TABLE_NAME).collect(),
    };
    if cut.is_empty() { "table".to_owned() } else { cut }
}

fn asked(question: StartQuestion, made: Vec<Deed>, known: Option<String>) -> Response {
    Response::Asked(Box::new(Asked { question, made, known }))
}

fn guesses(table: &Table, steadiness: Option<Steadiness>) -> Guesses {
    let by_name = table.parties_by_name().into_iter();
    let is_ranked = |party: &PartyId| matches!(table.parties[*party].weights, Weights::Ranking(_));
    let is_today = |party: &PartyId| {
        table.parties[*party]
            .no_deal
            .as_ref()
            .is_some_and(|no_deal| no_deal.value == NoDealValue::Today && no_deal.reason.is_none())
    };
    Guesses {
        ranked: by_name.clone().filter(is_ranked).collect(),
        today: by_name.filter(is_today).collect(),
        effects: table.options().map(|(_, option)| option.does.effects.len()).sum(),
        steadiness,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_named_by_the_first_whole_words_of_its_title() {
        assert_eq!(table_name("A fence"), "a-fence");
        assert_eq!(table_name("No waiting lists in mental health care"), "no-waiting-lists-in-mental");
        assert_eq!(table_name(&"x".repeat(50)), "x".repeat(32));
        assert_eq!(table_name("  "), "table");
    }
}
