//! The zone against brute force that shares no code with it, and against published counts.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::bundled::scenario;
use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::random_table::ready_table;
use crate::support::small_tables::{Amounts, entangled};
use tafel::analysis::{Floor, Zone, ZoneCounts, percent, zone};
use tafel::domain::*;
use tafel::optimize::{Answer, Objective, Question, Reason, Uncounted};
use tafel::report::{Strokes, Wordbook, zone_json, zone_text};
use tafel::table_file::read;
use tafel::valuation::Circumstances;
use unicode_width::UnicodeWidthStr as _;

fn measured(table: &Table, world: WorldId) -> Zone {
    zone(&Circumstances::new(table.ready().unwrap(), world), None, &AtomicBool::new(false))
}

fn park(mut table: Table, issue: &str) -> Table {
    let issue = table.issue_named(issue).unwrap();
    table.issues[issue].parked = true;
    table
}

fn named(table: &Table, counts: &[(PartyId, u64)]) -> Vec<(String, u64)> {
    counts.iter().map(|(party, count)| (table.parties[*party].id.clone(), *count)).collect()
}

/// The answer of the definitions: what each set of parties can live with, package by package.
fn expected(table: &Table, oracle: &Oracle<'_>) -> ZoneCounts {
    let rules: BTreeSet<Reason> = table.rules.keys().map(Reason::Rule).collect();
    let within: Vec<&Package> = oracle.allowed(&rules).collect();
    let objects = |party: PartyId, package: &Package| match (oracle.score(party, package), oracle.no_deal(party)) {
        (Some(score), Some(no_deal)) => score < no_deal,
        _ => false,
    };
    let live = |parties: &[PartyId]| {
        within.iter().filter(|package| !parties.iter().any(|party| objects(*party, package))).count() as u64
    };
    let judging: Vec<PartyId> = table
        .parties
        .keys()
        .filter(|party| oracle.no_deal(*party).is_some() && oracle.score(*party, &oracle.packages[0]).is_some())
        .collect();
    let needed: Vec<PartyId> =
        judging.iter().copied().filter(|party| table.parties[*party].attendance == Attendance::Needed).collect();
    let others = |party| needed.iter().copied().filter(|other| *other != party).collect::<Vec<_>>();
    let groups: BTreeSet<&String> = table.parties.iter().filter_map(|party| party.group.as_ref()).collect();
    let members = |group: &String| -> Vec<PartyId> {
        table.parties.iter_enumerated().filter(|(_, p)| p.group.as_ref() == Some(group)).map(|(id, _)| id).collect()
    };
    ZoneCounts {
        packages: oracle.packages.len() as u64,
        within_rules: within.len() as u64,
        acceptable: live(&needed),
        groups: groups.into_iter().map(|group| (group.clone(), live(&members(group)))).collect(),
        parties: judging.iter().map(|party| (*party, live(&[*party]))).collect(),
        without: needed.iter().map(|party| (*party, live(&others(*party)))).collect(),
    }
}

#[test]
fn the_counts_are_what_looking_at_every_package_says() {
    let (mut empty, mut blocked, mut staying_out, mut parked) = (0, 0, 0, 0);
    let all = cases(1_000, 20);
    for seed in 0..all {
        let mut table = entangled(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 7);
        for party in &mut table.parties {
            party.group = random.pick(&[None, Some("some".to_owned()), Some("others".to_owned())]);
        }
        let world = WorldId::from(random.below(table.worlds.len()));
        let oracle = Oracle::new(&table, world);
        let zone = measured(&table, world);
        let counts = zone.counts.as_ref().unwrap();
        assert_eq!(*counts, expected(&table, &oracle), "seed {seed}");

        let question = Question { world, ..Question::new(Objective::Fair) };
        match &zone.best {
            Ok(Answer::Proven(found)) => {
                assert_eq!(oracle.answer(&question).unwrap().package, found.package, "seed {seed}");
                assert!(counts.acceptable > 0, "seed {seed}");
            }
            Ok(Answer::Infeasible(_)) => assert_eq!(counts.acceptable, 0, "seed {seed}"),
            Ok(other) => panic!("seed {seed}: {other:?}"),
            Err(_) => assert!(zone.floors.iter().any(|(_, f)| matches!(f, Floor::Unknown | Floor::Indifferent))),
        }
        if let Some((who, most)) = counts.blocks_most() {
            let alone = |party: &PartyId| counts.without.iter().find(|(p, _)| p == party).unwrap().1;
            assert!(who.iter().all(|party| alone(party) == counts.acceptable + most), "seed {seed}");
            assert!(counts.without.iter().all(|(_, count)| *count <= counts.acceptable + most), "seed {seed}");
            blocked += 1;
        }
        empty += u64::from(counts.acceptable == 0);
        staying_out += u64::from(zone.floors.iter().any(|(_, floor)| *floor == Floor::MayStayOut));
        parked += u64::from(table.issues.iter().any(|issue| issue.parked));
    }
    for (what, seen) in [("empty", empty), ("blocked", blocked), ("stay out", staying_out), ("parked", parked)] {
        assert!(10 * seen >= all, "only {seen} of {all} tables: {what}");
    }
}

