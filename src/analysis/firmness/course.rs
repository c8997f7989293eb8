//! What one number moves, whatever packages are listed: raw values, slacks, scales and no-deals, each as a straight line.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Alternative, Figure, Form, Ledger, Person, figures_on, weighed};
use super::number::Number;
use super::parameter::Parameter;
use crate::domain::{Rational, nearest_f64};

/// Scales narrower than this have no width: their party is indifferent.
const NO_WIDTH: f64 = 1e-9;

/// A straight line: its value where the number is now, and its slope.
pub(super) type Line = (f64, f64);

/// A number on its way.
pub(super) struct Course {
    /// How far the number can go down (below 0) and up.
    pub(super) reach: (f64, f64),
    /// What the number moves.
    pub(super) moves: Moves,
    /// How every person's raw values move.
    pub(super) people: Vec<Motion>,
    /// How every requirement moves, as far as it isn't about a score.
    pub(super) requirements: Vec<Motion>,
    parameter: Parameter,
    percent: bool,
    scales: Vec<Scale>,
    no_deals: Vec<NoDealLine>,
    /// For those who are moved, how what each alternative on each issue adds to their raw values moves.
    lines: BTreeMap<usize, Vec<Vec<Line>>>,
    /// Where some line takes over from another.
    crossings: Vec<f64>,
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
pub(super) enum Motion {
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

impl Course {
    pub(super) fn new(ledger: &Ledger, number: &Number) -> Self {
        let source = ledger.candidates.iter().position(|candidate| *candidate == number.parameter);
        let mover = Mover { parameter: number.parameter, source };
        let requirements = ledger.requirements.iter().map(|requirement| mover.requirement(&requirement.form));
        let mut course = Self {
            reach: (nearest_f64(&(&number.low - &number.value)), nearest_f64(&(&number.high - &number.value))),
            moves: Moves::default(),
            people: ledger.people.iter().map(|person| mover.person(person)).collect(),
            requirements: requirements.collect(),
            parameter: number.parameter,
            percent: ledger.percent,
            scales: ledger.people.iter().map(|person| mover.scale(person)).collect(),
            no_deals: ledger.people.iter().map(|person| mover.no_deal(person, number)).collect(),
            lines: BTreeMap::new(),
            crossings: Vec::new(),
        };
        course.moves = course.moved();
        let of_person =
            |person: &usize| (*person, mover.lines(&ledger.people[*person], &ledger.people[*person].figures));
        course.lines = course.moves.people.iter().map(of_person).collect();
        course.crossings = course.all_crossings();
        course
    }

    /// The number.
    pub(super) fn parameter(&self) -> Parameter {
        self.parameter
    }

