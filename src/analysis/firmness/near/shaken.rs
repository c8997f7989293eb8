//! Whether the package in question stays the answer when all numbers move at once: only those packages are listed that are
//! as good then.

use std::cell::Cell;

use itertools::Itertools as _;

use super::super::course::Moves;
use super::super::draws::part;
use super::super::ledger::Ledger;
use super::super::shaken::Movable;
use super::super::snapshot::{Order, Snapshot, TOLERANCE};
use super::Near;
use super::collect::{Patience, collect};
use super::known::{self, Known};
use super::margin::{Margin, Slack};
use crate::optimize::Stop;

/// How many nodes all draws may take together, so that their number is the same at each run.
const WORK: u64 = 6_000_000;
/// What a draw takes besides, as so many nodes.
const ONE: u64 = 10_000;
/// And where the optimiser is asked.
const ASKED: u64 = 300_000;
/// How much is looked at; what is as good is better nearly always, and few of that will do.
const PATIENCE: Patience = Patience { nodes: 200_000, packages: 20 };

/// The package in question, to be looked at elsewhere.
pub(super) struct Shaken<'a> {
    near: &'a Near<'a>,
    order: Order,
    movable: Movable,
    /// What is best for everybody where nothing is moved, where that counts.
    known: Option<&'a Known>,
    /// Packages that may come before the one in question, in canonical order.
    rivals: Vec<Vec<u16>>,
    /// How many nodes are left.
    work: Cell<u64>,
}

impl<'a> Shaken<'a> {
    pub(super) fn new(near: &'a Near<'a>, order: Order, known: Option<&'a Known>, rivals: &Ledger) -> Self {
        let rivals = (0..rivals.len()).map(|at| rivals.taken_at(at)).collect();
        Self { near, order, movable: Movable::new(&near.home, &near.numbers), known, rivals, work: Cell::new(WORK) }
    }

    /// Whether there is work left for another draw.
    pub(super) fn goes_on(&self) -> bool {
        self.work.get() > 0
    }

    /// Whether the package is the answer with all numbers moved by these parts; `None` if that isn't found out.
    pub(super) fn stands(&self, parts: &[i64], stop: &Stop<'_>) -> Option<bool> {
        let spent = Cell::new(ONE);
        let stands = self.looked(parts, stop, &spent);
        let asked = if stands.is_none() { ASKED } else { 0 };
        self.work.set(self.work.get().saturating_sub(spent.get() + asked));
        stands
    }

    fn looked(&self, parts: &[i64], stop: &Stop<'_>, spent: &Cell<u64>) -> Option<bool> {
        let mut parts = parts.iter().map(|moved| part(*moved));
        let home = &self.near.home;
        let home = self.movable.moved(home, || parts.next().unwrap_or_default()).ledger(home);
        if !Snapshot::still(&home).accepts(0) {
            return Some(false);
        }
        let mut margin = Margin::of(&home, self.order)?;
        if self.order == Order::KalaiSmorodinsky {
            if self.is_surely_beaten(&home, &margin, stop, spent) {
                return Some(false);
            }
            let known = Known::now(&margin, self.known, stop, spent)?;
            margin = margin.knowing(known)?;
        }
        let (found, is_all) = as_good(&margin, stop, spent);
        let listed = home.with(found);
        let own = listed.position_of(&home.taken_at(0));
        let is_chosen = Snapshot::still(&listed).choice(self.order) == own;
        (is_all || !is_chosen).then_some(is_chosen)
    }

    /// Whether some rival surely brings more of what everybody could gain, whatever that is: if the package in question
    /// brings one person no more than some part, and the rival more to that person, then the rival is beaten itself only
    /// where somebody else could gain so much that its part is smaller than that.
    fn is_surely_beaten(&self, home: &Ledger, margin: &Margin<'_>, stop: &Stop<'_>, spent: &Cell<u64>) -> bool {
        let listed = home.with(self.rivals.clone());
        let snapshot = Snapshot::still(&listed);
        let gains = |package: Option<usize>| package.and_then(|package| snapshot.gains_of(package));
        let theirs = gains(snapshot.choice(self.order));
        let (Some(theirs), Some(own)) = (theirs, gains(listed.position_of(&home.taken_at(0)))) else { return false };
        let most = snapshot.ideals();
        let parts = own.iter().zip(&most).map(|(own, most)| own / most);
        let Some((least, part)) = parts.enumerate().min_by(|one, other| one.1.total_cmp(&other.1)) else {
            return false;
        };
        if own[least] <= TOLERANCE || theirs[least] <= own[least] + TOLERANCE {
            return false;
        }
        // From this on the part that the rival brings would be no larger.
        let limit = |at: usize| (theirs[at] / part) * (1.0 - TOLERANCE);
        let others: Vec<usize> = (0..most.len()).filter(|at| *at != least).collect();
        let limits = others.iter().map(|at| (snapshot.people()[*at], limit(*at)));
        others.iter().all(|at| most[*at] < limit(*at)) && known::stay_below(margin, limits, stop, spent)
    }
}

/// The packages that may come before the package in question or are as good, and those that bring somebody the most, in
/// canonical order; and whether these are all.
fn as_good(margin: &Margin<'_>, stop: &Stop<'_>, spent: &Cell<u64>) -> (Vec<Vec<u16>>, bool) {
    let (rows, products) = margin.rows(&[Moves::default()], Slack::default());
    let found = collect(&rows, &products, 1, PATIENCE, stop);
    spent.set(spent.get() + found.nodes);
    let best = margin.known.iter().flat_map(Known::packages).cloned();
    let packages = found.packages.into_iter().map(|kept| kept.chosen).chain(best);
    (packages.sorted_unstable().dedup().collect(), found.is_all)
}
