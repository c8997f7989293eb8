//! Random tables over the whole model: every rule form, readings, worlds, amounts, odd names.
//!
//! The same seed gives the same table on every machine. Every table is legal: writing and reading gives it back.

use std::collections::BTreeMap;

use tafel::domain::{
    Attendance, Attribute, AttributeId, AttributeSum, Audience, Change, CheckId, Clause, Comparison, Condition,
    Content, Criterion, Curve, Datum, Decision, Disclosure, Division, Does, Fact, Heard, HomeText, ImpactNode, Inject,
    Interaction, Interest, InterestId, Issue, IssueId, IssueKind, IssueOption, Language, Level, Limit, NamedPackage,
    Narrative, Neutral, NoDeal, NoDealRange, NoDealValue, OptionId, Package, Part, Party, PartyId, Phase, Provision,
    Quantity, RatifyingBody, Rational, Reaction, Reading, Recipient, Reference, Remark, Rule, RuleForm, RuleId, Said,
    Scale, ShownPackage, Silenced, SpokenAnswer, Status, Subject, Support, Table, Text, Weights, World, WorldId,
    integer,
};

/// A small generator of random numbers (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    /// A whole number between two, both included.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from + 1) as usize) as i64
    }

    /// Whether something with a chance of `percent` happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> &'t T {
        &items[self.below(items.len())]
    }

    /// `make` with a chance of `percent`.
    pub fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(percent) { Some(make(self)) } else { None }
    }

    /// At most `most` of what `make` gives.
    pub fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }
}

const WORDS: &[&str] = &["loon", "zorg", "tijd", "huur", "care", "pay", "rest", "room", "work", "plan"];
const ODDITIES: &[&str] =
    &["", "'s \"q\"", " é", "€%", "😀", "\\n", "(x)", "-y", " · z", ", w", "//c", "ß", " 3+1%", "#\"#"];
const ODD_WORDS: &[&str] = &["", "-x", "é", "%", "😀", "\"q\"", "\\", "//c", "-2", "&", "e5", "#", "'"];

/// A random table. Divisions and interactions, which can't be scored yet, appear only if `everything`.
pub fn random_table(seed: u64, everything: bool) -> Table {
    let mut dice = Dice::new(seed);
    let scale = if dice.chance(70) { Scale::Percent } else { Scale::Points };
    let mut table = skeleton(&mut dice, scale);
    add_worlds(&mut table, &mut dice);
    for at in 0..dice.below(5) + usize::from(!everything) {
        let issue = random_issue(&mut dice, &table, at, everything);
        table.issues.push(issue);
    }
    add_days(&mut table, &mut dice);
    if everything {
        table.interactions = dice.some(2, |_| ()).iter().filter_map(|()| interaction(&mut dice, &table)).collect();
    }
    add_rules(&mut table, &mut dice);
    add_parties(&mut table, &mut dice);
    fill_worlds(&mut table, &mut dice);
    table.narrative = narrative(&mut dice, &table);
    table
}

/// A random table that can be scored.
pub fn ready_table(seed: u64) -> Table {
    let mut tables = (0..).map(|attempt| random_table(seed.wrapping_mul(1_000_003).wrapping_add(attempt), false));
    tables.find(|table| table.ready().is_ok()).expect("there is no end of tables")
}

fn skeleton(dice: &mut Dice, scale: Scale) -> Table {
    Table {
        id: name(dice, 0),
        title: text(dice),
        language: *dice.pick(&[Language::En, Language::Nl]),
        scale,
        frozen: dice.chance(50),
        narrative: Narrative::default(),
        interests: (0..dice.below(5)).map(|at| Interest { id: word(dice, at), text: text(dice) }).collect(),
        attributes: (0..dice.below(4))
            .map(|at| Attribute { id: word(dice, at), text: text(dice), unit: dice.maybe(50, text) })
            .collect(),
        parties: (0..dice.below(5)).map(|at| blank_party(name(dice, at))).collect(),
        issues: Vec::new().into(),
        interactions: Vec::new(),
        rules: Vec::new().into(),
        worlds: Vec::new().into(),
    }
}

