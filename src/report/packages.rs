//! Several packages of different shape, and offers that are worth the same to one party, side by side.

use num_traits::Signed as _;

use super::answer::{answer_text, proof_by, tell_banner, tell_demands};
use super::blocks::Blocks;
use super::notes::{self, notes as all_notes};
use super::package::command;
use super::page::Page;
use super::voice::Voice;
use super::{Asked, Wordbook, bar, conflict, said, worlds};
use crate::analysis::{Diverse, Meso, package_of};
use crate::domain::{IssueId, Package, PartyId, Rational};
use crate::optimize::{Answer, Objective};
use crate::valuation::{Assessment, PartyAssessment, assess};

/// How long the bar of the largest gain is: packages stand beside each other.
const LONGEST_BAR: usize = 6;

/// Tells an answer, then the packages of other shapes beside it, in lines of at most `width` columns.
#[must_use]
pub fn varied_text(asked: Asked<'_>, answer: &Answer, diverse: &Diverse, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let mut page = Page::default();
    page.heading(voice.say("varied", &[]));
    if diverse.packages.len() > 1 {
        let key = if diverse.complete { "varied-meaning" } else { "varied-meaning-found" };
        page.paragraph(voice.say(key, &[]));
        tell_side_by_side(&mut page, voice, asked, &named("P", &diverse.packages), width);
    } else if diverse.complete {
        page.paragraph(match diverse.corners {
            true => voice.say("varied-none-corner", &[]),
            false if diverse.among == Some(1) => voice.say("varied-none-efficient", &[]),
            false => voice.say("varied-none", &[]),
        });
    }
    tell_choice(&mut page, voice, diverse);
    answer_text(asked, answer, words, width) + "\n" + &page.lay_out(width)
}

/// Tells offers that are worth the same to one party, in lines of at most `width` columns.
#[must_use]
pub fn meso_text(asked: Asked<'_>, meso: &Meso, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, asked.question.world, asked.question.floors);
    tell_demands(&mut page, voice, asked.question);
    let party = voice.party(meso.party);
    page.heading(voice.say("meso", &[("party", &party)]));
    if let Some(level) = &meso.level {
        let arguments = [("party", &*party), ("level", &voice.points(level)), ("within", &voice.amount(&meso.within))];
        let is_refused = meso.offers.packages.iter().any(|offer| said::is_refused(voice, offer));
        let key = match meso.offers.packages.is_empty() {
            true if meso.offers.complete => Some("meso-none"),
            // Nothing is known of what there is.
            true => None,
            false if is_refused => Some("meso-level-numbers"),
            false => Some("meso-level"),
        };
        key.into_iter().for_each(|key| page.paragraph(voice.say(key, &arguments)));
        if !meso.is_level_settled {
            page.paragraph(voice.say("meso-level-found", &arguments));
        }
    }
    if meso.offers.packages.is_empty() {
        tell_instead(&mut page, voice, asked, meso);
    } else {
        tell_side_by_side(&mut page, voice, asked, &named("M", &meso.offers.packages), width);
        let offers = &meso.offers;
        page.paragraph(match offers.packages.len() {
            1 if offers.complete && !offers.corners => voice.say("meso-only", &[]),
            1 => voice.say("meso-only-found", &[]),
            _ => voice.say("meso-ask", &[]),
        });
        tell_choice(&mut page, voice, &meso.offers);
        if let Some(how) = meso.offers.how.filter(|_| meso.offers.complete) {
            page.paragraph(proof_by(voice, how, voice.table.count_packages().as_ref()));
        }
    }
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

/// What is known where there is no offer.
fn tell_instead(page: &mut Page, voice: Voice<'_>, asked: Asked<'_>, meso: &Meso) {
    match meso.instead.as_deref() {
        Some(Answer::Infeasible(found)) => {
            page.heading(voice.say("conflict", &[]));
            conflict::tell(page, voice, asked.circumstances, &asked.question.also, found);
        }
        Some(answer) if package_of(answer).is_some() && meso.level.is_some() => {
            let score = package_of(answer).and_then(|package| asked.circumstances.score(meso.party, package));
            let score = voice.points(&score.unwrap_or_default());
            let key = if answer.is_settled() { "meso-best" } else { "meso-best-found" };
            page.paragraph(voice.say(key, &[("party", &voice.party(meso.party)), ("score", &score)]));
        }
        _ => page.paragraph(voice.say("unknown-answer", &[])),
    }
}

/// Packages with the names by which they are told apart here.
pub(super) fn named<'a>(letter: &str, packages: &'a [Package]) -> Vec<(String, &'a Package)> {
    packages.iter().enumerate().map(|(at, package)| (format!("{letter}{}", at + 1), package)).collect()
}

