//! What parties said of a package, told beside whatever the numbers say of it: the one place that tells of a spoken no.

use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{Wordbook, typed};
use crate::analysis::{Clear, clear_of};
use crate::domain::{Condition, Package, PartyId, Reaction, Support, Table, integer};
use crate::session::{ReactionsOf, quote, step_word};
use crate::valuation::{Circumstances, assess};

/// Lists what parties said of packages, in lines of at most `width` columns: the last words, or of one party and one
/// package everything it said, the latest last.
#[must_use]
pub fn reactions_text(table: &Table, of: ReactionsOf, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    let said = told_reactions(table, of);
    if said.is_empty() {
        page.paragraph(voice.say("react-none", &[]));
        return page.lay_out(width);
    }
    page.heading(voice.say("react-list", &[]));
    let header = ["column-package", "column-party", "column-says", "column-for", "column-words"];
    let mut grid = Grid {
        header: header.map(|key| voice.say(key, &[])).to_vec(),
        columns: vec![Column::Words; header.len()],
        rows: Vec::new(),
    };
    for reaction in said {
        let interest = reaction.interest.map(|interest| typed(&table.interests[interest].id)).unwrap_or_default();
        let words = reaction.because.as_ref().map(|text| voice.text(text)).unwrap_or_default();
        let step = step(voice, reaction.support);
        grid.rows.push(vec![named(voice, &reaction.package), voice.party(reaction.party), step, interest, words]);
    }
    page.grid(grid);
    page.lay_out(width)
}

/// The reactions that are asked for.
pub(super) fn told_reactions(table: &Table, of: ReactionsOf) -> Vec<&Reaction> {
    let narrative = &table.narrative;
    let package = of.package.map(|at| &narrative.packages[at].package);
    let is_asked = |said: &&Reaction| {
        of.party.is_none_or(|party| said.party == party) && package.is_none_or(|package| said.package == *package)
    };
    match (of.party, package) {
        (Some(_), Some(_)) => narrative.reactions.iter().filter(is_asked).collect(),
        _ => narrative.last_words().into_iter().filter(is_asked).collect(),
    }
}

/// What a package is called, or else its choices.
pub(super) fn named(voice: Voice<'_>, package: &Package) -> String {
    match voice.table.narrative.name_of(package) {
        Some(name) => typed(name),
        None => voice.assignments(package).join(" "),
    }
}

/// A step of the scale in words.
pub(super) fn step(voice: Voice<'_>, support: Support) -> String {
    match support {
        Support::Unknown => voice.say("support-unknown", &[]),
        said => step_word(said, voice.words.language).to_owned(),
    }
}

/// The step that was said, what for, and the words.
pub(super) fn what_was_said(voice: Voice<'_>, said: &Reaction) -> String {
    let step = voice.say("said-step", &[("step", &step(voice, said.support))]);
    let interest = said
        .interest
        .map(|interest| voice.say("said-for", &[("interest", &voice.phrase(&voice.table.interests[interest].text))]));
    let words = said.because.as_ref().map(|words| voice.say("said-words", &[("words", &voice.phrase(words))]));
    [Some(step), interest, words].into_iter().flatten().collect()
}

/// Every spoken no to exactly these choices, a sentence each. Where the numbers say that the party could live with them,
/// the sentence says that a number is wrong.
pub(super) fn spoken_no(voice: Voice<'_>, circumstances: &Circumstances<'_>, package: &Package) -> Vec<String> {
    let refusing = voice.table.narrative.spoken_no(package);
    if refusing.is_empty() {
        return Vec::new();
    }
    let assessment = assess(circumstances, package);
    let sentence = |said: &&Reaction| {
        let gain = assessment.parties[said.party].gain();
        let key = if gain.is_some_and(|gain| gain >= integer(0)) { "said-no-though" } else { "said-no" };
        voice.say(key, &[("party", &voice.party(said.party)), ("said", &what_was_said(voice, said))])
    };
    refusing.iter().map(sentence).collect()
}

/// Whether somebody said no to exactly these choices.
pub(super) fn is_refused(voice: Voice<'_>, package: &Package) -> bool {
    !refusing(voice, package).is_empty()
}

/// Who said no to exactly these choices.
pub(super) fn refusing(voice: Voice<'_>, package: &Package) -> Vec<PartyId> {
    voice.table.narrative.spoken_no(package).into_iter().map(|said| said.party).collect()
}

/// Adds every spoken no to exactly these choices; nothing where nobody said no.
pub(super) fn tell_no(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, package: &Package) {
    spoken_no(voice, circumstances, package).into_iter().for_each(|sentence| page.paragraph(sentence));
}

/// Adds every spoken no to packages that are told by a name of their own.
pub(super) fn tell_no_of(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    packages: &[(String, &Package)],
) {
    for (name, package) in packages {
        for sentence in spoken_no(voice, circumstances, package) {
            page.item(voice.say("said-no-of", &[("name", name), ("sentence", &sentence)]));
        }
    }
}

/// The no behind what a proposal asks of packages; `None` for a demand of the person who asks.
pub(super) fn no_behind(circumstances: &Circumstances<'_>, demand: &Condition) -> Option<Clear> {
    clear_of(circumstances, None).into_iter().find(|clear| clear.condition.as_ref() == Some(demand))
}

/// A no as a reason why there is no package.
pub(super) fn as_reason(voice: Voice<'_>, clear: &Clear) -> String {
    let (party, package) = (voice.party(clear.no.party), named(voice, &clear.no.package));
    match clear.no.interest {
        Some(interest) => {
            let interest = voice.phrase(&voice.table.interests[interest].text);
            voice.say("reason-no-for", &[("party", &party), ("package", &package), ("interest", &interest)])
        }
        None => voice.say("reason-no", &[("party", &party), ("package", &package)]),
    }
}

/// Adds, for every no, how an offer keeps clear of it: what it gives the party more, and what it keeps for the others.
pub(super) fn tell_kept(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    clear: &[Clear],
    offer: &Package,
) {
    for no in clear {
        let (party, package) = (voice.party(no.no.party), named(voice, &no.no.package));
        if let (Some([refused, now]), Some(interest)) = (no.on_interest(circumstances, offer), no.no.interest) {
            let interest = voice.phrase(&voice.table.interests[interest].text);
            let [refused, now] = [refused, now].map(|effect| voice.words.signed(&effect, 1));
            let arguments = [
                ("party", &*party),
                ("package", &package),
                ("interest", &interest),
                ("refused", &refused),
                ("now", &now),
            ];
            page.detail(voice.say("kept-more", &arguments));
        }
        let kept = no.kept_for_others(circumstances, offer);
        let kept: Vec<String> = kept
            .iter()
            .map(|kept| {
                let [before, after] = kept.gains.each_ref().map(|gain| voice.signed(gain));
                voice.say("kept-one", &[("party", &voice.party(kept.party)), ("before", &before), ("after", &after)])
            })
            .collect();
        if !kept.is_empty() {
            page.detail(voice.say("kept-others", &[("package", &package), ("gains", &kept.join(", "))]));
        }
    }
}

/// How to say something of a package, as it is typed.
pub(super) fn react_command(voice: Voice<'_>, said: &Reaction, behind: &str) -> String {
    let party = quote(&super::clean(&voice.table.parties[said.party].id));
    let package = voice.table.narrative.name_of(&said.package).map(|name| quote(&super::clean(name)));
    format!("react {party} {} {behind}", package.unwrap_or_default())
}
