//! Interviews, questions and swings as JSON.

use serde_json::{Value, json};

use super::{card, line};
use crate::domain::{InterestId, Table, nearest_f64};
use crate::practice::BankQuestion;
use crate::report::Wordbook;
use crate::session::{InterviewStep, Interviewed, SwingStep, Swung, Taken};

/// What an answer became, and the next question, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no interview makes it do.
pub fn interview_json(said: &Interviewed) -> Result<String, serde_json::Error> {
    let table = said.document.table();
    let (step, question) = match said.step {
        InterviewStep::Ask(ask, _) => ("asked", Some(ask.key())),
        InterviewStep::Opened => ("opened", None),
        InterviewStep::Done => ("done", None),
        InterviewStep::Paused => ("paused", None),
    };
    let taken: Vec<Value> = said.taken.iter().map(|taken| taken_json(table, taken)).collect();
    let party = &table.parties[said.party].id;
    let mut told =
        json!({"interview": party, "taken": taken, "undone": said.undone, "step": step, "question": question});
    if let Some(found) = &said.card {
        told["card"] = json!(card(table, found));
    }
    line(&told)
}

fn taken_json(table: &Table, taken: &Taken) -> Value {
    let name = |id: &InterestId| table.interests[*id].id.as_str();
    match taken {
        Taken::Position(text) => json!({"as": "position", "text": text}),
        Taken::Known(id) => json!({"as": "interest", "id": name(id), "new": false}),
        Taken::New(id) => json!({"as": "interest", "id": name(id), "new": true}),
        Taken::Confirmed(all) => json!({"as": "confirmed", "ids": all.iter().map(name).collect::<Vec<_>>()}),
        Taken::Denied => json!({"as": "denied"}),
        Taken::NoDeal(worth) => json!({"as": "no_deal", "worth": worth}),
        Taken::NoDealInWords => json!({"as": "no_deal", "worth": null}),
        Taken::Body(body) => json!({"as": "body", "body": body}),
        Taken::Criterion(id) => json!({"as": "criterion", "id": id}),
        Taken::Words => json!({"as": "words"}),
        Taken::Passed => json!({"as": "passed"}),
    }
}

/// Questions of the bank as one line of JSON, in every language.
///
/// # Errors
/// Only if serialising fails, which no question makes it do.
pub fn bank_json(questions: &[&BankQuestion]) -> Result<String, serde_json::Error> {
    use crate::domain::Language::{En, Nl};
    let [en, nl] = [En, Nl].map(Wordbook::new);
    let one = |question: &&BankQuestion| {
        let key = format!("bank-{}", question.id);
        json!({"id": question.id, "opens": question.opens, "becomes": question.becomes.word(),
            "en": en.say(&key, &[]), "nl": nl.say(&key, &[])})
    };
    line(&json!({"questions": questions.iter().map(one).collect::<Vec<_>>()}))
}

/// Swings as one line of JSON: what is asked, or what the weights mean for the issues.
///
/// # Errors
/// Only if serialising fails, which no swing makes it do.
pub fn swung_json(swung: &Swung) -> Result<String, serde_json::Error> {
    let table = swung.document.table();
    let name = |id: &InterestId| table.interests[*id].id.as_str();
    let mut told = match &swung.step {
        SwingStep::Order(swings) => {
            let one = |swing: &crate::analysis::Swing| {
                json!({"interest": name(&swing.interest), "worst": nearest_f64(&swing.worst),
                    "best": nearest_f64(&swing.best)})
            };
            json!({"step": "order", "swings": swings.iter().map(one).collect::<Vec<_>>()})
        }
        SwingStep::Sizes(order) => {
            let order: Vec<Vec<&str>> = order.iter().map(|rank| rank.iter().map(name).collect()).collect();
            json!({"step": "sizes", "order": order})
        }
        SwingStep::Mirror(mirror) => {
            let shares = mirror.shares.iter();
            let shares = shares.map(|(id, share)| json!({"issue": table.issues[*id].id, "share": nearest_f64(share)}));
            json!({"step": "mirror", "weights": mirror.weights, "implied": shares.collect::<Vec<_>>(),
                "untouched": mirror.untouched.iter().map(name).collect::<Vec<_>>()})
        }
        SwingStep::Recognised(is_recognised) => json!({"step": "recognised", "confirmed": is_recognised}),
        SwingStep::Left => json!({"step": "left"}),
    };
    told["party"] = json!(table.parties[swung.party].id);
    if let Some(found) = &swung.card {
        told["card"] = json!(card(table, found));
    }
    line(&told)
}
