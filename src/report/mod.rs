//! From results to words: the only place with sentences for people. The sentences stand in Fluent files, one folder
//! per language.

mod answer;
mod conflict;
mod json;
mod notes;
mod package;
mod page;
mod reasons;
mod voice;
mod wordbook;

pub use answer::{Asked, answer_text};
pub use json::{answer_json, score_json};
pub use notes::{Note, notes};
pub use package::{Given, Violation, score_text, violations};
pub use wordbook::{Wordbook, clean};
