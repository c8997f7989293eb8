//! Lines of a script or a pipe: bytes of any kind and length come in, memory stays bounded.

use std::io::{self, BufRead};

use crate::session::LONGEST_LINE;

/// A line that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Text, without the line end.
    Text(String),
    /// Bytes that are no UTF-8.
    NotText,
    /// More bytes than any command has.
    TooLong,
}

/// The lines of a reader.
pub struct Lines<'a> {
    reader: &'a mut dyn BufRead,
}

impl<'a> Lines<'a> {
    /// Reads lines from `reader`.
    pub fn new(reader: &'a mut dyn BufRead) -> Self {
        Self { reader }
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// The reader can't be read.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut is_long = false;
        loop {
            let part = self.reader.fill_buf()?;
            if part.is_empty() {
                return Ok((!bytes.is_empty() || is_long).then(|| line(bytes, is_long)));
            }
            let end = part.iter().position(|byte| *byte == b'\n');
            let taken = end.unwrap_or(part.len());
            // One byte more than allowed shows that a line is too long; the rest is passed over.
            let room = (LONGEST_LINE + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&part[..taken.min(room)]);
            is_long |= taken > room;
            self.reader.consume(end.map_or(taken, |end| end + 1));
            if end.is_some() {
                return Ok(Some(line(bytes, is_long)));
            }
        }
    }
}

fn line(bytes: Vec<u8>, is_long: bool) -> Line {
    if is_long || bytes.len() > LONGEST_LINE {
        return Line::TooLong;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Line::Text(text),
        Err(_) => Line::NotText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Line> {
        let mut reader = io::BufReader::with_capacity(7, bytes);
        let mut lines = Lines::new(&mut reader);
        std::iter::from_fn(|| lines.next_line().unwrap()).collect()
    }

    #[test]
    fn lines_of_any_kind_come_apart() {
        let text = |text: &str| Line::Text(text.to_owned());
        assert_eq!(all("zopa\r\n\nwhy _".as_bytes()), [text("zopa\r"), text(""), text("why _")]);
        assert_eq!(all(b"a\xff\nb"), [Line::NotText, text("b")]);
        assert_eq!(all(b""), []);
    }

    #[test]
    fn a_line_without_end_is_passed_over() {
        let mut bytes = vec![b'x'; 3 * LONGEST_LINE];
        bytes.extend(b"\nzopa");
        assert_eq!(all(&bytes), [Line::TooLong, Line::Text("zopa".to_owned())]);
    }
}
