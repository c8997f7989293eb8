//! From the bytes of an XML file to its text: UTF-8, or Windows-1252 where they are no UTF-8.

use super::findings::{Findings, spot};
use crate::diagnostic::{Code, Problem};
use crate::table_file::decode::decode;

/// Where an XML declaration can stand at most, in bytes.
const DECLARATION: usize = 200;

/// The characters of the bytes 0x80 to 0x9f in Windows-1252; a zero where there is none.
const UPPER: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Returns the text of a file. That it was taken for Windows-1252 is found, unless the file says so itself.
///
/// # Errors
/// Too large, another encoding, or a zero byte.
pub(super) fn text(bytes: &[u8], findings: &mut Findings) -> Result<String, Problem> {
    let is_declared = declares_western(bytes);
    let is_western = is_declared && decode(bytes).is_ok_and(|text| !text.is_ascii());
    match decode(bytes) {
        Err(problem) if problem.code == Code::NotUtf8 => {}
        other if !is_western => return other,
        _ => {}
    }
    let Some(text) = western(bytes) else { return decode(bytes) };
    if !is_declared && let Some(at) = text.find(|c: char| !c.is_ascii()) {
        findings.report(Problem::new(Code::XmlWindows1252).at(spot(&text, at)));
    }
    Ok(text)
}

/// Whether the XML declaration names Windows-1252, or Latin-1, which such files mean by it.
fn declares_western(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(DECLARATION)];
    let start = String::from_utf8_lossy(start).to_lowercase();
    let Some((declaration, _)) = start.split_once("?>") else { return false };
    ["windows-1252", "cp1252", "iso-8859-1", "latin1"].iter().any(|name| declaration.contains(name))
}

/// The text in Windows-1252; `None` if a byte has no character there.
fn western(bytes: &[u8]) -> Option<String> {
    let character = |byte: &u8| match byte {
        0x80..=0x9f => Some(UPPER[usize::from(byte - 0x80)]).filter(|c| *c != '\0'),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Option<String>, Vec<Code>) {
        let mut findings = Findings::default();
        let text = text(bytes, &mut findings);
        let mut problems = findings.into_problems();
        let text = text.map_err(|problem| problems.push(problem)).ok();
        (text, problems.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn a_byte_order_mark_is_dropped_without_a_word() {
        assert_eq!(read("\u{feff}<a/>".as_bytes()), (Some("<a/>".to_owned()), vec![]));
    }

    #[test]
    fn bytes_that_are_no_utf8_are_taken_for_windows_1252() {
        assert_eq!(read(b"<a v='5 \x80'/>"), (Some("<a v='5 €'/>".to_owned()), vec![Code::XmlWindows1252]));
        let declared = b"<?xml version='1.0' encoding='ISO-8859-1'?><a v='\xe9'/>";
        assert_eq!(read(declared).1, []);
        assert!(read(declared).0.unwrap().contains('é'));
        assert_eq!(read(b"<a v='\x81'/>"), (None, vec![Code::NotUtf8]));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(b"<a>\0</a>"), (None, vec![Code::ZeroByte]));
        assert_eq!(read(&[0xff, 0xfe, b'<', 0]), (None, vec![Code::WrongEncoding]));
        assert_eq!(read(&vec![b' '; 5_000_000]), (None, vec![Code::FileTooLarge]));
    }
}
