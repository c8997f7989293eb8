//! Logrolling: two parties trade two issues that they value unequally, so that both win.

use std::collections::BTreeMap;

use itertools::Itertools as _;
use num_traits::Signed as _;

use crate::domain::{
    Decision, IssueId, IssueKind, OptionId, Package, PartyId, Quantity, Rational, RuleForm, RuleId, integer,
};
use crate::valuation::{
    Assessment, Circumstances, assess, assess_change, holds, notable_amounts, notable_splits, on_interest, options,
};

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
    let mut offers = Offers { most, known: BTreeMap::new(), top: Vec::new() };
    // What brings somebody most comes first, so that what can't come under the best any more is left out.
    let moves: Vec<&Move> = market.moves.iter().sorted_by(|a, b| b.most.cmp(&a.most)).collect();
    for (at, first) in moves.iter().enumerate() {
        for second in &moves[at + 1..] {
            if !offers.may_take(&second.most) {
                break;
            }
            if first.issue != second.issue {
                market.match_up(first, second, &mut offers);
            }
        }
    }
    let best =
        offers.known.into_values().sorted_by(|a, b| b.worth().cmp(&a.worth()).then_with(|| a.names.cmp(&b.names)));
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
    /// The most that it brings anybody.
    most: Rational,
    /// By how much it moves each rule that counts amounts away from its limit.
    excess: Vec<Rational>,
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

/// The best offer of each deal, as far as it may still be among the best of all.
struct Offers<'a> {
    most: usize,
    known: BTreeMap<Deal, Offer<'a>>,
    /// The deals with the best offers so far and what these are worth, the best first: at most so many as are shown.
    top: Vec<(Worth, Deal)>,
}

/// By what offers are compared: whether nothing breaks, the smaller win, the sum of both.
type Worth = (bool, Rational, Rational);

impl<'a> Offers<'a> {
    /// What an offer must be worth at least; `None` as long as all are shown.
    fn bar(&self) -> Option<&Worth> {
        self.top.get(self.most.checked_sub(1)?).map(|(worth, _)| worth)
    }

    /// Whether an offer of which the smaller win is at most this may come under the best.
    fn may_take(&self, win: &Rational) -> bool {
        self.bar().is_none_or(|(breaks_nothing, least, _)| !breaks_nothing || least <= win)
    }

    /// Keeps an offer where it beats what is known for the same deal.
    fn add(&mut self, deal: Deal, offer: Offer<'a>) {
        let (breaks_nothing, smaller, sum) = offer.worth();
        let worth = (breaks_nothing, smaller.clone(), sum);
        if self.bar().is_some_and(|bar| worth < *bar) {
            return;
        }
        let beats =
            |known: &Offer<'_>| offer.worth().cmp(&known.worth()).then_with(|| known.names.cmp(&offer.names)).is_gt();
        if self.known.get(&deal).is_none_or(beats) {
            self.known.insert(deal, offer);
            self.top.retain(|(_, known)| *known != deal);
            let at = self.top.partition_point(|(known, _)| worth < *known);
            self.top.insert(at, (worth, deal));
            self.top.truncate(self.most);
        }
    }
}

