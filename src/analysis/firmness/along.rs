//! The packages of a ledger while one number moves: every gain and every slack as a function of how far it has moved.
//!
//! With the number `s` away from where it is, a raw value is `raw + s * slope`, and a party's worst and best are sums of
//! the least and the largest of straight lines. Between the places where one of these lines takes over from another,
//! every gain is a ratio of two straight lines with the same line below for all packages, and so rises or falls
//! throughout. That is what the search builds on.

use super::course::{Course, Line, Motion, Moves, View, on};
use super::ledger::{Form, Ledger, Person};
use super::number::Number;
use super::parameter::Parameter;
use crate::domain::Rational;

/// A ledger while one number moves.
pub(super) struct Along<'a> {
    pub(super) ledger: &'a Ledger,
    /// How far the number can go down (below 0) and up.
    pub(super) reach: (f64, f64),
    course: &'a Course,
}

impl<'a> Along<'a> {
    /// The course is of this ledger, or of one that lists others of the same packages.
    pub(super) fn new(ledger: &'a Ledger, course: &'a Course) -> Self {
        Self { ledger, reach: course.reach, course }
    }

    /// The number.
    pub(super) fn parameter(&self) -> Parameter {
        self.course.parameter()
    }

    /// The same, but going no further than this, below 0 and above.
    pub(super) fn within(self, reach: (f64, f64)) -> Self {
        Self { reach, ..self }
    }

    /// What the number moves.
    pub(super) fn moves(&self) -> &'a Moves {
        &self.course.moves
    }

    /// Whether the number touches nothing that is compared or required.
    pub(super) fn is_idle(&self) -> bool {
        *self.moves() == Moves::default()
    }

    /// As [`Course::lines`].
    pub(super) fn lines(&self, person: usize) -> &'a [Vec<Line>] {
        self.course.lines(person)
    }

    /// How far a requirement is from being broken.
    pub(super) fn slack(&self, requirement: usize, package: usize, view: &View) -> f64 {
        match &self.ledger.requirements[requirement].form {
            Form::Sum { sums, .. } => {
                sums[package] + view.at * self.slope(&self.course.requirements[requirement], None, package)
            }
            Form::Score { person, level } => view.people[*person].above(self.gain(*person, package, view), *level),
        }
    }

    /// By how much any package can get nearer to keeping a requirement's sum, at most, with the number at one place.
    pub(super) fn rise(&self, requirement: usize, at: f64) -> f64 {
        let is_equal = self.ledger.requirements[requirement].is_equal;
        let nearer = |slope: &f64| if is_equal { (at * slope).abs() } else { at * slope };
        match &self.course.requirements[requirement] {
            Motion::Still | Motion::Interest(_) => 0.0,
            Motion::Chosen(issues) => {
                let of_issue = |(_, slopes): &(usize, Vec<f64>)| slopes.iter().map(nearer).fold(0.0, f64::max);
                issues.iter().map(of_issue).sum()
            }
            Motion::All(slope) => nearer(slope),
        }
    }

    /// Whether a requirement stays as it is, whatever the number is.
    pub(super) fn is_still(&self, requirement: usize) -> bool {
        let is_sum = matches!(self.ledger.requirements[requirement].form, Form::Sum { .. });
        is_sum && matches!(self.course.requirements[requirement], Motion::Still)
    }

    /// A person's gain; its score where the no-deal is unknown.
    pub(super) fn gain(&self, person: usize, package: usize, view: &View) -> f64 {
        view.people[person].gain(on(self.raw(person, package), view.at))
    }

    /// What a package brings to everybody.
    pub(super) fn everybody(&self, package: usize, view: &View) -> Vec<f64> {
        (0..view.people.len()).map(|person| self.gain(person, package, view)).collect()
    }

    /// How a person's raw value of a package moves.
    pub(super) fn raw(&self, person: usize, package: usize) -> Line {
        let content = &self.ledger.people[person];
        (content.raw[package], self.slope(&self.course.people[person], Some(content), package))
    }

    /// What a person gains in every package: as [`Along::gain`], column by column.
    pub(super) fn gains(&self, person: usize, view: &View) -> Vec<f64> {
        let (content, standing) = (&self.ledger.people[person], &view.people[person]);
        let mut column = self.moved(&content.raw, &self.course.people[person], Some(content), view.at);
        for value in &mut column {
            *value = standing.gain(*value);
        }
        column
    }

    /// How far a requirement is from being broken in every package: as [`Along::slack`], column by column.
    pub(super) fn slacks(&self, requirement: usize, view: &View) -> Vec<f64> {
        match &self.ledger.requirements[requirement].form {
            Form::Sum { sums, .. } => self.moved(sums, &self.course.requirements[requirement], None, view.at),
            Form::Score { person, level } => {
                let gains = self.gains(*person, view).into_iter();
                gains.map(|gain| view.people[*person].above(gain, *level)).collect()
            }
        }
    }

    /// What every package comes to with the number `at` away from where it is.
    fn moved(&self, column: &[f64], motion: &Motion, person: Option<&Person>, at: f64) -> Vec<f64> {
        match (motion, person) {
            (Motion::Still, _) | (Motion::Interest(_), None) => column.to_vec(),
            (Motion::Chosen(issues), _) => {
                let mut moved = column.to_vec();
                for (issue, slopes) in issues {
                    let chosen = moved.iter_mut().zip(&self.ledger.chosen[*issue]);
                    chosen.for_each(|(value, taken)| *value += at * slopes[usize::from(*taken)]);
                }
                moved
            }
            (Motion::Interest(interest), Some(person)) => {
                let slopes = &person.sums[*interest];
                column.iter().zip(slopes).map(|(value, slope)| value + at * slope).collect()
            }
            (Motion::All(slope), _) => column.iter().map(|value| value + at * slope).collect(),
        }
    }

    fn slope(&self, motion: &Motion, person: Option<&Person>, package: usize) -> f64 {
        match (motion, person) {
            (Motion::Still, _) | (Motion::Interest(_), None) => 0.0,
            (Motion::Chosen(issues), _) => {
                let slope =
                    |(issue, slopes): &(usize, Vec<f64>)| slopes[usize::from(self.ledger.chosen[*issue][package])];
                issues.iter().map(slope).sum()
            }
            (Motion::Interest(interest), Some(person)) => person.sums[*interest][package],
            (Motion::All(slope), _) => *slope,
        }
    }

    /// As [`Course::view_at`].
    pub(super) fn view_at(&self, number: &Number, value: &Rational) -> View {
        self.course.view_at(number, value)
    }

    /// As [`Course::view`].
    pub(super) fn view(&self, at: f64) -> View {
        self.course.view(at)
    }

    /// As [`Course::turns`], within the reach.
    pub(super) fn turns(&self) -> Vec<f64> {
        self.course.turns(self.reach)
    }
}
