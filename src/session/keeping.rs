//! Keeping a session: which journal a table has, what it brings back, and that nothing is done that isn't written.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::Session;
use super::journal::{self, Disk, Found, Journal, Said, Trouble};
use super::state::{History, Origin, Snapshot, State};
use crate::diagnostic::{Code, Problem};
use crate::domain::Text;
use crate::table_file::{Act, Document, Record};

/// What is kept of a session, and where.
#[derive(Clone, Debug, Default)]
pub enum Keeping {
    /// Nothing: the table is as its file says, and changes last until the session ends.
    #[default]
    Nothing,
    /// Nothing, but what other sessions kept counts.
    Reading(Arc<dyn Disk>),
    /// Every change: of a table in a file beside that, of any other in the folder of drafts, if there is one.
    Writing(Arc<dyn Disk>, Option<PathBuf>),
}

/// What was done, when, by whom and why; as the log tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was done.
    pub what: Act,
    /// The line and what was said with it.
    pub said: Said,
}

/// A table that was never saved, from another session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its journal.
    pub path: PathBuf,
    /// What the table is called for people.
    pub title: Text,
    /// How many changes were made and not taken back.
    pub changes: usize,
    /// When the last was made, in seconds since 1970 began (UTC).
    pub at: i64,
}

/// The journal of the table in hand, and all that it tells.
#[derive(Debug, Default)]
pub(super) struct Book {
    held: Held,
    chronicle: Vec<Entry>,
}

/// The journal of the table in hand.
#[derive(Debug, Default)]
enum Held {
    /// None is kept.
    #[default]
    None,
    /// None yet: the first change begins it there, on a table called so.
    Waiting(PathBuf, String),
    /// This session writes it.
    Open(Journal),
    /// Nothing can be written.
    Closed(Trouble),
}

/// Keeps what a session does.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    keeping: Keeping,
    book: Book,
}

/// A table as its journal brings it back.
pub(super) struct TakenUp {
    pub(super) state: State,
    pub(super) history: History,
    /// What the person should know of it.
    pub(super) notices: Vec<Problem>,
    book: Book,
}

/// Follows a journal record by record: the changes to take back, and what the file of the table held last.
struct Replay {
    history: History,
    origin: Arc<Origin>,
    /// What was last known to stand in the file.
    in_file: String,
}

impl Keeper {
    fn disk(&self) -> Option<&Arc<dyn Disk>> {
        match &self.keeping {
            Keeping::Nothing => None,
            Keeping::Reading(disk) | Keeping::Writing(disk, _) => Some(disk),
        }
    }

    /// Whether changes of the table in hand are written as they are made.
    pub(super) fn keeps(&self) -> bool {
        matches!(self.book.held, Held::Waiting(..) | Held::Open(_))
    }

    /// All that the journal tells of the table in hand.
    pub(super) fn chronicle(&self) -> &[Entry] {
        &self.book.chronicle
    }

    /// Whether this text of the table is safe when the session ends.
    pub(super) fn is_safe(&self, text: &str) -> bool {
        match &self.book.held {
            Held::None | Held::Waiting(..) => false,
            Held::Open(journal) => journal.text() == text,
            Held::Closed(_) => true,
        }
    }

    /// Where the table in hand may be saved to: not over what another session has in hand.
    pub(super) fn may_save_to(&self, path: &str, own: Option<&str>) -> Result<(), Problem> {
        match &self.book.held {
            Held::Closed(trouble) if own == Some(path) => Err(refusal(*trouble)),
            _ => Ok(()),
        }
    }

    /// The table of `origin` as its journal tells it.
    pub(super) fn take_up(&self, origin: Origin, document: Document) -> TakenUp {
        let as_is = |held, document, origin| TakenUp {
            state: State { document: Some(document), origin: Some(Arc::new(origin)), quick_start: None },
            history: History::default(),
            notices: Vec::new(),
            book: Book { held, chronicle: Vec::new() },
        };
        let Some(disk) = self.disk() else { return as_is(Held::None, document, origin) };
        let Some(path) = &origin.path else {
            let held = self.new_draft().map_or(Held::None, |path| Held::Waiting(path, origin.name.clone()));
            return as_is(held, document, origin);
        };
        let path = journal::beside(Path::new(path));
        let is_writing = matches!(self.keeping, Keeping::Writing(..));
        let is_there = disk.read(&path).is_ok_and(|bytes| bytes.is_some_and(|bytes| !bytes.is_empty()));
        if !is_there {
            let held = if is_writing { Held::Waiting(path, origin.name.clone()) } else { Held::None };
            return as_is(held, document, origin);
        }
        let mut replay = Replay::new(origin.clone());
        let visit = |record: &Record, before: &str| replay.visit(record, before);
        let opened = if is_writing {
            Journal::open(&**disk, &path, visit)
        } else {
            Ok((None, journal::read(&**disk, &path, visit).unwrap_or_default()))
        };
        let (journal, found) = opened.unwrap_or_else(|trouble| (None, Found::with(trouble)));
        let held = match (journal, found.trouble) {
            (Some(journal), _) => Held::Open(journal),
            (None, Some(trouble)) => Held::Closed(trouble),
            (None, None) => Held::None,
        };
        let mut taken = replay.finish(document, &found, held);
        taken.settle_with_file(&**disk, &origin, &found);
        taken
    }

