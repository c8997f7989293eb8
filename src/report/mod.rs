//! From results to words: the only place with sentences for people. The sentences stand in Fluent files, one folder
//! per language.

mod problems;
mod wordbook;

pub use problems::render_problem;
pub use wordbook::{Wordbook, clean};
