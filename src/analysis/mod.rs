//! The theory of negotiation over answers of the optimiser, one file per concept.

mod agreement;
mod clear;
mod conditional;
mod contradiction;
mod dice;
mod far_apart;
mod firmness;
mod improve;
mod lesson;
mod live;
mod matrix;
mod meso;
mod outlook;
mod packages;
mod proposal;
mod standing;
mod steadiness;
mod step;
mod swing;
mod trades;
mod verdict;
mod what_matters;
mod whynot;
mod zone;

pub use agreement::{Concept, agreeing};
pub use clear::{Clear, clear_of, keeping_clear};
pub use conditional::{
    Conditional, SaidAlike, conditionals, leximin_over_worlds, own_rule_name, said_alike, suggestions, with_conditional,
};
pub use contradiction::{Contradiction, contradiction};
pub use far_apart::far_apart;
pub use firmness::{
    Claim, Draws, Edge, Firmness, Holder, Method, Number, Parameter, Rankings, Reach, Shift, Spot, claim, firmness,
};
pub use improve::{Improvement, improve};
pub use lesson::{Lesson, Measured, Shaken, lesson};
pub use live::{Kept, Live, live_packages, no_deals_to_ask_again};
pub use matrix::{InterestMatrix, IssueMatrix, Matrix, interest_matrix, issue_matrix};
pub use meso::{Meso, USUAL_OFFERS, meso};
pub use outlook::{Outlook, outlook};
pub use packages::{Diverse, diverse};
pub use proposal::{InEveryWorld, Others, Proposal, Proposed, in_every_world, propose};
pub use standing::fails_elsewhere;
pub use steadiness::{Steadiness, steadiness};
pub use step::{Help, Step, Steps, step};
pub use swing::{Swing, interest_swings, weights_of_swings};
pub use trades::{Bystander, Side, Trade, Trades, USUAL_TRADES, trades};
pub use verdict::{PackageTest, test_package};
pub use what_matters::{Ask, Dispute, Outcome, ReadOf, WhatMatters, what_matters};
pub use whynot::{Asking, Price, Shifted, Verdict, WhyNot, package_of, whynot};
pub use zone::{Floor, Zone, ZoneCounts, percent, zone};
