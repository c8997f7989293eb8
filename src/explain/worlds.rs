//! What a package comes to in every world: both branches of what is agreed on condition.

use std::collections::BTreeMap;
use std::iter;

use itertools::Itertools as _;
use num_traits::{One as _, Signed as _, Zero as _};

use crate::domain::{OptionId, Package, Party, PartyId, Rational, Table, WorldId};
use crate::valuation::{Assessment, Circumstances, assess};

/// A package in every world.
#[derive(Clone, Debug, PartialEq)]
pub struct InWorlds {
    /// The conditional options that it takes, by issue name.
    pub conditional: Vec<OptionId>,
    /// What it comes to, the base world first, then by name.
    pub worlds: Vec<InWorld>,
    /// What each party expects to gain by its own probabilities; of parties whose probabilities say how likely every
    /// world is, and whose no-deal is known in each.
    pub expected: BTreeMap<PartyId, Rational>,
    /// Those of them whose probabilities leave something over, by the world that it is counted for.
    pub left_over: BTreeMap<WorldId, Vec<PartyId>>,
}

/// A package in one world.
#[derive(Clone, Debug, PartialEq)]
pub struct InWorld {
    /// Which one.
    pub world: WorldId,
    /// How it stands with everybody and everything.
    pub assessment: Assessment,
    /// What counts here in place of a conditional option, by issue name.
    pub instead: Vec<OptionId>,
}

/// Whether a package takes an option that holds only in some worlds.
#[must_use]
pub fn is_conditional(table: &Table, package: &Package) -> bool {
    package.options().any(|option| table.option(option).provision.is_some())
}

/// Looks at `package` in every world.
#[must_use]
pub fn in_worlds(circumstances: &Circumstances<'_>, package: &Package) -> InWorlds {
    let table = circumstances.table.table();
    let conditional = conditional(table, &[package]);
    let look = |world: WorldId| {
        let seen = circumstances.in_world(world);
        let instead = conditional.iter().map(|option| (option, seen.option_that_counts(*option)));
        let instead = instead.filter(|(option, counts)| *option != counts).map(|(_, counts)| counts).collect();
        InWorld { world, assessment: assess(&seen, package), instead }
    };
    let worlds: Vec<InWorld> = table.worlds_by_name().into_iter().map(look).collect();
    let expected = table.parties.iter_enumerated().filter_map(|(id, party)| Some((id, expected(id, party, &worlds)?)));
    let expected: BTreeMap<PartyId, Rational> = expected.collect();
    let mut left_over: BTreeMap<WorldId, Vec<PartyId>> = BTreeMap::new();
    for party in expected.keys() {
        if let Some((world, _)) = left_to(&table.parties[*party], &worlds).filter(|(_, chance)| !chance.is_zero()) {
            left_over.entry(world).or_default().push(*party);
        }
    }
    InWorlds { expected, left_over, conditional, worlds }
}

/// The conditional options that one hangs on, itself first: each falls back on the next.
#[must_use]
pub fn fallbacks(table: &Table, option: OptionId) -> Vec<OptionId> {
    let provision = |option: &OptionId| table.option(*option).provision.as_ref();
    // Tables have no circles of fallbacks.
    iter::successors(Some(option), |option| Some(provision(option)?.otherwise))
        .filter(|at| provision(at).is_some())
        .collect()
}

/// The conditional options that some packages take, each once, by issue name and then by name.
#[must_use]
pub fn conditional(table: &Table, packages: &[&Package]) -> Vec<OptionId> {
    let taken = packages.iter().flat_map(|package| package.options());
    let conditional = taken.filter(|option| table.option(*option).provision.is_some()).unique();
    conditional.sorted_by_key(|option| (&table.issues[option.issue].id, &table.option(*option).id)).collect()
}

/// The gain that a party expects by its own probabilities, if these say how likely every world is.
fn expected(id: PartyId, party: &Party, worlds: &[InWorld]) -> Option<Rational> {
    let (rest, left_over) = left_to(party, worlds)?;
    let chance = |world: WorldId| match party.probabilities.get(&world) {
        Some(chance) => chance.clone(),
        None if world == rest => left_over.clone(),
        None => Rational::zero(),
    };
    let weighed = worlds.iter().map(|in_world| Some(in_world.assessment.parties[id].gain()? * chance(in_world.world)));
    weighed.sum()
}

/// What a party's probabilities leave over, and the world that it is counted for: the base world, or if the party has said
/// how likely that is, the only one of which it hasn't. `None` if it has said nothing, or something is left over for several
/// worlds or none.
fn left_to(party: &Party, worlds: &[InWorld]) -> Option<(WorldId, Rational)> {
    let left_over = Rational::one() - party.probabilities.values().sum::<Rational>();
    if party.probabilities.is_empty() || left_over.is_negative() {
        return None;
    }
    let unnamed = worlds.iter().map(|of| of.world).filter(|world| !party.probabilities.contains_key(world));
    let unnamed: Vec<WorldId> = unnamed.collect();
    match unnamed[..] {
        _ if unnamed.contains(&WorldId::BASE) || left_over.is_zero() => Some((WorldId::BASE, left_over)),
        [only] => Some((only, left_over)),
        _ => None,
    }
}
