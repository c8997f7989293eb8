//! Trades: each is scored again, and brute force finds none that is missing or better.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use crate::support;
use crate::support::bundled::{base, scenario};
use crate::support::oracle::Oracle;
use crate::support::plain_table::{self, Spec, add_attribute};
use crate::support::random::{Random, cases};
use crate::support::random_table::ready_table;
use crate::support::small_tables::{Amounts, entangled};
use itertools::Itertools as _;
use tafel::analysis::{Trade, Trades, USUAL_TRADES, trades};
use tafel::domain::*;
use tafel::report::{Wordbook, trades_json, trades_text};
use tafel::table_file::parse_package;
use tafel::valuation::{Circumstances, assess};
use unicode_width::UnicodeWidthStr as _;

/// A table of choices on which parties want different things, with a limit and a forbidden pair.
fn lively(random: &mut Random) -> Table {
    let name = |kind: &str, at: usize| format!("{kind}{}", ["z", "B", "a", "10"][at]);
    let parties = 3 + random.below(2);
    let mut option = |at: usize| {
        let worth = (0..parties).map(|_| integer(random.between(-6, 6)) / integer(random.between(1, 2)));
        (name("o", at), worth.collect())
    };
    let mut issues: Vec<(String, Vec<plain_table::Worth>)> = Vec::new();
    for at in 0..4 {
        issues.push((name("i", at), (0..3).map(&mut option).collect()));
    }
    let no_deals = (0..parties).map(|_| integer(random.between(-8, 0))).collect();
    let parties = (0..parties).map(|at| name("p", at)).collect();
    let mut table = plain_table::table(&Spec { parties, no_deals, issues });
    let carried: Vec<i64> = (0..12).map(|_| random.between(0, 3)).collect();
    let cost = add_attribute(&mut table, "cost", |issue, option| integer(carried[3 * issue + option]));
    let used = AttributeSum { constant: integer(0), terms: [(cost, integer(1))].into() };
    let room = AttributeSum { constant: integer(random.between(4, 8)), terms: BTreeMap::new() };
    let limit = RuleForm::Limit(Limit { used, comparison: Comparison::AtMost, room });
    let [first, second] = [0, 1].map(|issue| OptionId::new(IssueId::from(issue), random.below(3)));
    for (id, form) in [("limit", limit), ("pair", RuleForm::Excludes(first, second))] {
        table.rules.push(Rule { id: id.to_owned(), owner: None, reason: None, form });
    }
    if random.one_in(3) {
        let second = OptionId::new(IssueId::from(1 + random.below(3)), random.below(3));
        let effects = table.interests.keys().map(|interest| (interest, integer(random.between(-4, 4)))).collect();
        table.interactions.push(Interaction { first, second, does: Does { effects, attributes: BTreeMap::new() } });
    }
    table
}

/// A table of choices and stepped amounts, or a lively one.
fn sample(seed: u64) -> Table {
    if seed.is_multiple_of(2) { lively(&mut Random::new(seed)) } else { entangled(seed, Amounts::Stepped) }
}

/// Every number of a trade against the court that knows nothing of trades.
fn check(circumstances: &Circumstances<'_>, found: &Trades, trade: &Trade) {
    let table = circumstances.table.table();
    let mut after = found.from.clone();
    for side in &trade.sides {
        assert_ne!(after.decisions[side.issue], side.to);
        assert!(!table.issues[side.issue].parked);
        after.decisions[side.issue] = side.to.clone();
    }
    assert_eq!(after, trade.package);
    let [before, then] = [&found.from, &after].map(|package| assess(circumstances, package));
    let rise =
        |party: PartyId| then.parties[party].score.clone().unwrap() - before.parties[party].score.clone().unwrap();
    let alone = |party: PartyId, issue: IssueId| {
        let mut moved = found.from.clone();
        moved.decisions[issue] = after.decisions[issue].clone();
        assess(circumstances, &moved).parties[party].score.clone().unwrap()
            - before.parties[party].score.clone().unwrap()
    };
    let [first, second] = &trade.sides;
    assert!(table.parties[first.party].id < table.parties[second.party].id && first.issue != second.issue);
    for (side, other) in [(first, second), (second, first)] {
        assert_eq!(side.more(), rise(side.party));
        assert_eq!(side.receives, alone(side.party, side.issue));
        assert_eq!(-&side.pays, alone(side.party, other.issue));
        assert!(side.receives > integer(0) && side.pays >= integer(0) && side.more() > integer(0));
    }
    for other in &trade.others {
        assert_eq!(other.more, rise(other.party));
        let objects = then.parties[other.party].objects() && !before.parties[other.party].objects();
        assert_eq!(other.objects, objects);
    }
    assert_eq!(trade.keeps_rules, then.keeps_rules());
    let broken = table.rules.keys().filter(|rule| before.rules[*rule].kept && !then.rules[*rule].kept);
    assert_eq!(trade.breaks, broken.collect::<Vec<_>>());
    let scored = then.parties.iter().filter(|party| party.score.is_some()).count();
    assert_eq!(trade.others.len() + 2, scored);
}

