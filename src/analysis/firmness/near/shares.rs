//! What everybody could gain, where parts of that are compared (Kalai-Smorodinsky).
//!
//! A list of rivals then holds what is nearly the best for each person as well: whatever isn't listed brings a person less
//! than the most by a part, where nothing has moved. As long as one that is listed stays acceptable and brings as much as
//! the others could come to, it is known what the person could gain.

use std::collections::BTreeMap;

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::{Line, Moves, View, on};
use super::super::ledger::{Form, Ledger};
use super::super::snapshot::{TOLERANCE, keeps};
use super::Near;
use super::margin::{Margin, Slack, reach};

/// How often the stretch to where something isn't known any more is halved.
const HALVINGS: u32 = 12;
/// How many of the packages that are nearly the best for a person are tried.
const TRIED: usize = 50;

/// What a group, or a number, moves of what packages must keep.
pub(super) struct Demands {
    /// Those who don't agree to less than their no-deal.
    floors: Vec<usize>,
    requirements: Vec<usize>,
}

impl Demands {
    /// Those that are moved, and those that aren't.
    pub(super) fn parted(ledger: &Ledger, view: &View, moves: &Moves) -> (Self, Self) {
        let is_moved = |requirement: &usize| match &ledger.requirements[*requirement].form {
            Form::Sum { .. } => moves.requirements.contains(requirement),
            Form::Score { person, .. } => moves.people.contains(person),
        };
        let has_floor = |person: &usize| ledger.people[*person].has_floor && view.people[*person].cares;
        let floors = (0..ledger.people.len()).filter(has_floor);
        let (floors, still_floors) = floors.partition(|person| moves.people.contains(person));
        let (requirements, still) = (0..ledger.requirements.len()).partition(is_moved);
        (Self { floors, requirements }, Self { floors: still_floors, requirements: still })
    }

    /// Whether a package keeps them.
    pub(super) fn accept(&self, along: &Along<'_>, at: usize, view: &View) -> bool {
        self.floors.iter().all(|person| -TOLERANCE <= along.gain(*person, at, view))
            && self.requirements.iter().all(|requirement| keeps(along, *requirement, at, view))
    }

    /// Whether a package may be accepted somewhere between the first and the last of these views.
    fn may_accept(&self, along: &Along<'_>, at: usize, views: &[View]) -> bool {
        let lives = |person: &usize| views.iter().any(|view| -TOLERANCE <= along.gain(*person, at, view));
        let may_keep = |requirement: &usize| {
            along.ledger.requirements[*requirement].is_equal
                || views.iter().any(|view| keeps(along, *requirement, at, view))
        };
        self.floors.iter().all(lives) && self.requirements.iter().all(may_keep)
    }

    /// How far they must give way until a package is accepted, at the least.
    fn lack(&self, along: &Along<'_>, at: usize, view: &View) -> f64 {
        let of_floors = self.floors.iter().map(|person| -along.gain(*person, at, view));
        let of_requirements = self.requirements.iter().map(|requirement| {
            let slack = along.slack(*requirement, at, view);
            if along.ledger.requirements[*requirement].is_equal { slack.abs() } else { -slack }
        });
        of_floors.chain(of_requirements).fold(0.0, f64::max)
    }
}

/// Per group and person, what is nearly the best; nothing for groups that weren't looked at.
pub(super) struct Tops(Vec<Vec<Top>>);

/// The packages of a list that bring a person nearly most, of those that keep what a group doesn't move.
#[derive(Default)]
struct Top {
    /// All of them, the best first.
    all: Vec<usize>,
    /// Those that are accepted where nothing has moved.
    now: Vec<usize>,
    /// For the others, in rising order: if what the group moves gives way by so much, none of them brings more than this.
    giving_way: Vec<(f64, f64)>,
}

impl Tops {
    /// Those of a list, of which the positions per group are given, that bring everybody this part of the most.
    pub(super) fn new(
        near: &Near<'_>,
        margin: &Margin<'_>,
        ledger: &Ledger,
        positions: &[Option<Vec<usize>>],
        slack: Slack,
    ) -> Option<Self> {
        let along = Along::new(ledger, near.courses.first()?);
        let of_group = |(moves, positions): (&Moves, &Option<Vec<usize>>)| {
            let Some(positions) = positions else { return Vec::new() };
            let everybody = 0..margin.ideals.len();
            everybody.map(|person| Top::new(margin, &along, moves, positions, person, slack)).collect()
        };
        Some(Self(near.groups.iter().zip(positions).map(of_group).collect()))
    }

