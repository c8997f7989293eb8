//! Parties: weights, readings, what no deal is worth, who must say yes at home.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Zero as _;
use typed_index_collections::TiVec;

use super::effects::{Cells, Stated};
use super::lines;
use super::names::{Decidable, Roster};
use super::raw::{Entries, Raw, Shape};
use super::reader::{Reader, shown};
use super::shapes::{AnswerRecord, BodyRecord, LevelRecord, NoDealRecord, PartyRecord, SaidRecord};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{
    Attendance, Audience, Curve, Datum, Heard, InterestId, Issue, IssueId, IssueKind, Level, NoDeal, NoDealRange,
    NoDealValue, Openness, OptionId, Party, PartyId, RatifyingBody, Rational, Reading, Said, Scale, SpokenAnswer,
    Support, Text, Weights, WorldId, integer, write_exact,
};

/// What may be said of a package, as files say it.
pub(super) const SUPPORTS: &[(&str, Support)] = &[
    ("FullYes", Support::FullYes),
    ("Yes", Support::Yes),
    ("YesWithQuestion", Support::YesWithQuestion),
    ("NoUnless", Support::NoUnless),
    ("No", Support::No),
    ("Unknown", Support::Unknown),
];

/// Whether a party confirmed an interest, as files say it.
pub(super) const HEARD: &[(&str, Heard)] = &[("Assumed", Heard::Assumed), ("Confirmed", Heard::Confirmed)];

/// What stands between the ends of a range of weights.
const RANGE: &str = "..";

/// An interest, the range of its weight, and how the interest was written; nothing for what couldn't be read.
type ReadWeight<'t> = (Option<InterestId>, Option<[Rational; 2]>, &'t str);

impl<'a> Reader<'a> {
    /// Reads the parties.
    pub(super) fn parties(
        &self,
        entries: &Entries<'a, Raw<'a>>,
        issues: &TiVec<IssueId, Issue>,
    ) -> TiVec<PartyId, Party> {
        let named = self.names.parties.ids.iter().zip(&entries.0);
        named.map(|(id, (_, raw))| self.party(id, *raw, issues)).collect()
    }

    fn party(&self, id: &str, raw: Raw<'a>, issues: &TiVec<IssueId, Issue>) -> Party {
        let record: PartyRecord<'a> = self.record_of(raw, "party").unwrap_or_default();
        Party {
            id: id.to_owned(),
            name: self.optional_text(record.name).unwrap_or_else(|| Text::from(id)),
            role: self.optional_text(record.role),
            group: record.group.and_then(|raw| self.string(raw)),
            attendance: if record.may_stay_out { Attendance::MayStayOut } else { Attendance::Needed },
            positions: record.positions.iter().filter_map(|raw| self.text(*raw)).collect(),
            weights: record.weights.and_then(|raw| self.weights(raw)).unwrap_or_else(no_weights),
            readings: self.readings(&record.readings, issues),
            no_deal: record.no_deal.and_then(|raw| self.no_deal(raw, issues)),
            ratification: record.ratification.iter().filter_map(|raw| self.body(*raw)).collect(),
            mandates: self.mandates(&record.mandates),
            levels: record.levels.iter().filter_map(|raw| self.level(*raw)).collect(),
            legal_form: self.optional_text(record.legal_form),
            probabilities: self.probabilities(&record.probabilities),
            openness: self.openness(&record.openness),
            briefing: self.optional_text(record.briefing),
            answers: record.answers.iter().filter_map(|raw| self.answer(*raw)).collect(),
            said: self.said(&record.said),
            interview: self.interview(&record.interview),
            weights_confirmed: record.weights_confirmed,
        }
    }

    fn weights(&self, raw: Raw<'a>) -> Option<Weights> {
        let ranges = match raw.shape() {
            Shape::Map => {
                let entries = self.entries(raw).into_iter();
                let read = entries.map(|(key, value)| (self.interest_at(key), self.weight(value), key.0));
                self.collect_weights(read.collect(), raw)
            }
            Shape::Text => {
                let quoted = self.quoted_list(raw)?;
                match lines::ranking(&quoted) {
                    Some(ranks) => return self.ranking(ranks, raw),
                    None => self.collect_weights(self.weight_line(&quoted, raw), raw),
                }
            }
            _ => {
                self.refuse_shape(raw, "weights");
                return None;
            }
        };
        if !ranges.is_empty() && ranges.values().all(|[_, high]| high.is_zero()) {
            self.refuse(Code::AllWeightsZero, raw);
        }
        let read = Weights::Ranges(ranges);
        Some(if read.is_open() { read } else { Weights::Numbers(read.values()) })
    }

