//! The zone of possible agreement: how good it can get for whoever gains least, and how many packages work for whom.

use std::sync::atomic::AtomicBool;
use std::time::Instant;

use crate::domain::{Attendance, PartyId, Rational, integer};
use crate::optimize::{Answer, Found, Objections, Objective, Question, Refusal, Stop, Uncounted, objections, solve};
use crate::valuation::{Circumstances, assess};

/// The zone of a table in one world. Parked issues stay as they are today.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// The package that lifts the smallest gain most, or why nothing is acceptable, or why nobody can tell.
    pub best: Result<Answer, Refusal>,
    /// What the packages come to, or why they aren't counted.
    pub counts: Result<ZoneCounts, Uncounted>,
    /// What keeps each party from objecting, in the order of the table.
    pub floors: Vec<(PartyId, Floor)>,
}

/// Whether a party can object to a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// It has a no-deal, and an agreement needs it.
    Needed,
    /// It has a no-deal, but there is an agreement without it too.
    MayStayOut,
    /// Its no-deal is unknown: nothing protects it.
    Unknown,
    /// Every package is worth the same to it.
    Indifferent,
}

/// How many packages work, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneCounts {
    /// All packages, whatever the rules say.
    pub packages: u64,
    /// Those that keep every hard rule. All counts below are among these.
    pub within_rules: u64,
    /// Those with which every needed party can live.
    pub acceptable: u64,
    /// Per group, by name: those with which all its parties can live, also those that may stay out.
    pub groups: Vec<(String, u64)>,
    /// Per party that can object, in the order of the table: those with which it can live.
    pub parties: Vec<(PartyId, u64)>,
    /// Per needed party that can object, in the order of the table: those with which all the other needed parties can
    /// live, whatever this one says. For the moderator only.
    pub without: Vec<(PartyId, u64)>,
}

impl Zone {
    /// The package that lifts the smallest gain most, where there is one.
    #[must_use]
    pub fn found(&self) -> Option<&Found> {
        self.best.as_ref().ok()?.found()
    }

    /// The best reachable smallest gain, in points of score.
    #[must_use]
    pub fn smallest_gain(&self, circumstances: &Circumstances<'_>) -> Option<Rational> {
        assess(circumstances, &self.found()?.package).smallest_gain()
    }
}

impl ZoneCounts {
    /// The acceptable packages in percent of all.
    #[must_use]
    pub fn share(&self) -> Rational {
        percent(self.acceptable, self.packages)
    }

    /// The needed parties that alone stand in the way of most packages, by name, and of how many; `None` if nobody alone
    /// stands in the way of any. For the moderator only.
    #[must_use]
    pub fn blocks_most(&self) -> Option<(Vec<PartyId>, u64)> {
        let most = self.without.iter().map(|(_, count)| count - self.acceptable).max().filter(|most| *most > 0)?;
        let who = self.without.iter().filter(|(_, count)| count - self.acceptable == most);
        Some((who.map(|(party, _)| *party).collect(), most))
    }
}

/// `part` in percent of `whole`; 0 of nothing.
#[must_use]
pub fn percent(part: u64, whole: u64) -> Rational {
    let number = |count: u64| Rational::from_integer(count.into());
    if whole == 0 { integer(0) } else { number(part) * integer(100) / number(whole) }
}

/// Measures the zone of a table. Setting `flag` ends it early, as `deadline` does, with what is known by then.
#[must_use]
pub fn zone(circumstances: &Circumstances<'_>, deadline: Option<Instant>, flag: &AtomicBool) -> Zone {
    let question = Question { world: circumstances.world, deadline, ..Question::new(Objective::Fair) };
    let floors: Vec<(PartyId, Floor)> =
        circumstances.table.parties.keys().map(|party| (party, floor(circumstances, party))).collect();
    Zone {
        best: solve(circumstances, &question, flag),
        counts: objections(circumstances, &Stop::new(flag, deadline))
            .map(|tally| count(circumstances, &floors, &tally)),
        floors,
    }
}

fn floor(circumstances: &Circumstances<'_>, party: PartyId) -> Floor {
    if circumstances.yardsticks[party].is_indifferent() {
        return Floor::Indifferent;
    }
    match (circumstances.no_deal_score(party), circumstances.table.parties[party].attendance) {
        (None, _) => Floor::Unknown,
        (Some(_), Attendance::Needed) => Floor::Needed,
        (Some(_), Attendance::MayStayOut) => Floor::MayStayOut,
    }
}

fn count(circumstances: &Circumstances<'_>, floors: &[(PartyId, Floor)], tally: &Objections) -> ZoneCounts {
    let which = |wanted: &[Floor]| -> Vec<PartyId> {
        floors.iter().filter(|(_, floor)| wanted.contains(floor)).map(|(party, _)| *party).collect()
    };
    let needed = which(&[Floor::Needed]);
    let others = |party: PartyId| -> Vec<PartyId> { needed.iter().copied().filter(|other| *other != party).collect() };
    let groups = circumstances.table.table().groups().into_iter();
    let judging = which(&[Floor::Needed, Floor::MayStayOut]).into_iter();
    ZoneCounts {
        packages: tally.packages,
        within_rules: tally.within_rules,
        acceptable: tally.all_can_live_with(&needed),
        groups: groups.map(|(name, parties)| (name.to_owned(), tally.all_can_live_with(&parties))).collect(),
        parties: judging.map(|party| (party, tally.all_can_live_with(&[party]))).collect(),
        without: needed.iter().map(|party| (*party, tally.all_can_live_with(&others(*party)))).collect(),
    }
}
