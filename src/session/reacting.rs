//! What parties say of packages, and what a change of mind makes of those on the table.

use std::sync::atomic::AtomicBool;

use super::command::ReactArguments;
use super::grammar::joined;
use super::lookup::Lookup;
use super::pulse::{Pulse, pulse};
use super::record::{self, Desk, Says};
use super::response::{Failure, Response};
use super::scale::{read_step, steps};
use super::screen::verdicts;
use super::typed::Typed;
use super::{Outcome, Session};
use crate::analysis::{Contradiction, Live, contradiction, live_packages, no_deals_to_ask_again};
use crate::diagnostic::{Code, Problem};
use crate::domain::{Content, Disclosure, Package, PartyId, Table, WorldId};
use crate::table_file::Document;
use crate::valuation::Circumstances;

/// What a change makes of the packages that are on the table, for the moderator's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Every live package: those that had a name before and have one now.
    pub packages: Vec<Live>,
    /// Whether the package that lifts the smallest gain most is another one now; `None` where either isn't known.
    pub advises_another: Option<bool>,
    /// That package now, where there is one.
    pub advice: Option<Package>,
    /// Whose no-deal must be asked again, by name.
    pub ask_again: Vec<PartyId>,
    /// The positions of what was shown with a verdict that no longer holds.
    pub stale: Vec<usize>,
}

/// A party said something of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reacted {
    /// Who.
    pub party: PartyId,
    /// The position of the package among the named ones.
    pub package: usize,
    /// What it says now against its own weights, if anything.
    pub against: Option<Contradiction>,
}

/// Which reactions are told: those of a party, of a package, of both, or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReactionsOf {
    /// Of which party only.
    pub party: Option<PartyId>,
    /// Of which named package only, by its position.
    pub package: Option<usize>,
}

impl Session {
    /// Records what a party says of a package; without a step of the scale, tells what was said.
    pub(super) fn react(&mut self, arguments: &ReactArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let lookup = Lookup { table: document.table(), typed: &typed };
        let told = self.who_and_what(&document, lookup, arguments, stop)?;
        let text = joined(&arguments.words);
        let missing = |what: &str| {
            let problem = Problem::new(Code::WordsMissing).with("known", what).with("command", "react");
            Failure::from(problem)
        };
        let (party, package) = match (told.party, told.package) {
            _ if text.is_empty() && arguments.because.is_none() => return Ok(Response::Reactions(document, told)),
            (Some(party), Some(package)) if !text.is_empty() => (party, package),
            (_, None) => return Err(missing("`PACKAGE`")),
            _ => return Err(missing("`STEP`")),
        };
        let Some((support, words)) = read_step(&text) else {
            let known = steps(document.table().language).map(|step| format!("`{step}`")).collect::<Vec<_>>().join(", ");
            let word = arguments.words.first().map_or("", String::as_str);
            let problem = Problem::new(Code::NotAStep).with("name", word).with("known", known);
            return Err(typed.at(problem, word).into());
        };
        let interest = arguments.because.as_deref().map(|name| lookup.interest(name)).transpose()?;
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let says = Says { party, package, support, interest, words };
        let recorded = record::reaction(&desk, &says).map_err(Failure::Line)?;
        self.remember(&document.table().narrative.packages[package].package);
        let against = against_weights(recorded.document.table(), party);
        let changed = self.change(recorded, line, stop)?;
        let reacted = Some(Reacted { party, package, against });
        Ok(Response::Changed(Box::new(super::Changed { reacted, ..changed })))
    }

    /// The party and the package that were typed. A package alone will do to ask what was said of it.
    fn who_and_what(
        &self,
        document: &Document,
        lookup: Lookup<'_>,
        arguments: &ReactArguments,
        stop: &AtomicBool,
    ) -> Result<ReactionsOf, Failure> {
        let Some(first) = &arguments.party else { return Ok(ReactionsOf::default()) };
        let party = match lookup.party(first) {
            Ok(party) => party,
            Err(problem) if arguments.package.is_none() => {
                let package = lookup.package(first).map_err(|_| problem)?;
                return Ok(ReactionsOf { package: Some(package), party: None });
            }
            Err(problem) => return Err(problem.into()),
        };
        let package = arguments.package.as_deref();
        let package = package.map(|word| self.with_a_name(document, lookup, word, stop)).transpose()?;
        Ok(ReactionsOf { party: Some(party), package })
    }

