//! Which package is meant: by name, by objective, by number, or choice by choice.

use std::sync::atomic::AtomicBool;

use super::look::Look;
use super::lookup::Lookup;
use super::record::{self, Desk, quoted_package};
use super::response::{Called, Failure, Response};
use super::typed::Typed;
use super::{Outcome, Session, quote};
use crate::analysis::package_of;
use crate::diagnostic::{Code, Problem};
use crate::domain::{Decision, IssueId, Package, Ready, Table, WorldId};
use crate::explain::Subject;
use crate::optimize::{Answer, Objective, Question, after_part, solve};
use crate::table_file::Document;
use crate::valuation::Circumstances;

/// What stands for a package besides names and choices.
pub(super) const STAND_INS: [&str; 6] = ["today", "fair", "joint", "nash", "ks", "_"];

/// Whether a word stands for a package without being the name of one.
pub(super) fn stands_for_one(word: &str) -> bool {
    STAND_INS.contains(&word) || word.starts_with(['#', '_']) || word.starts_with("best:")
}

/// Whether a word decides on an issue. One that is called `best:` something goes before a party's best package.
pub(super) fn is_choice(table: &Table, word: &str) -> bool {
    let is_issue = |name: &str| table.issues.iter().any(|known| known.id.eq_ignore_ascii_case(name.trim()));
    word.split_once('=').is_some_and(|(name, _)| !word.starts_with("best:") || is_issue(name))
}

/// The objective that a word names.
pub(super) fn objective(lookup: Lookup<'_>, word: &str) -> Result<Objective, Problem> {
    match word.split_once(':') {
        Some(("best", party)) => lookup.party(party).map(Objective::Best),
        _ => named_objective(word)
            .ok_or_else(|| lookup.typed.unknown("objective", word, ["joint", "fair", "nash", "ks", "best:PARTY"])),
    }
}

fn named_objective(word: &str) -> Option<Objective> {
    Some(match word {
        "joint" => Objective::Joint,
        "fair" => Objective::Fair,
        "nash" => Objective::Nash,
        "ks" => Objective::KalaiSmorodinsky,
        _ => return None,
    })
}

/// The word that names an objective: what a person types for it.
#[must_use]
pub fn objective_word(table: &Table, objective: Objective) -> String {
    match objective {
        Objective::Joint => "joint".to_owned(),
        Objective::Fair => "fair".to_owned(),
        Objective::Nash => "nash".to_owned(),
        Objective::KalaiSmorodinsky => "ks".to_owned(),
        Objective::Best(party) => format!("best:{}", table.parties[party].id),
    }
}

impl Session {
    /// The package that `words` mean.
    pub(super) fn package(
        &self,
        document: &Document,
        words: &[String],
        world: WorldId,
        line: &str,
        stop: &AtomicBool,
    ) -> Result<Called, Failure> {
        let table = document.table();
        let typed = Typed::new(line);
        let lookup = Lookup { table, typed: &typed };
        let [first, changes @ ..] = words else { return self.last_shown(lookup) };
        if is_choice(table, first) {
            return from_choices(lookup, None, words);
        }
        let start = self.start(document, lookup, first, world, stop)?;
        if changes.is_empty() {
            return Ok(start);
        }
        let called = from_choices(lookup, Some(start.package), changes)?;
        Ok(Called { name: words.join(" "), search: start.search, ..called })
    }

    /// The package that `words` mean, where so many other searches follow in the same time.
    pub(super) fn package_before(
        &mut self,
        look: &Look<'_>,
        words: &[String],
        world: WorldId,
        following: usize,
    ) -> Result<Called, Failure> {
        let whole = self.deadline;
        self.deadline = after_part(whole, 1.0 / (following + 1) as f64);
        let called = self.package(&look.document, words, world, look.line, look.stop);
        self.deadline = whole;
        called
    }

    /// The package that `words` mean, to be kept: what an objective stands for must be proven then.
    pub(super) fn proven_package(
        &self,
        document: &Document,
        words: &[String],
        line: &str,
        stop: &AtomicBool,
    ) -> Result<Called, Failure> {
        let called = self.package(document, words, WorldId::BASE, line, stop)?;
        if called.is_unproven() {
            let word = words.first().map_or("", String::as_str);
            return Err(Typed::new(line).at(Problem::new(Code::NotProvenYet).with("name", word), word).into());
        }
        Ok(called)
    }

    /// The package that one word means.
    fn start(
        &self,
        document: &Document,
        lookup: Lookup<'_>,
        word: &str,
        world: WorldId,
        stop: &AtomicBool,
    ) -> Result<Called, Failure> {
        let table = document.table();
        let known = |package: Package| Called::known(word.to_owned(), package);
        if let Some(named) = table.narrative.packages.iter().find(|package| package.id == word) {
            return Ok(known(named.package.clone()));
        }
        if let Some(number) = word.strip_prefix('#') {
            let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let found = at.and_then(|at| self.shown.packages.get(at)).filter(|package| fits(table, package));
            return found.cloned().map(known).ok_or_else(|| self.not_shown(lookup, word));
        }
        match word {
            "_" => self.last_shown(lookup),
            "today" => {
                table.today().map(known).ok_or_else(|| lookup.typed.at(Problem::new(Code::TodayUnknown), word).into())
            }
            _ if named_objective(word).is_some() || word.starts_with("best:") => {
                let objective = objective(lookup, word)?;
                let answer = self.answer_to(document, objective, world, stop)?;
                let Some(package) = package_of(&answer).cloned() else {
                    let code = if answer.is_settled() { Code::NoAnswer } else { Code::NothingFoundYet };
                    return Err(lookup.typed.at(Problem::new(code).with("name", word), word).into());
                };
                Ok(Called { search: Some(Box::new(answer)), ..known(package) })
            }
            _ => {
                let known = lookup.names("package");
                let all = known.iter().map(String::as_str).chain(STAND_INS);
                Err(lookup.typed.unknown("package", word, all).into())
            }
        }
    }

