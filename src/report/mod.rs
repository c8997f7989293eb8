//! From results to words: the only place with sentences for people. The sentences stand in Fluent files, one folder
//! per language.

mod answer;
mod bar;
mod bill;
mod blocks;
mod card;
mod compare;
mod conflict;
mod facts;
mod firm;
mod frontier;
mod home;
mod import;
mod improve;
mod interview;
mod json;
mod lesson;
mod listing;
mod matrix;
mod notes;
mod package;
mod packages;
mod page;
mod problems;
mod proposal;
mod ratify;
mod reasons;
mod refusal;
mod said;
mod scatter;
mod screen;
mod session;
mod sheet;
mod show;
mod step;
mod stress;
mod swing;
mod tested;
mod trades;
mod trying;
mod typed;
mod voice;
mod what_matters;
mod why;
mod whynot;
mod wordbook;
mod worlds;
mod zone;

pub use answer::{Asked, answer_text};
pub use bar::{Strokes, bar};
pub use bill::bill_text;
pub use compare::compare_text;
pub use facts::facts_text;
pub use firm::firm_text;
pub use frontier::frontier_text;
pub use home::home_text;
pub use import::{import_failed, told_import};
pub use improve::improve_text;
pub use interview::{bank_text, interview_text};
pub use json::{
    Checked, Import, answer_json, bank_json, bill_json, check_json, compare_json, facts_json, firm_json, frontier_json,
    home_json, import_json, improve_json, interview_json, matrix_json, meso_json, proposal_json, ratify_json,
    reactions_json, score_json, show_json, step_json, stress_json, swung_json, test_json, trades_json, varied_json,
    what_matters_json, why_json, whynot_json, zone_json,
};
pub use lesson::lesson_text;
pub use listing::{Size, check_failure, check_summary, scenarios_json, scenarios_text};
pub use matrix::matrix_text;
pub use notes::{Note, notes};
pub use package::{Given, Violation, score_text, violations};
pub use packages::{meso_text, varied_text};
pub use problems::{render_line, render_problem, render_typed};
pub use proposal::proposal_text;
pub use ratify::ratify_text;
pub use refusal::{internal_text, refusal_text, undelivered_text};
pub use said::reactions_text;
pub use screen::{disclosed_json, disclosed_text, screen_json, screen_text};
pub use session::{
    Place, TOUR, command_table, dutch_words, examples, failure_text, notices_text, response_json, response_text,
};
pub use sheet::{sheet_json, sheet_text};
pub use show::show_text;
pub use step::step_text;
pub use stress::{Stressed, stress_text};
pub use swing::swung_text;
pub use tested::test_text;
pub use trades::trades_text;
pub use typed::typed;
pub use what_matters::what_matters_text;
pub use why::why_text;
pub use whynot::whynot_text;
pub use wordbook::{Wordbook, clean};
pub use zone::zone_text;
