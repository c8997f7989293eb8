//! What is found in one file: problems, and slips that are told once with how often they occur.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Code, Problem, Severity};

/// How many errors, and how many warnings, are listed at most.
const MOST_PROBLEMS: usize = 100;

/// What was found in one file so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    problems: Vec<Problem>,
    /// The first of each kind of slip, and how many there are.
    slips: BTreeMap<Code, (Problem, usize)>,
}

impl Findings {
    /// Keeps a problem. Beyond the most that are listed, only says that there are more.
    pub(super) fn report(&mut self, problem: Problem) {
        let severity = problem.severity();
        let is_more = |problem: &Problem| problem.code == Code::FurtherProblems;
        if self.listed(severity) < MOST_PROBLEMS {
            self.problems.push(problem);
        } else if !self.problems.iter().any(is_more) {
            self.problems.push(Problem::new(Code::FurtherProblems));
        }
    }

    /// Whether more errors are still listed: looking for what was meant takes time.
    pub(super) fn has_room(&self) -> bool {
        self.listed(Severity::Error) < MOST_PROBLEMS
    }

    fn listed(&self, severity: Severity) -> usize {
        let is_listed = |p: &&Problem| p.severity() == severity && p.code != Code::FurtherProblems;
        self.problems.iter().filter(is_listed).count()
    }

    /// Keeps the first slip of its kind, and counts the others.
    pub(super) fn slip(&mut self, problem: Problem) {
        self.slips.entry(problem.code).or_insert((problem, 0)).1 += 1;
    }

    /// Whether anything stands in the way.
    pub(super) fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity() == Severity::Error)
    }

    /// Everything that was found, by place, what has none first; that there is more comes last.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let slips = self.slips.into_values().map(|(problem, count)| problem.with("count", count.to_string()));
        let mut problems: Vec<Problem> = self.problems.into_iter().chain(slips).collect();
        problems.sort_by_key(|problem| {
            let start = problem.place.as_ref().map(|place| (place.start, place.end));
            (problem.code == Code::FurtherProblems, start)
        });
        problems
    }
}

/// The character at byte `at` of `source`, or the last one before it; empty only in an empty source.
pub(super) fn spot(source: &str, at: usize) -> Range<usize> {
    let mut start = at.min(source.len().saturating_sub(1));
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    start..start + source[start..].chars().next().map_or(0, char::len_utf8)
}

/// Where `part`, a slice of `source`, stands in it.
pub(super) fn place_of(source: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    let end = start.checked_add(part.len())?;
    (end <= source.len()).then_some(start..end)
}
