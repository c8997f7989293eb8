//! Dividing what there is: standards, facts, who must say yes at home, packages in every world, what to say at home.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::bundled::scenario;
use crate::support::random_table::ready_table;
use crate::support::typing::{self, json_of, table};
use serde_json::{Value, json};
use tafel::domain::{
    Condition, Decision, IssueKind, Language, NoDeal, NoDealValue, Package, Party, PartyId, Rational, RuleForm, Table,
    Text, Weights, WorldId, integer,
};
use tafel::explain::{Standing, in_worlds, leaving, ratification};
use tafel::report::{Given, Wordbook, home_json, home_text};
use tafel::session::Session;
use tafel::table_file::bundled;
use tafel::valuation::{Circumstances, RatificationStatus, assess, assess_rule, meets};

/// What a session on the agreement says to these lines, in a language; each line stands before its answer.
fn transcript(lines: &[&str], language: Language) -> String {
    let mut session = session();
    lines.iter().map(|line| format!("> {line}\n{}\n", told(&mut session, line, language))).collect()
}

fn session() -> Session {
    typing::session("vvt-cao-2018")
}

#[track_caller]
fn told(session: &mut Session, line: &str, language: Language) -> String {
    typing::told(session, line, language, 80)
}

/// FNV weighs again, as it does when it has called its members.
const WEIGHS_AGAIN: &str = "weights FNV KO 30, WA 15, RU 35, IN 10, DU 10";

/// From disputed fact to what is said at home, as a moderator types it.
const JOURNEY: [&str; 15] = [
    "fact loonruimte \"3,6%\" --claimed-by ActiZ --contested-by FNV --option financiers=plan",
    "facts",
    "fact loonruimte --agreed --source \"gezamenlijke dataset\" --finder CPB",
    "show fact loonruimte",
    WEIGHS_AGAIN,
    "criterion add \"loonontwikkeling zorg\" \"draagkracht tarief\" \"eerder afgesproken\"",
    "ratification CNV leden loon>=3%, score CNV >= 55, cost <= 4,8",
    "ratification NU91 leden",
    "mandate BTN rooster moet terug naar de leden",
    "probability FNV tarieven-niet-dekkend 30%",
    "stress joint fair",
    "ratify joint",
    "explain FNV fair",
    "explain FNV fair --say \"Er komt rust in het rooster en het loon stijgt.\"",
    "explain FNV fair",
];

#[test]
fn the_journey_reads_as_it_should_in_both_languages() {
    insta::assert_snapshot!("journey_en", transcript(&JOURNEY, Language::En));
    insta::assert_snapshot!("journey_nl", transcript(&JOURNEY, Language::Nl));
}

/// Both packages cost 4.7 against 3.6 once the tariffs don't cover them, and BTN falls 4 short in the first.
#[test]
fn bad_news_is_told_in_the_figures_of_the_agreement() {
    let mut session = session();
    told(&mut session, WEIGHS_AGAIN, Language::En);
    let stressed = json_of(&mut session, "stress joint fair");
    for package in stressed["packages"].as_array().unwrap() {
        let rule = &package["worlds"]["tarieven-niet-dekkend"]["rules"][0];
        assert_eq!((&rule["used"], &rule["limit"], &rule["kept"]), (&json!(4.7), &json!(3.6), &json!(false)));
        assert_eq!(package["self_enforcing"], json!(false));
    }
    let short = stressed["packages"][0]["leaving"]["tarieven-niet-dekkend"]["BTN"].as_f64().unwrap();
    assert_eq!(short.round(), 4.0, "{short}");
    assert_eq!(stressed["packages"][1]["leaving"]["tarieven-niet-dekkend"], json!({}));
    assert_eq!(stressed["every_world"]["packages"], json!(45));
    assert_eq!(stressed["every_world"]["never"], json!(["loon=4%"]));
    assert_eq!(stressed["every_world"]["suggestions"][0]["only_if"], json!(["tarieven-dekkend"]));
    let only = json_of(&mut session, "stress joint --world tarieven-dekkend");
    assert_eq!(only["packages"][0]["worlds"].as_object().unwrap().len(), 1);
    assert_eq!(only["packages"][0]["self_enforcing"], json!(true));
}

