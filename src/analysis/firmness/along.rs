//! The packages of a ledger while one number moves: every gain and every slack as a function of how far it has moved.
//!
//! With the number `s` away from where it is, a raw value is `raw + s * slope`, and a party's worst and best are sums of
//! the least and the largest of straight lines. Between the places where one of these lines takes over from another,
//! every gain is a ratio of two straight lines with the same line below for all packages, and so rises or falls
//! throughout. That is what the search builds on.

use std::collections::BTreeSet;

use super::ledger::{Alternative, Figure, Form, Ledger, Person, figures_on};
use super::number::Number;
use super::parameter::Parameter;
use crate::domain::{Rational, nearest_f64};

/// Scales narrower than this have no width: their party is indifferent.
const NO_WIDTH: f64 = 1e-9;

/// A straight line: its value where the number is now, and its slope.
pub(super) type Line = (f64, f64);

/// A ledger while one number moves.
pub(super) struct Along<'a> {
    pub(super) ledger: &'a Ledger,
    /// How far the number can go down (below 0) and up.
    pub(super) reach: (f64, f64),
    /// How every person's raw values move.
    people: Vec<Motion>,
    /// How every requirement moves, as far as it isn't about a score.
    requirements: Vec<Motion>,
    scales: Vec<Scale>,
    no_deals: Vec<NoDealLine>,
    mover: Mover,
}

/// What a number moves, as positions in a ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moves {
    /// Whose gains.
    pub(super) people: BTreeSet<usize>,
    /// Which requirements, as far as these aren't about a score.
    pub(super) requirements: BTreeSet<usize>,
}

impl Moves {
    /// Whether a person's gains are all that is moved.
    pub(super) fn are_of(&self, person: usize) -> bool {
        self.people.len() == 1 && self.people.contains(&person) && self.requirements.is_empty()
    }
}

/// How something moves with the number, package by package.
enum Motion {
    /// Not at all.
    Still,
    /// By what the package decides on some issues: for each a slope per alternative.
    Chosen(Vec<(usize, Vec<f64>)>),
    /// As much as the package does for an interest, where that is known of each.
    Interest(usize),
    /// Every package alike.
    All(f64),
}

/// Worst and best of a person.
enum Scale {
    Still(f64, f64),
    /// Per issue, the raw value of each reference decision.
    Moving(Vec<Vec<Line>>),
}

enum NoDealLine {
    Unknown,
    Score(Line),
    Raw(Line),
}

/// Everybody's scale with the number at one place.
#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) at: f64,
    pub(super) people: Vec<Standing>,
}

/// How raw values become gains: `(raw - origin) * unit - no_deal`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) cares: bool,
    pub(super) knows: bool,
    pub(super) origin: f64,
    pub(super) unit: f64,
    pub(super) no_deal: f64,
}

impl<'a> Along<'a> {
    pub(super) fn new(ledger: &'a Ledger, number: &Number) -> Self {
        let source = ledger.candidates.iter().position(|candidate| *candidate == number.parameter);
        let mover = Mover { parameter: number.parameter, source };
        let requirements = ledger.requirements.iter().map(|requirement| mover.requirement(&requirement.form));
        Self {
            ledger,
            reach: (nearest_f64(&(&number.low - &number.value)), nearest_f64(&(&number.high - &number.value))),
            people: ledger.people.iter().map(|person| mover.person(person)).collect(),
            requirements: requirements.collect(),
            scales: ledger.people.iter().map(|person| mover.scale(person)).collect(),
            no_deals: ledger.people.iter().map(|person| mover.no_deal(person, number)).collect(),
            mover,
        }
    }

    /// The number.
    pub(super) fn parameter(&self) -> Parameter {
        self.mover.parameter
    }

    /// The same, but going no further than this, below 0 and above.
    pub(super) fn within(self, reach: (f64, f64)) -> Self {
        Self { reach, ..self }
    }

    /// What the number moves.
    pub(super) fn moves(&self) -> Moves {
        let moves = |motion: &Motion| !matches!(motion, Motion::Still);
        let no_deal = |line: &NoDealLine| match line {
            NoDealLine::Unknown => false,
            NoDealLine::Score((_, slope)) | NoDealLine::Raw((_, slope)) => *slope != 0.0,
        };
        let person = |at: &usize| {
            moves(&self.people[*at]) || matches!(self.scales[*at], Scale::Moving(_)) || no_deal(&self.no_deals[*at])
        };
        Moves {
            people: (0..self.people.len()).filter(person).collect(),
            requirements: (0..self.requirements.len()).filter(|at| moves(&self.requirements[*at])).collect(),
        }
    }

