//! Commands that look at the table and change nothing.

use std::sync::atomic::AtomicBool;
use std::time::Instant;

use super::command::*;
use super::lookup::Lookup;
use super::packages::{objective, ready};
use super::response::{Called, Failure, Response, View};
use super::typed::Typed;
use super::{Outcome, Request, Session};
use crate::analysis::{
    Lesson, Matrix, USUAL_TRADES, agreeing, improve, interest_matrix, issue_matrix, lesson, package_of, step,
    suggestions, trades, whynot, zone,
};
use crate::diagnostic::{Code, Problem};
use crate::domain::Table;
use crate::explain::Subject;
use crate::optimize::{Answer, Objective, Question, Refusal, RestsOnFloors, solve};
use crate::practice::{BANK, bank_question};
use crate::table_file::{Document, bundled, read};
use crate::valuation::Circumstances;

/// The bundled tables, in the order in which they are best trained with. A test keeps them free of errors.
pub(super) fn scenarios() -> Vec<Table> {
    let mut tables: Vec<Table> = bundled().filter_map(|(_, source)| read(source).table).collect();
    tables.sort_by_key(|table| table.narrative.order.unwrap_or(u32::MAX));
    tables
}

/// A command that looks, with what it needs to look.
pub(super) struct Look<'a> {
    pub(super) document: Document,
    everywhere: &'a Everywhere,
    /// When every search of the command is to stop.
    deadline: Option<Instant>,
    pub(super) typed: Typed<'a>,
    pub(super) line: &'a str,
    pub(super) stop: &'a AtomicBool,
}

impl Session {
    pub(super) fn look(&mut self, request: &Request, line: &str, stop: &AtomicBool) -> Outcome {
        match &request.command {
            Command::Scenarios => return Ok(Response::Scenarios(scenarios())),
            Command::Help(arguments) => return self.help(arguments.command.as_deref(), line),
            Command::Tour => return Ok(Response::Tour),
            Command::Questions(arguments) => return questions(arguments, line),
            Command::Complete(arguments) => {
                let text = arguments.text.join(" ");
                return Ok(Response::Candidates(self.complete(&text, text.len()).1));
            }
            _ => {}
        }
        let document = self.table()?.clone();
        let (everywhere, deadline) = (&request.everywhere, self.deadline);
        let look = Look { document, everywhere, deadline, typed: Typed::new(line), line, stop };
        match &request.command {
            Command::Show(arguments) => look.show(&arguments.words),
            Command::Sheet(arguments) => {
                let party = look.lookup().party(&arguments.party)?;
                Ok(Response::Sheet { document: look.document.clone(), party, is_own: self.screen().is_some() })
            }
            Command::Check(arguments) => look.checked(self, arguments, request.everywhere.all),
            Command::Phase(_) => Ok(Response::Phase(look.document.clone())),
            Command::Matrix(arguments) => self.matrix(&look, arguments),
            Command::Zopa(arguments) => self.zopa(&look, arguments),
            Command::Solve(arguments) => self.solve(&look, arguments),
            Command::Propose(arguments) => self.propose(&look, arguments),
            Command::Test(arguments) => self.test(&look, arguments),
            Command::Facts => Ok(Response::Facts(look.document.clone())),
            Command::Ratify(arguments) => self.ratify(&look, arguments),
            Command::Stress(arguments) => self.stress(&look, arguments),
            Command::Explain(arguments) => self.explain(&look, &arguments.home),
            Command::Frontier(arguments) => self.frontier(&look, arguments),
            Command::Meso(arguments) => self.meso(&look, arguments),
            Command::Trades(arguments) => self.trades(&look, arguments),
            Command::Whynot(arguments) => self.whynot(&look, arguments),
            Command::Compare(arguments) => self.compare(&look, arguments),
            Command::Package(_) => {
                self.compare(&look, &CompareArguments { packages: Vec::new(), world: WorldName::default() })
            }
            Command::Score(arguments) => self.on_package(&look, &arguments.package, &arguments.world, Response::Scored),
            Command::Bill(arguments) => self.on_package(&look, &arguments.package, &arguments.world, Response::Billed),
            Command::Why(arguments) => self.why(&look, arguments),
            Command::Step(arguments) => self.step(&look, arguments),
            Command::Improve(arguments) => self.improve(&look, arguments),
            Command::Firm(arguments) => self.firm(&look, arguments),
            Command::WhatMatters(arguments) => self.what_matters(&look, arguments),
            _ => Ok(Response::Nothing),
        }
    }

