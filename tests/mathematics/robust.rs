//! Packages that hold in every world, and packages without a party, against brute force on random small tables.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::by_definition::has_no_answer;
use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, demand, entangled, question};
use itertools::Itertools as _;
use tafel::domain::{Attendance, Package, PartyId, Rational, Table, WorldId, integer};
use tafel::optimize::{Answer, Engine, Objective, Question, Reason, Refusal, Repair, Ties, solve, solve_with};
use tafel::valuation::Circumstances;

/// The table in every world at once, by the definitions.
pub(crate) struct Worlds<'a> {
    table: &'a Table,
    question: &'a Question,
    /// One per world, the base world first.
    oracles: Vec<Oracle<'a>>,
}

impl<'a> Worlds<'a> {
    /// All worlds where the question is about all, else the one that it is about.
    pub(crate) fn new(table: &'a Table, question: &'a Question) -> Self {
        let oracle = |world| Oracle::asked(table, &Question { world, ..question.clone() });
        let worlds = if question.robust { table.worlds.keys().collect() } else { vec![question.world] };
        Self { table, question, oracles: worlds.into_iter().map(oracle).collect() }
    }

    /// What each world says.
    pub(crate) fn oracles(&self) -> &[Oracle<'a>] {
        &self.oracles
    }

    /// Everything that a package must keep, in each world.
    pub(crate) fn reasons(&self) -> BTreeSet<Reason> {
        self.oracles[0].reasons(self.question)
    }

    /// Every package there is.
    pub(crate) fn packages(&self) -> &[Package] {
        &self.oracles[0].packages
    }

    /// Whether a package keeps everything in every world.
    pub(crate) fn allows(&self, package: &Package) -> bool {
        let reasons = self.oracles[0].reasons(self.question);
        self.oracles.iter().all(|oracle| reasons.iter().all(|reason| oracle.keeps(*reason, package)))
    }

    /// Packages that keep everything in every world.
    fn allowed(&self) -> Vec<&Package> {
        self.packages().iter().filter(|package| self.allows(package)).collect()
    }

    /// Per world, the gains of the parties by name.
    pub(crate) fn gains(&self, package: &Package) -> Vec<Vec<Rational>> {
        self.oracles.iter().map(|oracle| oracle.gains(package)).collect()
    }

    pub(crate) fn leximin(&self, package: &Package) -> Vec<Rational> {
        self.gains(package).concat().into_iter().sorted().collect()
    }

    /// What is compared, the most important first; `ideals` per world, as of [`Self::ideals`].
    pub(crate) fn objective(&self, package: &Package, ideals: &[Vec<Rational>]) -> Vec<Rational> {
        let gains = self.gains(package);
        let zero = integer(0);
        let worst_and_base = |values: Vec<Rational>| vec![values.iter().min().unwrap().clone(), values[0].clone()];
        let gaining = |world: usize| gains[world].iter().zip(&ideals[world]).filter(|(_, ideal)| **ideal > integer(0));
        match self.question.objective {
            Objective::Joint => worst_and_base(gains.iter().map(|gains| gains.iter().sum()).collect()),
            Objective::Fair => self.leximin(package),
            Objective::Best(party) => {
                worst_and_base(self.oracles.iter().map(|oracle| oracle.score(party, package).unwrap()).collect())
            }
            Objective::KalaiSmorodinsky => {
                let ratios = (0..gains.len()).flat_map(|world| gaining(world).map(|(gain, ideal)| gain / ideal));
                ratios.sorted().collect()
            }
            Objective::Nash => {
                let product = |world: usize| {
                    let negative = gaining(world).any(|(gain, _)| *gain < zero);
                    if negative { integer(-1) } else { gaining(world).map(|(gain, _)| gain).product::<Rational>() }
                };
                let counting = (0..gains.len()).filter(|world| gaining(*world).next().is_some());
                let worst = counting.map(product).min().unwrap_or_default();
                // A product over nobody is 1, whatever the package.
                vec![worst, product(0)]
            }
        }
    }

