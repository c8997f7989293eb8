//! What is told around the numbers: story, facts, roles, events, packages with a name.

use typed_index_collections::TiVec;

use super::effects::STATUSES;
use super::names::{Roster, Spelling};
use super::parties::SUPPORTS;
use super::raw::{Entries, Raw, Shape};
use super::reader::Reader;
use super::shapes::{
    AttributeRecord, FactRecord, HomeTextRecord, ImpactRecord, InjectRecord, PackageRecord, ReactionRecord, TableRecord,
};
use crate::domain::{
    Attribute, AttributeId, Clause, Criterion, Fact, HomeText, ImpactNode, Inject, Interest, InterestId, Issue,
    IssueId, NamedPackage, Narrative, Neutral, Package, Reaction, Status, Text,
};

impl<'a> Reader<'a> {
    /// Reads the interests.
    pub(super) fn interests(&self, entries: &Entries<'a, Raw<'a>>) -> TiVec<InterestId, Interest> {
        let named = self.names.interests.ids.iter().zip(&entries.0);
        named.map(|(id, (_, raw))| Interest { id: id.clone(), text: self.text_or(*raw, id) }).collect()
    }

    /// Reads the attributes: a text, or a record with a unit.
    pub(super) fn attributes_list(&self, entries: &Entries<'a, Raw<'a>>) -> TiVec<AttributeId, Attribute> {
        let named = self.names.attributes.ids.iter().zip(&entries.0);
        let attributes = named.map(|(id, (_, raw))| {
            let is_record = raw.shape() == Shape::Record && !self.is_text_per_language(*raw);
            let (text, unit) = if is_record {
                let record: AttributeRecord<'a> = self.record(*raw).unwrap_or_default();
                (self.optional_text(record.text), self.optional_text(record.unit))
            } else {
                (self.text(*raw), None)
            };
            Attribute { id: id.clone(), text: text.unwrap_or_else(|| Text::from(id.as_str())), unit }
        });
        attributes.collect()
    }

    /// Whether a record starts like `(en: ..` or `(nl: ..`.
    fn is_text_per_language(&self, raw: Raw<'a>) -> bool {
        let inside = raw.0.trim_start_matches('(').trim_start();
        let field = inside.split(|c: char| c == ':' || c.is_whitespace()).next();
        matches!(field, Some("en" | "nl"))
    }

    fn text_or(&self, raw: Raw<'a>, default: &str) -> Text {
        self.text(raw).unwrap_or_else(|| Text::from(default))
    }

    /// Reads everything that is told and never computed with.
    pub(super) fn narrative(&self, file: &TableRecord<'a>, issues: &TiVec<IssueId, Issue>) -> Narrative {
        let text = |raw: Option<Raw<'a>>| self.optional_text(raw);
        let names = |kind, entries: &Entries<'a, Raw<'a>>| self.roster(kind, Spelling::Free, entries);
        let texts = |kind, entries: &Entries<'a, Raw<'a>>| {
            let ids = names(kind, entries).ids.into_iter().zip(&entries.0);
            ids.map(|(id, (_, raw))| (self.text_or(*raw, &id), id)).collect::<Vec<_>>()
        };
        let criteria = texts("criterion", &file.criteria).into_iter();
        let neutrals = texts("neutral", &file.neutrals).into_iter();
        let clauses = texts("clause", &file.clauses).into_iter();
        Narrative {
            fictional: file.fictional,
            order: file.order.and_then(|raw| self.count(raw)),
            source: text(file.source),
            story: text(file.story),
            lesson: text(file.lesson),
            provenance: text(file.provenance),
            ambition: text(file.ambition),
            facts: self.facts(&names("fact", &file.facts), &file.facts),
            criteria: criteria.map(|(text, id)| Criterion { id, text }).collect(),
            neutrals: neutrals.map(|(text, id)| Neutral { id, text }).collect(),
            injects: self.injects(&names("inject", &file.injects), &file.injects),
            clauses: clauses.map(|(text, id)| Clause { id, text }).collect(),
            impact: file.impact.iter().filter_map(|raw| self.impact(*raw)).collect(),
            reactions: file.reactions.iter().filter_map(|raw| self.reaction(*raw, issues)).collect(),
            explanations: file.explanations.iter().filter_map(|raw| self.home_text(*raw, issues)).collect(),
            packages: self.packages(&names("package", &file.packages), &file.packages, issues),
            debrief: file.debrief.iter().filter_map(|raw| self.text(*raw)).collect(),
            disclosed: file.disclosed.iter().filter_map(|raw| self.disclosed(*raw)).collect(),
            blank: file.blank,
        }
    }