    fn help(&self, command: Option<&str>, line: &str) -> Outcome {
        let Some(word) = command else { return Ok(Response::Tasks) };
        if ["dutch", "nederlands"].contains(&word.to_lowercase().as_str()) {
            return Ok(Response::DutchWords);
        }
        let name = self.grammar.command_named(word).map_err(|problem| Typed::new(line).at(problem, word))?;
        match self.grammar.usage(&name) {
            Some(usage) => Ok(Response::Help(usage)),
            None => Ok(Response::Tasks),
        }
    }

    pub(super) fn view(&self, look: &Look<'_>, world: &WorldName) -> Result<View, Failure> {
        let world = look.lookup().world(world.world.as_deref())?;
        ready(&look.document)?;
        Ok(View { document: look.document.clone(), world, file: self.file.clone(), floors: !look.everywhere.all })
    }

    /// A command about one package.
    fn on_package(
        &mut self,
        look: &Look<'_>,
        words: &[String],
        world: &WorldName,
        response: impl Fn(View, Called) -> Response,
    ) -> Outcome {
        let view = self.view(look, world)?;
        let called = self.package(&look.document, words, view.world, look.line, look.stop)?;
        self.remember(&called.package);
        Ok(response(view, called))
    }

    fn solve(&mut self, look: &Look<'_>, arguments: &SolveArguments) -> Outcome {
        let view = self.view(look, &arguments.demands.world)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let question = look.demanding(objective, &view, &arguments.demands)?;
        let (answer, concepts, suggestions) = {
            let circumstances = Circumstances::new(ready(&look.document)?, view.world).without(question.without);
            let answer = look.refused(solve(&circumstances, &question, look.stop))?;
            let suggestions = match &answer {
                Answer::Infeasible(_) if question.robust => suggestions(&circumstances, &question, look.stop),
                _ => Vec::new(),
            };
            let concepts = match &answer {
                Answer::Proven(found) => agreeing(&circumstances, &question, found, look.stop),
                _ => Vec::new(),
            };
            (answer, concepts, suggestions)
        };
        let Some(package) = package_of(&answer).cloned() else {
            let (question, answer) = (Box::new(question), Box::new(answer));
            return Ok(Response::Solved { view, question, answer, instead_of: None, concepts, suggestions });
        };
        if let Some(number) = arguments.number {
            let diverse = self.varied(look, &question, &package, number.get())?;
            let (question, answer) = (Box::new(question), Box::new(answer));
            return Ok(Response::Varied { view, question, answer, concepts, diverse: Box::new(diverse) });
        }
        self.remember(&package);
        let (question, answer) = (Box::new(question), Box::new(answer));
        Ok(Response::Solved { view, question, answer, instead_of: None, concepts, suggestions })
    }

    fn zopa(&mut self, look: &Look<'_>, arguments: &WorldName) -> Outcome {
        let view = self.view(look, arguments)?;
        look.refused(keeps_floors(&view, RestsOnFloors::Zone))?;
        let zone = zone(&Circumstances::new(ready(&look.document)?, view.world), look.deadline, look.stop);
        Ok(Response::Zone(view, Box::new(zone)))
    }

