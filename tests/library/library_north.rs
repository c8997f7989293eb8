//! More scenarios teach what they are meant to teach: their lessons as facts, by looking at every package.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled;
use crate::support::lesson;
use crate::support::list;

use bundled::source;
use lesson::Case;
use tafel::domain::{Rational, integer};
use tafel::table_file::read;

const MIJNSTREEK: &str = "mijnstreek-shared-savings";
const ZOETERMEER: &str = "zoetermeer-eerstelijn";
const ONCOLOGIE: &str = "oncologie-drie-ziekenhuizen";
const CONTRACT: &str = "contract-ziekenhuis-verzekeraar";

#[test]
fn the_scenarios_have_no_problems_and_speak_two_languages() {
    for name in [MIJNSTREEK, ZOETERMEER, ONCOLOGIE, CONTRACT] {
        let text = source(name);
        let reading = read(&text);
        assert_eq!(reading.problems, [], "{name}");
        let table = reading.table.unwrap();
        assert_eq!(table.id, name, "a bundled file is called what the table is called");
        assert!(table.frozen && table.narrative.fictional, "{name}");
        assert_eq!(text.matches("en: \"").count(), text.matches("nl: \"").count(), "{name}");
        // Nobody leads a joint team before there is one.
        assert_eq!(table.today().is_none(), name == ONCOLOGIE, "{name} knows what holds today");
    }
}

#[test]
fn savings_can_be_shared_in_254_ways() {
    let case = Case::new(MIJNSTREEK);
    assert_eq!(case.counts(), [1536, 768, 254, 235, 13]);
    assert_eq!(case.per_option("sleutel"), "100/0/0 34, 50/50/0 42, 40/30/30 91, 30/30/40 87");
    assert_eq!(case.per_option("kwaliteit"), "geen 27, drempel 227");
}

#[test]
fn the_best_ways_to_share_put_money_back_into_prevention() {
    let case = Case::new(MIJNSTREEK);
    let rest = "voorinvest=cz risico=samen kwaliteit=drempel start=quick+ monitor=pdca inwoner=tripartiet";
    let (joint, fair) = (case.joint(), case.fair());
    assert_eq!(case.words(joint), format!("sleutel=30/30/40 {rest}"));
    assert_eq!(case.worth(joint), "CZ 83 (+31), Huisartsen 93 (+43), Ziekenhuis 90 (+45), Burgerkracht 97 (+45)",);
    assert_eq!(case.words(fair), format!("sleutel=40/30/30 {rest}"));
    assert_eq!(case.worth(fair), "CZ 86 (+34), Huisartsen 92 (+42), Ziekenhuis 88 (+43), Burgerkracht 94 (+42)",);
    assert_eq!([joint, fair].map(|row| case.best_smallest([row])), ["+31.0", "+33.5"]);
    assert!(joint.ratifiable && fair.ratifiable);
    // Without anything for prevention, the one that gains least gets no further than this.
    for (key, smallest) in [("100/0/0", "+22.1"), ("50/50/0", "+21.6")] {
        assert_eq!(case.best_smallest(case.acceptable_with(&format!("sleutel={key}"))), smallest);
    }
}

#[test]
fn somebody_must_invest_before_savings_of_the_complex_task_can_be_shared() {
    let case = Case::new(MIJNSTREEK);
    assert_eq!(case.per_option("voorinvest"), "subsidie 17, gesloten 29, cz 102, samen 106");
    for purse in ["subsidie", "gesloten"] {
        let all = case.acceptable_with(&format!("voorinvest={purse}")).len();
        assert_eq!(case.acceptable_with(&format!("voorinvest={purse} start=quick")).len(), all, "{purse}");
    }
    let best = |choice: &str| case.best_smallest(case.acceptable_with(choice));
    let per_investor = ["subsidie", "gesloten", "cz", "samen"].map(|who| best(&format!("voorinvest={who}")));
    assert_eq!(per_investor, ["+17.0", "+28.2", "+33.5", "+32.0"]);
    let waiting = case.with(case.fair(), "voorinvest=gesloten");
    assert_eq!(case.broken(waiting), ["iemand investeert 0 against 2"]);
}

