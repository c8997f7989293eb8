//! Four scenarios about working together in a region teach what they are meant to teach: their facts, by looking at
//! every package.

#![allow(clippy::unwrap_used, reason = "a test whose own material is broken should stop")]

use crate::support::bundled;
use crate::support::list;

use bundled::{scenario, source};
use itertools::Itertools as _;
use list::{Row, list};
use num_traits::Signed as _;
use tafel::domain::{Package, Rational, Table, Text, WorldId, integer};
use tafel::table_file::{parse_choice, parse_package, read};
use tafel::valuation::{Circumstances, assess};

/// A scenario with all its packages in one world.
struct Library {
    table: Table,
    rows: Vec<Row>,
}

impl Library {
    fn new(name: &str) -> Self {
        let table = scenario(name);
        let rows = list(&Circumstances::new(table.ready().unwrap(), WorldId::BASE));
        Self { table, rows }
    }

    fn in_world(name: &str, world: &str) -> Self {
        let table = scenario(name);
        let world = table.world_named(world).unwrap();
        let rows = list(&Circumstances::new(table.ready().unwrap(), world));
        Self { table, rows }
    }

    /// How many packages there are, how many keep the rules, how many of these everybody can accept, how many of those
    /// can also be ratified, and how many of the acceptable ones no other acceptable one dominates.
    fn counts(&self) -> [usize; 5] {
        let acceptable = self.acceptable();
        let keeping = self.rows.iter().filter(|row| row.keeps_rules).count();
        let ratifiable = acceptable.iter().filter(|row| row.ratifiable).count();
        [self.rows.len(), keeping, acceptable.len(), ratifiable, self.frontier().len()]
    }

    fn acceptable(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.is_acceptable()).collect()
    }

    /// The acceptable packages that no acceptable one dominates.
    fn frontier(&self) -> Vec<&Row> {
        let acceptable = self.acceptable();
        acceptable.iter().filter(|row| !acceptable.iter().any(|other| other.dominates(row))).copied().collect()
    }

    /// Whether a package holds these options.
    fn has(&self, row: &Row, options: &str) -> bool {
        self.with(&[row], options) == 1
    }

    /// How many of the rows hold these options.
    fn with(&self, rows: &[&Row], options: &str) -> usize {
        let wanted = options.split(' ').map(|option| parse_choice(&self.table, option).unwrap()).collect_vec();
        let holds = |row: &&&Row| wanted.iter().all(|(issue, decision)| row.package.decisions[*issue] == *decision);
        rows.iter().filter(holds).count()
    }

    /// How many of the rows hold each option of an issue, in the order of the file.
    fn per_option(&self, rows: &[&Row], issue: &str) -> Vec<usize> {
        let content = &self.table.issues[self.table.issue_named(issue).unwrap()];
        content.options().iter().map(|option| self.with(rows, &format!("{issue}={}", option.id))).collect()
    }

    fn row(&self, package: &Package) -> &Row {
        self.rows.iter().find(|row| row.package == *package).unwrap()
    }

    /// The package that the words make.
    fn package(&self, words: &str) -> &Row {
        self.row(&parse_package(&self.table, &words.split(' ').collect::<Vec<_>>()).unwrap())
    }

    fn naive(&self) -> &Row {
        self.row(&self.table.narrative.packages.iter().find(|known| known.id == "naive").unwrap().package)
    }

    /// The one acceptable package with the largest value.
    fn best<K: Ord>(&self, value: impl Fn(&Row) -> K) -> &Row {
        self.acceptable().into_iter().max_set_by_key(|row| value(row)).into_iter().exactly_one().ok().unwrap()
    }

    /// What a party gains.
    fn gain<'a>(&self, row: &'a Row, party: &str) -> &'a Rational {
        &row.gains[usize::from(self.table.party_named(party).unwrap())]
    }

    /// Who is below its no-deal.
    fn below(&self, row: &Row) -> Vec<&str> {
        let parties = self.table.parties.iter().zip(&row.gains);
        parties.filter(|(_, gain)| gain.is_negative()).map(|(party, _)| party.id.as_str()).collect()
    }

    /// Everybody's gain in tenths, as `Anna +57.2, Bram -3.0`.
    fn gains(&self, row: &Row) -> String {
        self.table
            .parties
            .iter()
            .zip(&row.gains)
            .map(|(party, gain)| format!("{} {}", party.id, tenths(gain)))
            .join(", ")
    }

    /// What each limit is used for and allows, as `geld 1 of 0`.
    fn bills(&self, row: &Row) -> String {
        let circumstances = Circumstances::new(self.table.ready().unwrap(), WorldId::BASE);
        let rules = assess(&circumstances, &row.package).rules;
        let bills = self.table.rules.iter().zip(rules).filter_map(|(rule, verdict)| Some((&rule.id, verdict.bill?)));
        bills.map(|(id, bill)| format!("{id} {} of {}", bill.used, bill.limit)).join(", ")
    }

    /// How many packages that keep the rules are at least as good for everybody and better for somebody.
    fn improvements(&self, row: &Row) -> usize {
        self.rows.iter().filter(|other| other.keeps_rules && other.dominates(row)).count()
    }
}

