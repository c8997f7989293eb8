//! Reactions that say the opposite of the weights: what the mirror question is asked about.

use std::cmp::Reverse;

use crate::domain::{InterestId, PartyId, Rational, Reaction, Support};
use crate::valuation::{Circumstances, on_interest};

/// How many steps of the scale lie between two reactions of which one is clearly warmer.
const CLEARLY: i64 = 2;

/// Two reactions of a party that rank packages against its own scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Whose reactions.
    pub party: PartyId,
    /// The warmer one, to the package of the lower score.
    pub liked: Reaction,
    /// The cooler one, to the package of the higher score.
    pub disliked: Reaction,
    /// What its weights make of the two, in this order.
    pub scores: [Rational; 2],
    /// The interest on which the two packages differ most, as the party reads them; by name of equals.
    pub interest: InterestId,
    /// What the two do for it, in this order.
    pub effects: [Rational; 2],
}

/// The sharpest pair of a party's last words that ranks packages against its own scores: the one is clearly warmer, by two
/// steps or by a yes against a no, and its package scores lower. The sharpest is that of most steps, then of the largest
/// difference in score, then the first by what the packages are called. `None` if no pair does, or the party has no score.
#[must_use]
pub fn contradiction(circumstances: &Circumstances<'_>, party: PartyId) -> Option<Contradiction> {
    let narrative = &circumstances.table.table().narrative;
    let mut said: Vec<&Reaction> = narrative.last_words();
    said.retain(|said| said.party == party && said.support != Support::Unknown);
    said.sort_by_key(|said| (narrative.name_of(&said.package), &said.package));
    let pairs = said.iter().flat_map(|liked| said.iter().map(move |disliked| (*liked, *disliked)));
    let against = pairs.filter_map(|(liked, disliked)| {
        let steps = step(liked.support) - step(disliked.support);
        let is_clear = CLEARLY <= steps || !liked.support.is_no() && disliked.support.is_no();
        let scores = [liked, disliked].map(|said| circumstances.score(party, &said.package));
        let [Some(lower), Some(higher)] = scores else { return None };
        (is_clear && lower < higher)
            .then(|| (Reverse(steps), Reverse(&higher - &lower), liked, disliked, [lower, higher]))
    });
    let (_, _, liked, disliked, scores) = against.min_by_key(|(steps, apart, ..)| (*steps, apart.clone()))?;
    let (interest, effects) = differs_most(circumstances, party, liked, disliked)?;
    Some(Contradiction { party, liked: liked.clone(), disliked: disliked.clone(), scores, interest, effects })
}

/// The step of the scale, from 1 for no to 5 for wholeheartedly yes.
fn step(support: Support) -> i64 {
    match support {
        Support::No => 1,
        Support::NoUnless => 2,
        Support::Unknown | Support::YesWithQuestion => 3,
        Support::Yes => 4,
        Support::FullYes => 5,
    }
}

fn differs_most(
    circumstances: &Circumstances<'_>,
    party: PartyId,
    liked: &Reaction,
    disliked: &Reaction,
) -> Option<(InterestId, [Rational; 2])> {
    let table = circumstances.table.table();
    let effects =
        |interest: InterestId| [liked, disliked].map(|said| on_interest(circumstances, party, interest, &said.package));
    let interests = table.interests_by_name().into_iter().filter(|id| table.parties[party].interests().contains(id));
    let told = interests.map(|interest| (interest, effects(interest)));
    told.min_by_key(|(_, [one, other])| Reverse(num_traits::abs(one - other)))
}
