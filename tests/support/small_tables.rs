//! Random tables small enough to look at every package: every rule form, readings, worlds, conditions, steps.

use std::collections::{BTreeMap, BTreeSet};

use tafel::domain::*;

use super::random::Random;

/// Which kinds of numbers a table gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amounts {
    /// Choices and stepped amounts.
    Stepped,
    /// Also continuous amounts.
    Continuous,
}

/// Makes the table of `seed`.
pub fn table(seed: u64, amounts: Amounts) -> Table {
    let mut random = Random::new(seed);
    let coarse = !random.one_in(3);
    let shape = Shape {
        coarse,
        interests: if coarse { 4 } else { 1 + random.below(4) },
        attributes: random.below(3),
        parties: if random.one_in(6) { 1 } else { 2 + random.below(3) },
        issues: if random.one_in(6) { 1 } else { 2 + random.below(3) },
    };
    let issues: Vec<Issue> = (0..shape.issues).map(|at| issue(&mut random, &shape, at, amounts)).collect();
    let worlds = if random.one_in(2) { 1 + random.below(2) } else { 0 };
    let mut table = Table {
        id: "random".to_owned(),
        title: "random".into(),
        language: Language::En,
        scale: if random.one_in(if shape.coarse { 1 } else { 4 }) { Scale::Points } else { Scale::Percent },
        frozen: true,
        narrative: Narrative::default(),
        interests: (0..shape.interests).map(|at| Interest { id: format!("K{at}"), text: "k".into() }).collect(),
        attributes: (0..shape.attributes)
            .map(|at| Attribute { id: format!("a{at}"), text: "a".into(), unit: None })
            .collect(),
        parties: (0..shape.parties).map(|at| party(&mut random, &shape, at, &issues)).collect(),
        issues: issues.into_iter().collect(),
        interactions: Vec::new(),
        rules: Default::default(),
        worlds: [World::unchanged("base")].into_iter().collect(),
    };
    let rules = if shape.coarse || random.one_in(2) { 0 } else { 1 + random.below(3) };
    table.rules = (0..rules).map(|at| rule(&mut random, &shape, &table, at)).collect();
    for at in 0..worlds {
        let mut made = World::unchanged(&format!("w{at}"));
        made.based_on = WorldId::from(random.below(at + 1));
        change(&mut random, &shape, &table, &mut made);
        table.worlds.push(made);
    }
    make_conditional(&mut random, &mut table);
    ratify(&mut random, &shape, &mut table);
    table
}

/// The table of `seed` with what [`table`] makes never or too seldom: in one of three options that do something together,
/// in two of five rules of every kind, readings, and ranges of weights and no-deals.
pub fn entangled(seed: u64, amounts: Amounts) -> Table {
    let mut table = with_pairs(seed, amounts);
    let mut random = Random::new(seed + 4);
    if random.below(5) < 2 {
        enrich(&mut random, &mut table);
    }
    table
}

/// The table of `seed`, in one of three with options that do something together.
pub fn with_pairs(seed: u64, amounts: Amounts) -> Table {
    let mut table = table(seed, amounts);
    let mut random = Random::new(seed + 2);
    let shape = shape_of(&table);
    let pairs = if random.one_in(3) { 1 + random.below(2) } else { 0 };
    table.interactions = (0..pairs).filter_map(|_| interaction(&mut random, &shape, &table)).collect();
    table
}

/// A question about `table`.
pub fn question(random: &mut Random, table: &Table) -> tafel::optimize::Question {
    use tafel::optimize::{Objective, Question};
    let party = PartyId::from(random.below(table.parties.len()));
    let objectives = [
        Objective::Joint,
        Objective::Joint,
        Objective::Fair,
        Objective::Nash,
        Objective::KalaiSmorodinsky,
        Objective::Best(party),
        Objective::Best(party),
    ];
    let objective = random.pick(&objectives);
    let compares = matches!(objective, Objective::Nash | Objective::KalaiSmorodinsky);
    Question {
        world: WorldId::from(random.below(table.worlds.len())),
        ratifiable: random.one_in(4),
        floors: compares || !random.one_in(5),
        ..Question::new(objective)
    }
}

