//! From a ready table to verified packages. The only place that knows good_lp.

mod answer;

pub use answer::{Answer, BestFound, Conflict, Found, How, Objective, Question, Reason, Refusal, Repair, Status, Ties};
