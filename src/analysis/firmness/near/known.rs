//! The best packages for each person, where nothing but its own gains is moved.
//!
//! Whoever is moved on one issue has its best package among those that are best with each of its alternatives; on several
//! issues, among those that make up the upper envelope of straight lines: where two of these cross, either is best or
//! another package is above both, so that few questions tell it whole (Eisner and Severance, 1976).

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::{Line, on};
use super::super::parameter::Parameter;
use super::super::snapshot::TOLERANCE;
use super::Near;
use super::collect::{Patience, collect};
use super::margin::Margin;
use crate::optimize::{Highest, Order, Row, Stop, Walk};

/// How many nodes the best package for a person may take.
const NODES: u64 = 1_000_000;
/// What parts of the most a package brings that nearly brings it.
const NEARLY: [f64; 4] = [0.9, 0.8, 0.7, 0.6];
/// How much is looked at for that.
const AROUND: Patience = Patience { nodes: 100_000, packages: 3_000 };
/// How many packages that nearly bring the most are looked at for something like them.
const HINTS: usize = 200;
/// How much is looked at to find out that there is nothing.
const NOTHING: Patience = Patience { nodes: 20_000, packages: 0 };
/// How many questions an envelope may take.
const QUESTIONS: usize = 40;

/// Which alternative a package takes, issue by issue.
type Taken = Vec<u16>;

/// Best packages.
#[derive(Default)]
pub(super) struct Known {
    /// Per person, where nothing is moved, with what it brings.
    best: BTreeMap<usize, (Taken, f64)>,
    /// Per person and issue, with each alternative.
    with: BTreeMap<(usize, usize), Vec<Taken>>,
    /// Per person and number, wherever the number is.
    along: BTreeMap<(usize, Parameter), Vec<Taken>>,
}

impl Known {
    /// Looks for them as long as there is time. `None` if somebody who cares couldn't gain, or that isn't found out.
    pub(super) fn new(margin: &Margin<'_>, near: &Near<'_>, stop: &Stop<'_>) -> Option<Self> {
        let spent = Cell::default();
        let mut askers = Asker::all(margin, stop, &spent);
        let mut known = Self::of(&askers, None)?;
        for asker in &mut askers {
            asker.look_around(known.best[&asker.person].1);
        }
        for number in (0..near.numbers.len()).take_while(|_| !stop.is_due()) {
            let along = near.alone_along(number);
            let moves = along.moves();
            if let Some(asker) = askers.iter().find(|asker| moves.are_of(asker.person)) {
                known.look(&along, asker);
            }
        }
        Some(known)
    }

    /// Looks only for what is best where nothing is moved; `hint` is what was so on a table much like it. The nodes that takes
    /// are added to `spent`.
    pub(super) fn now(margin: &Margin<'_>, hint: Option<&Self>, stop: &Stop<'_>, spent: &Cell<u64>) -> Option<Self> {
        Self::of(&Asker::all(margin, stop, spent), hint)
    }