    fn matrix(&mut self, look: &Look<'_>, arguments: &MatrixArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let matrix = if arguments.issues {
            Matrix::Issues(issue_matrix(&Circumstances::new(ready(&look.document)?, view.world)))
        } else {
            Matrix::Interests(interest_matrix(look.document.table()))
        };
        Ok(Response::Matrix(view, Box::new(matrix)))
    }

    fn trades(&mut self, look: &Look<'_>, arguments: &TradesArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        look.refused(keeps_floors(&view, RestsOnFloors::Trades))?;
        let from = match arguments.package.is_empty() {
            true => None,
            false => Some(self.package(&look.document, &arguments.package, view.world, look.line, look.stop)?),
        };
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let trades = trades(&circumstances, from.as_ref().map(|called| &called.package), USUAL_TRADES);
        Ok(Response::Traded(view, from, Box::new(trades)))
    }

    fn why(&mut self, look: &Look<'_>, arguments: &WhyArguments) -> Outcome {
        let party = arguments.party.as_deref().map(|party| look.lookup().party(party)).transpose()?;
        self.on_package(look, &arguments.package, &arguments.world, |view, called| {
            Response::Explained(view, called, party)
        })
    }

    fn step(&mut self, look: &Look<'_>, arguments: &PackageArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let called = self.package(&look.document, &arguments.package, view.world, look.line, look.stop)?;
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let question = look.question(Objective::Fair, &view);
        let steps = look.refused(step(&circumstances, &called.package, &question, look.stop))?;
        self.remember(&called.package);
        if let Some(best) = &steps.best {
            self.remember(&best.package);
        }
        Ok(Response::Stepped(view, called, Box::new(steps)))
    }

    fn improve(&mut self, look: &Look<'_>, arguments: &ImproveArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let called = self.package_before(look, &arguments.package, view.world, 1)?;
        let aim = if arguments.joint { Objective::Joint } else { Objective::Fair };
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let question = look.question(aim, &view);
        let improvement = look.refused(improve(&circumstances, &called.package, &question, look.stop))?;
        self.remember(&called.package);
        if let Some(best) = package_of(&improvement.best) {
            self.remember(best);
        }
        Ok(Response::Improved(view, called, Box::new(improvement)))
    }

    fn whynot(&mut self, look: &Look<'_>, arguments: &WhynotArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let (issue, decision) = look.lookup().decision(&arguments.choice)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let question = look.question(objective, &view);
        let found = look.refused(whynot(&circumstances, &question, issue, &decision, look.stop))?;
        Ok(Response::WhyNot(view, Box::new(question), Box::new(found)))
    }

    fn compare(&mut self, look: &Look<'_>, arguments: &CompareArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let mut all = Vec::new();
        if arguments.packages.is_empty() {
            let named = look.document.table().narrative.packages.iter();
            all.extend(named.map(|named| Called::known(named.id.clone(), named.package.clone())));
        }
        for (at, word) in arguments.packages.iter().enumerate() {
            let following = arguments.packages.len() - at - 1;
            all.push(self.package_before(look, std::slice::from_ref(word), view.world, following)?);
        }
        if all.is_empty() {
            return Err(Problem::new(Code::NoPackages).into());
        }
        Ok(Response::Compared(view, all))
    }
}

/// Refuses to set the no-deals aside where what is asked rests on them.
fn keeps_floors(view: &View, what: RestsOnFloors) -> Result<(), Refusal> {
    if view.floors { Ok(()) } else { Err(Refusal::RestsOnFloors(what)) }
}

/// The questions of the bank, or one of them.
fn questions(arguments: &QuestionsArguments, line: &str) -> Outcome {
    let Some(word) = arguments.question.as_deref() else { return Ok(Response::Bank(BANK.iter().collect())) };
    let unknown = || Typed::new(line).unknown("question", word, BANK.iter().map(|question| question.id));
    Ok(Response::Bank(vec![bank_question(word).ok_or_else(unknown)?]))
}

impl<'a> Look<'a> {
    pub(super) fn lookup(&self) -> Lookup<'_> {
        Lookup { table: self.document.table(), typed: &self.typed }
    }

    /// A question in this world, with what holds for the whole line.
    pub(super) fn question(&self, objective: Objective, view: &View) -> Question {
        Question { world: view.world, floors: view.floors, deadline: self.deadline, ..Question::new(objective) }
    }

    /// A question with what packages must keep.
    pub(super) fn demanding(&self, objective: Objective, view: &View, demands: &Demands) -> Result<Question, Failure> {
        let without = demands.without.as_deref().map(|party| self.lookup().party(party)).transpose()?;
        let question = self.question(objective, view);
        Ok(Question { robust: demands.robust, ratifiable: demands.ratifiable, without, ..question })
    }

    pub(super) fn refused<T>(&self, result: Result<T, Refusal>) -> Result<T, Failure> {
        result.map_err(|refusal| Failure::Refused(self.document.clone(), refusal))
    }

    fn show(&self, words: &[String]) -> Outcome {
        let subject = if words.is_empty() { Subject::Table } else { self.lookup().thing(words)?.1 };
        Ok(Response::Shown(self.document.clone(), subject))
    }

    /// What the table teaches; `None` if that can't be counted.
    pub(super) fn lesson(&self) -> Option<Box<Lesson>> {
        self.document.table().ready().ok().and_then(|ready| lesson(ready, self.stop)).map(Box::new)
    }
}
