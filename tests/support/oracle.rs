//! Answers by looking at every package, in code that shares nothing with the program but the table's types.
//!
//! It is written to be read beside the definitions, not to be fast; what is asked again and again is kept.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use itertools::Itertools;
use tafel::domain::*;
use tafel::optimize::{Objective, Question, Reason};

/// Every package of a table in one world.
pub struct Oracle<'a> {
    table: &'a Table,
    world: WorldId,
    /// What is asked besides.
    pub also: Vec<Condition>,
    /// Who doesn't take part: its gain isn't counted.
    pub without: Option<PartyId>,
    pub packages: Vec<Package>,
    /// Worst and best raw value per party.
    extremes: Vec<(Rational, Rational)>,
    /// What each interest weighs, per party.
    weights: Vec<BTreeMap<InterestId, Rational>>,
    kept: RefCell<Kept>,
}

/// The effects that count for a party, and the attributes.
type Done = (BTreeMap<InterestId, Rational>, BTreeMap<AttributeId, Rational>);

type ByDecision = HashMap<Decision, Rc<Done>>;

/// What has been worked out.
#[derive(Default)]
struct Kept {
    does: HashMap<(Option<PartyId>, IssueId, WorldId), ByDecision>,
    scores: HashMap<PartyId, HashMap<Package, Option<Rational>>>,
    no_deals: HashMap<PartyId, Option<Rational>>,
}

/// What the definitions say is the answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    pub package: Package,
    pub gains: Vec<Rational>,
    pub tied: BTreeSet<Vec<Rational>>,
}

impl<'a> Oracle<'a> {
    pub fn new(table: &'a Table, world: WorldId) -> Self {
        let of_issue = |issue: &Issue| -> Vec<Decision> {
            match (&issue.kind, issue.parked) {
                (_, true) => vec![issue.today.clone().unwrap()],
                (IssueKind::Choice(options), _) => (0..options.len()).map(|at| Decision::Option(at as u16)).collect(),
                (IssueKind::Quantity(quantity), _) => {
                    let step = quantity.step.clone().expect("the oracle lists amounts");
                    let mut amounts = Vec::new();
                    let mut amount = quantity.from.clone();
                    while amount <= quantity.to {
                        amounts.push(Decision::Amount(amount.clone()));
                        amount += &step;
                    }
                    amounts
                }
                (IssueKind::Division(_), _) => unreachable!("not generated"),
            }
        };
        let packages = table.issues.iter().map(of_issue).multi_cartesian_product();
        let packages = packages.map(|decisions| Package { decisions: decisions.into_iter().collect() }).collect();
        let weights = table.parties.iter().map(|party| weights(&party.weights)).collect();
        let (also, without, extremes, kept) = (Vec::new(), None, Vec::new(), RefCell::default());
        let mut oracle = Self { table, world, also, without, packages, extremes, weights, kept };
        oracle.extremes = table.parties.keys().map(|party| oracle.extremes(party)).collect();
        oracle
    }

    /// As [`Oracle::new`], in the world of `question`, with what it asks besides and without whom it leaves out.
    pub fn asked(table: &'a Table, question: &Question) -> Self {
        Self { also: question.also.clone(), without: question.without, ..Self::new(table, question.world) }
    }

    /// The effects that count for a party, and the attributes, of a decision in `world`.
    fn does(&self, party: Option<PartyId>, issue: IssueId, decision: &Decision, world: WorldId) -> Rc<Done> {
        let of = (party, issue, world);
        let known = self.kept.borrow().does.get(&of).and_then(|kept| kept.get(decision).cloned());
        known.unwrap_or_else(|| {
            let does = Rc::new(self.worked_out(party, issue, decision, world));
            self.kept.borrow_mut().does.entry(of).or_default().insert(decision.clone(), Rc::clone(&does));
            does
        })
    }