/// R1: FNV's members find 3% and a score of 60 in both worlds, BTN's members their 50.
#[test]
fn a_conditional_package_is_ratified_in_both_worlds() {
    let mut session = session();
    for line in [
        WEIGHS_AGAIN,
        "option loon=3+1% KO+6 WA+5 IN+2 BE-4 cost=3 --only-if tarieven-dekkend --otherwise 3%",
        "ratification FNV achterban loon>=3%, score FNV >= 60",
        "package R1 loon=3+1% looptijd=15m rooster=stabiel instroom=orient+ stage=400 scholing=nu financiers=plan",
    ] {
        told(&mut session, line, Language::En);
    }
    let road = json_of(&mut session, "ratify R1");
    for party in ["FNV", "BTN"] {
        let body = &road["parties"][party]["bodies"][0];
        assert_eq!(body["standing"], json!("passed"), "{road}");
        for condition in body["conditions"].as_array().unwrap() {
            assert!(condition["worlds"].as_object().unwrap().values().all(|of| of["met"] == json!(true)));
        }
    }
    assert_eq!((&road["ask_who"], &road["ask_rule"]), (&json!(["ActiZ", "CNV", "FBZ", "NU91"]), &json!([])));
    assert_eq!(json_of(&mut session, "stress R1")["packages"][0]["self_enforcing"], json!(true));
    let home = json_of(&mut session, "explain FNV R1");
    assert!(
        home["sentences"].as_array().unwrap().len() >= 3 && home["sentences"][2].as_str().unwrap().contains("3+1%")
    );
}

/// Levels say yes, no or nothing yet; it is shown, and decides nothing.
#[test]
fn levels_are_told_beside_the_bodies() {
    let mut session = Session::new(false);
    session.take_in_hand("oncologie-drie-ziekenhuizen").unwrap();
    let road = json_of(&mut session, "ratify fair");
    let levels: Vec<&Value> = road["parties"].as_object().unwrap().values().map(|party| &party["levels"]).collect();
    let told = levels.iter().flat_map(|levels| levels.as_array().unwrap()).filter(|level| level["says"] == "unknown");
    let said = told.count();
    let text = self::told(&mut session, "ratify fair", Language::Nl);
    assert!(said > 0 && text.contains("raad van bestuur: "), "{text}");
}

