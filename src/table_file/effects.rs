//! What options, amounts and worlds do: effect lines, maps of effects, curves.

use std::collections::BTreeMap;

use super::lines::{self, Entry};
use super::raw::{Entries, Raw, Shape};
use super::reader::{Reader, shown, written};
use super::shapes::CellRecord;
use crate::diagnostic::{Code, Problem};
use crate::domain::{AttributeId, Curve, Does, InterestId, Rational, Remark, Scale, Status, Subject, integer};

/// The largest effect on a percent scale.
const LARGEST_EFFECT: i64 = 10;

/// How established something is, as files say it.
pub(super) const STATUSES: &[(&str, Status)] = &[
    ("Agreed", Status::Agreed),
    ("Contested", Status::Contested),
    ("Assumed", Status::Assumed),
    ("Invented", Status::Invented),
];

/// What a file states about effects and attributes; a part that it doesn't speak about is `None`.
#[derive(Clone, Debug)]
pub(super) struct Stated<V> {
    pub(super) effects: Option<BTreeMap<InterestId, V>>,
    pub(super) attributes: Option<BTreeMap<AttributeId, V>>,
    pub(super) remarks: BTreeMap<Subject, Remark>,
}

impl<V> Default for Stated<V> {
    fn default() -> Self {
        Self { effects: None, attributes: None, remarks: BTreeMap::new() }
    }
}

impl<V> Stated<V> {
    /// What is done, where nothing is done that isn't stated.
    pub(super) fn into_does(self) -> Does<V> {
        Does { effects: self.effects.unwrap_or_default(), attributes: self.attributes.unwrap_or_default() }
    }
}

/// How the value of a cell is read, and whether a remark may stand beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells<'b> {
    /// The amounts that a curve must cover.
    pub(super) bounds: Option<(&'b Rational, &'b Rational)>,
    /// Whether the table keeps source and status of these cells.
    pub(super) with_remarks: bool,
}

/// A cell is a number or a curve.
pub(super) trait CellValue: Sized {
    /// Reads a value and checks its range if it is an effect.
    fn read<'a>(reader: &Reader<'a>, raw: Raw<'a>, cells: Cells<'_>, is_effect: bool) -> Option<Self>;

    /// The field of a cell record that holds the value.
    fn field<'a>(record: &CellRecord<'a>) -> (Option<Raw<'a>>, &'static str);

    /// Reads a line of effects, where these values can be written in one.
    fn line<'a>(reader: &Reader<'a>, raw: Raw<'a>, stated: &mut Stated<Self>);
}

impl CellValue for Rational {
    fn read<'a>(reader: &Reader<'a>, raw: Raw<'a>, _: Cells<'_>, is_effect: bool) -> Option<Self> {
        if !is_effect {
            return reader.number(raw);
        }
        match raw.quoted().and_then(|text| lines::effect_word(&text)) {
            Some(value) => Some(integer(value)),
            None => reader.number(raw).filter(|value| reader.check_effect(value, raw.0, raw)),
        }
    }

    fn field<'a>(record: &CellRecord<'a>) -> (Option<Raw<'a>>, &'static str) {
        (record.value, "value")
    }

    fn line<'a>(reader: &Reader<'a>, raw: Raw<'a>, stated: &mut Stated<Self>) {
        reader.effect_line(raw, stated);
    }
}