#[test]
fn ten_projects_at_once_are_none() {
    let case = Case::new(MIJNSTREEK);
    assert_eq!(case.per_option("start"), "quick 96, pluspunt 61, quick+ 97, tien 0");
    let ten = case.with(case.fair(), "start=tien");
    assert_eq!(case.broken(ten), ["verandercapaciteit 9 against 5"]);
    // Were there people enough, this would still be what nearly nobody wants.
    let live_with = |row: &&list::Row| row.smallest() >= Rational::default();
    let liked: Vec<_> = case.rows.iter().filter(live_with).collect();
    assert_eq!(liked.iter().filter(|row| case.holds(row, "start=tien")).count(), 8);
    assert_eq!(liked.len(), 408);
}

#[test]
fn the_voice_of_the_citizens_changes_which_packages_exist() {
    let case = Case::new(MIJNSTREEK);
    assert_eq!(case.per_option("inwoner"), "advies 97, tripartiet 157");
    assert_eq!(case.acceptable_with("kwaliteit=geen inwoner=advies").len(), 0);
    assert_eq!(case.acceptable_with("kwaliteit=geen inwoner=tripartiet").len(), 27);
    // Without them the other three could close 387 packages, half of them with an advisory group.
    let citizens = usize::from(case.table.party_named("Burgerkracht").unwrap());
    let others = |row: &&list::Row| {
        let gains = row.gains.iter().enumerate();
        row.keeps_rules && gains.into_iter().all(|(party, gain)| party == citizens || *gain >= Rational::default())
    };
    let closed: Vec<_> = case.rows.iter().filter(others).collect();
    assert_eq!(closed.len(), 387);
    assert_eq!(closed.iter().filter(|row| case.holds(row, "inwoner=advies")).count(), 188);
}

#[test]
fn fifty_fifty_is_refused_by_the_citizens_and_mended_by_a_seat() {
    let case = Case::new(MIJNSTREEK);
    let naive = case.named("naive");
    assert_eq!(case.worth(naive), "CZ 78 (+26), Huisartsen 78 (+28), Ziekenhuis 76 (+31), Burgerkracht 40 (-12)",);
    assert!(naive.keeps_rules && !naive.is_acceptable());
    assert_eq!(case.improvements(naive), 16);
    let seated = case.with(naive, "inwoner=tripartiet");
    assert!(seated.is_acceptable());
    assert_eq!(case.gain(seated, "Burgerkracht"), "+6.5");
    // Prevention in the key helps them more than the seat does.
    assert_eq!(case.gain(case.with(naive, "sleutel=40/30/30"), "Burgerkracht"), "+10.7");
}

#[test]
fn half_a_saving_asks_for_another_division() {
    let planned = Case::new(MIJNSTREEK);
    let halved = Case::in_world(MIJNSTREEK, "halve-besparing");
    assert_eq!(halved.counts()[..3], [1536, 768, 166]);
    let rest = "risico=samen kwaliteit=drempel start=quick+ monitor=pdca inwoner=tripartiet";
    assert_eq!(halved.words(halved.fair()), format!("sleutel=30/30/40 voorinvest=samen {rest}"));
    assert_eq!(halved.best_smallest([halved.fair()]), "+25.4");
    // What was agreed stands, and is worth less to all.
    let agreed = halved.row(&planned.fair().package);
    assert_eq!(halved.best_smallest([agreed]), "+25.0");
    assert!(planned.fair().dominates(agreed));
}

#[test]
fn a_missed_quality_floor_moves_money_to_the_insurer() {
    let halved = Case::in_world(MIJNSTREEK, "halve-besparing");
    let missed = Case::in_world(MIJNSTREEK, "drempel-gemist");
    assert_eq!(missed.counts()[..3], [1536, 768, 182]);
    let agreed = Case::new(MIJNSTREEK).fair().package.clone();
    assert!(missed.row(&agreed).is_acceptable());
    let both = |party: &str| [&halved, &missed].map(|case| case.gain(case.row(&agreed), party));
    assert_eq!(both("CZ"), ["+25.0", "+29.5"]);
    assert_eq!(both("Huisartsen"), ["+37.2", "+34.4"]);
    assert_eq!(both("Ziekenhuis"), ["+34.6", "+30.5"]);
    assert_eq!(both("Burgerkracht"), ["+35.3", "+35.3"]);
}

#[test]
fn the_nurses_have_27_acceptable_packages_and_a_best_one() {
    let case = Case::new(ZOETERMEER);
    assert_eq!(case.counts(), [216, 144, 27, 22, 4]);
    let best = "functies=2 dementie=keten bekostiging=2stromen koppeling=combi aantal=14 admin=één";
    assert_eq!(case.words(case.fair()), best);
    assert_eq!(case.words(case.joint()), best);
    assert_eq!(case.worth(case.fair()), "SGZ 99 (+49), Vierstroom 80 (+32), Plicare 99 (+51), Verzekeraar 83 (+33)",);
    assert!(case.fair().ratifiable);
}

