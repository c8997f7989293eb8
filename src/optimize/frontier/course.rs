//! The way through the decisions: in which order they are taken, and what each still has to give from there on.

use std::collections::BTreeSet;

use crate::optimize::goal::Group;
use crate::optimize::model::Model;
use crate::optimize::space::{Space, Whole};

/// A model's forms, decision by decision in the order in which these are taken.
#[derive(Clone, Debug)]
pub(super) struct Course<N, C> {
    /// How many of the rows are gains; they come first.
    pub(super) gains: usize,
    /// Gains, and the slacks that some package can break.
    pub(super) rows: Vec<Row<N>>,
    /// Which decision each step takes.
    pub(super) order: Vec<usize>,
    /// Per step, by how much the next alternative comes later in canonical order.
    places: Vec<C>,
    /// How many alternatives each decision has, in canonical order.
    sizes: Vec<usize>,
}

/// A form whose alternatives add 0 at least.
#[derive(Clone, Debug)]
pub(super) struct Row<N> {
    /// The value before anything is decided, with the least of every decision counted in.
    pub(super) start: N,
    /// What each alternative adds, step by step.
    pub(super) parts: Vec<Vec<N>>,
    /// The most that the steps from here on add.
    pub(super) room: Vec<N>,
    /// Whether packages with a value below 0 are not allowed.
    pub(super) has_floor: bool,
}

impl<N: Whole, C: Whole> Course<N, C> {
    pub(super) fn new(model: &Model, space: &Space<N>) -> Self {
        let order = order(space);
        let row = |form: usize, has_floor: bool| Row::new(space, form, &order, has_floor);
        let mut rows: Vec<Row<N>> =
            model.stakes.iter().enumerate().map(|(form, stake)| row(form, stake.has_floor)).collect();
        let first = space.compared();
        let slacks = (first..space.forms.len()).map(|form| row(form, true));
        rows.extend(slacks.filter(|row| row.start.is_negative()));
        let places = order.iter().map(|decision| {
            let later = &space.sizes[decision + 1..];
            later.iter().fold(C::one(), |place, size| place * whole::<C>(*size))
        });
        Self { gains: model.stakes.len(), rows, places: places.collect(), sizes: space.sizes.clone(), order }
    }

    /// The most that all decisions together can add to some gain.
    pub(super) fn widest_gain(&self) -> N {
        self.rows[..self.gains].iter().map(|row| row.room[0].clone()).max().unwrap_or_else(N::zero)
    }

    /// Whether a state in which everything is decided keeps all floors.
    pub(super) fn allows(&self, values: &[N]) -> bool {
        self.rows.iter().zip(values).all(|(row, value)| !row.has_floor || !value.is_negative())
    }

    /// How many alternatives a step has.
    pub(super) fn alternatives(&self, step: usize) -> usize {
        self.sizes[self.order[step]]
    }

    /// By how much an alternative of a step comes later in canonical order than the first.
    pub(super) fn code(&self, step: usize, taken: usize) -> C {
        self.places[step].clone() * whole(taken)
    }

    /// The package whose place in canonical order is `code`: the alternative of each decision.
    pub(super) fn choice(&self, code: &C) -> Vec<usize> {
        let mut rest = code.clone();
        let mut choice = vec![0; self.sizes.len()];
        for (taken, size) in choice.iter_mut().zip(&self.sizes).rev() {
            let (above, digit) = rest.div_rem(&whole(*size));
            *taken = digit.to_usize().unwrap_or(0);
            rest = above;
        }
        choice
    }
}

impl<N: Whole> Row<N> {
    fn new(space: &Space<N>, form: usize, order: &[usize], has_floor: bool) -> Self {
        let form = &space.forms[form];
        let mut start = form.constant.clone();
        let mut parts: Vec<Vec<N>> = order.iter().map(|decision| form.most[*decision].clone()).collect();
        for parts in &mut parts {
            let least = parts.iter().min().cloned().unwrap_or_else(N::zero);
            parts.iter_mut().for_each(|part| *part -= &least);
            start += &least;
        }
        let mut room = vec![N::zero()];
        for parts in parts.iter().rev() {
            let most = parts.iter().max().cloned().unwrap_or_else(N::zero);
            room.push(room[room.len() - 1].clone() + most);
        }
        room.reverse();
        Self { start, parts, room, has_floor }
    }
}

fn whole<C: Whole>(value: usize) -> C {
    C::try_from(value.into()).unwrap_or_else(|_| C::one())
}

/// The decisions that give little first: the lists stay short for longer. Which comes first changes no answer.
fn order<N: Whole>(space: &Space<N>) -> Vec<usize> {
    let spread = |decision: &usize| {
        let of = |form: usize| {
            let parts = &space.forms[form].most[*decision];
            let ends = parts.iter().max().zip(parts.iter().min());
            ends.map_or_else(N::zero, |(most, least)| most.clone() - least.clone())
        };
        let mut sum = N::zero();
        for form in space.range(Group::Gains) {
            sum += &of(form);
        }
        let columns: BTreeSet<Vec<&N>> = (0..space.sizes[*decision])
            .map(|taken| space.forms.iter().map(|form| &form.most[*decision][taken]).collect())
            .collect();
        (columns.len(), sum)
    };
    let mut order: Vec<usize> = (0..space.sizes.len()).collect();
    order.sort_by_cached_key(spread);
    order
}
