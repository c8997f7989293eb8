//! Trades in words: who gets what, and what it does to everybody.

use num_traits::Zero as _;

use super::Wordbook;
use super::answer::tell_banner;
use super::notes::{self, notes as all_notes};
use super::page::Page;
use super::voice::Voice;
use crate::analysis::{Bystander, Trade, Trades};
use crate::domain::RuleId;
use crate::valuation::Circumstances;

/// Tells trades in words, the best first, in lines of at most `width` columns.
#[must_use]
pub fn trades_text(circumstances: &Circumstances<'_>, trades: &Trades, words: &Wordbook, width: usize) -> String {
    let voice = Voice { words, table: circumstances.table.table() };
    let mut page = Page::default();
    tell_banner(&mut page, voice, circumstances.world, true);
    tell_trades(&mut page, voice, trades);
    notes::tell(&mut page, voice, &all_notes(circumstances));
    page.lay_out(width)
}

/// Adds trades, the best first.
pub(super) fn tell_trades(page: &mut Page, voice: Voice<'_>, trades: &Trades) {
    page.heading(voice.say("trades", &[]));
    if trades.trades.is_empty() {
        page.paragraph(voice.say("trades-none", &[]));
    }
    if trades.is_today {
        page.paragraph(voice.say("trades-from-today", &[]));
    } else {
        let choices = voice.assignments(&trades.from).join(" ");
        page.paragraph(voice.say("trades-from", &[("choices", &choices)]));
    }
    for trade in &trades.trades {
        page.item([exchange(voice, trade), consequences(voice, trade), rules(voice, trade)].join(" "));
    }
}

fn exchange(voice: Voice<'_>, trade: &Trade) -> String {
    let [first, second] = trade.sides.each_ref().map(|side| {
        let option = voice.decision(side.issue, &side.to);
        let arguments =
            [("party", &*voice.party(side.party)), ("option", &option), ("issue", &voice.issue(side.issue))];
        voice.say("trade-gets", &arguments)
    });
    voice.say("trade", &[("first", &first), ("second", &second)])
}

fn consequences(voice: Voice<'_>, trade: &Trade) -> String {
    let wins = trade.sides.each_ref().map(|side| {
        let arguments = [("party", &*voice.party(side.party)), ("gain", &voice.signed(&side.more()))];
        voice.say("party-gain", &arguments)
    });
    let moved: Vec<String> =
        trade.others.iter().filter(|other| !other.more.is_zero()).map(|other| bystander(voice, other)).collect();
    let others = if trade.others.is_empty() {
        voice.say("trade-nobody-else", &[])
    } else if moved.is_empty() {
        voice.say("trade-others-same", &[])
    } else {
        voice.say("trade-others", &[("others", &voice.list(&moved))])
    };
    voice.say("trade-wins", &[("wins", &wins.join(", ")), ("others", &others)])
}

fn bystander(voice: Voice<'_>, other: &Bystander) -> String {
    let key = if other.objects { "payer-objects" } else { "payer" };
    voice.say(key, &[("party", &voice.party(other.party)), ("points", &voice.signed(&other.more))])
}

fn rules(voice: Voice<'_>, trade: &Trade) -> String {
    if trade.keeps_rules {
        return voice.say("trade-keeps", &[]);
    }
    if trade.breaks.is_empty() {
        return voice.say("trade-breaks-nothing", &[]);
    }
    let name = |rule: &RuleId| format!("`{}`", voice.rule(*rule));
    let names: Vec<String> = trade.breaks.iter().map(name).collect();
    voice.say("trade-breaks", &[("rules", &voice.list(&names))])
}
