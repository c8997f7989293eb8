//! The process of mutual gains: what to ask, and when.

mod demand;
mod naming;
mod questions;

pub use demand::{Sign, sounds_like_demand};
pub use naming::{name_from_words, named_interests};
pub use questions::{Ask, BANK, BankQuestion, Becomes, Follow, bank_question, is_position, next_question};
