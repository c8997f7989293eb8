//! Several packages to talk about, in words: which rule chooses which, and what worlds make of them.

use super::answer::{Asked, above, in_points, proof_by, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::page::Page;
use super::voice::Voice;
use super::worlds::{self, world_name, world_names};
use super::{Wordbook, conflict, said};
use crate::analysis::{Conditional, InEveryWorld, Others, Proposal, Proposed};
use crate::domain::{OptionId, Package, PartyId, Scale, WorldId};
use crate::explain::{in_worlds, is_conditional};
use crate::optimize::{Objective, Reason};
use crate::session::{objective_word, quote};
use crate::valuation::{Circumstances, assess};

/// Tells a proposal in lines of at most `width` columns.
#[must_use]
pub fn proposal_text(asked: Asked<'_>, proposal: &Proposal, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, asked.question.world, asked.question.floors);
    tell_demands(&mut page, voice, asked.question);
    match &proposal.conflict {
        Some(found) => {
            page.heading(voice.say(if asked.question.robust { "conflict-robust" } else { "conflict" }, &[]));
            if found.reasons.iter().any(|reason| matches!(reason, Reason::Asked(_))) {
                page.paragraph(voice.say("proposal-clear-none", &[]));
            }
            let told = (found, &*proposal.suggestions);
            conflict::tell_with(&mut page, voice, asked.circumstances, &proposal.demands, told);
        }
        None => tell_answers(&mut page, voice, asked, proposal),
    }
    if let Some(every) = &proposal.worlds {
        tell_every_world(&mut page, voice, every, asked.circumstances.absent);
    }
    tell_between(&mut page, voice, proposal);
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

fn tell_answers(page: &mut Page, voice: Voice<'_>, asked: Asked<'_>, proposal: &Proposal) {
    let circumstances = asked.circumstances;
    page.heading(voice.say("proposal", &[]));
    if !proposal.clear.is_empty() && !proposal.answers.is_empty() {
        page.paragraph(voice.say("proposal-clear", &[]));
    }
    if asked.question.robust && voice.table.worlds.len() > 1 && !proposal.answers.is_empty() {
        page.paragraph(voice.say("ranked-robust", &[]));
    }
    let first = proposal.answers.first().map(|answer| &answer.package);
    for answer in &proposal.answers {
        let before = first.filter(|first| **first != answer.package);
        tell_answer(page, voice, asked, answer, before);
        said::tell_kept(page, voice, circumstances, &proposal.clear, &answer.package);
    }
    if proposal.answers.is_empty() {
        page.paragraph(voice.say(if proposal.has_left_out { "proposal-left-out" } else { "unknown-answer" }, &[]));
        return;
    }
    let packages: Vec<&Package> = proposal.answers.iter().map(|answer| &answer.package).collect();
    worlds::conditions_of(voice, &packages).into_iter().for_each(|sentence| page.paragraph(sentence));
    if let [only] = proposal.answers.as_slice()
        && only.objectives.len() > 1
    {
        page.paragraph(voice.say("proposal-one", &[]));
    }
    match proposal.others {
        Others::Enough => {}
        Others::NoOther => page.paragraph(voice.say("proposal-no-other", &[])),
        Others::NoOtherEfficient => page.paragraph(voice.say("varied-none-efficient", &[])),
        Others::NoOtherCorner => page.paragraph(voice.say("proposal-no-other-corner", &[])),
        Others::Unknown => page.paragraph(voice.say("proposal-others-unknown", &[])),
    }
    tell_proof(page, voice, proposal);
    page.paragraph(match voice.table.scale {
        Scale::Percent => voice.say("not-comparable", &[]),
        Scale::Points => voice.say("not-comparable-points", &[]),
    });
}

/// Adds how the packages were established, where one method did for all.
fn tell_proof(page: &mut Page, voice: Voice<'_>, proposal: &Proposal) {
    let [first, others @ ..] = &*proposal.answers else { return };
    let is_alike =
        others.iter().all(|other| other.is_proven && (other.how == first.how || other.objectives.is_empty()));
    if let Some(how) = first.how.filter(|_| first.is_proven && is_alike) {
        page.paragraph(proof_by(voice, how, voice.table.count_packages().as_ref()));
    }
}

/// Adds a package: who chooses it, what it comes to, and what it decides, the first in full and the others by what differs.
fn tell_answer(page: &mut Page, voice: Voice<'_>, asked: Asked<'_>, answer: &Proposed, before: Option<&Package>) {
    let circumstances = asked.circumstances;
    let over_worlds = asked.question.robust && voice.table.worlds.len() > 1;
    let rules: Vec<String> = answer.objectives.iter().map(|objective| rule(voice, *objective)).collect();
    let name = answer.objectives.first().map(|objective| objective_word(voice.table, *objective)).unwrap_or_default();
    let assessment = assess(circumstances, &answer.package);
    let sums = assessment.joint_gain().zip(assessment.smallest_gain());
    let [joint, smallest] = match &sums {
        Some((joint, smallest)) => [joint, smallest].map(|points| voice.signed(points)),
        None => ["-", "-"].map(str::to_owned),
    };
    let least = voice.parties(&worlds::least(&assessment));
    let key = match (answer.objectives.is_empty(), answer.is_proven, over_worlds) {
        (true, _, false) => "proposed-other",
        (true, _, true) => "proposed-other-robust",
        (false, true, false) => "proposed",
        (false, true, true) => "proposed-robust",
        (false, false, false) => "proposed-so-far",
        (false, false, true) => "proposed-so-far-robust",
    };
    let rules = voice.list(&rules);
    let arguments =
        [("name", &*name), ("rules", &*rules), ("joint", &*joint), ("smallest", &*smallest), ("least", &*least)];
    page.item(voice.say(key, &arguments));
    if over_worlds || is_conditional(voice.table, &answer.package) {
        worlds::in_short(voice, circumstances, &answer.package).into_iter().for_each(|line| page.detail(line));
    }
    page.detail(match before {
        None => voice.say("proposed-choices", &[("choices", &voice.assignments(&answer.package).join(" "))]),
        Some(before) => {
            let differing = voice.assignments(&answer.package).into_iter().zip(voice.assignments(before));
            let differing: Vec<String> = differing.filter(|(one, other)| one != other).map(|(one, _)| one).collect();
            voice.say("proposed-differs", &[("choices", &differing.join(" "))])
        }
    });
    for (objective, bound, gap) in &answer.bounds {
        let (bound, above) = (in_points(voice.words, *bound), above(voice.words, *gap));
        let name = objective_word(voice.table, *objective);
        page.detail(voice.say("proposed-bound", &[("name", &*name), ("bound", &bound), ("above", &above)]));
    }
    for sentence in worlds::fails(voice, &answer.fails) {
        page.detail(sentence);
    }
}

fn rule(voice: Voice<'_>, objective: Objective) -> String {
    match objective {
        Objective::Joint => voice.say("concept-joint", &[]),
        Objective::Fair => voice.say("concept-fair", &[]),
        Objective::Nash => voice.say("concept-nash", &[]),
        Objective::KalaiSmorodinsky => voice.say("concept-ks", &[]),
        Objective::Best(party) => voice.party(party),
    }
}

/// Adds what holds in every world, and what could be agreed on condition.
pub(super) fn tell_every_world(page: &mut Page, voice: Voice<'_>, every: &InEveryWorld, absent: Option<PartyId>) {
    page.heading(voice.say("worlds-split", &[]));
    match (every.is_possible, every.packages) {
        (Some(false), _) => page.item(voice.say("holds-nothing", &[])),
        (None, _) => page.item(voice.say("holds-unknown", &[])),
        (Some(true), Some(count)) => {
            page.item(voice.say("holds-count", &[("count", &count.to_string()), ("written", &voice.count(count))]));
        }
        (Some(true), None) => page.item(voice.say("holds-some", &[])),
    }
    let names = |options: &[OptionId]| {
        let options: Vec<String> = options.iter().map(|option| voice.option_reference(*option)).collect();
        voice.list(&options)
    };
    if !every.split.is_empty() && every.is_possible == Some(true) {
        page.item(voice.say("holds-never", &[("options", &names(&every.split))]));
        if !every.on_condition.is_empty() {
            page.item(voice.say("holds-on-condition", &[("options", &names(&every.on_condition))]));
        }
    }
    if let Some((package, smallest)) = &every.best {
        let choices = voice.assignments(package).join(" ");
        page.item(voice.say("holds-best", &[("smallest", &voice.signed(smallest)), ("choices", &choices)]));
    }
    for suggestion in &every.suggestions {
        tell_suggestion(page, voice, suggestion, absent);
    }
}

/// Adds what could be agreed on condition: what it comes to in every world, and how to add it.
pub(super) fn tell_suggestion(page: &mut Page, voice: Voice<'_>, suggestion: &Conditional, absent: Option<PartyId>) {
    let Ok(ready) = suggestion.table.ready() else { return };
    let circumstances = Circumstances::new(ready, WorldId::BASE).without(absent);
    let option = voice.option_reference(suggestion.option);
    let otherwise = voice.option_reference(suggestion.otherwise);
    let worlds = world_names(voice, &suggestion.worlds);
    page.item(voice.say("suggest", &[("option", &option), ("worlds", &worlds), ("otherwise", &otherwise)]));
    let added = Voice { table: circumstances.table.table(), ..voice };
    let choices = added.assignments(&suggestion.package).join(" ");
    page.detail(voice.say("suggest-package", &[("choices", &choices)]));
    let told = in_worlds(&circumstances, &suggestion.package);
    let expected = worlds::expected_in_short(voice, &told);
    for of in told.worlds {
        let sums = of.assessment.joint_gain().zip(of.assessment.smallest_gain());
        let Some((joint, smallest)) = sums else { continue };
        let [joint, smallest] = [joint, smallest].map(|points| voice.signed(&points));
        let (world, gains) = (world_name(voice, of.world), worlds::gains(voice, &of.assessment));
        let arguments = [("world", &*world), ("joint", &*joint), ("smallest", &*smallest), ("gains", &*gains)];
        page.detail(voice.say("suggest-worth", &arguments));
    }
    expected.into_iter().for_each(|line| page.detail(line));
    page.detail(voice.say("suggest-add", &[("command", &command(suggestion))]));
    page.detail(voice.say("suggest-ask", &[]));
}

/// What to type to add a conditional option: what comes of it is the table that was looked at.
pub(super) fn command(suggestion: &Conditional) -> String {
    let table = &suggestion.table;
    let name = |option: OptionId| super::clean(&table.option(option).id);
    let mut words = vec!["option".to_owned(), super::clean(&table.choice(suggestion.added))];
    words.extend(["--like".to_owned(), name(suggestion.option)]);
    for world in &suggestion.worlds {
        words.extend(["--only-if".to_owned(), super::clean(&table.worlds[*world].id)]);
    }
    words.extend(["--otherwise".to_owned(), name(suggestion.otherwise)]);
    words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ")
}

fn tell_between(page: &mut Page, voice: Voice<'_>, proposal: &Proposal) {
    if proposal.between.is_empty() {
        return;
    }
    page.heading(voice.say("in-between", &[]));
    for (issue, options) in &proposal.between {
        let text = |option: &OptionId| format!("“{}”", voice.text(&voice.table.option(*option).text));
        let options: Vec<String> = options.iter().map(text).collect();
        page.item(voice.say("invent-between", &[("issue", &voice.issue(*issue)), ("options", &voice.list(&options))]));
    }
}
