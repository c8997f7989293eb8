//! The answer to a question about packages, as a moderator would put it on the table.

use super::notes::{self, notes as all_notes};
use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{Wordbook, clean, conflict, package, reasons, said, worlds};
use crate::analysis::{Concept, Conditional};
use crate::domain::{Count, Package, PartyId, Rational, Scale, WorldId};
use crate::explain::{explain, explain_in_every_world, is_conditional};
use crate::optimize::{Answer, BestFound, Found, How, Objective, Question, Ties};
use crate::valuation::{Assessment, Circumstances, assess};

/// A question, and what its answer is told from.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The table as it is seen in the world of the question.
    pub circumstances: &'a Circumstances<'a>,
    /// The question.
    pub question: &'a Question,
    /// How the person called the table on the command line; nothing at the prompt.
    pub file: Option<&'a str>,
    /// What solution concepts that need no comparison between people choose; empty if they weren't asked.
    pub concepts: &'a [Concept],
    /// What could be agreed on condition where no package holds in every world.
    pub suggestions: &'a [Conditional],
}

/// Tells the answer in words, in lines of at most `width` columns.
#[must_use]
pub fn answer_text(asked: Asked<'_>, answer: &Answer, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, asked.question.world, asked.question.floors);
    tell_demands(&mut page, voice, asked.question);
    match answer {
        Answer::Proven(found) => tell_found(&mut page, voice, asked, (found, None), width),
        Answer::BestFound(best) => tell_found(&mut page, voice, asked, (&best.found, Some(best)), width),
        Answer::Infeasible(conflict) => {
            let key = match (asked.question.robust, asked.question.ratifiable) {
                (true, _) => "conflict-robust",
                (false, true) => "conflict-ratifiable",
                (false, false) => "conflict",
            };
            page.heading(voice.say(key, &[]));
            let told = (conflict, asked.suggestions);
            conflict::tell_with(&mut page, voice, asked.circumstances, &asked.question.also, told);
        }
        Answer::Unknown => {
            page.heading(voice.say("sure", &[]));
            page.paragraph(voice.say("unknown-answer", &[]));
            page.paragraph(words.attribute("unknown-answer", "hint", &[]).unwrap_or_default());
        }
    }
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

/// Adds the title and what every reader must know first.
pub(super) fn tell_banner(page: &mut Page, voice: Voice<'_>, world: WorldId, floors: bool) {
    page.heading(voice.text(&voice.table.title));
    if voice.table.narrative.fictional {
        page.paragraph(voice.say("fictional", &[]));
    }
    if world != WorldId::BASE {
        let content = &voice.table.worlds[world];
        let name = clean(&content.id);
        page.paragraph(match &content.text {
            Some(text) => voice.say("in-world", &[("world", &name), ("text", &voice.text(text))]),
            None => voice.say("in-world-bare", &[("world", &name)]),
        });
    }
    if !floors {
        page.paragraph(voice.say("no-floors", &[]));
    }
}

/// Adds what was asked of packages besides being acceptable.
pub(super) fn tell_demands(page: &mut Page, voice: Voice<'_>, question: &Question) {
    if question.robust {
        let worlds: Vec<_> = voice.table.worlds.keys().collect();
        page.paragraph(voice.say("only-robust", &[("worlds", &worlds::world_names(voice, &worlds))]));
    }
    if let Some(party) = question.without {
        page.paragraph(voice.say("without-party", &[("party", &voice.party(party))]));
    }
    if question.ratifiable {
        page.paragraph(voice.say("only-ratifiable", &[]));
    }
    if !question.also.is_empty() {
        let demands: Vec<String> = question.also.iter().map(|demand| conflict::demanded(voice, demand)).collect();
        page.paragraph(voice.say("only-demanded", &[("demands", &voice.list(&demands))]));
    }
}

/// Adds the package that was found, with what is known of better ones.
fn tell_found(
    page: &mut Page,
    voice: Voice<'_>,
    asked: Asked<'_>,
    (found, best): (&Found, Option<&BestFound>),
    width: usize,
) {
    let assessment = assess(asked.circumstances, &found.package);
    let explanation = match asked.question.robust {
        true => explain_in_every_world(asked.circumstances, &found.package),
        false => explain(asked.circumstances, &found.package),
    };
    page.heading(match asked.question.objective {
        Objective::Best(party) if asked.question.floors && said::is_refused(voice, &found.package) => {
            voice.say("package-best-numbers", &[("party", &voice.party(party))])
        }
        _ => headline(voice, asked.question),
    });
    package::tell_choices(page, voice, asked.file, asked.circumstances, &found.package);
    said::tell_no(page, voice, asked.circumstances, &found.package);
    package::tell_worth(page, voice, &assessment);
    if asked.question.robust && voice.table.worlds.len() > 1 {
        page.paragraph(voice.say("ranked-robust", &[]));
        page.paragraph(voice.say("figures-of-world", &[("world", &worlds::world_name(voice, asked.question.world))]));
    }
    if matches!(asked.question.objective, Objective::Joint | Objective::Fair) {
        let key = match voice.table.scale {
            Scale::Percent => "not-comparable",
            Scale::Points => "not-comparable-points",
        };
        page.paragraph(voice.say(key, &[]));
        tell_concepts(page, voice, asked.concepts);
    }
    tell_left_out(page, voice, found);
    if asked.question.robust || is_conditional(voice.table, &found.package) {
        worlds::tell(page, voice, asked.circumstances, &found.package, width);
    } else if asked.question.floors {
        worlds::tell_fails(page, voice, asked.circumstances, &found.package);
    }
    package::tell_bill(page, voice, asked.circumstances, &assessment);
    package::tell_ratification(page, voice, &assessment);
    reasons::tell_parties(page, voice, &assessment, &explanation);
    match best {
        None => tell_proof(page, voice, found),
        Some(best) => tell_best_found(page, voice, best),
    }
    let intro = if asked.question.robust { "why-intro-robust" } else { "why-intro" };
    reasons::tell_changes(page, voice, intro, &assessment, &explanation);
    tell_ties(page, voice, asked, found);
}

/// Tells which concepts that need no comparison between people choose the same package.
fn tell_concepts(page: &mut Page, voice: Voice<'_>, concepts: &[Concept]) {
    let name = |concept: &&Concept| match concept.objective {
        Objective::Nash => voice.say("concept-nash", &[]),
        _ => voice.say("concept-ks", &[]),
    };
    let (agree, differ): (Vec<&Concept>, Vec<&Concept>) = concepts.iter().partition(|concept| concept.agrees);
    for (key, concepts) in [("concepts-agree", agree), ("concepts-differ", differ)] {
        if !concepts.is_empty() {
            let names = voice.list(&concepts.iter().map(name).collect::<Vec<_>>());
            let count = concepts.len().to_string();
            page.paragraph(voice.say(key, &[("concepts", &names), ("count", &count)]));
        }
    }
}

/// Tells who couldn't be counted, and whether another rule answered.
fn tell_left_out(page: &mut Page, voice: Voice<'_>, found: &Found) {
    if found.is_fallback {
        page.paragraph(voice.say("fallback", &[]));
    }
    if !found.left_out.is_empty() {
        page.paragraph(voice.say("left-out", &[("parties", &voice.parties(&found.left_out))]));
    }
}

/// What the answer to a question is called.
pub(super) fn headline(voice: Voice<'_>, question: &Question) -> String {
    match question.objective {
        Objective::Joint => voice.say("package-joint", &[]),
        Objective::Fair => voice.say("package-fair", &[]),
        Objective::Nash => voice.say("package-nash", &[]),
        Objective::KalaiSmorodinsky => voice.say("package-ks", &[]),
        Objective::Best(party) => {
            let key = if question.floors { "package-best" } else { "package-best-anyhow" };
            voice.say(key, &[("party", &voice.party(party))])
        }
    }
}

fn tell_proof(page: &mut Page, voice: Voice<'_>, found: &Found) {
    page.heading(voice.say("why", &[]));
    page.paragraph(proof(voice, found));
    page.paragraph(voice.say("proven-meaning", &[]));
}

/// How an answer was proven.
pub(super) fn proof(voice: Voice<'_>, found: &Found) -> String {
    proof_by(voice, found.how, found.packages.as_ref())
}

/// How something was proven of so many packages.
pub(super) fn proof_by(voice: Voice<'_>, how: How, count: Option<&Count>) -> String {
    let packages = voice.packages(count);
    if count.is_some_and(|count| *count == 1_u128) {
        return voice.say("proven-only", &[]);
    }
    match (how, count) {
        (How::Enumerated, _) => voice.say("proven-enumerated", &[("packages", &packages)]),
        (How::Merged, _) => voice.say("proven-merged", &[("packages", &packages)]),
        (How::Programme, _) => voice.say("not-proven", &[]),
        (How::BranchAndBound, Some(_)) => voice.say("proven-bounded", &[("packages", &packages)]),
        (How::BranchAndBound, None) => voice.say("proven-endless", &[]),
    }
}

fn tell_best_found(page: &mut Page, voice: Voice<'_>, best: &BestFound) {
    page.heading(voice.say("sure", &[]));
    page.paragraph(so_far(voice, best));
    page.heading(voice.say("why-given", &[]));
}

/// That a package is the best so far, and what is known of better ones.
pub(super) fn so_far(voice: Voice<'_>, best: &BestFound) -> String {
    let bound = in_points(voice.words, best.bound);
    voice.say("best-found", &[("bound", &bound), ("above", &above(voice.words, best.gap))])
}

/// How far a bound is above the best package that was found.
pub(super) fn above(words: &Wordbook, gap: f64) -> String {
    if gap <= 0.0 {
        // What comes first is settled, and not what is compared among packages that are equal in that.
        return words.say("above-nothing", &[]);
    }
    match in_points(words, gap) {
        told if told == in_points(words, 0.0) => words.say("above-slightly", &[]),
        told => words.say("above", &[("gap", &told)]),
    }
}

/// A bound as it is written.
pub(super) fn in_points(words: &Wordbook, points: f64) -> String {
    words.decimal(&format!("{:.1}", points + 0.0))
}

fn tell_ties(page: &mut Page, voice: Voice<'_>, asked: Asked<'_>, found: &Found) {
    let Ties::Listed { packages, complete } = &found.ties else { return };
    if packages.len() < 2 {
        return;
    }
    page.heading(voice.say("ties", &[]));
    let key = if *complete { "ties-intro" } else { "ties-intro-more" };
    page.paragraph(voice.say(key, &[("count", &packages.len().to_string())]));
    for package in packages {
        page.item(tie(voice, asked.circumstances, &found.package, package));
    }
}

fn tie(voice: Voice<'_>, circumstances: &Circumstances<'_>, answer: &Package, package: &Package) -> String {
    let gains = gain_list(voice, &assess(circumstances, package));
    let differing = package.decisions.iter_enumerated().filter(|(issue, to)| answer.decisions[*issue] != **to);
    let changes: Vec<String> = differing
        .map(|(issue, to)| {
            voice.say("decision", &[("issue", &voice.issue(issue)), ("option", &voice.decision(issue, to))])
        })
        .collect();
    if changes.is_empty() {
        return voice.say("tie-this", &[("gains", &gains)]);
    }
    voice.say("tie", &[("changes", &voice.list(&changes)), ("gains", &gains)])
}

fn gain_list(voice: Voice<'_>, assessment: &Assessment) -> String {
    let gain = |party: PartyId, gain: Rational| {
        voice.say("party-gain", &[("party", &voice.party(party)), ("gain", &voice.signed(&gain))])
    };
    let present = assessment.parties.iter_enumerated().filter(|(_, content)| !content.absent);
    let gains = present.filter_map(|(party, content)| Some(gain(party, content.gain()?)));
    voice.list(&gains.collect::<Vec<_>>())
}

/// The grid of a bill, a list of scores and the like: words first, numbers behind.
pub(super) fn numbers_grid(voice: Voice<'_>, header: &[&str], columns: &[Column]) -> Grid {
    let header = header.iter().map(|key| if key.is_empty() { String::new() } else { voice.say(key, &[]) });
    Grid { header: header.collect(), columns: columns.to_vec(), rows: Vec::new() }
}