    /// A number, or a range as text.
    fn weight(&self, raw: Raw<'a>) -> Option<[Rational; 2]> {
        if raw.shape() == Shape::Text {
            let quoted = self.quoted(raw)?;
            if quoted.contains(RANGE) {
                return self.weight_range(&quoted, raw);
            }
        }
        let weight = self.number(raw)?;
        self.check_weight(&weight, raw.0, raw);
        Some([weight.clone(), weight])
    }

    /// `30..50`, or a number, which is a range of one point.
    fn weight_range(&self, text: &str, raw: Raw<'_>) -> Option<[Rational; 2]> {
        let (low, high) = text.split_once(RANGE).unwrap_or((text, text));
        let ends = [low, high].map(|end| {
            let number = self.parse_number(end.trim(), raw)?;
            self.check_weight(&number, end.trim(), raw);
            Some(number)
        });
        let [Some(low), Some(high)] = ends else { return None };
        if high < low {
            self.refuse_part(Code::WeightsTurned, text, raw);
            return None;
        }
        Some([low, high])
    }

    fn check_weight(&self, weight: &Rational, part: &str, raw: Raw<'_>) {
        if *weight < Rational::zero() {
            self.refuse_part(Code::NegativeWeight, part, raw);
        }
    }

    fn weight_line<'t>(&self, text: &'t str, raw: Raw<'_>) -> Vec<ReadWeight<'t>> {
        let words = lines::words(text);
        let pairs = words.chunks(2).map(|pair| {
            let [name, number] = pair else {
                self.refuse_part(Code::BadWeights, pair[0], raw);
                return (None, None, pair[0]);
            };
            (self.interest(name, raw), self.weight_range(number, raw), *name)
        });
        pairs.collect()
    }

    fn collect_weights(&self, read: Vec<ReadWeight<'_>>, raw: Raw<'_>) -> BTreeMap<InterestId, [Rational; 2]> {
        let mut weights = BTreeMap::new();
        for (interest, weight, part) in read {
            let Some(interest) = interest else { continue };
            if weights.contains_key(&interest) {
                self.refuse_twice(part, raw);
            }
            // What couldn't be read counts as one, so that the others aren't said to be all zero.
            weights.insert(interest, weight.unwrap_or_else(|| [integer(1), integer(1)]));
        }
        weights
    }

    fn refuse_twice(&self, part: &str, raw: Raw<'_>) {
        let problem = Problem::new(Code::StatedTwice).at(self.place(part, raw)).with("kind", "interest");
        self.report(problem.with("name", shown(part.trim_matches('"'))));
    }

    fn ranking(&self, ranks: Vec<Vec<&str>>, raw: Raw<'_>) -> Option<Weights> {
        let mut ranked = Vec::new();
        let mut seen = BTreeSet::new();
        for names in ranks {
            let mut rank = Vec::new();
            for name in names {
                let Some(interest) = self.interest(name, raw) else { continue };
                if !seen.insert(interest) {
                    self.refuse_twice(name, raw);
                }
                rank.push(interest);
            }
            ranked.push(rank);
        }
        Some(Weights::Ranking(ranked))
    }

    fn readings(&self, entries: &Entries<'a, Raw<'a>>, issues: &TiVec<IssueId, Issue>) -> Reading {
        let mut reading = Reading::default();
        self.check_repeats("reading", entries);
        for (key, raw) in &entries.0 {
            match self.subject(*key) {
                Some(Subject::Option(option)) => {
                    let stated = self.effects_of_line_or_map(*raw);
                    let cells = stated.into_iter().map(|(interest, effect)| ((option, interest), effect));
                    reading.options.extend(cells);
                }
                Some(Subject::Amount(issue)) => {
                    let cells = Cells { bounds: bounds(issues, issue), with_remarks: false };
                    let stated: Stated<Curve> = self.does(Some(*raw), None, cells);
                    let curves = stated.effects.unwrap_or_default().into_iter();
                    reading.amounts.extend(curves.map(|(interest, curve)| ((issue, interest), curve)));
                }
                None => {}
            }
        }
        reading
    }