#[test]
fn three_functions_never_fit_in_a_week() {
    let case = Case::new(ZOETERMEER);
    assert_eq!(case.per_option("functies"), "3 0, 2 20, 1 7");
    assert!(case.rows.iter().all(|row| !(row.keeps_rules && case.holds(row, "functies=3"))));
    let pilot = case.named("naive");
    assert_eq!(case.broken(pilot), ["werkweek 48 against 36"]);
    // Handing over the dementia clients isn't enough; two functions with them fit exactly.
    assert_eq!(case.broken(case.with(pilot, "dementie=keten")), ["werkweek 44 against 36"]);
    assert_eq!(case.broken(case.with(pilot, "functies=2")), [""; 0]);
    // It is the week that forbids them, not the parties: 18 such packages would please everybody.
    let pleases = |row: &&list::Row| row.smallest() >= Rational::default() && case.holds(row, "functies=3");
    assert_eq!(case.rows.iter().filter(pleases).count(), 18);
}

#[test]
fn taking_something_out_lifts_the_weakest_while_the_strongest_gives_a_little() {
    let case = Case::new(ZOETERMEER);
    let (pilot, best) = (case.named("naive"), case.fair());
    assert_eq!(case.worth(pilot), "SGZ 60 (+10), Vierstroom 64 (+16), Plicare 53 (+5), Verzekeraar 90 (+40)");
    assert_eq!([pilot, best].map(|row| case.best_smallest([row])), ["+5.1", "+32.3"]);
    // Nothing that fits in a week gives the insurer what the pilot promised it.
    let insurer = usize::from(case.table.party_named("Verzekeraar").unwrap());
    let allowed = case.rows.iter().filter(|row| row.keeps_rules);
    assert!(allowed.map(|row| &row.gains[insurer]).max().unwrap() < &pilot.gains[insurer]);
}

#[test]
fn taking_it_out_without_giving_dementia_a_place_puts_vierstroom_below_no_deal() {
    let case = Case::new(ZOETERMEER);
    let smaller = case.with(case.named("naive"), "functies=2");
    assert!(smaller.keeps_rules && !smaller.is_acceptable());
    assert_eq!(case.gain(smaller, "Vierstroom"), "-0.6");
    let placed = case.with(smaller, "dementie=keten");
    assert!(placed.is_acceptable());
    assert_eq!(case.gain(placed, "Vierstroom"), "+10.4");
}

#[test]
fn five_acceptable_packages_fail_with_the_practice_owners() {
    let case = Case::new(ZOETERMEER);
    assert_eq!(case.per_option("koppeling"), "vast 2, combi 20, wijk 5");
    assert!(case.acceptable().iter().all(|row| row.ratifiable != case.holds(row, "koppeling=wijk")));
}

#[test]
fn the_best_package_holds_when_a_stream_ends_and_no_bundle_of_three_does() {
    let three = Case::new(ZOETERMEER);
    let ended = Case::in_world(ZOETERMEER, "stroom-stopt");
    assert_eq!(three.per_option("bekostiging"), "3stromen 11, 2stromen 15, los 1");
    assert_eq!(ended.per_option("bekostiging"), "3stromen 0, 2stromen 15, los 1");
    assert_eq!(ended.fair().package, three.fair().package);
    assert_eq!(ended.worth(ended.fair()), three.worth(three.fair()));
}

#[test]
fn three_hospitals_have_79_acceptable_packages_and_a_best_one() {
    let case = Case::new(ONCOLOGIE);
    assert_eq!(case.counts(), [1152, 432, 79, 44, 8]);
    // The structure that was chosen in 2014; leadership and transition are invented.
    let best = "hpb=U+A ugi=U+M mdo=samen weefsel=samen zorgpad=thuis leiding=verdeeld overgang=2j";
    assert_eq!(case.words(case.fair()), best);
    assert_eq!(case.words(case.joint()), best);
    assert_eq!(case.worth(case.fair()), "UMCU 79 (+29), Antonius 88 (+38), Meander 85 (+35), ZK 99 (+39)");
    assert!(case.fair().ratifiable);
}

