//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod improve;
mod lesson;
mod standing;
mod step;
mod whynot;

pub use agreement::{Concept, agreeing};
pub use improve::{Improvement, improve};
pub use lesson::{Firmness, Lesson, Measured, lesson};
pub use step::{Help, Step, Steps, step};
pub use whynot::{Asking, Price, Shifted, Verdict, WhyNot, package_of, whynot};
