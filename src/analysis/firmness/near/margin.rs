//! How far packages that aren't listed stay behind the package in question.
//!
//! A list of near rivals leaves a package out for being behind by more than a slack, where nothing has moved yet. How much
//! of that slack a number uses up on its way is bounded for all packages at once: gains of those who aren't moved stay as
//! they are, and what the number does for the others is a sum over the issues, each at its largest. As long as slack is
//! left, whatever isn't listed can't be chosen before the package in question.
//!
//! - The smallest gain (fair): whoever isn't moved has to reach the smallest gain of the package in question, which falls
//!   by as much as the slack that is used.
//! - The smallest part of what everybody could gain (Kalai-Smorodinsky): the same, as long as it is known what everybody
//!   could gain ([`Shares`](super::shares::Shares)).
//! - A sum of gains with weights (joint, best, nash): a rival has to come to as much. Nash weighs by the reciprocals of the
//!   gains of the package in question: by the inequality of the arithmetic and the geometric mean no product is larger
//!   where that sum isn't.

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::{Line, View, on};
use super::super::ledger::Ledger;
use super::super::snapshot::{Order, TOLERANCE};
use super::Near;
use super::collect::Patience;
use super::known::Known;
use crate::optimize::Stop;

/// How far behind something still counts as abreast, as a part of the slack's unit.
const CARE: f64 = 1e-7;
/// The smallest slack that is tried, as a part of its unit; each next one is twice as large.
const SMALLEST_SLACK: f64 = 0.003;
/// The slacks that are tried where gains are compared with what everybody could gain.
const SLACKS_OF_SHARES: [(f64, f64); 7] =
    [(0.012, 0.1), (0.024, 0.2), (0.024, 0.4), (0.035, 0.8), (0.05, 0.8), (0.1, 0.9), (0.2, 1.0)];
/// How much is looked at per slack, where the smallest of what is compared counts first.
const PATIENCE_OF_SMALLEST: Patience = Patience { nodes: 2_000_000, packages: 60_000 };
/// And where it is a sum: there a number can be followed by itself.
const PATIENCE_OF_SUM: Patience = Patience { nodes: 1_000_000, packages: 5_000 };
/// How often the stretch to where the slack is used up is halved.
const HALVINGS: u32 = 24;

/// By how much what isn't listed stays behind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slack {
    /// In what is compared.
    pub(super) by: f64,
    /// Where gains are compared with what everybody could gain: how much more than now any package may come to bring
    /// somebody, as a part of that. Whatever isn't listed stays behind that much further.
    pub(super) rise: f64,
}

/// The package in question among the people of a frame, where nothing has moved.
pub(super) struct Margin<'a> {
    /// With the package in question alone in its list.
    pub(super) home: &'a Ledger,
    pub(super) order: Order,
    pub(super) view: View,
    pub(super) own: Vec<f64>,
    /// Per person, issue and alternative, what is added to gains.
    pub(super) each: Vec<Vec<Vec<f64>>>,
    /// The unit of slack: the whole width of what is compared.
    pub(super) unit: f64,
    /// The most that each person could gain, where gains are compared with that; else nothing.
    pub(super) ideals: Vec<f64>,
    /// The packages that bring it.
    pub(super) known: Option<Known>,
}

impl<'a> Margin<'a> {
    /// `None` where bounds of this kind say nothing: where products are of nothing, nobody cares, or somebody couldn't gain
    /// whose gains are to be compared with that.
    pub(super) fn new(near: &'a Near<'_>, order: Order, stop: &Stop<'_>) -> Option<Self> {
        let margin = Self::of(&near.home, order)?;
        match order {
            Order::KalaiSmorodinsky => Known::new(&margin, near, stop).and_then(|known| margin.knowing(known)),
            _ => Some(margin),
        }
    }

