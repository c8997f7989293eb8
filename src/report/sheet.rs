//! The preparation sheet of one party, for its own eyes: what it said of itself, and what is still to be asked.
//!
//! Of the others it holds only what they opened to everybody: no weights, no-deals or readings of theirs.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::json::line;
use super::page::Page;
use super::show::numbers::signed;
use super::voice::Voice;
use super::{Wordbook, clean, typed};
use crate::domain::{
    Datum, InterestId, NoDeal, NoDealValue, Party, PartyId, RatifyingBody, Rational, Table, Weights, integer,
    nearest_f64,
};
use crate::practice::{BANK, Becomes};

/// A row of the sheet: what it is about, what is known, and the question of the bank that fills it.
struct Row {
    key: &'static str,
    /// What of the party it holds, if that can be kept.
    datum: Option<Datum>,
    known: Vec<String>,
    ask: &'static str,
}

/// Prints the preparation sheet of a party, in lines of at most `width` columns; for other eyes than its own without what
/// it keeps to itself.
#[must_use]
pub fn sheet_text(table: &Table, party: PartyId, is_own: bool, words: &Wordbook, width: usize) -> String {
    let seen = if is_own { Cow::Borrowed(table) } else { table.without_own(party) };
    let table = &*seen;
    let sheet = Sheet { voice: Voice { words, table }, id: party, party: &table.parties[party] };
    let voice = sheet.voice;
    let name = typed(&sheet.party.id);
    let mut page = Page::default();
    page.line(voice.say("sheet-title", &[("party", &voice.full_name(party))]));
    let is_kept = |row: &Row| !is_own && row.datum.is_some_and(|datum| sheet.party.openness.is_own(datum));
    for row in sheet.rows().into_iter().filter(|row| !is_kept(row)) {
        page.line(voice.say(&format!("sheet-{}", row.key), &[]));
        if row.known.is_empty() {
            let question = voice.say(&format!("bank-{}", row.ask), &[]);
            page.paragraph(voice.say("sheet-ask", &[("question", &question), ("party", &name), ("id", row.ask)]));
        }
        row.known.iter().for_each(|known| page.item(known.clone()));
    }
    if is_own || !sheet.party.openness.is_own(Datum::Interests) {
        page.line(voice.say("sheet-to-ask", &[]));
        sheet.to_ask().into_iter().for_each(|question| page.item(question));
    }
    if !is_own {
        kept(voice, party).into_iter().for_each(|kept| page.paragraph(kept));
    }
    page.lay_out(width)
}

/// The preparation sheet of a party as one line of JSON, with texts in the table's own language; for other eyes than its
/// own without what it keeps to itself.
///
/// # Errors
/// Only if serialising fails, which no table makes it do.
pub fn sheet_json(table: &Table, party: PartyId, is_own: bool) -> Result<String, serde_json::Error> {
    let seen = if is_own { Cow::Borrowed(table) } else { table.without_own(party) };
    let table = &*seen;
    let words = Wordbook::new(table.language);
    let sheet = Sheet { voice: Voice { words: &words, table }, id: party, party: &table.parties[party] };
    let interests = sheet.interests().into_iter().map(|(id, share)| {
        json!({"id": table.interests[id].id, "text": table.interests[id].text.get(table.language),
            "share": share.as_ref().map(nearest_f64), "confirmed": sheet.party.confirmed(id)})
    });
    let mut told = json!({
        "kind": "sheet",
        "party": sheet.party.id,
        "interests": interests.collect::<Vec<_>>(),
        "weights_confirmed": sheet.party.weights_confirmed,
        "to_ask": sheet.open().collect::<Vec<_>>(),
        "own": sheet.party.openness.own().map(Datum::word).collect::<Vec<_>>(),
    });
    for row in sheet.rows().into_iter().filter(|row| row.key != "interests") {
        told[row.key.replace('-', "_")] = Value::from(row.known);
    }
    line(&told)
}