    /// Takes the journal of another table in hand.
    pub(super) fn hold(&mut self, book: Book) {
        self.book = book;
    }

    /// Where a table without a file of its own is kept.
    fn new_draft(&self) -> Option<PathBuf> {
        let Keeping::Writing(_, Some(folder)) = &self.keeping else { return None };
        // A name of our own: what people call a table never becomes a path.
        Some(folder.join(format!("{}-{}.journal", nanoseconds(), std::process::id())))
    }

    /// Begins to keep a new table; gives back what was held.
    pub(super) fn begin_draft(&mut self) -> Book {
        let held = self.new_draft().map_or(Held::None, |path| Held::Waiting(path, String::new()));
        std::mem::replace(&mut self.book, Book { held, chronicle: Vec::new() })
    }

    /// Writes that the text of the table became `after`; if that can't be, says why.
    pub(super) fn write(&mut self, what: Act, said: &mut Said, before: &str, after: &str) -> Result<(), Problem> {
        let Some(disk) = self.disk().cloned() else { return Ok(()) };
        if let Held::Waiting(path, name) = &self.book.held {
            let (path, name) = (path.clone(), name.clone());
            self.book.held = match begin(&*disk, &path, &name, before) {
                Ok(journal) => Held::Open(journal),
                // Without a place for drafts a new table lasts until it is saved, and leaving asks.
                Err(Trouble::NoPlace) if self.is_draft(&path) => Held::None,
                Err(trouble) => return Err(refusal(trouble).with("file", shown(&path))),
            };
        }
        said.at = match &self.book.held {
            Held::None | Held::Waiting(..) => return Ok(()),
            Held::Closed(trouble) => return Err(refusal(*trouble)),
            Held::Open(_) => Some(now()),
        };
        let Held::Open(journal) = &mut self.book.held else { return Ok(()) };
        let path = shown(journal.path());
        let written = journal.add(&*disk, what, said, after);
        let record = written.map_err(|trouble| refusal(trouble).with("file", path))?;
        let begun = journal.take_begun();
        self.book.chronicle.extend(begun.map(|begun| entry(&begun)).into_iter().chain([entry(&record)]));
        Ok(())
    }

    /// Before the table is saved to another file than its own: takes the journal of that file in hand.
    pub(super) fn reach(&self, path: &str) -> Result<Option<Journal>, Problem> {
        let Keeping::Writing(disk, _) = &self.keeping else { return Ok(None) };
        let target = journal::beside(Path::new(path));
        let is_own = match &self.book.held {
            Held::Open(journal) => journal.path() == target,
            Held::Waiting(path, _) => *path == target,
            Held::None | Held::Closed(_) => false,
        };
        let is_there = disk.read(&target).is_ok_and(|bytes| bytes.is_some());
        if is_own || !is_there && !matches!(self.book.held, Held::Open(_)) {
            return Ok(None);
        }
        let named = |trouble| refusal(trouble).with("file", shown(&target));
        let (journal, found) = Journal::open(&**disk, &target, |_, _| ()).map_err(named)?;
        journal.map(Some).ok_or_else(|| named(found.trouble.unwrap_or(Trouble::NotWritten)))
    }

