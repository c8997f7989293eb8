//! A disk that fails when it is told to, and loses what wasn't synced when the power goes.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tafel::session::{Disk, Medium};

use super::random::Random;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The operation fails and does nothing.
    Fails(io::ErrorKind),
    /// Half of it is done before it fails; of a sync nothing is.
    Half(io::ErrorKind),
    /// The machine stops in the midst of it.
    Stops,
}

/// A mistake that a program could make, made by the disk in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A change is answered before it is safe.
    NoSync,
    /// A new file is synced, its folder isn't.
    NoFolderSync,
    /// What was half written isn't cut off, so that the next record is glued to it.
    NoCut,
    /// A sync that failed is asked again and believed.
    SyncAgain,
    /// The last record is left out when the journal is read.
    LastLeftOut,
    /// Taking back cuts the last record off.
    UndoCuts,
    /// Whoever comes later doesn't see that the journal is in somebody's hand, as when another file is locked in its place.
    LockElsewhere,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<PathBuf, Content>,
    open: BTreeSet<PathBuf>,
    done: usize,
    fault: Option<(usize, Fault)>,
    struck: bool,
    stopped: bool,
    mistake: Option<Mistake>,
}

#[derive(Clone, Debug, Default)]
struct Content {
    /// What a reader sees.
    bytes: Vec<u8>,
    /// What is left after a power cut at least.
    safe: Vec<u8>,
    /// Whether the folder knows of it after a power cut.
    listed: bool,
}

/// The disk; clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct FailingDisk(Arc<Mutex<State>>);

impl FailingDisk {
    pub fn with(mistake: Option<Mistake>) -> Self {
        let disk = Self::default();
        disk.0.lock().unwrap().mistake = mistake;
        disk
    }

    /// The operation at this place, counted from 0, goes wrong.
    pub fn fail_at(&self, at: usize, fault: Fault) {
        let mut state = self.0.lock().unwrap();
        state.fault = Some((at, fault));
        state.done = 0;
    }

    /// How many operations there were.
    pub fn operations(&self) -> usize {
        self.0.lock().unwrap().done
    }

    /// Whether something went wrong.
    pub fn has_struck(&self) -> bool {
        self.0.lock().unwrap().struck
    }

    /// The machine is there again after the program was killed.
    pub fn restart(&self) {
        let mut state = self.0.lock().unwrap();
        (state.fault, state.stopped) = (None, false);
        state.open.clear();
    }

    /// The machine is there again after a power cut: what wasn't safe is gone, half there or garbage.
    pub fn restart_without_power(&self, dice: &mut Random) {
        self.restart();
        let mut state = self.0.lock().unwrap();
        let mut files = std::mem::take(&mut state.files);
        files.retain(|_, content| content.listed || dice.one_in(2));
        for content in files.values_mut() {
            let behind = content.bytes.get(content.safe.len()..).unwrap_or_default().to_vec();
            let part = dice.below(behind.len() + 1);
            let left = match dice.below(4) {
                0 => Vec::new(),
                1 => behind[..part].to_vec(),
                2 => behind.iter().enumerate().map(|(at, byte)| if at < part { *byte } else { 0 }).collect(),
                _ => behind.iter().map(|byte| if dice.one_in(8) { dice.below(256) as u8 } else { *byte }).collect(),
            };
            content.bytes = [&content.safe[..], &left].concat();
            content.safe.clone_from(&content.bytes);
        }
        state.files = files;
    }

    pub fn bytes(&self, path: &Path) -> Vec<u8> {
        self.0.lock().unwrap().files.get(path).map(|content| content.bytes.clone()).unwrap_or_default()
    }

    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let content = Content { bytes: bytes.to_vec(), safe: bytes.to_vec(), listed: true };
        self.0.lock().unwrap().files.insert(path.to_owned(), content);
    }

    pub fn paths(&self) -> Vec<PathBuf> {
        self.0.lock().unwrap().files.keys().cloned().collect()
    }

    /// How many drafts there are.
    pub fn list_drafts(&self) -> usize {
        self.list(Path::new("/drafts")).len()
    }

    pub fn take_away(&self, path: &Path) {
        self.0.lock().unwrap().files.remove(path);
    }

    /// Counts an operation; what goes wrong with it.
    fn strike(&self) -> Option<Fault> {
        let mut state = self.0.lock().unwrap();
        if state.stopped {
            return Some(Fault::Fails(io::ErrorKind::Other));
        }
        let at = state.done;
        state.done += 1;
        let fault = state.fault.filter(|(when, _)| *when == at).map(|(_, fault)| fault);
        state.struck |= fault.is_some();
        state.stopped = fault == Some(Fault::Stops);
        fault
    }

    fn mistake(&self) -> Option<Mistake> {
        self.0.lock().unwrap().mistake
    }
}