fn blank_party(id: String) -> Party {
    Party::named(&id)
}

/// A name that may hold anything that a name may hold; `at` keeps it apart from the others.
fn name(dice: &mut Dice, at: usize) -> String {
    let word = *dice.pick(WORDS);
    let odd = if dice.chance(40) { *dice.pick(ODDITIES) } else { "" };
    format!("{word}{at}{odd}")
}

/// A name for effect lines and sums.
fn word(dice: &mut Dice, at: usize) -> String {
    let word = *dice.pick(WORDS);
    let odd = if dice.chance(40) { *dice.pick(ODD_WORDS) } else { "" };
    if dice.chance(20) { format!("{at}{word}{odd}") } else { format!("{word}{at}{odd}") }
}

fn text(dice: &mut Dice) -> Text {
    let plain = |dice: &mut Dice| {
        let odd = if dice.chance(30) { *dice.pick(ODDITIES) } else { "" };
        format!("{} {}{odd}{}", dice.pick(WORDS), dice.pick(WORDS), if dice.chance(5) { "\nand\tso on" } else { "" })
    };
    if dice.chance(30) { Text::PerLanguage { en: plain(dice), nl: plain(dice) } } else { Text::Plain(plain(dice)) }
}

fn fraction(dice: &mut Dice, least: i64, most: i64) -> Rational {
    match dice.below(10) {
        0 => integer(dice.between(least * 3, most * 3)) / integer(3),
        1 => integer(dice.between(least * 7, most * 7)) / integer(7),
        2..=4 => integer(dice.between(least * 100, most * 100)) / integer(100),
        _ => integer(dice.between(least, most)),
    }
}

fn effect(dice: &mut Dice) -> Rational {
    if dice.chance(20) { integer(*dice.pick(&[-6, -3, 0, 3, 6])) } else { fraction(dice, -10, 10) }
}

fn attribute_value(dice: &mut Dice) -> Rational {
    fraction(dice, -1000, 1000)
}

fn some_of<K: Ord + From<usize>, V>(
    dice: &mut Dice,
    count: usize,
    mut value: impl FnMut(&mut Dice) -> V,
) -> BTreeMap<K, V> {
    (0..count).filter_map(|at| dice.maybe(60, |dice| (K::from(at), value(dice)))).collect()
}

fn does(dice: &mut Dice, table: &Table) -> Does<Rational> {
    Does {
        effects: some_of(dice, table.interests.len(), effect),
        attributes: some_of(dice, table.attributes.len(), attribute_value),
    }
}

fn curve(dice: &mut Dice, from: &Rational, to: &Rational, value: fn(&mut Dice) -> Rational) -> Curve {
    let mut amounts = vec![from.clone(), to.clone()];
    amounts.extend(dice.some(2, |dice| from + (to - from) * integer(dice.between(1, 7)) / integer(8)));
    if dice.chance(10) {
        amounts.push(from - integer(1));
    }
    amounts.sort();
    amounts.dedup();
    Curve::new(amounts.into_iter().map(|amount| (amount, value(dice))).collect()).expect("the amounts rise")
}

fn curves(dice: &mut Dice, table: &Table, from: &Rational, to: &Rational) -> Does<Curve> {
    Does {
        effects: some_of(dice, table.interests.len(), |dice| curve(dice, from, to, effect)),
        attributes: some_of(dice, table.attributes.len(), |dice| curve(dice, from, to, attribute_value)),
    }
}

fn remarks<V>(dice: &mut Dice, does: &Does<V>) -> BTreeMap<Subject, Remark> {
    let effects = does.effects.keys().map(|id| Subject::Effect(*id));
    let subjects: Vec<Subject> = effects.chain(does.attributes.keys().map(|id| Subject::Attribute(*id))).collect();
    let mut remarks = BTreeMap::new();
    for subject in subjects {
        let remark = Remark { source: dice.maybe(60, text), status: dice.maybe(60, status) };
        if dice.chance(15) && remark != Remark::default() {
            remarks.insert(subject, remark);
        }
    }
    remarks
}

