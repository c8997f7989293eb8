//! The phases: what is still missing before each is left. They guide and never lock.

use std::cmp::Reverse;

use crate::domain::{IssueId, NamedPackage, PartyId, Phase, Rational, Status, Table, WorldId};
use crate::explain::resting;
use crate::valuation::{Circumstances, RatificationStatus, assess};

/// How many interests of each party should be confirmed before packages are thought of.
const CONFIRMED: usize = 2;
/// How many packages of different shape should be there before one is chosen.
pub const PACKAGES: usize = 3;

/// Something that is missing before a phase is left. Parties are by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// Nobody is at the table yet.
    People,
    /// Nothing says where the parties want to end up together.
    Ambition,
    /// These parties confirmed fewer than two interests.
    Interests(Vec<PartyId>),
    /// What these parties have without an agreement is unknown.
    NoDeal(Vec<PartyId>),
    /// Hard rules rest on these facts, and not everybody takes them as given; positions, by name.
    Facts(Vec<usize>),
    /// Of these parties it is unknown who must say yes at home, or what that body must find.
    Ratification(Vec<PartyId>),
    /// So many packages of different shape are there that everybody can accept, of the three that should be.
    Packages(usize),
    /// No package with a name can be accepted by everybody.
    Agreement,
    /// These parties have no words yet for the package at this position to say at home.
    Explanations(usize, Vec<PartyId>),
    /// At home of these parties somebody wouldn't say yes to the package at this position, or nobody knows.
    Route(usize, Vec<PartyId>),
}

/// What is missing before `phase` is left; nothing for the last, which never is.
///
/// Whether everybody said yes to the ambition is recorded nowhere, so only its absence is told.
#[must_use]
pub fn lacking(table: &Table, phase: Phase) -> Vec<Lacking> {
    match phase {
        Phase::Prepare => before_creating(table),
        Phase::Create => before_distributing(table),
        Phase::Distribute => before_following(table),
        Phase::Follow => Vec::new(),
    }
}

fn before_creating(table: &Table) -> Vec<Lacking> {
    let party = |id: PartyId| &table.parties[id];
    let confirmed = |id: PartyId| party(id).interests().iter().filter(|k| party(id).confirmed(**k)).count();
    let facts = &table.narrative.facts;
    let rests = |at: &usize| facts[*at].status != Status::Agreed && !resting(table, &facts[*at]).rules.is_empty();
    let mut open: Vec<usize> = (0..facts.len()).filter(rests).collect();
    open.sort_by_key(|at| &facts[*at].id);
    let people = table.parties.is_empty().then_some(Lacking::People);
    let ambition = table.narrative.ambition.is_none().then_some(Lacking::Ambition);
    let of_parties = [
        some(Lacking::Interests, parties(table, |id| confirmed(id) < CONFIRMED)),
        some(Lacking::NoDeal, parties(table, |id| party(id).no_deal.is_none())),
        some(Lacking::Facts, open),
        some(Lacking::Ratification, parties(table, |id| is_unasked(table, id))),
    ];
    people.into_iter().chain(ambition).chain(of_parties.into_iter().flatten()).collect()
}

/// Whether it is unknown who must say yes at home of a party, or what that body must find.
fn is_unasked(table: &Table, id: PartyId) -> bool {
    let bodies = &table.parties[id].ratification;
    bodies.is_empty() || bodies.iter().any(|body| body.conditions.is_empty())
}

fn before_distributing(table: &Table) -> Vec<Lacking> {
    let found = shapes(table, &acceptable(table));
    if found < PACKAGES { vec![Lacking::Packages(found)] } else { Vec::new() }
}

fn before_following(table: &Table) -> Vec<Lacking> {
    let unexplained = |at: usize| {
        let said = &table.narrative.explanations;
        let package = &table.narrative.packages[at].package;
        parties(table, |id| !said.iter().any(|said| said.party == id && said.package == *package))
    };
    // The one that is told at home the most is what they agree on; else the one that lifts the smallest gain most.
    let chosen =
        acceptable(table).into_iter().min_by_key(|at| (unexplained(*at).len(), Reverse(smallest_gain(table, *at))));
    let Some(at) = chosen else { return vec![Lacking::Agreement] };
    let gaps = [
        some(|parties| Lacking::Explanations(at, parties), unexplained(at)),
        some(|parties| Lacking::Route(at, parties), unratified(table, &table.narrative.packages[at])),
    ];
    gaps.into_iter().flatten().collect()
}

/// The positions of the packages with a name that everybody can accept.
fn acceptable(table: &Table) -> Vec<usize> {
    let Ok(ready) = table.ready() else { return Vec::new() };
    let circumstances = Circumstances::new(ready, WorldId::BASE);
    let packages = table.narrative.packages.iter().enumerate();
    packages.filter(|(_, named)| assess(&circumstances, &named.package).is_acceptable()).map(|(at, _)| at).collect()
}

fn smallest_gain(table: &Table, at: usize) -> Option<Rational> {
    let circumstances = Circumstances::new(table.ready().ok()?, WorldId::BASE);
    assess(&circumstances, &table.narrative.packages[at].package).smallest_gain()
}

/// How many of these packages differ from each other in two decisions, or in one where there is little to decide.
///
/// Taken in the order of the file, each if it differs from all that were taken.
fn shapes(table: &Table, positions: &[usize]) -> usize {
    let wanted = if table.issues.len() > 2 { 2 } else { 1 };
    let package = |at: usize| &table.narrative.packages[at].package.decisions;
    let differing = |a: usize, b: usize| {
        let differs = |issue: &IssueId| package(a)[*issue] != package(b)[*issue];
        table.issues.keys().filter(differs).count()
    };
    let mut taken: Vec<usize> = Vec::new();
    for at in positions {
        if taken.iter().all(|other| differing(*other, *at) >= wanted) {
            taken.push(*at);
        }
    }
    taken.len()
}

fn unratified(table: &Table, named: &NamedPackage) -> Vec<PartyId> {
    let Ok(ready) = table.ready() else { return Vec::new() };
    let assessment = assess(&Circumstances::new(ready, WorldId::BASE), &named.package);
    let passes = |id: PartyId| {
        let mut bodies = assessment.ratifications.iter().filter(|body| body.party == id);
        bodies.all(|body| body.status == RatificationStatus::Passed)
    };
    parties(table, |id| table.parties[id].ratification.is_empty() || !passes(id))
}

fn parties(table: &Table, is_one: impl Fn(PartyId) -> bool) -> Vec<PartyId> {
    table.parties_by_name().into_iter().filter(|id| is_one(*id)).collect()
}

fn some<T>(lacking: impl FnOnce(Vec<T>) -> Lacking, things: Vec<T>) -> Option<Lacking> {
    (!things.is_empty()).then(|| lacking(things))
}
