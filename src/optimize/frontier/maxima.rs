//! Which of many points no other dominates, by divide and conquer (Kung, Luccio and Preparata 1975; Bentley 1980).
//!
//! Points are compared by rank only, so that the width of the numbers doesn't matter here.

use std::collections::BTreeMap;

use crate::optimize::space::Whole;

/// Below how many pairs every pair is looked at.
const FEW_PAIRS: usize = 1 << 10;
/// After how many comparisons the clock is read.
const PATIENCE: u64 = 1 << 22;

/// Points by rank, the best group first.
///
/// A point dominates another if it stands in an earlier group and none of its ranks is smaller.
#[derive(Clone, Debug, Default)]
pub(crate) struct Points {
    /// How many ranks a point has.
    pub(crate) width: usize,
    /// The ranks, point by point.
    pub(crate) ranks: Vec<u32>,
    /// The group of each point, not falling.
    pub(crate) groups: Vec<u32>,
}

impl Points {
    /// The ranks of vectors in falling order, of which the first `gains` values are gains: a vector dominates another if
    /// none of its values is smaller and some gain is larger.
    ///
    /// Of two with different gains the earlier has more of the first one in which they differ, so the group says what the
    /// first gain would, and that some gain is larger.
    pub(crate) fn of<N: Whole>(falling: &[&[N]], gains: usize) -> Self {
        let mut points = Self::default();
        let mut group = 0;
        for (at, values) in falling.iter().enumerate() {
            group += u32::from(at > 0 && falling[at - 1][..gains] != values[..gains]);
            points.groups.push(group);
        }
        let width = falling.first().map_or(0, |values| values.len());
        let columns: Vec<Vec<u32>> = (1..width).filter_map(|column| ranks(falling, column)).collect();
        points.width = columns.len();
        points.ranks = (0..falling.len()).flat_map(|at| columns.iter().map(move |column| column[at])).collect();
        points
    }
}

/// The rank of each vector by one value; `None` if all have the same.
fn ranks<N: Whole>(vectors: &[&[N]], column: usize) -> Option<Vec<u32>> {
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    order.sort_unstable_by(|a, b| vectors[*a][column].cmp(&vectors[*b][column]));
    let mut ranks = vec![0; vectors.len()];
    let mut rank = 0;
    for pair in order.windows(2) {
        rank += u32::from(vectors[pair[0]][column] != vectors[pair[1]][column]);
        ranks[pair[1]] = rank;
    }
    (rank > 0).then_some(ranks)
}

/// Says which points no other dominates; `None` if `is_due` said to stop. After `effort` comparisons the rest is left as
/// it is: then a point that stays may be dominated, but none that goes isn't.
pub(crate) fn efficient(points: &Points, effort: u64, is_due: &dyn Fn() -> bool) -> Option<Vec<bool>> {
    let mut stays = match points.width {
        0 => points.groups.iter().map(|group| Some(group) == points.groups.first()).collect(),
        1 => above_line(points),
        2 => above_stairs(points),
        _ => {
            let mut sieve = Sieve { points, stays: vec![true; points.groups.len()], spent: 0, effort, is_due };
            sieve.sift(0, points.groups.len());
            if sieve.effort == 0 && effort > 0 {
                return None;
            }
            sieve.stays
        }
    };
    stays.truncate(points.groups.len());
    Some(stays)
}

/// One rank besides the group: a point stays if it beats every earlier group.
fn above_line(points: &Points) -> Vec<bool> {
    let mut best: Option<u32> = None;
    let mut stays = Vec::with_capacity(points.groups.len());
    for group in points.groups.chunk_by(|a, b| a == b) {
        let ranks = &points.ranks[stays.len()..stays.len() + group.len()];
        stays.extend(ranks.iter().map(|rank| best.is_none_or(|best| best < *rank)));
        best = best.max(ranks.iter().max().copied());
    }
    stays
}

/// Two ranks besides the group: a point stays if it lies outside the stairs of earlier groups.
fn above_stairs(points: &Points) -> Vec<bool> {
    let mut stairs: BTreeMap<u32, u32> = BTreeMap::new();
    let mut stays = Vec::with_capacity(points.groups.len());
    for group in points.groups.chunk_by(|a, b| a == b) {
        let start = stays.len();
        let pair = |at: usize| (points.ranks[2 * at], points.ranks[2 * at + 1]);
        for at in start..start + group.len() {
            let (across, up) = pair(at);
            stays.push(stairs.range(across..).next().is_none_or(|(_, step)| *step < up));
        }
        for at in start..start + group.len() {
            let (across, up) = pair(at);
            if stairs.range(across..).next().is_some_and(|(_, step)| up <= *step) {
                continue;
            }
            while let Some(step) = stairs.range(..=across).next_back().filter(|(_, step)| **step <= up) {
                let below = *step.0;
                stairs.remove(&below);
            }
            stairs.insert(across, up);
        }
    }
    stays
}

struct Sieve<'a> {
    points: &'a Points,
    stays: Vec<bool>,
    spent: u64,
    /// How many comparisons are left to do; 0 after a stop.
    effort: u64,
    is_due: &'a dyn Fn() -> bool,
}