/// Adds among how many outcomes packages were chosen, where these aren't all.
fn tell_choice(page: &mut Page, voice: Voice<'_>, diverse: &Diverse) {
    if let (Some(among), false) = (diverse.among, diverse.complete) {
        if among == 0 {
            return page.paragraph(voice.say("chosen-among-none", &[]));
        }
        let written = voice.count(among as u64);
        page.paragraph(voice.say("chosen-among", &[("count", &among.to_string()), ("written", &written)]));
    }
}

/// Adds what packages decide otherwise, what each gains whom, and how to look at each of them.
pub(super) fn tell_side_by_side(
    page: &mut Page,
    voice: Voice<'_>,
    asked: Asked<'_>,
    packages: &[(String, &Package)],
    width: usize,
) {
    let heads: Vec<String> = packages.iter().map(|(name, _)| name.clone()).collect();
    let mut decisions = Blocks::of_words(String::new(), heads.clone());
    let differs =
        |issue: &IssueId| packages.iter().any(|(_, other)| other.decisions[*issue] != packages[0].1.decisions[*issue]);
    for issue in voice.table.issues.keys().filter(differs) {
        let cells = packages.iter().map(|(_, package)| voice.decision(issue, &package.decisions[issue]));
        decisions.row(voice.issue(issue), cells.collect());
    }
    decisions.add_to(page, width);
    page.gap();
    tell_gains(page, voice, asked, packages, heads, width);
    page.gap();
    said::tell_no_of(page, voice, asked.circumstances, packages);
    for (name, package) in packages {
        let command = command(voice, asked.file, asked.circumstances.world, package);
        page.item(voice.say("package-command", &[("name", name), ("command", &command)]));
    }
    worlds::tell_several(page, voice, asked.circumstances, packages, asked.question.robust);
}

/// Adds what each package gains whom, with bars; scores where no gain is known.
fn tell_gains(
    page: &mut Page,
    voice: Voice<'_>,
    asked: Asked<'_>,
    packages: &[(String, &Package)],
    heads: Vec<String>,
    width: usize,
) {
    let assessments: Vec<Assessment> =
        packages.iter().map(|(_, package)| assess(asked.circumstances, package)).collect();
    let gains = assessments.iter().flat_map(Assessment::gains).map(|gain| gain.abs());
    let largest = gains.max().unwrap_or_default();
    let mut grid = Blocks::of_words(voice.say("column-gain", &[]), heads);
    let absent = asked.circumstances.absent;
    let parties: Vec<PartyId> = voice.table.parties.keys().filter(|party| absent != Some(*party)).collect();
    for party in parties {
        let cells = assessments.iter().map(|one| gain_cell(voice, &one.parties[party], &largest));
        grid.row(voice.party(party), cells.collect());
    }
    let smallest = assessments.iter().map(|one| one.smallest_gain().map_or_else(dash, |gain| voice.signed(&gain)));
    let cares = |party: &PartyAssessment| party.score.is_some() && !party.absent;
    let is_known = |one: &Assessment| one.parties.iter().all(|party| !cares(party) || party.gain().is_some());
    let key = if assessments.iter().all(is_known) { "compare-smallest" } else { "compare-smallest-known" };
    grid.row(voice.say(key, &[]), smallest.collect());
    grid.add_to(page, width);
}

fn gain_cell(voice: Voice<'_>, party: &PartyAssessment, largest: &Rational) -> String {
    match party.gain() {
        Some(gain) => format!("{} {}", voice.signed(&gain), bar(&gain, largest, LONGEST_BAR, voice.words.strokes)),
        None => dash(),
    }
}

fn dash() -> String {
    "-".to_owned()
}

/// What the package of an objective is called in a list of packages, with its letter in a picture.
pub(super) fn mark_name(voice: Voice<'_>, objective: Objective) -> (char, String) {
    match objective {
        Objective::Joint => ('J', voice.say("mark-joint", &[])),
        Objective::Fair => ('F', voice.say("mark-fair", &[])),
        Objective::Nash => ('N', voice.say("mark-nash", &[])),
        Objective::KalaiSmorodinsky => ('K', voice.say("mark-ks", &[])),
        Objective::Best(party) => ('B', voice.party(party)),
    }
}
