//! Dividing what there is: facts, who must say yes at home, what worlds make of packages, what to say at home.

use std::sync::atomic::AtomicBool;

use super::command::{HomeArguments, RatifyArguments, StressArguments, WorldName};
use super::look::Look;
use super::lookup::Lookup;
use super::packages::ready;
use super::record::{self, Desk};
use super::response::{Called, Failure, Response};
use super::typed::Typed;
use super::{Outcome, Session};
use crate::analysis::in_every_world;
use crate::domain::{Package, WorldId};
use crate::optimize::Objective;
use crate::valuation::Circumstances;

impl Session {
    /// Who at home would say yes.
    pub(super) fn ratify(&mut self, look: &Look<'_>, arguments: &RatifyArguments) -> Outcome {
        let view = self.view(look, &WorldName::default())?;
        let called = self.package(&look.document, &arguments.package, view.world, look.line, look.stop)?;
        self.remember(&called.package);
        Ok(Response::Ratified(view, called))
    }

    /// What packages come to in every world.
    pub(super) fn stress(&mut self, look: &Look<'_>, arguments: &StressArguments) -> Outcome {
        let view = self.view(look, &WorldName::default())?;
        let only = arguments.world.world.as_deref().map(|world| look.lookup().world(Some(world))).transpose()?;
        let packages = self.several(look, &arguments.packages)?;
        let question = look.question(Objective::Fair, &view);
        let wanted: Vec<Package> = packages.iter().map(|called| called.package.clone()).collect();
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let every = in_every_world(&circumstances, &question, &wanted, look.stop);
        packages.iter().rev().for_each(|called| self.remember(&called.package));
        Ok(Response::Stressed { view, packages, only, every: Box::new(every) })
    }

    /// Packages by name; or one, if its choices are typed. Another search follows.
    fn several(&mut self, look: &Look<'_>, words: &[String]) -> Result<Vec<Called>, Failure> {
        if words.is_empty() || words.iter().any(|word| word.contains('=')) {
            return Ok(vec![self.package_before(look, words, WorldId::BASE, 1)?]);
        }
        let one = |at: usize| self.package_before(look, &words[at..=at], WorldId::BASE, words.len() - at);
        (0..words.len()).map(one).collect()
    }

    /// What a party can say of a package at home.
    pub(super) fn explain(&mut self, look: &Look<'_>, arguments: &HomeArguments) -> Outcome {
        let party = look.lookup().party(&arguments.party)?;
        let view = self.view(look, &WorldName::default())?;
        let called = self.package(&look.document, &arguments.package, view.world, look.line, look.stop)?;
        self.remember(&called.package);
        Ok(Response::Told(view, called, party))
    }

    /// Keeps what a party will say of a package at home.
    pub(super) fn say_at_home(
        &mut self,
        arguments: &HomeArguments,
        text: &str,
        line: &str,
        stop: &AtomicBool,
    ) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let party = Lookup { table: document.table(), typed: &typed }.party(&arguments.party)?;
        let called = self.proven_package(&document, &arguments.package, line, stop)?;
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let recorded = record::said_at_home(&desk, party, &called.package, text).map_err(Failure::Line)?;
        self.remember(&called.package);
        self.changed(recorded, line, stop)
    }
}