    fn moved(&self) -> Moves {
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

    /// How what each alternative on each issue adds to the raw value of a person that is moved moves; nothing for the others.
    pub(super) fn lines(&self, person: usize) -> &[Vec<Line>] {
        self.lines.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Everybody's scale with the number at a value.
    pub(super) fn view_at(&self, number: &Number, value: &Rational) -> View {
        self.view(nearest_f64(&(value - &number.value)))
    }

    /// Everybody's scale with the number `at` away from where it is.
    pub(super) fn view(&self, at: f64) -> View {
        let standing = |(scale, no_deal): (&Scale, &NoDealLine)| {
            Standing::new(self.percent, scale.ends(at), |standing| match no_deal {
                NoDealLine::Unknown => None,
                NoDealLine::Score(line) => Some(on(*line, at)),
                NoDealLine::Raw(line) => Some(standing.score(on(*line, at))),
            })
        };
        View { at, people: self.scales.iter().zip(&self.no_deals).map(standing).collect() }
    }

    fn all_crossings(&self) -> Vec<f64> {
        let moving = self.scales.iter().filter_map(|scale| match scale {
            Scale::Moving(issues) => Some(issues),
            Scale::Still(..) => None,
        });
        moving.flatten().flat_map(|lines| crossings(lines)).collect()
    }

    /// The places within a reach where some line takes over from another, in rising order, with both its ends and 0.
    pub(super) fn turns(&self, (low, high): (f64, f64)) -> Vec<f64> {
        let mut turns = vec![low, 0.0, high];
        turns.extend(&self.crossings);
        turns.retain(|at| low <= *at && *at <= high);
        turns.sort_by(f64::total_cmp);
        turns.dedup();
        turns
    }
}

impl View {
    /// Everybody's scale where nothing has moved.
    pub(super) fn of(ledger: &Ledger) -> Self {
        let standing = |person: &Person| {
            Standing::new(ledger.percent, person.ends, |standing| match person.no_deal.as_ref()? {
                Alternative::Score(figure) => Some(figure.value),
                Alternative::Effects(row) => Some(standing.score(weighed(row, &person.weights))),
            })
        };
        Self { at: 0.0, people: ledger.people.iter().map(standing).collect() }
    }
}

impl Standing {
    /// On a scale from worst to best, with the score of the no-deal on it, if that is known.
    fn new(percent: bool, (worst, best): (f64, f64), no_deal: impl FnOnce(&Self) -> Option<f64>) -> Self {
        let width = best - worst;
        let (origin, unit) = if percent { (worst, 100.0 / width) } else { (0.0, 1.0) };
        let standing = Self { cares: width > NO_WIDTH, knows: false, origin, unit, no_deal: 0.0 };
        match no_deal(&standing) {
            Some(no_deal) => Self { knows: true, no_deal, ..standing },
            None => standing,
        }
    }

    fn score(&self, raw: f64) -> f64 {
        (raw - self.origin) * self.unit
    }

    pub(super) fn gain(&self, raw: f64) -> f64 {
        self.score(raw) - self.no_deal
    }

    /// How far a score lies above a level, by the gain. Who is indifferent has no score, so that it isn't known to be enough.
    pub(super) fn above(&self, gain: f64, level: f64) -> f64 {
        if self.cares { gain + self.no_deal - level } else { -1.0 }
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
            (Parameter::Effect { .. }, Some(source)) if self.concerns(person) => {
                let row = |row: &Vec<Figure>| slope(person, row, source);
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

    /// Whether anything that a person cares for is made of the number.
    fn concerns(&self, person: &Person) -> bool {
        match (self.parameter, self.source) {
            (Parameter::Weight { party, .. }, _) => party == person.party,
            (Parameter::Effect { .. }, Some(source)) => person.sources.contains(&source),
            _ => false,
        }
    }

    /// The raw value of a row of effects, and how it moves.
    fn line(&self, person: &Person, row: &[Figure]) -> Line {
        let slope = match (self.parameter, self.source) {
            (Parameter::Weight { party, interest }, _) if party == person.party => {
                let figures = person.interests.iter().zip(row).filter(|(known, _)| **known == interest);
                figures.map(|(_, figure)| figure.value).sum()
            }
            (Parameter::Effect { .. }, Some(source)) => slope(person, row, source),
            _ => 0.0,
        };
        (weighed(row, &person.weights), slope)
    }

    /// The same per issue and decision.
    fn lines(&self, person: &Person, rows: &[Vec<Vec<Figure>>]) -> Vec<Vec<Line>> {
        rows.iter().map(|rows| rows.iter().map(|row| self.line(person, row)).collect()).collect()
    }

    fn scale(&self, person: &Person) -> Scale {
        let is_moving = |lines: &Vec<Vec<Line>>| lines.iter().flatten().any(|(_, slope)| *slope != 0.0);
        let lines = self.concerns(person).then(|| self.lines(person, &person.reference));
        lines.filter(is_moving).map_or(Scale::Still(person.ends.0, person.ends.1), Scale::Moving)
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

/// How fast what a row of effects brings a person moves with a candidate.
fn slope(person: &Person, row: &[Figure], source: usize) -> f64 {
    row.iter().zip(&person.weights).map(|(figure, weight)| figure.slope(source) * weight).sum()
}

/// The motion with these slopes per issue and alternative.
fn chosen(slopes: impl Iterator<Item = Vec<f64>>) -> Motion {
    let moving = slopes.enumerate().filter(|(_, slopes)| slopes.iter().any(|slope| *slope != 0.0));
    let issues: Vec<(usize, Vec<f64>)> = moving.collect();
    if issues.is_empty() { Motion::Still } else { Motion::Chosen(issues) }
}