#[test]
fn a_hard_norm_ends_the_status_quo_for_everyone() {
    let case = Case::new(ONCOLOGIE);
    assert_eq!(case.per_option("hpb"), "3x 0, U 8, U+A 53, A+M 18");
    assert_eq!(case.per_option("ugi"), "3x 0, U 5, U+M 56, A+M 18");
    assert_eq!(case.broken(case.with(case.fair(), "hpb=3x")), ["volumenorm 2 against 0"]);
    assert_eq!(case.broken(case.with(case.fair(), "ugi=3x")), ["volumenorm 6 against 0"]);
    assert_eq!(case.broken(case.with(case.fair(), "overgang=vast")), ["overgangsbudget 6 against 3"]);
}

#[test]
fn the_norm_forbids_exactly_the_options_below_twenty_operations() {
    let case = Case::new(ONCOLOGIE);
    let attribute = |id: &str| case.table.attributes.iter().position(|known| known.id == id).unwrap().into();
    let (smallest, short) = (attribute("minvol"), attribute("tekort"));
    let options = case.table.issues.iter().flat_map(|issue| issue.options());
    let counted: Vec<_> = options.filter(|option| option.does.attributes.contains_key(&smallest)).collect();
    assert_eq!(counted.len(), 8);
    for option in counted {
        let missing = (integer(20) - &option.does.attributes[&smallest]).max(Rational::default());
        let stated = option.does.attributes.get(&short).cloned().unwrap_or_default();
        assert_eq!(stated, missing, "{}", option.id);
    }
}

#[test]
fn three_teams_for_both_kinds_would_fail_without_the_norm_too() {
    let case = Case::new(ONCOLOGIE);
    let unchanged: Vec<_> = case.rows.iter().filter(|row| case.holds(row, "hpb=3x ugi=3x")).collect();
    for party in ["UMCU", "ZK"] {
        let party = usize::from(case.table.party_named(party).unwrap());
        assert!(unchanged.iter().all(|row| row.gains[party] < Rational::default()));
    }
}

#[test]
fn one_team_on_two_sites_beats_everything_in_one_house() {
    let case = Case::new(ONCOLOGIE);
    let best = |choices: &str| {
        let allowed = case.rows.iter().filter(|row| row.keeps_rules && case.holds(row, choices));
        case.best_smallest(allowed)
    };
    assert_eq!(best("hpb=U ugi=U"), "-3.6");
    assert_eq!(best("hpb=U+A ugi=U+M"), "+29.0");
    // A swap (one kind to the UMC, the other shared without it) stays far behind.
    assert_eq!([best("hpb=U ugi=A+M"), best("hpb=A+M ugi=U")], ["+9.7", "+9.7"]);
    assert_eq!(best("hpb=A+M ugi=A+M"), "-12.7");
}

#[test]
fn everything_to_the_umc_is_refused_by_the_two_that_hand_over() {
    let case = Case::new(ONCOLOGIE);
    let naive = case.named("naive");
    assert_eq!(case.worth(naive), "UMCU 100 (+50), Antonius 32 (-18), Meander 30 (-20), ZK 99 (+39)");
    assert!(naive.keeps_rules && !naive.is_acceptable());
    assert_eq!(case.improvements(naive), 0, "for the UMC nothing is better");
}

#[test]
fn whoever_leads_the_teams_the_sites_can_stand() {
    let case = Case::new(ONCOLOGIE);
    let smallest = ["UMCU", "verdeeld", "rouleer"].map(|leader| {
        let row = case.with(case.fair(), &format!("leiding={leader}"));
        assert!(row.is_acceptable() && row.ratifiable, "{leader}");
        case.best_smallest([row])
    });
    assert_eq!(smallest, ["+19.2", "+29.0", "+27.8"]);
}

#[test]
fn the_best_contracts_are_long_and_can_be_reopened() {
    let case = Case::new(CONTRACT);
    assert_eq!(case.counts(), [1944, 1080, 246, 204, 6]);
    let contract = |money: &str| {
        format!(
            "looptijd=10j volume=0% bekostiging=aanneem transgeld={money} dataset=één bepalingen=uniform innovatie=3 \
             herijking=trigger"
        )
    };
    let (joint, fair) = (case.joint(), case.fair());
    assert_eq!(case.words(joint), contract("hoog"));
    assert_eq!(case.worth(joint), "Verzekeraar 78 (+26), Ziekenhuis 96 (+41), Specialisten 87 (+37)");
    assert_eq!(case.words(fair), contract("mid"));
    assert_eq!(case.worth(fair), "Verzekeraar 81 (+29), Ziekenhuis 88 (+33), Specialisten 82 (+32)");
    assert_eq!([joint, fair].map(|row| case.best_smallest([row])), ["+25.8", "+29.2"]);
    assert!(joint.ratifiable && fair.ratifiable);
}

