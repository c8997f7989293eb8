//! What holds in every world and what could be agreed on condition, by the figures of the collective agreement.
//!
//! FNV has weighed again: rest counts for more than pay now. Of what its members and those of BTN must find, all is known.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use crate::support::bundled::scenario as bundled;
use tafel::analysis::{propose, with_conditional};
use tafel::domain::{
    Condition, Decision, IssueKind, IssueOption, OptionId, Package, Provision, Rational, RuleForm, Table, Weights,
    World, WorldId, integer,
};
use tafel::explain::{in_worlds, is_conditional};
use tafel::optimize::{Objective, Question, census_of};
use tafel::valuation::{Circumstances, assess};

/// The table after FNV weighed again.
fn weighed_again() -> Table {
    let mut table = bundled("vvt-cao-2018");
    let party = table.party_named("FNV").unwrap();
    let interest = |id: &str| table.interests.position(|interest| interest.id == id).unwrap();
    let changed = [("KO", 30), ("WA", 15), ("RU", 35), ("IN", 10), ("DU", 10)];
    let weights = changed.map(|(id, weight)| (interest(id), integer(weight)));
    table.parties[party].weights = Weights::Numbers(weights.into_iter().collect());
    table
}

fn option(table: &Table, issue: &str, option: &str) -> OptionId {
    let issue = table.issue_named(issue).unwrap();
    let at = table.issues[issue].options().iter().position(|content| content.id == option).unwrap();
    OptionId::new(issue, at)
}

/// 3% now, and 1% more once the tariffs cover it.
fn with_three_and_one(table: &Table) -> (Table, OptionId) {
    let mut table = table.clone();
    let three = option(&table, "loon", "3%");
    let interest = |id: &str| table.interests.position(|interest| interest.id == id).unwrap();
    let attribute = |id: &str| table.attributes.position(|attribute| attribute.id == id).unwrap();
    let effects = [("KO", 6), ("WA", 5), ("IN", 2), ("BE", -4)].map(|(id, effect)| (interest(id), integer(effect)));
    let mut added = IssueOption {
        id: "3+1%".to_owned(),
        text: "3+1%".into(),
        provision: Some(Provision { worlds: vec![WorldId::BASE], otherwise: three, event: None, by: None }),
        in_reference: false,
        ..table.option(three).clone()
    };
    added.does.effects = effects.into_iter().collect();
    added.does.attributes = [(attribute("cost"), integer(3))].into_iter().collect();
    let issue = three.issue;
    if let IssueKind::Choice(options) = &mut table.issues[issue].kind {
        options.push(added);
    }
    // The members ask for 3% at least: what is certain is that.
    let id = OptionId::new(issue, table.issues[issue].options().len() - 1);
    for condition in
        table.parties.iter_mut().flat_map(|party| &mut party.ratification).flat_map(|of| &mut of.conditions)
    {
        if let Condition::Rule(RuleForm::AtLeast(_, options)) = condition {
            options.push(id);
        }
    }
    (table, id)
}

fn robust(ratifiable: bool) -> Question {
    Question { robust: true, ratifiable, ..Question::new(Objective::Fair) }
}

/// Every package that holds in every world, by weighing each in each.
fn holding(table: &Table, ratifiable: bool) -> Vec<Package> {
    let ready = table.ready().unwrap();
    let worlds: Vec<Circumstances<'_>> = table.worlds.keys().map(|world| Circumstances::new(ready, world)).collect();
    let mut packages = vec![Vec::new()];
    for issue in &table.issues {
        let options = 0..issue.options().len() as u16;
        let with = |package: &Vec<Decision>, at| [package.clone(), vec![Decision::Option(at)]].concat();
        packages = packages.iter().flat_map(|package| options.clone().map(move |at| with(package, at))).collect();
    }
    let holds = |package: &Package| {
        worlds
            .iter()
            .map(|world| assess(world, package))
            .all(|of| of.is_acceptable() && (!ratifiable || of.is_ratifiable()))
    };
    packages.into_iter().map(|decisions| Package { decisions: decisions.into_iter().collect() }).filter(holds).collect()
}

fn count(table: &Table, ratifiable: bool) -> u64 {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    census_of(&circumstances, &robust(ratifiable), &AtomicBool::new(false)).unwrap().acceptable
}

#[test]
fn forty_five_packages_hold_in_both_worlds_and_none_has_a_flat_four_percent() {
    let table = weighed_again();
    assert_eq!(count(&table, false), 45);
    let holding = holding(&table, false);
    assert_eq!(holding.len(), 45);
    let four = option(&table, "loon", "4%");
    assert!(holding.iter().all(|package| package.decisions[four.issue] != Decision::Option(four.index)));
}

#[test]
fn with_the_conditional_option_sixty_seven_hold_and_eleven_of_them_pass_at_home() {
    let (table, added) = with_three_and_one(&weighed_again());
    assert_eq!(count(&table, false), 67);
    let all = holding(&table, false);
    assert_eq!(all.len(), 67);
    let taking = all.iter().filter(|package| package.decisions[added.issue] == Decision::Option(added.index));
    assert_eq!(taking.count(), 22);
    assert_eq!((count(&table, true), holding(&table, true).len()), (11, 11));
}

fn rounded(value: &Rational) -> i64 {
    value.round().to_integer().try_into().unwrap()
}

