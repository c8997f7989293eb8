//! How firm an answer is, in words.

use super::answer::{headline, numbers_grid, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::page::{Column, Page};
use super::voice::Voice;
use super::{Wordbook, conflict, said};
use crate::analysis::{Claim, Draws, Edge, Firmness, Holder, Method, Number, Parameter, Rankings, Reach, Shift, Spot};
use crate::domain::{Decision, IssueId, IssueKind, Package, Rational, write_exact};
use crate::optimize::Question;
use crate::valuation::Circumstances;

/// How many of the smallest changes are told.
const TOLD: usize = 6;
/// How many packages are named where only rankings or ranges of weights are known.
const NAMED: usize = 4;
/// How many places behind the point a change is told with at most.
const MOST_PLACES: u32 = 6;

/// Tells how firm an answer is, in lines of at most `width` columns.
///
/// It tells weights and no-deals: it is for the moderator, and says so.
#[must_use]
pub fn firm_text(
    circumstances: &Circumstances<'_>,
    question: &Question,
    firmness: &Firmness,
    words: &Wordbook,
    width: usize,
) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, question.floors);
    tell_demands(&mut page, voice, question);
    page.paragraph(voice.say("moderator-only", &[]));
    page.heading(headline(voice, question));
    let choices = voice.readable(&firmness.package).join(" ");
    let key = match firmness.claim {
        Claim::Advice => "firm-advice",
        Claim::Acceptable if said::is_refused(voice, &firmness.package) => "firm-acceptable-numbers",
        Claim::Acceptable => "firm-acceptable",
        Claim::Unacceptable => "firm-unacceptable",
    };
    page.paragraph(voice.say(key, &[("choices", &choices)]));
    said::tell_no(&mut page, voice, circumstances, &firmness.package);
    page.paragraph(draws(voice, firmness));
    tell_smallest(&mut page, voice, circumstances, firmness);
    if let Some(rankings) = &firmness.rankings {
        page.heading(voice.say("rankings", &[]));
        tell_rankings(&mut page, voice, firmness, rankings);
    }
    notes::tell(&mut page, voice, &all_notes(circumstances));
    page.lay_out(width)
}

