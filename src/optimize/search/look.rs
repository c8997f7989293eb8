//! Packages that a search comes upon: looked at exactly, and kept if they are what it is after.

use super::super::cell::Cell;
use super::super::goal::{Group, Measure, product, smallest_product};
use super::super::model::Piece;
use super::super::space::{Whole, smallest_sum};
use super::super::task::{Aim, Leaf};
use super::Search;
use crate::domain::Rational;

impl<N: Whole> Search<'_, N> {
    /// Looks at a package exactly.
    pub(super) fn look(&mut self, choice: Vec<usize>) {
        let is_stretch = |(at, taken): (usize, &usize)| {
            matches!(self.ground.model.decisions[at].pieces[*taken], Piece::Stretch { .. })
        };
        if choice.iter().enumerate().any(is_stretch) {
            return self.look_into(&choice);
        }
        let space = &self.ground.space;
        let kept = |(form, floor): (usize, &Option<N>)| {
            floor.as_ref().is_none_or(|floor| *floor <= space.value(form, &choice))
        };
        if !self.task.floors.iter().enumerate().all(kept) {
            return;
        }
        let reached = |(measure, value): &(Measure, Rational)| *value <= self.measured(measure, &choice);
        let gains: Vec<Rational> = space.values(Group::Gains, &choice).iter().map(|gain| space.points(gain)).collect();
        let is_exact = self.task.exactly.as_ref().is_none_or(|exactly| *exactly == gains);
        if !is_exact || !self.task.guards.iter().all(reached) {
            return;
        }
        let value = self.measured(&self.task.measure, &choice);
        let is_wanted = !self.task.aim.is_upward() || self.leaf.as_ref().is_none_or(|best| best.value < value);
        if is_wanted && (!self.task.only_points || self.is_point(&choice, &gains)) {
            self.take(Leaf { amounts: vec![None; choice.len()], choice, value, gains });
        }
    }

    /// Whether a package is one of the frontier; the nodes that it takes to tell count as the search's own.
    fn is_point(&mut self, choice: &[usize], gains: &[Rational]) -> bool {
        let is_point = self.ground.is_point(choice, gains, self.stop);
        self.nodes += self.ground.judge.take_nodes();
        is_point
    }

    /// A measure at a package of points: in points, in percent, or in the unit of a slack.
    fn measured(&self, measure: &Measure, choice: &[usize]) -> Rational {
        let space = &self.ground.space;
        let whole = |value: N| Rational::from_integer(value.into());
        match measure {
            Measure::Form(form) => &space.units[*form] * whole(space.value(*form, choice)),
            Measure::Sum => {
                let gains = space.values(Group::Gains, choice);
                space.points(&smallest_sum(&gains, gains.len()))
            }
            Measure::Smallest(group, count) => {
                space.unit(*group) * whole(smallest_sum(&space.values(*group, choice), *count))
            }
            Measure::Product(over) => smallest_product(&self.ground.model.products, *over, |factors| {
                let gains: Vec<Rational> =
                    factors.iter().map(|stake| space.points(&space.value(*stake, choice))).collect();
                product(gains.iter())
            }),
            Measure::Nothing => Rational::default(),
        }
    }

    /// Looks into a package with amounts left to choose.
    fn look_into(&mut self, choice: &[usize]) {
        if !self.settled.insert(choice.to_vec()) {
            return;
        }
        let cell = Cell::new(self.ground.model, choice).remembering(&self.ground.peaks);
        let settled = match self.task.aim {
            Aim::First => cell.first_amounts(&self.demanded, &self.task.guards),
            Aim::Best | Aim::Better | Aim::Collect(_) => {
                cell.maximise(&self.task.measure, &self.demanded, &self.task.guards)
            }
        };
        if let Some(settled) = settled {
            let (value, gains, amounts) = (settled.value, settled.gains, settled.amounts);
            self.take(Leaf { choice: choice.to_vec(), amounts, value, gains });
        }
    }

    /// Keeps a package if it is what the task is after.
    pub(super) fn take(&mut self, leaf: Leaf) {
        match self.task.aim {
            Aim::First => self.leaf = self.leaf.take().or(Some(leaf)),
            Aim::Collect(_) => {
                self.vectors.insert(leaf.gains);
            }
            Aim::Best | Aim::Better if self.leaf.as_ref().is_none_or(|best| best.value < leaf.value) => {
                if let (Measure::Smallest(group, 1), false) = (&self.task.measure, self.ground.model.is_continuous()) {
                    self.raise_floors(&leaf, *group);
                }
                self.is_improved = self.leaf.is_some();
                self.leaf = Some(leaf);
            }
            Aim::Best | Aim::Better => {}
        }
    }

    /// With the smallest gain as the measure, whoever beats the leaf gives everybody a grain more than its smallest.
    fn raise_floors(&mut self, leaf: &Leaf, group: Group) {
        let space = &self.ground.space;
        let range = space.range(group);
        let least = space.values(group, &leaf.choice).into_iter().min().unwrap_or_else(N::zero);
        let level = least + space.grain(group).clone();
        let scaled = self.ground.relaxation().scaled(range.start, &level);
        for form in range {
            if self.task.floors[form].as_ref().is_none_or(|floor| *floor < level) {
                self.task.floors[form] = Some(level.clone());
                self.floors[form] = Some(scaled);
            }
        }
    }
}
