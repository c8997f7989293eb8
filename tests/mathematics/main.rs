//! The mathematics of packages against brute force, the definitions and published answers.

mod census;
mod changes;
mod conditional;
mod conflicts;
mod continuous;
mod divisions;
mod frontier;
mod frontier_continuous;
mod interruption;
mod numbers;
mod oracle;
mod products;
mod properties;
mod published;
mod robust;
#[path = "../support/mod.rs"]
mod support;
mod zone;
