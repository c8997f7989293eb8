//! Issues: their options, amounts and divisions.

use std::collections::BTreeMap;

use typed_index_collections::TiVec;

use super::effects::{Cells, Stated};
use super::names::{Decidable, Roster, Spelling};
use super::raw::{Entries, Raw, Shape};
use super::reader::{Reader, shown, written};
use super::shapes::{AmountRecord, DivisionRecord, DoesRecord, InteractionRecord, IssueRecord, OptionRecord};
use crate::diagnostic::{Code, Problem};
use crate::domain::{
    Curve, Division, Does, Interaction, Issue, IssueId, IssueKind, IssueOption, OptionId, Provision, Quantity,
    Rational, Recipient, Reference, Text, integer,
};

/// How many options an issue may have: more than people list, and room for cases that count a hundred times ten.
pub(super) const MOST_OPTIONS: usize = 2000;
/// How many amounts a stepped issue may have.
const MOST_STEPS: i64 = 10_000;

/// An issue of which only the record is read: enough to know what can be decided.
#[derive(Clone, Debug)]
pub(super) struct OpenIssue<'a> {
    key: Raw<'a>,
    /// `None` if the record couldn't be read.
    record: Option<IssueRecord<'a>>,
    /// The divided total and its recipients.
    division: Option<DivisionRecord<'a>>,
}

impl<'a> Reader<'a> {
    /// Reads the records of the issues and what can be decided on each.
    pub(super) fn open_issues(&self, entries: &Entries<'a, Raw<'a>>) -> (Vec<OpenIssue<'a>>, Vec<Decidable>) {
        let issues = entries.0.iter().enumerate().map(|(at, (key, raw))| {
            let (issue, mut decidable) = self.open_issue(*key, *raw);
            if let Decidable::Choice(names) | Decidable::Division(names) = &mut decidable {
                names.issue = at;
            }
            (issue, decidable)
        });
        issues.unzip()
    }

    fn open_issue(&self, key: Raw<'a>, raw: Raw<'a>) -> (OpenIssue<'a>, Decidable) {
        let record: Option<IssueRecord<'a>> = self.record_of(raw, "issue");
        let mut issue = OpenIssue { key, record, division: None };
        let Some(record) = &issue.record else { return (issue, Decidable::Unread) };
        let forms = [
            ("options", record.options.is_some()),
            ("amount", record.amount.is_some()),
            ("division", record.division.is_some()),
        ];
        if !self.check_one_form("issue", &forms, key) {
            return (issue, Decidable::Unread);
        }
        let decidable = match (&record.options, record.amount, record.division) {
            (Some(options), ..) => {
                self.check_count("option", options.0.len(), MOST_OPTIONS, key);
                Decidable::Choice(self.roster("option", Spelling::InChoices, options))
            }
            (_, Some(_), _) => Decidable::Amount,
            (.., division) => {
                issue.division = division.and_then(|raw| self.record_of(raw, "division"));
                match &issue.division {
                    Some(division) => {
                        Decidable::Division(self.roster("recipient", Spelling::InSums, &division.recipients))
                    }
                    None => Decidable::Unread,
                }
            }
        };
        (issue, decidable)
    }

    /// Reports a `kind` of which none or several of the possible forms are given.
    pub(super) fn check_one_form(&self, kind: &str, forms: &[(&str, bool)], place: Raw<'_>) -> bool {
        let given: Vec<&str> = forms.iter().filter(|(_, is_given)| *is_given).map(|(form, _)| *form).collect();
        let (code, named) = match given.len() {
            1 => return true,
            0 => (Code::FormMissing, forms.iter().map(|(form, _)| *form).collect()),
            _ => (Code::SeveralForms, given),
        };
        let named: Vec<String> = named.iter().map(|form| format!("`{form}`")).collect();
        let problem = Problem::new(code).at(self.place(place.0, place)).with("kind", kind);
        self.report(problem.with("forms", named.join(", ")));
        false
    }