/// In how many draws the claim stands.
pub(super) fn draws(voice: Voice<'_>, firmness: &Firmness) -> String {
    let Draws { stood, of } = firmness.draws;
    if of == 0 {
        return voice.say("firm-no-draws", &[]);
    }
    let key = match firmness.claim {
        Claim::Advice => "firm-draws",
        Claim::Acceptable => "firm-draws-acceptable",
        Claim::Unacceptable => "firm-draws-unacceptable",
    };
    let arguments = [("percent", Draws::PERCENT.to_string()), ("stood", stood.to_string()), ("of", of.to_string())];
    voice.say(key, &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

fn tell_smallest(page: &mut Page, voice: Voice<'_>, circumstances: &Circumstances<'_>, firmness: &Firmness) {
    page.heading(voice.say("firm-smallest", &[]));
    let header = ["column-number", "column-now", "column-from-there", "column-instead"];
    let columns = [Column::Words, Column::Number, Column::Words, Column::Words];
    let mut grid = numbers_grid(voice, &header, &columns);
    for reach in firmness.shifting().take(TOLD) {
        let Some(shift) = reach.nearest() else { continue };
        let now = voice.amount(&reach.number.value);
        let instead = instead(voice, firmness, shift);
        grid.rows.push(vec![
            number(voice, circumstances, reach.number.parameter),
            now,
            place(voice, reach, shift),
            instead,
        ]);
    }
    if grid.rows.is_empty() {
        page.paragraph(nothing(voice, firmness.method));
    }
    let changing = firmness.shifting().count();
    let more = changing - grid.rows.len();
    page.grid(grid);
    if more > 0 {
        page.paragraph(voice.say("firm-more", &[("count", &more.to_string())]));
    }
    let steady = |is_known: bool| {
        firmness
            .reaches
            .iter()
            .filter(|reach| reach.nearest().is_none() && reach.is_known == is_known)
            .count()
            .to_string()
    };
    match firmness.method {
        Method::Everywhere { .. } => page.paragraph(voice.say("firm-steady", &[("count", &steady(true))])),
        Method::Sampled { looked: 0, .. } => {}
        Method::Sampled { .. } => page.paragraph(voice.say("firm-unmoved", &[("count", &steady(false))])),
    }
    page.paragraph(method(voice, firmness.method));
    if voice.table.issues.iter().any(|issue| matches!(issue.kind, IssueKind::Division(_))) {
        page.paragraph(voice.say("firm-shares", &[]));
    }
    if firmness.claim == Claim::Advice && changing > 0 {
        page.paragraph(voice.say("firm-next", &[]));
    }
}

/// That no single number changes anything, or none that was looked at.
pub(super) fn nothing(voice: Voice<'_>, method: Method) -> String {
    let key = match method {
        Method::Everywhere { given_up: 0 } => "firm-nothing",
        Method::Sampled { looked: 0, .. } => "firm-no-numbers",
        Method::Everywhere { .. } | Method::Sampled { .. } => "firm-none-found",
    };
    voice.say(key, &[])
}

/// How the numbers were looked at.
pub(super) fn method(voice: Voice<'_>, method: Method) -> String {
    match method {
        Method::Everywhere { given_up: 0 } => voice.say("firm-everywhere", &[]),
        Method::Everywhere { given_up } => voice.say("firm-given-up", &[("count", &given_up.to_string())]),
        Method::Sampled { looked, of } => {
            voice.say("firm-sampled", &[("looked", &looked.to_string()), ("of", &of.to_string())])
        }
    }
}

/// What the answer is behind a change: what differs from the present package.
pub(super) fn instead(voice: Voice<'_>, firmness: &Firmness, shift: &Shift) -> String {
    match (&shift.package, firmness.claim) {
        (Some(package), _) => differing(voice, &firmness.package, package),
        (None, Claim::Advice) => voice.say("firm-no-package", &[]),
        (None, Claim::Acceptable) => voice.say("firm-refused", &[]),
        (None, Claim::Unacceptable) => voice.say("firm-accepted", &[]),
    }
}

/// What a package decides otherwise than another, to be read.
pub(super) fn differing(voice: Voice<'_>, from: &Package, to: &Package) -> String {
    let changed = from.decisions.iter().zip(&to.decisions).map(|(from, to)| from != to);
    let changed = voice.readable(to).into_iter().zip(changed).filter(|(_, changed)| *changed);
    changed.map(|(choice, _)| choice).collect::<Vec<_>>().join(" ")
}

/// Where a number changes the answer.
pub(super) fn place(voice: Voice<'_>, reach: &Reach, shift: &Shift) -> String {
    let (value, is_exact) = written(voice, &reach.number, &shift.to);
    let up = reach.up.as_ref() == Some(shift);
    let key = match (shift.edge, is_exact) {
        (Edge::Beyond, _) if shift.to == reach.number.value && up => "place-rising",
        (Edge::Beyond, _) if shift.to == reach.number.value => "place-falling",
        (Edge::Beyond, true) if up => "place-above",
        (Edge::Beyond, true) => "place-below",
        (Edge::At, true) if up => "place-from-up",
        (Edge::At, true) => "place-from-down",
        (Edge::Only, true) => "place-only",
        (Edge::Latest, _) => "place-latest",
        _ => "place-about",
    };
    voice.say(key, &[("value", &value)])
}

/// A value to read, as short as tells it from where the number is; and whether that is exact.
fn written(voice: Voice<'_>, number: &Number, value: &Rational) -> (String, bool) {
    let exact = write_exact(value);
    let places = exact.split_once('.').map_or(0, |(_, places)| places.len());
    if !exact.contains('/') && places <= 3 {
        return (voice.words.decimal(&exact), true);
    }
    let here = |places: u32| voice.words.number(&number.value, places);
    let short = (2..MOST_PLACES).find(|places| voice.words.number(value, *places) != here(*places));
    (voice.words.number(value, short.unwrap_or(MOST_PLACES)), false)
}

/// A number in words, with its unit.
pub(super) fn number(voice: Voice<'_>, circumstances: &Circumstances<'_>, parameter: Parameter) -> String {
    number_as(voice, circumstances, parameter, None)
}

/// What a number is called in a sentence of this form: `full` with its article, or `own` where its holder is asked.
pub(super) fn number_as(
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    parameter: Parameter,
    form: Option<&str>,
) -> String {
    let say = |key: &str, arguments: &[(&str, &str)]| {
        let formed = form.and_then(|form| voice.words.attribute(key, form, arguments));
        formed.unwrap_or_else(|| voice.say(key, arguments))
    };
    match parameter {
        Parameter::NoDeal { party, .. } => say("number-no-deal", &[("party", &voice.party(party))]),
        Parameter::Limit { rule, .. } => {
            let name = voice.rule(rule);
            match conflict::rule_unit(voice, circumstances, rule) {
                Some(unit) => say("number-limit-unit", &[("rule", &name), ("unit", &unit)]),
                None => say("number-limit", &[("rule", &name)]),
            }
        }
        Parameter::Weight { party, interest } => {
            let interest = voice.text(&voice.table.interests[interest].text);
            say("number-weight", &[("party", &voice.party(party)), ("interest", &interest)])
        }
        Parameter::Effect { spot, interest, holder } => {
            let (of, interest) =
                (self::spot(voice, parameter, spot), voice.text(&voice.table.interests[interest].text));
            match holder {
                Holder::Party(party) => {
                    let party = voice.party(party);
                    say("number-reading", &[("of", &of), ("interest", &interest), ("party", &party)])
                }
                _ => say("number-effect", &[("of", &of), ("interest", &interest)]),
            }
        }
        Parameter::Attribute { spot, attribute, .. } => {
            let content = &voice.table.attributes[attribute];
            let (of, what) = (self::spot(voice, parameter, spot), voice.text(&content.text));
            match &content.unit {
                Some(unit) => {
                    say("number-attribute-unit", &[("of", &of), ("what", &what), ("unit", &voice.text(unit))])
                }
                None => say("number-attribute", &[("of", &of), ("what", &what)]),
            }
        }
    }
}

/// What a number of an issue is about, as it is typed.
fn spot(voice: Voice<'_>, parameter: Parameter, spot: Spot) -> String {
    match spot {
        Spot::Option(option) => voice.option_reference(option),
        Spot::Pair(at) => {
            let together = &voice.table.interactions[at];
            [together.first, together.second].map(|option| voice.option_reference(option)).join(" + ")
        }
        Spot::Point { issue, .. } => {
            let amount = parameter.amount(voice.table).unwrap_or_default();
            let assigned = amount_of(voice, issue, amount);
            if matches!(voice.table.issues[issue].kind, IssueKind::Quantity(_)) { assigned } else { voice.issue(issue) }
        }
    }
}

fn amount_of(voice: Voice<'_>, issue: IssueId, amount: Rational) -> String {
    let id = super::clean(&voice.table.issues[issue].id);
    match voice.decision(issue, &Decision::Amount(amount)) {
        amount if amount.is_empty() => id,
        amount => format!("{id}={amount}"),
    }
}

/// What holds whatever weights fit rankings and ranges: how many packages are acceptable, which, and which are best.
pub(super) fn tell_rankings(page: &mut Page, voice: Voice<'_>, firmness: &Firmness, rankings: &Rankings) {
    let parties = voice.parties(&rankings.parties);
    page.paragraph(voice.say("rankings-who", &[("parties", &parties)]));
    let written = |count: usize| voice.count(count as u64);
    let (certain, possible) = (written(rankings.certainly), written(rankings.possibly));
    let (drawn, stood) = (rankings.draws.to_string(), rankings.stood.to_string());
    let key = if rankings.is_exact { "rankings-counts" } else { "rankings-counts-drawn" };
    page.item(voice.say(key, &[("certain", &certain), ("possible", &possible), ("drawn", &drawn)]));
    let key = match (rankings.is_exact, rankings.is_certain) {
        (true, true) => "rankings-certain",
        (true, false) => "rankings-uncertain",
        (false, true) => "rankings-certain-drawn",
        (false, false) => "rankings-uncertain-drawn",
    };
    page.item(voice.say(key, &[("drawn", &drawn)]));
    let others: Vec<String> = rankings
        .certain
        .iter()
        .filter(|package| **package != firmness.package)
        .map(|package| format!("`{}`", differing(voice, &firmness.package, package)))
        .collect();
    if !others.is_empty() && others.len() <= NAMED {
        let key = if rankings.is_certain { "rankings-others" } else { "rankings-instead" };
        page.item(voice.say(key, &[("packages", &voice.list(&others))]));
    }
    if firmness.claim == Claim::Advice {
        page.item(voice.say("rankings-best", &[("stood", &stood), ("drawn", &drawn)]));
        let others = rankings.answers.iter().filter(|(package, _)| *package != firmness.package).take(NAMED);
        let told: Vec<String> = others
            .map(|(package, times)| {
                let instead = differing(voice, &firmness.package, package);
                voice.say("rankings-answer", &[("instead", &instead), ("times", &times.to_string())])
            })
            .collect();
        if !told.is_empty() {
            page.item(voice.say("rankings-answers", &[("answers", &voice.list(&told))]));
        }
    }
}

/// The stretch around a number in which the answer is the same, and what lies outside.
pub(super) fn stretch(voice: Voice<'_>, reach: &Reach) -> String {
    let number = &reach.number;
    let place = |shift: &Shift| place(voice, reach, shift);
    match (&reach.down, &reach.up) {
        (None, None) => {
            let [low, high] = [&number.low, &number.high].map(|end| voice.amount(end));
            let key = if reach.is_known { "stretch-all" } else { "stretch-tried" };
            voice.say(key, &[("low", &low), ("high", &high)])
        }
        (Some(shift), None) | (None, Some(shift)) => voice.say("stretch-one", &[("place", &place(shift))]),
        (Some(down), Some(up)) => voice.say("stretch-both", &[("low", &place(down)), ("high", &place(up))]),
    }
}
