//! The journal: every change in a file beside the table, safe on the disk before anybody hears that it was made.
//!
//! One record is one line: a checksum, the line that was typed, when, who said it, and what became of the text of the
//! table. Records are only ever written behind each other: taking back is a record too. The rules are those of
//! databases (write ahead, wait for the disk, then answer), for the same reason: whoever has seen an answer may close
//! the laptop.

mod disk;
mod scan;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use disk::{Disk, Medium, OwnDisk};
use scan::{HEADER, Rest, Scan, frame, scan, sum};

use crate::table_file::{Act, Record, Splice};

/// What a record tells of a command, besides what became of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The line, as it was typed.
    pub line: String,
    /// When, in seconds since 1970 began (UTC); nothing where no journal is kept.
    pub at: Option<i64>,
    /// Who said it.
    pub by: Option<String>,
    /// Why, or what else is good to know about it.
    pub note: Option<String>,
}

/// Why a change isn't kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Another session has the journal in hand, or had it since this one read it.
    Busy,
    /// There is no room on the disk.
    Full,
    /// Journals can't be written in that folder.
    NoPlace,
    /// It couldn't be written, and nothing of it stands there.
    NotWritten,
    /// Nobody knows what is safe on the disk: nothing more is written.
    Broken,
    /// The file was taken away, or another stands in its place.
    Gone,
    /// Records in the midst can't be read: nothing more is written.
    Damaged,
    /// It was written by rules that this version doesn't know.
    Unknown,
}

impl Trouble {
    fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::WouldBlock => Self::Busy,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::NotFound => {
                Self::NoPlace
            }
            _ => Self::NotWritten,
        }
    }
}

/// A journal that this session alone writes.
#[derive(Debug)]
pub(super) struct Journal {
    file: Box<dyn Medium>,
    path: PathBuf,
    /// What must be written before the first record, if it is new.
    unwritten: String,
    /// The record that it began with, until somebody asks for it.
    begun: Option<Box<Record>>,
    /// How many bytes are written and safe.
    good: u64,
    /// The number of the next record.
    next: u64,
    /// The text of the table, as the journal tells it.
    text: String,
    /// What keeps it from being written for good.
    trouble: Option<Trouble>,
}

/// What stood in a journal that was opened.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The records, the first first.
    pub(super) records: Vec<Record>,
    /// The text of the table behind the last.
    pub(super) text: String,
    /// Where something was set aside that was never finished.
    pub(super) set_aside: Option<PathBuf>,
    /// What keeps anybody from writing on.
    pub(super) trouble: Option<Trouble>,
    /// How many bytes can be read, where that is not all.
    pub(super) good: usize,
}