#[test]
fn shrinking_and_investing_are_in_the_same_package() {
    let case = Case::new(CONTRACT);
    assert_eq!(case.per_option("volume"), "+2% 0, 0% 203, -5% 43");
    assert_eq!(case.per_option("transgeld"), "0 0, mid 93, hoog 153");
    let broken = |choices: &str| case.broken(case.with(case.fair(), choices));
    assert_eq!(broken("transgeld=0"), ["krimp vraagt transformatie 2 against 0"]);
    assert_eq!(broken("volume=-5%"), ["krimp vraagt transformatie 5 against 3"]);
    assert_eq!(broken("volume=-5% transgeld=hoog"), [""; 0]);
    // It is a rule that forbids this, not the parties: were there no rules, they would shrink unpaid or underpaid.
    let liked = |choices: &str| {
        let rows = case.rows.iter().filter(|row| row.smallest() >= Rational::default());
        rows.filter(|row| case.holds(row, choices)).count()
    };
    assert_eq!([liked("transgeld=0"), liked("volume=-5% transgeld=mid")], [88, 24]);
}

#[test]
fn any_length_is_acceptable_without_recalibration_but_ten_years_fail_with_the_supervisors() {
    let case = Case::new(CONTRACT);
    assert_eq!(case.per_option("looptijd"), "1j 24, 3j 99, 10j 123");
    assert_eq!(case.per_option("herijking"), "geen 86, jaar 63, trigger 97");
    let without = ["1j", "3j", "10j"].map(|length| {
        let rows = case.acceptable_with(&format!("looptijd={length} herijking=geen"));
        (rows.len(), rows.iter().filter(|row| row.ratifiable).count())
    });
    assert_eq!(without, [(8, 8), (36, 36), (42, 0)]);
    // That is all that fails at home: whoever gains at all has more than the specialists' meeting asks.
    let failed = case.acceptable().into_iter().filter(|row| !row.ratifiable);
    assert_eq!(failed.filter(|row| !case.holds(row, "looptijd=10j herijking=geen")).count(), 0);
}

#[test]
fn facts_before_terms_lift_the_smallest_gain_and_give_time_back() {
    let case = Case::new(CONTRACT);
    let best = |choices: &str| case.best_smallest(case.acceptable_with(choices));
    assert_eq!(case.per_option("dataset"), "eigen 59, één 187");
    assert_eq!([best("dataset=eigen"), best("dataset=één")], ["+16.4", "+29.2"]);
    assert_eq!([best("bepalingen=eigen"), best("bepalingen=uniform")], ["+25.8", "+29.2"]);
    let eight = case.with(case.fair(), "innovatie=8 dataset=eigen");
    assert_eq!(case.broken(eight), ["tijd om af te spreken 6 against 2"]);
    assert!(case.with(case.fair(), "innovatie=8").is_acceptable());
}

#[test]
fn the_yearly_fight_is_below_no_deal_for_all() {
    let case = Case::new(CONTRACT);
    let naive = case.named("naive");
    assert_eq!(case.worth(naive), "Verzekeraar 1 (-51), Ziekenhuis 20 (-35), Specialisten 30 (-20)");
    assert!(naive.keeps_rules && !naive.ratifiable);
    assert_eq!(case.improvements(naive), 1042);
    assert_eq!(case.table.today().as_ref(), Some(&naive.package), "it is what holds today");
}

#[test]
fn a_trigger_keeps_its_worth_when_volume_runs_away() {
    let planned = Case::new(CONTRACT);
    let more = Case::in_world(CONTRACT, "volume-4-procent-meer");
    assert_eq!(more.counts()[..4], [1944, 1080, 189, 169]);
    assert_eq!(more.per_option("herijking"), "geen 32, jaar 63, trigger 94");
    assert_eq!(more.fair().package, planned.fair().package);
    assert_eq!(more.best_smallest([more.fair()]), "+28.3");
    let hospital = ["geen", "jaar", "trigger"]
        .map(|clause| more.gain(more.with(more.fair(), &format!("herijking={clause}")), "Ziekenhuis"));
    assert_eq!(hospital, ["+10.0", "+19.8", "+32.4"]);
}
