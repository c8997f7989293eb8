//! The quick start: a handful of questions from nothing to a first answer.
//!
//! What comes next follows from the table, not from a script: whoever stops anywhere goes on with `new`.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use super::command::{EffectArguments, IssueArguments, NoDealArguments};
use super::packages;
use super::record::{self, Deed, Desk, Recorded, short_name};
use super::response::{Called, Failure, Response, View};
use super::state::State;
use super::typed::Typed;
use super::{Command, Outcome, Session, Waiting};
use crate::analysis::{Steadiness, Trades, Zone, package_of, steadiness, trades, zone};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Decision, NoDealValue, OptionId, PartyId, Table, Weights, WorldId};
use crate::optimize::{Objective, Question, solve};
use crate::practice::{Sign, sounds_like_demand};
use crate::table_file::{Document, Edit, Value};
use crate::valuation::Circumstances;

/// How many interests are asked of a party, and how many issues of the table.
const MOST_INTERESTS: usize = 3;
const MOST_ISSUES: usize = 4;

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
    /// Parties that were asked for their interests and named none.
    passed: BTreeSet<String>,
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
        let before = self.state.clone();
        let quick_start = Some(QuickStart::default());
        self.state = State { document: Some(document), origin: None, quick_start };
        self.shown.packages.clear();
        self.commit(before, line);
        self.ask(Vec::new(), stop)
    }

    fn empty_table(&self, title: &str, line: &str) -> Result<Document, Failure> {
        let id = short_name(&title.to_lowercase());
        let id: String = id.chars().take(40).collect();
        let id = if id.is_empty() { "table".to_owned() } else { id };
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
        match line.trim().to_lowercase().as_str() {
            "stop" | "." | "pause" => return Ok(Response::Paused),
            "undo" if !self.history.past.is_empty() => {
                self.undo(1)?;
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
        let before = self.state.clone();
        let mut deeds = Vec::new();
        if let Some(Recorded { document, deed }) = made {
            self.state.document = Some(document);
            deeds.push(deed);
        }
        self.state.quick_start = Some(progress);
        self.commit(before, line);
        self.ask(deeds, stop)
    }

    fn first_answer(&mut self, document: Document, stop: &AtomicBool) -> Outcome {
        let view = View { document: document.clone(), world: WorldId::BASE, file: None, floors: true };
        let ready = packages::ready(&document)?;
        let circumstances = Circumstances::new(ready, WorldId::BASE);
        let answer = solve(&circumstances, &Question::new(Objective::Fair), stop);
        let package = answer.ok().as_ref().and_then(package_of).cloned();
        if let Some(package) = &package {
            self.remember(package);
        }
        let steadiness = package.as_ref().and_then(|package| steadiness(ready, package, stop));
        let begun = Begun {
            zone: Box::new(zone(&circumstances, stop)),
            package: package.map(|package| Called { name: "fair".to_owned(), package }),
            trades: Box::new(trades(&circumstances, None, 1)),
            guesses: guesses(document.table(), steadiness),
            view,
        };
        Ok(Response::Begun(Box::new(begun)))
    }
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

/// The next thing that is not known yet.
fn next(table: &Table, progress: &QuickStart) -> Option<StartQuestion> {
    if let Some(pending) = &progress.pending
        && let Some((demand, sign)) = doubtful(table, pending)
    {
        return Some(StartQuestion::WhatFor { party: pending.party.clone(), demand, sign });
    }
    if table.parties.is_empty() {
        return Some(StartQuestion::Parties);
    }
    let silent =
        table.parties.iter().find(|party| party.weights.values().is_empty() && !progress.passed.contains(&party.id));
    if let Some(party) = silent {
        return Some(StartQuestion::Interests { party: party.id.clone() });
    }
    if let Some(question) = unasked(table, progress) {
        return Some(question);
    }
    if !progress.has_all_issues && table.issues.len() < MOST_ISSUES {
        return Some(StartQuestion::Issue { known: table.issues.len() });
    }
    let is_open = !progress.has_all_no_deals && table.parties.iter().any(|party| party.no_deal.is_none());
    is_open.then_some(StartQuestion::NoDeal)
}

/// The first option of which nobody said what it does.
fn unasked(table: &Table, progress: &QuickStart) -> Option<StartQuestion> {
    table.options().find_map(|(id, option)| {
        let issue = &table.issues[id.issue];
        let is_today = issue.today == Some(Decision::Option(id.index));
        let was_asked = progress.asked.contains(&(issue.id.clone(), option.id.clone()));
        if is_today || was_asked || !option.does.effects.is_empty() {
            return None;
        }
        let today = match issue.today {
            Some(Decision::Option(index)) => table.option(OptionId { issue: id.issue, index }).id.clone(),
            _ => String::new(),
        };
        Some(StartQuestion::Effects { issue: issue.id.clone(), option: option.id.clone(), today })
    })
}

/// The first of the typed interests that sounds like a demand.
fn doubtful(table: &Table, pending: &Pending) -> Option<(String, Sign)> {
    let open = pending.ranks.iter().flatten().filter(|phrase| !pending.settled.contains(*phrase));
    let is_known = |phrase: &str| known_interest(table, phrase).is_some();
    open.filter(|phrase| !is_known(phrase))
        .find_map(|phrase| Some((phrase.clone(), sounds_like_demand(phrase, table)?)))
}

fn known_interest<'a>(table: &'a Table, phrase: &str) -> Option<&'a str> {
    let lowered = phrase.to_lowercase();
    let short = short_name(phrase).to_lowercase();
    let is_it = |interest: &&crate::domain::Interest| {
        let id = interest.id.to_lowercase();
        id == lowered || id == short || interest.text.get(table.language).to_lowercase() == lowered
    };
    table.interests.iter().find(is_it).map(|interest| interest.id.as_str())
}

