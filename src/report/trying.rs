//! What answers about changing a package share: which issues change, and what that does to everybody.

use num_traits::Zero as _;

use super::answer::numbers_grid;
use super::package::verdict;
use super::page::{Column, Page};
use super::voice::Voice;
use super::{Given, said};
use crate::domain::{IssueId, Package, PartyId, Rational};
use crate::valuation::{Assessment, Circumstances, RatificationAssessment, RatificationStatus, assess};

/// Two packages, and how they stand.
pub(super) struct Change<'a> {
    pub(super) before: &'a Package,
    pub(super) after: &'a Package,
    pub(super) stood: Assessment,
    pub(super) stands: Assessment,
}

impl<'a> Change<'a> {
    /// Scores both packages.
    pub(super) fn new(circumstances: &Circumstances<'_>, before: &'a Package, after: &'a Package) -> Self {
        Self { before, after, stood: assess(circumstances, before), stands: assess(circumstances, after) }
    }

    /// By how much the score of a party moves; `None` if it has none.
    pub(super) fn moves(&self, party: PartyId) -> Option<Rational> {
        Some(self.stands.parties[party].score.as_ref()? - self.stood.parties[party].score.as_ref()?)
    }

    /// The issues that change, in the order of the table.
    pub(super) fn issues(&self) -> Vec<IssueId> {
        let decided = self.before.decisions.iter_enumerated();
        decided.filter(|(issue, from)| self.after.decisions[*issue] != **from).map(|(issue, _)| issue).collect()
    }

    /// One issue with its decisions before and after.
    pub(super) fn issue(&self, voice: Voice<'_>, issue: IssueId) -> String {
        let [from, to] = [self.before, self.after].map(|package| voice.decision(issue, &package.decisions[issue]));
        voice.say("changed-issue", &[("issue", &voice.issue(issue)), ("from", &from), ("to", &to)])
    }

    /// Adds every issue that changes.
    pub(super) fn tell_issues(&self, page: &mut Page, voice: Voice<'_>) {
        for issue in self.issues() {
            page.item(self.issue(voice, issue));
        }
    }

    /// Adds what the change does to every party, to all together, and to who must say yes at home.
    pub(super) fn tell_gains(&self, page: &mut Page, voice: Voice<'_>) {
        let header = ["column-party", "column-before", "column-after", "column-change"];
        let columns = [Column::Words, Column::Number, Column::Number, Column::Number];
        let mut grid = numbers_grid(voice, &header, &columns);
        for party in voice.table.parties.keys() {
            let gains = [&self.stood, &self.stands].map(|assessment| gain(voice, assessment, party));
            let moves = self.moves(party).map_or_else(|| "-".to_owned(), |points| voice.signed(&points));
            grid.rows.push([voice.party(party)].into_iter().chain(gains).chain([moves]).collect());
        }
        page.grid(grid);
        let sums = [&self.stood, &self.stands].map(|assessment| (assessment.joint_gain(), assessment.smallest_gain()));
        if let [(Some(joint), Some(smallest)), (Some(joint_after), Some(smallest_after))] = sums {
            let [joint, smallest, joint_after, smallest_after] =
                [joint, smallest, joint_after, smallest_after].map(|points| voice.signed(&points));
            page.paragraph(voice.say(
                "together-changes",
                &[
                    ("joint", &joint),
                    ("joint_after", &joint_after),
                    ("smallest", &smallest),
                    ("smallest_after", &smallest_after),
                ],
            ));
        }
        self.tell_bodies(page, voice);
    }

    /// Adds which bodies at home find what they need after the change and not before, or the other way round.
    fn tell_bodies(&self, page: &mut Page, voice: Voice<'_>) {
        let passes = |body: &&RatificationAssessment| body.status == RatificationStatus::Passed;
        let only = |here: &Assessment, there: &Assessment| {
            let pairs = here.ratifications.iter().zip(&there.ratifications);
            let only = pairs.filter(|(here, there)| passes(here) && !passes(there));
            only.map(|(body, _)| voice.body(body.party, body.body)).collect::<Vec<String>>()
        };
        let (won, lost) = (only(&self.stands, &self.stood), only(&self.stood, &self.stands));
        for (key, bodies) in [("bodies-won", won), ("bodies-lost", lost)] {
            if !bodies.is_empty() {
                page.paragraph(voice.say(key, &[("bodies", &voice.list(&bodies))]));
            }
        }
    }

    /// What the change does to everybody, on one line: those it moves, then those it leaves where they are.
    pub(super) fn in_short(&self, voice: Voice<'_>) -> String {
        let of = |party: PartyId| Some((party, self.moves(party)?));
        let (same, moved): (Vec<_>, Vec<_>) =
            voice.table.parties.keys().filter_map(of).partition(|(_, points)| points.is_zero());
        let told = moved.iter().map(|(party, points)| {
            voice.say("party-gain", &[("party", &voice.party(*party)), ("gain", &voice.signed(points))])
        });
        let mut told: Vec<String> = told.collect();
        if !same.is_empty() {
            let same: Vec<PartyId> = same.into_iter().map(|(party, _)| party).collect();
            told.push(voice.say("moves-nothing", &[("parties", &voice.parties(&same))]));
        }
        told.join(", ")
    }
}

/// The gain of a party in a cell.
fn gain(voice: Voice<'_>, assessment: &Assessment, party: PartyId) -> String {
    let content = &assessment.parties[party];
    match (content.gain(), &content.score) {
        (Some(gain), _) => voice.signed(&gain),
        (None, Some(_)) => voice.say("unknown-number", &[]),
        (None, None) => "-".to_owned(),
    }
}

/// Adds what stands in the way of agreeing on the package that a person gave.
pub(super) fn tell_start(page: &mut Page, voice: Voice<'_>, given: Given<'_>) {
    let assessment = assess(given.circumstances, given.package);
    match verdict(voice, given.circumstances, (given.package, &assessment), given.floors) {
        Ok(_) => said::tell_no(page, voice, given.circumstances, given.package),
        Err(all) => {
            page.paragraph(voice.say("not-acceptable", &[]));
            all.into_iter().for_each(|obstacle| page.item(obstacle));
        }
    }
}
