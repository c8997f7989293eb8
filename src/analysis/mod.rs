//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod lesson;

pub use agreement::{Concept, agreeing};
pub use lesson::{Firmness, Lesson, Measured, lesson};
