//! The efficient outcomes in words: how many, whether these are all, where they lie, and a few of different shape.

use num_traits::ToPrimitive as _;

use super::answer::{numbers_grid, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::packages::{mark_name, named, tell_side_by_side};
use super::page::{Column, INDENT, Page};
use super::scatter::{Sides, scatter};
use super::voice::Voice;
use super::{Asked, Strokes, Wordbook, conflict};
use crate::analysis::Outlook;
use crate::domain::{Package, PartyId, Rational, Scale, integer, nearest_f64};
use crate::optimize::{Frontier, FrontierPoint};

/// How many columns stand for a party's scores from its worst to its best.
const RANGE: usize = 24;

/// Tells the frontier, in lines of at most `width` columns.
#[must_use]
pub fn frontier_text(asked: Asked<'_>, outlook: &Outlook, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: asked.circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, asked.question.world, asked.question.floors);
    tell_demands(&mut page, voice, asked.question);
    match &outlook.conflict {
        Some(found) => {
            let key = if asked.question.ratifiable { "conflict-ratifiable" } else { "conflict" };
            page.heading(voice.say(key, &[]));
            conflict::tell(&mut page, voice, asked.circumstances, &asked.question.also, found);
        }
        None => {
            page.heading(voice.say("frontier", &[]));
            let view = View { voice, asked, outlook, frontier: &outlook.frontier, width };
            view.tell_how_many(&mut page);
            view.tell_where(&mut page);
            view.tell_handful(&mut page);
        }
    }
    notes::tell(&mut page, voice, &all_notes(asked.circumstances));
    page.lay_out(width)
}

/// What a frontier is told from.
struct View<'a> {
    voice: Voice<'a>,
    asked: Asked<'a>,
    outlook: &'a Outlook,
    frontier: &'a Frontier,
    width: usize,
}

