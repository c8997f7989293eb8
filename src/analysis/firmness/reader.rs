//! What counts for whom, and which number of the table it is: the table beside a copy in which every number is a tag.

use std::collections::BTreeMap;

use super::ledger::{Alternative, Figure};
use super::parameter::is_on_the_other_side;
use crate::domain::{
    AttributeId, Comparison, Curve, Decision, Does, InterestId, IssueId, Limit, NoDealValue, OptionId, Package,
    PartyId, Rational, nearest_f64,
};
use crate::valuation::Circumstances;

/// The table and its tagged copy, in the same world.
pub(super) struct Reader<'a> {
    pub(super) real: &'a Circumstances<'a>,
    pub(super) tagged: &'a Circumstances<'a>,
}

impl Reader<'_> {
    pub(super) fn effects(&self, party: PartyId, issue: IssueId, decision: &Decision) -> BTreeMap<InterestId, Figure> {
        match decision {
            Decision::Option(index) => {
                let option = OptionId { issue, index: *index };
                let effects = [self.real, self.tagged].map(|of| of.option_effects(party, option));
                figures(&effects[0], &effects[1])
            }
            Decision::Amount(amount) => {
                let curves = [self.real, self.tagged].map(|of| of.amount_effects(party, issue));
                on_curves(&curves[0], &curves[1], amount)
            }
            Decision::Shares(_) => BTreeMap::new(), // Tables with divisions aren't listed.
        }
    }

    /// What a decision leaves of the room of a limit, or of what must at least be there.
    pub(super) fn used(&self, limit: &Limit, issue: IssueId, decision: &Decision) -> Figure {
        let attributes = match decision {
            Decision::Option(index) => {
                let option = OptionId { issue, index: *index };
                figures(self.real.option_attributes(option), self.tagged.option_attributes(option))
            }
            Decision::Amount(amount) => {
                on_curves(self.real.amount_attributes(issue), self.tagged.amount_attributes(issue), amount)
            }
            Decision::Shares(_) => BTreeMap::new(), // Tables with divisions aren't listed.
        };
        self.left(limit, &attributes)
    }

    /// What so much of each attribute leaves of the room of a limit, or of what must at least be there.
    pub(super) fn left(&self, limit: &Limit, attributes: &BTreeMap<AttributeId, Figure>) -> Figure {
        let mut left = Figure::default();
        for (terms, sign) in [(&limit.room.terms, 1.0), (&limit.used.terms, -1.0)] {
            for (attribute, factor) in terms {
                if let Some(figure) = attributes.get(attribute) {
                    left.add(figure, sign * direction(limit.comparison) * nearest_f64(factor));
                }
            }
        }
        left
    }

    /// What an interaction does, its effects or its attributes.
    pub(super) fn together<K: Copy + Ord>(
        &self,
        interaction: usize,
        of: impl Fn(&Does<Rational>) -> &BTreeMap<K, Rational>,
    ) -> BTreeMap<K, Figure> {
        let [real, tagged] = [self.real, self.tagged].map(|of| &of.table.table().interactions[interaction].does);
        figures(of(real), of(tagged))
    }

    /// The part of a limit that doesn't hang on the package.
    pub(super) fn constant(&self, limit: &Limit, tagged: &Limit) -> Figure {
        let sign = direction(limit.comparison);
        let value = nearest_f64(&(&limit.room.constant - &limit.used.constant));
        let (tag, side) =
            if is_on_the_other_side(limit) { (&tagged.used.constant, -1.0) } else { (&tagged.room.constant, 1.0) };
        let sources = if std::ptr::eq(limit, tagged) { Vec::new() } else { source(tag, sign * side) };
        Figure { value: sign * value, sources }
    }

    pub(super) fn no_deal(&self, party: PartyId, interests: &[InterestId]) -> Option<Alternative> {
        let (real, tagged) = (self.real.no_deal(party)?, self.tagged.no_deal(party)?);
        let by_decisions = |package: &Package| {
            let mut sum: BTreeMap<InterestId, Figure> = BTreeMap::new();
            for issue in self.real.table.issues_by_name() {
                for (interest, figure) in self.effects(party, issue, &package.decisions[issue]) {
                    sum.entry(interest).or_default().add(&figure, 1.0);
                }
            }
            let [real, tagged] = [self.real, self.tagged].map(|of| of.interactions(package));
            for (together, tags) in real.zip(tagged) {
                for (interest, figure) in figures(&together.does.effects, &tags.does.effects) {
                    sum.entry(interest).or_default().add(&figure, 1.0);
                }
            }
            Alternative::Effects(pick(&sum, interests))
        };
        Some(match (&real.value, &tagged.value) {
            (NoDealValue::Score(score), NoDealValue::Score(tag)) => {
                Alternative::Score(Figure { value: nearest_f64(score), sources: source(tag, 1.0) })
            }
            (NoDealValue::Score(score), _) => Alternative::Score(Figure::plain(nearest_f64(score))),
            (NoDealValue::Effects(effects), _) => {
                let plain = effects.iter().map(|(interest, effect)| (*interest, Figure::plain(nearest_f64(effect))));
                Alternative::Effects(pick(&plain.collect(), interests))
            }
            (NoDealValue::Package(package), _) => by_decisions(package),
            (NoDealValue::Today, _) => by_decisions(&self.real.table.table().today()?),
        })
    }
}

