//! Packages that keep what groups of numbers ask for, as a list.

use std::ops::ControlFlow;

use crate::optimize::{Order, Product, Row, Stop, Walk, Walked};

/// A package, and the groups for which it keeps every row, as bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Kept {
    pub(super) chosen: Vec<u16>,
    pub(super) groups: u64,
}

/// How much is looked at before it is given up.
#[derive(Clone, Copy)]
pub(super) struct Patience {
    pub(super) nodes: u64,
    pub(super) packages: usize,
}

/// What a walk came upon.
pub(super) struct Collected {
    /// In canonical order.
    pub(super) packages: Vec<Kept>,
    /// Whether that is all there is; if not there were too many, or it took too long.
    pub(super) is_all: bool,
    /// How many nodes that took.
    pub(super) nodes: u64,
}

/// The packages that keep every row for some of so many groups, fewer than 64, and its product if `products` has one for each.
pub(super) fn collect(
    rows: &[Row],
    products: &[Product],
    groups: u32,
    patience: Patience,
    stop: &Stop<'_>,
) -> Collected {
    let mut packages = Vec::new();
    let mut nodes = patience.nodes;
    let sizes: Vec<usize> = rows.first().map(|row| row.figures.iter().map(Vec::len).collect()).unwrap_or_default();
    let walk = Walk { sizes: &sizes, rows, products, groups, order: Order::Likely };
    let walked = walk.visit(&mut nodes, stop, |chosen, groups| {
        packages.push(Kept { chosen: chosen.iter().map(|taken| *taken as u16).collect(), groups });
        if packages.len() <= patience.packages { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    packages.sort_unstable();
    Collected { packages, is_all: walked == Walked::Whole, nodes: patience.nodes - nodes }
}
