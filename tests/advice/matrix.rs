//! The two matrices: figures known from practice, and what the definitions say on random tables.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::bundled::{base, scenario};
use crate::support::oracle::Oracle;
use crate::support::random::cases;
use crate::support::random_table::ready_table;
use crate::support::small_tables::{Amounts, table};
use tafel::analysis::{Matrix, interest_matrix, issue_matrix};
use tafel::domain::*;
use tafel::report::{Wordbook, matrix_json, matrix_text};
use tafel::valuation::Circumstances;
use unicode_width::UnicodeWidthStr as _;

/// Whole percents by party in the order of the file: ActiZ, BTN, FNV, CNV, NU91, FBZ.
#[test]
fn the_swings_of_the_collective_agreement_are_those_its_moderator_saw() {
    let table = scenario("vvt-cao-2018");
    let matrix = issue_matrix(&base(&table));
    for (issue, expected) in [
        ("loon", [13, 19, 39, 31, 30, 32]),
        ("looptijd", [25, 23, 12, 6, 8, 7]),
        ("rooster", [4, 9, 19, 26, 17, 5]),
        ("financiers", [31, 27, 6, 10, 4, 8]),
    ] {
        let issue = table.issue_named(issue).unwrap();
        let shares = matrix.shares.iter().map(|shares| shares.as_ref().unwrap()[issue].round());
        assert_eq!(shares.collect::<Vec<_>>(), expected.map(integer), "{issue:?}");
    }
}

/// A party's swing on an issue is how far its score moves when only that issue does.
#[test]
fn swings_are_how_far_the_score_moves() {
    let (mut compared, cases) = (0, cases(150, 20));
    for seed in 0..cases {
        let mut table = table(seed, Amounts::Stepped);
        table.issues.iter_mut().for_each(|issue| issue.parked = false);
        let world = WorldId::from(seed as usize % table.worlds.len());
        let oracle = Oracle::new(&table, world);
        let matrix = issue_matrix(&Circumstances::new(table.ready().unwrap(), world));
        let start = &oracle.packages[0];
        for (party, shares) in matrix.shares.iter_enumerated() {
            let swing = |issue: IssueId| -> Option<Rational> {
                let only = |package: &&Package| {
                    package.decisions.iter_enumerated().all(|(at, to)| at == issue || start.decisions[at] == *to)
                };
                let scores = oracle.packages.iter().filter(only).map(|package| oracle.score(party, package));
                let scores: Option<Vec<Rational>> = scores.collect();
                Some(scores.as_ref()?.iter().max()? - scores.as_ref()?.iter().min()?)
            };
            let swings: Option<Vec<Rational>> = table.issues.keys().map(swing).collect();
            let Some(swings) = swings else { continue }; // Indifferent over the reference set: it has no score.
            let total: Rational = swings.iter().sum();
            if total == integer(0) {
                assert!(shares.is_none(), "seed {seed}");
                continue;
            }
            let expected: Vec<Rational> = swings.iter().map(|swing| swing * integer(100) / &total).collect();
            assert_eq!(shares.as_ref().unwrap().raw, expected, "seed {seed}");
            compared += 1;
        }
    }
    assert!(compared >= cases, "{compared} of {cases}");
}

#[test]
fn interests_are_carried_by_the_parties_that_weigh_them() {
    let mut table = scenario("vvt-cao-2018");
    let named = |table: &Table, name: &str| table.interests.position(|interest| interest.id == name).unwrap();
    let matrix = interest_matrix(&table);
    // 40 of FNV, 25 of CNV, 20 of NU91 and 25 of FBZ, each out of 100.
    assert_eq!(matrix.carried(named(&table, "KO")), integer(110));
    let all: Rational = table.interests.keys().map(|interest| matrix.carried(interest)).sum();
    assert_eq!(all, integer(600));
    assert!(matrix.ranked.is_empty());

    let (btn, fnv) = (table.party_named("BTN").unwrap(), table.party_named("FNV").unwrap());
    let (ko, wa) = (named(&table, "KO"), named(&table, "WA"));
    table.parties[fnv].weights = Weights::Ranking(vec![vec![wa], vec![ko]]);
    table.parties[btn].weights = Weights::Numbers(Default::default());
    let matrix = interest_matrix(&table);
    let shares = matrix.shares[fnv].as_ref().unwrap();
    assert_eq!((&shares[wa], &shares[ko]), (&integer(75), &integer(25)));
    assert_eq!((matrix.ranked, &matrix.shares[btn]), (vec![fnv], &None));
}

fn matrices(table: &Table) -> [Matrix; 2] {
    [Matrix::Interests(interest_matrix(table)), Matrix::Issues(issue_matrix(&base(table)))]
}

#[test]
fn a_matrix_fits_on_a_screen() {
    let table = scenario("vvt-cao-2018");
    let [interests, issues] = matrices(&table);
    let words = Wordbook::new(Language::En);
    insta::assert_snapshot!(matrix_text(&table, &interests, &words, 80));
    insta::assert_snapshot!(matrix_text(&table, &issues, &Wordbook::new(Language::Nl), 80));
    insta::assert_snapshot!(matrix_text(&table, &issues, &words, 40));
}

/// Many parties, long and odd names: nothing is cut off, nothing runs over.
#[test]
fn a_wide_matrix_is_folded_and_loses_no_number() {
    let mut tables: Vec<Table> = ["vvt-cao-2018", "friesland-acht"].map(scenario).into();
    tables.extend((0..12).map(ready_table));
    let mut crowded = scenario("friesland-acht");
    let copies: Vec<Party> = crowded.parties.iter().cloned().collect();
    for round in 0..3 {
        let named = |party: &Party| Party { id: format!("{} of the {round}th delegation", party.id), ..party.clone() };
        crowded.parties.extend(copies.iter().map(named));
    }
    tables.push(crowded);
    for table in &tables {
        for matrix in matrices(table) {
            let numbers = |text: &str| {
                let body = text.split_whitespace();
                body.filter(|word| word.parse::<u32>().is_ok()).count()
            };
            let widest = numbers(&matrix_text(table, &matrix, &Wordbook::new(Language::En), 5_000));
            for width in [20, 40, 80, 120] {
                let text = matrix_text(table, &matrix, &Wordbook::new(Language::En), width);
                let wide = text.lines().find(|line| line.width() > width);
                assert_eq!(wide, None, "{width}\n{text}");
                if width > 20 {
                    assert!(numbers(&text) >= widest, "{width}\n{text}");
                }
            }
        }
    }
}

#[test]
fn the_json_of_a_matrix_has_exact_numbers_by_name() {
    let table = scenario("vvt-cao-2018");
    let [interests, issues] = matrices(&table);
    let json = |matrix| -> serde_json::Value { serde_json::from_str(&matrix_json(&table, matrix).unwrap()).unwrap() };
    assert_eq!(json(&interests)["parties"]["FNV"]["KO"], 40.0);
    assert_eq!(json(&interests)["carried"]["KO"], 110.0);
    let swing = json(&issues)["parties"]["FNV"]["loon"].as_f64().unwrap();
    assert!((swing - 39.0).abs() < 0.5, "{swing}");
}
