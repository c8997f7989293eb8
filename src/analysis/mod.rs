//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod dice;
mod firmness;
mod improve;
mod lesson;
mod matrix;
mod standing;
mod steadiness;
mod step;
mod trades;
mod what_matters;
mod whynot;
mod zone;

pub use agreement::{Concept, agreeing};
pub use firmness::{
    Claim, Draws, Edge, Firmness, Holder, Method, Number, Parameter, Rankings, Reach, Shift, Spot, firmness,
};
pub use improve::{Improvement, improve};
pub use lesson::{Lesson, Measured, Shaken, lesson};
pub use matrix::{InterestMatrix, IssueMatrix, Matrix, interest_matrix, issue_matrix};
pub use steadiness::{Steadiness, steadiness};
pub use step::{Help, Step, Steps, step};
pub use trades::{Bystander, Side, Trade, Trades, USUAL_TRADES, trades};
pub use what_matters::{Ask, Dispute, Outcome, ReadOf, WhatMatters, what_matters};
pub use whynot::{Asking, Price, Shifted, Verdict, WhyNot, package_of, whynot};
pub use zone::{Floor, Zone, ZoneCounts, percent, zone};
