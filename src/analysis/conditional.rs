//! What a table could agree on condition of what others decide.
//!
//! Where an option works in some worlds and in no package that holds in all of them, the table need not give it up: it can
//! agree on it where it works, and on another option where it doesn't.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use itertools::Itertools as _;

use crate::domain::{
    Condition, Interaction, IssueKind, IssueOption, OptionId, Package, Party, PartyId, Provision, Rational, Rule,
    RuleForm, RuleId, Table, Text, WorldId, free_name,
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

impl Conditional {
    /// What counts in each world, the base world first.
    fn agreement(&self) -> Vec<OptionId> {
        let counts = |world: WorldId| if self.worlds.contains(&world) { self.option } else { self.otherwise };
        self.table.worlds.keys().map(counts).collect()
    }
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
    let is_elsewhere = |of: &Conditional| !of.worlds.contains(&WorldId::BASE);
    found.sort_by_cached_key(|of| (Reverse(of.leximin.clone()), is_elsewhere(of), name(of)));
    // "This if it rains, else that" and "that if it doesn't, else this" are one agreement.
    let mut agreements = BTreeSet::new();
    found.retain(|of| agreements.insert(of.agreement()));
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

/// Whether an issue has the option that is `option` in `worlds` and `otherwise` in the others already.
fn is_there(table: &Table, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> bool {
    on_condition(table, option).any(|there| {
        let provision = table.option(there).provision.as_ref();
        provision.is_some_and(|of| of.otherwise == otherwise && of.worlds.iter().sorted().eq(worlds.iter().sorted()))
    })
}

/// The options of an issue that are `option` on some condition.
pub(super) fn on_condition(table: &Table, option: OptionId) -> impl Iterator<Item = OptionId> {
    let does = &table.option(option).does;
    let all = table.issues[option.issue].options().iter().enumerate();
    let alike = all.filter(move |(_, other)| other.provision.is_some() && other.does == *does);
    alike.map(move |(at, _)| OptionId::new(option.issue, at))
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
        let best = found.max_by_key(|of| (of.leximin.clone(), Reverse(table.option(of.otherwise).id.clone())));
        best.filter(|best| !is_there(table, option, &worlds, best.otherwise))
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

/// The name of a new option that is `option` in some worlds: `4%-if`, or with a number behind it where that is taken.
fn conditional_name(table: &Table, option: OptionId) -> String {
    let options = table.issues[option.issue].options();
    free_name(&format!("{}-if", table.option(option).id), "", |name| options.iter().all(|other| other.id != name))
}

/// What is said of a new option besides what it does, because it is said of the options that are its branches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidAlike {
    /// The rules that count it as one of a set, by position.
    pub rules: Vec<RuleId>,
    /// The rules that it gets as one of its branches has them: the rule, and what it demands of the new option.
    pub own_rules: Vec<(RuleId, RuleForm)>,
    /// The conditions of ratifying bodies that count it as one of a set: the party, the body and the condition.
    pub conditions: Vec<(PartyId, usize, usize)>,
    /// The conditions that ratifying bodies get besides: the party, the body and the demand.
    pub own_conditions: Vec<(PartyId, usize, RuleForm)>,
}

/// What rules and ratifying bodies say of an option `added` that is one of `both`, each in its own worlds.
///
/// Rules that forbid or bind either branch bind it, and a rule that asks for one of a set is met only if both branches are
/// in the set.
#[must_use]
pub fn said_alike(table: &Table, both: [OptionId; 2], added: OptionId) -> SaidAlike {
    let mut said = SaidAlike::default();
    for (id, rule) in table.rules.iter_enumerated() {
        said.rules.extend(counts_too(&rule.form, both).then_some(id));
        said.own_rules.extend(bound_too(&rule.form, both, added).map(|form| (id, form)));
    }
    for (party, content) in table.parties.iter_enumerated() {
        for (body, at, form) in demands_at_home(content) {
            said.conditions.extend(counts_too(form, both).then_some((party, body, at)));
            said.own_conditions.extend(bound_too(form, both, added).map(|form| (party, body, form)));
        }
    }
    said
}

/// What the bodies of a party demand as rules do: the position of the body, of the condition, and the demand.
fn demands_at_home(party: &Party) -> impl Iterator<Item = (usize, usize, &RuleForm)> {
    let bodies = party.ratification.iter().enumerate();
    let conditions = bodies.flat_map(|(body, content)| content.conditions.iter().enumerate().map(move |of| (body, of)));
    conditions.filter_map(|(body, (at, condition))| match condition {
        Condition::Rule(form) => Some((body, at, form)),
        Condition::Score { .. } => None,
    })
}

/// The name of the rule that an option gets because another one has it.
#[must_use]
pub fn own_rule_name(table: &Table, rule: RuleId, option: &str) -> String {
    let is_free = |name: &str| table.rules.iter().all(|rule| rule.id != name);
    free_name(&format!("{} ({option})", table.rules[rule].id), " ", is_free)
}

/// The table with one option more: `option` in `worlds`, `otherwise` in the others.
///
/// The new option is as both of its branches where others speak of them: readings and what a world changes are those of
/// `option`, and for rules and ratifying bodies see [`said_alike`].
#[must_use]
pub fn with_conditional(table: &Table, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> (Table, OptionId) {
    let before = table;
    let mut table = table.clone();
    let added = add_option(&mut table, option, worlds, otherwise);
    read_alike(&mut table, option, added);
    let said = said_alike(before, [option, otherwise], added);
    for (party, body, at) in said.conditions {
        if let Condition::Rule(form) = &mut table.parties[party].ratification[body].conditions[at] {
            count_in(form, added);
        }
    }
    for (party, body, form) in said.own_conditions {
        table.parties[party].ratification[body].conditions.push(Condition::Rule(form));
    }
    for rule in said.rules {
        count_in(&mut table.rules[rule].form, added);
    }
    for (rule, form) in said.own_rules {
        let id = own_rule_name(&table, rule, &table.option(added).id);
        table.rules.push(Rule { id, form, ..before.rules[rule].clone() });
    }
    (table, added)
}

/// Adds the option to its issue.
fn add_option(table: &mut Table, option: OptionId, worlds: &[WorldId], otherwise: OptionId) -> OptionId {
    let id = conditional_name(table, option);
    let content = IssueOption {
        text: Text::from(&*id),
        id,
        provision: Some(Provision { worlds: worlds.to_vec(), otherwise, event: None, by: None }),
        in_reference: false,
        remarks: Default::default(),
        ..table.option(option).clone()
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

/// Whether a rule about a set of options counts one that is each of `both` in its own worlds.
fn counts_too(form: &RuleForm, both: [OptionId; 2]) -> bool {
    match form {
        RuleForm::AtMost(_, options) => both.iter().any(|option| options.contains(option)),
        RuleForm::AtLeast(_, options) => both.iter().all(|option| options.contains(option)),
        _ => false,
    }
}

/// Lets a rule about a set of options count one more.
fn count_in(form: &mut RuleForm, added: OptionId) {
    if let RuleForm::AtMost(_, options) | RuleForm::AtLeast(_, options) = form {
        options.push(added);
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
