//! Files: reading and writing tables, importing them, and what is said of broken ones.

mod broken_files;
mod document;
mod document_names;
mod garbage;
mod genius;
mod genius_scores;
mod made_tables;
mod round_trip;
mod saving;
mod starter;
#[path = "../support/mod.rs"]
mod support;
