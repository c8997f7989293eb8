//! The parts of a page that show one package: its choices, its worth, its bill, who must ratify.

use num_traits::Signed as _;

use super::answer::{numbers_grid, tell_banner};
use super::notes::{self, notes as all_notes};
use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{Wordbook, bar, clean, conflict, reasons, said, worlds};
use crate::domain::{Attendance, Package, PartyId, Rational, RuleId, WorldId};
use crate::explain::explain;
use crate::session::quote;
use crate::valuation::{Assessment, Circumstances, PartyAssessment, RatificationStatus, assess};

/// How long the bar of the largest gain is.
const LONGEST_BAR: usize = 12;

/// A package that a person gave, and what its scores are told from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The table as it is seen in the world of the question.
    pub circumstances: &'a Circumstances<'a>,
    /// The package.
    pub package: &'a Package,
    /// Whether a party below its no-deal counts against the package.
    pub floors: bool,
    /// How the person called the table on the command line; nothing at the prompt.
    pub file: Option<&'a str>,
}

/// What stands in the way of agreeing on a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Violation {
    /// It breaks a hard rule.
    Rule(RuleId),
    /// A needed party is below its no-deal.
    NoDeal(PartyId),
}

/// Everything that stands in the way of agreeing on a package: rules, then parties, in the order of the table.
#[must_use]
pub fn violations(assessment: &Assessment, floors: bool) -> Vec<Violation> {
    let broken = assessment.rules.iter_enumerated().filter(|(_, rule)| !rule.kept);
    let objecting = assessment.parties.iter_enumerated().filter(|(_, party)| floors && party.objects());
    broken.map(|(rule, _)| Violation::Rule(rule)).chain(objecting.map(|(party, _)| Violation::NoDeal(party))).collect()
}

/// Tells what a package is worth in words, in lines of at most `width` columns.
#[must_use]
pub fn score_text(given: Given<'_>, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: given.circumstances.table.table() };
    let assessment = assess(given.circumstances, given.package);
    let explanation = explain(given.circumstances, given.package);
    let mut page = Page::default();
    tell_banner(&mut page, voice, given.circumstances.world, given.floors);
    page.heading(headline(voice, given.package));
    tell_choices(&mut page, voice, given.file, given.circumstances, given.package);
    tell_verdict(&mut page, voice, given, &assessment);
    tell_worth(&mut page, voice, &assessment);
    worlds::tell_if_conditional(&mut page, voice, given.circumstances, given.package, width);
    tell_bill(&mut page, voice, given.circumstances, &assessment);
    tell_ratification(&mut page, voice, &assessment);
    reasons::tell_parties(&mut page, voice, &assessment, &explanation);
    page.heading(voice.say("why-given", &[]));
    reasons::tell_changes(&mut page, voice, "why-intro", &assessment, &explanation);
    notes::tell(&mut page, voice, &all_notes(given.circumstances));
    page.lay_out(width)
}

/// What a package is called.
pub(super) fn headline(voice: Voice<'_>, package: &Package) -> String {
    let mut known = voice.table.narrative.packages.iter().filter(|known| known.package == *package);
    let Some(first) = known.next() else { return voice.say("package-given", &[]) };
    let name = clean(&first.id);
    let headline = match &first.text {
        Some(text) => voice.say("package-named", &[("name", &name), ("text", &voice.text(text))]),
        None => voice.say("package-named-bare", &[("name", &name)]),
    };
    let others: Vec<String> = known.map(|other| clean(&other.id)).collect();
    if others.is_empty() {
        return headline;
    }
    voice.say("package-also", &[("headline", &headline), ("names", &voice.list(&others))])
}

/// Adds what is decided on every issue, and how to type that.
pub(super) fn tell_choices(
    page: &mut Page,
    voice: Voice<'_>,
    file: Option<&str>,
    circumstances: &Circumstances<'_>,
    package: &Package,
) {
    let mut grid = numbers_grid(voice, &[], &[Column::Words, Column::Words]);
    for (issue, decision) in package.decisions.iter_enumerated() {
        grid.rows.push(vec![voice.issue(issue), voice.decision(issue, decision)]);
    }
    page.grid(grid);
    page.paragraph(retype(voice, file, circumstances.world, package));
}

/// How to type a package to see it again.
pub(super) fn retype(voice: Voice<'_>, file: Option<&str>, world: WorldId, package: &Package) -> String {
    voice.say("retype", &[("command", &command(voice, file, world, package))])
}

