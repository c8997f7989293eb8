//! Points in the plane, drawn with plain characters.

/// How many rows a picture has, without its axis.
const ROWS: usize = 14;
/// The widest a picture gets.
const WIDEST: usize = 64;
/// What stands for a point.
const POINT: char = 'o';
/// What stands for what lies between two points.
const BETWEEN: char = '.';

/// A point, across and up.
pub(super) type Point = (f64, f64);

/// Numbers along the two sides of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    /// Below, at the left and at the right end.
    pub(super) across: [String; 2],
    /// At the left, at the lower and at the upper end.
    pub(super) up: [String; 2],
}

/// Draws lines, points, and letters where something is marked, in at most `width` columns; a letter goes before a point, a
/// point before a line, and the first letter before the others.
///
/// Every point lies in the picture; the least of each number lies at its left or lower end.
pub(super) fn scatter(
    lines: &[[Point; 2]],
    points: &[Point],
    marks: &[(char, f64, f64)],
    sides: &Sides,
    width: usize,
) -> Vec<String> {
    let margin = sides.up.iter().map(|label| label.chars().count()).max().unwrap_or(0) + 2;
    let columns = width.saturating_sub(margin).clamp(8, WIDEST);
    let ends = || lines.iter().flatten().chain(points).copied();
    let all = || ends().chain(marks.iter().map(|(_, x, y)| (*x, *y)));
    let across = Scale::over(all().map(|(x, _)| x), columns);
    let up = Scale::over(all().map(|(_, y)| y), ROWS);
    let mut cells = vec![vec![' '; columns]; ROWS];
    for [from, to] in lines {
        // At every half column, so that nothing is left out.
        for part in (0..=2 * columns).map(|at| at as f64 / (2 * columns) as f64) {
            let between = |from: f64, to: f64| from + (to - from) * part;
            cells[up.place(between(from.1, to.1))][across.place(between(from.0, to.0))] = BETWEEN;
        }
    }
    for (x, y) in points {
        cells[up.place(*y)][across.place(*x)] = POINT;
    }
    for (letter, x, y) in marks.iter().rev() {
        cells[up.place(*y)][across.place(*x)] = *letter;
    }
    let rows = cells.iter().enumerate().rev().map(|(at, row)| {
        let label = if at == 0 {
            &sides.up[0]
        } else if at + 1 == ROWS {
            &sides.up[1]
        } else {
            ""
        };
        format!("{label:>width$} |{}", row.iter().collect::<String>(), width = margin - 2)
    });
    let mut lines: Vec<String> = rows.collect();
    lines.push(format!("{:>width$} +{}", "", "-".repeat(columns), width = margin - 2));
    let [left, right] = &sides.across;
    let gap = columns.saturating_sub(left.chars().count() + right.chars().count());
    lines.push(format!("{}{left}{}{right}", " ".repeat(margin), " ".repeat(gap)));
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Which cell a number falls in.
struct Scale {
    least: f64,
    span: f64,
    cells: usize,
}

impl Scale {
    fn over(values: impl Iterator<Item = f64> + Clone, cells: usize) -> Self {
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let most = values.fold(f64::NEG_INFINITY, f64::max);
        Self { least, span: most - least, cells }
    }

    fn place(&self, value: f64) -> usize {
        if self.span <= 0.0 {
            return 0;
        }
        let part = (value - self.least) / self.span;
        ((part * (self.cells - 1) as f64).round() as usize).min(self.cells - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_lie_where_they_belong_and_marks_are_seen() {
        let sides = Sides { across: ["0".into(), "80".into()], up: ["20".into(), "100".into()] };
        let points: Vec<(f64, f64)> = (0..9).map(|at| (f64::from(at) * 10.0, 100.0 - f64::from(at) * 10.0)).collect();
        let lines = scatter(&[], &points, &[('J', 40.0, 60.0), ('F', 40.0, 60.0)], &sides, 23);
        assert!(lines.len() <= 20 && lines.iter().all(|line| line.chars().count() <= 23), "{lines:?}");
        insta::assert_snapshot!(lines.join("\n"), @r"
        100 |o
            |
            |  o
            |    o
            |
            |      o
            |         J
            |
            |           o
            |
            |             o
            |               o
            |
         20 |                 o
            +------------------
             0               80
        ");
    }

    #[test]
    fn a_line_goes_from_point_to_point() {
        let sides = Sides { across: ["0".into(), "9".into()], up: ["0".into(), "9".into()] };
        let lines = scatter(&[[(0.0, 9.0), (9.0, 0.0)]], &[(0.0, 9.0), (9.0, 0.0)], &[], &sides, 17);
        let drawn = |stroke: char| lines.iter().flat_map(|line| line.chars()).filter(|c| *c == stroke).count();
        assert_eq!(drawn('o'), 2, "{lines:?}");
        let rows = &lines[1..13];
        assert!(rows.iter().all(|line| line.contains('.')) && drawn('.') < 40, "{lines:?}");
    }

    #[test]
    fn one_point_is_a_picture_too() {
        let sides = Sides { across: ["5".into(), "5".into()], up: ["7".into(), "7".into()] };
        let lines = scatter(&[], &[(5.0, 7.0)], &[], &sides, 40);
        assert_eq!(lines.iter().filter(|line| line.contains('o')).count(), 1);
    }
}
