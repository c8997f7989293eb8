//! The efficient outcomes in words: how many, whether these are all, where they lie, and a few of different shape.

use num_traits::ToPrimitive as _;

use super::answer::{numbers_grid, tell_banner, tell_demands};
use super::notes::{self, notes as all_notes};
use super::packages::{mark_name, named, tell_side_by_side};
use super::page::{Column, INDENT, Page};
use super::scatter::{Point, Sides, scatter};
use super::voice::Voice;
use super::{Asked, Strokes, Wordbook, conflict};
use crate::analysis::Outlook;
use crate::domain::{Count, Package, PartyId, Rational, Scale, integer, nearest_f64};
use crate::optimize::{Frontier, FrontierPoint, How, Segment};

/// How many columns stand for a party's scores from its worst to its best.
const RANGE: usize = 24;
/// How many segments are told in words.
const MOST_SEGMENTS: usize = 12;

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
        let key = if frontier.packages.is_some() { "frontier-outcomes" } else { "frontier-corners" };
        page.paragraph(voice.say(key, &outcomes));
        if !self.compares_all() {
            let compared =
                [("parties", &*voice.parties(&frontier.parties)), ("count", &frontier.parties.len().to_string())];
            page.paragraph(voice.say("frontier-among", &compared));
        }
        let all: Option<Count> = frontier.points.iter().map(|point| point.packages.as_ref()).sum();
        match all {
            Some(all) if frontier.complete && all > count as u128 => {
                page.paragraph(voice.say("frontier-packages", &[("packages", &voice.packages(Some(&all)))]));
            }
            _ => {}
        }
        page.paragraph(self.certainty());
    }

    /// Whether nobody knows what a party gains.
    fn is_unknown(&self, party: PartyId) -> bool {
        self.asked.circumstances.no_deal_score(party).is_none()
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
                let packages = voice.packages(frontier.packages.as_ref());
                let proven = match &frontier.packages {
                    Some(_) if frontier.how == How::Merged => voice.say("proven-merged", &[("packages", &packages)]),
                    Some(_) => voice.say("proven-bounded", &[("packages", &packages)]),
                    None => voice.say("proven-endless", &[]),
                };
                [voice.say("frontier-complete", &[]), proven].join(" ")
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
        self.tell_segments(page);
    }

    /// What lies between corner points: from which scores to which, and what moves.
    fn tell_segments(&self, page: &mut Page) {
        let (voice, segments) = (self.voice, &self.frontier.segments);
        if segments.is_empty() {
            return;
        }
        page.heading(voice.say("frontier-segments", &[]));
        for Segment { ends: [from, to] } in segments.iter().take(MOST_SEGMENTS) {
            let [scores_from, scores_to] = [from, to].map(|end| self.scores_in_words(&end.gains));
            let moves = self.moves(&from.package, &to.package);
            let arguments = [("from", &*scores_from), ("to", &scores_to), ("moves", &voice.list(&moves))];
            page.item(voice.say("frontier-segment", &arguments));
        }
        if MOST_SEGMENTS < segments.len() {
            let more = (segments.len() - MOST_SEGMENTS).to_string();
            page.item(voice.say("frontier-more-segments", &[("count", &more)]));
        }
        if segments.iter().flat_map(|segment| &segment.ends).any(|end| end.is_open) {
            page.paragraph(voice.say("frontier-open", &[]));
        }
    }

    fn scores_in_words(&self, gains: &[Rational]) -> String {
        let score = |(party, gain): (&PartyId, &Rational)| {
            let score = gain + self.asked.circumstances.no_deal_score(*party).unwrap_or_default();
            format!("{} {}", self.voice.party(*party), self.voice.points(&score))
        };
        self.frontier.parties.iter().zip(gains).map(score).collect::<Vec<_>>().join(" · ")
    }

    /// Which amounts move from one package to another, and what is the same in both.
    fn moves(&self, from: &Package, to: &Package) -> Vec<String> {
        let voice = self.voice;
        let issues = from.decisions.iter_enumerated().zip(&to.decisions);
        let moving = issues.filter(|((_, from), to)| from != to).map(|((issue, from), to)| {
            let [from, to] = [from, to].map(|decision| voice.decision(issue, decision));
            voice.say("frontier-moves", &[("issue", &voice.issue(issue)), ("from", &from), ("to", &to)])
        });
        let written = voice.assignments(from).into_iter().zip(voice.assignments(to));
        let same: Vec<String> = written.filter(|(from, to)| from == to).map(|(same, _)| same).collect();
        let same = (!same.is_empty()).then(|| voice.say("frontier-stays", &[("what", &same.join(" "))]));
        moving.chain(same).collect()
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
        let key = if self.frontier.segments.is_empty() { "frontier-picture" } else { "frontier-picture-lines" };
        page.paragraph(voice.say(key, &names));
        page.picture(scatter(&self.lines(), &points, &marks, &sides, self.width.saturating_sub(INDENT)));
        self.tell_marks(page);
    }

    /// The segments between two parties.
    fn lines(&self) -> Vec<[Point; 2]> {
        let at = |gains: &[Rational]| {
            let floor = |place: usize| self.asked.circumstances.no_deal_score(self.frontier.parties[place]);
            let score = |place: usize| nearest_f64(&(&gains[place] + floor(place).unwrap_or_default()));
            (score(0), score(1))
        };
        self.frontier.segments.iter().map(|segment| [0, 1].map(|end| at(&segment.ends[end].gains))).collect()
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
            // Where outcomes weren't listed, or lie between those that are, the smallest gain may be lifted further.
            let is_between = !self.frontier.segments.is_empty();
            let unknown: Vec<PartyId> =
                self.frontier.parties.iter().copied().filter(|party| self.is_unknown(*party)).collect();
            let key = match (self.compares_all(), self.frontier.complete, is_between) {
                _ if !unknown.is_empty() => "frontier-handful-unknown",
                (true, true, false) => "frontier-handful-meaning",
                (true, true, true) => "frontier-handful-corners",
                (true, false, _) => "frontier-handful-found",
                (false, true, false) => "frontier-handful-among",
                (false, true, true) => "frontier-handful-among-corners",
                (false, false, _) => "frontier-handful-among-found",
            };
            let arguments = [("parties", &*parties), ("unknown", &self.voice.parties(&unknown))];
            page.paragraph(self.voice.say(key, &arguments));
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
