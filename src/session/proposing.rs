//! Commands that put packages on the table: several at once, or one to the test.

use super::command::{PackageArguments, ProposeArguments};
use super::look::Look;
use super::packages::ready;
use super::response::Response;
use super::{Outcome, Session};
use crate::analysis::{propose, test_package};
use crate::optimize::Objective;
use crate::valuation::Circumstances;

impl Session {
    /// Several packages of different shape, and what to make of them.
    pub(super) fn propose(&mut self, look: &Look<'_>, arguments: &ProposeArguments) -> Outcome {
        let view = self.view(look, &arguments.demands.world)?;
        let question = look.demanding(Objective::Fair, &view, &arguments.demands)?;
        let circumstances = Circumstances::new(ready(&look.document)?, view.world).without(question.without);
        let proposal = look.refused(propose(&circumstances, &question, look.stop))?;
        for answer in proposal.answers.iter().rev() {
            self.remember(&answer.package);
        }
        Ok(Response::Proposed(view, Box::new(question), Box::new(proposal)))
    }

    /// Whether all can live with a package, and what is better.
    pub(super) fn test(&mut self, look: &Look<'_>, arguments: &PackageArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let called = self.package_before(look, &arguments.package, view.world, 1)?;
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let question = look.question(Objective::Fair, &view);
        let test = test_package(&circumstances, &question, &called.package, look.stop);
        self.remember(&called.package);
        Ok(Response::Tested(view, called, Box::new(test)))
    }
}
