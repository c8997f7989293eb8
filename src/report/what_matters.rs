//! What an answer hangs on, on one screen.

use itertools::Itertools as _;

use super::answer::{headline, tell_banner};
use super::firm::{differing, draws, instead, method, nothing, number, number_as, place, stretch, tell_rankings};
use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, clean, said};
use crate::analysis::{Ask, Dispute, Holder, Method, Outcome, Parameter, Reach, ReadOf, WhatMatters};
use crate::domain::{Fact, InterestId, PartyId, Rational, Status};
use crate::optimize::Question;
use crate::valuation::Circumstances;

/// How many of the smallest changes are told.
const TOLD: usize = 4;
/// How many disputes are told one by one of those that may change the answer, and of those that don't.
const MOST_DISPUTES: (usize, usize) = (6, 3);
/// How many numbers are named where they don't matter.
const NAMED: usize = 6;

/// Tells what an answer hangs on, in lines of at most `width` columns.
///
/// It tells weights and no-deals: it is for the moderator, and says so.
#[must_use]
pub fn what_matters_text(
    circumstances: &Circumstances<'_>,
    question: &Question,
    matters: &WhatMatters,
    words: &Wordbook,
    width: usize,
) -> String {
    let teller = Teller { voice: Voice { words, table: circumstances.table.table() }, circumstances, matters };
    let voice = teller.voice;
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, question.floors);
    page.paragraph(voice.say("moderator-only", &[]));
    page.line(headline(voice, question));
    page.paragraph(voice.readable(&matters.firmness.package).join(" "));
    said::tell_no(&mut page, voice, circumstances, &matters.firmness.package);
    page.line(voice.say("matters-smallest", &[]));
    teller.tell_smallest(&mut page);
    teller.tell_disputes(&mut page);
    page.line(voice.say("next-question", &[]));
    page.paragraph(teller.ask());
    page.lay_out(width)
}

struct Teller<'a> {
    voice: Voice<'a>,
    circumstances: &'a Circumstances<'a>,
    matters: &'a WhatMatters,
}

