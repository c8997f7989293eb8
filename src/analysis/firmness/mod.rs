//! How firm an answer is: the smallest change in one number of the table that makes another answer of it.
//!
//! Numbers are moved one at a time, everything else staying as it is. A changed weight, effect or reading makes the scale
//! of those it belongs to anew over the same reference set, so that the answer is that of the changed table.
//!
//! Two ways of looking, and [`Method`] says which: every value within every range is ruled out or found ([`search`]), among
//! all packages or, where these can't be listed, among those that could be chosen at all ([`near`]); and where bounds don't
//! tell which these are, the optimiser answers anew at the ends of ranges and between, for as many numbers as the time
//! allows. Floating point proposes; the changes that are told first are settled in exact
//! arithmetic and by the optimiser ([`settle`]).

mod along;
mod contest;
mod course;
mod draws;
pub(super) mod exact;
mod field;
mod frame;
mod ideals;
mod ledger;
mod near;
mod number;
mod parameter;
mod rankings;
mod reader;
mod resolve;
mod search;
mod settle;
mod shaken;
mod snapshot;
mod stretch;
mod telling;

use std::sync::atomic::AtomicBool;
use std::time::Duration;

pub use draws::Draws;
pub use number::Number;
pub use parameter::{Holder, Parameter, Spot};
pub use rankings::Rankings;

use along::Along;
use course::Course;
use exact::Top;
use ledger::Ledger;
use search::{Holds, Search};
use settle::{Beside, Court, Verdict};
use snapshot::{Order, Snapshot};
use telling::{Change, Scout, Trail};

use crate::domain::{Package, PartyId, Rational};
use crate::optimize::{Objective, Question, Stop};
use crate::valuation::Circumstances;

/// How long a table is looked at whose packages can't be listed, where no time limit is set.
const USUAL_TIME: Duration = Duration::from_secs(3);

/// How firm a claim about a package is.
#[derive(Clone, Debug, PartialEq)]
pub struct Firmness {
    /// What is claimed of the package.
    pub claim: Claim,
    /// The package.
    pub package: Package,
    /// Every number that counts, with where it changes the answer; the smallest changes first, by the part of their range,
    /// then the numbers that change nothing, by kind and name.
    pub reaches: Vec<Reach>,
    /// How the numbers were looked at.
    pub method: Method,
    /// How often the claim stands when all numbers move at once.
    pub draws: Draws,
    /// What holds whatever weights fit the rankings; nothing where nobody gave just a ranking, or packages can't be listed.
    pub rankings: Option<Rankings>,
}

/// What is claimed of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is the answer to the question.
    Advice,
    /// It is acceptable, whether or not it is the answer.
    Acceptable,
    /// It isn't acceptable.
    Unacceptable,
}

/// How far a number can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The number.
    pub number: Number,
    /// Where the claim first fails when the number falls; nothing if that is nowhere in its range.
    pub down: Option<Shift>,
    /// Where the claim first fails when it rises.
    pub up: Option<Shift>,
    /// Whether every value in its range was looked at, up to these changes.
    pub is_known: bool,
}

/// Where a claim fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The value of the number there.
    pub to: Rational,
    /// How exactly that is known.
    pub edge: Edge,
    /// The answer there; nothing where no package is acceptable, or where the claim isn't about an answer.
    pub package: Option<Package>,
}

/// How a change begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Exactly at the value.
    At,
    /// At the value and not right behind it: somebody becomes indifferent there, or two sums are equal.
    Only,
    /// At the value the claim still holds, right behind it no more.
    Beyond,
    /// At the value or a little before: nearer than a millionth of the range.
    About,
    /// At the value at the latest: what lies before it wasn't all looked at.
    Latest,
}

/// How numbers were looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every value within its range, for all of them but `given_up` ones.
    Everywhere {
        /// How many weren't looked at everywhere: it took too long, or isn't known of packages that aren't listed.
        given_up: usize,
    },
    /// The ends of ranges and some values between.
    Sampled {
        /// How many numbers there was time for.
        looked: usize,
        /// Of how many.
        of: usize,
    },
}

impl Reach {
    /// The smaller of both changes.
    #[must_use]
    pub fn nearest(&self) -> Option<&Shift> {
        let size = |shift: &&Shift| num_traits::abs(&shift.to - &self.number.value);
        // Of equals the one upwards, since a rise is what people think of first.
        self.up.iter().chain(&self.down).min_by_key(size)
    }

    /// How large the smaller change is, as a part of the range of the number.
    #[must_use]
    pub fn size(&self) -> Option<Rational> {
        Some(num_traits::abs(&self.nearest()?.to - &self.number.value) / self.number.range())
    }
}

impl Firmness {
    /// The numbers that change the answer somewhere in their range, the smallest change first.
    pub fn shifting(&self) -> impl Iterator<Item = &Reach> {
        self.reaches.iter().filter(|reach| reach.nearest().is_some())
    }

    /// How far a number can go.
    #[must_use]
    pub fn reach(&self, parameter: Parameter) -> Option<&Reach> {
        self.reaches.iter().find(|reach| reach.number.parameter == parameter)
    }
}

/// What can be claimed of `package`: that it is the proven `answer` to `question` (nothing if no package is acceptable), or if
/// it isn't, that it is acceptable or not.
#[must_use]
pub fn claim(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    answer: Option<&Package>,
) -> Claim {
    match answer {
        Some(answer) if exact::is_same(circumstances, answer, package) => Claim::Advice,
        _ if exact::is_acceptable(circumstances, question, package) => Claim::Acceptable,
        _ => Claim::Unacceptable,
    }
}

