//! The program without a terminal: commands in, responses out, with undo. [`Session::execute`] stands behind the prompt,
//! scripts and the command line alike.

mod catalogue;
mod command;
mod complete;
mod files;
mod grammar;
mod look;
mod lookup;
mod number;
mod packages;
mod pulse;
mod quick_start;
mod record;
mod response;
mod state;
mod trial;
mod typed;
mod words;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use catalogue::{TASKS, Usage};
pub use command::*;
pub use complete::Candidate;
pub use files::open_script;
pub use grammar::{Grammar, LONGEST_LINE, Request, misused};
pub use pulse::{Pulse, pulse};
pub use quick_start::{Asked, Begun, Guesses, StartQuestion};
pub use record::Deed;
pub use response::{Called, Changed, Failure, Response, Settings, Tried, View};
pub use state::Origin;
pub use words::{Word, Words, as_meant, quote, tokenize};

use crate::diagnostic::{Code, Problem};
use crate::domain::Language;
use crate::table_file::Document;
use record::{Desk, Recorded};
use state::{History, Shown, Snapshot, State};
use typed::Typed;

/// What can come of a command.
pub type Outcome = Result<Response, Failure>;

/// A session: a table in hand, the changes to it, and what is being asked.
#[derive(Debug, Default)]
pub struct Session {
    grammar: Grammar,
    state: State,
    history: History,
    settings: Settings,
    shown: Shown,
    /// The table as it would be with the change that was tried last, and the line that tried it.
    trial: Option<(Document, String)>,
    /// What waits for an answer.
    waiting: Waiting,
    /// How the table is called on the command line; nothing at the prompt.
    file: Option<String>,
    /// Whether somebody can be asked before something goes along.
    is_attended: bool,
}

/// What the next line answers.
#[derive(Clone, Debug, Default)]
enum Waiting {
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
    /// Whether to leave without saving.
    Leaving,
}

impl Session {
    /// A session without a table. An attended one asks before it takes along what wasn't named.
    #[must_use]
    pub fn new(is_attended: bool) -> Self {
        Self { is_attended, ..Self::default() }
    }

    /// Carries out one typed line: a command, or the answer to what was asked.
    ///
    /// # Errors
    /// What stands in the way. Nothing has changed then, and a question stays open.
    pub fn turn(&mut self, line: &str, stop: &AtomicBool) -> Outcome {
        let waiting = std::mem::take(&mut self.waiting);
        if let Waiting::Command = waiting {
            return match self.grammar.read(line)? {
                Some(request) => self.execute(&request, line, stop),
                None => Ok(Response::Nothing),
            };
        }
        let outcome = self.answer(&waiting, line, stop);
        if outcome.is_err() {
            self.waiting = waiting;
        }
        outcome
    }

    /// Carries out a command that was read from `line`.
    ///
    /// # Errors
    /// What stands in the way. Nothing has changed then.
    pub fn execute(&mut self, request: &Request, line: &str, stop: &AtomicBool) -> Outcome {
        match &request.command {
            Command::New(arguments) => self.begin(&arguments.title, line, stop),
            Command::Load(arguments) => self.load(&arguments.file, line),
            Command::Save(arguments) => self.save(arguments, line),
            Command::Undo(arguments) => self.undo(arguments.count.unwrap_or(1)),
            Command::Redo(arguments) => self.redo(arguments.count.unwrap_or(1)),
            Command::Whatif(arguments) => self.try_out(&arguments.line, line, stop),
            Command::Keep => self.keep(stop),
            Command::Set(arguments) => self.set(arguments, line),
            Command::Interest(arguments) => self.interest(arguments, line, stop),
            Command::Remove(arguments) => self.remove(arguments, line, stop),
            Command::Package(arguments) if arguments.name.is_some() => self.name_package(arguments, line, stop),
            Command::Quit => Ok(self.leave()),
            Command::Log => Ok(self.log()),
            command if changes(command) => self.record(command, line, stop),
            _ => self.look(request, line, stop),
        }
    }

