//! How long answers take. `cargo bench` runs all; `cargo bench -- joint` only what has that name.
//!
//! Each case is asserted to be proven, so a figure is never of half an answer. The peak memory of the process is
//! printed at the end.

#![allow(clippy::print_stderr, clippy::unwrap_used, missing_docs, reason = "a bench may fail loudly, and prints")]

mod made_tables;

use std::cell::RefCell;
use std::hint::black_box;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use criterion::Criterion;
use made_tables::{Recipe, table};
use tafel::analysis::{Claim, Method, diverse, firmness};
use tafel::domain::{Language, PartyId, Table, WorldId};
use tafel::optimize::{Answer, Engine, MOST_STATES, Objective, Question, Scope, frontier, solve_with};
use tafel::repl::Front;
use tafel::report::{Place, Wordbook, examples};
use tafel::session::{Everywhere, Session, TASKS};
use tafel::valuation::Circumstances;

/// How long a person may wait for a command.
const MOST: Duration = Duration::from_millis(50);

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
        ("nash 8 12 5 1 --rules", recipe(8, 12, 5), Objective::Nash, Engine::Best),
        ("ks 8 12 5 1 --rules", recipe(8, 12, 5), Objective::KalaiSmorodinsky, Engine::Best),
        ("joint 8 20 6 1 --rules", recipe(8, 20, 6), Objective::Joint, Engine::Best),
        ("nash 8 20 6 1 --rules", recipe(8, 20, 6), Objective::Nash, Engine::Best),
        ("fair 8 20 6 1 --rules", recipe(8, 20, 6), Objective::Fair, Engine::Best),
        ("nash 10 30 6 1 --rules", recipe(10, 30, 6), Objective::Nash, Engine::Best),
        ("fair 10 30 6 1 --rules", recipe(10, 30, 6), Objective::Fair, Engine::Best),
        ("joint 50 200 10 1 --rules", recipe(50, 200, 10), Objective::Joint, Engine::Best),
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

/// Packages of different shape where the frontier is too large to list.
fn shapes(criterion: &mut Criterion) {
    let table = table(Recipe { parties: 8, issues: 12, options: 5, seed: 1, rules: true, opposed: false });
    let mut group = criterion.benchmark_group("shapes");
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(2));
    for (name, objective) in [("joint", Objective::Joint), ("fair", Objective::Fair), ("nash", Objective::Nash)] {
        group.bench_function(format!("three by {name} 8 12 5 1 --rules"), |bencher| {
            bencher.iter(|| {
                let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
                let (question, flag) = (Question::new(objective), AtomicBool::new(false));
                let answer = solve_with(&circumstances, &question, &flag, Engine::Best).unwrap();
                let Answer::Proven(first) = answer else { panic!("not proven") };
                let found = diverse(&circumstances, &question, &first.package, 3, &flag).unwrap();
                assert!(found.complete && found.packages.len() == 3);
            });
        });
    }
    group.finish();
}

/// How firm an answer is, with everything that `firm` tells.
fn firm(table: &Table, objective: Objective) {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let (question, flag) = (Question::new(objective), AtomicBool::new(false));
    let answer = solve_with(&circumstances, &question, &flag, Engine::Best).unwrap();
    let Answer::Proven(found) = answer else { panic!("not proven") };
    let firm = firmness(&circumstances, &question, &found.package, Claim::Advice, &[], &flag);
    assert_eq!(firm.method, Method::Everywhere { given_up: 0 });
    black_box(firm);
}

/// Every objective, the last for the third party.
fn objectives() -> [(&'static str, Objective); 5] {
    [
        ("joint", Objective::Joint),
        ("fair", Objective::Fair),
        ("nash", Objective::Nash),
        ("ks", Objective::KalaiSmorodinsky),
        ("best", Objective::Best(PartyId::from(2))),
    ]
}

/// The commands that people see first, where packages are too many to list, from the typed line to the text of the answer.
fn commands_among_many(criterion: &mut Criterion) {
    let made = table(Recipe { parties: 8, issues: 12, options: 5, seed: 1, rules: true, opposed: false });
    let file = std::env::temp_dir().join(format!("tafel-speed-{}.ron", std::process::id()));
    std::fs::write(&file, tafel::table_file::write(&made)).unwrap();
    let name = file.to_str().unwrap();
    let mut group = criterion.benchmark_group("command 8 12 5 1 --rules");
    group.sample_size(10).warm_up_time(Duration::from_millis(20)).measurement_time(Duration::from_millis(500));
    for line in [
        "solve --objective ks",
        "zopa",
        "propose",
        "test joint",
        "step joint",
        "improve joint",
        "whynot i0=o0",
        "why joint",
        "trades",
        "meso p3",
    ] {
        group.bench_function(line, |bencher| {
            bencher.iter_custom(|count| (0..count).map(|_| timed(name, &[], line)).sum::<Duration>());
        });
    }
    group.finish();
    std::fs::remove_file(&file).unwrap();
}

/// How firm an answer is where packages are too many to list.
fn firm_among_many(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("firm");
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(2));
    for seed in 1..=6 {
        let table = table(Recipe { parties: 8, issues: 12, options: 5, seed, rules: true, opposed: false });
        for (name, objective) in objectives() {
            group.bench_function(format!("{name} 8 12 5 {seed} --rules"), |bencher| {
                bencher.iter(|| firm(&table, objective));
            });
        }
    }
    group.finish();
}

