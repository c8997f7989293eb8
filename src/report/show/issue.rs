//! Issues and options: what each does for each interest, and when it holds.

use std::collections::BTreeSet;

use super::numbers::{points, signed};
use super::{Screen, what};
use crate::domain::{
    AttributeId, Change, Curve, Decision, Division, InterestId, Issue, IssueId, IssueKind, IssueOption, OptionId,
    Quantity, Rational, Remark, Status, Subject as Cell, Text, World, write_exact,
};
use crate::report::blocks::Blocks;
use crate::report::typed;

/// What stands before an effect that some party reads otherwise, so that it can be seen without colour.
const READ_OTHERWISE: &str = "* ";

impl Screen<'_> {
    /// An issue and what each decision on it does.
    pub(super) fn issue(&mut self, id: IssueId) {
        let issue = &self.table.issues[id];
        self.title(&issue.text, &issue.id);
        let today = issue.today.as_ref().map(|today| self.short(id, today));
        let today = today.or_else(|| Some(self.say("unknown-number", &[])));
        let yes = |key| Some(self.say(key, &[]));
        let parked = if issue.parked { yes("show-is-parked") } else { None };
        let outside = if issue.outside { yes("show-is-outside") } else { None };
        let range = if issue.options().is_empty() { Some(self.decidable(id, issue)) } else { None };
        self.labelled(vec![
            ("show-decided", range),
            ("show-today-label", today),
            ("show-parked-label", parked),
            ("show-outside", outside),
            ("show-bundle", issue.bundle.as_deref().map(typed)),
        ]);
        match &issue.kind {
            IssueKind::Choice(options) => self.choice(id, issue, options),
            IssueKind::Quantity(quantity) => self.quantity(id, quantity),
            IssueKind::Division(division) => self.division(division),
        }
        let mandates = self.mandates_on(id);
        self.items("show-mandates", mandates);
    }

    fn choice(&mut self, id: IssueId, issue: &Issue, options: &[IssueOption]) {
        let ids: Vec<OptionId> = (0..options.len()).map(|at| OptionId::new(id, at)).collect();
        let names: Vec<String> =
            ids.iter().map(|option| self.with_mark(issue, &Decision::Option(option.index), id)).collect();
        let texts = names.iter().zip(options).filter(|(_, option)| option.text != option.id.as_str().into());
        let texts = texts.map(|(name, option)| vec![name.clone(), self.voice.text(&option.text)]).collect();
        self.rows("show-all-options", &[], texts);
        self.effects_grid(&ids, &names);
        self.attributes_grid(&ids, &names);
        let readings = ids.iter().flat_map(|option| self.readings_of(*option)).collect();
        self.items("show-readings-marked", readings);
        let conditions = ids.iter().filter_map(|option| self.condition(*option)).collect();
        self.items("show-conditions", conditions);
    }

    /// Options by interests; an effect that some party reads otherwise is marked.
    fn effects_grid(&mut self, options: &[OptionId], names: &[String]) {
        let interests = self.interests_of(options);
        if interests.is_empty() {
            return;
        }
        self.heading("show-effects");
        let heads = interests.iter().map(|id| typed(&self.table.interests[*id].id)).collect();
        let mut grid = Blocks::of_numbers(String::new(), heads);
        for (option, name) in options.iter().zip(names) {
            grid.row(name.clone(), interests.iter().map(|interest| self.effect(*option, *interest)).collect());
        }
        grid.add_to(&mut self.page, self.width);
    }

    /// The interests that some option does something for in somebody's reading, by name.
    fn interests_of(&self, options: &[OptionId]) -> Vec<InterestId> {
        let table = options.iter().flat_map(|option| self.table.option(*option).does.effects.keys());
        let readings = self.table.parties.iter().flat_map(|party| party.readings.options.keys());
        let own = readings.filter(|(option, _)| options.contains(option)).map(|(_, interest)| interest);
        let mut interests: Vec<InterestId> = table.chain(own).copied().collect::<BTreeSet<_>>().into_iter().collect();
        interests.sort_by_key(|id| &self.table.interests[*id].id);
        interests
    }

    fn effect(&self, option: OptionId, interest: InterestId) -> String {
        let zero = Rational::default();
        let effect = self.table.option(option).does.effects.get(&interest).filter(|effect| **effect != zero);
        let effect = effect.map_or_else(|| "·".to_owned(), signed);
        let is_read = self.table.parties.iter().any(|party| party.readings.options.contains_key(&(option, interest)));
        if is_read { format!("{READ_OTHERWISE}{effect}") } else { effect }
    }

    fn attributes_grid(&mut self, options: &[OptionId], names: &[String]) {
        let carried = options.iter().flat_map(|option| self.table.option(*option).does.attributes.keys());
        let mut carried: Vec<AttributeId> = carried.copied().collect::<BTreeSet<_>>().into_iter().collect();
        carried.sort_by_key(|id| &self.table.attributes[*id].id);
        if carried.is_empty() {
            return;
        }
        self.heading("show-attributes");
        let heads = carried.iter().map(|id| typed(&self.table.attributes[*id].id)).collect();
        let mut grid = Blocks::of_numbers(String::new(), heads);
        for (option, name) in options.iter().zip(names) {
            let attributes = &self.table.option(*option).does.attributes;
            let cell = |id: &AttributeId| attributes.get(id).map_or_else(|| "·".to_owned(), write_exact);
            grid.row(name.clone(), carried.iter().map(cell).collect());
        }
        grid.add_to(&mut self.page, self.width);
    }

    /// When an option holds only in some worlds: in which, and what counts otherwise.
    fn condition(&self, option: OptionId) -> Option<String> {
        let provision = self.table.option(option).provision.as_ref()?;
        let mut worlds: Vec<String> = provision.worlds.iter().map(|id| typed(&self.table.worlds[*id].id)).collect();
        worlds.sort();
        let arguments = [
            ("option", self.reference(option)),
            ("worlds", self.voice.list(&worlds)),
            ("otherwise", self.reference(provision.otherwise)),
        ];
        let holds = self.say("show-only-if", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())));
        let text = |text: &Option<Text>| text.as_ref().map(|text| self.voice.phrase(text));
        Some(match (text(&provision.event), text(&provision.by)) {
            (None, None) => holds,
            (Some(event), None) => self.say("show-event", &[("holds", &holds), ("event", &event)]),
            (None, Some(by)) => self.say("show-by", &[("holds", &holds), ("by", &by)]),
            (Some(event), Some(by)) => self.say("show-event-by", &[("holds", &holds), ("event", &event), ("by", &by)]),
        })
    }

    fn quantity(&mut self, id: IssueId, quantity: &Quantity) {
        let curves = self.curves(&quantity.does);
        self.items("show-curves", curves);
        let mut readings = Vec::new();
        for party in self.table.parties_by_name().into_iter().map(|party| &self.table.parties[party]) {
            let own = party.readings.amounts.iter().filter(|((issue, _), _)| *issue == id);
            readings.extend(own.map(|((_, interest), curve)| {
                let curve = format!("{} {}", typed(&self.table.interests[*interest].id), points(curve));
                self.say("show-reads", &[("party", &typed(&party.id)), ("reading", &curve)])
            }));
        }
        self.items("show-readings-here", readings);
    }

    fn division(&mut self, division: &Division) {
        let recipients = division.recipients.iter().map(|recipient| {
            let does = self.curves(&recipient.does).join(" · ");
            self.say("show-recipient", &[("recipient", &typed(&recipient.id)), ("does", &does)])
        });
        let recipients = recipients.collect();
        self.items("show-curves", recipients);
    }

    /// The table's own curve of an amount for an interest.
    pub(super) fn table_curve(&self, issue: IssueId, interest: InterestId) -> Option<&Curve> {
        match &self.table.issues[issue].kind {
            IssueKind::Quantity(quantity) => quantity.does.effects.get(&interest),
            _ => None,
        }
    }

    fn mandates_on(&self, issue: IssueId) -> Vec<String> {
        let parties = self.table.parties_by_name().into_iter().map(|party| &self.table.parties[party]);
        let mandated = parties.filter_map(|party| {
            let mandate = self.voice.text(party.mandates.get(&issue)?);
            Some(self.say("show-mandate", &[("issue", &typed(&party.id)), ("mandate", &mandate)]))
        });
        mandated.collect()
    }

    /// An option: what it does for whom, when it holds, which rules it matters to.
    pub(super) fn option(&mut self, id: OptionId) {
        let option = self.table.option(id);
        let name = format!("{}={}", self.table.issues[id.issue].id, option.id);
        self.title(&option.text, &name);
        let added = if option.in_reference { None } else { Some(self.say("show-added-later", &[])) };
        let is_today = self.table.issues[id.issue].today == Some(Decision::Option(id.index));
        let today = if is_today { Some(self.say("show-holds-today", &[])) } else { None };
        let (issue, does) = (Some(self.voice.issue(id.issue)), Some(self.does(&option.does)));
        self.labelled(vec![
            ("show-issue", issue),
            ("show-does", does),
            ("show-today-label", today),
            ("show-reference", added),
        ]);
        let effects = self.option_effects(option);
        self.rows("show-effects", &["show-interest", "", "show-effect", "show-weighed-by"], effects);
        let remarks = option.remarks.iter().map(|(cell, remark)| self.remark(cell, remark)).collect();
        self.items("show-remarks", remarks);
        let readings = self.readings_of(id);
        self.items("show-readings-here", readings);
        let conditions: Vec<String> = self.condition(id).into_iter().chain(self.worlds_changing(id)).collect();
        self.items("show-conditions", conditions);
        let rules = what::rules_fed_by(self.table, id).into_iter();
        let rules = rules.map(|rule| vec![typed(&self.table.rules[rule].id), self.voice.why_rule(rule)]).collect();
        self.rows("show-rules", &[], rules);
    }

    fn option_effects(&self, option: &IssueOption) -> Vec<Vec<String>> {
        let mut effects: Vec<_> = option.does.effects.iter().collect();
        effects.sort_by_key(|(interest, _)| &self.table.interests[**interest].id);
        let row = |(interest, effect): (&InterestId, &Rational)| {
            let content = &self.table.interests[*interest];
            let weighers = what::weighers(self.table, *interest).into_iter();
            let weighers: Vec<String> = weighers.map(|(party, _)| typed(&self.table.parties[party].id)).collect();
            vec![typed(&content.id), self.voice.text(&content.text), signed(effect), weighers.join(" · ")]
        };
        effects.into_iter().map(row).collect()
    }

    fn remark(&self, cell: &Cell, remark: &Remark) -> String {
        let name = match cell {
            Cell::Effect(interest) => typed(&self.table.interests[*interest].id),
            Cell::Attribute(attribute) => typed(&self.table.attributes[*attribute].id),
        };
        let status = remark.status.map(|status| self.say(self::status(status), &[]));
        let source = self.optional(remark.source.as_ref());
        let told = [status, source].into_iter().flatten().collect::<Vec<_>>().join("; ");
        self.say("show-remark", &[("what", &name), ("remark", &told)])
    }

    fn worlds_changing(&self, option: OptionId) -> Vec<String> {
        let mut worlds: Vec<_> = self.table.worlds.iter().collect();
        worlds.sort_by_key(|world| &world.id);
        let changed = worlds.into_iter().filter_map(|world| Some((world, world.options.get(&option)?)));
        let tell = |(world, change): (&World, &Change<Rational>)| {
            let after = self.does(&change.apply(&self.table.option(option).does));
            self.say("show-in-world", &[("world", &typed(&world.id)), ("what", &after)])
        };
        changed.map(tell).collect()
    }
}

/// The words for how well something is established.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Agreed => "status-agreed",
        Status::Contested => "status-contested",
        Status::Assumed => "status-assumed",
        Status::Invented => "status-invented",
    }
}
