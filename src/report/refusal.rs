//! Why a question can't be answered, for the error stream.

use super::Wordbook;
use super::voice::Voice;
use crate::domain::Table;
use crate::optimize::{Refusal, RestsOnFloors};

/// Tells why the optimiser refuses a question, as an error and a way out.
#[must_use]
pub fn refusal_text(table: &Table, refusal: &Refusal, words: &Wordbook) -> String {
    let (key, name, value) = message(Voice { words, table }, refusal);
    error(words, key, &[(name, &value)])
}

/// The sentence that tells a refusal, with the name and the value of what it speaks of.
pub(super) fn message(voice: Voice<'_>, refusal: &Refusal) -> (&'static str, &'static str, String) {
    match refusal {
        Refusal::NoDealUnknown(parties) => ("refuse-no-deal", "parties", voice.parties(parties)),
        Refusal::NobodyCares => ("refuse-nobody", "nobody", String::new()),
        Refusal::Indifferent(party) => ("refuse-indifferent", "party", voice.party(*party)),
        Refusal::StaysOut(party) => ("refuse-stays-out", "party", voice.party(*party)),
        Refusal::NeedsFloors => ("refuse-floors", "nobody", String::new()),
        Refusal::RestsOnFloors(what) => {
            let key = match what {
                RestsOnFloors::EveryWorld => "refuse-all-robust",
                RestsOnFloors::Offers => "refuse-all-meso",
                RestsOnFloors::Zone => "refuse-all-zopa",
                RestsOnFloors::Trades => "refuse-all-trades",
            };
            (key, "nobody", String::new())
        }
        Refusal::Needed(party) => ("refuse-needed", "party", voice.party(*party)),
        Refusal::Mismatch(package) => ("refuse-mismatch", "package", voice.assignments(package).join(" ")),
    }
}

/// Tells an error of the program itself.
#[must_use]
pub fn internal_text(message: &str, words: &Wordbook) -> String {
    error(words, "internal", &[("message", &super::clean(message))])
}

/// Tells that the answer couldn't be handed over.
#[must_use]
pub fn undelivered_text(message: &str, words: &Wordbook) -> String {
    error(words, "undelivered", &[("message", &super::clean(message))])
}

/// An error and, if its message has one, a hint.
pub(super) fn error(words: &Wordbook, key: &str, arguments: &[(&str, &str)]) -> String {
    let mut text = words.say("error-line", &[("message", &words.say(key, arguments))]) + "\n";
    if let Some(hint) = words.attribute(key, "hint", arguments) {
        text += &(words.say("hint-line", &[("message", &hint)]) + "\n");
    }
    text
}
