//! Imported tables score as GENIUS does: against a scanner of its own that reads the sample files by hand, against
//! random domains known from their data, and against published optima.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::AtomicBool;

use crate::support::random::{Random, cases};
use serde_json::Value;
use tafel::diagnostic::Code;
use tafel::domain::{
    Count, Decision, IssueKind, Package, PartyId, Rational, Table, WorldId, integer, nearest_f64, parse_exact,
};
use tafel::optimize::{Answer, Objective, Question, solve};
use tafel::report::told_import;
use tafel::table_file::{GeniusFile, GeniusOptions, GeniusReading, Imported, import_genius, read, write};
use tafel::valuation::{Circumstances, assess};

fn file(path: &str, text: &str) -> GeniusFile {
    GeniusFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Imports a domain and its profiles, which must be sound.
#[track_caller]
fn imported(domain: &str, profiles: &[&str], options: GeniusOptions) -> (Table, Vec<Code>) {
    let profiles: Vec<GeniusFile> =
        profiles.iter().enumerate().map(|(at, text)| file(&format!("p{at}.xml"), text)).collect();
    let Imported { files, table, origins } = import_genius(&file("domain.xml", domain), &profiles, options);
    let problems = files.iter().flat_map(|file| &file.problems);
    let problems: Vec<Code> = problems.map(|problem| problem.code).collect();
    let Some(table) = table else { panic!("{problems:?}\n{domain}") };
    (told_import(table, "domain.xml", &origins, options), problems)
}

/// What can be decided on each issue; of continuous amounts, some.
fn decisions(table: &Table, dice: &mut Random) -> Vec<Vec<Decision>> {
    let of = |kind: &IssueKind, dice: &mut Random| match kind {
        IssueKind::Choice(options) => (0..options.len()).map(|at| Decision::Option(at as u16)).collect(),
        IssueKind::Quantity(quantity) => {
            let parts = match &quantity.step {
                Some(step) => ((&quantity.to - &quantity.from) / step).to_integer().try_into().unwrap(),
                None => 97,
            };
            let at = |part: i64| &quantity.from + (&quantity.to - &quantity.from) * integer(part) / integer(parts);
            let every = (0..=parts).map(|part| Decision::Amount(at(part)));
            if quantity.step.is_some() { every.collect() } else { some(every.collect(), dice) }
        }
        IssueKind::Division(_) => panic!("GENIUS has no divisions"),
    };
    table.issues.iter().map(|issue| of(&issue.kind, dice)).collect()
}

/// The ends of a list and a few of its other members.
fn some(every: Vec<Decision>, dice: &mut Random) -> Vec<Decision> {
    let mut few = vec![every[0].clone(), every[every.len() - 1].clone()];
    few.extend((0..4).map(|_| dice.pick(&every)));
    few
}

/// Calls `visit` with every package of these decisions.
fn each_package(decisions: &[Vec<Decision>], visit: &mut dyn FnMut(&Package)) {
    let mut at = vec![0; decisions.len()];
    loop {
        let chosen = at.iter().zip(decisions).map(|(at, decisions)| decisions[*at].clone());
        visit(&Package { decisions: chosen.collect() });
        let Some(turn) = (0..at.len()).rev().find(|issue| at[*issue] + 1 < decisions[*issue].len()) else { return };
        at[turn] += 1;
        at[turn + 1..].fill(0);
    }
}

/// Checks every package against `utility` of a party, by its position, and the file that the table is written to.
#[track_caller]
fn assert_scores(table: &Table, dice: &mut Random, utility: &dyn Fn(usize, &Package) -> Rational) -> usize {
    assert_eq!(read(&write(table)).table.as_ref(), Some(table), "{}", write(table));
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let mut compared = 0;
    each_package(&decisions(table, dice), &mut |package| {
        let assessment = assess(&circumstances, package);
        for (at, party) in assessment.parties.iter().enumerate() {
            // A party to whom everything is worth the same has no score.
            if let Some(score) = &party.score {
                assert_eq!(*score, utility(at, package) * integer(100), "party {at}: {package:?}\n{}", write(table));
                compared += 1;
            }
        }
    });
    compared
}

// The sample files, read by hand.

const GARDEN: &str = include_str!("../genius/garden.xml");
const GARDENERS: [&str; 2] = [include_str!("../genius/garden-ann.xml"), include_str!("../genius/garden-ben.xml")];

/// The tags of a file, each with its attributes, by looking for `<`, `"` and nothing else.
fn tags(text: &str) -> Vec<(&str, BTreeMap<&str, &str>)> {
    text.split('<')
        .skip(1)
        .map(|tag| {
            let tag = tag.split_once('>').unwrap().0;
            let name = tag.split_whitespace().next().unwrap().trim_end_matches('/');
            let pieces: Vec<&str> = tag[name.len()..].split('"').collect();
            let pairs = pieces.chunks_exact(2);
            (name, pairs.map(|pair| (pair[0].trim().trim_end_matches('='), pair[1])).collect())
        })
        .collect()
}

fn number(text: &str) -> Rational {
    parse_exact(text).unwrap()
}

fn clamped(value: Rational) -> Rational {
    value.max(integer(0)).min(integer(1))
}

/// Utility of one decision, `issue` being its index in the files.
fn by_hand(profile: &str, issue: &str, value: &str) -> Rational {
    let tags = tags(profile);
    let start = tags.iter().position(|(name, held)| *name == "issue" && held["index"] == issue).unwrap();
    let own: Vec<_> = tags[start + 1..].iter().take_while(|(name, _)| *name != "/issue").collect();
    let weight = tags.iter().find(|(name, held)| *name == "weight" && held["index"] == issue).unwrap();
    let items = own.iter().filter(|(name, _)| *name == "item");
    let items: Vec<(&str, Rational)> = items.map(|(_, held)| (held["value"], number(held["evaluation"]))).collect();
    let evaluation = if items.is_empty() {
        let (_, formula) = own.iter().find(|(name, _)| *name == "evaluator").unwrap();
        let x = number(value);
        let held = |name: &str| number(formula[name]);
        if formula.get("ftype") == Some(&"triangular") {
            let [low, high, top] = ["parameter0", "parameter1", "parameter2"].map(held);
            clamped(((&x - &low) / (&top - &low)).min((&high - &x) / (&high - &top)))
        } else if formula.contains_key("slope") {
            clamped(held("offset") + held("slope") * (x - number(tags[start].1["lowerbound"])))
        } else {
            clamped(held("parameter0") + held("parameter1") * x)
        }
    } else {
        let largest = items.iter().map(|(_, evaluation)| evaluation).max().unwrap();
        &items.iter().find(|(name, _)| *name == value).unwrap().1 / largest
    };
    number(weight.1["value"]) * evaluation
}

#[test]
fn the_sample_domain_scores_as_its_files_say_by_hand() {
    let mut dice = Random::new(1);
    for steps in [None, Some(21), Some(6)] {
        let options = GeniusOptions { steps, ..GeniusOptions::default() };
        let (table, _) = imported(GARDEN, &GARDENERS, options);
        let issues = tags(GARDEN).into_iter().filter(|(name, _)| *name == "issue");
        let indices: Vec<&str> = issues.map(|(_, held)| held["index"]).collect();
        let compared = assert_scores(&table, &mut dice, &|party, package| {
            let decided = package.decisions.iter_enumerated().map(|(issue, decision)| match decision {
                Decision::Option(at) => table.issues[issue].options()[usize::from(*at)].id.clone(),
                Decision::Amount(amount) => amount.to_string(),
                Decision::Shares(_) => panic!("no division"),
            });
            decided.zip(&indices).map(|(value, index)| by_hand(GARDENERS[party], index, &value)).sum()
        });
        assert_eq!(compared, 2 * 3 * 2 * 11 * steps.unwrap_or(6) as usize);
    }
}

#[test]
fn reservation_values_are_scores_too_and_without_one_it_is_0_and_rough() {
    let (table, _) = imported(GARDEN, &GARDENERS, GeniusOptions::default());
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let no_deals = [0, 1].map(|at| circumstances.no_deal_score(PartyId::from(at)));
    assert_eq!(no_deals, [Some(integer(35)), Some(integer(0))]);
    let mut dice = Random::new(1);
    let decisions = decisions(&table, &mut dice);
    let package = Package { decisions: decisions.iter().map(|all| all[0].clone()).collect() };
    assert!(assess(&circumstances, &package).parties.iter().all(|party| party.rough));
}

/// A third with fifteen digits over thirty has no way to be written; a weight over thirty has.
#[test]
fn where_a_quotient_has_too_many_digits_the_weight_is_divided_instead() {
    let domain = "<negotiation_template><issue index='1' name='a'><item value='x'/><item value='y'/></issue></negotiation_template>";
    let items = "<item value='x' evaluation='0.333333333333333'/><item value='y' evaluation='30'/>";
    let profile =
        format!("<utility_space><weight index='1' value='1'/><issue index='1'>{items}</issue></utility_space>");
    let (table, problems) = imported(domain, &[&profile], GeniusOptions::default());
    assert_eq!(problems, []);
    let utilities = [number("0.333333333333333") / integer(30), integer(1)];
    let compared = assert_scores(&table, &mut Random::new(1), &|_, package| match package.decisions.first() {
        Some(Decision::Option(at)) => utilities[usize::from(*at)].clone(),
        other => panic!("{other:?}"),
    });
    assert_eq!(compared, 2);
}

// Numbers of double precision.

/// A double with the digits that are kept, by way of the float itself.
fn kept(text: &str) -> Rational {
    number(&format!("{:.14e}", text.parse::<f64>().unwrap()))
}

/// Checks every package of one issue against `utility`: no score may be further off than is told. Returns how far one
/// is off at most, by what is told.
#[track_caller]
fn assert_near(issue: &str, evaluated: &str, steps: Option<u32>, utility: &dyn Fn(&Decision) -> Rational) -> Rational {
    let domain = format!("<negotiation_template>{issue}</negotiation_template>");
    let weight = "<weight index='1' value='1'/>";
    let profile = format!("<utility_space>{weight}{evaluated}</utility_space>");
    let options = GeniusOptions { steps, ..GeniusOptions::default() };
    let Imported { files, table, .. } = import_genius(&file("d.xml", &domain), &[file("p.xml", &profile)], options);
    let table = table.unwrap_or_else(|| panic!("{evaluated}: {files:?}"));
    assert_eq!(read(&write(&table)).table.as_ref(), Some(&table), "{}", write(&table));
    let told = files[1].problems.iter().find(|problem| problem.code == Code::GeniusNearly);
    let told = told.map_or(integer(0), |problem| {
        let zeros = problem.arguments["most"].strip_prefix("10^-").unwrap().parse().unwrap();
        Rational::power_of_ten(zeros).recip()
    });
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    each_package(&decisions(&table, &mut Random::new(1)), &mut |package| {
        let score = assess(&circumstances, package).parties.first().unwrap().score.clone().unwrap();
        let exact = utility(package.decisions.first().unwrap()) * integer(100);
        let off = if score < exact { exact - score } else { score - exact };
        assert!(off <= told, "{evaluated}: {package:?} is off by {}, told was {told}", nearest_f64(&off));
    });
    told
}

fn amount(decision: &Decision) -> &Rational {
    match decision {
        Decision::Amount(amount) => amount,
        other => panic!("{other:?}"),
    }
}

/// Ordinary evaluators as Java writes them: 1/24 as a slope, the price of a second-hand car, triangles, long quotients.
#[test]
fn what_is_computed_from_doubles_is_off_by_less_than_is_told() {
    let far = Rational::power_of_ten(10).recip();
    let mut rounded = 0;
    for n in 2..=40 {
        let slope = (1.0 / f64::from(n)).to_string();
        let issue = format!("<issue index='1' name='N' type='integer' lowerbound='0' upperbound='{n}'/>");
        let evaluated = format!(
            "<issue index='1' name='N' type='integer' lowerbound='0' upperbound='{n}'>\
             <evaluator ftype='linear' slope='{slope}' offset='0.0'/></issue>"
        );
        let told = assert_near(&issue, &evaluated, None, &|decided| clamped(kept(&slope) * amount(decided)));
        assert!(told <= far, "{n}: {told}");
        rounded += usize::from(told > integer(0));
    }
    let [offset, slope] = ["2.344920339333747", "-0.00010345541071798055"];
    let car = "<issue index='1' name='price' type='real'><range lowerbound='13000' upperbound='22666'/></issue>";
    let evaluated = format!(
        "<issue index='1' name='price' type='real'><range lowerbound='13000' upperbound='22666'/>\
         <evaluator ftype='linear' parameter0='{offset}' parameter1='{slope}'/></issue>"
    );
    let [low, high, top] = ["0.14285714285714285", "9.857142857142858", "3.3333333333333335"];
    let ten = "<issue index='1' name='ten' type='real'><range lowerbound='0' upperbound='10'/></issue>";
    let triangle = format!(
        "<issue index='1' name='ten' type='real'><evaluator ftype='triangular' parameter0='{low}' parameter1='{high}' \
         parameter2='{top}'/></issue>"
    );
    for steps in [None, Some(21), Some(7)] {
        let told =
            assert_near(car, &evaluated, steps, &|decided| clamped(kept(offset) + kept(slope) * amount(decided)));
        assert!(integer(0) < told && told <= far, "{told}");
        let [low, high, top] = [low, high, top].map(kept);
        assert_near(ten, &triangle, steps, &|decided| {
            let x = amount(decided);
            clamped(((x - &low) / (&top - &low)).min((&high - x) / (&high - &top)))
        });
    }
    let values = ["0.7326342704148535", "0.04855407825424751", "5.551115123125783E-17", "0.0"];
    let listed: String = (0..4).map(|at| format!("<item value='v{at}'/>")).collect();
    let listed = format!("<issue index='1' name='d'>{listed}</issue>");
    let items: String =
        values.iter().enumerate().map(|(at, value)| format!("<item value='v{at}' evaluation='{value}'/>")).collect();
    let told = assert_near(&listed, &format!("<issue index='1' name='d'>{items}</issue>"), None, &|decided| {
        let Decision::Option(at) = decided else { panic!("{decided:?}") };
        // The finest of them is beyond what is read as a number of a table.
        let finest = || kept("5.551115123125783") / Rational::power_of_ten(17);
        let value = if *at == 2 { finest() } else { kept(values[usize::from(*at)]) };
        value / kept(values[0])
    });
    assert!(integer(0) < told && told <= far, "{told}");
    assert!(rounded > 5, "{rounded} slopes needed rounding");
}

/// On any scale: what counts are quotients.
#[test]
fn evaluations_of_any_size_score_as_their_quotients() {
    let listed = "<issue index='1' name='d'><item value='a'/><item value='b'/></issue>";
    for (largest, scale) in [("1e15", 15), ("1.0E29", 29), ("0.001", 0)] {
        let other = if scale > 0 { format!("2.5E{}", scale - 1) } else { "0.00025".to_owned() };
        let items = format!("<item value='a' evaluation='{largest}'/><item value='b' evaluation='{other}'/>");
        let told = assert_near(listed, &format!("<issue index='1' name='d'>{items}</issue>"), None, &|decided| {
            if *decided == Decision::Option(0) { integer(1) } else { number("0.25") }
        });
        assert_eq!(told, integer(0));
    }
}

/// A line that is nearly upright can be followed from one amount to the next, where these are counted.
#[test]
fn a_steep_line_is_exact_at_whole_amounts() {
    let issue = "<issue index='1' name='N' type='integer' lowerbound='0' upperbound='9'/>";
    let evaluated = "<issue index='1' name='N' type='integer'><evaluator slope='1e16' offset='-4e16'/></issue>";
    let told = assert_near(issue, evaluated, None, &|decided| clamped(amount(decided) - integer(4)));
    assert_eq!(told, integer(0));
}

// Random domains.

/// How an issue is decided, in the data of a random domain.
enum Decided {
    Values(usize),
    Whole(i64, i64),
    Real(i64, i64),
}

/// How a party evaluates an issue.
enum Valued {
    Values(Vec<i64>),
    /// Slope and offset in hundredths, from the lower bound.
    Line(i64, i64),
    /// The same from 0: the older form.
    OldLine(i64, i64),
    /// Low, high and top.
    Triangle(i64, i64, i64),
    /// In hundredths.
    Constant(i64),
}

struct Case {
    issues: Vec<Decided>,
    /// Per party and issue: the weight in hundredths, and what is evaluated how.
    parties: Vec<Vec<(i64, Valued)>>,
}

fn case(dice: &mut Random) -> Case {
    let issues: Vec<Decided> = (0..1 + dice.below(3))
        .map(|_| match dice.below(4) {
            0 => Decided::Whole(dice.between(-3, 3), dice.between(4, 9)),
            1 => Decided::Real(dice.between(-3, 3), dice.between(4, 9)),
            _ => Decided::Values(1 + dice.below(4)),
        })
        .collect();
    let valued = |issue: &Decided, dice: &mut Random| match issue {
        Decided::Values(count) => Valued::Values((0..*count).map(|_| dice.between(-2, 30).max(0)).collect()),
        Decided::Whole(..) => Valued::Line(dice.between(-40, 40), dice.between(-50, 150)),
        Decided::Real(..) => match dice.below(4) {
            0 => Valued::OldLine(dice.between(-40, 40), dice.between(-50, 150)),
            1 => Valued::Constant(dice.between(0, 100)),
            2 => {
                let low = dice.between(-5, 3);
                let top = low + dice.between(1, 6);
                Valued::Triangle(low, top + dice.between(1, 6), top)
            }
            _ => Valued::Line(dice.between(-40, 40), dice.between(-50, 150)),
        },
    };
    let party = |dice: &mut Random| -> Vec<(i64, Valued)> {
        issues.iter().map(|issue| (dice.between(1, 60), valued(issue, dice))).collect()
    };
    let parties = (0..1 + dice.below(3)).map(|_| party(dice)).collect();
    Case { issues, parties }
}

fn hundredths(value: i64) -> String {
    format!("{}{}.{:02}", if value < 0 { "-" } else { "" }, value.abs() / 100, value.abs() % 100)
}

impl Case {
    fn domain(&self) -> String {
        let mut text = "<negotiation_template><utility_space><objective index=\"1\" name=\"o\">\n".to_owned();
        for (at, issue) in self.issues.iter().enumerate() {
            let index = at + 2;
            let _ = match issue {
                Decided::Values(count) => {
                    let items = (0..*count).map(|value| format!("<item value=\"v {value}\"/>")).collect::<String>();
                    writeln!(text, "<issue index=\"{index}\" name=\"i{at}\" type=\"discrete\">{items}</issue>")
                }
                Decided::Whole(from, to) => writeln!(
                    text,
                    "<issue index=\"{index}\" name=\"i{at}\" type=\"integer\" lowerbound=\"{from}\" upperbound=\"{to}\"/>"
                ),
                Decided::Real(from, to) => writeln!(
                    text,
                    "<issue index=\"{index}\" name=\"i{at}\" type=\"real\"><range lowerbound=\"{from}\" upperbound=\"{to}\"/></issue>"
                ),
            };
        }
        text + "</objective></utility_space></negotiation_template>\n"
    }

    /// The profile of a party, its issues and weights in an order of their own.
    fn profile(&self, party: usize, dice: &mut Random) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (at, (weight, valued)) in self.parties[party].iter().enumerate() {
            let index = at + 2;
            lines.push(format!("<weight index=\"{index}\" value=\"{}\"/>\n", hundredths(*weight)));
            let inside = match valued {
                Valued::Values(values) => {
                    let item = |(value, evaluation): (usize, &i64)| {
                        format!("<item value=\"v {value}\" evaluation=\"{evaluation}\"/>")
                    };
                    values.iter().enumerate().map(item).collect()
                }
                Valued::Line(slope, offset) => format!(
                    "<evaluator ftype=\"linear\" slope=\"{}\" offset=\"{}\"/>",
                    hundredths(*slope),
                    hundredths(*offset)
                ),
                Valued::OldLine(slope, offset) => format!(
                    "<evaluator ftype=\"linear\" parameter0=\"{}\" parameter1=\"{}\"/>",
                    hundredths(*offset),
                    hundredths(*slope)
                ),
                Valued::Triangle(low, high, top) => format!(
                    "<evaluator ftype=\"triangular\" parameter0=\"{low}\" parameter1=\"{high}\" parameter2=\"{top}\"/>"
                ),
                Valued::Constant(value) => {
                    format!("<evaluator ftype=\"constant\" parameter0=\"{}\"/>", hundredths(*value))
                }
            };
            lines.push(format!("<issue index=\"{index}\" name=\"i{at}\">{inside}</issue>\n"));
        }
        let mut shuffled = String::new();
        while !lines.is_empty() {
            shuffled += &lines.swap_remove(dice.below(lines.len()));
        }
        format!("<utility_space>{shuffled}</utility_space>")
    }

    fn utility(&self, party: usize, package: &Package, reading: GeniusReading) -> Rational {
        let hundred = |value: &i64| integer(*value) / integer(100);
        let issues = package.decisions.iter().zip(&self.parties[party]).zip(&self.issues);
        let utilities = issues.map(|((decision, (weight, valued)), issue)| {
            let x = match decision {
                Decision::Amount(amount) => amount.clone(),
                _ => integer(0),
            };
            let from = match issue {
                Decided::Whole(from, _) | Decided::Real(from, _) => integer(*from),
                Decided::Values(_) => integer(0),
            };
            let evaluation = match (valued, decision) {
                (Valued::Values(values), Decision::Option(at)) => {
                    let largest = match (reading, values.iter().max().unwrap()) {
                        (GeniusReading::Genius, largest) if *largest > 0 => *largest,
                        _ => 1,
                    };
                    integer(values[usize::from(*at)]) / integer(largest)
                }
                (Valued::Line(slope, offset), _) => clamped(hundred(offset) + hundred(slope) * (x - from)),
                (Valued::OldLine(slope, offset), _) => clamped(hundred(offset) + hundred(slope) * x),
                (Valued::Triangle(low, high, top), _) => {
                    let [low, high, top] = [low, high, top].map(|value| integer(*value));
                    clamped(((&x - &low) / (&top - &low)).min((&high - &x) / (&high - &top)))
                }
                (Valued::Constant(value), _) => hundred(value),
                (Valued::Values(_), other) => panic!("{other:?}"),
            };
            hundred(weight) * evaluation
        });
        utilities.sum()
    }
}

