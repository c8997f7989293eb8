//! Who negotiates, what weighs how much for them, and what they have without an agreement.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools as _;
use num_traits::Zero as _;

use super::{
    Curve, InterestId, IssueId, Level, Openness, OptionId, Package, RatifyingBody, Rational, SpokenAnswer, Text,
    WorldId, integer,
};

/// Someone whose agreement is needed, or who may stay out.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The name used in files and commands.
    pub id: String,
    /// The name for people.
    pub name: Text,
    /// The part it plays, without the name of a real organisation: what people are shown in place of the name.
    pub role: Option<Text>,
    /// Parties with the same group speak together, such as `unions`.
    pub group: Option<String>,
    /// Whether there is an agreement without this party.
    pub attendance: Attendance,
    /// What it demands, word for word; never scored.
    pub positions: Vec<Text>,
    /// How much each interest weighs for it.
    pub weights: Weights,
    /// Where it judges an effect otherwise than the table does.
    pub readings: Reading,
    /// What it has without an agreement.
    pub no_deal: Option<NoDeal>,
    /// Who at home must say yes.
    pub ratification: Vec<RatifyingBody>,
    /// What its negotiators may decide, per issue.
    pub mandates: BTreeMap<IssueId, Text>,
    /// Its levels (board, management, professionals) and whether each says yes.
    pub levels: Vec<Level>,
    /// Its legal form.
    pub legal_form: Option<Text>,
    /// How likely it holds each world to come true; shown, never optimised.
    pub probabilities: BTreeMap<WorldId, Rational>,
    /// Who may see what of it.
    pub openness: Openness,
    /// Private instructions for whoever plays this party.
    pub briefing: Option<Text>,
    /// What it answers when asked, in training.
    pub answers: Vec<SpokenAnswer>,
    /// How well it is established that an interest is its own; one that isn't named is assumed.
    pub said: BTreeMap<InterestId, Said>,
    /// What it answered in the interview, word for word, by question; empty where a question was passed over.
    pub interview: BTreeMap<String, Text>,
    /// Whether it recognised what its weights mean for the issues.
    pub weights_confirmed: bool,
}

/// Whether a party was heard to have an interest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Heard {
    /// Others think so, or it was heard in an answer.
    #[default]
    Assumed,
    /// The party itself said that it is so.
    Confirmed,
}

/// How well it is established that an interest is a party's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Whether the party confirmed it.
    pub status: Heard,
    /// Who said so, where it isn't the party as such.
    pub by: Option<Text>,
}

impl Party {
    /// What it is called where there is room for a few words: its role, or else its name.
    #[must_use]
    pub fn called(&self) -> &Text {
        self.role.as_ref().unwrap_or(&self.name)
    }

    /// A party of which nothing is known but its name.
    #[must_use]
    pub fn named(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: Text::from(id),
            role: None,
            group: None,
            attendance: Attendance::Needed,
            positions: Vec::new(),
            weights: Weights::Numbers(BTreeMap::new()),
            readings: Reading::default(),
            no_deal: None,
            ratification: Vec::new(),
            mandates: BTreeMap::new(),
            levels: Vec::new(),
            legal_form: None,
            probabilities: BTreeMap::new(),
            openness: Openness::default(),
            briefing: None,
            answers: Vec::new(),
            said: BTreeMap::new(),
            interview: BTreeMap::new(),
            weights_confirmed: false,
        }
    }

    /// Every interest that is held to be its own: what it weighs and what it was heard to name.
    #[must_use]
    pub fn interests(&self) -> BTreeSet<InterestId> {
        self.weights.values().into_keys().chain(self.said.keys().copied()).collect()
    }

    /// Whether it confirmed that an interest is its own.
    #[must_use]
    pub fn confirmed(&self, interest: InterestId) -> bool {
        self.said.get(&interest).is_some_and(|said| said.status == Heard::Confirmed)
    }
}

/// Whether an agreement needs a party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attendance {
    /// No agreement without it.
    #[default]
    Needed,
    /// The others may agree without it; it sets no floor.
    MayStayOut,
}

