//! What is seen of a table in a world, in words and as JSON.

use super::super::*;
use crate::domain::Package;
use crate::session::{Called, Response, View};
use crate::valuation::Circumstances;

/// Tells what is seen of a table; nothing for the other responses.
pub(super) fn view_text(response: &Response, words: &Wordbook, width: usize) -> Option<String> {
    let (view, told) = told(response)?;
    let circumstances = view.circumstances()?.without(told.absent());
    let c = &circumstances;
    Some(match told {
        Told::Solved(question, answer, (concepts, suggestions)) => {
            let asked = Asked { circumstances: c, question, file: view.file.as_deref(), concepts, suggestions };
            answer_text(asked, answer, words, width)
        }
        Told::Proposed(question, proposal) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            proposal_text(asked, proposal, words, width)
        }
        Told::Tested(called, test) => test_text(given(view, called, c), test, words, width),
        Told::Varied(question, answer, concepts, diverse) => {
            let asked = Asked { circumstances: c, question, file: view.file.as_deref(), concepts, suggestions: &[] };
            varied_text(asked, answer, diverse, words, width)
        }
        Told::Frontier(question, outlook) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            frontier_text(asked, outlook, words, width)
        }
        Told::Offered(question, meso) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            meso_text(asked, meso, words, width)
        }
        Told::Ratified(called) => ratify_text(given(view, called, c), &called.name, words, width),
        Told::Stressed(packages, only, every) => {
            stress_text(Stressed { circumstances: c, packages, only, every }, words, width)
        }
        Told::AtHome(called, party) => home_text(given(view, called, c), party, &called.name, words, width),
        Told::Scored(called) => score_text(given(view, called, c), words, width),
        Told::Billed(called) => bill_text(c, &called.package, &called.name, words, width),
        Told::Explained(called, party) => why_text(c, &called.package, &called.name, party, words, width),
        Told::Compared(packages) => compare_text(c, &named(packages), words, width),
        Told::Zone(zone) => zone_text(c, zone, words, width),
        Told::Matrix(matrix) => matrix_text(view.table(), matrix, words, width),
        Told::Traded(trades) => trades_text(c, trades, words, width),
        Told::Stepped(called, steps) => step_text(given(view, called, c), steps, words, width),
        Told::Improved(called, improvement) => improve_text(given(view, called, c), improvement, words, width),
        Told::WhyNot(question, whynot) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            whynot_text(asked, whynot, words, width)
        }
        Told::Firm(question, firmness) => firm_text(c, question, firmness, words, width),
        Told::Matters(question, matters) => what_matters_text(c, question, matters, words, width),
    })
}

/// What is seen of a table as one line of JSON; nothing for the other responses.
pub(super) fn view_json(response: &Response) -> Option<Result<String, serde_json::Error>> {
    let (view, told) = told(response)?;
    let circumstances = view.circumstances()?.without(told.absent());
    let c = &circumstances;
    Some(match told {
        Told::Solved(question, answer, (concepts, suggestions)) => {
            let asked = Asked { circumstances: c, question, file: view.file.as_deref(), concepts, suggestions };
            answer_json(asked, answer)
        }
        Told::Proposed(question, proposal) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            proposal_json(asked, proposal)
        }
        Told::Tested(called, test) => test_json(given(view, called, c), test),
        Told::Varied(question, answer, concepts, diverse) => {
            let asked = Asked { circumstances: c, question, file: view.file.as_deref(), concepts, suggestions: &[] };
            varied_json(asked, answer, diverse)
        }
        Told::Frontier(question, outlook) => frontier_json(c, question, outlook),
        Told::Offered(question, meso) => meso_json(c, question, meso),
        Told::Ratified(called) => ratify_json(given(view, called, c)),
        Told::Stressed(packages, only, every) => stress_json(Stressed { circumstances: c, packages, only, every }),
        Told::AtHome(called, party) => home_json(given(view, called, c), party),
        Told::Scored(called) => score_json(given(view, called, c)),
        Told::Billed(called) => bill_json(c, &called.package, &called.name),
        Told::Explained(called, party) => why_json(c, &called.package, &called.name, party),
        Told::Compared(packages) => compare_json(c, &named(packages)),
        Told::Zone(zone) => zone_json(c, zone),
        Told::Matrix(matrix) => matrix_json(view.table(), matrix),
        Told::Traded(trades) => trades_json(c, trades),
        Told::Stepped(called, steps) => step_json(given(view, called, c), steps),
        Told::Improved(called, improvement) => improve_json(given(view, called, c), improvement),
        Told::WhyNot(question, whynot) => {
            let asked =
                Asked { circumstances: c, question, file: view.file.as_deref(), concepts: &[], suggestions: &[] };
            whynot_json(asked, whynot)
        }
        Told::Firm(question, firmness) => firm_json(c, question, firmness),
        Told::Matters(question, matters) => what_matters_json(c, question, matters),
    })
}

