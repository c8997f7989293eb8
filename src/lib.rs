//! A mutual-gains negotiation assistant: interests in, whole packages that leave every party better off out.
//!
//! Layers, each knowing only those before it: [`domain`], [`diagnostic`], [`table_file`], [`valuation`], [`optimize`],
//! [`analysis`], [`explain`], [`practice`], [`session`], [`report`], [`repl`], [`cli`].

pub mod analysis;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod explain;
pub mod optimize;
pub mod practice;
pub mod repl;
pub mod report;
pub mod session;
pub mod table_file;
pub mod valuation;