    /// What brings a person the most of what a group can do with, is accepted where nothing has moved, and is accepted
    /// otherwise as well; of what comes first.
    pub(super) fn first(&self, group: usize, person: usize, is_accepted: impl Fn(&usize) -> bool) -> Option<usize> {
        self.0[group].get(person)?.first(is_accepted)
    }
}

impl Top {
    fn new(
        margin: &Margin<'_>,
        along: &Along<'_>,
        moves: &Moves,
        positions: &[usize],
        person: usize,
        slack: Slack,
    ) -> Self {
        let view = &margin.view;
        if !view.people[person].cares {
            return Self::default();
        }
        let (moved, still) = Demands::parted(along.ledger, view, moves);
        let part = 1.0 - if moves.people.contains(&person) { slack.rise } else { slack.by };
        let gain = |at: &usize| along.gain(person, *at, view);
        let nearly = positions.iter().copied().filter(|at| part * margin.ideals[person] <= gain(at));
        let nearly = nearly.filter(|at| still.accept(along, *at, view));
        let all: Vec<usize> = nearly.sorted_by(|one, other| gain(other).total_cmp(&gain(one))).collect();
        let (now, later): (Vec<usize>, Vec<usize>) = all.iter().partition(|at| moved.accept(along, **at, view));
        let lacks = later.iter().map(|at| (moved.lack(along, *at, view), gain(at)));
        let mut most = f64::NEG_INFINITY;
        let mut giving_way: Vec<(f64, f64)> = Vec::new();
        for (lack, gain) in lacks.sorted_by(|one, other| one.0.total_cmp(&other.0)) {
            if gain > most {
                most = gain;
                giving_way.push((lack, gain));
            }
        }
        Self { all, now, giving_way }
    }

    /// The best of those that are accepted where nothing has moved, and otherwise as well; of what comes first.
    fn first(&self, is_accepted: impl Fn(&usize) -> bool) -> Option<usize> {
        self.now.iter().take(TRIED).copied().find(is_accepted)
    }

    /// The most that any package can bring if what the group moves gives way by no more than this.
    fn most(&self, gain: impl Fn(usize) -> f64, gives_way: f64) -> f64 {
        let now = self.now.first().map_or(f64::NEG_INFINITY, |at| gain(*at));
        let after = self.giving_way.partition_point(|(lack, _)| *lack <= gives_way + TOLERANCE);
        after.checked_sub(1).map_or(now, |at| now.max(self.giving_way[at].1))
    }
}

/// A number along a list that holds what is nearly the best for everybody.
pub(super) struct Shares<'a> {
    margin: &'a Margin<'a>,
    /// Along the list.
    along: &'a Along<'a>,
    demands: Demands,
    moved: BTreeMap<usize, Moved<'a>>,
    /// By how much what isn't listed stays behind, be it in the smallest part or as the most of somebody.
    slack: Slack,
    tops: &'a [Top],
    /// The position of the package in question.
    own: usize,
}

/// Somebody that a number moves.
struct Moved<'a> {
    /// How what each alternative adds moves.
    lines: &'a [Vec<Line>],
    /// Packages among which is the best, wherever the number is; or of those that are nearly the best.
    tops: Vec<usize>,
    /// Whether it is the best of all.
    is_known: bool,
}

/// What is known of what a person could gain that isn't moved.
struct Still {
    /// The least that it is anywhere.
    least: f64,
    /// The smallest part of it that the package in question brings anywhere.
    share: f64,
}

impl<'a> Moved<'a> {
    fn new(margin: &Margin<'_>, along: &Along<'a>, moves: &Moves, person: usize, top: &Top) -> Self {
        let lines = along.lines(person);
        let known = margin.known.as_ref().filter(|_| moves.are_of(person));
        let known = known.and_then(|known| known.positions(along, person));
        Self { lines, is_known: known.is_some(), tops: known.unwrap_or_else(|| top.all.clone()) }
    }
}

impl<'a> Shares<'a> {
    pub(super) fn new(
        margin: &'a Margin<'a>,
        along: &'a Along<'a>,
        slack: Slack,
        own: usize,
        tops: &'a Tops,
        group: usize,
    ) -> Self {
        let (moves, tops) = (along.moves(), &tops.0[group]);
        let (demands, _) = Demands::parted(along.ledger, &margin.view, moves);
        let moved = |person: &usize| (*person, Moved::new(margin, along, moves, *person, &tops[*person]));
        let moved = moves.people.iter().map(moved).collect();
        Self { margin, along, demands, moved, slack, tops, own }
    }

