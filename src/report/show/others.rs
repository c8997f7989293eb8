//! Interests, attributes, rules, worlds, facts and named packages.

use super::Screen;
use super::issue::status;
use super::numbers::{points, signed};
use super::party::support;
use super::what::{self, Feed, Touch};
use crate::domain::{
    AttributeId, Change, Curve, InterestId, IssueId, IssueKind, OptionId, Party, PartyId, Rational, RuleForm, RuleId,
    World, WorldId, write_exact,
};
use crate::report::{facts, typed};

/// How many options and amounts that touch an interest are listed; the rest is counted.
const MOST_TOUCHING: usize = 12;

impl Screen<'_> {
    /// An interest: who weighs it and how heavily, and what touches it most.
    pub(super) fn interest(&mut self, id: InterestId) {
        let interest = &self.table.interests[id];
        self.title(&interest.text, &interest.id);
        let weighers = what::weighers(self.table, id).into_iter();
        let weighers: Vec<Vec<String>> =
            weighers.map(|(party, share)| vec![typed(&self.table.parties[party].id), self.percent(&share)]).collect();
        if weighers.is_empty() {
            let nobody = self.say("show-nobody", &[]);
            self.page.paragraph(nobody);
        }
        self.rows("show-weighed-by-title", &["column-party", "show-share"], weighers);
        let touching = what::touching(self.table, id);
        let rows = touching.iter().take(MOST_TOUCHING).map(|touch| self.touch(touch, signed)).collect();
        self.rows("show-touching", &["show-option", "", "show-effect"], rows);
        if touching.len() > MOST_TOUCHING {
            let count = (touching.len() - MOST_TOUCHING).to_string();
            let more = self.say("show-more", &[("count", &count)]);
            self.page.paragraph(more);
        }
        let mut readings: Vec<String> = Vec::new();
        for (option, _) in self.table.options() {
            let is_read = |party: &Party| party.readings.options.contains_key(&(option, id));
            if self.table.parties.iter().any(is_read) {
                readings.extend(self.readings_of(option));
            }
        }
        self.items("show-readings-here", readings);
    }

    fn touch(&self, touch: &Touch<'_>, tell: impl Fn(&Rational) -> String) -> Vec<String> {
        match touch {
            Touch::Option(option, value) => {
                vec![self.reference(*option), self.voice.text(&self.table.option(*option).text), tell(value)]
            }
            Touch::Amount(issue, curve) => {
                vec![typed(&self.table.issues[*issue].id), self.voice.issue(*issue), points(curve)]
            }
        }
    }

    /// An attribute: what carries it, and the rules that name it.
    pub(super) fn attribute(&mut self, id: AttributeId) {
        let attribute = &self.table.attributes[id];
        self.title(&attribute.text, &attribute.id);
        let unit = self.optional(attribute.unit.as_ref());
        self.labelled(vec![("show-unit", unit)]);
        let carrying = what::carrying(self.table, id);
        let rows = carrying.iter().map(|touch| self.touch(touch, write_exact)).collect();
        self.rows("show-carrying", &["show-option", "", "show-carries"], rows);
        let rules = what::rules_on(self.table, id).into_iter().map(|rule| &self.table.rules[rule]);
        let rules = rules.map(|rule| vec![typed(&rule.id), self.voice.form(&rule.form)]).collect();
        self.rows("show-rules", &[], rules);
    }

    /// A hard rule: what it demands, whose it is and why, and what feeds it.
    pub(super) fn rule(&mut self, id: RuleId) {
        let rule = &self.table.rules[id];
        self.page.heading(typed(&rule.id));
        let demands = Some(self.voice.form(&rule.form));
        let unsaid = || Some(self.say("bill-unsaid", &[]));
        let owner = self.optional(rule.owner.as_ref()).or_else(unsaid);
        let reason = self.optional(rule.reason.as_ref()).or_else(unsaid);
        self.labelled(vec![("show-demands", demands), ("show-owner", owner), ("show-because", reason)]);
        let options = self
            .table
            .options()
            .filter_map(|(option, _)| Some(self.feed(option, what::feeds(self.table, &rule.form, option)?)));
        let mut feeding: Vec<Vec<String>> = options.collect();
        feeding.sort();
        feeding.extend(self.feeding_amounts(&rule.form));
        self.rows("show-feeding", &["show-option", "", "show-puts-in"], feeding);
        let limits = self.table.worlds.iter().filter_map(|world| Some((world, world.limits.get(&id)?)));
        let mut elsewhere: Vec<String> = limits
            .map(|(world, limit)| {
                let form = self.voice.form(&RuleForm::Limit(limit.clone()));
                self.say("show-in-world", &[("world", &typed(&world.id)), ("what", &form)])
            })
            .collect();
        elsewhere.sort();
        self.items("show-elsewhere", elsewhere);
    }

    fn feed(&self, option: OptionId, feed: Feed) -> Vec<String> {
        let told = match feed {
            Feed::Named => self.say("show-named", &[]),
            Feed::Effect(effect) => signed(&effect),
            Feed::Bill { used, room } => {
                let zero = Rational::default();
                let part = |key, amount: &Rational| {
                    (*amount != zero).then(|| self.say(key, &[("amount", &self.voice.amount(amount))]))
                };
                let parts = [part("show-uses", &used), part("show-makes-room", &room)];
                parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
            }
        };
        vec![self.reference(option), self.voice.text(&self.table.option(option).text), told]
    }

    /// The amounts whose curves a rule counts.
    fn feeding_amounts(&self, form: &RuleForm) -> Vec<Vec<String>> {
        let curve = |issue: IssueId| -> Option<Vec<&Curve>> {
            let IssueKind::Quantity(quantity) = &self.table.issues[issue].kind else { return None };
            let curves = match form {
                RuleForm::Limit(limit) => {
                    let carried = quantity.does.attributes.iter();
                    let counted = |id| limit.used.terms.contains_key(id) || limit.room.terms.contains_key(id);
                    carried.filter(|(id, _)| counted(id)).map(|(_, curve)| curve).collect()
                }
                RuleForm::RedLine { interest, .. } => quantity.does.effects.get(interest).into_iter().collect(),
                _ => Vec::new(),
            };
            Some(curves)
        };
        let amounts = self.table.issues_by_name().into_iter();
        let rows = amounts.flat_map(|issue| curve(issue).unwrap_or_default().into_iter().map(move |one| (issue, one)));
        rows.map(|(issue, curve)| self.touch(&Touch::Amount(issue, curve), signed)).collect()
    }

    /// A world: what it changes, how likely parties hold it.
    pub(super) fn world(&mut self, id: WorldId) {
        let world = &self.table.worlds[id];
        self.page.heading(typed(&world.id));
        let text = self.optional(world.text.as_ref());
        let is_base = if id == WorldId::BASE { Some(self.say("show-base", &[])) } else { None };
        text.into_iter().chain(is_base).for_each(|line| self.page.paragraph(line));
        let builds = (id != WorldId::BASE && world.based_on != WorldId::BASE)
            .then(|| typed(&self.table.worlds[world.based_on].id));
        self.labelled(vec![("show-based-on", builds)]);
        let changes = self.changes(world);
        self.items("show-changes", changes);
        let mut probabilities: Vec<String> = Vec::new();
        for party in self.table.parties_by_name().into_iter().map(|party| &self.table.parties[party]) {
            let stated = party.probabilities.get(&id);
            probabilities.extend(stated.map(|chance| {
                let chance = self.percent(chance);
                self.say("show-probability", &[("what", &typed(&party.id)), ("chance", &chance)])
            }));
        }
        self.items("show-probabilities", probabilities);
        let injects = self.table.narrative.injects.iter().filter(|inject| inject.world == Some(id));
        let injects = injects.map(|inject| self.voice.text(&inject.text)).collect();
        self.items("show-injects", injects);
    }

    /// Everything a world changes, a sentence each: options, amounts, limits, no-deals.
    fn changes(&self, world: &World) -> Vec<String> {
        let becomes = |what: String, before: String, after: String| {
            self.say("show-becomes", &[("what", &what), ("before", &before), ("after", &after)])
        };
        let options = world.options.iter().map(|(option, change)| {
            let before = &self.table.option(*option).does;
            becomes(self.reference(*option), self.does(before), self.does(&change.apply(before)))
        });
        let amounts = world.amounts.iter().map(|(issue, change)| {
            let (before, after) = self.changed_curves(*issue, change);
            becomes(typed(&self.table.issues[*issue].id), before, after)
        });
        let limits = world.limits.iter().map(|(rule, limit)| {
            let content = &self.table.rules[*rule];
            let after = self.voice.form(&RuleForm::Limit(limit.clone()));
            becomes(typed(&content.id), self.voice.form(&content.form), after)
        });
        let no_deals = world.no_deals.iter().map(|(party, no_deal)| {
            let content = &self.table.parties[*party];
            let unknown = || self.say("unknown-number", &[]);
            let before = content.no_deal.as_ref().map_or_else(unknown, |before| self.no_deal(before));
            let whose = self.say("show-no-deal-of", &[("party", &typed(&content.id))]);
            becomes(whose, before, self.no_deal(no_deal))
        });
        let mut changes: Vec<String> = options.chain(amounts).collect();
        changes.sort();
        changes.extend(limits);
        changes.extend(no_deals);
        changes
    }

    fn changed_curves(&self, issue: IssueId, change: &Change<Curve>) -> (String, String) {
        match &self.table.issues[issue].kind {
            IssueKind::Quantity(quantity) => {
                (self.curves(&quantity.does).join(" "), self.curves(&change.apply(&quantity.does)).join(" "))
            }
            _ => Default::default(),
        }
    }

    /// A fact: how well it is established, who says so, what would settle it. Nothing if there is none.
    pub(super) fn fact(&mut self, position: usize) {
        let Some(fact) = self.table.narrative.facts.get(position) else { return };
        self.page.heading(typed(&fact.id));
        self.page.paragraph(self.voice.text(&fact.text));
        let status = Some(self.say(status(fact.status), &[]));
        let [source, question, finder] =
            [&fact.source, &fact.question, &fact.finder].map(|text| self.optional(text.as_ref()));
        let parties = |parties: &[PartyId]| (!parties.is_empty()).then(|| self.voice.parties(parties));
        let rests = facts::resting(self.voice, position);
        self.labelled(vec![
            ("show-status", status),
            ("show-claimed-by", parties(&fact.claimed_by)),
            ("show-contested-by", parties(&fact.contested_by)),
            ("show-source", source),
            ("show-question", question),
            ("show-finder", finder),
            ("show-rests", (!rests.is_empty()).then(|| self.voice.list(&rests))),
        ]);
    }

    /// An outside standard. Nothing if there is none.
    pub(super) fn criterion(&mut self, position: usize) {
        let Some(criterion) = self.table.narrative.criteria.get(position) else { return };
        self.title(&criterion.text, &criterion.id);
    }

    /// A named package: what it decides and what was said of it. Nothing if there is none.
    pub(super) fn package(&mut self, position: usize) {
        let Some(known) = self.table.narrative.packages.get(position) else { return };
        self.page.heading(typed(&known.id));
        let text = self.optional(known.text.as_ref());
        let source = self.optional(known.source.as_ref());
        text.into_iter().for_each(|text| self.page.paragraph(text));
        self.labelled(vec![("show-source", source)]);
        let row = |issue: IssueId| {
            let decision = &known.package.decisions[issue];
            let content = &self.table.issues[issue];
            vec![typed(&content.id), self.short(issue, decision), self.voice.decision(issue, decision)]
        };
        let rows = self.table.issues_by_name().into_iter().map(row).collect();
        self.rows("show-choices", &["show-issue", "show-option", ""], rows);
        let to_type = self.say("show-to-type", &[("choices", &self.choices(&known.package))]);
        self.page.paragraph(to_type);
        let last = self.table.narrative.last_words();
        let said = last.iter().filter(|reaction| reaction.package == known.package);
        let said = said.map(|reaction| {
            let support = self.say(support(reaction.support), &[]);
            let interest = reaction.interest.map(|interest| self.voice.text(&self.table.interests[interest].text));
            let because = self.optional(reaction.because.as_ref());
            let says = [Some(support), interest, because].into_iter().flatten().collect::<Vec<_>>().join("; ");
            self.say("show-level", &[("level", &typed(&self.table.parties[reaction.party].id)), ("says", &says)])
        });
        let said = said.collect();
        self.items("show-reactions", said);
        let home = self.table.narrative.explanations.iter().filter(|said| said.package == known.package);
        let home = home.map(|said| {
            let text = self.voice.text(&said.text);
            self.say("show-level", &[("level", &typed(&self.table.parties[said.party].id)), ("says", &text)])
        });
        let home = home.collect();
        self.items("show-at-home", home);
    }
}
