//! Several packages to talk about, in words: which rule chooses which, and what worlds make of them.

use std::collections::BTreeSet;

use super::answer::{Asked, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::page::Page;
use super::voice::Voice;
use super::worlds::{self, world_name, world_names};
use super::{Wordbook, conflict, said};
use crate::analysis::{Conditional, InEveryWorld, Others, Proposal, Proposed};
use crate::domain::{OptionId, Package, PartyId, Scale, WorldId, write_exact};
use crate::explain::in_worlds;
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
            page.heading(voice.say("conflict", &[]));
            if found.reasons.iter().any(|reason| matches!(reason, Reason::Asked(_))) {
                page.paragraph(voice.say("proposal-clear-none", &[]));
            }
            conflict::tell(&mut page, voice, asked.circumstances, &proposal.demands, found);
        }
        None => tell_answers(&mut page, voice, asked.circumstances, proposal),
    }
    if let Some(every) = &proposal.worlds {
        tell_every_world(&mut page, voice, every, asked.circumstances.absent);
    }
    tell_between(&mut page, voice, proposal);
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

fn tell_answers(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, proposal: &Proposal) {
    page.heading(voice.say("proposal", &[]));
    if !proposal.clear.is_empty() && !proposal.answers.is_empty() {
        page.paragraph(voice.say("proposal-clear", &[]));
    }
    let first = proposal.answers.first().map(|answer| &answer.package);
    for answer in &proposal.answers {
        let before = first.filter(|first| **first != answer.package);
        tell_answer(page, voice, circumstances, answer, before);
        said::tell_kept(page, voice, circumstances, &proposal.clear, &answer.package);
    }
    if proposal.answers.is_empty() {
        page.paragraph(voice.say(if proposal.clear.is_empty() { "unknown-answer" } else { "proposal-left-out" }, &[]));
        return;
    }
    if let [only] = proposal.answers.as_slice()
        && only.objectives.len() > 1
    {
        page.paragraph(voice.say("proposal-one", &[]));
    }
    match proposal.others {
        Others::Enough => {}
        Others::NoOther => page.paragraph(voice.say("proposal-no-other", &[])),
        Others::NoOtherCorner => page.paragraph(voice.say("proposal-no-other-corner", &[])),
        Others::Unknown => page.paragraph(voice.say("proposal-others-unknown", &[])),
    }
    page.paragraph(match voice.table.scale {
        Scale::Percent => voice.say("not-comparable", &[]),
        Scale::Points => voice.say("not-comparable-points", &[]),
    });
}

/// Adds a package: who chooses it, what it comes to, and what it decides, the first in full and the others by what differs.
fn tell_answer(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    answer: &Proposed,
    before: Option<&Package>,
) {
    let rules: Vec<String> = answer.objectives.iter().map(|objective| rule(voice, *objective)).collect();
    let name = answer.objectives.first().map(|objective| objective_word(voice.table, *objective)).unwrap_or_default();
    let assessment = assess(circumstances, &answer.package);
    let sums = assessment.joint_gain().zip(assessment.smallest_gain());
    let [joint, smallest] = match &sums {
        Some((joint, smallest)) => [joint, smallest].map(|points| voice.signed(points)),
        None => ["-", "-"].map(str::to_owned),
    };
    let least = voice.parties(&worlds::least(&assessment));
    let key = match (answer.objectives.is_empty(), answer.is_proven) {
        (true, _) => "proposed-other",
        (false, true) => "proposed",
        (false, false) => "proposed-so-far",
    };
    let rules = voice.list(&rules);
    let arguments =
        [("name", &*name), ("rules", &*rules), ("joint", &*joint), ("smallest", &*smallest), ("least", &*least)];
    page.item(voice.say(key, &arguments));
    page.detail(match before {
        None => voice.say("proposed-choices", &[("choices", &voice.assignments(&answer.package).join(" "))]),
        Some(before) => {
            let differing = voice.assignments(&answer.package).into_iter().zip(voice.assignments(before));
            let differing: Vec<String> = differing.filter(|(one, other)| one != other).map(|(one, _)| one).collect();
            voice.say("proposed-differs", &[("choices", &differing.join(" "))])
        }
    });
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
    if !every.split.is_empty() {
        let options: Vec<String> = every.split.iter().map(|option| voice.option_reference(*option)).collect();
        page.item(voice.say("holds-never", &[("options", &voice.list(&options))]));
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
    for of in in_worlds(&circumstances, &suggestion.package).worlds {
        let sums = of.assessment.joint_gain().zip(of.assessment.smallest_gain());
        let Some((joint, smallest)) = sums else { continue };
        let [joint, smallest] = [joint, smallest].map(|points| voice.signed(&points));
        let world = world_name(voice, of.world);
        page.detail(voice.say("suggest-worth", &[("world", &world), ("joint", &joint), ("smallest", &smallest)]));
    }
    page.detail(voice.say("suggest-add", &[("command", &command(voice, suggestion))]));
    page.detail(voice.say("suggest-ask", &[]));
}

/// What to type to add a conditional option.
fn command(voice: Voice<'_>, suggestion: &Conditional) -> String {
    let content = voice.table.option(suggestion.option);
    let effects = content.does.effects.iter().map(|(interest, effect)| {
        let value = write_exact(effect);
        let sign = if value.starts_with('-') { "" } else { "+" };
        format!("{}{sign}{value}", super::clean(&voice.table.interests[*interest].id))
    });
    let attributes = content.does.attributes.iter();
    let attributes = attributes
        .map(|(of, value)| format!("{}={}", super::clean(&voice.table.attributes[*of].id), write_exact(value)));
    let name = free_name(voice, suggestion.option);
    let mut words = vec!["option".to_owned(), name];
    words.extend(effects.chain(attributes));
    for world in &suggestion.worlds {
        words.extend(["--only-if".to_owned(), world_name(voice, *world)]);
    }
    let otherwise = super::clean(&voice.table.option(suggestion.otherwise).id);
    words.extend(["--otherwise".to_owned(), otherwise]);
    words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ")
}

/// `issue=option-if`, or with a number behind it where that is taken.
fn free_name(voice: Voice<'_>, option: OptionId) -> String {
    let issue = &voice.table.issues[option.issue];
    let taken: BTreeSet<&str> = issue.options().iter().map(|other| other.id.as_str()).collect();
    let stem = format!("{}-if", voice.table.option(option).id);
    let numbered = (2..).map(|number| format!("{stem}{number}"));
    let free = [stem.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name.as_str()));
    super::clean(&format!("{}={}", issue.id, free.unwrap_or_default()))
}

fn tell_between(page: &mut Page, voice: Voice<'_>, proposal: &Proposal) {
    if proposal.between.is_empty() {
        return;
    }
    page.heading(voice.say("in-between", &[]));
    for (issue, options) in &proposal.between {
        let options: Vec<String> = options.iter().map(|option| voice.text(&voice.table.option(*option).text)).collect();
        page.item(voice.say("invent-between", &[("issue", &voice.issue(*issue)), ("options", &voice.list(&options))]));
    }
}
