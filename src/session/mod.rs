//! The program without a terminal: commands in, responses out, with undo. [`Session::execute`] stands behind the prompt,
//! scripts and the command line alike.

mod asking;
mod catalogue;
mod command;
mod complete;
mod cut_short;
mod distributing;
mod files;
mod firm;
mod frontier;
mod grammar;
mod interview;
mod journal;
mod keeping;
mod look;
mod lookup;
mod number;
mod packages;
mod process;
mod proposing;
mod pulse;
mod quick_start;
mod reacting;
mod record;
mod response;
mod resume;
mod scale;
mod screen;
mod state;
mod swing;
mod synonyms;
mod trial;
mod typed;
mod words;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

pub use catalogue::{TASKS, Usage};
pub use command::*;
pub use complete::Candidate;
pub use files::open_script;
pub use grammar::{Grammar, LONGEST_LINE, Request, misused, unknown_command};
pub use interview::{InterviewStep, Interviewed, Taken};
pub use journal::{Disk, Medium, OwnDisk, Said};
pub use keeping::{Draft, Entry, Keeping};
pub use packages::objective_word;
pub use pulse::{Pulse, is_same, pulse};
pub use quick_start::{Asked, Begun, Guesses, StartQuestion};
pub use reacting::{Card, Reacted, ReactionsOf};
pub use record::Deed;
pub use response::{Called, Changed, Checkup, Failure, GoesOn, Response, Settings, Tried, View};
pub use scale::step_word;
pub use screen::{Screen, package_shown};
pub use state::Origin;
pub use swing::{Mirror, SwingStep, Swung};
pub use synonyms::{dutch_word, with_dutch_words};
pub use words::{Word, Words, as_meant, quote, tokenize};