impl Journal {
    /// Opens the journal at `path`, or begins one; calls `visit` with each record and the text before it.
    ///
    /// What was never finished is set aside and cut off. `None` in place of a journal: it can only be read, and
    /// [`Found`] says why.
    pub(super) fn open(
        disk: &dyn Disk,
        path: &Path,
        mut visit: impl FnMut(&Record, &str),
    ) -> Result<(Option<Self>, Found), Trouble> {
        let mut file = match disk.open(path) {
            Ok(file) => file,
            Err(error) => {
                let found = read(disk, path, visit).unwrap_or_default();
                return Ok((None, Found { trouble: found.trouble.or(Some(Trouble::of(&error))), ..found }));
            }
        };
        let bytes = file.bytes().map_err(|error| Trouble::of(&error))?;
        let Scan { records, text, good, rest } = scan(&bytes, &mut visit);
        // A first line without records is no more than none.
        let good = if records.is_empty() { 0 } else { good };
        let mut found = Found { records, text, good, ..Found::default() };
        match rest {
            Rest::Nothing if good == bytes.len() => {}
            Rest::Nothing | Rest::Torn => {
                if !bytes[good..].is_empty() && rest == Rest::Torn {
                    let kept = disk.set_aside(path, &bytes[good..]);
                    found.set_aside = Some(kept.map_err(|error| Trouble::of(&error))?);
                }
                file.cut(good as u64).map_err(|_| Trouble::Broken)?;
            }
            Rest::Damage => found.trouble = Some(Trouble::Damaged),
            Rest::Unknown => found.trouble = Some(Trouble::Unknown),
        }
        if found.trouble.is_some() {
            return Ok((None, found));
        }
        let journal = Self {
            file,
            path: path.to_owned(),
            unwritten: if good == 0 { HEADER.to_owned() } else { String::new() },
            begun: None,
            good: good as u64,
            next: found.records.len() as u64,
            text: found.text.clone(),
            trouble: None,
        };
        Ok((Some(journal), found))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The text of the table, as it tells it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was written yet.
    pub(super) fn is_new(&self) -> bool {
        self.next == 0
    }

    /// Begins a new one on a table that was called `name` and had this text; written with the first record that follows.
    pub(super) fn begin(&mut self, name: &str, text: &str, at: i64) {
        let what = Act::Begun { version: env!("CARGO_PKG_VERSION").to_owned(), name: name.to_owned() };
        let said = Said { at: Some(at), ..Said::default() };
        let record = self.record(what, &said, text);
        self.unwritten = HEADER.to_owned() + &frame(&record);
        self.begun = Some(Box::new(record));
        self.next = 1;
        text.clone_into(&mut self.text);
    }

    /// The record that it began with, once, behind the first that was added.
    pub(super) fn take_begun(&mut self) -> Option<Box<Record>> {
        if self.unwritten.is_empty() { self.begun.take() } else { None }
    }

    /// Begins a new one with all that another one holds; written with the first record that follows.
    pub(super) fn continue_from(&mut self, other: &mut Self) -> Result<(), Trouble> {
        let bytes = other.file.bytes().map_err(|error| Trouble::of(&error))?;
        let good = bytes.get(..usize::try_from(other.good).unwrap_or(usize::MAX)).unwrap_or(&bytes);
        self.unwritten = String::from_utf8_lossy(good).into_owned();
        self.next = other.next;
        self.text.clone_from(&other.text);
        Ok(())
    }

    /// Writes a record, and waits until it is safe. If that can't be, nothing has changed.
    pub(super) fn add(&mut self, disk: &dyn Disk, what: Act, said: &Said, text: &str) -> Result<Record, Trouble> {
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        if !self.file.is_there() {
            return Err(self.give_up(Trouble::Gone));
        }
        let record = self.record(what, said, text);
        let bytes = [self.unwritten.as_str(), &frame(&record)].concat();
        if let Err(error) = self.file.append(bytes.as_bytes()) {
            // Part of it may stand there; the next record must not be glued to that.
            return Err(match self.file.cut(self.good) {
                Ok(()) => Trouble::of(&error),
                Err(_) => self.give_up(Trouble::Broken),
            });
        }
        // After a sync that failed the system may have dropped what it couldn't write: asking again would prove nothing.
        let synced = self.file.sync();
        let is_listed = if self.unwritten.is_empty() { Ok(()) } else { disk.sync_folder(&self.path) };
        if synced.and(is_listed).is_err() {
            return Err(self.give_up(Trouble::Broken));
        }
        self.unwritten.clear();
        self.good += bytes.len() as u64;
        self.next += 1;
        text.clone_into(&mut self.text);
        Ok(record)
    }

    fn give_up(&mut self, trouble: Trouble) -> Trouble {
        self.trouble = Some(trouble);
        trouble
    }

    fn record(&self, what: Act, said: &Said, text: &str) -> Record {
        let Said { line, at, by, note } = said.clone();
        let (number, at) = (self.next, at.unwrap_or_default());
        let splice = Splice::between(&self.text, text);
        Record { number, at, what, line, by, note, splice, sum: sum(text) }
    }
}

impl fmt::Display for Trouble {
    /// As the wordbook calls it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Busy => "journal-busy",
            Self::Full => "journal-full",
            Self::NoPlace => "journal-no-place",
            Self::NotWritten => "journal-not-written",
            Self::Broken => "journal-broken",
            Self::Gone => "journal-gone",
            Self::Damaged => "journal-damaged",
            Self::Unknown => "journal-unknown",
        })
    }
}

/// Reads a journal without taking it in hand; nothing if there is none.
pub(super) fn read(disk: &dyn Disk, path: &Path, visit: impl FnMut(&Record, &str)) -> Option<Found> {
    let bytes = disk.read(path).ok().flatten()?;
    let Scan { records, text, good, rest } = scan(&bytes, visit);
    let trouble = match rest {
        Rest::Nothing | Rest::Torn => None,
        Rest::Damage => Some(Trouble::Damaged),
        Rest::Unknown => Some(Trouble::Unknown),
    };
    Some(Found { records, text, good, trouble, set_aside: None })
}

/// The journal of the table file at `path`: beside the file itself, also where a link leads to it.
pub(super) fn beside(path: &Path) -> PathBuf {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = target.into_os_string();
    name.push(".journal");
    name.into()
}
