//! Packages in every world: what breaks, who falls short, who would leave, and what would make them hold.

use itertools::Itertools as _;

use super::answer::tell_banner;
use super::page::Page;
use super::proposal::tell_every_world;
use super::voice::Voice;
use super::worlds::{tell_conditions, tell_gains, world_name, world_names};
use super::{Wordbook, clean, package, said};
use crate::analysis::InEveryWorld;
use crate::domain::{RuleId, WorldId};
use crate::explain::{InWorld, InWorlds, in_worlds, leaving};
use crate::session::Called;
use crate::valuation::{Assessment, Circumstances, PartyAssessment, RatificationStatus};

/// What is told of packages in every world.
#[derive(Clone, Copy, Debug)]
pub struct Stressed<'a> {
    /// The table in its base world.
    pub circumstances: &'a Circumstances<'a>,
    /// The packages.
    pub packages: &'a [Called],
    /// The only world to look at besides the base world.
    pub only: Option<WorldId>,
    /// What holds in every world besides.
    pub every: Option<&'a InEveryWorld>,
}

/// Tells what packages come to in every world, in lines of at most `width` columns.
#[must_use]
pub fn stress_text(stressed: Stressed<'_>, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: stressed.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, WorldId::BASE, true);
    let has_worlds = voice.table.worlds.len() > 1;
    if !has_worlds {
        page.paragraph(voice.say("stress-one-world", &[]));
    }
    for called in stressed.packages {
        tell_package(&mut page, voice, stressed, called, width);
    }
    if let Some(every) = stressed.every {
        tell_every_world(&mut page, voice, every, None);
    }
    if has_worlds {
        page.heading(voice.say("stress-ask", &[]));
        page.paragraph(voice.say("stress-question", &[]));
    }
    page.lay_out(width)
}

/// What a package comes to in the worlds that are looked at.
pub(super) fn seen(stressed: Stressed<'_>, called: &Called) -> InWorlds {
    let mut told = in_worlds(stressed.circumstances, &called.package);
    told.worlds.retain(|of| of.world == WorldId::BASE || stressed.only.is_none_or(|only| only == of.world));
    told
}

fn tell_package(page: &mut Page, voice: Voice<'_>, stressed: Stressed<'_>, called: &Called, width: usize) {
    let told = seen(stressed, called);
    let choices = voice.assignments(&called.package).join(" ");
    let name = clean(&called.name);
    let is_named = !name.contains('=');
    page.heading(if is_named { voice.say("stress-package", &[("name", &name)]) } else { name });
    if is_named {
        page.paragraph(choices);
    }
    tell_gains(page, voice, &told, width);
    tell_conditions(page, voice, &told);
    for of in &told.worlds {
        tell_world(page, voice, stressed.circumstances, of);
    }
    let unknown = told.worlds.iter().flat_map(|of| bodies(voice, of, RatificationStatus::Unknown)).unique();
    let unknown: Vec<String> = unknown.collect();
    if !unknown.is_empty() {
        page.item(voice.say("test-unknown", &[("bodies", &voice.list(&unknown))]));
    }
    let refusing = said::spoken_no(voice, stressed.circumstances, &called.package);
    if refusing.is_empty() {
        return tell_verdict(page, voice, &told);
    }
    refusing.into_iter().for_each(|sentence| page.paragraph(sentence));
}

fn tell_world(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, of: &InWorld) {
    let seen = circumstances.in_world(of.world);
    let world = world_name(voice, of.world);
    match package::obstacles(voice, &seen, &of.assessment, true) {
        Ok(_) => page.item(voice.say("stress-holds", &[("world", &world)])),
        Err(_) => {
            for (rule, _) in of.assessment.rules.iter_enumerated().filter(|(_, rule)| !rule.kept) {
                page.item(broken(voice, &of.assessment, &world, rule));
            }
        }
    }
    for (party, short) in leaving(voice.table, of) {
        let (party, short) = (voice.party(party), voice.points(&short));
        page.item(voice.say("stress-leaves", &[("world", &world), ("party", &party), ("short", &short)]));
    }
    let refusing = bodies(voice, of, RatificationStatus::Failed);
    if !refusing.is_empty() {
        page.item(voice.say("refuses-there", &[("world", &world), ("bodies", &voice.list(&refusing))]));
    }
}

/// The bodies that find this in a world, each in words.
fn bodies(voice: Voice<'_>, of: &InWorld, status: RatificationStatus) -> Vec<String> {
    let bodies = of.assessment.ratifications.iter().filter(|body| body.status == status);
    bodies.map(|body| voice.body(body.party, body.body)).collect()
}

/// A rule that is broken in a world, with what is used and what there is.
fn broken(voice: Voice<'_>, assessment: &Assessment, world: &str, rule: RuleId) -> String {
    let name = voice.rule(rule);
    match &assessment.rules[rule].bill {
        Some(bill) => {
            let [used, limit] = [&bill.used, &bill.limit].map(|amount| voice.amount(amount));
            let arguments = [("world", world), ("rule", &name), ("used", &used), ("limit", &limit)];
            voice.say("stress-limit", &arguments)
        }
        None => voice.say("stress-rule", &[("world", world), ("rule", &name), ("why", &voice.why_rule(rule))]),
    }
}

/// Adds whether the package is nearly self-enforcing: nobody would rather leave, whatever comes true.
fn tell_verdict(page: &mut Page, voice: Voice<'_>, told: &InWorlds) {
    let falling: Vec<WorldId> =
        told.worlds.iter().filter(|of| !leaving(voice.table, of).is_empty()).map(|of| of.world).collect();
    let breaking: Vec<WorldId> =
        told.worlds.iter().filter(|of| !of.assessment.keeps_rules()).map(|of| of.world).collect();
    let is_unknown = |party: &PartyAssessment| party.score.is_some() && party.no_deal.is_none();
    let is_unknown = told.worlds.iter().any(|of| of.assessment.parties.iter().any(is_unknown));
    page.paragraph(match (falling.is_empty(), breaking.is_empty()) {
        (true, true) if is_unknown => voice.say("stress-unknown", &[]),
        (true, true) => voice.say("stress-enforcing", &[]),
        (true, false) => voice.say("stress-unkept", &[("worlds", &world_names(voice, &breaking))]),
        (false, _) => voice.say("stress-leaving", &[("worlds", &world_names(voice, &falling))]),
    });
}
