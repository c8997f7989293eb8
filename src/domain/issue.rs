//! What is decided: issues, their options, amounts and divisions, and what each of these does.

use std::collections::BTreeMap;

use itertools::Itertools as _;

use super::{AttributeId, Decision, InterestId, OptionId, Rational, Remark, Subject, Text, WorldId, integer};

/// A matter to be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// The name used in packages and rules.
    pub id: String,
    /// The issue in words.
    pub text: Text,
    /// Whether the decision depends on others than the parties at the table.
    pub outside: bool,
    /// The bundle of issues that is talked about together with this one.
    pub bundle: Option<String>,
    /// What holds if nothing changes.
    pub today: Option<Decision>,
    /// A parked issue stays at `today`.
    pub parked: bool,
    /// How it is decided.
    pub kind: IssueKind,
}

impl Issue {
    /// The options of a choice; empty for the other kinds.
    #[must_use]
    pub fn options(&self) -> &[IssueOption] {
        match &self.kind {
            IssueKind::Choice(options) => options,
            IssueKind::Quantity(_) | IssueKind::Division(_) => &[],
        }
    }

    /// Who may receive a share of a division; empty for the other kinds.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient] {
        match &self.kind {
            IssueKind::Division(division) => &division.recipients,
            IssueKind::Choice(_) | IssueKind::Quantity(_) => &[],
        }
    }
}

/// How an issue is decided.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueKind {
    /// Exactly one of the options.
    Choice(Vec<IssueOption>),
    /// An amount between two bounds.
    Quantity(Box<Quantity>),
    /// A total split over named recipients.
    Division(Division),
}

/// What something adds to each interest and attribute; what isn't named adds nothing.
///
/// `V` is a number for an option and a [`Curve`] for an amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Does<V> {
    /// Effects on interests, -10..+10 against "nothing changes" (any number on a points scale).
    pub effects: BTreeMap<InterestId, V>,
    /// Facts that rules speak about, in the attribute's unit.
    pub attributes: BTreeMap<AttributeId, V>,
}

impl<V> Default for Does<V> {
    fn default() -> Self {
        Self { effects: BTreeMap::new(), attributes: BTreeMap::new() }
    }
}

/// One possible decision on a [`IssueKind::Choice`] issue.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueOption {
    /// The name used in packages and rules.
    pub id: String,
    /// The option in words.
    pub text: Text,
    /// What it does.
    pub does: Does<Rational>,
    /// When the option holds only in some worlds, and what counts otherwise.
    pub provision: Option<Provision>,
    /// Whether the option belongs to the reference set that scores are scaled by.
    pub in_reference: bool,
    /// Source and status per cell.
    pub remarks: BTreeMap<Subject, Remark>,
}

/// The condition of a conditional option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provision {
    /// The option holds if one of these worlds comes true.
    pub worlds: Vec<WorldId>,
    /// The option of the same issue whose effects and attributes count otherwise.
    pub otherwise: OptionId,
    /// What everybody can observe that shows which of the two counts.
    pub event: Option<Text>,
    /// By when that is known, such as `2019-01-01`.
    pub by: Option<Text>,
}

/// An amount between two bounds, continuous or on a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The smallest amount.
    pub from: Rational,
    /// The largest amount.
    pub to: Rational,
    /// The distance between amounts that can be agreed; without one every amount can.
    pub step: Option<Rational>,
    /// What one of it is.
    pub unit: Option<Text>,
    /// What an amount does, as curves over `from..=to`.
    pub does: Does<Curve>,
    /// Which amounts belong to the reference set that scores are scaled by.
    pub reference: Reference,
    /// Source and status per curve.
    pub remarks: BTreeMap<Subject, Remark>,
}

impl Quantity {
    /// How many amounts can be agreed; `None` if continuous.
    #[must_use]
    pub fn steps(&self) -> Option<Rational> {
        let step = self.step.as_ref()?;
        Some(((&self.to - &self.from) / step).floor() + Rational::from_integer(1.into()))
    }

    /// Every amount that can be agreed, by size; `None` if continuous.
    #[must_use]
    pub fn amounts(&self) -> Option<impl Iterator<Item = Rational>> {
        let step = self.step.as_ref()?;
        let nth = move |count: i64| &self.from + step * integer(count);
        Some((0..).map(nth).take_while(|amount| *amount <= self.to))
    }

    /// Whether `amount` can be agreed.
    #[must_use]
    pub fn allows(&self, amount: &Rational) -> bool {
        let on_step = self.step.as_ref().is_none_or(|step| ((amount - &self.from) / step).is_integer());
        self.from <= *amount && *amount <= self.to && on_step
    }
}

/// Which amounts of a quantity belong to the reference set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// All of them.
    Whole,
    /// Those between two amounts: the bounds when the reference set froze.
    Range(Rational, Rational),
    /// None: the issue was added later.
    Outside,
}

/// A total split over named recipients.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// What is divided.
    pub total: Rational,
    /// What one of it is.
    pub unit: Option<Text>,
    /// Whether all of it must be given away.
    pub exactly: bool,
    /// Who may receive a share, and what a share does.
    pub recipients: Vec<Recipient>,
}

/// A recipient of a division.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// The name used in packages.
    pub id: String,
    /// What a share does, as curves over `0..=total`.
    pub does: Does<Curve>,
}

/// A piecewise-linear curve through points `(amount, value)`; flat before the first and behind the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    points: Vec<(Rational, Rational)>,
}

impl Curve {
    /// Makes the curve through `points`; `None` unless there is one and their amounts rise strictly.
    #[must_use]
    pub fn new(points: Vec<(Rational, Rational)>) -> Option<Self> {
        let rising = points.iter().tuple_windows().all(|(a, b)| a.0 < b.0);
        (!points.is_empty() && rising).then_some(Self { points })
    }

    /// The points of the curve, by rising amount.
    #[must_use]
    pub fn points(&self) -> &[(Rational, Rational)] {
        &self.points
    }

    /// The value at `amount`.
    #[must_use]
    pub fn at(&self, amount: &Rational) -> Rational {
        let after = self.points.partition_point(|(x, _)| x <= amount);
        match (after.checked_sub(1).map(|i| &self.points[i]), self.points.get(after)) {
            (Some((x0, y0)), Some((x1, y1))) => y0 + (y1 - y0) * (amount - x0) / (x1 - x0),
            (Some((_, y)), None) | (None, Some((_, y))) => y.clone(),
            (None, None) => Rational::from_integer(0.into()),
        }
    }
}