    fn worked_out(&self, party: Option<PartyId>, issue: IssueId, decision: &Decision, world: WorldId) -> Done {
        let mut chain = vec![world];
        while *chain.last().unwrap() != WorldId::BASE {
            chain.push(self.table.worlds[*chain.last().unwrap()].based_on);
        }
        let reading = party.map(|party| &self.table.parties[party].readings);
        match decision {
            Decision::Option(index) => {
                let id = OptionId { issue, index: *index };
                let option = self.table.option(id);
                if let Some(provision) = &option.provision
                    && !provision.worlds.contains(&world)
                {
                    return self.worked_out(party, issue, &Decision::Option(provision.otherwise.index), world);
                }
                let mut effects = option.does.effects.clone();
                let mut attributes = option.does.attributes.clone();
                for ((read, interest), effect) in reading.iter().flat_map(|reading| &reading.options) {
                    if *read == id {
                        effects.insert(*interest, effect.clone());
                    }
                }
                for world in chain.iter().rev() {
                    if let Some(change) = self.table.worlds[*world].options.get(&id) {
                        effects = change.effects.clone().unwrap_or(effects);
                        attributes = change.attributes.clone().unwrap_or(attributes);
                    }
                }
                (effects, attributes)
            }
            Decision::Amount(amount) => {
                let IssueKind::Quantity(quantity) = &self.table.issues[issue].kind else { unreachable!() };
                let mut effects = quantity.does.effects.clone();
                let mut attributes = quantity.does.attributes.clone();
                for ((read, interest), curve) in reading.iter().flat_map(|reading| &reading.amounts) {
                    if *read == issue {
                        effects.insert(*interest, curve.clone());
                    }
                }
                for world in chain.iter().rev() {
                    if let Some(change) = self.table.worlds[*world].amounts.get(&issue) {
                        effects = change.effects.clone().unwrap_or(effects);
                        attributes = change.attributes.clone().unwrap_or(attributes);
                    }
                }
                let effects = effects.into_iter().map(|(k, curve)| (k, value_at(&curve, amount))).collect();
                (effects, attributes.into_iter().map(|(a, curve)| (a, value_at(&curve, amount))).collect())
            }
            Decision::Shares(_) => unreachable!("not generated"),
        }
    }

    fn weigh(&self, party: PartyId, effects: &BTreeMap<InterestId, Rational>) -> Rational {
        let weights = &self.weights[usize::from(party)];
        let total: Rational = weights.values().sum();
        let sum: Rational = effects.iter().map(|(k, e)| weights.get(k).cloned().unwrap_or_default() * e).sum();
        if self.table.scale == Scale::Points { sum } else { sum / total }
    }

    fn raw(&self, party: PartyId, package: &Package, world: WorldId) -> Rational {
        let decisions = package.decisions.iter_enumerated();
        let alone =
            decisions.map(|(issue, decision)| self.weigh(party, &self.does(Some(party), issue, decision, world).0));
        let together = self.together(package, world).map(|does| self.weigh(party, &does.effects));
        alone.chain(together).sum()
    }

    /// The option whose effects count where `option` is taken.
    fn that_counts(&self, option: OptionId, world: WorldId) -> OptionId {
        match &self.table.option(option).provision {
            Some(provision) if !provision.worlds.contains(&world) => self.that_counts(provision.otherwise, world),
            _ => option,
        }
    }

    /// What options of `package` do together in `world`.
    fn together<'b>(&'b self, package: &'b Package, world: WorldId) -> impl Iterator<Item = &'b Does<Rational>> {
        let counting: Vec<OptionId> = package
            .decisions
            .iter_enumerated()
            .filter_map(|(issue, decision)| match decision {
                Decision::Option(index) => Some(self.that_counts(OptionId { issue, index: *index }, world)),
                _ => None,
            })
            .collect();
        let both = move |of: &&Interaction| counting.contains(&of.first) && counting.contains(&of.second);
        self.table.interactions.iter().filter(both).map(|of| &of.does)
    }

