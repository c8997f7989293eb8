//! A party: what it says, why it cares, what it has without an agreement, who at home must say yes.

use super::numbers::{points, signed};
use super::{Screen, what};
use crate::domain::{
    Attendance, Datum, NoDeal, OptionId, Party, PartyId, Rational, Support, Weights, World, WorldId, integer,
    write_exact, write_range,
};
use crate::report::page::Page;
use crate::report::sheet::kept;
use crate::report::typed;
use crate::report::voice::Voice;

impl Screen<'_> {
    /// Everything that is recorded of a party, but its role in training.
    pub(super) fn party(&mut self, id: PartyId) {
        let party = &self.table.parties[id];
        self.title(party.called(), &party.id);
        let attendance = match party.attendance {
            Attendance::Needed => "show-needed",
            Attendance::MayStayOut => "show-may-stay-out",
        };
        let attendance = self.say(attendance, &[]);
        let legal_form = self.optional(party.legal_form.as_ref());
        self.labelled(vec![
            ("show-group", party.group.as_deref().map(typed)),
            ("show-attendance", Some(attendance)),
            ("show-legal-form", legal_form),
        ]);
        let positions =
            party.positions.iter().map(|text| self.say("show-position", &[("position", &self.voice.text(text))]));
        let positions = positions.collect();
        self.items("show-positions", positions);
        // What is kept is missing here, which isn't the same as unknown.
        let is_kept = |datum| party.openness.is_own(datum);
        if !is_kept(Datum::Interests) && !is_kept(Datum::Weights) {
            self.weights(id, party);
        }
        if !is_kept(Datum::NoDeal) {
            self.party_no_deal(id, party);
        }
        let readings = self.readings(party);
        self.items("show-readings", readings);
        self.at_home(party);
        let probabilities = self.probabilities(party);
        self.items("show-probabilities", probabilities);
        kept(self.voice, id).into_iter().for_each(|kept| self.page.paragraph(kept));
    }

    /// The interests of a party with their shares of its weight.
    fn weights(&mut self, id: PartyId, party: &Party) {
        let values = party.weights.values();
        let row = |(interest, share): (_, Rational)| {
            let content = &self.table.interests[interest];
            let given = match &party.weights {
                Weights::Numbers(_) => values.get(&interest).map(write_exact).unwrap_or_default(),
                Weights::Ranges(ranges) => ranges.get(&interest).map(write_range).unwrap_or_default(),
                Weights::Ranking(ranks) => {
                    ranks.iter().position(|rank| rank.contains(&interest)).map_or(0, |at| at + 1).to_string()
                }
            };
            vec![typed(&content.id), self.voice.text(&content.text), self.percent(&share), given]
        };
        let rows: Vec<Vec<String>> = what::shares(self.table, id).into_iter().map(row).collect();
        let is_ranking = matches!(party.weights, Weights::Ranking(_));
        let given = if is_ranking { "show-rank" } else { "show-weight" };
        if rows.is_empty() {
            self.heading("show-all-interests");
            let none = self.say("show-no-interests", &[]);
            self.page.paragraph(none);
        }
        self.rows("show-all-interests", &["show-interest", "", "show-share", given], rows);
        let remark = match &party.weights {
            Weights::Numbers(_) => return,
            Weights::Ranking(_) => "show-ranking",
            Weights::Ranges(_) => "show-ranges",
        };
        let remark = self.say(remark, &[]);
        self.page.paragraph(remark);
    }

    /// A share of 1 in percent.
    pub(super) fn percent(&self, share: &Rational) -> String {
        let percent = share * integer(100);
        let written = if percent.is_integer() { write_exact(&percent) } else { self.voice.points(&percent) };
        format!("{written}%")
    }

    fn party_no_deal(&mut self, id: PartyId, party: &Party) {
        self.heading("show-no-deal");
        let Some(no_deal) = &party.no_deal else {
            let unknown = self.say("show-no-deal-unknown", &[]);
            self.page.paragraph(unknown);
            return;
        };
        let stands = self.circumstances.as_ref().and_then(|circumstances| circumstances.no_deal_score(id));
        let stands = stands.map(|score| self.voice.points(&score));
        let stands = if what::is_rough(no_deal) { None } else { stands };
        let range = no_deal.range.as_ref().map(|range| {
            let [low, likely, high] = [&range.low, &range.likely, &range.high].map(|score| self.voice.points(score));
            self.say("show-range-of", &[("low", &low), ("likely", &likely), ("high", &high)])
        });
        let is = Some(self.no_deal(no_deal));
        let reason = self.optional(no_deal.reason.as_ref());
        self.labelled(vec![
            ("show-no-deal-is", is),
            ("show-because", reason),
            ("show-stands", stands),
            ("show-range", range),
        ]);
        let elsewhere = self.no_deals_elsewhere(id);
        elsewhere.into_iter().for_each(|item| self.page.item(item));
    }

    fn no_deals_elsewhere(&self, id: PartyId) -> Vec<String> {
        let stated = self.table.worlds.iter().filter_map(|world| Some((world, world.no_deals.get(&id)?)));
        let mut stated: Vec<_> = stated.collect();
        stated.sort_by_key(|(world, _)| &world.id);
        let tell = |(world, no_deal): (&World, &NoDeal)| {
            self.say("show-in-world", &[("world", &typed(&world.id)), ("what", &self.no_deal(no_deal))])
        };
        stated.into_iter().map(tell).collect()
    }

    /// Where the party judges an effect otherwise than the table does.
    fn readings(&self, party: &Party) -> Vec<String> {
        let options = party.readings.options.iter().map(|((option, interest), own)| {
            let table = self.table.option(*option).does.effects.get(interest).cloned().unwrap_or_default();
            self.reading(self.reference(*option), &self.table.interests[*interest].id, signed(own), signed(&table))
        });
        let amounts = party.readings.amounts.iter().map(|((issue, interest), own)| {
            let table = self.table_curve(*issue, *interest).map_or_else(|| "·".to_owned(), points);
            self.reading(typed(&self.table.issues[*issue].id), &self.table.interests[*interest].id, points(own), table)
        });
        let mut readings: Vec<String> = options.chain(amounts).collect();
        readings.sort();
        readings
    }

    fn reading(&self, what: String, interest: &str, own: String, table: String) -> String {
        let arguments = [("what", &*what), ("interest", &*typed(interest)), ("own", &*own), ("table", &*table)];
        self.say("show-reading", &arguments)
    }

    /// Who at home must say yes, what may be decided, what each level says.
    fn at_home(&mut self, party: &Party) {
        let bodies = party.ratification.iter().map(|body| {
            let conditions = self.voice.conditions(&body.conditions);
            self.say("show-body", &[("body", &self.voice.text(&body.body)), ("conditions", &conditions)])
        });
        let bodies = bodies.collect();
        let mut mandates: Vec<_> = party.mandates.iter().collect();
        mandates.sort_by_key(|(issue, _)| &self.table.issues[**issue].id);
        let mandates = mandates.into_iter().map(|(issue, text)| {
            let issue = typed(&self.table.issues[*issue].id);
            self.say("show-mandate", &[("issue", &issue), ("mandate", &self.voice.text(text))])
        });
        let mandates = mandates.collect();
        let levels = party.levels.iter().map(|level| {
            let says = self.say(support(level.support), &[]);
            self.say("show-level", &[("level", &self.voice.text(&level.text)), ("says", &says)])
        });
        let levels = levels.collect();
        self.items("show-ratification", bodies);
        self.items("show-mandates", mandates);
        self.items("show-levels", levels);
    }

    fn probabilities(&self, party: &Party) -> Vec<String> {
        let mut stated: Vec<_> = party.probabilities.iter().collect();
        stated.sort_by_key(|(world, _)| &self.table.worlds[**world].id);
        let tell = |(world, chance): (&WorldId, &Rational)| {
            let world = typed(&self.table.worlds[*world].id);
            self.say("show-probability", &[("what", &world), ("chance", &self.percent(chance))])
        };
        stated.into_iter().map(tell).collect()
    }

    /// Who reads an effect of an option otherwise than the table does, a sentence each.
    pub(super) fn readings_of(&self, option: OptionId) -> Vec<String> {
        let mut told = Vec::new();
        for id in self.table.parties_by_name() {
            let party = &self.table.parties[id];
            for ((of, interest), own) in &party.readings.options {
                if *of == option {
                    let table = self.table.option(option).does.effects.get(interest).cloned().unwrap_or_default();
                    let interest = &self.table.interests[*interest].id;
                    let sentence = self.reading(self.reference(option), interest, signed(own), signed(&table));
                    told.push(self.say("show-reads", &[("party", &typed(&party.id)), ("reading", &sentence)]));
                }
            }
        }
        told
    }
}

/// Where a party judges effects otherwise than the table does, a sentence each.
pub(in crate::report) fn readings_of(party: PartyId, voice: Voice<'_>) -> Vec<String> {
    let screen = Screen { page: Page::default(), voice, table: voice.table, circumstances: None, width: 0 };
    screen.readings(&voice.table.parties[party])
}

/// The words of the five-step scale.
pub(in crate::report) fn support(support: Support) -> &'static str {
    match support {
        Support::FullYes => "support-full-yes",
        Support::Yes => "support-yes",
        Support::YesWithQuestion => "support-yes-with-question",
        Support::Unknown => "support-unknown",
        Support::NoUnless => "support-no-unless",
        Support::No => "support-no",
    }
}