/// R1 of the transcript: +174 with +22 for whoever gains least if the tariffs cover it, +57 and +5 if not.
#[test]
fn both_branches_of_a_conditional_package_are_told() {
    let (table, added) = with_three_and_one(&weighed_again());
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let choices = [
        ("loon", "3+1%"),
        ("looptijd", "15m"),
        ("rooster", "stabiel"),
        ("instroom", "orient+"),
        ("stage", "400"),
        ("scholing", "nu"),
        ("financiers", "plan"),
    ];
    let decisions = choices.map(|(issue, name)| Decision::Option(option(&table, issue, name).index));
    let package = Package { decisions: decisions.into_iter().collect() };
    assert!(is_conditional(&table, &package));
    let told = in_worlds(&circumstances, &package);
    assert_eq!(told.conditional, [added]);
    let figures: Vec<(i64, i64)> = told
        .worlds
        .iter()
        .map(|of| (rounded(&of.assessment.joint_gain().unwrap()), rounded(&of.assessment.smallest_gain().unwrap())))
        .collect();
    assert_eq!(figures, [(174, 22), (57, 5)]);
    assert_eq!(told.worlds[1].instead, [option(&table, "loon", "3%")]);
    assert!(told.expected.is_empty(), "nobody says how likely the worlds are");
}

#[test]
fn what_a_party_expects_follows_from_its_own_probabilities() {
    let (mut table, _) = with_three_and_one(&weighed_again());
    let party = table.party_named("BTN").unwrap();
    let fails = table.world_named("tarieven-niet-dekkend").unwrap();
    table.parties[party].probabilities = [(fails, Rational::new(1.into(), 4.into()))].into();
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let package = holding(&table, true).remove(0);
    let told = in_worlds(&circumstances, &package);
    let gain = |at: usize| told.worlds[at].assessment.parties[party].gain().unwrap();
    let expected = (gain(0) * integer(3) + gain(1)) / integer(4);
    assert_eq!(told.expected.into_iter().collect::<Vec<_>>(), [(party, expected.clone())]);
    assert_eq!(told.left_over, [(WorldId::BASE, vec![party])].into());

    // The same, said of the other world.
    table.parties[party].probabilities = [(WorldId::BASE, Rational::new(3.into(), 4.into()))].into();
    let told = in_worlds(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), &package);
    assert_eq!(told.expected.into_iter().collect::<Vec<_>>(), [(party, expected)]);
    assert_eq!(told.left_over, [(fails, vec![party])].into());

    // With a third world nobody knows what is left over for which.
    let third = World { id: "third".into(), ..table.worlds[fails].clone() };
    table.worlds.push(third);
    let told = in_worlds(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), &package);
    assert!(told.expected.is_empty() && told.left_over.is_empty());
}

/// The program comes to the idea by itself: no flat 4% in both worlds, but 4% if the tariffs cover it and 3% otherwise.
#[test]
fn a_condition_is_suggested_where_worlds_split_the_table() {
    let table = weighed_again();
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let proposal = propose(&circumstances, &Question::new(Objective::Fair), &AtomicBool::new(false)).unwrap();
    let every = proposal.worlds.unwrap();
    assert_eq!((every.is_possible, every.packages), (Some(true), Some(45)));
    assert!(every.split.contains(&option(&table, "loon", "4%")), "{:?}", every.split);
    let first = &every.suggestions[0];
    assert_eq!(first.option, option(&table, "loon", "4%"));
    assert_eq!((first.otherwise, first.worlds.as_slice()), (option(&table, "loon", "3%"), &[WorldId::BASE][..]));
    // The package with it holds in both worlds, weighed in the table with one option more.
    let circumstances = Circumstances::new(first.table.ready().unwrap(), WorldId::BASE);
    let worlds = in_worlds(&circumstances, &first.package).worlds;
    assert!(worlds.iter().all(|of| of.assessment.is_acceptable()));
    let smallest = worlds.iter().filter_map(|of| of.assessment.smallest_gain()).min();
    assert_eq!(smallest.as_ref(), first.leximin.first());
    // If the tariffs cover it, it is better than what holds whatever happens.
    let certain = assess(&Circumstances::new(table.ready().unwrap(), WorldId::BASE), &every.best.unwrap().0);
    assert!(certain.joint_gain() < worlds[0].assessment.joint_gain());
    assert!(certain.smallest_gain() < worlds[0].assessment.smallest_gain());
}

/// A conditional option is worth its first branch where it holds and its second where not.
#[test]
fn a_conditional_option_is_one_branch_or_the_other() {
    let table = bundled("vvt-cao-2018");
    let ready = table.ready().unwrap();
    let issues: Vec<_> = table.issues.keys().collect();
    let mut pairs = BTreeSet::new();
    for issue in issues {
        for one in 0..table.issues[issue].options().len() {
            for other in (0..table.issues[issue].options().len()).filter(|other| *other != one) {
                pairs.insert((OptionId::new(issue, one), OptionId::new(issue, other)));
            }
        }
    }
    let today = table.today().unwrap();
    for (one, other) in pairs {
        let (changed, added) = with_conditional(&table, one, &[WorldId::BASE], other);
        let changed = changed.ready().unwrap();
        for (world, branch) in [(WorldId::BASE, one), (WorldId::from(1), other)] {
            let with = |option: OptionId| {
                let mut package = today.clone();
                package.decisions[option.issue] = Decision::Option(option.index);
                package
            };
            let before = assess(&Circumstances::new(ready, world), &with(branch));
            let after = assess(&Circumstances::new(changed, world), &with(added));
            assert_eq!(before.parties, after.parties);
            assert_eq!(before.rules, after.rules);
        }
    }
}