/// The moves from a package, and everybody who has a score.
struct Market<'a> {
    circumstances: &'a Circumstances<'a>,
    from: &'a Package,
    before: Assessment,
    /// By how much the package is beyond the limit of each rule that counts amounts; `None` for the other forms.
    excess: Vec<Option<Rational>>,
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
        let excess = excess(circumstances, from, &before);
        let mut market = Self { circumstances, from, before, excess, parties, moves: Vec::new() };
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
        let seen = self.circumstances;
        // Of the other decisions only what they do together with this one changes.
        let has_together = !seen.table.interactions.is_empty();
        let raw = |party: PartyId, decision: &Decision, package: &Package| {
            let alone = seen.raw_of(party, issue, decision);
            if has_together { alone + seen.raw_together(party, package) } else { alone }
        };
        let held_raw: Vec<Rational> = self.parties.iter().map(|party| raw(*party, held, self.from)).collect();
        let moved = |at: usize, to: Decision| {
            let mut changed = self.from.clone();
            changed.decisions[issue] = to.clone();
            let more = |(party, held): (&PartyId, &Rational)| {
                (raw(*party, &to, &changed) - held) * seen.yardsticks[*party].points_per_raw()
            };
            let brings: Vec<Rational> = self.parties.iter().zip(&held_raw).map(more).collect();
            let most = brings.iter().max().cloned().unwrap_or_default();
            let after = assess_change(seen, (self.from, &self.before), issue, &changed);
            let excess = excess(seen, &changed, &after).into_iter().zip(&self.excess);
            let excess = excess.map(|(after, before)| after.unwrap_or_default() - before.clone().unwrap_or_default());
            Move { place, issue, at, to, brings, most, excess: excess.collect() }
        };
        let decisions = decisions(self.circumstances, issue).into_iter().enumerate();
        let others = decisions.filter(|(_, to)| to != held);
        others.map(|(at, to)| moved(at, to)).filter(|made| made.most.is_positive()).collect()
    }

    /// Adds the trades in which two moves are exchanged, where they beat what is known for the same deal.
    fn match_up<'m>(&self, first: &'m Move, second: &'m Move, offers: &mut Offers<'m>) {
        let takers = |gets: &Move, gives: &Move| -> Vec<(usize, Rational)> {
            let takes = |(at, (gets, gives)): (usize, (&Rational, &Rational))| {
                let win = gets + gives;
                let is_won = gets.is_positive() && !gives.is_positive() && win.is_positive();
                (is_won && offers.may_take(&win)).then_some((at, win))
            };
            gets.brings.iter().zip(&gives.brings).enumerate().filter_map(takes).collect()
        };
        let (of_first, of_second) = (takers(first, second), takers(second, first));
        if of_first.is_empty() || of_second.is_empty() || self.is_entangled(first, second) {
            return;
        }
        let breaks_nothing = self.breaks_nothing(first, second);
        if !breaks_nothing && offers.bar().is_some_and(|(breaks_nothing, ..)| *breaks_nothing) {
            return;
        }
        for ((one, his), (two, hers)) in of_first.iter().cartesian_product(&of_second) {
            let sides = if one < two { [(*one, first), (*two, second)] } else { [(*two, second), (*one, first)] };
            let wins = if one < two { [his.clone(), hers.clone()] } else { [hers.clone(), his.clone()] };
            let names = sides.map(|(party, made)| [party, made.place, made.at]);
            let mut places = [first.place, second.place];
            places.sort_unstable();
            let offer = Offer { sides, wins, breaks_nothing, names };
            let deal = (sides.map(|(party, _)| party), places);
            offers.add(deal, offer);
        }
    }

    /// Whether every rule that held before holds after two moves that do nothing together: amounts add up.
    fn breaks_nothing(&self, first: &Move, second: &Move) -> bool {
        let mut after = None;
        self.before.rules.iter_enumerated().filter(|(_, before)| before.kept).all(|(rule, _)| {
            let at = usize::from(rule);
            let form = self.circumstances.rule(rule);
            match &self.excess[at] {
                Some(before) => {
                    let excess = before + &first.excess[at] + &second.excess[at];
                    match &*form {
                        RuleForm::Limit(limit) => limit.comparison.holds(&excess, &Rational::default()),
                        _ => !excess.is_positive(),
                    }
                }
                None => holds(self.circumstances, &form, after.get_or_insert_with(|| self.after(first, second))),
            }
        })
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

/// By how much a package is beyond the limit of each rule that counts amounts; `None` for the other forms.
fn excess(circumstances: &Circumstances<'_>, package: &Package, assessment: &Assessment) -> Vec<Option<Rational>> {
    let of_rule = |rule: RuleId| match &*circumstances.rule(rule) {
        RuleForm::RedLine { party, interest, at_least } => {
            Some(at_least - on_interest(circumstances, *party, *interest, package))
        }
        _ => assessment.rules[rule].bill.as_ref().map(|bill| &bill.used - &bill.limit),
    };
    circumstances.table.rules.keys().map(of_rule).collect()
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
