//! Synthetic tables of any size: the instances that speed figures are quoted on.
//!
//! The same arguments give the same table on every machine. Random numbers come from a 64-bit linear congruential
//! generator with Knuth's MMIX constants, of which the upper 32 bits are used.

#![allow(unreachable_pub, reason = "shared by benches and tests")]

use std::collections::BTreeMap;

use tafel::domain::{
    Attribute, AttributeId, AttributeSum, Comparison, Decision, Does, Interest, InterestId, Issue, IssueId, IssueKind,
    IssueOption, Language, Limit, NoDeal, NoDealValue, OptionId, Party, Rule, RuleForm, Scale, Table, Text, Weights,
    World, integer,
};

/// Knuth's MMIX generator.
pub struct Random(u64);

impl Random {
    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 32) % n) as i64
    }
}

/// What is made: numbers of parties, issues and options, a seed, and two switches.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// How many parties.
    pub parties: usize,
    /// How many issues.
    pub issues: usize,
    /// How many options per issue.
    pub options: usize,
    /// Where the generator starts.
    pub seed: u64,
    /// With budgets, exclusions and requirements.
    pub rules: bool,
    /// Every option splits a pie, so that nothing is dominated issue by issue.
    pub opposed: bool,
}

/// A made table in neutral form.
pub struct Made {
    /// The no-deal per party, in points.
    pub no_deals: Vec<i64>,
    /// Per issue and option: what it gives each party, and what it takes from each budget.
    pub issues: Vec<Vec<(Vec<i64>, Vec<i64>)>>,
    /// The limit per budget.
    pub budgets: Vec<i64>,
    /// Kind, and the two options as (issue, option).
    pub pairs: Vec<(&'static str, [usize; 2], [usize; 2])>,
}

/// Makes the numbers of a table.
pub fn make(recipe: Recipe) -> Made {
    let Recipe { parties, issues, options, seed, rules, opposed } = recipe;
    let mut random = Random(seed);
    let weight: Vec<Vec<i64>> = (0..parties).map(|_| (0..issues).map(|_| 1 + random.below(10)).collect()).collect();
    let lean: Vec<Vec<i64>> = (0..parties).map(|_| (0..issues).map(|_| random.below(2)).collect()).collect();
    let budget_count = if rules { issues / 10 } else { 0 };
    let mut made = Made { no_deals: Vec::new(), issues: Vec::new(), budgets: Vec::new(), pairs: Vec::new() };
    for i in 0..issues {
        let mut made_options = Vec::new();
        for o in 0..options {
            let values: Vec<i64> = if opposed {
                let mut cuts: Vec<i64> = (1..parties).map(|_| random.below(101)).collect();
                cuts.sort_unstable();
                let ends = cuts.iter().copied().chain([100]);
                let starts = [0].into_iter().chain(cuts.iter().copied());
                starts.zip(ends).zip(&weight).map(|((a, b), weight)| weight[i] * (b - a)).collect()
            } else {
                let at = if options > 1 { 100 * o as i64 / (options as i64 - 1) } else { 0 };
                let noisy = |p: usize, noise: i64| {
                    weight[p][i] * ((if lean[p][i] == 1 { at } else { 100 - at }) + noise - 15).clamp(0, 100)
                };
                (0..parties).map(|p| noisy(p, random.below(31))).collect()
            };
            let costs = (0..budget_count).map(|_| random.below(10)).collect();
            made_options.push((values, costs));
        }
        made.issues.push(made_options);
    }
    for p in 0..parties {
        let ends = |pick: fn(i64, i64) -> i64| -> i64 {
            made.issues.iter().filter_map(|i| i.iter().map(|o| o.0[p]).reduce(pick)).sum()
        };
        let (low, high) = (ends(i64::min), ends(i64::max));
        made.no_deals.push(low + (high - low) * (35 + random.below(11)) / 100 / if opposed { 2 } else { 1 });
    }
    for b in 0..budget_count {
        let most: i64 = made.issues.iter().filter_map(|i| i.iter().map(|o| o.1[b]).max()).sum();
        made.budgets.push(most * 60 / 100);
    }
    for (kind, count) in if rules { vec![("excludes", issues / 2), ("requires", issues / 4)] } else { Vec::new() } {
        for _ in 0..count {
            let a = random.below(issues as u64) as usize;
            let c = (a + 1 + random.below(issues as u64 - 1) as usize) % issues;
            let first = [a, random.below(options as u64) as usize];
            made.pairs.push((kind, first, [c, random.below(options as u64) as usize]));
        }
    }
    made
}

/// Makes a table: one interest per party and issue, on a points scale.
pub fn table(recipe: Recipe) -> Table {
    let made = make(recipe);
    let text = |text: String| Text::Plain(text);
    let interest = |p: usize, i: usize| InterestId::from(p * recipe.issues + i);
    let everyone = 0..recipe.parties;
    let interests = everyone.clone().flat_map(|p| (0..recipe.issues).map(move |i| format!("p{p}-i{i}")));
    let issues = made.issues.iter().enumerate().map(|(i, options)| {
        let option = |(o, (values, costs)): (usize, &(Vec<i64>, Vec<i64>))| IssueOption {
            id: format!("o{o}"),
            text: text(format!("o{o}")),
            does: Does {
                effects: values.iter().enumerate().map(|(p, value)| (interest(p, i), integer(*value))).collect(),
                attributes: costs.iter().enumerate().map(|(b, c)| (AttributeId::from(b), integer(*c))).collect(),
            },
            provision: None,
            in_reference: true,
            remarks: BTreeMap::new(),
        };
        Issue {
            id: format!("i{i}"),
            text: text(format!("i{i}")),
            outside: false,
            bundle: None,
            today: Some(Decision::Option(0)),
            parked: false,
            kind: IssueKind::Choice(options.iter().enumerate().map(option).collect()),
        }
    });
    let parties = everyone.map(|p| Party {
        weights: Weights::Numbers((0..recipe.issues).map(|i| (interest(p, i), integer(1))).collect()),
        no_deal: Some(NoDeal { value: NoDealValue::Score(integer(made.no_deals[p])), reason: None, range: None }),
        ..Party::named(&format!("p{p}"))
    });
    let rule = |id: String, form: RuleForm| Rule { id, owner: None, reason: None, form };
    let sum = |attribute: usize| AttributeSum {
        constant: integer(0),
        terms: BTreeMap::from([(AttributeId::from(attribute), integer(1))]),
    };
    let budgets = made.budgets.iter().enumerate().map(|(b, limit)| {
        let room = AttributeSum { constant: integer(*limit), terms: BTreeMap::new() };
        rule(format!("budget-{b}"), RuleForm::Limit(Limit { used: sum(b), comparison: Comparison::AtMost, room }))
    });
    let option = |[issue, option]: [usize; 2]| OptionId::new(IssueId::from(issue), option);
    let pairs = made.pairs.iter().enumerate().map(|(at, (kind, first, second))| {
        let (first, second) = (option(*first), option(*second));
        let excludes = *kind == "excludes";
        let form = if excludes { RuleForm::Excludes(first, second) } else { RuleForm::Requires(first, second) };
        rule(format!("{kind}-{at}"), form)
    });
    Table {
        id: "made".to_owned(),
        title: text("made".to_owned()),
        language: Language::En,
        scale: Scale::Points,
        frozen: true,
        narrative: Default::default(),
        interests: interests.map(|id| Interest { text: Text::Plain(id.clone()), id }).collect(),
        attributes: (0..made.budgets.len())
            .map(|b| Attribute { id: format!("cost-{b}"), text: text(format!("cost-{b}")), unit: None })
            .collect(),
        parties: parties.collect(),
        issues: issues.collect(),
        interactions: Vec::new(),
        rules: budgets.chain(pairs).collect(),
        worlds: [World::unchanged("base")].into_iter().collect(),
    }
}