fn tenths(number: &Rational) -> String {
    let tenths = i64::try_from((number * integer(10)).round().to_integer()).unwrap();
    let sign = if tenths < 0 { '-' } else { '+' };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

#[test]
fn the_scenarios_have_neither_errors_nor_warnings() {
    for name in NAMES {
        let reading = read(&source(name));
        assert_eq!(reading.problems, [], "{name}");
        assert_eq!(reading.table.unwrap().id, name, "a bundled file is called what the table is called");
    }
}

#[test]
fn every_text_of_the_scenarios_is_there_in_both_languages() {
    for name in NAMES {
        let telling = scenario(name).narrative;
        let one = [telling.source, telling.story, telling.lesson, telling.provenance, telling.ambition];
        let facts = telling.facts.into_iter().map(|fact| fact.text);
        let criteria = telling.criteria.into_iter().map(|criterion| criterion.text);
        let events = telling.injects.into_iter().map(|inject| inject.text);
        let many = facts.chain(criteria).chain(events).chain(telling.debrief);
        for text in one.into_iter().map(Option::unwrap).chain(many) {
            assert!(matches!(text, Text::PerLanguage { .. }), "{name}: {text:?}");
        }
    }
}

const NAMES: [&str; 4] = ["apeldoorn-nachtzorg", "friesland-acht", "revalidatie-msr-grz", "salland-netwerk"];

// Night care in Apeldoorn.

#[test]
fn the_night_rosters_have_the_zone_that_their_lesson_needs() {
    let table = Library::new("apeldoorn-nachtzorg");
    assert_eq!(table.counts(), [1296, 600, 104, 75, 35]);
    let acceptable = table.acceptable();
    // One night team, night and weekend, everything.
    assert_eq!(table.per_option(&acceptable, "schaal"), [38, 66, 0]);
    // Calling on each other can't grow, and nobody is better off with it: a pool or a main contractor it is.
    assert_eq!(table.per_option(&acceptable, "vorm"), [0, 54, 50]);
}

#[test]
fn the_best_night_rosters_are_the_known_ones() {
    let table = Library::new("apeldoorn-nachtzorg");
    let joint = table.best(Row::joint_gain);
    let expected = "schaal=pilot2 vorm=pool kosten=mix protocol=beste coord=onafh evaluatie=6m financiering=regio";
    assert!(table.has(joint, expected));
    assert_eq!(table.gains(joint), "Zorggroep +10.4, Atlant +35.8, Nusantara +35.6, KleinGeluk +44.8");
    let fair = table.best(Row::leximin);
    let expected = "schaal=pilot2 vorm=hoofd kosten=mix protocol=beste coord=roul evaluatie=6m financiering=regio";
    assert!(table.has(fair, expected));
    assert_eq!(table.gains(fair), "Zorggroep +20.3, Atlant +38.2, Nusantara +19.9, KleinGeluk +31.3");
}

#[test]
fn a_key_for_the_night_costs_fits_only_together_with_the_other_issues() {
    let table = Library::new("apeldoorn-nachtzorg");
    // Equal, by use, size and use, by size.
    assert_eq!(table.per_option(&table.acceptable(), "kosten"), [10, 16, 49, 29]);
    let below = |rest: &str| {
        let with = |key: &str| table.below(table.package(&format!("kosten={key} {rest}")));
        ["gelijk", "gebruik", "mix", "omvang"].map(with)
    };
    // With each its own protocols every key puts the small one or the large one below its no-deal.
    let naive = below("schaal=pilot2 vorm=pool protocol=eigen coord=roul evaluatie=6m financiering=eigen");
    assert_eq!(naive, [["KleinGeluk"], ["Zorggroep"], ["Zorggroep"], ["Zorggroep"]]);
    // With one main contractor and the best protocols three of the four keys will do, with a pool and a coordinator all.
    let main = below("schaal=pilot2 vorm=hoofd protocol=beste coord=roul evaluatie=6m financiering=regio");
    assert_eq!(main.map(|parties| parties.join(" ")), ["KleinGeluk", "", "", ""]);
    let pool = below("schaal=pilot2 vorm=pool protocol=beste coord=onafh evaluatie=6m financiering=regio");
    assert_eq!(pool.concat(), [""; 0]);
}

#[test]
fn the_nurses_and_not_the_will_set_the_size_of_the_start() {
    let table = Library::new("apeldoorn-nachtzorg");
    let fits = |start: &str| table.rows.iter().any(|row| row.keeps_rules && table.has(row, start));
    let forms = ["afroep", "pool", "hoofd"];
    assert_eq!(forms.map(|form| fits(&format!("schaal=pilot1 vorm={form}"))), [true, true, true]);
    assert_eq!(forms.map(|form| fits(&format!("schaal=pilot2 vorm={form}"))), [false, true, true]);
    assert_eq!(forms.map(|form| fits(&format!("schaal=alles vorm={form}"))), [false, false, false]);
    // The other rule still holds: no coordinator without regional money.
    let wanted = |row: &&Row| {
        table.has(row, "schaal=alles")
            && !table.has(row, "coord=onafh financiering=eigen")
            && !row.gains.iter().any(Rational::is_negative)
    };
    assert_eq!(table.rows.iter().filter(wanted).count(), 29);
}

#[test]
fn when_two_nurses_leave_only_one_shared_night_team_is_left() {
    let table = Library::in_world("apeldoorn-nachtzorg", "twee-vertrekken");
    let [_, keeping, acceptable, ratifiable, _] = table.counts();
    assert_eq!([keeping, acceptable, ratifiable], [240, 38, 26]);
    let left = table.acceptable();
    assert_eq!(table.per_option(&left, "schaal"), [38, 0, 0]);
    assert_eq!(table.with(&left, "vorm=afroep"), 0);
    let fair = table.best(Row::leximin);
    assert_eq!(table.gains(fair), "Zorggroep +15.9, Atlant +48.0, Nusantara +14.1, KleinGeluk +30.1");
}

#[test]
fn equal_shares_are_refused_by_the_small_organisation_though_the_nurses_agree() {
    let table = Library::new("apeldoorn-nachtzorg");
    let naive = table.naive();
    assert!(naive.keeps_rules && !naive.is_acceptable() && naive.ratifiable);
    assert_eq!(table.gains(naive), "Zorggroep +4.4, Atlant +4.1, Nusantara +21.9, KleinGeluk -9.1");
    assert_eq!(table.improvements(naive), 14);
    // Not one acceptable package passes the nurses without a moment at which they are heard.
    let unheard = table.acceptable().into_iter().filter(|row| table.has(row, "evaluatie=geen"));
    assert_eq!(unheard.map(|row| row.ratifiable).counts(), [(false, 29)].into_iter().collect());
}

// The network of Salland.

#[test]
fn the_network_has_the_zone_that_its_lesson_needs() {
    let table = Library::new("salland-netwerk");
    // Nobody has a body at home that must ratify.
    assert_eq!(table.counts(), [216, 96, 29, 29, 8]);
    let acceptable = table.acceptable();
    // Language, first language and a plan later, a plan now.
    assert_eq!(table.per_option(&acceptable, "betekenis"), [10, 16, 3]);
    // All alike, or each its own form and pace.
    assert_eq!(table.per_option(&acceptable, "ambities"), [7, 22]);
    assert_eq!(table.per_option(&acceptable, "bureau"), [3, 26, 0]);
}

#[test]
fn one_path_that_grows_is_best_both_together_and_for_whoever_gains_least() {
    let table = Library::new("salland-netwerk");
    let joint = table.best(Row::joint_gain);
    assert!(table.has(joint, "betekenis=groei sturing=kern ambities=eigen bureau=pm bijdrage=vrij ritme=2x"));
    let expected = "Ziekenhuis +39.6, Huisartsen +40.0, Gemeenten +39.4, VVT +50.0, Verzekeraar +30.2, Welzijn +28.2";
    assert_eq!(table.gains(joint), expected);
    assert_eq!(table.best(Row::leximin).package, joint.package);
}

#[test]
fn what_nothing_improves_on_starts_with_language_and_leaves_each_ambition_its_pace() {
    let table = Library::new("salland-netwerk");
    let frontier = table.frontier();
    assert_eq!(table.per_option(&frontier, "betekenis"), [2, 6, 0]);
    assert_eq!(table.with(&frontier, "ambities=eigen bureau=pm ritme=2x"), 8);
    // The path that the network really chose is among them; what it agreed on money is not public.
    assert_eq!(table.with(&frontier, "betekenis=groei sturing=informeel ambities=eigen"), 2);
}

#[test]
fn the_blueprint_asks_more_than_the_network_is_ripe_for_and_four_of_six_would_rather_have_nothing() {
    let table = Library::new("salland-netwerk");
    let naive = table.naive();
    assert_eq!(table.bills(naive), "rijpheid 7 of 4, geld 1 of 0");
    assert!(!naive.keeps_rules);
    assert_eq!(table.below(naive), ["Huisartsen", "Gemeenten", "VVT", "Welzijn"]);
    let expected = "Ziekenhuis +15.9, Huisartsen -47.8, Gemeenten -14.7, VVT -35.3, Verzekeraar +28.1, Welzijn -50.0";
    assert_eq!(table.gains(naive), expected);
    assert_eq!(table.improvements(naive), 6);
}

#[test]
fn a_plan_at_once_fits_only_with_the_lightest_form_of_everything_else() {
    let table = Library::new("salland-netwerk");
    let plans = table.rows.iter().filter(|row| row.keeps_rules && table.has(row, "betekenis=plan")).collect_vec();
    assert_eq!((plans.len(), table.with(&plans, "sturing=informeel ambities=eigen")), (8, 8));
    // A programme office costs more than any contribution brings in.
    assert!(!table.rows.iter().any(|row| row.keeps_rules && table.has(row, "bureau=pb")));
}

#[test]
fn the_insurer_leaves_without_support_and_the_practices_leave_with_binding_rules() {
    let table = Library::new("salland-netwerk");
    let leaves = |party: &str, options: &str| {
        let rows = table.rows.iter().filter(|row| row.keeps_rules && table.has(row, options)).collect_vec();
        (rows.iter().filter(|row| table.below(row).contains(&party)).count(), rows.len())
    };
    assert_eq!(leaves("Verzekeraar", "bureau=geen"), (43, 48));
    assert_eq!(leaves("Huisartsen", "sturing=formeel"), (16, 24));
}

// One medical service in Friesland.

#[test]
fn the_province_has_the_zone_that_its_lesson_needs() {
    let table = Library::new("friesland-acht");
    assert_eq!(table.counts(), [216, 120, 27, 23, 12]);
    let acceptable = table.acceptable();
    // As it is, three parts, one service.
    assert_eq!(table.per_option(&acceptable, "model"), [0, 9, 18]);
    // By telephone only, a local nurse practitioner.
    assert_eq!(table.per_option(&acceptable, "achterwacht"), [4, 23]);
}

#[test]
fn the_best_services_for_the_province_differ_in_pace_alone() {
    let table = Library::new("friesland-acht");
    let rest = "model=één achterwacht=lokaal kosten=bed+fin data=samen dossier=inzage";
    let joint = table.best(Row::joint_gain);
    assert!(table.has(joint, &format!("{rest} tempo=kop")));
    assert_eq!(table.gains(joint), "A +38.4, B +34.6, C +33.3, D +41.3, E +26.8, F +19.0, G +49.4, H +29.1");
    assert_eq!(tenths(&joint.joint_gain()), "+272.0");
    // Only A, B and C weigh the pace: a front group is for them, and the others pay a little for it.
    let fair = table.best(Row::leximin);
    assert!(table.has(fair, &format!("{rest} tempo=samen")));
    assert_eq!(table.gains(fair), "A +29.2, B +24.9, C +27.8, D +46.2, E +31.4, F +22.8, G +52.0, H +33.0");
    assert_eq!(tenths(&fair.joint_gain()), "+267.1");
}

#[test]
fn one_service_without_local_backup_gains_in_total_and_fails_coast_and_island() {
    let table = Library::new("friesland-acht");
    let central = |row: &&Row| row.keeps_rules && table.has(row, "model=één achterwacht=geen");
    let central = table.rows.iter().filter(central).collect_vec();
    assert_eq!(central.len(), 30);
    for row in central {
        assert!(row.joint_gain().is_positive());
        assert!(table.gain(row, "E").is_negative() && table.gain(row, "F").is_negative());
    }
    let naive = table.naive();
    assert!(naive.keeps_rules && !naive.ratifiable);
    assert_eq!(table.gains(naive), "A +44.8, B +42.6, C +37.8, D +9.6, E -27.4, F -43.3, G +44.3, H +15.8");
    assert_eq!(tenths(&naive.joint_gain()), "+124.2");
    assert_eq!(table.improvements(naive), 1);
}

#[test]
fn nothing_that_the_financier_does_not_pay_is_among_the_best() {
    let table = Library::new("friesland-acht");
    let blind = |row: &&Row| row.keeps_rules && table.has(row, "kosten=bed+fin data=geen");
    assert_eq!(table.rows.iter().filter(blind).count(), 0, "the financier needs the data first");
    assert_eq!(table.per_option(&table.frontier(), "kosten"), [0, 0, 12]);
    let own = table.acceptable().into_iter().filter(|row| !table.has(row, "kosten=bed+fin"));
    assert_eq!(tenths(&own.map(Row::joint_gain).max().unwrap()), "+190.3");
}

#[test]
fn who_must_join_within_a_year_gains_less_and_does_not_sign() {
    let table = Library::new("friesland-acht");
    let acceptable = table.acceptable();
    // Everyone at once, a front group, a front group that the others must follow.
    assert_eq!(table.per_option(&acceptable, "tempo"), [11, 12, 4]);
    let made = acceptable.iter().filter(|row| table.has(row, "tempo=plicht"));
    assert!(made.clone().all(|row| !row.ratifiable));
    let slow = |costs: &str, pace: &str| {
        let rest = "model=één achterwacht=lokaal data=samen dossier=inzage";
        tenths(table.gain(table.package(&format!("{rest} kosten={costs} tempo={pace}")), "H"))
    };
    assert_eq!(["samen", "kop", "plicht"].map(|pace| slow("bed+fin", pace)), ["+33.0", "+29.1", "+16.8"]);
    // Without the financier even the board need not speak: to be made to join is then worse than staying out.
    assert_eq!(["samen", "kop", "plicht"].map(|pace| slow("bed", pace)), ["+13.9", "+10.1", "-2.3"]);
    assert_eq!(table.with(&made.copied().collect_vec(), "kosten=bed+fin"), 4);
}

// Rehabilitation, specialist and geriatric.

#[test]
fn rehabilitation_has_the_zone_that_its_lesson_needs() {
    let table = Library::new("revalidatie-msr-grz");
    assert_eq!(table.counts(), [972, 648, 142, 59, 6]);
    let acceptable = table.acceptable();
    // Consultation, three pathways, one chain.
    assert_eq!(table.per_option(&acceptable, "reikwijdte"), [37, 89, 16]);
    // Designed by the boards, or by professionals.
    assert_eq!(table.per_option(&acceptable, "lead"), [35, 107]);
}

#[test]
fn the_best_rehabilitations_differ_in_sharing_alone() {
    let table = Library::new("revalidatie-msr-grz");
    let rest = "reikwijdte=zorgpad triage=samen locatie=wissel vorm=sok lead=prof gonogo=na1j";
    let joint = table.best(Row::joint_gain);
    assert!(joint.ratifiable && table.has(joint, &format!("{rest} verdeling=client")));
    assert_eq!(table.gains(joint), "Heliomare +34.0, Omring +39.8, Zorgcirkel +48.0");
    let fair = table.best(Row::leximin);
    assert!(fair.ratifiable && table.has(fair, &format!("{rest} verdeling=gelijk")));
    assert_eq!(table.gains(fair), "Heliomare +38.4, Omring +41.7, Zorgcirkel +36.0");
}

#[test]
fn without_a_moment_to_stop_nobody_at_home_says_yes() {
    let table = Library::new("revalidatie-msr-grz");
    let acceptable = table.acceptable();
    // No such moment, after a year.
    assert_eq!(table.per_option(&acceptable, "gonogo"), [37, 105]);
    let ratifiable = acceptable.iter().filter(|row| row.ratifiable).copied().collect_vec();
    assert_eq!(table.per_option(&ratifiable, "gonogo"), [0, 59]);
    // Every no-deal is 52 and every body asks for 58: twenty lack the moment and nothing else.
    let good_enough = |row: &&&Row| row.gains.iter().all(|gain| *gain >= integer(6));
    let lacking = acceptable.iter().filter(good_enough).filter(|row| table.has(row, "gonogo=geen"));
    assert_eq!(lacking.count(), 20);
    // "No" stays an honest outcome: who only goes on consulting can be ratified as well.
    assert_eq!(table.per_option(&ratifiable, "reikwijdte"), [13, 42, 4]);
}

#[test]
fn each_party_has_three_bodies_that_must_ratify() {
    let table = Library::new("revalidatie-msr-grz");
    assert_eq!(table.table.parties.iter().map(|party| party.ratification.len()).collect_vec(), [3, 3, 3]);
}

#[test]
fn what_nothing_improves_on_is_led_by_professionals_and_keeps_to_pathways() {
    let table = Library::new("revalidatie-msr-grz");
    let frontier = table.frontier();
    assert_eq!(table.with(&frontier, "reikwijdte=zorgpad vorm=sok lead=prof gonogo=na1j"), 6);
    // In the other two, with a ward at Heliomare, Omring gains too little for its own bodies.
    assert_eq!(frontier.iter().filter(|row| row.ratifiable).count(), 4);
    assert_eq!(table.with(&frontier, "triage=H locatie=afdeling"), 2);
}

#[test]
fn the_blueprint_of_the_board_room_asks_too_much_and_gains_only_for_its_host() {
    let table = Library::new("revalidatie-msr-grz");
    let naive = table.naive();
    assert_eq!(table.bills(naive), "investering 8 of 5");
    assert_eq!(table.gains(naive), "Heliomare +1.7, Omring -27.3, Zorgcirkel -46.6");
    assert_eq!(table.improvements(naive), 306);
}
