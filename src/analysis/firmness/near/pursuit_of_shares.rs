//! One number followed by itself that moves one person's gains and nothing else, where parts of what everybody could gain
//! are compared.
//!
//! Between two turns everything that is had of a package rises or falls throughout. So whatever is acceptable somewhere on
//! a stretch is so at one of its ends, and what is acceptable at both is so everywhere: one package of these is a bound for
//! what somebody could gain that isn't moved, and those that bring more at one end are all that could bring the most.
//! The quotient of two gains of the person that is moved rises or falls throughout as well, so that a rival that comes to
//! the smallest part that the package in question brings anywhere does so at one of the ends.

use std::borrow::Cow;
use std::cell::Cell;

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::{View, on};
use super::super::ledger::Ledger;
use super::super::search::{Bracket, Search, outward};
use super::super::snapshot::{Snapshot, TOLERANCE};
use super::super::telling::{Change, Trail};
use super::Near;
use super::collect::{Collected, Patience, collect};
use super::known;
use super::list::List;
use super::margin::{Margin, last};
use super::shares::Demands;
use crate::domain::Package;
use crate::optimize::Stop;

/// How much is looked at to find what could bring a person the most.
const BEST: Patience = Patience { nodes: 100_000, packages: 500 };
/// And for the rivals.
const RIVALS: Patience = Patience { nodes: 200_000, packages: 1_000 };
/// How often a stretch is halved on which there is too much of these.
const HALVINGS: u32 = 5;
/// How often the way to where the package in question isn't accepted any more is halved.
const NEAR: u32 = 40;
/// How often a stretch is shortened to a change that is known.
const MOST_TIMES: u32 = 12;
/// How far behind such a change it is looked, as a part of the stretch.
const BEHIND: f64 = 1e-6;

/// A number on its way from where it is.
pub(super) struct PursuitOfShares<'a> {
    near: &'a Near<'a>,
    margin: &'a Margin<'a>,
    list: &'a List,
    /// The position of the number.
    number: usize,
    /// The package in question along the number.
    home: &'a Along<'a>,
    /// Whom it moves.
    person: usize,
    stop: &'a Stop<'a>,
}

/// A stretch, with what could bring somebody the most anywhere on it.
struct Stretch {
    views: [View; 2],
    /// Packages among which is the best for the person that is moved.
    of_moved: Vec<Vec<u16>>,
    /// And all that could be the best for somebody else.
    of_others: Vec<Vec<u16>>,
    /// Per person that isn't moved, what it surely could gain.
    surely: Vec<f64>,
}

impl Stretch {
    /// What could bring anybody the most.
    fn tops(&self) -> impl Iterator<Item = &Vec<u16>> {
        self.of_moved.iter().chain(&self.of_others)
    }
}

impl<'a> PursuitOfShares<'a> {
    /// `None` if the number moves anything else.
    pub(super) fn new(
        near: &'a Near<'a>,
        margin: &'a Margin<'a>,
        list: &'a List,
        number: usize,
        home: &'a Along<'a>,
        stop: &'a Stop<'a>,
    ) -> Option<Self> {
        let moves = home.moves();
        let person = *moves.people.first()?;
        moves.are_of(person).then_some(Self { near, margin, list, number, home, person, stop })
    }

    /// Follows the number upwards or downwards, from some place on.
    pub(super) fn follow(&self, up: bool, from: f64) -> Trail {
        let places = outward(self.home.turns(), up, from);
        self.first(places.windows(2).map(|ends| self.stretch(ends[0], ends[1], 0)))
    }

    /// The package in question, accepted in a view, with all that is as good there and what brings people the most. `None` if
    /// these are too many.
    pub(super) fn as_good(&self, view: &View) -> Option<Ledger> {
        let stretch = self.tops([view.clone(), view.clone()])?;
        let found = self.rivals(&stretch, self.least_part(&stretch)?)?;
        found.is_all.then(|| self.listing(found, &stretch).into_owned())
    }

    /// The first of some trails that isn't nowhere.
    fn first(&self, mut trails: impl Iterator<Item = Trail>) -> Trail {
        trails.find(|trail| !matches!(trail, Trail::Nowhere)).unwrap_or(Trail::Nowhere)
    }

