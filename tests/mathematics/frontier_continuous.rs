//! The frontier with continuous amounts, against a fine grid of amounts and the definitions.
//!
//! What is listed can be reached (a mixture of both ends of a segment is scored anew), nothing on the grid beats it, and
//! it leaves no package of the grid out. A curve that lay too low would leave something of the grid above it; one too high
//! couldn't be reached.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use crate::frontier::compared;
use crate::support::oracle::Oracle;
use crate::support::permute::Shuffle;
use crate::support::plain_table::{Spec, table as plain};
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question};
use serde_json::Value;
use tafel::analysis::{diverse, meso};
use tafel::domain::*;
use tafel::optimize::{Frontier, MOST_STATES, Objective, Question, Reason, Refusal, Scope, Segment, frontier};
use tafel::report::{Wordbook, response_json, response_text};
use tafel::session::Session;
use tafel::valuation::Circumstances;

fn ask(table: &Table, question: &Question, among: Option<Vec<PartyId>>) -> Result<Frontier, Refusal> {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    frontier(&circumstances, question, &Scope { among, ceiling: None }, MOST_STATES, &AtomicBool::new(false))
}

/// The issues whose amount isn't on a step.
fn continuous(table: &Table) -> Vec<IssueId> {
    let free = table.issues.iter_enumerated().filter(|(_, issue)| !issue.parked);
    free.filter(|(_, issue)| matches!(&issue.kind, IssueKind::Quantity(quantity) if quantity.step.is_none()))
        .map(|(id, _)| id)
        .collect()
}

/// The table with its continuous amounts on a fine step.
fn on_a_grid(table: &Table) -> Table {
    let mut stepped = table.clone();
    for id in continuous(table) {
        if let IssueKind::Quantity(quantity) = &mut stepped.issues[id].kind {
            quantity.step = Some(integer(1) / integer(4));
        }
    }
    stepped
}

/// A question about a table with one or two continuous amounts, and among whom to compare.
fn case(seed: u64) -> Option<(Table, Question, Option<Vec<PartyId>>)> {
    let table = entangled(seed, Amounts::Continuous);
    if !(1..=2).contains(&continuous(&table).len()) {
        return None;
    }
    let mut random = Random::new(seed + 1);
    let also = (0..random.below(3) / 2).map(|_| demand(&mut random, &table)).collect();
    let question = Question { also, objective: Objective::Fair, ..question(&mut random, &table) };
    let among = (0..2).map(|_| PartyId::from(random.below(table.parties.len()))).collect();
    let among = (!random.one_in(3)).then_some(among);
    Some((table, question, among))
}

/// What a table says of packages by the definitions.
struct Bench<'a> {
    oracle: Oracle<'a>,
    reasons: BTreeSet<Reason>,
    parties: Vec<PartyId>,
}

impl Bench<'_> {
    fn gains(&self, package: &Package) -> Vec<Rational> {
        let gain = |party: &PartyId| {
            self.oracle.score(*party, package).unwrap() - self.oracle.no_deal(*party).unwrap_or_default()
        };
        self.parties.iter().map(gain).collect()
    }

    fn allows(&self, package: &Package) -> bool {
        self.reasons.iter().all(|reason| self.oracle.keeps(*reason, package))
    }
}

fn is_at_least(gains: &[Rational], others: &[Rational]) -> bool {
    gains.iter().zip(others).all(|(own, other)| own >= other)
}

/// The package `part` of the way between the ends of a segment, and the gains that it should have.
fn mixture(segment: &Segment, part: &Rational) -> (Package, Vec<Rational>) {
    let [one, other] = &segment.ends;
    let between = |one: &Rational, other: &Rational| one + (other - one) * part;
    let decisions = one.package.decisions.iter().zip(&other.package.decisions).map(|pair| match pair {
        (Decision::Amount(one), Decision::Amount(other)) => Decision::Amount(between(one, other)),
        (Decision::Shares(one), Decision::Shares(other)) => {
            let share = |(name, share): (&String, &Rational)| (name.clone(), between(share, &other[name]));
            Decision::Shares(one.iter().map(share).collect())
        }
        (one, other) => {
            assert_eq!(one, other);
            one.clone()
        }
    });
    let gains = one.gains.iter().zip(&other.gains).map(|(one, other)| between(one, other)).collect();
    (Package { decisions: decisions.collect() }, gains)
}

/// Every listed outcome with a package that leads to it, among them some of each segment.
fn listed(found: &Frontier) -> Vec<(Package, Vec<Rational>)> {
    let parts = [1, 3, 4, 6, 7].map(|part| integer(part) / integer(8));
    let mixtures = found.segments.iter().flat_map(|segment| parts.iter().map(move |part| mixture(segment, part)));
    let points = found.points.iter().map(|point| (point.package.clone(), point.gains.clone()));
    points.chain(mixtures).collect()
}