    /// Behind a table that was saved: says so in the journal, which moves along to another file.
    pub(super) fn saved(&mut self, path: &str, reached: Option<Journal>, said: &mut Said, text: &str) {
        let Keeping::Writing(disk, _) = self.keeping.clone() else { return };
        let target = journal::beside(Path::new(path));
        let (what, left) = match (reached, std::mem::take(&mut self.book.held)) {
            (Some(mut reached), Held::Open(mut own)) if reached.is_new() => {
                let continued = reached.continue_from(&mut own);
                self.book.held = continued.map_or_else(Held::Closed, |()| Held::Open(reached));
                (Act::Saved, Some(own.path().to_owned()))
            }
            (Some(reached), _) if !reached.is_new() => {
                self.book.held = Held::Open(reached);
                (Act::Taken, None)
            }
            (None, Held::Open(own)) if own.path() == target => {
                self.book.held = Held::Open(own);
                (Act::Saved, None)
            }
            _ => {
                // Nothing is told of it yet: what stands in the file is what the first change begins on.
                self.book.held = Held::Waiting(target, path.to_owned());
                return;
            }
        };
        // The file is written, whatever becomes of the journal; if it can't go on, the next change says so.
        let is_written = self.write(what, said, text, text).is_ok();
        if let Some(left) = left.filter(|left| is_written && self.is_draft(left)) {
            // A draft that can't be taken away is offered once more.
            let _ = disk.remove(&left);
        }
    }

    fn is_draft(&self, path: &Path) -> bool {
        matches!(&self.keeping, Keeping::Writing(_, Some(folder)) if path.parent() == Some(folder))
    }

    /// Tables of earlier sessions that were never saved, the latest first.
    pub(super) fn drafts(&self) -> Vec<Draft> {
        let Keeping::Writing(disk, Some(folder)) = &self.keeping else { return Vec::new() };
        let own = match &self.book.held {
            Held::Open(journal) => Some(journal.path().to_owned()),
            _ => None,
        };
        let journals =
            disk.list(folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "journal"));
        let others = journals.filter(|path| Some(path) != own.as_ref());
        let mut drafts: Vec<Draft> = others.filter_map(|path| draft(&**disk, path)).collect();
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.at));
        drafts
    }

    /// A draft as its journal brings it back.
    pub(super) fn take_up_draft(&self, draft: &Draft) -> Result<TakenUp, Problem> {
        let Some(disk) = self.disk() else { return Err(Problem::new(Code::NoDrafts)) };
        let named = |trouble| refusal(trouble).with("file", shown(&draft.path));
        let origin = Origin { name: String::new(), path: None, text: String::new() };
        let mut replay = Replay::new(origin);
        let opened = Journal::open(&**disk, &draft.path, |record, before| replay.visit(record, before));
        let (journal, found) = opened.map_err(named)?;
        let held = journal.map(Held::Open).ok_or_else(|| named(found.trouble.unwrap_or(Trouble::NotWritten)))?;
        let document = Document::open(found.text.clone()).map_err(|_| named(Trouble::Damaged))?;
        Ok(replay.finish(document, &found, held))
    }
}

impl Replay {
    fn new(origin: Origin) -> Self {
        Self { history: History::default(), in_file: origin.text.clone(), origin: Arc::new(origin) }
    }

    fn visit(&mut self, record: &Record, before: &str) {
        let now = || Snapshot::of_text(before, Some(&self.origin));
        match &record.what {
            Act::Begun { name, .. } => {
                // A bundled table has no path, but a name, and a text that it began on.
                if self.origin.path.is_none() {
                    let text = record.splice.put.clone();
                    self.origin = Arc::new(Origin { name: name.clone(), path: None, text });
                }
                self.in_file.clone_from(&record.splice.put);
            }
            Act::Changed => self.history.push(said(record), now()),
            Act::Undone(count) => drop(self.history.walk(now(), *count, true)),
            Act::Redone(count) => drop(self.history.walk(now(), *count, false)),
            Act::Saved => before.clone_into(&mut self.in_file),
            Act::Taken => {
                self.history.push(said(record), now());
                self.in_file = record.splice.apply(before).unwrap_or_default();
            }
        }
    }

    /// The table behind the last record; if that can't be read, the one of the file.
    fn finish(self, of_file: Document, found: &Found, held: Held) -> TakenUp {
        let Self { history, origin, in_file } = self;
        let mut notices = Vec::new();
        if let Some(path) = &found.set_aside {
            notices.push(Problem::new(Code::JournalTorn).with("file", shown(path)));
        }
        if let Held::Closed(trouble) = &held {
            let at = found.good.to_string();
            notices.push(Problem::new(Code::OnlyLooking).with("reason", trouble.to_string()).with("at", at));
        }
        let text = if found.records.is_empty() { None } else { Document::open(found.text.clone()).ok() };
        let is_readable = text.is_some();
        let origin = Origin { text: in_file, ..(*origin).clone() };
        TakenUp {
            state: State {
                document: Some(text.unwrap_or(of_file)),
                origin: (!origin.name.is_empty()).then(|| Arc::new(origin)),
                quick_start: None,
            },
            history: if is_readable { history } else { History::default() },
            notices,
            book: Book { held, chronicle: found.records.iter().map(entry).collect() },
        }
    }
}

