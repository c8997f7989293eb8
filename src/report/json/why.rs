//! Where scores come from, and the bill of a package, as JSON.

use std::collections::BTreeSet;

use serde::Serialize;

use super::answer::{WarningJson, warnings};
use super::package::{Choice, choices};
use super::worlds::{WorldsJson, worlds};
use super::{Ordered, line};
use crate::domain::{InterestId, Package, PartyId, Rational, Text, nearest_f64};
use crate::explain::{Account, account, bills, is_conditional};
use crate::valuation::Circumstances;

#[derive(Debug, Serialize)]
struct WhyJson<'a> {
    table: &'a str,
    world: &'a str,
    name: &'a str,
    choices: Ordered<Choice>,
    /// `null` for an indifferent party.
    parties: Ordered<Option<AccountJson>>,
    /// Of packages that take conditional options.
    #[serde(flatten)]
    in_worlds: Option<WorldsJson>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

/// Points of the party's score: `base` plus `by_interest`, or plus `by_issue`, is `score`.
#[derive(Debug, Serialize)]
struct AccountJson {
    base: f64,
    score: f64,
    no_deal: Option<f64>,
    gain: Option<f64>,
    by_interest: Ordered<f64>,
    by_issue: Ordered<f64>,
    /// By issue, then by interest; cells of 0 are left out.
    cells: Ordered<Ordered<f64>>,
    /// What no deal adds to each interest; `null` if it is unknown or a bare score.
    no_deal_by_interest: Option<Ordered<f64>>,
}

#[derive(Debug, Serialize)]
struct BillsJson<'a> {
    table: &'a str,
    world: &'a str,
    name: &'a str,
    choices: Ordered<Choice>,
    bills: Vec<BillJson<'a>>,
}

#[derive(Debug, Serialize)]
struct BillJson<'a> {
    rule: &'a str,
    owner: Option<String>,
    reason: Option<String>,
    kept: bool,
    used: f64,
    limit: f64,
    left: f64,
    /// What doesn't depend on the package.
    fixed: PartJson,
    by_issue: Ordered<PartJson>,
}

#[derive(Debug, Serialize)]
struct PartJson {
    used: f64,
    limit: f64,
}

/// Where the scores of a package come from, or that of one `party`, as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn why_json(
    circumstances: &Circumstances<'_>,
    package: &Package,
    name: &str,
    party: Option<PartyId>,
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let asked = table.parties_by_name().into_iter().filter(|id| party.is_none_or(|party| party == *id));
    let one = |id: PartyId| {
        let account = account(circumstances, id, package);
        (table.parties[id].id.clone(), account.map(|account| account_json(circumstances, &account)))
    };
    line(&WhyJson {
        table: &table.id,
        world: &table.worlds[circumstances.world].id,
        name,
        choices: choices(table, package),
        parties: Ordered(asked.map(one).collect()),
        in_worlds: is_conditional(table, package).then(|| worlds(circumstances, package)),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}

fn account_json(circumstances: &Circumstances<'_>, account: &Account) -> AccountJson {
    let table = circumstances.table.table();
    let interests: BTreeSet<InterestId> = account.cells.keys().map(|(_, interest)| *interest).collect();
    let name = |interest: InterestId| table.interests[interest].id.clone();
    let sorted = |points: &mut dyn Iterator<Item = (InterestId, Rational)>| {
        let mut named: Vec<(String, f64)> = points.map(|(id, points)| (name(id), nearest_f64(&points))).collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        Ordered(named)
    };
    let issues = table.issues_by_name();
    let cells = issues.iter().map(|issue| {
        let mut of_issue = interests.iter().map(|interest| (*interest, account.cell(*issue, *interest)));
        let mut of_issue = of_issue.by_ref().filter(|(_, points)| *points != Rational::default());
        (table.issues[*issue].id.clone(), sorted(&mut of_issue))
    });
    let by_issue = issues.iter().map(|issue| (table.issues[*issue].id.clone(), nearest_f64(&account.by_issue(*issue))));
    AccountJson {
        base: nearest_f64(&account.base),
        score: nearest_f64(&account.score),
        no_deal: account.no_deal.as_ref().map(nearest_f64),
        gain: account.gain().as_ref().map(nearest_f64),
        by_interest: sorted(&mut interests.iter().map(|interest| (*interest, account.on_interest(*interest)))),
        by_issue: Ordered(by_issue.collect()),
        cells: Ordered(cells.collect()),
        no_deal_by_interest: account
            .no_deal_parts
            .as_ref()
            .map(|parts| sorted(&mut parts.iter().map(|(interest, points)| (*interest, points.clone())))),
    }
}

/// The bill of every limit as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn bill_json(
    circumstances: &Circumstances<'_>,
    package: &Package,
    name: &str,
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let bills = bills(circumstances, package);
    let text = |text: &Option<Text>| -> Option<String> { Some(text.as_ref()?.get(table.language).to_owned()) };
    let part = |used: &Rational, limit: &Rational| PartJson { used: nearest_f64(used), limit: nearest_f64(limit) };
    let one = bills.iter().map(|bill| BillJson {
        rule: &table.rules[bill.rule].id,
        owner: text(&table.rules[bill.rule].owner),
        reason: text(&table.rules[bill.rule].reason),
        kept: bill.kept,
        used: nearest_f64(&bill.bill.used),
        limit: nearest_f64(&bill.bill.limit),
        left: nearest_f64(&bill.bill.left),
        fixed: part(&bill.limit.used.constant, &bill.limit.room.constant),
        by_issue: Ordered(
            bill.parts.iter().map(|one| (table.issues[one.issue].id.clone(), part(&one.used, &one.room))).collect(),
        ),
    });
    let bills = one.collect();
    let world = &table.worlds[circumstances.world].id;
    line(&BillsJson { table: &table.id, world, name, choices: choices(table, package), bills })
}
