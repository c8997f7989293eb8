//! What an answer records: always the words themselves, and what they were taken for.

use super::Taken;
use crate::diagnostic::Problem;
use crate::domain::{InterestId, PartyId, Weights, free_name};
use crate::practice::{Ask, Becomes, Follow, is_position, name_from_words, named_interests, sounds_like_demand};
use crate::session::command::{Command, NoDealArguments};
use crate::session::record::{self, Desk, field, key, no_deal_text, set_text, set_word, weights_text};
use crate::table_file::{Document, Edit, Step, Value};

/// A table with an answer in it, and what the answer was taken for.
type Kept = Result<(Document, Vec<Taken>), Vec<Problem>>;

/// Records an answer.
pub(super) fn take(desk: &Desk<'_>, party: PartyId, ask: Ask, by: Option<&str>, answer: &str) -> Kept {
    let answered = Answered { desk, party, ask, by, answer };
    if answer.is_empty() {
        return answered.keep(Vec::new(), vec![Taken::Passed]);
    }
    match (ask.follow, ask.question.becomes) {
        (Some(Follow::Worth), _) | (None, Becomes::NoDeal) => answered.no_deal(),
        (None, Becomes::Position) => answered.position(),
        (None, Becomes::Interest) if sounds_like_demand(answer, desk.table()).is_some() => answered.position(),
        (_, Becomes::Interest) => answered.interests(true),
        (_, Becomes::Shared) => answered.interests(false),
        (_, Becomes::Confirmation) => answered.confirmation(),
        (_, Becomes::Body) => answered.bodies(),
        (_, Becomes::Criterion) => answered.criterion(),
        (_, Becomes::Words | Becomes::Position | Becomes::NoDeal) => answered.keep(Vec::new(), vec![Taken::Words]),
    }
}

struct Answered<'a> {
    desk: &'a Desk<'a>,
    party: PartyId,
    ask: Ask,
    /// Who speaks for the party.
    by: Option<&'a str>,
    answer: &'a str,
}

