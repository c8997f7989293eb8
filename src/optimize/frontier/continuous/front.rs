//! What no other package beats between two parties: falling segments and points, from left to right.

use std::collections::BTreeSet;

use crate::domain::Rational;

/// A package with the gains that it leads to: across, and up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) gains: [Rational; 2],
    pub(super) choice: Vec<usize>,
    pub(super) amounts: Vec<Option<Rational>>,
}

/// A segment of packages of one cell, or a single package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Less across, more up.
    pub(super) left: Spot,
    pub(super) right: Spot,
    /// Whether the left and the right end are not efficient themselves, but everything next to them is.
    pub(super) is_open: [bool; 2],
}

/// Pieces that don't beat each other, from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Front {
    pieces: Vec<Piece>,
}

impl Spot {
    fn across(&self) -> &Rational {
        &self.gains[0]
    }

    fn up(&self) -> &Rational {
        &self.gains[1]
    }

    /// Of two packages with the same gains the one that comes first by names.
    fn first(self, other: Self) -> Self {
        if (&other.choice, &other.amounts) < (&self.choice, &self.amounts) { other } else { self }
    }
}

impl Piece {
    pub(super) fn point(spot: Spot) -> Self {
        Self { left: spot.clone(), right: spot, is_open: [false; 2] }
    }

    pub(super) fn segment(left: Spot, right: Spot) -> Self {
        Self { left, right, is_open: [false; 2] }
    }

    fn is_point(&self) -> bool {
        self.left.gains == self.right.gains
    }

    /// Whether the piece has a package at `across`.
    fn covers(&self, across: &Rational) -> bool {
        let after_left = self.left.across() < across || (!self.is_open[0] && self.left.across() == across);
        let before_right = across < self.right.across() || (!self.is_open[1] && self.right.across() == across);
        after_left && before_right
    }

    /// The package where the piece, or the line that it lies on, is at `across`.
    fn at(&self, across: &Rational) -> Spot {
        if self.is_point() || across == self.left.across() {
            return self.left.clone();
        }
        if across == self.right.across() {
            return self.right.clone();
        }
        let part = (across - self.left.across()) / (self.right.across() - self.left.across());
        let between = |left: &Rational, right: &Rational| left + (right - left) * &part;
        let amount = |(left, right): (&Option<Rational>, &Option<Rational>)| {
            left.as_ref().zip(right.as_ref()).map(|(left, right)| between(left, right))
        };
        Spot {
            gains: [across.clone(), between(self.left.up(), self.right.up())],
            choice: self.left.choice.clone(),
            amounts: self.left.amounts.iter().zip(&self.right.amounts).map(amount).collect(),
        }
    }

    /// Where across the segment is at `up`.
    fn across_at(&self, up: &Rational) -> Rational {
        let part = (up - self.left.up()) / (self.right.up() - self.left.up());
        self.left.across() + (self.right.across() - self.left.across()) * part
    }

    /// Where across the lines of two segments meet.
    fn meets(&self, other: &Self) -> Option<Rational> {
        if self.is_point() || other.is_point() {
            return None;
        }
        let slope = |piece: &Self| (piece.right.up() - piece.left.up()) / (piece.right.across() - piece.left.across());
        let (own, theirs) = (slope(self), slope(other));
        let height = |piece: &Self, slope: &Rational| piece.left.up() - slope * piece.left.across();
        (own != theirs).then(|| (height(other, &theirs) - height(self, &own)) / (own - theirs))
    }
}

/// A part of what the sweep keeps, from right to left.
enum Kept {
    Point(Spot),
    /// What lies between two places across on the piece with this number.
    Between {
        left: Rational,
        right: Rational,
        piece: usize,
    },
}

impl Front {
    /// Whether some package gives both parties at least as much as `gains`.
    pub(super) fn reaches(&self, gains: &[Rational]) -> bool {
        let [across, up] = gains else { return false };
        self.pieces.iter().any(|piece| {
            let from = across.max(piece.left.across());
            from <= piece.right.across() && up <= piece.at(from).up() && piece.covers(from)
        })
    }

    /// The segments, from right to left.
    pub(super) fn segments(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().rev().filter(|piece| !piece.is_point())
    }

    /// The ends of segments that are efficient themselves, and the single points, from right to left. Of packages with the
    /// same gains the first by names.
    pub(super) fn corners(&self) -> Vec<Spot> {
        let ends = self.pieces.iter().flat_map(|piece| {
            let ends = [(&piece.left, piece.is_open[0]), (&piece.right, piece.is_open[1])];
            ends.into_iter().filter(|(_, is_open)| !is_open).map(|(spot, _)| spot.clone())
        });
        let mut ends: Vec<Spot> = ends.collect();
        ends.sort_by(|a, b| b.gains.cmp(&a.gains).then_with(|| (&a.choice, &a.amounts).cmp(&(&b.choice, &b.amounts))));
        ends.dedup_by(|later, first| later.gains == first.gains);
        ends
    }

