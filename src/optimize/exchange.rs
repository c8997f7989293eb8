//! A quick way to good packages: exchange one alternative after the other. Finds, never proves.

use super::bound::Relaxation;
use super::goal::{Group, Measure};

/// What exchanges are judged by.
pub(crate) struct Exchange<'a> {
    pub(crate) relaxation: &'a Relaxation,
    pub(crate) measure: &'a Measure,
    /// The floors as floats of the relaxation.
    pub(crate) floors: &'a [Option<f64>],
}

impl Exchange<'_> {
    /// Exchanges one alternative at a time for a better one, floors first, until none is left.
    pub(crate) fn improve(&self, mut choice: Vec<usize>) -> Vec<usize> {
        let relaxation = self.relaxation;
        let mut values = relaxation.values(&choice);
        let mut merit = self.merit(&values);
        while let Some((at, taken)) = self.best_exchange(&choice, &values, merit) {
            relaxation.exchange(&mut values, at, choice[at], taken);
            choice[at] = taken;
            merit = self.merit(&values);
        }
        choice
    }

    fn best_exchange(&self, choice: &[usize], values: &[f64], merit: (f64, f64)) -> Option<(usize, usize)> {
        let mut best = None;
        let mut most = merit;
        for (at, size) in self.relaxation.sizes().enumerate() {
            for taken in (0..size).filter(|taken| *taken != choice[at]) {
                let mut exchanged = values.to_vec();
                self.relaxation.exchange(&mut exchanged, at, choice[at], taken);
                let merit = self.merit(&exchanged);
                if (most.0 + 1e-9, 0.0) < (merit.0, 0.0) || (most.0 - 1e-9 <= merit.0 && most.1 + 1e-9 < merit.1) {
                    (best, most) = (Some((at, taken)), merit);
                }
            }
        }
        best
    }

    /// How a package stands: first how far it falls short of floors (0 or less), then what it measures.
    fn merit(&self, values: &[f64]) -> (f64, f64) {
        let short = values.iter().zip(self.floors).filter_map(|(value, floor)| Some((value - (*floor)?).min(0.0)));
        let gains = &values[self.relaxation.range(Group::Gains)];
        let measure = match self.measure {
            Measure::Form(form) => values[*form],
            Measure::Smallest(group, count) => {
                let mut sorted = values[self.relaxation.range(*group)].to_vec();
                sorted.sort_by(f64::total_cmp);
                // A little of the whole, so that steps on a plateau go somewhere.
                sorted[..*count].iter().sum::<f64>() + 1e-3 * sorted.iter().sum::<f64>()
            }
            Measure::Product(_) => self.relaxation.product().map(|stake| values[stake].max(1e-6).ln()).sum(),
            Measure::Sum | Measure::Nothing => gains.iter().sum(),
        };
        (short.sum(), measure)
    }
}
