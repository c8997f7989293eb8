//! What is compared: the stages of each objective, and packages as gain vectors.

use std::cmp::Ordering;

use super::space::{Whole, smallest_sum};

/// Something about a package that can be made as large as possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The sum of all gains.
    Sum,
    /// One form: a party's gain, or the slack of a requirement.
    Form(usize),
    /// The sum of the `k` smallest gains. Leximin compares these for k = 1, 2, ... (Ogryczak and Sliwinski 2006).
    Smallest(usize),
    /// Nothing: any package will do.
    Nothing,
}

impl Measure {
    /// The measure of a gain vector; forms other than gains have none.
    pub(crate) fn of_gains<N: Whole>(&self, gains: &[N]) -> N {
        match self {
            Self::Sum => smallest_sum(gains, gains.len()),
            Self::Form(form) => gains.get(*form).cloned().unwrap_or_else(N::zero),
            Self::Smallest(count) => smallest_sum(gains, *count),
            Self::Nothing => N::zero(),
        }
    }
}

/// An objective as what comes first; ties go on to leximin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Goal {
    /// What is made as large as possible before anything else; `None` starts with leximin at once.
    pub(crate) first: Option<Measure>,
    /// How many gains there are.
    pub(crate) gains: usize,
}

impl Goal {
    /// The measures in order of importance.
    pub(crate) fn stages(&self) -> Vec<Measure> {
        self.first.iter().cloned().chain((1..=self.gains).map(Measure::Smallest)).collect()
    }

    /// Compares what the objective itself tells apart: packages that are equal here are tied.
    pub(crate) fn compare_objective<N: Whole>(&self, gains: &[N], others: &[N]) -> Ordering {
        match &self.first {
            Some(measure) => measure.of_gains(gains).cmp(&measure.of_gains(others)),
            None => compare_leximin(gains, others),
        }
    }

    /// Compares objective first, then leximin.
    pub(crate) fn compare<N: Whole>(&self, gains: &[N], others: &[N]) -> Ordering {
        self.compare_objective(gains, others).then_with(|| compare_leximin(gains, others))
    }
}

/// Compares the smallest gains, then the second smallest, and so on.
pub(crate) fn compare_leximin<N: Whole>(gains: &[N], others: &[N]) -> Ordering {
    let sorted = |gains: &[N]| -> Vec<N> {
        let mut gains = gains.to_vec();
        gains.sort();
        gains
    };
    sorted(gains).cmp(&sorted(others))
}
