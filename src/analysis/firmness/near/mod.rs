//! Firmness where packages are too many to list: only those are listed that could be chosen before the package in question
//! while one number moves.
//!
//! The slack by which a listed rival may be behind ([`margin`]) is small at first and larger for the numbers that go
//! further. A number is looked at ([`Search`]) as far as its slack reaches, which rules out all of the rest at once. Numbers
//! that move the same form a group; one walk lists what is of use to any of them. Where that becomes too much, those that
//! move the most people at once stay behind, and the others go on. What isn't known then is followed by itself, number by
//! number ([`pursuit`], [`pursuit_of_shares`]).

mod collect;
mod known;
mod list;
mod margin;
mod pursuit;
mod pursuit_of_shares;
mod rivals;
mod rows;
mod shaken;
mod shares;

use std::collections::BTreeMap;
use std::time::Instant;

use itertools::Itertools as _;

use super::along::Along;
use super::course::{Course, Moves, View};
use super::ledger::Ledger;
use super::number::{Number, numbers};
use super::parameter::Parameter;
use super::search::{Bracket, Holds, Search};
use super::settle::{self, Court};
use super::telling::{Change, Scout, Trail};
use super::{Claim, Draws, Firmness, Method, Reach, USUAL_TIME, draws, order};
use crate::domain::{Package, nearest_f64};
use crate::optimize::{Question, Stop};
use collect::{Kept, Patience, collect};
use list::{List, is_uncertain};
use margin::{Margin, Slack};
use rivals::Rivals;
use shaken::Shaken;

