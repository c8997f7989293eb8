//! From results to words: the only place with sentences for people. The sentences stand in Fluent files, one folder
//! per language.

mod answer;
mod bar;
mod conflict;
mod fold;
mod json;
mod lesson;
mod listing;
mod matrix;
mod notes;
mod package;
mod page;
mod problems;
mod reasons;
mod refusal;
mod trades;
mod voice;
mod wordbook;
mod zone;

pub use answer::{Asked, answer_text};
pub use bar::{Strokes, bar};
pub use json::{Checked, answer_json, check_json, matrix_json, score_json, trades_json, zone_json};
pub use lesson::lesson_text;
pub use listing::{Size, check_failure, check_summary, scenarios_json, scenarios_text};
pub use matrix::matrix_text;
pub use notes::{Note, notes};
pub use package::{Given, Violation, score_text, violations};
pub use problems::render_problem;
pub use refusal::{internal_text, refusal_text, undelivered_text};
pub use trades::trades_text;
pub use wordbook::{Wordbook, clean};
pub use zone::zone_text;
