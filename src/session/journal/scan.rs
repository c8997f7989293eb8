//! What the bytes of a journal tell.

use crate::table_file::Record;

/// The first line of every journal: what it is, and by which rules it is written.
pub(super) const HEADER: &str = "tafel-journal 1\n";
/// How the first line of journals of any version begins.
const ANY_HEADER: &str = "tafel-journal ";

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scan {
    /// The good records before anything that is not.
    pub(super) records: Vec<Record>,
    /// The text of the table behind the last of them.
    pub(super) text: String,
    /// How many bytes they take, with the first line.
    pub(super) good: usize,
    /// What stands behind them.
    pub(super) rest: Rest,
}

/// What stands behind the good records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing.
    Nothing,
    /// Something that was never finished: no good record follows.
    Torn,
    /// Damage: good records follow.
    Damage,
    /// Everything, for it is no journal of this version.
    Unknown,
}

/// Reads a journal; calls `visit` with each record and the text before it.
pub(super) fn scan(bytes: &[u8], mut visit: impl FnMut(&Record, &str)) -> Scan {
    let mut scan = Scan { records: Vec::new(), text: String::new(), good: 0, rest: Rest::Nothing };
    let is_start = |whole: &str| whole.as_bytes().starts_with(bytes);
    let Some(rest) = bytes.strip_prefix(HEADER.as_bytes()) else {
        scan.rest = match bytes {
            [] => Rest::Nothing,
            _ if is_start(HEADER) => Rest::Torn,
            _ if bytes.starts_with(ANY_HEADER.as_bytes()) => Rest::Unknown,
            // Where not one good record stands there is nothing to lose.
            _ if lines(bytes).any(|line| framed(line).is_some()) => Rest::Damage,
            _ => Rest::Unknown,
        };
        return scan;
    };
    scan.good = HEADER.len();
    let mut lines = lines(rest);
    while let Some(line) = lines.next() {
        let next = scan.records.len() as u64;
        let record = framed(line).filter(|record| record.number == next);
        let after = record.as_ref().and_then(|record| record.splice.apply(&scan.text));
        let Some((record, after)) = record.zip(after).filter(|(record, after)| sum(after) == record.sum) else {
            let more_follows = lines.any(|line| framed(line).is_some()) || framed(line).is_some();
            scan.rest = if more_follows { Rest::Damage } else { Rest::Torn };
            return scan;
        };
        visit(&record, &scan.text);
        scan.text = after;
        scan.good += line.len();
        scan.records.push(record);
    }
    scan
}

/// A record in the form in which it is written: a checksum of what follows, the record, a line end.
pub(super) fn frame(record: &Record) -> String {
    let line = record.to_line();
    format!("{:08x} {line}\n", sum(&line))
}

/// The record of a whole line that says what its checksum says.
fn framed(line: &[u8]) -> Option<Record> {
    let line = str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let (checksum, line) = line.split_once(' ')?;
    // Just as it is written: a byte that differs is damage, also where it would say the same.
    let is_sound = checksum == format!("{:08x}", sum(line));
    is_sound.then(|| Record::from_line(line)).flatten()
}

/// The checksum of a text.
pub(super) fn sum(text: &str) -> u32 {
    crc32fast::hash(text.as_bytes())
}

/// The lines, with their ends; the last may have none.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}
