//! What each party cares about and which issues matter to whom, in words.

use num_traits::Zero as _;

use super::Wordbook;
use super::fold::Folded;
use super::page::Page;
use super::voice::Voice;
use crate::analysis::{InterestMatrix, IssueMatrix, Matrix};
use crate::domain::{IssueId, PartyId, Rational, Table};

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
    let interests = || voice.table.interests.keys();
    let header = |party: PartyId| {
        let mark = if matrix.ranked.contains(&party) { "*" } else { "" };
        voice.party(party) + mark
    };
    let parties = matrix.shares.iter_enumerated().map(|(party, shares)| {
        let cell = |interest| share(voice, shares.as_ref().map(|shares| &shares[interest]));
        (header(party), interests().map(cell).collect())
    });
    let carried = interests().map(|interest| share(voice, Some(&matrix.carried(interest)))).collect();
    Folded {
        rows: voice.table.interests.iter().map(|interest| voice.text(&interest.text)).collect(),
        header: voice.say("column-interest", &[]),
        columns: parties.chain([(voice.say("column-carried", &[]), carried)]).collect(),
    }
    .tell(page, width);
    page.paragraph(voice.say("matrix-carried", &[]));
    if !matrix.ranked.is_empty() {
        page.paragraph(voice.say("matrix-ranked", &[("parties", &voice.parties(&matrix.ranked))]));
    }
    let silent = |(party, shares): (PartyId, &Option<_>)| shares.is_none().then_some(party);
    tell_those(page, voice, "matrix-silent", matrix.shares.iter_enumerated().filter_map(silent).collect());
}

fn tell_issues(page: &mut Page, voice: Voice<'_>, matrix: &IssueMatrix, width: usize) {
    page.heading(voice.say("matrix-issues", &[]));
    let parties = matrix.shares.iter_enumerated().map(|(party, shares)| {
        let cell = |issue: IssueId| share(voice, shares.as_ref().map(|shares| &shares[issue]));
        (voice.party(party), voice.table.issues.keys().map(cell).collect())
    });
    Folded {
        rows: voice.table.issues.keys().map(|issue| voice.issue(issue)).collect(),
        header: voice.say("column-issue", &[]),
        columns: parties.collect(),
    }
    .tell(page, width);
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