    /// The answer for an objective, as far as the command has time for it.
    pub(super) fn answer_to(
        &self,
        document: &Document,
        objective: Objective,
        world: WorldId,
        stop: &AtomicBool,
    ) -> Result<Answer, Failure> {
        let circumstances = Circumstances::new(ready(document)?, world);
        let question = Question { world, deadline: self.deadline, ..Question::new(objective) };
        solve(&circumstances, &question, stop).map_err(|refusal| Failure::Refused(document.clone(), refusal))
    }

    fn last_shown(&self, lookup: Lookup<'_>) -> Result<Called, Failure> {
        let last = self.shown.packages.last().filter(|package| fits(lookup.table, package));
        last.map(|package| Called::known("_".to_owned(), package.clone())).ok_or_else(|| self.not_shown(lookup, "_"))
    }

    fn not_shown(&self, lookup: Lookup<'_>, word: &str) -> Failure {
        let count = self.shown.packages.len().to_string();
        lookup.typed.at(Problem::new(Code::NotShown).with("name", word).with("count", count), word).into()
    }

    /// Remembers a package that is shown, so that `_` and its number mean it.
    pub(super) fn remember(&mut self, package: &Package) {
        if self.shown.packages.last() != Some(package) {
            self.shown.packages.push(package.clone());
        }
    }

    /// Gives a package a name.
    pub(super) fn name_package(&mut self, name: &str, package: &[String], line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        if stands_for_one(name) || name.contains('=') {
            return Err(typed.at(Problem::new(Code::PackageName).with("name", name), name).into());
        }
        let known = document.table().narrative.packages.iter().position(|package| package.id == name);
        if let (Some(known), []) = (known, package) {
            return Ok(Response::Shown(document, Subject::Package(known)));
        }
        let called = self.proven_package(&document, package, line, stop)?;
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let recorded = record::named_package(&desk, name, &called.package).map_err(Failure::Line)?;
        self.remember(&called.package);
        // A name stands for the same choices for ever, also when the line named them otherwise.
        let typed = format!("package {} {}", quote(name), quoted_package(document.table(), &called.package));
        self.changed(recorded, &typed, stop)
    }
}

/// Whether a package was made for this table.
fn fits(table: &Table, package: &Package) -> bool {
    let is_there = |(issue, decision): (IssueId, &Decision)| match decision {
        Decision::Option(index) => {
            table.issues.get(issue).is_some_and(|issue| usize::from(*index) < issue.options().len())
        }
        Decision::Amount(_) | Decision::Shares(_) => {
            table.issues.get(issue).is_some_and(|issue| issue.options().is_empty())
        }
    };
    package.decisions.len() == table.issues.len() && package.decisions.iter_enumerated().all(is_there)
}

/// The table as one that can be scored.
pub(super) fn ready(document: &Document) -> Result<Ready<'_>, Failure> {
    document.table().ready().map_err(|missing| {
        let problems = missing.iter().map(|missing| document.reading().unready(missing));
        Failure::Line(problems.map(|problem| Problem { place: None, ..problem }).collect())
    })
}

/// A package from choices; those that aren't named are as in `start`.
fn from_choices(lookup: Lookup<'_>, start: Option<Package>, words: &[String]) -> Result<Called, Failure> {
    let table = lookup.table;
    let mut decided: Vec<Option<Decision>> = vec![None; table.issues.len()];
    let mut problems = Vec::new();
    for word in choices(table, words) {
        match lookup.decision(&word) {
            Ok((issue, decision)) => {
                let issue = usize::from(issue);
                if decided[issue].replace(decision).is_some() {
                    let problem =
                        Problem::new(Code::IssueDecidedTwice).with("name", &*table.issues[IssueId::from(issue)].id);
                    problems.push(lookup.typed.at(problem, &word));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    let mut package = Vec::new();
    for (issue, content) in table.issues.iter_enumerated() {
        let before = start.as_ref().map(|start| start.decisions[issue].clone());
        match decided[usize::from(issue)].take().or(before) {
            Some(decision) => package.push(decision),
            None => problems.push(Problem::new(Code::IssueUndecided).with("name", &*content.id)),
        }
    }
    if problems.is_empty() {
        Ok(Called::known(words.join(" "), Package { decisions: package.into() }))
    } else {
        // A choice that is wrong leaves its issue undecided; that needs no saying.
        let wrong = problems.iter().any(|problem| problem.code != Code::IssueUndecided);
        problems.retain(|problem| !wrong || problem.code != Code::IssueUndecided);
        Err(Failure::Line(problems))
    }
}

/// The words as choices: a word without `=` belongs to the option before it, so that names with spaces need no quotes.
fn choices(table: &Table, words: &[String]) -> Vec<String> {
    let mut choices: Vec<String> = Vec::new();
    for word in words {
        let word = word.trim_end_matches(',');
        let starts = word
            .split_once('=')
            .is_some_and(|(issue, _)| table.issues.iter().any(|known| known.id.eq_ignore_ascii_case(issue.trim())));
        match choices.last_mut() {
            Some(last) if !starts && !word.contains('=') => *last = format!("{last} {word}"),
            _ => choices.push(word.to_owned()),
        }
    }
    choices
}
