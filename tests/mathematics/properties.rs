//! Relations that must hold between the answers to two tables, each with the argument why.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use crate::support::oracle::Oracle;
use crate::support::permute::Shuffle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, entangled, question};
use itertools::Itertools as _;
use tafel::domain::*;
use tafel::optimize::{Answer, Found, Objective, Question, Ties, solve};
use tafel::valuation::{Assessment, Circumstances, assess};

/// What a question to a table comes to.
#[derive(Debug)]
enum Said {
    Refused,
    Nothing,
    Best(Box<(Found, Assessment)>),
}

fn ask(table: &Table, question: &Question) -> Said {
    let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
    match solve(&circumstances, question, &AtomicBool::new(false)) {
        Err(_) => Said::Refused,
        Ok(Answer::Infeasible(_)) => Said::Nothing,
        Ok(Answer::Proven(found)) => {
            let assessment = assess(&circumstances, &found.package);
            Said::Best(Box::new((found, assessment)))
        }
        Ok(other) => panic!("{other:?}"),
    }
}

/// The objective's value: what a larger choice can only raise.
fn value(question: &Question, assessment: &Assessment) -> Vec<Rational> {
    match question.objective {
        Objective::Joint => assessment.joint_gain().into_iter().collect(),
        Objective::Fair => assessment.leximin(),
        Objective::Best(party) => assessment.parties[party].score.clone().into_iter().collect(),
        // Who can gain, and how much, moves with the packages: these have no value that only falls.
        Objective::Nash | Objective::KalaiSmorodinsky => Vec::new(),
    }
}

/// Runs `relation` on random tables; it says whether the case was one that tests anything.
fn for_each_table(amounts: Amounts, relation: impl FnMut(&mut Random, &Table, &Question) -> bool) {
    for_some_tables(4, amounts, relation);
}

/// As [`for_each_table`], where one of `once_in` cases tests something at least.
fn for_some_tables(once_in: u64, amounts: Amounts, mut relation: impl FnMut(&mut Random, &Table, &Question) -> bool) {
    let count = cases(1_000, 5);
    let tested = (0..count).filter(|seed| {
        let table = entangled(*seed, amounts);
        let mut random = Random::new(seed + 1);
        let question = question(&mut random, &table);
        relation(&mut random, &table, &question)
    });
    let tested = tested.count() as u64;
    assert!(once_in * tested >= count, "only {tested} of {count} cases test anything");
}

/// All objectives, both scales. Nothing in the definitions mentions an order of entry, and ties go by name.
#[test]
fn entering_a_table_in_another_order_changes_no_answer() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let shuffle = Shuffle::new(random, table);
        let objective = match question.objective {
            Objective::Best(party) => Objective::Best(shuffle.party(party)),
            other => other,
        };
        let shuffled = Question { objective, ..question.clone() };
        match (ask(table, question), ask(&shuffle.table(table), &shuffled)) {
            (Said::Refused, Said::Refused) | (Said::Nothing, Said::Nothing) => false,
            (Said::Best(one), Said::Best(other)) => {
                assert_eq!(shuffle.package(&one.0.package), other.0.package);
                for (party, assessed) in one.1.parties.iter_enumerated() {
                    assert_eq!(*assessed, other.1.parties[shuffle.party(party)]);
                }
                let (Ties::Listed { packages: ones, .. }, Ties::Listed { packages: others, .. }) =
                    (&one.0.ties, &other.0.ties)
                else {
                    panic!("stepped tables list their ties")
                };
                assert_eq!(ones.iter().map(|p| shuffle.package(p)).collect_vec(), *others);
                true
            }
            (one, other) => panic!("{one:?} against {other:?}"),
        }
    });
}

