//! What several tests share: random tables, and an oracle that knows neither valuation nor optimiser.

#![allow(clippy::unwrap_used, dead_code, unreachable_pub, reason = "each test takes what it needs")]

pub mod bundled;
pub mod by_definition;
pub mod edits;
pub mod failing_disk;
pub mod lesson;
pub mod list;
pub mod long_session;
#[path = "../../benches/made_tables/mod.rs"]
pub mod made_tables;
pub mod oracle;
pub mod permute;
pub mod plain_table;
pub mod program;
pub mod random;
pub mod random_table;
pub mod small_tables;
pub mod typing;
pub mod typist;
