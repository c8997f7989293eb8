//! A stretch of the way that a number can go, between two places.

use super::course::View;
use super::field::Field;
use super::snapshot::TOLERANCE;

/// A value at both ends of a stretch.
pub(super) type Ends = (f64, f64);

/// The number at one place: everybody's scale, and what the package in question brings to everybody.
pub(super) struct Place {
    pub(super) view: View,
    own: Vec<f64>,
}

impl Place {
    pub(super) fn new(field: &Field<'_>, at: f64) -> Self {
        let view = field.along.view(at);
        let own = (0..view.people.len()).map(|person| field.gain(person, field.own, &view)).collect();
        Self { view, own }
    }
}

/// A stretch, on which every gain rises or falls throughout, and a part of one that was halved `depth` times.
pub(super) struct Stretch<'p> {
    pub(super) near: &'p Place,
    pub(super) far: &'p Place,
    pub(super) depth: u32,
    /// Those who care.
    pub(super) people: Vec<usize>,
    /// What the package in question brings at both ends, per person who cares.
    pub(super) own: Vec<Ends>,
}

impl<'p> Stretch<'p> {
    pub(super) fn new(field: &Field<'_>, near: &'p Place, far: &'p Place, depth: u32) -> Self {
        let cares = |person: &usize| near.view.people[*person].cares && far.view.people[*person].cares;
        let people: Vec<usize> = (0..field.along.ledger.people.len()).filter(cares).collect();
        let own = people.iter().map(|person| (near.own[*person], far.own[*person])).collect();
        Self { near, far, depth, people, own }
    }

    /// The smallest gain that the package in question brings to anybody anywhere.
    pub(super) fn least(&self) -> f64 {
        self.own.iter().map(|(a, b)| a.min(*b)).fold(f64::INFINITY, f64::min)
    }

    /// The middle of the stretch.
    pub(super) fn middle(&self, field: &Field<'_>) -> View {
        field.along.view(f64::midpoint(self.near.view.at, self.far.view.at))
    }

    /// Whether everybody's scale is as wide at one end as at the other, so that gains are straight lines.
    pub(super) fn is_straight(&self) -> bool {
        self.near.view.people.iter().zip(&self.far.view.people).all(|(near, far)| near.unit == far.unit)
    }

    /// Whether the package in question is acceptable all along.
    pub(super) fn surely_accepts_own(&self, field: &Field<'_>) -> bool {
        field.own_is_allowed
            && self.floors(field).all(|(a, b)| -TOLERANCE <= a.min(b))
            && field.surely_keeps(field.own, self)
    }

    /// Whether the package in question may be acceptable somewhere.
    pub(super) fn may_accept_own(&self, field: &Field<'_>) -> bool {
        field.own_is_allowed
            && self.floors(field).all(|(a, b)| -TOLERANCE <= a.max(b))
            && field.may_keep(field.own, self)
    }

    /// What the package in question brings to those with a floor.
    fn floors(&self, field: &Field<'_>) -> impl Iterator<Item = Ends> {
        self.people.iter().zip(&self.own).filter(|(person, _)| field.has_floor(**person)).map(|(_, own)| *own)
    }
}
