//! Guiding the talks: phases, ideas before anybody judges them, and the questions of the checks.

use std::sync::atomic::AtomicBool;

use super::command::{CheckArguments, Command, InventArguments};
use super::grammar::{Request, joined};
use super::look::Look;
use super::pulse;
use super::reacting::card;
use super::record::{Recorded, is_objection, named_check};
use super::response::{Changed, Checkup, Failure, Response};
use super::words::tokenize;
use super::{Outcome, Session};
use crate::analysis::{ZoneCounts, no_deals_to_ask_again, zone};
use crate::diagnostic::{Code, Problem};
use crate::domain::{CheckId, PartyId, Phase, Table, WorldId};
use crate::practice::{Finding, Lacking, Seen, findings, is_for, is_silenced, lacking, slots};
use crate::table_file::Document;
use crate::valuation::Circumstances;

/// Up to how many packages are counted for a check that asks who sets the pace.
const MOST_PACKAGES: u128 = 200_000;

/// What a change asks by itself: one question is enough.
const QUESTIONS: [&str; 2] = ["ask-no-deal-again", "sounds-like-demand"];

impl Session {
    /// Starts or ends inventing, or lists the ideas.
    pub(super) fn invent(&mut self, arguments: &InventArguments) -> Outcome {
        let document = self.table()?.clone();
        let switched = arguments.switch().filter(|on| *on != self.is_inventing);
        self.is_inventing = arguments.switch().unwrap_or(self.is_inventing);
        Ok(Response::Ideas { document, is_inventing: self.is_inventing, switched })
    }

    /// Reads a line as it is meant while ideas are thought of: with a `+` before it, or between quotes, it is one.
    pub(super) fn read_idea(&self, line: &str) -> Result<Option<Request>, Problem> {
        let typed = line.trim();
        if !self.is_inventing || typed.is_empty() {
            return Ok(None);
        }
        let quoted = || match &tokenize(typed).words[..] {
            [only] if typed.starts_with('"') => Some(only.text.clone()),
            _ => None,
        };
        let idea = typed.strip_prefix('+').map(|idea| idea.trim().to_owned()).or_else(quoted);
        match idea.filter(|idea| !idea.is_empty()) {
            Some(idea) => {
                let command = Command::Invent(InventArguments { words: vec![idea], drop: None });
                Ok(Some(Request { command, everywhere: Default::default() }))
            }
            None if is_objection(typed) => {
                let start = line.len() - line.trim_start().len();
                Err(Problem::new(Code::InventFirst).at(start..start + typed.len()))
            }
            None => Ok(None),
        }
    }

    /// Makes a change, and tells what that means.
    pub(super) fn changed(&mut self, recorded: Recorded, line: &str, stop: &AtomicBool) -> Outcome {
        Ok(Response::Changed(Box::new(self.change(recorded, line, stop)?)))
    }

    /// Makes a change: what it does to the room there is and to the packages on the table, what was left behind, and what
    /// it asks.
    pub(super) fn change(&mut self, recorded: Recorded, line: &str, stop: &AtomicBool) -> Result<Changed, Failure> {
        let Recorded { document, deed } = recorded;
        let deed = deed.without_own(document.table());
        let old = self.state.document.clone();
        let is_scored = !self.is_inventing && deed.touches_scores();
        let felt = |document: &Document| is_scored.then(|| pulse(document.table(), stop)).flatten();
        let before = old.as_ref().and_then(felt);
        self.replace(document.clone(), line)?;
        let after = felt(&document);
        let left = old.as_ref().map(|old| left_behind(old.table(), document.table())).unwrap_or_default();
        // What only got another name was there before.
        let asks = deed.part != Some("name") && !deed.note.is_some_and(|note| QUESTIONS.contains(&note));
        let question = old.as_ref().filter(|_| asks).and_then(|old| self.question_after(old, &document));
        // A package that gets other choices isn't the same package before and after.
        let former = old.filter(|_| is_scored && deed.kind != "package");
        let card = former.and_then(|former| card(former.table(), document.table(), [before.as_ref(), after.as_ref()]));
        Ok(Changed { deed, document, before, after, card, reacted: None, left, question })
    }

    /// The question that a change brings up: the most urgent of this phase that wasn't there before, asked once.
    fn question_after(&mut self, before: &Document, after: &Document) -> Option<Finding> {
        if self.is_inventing {
            return None;
        }
        let table = after.table();
        let name = |table: &Table, finding: &Finding| (finding.check, finding.about.name(table));
        let of = |document: &Document| open(document.table(), findings(&Seen::new(document.table(), None)));
        let known: Vec<_> = of(before).iter().map(|finding| name(before.table(), finding)).collect();
        let is_new = |finding: &Finding| {
            let name = name(table, finding);
            !known.contains(&name) && !self.asked.contains(&name)
        };
        let question = of(after).into_iter().find(|one| is_for(table.narrative.phase, one) && is_new(one))?;
        self.asked.insert(name(table, &question));
        Some(question)
    }
}