    /// The worst and the best over the reference set, in the base world.
    fn extremes(&self, party: PartyId) -> (Rational, Rational) {
        let (mut worst, mut best) = (integer(0), integer(0));
        for (id, issue) in self.table.issues.iter_enumerated() {
            let decisions: Vec<Decision> = match &issue.kind {
                IssueKind::Choice(options) => {
                    let reference = options.iter().enumerate().filter(|(_, option)| option.in_reference);
                    reference.map(|(at, _)| Decision::Option(at as u16)).collect()
                }
                IssueKind::Quantity(quantity) => {
                    let range = match &quantity.reference {
                        Reference::Whole => Some((quantity.from.clone(), quantity.to.clone())),
                        Reference::Range(from, to) => Some((from.clone(), to.clone())),
                        Reference::Outside => None,
                    };
                    // Generated curves bend at whole amounts only.
                    let amounts = range.into_iter().flat_map(|(from, to)| {
                        (0..=8).map(integer).filter(move |amount| from <= *amount && *amount <= to)
                    });
                    amounts.map(Decision::Amount).collect()
                }
                IssueKind::Division(_) => unreachable!("not generated"),
            };
            let values = decisions.iter().map(|d| self.weigh(party, &self.does(Some(party), id, d, WorldId::BASE).0));
            let values: Vec<Rational> = values.collect();
            worst += values.iter().min().cloned().unwrap_or_default();
            best += values.iter().max().cloned().unwrap_or_default();
        }
        for of in &self.table.interactions {
            if [of.first, of.second].iter().all(|option| self.table.option(*option).in_reference) {
                let value = self.weigh(party, &of.does.effects);
                worst += value.clone().min(integer(0));
                best += value.max(integer(0));
            }
        }
        (worst, best)
    }

    fn to_score(&self, party: PartyId, raw: Rational) -> Option<Rational> {
        let (worst, best) = &self.extremes[usize::from(party)];
        if worst == best {
            return None;
        }
        Some(if self.table.scale == Scale::Points { raw } else { (raw - worst) / (best - worst) * integer(100) })
    }

    pub fn score(&self, party: PartyId, package: &Package) -> Option<Rational> {
        let known = self.kept.borrow().scores.get(&party).and_then(|kept| kept.get(package).cloned());
        known.unwrap_or_else(|| {
            let score = self.to_score(party, self.raw(party, package, self.world));
            self.kept.borrow_mut().scores.entry(party).or_default().insert(package.clone(), score.clone());
            score
        })
    }

    pub fn no_deal(&self, party: PartyId) -> Option<Rational> {
        let known = self.kept.borrow().no_deals.get(&party).cloned();
        known.unwrap_or_else(|| {
            let no_deal = self.stated_no_deal(party);
            self.kept.borrow_mut().no_deals.insert(party, no_deal.clone());
            no_deal
        })
    }

    fn stated_no_deal(&self, party: PartyId) -> Option<Rational> {
        let mut world = self.world;
        let mut stated = None;
        while world != WorldId::BASE && stated.is_none() {
            stated = self.table.worlds[world].no_deals.get(&party);
            world = self.table.worlds[world].based_on;
        }
        let value = &stated.or(self.table.parties[party].no_deal.as_ref())?.value;
        self.to_score(party, integer(0))?;
        match value {
            NoDealValue::Score(score) => Some(score.clone()),
            NoDealValue::Effects(effects) => self.to_score(party, self.weigh(party, effects)),
            NoDealValue::Package(package) => self.score(party, package),
            NoDealValue::Today => self.score(party, &self.table.today().unwrap()),
        }
    }

    /// The parties that take part and have a score, by name.
    pub fn caring(&self) -> Vec<PartyId> {
        let parties = self.table.parties.keys().sorted_by_key(|party| &self.table.parties[*party].id);
        let has_score = |party: &PartyId| self.extremes[usize::from(*party)].0 != self.extremes[usize::from(*party)].1;
        parties.filter(has_score).filter(|party| self.without != Some(*party)).collect()
    }

    /// Gains of the parties that take part and have a score, by name; an unknown no-deal counts as 0.
    pub fn gains(&self, package: &Package) -> Vec<Rational> {
        let gain = |party| Some(self.score(party, package)? - self.no_deal(party).unwrap_or_default());
        self.caring().into_iter().filter_map(gain).collect()
    }

    /// What a decision by itself adds to the score of a party that has one, whatever is decided besides.
    pub fn alone(&self, party: PartyId, issue: IssueId, decision: &Decision) -> Rational {
        let raw = self.weigh(party, &self.does(Some(party), issue, decision, self.world).0);
        let (worst, best) = &self.extremes[usize::from(party)];
        if self.table.scale == Scale::Points { raw } else { raw / (best - worst) * integer(100) }
    }

