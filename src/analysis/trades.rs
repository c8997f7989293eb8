//! Logrolling: two parties trade two issues that they value unequally, so that both win.

use std::collections::BTreeMap;

use itertools::Itertools as _;
use num_traits::Signed as _;

use crate::domain::{Decision, IssueId, IssueKind, OptionId, Package, PartyId, Quantity, Rational, RuleId, integer};
use crate::valuation::{Assessment, Circumstances, assess, notable_amounts, notable_splits, options};

/// How many trades are usually shown.
pub const USUAL_TRADES: usize = 5;
/// Up to how many steps of an amount every one is tried; of more, as of continuous amounts, only those that matter to
/// somebody.
const MOST_STEPS: i64 = 50;

/// The best trades from a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trades {
    /// The package that they start from.
    pub from: Package,
    /// Whether that is what holds today, on every issue.
    pub is_today: bool,
    /// The best first.
    pub trades: Vec<Trade>,
}

/// An exchange between two parties over two issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// The two parties by name, each with what it gets.
    pub sides: [Side; 2],
    /// What the exchange does to every other party that has a score, by name.
    pub others: Vec<Bystander>,
    /// The hard rules that held before and would be broken, in the order of the table.
    pub breaks: Vec<RuleId>,
    /// Whether every hard rule holds afterwards.
    pub keeps_rules: bool,
    /// The package afterwards.
    pub package: Package,
}

/// One side of a trade. Everything in points of the party's own score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The party.
    pub party: PartyId,
    /// The issue on which it gets what it likes better.
    pub issue: IssueId,
    /// What that would be decided to be.
    pub to: Decision,
    /// What that brings it; above 0.
    pub receives: Rational,
    /// What the other issue costs it; 0 or more.
    pub pays: Rational,
}

/// A party that looks on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bystander {
    /// The party.
    pub party: PartyId,
    /// What the exchange brings it in points of its score; below 0 if it loses.
    pub more: Rational,
    /// Whether it could live with the package before but not after.
    pub objects: bool,
}

impl Side {
    /// What the party wins by the trade; above 0.
    #[must_use]
    pub fn more(&self) -> Rational {
        &self.receives - &self.pays
    }
}

/// Finds the best trades from `from`: at most `most`, at most one per pair of parties and pair of issues.
///
/// A trade moves one issue to a decision that the first party likes better and the second no better, and another issue to
/// one that the second likes better and the first no better, such that both win by the two moves together. Parked issues
/// stay. Trades that break no rule which held before come first; then those in which the smaller of the two wins is
/// larger, then the larger sum of both, then names. Without `from` they start from what holds today; an issue of which
/// that isn't known starts at its first option by name or its smallest amount.
///
/// An amount moves to any of its steps, or to the ends and bends of its curves where it is continuous or has many steps.
#[must_use]
pub fn trades(circumstances: &Circumstances<'_>, from: Option<&Package>, most: usize) -> Trades {
    let from = from.cloned().unwrap_or_else(|| start(circumstances));
    let market = Market::new(circumstances, &from);
    let mut offers: BTreeMap<Deal, Offer> = BTreeMap::new();
    for [first, second] in market.moves.iter().array_combinations().filter(|[one, two]| one.issue != two.issue) {
        market.match_up(first, second, &mut offers);
    }
    let best = offers.into_values().sorted_by(|a, b| b.worth().cmp(&a.worth()).then_with(|| a.names.cmp(&b.names)));
    let trades = best.take(most).map(|offer| market.trade(&offer)).collect();
    Trades { is_today: circumstances.table.table().today().as_ref() == Some(&from), trades, from }
}