    /// The named package that a word means: its name, or what stands for exactly its choices.
    fn with_a_name(
        &self,
        document: &Document,
        lookup: Lookup<'_>,
        word: &str,
        stop: &AtomicBool,
    ) -> Result<usize, Failure> {
        let unnamed = || {
            let problem = Problem::new(Code::PackageUnnamed).with("name", word);
            Failure::from(lookup.typed.at(problem, word))
        };
        if super::packages::is_choice(document.table(), word) {
            return Err(unnamed());
        }
        let known = match lookup.package(word) {
            Ok(position) => return Ok(position),
            Err(problem) => problem,
        };
        if !super::packages::stands_for_one(word) {
            return Err(known.into());
        }
        let called = self.proven_package(document, &[word.to_owned()], lookup.typed.line(), stop)?;
        let named = &document.table().narrative.packages;
        named.iter().position(|named| named.package == called.package).ok_or_else(unnamed)
    }
}

fn against_weights(table: &Table, party: PartyId) -> Option<Contradiction> {
    contradiction(&Circumstances::new(table.ready().ok()?, WorldId::BASE), party)
}

/// What becomes of the packages when one table takes the place of another; `None` if there is nothing to tell, as between
/// tables of which one isn't the other grown on.
pub(super) fn card_between(before: &Document, after: &Document, stop: &AtomicBool) -> Option<Card> {
    let [before, after] = [before.table(), after.table()];
    if before.id != after.id {
        return None;
    }
    // Most of what is said is worth nothing to anybody; advice takes longer than looking.
    card(before, after, [None; 2])?;
    let pulses = [before, after].map(|table| pulse(table, stop));
    card(before, after, pulses.each_ref().map(Option::as_ref))
}

/// What a change makes of the packages on the table; `None` if there is nothing to tell.
pub(super) fn card(before: &Table, after: &Table, pulses: [Option<&Pulse>; 2]) -> Option<Card> {
    let packages = live_packages(before, after);
    if packages.is_empty() {
        return None;
    }
    let advice = pulses.map(|pulse| pulse.and_then(Pulse::package));
    let advises_another = match advice {
        [Some(before), Some(after)] => Some(!super::pulse::is_same(before, after)),
        _ => None,
    };
    let ask_again = no_deals_to_ask_again(before, after);
    let tells = |live: &Live| live.stands_otherwise() || !live.crossed.is_empty() || !live.said_before.is_empty();
    let [were_stale, stale] = [before, after].map(stale);
    let is_told =
        stale != were_stale || packages.iter().any(tells) || advises_another == Some(true) || !ask_again.is_empty();
    is_told.then_some(Card { packages, advises_another, advice: advice[1].cloned(), ask_again, stale })
}

/// What was shown last of a package to somebody, with a verdict that no longer holds; by its position.
fn stale(table: &Table) -> Vec<usize> {
    let all = &table.narrative.disclosed;
    let package = |disclosure: &Disclosure| match &disclosure.content {
        Content::Package(shown) => Some((disclosure.to, shown.name.clone(), shown.verdict?)),
        Content::Line(_) | Content::Part(_) => None,
    };
    let is_stale = |(at, now): &(usize, Option<bool>)| {
        let Some((to, name, verdict)) = package(&all[*at]) else { return false };
        let shown_again = all[at + 1..].iter().filter_map(package).any(|later| (later.0, &later.1) == (to, &name));
        !shown_again && now.is_some_and(|now| now != verdict)
    };
    verdicts(table).into_iter().enumerate().filter(is_stale).map(|(at, _)| at).collect()
}