impl TakenUp {
    /// What the session holds from now on.
    pub(super) fn into_parts(self) -> (State, History, Vec<Problem>, Book) {
        (self.state, self.history, self.notices, self.book)
    }

    /// Compares what the journal tells with what the file says, which somebody else may have changed.
    fn settle_with_file(&mut self, disk: &dyn Disk, read: &Origin, found: &Found) {
        let Some(origin) = self.state.origin.clone() else { return };
        if found.records.is_empty() {
            return;
        }
        let is_unsaved = found.text != origin.text;
        let is_as_known = read.text == origin.text || read.text == found.text;
        let of_file = Document::open(read.text.clone());
        self.state.origin = Some(Arc::new(Origin { text: read.text.clone(), ..(*origin).clone() }));
        let count = self.history.since(&read.text).to_string();
        if is_as_known {
            if read.text != found.text {
                self.notices.insert(0, Problem::new(Code::JournalGoesOn).with("count", count));
            }
            return;
        }
        // Only who writes the journal settles it.
        let (Held::Open(journal), Ok(of_file)) = (&mut self.book.held, of_file) else { return };
        let mut said = Said { line: format!("load {}", super::quote(&read.name)), at: Some(now()), ..Said::default() };
        match journal.add(disk, Act::Taken, &said, &read.text) {
            Ok(record) => {
                said.at = Some(record.at);
                self.history.push(said, Snapshot::of_text(&found.text, Some(&origin)));
                self.book.chronicle.push(entry(&record));
                self.state.document = Some(of_file);
                let code = if is_unsaved { Code::FileTaken } else { Code::FileTakenQuietly };
                self.notices.push(Problem::new(code).with("count", count));
            }
            Err(trouble) => self.book.held = Held::Closed(trouble),
        }
    }
}

impl Found {
    fn with(trouble: Trouble) -> Self {
        Self { trouble: Some(trouble), ..Self::default() }
    }
}

impl Session {
    /// Says what is kept of the session, before a table is taken in hand.
    pub fn set_keeping(&mut self, keeping: Keeping) {
        self.keeper = Keeper { keeping, ..Keeper::default() };
    }

    /// Tables of earlier sessions that were never saved, the latest first.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        self.keeper.drafts()
    }
}

/// Begins the journal of a table that had none when it was read.
fn begin(disk: &dyn Disk, path: &Path, name: &str, text: &str) -> Result<Journal, Trouble> {
    let (journal, found) = Journal::open(disk, path, |_, _| ())?;
    let mut journal = journal.ok_or(found.trouble.unwrap_or(Trouble::NotWritten))?;
    if !journal.is_new() {
        return Err(Trouble::Busy);
    }
    journal.begin(name, text, now());
    Ok(journal)
}

/// What a journal in the folder of drafts holds, if that is worth taking up and nobody has it in hand.
fn draft(disk: &dyn Disk, path: PathBuf) -> Option<Draft> {
    let mut replay = Replay::new(Origin { name: String::new(), path: None, text: String::new() });
    let found = journal::read(disk, &path, |record, before| replay.visit(record, before))?;
    let changes = replay.history.past.len();
    let document = Document::open(found.text).ok()?;
    let last = found.records.last().filter(|_| changes > 0 && found.trouble.is_none())?;
    let is_free = disk.open(&path).is_ok();
    is_free.then(|| Draft { path, title: document.table().title.clone(), changes, at: last.at })
}

/// A problem that says why nothing is done.
fn refusal(trouble: Trouble) -> Problem {
    let code = match trouble {
        Trouble::Full | Trouble::NoPlace | Trouble::NotWritten => Code::ChangeNotKept,
        Trouble::Busy | Trouble::Broken | Trouble::Gone | Trouble::Damaged | Trouble::Unknown => Code::NoMoreChanges,
    };
    Problem::new(code).with("reason", trouble.to_string())
}

fn entry(record: &Record) -> Entry {
    Entry { what: record.what.clone(), said: said(record) }
}

fn said(record: &Record) -> Said {
    Said { line: record.line.clone(), at: Some(record.at), by: record.by.clone(), note: record.note.clone() }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn now() -> i64 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds).unwrap_or(i64::MAX)
}

fn nanoseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos())
}
