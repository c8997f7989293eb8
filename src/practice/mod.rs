//! The process of mutual gains: what to ask, and when.

mod demand;

pub use demand::{Sign, sounds_like_demand};
