//! What answers claim, held against small tables on which a claim would be false if it were printed anyhow.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use serde_json::Value;
use tafel::cli::{Exit, Terminal};

use crate::support::program::{Ran, ran_in};

fn ran(command: &str) -> Ran {
    ran_in(Terminal::Pipe, 80, &command.split_whitespace().collect::<Vec<_>>(), b"")
}

/// What a command says, on one line.
fn said(command: &str) -> String {
    ran(command).stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn json(command: &str) -> Value {
    serde_json::from_str(&ran(&format!("{command} --format json")).stdout).unwrap()
}

#[track_caller]
fn says(command: &str, telling: &[&str], untold: &[&str]) {
    let said = said(command);
    for part in telling {
        assert!(said.contains(part), "{command} doesn't say {part:?}: {said}");
    }
    for part in untold {
        assert!(!said.contains(part), "{command} says {part:?}: {said}");
    }
}

const ANY_ONE: &str = "Leave out any one of these, and there is a package.";
const FURTHER: &str = "they are not all that stands in the way";

#[test]
fn that_any_one_can_be_left_out_is_said_only_where_it_is_so() {
    for (command, so) in [
        ("solve tests/tables/room-for-rent.ron", true),
        ("solve tests/tables/two-conflicts.ron", false),
        ("solve tests/tables/at-least.ron", false),
        ("solve tests/tables/below-no-deal.ron --robust", false),
    ] {
        let (told, untold) = if so { (ANY_ONE, FURTHER) } else { (FURTHER, ANY_ONE) };
        says(command, &[told], &[untold]);
        assert_eq!(json(command)["any_one_suffices"], so, "{command}");
    }
    says("solve tests/tables/two-conflicts.ron --lang nl", &["er staat nog meer in de weg"], &["er is wel een pakket"]);
}

#[test]
fn whoever_stays_out_is_in_no_sum() {
    let without = "solve tests/tables/stays-out.ron --without G --objective nash";
    says(
        without,
        &["G (stays out)", "Without G the gains come to +90.0 together; the smallest is +40.0.", "no (stays out)"],
        &["it would cost B 40.0 and G", "- G:"],
    );
    let package = &json(without)["packages"][0];
    assert_eq!((&package["joint_gain"], &package["smallest_gain"]), (&90.0.into(), &40.0.into()));
    assert!((package["nash"].as_f64().unwrap() - f64::sqrt(40.0 * 50.0)).abs() < 1e-9, "{package}");
    assert_eq!(package["parties"]["G"]["absent"], true);
    assert!(package["parties"]["A"]["absent"].is_null());
    says("solve tests/tables/stays-out.ron", &["The gains come to"], &["stays out"]);
    says("propose tests/tables/stays-out.ron --without G", &["Gains +95.0 together, smallest +30.0"], &["(G)"]);
}

#[test]
fn what_is_best_for_someone_who_stays_out_is_refused_for_what_it_is() {
    let refused = ran("solve tests/tables/stays-out.ron --objective best:G --without G");
    assert_eq!((refused.exit, refused.stdout.as_str()), (Exit::BadInput, ""));
    assert!(refused.stderr.contains("G stays out") && refused.stderr.contains("Leave out `--without`"), "{refused:?}");
}

#[test]
fn the_test_of_a_package_counts_what_improve_finds() {
    let table = "tests/tables/below-no-deal.ron today";
    let counted = "One package within the rules is at least as good for everyone and better for some.";
    says(&format!("test {table}"), &[counted], &["No package within the rules"]);
    says(&format!("improve {table}"), &[counted, "Still in the way: Union is below its no-deal."], &[]);
    assert_eq!(json(&format!("test {table}"))["better"], json(&format!("improve {table}"))["better"]);
}

#[test]
fn a_limit_that_is_too_little_is_not_told_as_too_much() {
    says("bill tests/tables/at-least.ron x=a", &["Broken: 1 pcs short of what it demands."], &["beyond the limit"]);
    says("bill tests/tables/at-least.ron x=b", &["Exactly what it demands."], &[]);
    says("bill tests/tables/at-least.ron x=c", &["1 pcs more than it demands."], &["Broken"]);
    says("bill tests/tables/exactly.ron x=a y=a z=a", &["Broken: 2 pcs less than it demands."], &["beyond the limit"]);
    says("bill tests/tables/exactly.ron x=c y=c z=a", &["Broken: 2 pcs more than it demands."], &["beyond the limit"]);
    says("bill tests/tables/at-least.ron x=a --lang nl", &["er komt 1 pcs tekort"], &["voorbij de grens"]);
}

#[test]
fn what_people_have_now_is_not_told_as_asked_for() {
    let improve = "improve tests/tables/exactly.ron x=b y=b z=b";
    says(improve, &["G is not to fall below the 81.3 points that it has now"], &["you ask for"]);
}

#[test]
fn sums_of_which_a_part_is_unknown_say_so() {
    says("test tests/tables/no-deal-missing.ron today", &["The known gains come to -8.3"], &["The gains come to"]);
}

#[test]
fn fractions_are_rounded_for_people() {
    let told = said("firm tests/tables/shares.ron");
    let long = told.split_whitespace().find(|word| word.starts_with("wage=") && word.contains('/'));
    assert_eq!(long, None, "{told}");
}

#[test]
fn that_there_is_no_other_package_is_not_said_of_what_was_not_looked_at() {
    let varied = "solve tests/tables/shares.ron --packages 3";
    says(varied, &["Among the corner points there is no other"], &["There is no other:"]);
}

#[test]
fn there_are_several_packages_to_talk_about_on_large_tables_too() {
    let proposal = json("propose nieuwe-collega");
    assert!(proposal["packages"].as_array().unwrap().len() >= 3, "{proposal}");
    assert_eq!(proposal["others"], "enough");
}

#[test]
fn something_in_between_is_offered_only_where_it_lifts_the_smallest_gain() {
    assert_eq!(json("propose nieuwe-collega")["between"], serde_json::json!({}));
    says("propose nieuwe-collega --lang en", &[], &["Something to invent"]);
    says("propose vvt-cao-2018 --lang en", &["Something to invent"], &[]);
}

#[test]
fn no_packages_can_not_be_asked_for() {
    for command in ["solve sinaasappel --packages 0", "meso sinaasappel Anna --packages 0"] {
        let ran = ran(command);
        assert_eq!(ran.exit, Exit::BadInput, "{command}");
        assert!(ran.stderr.contains("`--packages`") && ran.stderr.contains('^'), "{}", ran.stderr);
    }
}

/// At a corner of the range nothing helps, or less than between two corners.
#[test]
fn the_best_step_of_an_amount_may_lie_between_its_corners() {
    says("step tests/tables/one-amount.ron m=1", &["to “4.5”", "the smallest from +1.0 to +4.5"], &["improve"]);
    says("step tests/tables/one-amount.ron m=1 --lang nl", &["“4,5”"], &["Geen losse stap"]);
    let step = json("step tests/tables/heap-and-steps.ron pot=A:5,B:5 tie=n");
    assert_eq!(step["step"]["package"]["smallest_gain"].as_f64().unwrap(), 92.0 / 15.0, "{step}");
    assert_eq!((&step["looked_at"], &step["complete"]), (&Value::Null, &true.into()));
    says("step tests/tables/one-pot.ron pot=A:40,B:60", &["A:395/17,B:1305/17"], &[]);
    says("step tests/tables/one-amount.ron m=4.5", &["No single change helps, whatever the amount"], &["improve"]);
    says("step tests/tables/one-amount.ron m=4.5 --lang nl", &["Geen losse stap helpt, bij welk"], &["improve"]);
}

#[test]
fn whoever_asks_for_an_amount_that_can_not_be_is_told_so() {
    let pot = "whynot tests/tables/one-pot.ron pot=A:90,B:10";
    says(pot, &["you ask for `pot=A:90,B:10`"], &["Talk about pot again"]);
    says(&format!("{pot} --lang nl"), &["u vraagt om `pot=A:90,B:10`"], &["geparkeerd"]);
    let otherwise = &json(pot)["otherwise"];
    let asked = otherwise["conflict"].as_array().unwrap().iter().find(|reason| reason["kind"] == "asked");
    assert_eq!(asked.unwrap()["choice"], "pot=A:90,B:10", "{otherwise}");
    assert!(!otherwise["repairs"].as_array().unwrap().iter().any(|repair| repair["kind"] == "open_issue"));
    says("whynot tests/tables/stepped-and-parked.ron m=10", &["you ask for `m=10`", "Talk about q again"], &[]);
}

/// Where nothing is worth more to Ben than anything else he can't object; a hair's breadth off he does.
#[test]
fn a_number_that_counts_at_one_value_alone_is_told_so() {
    let firm = "firm tests/tables/one-issue.ron x=y";
    says(firm, &["on money 6 at 0 alone"], &["on money 6 from 0 down"]);
    says(&format!("{firm} --lang nl"), &["op money 6 alleen bij 0"], &["op money 6 vanaf 0 omlaag"]);
    assert!(json(firm).to_string().contains("\"only\""));
}

#[test]
fn ways_out_name_a_command_that_takes_them() {
    for command in ["propose", "improve", "step", "meso"] {
        let words = match command {
            "propose" => "propose tests/tables/no-deal-unknown.ron".to_owned(),
            "meso" => "meso tests/tables/no-deal-unknown.ron Ben".to_owned(),
            _ => format!("{command} tests/tables/no-deal-unknown.ron x=n w=n"),
        };
        let refused = ran_in(Terminal::Pipe, 400, &words.split(' ').collect::<Vec<_>>(), b"");
        assert!(refused.stderr.contains("`solve --objective best:PARTY`"), "{command}: {}", refused.stderr);
    }
    assert_eq!(ran("solve tests/tables/no-deal-unknown.ron --objective best:Ben").exit, Exit::Answered);
}

#[test]
fn a_smallest_gain_is_told_as_the_smallest_of_those_that_are_known() {
    let frontier = "frontier tests/tables/no-deal-unknown.ron";
    says(frontier, &["What Ann would gain isn't known.", "smallest known"], &["F1 lifts the smallest gain most"]);
    says(&format!("{frontier} --lang nl"), &["Wat Ann ermee wint, is niet bekend.", "kleinste bekende"], &[]);
}

#[test]
fn who_may_stay_out_and_loses_by_a_step_is_named() {
    let step = "step tests/tables/some-stay-out.ron pay=p1 work=y room=k";
    let told = said(step);
    assert!(
        told.contains("Everybody whose agreement is needed gains. Who may stay out and loses by it: Ben"),
        "{told}"
    );
    says(&format!("{step} --lang nl"), &["Wie erbuiten mag blijven en erop achteruitgaat: Ben"], &[]);
}

/// In peace two options do the same: each of them is a package all the same.
#[test]
fn packages_that_nothing_tells_apart_are_counted_alike_everywhere() {
    let table = "tests/tables/alike-in-peace.ron";
    says(&format!("zopa {table}"), &["9 of 9", "all 9 packages were looked at"], &["all 6"]);
    for command in [format!("propose {table}"), format!("improve {table} x=n w=n"), format!("whynot {table} x=n")] {
        says(&command, &["9 packages were looked at"], &["6 packages"]);
    }
}

#[test]
fn a_package_that_can_not_be_agreed_points_at_what_repairs_it() {
    let package = "tests/tables/zero-weight.ron x=y w=n";
    says(&format!("test {package}"), &["`step` looks for the single change that takes away"], &[]);
    says(&format!("test {package} --lang nl"), &["`step` zoekt de ene stap"], &[]);
    let improve = format!("improve {package}");
    says(&improve, &["Yet it can't be agreed as it is", "`step` looks for"], &["Whoever wants more"]);
    says(&format!("{improve} --lang nl"), &["Toch is het zo niet af te spreken"], &["Wie meer wil"]);
    says("step tests/tables/one-issue.ron x=y", &["None of the 2 single changes helps"], &["improve"]);
    let part = "step tests/tables/nothing-allowed.ron x=y w=n";
    says(part, &["takes away something that stands in the way", "Still in the way"], &["takes away what stands"]);
    says(&format!("{part} --lang nl"), &["neemt iets weg wat in de weg staat"], &["neemt weg wat"]);
}

#[test]
fn a_condition_that_is_worth_no_more_than_a_package_without_one_is_not_suggested() {
    let stress = "stress tests/tables/war-and-peace.ron x=y w=n";
    says(stress, &["Worlds with other no-deals", "None of them takes w=n"], &["Agree on a condition: w=n"]);
    says("solve tests/tables/war-and-peace.ron --robust", &["tests/tables/war-and-peace.ron x=z w=y"], &[]);
}

#[test]
fn worlds_are_asked_about_where_there_are_some() {
    let told = ["All indifferent", "in none of these worlds would anybody be better off leaving"];
    says("stress tests/tables/all-indifferent.ron x=y w=n", &told, &["those outside who decide", "not every no-deal"]);
    says("stress vvt-cao-2018 naive --lang en", &["The preferences here are fictional"], &[]);
}

#[test]
fn that_there_is_no_other_efficient_package_is_said_for_what_it_is() {
    for table in ["one-party", "zero-weight"] {
        let propose = format!("propose tests/tables/{table}.ron");
        says(&propose, &["no other package is efficient"], &["less than half"]);
        says(&format!("{propose} --lang nl"), &["geen ander pakket is efficiënt"], &["minder dan de helft"]);
        assert_eq!(json(&propose)["others"], "no_other_efficient");
    }
    says("meso tests/tables/one-party.ron Ann", &["There is only this one"], &[]);
    says("meso tests/tables/one-party.ron Ann --lang nl", &["Meer dan dit ene is er niet"], &[]);
}

#[test]
fn names_that_are_unknown_get_the_nearest_one_or_a_list() {
    for (command, hint) in [
        ("propose vvt-cao-2018 --world tarieven --lang en", "There are: `tarieven-dekkend`, `tarieven-niet-dekkend`."),
        ("solve vvt-cao-2018 --world tarieven-n --lang en", "did you mean `tarieven-niet-dekkend`?"),
        ("solve vvt-cao-2018 --objective best:XX --lang en", "There are: `ActiZ`"),
        ("solve vvt-cao-2018 --objective best:XX --lang nl", "Wel zijn er: `ActiZ`"),
        ("frontier vvt-cao-2018 --parties FNV,FNV --lang en", "party `FNV` is named twice"),
        ("frontier vvt-cao-2018 --parties FNV,FNV --lang nl", "partij `FNV` wordt twee keer genoemd"),
    ] {
        let refused = ran(command);
        assert_eq!(refused.exit, Exit::BadInput, "{command}");
        assert!(refused.stderr.contains(hint), "{command}: {}", refused.stderr);
    }
}

#[test]
fn an_option_may_have_a_value_below_zero() {
    let ran = ran("meso vvt-cao-2018 FNV --level -20 --lang en");
    assert!(!ran.stderr.contains("has no option"), "{}", ran.stderr);
    says("meso vvt-cao-2018 FNV --level -20 --lang en", &["worth -20.0 points to FNV"], &[]);
}
