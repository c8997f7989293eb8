//! What a table could agree on condition of what others decide.
//!
//! Where an option works in some worlds and in no package that holds in all of them, the table need not give it up: it can
//! agree on it where it works, and on another option where it doesn't.

use std::cmp::Reverse;
use std::sync::atomic::AtomicBool;

use crate::domain::{
    Condition, Interaction, IssueKind, IssueOption, OptionId, Package, PartyId, Provision, Rational, Rule, RuleForm,
    Table, WorldId,
};
use crate::optimize::{Answer, Objective, Question, is_possible, solve};
use crate::valuation::{Circumstances, assess};

/// How many conditional options are suggested.
pub(super) const MOST_SUGGESTED: usize = 2;

/// An option to agree on in some worlds, with what counts in the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Conditional {
    /// The option that no package takes which holds in every world.
    pub option: OptionId,
    /// The worlds in which some acceptable package takes it, the base world first.
    pub worlds: Vec<WorldId>,
    /// What counts in the other worlds.
    pub otherwise: OptionId,
    /// The table with the two as one option more.
    pub table: Table,
    /// The option that is added to it.
    pub added: OptionId,
    /// The package with it that lifts the smallest gain over all worlds most.
    pub package: Package,
    /// Its gains over all parties and worlds, the smallest first.
    pub leximin: Vec<Rational>,
}

/// What could be agreed on condition, best first, for options that work in some worlds only; each of `wanted` at most
/// once. `question` says what a package must keep; its worlds are all of them.
#[must_use]
pub fn conditionals(
    circumstances: &Circumstances<'_>,
    question: &Question,
    wanted: &[OptionId],
    flag: &AtomicBool,
) -> Vec<Conditional> {
    let question = Question { objective: Objective::Fair, robust: true, ..question.clone() };
    let search = Search { circumstances, question, flag };
    let mut found: Vec<Conditional> = wanted.iter().filter_map(|option| search.best_for(*option)).collect();
    let name = |of: &Conditional| {
        let table = circumstances.table.table();
        (table.issues[of.option.issue].id.clone(), table.option(of.option).id.clone())
    };
    found.sort_by_cached_key(|of| (Reverse(of.leximin.clone()), name(of)));
    found
}

