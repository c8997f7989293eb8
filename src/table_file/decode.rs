//! From bytes to text: UTF-8 and nothing else, so that every place stays true.

use crate::diagnostic::{Code, Problem};

/// The largest file that is read, in MiB. The largest table made by hand is some hundred times smaller.
pub(super) const MOST_MEBIBYTES: usize = 4;

/// The marks that files in other encodings start with. The longer ones come first: they start alike.
const MARKS: [(&[u8], &str); 4] = [
    (&[0xff, 0xfe, 0, 0], "UTF-32"),
    (&[0, 0, 0xfe, 0xff], "UTF-32"),
    (&[0xff, 0xfe], "UTF-16"),
    (&[0xfe, 0xff], "UTF-16"),
];

/// Returns the text of a file, without the byte-order mark that some editors put before UTF-8.
///
/// # Errors
/// Too large, another encoding, bytes that are no UTF-8, or a zero byte.
pub fn decode(bytes: &[u8]) -> Result<String, Problem> {
    if bytes.len() > MOST_MEBIBYTES * 1024 * 1024 {
        return Err(Problem::new(Code::FileTooLarge).with("most", MOST_MEBIBYTES.to_string()));
    }
    if let Some((_, encoding)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(Problem::new(Code::WrongEncoding).with("encoding", *encoding));
    }
    let line = |end: usize| (1 + bytes[..end].iter().filter(|byte| **byte == b'\n').count()).to_string();
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        // Without a mark, plain letters in UTF-16 have a zero byte each.
        let is_wide = bytes.iter().filter(|byte| **byte == 0).count() * 3 > bytes.len();
        let problem = if is_wide {
            Problem::new(Code::WrongEncoding).with("encoding", "UTF-16")
        } else {
            Problem::new(Code::ZeroByte).with("line", line(at))
        };
        return Err(problem);
    }
    let bytes_without_mark = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = str::from_utf8(bytes_without_mark);
    let text = text.map_err(|error| Problem::new(Code::NotUtf8).with("line", line(error.valid_up_to())))?;
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> Result<String, Code> {
        decode(bytes).map_err(|problem| problem.code)
    }

    #[test]
    fn only_utf8_is_read_and_its_mark_is_dropped() {
        assert_eq!(code("\u{feff}(é)".as_bytes()), Ok("(é)".to_owned()));
        assert_eq!(code(&[0xff, 0xfe, b'(', 0]), Err(Code::WrongEncoding));
        assert_eq!(code(&[0xff, 0xfe, 0, 0, b'(', 0, 0, 0]), Err(Code::WrongEncoding));
        assert_eq!(code(&[b'(', 0, b')', 0]), Err(Code::WrongEncoding));
        assert_eq!(code(b"(version: 1, \0)"), Err(Code::ZeroByte));
        assert_eq!(code(b"caf\xe9"), Err(Code::NotUtf8));
        assert_eq!(code(&vec![b' '; 4 * 1024 * 1024 + 1]), Err(Code::FileTooLarge));
    }
}