/// What a party keeps to itself, and how it looks at that; nothing if it keeps nothing.
pub(super) fn kept(voice: Voice<'_>, party: PartyId) -> Option<String> {
    let own: Vec<String> = voice.table.parties[party]
        .openness
        .own()
        .map(|datum| voice.say(&format!("datum-{}", datum.word()), &[]))
        .collect();
    let arguments = [("party", &*typed(&voice.table.parties[party].id)), ("data", &*own.join(", "))];
    (!own.is_empty()).then(|| voice.say("own-eyes", &arguments))
}

/// What no deal is for a party, with its reason.
pub(super) fn worth(voice: Voice<'_>, no_deal: &NoDeal) -> String {
    let effect =
        |(id, value): (&InterestId, &Rational)| format!("{}{}", clean(&voice.table.interests[*id].id), signed(value));
    let worth = match &no_deal.value {
        NoDealValue::Today => voice.say("sheet-today", &[]),
        NoDealValue::Score(score) => voice.say("sheet-score", &[("score", &voice.points(score))]),
        NoDealValue::Package(package) => voice.assignments(package).join(" "),
        NoDealValue::Effects(effects) => effects.iter().map(effect).collect::<Vec<_>>().join(" "),
    };
    match &no_deal.reason {
        Some(reason) => format!("{} ({worth})", voice.phrase(reason)),
        None => worth,
    }
}

/// Who at home must say yes, to what.
pub(super) fn body_at_home(voice: Voice<'_>, body: &RatifyingBody) -> String {
    let name = voice.text(&body.body);
    match body.conditions.is_empty() {
        true => voice.say("sheet-rule-unknown", &[("body", &name)]),
        false => format!("{name}: {}", voice.conditions(&body.conditions)),
    }
}

struct Sheet<'a> {
    voice: Voice<'a>,
    id: PartyId,
    party: &'a Party,
}

