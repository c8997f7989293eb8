//! The whole table on one screen, and what it still lacks.

use super::{Screen, what};
use crate::domain::{Attendance, InterestId, IssueId, Missing, PartyId, Phase, RuleId, Weights};
use crate::report::typed;

impl Screen<'_> {
    /// One screen: who is here, what is decided, what limits it, what is missing.
    pub(super) fn whole_table(&mut self) {
        self.title(&self.table.title, &self.table.id);
        if self.table.narrative.fictional {
            let fictional = self.say("fictional", &[]);
            self.page.paragraph(fictional);
        }
        if let Some(ambition) = &self.table.narrative.ambition {
            let ambition = self.voice.text(ambition);
            let ambition = self.say("show-ambition", &[("ambition", &ambition)]);
            self.page.paragraph(ambition);
        }
        let phase = self.table.narrative.phase;
        if phase != Phase::default() {
            let phase = self.say("show-phase", &[("phase", &self.say(&format!("phase-{}", phase.word()), &[]))]);
            self.page.paragraph(phase);
        }
        let parties = self.table.parties_by_name().into_iter().map(|party| self.party_row(party)).collect();
        self.rows("show-parties", &["column-party", "", "show-group", "show-interests", "column-no-deal"], parties);
        self.interests_rows();
        self.issue_rows();
        self.rule_rows();
        self.world_and_package_rows();
        let missing = self.missing();
        if missing.is_empty() {
            self.heading("show-missing");
            let nothing = self.say("show-missing-nothing", &[]);
            self.page.paragraph(nothing);
        }
        self.items("show-missing", missing);
    }

    fn party_row(&self, id: PartyId) -> Vec<String> {
        let party = &self.table.parties[id];
        let group = party.group.as_deref().map(typed).unwrap_or_default();
        let group = if party.attendance == Attendance::MayStayOut {
            [group, self.say("show-may-stay-out", &[])]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("; ")
        } else {
            group
        };
        let interests = party.weights.values().len().to_string();
        let interests = match &party.weights {
            Weights::Ranking(_) => self.say("show-count-ranked", &[("count", &interests)]),
            Weights::Ranges(_) => self.say("show-count-ranges", &[("count", &interests)]),
            Weights::Numbers(_) => interests,
        };
        // A name that says no more than the one that is typed isn't told twice.
        let called = Some(self.voice.called(id)).filter(|called| *called != party.id).unwrap_or_default();
        vec![typed(&party.id), called, group, interests, self.no_deal_in_short(id)]
    }

    /// Whether the no-deal is known, and where it stands if that can be told.
    fn no_deal_in_short(&self, id: PartyId) -> String {
        let Some(no_deal) = &self.table.parties[id].no_deal else { return self.say("unknown-number", &[]) };
        let known = || self.say("show-known", &[]);
        let score = self.circumstances.as_ref().and_then(|circumstances| circumstances.no_deal_score(id));
        match score.map(|score| self.voice.points(&score)) {
            Some(score) if what::is_rough(no_deal) => self.say("show-rough", &[("score", &score)]),
            Some(score) => score,
            None => known(),
        }
    }

    fn interests_rows(&mut self) {
        let row = |id: InterestId| {
            let interest = &self.table.interests[id];
            let parties = self.table.parties_by_name().into_iter();
            let weighing = parties.filter(|party| self.table.parties[*party].weights.values().contains_key(&id));
            let weighing: Vec<String> = weighing.map(|party| typed(&self.table.parties[party].id)).collect();
            vec![typed(&interest.id), self.voice.text(&interest.text), weighing.join(" · ")]
        };
        let rows = self.table.interests_by_name().into_iter().map(row).collect();
        self.rows("show-all-interests", &["show-interest", "", "show-weighed-by"], rows);
    }

    fn issue_rows(&mut self) {
        let row = |id: IssueId| {
            let issue = &self.table.issues[id];
            vec![typed(&issue.id), self.voice.text(&issue.text), self.range(id, issue)]
        };
        let rows = self.table.issues_by_name().into_iter().map(row).collect();
        self.rows("show-issues", &["show-issue", "", "show-options"], rows);
    }

    fn rule_rows(&mut self) {
        let row = |id: RuleId| {
            let rule = &self.table.rules[id];
            let owner = rule.owner.as_ref().map(|owner| self.voice.text(owner)).unwrap_or_default();
            vec![typed(&rule.id), self.voice.form(&rule.form), owner]
        };
        let rows = self.table.rules_by_name().into_iter().map(row).collect();
        self.rows("show-rules", &["show-rule", "show-demands", "show-owner"], rows);
    }

    fn world_and_package_rows(&mut self) {
        let mut worlds: Vec<_> = self.table.worlds.iter().skip(1).collect();
        worlds.sort_by_key(|world| &world.id);
        let text = |text: &Option<_>| text.as_ref().map(|text| self.voice.text(text)).unwrap_or_default();
        let base = self.table.worlds.iter().take(1).filter(|_| !worlds.is_empty());
        let base = base.map(|world| vec![typed(&world.id), self.say("show-base", &[])]);
        let rows = base.chain(worlds.iter().map(|world| vec![typed(&world.id), text(&world.text)])).collect();
        let mut packages: Vec<_> = self.table.narrative.packages.iter().collect();
        packages.sort_by_key(|package| &package.id);
        let packages = packages.into_iter().map(|known| vec![typed(&known.id), text(&known.text)]).collect();
        self.rows("show-worlds", &[], rows);
        let mut criteria: Vec<_> = self.table.narrative.criteria.iter().collect();
        criteria.sort_by_key(|criterion| &criterion.id);
        let criteria = criteria.into_iter().map(|one| vec![typed(&one.id), self.voice.text(&one.text)]).collect();
        self.rows("show-criteria", &[], criteria);
        self.rows("show-packages", &[], packages);
        let ideas = self.table.narrative.ideas.iter().map(|idea| self.voice.text(idea)).collect();
        self.items("show-ideas", ideas);
    }

    /// What is still missing, a sentence each: what stops every answer first, then what weakens it.
    fn missing(&self) -> Vec<String> {
        let stops = self.table.ready().err().unwrap_or_default();
        let mut missing: Vec<String> = stops.iter().map(|missing| self.one_missing(missing)).collect();
        let unknown: Vec<PartyId> = self.table.parties_by_name();
        let unknown = unknown.into_iter().filter(|party| self.table.parties[*party].no_deal.is_none());
        let unknown: Vec<String> = unknown.map(|party| typed(&self.table.parties[party].id)).collect();
        if !unknown.is_empty() {
            missing.push(self.say("show-missing-no-deal", &[("parties", &self.voice.list(&unknown))]));
        }
        let unweighed = what::unweighed(self.table);
        let unweighed: Vec<String> = unweighed.into_iter().map(|id| typed(&self.table.interests[id].id)).collect();
        if !unweighed.is_empty() {
            missing.push(self.say("show-missing-unweighed", &[("interests", &self.voice.list(&unweighed))]));
        }
        missing
    }

    fn one_missing(&self, missing: &Missing) -> String {
        let of_issue = |key, issue: IssueId| self.say(key, &[("issue", &typed(&self.table.issues[issue].id))]);
        match missing {
            Missing::Parties => self.say("show-missing-parties", &[]),
            Missing::Issues => self.say("show-missing-issues", &[]),
            Missing::Weights(party) => {
                self.say("show-missing-weights", &[("party", &typed(&self.table.parties[*party].id))])
            }
            Missing::Options(issue) => of_issue("show-missing-options", *issue),
            Missing::Today(issue) => of_issue("show-missing-today", *issue),
            Missing::Recipients(issue) => of_issue("show-missing-recipients", *issue),
        }
    }
}