fn status(dice: &mut Dice) -> Status {
    *dice.pick(&[Status::Agreed, Status::Contested, Status::Assumed, Status::Invented])
}

fn support(dice: &mut Dice) -> Support {
    use Support::{FullYes, No, NoUnless, Unknown, Yes, YesWithQuestion};
    *dice.pick(&[No, NoUnless, Unknown, YesWithQuestion, Yes, FullYes])
}

fn random_issue(dice: &mut Dice, table: &Table, at: usize, everything: bool) -> Issue {
    let kind = match dice.below(10) {
        0..=2 => IssueKind::Quantity(Box::new(quantity(dice, table))),
        3 if everything => IssueKind::Division(division(dice, table)),
        _ => IssueKind::Choice(options(dice, table, IssueId::from(at), everything)),
    };
    Issue {
        id: name(dice, at),
        text: text(dice),
        outside: dice.chance(20),
        bundle: dice.maybe(20, |dice| name(dice, 0)),
        today: None,
        parked: false,
        kind,
    }
}

fn options(dice: &mut Dice, table: &Table, issue: IssueId, everything: bool) -> Vec<IssueOption> {
    let count = dice.below(4) + usize::from(!everything);
    let options = (0..count).map(|at| {
        let id = name(dice, at);
        let does = does(dice, table);
        IssueOption {
            text: if dice.chance(60) { Text::Plain(id.clone()) } else { text(dice) },
            id,
            provision: (at > 0 && dice.chance(15)).then(|| Provision {
                worlds: (0..table.worlds.len()).filter(|_| dice.chance(50)).map(WorldId::from).collect(),
                otherwise: OptionId::new(issue, dice.below(at)),
                event: dice.maybe(30, text),
                by: dice.maybe(30, text),
            }),
            in_reference: dice.chance(90),
            remarks: remarks(dice, &does),
            does,
        }
    });
    options.collect()
}

fn quantity(dice: &mut Dice, table: &Table) -> Quantity {
    let from = fraction(dice, -5, 5);
    let to = &from + integer(dice.between(1, 12));
    let step = dice.maybe(60, |dice| (&to - &from) / integer(dice.between(1, 6)));
    let does = curves(dice, table, &from, &to);
    let reference = match dice.below(5) {
        0 => Reference::Outside,
        1 => Reference::Range(from.clone(), to.clone() - integer(1)),
        _ => Reference::Whole,
    };
    Quantity { unit: dice.maybe(50, text), reference, remarks: remarks(dice, &does), does, from, to, step }
}

fn division(dice: &mut Dice, table: &Table) -> Division {
    let total = integer(dice.between(1, 100));
    let recipients = (0..1 + dice.below(3))
        .map(|at| Recipient { id: word(dice, at), does: curves(dice, table, &Rational::default(), &total) });
    Division { recipients: recipients.collect(), unit: dice.maybe(50, text), exactly: dice.chance(50), total }
}

fn decision(dice: &mut Dice, issue: &Issue) -> Option<Decision> {
    Some(match &issue.kind {
        IssueKind::Choice(options) if options.is_empty() => return None,
        IssueKind::Choice(options) => Decision::Option(dice.below(options.len()) as u16),
        IssueKind::Quantity(quantity) => Decision::Amount(match &quantity.step {
            Some(step) => {
                let steps = ((&quantity.to - &quantity.from) / step).to_integer();
                let most = steps.to_string().parse().unwrap_or(0);
                &quantity.from + step * integer(dice.between(0, most))
            }
            None => &quantity.from + (&quantity.to - &quantity.from) * integer(dice.between(0, 9)) / integer(9),
        }),
        IssueKind::Division(division) => {
            let share = &division.total / integer(division.recipients.len() as i64);
            Decision::Shares(division.recipients.iter().map(|r| (r.id.clone(), share.clone())).collect())
        }
    })
}

fn add_days(table: &mut Table, dice: &mut Dice) {
    for at in 0..table.issues.len() {
        let id = IssueId::from(at);
        table.issues[id].today = if dice.chance(70) { decision(dice, &table.issues[id]) } else { None };
        table.issues[id].parked = table.issues[id].today.is_some() && dice.chance(10);
    }
}