    /// The table in hand.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.state.document.as_ref()
    }

    /// How the table is called: a file, a bundled name, or its own name.
    #[must_use]
    pub fn table_name(&self) -> Option<&str> {
        let own = self.state.document.as_ref().map(|document| document.table().id.as_str());
        self.state.origin.as_ref().map(|origin| origin.name.as_str()).or(own)
    }

    /// Whether the table differs from what its file holds.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.state.is_unsaved()
    }

    /// Whether a question waits for an answer.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        !matches!(self.waiting, Waiting::Command)
    }

    /// Leaves a question unanswered, as Ctrl-C does; whether there was one.
    pub fn drop_question(&mut self) -> bool {
        let was_asking = self.is_asking();
        self.waiting = Waiting::Command;
        was_asking
    }

    /// What was set.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Sets something for the answers that follow.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// The language to answer in: the one that was set, or else that of the table.
    #[must_use]
    pub fn language(&self) -> Language {
        let of_table = || self.state.document.as_ref().map(|document| document.table().language);
        self.settings.language.or_else(of_table).unwrap_or_default()
    }

    /// Tells how the table is called on the command line, for commands to type back.
    pub fn set_file(&mut self, file: &str) {
        self.file = Some(file.to_owned());
    }

    /// What could stand at the end of the first `end` bytes of a line: where it starts, and the candidates.
    #[must_use]
    pub fn complete(&self, line: &str, end: usize) -> (usize, Vec<Candidate>) {
        if self.is_asking() {
            return (end, Vec::new());
        }
        complete::complete(&self.grammar, self.document().map(Document::table), line, end)
    }

    /// How to answer a line; by default if it can't be read.
    pub fn everywhere(&mut self, line: &str) -> Everywhere {
        match self.grammar.read(line).ok().flatten() {
            // What is tried takes the rest of the line, options and all.
            Some(Request { command: Command::Whatif(WhatifArguments { line }), .. }) => {
                let inner = self.grammar.read(&trial::inner_line(&line)).ok().flatten();
                inner.map(|request| request.everywhere).unwrap_or_default()
            }
            Some(request) => request.everywhere,
            None => Everywhere::default(),
        }
    }

    /// Takes a table in hand before anything is typed.
    ///
    /// # Errors
    /// It can't be opened, or something in it is wrong.
    pub fn take_in_hand(&mut self, file: &str) -> Result<(), Failure> {
        let (document, origin) = files::open(file)?;
        self.state = State { document: Some(document), origin: Some(Arc::new(origin)), quick_start: None };
        Ok(())
    }

    /// Says whether somebody can be asked.
    pub fn set_attended(&mut self, is_attended: bool) {
        self.is_attended = is_attended;
    }

    /// How commands are typed.
    #[must_use]
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// The table, or the problem that there is none.
    fn table(&self) -> Result<&Document, Failure> {
        self.state.document.as_ref().ok_or_else(|| Problem::new(Code::NoTable).into())
    }

    /// Puts a changed table in the place of the one in hand.
    fn replace(&mut self, document: Document, line: &str) {
        let before = self.state.snapshot();
        self.state.document = Some(document);
        self.commit(before, line);
    }

    /// Remembers how things were before the state changed.
    fn commit(&mut self, before: Snapshot, line: &str) {
        if !before.tells_same(&self.state.snapshot()) {
            self.history.push(line, before);
        }
        self.trial = None;
    }

    /// Makes a change that one command asks for.
    fn record(&mut self, command: &Command, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        match record::record(&desk, command) {
            Some(Ok(recorded)) => Ok(self.changed(recorded, line, stop)),
            Some(Err(problems)) => Err(Failure::Line(problems)),
            None => Ok(Response::Nothing),
        }
    }

    fn changed(&mut self, recorded: Recorded, line: &str, stop: &AtomicBool) -> Response {
        let before = self.state.document.as_ref().and_then(|document| pulse(document.table(), stop));
        let Recorded { document, deed } = recorded;
        self.replace(document.clone(), line);
        let after = pulse(document.table(), stop);
        Response::Changed(Box::new(Changed { deed, document, before, after }))
    }

    fn undo(&mut self, count: usize) -> Outcome {
        self.go(count, true)
    }

    fn redo(&mut self, count: usize) -> Outcome {
        self.go(count, false)
    }

    fn go(&mut self, count: usize, back: bool) -> Outcome {
        let available = if back { self.history.past.len() } else { self.history.future.len() };
        if count == 0 || available < count {
            let code = if back { Code::NothingToUndo } else { Code::NothingToRedo };
            return Err(Problem::new(code).with("count", available.to_string()).into());
        }
        let mut lines = Vec::new();
        for _ in 0..count {
            let now = self.state.snapshot();
            let moved = if back { self.history.back(now) } else { self.history.forth(now) };
            let Some((state, line)) = moved else { break };
            self.state = state.restore();
            lines.push(line);
        }
        self.trial = None;
        let pulse = self.state.document.as_ref().and_then(|document| pulse(document.table(), &AtomicBool::new(false)));
        Ok(Response::Moved { lines, back, pulse })
    }

    fn log(&self) -> Response {
        let lines = self.history.past.iter().map(|past| past.line.clone()).collect();
        Response::Logged(lines, self.history.future.len())
    }

    fn set(&mut self, arguments: &SetArguments, line: &str) -> Outcome {
        if let (Some(setting), Some(value)) = (arguments.setting, &arguments.value) {
            let Some(settings) = response::setting(self.settings, setting, value) else {
                let known = match setting {
                    Setting::Format => "`text`, `json`",
                    Setting::Lang => "`en`, `nl`, `table`",
                    Setting::Color => "`always`, `never`, `auto`",
                };
                let problem = Problem::new(Code::BadSetting).with("name", &**value).with("known", known);
                return Err(Typed::new(line).at(problem, value).into());
            };
            self.settings = settings;
        }
        Ok(Response::Settings(self.settings))
    }

    /// Leaves; with unsaved changes only when asked twice, and somebody is there to be asked.
    fn leave(&mut self) -> Response {
        if self.is_attended && self.is_unsaved() {
            self.waiting = Waiting::Leaving;
            return Response::Unsaved;
        }
        Response::Left
    }

    /// Takes the answer to what was asked.
    fn answer(&mut self, waiting: &Waiting, line: &str, stop: &AtomicBool) -> Outcome {
        let word = line.trim().to_lowercase();
        let is_yes = matches!(word.as_str(), "y" | "yes" | "j" | "ja");
        match waiting {
            Waiting::Command => Ok(Response::Nothing),
            Waiting::QuickStart { is_new } => self.answer_question(*is_new, line, stop),
            Waiting::Leaving => match word.as_str() {
                "quit" | "exit" | "q" | "stop" | "bye" => Ok(Response::Left),
                _ if is_yes => Ok(Response::Left),
                "" | "n" | "no" | "nee" => Ok(Response::Nothing),
                _ => self.turn(line, stop),
            },
            Waiting::Removal(_) | Waiting::Demand(_) if matches!(word.as_str(), "quit" | "exit") => Ok(self.leave()),
            Waiting::Removal(arguments) if is_yes => {
                let sure = RemoveArguments { yes: true, ..arguments.clone() };
                let line =
                    format!("remove {} --yes", sure.words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" "));
                self.remove(&sure, &line, stop)
            }
            Waiting::Removal(_) => Ok(Response::Nothing),
            Waiting::Demand(arguments) => self.settle_demand(arguments, line, stop),
        }
    }

    /// Takes something away; first tells what hangs on it and would go along.
    fn remove(&mut self, arguments: &RemoveArguments, line: &str, stop: &AtomicBool) -> Outcome {
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
    fn interest(&mut self, arguments: &InterestArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let said = format!("{} {}", arguments.interest, grammar::joined(&arguments.text));
        let typed = Typed::new(line);
        let is_known = lookup::Lookup { table: document.table(), typed: &typed }.interest(&arguments.interest).is_ok();
        let sign = (!is_known).then(|| crate::practice::sounds_like_demand(&said, document.table())).flatten();
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
        Ok(self.changed(recorded, &format!("interest {party} {}", quote(meant)), stop))
    }
}

/// Whether a command changes the table, and nothing else.
fn changes(command: &Command) -> bool {
    matches!(
        command,
        Command::Ambition(_)
            | Command::Title(_)
            | Command::Party(_)
            | Command::Interest(_)
            | Command::Weights(_)
            | Command::Position(_)
            | Command::NoDeal(_)
            | Command::Issue(_)
            | Command::Option(_)
            | Command::Effect(_)
            | Command::Reading(_)
            | Command::Attribute(_)
            | Command::Rule(_)
            | Command::World(_)
            | Command::Fact(_)
            | Command::Rename(_)
            | Command::Remove(_)
            | Command::Park(_)
            | Command::Open(_)
            | Command::Freeze
    )
}
