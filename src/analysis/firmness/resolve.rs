//! Firmness of tables whose packages can't be listed: the optimiser answers anew, for as long as there is time.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::number::{Number, numbers};
use super::settle::{Court, Verdict};
use super::{Edge, Firmness, Method, Reach, Shift, USUAL_TIME, draws};
use crate::domain::{Rational, integer};
use crate::optimize::Question;

/// How often the stretch between a value that is the same and one that isn't is halved.
const HALVINGS: u32 = 6;

/// Looks at the ends of all ranges, then halfway to these; where the answer is another, at values between.
pub(super) fn firmness(court: Court<'_>) -> Firmness {
    let now = Instant::now();
    let end = court.question.deadline.unwrap_or(now + USUAL_TIME);
    let question = Question { deadline: Some(end), ..court.question.clone() };
    let court = Court { question: &question, ..court };
    let numbers = numbers(court.circumstances, None);
    // Two thirds of the time for single numbers, the rest for all at once.
    let half_time = now + end.saturating_duration_since(now) * 2 / 3;
    let (mut reaches, mut looked) = (Vec::new(), 0);
    for number in &numbers {
        if half_time <= Instant::now() || court.flag.load(Ordering::Relaxed) {
            break;
        }
        let [down, up] = [&number.low, &number.high].map(|end| look(court, number, end));
        let was_tried = [&down, &up].into_iter().all(|side| !matches!(side, Tried::Unknown));
        looked += usize::from(was_tried);
        let [down, up] = [down, up].map(Tried::shift);
        if was_tried || down.is_some() || up.is_some() {
            reaches.push(Reach { number: number.clone(), down, up, is_known: false });
        }
    }
    reaches.sort_by_cached_key(|reach| (reach.size().is_none(), reach.size()));
    Firmness {
        claim: court.claim,
        package: court.package.clone(),
        reaches,
        method: Method::Sampled { looked, of: numbers.len() },
        draws: draws::drawn(court, &numbers, end, |_| None, || true),
        rankings: None,
    }
}

/// What trying some values in one direction came to.
enum Tried {
    /// At none of them the claim fails.
    Same,
    Fails(Shift),
    /// There is no answer at some of them, or not in time, and it isn't seen to fail.
    Unknown,
}

impl Tried {
    fn shift(self) -> Option<Shift> {
        match self {
            Self::Fails(shift) => Some(shift),
            Self::Same | Self::Unknown => None,
        }
    }
}

/// The nearest value on the way to `end` that was found to change the answer.
fn look(court: Court<'_>, number: &Number, end: &Rational) -> Tried {
    if *end == number.value {
        return Tried::Same;
    }
    let verdict = |value: &Rational| court.verdict(number, value);
    let halfway = (&number.value + end) / integer(2);
    let (mut same, mut to, mut package) = match (verdict(&halfway), || verdict(end)) {
        (Verdict::Other(package), _) => (number.value.clone(), halfway, package),
        (Verdict::Same, at_end) => match at_end() {
            Verdict::Other(package) => (halfway, end.clone(), package),
            Verdict::Same => return Tried::Same,
            Verdict::Unknown => return Tried::Unknown,
        },
        (Verdict::Unknown, _) => return Tried::Unknown,
    };
    for _ in 0..HALVINGS {
        let middle = (&same + &to) / integer(2);
        match verdict(&middle) {
            Verdict::Other(found) => (to, package) = (middle, found),
            Verdict::Same => same = middle,
            Verdict::Unknown => break,
        }
    }
    Tried::Fails(Shift { to, edge: Edge::Latest, package })
}