/// The counts of the talks of 2018, as the moderator saw them with and without the financiers.
#[test]
fn the_counts_of_the_collective_agreement_are_the_published_ones() {
    let open = scenario("vvt-cao-2018");
    let counts = measured(&open, WorldId::BASE).counts.unwrap();
    assert_eq!((counts.packages, counts.within_rules, counts.acceptable), (1458, 1008, 221));

    let parked = park(open, "financiers");
    let zone = measured(&parked, WorldId::BASE);
    let counts = zone.counts.as_ref().unwrap();
    assert_eq!((counts.packages, counts.within_rules, counts.acceptable), (486, 258, 4));
    assert_eq!(counts.groups, [("employers".to_owned(), 94), ("unions".to_owned(), 16)]);
    assert_eq!(counts.share(), integer(400) / integer(486));
    // Whoever didn't have to agree, the zone can only grow.
    assert!(counts.without.iter().all(|(_, count)| 4 <= *count));
    assert!(zone.floors.iter().all(|(_, floor)| *floor == Floor::Needed));
}

#[test]
fn another_world_has_another_zone() {
    let table = scenario("vvt-cao-2018");
    let world = table.world_named("tarieven-niet-dekkend").unwrap();
    let [base, other] = [WorldId::BASE, world].map(|world| measured(&table, world).counts.unwrap());
    assert!(other.within_rules < base.within_rules, "{} {}", other.within_rules, base.within_rules);
    assert_eq!(other, expected(&table, &Oracle::new(&table, world)));
}

#[test]
fn a_party_without_a_known_no_deal_blocks_nothing_and_is_named() {
    let mut table = scenario("vvt-cao-2018");
    let fnv = table.party_named("FNV").unwrap();
    let without = measured(&table, WorldId::BASE).counts.unwrap().without;
    let expected = without.iter().find(|(party, _)| *party == fnv).unwrap().1;
    table.parties[fnv].no_deal = None;
    let zone = measured(&table, WorldId::BASE);
    let counts = zone.counts.as_ref().unwrap();
    assert_eq!(counts.acceptable, expected);
    assert!(!named(&table, &counts.parties).iter().any(|(name, _)| name == "FNV"));
    assert!(zone.floors.contains(&(fnv, Floor::Unknown)));
    assert!(zone.best.is_err());
    let text = told(&table, &zone, Language::En, 80);
    assert!(text.contains("How good it can get is not known"), "{text}");
    assert!(text.contains("The no-deal of FNV is unknown"), "{text}");
}

/// Where every amount can be agreed the best package is known all the same.
#[test]
fn endlessly_many_packages_have_a_headline_and_no_counts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/amounts.ron");
    let mut table = read(&std::fs::read_to_string(path).unwrap()).table.unwrap();
    for issue in &mut table.issues {
        if let IssueKind::Quantity(quantity) = &mut issue.kind {
            quantity.step = None;
        }
    }
    let zone = measured(&table, WorldId::BASE);
    assert_eq!(zone.counts, Err(Uncounted::Endless));
    assert!(zone.found().is_some());
    let text = told(&table, &zone, Language::En, 80);
    assert!(text.contains("Yes. At best") && text.contains("endlessly many packages"), "{text}");
}

