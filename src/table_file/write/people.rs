//! Parties as files write them.

use std::collections::BTreeMap;

use super::layout::{Fields, Node};
use super::numbers::{curve, number};
use super::{Writer, text, unless_name, word};
use crate::domain::{
    Attendance, NoDeal, NoDealValue, OptionId, Party, RatifyingBody, Rational, Reading, Said, SpokenAnswer, Weights,
};
use crate::domain::{Curve, InterestId, IssueId, write_range};
use crate::table_file::parties::{HEARD, SUPPORTS};
use crate::table_file::reader::written;

impl Writer<'_> {
    pub(super) fn party(self, party: &Party) -> Node {
        let mandates = party.mandates.iter();
        let mandates = mandates.map(|(issue, mandate)| (self.table.issues[*issue].id.clone(), text(mandate)));
        let levels = party.levels.iter().map(|level| {
            let says = word(SUPPORTS, &level.support);
            Fields::default().with("text", text(&level.text)).with("says", says).done()
        });
        let probabilities = party.probabilities.iter();
        let probabilities = probabilities.map(|(world, value)| (self.table.worlds[*world].id.clone(), number(value)));
        let audiences = party.openness.audiences.iter();
        Fields::default()
            .maybe("name", unless_name(&party.name, &party.id))
            .maybe("role", party.role.as_ref().map(text))
            .maybe("group", party.group.as_deref().map(Node::quoted))
            .flag("may_stay_out", party.attendance == Attendance::MayStayOut)
            .list("positions", party.positions.iter().map(text))
            .maybe("weights", self.weights(&party.weights))
            .map("readings", self.readings(&party.readings))
            .maybe("no_deal", party.no_deal.as_ref().map(|no_deal| self.no_deal(no_deal)))
            .list("ratification", party.ratification.iter().map(|body| self.body(body)))
            .map("mandates", mandates)
            .list("levels", levels)
            .maybe("legal_form", party.legal_form.as_ref().map(text))
            .map("probabilities", probabilities)
            .map(
                "openness",
                audiences.map(|(datum, audience)| (datum.word().to_owned(), Node::quoted(audience.word()))),
            )
            .maybe("briefing", party.briefing.as_ref().map(text))
            .list("answers", party.answers.iter().map(answer))
            .map("said", party.said.iter().map(|(id, heard)| (self.table.interests[*id].id.clone(), said(heard))))
            .map("interview", party.interview.iter().map(|(question, answer)| (question.clone(), text(answer))))
            .flag("weights_confirmed", party.weights_confirmed)
            .done()
    }

    fn weights(self, weights: &Weights) -> Option<Node> {
        let name = |id: &InterestId| self.table.interests[*id].id.clone();
        let line = match weights {
            Weights::Numbers(weights) => {
                let parts = weights.iter().map(|(id, weight)| format!("{} {}", name(id), written(weight)));
                parts.collect::<Vec<_>>().join(", ")
            }
            Weights::Ranges(ranges) => {
                let parts = ranges.iter().map(|(id, range)| format!("{} {}", name(id), write_range(range)));
                parts.collect::<Vec<_>>().join(", ")
            }
            Weights::Ranking(ranks) => {
                let ranks = ranks.iter().map(|rank| rank.iter().map(name).collect::<Vec<_>>().join(" = "));
                ranks.collect::<Vec<_>>().join(" > ")
            }
        };
        (!line.is_empty()).then(|| Node::quoted(&line))
    }

    fn readings(self, readings: &Reading) -> Vec<(String, Node)> {
        let mut options: BTreeMap<OptionId, BTreeMap<InterestId, Rational>> = BTreeMap::new();
        for ((option, interest), effect) in &readings.options {
            options.entry(*option).or_default().insert(*interest, effect.clone());
        }
        let mut amounts: BTreeMap<IssueId, BTreeMap<InterestId, Curve>> = BTreeMap::new();
        for ((issue, interest), curve) in &readings.amounts {
            amounts.entry(*issue).or_default().insert(*interest, curve.clone());
        }
        let options = options.iter().map(|(option, effects)| (self.option_name(*option), self.effects(effects)));
        let amounts = amounts.iter().map(|(issue, curves)| {
            let curves = curves.iter().map(|(id, value)| (self.table.interests[*id].id.clone(), curve(value)));
            (self.table.issues[*issue].id.clone(), Node::Map(curves.collect()))
        });
        options.chain(amounts).collect()
    }

    pub(super) fn no_deal(self, no_deal: &NoDeal) -> Node {
        let fields = Fields::default();
        let fields = match &no_deal.value {
            NoDealValue::Score(score) => fields.with("score", number(score)),
            NoDealValue::Effects(effects) => fields.with("effects", self.effects(effects)),
            NoDealValue::Package(package) => fields.with("package", self.package(package)),
            NoDealValue::Today => fields.flag("today", true),
        };
        let range = no_deal.range.as_ref();
        let range = range.map(|range| [&range.low, &range.likely, &range.high].map(number).to_vec());
        fields
            .maybe("because", no_deal.reason.as_ref().map(text))
            .maybe("range", range.map(|range| Node::Call("", range)))
            .done()
    }

    fn body(self, body: &RatifyingBody) -> Node {
        let needs = body.conditions.iter().map(|condition| self.condition(condition));
        Fields::default().with("body", text(&body.body)).list("needs", needs).done()
    }
}

fn said(said: &Said) -> Node {
    let status = word(HEARD, &said.status);
    match &said.by {
        None => status,
        Some(by) => Fields::default().with("status", status).with("by", text(by)).done(),
    }
}

fn answer(answer: &SpokenAnswer) -> Node {
    Fields::default()
        .with("question", Node::quoted(&answer.question))
        .maybe("about", answer.about.as_deref().map(Node::quoted))
        .with("text", text(&answer.text))
        .done()
}
