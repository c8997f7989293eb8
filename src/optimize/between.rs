//! Options of which the relaxed problem takes parts: a hint that something in between is worth inventing.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use super::model::Model;
use super::views::views;
use super::{Question, Stop, milp};
use crate::domain::{IssueId, OptionId, Package};
use crate::valuation::{Circumstances, assess};

/// Per issue the options of which parts would lift the smallest gain above that of `best`, the whole package that lifts it
/// most. Empty where parts of options lift it no further, or where nothing was found in time.
#[must_use]
pub fn between(
    circumstances: &Circumstances<'_>,
    question: &Question,
    best: &Package,
    flag: &AtomicBool,
) -> BTreeMap<IssueId, Vec<OptionId>> {
    let model = Model::new(circumstances, question);
    let smallest = views(circumstances, question).iter().filter_map(|view| assess(view, best).smallest_gain()).min();
    let stop = Stop::new(flag, question.deadline);
    smallest.and_then(|whole| milp::parts_of_options(&model, Some(&whole), &stop)).unwrap_or_default()
}
