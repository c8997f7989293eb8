//! Decisions and whole packages, from the file and from the command line.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::lines;
use super::names::{Decidable, Names, Roster};
use super::raw::{Raw, Shape};
use super::reader::{Reader, shown, written};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{
    Decision, Division, Issue, IssueId, IssueKind, OptionId, Package, Quantity, Rational, Table, write_exact,
};

/// Reads a choice such as `loon=3%` or `prijs=3.5`.
///
/// # Errors
/// The first thing that is wrong with it, placed in `text`.
pub fn parse_choice(table: &Table, text: &str) -> Result<(IssueId, Decision), Problem> {
    let mut reader = Reader::new(text);
    reader.names = Names::of(table);
    let choice = reader.choice(&table.issues, text, Raw(text));
    let problem = reader.into_problems().into_iter().next();
    match (choice, problem) {
        (Some(choice), None) => Ok(choice),
        (_, problem) => Err(problem.unwrap_or_else(|| Problem::new(Code::NotAChoice).with("name", shown(text)))),
    }
}

/// Writes a choice as [`parse_choice`] reads it.
#[must_use]
pub fn write_choice(table: &Table, issue: IssueId, decision: &Decision) -> String {
    let id = &table.issues[issue].id;
    match decision {
        Decision::Option(index) => table.choice(OptionId { issue, index: *index }),
        Decision::Amount(amount) => format!("{id}={}", write_exact(amount)),
        Decision::Shares(shares) => {
            let parts = shares.iter().map(|(name, share)| format!("{name}:{}", write_exact(share)));
            format!("{id}={}", parts.collect::<Vec<_>>().join(","))
        }
    }
}

/// Reads a whole package from its choices, such as `["loon=3%", "prijs=3.5"]`: every issue exactly once.
///
/// # Errors
/// Everything that is wrong with it, placed in the words joined by single spaces.
pub fn parse_package<S: AsRef<str>>(table: &Table, words: &[S]) -> Result<Package, Vec<Problem>> {
    let text = words.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(" ");
    let mut reader = Reader::new(&text);
    reader.names = Names::of(table);
    let package = reader.package_line(&table.issues, &text, Raw(&text));
    let problems = reader.into_problems();
    match package {
        Some(package) if problems.is_empty() => Ok(package),
        _ => Err(problems),
    }
}

impl<'a> Reader<'a> {
    /// Reads a whole package, as one text or as a `{ .. }`.
    pub(super) fn package(&self, issues: &TiVec<IssueId, Issue>, raw: Raw<'a>) -> Option<Package> {
        match raw.shape() {
            Shape::Text => {
                let quoted = self.quoted(raw)?;
                self.package_line(issues, &quoted, raw)
            }
            Shape::Map => {
                let entries = self.entries(raw).into_iter().map(|(key, value)| {
                    let issue = self.issue_at(key);
                    (issue, key.0, issue.and_then(|issue| self.decision_at(issues, issue, value)))
                });
                let choices = entries.collect();
                self.whole(issues, choices, raw)
            }
            _ => {
                self.refuse_shape(raw, "package");
                None
            }
        }
    }

    fn package_line(&self, issues: &TiVec<IssueId, Issue>, text: &str, raw: Raw<'_>) -> Option<Package> {
        let is_issue = |name: &str| self.names.issues.contains(name);
        let words = lines::choices(text, is_issue);
        let choices = words.into_iter().map(|word| match self.choice(issues, word, raw) {
            Some((issue, decision)) => (Some(issue), word, Some(decision)),
            // What couldn't be read still decides its issue: it isn't missing as well.
            None => (self.issue_of(word), word, None),
        });
        let choices = choices.collect();
        self.whole(issues, choices, raw)
    }

    fn issue_of(&self, word: &str) -> Option<IssueId> {
        let (name, _) = word.split_once('=')?;
        self.names.issues.position(name.trim()).map(IssueId::from)
    }

    /// Checks that every issue is decided exactly once.
    fn whole(
        &self,
        issues: &TiVec<IssueId, Issue>,
        choices: Vec<(Option<IssueId>, &str, Option<Decision>)>,
        raw: Raw<'_>,
    ) -> Option<Package> {
        let mut decided: BTreeMap<IssueId, Option<Decision>> = BTreeMap::new();
        for (issue, part, decision) in choices {
            let Some(issue) = issue else { continue };
            if decided.insert(issue, decision).is_some() {
                let problem = Problem::new(Code::IssueDecidedTwice).at(self.place(part, raw));
                self.report(problem.with("name", shown(&self.names.issues.ids[usize::from(issue)])));
            }
        }
        for (issue, content) in issues.iter_enumerated() {
            if self.has_room(Severity::Error) && !decided.contains_key(&issue) {
                self.report(
                    Problem::new(Code::IssueUndecided).at(self.place(raw.0, raw)).with("name", shown(&content.id)),
                );
            }
        }
        let decisions: Option<TiVec<IssueId, Decision>> = decided.into_values().collect();
        decisions.filter(|decisions| decisions.len() == issues.len()).map(|decisions| Package { decisions })
    }

    /// Reads `issue=option`, `issue=3.5` or `issue=A:1/3,B:2/3`.
    fn choice(&self, issues: &TiVec<IssueId, Issue>, text: &str, raw: Raw<'_>) -> Option<(IssueId, Decision)> {
        let (issue, decision) = self.split_choice(text, raw)?;
        let issue = IssueId::from(self.find(&self.names.issues, issue, raw)?);
        Some((issue, self.decision(issues, issue, decision, raw)?))
    }