    fn attribute_sum(&self, sum: &AttributeSum, package: &Package) -> Rational {
        let mut total = sum.constant.clone();
        for (issue, decision) in package.decisions.iter_enumerated() {
            let does = self.does(None, issue, decision, self.world);
            let carried = sum.terms.iter().filter_map(|(attribute, factor)| Some(factor * does.1.get(attribute)?));
            total += carried.sum::<Rational>();
        }
        for does in self.together(package, self.world) {
            for (attribute, factor) in &sum.terms {
                total += factor * does.attributes.get(attribute).cloned().unwrap_or_default();
            }
        }
        total
    }

    fn on_interest(&self, party: PartyId, interest: InterestId, package: &Package) -> Rational {
        let decisions = package.decisions.iter_enumerated();
        let on = |effects: &BTreeMap<InterestId, Rational>| effects.get(&interest).cloned().unwrap_or_default();
        let alone = decisions.map(|(issue, decision)| on(&self.does(Some(party), issue, decision, self.world).0));
        let together = self.together(package, self.world).map(|does| on(&does.effects));
        alone.chain(together).sum()
    }

    fn form_holds(&self, form: &RuleForm, package: &Package) -> bool {
        let has = |option: &OptionId| package.decisions[option.issue] == Decision::Option(option.index);
        let number = |options: &[OptionId]| options.iter().filter(|o| has(o)).count() as u32;
        match form {
            RuleForm::Limit(limit) => {
                let used = self.attribute_sum(&limit.used, package);
                let room = self.attribute_sum(&limit.room, package);
                match limit.comparison {
                    Comparison::AtMost => used <= room,
                    Comparison::AtLeast => used >= room,
                    Comparison::Equal => used == room,
                }
            }
            RuleForm::Forbid(option) => !has(option),
            RuleForm::Requires(a, b) => has(b) || !has(a),
            RuleForm::Excludes(a, b) => !has(a) || !has(b),
            RuleForm::AtMost(n, options) => number(options) <= *n,
            RuleForm::AtLeast(n, options) => number(options) >= *n,
            RuleForm::RedLine { party, interest, at_least } => {
                self.on_interest(*party, *interest, package) >= *at_least
            }
        }
    }

    /// Every reason that there is, whether or not a package keeps it.
    pub fn reasons(&self, question: &Question) -> BTreeSet<Reason> {
        let rules = self.table.rules.keys().map(Reason::Rule);
        let staying = self.table.parties.iter_enumerated().filter(|(party, _)| question.without != Some(*party));
        let bodies = staying.flat_map(|(party, content)| {
            (0..content.ratification.len()).map(move |body| Reason::Ratification { party, body })
        });
        let floors = self.table.parties.keys().map(Reason::NoDeal);
        let asked = (0..question.also.len()).map(Reason::Asked);
        let people = bodies.filter(|_| question.ratifiable).chain(floors.filter(|_| question.floors));
        rules.chain(people).chain(asked).collect()
    }

    /// What a rule demands in this world.
    fn form(&self, rule: RuleId) -> RuleForm {
        let mut world = self.world;
        while world != WorldId::BASE {
            if let Some(limit) = self.table.worlds[world].limits.get(&rule) {
                return RuleForm::Limit(limit.clone());
            }
            world = self.table.worlds[world].based_on;
        }
        self.table.rules[rule].form.clone()
    }

    /// By how much a package uses more than a limit, of whatever kind, has room for.
    pub fn excess(&self, rule: RuleId, package: &Package) -> Option<Rational> {
        let RuleForm::Limit(limit) = self.form(rule) else { return None };
        Some(self.attribute_sum(&limit.used, package) - self.attribute_sum(&limit.room, package))
    }

    /// How far a package is from keeping a reason, 0 if it keeps it; reasons that have no measure give none.
    pub fn shortfall(&self, reason: Reason, package: &Package) -> Option<Rational> {
        let missing = match reason {
            Reason::NoDeal(party) => self.no_deal(party)? - self.score(party, package)?,
            Reason::Rule(rule) => match self.form(rule) {
                RuleForm::Limit(limit) => {
                    let excess = self.excess(rule, package)?;
                    match limit.comparison {
                        Comparison::AtMost => excess,
                        Comparison::AtLeast => -excess,
                        Comparison::Equal => excess.clone().max(-excess),
                    }
                }
                RuleForm::RedLine { .. } => -self.slacks(reason, package).into_iter().min()?,
                _ => return None,
            },
            Reason::Ratification { .. } | Reason::Asked(_) => return None,
        };
        Some(missing.max(integer(0)))
    }

