//! Why a package is worth what it is: gains by interest and by issue, adding up both ways.

use super::answer::tell_banner;
use super::blocks::Blocks;
use super::notes::{self, notes as all_notes};
use super::page::Page;
use super::voice::Voice;
use super::{Wordbook, reasons, typed, worlds};
use crate::domain::{InterestId, IssueId, Package, PartyId, Rational, Table};
use crate::explain::{Account, account, explain};
use crate::valuation::{Circumstances, assess};

/// Parties that have a score, each with where it comes from.
type Accounts = Vec<(PartyId, Account)>;

/// Tells where the scores of the package called `name` come from, or that of one `party` in full, in lines of at most
/// `width` columns.
#[must_use]
pub fn why_text(
    circumstances: &Circumstances<'_>,
    package: &Package,
    name: &str,
    party: Option<PartyId>,
    words: &Wordbook,
    width: usize,
) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, true);
    match party {
        None => tell_all(&mut page, voice, circumstances, (package, name), width),
        Some(party) => tell_one(&mut page, voice, circumstances, (package, name, party), width),
    }
    worlds::tell_if_conditional(&mut page, voice, circumstances, package, width);
    notes::tell(&mut page, voice, &all_notes(circumstances));
    page.lay_out(width)
}

fn tell_all(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    (package, name): (&Package, &str),
    width: usize,
) {
    let accounts = accounts(circumstances, package);
    page.heading(voice.say("why-all", &[("name", &typed(name))]));
    page.paragraph(voice.say("why-rounded", &[]));
    page.heading(voice.say("why-by-interest", &[]));
    let on_interest = |account: &Account, interest| account.on_interest(interest);
    let interests: Vec<(String, InterestId)> = named_interests(voice, touched(voice.table, &accounts));
    tell_parts(page, voice, &accounts, &interests, on_interest, width);
    page.heading(voice.say("why-by-issue", &[]));
    let issues = voice.table.issues_by_name().into_iter();
    let issues: Vec<(String, IssueId)> = issues.map(|issue| (voice.issue(issue), issue)).collect();
    tell_parts(page, voice, &accounts, &issues, |account, issue| account.by_issue(issue), width);
    tell_no_deals(page, voice, &accounts, &interests, width);
    let (assessment, explanation) = (assess(circumstances, package), explain(circumstances, package));
    reasons::tell_parties(page, voice, &assessment, &explanation);
}

/// The parties by name; those that are indifferent have no score to explain.
fn accounts(circumstances: &Circumstances<'_>, package: &Package) -> Accounts {
    let by_name = circumstances.table.parties_by_name().into_iter();
    by_name.filter_map(|party| Some((party, account(circumstances, party, package)?))).collect()
}

/// The interests that some decision or no-deal does something for, by name.
fn touched(table: &Table, accounts: &[(PartyId, Account)]) -> Vec<InterestId> {
    let mut interests = table.interests_by_name();
    interests.retain(|interest| {
        let zero = Rational::default();
        let otherwise = |account: &Account| account.no_deal_parts.as_ref().is_some_and(|of| of.contains_key(interest));
        accounts.iter().any(|(_, account)| {
            account.cells.iter().any(|((_, of), points)| of == interest && *points != zero) || otherwise(account)
        })
    });
    interests
}

fn named_interests(voice: Voice<'_>, interests: Vec<InterestId>) -> Vec<(String, InterestId)> {
    interests.into_iter().map(|interest| (voice.text(&voice.table.interests[interest].text), interest)).collect()
}

/// A row per part, a column per party; then where the score starts, the score, the no-deal and the gain.
fn tell_parts<P: Copy>(
    page: &mut Page,
    voice: Voice<'_>,
    accounts: &[(PartyId, Account)],
    parts: &[(String, P)],
    points: impl Fn(&Account, P) -> Rational,
    width: usize,
) {
    let heads = accounts.iter().map(|(party, _)| voice.party(*party)).collect();
    let mut grid = Blocks::of_numbers(String::new(), heads);
    let mut row = |name: String, of: &dyn Fn(&Account) -> Option<String>| {
        grid.row(name, accounts.iter().map(|(_, account)| of(account).unwrap_or_else(|| "-".to_owned())).collect());
    };
    row(voice.say("why-base", &[]), &|account| Some(voice.points(&account.base)));
    for (name, part) in parts {
        row(name.clone(), &|account| Some(cell(voice, &points(account, *part))));
    }
    row(voice.say("why-score", &[]), &|account| Some(voice.points(&account.score)));
    row(voice.say("column-no-deal", &[]), &|account| account.no_deal.as_ref().map(|points| voice.points(points)));
    row(voice.say("column-gain", &[]), &|account| account.gain().as_ref().map(|gain| voice.signed(gain)));
    grid.add_to(page, width);
}

