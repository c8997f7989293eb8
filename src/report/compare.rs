//! Packages side by side: what they decide, what each is worth to whom, which of them can be agreed.

use super::answer::tell_banner;
use super::blocks::Blocks;
use super::notes::{self, notes as all_notes};
use super::package::{finds, verdict};
use super::page::Page;
use super::typed;
use super::voice::Voice;
use super::{Wordbook, worlds};
use crate::domain::{Package, Rational, RuleId};
use crate::explain::{SideBySide, best, side_by_side};
use crate::valuation::{Assessment, Circumstances, PartyAssessment};

/// What stands before the best value of a row, so that it can be seen without colour.
const BEST: &str = "* ";

/// What a view of several packages is told from.
struct View<'a> {
    voice: Voice<'a>,
    circumstances: &'a Circumstances<'a>,
    packages: &'a [(String, Package)],
    found: SideBySide,
    width: usize,
}

/// Puts packages, each with its name, side by side in words, in lines of at most `width` columns.
#[must_use]
pub fn compare_text(
    circumstances: &Circumstances<'_>,
    packages: &[(String, Package)],
    words: &Wordbook,
    width: usize,
) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let found = side_by_side(circumstances, &packages.iter().map(|(_, package)| package).collect::<Vec<_>>());
    let view = View { voice, circumstances, packages, found, width };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, true);
    view.tell_decisions(&mut page);
    view.tell_scores(&mut page);
    view.tell_gains(&mut page);
    view.tell_verdicts(&mut page);
    view.tell_bills(&mut page);
    view.tell_ratification(&mut page);
    view.tell_better(&mut page);
    let called: Vec<(String, &Package)> = packages.iter().map(|(name, package)| (typed(name), package)).collect();
    worlds::tell_several(&mut page, voice, circumstances, &called, false);
    notes::tell(&mut page, voice, &all_notes(circumstances));
    page.lay_out(width)
}

