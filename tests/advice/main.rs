//! What is advised and why: packages to propose, how firm they are, what one step more or another word changes.

mod distributing;
mod explain;
mod firmness;
mod matrix;
mod near_rivals;
mod proposing;
mod reactions;
#[path = "../support/mod.rs"]
mod support;
mod trades;
mod trying;
mod trying_told;
