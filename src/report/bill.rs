//! The bill of a package: what it uses of every limit, whose limit that is, and what each decision puts on it.

use num_traits::Signed as _;

use super::answer::{numbers_grid, tell_banner};
use super::package::bill_grid;
use super::page::{Column, Page};
use super::typed;
use super::voice::Voice;
use super::{Wordbook, conflict};
use crate::domain::{Comparison, Package, Rational, RuleForm};
use crate::explain::{BillAccount, BillPart, bills};
use crate::valuation::{Circumstances, assess};

/// Tells the bill of the package called `name` in words, in lines of at most `width` columns.
#[must_use]
pub fn bill_text(
    circumstances: &Circumstances<'_>,
    package: &Package,
    name: &str,
    words: &Wordbook,
    width: usize,
) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, true);
    page.heading(voice.say("bill-of", &[("name", &typed(name))]));
    let bills = bills(circumstances, package);
    if bills.is_empty() {
        page.paragraph(voice.say("bill-none", &[]));
    }
    page.grid(bill_grid(voice, circumstances, &assess(circumstances, package)));
    for bill in &bills {
        tell_limit(&mut page, voice, circumstances, package, bill);
    }
    page.lay_out(width)
}

fn tell_limit(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    package: &Package,
    bill: &BillAccount,
) {
    page.heading(typed(&voice.table.rules[bill.rule].id));
    page.paragraph(whose(voice, bill));
    let columns = [Column::Words, Column::Number, Column::Number];
    let mut grid = numbers_grid(voice, &["", "column-used", "column-limit"], &columns);
    let amount = |amount: &Rational| if *amount == Rational::default() { String::new() } else { voice.amount(amount) };
    let constants = [&bill.limit.used.constant, &bill.limit.room.constant].map(amount);
    if constants.iter().any(|constant| !constant.is_empty()) {
        grid.rows.push([voice.say("bill-constant", &[])].into_iter().chain(constants).collect());
    }
    for BillPart { issue, used, room } in &bill.parts {
        let decision = voice.decision(*issue, &package.decisions[*issue]);
        grid.rows.push(vec![
            voice.say("decision", &[("issue", &voice.issue(*issue)), ("option", &decision)]),
            amount(used),
            amount(room),
        ]);
    }
    let [used, limit] = [&bill.bill.used, &bill.bill.limit].map(|amount| voice.amount(amount));
    grid.rows.push(vec![voice.say("bill-together", &[]), used, limit]);
    page.grid(grid);
    page.paragraph(what_is_left(voice, circumstances, bill));
}

/// Whose limit it is, what it demands here and why.
fn whose(voice: Voice<'_>, bill: &BillAccount) -> String {
    let rule = &voice.table.rules[bill.rule];
    let form = voice.form(&RuleForm::Limit(bill.limit.clone()));
    let unknown = || voice.say("bill-unsaid", &[]);
    let [owner, reason] = [&rule.owner, &rule.reason].map(|text| text.as_ref().map(|text| voice.phrase(text)));
    let (owner, reason) = (owner.unwrap_or_else(unknown), reason.unwrap_or_else(unknown));
    voice.say("bill-whose", &[("form", &form), ("owner", &owner), ("reason", &reason)])
}

fn what_is_left(voice: Voice<'_>, circumstances: &Circumstances<'_>, bill: &BillAccount) -> String {
    let beyond = &bill.bill.used - &bill.bill.limit;
    let (more, less) = (beyond.is_positive(), beyond.is_negative());
    let key = match bill.limit.comparison {
        Comparison::AtMost if more => "bill-over",
        Comparison::AtMost => "bill-left",
        Comparison::AtLeast if less => "bill-short",
        Comparison::AtLeast if more => "bill-spare",
        Comparison::Equal if more => "bill-too-much",
        Comparison::Equal if less => "bill-too-little",
        Comparison::AtLeast | Comparison::Equal => "bill-exact",
    };
    let amount = beyond.abs();
    let unit = conflict::rule_unit(voice, circumstances, bill.rule);
    let amount = [Some(voice.amount(&amount)), unit].into_iter().flatten().collect::<Vec<_>>().join(" ");
    voice.say(key, &[("amount", &amount)])
}
