//! What a training table teaches, measured, in words.

use super::page::{Column, Grid, Page};
use super::voice::Voice;
use super::{Wordbook, clean, said, typed};
use crate::analysis::{Lesson, Measured, Shaken};
use crate::domain::{Decision, IssueId, Rational, Table};
use crate::optimize::Objective;

/// Tells what a table teaches; without a measured `lesson`, that its packages are too many to count.
#[must_use]
pub fn lesson_text(table: &Table, lesson: Option<&Lesson>, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    page.heading(voice.text(&table.title));
    if let Some(text) = &table.narrative.lesson {
        page.paragraph(words.say("scenario-lesson", &[("lesson", &voice.text(text))]));
    }
    match lesson {
        Some(lesson) => tell(&mut page, voice, lesson),
        None => page.paragraph(words.say("lesson-endless", &[])),
    }
    page.lay_out(width)
}

fn tell(page: &mut Page, voice: Voice<'_>, lesson: &Lesson) {
    let census = &lesson.census;
    page.heading(voice.say("lesson-zone", &[]));
    let count = |count: u64| voice.count(count);
    let [all, kept, accepted] = [census.packages, census.within_rules, census.acceptable].map(count);
    let frontier = voice.count(census.frontier.len() as u64);
    page.paragraph(voice.say(
        "lesson-counts",
        &[("packages", &all), ("kept", &kept), ("accepted", &accepted), ("frontier", &frontier)],
    ));
    tell_occurrences(page, voice, lesson);
    tell_named(page, voice, &lesson.named);
    if !lesson.gain_little.is_empty() {
        page.paragraph(voice.say("lesson-little", &[("parties", &voice.parties(&lesson.gain_little))]));
    }
    if !lesson.firmness.is_empty() {
        page.heading(voice.say("lesson-firm", &[]));
        for firmness in &lesson.firmness {
            page.item(firm(voice, firmness));
        }
    }
}

/// In how many acceptable packages each option occurs, issue by issue.
fn tell_occurrences(page: &mut Page, voice: Voice<'_>, lesson: &Lesson) {
    page.heading(voice.say("lesson-occurrences", &[]));
    let rows = voice.table.issues.keys().map(|issue| {
        let of_issue = lesson.census.occurrences.iter().filter(|((at, _), _)| *at == issue);
        let mut counts: Vec<(&Decision, u64)> = of_issue.map(|((_, decision), count)| (decision, *count)).collect();
        counts.sort();
        let told =
            counts.iter().map(|(decision, count)| format!("{} {}", name(voice, issue, decision), voice.count(*count)));
        vec![clean(&voice.table.issues[issue].id), told.collect::<Vec<_>>().join(" · ")]
    });
    page.grid(Grid { header: Vec::new(), columns: vec![Column::Whole, Column::Words], rows: rows.collect() });
    if !lesson.unused.is_empty() {
        let unused = lesson.unused.iter().map(|(issue, decision)| {
            format!("{}={}", clean(&voice.table.issues[*issue].id), name(voice, *issue, decision))
        });
        page.paragraph(voice.say("lesson-unused", &[("options", &voice.list(&unused.collect::<Vec<_>>()))]));
    }
}

fn name(voice: Voice<'_>, issue: IssueId, decision: &Decision) -> String {
    match decision {
        Decision::Option(index) => clean(&voice.table.issues[issue].options()[usize::from(*index)].id),
        Decision::Amount(amount) => crate::domain::write_exact(amount),
        Decision::Shares(_) => String::new(), // `Table::ready` refuses divisions.
    }
}

fn tell_named(page: &mut Page, voice: Voice<'_>, named: &[Measured]) {
    if named.is_empty() {
        return;
    }
    page.heading(voice.say("lesson-named", &[]));
    for measured in named {
        let points = |points: &Option<Rational>| points.as_ref().map_or("?".to_owned(), |p| voice.words.signed(p, 1));
        let known = voice.table.narrative.packages.iter().find(|known| known.id == measured.id);
        let refusing = known.map(|known| said::refusing(voice, &known.package)).unwrap_or_default();
        let is_refused = known.is_some_and(|known| voice.table.is_refused(&known.package));
        let key = if measured.acceptable && !is_refused { "lesson-acceptable" } else { "lesson-unacceptable" };
        page.item(voice.say(
            key,
            &[
                ("name", &clean(&measured.id)),
                ("joint", &points(&measured.joint_gain)),
                ("smallest", &points(&measured.smallest_gain)),
                ("better", &voice.count(measured.improved_by as u64)),
            ],
        ));
        if !refusing.is_empty() {
            let arguments = [("package", &*typed(&measured.id)), ("parties", &voice.parties(&refusing))];
            page.detail(voice.say("card-no", &arguments));
        }
    }
}

fn firm(voice: Voice<'_>, firmness: &Shaken) -> String {
    let key = if firmness.objective == Objective::Joint { "package-joint" } else { "package-fair" };
    let choices = voice.assignments(&firmness.found.package).join(" ");
    let (stands, draws) = (firmness.stands.to_string(), firmness.draws.to_string());
    let title = voice.say(key, &[]);
    voice.say("lesson-stands", &[("title", &title), ("choices", &choices), ("stands", &stands), ("draws", &draws)])
}
