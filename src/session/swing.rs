//! Weights by swings: which interest a party would bring from its worst to its best first, by how much more, and what
//! that means for the issues.

use std::collections::BTreeMap;

use num_traits::Zero as _;

use super::command::WeightsArguments;
use super::grammar::joined;
use super::lookup::Lookup;
use super::number::number;
use super::record::{Desk, field, key, set_text, set_word, weights_text};
use super::response::{Failure, Response};
use super::synonyms::in_place_of_answer;
use super::typed::Typed;
use super::{Outcome, Session, Waiting};
use crate::analysis::{self, interest_swings, issue_matrix, weights_of_swings};
use crate::diagnostic::{Code, Problem};
use crate::domain::{InterestId, IssueId, PartyId, Rational, Table, WorldId, integer, parse_exact};
use crate::table_file::{Document, Edit};
use crate::valuation::Circumstances;

/// Swings that wait for an answer.
#[derive(Clone, Debug)]
pub(super) struct Swing {
    party: String,
    asked: Asked,
}

/// What is asked.
#[derive(Clone, Debug)]
enum Asked {
    /// Which first.
    Order,
    /// How large each is, the first being 100; equal ones share a place.
    Sizes(Vec<Vec<InterestId>>),
    /// Whether the party recognises what its weights mean.
    Mirror,
}

/// What comes now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwingStep {
    /// Which swing first.
    Order(Vec<analysis::Swing>),
    /// How large the others are beside the first.
    Sizes(Vec<Vec<InterestId>>),
    /// Whether the party recognises this.
    Mirror(Mirror),
    /// The party recognised it, or not.
    Recognised(bool),
    /// Nothing was changed.
    Left,
}

/// What weights mean for the issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    /// The weights as files write them.
    pub weights: String,
    /// The share of each issue in the party's swing in percent, the largest first. Empty while others have no weights.
    pub shares: Vec<(IssueId, Rational)>,
    /// Interests that nothing at this table touches: swings say nothing of them, so they keep no weight.
    pub untouched: Vec<InterestId>,
}

/// What came of the last answer, and what is asked now.
#[derive(Clone, Debug)]
pub struct Swung {
    /// The table as it is now.
    pub document: Document,
    /// Whose weights.
    pub party: PartyId,
    /// What comes now.
    pub step: SwingStep,
}

impl Session {
    /// Asks for weights by swings.
    pub(super) fn swing(&mut self, arguments: &WeightsArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let table = document.table();
        let typed = Typed::new(line);
        let party = Lookup { table, typed: &typed }.party(&arguments.party)?;
        let Some(swings) = interest_swings(table, party) else {
            super::packages::ready(&document)?;
            return Ok(Response::Nothing);
        };
        if swings.iter().all(|swing| swing.range().is_zero()) {
            let name = &table.parties[party].id;
            return Err(typed.at(Problem::new(Code::SwingNothing).with("name", &**name), name).into());
        }
        let swing = Swing { party: table.parties[party].id.clone(), asked: Asked::Order };
        self.wait_for(swing, SwingStep::Order(swings))
    }

    fn wait_for(&mut self, swing: Swing, step: SwingStep) -> Outcome {
        let outcome = self.swung(&swing.party, step);
        self.waiting = Waiting::Swing(Box::new(swing));
        outcome
    }

    fn swung(&self, party: &str, step: SwingStep) -> Outcome {
        let document = self.table()?.clone();
        let Some(party) = document.table().party_named(party) else { return Ok(Response::Nothing) };
        Ok(Response::Swung(Box::new(Swung { document, party, step })))
    }

    /// Takes an answer about swings.
    pub(super) fn answer_swing(&mut self, swing: &Swing, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let table = document.table();
        let Some(party) = table.party_named(&swing.party) else { return Ok(Response::Nothing) };
        let typed = Typed::answer(line);
        match (in_place_of_answer(line).as_str(), &swing.asked) {
            ("quit" | "exit", _) => Ok(self.leave()),
            ("" | "stop" | "." | "pause", Asked::Order | Asked::Sizes(_)) => self.swung(&swing.party, SwingStep::Left),
            (_, Asked::Order) => {
                let order = order(table, party, &typed, line)?;
                let sizes = Swing { party: swing.party.clone(), asked: Asked::Sizes(order.clone()) };
                self.wait_for(sizes, SwingStep::Sizes(order))
            }
            (_, Asked::Sizes(order)) => {
                let sizes = sizes(table, &typed, order, line)?;
                self.weigh(&document, party, &sizes, line)
            }
            (word, Asked::Mirror) => self.recognise(&document, party, word, line),
        }
    }