fn error(fault: Fault) -> io::Error {
    match fault {
        Fault::Fails(kind) | Fault::Half(kind) => kind.into(),
        Fault::Stops => io::ErrorKind::Other.into(),
    }
}

impl Disk for FailingDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        Ok(self.0.lock().unwrap().files.get(path).map(|content| content.bytes.clone()))
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Medium>> {
        if let Some(fault) = self.strike() {
            return Err(error(fault));
        }
        let mut state = self.0.lock().unwrap();
        if !state.open.insert(path.to_owned()) && state.mistake != Some(Mistake::LockElsewhere) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        state.files.entry(path.to_owned()).or_default();
        Ok(Box::new(OpenFile { disk: self.clone(), path: path.to_owned() }))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if let Some(fault) = self.strike() {
            return Err(error(fault));
        }
        if self.mistake() != Some(Mistake::NoFolderSync)
            && let Some(content) = self.0.lock().unwrap().files.get_mut(path)
        {
            content.listed = true;
        }
        Ok(())
    }

    fn set_aside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        let aside = path.with_extension("torn-1");
        self.put(&aside, bytes);
        Ok(aside)
    }

    fn list(&self, folder: &Path) -> Vec<PathBuf> {
        self.paths().into_iter().filter(|path| path.parent() == Some(folder)).collect()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.take_away(path);
        Ok(())
    }
}

#[derive(Debug)]
struct OpenFile {
    disk: FailingDisk,
    path: PathBuf,
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        self.disk.0.lock().unwrap().open.remove(&self.path);
    }
}

impl OpenFile {
    fn change(&self, change: impl FnOnce(&mut Content)) {
        if let Some(content) = self.disk.0.lock().unwrap().files.get_mut(&self.path) {
            change(content);
        }
    }
}

impl Medium for OpenFile {
    fn bytes(&mut self) -> io::Result<Vec<u8>> {
        let bytes = self.disk.bytes(&self.path);
        if self.disk.mistake() == Some(Mistake::LastLeftOut) {
            let whole = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            return Ok(whole.iter().rposition(|byte| *byte == b'\n').map_or(Vec::new(), |end| whole[..=end].to_vec()));
        }
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let fault = self.disk.strike();
        let is_undo = bytes.windows(7).any(|window| window == b"Undone(");
        if is_undo && self.disk.mistake() == Some(Mistake::UndoCuts) {
            self.change(|content| {
                let whole = content.bytes.strip_suffix(b"\n").unwrap_or(&content.bytes);
                let end = whole.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
                content.bytes.truncate(end);
            });
            return Ok(());
        }
        let written = match fault {
            None => bytes,
            Some(Fault::Fails(_)) => &[],
            Some(Fault::Half(_) | Fault::Stops) => &bytes[..bytes.len() / 2],
        };
        self.change(|content| content.bytes.extend(written));
        fault.map_or(Ok(()), |fault| Err(error(fault)))
    }

    fn sync(&mut self) -> io::Result<()> {
        let fault = self.disk.strike();
        let mistake = self.disk.mistake();
        match fault {
            // The system gives up what it couldn't write; asked again, it has nothing left to write and says so.
            Some(_) if mistake == Some(Mistake::SyncAgain) => {
                self.change(|content| content.bytes.clone_from(&content.safe))
            }
            Some(fault) => return Err(error(fault)),
            None if mistake == Some(Mistake::NoSync) => {}
            None => self.change(|content| content.safe.clone_from(&content.bytes)),
        }
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        if let Some(fault) = self.disk.strike() {
            return Err(error(fault));
        }
        if self.disk.mistake() != Some(Mistake::NoCut) {
            self.change(|content| {
                content.bytes.truncate(length as usize);
                content.safe.clone_from(&content.bytes);
            });
        }
        Ok(())
    }

    fn is_there(&self) -> bool {
        self.disk.0.lock().unwrap().files.contains_key(&self.path)
    }
}