    /// Packages among which is the best for a person, as far as that is known.
    fn tops_of(&self, person: usize) -> &[usize] {
        self.moved.get(&person).map_or(&self.tops[person].all, |moved| &moved.tops)
    }

    /// The positions of these packages and of those that bring somebody the most, in canonical order.
    pub(super) fn with_best(&self, packages: impl Iterator<Item = usize>) -> Vec<usize> {
        let best = (0..self.tops.len()).flat_map(|person| self.tops_of(person)).copied();
        packages.chain(best).sorted_unstable().dedup().collect()
    }

    /// How far the number can go down or up until what isn't listed could be chosen, or be the most for somebody.
    pub(super) fn reach(&self, up: bool) -> (f64, f64) {
        let turns = self.along.turns();
        reach(self.along, up, HALVINGS, |at| self.used(at, &turns) <= self.slack.by)
    }

    /// The smallest part of what they could gain that the package in question brings to anybody anywhere within a reach.
    pub(super) fn smallest(&self, reach: (f64, f64)) -> f64 {
        let turns = self.along.turns();
        let used = |at: f64| self.used(at, &turns);
        self.margin.smallest_now() - used(reach.0).max(used(reach.1))
    }

    /// Which packages may bring those who are moved a part of what they could gain somewhere within a reach: where one brings
    /// less of what some package brings at all turns, it does so everywhere.
    pub(super) fn may_bring(&self, part: f64, reach: (f64, f64)) -> impl Fn(usize) -> bool {
        let turns = self.along.turns().into_iter().filter(move |turn| reach.0 < *turn && *turn < reach.1);
        let views: Vec<View> = turns.chain([reach.0, reach.1]).map(|at| self.along.view(at)).collect();
        let part = part - TOLERANCE;
        move |at| {
            self.moved.iter().filter(|(_, moved)| moved.is_known).all(|(person, moved)| {
                let more = |view: &View| {
                    let [theirs, most] = [at, moved.tops[0]].map(|at| self.along.gain(*person, at, view));
                    part * most <= theirs
                };
                views.iter().any(more)
            })
        }
    }

    /// Whether a package surely comes before everything that isn't listed, where a number is.
    pub(super) fn is_ahead(&self, view: &View, package: usize) -> bool {
        let most = |person: &usize| {
            let accepted = self.tops_of(*person).iter().filter(|at| self.demands.accept(self.along, **at, view));
            accepted.map(|at| self.along.gain(*person, *at, view)).fold(f64::NEG_INFINITY, f64::max)
        };
        let most: Vec<(usize, f64)> = self.margin.caring().into_iter().map(|person| (person, most(&person))).collect();
        let share = |(person, most): &(usize, f64)| self.along.gain(*person, package, view) / most;
        let least = most.iter().map(share).fold(f64::INFINITY, f64::min);
        // Of what isn't listed somebody who isn't moved has less than this.
        let behind = self.margin.smallest_now() - self.slack.by;
        let mut still = most.iter().filter(|(person, _)| !self.moved.contains_key(person));
        self.knows(view)
            && behind <= least
            && still.all(|(person, most)| behind * self.margin.ideals[*person] <= least * most)
    }

    /// Whether it is known what everybody could gain, where a number is.
    pub(super) fn knows(&self, view: &View) -> bool {
        self.used(view.at, &self.along.turns()) <= self.slack.by
    }

    /// How much slack is used up anywhere between where the number is and there; without end where it isn't known what
    /// everybody could gain. Between turns what is had of a package rises or falls throughout, and so do the quotient of two
    /// gains of a person and the difference of what two packages have risen.
    fn used(&self, at: f64, turns: &[f64]) -> f64 {
        let between = turns.iter().copied().filter(|turn| 0.0 < turn * at && turn.abs() < at.abs());
        let views: Vec<View> = [0.0].into_iter().chain(between).chain([at]).map(|at| self.along.view(at)).collect();
        let cares = |person: &usize| self.margin.view.people[*person].cares;
        if !self.moved.keys().all(cares) {
            return f64::INFINITY; // Somebody may come to care.
        }
        let gives_way = views.iter().map(|view| self.gives_way(view)).fold(0.0, f64::max);
        let (mut smallest, mut least) = (f64::INFINITY, f64::INFINITY);
        for person in self.margin.caring() {
            let share = match self.moved.get(&person) {
                Some(moved) => self.share_of_moved(person, moved, &views),
                None => self.still(person, &views, gives_way).map(|still| {
                    least = least.min(still.least / self.margin.ideals[person]);
                    still.share
                }),
            };
            let Some(share) = share else { return f64::INFINITY };
            smallest = smallest.min(share);
        }
        if smallest < 0.0 {
            return f64::INFINITY; // Bounds turn around.
        }
        self.margin.smallest_now() - smallest.min(smallest * least)
    }