    /// Numbers that are all at least 0 if and only if a package keeps the reason; each a plane over the amounts.
    pub fn slacks(&self, reason: Reason, package: &Package) -> Vec<Rational> {
        let as_number = |holds: bool| vec![integer(i64::from(holds) - 1)];
        match reason {
            Reason::NoDeal(party) if self.table.parties[party].attendance == Attendance::Needed => {
                let gain = || Some(self.score(party, package)? - self.no_deal(party)?);
                gain().into_iter().collect()
            }
            Reason::NoDeal(_) => Vec::new(),
            Reason::Rule(rule) => self.form_slacks(&self.form(rule), package),
            Reason::Ratification { party, body } => {
                let conditions = &self.table.parties[party].ratification[body].conditions;
                let slacks = conditions.iter().flat_map(|condition| self.condition_slacks(condition, package));
                if conditions.is_empty() { as_number(false) } else { slacks.collect() }
            }
            Reason::Asked(at) => self.condition_slacks(&self.also[at], package),
        }
    }

    fn condition_slacks(&self, condition: &Condition, package: &Package) -> Vec<Rational> {
        match condition {
            Condition::Rule(form) => self.form_slacks(form, package),
            Condition::Score { party, at_least } => match self.score(*party, package) {
                Some(score) => vec![score - at_least],
                None => vec![integer(-1)],
            },
        }
    }

    fn form_slacks(&self, form: &RuleForm, package: &Package) -> Vec<Rational> {
        match form {
            RuleForm::Limit(limit) => {
                let left = self.attribute_sum(&limit.room, package) - self.attribute_sum(&limit.used, package);
                match limit.comparison {
                    Comparison::AtMost => vec![left],
                    Comparison::AtLeast => vec![-left],
                    Comparison::Equal => vec![left.clone(), -left],
                }
            }
            RuleForm::RedLine { party, interest, at_least } => {
                vec![self.on_interest(*party, *interest, package) - at_least]
            }
            _ => vec![integer(i64::from(self.form_holds(form, package)) - 1)],
        }
    }

    pub fn keeps(&self, reason: Reason, package: &Package) -> bool {
        match reason {
            Reason::Rule(rule) => self.form_holds(&self.form(rule), package),
            Reason::Ratification { party, body } => {
                let conditions = &self.table.parties[party].ratification[body].conditions;
                !conditions.is_empty() && conditions.iter().all(|condition| self.meets(condition, package))
            }
            Reason::Asked(at) => self.meets(&self.also[at], package),
            Reason::NoDeal(party) => {
                let gain = || Some(self.score(party, package)? - self.no_deal(party)?);
                self.table.parties[party].attendance == Attendance::MayStayOut
                    || gain().is_none_or(|gain| gain >= integer(0))
            }
        }
    }

    fn meets(&self, condition: &Condition, package: &Package) -> bool {
        match condition {
            Condition::Rule(form) => self.form_holds(form, package),
            Condition::Score { party, at_least } => self.score(*party, package).is_some_and(|score| score >= *at_least),
        }
    }

    pub fn allowed<'b>(&'b self, reasons: &'b BTreeSet<Reason>) -> impl Iterator<Item = &'b Package> {
        self.packages.iter().filter(|package| reasons.iter().all(|reason| self.keeps(*reason, package)))
    }

    /// Issue names in code-point order with the option's name or the amount.
    pub fn names(&self, package: &Package) -> Vec<(String, String, Rational)> {
        let named = package.decisions.iter_enumerated().map(|(issue, decision)| {
            let issue = &self.table.issues[issue];
            match decision {
                Decision::Option(index) => (issue.id.clone(), issue.options()[*index as usize].id.clone(), integer(0)),
                Decision::Amount(amount) => (issue.id.clone(), String::new(), amount.clone()),
                Decision::Shares(_) => unreachable!("not generated"),
            }
        });
        named.sorted().collect()
    }

