//! What a package comes to in every world: a column per world, and what is agreed on condition of which.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::blocks::Blocks;
use super::page::Page;
use super::voice::Voice;
use super::{clean, package};
use crate::analysis::fails_elsewhere;
use crate::domain::{OptionId, Package, PartyId, Rational, WorldId};
use crate::explain::{InWorld, InWorlds, conditional, fallbacks, in_worlds, is_conditional};
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
    conditions(voice, &told.conditional).into_iter().for_each(|sentence| page.item(sentence));
}

/// Adds what a package comes to in every world, if it takes an option on condition.
pub(super) fn tell_if_conditional(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    package: &Package,
    width: usize,
) {
    if is_conditional(voice.table, package) {
        tell(page, voice, circumstances, package, width);
    }
}

/// What a package comes to in every world, in a line; and in another what each party expects of it, where they say how
/// likely worlds are.
pub(super) fn in_short(voice: Voice<'_>, circumstances: &Circumstances<'_>, package: &Package) -> Vec<String> {
    let told = in_worlds(circumstances, package);
    let one = |of: &InWorld| {
        let (joint, smallest) = of.assessment.joint_gain().zip(of.assessment.smallest_gain())?;
        let [joint, smallest] = [joint, smallest].map(|points| voice.signed(&points));
        let least = voice.parties(&least(&of.assessment));
        Some(voice.say("sums", &[("joint", &joint), ("smallest", &smallest), ("least", &least)]))
    };
    let sums: Vec<(WorldId, String)> = told.worlds.iter().filter_map(|of| Some((of.world, one(of)?))).collect();
    let in_world = |(world, sums): &(WorldId, String)| {
        voice.say("sums-in-world", &[("world", &world_name(voice, *world)), ("sums", sums)])
    };
    let sums = match sums.as_slice() {
        [] => None,
        [(_, first), ..] if sums.iter().map(|(_, sums)| sums).all_equal() => {
            Some(voice.say("sums-in-every-world", &[("sums", first)]))
        }
        sums => Some(voice.say("sums-in-worlds", &[("worlds", &sums.iter().map(in_world).join("; "))])),
    };
    sums.into_iter().chain(expected_in_short(voice, &told)).collect()
}

/// What each party expects of a package, where they say how likely worlds are, in a line; and whose probabilities leave
/// something over.
pub(super) fn expected_in_short(voice: Voice<'_>, told: &InWorlds) -> Vec<String> {
    let expected: Vec<String> = told.expected.iter().map(|(party, of)| party_gain(voice, *party, of)).collect();
    let expected = (!expected.is_empty()).then(|| voice.say("expected-short", &[("gains", &voice.list(&expected))]));
    expected.into_iter().chain(left_over(voice, told)).collect()
}

/// What everybody who takes part gains, in a list.
pub(super) fn gains(voice: Voice<'_>, assessment: &Assessment) -> String {
    let present = assessment.parties.iter_enumerated().filter(|(_, content)| !content.absent);
    let gains = present.filter_map(|(party, content)| Some(party_gain(voice, party, &content.gain()?)));
    voice.list(&gains.collect::<Vec<_>>())
}

fn party_gain(voice: Voice<'_>, party: PartyId, gain: &Rational) -> String {
    voice.say("party-gain", &[("party", &voice.party(party)), ("gain", &voice.signed(gain))])
}

/// Adds what a package comes to in every world in a few lines, if it takes an option on condition.
pub(super) fn tell_short(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, package: &Package) {
    if is_conditional(voice.table, package) {
        let lines = in_short(voice, circumstances, package).into_iter();
        lines.chain(conditions_of(voice, &[package])).for_each(|line| page.paragraph(line));
    }
}

/// Adds what packages side by side come to in every world: all of them where each must hold in every world, else those
/// that take an option on condition; then what these hang on, once each.
pub(super) fn tell_several(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    packages: &[(String, &Package)],
    robust: bool,
) {
    let of_interest =
        |package: &Package| (robust && voice.table.worlds.len() > 1) || is_conditional(voice.table, package);
    for (name, package) in packages.iter().filter(|(_, package)| of_interest(package)) {
        let mut lines = in_short(voice, circumstances, package).into_iter();
        let first = lines.next().unwrap_or_default();
        page.item(voice.say("package-in-worlds", &[("name", name), ("worlds", &first)]));
        lines.for_each(|line| page.detail(line));
    }
    let packages: Vec<&Package> = packages.iter().map(|(_, package)| *package).collect();
    conditions_of(voice, &packages).into_iter().for_each(|sentence| page.item(sentence));
}