/// How firm it is what is claimed of `package`, which must hold.
///
/// Changes in `settled` are settled exactly, besides the smallest. Setting `flag` ends it early, with what is known.
#[must_use]
pub fn firmness(
    circumstances: &Circumstances<'_>,
    question: &Question,
    package: &Package,
    claim: Claim,
    settled: &[Parameter],
    flag: &AtomicBool,
) -> Firmness {
    let court = Court { circumstances, question, claim, package, flag, rivals: None };
    match Listed::new(court) {
        Some(listed) => listed.firmness(settled),
        None => near::firmness(court, settled).unwrap_or_else(|| resolve::firmness(court)),
    }
}

/// A question about a table whose packages are listed.
struct Listed<'a> {
    court: Court<'a>,
    ledger: Ledger,
    holds: Holds,
    position: usize,
    stop: Stop<'a>,
}

impl<'a> Listed<'a> {
    /// `None` if the packages can't be listed, or the list doesn't say what the optimiser says.
    fn new(court: Court<'a>) -> Option<Self> {
        let ledger = Ledger::whole(court.circumstances, court.question)?;
        let position = ledger.position(court.package)?;
        let holds = match court.claim {
            Claim::Advice => Holds::Chosen(order(&ledger, court.question.objective)?),
            Claim::Acceptable => Holds::Acceptable,
            Claim::Unacceptable => Holds::Refused,
        };
        let snapshot = shaken::Moved::nothing(&ledger).snapshot(&ledger);
        let agrees = match holds {
            Holds::Chosen(order) => snapshot.choice(order) == Some(position),
            Holds::Acceptable | Holds::Refused => snapshot.accepts(position) == (holds == Holds::Acceptable),
        };
        let stop = Stop::new(court.flag, court.question.deadline);
        agrees.then_some(Self { court, ledger, holds, position, stop })
    }

    fn firmness(&self, settled: &[Parameter]) -> Firmness {
        let numbers = number::numbers(self.court.circumstances, Some(&self.ledger));
        let trails = numbers.iter().map(|number| self.look(number, [(false, 0.0), (true, 0.0)])).collect();
        let court = Court { rivals: Some(self), ..self.court };
        let (reaches, given_up) = court.tell(&numbers, trails, settled, &self.stop, self);
        let order = match self.holds {
            Holds::Chosen(order) => Some(order),
            Holds::Acceptable | Holds::Refused => None,
        };
        let table = self.court.circumstances.table.table();
        Firmness {
            claim: self.court.claim,
            package: self.court.package.clone(),
            reaches,
            method: Method::Everywhere { given_up },
            draws: draws::listed(&self.ledger, &numbers, self.holds, self.position, &self.stop),
            rankings: rankings::rankings(&self.ledger, table, order, self.position),
        }
    }

    /// Where the claim fails when a number moves up, or down, on from some place: by one search in all directions.
    fn look<const DIRECTIONS: usize>(&self, number: &Number, from: [(bool, f64); DIRECTIONS]) -> [Trail; DIRECTIONS] {
        if self.stop.is_due() {
            return from.map(|_| Trail::Open);
        }
        let course = Course::new(&self.ledger, number);
        let along = Along::new(&self.ledger, &course);
        if along.is_idle() {
            return from.map(|_| Trail::Nowhere);
        }
        let range = along.reach.1 - along.reach.0;
        let search = Search::new(&along, self.holds, self.position, 0..self.ledger.len(), range);
        from.map(|(up, from)| Trail::new(&search, up, from))
    }
}

impl Scout for Listed<'_> {
    fn answer(&self, number: &Number, change: &Change) -> Option<Option<Package>> {
        let Holds::Chosen(order) = self.holds else { return Some(None) };
        let course = Course::new(&self.ledger, number);
        let along = Along::new(&self.ledger, &course);
        let snapshot = Snapshot::new(&along, &along.view_at(number, &settle::near(number, change.bracket.other)));
        if snapshot.packages().is_empty() {
            return Some(None);
        }
        let chosen = snapshot.clear_choice(order)?;
        Some(Some(self.ledger.package(chosen)))
    }

    fn beyond(&self, number: &Number, up: bool, from: f64) -> Trail {
        let [trail] = self.look(number, [(up, from)]);
        trail
    }
}

impl Beside for Listed<'_> {
    fn verdict(&self, _: &Number, _: &Rational) -> Option<Verdict> {
        None // That is for the optimiser to say.
    }

    fn tops(&self, number: &Number, value: &Rational) -> Option<Vec<Top>> {
        let course = Course::new(&self.ledger, number);
        let along = Along::new(&self.ledger, &course);
        let tops = Snapshot::new(&along, &along.view_at(number, value)).tops()?;
        Some(exact::tops(&self.ledger, &tops))
    }
}

/// Where the no-deal of a party that counts in these circumstances is stated; nothing if it has none or is indifferent.
pub(super) fn no_deal_holder(circumstances: &Circumstances<'_>, party: PartyId) -> Option<Holder> {
    frame::no_deals(circumstances).into_iter().find_map(|parameter| match parameter {
        Parameter::NoDeal { party: known, holder } if known == party => Some(holder),
        _ => None,
    })
}

/// What an objective compares among the people of a ledger.
fn order(ledger: &Ledger, objective: Objective) -> Option<Order> {
    Some(match objective {
        Objective::Joint => Order::Joint,
        Objective::Fair => Order::Fair,
        Objective::Nash => Order::Nash,
        Objective::KalaiSmorodinsky => Order::KalaiSmorodinsky,
        Objective::Best(party) => Order::Best(ledger.people.iter().position(|person| person.party == party)?),
    })
}
