//! The way through the cells: every choice of alternatives that may hold something that isn't reached yet.

use num_traits::{Signed as _, Zero as _};

use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::model::{Linear, Model};

/// A walk through the cells of a model in canonical order.
pub(super) struct Walk<'a> {
    stop: &'a Stop<'a>,
    /// The gains, then what must not fall below 0.
    rows: Vec<Row>,
    /// How many of the rows are gains.
    gains: usize,
    /// Where the walk is: the alternatives taken so far, and what each row has come to at most.
    path: Vec<usize>,
    sums: Vec<Vec<Rational>>,
    sizes: Vec<usize>,
    /// How many cells may still be looked into.
    budget: usize,
    /// The best conceivable gains of what wasn't looked into.
    left: Vec<Vec<Rational>>,
    is_begun: bool,
}

/// A form with the most that each alternative adds.
struct Row {
    most: Vec<Vec<Rational>>,
    /// The most that the decisions from here on add.
    room: Vec<Rational>,
    has_floor: bool,
}

impl<'a> Walk<'a> {
    /// A walk that looks into `budget` cells at most. `floors` says which forms must not fall below 0.
    pub(super) fn new(model: &Model, floors: &[bool], budget: usize, stop: &'a Stop<'a>) -> Self {
        let gains = model.stakes.len();
        let forms = model.forms().zip(floors).enumerate();
        let counted: Vec<(&Linear, bool)> = forms
            .filter(|(at, (_, has_floor))| *at < gains || **has_floor)
            .map(|(_, (form, has_floor))| (form, *has_floor))
            .collect();
        let start = counted.iter().map(|(form, _)| form.constant.clone()).collect();
        Self {
            stop,
            rows: counted.into_iter().map(|(form, has_floor)| Row::new(form, has_floor)).collect(),
            gains,
            path: Vec::new(),
            sums: vec![start],
            sizes: model.decisions.iter().map(|decision| decision.pieces.len()).collect(),
            budget,
            left: Vec::new(),
            is_begun: false,
        }
    }

    /// The next cell that may hold an allowed package with gains that aren't `reached` yet.
    pub(super) fn next(&mut self, reached: impl Fn(&[Rational]) -> bool) -> Option<Vec<usize>> {
        let mut goes_down = !self.is_begun;
        self.is_begun = true;
        loop {
            if goes_down && self.path.len() == self.sizes.len() {
                return Some(self.path.clone());
            }
            if goes_down {
                self.take(0);
            } else if !self.turn() {
                return None;
            }
            goes_down = self.is_worth_it(&reached);
        }
    }

    /// The best conceivable gains of what wasn't looked into, since the time or the budget ran out.
    pub(super) fn left(&self) -> &[Vec<Rational>] {
        &self.left
    }

    fn take(&mut self, taken: usize) {
        let at = self.path.len();
        let before = &self.sums[at];
        let sums = self.rows.iter().zip(before).map(|(row, sum)| sum + &row.most[at][taken]).collect();
        self.path.push(taken);
        self.sums.push(sums);
    }

    /// Goes on to the next alternative, of an earlier decision where this one has none; whether there is one.
    fn turn(&mut self) -> bool {
        while let Some(taken) = self.path.pop() {
            self.sums.pop();
            if taken + 1 < self.sizes[self.path.len()] {
                self.take(taken + 1);
                return true;
            }
        }
        false
    }

    /// Whether something below this point may be allowed and isn't reached yet. A cell costs one of the budget.
    fn is_worth_it(&mut self, reached: impl Fn(&[Rational]) -> bool) -> bool {
        let at = self.path.len();
        let most = self.rows.iter().zip(&self.sums[at]).map(|(row, sum)| (row, sum + &row.room[at]));
        let most: Vec<(&Row, Rational)> = most.collect();
        if most.iter().any(|(row, most)| row.has_floor && most.is_negative()) {
            return false;
        }
        let ideal: Vec<Rational> = most.into_iter().take(self.gains).map(|(_, most)| most).collect();
        if reached(&ideal) {
            return false;
        }
        if self.budget == 0 || self.stop.is_due() {
            self.left.push(ideal);
            return false;
        }
        self.budget -= usize::from(at == self.sizes.len());
        true
    }
}

impl Row {
    fn new(form: &Linear, has_floor: bool) -> Self {
        let most =
            form.parts.iter().map(|parts| parts.iter().map(|part| (&part.start).max(&part.end).clone()).collect());
        let most: Vec<Vec<Rational>> = most.collect();
        let mut room = vec![Rational::zero()];
        for parts in most.iter().rev() {
            let largest = parts.iter().max().cloned().unwrap_or_default();
            room.push(&room[room.len() - 1] + largest);
        }
        room.reverse();
        Self { most, room, has_floor }
    }
}