/// A whole package of the table; `None` if some issue has nothing to choose from.
pub fn package(dice: &mut Dice, table: &Table) -> Option<Package> {
    let decisions: Option<Vec<Decision>> = table.issues.iter().map(|issue| decision(dice, issue)).collect();
    Some(Package { decisions: decisions?.into() })
}

fn option(dice: &mut Dice, table: &Table) -> Option<OptionId> {
    let options: Vec<OptionId> = table.options().map(|(id, _)| id).collect();
    (!options.is_empty()).then(|| *dice.pick(&options))
}

fn two_options(dice: &mut Dice, table: &Table) -> Option<(OptionId, OptionId)> {
    let (first, second) = (option(dice, table)?, option(dice, table)?);
    (first.issue != second.issue).then_some((first, second))
}

fn interaction(dice: &mut Dice, table: &Table) -> Option<Interaction> {
    let (first, second) = two_options(dice, table)?;
    Some(Interaction { first, second, does: does(dice, table) })
}

fn add_rules(table: &mut Table, dice: &mut Dice) {
    for at in 0..dice.below(6) {
        if let Some(form) = rule_form(dice, table) {
            table.rules.push(Rule {
                id: name(dice, at),
                owner: dice.maybe(40, text),
                reason: dice.maybe(40, text),
                form,
            });
        }
    }
}

fn rule_form(dice: &mut Dice, table: &Table) -> Option<RuleForm> {
    let set =
        |dice: &mut Dice| -> Vec<OptionId> { table.options().map(|(id, _)| id).filter(|_| dice.chance(40)).collect() };
    Some(match dice.below(7) {
        0 => RuleForm::Forbid(option(dice, table)?),
        1 => {
            let (first, second) = two_options(dice, table)?;
            RuleForm::Requires(first, second)
        }
        2 => {
            let (first, second) = two_options(dice, table)?;
            RuleForm::Excludes(first, second)
        }
        3 => RuleForm::AtMost(dice.below(4) as u32, set(dice)),
        4 => {
            let options = set(dice);
            RuleForm::AtLeast(dice.below(options.len() + 1) as u32, options)
        }
        5 if !table.parties.is_empty() && !table.interests.is_empty() => RuleForm::RedLine {
            party: PartyId::from(dice.below(table.parties.len())),
            interest: InterestId::from(dice.below(table.interests.len())),
            at_least: fraction(dice, -5, 5),
        },
        _ => RuleForm::Limit(limit(dice, table)),
    })
}

/// The attributes that some decision carries in the base world: a limit about others is refused.
fn carried(table: &Table) -> Vec<AttributeId> {
    let mut carried: Vec<AttributeId> = Vec::new();
    for issue in &table.issues {
        match &issue.kind {
            IssueKind::Choice(options) => options.iter().for_each(|o| carried.extend(o.does.attributes.keys())),
            IssueKind::Quantity(quantity) => carried.extend(quantity.does.attributes.keys()),
            IssueKind::Division(_) => {}
        }
    }
    carried.sort();
    carried.dedup();
    carried
}

fn limit(dice: &mut Dice, table: &Table) -> Limit {
    let carried = carried(table);
    let sum = |dice: &mut Dice| AttributeSum {
        constant: if dice.chance(50) { fraction(dice, -9, 9) } else { Rational::default() },
        terms: carried.iter().filter_map(|id| dice.maybe(40, |dice| (*id, fraction(dice, -3, 3)))).collect(),
    };
    Limit {
        used: sum(dice),
        comparison: *dice.pick(&[Comparison::AtMost, Comparison::AtLeast, Comparison::Equal]),
        room: sum(dice),
    }
}