/// Records an answer; `None` if there is nothing to record.
fn take(
    desk: &Desk<'_>,
    progress: &mut QuickStart,
    question: &StartQuestion,
    answer: &str,
) -> Result<Option<Recorded>, Vec<Problem>> {
    match question {
        StartQuestion::Title => Ok(None),
        StartQuestion::Parties => parties(desk, answer).map(Some),
        StartQuestion::Interests { party } => {
            if answer.is_empty() {
                return Err(vec![Problem::new(Code::InterestNeeded).with("name", &**party)]);
            }
            let ranks = ranked(answer);
            if ranks.iter().flatten().count() > MOST_INTERESTS {
                return Err(vec![Problem::new(Code::TooManyInterests).with("most", MOST_INTERESTS.to_string())]);
            }
            let pending = Pending { party: party.clone(), ranks, settled: BTreeSet::new(), positions: Vec::new() };
            settle(desk, progress, pending)
        }
        StartQuestion::WhatFor { demand, .. } => {
            let Some(mut pending) = progress.pending.clone() else { return Ok(None) };
            let meant = if answer.is_empty() { demand.clone() } else { answer.to_owned() };
            if !answer.is_empty() {
                pending.positions.push(demand.clone());
                for phrase in pending.ranks.iter_mut().flatten().filter(|phrase| *phrase == demand) {
                    phrase.clone_from(&meant);
                }
            }
            pending.settled.insert(meant);
            settle(desk, progress, pending)
        }
        StartQuestion::Issue { known } => {
            if answer.is_empty() {
                if *known == 0 {
                    return Err(vec![Problem::new(Code::IssueNeeded)]);
                }
                progress.has_all_issues = true;
                return Ok(None);
            }
            issue(desk, answer).map(Some)
        }
        StartQuestion::Effects { issue, option, .. } => {
            progress.asked.insert((issue.clone(), option.clone()));
            if answer.is_empty() {
                return Ok(None);
            }
            let effects = answer.split_whitespace().map(str::to_owned).collect();
            let command = Command::Effect(EffectArguments { choice: format!("{issue}={option}"), effects });
            record::record(desk, &command).transpose()
        }
        StartQuestion::NoDeal => no_deal(desk, progress, answer).map(Some),
    }
}

/// Keeps what is settled of a party's interests; records them once all are.
fn settle(desk: &Desk<'_>, progress: &mut QuickStart, pending: Pending) -> Result<Option<Recorded>, Vec<Problem>> {
    if doubtful(desk.table(), &pending).is_some() {
        progress.pending = Some(pending);
        return Ok(None);
    }
    let table = desk.table();
    let mut edits = Vec::new();
    let mut weights = Vec::new();
    for rank in &pending.ranks {
        let mut names = Vec::new();
        for phrase in rank {
            let name = known_interest(table, phrase).map_or_else(|| short_name(phrase), str::to_owned);
            if known_interest(table, phrase).is_none() {
                edits.push(record::set_text(vec![record::field("interests"), record::key(&name)], phrase));
            }
            names.push(name);
        }
        weights.push(names.join(" = "));
    }
    let at = |part| vec![record::field("parties"), record::key(&pending.party), record::field(part)];
    edits.extend(pending.positions.iter().map(|text| record::set_position(&pending.party, text)));
    let ranking = weights.join(" > ");
    edits.push(record::set_text(at("weights"), &*ranking));
    let document = desk.edit(&edits)?;
    progress.pending = None;
    let mut deed = Deed::new("party", &*pending.party).part("interests").after(ranking);
    deed.note = (!pending.positions.is_empty()).then_some("demand-kept");
    Ok(Some(Recorded { document, deed }))
}