/// Something that a person may ask for besides: a score, or what a rule may demand.
pub fn demand(random: &mut Random, table: &Table) -> Condition {
    let shape = shape_of(table);
    let party = PartyId::from(random.below(shape.parties));
    if random.one_in(2) {
        let (low, high) = if table.scale == Scale::Points { (-2, 2) } else { (20, 70) };
        return Condition::Score { party, at_least: number(random, low, high) };
    }
    Condition::Rule(form(random, &shape, table))
}

/// The shape of a table that is there.
fn shape_of(table: &Table) -> Shape {
    Shape {
        coarse: false,
        interests: table.interests.len(),
        attributes: table.attributes.len(),
        parties: table.parties.len(),
        issues: table.issues.len(),
    }
}

struct Shape {
    /// Few different numbers, so that packages tie.
    coarse: bool,
    interests: usize,
    attributes: usize,
    parties: usize,
    issues: usize,
}

/// Names whose code-point order isn't the order of entry.
fn name(kind: &str, random: &mut Random, at: usize) -> String {
    format!("{kind}{}{at}", random.pick(&["z", "B", "a", "é", "10", "9"]))
}

fn number(random: &mut Random, low: i64, high: i64) -> Rational {
    let value = integer(random.between(low, high));
    if random.one_in(6) { value / integer(random.between(2, 3)) } else { value }
}

fn effects(random: &mut Random, shape: &Shape) -> BTreeMap<InterestId, Rational> {
    let mut effects = BTreeMap::new();
    for at in 0..shape.interests {
        if !random.one_in(3) {
            let coarse = integer(random.between(-1, 1));
            effects.insert(InterestId::from(at), if shape.coarse { coarse } else { number(random, -4, 6) });
        }
    }
    effects
}

fn attributes(random: &mut Random, shape: &Shape) -> BTreeMap<AttributeId, Rational> {
    (0..shape.attributes).map(|at| (AttributeId::from(at), number(random, -1, 4))).collect()
}

fn curve(random: &mut Random) -> Curve {
    let bends = random.below(2);
    let mut points = vec![(integer(0), number(random, -4, 6))];
    points.extend((0..bends).map(|_| (integer(2), number(random, -4, 6))));
    points.push((integer(4), number(random, -4, 6)));
    Curve::new(points).expect("amounts rise")
}

fn curves(random: &mut Random, shape: &Shape) -> Does<Curve> {
    let mut does = Does::default();
    for at in 0..shape.interests {
        if !random.one_in(3) {
            does.effects.insert(InterestId::from(at), curve(random));
        }
    }
    for at in 0..shape.attributes {
        does.attributes.insert(AttributeId::from(at), curve(random));
    }
    does
}

fn issue(random: &mut Random, shape: &Shape, at: usize, amounts: Amounts) -> Issue {
    let is_quantity = random.one_in(if amounts == Amounts::Continuous { 2 } else { 5 });
    let (today, kind) = if is_quantity {
        let continuous = amounts == Amounts::Continuous && !random.one_in(4);
        let quantity = Quantity {
            from: integer(0),
            to: integer(4),
            step: (!continuous).then(|| random.pick(&[integer(1), integer(2), integer(3) / integer(2)])),
            unit: None,
            does: curves(random, shape),
            reference: random.pick(&[
                Reference::Whole,
                Reference::Whole,
                Reference::Range(integer(0), integer(2)),
                Reference::Outside,
            ]),
            remarks: BTreeMap::new(),
        };
        (Decision::Amount(integer(0)), IssueKind::Quantity(Box::new(quantity)))
    } else {
        let count = if random.one_in(6) { 1 } else { 2 + random.below(3) };
        let twin = random.one_in(6);
        let mut options: Vec<IssueOption> = (0..count).map(|at| option(random, shape, at)).collect();
        if twin {
            let first = options[0].does.clone();
            options[count - 1].does = first;
        }
        (Decision::Option(random.below(count) as u16), IssueKind::Choice(options))
    };
    Issue {
        id: name("i", random, at),
        text: "i".into(),
        outside: false,
        bundle: None,
        today: Some(today),
        parked: random.one_in(10),
        kind,
    }
}

