//! One turn: a line in, what is said on the two streams out.

use std::sync::atomic::{AtomicBool, Ordering};

use super::lines::Line;
use super::paint::paint;
use crate::diagnostic::{Code, Problem, Severity};
use crate::optimize::{Answer, Refusal};
use crate::report::{Place, Wordbook, failure_text, internal_text, response_json, response_text};
use crate::session::{Everywhere, Failure, Format, Request, Response, Session, as_meant};

/// How a run ended, as scripts see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exit {
    /// There is an answer.
    #[default]
    Answered,
    /// Something went wrong inside the program.
    Internal,
    /// The command or a file is wrong.
    BadInput,
    /// No package is acceptable; the conflict is the answer.
    NothingAcceptable,
    /// The time ran out before a proof.
    OutOfTime,
    /// The person broke it off.
    Interrupted,
}

impl Exit {
    /// The exit code.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Answered => 0,
            Self::Internal => 1,
            Self::BadInput => 2,
            Self::NothingAcceptable => 3,
            Self::OutOfTime => 4,
            Self::Interrupted => 130,
        }
    }
}

/// What is said to a line.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// For standard output.
    pub answer: String,
    /// For standard error.
    pub problems: String,
    /// How it ended.
    pub exit: Exit,
    /// Whether the session ends.
    pub left: bool,
}

impl Said {
    /// An answer.
    #[must_use]
    pub fn answer(answer: String, exit: Exit) -> Self {
        Self { answer, exit, ..Self::default() }
    }

    /// A problem of what was typed or read.
    #[must_use]
    pub fn problem(problems: String) -> Self {
        Self { problems, exit: Exit::BadInput, ..Self::default() }
    }
}

/// A session and how it is told: the wordbook, the width, and whether in colour.
pub struct Front {
    /// The session.
    pub session: Session,
    /// How many columns a line may have.
    pub width: usize,
    /// What there is to say of the table before the first line.
    pub notices: String,
    /// Whether the terminal can show colours and the person hasn't turned them off.
    pub can_color: bool,
    words: Option<Wordbook>,
}

impl Front {
    /// Puts a session in front of somebody.
    #[must_use]
    pub fn new(session: Session, width: usize, can_color: bool) -> Self {
        Self { session, width, notices: String::new(), can_color, words: None }
    }

    /// The sentences to speak in: those of the session, unless something else was asked for.
    pub fn words(&mut self, asked: &Everywhere) -> &Wordbook {
        let language = asked.language().unwrap_or_else(|| self.session.language());
        let names = asked.names.unwrap_or(self.session.settings().names);
        if self.words.as_ref().is_none_or(|words| words.language != language || words.names != names) {
            self.words = None;
        }
        self.words.get_or_insert_with(|| Wordbook::new(language).calling(names))
    }

    /// Carries out a line as it was read.
    pub fn read(&mut self, line: &Line, place: Place<'_>, stop: &AtomicBool) -> Said {
        let code = match line {
            Line::Text(text) if !steers(&as_meant(text)) => return self.turn(&as_meant(text), place, stop),
            Line::Text(_) | Line::NotText => Code::NotText,
            Line::TooLong => Code::LineTooLong,
        };
        let problem = Problem::new(code).with("most", (crate::session::LONGEST_LINE / 1024).to_string());
        self.tell("", Err(Failure::Line(vec![problem])), &Everywhere::default(), place, stop)
    }

    /// Carries out a typed line.
    pub fn turn(&mut self, line: &str, place: Place<'_>, stop: &AtomicBool) -> Said {
        if self.session.takes(line) {
            let outcome = self.session.turn(line, stop);
            return self.tell(line, outcome, &Everywhere::default(), place, stop);
        }
        match self.session.read(line) {
            Ok(Some(request)) => self.execute(&request, line, place, stop),
            Ok(None) => Said::default(),
            Err(problem) => self.tell(line, Err(problem.into()), &Everywhere::default(), place, stop),
        }
    }

