//! What each party can tell at home, and why nothing is better for everyone, in sentences.

use super::page::Page;
use super::voice::Voice;
use crate::domain::{InterestId, IssueId, PartyId, Rational};
use crate::explain::{Cost, Explanation, Gave, Missed, Otherwise, PartyReasons, Served, SingleChange};
use crate::valuation::Assessment;

/// How many interests, costs and decisions a sentence names at most.
const NAMED: usize = 3;
/// How many missed options a sentence names at most; each has many words.
const NAMED_MISSED: usize = 2;
/// How many decisions a sentence names at most behind each interest.
const NAMED_DECISIONS: usize = 2;

/// Adds what each party can tell at home: what it got, what it gave, what happens otherwise.
pub(super) fn tell_parties(page: &mut Page, voice: Voice<'_>, assessment: &Assessment, explanation: &Explanation) {
    page.heading(voice.say("telling", &[]));
    for party in explanation.parties.keys().filter(|party| !assessment.parties[*party].absent) {
        page.item(telling(voice, assessment, explanation, party));
    }
}

/// What one party can tell at home.
pub(super) fn telling(voice: Voice<'_>, assessment: &Assessment, explanation: &Explanation, party: PartyId) -> String {
    let score = assessment.parties[party].score.as_ref().map(|score| voice.points(score));
    let sentences = match score {
        Some(score) => sentences(voice, &explanation.parties[party], &score).join(" "),
        None => voice.say("party-indifferent", &[]),
    };
    voice.say("party-telling", &[("party", &voice.full_name(party)), ("sentences", &sentences)])
}

/// Adds what each party would change first and who would pay for it; `intro` says within which rules.
pub(super) fn tell_changes(
    page: &mut Page,
    voice: Voice<'_>,
    intro: &str,
    assessment: &Assessment,
    explanation: &Explanation,
) {
    page.paragraph(voice.say(intro, &[]));
    for party in explanation.changes.keys() {
        // To an indifferent party every package is worth the same, and who stays out has no say.
        if assessment.parties[party].score.is_some() && !assessment.parties[party].absent {
            page.item(first_change(voice, explanation, party));
        }
    }
}

/// What one party would change first, and who would pay for it.
pub(super) fn first_change(voice: Voice<'_>, explanation: &Explanation, party: PartyId) -> String {
    match &explanation.changes[party] {
        Some(change) => self::change(voice, party, change),
        None => voice.say("change-none", &[("party", &voice.party(party))]),
    }
}

fn sentences(voice: Voice<'_>, reasons: &PartyReasons, score: &str) -> Vec<String> {
    vec![got(voice, &reasons.got), gave(voice, &reasons.gave), otherwise(voice, &reasons.otherwise, score)]
}

fn got(voice: Voice<'_>, got: &[Served]) -> String {
    let one = |served: &Served| named(voice, served.interest, &served.points, &served.decisions);
    if got.is_empty() {
        return voice.say("party-got-nothing", &[]);
    }
    let interests: Vec<String> = got.iter().take(NAMED).map(one).collect();
    voice.say("party-got", &[("interests", &voice.list(&interests))])
}

fn gave(voice: Voice<'_>, gave: &Gave) -> String {
    match gave {
        Gave::Costs(costs) => {
            let cost = |cost: &Cost| named(voice, cost.interest, &cost.points, &cost.decisions);
            let costs: Vec<String> = costs.iter().take(NAMED).map(cost).collect();
            voice.say("party-gave-costs", &[("costs", &voice.list(&costs))])
        }
        Gave::Missed(missed) => {
            let missed: Vec<String> =
                missed.iter().take(NAMED_MISSED).map(|missed| self::missed(voice, missed)).collect();
            voice.say("party-gave-missed", &[("missed", &voice.list(&missed))])
        }
        Gave::Nothing => voice.say("party-gave-nothing", &[]),
    }
}

/// An interest with its points and the decisions behind them.
fn named(voice: Voice<'_>, interest: InterestId, points: &Rational, decisions: &[(IssueId, Rational)]) -> String {
    let interest = voice.text(&voice.table.interests[interest].text);
    let arguments =
        [("interest", interest), ("points", voice.signed(points)), ("decisions", self::decisions(voice, decisions))];
    voice.say("served", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The first of some decisions, by their issues. An issue's own words may hold commas and "and".
fn decisions(voice: Voice<'_>, decisions: &[(IssueId, Rational)]) -> String {
    let issues = decisions.iter().take(NAMED_DECISIONS).map(|(issue, _)| voice.issue(*issue));
    issues.collect::<Vec<_>>().join(" + ")
}

fn missed(voice: Voice<'_>, missed: &Missed) -> String {
    let option = voice.decision(missed.issue, &missed.best);
    let points = voice.signed(&missed.points);
    voice.say("missed", &[("issue", &voice.issue(missed.issue)), ("option", &option), ("points", &points)])
}

fn otherwise(voice: Voice<'_>, otherwise: &Otherwise, score: &str) -> String {
    let reason = otherwise.reason.as_ref().map(|reason| voice.phrase(reason));
    let no_deal = otherwise.no_deal.as_ref().map(|no_deal| voice.points(no_deal));
    match (reason, no_deal) {
        (Some(reason), Some(no_deal)) => {
            voice.say("party-otherwise", &[("reason", &reason), ("no_deal", &no_deal), ("score", score)])
        }
        (None, Some(no_deal)) => voice.say("party-otherwise-bare", &[("no_deal", &no_deal), ("score", score)]),
        (Some(reason), None) => voice.say("party-otherwise-unvalued", &[("reason", &reason)]),
        (None, None) => voice.say("party-otherwise-unknown", &[]),
    }
}

fn change(voice: Voice<'_>, party: PartyId, change: &SingleChange) -> String {
    let arguments = [
        ("party", voice.party(party)),
        ("issue", voice.issue(change.issue)),
        ("option", voice.decision(change.issue, &change.to)),
        ("more", voice.signed(&change.more)),
        ("consequence", consequence(voice, change)),
    ];
    voice.say("change", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn consequence(voice: Voice<'_>, change: &SingleChange) -> String {
    if change.payers.is_empty() && !change.unratified.is_empty() {
        let bodies: Vec<String> = change.unratified.iter().map(|(party, body)| voice.body(*party, *body)).collect();
        return voice.say("change-unratified", &[("bodies", &voice.list(&bodies))]);
    }
    let payers = change.payers.iter().map(|payer| {
        let key = if payer.objects { "payer-objects" } else { "payer" };
        voice.say(key, &[("party", &voice.party(payer.party)), ("points", &voice.points(&payer.points))])
    });
    let payers: Vec<String> = payers.collect();
    if payers.is_empty() {
        voice.say("change-free", &[])
    } else {
        voice.say("change-paid", &[("payers", &voice.list(&payers))])
    }
}
