//! Where journals are: files that only grow, one writer at a time.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// A place for journals: the disk, or in tests something that fails on demand.
pub trait Disk: Debug + Send + Sync {
    /// What a file holds; nothing if there is none.
    ///
    /// # Errors
    /// It can't be read.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;

    /// Opens a file to write behind what it holds; makes it if there is none. Nobody else can open it until it is let go.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if another has it open; or it can't be written.
    fn open(&self, path: &Path) -> io::Result<Box<dyn Medium>>;

    /// Makes sure that a new file is still in its folder after a power cut.
    ///
    /// # Errors
    /// Nobody knows whether it is.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Keeps bytes in a new file beside another, and tells which.
    ///
    /// # Errors
    /// It can't be written.
    fn set_aside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf>;

    /// The files in a folder, by name; none if there is no such folder.
    fn list(&self, folder: &Path) -> Vec<PathBuf>;

    /// Takes a file away.
    ///
    /// # Errors
    /// It stays.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// An open file that only this session writes to.
pub trait Medium: Debug + Send {
    /// All that it holds.
    ///
    /// # Errors
    /// It can't be read.
    fn bytes(&mut self) -> io::Result<Vec<u8>>;

    /// Writes behind what it holds.
    ///
    /// # Errors
    /// Nothing, a part or all of it was written.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until all that was written is safe from a power cut.
    ///
    /// # Errors
    /// Nobody knows what is safe, now or later.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts off everything behind the first `length` bytes.
    ///
    /// # Errors
    /// It stays.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// Whether it still goes by its name: somebody may have taken the file away or put another in its place.
    fn is_there(&self) -> bool;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnDisk;

impl Disk for OwnDisk {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Medium>> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        // What parties say in confidence stands in there.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let medium = OwnFile { file, path: path.to_owned() };
        // A lock on a file that was taken away in between keeps nobody out.
        if medium.is_there() { Ok(Box::new(medium)) } else { Err(io::ErrorKind::WouldBlock.into()) }
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Elsewhere a folder can't be opened, and needn't be.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn set_aside(&self, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
        for number in 1_u32.. {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".torn-{number}"));
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            match options.open(&name) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(mut file) => {
                    file.write_all(bytes)?;
                    file.sync_all()?;
                    return Ok(name.into());
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    fn list(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

#[derive(Debug)]
struct OwnFile {
    file: File,
    path: PathBuf,
}

impl Medium for OwnFile {
    fn bytes(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        self.file.sync_all()
    }

    #[cfg(unix)]
    fn is_there(&self) -> bool {
        use std::os::unix::fs::MetadataExt as _;
        let of = |data: fs::Metadata| (data.dev(), data.ino());
        match (self.file.metadata(), fs::metadata(&self.path)) {
            (Ok(open), Ok(named)) => of(open) == of(named),
            _ => false,
        }
    }

    #[cfg(not(unix))]
    fn is_there(&self) -> bool {
        // An open file can't be taken away there.
        self.path.exists()
    }
}
