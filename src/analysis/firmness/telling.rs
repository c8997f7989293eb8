//! From what a search found to what is told: the first changes are settled exactly, and a place that turns out to be none
//! is passed by.

use super::number::Number;
use super::parameter::Parameter;
use super::search::{Bracket, Search};
use super::settle::{self, Court};
use super::{Edge, Reach, Shift};
use crate::domain::{Package, nearest_f64};
use crate::optimize::Stop;

/// How many of the smallest changes are settled exactly.
const SETTLED: usize = 6;
/// How often it is looked further on behind a place where nothing changes after all.
const MOST_TIMES: u32 = 8;
/// How far behind such a place it is looked on, as a part of the range.
const ONWARD: f64 = 5e-7;

/// What is known of one direction of a number.
pub(super) enum Trail {
    /// It isn't ruled out all the way.
    Open,
    /// The claim holds all the way.
    Nowhere,
    Changes(Change),
}

/// Where the claim fails, as a search knows it.
pub(super) struct Change {
    pub(super) bracket: Bracket,
    /// The answer there, where the search knows it.
    pub(super) package: Option<Package>,
}

impl Trail {
    /// What a search says that goes all the way.
    pub(super) fn new(search: &Search<'_>, up: bool, from: f64) -> Self {
        match search.first(up, from) {
            Some(bracket) => Self::Changes(Change { bracket, package: None }),
            None if search.is_exhausted() => Self::Open,
            None => Self::Nowhere,
        }
    }

    fn change(&self) -> Option<&Change> {
        match self {
            Self::Open | Self::Nowhere => None,
            Self::Changes(change) => Some(change),
        }
    }
}

/// Something that has searched, and can search on.
pub(super) trait Scout {
    /// The answer behind a change; `None` if that isn't certain.
    fn answer(&self, number: &Number, change: &Change) -> Option<Option<Package>>;

    /// What is known of a direction of a number further away than `from`.
    fn beyond(&self, number: &Number, up: bool, from: f64) -> Trail;
}

/// What becomes of one direction of a number.
enum Told {
    Shift(Option<Shift>),
    /// It took too long.
    Open,
}

impl Court<'_> {
    /// How far each number can go, down and up, the smallest changes first: these, and those of the numbers in `settled`,
    /// are settled exactly, and whatever a scout isn't certain of. With how many numbers aren't known all the way.
    pub(super) fn tell(
        &self,
        numbers: &[Number],
        trails: Vec<[Trail; 2]>,
        settled: &[Parameter],
        stop: &Stop<'_>,
        scout: &dyn Scout,
    ) -> (Vec<Reach>, usize) {
        let size = |(number, sides): &(&Number, [Trail; 2])| {
            let changes = sides.iter().filter_map(Trail::change);
            changes
                .map(|change| change.bracket.other.abs() / nearest_f64(&number.range()))
                .fold(f64::INFINITY, f64::min)
        };
        let mut found: Vec<(&Number, [Trail; 2])> = numbers.iter().zip(trails).collect();
        found.sort_by(|one, other| size(one).total_cmp(&size(other)));
        let mut open = 0;
        let mut reaches: Vec<Reach> = Vec::with_capacity(found.len());
        for (at, (number, [down, up])) in found.into_iter().enumerate() {
            let is_told = at < SETTLED || settled.contains(&number.parameter);
            let sides =
                [(down, false), (up, true)].map(|(trail, up)| self.side(number, trail, up, is_told, stop, scout));
            let is_known = !sides.iter().any(|side| matches!(side, Told::Open));
            open += usize::from(!is_known);
            let [down, up] = sides.map(|side| match side {
                Told::Shift(shift) => shift,
                Told::Open => None,
            });
            reaches.push(Reach { number: number.clone(), down, up, is_known });
        }
        reaches.sort_by_cached_key(|reach| (reach.size().is_none(), reach.size()));
        (reaches, open)
    }

    fn side(
        &self,
        number: &Number,
        mut trail: Trail,
        up: bool,
        is_told: bool,
        stop: &Stop<'_>,
        scout: &dyn Scout,
    ) -> Told {
        for _ in 0..MOST_TIMES {
            let change = match &trail {
                Trail::Open => return Told::Open,
                Trail::Nowhere => return Told::Shift(None),
                Trail::Changes(change) => change,
            };
            let is_due = stop.is_due();
            // Where the answer behind a change is the package itself, rounding may have taken a tie for a change.
            let rough = |answer: Option<Option<Package>>| answer.filter(|answer| answer.as_ref() != Some(self.package));
            let known = if is_told && !is_due { None } else { rough(scout.answer(number, change)) };
            if let Some(package) = known {
                let to = settle::near(number, change.bracket.other);
                return Told::Shift(Some(Shift { to, edge: Edge::About, package }));
            }
            if is_due {
                return Told::Open;
            }
            if let Some(shift) = self.settle(number, change.bracket) {
                return Told::Shift(Some(shift));
            }
            let onward = ONWARD * nearest_f64(&number.range());
            trail = scout.beyond(number, up, change.bracket.other + if up { onward } else { -onward });
        }
        Told::Open
    }
}