fn option(random: &mut Random, shape: &Shape, at: usize) -> IssueOption {
    IssueOption {
        id: name("o", random, at),
        text: "o".into(),
        does: Does { effects: effects(random, shape), attributes: attributes(random, shape) },
        provision: None,
        in_reference: !random.one_in(8),
        remarks: BTreeMap::new(),
    }
}

fn no_deal(random: &mut Random, shape: &Shape, issues: &[Issue]) -> NoDeal {
    let value = match if shape.coarse { 4 + random.below(2) } else { random.below(6) } {
        0 => NoDealValue::Today,
        1 => NoDealValue::Effects(effects(random, shape)),
        2 => {
            NoDealValue::Package(Package { decisions: issues.iter().filter_map(|issue| issue.today.clone()).collect() })
        }
        3 => NoDealValue::Score(number(random, 0, 70)),
        _ => NoDealValue::Score(integer(if shape.coarse { random.between(-4, -1) } else { random.between(0, 40) })),
    };
    NoDeal { value, reason: None, range: None }
}

fn party(random: &mut Random, shape: &Shape, at: usize, issues: &[Issue]) -> Party {
    let weights = if shape.coarse {
        Weights::Numbers(BTreeMap::from([(InterestId::from(at % shape.interests), integer(1))]))
    } else if random.one_in(5) {
        Weights::Ranking((0..shape.interests).map(|at| vec![InterestId::from(at)]).collect())
    } else {
        let mut weights: BTreeMap<InterestId, Rational> =
            (0..shape.interests).map(|at| (InterestId::from(at), integer(random.between(0, 4)))).collect();
        weights.insert(InterestId::from(random.below(shape.interests)), integer(random.between(1, 4)));
        Weights::Numbers(weights)
    };
    Party {
        attendance: if random.one_in(8) { Attendance::MayStayOut } else { Attendance::Needed },
        weights,
        readings: if shape.coarse { Reading::default() } else { readings(random, shape, issues) },
        no_deal: (!random.one_in(30)).then(|| no_deal(random, shape, issues)),
        ..Party::named(&name("p", random, at))
    }
}

fn readings(random: &mut Random, shape: &Shape, issues: &[Issue]) -> Reading {
    let mut reading = Reading::default();
    for (at, issue) in issues.iter().enumerate() {
        if !random.one_in(4) {
            continue;
        }
        let (issue_id, interest) = (IssueId::from(at), InterestId::from(random.below(shape.interests)));
        match &issue.kind {
            IssueKind::Choice(options) => {
                let option = OptionId::new(issue_id, random.below(options.len()));
                reading.options.insert((option, interest), number(random, -4, 6));
            }
            _ => {
                reading.amounts.insert((issue_id, interest), curve(random));
            }
        }
    }
    reading
}

fn any_option(random: &mut Random, table: &Table) -> Option<OptionId> {
    let options: Vec<OptionId> = table.options().map(|(id, _)| id).collect();
    (!options.is_empty()).then(|| random.pick(&options))
}

fn limit(random: &mut Random, shape: &Shape) -> Limit {
    let sum = |random: &mut Random, constant: i64| {
        let mut terms = BTreeMap::new();
        if shape.attributes > 0 && !random.one_in(3) {
            terms.insert(AttributeId::from(random.below(shape.attributes)), integer(random.between(1, 2)));
        }
        AttributeSum { constant: integer(constant), terms }
    };
    let comparison = random.pick(&[Comparison::AtMost, Comparison::AtMost, Comparison::AtLeast, Comparison::Equal]);
    let constant = random.between(0, 6);
    Limit { used: sum(random, 0), comparison, room: sum(random, constant) }
}

