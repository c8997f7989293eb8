//! How firm an answer is where packages are too many to list: against the whole list, and against the optimiser.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::firmness::{answer_with, firm};
use crate::support::bundled::never;
use crate::support::made_tables::{Recipe, table as made_table};
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, question, table};
use tafel::analysis::{Edge, Method, Reach, firmness};
use tafel::domain::*;
use tafel::optimize::{Answer, Objective, Question, solve};
use tafel::valuation::Circumstances;

/// The table with two more issues of 250 options each that do nothing, and rules that leave one of them each: there are
/// 62,500 times as many packages, too many to list, and the answers are the same.
fn padded(table: &Table) -> Table {
    let mut padded = table.clone();
    for at in 0..2 {
        let issue = IssueId::from(padded.issues.len());
        let option = |at: u32| IssueOption {
            id: format!("o{at:03}"),
            text: "nothing".into(),
            does: Does::default(),
            provision: None,
            in_reference: true,
            remarks: BTreeMap::new(),
        };
        padded.issues.push(Issue {
            id: format!("zz{at}"),
            text: "nothing".into(),
            outside: false,
            bundle: None,
            today: Some(Decision::Option(0)),
            parked: false,
            kind: IssueKind::Choice((0..250).map(option).collect()),
        });
        let form = RuleForm::AtLeast(1, vec![OptionId { issue, index: 0 }]);
        padded.rules.push(Rule { id: format!("zz{at}"), owner: None, reason: None, form });
    }
    let parties = padded.parties.iter_mut().filter_map(|party| party.no_deal.as_mut());
    let worlds = padded.worlds.iter_mut().flat_map(|world| world.no_deals.values_mut());
    for no_deal in parties.chain(worlds) {
        if let NoDealValue::Package(package) = &mut no_deal.value {
            *package = lengthened(package);
        }
    }
    padded
}

/// The question with so much time that how much is found out doesn't hang on the machine.
fn unhurried(question: Question) -> Question {
    Question { deadline: Some(Instant::now() + Duration::from_secs(600)), ..question }
}

fn lengthened(package: &Package) -> Package {
    let more = [Decision::Option(0), Decision::Option(0)];
    Package { decisions: package.decisions.iter().cloned().chain(more).collect() }
}

/// Of a table that is too large to list, near rivals and numbers followed one by one say what the whole list says of the
/// small table that it was made from, and lose no change of a number that they call known. What they give up is where
/// somebody comes to tell nothing from anything.
#[test]
fn near_rivals_say_what_the_whole_list_says() {
    let (mut numbers, mut changes, mut given_up, cases) = (0, 0, 0, cases(250, 3));
    let mut drawn = 0;
    for seed in 0..cases {
        let table = table(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 6);
        let question = unhurried(question(&mut random, &table));
        let Some(small) = firm(&table, &question) else { continue };
        let large = padded(&table);
        let circumstances = Circumstances::new(large.ready().unwrap(), question.world);
        let large = firmness(&circumstances, &question, &lengthened(&small.package), small.claim, &[], &never());
        assert_eq!(large.claim, small.claim, "seed {seed}");
        let Method::Everywhere { given_up: left } = large.method else { continue };
        assert_eq!(large.reaches.len(), small.reaches.len(), "seed {seed}");
        (numbers, given_up) = (numbers + large.reaches.len(), given_up + left);
        if large.draws.of == small.draws.of {
            assert_eq!(large.draws, small.draws, "seed {seed}, {question:?}");
            drawn += 1;
        }
        for reach in &small.reaches {
            let number = &reach.number;
            let other = large.reach(number.parameter).unwrap();
            let is_known = other.is_known;
            for (side, other) in [(&reach.down, &other.down), (&reach.up, &other.up)] {
                let context = || format!("seed {seed}, {question:?}, {number:?}: {side:?} and {other:?}");
                assert!(other.is_none() || side.is_some(), "{}", context());
                assert!(!is_known || side.is_none() || other.is_some(), "{}", context());
                let Some((side, other)) = side.as_ref().zip(other.as_ref()) else { continue };
                changes += 1;
                let apart = num_traits::abs(&side.to - &other.to) / number.range();
                assert!(apart <= Rational::from_integer(1.into()) / integer(1_000_000), "{}", context());
                // Within that millionth there may be two other answers, one after the other.
                if side.package.as_ref().map(lengthened) != other.package {
                    let there = answer_with(&table, &question, reach, &other.to).flatten();
                    assert_eq!(there.as_ref().map(lengthened), other.package, "{}", context());
                }
            }
        }
    }
    assert!(drawn > 0);
    assert!(
        changes >= 4 * cases && 5 * given_up <= numbers,
        "{numbers} numbers, {changes} changes, {given_up} given up"
    );
}

