//! Lists of rivals, and what they say when a number moves.

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::View;
use super::super::ledger::Ledger;
use super::super::search::{Bracket, Search};
use super::super::snapshot::{Order, Snapshot};
use super::super::telling::{Change, Trail};
use super::Near;
use super::collect::Kept;
use super::known::Known;
use super::margin::{Margin, Slack, Way};
use super::shares::{Shares, Tops};
use crate::domain::Package;
use crate::optimize::Stop;

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

    /// What brings a person the most, where that counts, as [`Tops::first`].
    pub(super) fn first_top(&self, group: usize, person: usize, is_accepted: impl Fn(&usize) -> bool) -> Option<usize> {
        self.tops.as_ref()?.first(group, person, is_accepted)
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
    pub(super) fn field(&self, near: &Near<'_>, at: usize, shares: Option<&Shares<'_>>) -> Vec<usize> {
        let rivals = self.rivals_along(near, at);
        match shares {
            None => rivals.collect(),
            Some(shares) => shares.with_best(rivals),
        }
    }

    /// Whether a package surely comes before everything that isn't listed.
    pub(super) fn is_ahead(
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

    /// A number along this list, where it counts how much everybody could gain.
    pub(super) fn shares<'s>(
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

/// Whether a larger slack may tell more.
pub(super) fn is_uncertain(trail: &Trail) -> bool {
    match trail {
        Trail::Open => true,
        Trail::Nowhere => false,
        Trail::Changes(change) => change.package.is_none(),
    }
}