#[test]
fn a_walk_that_is_stopped_counts_nothing() {
    let mut table = scenario("vvt-cao-2018");
    let copies: Vec<Issue> = table.issues.iter().take(5).cloned().collect();
    table.issues.extend(copies.into_iter().map(|issue| Issue { id: format!("{}-2", issue.id), ..issue }));
    let stopped = zone(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), None, &AtomicBool::new(true));
    assert_eq!(stopped.counts, Err(Uncounted::Stopped));

    let copies: Vec<Issue> = table.issues.iter().take(4).cloned().collect();
    table.issues.extend(copies.into_iter().map(|issue| Issue { id: format!("{}-3", issue.id), ..issue }));
    let large = zone(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), None, &AtomicBool::new(true));
    let packages: Count = table.issues.iter().map(|issue| Count::from(issue.options().len())).product();
    assert_eq!(large.counts, Err(Uncounted::TooMany(packages)));
}

#[test]
fn percent_of_nothing_is_nothing() {
    assert_eq!((percent(0, 0), percent(1, 8)), (integer(0), integer(25) / integer(2)));
}

fn told(table: &Table, zone: &Zone, language: Language, width: usize) -> String {
    zone_text(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), zone, &Wordbook::new(language), width)
}

#[test]
fn the_headline_comes_first_and_the_moderators_part_says_so() {
    let table = park(scenario("vvt-cao-2018"), "financiers");
    insta::assert_snapshot!(told(&table, &measured(&table, WorldId::BASE), Language::En, 80));
}

#[test]
fn the_zone_can_be_told_in_dutch_and_without_block_characters() {
    let table = scenario("vvt-cao-2018");
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let words = Wordbook::new(Language::Nl).drawing(Strokes::Ascii);
    let text = zone_text(&circumstances, &measured(&table, WorldId::BASE), &words, 80);
    assert!(text.contains('#') && !text.contains('█'));
    insta::assert_snapshot!(text);
}

#[test]
fn an_empty_zone_is_told_with_its_reasons() {
    let mut table = park(scenario("vvt-cao-2018"), "financiers");
    for party in ["FNV", "ActiZ"] {
        let party = table.party_named(party).unwrap();
        let value = NoDealValue::Score(integer(90));
        table.parties[party].no_deal = Some(NoDeal { value, reason: None, range: None });
    }
    let zone = measured(&table, WorldId::BASE);
    let text = told(&table, &zone, Language::En, 80);
    let [no, share, why] = ["No. No package", "0.0% of all packages work: 0 of 486.", "Why no package is acceptable"]
        .map(|part| text.find(part).unwrap_or_else(|| panic!("{part}\n{text}")));
    assert!(no < share && share < why, "{text}");
}

#[test]
fn no_line_of_a_zone_is_wider_than_the_page() {
    let mut tables: Vec<Table> = ["vvt-cao-2018", "sinaasappel", "friesland-acht"].map(scenario).into();
    tables.extend((0..12).map(ready_table));
    for table in &tables {
        let zone = measured(table, WorldId::BASE);
        for (language, width) in [(Language::En, 40), (Language::Nl, 80), (Language::En, 120)] {
            let text = told(table, &zone, language, width);
            let wide = text.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{width}\n{text}");
        }
    }
}

#[test]
fn the_json_of_a_zone_keeps_the_moderators_part_apart() {
    let table = park(scenario("vvt-cao-2018"), "financiers");
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let zone = measured(&table, WorldId::BASE);
    let json: serde_json::Value = serde_json::from_str(&zone_json(&circumstances, &zone).unwrap()).unwrap();
    assert_eq!(json["status"], "proven");
    assert_eq!((&json["packages"], &json["within_rules"], &json["acceptable"]), (&486.into(), &258.into(), &4.into()));
    assert_eq!(json["groups"], serde_json::json!({"employers": 94, "unions": 16}));
    assert_eq!(json["parked"], serde_json::json!(["financiers"]));
    let counts = zone.counts.as_ref().unwrap();
    for (name, count) in named(&table, &counts.without) {
        assert_eq!(json["moderator_only"]["without"][name], count);
    }
    assert_eq!(json["smallest_gain"], json["package"]["smallest_gain"]);
}
