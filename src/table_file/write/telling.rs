//! What is told around the numbers, as files write it.

use super::layout::{Fields, Node};
use super::numbers::number;
use super::{Writer, text, word};
use crate::domain::{Content, Disclosure, ImpactNode, PartyId};
use crate::table_file::effects::STATUSES;
use crate::table_file::parties::SUPPORTS;

impl Writer<'_> {
    pub(super) fn story(self, fields: Fields) -> Fields {
        let narrative = &self.table.narrative;
        fields
            .maybe("source", narrative.source.as_ref().map(text))
            .maybe("story", narrative.story.as_ref().map(text))
            .maybe("lesson", narrative.lesson.as_ref().map(text))
            .maybe("provenance", narrative.provenance.as_ref().map(text))
            .maybe("ambition", narrative.ambition.as_ref().map(text))
    }

    pub(super) fn facts(self, fields: Fields) -> Fields {
        let facts = self.table.narrative.facts.iter().map(|fact| {
            let node = Fields::default()
                .with("text", text(&fact.text))
                .with("status", word(STATUSES, &fact.status))
                .maybe("source", fact.source.as_ref().map(text))
                .maybe("question", fact.question.as_ref().map(text))
                .maybe("finder", fact.finder.as_ref().map(text))
                .list("claimed_by", fact.claimed_by.iter().map(|party| self.party_name(*party)))
                .list("contested_by", fact.contested_by.iter().map(|party| self.party_name(*party)))
                .list("rules", fact.rules.iter().map(|rule| Node::quoted(&self.table.rules[*rule].id)))
                .list("options", fact.options.iter().map(|option| Node::quoted(&self.option_name(*option))));
            (fact.id.clone(), node.done())
        });
        fields.map("facts", facts)
    }

    fn party_name(self, party: PartyId) -> Node {
        Node::quoted(&self.table.parties[party].id)
    }

    pub(super) fn telling(self, fields: Fields) -> Fields {
        let narrative = &self.table.narrative;
        let criteria = narrative.criteria.iter().map(|criterion| (criterion.id.clone(), text(&criterion.text)));
        let clauses = narrative.clauses.iter().map(|clause| (clause.id.clone(), text(&clause.text)));
        let injects = narrative.injects.iter().map(|inject| {
            let world = inject.world.map(|world| Node::quoted(&self.table.worlds[world].id));
            (inject.id.clone(), Fields::default().with("text", text(&inject.text)).maybe("world", world).done())
        });
        let reactions = narrative.reactions.iter().map(|reaction| {
            Fields::default()
                .with("party", self.party_name(reaction.party))
                .with("package", self.package(&reaction.package))
                .with("says", word(SUPPORTS, &reaction.support))
                .maybe("interest", reaction.interest.map(|interest| Node::quoted(&self.table.interests[interest].id)))
                .maybe("because", reaction.because.as_ref().map(text))
                .done()
        });
        let explanations = narrative.explanations.iter().map(|said| {
            Fields::default()
                .with("party", self.party_name(said.party))
                .with("package", self.package(&said.package))
                .with("text", text(&said.text))
                .done()
        });
        let packages = narrative.packages.iter().map(|named| {
            let node = Fields::default()
                .maybe("text", named.text.as_ref().map(text))
                .maybe("source", named.source.as_ref().map(text))
                .with("choices", self.package(&named.package));
            (named.id.clone(), node.done())
        });
        fields
            .map("criteria", criteria)
            .map("clauses", clauses)
            .map("injects", injects)
            .list("impact", narrative.impact.iter().map(impact))
            .list("reactions", reactions)
            .list("explanations", explanations)
            .map("packages", packages)
            .list("debrief", narrative.debrief.iter().map(text))
            .list("disclosed", narrative.disclosed.iter().map(|shown| self.disclosed(shown)))
            .flag("blank", narrative.blank)
    }
}

impl Writer<'_> {
    fn disclosed(self, shown: &Disclosure) -> Node {
        let fields = Fields::default().maybe("to", shown.to.map(|party| self.party_name(party)));
        match &shown.content {
            Content::Line(line) => fields.with("line", Node::quoted(line)),
            Content::Part(part) => fields.with("part", Node::quoted(part.word())),
            Content::Package(package) => fields
                .with("package", Node::quoted(&package.name))
                .with("choices", Node::quoted(&package.choices))
                .maybe("acceptable", package.verdict.map(|verdict| Node::Atom(verdict.to_string())))
                .list("bands", package.bands.iter().flatten().map(|count| Node::Atom(count.to_string())))
                .maybe("score", package.score.as_ref().map(number)),
        }
        .done()
    }
}

fn impact(node: &ImpactNode) -> Node {
    Fields::default()
        .with("text", text(&node.text))
        .maybe("unit", node.unit.as_ref().map(text))
        .maybe("baseline", node.baseline.as_ref().map(text))
        .maybe("target", node.target.as_ref().map(text))
        .maybe("owner", node.owner.as_ref().map(text))
        .list("causes", node.causes.iter().map(impact))
        .done()
}
