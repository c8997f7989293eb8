//! The zone, counted, against brute force that shares no code with it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, entangled, question};
use tafel::domain::{Count, Package, Rational};
use tafel::optimize::{Question, Reason, census};
use tafel::valuation::Circumstances;

/// Counts, occurrences and the whole frontier as a set; no dominated point, none twice, none lost at a gain of 0.
#[test]
fn the_zone_is_what_the_definitions_say() {
    let mut zones = 0;
    for seed in 0..cases(1_000, 20) {
        let table = entangled(seed, Amounts::Stepped);
        let question = Question { floors: true, ratifiable: false, ..question(&mut Random::new(seed + 1), &table) };
        let oracle = Oracle::new(&table, question.world);
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let census = census(&circumstances, &AtomicBool::new(false)).unwrap();
        let reasons = oracle.reasons(&question);
        let rules: BTreeSet<Reason> =
            reasons.iter().copied().filter(|reason| matches!(reason, Reason::Rule(_))).collect();
        let acceptable: Vec<&Package> = oracle.allowed(&reasons).collect();
        let counts = (census.packages, census.within_rules, census.acceptable);
        let expected = (oracle.packages.len(), oracle.allowed(&rules).count(), acceptable.len());
        assert_eq!(counts, (expected.0 as u64, expected.1 as u64, expected.2 as u64), "seed {seed}");

        for ((issue, decision), count) in &census.occurrences {
            let with = acceptable.iter().filter(|package| package.decisions[*issue] == *decision).count();
            assert_eq!(*count, with as u64, "seed {seed}");
        }
        let mut vectors: BTreeMap<Vec<Rational>, u64> = BTreeMap::new();
        for package in &acceptable {
            *vectors.entry(oracle.gains(package)).or_default() += 1;
        }
        let dominated = |gains: &Vec<Rational>| {
            vectors.keys().any(|other| other != gains && gains.iter().zip(other).all(|(gain, other)| gain <= other))
        };
        let efficient: BTreeMap<_, _> = vectors.iter().filter(|(gains, _)| !dominated(gains)).collect();
        let points: Vec<_> =
            census.frontier.iter().map(|point| (oracle.gains(&point.package), point.packages.clone())).collect();
        assert_eq!(points.len(), efficient.len(), "seed {seed}");
        assert!(
            points.iter().all(|(gains, packages)| efficient.get(gains).map(|count| Count::from(**count)) == *packages),
            "seed {seed}"
        );
        zones += u64::from(!acceptable.is_empty());
    }
    assert!(2 * zones >= cases(1_000, 20), "only {zones} tables have a zone");
}