fn add_parties(table: &mut Table, dice: &mut Dice) {
    for at in 0..table.parties.len() {
        let mut party = table.parties[PartyId::from(at)].clone();
        party.name = if dice.chance(50) { party.name } else { text(dice) };
        party.role = dice.maybe(30, text);
        party.group = dice.maybe(30, |dice| name(dice, 0));
        party.attendance = if dice.chance(15) { Attendance::MayStayOut } else { Attendance::Needed };
        party.positions = dice.some(2, text);
        party.weights = weights(dice, table);
        party.readings = readings(dice, table);
        party.no_deal = dice.maybe(80, |dice| no_deal(dice, table));
        party.ratification = dice.some(2, |dice| body(dice, table));
        party.mandates = some_of(dice, table.issues.len(), text);
        party.levels = dice.some(2, |dice| Level { text: text(dice), support: support(dice) });
        party.legal_form = dice.maybe(20, text);
        // Together they come to 1 at most.
        let worlds = integer(table.worlds.len() as i64);
        party.probabilities = some_of(dice, table.worlds.len(), |dice| fraction(dice, 0, 1) / &worlds);
        party.openness.audiences =
            (0..dice.below(3)).map(|_| (dice.pick(&Datum::WORDS).1, dice.pick(&Audience::WORDS).1)).collect();
        party.briefing = dice.maybe(30, text);
        party.answers = dice.some(2, |dice| SpokenAnswer {
            question: name(dice, 0),
            about: dice.maybe(50, |dice| topic(dice, table)).flatten(),
            text: text(dice),
        });
        party.said = some_of(dice, table.interests.len(), |dice| Said {
            status: *dice.pick(&[Heard::Assumed, Heard::Confirmed]),
            by: dice.maybe(50, text),
        });
        party.interview = (0..dice.below(3)).map(|at| (name(dice, at), text(dice))).collect();
        party.weights_confirmed = dice.chance(30);
        table.parties[PartyId::from(at)] = party;
    }
}

fn topic(dice: &mut Dice, table: &Table) -> Option<String> {
    let issues = table.issues.iter().map(|issue| issue.id.clone());
    let topics: Vec<String> = issues.chain(table.interests.iter().map(|interest| interest.id.clone())).collect();
    (!topics.is_empty()).then(|| dice.pick(&topics).clone())
}

fn weights(dice: &mut Dice, table: &Table) -> Weights {
    if dice.chance(25) && !table.interests.is_empty() {
        let mut ranks: Vec<Vec<InterestId>> = Vec::new();
        for interest in table.interests.keys() {
            match ranks.last_mut() {
                Some(rank) if dice.chance(30) => rank.push(interest),
                _ => ranks.push(vec![interest]),
            }
        }
        return Weights::Ranking(ranks);
    }
    let mut weights: BTreeMap<InterestId, Rational> =
        some_of(dice, table.interests.len(), |dice| fraction(dice, 0, 60));
    if let Some(weight) = weights.values_mut().next() {
        *weight += integer(1);
    }
    let wide = |(at, (id, low)): (usize, (&InterestId, &Rational))| (*id, [low.clone(), low + integer(at as i64)]);
    if dice.chance(25) && weights.len() > 1 {
        return Weights::Ranges(weights.iter().enumerate().map(wide).collect());
    }
    Weights::Numbers(weights)
}

fn readings(dice: &mut Dice, table: &Table) -> Reading {
    let mut reading = Reading::default();
    for (id, issue) in table.issues.iter_enumerated() {
        for interest in table.interests.keys() {
            if let (IssueKind::Quantity(quantity), true) = (&issue.kind, dice.chance(20)) {
                let own = curve(dice, &quantity.from, &quantity.to, effect);
                reading.amounts.insert((id, interest), own);
            }
            for at in 0..issue.options().len() {
                if dice.chance(10) {
                    reading.options.insert((OptionId::new(id, at), interest), effect(dice));
                }
            }
        }
    }
    reading
}

fn no_deal(dice: &mut Dice, table: &Table) -> NoDeal {
    let value = match dice.below(4) {
        0 => NoDealValue::Effects(some_of(dice, table.interests.len(), effect)),
        1 => NoDealValue::Today,
        2 => package(dice, table).map_or(NoDealValue::Today, NoDealValue::Package),
        _ => NoDealValue::Score(fraction(dice, 0, 100)),
    };
    let range = dice.maybe(30, |dice| {
        let low = fraction(dice, 0, 50);
        NoDealRange { likely: &low + integer(5), high: &low + fraction(dice, 5, 9) + integer(1), low }
    });
    NoDeal { value, reason: dice.maybe(50, text), range: range.filter(NoDealRange::is_ordered) }
}

