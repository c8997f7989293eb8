//! Answers as JSON, for scripts. Keys may be added, never renamed.

mod answer;
mod check;
mod compare;
mod conflict;
mod distributing;
mod firm;
mod frontier;
mod import;
mod interview;
mod lesson;
mod matrix;
mod package;
mod process;
mod proposal;
mod said;
mod show;
mod trades;
mod trying;
mod why;
mod worlds;
mod zone;

pub use answer::{answer_json, score_json, varied_json};
pub(super) use answer::{bound, gap, how, status};
pub use check::{Checked, check_json};
pub use compare::compare_json;
pub use distributing::{facts_json, home_json, ratify_json, stress_json};
pub use firm::{firm_json, what_matters_json};
pub use frontier::{frontier_json, meso_json};
pub use import::{Import, import_json};
pub use interview::{bank_json, interview_json, swung_json};
pub use matrix::matrix_json;
pub(super) use process::left_json;
pub use process::{check_explained_json, ideas_json, phase_json};
pub use proposal::{proposal_json, test_json};
pub use said::reactions_json;
pub(super) use said::{CardJson, ReactedJson, card, reacted};
pub use show::show_json;
pub use trades::trades_json;
pub use trying::{improve_json, step_json, whynot_json};
pub use why::{bill_json, why_json};
pub use zone::zone_json;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::domain::Count;

/// An object whose keys keep the order of the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ordered<V>(pub(super) Vec<(String, V)>);

impl<V> Ordered<V> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for Ordered<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The largest whole number up to which every whole number is a float.
const MOST_WHOLE: u64 = 1 << 53;

/// Writes a count as a whole number as long as a float holds every one, else as the nearest float; `null` if there is none
/// or if it is beyond every float.
pub(super) fn as_number<S: Serializer>(count: &Option<Count>, serializer: S) -> Result<S::Ok, S::Error> {
    let small = count.as_ref().and_then(Count::to_u64).filter(|small| *small <= MOST_WHOLE);
    match (small, count.as_ref().and_then(Count::to_f64)) {
        (Some(small), _) => serializer.serialize_u64(small),
        (None, nearest) => nearest.serialize(serializer),
    }
}

/// Writes `value` on one line, with a line break behind it.
pub(super) fn line<V: Serialize>(value: &V) -> Result<String, serde_json::Error> {
    serde_json::to_string(value).map(|text| text + "\n")
}