/// What trades are compared by: rules that hold, the smaller win, both together.
type Worth = (bool, Rational, Rational);

/// The best worth of every deal, by looking at every package that differs from the start on two issues.
fn brute_force(table: &Table, world: WorldId, from: &Package) -> BTreeMap<([PartyId; 2], [IssueId; 2]), Worth> {
    let oracle = Oracle::new(table, world);
    let circumstances = Circumstances::new(table.ready().unwrap(), world);
    let before = assess(&circumstances, from);
    let mut best: BTreeMap<_, Worth> = BTreeMap::new();
    for package in &oracle.packages {
        let moved: Vec<IssueId> =
            table.issues.keys().filter(|issue| package.decisions[*issue] != from.decisions[*issue]).collect();
        let [one, two] = moved.as_slice() else { continue };
        // What two issues do together belongs to neither: they can't be traded one for the other.
        let touches = |of: &Interaction| {
            [one, two].iter().all(|issue| [of.first, of.second].iter().any(|option| option.issue == **issue))
        };
        if table.interactions.iter().any(touches) {
            continue;
        }
        let only = |issue: IssueId| {
            let mut only = from.clone();
            only.decisions[issue] = package.decisions[issue].clone();
            only
        };
        let rise = |party: PartyId, package: &Package| {
            Some(oracle.score(party, package)? - oracle.score(party, from).unwrap())
        };
        let takes = |party: PartyId, gets: IssueId, gives: IssueId| -> Option<Rational> {
            let win = rise(party, package)?;
            let likes = rise(party, &only(gets))? > integer(0) && rise(party, &only(gives))? <= integer(0);
            (likes && win > integer(0)).then_some(win)
        };
        let after = assess(&circumstances, package);
        let breaks = before.rules.iter().zip(&after.rules).any(|(before, after)| before.kept && !after.kept);
        for pair in table.parties.keys().permutations(2) {
            let (Some(a), Some(b)) = (takes(pair[0], *one, *two), takes(pair[1], *two, *one)) else { continue };
            let worth = (!breaks, a.clone().min(b.clone()), a + b);
            let mut parties = [pair[0], pair[1]];
            parties.sort_by_key(|party| &table.parties[*party].id);
            let mut issues = [*one, *two];
            issues.sort_by_key(|issue| &table.issues[*issue].id);
            let known = best.entry((parties, issues)).or_insert_with(|| worth.clone());
            *known = known.clone().max(worth);
        }
    }
    best
}

fn worth(trade: &Trade) -> Worth {
    let [first, second] = trade.sides.each_ref().map(tafel::analysis::Side::more);
    (trade.breaks.is_empty(), first.clone().min(second.clone()), first + second)
}

#[test]
fn every_trade_holds_and_none_is_missing_or_better() {
    let (mut listed, mut breaking, mut cut, mut together) = (0, 0, 0, 0);
    let all = cases(1_000, 6);
    for seed in 0..all {
        let table = sample(seed);
        let mut random = Random::new(seed + 3);
        let world = WorldId::from(random.below(table.worlds.len()));
        let circumstances = Circumstances::new(table.ready().unwrap(), world);
        let from = if random.one_in(2) { None } else { Some(random.pick(&Oracle::new(&table, world).packages)) };
        let everything = trades(&circumstances, from.as_ref(), usize::MAX);
        let expected = brute_force(&table, world, &everything.from);
        let mut found = BTreeMap::new();
        for trade in &everything.trades {
            check(&circumstances, &everything, trade);
            let mut issues = trade.sides.each_ref().map(|side| side.issue);
            issues.sort_by_key(|issue| &table.issues[*issue].id);
            let deal = (trade.sides.each_ref().map(|side| side.party), issues);
            assert!(found.insert(deal, worth(trade)).is_none(), "seed {seed}: a deal is listed twice");
        }
        assert_eq!(found, expected, "seed {seed}");
        assert!(everything.trades.iter().map(worth).is_sorted_by(|a, b| a >= b), "seed {seed}");
        let few = trades(&circumstances, from.as_ref(), 2).trades;
        assert_eq!(few, everything.trades[..few.len()], "seed {seed}");
        assert_eq!(few.len(), everything.trades.len().min(2), "seed {seed}");
        listed += u64::from(!everything.trades.is_empty());
        breaking += u64::from(everything.trades.iter().any(|trade| !trade.breaks.is_empty()));
        cut += u64::from(few.len() < everything.trades.len());
        together += u64::from(!table.interactions.is_empty() && !everything.trades.is_empty());
    }
    let seen = [("some trade", listed), ("broken rules", breaking), ("more than are shown", cut)];
    for (what, seen) in seen.into_iter().chain([("trades beside options that act together", together)]) {
        assert!(20 * seen >= all, "only {seen} of {all} tables: {what}");
    }
}