fn form(random: &mut Random, shape: &Shape, table: &Table) -> RuleForm {
    let (first, second) = (any_option(random, table), any_option(random, table));
    let (Some(first), Some(second)) = (first, second) else { return RuleForm::Limit(limit(random, shape)) };
    match random.below(9) {
        0 => RuleForm::Forbid(first),
        1 => RuleForm::Requires(first, second),
        2 => RuleForm::Excludes(first, second),
        3 => RuleForm::AtMost(1, vec![first, second]),
        4 => RuleForm::AtLeast(1, vec![first, second]),
        5 => RuleForm::RedLine {
            party: PartyId::from(random.below(shape.parties)),
            interest: InterestId::from(random.below(shape.interests)),
            at_least: number(random, -4, 6),
        },
        _ => RuleForm::Limit(limit(random, shape)),
    }
}

fn rule(random: &mut Random, shape: &Shape, table: &Table, at: usize) -> Rule {
    Rule { id: name("r", random, at), owner: None, reason: None, form: form(random, shape, table) }
}

fn change(random: &mut Random, shape: &Shape, table: &Table, world: &mut World) {
    if let (Some(option), true) = (any_option(random, table), random.one_in(2)) {
        let effects = (!random.one_in(3)).then(|| effects(random, shape));
        let attributes = random.one_in(2).then(|| attributes(random, shape));
        world.options.insert(option, Change { effects, attributes });
    }
    for (id, issue) in table.issues.iter_enumerated() {
        if matches!(issue.kind, IssueKind::Quantity(_)) && random.one_in(3) {
            world.amounts.insert(id, Change { effects: Some(curves(random, shape).effects), attributes: None });
        }
    }
    for (id, rule) in table.rules.iter_enumerated() {
        if matches!(rule.form, RuleForm::Limit(_)) && random.one_in(3) {
            world.limits.insert(id, limit(random, shape));
        }
    }
    if random.one_in(4) {
        let issues: Vec<Issue> = table.issues.iter().cloned().collect();
        world.no_deals.insert(PartyId::from(random.below(shape.parties)), no_deal(random, shape, &issues));
    }
}

/// Makes the last option of some issue hold in some worlds only; the first one counts otherwise.
fn make_conditional(random: &mut Random, table: &mut Table) {
    let worlds: Vec<WorldId> = table.worlds.keys().collect();
    for (id, issue) in table.issues.iter_mut_enumerated() {
        if let IssueKind::Choice(options) = &mut issue.kind
            && options.len() > 1
            && random.one_in(5)
        {
            let worlds = vec![random.pick(&worlds)];
            let provision = Provision { worlds, otherwise: OptionId::new(id, 0), event: None, by: None };
            if let Some(last) = options.last_mut() {
                last.provision = Some(provision);
            }
        }
    }
}

/// Adds rules of every kind, readings, ranges and, where points were counted, percents.
fn enrich(random: &mut Random, table: &mut Table) {
    let shape = shape_of(table);
    for at in 0..random.below(3) {
        // Names behind those that are taken.
        let added = Rule { form: more_forms(random, &shape, table), ..rule(random, &shape, table, 10 + at) };
        let id = table.rules.push_and_get_key(added);
        if matches!(table.rules[id].form, RuleForm::Limit(_)) {
            for world in table.worlds.iter_mut().skip(1) {
                if random.one_in(3) {
                    world.limits.insert(id, limit(random, &shape));
                }
            }
        }
    }
    let issues: Vec<Issue> = table.issues.iter().cloned().collect();
    for party in &mut table.parties {
        if random.one_in(3) {
            party.readings = readings(random, &shape, &issues);
            if table.scale == Scale::Points {
                // Few different numbers, so that packages still tie.
                party.readings.options.values_mut().for_each(|effect| *effect = integer(random.between(-1, 1)));
            }
        }
        if random.one_in(3) {
            party.weights = ranges(random, &party.weights);
        }
        if let Some(no_deal) = party.no_deal.as_mut().filter(|_| random.one_in(3)) {
            no_deal.range = Some(range(random, &no_deal.value));
        }
    }
    if table.scale == Scale::Points && random.one_in(3) {
        table.scale = Scale::Percent;
        let worlds = table.worlds.iter_mut().flat_map(|world| world.no_deals.values_mut());
        for no_deal in table.parties.iter_mut().filter_map(|party| party.no_deal.as_mut()).chain(worlds) {
            *no_deal = in_percent(random, no_deal);
        }
    }
}