    /// Reads what is decided on `issue` from a value of the file.
    pub(super) fn decision_at(&self, issues: &TiVec<IssueId, Issue>, issue: IssueId, raw: Raw<'a>) -> Option<Decision> {
        match (raw.shape(), &self.names.decidable[usize::from(issue)]) {
            (Shape::Text, _) => {
                let quoted = self.quoted(raw)?;
                self.decision(issues, issue, &quoted, raw)
            }
            (Shape::Number, Decidable::Amount) => {
                let amount = self.number(raw)?;
                self.amount(issues, issue, amount, raw.0, raw)
            }
            (Shape::Map, Decidable::Division(recipients)) => {
                let shares = self.entries(raw).into_iter().map(|(key, value)| {
                    let name = self.quoted(key)?;
                    let name = self.find(recipients, &name, key).map(|at| recipients.ids[at].clone());
                    Some((name?, self.number(value)?))
                });
                let shares: Option<Vec<_>> = shares.collect();
                self.shares(issues, issue, shares?, raw.0, raw)
            }
            (_, Decidable::Unread) => None,
            (_, way) => {
                self.refuse_decision(issue, way, raw.0, raw);
                None
            }
        }
    }

    fn refuse_decision(&self, issue: IssueId, way: &Decidable, part: &str, raw: Raw<'_>) {
        let way = match way {
            Decidable::Choice(_) => "option",
            Decidable::Amount => "amount",
            Decidable::Division(_) | Decidable::Unread => "division",
        };
        let name = shown(&self.names.issues.ids[usize::from(issue)]);
        self.report(Problem::new(Code::OtherDecision).at(self.place(part, raw)).with("name", name).with("way", way));
    }

    fn decision(&self, issues: &TiVec<IssueId, Issue>, issue: IssueId, text: &str, raw: Raw<'_>) -> Option<Decision> {
        match &self.names.decidable[usize::from(issue)] {
            Decidable::Choice(options) => {
                let position = self.find(options, text, raw)?;
                u16::try_from(position).ok().map(Decision::Option)
            }
            Decidable::Amount => {
                let amount = self.parse_number(text, raw)?;
                self.amount(issues, issue, amount, text, raw)
            }
            Decidable::Division(recipients) => {
                let shares = lines::words(text).into_iter().map(|word| self.share(issue, recipients, word, raw));
                let shares: Option<Vec<_>> = shares.collect();
                self.shares(issues, issue, shares?, text, raw)
            }
            Decidable::Unread => None,
        }
    }

    fn share(&self, issue: IssueId, recipients: &Roster, word: &str, raw: Raw<'_>) -> Option<(String, Rational)> {
        let Some((name, share)) = word.split_once(':') else {
            self.refuse_decision(issue, &Decidable::Unread, word, raw);
            return None;
        };
        let position = self.find(recipients, name, raw)?;
        Some((recipients.ids[position].clone(), self.parse_number(share, raw)?))
    }

    /// Checks that an amount can be agreed.
    fn amount(
        &self,
        issues: &TiVec<IssueId, Issue>,
        issue: IssueId,
        amount: Rational,
        part: &str,
        raw: Raw<'_>,
    ) -> Option<Decision> {
        // An issue that couldn't be read has its own problem.
        let Some(Issue { kind: IssueKind::Quantity(quantity), id, .. }) = issues.get(issue) else {
            return Some(Decision::Amount(amount));
        };
        if !quantity.allows(&amount) {
            self.report(amount_problem(quantity, id, &amount).at(self.place(part, raw)));
            return None;
        }
        Some(Decision::Amount(amount))
    }

    /// Checks that shares are a division of the total.
    fn shares(
        &self,
        issues: &TiVec<IssueId, Issue>,
        issue: IssueId,
        shares: Vec<(String, Rational)>,
        part: &str,
        raw: Raw<'_>,
    ) -> Option<Decision> {
        let mut map = BTreeMap::new();
        for (name, share) in shares {
            if share < Rational::default() {
                self.refuse_part(Code::NegativeShare, part, raw);
            }
            if map.insert(name.clone(), share).is_some() {
                let problem = Problem::new(Code::StatedTwice).at(self.place(part, raw));
                self.report(problem.with("kind", "recipient").with("name", shown(&name)));
            }
        }
        if let Some(Issue { kind: IssueKind::Division(division), id, .. }) = issues.get(issue) {
            self.check_sum(division, id, map.values().sum(), part, raw);
        }
        Some(Decision::Shares(map))
    }

    fn check_sum(&self, division: &Division, id: &str, sum: Rational, part: &str, raw: Raw<'_>) {
        let fits = if division.exactly { sum == division.total } else { sum <= division.total };
        if !fits {
            let problem = Problem::new(Code::SharesDoNotAddUp).at(self.place(part, raw)).with("name", shown(id));
            self.report(problem.with("sum", written(&sum)).with("total", written(&division.total)));
        }
    }
}

fn amount_problem(quantity: &Quantity, id: &str, amount: &Rational) -> Problem {
    let problem = Problem::new(Code::AmountNotAllowed).with("name", shown(id)).with("amount", written(amount));
    let problem = problem.with("from", written(&quantity.from)).with("to", written(&quantity.to));
    match &quantity.step {
        Some(step) => problem.with("step", written(step)),
        None => problem,
    }
}