    /// Whether the number touches nothing that is compared or required.
    pub(super) fn is_idle(&self) -> bool {
        self.moves() == Moves::default()
    }

    /// How what each alternative on each issue adds to a person's raw value moves.
    pub(super) fn lines(&self, person: usize) -> Vec<Vec<Line>> {
        let content = &self.ledger.people[person];
        let rows = |rows: &Vec<Vec<Figure>>| rows.iter().map(|row| self.mover.line(content, row)).collect();
        content.figures.iter().map(rows).collect()
    }

    /// How far a requirement is from being broken.
    pub(super) fn slack(&self, requirement: usize, package: usize, view: &View) -> f64 {
        match &self.ledger.requirements[requirement].form {
            Form::Sum { sums, .. } => {
                sums[package] + view.at * self.slope(&self.requirements[requirement], None, package)
            }
            Form::Score { person, level } => {
                let standing = &view.people[*person];
                // Who is indifferent has no score, so that the score isn't known to be enough.
                if standing.cares { self.gain(*person, package, view) + standing.no_deal - level } else { -1.0 }
            }
        }
    }

    /// By how much any package can get nearer to keeping a requirement's sum, at most, with the number at one place.
    pub(super) fn rise(&self, requirement: usize, at: f64) -> f64 {
        let is_equal = self.ledger.requirements[requirement].is_equal;
        let nearer = |slope: &f64| if is_equal { (at * slope).abs() } else { at * slope };
        match &self.requirements[requirement] {
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
        is_sum && matches!(self.requirements[requirement], Motion::Still)
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
        (content.raw[package], self.slope(&self.people[person], Some(content), package))
    }

    /// What a person gains in every package: as [`Along::gain`], column by column.
    pub(super) fn gains(&self, person: usize, view: &View) -> Vec<f64> {
        let (content, standing) = (&self.ledger.people[person], &view.people[person]);
        let mut column = self.moved(&content.raw, &self.people[person], Some(content), view.at);
        for value in &mut column {
            *value = standing.gain(*value);
        }
        column
    }

    /// How far a requirement is from being broken in every package: as [`Along::slack`], column by column.
    pub(super) fn slacks(&self, requirement: usize, view: &View) -> Vec<f64> {
        match &self.ledger.requirements[requirement].form {
            Form::Sum { sums, .. } => self.moved(sums, &self.requirements[requirement], None, view.at),
            Form::Score { person, level } => {
                let standing = &view.people[*person];
                let gains = self.gains(*person, view).into_iter();
                gains.map(|gain| if standing.cares { gain + standing.no_deal - level } else { -1.0 }).collect()
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

    /// Everybody's scale with the number at a value.
    pub(super) fn view_at(&self, number: &Number, value: &Rational) -> View {
        self.view(nearest_f64(&(value - &number.value)))
    }

    /// Everybody's scale with the number `at` away from where it is.
    pub(super) fn view(&self, at: f64) -> View {
        let percent = self.ledger.percent;
        let standing = |(scale, no_deal): (&Scale, &NoDealLine)| {
            let (worst, best) = scale.ends(at);
            let width = best - worst;
            let (origin, unit) = if percent { (worst, 100.0 / width) } else { (0.0, 1.0) };
            let no_deal = match no_deal {
                NoDealLine::Unknown => None,
                NoDealLine::Score(line) => Some(on(*line, at)),
                NoDealLine::Raw(line) => Some((on(*line, at) - origin) * unit),
            };
            let (cares, knows) = (width > NO_WIDTH, no_deal.is_some());
            Standing { cares, knows, origin, unit, no_deal: no_deal.unwrap_or(0.0) }
        };
        View { at, people: self.scales.iter().zip(&self.no_deals).map(standing).collect() }
    }

    /// The places where some line takes over from another, in rising order, with both ends of the reach and 0.
    pub(super) fn turns(&self) -> Vec<f64> {
        let (low, high) = self.reach;
        let mut turns = vec![low, 0.0, high];
        for scale in &self.scales {
            if let Scale::Moving(issues) = scale {
                issues.iter().for_each(|lines| turns.extend(crossings(lines)));
            }
        }
        turns.retain(|at| low <= *at && *at <= high);
        turns.sort_by(f64::total_cmp);
        turns.dedup();
        turns
    }
}

impl Standing {
    pub(super) fn gain(&self, raw: f64) -> f64 {
        (raw - self.origin) * self.unit - self.no_deal
    }
}

impl Scale {
    fn ends(&self, at: f64) -> (f64, f64) {
        let issues = match self {
            Self::Still(worst, best) => return (*worst, *best),
            Self::Moving(issues) => issues,
        };
        let mut ends = (0.0, 0.0);
        for lines in issues.iter().filter(|lines| !lines.is_empty()) {
            let values = || lines.iter().map(|line| on(*line, at));
            ends.0 += values().fold(f64::INFINITY, f64::min);
            ends.1 += values().fold(f64::NEG_INFINITY, f64::max);
        }
        ends
    }
}

pub(super) fn on((value, slope): Line, at: f64) -> f64 {
    value + at * slope
}

/// Where the least or the largest of some lines passes from one to another.
fn crossings(lines: &[Line]) -> Vec<f64> {
    let mut found = Vec::new();
    for (nth, one) in lines.iter().enumerate() {
        for other in lines[..nth].iter().filter(|other| other.1 != one.1) {
            let at = (other.0 - one.0) / (one.1 - other.1);
            let here = on(*one, at);
            let tolerance = 1e-9 * (1.0 + here.abs());
            let above = lines.iter().all(|line| on(*line, at) <= here + tolerance);
            let below = lines.iter().all(|line| here - tolerance <= on(*line, at));
            if above || below {
                found.push(at);
            }
        }
    }
    found
}

/// One number, and which candidate it is.
#[derive(Clone, Copy)]
struct Mover {
    parameter: Parameter,
    source: Option<usize>,
}

impl Mover {
    fn person(&self, person: &Person) -> Motion {
        match (self.parameter, self.source) {
            (Parameter::Weight { party, interest }, _) if party == person.party => {
                match person.interests.iter().position(|known| *known == interest) {
                    None => Motion::Still,
                    Some(at) if person.sums.is_empty() => chosen(figures_on(person, at)),
                    Some(at) => Motion::Interest(at),
                }
            }
            (Parameter::Effect { .. }, Some(source)) => {
                let row = |row: &Vec<Figure>| weighed(person, row, source);
                let slopes = person.figures.iter().map(|rows| rows.iter().map(row).collect());
                chosen(slopes)
            }
            _ => Motion::Still,
        }
    }

    fn requirement(&self, form: &Form) -> Motion {
        let (Form::Sum { constant, figures, .. }, Some(source)) = (form, self.source) else { return Motion::Still };
        match constant.slope(source) {
            0.0 => {
                let slopes = figures.iter().map(|row| row.iter().map(|figure| figure.slope(source)).collect());
                chosen(slopes)
            }
            slope => Motion::All(slope),
        }
    }

    /// The raw value of a row of effects, and how it moves.
    fn line(&self, person: &Person, row: &[Figure]) -> Line {
        let value = row.iter().zip(&person.weights).map(|(figure, weight)| figure.value * weight).sum();
        let slope = match (self.parameter, self.source) {
            (Parameter::Weight { party, interest }, _) if party == person.party => {
                let figures = person.interests.iter().zip(row).filter(|(known, _)| **known == interest);
                figures.map(|(_, figure)| figure.value).sum()
            }
            (Parameter::Effect { .. }, Some(source)) => weighed(person, row, source),
            _ => 0.0,
        };
        (value, slope)
    }

    fn scale(&self, person: &Person) -> Scale {
        let rows = |rows: &Vec<Vec<Figure>>| rows.iter().map(|row| self.line(person, row)).collect();
        let moving = Scale::Moving(person.reference.iter().map(rows).collect::<Vec<Vec<Line>>>());
        let Scale::Moving(lines) = &moving else { return moving };
        if lines.iter().flatten().any(|(_, slope)| *slope != 0.0) {
            return moving;
        }
        let (worst, best) = moving.ends(0.0);
        Scale::Still(worst, best)
    }

    fn no_deal(&self, person: &Person, number: &Number) -> NoDealLine {
        match (&person.no_deal, self.parameter) {
            (None, _) => NoDealLine::Unknown,
            (Some(_), Parameter::NoDeal { party, .. }) if party == person.party => {
                NoDealLine::Score((nearest_f64(&number.value), 1.0))
            }
            (Some(Alternative::Score(figure)), _) => NoDealLine::Score((figure.value, 0.0)),
            (Some(Alternative::Effects(row)), _) => NoDealLine::Raw(self.line(person, row)),
        }
    }
}

fn weighed(person: &Person, row: &[Figure], source: usize) -> f64 {
    row.iter().zip(&person.weights).map(|(figure, weight)| figure.slope(source) * weight).sum()
}

/// The motion with these slopes per issue and alternative.
fn chosen(slopes: impl Iterator<Item = Vec<f64>>) -> Motion {
    let moving = slopes.enumerate().filter(|(_, slopes)| slopes.iter().any(|slope| *slope != 0.0));
    let issues: Vec<(usize, Vec<f64>)> = moving.collect();
    if issues.is_empty() { Motion::Still } else { Motion::Chosen(issues) }
}
