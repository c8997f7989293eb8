//! Shared by tests: random tables over the whole model.

#![allow(dead_code, unreachable_pub, reason = "every test file uses its own part of this")]

pub mod random_table;