/// Whether the frontier has something that gives both at least as much.
fn reaches(found: &Frontier, gains: &[Rational]) -> bool {
    let by_segment = |segment: &Segment| {
        // From right to left the first falls and the second rises: what has enough of both is one stretch.
        let [right, left] = &segment.ends;
        if right.gains[0] < gains[0] || left.gains[1] < gains[1] {
            return false;
        }
        let least = |from: &Rational, to: &Rational, wanted: &Rational| {
            if wanted <= from { integer(0) } else { (wanted - from) / (to - from) }
        };
        let first = least(&left.gains[0], &right.gains[0], &gains[0]);
        let last = integer(1) - least(&right.gains[1], &left.gains[1], &gains[1]);
        first < last || (first == last && !(first == integer(0) && left.is_open || last == integer(1) && right.is_open))
    };
    found.points.iter().any(|point| is_at_least(&point.gains, gains)) || found.segments.iter().any(by_segment)
}

#[test]
fn corners_and_segments_are_what_the_grid_says() {
    let (mut planes, mut spaces, mut empty, mut segments, mut open) = (0, 0, 0, 0, 0);
    let cases = cases(1_300, 4) as usize;
    for seed in 0..cases as u64 {
        let Some((table, question, among)) = case(seed) else { continue };
        let grid = on_a_grid(&table);
        let oracle = Oracle::asked(&grid, &question);
        let parties = compared(&oracle, among.as_deref());
        let found = match ask(&table, &question, among) {
            Ok(found) => found,
            Err(refusal) => {
                assert_eq!(parties, None, "seed {seed}: {refusal:?}");
                continue;
            }
        };
        assert_eq!(Some(&found.parties), parties.as_ref(), "seed {seed}");
        let bench = Bench { reasons: oracle.reasons(&question), oracle, parties: found.parties.clone() };
        let allowed: Vec<Vec<Rational>> = bench
            .oracle
            .packages
            .iter()
            .filter(|package| bench.allows(package))
            .map(|package| bench.gains(package))
            .collect();
        let listed = listed(&found);
        for (package, gains) in &listed {
            assert!(bench.allows(package), "seed {seed}");
            assert_eq!(bench.gains(package), *gains, "seed {seed}");
            let beats = |other: &[Rational]| other != gains && is_at_least(other, gains);
            assert!(!allowed.iter().any(|other| beats(other)), "seed {seed}: {gains:?}");
            assert!(!listed.iter().any(|(_, other)| beats(other)), "seed {seed}: {gains:?}");
        }
        assert!(found.points.is_sorted_by(|a, b| a.gains > b.gains), "seed {seed}");
        if found.parties.len() <= 2 {
            assert!(found.complete, "seed {seed}");
            planes += 1;
        } else {
            spaces += 1;
        }
        for gains in &allowed {
            if found.parties.len() == 2 {
                assert!(reaches(&found, gains), "seed {seed}: {gains:?}");
            }
            let above = |point: &[Rational]| gains.iter().zip(point).map(|(gain, point)| gain - point).max();
            let nearest = found.points.iter().filter_map(|point| above(&point.gains)).min();
            // Segments reach what points don't; among more parties the gap says how much they leave.
            if found.segments.is_empty() || found.parties.len() > 2 {
                assert!(nearest <= found.gap, "seed {seed}: {gains:?}");
            }
        }
        empty += usize::from(found.points.is_empty());
        segments += found.segments.len();
        open += found.segments.iter().flat_map(|segment| &segment.ends).filter(|end| end.is_open).count();
    }
    for (seen, once_in) in [(planes, 6), (spaces, 13), (empty, 130), (segments, 6), (open, 130)] {
        let all = [planes, spaces, empty, segments, open];
        assert!(once_in * seen >= cases, "of {cases}: {all:?}");
    }
}

/// Two people and things to split between them: each thing is worth so much to the one, and so much to the other.
fn things(worth: &[[i64; 2]]) -> Table {
    let parties = ["A", "B"].map(str::to_owned).to_vec();
    let issues = (0..worth.len()).map(|at| (format!("i{at}"), Vec::new())).collect();
    let mut table = plain(&Spec { parties: parties.clone(), no_deals: vec![integer(0); 2], issues });
    for (worth, issue) in worth.iter().zip(&mut table.issues) {
        let recipient = |(at, id): (usize, &String)| {
            let line = Curve::new(vec![(integer(0), integer(0)), (integer(1), integer(worth[at]))]).unwrap();
            let does = Does { effects: BTreeMap::from([(InterestId::from(at), line)]), attributes: BTreeMap::new() };
            Recipient { id: id.clone(), does }
        };
        let recipients = parties.iter().enumerate().map(recipient).collect();
        issue.today = None;
        issue.kind = IssueKind::Division(Division { total: integer(1), unit: None, exactly: true, recipients });
    }
    table
}