/// What a rule may demand, among that counts of three options.
fn more_forms(random: &mut Random, shape: &Shape, table: &Table) -> RuleForm {
    let options: Vec<OptionId> = (0..3).filter_map(|_| any_option(random, table)).collect();
    let distinct: BTreeSet<OptionId> = options.into_iter().collect();
    let distinct: Vec<OptionId> = distinct.into_iter().collect();
    match random.below(6) {
        0 if !distinct.is_empty() => RuleForm::AtMost(random.below(distinct.len()) as u32, distinct),
        1 if !distinct.is_empty() => RuleForm::AtLeast(1 + random.below(distinct.len()) as u32, distinct),
        _ => form(random, shape, table),
    }
}

/// Weights of which the least and the most are told, where numbers were: often as far below these as above.
fn ranges(random: &mut Random, weights: &Weights) -> Weights {
    let Weights::Numbers(weights) = weights else { return weights.clone() };
    let about = |(interest, weight): (&InterestId, &Rational)| {
        let below = integer(random.between(0, 2)).min(weight.clone());
        let above = if random.one_in(4) { integer(random.between(0, 2)) } else { below.clone() };
        (*interest, [weight - below, weight + above])
    };
    Weights::Ranges(weights.iter().map(about).collect())
}

/// How sure a party is of its no-deal: no answer hangs on it.
fn range(random: &mut Random, value: &NoDealValue) -> NoDealRange {
    let likely = match value {
        NoDealValue::Score(score) => score.clone(),
        _ => integer(random.between(0, 40)),
    };
    let [below, above] = [0, 1].map(|_| integer(random.between(0, 9)));
    NoDealRange { low: &likely - below, high: &likely + above, likely }
}

/// A bare number of points as one of percents.
fn in_percent(random: &mut Random, no_deal: &NoDeal) -> NoDeal {
    match &no_deal.value {
        NoDealValue::Score(_) => {
            let value = NoDealValue::Score(integer(random.between(0, 60)));
            NoDeal { range: no_deal.range.as_ref().map(|_| range(random, &value)), value, reason: None }
        }
        _ => no_deal.clone(),
    }
}

/// What two options of different issues do together.
fn interaction(random: &mut Random, shape: &Shape, table: &Table) -> Option<Interaction> {
    let (first, second) = (any_option(random, table)?, any_option(random, table)?);
    let does = Does { effects: effects(random, shape), attributes: attributes(random, shape) };
    (first.issue != second.issue).then_some(Interaction { first, second, does })
}

fn ratify(random: &mut Random, shape: &Shape, table: &mut Table) {
    for party in 0..shape.parties {
        if !random.one_in(4) {
            continue;
        }
        let mut conditions = Vec::new();
        if !random.one_in(6) {
            let at_least = number(random, 20, 60);
            conditions.push(Condition::Score { party: PartyId::from(random.below(shape.parties)), at_least });
        }
        if random.one_in(2) {
            conditions.push(Condition::Rule(form(random, shape, table)));
        }
        table.parties[PartyId::from(party)].ratification.push(RatifyingBody { body: "home".into(), conditions });
    }
}
