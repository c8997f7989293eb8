//! How a file is laid out: on one line where it fits, else a line per part.

use crate::table_file::raw::quote;

/// How long a line may get before it is broken.
const WIDTH: usize = 100;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Written as it is.
    Atom(String),
    /// `(name: part, ..)`
    Record(Vec<(&'static str, Self)>),
    /// `{"key": part, ..}`
    Map(Vec<(String, Self)>),
    /// `[part, ..]`
    List(Vec<Self>),
    /// `Name(part, ..)`, or `(part, ..)` without a name.
    Call(&'static str, Vec<Self>),
}

impl Node {
    /// A text between quotes.
    pub(super) fn quoted(text: &str) -> Self {
        Self::Atom(quote(text))
    }

    /// Lays the part out behind `indent` levels, on a line that has `used` characters already.
    pub(super) fn lay_out(&self, indent: usize, used: usize) -> String {
        let line = self.on_one_line();
        let is_whole_file = indent == 0;
        if matches!(self, Self::Atom(_)) || (!is_whole_file && used + line.chars().count() <= WIDTH) {
            return line;
        }
        let (open, close) = self.brackets();
        let inner = "    ".repeat(indent + 1);
        let parts = self.parts().into_iter().map(|(label, part)| {
            let used = inner.len() + label.chars().count() + 1;
            format!("{inner}{label}{},\n", part.lay_out(indent + 1, used))
        });
        format!("{open}\n{}{}{close}", parts.collect::<String>(), "    ".repeat(indent))
    }

    fn on_one_line(&self) -> String {
        if let Self::Atom(text) = self {
            return text.clone();
        }
        let (open, close) = self.brackets();
        let parts = self.parts().into_iter().map(|(label, part)| format!("{label}{}", part.on_one_line()));
        format!("{open}{}{close}", parts.collect::<Vec<_>>().join(", "))
    }

    fn brackets(&self) -> (String, &'static str) {
        match self {
            Self::Atom(_) => (String::new(), ""),
            Self::Record(_) => ("(".to_owned(), ")"),
            Self::Map(_) => ("{".to_owned(), "}"),
            Self::List(_) => ("[".to_owned(), "]"),
            Self::Call(name, _) => (format!("{name}("), ")"),
        }
    }

    fn parts(&self) -> Vec<(String, &Self)> {
        match self {
            Self::Atom(_) => Vec::new(),
            Self::Record(fields) => fields.iter().map(|(name, part)| (format!("{name}: "), part)).collect(),
            Self::Map(entries) => {
                let label = |key: &str| format!("{}: ", Self::quoted(key).on_one_line());
                entries.iter().map(|(key, part)| (label(key), part)).collect()
            }
            Self::List(parts) | Self::Call(_, parts) => parts.iter().map(|part| (String::new(), part)).collect(),
        }
    }
}

/// A record in the making: fields that say nothing are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(&'static str, Node)>);

impl Fields {
    /// Adds a field.
    pub(super) fn with(mut self, name: &'static str, value: Node) -> Self {
        self.0.push((name, value));
        self
    }

    /// Adds a field that may be left out.
    pub(super) fn maybe(self, name: &'static str, value: Option<Node>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds `name: true`, or nothing.
    pub(super) fn flag(self, name: &'static str, value: bool) -> Self {
        self.maybe(name, value.then(|| Node::Atom("true".to_owned())))
    }

    /// Adds a `{ .. }` unless it is empty.
    pub(super) fn map(self, name: &'static str, entries: impl IntoIterator<Item = (String, Node)>) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        self.maybe(name, (!entries.is_empty()).then_some(Node::Map(entries)))
    }

    /// Adds a `[ .. ]` unless it is empty.
    pub(super) fn list(self, name: &'static str, parts: impl IntoIterator<Item = Node>) -> Self {
        let parts: Vec<_> = parts.into_iter().collect();
        self.maybe(name, (!parts.is_empty()).then_some(Node::List(parts)))
    }

    /// The record.
    pub(super) fn done(self) -> Node {
        Node::Record(self.0)
    }
}
