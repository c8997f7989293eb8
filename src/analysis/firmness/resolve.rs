//! Firmness of tables whose packages can't be listed: the optimiser answers anew, for as long as there is time.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::number::{Number, numbers};
use super::settle::{Court, Verdict};
use super::{Edge, Firmness, Method, Reach, Shift, USUAL_TIME, draws};
use crate::domain::{Package, Rational, integer};
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
    let mut reaches = Vec::new();
    for number in &numbers {
        if half_time <= Instant::now() || court.flag.load(Ordering::Relaxed) {
            break;
        }
        let [down, up] = [&number.low, &number.high].map(|end| look(court, number, end));
        reaches.push(Reach { number: number.clone(), down, up });
    }
    let looked = reaches.len();
    reaches.sort_by_cached_key(|reach| (reach.size().is_none(), reach.size()));
    Firmness {
        claim: court.claim,
        package: court.package.clone(),
        reaches,
        method: Method::Sampled { looked, of: numbers.len() },
        draws: draws::solved(court, &numbers, end),
        rankings: None,
    }
}

/// The nearest value on the way to `end` that was found to change the answer.
fn look(court: Court<'_>, number: &Number, end: &Rational) -> Option<Shift> {
    if *end == number.value {
        return None;
    }
    let verdict = |value: &Rational| court.verdict(number.parameter, value);
    let halfway = (&number.value + end) / integer(2);
    let other = |verdict: Verdict| -> Option<Option<Package>> {
        match verdict {
            Verdict::Other(package) => Some(package),
            Verdict::Same | Verdict::Unknown => None,
        }
    };
    let found = other(verdict(&halfway)).map(|package| (halfway.clone(), package));
    let (mut to, mut package) = match found {
        Some(found) => found,
        None => (end.clone(), other(verdict(end))?),
    };
    let mut same = if to == *end { halfway } else { number.value.clone() };
    for _ in 0..HALVINGS {
        let middle = (&same + &to) / integer(2);
        match verdict(&middle) {
            Verdict::Other(found) => (to, package) = (middle, found),
            Verdict::Same => same = middle,
            Verdict::Unknown => break,
        }
    }
    Some(Shift { to, edge: Edge::About, package })
}