/// -1 where what is used must be at least something, else 1.
fn direction(comparison: Comparison) -> f64 {
    if comparison == Comparison::AtLeast { -1.0 } else { 1.0 }
}

/// The candidate that a tag stands for.
fn source(tag: &Rational, factor: f64) -> Vec<(usize, f64)> {
    let position = usize::try_from(tag.to_integer()).ok().and_then(|tag| tag.checked_sub(1));
    position.map(|position| (position, factor)).into_iter().collect()
}

fn figures<K: Copy + Ord>(values: &BTreeMap<K, Rational>, tags: &BTreeMap<K, Rational>) -> BTreeMap<K, Figure> {
    let figure = |key: &K, value: &Rational| Figure {
        value: nearest_f64(value),
        sources: tags.get(key).map(|tag| source(tag, 1.0)).unwrap_or_default(),
    };
    values.iter().map(|(key, value)| (*key, figure(key, value))).collect()
}

fn on_curves<K: Copy + Ord>(
    curves: &BTreeMap<K, Curve>,
    tags: &BTreeMap<K, Curve>,
    amount: &Rational,
) -> BTreeMap<K, Figure> {
    let figure = |key: &K, curve: &Curve| Figure {
        value: nearest_f64(&curve.at(amount)),
        sources: tags.get(key).map(|tags| on_curve(tags, amount)).unwrap_or_default(),
    };
    curves.iter().map(|(key, curve)| (*key, figure(key, curve))).collect()
}

/// The points of a curve that its value at `amount` is made of, each with its part.
fn on_curve(tags: &Curve, amount: &Rational) -> Vec<(usize, f64)> {
    let points = tags.points();
    let after = points.partition_point(|(at, _)| at <= amount);
    match (after.checked_sub(1).map(|before| &points[before]), points.get(after)) {
        (Some((from, first)), Some((to, second))) => {
            let part = nearest_f64(&((amount - from) / (to - from)));
            [source(first, 1.0 - part), source(second, part)].concat()
        }
        (Some((_, only)), None) | (None, Some((_, only))) => source(only, 1.0),
        (None, None) => Vec::new(),
    }
}

/// The figures of some interests, nothing where none is known.
pub(super) fn pick(figures: &BTreeMap<InterestId, Figure>, interests: &[InterestId]) -> Vec<Figure> {
    interests.iter().map(|interest| figures.get(interest).cloned().unwrap_or_default()).collect()
}