    /// Records the weights, and shows what they mean.
    fn weigh(
        &mut self,
        document: &Document,
        party: PartyId,
        sizes: &BTreeMap<InterestId, Rational>,
        line: &str,
    ) -> Outcome {
        let table = document.table();
        let swings = interest_swings(table, party).unwrap_or_default();
        let Some(weights) = weights_of_swings(&swings, sizes) else { return Ok(Response::Nothing) };
        let weights = weights_text(table, &weights);
        let id = &table.parties[party].id;
        let typed = Typed::answer(line);
        let desk = Desk { document, typed: &typed, is_frozen: table.frozen };
        let at = |part| vec![field("parties"), key(id), field(part)];
        let edits = [set_text(at("weights"), &*weights), Edit::Unset { path: at("weights_confirmed") }];
        let next = desk.edit(&edits).map_err(Failure::Line)?;
        let untouched = swings.iter().filter(|swing| swing.range().is_zero()).map(|swing| swing.interest).collect();
        let mirror = mirror(next.table(), party, untouched);
        self.replace(next, &format!("weights {} {weights}", super::quote(id)))?;
        self.wait_for(Swing { party: id.clone(), asked: Asked::Mirror }, SwingStep::Mirror(mirror))
    }

    fn recognise(&mut self, document: &Document, party: PartyId, word: &str, line: &str) -> Outcome {
        let id = &document.table().parties[party].id;
        let is_recognised = matches!(word, "y" | "yes" | "j" | "ja");
        if is_recognised {
            let typed = Typed::answer(line);
            let desk = Desk { document, typed: &typed, is_frozen: document.table().frozen };
            let path = vec![field("parties"), key(id), field("weights_confirmed")];
            let next = desk.edit(&[set_word(path, "true")]).map_err(Failure::Line)?;
            self.replace(next, line)?;
        }
        self.swung(id, SwingStep::Recognised(is_recognised))
    }
}

/// `KO > RU = WA`: every interest that can swing, the first to be bought first.
fn order(table: &Table, party: PartyId, typed: &Typed<'_>, line: &str) -> Result<Vec<Vec<InterestId>>, Failure> {
    let lookup = Lookup { table, typed };
    let separators: &[char] = if line.contains('>') { &['>'] } else { &[',', ';'] };
    let mut order: Vec<Vec<InterestId>> = Vec::new();
    for rank in line.split(separators) {
        let names = rank.split('=').map(|name| name.trim().trim_matches('"')).filter(|name| !name.is_empty());
        let rank = names.map(|name| lookup.interest(name)).collect::<Result<Vec<_>, _>>()?;
        order.extend((!rank.is_empty()).then_some(rank));
    }
    let mut wanted: Vec<InterestId> = interest_swings(table, party)
        .unwrap_or_default()
        .into_iter()
        .filter(|swing| !swing.range().is_zero())
        .map(|swing| swing.interest)
        .collect();
    let mut named: Vec<InterestId> = order.iter().flatten().copied().collect();
    let known = wanted.iter().map(|id| super::quote(&table.interests[*id].id)).collect::<Vec<_>>().join(" > ");
    named.sort_unstable();
    wanted.sort_unstable();
    if named == wanted { Ok(order) } else { Err(Problem::new(Code::SwingOrder).with("known", known).into()) }
}

/// `80 80 25`: how large each swing is, the first being 100. Equal ones have one number.
fn sizes(
    table: &Table,
    typed: &Typed<'_>,
    order: &[Vec<InterestId>],
    line: &str,
) -> Result<BTreeMap<InterestId, Rational>, Failure> {
    let joined = joined(&[line.trim().to_owned()]);
    let words: Vec<&str> =
        joined.split([' ', ';']).map(|word| word.trim_end_matches(',')).filter(|word| !word.is_empty()).collect();
    let mut numbers = Vec::new();
    for word in words {
        let written = number(word).map_err(|problem| typed.at(problem, word))?;
        numbers.extend(parse_exact(&written).ok());
    }
    // Whoever repeats that the first is 100 is right.
    if numbers.len() + 1 == order.len() {
        numbers.insert(0, integer(100));
    }
    let falls = numbers.windows(2).all(|pair| pair[0] >= pair[1]);
    let is_sound = numbers.first() == Some(&integer(100)) && numbers.iter().all(|size| *size >= Rational::zero());
    if numbers.len() != order.len() || !falls || !is_sound {
        let name =
            |rank: &Vec<InterestId>| rank.iter().map(|id| &*table.interests[*id].id).collect::<Vec<_>>().join(" = ");
        let known = order.iter().skip(1).map(name).collect::<Vec<_>>().join(" > ");
        return Err(Problem::new(Code::SwingSizes).with("known", known).into());
    }
    let each = order.iter().zip(numbers).flat_map(|(rank, size)| rank.iter().map(move |id| (*id, size.clone())));
    Ok(each.collect())
}

/// What the weights of a party mean for the issues.
fn mirror(table: &Table, party: PartyId, untouched: Vec<InterestId>) -> Mirror {
    let shares = table.ready().ok().and_then(|ready| {
        let matrix = issue_matrix(&Circumstances::new(ready, WorldId::BASE));
        let mut shares: Vec<(IssueId, Rational)> =
            matrix.shares[party].as_ref()?.iter_enumerated().map(|(id, share)| (id, share.clone())).collect();
        shares.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| table.issues[*a].id.cmp(&table.issues[*b].id)));
        Some(shares)
    });
    let weights = weights_text(table, &table.parties[party].weights);
    Mirror { weights, shares: shares.unwrap_or_default(), untouched }
}