    /// Per world, the most that each gains in one of some packages.
    pub(crate) fn ideals(&self, allowed: &[&Package]) -> Vec<Vec<Rational>> {
        let gains: Vec<Vec<Vec<Rational>>> = allowed.iter().map(|package| self.gains(package)).collect();
        let ideal = |world: usize, at: usize| gains.iter().map(|gains| gains[world][at].clone()).max().unwrap();
        let Some(first) = gains.first() else { return Vec::new() };
        first.iter().enumerate().map(|(w, of)| (0..of.len()).map(|at| ideal(w, at)).collect()).collect()
    }

    /// What a reason alone would have to give, as much in every world, for there to be a package; nothing where that isn't
    /// enough, or isn't a matter of how much.
    fn gives(&self, reason: Reason) -> Option<Rational> {
        let others: Vec<Reason> = self.reasons().into_iter().filter(|other| *other != reason).collect();
        let keeps = |oracle: &Oracle<'_>, package: &Package| others.iter().all(|other| oracle.keeps(*other, package));
        // It gives in one way, not in one world this way and in another that.
        let one_way = |package: &&&Package| match reason {
            Reason::Rule(rule) => {
                let falls_short = |oracle: &&Oracle<'_>| oracle.shortfall(reason, package) > Some(integer(0));
                let excesses = self.oracles.iter().filter(falls_short).filter_map(|of| of.excess(rule, package));
                excesses.map(|excess| excess > integer(0)).all_equal()
            }
            _ => true,
        };
        let most = |package: &Package| {
            // In a world in which it says nothing, as to whom all is alike, it is kept.
            let missing = self.oracles.iter().filter(|oracle| !oracle.keeps(reason, package));
            let missing = missing.map(|oracle| oracle.shortfall(reason, package));
            missing.collect::<Option<Vec<Rational>>>()?.into_iter().max()
        };
        let allowed: Vec<&Package> =
            self.packages().iter().filter(|package| self.oracles.iter().all(|oracle| keeps(oracle, package))).collect();
        allowed.iter().filter(one_way).filter_map(|package| most(package)).min()
    }

    /// The best package, and the gain vectors that tie with it.
    fn answer(&self) -> Option<(Package, usize)> {
        let allowed = self.allowed();
        let ideals = self.ideals(&allowed);
        let key = |package: &&&Package| (self.objective(package, &ideals), self.leximin(package));
        let best = allowed.iter().map(|package| key(&package)).max()?;
        let compares = matches!(self.question.objective, Objective::Nash | Objective::KalaiSmorodinsky);
        let nobody = ideals.iter().flatten().all(|ideal| *ideal <= integer(0));
        if compares && (nobody || self.question.objective == Objective::Nash && best.0[0] <= integer(0)) {
            let question = Question { objective: Objective::Fair, ..self.question.clone() };
            return Worlds::new(self.table, &question).answer();
        }
        let equals = allowed.iter().filter(|package| key(package) == best);
        let first = equals.min_by_key(|package| self.oracles[0].names(package))?;
        let tied = allowed.iter().filter(|package| self.objective(package, &ideals) == best.0);
        let vectors: BTreeSet<_> = tied.map(|package| self.gains(package)).collect();
        Some(((*first).clone(), vectors.len()))
    }
}

/// What [`check`] has seen.
#[derive(Debug, Default)]
struct Seen {
    answered: u64,
    infeasible: u64,
    given: u64,
}