/// What could be agreed on condition where no package holds in every world: on what is best in each of them.
#[must_use]
pub fn suggestions(circumstances: &Circumstances<'_>, question: &Question, flag: &AtomicBool) -> Vec<Conditional> {
    let mut wanted = Vec::new();
    for world in circumstances.table.table().worlds.keys() {
        let question = Question { objective: Objective::Fair, world, robust: false, ..question.clone() };
        let seen = circumstances.in_world(world);
        if let Ok(Answer::Proven(found)) = solve(&seen, &question, flag) {
            wanted.extend(found.package.options());
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut found = conditionals(circumstances, question, &wanted, flag);
    found.truncate(MOST_SUGGESTED);
    found
}

/// The gains of a package over all parties and worlds, the smallest first.
#[must_use]
pub fn leximin_over_worlds(
    circumstances: &Circumstances<'_>,
    without: Option<PartyId>,
    package: &Package,
) -> Vec<Rational> {
    let mut gains = Vec::new();
    for world in circumstances.table.table().worlds.keys() {
        let assessment = assess(&circumstances.in_world(world), package);
        let staying = assessment.parties.iter_enumerated().filter(|(party, _)| without != Some(*party));
        gains.extend(staying.filter_map(|(_, party)| party.gain()));
    }
    gains.sort();
    gains
}

struct Search<'a> {
    circumstances: &'a Circumstances<'a>,
    question: Question,
    flag: &'a AtomicBool,
}

impl Search<'_> {
    fn best_for(&self, option: OptionId) -> Option<Conditional> {
        let table = self.circumstances.table.table();
        if table.issues[option.issue].parked || table.option(option).provision.is_some() {
            return None;
        }
        let works = |world: &WorldId| {
            let question = Question { world: *world, robust: false, ..self.question.clone() };
            self.is_possible_with(&question, option) == Some(true)
        };
        let worlds: Vec<WorldId> = table.worlds.keys().filter(works).collect();
        if worlds.is_empty() {
            return None;
        }
        let others = (0..table.issues[option.issue].options().len()).map(|at| OptionId::new(option.issue, at));
        let others = others.filter(|other| *other != option && table.option(*other).provision.is_none());
        let found = others.filter_map(|otherwise| self.with(option, &worlds, otherwise));
        // Of equals the first by name, so that the order of entry doesn't count.
        found.max_by_key(|of| (of.leximin.clone(), Reverse(table.option(of.otherwise).id.clone())))
    }

    fn is_possible_with(&self, question: &Question, option: OptionId) -> Option<bool> {
        is_possible(&self.circumstances.in_world(question.world), &question.taking(option), self.flag)
    }

    fn with(&self, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> Option<Conditional> {
        let (table, added) = with_conditional(self.circumstances.table.table(), option, worlds, otherwise);
        let (package, leximin) = {
            let circumstances = Circumstances::new(table.ready().ok()?, WorldId::BASE).without(self.question.without);
            let question = self.question.taking(added);
            if is_possible(&circumstances, &question, self.flag) != Some(true) {
                return None; // Why there is none takes far longer to say, and nobody asks.
            }
            let Ok(Answer::Proven(found)) = solve(&circumstances, &question, self.flag) else { return None };
            let leximin = leximin_over_worlds(&circumstances, question.without, &found.package);
            (found.package, leximin)
        };
        Some(Conditional { option, worlds: worlds.to_vec(), otherwise, table, added, package, leximin })
    }
}

/// The table with one option more: `option` in `worlds`, `otherwise` in the others.
///
/// The new option is as both of its branches where others speak of them: readings and what a world changes are those of
/// `option`, rules that forbid or bind either branch bind it, and a rule that asks for one of a set is met only if both
/// branches are in the set.
#[must_use]
pub fn with_conditional(table: &Table, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> (Table, OptionId) {
    let mut table = table.clone();
    let both = [option, otherwise];
    let added = add_option(&mut table, option, worlds, otherwise);
    read_alike(&mut table, option, added);
    let conditions = table.parties.iter_mut().flat_map(|party| &mut party.ratification);
    for condition in conditions.flat_map(|body| &mut body.conditions) {
        if let Condition::Rule(form) = condition {
            widen(form, both, added);
        }
    }
    let mut rules = Vec::new();
    for rule in &mut table.rules {
        widen(&mut rule.form, both, added);
        let id = format!("{} ({})", rule.id, added.position());
        rules.extend(bound_too(&rule.form, both, added).map(|form| Rule { id, form, ..rule.clone() }));
    }
    table.rules.extend(rules);
    (table, added)
}

/// Adds the option to its issue.
fn add_option(table: &mut Table, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> OptionId {
    let [first, second] = [option, otherwise].map(|id| table.option(id).clone());
    let content = IssueOption {
        id: format!("{}|{}", first.id, second.id),
        provision: Some(Provision { worlds: worlds.to_vec(), otherwise, event: None, by: None }),
        in_reference: false,
        remarks: Default::default(),
        ..first
    };
    let added = OptionId::new(option.issue, table.issues[option.issue].options().len());
    if let IssueKind::Choice(options) = &mut table.issues[option.issue].kind {
        options.push(content);
    }
    added
}

/// Gives the new option what worlds, parties and other options make of `option`.
fn read_alike(table: &mut Table, option: OptionId, added: OptionId) {
    for world in &mut table.worlds {
        if let Some(change) = world.options.get(&option).cloned() {
            world.options.insert(added, change);
        }
    }
    for party in &mut table.parties {
        let own = party.readings.options.iter().filter(|((of, _), _)| *of == option);
        let own: Vec<_> = own.map(|((_, interest), effect)| ((added, *interest), effect.clone())).collect();
        party.readings.options.extend(own);
    }
    let like = |of: OptionId| if of == option { added } else { of };
    let again = table.interactions.iter().filter(|of| [of.first, of.second].contains(&option)).cloned();
    let again: Vec<_> = again.map(|of| Interaction { first: like(of.first), second: like(of.second), ..of }).collect();
    table.interactions.extend(again);
}

/// Lets a rule about sets of options count the new one.
fn widen(form: &mut RuleForm, both: [OptionId; 2], added: OptionId) {
    match form {
        RuleForm::AtMost(_, options) if both.iter().any(|option| options.contains(option)) => options.push(added),
        RuleForm::AtLeast(_, options) if both.iter().all(|option| options.contains(option)) => options.push(added),
        _ => {}
    }
}

/// What a rule about one option of a branch demands of the new one.
fn bound_too(form: &RuleForm, both: [OptionId; 2], added: OptionId) -> Option<RuleForm> {
    match form {
        RuleForm::Forbid(option) if both.contains(option) => Some(RuleForm::Forbid(added)),
        RuleForm::Requires(option, other) if both.contains(option) => Some(RuleForm::Requires(added, *other)),
        RuleForm::Excludes(option, other) if both.contains(option) => Some(RuleForm::Excludes(added, *other)),
        RuleForm::Excludes(other, option) if both.contains(option) => Some(RuleForm::Excludes(*other, added)),
        _ => None,
    }
}
