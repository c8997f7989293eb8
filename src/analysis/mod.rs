//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod lesson;
mod matrix;
mod trades;
mod zone;

pub use agreement::{Concept, agreeing};
pub use lesson::{Firmness, Lesson, Measured, lesson};
pub use matrix::{InterestMatrix, IssueMatrix, Matrix, interest_matrix, issue_matrix};
pub use trades::{Bystander, Side, Trade, Trades, USUAL_TRADES, trades};
pub use zone::{Floor, Zone, ZoneCounts, percent, zone};