    /// What neither these pieces nor others beat.
    pub(super) fn merged(self, others: Vec<Piece>) -> Self {
        if others.is_empty() {
            return self;
        }
        let own = self.pieces.len();
        let pieces: Vec<Piece> = self.pieces.into_iter().chain(others).collect();
        let places = turns(&pieces, own);
        Self { pieces: joined(&pieces, sweep(&pieces, &places)) }
    }
}

/// Every place across at which something begins, ends or meets, from right to left.
fn turns(pieces: &[Piece], own: usize) -> Vec<Rational> {
    let mut places: BTreeSet<Rational> = BTreeSet::new();
    for piece in pieces {
        places.extend([piece.left.across().clone(), piece.right.across().clone()]);
    }
    let (own, others) = pieces.split_at(own);
    for (one, other) in own.iter().flat_map(|one| others.iter().map(move |other| (one, other))) {
        let from = one.left.across().max(other.left.across());
        let to = one.right.across().min(other.right.across());
        if from < to {
            places.extend(one.meets(other).filter(|at| from < at && at < to));
        }
    }
    places.into_iter().rev().collect()
}

/// Goes from right to left and keeps what is higher up than everything to the right of it, and than what is there too.
fn sweep(pieces: &[Piece], places: &[Rational]) -> Vec<Kept> {
    let mut kept: Vec<Kept> = Vec::new();
    // The highest package so far.
    let mut most: Option<Rational> = None;
    for (at, place) in places.iter().enumerate() {
        let here = pieces.iter().filter(|piece| piece.covers(place)).map(|piece| piece.at(place));
        let here = here.reduce(|one, other| match one.up().cmp(other.up()) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Equal => one.first(other),
            std::cmp::Ordering::Greater => one,
        });
        if let Some(spot) = here.filter(|spot| most.as_ref().is_none_or(|most| most < spot.up())) {
            most = Some(spot.up().clone());
            kept.push(Kept::Point(spot));
        }
        if let Some(next) = places.get(at + 1) {
            kept.extend(between(pieces, next, place, most.as_ref()));
        }
    }
    kept
}

/// What is kept between two neighbouring places: of the highest piece what is above `most`.
fn between(pieces: &[Piece], left: &Rational, right: &Rational, most: Option<&Rational>) -> Option<Kept> {
    let middle = (left + right) / Rational::from_integer(2.into());
    let over = pieces.iter().enumerate().filter(|(_, piece)| piece.covers(&middle));
    let highest = over.map(|(at, piece)| (at, piece.at(&middle))).reduce(|one, other| {
        let is_higher = one.1.up() < other.1.up();
        let is_first = one.1.up() == other.1.up() && pieces[other.0].left.choice < pieces[one.0].left.choice;
        if is_higher || is_first { other } else { one }
    });
    let (piece, _) = highest?;
    let [from, to] = [left, right].map(|place| pieces[piece].at(place));
    let right = match most {
        Some(most) if from.up() <= most => return None,
        Some(most) if to.up() < most => pieces[piece].across_at(most),
        _ => right.clone(),
    };
    Some(Kept::Between { left: left.clone(), right, piece })
}

/// Joins what is kept, from right to left, to pieces as long as they can be, from left to right.
fn joined(pieces: &[Piece], kept: Vec<Kept>) -> Vec<Piece> {
    let mut joined: Vec<(Option<usize>, Piece)> = Vec::new();
    let mut point: Option<Spot> = None;
    for part in kept {
        match part {
            Kept::Point(spot) => {
                // It closes the segment to its right, or stands alone until one to its left begins at it.
                let closes = joined.last().is_some_and(|(of, last)| of.is_some() && last.left.gains == spot.gains);
                if let Some((_, last)) = joined.last_mut().filter(|_| closes) {
                    last.is_open[0] = false;
                } else {
                    joined.push((None, Piece::point(spot.clone())));
                }
                point = Some(spot);
            }
            Kept::Between { left, right, piece } => {
                let [left, right] = [&left, &right].map(|place| pieces[piece].at(place));
                let begins = point.take().is_some_and(|spot| spot.gains == right.gains);
                let goes_on =
                    |(of, last): &(Option<usize>, Piece)| *of == Some(piece) && last.left.gains == right.gains;
                match joined.last_mut() {
                    Some(last) if begins && goes_on(last) => {
                        last.1.left = left;
                        last.1.is_open[0] = true;
                    }
                    _ => {
                        // A point that the segment begins at is part of it, if it is the same package.
                        let is_end = |(of, last): &mut (Option<usize>, Piece)| {
                            of.is_none()
                                && begins
                                && last.right.choice == right.choice
                                && last.right.gains == right.gains
                        };
                        joined.pop_if(is_end);
                        joined.push((Some(piece), Piece { left, right, is_open: [true, !begins] }));
                    }
                }
            }
        }
    }
    joined.into_iter().rev().map(|(_, piece)| piece).collect()
}