    /// Where what everybody could gain isn't known yet.
    pub(super) fn of(home: &'a Ledger, order: Order) -> Option<Self> {
        let view = View::of(home);
        let own: Vec<f64> =
            home.people.iter().zip(&view.people).map(|(person, standing)| standing.gain(person.raw[0])).collect();
        let cares = || (0..own.len()).filter(|person| view.people[*person].cares);
        let is_positive = cares().all(|person| own[person] > TOLERANCE);
        if cares().next().is_none() || (order == Order::Nash && !is_positive) {
            return None;
        }
        let each = home.people.iter().zip(&view.people).map(|(person, standing)| {
            let row = |row: &Vec<f64>| row.iter().map(|value| value * standing.unit).collect();
            person.added.iter().map(row).collect()
        });
        let each = each.collect();
        let mut margin = Self { home, order, view, own, each, unit: 1.0, ideals: Vec::new(), known: None };
        if !matches!(order, Order::Nash | Order::KalaiSmorodinsky) {
            let widths: Vec<f64> = margin.caring().into_iter().map(|person| margin.width(person)).collect();
            margin.unit = widths.iter().sum::<f64>() / widths.len() as f64;
        }
        (margin.unit.is_finite() && margin.unit > 0.0).then_some(margin)
    }

    /// With what everybody could gain.
    pub(super) fn knowing(mut self, known: Known) -> Option<Self> {
        self.ideals = known.ideals(self.own.len());
        self.known = Some(known);
        // Below 0 the bounds on parts of what could be gained turn around.
        (self.smallest_now() >= 0.0).then_some(self)
    }

    /// What a package brings a person that isn't moved.
    pub(super) fn gain_of(&self, person: usize, taken: &[u16]) -> f64 {
        let added = self.each[person].iter().zip(taken).map(|(row, taken)| row[usize::from(*taken)]);
        added.sum::<f64>() + self.view.people[person].gain(0.0)
    }

    /// The people who care.
    pub(super) fn caring(&self) -> Vec<usize> {
        (0..self.own.len()).filter(|person| self.view.people[*person].cares).collect()
    }

    /// From the least to the most that a person can get, rules ignored.
    fn width(&self, person: usize) -> f64 {
        let spread = |row: &Vec<f64>| {
            let (least, most) = row.iter().copied().minmax().into_option().unwrap_or_default();
            most - least
        };
        self.each[person].iter().map(spread).sum()
    }

    /// Whether the smallest of what is compared counts first, instead of a sum.
    pub(super) fn is_smallest_first(&self) -> bool {
        matches!(self.order, Order::Fair | Order::KalaiSmorodinsky)
    }

    /// How much is looked at per slack.
    pub(super) fn patience(&self) -> Patience {
        if self.is_smallest_first() { PATIENCE_OF_SMALLEST } else { PATIENCE_OF_SUM }
    }

    /// The smallest of the gains of the package in question, or of the parts of what everybody could gain.
    pub(super) fn smallest_now(&self) -> f64 {
        if self.ideals.is_empty() {
            return self.smallest(&self.own);
        }
        let shares: Vec<f64> = self.own.iter().zip(&self.ideals).map(|(gain, ideal)| gain / ideal).collect();
        self.smallest(&shares)
    }

    /// One slack after the other, each larger than the one before.
    pub(super) fn slack(&self, nth: u32) -> Option<Slack> {
        if self.order != Order::KalaiSmorodinsky {
            return Some(Slack { by: SMALLEST_SLACK * f64::from(1_u32 << nth) * self.unit, rise: 0.0 });
        }
        SLACKS_OF_SHARES.get(nth as usize).map(|(by, rise)| Slack { by: *by, rise: *rise })
    }

    /// What counts of a person's gain in the sum that is compared; nothing where it is the smallest gain.
    pub(super) fn weight(&self, person: usize, own: f64) -> Option<f64> {
        match self.order {
            Order::Fair | Order::KalaiSmorodinsky => None,
            Order::Joint => Some(1.0),
            Order::Best(best) => Some(f64::from(u8::from(best == person))),
            Order::Nash if own > TOLERANCE => Some(1.0 / own),
            Order::Nash => Some(f64::INFINITY),
        }
    }