/// Holds what every engine answers against the definitions.
#[track_caller]
fn check(seed: u64, table: &Table, question: &Question, seen: &mut Seen) {
    let worlds = Worlds::new(table, question);
    let refused = has_no_answer(&worlds.oracles, question);
    let verdict = if refused { None } else { worlds.answer() };
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    for engine in [Engine::Enumeration, Engine::BranchAndBound, Engine::Bounds] {
        let context = format!("seed {seed}, {question:?}, {engine:?}");
        match (solve_with(&circumstances, question, &AtomicBool::new(false), engine), &verdict) {
            (Err(refusal), _) => assert!(refused, "{context}: {refusal:?}"),
            (Ok(Answer::Proven(found)), Some((package, tied))) => {
                assert_eq!(worlds.gains(&found.package), worlds.gains(package), "{context}");
                assert_eq!(found.package, *package, "{context}");
                let Ties::Listed { packages, complete } = found.ties else { panic!("{context}") };
                assert_eq!((packages.len(), complete), ((*tied).min(Ties::MOST), *tied <= Ties::MOST), "{context}");
                seen.answered += 1;
            }
            (Ok(Answer::Infeasible(conflict)), None) if !refused => {
                // Leaving out any one of the reasons, in all worlds, leaves a package.
                let without = |left_out: usize| {
                    let rest = conflict.reasons.iter().enumerate().filter(|(at, _)| *at != left_out);
                    let rest: Vec<_> = rest.map(|(_, reason)| *reason).collect();
                    let keeps = |p: &&Package| {
                        worlds.oracles.iter().all(|oracle| rest.iter().all(|reason| oracle.keeps(*reason, p)))
                    };
                    worlds.oracles[0].packages.iter().any(|package| keeps(&package))
                };
                assert!(conflict.reasons.iter().all(|reason| worlds.reasons().contains(reason)), "{context}");
                assert!(!without(usize::MAX), "{context}");
                assert!((0..conflict.reasons.len()).all(without), "{context}: {:?}", conflict.reasons);
                let amounts = conflict.repairs.iter().filter_map(|repair| match repair {
                    Repair::RuleGives { rule, amount, .. } => Some((Reason::Rule(*rule), amount.clone())),
                    Repair::NoDealGives { party, amount } => Some((Reason::NoDeal(*party), amount.clone())),
                    _ => None,
                });
                let expected = conflict.reasons.iter().filter_map(|reason| Some((*reason, worlds.gives(*reason)?)));
                let (amounts, expected) = (amounts.collect_vec(), expected.collect_vec());
                assert_eq!(amounts, expected, "{context}");
                seen.given += amounts.len() as u64;
                seen.infeasible += 1;
            }
            (answer, verdict) => panic!("{context}: {answer:?} against {verdict:?}"),
        }
    }
}

#[track_caller]
fn check_worlds(odd: u64) {
    let (mut seen, cases) = (Seen::default(), cases(500, 20));
    for seed in (0..cases).map(|at| 2 * at + odd) {
        let table = entangled(seed, Amounts::Stepped);
        let asked = question(&mut Random::new(seed + 1), &table);
        let question = Question { robust: true, floors: true, world: WorldId::BASE, ..asked };
        check(seed, &table, &question, &mut seen);
    }
    assert!(seen.answered > cases && 10 * seen.infeasible > cases && 10 * seen.given > cases, "{seen:?}");
}

#[test]
fn what_holds_in_every_world_is_what_the_definitions_say() {
    check_worlds(0);
}

/// The other half of the tables, so that two can be checked side by side.
#[test]
fn what_holds_in_every_world_is_so_on_other_tables_too() {
    check_worlds(1);
}

/// A party that stays out sets no floor, is asked nothing at home and counts in no objective, in one world as in all.
#[test]
fn without_a_party_the_others_decide() {
    let (mut seen, cases) = (Seen::default(), cases(1_000, 20));
    for seed in 0..cases {
        let mut table = entangled(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 1);
        let asked = question(&mut random, &table);
        let out = PartyId::from(random.below(table.parties.len()));
        let also = (0..random.below(3) / 2).map(|_| demand(&mut random, &table)).collect();
        let question = Question { without: Some(out), also, ..asked };
        let question = match random.one_in(3) {
            true => Question { robust: true, floors: true, world: WorldId::BASE, ..question },
            false => question,
        };
        table.parties[out].attendance = Attendance::Needed;
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        assert_eq!(solve(&circumstances, &question, &AtomicBool::new(false)), Err(Refusal::Needed(out)));
        table.parties[out].attendance = Attendance::MayStayOut;
        check(seed, &table, &question, &mut seen);
    }
    assert!(seen.answered > cases && 10 * seen.infeasible > cases, "{seen:?}");
}