#[test]
fn random_domains_score_as_their_data_say() {
    let (mut compared, mut above) = (0, 0);
    for seed in 0..cases(300, 20) {
        let mut dice = Random::new(seed);
        let case = case(&mut dice);
        let profiles: Vec<String> = (0..case.parties.len()).map(|party| case.profile(party, &mut dice)).collect();
        let profiles: Vec<&str> = profiles.iter().map(String::as_str).collect();
        let reading = dice.pick(&[GeniusReading::Genius, GeniusReading::Genius, GeniusReading::Raw]);
        let options = GeniusOptions { reading, steps: dice.pick(&[None, Some(21), Some(4)]) };
        let (table, problems) = imported(&case.domain(), &profiles, options);
        compared += assert_scores(&table, &mut dice, &|party, package| case.utility(party, package, reading));
        above += usize::from(problems.contains(&Code::GeniusAboveOne));
    }
    assert!(compared > 10_000 && above > 20, "{compared} scores, {above} above 1");
}

// Published domains.

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// The files of a published case, as GENIUS would keep them.
fn published(case: &Value) -> (String, Vec<String>) {
    let input = &case["input"];
    let issues = texts(&input["issues"]);
    let mut domain = "<negotiation_template><utility_space>".to_owned();
    let mut profiles = vec![String::new(); input["parties"].as_array().unwrap().len()];
    for (at, issue) in issues.iter().enumerate() {
        let index = at + 1;
        let options = texts(&input["options"][issue]);
        let items: String = options.iter().map(|option| format!("<item value=\"{option}\"/>")).collect();
        let _ = write!(domain, "<issue index=\"{index}\" name=\"{issue}\">{items}</issue>");
        for (party, profile) in texts(&input["parties"]).iter().zip(&mut profiles) {
            let evaluations = input["evaluations"][party][issue].as_array().unwrap().iter();
            let items = options.iter().zip(evaluations);
            let items: String =
                items.map(|(option, value)| format!("<item value=\"{option}\" evaluation=\"{value}\"/>")).collect();
            let weight = &input["weights"][party][issue];
            let _ = write!(profile, "<weight index=\"{index}\" value=\"{weight}\"/>");
            let _ = write!(profile, "<issue index=\"{index}\" name=\"{issue}\">{items}</issue>");
        }
    }
    let wrapped = profiles.iter().map(|profile| format!("<utility_space>{profile}</utility_space>"));
    (domain + "</utility_space></negotiation_template>", wrapped.collect())
}

