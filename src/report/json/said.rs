//! What parties said of packages, and the card behind a change, as JSON.

use serde::Serialize;

use super::package::{Choice, choices};
use super::show::support;
use super::{Ordered, line};
use crate::analysis::{Clear, Contradiction, Kept, Live};
use crate::domain::{Package, PartyId, Rational, Reaction, Table, WorldId, nearest_f64};
use crate::report::said::told_reactions;
use crate::session::{Card, Reacted, ReactionsOf};
use crate::valuation::{Circumstances, assess};

/// What a party said last of exactly the choices beside which it stands.
#[derive(Debug, Serialize)]
pub(super) struct SaidJson {
    party: String,
    step: &'static str,
    /// The interest that it was said for.
    because: Option<String>,
    words: Option<String>,
}

/// What was said last of exactly these choices.
pub(super) fn said(table: &Table, package: &Package) -> Vec<SaidJson> {
    table.narrative.said_of(package).into_iter().map(|said| one(table, said)).collect()
}

/// The parties whose last word on exactly these choices is a no.
pub(super) fn spoken_no(table: &Table, package: &Package) -> Vec<String> {
    table.narrative.spoken_no(package).into_iter().map(|said| table.parties[said.party].id.clone()).collect()
}

fn one(table: &Table, said: &Reaction) -> SaidJson {
    SaidJson {
        party: table.parties[said.party].id.clone(),
        step: support(said.support),
        because: said.interest.map(|interest| table.interests[interest].id.clone()),
        words: said.because.as_ref().map(|text| text.get(table.language).to_owned()),
    }
}

#[derive(Serialize)]
struct ReactionsJson<'a> {
    table: &'a str,
    reactions: Vec<ReactionJson>,
}

#[derive(Serialize)]
struct ReactionJson {
    #[serde(flatten)]
    said: SaidJson,
    package: Option<String>,
    choices: Ordered<Choice>,
    /// Whether it is the party's last word on the package.
    last: bool,
}

/// What parties said of packages as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn reactions_json(table: &Table, of: ReactionsOf) -> Result<String, serde_json::Error> {
    let last = table.narrative.last_words();
    let reaction = |said: &Reaction| ReactionJson {
        said: one(table, said),
        package: table.narrative.name_of(&said.package).map(str::to_owned),
        choices: choices(table, &said.package),
        last: last.iter().any(|last| std::ptr::eq(*last, said)),
    };
    line(&ReactionsJson { table: &table.id, reactions: told_reactions(table, of).into_iter().map(reaction).collect() })
}

/// A no that offers keep clear of.
#[derive(Debug, Serialize)]
pub(super) struct ClearJson {
    #[serde(flatten)]
    said: SaidJson,
    package: Option<String>,
    choices: Ordered<Choice>,
}

pub(super) fn clear(table: &Table, clear: &Clear) -> ClearJson {
    ClearJson {
        said: one(table, &clear.no),
        package: table.narrative.name_of(&clear.no.package).map(str::to_owned),
        choices: choices(table, &clear.no.package),
    }
}

/// How an offer keeps clear of a no.
#[derive(Debug, Serialize)]
pub(super) struct KeptJson {
    party: String,
    package: Option<String>,
    /// What the refused package and this one do for the interest that the no was said for.
    because: Option<String>,
    on_interest: Option<[f64; 2]>,
    /// What the others gain from the refused package, and from this one.
    others: Ordered<[f64; 2]>,
}

pub(super) fn kept(circumstances: &Circumstances<'_>, clear: &Clear, offer: &Package) -> KeptJson {
    let table = circumstances.table.table();
    let on_interest = clear.on_interest(circumstances, offer);
    KeptJson {
        party: table.parties[clear.no.party].id.clone(),
        package: table.narrative.name_of(&clear.no.package).map(str::to_owned),
        because: clear.no.interest.map(|interest| table.interests[interest].id.clone()),
        on_interest: on_interest.map(|both| both.each_ref().map(nearest_f64)),
        others: gains(table, &clear.kept_for_others(circumstances, offer)),
    }
}