/// Amounts between steps are moved to where somebody's curve bends; what is found there holds too.
#[test]
fn trades_of_continuous_amounts_hold() {
    let (mut found_some, all) = (0, cases(150, 20));
    for seed in 0..all {
        let table = entangled(seed, Amounts::Continuous);
        let circumstances = base(&table);
        let found = trades(&circumstances, None, usize::MAX);
        found.trades.iter().for_each(|trade| check(&circumstances, &found, trade));
        let amounts = |trade: &Trade| trade.sides.iter().any(|side| matches!(side.to, Decision::Amount(_)));
        found_some += u64::from(found.trades.iter().any(amounts));
    }
    assert!(20 * found_some >= all, "only {found_some} of {all}");
}

#[test]
fn the_trades_of_bundled_tables_hold() {
    for name in ["vvt-cao-2018", "friesland-acht", "sportpark-haven", "contract-ziekenhuis-verzekeraar"] {
        let table = scenario(name);
        let circumstances = base(&table);
        let found = trades(&circumstances, None, USUAL_TRADES);
        assert!(!found.trades.is_empty(), "{name}");
        found.trades.iter().for_each(|trade| check(&circumstances, &found, trade));
    }
}

/// Entering the same table in another order gives the same trades, by name.
#[test]
fn the_order_of_entry_changes_no_trade() {
    let told = |table: &Table, seed: u64| -> Vec<String> {
        let found = trades(&base(table), None, usize::MAX);
        let name = |side: &tafel::analysis::Side| {
            let issue = &table.issues[side.issue];
            let to = match &side.to {
                Decision::Option(index) => issue.options()[usize::from(*index)].id.clone(),
                other => format!("{other:?}"),
            };
            format!("{} {}={to} {}", table.parties[side.party].id, issue.id, side.more())
        };
        assert!(found.is_today, "seed {seed}");
        found.trades.iter().map(|trade| trade.sides.iter().map(name).join("; ")).collect()
    };
    let mut compared = 0;
    for seed in 0..cases(100, 20) {
        let table = sample(seed);
        let permuted = support::permute::Shuffle::new(&mut Random::new(seed), &table).table(&table);
        let (before, after) = (told(&table, seed), told(&permuted, seed));
        assert_eq!(before, after, "seed {seed}");
        compared += before.len();
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn an_issue_of_which_nothing_is_known_today_starts_at_its_first_option_by_name() {
    let mut table = scenario("vvt-cao-2018");
    let loon = table.issue_named("loon").unwrap();
    table.issues[loon].today = None;
    let circumstances = base(&table);
    let found = trades(&circumstances, None, USUAL_TRADES);
    assert!(!found.is_today);
    assert_eq!(found.from.decisions[loon], Decision::Option(0)); // 2%
    let given = parse_package(
        &table,
        &[
            "loon=3%",
            "looptijd=15m",
            "rooster=stabiel",
            "instroom=orient",
            "stage=nu",
            "scholing=budget",
            "financiers=brief",
        ],
    );
    let given = given.unwrap();
    let found = trades(&circumstances, Some(&given), USUAL_TRADES);
    assert_eq!(found.from, given);
    found.trades.iter().for_each(|trade| check(&circumstances, &found, trade));
}

#[test]
fn a_parked_issue_is_not_traded() {
    let mut table = scenario("vvt-cao-2018");
    let first = trades(&base(&table), None, 1).trades.remove(0);
    let issue = first.sides[0].issue;
    table.issues[issue].parked = true;
    let found = trades(&base(&table), None, usize::MAX);
    assert!(!found.trades.is_empty());
    assert!(found.trades.iter().flat_map(|trade| &trade.sides).all(|side| side.issue != issue));
}

#[test]
fn a_trade_reads_as_who_gets_what() {
    let table = scenario("vvt-cao-2018");
    let circumstances = base(&table);
    let found = trades(&circumstances, None, USUAL_TRADES);
    insta::assert_snapshot!(trades_text(&circumstances, &found, &Wordbook::new(Language::En), 80));
    insta::assert_snapshot!(trades_text(&circumstances, &found, &Wordbook::new(Language::Nl), 80));
    let json: serde_json::Value = serde_json::from_str(&trades_json(&circumstances, &found).unwrap()).unwrap();
    assert_eq!(json["trades"].as_array().unwrap().len(), found.trades.len());
    let side = &found.trades[0].sides[0];
    let name = &table.parties[side.party].id;
    assert_eq!(json["trades"][0]["parties"][name]["more"], nearest_f64(&side.more()));
}

#[test]
fn no_line_of_trades_is_wider_than_the_page() {
    let mut tables: Vec<Table> = ["vvt-cao-2018", "friesland-acht"].map(scenario).into();
    tables.extend((0..12).map(ready_table));
    for table in &tables {
        let circumstances = base(table);
        let found = trades(&circumstances, None, USUAL_TRADES);
        for (language, width) in [(Language::En, 40), (Language::Nl, 80), (Language::En, 120)] {
            let text = trades_text(&circumstances, &found, &Wordbook::new(language), width);
            let wide = text.lines().find(|line| line.width() > width);
            assert_eq!(wide, None, "{width}\n{text}");
        }
    }
}