    /// The smallest of these gains, of those who care.
    pub(super) fn smallest(&self, gains: &[f64]) -> f64 {
        let caring = gains.iter().zip(&self.view.people).filter(|(_, standing)| standing.cares);
        caring.map(|(gain, _)| *gain).fold(f64::INFINITY, f64::min)
    }

    /// Whether a package with these gains comes before everything that isn't listed, where a number is.
    pub(super) fn is_ahead(&self, along: &Along<'_>, view: &View, gains: &[f64], slack: Slack) -> bool {
        match self.order {
            Order::Fair => self.smallest_now() - slack.by <= self.smallest(gains),
            Order::KalaiSmorodinsky => false, // What everybody could gain is known of a list alone.
            // How far a product that isn't listed stays behind isn't known, but that it does as far as the slack reaches.
            Order::Nash => Way::new(self, along).used(view.at) <= slack.by && self.is_abreast(along, view, gains),
            _ => Way::new(self, along).used(view.at) - slack.by <= self.more(along, view, gains),
        }
    }

    /// Whether a package with these gains doesn't come after the package in question, where a number is.
    pub(super) fn is_abreast(&self, along: &Along<'_>, view: &View, gains: &[f64]) -> bool {
        if self.order != Order::Nash {
            return 0.0 <= self.more(along, view, gains);
        }
        let quotient = |person: usize| gains[person].max(0.0) / along.gain(person, 0, view);
        let caring = self.caring();
        caring.iter().all(|person| along.gain(*person, 0, view) > TOLERANCE)
            && caring.into_iter().map(quotient).product::<f64>() >= 1.0
    }

    /// By how much a package with these gains has more of the sum that is compared.
    fn more(&self, along: &Along<'_>, view: &View, gains: &[f64]) -> f64 {
        let own = |person: usize| along.gain(person, 0, view);
        let more = |person: usize| self.weight(person, own(person)).unwrap_or_default() * (gains[person] - own(person));
        self.caring().into_iter().map(more).sum()
    }
}

/// A number on its way, seen from the package in question.
pub(super) struct Way<'a> {
    margin: &'a Margin<'a>,
    along: &'a Along<'a>,
    /// The people that it moves, with how what each alternative adds to their raw value moves.
    moved: Vec<(usize, &'a [Vec<Line>])>,
    turns: Vec<View>,
}

impl<'a> Way<'a> {
    /// `along` has the package in question alone in its list.
    pub(super) fn new(margin: &'a Margin<'a>, along: &'a Along<'a>) -> Self {
        let moved = along.moves().people.iter().copied().map(|person| (person, along.lines(person)));
        let turns = along.turns().into_iter().map(|at| along.view(at));
        Self { margin, along, moved: moved.collect(), turns: turns.collect() }
    }

    /// How far the number can go down or up until the slack is used up: below 0 and above, with 0 for the other direction.
    pub(super) fn reach(&self, slack: Slack, up: bool) -> (f64, f64) {
        reach(self.along, up, HALVINGS, |at| self.used(at) <= slack.by)
    }