    /// Reads the issues in full.
    pub(super) fn issues(&self, open: &[OpenIssue<'a>]) -> TiVec<IssueId, Issue> {
        let mut issues: TiVec<IssueId, Issue> =
            open.iter().enumerate().map(|(at, issue)| self.issue(IssueId::from(at), issue)).collect();
        // What holds today is checked against bounds, so these come first.
        for (at, issue) in open.iter().enumerate() {
            let today = issue.record.as_ref().and_then(|record| record.today);
            let id = IssueId::from(at);
            issues[id].today = today.and_then(|raw| self.decision_at(&issues, id, raw));
        }
        issues
    }

    fn issue(&self, id: IssueId, open: &OpenIssue<'a>) -> Issue {
        let name = self.names.issues.ids[usize::from(id)].clone();
        let record = open.record.clone().unwrap_or_default();
        let kind = match (&self.names.decidable[usize::from(id)], record.amount) {
            (Decidable::Choice(options), _) => {
                IssueKind::Choice(self.issue_options(id, options, &record.options.unwrap_or_default()))
            }
            (Decidable::Amount, Some(raw)) => self.quantity(raw),
            (Decidable::Division(recipients), _) => match &open.division {
                Some(division) => IssueKind::Division(self.division(division, recipients, open.key)),
                None => IssueKind::Choice(Vec::new()),
            },
            _ => IssueKind::Choice(Vec::new()),
        };
        Issue {
            text: self.optional_text(record.text).unwrap_or_else(|| Text::Plain(name.clone())),
            id: name,
            outside: record.outside,
            bundle: record.bundle.and_then(|raw| self.string(raw)),
            today: None,
            parked: record.parked,
            kind,
        }
    }

    fn issue_options(&self, issue: IssueId, names: &Roster, entries: &Entries<'a, Raw<'a>>) -> Vec<IssueOption> {
        let named = names.ids.iter().zip(&entries.0);
        let options = named.map(|(name, (key, raw))| self.issue_option(issue, names, name, *key, *raw));
        let options: Vec<IssueOption> = options.collect();
        self.check_fallbacks(&options, entries);
        options
    }

    fn issue_option(&self, issue: IssueId, names: &Roster, name: &str, key: Raw<'a>, raw: Raw<'a>) -> IssueOption {
        let mut option = IssueOption {
            id: name.to_owned(),
            text: Text::from(name),
            does: Does::default(),
            provision: None,
            in_reference: true,
            remarks: BTreeMap::new(),
        };
        if raw.shape() == Shape::Text {
            let mut stated = Stated::default();
            self.effect_line(raw, &mut stated);
            option.does = stated.into_does();
            return option;
        }
        let Some(record) = self.record_of::<OptionRecord<'a>>(raw, "option") else { return option };
        let mut stated = self.does(record.effects, record.attributes, Cells { bounds: None, with_remarks: true });
        option.remarks = std::mem::take(&mut stated.remarks);
        option.does = stated.into_does();
        option.provision = self.provision(issue, names, &record, key);
        option.in_reference = !record.added_later;
        if let Some(text) = self.optional_text(record.text) {
            option.text = text;
        }
        option
    }

    fn provision(&self, issue: IssueId, names: &Roster, record: &OptionRecord<'a>, key: Raw<'a>) -> Option<Provision> {
        let (field, other) = match (&record.only_if, record.otherwise) {
            (None, None) if record.event.is_none() && record.by.is_none() => return None,
            (None, None) => (if record.event.is_some() { "event" } else { "by" }, "only_if"),
            (Some(worlds), Some(otherwise)) => {
                let worlds: Option<Vec<_>> = worlds.iter().map(|raw| self.world_at(*raw)).collect();
                let quoted = self.quoted(otherwise)?;
                let otherwise = OptionId::new(issue, self.find(names, &quoted, otherwise)?);
                let [event, by] = [record.event, record.by].map(|raw| self.optional_text(raw));
                return Some(Provision { worlds: worlds?, otherwise, event, by });
            }
            (Some(_), None) => ("only_if", "otherwise"),
            (None, Some(_)) => ("otherwise", "only_if"),
        };
        let problem = Problem::new(Code::ConditionIncomplete).at(self.place(key.0, key));
        self.report(problem.with("field", field).with("other", other));
        None
    }

    /// Reports each circle of options that fall back on each other, at one of its members.
    fn check_fallbacks(&self, options: &[IssueOption], entries: &Entries<'a, Raw<'a>>) {
        let next = |at: usize| Some(options[at].provision.as_ref()?.otherwise.position());
        for at in circles(options.len(), next) {
            let key = entries.0[at].0;
            let problem = Problem::new(Code::FallbackCircle).at(self.place(key.0, key));
            self.report(problem.with("name", shown(&options[at].id)));
        }
    }

    fn quantity(&self, raw: Raw<'a>) -> IssueKind {
        let unread = IssueKind::Choice(Vec::new());
        let Some(record) = self.record_of::<AmountRecord<'a>>(raw, "amount") else { return unread };
        let bound = |field, raw_bound| self.required(raw_bound, raw, "amount", field).and_then(|raw| self.number(raw));
        let (Some(from), Some(to)) = (bound("from", record.from), bound("to", record.to)) else { return unread };
        let place = record.from.unwrap_or(raw);
        if to <= from {
            let problem = Problem::new(Code::BoundsReversed).at(self.place(place.0, place));
            self.report(problem.with("from", written(&from)).with("to", written(&to)));
            return unread;
        }
        let step = record.step.and_then(|raw| self.step(raw, &from, &to));
        let cells = Cells { bounds: Some((&from, &to)), with_remarks: true };
        let mut stated = self.does::<Curve>(record.effects, record.attributes, cells);
        IssueKind::Quantity(Box::new(Quantity {
            reference: self.reference(&record, raw),
            unit: self.optional_text(record.unit),
            remarks: std::mem::take(&mut stated.remarks),
            does: stated.into_does(),
            from,
            to,
            step,
        }))
    }

    fn step(&self, raw: Raw<'a>, from: &Rational, to: &Rational) -> Option<Rational> {
        let step = self.number(raw)?;
        if step <= Rational::default() {
            self.refuse(Code::StepNotPositive, raw);
            return None;
        }
        let steps = (to - from) / &step;
        if !steps.is_integer() {
            let problem = Problem::new(Code::StepDoesNotFit).at(self.place(raw.0, raw));
            let problem = problem.with("step", written(&step));
            self.report(problem.with("from", written(from)).with("to", written(to)));
        } else if integer(MOST_STEPS) < steps {
            let problem = Problem::new(Code::TooManySteps).at(self.place(raw.0, raw));
            self.report(problem.with("most", MOST_STEPS.to_string()));
        }
        Some(step)
    }

    fn reference(&self, record: &AmountRecord<'a>, place: Raw<'a>) -> Reference {
        let Some(raw) = record.reference else {
            return if record.added_later { Reference::Outside } else { Reference::Whole };
        };
        if record.added_later {
            self.check_one_form("reference", &[("reference", true), ("added_later", true)], place);
        }
        let pair = self.pair(raw, "pair");
        let bounds = pair.and_then(|(from, to)| Some((self.number(from)?, self.number(to)?)));
        let Some((from, to)) = bounds else { return Reference::Whole };
        if to < from {
            let problem = Problem::new(Code::BoundsReversed).at(self.place(raw.0, raw));
            self.report(problem.with("from", written(&from)).with("to", written(&to)));
        }
        Reference::Range(from, to)
    }

    fn division(&self, record: &DivisionRecord<'a>, names: &Roster, key: Raw<'a>) -> Division {
        let total = self.required(record.total, key, "division", "total");
        let total = total.and_then(|raw| Some((raw, self.number(raw)?)));
        if let Some((raw, _)) = total.as_ref().filter(|(_, total)| *total <= Rational::default()) {
            self.refuse(Code::TotalNotPositive, *raw);
        }
        let zero = Rational::default();
        let total = total.map(|(_, total)| total);
        let bounds = total.as_ref().filter(|total| **total > zero).map(|total| (&zero, total));
        let recipients = names.ids.iter().zip(&record.recipients.0);
        let recipients = recipients
            .map(|(id, (_, raw))| Recipient { id: id.clone(), does: self.recipient(*raw, bounds).into_does() });
        Division {
            recipients: recipients.collect(),
            unit: self.optional_text(record.unit),
            exactly: record.exactly,
            total: total.unwrap_or_default(),
        }
    }

    /// Reads what a share does: curves per interest, or a record of effects and attributes.
    pub(super) fn recipient(&self, raw: Raw<'a>, bounds: Option<(&Rational, &Rational)>) -> Stated<Curve> {
        let cells = Cells { bounds, with_remarks: false };
        if raw.shape() != Shape::Record {
            return self.does(Some(raw), None, cells);
        }
        let record: DoesRecord<'a> = self.record(raw).unwrap_or_default();
        self.does(record.effects, record.attributes, cells)
    }

    /// Reads what pairs of options do together.
    pub(super) fn interactions(&self, raw: Raw<'a>) -> Vec<Interaction> {
        let raws: Option<Vec<Raw<'a>>> = match raw.shape() {
            Shape::List => self.record(raw),
            _ => {
                self.refuse_shape(raw, "list");
                None
            }
        };
        raws.unwrap_or_default().into_iter().filter_map(|raw| self.interaction(raw)).collect()
    }