impl View<'_> {
    fn tell_how_many(&self, page: &mut Page) {
        let (voice, frontier) = (self.voice, self.frontier);
        if frontier.points.is_empty() {
            page.paragraph(voice.say("unknown-answer", &[]));
            return page.paragraph(voice.words.attribute("unknown-answer", "hint", &[]).unwrap_or_default());
        }
        let count = frontier.points.len();
        let outcomes = [("count", &*count.to_string()), ("written", &voice.count(count as u64))];
        page.paragraph(voice.say("frontier-outcomes", &outcomes));
        if !self.compares_all() {
            page.paragraph(voice.say("frontier-among", &[("parties", &voice.parties(&frontier.parties))]));
        }
        let all: Option<u128> = frontier.points.iter().map(|point| point.packages).sum();
        match all {
            Some(all) if frontier.complete && all > count as u128 => {
                page.paragraph(voice.say("frontier-packages", &[("packages", &voice.packages(Some(all)))]));
            }
            _ => {}
        }
        page.paragraph(self.certainty());
    }

    /// Whether everybody who has a score is compared.
    fn compares_all(&self) -> bool {
        let yardsticks = self.asked.circumstances.yardsticks.iter();
        yardsticks.filter(|yardstick| !yardstick.is_indifferent()).count() == self.frontier.parties.len()
    }

    /// Whether these are all, or how much is missing at most.
    fn certainty(&self) -> String {
        let (voice, frontier) = (self.voice, self.frontier);
        match &frontier.gap {
            _ if frontier.complete => {
                let packages = voice.packages(frontier.packages);
                [voice.say("frontier-complete", &[]), voice.say("proven-merged", &[("packages", &packages)])].join(" ")
            }
            Some(gap) => voice.say("frontier-gap", &[("gap", &voice.points(gap))]),
            None => voice.say("frontier-unknown-gap", &[]),
        }
    }

    /// A picture of two parties' scores, or each party's range.
    fn tell_where(&self, page: &mut Page) {
        match self.frontier.parties[..] {
            _ if self.frontier.points.is_empty() => {}
            [across, up] => self.tell_picture(page, across, up),
            _ => self.tell_ranges(page),
        }
    }

    fn score(&self, place: usize, point: &FrontierPoint) -> Rational {
        let party = self.frontier.parties[place];
        &point.gains[place] + self.asked.circumstances.no_deal_score(party).unwrap_or_default()
    }

    fn scores(&self, place: usize) -> Vec<Rational> {
        self.frontier.points.iter().map(|point| self.score(place, point)).collect()
    }

    fn tell_picture(&self, page: &mut Page, across: PartyId, up: PartyId) {
        let voice = self.voice;
        let score =
            |party: PartyId, package: &Package| self.asked.circumstances.score(party, package).unwrap_or_default();
        let marked = self.outlook.marks.iter().map(|(objective, package)| {
            (mark_name(voice, *objective).0, [across, up].map(|party| score(party, package)))
        });
        let marked: Vec<(char, [Rational; 2])> = marked.collect();
        let labels = |place: usize| {
            let all = self.scores(place).into_iter().chain(marked.iter().map(|(_, scores)| scores[place].clone()));
            let ends = all.fold(None, |ends: Option<[Rational; 2]>, score| match ends {
                None => Some([score.clone(), score]),
                Some([least, most]) => Some([least.min(score.clone()), most.max(score)]),
            });
            ends.unwrap_or_default().map(|end| voice.points(&end))
        };
        let sides = Sides { across: labels(0), up: labels(1) };
        let points = self.scores(0).into_iter().zip(self.scores(1));
        let points: Vec<(f64, f64)> = points.map(|(x, y)| (nearest_f64(&x), nearest_f64(&y))).collect();
        let marks: Vec<(char, f64, f64)> =
            marked.iter().map(|(letter, [x, y])| (*letter, nearest_f64(x), nearest_f64(y))).collect();
        let names = [("across", &*voice.party(across)), ("up", &voice.party(up))];
        page.paragraph(voice.say("frontier-picture", &names));
        page.picture(scatter(&points, &marks, &sides, self.width.saturating_sub(INDENT)));
        self.tell_marks(page);
    }

    /// What the letters of the picture mean; those of one package together.
    fn tell_marks(&self, page: &mut Page) {
        let voice = self.voice;
        let mut packages: Vec<(&Package, Vec<String>)> = Vec::new();
        for (objective, package) in &self.outlook.marks {
            let (letter, name) = mark_name(voice, *objective);
            let told = voice.say("frontier-mark", &[("letter", &letter.to_string()), ("name", &name)]);
            match packages.iter_mut().find(|(known, _)| *known == package) {
                Some((_, names)) => names.push(told),
                None => packages.push((package, vec![told])),
            }
        }
        for (_, names) in packages {
            let key = if names.len() > 1 { "frontier-same" } else { "frontier-one" };
            page.item(voice.say(key, &[("names", &voice.list(&names))]));
        }
    }

    /// Between which scores each party comes out.
    fn tell_ranges(&self, page: &mut Page) {
        let header = ["column-party", "column-least", "column-most", ""];
        let columns = [Column::Words, Column::Number, Column::Number, Column::Bar];
        let mut grid = numbers_grid(self.voice, &header, &columns);
        for (place, party) in self.frontier.parties.iter().enumerate() {
            let scores = self.scores(place);
            let (Some(least), Some(most)) = (scores.iter().min(), scores.iter().max()) else { continue };
            let numbers = [least, most].map(|score| self.voice.points(score));
            let range = self.range(*party, least, most);
            grid.rows.push([self.voice.party(*party)].into_iter().chain(numbers).chain([range]).collect());
        }
        page.grid(grid);
        page.paragraph(self.voice.say("frontier-ranges", &[]));
        self.tell_marks(page);
    }

    /// A bar from `least` to `most` on a line from the party's worst to its best.
    fn range(&self, party: PartyId, least: &Rational, most: &Rational) -> String {
        let yardstick = &self.asked.circumstances.yardsticks[party];
        let ends = [&yardstick.worst, &yardstick.best].map(|raw| yardstick.score(raw).unwrap_or_default());
        let [worst, best] = ends;
        let place = |score: &Rational| {
            let part = (score - &worst) / (&best - &worst) * integer(RANGE as i64);
            part.round().to_integer().to_i64().unwrap_or(0).clamp(0, RANGE as i64) as usize
        };
        let from = place(least).min(RANGE - 1);
        let to = place(most).max(from + 1);
        let stroke = if self.voice.words.strokes == Strokes::Ascii { "#" } else { "█" };
        format!("|{}{}{}|", " ".repeat(from), stroke.repeat(to - from), " ".repeat(RANGE - to))
    }

    fn tell_handful(&self, page: &mut Page) {
        let handful = &self.outlook.handful;
        if handful.len() > 1 {
            page.heading(self.voice.say("frontier-handful", &[]));
            let parties = self.voice.parties(&self.frontier.parties);
            page.paragraph(match self.compares_all() {
                true => self.voice.say("frontier-handful-meaning", &[]),
                false => self.voice.say("frontier-handful-among", &[("parties", &parties)]),
            });
            tell_side_by_side(page, self.voice, self.asked, &named("F", handful), self.width);
        }
        if !handful.is_empty() {
            page.paragraph(match self.voice.table.scale {
                Scale::Percent => self.voice.say("not-comparable", &[]),
                Scale::Points => self.voice.say("not-comparable-points", &[]),
            });
        }
    }
}
