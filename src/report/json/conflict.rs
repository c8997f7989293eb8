//! A conflict and its repairs as JSON.

use serde::Serialize;

use super::Ordered;
use crate::analysis::Conditional;
use crate::domain::{Condition, OptionId, PartyId, RuleForm, RuleId, Table, Text, nearest_f64};
use crate::optimize::{Conflict, Reason, Repair};
use crate::report::Violation;
use crate::report::proposal::command;
use crate::report::said::no_behind;
use crate::valuation::Circumstances;

/// Something that a package must keep.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum ReasonJson {
    /// A hard rule.
    Rule { rule: String, reason: Option<String> },
    /// A party would rather have no deal.
    NoDeal { party: String, reason: Option<String> },
    /// What a body at home must find.
    Ratification { party: String, body: String },
    /// A no that offers keep clear of, and the interest that it was said for.
    SpokenNo { party: String, package: Option<String>, because: Option<String> },
    /// What was asked besides: its position among the demands, and what it says where that is an option or a score.
    Asked {
        demand: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        choice: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        party: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        at_least: Option<f64>,
    },
}

/// A way out of a conflict.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum RepairJson {
    /// Talk about a parked issue.
    OpenIssue { issue: String },
    /// Bring a world about, or agree on condition of it.
    World { world: String },
    /// Invent something between options.
    Between { options: Ordered<Vec<String>> },
    /// Agree on condition. Also told in full among the suggestions.
    Conditional { option: String, only_if: Vec<String>, otherwise: String, command: String },
    /// A rule alone gives: `less` if less of what it counts would have to do, else `more` than it allows.
    RuleGives { rule: String, amount: f64, way: &'static str },
    /// A rule goes.
    RuleGoes { rule: String },
    /// A ratifying body's demand goes.
    RatificationGives { party: String, body: String },
    /// A party alone comes down. For the moderator only.
    NoDealGives { party: String, amount: f64 },
}

/// How reasons are told: in which circumstances.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) circumstances: &'a Circumstances<'a>,
    /// What was asked besides.
    pub(super) also: &'a [Condition],
}

impl Teller<'_> {
    /// A part of a conflict.
    pub(super) fn reason(self, reason: &Reason) -> ReasonJson {
        match reason {
            Reason::Rule(rule) => self.rule(*rule),
            Reason::NoDeal(party) => self.no_deal(*party),
            Reason::Asked(demand) => self.asked(*demand),
            Reason::Ratification { party, body } => {
                ReasonJson::Ratification { party: self.party(*party), body: self.body(*party, *body) }
            }
        }
    }

    /// What stands in the way of a package that was given.
    pub(super) fn violation(self, violation: Violation) -> ReasonJson {
        match violation {
            Violation::Rule(rule) => self.rule(rule),
            Violation::NoDeal(party) => self.no_deal(party),
        }
    }

    /// The ways out, gentlest first; what could be agreed on condition stands before anybody has to give.
    pub(super) fn repairs(self, conflict: &Conflict, suggestions: &[Conditional]) -> Vec<RepairJson> {
        let (gentle, giving) = conflict.repairs.split_at(conflict.gentle());
        let told = gentle.iter().map(|repair| self.repair(repair)).chain(suggestions.iter().map(conditional));
        told.chain(giving.iter().map(|repair| self.repair(repair))).collect()
    }

    /// A way out.
    pub(super) fn repair(self, repair: &Repair) -> RepairJson {
        let table = self.table();
        match repair {
            Repair::OpenIssue(issue) => RepairJson::OpenIssue { issue: table.issues[*issue].id.clone() },
            Repair::World(world) => RepairJson::World { world: table.worlds[*world].id.clone() },
            Repair::Between { options } => {
                let name = |option: &OptionId| table.option(*option).id.clone();
                let one = |options: &Vec<OptionId>| options.iter().map(name).collect::<Vec<_>>();
                let all = options.iter().map(|(issue, options)| (table.issues[*issue].id.clone(), one(options)));
                RepairJson::Between { options: Ordered(all.collect()) }
            }
            Repair::RuleGives { rule, amount, less } => {
                let (rule, way) = (table.rules[*rule].id.clone(), if *less { "less" } else { "more" });
                RepairJson::RuleGives { rule, amount: nearest_f64(amount), way }
            }
            Repair::RuleGoes { rule } => RepairJson::RuleGoes { rule: table.rules[*rule].id.clone() },
            Repair::RatificationGives { party, body } => {
                RepairJson::RatificationGives { party: self.party(*party), body: self.body(*party, *body) }
            }
            Repair::NoDealGives { party, amount } => {
                RepairJson::NoDealGives { party: self.party(*party), amount: nearest_f64(amount) }
            }
        }
    }

    fn table(&self) -> &Table {
        self.circumstances.table.table()
    }

    fn text(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| text.get(self.table().language).to_owned())
    }

    fn rule(&self, rule: RuleId) -> ReasonJson {
        let content = &self.table().rules[rule];
        ReasonJson::Rule { rule: content.id.clone(), reason: self.text(content.reason.as_ref()) }
    }

    fn asked(&self, demand: usize) -> ReasonJson {
        let table = self.table();
        if let Some(clear) = self.also.get(demand).and_then(|demand| no_behind(self.circumstances, demand)) {
            return ReasonJson::SpokenNo {
                party: self.party(clear.no.party),
                package: table.narrative.name_of(&clear.no.package).map(str::to_owned),
                because: clear.no.interest.map(|interest| table.interests[interest].id.clone()),
            };
        }
        let (mut choice, mut party, mut at_least) = (None, None, None);
        match self.also.get(demand) {
            Some(Condition::Rule(RuleForm::AtLeast(1, options))) if options.len() == 1 => {
                choice = Some(table.choice(options[0]));
            }
            Some(Condition::Score { party: whose, at_least: score }) => {
                (party, at_least) = (Some(self.party(*whose)), Some(nearest_f64(score)));
            }
            _ => {}
        }
        ReasonJson::Asked { demand, choice, party, at_least }
    }

    fn no_deal(&self, party: PartyId) -> ReasonJson {
        let reason = self.circumstances.no_deal(party).and_then(|no_deal| no_deal.reason.as_ref());
        ReasonJson::NoDeal { party: self.party(party), reason: self.text(reason) }
    }

    fn party(&self, party: PartyId) -> String {
        self.table().parties[party].id.clone()
    }

    fn body(&self, party: PartyId, body: usize) -> String {
        self.table().parties[party].ratification[body].body.get(self.table().language).to_owned()
    }
}

/// What could be agreed on condition.
fn conditional(of: &Conditional) -> RepairJson {
    RepairJson::Conditional {
        option: of.table.choice(of.option),
        only_if: of.worlds.iter().map(|world| of.table.worlds[*world].id.clone()).collect(),
        otherwise: of.table.choice(of.otherwise),
        command: command(of),
    }
}
