//! Worlds: what may come true outside the table, told as what it changes.

use typed_index_collections::TiVec;

use super::effects::{CellValue, Cells, Stated};
use super::issues::circles;
use super::names::{Roster, Spelling};
use super::parties::{Subject, bounds};
use super::raw::{Entries, Raw, Shape};
use super::reader::{Reader, shown};
use super::shapes::{DoesRecord, TableRecord, WorldRecord};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Change, Curve, Issue, IssueId, Rational, Rule, RuleForm, RuleId, World, WorldId};

/// The name of the base world where the file gives it none.
pub(super) const BASE_WORLD: &str = "base";

impl<'a> Reader<'a> {
    /// Reads the names of the worlds, the base world first.
    pub(super) fn world_names(&self, file: &TableRecord<'a>) -> Roster {
        let base = file.base_world.map(|raw| Entries(vec![(raw, ())]));
        let base = base
            .map(|base| self.roster("world", Spelling::Free, &base))
            .and_then(|roster| roster.ids.into_iter().next());
        let base = base.unwrap_or_else(|| BASE_WORLD.to_owned());
        let stated = self.roster("world", Spelling::Free, &file.worlds);
        // The base world may be listed for its text.
        let others = stated.ids.into_iter().filter(|id| *id != base);
        Roster::new("world", [base.clone()].into_iter().chain(others))
    }

    /// Reads the worlds.
    pub(super) fn worlds(
        &self,
        entries: &Entries<'a, Raw<'a>>,
        issues: &TiVec<IssueId, Issue>,
        rules: &TiVec<RuleId, Rule>,
    ) -> TiVec<WorldId, World> {
        let mut worlds: TiVec<WorldId, World> = self.names.worlds.ids.iter().map(|id| World::unchanged(id)).collect();
        let mut keys = vec![Raw::default(); worlds.len()];
        for (key, raw) in &entries.0 {
            let Some(at) = key.quoted().and_then(|name| self.names.worlds.position(&name)) else { continue };
            keys[at] = *key;
            let record: WorldRecord<'a> = self.record_of(*raw, "world").unwrap_or_default();
            let id = WorldId::from(at);
            if id == WorldId::BASE {
                self.check_base(&record, *key);
            }
            worlds[id] = self.world(&worlds[id].id, &record, issues, rules);
        }
        // The base world stands on nothing, so it ends every chain.
        let next = |at: usize| (at > 0).then(|| usize::from(worlds[WorldId::from(at)].based_on));
        for at in circles(worlds.len(), next) {
            let problem = Problem::new(Code::WorldCircle).at(self.place(keys[at].0, keys[at]));
            self.report(problem.with("name", shown(&self.names.worlds.ids[at])));
        }
        worlds
    }

    fn check_base(&self, record: &WorldRecord<'a>, key: Raw<'a>) {
        let changes = record.changes.0.len() + record.limits.0.len() + record.no_deals.0.len();
        if changes > 0 || record.based_on.is_some() {
            let name = key.quoted().unwrap_or_default();
            let problem = Problem::new(Code::BaseWorldChanges).at(self.place(key.0, key));
            self.report(problem.with("name", shown(&name)));
        }
    }

    fn world(
        &self,
        id: &str,
        record: &WorldRecord<'a>,
        issues: &TiVec<IssueId, Issue>,
        rules: &TiVec<RuleId, Rule>,
    ) -> World {
        let mut world = World {
            text: self.optional_text(record.text),
            based_on: record.based_on.and_then(|raw| self.world_at(raw)).unwrap_or(WorldId::BASE),
            ..World::unchanged(id)
        };
        self.changes(&record.changes, issues, &mut world);
        self.check_repeats("limit", &record.limits);
        for (key, raw) in &record.limits.0 {
            let (rule, limit) = (self.rule_at(*key), self.limit(*raw));
            let Some(rule) = rule else { continue };
            if rules.get(rule).is_some_and(|rule| !matches!(rule.form, RuleForm::Limit(_))) {
                self.refuse_part(Code::NotALimit, &key.quoted().unwrap_or_default(), *key);
            }
            world.limits.extend(limit.map(|limit| (rule, limit)));
        }
        self.check_repeats("no-deal", &record.no_deals);
        for (key, raw) in &record.no_deals.0 {
            let (party, no_deal) = (self.party_at(*key), self.no_deal(*raw, issues));
            world.no_deals.extend(party.zip(no_deal));
        }
        world
    }

    fn changes(&self, entries: &Entries<'a, Raw<'a>>, issues: &TiVec<IssueId, Issue>, world: &mut World) {
        self.check_repeats("change", entries);
        for (key, raw) in &entries.0 {
            match self.subject(*key) {
                Some(Subject::Option(option)) => {
                    let change = self.change::<Rational>(*raw, Cells { bounds: None, with_remarks: false });
                    world.options.insert(option, change);
                }
                Some(Subject::Amount(issue)) => {
                    let cells = Cells { bounds: bounds(issues, issue), with_remarks: false };
                    world.amounts.insert(issue, self.change::<Curve>(*raw, cells));
                }
                None => {}
            }
        }
    }

    /// Reads an effect line, of which a part without entries isn't stated, or a record of stated parts.
    fn change<V: CellValue>(&self, raw: Raw<'a>, cells: Cells<'_>) -> Change<V> {
        let mut stated = Stated::default();
        if raw.shape() == Shape::Text {
            V::line(self, raw, &mut stated);
        } else if let Some(record) = self.record_of::<DoesRecord<'a>>(raw, "change") {
            stated = self.does(record.effects, record.attributes, cells);
        }
        Change { effects: stated.effects, attributes: stated.attributes }
    }
}