impl Sieve<'_> {
    fn rank(&self, point: usize, at: usize) -> u32 {
        self.points.ranks[point * self.points.width + at]
    }

    /// Sifts the points `from..to`: the earlier half, then what it leaves of the later half.
    fn sift(&mut self, from: usize, to: usize) {
        let Some(middle) = self.middle(from, to) else { return };
        self.sift(from, middle);
        let alive = |from: usize, to: usize| (from..to).filter(|at| self.stays[*at]).collect::<Vec<usize>>();
        let (early, late) = (alive(from, middle), alive(middle, to));
        self.strike(&early, &late, self.points.width);
        self.sift(middle, to);
    }

    /// The border between groups nearest the middle of `from..to`; `None` within one group.
    fn middle(&self, from: usize, to: usize) -> Option<usize> {
        let groups = &self.points.groups[from..to];
        let group = *groups.get(groups.len() / 2)?;
        let start = groups.partition_point(|other| *other < group);
        let end = groups.partition_point(|other| *other <= group);
        let border = if start > 0 && (groups.len() <= start + end || end == groups.len()) { start } else { end };
        (0 < border && border < groups.len()).then_some(from + border)
    }

    /// Strikes out what of `late` some point of `early` isn't behind in any of the first `width` ranks.
    fn strike(&mut self, early: &[usize], late: &[usize], width: usize) {
        if early.is_empty() || late.is_empty() || self.is_spent(early.len() + late.len()) {
            return;
        }
        if width == 0 {
            return late.iter().for_each(|point| self.stays[*point] = false);
        }
        if early.len() * late.len() <= FEW_PAIRS {
            return self.strike_pairs(early, late, width);
        }
        let at = width - 1;
        let ends = |points: &[usize]| {
            let ranks = points.iter().map(|point| self.rank(*point, at));
            ranks.fold((u32::MAX, 0), |(least, most), rank| (least.min(rank), most.max(rank)))
        };
        let (early_ends, late_ends) = (ends(early), ends(late));
        if early_ends.1 < late_ends.0 {
            return;
        }
        if late_ends.1 <= early_ends.0 {
            return self.strike(early, late, at);
        }
        if width == 1 {
            return self.strike_below(late, early_ends.1);
        }
        self.strike_parts(early, late, width);
    }

    /// Splits both sides at a rank in the middle. The early ones above it need only be compared in the other ranks with
    /// the late ones below it.
    fn strike_parts(&mut self, early: &[usize], late: &[usize], width: usize) {
        let at = width - 1;
        let mut ranks: Vec<u32> = early.iter().chain(late).map(|point| self.rank(*point, at)).collect();
        let half = ranks.len() / 2;
        let median = *ranks.select_nth_unstable(half).1;
        let least = ranks.iter().min().copied().unwrap_or(median);
        let above = ranks.iter().filter(|rank| least < **rank).min().copied();
        let border = if median == least { above.unwrap_or(median) } else { median };
        let split = |points: &[usize]| -> (Vec<usize>, Vec<usize>) {
            points.iter().partition(|point| border <= self.rank(**point, at))
        };
        let ((early_high, early_low), (late_high, late_low)) = (split(early), split(late));
        self.strike(&early_high, &late_low, at);
        self.strike(&early_high, &late_high, width);
        let late_low: Vec<usize> = late_low.into_iter().filter(|point| self.stays[*point]).collect();
        self.strike(&early_low, &late_low, width);
    }

    fn strike_below(&mut self, late: &[usize], most: u32) {
        for point in late {
            if self.rank(*point, 0) <= most {
                self.stays[*point] = false;
            }
        }
    }

    fn strike_pairs(&mut self, early: &[usize], late: &[usize], width: usize) {
        let total = self.points.width;
        let ranks = |point: usize| &self.points.ranks[point * total..point * total + width];
        for point in late {
            let mine = ranks(*point);
            let covers = |other: &&usize| ranks(**other).iter().zip(mine).all(|(theirs, mine)| mine <= theirs);
            if early.iter().any(|other| covers(&other)) {
                self.stays[*point] = false;
            }
        }
        self.spent += (early.len() * late.len()) as u64;
    }

    /// Whether to leave the rest as it is.
    fn is_spent(&mut self, more: usize) -> bool {
        let before = self.spent / PATIENCE;
        self.spent += more as u64;
        if before < self.spent / PATIENCE && (self.is_due)() {
            self.effort = 0;
        }
        self.effort <= self.spent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(seed: &mut u64, n: u64) -> u32 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((*seed >> 33) % n) as u32
    }

    fn random_points(seed: &mut u64) -> Points {
        let (width, count) = (below(seed, 5) as usize, 1 + below(seed, 400) as usize);
        let most = [2, 5, 40, 1000][below(seed, 4) as usize];
        let mut groups: Vec<u32> = (0..count).map(|_| below(seed, 60)).collect();
        groups.sort_unstable();
        Points { width, ranks: (0..width * count).map(|_| below(seed, most)).collect(), groups }
    }

    #[test]
    fn a_point_stays_if_looking_at_every_pair_finds_nothing_that_dominates_it() {
        let mut seed = 3;
        let mut struck = 0;
        for case in 0..400 {
            let points = random_points(&mut seed);
            let ranks = |at: usize| &points.ranks[at * points.width..(at + 1) * points.width];
            let dominated = |at: usize| {
                (0..points.groups.len()).any(|other| {
                    points.groups[other] < points.groups[at]
                        && ranks(other).iter().zip(ranks(at)).all(|(theirs, mine)| mine <= theirs)
                })
            };
            let expected: Vec<bool> = (0..points.groups.len()).map(|at| !dominated(at)).collect();
            struck += expected.iter().filter(|stays| !**stays).count();
            assert_eq!(efficient(&points, u64::MAX, &|| false).unwrap(), expected, "case {case}");
            // With little effort fewer go, and never a wrong one.
            let some = efficient(&points, 2_000, &|| false).unwrap();
            assert!(some.iter().zip(&expected).all(|(some, all)| *some || !all), "case {case}");
        }
        assert!(struck > 10_000, "{struck}");
    }
}
