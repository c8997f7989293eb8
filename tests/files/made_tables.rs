//! The tables that speed is measured on are the published ones, byte for byte, and their answers hold.

use crate::support::made_tables;

use std::sync::atomic::AtomicBool;

use made_tables::{Recipe, make, table};
use tafel::domain::{Rational, Table, WorldId};
use tafel::optimize::{Answer, Engine, Objective, Question, solve_with};
use tafel::valuation::{Circumstances, assess};

const SMALL: Recipe = Recipe { parties: 2, issues: 3, options: 2, seed: 1, rules: false, opposed: false };

/// The neutral form as indented JSON: the bytes by which tables made elsewhere can be compared.
fn json(recipe: Recipe) -> String {
    let made = make(recipe);
    let named = |kind: &str, values: &[i64]| -> Value {
        Value::Object(
            values.iter().enumerate().map(|(at, value)| (format!("{kind}{at}"), Value::Number(*value))).collect(),
        )
    };
    let text = |text: String| Value::Text(text);
    let object = |fields: Vec<(&str, Value)>| {
        Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    let numbers = |values: &[i64]| Value::List(values.iter().map(|value| Value::Number(*value)).collect());
    let parties = made.no_deals.iter().enumerate();
    let parties =
        parties.map(|(p, no_deal)| object(vec![("id", text(format!("p{p}"))), ("no_deal", Value::Number(*no_deal))]));
    let option = |(o, (values, costs)): (usize, &(Vec<i64>, Vec<i64>))| {
        object(vec![("id", text(format!("o{o}"))), ("values", named("p", values)), ("costs", numbers(costs))])
    };
    let issues = made.issues.iter().enumerate().map(|(i, options)| {
        let options = Value::List(options.iter().enumerate().map(option).collect());
        object(vec![("id", text(format!("i{i}"))), ("options", options)])
    });
    let budgets = made.budgets.iter().enumerate().map(|(b, most)| {
        let kind = ("kind", text("budget".to_owned()));
        object(vec![kind, ("attribute", Value::Number(b as i64)), ("at_most", Value::Number(*most))])
    });
    let end = |[issue, option]: [usize; 2]| Value::List(vec![text(format!("i{issue}")), text(format!("o{option}"))]);
    let pairs = made.pairs.iter().map(|(kind, first, then)| {
        object(vec![("kind", text((*kind).to_owned())), ("if", end(*first)), ("then", end(*then))])
    });
    let whole = object(vec![
        ("parties", Value::List(parties.collect())),
        ("issues", Value::List(issues.collect())),
        ("rules", Value::List(budgets.chain(pairs).collect())),
    ]);
    let mut bytes = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, formatter);
    serde::Serialize::serialize(&whole, &mut serializer).expect("plain data");
    String::from_utf8(bytes).expect("JSON is UTF-8") + "\n"
}

/// JSON whose fields keep their order.
enum Value {
    Number(i64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// 64-bit FNV-1a.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn made_tables_have_the_published_bytes() {
    let opposed = Recipe { parties: 6, issues: 8, options: 4, seed: 3, rules: true, opposed: true };
    let large = Recipe { parties: 10, issues: 30, options: 6, seed: 1, rules: true, opposed: false };
    let wide = Recipe { parties: 8, issues: 20, ..large };
    for (recipe, length, sum) in [
        (SMALL, 885, 0x5581_4c9e_d148_3872),
        (opposed, 6658, 0x4523_9f15_c5d9_1b8a),
        (large, 52_736, 0xe447_8dae_771d_fcde),
        (wide, 30_216, 0x1b4e_1b3b_e41f_4a30),
    ] {
        let json = json(recipe);
        assert_eq!((json.len(), checksum(&json)), (length, sum), "{recipe:?}");
    }
}

fn best(table: &Table, objective: Objective, engine: Engine) -> (Rational, Rational) {
    let circumstances = Circumstances::new(table.ready().expect("made tables are complete"), WorldId::BASE);
    let answer = solve_with(&circumstances, &Question::new(objective), &AtomicBool::new(false), engine);
    let Ok(Answer::Proven(found)) = answer else { panic!("{answer:?}") };
    let assessment = assess(&circumstances, &found.package);
    (assessment.joint_gain().unwrap_or_default(), assessment.smallest_gain().unwrap_or_default())
}

/// Larger tables than the oracle can list, where the engines still meet.
#[test]
fn engines_agree_on_tables_of_a_million_packages() {
    for (seed, opposed) in [(1, false), (2, false), (3, true)] {
        let table = table(Recipe { parties: 5, issues: 10, options: 4, seed, rules: true, opposed });
        for objective in [Objective::Joint, Objective::Fair] {
            let enumerated = best(&table, objective, Engine::Enumeration);
            for engine in [Engine::BranchAndBound, Engine::Bounds] {
                assert_eq!(best(&table, objective, engine), enumerated, "seed {seed}, {objective:?}, {engine:?}");
            }
        }
    }
}

/// Where no list can be made: on such a table most walks are given up, and some aren't.
#[test]
fn walks_below_nodes_find_what_bounds_at_every_node_find() {
    let table = table(Recipe { parties: 8, issues: 20, options: 6, seed: 1, rules: true, opposed: false });
    for objective in [Objective::Joint, Objective::Fair, Objective::Nash, Objective::KalaiSmorodinsky] {
        assert_eq!(
            best(&table, objective, Engine::BranchAndBound),
            best(&table, objective, Engine::Bounds),
            "{objective:?}"
        );
    }
}