    /// What the objective compares, the most important first; for the smallest gains all of leximin. `ideals` are the
    /// most that each can gain in an allowed package.
    pub fn objective(&self, question: &Question, package: &Package, ideals: &[Rational]) -> Vec<Rational> {
        let gains = self.gains(package);
        let zero = integer(0);
        let gaining = gains.iter().zip(ideals).filter(|(_, ideal)| **ideal > zero);
        match question.objective {
            Objective::Joint => vec![gains.iter().sum()],
            Objective::Fair => gains.into_iter().sorted().collect(),
            Objective::Best(party) => vec![self.score(party, package).unwrap()],
            Objective::Nash if gaining.clone().any(|(gain, _)| *gain < zero) => vec![integer(-1)],
            Objective::Nash => vec![gaining.map(|(gain, _)| gain).product()],
            Objective::KalaiSmorodinsky => gaining.map(|(gain, ideal)| gain / ideal).sorted().collect(),
        }
    }

    /// The most that each can gain in an allowed package.
    pub fn ideals(&self, question: &Question) -> Vec<Rational> {
        let reasons = self.reasons(question);
        let best = |ideals: Vec<Rational>, gains: Vec<Rational>| {
            ideals.into_iter().zip(gains).map(|(a, b)| a.max(b)).collect()
        };
        self.allowed(&reasons).map(|package| self.gains(package)).reduce(best).unwrap_or_default()
    }

    /// The answer by the definitions; `None` if no package is allowed.
    pub fn answer(&self, question: &Question) -> Option<Verdict> {
        let reasons = self.reasons(question);
        let ideals = self.ideals(question);
        let ranked = self.allowed(&reasons).map(|package| {
            let leximin: Vec<Rational> = self.gains(package).into_iter().sorted().collect();
            ((self.objective(question, package, &ideals), leximin), package)
        });
        let ranked: Vec<_> = ranked.collect();
        let best = ranked.iter().map(|(key, _)| key).max()?.clone();
        let compares = matches!(question.objective, Objective::Nash | Objective::KalaiSmorodinsky);
        let nobody_gains = ideals.iter().all(|ideal| *ideal <= integer(0));
        let no_product = question.objective == Objective::Nash && best.0[0] <= integer(0);
        if compares && (nobody_gains || no_product) {
            return self.answer(&Question { objective: Objective::Fair, ..question.clone() });
        }
        let canonical = ranked.iter().filter(|(key, _)| *key == best).map(|(_, package)| *package);
        let package = canonical.min_by_key(|package| self.names(package))?.clone();
        let tied = ranked.iter().filter(|(key, _)| key.0 == best.0).map(|(_, package)| self.gains(package)).collect();
        Some(Verdict { gains: self.gains(&package), package, tied })
    }

    /// Whether `reasons` leave no package, and leaving out any of them leaves one.
    pub fn is_minimal_conflict(&self, reasons: &BTreeSet<Reason>) -> bool {
        let possible = |reasons: &BTreeSet<Reason>| self.allowed(reasons).next().is_some();
        let without = |reason: &Reason| reasons.iter().copied().filter(|other| other != reason).collect();
        !possible(reasons) && reasons.iter().all(|reason| possible(&without(reason)))
    }
}

fn value_at(curve: &Curve, amount: &Rational) -> Rational {
    let points = curve.points();
    let (first, last) = (&points[0], &points[points.len() - 1]);
    if *amount <= first.0 {
        return first.1.clone();
    }
    for ((x0, y0), (x1, y1)) in points.iter().tuple_windows() {
        if amount <= x1 {
            return y0 + (amount - x0) / (x1 - x0) * (y1 - y0);
        }
    }
    last.1.clone()
}

/// Rank-order-centroid weights as the mean of the corners: 1/j for the first j ranks, 0 behind.
fn weights(weights: &Weights) -> BTreeMap<InterestId, Rational> {
    match weights {
        Weights::Numbers(weights) => weights.clone(),
        Weights::Ranges(ranges) => {
            ranges.iter().map(|(interest, [low, high])| (*interest, (low + high) / integer(2))).collect()
        }
        Weights::Ranking(ranks) => {
            assert!(ranks.iter().all(|rank| rank.len() == 1), "the generator makes no shared ranks");
            let count = ranks.len();
            let at = |rank: usize| -> Rational {
                let corners = (1..=count).map(|j| if rank < j { integer(1) / integer(j as i64) } else { integer(0) });
                corners.sum::<Rational>() / integer(count as i64)
            };
            ranks.iter().enumerate().map(|(rank, interests)| (interests[0], at(rank))).collect()
        }
    }
}
