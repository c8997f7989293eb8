//! Writing a table file so that a crash at any moment leaves the old or the new text, and never half of it.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;
use thiserror::Error;

/// Why a table wasn't written; what was there is there still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// Another file stands there.
    #[error("another file stands there")]
    Exists,
    /// The file isn't what it was when it was read.
    #[error("the file was changed meanwhile")]
    ChangedMeanwhile,
    /// It can't be written.
    #[error("the file can't be written")]
    NotWritten,
}

/// Writes `text` to the file at `path`.
///
/// `known` is what the file held when it was read; with `force` whatever stands there is replaced. Behind a link the
/// file it leads to is written. Permissions stay as they are.
///
/// # Errors
/// Something else stands there, or it can't be written.
pub fn save(path: &str, text: &str, known: Option<&str>, force: bool) -> Result<(), SaveError> {
    let path = Path::new(path);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if !force && target.exists() {
        let there = fs::read(&target).map_err(|_| SaveError::Exists)?;
        let there = there.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&there);
        match known {
            _ if there == text.as_bytes() => return Ok(()),
            None => return Err(SaveError::Exists),
            Some(known) if there != known.as_bytes() => return Err(SaveError::ChangedMeanwhile),
            Some(_) => {}
        }
    }
    let written = AtomicWriteFile::open(&target).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.commit()
    });
    written.map_err(|_| SaveError::NotWritten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_wasnt_read_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron").to_str().unwrap().to_owned();
        assert_eq!(save(&path, "one", None, false), Ok(()));
        assert_eq!(save(&path, "two", None, false), Err(SaveError::Exists));
        assert_eq!(save(&path, "two", Some("other"), false), Err(SaveError::ChangedMeanwhile));
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(save(&path, "two", Some("one"), false), Ok(()));
        assert_eq!(save(&path, "three", None, true), Ok(()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "three");
        assert_eq!(save(folder.path().to_str().unwrap(), "x", None, true), Err(SaveError::NotWritten));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.ron"), folder.path().join("link.ron"));
        fs::write(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(save(link.to_str().unwrap(), "two", Some("one"), false), Ok(()));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o664);
    }
}