    /// Reads effects that can't come with attributes.
    fn effects_of_line_or_map(&self, raw: Raw<'a>) -> BTreeMap<InterestId, Rational> {
        let stated: Stated<Rational> = self.does(Some(raw), None, Cells { bounds: None, with_remarks: false });
        if stated.attributes.is_some() {
            self.refuse_shape(raw, "only-effects");
        }
        stated.effects.unwrap_or_default()
    }

    /// Reads `"issue=option"`, or `"issue"` for an amount.
    pub(super) fn subject(&self, key: Raw<'a>) -> Option<Subject> {
        let quoted = self.quoted(key)?;
        if quoted.contains('=') && !self.names.issues.contains(&quoted) {
            return self.option_at(key).map(Subject::Option);
        }
        let issue = self.issue_at(key)?;
        match &self.names.decidable[usize::from(issue)] {
            Decidable::Amount => Some(Subject::Amount(issue)),
            Decidable::Unread => None,
            Decidable::Choice(_) | Decidable::Division(_) => {
                self.refuse_part(Code::NotAChoice, &quoted, key);
                None
            }
        }
    }

    /// Reads what a party has without an agreement.
    pub(super) fn no_deal(&self, raw: Raw<'a>, issues: &TiVec<IssueId, Issue>) -> Option<NoDeal> {
        let record: NoDealRecord<'a> = self.record_of(raw, "no-deal")?;
        let forms = [
            ("score", record.score.is_some()),
            ("effects", record.effects.is_some()),
            ("package", record.package.is_some()),
            ("today", record.today),
        ];
        let has_form = self.check_one_form("no-deal", &forms, raw);
        let reason = self.optional_text(record.because);
        let range = record.range.and_then(|raw| self.range(raw));
        let value = match (record.score, record.effects, record.package) {
            _ if !has_form => return None,
            (Some(raw), ..) => NoDealValue::Score(self.no_deal_score(raw)?),
            (_, Some(raw), _) => NoDealValue::Effects(self.effects_of_line_or_map(raw)),
            (.., Some(raw)) => NoDealValue::Package(self.package(issues, raw)?),
            (None, None, None) => NoDealValue::Today,
        };
        Some(NoDeal { value, reason, range })
    }

    fn no_deal_score(&self, raw: Raw<'a>) -> Option<Rational> {
        let score = self.number(raw)?;
        let is_on_scale = Rational::zero() <= score && score <= integer(100);
        if self.scale == Scale::Percent && !is_on_scale {
            self.refuse_part(Code::NoDealOffScale, raw.0, raw);
        }
        Some(score)
    }

    fn range(&self, raw: Raw<'a>) -> Option<NoDealRange> {
        let (low, likely, high) = self.tuple(raw, "range")?;
        let (low, likely, high) = (self.number(low), self.number(likely), self.number(high));
        let range = NoDealRange { low: low?, likely: likely?, high: high? };
        if !range.is_ordered() {
            self.refuse(Code::RangeNotOrdered, raw);
        }
        Some(range)
    }

    fn body(&self, raw: Raw<'a>) -> Option<RatifyingBody> {
        let record: BodyRecord<'a> = self.record_of(raw, "ratification")?;
        let body = self.required(record.body, raw, "ratification", "body").and_then(|raw| self.text(raw));
        let conditions = record.needs.iter().filter_map(|raw| self.condition(*raw)).collect();
        Some(RatifyingBody { body: body?, conditions })
    }

    fn mandates(&self, entries: &Entries<'a, Raw<'a>>) -> BTreeMap<IssueId, Text> {
        self.check_repeats("mandate", entries);
        let mandates = entries.0.iter().filter_map(|(key, raw)| {
            let (issue, text) = (self.issue_at(*key), self.text(*raw));
            Some((issue?, text?))
        });
        mandates.collect()
    }

    fn level(&self, raw: Raw<'a>) -> Option<Level> {
        let record: LevelRecord<'a> = self.record_of(raw, "level")?;
        let support = record.says.and_then(|raw| self.word(raw, SUPPORTS)).unwrap_or(Support::Unknown);
        Some(Level { text: self.required_text(record.text, raw, "level"), support })
    }

