//! From a ready table to verified packages. The only place that knows good_lp.
//!
//! A question becomes a model of linear forms; an engine proposes and proves; every package is scored again by
//! `valuation`, which knows nothing of all this, before it leaves.

mod answer;
mod apart;
mod between;
mod bound;
mod cell;
mod census;
mod conflict;
mod enumerate;
mod exact_lp;
mod exchange;
mod frontier;
mod goal;
mod judge;
mod milp;
mod model;
mod objections;
mod product;
mod search;
mod solve;
mod space;
mod staged;
mod stop;
mod task;
mod views;
mod walk;

pub use answer::{
    Answer, BestFound, Conflict, Engine, Found, How, Objective, Question, Reason, Refusal, Repair, RestsOnFloors, Ties,
};
pub use apart::{Between, Farthest, farthest};
pub use between::between;
pub use census::{Census, census, census_of, count_better};
pub use conflict::is_possible;
pub use frontier::{
    FEW_STATES, Frontier, FrontierPoint, MOST_STATES, Scope, Segment, SegmentEnd, frontier, whole_frontier,
};
pub use objections::{Objections, Uncounted, objections};
pub use solve::{solve, solve_with};
pub use stop::{Stop, after_part};
pub(crate) use walk::{Highest, Order, Product, Row, Walk, Walked};
