//! What a change makes of the packages that are on the table: each before and after, who crossed a no-deal, and whose
//! no-deal must be asked again.

use std::collections::BTreeMap;

use num_traits::Zero as _;

use crate::domain::{
    Curve, InterestId, Issue, IssueKind, NamedPackage, Package, PartyId, Rational, Reaction, Table, WorldId,
};
use crate::valuation::{Assessment, Circumstances, assess};

/// What everybody else gained from a package and gains from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Who.
    pub party: PartyId,
    /// From the one, and from the other.
    pub gains: [Rational; 2],
}

/// A named package before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Its name.
    pub name: String,
    /// Its choices, as the table has them now.
    pub package: Package,
    /// Whether it was acceptable by the numbers, and is.
    pub acceptable: [bool; 2],
    /// Whether what everybody has without a deal was known, and is: without that nobody knows whether all can live with it.
    pub known: [bool; 2],
    /// The smallest known gain before and after.
    pub smallest: [Option<Rational>; 2],
    /// Who was at or above no deal and is below it now, or the other way round, by name; with the gains.
    pub crossed: Vec<Kept>,
    /// What was said of it by parties to whom it is worth something else now.
    pub said_before: Vec<Reaction>,
}

impl Live {
    /// Whether it can be agreed where it couldn't or the other way round, or leaves whoever gains least at something else.
    #[must_use]
    pub fn stands_otherwise(&self) -> bool {
        self.acceptable[0] != self.acceptable[1] || self.smallest[0] != self.smallest[1]
    }
}

/// Every package that both tables know by the same name, in the order of the table, in the base world. Nothing where
/// either can't be scored.
#[must_use]
pub fn live_packages(before: &Table, after: &Table) -> Vec<Live> {
    let (Ok(was), Ok(is)) = (before.ready(), after.ready()) else { return Vec::new() };
    let (was, is) = (Circumstances::new(was, WorldId::BASE), Circumstances::new(is, WorldId::BASE));
    let known = |named: &NamedPackage| before.narrative.packages.iter().find(|other| other.id == named.id);
    let live = after.narrative.packages.iter().filter_map(|named| {
        let assessments = [assess(&was, &known(named)?.package), assess(&is, &named.package)];
        Some(live(before, after, named, &assessments))
    });
    live.collect()
}

fn live(before: &Table, after: &Table, named: &NamedPackage, assessments: &[Assessment; 2]) -> Live {
    let [was, is] = assessments;
    let moves = |party: PartyId| {
        let old = before.party_named(&after.parties[party].id)?;
        Some((party, [was.parties[old].gain(), is.parties[party].gain()])).filter(|(_, [was, is])| was != is)
    };
    let moved: Vec<(PartyId, [Option<Rational>; 2])> = after.parties_by_name().into_iter().filter_map(moves).collect();
    let crossed = moved.iter().filter_map(|(party, gains)| {
        let [Some(was), Some(is)] = gains else { return None };
        let sides = [was, is].map(|gain| *gain < Rational::zero());
        (sides[0] != sides[1]).then(|| Kept { party: *party, gains: [was.clone(), is.clone()] })
    });
    let said = after.narrative.said_of(&named.package).into_iter();
    let said = said.filter(|said| moved.iter().any(|(party, _)| *party == said.party));
    Live {
        name: named.id.clone(),
        package: named.package.clone(),
        acceptable: [was.is_acceptable(), is.is_acceptable()],
        known: [was, is].map(|of| of.parties.iter().all(|party| party.score.is_none() || party.no_deal.is_some())),
        smallest: [was.smallest_gain(), is.smallest_gain()],
        crossed: crossed.collect(),
        said_before: said.cloned().collect(),
    }
}

/// The parties, by name, whose weights or effects changed since they said what they have without a deal, so that they must
/// be asked again whether it is still worth that. What is new on the table doesn't count, nor a no-deal that was itself
/// changed.
#[must_use]
pub fn no_deals_to_ask_again(before: &Table, after: &Table) -> Vec<PartyId> {
    let is_asked = |party: &PartyId| {
        let content = &after.parties[*party];
        let Some(old) = before.party_named(&content.id) else { return false };
        let stands = content.no_deal.is_some() && before.parties[old].no_deal.is_some();
        let worth = |table: &Table, party: PartyId| table.parties[party].no_deal.as_ref().map(|of| of.value.clone());
        stands && worth(before, old) == worth(after, *party) && judges_otherwise(before, old, after, *party)
    };
    after.parties_by_name().into_iter().filter(is_asked).collect()
}

fn judges_otherwise(before: &Table, old: PartyId, after: &Table, party: PartyId) -> bool {
    let weights = |table: &Table, party: PartyId| -> BTreeMap<String, Rational> {
        let total = table.parties[party].weights.total();
        let weights = table.parties[party].weights.values().into_iter().filter(|(_, weight)| !weight.is_zero());
        weights.map(|(interest, weight)| (table.interests[interest].id.clone(), weight / &total)).collect()
    };
    let weighed = weights(after, party);
    if weights(before, old) != weighed {
        return true;
    }
    let (was, is) = (effects(before, old, &weighed), effects(after, party, &weighed));
    is.iter().any(|(what, effects)| was.get(what).is_some_and(|before| before != effects))
}

/// What an option, an amount or a share does for interests.
#[derive(Debug, PartialEq)]
enum Worth {
    Fixed(Rational),
    Curve(Curve),
}

/// Per issue and option or recipient, by name, what it does for the interests that a party weighs, as it reads them.
fn effects(
    table: &Table,
    party: PartyId,
    weighed: &BTreeMap<String, Rational>,
) -> BTreeMap<(String, String), BTreeMap<String, Worth>> {
    let Ok(ready) = table.ready() else { return BTreeMap::new() };
    let circumstances = Circumstances::new(ready, WorldId::BASE);
    let name = |interest: InterestId| table.interests[interest].id.clone();
    let is_weighed = |interest: &InterestId| weighed.contains_key(&table.interests[*interest].id);
    let mut all = BTreeMap::new();
    for (issue, content) in table.issues.iter_enumerated() {
        let curves = |of: Vec<(InterestId, Curve)>| {
            of.into_iter().map(|(interest, curve)| (name(interest), Worth::Curve(curve))).collect()
        };
        match &content.kind {
            IssueKind::Choice(options) => {
                for (option, id) in named_options(content).zip(options.iter().map(|option| &option.id)) {
                    let effects = circumstances.effects(party, issue, &option).into_iter();
                    let effects = effects.filter(|(interest, value)| is_weighed(interest) && !value.is_zero());
                    let worth = effects.map(|(interest, value)| (name(interest), Worth::Fixed(value))).collect();
                    all.insert((content.id.clone(), id.clone()), worth);
                }
            }
            IssueKind::Quantity(_) => {
                let effects = circumstances.amount_effects(party, issue).into_iter();
                let effects = effects.filter(|(interest, _)| is_weighed(interest)).collect();
                all.insert((content.id.clone(), String::new()), curves(effects));
            }
            IssueKind::Division(division) => {
                for recipient in &division.recipients {
                    let effects = recipient.does.effects.clone().into_iter();
                    let effects = effects.filter(|(interest, _)| is_weighed(interest)).collect();
                    all.insert((content.id.clone(), recipient.id.clone()), curves(effects));
                }
            }
        }
    }
    all
}

/// Every option of an issue, in the order of the table.
fn named_options(issue: &Issue) -> impl Iterator<Item = crate::domain::Decision> {
    (0..issue.options().len()).filter_map(|at| u16::try_from(at).ok()).map(crate::domain::Decision::Option)
}
