//! What a party can say of a package at home: a few sentences without any number of a score, its own or another's.

use itertools::Itertools as _;

use super::page::Page;
use super::voice::Voice;
use super::{Given, Wordbook, clean};
use crate::domain::{InterestId, IssueId, NoDealValue, Package, PartyId, Rational, Table, Text};
use crate::explain::{Cost, Gave, PartyReasons, Served, reasons_of};
use crate::session::quote;
use crate::valuation::Circumstances;

/// How many interests a sentence names at most.
const NAMED: usize = 3;
/// How many decisions it names behind each.
const NAMED_DECISIONS: usize = 2;

/// Tells what `party` can say at home, and what it said it would, in lines of at most `width` columns.
#[must_use]
pub fn home_text(given: Given<'_>, party: PartyId, name: &str, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let mut page = Page::default();
    page.heading(voice.say("home-title", &[("party", &voice.full_name(party))]));
    page.paragraph(voice.assignments(given.package).join(" "));
    page.paragraph(sentences(voice, given.circumstances, party, given.package).join(" "));
    match said(voice.table, party, given.package) {
        Some(text) => {
            page.heading(voice.say("home-own-words", &[]));
            page.paragraph(voice.text(text));
        }
        None => {
            page.heading(voice.say("home-ask", &[]));
            page.paragraph(voice.say("home-question", &[]));
            let choices = voice.assignments(given.package);
            let package = if name.contains('=') { choices } else { vec![clean(name)] };
            let package = package.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ");
            let command = format!("explain {} {package} --say", quote(&clean(&voice.table.parties[party].id)));
            page.paragraph(voice.say("home-keep", &[("command", &command)]));
        }
    }
    if voice.table.narrative.criteria.is_empty() {
        page.paragraph(voice.say("home-no-criteria", &[]));
    }
    if voice.table.narrative.fictional {
        page.paragraph(voice.say("fictional", &[]));
    }
    page.lay_out(width)
}

/// What a party said it would say of a package.
pub(super) fn said<'t>(table: &'t Table, party: PartyId, package: &Package) -> Option<&'t Text> {
    let said = table.narrative.explanations.iter().find(|said| said.party == party && said.package == *package);
    said.map(|said| &said.text)
}

/// Two to five sentences: what we got, what we gave, what hangs on others, why it is fair, what happens otherwise.
pub(super) fn sentences(
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    party: PartyId,
    package: &Package,
) -> Vec<String> {
    let reasons = reasons_of(circumstances, party, package);
    let got = got(voice, package, &reasons);
    let otherwise = otherwise(voice, circumstances, party);
    let parts =
        [Some(got), Some(gave(voice, package, &reasons.gave)), condition(voice, package), fair(voice), otherwise];
    parts.into_iter().flatten().collect()
}

/// What the party got: the interests that gain more than they lose by the package, and the decisions behind that.
fn got(voice: Voice<'_>, package: &Package, reasons: &PartyReasons) -> String {
    let costs: &[Cost] = if let Gave::Costs(costs) = &reasons.gave { costs } else { &[] };
    let cost = |of: &Served| costs.iter().find(|cost| cost.interest == of.interest).map(|cost| cost.points.clone());
    let gains = |of: &&Served| -cost(of).unwrap_or_default() < of.points;
    let gaining: Vec<&Served> = reasons.got.iter().filter(gains).take(NAMED).collect();
    if gaining.is_empty() {
        return voice.say("home-got-nothing", &[]);
    }
    let interests = gaining.iter().map(|of| of.interest);
    let decisions = decisions(voice, package, gaining.iter().map(|of| &of.decisions[..]));
    voice.say("home-got", &[("interests", &interest_names(voice, interests)), ("decisions", &decisions)])
}

fn interest_names(voice: Voice<'_>, interests: impl Iterator<Item = InterestId>) -> String {
    let names = interests.map(|id| voice.phrase(&voice.table.interests[id].text));
    voice.list(&names.collect::<Vec<_>>())
}