/// What the conditional options of some packages hang on, each once, in sentences.
pub(super) fn conditions_of(voice: Voice<'_>, packages: &[&Package]) -> Vec<String> {
    conditions(voice, &conditional(voice.table, packages))
}

/// Whose probabilities leave something over, and where that counts.
fn left_over(voice: Voice<'_>, told: &InWorlds) -> impl Iterator<Item = String> {
    told.left_over.iter().map(move |(world, parties)| {
        let (parties, world) = (voice.parties(parties), world_name(voice, *world));
        voice.say("expected-left-over", &[("parties", &parties), ("world", &world)])
    })
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
    left_over(voice, told).for_each(|sentence| page.paragraph(sentence));
}

/// What conditional options hang on; what nobody has said of it yet is asked. An option that others fall back on comes
/// behind them, once.
fn conditions(voice: Voice<'_>, options: &[OptionId]) -> Vec<String> {
    let mut sentences: Vec<String> = options.iter().filter_map(|option| condition(voice, *option)).collect();
    let hang_on = options.iter().flat_map(|option| fallbacks(voice.table, *option));
    let asked: Vec<OptionId> = hang_on.unique().collect();
    sentences.extend(asked.iter().filter_map(|option| shows(voice, *option, asked.len() > 1)));
    sentences
}

/// In which worlds a conditional option counts, and what counts in the others.
fn condition(voice: Voice<'_>, option: OptionId) -> Option<String> {
    let provision = voice.table.option(option).provision.as_ref()?;
    let reference = voice.option_reference(option);
    let worlds = world_names(voice, &provision.worlds);
    let start = [("option", &*reference), ("worlds", &worlds)];
    if voice.table.option(provision.otherwise).provision.is_none() {
        let otherwise = voice.option_reference(provision.otherwise);
        return Some(voice.say("condition-holds", &[start[0], start[1], ("otherwise", &otherwise)]));
    }
    // Of options that fall back on each other in turn each counts in worlds of its own.
    let mut elsewhere: Vec<(OptionId, Vec<WorldId>)> = Vec::new();
    for world in voice.table.worlds_by_name() {
        let counts = voice.table.option_that_counts(option, world);
        match elsewhere.iter_mut().find(|(known, _)| *known == counts) {
            Some((_, worlds)) => worlds.push(world),
            None if counts != option => elsewhere.push((counts, vec![world])),
            None => {}
        }
    }
    let one = |(counts, worlds): &(OptionId, Vec<WorldId>)| {
        let (option, worlds) = (voice.option_reference(*counts), world_names(voice, worlds));
        voice.say("condition-instead", &[("option", &option), ("worlds", &worlds)])
    };
    let others: Vec<String> = elsewhere.iter().map(one).collect();
    Some(voice.say("condition-chain", &[start[0], start[1], ("others", &others.join("; "))]))
}

/// What shows whether a conditional option counts, and by when; or the question. Among several the option is named.
fn shows(voice: Voice<'_>, option: OptionId, by_name: bool) -> Option<String> {
    let provision = voice.table.option(option).provision.as_ref()?;
    let reference = voice.option_reference(option);
    Some(match (&provision.event, &provision.by) {
        (Some(event), Some(by)) => {
            let (event, by) = (voice.phrase(event), voice.phrase(by));
            let key = if by_name { "condition-shows-which" } else { "condition-shows" };
            voice.say(key, &[("option", &reference), ("event", &event), ("by", &by)])
        }
        _ => voice.say("condition-ask", &[("option", &quote(&reference))]),
    })
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

/// Adds in which other worlds a package doesn't hold, and why.
pub(super) fn tell_fails(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, package: &Package) {
    let sentences = fails(voice, &fails_elsewhere(circumstances, package));
    sentences.into_iter().for_each(|sentence| page.paragraph(sentence));
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