impl Sheet<'_> {
    fn rows(&self) -> Vec<Row> {
        let row = |key, datum, known, ask| Row { key, datum, known, ask };
        let [needs, demands, home] = [Datum::Interests, Datum::Positions, Datum::Ratification].map(Some);
        let positions = self.party.positions.iter().map(|text| self.voice.text(text)).collect();
        vec![
            row("interests", needs, self.own_interests(), "why"),
            row("positions", demands, positions, "open"),
            row("no-deal", Some(Datum::NoDeal), self.no_deal(), "no-deal"),
            row("losses", needs, self.said(&["fear", "loss"]), "loss"),
            row("theirs", None, self.theirs(), "others"),
            row("options", needs, self.said(&["give", "what-if"]), "give"),
            row("criteria", None, self.criteria(), "criteria"),
            row("home-bodies", home, self.bodies(), "who"),
            row("mandates", home, self.mandates(), "who"),
            row("home", needs, self.said(&["home"]), "home"),
            row("worries", needs, self.said(&["break-point", "worry"]), "worry"),
        ]
    }

    /// Each interest with its share of the party's weight in percent, the heaviest first.
    fn interests(&self) -> Vec<(InterestId, Option<Rational>)> {
        let values = self.party.weights.values();
        let total: Rational = values.values().sum();
        let share = |id: &InterestId| values.get(id).map(|weight| weight * integer(100) / &total);
        let is_weighed = total > Rational::default();
        let all = self.party.interests().into_iter();
        let mut all: Vec<_> = all.map(|id| (id, if is_weighed { share(&id) } else { None })).collect();
        let name = |id: InterestId| &self.voice.table.interests[id].id;
        all.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| name(*a).cmp(name(*b))));
        all
    }

    fn own_interests(&self) -> Vec<String> {
        let told = self.interests().into_iter().map(|(id, share)| {
            let interest = &self.voice.table.interests[id];
            let status = if self.party.confirmed(id) { "sheet-confirmed" } else { "sheet-assumed" };
            let by = self.party.said.get(&id).and_then(|said| said.by.as_ref()).map(|by| self.voice.text(by));
            let by = by.map(|by| format!(", {by}")).unwrap_or_default();
            let share = share.map(|share| self.voice.words.number(&share, 0)).unwrap_or_default();
            let about = format!("{}{by}", self.voice.say(status, &[]));
            let text = self.voice.phrase(&interest.text);
            format!("{} {share} ({about})", if share.is_empty() { text } else { format!("{text}:") }).replace("  ", " ")
        });
        let mut told: Vec<String> = told.collect();
        if !told.is_empty() && matches!(self.party.weights, Weights::Ranking(_)) {
            told.push(self.voice.say("sheet-ranking", &[("party", &typed(&self.party.id))]));
        }
        told
    }

    /// The party's own words on questions of the bank.
    fn said(&self, questions: &[&str]) -> Vec<String> {
        let answers = questions.iter().filter_map(|question| self.party.interview.get(*question));
        answers.map(|answer| self.voice.text(answer)).filter(|answer| !answer.is_empty()).collect()
    }

    fn no_deal(&self) -> Vec<String> {
        let worth = self.party.no_deal.as_ref().map(|no_deal| worth(self.voice, no_deal));
        let said = self.said(&["no-deal"]);
        if worth.is_none() && !said.is_empty() {
            let open = self.voice.say("sheet-no-deal-open", &[("party", &typed(&self.party.id))]);
            return said.into_iter().chain([open]).collect();
        }
        worth.into_iter().collect()
    }

    fn theirs(&self) -> Vec<String> {
        let opened = self.voice.table.parties_by_name().into_iter().filter(|id| *id != self.id);
        let opened = opened.filter_map(|id| {
            let other = &self.voice.table.parties[id];
            let is_open = other.openness.is_open(Datum::Interests);
            let all = other.interests();
            let confirmed = all.iter().filter(|interest| other.confirmed(**interest)).count();
            let (assumed, confirmed) = ((all.len() - confirmed).to_string(), confirmed.to_string());
            let mut names: Vec<String> =
                all.iter().map(|interest| self.voice.phrase(&self.voice.table.interests[*interest].text)).collect();
            names.sort();
            let arguments = [
                ("party", &*self.voice.party(id)),
                ("interests", &*names.join(" · ")),
                ("assumed", &*assumed),
                ("confirmed", &*confirmed),
            ];
            is_open.then(|| self.voice.say("sheet-opened", &arguments))
        });
        self.said(&["others"]).into_iter().chain(opened).collect()
    }

    fn criteria(&self) -> Vec<String> {
        let mut criteria: Vec<_> = self.voice.table.narrative.criteria.iter().collect();
        criteria.sort_by_key(|criterion| &criterion.id);
        criteria.into_iter().map(|criterion| self.voice.text(&criterion.text)).collect()
    }

    fn bodies(&self) -> Vec<String> {
        let bodies = self.party.ratification.iter().map(|body| body_at_home(self.voice, body));
        bodies.chain(self.said(&["who"])).collect()
    }

    fn mandates(&self) -> Vec<String> {
        let mut mandates: Vec<_> = self.party.mandates.iter().collect();
        mandates.sort_by_key(|(issue, _)| &self.voice.table.issues[**issue].id);
        let told = mandates.into_iter();
        told.map(|(issue, text)| format!("{}: {}", clean(&self.voice.table.issues[*issue].id), self.voice.text(text)))
            .collect()
    }

    /// Questions of the bank that were never asked of this party and whose answer isn't known either.
    fn open(&self) -> impl Iterator<Item = &'static str> {
        let asked = self.party.interview.clone();
        let has_positions = !self.party.positions.is_empty();
        let open = BANK.iter().filter(move |question| {
            let is_known = question.becomes == Becomes::Position && has_positions;
            !is_known && !asked.contains_key(question.id)
        });
        open.map(|question| question.id)
    }

    /// What is still to be asked: of the party itself in the interview, of its weights, of what is only assumed.
    fn to_ask(&self) -> Vec<String> {
        let party = typed(&self.party.id);
        let count = self.open().count().to_string();
        let mut told = vec![self.voice.say("sheet-open", &[("party", &party), ("count", &count)])];
        if !self.party.weights_confirmed {
            told.push(self.voice.say("sheet-weights", &[("party", &party)]));
        }
        let assumed: Vec<String> = self
            .interests()
            .into_iter()
            .filter(|(id, _)| !self.party.confirmed(*id))
            .map(|(id, _)| typed(&self.voice.table.interests[id].id))
            .collect();
        if !assumed.is_empty() {
            told.push(self.voice.say("sheet-confirm", &[("party", &party), ("interests", &assumed.join(", "))]));
        }
        told
    }
}
