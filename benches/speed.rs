//! How long answers take. `cargo bench` runs all; `cargo bench -- joint` only what has that name.
//!
//! Each case is asserted to be proven, so a figure is never of half an answer. The peak memory of the process is
//! printed at the end.

#![allow(clippy::print_stderr, clippy::unwrap_used, missing_docs, reason = "a bench may fail loudly, and prints")]

mod made_tables;

use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use criterion::Criterion;
use made_tables::{Recipe, table};
use tafel::domain::{Table, WorldId};
use tafel::optimize::{Answer, Engine, Objective, Question, solve_with};
use tafel::valuation::Circumstances;

fn answer(table: &Table, objective: Objective, engine: Engine) {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let answer = solve_with(&circumstances, &Question::new(objective), &AtomicBool::new(false), engine).unwrap();
    assert!(matches!(answer, Answer::Proven(_)));
    black_box(answer);
}

fn made(criterion: &mut Criterion) {
    let recipe = |parties, issues, options| Recipe { parties, issues, options, seed: 1, rules: true, opposed: false };
    let cases = [
        ("joint 10 30 6 1 --rules", recipe(10, 30, 6), Objective::Joint, Engine::Best),
        ("fair 8 12 5 1 --rules", recipe(8, 12, 5), Objective::Fair, Engine::Best),
        ("fair 8 20 6 1 --rules", recipe(8, 20, 6), Objective::Fair, Engine::Best),
        ("enumerate 5 10 4 1 --rules", recipe(5, 10, 4), Objective::Fair, Engine::Enumeration),
    ];
    let mut group = criterion.benchmark_group("made");
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(2));
    for (name, recipe, objective, engine) in cases {
        let table = table(recipe);
        group.bench_function(name, |bencher| bencher.iter(|| answer(&table, objective, engine)));
    }
    group.finish();
}

fn bundled(criterion: &mut Criterion) {
    let (_, source) = tafel::table_file::bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap();
    criterion.bench_function("read vvt-cao-2018", |bencher| bencher.iter(|| tafel::table_file::read(source)));
    let table = tafel::table_file::read(source).table.unwrap();
    for (name, objective) in [("joint", Objective::Joint), ("fair", Objective::Fair)] {
        criterion.bench_function(&format!("{name} vvt-cao-2018"), |bencher| {
            bencher.iter(|| answer(&table, objective, Engine::Best));
        });
    }
}

/// The most memory that the process ever held, where the system tells.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map(|size| size.trim().to_owned())
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    bundled(&mut criterion);
    made(&mut criterion);
    if let Some(peak) = peak_memory() {
        eprintln!("peak memory: {peak}");
    }
    criterion.final_summary();
}
