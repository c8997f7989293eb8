//! Table files: the only place that knows RON, serde and XML. From text to [`Table`](crate::domain::Table), every problem with its place, and back.

mod checks;
mod choices;
mod decode;
mod disclosed;
mod document;
mod effects;
mod genius;
mod issues;
mod lines;
mod names;
mod open;
mod parties;
mod places;
mod raw;
mod read;
mod reader;
mod record;
mod rules;
mod save;
mod shapes;
mod starter;
mod syntax;
mod telling;
mod worlds;
mod write;

pub use choices::{parse_choice, parse_package, write_choice};
pub use decode::decode;
pub use document::{Document, Edit, Inside, Mention, Named, Pruned, Refused, Step, Value};
pub use genius::{
    GeniusFile, GeniusOptions, GeniusReading, Imported, ImportedFile, PartyOrigin, STEPS, base_name, import_genius,
    open_genius,
};
pub use lines::{Entry, effect_line};
pub use open::{OpenError, Opened, bundled, create, open};
pub use read::{Reading, read};
pub use record::{Act, Record, Splice};
pub use save::{SaveError, save};
pub use write::write;