fn start(circumstances: &Circumstances<'_>) -> Package {
    let table = circumstances.table.table();
    let first = |issue: IssueId| match &table.issues[issue].kind {
        IssueKind::Quantity(quantity) => Some(Decision::Amount(quantity.from.clone())),
        IssueKind::Choice(_) => options(&table.issues[issue]).into_iter().next(),
        IssueKind::Division(_) => notable_splits(&table.issues[issue]).into_iter().next(),
    };
    let first = |issue: IssueId| first(issue).unwrap_or(Decision::Option(0));
    let decide = |issue: IssueId| table.issues[issue].today.clone().unwrap_or_else(|| first(issue));
    Package { decisions: table.issues.keys().map(decide).collect() }
}

/// Who trades what, as positions by name: two parties and two issues.
type Deal = ([usize; 2], [usize; 2]);

/// One issue decided otherwise.
struct Move {
    /// The position of the issue by name.
    place: usize,
    issue: IssueId,
    /// The position of the decision among those of its issue, by name or size.
    at: usize,
    to: Decision,
    /// What it brings each party that has a score, by name.
    brings: Vec<Rational>,
}

/// A trade that could be made: who gets which move.
struct Offer<'a> {
    /// The two parties as positions by name, in this order, and the move that each gets.
    sides: [(usize, &'a Move); 2],
    wins: [Rational; 2],
    breaks_nothing: bool,
    /// What decides between equals: positions by name.
    names: [[usize; 3]; 2],
}

impl Offer<'_> {
    fn worth(&self) -> (bool, &Rational, Rational) {
        let [first, second] = &self.wins;
        (self.breaks_nothing, first.min(second), first + second)
    }
}

/// The moves from a package, and everybody who has a score.
struct Market<'a> {
    circumstances: &'a Circumstances<'a>,
    from: &'a Package,
    before: Assessment,
    /// The parties that have a score, by name.
    parties: Vec<PartyId>,
    moves: Vec<Move>,
}

impl<'a> Market<'a> {
    fn new(circumstances: &'a Circumstances<'a>, from: &'a Package) -> Self {
        let table = circumstances.table.table();
        let cares = |party: &PartyId| !circumstances.yardsticks[*party].is_indifferent();
        let parties = table.parties_by_name().into_iter().filter(cares).collect();
        let before = assess(circumstances, from);
        let mut market = Self { circumstances, from, before, parties, moves: Vec::new() };
        for (place, issue) in table.issues_by_name().into_iter().enumerate() {
            if !table.issues[issue].parked {
                market.moves.extend(market.moves_on(place, issue));
            }
        }
        market
    }

    /// The moves on one issue that somebody likes.
    fn moves_on(&self, place: usize, issue: IssueId) -> Vec<Move> {
        let held = &self.from.decisions[issue];
        let brings = |to: &Decision| -> Vec<Rational> {
            let mut changed = self.from.clone();
            changed.decisions[issue] = to.clone();
            let more = |party: &PartyId| {
                let more = self.circumstances.raw(*party, &changed) - self.circumstances.raw(*party, self.from);
                more * self.circumstances.yardsticks[*party].points_per_raw()
            };
            self.parties.iter().map(more).collect()
        };
        let decisions = decisions(self.circumstances, issue).into_iter().enumerate();
        let others = decisions.filter(|(_, to)| to != held);
        let moves = others.map(|(at, to)| Move { place, issue, at, brings: brings(&to), to });
        moves.filter(|made| made.brings.iter().any(Rational::is_positive)).collect()
    }

