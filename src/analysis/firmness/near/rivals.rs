//! What is known of a package's rivals: lists of growing slack, and what a number that is followed by itself comes upon.

use super::super::exact::{self, Top};
use super::super::ledger::Ledger;
use super::super::number::{Number, changed, seen};
use super::super::settle::{Beside, Verdict};
use super::super::snapshot::{Order, Snapshot};
use super::super::telling::{Change, Scout, Trail};
use super::Near;
use super::list::List;
use super::margin::Margin;
use super::pursuit::Pursuit;
use crate::domain::{Package, Rational};
use crate::optimize::Stop;

/// How many packages that are about as good as the best are compared exactly.
const COMPARED: usize = 20;

/// A package's rivals, in lists of growing slack.
pub(super) struct Rivals<'a> {
    pub(super) near: &'a Near<'a>,
    pub(super) margin: Margin<'a>,
    pub(super) lists: Vec<List>,
    pub(super) stop: &'a Stop<'a>,
}

impl Rivals<'_> {
    /// The lists that say something of a number, the nearest first.
    fn covering(&self, number: usize) -> impl DoubleEndedIterator<Item = &List> {
        self.lists.iter().filter(move |list| list.covers(self.near, number))
    }

    /// The number at a position, to be followed by itself.
    pub(super) fn pursuit(&self, number: usize) -> Pursuit<'_> {
        let list = self.covering(number).next_back();
        Pursuit { near: self.near, margin: &self.margin, list, number, stop: self.stop }
    }
}

impl Scout for Rivals<'_> {
    fn answer(&self, _: &Number, change: &Change) -> Option<Option<Package>> {
        change.package.clone().map(Some)
    }

    fn beyond(&self, number: &Number, up: bool, from: f64) -> Trail {
        let Some(at) = self.near.position(number) else { return Trail::Open };
        let lists = self.covering(at).map(|list| list.look(self.near, &self.margin, at, &[(up, from)]));
        let known = lists.flatten().find(|trail| !matches!(trail, Trail::Open));
        known.unwrap_or_else(|| self.pursuit(at).follow(up, from))
    }
}

/// Packages among which is the answer with a number in one place, with those that bring people the most there, where that
/// counts.
struct Foremost {
    packages: Vec<Package>,
    tops: Vec<Top>,
}

impl Foremost {
    /// Of packages of a ledger: those that are about as good as the best. `None` if these are many, or the best isn't certain to
    /// come before everything that isn't listed.
    fn new(ledger: &Ledger, snapshot: &Snapshot, order: Order, is_ahead: impl Fn(usize) -> bool) -> Option<Self> {
        let foremost = snapshot.abreast(order);
        if foremost.len() > COMPARED || !is_ahead(*foremost.first()?) {
            return None;
        }
        let tops = if order == Order::KalaiSmorodinsky { snapshot.tops()? } else { Vec::new() };
        let packages = foremost.into_iter().map(|at| ledger.package(at)).collect();
        Some(Self { packages, tops: exact::tops(ledger, &tops) })
    }
}

impl Rivals<'_> {
    /// As a list knows it that reaches so far, or all that is as good as the package in question there.
    fn foremost(&self, at: usize, number: &Number, value: &Rational) -> Option<Foremost> {
        let (near, order) = (self.near, self.margin.order);
        let of_list = |list: &List| {
            let along = near.along(&list.ledger, at);
            let view = along.view_at(number, value);
            let shares = list.shares(near, &self.margin, &along, at);
            let field = list.field(near, at, shares.as_ref());
            let snapshot = Snapshot::among(&along, &view, field.into_iter());
            let is_ahead = |package: usize| list.is_ahead(near, &self.margin, at, &view, package, shares.as_ref());
            Foremost::new(&list.ledger, &snapshot, order, is_ahead)
        };
        self.covering(at).find_map(of_list).or_else(|| {
            let (ledger, snapshot) = self.as_good(at, number, value)?;
            Foremost::new(&ledger, &snapshot, order, |_| true)
        })
    }

    /// What is as good as the package in question with a number in one place.
    fn as_good(&self, at: usize, number: &Number, value: &Rational) -> Option<(Ledger, Snapshot)> {
        let home = self.near.alone_along(at);
        let view = home.view_at(number, value);
        let ledger = self.pursuit(at).as_good(&home, &view)?;
        let along = self.near.along(&ledger, at);
        let snapshot = Snapshot::among(&along, &view, 0..ledger.len());
        Some((ledger, snapshot))
    }
}

impl Beside for Rivals<'_> {
    /// Compares those exactly that are about as good as the best.
    fn verdict(&self, number: &Number, value: &Rational) -> Option<Verdict> {
        let court = self.near.court;
        let Foremost { packages, tops } = self.foremost(self.near.position(number)?, number, value)?;
        let table = changed(court.circumstances.table.table(), number.parameter, value);
        let circumstances = seen(&table, court.circumstances, number.parameter)?;
        let best = exact::best(&circumstances, court.question, packages, &tops)?;
        Some(if exact::is_same(&circumstances, &best, court.package) {
            Verdict::Same
        } else {
            Verdict::Other(Some(best))
        })
    }

    fn tops(&self, number: &Number, value: &Rational) -> Option<Vec<Top>> {
        let at = self.near.position(number)?;
        let of_list = |list: &List| {
            let along = self.near.along(&list.ledger, at);
            let view = along.view_at(number, value);
            let shares = list.shares(self.near, &self.margin, &along, at)?;
            let tops = Snapshot::among(&along, &view, shares.with_best([].into_iter()).into_iter()).tops()?;
            shares.knows(&view).then(|| exact::tops(&list.ledger, &tops))
        };
        self.covering(at).find_map(of_list).or_else(|| {
            let (ledger, snapshot) = self.as_good(at, number, value)?;
            Some(exact::tops(&ledger, &snapshot.tops()?))
        })
    }
}
