//! Small linear programs in exact arithmetic: the simplex method with Bland's rule, which can't cycle.
//!
//! Used where the discrete part of a package is fixed and only a few amounts remain, so plain dense tableaux will do.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use itertools::Itertools as _;
use num_traits::{One as _, Zero as _};

use crate::domain::Rational;

/// Maximise `objective . x` over `x >= 0` with every row's `coefficients . x <= limit`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    /// How much each variable adds.
    pub(crate) objective: Vec<Rational>,
    /// The rows.
    pub(crate) rows: Vec<Row>,
}

/// `coefficients . x <= limit`; missing coefficients are 0.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) coefficients: Vec<Rational>,
    pub(crate) limit: Rational,
}

/// A best point of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Optimum {
    pub(crate) value: Rational,
    pub(crate) point: Vec<Rational>,
}

/// The corners of what keeps every row of a program, and the edges between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Polytope {
    pub(crate) points: Vec<Vec<Rational>>,
    /// Which pairs of points have an edge between them, the one that was found first first.
    pub(crate) edges: BTreeSet<(usize, usize)>,
}

impl Program {
    /// Goes from basis to basis until all have been seen, or `most` of them: two bases next to each other have the same
    /// corner, or corners with an edge between them.
    pub(crate) fn polytope(&self, most: usize) -> Polytope {
        let variables = self.objective.len();
        let mut polytope = Polytope::default();
        let mut tableau = Tableau::new(self);
        if tableau.make_feasible().is_none() {
            return polytope;
        }
        tableau.price(&self.objective);
        let mut numbers: BTreeMap<Vec<Rational>, usize> = BTreeMap::new();
        let mut number = |tableau: &Tableau, polytope: &mut Polytope| {
            *numbers.entry(tableau.point(variables)).or_insert_with_key(|point| {
                polytope.points.push(point.clone());
                polytope.points.len() - 1
            })
        };
        let mut seen: BTreeSet<Vec<usize>> = BTreeSet::from([tableau.basis()]);
        let mut open = VecDeque::from([(number(&tableau, &mut polytope), tableau)]);
        while let Some((from, tableau)) = open.pop_front() {
            for next in tableau.neighbours() {
                let is_new = seen.len() < most && seen.insert(next.basis());
                if is_new || seen.contains(&next.basis()) {
                    let to = number(&next, &mut polytope);
                    if from != to {
                        polytope.edges.insert((from.min(to), from.max(to)));
                    }
                    if is_new {
                        open.push_back((to, next));
                    }
                }
            }
        }
        polytope
    }

    /// Solves the program; `None` if no point keeps every row, or if there is no best one.
    pub(crate) fn maximise(&self) -> Option<Optimum> {
        let mut tableau = Tableau::new(self);
        tableau.make_feasible()?;
        tableau.price(&self.objective);
        tableau.climb()?;
        let point = tableau.point(self.objective.len());
        let value = self.objective.iter().zip(&point).map(|(c, x)| c * x).sum();
        Some(Optimum { value, point })
    }
}

/// Rows `basic + sum of nonbasic = limit`; column `variables` is one artificial variable that lifts every row.
#[derive(Clone)]
struct Tableau {
    cells: Vec<Vec<Rational>>,
    limits: Vec<Rational>,
    basic: Vec<usize>,
    /// What raising each variable adds to the objective.
    prices: Vec<Rational>,
    artificial: usize,
}

impl Tableau {
    fn new(program: &Program) -> Self {
        let variables = program.objective.len();
        let height = program.rows.len();
        let artificial = variables + height;
        let cells = program.rows.iter().enumerate().map(|(at, row)| {
            let mut cells = vec![Rational::zero(); artificial + 1];
            cells[..row.coefficients.len()].clone_from_slice(&row.coefficients);
            cells[variables + at] = Rational::one();
            cells[artificial] = -Rational::one();
            cells
        });
        Self {
            cells: cells.collect(),
            limits: program.rows.iter().map(|row| row.limit.clone()).collect(),
            basic: (variables..artificial).collect(),
            prices: Vec::new(),
            artificial,
        }
    }

    /// First phase: lift all rows by the artificial variable, then bring it back to 0.
    fn make_feasible(&mut self) -> Option<()> {
        let lowest = (0..self.limits.len()).min_by_key(|row| self.limits[*row].clone());
        if let Some(row) = lowest.filter(|row| self.limits[*row] < Rational::zero()) {
            self.prices = vec![Rational::zero(); self.artificial + 1];
            self.prices[self.artificial] = -Rational::one();
            self.pivot(row, self.artificial);
            self.climb()?;
            if let Some(row) = self.basic.iter().position(|variable| *variable == self.artificial) {
                if !self.limits[row].is_zero() {
                    return None;
                }
                if let Some(column) = (0..self.artificial).find(|column| !self.cells[row][*column].is_zero()) {
                    self.pivot(row, column);
                }
            }
        }
        for cells in &mut self.cells {
            cells[self.artificial] = Rational::zero();
        }
        Some(())
    }

    /// Second phase: prices of the real objective, with the basic variables priced out.
    fn price(&mut self, objective: &[Rational]) {
        self.prices = vec![Rational::zero(); self.artificial + 1];
        self.prices[..objective.len()].clone_from_slice(objective);
        for (row, variable) in self.basic.iter().enumerate() {
            let price = self.prices[*variable].clone();
            subtract(&mut self.prices, &self.cells[row], &price);
        }
    }

    /// Pivots until no variable is worth raising; `None` if one can be raised without end.
    fn climb(&mut self) -> Option<()> {
        while let Some(column) = self.prices.iter().position(|price| Rational::zero() < *price) {
            let row = self.tightest(column)?;
            self.pivot(row, column);
        }
        Some(())
    }