    /// Looks between two places; where there is too much to look at, at both halves one after the other.
    fn stretch(&self, near: f64, far: f64, depth: u32) -> Trail {
        if self.stop.is_due() {
            return Trail::Open;
        }
        match self.piece(near, far) {
            Some(trail) => trail,
            None if depth == HALVINGS => Trail::Open,
            None => {
                let middle = f64::midpoint(near, far);
                let halves = [(near, middle), (middle, far)];
                self.first(halves.into_iter().map(|(near, far)| self.stretch(near, far, depth + 1)))
            }
        }
    }

    /// Looks between two places at once; `None` if there is too much to look at.
    fn piece(&self, near: f64, far: f64) -> Option<Trail> {
        let mut end = self.last_accepted(near, far)?;
        let mut known = None;
        for _ in 0..MOST_TIMES {
            let stretch = self.tops([near, end].map(|at| self.home.view(at)))?;
            let part = self.least_part(&stretch)?;
            let found = self.rivals(&stretch, part)?;
            let is_all = found.is_all;
            let ledger = self.listing(found, &stretch);
            // Behind the end the package in question isn't accepted, or a rival is known to be better there.
            match (self.change(&ledger, near, far)?, is_all) {
                (Some(bracket), true) => {
                    let package = self.answer(&ledger, bracket, &stretch, part);
                    return Some(Trail::Changes(Change { bracket, package }));
                }
                (None, true) => {
                    let change = |bracket| Trail::Changes(Change { bracket, package: None });
                    return Some(known.map_or(Trail::Nowhere, change));
                }
                (Some(bracket), false) if bracket.other.abs() < end.abs() => {
                    known = Some(bracket);
                    end = bracket.other + BEHIND * (far - near);
                }
                (_, false) => return None,
            }
        }
        None
    }