    fn probabilities(&self, entries: &Entries<'a, Raw<'a>>) -> BTreeMap<WorldId, Rational> {
        self.check_repeats("world", entries);
        let probabilities = entries.0.iter().filter_map(|(key, raw)| {
            let (world, probability) = (self.world_at(*key), self.number(*raw));
            let probability = probability?;
            if probability < Rational::zero() || integer(1) < probability {
                self.refuse_part(Code::ProbabilityOutOfRange, raw.0, *raw);
            }
            Some((world?, probability))
        });
        let probabilities: BTreeMap<WorldId, Rational> = probabilities.collect();
        let sum: Rational = probabilities.values().sum();
        // A single one above 1 has its own problem.
        if let Some((_, raw)) = entries.0.last().filter(|_| integer(1) < sum && 1 < probabilities.len()) {
            let problem = Problem::new(Code::ProbabilitiesTooMuch).at(self.place(raw.0, *raw));
            self.report(problem.with("name", shown(raw.0)).with("sum", write_exact(&sum)));
        }
        probabilities
    }

    fn openness(&self, entries: &Entries<'a, Raw<'a>>) -> Openness {
        self.check_repeats("datum", entries);
        let audiences = entries.0.iter().filter_map(|(key, raw)| {
            let (datum, to) = (self.word(*key, &Datum::WORDS), self.word(*raw, &Audience::WORDS));
            Some((datum?, to?))
        });
        Openness { audiences: audiences.collect() }
    }

    /// Reads `{"KO": Confirmed, "WA": (status: Assumed, by: "..")}`.
    fn said(&self, entries: &Entries<'a, Raw<'a>>) -> BTreeMap<InterestId, Said> {
        self.check_repeats("interest", entries);
        let said = entries.0.iter().filter_map(|(key, raw)| {
            let interest = self.interest_at(*key);
            if raw.shape() != Shape::Record {
                return Some((interest?, Said { status: self.word(*raw, HEARD)?, by: None }));
            }
            let record: SaidRecord<'a> = self.record(*raw)?;
            let status = self.required(record.status, *raw, "said", "status").and_then(|raw| self.word(raw, HEARD));
            Some((interest?, Said { status: status?, by: self.optional_text(record.by) }))
        });
        said.collect()
    }

    /// Reads what a party answered, by question.
    fn interview(&self, entries: &Entries<'a, Raw<'a>>) -> BTreeMap<String, Text> {
        self.check_repeats("question", entries);
        let answers = entries.0.iter().filter_map(|(key, raw)| {
            let (question, answer) = (self.string(*key), self.text(*raw));
            Some((question?, answer?))
        });
        answers.collect()
    }

    fn answer(&self, raw: Raw<'a>) -> Option<SpokenAnswer> {
        let record: AnswerRecord<'a> = self.record_of(raw, "answer")?;
        let question = self.required(record.question, raw, "answer", "question").and_then(|raw| self.string(raw));
        let about = record.about.and_then(|raw| self.topic(raw));
        Some(SpokenAnswer { question: question?, about, text: self.required_text(record.text, raw, "answer") })
    }

    /// Reads the name of an issue or an interest.
    fn topic(&self, raw: Raw<'a>) -> Option<String> {
        let quoted = self.quoted(raw)?;
        let name = &*quoted;
        // What both an issue and an interest are called is about the issue.
        let rosters = [&self.names.issues, &self.names.interests];
        match rosters.into_iter().find(|roster| roster.contains(name)) {
            Some(roster) => {
                self.find(roster, name, raw);
            }
            None if self.has_room(Severity::Error) => {
                let topics = rosters.into_iter().flat_map(|roster| &roster.ids).cloned();
                self.find(&Roster::new("topic", topics), name, raw);
            }
            None => {}
        }
        Some(name.to_owned())
    }
}

/// What a reading or a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An option.
    Option(OptionId),
    /// An issue that is an amount.
    Amount(IssueId),
}

/// The bounds of an amount, if it could be read.
pub(super) fn bounds(issues: &TiVec<IssueId, Issue>, issue: IssueId) -> Option<(&Rational, &Rational)> {
    match &issues[issue].kind {
        IssueKind::Quantity(quantity) => Some((&quantity.from, &quantity.to)),
        IssueKind::Choice(_) | IssueKind::Division(_) => None,
    }
}

fn no_weights() -> Weights {
    Weights::Numbers(BTreeMap::new())
}
