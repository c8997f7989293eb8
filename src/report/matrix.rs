//! What each party cares about and which issues matter to whom, in words.

use num_traits::Zero as _;

use super::Wordbook;
use super::blocks::Blocks;
use super::page::Page;
use super::voice::Voice;
use crate::analysis::{InterestMatrix, IssueMatrix, Matrix};
use crate::domain::{PartyId, Rational, Table};

/// Tells a matrix in words, in lines of at most `width` columns: parties are columns, in as many blocks as it takes.
#[must_use]
pub fn matrix_text(table: &Table, matrix: &Matrix, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table };
    let mut page = Page::default();
    match matrix {
        Matrix::Interests(matrix) => tell_interests(&mut page, voice, matrix, width),
        Matrix::Issues(matrix) => tell_issues(&mut page, voice, matrix, width),
    }
    page.lay_out(width)
}

fn tell_interests(page: &mut Page, voice: Voice<'_>, matrix: &InterestMatrix, width: usize) {
    page.heading(voice.say("matrix-interests", &[]));
    let heads = matrix.shares.keys().map(|party| {
        let mark = if matrix.ranked.contains(&party) { "*" } else { "" };
        voice.party(party) + mark
    });
    let carried = voice.say("column-carried", &[]);
    let mut grid = Blocks::of_numbers(voice.say("column-interest", &[]), heads.chain([carried]).collect());
    for (interest, recorded) in voice.table.interests.iter_enumerated() {
        let shares = matrix.shares.iter().map(|shares| shares.as_ref().map(|shares| &shares[interest]));
        let carried = share(voice, Some(&matrix.carried(interest)));
        let cells = shares.map(|of| share(voice, of)).chain([carried]);
        grid.row(voice.text(&recorded.text), cells.collect());
    }
    grid.add_to(page, width);
    page.paragraph(voice.say("matrix-carried", &[]));
    if !matrix.ranked.is_empty() {
        page.paragraph(voice.say("matrix-ranked", &[("parties", &voice.parties(&matrix.ranked))]));
    }
    let silent = |(party, shares): (PartyId, &Option<_>)| shares.is_none().then_some(party);
    tell_those(page, voice, "matrix-silent", matrix.shares.iter_enumerated().filter_map(silent).collect());
}

fn tell_issues(page: &mut Page, voice: Voice<'_>, matrix: &IssueMatrix, width: usize) {
    page.heading(voice.say("matrix-issues", &[]));
    let heads = matrix.shares.keys().map(|party| voice.party(party)).collect();
    let mut grid = Blocks::of_numbers(voice.say("column-issue", &[]), heads);
    for issue in voice.table.issues.keys() {
        let shares = matrix.shares.iter().map(|shares| shares.as_ref().map(|shares| &shares[issue]));
        grid.row(voice.issue(issue), shares.map(|of| share(voice, of)).collect());
    }
    grid.add_to(page, width);
    page.paragraph(voice.say("matrix-swing", &[]));
    let flat = |(party, shares): (PartyId, &Option<_>)| shares.is_none().then_some(party);
    tell_those(page, voice, "matrix-flat", matrix.shares.iter_enumerated().filter_map(flat).collect());
}

fn tell_those(page: &mut Page, voice: Voice<'_>, key: &str, parties: Vec<PartyId>) {
    if !parties.is_empty() {
        page.paragraph(voice.say(key, &[("parties", &voice.parties(&parties))]));
    }
}

/// Whole percents; a dash for nothing at all.
fn share(voice: Voice<'_>, share: Option<&Rational>) -> String {
    share.filter(|share| !share.is_zero()).map_or_else(|| "-".to_owned(), |share| voice.words.number(share, 0))
}
