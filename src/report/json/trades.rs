//! The JSON of trades.

use serde::Serialize;

use super::answer::{WarningJson, warnings};
use super::package::{Choice, choice, choices};
use super::{Ordered, line};
use crate::analysis::{Bystander, Side, Trade, Trades};
use crate::domain::{PartyId, Table, nearest_f64};
use crate::valuation::Circumstances;

#[derive(Debug, Serialize)]
struct TradesJson {
    table: String,
    world: String,
    from: Ordered<Choice>,
    is_today: bool,
    trades: Vec<TradeJson>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct TradeJson {
    parties: Ordered<SideJson>,
    others: Ordered<OtherJson>,
    keeps_rules: bool,
    breaks: Vec<String>,
    choices: Ordered<Choice>,
}

#[derive(Debug, Serialize)]
struct SideJson {
    gets: Ordered<Choice>,
    receives: f64,
    pays: f64,
    more: f64,
}

#[derive(Debug, Serialize)]
struct OtherJson {
    more: f64,
    falls_below_no_deal: bool,
}

/// Trades as one line of JSON, the best first.
///
/// # Errors
/// Only if serialising fails, which no trade makes it do.
pub fn trades_json(circumstances: &Circumstances<'_>, trades: &Trades) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    line(&TradesJson {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        from: choices(table, &trades.from),
        is_today: trades.is_today,
        trades: trades.trades.iter().map(|made| trade(table, made)).collect(),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}

fn trade(table: &Table, trade: &Trade) -> TradeJson {
    let name = |party: PartyId| table.parties[party].id.clone();
    let others = trade.others.iter().map(|found| (name(found.party), other(found)));
    TradeJson {
        parties: Ordered(trade.sides.iter().map(|found| (name(found.party), side(table, found))).collect()),
        others: Ordered(others.collect()),
        keeps_rules: trade.keeps_rules,
        breaks: trade.breaks.iter().map(|rule| table.rules[*rule].id.clone()).collect(),
        choices: choices(table, &trade.package),
    }
}

fn side(table: &Table, side: &Side) -> SideJson {
    let gets = (table.issues[side.issue].id.clone(), choice(table, side.issue, &side.to));
    SideJson {
        gets: Ordered(vec![gets]),
        receives: nearest_f64(&side.receives),
        pays: nearest_f64(&side.pays),
        more: nearest_f64(&side.more()),
    }
}

fn other(other: &Bystander) -> OtherJson {
    OtherJson { more: nearest_f64(&other.more), falls_below_no_deal: other.objects }
}