/// Points with their sign; a dot for exactly nothing.
fn cell(voice: Voice<'_>, points: &Rational) -> String {
    if *points == Rational::default() { "·".to_owned() } else { voice.signed(points) }
}

/// What no deal would do for each interest, for the parties that say so.
fn tell_no_deals(
    page: &mut Page,
    voice: Voice<'_>,
    accounts: &[(PartyId, Account)],
    interests: &[(String, InterestId)],
    width: usize,
) {
    let telling = accounts.iter().filter_map(|(party, account)| Some((*party, account.no_deal_parts.as_ref()?)));
    let telling: Vec<_> = telling.collect();
    if telling.is_empty() {
        return;
    }
    page.heading(voice.say("why-no-deal", &[]));
    let mut grid = Blocks::of_numbers(String::new(), telling.iter().map(|(party, _)| voice.party(*party)).collect());
    for (name, interest) in interests {
        let points = telling.iter().map(|(_, parts)| parts.get(interest).cloned().unwrap_or_default());
        grid.row(name.clone(), points.map(|points| cell(voice, &points)).collect());
    }
    grid.add_to(page, width);
}

/// Everything about one party: issue by interest, what it can tell at home, what it would change first.
fn tell_one(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    (package, name, party): (&Package, &str, PartyId),
    width: usize,
) {
    let full_name = voice.full_name(party);
    page.heading(voice.say("why-one", &[("name", &typed(name)), ("party", &full_name)]));
    let (assessment, explanation) = (assess(circumstances, package), explain(circumstances, package));
    let Some(account) = account(circumstances, party, package) else {
        page.paragraph(voice.say("why-indifferent", &[("party", &voice.party(party))]));
        return;
    };
    page.paragraph(in_short(voice, &account));
    page.paragraph(voice.say("why-rounded", &[]));
    tell_cells(page, voice, party, package, account, width);
    page.heading(voice.say("why-in-words", &[]));
    page.item(reasons::telling(voice, &assessment, &explanation, party));
    page.item(reasons::first_change(voice, &explanation, party));
}

/// From where the score starts to the gain, in a sentence.
fn in_short(voice: Voice<'_>, account: &Account) -> String {
    let [base, score] = [&account.base, &account.score].map(|points| voice.points(points));
    let added = voice.signed(&(&account.score - &account.base));
    let sum = voice.say("why-sum", &[("base", &base), ("added", &added), ("score", &score)]);
    let gain = match (&account.no_deal, account.gain()) {
        (Some(no_deal), Some(gain)) => {
            voice.say("why-gain", &[("no_deal", &voice.points(no_deal)), ("gain", &voice.signed(&gain))])
        }
        _ => voice.say("why-gain-unknown", &[]),
    };
    format!("{sum} {gain}")
}

fn tell_cells(page: &mut Page, voice: Voice<'_>, party: PartyId, package: &Package, account: Account, width: usize) {
    let accounts = [(party, account)];
    let mut interests = touched(voice.table, &accounts);
    let weights = voice.table.parties[party].weights.values();
    let account = &accounts[0].1;
    interests.sort_by(|a, b| weights.get(b).cmp(&weights.get(a)));
    let heads = interests.iter().map(|interest| voice.text(&voice.table.interests[*interest].text));
    let mut grid = Blocks::of_numbers(String::new(), heads.chain([voice.say("why-together", &[])]).collect());
    for issue in voice.table.issues_by_name() {
        let decision = voice.decision(issue, &package.decisions[issue]);
        let name = voice.say("decision", &[("issue", &voice.issue(issue)), ("option", &decision)]);
        let cells = interests.iter().map(|interest| account.cell(issue, *interest)).chain([account.by_issue(issue)]);
        grid.row(name, cells.map(|points| cell(voice, &points)).collect());
    }
    let on_interest: Vec<Rational> = interests.iter().map(|interest| account.on_interest(*interest)).collect();
    let all = &account.score - &account.base;
    grid.row(
        voice.say("why-together", &[]),
        on_interest.iter().chain([&all]).map(|points| cell(voice, points)).collect(),
    );
    if let (Some(parts), Some(no_deal)) = (&account.no_deal_parts, &account.no_deal) {
        let of = interests.iter().map(|interest| parts.get(interest).cloned().unwrap_or_default());
        let cells = of.chain([no_deal - &account.base]).map(|points| cell(voice, &points)).collect();
        grid.row(voice.say("column-no-deal", &[]), cells);
    }
    grid.add_to(page, width);
}
