//! How things of a table are called in sentences.

use super::{Wordbook, clean};
use crate::domain::{
    AttributeSum, Comparison, Condition, Count, Decision, IssueId, IssueKind, Limit, OptionId, Package, PartyId,
    Rational, RuleForm, RuleId, Table, Text, write_exact,
};
use crate::session::Names;
use crate::table_file::write_choice;

/// A table and the language it is told in.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    /// The sentences.
    pub(super) words: &'a Wordbook,
    /// What they are about.
    pub(super) table: &'a Table,
}

/// Arguments of a sentence: names and what stands for them.
type Arguments<'a> = &'a [(&'a str, &'a str)];

impl Voice<'_> {
    /// The sentence called `key`.
    pub(super) fn say(&self, key: &str, arguments: Arguments<'_>) -> String {
        self.words.say(key, arguments)
    }

    /// A text of the table.
    pub(super) fn text(&self, text: &Text) -> String {
        clean(text.get(self.words.language))
    }

    /// A text of the table inside a sentence: without the full stop that it may end with.
    pub(super) fn phrase(&self, text: &Text) -> String {
        self.text(text).trim_end().trim_end_matches('.').to_owned()
    }

    /// What a party is called in sentences and tables: the name that is typed, unless roles are asked for.
    pub(super) fn party(&self, party: PartyId) -> String {
        match self.words.names {
            Names::Ids => clean(&self.table.parties[party].id),
            Names::Roles => self.called(party),
        }
    }

    /// A party by its role, or else by its name for people.
    pub(super) fn called(&self, party: PartyId) -> String {
        self.text(self.table.parties[party].called())
    }

    /// A party where there is room for a few words: with its role behind the name that is typed.
    pub(super) fn full_name(&self, party: PartyId) -> String {
        let has_role = self.table.parties[party].role.is_some();
        if self.words.names == Names::Roles || !has_role {
            return self.called(party);
        }
        self.say("party-with-role", &[("party", &self.party(party)), ("role", &self.called(party))])
    }

    /// The short names of parties as a list.
    pub(super) fn parties(&self, parties: &[PartyId]) -> String {
        self.list(&parties.iter().map(|party| self.party(*party)).collect::<Vec<_>>())
    }

    /// The name of a hard rule.
    pub(super) fn rule(&self, rule: RuleId) -> String {
        clean(&self.table.rules[rule].id)
    }

    /// An issue in words.
    pub(super) fn issue(&self, issue: IssueId) -> String {
        self.text(&self.table.issues[issue].text)
    }

    /// A ratifying body and its party.
    pub(super) fn body(&self, party: PartyId, body: usize) -> String {
        let name = self.table.parties[party].ratification.get(body).map(|content| self.text(&content.body));
        self.say("body-of", &[("body", &name.unwrap_or_default()), ("party", &self.party(party))])
    }

    /// An option as it is written in files and commands.
    pub(super) fn option_reference(&self, option: OptionId) -> String {
        clean(&self.table.choice(option))
    }

    /// What is decided on an issue, in words.
    pub(super) fn decision(&self, issue: IssueId, decision: &Decision) -> String {
        match (decision, &self.table.issues[issue].kind) {
            (Decision::Option(index), _) => self.text(&self.table.option(OptionId { issue, index: *index }).text),
            (Decision::Amount(amount), IssueKind::Quantity(quantity)) => match &quantity.unit {
                Some(unit) => format!("{} {}", self.amount(amount), self.text(unit)),
                None => self.amount(amount),
            },
            (Decision::Amount(amount), _) => self.amount(amount),
            (Decision::Shares(shares), _) => {
                let parts = shares.iter().map(|(name, share)| format!("{} {}", clean(name), self.amount(share)));
                self.list(&parts.collect::<Vec<_>>())
            }
        }
    }

    /// A package as it is written on the command line.
    pub(super) fn assignments(&self, package: &Package) -> Vec<String> {
        package.decisions.iter_enumerated().map(|(issue, decision)| self.assignment(issue, decision)).collect()
    }

    /// A decision as it is typed.
    pub(super) fn assignment(&self, issue: IssueId, decision: &Decision) -> String {
        clean(&write_choice(self.table, issue, decision))
    }

    /// As [`Self::assignments`], to be read: long fractions are rounded.
    pub(super) fn readable(&self, package: &Package) -> Vec<String> {
        let is_long = |amount: &Rational| write_exact(amount).contains('/');
        let one = |((issue, decision), typed): ((IssueId, &Decision), String)| match decision {
            Decision::Amount(amount) if is_long(amount) => {
                format!("{}={}", clean(&self.table.issues[issue].id), self.amount(amount))
            }
            Decision::Shares(shares) if shares.values().any(is_long) => {
                let parts = shares.iter().map(|(name, share)| format!("{}:{}", clean(name), self.amount(share)));
                format!("{}={}", clean(&self.table.issues[issue].id), parts.collect::<Vec<_>>().join(" "))
            }
            _ => typed,
        };
        package.decisions.iter_enumerated().zip(self.assignments(package)).map(one).collect()
    }

    /// Points of a score, with one decimal.
    pub(super) fn points(&self, points: &Rational) -> String {
        self.words.number(points, 1)
    }

    /// Points of a score with their sign.
    pub(super) fn signed(&self, points: &Rational) -> String {
        self.words.signed(points, 1)
    }

    /// An amount to read: as exact as the file would write it, or rounded where that is long.
    pub(super) fn amount(&self, amount: &Rational) -> String {
        let exact = write_exact(amount);
        let places = exact.split_once('.').map_or(0, |(_, places)| places.len());
        if exact.contains('/') || places > 3 { self.words.number(amount, 3) } else { self.words.decimal(&exact) }
    }

    /// `things` as a list in words; empty for none.
    pub(super) fn list(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => self.say("list-two", &[("first", &first.join(", ")), ("last", last)]),
        }
    }

    /// `count` as it is written.
    pub(super) fn count(&self, count: u64) -> String {
        self.words.count(&Count::from(count))
    }

    /// `count` packages in words; endlessly many for `None`.
    pub(super) fn packages(&self, count: Option<&Count>) -> String {
        match count {
            None => self.say("count-endless", &[]),
            Some(count) => {
                let written = self.words.count(count);
                self.say("count-packages", &[("count", &count.to_string()), ("written", &written)])
            }
        }
    }

    /// What a hard rule demands here and why: its reason, or else its form in words.
    pub(super) fn why_rule(&self, rule: RuleId) -> String {
        let content = &self.table.rules[rule];
        content.reason.as_ref().map_or_else(|| self.form(&content.form), |reason| self.phrase(reason))
    }

    /// What a rule demands, in words.
    pub(super) fn form(&self, form: &RuleForm) -> String {
        match form {
            RuleForm::Limit(limit) => self.limit(limit),
            RuleForm::Forbid(option) => self.say("rule-forbid", &[("option", &self.option_reference(*option))]),
            RuleForm::Requires(first, second) => self.pair("rule-requires", *first, *second),
            RuleForm::Excludes(first, second) => self.pair("rule-excludes", *first, *second),
            RuleForm::AtMost(count, options) => self.counted("rule-at-most", *count, options),
            RuleForm::AtLeast(count, options) => self.counted("rule-at-least", *count, options),
            RuleForm::RedLine { party, interest, at_least } => {
                let interest = self.text(&self.table.interests[*interest].text);
                let arguments =
                    [("interest", &*interest), ("party", &self.party(*party)), ("least", &self.amount(at_least))];
                self.say("rule-red-line", &arguments)
            }
        }
    }

    /// What a ratifying body asks for, in words.
    pub(super) fn conditions(&self, conditions: &[Condition]) -> String {
        let one = |condition: &Condition| match condition {
            Condition::Rule(form) => self.form(form),
            Condition::Score { party, at_least } => {
                self.say("condition-score", &[("least", &self.amount(at_least)), ("party", &self.party(*party))])
            }
        };
        if conditions.is_empty() {
            return self.say("conditions-unknown", &[]);
        }
        self.list(&conditions.iter().map(one).collect::<Vec<_>>())
    }

    fn pair(&self, key: &str, first: OptionId, second: OptionId) -> String {
        self.say(key, &[("first", &self.option_reference(first)), ("second", &self.option_reference(second))])
    }

    fn counted(&self, key: &str, count: u32, options: &[OptionId]) -> String {
        let options: Vec<String> = options.iter().map(|option| self.option_reference(*option)).collect();
        self.say(key, &[("count", &count.to_string()), ("options", &self.list(&options))])
    }

    fn limit(&self, limit: &Limit) -> String {
        let key = match limit.comparison {
            Comparison::AtMost => "rule-limit-at-most",
            Comparison::AtLeast => "rule-limit-at-least",
            Comparison::Equal => "rule-limit-equal",
        };
        self.say(key, &[("used", &self.sum(&limit.used)), ("room", &self.sum(&limit.room))])
    }

    fn sum(&self, sum: &AttributeSum) -> String {
        let one = Rational::from_integer(1.into());
        let mut parts: Vec<String> = Vec::new();
        for (attribute, factor) in &sum.terms {
            let name = self.text(&self.table.attributes[*attribute].text);
            parts.push(if *factor == one { name } else { format!("{} × {name}", self.amount(factor)) });
        }
        if parts.is_empty() || sum.constant != Rational::default() {
            parts.insert(0, self.amount(&sum.constant));
        }
        parts.join(" + ")
    }
}