use crate::diagnostic::{Code, Problem};
use crate::domain::{CheckId, Language};
use crate::optimize::Stop;
use crate::table_file::{Act, Document};
use asking::Waiting;
use keeping::Keeper;
use reacting::card_between;
use record::Desk;
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
    /// The change that was tried last, as it is typed.
    trial: Option<String>,
    /// What waits for an answer.
    waiting: Waiting,
    /// How the table is called on the command line; nothing at the prompt.
    file: Option<String>,
    /// Whether somebody can be asked before something goes along.
    is_attended: bool,
    /// Whether lines are ideas, and judging waits.
    is_inventing: bool,
    /// The findings that were asked about after a change: each once.
    asked: BTreeSet<(CheckId, Option<String>)>,
    /// The language that the last command asked for: its questions come in that language as well.
    asked_in: Option<Language>,
    /// What is kept of all this.
    keeper: Keeper,
    /// Whose eyes the screen is for; nothing: the moderator's.
    screen: Option<Screen>,
    /// Who said what is typed now, and why.
    telling: Said,
    /// When every search of the command is to stop.
    deadline: Option<Instant>,
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
        if !self.takes(line) {
            return match self.read(line)? {
                Some(request) => self.execute(&request, line, stop),
                None => Ok(Response::Nothing),
            };
        }
        self.telling = Said::default();
        self.deadline = None;
        let waiting = std::mem::take(&mut self.waiting);
        let outcome = self.answer(&waiting, line, stop);
        if outcome.is_err() {
            self.waiting = waiting;
        }
        outcome
    }

    /// Carries out a command that was read from `line`. An answer that a search was cut short for says so:
    /// [`Response::CutShort`].
    ///
    /// # Errors
    /// What stands in the way. Nothing has changed then.
    pub fn execute(&mut self, request: &Request, line: &str, stop: &AtomicBool) -> Outcome {
        self.deadline = request.everywhere.deadline();
        let response = self.carry_out(request, line, stop)?;
        let is_due = Stop::new(stop, self.deadline).is_due();
        Ok(if response.is_cut_short(is_due) { Response::CutShort(Box::new(response)) } else { response })
    }

    fn carry_out(&mut self, request: &Request, line: &str, stop: &AtomicBool) -> Outcome {
        self.asked_in = request.everywhere.language();
        let Everywhere { said_by, note, .. } = request.everywhere.clone();
        // An idea has no author, also not in what is kept.
        let is_idea = matches!(request.command, Command::Invent(_));
        self.telling = if is_idea { Said::default() } else { Said { by: said_by, note, ..Said::default() } };
        self.check_screen(&request.command, line)?;
        if self.is_inventing && request.command.judges() {
            return Ok(Response::JudgingWaits);
        }
        match &request.command {
            Command::View(arguments) => self.look_as(arguments, line),
            Command::Disclosed(arguments) => self.disclosed(arguments, line),
            Command::Blank => self.blank(line, stop),
            Command::Release(arguments) => self.release(arguments, line, stop),
            Command::New(arguments) => self.begin(&arguments.title, line, stop),
            Command::Load(arguments) => self.load(&arguments.file, line),
            Command::Save(arguments) => self.save(arguments, line),
            Command::Undo(arguments) => self.moved(arguments.count.unwrap_or(1), true, stop),
            Command::Redo(arguments) => self.moved(arguments.count.unwrap_or(1), false, stop),
            Command::Whatif(arguments) => self.try_out(&arguments.line, line, stop),
            Command::Keep => self.keep(stop),
            Command::Set(arguments) => self.set(arguments, line),
            Command::Interest(arguments) => self.interest(arguments, line, stop),
            Command::Interview(arguments) => self.interview(arguments, line),
            Command::Weights(arguments) if arguments.swing => self.swing(arguments, line),
            Command::Remove(arguments) => self.remove(arguments, line, stop),
            Command::Package(NamedPackageArguments { name: Some(name), package }) => {
                self.name_package(name, package, line, stop)
            }
            Command::Explain(ExplainArguments { home, say: Some(text) }) => self.say_at_home(home, text, line, stop),
            Command::React(arguments) => self.react(arguments, line, stop),
            Command::Quit => Ok(self.leave()),
            Command::Log => Ok(self.log(request.everywhere.all)),
            Command::Resume(arguments) => self.resume(arguments, line),
            Command::Invent(arguments) if !request.command.changes_table() => self.invent(arguments),
            command if command.changes_table() => self.record(command, line, stop),
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
        match &self.waiting {
            Waiting::Command => false,
            Waiting::Interview(talk) => talk.is_asking(),
            _ => true,
        }
    }

    /// Whether a line is an answer to what was asked, and no command.
    #[must_use]
    pub fn takes(&self, line: &str) -> bool {
        self.is_asking() || matches!(self.waiting, Waiting::Interview(_)) && interview::is_more(line.trim())
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
        self.asked_in.or(self.settings.language).or_else(of_table).unwrap_or_default()
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
        // Names of the table may tell what the screen may not.
        let table = self.document().map(Document::table).filter(|_| self.screen.is_none());
        complete::complete(&self.grammar, table, line, end)
    }

    /// Reads a line as a command; `None` if there is nothing on it.
    ///
    /// # Errors
    /// What is wrong with it, placed in the line.
    pub fn read(&mut self, line: &str) -> Result<Option<Request>, Problem> {
        match self.read_idea(line)? {
            Some(idea) => Ok(Some(idea)),
            None => self.grammar.read(line),
        }
    }

    /// Whether lines are ideas, and judging waits.
    #[must_use]
    pub fn is_inventing(&self) -> bool {
        self.is_inventing
    }

    /// Takes a table in hand before anything is typed; tells what its journal brought back, or why it can't be changed.
    ///
    /// # Errors
    /// It can't be opened, or something in it is wrong.
    pub fn take_in_hand(&mut self, file: &str) -> Result<Vec<Problem>, Failure> {
        let (document, origin) = files::open(file)?;
        let (state, history, notices, book) = self.keeper.take_up(origin, document).into_parts();
        (self.state, self.history) = (state, history);
        self.keeper.hold(book);
        Ok(notices)
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
    fn replace(&mut self, document: Document, line: &str) -> Result<(), Failure> {
        let before = self.state.snapshot();
        self.state.document = Some(document);
        self.commit(before, line)
    }

    /// Remembers how things were before the state changed. If the change can't be kept, everything is as it was.
    fn commit(&mut self, before: Snapshot, line: &str) -> Result<(), Failure> {
        let after = self.state.snapshot();
        if !before.tells_same(&after) {
            let mut said = self.said(line);
            if let Err(problem) = self.keeper.write(Act::Changed, &mut said, before.text(), after.text()) {
                self.state = before.restore();
                return Err(problem.into());
            }
            self.history.push(said, before);
        }
        self.trial = None;
        Ok(())
    }

    /// What is told of a line, besides what it does: the options that tell it aren't told twice.
    fn said(&self, line: &str) -> Said {
        Said { line: words::without_options(line, &["--said-by", "--note"]), ..self.telling.clone() }
    }

    /// Makes a change that one command asks for.
    fn record(&mut self, command: &Command, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        match record::record(&desk, command) {
            Some(Ok(recorded)) => self.changed(recorded, line, stop),
            Some(Err(problems)) => Err(Failure::Line(problems)),
            None => Ok(Response::Nothing),
        }
    }

    /// Takes changes back or makes them again, and tells what becomes of the packages on the table.
    fn moved(&mut self, count: usize, back: bool, stop: &AtomicBool) -> Outcome {
        let before = self.state.document.clone();
        let mut outcome = self.go(count, back);
        if let Ok(Response::Moved { card, .. }) = &mut outcome {
            let both = before.zip(self.state.document.clone());
            *card = both.and_then(|(before, after)| Some(Box::new((card_between(&before, &after, stop)?, after))));
        }
        outcome
    }

    /// Takes the last change back.
    fn undo(&mut self) -> Outcome {
        self.go(1, true)
    }

    fn go(&mut self, count: usize, back: bool) -> Outcome {
        let available = if back { self.history.past.len() } else { self.history.future.len() };
        if count == 0 || available < count {
            let code = if back { Code::NothingToUndo } else { Code::NothingToRedo };
            return Err(Problem::new(code).with("count", available.to_string()).into());
        }
        let before = self.state.snapshot();
        let (now, lines) = self.history.walk(before.clone(), count, back);
        let act = if back { Act::Undone(count) } else { Act::Redone(count) };
        let mut said = self.said(if back { "undo" } else { "redo" });
        if let Err(problem) = self.keeper.write(act, &mut said, before.text(), now.text()) {
            self.history.walk(now, count, !back);
            return Err(problem.into());
        }
        let origin = self.state.origin.clone();
        self.state = now.restore();
        // Wherever changes are taken back to, the file holds what it holds.
        let is_same = |a: &Origin, b: &Origin| a.path == b.path && a.name == b.name;
        if self.keeper.keeps()
            || self.state.origin.as_deref().zip(origin.as_deref()).is_some_and(|(a, b)| is_same(a, b))
        {
            self.state.origin = origin;
        }
        self.trial = None;
        Ok(Response::Moved { lines, back, card: None })
    }

    fn log(&self, all: bool) -> Response {
        if all && !self.keeper.chronicle().is_empty() {
            return Response::Chronicle(self.keeper.chronicle().to_vec());
        }
        let changes = self.history.past.iter().map(|past| past.said.clone()).collect();
        Response::Logged(changes, self.history.future.len())
    }

    fn set(&mut self, arguments: &SetArguments, line: &str) -> Outcome {
        if let (Some(setting), Some(value)) = (arguments.setting, &arguments.value) {
            let Some(settings) = response::setting(self.settings, setting, value) else {
                let known = setting.values().iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
                let problem = Problem::new(Code::BadSetting).with("name", &**value).with("known", known);
                return Err(Typed::new(line).at(problem, value).into());
            };
            self.settings = settings;
        }
        Ok(Response::Settings(self.settings))
    }
}