use crate::analysis::{
    Concept, Conditional, Diverse, Firmness, Improvement, InEveryWorld, Matrix, Meso, Outlook, PackageTest, Proposal,
    Steps, Trades, WhatMatters, WhyNot, Zone,
};
use crate::domain::{PartyId, WorldId};
use crate::optimize::{Answer, Question};

/// What is told of a table in a world.
enum Told<'a> {
    Solved(&'a Question, &'a Answer, (&'a [Concept], &'a [Conditional])),
    Proposed(&'a Question, &'a Proposal),
    Tested(&'a Called, &'a PackageTest),
    Varied(&'a Question, &'a Answer, &'a [Concept], &'a Diverse),
    Frontier(&'a Question, &'a Outlook),
    Offered(&'a Question, &'a Meso),
    Ratified(&'a Called),
    Stressed(&'a [Called], Option<WorldId>, Option<&'a InEveryWorld>),
    AtHome(&'a Called, PartyId),
    Scored(&'a Called),
    Billed(&'a Called),
    Explained(&'a Called, Option<PartyId>),
    Compared(&'a [Called]),
    Zone(&'a Zone),
    Matrix(&'a Matrix),
    Traded(&'a Trades),
    Stepped(&'a Called, &'a Steps),
    Improved(&'a Called, &'a Improvement),
    WhyNot(&'a Question, &'a WhyNot),
    Firm(&'a Question, &'a Firmness),
    Matters(&'a Question, &'a WhatMatters),
}

impl Told<'_> {
    /// The party that stays out of what was asked.
    fn absent(&self) -> Option<PartyId> {
        match self {
            Self::Solved(question, ..)
            | Self::Proposed(question, _)
            | Self::Varied(question, ..)
            | Self::Frontier(question, _)
            | Self::Offered(question, _)
            | Self::WhyNot(question, _) => question.without,
            _ => None,
        }
    }
}

fn told(response: &Response) -> Option<(&View, Told<'_>)> {
    Some(match response {
        Response::Solved { view, question, answer, concepts, suggestions, .. } => {
            (view, Told::Solved(question, answer, (concepts, suggestions)))
        }
        Response::Proposed(view, question, proposal) => (view, Told::Proposed(question, proposal)),
        Response::Tested(view, called, test) => (view, Told::Tested(called, test)),
        Response::Varied { view, question, answer, concepts, diverse } => {
            (view, Told::Varied(question, answer, concepts, diverse))
        }
        Response::Frontier(view, question, outlook) => (view, Told::Frontier(question, outlook)),
        Response::Offered(view, question, meso) => (view, Told::Offered(question, meso)),
        Response::Ratified(view, called) => (view, Told::Ratified(called)),
        Response::Stressed { view, packages, only, every } => {
            (view, Told::Stressed(packages, *only, every.as_ref().as_ref()))
        }
        Response::Told(view, called, party) => (view, Told::AtHome(called, *party)),
        Response::Scored(view, called) => (view, Told::Scored(called)),
        Response::Billed(view, called) => (view, Told::Billed(called)),
        Response::Explained(view, called, party) => (view, Told::Explained(called, *party)),
        Response::Compared(view, packages) => (view, Told::Compared(packages)),
        Response::Zone(view, zone) => (view, Told::Zone(zone)),
        Response::Matrix(view, matrix) => (view, Told::Matrix(matrix)),
        Response::Traded(view, _, trades) => (view, Told::Traded(trades)),
        Response::Stepped(view, called, steps) => (view, Told::Stepped(called, steps)),
        Response::Improved(view, called, improvement) => (view, Told::Improved(called, improvement)),
        Response::WhyNot(view, question, whynot) => (view, Told::WhyNot(question, whynot)),
        Response::Firm(view, question, firmness) => (view, Told::Firm(question, firmness)),
        Response::Matters(view, question, matters) => (view, Told::Matters(question, matters)),
        _ => return None,
    })
}

/// A package to be told of.
fn given<'a>(view: &'a View, called: &'a Called, circumstances: &'a Circumstances<'a>) -> Given<'a> {
    Given { circumstances, package: &called.package, floors: view.floors, file: view.file.as_deref() }
}

fn named(packages: &[Called]) -> Vec<(String, Package)> {
    packages.iter().map(|called| (called.name.clone(), called.package.clone())).collect()
}
