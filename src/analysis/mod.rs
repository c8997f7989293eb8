//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;

pub use agreement::{Concept, agreeing};