/// `a > b = c` by rank; without `>`, commas rank as well.
fn ranked(answer: &str) -> Vec<Vec<String>> {
    let separators: &[char] = if answer.contains('>') { &['>'] } else { &[',', ';'] };
    let rank = |part: &str| -> Vec<String> {
        part.split('=').map(str::trim).filter(|phrase| !phrase.is_empty()).map(str::to_owned).collect()
    };
    answer.split(separators).map(rank).filter(|rank| !rank.is_empty()).collect()
}

/// `CZ, Breburg (providers)`: names, with their groups between brackets.
fn parties(desk: &Desk<'_>, answer: &str) -> Result<Recorded, Vec<Problem>> {
    let mut edits = Vec::new();
    let mut names = Vec::new();
    for part in answer.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, group) = match part.split_once('(') {
            Some((name, group)) => (name.trim(), Some(group.trim_end_matches(')').trim())),
            None => (part, None),
        };
        let path = vec![record::field("parties"), record::key(name)];
        edits.push(Edit::Set { path: path.clone(), value: Value::Ron("()".to_owned()) });
        edits.extend(group.map(|group| record::set_text([path, vec![record::field("group")]].concat(), group)));
        names.push(name.to_owned());
    }
    if names.len() < 2 {
        return Err(vec![Problem::new(Code::PartiesNeeded)]);
    }
    if let Some(twice) = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        let problem = Problem::new(Code::DuplicateName).with("kind", "party").with("name", &**twice.1);
        return Err(vec![desk.typed.at(problem, twice.1)]);
    }
    let document = desk.edit(&edits)?;
    Ok(Recorded { document, deed: Deed::new("table", &*desk.table().id).part("parties").after(names.join(", ")) })
}

/// `loon: 2%, 3%, 4%`, today's first.
fn issue(desk: &Desk<'_>, answer: &str) -> Result<Recorded, Vec<Problem>> {
    let shape = || vec![Problem::new(Code::IssueShape)];
    let (name, options) = answer.split_once(':').ok_or_else(shape)?;
    if record::split_options(options).len() < 2 || name.trim().is_empty() {
        return Err(shape());
    }
    let arguments = IssueArguments {
        issue: format!("{}:", name.trim()),
        words: vec![options.trim().to_owned()],
        today: None,
        from: None,
        to: None,
        step: None,
        unit: None,
        bundle: None,
    };
    match record::record(desk, &Command::Issue(arguments)) {
        Some(outcome) => outcome,
        None => Err(shape()),
    }
}

/// `CZ: wachttijd -, because ..`; nothing: it stays as it is today for all others.
fn no_deal(desk: &Desk<'_>, progress: &mut QuickStart, answer: &str) -> Result<Recorded, Vec<Problem>> {
    if answer.is_empty() {
        progress.has_all_no_deals = true;
        let open = desk.table().parties.iter().filter(|party| party.no_deal.is_none());
        let path = |party: &str| {
            vec![record::field("parties"), record::key(party), record::field("no_deal"), record::field("today")]
        };
        let edits: Vec<Edit> = open.map(|party| record::set_word(path(&party.id), "true")).collect();
        let document = desk.edit(&edits)?;
        let deed = Deed::new("table", &*desk.table().id).part("no-deal").after("today");
        return Ok(Recorded { document, deed });
    }
    let Some((party, rest)) = answer.split_once(':') else { return Err(vec![Problem::new(Code::NoDealShape)]) };
    let (worth, because) = [" because ", " omdat ", " want "]
        .iter()
        .find_map(|word| rest.split_once(word))
        .map_or((rest, None), |(worth, because)| (worth, Some(because.trim().to_owned())));
    let worth: Vec<String> = worth.trim().trim_end_matches(',').split_whitespace().map(str::to_owned).collect();
    if worth.is_empty() {
        return Err(vec![Problem::new(Code::NoDealShape)]);
    }
    let arguments = NoDealArguments { party: party.trim().to_owned(), worth, because };
    match record::record(desk, &Command::NoDeal(arguments)) {
        Some(outcome) => outcome,
        None => Err(vec![Problem::new(Code::NoDealShape)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interests_come_by_rank() {
        assert_eq!(ranked("a b > c = d"), [vec!["a b"], vec!["c", "d"]]);
        assert_eq!(ranked("a, b ; c"), [vec!["a"], vec!["b"], vec!["c"]]);
        assert_eq!(ranked(" > "), Vec::<Vec<String>>::new());
    }
}