impl CellValue for Curve {
    fn read<'a>(reader: &Reader<'a>, raw: Raw<'a>, cells: Cells<'_>, is_effect: bool) -> Option<Self> {
        reader.curve(raw, cells.bounds, is_effect)
    }

    fn field<'a>(record: &CellRecord<'a>) -> (Option<Raw<'a>>, &'static str) {
        (record.curve, "curve")
    }

    fn line<'a>(reader: &Reader<'a>, raw: Raw<'a>, stated: &mut Stated<Self>) {
        // An empty line says that nothing is done; curves themselves don't fit on a line.
        match raw.quoted() {
            Some(text) if matches!(text.trim(), "" | "·") => {
                stated.effects.get_or_insert_default();
            }
            _ => reader.refuse_shape(raw, "curves"),
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads the fields `effects` and `attributes` of something.
    pub(super) fn does<V: CellValue>(
        &self,
        effects: Option<Raw<'a>>,
        attributes: Option<Raw<'a>>,
        cells: Cells<'_>,
    ) -> Stated<V> {
        let mut stated = Stated::default();
        if let Some(raw) = effects {
            stated.effects = Some(BTreeMap::new());
            self.effects(raw, cells, &mut stated);
        }
        if let Some(raw) = attributes {
            stated.attributes.get_or_insert_default();
            self.attributes(raw, cells, &mut stated);
        }
        stated
    }

    fn effects<V: CellValue>(&self, raw: Raw<'a>, cells: Cells<'_>, stated: &mut Stated<V>) {
        match raw.shape() {
            Shape::Map => {
                for (key, value) in self.entries(raw) {
                    let read = self.cell(value, cells, true);
                    let (Some(interest), Some((value, remark))) = (self.interest_at(key), read) else { continue };
                    self.insert(stated.effects.get_or_insert_default(), interest, value, "interest", key.0, key);
                    stated.remarks.extend(remark.map(|remark| (Subject::Effect(interest), remark)));
                }
            }
            Shape::Text => V::line(self, raw, stated),
            _ => self.refuse_shape(raw, "effects"),
        }
    }

    fn attributes<V: CellValue>(&self, raw: Raw<'a>, cells: Cells<'_>, stated: &mut Stated<V>) {
        match raw.shape() {
            Shape::Map => {
                for (key, value) in self.entries(raw) {
                    let (attribute, read) = (self.attribute_at(key), self.cell(value, cells, false));
                    self.carried.borrow_mut().extend(attribute);
                    let (Some(attribute), Some((value, remark))) = (attribute, read) else { continue };
                    self.insert(stated.attributes.get_or_insert_default(), attribute, value, "attribute", key.0, key);
                    stated.remarks.extend(remark.map(|remark| (Subject::Attribute(attribute), remark)));
                }
            }
            Shape::Text => {
                let had_effects = stated.effects.as_ref().map(BTreeMap::len);
                V::line(self, raw, stated);
                if stated.effects.as_ref().map_or(0, BTreeMap::len) > had_effects.unwrap_or(0) {
                    self.refuse_shape(raw, "attributes");
                }
                if had_effects.is_none() {
                    stated.effects = None;
                }
            }
            _ => self.refuse_shape(raw, "attributes"),
        }
    }

    /// Reads a `{ .. }` of raw values.
    pub(super) fn entries(&self, raw: Raw<'a>) -> Vec<(Raw<'a>, Raw<'a>)> {
        self.record::<Entries<'a, Raw<'a>>>(raw).unwrap_or_default().0
    }

    /// Reads one cell, with its source and status if it has them.
    fn cell<V: CellValue>(&self, raw: Raw<'a>, cells: Cells<'_>, is_effect: bool) -> Option<(V, Option<Remark>)> {
        if raw.shape() != Shape::Record {
            return Some((V::read(self, raw, cells, is_effect)?, None));
        }
        let record: CellRecord<'a> = self.record(raw)?;
        if !cells.with_remarks {
            self.refuse(Code::RemarkNotHere, raw);
        }
        let (value, field) = V::field(&record);
        let value = V::read(self, self.required(value, raw, "effect", field)?, cells, is_effect)?;
        let status = record.status.and_then(|raw| self.word(raw, STATUSES));
        let remark = Remark { source: self.optional_text(record.source), status };
        Some((value, (remark != Remark::default()).then_some(remark)))
    }

    fn insert<K: Ord, V>(&self, map: &mut BTreeMap<K, V>, key: K, value: V, kind: &str, part: &str, raw: Raw<'_>) {
        if map.insert(key, value).is_some() {
            let name = part.trim_matches('"');
            let problem = Problem::new(Code::StatedTwice).at(self.place(part, raw));
            self.report(problem.with("kind", kind).with("name", shown(name)));
        }
    }

    /// Reads a line such as `KO+7 WA-- cost=4`.
    pub(super) fn effect_line(&self, raw: Raw<'a>, stated: &mut Stated<Rational>) {
        let Some(quoted) = self.quoted_list(raw) else { return };
        for entry in lines::effect_line(&quoted, |name| self.names.interests.contains(name)) {
            match entry {
                Entry::Effect(name, value) => {
                    let value = self.line_effect(value, raw);
                    let (Some(interest), Some(value)) = (self.interest(name, raw), value) else { continue };
                    self.insert(stated.effects.get_or_insert_default(), interest, value, "interest", name, raw);
                }
                Entry::Attribute(name, value) => {
                    let (attribute, value) = (self.attribute(name, raw), self.parse_number(value, raw));
                    self.carried.borrow_mut().extend(attribute);
                    let (Some(attribute), Some(value)) = (attribute, value) else { continue };
                    self.insert(stated.attributes.get_or_insert_default(), attribute, value, "attribute", name, raw);
                }
                Entry::Unclear(word) => self.refuse_part(Code::BadEffectLine, word, raw),
            }
        }
    }

    fn line_effect(&self, value: &str, raw: Raw<'_>) -> Option<Rational> {
        match lines::effect_word(value) {
            Some(value) => Some(integer(value)),
            None => self.parse_number(value, raw).filter(|number| self.check_effect(number, value, raw)),
        }
    }

    /// Reports an effect that the scale has no room for.
    fn check_effect(&self, value: &Rational, part: &str, raw: Raw<'_>) -> bool {
        let largest = integer(LARGEST_EFFECT);
        let fits = self.scale == Scale::Points || (-&largest <= *value && *value <= largest);
        if !fits {
            self.refuse_part(Code::EffectOutOfRange, part, raw);
        }
        fits
    }

    /// Reads a curve `[(amount, value), ..]` that covers `bounds`.
    pub(super) fn curve(&self, raw: Raw<'a>, bounds: Option<(&Rational, &Rational)>, is_effect: bool) -> Option<Curve> {
        if raw.shape() != Shape::List {
            self.refuse_shape(raw, "curve");
            return None;
        }
        let raws: Vec<Raw<'a>> = self.record(raw)?;
        if raws.is_empty() {
            self.refuse(Code::CurveEmpty, raw);
        }
        let points: Option<Vec<_>> = raws.iter().map(|raw| self.point(*raw, is_effect)).collect();
        let points = points?;
        let fallen = points.windows(2).position(|pair| pair[1].0 <= pair[0].0);
        if let Some(at) = fallen {
            self.refuse(Code::CurveNotRising, raws[at + 1]);
            return None;
        }
        let curve = Curve::new(points)?;
        self.check_cover(&curve, bounds, raw);
        Some(curve)
    }

    fn point(&self, raw: Raw<'a>, is_effect: bool) -> Option<(Rational, Rational)> {
        let (amount, value): (Raw<'a>, Raw<'a>) = self.pair(raw, "point")?;
        let amount = self.number(amount);
        let cells = Cells { bounds: None, with_remarks: false };
        Some((amount?, Rational::read(self, value, cells, is_effect)?))
    }

    fn check_cover(&self, curve: &Curve, bounds: Option<(&Rational, &Rational)>, raw: Raw<'_>) {
        let Some((from, to)) = bounds else { return };
        let points = curve.points();
        let covers = points.first().is_some_and(|first| first.0 <= *from) && points.last().is_some_and(|l| *to <= l.0);
        if !covers {
            let problem = Problem::new(Code::CurveTooShort).at(self.place(raw.0, raw));
            let problem = problem.with("from", written(from));
            self.report(problem.with("to", written(to)));
        }
    }

    /// Reads `(a, b)`.
    pub(super) fn pair(&self, raw: Raw<'a>, what: &str) -> Option<(Raw<'a>, Raw<'a>)> {
        self.tuple(raw, what)
    }
}
