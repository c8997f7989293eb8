//! Corners and edges of cells that no cell beats, among any number of parties.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{One as _, Signed as _, Zero as _};

use crate::domain::Rational;
use crate::optimize::Stop;
use crate::optimize::cell::Cell;
use crate::optimize::exact_lp::Row;
use crate::optimize::frontier::{FrontierPoint, Segment, SegmentEnd};
use crate::optimize::goal::Measure;
use crate::optimize::model::Model;

/// How many bases of a cell are looked at: of small programmes that is all of them.
const MOST_BASES: usize = 3_000;
/// How many corners are told.
const MOST_LISTED: usize = 200;

/// Gains of everybody who is compared.
type Gains = Vec<Rational>;

/// What is known of the cells that were looked into.
pub(super) struct Corners<'a> {
    model: &'a Model,
    floors: &'a [bool],
    cells: Vec<Seen>,
    /// The corners that no other corner beats, each with the cell that it is of and its amounts.
    corners: BTreeMap<Gains, (usize, Vec<Option<Rational>>)>,
    /// Pairs of corners with an edge between them, and the cell that it is of.
    edges: BTreeSet<(Gains, Gains, usize)>,
}

/// A cell that holds allowed packages.
struct Seen {
    choice: Vec<usize>,
    /// The most that each party gains in it.
    ideal: Gains,
}

impl<'a> Corners<'a> {
    pub(super) fn new(model: &'a Model, floors: &'a [bool]) -> Self {
        Self { model, floors, cells: Vec::new(), corners: BTreeMap::new(), edges: BTreeSet::new() }
    }

    /// Whether some corner gives everybody at least as much as `gains`.
    pub(super) fn reach(&self, gains: &[Rational]) -> bool {
        self.corners.keys().any(|corner| is_at_least(corner, gains))
    }

    /// The most that each party gains in each cell that was looked into.
    pub(super) fn ideals(&self) -> Vec<Gains> {
        self.cells.iter().map(|seen| seen.ideal.clone()).collect()
    }

    /// Looks into a cell.
    pub(super) fn add(&mut self, choice: Vec<usize>) {
        let cell = Cell::new(self.model, &choice);
        let best = |form: usize| cell.maximise(&Measure::Form(form), self.floors, &[]).map(|settled| settled.value);
        let ideal: Option<Gains> = (0..self.model.stakes.len()).map(best).collect();
        let Some(ideal) = ideal.filter(|ideal| !self.reach(ideal)) else { return };
        let shape = cell.shape(self.floors, MOST_BASES);
        let at = self.cells.len();
        for corner in &shape.corners {
            if !self.reach(&corner.gains) {
                self.corners.retain(|known, _| !is_at_least(&corner.gains, known));
                self.corners.insert(corner.gains.clone(), (at, corner.amounts.clone()));
            }
        }
        let gains = |corner: usize| shape.corners[corner].gains.clone();
        self.edges.extend(shape.edges.iter().map(|(one, other)| (gains(*one), gains(*other), at)));
        self.cells.push(Seen { choice, ideal });
    }

    /// The corners that no package beats, falling, and the segments between them of which no package beats any part. Ends
    /// early with those that are known to be so.
    pub(super) fn certified(&self, stop: &Stop<'_>) -> (Vec<FrontierPoint>, Vec<Segment>) {
        let mut points: Vec<FrontierPoint> = Vec::new();
        for (gains, (cell, amounts)) in self.corners.iter().rev() {
            if points.len() == MOST_LISTED || stop.is_due() {
                break;
            }
            if !self.is_beaten(gains, gains) {
                let package = self.model.package(&self.cells[*cell].choice, amounts);
                points.push(FrontierPoint { package, gains: gains.clone(), packages: None });
            }
        }
        let mut segments = Vec::new();
        for (one, other, cell) in &self.edges {
            let end = |gains: &Gains| {
                let is_own = self.corners.get(gains).is_some_and(|(of, _)| of == cell);
                let point = points.iter().find(|point| is_own && point.gains == *gains)?;
                Some(SegmentEnd { gains: gains.clone(), package: point.package.clone(), is_open: false })
            };
            let (Some(one_end), Some(other_end)) = (end(one), end(other)) else { continue };
            if !stop.is_due() && !self.is_beaten(one, other) {
                segments.push(Segment { ends: [other_end, one_end] });
            }
        }
        segments.reverse();
        (points, segments)
    }

    /// Whether some allowed package beats some mixture of two packages: at least as much for all and more for somebody.
    fn is_beaten(&self, one: &[Rational], other: &[Rational]) -> bool {
        let within = |seen: &&Seen| {
            seen.ideal.iter().zip(one.iter().zip(other)).all(|(ideal, (one, other))| one.min(other) <= ideal)
        };
        self.cells.iter().filter(within).any(|seen| self.beats(&seen.choice, one, other))
    }

    /// Whether a package of this cell does: the most that all together can have on top of a mixture is above 0.
    fn beats(&self, choice: &[usize], one: &[Rational], other: &[Rational]) -> bool {
        let cell = Cell::new(self.model, choice);
        let gains = &cell.forms[..self.model.stakes.len()];
        let mut program = cell.program(self.floors, &[]);
        let mixture = program.objective.len();
        program.objective.push(Rational::zero());
        let mut ends = vec![Rational::zero(); mixture + 1];
        ends[mixture] = Rational::one();
        program.rows.push(Row { coefficients: ends, limit: Rational::one() });
        let mut surplus = Rational::zero();
        for (gain, (one, other)) in gains.iter().zip(one.iter().zip(other)) {
            let mut coefficients: Vec<Rational> = gain.slopes.iter().map(|slope| -slope).collect();
            coefficients.resize(mixture, Rational::zero());
            coefficients.push(other - one);
            for (objective, coefficient) in program.objective.iter_mut().zip(&coefficients) {
                *objective -= coefficient;
            }
            program.rows.push(Row { coefficients, limit: &gain.constant - one });
            surplus += &gain.constant - one;
        }
        program.maximise().is_some_and(|optimum| (surplus + optimum.value).is_positive())
    }
}

/// Whether `gains` give everybody at least as much as `others`.
fn is_at_least(gains: &[Rational], others: &[Rational]) -> bool {
    gains.iter().zip(others).all(|(own, other)| other <= own)
}