#[test]
fn what_is_typed_of_ratification_is_what_the_file_then_says() {
    let mut session = session();
    let bodies = |session: &Session, party: &str| {
        let table = table(session);
        table.parties[table.party_named(party).unwrap()].ratification.clone()
    };
    let before = bodies(&session, "FNV");
    told(&mut session, "ratification FNV ACHTERBAN loon>=3%, score FNV >= 60", Language::Nl);
    assert_eq!(bodies(&session, "FNV"), before, "typed again it is what the file says");
    told(
        &mut session,
        "ratification CNV leden forbid loon=2%, cost <= 3,5; CNV RU >= 2, at most 1 of loon=4%",
        Language::Nl,
    );
    let conditions = &bodies(&session, "CNV")[0].conditions;
    assert!(matches!(
        &conditions[..],
        [
            Condition::Rule(RuleForm::Forbid(_)),
            Condition::Rule(RuleForm::Limit(_)),
            Condition::Rule(RuleForm::RedLine { .. }),
            Condition::Rule(RuleForm::AtMost(1, _)),
        ]
    ));
    told(&mut session, "ratification CNV leden", Language::Nl);
    assert_eq!(bodies(&session, "CNV")[0].conditions, []);
    told(&mut session, "ratification CNV leden --remove", Language::Nl);
    assert_eq!(bodies(&session, "CNV"), []);
    told(&mut session, "undo 2", Language::Nl);
    assert_eq!(bodies(&session, "CNV")[0].conditions.len(), 4);
    let loon = |line: &str| {
        let mut session = self::session();
        told(&mut session, line, Language::Nl);
        match &bodies(&session, "CNV")[0].conditions[..] {
            [Condition::Rule(RuleForm::AtLeast(1, options))] => options.len(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((loon("ratification CNV leden loon>=3%"), loon("ratification CNV leden loon <= 3%")), (2, 2));
    assert_eq!(loon("ratification CNV leden loon >= 3,5"), 1);
}

#[test]
fn slips_are_told_where_they_stand_and_change_nothing() {
    let mut session = session();
    let before = session.document().unwrap().source().to_owned();
    for (line, part) in [
        ("ratification FVN leden", "unknown party `FVN`"),
        ("ratification FNV kring --remove", "unknown ratifying body `kring`"),
        ("ratification FNV achterban score FVN >= 60", "unknown party `FVN`"),
        ("ratification FNV achterban loon>=9%", "doesn't say what"),
        ("ratification FNV achterban nooit", "doesn't say what"),
        ("ratification FNV achterban score FNV >= 1.234", "two ways"),
        ("mandate BTN rooster", "something is missing"),
        ("mandate BTN roosters zelf", "unknown issue `roosters`"),
        ("probability FNV tarieven-niet-dekkend 130%", "between 0 and 1"),
        ("probability FNV recessie 0,3", "unknown world `recessie`"),
        ("fact loonruimte --contested-by FNV --agreed", "exclude each other"),
        ("fact loonruimte --rule loon", "unknown rule `loon`"),
        ("explain FVN fair", "unknown party `FVN`"),
        ("ratify morgen", "unknown package `morgen`"),
        ("stress fair --world recessie", "unknown world `recessie`"),
    ] {
        let told = typing::refused(&mut session, line, 80);
        assert!(told.starts_with("error: ") && told.contains(part), "{line}: {told}");
        assert_eq!(session.document().unwrap().source(), before, "{line}");
    }
}

#[test]
fn a_disputed_fact_is_looked_into_together_and_then_agreed() {
    let mut session = session();
    for line in &JOURNEY[..1] {
        told(&mut session, line, Language::Nl);
    }
    let facts = json_of(&mut session, "facts");
    let first = &facts["facts"][0];
    assert_eq!((&first["id"], &first["status"]), (&json!("loonruimte"), &json!("contested")));
    assert_eq!((&first["claimed_by"], &first["contested_by"]), (&json!(["ActiZ"]), &json!(["FNV"])));
    assert_eq!((&first["rules"], &first["options"]), (&json!(["loonruimte"]), &json!(["financiers=plan"])));
    told(&mut session, "rename FNV Bond", Language::Nl);
    told(&mut session, "rename financiers=plan samen", Language::Nl);
    let first = &json_of(&mut session, "facts")["facts"][0];
    assert_eq!((&first["contested_by"], &first["options"]), (&json!(["Bond"]), &json!(["financiers=samen"])));
    told(&mut session, "fact loonruimte --agreed --source dataset", Language::Nl);
    let facts = json_of(&mut session, "facts");
    let agreed = facts["facts"].as_array().unwrap().iter().find(|fact| fact["id"] == "loonruimte").unwrap();
    assert_eq!((&agreed["status"], &agreed["contested_by"]), (&json!("agreed"), &json!([])));
    told(&mut session, "undo", Language::Nl);
    told(&mut session, "remove party Bond --yes", Language::Nl);
    assert_eq!(json_of(&mut session, "facts")["facts"][0]["contested_by"], json!([]), "it goes with the party");
}

#[test]
fn criteria_are_named_shown_renamed_and_removed() {
    let mut session = session();
    told(&mut session, JOURNEY[5], Language::Nl);
    told(&mut session, "criterion markt wat anderen betalen", Language::Nl);
    let ids = |session: &Session| {
        table(session).narrative.criteria.iter().map(|criterion| criterion.id.clone()).collect::<Vec<_>>()
    };
    let mut all = ids(&session);
    all.sort();
    assert_eq!(all, ["draagkracht tarief", "eerder afgesproken", "loonontwikkeling zorg", "markt"]);
    assert!(told(&mut session, "show criterion markt", Language::Nl).contains("wat anderen betalen"));
    assert!(told(&mut session, "show", Language::Nl).contains("wat anderen betalen"));
    told(&mut session, "rename criterion markt marktloon", Language::Nl);
    told(&mut session, "remove marktloon", Language::Nl);
    assert_eq!(ids(&session).len(), 3);
}

#[test]
fn what_is_said_at_home_is_kept_word_for_word_and_follows_the_table() {
    let mut session = session();
    let said = "Wij \"krijgen\" rust;   en {loon}, 3,6%";
    told(&mut session, &format!("explain FNV naive --say \"{}\"", said.replace('"', "\"\"")), Language::Nl);
    let text = |session: &Session| {
        let said = &table(session).narrative.explanations;
        said.iter().map(|said| said.text.get(Language::Nl).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(text(&session), [said]);
    assert_eq!(json_of(&mut session, "explain FNV naive")["said"], json!(said));
    assert_eq!(json_of(&mut session, "explain CNV naive")["said"], Value::Null);
    told(&mut session, "explain FNV naive --say \"Korter.\"", Language::Nl);
    told(&mut session, "issue reiskosten: nu, hoger", Language::Nl);
    told(&mut session, "rename FNV Bond", Language::Nl);
    assert_eq!(
        (text(&session), json_of(&mut session, "explain Bond naive")["said"].clone()),
        (vec!["Korter.".to_owned()], json!("Korter."))
    );
    assert!(told(&mut session, "show package naive", Language::Nl).contains("Korter."));
    told(&mut session, "explain Bond naive --say \"\"", Language::Nl);
    assert_eq!(text(&session), [""; 0]);
    told(&mut session, "undo", Language::Nl);
    told(&mut session, "remove party Bond --yes", Language::Nl);
    assert_eq!(text(&session), [""; 0], "it goes with the party");
}

/// Some packages of a table: today's, and others by taking other options.
fn packages(table: &Table, seed: u64) -> Vec<Package> {
    let Some(today) = table.today() else { return Vec::new() };
    let other = |turn: u64| {
        let mut package = today.clone();
        for (at, (issue, content)) in table.issues.iter_enumerated().enumerate() {
            if let IssueKind::Choice(options) = &content.kind {
                let option = seed.wrapping_mul(31).wrapping_add(turn * 7 + at as u64 * 13) % options.len() as u64;
                package.decisions[issue] = Decision::Option(option as u16);
            }
        }
        package
    };
    [today.clone()].into_iter().chain((1..4).map(other)).collect()
}

/// Who must say yes and who would leave is what the scorer finds, package by package and world by world.
#[test]
fn ratification_and_leaving_agree_with_the_scorer_on_random_tables() {
    let (mut bodies, mut conditions, mut leavers) = (0, 0, 0);
    for seed in 0..300 {
        let table = ready_table(seed);
        let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
        for package in packages(&table, seed) {
            let assessments: Vec<_> = table
                .worlds
                .keys()
                .map(|world| (world, assess(&Circumstances::new(table.ready().unwrap(), world), &package)))
                .collect();
            for found in ratification(&circumstances, &package) {
                bodies += 1;
                let statuses: Vec<RatificationStatus> = assessments
                    .iter()
                    .map(|(_, of)| {
                        of.ratifications
                            .iter()
                            .find(|of| (of.party, of.body) == (found.party, found.body))
                            .unwrap()
                            .status
                    })
                    .collect();
                let passed = statuses.iter().filter(|status| **status == RatificationStatus::Passed).count();
                let expected = match passed {
                    all if all == statuses.len() => Standing::Everywhere,
                    0 if statuses.contains(&RatificationStatus::Failed) => Standing::Nowhere,
                    0 => Standing::Unknown,
                    _ => Standing::Somewhere,
                };
                assert_eq!(found.standing, expected, "seed {seed}");
                conditions += check_conditions(
                    &table,
                    &package,
                    &found.conditions,
                    &table.parties[found.party].ratification[found.body].conditions,
                );
            }
            for of in in_worlds(&circumstances, &package).worlds {
                let (_, assessment) = assessments.iter().find(|(world, _)| *world == of.world).unwrap();
                let mut short: Vec<(PartyId, Rational)> = leaving(&table, &of);
                leavers += short.len();
                short.sort();
                let gains = assessment
                    .parties
                    .iter_enumerated()
                    .filter_map(|(party, of)| Some((party, of.score.clone()? - of.no_deal.clone()?)));
                let expected: Vec<(PartyId, Rational)> =
                    gains.filter(|(_, gain)| *gain < integer(0)).map(|(party, gain)| (party, -gain)).collect();
                assert_eq!(short, expected, "seed {seed}");
                assert!(assessment.is_acceptable() || !short.is_empty() || !assessment.keeps_rules());
            }
        }
    }
    assert!(bodies > 300 && conditions > 300 && leavers > 300, "{bodies} {conditions} {leavers}");
}

/// A condition is met where the scorer says so, and there is something to spare just where it is met.
fn check_conditions(
    table: &Table,
    package: &Package,
    found: &[Vec<tafel::explain::Finding>],
    conditions: &[Condition],
) -> usize {
    assert_eq!(found.len(), conditions.len());
    for (condition, findings) in conditions.iter().zip(found) {
        assert_eq!(findings.len(), table.worlds.len());
        for of in findings {
            let seen = Circumstances::new(table.ready().unwrap(), of.world);
            assert_eq!(of.met, meets(&seen, condition, package));
            if let (Some(met), Some(left)) = (of.met, &of.left) {
                assert_eq!(met, *left >= integer(0));
            }
            if let Condition::Rule(form) = condition {
                assert_eq!(of.met, Some(assess_rule(&seen, form, package).kept));
            }
        }
    }
    conditions.len()
}

/// The table with other secrets for everybody but one party.
fn with_other_secrets(table: &Table, but: PartyId) -> Table {
    let mut table = table.clone();
    let interests: Vec<_> = table.interests.keys().collect();
    for (id, party) in table.parties.iter_mut_enumerated().filter(|(id, _)| *id != but) {
        let weight = |at: usize| integer((at * 7 + usize::from(id) * 3) as i64 % 11 + 1);
        let weights = interests.iter().enumerate().map(|(at, interest)| (*interest, weight(at)));
        *party = Party {
            weights: Weights::Numbers(weights.collect()),
            no_deal: Some(NoDeal {
                value: NoDealValue::Score(integer(37)),
                reason: Some(Text::from("CANARY-no-deal")),
                range: None,
            }),
            positions: vec![Text::from("CANARY-position")],
            briefing: Some(Text::from("CANARY-briefing")),
            ratification: Vec::new(),
            ..party.clone()
        };
    }
    table
}

#[test]
fn what_is_said_at_home_tells_nothing_of_what_others_weigh_or_have_otherwise() {
    for (id, _) in bundled() {
        let table = scenario(id);
        let Some(today) = table.today() else { continue };
        let named = table.narrative.packages.iter().map(|named| named.package.clone());
        for package in named.chain([today]) {
            for party in table.parties.keys() {
                let other = with_other_secrets(&table, party);
                for language in [Language::En, Language::Nl] {
                    let [one, two] = [&table, &other].map(|table| at_home(table, party, &package, language));
                    assert_eq!(one, two, "{id}");
                    assert!(!one.contains("CANARY") && !two.contains("CANARY"), "{id}");
                }
            }
        }
    }
}

/// The words and the JSON of what a party can say.
fn at_home(table: &Table, party: PartyId, package: &Package, language: Language) -> String {
    let circumstances = Circumstances::new(table.ready().unwrap(), WorldId::BASE);
    let given = Given { circumstances: &circumstances, package, floors: true, file: None };
    let json = home_json(given, party).unwrap();
    let told: Value = serde_json::from_str(&json).unwrap();
    let sentences = told["sentences"].as_array().unwrap().len();
    assert!((2..=5).contains(&sentences), "{json}");
    let text = home_text(given, party, "it", &Wordbook::new(language), 80);
    let score = circumstances.score(party, package).map(|score| Wordbook::new(language).number(&score, 1));
    if let Some(score) = score.filter(|score| score.len() > 3) {
        let sentences: Vec<&str> = told["sentences"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert!(!sentences.iter().any(|sentence| sentence.contains(&score)), "{score}: {sentences:?}");
    }
    text + &json
}
