//! The program from outside: its command line, its prompt, its words, and the promises of the README.

mod claims;
mod cli;
mod crashes;
mod cut_short;
mod first_table;
mod layering;
mod prompt;
mod readme;
#[path = "../support/mod.rs"]
mod support;
mod terminal;
mod words;