impl Teller<'_> {
    fn tell_smallest(&self, page: &mut Page) {
        let (voice, firmness) = (self.voice, &self.matters.firmness);
        for reach in firmness.shifting().take(TOLD) {
            page.item(self.change(reach));
        }
        if firmness.shifting().next().is_none() {
            page.paragraph(nothing(voice, firmness.method));
        }
        if firmness.method != (Method::Everywhere { given_up: 0 }) {
            page.paragraph(method(voice, firmness.method));
        }
        page.paragraph(draws(voice, firmness));
        if let Some(rankings) = &firmness.rankings {
            tell_rankings(page, voice, firmness, rankings);
        }
    }

    fn change(&self, reach: &Reach) -> String {
        let (voice, firmness) = (self.voice, &self.matters.firmness);
        let Some(shift) = reach.nearest() else { return String::new() };
        let arguments = [
            ("number", number(voice, self.circumstances, reach.number.parameter)),
            ("from", voice.amount(&reach.number.value)),
            ("place", place(voice, reach, shift)),
            ("instead", instead(voice, firmness, shift)),
        ];
        voice.say("matters-change", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    fn tell_disputes(&self, page: &mut Page) {
        let (voice, matters) = (self.voice, self.matters);
        if matters.disputes.is_empty() && matters.untied.is_empty() {
            return;
        }
        page.line(voice.say("disputes", &[]));
        let (most_open, most_harmless) = MOST_DISPUTES;
        let (open, harmless): (Vec<&Dispute>, Vec<&Dispute>) =
            matters.disputes.iter().partition(|dispute| !self.is_harmless(dispute));
        let mut open = open;
        // Those that change it come first, those of numbers by how little that takes.
        open.sort_by_key(|dispute| (!dispute.matters(&matters.firmness), self.size(dispute)));
        for dispute in open.iter().take(most_open) {
            page.item(self.dispute(dispute));
        }
        if let Some(more) = open.len().checked_sub(most_open).filter(|more| *more > 0) {
            page.item(voice.say("disputes-more", &[("count", &more.to_string())]));
        }
        if harmless.len() <= most_harmless {
            harmless.iter().for_each(|dispute| page.item(self.dispute(dispute)));
        } else {
            self.tell_harmless(page, &harmless);
        }
        if !matters.untied.is_empty() {
            let facts = &voice.table.narrative.facts;
            let names: Vec<String> = matters.untied.iter().map(|at| format!("`{}`", clean(&facts[*at].id))).collect();
            page.item(voice.say("dispute-untied", &[("facts", &voice.list(&names))]));
        }
    }

    /// Whether it is a number that changes nothing, wherever in its range it is.
    fn is_harmless(&self, dispute: &Dispute) -> bool {
        let Dispute::Number { parameter, .. } = dispute else { return false };
        let reach = self.matters.firmness.reach(*parameter);
        reach.is_some_and(|reach| reach.is_known && reach.nearest().is_none())
    }

    /// How little it takes of a number, as a part of its range.
    fn size(&self, dispute: &Dispute) -> Option<Rational> {
        let Dispute::Number { parameter, .. } = dispute else { return None };
        self.matters.firmness.reach(*parameter)?.size()
    }

    /// Names numbers in dispute that don't matter, in one line.
    fn tell_harmless(&self, page: &mut Page, disputes: &[&Dispute]) {
        let voice = self.voice;
        let named = disputes.iter().filter_map(|dispute| match dispute {
            Dispute::Number { parameter, .. } => Some(number(voice, self.circumstances, *parameter)),
            _ => None,
        });
        let names: Vec<String> = named.take(NAMED).collect();
        match disputes.len() - names.len() {
            0 => page.item(voice.say("disputes-harmless", &[("numbers", &voice.list(&names))])),
            more => {
                let (numbers, count) = (names.join(", "), more.to_string());
                page.item(voice.say("disputes-harmless-more", &[("numbers", &numbers), ("count", &count)]));
            }
        }
    }

    fn dispute(&self, dispute: &Dispute) -> String {
        let voice = self.voice;
        match dispute {
            Dispute::Number { parameter, status, .. } => {
                let stretch = self.matters.firmness.reach(*parameter).map(|reach| stretch(voice, reach));
                let key = if *status == Status::Contested { "dispute-contested" } else { "dispute-assumed" };
                let number = number(voice, self.circumstances, *parameter);
                voice.say(key, &[("number", &number), ("stretch", &stretch.unwrap_or_default())])
            }
            Dispute::Reading { party, subject, as_table, as_party } => {
                let (party, what) = (voice.party(*party), self.read(*subject));
                match as_party {
                    Some(as_party) if as_party != as_table => {
                        let [table, own] = [as_table, as_party].map(|outcome| self.outcome(outcome));
                        let arguments = [("party", &*party), ("what", &what), ("as-table", &table), ("as-party", &own)];
                        voice.say("dispute-reading-each", &arguments)
                    }
                    _ => self.settled("dispute-reading", &[("party", party), ("what", what)], as_table),
                }
            }
            Dispute::NoDeal { party, outcomes } => self.no_deal(*party, outcomes),
            Dispute::World { world, outcome } => {
                let name = clean(&voice.table.worlds[*world].id);
                self.settled("dispute-world", &[("world", name)], outcome)
            }
        }
    }

    /// What comes of a dispute, where one outcome tells it.
    fn settled(&self, key: &str, arguments: &[(&str, String)], outcome: &Outcome) -> String {
        let voice = self.voice;
        let settled = match outcome {
            Outcome::Same => voice.say("settled-same", &[]),
            Outcome::Unknown => voice.say("settled-unknown", &[]),
            Outcome::Other { package: None, .. } => voice.say("settled-nothing", &[]),
            Outcome::Other { package: Some(package), loss } => {
                let instead = differing(voice, &self.matters.firmness.package, package);
                let key = if loss.is_some() { "settled-other" } else { "settled-lost" };
                voice.say(key, &[("instead", &instead)])
            }
        };
        let own = arguments.iter().map(|(name, value)| (*name, value.as_str()));
        voice.say(key, &own.chain([("settled", settled.as_str())]).collect::<Vec<_>>())
    }

    /// What an outcome is, as a part of a sentence.
    fn outcome(&self, outcome: &Outcome) -> String {
        let voice = self.voice;
        match outcome {
            Outcome::Same => voice.say("outcome-same", &[]),
            Outcome::Unknown => voice.say("outcome-unknown", &[]),
            Outcome::Other { package: None, .. } => voice.say("outcome-nothing", &[]),
            Outcome::Other { package: Some(package), loss } => {
                let instead = differing(voice, &self.matters.firmness.package, package);
                let key = if loss.is_some() { "outcome-other" } else { "outcome-lost" };
                voice.say(key, &[("instead", &instead)])
            }
        }
    }

    fn no_deal(&self, party: PartyId, outcomes: &[(Rational, Outcome)]) -> String {
        let voice = self.voice;
        if !outcomes.iter().map(|(_, outcome)| outcome).all_equal() {
            let told = outcomes.iter().map(|(score, outcome)| {
                voice.say("outcome-at", &[("score", &voice.points(score)), ("outcome", &self.outcome(outcome))])
            });
            let told: Vec<String> = told.collect();
            return voice
                .say("dispute-no-deal-each", &[("party", &voice.party(party)), ("outcomes", &told.join("; "))]);
        }
        let value = |at: Option<&(Rational, Outcome)>| at.map(|(score, _)| voice.points(score)).unwrap_or_default();
        let (low, high) = (value(outcomes.first()), value(outcomes.last()));
        let arguments = [("party", voice.party(party)), ("low", low), ("high", high)];
        self.settled("dispute-no-deal", &arguments, outcomes.first().map_or(&Outcome::Same, |(_, outcome)| outcome))
    }

    /// What a party reads its own way.
    fn read(&self, (of, interest): (ReadOf, InterestId)) -> String {
        let voice = self.voice;
        let of = match of {
            ReadOf::Option(option) => voice.option_reference(option),
            ReadOf::Amount(issue) => clean(&voice.table.issues[issue].id),
        };
        let interest = voice.text(&voice.table.interests[interest].text);
        let arguments: [(&str, &str); 2] = [("of", &of), ("interest", &interest)];
        voice.words.attribute("number-effect", "full", &arguments).unwrap_or_default()
    }

    /// The one question that settles most.
    fn ask(&self) -> String {
        let voice = self.voice;
        match self.matters.ask {
            None if self.matters.firmness.method == (Method::Everywhere { given_up: 0 }) => {
                voice.say("next-nothing", &[])
            }
            None => voice.say("next-none-found", &[]),
            Some(Ask::Weights(party)) => self.ask_weights(party),
            Some(Ask::Number(at)) => self.ask_number(&self.matters.firmness.reaches[at]),
            Some(Ask::Dispute(at)) => match &self.matters.disputes[at] {
                Dispute::Number { parameter, fact, .. } => {
                    let fact = fact.map(|at| &voice.table.narrative.facts[at]);
                    let reach = self.matters.firmness.reach(*parameter);
                    fact.and_then(|fact| self.ask_fact(fact))
                        .or_else(|| reach.map(|reach| self.ask_number(reach)))
                        .unwrap_or_default()
                }
                Dispute::Reading { party, subject, .. } => {
                    voice.say("next-reading", &[("party", &voice.party(*party)), ("what", &self.read(*subject))])
                }
                Dispute::NoDeal { party, outcomes } => {
                    let scores: Vec<String> = outcomes.iter().map(|(score, _)| voice.points(score)).collect();
                    voice
                        .say("next-no-deal-range", &[("party", &voice.party(*party)), ("scores", &voice.list(&scores))])
                }
                Dispute::World { world, .. } => {
                    voice.say("next-world", &[("world", &clean(&voice.table.worlds[*world].id))])
                }
            },
        }
    }

    /// The question of a fact, to whoever finds out.
    fn ask_fact(&self, fact: &Fact) -> Option<String> {
        let voice = self.voice;
        let question = voice.text(fact.question.as_ref()?);
        Some(match fact.finder.as_ref().or(fact.source.as_ref()) {
            Some(whom) => voice.say("next-whom", &[("whom", &voice.phrase(whom)), ("question", &question)]),
            None => voice.say("next-everybody", &[("question", &question)]),
        })
    }

    /// What exactly each interest weighs.
    fn ask_weights(&self, party: PartyId) -> String {
        let voice = self.voice;
        let rankings = self.matters.firmness.rankings.as_ref();
        let drawn = rankings.and_then(|rankings| Some((rankings.most_open?.1, rankings.draws)));
        let Some((times, drawn)) = drawn else { return String::new() };
        let (times, drawn) = (times.to_string(), drawn.to_string());
        voice.say("next-weights", &[("party", &voice.party(party)), ("times", &times), ("drawn", &drawn)])
    }

    /// Whether a number is really so.
    fn ask_number(&self, reach: &Reach) -> String {
        let voice = self.voice;
        let Some(shift) = reach.nearest() else { return String::new() };
        let parameter = reach.number.parameter;
        let from = voice.amount(&reach.number.value);
        let place = place(voice, reach, shift);
        let (key, form) = match parameter {
            Parameter::NoDeal { .. } => ("next-no-deal", "own"),
            Parameter::Weight { .. } => ("next-weight", "own"),
            Parameter::Effect { holder: Holder::Party(_), .. } => ("next-own-reading", "own"),
            _ => ("next-number", "full"),
        };
        let name = number_as(voice, self.circumstances, parameter, Some(form));
        let party = parameter.owner().map(|party| voice.party(party)).unwrap_or_default();
        voice.say(key, &[("party", &party), ("number", &name), ("from", &from), ("place", &place)])
    }
}