/// The options that no reading, world, rule, condition or other option mentions: a copy of one can replace it anywhere.
fn unmentioned(table: &Table) -> Vec<OptionId> {
    let forms = table.rules.iter().map(|rule| &rule.form).chain(
        table.parties.iter().flat_map(|party| &party.ratification).flat_map(|body| &body.conditions).filter_map(|c| {
            match c {
                Condition::Rule(form) => Some(form),
                Condition::Score { .. } => None,
            }
        }),
    );
    let mut mentioned: Vec<OptionId> = forms
        .flat_map(|form| match form {
            RuleForm::Forbid(option) => vec![*option],
            RuleForm::Requires(a, b) | RuleForm::Excludes(a, b) => vec![*a, *b],
            RuleForm::AtMost(_, options) | RuleForm::AtLeast(_, options) => options.clone(),
            RuleForm::Limit(_) | RuleForm::RedLine { .. } => Vec::new(),
        })
        .collect();
    mentioned.extend(table.worlds.iter().flat_map(|world| world.options.keys().copied()));
    mentioned.extend(table.parties.iter().flat_map(|party| party.readings.options.keys().map(|(option, _)| *option)));
    mentioned.extend(table.interactions.iter().flat_map(|of| [of.first, of.second]));
    for (id, option) in table.options() {
        if let Some(provision) = &option.provision {
            mentioned.extend([id, provision.otherwise]);
        }
    }
    table.options().map(|(id, _)| id).filter(|id| !mentioned.contains(id)).collect()
}

/// All objectives, both scales. Whoever takes the new option can take the old one and be no worse for anybody, and the
/// reference set doesn't move, so no score does. (Were scores re-scaled over the options present, this would fail.)
#[test]
fn an_option_that_is_dominated_in_effects_and_attributes_changes_nothing() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let candidates = unmentioned(table);
        if candidates.is_empty() {
            return false;
        }
        let like = random.pick(&candidates);
        let mut more = table.clone();
        let mut option = table.option(like).clone();
        option.id = "~last".to_owned();
        option.in_reference = false;
        for (interest, _) in table.interests.iter_enumerated() {
            *option.does.effects.entry(interest).or_default() -= integer(random.between(0, 2));
        }
        if let IssueKind::Choice(options) = &mut more.issues[like.issue].kind {
            options.push(option);
        }
        match (ask(table, question), ask(&more, question)) {
            (Said::Best(one), Said::Best(other)) => {
                assert_eq!(one.0.package, other.0.package);
                assert_eq!(one.1, other.1);
                true
            }
            (Said::Refused, Said::Refused) | (Said::Nothing, Said::Nothing) => false,
            (one, other) => panic!("{one:?} against {other:?}"),
        }
    });
}

/// Joint, fair and best, both scales. A rule only takes packages away, and the best of fewer is no better. (Not `nash`
/// and `ks`: who can gain at all, and how much, changes with the packages that are left.)
#[test]
fn an_added_rule_never_improves_the_objective() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let options: Vec<OptionId> = table.options().map(|(id, _)| id).collect();
        if options.is_empty() {
            return false;
        }
        let mut ruled = table.clone();
        let form = match random.below(3) {
            0 => RuleForm::Forbid(random.pick(&options)),
            1 => RuleForm::Excludes(random.pick(&options), random.pick(&options)),
            _ => RuleForm::Requires(random.pick(&options), random.pick(&options)),
        };
        ruled.rules.push(Rule { id: "added".to_owned(), owner: None, reason: None, form });
        match (ask(table, question), ask(&ruled, question)) {
            (Said::Refused, Said::Refused) | (Said::Nothing, Said::Nothing) => false,
            (Said::Best(_), Said::Nothing) => true,
            (Said::Best(one), Said::Best(other)) => {
                assert_ne!(value(question, &one.1).cmp(&value(question, &other.1)), Ordering::Less);
                true
            }
            (one, other) => panic!("{one:?} against {other:?}"),
        }
    });
}

/// The options of open issues that a package doesn't take.
fn passed_over(table: &Table, package: &Package) -> Vec<OptionId> {
    let options = table.options().map(|(id, _)| id).filter(|id| !table.issues[id.issue].parked);
    options.filter(|id| package.decisions[id.issue] != Decision::Option(id.index)).collect()
}

fn forbidding(table: &Table, option: OptionId) -> Table {
    let mut less = table.clone();
    let form = RuleForm::Forbid(option);
    less.rules.push(Rule { id: format!("without {option:?}"), owner: None, reason: None, form });
    less
}

