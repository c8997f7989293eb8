//! Hard rules and what ratifying bodies need.

use std::collections::BTreeSet;

use typed_index_collections::TiVec;

use super::lines::{self, Token};
use super::names::Roster;
use super::raw::{Entries, Raw, Shape};
use super::reader::{Reader, shown};
use super::shapes::{ConditionForm, RuleRecord};
use crate::diagnostic::{Code, Problem};
use crate::domain::{
    AttributeId, AttributeSum, Comparison, Condition, Limit, OptionId, Rational, Rule, RuleForm, RuleId, integer,
};

impl<'a> Reader<'a> {
    /// Reads the hard rules.
    pub(super) fn rules(&self, names: &Roster, entries: &Entries<'a, Raw<'a>>) -> TiVec<RuleId, Rule> {
        let named = names.ids.iter().zip(&entries.0);
        named.map(|(id, (key, raw))| self.rule(id, *key, *raw)).collect()
    }

    fn rule(&self, id: &str, key: Raw<'a>, raw: Raw<'a>) -> Rule {
        let record: RuleRecord<'a> = self.record_of(raw, "rule").unwrap_or_else(|| RuleRecord {
            // A rule that can't be read has its own problem; it shouldn't lack a form as well.
            forbid: Some(Raw::default()),
            ..RuleRecord::default()
        });
        let forms = [
            ("limit", record.limit.is_some()),
            ("forbid", record.forbid.is_some()),
            ("requires", record.requires.is_some()),
            ("excludes", record.excludes.is_some()),
            ("at_most", record.at_most.is_some()),
            ("at_least", record.at_least.is_some()),
            ("red_line", record.red_line.is_some()),
        ];
        let is_readable = record.forbid.is_none_or(|raw| !raw.0.is_empty());
        let has_form = is_readable && self.check_one_form("rule", &forms, key);
        let form = has_form.then(|| self.rule_form(&record)).flatten();
        Rule {
            id: id.to_owned(),
            owner: self.optional_text(record.owner),
            reason: self.optional_text(record.reason),
            form: form.unwrap_or_else(|| RuleForm::AtMost(0, Vec::new())),
        }
    }

    fn rule_form(&self, record: &RuleRecord<'a>) -> Option<RuleForm> {
        let condition = if let Some(raw) = record.limit {
            ConditionForm::Limit(raw)
        } else if let Some(raw) = record.forbid {
            ConditionForm::Forbid(raw)
        } else if let Some(raw) = record.requires {
            let (first, second) = self.pair(raw, "option-pair")?;
            ConditionForm::Requires(first, second)
        } else if let Some(raw) = record.excludes {
            let (first, second) = self.pair(raw, "option-pair")?;
            ConditionForm::Excludes(first, second)
        } else if let Some(raw) = record.at_most {
            let (count, options) = self.tuple(raw, "count-of")?;
            ConditionForm::AtMost(count, options)
        } else if let Some(raw) = record.at_least {
            let (count, options) = self.tuple(raw, "count-of")?;
            ConditionForm::AtLeast(count, options)
        } else {
            let (party, interest, floor) = self.tuple(record.red_line?, "red-line")?;
            ConditionForm::RedLine(party, interest, floor)
        };
        match self.resolve(condition)? {
            Condition::Rule(form) => Some(form),
            Condition::Score { .. } => None,
        }
    }

    /// Reads one thing that a ratifying body must find.
    pub(super) fn condition(&self, raw: Raw<'a>) -> Option<Condition> {
        let form: ConditionForm<'a> = self.parts(raw, Shape::Call, "condition")?;
        self.resolve(form)
    }

    fn resolve(&self, form: ConditionForm<'a>) -> Option<Condition> {
        Some(Condition::Rule(match form {
            ConditionForm::Score(party, score) => {
                let (party, at_least) = (self.party_at(party), self.number(score));
                return Some(Condition::Score { party: party?, at_least: at_least? });
            }
            ConditionForm::Limit(raw) => RuleForm::Limit(self.limit(raw)?),
            ConditionForm::Forbid(raw) => RuleForm::Forbid(self.option_at(raw)?),
            ConditionForm::Requires(first, second) => {
                let (first, second) = self.two_issues(first, second)?;
                RuleForm::Requires(first, second)
            }
            ConditionForm::Excludes(first, second) => {
                let (first, second) = self.two_issues(first, second)?;
                RuleForm::Excludes(first, second)
            }
            ConditionForm::AtMost(count, options) => {
                let (count, options) = self.count_of(count, &options)?;
                RuleForm::AtMost(count, options)
            }
            ConditionForm::AtLeast(raw, options) => {
                let (count, options) = self.count_of(raw, &options)?;
                self.check_set(count, options.len(), raw);
                RuleForm::AtLeast(count, options)
            }
            ConditionForm::RedLine(party, interest, floor) => {
                let (party, interest) = (self.party_at(party), self.interest_at(interest));
                let at_least = self.number(floor)?;
                RuleForm::RedLine { party: party?, interest: interest?, at_least }
            }
        }))
    }

    fn count_of(&self, count: Raw<'a>, options: &[Raw<'a>]) -> Option<(u32, Vec<OptionId>)> {
        let count = self.count(count);
        let mut found = BTreeSet::new();
        let read: Vec<Option<OptionId>> = options.iter().map(|raw| self.option_at(*raw)).collect();
        for (raw, option) in options.iter().zip(&read) {
            let Some(option) = option else { continue };
            if !found.insert(*option) {
                let name = raw.quoted().unwrap_or_default();
                let problem = Problem::new(Code::StatedTwice).at(self.place(raw.0, *raw)).with("kind", "option");
                self.report(problem.with("name", shown(&name)));
            }
        }
        let options: Option<Vec<OptionId>> = read.into_iter().collect();
        Some((count?, options?))
    }

    fn check_set(&self, count: u32, listed: usize, raw: Raw<'a>) {
        if usize::try_from(count).map_or(true, |count| listed < count) {
            let problem = Problem::new(Code::SetTooSmall).at(self.place(raw.0, raw));
            self.report(problem.with("count", count.to_string()).with("listed", listed.to_string()));
        }
    }

    /// Reads a limit such as `cost <= 3.6 + ruimte`.
    pub(super) fn limit(&self, raw: Raw<'a>) -> Option<Limit> {
        let quoted = self.quoted(raw)?;
        let tokens = lines::limit(&quoted, |name| self.names.attributes.contains(name));
        let sign = tokens.iter().position(|token| matches!(token, Token::Comparison(..)));
        let Some(sign) = sign else {
            self.refuse_part(Code::BadLimit, quoted.trim(), raw);
            return None;
        };
        let Token::Comparison(comparison, part) = tokens[sign] else { return None };
        let used = self.sum(&tokens[..sign], part, raw);
        let room = self.sum(&tokens[sign + 1..], part, raw);
        Some(Limit { used: used?, comparison, room: room? })
    }

    /// Reads one side of a limit: terms with signs between them. `part` is shown if there is none.
    fn sum(&self, tokens: &[Token<'_>], part: &str, raw: Raw<'_>) -> Option<AttributeSum> {
        let mut sum = AttributeSum::default();
        let mut rest = tokens;
        let mut is_first = true;
        while is_first || !rest.is_empty() {
            let (negative, after) = match (rest, is_first) {
                ([Token::Operator('-', _), after @ ..], _) => (true, after),
                ([Token::Operator('+', _), after @ ..], _) | (after, true) => (false, after),
                ([token, ..], false) => return self.refuse_token(*token, raw),
                ([], false) => break,
            };
            rest = self.term(&mut sum, negative, after, part, raw)?;
            is_first = false;
        }
        Some(sum)
    }

    /// Adds the term that `tokens` starts with, and returns the tokens behind it.
    fn term<'t, 's>(
        &self,
        sum: &mut AttributeSum,
        negative: bool,
        tokens: &'s [Token<'t>],
        part: &str,
        raw: Raw<'_>,
    ) -> Option<&'s [Token<'t>]> {
        let (number, name, rest) = match tokens {
            [Token::Number(number), Token::Operator('*', _), Token::Name(name), rest @ ..]
            | [Token::Name(name), Token::Operator('*', _), Token::Number(number), rest @ ..]
            | [Token::Number(number), Token::Name(name), rest @ ..] => (Some(*number), Some(*name), rest),
            [Token::Number(number), rest @ ..] => (Some(*number), None, rest),
            [Token::Name(name), rest @ ..] => (None, Some(*name), rest),
            [token, ..] => return self.refuse_token(*token, raw),
            [] => {
                self.refuse_part(Code::BadLimit, part, raw);
                return None;
            }
        };
        let factor = number.map_or_else(|| Some(integer(1)), |number| self.parse_number(number, raw));
        let attribute: Option<Option<AttributeId>> = match name {
            Some(name) => {
                let attribute = self.attribute(name, raw);
                self.mentioned.borrow_mut().extend(attribute.map(|attribute| (attribute, self.place(name, raw))));
                attribute.map(Some)
            }
            None => Some(None),
        };
        let factor: Rational = if negative { -factor? } else { factor? };
        match attribute? {
            Some(attribute) => *sum.terms.entry(attribute).or_default() += factor,
            None => sum.constant += factor,
        }
        Some(rest)
    }

    fn refuse_token<T>(&self, token: Token<'_>, raw: Raw<'_>) -> Option<T> {
        let (Token::Name(part)
        | Token::Number(part)
        | Token::Operator(_, part)
        | Token::Comparison(_, part)
        | Token::Unclear(part)) = token;
        self.refuse_part(Code::BadLimit, part, raw);
        None
    }
}

/// Returns the sign of a comparison as files write it.
pub(super) fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtMost => "<=",
        Comparison::AtLeast => ">=",
        Comparison::Equal => "=",
    }
}