    fn of(askers: &[Asker<'_>], hint: Option<&Self>) -> Option<Self> {
        let mut known = Self::default();
        for asker in askers {
            let hints = hint.map_or_else(Vec::new, |hint| hint.of_person(asker.person));
            known.best.insert(asker.person, asker.now(hints)?);
        }
        Some(known)
    }

    /// Looks for what is best for a person along a number, if it isn't known yet and there is time.
    fn look(&mut self, along: &Along<'_>, asker: &Asker<'_>) -> Option<()> {
        let person = asker.person;
        let lines = along.lines(person);
        match moving(lines)[..] {
            [] => {}
            [issue] if self.with.contains_key(&(person, issue)) => {}
            [issue] => {
                let (best, _) = &self.best[&person];
                let with = (0..lines[issue].len()).map(|taken| asker.with(issue, taken, best));
                let found = with.collect::<Option<Vec<Option<Taken>>>>()?;
                self.with.insert((person, issue), found.into_iter().flatten().collect());
            }
            _ => {
                let (best, _) = &self.best[&person];
                let found = asker.envelope(lines, along.reach, best)?;
                self.along.insert((person, along.parameter()), found);
            }
        }
        Some(())
    }

    /// What each person could gain where nothing is moved; 0 for those who don't care.
    pub(super) fn ideals(&self, people: usize) -> Vec<f64> {
        (0..people).map(|person| self.best.get(&person).map_or(0.0, |(_, gain)| *gain)).collect()
    }

    /// What is known to be the best for a person somewhere.
    fn of_person(&self, person: usize) -> Vec<&Taken> {
        let best = self.best.get(&person).map(|(best, _)| best);
        let with = self.with.range((person, 0)..(person + 1, 0)).flat_map(|(_, with)| with);
        best.into_iter().chain(with).sorted_unstable().dedup().collect()
    }

    /// All packages that are known.
    pub(super) fn packages(&self) -> impl Iterator<Item = &Taken> {
        let best = self.best.values().map(|(best, _)| best);
        best.chain(self.with.values().flatten()).chain(self.along.values().flatten())
    }

    /// Packages among which is the best for a person, wherever a number is that moves nothing else that packages must keep;
    /// `None` if that isn't known.
    pub(super) fn of_number(&self, along: &Along<'_>, person: usize) -> Option<Vec<&Taken>> {
        let more = match moving(along.lines(person))[..] {
            [] => &[],
            [issue] => self.with.get(&(person, issue))?.as_slice(),
            _ => self.along.get(&(person, along.parameter()))?.as_slice(),
        };
        let (best, _) = self.best.get(&person)?;
        Some(more.iter().chain([best]).collect())
    }

    /// The same by their positions in the ledger.
    pub(super) fn positions(&self, along: &Along<'_>, person: usize) -> Option<Vec<usize>> {
        self.of_number(along, person)?.into_iter().map(|package| along.ledger.position_of(package)).collect()
    }
}

/// Whether nothing brings any of these people as much as stands beside them, where nothing is moved. The nodes that takes are
/// added to `spent`.
pub(super) fn stay_below(
    margin: &Margin<'_>,
    mut limits: impl Iterator<Item = (usize, f64)>,
    stop: &Stop<'_>,
    spent: &Cell<u64>,
) -> bool {
    limits.all(|(person, gain)| Asker::new(margin, person, stop, spent).stays_below(gain))
}

/// The issues on which a number moves somebody.
fn moving(lines: &[Vec<Line>]) -> Vec<usize> {
    lines.iter().positions(|row| row.iter().any(|line| line.1 != row[0].1)).collect()
}

/// Looks for the best packages for a person, whatever it asks for itself.
struct Asker<'a> {
    margin: &'a Margin<'a>,
    person: usize,
    /// What the person gains.
    gains: Row,
    /// What packages must keep.
    keeps: Vec<Row>,
    /// All packages that bring at least some part of the most, the best first.
    nearly: Vec<Taken>,
    stop: &'a Stop<'a>,
    /// Where the nodes that takes are added.
    spent: &'a Cell<u64>,
}

impl<'a> Asker<'a> {
    /// One for everybody who cares.
    fn all(margin: &'a Margin<'a>, stop: &'a Stop<'a>, spent: &'a Cell<u64>) -> Vec<Self> {
        margin.caring().into_iter().map(|person| Self::new(margin, person, stop, spent)).collect()
    }

    fn new(margin: &'a Margin<'a>, person: usize, stop: &'a Stop<'a>, spent: &'a Cell<u64>) -> Self {
        let keeps = margin.rows_but_of(person);
        let gains = margin.gain_row(person, 0.0, 1);
        Self { margin, person, gains, keeps, nearly: Vec::new(), stop, spent }
    }

    /// The best package where nothing is moved, with what it brings. `None` if that is nothing, or isn't found out.
    fn now(&self, hints: Vec<&Taken>) -> Option<(Taken, f64)> {
        let own = self.margin.home.taken_at(0);
        let hints: Vec<&Taken> = hints.into_iter().chain([&own]).collect();
        let best = self.best(&self.gains, &self.keeps, &hints)??;
        let gain = sum(&self.gains, &best) - self.gains.least;
        (gain > TOLERANCE).then_some((best, gain))
    }

    /// Whether nothing brings so much, where nothing is moved; a walk that takes long doesn't tell.
    fn stays_below(&self, gain: f64) -> bool {
        let rows = [vec![self.margin.gain_row(self.person, gain, 1)], self.keeps.clone()].concat();
        let found = collect(&rows, &[], 1, NOTHING, self.stop);
        self.spent.set(self.spent.get() + found.nodes);
        found.is_all && found.packages.is_empty()
    }

    /// The package of which a row is largest, as [`best`].
    fn best(&self, row: &Row, keeps: &[Row], hints: &[&Taken]) -> Option<Option<Taken>> {
        best(row, keeps, hints, self.stop, self.spent)
    }

    /// Lists what brings nearly the most: most alternatives are among it.
    fn look_around(&mut self, most: f64) {
        for part in NEARLY {
            let least = self.margin.gain_row(self.person, part * most, 1);
            let rows = [vec![least], self.keeps.clone()].concat();
            let found = collect(&rows, &[], 1, AROUND, self.stop);
            if !found.is_all {
                return;
            }
            let keeps = |taken: &Taken| rows.iter().all(|row| row.least - TOLERANCE <= sum(row, taken));
            let nearly = found.packages.into_iter().map(|kept| kept.chosen).filter(keeps);
            self.nearly =
                nearly.sorted_by(|one, other| sum(&self.gains, other).total_cmp(&sum(&self.gains, one))).collect();
        }
    }