fn gains(table: &Table, kept: &[Kept]) -> Ordered<[f64; 2]> {
    let one = |kept: &Kept| (table.parties[kept.party].id.clone(), kept.gains.each_ref().map(nearest_f64));
    Ordered(kept.iter().map(one).collect())
}

/// What a change makes of the packages on the table. For the moderator only.
#[derive(Debug, Serialize)]
pub(in crate::report) struct CardJson {
    packages: Vec<LiveJson>,
    /// Whether the package that lifts the smallest gain most is another one now; `null` where that isn't known.
    advises_another: Option<bool>,
    ask_no_deal: Vec<String>,
    /// The positions of what was shown with a verdict that no longer holds, from 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stale: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct LiveJson {
    name: String,
    acceptable: [bool; 2],
    smallest_gain: [Option<f64>; 2],
    /// Who crossed its no-deal, with its gains before and after.
    crossed: Ordered<[f64; 2]>,
    spoken_no: Vec<String>,
    /// What was said before it became worth something else to who said it.
    said_before: Vec<SaidJson>,
}

pub(in crate::report) fn card(table: &Table, card: &Card) -> CardJson {
    let live = |live: &Live| LiveJson {
        name: live.name.clone(),
        acceptable: live.acceptable,
        smallest_gain: live.smallest.each_ref().map(|gain| gain.as_ref().map(nearest_f64)),
        crossed: gains(table, &live.crossed),
        spoken_no: spoken_no(table, &live.package),
        said_before: live.said_before.iter().map(|said| one(table, said)).collect(),
    };
    CardJson {
        packages: card.packages.iter().map(live).collect(),
        advises_another: card.advises_another,
        stale: card.stale.clone(),
        ask_no_deal: card.ask_again.iter().map(|party| table.parties[*party].id.clone()).collect(),
    }
}

/// What follows a reaction.
#[derive(Debug, Serialize)]
pub(in crate::report) struct ReactedJson {
    #[serde(flatten)]
    said: SaidJson,
    package: String,
    /// What the party gains from the package by the numbers.
    gain: Option<f64>,
    /// Whether the party says no where the numbers say that it could live with the package, or the other way round.
    against_numbers: Option<bool>,
    /// Two reactions that rank packages against the party's own scores.
    mirror: Option<MirrorJson>,
}

#[derive(Debug, Serialize)]
struct MirrorJson {
    liked: Option<String>,
    disliked: Option<String>,
    steps: [&'static str; 2],
    scores: [f64; 2],
    interest: String,
    effects: [f64; 2],
}

/// What follows a reaction; `None` if nothing was said.
pub(in crate::report) fn reacted(table: &Table, reacted: &Reacted) -> Option<ReactedJson> {
    let named = &table.narrative.packages[reacted.package];
    let said = table.narrative.last_word(reacted.party, &named.package)?;
    let gain = gain(table, reacted.party, &named.package);
    let is_below = |gain: &Rational| *gain < Rational::default();
    Some(ReactedJson {
        said: one(table, said),
        package: named.id.clone(),
        against_numbers: gain.as_ref().map(|gain| said.support.is_no() != is_below(gain)),
        gain: gain.as_ref().map(nearest_f64),
        mirror: reacted.against.as_ref().map(|against| mirror(table, against)),
    })
}

fn gain(table: &Table, party: PartyId, package: &Package) -> Option<Rational> {
    assess(&Circumstances::new(table.ready().ok()?, WorldId::BASE), package).parties[party].gain()
}

fn mirror(table: &Table, against: &Contradiction) -> MirrorJson {
    let name = |said: &Reaction| table.narrative.name_of(&said.package).map(str::to_owned);
    MirrorJson {
        liked: name(&against.liked),
        disliked: name(&against.disliked),
        steps: [support(against.liked.support), support(against.disliked.support)],
        scores: against.scores.each_ref().map(nearest_f64),
        interest: table.interests[against.interest].id.clone(),
        effects: against.effects.each_ref().map(nearest_f64),
    }
}