impl Session {
    /// The parties whose no-deal was set before their weights or effects changed, as far back as changes are kept.
    ///
    /// Giving a no-deal again, with another reason for instance, is setting it.
    fn no_deals_from_before(&self) -> Vec<PartyId> {
        let Some(now) = self.state.document.as_ref().map(Document::table) else { return Vec::new() };
        let no_deal = |table: &Table, name: &str| {
            let party = table.party_named(name)?;
            table.parties[party].no_deal.clone()
        };
        let mut unsettled: Vec<PartyId> = now.parties_by_name();
        unsettled.retain(|party| now.parties[*party].no_deal.is_some());
        let mut found = Vec::new();
        let mut later: Option<Document> = None;
        let former = self.history.past.iter().rev().map_while(|past| past.before.document());
        // Parties of another table that are called the same are others.
        for before in former.take_while(|before| before.table().id == now.id) {
            let set = |party: &PartyId| {
                let name = &now.parties[*party].id;
                no_deal(before.table(), name) != no_deal(now, name)
            };
            let since = later.as_ref().map_or(now, Document::table);
            let settled: Vec<PartyId> = unsettled.extract_if(.., |party| set(party)).collect();
            if !settled.is_empty() {
                found.extend(no_deals_to_ask_again(since, now).into_iter().filter(|party| settled.contains(party)));
            }
            later = Some(before);
        }
        if let Some(first) = &later {
            let asked = no_deals_to_ask_again(first.table(), now).into_iter();
            found.extend(asked.filter(|party| unsettled.contains(party)));
        }
        found.sort_by_key(|party| &now.parties[*party].id);
        found
    }
}

impl Look<'_> {
    /// Everything doubtful, then what is missing before anything can be scored, then the questions of the checks.
    pub(super) fn checked(&self, session: &Session, arguments: &CheckArguments, is_whole: bool) -> Outcome {
        if let Some(word) = arguments.words.first() {
            return self.explained(word, &joined(&arguments.words[1..]));
        }
        let document = self.document.clone();
        let lesson = arguments.lesson.then(|| self.lesson());
        let name = session.table_name().unwrap_or_default().to_owned();
        let checkup = Checkup::of(document.table(), session.no_deals_from_before(), is_whole, self.stop);
        Ok(Response::Checked { problems: document.reading().findings(), document, name, lesson, checkup })
    }

    /// What one check looks for; of C01, what it finds in a sentence.
    fn explained(&self, word: &str, sentence: &str) -> Outcome {
        let check = named_check(self.lookup(), word)?;
        let table = self.document.table();
        if !sentence.is_empty() && check != CheckId::C01 {
            let problem = Problem::new(Code::TooManyWords).with("command", "check").with("name", sentence);
            return Err(Failure::from(self.typed.at(problem, sentence)));
        }
        let names: Vec<&str> = table.parties.iter().map(|party| party.id.as_str()).collect();
        let slots = (!sentence.is_empty()).then(|| slots(sentence, &names));
        Ok(Response::CheckExplained { document: self.document.clone(), check, slots })
    }
}

impl Checkup {
    /// What the checks find in a table; `no_deals_to_ask` as in [`Seen`].
    #[must_use]
    pub fn of(table: &Table, no_deals_to_ask: Vec<PartyId>, is_whole: bool, stop: &AtomicBool) -> Self {
        let counts = counted(table, stop);
        let mut seen = Seen::new(table, counts.as_ref());
        seen.no_deals_to_ask = no_deals_to_ask;
        let findings = open(table, findings(&seen));
        Self { findings, is_whole }
    }
}

/// What the findings leave that the table hasn't set aside.
fn open(table: &Table, findings: Vec<Finding>) -> Vec<Finding> {
    findings.into_iter().filter(|finding| !is_silenced(table, finding)).collect()
}

/// How many packages work for whom, where that takes no longer than a breath.
fn counted(table: &Table, stop: &AtomicBool) -> Option<ZoneCounts> {
    let ready = table.ready().ok()?;
    let count = table.count_packages().filter(|count| *count <= MOST_PACKAGES)?;
    let circumstances = Circumstances::new(ready, WorldId::BASE);
    (count > 0_u128).then(|| zone(&circumstances, None, stop).counts.ok()).flatten()
}

/// What is missing of the phases that are left by going from one to another, in order; nothing on the way back.
fn left_behind(before: &Table, after: &Table) -> Vec<(Phase, Vec<Lacking>)> {
    let (from, to) = (before.narrative.phase, after.narrative.phase);
    Phase::ALL
        .into_iter()
        .filter(|phase| from <= *phase && *phase < to)
        .map(|phase| (phase, lacking(after, phase)))
        .collect()
}
