//! Options of which the relaxed problem takes parts: a hint that something in between is worth inventing.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use super::model::Model;
use super::{Question, Stop, milp};
use crate::domain::{IssueId, OptionId};
use crate::valuation::Circumstances;

/// Per issue the options of which the smallest gain, made as large as possible, would take a part of each if parts could
/// be taken. Empty where every option is taken whole, or where nothing was found in time: it is a hint, not an answer.
#[must_use]
pub fn between(
    circumstances: &Circumstances<'_>,
    question: &Question,
    flag: &AtomicBool,
) -> BTreeMap<IssueId, Vec<OptionId>> {
    let model = Model::new(circumstances, question);
    milp::parts_of_options(&model, &Stop::new(flag, question.deadline)).unwrap_or_default()
}