/// How much each interest weighs for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Numbers `>= 0`, on any scale.
    Numbers(BTreeMap<InterestId, Rational>),
    /// The most important first; interests of one rank weigh the same.
    Ranking(Vec<Vec<InterestId>>),
    /// From the least to the most that each weighs; a number is a range of one point.
    Ranges(BTreeMap<InterestId, [Rational; 2]>),
}

impl Weights {
    /// The weight of each interest that is named.
    ///
    /// A ranking gets rank-order-centroid weights: of `n` interests the one at rank `r` weighs
    /// `(1/r + ... + 1/n) / n`, the mean over all weights that respect the order (Barron and Barrett 1996); interests
    /// of one rank share the mean of the ranks they fill. Of a range the middle counts.
    #[must_use]
    pub fn values(&self) -> BTreeMap<InterestId, Rational> {
        match self {
            Self::Numbers(weights) => weights.clone(),
            Self::Ranking(ranks) => rank_order_centroid(ranks),
            Self::Ranges(ranges) => {
                let middle = |[low, high]: &[Rational; 2]| (low + high) / integer(2);
                ranges.iter().map(|(interest, range)| (*interest, middle(range))).collect()
            }
        }
    }

    /// Whether they leave open how much some interest weighs: a ranking of two ranks or more, or a range.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Numbers(_) => false,
            Self::Ranking(ranks) => ranks.len() > 1,
            Self::Ranges(ranges) => ranges.values().any(|[low, high]| low != high),
        }
    }

    /// The sum of all weights.
    #[must_use]
    pub fn total(&self) -> Rational {
        self.values().into_values().sum()
    }
}

fn rank_order_centroid(ranks: &[Vec<InterestId>]) -> BTreeMap<InterestId, Rational> {
    let count: usize = ranks.iter().map(Vec::len).sum();
    let centroid = |rank: usize| -> Rational {
        (rank..=count).map(|j| integer(1) / integer((j * count) as i64)).fold(Rational::zero(), |sum, term| sum + term)
    };
    let mut first = 1;
    let mut weights = BTreeMap::new();
    for rank in ranks {
        let filled: Rational = (first..first + rank.len()).map(centroid).sum();
        let share = filled / integer(rank.len().max(1) as i64);
        weights.extend(rank.iter().map(|interest| (*interest, share.clone())));
        first += rank.len();
    }
    weights
}

/// Effects that a party judges otherwise than the table; these count for that party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Its own effect of an option on an interest.
    pub options: BTreeMap<(OptionId, InterestId), Rational>,
    /// Its own curve of an amount for an interest.
    pub amounts: BTreeMap<(IssueId, InterestId), Curve>,
}

/// What a party has without an agreement (BATNA), and what that is worth to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDeal {
    /// What it is worth.
    pub value: NoDealValue,
    /// Why, in words.
    pub reason: Option<Text>,
    /// How sure the party is, in points of its score.
    pub range: Option<NoDealRange>,
}

/// What no deal is worth, in one of four forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDealValue {
    /// What happens to each interest; an interest that isn't named sees no change.
    Effects(BTreeMap<InterestId, Rational>),
    /// A package that the party would just live with; it need not keep the rules.
    Package(Package),
    /// Everything stays as it is.
    Today,
    /// A bare score: rough, since nothing says where it comes from.
    Score(Rational),
}

/// A no-deal score with its uncertainty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDealRange {
    /// At worst.
    pub low: Rational,
    /// Most likely.
    pub likely: Rational,
    /// At best.
    pub high: Rational,
}

impl NoDealRange {
    /// Whether the three numbers are in order.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        [&self.low, &self.likely, &self.high].iter().tuple_windows().all(|(a, b)| a <= b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ranking_weighs_by_rank_order_centroids() {
        let id = InterestId::from;
        let ranking = Weights::Ranking(vec![vec![id(0)], vec![id(1), id(2)]]);
        let part = |above: i64| integer(above) / integer(36);
        // Ranks 1, 2, 3 of three weigh 22/36, 10/36 and 4/36; the tie shares the last two.
        assert_eq!(ranking.values(), BTreeMap::from([(id(0), part(22)), (id(1), part(7)), (id(2), part(7))]));
        assert_eq!(ranking.total(), integer(1));
    }
}
