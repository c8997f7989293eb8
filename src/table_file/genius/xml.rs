//! From XML text to a tree of elements, with the place of everything. Text between tags is passed over: GENIUS has none.
//!
//! The reader of quick-xml is a loop without recursion and never replaces entities, so neither depth nor a document type
//! can exhaust anything; both are refused besides. It looks at attributes leniently, which the sloppy files need.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesStart, Event};

use super::findings::{Findings, place_of, spot};
use crate::diagnostic::{Code, Problem};
use crate::table_file::reader::shown;

/// How deep elements may stand within each other; GENIUS needs five levels.
const MOST_DEPTH: usize = 64;
/// How many elements a file may have.
const MOST_ELEMENTS: usize = 200_000;

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Where its name stands.
    pub(super) place: Range<usize>,
    /// Its attributes, in order; no name is there twice.
    pub(super) attributes: Vec<Attribute<'a>>,
    /// The elements within it.
    pub(super) children: Vec<Self>,
}

/// An attribute of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute<'a> {
    /// Its name.
    name: &'a str,
    /// Its value, with references replaced and line ends as spaces.
    pub(super) value: Cow<'a, str>,
    /// Where the value stands.
    pub(super) place: Range<usize>,
}

impl Element<'_> {
    /// The attribute called `name`.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'_>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The first child called `name`.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// Reads the tree of elements of `source`.
///
/// # Errors
/// The first thing that is no XML, or that is refused.
pub(super) fn tree<'a>(source: &'a str, findings: &mut Findings) -> Result<Element<'a>, Problem> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().allow_dangling_amp = true;
    let mut planter = Planter { source, open: Vec::new(), root: None, count: 0, findings };
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(0);
        match reader.read_event() {
            Ok(Event::Eof) => return planter.finish(),
            Ok(event) => planter.plant(&event, before)?,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(0);
                return Err(reworded(&error).at(spot(source, at)));
            }
        }
    }
}

/// Puts elements where they belong.
struct Planter<'a, 'f> {
    source: &'a str,
    /// The elements that aren't closed yet, the outermost first.
    open: Vec<Element<'a>>,
    root: Option<Element<'a>>,
    count: usize,
    findings: &'f mut Findings,
}

impl<'a> Planter<'a, '_> {
    /// Takes an event that starts at byte `before`.
    fn plant(&mut self, event: &Event<'_>, before: usize) -> Result<(), Problem> {
        match event {
            Event::Start(tag) => {
                let element = self.element(tag)?;
                self.open.push(element);
            }
            Event::Empty(tag) => {
                let element = self.element(tag)?;
                self.close(element)?;
            }
            Event::End(_) => {
                let element = self.open.pop().unwrap_or_default();
                self.close(element)?;
            }
            Event::Decl(_) if before > 0 => {
                self.findings.slip(Problem::new(Code::XmlBeforeDeclaration).at(spot(self.source, before)));
            }
            Event::DocType(_) => return Err(Problem::new(Code::XmlDoctype).at(spot(self.source, before))),
            Event::Text(text) if self.open.is_empty() && !text.trim().is_empty() => {
                let blank = text.len() - text.trim_start().len();
                return Err(broken("xml-text").at(spot(self.source, before + blank)));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, element: Element<'a>) -> Result<(), Problem> {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None if self.root.is_some() => return Err(broken("xml-second-root").at(element.place)),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Element<'a>, Problem> {
        match (self.open.pop(), self.root) {
            (Some(open), _) => Err(Problem::new(Code::XmlUnclosed).with("name", shown(open.name)).at(open.place)),
            (None, Some(root)) => Ok(root),
            (None, None) => Err(broken("xml-no-element").at(spot(self.source, 0))),
        }
    }

    fn element(&mut self, tag: &BytesStart<'_>) -> Result<Element<'a>, Problem> {
        let name = self.slice(tag.name().into_inner());
        let place = place_of(self.source, name).unwrap_or_default();
        self.count += 1;
        if self.open.len() >= MOST_DEPTH {
            return Err(Problem::new(Code::XmlTooDeep).with("most", MOST_DEPTH.to_string()).at(place));
        }
        if self.count > MOST_ELEMENTS {
            let problem = Problem::new(Code::TooMany).with("kinds", "element").with("count", self.count.to_string());
            return Err(problem.with("most", MOST_ELEMENTS.to_string()).at(place));
        }
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| self.refused(&error, place.start))?;
            let value = self.slice(&attribute.value);
            let key = self.slice(attribute.key.into_inner());
            attributes.push(self.attribute(key, value));
        }
        Ok(Element { name, place, attributes, children: Vec::new() })
    }

    /// The part of the source that `part` is; the reader hands out nothing else.
    fn slice(&self, part: &str) -> &'a str {
        place_of(self.source, part).and_then(|place| self.source.get(place)).unwrap_or_default()
    }

    fn attribute(&mut self, name: &'a str, raw: &'a str) -> Attribute<'a> {
        let place = place_of(self.source, raw).unwrap_or_default();
        if let Some(start) = place_of(self.source, name).map(|place| place.start)
            && self.source[..start].ends_with(['"', '\''])
        {
            self.findings.slip(Problem::new(Code::XmlNoSpace).at(spot(self.source, start)));
        }
        Attribute { name, value: self.unescaped(raw, place.start), place }
    }

    /// Replaces the references that XML itself defines. A `&` of no such reference stands for itself.
    fn unescaped(&mut self, raw: &'a str, start: usize) -> Cow<'a, str> {
        if !raw.contains(['&', '\t', '\r', '\n']) {
            return Cow::Borrowed(raw);
        }
        let mut text = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find('&') {
            text.push_str(&rest[..at]);
            rest = &rest[at..];
            match reference(rest) {
                Some((character, length)) => {
                    text.push(character);
                    rest = &rest[length..];
                }
                None => {
                    let at = start + raw.len() - rest.len();
                    self.findings.slip(Problem::new(Code::XmlBareAmpersand).at(at..at + 1));
                    text.push('&');
                    rest = &rest[1..];
                }
            }
        }
        text.push_str(rest);
        Cow::Owned(text.replace("\r\n", " ").replace(['\t', '\r', '\n'], " "))
    }

    /// What is wrong with an attribute, of a tag whose name starts at `start`.
    fn refused(&self, error: &AttrError, start: usize) -> Problem {
        let (problem, at) = match *error {
            AttrError::Duplicated(at, _) => (Problem::new(Code::XmlAttributeTwice), at),
            AttrError::ExpectedEq(at)
            | AttrError::ExpectedValue(at)
            | AttrError::UnquotedValue(at)
            | AttrError::ExpectedQuote(at, _) => (broken("xml-attribute"), at),
        };
        problem.at(spot(self.source, start + at))
    }
}