/// Independence of irrelevant alternatives. Joint, fair and best, and nash where somebody's product is above 0; both
/// scales, scores frozen. The old answer is still there, and what decides between two packages mentions no third. (Not
/// `ks`, whose ideals may go with the option. Everybody who counts in a product above 0 gains in the old answer, so
/// nobody is left out of it afterwards; where every product is 0 somebody may be.)
#[test]
fn forbidding_options_that_were_not_chosen_changes_no_answer() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let Said::Best(before) = ask(table, question) else { return false };
        let is_by_ideals = question.objective == Objective::KalaiSmorodinsky || before.0.is_fallback;
        let others = passed_over(table, &before.0.package);
        if is_by_ideals || others.is_empty() {
            return false;
        }
        let forbidden = (0..3).map(|_| random.pick(&others)).unique();
        let less = forbidden.fold(table.clone(), |table, option| forbidding(&table, option));
        let Said::Best(after) = ask(&less, question) else { panic!("the old answer is still there") };
        assert_eq!(before.0.package, after.0.package);
        assert_eq!(before.1.parties, after.1.parties);
        true
    });
}

/// Kalai-Smorodinsky, both scales. Where packages are added and nobody's ideal moves, the smallest share of an ideal,
/// then the second smallest and so on, never falls: the old answer is still there to be compared. Everybody's own share
/// needn't stay (`divisions.rs` has that, for sets without gaps): (5, 9) of 10 gives way to (9, 6).
#[test]
fn more_packages_under_the_same_ideals_never_lower_the_smallest_share() {
    for_some_tables(8, Amounts::Stepped, |random, table, question| {
        let question = Question { objective: Objective::KalaiSmorodinsky, floors: true, ..question.clone() };
        let Said::Best(more) = ask(table, &question) else { return false };
        let oracle = Oracle::new(table, question.world);
        let ideals = oracle.ideals(&question);
        // Without an option of the answer there are fewer packages, and it can't be among them.
        let options = table.options().map(|(id, _)| id).filter(|id| !table.issues[id.issue].parked);
        let mut chosen =
            options.filter(|id| more.0.package.decisions[id.issue] == Decision::Option(id.index)).collect_vec();
        if !chosen.is_empty() {
            let first = random.below(chosen.len());
            chosen.rotate_left(first);
        }
        let mut less = chosen.into_iter().map(|option| forbidding(table, option));
        let same_ideals = |less: &Table| Oracle::new(less, question.world).ideals(&question) == ideals;
        let Some(less) = less.find(same_ideals) else { return false };
        let Said::Best(fewer) = ask(&less, &question) else { panic!("somebody reaches an ideal") };
        let shares = |of: &Found| oracle.objective(&question, &of.package, &ideals);
        assert_ne!(shares(&more.0).cmp(&shares(&fewer.0)), Ordering::Less);
        true
    });
}

/// Joint and fair, both scales, where the optimum is unique. For `joint`: while the old package is acceptable it stays
/// best, since all sums fall alike; else the party gets at least its new no-deal, which is more than it had. For leximin
/// (the limit of summing -exp(-m g)): lowering one party's gain everywhere weighs its differences more, so no package
/// that is worse for it can overtake.
#[test]
fn raising_a_no_deal_never_lowers_that_partys_score() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let objective = random.pick(&[Objective::Joint, Objective::Fair]);
        let question = Question { objective, floors: true, ..question.clone() };
        let party = PartyId::from(random.below(table.parties.len()));
        let Said::Best(before) = ask(table, &question) else { return false };
        let assessed = &before.1.parties[party];
        let (Some(no_deal), Some(score)) = (&assessed.no_deal, &assessed.score) else { return false };
        if before.0.ties != (Ties::Listed { packages: vec![before.0.package.clone()], complete: true }) {
            return false;
        }
        let value = NoDealValue::Score(no_deal + integer(random.between(1, 12)));
        let raised = NoDeal { value, reason: None, range: None };
        let mut after = table.clone();
        after.worlds.iter_mut().for_each(|world| {
            world.no_deals.remove(&party);
        });
        after.parties[party].no_deal = Some(raised);
        match ask(&after, &question) {
            Said::Best(after) if assessed.attendance == Attendance::Needed => {
                assert_ne!(score.cmp(after.1.parties[party].score.as_ref().unwrap()), Ordering::Greater);
            }
            Said::Refused => panic!("a no-deal was there before"),
            // A party that may stay out has no floor, so for it only the case of leximin is argued above.
            Said::Best(_) | Said::Nothing => {}
        }
        true
    });
}

