//! One number followed to where the answer first changes, or to the end of its range.
//!
//! Where a number moves one person's gains, or all gains are straight lines, what a rival has more than the package in
//! question rises or falls throughout between turns, be it a difference of sums or a quotient of products. A rival that
//! has more anywhere has more at one of both turns, so that those that do are all there are; of these the first to be
//! chosen may shorten the way.

use super::super::along::Along;
use super::super::course::{Moves, View};
use super::super::ledger::Ledger;
use super::super::search::{Bracket, Search, outward};
use super::super::snapshot::{Order, Snapshot};
use super::super::telling::{Change, Trail};
use super::Near;
use super::collect::{Patience, collect};
use super::list::List;
use super::margin::Margin;
use super::pursuit_of_shares::PursuitOfShares;
use crate::domain::Package;
use crate::optimize::Stop;

/// How much is looked at between two turns.
const PATIENCE: Patience = Patience { nodes: 200_000, packages: 100 };
/// Into how many parts the way between two turns is cut to find out how far something can be compared.
const PARTS: u32 = 64;
/// How often the way between two turns is shortened.
const MOST_TIMES: u32 = 12;

/// A number on its way from where it is.
pub(super) struct Pursuit<'a> {
    pub(super) near: &'a Near<'a>,
    pub(super) margin: &'a Margin<'a>,
    /// Rivals that are known, where there is a list.
    pub(super) list: Option<&'a List>,
    /// Its position among the numbers.
    pub(super) number: usize,
    pub(super) stop: &'a Stop<'a>,
}