    /// What is known of a person that isn't moved, in all of these views.
    fn still(&self, person: usize, views: &[View], gives_way: f64) -> Option<Still> {
        let top = &self.tops[person];
        let gain = |at: usize| self.along.gain(person, at, &self.margin.view);
        let is_accepted = |at: &usize| views.iter().all(|view| self.demands.accept(self.along, *at, view));
        let best = top.first(is_accepted)?;
        Some(Still { least: gain(best), share: gain(self.own) / top.most(gain, gives_way) })
    }

    /// The smallest part of what a person that is moved could gain that the package in question brings, if that is known in
    /// all of these views.
    fn share_of_moved(&self, person: usize, moved: &Moved<'_>, views: &[View]) -> Option<f64> {
        let gain = |at: usize, view: &View| self.along.gain(person, at, view);
        if views.iter().any(|view| !view.people[person].cares) {
            return None;
        }
        let (ideal, Slack { by, rise: most_rise }) = (self.margin.ideals[person], self.slack);
        let rises: Vec<f64> = views.iter().map(|view| self.rise(person, view)).collect();
        if rises.iter().any(|rise| *rise > most_rise * ideal) {
            return None;
        }
        let most = |view: &View| moved.tops.iter().map(|at| gain(*at, view)).fold(f64::NEG_INFINITY, f64::max);
        let is_best = |at: &usize| {
            let mut levels = views.iter().zip(&rises);
            levels.all(|(view, rise)| {
                // Whatever isn't listed comes to less than this.
                let behind = (1.0 - most_rise) * ideal + rise;
                behind.max(TOLERANCE) <= gain(*at, view) && self.demands.accept(self.along, *at, view)
            })
        };
        // What is no rival for being behind in this person's gains stays behind.
        let stays_behind = |(view, rise): (&View, &f64)| {
            let now = self.margin.smallest_now();
            (now - 2.0 * by - most_rise) * ideal + rise <= (now - by) * most(view) && most(view) > TOLERANCE
        };
        if moved.is_known {
            views.iter().zip(&rises).all(stays_behind).then_some(())?;
        } else {
            moved.tops.iter().take(TRIED).find(|at| is_best(at))?;
        }
        let share = |at: usize| {
            let shares = views.iter().map(|view| gain(self.own, view) / gain(at, view).max(TOLERANCE));
            shares.fold(f64::INFINITY, f64::min)
        };
        let may_be_best = moved.tops.iter().copied().filter(|at| self.demands.may_accept(self.along, *at, views));
        Some(may_be_best.map(share).fold(f64::INFINITY, f64::min))
    }

    /// How far what the number moves gives way, at the most.
    fn gives_way(&self, view: &View) -> f64 {
        let of_floors = self.demands.floors.iter().map(|person| self.rise(*person, view));
        let of_requirements = self.demands.requirements.iter().map(|requirement| {
            match self.along.ledger.requirements[*requirement].form {
                Form::Sum { .. } => self.along.rise(*requirement, view.at),
                Form::Score { person, .. } => {
                    self.rise(person, view) + view.people[person].no_deal - self.margin.view.people[person].no_deal
                }
            }
        });
        of_floors.chain(of_requirements).fold(0.0, f64::max)
    }

    /// How much more than now any package can bring a person that is moved.
    fn rise(&self, person: usize, view: &View) -> f64 {
        let (now, then) = (self.margin.view.people[person], view.people[person]);
        let rise = |line: &Line| then.unit * on(*line, view.at) - now.unit * line.0;
        let of_issues = self.moved[&person].lines.iter();
        let of_issues = of_issues.map(|row| row.iter().map(rise).fold(f64::NEG_INFINITY, f64::max));
        of_issues.sum::<f64>() + then.gain(0.0) - now.gain(0.0)
    }
}
