//! The table and its parts as JSON. Works on a half-built table.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::line;
use super::package::{choice, choices};
use crate::domain::{
    Attendance, AttributeId, Curve, Datum, Does, InterestId, IssueId, IssueKind, Limit, Missing, NoDeal, NoDealValue,
    OptionId, Package, PartyId, Rational, RuleForm, RuleId, Status, Support, Table, Text, Weights, WorldId,
    nearest_f64,
};
use crate::explain::Subject;
use crate::report::Wordbook;
use crate::report::voice::Voice;

/// A table that is told as values; texts in its own language.
struct Told<'a> {
    table: &'a Table,
    words: Wordbook,
}

/// A part of a table as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn show_json(table: &Table, subject: Subject) -> Result<String, serde_json::Error> {
    let told = Told { table, words: Wordbook::new(table.language) };
    line(&match subject {
        Subject::Table => told.whole_table(),
        Subject::Party(party) => told.party(party),
        Subject::Interest(interest) => told.interest(interest),
        Subject::Attribute(attribute) => told.attribute(attribute),
        Subject::Issue(issue) => told.issue(issue),
        Subject::Option(option) => told.option(option),
        Subject::Rule(rule) => told.rule(rule),
        Subject::World(world) => told.world(world),
        Subject::Fact(position) => told.fact(position),
        Subject::Criterion(position) => told.criterion(position),
        Subject::Package(position) => told.package(position),
    })
}

/// A fact as a value, with texts in the table's own language.
pub(super) fn fact_value(table: &Table, position: usize) -> Value {
    Told { table, words: Wordbook::new(table.language) }.fact(position)
}