/// All objectives, scale `Percent`, for one party alone: shares of weights are what counts. Under `Points` gains are on
/// the scale of the weights, so there all parties' weights and bare no-deals must grow together.
#[test]
fn rescaled_weights_change_no_answer() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let factor = integer(random.between(2, 9)) / integer(random.between(2, 9));
        let chosen = PartyId::from(random.below(table.parties.len()));
        let mut scaled = table.clone();
        let points = table.scale == Scale::Points;
        for (id, party) in scaled.parties.iter_mut_enumerated() {
            if points || id == chosen {
                let weights: BTreeMap<_, _> =
                    party.weights.values().into_iter().map(|(k, w)| (k, w * &factor)).collect();
                party.weights = Weights::Numbers(weights);
            }
            if points {
                party.no_deal.iter_mut().for_each(|no_deal| grow(no_deal, &factor));
                let conditions = party.ratification.iter_mut().flat_map(|body| &mut body.conditions);
                conditions.for_each(|condition| {
                    if let Condition::Score { at_least, .. } = condition {
                        *at_least *= &factor;
                    }
                });
            }
        }
        if points {
            scaled.worlds.iter_mut().flat_map(|world| world.no_deals.values_mut()).for_each(|n| grow(n, &factor));
        }
        match (ask(table, question), ask(&scaled, question)) {
            (Said::Refused, Said::Refused) | (Said::Nothing, Said::Nothing) => false,
            (Said::Best(one), Said::Best(other)) => {
                assert_eq!(one.0.package, other.0.package);
                true
            }
            (one, other) => panic!("{one:?} against {other:?}"),
        }
    });
}

fn grow(no_deal: &mut NoDeal, factor: &Rational) {
    if let NoDealValue::Score(score) = &mut no_deal.value {
        *score *= factor;
    }
}

/// All objectives, both scales. A package that dominated the answer would measure at least as much and be leximin-better.
#[test]
fn every_answer_is_efficient() {
    for_each_table(Amounts::Stepped, |_, table, question| {
        let Said::Best(best) = ask(table, question) else { return false };
        let oracle = Oracle::new(table, question.world);
        let gains = oracle.gains(&best.0.package);
        let reasons = oracle.reasons(question);
        let dominates = |package: &&Package| {
            let others = oracle.gains(package);
            others != gains && gains.iter().zip(&others).all(|(gain, other)| gain <= other)
        };
        assert_eq!(oracle.allowed(&reasons).find(dominates), None);
        true
    });
}

/// Scoring is what the definitions say, to the last digit: score, no-deal, rules, ratification.
#[test]
fn the_scorer_agrees_with_the_definitions() {
    for_each_table(Amounts::Stepped, |random, table, question| {
        let oracle = Oracle::new(table, question.world);
        let circumstances = Circumstances::new(table.ready().unwrap(), question.world);
        let package = random.pick(&oracle.packages);
        let assessment = assess(&circumstances, &package);
        for (party, assessed) in assessment.parties.iter_enumerated() {
            assert_eq!(assessed.score, oracle.score(party, &package));
            assert_eq!(assessed.no_deal, oracle.no_deal(party));
            let taken_apart = tafel::valuation::breakdown(&circumstances, party, &package);
            let sum = taken_apart.map(|parts| parts.base + parts.cells.into_values().sum::<Rational>());
            assert_eq!(sum, assessed.score);
        }
        let all = Question { ratifiable: true, floors: true, ..question.clone() };
        let broken = oracle.reasons(&all).into_iter().filter(|reason| !oracle.keeps(*reason, &package)).collect_vec();
        use tafel::optimize::Reason;
        assert_eq!(assessment.keeps_rules(), !broken.iter().any(|reason| matches!(reason, Reason::Rule(_))));
        let objects = broken.iter().any(|reason| matches!(reason, Reason::NoDeal(_)));
        assert_eq!(assessment.is_acceptable(), assessment.keeps_rules() && !objects);
        let refused = broken.iter().any(|reason| matches!(reason, Reason::Ratification { .. }));
        assert_eq!(assessment.is_ratifiable(), !refused);
        true
    });
}
