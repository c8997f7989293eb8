//! The question bank: what to ask a party, in which order, and what an answer becomes.

use crate::domain::{Party, PartyId, Table};

/// What an answer becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// A position, kept word for word and never scored.
    Position,
    /// An interest, assumed until it is confirmed.
    Interest,
    /// An interest that others have as well.
    Shared,
    /// Yes confirms the interests that were heard.
    Confirmation,
    /// What the party has without an agreement.
    NoDeal,
    /// Who at home must say yes.
    Body,
    /// An outside standard of what is fair.
    Criterion,
    /// Words that are kept as they are.
    Words,
}

impl Becomes {
    /// As the wordbook and JSON call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Interest => "interest",
            Self::Shared => "shared",
            Self::Confirmation => "confirmation",
            Self::NoDeal => "no-deal",
            Self::Body => "body",
            Self::Criterion => "criterion",
            Self::Words => "words",
        }
    }
}

/// A question of the bank. Its sentence stands in the wordbook under `bank-ID`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BankQuestion {
    /// The moment it is for, by which files and commands call it.
    pub id: &'static str,
    /// What an answer becomes.
    pub becomes: Becomes,
    /// Whether an interview opens with it.
    pub opens: bool,
}

const fn question(id: &'static str, becomes: Becomes) -> BankQuestion {
    BankQuestion { id, becomes, opens: false }
}

const fn opening(id: &'static str, becomes: Becomes) -> BankQuestion {
    BankQuestion { id, becomes, opens: true }
}

/// Every question, in the order of asking: "why not" as well as "why", what was heard is checked before others are
/// spoken of.
pub const BANK: [BankQuestion; 20] = [
    opening("open", Becomes::Position),
    opening("why", Becomes::Interest),
    opening("only-that", Becomes::Interest),
    opening("no-deal", Becomes::NoDeal),
    opening("who", Becomes::Body),
    question("deeper", Becomes::Interest),
    question("why-not", Becomes::Interest),
    question("fear", Becomes::Interest),
    question("loss", Becomes::Words),
    question("energy", Becomes::Interest),
    question("shared", Becomes::Shared),
    question("reflect", Becomes::Confirmation),
    question("others", Becomes::Words),
    question("levels", Becomes::Words),
    question("break-point", Becomes::Words),
    question("what-if", Becomes::Words),
    question("give", Becomes::Words),
    question("criteria", Becomes::Criterion),
    question("home", Becomes::Words),
    question("worry", Becomes::Words),
];

/// A question to ask now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub question: &'static BankQuestion,
    /// What it goes on about, if the answer to it calls for another question.
    pub follow: Option<Follow>,
}

/// Why a question goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// A demand was given where an interest was asked for: why is it important?
    Why,
    /// What is left without an agreement was told in words: what does it do for the interests?
    Worth,
}

impl Ask {
    /// Under which name the answer is kept: `why`, or `why/why` behind a demand.
    #[must_use]
    pub fn key(self) -> String {
        match self.follow {
            None => self.question.id.to_owned(),
            Some(Follow::Why) => format!("{}/why", self.question.id),
            Some(Follow::Worth) => format!("{}/worth", self.question.id),
        }
    }
}

/// The question of the bank that is called `id`.
#[must_use]
pub fn bank_question(id: &str) -> Option<&'static BankQuestion> {
    BANK.iter().find(|question| question.id == id)
}

/// What to ask a party next: first what opens an interview, then, if that is wanted, the rest of the bank. What was asked
/// before, also in an earlier session, isn't asked again.
#[must_use]
pub fn next_question(table: &Table, party: PartyId, goes_on: bool) -> Option<Ask> {
    let content = &table.parties[party];
    let asked = BANK.iter().filter(|question| question.opens || goes_on);
    asked.filter_map(|question| open(table, content, question)).next()
}

/// What is still open of one question.
fn open(table: &Table, party: &Party, question: &'static BankQuestion) -> Option<Ask> {
    let Some(answer) = party.interview.get(question.id) else {
        return is_fitting(table, party, question).then_some(Ask { question, follow: None });
    };
    let answer = answer.get(table.language);
    let follow = match question.becomes {
        Becomes::Interest if is_position(table, party, answer) => Follow::Why,
        Becomes::NoDeal if !answer.is_empty() && party.no_deal.is_none() && !party.interests().is_empty() => {
            Follow::Worth
        }
        _ => return None,
    };
    let ask = Ask { question, follow: Some(follow) };
    (!party.interview.contains_key(&ask.key())).then_some(ask)
}

/// Whether a party has a position in these words; a full stop makes no other one.
#[must_use]
pub fn is_position(table: &Table, party: &Party, words: &str) -> bool {
    let plain = |text: &str| text.trim().trim_end_matches('.').to_owned();
    party.positions.iter().any(|position| plain(position.get(table.language)) == plain(words))
}

/// Whether there is anything yet that the question could be about.
fn is_fitting(table: &Table, party: &Party, question: &BankQuestion) -> bool {
    match question.becomes {
        Becomes::Confirmation => party.interests().iter().any(|interest| !party.confirmed(*interest)),
        Becomes::Shared => table.interests.keys().any(|interest| !party.interests().contains(&interest)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_bank_opens_with_five_and_calls_each_by_a_name_of_its_own() {
        let opening: Vec<&str> = BANK.iter().filter(|question| question.opens).map(|question| question.id).collect();
        assert_eq!(opening, ["open", "why", "only-that", "no-deal", "who"]);
        assert_eq!(BANK.iter().map(|question| question.id).collect::<BTreeSet<_>>().len(), BANK.len());
        assert!(BANK.iter().all(|question| bank_question(question.id) == Some(question)));
    }
}
