//! Commands about how firm an answer is.

use super::command::{FirmArguments, WhatMattersArguments};
use super::look::Look;
use super::packages::{objective, ready};
use super::response::{Failure, Response, View};
use super::{Outcome, Session};
use crate::analysis::{firmness, what_matters};
use crate::domain::Package;
use crate::optimize::{Answer, Question, solve};
use crate::valuation::Circumstances;

impl Session {
    pub(super) fn firm(&mut self, look: &Look<'_>, arguments: &FirmArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let question = Question { ratifiable: arguments.ratifiable, ..look.question(objective, &view) };
        let package = if arguments.package.is_empty() {
            match answered(look, view, question.clone())? {
                Ok((_, package)) => package,
                Err(response) => return Ok(*response),
            }
        } else {
            self.package(&look.document, &arguments.package, view.world, look.line, look.stop)?.package
        };
        self.remember(&package);
        let view = self.view(look, &arguments.world)?;
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let firmness = firmness(&circumstances, &question, &package, &[], look.stop);
        Ok(Response::Firm(view, Box::new(question), Box::new(firmness)))
    }

    pub(super) fn what_matters(&mut self, look: &Look<'_>, arguments: &WhatMattersArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let question = look.question(objective, &view);
        let (view, package) = match answered(look, view, question.clone())? {
            Ok(answered) => answered,
            Err(response) => return Ok(*response),
        };
        self.remember(&package);
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let matters = what_matters(&circumstances, &question, &package, look.stop);
        Ok(Response::Matters(view, Box::new(question), Box::new(matters)))
    }
}

/// The package that is proven to answer `question`; or else the answer as `solve` gives it, since how firm nothing is
/// can't be told.
fn answered(
    look: &Look<'_>,
    view: View,
    question: Question,
) -> Result<Result<(View, Package), Box<Response>>, Failure> {
    let circumstances = Circumstances::new(ready(&look.document)?, view.world);
    Ok(match look.refused(solve(&circumstances, &question, look.stop))? {
        Answer::Proven(found) => Ok((view, found.package)),
        answer => {
            let (question, answer) = (Box::new(question), Box::new(answer));
            Err(Box::new(Response::Solved { view, question, answer, concepts: Vec::new(), suggestions: Vec::new() }))
        }
    })
}