    /// Carries out a command that was read already.
    pub fn execute(&mut self, request: &Request, line: &str, place: Place<'_>, stop: &AtomicBool) -> Said {
        let outcome = self.session.execute(request, line, stop);
        self.tell(line, outcome, &request.everywhere, place, stop)
    }

    fn tell(
        &mut self,
        line: &str,
        outcome: Result<Response, Failure>,
        everywhere: &Everywhere,
        place: Place<'_>,
        stop: &AtomicBool,
    ) -> Said {
        let settings = self.session.settings();
        let is_json = everywhere.format.unwrap_or(settings.format) == Format::Json;
        let is_colored = settings.color.unwrap_or(self.can_color) && !is_json;
        let width = self.width;
        let words = self.words(everywhere);
        let said = match outcome {
            Err(failure) => Said {
                problems: failure_text(&failure, line, place, words, width),
                exit: failed(&failure, stop),
                ..Said::default()
            },
            Ok(response) => {
                let exit = exit(&response, stop);
                let left = matches!(response, Response::Left { .. });
                let answer =
                    if is_json { response_json(&response) } else { Ok(response_text(&response, words, width)) };
                match answer {
                    Ok(answer) => Said { answer, exit, left, ..Said::default() },
                    Err(error) => Said {
                        problems: internal_text(&error.to_string(), words),
                        exit: Exit::Internal,
                        ..Said::default()
                    },
                }
            }
        };
        if is_colored {
            return Said { answer: paint(&said.answer), problems: paint(&said.problems), ..said };
        }
        said
    }
}

/// Whether a line holds characters that do something instead of saying something.
fn steers(line: &str) -> bool {
    line.chars().any(|c| c.is_control() && c != '\t')
}

fn failed(failure: &Failure, stop: &AtomicBool) -> Exit {
    match failure {
        Failure::Refused(_, Refusal::Mismatch(_)) => Exit::Internal,
        Failure::Stopped => Exit::Interrupted,
        _ if failure.is_cut_short() => cut_short(stop),
        Failure::Line(_) | Failure::File { .. } | Failure::Refused(..) => Exit::BadInput,
    }
}

/// Who cut a search short: the person, or else the time limit.
fn cut_short(stop: &AtomicBool) -> Exit {
    if stop.load(Ordering::Relaxed) { Exit::Interrupted } else { Exit::OutOfTime }
}

/// What a list of packages comes to: an incomplete one that has packages is an answer with a gap.
fn exit_of_list(is_complete: bool, is_empty: bool) -> Exit {
    match (is_complete, is_empty) {
        (true, true) => Exit::NothingAcceptable,
        (_, false) => Exit::Answered,
        (false, true) => Exit::OutOfTime,
    }
}

fn exit(response: &Response, stop: &AtomicBool) -> Exit {
    match response {
        Response::CutShort(_) => cut_short(stop),
        Response::Solved { answer, .. } | Response::Varied { answer, .. } => match **answer {
            Answer::Proven(_) => Exit::Answered,
            Answer::Infeasible(_) => Exit::NothingAcceptable,
            // Nobody said stop: the search gave up by itself.
            Answer::BestFound(_) | Answer::Unknown => Exit::OutOfTime,
        },
        Response::Frontier(_, _, outlook) => exit_of_list(outlook.frontier.complete, outlook.handful.is_empty()),
        Response::Offered(_, _, meso) => {
            let nothing = matches!(meso.instead.as_deref(), Some(Answer::Infeasible(_)));
            exit_of_list(meso.offers.complete || nothing, meso.offers.packages.is_empty())
        }
        Response::Zone(_, zone) => match &zone.best {
            Ok(Answer::Infeasible(_)) => Exit::NothingAcceptable,
            _ => Exit::Answered,
        },
        Response::Proposed(_, _, proposal) if proposal.conflict.is_some() => Exit::NothingAcceptable,
        Response::WhyNot(_, _, whynot) if matches!(whynot.answer, Answer::Infeasible(_)) => Exit::NothingAcceptable,
        Response::Checked { problems, .. } if problems.iter().any(|problem| problem.severity() == Severity::Error) => {
            Exit::BadInput
        }
        _ => Exit::Answered,
    }
}