    fn interaction(&self, raw: Raw<'a>) -> Option<Interaction> {
        let record: InteractionRecord<'a> = self.record_of(raw, "interaction")?;
        let (first, second) =
            self.pair(self.required(record.options, raw, "interaction", "options")?, "option-pair")?;
        let stated = self.does(record.effects, record.attributes, Cells { bounds: None, with_remarks: false });
        let (first, second) = self.two_issues(first, second)?;
        Some(Interaction { first, second, does: stated.into_does() })
    }

    /// Reads two options that must be of different issues to be chosen together.
    pub(super) fn two_issues(&self, first: Raw<'a>, second: Raw<'a>) -> Option<(OptionId, OptionId)> {
        let (one, other) = (self.option_at(first), self.option_at(second));
        let (one, other) = (one?, other?);
        if one.issue == other.issue {
            let name = &self.names.issues.ids[usize::from(one.issue)];
            let problem = Problem::new(Code::SameIssue).at(self.place(second.0, second));
            self.report(problem.with("name", shown(name)));
        }
        Some((one, other))
    }
}

/// One member of each circle in a map from position to position: the last one by position.
pub(super) fn circles(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let mut visited_from = vec![usize::MAX; count];
    let mut found = Vec::new();
    for start in 0..count {
        let mut at = start;
        while visited_from[at] == usize::MAX {
            visited_from[at] = start;
            let Some(following) = next(at) else { break };
            at = following;
            if visited_from[at] == start {
                found.push(at);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_circle_is_found_once() {
        let next = [Some(1), Some(2), Some(1), None, Some(4), Some(3)];
        assert_eq!(circles(next.len(), |at| next[at]), [1, 4]);
    }
}