    /// Which packages of a list the number may bring forward within its reach, by the sum that is compared; where it is the
    /// smallest gain, any.
    pub(super) fn forward<'w>(&'w self, list: &'w Along<'w>) -> impl Fn(&usize) -> bool + 'w {
        let (margin, home) = (self.margin, self.along);
        let between = |view: &&View| list.reach.0 < view.at && view.at < list.reach.1;
        let ends = [list.reach.0, list.reach.1].map(|at| home.view(at));
        let views: Vec<View> = self.turns.iter().filter(between).chain(&ends).cloned().collect();
        let weight = |person: usize| {
            margin.weight(person, margin.own[person]).unwrap_or_default() * margin.view.people[person].unit
        };
        let weighed: Vec<(usize, f64)> = margin.caring().into_iter().map(|person| (person, weight(person))).collect();
        move |rival: &usize| {
            if margin.is_smallest_first() {
                return true;
            }
            let raw = |person: usize| list.ledger.people[person].raw[*rival] - home.ledger.people[person].raw[0];
            let gap: f64 = weighed.iter().map(|(person, weight)| weight * raw(*person)).sum();
            let swing = |(person, _): &(usize, &[Vec<Line>])| {
                let (theirs, own) = (list.raw(*person, *rival), home.raw(*person, 0));
                views.iter().map(|view| self.nearer(*person, view, theirs, own)).fold(0.0, f64::max)
            };
            -CARE * margin.unit <= gap + self.moved.iter().map(swing).sum::<f64>()
        }
    }

    /// How much slack is used up anywhere between where the number is and there. Between turns what a package adds rises
    /// or falls throughout, so that it is enough to look at these and at the end.
    fn used(&self, at: f64) -> f64 {
        let between = |view: &&View| 0.0 < view.at * at && view.at.abs() < at.abs();
        let end = self.along.view(at);
        let views: Vec<&View> = self.turns.iter().filter(between).chain([&end]).collect();
        let cares = |view: &View, person: usize| view.people[person].cares && self.margin.view.people[person].cares;
        if self.moved.iter().any(|(person, _)| views.iter().any(|view| !cares(view, *person))) {
            return f64::INFINITY;
        }
        if self.margin.order == Order::Fair {
            let smallest = |view: &View| self.margin.smallest(&self.along.everybody(0, view));
            let least = views.into_iter().map(smallest).fold(f64::INFINITY, f64::min);
            return self.margin.smallest_now() - least;
        }
        let most = |(person, lines): &(usize, &[Vec<Line>])| {
            views.iter().map(|view| self.swing(*person, lines, view)).fold(0.0, f64::max)
        };
        self.moved.iter().map(most).sum()
    }

    /// The most by which any package can come nearer to the package in question in what a person adds to the sum.
    fn swing(&self, person: usize, lines: &[Vec<Line>], view: &View) -> f64 {
        let of_issue = |(lines, chosen): (&Vec<Line>, &Vec<u16>)| {
            let own = lines[usize::from(chosen[0])];
            lines.iter().map(|line| self.nearer(person, view, *line, own)).fold(f64::NEG_INFINITY, f64::max)
        };
        lines.iter().zip(&self.margin.home.chosen).map(of_issue).sum()
    }

    /// By how much one raw value comes nearer to another in what a person adds to the sum.
    fn nearer(&self, person: usize, view: &View, theirs: Line, own: Line) -> f64 {
        let weight =
            |view: &View, gain: f64| self.margin.weight(person, gain).unwrap_or_default() * view.people[person].unit;
        let now = weight(view, self.along.gain(person, 0, view));
        let before = weight(&self.margin.view, self.margin.own[person]);
        if now.is_infinite() {
            return f64::INFINITY;
        }
        now * (on(theirs, view.at) - on(own, view.at)) - before * (theirs.0 - own.0)
    }
}

/// How far a number can go down or up as long as something holds: below 0 and above, with 0 for the other direction. The
/// stretch to where it holds no more is halved so often.
pub(super) fn reach(along: &Along<'_>, up: bool, halvings: u32, holds: impl Fn(f64) -> bool) -> (f64, f64) {
    let side = |end: f64| last(0.0, end, halvings, &holds);
    if up { (0.0, side(along.reach.1)) } else { (side(along.reach.0), 0.0) }
}

/// The last place on the way from one where something holds to another up to which it holds, about: the stretch to where it
/// holds no more is halved so often.
pub(super) fn last(near: f64, far: f64, halvings: u32, holds: impl Fn(f64) -> bool) -> f64 {
    if holds(far) {
        return far;
    }
    let (mut good, mut bad) = (near, far);
    for _ in 0..halvings {
        let middle = f64::midpoint(good, bad);
        if holds(middle) { good = middle } else { bad = middle }
    }
    good
}