    /// The row that stops `column` first; of several, the one whose basic variable comes first (Bland 1977).
    fn tightest(&self, column: usize) -> Option<usize> {
        let stops = (0..self.cells.len()).filter(|row| Rational::zero() < self.cells[*row][column]);
        stops.min_by_key(|row| (&self.limits[*row] / &self.cells[*row][column], self.basic[*row]))
    }

    /// The basic variables, in order.
    fn basis(&self) -> Vec<usize> {
        let mut basis = self.basic.clone();
        basis.sort_unstable();
        basis
    }

    /// Every basis that one pivot leads to without leaving what keeps the rows.
    fn neighbours(&self) -> impl Iterator<Item = Self> {
        let free = (0..self.artificial).filter(|column| !self.basic.contains(column));
        free.flat_map(|column| self.stopping(column).into_iter().map(move |row| (row, column))).map(|(row, column)| {
            let mut next = self.clone();
            next.pivot(row, column);
            next
        })
    }

    /// The rows that stop `column` first: each leads to a basis of its own.
    fn stopping(&self, column: usize) -> Vec<usize> {
        let stops = (0..self.cells.len()).filter(|row| Rational::zero() < self.cells[*row][column]);
        stops.min_set_by_key(|row| &self.limits[*row] / &self.cells[*row][column])
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let pivot = self.cells[row][column].clone();
        self.cells[row].iter_mut().for_each(|cell| *cell = &*cell / &pivot);
        self.limits[row] = &self.limits[row] / &pivot;
        let (cells, limit) = (self.cells[row].clone(), self.limits[row].clone());
        for other in (0..self.cells.len()).filter(|other| *other != row) {
            let factor = self.cells[other][column].clone();
            if !factor.is_zero() {
                subtract(&mut self.cells[other], &cells, &factor);
                self.limits[other] -= factor * &limit;
            }
        }
        let price = self.prices.get(column).cloned().unwrap_or_default();
        subtract(&mut self.prices, &cells, &price);
        self.basic[row] = column;
    }

    fn point(&self, variables: usize) -> Vec<Rational> {
        let mut point = vec![Rational::zero(); variables];
        for (variable, limit) in self.basic.iter().zip(&self.limits) {
            if *variable < variables {
                point[*variable] = limit.clone();
            }
        }
        point
    }
}

fn subtract(target: &mut [Rational], row: &[Rational], factor: &Rational) {
    if factor.is_zero() {
        return;
    }
    for (cell, other) in target.iter_mut().zip(row) {
        if !other.is_zero() {
            *cell -= other * factor;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::integer;

    fn program(objective: &[i64], rows: &[(&[i64], i64)]) -> Program {
        let row = |(coefficients, limit): &(&[i64], i64)| Row {
            coefficients: coefficients.iter().map(|c| integer(*c)).collect(),
            limit: integer(*limit),
        };
        Program { objective: objective.iter().map(|c| integer(*c)).collect(), rows: rows.iter().map(row).collect() }
    }

    #[test]
    fn a_textbook_program_has_its_textbook_answer() {
        // Chvatal, Linear Programming (1983), chapter 2: the optimum of this first example is 13 at (2, 0, 1).
        let first = program(&[5, 4, 3], &[(&[2, 3, 1], 5), (&[4, 1, 2], 11), (&[3, 4, 2], 8)]);
        let answer = first.maximise().unwrap();
        assert_eq!((answer.value, answer.point), (integer(13), vec![integer(2), integer(0), integer(1)]));
    }

    #[test]
    fn a_program_whose_origin_is_outside_is_solved_in_two_phases() {
        let lifted = program(&[-1, -1], &[(&[-1, 0], -2), (&[0, -1], -3), (&[1, 1], 10)]);
        assert_eq!(lifted.maximise().unwrap().value, integer(-5));
        assert_eq!(program(&[1], &[(&[1], 1), (&[-1], -2)]).maximise(), None);
        assert_eq!(program(&[1], &[(&[-1], 0)]).maximise(), None);
    }

    #[test]
    fn grid_points_never_beat_the_optimum_and_it_keeps_every_row() {
        let mut seed = 7_u64;
        let mut below = |n: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) % n) as i64
        };
        let mut solved = 0;
        for _ in 0..300 {
            let mut rows: Vec<Row> = Vec::new();
            for at in 0..2 {
                let coefficients = (0..2).map(|column| integer(i64::from(column == at))).collect();
                rows.push(Row { coefficients, limit: integer(4) });
            }
            for _ in 0..3 {
                let coefficients = vec![integer(below(9) - 4), integer(below(9) - 4)];
                rows.push(Row { coefficients, limit: integer(below(9) - 3) });
            }
            let program = Program { objective: vec![integer(below(9) - 4), integer(below(9) - 4)], rows };
            let keeps = |x: &[Rational]| {
                let sum = |row: &Row| -> Rational { row.coefficients.iter().zip(x).map(|(c, x)| c * x).sum() };
                program.rows.iter().all(|row| sum(row) <= row.limit)
            };
            let value = |x: &[Rational]| -> Rational { program.objective.iter().zip(x).map(|(c, x)| c * x).sum() };
            let grid =
                (0..=8).flat_map(|x| (0..=8).map(move |y| vec![integer(x) / integer(2), integer(y) / integer(2)]));
            let best = grid.filter(|x| keeps(x)).map(|x| value(&x)).max();
            match program.maximise() {
                Some(optimum) => {
                    solved += 1;
                    assert!(keeps(&optimum.point));
                    assert!(best.is_none_or(|best| best <= optimum.value));
                }
                None => assert_eq!(best, None),
            }
        }
        assert!(solved > 100);
    }
}