/// What to type to see the package again.
pub(super) fn command(voice: Voice<'_>, file: Option<&str>, world: WorldId, package: &Package) -> String {
    let mut words = match file {
        Some(file) => vec!["tafel".to_owned(), "score".to_owned(), clean(file)],
        None => vec!["score".to_owned()],
    };
    let choices = voice.assignments(package);
    let is_option = |word: &String| word.starts_with('-');
    let place = words.len();
    // What would be taken for an option comes last, behind the sign that no options follow.
    words.extend(choices.iter().any(is_option).then(|| "--".to_owned()));
    words.extend(choices);
    if world != WorldId::BASE {
        let world = clean(&voice.table.worlds[world].id);
        let stated =
            if is_option(&world) { vec![format!("--world={world}")] } else { vec!["--world".to_owned(), world] };
        let at = if words[place] == "--" { place } else { words.len() };
        words.splice(at..at, stated);
    }
    // At the prompt only a double quote is special, for a shell much is.
    let typed = |word: &String| if file.is_some() { quoted(word) } else { quote(word) };
    words.iter().map(typed).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "=+-%._/:,".contains(c);
    if word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

fn tell_verdict(page: &mut Page, voice: Voice<'_>, given: Given<'_>, assessment: &Assessment) {
    page.heading(voice.say("verdict", &[]));
    match verdict(voice, given.circumstances, (given.package, assessment), given.floors) {
        Ok(sentence) => page.paragraph(sentence),
        Err(obstacles) => {
            page.paragraph(voice.say("not-acceptable", &[]));
            obstacles.into_iter().for_each(|obstacle| page.item(obstacle));
        }
    }
}

/// That all whose agreement is needed can live with a package, in a sentence; or else everything that stands in the way, a
/// sentence each: what the numbers say, and every spoken no, which counts above them. The no of a party that may stay out
/// stands beside either.
pub(super) fn verdict(
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    (package, assessment): (&Package, &Assessment),
    floors: bool,
) -> Result<String, Vec<String>> {
    let spoken = said::spoken_no(voice, circumstances, package);
    match obstacles(voice, circumstances, assessment, floors) {
        Ok(sentence) if !voice.table.is_refused(package) => {
            Ok([sentence].into_iter().chain(spoken).collect::<Vec<_>>().join(" "))
        }
        computed => Err(computed.err().into_iter().flatten().chain(spoken).collect()),
    }
}

/// That by the numbers nothing stands in the way of a package, in a sentence; or else everything that does, a sentence
/// each. Where a person asks whether a package can be agreed, [`verdict`] answers.
pub(super) fn obstacles(
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    assessment: &Assessment,
    floors: bool,
) -> Result<String, Vec<String>> {
    let violations = violations(assessment, floors);
    if violations.is_empty() {
        let judged = |party: &PartyAssessment| party.score.is_none() || party.no_deal.is_some();
        let needed = voice.table.parties.iter().zip(&assessment.parties);
        let mut needed = needed.filter(|(party, _)| party.attendance == Attendance::Needed);
        let known = floors && needed.all(|(_, party)| judged(party));
        return Ok(voice.say(if known { "acceptable" } else { "keeps-rules" }, &[]));
    }
    let sentence = |violation: Violation| match violation {
        Violation::Rule(rule) => {
            voice.say("broken-rule", &[("rule", &voice.rule(rule)), ("why", &voice.why_rule(rule))])
        }
        Violation::NoDeal(party) => below_no_deal(voice, circumstances, assessment, party),
    };
    Err(violations.into_iter().map(sentence).collect())
}

fn below_no_deal(
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    assessment: &Assessment,
    party: PartyId,
) -> String {
    let points = assessment.parties[party].gain().map(|gain| voice.points(&gain.abs())).unwrap_or_default();
    let name = voice.party(party);
    match circumstances.no_deal(party).and_then(|no_deal| no_deal.reason.as_ref()) {
        Some(reason) => {
            let reason = voice.phrase(reason);
            voice.say("below-no-deal", &[("party", &name), ("points", &points), ("reason", &reason)])
        }
        None => voice.say("below-no-deal-bare", &[("party", &name), ("points", &points)]),
    }
}

/// Adds score, no-deal and gain of every party.
pub(super) fn tell_worth(page: &mut Page, voice: Voice<'_>, assessment: &Assessment) {
    page.heading(voice.say("worth", &[]));
    let header = ["column-party", "column-score", "column-no-deal", "column-gain", ""];
    let columns = [Column::Words, Column::Number, Column::Number, Column::Number, Column::Bar];
    let mut grid = numbers_grid(voice, &header, &columns);
    let largest = assessment.gains().into_iter().map(|gain| gain.abs()).max().unwrap_or_default();
    for (party, content) in assessment.parties.iter_enumerated() {
        grid.rows.push(worth_row(voice, party, content, &largest));
    }
    page.grid(grid);
    if let (Some(joint), Some(smallest)) = (assessment.joint_gain(), assessment.smallest_gain()) {
        let (joint, smallest) = (voice.signed(&joint), voice.signed(&smallest));
        let all_known = is_known(assessment);
        let absent: Vec<PartyId> = absent(assessment);
        let key = match (all_known, absent.is_empty()) {
            (true, true) => "together",
            (false, true) => "together-known",
            (true, false) => "together-without",
            (false, false) => "together-known-without",
        };
        let absent = voice.parties(&absent);
        page.paragraph(voice.say(key, &[("joint", &joint), ("smallest", &smallest), ("absent", &absent)]));
    }
}

/// Whether the gain of everybody who takes part and has a score is known.
pub(super) fn is_known(assessment: &Assessment) -> bool {
    let known = |party: &PartyAssessment| party.absent || party.score.is_none() || party.no_deal.is_some();
    assessment.parties.iter().all(known)
}

/// Those who stay out.
fn absent(assessment: &Assessment) -> Vec<PartyId> {
    let absent = assessment.parties.iter_enumerated().filter(|(_, party)| party.absent);
    absent.map(|(party, _)| party).collect()
}

fn worth_row(voice: Voice<'_>, party: PartyId, content: &PartyAssessment, largest: &Rational) -> Vec<String> {
    let dash = || "-".to_owned();
    let score = content.score.as_ref().map_or_else(dash, |score| voice.points(score));
    // An indifferent party has no score, and so no no-deal on the scale of it.
    let missing = || if content.score.is_some() { voice.say("unknown-number", &[]) } else { dash() };
    let no_deal = content.no_deal.as_ref().map_or_else(missing, |no_deal| voice.points(no_deal));
    let gain = content.gain();
    let signed = gain.as_ref().map_or_else(dash, |gain| voice.signed(gain));
    let counted = gain.filter(|_| !content.absent);
    let bar = counted.map(|gain| bar(&gain, largest, LONGEST_BAR, voice.words.strokes)).unwrap_or_default();
    let name = voice.party(party);
    let name = if content.absent { voice.say("party-absent", &[("party", &name)]) } else { name };
    vec![name, score, no_deal, signed, bar]
}

/// Adds what the package uses of every limit, and what is left.
pub(super) fn tell_bill(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, assessment: &Assessment) {
    let grid = bill_grid(voice, circumstances, assessment);
    if !grid.rows.is_empty() {
        page.heading(voice.say("bill", &[]));
        page.grid(grid);
    }
}

/// What the package uses of every limit, and what is left.
pub(super) fn bill_grid(voice: Voice<'_>, circumstances: &Circumstances<'_>, assessment: &Assessment) -> Grid {
    let header = ["column-limit-name", "column-used", "column-limit", "column-left", "column-unit"];
    let columns = [Column::Words, Column::Number, Column::Number, Column::Number, Column::Words];
    let mut grid = numbers_grid(voice, &header, &columns);
    for (rule, content) in assessment.rules.iter_enumerated() {
        if let Some(bill) = &content.bill {
            let numbers = [&bill.used, &bill.limit, &bill.left].map(|amount| voice.amount(amount));
            let unit = conflict::rule_unit(voice, circumstances, rule).unwrap_or_default();
            grid.rows.push([voice.rule(rule)].into_iter().chain(numbers).chain([unit]).collect());
        }
    }
    grid
}

/// Adds what each ratifying body will find, and where none is recorded.
pub(super) fn tell_ratification(page: &mut Page, voice: Voice<'_>, assessment: &Assessment) {
    page.heading(voice.say("ratification", &[]));
    let mut grid = numbers_grid(voice, &["column-party", "column-body", "column-finds"], &[Column::Words; 3]);
    for found in &assessment.ratifications {
        let body = voice.text(&voice.table.parties[found.party].ratification[found.body].body);
        let finds = finds(voice, found.status);
        let absent = assessment.parties[found.party].absent;
        let finds = if absent { voice.say("finds-absent", &[("finds", &finds)]) } else { finds };
        grid.rows.push(vec![voice.party(found.party), body, finds]);
    }
    page.grid(grid);
    let without = voice.table.parties.iter_enumerated().filter(|(_, party)| party.ratification.is_empty());
    let without = without.map(|(party, _)| party);
    let without: Vec<PartyId> = without.filter(|party| !assessment.parties[*party].absent).collect();
    if !without.is_empty() {
        page.paragraph(voice.say("ratification-none", &[("parties", &voice.parties(&without))]));
    }
}

/// Whether a ratifying body finds what it needs, in a word.
pub(super) fn finds(voice: Voice<'_>, status: RatificationStatus) -> String {
    let key = match status {
        RatificationStatus::Passed => "ratification-passed",
        RatificationStatus::Failed => "ratification-failed",
        RatificationStatus::Unknown => "ratification-unknown",
    };
    voice.say(key, &[])
}
