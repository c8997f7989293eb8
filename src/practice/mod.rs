//! The process of mutual gains: what to ask, and when.

mod checks;
mod demand;
mod naming;
mod phases;
mod questions;

pub use checks::{
    About, CATALOGUE, Check, Finding, Grade, Seen, Slot, Slots, Told, Urgency, check_of, findings, is_for, is_silenced,
    slots,
};
pub use demand::{Sign, sounds_like_demand};
pub use naming::{name_from_words, named_interests};
pub use phases::{Lacking, PACKAGES, lacking};
pub use questions::{Ask, BANK, BankQuestion, Becomes, Follow, bank_question, is_position, next_question};