    fn facts(&self, names: &Roster, entries: &Entries<'a, Raw<'a>>) -> Vec<Fact> {
        let named = names.ids.iter().zip(&entries.0);
        let facts = named.filter_map(|(id, (key, raw))| {
            let record: FactRecord<'a> = self.record_of(*raw, "fact")?;
            let status = self.required(record.status, *key, "fact", "status");
            let status = status.and_then(|raw| self.word(raw, STATUSES)).unwrap_or(Status::Assumed);
            Some(Fact {
                id: id.clone(),
                text: self.required_text(record.text, *key, "fact"),
                status,
                source: self.optional_text(record.source),
                question: self.optional_text(record.question),
                finder: self.optional_text(record.finder),
                claimed_by: record.claimed_by.iter().filter_map(|raw| self.party_at(*raw)).collect(),
                contested_by: record.contested_by.iter().filter_map(|raw| self.party_at(*raw)).collect(),
                rules: record.rules.iter().filter_map(|raw| self.rule_at(*raw)).collect(),
                options: record.options.iter().filter_map(|raw| self.option_at(*raw)).collect(),
            })
        });
        facts.collect()
    }

    fn injects(&self, names: &Roster, entries: &Entries<'a, Raw<'a>>) -> Vec<Inject> {
        let named = names.ids.iter().zip(&entries.0);
        let injects = named.filter_map(|(id, (key, raw))| {
            let record: InjectRecord<'a> = self.record_of(*raw, "inject")?;
            let world = record.world.and_then(|raw| self.world_at(raw));
            Some(Inject { id: id.clone(), text: self.required_text(record.text, *key, "inject"), world })
        });
        injects.collect()
    }

    fn impact(&self, raw: Raw<'a>) -> Option<ImpactNode> {
        let record: ImpactRecord<'a> = self.record_of(raw, "impact")?;
        Some(self.impact_node(&record, raw))
    }

    fn impact_node(&self, record: &ImpactRecord<'a>, place: Raw<'a>) -> ImpactNode {
        let text = |raw: Option<Raw<'a>>| self.optional_text(raw);
        ImpactNode {
            text: self.required_text(record.text, place, "impact"),
            unit: text(record.unit),
            baseline: text(record.baseline),
            target: text(record.target),
            owner: text(record.owner),
            causes: record.causes.iter().map(|cause| self.impact_node(cause, place)).collect(),
        }
    }

    fn reaction(&self, raw: Raw<'a>, issues: &TiVec<IssueId, Issue>) -> Option<Reaction> {
        let record: ReactionRecord<'a> = self.record_of(raw, "reaction")?;
        let party = self.required(record.party, raw, "reaction", "party").and_then(|raw| self.party_at(raw));
        let package = self.required(record.package, raw, "reaction", "package");
        let package: Option<Package> = package.and_then(|raw| self.package(issues, raw));
        let support = self.required(record.says, raw, "reaction", "says").and_then(|raw| self.word(raw, SUPPORTS));
        let interest = record.interest.and_then(|raw| self.interest_at(raw));
        let because = self.optional_text(record.because);
        Some(Reaction { party: party?, package: package?, support: support?, interest, because })
    }

    fn home_text(&self, raw: Raw<'a>, issues: &TiVec<IssueId, Issue>) -> Option<HomeText> {
        let record: HomeTextRecord<'a> = self.record_of(raw, "explanation")?;
        let party = self.required(record.party, raw, "explanation", "party").and_then(|raw| self.party_at(raw));
        let package = self.required(record.package, raw, "explanation", "package");
        let package: Option<Package> = package.and_then(|raw| self.package(issues, raw));
        Some(HomeText { party: party?, package: package?, text: self.required_text(record.text, raw, "explanation") })
    }

    fn packages(
        &self,
        names: &Roster,
        entries: &Entries<'a, Raw<'a>>,
        issues: &TiVec<IssueId, Issue>,
    ) -> Vec<NamedPackage> {
        let named = names.ids.iter().zip(&entries.0);
        let packages = named.filter_map(|(id, (key, raw))| {
            let record: PackageRecord<'a> = self.record_of(*raw, "named-package")?;
            let choices = self.required(record.choices, *key, "package", "choices");
            let package = choices.and_then(|raw| self.package(issues, raw));
            let (text, source) = (self.optional_text(record.text), self.optional_text(record.source));
            Some(NamedPackage { id: id.clone(), text, source, package: package? })
        });
        packages.collect()
    }
}
