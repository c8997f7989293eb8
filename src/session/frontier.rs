//! Commands that show several packages at once: the frontier, packages of different shape, offers of one worth.

use std::num::NonZeroUsize;

use super::command::{FrontierArguments, MesoArguments};
use super::look::Look;
use super::lookup::Lookup;
use super::number::number;
use super::packages::ready;
use super::response::{Failure, Response};
use super::{Outcome, Session};
use crate::analysis::{Diverse, USUAL_OFFERS, diverse, meso, outlook};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Package, PartyId, Rational, integer, parse_exact};
use crate::optimize::{Objective, Question, Refusal, RestsOnFloors};
use crate::valuation::Circumstances;

impl Session {
    pub(super) fn frontier(&mut self, look: &Look<'_>, arguments: &FrontierArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let among = arguments.parties.as_deref().map(|parties| named(look.lookup(), parties)).transpose()?;
        let question = Question { ratifiable: arguments.ratifiable, ..look.question(Objective::Fair, &view) };
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let outlook = look.refused(outlook(&circumstances, &question, among, look.stop))?;
        outlook.handful.iter().for_each(|package| self.remember(package));
        Ok(Response::Frontier(view, Box::new(question), Box::new(outlook)))
    }

    /// The package that answers a question, and others of different shape.
    pub(super) fn varied(
        &mut self,
        look: &Look<'_>,
        question: &Question,
        package: &Package,
        number: usize,
    ) -> Result<Diverse, Failure> {
        let circumstances = Circumstances::new(ready(&look.document)?, question.world).without(question.without);
        let diverse = look.refused(diverse(&circumstances, question, package, number, look.stop))?;
        diverse.packages.iter().for_each(|package| self.remember(package));
        Ok(diverse)
    }

    pub(super) fn meso(&mut self, look: &Look<'_>, arguments: &MesoArguments) -> Outcome {
        let view = self.view(look, &arguments.world)?;
        let party = look.lookup().party(&arguments.party)?;
        let level = arguments.level.as_deref().map(|level| points(look, level)).transpose()?;
        let within = arguments.within.as_deref().map(|within| points(look, within)).transpose()?;
        let within = within.unwrap_or_else(|| integer(1));
        if !view.floors {
            return look.refused(Err(Refusal::RestsOnFloors(RestsOnFloors::Offers)));
        }
        let question = Question { ratifiable: arguments.ratifiable, ..look.question(Objective::Fair, &view) };
        let circumstances = Circumstances::new(ready(&look.document)?, view.world);
        let count = arguments.number.map_or(USUAL_OFFERS, NonZeroUsize::get);
        let found = look.refused(meso(&circumstances, &question, party, level, within, count, look.stop))?;
        found.offers.packages.iter().for_each(|package| self.remember(package));
        Ok(Response::Offered(view, Box::new(question), Box::new(found)))
    }
}

/// The parties of a list like `A,B`, each once.
fn named(lookup: Lookup<'_>, parties: &str) -> Result<Vec<PartyId>, Problem> {
    let mut found = Vec::new();
    for name in parties.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let party = lookup.party(name)?;
        if found.contains(&party) {
            let problem = Problem::new(Code::PartyNamedTwice).with("name", name);
            return Err(lookup.typed.at(problem, parties));
        }
        found.push(party);
    }
    Ok(found)
}

/// A number of points as it was typed.
fn points(look: &Look<'_>, text: &str) -> Result<Rational, Problem> {
    let written = number(text).map_err(|problem| look.typed.at(problem, text))?;
    Ok(parse_exact(&written).unwrap_or_default()) // `number` has read it.
}