impl Answered<'_> {
    fn at(&self, part: &'static str) -> Vec<Step> {
        vec![field("parties"), key(&self.desk.table().parties[self.party].id), field(part)]
    }

    /// The edits that keep the words themselves; what followed on an earlier answer goes.
    fn words(&self) -> Vec<Edit> {
        let asked = self.ask.key();
        let within = |name: &str| [self.at("interview"), vec![key(name)]].concat();
        let mut edits = vec![set_text(within(&asked), self.answer)];
        if self.ask.follow.is_none() {
            let behind = ["why", "worth"].map(|follow| format!("{asked}/{follow}"));
            let interview = &self.desk.table().parties[self.party].interview;
            let old = behind.iter().filter(|name| interview.contains_key(*name));
            edits.extend(old.map(|name| Edit::Unset { path: within(name) }));
        }
        edits
    }

    fn keep(&self, edits: Vec<Edit>, taken: Vec<Taken>) -> Kept {
        Ok((self.desk.edit(&[self.words(), edits].concat())?, taken))
    }

    fn position(&self) -> Kept {
        let table = self.desk.table();
        let content = &table.parties[self.party];
        let is_known = is_position(table, content, self.answer);
        let edit = (!is_known).then(|| record::set_position(&content.id, self.answer));
        self.keep(edit.into_iter().collect(), vec![Taken::Position(self.answer.to_owned())])
    }

    /// Interests in the party's own words, apart by `;`. A name that can't be one gives way to that of the question.
    fn interests(&self, may_be_new: bool) -> Kept {
        let by_words = self.interests_called(may_be_new, name_from_words);
        by_words.or_else(|problems| {
            self.interests_called(may_be_new, |_| self.ask.question.id.to_owned()).map_err(|_| problems)
        })
    }

    fn interests_called(&self, may_be_new: bool, name: impl Fn(&str) -> String) -> Kept {
        let table = self.desk.table();
        let mut known: Vec<InterestId> = Vec::new();
        let mut new: Vec<(String, &str)> = Vec::new();
        for part in self.answer.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let named = named_interests(table, part);
            let name = name(part);
            if named.is_empty() && may_be_new && !name.is_empty() {
                let taken: Vec<&str> = new.iter().map(|(name, _)| name.as_str()).collect();
                new.push((self.free_name(&name, &taken), part));
            }
            known.extend(named.iter().filter(|id| !known.contains(id)).copied().collect::<Vec<_>>());
        }
        let mut edits: Vec<Edit> =
            new.iter().map(|(name, words)| set_text(vec![field("interests"), key(name)], *words)).collect();
        let names: Vec<String> = known.iter().map(|id| table.interests[*id].id.clone()).collect();
        let heard: Vec<String> = names.into_iter().chain(new.iter().map(|(name, _)| name.clone())).collect();
        edits.extend(self.weighing(&heard));
        let unsure = heard.iter().filter(|name| !self.is_confirmed(name));
        edits.extend(unsure.map(|name| self.said(name, "Assumed")));
        let (document, _) = self.keep(edits, Vec::new())?;
        let position = |name: &str| document.table().interests.iter_enumerated().find(|(_, one)| one.id == name);
        let made = new.iter().filter_map(|(name, _)| position(name)).map(|(id, _)| Taken::New(id));
        let mut taken: Vec<Taken> = known.into_iter().map(Taken::Known).chain(made).collect();
        if taken.is_empty() {
            taken.push(Taken::Words);
        }
        Ok((document, taken))
    }

    /// A name that nothing in effect lines has yet.
    fn free_name(&self, name: &str, others: &[&str]) -> String {
        let table = self.desk.table();
        let interests = table.interests.iter().map(|interest| interest.id.as_str());
        let attributes = table.attributes.iter().map(|attribute| attribute.id.as_str());
        let known: Vec<String> =
            interests.chain(attributes).chain(others.iter().copied()).map(str::to_lowercase).collect();
        free_name(name, "-", |name| !known.contains(&name.to_lowercase()))
    }

    fn is_confirmed(&self, name: &str) -> bool {
        let table = self.desk.table();
        let known = table.interests.iter_enumerated().find(|(_, interest)| interest.id == name);
        known.is_some_and(|(id, _)| table.parties[self.party].confirmed(id))
    }

    fn said(&self, name: &str, status: &str) -> Edit {
        let path = [self.at("said"), vec![key(name)]].concat();
        match self.by {
            None => set_word(path, status),
            Some(by) => {
                let fields = [("status", Value::Word(status.to_owned())), ("by", Value::Text(by.to_owned()))];
                Edit::Set { path, value: Value::record(&fields) }
            }
        }
    }

    /// Interests that are new to a ranking come last in it; numbers are asked by `weights`.
    fn weighing(&self, names: &[String]) -> Option<Edit> {
        let table = self.desk.table();
        let weights = &table.parties[self.party].weights;
        let written = weights_text(table, weights);
        if !matches!(weights, Weights::Ranking(_)) && !written.is_empty() {
            return None;
        }
        let ranked = weights.values();
        let weighed: Vec<&str> = ranked.keys().map(|id| table.interests[*id].id.as_str()).collect();
        let added: Vec<&str> = names.iter().map(String::as_str).filter(|name| !weighed.contains(name)).collect();
        let ranking = (!written.is_empty()).then_some(written.as_str()).into_iter().chain(added.iter().copied());
        (!added.is_empty()).then(|| set_text(self.at("weights"), ranking.collect::<Vec<_>>().join(" > ")))
    }

    /// Yes makes what was heard the party's own.
    fn confirmation(&self) -> Kept {
        let first = self.answer.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        if !matches!(first.as_str(), "y" | "yes" | "j" | "ja" | "klopt" | "right") {
            return self.keep(Vec::new(), vec![Taken::Denied]);
        }
        let content = &self.desk.table().parties[self.party];
        let open: Vec<InterestId> = content.interests().into_iter().filter(|id| !content.confirmed(*id)).collect();
        let edits = open.iter().map(|id| self.said(&self.desk.table().interests[*id].id, "Confirmed"));
        let edits = edits.collect();
        self.keep(edits, vec![Taken::Confirmed(open)])
    }

    /// Effects, a package, today: what no deal is worth. In other words its worth stays open.
    fn no_deal(&self) -> Kept {
        let content = &self.desk.table().parties[self.party];
        let (worth, because) = record::split_reason(self.answer);
        let told = content.interview.get("no-deal").map(|words| words.get(self.desk.table().language).to_owned());
        let worth = if worth.trim().eq_ignore_ascii_case("vandaag") { "today" } else { worth };
        let arguments = NoDealArguments {
            party: content.id.clone(),
            worth: worth.split_whitespace().map(str::to_owned).collect(),
            because: because.or(told.filter(|_| self.ask.follow.is_some())),
        };
        let is_unknown = arguments.worth.iter().all(|word| word == "unknown");
        let recorded = (!is_unknown).then(|| record::record(self.desk, &Command::NoDeal(arguments))).flatten();
        let Some(Ok(recorded)) = recorded else { return self.keep(Vec::new(), vec![Taken::NoDealInWords]) };
        let desk = Desk { document: &recorded.document, ..*self.desk };
        let worth = no_deal_text(desk.table(), self.party).unwrap_or_default();
        let (document, _) = Answered { desk: &desk, ..*self }.keep(Vec::new(), Vec::new())?;
        Ok((document, vec![Taken::NoDeal(worth)]))
    }

    /// `members: at least 3%; board`: who must say yes. By what rule stays in words.
    fn bodies(&self) -> Kept {
        let table = self.desk.table();
        let known = &table.parties[self.party].ratification;
        let parts = self.answer.split(';').map(|part| part.split(':').next().unwrap_or(part).trim());
        let is_nobody = |name: &str| matches!(name.to_lowercase().as_str(), "nobody" | "no one" | "niemand");
        let named: Vec<&str> = parts.filter(|name| !name.is_empty() && !is_nobody(name)).collect();
        let is_new = |name: &&str| known.iter().all(|body| body.body.get(table.language) != *name);
        let append = |name: &str| {
            let value = Value::record(&[("body", Value::Text(name.to_owned()))]);
            Edit::Set { path: [self.at("ratification"), vec![Step::Append]].concat(), value }
        };
        let edits = named.iter().copied().filter(|name| is_new(name)).map(append).collect();
        let taken: Vec<Taken> = named.iter().map(|name| Taken::Body((*name).to_owned())).collect();
        self.keep(edits, if taken.is_empty() { vec![Taken::Words] } else { taken })
    }

    fn criterion(&self) -> Kept {
        let table = self.desk.table();
        let name = name_from_words(self.answer);
        let criteria = &table.narrative.criteria;
        if name.is_empty() || criteria.iter().any(|one| one.id == name || one.text.get(table.language) == self.answer) {
            return self.keep(Vec::new(), vec![Taken::Words]);
        }
        let edit = set_text(vec![field("criteria"), key(&name)], self.answer);
        // A name that comes too close to another is no reason to lose the words.
        let kept = self.keep(vec![edit], vec![Taken::Criterion(name)]);
        kept.or_else(|_| self.keep(Vec::new(), vec![Taken::Words]))
    }
}
