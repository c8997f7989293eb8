//! Sessions: what is typed, asked, shown and kept.

mod alike;
mod checks;
mod dutch_words;
mod interview;
mod journal;
mod journeys;
mod leaks;
mod phases;
mod roles;
mod screens;
mod session;
mod showing;
#[path = "../support/mod.rs"]
mod support;
mod typed_lines;
