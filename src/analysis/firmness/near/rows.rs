//! What a package has to keep to be of use as a rival, as rows of sums.

use itertools::Itertools as _;

use super::super::along::Along;
use super::super::course::{Line, Moves, View, on};
use super::super::ledger::{Figure, Form};
use super::super::snapshot::Order;
use super::margin::{Margin, Slack};
use crate::optimize::{Product, Row};

/// What each alternative adds, issue by issue.
type Figures = Vec<Vec<f64>>;

/// At which powers of the largest factor of those who are moved products are bounded by sums.
const TANGENTS: [f64; 3] = [0.3, 0.6, 0.9];

impl Margin<'_> {
    /// For groups that are each known by what their numbers move: what isn't moved must be kept, and the package may be
    /// behind by so much, as long as something moves whose gains. With what its product must come to, where products are
    /// compared.
    pub(super) fn rows(&self, groups: &[Moves], Slack { by: slack, rise }: Slack) -> (Vec<Row>, Vec<Product>) {
        let mut rows = self.still_rows(groups, |person| self.need(person, slack));
        if self.order == Order::KalaiSmorodinsky {
            // Whoever is moved could gain a slack's part less than now, and as much more as anything may rise: so this much is
            // less than the smallest part even after that rise.
            let least = self.smallest_now() - 2.0 * slack - rise;
            rows.extend(self.caring().into_iter().map(|person| self.moved_row(groups, person, least)));
        }
        if self.is_smallest_first() {
            return (rows, Vec::new());
        }
        let (idle, moving): (Vec<usize>, Vec<usize>) = (0..groups.len()).partition(|at| groups[*at].people.is_empty());
        let own = |person: usize| self.own[person];
        rows.push(self.sum_row(own, &self.each, slack, bits(moving)));
        rows.push(self.sum_row(own, &self.each, 0.0, bits(idle)));
        let products = groups.iter().filter(|_| self.order == Order::Nash).map(|moves| self.product(moves, slack));
        (rows, products.collect())
    }

    /// For a number by itself: what isn't moved must be kept, and in one of two views the package must have as much of the
    /// sum, or product, as the package in question. The first group is for the one view, the second for the other.
    pub(super) fn ends(&self, along: &Along<'_>, views: [&View; 2]) -> (Vec<Row>, Vec<Product>) {
        let moves = along.moves();
        let mut rows = self.still_rows(&[moves.clone(), moves.clone()], |person| self.need(person, 0.0));
        let mut products = Vec::new();
        for (at, view) in views.into_iter().enumerate() {
            let own = |person: usize| along.gain(person, 0, view);
            let of_person = |person: usize| -> Figures {
                if moves.people.contains(&person) { moved(along, person, view) } else { self.each[person].clone() }
            };
            let each: Vec<Figures> = (0..view.people.len()).map(of_person).collect();
            rows.push(self.sum_row(own, &each, 0.0, 1 << at));
            if self.order == Order::Nash {
                rows.extend(self.tangents(moves, view, &own, &each, 1 << at));
                // In its own view, whoever is moved has a factor above 0 as well.
                let mut product = self.product(moves, 0.0);
                product.raised.clear();
                for person in &moves.people {
                    product.factors.push((rows.len(), 1.0 / own(*person)));
                    rows.push(Row {
                        figures: each[*person].clone(),
                        least: -view.people[*person].gain(0.0),
                        groups: 1 << at,
                    });
                }
                products.push(product);
            }
        }
        (rows, products)
    }

    /// For a number that moves one person alone, where another gains at least so much: what isn't moved must be kept, and who is
    /// moved must agree in one of two views. The first group is for the one view, the second for the other.
    pub(super) fn rows_of_best(&self, along: &Along<'_>, views: &[View; 2], person: usize, least: f64) -> Vec<Row> {
        let best = self.gain_row(person, least, 0b11);
        let floor = |mover: usize, _| self.floor(mover);
        [vec![best], self.rows_in_views(along, views, [0b01, 0b10], |mover| self.floor(mover), floor)].concat()
    }

    /// For a number that moves one person alone: what isn't moved must be kept, and whatever who is moved asks for in both
    /// views, for the first group.
    pub(super) fn rows_of_both(&self, along: &Along<'_>, views: &[View; 2]) -> Vec<Row> {
        let asks = |mover: usize, at: usize| {
            let of_score = |form: &Form| match form {
                Form::Score { person, level } if *person == mover => Some(level - views[at].people[mover].no_deal),
                Form::Score { .. } | Form::Sum { .. } => None,
            };
            let of_scores = self.home.requirements.iter().filter_map(|requirement| of_score(&requirement.form));
            self.floor(mover).into_iter().chain(of_scores).reduce(f64::max)
        };
        self.rows_in_views(along, views, [1, 1], |person| self.floor(person), asks)
    }

    /// For a number that moves one person alone, where parts of what everybody could gain are compared: what isn't moved must
    /// be kept, everybody else must gain a part of what it `surely` could, and who is moved in one of two views that part of
    /// the most there. The first group is for the one view, the second for the other.
    pub(super) fn rows_of_shares(
        &self,
        along: &Along<'_>,
        views: &[View; 2],
        part: f64,
        surely: &[f64],
        most: [f64; 2],
    ) -> Vec<Row> {
        let need = |person: usize| Some(part * surely[person]);
        self.rows_in_views(along, views, [0b01, 0b10], need, |_, view| Some(part * most[view]))
    }

    /// What isn't moved must be kept, those who aren't must gain so much, and those who are in each of two views, for some
    /// groups; if anything.
    fn rows_in_views(
        &self,
        along: &Along<'_>,
        views: &[View; 2],
        groups: [u64; 2],
        need: impl Fn(usize) -> Option<f64>,
        need_in: impl Fn(usize, usize) -> Option<f64>,
    ) -> Vec<Row> {
        let moves = along.moves();
        let mut rows = self.still_rows(&[moves.clone(), moves.clone()], need);
        for (at, view) in views.iter().enumerate() {
            for person in &moves.people {
                rows.extend(need_in(*person, at).map(|need| Row {
                    figures: moved(along, *person, view),
                    least: need - view.people[*person].gain(0.0),
                    groups: groups[at],
                }));
            }
        }
        rows
    }

    /// Sums that must be as large as they are at the package in question, wherever a product is: a product of 1 leaves the
    /// sum of its factors, each divided by what it is at some point of that product, no smaller than how many they are. At
    /// these points those who are moved have the larger factors.
    fn tangents(
        &self,
        moves: &Moves,
        view: &View,
        own: &impl Fn(usize) -> f64,
        each: &[Figures],
        groups: u64,
    ) -> Vec<Row> {
        let caring = self.caring();
        let (moved, others): (Vec<usize>, Vec<usize>) = caring.iter().partition(|person| moves.people.contains(person));
        if moved.is_empty() || others.is_empty() {
            return Vec::new();
        }
        let most = |person: &usize| {
            let best =
                each[*person].iter().map(|row| row.iter().copied().fold(f64::NEG_INFINITY, f64::max)).sum::<f64>();
            (best + view.people[*person].gain(0.0)) / own(*person)
        };
        let most = moved.iter().map(most).fold(1.0, f64::max);
        let ratio = moved.len() as f64 / others.len() as f64;
        let row = |part: f64| {
            let factor = most.powf(part);
            let weight = |person: usize| if moved.contains(&person) { 1.0 / factor } else { factor.powf(ratio) };
            let weights = caring.iter().map(|person| weight(*person)).sum::<f64>();
            let sum = self.sum_row(|person| own(person) / weight(person), each, 0.0, groups);
            Row { least: sum.least - weights + caring.len() as f64, ..sum }
        };
        TANGENTS.into_iter().map(row).collect()
    }

    /// What the product must come to for a group. The rows of those who care come first, each above 0.
    fn product(&self, moves: &Moves, slack: f64) -> Product {
        let caring = self.caring();
        let (raised, still): (Vec<usize>, Vec<usize>) =
            (0..caring.len()).partition(|at| moves.people.contains(&caring[*at]));
        let [factors, raised] =
            [still, raised].map(|of| of.into_iter().map(|at| (at, 1.0 / self.own[caring[at]])).collect());
        Product { factors, raised, raise: slack }
    }

    /// For groups that are each known by what their numbers move: what isn't moved must be kept, and a person that isn't
    /// must gain so much, if anything. The rows of those who care come first, where each of them has one.
    fn still_rows(&self, groups: &[Moves], need: impl Fn(usize) -> Option<f64>) -> Vec<Row> {
        let without = |moves: &dyn Fn(&Moves) -> bool| bits(groups.iter().positions(|group| !moves(group)));
        let mut rows = Vec::new();
        for person in self.caring() {
            if let Some(need) = need(person) {
                rows.push(self.gain_row(person, need, without(&|moves| moves.people.contains(&person))));
            }
        }
        for (at, requirement) in self.home.requirements.iter().enumerate() {
            match &requirement.form {
                Form::Sum { constant, figures, .. } => {
                    let groups = without(&|moves| moves.requirements.contains(&at));
                    let times = |sign: f64| {
                        let row = move |row: &Vec<Figure>| row.iter().map(|figure| sign * figure.value).collect();
                        Row { figures: figures.iter().map(row).collect(), least: -sign * constant.value, groups }
                    };
                    rows.push(times(1.0));
                    if requirement.is_equal {
                        rows.push(times(-1.0));
                    }
                }
                Form::Score { person, level } if self.view.people[*person].cares => {
                    let groups = without(&|moves| moves.people.contains(person));
                    rows.push(self.gain_row(*person, level - self.view.people[*person].no_deal, groups));
                }
                // Who is indifferent has no score, unless a number changes that.
                Form::Score { .. } => {}
            }
        }
        let all = bits(0..groups.len());
        let counts = self.home.counts.iter();
        rows.extend(counts.map(|count| Row { figures: count.figures.clone(), least: -count.constant, groups: all }));
        rows
    }

    /// What a package must keep where nothing is moved, but for what a person asks for itself.
    pub(super) fn rows_but_of(&self, person: usize) -> Vec<Row> {
        let nothing_else = Moves { people: [person].into(), ..Moves::default() };
        self.still_rows(&[nothing_else], |person| self.floor(person))
            .into_iter()
            .filter(|row| row.groups != 0)
            .collect()
    }

    /// For groups that are each known by what their numbers move: a person must gain nearly the most, unless the best is known
    /// for it; what isn't moved must be kept, and those who are must come as near to their floors as they may rise.
    pub(super) fn best_rows(&self, groups: &[Moves], person: usize, slack: Slack) -> Vec<Row> {
        let still = groups.iter().positions(|moves| !moves.people.contains(&person));
        let alone = groups.iter().positions(|moves| moves.are_of(person));
        let best = self.gain_row(person, (1.0 - slack.by) * self.ideals[person], bits(still));
        let nothing = self.home.alternatives.iter().map(|alternatives| vec![0.0; alternatives.len()]).collect();
        let none = Row { figures: nothing, least: 1.0, groups: bits(alone) };
        let floors = self.caring().into_iter().filter(|person| self.floor(*person).is_some());
        let floors = floors.map(|person| self.moved_row(groups, person, -slack.rise));
        let best = [best, none, self.moved_row(groups, person, 1.0 - slack.rise)];
        best.into_iter().chain(self.still_rows(groups, |person| self.floor(person))).chain(floors).collect()
    }

    /// Where a person is moved, it must gain this part of what it could.
    fn moved_row(&self, groups: &[Moves], person: usize, part: f64) -> Row {
        let moving = groups.iter().positions(|moves| moves.people.contains(&person));
        self.gain_row(person, part * self.ideals[person], bits(moving))
    }

    /// What a person must gain to agree; nothing if anything will do.
    fn floor(&self, person: usize) -> Option<f64> {
        self.home.people[person].has_floor.then_some(0.0)
    }

    /// What a person who isn't moved must gain at least; nothing if anything will do.
    fn need(&self, person: usize, slack: f64) -> Option<f64> {
        let has_floor = self.home.people[person].has_floor || self.order == Order::Nash;
        let floor = has_floor.then_some(0.0);
        match self.order {
            Order::Fair | Order::KalaiSmorodinsky => {
                let most = self.ideals.get(person).copied().unwrap_or(1.0);
                Some(((self.smallest_now() - slack) * most).max(floor.unwrap_or(f64::NEG_INFINITY)))
            }
            _ => floor,
        }
    }

    pub(super) fn gain_row(&self, person: usize, need: f64, groups: u64) -> Row {
        let constant = self.view.people[person].gain(0.0);
        Row { figures: self.each[person].clone(), least: need - constant, groups }
    }

    /// The sum that is compared, at most so far behind that of the package in question; with what that brings to a person,
    /// and what each alternative adds for it.
    fn sum_row(&self, own: impl Fn(usize) -> f64, each: &[Figures], slack: f64, groups: u64) -> Row {
        let alternatives = self.home.alternatives.iter().map(Vec::len);
        let mut figures: Figures = alternatives.map(|count| vec![0.0; count]).collect();
        for person in self.caring() {
            let weight = self.weight(person, own(person)).unwrap_or_default();
            let added = figures.iter_mut().flatten().zip(each[person].iter().flatten());
            added.for_each(|(sum, figure)| *sum += weight * figure);
        }
        let own: f64 = figures.iter().zip(&self.home.chosen).map(|(row, chosen)| row[usize::from(chosen[0])]).sum();
        Row { figures, least: own - slack, groups }
    }
}

/// What each alternative adds to the gains of a person that is moved, in a view.
fn moved(along: &Along<'_>, person: usize, view: &View) -> Figures {
    let of_issue = |row: &Vec<Line>| row.iter().map(|line| on(*line, view.at) * view.people[person].unit).collect();
    along.lines(person).iter().map(of_issue).collect()
}

fn bits(positions: impl IntoIterator<Item = usize>) -> u64 {
    positions.into_iter().fold(0, |bits, at| bits | 1 << at)
}
