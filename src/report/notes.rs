//! What to keep in mind with an answer: warnings, as data and in sentences.

use super::page::Page;
use super::voice::Voice;
use crate::domain::{NoDealValue, PartyId};
use crate::valuation::Circumstances;

/// Something about the table that makes an answer less sure than it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The reference set hasn't frozen, so scores may still move.
    Provisional,
    /// These parties' no-deals are unknown.
    NoDealUnknown(Vec<PartyId>),
    /// These parties' no-deals are bare scores.
    NoDealRough(Vec<PartyId>),
    /// Every package is worth the same to these parties.
    Indifferent(Vec<PartyId>),
    /// No package on the table beats what these parties have without one.
    Beyond(Vec<PartyId>),
}

impl Note {
    /// The name of its kind, as in JSON.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::NoDealUnknown(_) => "no_deal_unknown",
            Self::NoDealRough(_) => "no_deal_rough",
            Self::Indifferent(_) => "indifferent",
            Self::Beyond(_) => "no_deal_beyond_reach",
        }
    }

    /// The parties that it is about, by name.
    #[must_use]
    pub fn parties(&self) -> &[PartyId] {
        match self {
            Self::Provisional => &[],
            Self::NoDealUnknown(parties)
            | Self::NoDealRough(parties)
            | Self::Indifferent(parties)
            | Self::Beyond(parties) => parties,
        }
    }
}

/// Everything to keep in mind with an answer in these circumstances.
#[must_use]
pub fn notes(circumstances: &Circumstances<'_>) -> Vec<Note> {
    let counts = |party: PartyId| circumstances.absent != Some(party);
    let which = |wanted: &dyn Fn(PartyId) -> bool| -> Option<Vec<PartyId>> {
        let found: Vec<PartyId> = circumstances
            .table
            .parties_by_name()
            .into_iter()
            .filter(|party| counts(*party) && wanted(*party))
            .collect();
        (!found.is_empty()).then_some(found)
    };
    let indifferent = |party: PartyId| circumstances.yardsticks[party].is_indifferent();
    let unknown = |party: PartyId| !indifferent(party) && circumstances.no_deal_score(party).is_none();
    let is_score = |value: &NoDealValue| matches!(value, NoDealValue::Score(_));
    let rough = |party: PartyId| {
        !indifferent(party) && circumstances.no_deal(party).is_some_and(|no_deal| is_score(&no_deal.value))
    };
    let beyond = |party: PartyId| {
        let yardstick = &circumstances.yardsticks[party];
        let best = yardstick.score(&yardstick.best);
        matches!((best, circumstances.no_deal_score(party)), (Some(best), Some(no_deal)) if no_deal > best)
    };
    let provisional = (!circumstances.table.frozen).then_some(Note::Provisional);
    let about_parties = [
        which(&unknown).map(Note::NoDealUnknown),
        which(&rough).map(Note::NoDealRough),
        which(&indifferent).map(Note::Indifferent),
        which(&beyond).map(Note::Beyond),
    ];
    provisional.into_iter().chain(about_parties.into_iter().flatten()).collect()
}

/// Adds the notes to a page.
pub(super) fn tell(page: &mut Page, voice: Voice<'_>, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    page.heading(voice.say("notes", &[]));
    for note in notes {
        let key = match note {
            Note::Provisional => "note-provisional",
            Note::NoDealUnknown(_) => "note-unknown",
            Note::NoDealRough(_) => "note-rough",
            Note::Indifferent(_) => "note-indifferent",
            Note::Beyond(_) => "note-beyond",
        };
        let sentence = voice.say(key, &[("parties", &voice.parties(note.parties()))]);
        let hint = voice.words.attribute(key, "hint", &[]);
        page.item([Some(sentence), hint].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
}
