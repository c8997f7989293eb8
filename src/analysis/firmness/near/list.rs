//! Lists of rivals, and what they say when a number moves.

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::View;
use super::super::exact::{self, Top};
use super::super::ledger::Ledger;
use super::super::number::{Number, changed, seen};
use super::super::search::{Bracket, Search};
use super::super::settle::{Beside, Verdict};
use super::super::snapshot::{Order, Snapshot};
use super::super::telling::{Change, Scout, Trail};
use super::Near;
use super::collect::Kept;
use super::known::Known;
use super::margin::{Margin, Slack, Way};
use super::pursuit::Pursuit;
use super::shares::{Shares, Tops};
use crate::domain::{Package, Rational};
use crate::optimize::Stop;

/// How many packages that are about as good as the best are compared exactly.
const COMPARED: usize = 20;

/// The rivals that are behind by no more than a slack.
pub(super) struct List {
    slack: Slack,
    pub(super) ledger: Ledger,
    /// The position of the package in question.
    pub(super) own: usize,
    /// How many rivals there are.
    pub(super) rivals: usize,
    /// Per group, the positions of the rivals that are of use to it; `None` for groups that weren't looked at.
    of_group: Vec<Option<Vec<usize>>>,
    /// What is nearly the best for each person, where it counts how much everybody could gain.
    tops: Option<Tops>,
}

impl List {
    /// Of `rivals` of some groups, and of those that bring somebody nearly the `best`, both with their groups by their positions
    /// among these. `None` if the package in question isn't among them: then it isn't the answer.
    pub(super) fn new(
        near: &Near<'_>,
        margin: &Margin<'_>,
        slack: Slack,
        groups: &[usize],
        rivals: Vec<Kept>,
        best: Vec<Kept>,
    ) -> Option<Self> {
        let known = margin.known.iter().flat_map(Known::packages);
        let packages = rivals.iter().chain(&best).map(|kept| &kept.chosen).chain(known);
        let packages = packages.sorted_unstable().dedup().cloned().collect();
        let ledger = near.home.with(packages).into_owned();
        let own = ledger.position(near.court.package)?;
        let of_group = |kept: &[Kept]| -> Vec<Option<Vec<usize>>> {
            let in_group = |bit: usize| kept.iter().filter(move |kept| kept.groups >> bit & 1 == 1);
            let positions = |bit: usize| in_group(bit).filter_map(|kept| ledger.position_of(&kept.chosen)).collect();
            (0..near.groups.len()).map(|group| groups.iter().position(|known| *known == group).map(positions)).collect()
        };
        let tops = match margin.order {
            Order::KalaiSmorodinsky => Some(Tops::new(near, margin, &ledger, &of_group(&best), slack)?),
            _ => None,
        };
        Some(Self { slack, own, rivals: rivals.len(), of_group: of_group(&rivals), tops, ledger })
    }

    /// Whether the list says something of a number.
    pub(super) fn covers(&self, near: &Near<'_>, at: usize) -> bool {
        self.of_group[near.group_of[at]].is_some()
    }

    /// Looks along every direction that isn't known all the way, as long as there is time.
    pub(super) fn look_along_all(
        &self,
        near: &Near<'_>,
        margin: &Margin<'_>,
        trails: &mut [[Trail; 2]],
        stop: &Stop<'_>,
    ) {
        for (at, sides) in trails.iter_mut().enumerate().take_while(|_| !stop.is_due()) {
            let uncertain = [false, true].into_iter().zip(sides).filter(|(_, side)| is_uncertain(side));
            let (ways, sides): (Vec<(bool, f64)>, Vec<&mut Trail>) =
                uncertain.map(|(up, side)| ((up, 0.0), side)).unzip();
            let looked = self.look(near, margin, at, &ways);
            for (side, looked) in sides.into_iter().zip(looked).filter(|(_, looked)| !matches!(looked, Trail::Open)) {
                *side = looked;
            }
        }
    }

    /// Looks along a number up or down, each further away than some place and as far as the slack reaches.
    pub(super) fn look(&self, near: &Near<'_>, margin: &Margin<'_>, at: usize, ways: &[(bool, f64)]) -> Vec<Trail> {
        let home = near.alone_along(at);
        if home.is_idle() {
            return ways.iter().map(|_| Trail::Nowhere).collect();
        }
        if ways.is_empty() || !self.covers(near, at) {
            return ways.iter().map(|_| Trail::Open).collect();
        }
        let ends = home.reach;
        let whole = near.along(&self.ledger, at);
        let shares = self.shares(near, margin, &whole, at);
        let way = Way::new(margin, &home);
        let look = |&(up, from): &(bool, f64)| {
            let reach = shares.as_ref().map_or_else(|| way.reach(self.slack, up), |shares| shares.reach(up));
            let is_whole = if up { ends.1 <= reach.1 } else { reach.0 <= ends.0 };
            let rivals = match &shares {
                None => self.rivals_along(near, at).collect(),
                Some(shares) => {
                    let may_bring = shares.may_bring(shares.smallest(reach), reach);
                    shares.with_best(self.rivals_along(near, at).filter(|at| may_bring(*at)))
                }
            };
            let along = near.along(&self.ledger, at).within(reach);
            let rivals = rivals.into_iter().filter(way.forward(&along));
            let search = Search::new(&along, near.holds, self.own, rivals, ends.1 - ends.0);
            match Trail::new(&search, up, from) {
                Trail::Changes(change) => {
                    let package = self.answer(near, margin, at, change.bracket, shares.as_ref());
                    Trail::Changes(Change { package, ..change })
                }
                Trail::Nowhere if !is_whole => Trail::Open,
                trail => trail,
            }
        };
        ways.iter().map(look).collect()
    }