#[test]
fn published_domains_have_their_known_optima_when_imported() {
    let cases: Value = serde_json::from_str(include_str!("../published/cases.json")).unwrap();
    let mut rounded = 0;
    for id in ["itex-cypress", "jobs-de-jonge", "sporthal-3", "genius-party-2"] {
        let case = cases.as_array().unwrap().iter().find(|case| case["id"] == id).unwrap();
        let (domain, profiles) = published(case);
        let profiles: Vec<&str> = profiles.iter().map(String::as_str).collect();
        let (table, problems) = imported(&domain, &profiles, GeniusOptions::default());
        rounded += usize::from(problems.contains(&Code::GeniusRounded));
        let packages = Count::from(case["expected"]["n_packages"].as_u64().unwrap());
        assert_eq!(table.count_packages(), Some(packages), "{id}");
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        for (objective, name) in [
            (Objective::Nash, "nash"),
            (Objective::Fair, "leximin"),
            (Objective::Joint, "max_sum"),
            (Objective::KalaiSmorodinsky, "ks_discrete"),
        ] {
            let answer = solve(&circumstances, &Question::new(objective), &AtomicBool::new(false)).unwrap();
            let Answer::Proven(found) = answer else { panic!("{id} {name}") };
            let gains = assess(&circumstances, &found.package).gains();
            let expected = case["expected"][name]["utilities"].as_array().unwrap();
            for (gain, utility) in gains.iter().zip(expected) {
                let distance = (nearest_f64(gain) / 100.0 - utility.as_f64().unwrap()).abs();
                assert!(distance <= 1e-5, "{id} {name}: {gain} against {utility}");
            }
        }
    }
    assert_eq!(rounded, 1, "one of the cases has numbers of more than 15 digits");
}
