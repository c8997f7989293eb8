//! From results to words: the only place with sentences for people. The sentences stand in Fluent files, one folder
//! per language.

mod answer;
mod bill;
mod blocks;
mod compare;
mod conflict;
mod json;
mod lesson;
mod listing;
mod notes;
mod package;
mod page;
mod problems;
mod reasons;
mod refusal;
mod show;
mod typed;
mod voice;
mod why;
mod wordbook;

pub use answer::{Asked, answer_text};
pub use bill::bill_text;
pub use compare::compare_text;
pub use json::{Checked, answer_json, bill_json, check_json, compare_json, score_json, show_json, why_json};
pub use lesson::lesson_text;
pub use listing::{Size, check_failure, check_summary, scenarios_json, scenarios_text};
pub use notes::{Note, notes};
pub use package::{Given, Violation, score_text, violations};
pub use problems::render_problem;
pub use refusal::{internal_text, refusal_text, undelivered_text};
pub use show::show_text;
pub use typed::typed;
pub use why::why_text;
pub use wordbook::{Wordbook, clean};