/// The character that `text` refers to with `&name;`, `&#1;` or `&#x1;` at its start, and how long that is.
fn reference(text: &str) -> Option<(char, usize)> {
    /// No reference is longer.
    const LONGEST: usize = 12;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix('x') {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => resolve_predefined_entity(name)?.chars().next()?,
    };
    Some((character, end + 1))
}

fn broken(reason: &str) -> Problem {
    Problem::new(Code::XmlBroken).with("reason", reason)
}

/// What quick-xml says, as a problem.
fn reworded(error: &Error) -> Problem {
    match error {
        Error::Syntax(
            SyntaxError::UnclosedTag
            | SyntaxError::UnclosedSingleQuotedAttributeValue
            | SyntaxError::UnclosedDoubleQuotedAttributeValue,
        ) => broken("xml-tag"),
        Error::Syntax(_) => broken("xml-markup"),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            Problem::new(Code::XmlOtherEnd).with("name", shown(expected)).with("other", shown(found))
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(_)) => broken("xml-end"),
        _ => broken("xml-other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Result<String, Code>, Vec<(Code, &str)>) {
        let mut findings = Findings::default();
        let told = tree(source, &mut findings).map(|root| outline(&root)).map_err(|problem| problem.code);
        let slips = findings.into_problems().into_iter();
        (told, slips.map(|slip| (slip.code, &source[slip.place.unwrap_or_default()])).collect())
    }

    fn outline(element: &Element<'_>) -> String {
        let attributes = element.attributes.iter().map(|attribute| format!(" {}={}", attribute.name, attribute.value));
        let children: Vec<String> = element.children.iter().map(outline).collect();
        format!("{}{}[{}]", element.name, attributes.collect::<String>(), children.join(","))
    }

    #[test]
    fn elements_and_attributes_come_as_a_tree() {
        let (told, slips) =
            read("<?xml version='1.0'?><!-- x --><a b=\"1 &lt; 2\">text<c/><d e='&#65;&#x42;'>\n</d></a>\n");
        assert_eq!(told.as_deref(), Ok("a b=1 < 2[c[],d e=AB[]]"));
        assert_eq!(slips, []);
    }

    #[test]
    fn sloppy_files_are_read_with_one_warning_each() {
        let (told, slips) = read("\n<!-- x --><?xml version='1.0'?><a b=\"A & B & &nbsp;\"c='&'/>");
        assert_eq!(told.as_deref(), Ok("a b=A & B & &nbsp; c=&[]"));
        let codes: Vec<(Code, &str)> = slips;
        let expected = [(Code::XmlBeforeDeclaration, "<"), (Code::XmlBareAmpersand, "&"), (Code::XmlNoSpace, "c")];
        assert_eq!(codes, expected);
    }

    #[test]
    fn what_is_no_xml_is_refused_by_name() {
        for (source, code) in [
            ("", Code::XmlBroken),
            ("hello", Code::XmlBroken),
            ("<a", Code::XmlBroken),
            ("<a><b></a>", Code::XmlOtherEnd),
            ("<a>", Code::XmlUnclosed),
            ("</a>", Code::XmlBroken),
            ("<a/><b/>", Code::XmlBroken),
            ("<a b/>", Code::XmlBroken),
            ("<a b=1/>", Code::XmlBroken),
            ("<a b='1' b='2'/>", Code::XmlAttributeTwice),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", Code::XmlDoctype),
            ("<!-- <a/>", Code::XmlBroken),
        ] {
            assert_eq!(read(source).0, Err(code), "{source}");
        }
        assert_eq!(read(&"<a>".repeat(1_000_000)).0, Err(Code::XmlTooDeep));
        assert_eq!(read(&format!("<a>{}</a>", "<b/>".repeat(300_000))).0, Err(Code::TooMany));
    }
}