impl View<'_> {
    fn heads(&self) -> Vec<String> {
        self.packages.iter().map(|(name, _)| typed(name)).collect()
    }

    fn say(&self, key: &str) -> String {
        self.voice.say(key, &[])
    }

    fn tell_decisions(&self, page: &mut Page) {
        page.heading(self.say("compare"));
        let mut grid = Blocks::of_words(String::new(), self.heads());
        for issue in &self.found.differing {
            let decisions = self.packages.iter().map(|(_, package)| &package.decisions[*issue]);
            grid.row(self.voice.issue(*issue), decisions.map(|one| self.voice.decision(*issue, one)).collect());
        }
        grid.add_to(page, self.width);
        if let (Some((_, package)), false) = (self.packages.first(), self.found.same.is_empty()) {
            let told = self.found.same.iter().map(|issue| {
                let option = self.voice.decision(*issue, &package.decisions[*issue]);
                self.voice.say("decision", &[("issue", &self.voice.issue(*issue)), ("option", &option)])
            });
            let decisions = self.voice.list(&told.collect::<Vec<_>>());
            page.paragraph(self.voice.say("compare-same", &[("decisions", &decisions)]));
        }
    }

    fn tell_scores(&self, page: &mut Page) {
        page.heading(self.say("compare-scores"));
        let mut grid = Blocks::of_numbers(self.say("column-party"), self.heads());
        for party in self.circumstances.table.parties_by_name() {
            let scores: Vec<Option<&Rational>> =
                self.found.assessments.iter().map(|one| one.parties[party].score.as_ref()).collect();
            grid.row(self.voice.party(party), marked(&scores, |score| self.voice.points(score)));
        }
        grid.add_to(page, self.width);
        page.paragraph(self.say("compare-mark"));
    }

    fn tell_gains(&self, page: &mut Page) {
        if self.found.assessments.iter().all(|one| one.smallest_gain().is_none()) {
            return;
        }
        page.heading(self.say("compare-gains"));
        let mut grid = Blocks::of_numbers(self.say("column-party"), self.heads());
        for party in self.circumstances.table.parties_by_name() {
            let gain = |one: &Assessment| PartyAssessment::gain(&one.parties[party]);
            self.add_gains(&mut grid, self.voice.party(party), gain);
        }
        self.add_gains(&mut grid, self.say("compare-smallest"), Assessment::smallest_gain);
        self.add_gains(&mut grid, self.say("compare-joint"), Assessment::joint_gain);
        grid.add_to(page, self.width);
    }

    fn add_gains(&self, grid: &mut Blocks, name: String, of: impl Fn(&Assessment) -> Option<Rational>) {
        let gains: Vec<Option<Rational>> = self.found.assessments.iter().map(of).collect();
        let gains: Vec<Option<&Rational>> = gains.iter().map(Option::as_ref).collect();
        grid.row(name, marked(&gains, |gain| self.voice.signed(gain)));
    }

    /// Whether each package can be agreed; packages of which the same is to be said stand together.
    fn tell_verdicts(&self, page: &mut Page) {
        page.heading(self.say("verdict"));
        let mut verdicts: Vec<(String, Vec<String>)> = Vec::new();
        for ((name, package), assessment) in self.packages.iter().zip(&self.found.assessments) {
            let verdict = verdict(self.voice, self.circumstances, (package, assessment), true).unwrap_or_else(|all| {
                let start = [self.say("not-acceptable")];
                start.into_iter().chain(all).collect::<Vec<_>>().join(" ")
            });
            match verdicts.iter_mut().find(|(known, _)| *known == verdict) {
                Some((_, names)) => names.push(typed(name)),
                None => verdicts.push((verdict, vec![typed(name)])),
            }
        }
        for (verdict, names) in verdicts {
            let names = self.voice.list(&names);
            page.item(self.voice.say("compare-verdict", &[("names", &names), ("verdict", &verdict)]));
        }
    }

    /// What each package uses of every limit.
    fn tell_bills(&self, page: &mut Page) {
        let mut limits = self.voice.table.rules_by_name();
        limits.retain(|rule| self.found.assessments.iter().any(|one| one.rules[*rule].bill.is_some()));
        if limits.is_empty() {
            return;
        }
        page.heading(self.say("bill"));
        let mut grid = Blocks::of_numbers(self.say("column-limit-name"), self.heads());
        for rule in limits {
            let cells = self.found.assessments.iter().map(|one| self.bill(one, rule));
            grid.row(self.voice.rule(rule), cells.collect());
        }
        grid.add_to(page, self.width);
    }

    fn bill(&self, assessment: &Assessment, rule: RuleId) -> String {
        let content = &assessment.rules[rule];
        let Some(bill) = &content.bill else { return String::new() };
        let key = if content.kept { "compare-bill" } else { "compare-bill-broken" };
        let [used, limit] = [&bill.used, &bill.limit].map(|amount| self.voice.amount(amount));
        self.voice.say(key, &[("used", &used), ("limit", &limit)])
    }

    fn tell_ratification(&self, page: &mut Page) {
        let Some(first) = self.found.assessments.first().filter(|one| !one.ratifications.is_empty()) else { return };
        page.heading(self.say("ratification"));
        let mut grid = Blocks::of_words(self.say("column-body"), self.heads());
        let mut bodies: Vec<_> = first.ratifications.iter().enumerate().collect();
        bodies.sort_by_key(|(_, found)| (self.voice.party(found.party), found.body));
        for (at, found) in bodies {
            let cells = self.found.assessments.iter().map(|one| finds(self.voice, one.ratifications[at].status));
            grid.row(self.voice.body(found.party, found.body), cells.collect());
        }
        grid.add_to(page, self.width);
    }

    /// Which packages are better for all, and where people have to choose.
    fn tell_better(&self, page: &mut Page) {
        if self.packages.len() < 2 {
            return;
        }
        page.heading(self.say("compare-better"));
        let name = |at: usize| typed(&self.packages[at].0);
        for (better, worse) in &self.found.better_for_all {
            let kept = self.found.assessments[*better].keeps_rules();
            let key = if kept { "compare-dominates" } else { "compare-dominates-broken" };
            page.item(self.voice.say(key, &[("better", &name(*better)), ("worse", &name(*worse))]));
        }
        for (first, second) in &self.found.worth_the_same {
            page.item(self.voice.say("compare-equal", &[("first", &name(*first)), ("second", &name(*second))]));
        }
        if self.found.better_for_all.is_empty() && self.found.worth_the_same.is_empty() {
            page.paragraph(self.say("compare-none"));
        }
        if self.found.favours_differ() {
            self.tell_favours(page);
        }
    }

    fn tell_favours(&self, page: &mut Page) {
        page.paragraph(self.say("compare-favours"));
        for (at, (name, _)) in self.packages.iter().enumerate() {
            let fans = self.found.best_for.iter().filter(|(_, best)| best.contains(&at));
            let fans: Vec<String> = fans.map(|(party, _)| self.voice.party(*party)).collect();
            if !fans.is_empty() {
                let parties = self.voice.list(&fans);
                page.item(self.voice.say("compare-favour", &[("name", &typed(name)), ("parties", &parties)]));
            }
        }
    }
}

/// The values in words, the best ones marked; a dash for what isn't known.
fn marked(values: &[Option<&Rational>], tell: impl Fn(&Rational) -> String) -> Vec<String> {
    let best = best(values);
    let one = |(at, value): (usize, &Option<&Rational>)| {
        let told = value.map_or_else(|| "-".to_owned(), &tell);
        if best.contains(&at) { format!("{BEST}{told}") } else { told }
    };
    values.iter().enumerate().map(one).collect()
}
