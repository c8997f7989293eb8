//! A mutual-gains negotiation assistant: interests in, whole packages that leave every party better off out.
//!
//! Layers, each knowing only those before it: [`domain`], [`diagnostic`], [`table_file`], [`valuation`], [`optimize`],
//! [`analysis`], [`explain`], [`report`], [`cli`].

pub mod analysis;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod explain;
pub mod optimize;
pub mod report;
pub mod table_file;
pub mod valuation;
