//! From a table to the text of its file: the inverse of reading, without comments.

mod layout;
mod numbers;
mod people;
mod telling;

use layout::{Fields, Node};
use numbers::{curve, number};

use super::read::{LANGUAGES, VERSION};
use super::rules::sign;
use super::worlds::BASE_WORLD;
use crate::domain::{
    AttributeSum, Condition, Interaction, Issue, IssueId, IssueKind, IssueOption, Language, Limit, OptionId, Provision,
    Quantity, Rational, Recipient, Reference, RuleForm, Scale, Table, Text, World, WorldId,
};

/// Writes `table` so that [`read`](super::read) gives an equal one.
#[must_use]
pub fn write(table: &Table) -> String {
    let mut text = Writer { table }.table_node().lay_out(0, 0);
    text.push('\n');
    text
}

/// Writes the parts of one table; it knows their names.
#[derive(Clone, Copy)]
struct Writer<'t> {
    table: &'t Table,
}

impl Writer<'_> {
    fn table_node(self) -> Node {
        let table = self.table;
        let fields = Fields::default()
            .with("version", Node::Atom(VERSION.to_owned()))
            .with("id", Node::quoted(&table.id))
            .maybe("title", unless_name(&table.title, &table.id))
            .maybe("language", (table.language != Language::En).then(|| word(LANGUAGES, &table.language)))
            .flag("fictional", table.narrative.fictional)
            .maybe("order", table.narrative.order.map(|order| Node::Atom(order.to_string())))
            .maybe("phase", self.phase())
            .flag("frozen", table.frozen)
            .maybe("scale", (table.scale == Scale::Points).then(|| Node::Atom("Points".to_owned())));
        let fields = self.story(fields);
        let interests = table.interests.iter().map(|interest| (interest.id.clone(), text(&interest.text)));
        let fields = self.attributes_field(fields.map("interests", interests));
        let fields = self.facts(fields);
        let parties = table.parties.iter().map(|party| (party.id.clone(), self.party(party)));
        let fields = fields.map("parties", parties);
        let neutrals = table.narrative.neutrals.iter().map(|neutral| (neutral.id.clone(), text(&neutral.text)));
        let fields = fields.map("neutrals", neutrals);
        let issues = table.issues.iter_enumerated().map(|(id, issue)| (issue.id.clone(), self.issue(id, issue)));
        let fields = fields
            .map("issues", issues)
            .list("interactions", table.interactions.iter().map(|interaction| self.interaction(interaction)));
        let fields = self.worlds(self.rules(fields));
        self.telling(fields).done()
    }

    fn attributes_field(self, fields: Fields) -> Fields {
        let attributes = self.table.attributes.iter().map(|attribute| {
            let node = match &attribute.unit {
                Some(unit) => Fields::default().with("text", text(&attribute.text)).with("unit", text(unit)).done(),
                None => text(&attribute.text),
            };
            (attribute.id.clone(), node)
        });
        fields.map("attributes", attributes)
    }

    fn issue(self, id: IssueId, issue: &Issue) -> Node {
        let fields = Fields::default()
            .maybe("text", unless_name(&issue.text, &issue.id))
            .maybe("today", issue.today.as_ref().map(|decision| self.decision(id, decision)))
            .flag("outside", issue.outside)
            .maybe("bundle", issue.bundle.as_deref().map(Node::quoted))
            .flag("parked", issue.parked);
        match &issue.kind {
            IssueKind::Choice(options) => {
                let options = options.iter().map(|option| (option.id.clone(), self.issue_option(id, option)));
                fields.with("options", Node::Map(options.collect())).done()
            }
            IssueKind::Quantity(quantity) => fields.with("amount", self.quantity(quantity)).done(),
            IssueKind::Division(division) => {
                let recipients = division.recipients.iter();
                let recipients = recipients.map(|recipient| (recipient.id.clone(), self.recipient(recipient)));
                let division = Fields::default()
                    .with("total", number(&division.total))
                    .maybe("unit", division.unit.as_ref().map(text))
                    .flag("exactly", division.exactly)
                    .map("recipients", recipients);
                fields.with("division", division.done()).done()
            }
        }
    }

    fn issue_option(self, issue: IssueId, option: &IssueOption) -> Node {
        let line = option.remarks.is_empty().then(|| self.line(&option.does)).flatten();
        let text = unless_name(&option.text, &option.id);
        let is_plain = text.is_none() && option.provision.is_none() && option.in_reference;
        let fields = Fields::default().maybe("text", text);
        let fields = match line {
            Some(line) if is_plain => return Node::quoted(&line),
            Some(line) if line.is_empty() => fields,
            Some(line) => fields.with("effects", Node::quoted(&line)),
            None => self.cells(fields, &option.does, &option.remarks, number, "value"),
        };
        let fields = match &option.provision {
            Some(provision) => self.provision(fields, issue, provision),
            None => fields,
        };
        fields.flag("added_later", !option.in_reference).done()
    }

    fn provision(self, fields: Fields, issue: IssueId, provision: &Provision) -> Fields {
        let worlds = provision.worlds.iter().map(|world| Node::quoted(&self.table.worlds[*world].id));
        let otherwise = &self.table.issues[issue].options()[provision.otherwise.position()].id;
        fields
            .with("only_if", Node::List(worlds.collect()))
            .with("otherwise", Node::quoted(otherwise))
            .maybe("event", provision.event.as_ref().map(text))
            .maybe("by", provision.by.as_ref().map(text))
    }

    fn quantity(self, quantity: &Quantity) -> Node {
        let fields = Fields::default()
            .with("from", number(&quantity.from))
            .with("to", number(&quantity.to))
            .maybe("step", quantity.step.as_ref().map(number))
            .maybe("unit", quantity.unit.as_ref().map(text));
        let fields = self.cells(fields, &quantity.does, &quantity.remarks, curve, "curve");
        match &quantity.reference {
            Reference::Whole => fields,
            Reference::Range(from, to) => fields.with("reference", Node::Call("", vec![number(from), number(to)])),
            Reference::Outside => fields.flag("added_later", true),
        }
        .done()
    }

    fn recipient(self, recipient: &Recipient) -> Node {
        self.cells(Fields::default(), &recipient.does, &Default::default(), curve, "curve").done()
    }

    fn interaction(self, interaction: &Interaction) -> Node {
        let pair = vec![self.option(interaction.first), self.option(interaction.second)];
        let fields = Fields::default().with("options", Node::Call("", pair));
        match self.line(&interaction.does) {
            Some(line) => fields.with("effects", Node::quoted(&line)).done(),
            None => self.cells(fields, &interaction.does, &Default::default(), number, "value").done(),
        }
    }

    fn rules(self, fields: Fields) -> Fields {
        let rules = self.table.rules.iter().map(|rule| {
            let fields = Fields::default()
                .maybe("owner", rule.owner.as_ref().map(text))
                .maybe("reason", rule.reason.as_ref().map(text));
            let (_, field, mut parts) = self.rule_form(&rule.form);
            let form = if parts.len() == 1 { parts.remove(0) } else { Node::Call("", parts) };
            (rule.id.clone(), fields.with(field, form).done())
        });
        fields.map("rules", rules)
    }

    /// The name of a form among conditions, its field in a rule, and its parts.
    fn rule_form(self, form: &RuleForm) -> (&'static str, &'static str, Vec<Node>) {
        let set = |count: &u32, options: &[OptionId]| {
            let options = options.iter().map(|option| self.option(*option)).collect();
            vec![Node::Atom(count.to_string()), Node::List(options)]
        };
        match form {
            RuleForm::Limit(limit) => ("Limit", "limit", vec![Node::quoted(&self.limit(limit))]),
            RuleForm::Forbid(option) => ("Forbid", "forbid", vec![self.option(*option)]),
            RuleForm::Requires(one, other) => ("Requires", "requires", vec![self.option(*one), self.option(*other)]),
            RuleForm::Excludes(one, other) => ("Excludes", "excludes", vec![self.option(*one), self.option(*other)]),
            RuleForm::AtMost(count, options) => ("AtMost", "at_most", set(count, options)),
            RuleForm::AtLeast(count, options) => ("AtLeast", "at_least", set(count, options)),
            RuleForm::RedLine { party, interest, at_least } => {
                let party = Node::quoted(&self.table.parties[*party].id);
                let interest = Node::quoted(&self.table.interests[*interest].id);
                ("RedLine", "red_line", vec![party, interest, number(at_least)])
            }
        }
    }

    fn condition(self, condition: &Condition) -> Node {
        match condition {
            Condition::Score { party, at_least } => {
                Node::Call("Score", vec![Node::quoted(&self.table.parties[*party].id), number(at_least)])
            }
            Condition::Rule(form) => {
                let (name, _, parts) = self.rule_form(form);
                Node::Call(name, parts)
            }
        }
    }

    fn limit(self, limit: &Limit) -> String {
        format!("{} {} {}", self.sum(&limit.used), sign(limit.comparison), self.sum(&limit.room))
    }

    fn sum(self, sum: &AttributeSum) -> String {
        let zero = Rational::default();
        let mut terms = Vec::new();
        if sum.constant != zero || sum.terms.is_empty() {
            terms.push((sum.constant.clone(), None));
        }
        terms.extend(sum.terms.iter().map(|(attribute, factor)| (factor.clone(), Some(*attribute))));
        let mut text = String::new();
        for (factor, attribute) in terms {
            let is_negative = factor < zero;
            text.push_str(match (text.is_empty(), is_negative) {
                (true, false) => "",
                (true, true) => "-",
                (false, false) => " + ",
                (false, true) => " - ",
            });
            let size = numbers::size(&factor);
            let name = attribute.map(|attribute| self.table.attributes[attribute].id.as_str());
            text.push_str(&match name {
                Some(name) if size == "1" => name.to_owned(),
                Some(name) => format!("{size}*{name}"),
                None => size,
            });
        }
        text
    }

    fn worlds(self, fields: Fields) -> Fields {
        let base = &self.table.worlds[WorldId::BASE];
        let fields = fields.maybe("base_world", (base.id != BASE_WORLD).then(|| Node::quoted(&base.id)));
        let told = self.table.worlds.iter_enumerated();
        let told = told.filter(|(id, world)| *id != WorldId::BASE || world.text.is_some());
        fields.map("worlds", told.map(|(_, world)| (world.id.clone(), self.world(world))))
    }

    fn world(self, world: &World) -> Node {
        let based_on = (world.based_on != WorldId::BASE).then(|| &self.table.worlds[world.based_on].id);
        let options = world.options.iter().map(|(option, change)| {
            let effects = change.effects.as_ref().map(|effects| self.effects(effects));
            let attributes = change.attributes.as_ref().map(|attributes| self.attributes(attributes));
            let change = Fields::default().maybe("effects", effects).maybe("attributes", attributes);
            (self.option_name(*option), change.done())
        });
        let amounts = world.amounts.iter().map(|(issue, change)| {
            let effects = change.effects.as_ref().map(|curves| self.effect_curves(curves));
            let attributes = change.attributes.as_ref().map(|curves| self.attribute_curves(curves));
            let change = Fields::default().maybe("effects", effects).maybe("attributes", attributes);
            (self.table.issues[*issue].id.clone(), change.done())
        });
        let limits = world.limits.iter();
        let limits = limits.map(|(rule, limit)| (self.table.rules[*rule].id.clone(), Node::quoted(&self.limit(limit))));
        let no_deals = world.no_deals.iter();
        let no_deals = no_deals.map(|(party, value)| (self.table.parties[*party].id.clone(), self.no_deal(value)));
        Fields::default()
            .maybe("text", world.text.as_ref().map(text))
            .maybe("based_on", based_on.map(|id| Node::quoted(id)))
            .map("changes", options.chain(amounts))
            .map("limits", limits)
            .map("no_deals", no_deals)
            .done()
    }

    fn option(self, option: OptionId) -> Node {
        Node::quoted(&self.option_name(option))
    }

    fn option_name(self, option: OptionId) -> String {
        self.table.choice(option)
    }
}

fn text(text: &Text) -> Node {
    match text {
        Text::Plain(text) => Node::quoted(text),
        Text::PerLanguage { en, nl } => {
            Fields::default().with("en", Node::quoted(en)).with("nl", Node::quoted(nl)).done()
        }
    }
}

/// A text, unless it is what the name says already.
fn unless_name(told: &Text, name: &str) -> Option<Node> {
    (*told != Text::from(name)).then(|| text(told))
}

/// The word for `value`, as files say it.
fn word<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> Node {
    let found = words.iter().find(|(_, meaning)| meaning == value);
    Node::Atom(found.map_or("", |(word, _)| word).to_owned())
}