    /// The best with one alternative on an issue, if there is any; `best` is the best of all.
    fn with(&self, issue: usize, taken: usize, best: &Taken) -> Option<Option<Taken>> {
        if usize::from(best[issue]) == taken {
            return Some(Some(best.clone()));
        }
        if let Some(nearly) = self.nearly.iter().find(|package| usize::from(package[issue]) == taken) {
            return Some(Some(nearly.clone()));
        }
        let of_issue = |(at, row): (usize, &Vec<f64>)| {
            (0..row.len()).map(|alternative| f64::from(u8::from(at == issue && alternative == taken))).collect()
        };
        let figures = self.gains.figures.iter().enumerate().map(of_issue).collect();
        let keeps = [vec![Row { figures, least: 1.0, groups: 1 }], self.keeps.clone()].concat();
        let like = |package: &Taken| {
            let mut package = package.clone();
            package[issue] = taken as u16;
            package
        };
        let hints: Vec<Taken> = self.nearly.iter().take(HINTS).chain([best]).map(like).collect();
        let hints: Vec<&Taken> = hints.iter().collect();
        self.best(&self.gains, &keeps, &hints)
    }

    /// Packages among which is the best wherever a number is that moves the person along these lines.
    fn envelope(&self, lines: &[Vec<Line>], reach: (f64, f64), best: &Taken) -> Option<Vec<Taken>> {
        let of = |package: &Taken| -> Line {
            let taken = lines.iter().zip(package).map(|(row, taken)| row[usize::from(*taken)]);
            taken.fold((0.0, 0.0), |sum, line| (sum.0 + line.0, sum.1 + line.1))
        };
        let mut found = vec![best.clone()];
        let mut asked: BTreeSet<u64> = BTreeSet::new();
        while asked.len() < QUESTIONS {
            let known: Vec<Line> = found.iter().map(of).collect();
            let is_new = |at: &f64| !asked.contains(&at.to_bits());
            let Some(at) = corners(&known, reach).into_iter().find(is_new) else { return Some(found) };
            asked.insert(at.to_bits());
            let figures = lines.iter().map(|row| row.iter().map(|line| on(*line, at)).collect()).collect();
            let hints: Vec<&Taken> = found.iter().collect();
            let row = Row { figures, least: 0.0, groups: 1 };
            let best = self.best(&row, &self.keeps, &hints)??;
            let top = known.iter().map(|line| on(*line, at)).fold(f64::NEG_INFINITY, f64::max);
            if on(of(&best), at) > top + TOLERANCE {
                found.push(best);
            }
        }
        None
    }
}

/// The package of which a row is largest, of those that keep the others, if there is any. `None` if it takes too long; the nodes
/// that takes are added to `spent`. It is no worse than those of the `hints` that do.
pub(super) fn best(
    row: &Row,
    keeps: &[Row],
    hints: &[&Taken],
    stop: &Stop<'_>,
    spent: &Cell<u64>,
) -> Option<Option<Taken>> {
    let is_kept = |hint: &&&Taken| keeps.iter().all(|row| row.least <= sum(row, hint));
    let hint = hints.iter().filter(is_kept).max_by(|one, other| sum(row, one).total_cmp(&sum(row, other)));
    let hint = hint.map(|hint| hint.iter().map(|taken| usize::from(*taken)).collect());
    let least = |figures: &Vec<f64>| figures.iter().copied().fold(f64::INFINITY, f64::min);
    let least = row.figures.iter().map(least).sum();
    let rows = [vec![Row { least, ..row.clone() }], keeps.to_vec()].concat();
    let sizes: Vec<usize> = row.figures.iter().map(Vec::len).collect();
    let walk = Walk { sizes: &sizes, rows: &rows, products: &[], groups: 1, order: Order::Likely };
    let mut nodes = NODES;
    let found = walk.highest(hint, &mut nodes, stop);
    spent.set(spent.get() + NODES - nodes);
    match found {
        Highest::Found(taken) => Some(Some(taken.into_iter().map(|taken| taken as u16).collect())),
        Highest::Nothing => Some(None),
        Highest::GivenUp => None,
    }
}

fn sum(row: &Row, package: &Taken) -> f64 {
    row.figures.iter().zip(package).map(|(row, taken)| row[usize::from(*taken)]).sum()
}

/// The ends of a reach, and where within it the largest of some lines passes from one to another.
fn corners(lines: &[Line], (low, high): (f64, f64)) -> Vec<f64> {
    let top = |at: f64| lines.iter().map(|line| on(*line, at)).fold(f64::NEG_INFINITY, f64::max);
    let crossing = |[one, other]: [&Line; 2]| {
        let at = (other.0 - one.0) / (one.1 - other.1);
        let is_inside = low < at && at < high;
        (is_inside && top(at) <= on(*one, at) + TOLERANCE).then_some(at)
    };
    let crossings = lines.iter().array_combinations().filter_map(crossing);
    [low, high].into_iter().chain(crossings).collect()
}
