//! Firmness where packages are too many to list: only those are listed that could be chosen before the package in question
//! while one number moves.
//!
//! The slack by which a listed rival may be behind ([`margin`]) is small at first and larger for the numbers that go
//! further. A number is looked at ([`Search`]) as far as its slack reaches, which rules out all of the rest at once.

mod collect;
mod known;
mod list;
mod margin;
mod pursuit;
mod rows;
mod shares;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use itertools::Itertools as _;

use super::along::{Along, Moves, View};
use super::ledger::Ledger;
use super::number::{Number, numbers};
use super::parameter::Parameter;
use super::search::{Bracket, Holds, Search};
use super::settle::{self, Court};
use super::snapshot::Order;
use super::telling::{Change, Scout, Trail};
use super::{Claim, Draws, Firmness, Method, Reach, USUAL_TIME, draws, order};
use crate::domain::{Package, nearest_f64};
use crate::optimize::{Question, Stop};
use collect::{Kept, Patience, collect};
use list::{List, Rivals, is_uncertain};
use margin::{Margin, Slack};

/// How many are tried, if they don't take too long.
const SLACKS: u32 = 15;
/// How much is looked at per slack, where the smallest gain is compared, and where a number can be followed by itself.
const PATIENCE: [Patience; 2] =
    [Patience { nodes: 2_000_000, packages: 60_000 }, Patience { nodes: 1_000_000, packages: 5_000 }];
/// With how few rivals it isn't worth while to look along every number.
const FEWEST: usize = 50;
/// Up to how many groups of numbers are told apart.
const MOST_GROUPS: usize = 60;
/// How long numbers are moved all at once, where the optimiser has to be asked.
const FOR_DRAWS: Duration = Duration::from_millis(300);
/// What part of the time is for single numbers, in percent.
const FOR_SINGLE: u32 = 60;

/// How firm a claim is; `None` where packages hang on more than single decisions, where what is compared isn't bounded this
/// way, or if not even the nearest rivals could be listed.
pub(super) fn firmness(court: Court<'_>, settled: &[Parameter]) -> Option<Firmness> {
    let now = Instant::now();
    let end = court.question.deadline.unwrap_or(now + USUAL_TIME);
    let question = Question { deadline: Some(end), ..court.question.clone() };
    let single = now + end.saturating_duration_since(now) * FOR_SINGLE / 100;
    let stop = Stop::new(court.flag, Some(single));
    Near::new(Court { question: &question, ..court })?.firmness(settled, &stop, end)
}

/// A package among the rivals that are near enough.
struct Near<'a> {
    court: Court<'a>,
    /// With the package in question alone in its list.
    home: Ledger,
    holds: Holds,
    numbers: Vec<Number>,
    /// What the numbers move, each only once.
    groups: Vec<Moves>,
    /// Per number, its group.
    group_of: Vec<usize>,
}

impl<'a> Near<'a> {
    fn new(court: Court<'a>) -> Option<Self> {
        let frame = Ledger::frame(court.circumstances, court.question)?;
        if !frame.pairs.is_empty() {
            return None; // Rows of sums bound what single decisions add.
        }
        let own = frame.taken(court.package)?;
        let home = frame.listing(own.into_iter().map(|taken| vec![taken]).collect(), 1);
        let holds = match court.claim {
            Claim::Advice => Holds::Chosen(order(&home, court.question.objective)?),
            Claim::Acceptable => Holds::Acceptable,
            Claim::Unacceptable => Holds::Refused,
        };
        let numbers = numbers(court.circumstances, Some(&home));
        let moves: Vec<Moves> = numbers.iter().map(|number| Along::new(&home, number).moves()).collect();
        let (groups, group_of) = grouped(&moves)?;
        Some(Self { court, home, holds, numbers, groups, group_of })
    }

    /// `None` if not even the nearest rivals could be listed.
    fn firmness(&self, settled: &[Parameter], single: &Stop<'_>, end: Instant) -> Option<Firmness> {
        let stop = Stop::new(self.court.flag, Some(end));
        let Holds::Chosen(order) = self.holds else { return Some(self.alone(settled, &stop)) };
        let mut trails: Vec<[Trail; 2]> = self.numbers.iter().map(|_| [Trail::Open, Trail::Open]).collect();
        let margin = Margin::new(self, order, single)?;
        let lists = self.lists(&margin, &mut trails, single)?;
        let rivals = Rivals { near: self, lists, margin, stop: single };
        for (number, sides) in trails.iter_mut().enumerate() {
            for (side, up) in sides.iter_mut().zip([false, true]).filter(|(side, _)| matches!(side, Trail::Open)) {
                *side = rivals.pursuit(number).follow(up, 0.0);
            }
        }
        let court = Court { rivals: Some(&rivals), ..self.court };
        let told = court.tell(&self.numbers, trails, settled, &stop, &rivals);
        let end = end.min(Instant::now() + FOR_DRAWS);
        let draws = match order {
            // What everybody could gain hangs on more packages than are near.
            Order::KalaiSmorodinsky => draws::solved(self.court, &self.numbers, end),
            _ => draws::near(self.court, &rivals.closest(), order, &self.numbers, end),
        };
        Some(self.told(told, draws))
    }

