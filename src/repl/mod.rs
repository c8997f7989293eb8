//! The program around a session: lines in, text out. The only place that knows rustyline.

mod editor;
mod front;
mod lines;
mod paint;
mod patience;
mod plain;

pub use editor::{Start, edit};
pub use front::{Exit, Front, Said};
pub use lines::{Line, Lines};
pub use plain::{Script, run_lines};