impl Pursuit<'_> {
    /// Follows the number upwards or downwards, from some place on.
    pub(super) fn follow(&self, up: bool, from: f64) -> Trail {
        let along = self.near.alone_along(self.number);
        let moves = along.moves();
        if self.margin.is_smallest_first() {
            return self.of_shares(&along).map_or(Trail::Open, |pursuit| pursuit.follow(up, from));
        }
        let places = outward(along.turns(), up, from);
        for ends in places.windows(2) {
            let start = along.view(ends[0]);
            let Some(end) = self.last_comparable(&along, &start, ends[1]) else { return Trail::Open };
            if !self.is_monotone(moves, &start, &end) {
                return Trail::Open;
            }
            let is_whole = end.at == ends[1];
            match self.piece(&along, &start, end, up) {
                Trail::Nowhere if is_whole => {}
                Trail::Nowhere => return Trail::Open,
                trail => return trail,
            }
        }
        Trail::Nowhere
    }

    /// The same where parts of what everybody could gain are compared and the number moves one person alone.
    fn of_shares<'s>(&'s self, along: &'s Along<'s>) -> Option<PursuitOfShares<'s>> {
        let list = self.list.filter(|_| self.margin.order == Order::KalaiSmorodinsky)?;
        PursuitOfShares::new(self.near, self.margin, list, self.number, along, self.stop)
    }

    /// The package in question with all that is as good in a view, and what brings people the most there where that counts.
    /// `None` if it isn't accepted there, nothing can be compared, or these are too many.
    pub(super) fn as_good(&self, along: &Along<'_>, view: &View) -> Option<Ledger> {
        if !Snapshot::among(along, view, 0..1).accepts(0) {
            return None;
        }
        if self.margin.is_smallest_first() {
            return self.of_shares(along)?.as_good(view);
        }
        if !self.is_comparable(along, view) {
            return None;
        }
        let (rows, products) = self.margin.ends(along, [view, view]);
        let found = collect(&rows, &products, 2, PATIENCE, self.stop);
        let packages = found.packages.into_iter().map(|kept| kept.chosen).collect();
        found.is_all.then(|| self.near.home.with(packages).into_owned())
    }

    /// Whether gains of those who are moved can be compared in a view.
    fn is_comparable(&self, along: &Along<'_>, view: &View) -> bool {
        along.moves().people.iter().all(|person| {
            let weight = self.margin.weight(*person, along.gain(*person, 0, view));
            view.people[*person].cares && weight.is_some_and(f64::is_finite)
        })
    }

    /// Whether what a rival has more rises or falls throughout: it does if it is about one person's gains, or a sum of
    /// straight lines.
    fn is_monotone(&self, moves: &Moves, start: &View, end: &View) -> bool {
        let is_straight = |person: &usize| start.people[*person].unit == end.people[*person].unit;
        match self.margin.order {
            Order::Best(_) => true,
            Order::Joint => moves.people.len() <= 1 || moves.people.iter().all(is_straight),
            _ => moves.people.len() <= 1,
        }
    }

    /// The view at the end of a piece, or where nothing can be compared there, about as far out as it can: the gains of the
    /// package in question sink to nothing on the way there, so that it isn't chosen that far anyway.
    fn last_comparable(&self, along: &Along<'_>, start: &View, end: f64) -> Option<View> {
        let parts = (0..PARTS).map(|part| end + (start.at - end) * f64::from(part) / f64::from(PARTS));
        let is_comparable = |view: &View| self.is_comparable(along, view);
        is_comparable(start).then(|| parts.map(|at| along.view(at)).find(is_comparable)).flatten()
    }

    /// Looks between two turns, or as far as the nearest change that is known.
    fn piece(&self, along: &Along<'_>, start: &View, mut end: View, up: bool) -> Trail {
        let mut known = self.nearest_known(start, end.at, up);
        if let Some(bracket) = known {
            end = along.view(bracket.other);
        }
        for _ in 0..MOST_TIMES {
            if self.stop.is_due() {
                return Trail::Open;
            }
            let (rows, products) = self.margin.ends(along, [start, &end]);
            let found = collect(&rows, &products, 2, PATIENCE, self.stop);
            let ledger = self.near.home.with(found.packages.into_iter().map(|kept| kept.chosen).collect());
            let ledger = ledger.as_ref();
            let Some(own) = ledger.position(self.near.court.package) else { return Trail::Open };
            let whole = self.near.along(ledger, self.number);
            let range = whole.reach.1 - whole.reach.0;
            let reach = if up { (0.0, end.at) } else { (end.at, 0.0) };
            let list = whole.within(reach);
            let search = Search::new(&list, self.near.holds, own, 0..ledger.len(), range);
            let first = search.first(up, start.at);
            if search.is_exhausted() {
                return Trail::Open;
            }
            match (first, found.is_all) {
                (Some(bracket), true) => {
                    let package = self.answer(along, ledger, bracket);
                    return Trail::Changes(Change { bracket, package });
                }
                (None, true) => {
                    let change = |bracket| Trail::Changes(Change { bracket, package: None });
                    return known.map_or(Trail::Nowhere, change);
                }
                (Some(bracket), false) if bracket.other.abs() < end.at.abs() => {
                    known = Some(bracket);
                    end = along.view(bracket.other);
                }
                (_, false) => return Trail::Open,
            }
        }
        Trail::Open
    }

    /// The nearest change to one of the rivals that are listed anyway: the first of all is no further away.
    fn nearest_known(&self, start: &View, end: f64, up: bool) -> Option<Bracket> {
        let list = self.list?;
        let whole = self.near.along(&list.ledger, self.number);
        let range = whole.reach.1 - whole.reach.0;
        let along = whole.within(if up { (0.0, end) } else { (end, 0.0) });
        let rivals = list.rivals_along(self.near, self.number);
        Search::new(&along, self.near.holds, list.own, rivals, range).first(up, start.at)
    }

    /// The answer behind a change, if it surely comes before everything that isn't listed.
    fn answer(&self, along: &Along<'_>, ledger: &Ledger, bracket: Bracket) -> Option<Package> {
        let list = self.near.along(ledger, self.number);
        let view = self.near.behind(&list, self.number, bracket);
        let chosen = Snapshot::among(&list, &view, 0..ledger.len()).clear_choice(self.margin.order)?;
        self.margin.is_abreast(along, &view, &list.everybody(chosen, &view)).then(|| ledger.package(chosen))
    }
}