    /// Looks at the package by itself: whether it is acceptable hangs on no other.
    fn alone(&self, settled: &[Parameter], stop: &Stop<'_>) -> Firmness {
        let trail = |number: &Number| [false, true].map(|up| self.beyond(number, up, 0.0));
        let trails = self.numbers.iter().map(trail).collect();
        let told = self.court.tell(&self.numbers, trails, settled, stop, self);
        self.told(told, draws::listed(&self.home, &self.numbers, self.holds, 0, stop))
    }

    fn told(&self, (reaches, given_up): (Vec<Reach>, usize), draws: Draws) -> Firmness {
        Firmness {
            claim: self.court.claim,
            package: self.court.package.clone(),
            reaches,
            method: Method::Everywhere { given_up },
            draws,
            rankings: None,
        }
    }

    /// A list of these packages, given in canonical order, and the one in question.
    fn listed(&self, mut packages: Vec<Vec<u16>>) -> Cow<'_, Ledger> {
        let own = self.home.taken_at(0);
        if let Err(at) = packages.binary_search(&own) {
            packages.insert(at, own);
        }
        if packages.len() == 1 {
            return Cow::Borrowed(&self.home);
        }
        let column = |issue: usize| packages.iter().map(|chosen| chosen[issue]).collect();
        let columns = (0..self.home.issues.len()).map(column).collect();
        Cow::Owned(self.home.clone().listing(columns, packages.len()))
    }

    /// The number right behind a change.
    fn behind(&self, along: &Along<'_>, number: usize, bracket: Bracket) -> View {
        let number = &self.numbers[number];
        along.view(nearest_f64(&(settle::near(number, bracket.other) - &number.value)))
    }

    /// The packages that bring somebody nearly the most, where that counts. `None` if these are too many.
    fn best(&self, margin: &Margin<'_>, slack: Slack, stop: &Stop<'_>) -> Option<Vec<Kept>> {
        let mut packages: BTreeMap<Vec<u16>, u64> = BTreeMap::new();
        for person in (0..margin.ideals.len()).filter(|person| margin.ideals[*person] > 0.0) {
            let rows = margin.best_rows(&self.groups, person, slack);
            let found = collect(&rows, &[], self.groups.len() as u32, PATIENCE[1], stop);
            if !found.is_all {
                return None;
            }
            for kept in found.packages {
                *packages.entry(kept.chosen).or_default() |= kept.groups;
            }
        }
        Some(packages.into_iter().map(|(chosen, groups)| Kept { chosen, groups }).collect())
    }

    /// Looks as far as each slack reaches; hands back the lists of rivals, the nearest first. `None` if there was no time
    /// even for these.
    fn lists(&self, margin: &Margin<'_>, trails: &mut [[Trail; 2]], stop: &Stop<'_>) -> Option<Vec<List>> {
        let mut lists = Vec::new();
        let mut few: Option<List> = None;
        let patience = PATIENCE[usize::from(!margin.is_smallest_first())];
        for nth in 0..SLACKS {
            let is_done = trails.iter().flatten().all(|side| !is_uncertain(side));
            if is_done || stop.is_due() {
                break;
            }
            let Some(slack) = margin.slack(nth) else { break };
            let (rows, products) = margin.rows(&self.groups, slack);
            let found = collect(&rows, &products, self.groups.len() as u32, patience, stop);
            if !found.is_all {
                break;
            }
            let Some(best) = self.best(margin, slack, stop) else { break };
            let is_few = found.packages.len() < FEWEST;
            let list = List::new(self, margin, slack, found.packages, best)?;
            if is_few {
                few = Some(list); // A larger slack takes hardly longer.
                continue;
            }
            few = None;
            list.look_along_all(self, margin, trails, stop);
            lists.push(list);
        }
        if let Some(list) = few {
            list.look_along_all(self, margin, trails, stop);
            lists.push(list);
        }
        (!lists.is_empty()).then_some(lists)
    }
}

impl Scout for Near<'_> {
    fn answer(&self, _: &Number, _: &Change) -> Option<Option<Package>> {
        Some(None)
    }

    fn beyond(&self, number: &Number, up: bool, from: f64) -> Trail {
        let along = Along::new(&self.home, number);
        Trail::new(&Search::new(&along, self.holds, 0, 0..1, along.reach.1 - along.reach.0), up, from)
    }
}

/// What numbers move, each only once and leaving out what is part of another; and per number the first that covers it.
/// `None` if these are too many.
fn grouped(moves: &[Moves]) -> Option<(Vec<Moves>, Vec<usize>)> {
    let covers = |one: &Moves, other: &Moves| {
        other.people.is_subset(&one.people) && other.requirements.is_subset(&one.requirements)
    };
    let distinct: Vec<&Moves> = moves.iter().sorted().dedup().collect();
    let is_part = |one: &&Moves| distinct.iter().any(|other| *other != *one && covers(other, one));
    let groups: Vec<Moves> = distinct.iter().copied().filter(|moves| !is_part(moves)).cloned().collect();
    let group = |moves: &Moves| groups.iter().position(|group| covers(group, moves));
    let group_of = moves.iter().map(group).collect::<Option<Vec<usize>>>()?;
    (groups.len() <= MOST_GROUPS).then_some((groups, group_of))
}
