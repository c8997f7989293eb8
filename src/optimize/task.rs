//! What the search is asked for, and what it hands back.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::bound::Relaxation;
use super::cell::Peaks;
use super::goal::Measure;
use super::judge::Judge;
use super::model::Model;
use super::space::{Space, Whole};
use crate::domain::{Package, Rational};

/// What a search is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// The largest measure.
    Best,
    /// Any larger measure than that of the package to start from.
    Better,
    /// Any package, the first by names: alternatives are tried in canonical order.
    First,
    /// Every distinct gain vector, up to so many.
    Collect(usize),
}

impl Aim {
    /// Whether larger measures are looked for.
    pub(crate) fn is_upward(self) -> bool {
        matches!(self, Self::Best | Self::Better)
    }
}

/// What to look for.
#[derive(Clone, Debug)]
pub(crate) struct Task<N> {
    pub(crate) aim: Aim,
    /// What is to be large.
    pub(crate) measure: Measure,
    /// The smallest value allowed of each form, in its whole numbers.
    pub(crate) floors: Vec<Option<N>>,
    /// Measures of the gains that must reach a value, in points.
    pub(crate) guards: Vec<(Measure, Rational)>,
    /// The gains that a package must give to the point; without it any will do.
    pub(crate) exactly: Option<Vec<Rational>>,
    /// After how many nodes to give up.
    pub(crate) nodes: Option<u64>,
    /// Whether only points of the frontier will do: efficient packages, each the first of its outcome by names.
    pub(crate) only_points: bool,
    /// Whether what is below a node may be settled by a walk.
    pub(crate) walks: bool,
}

impl<N> Default for Task<N> {
    fn default() -> Self {
        Self {
            aim: Aim::First,
            measure: Measure::Nothing,
            floors: Vec::new(),
            guards: Vec::new(),
            exactly: None,
            nodes: None,
            only_points: false,
            walks: true,
        }
    }
}

impl<N: Whole> Task<N> {
    /// Where the smallest gain must reach a value, every gain must, and so must a form by itself: a floor says so in whole
    /// numbers. Amounts may settle between whole numbers, so the floor is the next one below.
    pub(crate) fn raise_floors(&mut self, space: &Space<N>) {
        for (measure, value) in &self.guards {
            let Some(forms) = as_floors(measure, space) else { continue };
            for form in forms {
                let level = (value / &space.units[form]).floor().to_integer();
                let level = N::try_from(level).ok();
                self.floors[form] = self.floors[form].take().max(level);
            }
        }
    }
}

/// The forms that all must reach a value if the measure does, where that is all there is to it.
pub(crate) fn as_floors<N: Whole>(measure: &Measure, space: &Space<N>) -> Option<Range<usize>> {
    match measure {
        Measure::Smallest(group, 1) => Some(space.range(*group)),
        Measure::Form(form) => Some(*form..form + 1),
        _ => None,
    }
}

/// A package found, with its measure and gains in points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) choice: Vec<usize>,
    pub(crate) amounts: Vec<Option<Rational>>,
    pub(crate) value: Rational,
    pub(crate) gains: Vec<Rational>,
}

/// What a search found.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// The best package, or the first.
    pub(crate) leaf: Option<Leaf>,
    /// If the search was cut short: nothing left out measures more than this, as a float of the relaxation.
    pub(crate) open: Option<f64>,
    /// How many nodes were explored.
    pub(crate) nodes: u64,
    /// With [`Aim::Collect`]: the distinct gain vectors seen.
    pub(crate) vectors: BTreeSet<Vec<Rational>>,
}

/// The model in the two shapes that the search needs, each made once.
#[derive(Debug)]
pub(crate) struct Ground<'a, N> {
    pub(crate) model: &'a Model,
    pub(crate) space: Space<N>,
    relaxation: OnceCell<Relaxation>,
    /// The largest products in cells that were looked into: whoever asks for products demands the same floors each time.
    pub(crate) peaks: Peaks,
    /// What is known of packages as points of the frontier.
    pub(crate) judge: Judge<N>,
}

impl<'a, N: Whole> Ground<'a, N> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self {
            model,
            space: Space::new(model),
            relaxation: OnceCell::new(),
            peaks: Peaks::default(),
            judge: Judge::passing_over(&[]),
        }
    }

    /// The same, with packages that aren't looked for as points of the frontier.
    pub(crate) fn passing_over(self, packages: &[Package]) -> Self {
        Self { judge: Judge::passing_over(packages), ..self }
    }

    /// The model in floating point; made when it is first needed, since looking at every package doesn't need it.
    pub(crate) fn relaxation(&self) -> &Relaxation {
        self.relaxation.get_or_init(|| Relaxation::new(self.model, &self.space))
    }

    /// A bound on `measure` over all packages, rules ignored.
    pub(crate) fn loose_bound(&self, measure: &Measure) -> f64 {
        let domains = self.space.sizes.iter().map(|size| (0..*size).collect()).collect();
        let floors = vec![None; self.space.forms.len()];
        self.relaxation().bound(measure, &domains, &floors, &self.relaxation().start(measure)).value
    }
}
