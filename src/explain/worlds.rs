//! What a package comes to in every world: both branches of what is agreed on condition.

use std::collections::BTreeMap;
use std::iter;

use itertools::Itertools as _;
use num_traits::{One as _, Zero as _};

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
    /// Those of them whose probabilities leave something over, which is counted for the base world.
    pub left_to_base: Vec<PartyId>,
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
    let leaves = |party: &PartyId| table.parties[*party].probabilities.values().sum::<Rational>() < Rational::one();
    let left_to_base = expected.keys().copied().filter(leaves).collect();
    InWorlds { expected, left_to_base, conditional, worlds }
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

/// The gain that a party expects by its own probabilities; the base world gets what they leave over.
fn expected(id: PartyId, party: &Party, worlds: &[InWorld]) -> Option<Rational> {
    let stated: Rational = party.probabilities.values().sum();
    if party.probabilities.is_empty() || Rational::one() < stated {
        return None;
    }
    let left_over = Rational::one() - &stated;
    let names_base = party.probabilities.contains_key(&WorldId::BASE);
    if names_base && !left_over.is_zero() {
        return None;
    }
    let chance = |world: WorldId| match party.probabilities.get(&world) {
        Some(chance) => chance.clone(),
        None if world == WorldId::BASE => left_over.clone(),
        None => Rational::zero(),
    };
    let weighed = worlds.iter().map(|in_world| Some(in_world.assessment.parties[id].gain()? * chance(in_world.world)));
    weighed.sum()
}
