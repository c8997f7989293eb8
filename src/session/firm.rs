//! Commands about how firm an answer is.

use super::command::{FirmArguments, WhatMattersArguments};
use super::look::Look;
use super::packages::{objective, ready};
use super::response::{Failure, GoesOn, Response, View};
use super::{Outcome, Session};
use crate::analysis::{Claim, claim, firmness, what_matters};
use crate::domain::Package;
use crate::optimize::{Answer, Question, solve};
use crate::valuation::Circumstances;

impl Session {
    pub(super) fn firm(&mut self, look: &Look<'_>, arguments: &FirmArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let question = Question { ratifiable: arguments.ratifiable, ..look.question(objective, &view) };
        let named = if arguments.package.is_empty() {
            None
        } else {
            Some(self.package_before(look, &arguments.package, view.world, 2)?.package)
        };
        // What can be claimed of a package hangs on the answer, and that must be proven.
        let (view, package, claimed) = match (named, answered(look, view, question.clone(), GoesOn::Firm)?) {
            (None, Answered::Proven(view, answer)) => (view, answer, Claim::Advice),
            (Some(package), Answered::Proven(view, answer)) => {
                let circumstances = Circumstances::new(ready(&look.document)?, view.world);
                let claimed = claim(&circumstances, &question, &package, Some(&answer));
                (view, package, claimed)
            }
            (Some(package), Answered::Infeasible(view, _)) => (view, package, Claim::Unacceptable),
            (None, Answered::Infeasible(_, response)) | (_, Answered::Otherwise(response)) => return Ok(*response),
        };
        self.remember(&package);
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let firmness = firmness(&circumstances, &question, &package, claimed, &[], look.stop);
        Ok(Response::Firm(view, Box::new(question), Box::new(firmness)))
    }

    pub(super) fn what_matters(&mut self, look: &Look<'_>, arguments: &WhatMattersArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let objective = objective(look.lookup(), &arguments.objective)?;
        let question = look.question(objective, &view);
        let (view, package) = match answered(look, view, question.clone(), GoesOn::WhatMatters)? {
            Answered::Proven(view, package) => (view, package),
            Answered::Infeasible(_, response) | Answered::Otherwise(response) => return Ok(*response),
        };
        self.remember(&package);
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let matters = what_matters(&circumstances, &question, &package, look.stop);
        Ok(Response::Matters(view, Box::new(question), Box::new(matters)))
    }
}

/// What a question comes to of which it is asked how firm that is.
enum Answered {
    /// The package that is proven to answer it.
    Proven(View, Package),
    /// No package is acceptable, as `solve` tells it.
    Infeasible(View, Box<Response>),
    /// The answer as `solve` gives it: how firm something is that isn't proven can't be told.
    Otherwise(Box<Response>),
}

fn answered(look: &Look<'_>, view: View, question: Question, goes_on: GoesOn) -> Result<Answered, Failure> {
    let circumstances = Circumstances::new(ready(&look.document)?, view.world);
    let answer = look.refused(solve(&circumstances, &question, look.stop))?;
    let solved = |view: View, answer: Answer| {
        let (question, answer) = (Box::new(question), Box::new(answer));
        let (instead_of, concepts, suggestions) = (Some(goes_on), Vec::new(), Vec::new());
        Box::new(Response::Solved { view, question, answer, instead_of, concepts, suggestions })
    };
    Ok(match answer {
        Answer::Proven(found) => Answered::Proven(view, found.package),
        Answer::Infeasible(_) => Answered::Infeasible(view.clone(), solved(view, answer)),
        Answer::BestFound(_) | Answer::Unknown => Answered::Otherwise(solved(view, answer)),
    })
}
