//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod dice;
mod improve;
mod lesson;
mod matrix;
mod meso;
mod outlook;
mod packages;
mod standing;
mod steadiness;
mod step;
mod trades;
mod whynot;
mod zone;

pub use agreement::{Concept, agreeing};
pub use improve::{Improvement, improve};
pub use lesson::{Firmness, Lesson, Measured, lesson};
pub use matrix::{InterestMatrix, IssueMatrix, Matrix, interest_matrix, issue_matrix};
pub use meso::{Meso, USUAL_OFFERS, meso};
pub use outlook::{Outlook, outlook};
pub use packages::{Diverse, diverse};
pub use steadiness::{Steadiness, steadiness};
pub use step::{Help, Step, Steps, step};
pub use trades::{Bystander, Side, Trade, Trades, USUAL_TRADES, trades};
pub use whynot::{Asking, Price, Shifted, Verdict, WhyNot, package_of, whynot};
pub use zone::{Floor, Zone, ZoneCounts, percent, zone};
