//! What a package comes to in every world: a column per world, and what is agreed on condition of which.

use std::collections::BTreeSet;

use super::blocks::Blocks;
use super::page::Page;
use super::voice::Voice;
use super::{clean, package};
use crate::domain::{OptionId, Package, PartyId, Rational, WorldId};
use crate::explain::{InWorld, InWorlds, in_worlds};
use crate::optimize::Reason;
use crate::session::quote;
use crate::valuation::{Assessment, Circumstances, RatificationStatus};

/// Adds what a package comes to in every world, its conditions and what is still to be said about them.
pub(super) fn tell(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    package: &Package,
    width: usize,
) {
    let told = in_worlds(circumstances, package);
    page.heading(voice.say("every-world", &[]));
    tell_gains(page, voice, &told, width);
    tell_conditions(page, voice, &told);
    for of in &told.worlds {
        tell_obstacles(page, voice, circumstances, of);
    }
}

/// Adds what each conditional option hangs on.
pub(super) fn tell_conditions(page: &mut Page, voice: Voice<'_>, told: &InWorlds) {
    for option in &told.conditional {
        tell_condition(page, voice, told, *option);
    }
}

/// The name of a world.
pub(super) fn world_name(voice: Voice<'_>, world: WorldId) -> String {
    clean(&voice.table.worlds[world].id)
}

/// The names of worlds as a list.
pub(super) fn world_names(voice: Voice<'_>, worlds: &[WorldId]) -> String {
    let mut names: Vec<String> = worlds.iter().map(|world| format!("`{}`", world_name(voice, *world))).collect();
    names.sort();
    voice.list(&names)
}

/// A row per party, a column per world; then the sum and the smallest.
pub(super) fn tell_gains(page: &mut Page, voice: Voice<'_>, told: &InWorlds, width: usize) {
    let mut heads: Vec<String> = told.worlds.iter().map(|of| world_name(voice, of.world)).collect();
    let expects = !told.expected.is_empty();
    heads.extend(expects.then(|| voice.say("column-expected", &[])));
    let mut grid = Blocks::of_numbers(voice.say("column-gain", &[]), heads);
    let signed = |gain: Option<Rational>| gain.map_or_else(|| "-".to_owned(), |gain| voice.signed(&gain));
    let is_absent = |party: &PartyId| told.worlds.iter().any(|of| of.assessment.parties[*party].absent);
    for party in voice.table.parties.keys().filter(|party| !is_absent(party)) {
        let gains = told.worlds.iter().map(|of| signed(of.assessment.parties[party].gain()));
        let expected = expects.then(|| signed(told.expected.get(&party).cloned()));
        grid.row(voice.party(party), gains.chain(expected).collect());
    }
    let mut sum = |key: &str, sum: &dyn Fn(&Assessment) -> Option<Rational>| {
        let sums = told.worlds.iter().map(|of| signed(sum(&of.assessment)));
        grid.row(voice.say(key, &[]), sums.chain(expects.then(String::new)).collect());
    };
    sum("row-joint", &Assessment::joint_gain);
    sum("row-smallest", &Assessment::smallest_gain);
    grid.add_to(page, width);
    if expects {
        page.paragraph(voice.say("expected-meaning", &[]));
    }
}

/// Adds what a conditional option hangs on; what nobody has said of it yet is asked.
fn tell_condition(page: &mut Page, voice: Voice<'_>, told: &InWorlds, option: OptionId) {
    let Some(provision) = &voice.table.option(option).provision else { return };
    let reference = voice.option_reference(option);
    let failing = told.worlds.iter().filter(|of| !provision.worlds.contains(&of.world));
    // Of options that fall back on each other in turn the last one counts.
    let instead = failing.flat_map(|of| &of.instead).find(|other| other.issue == option.issue);
    let otherwise = voice.option_reference(*instead.unwrap_or(&provision.otherwise));
    let worlds = world_names(voice, &provision.worlds);
    let arguments = [("option", &*reference), ("worlds", &worlds), ("otherwise", &otherwise)];
    page.item(voice.say("condition-holds", &arguments));
    match (&provision.event, &provision.by) {
        (Some(event), Some(by)) => {
            page.item(voice.say("condition-shows", &[("event", &voice.phrase(event)), ("by", &voice.phrase(by))]));
        }
        _ => page.item(voice.say("condition-ask", &[("option", &quote(&reference))])),
    }
}

/// Adds what stands in the way of a package in a world, and who at home would say no there.
fn tell_obstacles(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, of: &InWorld) {
    let seen = circumstances.in_world(of.world);
    let world = world_name(voice, of.world);
    if let Err(obstacles) = package::obstacles(voice, &seen, &of.assessment, true) {
        for obstacle in obstacles {
            page.item(voice.say("fails-there", &[("world", &world), ("obstacle", &obstacle)]));
        }
    }
    let refusing = of.assessment.ratifications.iter().filter(|body| body.status == RatificationStatus::Failed);
    let refusing: Vec<String> = refusing.map(|body| voice.body(body.party, body.body)).collect();
    if !refusing.is_empty() {
        page.item(voice.say("refuses-there", &[("world", &world), ("bodies", &voice.list(&refusing))]));
    }
}

/// What stands in the way of a package elsewhere, in a sentence per world.
pub(super) fn fails(voice: Voice<'_>, fails: &[(WorldId, BTreeSet<Reason>)]) -> Vec<String> {
    let one = |(world, reasons): &(WorldId, BTreeSet<Reason>)| {
        let reasons: Vec<String> = reasons.iter().filter_map(|reason| fault(voice, *reason)).collect();
        voice.say("fails-in", &[("world", &world_name(voice, *world)), ("reasons", &voice.list(&reasons))])
    };
    fails.iter().map(one).collect()
}

/// What is wrong with a package, in a few words.
fn fault(voice: Voice<'_>, reason: Reason) -> Option<String> {
    match reason {
        Reason::Rule(rule) => Some(voice.say("fault-rule", &[("rule", &voice.rule(rule))])),
        Reason::NoDeal(party) => Some(voice.say("fault-no-deal", &[("party", &voice.party(party))])),
        Reason::Ratification { .. } | Reason::Asked(_) => None,
    }
}

/// Those who gain least from a package.
pub(super) fn least(assessment: &Assessment) -> Vec<PartyId> {
    let smallest = assessment.smallest_gain();
    let present = assessment.parties.iter_enumerated().filter(|(_, content)| !content.absent);
    let gains = present.map(|(party, content)| (party, content.gain()));
    gains.filter(|(_, gain)| gain.is_some() && *gain == smallest).map(|(party, _)| party).collect()
}