/// Of tables with hundreds of thousands of packages every number is known all the way, and the optimiser, which knows
/// nothing of that, answers the same before a change and otherwise behind it.
#[test]
fn on_tables_too_large_to_list_the_optimiser_says_the_same() {
    let (mut asked, cases) = (0, cases(2, 3));
    for seed in 1..=cases {
        let recipe = Recipe { parties: 4, issues: 8, options: 5, seed, rules: true, opposed: false };
        let mut table = made_table(recipe);
        // Interests of two parties, and both scales.
        let shared = table.parties[PartyId::from(1)].weights.clone();
        if let (Weights::Numbers(own), Weights::Numbers(shared)) =
            (&mut table.parties[PartyId::from(0)].weights, shared)
        {
            own.extend(shared.into_iter().take(1));
        }
        if seed % 2 == 0 {
            table.scale = Scale::Percent;
            for party in &mut table.parties {
                party.no_deal.as_mut().unwrap().value = NoDealValue::Score(integer(30));
            }
        }
        let best = Objective::Best(PartyId::from(2));
        let objectives = [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky, best];
        for question in objectives.map(|objective| unhurried(Question::new(objective))) {
            let Some(firm) = firm(&table, &question) else { continue };
            let Method::Everywhere { given_up } = firm.method else { panic!("{:?}", firm.method) };
            let context = || format!("seed {seed}, {question:?}: {given_up} of {} given up", firm.reaches.len());
            assert!(50 * given_up <= firm.reaches.len(), "{}", context());
            let mut random = Random::new(seed);
            let picked = (0..3).chain((0..9).map(|_| random.below(firm.reaches.len())));
            let picked: Vec<&Reach> = picked.map(|at| &firm.reaches[at]).collect();
            for reach in picked.into_iter().filter(|reach| reach.is_known) {
                let number = &reach.number;
                for (side, end) in [(&reach.down, &number.low), (&reach.up, &number.high)] {
                    let answer = |value: &Rational| {
                        let mut changed = table.clone();
                        number.parameter.set(&mut changed, value.clone());
                        let circumstances = Circumstances::new(changed.ready().unwrap(), question.world);
                        match solve(&circumstances, &question, &never()) {
                            Ok(Answer::Proven(found)) => Some(found.package),
                            _ => None,
                        }
                    };
                    asked += 1;
                    let context = || format!("seed {seed}, {question:?}, {number:?}, {side:?}");
                    let to = side.as_ref().map_or(end, |shift| &shift.to);
                    let halfway = (&number.value + to) / integer(2);
                    assert!(halfway == *to || answer(&halfway).as_ref() == Some(&firm.package), "{}", context());
                    let Some(shift) = side else {
                        assert_eq!(answer(end).as_ref(), Some(&firm.package), "{}", context());
                        continue;
                    };
                    let beside = number.range() / integer(1_000_000) * num_traits::signum(end - &number.value);
                    let behind = if shift.edge == Edge::Beyond { &shift.to + beside } else { shift.to.clone() };
                    assert_eq!(answer(&behind), shift.package, "{}", context());
                }
            }
        }
    }
    assert!(asked >= 50 * cases, "{asked}");
}

/// Of tables with hundreds of millions of packages every number is known all the way: most from lists, and those that go
/// further by being followed by themselves. All draws are made.
#[test]
fn on_large_tables_every_number_is_known() {
    for seed in [5, 6, 4].into_iter().take(cases(1, 3) as usize) {
        let recipe = Recipe { parties: 8, issues: 12, options: 5, seed, rules: true, opposed: false };
        let table = made_table(recipe);
        for objective in [Objective::Nash, Objective::KalaiSmorodinsky] {
            let firm = firm(&table, &unhurried(Question::new(objective))).unwrap();
            let unknown: Vec<&Reach> = firm.reaches.iter().filter(|reach| !reach.is_known).collect();
            assert_eq!(firm.method, Method::Everywhere { given_up: 0 }, "seed {seed}, {objective:?}: {unknown:?}");
            assert_eq!(firm.draws.of, 200, "seed {seed}, {objective:?}");
        }
    }
}