    /// Adds the trades in which two moves are exchanged, where they beat what is known for the same deal.
    fn match_up<'m>(&self, first: &'m Move, second: &'m Move, offers: &mut BTreeMap<Deal, Offer<'m>>) {
        let takers = |gets: &Move, gives: &Move| -> Vec<(usize, Rational)> {
            let takes = |(at, (gets, gives)): (usize, (&Rational, &Rational))| {
                let win = gets + gives;
                (gets.is_positive() && !gives.is_positive() && win.is_positive()).then_some((at, win))
            };
            gets.brings.iter().zip(&gives.brings).enumerate().filter_map(takes).collect()
        };
        let (of_first, of_second) = (takers(first, second), takers(second, first));
        if of_first.is_empty() || of_second.is_empty() || self.is_entangled(first, second) {
            return;
        }
        let breaks_nothing = self.breaks(&assess(self.circumstances, &self.after(first, second))).is_empty();
        for ((one, his), (two, hers)) in of_first.iter().cartesian_product(&of_second) {
            let sides = if one < two { [(*one, first), (*two, second)] } else { [(*two, second), (*one, first)] };
            let wins = if one < two { [his.clone(), hers.clone()] } else { [hers.clone(), his.clone()] };
            let names = sides.map(|(party, made)| [party, made.place, made.at]);
            let mut places = [first.place, second.place];
            places.sort_unstable();
            let offer = Offer { sides, wins, breaks_nothing, names };
            let deal = (sides.map(|(party, _)| party), places);
            if offers.get(&deal).is_none_or(|known| {
                offer.worth().cmp(&known.worth()).then_with(|| known.names.cmp(&offer.names)).is_gt()
            }) {
                offers.insert(deal, offer);
            }
        }
    }

    /// Whether two moves do something together, so that what each brings alone doesn't add up.
    fn is_entangled(&self, first: &Move, second: &Move) -> bool {
        let of_both = |option: OptionId, other: OptionId| {
            (option.issue, other.issue) == (first.issue, second.issue)
                || (other.issue, option.issue) == (first.issue, second.issue)
        };
        self.circumstances.table.interactions.iter().any(|of| of_both(of.first, of.second))
    }

    fn after(&self, first: &Move, second: &Move) -> Package {
        let mut package = self.from.clone();
        for made in [first, second] {
            package.decisions[made.issue] = made.to.clone();
        }
        package
    }

    /// The rules that held before and don't any more.
    fn breaks(&self, after: &Assessment) -> Vec<RuleId> {
        let rules = self.before.rules.iter_enumerated().zip(&after.rules);
        rules.filter(|((_, before), after)| before.kept && !after.kept).map(|((rule, _), _)| rule).collect()
    }

    fn trade(&self, offer: &Offer<'_>) -> Trade {
        let [(one, first), (two, second)] = offer.sides;
        let package = self.after(first, second);
        let after = assess(self.circumstances, &package);
        let side = |at: usize, gets: &Move, gives: &Move| Side {
            party: self.parties[at],
            issue: gets.issue,
            to: gets.to.clone(),
            receives: gets.brings[at].clone(),
            pays: -&gives.brings[at],
        };
        let objects = |party: PartyId| after.parties[party].objects() && !self.before.parties[party].objects();
        let others = self.parties.iter().enumerate().filter(|(at, _)| *at != one && *at != two);
        let other = |(at, party): (usize, &PartyId)| {
            let more = &first.brings[at] + &second.brings[at];
            Bystander { party: *party, more, objects: objects(*party) }
        };
        Trade {
            sides: [side(one, first, second), side(two, second, first)],
            others: others.map(other).collect(),
            breaks: self.breaks(&after),
            keeps_rules: after.keeps_rules(),
            package,
        }
    }
}

/// What an issue can be moved to, by name or by size.
fn decisions(circumstances: &Circumstances<'_>, issue: IssueId) -> Vec<Decision> {
    let content = &circumstances.table.issues[issue];
    match &content.kind {
        IssueKind::Quantity(quantity) => {
            let amounts = every_step(quantity).unwrap_or_else(|| {
                notable_amounts(circumstances, issue).into_iter().collect() // By size, as a set is.
            });
            amounts.into_iter().map(Decision::Amount).collect()
        }
        IssueKind::Choice(_) => options(content),
        IssueKind::Division(_) => notable_splits(content),
    }
}

/// Every amount that can be agreed, if these are few.
fn every_step(quantity: &Quantity) -> Option<Vec<Rational>> {
    quantity.steps().filter(|steps| *steps <= integer(MOST_STEPS))?;
    quantity.amounts().map(Iterator::collect)
}