/// Whole frontiers; those that aren't complete say so in the name.
fn frontiers(criterion: &mut Criterion) {
    let opposed = |parties, issues, options| Recipe { parties, issues, options, seed: 1, rules: false, opposed: true };
    let ruled = Recipe { parties: 8, issues: 12, options: 5, seed: 1, rules: true, opposed: false };
    let (_, source) = tafel::table_file::bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap();
    let cases = [
        ("vvt-cao-2018", tafel::table_file::read(source).table.unwrap()),
        ("2 7 10 1 --opposed", table(opposed(2, 7, 10))),
        ("2 20 10 1 --opposed", table(opposed(2, 20, 10))),
        ("3 6 10 1 --opposed", table(opposed(3, 6, 10))),
        ("5 6 8 1 --opposed", table(opposed(5, 6, 8))),
        ("8 12 5 1 --rules, not complete", table(ruled)),
    ];
    let mut group = criterion.benchmark_group("frontier");
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(2));
    for (name, table) in cases {
        let mut points = 0;
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
                let question = Question::new(Objective::Joint);
                let found =
                    frontier(&circumstances, &question, &Scope::default(), MOST_STATES, &AtomicBool::new(false))
                        .unwrap();
                assert_eq!(found.complete, !name.ends_with("not complete"));
                points = found.points.len();
            });
        });
        eprintln!("{points} points");
    }
    group.finish();
}

fn bundled(criterion: &mut Criterion) {
    let (_, source) = tafel::table_file::bundled().find(|(id, _)| *id == "vvt-cao-2018").unwrap();
    criterion.bench_function("read vvt-cao-2018", |bencher| bencher.iter(|| tafel::table_file::read(source)));
    let table = tafel::table_file::read(source).table.unwrap();
    for (name, objective) in objectives() {
        criterion.bench_function(&format!("firm {name} vvt-cao-2018"), |bencher| {
            bencher.iter(|| firm(&table, objective));
        });
    }
    for (name, objective) in [("joint", Objective::Joint), ("fair", Objective::Fair)] {
        criterion.bench_function(&format!("{name} vvt-cao-2018"), |bencher| {
            bencher.iter(|| answer(&table, objective, Engine::Best));
        });
    }
}

/// Somebody at the prompt with a bundled table or a file in hand, after some lines.
fn at_prompt(table: &str, lines: &[String]) -> Front {
    let mut session = Session::new(true);
    session.take_in_hand(table).unwrap();
    let mut front = Front::new(session, 100, true);
    // Answers are in the language of the table: what is said beforehand makes its words ready.
    front.words(&Everywhere::default());
    for line in lines {
        front.turn(line, Place::Typed, &AtomicBool::new(false));
    }
    front
}

/// Every example of help, from the typed line to the text of the answer; then the slowest of them.
fn commands(criterion: &mut Criterion) {
    let folder = std::env::temp_dir().join(format!("tafel-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let home = std::env::current_dir().unwrap();
    // One of the examples saves a file.
    std::env::set_current_dir(&folder).unwrap();
    let words = Wordbook::new(Language::En);
    let mut slowest = Vec::new();
    let mut group = criterion.benchmark_group("command");
    group.sample_size(10).warm_up_time(Duration::from_millis(20)).measurement_time(Duration::from_millis(200));
    for command in TASKS.iter().flat_map(|(_, commands)| commands.iter()) {
        let lines = examples(command, &words);
        for (at, line) in lines.iter().enumerate() {
            let times = RefCell::new(Vec::new());
            group.bench_function(format!("{command} {at}: {line}"), |bencher| {
                bencher.iter_custom(|count| {
                    let total = (0..count).map(|_| timed("vvt-cao-2018", &lines[..at], line)).sum::<Duration>();
                    times.borrow_mut().push(total / u32::try_from(count).unwrap());
                    total
                });
            });
            let mut times = times.into_inner();
            times.sort_unstable();
            slowest.extend(times.get(times.len() / 2).map(|median| (*median, line.clone())));
        }
    }
    group.finish();
    std::env::set_current_dir(home).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    summarize(slowest);
}

/// How long a line takes that is typed after others; a refusal takes its time too.
fn timed(table: &str, before: &[String], line: &str) -> Duration {
    let mut front = at_prompt(table, before);
    let start = Instant::now();
    let said = front.turn(line, Place::Typed, &AtomicBool::new(false));
    let took = start.elapsed();
    black_box(said);
    took
}

fn summarize(mut times: Vec<(Duration, String)>) {
    times.sort_unstable_by(|a, b| b.cmp(a));
    let slow = times.iter().filter(|(time, _)| *time > MOST).count();
    eprintln!("{} lines on vvt-cao-2018, {slow} over {MOST:?}; the slowest:", times.len());
    for (time, line) in times.iter().take(12) {
        eprintln!("{:>9.2} ms  {line}", time.as_secs_f64() * 1000.0);
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
    commands(&mut criterion);
    made(&mut criterion);
    frontiers(&mut criterion);
    shapes(&mut criterion);
    firm_among_many(&mut criterion);
    commands_among_many(&mut criterion);
    if let Some(peak) = peak_memory() {
        eprintln!("peak memory: {peak}");
    }
    criterion.final_summary();
}
