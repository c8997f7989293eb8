//! `solve`: the best package that everybody can accept.

use std::sync::atomic::Ordering;

use super::arguments::{Everywhere, Format, SolveArguments};
use super::library::{self, unknown};
use super::{Exit, Said, Surroundings};
use crate::analysis::agreeing;
use crate::domain::Table;
use crate::optimize::{self, Answer, Objective, Question, Refusal};
use crate::report::{Asked, Wordbook, answer_json, answer_text, refusal_text};
use crate::valuation::Circumstances;

pub(super) fn solve(
    arguments: &SolveArguments,
    everywhere: &Everywhere,
    surroundings: &Surroundings<'_>,
) -> Result<Said, Said> {
    let opened = library::open(&arguments.file, everywhere)?;
    let (table, words) = opened.table(everywhere)?;
    let question = Question {
        objective: objective(table.table(), &arguments.objective, &words)?,
        world: library::world(table.table(), arguments.world.as_deref(), &words)?,
        ratifiable: arguments.ratifiable,
        floors: !everywhere.all,
        also: Vec::new(),
        deadline: everywhere.deadline(),
    };
    let circumstances = Circumstances::new(table, question.world);
    let answer = optimize::solve(&circumstances, &question, surroundings.stop)
        .map_err(|refusal| refused(table.table(), &refusal, &words))?;
    let concepts = match &answer {
        Answer::Proven(found) => agreeing(&circumstances, &question, found, surroundings.stop),
        _ => Vec::new(),
    };
    let asked =
        Asked { circumstances: &circumstances, question: &question, file: &arguments.file, concepts: &concepts };
    let text = match everywhere.format {
        Format::Text => answer_text(asked, &answer, &words, surroundings.width),
        Format::Json => answer_json(asked, &answer).map_err(|error| Said::internal(&error))?,
    };
    Ok(Said::answer(text, exit(&answer, surroundings)))
}

fn refused(table: &Table, refusal: &Refusal, words: &Wordbook) -> Said {
    let exit = if matches!(refusal, Refusal::Mismatch(_)) { Exit::Internal } else { Exit::BadInput };
    Said { exit, ..Said::problem(refusal_text(table, refusal, words)) }
}

fn exit(answer: &Answer, surroundings: &Surroundings<'_>) -> Exit {
    match answer {
        Answer::Proven(_) => Exit::Answered,
        Answer::Infeasible(_) => Exit::NothingAcceptable,
        Answer::BestFound(_) | Answer::Unknown if surroundings.stop.load(Ordering::Relaxed) => Exit::Interrupted,
        Answer::BestFound(_) | Answer::Unknown => Exit::OutOfTime,
    }
}

fn objective(table: &Table, text: &str, words: &Wordbook) -> Result<Objective, Said> {
    match text.split_once(':') {
        Some(("best", name)) => {
            let known = || table.parties.iter().map(|party| party.id.as_str());
            table
                .party_named(name)
                .map(Objective::Best)
                .ok_or_else(|| unknown("--objective", "party", name, known(), words))
        }
        _ => match text {
            "joint" => Ok(Objective::Joint),
            "fair" => Ok(Objective::Fair),
            "nash" => Ok(Objective::Nash),
            "ks" => Ok(Objective::KalaiSmorodinsky),
            _ => {
                let known = ["joint", "fair", "nash", "ks", "best:PARTY"];
                Err(unknown("--objective", "objective", text, known.into_iter(), words))
            }
        },
    }
}