fn body(dice: &mut Dice, table: &Table) -> RatifyingBody {
    let mut conditions = Vec::new();
    for _ in 0..dice.below(3) {
        if dice.chance(40) {
            let party = PartyId::from(dice.below(table.parties.len()));
            conditions.push(Condition::Score { party, at_least: fraction(dice, 0, 100) });
        } else {
            conditions.extend(rule_form(dice, table).map(Condition::Rule));
        }
    }
    RatifyingBody { body: text(dice), conditions }
}

fn add_worlds(table: &mut Table, dice: &mut Dice) {
    for at in 0..1 + dice.below(4) {
        let id = if at == 0 && dice.chance(50) { "base".to_owned() } else { name(dice, at) };
        table.worlds.push(World {
            id,
            text: dice.maybe(50, text),
            based_on: WorldId::from(if at == 0 { 0 } else { dice.below(at) }),
            options: BTreeMap::new(),
            amounts: BTreeMap::new(),
            limits: BTreeMap::new(),
            no_deals: BTreeMap::new(),
        });
    }
}

/// What worlds change; the base world changes nothing.
fn fill_worlds(table: &mut Table, dice: &mut Dice) {
    for at in 1..table.worlds.len() {
        let mut world = table.worlds[WorldId::from(at)].clone();
        for (id, _) in table.options() {
            if dice.chance(15) {
                let change = part(dice, does(&mut Dice::new(at as u64), table));
                world.options.insert(id, change);
            }
        }
        for (id, issue) in table.issues.iter_enumerated() {
            if let (IssueKind::Quantity(quantity), true) = (&issue.kind, dice.chance(30)) {
                let changed = curves(dice, table, &quantity.from, &quantity.to);
                world.amounts.insert(id, part(dice, changed));
            }
        }
        for (id, rule) in table.rules.iter_enumerated() {
            if matches!(rule.form, RuleForm::Limit(_)) && dice.chance(30) {
                world.limits.insert(RuleId::from(usize::from(id)), limit(dice, table));
            }
        }
        world.no_deals = some_of(dice, table.parties.len(), |_| ())
            .into_keys()
            .map(|party: PartyId| (party, no_deal(dice, table)))
            .collect();
        table.worlds[WorldId::from(at)] = world;
    }
}

fn part<V>(dice: &mut Dice, does: Does<V>) -> Change<V> {
    let (with_effects, with_attributes) = (dice.chance(60), dice.chance(60));
    Change { effects: with_effects.then_some(does.effects), attributes: with_attributes.then_some(does.attributes) }
}