/// Whoever gives up things one after the other, first those that are worth least to it for what they are worth to the
/// other, goes along the frontier: the corners are where the next thing begins.
#[test]
fn the_frontier_of_a_split_goes_thing_by_thing() {
    for seed in 0..cases(200, 5) {
        let mut random = Random::new(seed);
        let worth: Vec<[i64; 2]> = (0..random.below(5) + 1).map(|_| [0, 1].map(|_| random.between(1, 9))).collect();
        let mut things_in_order = worth.clone();
        things_in_order.sort_by_key(|[one, other]| Rational::new((*one).into(), (*other).into()));
        let mut corners = vec![[worth.iter().map(|worth| worth[0]).sum::<i64>(), 0]];
        let mut last = None;
        for [one, other] in things_in_order {
            let ratio = Rational::new(one.into(), other.into());
            let [left, right] = corners[corners.len() - 1];
            if last == Some(ratio.clone()) {
                corners.pop();
            }
            corners.push([left - one, right + other]);
            last = Some(ratio);
        }
        let table = things(&worth);
        let found = ask(&table, &Question::new(Objective::Fair), None).unwrap();
        assert!(found.complete);
        let gains: Vec<Vec<Rational>> = found.points.iter().map(|point| point.gains.clone()).collect();
        let expected: Vec<Vec<Rational>> = corners.iter().map(|corner| corner.map(integer).to_vec()).collect();
        assert_eq!(gains, expected, "{worth:?}");
        assert_eq!(found.segments.len() + 1, found.points.len());
        for (segment, ends) in found.segments.iter().zip(gains.windows(2)) {
            assert_eq!([0, 1].map(|end| segment.ends[end].gains.clone()), [ends[0].clone(), ends[1].clone()]);
        }
    }
}

/// Names and the order of entry change no number.
#[test]
fn the_order_of_entry_changes_no_corner() {
    let (mut told, cases) = (0, cases(300, 3));
    for seed in 0..cases {
        let Some((table, question, among)) = case(seed) else { continue };
        let shuffle = Shuffle::new(&mut Random::new(seed + 9), &table);
        let question = Question { also: Vec::new(), ..question };
        let moved = among.clone().map(|among| among.into_iter().map(|party| shuffle.party(party)).collect());
        let (one, other) = match (ask(&table, &question, among), ask(&shuffle.table(&table), &question, moved)) {
            (Ok(one), Ok(other)) => (one, other),
            (one, other) => {
                assert!(one.is_err() && other.is_err(), "seed {seed}: {one:?} against {other:?}");
                continue;
            }
        };
        let gains = |found: &Frontier| found.points.iter().map(|point| point.gains.clone()).collect::<Vec<_>>();
        assert_eq!(gains(&one), gains(&other), "seed {seed}");
        for (one, other) in one.points.iter().zip(&other.points) {
            assert_eq!(shuffle.package(&one.package), other.package, "seed {seed}");
        }
        told += u64::from(!one.points.is_empty());
    }
    assert!(6 * told >= cases, "{told} of {cases}");
}

#[test]
fn offers_and_packages_of_different_shape_are_chosen_among_corners() {
    let (mut offered, mut varied, cases) = (0, 0, cases(400, 3));
    for seed in 0..cases {
        let Some((table, question, _)) = case(seed) else { continue };
        let question = Question { floors: true, ..question };
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let never = AtomicBool::new(false);
        let grid = on_a_grid(&table);
        let oracle = Oracle::asked(&grid, &question);
        let reasons = oracle.reasons(&question);
        let party = PartyId::from(0);
        if let Ok(found) = meso(&circumstances, &question, party, None, integer(2), 3, &never) {
            for package in &found.offers.packages {
                let level = found.level.clone().unwrap();
                let score = oracle.score(party, package).unwrap();
                assert!(&level - integer(2) <= score && score <= level + integer(2), "seed {seed}");
                assert!(reasons.iter().all(|reason| oracle.keeps(*reason, package)), "seed {seed}");
                offered += 1;
            }
        }
        let Ok(frontier) = ask(&table, &question, None) else { continue };
        let Some(first) = frontier.points.first() else { continue };
        let chosen = diverse(&circumstances, &question, &first.package, 4, &never).unwrap().packages;
        assert_eq!(chosen[0], first.package);
        for package in &chosen[1..] {
            assert!(frontier.points.iter().any(|point| point.package == *package), "seed {seed}");
            varied += 1;
        }
    }
    assert!(4 * offered >= cases && 6 * varied >= cases, "{offered} and {varied} of {cases}");
}

#[test]
fn a_frontier_with_amounts_reads_as_it_should() {
    for (language, name) in [(Language::En, "en"), (Language::Nl, "nl")] {
        let mut session = Session::new(false);
        session.take_in_hand(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/hours.ron")).unwrap();
        let never = AtomicBool::new(false);
        let response = session.turn("frontier", &never).unwrap();
        insta::assert_snapshot!(format!("text_{name}"), response_text(&response, &Wordbook::new(language), 80));
        let told: Value = serde_json::from_str(&response_json(&response).unwrap()).unwrap();
        let segments = told["segments"].as_array().unwrap();
        assert_eq!((segments.len(), told["points"].as_array().unwrap().len()), (7, 8));
        let ends = segments.iter().flat_map(|ends| ends.as_array().unwrap());
        assert!(ends.clone().all(|end| end["scores"]["Boss"].is_f64() && end["choices"]["hours"].is_string()));
        assert!(ends.clone().all(|end| end["open"] == false) && told["complete"] == true);
    }
}