/// How many are tried, if they don't take too long.
const SLACKS: u32 = 15;
/// How much is looked at to find what is nearly the best for a person.
const BEST: Patience = Patience { nodes: 2_000_000, packages: 60_000 };
/// With how few rivals it isn't worth while to look along every number.
const FEWEST: usize = 50;
/// Up to how many groups of numbers are told apart.
const MOST_GROUPS: usize = 60;
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
    /// Per number, how it moves what it moves.
    courses: Vec<Course>,
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
        let courses: Vec<Course> = numbers.iter().map(|number| Course::new(&home, number)).collect();
        let (groups, group_of) = grouped(&courses)?;
        Some(Self { court, home, holds, numbers, courses, groups, group_of })
    }

    /// The package in question while a number moves, by the position of that.
    fn alone_along(&self, number: usize) -> Along<'_> {
        self.along(&self.home, number)
    }

    /// The packages of a list while a number moves, by the position of that.
    fn along<'l>(&'l self, ledger: &'l Ledger, number: usize) -> Along<'l> {
        Along::new(ledger, &self.courses[number])
    }

    /// The position of a number.
    fn position(&self, number: &Number) -> Option<usize> {
        self.numbers.iter().position(|known| known.parameter == number.parameter)
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
        let shaken = Shaken::new(self, order, rivals.margin.known.as_ref(), &rivals.lists[0].ledger);
        let stands = |parts: &[i64]| shaken.stands(parts, &stop);
        Some(self.told(told, draws::drawn(self.court, &self.numbers, end, stands, || shaken.goes_on())))
    }

    /// Looks at the package by itself: whether it is acceptable hangs on no other.
    fn alone(&self, settled: &[Parameter], stop: &Stop<'_>) -> Firmness {
        let trail = |number: usize| [false, true].map(|up| self.looked_alone(number, up, 0.0));
        let trails = (0..self.numbers.len()).map(trail).collect();
        let told = self.court.tell(&self.numbers, trails, settled, stop, self);
        self.told(told, draws::listed(&self.home, &self.numbers, self.holds, 0, stop))
    }

    fn looked_alone(&self, number: usize, up: bool, from: f64) -> Trail {
        let along = self.alone_along(number);
        Trail::new(&Search::new(&along, self.holds, 0, 0..1, along.reach.1 - along.reach.0), up, from)
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

    /// The number right behind a change.
    fn behind(&self, along: &Along<'_>, number: usize, bracket: Bracket) -> View {
        let number = &self.numbers[number];
        along.view(nearest_f64(&(settle::near(number, bracket.other) - &number.value)))
    }

    /// The rivals of some groups that are behind by no more than a slack, and the packages that bring somebody nearly the
    /// most, where that counts. `None` if these are too many, or it takes too long.
    fn list(&self, margin: &Margin<'_>, slack: Slack, groups: &[usize], stop: &Stop<'_>) -> Option<List> {
        let moves: Vec<Moves> = groups.iter().map(|group| self.groups[*group].clone()).collect();
        let (rows, products) = margin.rows(&moves, slack);
        let found = collect(&rows, &products, moves.len() as u32, margin.patience(), stop);
        if !found.is_all {
            return None;
        }
        let best = self.best(margin, slack, &moves, stop)?;
        List::new(self, margin, slack, groups, found.packages, best)
    }

    /// The packages that bring somebody nearly the most, for some groups.
    fn best(&self, margin: &Margin<'_>, slack: Slack, groups: &[Moves], stop: &Stop<'_>) -> Option<Vec<Kept>> {
        let mut packages: BTreeMap<Vec<u16>, u64> = BTreeMap::new();
        for person in (0..margin.ideals.len()).filter(|person| margin.ideals[*person] > 0.0) {
            let rows = margin.best_rows(groups, person, slack);
            let found = collect(&rows, &[], groups.len() as u32, BEST, stop);
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
        let patience = margin.patience();
        let mut groups: Vec<usize> = (0..self.groups.len()).collect();
        for slack in (0..std::env::var("SL").ok().and_then(|v| v.parse().ok()).unwrap_or(SLACKS))
            .map_while(|nth| margin.slack(nth))
        {
            groups.retain(|group| self.is_uncertain(*group, trails));
            if lists.last().is_some_and(|list: &List| patience.packages < 2 * list.ledger.len()) {
                // With a larger slack there are hardly ever fewer than twice as many.
                groups = self.narrower(&groups).unwrap_or_default();
            }
            if groups.is_empty() {
                break;
            }
            let mut listed = self.list(margin, slack, &groups, stop);
            while listed.is_none() && !stop.is_due() {
                // What moves several people at once has the most rivals: it goes no further, the others do.
                let Some(rest) = self.narrower(&groups) else { break };
                groups = rest;
                if let Some(list) = few.take() {
                    list.look_along_all(self, margin, trails, stop);
                    lists.push(list);
                }
                listed = self.list(margin, slack, &groups, stop);
            }
            let Some(list) = listed else { break };
            if list.rivals < FEWEST {
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

    /// Whether a larger slack may tell more of some number of a group.
    fn is_uncertain(&self, group: usize, trails: &[[Trail; 2]]) -> bool {
        let mut of_group = self.group_of.iter().zip(trails).filter(|(of, _)| **of == group);
        of_group.any(|(_, sides)| sides.iter().any(is_uncertain))
    }

    /// Those of some groups that move fewer people at once than others do; `None` if all move as many.
    fn narrower(&self, groups: &[usize]) -> Option<Vec<usize>> {
        let people = |group: &usize| self.groups[*group].people.len();
        let most = groups.iter().map(people).max()?;
        let rest: Vec<usize> = groups.iter().copied().filter(|group| people(group) < most).collect();
        (!rest.is_empty()).then_some(rest)
    }
}

impl Scout for Near<'_> {
    fn answer(&self, _: &Number, _: &Change) -> Option<Option<Package>> {
        Some(None)
    }

    fn beyond(&self, number: &Number, up: bool, from: f64) -> Trail {
        self.position(number).map_or(Trail::Open, |at| self.looked_alone(at, up, from))
    }
}

/// What numbers move, each only once and leaving out what is part of another; and per number the first that covers it.
/// `None` if these are too many.
fn grouped(courses: &[Course]) -> Option<(Vec<Moves>, Vec<usize>)> {
    let is_part = |one: &Moves, other: &Moves| {
        other.people.is_subset(&one.people) && other.requirements.is_subset(&one.requirements)
    };
    // Who moves several people at once has many more rivals than who moves one of them.
    let is_close = |one: &Moves, other: &Moves| {
        is_part(one, other) && (other.people.is_empty() || other.people.len() == one.people.len())
    };
    grouped_by(courses, is_close).or_else(|| grouped_by(courses, is_part))
}

fn grouped_by(courses: &[Course], covers: impl Fn(&Moves, &Moves) -> bool) -> Option<(Vec<Moves>, Vec<usize>)> {
    let moves = || courses.iter().map(|course| &course.moves);
    let distinct: Vec<&Moves> = moves().sorted().dedup().collect();
    let is_part = |one: &&Moves| distinct.iter().any(|other| *other != *one && covers(other, one));
    let groups: Vec<Moves> = distinct.iter().copied().filter(|moves| !is_part(moves)).cloned().collect();
    let group = |moves: &Moves| groups.iter().position(|group| covers(group, moves));
    let group_of = moves().map(group).collect::<Option<Vec<usize>>>()?;
    (groups.len() <= MOST_GROUPS).then_some((groups, group_of))
}