fn narrative(dice: &mut Dice, table: &Table) -> Narrative {
    let ids = |dice: &mut Dice| -> Vec<String> { (0..dice.below(3)).map(|at| name(dice, at)).collect() };
    let facts = ids(dice).into_iter().map(|id| Fact {
        id,
        text: text(dice),
        status: status(dice),
        source: dice.maybe(50, text),
        question: dice.maybe(50, text),
        finder: dice.maybe(50, text),
        claimed_by: any_of(dice, table.parties.keys().collect()),
        contested_by: any_of(dice, table.parties.keys().collect()),
        rules: any_of(dice, table.rules.keys().collect()),
        options: any_of(dice, table.options().map(|(id, _)| id).collect()),
    });
    let facts = facts.collect();
    let packages = ids(dice).into_iter().filter_map(|id| {
        let (text, source) = (dice.maybe(50, text), dice.maybe(50, text));
        Some(NamedPackage { id, text, source, package: package(dice, table)? })
    });
    let packages = packages.collect();
    let mut reactions = Vec::new();
    if let (false, Some(package)) = (table.parties.is_empty(), package(dice, table)) {
        let party = PartyId::from(dice.below(table.parties.len()));
        let interests: Vec<InterestId> = table.interests.keys().collect();
        let interest = dice.maybe(50, |dice| interests.get(dice.below(interests.len().max(1))).copied()).flatten();
        reactions.push(Reaction { party, package, support: support(dice), interest, because: dice.maybe(50, text) });
    }
    let mut explanations = Vec::new();
    if let (false, Some(package)) = (table.parties.is_empty(), package(dice, table)) {
        let party = PartyId::from(dice.below(table.parties.len()));
        explanations.push(HomeText { party, package, text: text(dice) });
    }
    Narrative {
        fictional: dice.chance(50),
        order: dice.maybe(30, |dice| dice.below(20) as u32),
        source: dice.maybe(50, text),
        story: dice.maybe(50, text),
        lesson: dice.maybe(50, text),
        provenance: dice.maybe(50, text),
        ambition: dice.maybe(50, text),
        facts,
        criteria: ids(dice).into_iter().map(|id| Criterion { id, text: text(dice) }).collect(),
        neutrals: ids(dice).into_iter().map(|id| Neutral { id, text: text(dice) }).collect(),
        injects: ids(dice)
            .into_iter()
            .map(|id| Inject {
                id,
                text: text(dice),
                world: dice.maybe(50, |dice| WorldId::from(dice.below(table.worlds.len()))),
            })
            .collect(),
        clauses: ids(dice).into_iter().map(|id| Clause { id, text: text(dice) }).collect(),
        impact: dice.some(2, |dice| impact(dice, 2)),
        reactions,
        explanations,
        packages,
        debrief: dice.some(3, text),
        disclosed: dice.some(3, |dice| disclosure(dice, table)),
        blank: dice.chance(20),
        phase: Phase::ALL[dice.below(Phase::ALL.len())],
        ideas: dice.some(2, text),
        silenced: dice.some(2, |dice| Silenced {
            check: CheckId::ALL[dice.below(CheckId::ALL.len())],
            about: silenced_about(dice, table),
            because: text(dice),
        }),
    }
}

fn disclosure(dice: &mut Dice, table: &Table) -> Disclosure {
    let parties = table.parties.len();
    let to = if parties > 0 && dice.chance(50) { Some(PartyId::from(dice.below(parties))) } else { None };
    let words = |dice: &mut Dice| text(dice).get(Language::En).to_owned();
    let content = match dice.below(3) {
        0 => Content::Line(words(dice)),
        1 => Content::Part(Part::WORDS[dice.below(Part::WORDS.len())].1),
        _ => Content::Package(ShownPackage {
            name: words(dice),
            choices: words(dice),
            verdict: dice.maybe(50, |dice| dice.chance(50)),
            bands: dice.maybe(50, |dice| [dice.below(4), dice.below(4), dice.below(4)]),
            score: dice.maybe(50, |dice| Rational::new(dice.below(500).into(), 8.into())),
        }),
    };
    Disclosure { to, content }
}

/// A party, an option, or something that isn't there.
fn silenced_about(dice: &mut Dice, table: &Table) -> Option<String> {
    let options: Vec<String> = table.options().map(|(id, _)| table.choice(id)).collect();
    let all: Vec<String> = table.parties.iter().map(|party| party.id.clone()).chain(options).collect();
    if all.is_empty() || dice.chance(20) {
        return dice.maybe(50, |_| "nobody here".to_owned());
    }
    Some(all[dice.below(all.len())].clone())
}

/// Some of these, each at most once.
fn any_of<T>(dice: &mut Dice, all: Vec<T>) -> Vec<T> {
    all.into_iter().filter(|_| dice.chance(20)).collect()
}

fn impact(dice: &mut Dice, depth: usize) -> ImpactNode {
    ImpactNode {
        text: text(dice),
        unit: dice.maybe(30, text),
        baseline: dice.maybe(30, text),
        target: dice.maybe(30, text),
        owner: dice.maybe(30, text),
        causes: if depth == 0 { Vec::new() } else { dice.some(2, |dice| impact(dice, depth - 1)) },
    }
}
