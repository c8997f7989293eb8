//! The bundled tables teach what they are meant to teach.

mod exercises;
mod library_north;
mod library_south;
mod scenarios;
#[path = "../support/mod.rs"]
mod support;
