//! Why a decision isn't in the answer: what it would cost whom, or what forbids it.

use num_traits::{Signed as _, Zero as _};

use super::answer::{above, headline, in_points, proof, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::package::retype;
use super::page::Page;
use super::trying::Change;
use super::voice::Voice;
use super::{Asked, Wordbook, conflict};
use crate::analysis::{Asking, Price, Shifted, Verdict, WhyNot, package_of};
use crate::domain::{Decision, IssueId, Package, PartyId, Rational};
use crate::optimize::{Answer, Objective};
use crate::valuation::assess;

/// Tells why a decision isn't in the answer, in lines of at most `width` columns.
#[must_use]
pub fn whynot_text(asked: Asked<'_>, whynot: &WhyNot, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let decision = decision(voice, whynot);
    let mut page = Page::default();
    tell_banner(&mut page, voice, asked.question.world, asked.question.floors);
    tell_demands(&mut page, voice, asked.question);
    page.heading(voice.say("whynot", &[("decision", &decision)]));
    let against = headline(voice, asked.question);
    page.paragraph(voice.say("whynot-against", &[("answer", &against)]));
    match &whynot.verdict {
        Verdict::NoAnswer => {
            let key = if asked.question.ratifiable { "conflict-ratifiable" } else { "conflict" };
            tell_nothing(&mut page, voice, asked, None, (&whynot.answer, key));
        }
        Verdict::Parked => page.paragraph(voice.say("whynot-parked", &[("issue", &voice.issue(whynot.issue))])),
        Verdict::Chosen(without) => {
            page.paragraph(voice.say("whynot-chosen", &[("decision", &decision)]));
            match without {
                Some(asking) => tell_asking(&mut page, voice, asked, whynot, asking, true),
                None => page.paragraph(voice.say("whynot-beside", &[])),
            }
        }
        Verdict::Forced(asking) => tell_asking(&mut page, voice, asked, whynot, asking, false),
    }
    tell_prices(&mut page, voice, asked, whynot);
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

fn decision(voice: Voice<'_>, whynot: &WhyNot) -> String {
    let option = voice.decision(whynot.issue, &whynot.decision);
    voice.say("decision", &[("issue", &voice.issue(whynot.issue)), ("option", &option)])
}

/// Adds why there is no package.
fn tell_nothing(
    page: &mut Page,
    voice: Voice<'_>,
    asked: Asked<'_>,
    held: Option<(IssueId, &Decision)>,
    (answer, key): (&Answer, &str),
) {
    let Answer::Infeasible(found) = answer else { return page.paragraph(voice.say("unknown-answer", &[])) };
    page.heading(voice.say(key, &[]));
    if found.reasons.is_empty() {
        return page.paragraph(voice.say("whynot-only", &[]));
    }
    let also = &asked.question.also;
    match held {
        Some(held) => conflict::tell_holding(page, voice, asked.circumstances, (also, held), found),
        None => conflict::tell(page, voice, asked.circumstances, also, found),
    }
}

/// Adds the answer with a decision, or without it.
fn tell_asking(
    page: &mut Page,
    voice: Voice<'_>,
    asked: Asked<'_>,
    whynot: &WhyNot,
    asking: &Asking,
    is_forbidden: bool,
) {
    let (Some(before), Some(after)) = (package_of(&whynot.answer), package_of(&asking.answer)) else {
        if matches!(asking.answer, Answer::Unknown) {
            let key = if is_forbidden { "whynot-unknown-without" } else { "whynot-unknown-with" };
            page.paragraph(voice.say(key, &[]));
            return tell_bound(page, voice, "whynot-bound-against", &whynot.answer);
        }
        let key = if is_forbidden { "whynot-needed" } else { "whynot-impossible" };
        let asked = Asked { question: &asking.question, ..asked };
        let held = asking.held.as_ref().map(|decision| (whynot.issue, decision));
        return tell_nothing(page, voice, asked, held, (&asking.answer, key));
    };
    let change = Change::new(asked.circumstances, before, after);
    let is_proven = asking.answer.is_settled();
    page.heading(match (is_forbidden, is_proven) {
        (true, true) => voice.say("whynot-without", &[]),
        (true, false) => voice.say("whynot-without-found", &[]),
        (false, true) => voice.say("whynot-with", &[]),
        (false, false) => voice.say("whynot-with-found", &[]),
    });
    page.paragraph(cost(voice, &change));
    change.tell_gains(page, voice);
    tell_moved(page, voice, whynot, &change);
    page.paragraph(retype(voice, asked.file, asked.question.world, after));
    match (&whynot.answer, &asking.answer) {
        (Answer::Proven(found), Answer::Proven(other)) if found.how == other.how => {
            page.paragraph([voice.say("whynot-proven", &[]), proof(voice, found)].join(" "));
        }
        (Answer::Proven(_), Answer::Proven(_)) => page.paragraph(voice.say("whynot-proven", &[])),
        (before, after) => {
            let with = if is_forbidden { "whynot-bound-without" } else { "whynot-bound-with" };
            tell_bound(page, voice, "whynot-bound-against", before);
            tell_bound(page, voice, with, after);
        }
    }
}

/// Adds what is known of better packages, if the search for one was cut short.
fn tell_bound(page: &mut Page, voice: Voice<'_>, key: &str, answer: &Answer) {
    let Answer::BestFound(best) = answer else { return };
    let bound = in_points(voice.words, best.bound);
    page.paragraph(voice.say(key, &[("bound", &bound), ("above", &above(voice.words, best.gap))]));
}

/// Who would pay, and who would gain.
fn cost(voice: Voice<'_>, change: &Change<'_>) -> String {
    let moves = |party: PartyId| Some((party, change.moves(party)?));
    let moves: Vec<(PartyId, Rational)> = voice.table.parties.keys().filter_map(moves).collect();
    let told = |wanted: fn(&Rational) -> bool| {
        let of = moves.iter().filter(|(_, points)| wanted(points));
        let one = |(party, points): &(PartyId, Rational)| {
            voice.say("payer", &[("party", &voice.party(*party)), ("points", &voice.points(&points.abs()))])
        };
        voice.list(&of.map(one).collect::<Vec<_>>())
    };
    let (payers, gainers) = (told(Rational::is_negative), told(Rational::is_positive));
    match (payers.is_empty(), gainers.is_empty()) {
        (true, true) => voice.say("whynot-free", &[]),
        (true, false) => voice.say("whynot-gains", &[("gainers", &gainers)]),
        (false, true) => voice.say("whynot-costs", &[("payers", &payers)]),
        (false, false) => voice.say("whynot-costs-and-gains", &[("payers", &payers), ("gainers", &gainers)]),
    }
}

/// Adds which other issues move along.
fn tell_moved(page: &mut Page, voice: Voice<'_>, whynot: &WhyNot, change: &Change<'_>) {
    let moved: Vec<_> = change.issues().into_iter().filter(|issue| *issue != whynot.issue).collect();
    if moved.is_empty() {
        return page.paragraph(voice.say("whynot-alone", &[]));
    }
    page.paragraph(voice.say("whynot-along", &[]));
    for issue in moved {
        page.item(change.issue(voice, issue));
    }
}

fn tell_prices(page: &mut Page, voice: Voice<'_>, asked: Asked<'_>, whynot: &WhyNot) {
    // Where one unit makes no package possible, the ways out say how many would.
    let says_something = |price: &&Price| price.higher != Shifted::Nothing || price.lower != Shifted::Nothing;
    let prices: Vec<&Price> = whynot.prices.iter().filter(says_something).collect();
    if prices.is_empty() {
        return;
    }
    page.heading(voice.say("prices", &[]));
    page.paragraph(voice.say("prices-intro", &[("decision", &decision(voice, whynot))]));
    let now = match &whynot.verdict {
        Verdict::Forced(asking) => package_of(&asking.answer),
        _ => None,
    };
    for price in prices {
        page.item(self::price(voice, asked, price, now));
    }
}

fn price(voice: Voice<'_>, asked: Asked<'_>, price: &Price, now: Option<&Package>) -> String {
    let [higher, lower] = [&price.higher, &price.lower].map(|shifted| self::shifted(voice, asked, shifted, now));
    let (rule, unit) = (voice.rule(price.rule), conflict::rule_unit(voice, asked.circumstances, price.rule));
    let key = if unit.is_some() { "price-unit" } else { "price" };
    let unit = unit.unwrap_or_default();
    voice.say(key, &[("rule", &rule), ("unit", &unit), ("higher", &higher), ("lower", &lower)])
}

/// What moving a limit leads to from `now`.
fn shifted(voice: Voice<'_>, asked: Asked<'_>, shifted: &Shifted, now: Option<&Package>) -> String {
    match shifted {
        Shifted::Package(package) if Some(&**package) == now => voice.say("price-same", &[]),
        Shifted::Package(package) => worth(voice, asked, package),
        Shifted::Nothing => voice.say("price-nothing", &[]),
        Shifted::Unknown => voice.say("price-unknown", &[]),
    }
}

/// The objective's value of a package: a score where one was asked for, else the gains.
fn worth(voice: Voice<'_>, asked: Asked<'_>, package: &Package) -> String {
    let assessment = assess(asked.circumstances, package);
    if let Objective::Best(party) = asked.question.objective {
        let score = assessment.parties[party].score.clone().unwrap_or_else(Rational::zero);
        return voice.say("price-score", &[("party", &voice.party(party)), ("score", &voice.points(&score))]);
    }
    let [joint, smallest] = [assessment.joint_gain(), assessment.smallest_gain()]
        .map(|points| voice.signed(&points.unwrap_or_else(Rational::zero)));
    voice.say("price-gains", &[("joint", &joint), ("smallest", &smallest)])
}