    /// What brings a person nearly the most, where that counts, as [`Tops::now`].
    pub(super) fn tops_now(&self, group: usize, person: usize) -> &[usize] {
        self.tops.as_ref().map_or(&[], |tops| tops.now(group, person))
    }

    /// The positions of the rivals that a number can bring forward, in canonical order.
    pub(super) fn rivals_along(&self, near: &Near<'_>, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.of_group[near.group_of[at]].iter().flatten().copied()
    }

    /// The answer behind a change, if it surely comes before everything that isn't listed.
    fn answer(
        &self,
        near: &Near<'_>,
        margin: &Margin<'_>,
        at: usize,
        bracket: Bracket,
        shares: Option<&Shares<'_>>,
    ) -> Option<Package> {
        let along = near.along(&self.ledger, at);
        let view = near.behind(&along, at, bracket);
        let field = self.field(near, at, shares);
        let chosen = Snapshot::among(&along, &view, field.into_iter()).clear_choice(margin.order)?;
        self.is_ahead(near, margin, at, &view, chosen, shares).then(|| self.ledger.package(chosen))
    }

    /// The positions of the packages among which is the answer, and what everybody could gain where that counts, in
    /// canonical order.
    fn field(&self, near: &Near<'_>, at: usize, shares: Option<&Shares<'_>>) -> Vec<usize> {
        let rivals = self.rivals_along(near, at);
        match shares {
            None => rivals.collect(),
            Some(shares) => shares.with_best(rivals),
        }
    }

    /// Whether a package surely comes before everything that isn't listed.
    fn is_ahead(
        &self,
        near: &Near<'_>,
        margin: &Margin<'_>,
        at: usize,
        view: &View,
        package: usize,
        shares: Option<&Shares<'_>>,
    ) -> bool {
        if let Some(shares) = shares {
            return shares.is_ahead(view, package);
        }
        let along = near.along(&self.ledger, at);
        margin.is_ahead(&near.alone_along(at), view, &along.everybody(package, view), self.slack)
    }

    fn packages(&self, positions: &[usize]) -> Vec<Package> {
        positions.iter().map(|at| self.ledger.package(*at)).collect()
    }

    /// A number along this list, where it counts how much everybody could gain.
    fn shares<'s>(
        &'s self,
        near: &Near<'_>,
        margin: &'s Margin<'s>,
        along: &'s Along<'s>,
        at: usize,
    ) -> Option<Shares<'s>> {
        let tops = self.tops.as_ref()?;
        Some(Shares::new(margin, along, self.slack, self.own, tops, near.group_of[at]))
    }
}

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

/// Whether a larger slack may tell more.
pub(super) fn is_uncertain(trail: &Trail) -> bool {
    match trail {
        Trail::Open => true,
        Trail::Nowhere => false,
        Trail::Changes(change) => change.package.is_none(),
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

impl Beside for Rivals<'_> {
    /// Compares those exactly that are about as good as the best.
    fn verdict(&self, number: &Number, value: &Rational) -> Option<Verdict> {
        let (near, court) = (self.near, self.near.court);
        let at = self.near.position(number)?;
        let (found, tops) = self.covering(at).find_map(|list| {
            let along = near.along(&list.ledger, at);
            let view = along.view_at(number, value);
            let shares = list.shares(near, &self.margin, &along, at);
            let field = list.field(near, at, shares.as_ref());
            let snapshot = Snapshot::among(&along, &view, field.into_iter());
            let foremost = snapshot.abreast(self.margin.order);
            let first = *foremost.first()?;
            if foremost.len() > COMPARED || !list.is_ahead(near, &self.margin, at, &view, first, shares.as_ref()) {
                return None;
            }
            let tops = if shares.is_some() { snapshot.tops()? } else { Vec::new() };
            Some((list.packages(&foremost), exact::tops(&list.ledger, &tops)))
        })?;
        let table = changed(court.circumstances.table.table(), number.parameter, value);
        let circumstances = seen(&table, court.circumstances, number.parameter)?;
        let best = exact::best(&circumstances, court.question, found, &tops)?;
        Some(if exact::is_same(&circumstances, &best, court.package) {
            Verdict::Same
        } else {
            Verdict::Other(Some(best))
        })
    }

    fn tops(&self, number: &Number, value: &Rational) -> Option<Vec<Top>> {
        let at = self.near.position(number)?;
        self.covering(at).find_map(|list| {
            let along = self.near.along(&list.ledger, at);
            let view = along.view_at(number, value);
            let shares = list.shares(self.near, &self.margin, &along, at)?;
            let tops = Snapshot::among(&along, &view, shares.with_best([].into_iter()).into_iter()).tops()?;
            shares.knows(&view).then(|| exact::tops(&list.ledger, &tops))
        })
    }
}