/// The decisions that weigh most, each once. An issue's own words may hold commas and "and".
fn decisions<'d>(voice: Voice<'_>, package: &Package, of: impl Iterator<Item = &'d [(IssueId, Rational)]>) -> String {
    let issues = of.flat_map(|decisions| decisions.iter().take(NAMED_DECISIONS)).map(|(issue, _)| *issue);
    let told = issues.unique().take(NAMED).map(|issue| decided(voice, package, issue));
    told.collect::<Vec<_>>().join("; ")
}

/// What is decided on an issue, in words.
fn decided(voice: Voice<'_>, package: &Package, issue: IssueId) -> String {
    let decision = voice.decision(issue, &package.decisions[issue]);
    voice.say("home-decision", &[("issue", &voice.issue(issue)), ("decision", decision.trim_end_matches('.'))])
}

fn gave(voice: Voice<'_>, package: &Package, gave: &Gave) -> String {
    match gave {
        Gave::Costs(costs) => {
            let interests = interest_names(voice, costs.iter().take(NAMED).map(|of| of.interest));
            let decisions = decisions(voice, package, costs.iter().take(NAMED).map(|of| &of.decisions[..]));
            voice.say("home-gave", &[("interests", &interests), ("decisions", &decisions)])
        }
        Gave::Missed(missed) => {
            let missed = missed.iter().take(NAMED).map(|of| voice.issue(of.issue));
            voice.say("home-missed", &[("issues", &voice.list(&missed.collect::<Vec<_>>()))])
        }
        Gave::Nothing => voice.say("home-gave-nothing", &[]),
    }
}

/// What holds only if something outside the table comes true.
fn condition(voice: Voice<'_>, package: &Package) -> Option<String> {
    let table = voice.table;
    let mut options: Vec<_> = package.options().filter(|option| table.option(*option).provision.is_some()).collect();
    options.sort_by_key(|option| table.choice(*option));
    let one = |option: crate::domain::OptionId| {
        let provision = table.option(option).provision.as_ref()?;
        let world = |id: &crate::domain::WorldId| {
            let content = &table.worlds[*id];
            content.text.as_ref().map_or_else(|| clean(&content.id), |text| voice.phrase(text))
        };
        let worlds: Vec<String> = provision.worlds.iter().map(world).collect();
        let of = |option: crate::domain::OptionId| voice.text(&table.option(option).text);
        let (taken, otherwise) = (of(option), of(provision.otherwise));
        let worlds = voice.list(&worlds);
        Some(voice.say("home-if", &[("option", &taken), ("worlds", &worlds), ("otherwise", &otherwise)]))
    };
    let hanging: Vec<String> = options.into_iter().filter_map(one).collect();
    (!hanging.is_empty()).then(|| voice.say("home-condition", &[("conditions", &hanging.join("; "))]))
}

fn fair(voice: Voice<'_>) -> Option<String> {
    let mut criteria: Vec<_> = voice.table.narrative.criteria.iter().collect();
    criteria.sort_by_key(|criterion| &criterion.id);
    let criteria: Vec<String> = criteria.into_iter().map(|criterion| voice.phrase(&criterion.text)).collect();
    (!criteria.is_empty()).then(|| voice.say("home-fair", &[("criteria", &voice.list(&criteria))]))
}

/// What happens without an agreement: in the party's words, or else what it loses; nothing if nobody said.
fn otherwise(voice: Voice<'_>, circumstances: &Circumstances<'_>, party: PartyId) -> Option<String> {
    let no_deal = circumstances.no_deal(party)?;
    if let Some(reason) = &no_deal.reason {
        return Some(voice.say("home-otherwise", &[("reason", &voice.phrase(reason))]));
    }
    match &no_deal.value {
        NoDealValue::Today => Some(voice.say("home-otherwise-today", &[])),
        NoDealValue::Effects(effects) => {
            let zero = Rational::default();
            let worse = effects.iter().filter(|(_, effect)| **effect < zero);
            let mut worse: Vec<String> =
                worse.map(|(interest, _)| voice.phrase(&voice.table.interests[*interest].text)).collect();
            worse.sort();
            (!worse.is_empty()).then(|| voice.say("home-otherwise-worse", &[("interests", &voice.list(&worse))]))
        }
        NoDealValue::Package(_) | NoDealValue::Score(_) => None,
    }
}