    /// The package in question with its rivals and what could bring somebody the most.
    fn listing(&self, rivals: Collected, stretch: &Stretch) -> Cow<'_, Ledger> {
        let packages = rivals.packages.into_iter().map(|kept| kept.chosen).chain(stretch.tops().cloned());
        self.near.home.with(packages.sorted_unstable().dedup().collect())
    }

    /// Where the first change between two places is, as far as some packages go. `None` if the search gives up.
    fn change(&self, ledger: &Ledger, near: f64, far: f64) -> Option<Option<Bracket>> {
        let whole = self.near.along(ledger, self.number);
        let range = whole.reach.1 - whole.reach.0;
        let along = whole.within(if near < far { (0.0, far) } else { (far, 0.0) });
        let own = ledger.position(self.near.court.package)?;
        let search = Search::new(&along, self.near.holds, own, 0..ledger.len(), range);
        let first = search.first(near < far, near);
        (!search.is_exhausted()).then_some(first)
    }

    /// The last place on the way that the package in question is accepted up to, about.
    fn last_accepted(&self, near: f64, far: f64) -> Option<f64> {
        let demands = self.demands(self.home);
        let is_accepted = |at: f64| demands.accept(self.home, 0, &self.home.view(at));
        is_accepted(near).then(|| last(near, far, NEAR, is_accepted))
    }

    /// What the number moves of what packages must keep.
    fn demands(&self, along: &Along<'_>) -> Demands {
        let (moved, _) = Demands::parted(along.ledger, &self.margin.view, along.moves());
        moved
    }

    /// What could bring somebody the most between two views. `None` if that is too much, or isn't known.
    fn tops(&self, views: [View; 2]) -> Option<Stretch> {
        let cares = |view: &View| view.people[self.person].cares && self.margin.view.people[self.person].cares;
        if !views.iter().all(cares) {
            return None;
        }
        let of_moved = self.margin.known.as_ref()?.of_number(self.home, self.person)?.into_iter().cloned().collect();
        let mut of_others = Vec::new();
        let mut surely = vec![0.0; self.margin.own.len()];
        for person in self.others() {
            surely[person] = self.surely(person, &views)?;
            let rows = self.margin.rows_of_best(self.home, &views, person, surely[person]);
            let found = collect(&rows, &[], 2, BEST, self.stop);
            if !found.is_all {
                return None;
            }
            of_others.extend(found.packages.into_iter().map(|kept| kept.chosen));
        }
        Some(Stretch { views, of_moved, of_others, surely })
    }

    /// What a person that isn't moved surely could gain between two views: what the best package brings that is accepted in
    /// both. `None` if that is nothing, or takes too long.
    fn surely(&self, person: usize, views: &[View; 2]) -> Option<f64> {
        let list = self.near.along(&self.list.ledger, self.number);
        let demands = self.demands(&list);
        let is_accepted = |at: &usize| views.iter().all(|view| demands.accept(&list, *at, view));
        let gain = match self.list.first_top(self.near.group_of[self.number], person, is_accepted) {
            Some(best) => list.gain(person, best, &self.margin.view),
            None => {
                let own = self.near.home.taken_at(0);
                let gains = self.margin.gain_row(person, 0.0, 1);
                let keeps = self.margin.rows_of_both(self.home, views);
                let best = known::best(&gains, &keeps, &[&own], self.stop, &Cell::default())??;
                self.margin.gain_of(person, &best)
            }
        };
        (gain > TOLERANCE).then_some(gain)
    }

    /// Those who care and aren't moved.
    fn others(&self) -> impl Iterator<Item = usize> {
        self.margin.caring().into_iter().filter(|person| *person != self.person)
    }

    /// The smallest part of what they could gain that the package in question brings to anybody anywhere on a stretch; `None`
    /// if that is below 0, where bounds turn around.
    fn least_part(&self, stretch: &Stretch) -> Option<f64> {
        let own = self.near.home.taken_at(0);
        let of_others = self.others().map(|person| {
            let gains = stretch.tops().map(|taken| self.margin.gain_of(person, taken));
            self.margin.own[person] / gains.fold(stretch.surely[person], f64::max)
        });
        let of_moved = stretch.views.iter().map(|view| {
            let gain = |taken: &Vec<u16>| self.gain_in(view, taken);
            gain(&own) / stretch.tops().map(gain).fold(TOLERANCE, f64::max)
        });
        let part = of_others.chain(of_moved).fold(f64::INFINITY, f64::min);
        (-TOLERANCE <= part).then_some(part.max(0.0))
    }

    /// The packages that may bring everybody some part of what they could gain anywhere on a stretch. `None` if whoever is moved
    /// may come to where it couldn't gain at all.
    fn rivals(&self, stretch: &Stretch, part: f64) -> Option<Collected> {
        let gains = |taken: &Vec<u16>| stretch.views.each_ref().map(|view| self.gain_in(view, taken));
        let sum = |gains: &[f64; 2]| gains[0] + gains[1];
        let most = stretch.of_moved.iter().map(gains).max_by(|one, other| sum(one).total_cmp(&sum(other)))?;
        if most.iter().any(|most| *most <= TOLERANCE) {
            return None;
        }
        let rows = self.margin.rows_of_shares(self.home, &stretch.views, part, &stretch.surely, most);
        Some(collect(&rows, &[], 2, RIVALS, self.stop))
    }

    /// What a package brings the person that is moved, in a view.
    fn gain_in(&self, view: &View, taken: &[u16]) -> f64 {
        let lines = self.home.lines(self.person).iter().zip(taken);
        let raw = lines.map(|(row, taken)| on(row[usize::from(*taken)], view.at)).sum();
        view.people[self.person].gain(raw)
    }

    /// The answer behind a change, if it surely comes before everything that isn't listed: that comes to less than a part
    /// everywhere on the stretch.
    fn answer(&self, ledger: &Ledger, bracket: Bracket, stretch: &Stretch, part: f64) -> Option<Package> {
        let along = self.near.along(ledger, self.number);
        let view = self.near.behind(&along, self.number, bracket);
        let snapshot = Snapshot::among(&along, &view, 0..ledger.len());
        let chosen = snapshot.clear_choice(self.margin.order)?;
        let shares = snapshot.gains_of(chosen)?.iter().zip(snapshot.ideals()).map(|(gain, most)| gain / most);
        let is_inside = view.at.abs() <= stretch.views[1].at.abs();
        (is_inside && part <= shares.fold(f64::INFINITY, f64::min)).then(|| ledger.package(chosen))
    }
}