impl Told<'_> {
    fn text(&self, text: &Text) -> Value {
        json!(text.get(self.table.language))
    }

    fn optional(&self, text: Option<&Text>) -> Value {
        text.map_or(Value::Null, |text| self.text(text))
    }

    fn choices(&self, package: &Package) -> Value {
        json!(choices(self.table, package))
    }

    fn whole_table(&self) -> Value {
        let table = self.table;
        let ids = |ids: &mut dyn Iterator<Item = &String>| {
            let mut ids: Vec<&String> = ids.collect();
            ids.sort();
            json!(ids)
        };
        let issues = table.issues_by_name().into_iter().map(|issue| self.issue(issue));
        let missing = table.ready().err().unwrap_or_default();
        json!({
            "kind": "table",
            "id": table.id,
            "title": self.text(&table.title),
            "ambition": self.optional(table.narrative.ambition.as_ref()),
            "fictional": table.narrative.fictional,
            "frozen": table.frozen,
            "parties": table.parties_by_name().into_iter().map(|party| self.party(party)).collect::<Vec<_>>(),
            "interests": ids(&mut table.interests.iter().map(|interest| &interest.id)),
            "attributes": ids(&mut table.attributes.iter().map(|attribute| &attribute.id)),
            "issues": issues.collect::<Vec<_>>(),
            "rules": ids(&mut table.rules.iter().map(|rule| &rule.id)),
            "worlds": ids(&mut table.worlds.iter().map(|world| &world.id)),
            "facts": ids(&mut table.narrative.facts.iter().map(|fact| &fact.id)),
            "criteria": ids(&mut table.narrative.criteria.iter().map(|criterion| &criterion.id)),
            "packages": ids(&mut table.narrative.packages.iter().map(|package| &package.id)),
            "missing": missing.iter().map(|missing| self.missing(missing)).collect::<Vec<_>>(),
        })
    }

    fn missing(&self, missing: &Missing) -> Value {
        let of_issue = |kind, issue: &IssueId| json!({"kind": kind, "issue": self.table.issues[*issue].id});
        match missing {
            Missing::Parties => json!({"kind": "parties"}),
            Missing::Issues => json!({"kind": "issues"}),
            Missing::Weights(party) => json!({"kind": "weights", "party": self.table.parties[*party].id}),
            Missing::Options(issue) => of_issue("options", issue),
            Missing::Today(issue) => of_issue("today", issue),
            Missing::Recipients(issue) => of_issue("recipients", issue),
        }
    }

    /// The ranges of weights; `null` where weights are numbers or a ranking.
    fn ranges(&self, weights: &Weights) -> Value {
        let Weights::Ranges(ranges) = weights else { return Value::Null };
        let ranges = ranges.iter().map(|(interest, ends)| {
            (&self.table.interests[*interest].id, json!([nearest_f64(&ends[0]), nearest_f64(&ends[1])]))
        });
        object(ranges)
    }

    /// A party without what is for its own eyes.
    fn party(&self, id: PartyId) -> Value {
        let seen = self.table.without_own(id);
        Told { table: &seen, words: Wordbook::new(seen.language) }.party_as_listed(id)
    }

    fn party_as_listed(&self, id: PartyId) -> Value {
        let party = &self.table.parties[id];
        let bodies = party.ratification.iter().map(|body| {
            let conditions = self.voice().conditions(&body.conditions);
            json!({"body": self.text(&body.body), "known": !body.conditions.is_empty(), "needs": conditions})
        });
        let mandates = party.mandates.iter().map(|(issue, text)| (&self.table.issues[*issue].id, self.text(text)));
        let levels = party.levels.iter();
        let levels = levels.map(|level| json!({"level": self.text(&level.text), "says": support(level.support)}));
        let chances = party.probabilities.iter();
        let chances = chances.map(|(world, chance)| (&self.table.worlds[*world].id, json!(nearest_f64(chance))));
        json!({
            "kind": "party",
            "id": party.id,
            "own": party.openness.own().map(Datum::word).collect::<Vec<_>>(),
            "name": self.text(&party.name),
            "role": self.optional(party.role.as_ref()),
            "group": party.group,
            "needed": party.attendance == Attendance::Needed,
            "legal_form": self.optional(party.legal_form.as_ref()),
            "positions": party.positions.iter().map(|text| self.text(text)).collect::<Vec<_>>(),
            "ranking": matches!(party.weights, Weights::Ranking(_)),
            "weights": self.numbers(&party.weights.values()),
            "ranges": self.ranges(&party.weights),
            "no_deal": party.no_deal.as_ref().map(|no_deal| self.no_deal(no_deal)),
            "readings": self.readings(id),
            "ratification": bodies.collect::<Vec<_>>(),
            "mandates": object(mandates),
            "levels": levels.collect::<Vec<_>>(),
            "probabilities": object(chances),
        })
    }

    fn voice(&self) -> Voice<'_> {
        Voice { words: &self.words, table: self.table }
    }

    fn readings(&self, id: PartyId) -> Value {
        let readings = &self.table.parties[id].readings;
        let interest = |interest: &InterestId| self.table.interests[*interest].id.as_str();
        let options = readings.options.iter().map(|((option, on), value)| {
            json!({"of": self.table.choice(*option), "interest": interest(on), "effect": nearest_f64(value)})
        });
        let amounts = readings.amounts.iter().map(|((issue, on), value)| {
            json!({"of": self.table.issues[*issue].id, "interest": interest(on), "curve": curve(value)})
        });
        json!(options.chain(amounts).collect::<Vec<_>>())
    }

    fn numbers(&self, effects: &BTreeMap<InterestId, Rational>) -> Value {
        object(effects.iter().map(|(id, value)| (&self.table.interests[*id].id, json!(nearest_f64(value)))))
    }

    fn attributes(&self, carried: &BTreeMap<AttributeId, Rational>) -> Value {
        object(carried.iter().map(|(id, value)| (&self.table.attributes[*id].id, json!(nearest_f64(value)))))
    }

    fn curves(&self, does: &Does<Curve>) -> Value {
        let effects = does.effects.iter().map(|(id, value)| (&self.table.interests[*id].id, curve(value)));
        let attributes = does.attributes.iter().map(|(id, value)| (&self.table.attributes[*id].id, curve(value)));
        json!({"effects": object(effects), "attributes": object(attributes)})
    }

    fn no_deal(&self, no_deal: &NoDeal) -> Value {
        let (form, value) = match &no_deal.value {
            NoDealValue::Score(score) => ("score", json!(nearest_f64(score))),
            NoDealValue::Effects(effects) => ("effects", self.numbers(effects)),
            NoDealValue::Package(package) => ("package", self.choices(package)),
            NoDealValue::Today => ("today", Value::Null),
        };
        let range = no_deal.range.as_ref();
        let range = range.map(|range| [&range.low, &range.likely, &range.high].map(nearest_f64));
        json!({"form": form, "value": value, "because": self.optional(no_deal.reason.as_ref()), "range": range})
    }

    fn interest(&self, id: InterestId) -> Value {
        let interest = &self.table.interests[id];
        let weights = self.table.parties.iter().filter_map(|party| {
            let weight = party.weights.values().remove(&id)?;
            Some((&party.id, json!(nearest_f64(&weight))))
        });
        let options = self.table.options().filter_map(|(option, content)| {
            let effect = content.does.effects.get(&id)?;
            Some((self.table.choice(option), json!(nearest_f64(effect))))
        });
        let options: Map<String, Value> = options.collect();
        json!({
            "kind": "interest",
            "id": interest.id,
            "text": self.text(&interest.text),
            "weights": object(weights),
            "options": options,
        })
    }

    fn attribute(&self, id: AttributeId) -> Value {
        let attribute = &self.table.attributes[id];
        let options = self.table.options().filter_map(|(option, content)| {
            let carried = content.does.attributes.get(&id)?;
            Some((self.table.choice(option), json!(nearest_f64(carried))))
        });
        let options: Map<String, Value> = options.collect();
        json!({
            "kind": "attribute",
            "id": attribute.id,
            "text": self.text(&attribute.text),
            "unit": self.optional(attribute.unit.as_ref()),
            "options": options,
        })
    }

    fn issue(&self, id: IssueId) -> Value {
        let issue = &self.table.issues[id];
        let options = (0..issue.options().len()).map(|at| self.option(OptionId::new(id, at)));
        let mut told = json!({
            "kind": "issue",
            "id": issue.id,
            "text": self.text(&issue.text),
            "today": issue.today.as_ref().map(|today| json!(choice(self.table, id, today))),
            "parked": issue.parked,
            "outside": issue.outside,
            "bundle": issue.bundle,
        });
        match &issue.kind {
            IssueKind::Choice(_) => told["options"] = json!(options.collect::<Vec<_>>()),
            IssueKind::Quantity(quantity) => {
                told["amount"] = json!({
                    "from": nearest_f64(&quantity.from),
                    "to": nearest_f64(&quantity.to),
                    "step": quantity.step.as_ref().map(nearest_f64),
                    "unit": self.optional(quantity.unit.as_ref()),
                    "does": self.curves(&quantity.does),
                });
            }
            IssueKind::Division(division) => {
                let recipients = division.recipients.iter();
                told["division"] = json!({
                    "total": nearest_f64(&division.total),
                    "exactly": division.exactly,
                    "recipients": object(recipients.map(|one| (&one.id, self.curves(&one.does)))),
                });
            }
        }
        told
    }

    fn option(&self, id: OptionId) -> Value {
        let option = self.table.option(id);
        let condition = option.provision.as_ref().map(|provision| {
            let worlds = provision.worlds.iter().map(|world| &self.table.worlds[*world].id).collect::<Vec<_>>();
            let text = |text: &Option<Text>| text.as_ref().map(|text| self.text(text));
            json!({"only_if": worlds, "otherwise": self.table.choice(provision.otherwise),
                "event": text(&provision.event), "by": text(&provision.by)})
        });
        json!({
            "kind": "option",
            "issue": self.table.issues[id.issue].id,
            "id": option.id,
            "text": self.text(&option.text),
            "effects": self.numbers(&option.does.effects),
            "attributes": self.attributes(&option.does.attributes),
            "condition": condition,
            "in_reference": option.in_reference,
        })
    }

    fn rule(&self, id: RuleId) -> Value {
        let rule = &self.table.rules[id];
        json!({
            "kind": "rule",
            "id": rule.id,
            "owner": self.optional(rule.owner.as_ref()),
            "reason": self.optional(rule.reason.as_ref()),
            "demands": self.voice().form(&rule.form),
        })
    }

    fn world(&self, id: WorldId) -> Value {
        let world = &self.table.worlds[id];
        let options = world.options.iter().map(|(option, change)| {
            let after = change.apply(&self.table.option(*option).does);
            let does =
                json!({"effects": self.numbers(&after.effects), "attributes": self.attributes(&after.attributes)});
            (self.table.choice(*option), does)
        });
        let options: Map<String, Value> = options.collect();
        let amounts = world.amounts.iter().filter_map(|(issue, change)| match &self.table.issues[*issue].kind {
            IssueKind::Quantity(quantity) => {
                Some((&self.table.issues[*issue].id, self.curves(&change.apply(&quantity.does))))
            }
            _ => None,
        });
        let limit = |limit: &Limit| json!(self.voice().form(&RuleForm::Limit(limit.clone())));
        let limits = world.limits.iter().map(|(rule, content)| (&self.table.rules[*rule].id, limit(content)));
        let no_deals = world.no_deals.iter();
        let no_deals = no_deals.map(|(party, stated)| (&self.table.parties[*party].id, self.no_deal(stated)));
        json!({
            "kind": "world",
            "id": world.id,
            "text": self.optional(world.text.as_ref()),
            "base": id == WorldId::BASE,
            "based_on": self.table.worlds[world.based_on].id,
            "options": options,
            "amounts": object(amounts),
            "limits": object(limits),
            "no_deals": object(no_deals),
        })
    }

    fn fact(&self, position: usize) -> Value {
        let Some(fact) = self.table.narrative.facts.get(position) else { return Value::Null };
        json!({
            "kind": "fact",
            "id": fact.id,
            "text": self.text(&fact.text),
            "status": status(fact.status),
            "source": self.optional(fact.source.as_ref()),
            "question": self.optional(fact.question.as_ref()),
            "finder": self.optional(fact.finder.as_ref()),
            "claimed_by": self.parties(&fact.claimed_by),
            "contested_by": self.parties(&fact.contested_by),
        })
    }

    fn parties(&self, parties: &[PartyId]) -> Value {
        json!(parties.iter().map(|party| &self.table.parties[*party].id).collect::<Vec<_>>())
    }

    fn criterion(&self, position: usize) -> Value {
        let Some(criterion) = self.table.narrative.criteria.get(position) else { return Value::Null };
        json!({"kind": "criterion", "id": criterion.id, "text": self.text(&criterion.text)})
    }

    fn package(&self, position: usize) -> Value {
        let Some(known) = self.table.narrative.packages.get(position) else { return Value::Null };
        let mut told = json!({
            "kind": "package",
            "id": known.id,
            "text": self.optional(known.text.as_ref()),
            "source": self.optional(known.source.as_ref()),
            "choices": self.choices(&known.package),
        });
        let said = super::said::said(self.table, &known.package);
        if !said.is_empty() {
            told["said"] = json!(said);
        }
        told
    }
}

/// An object, its keys by name.
fn object<'a>(entries: impl Iterator<Item = (&'a String, Value)>) -> Value {
    Value::Object(entries.map(|(key, value)| (key.clone(), value)).collect())
}

fn curve(curve: &Curve) -> Value {
    json!(curve.points().iter().map(|(amount, value)| [nearest_f64(amount), nearest_f64(value)]).collect::<Vec<_>>())
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "agreed",
        Status::Contested => "contested",
        Status::Assumed => "assumed",
        Status::Invented => "invented",
    }
}

pub(super) fn support(support: Support) -> &'static str {
    match support {
        Support::FullYes => "full_yes",
        Support::Yes => "yes",
        Support::YesWithQuestion => "yes_with_question",
        Support::Unknown => "unknown",
        Support::NoUnless => "no_unless",
        Support::No => "no",
    }
}
