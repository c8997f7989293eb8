//! What follows what a party said of a package: which number may be wrong, and the mirror question.

use super::super::page::Page;
use super::super::said;
use super::super::voice::Voice;
use super::super::{clean, typed};
use crate::analysis::Contradiction;
use crate::domain::{InterestId, Rational, Reaction, Support, WorldId, integer};
use crate::session::{Changed, Reacted, is_same, quote, step_word};
use crate::valuation::{Circumstances, assess};

/// Adds what follows a reaction, if that was the change.
pub(super) fn tell(page: &mut Page, voice: Voice<'_>, changed: &Changed) {
    let Some(reacted) = &changed.reacted else { return };
    let package = &voice.table.narrative.packages[reacted.package].package;
    let said = voice.table.narrative.last_word(reacted.party, package);
    if let Some(said) = said {
        let gain = gain(voice, said);
        if said.support.is_no() {
            tell_no(page, voice, changed, said, gain.as_ref());
        } else if let Some(gain) = gain.filter(|gain| *gain < integer(0)) {
            let command = format!("no-deal {}", party_word(voice, said));
            let short = voice.points(&-gain);
            let arguments = [("party", &*voice.party(said.party)), ("points", &short), ("command", &command)];
            page.paragraph(voice.say("reacted-yes-below", &arguments));
        }
    }
    if let Some(against) = &reacted.against {
        tell_mirror(page, voice, reacted, against);
    }
}

fn gain(voice: Voice<'_>, said: &Reaction) -> Option<Rational> {
    let circumstances = Circumstances::new(voice.table.ready().ok()?, WorldId::BASE);
    assess(&circumstances, &said.package).parties[said.party].gain()
}

fn tell_no(page: &mut Page, voice: Voice<'_>, changed: &Changed, said: &Reaction, gain: Option<&Rational>) {
    let party = voice.party(said.party);
    match gain {
        Some(gain) if *gain < integer(0) => {
            let short = voice.points(&-gain.clone());
            page.paragraph(voice.say("reacted-agrees", &[("party", &party), ("points", &short)]));
        }
        Some(gain) => {
            page.paragraph(voice.say("reacted-by-numbers", &[("party", &party), ("gain", &voice.signed(gain))]));
            tell_which(page, voice, said);
        }
        None => {
            page.paragraph(voice.say("reacted-unknown", &[("party", &party)]));
            tell_which(page, voice, said);
        }
    }
    if said.support == Support::NoUnless && said.interest.is_none() {
        let words = said.because.as_ref().map(|words| format!(" {}", quote(&voice.text(words)))).unwrap_or_default();
        let unless = quote(step_word(Support::NoUnless, voice.words.language));
        let command = said::react_command(voice, said, &format!("{unless}{words} --because"));
        page.paragraph(voice.say("reacted-unless", &[("command", &command)]));
    }
    if changed.after.as_ref().and_then(|pulse| pulse.package()).is_some_and(|advice| is_same(advice, &said.package)) {
        page.paragraph(voice.say("reacted-advice", &[]));
    }
    page.paragraph(match said.interest {
        Some(interest) => {
            let interest = voice.phrase(&voice.table.interests[interest].text);
            voice.say("reacted-clear-more", &[("party", &party), ("interest", &interest)])
        }
        None => voice.say("reacted-clear", &[]),
    });
}

/// Adds the question which number is wrong, with what to type for each that may be.
fn tell_which(page: &mut Page, voice: Voice<'_>, said: &Reaction) {
    let party = party_word(voice, said);
    page.line(voice.say("reacted-which", &[]));
    if let Some(interest) = said.interest.filter(|interest| !is_weighed(voice, said, *interest)) {
        let interest = typed(&voice.table.interests[interest].id);
        page.item(voice.say("reacted-unweighed", &[("party", &voice.party(said.party)), ("interest", &interest)]));
    }
    let commands = [
        ("reacted-interest", format!("interest {party}")),
        ("reacted-weight", format!("weights {party} --swing")),
        ("reacted-reading", format!("reading {party}")),
        ("reacted-home", format!("ratification {party}")),
    ];
    for (key, command) in commands {
        page.item(voice.say(key, &[("command", &command)]));
    }
}

fn is_weighed(voice: Voice<'_>, said: &Reaction, interest: InterestId) -> bool {
    let weights = voice.table.parties[said.party].weights.values();
    weights.get(&interest).is_some_and(|weight| *weight > integer(0))
}

fn party_word(voice: Voice<'_>, said: &Reaction) -> String {
    quote(&clean(&voice.table.parties[said.party].id))
}

/// Adds the mirror question: what was said against what the weights say.
fn tell_mirror(page: &mut Page, voice: Voice<'_>, reacted: &Reacted, against: &Contradiction) {
    let party = voice.party(reacted.party);
    let [liked, disliked] = [&against.liked, &against.disliked].map(|said| said::named(voice, &said.package));
    let [warm, cool] = [&against.liked, &against.disliked].map(|said| said::step(voice, said.support));
    let [lower, higher] = against.scores.each_ref().map(|score| voice.points(score));
    let pair = [("party", &*party), ("liked", &liked), ("disliked", &disliked)];
    let said = [("warm", &*warm), ("cool", &cool), ("lower", &lower), ("higher", &higher)];
    page.line(voice.say("mirror", &[]));
    page.paragraph(voice.say("mirror-pair", &[&pair[..], &said[..]].concat()));
    let [in_liked, in_disliked] = &against.effects;
    let key = if in_disliked <= in_liked { "mirror-heavier" } else { "mirror-lighter" };
    let interest = voice.phrase(&voice.table.interests[against.interest].text);
    let command = format!("weights {} --swing", party_word(voice, &against.liked));
    let [in_liked, in_disliked] = [in_liked, in_disliked].map(|effect| voice.words.signed(effect, 1));
    let most = [("interest", &*interest), ("more", &in_liked), ("less", &in_disliked), ("command", &command)];
    page.paragraph(voice.say(key, &[&pair[..], &most[..]].concat()));
}
